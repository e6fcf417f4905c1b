//! The screen rows around the cursor: only the lines near it are ever wrapped.

use std::{collections::VecDeque, ops::Range};

use super::text::{Lines, Pos};
use crate::ui::widgets::wrap::{columns, glyphs, wrap};

/// One screen row: a piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ScreenRow {
    /// The line it shows a piece of.
    pub line: usize,
    /// The bytes of that line.
    pub bytes: Range<usize>,
    /// Whether the line goes on below it.
    pub position: RowPosition,
}

/// Where a row stands in its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowPosition {
    /// The line continues on the next row.
    Continues,
    /// The line ends here.
    Ends,
}

/// Some rows around the cursor, from above it to below it.
#[derive(Debug)]
pub(super) struct Window {
    /// The rows, from the top.
    pub rows: VecDeque<ScreenRow>,
    /// Which of them the cursor is on.
    pub cursor: usize,
}

impl Window {
    /// The rows around a cursor: at most `above` before its own and `below` after it.
    pub(super) fn around(
        lines: Lines<'_>,
        cursor: Pos,
        width: usize,
        above: usize,
        below: usize,
    ) -> Self {
        let mut rows = VecDeque::from(rows_of(lines, cursor.line, width));
        let full = rows.back().is_some_and(|row| {
            let text = lines.line(row.line).get(row.bytes.clone());
            columns(text.unwrap_or("")) >= width
        });
        if full && cursor == lines.line_end(cursor.line) && cursor.byte > 0 {
            // The next letter will appear on a new row, so the cursor already waits there.
            if let Some(last) = rows.back_mut() {
                last.position = RowPosition::Continues;
            }
            rows.push_back(ScreenRow {
                line: cursor.line,
                bytes: cursor.byte..cursor.byte,
                position: RowPosition::Ends,
            });
        }
        let mut at = rows
            .partition_point(|row| row.bytes.start <= cursor.byte)
            .saturating_sub(1);
        for line in (0..cursor.line).rev() {
            if at >= above {
                break;
            }
            for row in rows_of(lines, line, width).into_iter().rev() {
                rows.push_front(row);
                at += 1;
            }
        }
        for line in cursor.line + 1..lines.0.len() {
            if rows.len() > at + below {
                break;
            }
            rows.extend(rows_of(lines, line, width));
        }
        rows.truncate(at + below + 1);
        rows.drain(..at.saturating_sub(above));
        Self {
            rows,
            cursor: at.min(above),
        }
    }

    /// The row the cursor is on.
    pub(super) fn cursor_row(&self) -> Option<&ScreenRow> {
        self.rows.get(self.cursor)
    }
}

impl ScreenRow {
    /// Its text.
    pub(super) fn text<'a>(&self, lines: Lines<'a>) -> &'a str {
        lines.line(self.line).get(self.bytes.clone()).unwrap_or("")
    }

    /// The place before its first character.
    pub(super) fn start(&self) -> Pos {
        Pos {
            line: self.line,
            byte: self.bytes.start,
        }
    }

    /// The place after its last character.
    pub(super) const fn end(&self) -> Pos {
        Pos {
            line: self.line,
            byte: self.bytes.end,
        }
    }

    /// The last place that is shown on this row: where the line continues, the place after the last
    /// character is the start of the next row.
    pub(super) fn last(&self, lines: Lines<'_>) -> Pos {
        match self.position {
            RowPosition::Ends => self.end(),
            RowPosition::Continues => lines.left(self.end()),
        }
    }

    /// The column of a place on this row.
    pub(super) fn column_of(&self, lines: Lines<'_>, pos: Pos) -> usize {
        let before = lines.line(self.line).get(self.bytes.start..pos.byte);
        columns(before.unwrap_or(""))
    }

    /// The place nearest to a column, not to the right of it.
    pub(super) fn at_column(&self, lines: Lines<'_>, column: usize) -> Pos {
        let mut end = 0;
        let fits = glyphs(self.text(lines)).take_while(|glyph| {
            end += glyph.width;
            end <= column
        });
        let byte = self.bytes.start + fits.last().map_or(0, |glyph| glyph.end());
        let line = self.line;
        Pos { line, byte }.min(self.last(lines))
    }
}

