//! Questions worth asking: offered by the agenda, by the user's own file, or written for this meeting.

use std::sync::Arc;

use super::{
    choice::{Asking, Origin},
    field::record,
    id::QuestionId,
};

record! {
    /// A question of a phase.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    Question [QuestionField] {
        /// Names it.
        id: QuestionId,
        /// As the bank has it; nothing for one that was written for this meeting, and can be rewritten and taken out.
        bank: Option<Arc<str>>,
    } with {
        /// As somebody wrote it for this meeting.
        Own own: String = "tekst" printed early,
        /// How far it has come.
        Asking asking: Asking = "status" inside,
    }
}

impl Question {
    /// One of those that are there when a meeting is made.
    pub fn offered(id: QuestionId, text: impl Into<Arc<str>>) -> Self {
        Self {
            id,
            bank: Some(text.into()),
            ..Self::default()
        }
    }

    /// One that is to be written for this meeting. Whoever writes it wants to ask it.
    pub fn own(id: QuestionId) -> Self {
        Self {
            id,
            asking: Asking::Chosen,
            ..Self::default()
        }
    }

    /// As it is asked.
    pub fn text(&self) -> &str {
        self.bank.as_deref().unwrap_or(&self.own)
    }

    /// Where it comes from.
    pub const fn origin(&self) -> Origin {
        match self.bank {
            Some(_) => Origin::Bank,
            None => Origin::Own,
        }
    }

    /// Whether it is to be asked, or has been.
    pub fn is_chosen(&self) -> bool {
        self.asking != Asking::Offered
    }

    /// Whether it was added and nothing has been written.
    pub fn is_blank(&self) -> bool {
        self.origin() == Origin::Own && self.own.trim().is_empty()
    }
}
