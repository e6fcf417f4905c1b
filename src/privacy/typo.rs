//! Words with a slip of the finger: one letter too many, too few, wrong, or two in the wrong order.

use std::{iter, mem, num::NonZeroU32};

use super::words::is_inflection;

/// Letters a word must have before a slip in it is looked for: shorter ones are too near to others.
const SHORTEST: usize = 7;
/// Letters a beginning must have before a slip is looked for in front of just any rest.
const SHORTEST_OPEN: usize = 10;
/// No word of the lists is that long; what is longer in a text is no slip.
const LONGEST: usize = 40;
/// Letters of the part by which words are found that may be meant, and where the second part begins: one letter behind
/// the first, for two letters in the wrong order may lie between them.
const PART: usize = 3;
const SECOND: usize = PART + 1;
/// The Norwegian alphabet.
const ALPHABET: usize = 29;

/// A letter by its number in the alphabet.
type LetterIndex = u8;

/// Words that are found in spite of a slip. Thousands stand in it as long as the program runs, so it is packed: the
/// letters of all of them in one row.
pub(super) struct Typos {
    letters: Vec<LetterIndex>,
    words: Vec<RowWord>,
    /// Words by their first letters, and by those behind them. One slip leaves one of the two whole.
    first: TrigramIndex,
    second: TrigramIndex,
}

/// Where in the row a word ends; it begins where the one before it ends.
struct RowWord {
    end: usize,
    number: usize,
    /// Whether anything can follow it, and not only an ending.
    open: bool,
}

/// For each three letters the words that have them at some place, as lists that are linked by the places of the words.
struct TrigramIndex {
    /// For each three letters the place of the word that was added last.
    last: Vec<Option<NonZeroU32>>,
    /// For each word the one that was added before it.
    before: Vec<Option<NonZeroU32>>,
}

impl TrigramIndex {
    fn new() -> Self {
        Self {
            last: vec![None; ALPHABET * ALPHABET * ALPHABET],
            before: Vec::new(),
        }
    }

    fn number(letters: &[LetterIndex], at: usize) -> Option<usize> {
        let part = letters.get(at..at + PART)?.iter();
        Some(part.fold(0, |number, letter| number * ALPHABET + usize::from(*letter)))
    }

    /// Adds the next word, counted from 0.
    fn add(&mut self, letters: &[LetterIndex], at: usize) {
        let place = u32::try_from(self.before.len() + 1)
            .ok()
            .and_then(NonZeroU32::new);
        let last = Self::number(letters, at).and_then(|number| self.last.get_mut(number));
        let before = last.and_then(|last| mem::replace(last, place));
        self.before.push(before);
    }

    /// The places of the words, the one added last first.
    fn words(&self, letters: &[LetterIndex], at: usize) -> impl Iterator<Item = usize> {
        let last = Self::number(letters, at).and_then(|number| self.last.get(number));
        let place = |counted: NonZeroU32| counted.get() as usize - 1;
        let last = last.copied().flatten().map(place);
        iter::successors(last, move |at| self.before.get(*at)?.map(place))
    }
}

impl Typos {
    /// None yet.
    pub(super) fn new() -> Self {
        Self {
            letters: Vec::new(),
            words: Vec::new(),
            first: TrigramIndex::new(),
            second: TrigramIndex::new(),
        }
    }

    /// Adds a word with its number, unless it is too short or no single word. Anything can follow an open one.
    pub(super) fn add(&mut self, word: &str, open: bool, number: usize) {
        let mut room = [0; LONGEST];
        let Some(letters) = letters(word, &mut room).filter(|letters| letters.len() >= SHORTEST)
        else {
            return;
        };
        self.first.add(letters, 0);
        self.second.add(letters, SECOND);
        self.letters.extend_from_slice(letters);
        let end = self.letters.len();
        let open = open && letters.len() >= SHORTEST_OPEN;
        self.words.push(RowWord { end, number, open });
    }

