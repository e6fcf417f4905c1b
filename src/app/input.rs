//! What comes in: keys and pastes, the answers of disk and clock, the wish of the system that we go.

use std::path::PathBuf;

use chrono::TimeDelta;
use ratatui::layout::Size;

use crate::{
    archive::{Elsewhere, Listed},
    meeting::{CaseCode, DocumentKind, Meeting, Timestamp},
    privacy::Guard,
    text::Problem,
    ui::{Key, Leaving},
};

use super::practice::Rehearsal;

/// Something the program has to deal with.
#[derive(Debug)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Characters were typed faster than they could be dealt with one by one.
    Typed(String),
    /// Text was pasted.
    Paste(String),
    /// The window has a new size.
    Resize(Size),
    /// A deadline has come.
    Tick,
    /// A meeting is open, or could not be opened.
    Opened(Result<Box<Opened>, Box<NotOpened>>),
    /// The meetings of the folder.
    Listed(Result<Vec<Listed>, Problem>),
    /// From the saver of the meeting.
    Saver(Report),
    /// From the saver in the other folder.
    RefugeSaver(Report),
    /// Until the disk takes it again, the meeting is saved in this folder as well, or why it cannot be.
    Refuge(Result<PathBuf, Problem>),
    /// The case code that was asked for is free, or why it is not to be had.
    Claimed(Result<CaseCode, Problem>),
    /// Everything is on disk, or not, and somebody wants to leave.
    Settled(Leaving, Result<(), Problem>),
    /// Everything is saved, but something about the files is not as it should be.
    Warning(Problem),
    /// A document was written to this file, or not.
    Written(DocumentKind, Result<PathBuf, ExportRefused>),
    /// What was asked for cannot be done: the machine has no room for it.
    Unable,
    /// The privacy guard, or why there is none.
    Guard(Result<Box<Guard>, Problem>),
    /// The clock of the machine now runs so far ahead of the timeline (below zero: behind).
    WallClock(TimeDelta),
    /// The system wants the program to go, with this exit status.
    Terminate(u8),
}

/// What a saver has to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// This state, and all before it, survives the death of the machine.
    Saved {
        /// As it was handed in with it.
        number: u64,
        /// When it was handed in.
        at: Timestamp,
    },
    /// The newest state could not be stored. The saver tries again by itself.
    Failed {
        /// What came of the last try.
        problem: Problem,
        /// The oldest state that is not on the disk was handed in then.
        since: Timestamp,
    },
    /// The saver broke. What it had stored stands, and it stores nothing more.
    Stopped,
    /// The files of the meeting are called after its new case code.
    Renamed {
        /// The file of the meeting.
        file: PathBuf,
        /// Where a state is that another program had put into the file, if nobody has chosen yet.
        outside: Option<PathBuf>,
    },
    /// The files keep their name although the case code has changed. All is stored.
    NotRenamed(Problem),
    /// Another program had changed the file of the meeting. The newest state is stored, and the other one kept.
    ChangedOutside {
        /// The file of the meeting.
        file: PathBuf,
        /// Where the other one is.
        kept: PathBuf,
    },
}

/// A meeting that was opened or made.
#[derive(Debug)]
pub struct Opened {
    /// As it stood at its last save, or new.
    pub meeting: Meeting,
    /// The number of its last save.
    pub number: u64,
    /// When that was; nothing for a new meeting.
    pub saved: Option<Timestamp>,
    /// The invented people, in a practice meeting.
    pub rehearsal: Rehearsal,
    /// How fast its clock runs.
    pub speed: u32,
    /// Whether something had to be brought back from before an interruption.
    pub source: Source,
    /// The file of the meeting; the referat goes beside it unless the leader says otherwise.
    pub file: PathBuf,
    /// What was odd about the files and has been dealt with.
    pub warning: Option<Problem>,
    /// Where a state is that another program had put into the file, if the leader has not chosen yet.
    pub outside: Option<PathBuf>,
    /// A newer state of it, that was saved in another folder while its own failed.
    pub elsewhere: Option<Elsewhere>,
    /// What may be done with it.
    pub access: Access,
}

/// What may be done with an open meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everything.
    Full,
    /// It is looked at as it was when it was opened; nothing is written.
    ReadOnly,
}

/// Why a meeting was not opened, and what can be done instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotOpened {
    /// What is in the way.
    pub problem: Problem,
    /// What can be done instead.
    pub way_on: Option<WayOn>,
}

/// What can be done with a meeting that cannot be opened for changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WayOn {
    /// Look at the meeting in this file.
    Read(PathBuf),
    /// Put an earlier state in the place of what cannot be read.
    Restore {
        /// The file of the meeting.
        main: PathBuf,
        /// The file of the earlier state.
        source: PathBuf,
        /// When that was saved.
        at: Timestamp,
    },
}

impl From<Problem> for Box<NotOpened> {
    fn from(problem: Problem) -> Self {
        Self::new(NotOpened {
            problem,
            way_on: None,
        })
    }
}

/// Where the contents of an opened meeting came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// From the meeting's file, or new.
    File,
    /// From the recovery file written beside it before an interruption.
    Recovery,
    /// From an earlier state, or one that another program had put in its place.
    Restored,
}

/// Why a document was not written.
#[derive(Debug)]
pub enum ExportRefused {
    /// There is a file of that name that did not come from this meeting.
    InTheWay(String),
    /// The disk did not take it.
    Problem(Problem),
}
