//! Word wrap of one line of text to a width in columns, on whole graphemes as ratatui measures them.

use std::ops::Range;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// Whether a character is one column wide and joins into one grapheme with no other of these: European letters and
/// signs, punctuation, arrows, lines, blocks, ticks. Nearly all that is drawn is made of them, and knowing them by sight
/// costs a fraction of looking up in the tables of Unicode how each joins and how wide it is.
pub const fn is_plain(c: char) -> bool {
    matches!(
        c,
        ' '..='~'
            | '\u{a0}'..='\u{ac}'
            | '\u{ae}'..='\u{2ff}'
            | '\u{2010}'..='\u{2027}'
            | '\u{2190}'..='\u{21ff}'
            | '\u{2500}'..='\u{25fc}'
            | '✓'
    )
}

/// One grapheme of a line: what the user sees as one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph<'a> {
    /// Where it starts in the line, in bytes.
    pub start: usize,
    /// Its code points.
    pub text: &'a str,
    /// The columns ratatui gives it; 0 for what ratatui does not draw.
    pub width: usize,
}

impl Glyph<'_> {
    /// Where it ends in the line, in bytes.
    #[must_use]
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether a row may end after it: a space, but not one made to hold words together.
    fn is_space(&self) -> bool {
        self.text
            .chars()
            .all(|c| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}'))
    }
}

/// The graphemes of a line, or of a part of one that starts between two graphemes.
pub fn glyphs(line: &str) -> impl Iterator<Item = Glyph<'_>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = line.get(start..)?;
        let mut chars = rest.chars();
        let first = chars.next()?;
        let glyph = if is_plain(first) && chars.next().is_none_or(is_plain) {
            let text = rest.get(..first.len_utf8())?;
            Glyph {
                start,
                text,
                width: 1,
            }
        } else {
            let text = rest.graphemes(true).next()?;
            let width = if text.contains(char::is_control) {
                0
            } else {
                usize::from(text.cell_width())
            };
            Glyph { start, text, width }
        };
        start = glyph.end();
        Some(glyph)
    })
}

/// Wider than any window, and than any text that is written here.
const MOST_COLUMNS: usize = 100_000;

/// The columns a text takes on one row; of one that goes on and on, not all are counted.
#[must_use]
pub fn columns(text: &str) -> usize {
    let widths = glyphs(text).map(|glyph| glyph.width);
    widths.take(MOST_COLUMNS).sum()
}

/// The screen rows of a line without line breaks, as byte ranges that follow one another without gaps.
///
/// A row ends after a space; a word longer than the width is split between graphemes. Spaces that follow
/// a word stay on its row and hang past the width when there is no room for them, so a row never starts
/// with the space it was broken at. No row is empty, except the only row of an empty line. A grapheme
/// wider than the width has a row of its own.
///
/// The place after the last column of a full row is not a row here: [`super::editor`] adds an empty row for
/// the cursor when it stands there, since that is where the next letter will appear.
///
/// The rows are laid out as they are asked for: a text may be far longer than the window is high.
pub fn wrap(line: &str, width: usize) -> impl Iterator<Item = Range<usize>> {
    let mut glyphs = glyphs(line);
    // The first glyph of the row after the one that was answered last.
    let mut carried = None;
    let mut start = 0;
    let mut column = 0;
    // After the last space of the row so far: its byte, and its column in the row.
    let mut break_at: Option<(usize, usize)> = None;
    let mut end = RowEnd::Ahead;
    std::iter::from_fn(move || {
        while let Some(glyph) = carried.take().or_else(|| glyphs.next()) {
            if glyph.is_space() {
                column += glyph.width;
                break_at = Some((glyph.end(), column));
                continue;
            }
            // Carried over, a word is looked at again: on a row of its own, it may still have no room.
            if column + glyph.width > width && glyph.start > start {
                let (end, used) = break_at.take().unwrap_or((glyph.start, column));
                let row = start..end;
                start = end;
                column -= used;
                carried = Some(glyph);
                return Some(row);
            }
            column += glyph.width;
        }
        let last = end == RowEnd::Ahead && (start < line.len() || start == 0);
        end = RowEnd::Reached;
        last.then_some(start..line.len())
    })
}

#[derive(PartialEq, Eq)]
enum RowEnd {
    Ahead,
    Reached,
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(line: &str, width: usize, wanted: &[&str]) {
        let rows: Vec<&str> = wrap(line, width).map(|row| &line[row]).collect();
        assert_eq!(rows, wanted, "{line:?} at {width}");
    }

    #[test]
    fn rows_break_after_spaces() {
        check("ett to tre fire", 7, &["ett to ", "tre ", "fire"]);
        check("ett to tre fire", 6, &["ett to ", "tre ", "fire"]);
    }

