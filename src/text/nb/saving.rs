//! What is said of how the meeting on the screen and the one on disk stand to each other, in bokmål.

use crate::text::saving_text::SavingText;

/// Bokmål.
pub(super) const SAVING: SavingText = SavingText {
    saved: |at| format!("Lagret {at} ✓"),
    local: "lokalt, ikke delt",
    not_saved: |since, more| format!("IKKE LAGRET siden {since}. {more}"),
    other_folder: |why| format!("Esc: lagre også i en annen mappe. {why}"),
    not_saved_yet: "Lagrer …",
    ask_folder: "Lagre også i mappen",
    folder_wrong: "Skriv navnet på en mappe, for eksempel ~/dialogmote-reserve.",
    refuge_taken: |file| {
        format!(
            "Møtet lagres i {file} til den vanlige mappen virker igjen. Programmet prøver begge mappene hele tiden."
        )
    },
    saved_in_refuge: |at, file, since| {
        format!("Lagret {at} ✓ i {file}. Den vanlige mappen har ikke virket siden {since}.")
    },
    refuge_left: |folder| {
        format!(
            "Møtet lagres i sin egen mappe igjen. Kopien i {folder} er ikke lenger i bruk, og du kan slette den."
        )
    },
    changed_outside: "To utgaver av møtet. Esc: velg mellom dem.",
    choose_version: "TO UTGAVER AV MØTET",
    keep_mine: |file| format!("Behold det som står her. Den andre ligger i {file}."),
    take_other: "Bruk den andre. Det som står her, tas vare på i historikken.",
    elsewhere_question: |file, at| {
        format!(
            "Det finnes en nyere utgave av møtet, lagret {at} i {file} mens den vanlige mappen ikke virket. Vil du gå videre med den? Det som står her, tas vare på i historikken."
        )
    },
    left_in_refuge: |file| {
        format!(
            "Det siste av møtet ligger i {file}, for den vanlige mappen virket ikke. Programmet tilbyr å hente det neste gang du åpner møtet. Du kan også åpne filen selv."
        )
    },
    read_question: |why| format!("{why} Åpne det bare for å lese?"),
    restore_question: |why, at| {
        format!(
            "{why} Hente fram møtet slik det var da det ble lagret {at}? Filen slettes ikke, den får et annet navn."
        )
    },
    restored: |at| {
        format!(
            "Møtet er slik det var da det ble lagret {at}. Det som sto i filen, er tatt vare på."
        )
    },
    busy: "Disken svarer ikke ennå. Programmet venter på den, og du kan arbeide videre så lenge.",
    leaving: "Disken svarer ikke ennå. Programmet venter litt på den, så det siste du skrev, blir lagret.",
    unable: "Maskinen har ikke kapasitet til dette nå. Ingenting er endret. Lukk andre programmer, og prøv igjen.",
    read_only: "Møtet er åpnet bare for å lese. Her kan ingenting endres.",
    read_only_since: |at| format!("BARE LESING. Slik var møtet da det ble lagret {at}."),
};
