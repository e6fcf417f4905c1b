//! The text field: a `TextArea` as the store of lines, cursor and selection, with whole graphemes, grouped
//! undo and limits around it. How it looks is in `view`.

mod highlights;
mod history;
mod motion;
mod replace;
mod rows;
mod text;
mod view;

use std::ops::Range;

use ratatui::layout::Size;
use tui_textarea::{CursorMove, TextArea};
use unicode_segmentation::UnicodeSegmentation;

use self::{
    history::{EditKind, History},
    motion::Selecting,
    text::{Lines, Pos},
};
use crate::meeting::clean::{clean, clean_line};

pub use self::{motion::Motion, view::EditorStyle};

/// The most bytes one text may hold, line breaks included.
pub const MAX_BYTES: usize = 64 * 1024;

/// The most lines one text may hold.
pub const MAX_LINES: usize = 5_000;

/// What the user does to a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextEdit {
    /// Put this in at the cursor, in place of the selection. One grapheme counts as typed, more as pasted.
    Insert(String),
    /// Break the line; does nothing in a field of one line.
    Newline,
    /// Delete the selection, or the grapheme before the cursor.
    Backspace,
    /// Delete the selection, or the grapheme after the cursor.
    Delete,
    /// Delete the selection, or back to the start of the word.
    DeleteWordBefore,
    /// Delete the selection, or on to the end of the word.
    DeleteWordAfter,
    /// Move the cursor and let the selection go.
    Move(Motion),
    /// Move the cursor and let the selection follow it.
    Select(Motion),
    /// Select the whole text.
    SelectAll,
    /// Take the last group of changes back.
    Undo,
    /// Do the group taken back last again.
    Redo,
    /// Take the selection out; see [`EditOutcome::CutOut`].
    Cut,
    /// Hand the selection out; see [`EditOutcome::Copied`].
    Copy,
}

impl TextEdit {
    /// Whether it is meant to change the text, rather than to move in it or to hand it out.
    #[must_use]
    pub fn writes(&self) -> bool {
        match self {
            Self::Insert(_)
            | Self::Newline
            | Self::Backspace
            | Self::Delete
            | Self::DeleteWordBefore
            | Self::DeleteWordAfter
            | Self::Undo
            | Self::Redo
            | Self::Cut => true,
            Self::Move(_) | Self::Select(_) | Self::SelectAll | Self::Copy => false,
        }
    }
}

/// What a [`TextEdit`] came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditOutcome {
    /// Nothing happened: the cursor was at the edge, or there was nothing to act on.
    Unchanged,
    /// Only the cursor or the selection is another.
    Moved,
    /// The text is another.
    Changed,
    /// The text stands; this was selected and belongs on the clipboard.
    Copied(String),
    /// The text is another; this was taken out and belongs on the clipboard.
    CutOut(String),
    /// There is no room for this: beyond [`MAX_BYTES`] or [`MAX_LINES`]. The text and cursor stand.
    Full,
    /// The text came from outside and is longer than that. Only its beginning is here, and that is no text to change:
    /// the rest would be gone.
    OnlyBeginning,
}

/// A text being edited.
#[derive(Debug, Clone)]
pub struct Editor {
    area: TextArea<'static>,
    kind: TextKind,
    loaded: Loaded,
    bytes: usize,
    history: History,
    /// The column that movement up and down keeps to, while it lasts.
    goal: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TextKind {
    SingleLine,
    MultiLine,
}

/// How much of the text it was given an editor holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loaded {
    Whole,
    Beginning,
}

impl Editor {
    /// A field of any number of lines with the cursor at its end. The text is cleaned; of one beyond the limits the
    /// beginning is shown, and nothing can be changed.
    #[must_use]
    pub fn multi_line(text: &str) -> Self {
        Self::new(&clean(text), TextKind::MultiLine)
    }

    /// A field of one line with the cursor at its end. The text is cleaned, its line breaks become spaces; of one beyond
    /// the limit the beginning is shown, and nothing can be changed.
    #[must_use]
    pub fn single_line(text: &str) -> Self {
        Self::new(&clean_line(text), TextKind::SingleLine)
    }

