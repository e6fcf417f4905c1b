//! What the privacy guard found and somebody accepted for a reason.

use super::place::Place;

/// Words that were found and stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// Where they stand.
    pub place: Place,
    /// As they are written there.
    pub words: String,
    /// Why they stay; empty where they were looked at and found harmless.
    pub reason: String,
}
