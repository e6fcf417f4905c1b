//! One line to fill in: a clock time, a file, a case code.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect, Size},
};

use crate::{
    meeting::DocumentKind,
    text::Text,
    ui::{
        layout::{cut_left, cut_top, to_u16},
        theme::Theme,
        widgets::{
            editor::{Editor, EditorStyle, TextEdit},
            line::put_text,
            wrap,
        },
    },
};

/// A line to fill in, and what for.
#[derive(Debug)]
pub struct Ask {
    /// What is asked for.
    pub purpose: Purpose,
    /// What stands before the line.
    pub label: &'static str,
    /// The line.
    pub editor: Editor,
    /// Why it was not accepted.
    pub fault: Option<String>,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// When the meeting really began or ended.
    Time(Boundary),
    /// Where a document is written.
    File(DocumentKind),
    /// What the meeting is called on the outside.
    CaseCode,
    /// In which other folder it is saved.
    Refuge,
    /// Why the approved referat is changed.
    Revise,
    /// Why what the guard found may stay.
    Accept,
}

/// One end of the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Boundary {
    /// When it began.
    Start,
    /// When it ended.
    End,
}

impl Ask {
    /// A line with something in it already.
    pub fn new(purpose: Purpose, label: &'static str, text: &str) -> Self {
        let mut editor = Editor::single_line(text);
        // What stands there is more often replaced than added to; an arrow key keeps it.
        editor.apply(&TextEdit::SelectAll, Size::new(u16::MAX, 1));
        Self {
            purpose,
            label,
            editor,
            fault: None,
        }
    }

    /// Lines it needs in a window of `width` columns.
    pub fn height(&self, text: &Text, width: u16) -> u16 {
        super::height_of(self.words(text), width)
    }

    /// Why it was not accepted, else what to do with it.
    fn words<'a>(&'a self, text: &'a Text) -> &'a str {
        let t = &text.overlay;
        match (&self.fault, self.purpose) {
            (Some(fault), _) => fault,
            (None, Purpose::File(DocumentKind::PlanData)) => t.apply_data,
            (None, Purpose::File(DocumentKind::Calendar)) => t.apply,
            (None, Purpose::File(_)) => t.apply_form,
            (None, Purpose::Revise) => t.revise_help,
            (None, Purpose::Accept) => text.review.accept_wrong,
            (None, Purpose::Time(_) | Purpose::CaseCode | Purpose::Refuge) => t.apply,
        }
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
        let (_rule, below) = cut_top(inner, 1);
        let (line, _) = cut_top(below, 1);
        let label = format!("{}  ", self.label);
        put_text(line, 0, &label, theme.strong, buffer);
        let (_, place) = cut_left(line, to_u16(wrap::columns(&label)));
        let style = EditorStyle {
            highlighter: None,
            text: theme.text,
            selection: theme.chosen,
        };
        let cursor = self.editor.view(place, buffer, &style);
        let style = match &self.fault {
            Some(_) => theme.soon,
            None => theme.dim,
        };
        super::put_words(inner, self.words(text), style, buffer);
        cursor
    }
}
