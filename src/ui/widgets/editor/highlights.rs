//! What is marked of the rows in sight. Only they are looked at, with as much around them as may decide what a word means:
//! a key in a long text waits for no more.

use std::ops::Range;

use ratatui::style::Style;

use super::text::{Lines, Pos};
use crate::ui::highlighter::Highlighter;

/// Lines looked at above and below those in sight.
const LINES: usize = 3;
/// Bytes looked at before and behind those in sight, where the lines are long.
const BYTES: usize = 300;

/// A part of the text with its looks.
pub(super) type EditorHighlight = (Range<Pos>, Style);

/// What `highlighter` highlights between two places, by place.
pub(super) fn between(
    lines: Lines<'_>,
    from: Pos,
    to: Pos,
    highlighter: &Highlighter,
) -> Vec<EditorHighlight> {
    let above = from.line.saturating_sub(LINES);
    let below = (to.line + LINES + 1).min(lines.0.len());
    let near = Lines(lines.0.get(above..below).unwrap_or_default());
    let offset = |pos: Pos| {
        near.offset(Pos {
            line: pos.line - above,
            ..pos
        })
    };
    let begin = beside(near, offset(from).saturating_sub(BYTES));
    let end = beside(near, offset(to) + BYTES);
    let first = near.offset(begin);
    let place = |at: usize| {
        let pos = near.at_offset(first + at);
        Pos {
            line: pos.line + above,
            ..pos
        }
    };
    let text = near.between(begin, end);
    let highlights = highlighter.highlights(&text);
    highlights
        .map(|(range, style)| (place(range.start)..place(range.end), style))
        .filter(|(range, _)| range.start <= to && range.end > from)
        .collect()
}

/// The place with so many bytes before it, or fewer: not within a character.
fn beside(lines: Lines<'_>, offset: usize) -> Pos {
    let pos = lines.at_offset(offset);
    Pos {
        byte: lines.line(pos.line).floor_char_boundary(pos.byte),
        ..pos
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        privacy::{Area, AreaWords, Guard, Names, Proposal, WordLists},
        ui::theme::Theme,
    };
    use proptest::prelude::*;

    fn guard() -> Guard {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Guard::new(&WordLists {
            areas: vec![AreaWords {
                area: Area::Cancer,
                strong: words(&["kreft"]),
                hint: words(&["svulst", "kul på *"]),
                proposal: Proposal::default(),
            }],
            harmless: words(&["kreft i budsjettet"]),
            cues: words(&["påvist"]),
            ..WordLists::default()
        })
    }

    proptest! {
            #[test]
            fn what_is_in_sight_is_marked_as_in_the_whole_text(
                pieces in prop::collection::vec(
    prop::sample::select(vec![
                        "kreft ", "kreft i budsjettet ", "svulst ", "påvist ", "kul på ", "å ", ", ", ". ", "\n",
                    ]),
                    0..300,
                ),
                ends in (0_usize..1500, 0_usize..1500),
            ) {
                let text = pieces.concat();
                let held: Vec<String> = text.split('\n').map(String::from).collect();
                let lines = Lines(&held);
                let guard = guard();
                let highlighter = Highlighter::new(&guard, Names::of(&[]), Theme::colour());
                let end = |at| beside(lines, at);
                let (from, to) = (end(ends.0.min(ends.1)), end(ends.0.max(ends.1)));
                let whole = highlighter
                    .highlights(&text)
                    .map(|(range, style)| (lines.at_offset(range.start)..lines.at_offset(range.end), style))
                    .filter(|(range, _)| range.start <= to && range.end > from);
                let whole: Vec<EditorHighlight> = whole.collect();
                prop_assert_eq!(between(lines, from, to, &highlighter), whole);
            }
        }
}
