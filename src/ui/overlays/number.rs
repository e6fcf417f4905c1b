//! The line in which an identity number is typed. What is typed stands nowhere else: in no editor, nothing that can be
//! undone, no clipboard; and it is gone when the line is.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    privacy::{IdentityNumber, NumberFault, Put, Typed},
    text::Text,
    ui::theme::Theme,
};

/// The line, and the file for which the number is asked.
#[derive(Debug)]
pub struct AskNumber {
    /// Where the document goes, as the leader wrote it.
    pub file: String,
    /// What is said below the line.
    pub hint: NumberHint,
    typed: Typed,
}

/// What is said below the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberHint {
    /// What to do.
    Asking,
    /// Something else: why it was not accepted, or that it takes a while.
    Told(String),
    /// There is another's file, which goes only where that is confirmed.
    InTheWay,
}

impl AskNumber {
    /// A line with nothing in it, for a document that goes to `file`.
    pub fn new(file: String) -> Self {
        Self {
            file,
            hint: NumberHint::Asking,
            typed: Typed::default(),
        }
    }

    /// Takes what was typed or pasted, as far as it is digits.
    pub fn put(&mut self, words: &str, text: &Text) {
        let mut puts = words.trim().chars().map(|c| self.typed.put(c));
        self.hint = if puts.any(|put| put == Put::Refused) {
            NumberHint::Told(text.plan.number_typed.to_owned())
        } else {
            NumberHint::Asking
        };
    }

    /// Takes the last digit back.
    pub fn erase(&mut self) {
        self.typed.erase();
        self.hint = NumberHint::Asking;
    }

    /// The number, if what stands here is one.
    ///
    /// # Errors
    /// Where it is none.
    pub fn number(&self) -> Result<IdentityNumber, NumberFault> {
        self.typed.number()
    }

    fn words(&self, text: &Text) -> String {
        match &self.hint {
            NumberHint::Asking => text.plan.number_help.to_owned(),
            NumberHint::Told(words) => words.clone(),
            NumberHint::InTheWay => (text.plan.number_overwrite)(&self.file),
        }
    }

    /// Lines it needs in a window of `width` columns.
    pub fn height(&self, text: &Text, width: u16) -> u16 {
        super::height_of(&self.words(text), width)
    }

    /// Draws it into `area`; answers with the place of the cursor.
    pub fn draw(
        &self,
        text: &Text,
        theme: Theme,
        area: Rect,
        buffer: &mut Buffer,
    ) -> Option<Position> {
        let inner = super::at_foot(area, theme, buffer);
        let line = format!("{}  {}", text.plan.number, self.typed.masked());
        let cursor = super::put_typed(inner, &line, theme, buffer);
        let style = match self.hint {
            NumberHint::Asking => theme.dim,
            NumberHint::Told(_) | NumberHint::InTheWay => theme.soon,
        };
        super::put_words(inner, &self.words(text), style, buffer);
        cursor
    }
}
