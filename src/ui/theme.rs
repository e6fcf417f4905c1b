//! How things look: named terminal colours that follow the user's own palette, or none at all.

use ratatui::style::{Color, Modifier, Style};

/// The styles of the whole program. Colour is never the only sign: each state has its word too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Ordinary text.
    pub text: Style,
    /// What matters less.
    pub dim: Style,
    /// Headings and the item that runs.
    pub strong: Style,
    /// Signs and keys.
    pub accent: Style,
    /// Time is in hand.
    pub good: Style,
    /// Time is nearly up, or something is missing.
    pub soon: Style,
    /// Time is over, or something is not saved.
    pub over: Style,
    /// Under a word that may be harmless in a document.
    pub hint: Style,
    /// Under a word that does not belong in a document.
    pub unfit: Style,
    /// The chosen line of a list, the button with the cursor, selected text.
    pub chosen: Style,
}

impl Theme {
    /// With colours.
    pub const fn colour() -> Self {
        let plain = Style::new();
        Self {
            text: plain,
            dim: plain.fg(Color::DarkGray),
            strong: plain.add_modifier(Modifier::BOLD),
            accent: plain.fg(Color::Cyan),
            good: plain.fg(Color::Green).add_modifier(Modifier::BOLD),
            soon: plain.fg(Color::Yellow).add_modifier(Modifier::BOLD),
            over: plain
                .fg(Color::Red)
                .add_modifier(Modifier::BOLD.union(Modifier::REVERSED)),
            hint: plain.add_modifier(Modifier::UNDERLINED),
            unfit: plain.fg(Color::Yellow).add_modifier(Modifier::UNDERLINED),
            chosen: plain.add_modifier(Modifier::REVERSED),
        }
    }

    /// Without colours: bold, underline and reverse only.
    pub const fn plain() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            text: plain,
            dim: plain,
            strong: bold,
            accent: plain,
            good: bold,
            soon: bold.add_modifier(Modifier::UNDERLINED),
            over: bold.add_modifier(Modifier::REVERSED),
            hint: plain.add_modifier(Modifier::UNDERLINED),
            unfit: bold.add_modifier(Modifier::UNDERLINED),
            chosen: plain.add_modifier(Modifier::REVERSED),
        }
    }
}
