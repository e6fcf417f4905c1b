//! What the user is told about the files of meetings when something goes wrong with them, in bokmål.

use std::path::Path;

use crate::{
    meeting::{Inconsistent, clean::clean_line},
    text::problem::{Cause, Contradiction, Fault, LockHolder, Problem, place},
};

/// The problem in one to three sentences: what happened, what is safe, what to do.
#[expect(
    clippy::too_many_lines,
    reason = "one table: what is said of each problem"
)]
pub(super) fn words(problem: &Problem) -> String {
    match problem {
        Problem::Folder { folder, cause } => format!(
            "Mappen {} kan ikke brukes: {}. Ingenting er endret. {}",
            place(folder),
            reason(*cause),
            remedy(*cause),
        ),
        Problem::Unreadable { file, fault } => unreadable(file, fault),
        Problem::NotOpened { file, cause } => format!(
            "Møtet i {} kan ikke åpnes for endring: {}. Filen er urørt. {}",
            place(file),
            reason(*cause),
            remedy(*cause),
        ),
        Problem::HeldElsewhere { file, by } => format!(
            "Møtet i {} er allerede åpent {}. Lukk det der først hvis du skal skrive her.",
            place(file),
            by.as_ref()
                .map_or_else(|| "i et annet vindu".to_owned(), holder),
        ),
        Problem::DiskSilent(file) => format!(
            "Disken svarer ikke, så {} er ikke lagret. Det som ble lagret før, er trygt, og programmet prøver videre. Se \
             etter at disken eller nettverket er koblet til.",
            place(file),
        ),
        Problem::ChangedOutside { file, kept } => format!(
            "Et annet program har endret {}. Begge utgavene er tatt vare på: Den ene ser du her, og den andre heter nå \
             {}.",
            place(file),
            place(Path::new(kept.file_name().unwrap_or_default())),
        ),
        Problem::NoSuchState { file, name } => format!(
            "{} har ingen tidligere utgave med nummer «{}». Ingenting er endret. Kjør kommandoen uten nummer for å se \
             hvilke som finnes.",
            place(file),
            clean_line(name),
        ),
        Problem::NotSaved { file, cause } => format!(
            "{} er ikke lagret: {}. Det som ble lagret før, er trygt. {}",
            place(file),
            reason(*cause),
            remedy(*cause),
        ),
        Problem::NotMade { folder, cause } => format!(
            "Møtet kan ikke lages i {}: {}. Ingenting er endret. {} Med --mappe velger du en annen mappe.",
            place(folder),
            reason(*cause),
            remedy(*cause),
        ),
        Problem::TooLarge(file) => format!(
            "{} er ikke lagret: Møtet er blitt for stort. Det som ble lagret før, er trygt. Kort ned det lengste \
             notatet.",
            place(file),
        ),
        Problem::OwnLeftOut(file) => format!(
            "Dine egne spørsmål, setninger og ord er ikke med: {} har feil. Alt annet virker. «dialogmote egne» viser feilene.",
            place(file),
        ),
        Problem::BuiltIn => {
            "Programmet er skadet: Noe som følger med det, kan ikke leses. Møtene dine er urørt. Installer programmet på \
             nytt."
                .to_owned()
        }
        Problem::IsMeeting(file) => format!(
            "{} kan være en møtefil, og den er urørt. Velg et navn som ikke slutter på .toml.",
            place(file)
        ),
        Problem::SavingStopped => {
            "Lagringen stanset uventet. Det som alt var lagret, er trygt. Start programmet på nytt, og se over det du \
             skrev sist."
                .to_owned()
        }
        Problem::SetAside { file, kept } => format!(
            "{} kan ikke leses, og programmet bruker en annen utgave av møtet. Filen er tatt vare på, og heter nå {}. Se \
             over det du skrev sist.",
            place(file),
            place(Path::new(kept.file_name().unwrap_or_default())),
        ),
        Problem::NotRenamed { file, cause } => format!(
            "Alt er lagret, men filen {} har fortsatt det gamle navnet: {}. {}",
            place(file),
            reason(*cause),
            remedy(*cause),
        ),
        Problem::CodeTaken { code, file } => format!(
            "Sakskoden {code} er i bruk i {}, og den filen er urørt. Velg en annen sakskode.",
            place(file),
        ),
        Problem::NoSuchMeeting { word, folder } => format!(
            "Fant verken et møte med sakskoden «{}» i {} eller en fil med det navnet. Sjekk hva du skrev, eller velg \
             fra listen over møter.",
            clean_line(word),
            place(folder),
        ),
        Problem::SeveralMeetings { code, files } => {
            let names: Vec<String> = files.iter().map(|file| place(file)).collect();
            format!(
                "Flere møter har sakskoden {code}. Datoen i filnavnet viser når møtet ble opprettet. Skriv hele \
                 filnavnet til det du vil ha: {}.",
                names.join(", "),
            )
        }
    }
}

