//! How the cursor travels, with or without the selection following it.

use ratatui::layout::Size;

use super::{
    EditOutcome, Editor,
    rows::{ScreenRow, Window},
    text::{Lines, Pos},
};

/// Where the cursor goes. Rows are rows of the screen, lines are lines of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Motion {
    /// One grapheme back.
    Left,
    /// One grapheme on.
    Right,
    /// To the start of the word.
    WordLeft,
    /// To the end of the word.
    WordRight,
    /// One row up, in the column the cursor came from.
    Up,
    /// One row down, in the column the cursor came from.
    Down,
    /// To the start of the row; from there, to the start of the line.
    LineStart,
    /// To the end of the row; from there, to the end of the line.
    LineEnd,
    /// One screen up, less one row.
    PageUp,
    /// One screen down, less one row.
    PageDown,
    /// To the start of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
}

/// What a movement does to the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Selecting {
    /// It is let go.
    Stops,
    /// It reaches from where it began to the cursor.
    Follows,
}

impl Editor {
    pub(super) fn travel(
        &mut self,
        motion: Motion,
        selecting: Selecting,
        area: Size,
    ) -> EditOutcome {
        let from = self.pos();
        let selection = self.selection();
        let goal = self.goal.take();
        let target = match &selection {
            // As everywhere else, a plain arrow first goes to that end of the selection.
            Some(range) if (selecting, motion) == (Selecting::Stops, Motion::Left) => range.start,
            Some(range) if (selecting, motion) == (Selecting::Stops, Motion::Right) => range.end,
            Some(_) | None => self.target(motion, goal, area),
        };
        match selecting {
            Selecting::Stops => self.area.cancel_selection(),
            Selecting::Follows if !self.area.is_selecting() => self.area.start_selection(),
            Selecting::Follows => {}
        }
        if target != from {
            self.jump(target);
        }
        let let_go = selecting == Selecting::Stops && selection.is_some();
        if target == from && !let_go {
            return EditOutcome::Unchanged;
        }
        self.history.close();
        EditOutcome::Moved
    }

    /// Where a motion leads. Motions over rows also set the column to keep to.
    pub(super) fn target(&mut self, motion: Motion, goal: Option<usize>, area: Size) -> Pos {
        let lines = Lines(self.area.lines());
        let from = self.pos();
        let page = usize::from(area.height).saturating_sub(1).max(1);
        match motion {
            Motion::Left => lines.left(from),
            Motion::Right => lines.right(from),
            Motion::WordLeft => lines.word_left(from),
            Motion::WordRight => lines.word_right(from),
            Motion::Up => self.over_rows(1, 0, goal, area),
            Motion::Down => self.over_rows(0, 1, goal, area),
            Motion::PageUp => self.over_rows(page, 0, goal, area),
            Motion::PageDown => self.over_rows(0, page, goal, area),
            Motion::LineStart => {
                let start = self.row_edge(area, |row, _| row.start());
                if start == from {
                    Pos { byte: 0, ..from }
                } else {
                    start
                }
            }
            Motion::LineEnd => {
                let end = self.row_edge(area, ScreenRow::last);
                if end == from {
                    lines.line_end(from.line)
                } else {
                    end
                }
            }
            Motion::TextStart => lines.at_offset(0),
            Motion::TextEnd => lines.end(),
        }
    }

    /// The place some rows `up` or `down` in the column the cursor came from, or as far as there are rows.
    fn over_rows(&mut self, up: usize, down: usize, goal: Option<usize>, area: Size) -> Pos {
        let lines = Lines(self.area.lines());
        let from = self.pos();
        let window = Window::around(lines, from, self.wrap_width(area), up, down);
        let reached = if up > 0 {
            window.rows.front()
        } else {
            window.rows.back()
        };
        let (Some(own), Some(reached)) = (window.cursor_row(), reached) else {
            return from;
        };
        let goal = goal.unwrap_or_else(|| own.column_of(lines, from));
        let target = if own == reached {
            from
        } else {
            reached.at_column(lines, goal)
        };
        self.goal = Some(goal);
        target
    }

    fn row_edge(&self, area: Size, edge: fn(&ScreenRow, Lines<'_>) -> Pos) -> Pos {
        let lines = self.text_lines();
        let window = Window::around(lines, self.pos(), self.wrap_width(area), 0, 0);
        window
            .cursor_row()
            .map_or_else(|| self.pos(), |row| edge(row, lines))
    }

    pub(super) fn select_all(&mut self) -> EditOutcome {
        let lines = self.text_lines();
        let (start, end) = (lines.at_offset(0), lines.end());
        if start == end {
            return EditOutcome::Unchanged;
        }
        self.rest();
        self.area.cancel_selection();
        self.jump(start);
        self.area.start_selection();
        self.jump(end);
        EditOutcome::Moved
    }
}
