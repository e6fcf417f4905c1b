//! What is said of rules, in bokmål.

mod deadlines;
pub(super) mod next_step;

use crate::{
    meeting::{Gap, Ground, PeriodFault, PeriodKind, Role, Side, Wish},
    rules::{
        CallRefusal, Calling, Case, CaseState, CopyRule, Counts, Holiday, Need, Reason, Reopening,
        RuleChange,
    },
    text::{capitalised, date, listed, rules_text::RulesText},
};

/// Bokmål.
pub(super) const RULES: RulesText = RulesText {
    milestone: deadlines::milestone,
    task: deadlines::task,
    basis: deadlines::basis,
    source: deadlines::source,
    whose: deadlines::whose,
    state: deadlines::state,
    state_short: deadlines::state_short,
    from_full: deadlines::from_full,
    holiday: |holiday| match holiday {
        Holiday::NewYear => "første nyttårsdag",
        Holiday::MaundyThursday => "skjærtorsdag",
        Holiday::GoodFriday => "langfredag",
        Holiday::EasterSunday => "første påskedag",
        Holiday::EasterMonday => "andre påskedag",
        Holiday::LabourDay => "1. mai",
        Holiday::ConstitutionDay => "17. mai",
        Holiday::Ascension => "Kristi himmelfartsdag",
        Holiday::WhitSunday => "første pinsedag",
        Holiday::WhitMonday => "andre pinsedag",
        Holiday::ChristmasDay => "første juledag",
        Holiday::SecondChristmasDay => "andre juledag",
    },
    case,
    reason,
    counts: |counts| match counts {
        Counts::Sick => "sykedag",
        Counts::NotSick => "ikke sykedag",
        Counts::Ignored => "teller ikke",
    },
    period_kind: |kind| match kind {
        PeriodKind::SickLeave => "sykmelding",
        PeriodKind::SelfCertified => "egenmelding",
        PeriodKind::Holiday => "ferie",
        PeriodKind::Leave => "permisjon",
        PeriodKind::Work => "arbeid",
        PeriodKind::TreatmentDays => "behandlingsdager",
        PeriodKind::TravelGrant => "reisetilskudd",
    },
    unusable: |why| match why {
        PeriodFault::FromMissing => "Når begynte det? Perioden regnes ikke med ennå.",
        PeriodFault::FromUnclear => "Første dag er ikke en dato. Perioden regnes ikke med ennå.",
        PeriodFault::ToUnclear => "Siste dag er ikke en dato. Perioden regnes ikke med ennå.",
        PeriodFault::DegreeUnclear => {
            "Graden skal være et helt tall fra 1 til 100. Perioden regnes ikke med ennå."
        }
        PeriodFault::Backwards => "Siste dag er før første dag. Perioden regnes ikke med ennå.",
    },
    next_step: next_step::next_step,
    low_degree: "Nav graderer ned til 20 prosent. Stemmer graden? Fristene regnes likevel.",
    need,
    wish: |wish| match wish {
        Wish::NotAsked => "ikke spurt",
        Wish::Yes => "ja",
        Wish::No => "nei",
    },
    ground: |ground| match ground {
        Ground::BackSoon => "snart tilbake i full jobb, uten at noe må tilrettelegges",
        Ground::AdaptedAndBackSoon => "tilretteleggingen virker, og full jobb er like om hjørnet",
        Ground::NoReturn => "for alvorlig syk til å komme tilbake i arbeidet",
        Ground::TooIllNow => "for alvorlig syk til et møte nå; holdes senere om det går",
    },
    gap: |gap| match gap {
        Gap::Ground => "Velg hvorfor møtet er åpenbart unødvendig.",
        Gap::EmployeeNotAsked => {
            "Spør arbeidstakeren først. Uten svaret vet du ikke om møtet er unødvendig."
        }
        Gap::AskedOn => "Når spurte du?",
        Gap::AskedOnAhead => {
            "Den dagen har ikke vært ennå. Unntaket gjelder først når du har spurt."
        }
        Gap::Review => "Når skal det vurderes på nytt?",
        Gap::ReviewTooEarly => "Ny vurdering må komme etter den dagen du spurte.",
        Gap::ReviewTooLate => "Vurder det på nytt innen et halvt år etter at du spurte.",
    },
    calling,
    copy_rule: |rule| match rule {
        CopyRule::Party => "Part i møtet. Får referatet.",
        CopyRule::Consented => "Arbeidstakeren har sagt ja til at referatet deles.",
        CopyRule::Refused => "Arbeidstakeren har sagt nei. Da skal ikke referatet deles.",
        CopyRule::AskEmployee => {
            "Spør arbeidstakeren: bare partene får referatet uten samtykke fra arbeidstakeren."
        }
    },
    change_was: |change| match change {
        RuleChange::ReferatToNav => "Referatet sendes til deltakerne og Nav innen en uke.",
        RuleChange::FortyFiveMinutes => "Møtet skal vare høyst 45 minutter.",
        RuleChange::WhoseWishForSykmelder => {
            "Sykmelderen kalles inn når arbeidsgiveren «og/bare» den ansatte vil det."
        }
        RuleChange::OccupationalHealth => "Bedriftshelsetjenesten er med og har synspunkter.",
        RuleChange::PlanToSykmelder => "Planen sendes til sykmelderen når den er laget.",
        RuleChange::PlanToNav => "Ingenting om å sende planen til Nav.",
        RuleChange::ActivityRequirement => "Ingenting om aktivitetskravet.",
        RuleChange::EarlyMeeting2 => "Ingenting om å be Nav om dialogmøte 2 før tiden.",
        RuleChange::SykmelderInReferat => "Legen er med i møtet på linje med de andre.",
        RuleChange::InclusiveEnterprise => "Virksomheten er en IA-virksomhet.",
        RuleChange::NavAddresses => "NAV, med nettadresser og skjemaer fra den tiden.",
        RuleChange::Confidentiality => "Alle i møtet har taushetsplikt.",
    },
    change_now: |change| match change {
        RuleChange::ReferatToNav => {
            "Plikten til å rapportere til Nav falt bort 1. juli 2014. Å sende referatet til deltakerne innen en uke er god skikk."
        }
        RuleChange::FortyFiveMinutes => "Ingen lov setter en grense. 45 minutter er et godt råd.",
        RuleChange::WhoseWishForSykmelder => {
            "Sykmelderen kalles inn når begge ønsker det, eller når arbeidstakeren alene ønsker det. Arbeidsgiveren alene kan ikke kreve det."
        }
        RuleChange::OccupationalHealth => {
            "Bedriftshelsetjenesten kalles inn når en av partene ønsker det. Møteplikten falt bort i 2014."
        }
        RuleChange::PlanToSykmelder => {
            "Sykmelderen skal ha planen senest etter fire uker, uten å be om den."
        }
        RuleChange::PlanToNav => {
            "Oppdatert plan skal være hos Nav senest en uke før et møte som Nav kaller inn til, og når Nav ber om den."
        }
        RuleChange::ActivityRequirement => {
            "Nav vurderer aktivitetskravet etter åtte uker. Kan dere ikke tilrettelegge, skriver du hvorfor i planen."
        }
        RuleChange::EarlyMeeting2 => {
            "Arbeidstakeren, arbeidsgiveren og sykmelderen kan alle be Nav om dialogmøte 2 før det har gått 26 uker."
        }
        RuleChange::SykmelderInReferat => {
            "Legen er bare med når arbeidstakeren ønsker det, og får referatet bare hvis arbeidstakeren samtykker."
        }
        RuleChange::InclusiveEnterprise => {
            "IA-virksomheter finnes ikke lenger siden 1. januar 2019. Ordningene gjelder alle."
        }
        RuleChange::NavAddresses => {
            "Etaten skriver navnet sitt Nav. Veiledningen ligger på nav.no/arbeidsgiver/oppfolging-sykmeldte og nav.no/arbeidsgiver/oppfolgingsplan. Skjemaet NAV 25-02.01 er borte."
        }
        RuleChange::Confidentiality => {
            "Helsepersonell og Nav har taushetsplikt ved lov. For dere andre gjelder personvernreglene og det dere blir enige om."
        }
    },
};