    fn new(cleaned: &str, kind: TextKind) -> Self {
        let mut area = TextArea::default();
        // The history is our own, for undo in groups.
        area.set_max_histories(0);
        // The area measures its whole text at each edit, for a drawing of its own that never happens. Under
        // a mask of no width this costs a fifth. The positions it then gets wrong are none we ask for.
        area.set_mask_char('\0');
        // Only now the text: it is measured once, and under the mask.
        let fitting = within_limits(cleaned);
        area.insert_str(fitting);
        let part = if fitting.len() == cleaned.len() {
            Loaded::Whole
        } else {
            Loaded::Beginning
        };
        let mut editor = Self {
            area,
            kind,
            loaded: part,
            bytes: 0,
            history: History::default(),
            goal: None,
        };
        let end = editor.text_lines().end();
        editor.bytes = editor.text_lines().offset(end);
        editor.jump(end);
        editor
    }

    /// How many groups of changes were ever begun here: grows by one with each that undo will take back by itself.
    #[must_use]
    pub fn groups(&self) -> usize {
        self.history.begun()
    }

    /// Whatever is written next is undone by itself.
    pub fn end_group(&mut self) {
        self.history.close();
    }

    /// The whole text, its lines joined by `\n`.
    #[must_use]
    pub fn text(&self) -> String {
        self.lines().join("\n")
    }

    /// The bytes of the whole text, without counting them anew.
    #[cfg(test)]
    #[must_use]
    pub fn len_bytes(&self) -> usize {
        self.bytes
    }

