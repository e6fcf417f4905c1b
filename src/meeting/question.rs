//! Questions worth asking: offered by the agenda, by the user's own file, or written for this meeting.

/// Names one question of a meeting for as long as it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(pub u32);

/// A question of a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Given when it is added; no other in the meeting has it.
    pub id: QuestionId,
    /// As it is asked.
    pub text: String,
    /// How far it has come.
    pub asking: Asking,
    /// Where it comes from.
    pub origin: Origin,
}

/// How far a question has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Asking {
    /// It may be chosen.
    #[default]
    Offered,
    /// It is to be asked in the meeting.
    Chosen,
    /// It has been asked.
    Asked,
}

/// Where a question comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin {
    /// It was there when the meeting was made.
    #[default]
    Bank,
    /// It was written for this meeting, and can be rewritten and taken out.
    Own,
}

impl Question {
    /// One of those that are there when a meeting is made.
    pub fn offered(id: QuestionId, text: impl Into<String>) -> Self {
        Self {
            id,
            text: text.into(),
            asking: Asking::Offered,
            origin: Origin::Bank,
        }
    }

    /// One that is to be written for this meeting. Whoever writes it wants to ask it.
    pub const fn own(id: QuestionId) -> Self {
        Self {
            id,
            text: String::new(),
            asking: Asking::Chosen,
            origin: Origin::Own,
        }
    }

    /// Whether it is to be asked, or has been.
    pub fn is_chosen(&self) -> bool {
        self.asking != Asking::Offered
    }

    /// Whether it was added and nothing has been written.
    pub fn is_blank(&self) -> bool {
        self.origin == Origin::Own && self.text.trim().is_empty()
    }
}
