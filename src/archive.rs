//! Meetings on disk: one folder, one file for each meeting, and beside it, while it is open, its newest state.

pub mod agenda_file;
pub mod atomic;
pub mod bounded;
mod file_name;
mod generation;
mod held;
mod lock;
pub mod practice_file;
pub mod record;
pub mod words;
pub mod written;

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use chrono::{DateTime, NaiveDate};

pub use self::held::Held;
use self::record::Saved;
use crate::{
    meeting::{
        Kind, Meeting, Timestamp,
        case_code::{CaseCode, Series},
        stage::Stage,
    },
    text::problem::{Cause, Fault, Problem},
};

/// The folder in which meetings are kept.
#[derive(Debug, Clone)]
pub struct Archive {
    folder: PathBuf,
}

/// A meeting as it stands in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its file, to be handed to [`Archive::hold`] or [`Archive::read`].
    pub path: PathBuf,
    /// When it was last saved; of a file that cannot be read, when it was last written to.
    pub at: Timestamp,
    /// What it is, or why it cannot be read.
    pub meeting: Result<Summary, Problem>,
}

/// A meeting in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// What it is called.
    pub code: CaseCode,
    /// Whether it is real.
    pub kind: Kind,
    /// How far it has come.
    pub stage: Stage,
    /// The day for which it is planned, if that is understood.
    pub date: Option<NaiveDate>,
    /// When it began, if it has.
    pub started: Option<Timestamp>,
}

impl Archive {
    /// Opens the folder, and makes it and those above it where they are missing. What it makes is the owner's alone
    /// (0700). The rights of a folder that is there already were somebody's choice and stay as they are: each file in it
    /// is the owner's alone anyway (0600).
    ///
    /// # Errors
    /// Where the folder cannot be made or is no folder.
    pub fn open(folder: PathBuf) -> Result<Self, Problem> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        match builder.create(&folder) {
            Ok(()) => Ok(Self { folder }),
            Err(error) => Err(folder_problem(&folder, &error)),
        }
    }

    /// The folder as it is, to read from: nothing is made.
    pub const fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Every meeting, last saved first.
    ///
    /// # Errors
    /// Where the folder cannot be read. A file that cannot be read has its place in the list.
    pub fn list(&self) -> Result<Vec<Listed>, Problem> {
        let mut list: Vec<Listed> = self.mains()?.into_iter().map(listed).collect();
        list.sort_by(|one, other| {
            other
                .at
                .cmp(&one.at)
                .then_with(|| one.path.cmp(&other.path))
        });
        Ok(list)
    }

    /// The meetings whose files were written to last, at most `most` of them, newest first. Reads no others.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn newest(&self, most: usize) -> Result<Vec<Listed>, Problem> {
        let mut mains: Vec<PathBuf> = self.mains()?.into_iter().collect();
        mains.sort_by_cached_key(|path| std::cmp::Reverse(written_to(path)));
        Ok(mains.into_iter().take(most).map(listed).collect())
    }

    /// The file that `word` means: a case code, the name of a file in this folder, or a path.
    ///
    /// # Errors
    /// Where there is no such meeting or more than one.
    pub fn find(&self, word: &str) -> Result<PathBuf, Problem> {
        if let Ok(code) = word.parse::<CaseCode>() {
            let mut files = match self.with_code(&code) {
                Err(Problem::Folder {
                    cause: Cause::Missing,
                    ..
                }) => Vec::new(),
                files => files?,
            };
            match (files.pop(), files.is_empty()) {
                (Some(only), true) => return Ok(only),
                (Some(last), false) => {
                    files.push(last);
                    return Err(Problem::SeveralMeetings { code, files });
                }
                (None, _) => {}
            }
        }
        let places = [PathBuf::from(word), self.folder.join(word)];
        let is_meeting = |path: &PathBuf| path.is_file() || file_name::twin(path).is_file();
        places
            .into_iter()
            .find(is_meeting)
            .ok_or_else(|| Problem::NoSuchMeeting {
                word: word.to_owned(),
                folder: self.folder.clone(),
            })
    }

    /// The first case code of `series` that is free: one above the highest in use.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn next_code(&self, series: Series) -> Result<CaseCode, Problem> {
        let used = self.list()?.into_iter().flat_map(|listed| {
            // The name of the file counts too: its content may be unreadable or have been given another code.
            let named = file_name::code(&listed.path);
            let inside = listed.meeting.ok().map(|meeting| meeting.code);
            named.into_iter().chain(inside)
        });
        let highest = used.filter_map(|code| code.number_in(series)).max();
        let next = highest.unwrap_or(0).saturating_add(1);
        Ok(CaseCode::numbered(series, next))
    }

    /// Makes the file of a new meeting and holds it. It is stored as state number 0; those to come count from 1.
    ///
    /// # Errors
    /// Where a meeting with this case code was made on the same day, or the system refuses.
    pub fn create(&self, meeting: &Meeting, now: Timestamp) -> Result<Held, Problem> {
        let saved = Saved { at: now, number: 0 };
        Held::create(self.folder.join(file_name::main(meeting)), meeting, saved)
    }

    /// Opens a meeting for changes, in its newest state. The next state to be stored must have a higher number.
    ///
    /// # Errors
    /// Where it is open in another window, or cannot be read.
    pub fn hold(path: &Path) -> Result<(Held, Meeting, Saved), Problem> {
        Held::open(resolved(path)?)
    }

    /// Reads a meeting in its newest state, also while it is open elsewhere.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn read(path: &Path) -> Result<(Meeting, Saved), Problem> {
        let newest = generation::newest(&resolved(path)?)?;
        Ok((newest.meeting, newest.saved))
    }

    /// The files of all meetings, by name.
    fn mains(&self) -> Result<BTreeSet<PathBuf>, Problem> {
        let problem = |error: io::Error| folder_problem(&self.folder, &error);
        let mut mains = BTreeSet::new();
        for entry in fs::read_dir(&self.folder).map_err(problem)? {
            let name = entry.map_err(problem)?.file_name();
            mains.extend(file_name::main_of(&name).map(|main| self.folder.join(main)));
        }
        Ok(mains)
    }

    /// The files with this case code inside, and those that cannot be read and have it in their name.
    fn with_code(&self, code: &CaseCode) -> Result<Vec<PathBuf>, Problem> {
        let fits = |listed: &Listed| match &listed.meeting {
            Ok(meeting) => meeting.code == *code,
            Err(_) => file_name::code(&listed.path).as_ref() == Some(code),
        };
        let list = self.list()?.into_iter();
        Ok(list.filter(fits).map(|listed| listed.path).collect())
    }
}