    #[test]
    fn an_empty_line_is_one_empty_row() {
        check("", 5, &[""]);
    }

    #[test]
    fn a_full_row_has_no_empty_row_after_it() {
        check("fulle", 5, &["fulle"]);
        check("fulle fulle", 5, &["fulle ", "fulle"]);
    }

    #[test]
    fn spaces_hang_past_the_width() {
        check("ab      cd", 4, &["ab      ", "cd"]);
        check("      ", 2, &["      "]);
        check("      x", 2, &["      ", "x"]);
    }

    #[test]
    fn a_word_longer_than_the_width_is_split() {
        check("arbeidsgiver", 5, &["arbei", "dsgiv", "er"]);
        check("en arbeidsgiver", 5, &["en ", "arbei", "dsgiv", "er"]);
    }

    #[test]
    fn a_hard_space_holds_words_together() {
        check("se 4\u{a0}uker", 6, &["se ", "4\u{a0}uker"]);
    }

    #[test]
    fn wide_graphemes_never_straddle_the_edge() {
        check("漢漢漢", 5, &["漢漢", "漢"]);
        check("a👨‍👩‍👧‍👦b", 2, &["a", "👨‍👩‍👧‍👦", "b"]);
    }

    #[test]
    fn a_grapheme_wider_than_the_width_has_its_own_row() {
        check("a漢b", 1, &["a", "漢", "b"]);
        check("漢", 0, &["漢"]);
    }

    #[test]
    fn the_short_cut_sees_the_same_graphemes_as_the_long_way() {
        let every: String = ('\u{1}'..=char::MAX).filter(|c| is_plain(*c)).collect();
        compare(&every);
    }

    #[track_caller]
    fn compare(line: &str) {
        let long_way: Vec<(usize, &str, usize)> = line
            .grapheme_indices(true)
            .map(|(start, text)| {
                let drawn = !text.contains(char::is_control);
                (
                    start,
                    text,
                    if drawn {
                        usize::from(text.cell_width())
                    } else {
                        0
                    },
                )
            })
            .collect();
        let ours: Vec<(usize, &str, usize)> = glyphs(line)
            .map(|glyph| (glyph.start, glyph.text, glyph.width))
            .collect();
        assert_eq!(ours, long_way);
    }

    pub(in crate::ui::widgets) fn nasty() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            3 => "[a-zæøå]{1,9} ?",
            1 => "[«»·…–─█▶✓→]{1,3}",
            1 => any::<char>().prop_map(String::from),
            2 => proptest::sample::select(vec![
                " ", "  ", "a\u{30a}", "\u{301}", "\u{200d}", "👨‍👩‍👧‍👦", "🇳", "🇳🇴", "👍🏽", "❤\u{fe0f}", "漢", "ｶﾞ",
                "\u{1100}", "\u{1161}", "\u{600}", "क्ष", "\u{a0}", "\u{3000}",
            ])
            .prop_map(String::from),
        ];
        proptest::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn any_text_has_the_graphemes_of_the_long_way(line in nasty()) {
            compare(&line);
            prop_assert!(columns(&line) <= line.len());
        }

        #[test]
        fn rows_cover_the_line_and_fit_the_width(line in nasty(), width in 0_usize..12) {
            let rows: Vec<_> = wrap(&line, width).collect();
            let mut at = 0;
            for row in &rows {
                prop_assert_eq!(row.start, at);
                prop_assert!(row.end > row.start || line.is_empty());
                at = row.end;
                let mut ink: Vec<Glyph> = glyphs(&line[row.clone()]).collect();
                while ink.last().is_some_and(Glyph::is_space) {
                    ink.pop();
                }
                let used: usize = ink.iter().map(|glyph| glyph.width).sum();
                prop_assert!(used <= width || ink.len() == 1, "{:?}", ink);
            }
            prop_assert_eq!(at, line.len());
            let starts: Vec<usize> = glyphs(&line).map(|glyph| glyph.start).collect();
            prop_assert!(line.is_empty() || rows.iter().all(|row| starts.contains(&row.start)));
        }

        #[test]
        fn a_row_is_as_long_as_it_can_be(words in proptest::collection::vec("[a-zæøå]{1,6}", 1..20), width in 6_usize..30) {
            let line = words.join(" ");
            let rows: Vec<_> = wrap(&line, width).collect();
            for pair in rows.windows(2) {
                let next_word = line[pair[1].clone()].split(' ').next().unwrap_or("");
                prop_assert!(columns(&line[pair[0].clone()]) + columns(next_word) > width);
            }
        }
    }
}
