//! How far a meeting has come, from preparation to an approved referat.

use super::{Contents, Timestamp, timeline::RunState};

/// The stages of a meeting, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Not begun.
    Preparing,
    /// Under way.
    Running,
    /// Under way, with time standing still.
    Paused,
    /// Over; notes can still be edited.
    Ended,
    /// The referat is being gone through.
    InReview,
    /// The referat is approved; nothing changes any more.
    Approved,
}

impl Stage {
    /// Whether the meeting is over, approved or not.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Ended | Self::InReview | Self::Approved)
    }
}

/// How far the work after the meeting has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Review {
    /// Not taken up.
    #[default]
    NotBegun,
    /// Under way.
    Begun,
    /// Approved at this instant.
    Approved(Timestamp),
}

impl Contents {
    /// How far the meeting has come, read from the timeline and the review.
    pub fn stage(&self) -> Stage {
        match (self.timeline.run_state(), self.review) {
            (RunState::NotBegun, _) => Stage::Preparing,
            (RunState::Running, _) => Stage::Running,
            (RunState::Paused, _) => Stage::Paused,
            (RunState::Ended, Review::NotBegun) => Stage::Ended,
            (RunState::Ended, Review::Begun) => Stage::InReview,
            (RunState::Ended, Review::Approved(_)) => Stage::Approved,
        }
    }
}
