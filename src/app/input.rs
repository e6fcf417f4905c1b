//! What comes in: keys and pastes, the answers of disk and clock, the wish of the system that we go.

use std::path::PathBuf;

use chrono::TimeDelta;
use ratatui::layout::Size;

use crate::{
    archive::Listed,
    meeting::{Meeting, Timestamp, case_code::CaseCode},
    text::problem::Problem,
    ui::{key::Key, overlays::question::Leaving},
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
    Opened(Result<Box<Opened>, Problem>),
    /// The meetings of the folder.
    Listed(Result<Vec<Listed>, Problem>),
    /// Everything up to this number is safe on disk.
    Saved {
        /// The number of the save.
        number: u64,
        /// When.
        at: Timestamp,
    },
    /// The disk does not take it; the program keeps trying.
    SaveFailed {
        /// Why.
        problem: Problem,
        /// Since when what was written is not on disk.
        since: Timestamp,
    },
    /// The case code that was asked for is free, or why it is not to be had.
    Claimed(Result<CaseCode, Problem>),
    /// Everything is on disk, or not, and somebody wants to leave.
    Settled(Leaving, Result<(), Problem>),
    /// The meeting's file is called after its new case code.
    Renamed(PathBuf),
    /// Everything is saved, but the files keep their old name.
    NotRenamed(Problem),
    /// The referat was written to this file, or not.
    Written(Result<PathBuf, Unwritten>),
    /// The clock of the machine now runs so far ahead of the timeline (below zero: behind).
    WallClock(TimeDelta),
    /// The system wants the program to go, with this exit status.
    Terminate(u8),
}

/// A meeting that was opened or made.
#[derive(Debug)]
pub struct Opened {
    /// The meeting.
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
}

/// Where the contents of an opened meeting came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// From the meeting's file, or new.
    File,
    /// From the twin written beside it before an interruption.
    Twin,
}

/// Why the referat was not written.
#[derive(Debug)]
pub enum Unwritten {
    /// There is a file of that name that did not come from this meeting.
    InTheWay(String),
    /// The disk did not take it.
    Problem(Problem),
}