fn case(case: &Case) -> String {
    let weeks = match case.weeks() {
        1 => "1 hel uke".to_owned(),
        weeks => format!("{weeks} hele uker"),
    };
    let days = match case.sick_days {
        1 => "1 sykedag".to_owned(),
        days => format!("{days} sykedager"),
    };
    let start = date::NB.with_week(case.start);
    if case.sick_days == 0 {
        return format!("Sykefraværet begynner {start}.");
    }
    let so_far = format!("Sykefraværet begynte {start}: {days}, {weeks}.");
    match case.state {
        CaseState::Open => so_far,
        CaseState::Ended(on) => format!(
            "{so_far} Det er over: {} hadde det gått 16 dager uten sykedag. Et nytt fravær får nye frister.",
            date::NB.plain(on)
        ),
    }
}

fn reason(reason: Reason) -> String {
    let words = match reason {
        Reason::SickFully => "100 % sykmeldt",
        Reason::SickPartly(degree) => {
            return format!("{} % sykmeldt: teller som hel sykedag", degree.percent());
        }
        Reason::SelfCertified => "egenmelding: teller fra første dag",
        Reason::HolidayAfterSick => "ferie rett etter sykedag: teller som sykedag",
        Reason::LeaveAfterSick => "permisjon rett etter sykedag: teller som sykedag",
        Reason::HolidayAfterWork => "ferie etter en arbeidsdag: teller ikke som sykedag",
        Reason::LeaveAfterWork => "permisjon etter en arbeidsdag: teller ikke som sykedag",
        Reason::HolidayBefore => "ferie før første sykedag: teller ikke",
        Reason::LeaveBefore => "permisjon før første sykedag: teller ikke",
        Reason::Worked => "i arbeid",
        Reason::TreatmentDays => "behandlingsdager: regnes som arbeidsdag",
        Reason::TravelGrant => "reisetilskudd: regnes som arbeidsdag",
        Reason::NothingKnown => "ikke meldt fravær: regnes som arbeidsdag",
    };
    words.to_owned()
}

