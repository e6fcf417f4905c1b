//! Codes of diagnoses: ICPC-2, as on a sykmelding from a fastlege, and ICD-10, as from a hospital. Codes only, no texts.

/// By which diagnoses are coded: those of general practice, and those of hospitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CodeSystem {
    /// One letter and two digits.
    Icpc2,
    /// One letter and two digits, often with a point and more.
    Icd10,
}

const LETTERS: usize = 26;
const NUMBERS: usize = 100;

/// Which of the codes from A00 to Z99 there are.
pub struct CodeSet(Vec<bool>);

impl CodeSet {
    /// The codes of ranges written "L01-L20" or "L99". What cannot be read as one has no codes.
    pub fn of(ranges: &[String]) -> Self {
        let mut set = vec![false; LETTERS * NUMBERS];
        for range in ranges {
            if let Some(places) = places(range).and_then(|range| set.get_mut(range)) {
                places.fill(true);
            }
        }
        Self(set)
    }

    /// Whether the code with this letter and number is one.
    pub fn has(&self, code: Code) -> bool {
        place(code).is_some_and(|place| self.0.get(place) == Some(&true))
    }
}

/// A letter and two digits at the beginning of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    letter: u8,
    number: u8,
}

impl Code {
    /// The code at the beginning of `text`, in capitals or not, and what follows.
    pub fn at_start(text: &str) -> Option<(Self, &str)> {
        Self::of(*text.as_bytes().first()?, text.get(1..)?)
    }

    /// The code of a letter and the two digits that `behind` begins with, and what follows those.
    fn of(letter: u8, behind: &str) -> Option<(Self, &str)> {
        let (digits, rest) = behind.split_at_checked(2)?;
        let [ten, one] = *digits.as_bytes() else {
            return None;
        };
        let fits = letter.is_ascii_alphabetic() && ten.is_ascii_digit() && one.is_ascii_digit();
        let code = || Self {
            letter: letter.to_ascii_uppercase(),
            number: (ten - b'0') * 10 + (one - b'0'),
        };
        fits.then(|| (code(), rest))
    }
}

/// How a code is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// L84.
    Bare,
    /// F32.1.
    Point,
    /// F321.
    Joined,
    /// L 84 or L-84.
    Apart,
    /// F 32.1. With two decimals it may be a time: that is [`Shape::Apart`].
    ApartPoint,
}

/// What may be a code, at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeCandidate {
    /// Its letter and first two digits.
    pub code: Code,
    /// How it is written.
    pub shape: Shape,
    /// How long it is, in bytes.
    pub length: usize,
}

impl CodeCandidate {
    /// What may be a code at the beginning of `text`, where a word begins.
    pub fn at_start(text: &str) -> Option<Self> {
        let (code, rest, apart) = match Code::at_start(text) {
            Some((code, rest)) => (code, rest, false),
            None => {
                let digits = text.get(1..)?.strip_prefix([' ', '-'])?;
                let (code, rest) = Code::of(*text.as_bytes().first()?, digits)?;
                (code, rest, true)
            }
        };
        let head = text.len() - rest.len();
        let word = |text: &str| {
            text.bytes()
                .take_while(|b| b.is_ascii_alphanumeric())
                .count()
        };
        // A letter beyond ASCII is one too.
        let ends = |at: usize| {
            !rest
                .get(at..)
                .is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        };
        let behind = rest.get(..word(rest))?;
        let decimals = rest
            .strip_prefix('.')
            .map(|rest| rest.get(..word(rest)).unwrap_or_default());
        let (shape, more) = match (behind, decimals) {
            ("", Some(decimals)) if is_decimals(decimals) && ends(1 + decimals.len()) => {
                let shape = match (apart, decimals.len()) {
                    (false, _) => Shape::Point,
                    (true, 1) => Shape::ApartPoint,
                    (true, _) => Shape::Apart,
                };
                (shape, 1 + decimals.len())
            }
            ("", Some(_) | None) if ends(0) => (if apart { Shape::Apart } else { Shape::Bare }, 0),
            (behind, _) if !apart && is_decimals(behind) && ends(behind.len()) => {
                (Shape::Joined, behind.len())
            }
            (_, _) => return None,
        };
        Some(Self {
            code,
            shape,
            length: head + more,
        })
    }
}

/// One or two digits, and perhaps a letter.
fn is_decimals(text: &str) -> bool {
    let digits = text
        .strip_suffix(|c: char| c.is_ascii_alphabetic())
        .unwrap_or(text);
    matches!(digits.len(), 1 | 2) && digits.bytes().all(|b| b.is_ascii_digit())
}

fn place(code: Code) -> Option<usize> {
    let letter = usize::from(code.letter.checked_sub(b'A')?);
    (letter < LETTERS).then_some(letter * NUMBERS + usize::from(code.number))
}

fn places(range: &str) -> Option<std::ops::Range<usize>> {
    let (first, rest) = Code::at_start(range)?;
    let last = match rest.strip_prefix('-') {
        Some(rest) => Code::at_start(rest).filter(|(_, rest)| rest.is_empty())?.0,
        None => Some(first).filter(|_| rest.is_empty())?,
    };
    Some(place(first)?..place(last)? + 1)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Whether `range` can be read as a range of codes.
    pub(crate) fn is_range(range: &str) -> bool {
        places(range).is_some_and(|range| !range.is_empty())
    }

    #[test]
    fn ranges_hold_their_ends() {
        let set = CodeSet::of(&["L03-L05".to_owned(), "Z99".to_owned(), "tull".to_owned()]);
        let has = |text| set.has(Code::at_start(text).unwrap().0);
        assert_eq!(
            ["L02", "L03", "L05", "l04", "L06", "Z99"].map(has),
            [false, true, true, true, false, true]
        );
        assert!(is_range("L03") && !is_range("L3") && !is_range("L05-L03") && !is_range("L03-"));
    }

    #[test]
    fn a_code_begins_with_a_letter_and_two_digits() {
        for text in ["", "L5", "LÅ3", "123", "L0a", "ÅL3"] {
            assert_eq!(Code::at_start(text), None, "{text}");
        }
        assert_eq!(Code::at_start("F32.1").unwrap().1, ".1");
    }

    #[test]
    fn a_code_is_read_in_every_way_of_writing_it() {
        let read = |text| CodeCandidate::at_start(text).map(|w| (w.shape, w.length));
        for (text, expected) in [
            ("l84 på", Some((Shape::Bare, 3))),
            ("l84.", Some((Shape::Bare, 3))),
            ("f32.1, så", Some((Shape::Point, 5))),
            ("m54.50a", Some((Shape::Point, 7))),
            ("f321", Some((Shape::Joined, 4))),
            ("f 32.1", Some((Shape::ApartPoint, 6))),
            ("i 10.30", Some((Shape::Apart, 7))),
            ("p-76", Some((Shape::Apart, 4))),
            ("l84å", None),
            ("f321234", None),
            ("i 2026", None),
            ("å 10", None),
            ("l", None),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
