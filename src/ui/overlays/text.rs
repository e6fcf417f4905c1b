//! Lines to read and scroll through, below the clock.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    widgets::{Clear, Widget},
};

use crate::{
    text::Text,
    ui::{
        layout::inset,
        theme::Theme,
        widgets::line::{put_text, wrapped},
    },
};

/// Lines under a title.
#[derive(Debug)]
pub struct TextOverlay {
    title: String,
    lines: Vec<String>,
    above: usize,
}

/// Lines of the overlay that are not text: its title and how to leave it.
const FRAME: u16 = 2;

impl TextOverlay {
    /// Lines from their beginning.
    pub fn new(title: impl Into<String>, lines: Vec<String>) -> Self {
        Self {
            title: title.into(),
            lines,
            above: 0,
        }
    }

    /// Scrolls within an area of this size, never past the end.
    pub fn scroll(&mut self, step: isize, room: Rect) {
        self.above = self.above.saturating_add_signed(step).min(self.most(room));
    }

    /// Draws it over `area`.
    pub fn draw(&self, text: &Text, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        Clear.render(area, buffer);
        let inner = inset(area, 2);
        put_text(inner, 0, &self.title, theme.strong, buffer);
        let last = inner.height.saturating_sub(1);
        let lines = self.wrapped(area);
        let above = self.above.min(self.most(area));
        for (row, line) in (1..last).zip(lines.iter().skip(above)) {
            put_text(inner, row, line, theme.text, buffer);
        }
        put_text(inner, last, text.overlay.help_close, theme.dim, buffer);
    }

    fn wrapped(&self, area: Rect) -> Vec<String> {
        let width = usize::from(inset(area, 2).width);
        self.lines
            .iter()
            .flat_map(|line| wrapped(line, width))
            .collect()
    }

    fn most(&self, area: Rect) -> usize {
        let room = usize::from(area.height.saturating_sub(FRAME));
        self.wrapped(area).len().saturating_sub(room)
    }
}
