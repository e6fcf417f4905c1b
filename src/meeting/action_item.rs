//! Who does what by when.

use super::{
    due::Due,
    field::record,
    id::{ActionId, ParticipantId},
    parsed::Parsed,
};

record! {
    /// Something somebody is to do after the meeting.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    ActionItem [ActionField] {
        /// Names it.
        id: ActionId,
    } with {
        /// What is to be done.
        What what: String = "hva" printed,
        /// Who does it: one or more of the participants, in the order they were chosen.
        Owners owners: Vec<ParticipantId> = "hvem" inside,
        /// By when.
        Due due: Parsed<Due> = "frist" printed,
    }
}

impl ActionItem {
    /// A new one with nothing in it yet.
    pub fn new(id: ActionId) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }

    /// Whether nothing has been filled in.
    pub fn is_blank(&self) -> bool {
        self.what.trim().is_empty() && self.owners.is_empty() && self.due.text.trim().is_empty()
    }
}
