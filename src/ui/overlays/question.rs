//! A plain question that is answered by a key of its own: never by Enter or a letter, and Esc means no.

use std::path::PathBuf;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

use crate::{
    meeting::DocumentKind,
    text::Text,
    ui::{
        keymap,
        theme::Theme,
        widgets::line::{put, put_text, wrapped},
    },
};

/// A question and what a yes does.
#[derive(Debug)]
pub struct YesNoQuestion {
    /// What is asked.
    pub words: String,
    /// What a yes does.
    pub yes: Yes,
}

/// What is left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaving {
    /// The meeting, for the start screen.
    Meeting,
    /// The meeting as it is, for a state of it that is kept in another file.
    For {
        /// The file of the meeting.
        main: PathBuf,
        /// The file of that state.
        source: PathBuf,
    },
    /// The program.
    Program,
}

/// What a yes does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Yes {
    /// The meeting begins, although it was planned for another day.
    Begin,
    /// The meeting ends.
    End,
    /// The ended meeting is taken up again.
    TakeUpAgain,
    /// The referat is approved.
    Approve,
    /// The closing phase lends minutes.
    BorrowFromClosing(u32),
    /// The meeting is closed or the program left, although something is not saved.
    Leave(Leaving),
    /// The meeting goes on from its state in this file.
    TakeOther(PathBuf),
    /// The meeting in this file is opened to look at.
    Read(PathBuf),
    /// An earlier state takes the place of what cannot be read.
    Restore {
        /// The file of the meeting.
        main: PathBuf,
        /// The file of the earlier state.
        source: PathBuf,
    },
    /// A document replaces a file the program did not write.
    Overwrite(DocumentKind, String),
}

impl YesNoQuestion {
    /// Lines it needs in a window of `width` columns.
    pub fn height(&self, width: u16) -> u16 {
        super::height_of(&self.words, width)
    }

    /// Draws it into `area`.
    pub fn draw(&self, text: &Text, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let inner = super::at_foot(area, theme, buffer);
        let mut row = 1;
        for line in wrapped(&self.words, usize::from(inner.width)) {
            put_text(inner, row, &line, theme.strong, buffer);
            row += 1;
        }
        let t = &text.overlay;
        let answers = Line::from(vec![
            Span::styled(keymap::CONFIRM.label(text), theme.accent),
            Span::raw(format!(" {}     ", t.yes)),
            Span::styled("Esc", theme.accent),
            Span::raw(format!(" {}", t.no)),
        ]);
        // However small the window, the answers show.
        let row = row.min(inner.height.saturating_sub(1));
        put(
            inner,
            row,
            Line::from(" ".repeat(inner.width.into())),
            buffer,
        );
        put(inner, row, answers, buffer);
    }
}