    /// The lines of the text, never none.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        self.area.lines()
    }

    /// Where the cursor is: its line, and its column there in characters (code points).
    #[must_use]
    pub fn cursor(&self) -> (usize, usize) {
        let cursor = self.area.cursor();
        (cursor.0, cursor.1)
    }

    /// Puts the cursor as near to a line and column as the text allows, and lets the selection go.
    #[cfg(test)]
    pub fn set_cursor(&mut self, (line, column): (usize, usize)) {
        let lines = self.text_lines();
        let line = line.min(lines.end().line);
        let pos = lines.snapped(lines.at_column(line, column));
        self.rest();
        self.area.cancel_selection();
        self.jump(pos);
    }

    /// Selects a part of the text, in bytes, as far as it lies between graphemes.
    pub fn select(&mut self, part: Range<usize>) {
        let lines = self.text_lines();
        let whole = self.bytes;
        let place = |byte: usize| lines.snapped(lines.at_offset(byte.min(whole)));
        let (start, end) = (place(part.start), place(part.end));
        self.rest();
        self.area.cancel_selection();
        self.jump(start);
        if start != end {
            self.area.start_selection();
            self.jump(end);
        }
    }

    /// Carries out one edit. `area` is what the field is drawn on, in columns and rows: rows of the screen
    /// and pages depend on it.
    pub fn apply(&mut self, edit: &TextEdit, area: Size) -> EditOutcome {
        if self.loaded == Loaded::Beginning && edit.writes() {
            return EditOutcome::OnlyBeginning;
        }
        match edit {
            TextEdit::Insert(text) => self.insert(text),
            TextEdit::Newline => self.newline(),
            TextEdit::Backspace => self.delete(Motion::Left, EditKind::DeleteBefore, area),
            TextEdit::Delete => self.delete(Motion::Right, EditKind::DeleteAfter, area),
            TextEdit::DeleteWordBefore => {
                self.delete(Motion::WordLeft, EditKind::DeleteBefore, area)
            }
            TextEdit::DeleteWordAfter => {
                self.delete(Motion::WordRight, EditKind::DeleteAfter, area)
            }
            TextEdit::Move(motion) => self.travel(*motion, Selecting::Stops, area),
            TextEdit::Select(motion) => self.travel(*motion, Selecting::Follows, area),
            TextEdit::SelectAll => self.select_all(),
            TextEdit::Undo => {
                let change = self.history.undo();
                self.replay(change)
            }
            TextEdit::Redo => {
                let change = self.history.redo();
                self.replay(change)
            }
            TextEdit::Cut => self.cut(),
            TextEdit::Copy => self.selection().map_or(EditOutcome::Unchanged, |range| {
                EditOutcome::Copied(self.between(&range))
            }),
        }
    }

    fn insert(&mut self, text: &str) -> EditOutcome {
        let text = match self.kind {
            TextKind::SingleLine => clean_line(text),
            TextKind::MultiLine => clean(text),
        };
        let mut graphemes = text.graphemes(true);
        let kind = match (graphemes.next(), graphemes.next()) {
            (None, _) => return EditOutcome::Unchanged,
            (Some(one), None) if one.trim().is_empty() => EditKind::Space,
            (Some(_), None) => EditKind::Letter,
            (Some(_), Some(_)) => EditKind::Whole,
        };
        self.put(&text, kind)
    }

    fn newline(&mut self) -> EditOutcome {
        match self.kind {
            TextKind::SingleLine => EditOutcome::Unchanged,
            TextKind::MultiLine => self.put("\n", EditKind::Space),
        }
    }

    /// Puts text in at the cursor, in place of the selection.
    fn put(&mut self, text: &str, kind: EditKind) -> EditOutcome {
        let range = self.selection().unwrap_or_else(|| {
            let cursor = self.pos();
            cursor..cursor
        });
        if range.start != range.end {
            self.history.close();
        }
        self.replace(range, text, kind)
    }

    fn delete(&mut self, over: Motion, kind: EditKind, area: Size) -> EditOutcome {
        if let Some(range) = self.selection() {
            return self.replace(range, "", EditKind::Whole);
        }
        let from = self.pos();
        let to = self.target(over, None, area);
        self.replace(from.min(to)..from.max(to), "", kind)
    }

    fn cut(&mut self) -> EditOutcome {
        let Some(range) = self.selection() else {
            return EditOutcome::Unchanged;
        };
        let taken = self.between(&range);
        let outcome = self.replace(range, "", EditKind::Whole);
        if outcome == EditOutcome::Changed {
            EditOutcome::CutOut(taken)
        } else {
            outcome
        }
    }

    /// The columns lines are wrapped to. One line on one row is not wrapped but slides sideways.
    fn wrap_width(&self, area: Size) -> usize {
        match (self.kind, area.height) {
            (TextKind::SingleLine, 0 | 1) => usize::MAX,
            (TextKind::SingleLine | TextKind::MultiLine, _) => usize::from(area.width).max(1),
        }
    }

    /// Ends the undo group and forgets the column to keep to.
    fn rest(&mut self) {
        self.history.close();
        self.goal = None;
    }

    /// Moves the cursor; a selection that was started follows it.
    fn jump(&mut self, pos: Pos) {
        let column = self.text_lines().column(pos);
        let short = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        self.area
            .move_cursor(CursorMove::Jump(short(pos.line), short(column)));
        // By the limits, only the end of the longest line allowed lies beyond what `Jump` can say.
        if column > usize::from(u16::MAX) {
            self.area.move_cursor(CursorMove::End);
        }
    }

    fn text_lines(&self) -> Lines<'_> {
        Lines(self.area.lines())
    }

    fn pos(&self) -> Pos {
        let (line, column) = self.cursor();
        self.text_lines().at_column(line, column)
    }

    /// What is selected, if anything.
    fn selection(&self) -> Option<Range<Pos>> {
        let lines = self.text_lines();
        let (start, end) = self.area.selection_range()?;
        let start = lines.at_column(start.0, start.1);
        let end = lines.at_column(end.0, end.1);
        (start != end).then_some(start..end)
    }

    fn between(&self, range: &Range<Pos>) -> String {
        self.text_lines().between(range.start, range.end)
    }
}

