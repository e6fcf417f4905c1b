//! What is said of deadlines, in bokmål.

use crate::{
    rules::{Deadline, DeadlineStatus, Milestone, Whose},
    text::date,
};

/// What it is called; at most 17 characters, for the first column of a table.
pub(super) const fn milestone(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::PlanReminder => "Minn om planen",
        Milestone::FollowUpPlan => "Oppfølgingsplan",
        Milestone::Meeting1 => "Dialogmøte 1",
        Milestone::ActivityRequirement => "Aktivitetskrav",
        Milestone::MeetingNeed => "Melde møtebehov",
        Milestone::NavCandidate => "Nav ser på møte 2",
        Milestone::PlanToNav => "Plan til Nav",
        Milestone::Meeting2 => "Dialogmøte 2",
        Milestone::BenefitEnd => "Maksdato, omtrent",
    }
}

/// What is to be done, in a sentence.
pub(super) const fn task(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::PlanReminder => "Fire dager igjen til planen skal være ferdig.",
        Milestone::FollowUpPlan => {
            "Lag planen sammen, og send den til sykmelderen uten å bli bedt om det. Fristen er fire uker, også ved gradert fravær."
        }
        Milestone::Meeting1 => {
            "Kall inn og hold møtet innen sju uker med fullt fravær, med mindre det er åpenbart unødvendig."
        }
        Milestone::ActivityRequirement => {
            "Nav ser på om arbeidstakeren er i aktivitet. Lar det seg ikke gjøre å tilrettelegge, begrunner du det i planen."
        }
        Milestone::MeetingNeed => "Begge parter kan si fra til Nav om de trenger dialogmøte 2.",
        Milestone::NavCandidate => "Nav begynner å se på om det trengs et dialogmøte 2.",
        Milestone::PlanToNav => {
            "Send oppdatert plan til Nav senest en uke før et møte Nav kaller inn til."
        }
        Milestone::Meeting2 => {
            "Nav holder møtet innen 26 uker, med mindre det er åpenbart unødvendig. Alle kan be om det før."
        }
        Milestone::BenefitEnd => {
            "Sykepengene tar slutt etter omtrent et år. Bare Nav kan regne ut dagen, for eldre fravær teller med."
        }
    }
}

/// The law or custom behind it.
pub(super) const fn basis(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::PlanReminder => "god praksis (dag 24)",
        Milestone::FollowUpPlan => "aml. § 4-6 tredje ledd",
        Milestone::Meeting1 => "aml. § 4-6 fjerde ledd",
        Milestone::ActivityRequirement => "ftrl. § 8-8 andre ledd",
        Milestone::MeetingNeed => "Navs rutine (dag 112–181)",
        Milestone::NavCandidate => "Navs rutine (uke 17)",
        Milestone::PlanToNav => "aml. § 4-6 tredje ledd, ftrl. § 25-2 tredje ledd",
        Milestone::Meeting2 => "ftrl. § 8-7 a",
        Milestone::BenefitEnd => "ftrl. § 8-12",
    }
}

/// Where that can be read.
pub(super) const fn source(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::FollowUpPlan | Milestone::Meeting1 => "arbeidsmiljøloven på lovdata.no",
        Milestone::PlanToNav => "arbeidsmiljøloven og folketrygdloven på lovdata.no",
        Milestone::ActivityRequirement | Milestone::Meeting2 | Milestone::BenefitEnd => {
            "folketrygdloven på lovdata.no"
        }
        Milestone::PlanReminder | Milestone::MeetingNeed | Milestone::NavCandidate => {
            "Navs åpne kildekode på github.com/navikt"
        }
    }
}

/// Who has to see to it.
pub(super) const fn whose(whose: Whose) -> &'static str {
    match whose {
        Whose::Employer => "arbeidsgiver",
        Whose::Nav => "Nav",
        Whose::Parties => "begge parter",
    }
}

fn days(count: u32) -> String {
    match count {
        1 => "1 dag".to_owned(),
        _ => format!("{count} dager"),
    }
}

