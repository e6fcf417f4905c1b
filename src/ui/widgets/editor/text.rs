//! Places in a text of lines, and the steps between them: by grapheme, by word, by byte offset.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::meeting::clean::is_extender;

/// A place between two graphemes of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pos {
    /// The line, from 0.
    pub line: usize,
    /// The byte within the line, from 0.
    pub byte: usize,
}

/// The lines of a text, as the text area holds them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lines<'a>(pub &'a [String]);

impl<'a> Lines<'a> {
    /// One line, empty if there is no such line.
    pub(super) fn line(self, line: usize) -> &'a str {
        self.0.get(line).map_or("", String::as_str)
    }

    /// What stands on the line before a place.
    pub(super) fn before(self, pos: Pos) -> &'a str {
        self.line(pos.line).get(..pos.byte).unwrap_or("")
    }

    /// What stands on the line after a place.
    pub(super) fn after(self, pos: Pos) -> &'a str {
        self.line(pos.line).get(pos.byte..).unwrap_or("")
    }

    /// The place after the last character.
    pub(super) fn end(self) -> Pos {
        self.line_end(self.0.len().saturating_sub(1))
    }

    /// The place after the last character of a line.
    pub(super) fn line_end(self, line: usize) -> Pos {
        let byte = self.line(line).len();
        Pos { line, byte }
    }

    /// The column of a place in characters (code points), as the text area counts.
    pub(super) fn column(self, pos: Pos) -> usize {
        self.before(pos).chars().count()
    }

    /// The place at a column in characters, or the end of the line if it is shorter.
    pub(super) fn at_column(self, line: usize, column: usize) -> Pos {
        let text = self.line(line);
        let mut chars = text.chars();
        if let Some(last) = column.checked_sub(1) {
            chars.nth(last);
        }
        let byte = text.len() - chars.as_str().len();
        Pos { line, byte }
    }

    /// The bytes of the whole text before a place; a line break counts one.
    pub(super) fn offset(self, pos: Pos) -> usize {
        let above = self.0.iter().take(pos.line);
        above.map(|line| line.len() + 1).sum::<usize>() + pos.byte
    }

    /// The place with so many bytes before it, or the end of the text.
    pub(super) fn at_offset(self, offset: usize) -> Pos {
        let mut byte = offset;
        for (line, text) in self.0.iter().enumerate() {
            if byte <= text.len() {
                return Pos { line, byte };
            }
            byte -= text.len() + 1;
        }
        self.end()
    }

    /// The text between two places.
    pub(super) fn between(self, from: Pos, to: Pos) -> String {
        if from.line == to.line {
            let text = self.line(from.line).get(from.byte..to.byte);
            return text.unwrap_or("").to_owned();
        }
        let mut text = self.after(from).to_owned();
        for line in from.line + 1..to.line {
            text.push('\n');
            text.push_str(self.line(line));
        }
        text.push('\n');
        text.push_str(self.before(to));
        text
    }

    /// The place itself, or the next one if it is inside a grapheme.
    pub(super) fn snapped(self, pos: Pos) -> Pos {
        let text = self.line(pos.line);
        let byte = pos.byte.min(text.len());
        let mut cursor = GraphemeCursor::new(byte, text.len(), true);
        if cursor.is_boundary(text, 0).unwrap_or(true) {
            return Pos { byte, ..pos };
        }
        let next = cursor.next_boundary(text, 0).ok().flatten();
        Pos {
            byte: next.unwrap_or(text.len()),
            ..pos
        }
    }

    /// One grapheme to the left; from the start of a line, the end of the line above.
    pub(super) fn left(self, pos: Pos) -> Pos {
        match self.before(pos).graphemes(true).next_back() {
            Some(grapheme) => Pos {
                byte: pos.byte - grapheme.len(),
                ..pos
            },
            None => pos
                .line
                .checked_sub(1)
                .map_or(pos, |line| self.line_end(line)),
        }
    }

    /// One grapheme to the right; from the end of a line, the start of the line below.
    pub(super) fn right(self, pos: Pos) -> Pos {
        match self.after(pos).graphemes(true).next() {
            Some(grapheme) => Pos {
                byte: pos.byte + grapheme.len(),
                ..pos
            },
            None => self.start_below(pos).unwrap_or(pos),
        }
    }

    /// The start of the word before a place; from the start of a line, the end of the line above.
    pub(super) fn word_left(self, pos: Pos) -> Pos {
        let before = self.before(pos);
        if before.is_empty() {
            return self.left(pos);
        }
        let length = word_length(before.graphemes(true).rev());
        Pos {
            byte: pos.byte - length,
            ..pos
        }
    }

    /// The end of the word after a place; from the end of a line, the start of the line below.
    pub(super) fn word_right(self, pos: Pos) -> Pos {
        let after = self.after(pos);
        if after.is_empty() {
            return self.right(pos);
        }
        let length = word_length(after.graphemes(true));
        Pos {
            byte: pos.byte + length,
            ..pos
        }
    }

    /// What stands right before a place and could grow together with what is put there: the last
    /// character, with the marks that lean on it.
    pub(super) fn seam_before(self, pos: Pos) -> &'a str {
        let before = self.before(pos);
        let base = before.trim_end_matches(is_extender);
        let base = base.char_indices().next_back().map_or(0, |(at, _)| at);
        before.get(base..).unwrap_or("")
    }

    /// What stands right after a place and could grow together with what is put there.
    pub(super) fn seam_after(self, pos: Pos) -> &'a str {
        let after = self.after(pos);
        let first = after.graphemes(true).next().unwrap_or("");
        let rest = after.get(first.len()..).unwrap_or("");
        let marks = rest.len() - rest.trim_start_matches(is_extender).len();
        after.get(..first.len() + marks).unwrap_or("")
    }

    fn start_below(self, pos: Pos) -> Option<Pos> {
        let line = pos.line + 1;
        (line < self.0.len()).then_some(Pos { line, byte: 0 })
    }
}

