//! Undo and redo in groups: what the user feels as one act is one change, however many keys it took.

use std::collections::VecDeque;

/// The memory a history may hold, in bytes; the oldest changes go first. A change weighs at most two
/// whole texts, so the latest are always kept.
const MAX_WEIGHT: usize = 1024 * 1024;

/// One replacement in a text, counted in bytes of the whole text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Replacement {
    /// Where it begins.
    pub at: usize,
    /// What stood there.
    pub removed: String,
    /// What stands there instead.
    pub inserted: String,
    /// The cursor before the change.
    pub before: usize,
    /// The cursor after it.
    pub after: usize,
}

/// What kind of act a change was; it decides which changes are one to the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EditKind {
    /// A letter typed.
    Letter,
    /// A space or a line break typed.
    Space,
    /// Something before the cursor deleted.
    DeleteBefore,
    /// Something after the cursor deleted.
    DeleteAfter,
    /// A paste, a cut, a selection deleted: always a group of its own.
    Whole,
}

/// The changes of one text, done and undone.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    done: VecDeque<Replacement>,
    undone: Vec<Replacement>,
    /// The last act, while the next may still join it.
    open: Option<EditKind>,
    /// The weight of what is done; what is undone came from there.
    weight: usize,
    /// How many groups were ever begun.
    begun: usize,
}

impl History {
    /// How many groups were ever begun; undo and redo begin none.
    pub(super) const fn begun(&self) -> usize {
        self.begun
    }

    /// Takes in a change that was just made.
    pub(super) fn record(&mut self, change: Replacement, kind: EditKind) {
        self.undone.clear();
        let joins = self.open.is_some_and(|open| open.is_joined_by(kind));
        self.open = Some(kind);
        let joined = self.done.back().filter(|_| joins);
        if let Some(both) = joined.and_then(|last| last.joined(&change)) {
            self.pop_done();
            self.push_done(both);
        } else {
            self.push_done(change);
            self.begun += 1;
        }
        while self.weight > MAX_WEIGHT && self.done.len() > 1 {
            if let Some(oldest) = self.done.pop_front() {
                self.weight -= oldest.weight();
            }
        }
    }

    /// Ends the group: the next change begins a new one.
    pub(super) fn close(&mut self) {
        self.open = None;
    }

    /// Whether a word is being written or rubbed out, letter by letter.
    pub(super) const fn is_in_a_word(&self) -> bool {
        matches!(
            self.open,
            Some(EditKind::Letter | EditKind::DeleteBefore | EditKind::DeleteAfter)
        )
    }

    /// The change that takes the last group back, to be made now.
    pub(super) fn undo(&mut self) -> Option<Replacement> {
        self.close();
        let last = self.pop_done()?;
        let back = last.reversed();
        self.undone.push(last);
        Some(back)
    }

    /// The change that does the last undone group again, to be made now.
    pub(super) fn redo(&mut self) -> Option<Replacement> {
        self.close();
        let again = self.undone.pop()?;
        self.push_done(again.clone());
        Some(again)
    }

    fn push_done(&mut self, change: Replacement) {
        self.weight += change.weight();
        self.done.push_back(change);
    }

    fn pop_done(&mut self) -> Option<Replacement> {
        let last = self.done.pop_back()?;
        self.weight -= last.weight();
        Some(last)
    }
}

impl EditKind {
    fn is_joined_by(self, next: Self) -> bool {
        match self {
            Self::Letter => matches!(next, Self::Letter | Self::Space),
            Self::Space | Self::DeleteBefore | Self::DeleteAfter => next == self,
            Self::Whole => false,
        }
    }
}

impl Replacement {
    /// The bytes it holds.
    fn weight(&self) -> usize {
        size_of::<Self>() + self.removed.len() + self.inserted.len()
    }

    fn reversed(&self) -> Self {
        Self {
            at: self.at,
            removed: self.inserted.clone(),
            inserted: self.removed.clone(),
            before: self.after,
            after: self.before,
        }
    }

    /// This change and the next as one, if they touch.
    fn joined(&self, next: &Self) -> Option<Self> {
        // The next one took something before our text, a piece of our text, and something after it.
        let next_end = next.at + next.removed.len();
        let kept_front = next.at.saturating_sub(self.at);
        let piece_end = next_end.checked_sub(self.at)?.min(self.inserted.len());
        let before = self.at.saturating_sub(next.at);
        let after = before + piece_end.checked_sub(kept_front)?;
        let front = self.inserted.get(..kept_front)?;
        let back = self.inserted.get(piece_end..)?;
        Some(Self {
            at: self.at.min(next.at),
            removed: [
                next.removed.get(..before)?,
                &self.removed,
                next.removed.get(after..)?,
            ]
            .concat(),
            inserted: [front, &next.inserted, back].concat(),
            before: self.before,
            after: next.after,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn change(text: &str, at: usize, length: usize, inserted: &str) -> Replacement {
        Replacement {
            at,
            removed: text[at..at + length].to_owned(),
            inserted: inserted.to_owned(),
            before: at,
            after: at + inserted.len(),
        }
    }

    fn made(text: &str, change: &Replacement) -> String {
        let end = change.at + change.removed.len();
        assert_eq!(&text[change.at..end], change.removed);
        [&text[..change.at], &change.inserted, &text[end..]].concat()
    }

    #[test]
    fn memory_stays_bounded_and_the_latest_changes_are_kept() {
        let mut history = History::default();
        let page = "x".repeat(65_536);
        for _ in 0..100 {
            history.record(change("", 0, 0, &page), EditKind::Whole);
        }
        assert!(history.weight <= MAX_WEIGHT);
        assert!(history.done.len() >= 8);
        for _ in 0..200_000 {
            history.record(change("", 0, 0, "x"), EditKind::Whole);
        }
        assert!(history.weight <= MAX_WEIGHT);
        let held = history.done.len();
        let mut undone = 0;
        while history.undo().is_some() {
            undone += 1;
        }
        assert_eq!((undone, history.weight), (held, 0));
    }

    #[test]
    fn changes_that_do_not_touch_stay_two() {
        let text = "abcdef";
        let first = change(text, 4, 1, "");
        let next = change(&made(text, &first), 0, 2, "x");
        assert_eq!(first.joined(&next), None);
    }

    proptest! {
        #[test]
        fn two_changes_joined_do_what_they_did_apart(
            text in "[a-z]{0,12}", a in 0_usize..13, b in 0_usize..13, new in "[A-Z]{0,4}",
            c in 0_usize..17, d in 0_usize..17, newer in "[0-9]{0,4}",
        ) {
            let span = |length: usize, one: usize, other: usize| {
                let (from, to) = (one.min(other).min(length), one.max(other).min(length));
                (from, to - from)
            };
            let (at, length) = span(text.len(), a, b);
            let first = change(&text, at, length, &new);
            let between = made(&text, &first);
            let (at, length) = span(between.len(), c, d);
            let next = change(&between, at, length, &newer);
            let end = made(&between, &next);
            if let Some(both) = first.joined(&next) {
                prop_assert_eq!(&made(&text, &both), &end);
                prop_assert_eq!(&made(&end, &both.reversed()), &text);
                prop_assert_eq!((both.before, both.after), (first.before, next.after));
            } else {
                prop_assert!(next.at > first.at + new.len() || next.at + next.removed.len() < first.at);
            }
        }
    }
}
