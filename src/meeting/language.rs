//! The målform in which the documents of a meeting are written. What the leader types stays as it was typed.

/// One of the two written forms of Norwegian.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// Bokmål.
    #[default]
    Bokmal,
    /// Nynorsk.
    Nynorsk,
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Bokmal, Self::Nynorsk];
}