/// `arbeidstakeren`, `arbeidstakeren og sykmelderen`, `arbeidstakeren, arbeidsgiveren og sykmelderen`.
fn sides(sides: &[Side]) -> String {
    let names: Vec<&str> = sides
        .iter()
        .map(|side| (super::documents::BOKMAL.side)(*side))
        .collect();
    listed(&names, "og")
}

fn need(need: &Need) -> String {
    match need {
        Need::NoAbsence => "Skriv inn fraværet, så regnes fristene ut.".to_owned(),
        Need::BackAtWork { last_sick_day } => format!(
            "Siste sykedag var {}. Det trengs ikke noe møte nå.",
            date::NB.plain(*last_sick_day)
        ),
        Need::RanOut { last_sick_day } => format!(
            "Sykmeldingen gikk ut {}. Er den forlenget? Rett siste dag. Er den ansatte tilbake? Legg til en periode med arbeid.",
            date::NB.plain(*last_sick_day)
        ),
        Need::Held { on } => format!("Møtet ble holdt {}.", date::NB.long(*on)),
        Need::AskWhatHappened { planned } => format!(
            "Møtet var planlagt {}. Hva skjedde? Skriv en ny dag, eller svar om det ble holdt.",
            date::NB.long(*planned)
        ),
        Need::Required => {
            "Helt sykmeldt: møtet skal holdes, med mindre det er åpenbart unødvendig.".to_owned()
        }
        Need::Reopened(why) => format!(
            "{} Møtet skal holdes, eller vurderes på nytt.",
            reopening(*why)
        ),
        Need::ExemptUntil { review } => format!(
            "Vurdert som åpenbart unødvendig inntil videre. Ny vurdering {}.",
            date::NB.long(*review)
        ),
        Need::Wanted(by) => {
            let wants = if by.len() == 1 {
                "ønsker"
            } else {
                "ønsker alle"
            };
            let wants = if by.len() == 2 {
                "ønsker begge"
            } else {
                wants
            };
            format!(
                "Gradert sykmeldt. {} {wants} møtet, så det skal holdes.",
                capitalised(&sides(by))
            )
        }
        Need::AsksWho(unasked) => format!(
            "Gradert sykmeldt: møtet holdes hvis en av de tre ønsker det. Ikke spurt ennå: {}.",
            sides(unasked)
        ),
        Need::NobodyWants => {
            "Gradert sykmeldt, og ingen av de tre ønsker møtet nå. Spør igjen hvis noe endrer seg."
                .to_owned()
        }
    }
}

