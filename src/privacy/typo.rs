//! Words with a slip of the finger: one letter too many, too few, wrong, or two in the wrong order.

use std::collections::HashMap;

use super::words::is_inflection;

/// Letters a word must have before a slip in it is looked for: shorter ones are too near to others.
pub const SHORTEST: usize = 7;
/// Letters of the part by which words are found that may be meant, and where the second part begins: one letter behind
/// the first, for two letters in the wrong order may lie between them.
const PART: usize = 3;
const SECOND: usize = PART + 1;
/// No word of the lists is that long; what is longer in a text is no slip.
const LONGEST: usize = 40;

/// Words that are found in spite of a slip.
#[derive(Default)]
pub struct Typos {
    words: Vec<(Vec<char>, usize)>,
    /// Words by their first letters, and by those behind them. One slip leaves one of the two whole.
    first: HashMap<[char; PART], Vec<usize>>,
    second: HashMap<[char; PART], Vec<usize>>,
}

impl Typos {
    /// Adds a word with its number, unless it is too short or no single word.
    pub fn add(&mut self, word: &str, number: usize) {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < SHORTEST
            || letters.len() > LONGEST
            || !letters.iter().all(|c| c.is_alphabetic())
        {
            return;
        }
        let place = self.words.len();
        for (part, index) in [(0, &mut self.first), (SECOND, &mut self.second)] {
            if let Some(part) = part_at(&letters, part) {
                index.entry(part).or_default().push(place);
            }
        }
        self.words.push((letters, number));
    }

    /// The number of the word that `word` was meant to be, with its ending.
    pub fn meant(&self, word: &str) -> Option<usize> {
        // As bytes: never fewer than the letters.
        if word.len() < SHORTEST - 1 || word.len() > 2 * LONGEST {
            return None;
        }
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < SHORTEST - 1 {
            return None;
        }
        let by_first = part_at(&letters, 0).and_then(|part| self.first.get(&part));
        let by_second =
            (SECOND - 1..=SECOND + 1).filter_map(|at| self.second.get(&part_at(&letters, at)?));
        let candidates = by_first.into_iter().chain(by_second).flatten();
        candidates
            .filter_map(|place| self.words.get(*place))
            .find(|(meant, _)| is_slip(meant, &letters))
            .map(|(_, number)| *number)
    }
}

fn part_at(letters: &[char], at: usize) -> Option<[char; PART]> {
    letters.get(at..at + PART)?.try_into().ok()
}

/// Whether `written` is `meant` with exactly one slip, and an ending. The first letter is never the slip: it is what
/// tells words apart that otherwise rhyme.
fn is_slip(meant: &[char], written: &[char]) -> bool {
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
    let swapped = match (meant, written) {
        ([m1, m2, meant @ ..], [w1, w2, written @ ..]) if m1 == w2 && m2 == w1 => {
            ends_well(meant, written)
        }
        _ => false,
    };
    let (behind_meant, behind_written) = (meant.get(1..), written.get(1..));
    swapped
        || behind_meant.is_some_and(|meant| ends_well(meant, written))
        || behind_written.is_some_and(|written| ends_well(meant, written))
        || behind_meant
            .zip(behind_written)
            .is_some_and(|(m, w)| ends_well(m, w))
}

fn ends_well(meant: &[char], written: &[char]) -> bool {
    written
        .strip_prefix(meant)
        .is_some_and(|rest| rest.len() <= 4 && is_inflection(&rest.iter().collect::<String>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_forgiven_and_two_are_not() {
        let mut typos = Typos::default();
        for (number, word) in ["migrene", "depresjon", "kreft"].into_iter().enumerate() {
            typos.add(word, number);
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
        ] {
            assert_eq!(typos.meant(written), meant, "{written}");
        }
    }
}
