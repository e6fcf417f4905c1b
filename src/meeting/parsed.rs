//! What somebody wrote in a field, kept together with what it was understood as.

/// The text of a field and its meaning. The text is never thrown away because it was not understood: it stays, without
/// a value, and is one of the open points before the referat is approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed<T> {
    /// As it was typed.
    pub text: String,
    /// What it means, or nothing where it is empty or not understood.
    pub value: Option<T>,
}

impl<T> Parsed<T> {
    /// A field nobody has written in.
    pub const fn empty() -> Self {
        Self {
            text: String::new(),
            value: None,
        }
    }

    /// A text that was understood.
    pub fn understood(text: impl Into<String>, value: T) -> Self {
        Self {
            text: text.into(),
            value: Some(value),
        }
    }

    /// Whether something stands here that was not understood.
    pub fn is_unclear(&self) -> bool {
        self.value.is_none() && !self.text.trim().is_empty()
    }
}

impl<T> Default for Parsed<T> {
    fn default() -> Self {
        Self::empty()
    }
}