fn reopening(why: Reopening) -> String {
    match why {
        Reopening::ReviewDue(review) => format!(
            "Møtet ble vurdert som unødvendig fram til {}.",
            date::NB.plain(review)
        ),
        Reopening::Prolonged {
            known_then,
            known_now: Some(now),
        } => format!(
            "Møtet ble vurdert som unødvendig da fraværet skulle vare til {}. Nå varer det til {}.",
            date::NB.plain(known_then),
            date::NB.plain(now)
        ),
        Reopening::Prolonged {
            known_then,
            known_now: None,
        } => format!(
            "Møtet ble vurdert som unødvendig da fraværet skulle vare til {}. Nå er slutten ikke kjent.",
            date::NB.plain(known_then)
        ),
        Reopening::Wanted(side) => format!(
            "Møtet ble vurdert som unødvendig, men {} ønsker det.",
            (super::documents::BOKMAL.side)(side)
        ),
    }
}

fn calling(role: Role, calling: &Calling) -> String {
    match calling {
        Calling::Party if role == Role::Employer => "Kaller inn og leder møtet.".to_owned(),
        Calling::Party => "Er alltid med: har plikt til å bidra.".to_owned(),
        Calling::Allowed(by) => format!("Kan kalles inn: {} ønsker det.", sides(by)),
        Calling::Refused(refusal) => match refusal {
            CallRefusal::SykmelderNeedsEmployee => "Kan ikke kalles inn: sykmelderen kommer når dere begge ønsker det, eller når arbeidstakeren ønsker det alene. Du kan ikke kreve det alene.",
            CallRefusal::EmployeeChoosesRepresentative => "Kan ikke kalles inn: arbeidstakeren bestemmer selv om en tillitsvalgt eller et verneombud skal være med.",
            CallRefusal::NeitherWishes => "Kalles ikke inn: en av partene må ønske det, og det gjør ingen av dem.",
        }
        .to_owned(),
        Calling::AskFirst(whom) => match whom.as_slice() {
            // The leader is the employer.
            [Side::Employer] => "Ønsker du det selv? Svar først.".to_owned(),
            [Side::Employee, Side::Employer] => {
                "Spør arbeidstakeren først, eller si at du ønsker det selv.".to_owned()
            }
            _ => format!("Spør {} først.", sides(whom)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_listed_as_in_a_sentence() {
        for (some, words) in [
            (&Side::ALL[..1], "arbeidstakeren"),
            (&Side::ALL[..2], "arbeidstakeren og arbeidsgiveren"),
            (
                &Side::ALL[..],
                "arbeidstakeren, arbeidsgiveren og sykmelderen",
            ),
        ] {
            assert_eq!(sides(some), words);
        }
        assert_eq!(capitalised("ærlig"), "Ærlig");
        assert_eq!(capitalised(""), "");
    }

    #[test]
    fn a_wish_is_told_of_one_two_and_three() {
        for (count, says) in [
            (1, "Arbeidstakeren ønsker møtet,"),
            (2, "Arbeidstakeren og arbeidsgiveren ønsker begge møtet,"),
            (3, "og sykmelderen ønsker alle møtet,"),
        ] {
            let by = Side::ALL.into_iter().take(count).collect();
            let words = need(&Need::Wanted(by));
            assert!(words.contains(says), "{words}");
        }
    }

    #[test]
    fn an_exemption_is_never_spoken_of_as_done() {
        let review = "2026-12-01".parse().unwrap();
        let words = need(&Need::ExemptUntil { review });
        for done in ["ferdig", "holdt", "utført", "✓"] {
            assert!(!words.contains(done), "{words}");
        }
        assert!(words.contains("tirsdag 1. desember 2026"), "{words}");
    }
}