/// What a word is made of; a change of kind ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CharClass {
    Space,
    Letters,
    Signs,
}

impl CharClass {
    fn of(grapheme: &str) -> Self {
        match grapheme.chars().next() {
            Some(c) if c.is_whitespace() => Self::Space,
            Some(c) if c.is_alphanumeric() || c == '_' => Self::Letters,
            Some(_) | None => Self::Signs,
        }
    }
}

/// The bytes of the spaces and the one word the graphemes begin with.
fn word_length<'a>(graphemes: impl Iterator<Item = &'a str>) -> usize {
    let mut length = 0;
    let mut word = CharClass::Space;
    for grapheme in graphemes {
        let kind = CharClass::of(grapheme);
        if word != CharClass::Space && kind != word {
            break;
        }
        word = kind;
        length += grapheme.len();
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.split('\n').map(String::from).collect()
    }

    /// Every place a step lands on from one end to the other, shown as `|` in the text.
    fn stops(text: &str, start: Pos, step: fn(Lines<'_>, Pos) -> Pos) -> String {
        let lines = lines(text);
        let lines = Lines(&lines);
        let mut at = start;
        let mut offsets = vec![];
        while step(lines, at) != at {
            at = step(lines, at);
            offsets.push(lines.offset(at));
        }
        offsets.sort_unstable();
        let mut shown = text.to_owned();
        for offset in offsets.into_iter().rev() {
            shown.insert(offset, '|');
        }
        shown
    }

    const START: Pos = Pos { line: 0, byte: 0 };

    #[test]
    fn left_and_right_go_by_whole_graphemes_over_line_breaks() {
        let text = "aå👨‍👩‍👧‍👦🇳🇴\ne\u{302}\u{323}漢";
        assert_eq!(
            stops(text, START, |lines, at| lines.right(at)),
            "a|å|👨‍👩‍👧‍👦|🇳🇴|\n|e\u{302}\u{323}|漢|"
        );
        let held = lines(text);
        let end = Lines(&held).end();
        assert_eq!(
            stops(text, end, |lines, at| lines.left(at)),
            "|a|å|👨‍👩‍👧‍👦|🇳🇴|\n|e\u{302}\u{323}|漢"
        );
    }

    #[test]
    fn words_end_where_their_letters_end() {
        let text = "Å følge  opp (ukentlig), ja.\n\n  snakk 👍🏽!";
        assert_eq!(
            stops(text, START, |lines, at| lines.word_right(at)),
            "Å| følge|  opp| (|ukentlig|),| ja|.|\n|\n|  snakk| 👍🏽!|"
        );
        let held = lines(text);
        let end = Lines(&held).end();
        assert_eq!(
            stops(text, end, |lines, at| lines.word_left(at)),
            "|Å |følge  |opp |(|ukentlig|), |ja|.|\n|\n|  |snakk |👍🏽!"
        );
    }

    #[test]
    fn offsets_and_columns_come_back_to_the_same_place() {
        let held = lines("æø\n\n👨‍👩‍👧x");
        let lines = Lines(&held);
        let mut at = START;
        loop {
            assert_eq!(lines.at_offset(lines.offset(at)), at);
            assert_eq!(lines.at_column(at.line, lines.column(at)), at);
            if lines.right(at) == at {
                break;
            }
            at = lines.right(at);
        }
        assert_eq!(at, lines.end());
        assert_eq!(lines.at_offset(usize::MAX), at);
    }

    #[test]
    fn a_place_inside_a_grapheme_snaps_to_its_end() {
        let held = lines("a👍🏽b");
        let lines = Lines(&held);
        let snap = |byte| lines.snapped(Pos { line: 0, byte }).byte;
        assert_eq!(
            [snap(0), snap(1), snap(5), snap(9), snap(99)],
            [0, 1, 9, 9, 10]
        );
    }
}
