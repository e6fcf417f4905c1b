//! What the program wants done outside of it. Effects are data; the runtime carries them out.

use std::path::PathBuf;

use crate::{
    archive::Existing,
    meeting::{CaseCode, DocumentKind, Meeting, MeetingKind, Timestamp},
    ui::Leaving,
};

/// Something to be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Make a new meeting and open it.
    Create(MeetingKind),
    /// Open the meeting in this file.
    Open(PathBuf),
    /// Open the meeting in this file to look at, whoever has it open.
    Read(PathBuf),
    /// Make an earlier state, or one that another program had put in its place, the newest one of a meeting, and open it.
    Restore {
        /// The file of the meeting.
        main: PathBuf,
        /// The file of that state.
        source: PathBuf,
    },
    /// The leader has chosen to go on with the meeting as it is: not with the state in this file.
    Decide {
        /// The file of the meeting.
        main: PathBuf,
        /// The file of that state.
        against: PathBuf,
    },
    /// Save the open meeting in another folder as well.
    TakeRefuge {
        /// Which folder, as the leader wrote it.
        folder: String,
        /// The meeting as it is now.
        snapshot: Box<Snapshot>,
    },
    /// The meeting is saved in its own folder again: let go of the file in the other one.
    LeaveRefuge,
    /// List the meetings of the folder.
    List,
    /// Save this state of the meeting; an older one not yet on disk need not be.
    Save(Box<Snapshot>),
    /// Answer whether this case code is free, for the open meeting to have it.
    Claim(CaseCode),
    /// See to it that everything is on disk now.
    Flush,
    /// See to it that everything is on disk, and answer whether it is: somebody wants to leave.
    Settle(Leaving),
    /// The meeting is closed: let go of its file.
    Close,
    /// Write a document.
    Write {
        /// What it is, which decides what is remembered of it.
        kind: DocumentKind,
        /// To which file, as the leader wrote it.
        file: String,
        /// What stands in it.
        content: Vec<u8>,
        /// What to do with a file of that name that did not come from this meeting.
        existing: Existing,
    },
    /// The title of the window: the case code, never a name.
    Title(String),
    /// To the clipboard of the system, where the terminal lets us.
    Copy(String),
    /// The clock of a practice meeting runs so fast.
    Speed(u32),
    /// The program is left, with this exit status, once everything is on disk.
    Quit(u8),
}

/// A state of the meeting to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// All of it, as one change left it.
    pub meeting: Meeting,
    /// Counted up with each change.
    pub number: u64,
    /// When it was so.
    pub at: Timestamp,
}
