//! The documents that can be made from a meeting.

/// What can be written about a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Paper {
    /// What came of the meeting.
    Referat,
    /// The invitation (innkalling).
    Invitation,
    /// The questions the employee gets beforehand.
    Questions,
    /// The meeting and its deadlines for a calendar.
    Calendar,
}
