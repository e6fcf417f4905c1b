//! Every reason why an event changes nothing.

use super::Timestamp;

/// Why an event changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The meeting has not begun.
    NotBegun,
    /// The meeting has begun already.
    AlreadyBegun,
    /// The meeting is not paused.
    NotPaused,
    /// The meeting is paused already.
    AlreadyPaused,
    /// The meeting has ended.
    AlreadyEnded,
    /// The meeting has not ended.
    NotEnded,
    /// The work on the referat has begun already.
    AlreadyInReview,
    /// The work on the referat has not begun.
    NotInReview,
    /// The referat is approved and locked.
    Approved,
    /// A version of the referat has been approved, so the meeting is over for good.
    ApprovedBefore,
    /// The referat is not approved.
    NotApproved,
    /// There is no reason, or one that is too long.
    NoReason,
    /// No open item is left after this one.
    NoNextItem,
    /// This is the first item.
    NoPreviousItem,
    /// No such place in this meeting (any more).
    NoSuchPlace,
    /// Minutes of the closing phase are given only after a plain question.
    ClosingPhaseProtected,
    /// Only a later phase can lend minutes.
    NotALaterPhase,
    /// The phase has no more than so many minutes to give.
    TooFewMinutes {
        /// How many it has left.
        available: u32,
    },
    /// Between 1 and [`super::agenda::MAX_MINUTES`] minutes are possible.
    MinutesOutOfRange,
    /// The meeting cannot have begun after what happened next in it.
    StartTooLate {
        /// The latest possible start.
        latest: Timestamp,
    },
    /// The meeting cannot have ended before what happened last in it.
    EndTooEarly {
        /// The earliest possible end.
        earliest: Timestamp,
    },
    /// This lies in the future.
    InTheFuture,
    /// The meeting did not run in that time, or something happened in it.
    NotAway,
    /// The budget of a phase is planned before the meeting begins; during it, minutes are borrowed or added.
    PlannedBefore,
    /// Somebody or something with this id is there already.
    AlreadyThere,
    /// What would come back does not fit the meeting as it is now.
    DoesNotFit,
}
