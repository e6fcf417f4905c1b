//! A meeting that is open for changes: its two files and its lock. How it comes to be open is in `opening`.
//!
//! The file of the meeting is written through to the disk and so only now and then. The recovery file beside it is
//! replaced at every change. Both have the same format, but that the recovery file leaves the texts of the agenda to a
//! third file, which is written when they change; the running number in them tells which is newer.

mod opening;

use std::{
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use super::{
    atomic::{self, Strength},
    bounded,
    digest::Digest,
    file_name, history,
    lock::{Lock, NotLocked},
    record::{self, AgendaTexts, Saved},
    seal,
    seen::Seen,
    set_aside,
    through::{Done, Keep, Through},
};
use crate::{
    meeting::{CaseCode, Meeting},
    text::{Cause, Problem},
};

/// The files of an open meeting. Nobody else can open it for changes until this is dropped.
#[derive(Debug)]
pub struct Held {
    path: PathBuf,
    code: CaseCode,
    lock: Lock,
    /// As which the states in the two files were saved, as far as they can be read.
    main: Option<Saved>,
    recovery: Option<Saved>,
    /// How the file of the meeting was when it was last read or written here.
    seen: Option<Seen>,
    /// The newest state known to be among the earlier ones.
    kept: Option<Saved>,
    /// Where the state is that another program had put into the file, until that is told.
    outside: Option<PathBuf>,
    /// What the user should know about the files that were found.
    warning: Option<Problem>,
    writer: record::Writer,
    /// The texts of the agenda that lie beside the recovery file.
    agenda: Option<Digest>,
}

impl Held {
    /// The file of the meeting.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The case code the files are named after.
    pub fn code(&self) -> &CaseCode {
        &self.code
    }

    /// Whether the newest state stands in the recovery file only, as after a crash. Then it is best stored once more
    /// right after opening, so that it survives the death of the machine too.
    pub fn is_from_recovery(&self) -> bool {
        number(self.recovery) > number(self.main)
    }

    /// Something the user should know about the files that were found.
    pub fn warning(&self) -> Option<&Problem> {
        self.warning.as_ref()
    }

    /// Whether another program has put something else into the file of the meeting.
    pub fn is_changed_outside(&self) -> bool {
        self.seen.is_some_and(|seen| seen.has_changed(&self.path))
    }

    /// Stores the newest state so that it survives the death of this program.
    ///
    /// # Errors
    /// Where it could not be stored. What was stored before stands.
    pub fn write_recovery(&mut self, meeting: &Meeting, saved: Saved) -> Result<(), Problem> {
        self.renew_lock()?;
        let text = match self.put_agenda(meeting) {
            Ok(()) => self.writer.write_without_agenda(meeting, saved),
            // Then it has to stand in the recovery file.
            Err(_) => self.writer.write(meeting, saved),
        };
        let text = seal::for_file(&self.path, text)?;
        let recovery = file_name::recovery(&self.path);
        atomic::replace(&recovery, text.as_bytes(), self.recovery_strength())
            .map_err(|error| not_saved(&self.path, (&error).into()))?;
        self.recovery = Some(saved);
        Ok(())
    }

    /// The recovery file need not survive the death of the machine, unless it is all there is.
    const fn recovery_strength(&self) -> Strength {
        if self.main.is_none() && self.recovery.is_some() {
            Strength::AgainstPowerLoss
        } else {
            Strength::AgainstCrash
        }
    }

    /// Sees to it that the texts of the agenda lie beside the recovery file, before the recovery file counts on them.
    fn put_agenda(&mut self, meeting: &Meeting) -> io::Result<()> {
        let strength = self.recovery_strength();
        let agenda = self.writer.agenda(&meeting.agenda.template);
        let AgendaTexts { text, digest } = agenda.map_err(io::Error::other)?;
        if self.agenda == Some(*digest) {
            return Ok(());
        }
        let file = file_name::agenda(&self.path);
        // What an earlier version has written stays: the recovery file that is there may count on it.
        let there = bounded::read(&file).ok();
        if there.is_none_or(|text| record::agenda_in(&text, &digest.to_string()).is_none()) {
            atomic::replace(&file, text.as_bytes(), strength)?;
        }
        self.agenda = Some(*digest);
        Ok(())
    }

    /// Stores a state so that it survives the death of the machine.
    ///
    /// # Errors
    /// Where it could not be stored. What was stored before stands.
    pub fn write_main(&mut self, meeting: &Meeting, saved: Saved) -> Result<(), Problem> {
        let done = self.prepare(meeting, saved)?.carry_out();
        self.settle(done).map(drop)
    }

    /// The first half of [`Held::write_main`], for callers that cannot wait for the disk: they carry out what they get
    /// on another thread, one at a time, and then [`Held::settle`] it here.
    ///
    /// # Errors
    /// Where it cannot be stored.
    pub fn prepare(&mut self, meeting: &Meeting, saved: Saved) -> Result<Through, Problem> {
        let text = self.writer.write(meeting, saved);
        let text = seal::for_file(&self.path, text)?;
        self.renew_lock()?;
        let is_due = |kept| history::is_due(kept, saved);
        Ok(Through {
            main: self.path.clone(),
            text,
            saved,
            seen: self.seen,
            // The state that was found is kept once, before anything comes in its place.
            before: self.main.filter(|_| self.kept.is_none()),
            after: if self.kept.is_some_and(is_due) {
                Keep::Yes
            } else {
                Keep::No
            },
        })
    }

    /// The second half of [`Held::write_main`]. Answers with where the state is that another program had put into the
    /// file, if one had.
    ///
    /// # Errors
    /// Where the state could not be stored. What was stored before stands.
    pub fn settle(&mut self, done: Done) -> Result<Option<PathBuf>, Problem> {
        self.seen = done.seen.or(self.seen);
        self.outside = done.outside.or(self.outside.take());
        done.written
            .map_err(|error| not_saved(&self.path, (&error).into()))?;
        self.kept = match self.kept {
            Some(kept) if !history::is_due(kept, done.saved) => Some(kept),
            // A new meeting has nothing to keep yet; its first state counts as kept, so that the next comes in time.
            Some(_) | None => Some(done.saved),
        };
        self.main = Some(done.saved);
        Ok(self.outside.take())
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
        let lock = free_place(&to, &code, not_renamed)?;
        self.remove_spare_recovery();
        // Wherever this is cut short, the recovery file has one of those beside it that hold the texts of the agenda.
        let belongings: [fn(&Path) -> PathBuf; 4] = [
            Path::to_path_buf,
            file_name::recovery,
            file_name::agenda,
            file_name::history,
        ];
        for (done, of) in belongings.iter().enumerate() {
            match atomic::rename(&of(&from), &of(&to)) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    for of in belongings.iter().take(done) {
                        // What does not go back is found under its new name.
                        let _ = atomic::rename(&of(&to), &of(&from));
                    }
                    return Err(not_renamed((&error).into()));
                }
                Ok(()) | Err(_) => {}
            }
        }
        for kept in set_aside::list(&from).unwrap_or_default() {
            // Where it is not found under the new name, it is still there under the old one.
            let _ = atomic::rename(&kept.path, &file_name::aside(&to, kept.why));
        }
        // The next state that is written through makes the names last, if they do not now.
        let _ = atomic::sync_folder(&to);
        self.path = to;
        self.code = code;
        self.lock = lock;
        Ok(())
    }

    /// Closes the meeting: what stands in its file is kept among the earlier states too, and the recovery file goes if
    /// the file holds the same state or a newer one.
    pub fn close(mut self) {
        if let (Some(main), Some(seen), Some(_)) = (self.main, self.seen, self.kept) {
            // Whoever damages the file later finds the last state there.
            let _ = history::keep_main(&self.path, main, seen);
        }
        self.remove_spare_recovery();
    }

    /// Sees to it that the places where the files are written are still ours.
    fn renew_lock(&mut self) -> Result<(), Problem> {
        let renewed = self.lock.renew();
        if renewed.map_err(|refused| not_ours(&self.path, refused, not_saved))? {
            // Another folder may have come in the place of the one that has them.
            self.agenda = None;
        }
        Ok(())
    }

    /// Removes the recovery file unless it is the only one with the newest state, and then the texts of the agenda
    /// beside it.
    fn remove_spare_recovery(&mut self) {
        // Without a number the file is not there, or it could not be read and is never removed.
        let spare = self.recovery.is_some() && number(self.main) >= number(self.recovery);
        // Should it not go, no harm is done: the higher number wins, and of two equal ones the file of the meeting.
        if spare && fs::remove_file(file_name::recovery(&self.path)).is_ok() {
            self.recovery = None;
        }
        if self.recovery.is_none() {
            self.agenda = None;
            // Should they not go, they lie there for the next recovery file.
            let _ = atomic::remove(&file_name::agenda(&self.path));
        }
    }
}

