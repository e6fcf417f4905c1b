//! What is said of the work after the meeting, in bokmål. The names of the fields of the plan are those of the form on
//! nav.no, so that whoever fills it in there finds them again.

use crate::{
    meeting::{MOST_CHARACTERS, PlanField},
    privacy::{HeldBack, NumberFault},
    rules::PlanFault,
    text::after_text::{FollowUpPlanText, ReviewText, SendingText},
};

use super::rules::next_step;

/// Bokmål.
pub(super) const REVIEW: ReviewText = ReviewText {
    title: "SJEKK FØR DU GODKJENNER",
    left: |count| match count {
        0 => "ferdig".to_owned(),
        _ => format!("{count} igjen"),
    },
    whole: "Ingenting mangler. Les gjennom referatet, og godkjenn det.",
    approved: |at, version| match version {
        1 => format!("Godkjent {at}. Låst for endring."),
        _ => format!("Utgave {version}, godkjent {at}. Låst for endring."),
    },
    not_ended: "Møtet er ikke avsluttet ennå. Du kan rydde i notatene allerede nå.",
    accepted: "BEHOLDT",
    done: "✓ ordnet",
    point: |words| format!("· {words}"),
    strong: |words, kind| format!("! «{words}» – {kind}"),
    hint: |words, kind| format!("? «{words}» – {kind}"),
    stays_for: |words, reason| format!("✓ «{words}» står: {reason}"),
    enter_puts_in: "Enter: sett inn i stedet, og tilpass.",
    enter_deals: "Enter: ordne det her.",
    item_status: "Punktet er",
    note: "Notat",
    due: "Frist",
    absent_from: |day| match day {
        Some(day) => {
            format!("Sykefraværet begynte {day}. Stemmer det ikke, rett det i forberedelsen (F2).")
        }
        None => "Første fraværsdag er ikke ført inn i forberedelsen (F2).".to_owned(),
    },
    came: |names| format!("Deltok: {names}."),
    say_why: |beginning| {
        format!("Enten en oppgave, eller skriv hvorfor ikke. I referatet: «{beginning} …»")
    },
    ask_accept: "Hvorfor kan det stå?",
    accept_wrong: "Skriv grunnen, høyst 500 tegn. Den lagres i møtefilen, ikke i referatet.",
    seen: "Sett over: greit her",
    struck: "Strøket. Ctrl+Z angrer.",
    moved: "Flyttet til kladd, som bare er for deg. Ctrl+Z angrer.",
    stays: "Det blir stående. Ctrl+Z angrer.",
    stays_no_longer: "Funnet er tatt opp igjen.",
    held_back: |held| match held {
        HeldBack::Findings(1) => {
            "Først må 1 funn rettes, strykes eller beholdes med en grunn.".to_owned()
        }
        HeldBack::Findings(count) => {
            format!("Først må {count} funn rettes, strykes eller beholdes med en grunn.")
        }
        HeldBack::People => {
            "Bekreft først at navn, arbeidssted, fraværsdag og deltakere er de rette.".to_owned()
        }
    },
    unfit_reason: |words| {
        format!("Grunnen står øverst i den nye utgaven. Der kan ikke «{words}» stå.")
    },
    no_guard_yet: "Personvernsjekken er ikke klar ennå. Prøv igjen om et øyeblikk.",
    nothing_found: "✓ Personvernsjekken fant ingenting. Les gjennom likevel.",
    no_numbers: "✓ Ingen tall som ligner fødselsnummer",
    read_back: |at| format!("✓ Oppsummeringen lest opp {at}"),
    kladd_stays: "✓ Kladden blir ikke med",
    time: "TID",
    time_note: "Blir ikke med i referatet.",
    planned: "plan",
    spent: "brukt",
    in_all: "I alt",
};

