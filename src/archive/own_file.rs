//! The user's own questions, sentences and words for the privacy guard, and the målform of new meetings, in a file of the
//! user's.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::Path,
};

use crate::{
    meeting::Language,
    privacy::Pattern,
    text::{Cause, Fault, LineFault, LineFaultKind},
};

use super::{
    atomic, bounded,
    user_file::{self, Faults, UserTable},
};

/// A file to begin with. Its comments explain the format; nothing in it takes effect before somebody uncomments it.
pub const EXAMPLE: &str = include_str!("../../assets/egne.toml");

const MAX_QUESTIONS: usize = 40;
const MAX_PHRASES: usize = 100;
/// Words of either kind.
const MAX_WORDS: usize = 200;
/// Characters of a question or a sentence.
const LINE: usize = 500;
/// Characters of a word for the guard.
const WORD: usize = 60;

const QUESTIONS: &str = "sporsmal";
const PHRASES: &str = "setning";
const SENSITIVE: &str = "personvern_ord";
const HARMLESS: &str = "personvern_greit";
const LANGUAGE: &str = "malform";
const KEYS: &[&str] = &[QUESTIONS, PHRASES, SENSITIVE, HARMLESS, LANGUAGE];

/// What the user's own file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Own {
    /// Questions offered in every new meeting, behind those of the agenda.
    pub questions: Vec<String>,
    /// Sentences to put in where one writes.
    pub phrases: Vec<String>,
    /// Words that the privacy guard is to find too.
    pub sensitive: Vec<String>,
    /// Uses of words in which the privacy guard is to find nothing.
    pub harmless: Vec<String>,
    /// In which målform the documents of a new meeting are written.
    pub language: Language,
}

/// Why there is nothing to be had from the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusable {
    /// There is no such file.
    Missing,
    /// It is not handed out, or is no text.
    Unreadable,
    /// These things are wrong in it; never empty.
    Faulty(Vec<LineFault>),
}

/// What stands in the file at `path`.
///
/// # Errors
/// Where there is no such file, it cannot be read, or something in it is wrong; then everything that is.
pub fn load(path: &Path) -> Result<Own, Unusable> {
    let content = bounded::read(path).map_err(|fault| match fault {
        Fault::System(Cause::Missing) => Unusable::Missing,
        Fault::System(_)
        | Fault::NotAFile
        | Fault::TooLarge
        | Fault::NotText
        | Fault::NewerFormat
        | Fault::NoFormat
        | Fault::CutOff
        | Fault::Missing { .. }
        | Fault::Line { .. }
        | Fault::NoAgenda
        | Fault::Contradiction(_) => Unusable::Unreadable,
    })?;
    read(&content).map_err(Unusable::Faulty)
}

/// What `text` holds.
///
/// # Errors
/// Everything that is wrong, in the order of its lines.
pub fn read(text: &str) -> Result<Own, Vec<LineFault>> {
    user_file::read(text, own)
}

fn own(root: &UserTable, faults: &mut Faults) -> Own {
    root.allow(KEYS, faults);
    Own {
        questions: root.texts(QUESTIONS, LINE, MAX_QUESTIONS, faults),
        phrases: root.texts(PHRASES, LINE, MAX_PHRASES, faults),
        sensitive: words(root, SENSITIVE, faults),
        harmless: words(root, HARMLESS, faults),
        language: root.optional_word(LANGUAGE, faults).unwrap_or_default(),
    }
}

/// Words for the guard. One without a letter would be found everywhere, or nowhere.
fn words(root: &UserTable, key: &str, faults: &mut Faults) -> Vec<String> {
    let words = root.texts(key, WORD, MAX_WORDS, faults);
    if words.iter().any(|word| Pattern::read(word).is_none()) {
        root.note(key, LineFaultKind::NoWord, faults);
    }
    words
}