/// Why the open meeting is not saved, and what to do, where all else has been said.
pub(super) fn why_unsaved(problem: &Problem) -> String {
    match problem {
        Problem::NotSaved { cause, .. } => format!("{}. {}", reason(*cause), remedy(*cause)),
        Problem::DiskSilent(_) => {
            "Disken svarer ikke. Se etter at disken eller nettverket er koblet til.".to_owned()
        }
        Problem::TooLarge(_) => {
            "Møtet er blitt for stort. Kort ned det lengste notatet.".to_owned()
        }
        Problem::Folder { .. }
        | Problem::Unreadable { .. }
        | Problem::NotOpened { .. }
        | Problem::HeldElsewhere { .. }
        | Problem::ChangedOutside { .. }
        | Problem::NoSuchState { .. }
        | Problem::NotMade { .. }
        | Problem::BuiltIn
        | Problem::SavingStopped
        | Problem::IsMeeting(_)
        | Problem::SetAside { .. }
        | Problem::NotRenamed { .. }
        | Problem::CodeTaken { .. }
        | Problem::NoSuchMeeting { .. }
        | Problem::OwnLeftOut(_)
        | Problem::SeveralMeetings { .. } => words(problem),
    }
}

fn holder(holder: &LockHolder) -> String {
    match holder {
        LockHolder::SameUser { process } => {
            format!("i et annet vindu på denne maskinen (prosess {process})")
        }
        LockHolder::Other {
            user,
            machine,
            process,
        } => format!(
            "hos {} på maskinen {} (prosess {process})",
            known(user),
            known(machine),
        ),
    }
}

/// A name that another program has written, as it can be shown.
fn known(name: &str) -> String {
    let name = clean_line(name);
    if name.trim().is_empty() {
        "ukjent".to_owned()
    } else {
        name
    }
}

fn unreadable(file: &Path, fault: &Fault) -> String {
    let file = place(file);
    match fault {
        Fault::System(cause) => format!(
            "{file} kan ikke leses: {}. Ingenting er endret. {}",
            reason(*cause),
            remedy(*cause),
        ),
        Fault::NotAFile => {
            format!("{file} er ikke en vanlig fil, og er ikke rørt. Velg filen til et møte.")
        }
        Fault::TooLarge => format!(
            "{file} er for stor til å være et møte, og er ikke rørt. Se om det er riktig fil."
        ),
        Fault::NotText => {
            format!("{file} er ikke en tekstfil, eller den er skadet. Filen er urørt.")
        }
        Fault::NewerFormat => format!(
            "{file} er laget av en nyere versjon av dialogmote. Filen er urørt. Oppdater programmet for å åpne den."
        ),
        Fault::NoFormat => format!(
            "{file} er ikke et møte fra dialogmote: Linjen med «format» øverst mangler. Filen er urørt."
        ),
        Fault::CutOff => format!(
            "{file} er ikke hel: Slutten mangler. Filen er urørt. Har du selv fjernet linjen «[slutt]», setter du den inn \
             igjen nederst."
        ),
        Fault::Missing { line, field } => format!(
            "{file} kan ikke leses: Feltet «{}» mangler i den delen som begynner på linje {line}. Filen er urørt. Sett \
             inn feltet i et tekstprogram.",
            clean_line(field),
        ),
        Fault::Line { line, field } => {
            let field = field
                .as_ref()
                .map(|field| format!(" («{}»)", clean_line(field)));
            format!(
                "{file} kan ikke leses: Programmet forstår ikke linje {line}{}. Filen er urørt. Åpne den i et \
                 tekstprogram og rett linjen.",
                field.unwrap_or_default(),
            )
        }
        Fault::NoAgenda => format!(
            "{file} kan ikke leses alene: Agendaen til møtet står i en annen fil, og den mangler. Filen er urørt. Hent \
             fram en tidligere utgave av møtet."
        ),
        Fault::Contradiction(contradiction) => format!(
            "{file} kan ikke leses: {}. Filen er urørt. Åpne den i et tekstprogram og rett feilen.",
            contradicts(*contradiction),
        ),
    }
}

