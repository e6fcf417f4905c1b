//! What names one of several in a meeting for as long as it is there. Given when it is added; no other of its kind has it.

/// Declares the numbers of one kind.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub u32);
    )+};
}

ids! {
    /// Names a participant.
    ParticipantId;
    /// Names an action item.
    ActionId;
    /// Names a step towards the goal.
    StepId;
    /// Names a period of absence.
    PeriodId;
    /// Names a question.
    QuestionId;
}

/// Somebody the documents go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Addressee {
    /// One of those named in the meeting.
    Participant(ParticipantId),
    /// The sykmelder, where nobody in the meeting is.
    Doctor,
    /// Nav, where nobody in the meeting is from there.
    Nav,
}

/// One above the highest.
pub(super) fn next_id(ids: impl Iterator<Item = u32>) -> u32 {
    ids.max().map_or(1, |id| id.saturating_add(1))
}
