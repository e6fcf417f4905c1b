//! The names of the files that belong to a meeting. None of them holds the name of a person.

use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
};

use crate::meeting::{CaseCode, Contents};

/// The name of the file of a meeting: its case code and the day (UTC) on which it was made.
pub(super) fn main(meeting: &Contents) -> String {
    format!(
        "{}_{}.toml",
        meeting.code,
        meeting.created.format("%Y-%m-%d")
    )
}

/// The file of the newest state, beside the file of the meeting at `main`, while the meeting is open. It is hidden,
/// replaced at every change, and gone when the meeting has been closed.
pub(super) fn recovery(main: &Path) -> PathBuf {
    beside(main, ".", RECOVERY)
}

/// The file beside the recovery file that holds the texts of the agenda, which the recovery file leaves out.
pub(super) fn agenda(main: &Path) -> PathBuf {
    beside(main, ".", ".agenda")
}

/// The file of the meeting of which the one at `path` is the recovery file, or was before it was kept under another
/// name.
pub(super) fn main_beside(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let of_recovery = main_of(OsStr::new(name)).filter(|main| *main != name);
    let main = of_recovery.or_else(|| {
        let (main, _) = name.rsplit_once('.')?;
        let main_path = path.with_file_name(main);
        why_aside(&main_path, OsStr::new(name)).map(|_| main)
    })?;
    Some(path.with_file_name(main))
}

/// The lock of the meeting at `main`.
pub(super) fn lock(main: &Path) -> PathBuf {
    beside(main, ".", ".lock")
}

/// The folder of the earlier states of the meeting at `main`. It is in plain sight: who deletes the file of a meeting
/// must see that there is more of it.
pub(super) fn history(main: &Path) -> PathBuf {
    main.with_extension(HISTORY)
}

/// The file of the meeting whose earlier states lie in the folder with this name.
pub(super) fn main_of_history(name: &OsStr) -> Option<String> {
    let stem = name.to_str()?.strip_suffix(HISTORY)?;
    (stem.len() > 1 && !stem.starts_with('.')).then(|| format!("{stem}toml"))
}

/// Why a file of a meeting was kept under another name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// It cannot be read.
    Unreadable,
    /// Another program had changed it, and the leader has not chosen yet.
    Changed,
    /// Another program had changed it, and the leader has chosen.
    Decided,
}

impl Why {
    const ALL: [Self; 3] = [Self::Unreadable, Self::Changed, Self::Decided];

    /// How it stands in the name of the file.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Unreadable => "uleselig",
            Self::Changed => "endret",
            Self::Decided => "avgjort",
        }
    }
}

/// A free name in the same folder for a file of the meeting at `main`, for example with ".uleselig-1" at its end.
pub(super) fn aside(main: &Path, why: Why) -> PathBuf {
    let numbered =
        (1_u32..).map(|number| beside(main, "", &format!(".{}", name_aside(why, number))));
    let mut free = numbered.filter(|path| std::fs::symlink_metadata(path).is_err());
    free.next().unwrap_or_else(|| beside(main, "", why.word()))
}

/// What stands at the end of the name of such a file: "uleselig-1".
pub(super) fn name_aside(why: Why, number: u32) -> String {
    format!("{}-{number}", why.word())
}

/// Why the file with this name was kept, and its number, if it is one of the meeting at `main`.
pub(super) fn why_aside(main: &Path, name: &OsStr) -> Option<(Why, u32)> {
    let main = main.file_name()?.to_str()?;
    let end = name.to_str()?.strip_prefix(main)?.strip_prefix('.')?;
    let (word, number) = end.split_once('-')?;
    let why = Why::ALL.into_iter().find(|why| why.word() == word)?;
    Some((why, number.parse().ok()?))
}

/// The file of the meeting that `name` in a folder belongs to, whether it is that file or the one of its newest state.
pub(super) fn main_of(name: &OsStr) -> Option<&str> {
    let name = name.to_str()?;
    let main = match name.strip_prefix('.') {
        Some(hidden) => hidden.strip_suffix(RECOVERY)?,
        None => name,
    };
    (main.len() > TOML.len() && main.ends_with(TOML)).then_some(main)
}

/// The case code in the name of a file, where the program named it.
pub(super) fn code(main: &Path) -> Option<CaseCode> {
    let (code, _) = main.file_name()?.to_str()?.rsplit_once('_')?;
    code.parse().ok()
}

const TOML: &str = ".toml";
const RECOVERY: &str = ".siste";
const HISTORY: &str = "historikk";

fn beside(file: &Path, before: &str, after: &str) -> PathBuf {
    let mut name = OsString::from(before);
    name.push(file.file_name().unwrap_or_default());
    name.push(after);
    file.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, main: Option<&str>) {
        assert_eq!(main_of(OsStr::new(name)), main, "{name:?}");
    }

    #[test]
    fn a_meeting_is_found_by_its_file_and_by_the_file_of_its_newest_state() {
        let main = "26-014_2026-11-10.toml";
        check(main, Some(main));
        let recovery = recovery(Path::new(main));
        check(recovery.to_str().unwrap(), Some(main));
    }

    #[test]
    fn the_folder_of_earlier_states_is_named_after_the_file() {
        let main = Path::new("26-014_2026-11-10.toml");
        let folder = history(main);
        assert_eq!(folder, Path::new("26-014_2026-11-10.historikk"));
        let back = main_of_history(folder.as_os_str());
        assert_eq!(back.as_deref(), main.to_str());
        for other in [".historikk", "historikk", "26-014_2026-11-10.toml"] {
            assert_eq!(main_of_history(OsStr::new(other)), None, "{other}");
        }
    }

    #[test]
    fn other_files_in_the_folder_are_no_meetings() {
        for name in [
            ".26-014_2026-11-10.toml.lock",
            ".26-014_2026-11-10.toml.ny",
            ".26-014_2026-11-10.toml.siste.ny",
            ".26-014_2026-11-10.toml.agenda",
            ".26-014_2026-11-10.toml.agenda.ny",
            "26-014_2026-11-10.toml.uleselig-1",
            "referat.md",
            ".toml",
            ".x.toml",
            "",
        ] {
            check(name, None);
        }
    }

    #[test]
    fn the_case_code_stands_before_the_last_underscore() {
        let code = |name: &str| super::code(Path::new(name)).map(|code| code.to_string());
        assert_eq!(
            code("/a_b/26-014_2026-11-10.toml").as_deref(),
            Some("26-014")
        );
        assert_eq!(code("kopi av 26-014_2026-11-10.toml"), None);
        assert_eq!(code("notat.toml"), None);
    }
}
