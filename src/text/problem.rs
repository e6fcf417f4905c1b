//! What can go wrong with the files of meetings.

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::meeting::{CaseCode, Inconsistent, clean::clean_line};

/// Something that went wrong with a file or folder. Holds names and reasons, never what somebody wrote in a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The folder of the meetings cannot be made or read.
    Folder {
        /// As it was named, or the usual one of the user.
        folder: PathBuf,
        /// What the system said to it.
        cause: Cause,
    },
    /// A file could not be read or understood. It has not been touched.
    Unreadable {
        /// A meeting, or one of its earlier states.
        file: PathBuf,
        /// What is wrong with its content, or why it could not be reached.
        fault: Fault,
    },
    /// A meeting could not be opened for changes, because nothing can be put beside its file.
    NotOpened {
        /// The file of the meeting.
        file: PathBuf,
        /// What the system said to it.
        cause: Cause,
    },
    /// The meeting is open in another window.
    HeldElsewhere {
        /// The file of the meeting.
        file: PathBuf,
        /// Who has it open, where that is known.
        by: Option<LockHolder>,
    },
    /// The disk has not answered for a long time, asked for the file of a meeting. It may still do so.
    DiskSilent(PathBuf),
    /// Another program changed the file of a meeting. Both states are kept.
    ChangedOutside {
        /// The file of the meeting.
        file: PathBuf,
        /// Where the other program's state is now.
        kept: PathBuf,
    },
    /// There is no earlier state of this name.
    NoSuchState {
        /// The file of the meeting.
        file: PathBuf,
        /// What was asked for.
        name: String,
    },
    /// What was written could not be stored, in a meeting or a document made from one. The file is as it was before.
    NotSaved {
        /// The one that was to be replaced.
        file: PathBuf,
        /// What the system said to it.
        cause: Cause,
    },
    /// The file of a new meeting could not be made.
    NotMade {
        /// The one it was to lie in.
        folder: PathBuf,
        /// What the system said to it.
        cause: Cause,
    },
    /// The meeting in this file has grown beyond what the program reads back, and was not stored. The file is as it was
    /// before.
    TooLarge(PathBuf),
    /// The user's own questions and sentences in this file cannot be used; everything else goes on without them.
    OwnLeftOut(PathBuf),
    /// Something that is part of the program itself cannot be read.
    BuiltIn,
    /// The saver thread died. What it had stored stands.
    SavingStopped,
    /// A document was to be written over this file, which is that of a meeting.
    IsMeeting(PathBuf),
    /// One of the two files of a meeting cannot be read. The other one is used, and it is kept under another name.
    SetAside {
        /// The one that cannot be read, by its old name.
        file: PathBuf,
        /// Where it is now.
        kept: PathBuf,
    },
    /// The files of a meeting keep their name although its case code has changed. All is stored.
    NotRenamed {
        /// The file of the meeting.
        file: PathBuf,
        /// What the system said to it.
        cause: Cause,
    },
    /// The new case code belongs to another meeting; the file keeps its old name.
    CodeTaken {
        /// The code somebody wanted.
        code: CaseCode,
        /// The file that has it.
        file: PathBuf,
    },
    /// There is no meeting with this case code, and no such file.
    NoSuchMeeting {
        /// What was asked for.
        word: String,
        /// Where the meetings lie.
        folder: PathBuf,
    },
    /// More than one file has this case code.
    SeveralMeetings {
        /// The code that was asked for.
        code: CaseCode,
        /// The files; the date in each name tells them apart.
        files: Vec<PathBuf>,
    },
}

/// Whose program has a meeting open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LockHolder {
    /// The same user on the same machine, in another window.
    SameUser {
        /// The number of the process.
        process: u32,
    },
    /// Somebody else, or the same user elsewhere.
    Other {
        /// The name of the user on that machine; may be empty.
        user: String,
        /// The name of the machine; may be empty.
        machine: String,
        /// The number of the process there.
        process: u32,
    },
}

/// Why the operating system did not do what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// It is not there (any more).
    Missing,
    /// The user may not do that.
    Forbidden,
    /// There is no room left.
    Full,
    /// There may be room, but not for this user.
    QuotaUsedUp,
    /// It lay on a network drive, and that is gone.
    NetworkGone,
    /// The disk cannot be written to.
    ReadOnlyDisk,
    /// A folder stands where a file should be, or the other way round.
    WrongKind,
    /// Another program has it in use.
    Busy,
    /// Anything else.
    Other,
}

