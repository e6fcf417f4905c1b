//! Who does what by when.

use super::{due::Due, participant::ParticipantId, written::Written};

/// Names one action item of a meeting for as long as it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActionId(pub u32);

/// Something somebody is to do after the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionItem {
    /// Given when added; no other in the meeting has it.
    pub id: ActionId,
    /// What is to be done.
    pub what: String,
    /// Who does it: one or more of the participants, in the order they were chosen.
    pub owners: Vec<ParticipantId>,
    /// By when.
    pub due: Written<Due>,
}

impl ActionItem {
    /// A new one with nothing in it yet.
    pub fn new(id: ActionId) -> Self {
        Self {
            id,
            what: String::new(),
            owners: Vec::new(),
            due: Written::empty(),
        }
    }

    /// Whether nothing has been filled in.
    pub fn is_blank(&self) -> bool {
        self.what.trim().is_empty() && self.owners.is_empty() && self.due.text.trim().is_empty()
    }
}
