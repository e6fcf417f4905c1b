//! What goes out before the meeting: the invitation, and the questions the employee gets to think about.

use crate::{meeting::Contents, text::Text};

use super::block::Document;

/// The invitation.
pub fn invitation(_meeting: &Contents, _text: &Text) -> Document {
    Document::default()
}

/// The questions for the employee.
pub fn questions(_meeting: &Contents, _text: &Text) -> Document {
    Document::default()
}