/// How it stands, as a sentence.
pub(super) fn state(state: &DeadlineStatus) -> String {
    match *state {
        DeadlineStatus::Done { on, late: 0 } => format!("Gjort {}, i tide.", date::NB.plain(on)),
        DeadlineStatus::Done { on, late } => {
            format!("Gjort {}, {} for sent.", date::NB.plain(on), days(late))
        }
        DeadlineStatus::Exempt { review } => {
            format!("Unntatt for nå. Vurderes igjen {}.", date::NB.plain(review))
        }
        DeadlineStatus::DueIn(left) => format!("{} igjen.", days(left)),
        DeadlineStatus::DueToday => "Fristen er i dag.".to_owned(),
        DeadlineStatus::Overdue(over) => format!("{} over fristen.", days(over)),
        DeadlineStatus::PastCareful { over, left: 0 } => format!(
            "{} over, regnet fra første fraværsdag. Siste dag er i dag, regnet fra første hele fraværsdag.",
            days(over)
        ),
        DeadlineStatus::PastCareful { over, left } => format!(
            "{} over, regnet fra første fraværsdag. {} igjen, regnet fra første hele fraværsdag.",
            days(over),
            days(left)
        ),
        DeadlineStatus::NoAlarm => {
            "Gradert: ingen frist, men spør hvem som ønsker møtet.".to_owned()
        }
        DeadlineStatus::AwaitsNav => "Dagen er kjent når Nav har kalt inn.".to_owned(),
        DeadlineStatus::Ahead(left) => format!("Om {}.", days(left)),
        DeadlineStatus::Today => "I dag.".to_owned(),
        DeadlineStatus::OpenFor(0) => "Åpent, siste dag er i dag.".to_owned(),
        DeadlineStatus::OpenFor(left) => format!("Åpent i {} til.", days(left)),
        DeadlineStatus::Passed(ago) => format!("For {} siden.", days(ago)),
        DeadlineStatus::NotReached => "Ikke aktuelt: fraværet tok slutt før.".to_owned(),
    }
}

/// How it stands, at most 15 characters: up to 999 days to wait, up to 99 days late with what is done.
pub(super) fn state_short(state: &DeadlineStatus) -> String {
    match *state {
        DeadlineStatus::Done { late: 0, .. } => "gjort".to_owned(),
        DeadlineStatus::Done { late, .. } => format!("gjort {late} d sent"),
        DeadlineStatus::Exempt { .. } => "unntatt for nå".to_owned(),
        DeadlineStatus::DueIn(left) => format!("{} igjen", days(left)),
        DeadlineStatus::DueToday => "I DAG".to_owned(),
        DeadlineStatus::Overdue(over) => format!("{} OVER", days(over)),
        DeadlineStatus::PastCareful { left: 0, .. } => "siste dag".to_owned(),
        DeadlineStatus::PastCareful { left, .. } => format!("haster, {left} d"),
        DeadlineStatus::NoAlarm => "hvis ønsket".to_owned(),
        DeadlineStatus::AwaitsNav => "når Nav kaller".to_owned(),
        DeadlineStatus::Ahead(left) => format!("om {}", days(left)),
        DeadlineStatus::Today => "i dag".to_owned(),
        DeadlineStatus::OpenFor(_) => "åpent nå".to_owned(),
        DeadlineStatus::Passed(_) => "passert".to_owned(),
        DeadlineStatus::NotReached => "ikke aktuelt".to_owned(),
    }
}

/// Why there are two dates for dialogmøte 1, where there are.
pub(super) fn from_full(deadline: &Deadline) -> Option<String> {
    let worded = deadline.from_full?;
    Some(format!(
        "Fraværet gikk fra gradert til fullt. Regnet fra første fraværsdag er fristen {}; loven teller fullt fravær, og da er den {}. Den første er den trygge.",
        date::NB.plain(deadline.when.date()),
        date::NB.plain(worded.strict)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_states_fit_their_columns() {
        for one in Milestone::ALL {
            assert!(milestone(one).chars().count() <= 17, "{one:?}");
        }
        let day = "2026-11-17".parse().unwrap();
        for one in [
            DeadlineStatus::Done { on: day, late: 0 },
            DeadlineStatus::Done { on: day, late: 99 },
            DeadlineStatus::Exempt { review: day },
            DeadlineStatus::DueIn(999),
            DeadlineStatus::DueToday,
            DeadlineStatus::Overdue(999),
            DeadlineStatus::PastCareful { over: 9, left: 0 },
            DeadlineStatus::PastCareful { over: 9, left: 999 },
            DeadlineStatus::NoAlarm,
            DeadlineStatus::AwaitsNav,
            DeadlineStatus::Ahead(999),
            DeadlineStatus::Today,
            DeadlineStatus::OpenFor(69),
            DeadlineStatus::Passed(999),
            DeadlineStatus::NotReached,
        ] {
            let words = state_short(&one);
            assert!(words.chars().count() <= 15, "{words}");
            assert!(state(&one).ends_with('.'), "{one:?}");
        }
    }

    #[test]
    fn one_day_is_not_said_as_many() {
        assert_eq!(state(&DeadlineStatus::Overdue(1)), "1 dag over fristen.");
        assert_eq!(state(&DeadlineStatus::DueIn(2)), "2 dager igjen.");
    }
}
