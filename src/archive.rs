//! Meetings on disk: one folder, one file for each meeting, and beside it, while it is open, its newest state.

pub mod agenda_file;
pub mod atomic;
pub mod bounded;
mod digest;
mod file_name;
mod generation;
pub mod guard_file;
mod held;
mod history;
mod lock;
pub mod own_file;
pub mod practice_file;
pub mod record;
pub mod refuge;
mod seal;
mod seen;
mod set_aside;
pub mod through;
mod user_file;
mod words;
pub mod written;

pub use self::{
    held::Held,
    history::Earlier,
    own_file::{Own, Unusable},
    practice_file::Practice,
    record::Saved,
    refuge::Elsewhere,
    set_aside::SetAside,
    through::{Done, Through},
    written::Existing,
};

use std::{
    collections::BTreeSet,
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use chrono::DateTime;

use self::{file_name::Why, record::RecordReader};

use crate::{
    meeting::{CaseCode, Meeting, Series, Timestamp},
    text::{Cause, Problem},
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
    /// The meeting, or why it cannot be read.
    pub meeting: Result<Box<Meeting>, Problem>,
}

impl Archive {
    /// Opens the folder, and makes it and those above it where they are missing. What it makes is the owner's alone
    /// (0700), and so is each file in it (0600), whatever the rights of a folder that was there already.
    ///
    /// # Errors
    /// Where the folder cannot be made or is no folder.
    pub fn open(folder: PathBuf) -> Result<Self, Problem> {
        match atomic::make_private_folder(&folder) {
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
        let mut list = listed(self.mains()?);
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
        Ok(listed(mains.into_iter().take(most)))
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
        // What is left of a meeting whose file is gone leads to it too.
        let is_meeting = |path: &PathBuf| {
            let left = path.extension().is_some() && file_name::history(path).is_dir();
            path.is_file() || file_name::recovery(path).is_file() || left
        };
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
        let gone = self.gone()?.into_iter();
        let gone = gone.filter_map(|path| file_name::code(&path));
        let used = self.mains()?.into_iter().flat_map(|main| {
            // The name of the file counts too: its content may be unreadable or have been given another code.
            let inside = generation::code(&main);
            file_name::code(&main).into_iter().chain(inside)
        });
        let highest = used
            .chain(gone)
            .filter_map(|code| code.number_in(series))
            .max();
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

    /// Makes the files of a meeting in this folder too, whose own is another one. A copy of it that stands here from
    /// before is kept among its earlier states.
    ///
    /// # Errors
    /// Where another meeting has that name here, or the system refuses.
    pub fn copy(&self, meeting: &Meeting, saved: Saved) -> Result<Held, Problem> {
        Held::copy(self.folder.join(file_name::main(meeting)), meeting, saved)
    }

    /// Opens a meeting for changes, in its newest state. The next state to be stored must have a higher number.
    ///
    /// # Errors
    /// Where it is open in another window, or cannot be read.
    pub fn hold(path: &Path) -> Result<(Held, Meeting, Saved), Problem> {
        Held::open(resolved(path)?)
    }

    /// The earlier states of a meeting, newest first.
    ///
    /// # Errors
    /// Where they cannot be looked at.
    pub fn earlier(path: &Path) -> Result<Vec<Earlier>, Problem> {
        history::list(&resolved(path)?)
    }

    /// The newest earlier state of a meeting that can be read.
    pub fn newest_earlier(path: &Path) -> Option<Earlier> {
        let list = Self::earlier(path).ok()?;
        list.into_iter().find(|earlier| earlier.read().is_ok())
    }

    /// The files of a meeting that were kept under other names, the last first.
    ///
    /// # Errors
    /// Where they cannot be looked at.
    pub fn set_aside(path: &Path) -> Result<Vec<SetAside>, Problem> {
        set_aside::list(&resolved(path)?)
    }

    /// The last state of a meeting that another program had put into its file and the leader has not chosen about.
    pub fn undecided(path: &Path) -> Option<PathBuf> {
        let list = Self::set_aside(path).ok()?.into_iter();
        let mut undecided = list.filter(|one| one.why == Why::Changed && one.read().is_ok());
        undecided.next().map(|one| one.path)
    }

    /// Notes that the leader has chosen about such a state. It stays where it is, under another name.
    ///
    /// # Errors
    /// Whatever the system refuses. Then the leader is asked again the next time.
    pub fn decide(main: &Path, undecided: &Path) -> io::Result<()> {
        atomic::rename(undecided, &file_name::aside(main, Why::Decided))
    }

    /// Makes the meeting in the file `source` (one of [`Archive::earlier`], or one that was set aside) the newest state
    /// of the meeting at `path`, and opens it. What stood there is kept.
    ///
    /// # Errors
    /// Where it is open in another window, `source` cannot be read, or the system refuses. Then nothing has changed.
    pub fn restore(path: &Path, source: &Path) -> Result<(Held, Meeting, Saved), Problem> {
        let main = resolved(path)?;
        let restored = Held::restore(main.clone(), source)?;
        let name = source.file_name().unwrap_or_default();
        if let Some((Why::Changed, _)) = file_name::why_aside(&main, name) {
            // Else the leader is asked once more.
            let _ = Self::decide(&main, source);
        }
        Ok(restored)
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
        let names = self.names()?;
        let mains = names.iter().filter_map(|name| file_name::main_of(name));
        Ok(mains.map(|main| self.folder.join(main)).collect())
    }

    /// The names of everything in the folder.
    fn names(&self) -> Result<Vec<OsString>, Problem> {
        let names = fs::read_dir(&self.folder)
            .and_then(|entries| entries.map(|entry| Ok(entry?.file_name())).collect());
        names.map_err(|error| folder_problem(&self.folder, &error))
    }

    /// The files with this case code inside, and those that cannot be read or are gone and have it in their name.
    fn with_code(&self, code: &CaseCode) -> Result<Vec<PathBuf>, Problem> {
        let has_it = |main: &PathBuf| {
            let is_named = file_name::code(main).as_ref() == Some(code);
            generation::code(main).as_ref() == Some(code)
                || (is_named && generation::newest(main).is_err())
        };
        let all = self.mains()?.into_iter().chain(self.gone()?);
        Ok(all.filter(has_it).collect())
    }

    /// Where the files of meetings stood of which only earlier states are left.
    fn gone(&self) -> Result<Vec<PathBuf>, Problem> {
        let mains = self.mains()?;
        let histories = self.names()?;
        let histories = histories
            .iter()
            .filter_map(|name| file_name::main_of_history(name));
        let all = histories.map(|main| self.folder.join(main));
        Ok(all.filter(|main| !mains.contains(main)).collect())
    }
}

/// The meetings in these files.
fn listed(mains: impl IntoIterator<Item = PathBuf>) -> Vec<Listed> {
    let mut reader = RecordReader::default();
    let listed = |path: PathBuf| match generation::newest_of_many(&path, &mut reader) {
        Ok(newest) => Listed {
            path,
            at: newest.saved.at,
            meeting: Ok(Box::new(newest.meeting)),
        },
        Err(problem) => Listed {
            at: written_to(&path),
            path,
            meeting: Err(problem),
        },
    };
    mains.into_iter().map(listed).collect()
}

/// When one of the files of a meeting was last written to, by the clock of the disk.
fn written_to(main: &Path) -> Timestamp {
    let written = |path: &Path| {
        let at = fs::metadata(path).and_then(|data| data.modified()).ok()?;
        let since = at.duration_since(UNIX_EPOCH).ok()?;
        DateTime::from_timestamp(i64::try_from(since.as_secs()).ok()?, since.subsec_nanos())
    };
    written(main)
        .max(written(&file_name::recovery(main)))
        .unwrap_or(DateTime::UNIX_EPOCH)
}

/// Where a file really stands: a link would be replaced instead of what it leads to.
fn resolved(path: &Path) -> Result<PathBuf, Problem> {
    let resolved = if path.is_symlink() {
        fs::canonicalize(path)
    } else {
        std::path::absolute(path)
    };
    resolved.map_err(|error| Problem::unreadable(path, &error))
}

fn folder_problem(folder: &Path, error: &io::Error) -> Problem {
    Problem::Folder {
        folder: folder.to_owned(),
        cause: error.into(),
    }
}
