//! What the privacy guard found and somebody kept for a reason.

use super::{
    Contents,
    printed::{self, Place},
};

/// Words that were found and stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Where they stand.
    pub place: Place,
    /// As they are written there.
    pub words: String,
    /// Why they stay; empty where they were looked at and found harmless.
    pub reason: String,
}

impl Contents {
    /// Why these words stay at this place, where somebody has said so.
    pub fn reason_to_keep(&self, place: Place, words: &str) -> Option<&str> {
        let mut kept = self.kept.iter();
        let kept = kept.find(|kept| kept.place == place && kept.words == words);
        kept.map(|kept| kept.reason.as_str())
    }

    /// What was kept and still stands where it was. What has been rewritten since is nobody's business any more, and goes
    /// to no file.
    pub fn still_kept(&self) -> impl Iterator<Item = &Kept> {
        let stands = |kept: &&Kept| printed::text(kept.place, self).contains(&kept.words);
        self.kept.iter().filter(stands)
    }
}
