//! What the command line says, in bokmål.

use crate::{privacy::HeldBack, text::cli_text::CliText};

/// Bokmål.
pub(super) const CLI: CliText = CliText {
    about: "Leder dialogmøte 1: tidsplan, notater, oppgaver og referat",
    long_about: "Leder dialogmøte 1 mellom arbeidsgiver og sykmeldt arbeidstaker, med klokke, notater, hvem gjør hva når, og referat. Alt ligger på din egen maskin, i rene tekstfiler. Ingenting sendes.",
    folder: "Mappen der møtene ligger",
    agenda: "Din egen agenda for nye møter",
    own_option: "Dine egne spørsmål, setninger og ord, i stedet for dem i innstillingene dine",
    new: "Lag et nytt møte og åpne det",
    open: "Åpne et møte",
    demo: "Øv på et møte med oppdiktede mennesker",
    speed: "Hvor mange ganger så fort klokka går, et tall fra 1 til 60",
    list: "Vis møtene med hva du skal gjøre nå, det som haster mest først",
    list_head: ["Sak", "Møtedato", "Status", "Dag", "Haster", "Neste"],
    list_empty: |folder| format!("Ingen møter i {folder}."),
    list_none: "–",
    list_unreadable: "kan ikke leses",
    list_overdue: "over fristen",
    list_now: "nå",
    list_today: "i dag",
    list_soon: "snart",
    invitation: "Skriv innkallingen ut, som Markdown eller i et annet format",
    format: "Formatet: md (Markdown), txt (ren tekst), html, docx (Word) eller pdf. Uten dette bestemmer endingen på filen",
    held_back: |held| {
        match held {
        HeldBack::Findings(count) => format!(
            "Ikke skrevet: {} må rettes, strykes eller beholdes med en grunn først. «dialogmote sjekk» viser hva og hvor; åpne møtet og ordne det i gjennomgangen (F12).",
            match count {
                1 => "1 funn".to_owned(),
                _ => format!("{count} funn"),
            }
        ),
        HeldBack::People => "Ikke skrevet: ingen har bekreftet at navn, arbeidssted, fraværsdag og deltakere er de rette. Åpne møtet, og kryss av i gjennomgangen (F12).".to_owned(),
    }
    },
    check_format: "Format: txt (setninger) eller json",
    format_not_shown: "Word og PDF kan ikke vises i terminalen. Oppgi en fil med --ut, eller send det videre til et annet program.",
    format_of_plan: "Formatet: md, txt, html, docx eller pdf, eller json til HR-systemet: da blir du spurt om fødselsnummeret",
    ask_number: "Fødselsnummer eller D-nummer (vises ikke):",
    number_missing: "Uten fødselsnummer blir det ingen plan til HR-systemet. Ingenting er skrevet.",
    number_not_shown: "Planen til HR-systemet har fødselsnummer, og vises ikke i terminalen. Oppgi en fil med --ut, eller send den videre til et annet program.",
    ending_wrong: "Endingen på filnavnet sier ikke hvilket format du vil ha. Bruk .md, .txt, .html, .docx eller .pdf, eller oppgi --format.",
    plain: "Det samme som --format txt, til å lime inn i en e-post",
    questions: "Skriv spørsmålene til den ansatte i stedet",
    calendar: "Skriv møtet og fristene ut til kalenderen (.ics), uten navn",
    own: "Vis hvor dine egne spørsmål, setninger og ord ligger, eller lag filen",
    own_made: |file| {
        format!(
            "Laget {file}. Åpne filen i et tekstprogram og skriv dine egne; den forklarer hvordan."
        )
    },
    own_there: |file, [questions, phrases, words], language| {
        let questions = match questions {
            1 => "1 spørsmål".to_owned(),
            _ => format!("{questions} spørsmål"),
        };
        let phrases = match phrases {
            1 => "1 setning".to_owned(),
            _ => format!("{phrases} setninger"),
        };
        let words = match words {
            1 => "1 ord til personvernvakten".to_owned(),
            _ => format!("{words} ord til personvernvakten"),
        };
        format!(
            "{file} har {questions}, {phrases} og {words}. Dokumenter om nye møter skrives på {language}."
        )
    },
    own_unreadable: |file| {
        format!(
            "{file} kan ikke leses. Ingenting er endret. Sjekk at filen finnes og er ren tekst."
        )
    },
    own_faults: |file, count| match count {
        1 => format!("{file} har én feil:"),
        _ => format!("{file} har {count} feil:"),
    },
    no_config_folder: "Fant ikke hjemmemappen din. Oppgi en fil med --egne.",
    referat: "Skriv referatet ut, som Markdown eller i et annet format",
    archive: "Referatet til arkivet i virksomheten, med fristene, utgavene og hvem som har fått det",
    plan: "Skriv den oppdaterte oppfølgingsplanen ut, som Markdown eller i et annet format",
    confirmation: "Skriv ut bekreftelsen til legen på at han eller hun deltok, som Markdown eller i et annet format",
    check: "Se etter helseopplysninger, fødselsnumre og annet som ikke hører hjemme i et referat",
    meeting: "Sakskode eller fil",
    output: "Skriv til denne filen i stedet for til skjermen",
    overwrite: "Erstatt filen selv om den ikke er laget av dialogmote",
    restore: "Vis tidligere utgaver av et møte, eller hent fram en av dem",
    number: "Nummeret på utgaven som skal hentes fram, slik det står i listen; uten det vises listen",
    earlier_head: "Slik har møtet vært, nyeste først:",
    earlier_now: "nå",
    earlier_none: "Det finnes ingen tidligere utgaver ennå. De kommer når møtet lukkes, og annethvert minutt mens det skrives.",
    earlier_unreadable: "kan ikke leses",
    earlier_size: |characters, actions| match actions {
        1 => format!("{characters} tegn i notatene, 1 oppgave"),
        _ => format!("{characters} tegn i notatene, {actions} oppgaver"),
    },
    earlier_hint: |meeting| {
        format!("Tidligere utgaver finnes: «dialogmote gjenopprett {meeting}» viser dem.")
    },
    earlier_how: |meeting, number| {
        format!(
            "Hent fram en av dem slik: dialogmote gjenopprett {meeting} {number}\nDet som står der nå, blir tatt vare på."
        )
    },
    deadlines: "Vis fristene i et sykefravær: plan, dialogmøter, aktivitetskrav",
    from: "Første fraværsdag, egenmelding medregnet, for eksempel 2026-10-05 eller 5.10",
    until: "Siste fraværsdag; uten den pågår fraværet",
    degree: "Hvor mye av arbeidet fraværet gjelder, i prosent; 100 uten dette valget",
    json: "Skriv som JSON, for skript",
    date_wrong: |word, why| format!("«{word}» passer ikke som dag. {why}"),
    until_before_from: "Siste fraværsdag er før den første.",
    degree_wrong: |word| {
        format!("«{word}» passer ikke som grad. Skriv et helt tall fra 1 til 100.")
    },
    deadlines_today: |today| format!("I dag er det {today}."),
    deadlines_head: ["Hva", "Senest", "Merke", "Planlegg", "Status"],
    deadlines_basis: "Grunnlag:",
    deadlines_note: "«Senest» er siste dag innenfor uken, «merke» er dagen etter, slik noen regner. En frist skyves aldri ut over helg eller helligdag. «Planlegg» er siste dag folk flest er på jobb. Hva dere alt har gjort, vet ikke denne oversikten.",
    completions: "Skriv ut fullføring for skallet",
    shell: "Hvilket skall",
    man: "Skriv ut manualsiden",
    man_headings: [
        ("NAME", "NAVN"),
        ("SYNOPSIS", "BRUK"),
        ("DESCRIPTION", "BESKRIVELSE"),
        ("Kommandoer", "KOMMANDOER"),
        ("VERSION", "VERSJON"),
        ("EXTRA", "MER"),
    ],
    help: "Vis denne hjelpen",
    version: "Vis versjon",
    usage: "Bruk:",
    commands: "Kommandoer",
    arguments: "Argumenter",
    options: "Valg",
    unknown_command: |word| format!("Det finnes ingen kommando «{word}»."),
    unknown_argument: |word| format!("«{word}» er ikke et valg her."),
    invalid_value: |value, argument, possible| match possible {
        "" => {
            format!("«{value}» passer ikke for {argument}. Skriv et tall fra 1 til 60.")
        }
        _ => format!("«{value}» passer ikke for {argument}. Velg mellom {possible}."),
    },
    missing_argument: |argument| format!("{argument} mangler."),
    missing_command: "En kommando mangler.",
    conflict: "Valgene passer ikke sammen.",
    not_understood: "Kommandoen ble ikke forstått.",
    see_help: "Ingenting er endret. «dialogmote --hjelp» viser hva som går.",
    after_help: "«dialogmote KOMMANDO --hjelp» sier mer om hver kommando.

Uten --mappe ligger møtene i brukerens datamappe (på Linux ~/.local/share/dialogmote), og uten --egne leses dine egne spørsmål, setninger, ord og målform fra innstillingsmappen (på Linux ~/.config/dialogmote/egne.toml). Er det feil i den filen, sier programmet fra og går videre uten. NO_COLOR=1 slår av fargene.

Programmet svarer med 0 når alt gikk bra, med 1 når noe ikke gikk eller «sjekk» fant noe som må bort, og med 2 når kommandoen ikke ble forstått.",
    after_documents: "Ingenting blir skrevet så lenge noe i dokumentet må bort eller beholdes med en grunn («dialogmote sjekk» viser hva). Dokumentene etter møtet venter også til noen har bekreftet i gjennomgangen at det er rett sak. En fil som ikke er laget av dialogmote, blir bare erstattet med --overskriv, og en møtefil aldri.

Tegn som skriften i PDF-en mangler (emoji, arabisk, kinesisk), vises der som �. Bruk da docx.",
    after_plan: "Med --format json, eller en fil som slutter på .json, spør programmet om fødselsnummeret, eller leser det fra standard inn. Det er aldri et argument, og det blir ikke lagret noe annet sted enn i filen.

Ingenting blir skrevet så lenge noe i møtet må bort eller beholdes med en grunn («dialogmote sjekk» viser hva), eller ingen har bekreftet i gjennomgangen at det er rett sak. En fil som ikke er laget av dialogmote, blir bare erstattet med --overskriv, og en møtefil aldri.",
    after_calendar: "I kalenderen heter alt det samme for den som ser over skulderen: «Møte, sak 26-014», «Frist: plan». Et sted som røper hvem eller hva det gjelder, blir ikke med. Fristene står på en virkedag, med siste dag i beskrivelsen. Merkedag 1 er dagen Nav ser på aktivitetskravet (åtte uker), merkedag 2 er siste dag for dialogmøte 2 (26 uker).

Åpner du filen på nytt, blir det som ligger i kalenderen, byttet ut. Et møte som ikke ble holdt, blir strøket.",
    after_json: "Med --json skrives datoer som 2026-11-22. Nøklene endrer ikke mening, men det kan komme nye.",
    after_check: "Kommandoen svarer med 1 så lenge noe må bort eller beholdes med en grunn, så et skript kan stanse der. Nøklene i JSON endrer ikke mening, men det kan komme nye.",
    after_restore: "Tidligere utgaver ligger ved siden av møtet, i mappen sakskode_dato.historikk: de 30 nyeste, med minst to minutter mellom, og den siste for hver av 30 dager før dem. Også en fil som ble lagt til side, kan hentes fram.",
    no_folder: "Fant ikke hjemmemappen din. Oppgi en mappe med --mappe.",
    agenda_unreadable: |file| {
        format!(
            "Agendaen {file} kan ikke leses. Ingenting er endret. Sjekk at filen finnes og er ren tekst."
        )
    },
    agenda_faults: |file, count| match count {
        1 => format!("Agendaen {file} har én feil:"),
        _ => format!("Agendaen {file} har {count} feil:"),
    },
    in_the_way: |file| {
        format!(
            "{file} finnes fra før, og er ikke laget av dialogmote eller er endret siden. Den er ikke rørt. Bruk et annet navn, eller --overskriv."
        )
    },
    not_a_terminal: "Dette programmet trenger en terminal. Ingenting er endret. Start det i et terminalvindu; «dialogmote liste» og «dialogmote referat» virker uten.",
    output_gone: "Utskriften kunne ikke skrives. Møtet er ikke rørt.",
};
