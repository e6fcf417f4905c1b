//! The user's own questions and sentences.

/// What the user's own file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Own {
    /// Questions offered in every new meeting, behind those of the agenda.
    pub questions: Vec<String>,
    /// Sentences to put in where one writes.
    pub phrases: Vec<String>,
}
