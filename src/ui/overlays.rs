//! What lies over a screen for a moment: menus, questions, help, the cover.

pub mod ask;
pub mod cover;
pub mod help;
pub mod number;
pub mod picker;
pub mod question;
pub mod text;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    widgets::{Clear, Widget},
};

use super::{
    layout::{inset, to_u16},
    theme::Theme,
    widgets::{
        line::{put_text, rule, wrapped},
        wrap,
    },
};

use self::{
    ask::{Ask, Purpose},
    number::AskNumber,
    picker::Picker,
    question::YesNoQuestion,
    text::TextOverlay,
};

/// The overlay that has the keys.
#[derive(Debug)]
pub enum Overlay {
    /// A list to choose from, with search: the menu, the items, the minutes to borrow, the meetings.
    Picker(Picker),
    /// A plain question, answered with keys that no word begins with.
    Question(YesNoQuestion),
    /// One line to fill in.
    Ask(Box<Ask>),
    /// The line in which an identity number is typed.
    Number(AskNumber),
    /// Lines to read: every key, or the reminders of an item.
    Text(TextOverlay),
}

/// Columns free at the left and right of an overlay.
const MARGIN: u16 = 2;

/// Clears `area` at the foot of the window for an overlay, under a rule. Answers with the area for its words, of which
/// the first line is the rule's.
fn at_foot(area: Rect, theme: Theme, buffer: &mut Buffer) -> Rect {
    let area = area.intersection(buffer.area);
    Clear.render(area, buffer);
    rule(area, 0, theme.dim, buffer);
    inset(area, MARGIN)
}

/// Lines an overlay with a line to fill in and these words needs in a window of `width` columns.
fn height_of(words: &str, width: u16) -> u16 {
    let columns = width.saturating_sub(2 * MARGIN);
    to_u16(wrapped(words, columns.into()).len() + 3)
}

/// Draws the line that is filled in, below the rule; answers with the place of the cursor behind it.
fn put_typed(inner: Rect, line: &str, theme: Theme, buffer: &mut Buffer) -> Option<Position> {
    put_text(inner, 1, line, theme.strong, buffer);
    let column = to_u16(wrap::columns(line)).min(inner.width.saturating_sub(1));
    (inner.height > 1).then(|| Position::new(inner.x + column, inner.y + 1))
}

/// Draws what is said below the line that is filled in.
fn put_words(inner: Rect, words: &str, style: Style, buffer: &mut Buffer) {
    for (row, line) in (2..inner.height).zip(wrapped(words, inner.width.into())) {
        put_text(inner, row, &line, style, buffer);
    }
}

impl Overlay {
    /// Whether it is the line for this.
    pub fn asks_for(&self, purpose: Purpose) -> bool {
        matches!(self, Self::Ask(ask) if ask.purpose == purpose)
    }
}
