//! What menus, questions, help and cover say, in bokmål.

use crate::{meeting::DocumentKind, text::OverlayText};

/// Menus, questions, help, cover.
pub(super) const OVERLAYS: OverlayText = OverlayText {
    other_day_question: |planned| format!("Møtet er planlagt {planned}. Starte det nå?"),
    take_up_question: "Ta møtet opp igjen? Da går klokka, og møtet får en ny slutt. Notatene kan du rette uten.",
    time_wrong: "Skriv et klokkeslett, for eksempel 10.03, «for 10 min siden» eller 17.11 kl. 10.03.",
    menu_title: "MENY",
    search: "søk:",
    nothing_found: "Ingenting passer. Slett noe av søket, eller trykk Esc.",
    help_title: "TASTER",
    help_typing: "Bokstaver er alltid tekst. Alt under her finnes også i menyen (Esc).",
    help_close: "Piltaster blar. Esc lukker.",
    items_title: "GÅ TIL PUNKT",
    time_title: "MER TID",
    borrow: |minutes, from| format!("Lån {minutes} min fra {from}. Slutten står fast."),
    extend: |minutes| format!("Flytt slutten {minutes} min."),
    let_it_be: "La det være.",
    borrow_closing: |minutes, phase| {
        format!(
            "Ta {minutes} min fra {phase}? Da blir det mindre tid til å bli enige om hvem som gjør hva."
        )
    },
    end_question: "Avslutte møtet? Notatene kan rettes etterpå, og møtet kan tas opp igjen.",
    approve_question: |open| match open {
        0 => "Godkjenne referatet? Etterpå er det låst.".to_owned(),
        1 => "Ett punkt mangler ennå. Godkjenne referatet likevel? Etterpå er det låst.".to_owned(),
        _ => format!(
            "{open} punkter mangler ennå. Godkjenne referatet likevel? Etterpå er det låst."
        ),
    },
    ask_revise: "Hvorfor endres referatet?",
    revise_help: "Den nye utgaven sier hva den erstatter, og hvorfor.",
    leave_unsaved: |why| {
        format!("Det siste du skrev, er IKKE lagret. {why} Vil du gå ut likevel og miste det?")
    },
    overwrite_question: |file| {
        format!(
            "{file} finnes fra før, og er ikke laget av dialogmote eller er endret siden. Erstatte filen?"
        )
    },
    yes: "ja",
    no: "nei",
    ask_start: "Møtet begynte klokka",
    ask_end: "Møtet sluttet klokka",
    ask_file: |kind| match kind {
        DocumentKind::Referat => "Lagre referatet i filen",
        DocumentKind::Archive => "Lagre referatet til arkivet i filen",
        DocumentKind::Plan => "Lagre oppfølgingsplanen i filen",
        DocumentKind::PlanData => "Lagre planen til HR-systemet i filen",
        DocumentKind::Confirmation => "Lagre møtebekreftelsen i filen",
        DocumentKind::Invitation => "Lagre innkallingen i filen",
        DocumentKind::Questions => "Lagre spørsmålene i filen",
        DocumentKind::Calendar => "Lagre møtet til kalenderen i filen",
    },
    file_ending: |kind| match kind {
        DocumentKind::Referat => ".md",
        DocumentKind::Archive => "_arkiv.md",
        DocumentKind::Plan => "_plan.md",
        DocumentKind::PlanData => "_plan.json",
        DocumentKind::Confirmation => "_bekreftelse.md",
        DocumentKind::Invitation => "_innkalling.md",
        DocumentKind::Questions => "_sporsmal.md",
        DocumentKind::Calendar => ".ics",
    },
    of_version: |version| format!("_utgave-{version}"),
    number_in_name: "Filnavnet ligner et fødselsnummer. Navn på filer kan andre se: bruk sakskoden.",
    json_wrong: "Gi filen et navn som slutter på .json. Fødselsnummeret spør programmet om etterpå.",
    apply_data: "Enter går videre til fødselsnummeret. Det kommer bare i filen.",
    phrases_title: "SETT INN EN SETNING",
    ask_case_code: "Sakskode (aldri et navn)",
    file_wrong: "Skriv navnet på filen, for eksempel ~/referat.md.",
    ending_wrong: "Endingen på filnavnet bestemmer formatet. Bruk .md, .txt, .html, .docx eller .pdf.",
    case_code_wrong: "Bruk 1–20 bokstaver, tall eller bindestreker, for eksempel 26-014.",
    apply: "Enter bruker, Esc lukker uten å endre.",
    apply_form: "Enter lagrer. Endingen velger format: .md, .txt, .html, .docx eller .pdf.",
    cover_key: "F9 eller Esc viser skjermen igjen",
    too_small: "For lite vindu",
    no_terminal: "Terminalen lar seg ikke bruke. Ingenting er endret. Prøv i et vanlig terminalvindu.",
    lost: |why| {
        format!("Programmet ble bedt om å slutte, og det siste du skrev, ble ikke lagret. {why}")
    },
    crashed: |place| {
        format!(
            "Programmet stoppet av en feil ({place}). Det du skrev, er lagret. Start programmet igjen, så fortsetter møtet der du var."
        )
    },
};