fn rows_of(lines: Lines<'_>, line: usize, width: usize) -> Vec<ScreenRow> {
    let text = lines.line(line);
    let rows = wrap(text, width);
    rows.map(|bytes| ScreenRow {
        line,
        position: if bytes.end == text.len() {
            RowPosition::Ends
        } else {
            RowPosition::Continues
        },
        bytes,
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str) -> Vec<String> {
        text.split('\n').map(String::from).collect()
    }

    #[track_caller]
    fn check(text: &str, cursor: (usize, usize), width: usize, wanted: &[&str], at: usize) {
        let held = lines(text);
        let (line, byte) = cursor;
        let window = Window::around(Lines(&held), Pos { line, byte }, width, 9, 9);
        let rows: Vec<&str> = window
            .rows
            .iter()
            .map(|row| row.text(Lines(&held)))
            .collect();
        assert_eq!((rows, window.cursor), (wanted.to_vec(), at));
    }

    #[test]
    fn a_cursor_between_two_rows_is_on_the_lower() {
        check("ett to\nx", (0, 4), 4, &["ett ", "to", "x"], 1);
        check("ett to\nx", (0, 3), 4, &["ett ", "to", "x"], 0);
    }

    #[test]
    fn a_full_row_is_followed_by_one_for_the_cursor_while_it_is_there() {
        check("fire\nx", (0, 4), 4, &["fire", "", "x"], 1);
        check("fire\nx", (0, 3), 4, &["fire", "x"], 0);
        check("fire\nx", (1, 1), 4, &["fire", "x"], 1);
    }

    #[test]
    fn places_and_columns_of_a_row_answer_each_other() {
        let held = lines("a漢b cd");
        let lines = Lines(&held);
        let window = Window::around(lines, Pos { line: 0, byte: 0 }, 5, 0, 0);
        let row = window.cursor_row().expect("the row");
        let places = [0, 1, 2, 3, 4, 5, 9].map(|column| row.at_column(lines, column).byte);
        assert_eq!(
            places,
            [0, 1, 1, 4, 5, 5, 5],
            "the row's last space belongs to the next row's start"
        );
        assert_eq!(row.column_of(lines, Pos { line: 0, byte: 4 }), 3);
    }

    proptest! {
        #[test]
        fn a_window_is_a_piece_of_the_whole_layout(
            text in "[a-zæø 漢\n]{0,60}", line in 0_usize..9, column in 0_usize..20,
            width in 1_usize..9, above in 0_usize..9, below in 0_usize..9,
        ) {
            let held = lines(&text);
            let lines = Lines(&held);
            let cursor = lines.at_column(line.min(lines.end().line), column);
            let whole = Window::around(lines, cursor, width, usize::MAX, usize::MAX / 2);
            let mut plain: Vec<ScreenRow> = (0..held.len()).flat_map(|line| rows_of(lines, line, width)).collect();
            if whole.cursor_row().is_some_and(|row| row.bytes.is_empty() && row.bytes.start > 0) {
                plain.insert(whole.cursor, whole.rows[whole.cursor].clone());
                plain[whole.cursor - 1].position = RowPosition::Continues;
            }
            prop_assert_eq!(&Vec::from(whole.rows.clone()), &plain);

            let part = Window::around(lines, cursor, width, above, below);
            let from = whole.cursor.saturating_sub(above);
            let to = (whole.cursor + below + 1).min(plain.len());
            prop_assert_eq!(&Vec::from(part.rows.clone()), &plain[from..to]);
            prop_assert_eq!(part.cursor_row(), whole.cursor_row());
            let own = part.cursor_row().expect("a row with the cursor");
            prop_assert!(own.start() <= cursor && cursor <= own.last(lines));
        }
    }
}
