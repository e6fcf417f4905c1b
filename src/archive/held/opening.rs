//! How a meeting comes to be open for changes: found, new, fetched back, or as a copy in another folder.

use std::{
    fs::{self, File},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use crate::{
    archive::{
        atomic::{self, Strength},
        file_name::{self, Why},
        generation::{self, Aside, Newest, Which},
        history::{self, Earlier},
        lock::Lock,
        record::{self, Saved},
        refuge,
    },
    meeting::Meeting,
    text::{Cause, Problem},
};

use super::{Held, free_place, not_ours, not_saved};

impl Held {
    /// Opens the meeting whose file is `path`, in the newest state that can be read. No state is written yet; what cannot
    /// stay in its place gets another name.
    ///
    /// # Errors
    /// Where somebody else has it open or no state can be read.
    pub(in crate::archive) fn open(path: PathBuf) -> Result<(Self, Meeting, Saved), Problem> {
        let lock = lock(&path)?;
        let newest = generation::newest(&path)?;
        let saved = newest.saved;
        let (held, meeting) = Self::of(path, lock, newest)?;
        Ok((held, meeting, saved))
    }

    fn of(path: PathBuf, lock: Lock, newest: Newest) -> Result<(Self, Meeting), Problem> {
        let mut held = Self {
            main: newest.main.map(|found| found.saved),
            recovery: newest.recovery.map(|found| found.saved),
            seen: newest.main.map(|found| found.seen),
            ..Self::bare(path, lock, &newest.meeting)
        };
        if let Some(aside) = newest.aside {
            let put = held
                .secure_other(aside.file, &newest.meeting)
                .and_then(|()| held.put_aside(aside));
            put.map_err(|error| not_opened(&held.path, (&error).into()))?;
        }
        Ok((held, newest.meeting))
    }

    /// Makes the files of a new meeting.
    ///
    /// # Errors
    /// Where a file with its name is there already, or the system refuses.
    pub(in crate::archive) fn create(
        path: PathBuf,
        meeting: &Meeting,
        saved: Saved,
    ) -> Result<Self, Problem> {
        let not_made = |cause| Problem::NotMade {
            folder: path.parent().unwrap_or(&path).to_owned(),
            cause,
        };
        let lock = free_place(&path, &meeting.code, not_made)?;
        let mut held = Self::bare(path.clone(), lock, meeting);
        match held.write_main(meeting, saved) {
            Ok(()) => Ok(held),
            Err(problem) => {
                // What came to its place and may not stay there is no meeting yet.
                let _ = fs::remove_file(&path);
                Err(if let Problem::NotSaved { cause, .. } = problem {
                    not_made(cause)
                } else {
                    problem
                })
            }
        }
    }

    /// Puts the meeting in `source` into the file of the meeting at `path`, as its newest state. What stood there is
    /// kept: among the earlier states, or under another name where it cannot be read.
    ///
    /// # Errors
    /// Where somebody else has the meeting open, `source` cannot be read, or the system refuses. Then nothing has
    /// changed.
    pub(in crate::archive) fn restore(
        path: PathBuf,
        source: &Path,
    ) -> Result<(Self, Meeting, Saved), Problem> {
        let lock = lock(&path)?;
        let (meeting, from) = generation::read(source)?;
        let (mut held, newest) = match generation::newest(&path) {
            Ok(newest) => {
                let saved = newest.saved;
                (Self::over(path, lock, newest)?, Some(saved))
            }
            Err(problem) if problem.is_of_later_version() => return Err(problem),
            Err(_) => {
                let mut held = Self::bare(path, lock, &meeting);
                for aside in generation::unreadable(&held.path.clone()) {
                    let put = held.put_aside(aside);
                    put.map_err(|error| not_saved(&held.path, (&error).into()))?;
                }
                (held, None)
            }
        };
        let earlier = history::list(&held.path).unwrap_or_default();
        let numbers = earlier.iter().map(|earlier: &Earlier| earlier.saved.number);
        let numbers = numbers.chain(newest.map(|saved| saved.number));
        let highest = numbers.chain([from.number]).max().unwrap_or_default();
        // It is as it was then, and so the time since then is time away.
        let saved = Saved {
            at: from.at,
            number: highest.saturating_add(1),
        };
        held.take_over(&meeting, saved)?;
        Ok((held, meeting, saved))
    }

    /// Makes the files of a meeting that has its own in another folder. A copy of the same meeting that stands there
    /// from before is kept among the earlier states.
    ///
    /// # Errors
    /// Where another meeting has that name, or the system refuses.
    pub(in crate::archive) fn copy(
        path: PathBuf,
        meeting: &Meeting,
        saved: Saved,
    ) -> Result<Self, Problem> {
        let taken = match Self::create(path.clone(), meeting, saved) {
            Err(taken @ Problem::CodeTaken { .. }) => taken,
            created => return created,
        };
        let lock = lock(&path)?;
        let newest = generation::newest(&path)?;
        if !refuge::is_same(&newest.meeting, meeting) {
            return Err(taken);
        }
        let mut held = Self::over(path, lock, newest)?;
        held.take_over(meeting, saved)?;
        Ok(held)
    }

    /// The files of a meeting, of which all that can be read is kept among the earlier states.
    fn over(path: PathBuf, lock: Lock, newest: Newest) -> Result<Self, Problem> {
        let refused = |error: io::Error| not_saved(&path, (&error).into());
        if let Some(main) = newest.main {
            history::keep_main(&path, main.saved, main.seen).map_err(refused)?;
        }
        if let Some(recovery) = newest.recovery {
            let whole = generation::whole_recovery(&path)?;
            history::keep(&path, whole.as_bytes(), recovery.saved).map_err(refused)?;
        }
        let (mut held, _) = Self::of(path, lock, newest)?;
        held.kept = held.main;
        Ok(held)
    }

    /// Puts a state in the place of all that stands there and has been kept.
    fn take_over(&mut self, meeting: &Meeting, saved: Saved) -> Result<(), Problem> {
        self.write_main(meeting, saved)?;
        if self.recovery.take().is_some() {
            // It may have the higher number.
            let removed = fs::remove_file(file_name::recovery(&self.path));
            removed.map_err(|error| not_saved(&self.path, (&error).into()))?;
        }
        Ok(())
    }

    /// A meeting of which no file stands on the disk yet.
    fn bare(path: PathBuf, lock: Lock, meeting: &Meeting) -> Self {
        Self {
            path,
            code: meeting.code.clone(),
            lock,
            main: None,
            recovery: None,
            seen: None,
            kept: None,
            outside: None,
            warning: None,
            writer: record::Writer::default(),
            agenda: None,
        }
    }

    /// Gives a file that is not to be lost another name.
    fn put_aside(&mut self, Aside { file, why }: Aside) -> io::Result<()> {
        let from = self.file(file);
        let kept = file_name::aside(&self.path, why);
        let whole = match file {
            Which::Main => None,
            Which::Recovery => generation::whole_recovery(&self.path).ok(),
        };
        let put = match whole {
            Some(text) => {
                atomic::replace(&kept, text.as_bytes(), Strength::AgainstPowerLoss)?;
                fs::remove_file(&from)
            }
            None => atomic::rename(&from, &kept),
        };
        match put {
            // Somebody has taken it away meanwhile.
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            put => put?,
        }
        self.warning = Some(match why {
            Why::Unreadable => Problem::SetAside { file: from, kept },
            Why::Changed | Why::Decided => Problem::ChangedOutside {
                file: self.path.clone(),
                kept,
            },
        });
        Ok(())
    }

    /// Sees to it that the other file can stand alone, which it is going to do for a while, and waits until the disk has
    /// it.
    fn secure_other(&mut self, file: Which, meeting: &Meeting) -> io::Result<()> {
        let sync = |path: &Path| File::options().write(true).open(path)?.sync_all();
        match file {
            Which::Main => {
                // Its agenda may come from the file that is about to go.
                self.put_agenda(meeting)?;
                sync(&file_name::agenda(&self.path))?;
                sync(&self.file(Which::Recovery))
            }
            Which::Recovery => sync(&self.path),
        }
    }

    fn file(&self, which: Which) -> PathBuf {
        match which {
            Which::Main => self.path.clone(),
            Which::Recovery => file_name::recovery(&self.path),
        }
    }
}

/// The lock of the meeting at `path`.
fn lock(path: &Path) -> Result<Lock, Problem> {
    Lock::take(file_name::lock(path)).map_err(|refused| not_ours(path, refused, not_opened))
}

fn not_opened(file: &Path, cause: Cause) -> Problem {
    Problem::NotOpened {
        file: file.to_owned(),
        cause,
    }
}