fn contradicts(contradiction: Contradiction) -> String {
    match contradiction {
        Contradiction::Whole(Inconsistent::EmptyAgenda) => {
            "Agendaen mangler faser, eller en fase mangler punkter".to_owned()
        }
        Contradiction::Whole(Inconsistent::DoubleId) => {
            "To deltakere, oppgaver, trinn, perioder eller spørsmål har samme nummer («nr»)"
                .to_owned()
        }
        Contradiction::Whole(Inconsistent::UnknownItem) => {
            "En hendelse viser til et punkt som ikke står i agendaen".to_owned()
        }
        Contradiction::Whole(Inconsistent::UnknownOwner) => {
            "En oppgave viser til en deltaker som ikke finnes".to_owned()
        }
        Contradiction::Whole(Inconsistent::ReviewBeforeEnd) => {
            "Gjennomgangen er begynt, men møtet er ikke avsluttet".to_owned()
        }
        Contradiction::Whole(Inconsistent::SentBeforeApproval) => {
            "Noe er ført som sendt, men referatet er ikke godkjent".to_owned()
        }
        Contradiction::Whole(Inconsistent::OutOfRange) => {
            "Minutter, prosent eller et nummer er større enn det går an".to_owned()
        }
        Contradiction::HalfPast => {
            "«planlagt_dag» og «planlagt_ble» hører sammen, og bare det ene står der".to_owned()
        }
        Contradiction::AskedTwice => "Noen står to ganger i «spurt»".to_owned(),
        Contradiction::Event(number) => {
            format!("Hendelse nummer {number} kan ikke stå etter den som står foran")
        }
        Contradiction::EventItem(number) => {
            format!("Punktet i hendelse nummer {number} mangler eller finnes ikke i agendaen")
        }
        Contradiction::SeveralDues(number) => {
            format!("Oppgave nummer {number} i filen har mer enn én frist")
        }
        Contradiction::AcceptedPlace(number) => {
            format!("Stedet til nummer {number} av det som er beholdt, finnes ikke")
        }
        Contradiction::NoOrder => {
            "«opprinnelig_rekkefolge» er ikke en rekkefølge av punktene i hver fase".to_owned()
        }
        Contradiction::GoneInUse(number) => {
            format!(
                "Virkemiddel nummer {number} har feltet «avlost», men «tilstand» er ikke «borte»"
            )
        }
    }
}

fn reason(cause: Cause) -> &'static str {
    match cause {
        Cause::Missing => "Mappen eller filen finnes ikke",
        Cause::Forbidden => "Du har ikke tilgang",
        Cause::Full => "Disken er full",
        Cause::QuotaUsedUp => "Kvoten din på disken er brukt opp",
        Cause::NetworkGone => "Nettverksdisken er borte",
        Cause::ReadOnlyDisk => "Disken kan bare leses, ikke skrives til",
        Cause::WrongKind => "Noe annet har samme navn",
        Cause::Busy => "Et annet program bruker den",
        Cause::Other => "Maskinen meldte en feil",
    }
}

