//! The sentences of the privacy guard: what was found, where, why it does not belong there, and what to write instead.

#![expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]

use crate::{
    meeting::{Contents, Place},
    privacy::{Area, FindingCause, FindingKind, Grade},
};

/// What is said of findings.
pub struct PrivacyText {
    pub grade: fn(Grade) -> &'static str,
    pub kind: fn(FindingKind) -> String,
    pub area: fn(Area) -> &'static str,
    pub cause: fn(FindingCause) -> &'static str,
    pub reason: fn(FindingKind) -> &'static str,
    pub instead: fn(FindingKind) -> &'static str,
    pub place: fn(Place, &Contents) -> String,
    pub line: fn(place: &str, line: usize) -> String,
    pub found: fn(grade: &str, words: &str, kind: &str) -> String,
    pub accepted: fn(reason: &str) -> String,
    pub told_by: fn(reason: &str, why: &str) -> String,
    pub examples: fn(area: &str) -> String,
    pub nothing: &'static str,
    pub in_all: fn(strong: usize, hints: usize) -> String,
}
