//! How far a meeting has come, from preparation to an approved referat.

use super::{Contents, Timestamp, timeline::Course};

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
        match (self.timeline.course(), self.review) {
            (Course::NotBegun, _) => Stage::Preparing,
            (Course::Running, _) => Stage::Running,
            (Course::Paused, _) => Stage::Paused,
            (Course::Ended, Review::NotBegun) => Stage::Ended,
            (Course::Ended, Review::Begun) => Stage::InReview,
            (Course::Ended, Review::Approved(_)) => Stage::Approved,
        }
    }
}