/// Bokmål.
pub(super) const PLAN: FollowUpPlanText = FollowUpPlanText {
    title: "Oppfølgingsplan",
    help: |field| {
        Some(match field {
            PlanField::Workday => "Oppgaver, tempo og arbeidstid på en vanlig dag.",
            PlanField::Can => "Oppgaver som går nå, med eller uten tilrettelegging.",
            PlanField::Cannot => "Oppgaver som ikke går nå. Skriv hvilke, ikke hvorfor.",
            PlanField::Tried => "Hva har virket, hva har ikke virket, og hva må justeres?",
            PlanField::Ahead => {
                "Alt du gjør med oppgaver, arbeidstid, omgivelser eller utstyr. Hvem gjør hva, og når?"
            }
            PlanField::Others => "Det dere har tenkt på, men ikke prøver nå.",
            PlanField::FollowUp => {
                "Når snakkes dere, og om hva? Gå gjennom planen igjen innen fire uker."
            }
            PlanField::NotContributed => {
                "For eksempel at dere ikke har fått kontakt. Skriv ikke om sykdommen."
            }
            PlanField::NavHelpWith => {
                "For eksempel råd, tiltak, hjelpemidler eller et tidlig dialogmøte 2."
            }
            PlanField::DoctorMessage => "Alle som får planen, ser beskjeden.",
            PlanField::Changes => "Bare i dokumentet: skjemaet på nav.no spør ikke om dette.",
            PlanField::Contributed => {
                "Den ansatte har rett til å være med på å lage planen, og plikt til å bidra."
            }
            PlanField::ToNav => {
                "Nav skal ha den når Nav ber om den, og senest en uke før et møte som Nav kaller inn til."
            }
            PlanField::NavHelp => "Da får en veileder i Nav en oppgave. Nav må få planen.",
            PlanField::ToDoctor => {
                "HR-systemet sender den til fastlegen. Er det en annen som sykmelder, må dere gi den videre selv."
            }
            PlanField::Evaluation | PlanField::Additional | PlanField::Phone | PlanField::Email => {
                return None;
            }
        })
    },
    evaluation_help: |day| format!("Står feltet tomt, gjelder dagen for neste oppfølging: {day}."),
    form_part: "SKJEMAET PÅ NAV.NO",
    receivers_part: "HVEM SKAL HA PLANEN",
    contact_part: "KONTAKTPERSON",
    changes_part: "NYTT I PLANEN",
    contact_name: "Navn",
    contact_phone: "Telefon",
    contact_email: "E-post",
    fault: |fault| match fault {
        PlanFault::Blank(field) | PlanFault::Unsaid(field) => short(field).to_owned(),
        PlanFault::TooLong(text, surplus) => format!("{}: {surplus} tegn for mange", short(text)),
        PlanFault::NoEvaluation => short(PlanField::Evaluation).to_owned(),
        PlanFault::EvaluationOutside => format!(
            "{}: må være fra i morgen til om ett år",
            short(PlanField::Evaluation)
        ),
        PlanFault::HelpWithoutNav => "hjelp fra Nav: da må Nav få planen".to_owned(),
        PlanFault::NoContact => "navnet på kontaktpersonen".to_owned(),
    },
    left: |what| format!("Gjenstår: {what}"),
    whole: "Ingenting mangler i planen.",
    blank: "mangler",
    wrong: "passer ikke",
    length: |characters, surplus| match surplus {
        0 => format!("{characters}/{MOST_CHARACTERS} tegn"),
        _ => format!("{characters}/{MOST_CHARACTERS}, {surplus} for mange"),
    },
    faults_title: "GJENSTÅR I PLANEN (Enter fører dit)",
    filled: |fields| match fields {
        1 => "Utkast fra møtet i ett tomt felt. Les gjennom og rett. Ctrl+Z angrer.".to_owned(),
        _ => format!("Utkast fra møtet i {fields} tomme felt. Les gjennom og rett. Ctrl+Z angrer."),
    },
    nothing_to_fill: "Ingenting å fylle inn: feltene har tekst, eller møtet har ikke noe til dem.",
    paste_title: "LIM INN PÅ NAV.NO (Enter kopierer)",
    copied: |characters| match characters {
        1 => "✓ kopiert, 1 tegn".to_owned(),
        _ => format!("✓ kopiert, {characters} tegn"),
    },
    number: "Fødselsnummer eller D-nummer",
    number_help: "Kommer bare i filen. Det lagres ikke noe annet sted. Enter bruker, Esc lukker.",
    number_fault: |fault| match fault {
        NumberFault::Length => "Skriv elleve siffer.",
        NumberFault::Unreal => {
            "Det er verken et fødselsnummer eller et D-nummer. Se etter om et siffer er feil."
        }
    },
    number_typed: "Bare siffer, høyst elleve.",
    number_overwrite: |file| {
        format!("{file} finnes fra før. Ctrl+B erstatter filen, Esc lukker uten å endre.")
    },
    unfinished: |faults| {
        format!("Planen kan ikke lagres til HR-systemet ennå. Gjenstår: {faults}.")
    },
};

/// What a field is called in a list.
const fn short(field: PlanField) -> &'static str {
    match field {
        PlanField::Changes => "hva som er nytt",
        PlanField::Workday => "en vanlig arbeidsdag",
        PlanField::Can => "hva som kan gjøres",
        PlanField::Cannot => "hva som ikke kan gjøres",
        PlanField::Tried => "tilretteleggingen til nå",
        PlanField::Ahead => "tilretteleggingen fremover",
        PlanField::Others => "andre muligheter",
        PlanField::FollowUp => "hvordan dere følger opp",
        PlanField::NotContributed => "hvorfor dere ikke har snakket sammen",
        PlanField::NavHelpWith => "hva Nav skal hjelpe med",
        PlanField::DoctorMessage => "beskjeden til legen",
        PlanField::Additional => "tilleggsopplysninger",
        PlanField::Phone => "telefonnummeret",
        PlanField::Email => "e-postadressen",
        PlanField::Evaluation => "dagen for evaluering",
        PlanField::Contributed => "om dere har snakket om planen",
        PlanField::ToNav => "om Nav skal ha planen",
        PlanField::NavHelp => "om dere trenger hjelp fra Nav",
        PlanField::ToDoctor => "om legen skal ha planen",
    }
}

/// Bokmål.
pub(super) const SENDING: SendingText = SendingText {
    title: "Hvem får hva",
    receivers: "SENDES TIL",
    by: |day, left| format!("senest {day} · {}", next_step::left(left)),
    all_sent: "alt er sendt",
    early: "Det er før referatet ble godkjent.",
    approve_first: "Når referatet er godkjent, fører du her når og hvordan det ble sendt. Programmet sender ingenting selv.",
    gets: |name, documents| format!("{name}: {documents}"),
    no_consent: |name| format!("{name} får ikke referatet: samtykket fra den ansatte mangler."),
    sent: "Sendt",
    how: "Hvordan",
    documents: "DOKUMENTENE",
    documents_help: "Les gjennom før du lagrer: slik blir det for den som får det. Referatet til arkivet blir hos dere.",
};