/// Puts [`EXAMPLE`] at `path`, for the owner alone, in a folder that is made where it is missing.
///
/// # Errors
/// Where something stands there already, or the system refuses. What stands there is never touched.
pub fn create_example(path: &Path) -> io::Result<()> {
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        atomic::make_private_folder(folder)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path)?.write_all(EXAMPLE.as_bytes());
    if written.is_err() {
        // Half an example would be taken for somebody's file the next time.
        let _ = fs::remove_file(path);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::line_fault::nb;

    /// What is wrong in a file, in the user's words.
    fn faults(text: &str) -> Vec<String> {
        read(text).unwrap_err().iter().map(nb).collect()
    }

    #[test]
    fn questions_and_sentences_are_read_cleaned() {
        let text =
            "sporsmal = [\"  Hva\\nnå?\\u0007 \"]\nsetning = [\"Vi ser.\", 'Til \"fredag\".']\n";
        let own = read(text).unwrap();
        assert_eq!(own.questions, ["Hva nå?"]);
        assert_eq!(own.phrases, ["Vi ser.", "Til \"fredag\"."]);
        assert_eq!(read(""), Ok(Own::default()));
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once_with_its_line() {
        let long = "a".repeat(LINE + 1);
        let text = format!("sporsmal = \"Hva?\"\nsetning = [\"\", 3,\n  \"{long}\"]\nannet = 1\n");
        assert_eq!(
            faults(&text),
            [
                "linje 1, sporsmal: må være en liste med tekster, slik: [\"en\", \"to\"]",
                "linje 2, setning: er tom. Skriv noe, eller ta bort linjen hvis feltet ikke må være med",
                "linje 2, setning: må være en tekst i anførselstegn",
                "linje 3, setning: er for lang, høyst 500 tegn",
                "linje 4, annet: finnes ikke. Her kan du bruke sporsmal, setning, personvern_ord, personvern_greit eller malform",
            ]
        );
        assert_eq!(
            faults("personvern_ord = [\"Solgløtt*\", \"*\"]"),
            [
                "linje 1, personvern_ord: et av ordene har ingen bokstaver, eller begynner ikke med en"
            ]
        );
        assert_eq!(
            faults("malform = \"samnorsk\""),
            ["linje 1, malform: «samnorsk» er ikke et ord jeg kjenner. Skriv bokmål eller nynorsk"]
        );
        let many = format!("sporsmal = [{}]", "\"a\",".repeat(MAX_QUESTIONS + 1));
        assert_eq!(
            faults(&many),
            ["linje 1, sporsmal: det er for mange, høyst 40"]
        );
    }

    #[test]
    fn the_example_does_nothing_until_it_is_uncommented() {
        assert_eq!(read(EXAMPLE), Ok(Own::default()));
        let lines = EXAMPLE.lines().map(|line| match line.strip_prefix("# ") {
            Some(rest) if !rest.contains("Skriv") && is_toml(rest) => rest,
            Some(_) | None => line,
        });
        let own = read(&lines.collect::<Vec<_>>().join("\n")).unwrap();
        assert_eq!((own.questions.len(), own.phrases.len()), (2, 2));
        assert_eq!((own.sensitive.len(), own.harmless.len()), (2, 2));
        assert_eq!(own.language, Language::Nynorsk);
    }

    fn is_toml(line: &str) -> bool {
        line.ends_with(['[', '"']) || line.starts_with("    ") || line == "]"
    }

    #[test]
    fn an_example_never_replaces_what_stands_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ny/egne.toml");
        create_example(&path).unwrap();
        assert_eq!(load(&path), Ok(Own::default()));
        fs::write(&path, "min egen").unwrap();
        assert!(create_example(&path).is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "min egen");
        assert_eq!(load(&folder.path().join("ikke")), Err(Unusable::Missing));
        assert_eq!(load(folder.path()), Err(Unusable::Unreadable));
    }

    #[cfg(unix)]
    #[test]
    fn an_example_is_for_the_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ny/egne.toml");
        create_example(&path).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600);
        assert_eq!(mode(path.parent().unwrap()), 0o700);
    }
}
