//! Small pieces that documents are put together from.

use crate::{
    meeting::{Contents, MeetingKind},
    text::DocumentText,
};

use super::block::{Block, Level, ListPoint, TextSpan};

/// That the meeting is none with real people, where it is not; it stands above all else.
pub(super) fn practice(meeting: &Contents, text: &DocumentText) -> Option<Block> {
    match meeting.kind {
        MeetingKind::Practice => Some(Block::Paragraph(vec![TextSpan::bold(
            text.referat.practice,
        )])),
        MeetingKind::Real => None,
    }
}

/// A heading.
pub(super) fn heading(level: Level, text: &str) -> Block {
    Block::Heading {
        level,
        text: text.to_owned(),
    }
}

/// Running text in one weight.
pub(super) fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph(vec![TextSpan::plain(text)])
}

/// A point that begins with a label.
pub(super) fn labelled(label: &str, text: impl Into<String>) -> ListPoint {
    vec![
        TextSpan::bold(format!("{label}:")),
        TextSpan::plain(format!(" {}", text.into())),
    ]
}

/// The text without blanks around it; nothing where nothing is left.
pub(super) fn filled(text: &str) -> Option<&str> {
    let text = text.trim();
    (!text.is_empty()).then_some(text)
}
