//! What lies over a screen for a moment: menus, questions, help, the cover.

pub mod ask;
pub mod cover;
pub mod help;
pub mod picker;
pub mod question;

use self::{ask::Ask, picker::Picker, question::Question};

/// The overlay that has the keys.
#[derive(Debug)]
pub enum Overlay {
    /// A list to choose from, with search: the menu, the items, the minutes to borrow, the meetings.
    Picker(Picker),
    /// A plain question, answered by a letter of its own.
    Question(Question),
    /// One line to fill in.
    Ask(Box<Ask>),
    /// Every key; scrolled by so many lines.
    Help {
        /// Lines above the first one shown.
        scroll: usize,
    },
}
