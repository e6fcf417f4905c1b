//! Documents made from a meeting: what they say, and how it is written. Pure functions.

pub mod block;
pub mod calendar;
mod columns;
pub mod docx;
pub mod html;
pub mod imprint;
pub mod invitation;
pub mod markdown;
pub mod pdf;
pub mod plain;
pub mod referat;

use crate::{
    meeting::{Contents, Timestamp, paper::Paper, zone::Zone},
    text::Text,
};

use self::block::Document;

/// How a document is written. A calendar has only one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Markdown.
    Markdown,
    /// Lines of plain text, as for a mail.
    Plain,
}

/// A document about a meeting as it stands at `now`, ready to be put in a file; nothing where there is nothing to put in a
/// calendar.
pub fn written(
    paper: Paper,
    form: Form,
    meeting: &Contents,
    zone: Zone,
    text: &Text,
    now: Timestamp,
) -> Option<String> {
    let write = |document: &Document| match form {
        Form::Markdown => markdown::markdown(document),
        Form::Plain => plain::mail(document),
    };
    match paper {
        Paper::Referat => Some(write(&referat::referat(meeting, zone, text))),
        Paper::Invitation => Some(write(&invitation::invitation(meeting, text))),
        Paper::Questions => Some(write(&invitation::questions(meeting, text))),
        Paper::Calendar => calendar::calendar(meeting, zone, text, now),
    }
}