fn remedy(cause: Cause) -> &'static str {
    match cause {
        Cause::Missing => "Se etter om den er flyttet eller slettet.",
        Cause::Forbidden => "Gi deg selv tilgang til mappen, eller velg en annen mappe.",
        Cause::Full => "Frigjør plass på disken.",
        Cause::QuotaUsedUp => "Slett noe av ditt eget, eller be om mer plass.",
        Cause::NetworkGone => "Koble til nettverket igjen.",
        Cause::ReadOnlyDisk => "Velg en mappe du kan lagre i.",
        Cause::WrongKind => "Flytt det som står i veien.",
        Cause::Busy => "Lukk det andre programmet.",
        Cause::Other => "Se etter at disken er koblet til og virker.",
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::meeting::CaseCode;

    const CAUSES: [Cause; 9] = [
        Cause::Missing,
        Cause::Forbidden,
        Cause::Full,
        Cause::QuotaUsedUp,
        Cause::NetworkGone,
        Cause::ReadOnlyDisk,
        Cause::WrongKind,
        Cause::Busy,
        Cause::Other,
    ];

    fn faults() -> Vec<Fault> {
        let contradictions = [
            Contradiction::Whole(Inconsistent::EmptyAgenda),
            Contradiction::Whole(Inconsistent::DoubleId),
            Contradiction::Whole(Inconsistent::UnknownItem),
            Contradiction::Whole(Inconsistent::UnknownOwner),
            Contradiction::Whole(Inconsistent::ReviewBeforeEnd),
            Contradiction::Whole(Inconsistent::SentBeforeApproval),
            Contradiction::Whole(Inconsistent::OutOfRange),
            Contradiction::AcceptedPlace(3),
            Contradiction::HalfPast,
            Contradiction::AskedTwice,
            Contradiction::Event(3),
            Contradiction::EventItem(3),
            Contradiction::SeveralDues(3),
            Contradiction::NoOrder,
            Contradiction::GoneInUse(3),
        ];
        let plain = [
            Fault::NotAFile,
            Fault::TooLarge,
            Fault::NotText,
            Fault::NewerFormat,
            Fault::NoFormat,
            Fault::CutOff,
            Fault::NoAgenda,
            Fault::Missing {
                line: 3,
                field: "navn".into(),
            },
            Fault::Line {
                line: 3,
                field: None,
            },
            Fault::Line {
                line: 3,
                field: Some("navn".into()),
            },
        ];
        let contradictions = contradictions.into_iter().map(Fault::Contradiction);
        let causes = CAUSES.into_iter().map(Fault::System);
        plain
            .into_iter()
            .chain(contradictions)
            .chain(causes)
            .collect()
    }

    fn problems() -> Vec<Problem> {
        let file = PathBuf::from("/hjem/møter/26-014_2026-11-17.toml");
        let code: CaseCode = "26-014".parse().unwrap();
        let mut problems = vec![
            Problem::HeldElsewhere {
                file: file.clone(),
                by: None,
            },
            Problem::HeldElsewhere {
                file: file.clone(),
                by: Some(LockHolder::SameUser { process: 4711 }),
            },
            Problem::HeldElsewhere {
                file: file.clone(),
                by: Some(LockHolder::Other {
                    user: "anne".to_owned(),
                    machine: String::new(),
                    process: 4711,
                }),
            },
            Problem::DiskSilent(file.clone()),
            Problem::ChangedOutside {
                file: file.clone(),
                kept: "x.endret-1".into(),
            },
            Problem::NoSuchState {
                file: file.clone(),
                name: "7".to_owned(),
            },
            Problem::TooLarge(file.clone()),
            Problem::BuiltIn,
            Problem::SavingStopped,
            Problem::SetAside {
                file: file.clone(),
                kept: "x.uleselig-1".into(),
            },
            Problem::CodeTaken {
                code: code.clone(),
                file: file.clone(),
            },
            Problem::NoSuchMeeting {
                word: "26-99".into(),
                folder: "/hjem/møter".into(),
            },
            Problem::SeveralMeetings {
                code,
                files: vec![file.clone(), file.clone()],
            },
        ];
        for cause in CAUSES {
            problems.push(Problem::Folder {
                folder: "/hjem/møter".into(),
                cause,
            });
            problems.push(Problem::NotOpened {
                file: file.clone(),
                cause,
            });
            problems.push(Problem::NotSaved {
                file: file.clone(),
                cause,
            });
            problems.push(Problem::NotMade {
                folder: "/hjem/møter".into(),
                cause,
            });
            problems.push(Problem::NotRenamed {
                file: file.clone(),
                cause,
            });
        }
        let unreadable = |fault| Problem::Unreadable {
            file: file.clone(),
            fault,
        };
        problems.extend(faults().into_iter().map(unreadable));
        problems
    }

    #[test]
    fn every_problem_is_told_in_whole_short_sentences() {
        for problem in problems() {
            let text = words(&problem);
            println!("{text}");
            assert!(
                text.ends_with('.') && !text.contains("  ") && !text.contains(".."),
                "{text}"
            );
            assert!(text.chars().count() < 330, "{text}");
            assert_eq!(text, clean_line(&text));
        }
    }

    #[test]
    fn a_path_or_a_word_cannot_command_the_terminal() {
        let folder = PathBuf::from("/hjem/\u{1b}[2Jrapport_\u{202e}gnp\n");
        let text = words(&Problem::NoSuchMeeting {
            word: "\u{1b}c\n".into(),
            folder,
        });
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\n']), "{text:?}");
    }
}