/// As much of a text as the limits allow, in whole graphemes.
fn within_limits(text: &str) -> &str {
    let lines = text.match_indices('\n').nth(MAX_LINES - 1);
    let text = lines.and_then(|(end, _)| text.get(..end)).unwrap_or(text);
    if text.len() <= MAX_BYTES {
        return text;
    }
    let fitting = text
        .grapheme_indices(true)
        .take_while(|(at, _)| *at <= MAX_BYTES);
    let end = fitting.last().map_or(0, |(at, _)| at);
    text.get(..end).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use Motion::{
        Down, Left, LineEnd, LineStart, PageDown, PageUp, Right, TextEnd, TextStart, Up, WordLeft,
    };
    use proptest::prelude::*;

    const AREA: Size = Size {
        width: 10,
        height: 4,
    };

    fn typed(text: &str) -> Vec<TextEdit> {
        let keys = text.chars().map(|c| match c {
            '\n' => TextEdit::Newline,
            c => TextEdit::Insert(c.to_string()),
        });
        keys.collect()
    }

    fn pasted(text: &str) -> TextEdit {
        TextEdit::Insert(text.to_owned())
    }

    /// The text with `|` at the cursor and the selection in brackets.
    fn shown(editor: &Editor) -> String {
        let lines = editor.text_lines();
        let mut text = editor.text();
        let cursor = lines.offset(editor.pos());
        let Some(range) = editor.selection() else {
            text.insert(cursor, '|');
            return text;
        };
        let (start, end) = (lines.offset(range.start), lines.offset(range.end));
        let (before, after) = if cursor == start {
            ("|[", "]")
        } else {
            ("[", "]|")
        };
        text.insert_str(end, after);
        text.insert_str(start, before);
        text
    }

    /// An editor made from what [`shown`] shows, without a selection.
    fn at(shown: &str) -> Editor {
        let (before, after) = shown.split_once('|').expect("a cursor");
        let mut editor = Editor::multi_line(&[before, after].concat());
        let (line, last) = before
            .rsplit_once('\n')
            .map_or((0, before), |(above, last)| {
                (above.matches('\n').count() + 1, last)
            });
        editor.set_cursor((line, last.chars().count()));
        editor
    }

    fn apply(editor: &mut Editor, edits: &[TextEdit]) -> Vec<EditOutcome> {
        edits.iter().map(|edit| editor.apply(edit, AREA)).collect()
    }

    #[track_caller]
    fn check(start: &str, edits: &[TextEdit], wanted: &str) {
        let mut editor = at(start);
        apply(&mut editor, edits);
        assert_eq!(shown(&editor), wanted, "{start:?} after {edits:?}");
    }

    #[test]
    fn typing_puts_letters_in_at_the_cursor() {
        check("a|c", &typed("bæ\n ø"), "abæ\n ø|c");
    }

    #[test]
    fn a_mark_typed_after_its_letter_makes_one_letter() {
        check("b|c", &typed("a\u{30a}"), "bå|c");
        check(
            "b|c",
            &[typed("a\u{30a}"), vec![TextEdit::Backspace]].concat(),
            "b|c",
        );
        check("e|\n", &typed("\u{323}\u{302}"), "ệ|\n");
    }

    #[test]
    fn a_letter_typed_before_an_orphan_mark_takes_it() {
        check("x\n|\u{30a}y", &typed("a"), "x\nå|y");
        check("a\n|\u{30a}y", &[TextEdit::Backspace], "å|y");
    }

    #[test]
    fn an_emoji_typed_in_pieces_is_one_grapheme() {
        let pieces = typed("👨\u{200d}👩\u{200d}👧🇳🇴👍🏽");
        check("a|b", &pieces, "a👨‍👩‍👧🇳🇴👍🏽|b");
        check(
            "a|b",
            &[pieces, vec![TextEdit::Backspace; 2]].concat(),
            "a👨‍👩‍👧|b",
        );
    }

    #[test]
    fn flags_that_meet_leave_the_cursor_between_graphemes() {
        check("🇳x|🇴", &[TextEdit::Backspace], "🇳🇴|");
        check("|🇳🇴", &typed("🇸"), "🇸🇳|🇴");
    }

    #[test]
    fn deletion_takes_whole_graphemes() {
        check("a👨‍👩‍👧‍👦|b", &[TextEdit::Backspace], "a|b");
        check("a|❤\u{fe0f}b", &[TextEdit::Delete], "a|b");
        check("a|\nb", &[TextEdit::Delete], "a|b");
        check("a\n|b", &[TextEdit::Backspace], "a|b");
        check("en to|", &[TextEdit::DeleteWordBefore], "en |");
        check("en| to tre", &[TextEdit::DeleteWordAfter], "en| tre");
    }

    #[test]
    fn what_is_typed_or_pasted_replaces_the_selection() {
        let select = vec![TextEdit::Select(Left), TextEdit::Select(Left)];
        check("abcd|", &[select.clone(), typed("x")].concat(), "abx|");
        check(
            "ab\n|cd",
            &[select.clone(), vec![pasted("1\r2\r\n3")]].concat(),
            "a1\n2\n3|cd",
        );
        check(
            "abcd|",
            &[select.clone(), vec![TextEdit::Backspace]].concat(),
            "ab|",
        );
        check(
            "abcd|",
            &[select, vec![TextEdit::Newline]].concat(),
            "ab\n|",
        );
    }

    #[test]
    fn text_with_nothing_to_see_in_it_changes_nothing() {
        let mut editor = at("ab|");
        let edits = [
            TextEdit::Select(Left),
            pasted("\u{1b}\u{202e}\u{200b}"),
            pasted(""),
        ];
        assert_eq!(
            apply(&mut editor, &edits),
            [
                EditOutcome::Moved,
                EditOutcome::Unchanged,
                EditOutcome::Unchanged
            ]
        );
        assert_eq!(shown(&editor), "a|[b]");
    }

    #[test]
    fn a_ninth_mark_on_a_letter_is_refused() {
        let mut editor = at("x|");
        let outcomes = apply(&mut editor, &vec![pasted("\u{302}"); 9]);
        assert_eq!(
            outcomes
                .iter()
                .filter(|outcome| **outcome == EditOutcome::Changed)
                .count(),
            8
        );
        assert_eq!(outcomes.last(), Some(&EditOutcome::Unchanged));
    }

    #[test]
    fn one_line_stays_one_line() {
        let mut editor = Editor::single_line("en\r\nto\n");
        assert_eq!(
            apply(
                &mut editor,
                &[TextEdit::Newline, pasted("\n"), pasted(" a\rb\n")]
            )[..2],
            [EditOutcome::Unchanged, EditOutcome::Unchanged]
        );
        assert_eq!(editor.text(), "en to a b");
    }

    #[test]
    fn rows_keep_the_column_the_cursor_came_from() {
        // At width 10: "aaaa bbbb " / "cc dd" / "" / "eeee ffff"
        let text = "aaaa bb|bb cc dd\n\neeee ffff";
        check(
            text,
            &[TextEdit::Move(Down)],
            "aaaa bbbb cc dd|\n\neeee ffff",
        );
        check(
            text,
            &vec![TextEdit::Move(Down); 2],
            "aaaa bbbb cc dd\n|\neeee ffff",
        );
        check(
            text,
            &vec![TextEdit::Move(Down); 3],
            "aaaa bbbb cc dd\n\neeee ff|ff",
        );
        check(
            text,
            &[Down, Down, Down, Up, Up, Up].map(TextEdit::Move),
            text,
        );
        check(
            text,
            &[Down, Left, Down].map(TextEdit::Move),
            "aaaa bbbb cc dd\n|\neeee ffff",
        );
        check(
            text,
            &[TextEdit::Move(PageDown)],
            "aaaa bbbb cc dd\n\neeee ff|ff",
        );
        check(text, &[PageDown, PageUp].map(TextEdit::Move), text);
    }

    #[test]
    fn the_column_kept_is_never_inside_a_wide_grapheme() {
        check("ab|c\n漢漢", &[TextEdit::Move(Down)], "abc\n漢|漢");
        check("abc|d\n漢漢", &[TextEdit::Move(Down)], "abcd\n漢|漢");
    }

    #[test]
    fn the_edge_rows_stop_the_cursor_and_say_so() {
        let mut editor = at("ab|c");
        let outcomes = apply(
            &mut editor,
            &[Up, Down, PageUp, PageDown].map(TextEdit::Move),
        );
        assert_eq!(outcomes, vec![EditOutcome::Unchanged; 4]);
        assert_eq!(shown(&editor), "ab|c");
        let mut line = Editor::single_line(&"ord ".repeat(30));
        assert_eq!(
            line.apply(&TextEdit::Move(Up), Size::new(10, 1)),
            EditOutcome::Unchanged
        );
    }

    #[test]
    fn the_row_after_a_full_one_can_be_left_upwards_and_reached_again() {
        check("0123456789|", &[TextEdit::Move(Up)], "|0123456789");
        check("0123456789|\nx", &[TextEdit::Move(Down)], "0123456789\n|x");
    }

    #[test]
    fn line_start_and_end_go_to_the_row_first_and_then_to_the_line() {
        let text = "aaaa bbbb cc |dd eeee ff";
        check(
            text,
            &[TextEdit::Move(LineStart)],
            "aaaa bbbb |cc dd eeee ff",
        );
        check(
            text,
            &vec![TextEdit::Move(LineStart); 2],
            "|aaaa bbbb cc dd eeee ff",
        );
        check(text, &[TextEdit::Move(LineEnd)], "aaaa bbbb cc dd eeee| ff");
        check(
            text,
            &vec![TextEdit::Move(LineEnd); 2],
            "aaaa bbbb cc dd eeee ff|",
        );
    }

    #[test]
    fn the_ends_of_the_text_are_within_reach() {
        check("a\nb|\nc", &[TextEdit::Move(TextStart)], "|a\nb\nc");
        check("a\nb|\nc", &[TextEdit::Move(TextEnd)], "a\nb\nc|");
        check("a\nb|\nc", &[TextEdit::Select(TextEnd)], "a\nb[\nc]|");
    }

    #[test]
    fn an_arrow_leaves_the_selection_at_the_end_it_points_to() {
        let select = vec![TextEdit::Select(Left), TextEdit::Select(Left)];
        check(
            "abcd|",
            &[select.clone(), vec![TextEdit::Move(Left)]].concat(),
            "ab|cd",
        );
        check(
            "abcd|",
            &[select.clone(), vec![TextEdit::Move(Right)]].concat(),
            "abcd|",
        );
        check(
            "abcd|",
            &[select, vec![TextEdit::Move(WordLeft)]].concat(),
            "|abcd",
        );
    }

    #[test]
    fn cut_and_copy_hand_the_selection_out() {
        let mut editor = at("en\nto|");
        assert_eq!(
            apply(&mut editor, &[TextEdit::Copy, TextEdit::Cut]),
            vec![EditOutcome::Unchanged; 2]
        );
        let outcomes = apply(
            &mut editor,
            &[
                TextEdit::SelectAll,
                TextEdit::Copy,
                TextEdit::Cut,
                TextEdit::SelectAll,
            ],
        );
        let text = "en\nto".to_owned();
        let wanted = [
            EditOutcome::Moved,
            EditOutcome::Copied(text.clone()),
            EditOutcome::CutOut(text),
            EditOutcome::Unchanged,
        ];
        assert_eq!(outcomes, wanted);
        assert_eq!(shown(&editor), "|");
    }

    /// The text after each undo, until there is nothing to undo.
    #[track_caller]
    fn check_undo(start: &str, edits: &[TextEdit], wanted: &[&str]) {
        let mut editor = at(start);
        apply(&mut editor, edits);
        let mut steps = vec![];
        while editor.apply(&TextEdit::Undo, AREA) == EditOutcome::Changed {
            steps.push(shown(&editor));
        }
        assert_eq!(steps, wanted);
    }

    #[test]
    fn typing_is_undone_word_by_word() {
        check_undo("|", &typed("en to\n\ntre"), &["en to\n\n|", "en |", "|"]);
    }

    #[test]
    fn a_movement_between_ends_the_group() {
        let edits = [
            typed("ab"),
            vec![TextEdit::Move(Left), TextEdit::Move(Right)],
            typed("cd"),
        ]
        .concat();
        check_undo("|", &edits, &["ab|", "|"]);
    }

    #[test]
    fn a_run_of_deletions_is_one_group() {
        check_undo("en to tre|", &vec![TextEdit::Backspace; 7], &["en to tre|"]);
        let edits = [
            vec![TextEdit::Backspace; 2],
            vec![TextEdit::Delete; 2],
            typed("x"),
        ]
        .concat();
        check_undo("abcd|efgh", &edits, &["ab|gh", "ab|efgh", "abcd|efgh"]);
    }

    #[test]
    fn a_paste_and_a_cut_are_groups_of_their_own() {
        let edits = [
            typed("a"),
            vec![pasted("bc")],
            typed("d"),
            vec![TextEdit::SelectAll, TextEdit::Cut],
        ]
        .concat();
        check_undo("|", &edits, &["abcd|", "abc|", "a|", "|"]);
    }

    #[test]
    fn typing_over_a_selection_comes_back_in_one_step() {
        let edits = [vec![TextEdit::Select(WordLeft)], typed("åtte")].concat();
        check_undo("en to|", &edits, &["en |to"]);
    }

    #[test]
    fn a_new_change_leaves_nothing_to_redo() {
        let mut editor = at("|");
        apply(
            &mut editor,
            &[typed("a"), vec![TextEdit::Undo], typed("b")].concat(),
        );
        assert_eq!(editor.apply(&TextEdit::Redo, AREA), EditOutcome::Unchanged);
        assert_eq!(editor.text(), "b");
    }

    #[test]
    fn beyond_the_limits_the_whole_insertion_is_refused() {
        let mut editor = Editor::multi_line(&"x".repeat(MAX_BYTES - 3));
        let refused = [pasted("abcd"), pasted("å\nå")];
        assert_eq!(apply(&mut editor, &refused), vec![EditOutcome::Full; 2]);
        assert_eq!(editor.len_bytes(), MAX_BYTES - 3);
        assert_eq!(
            apply(&mut editor, &[pasted("abc"), pasted("d")]),
            [EditOutcome::Changed, EditOutcome::Full]
        );
        assert_eq!(
            apply(&mut editor, &[TextEdit::Select(Left), pasted("de")]),
            [EditOutcome::Moved, EditOutcome::Full]
        );
        assert_eq!(editor.apply(&pasted("d"), AREA), EditOutcome::Changed);

        let mut editor = Editor::multi_line(&"\n".repeat(MAX_LINES - 1));
        assert_eq!(
            apply(&mut editor, &[TextEdit::Newline, pasted("x")]),
            [EditOutcome::Full, EditOutcome::Changed]
        );
    }

    #[test]
    fn the_longest_line_can_be_edited_at_its_end() {
        let mut editor = Editor::multi_line(&"x".repeat(MAX_BYTES));
        assert_eq!(editor.cursor(), (0, MAX_BYTES));
        apply(
            &mut editor,
            &[
                TextEdit::Backspace,
                TextEdit::Move(TextStart),
                TextEdit::Move(TextEnd),
                pasted("y"),
            ],
        );
        assert_eq!(editor.cursor(), (0, MAX_BYTES));
        assert_eq!(editor.len_bytes(), MAX_BYTES);
        assert!(editor.text().ends_with("xy"));
    }

    #[test]
    fn a_text_beyond_the_limits_is_cut_between_graphemes() {
        let editor = Editor::multi_line(&["x", &"å".repeat(MAX_BYTES)].concat());
        assert_eq!(editor.len_bytes(), MAX_BYTES - 1);
        let editor = Editor::multi_line(&"a\n".repeat(MAX_LINES + 7));
        assert_eq!(
            (editor.lines().len(), editor.len_bytes()),
            (MAX_LINES, 2 * MAX_LINES - 1)
        );
    }

    #[test]
    fn a_text_of_which_only_the_beginning_is_here_is_read_and_not_changed() {
        for text in ["x".repeat(MAX_BYTES + 1), "a\n".repeat(MAX_LINES)] {
            let mut editor = Editor::multi_line(&text);
            let beginning = editor.text();
            let edits = [
                pasted("x"),
                TextEdit::Newline,
                TextEdit::Backspace,
                TextEdit::SelectAll,
                TextEdit::Cut,
                TextEdit::Delete,
                TextEdit::Move(TextStart),
                TextEdit::DeleteWordAfter,
            ];
            for (edit, outcome) in edits.iter().zip(apply(&mut editor, &edits)) {
                let refused = outcome == EditOutcome::OnlyBeginning;
                assert_eq!(refused, edit.writes(), "{edit:?}: {outcome:?}");
            }
            assert_eq!(editor.text(), beginning);
        }
    }

    #[test]
    fn a_cursor_from_elsewhere_is_brought_inside() {
        let mut editor = Editor::multi_line("en\nto 👨‍👩‍👧 x");
        for (given, kept) in [
            ((0, 1), (0, 1)),
            ((0, 9), (0, 2)),
            ((9, 0), (1, 0)),
            ((1, 5), (1, 8)),
        ] {
            editor.set_cursor(given);
            assert_eq!(editor.cursor(), kept);
        }
    }

    fn nasty() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            3 => "[a-zæøå]{1,6} ?",
            1 => any::<char>().prop_map(String::from),
            3 => proptest::sample::select(vec![
                " ", "\n", "\r\n", "\r", "\t", "a", "\u{30a}", "\u{323}", "\u{302}", "\u{200d}", "\u{fe0f}", "👨", "👩", "🇳",
                "🇴", "🏽", "👨‍👩‍👧‍👦", "漢", "ｶ", "ﾞ", "\u{1100}", "\u{1161}", "\u{11a8}", "\u{600}", "क", "\u{94d}", "\u{202e}",
                "\u{1b}", "\u{3099}", "か", "-",
            ])
            .prop_map(String::from),
        ];
        proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
    }

    fn motion() -> impl Strategy<Value = Motion> {
        use Motion::WordRight;
        proptest::sample::select(vec![
            Left, Right, WordLeft, WordRight, Up, Down, LineStart, LineEnd, PageUp, PageDown,
            TextStart, TextEnd,
        ])
    }

    fn edit() -> impl Strategy<Value = TextEdit> {
        prop_oneof![
            6 => nasty().prop_map(TextEdit::Insert),
            2 => any::<char>().prop_map(|c| TextEdit::Insert(c.to_string())),
            1 => Just(TextEdit::Newline),
            2 => Just(TextEdit::Backspace),
            2 => Just(TextEdit::Delete),
            1 => Just(TextEdit::DeleteWordBefore),
            1 => Just(TextEdit::DeleteWordAfter),
            5 => motion().prop_map(TextEdit::Move),
            4 => motion().prop_map(TextEdit::Select),
            1 => Just(TextEdit::SelectAll),
            2 => Just(TextEdit::Undo),
            2 => Just(TextEdit::Redo),
            1 => Just(TextEdit::Cut),
            1 => Just(TextEdit::Copy),
        ]
    }

    fn editor() -> impl Strategy<Value = Editor> {
        (nasty(), any::<bool>()).prop_map(|(text, single)| {
            if single {
                Editor::single_line(&text)
            } else {
                Editor::multi_line(&text)
            }
        })
    }

    /// What holds after any edit.
    fn check_sound(editor: &Editor) {
        let text = editor.text();
        assert_eq!(clean(&text), text, "a text stays clean");
        assert_eq!(editor.len_bytes(), text.len());
        let pos = editor.pos();
        assert_eq!(
            editor.text_lines().snapped(pos),
            pos,
            "the cursor stands between graphemes"
        );
        assert!(editor.kind == TextKind::MultiLine || editor.lines().len() == 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn undoing_all_gives_the_first_text_and_redoing_all_the_last(
            mut editor in editor(), edits in proptest::collection::vec(edit(), 0..40),
            width in 0_u16..12, height in 0_u16..5,
        ) {
            let area = Size { width, height };
            let first = editor.text();
            for edit in &edits {
                let before = editor.text();
                let outcome = editor.apply(edit, area);
                check_sound(&editor);
                let changed = matches!(outcome, EditOutcome::Changed | EditOutcome::CutOut(_));
                prop_assert_eq!(changed, editor.text() != before, "{:?} said {:?}", edit, outcome);
            }
            while editor.apply(&TextEdit::Redo, area) == EditOutcome::Changed {}
            let last = (editor.text(), editor.len_bytes());
            while editor.apply(&TextEdit::Undo, area) == EditOutcome::Changed {
                check_sound(&editor);
            }
            prop_assert_eq!(editor.text(), first);
            while editor.apply(&TextEdit::Redo, area) == EditOutcome::Changed {
                check_sound(&editor);
            }
            prop_assert_eq!((editor.text(), editor.len_bytes()), last);
        }

        #[test]
        fn a_cut_pasted_back_restores_the_text(mut editor in editor(), motions in proptest::collection::vec(motion(), 1..6)) {
            apply(&mut editor, &[TextEdit::Move(TextStart)]);
            let text = editor.text();
            apply(&mut editor, &motions.into_iter().map(TextEdit::Select).collect::<Vec<_>>());
            // Cut in the middle of a pile of orphan marks, the rest may have grown onto what is before it.
            if let EditOutcome::CutOut(taken) = editor.apply(&TextEdit::Cut, AREA)
                && editor.kind == TextKind::MultiLine
                && !taken.starts_with(crate::meeting::clean::is_extender)
            {
                editor.apply(&TextEdit::Insert(taken), AREA);
                prop_assert_eq!(editor.text(), text);
            }
        }

        #[test]
        fn going_down_row_by_row_reaches_the_end_and_going_up_the_start(
            text in "[a-zæø 漢\n]{0,60}", width in 1_u16..9,
        ) {
            let area = Size { width, height: 3 };
            let mut editor = Editor::multi_line(&text);
            for (toward, end) in [(Up, 0), (Down, editor.lines().len() - 1)] {
                let mut steps = 0;
                while editor.apply(&TextEdit::Move(toward), area) == EditOutcome::Moved {
                    steps += 1;
                    prop_assert!(steps <= text.chars().count() + 1);
                }
                prop_assert_eq!(editor.cursor().0, end);
            }
        }
    }
}
