//! How the text field looks: the rows around the cursor, drawn cell by cell.

use std::ops::Range;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use super::{
    Editor,
    highlights::{self, EditorHighlight},
    rows::{RowPosition, ScreenRow, Window},
    text::{Lines, Pos},
};
use crate::ui::{highlighter::Highlighter, widgets::wrap::glyphs};

/// What stands in for a grapheme that is wider than the whole field.
const TOO_WIDE: &str = "…";

/// The looks of a text field.
#[derive(Clone, Copy, Default)]
pub struct EditorStyle<'a> {
    /// The field and its text.
    pub text: Style,
    /// What is selected, on top of `text`.
    pub selection: Style,
    /// Knows what else to highlight, between the two.
    pub highlighter: Option<&'a Highlighter<'a>>,
}

impl Editor {
    /// Draws the field and tells where the terminal's cursor belongs: always inside `area`, unless that has
    /// no cell on the buffer.
    ///
    /// The scroll follows from the cursor alone: below it stand as many rows as there are, up to a third of
    /// the height; a text that fits starts at the top.
    pub fn view(&self, area: Rect, buf: &mut Buffer, style: &EditorStyle<'_>) -> Option<Position> {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return None;
        }
        let (lines, cursor) = (self.text_lines(), self.pos());
        let height = usize::from(area.height);
        let wrap_width = self.wrap_width(area.as_size());
        let window = Window::around(lines, cursor, wrap_width, height - 1, height - 1);
        let own = window.cursor_row()?;
        let below = (window.rows.len() - 1 - window.cursor).min(height / 3);
        let top = (window.cursor + below + 1).saturating_sub(height);

        let rows = || window.rows.iter().skip(top).take(height);

        let column = own.column_of(lines, cursor);
        let last_column = usize::from(area.width - 1);
        let slide = match wrap_width {
            usize::MAX => column.saturating_sub(last_column),
            _ => 0,
        };
        let canvas = Canvas {
            lines,
            area,
            style,
            selection: self.selection(),
            highlights: style.highlighter.map_or_else(Vec::new, |highlighter| {
                self.highlights(rows(), slide..slide + usize::from(area.width), highlighter)
            }),
        };
        canvas.blank(buf);

        let mut shown_column = column.min(last_column);
        for (row, y) in rows().zip(area.top()..area.bottom()) {
            let slid = canvas.row(row, slide, y, buf);
            if row == own {
                shown_column = column.saturating_sub(slid).min(last_column);
            }
        }
        Some(Position {
            x: area.x + u16::try_from(shown_column).unwrap_or(0),
            y: area.y + u16::try_from(window.cursor - top).unwrap_or(0),
        })
    }

    /// What is marked in these columns of rows. A word that is being written may still become another one: it waits.
    fn highlights<'r>(
        &self,
        mut rows: impl DoubleEndedIterator<Item = &'r ScreenRow>,
        columns: Range<usize>,
        highlighter: &Highlighter,
    ) -> Vec<EditorHighlight> {
        let lines = self.text_lines();
        let Some(first) = rows.next() else {
            return Vec::new();
        };
        let last = rows.next_back().unwrap_or(first);
        let from = first.at_column(lines, columns.start);
        let to = last.at_column(lines, columns.end);
        let mut highlights = highlights::between(lines, from, to, highlighter);
        if self.history.is_in_a_word() {
            let cursor = self.pos();
            highlights.retain(|(range, _)| !(range.start < cursor && cursor <= range.end));
        }
        highlights
    }
}

struct Canvas<'a> {
    lines: Lines<'a>,
    area: Rect,
    style: &'a EditorStyle<'a>,
    selection: Option<Range<Pos>>,
    highlights: Vec<EditorHighlight>,
}