/// Why the content of a file is not a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The operating system did not hand it out.
    System(Cause),
    /// A folder, a pipe or a device stands where the file should be.
    NotAFile,
    /// It is larger than any meeting can be.
    TooLarge,
    /// It is not text (not UTF-8).
    NotText,
    /// It was written by a later version of the program.
    NewerFormat,
    /// It does not say which format it has: it is not one of ours.
    NoFormat,
    /// Its end is missing, as when a machine died or a copy stopped halfway.
    CutOff,
    /// A field that must be there is not.
    Missing {
        /// The line at which its part of the file begins, counted from 1; 1 also for the file as a whole.
        line: usize,
        /// Its name.
        field: String,
    },
    /// A line breaks the rules of the format.
    Line {
        /// Counted from 1.
        line: usize,
        /// The field it is about, where that is known.
        field: Option<String>,
    },
    /// It leaves the texts of its agenda to another file, which is gone. Only the program's own hidden files do.
    NoAgenda,
    /// A field says something that cannot be together with the rest.
    Contradiction(Contradiction),
}

impl Problem {
    /// A file that could not be read or understood.
    pub fn unreadable(file: &Path, fault: impl Into<Fault>) -> Self {
        Self::Unreadable {
            file: file.to_owned(),
            fault: fault.into(),
        }
    }

    /// Whether a later version of the program is needed.
    pub fn is_of_later_version(&self) -> bool {
        matches!(
            self,
            Self::Unreadable {
                fault: Fault::NewerFormat,
                ..
            }
        )
    }
}

impl Fault {
    /// Whether it lies in what stands in the file, so that an earlier state may take its place. Not so where the system
    /// does not hand the file out, or a later version of the program is needed to read it.
    pub fn is_in_the_file(&self) -> bool {
        match self {
            Self::System(cause) => *cause == Cause::Missing,
            Self::NewerFormat => false,
            Self::NotAFile
            | Self::TooLarge
            | Self::NotText
            | Self::NoFormat
            | Self::CutOff
            | Self::Missing { .. }
            | Self::Line { .. }
            | Self::NoAgenda
            | Self::Contradiction(_) => true,
        }
    }
}

/// What cannot be together in one meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contradiction {
    /// The parts do not make a meeting.
    Whole(Inconsistent),
    /// There is a day for which the meeting was planned without what came of it, or the other way round.
    HalfPast,
    /// Somebody stands twice among those who were asked.
    AskedTwice,
    /// What happened is not in order of time, or cannot follow what happened before. The number counts from 1.
    Event(usize),
    /// Something that happened lacks its item, has one too many, or names one that is not on the agenda. The number
    /// counts from 1.
    EventItem(usize),
    /// An action item has more than one due date. The number counts from 1.
    SeveralDues(usize),
    /// A measure that is not gone says what took its place. The number counts from 1.
    GoneInUse(usize),
    /// The items of a phase are to stand in an order that is none.
    NoOrder,
    /// Something was accepted at a place that is not known. The number counts from 1.
    AcceptedPlace(usize),
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the standard library goes on adding kinds"
)]
impl From<io::ErrorKind> for Cause {
    fn from(kind: io::ErrorKind) -> Self {
        use io::ErrorKind as Kind;
        match kind {
            Kind::NotFound => Self::Missing,
            Kind::PermissionDenied => Self::Forbidden,
            Kind::StorageFull | Kind::FileTooLarge => Self::Full,
            Kind::QuotaExceeded => Self::QuotaUsedUp,
            Kind::StaleNetworkFileHandle => Self::NetworkGone,
            Kind::ReadOnlyFilesystem => Self::ReadOnlyDisk,
            Kind::IsADirectory | Kind::NotADirectory | Kind::AlreadyExists => Self::WrongKind,
            Kind::ResourceBusy | Kind::ExecutableFileBusy | Kind::WouldBlock => Self::Busy,
            _ => Self::Other,
        }
    }
}

impl From<&io::Error> for Cause {
    fn from(error: &io::Error) -> Self {
        error.kind().into()
    }
}

impl From<&io::Error> for Fault {
    fn from(error: &io::Error) -> Self {
        Self::System(error.into())
    }
}

/// A path as it can be shown: no line breaks, nothing that commands the terminal.
pub fn place(path: &Path) -> String {
    clean_line(&path.display().to_string())
}