fn listed(path: PathBuf) -> Listed {
    match generation::newest(&path) {
        Ok(newest) => Listed {
            path,
            at: newest.saved.at,
            meeting: Ok(Summary {
                code: newest.meeting.code.clone(),
                kind: newest.meeting.kind,
                stage: newest.meeting.stage(),
                date: newest.meeting.arrangement.date.value,
                started: newest.meeting.timeline.started(),
            }),
        },
        Err(problem) => Listed {
            at: written_to(&path),
            path,
            meeting: Err(problem),
        },
    }
}

/// When one of the files of a meeting was last written to, by the clock of the disk.
fn written_to(main: &Path) -> Timestamp {
    let written = |path: &Path| {
        let at = fs::metadata(path).and_then(|data| data.modified()).ok()?;
        let since = at.duration_since(UNIX_EPOCH).ok()?;
        DateTime::from_timestamp(i64::try_from(since.as_secs()).ok()?, since.subsec_nanos())
    };
    written(main)
        .max(written(&file_name::twin(main)))
        .unwrap_or(DateTime::UNIX_EPOCH)
}

/// Where a file really stands: a link would be replaced instead of what it leads to.
fn resolved(path: &Path) -> Result<PathBuf, Problem> {
    let resolved = if path.is_symlink() {
        fs::canonicalize(path)
    } else {
        std::path::absolute(path)
    };
    resolved.map_err(|error| Problem::Unreadable {
        file: path.to_owned(),
        fault: Fault::System((&error).into()),
    })
}

fn folder_problem(folder: &Path, error: &io::Error) -> Problem {
    Problem::Folder {
        folder: folder.to_owned(),
        cause: error.into(),
    }
}
