//! Everything that can happen to a meeting.

use super::{
    Timestamp,
    agenda::{ItemIndex, PhaseIndex},
    change::Change,
    edit::Edit,
};

/// Something that happens to a meeting. What it does to which stage is the table in `tests/snapshots`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The meeting begins with its first item.
    Begin,
    /// The current item is done; on to the next open one.
    Next,
    /// Back to the item before, which is open again.
    Previous,
    /// To any item; one that was done or set aside is open again.
    GoTo(ItemIndex),
    /// The current item is not relevant; on to the next open one.
    SetAside,
    /// Time stands still.
    Pause,
    /// Time runs again. Also takes an ended meeting up again.
    Resume,
    /// Moves minutes from a later phase to the current one. The end stays.
    Borrow {
        /// The later phase that gives.
        from: PhaseIndex,
        /// How many.
        minutes: u32,
    },
    /// The same from the closing phase, after the leader has answered a plain question.
    BorrowFromClosing {
        /// How many.
        minutes: u32,
    },
    /// Gives the current phase more minutes and moves the end.
    Extend {
        /// How many.
        minutes: u32,
    },
    /// The meeting really began at this instant.
    CorrectStart(Timestamp),
    /// The meeting really ended at this instant.
    CorrectEnd(Timestamp),
    /// Time away does not count.
    LeaveOut {
        /// When it began.
        from: Timestamp,
        /// When the leader was back.
        to: Timestamp,
    },
    /// The summary has been read aloud.
    MarkReadBack,
    /// The meeting is over.
    End,
    /// The work on the referat begins.
    BeginReview,
    /// The referat is approved.
    Approve,
    /// The approved referat is taken up again to be changed, for this reason.
    Revise(String),
    /// What another event has changed stands again as it stood: a step is taken back, or taken again.
    PutBack(Box<Change>),
    /// Something is written down or chosen.
    Edit(Edit),
}
