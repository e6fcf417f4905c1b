//! A meeting that is open for changes: its two files and its lock.
//!
//! The file of the meeting is written through to the disk and so only now and then. The twin beside it is
//! replaced at every change. Both have the same format; the running number in them tells which is newer.

use std::{
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use super::{
    atomic::{self, Strength},
    bounded::MAX_BYTES,
    file_name,
    generation::{self, Aside, Newest},
    lock::{Lock, NotLocked},
    record::{self, Saved},
};
use crate::{
    meeting::{Meeting, case_code::CaseCode},
    text::problem::{Cause, Problem},
};

/// The files of an open meeting. Nobody else can open it for changes until this is dropped.
#[derive(Debug)]
pub struct Held {
    path: PathBuf,
    code: CaseCode,
    lock: Lock,
    /// The numbers of the states in the two files, as far as they can be read.
    main: Option<u64>,
    twin: Option<u64>,
    aside: Vec<Aside>,
}

impl Held {
    /// Opens the meeting whose file is `path`, in the newest state that can be read. Nothing is written yet.
    ///
    /// # Errors
    /// Where somebody else has it open or no state can be read.
    pub(super) fn open(path: PathBuf) -> Result<(Self, Meeting, Saved), Problem> {
        let lock = Lock::take(file_name::lock(&path)).map_err(|refused| match refused {
            NotLocked::Held => Problem::HeldElsewhere { file: path.clone() },
            NotLocked::System(cause) => Problem::NotOpened {
                file: path.clone(),
                cause,
            },
        })?;
        let Newest {
            meeting,
            saved,
            main,
            twin,
            aside,
        } = generation::newest(&path)?;
        let code = meeting.code.clone();
        let held = Self {
            path,
            code,
            lock,
            main,
            twin,
            aside,
        };
        Ok((held, meeting, saved))
    }

    /// Makes the files of a new meeting.
    ///
    /// # Errors
    /// Where a file with its name is there already, or the system refuses.
    pub(super) fn create(path: PathBuf, meeting: &Meeting, saved: Saved) -> Result<Self, Problem> {
        let code = meeting.code.clone();
        let lock = free_place(&path).map_err(|refused| match refused {
            NotLocked::Held => Problem::CodeTaken {
                code: code.clone(),
                file: path.clone(),
            },
            NotLocked::System(cause) => not_saved(&path, cause),
        })?;
        let mut held = Self {
            path,
            code,
            lock,
            main: None,
            twin: None,
            aside: Vec::new(),
        };
        held.write_main(meeting, saved)?;
        Ok(held)
    }

    /// The file of the meeting.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The case code the files are named after.
    pub fn code(&self) -> &CaseCode {
        &self.code
    }

    /// Whether the newest state stands in the twin only, as after a crash. Then it is best stored once more right
    /// after opening, so that it survives the death of the machine too.
    pub fn is_from_twin(&self) -> bool {
        self.twin > self.main
    }

    /// Something the user should know about the files that were found; asked right after opening.
    pub fn warning(&self) -> Option<Problem> {
        self.aside.first().map(|aside| Problem::SetAside {
            file: aside.path.clone(),
            kept: file_name::aside(&aside.path, aside.why),
        })
    }

    /// Stores the newest state so that it survives the death of this program.
    ///
    /// # Errors
    /// Where it could not be stored. What was stored before stands.
    pub fn write_twin(&mut self, meeting: &Meeting, saved: Saved) -> Result<(), Problem> {
        let twin = file_name::twin(&self.path);
        self.write(&twin, meeting, saved, Strength::AgainstCrash)?;
        self.twin = Some(saved.number);
        Ok(())
    }

    /// Stores a state so that it survives the death of the machine.
    ///
    /// # Errors
    /// Where it could not be stored. What was stored before stands.
    pub fn write_main(&mut self, meeting: &Meeting, saved: Saved) -> Result<(), Problem> {
        let main = self.path.clone();
        self.write(&main, meeting, saved, Strength::AgainstPowerLoss)?;
        self.main = Some(saved.number);
        Ok(())
    }

    /// Names the files after another case code. Best done right after [`Held::write_main`]: then there is one file only
    /// to move, and no moment at which a part of the meeting has the old name.
    ///
    /// # Errors
    /// Where another meeting has that name. Then the files keep theirs.
    pub fn rename(&mut self, meeting: &Meeting) -> Result<(), Problem> {
        let code = meeting.code.clone();
        let to = self.path.with_file_name(file_name::main(meeting));
        if to == self.path {
            self.code = code;
            return Ok(());
        }
        let from = self.path.clone();
        let not_renamed = |cause| Problem::NotRenamed {
            file: from.clone(),
            cause,
        };
        let system = |error: io::Error| not_renamed((&error).into());
        let lock = free_place(&to).map_err(|refused| match refused {
            NotLocked::Held => Problem::CodeTaken {
                code: code.clone(),
                file: to.clone(),
            },
            NotLocked::System(cause) => not_renamed(cause),
        })?;
        self.put_aside()?;
        self.remove_spare_twin();
        atomic::rename(&from, &to).map_err(system)?;
        self.path.clone_from(&to);
        self.code = code;
        self.lock = lock;
        if self.twin.is_some() {
            atomic::rename(&file_name::twin(&from), &file_name::twin(&to)).map_err(system)?;
        }
        atomic::sync_folder(&to).map_err(system)
    }

    /// Closes the meeting: the twin goes if the file of the meeting holds the same state or a newer one.
    pub fn close(mut self) {
        self.remove_spare_twin();
    }

    fn write(
        &mut self,
        path: &Path,
        meeting: &Meeting,
        saved: Saved,
        strength: Strength,
    ) -> Result<(), Problem> {
        let text = record::write(meeting, saved);
        let text = text.map_err(|_| not_saved(&self.path, Cause::Other))?;
        if text.len() as u64 > MAX_BYTES {
            return Err(Problem::TooLarge {
                file: self.path.clone(),
            });
        }
        self.put_aside()?;
        atomic::replace(path, text.as_bytes(), strength)
            .map_err(|error| not_saved(&self.path, (&error).into()))
    }

    /// Moves what could not be read out of the way, before anything is written in its place.
    fn put_aside(&mut self) -> Result<(), Problem> {
        while let Some(Aside { path, why }) = self.aside.last() {
            match atomic::rename(path, &file_name::aside(path, why)) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(not_saved(&self.path, (&error).into()));
                }
                // Moved, or somebody has taken it away meanwhile.
                Ok(()) | Err(_) => self.aside.pop(),
            };
        }
        Ok(())
    }

    /// Removes the twin unless it is the only one with the newest state.
    fn remove_spare_twin(&mut self) {
        // Without a number the file is not there, or it could not be read and is never removed.
        let spare = self.twin.is_some() && self.main >= self.twin;
        // Should it not go, no harm is done: the higher number wins, and of two equal ones the file of the meeting.
        if spare && fs::remove_file(file_name::twin(&self.path)).is_ok() {
            self.twin = None;
        }
    }
}

/// The lock of a place where no meeting stands yet; where one does, the place counts as held.
fn free_place(path: &Path) -> Result<Lock, NotLocked> {
    let lock = Lock::take(file_name::lock(path))?;
    let mut places = [path.to_owned(), file_name::twin(path)].into_iter();
    if places.any(|place| fs::symlink_metadata(place).is_ok()) {
        return Err(NotLocked::Held);
    }
    Ok(lock)
}

fn not_saved(file: &Path, cause: Cause) -> Problem {
    Problem::NotSaved {
        file: file.to_owned(),
        cause,
    }
}