fn number(saved: Option<Saved>) -> Option<u64> {
    saved.map(|saved| saved.number)
}

/// The lock of a place where no meeting stands yet; where one does, its case code is taken. What the system `refused` is
/// for the caller to tell.
fn free_place(
    path: &Path,
    code: &CaseCode,
    refused: impl Fn(Cause) -> Problem,
) -> Result<Lock, Problem> {
    let taken = || Problem::CodeTaken {
        code: code.clone(),
        file: path.to_owned(),
    };
    let lock = Lock::take(file_name::lock(path)).map_err(|why| match why {
        NotLocked::Held(_) => taken(),
        NotLocked::System(cause) => refused(cause),
    })?;
    let mut places = [
        path.to_owned(),
        file_name::recovery(path),
        file_name::history(path),
    ]
    .into_iter();
    if places.any(|place| fs::symlink_metadata(place).is_ok()) {
        return Err(taken());
    }
    Ok(lock)
}

/// Why the lock of a meeting was not given, where what the system refused is told by `system`.
fn not_ours(file: &Path, why: NotLocked, system: fn(&Path, Cause) -> Problem) -> Problem {
    match why {
        NotLocked::Held(by) => Problem::HeldElsewhere {
            file: file.to_owned(),
            by,
        },
        NotLocked::System(cause) => system(file, cause),
    }
}

fn not_saved(file: &Path, cause: Cause) -> Problem {
    Problem::NotSaved {
        file: file.to_owned(),
        cause,
    }
}
