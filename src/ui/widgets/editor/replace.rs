//! How a text is changed: it stays clean, keeps within the limits, and gets back to what it was.

use std::ops::Range;

use crate::meeting::clean::clean;

use super::{
    EditOutcome, Editor, MAX_BYTES, MAX_LINES,
    history::{EditKind, Replacement},
    text::Pos,
};

impl Editor {
    /// Replaces a range by a clean text, so that the whole stays clean: characters that meet at the seams
    /// may grow together (`a` and a ring typed after it become `å`).
    pub(super) fn replace(&mut self, range: Range<Pos>, text: &str, kind: EditKind) -> EditOutcome {
        let lines = self.text_lines();
        let front = lines.seam_before(range.start);
        let back = lines.seam_after(range.end);
        let joined = clean(&[front, text, back].concat());
        let kept_back = common_end(back, &joined);
        let (joined, _) = joined.split_at(joined.len() - kept_back);
        let kept_front = common_start(front, joined);
        let (_, inserted) = joined.split_at(kept_front);

        let start = Pos {
            byte: range.start.byte - (front.len() - kept_front),
            ..range.start
        };
        let end = Pos {
            byte: range.end.byte + (back.len() - kept_back),
            ..range.end
        };
        let at = lines.offset(start);
        let change = Replacement {
            at,
            removed: lines.between(start, end),
            inserted: inserted.to_owned(),
            before: lines.offset(self.pos()),
            after: at + inserted.len(),
        };
        self.perform_new(change, kind)
    }

    fn perform_new(&mut self, mut change: Replacement, kind: EditKind) -> EditOutcome {
        if change.removed.is_empty() && change.inserted.is_empty() {
            return EditOutcome::Unchanged;
        }
        if !self.has_room_for(&change) {
            return EditOutcome::Full;
        }
        self.perform(&change);
        // What the text grew together with decides where the next grapheme begins.
        change.after = self.text_lines().offset(self.pos());
        if change.removed == change.inserted {
            self.rest();
            return EditOutcome::Moved;
        }
        self.history.record(change, kind);
        EditOutcome::Changed
    }

    fn has_room_for(&self, change: &Replacement) -> bool {
        let breaks = |text: &str| text.matches('\n').count();
        let bytes = self.bytes - change.removed.len() + change.inserted.len();
        let lines = self.lines().len() - breaks(&change.removed) + breaks(&change.inserted);
        bytes <= MAX_BYTES && lines <= MAX_LINES
    }

    pub(super) fn replay(&mut self, change: Option<Replacement>) -> EditOutcome {
        let Some(change) = change else {
            return EditOutcome::Unchanged;
        };
        self.perform(&change);
        EditOutcome::Changed
    }

    /// Makes a change and puts the cursor where it says, at the end of a grapheme.
    fn perform(&mut self, change: &Replacement) {
        let lines = self.text_lines();
        let start = lines.at_offset(change.at);
        let end = lines.at_offset(change.at + change.removed.len());
        self.area.cancel_selection();
        self.jump(start);
        if start != end {
            self.area.start_selection();
            self.jump(end);
        }
        self.area.insert_str(&change.inserted);
        self.bytes = self.bytes - change.removed.len() + change.inserted.len();
        self.goal = None;
        let lines = self.text_lines();
        let cursor = lines.snapped(lines.at_offset(change.after));
        self.jump(cursor);
    }
}

/// The bytes of the beginning two texts share, in whole characters.
fn common_start(one: &str, other: &str) -> usize {
    let pairs = one.chars().zip(other.chars());
    pairs
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum()
}

/// The bytes of the end two texts share, in whole characters.
fn common_end(one: &str, other: &str) -> usize {
    let pairs = one.chars().rev().zip(other.chars().rev());
    pairs
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum()
}