    /// The number of the word that `word` was meant to be, with its ending.
    pub(super) fn meant(&self, word: &str) -> Option<usize> {
        // As bytes: never fewer than the letters.
        if word.len() < SHORTEST - 1 || word.len() > 2 * LONGEST {
            return None;
        }
        let mut room = [0; LONGEST];
        let letters = letters(word, &mut room)?;
        let by_second = (SECOND - 1..=SECOND + 1).flat_map(|at| self.second.words(letters, at));
        let mut candidates = self.first.words(letters, 0).chain(by_second);
        candidates.find_map(|place| {
            let (meant, word) = self.word(place)?;
            is_slip(meant, letters, word.open).then_some(word.number)
        })
    }

    /// The letters of the word at a place, and what is known of it.
    fn word(&self, place: usize) -> Option<(&[LetterIndex], &RowWord)> {
        let word = self.words.get(place)?;
        let before = place
            .checked_sub(1)
            .and_then(|before| self.words.get(before));
        let letters = self
            .letters
            .get(before.map_or(0, |before| before.end)..word.end)?;
        Some((letters, word))
    }
}

/// The letters of a word; nothing where it has others than those of the alphabet, or too many.
fn letters<'r>(word: &str, room: &'r mut [LetterIndex; LONGEST]) -> Option<&'r [LetterIndex]> {
    let mut count = 0;
    for c in word.chars() {
        let letter = match c {
            'a'..='z' => u8::try_from(c).ok()?.checked_sub(b'a')?,
            'æ' => 26,
            'ø' => 27,
            'å' => 28,
            _ => return None,
        };
        *room.get_mut(count)? = letter;
        count += 1;
    }
    room.get(..count)
}

/// Whether `written` is `meant` with exactly one slip, and an ending; any rest behind an open one. The first letter is
/// never the slip: it is what tells words apart that otherwise rhyme.
fn is_slip(meant: &[LetterIndex], written: &[LetterIndex], open: bool) -> bool {
    let same = meant
        .iter()
        .zip(written)
        .take_while(|(m, w)| m == w)
        .count();
    if same == 0 || same == meant.len() {
        return false;
    }
    let (Some(meant), Some(written)) = (meant.get(same..), written.get(same..)) else {
        return false;
    };
    let ends = |meant: &[LetterIndex], written: &[LetterIndex]| {
        ends_well(meant, written) || (open && written.starts_with(meant))
    };
    let swapped = match (meant, written) {
        ([m1, m2, meant @ ..], [w1, w2, written @ ..]) if m1 == w2 && m2 == w1 => {
            ends(meant, written)
        }
        _ => false,
    };
    let (behind_meant, behind_written) = (meant.get(1..), written.get(1..));
    swapped
        || behind_meant.is_some_and(|meant| ends(meant, written))
        || behind_written.is_some_and(|written| ends(meant, written))
        || behind_meant
            .zip(behind_written)
            .is_some_and(|(m, w)| ends(m, w))
}

fn ends_well(meant: &[LetterIndex], written: &[LetterIndex]) -> bool {
    // No ending has letters beyond z.
    let ending = |rest: &[LetterIndex]| {
        rest.iter()
            .map(|letter| char::from(b'a' + letter))
            .collect::<String>()
    };
    written
        .strip_prefix(meant)
        .is_some_and(|rest| rest.len() <= 4 && is_inflection(&ending(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_forgiven_and_two_are_not() {
        let mut typos = Typos::new();
        let words = [
            ("migrene", false),
            ("depresjon", false),
            ("kreft", false),
            ("tilpasningsforstyrr", true),
            ("psykose", true),
        ];
        for (number, (word, open)) in words.into_iter().enumerate() {
            typos.add(word, open, number);
        }
        for (written, meant) in [
            ("migerne", Some(0)),
            ("migrenen", None), // no slip,
            ("mgrene", Some(0)),
            ("migrrenen", Some(0)),
            ("migrena", Some(0)),
            ("deprasjonen", Some(1)),
            ("derpesjon", Some(1)),
            ("depresjn", Some(1)),
            ("derpesjn", None),
            ("kompresjon", None),
            ("igrene", None),
            ("kreff", None),
            ("depresjnsmiddel", None),
            ("tilpasningsforstyrelse", Some(3)),
            ("tilpassningsforstyrring", Some(3)),
            ("tilpassningsforstyrelse", None),
            ("psykse", Some(4)),
            ("psyksepreg", None), // Too short for just any rest.
        ] {
            assert_eq!(typos.meant(written), meant, "{written}");
        }
    }
}
