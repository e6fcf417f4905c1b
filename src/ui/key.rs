//! One key press, as the key table names it and as the terminal reports it.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::text::Text;

/// A key with the keys held down beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// What is held down: only Ctrl and Shift count, and Shift only where it is not already in the letter.
    pub modifiers: KeyModifiers,
}

impl Key {
    /// A key by itself.
    pub const fn plain(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::NONE,
        }
    }

    /// A letter with Ctrl.
    pub const fn ctrl(letter: char) -> Self {
        Self {
            code: KeyCode::Char(letter),
            modifiers: KeyModifiers::CONTROL,
        }
    }

    /// A function key.
    pub const fn f(number: u8) -> Self {
        Self::plain(KeyCode::F(number))
    }

    /// A key with Shift.
    pub const fn shift(code: KeyCode) -> Self {
        Self::with(KeyModifiers::SHIFT, code)
    }

    /// A key with these held down.
    pub const fn with(modifiers: KeyModifiers, code: KeyCode) -> Self {
        Self { code, modifiers }
    }

    /// What the terminal reported, in the one form the table knows; nothing for the release of a key.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "crossterm has more keys than need care"
    )]
    pub fn from_event(event: KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let held =
            event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::SHIFT | KeyModifiers::ALT);
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        Some(match event.code {
            // Windows reports AltGr as Ctrl+Alt together with the finished character.
            KeyCode::Char(c) if held.contains(alt_gr) && !c.is_ascii_alphanumeric() => {
                Self::plain(KeyCode::Char(c))
            }
            // Some terminals send these for Backspace and Enter.
            KeyCode::Char('h') if held == KeyModifiers::CONTROL => Self::plain(KeyCode::Backspace),
            KeyCode::Char('j') if held == KeyModifiers::CONTROL => Self::plain(KeyCode::Enter),
            KeyCode::Char(c) if held.contains(KeyModifiers::CONTROL) => Self::with(
                held - KeyModifiers::SHIFT,
                KeyCode::Char(c.to_ascii_lowercase()),
            ),
            KeyCode::Char(c) => Self::with(held - KeyModifiers::SHIFT, KeyCode::Char(c)),
            KeyCode::BackTab => Self::with(KeyModifiers::SHIFT, KeyCode::Tab),
            code => Self::with(held, code),
        })
    }

    /// The character this key types, if it types one.
    pub fn typed(self) -> Option<char> {
        self.code.as_char().filter(|_| self.modifiers.is_empty())
    }

    /// How the key is written in hints, help and README, for example "Ctrl+N".
    pub fn label(self, text: &Text) -> String {
        let names = &text.key;
        let mut label = String::new();
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            label.push_str("Ctrl+");
        }
        if self.modifiers.contains(KeyModifiers::SHIFT) {
            label.push_str(names.shift);
            label.push('+');
        }
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "crossterm has more keys than the table uses"
        )]
        match self.code {
            KeyCode::Char(' ') => label.push_str(names.space),
            KeyCode::Char(c) => label.extend(c.to_uppercase()),
            KeyCode::F(number) => label.push_str(&format!("F{number}")),
            KeyCode::Esc => label.push_str("Esc"),
            KeyCode::Enter => label.push_str(names.enter),
            KeyCode::Tab => label.push_str(names.tab),
            KeyCode::Up => label.push_str(names.up),
            KeyCode::Down => label.push_str(names.down),
            KeyCode::Left => label.push_str(names.left),
            KeyCode::Right => label.push_str(names.right),
            KeyCode::Home => label.push_str(names.home),
            KeyCode::End => label.push_str(names.end),
            KeyCode::PageUp => label.push_str(names.page_up),
            KeyCode::PageDown => label.push_str(names.page_down),
            KeyCode::Backspace => label.push_str(names.backspace),
            KeyCode::Delete => label.push_str(names.delete),
            _ => {}
        }
        label
    }
}