impl Canvas<'_> {
    fn blank(&self, buf: &mut Buffer) {
        for position in self.area.positions() {
            if let Some(cell) = buf.cell_mut(position) {
                cell.set_symbol(" ").set_style(self.style.text);
            }
        }
    }

    /// Draws a row without its first `slide` columns, and returns how many were left out: a grapheme that
    /// would be cut goes whole.
    fn row(&self, row: &ScreenRow, slide: usize, y: u16, buf: &mut Buffer) -> usize {
        let mut left_out = 0;
        let mut x = self.area.x;
        for glyph in glyphs(row.text(self.lines)) {
            if left_out < slide {
                left_out += glyph.width;
                continue;
            }
            let room = usize::from(self.area.right() - x);
            let (symbol, width) = match glyph.width {
                0 => continue,
                wide if wide > usize::from(self.area.width) => (TOO_WIDE, 1),
                width => (glyph.text, width),
            };
            if width > room {
                break;
            }
            let place = Pos {
                line: row.line,
                byte: row.bytes.start + glyph.start,
            };
            let next = x + u16::try_from(width).unwrap_or(1);
            for at in x..next {
                if let Some(cell) = buf.cell_mut((at, y)) {
                    let symbol = if at == x { symbol } else { " " };
                    cell.set_symbol(symbol).set_style(self.style_at(place));
                }
            }
            x = next;
        }
        // A selected line break shows as one selected cell, or selected empty lines would not show at all.
        let breaks = row.position == RowPosition::Ends
            && self
                .selection
                .as_ref()
                .is_some_and(|range| range.end.line > row.line);
        if breaks
            && x < self.area.right()
            && let Some(cell) = buf.cell_mut((x, y))
        {
            cell.set_style(self.style_at(row.end()));
        }
        left_out
    }

    fn style_at(&self, place: Pos) -> Style {
        if self.selection.as_ref().is_some_and(|s| s.contains(&place)) {
            return self.style.text.patch(self.style.selection);
        }
        let begun = self
            .highlights
            .partition_point(|(range, _)| range.start <= place);
        let highlight = begun
            .checked_sub(1)
            .and_then(|last| self.highlights.get(last));
        let highlight = highlight.filter(|(range, _)| range.contains(&place));
        highlight.map_or(self.style.text, |(_, style)| self.style.text.patch(*style))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        meeting::{Participant, ParticipantId, Role},
        privacy::{Area, AreaWords, Guard, Names, Proposal, WordLists},
        ui::{
            theme::Theme,
            widgets::editor::{Motion, TextEdit},
        },
    };
    use proptest::prelude::*;
    use ratatui::{
        buffer::Cell,
        layout::Size,
        style::{Color, Modifier},
    };

    const STYLE: EditorStyle = EditorStyle {
        text: Style::new(),
        selection: Style::new().add_modifier(Modifier::REVERSED),
        highlighter: None,
    };

    /// The rows as they are drawn, selected cells in brackets, with the cursor's place.
    fn drawn(editor: &Editor, width: u16, height: u16) -> (Vec<String>, Option<(u16, u16)>) {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let cursor = editor.view(area, &mut buf, &STYLE);
        let rows = (0..height).map(|y| {
            let mut row = String::new();
            let mut hidden = 0;
            for x in 0..width {
                let cell = &buf[(x, y)];
                if hidden > 0 {
                    hidden -= 1;
                    continue;
                }
                hidden = crate::ui::widgets::wrap::columns(cell.symbol()).saturating_sub(1);
                if cell.modifier.contains(Modifier::REVERSED) {
                    row.push('[');
                    row.push_str(cell.symbol());
                    row.push(']');
                } else {
                    row.push_str(cell.symbol());
                }
            }
            row.trim_end().to_owned()
        });
        (rows.collect(), cursor.map(|at| (at.x, at.y)))
    }

    #[track_caller]
    fn check(editor: &Editor, (width, height): (u16, u16), rows: &[&str], cursor: (u16, u16)) {
        let (shown, at) = drawn(editor, width, height);
        assert_eq!(shown, rows);
        assert_eq!(at, Some(cursor));
    }

    fn after(mut editor: Editor, edits: &[TextEdit]) -> Editor {
        for edit in edits {
            editor.apply(edit, Size::new(10, 5));
        }
        editor
    }

    #[test]
    fn a_text_that_fits_starts_at_the_top() {
        check(
            &Editor::multi_line("ett\nto og tre"),
            (6, 4),
            &["ett", "to og", "tre", ""],
            (3, 2),
        );
    }

    #[test]
    fn the_cursor_after_a_full_row_waits_on_the_next() {
        check(&Editor::multi_line("fulle"), (5, 2), &["fulle", ""], (0, 1));
        check(
            &Editor::multi_line("fulle "),
            (5, 2),
            &["fulle", ""],
            (0, 1),
        );
        check(&Editor::multi_line("fulle"), (5, 1), &[""], (0, 0));
    }

    #[test]
    fn at_the_end_of_a_long_text_the_last_rows_show() {
        check(
            &Editor::multi_line("1\n2\n3\n4\n5"),
            (3, 3),
            &["3", "4", "5"],
            (1, 2),
        );
    }

    #[test]
    fn in_the_middle_a_third_of_the_height_stays_below_the_cursor() {
        let mut editor = Editor::multi_line("1\n2\n3\n4\n5\n6\n7\n8\n9");
        editor.set_cursor((4, 0));
        check(&editor, (3, 6), &["2", "3", "4", "5", "6", "7"], (0, 3));
        editor.set_cursor((7, 0));
        check(&editor, (3, 6), &["4", "5", "6", "7", "8", "9"], (0, 4));
        editor.set_cursor((1, 0));
        check(&editor, (3, 6), &["1", "2", "3", "4", "5", "6"], (0, 1));
    }

    #[test]
    fn spaces_past_the_width_leave_the_cursor_at_the_edge() {
        let mut editor = Editor::multi_line("ab     c");
        editor.set_cursor((0, 6));
        check(&editor, (4, 2), &["ab", "c"], (3, 0));
    }

    #[test]
    fn one_line_on_one_row_slides_sideways() {
        let editor = Editor::single_line("en lang tittel");
        check(&editor, (20, 1), &["en lang tittel"], (14, 0));
        check(&editor, (8, 1), &[" tittel"], (7, 0));
        check(
            &after(editor, &[TextEdit::Move(Motion::TextStart)]),
            (8, 1),
            &["en lang"],
            (0, 0),
        );
        check(&Editor::single_line("漢漢漢漢"), (4, 1), &["漢"], (2, 0));
    }

    #[test]
    fn one_line_on_more_rows_wraps() {
        check(
            &Editor::single_line("en lang tittel"),
            (8, 2),
            &["en lang", "tittel"],
            (6, 1),
        );
    }

    #[test]
    fn the_selection_shows_with_its_line_breaks() {
        let editor = after(
            Editor::multi_line("ab\n\ncd"),
            &[
                TextEdit::Move(Motion::Left),
                TextEdit::Select(Motion::Up),
                TextEdit::Select(Motion::Up),
            ],
        );
        check(&editor, (4, 3), &["a[b][ ]", "[ ]", "[c]d"], (1, 0));
    }

    /// The rows as they are drawn, with `?` before a cell marked as a hint, `!` before another marked one, and `#` before
    /// a selected one.
    fn marked(editor: &Editor, width: u16, height: u16) -> Vec<String> {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let guard = Guard::new(&WordLists {
            areas: vec![AreaWords {
                area: Area::Cancer,
                strong: words(&["kreft", "vondt i *"]),
                hint: words(&["svulst", "rus"]),
                proposal: Proposal::default(),
            }],
            cues: words(&["påvist"]),
            ..WordLists::default()
        });
        let people = [Participant {
            name: "Anne Rus".to_owned(),
            ..Participant::new(ParticipantId(1), Role::Employee)
        }];
        let theme = Theme::colour();
        let highlighter = Highlighter::new(&guard, Names::of(&people), theme);
        let style = EditorStyle {
            text: theme.text,
            selection: theme.chosen,
            highlighter: Some(&highlighter),
        };
        editor.view(area, &mut buf, &style);
        let sign = |cell: &Cell| match (cell.modifier, cell.fg) {
            (Modifier::UNDERLINED, Color::Yellow) => "!",
            (Modifier::UNDERLINED, _) => "?",
            (Modifier::REVERSED, _) => "#",
            (_, _) => "",
        };
        let rows = (0..height).map(|y| {
            let cells = (0..width).map(|x| &buf[(x, y)]);
            let row: String = cells
                .map(|c| format!("{}{}", sign(c), c.symbol()))
                .collect();
            row.trim_end().to_owned()
        });
        rows.collect()
    }

    #[test]
    fn what_does_not_belong_in_a_document_is_marked() {
        let editor = Editor::multi_line("kreft og\nsvulst.");
        assert_eq!(marked(&editor, 8, 2), ["!k!r!e!f!t og", "?s?v?u?l?s?t."]);
        let editor = Editor::single_line("Rus, rus");
        assert_eq!(marked(&editor, 9, 1), ["Rus, ?r?u?s"]);
    }

    #[test]
    fn a_mark_goes_over_rows_and_follows_what_is_out_of_sight() {
        let editor = Editor::multi_line("påvist\nden svulst\nvondt i det");
        assert_eq!(
            marked(&editor, 6, 3),
            ["?s?v?u?l?s?t", "!v!o!n!d!t!", "!i! !d!e!t"],
        );
        let editor = Editor::single_line("har fått påvist svulst");
        assert_eq!(marked(&editor, 7, 1), ["!s!v!u!l!s!t"]);
    }

    #[test]
    fn a_selection_shows_above_a_mark() {
        let editor = after(
            Editor::multi_line("kreft"),
            &[TextEdit::Select(Motion::Left)],
        );
        assert_eq!(marked(&editor, 8, 1), ["!k!r!e!f#t"]);
    }

    #[test]
    fn a_word_that_is_being_written_is_not_marked_yet() {
        let typed = |text: &str| {
            let letters = text.chars().map(|c| TextEdit::Insert(c.into()));
            after(Editor::multi_line(""), &letters.collect::<Vec<_>>())
        };
        let shown = |editor| marked(&editor, 9, 1).concat();
        assert_eq!(shown(typed("kreft")), "kreft");
        assert_eq!(shown(typed("kreft,")), "!k!r!e!f!t,");
        assert_eq!(shown(typed("kreft ")), "!k!r!e!f!t");
        let moved = after(typed("kreft"), &[TextEdit::Move(Motion::Left)]);
        assert_eq!(shown(moved), "!k!r!e!f!t");
        let rubbed_out = after(typed("krefte"), &[TextEdit::Backspace]);
        assert_eq!(shown(rubbed_out), "kreft");
        let pasted = after(Editor::multi_line(""), &[TextEdit::Insert("kreft".into())]);
        assert_eq!(shown(pasted), "!k!r!e!f!t");
    }

    #[test]
    fn wide_graphemes_stay_whole_at_the_edge() {
        check(
            &Editor::multi_line("ab漢👍🏽c"),
            (3, 4),
            &["ab", "漢", "👍🏽c", ""],
            (0, 3),
        );
        check(
            &Editor::multi_line("a漢b"),
            (1, 4),
            &["a", "…", "b", ""],
            (0, 3),
        );
    }

    #[test]
    fn what_was_drawn_there_before_is_gone() {
        let area = Rect::new(0, 0, 4, 1);
        let mut buf = Buffer::with_lines(["rest"]);
        Editor::multi_line("x").view(area, &mut buf, &STYLE);
        assert_eq!(buf, Buffer::with_lines(["x   "]));
    }

    #[test]
    fn an_area_off_the_buffer_is_drawn_as_far_as_it_goes() {
        let mut buf = Buffer::empty(Rect::new(2, 2, 5, 2));
        let editor = Editor::multi_line("ett to tre fire fem");
        let mut view =
            |x, y, width, height| editor.view(Rect::new(x, y, width, height), &mut buf, &STYLE);
        assert_eq!(view(0, 0, 0, 0), None);
        assert_eq!(view(0, 0, 2, 2), None);
        assert_eq!(view(90, 90, 10, 10), None);
        let cursor = view(4, 1, 60_000, 60_000);
        assert!(
            cursor.is_some_and(|at| Rect::new(4, 2, 3, 2).contains(at)),
            "{cursor:?}"
        );
    }

    proptest! {
        #[test]
        fn the_cursor_is_inside_and_nothing_is_drawn_outside(
            text in "[a-zæøå 漢\n👍🏽]{0,80}", line in 0_usize..20, column in 0_usize..20,
            width in 1_u16..12, height in 1_u16..9,
        ) {
            let mut editor = Editor::multi_line(&text);
            editor.set_cursor((line, column));
            let area = Rect::new(3, 2, width, height);
            let mut buf = Buffer::empty(Rect::new(0, 0, 20, 12));
            let cursor = editor.view(area, &mut buf, &STYLE);
            prop_assert!(cursor.is_some_and(|at| area.contains(at)));
            for position in buf.area.positions().filter(|at| !area.contains(*at)) {
                prop_assert_eq!(buf[position].symbol(), " ");
            }
        }

        #[test]
        fn nothing_that_cannot_be_seen_reaches_the_screen(
            pieces in proptest::collection::vec(any::<char>(), 0..30), width in 1_u16..9,
        ) {
            let editor = Editor::multi_line(&String::from_iter(pieces));
            let area = Rect::new(0, 0, width, 8);
            let mut buf = Buffer::empty(area);
            editor.view(area, &mut buf, &STYLE);
            for cell in &buf.content {
                prop_assert!(!cell.symbol().contains(crate::meeting::clean::is_unwanted));
                prop_assert!(crate::ui::widgets::wrap::columns(cell.symbol()) > 0);
            }
        }
    }
}
