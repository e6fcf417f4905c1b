//! Documents made from a meeting: what they say, and how it is written. Pure functions.

pub mod block;
pub mod calendar;
pub mod invitation;
pub mod markdown;
pub mod plain;
pub mod referat;

use crate::{
    meeting::{Contents, Timestamp, paper::Paper, zone::Zone},
    text::Text,
};

/// A document about a meeting as it stands at `now`, ready to be put in a file.
pub fn written(
    paper: Paper,
    meeting: &Contents,
    zone: Zone,
    text: &Text,
    now: Timestamp,
) -> String {
    match paper {
        Paper::Referat => markdown::markdown(&referat::referat(meeting, zone, text)),
        Paper::Invitation => markdown::markdown(&invitation::invitation(meeting, text)),
        Paper::Questions => markdown::markdown(&invitation::questions(meeting, text)),
        Paper::Calendar => calendar::calendar(meeting, zone, text, now),
    }
}
