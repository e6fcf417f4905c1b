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
    layout::Rect,
    widgets::{Clear, Widget},
};

use super::{layout::inset, theme::Theme, widgets::line::rule};

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

/// Clears `area` at the foot of the window for an overlay, under a rule. Answers with the area for its words, of which
/// the first line is the rule's.
fn at_foot(area: Rect, theme: Theme, buffer: &mut Buffer) -> Rect {
    let area = area.intersection(buffer.area);
    Clear.render(area, buffer);
    rule(area, 0, theme.dim, buffer);
    inset(area, 2)
}

impl Overlay {
    /// Whether it is the line for this.
    pub fn asks_for(&self, purpose: Purpose) -> bool {
        matches!(self, Self::Ask(ask) if ask.purpose == purpose)
    }
}
