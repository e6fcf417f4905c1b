//! Codes of diagnoses: ICPC-2, as on a sykmelding from a fastlege, and ICD-10, as from a hospital. Codes only, no texts.

/// A system of codes.
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
        let (head, rest) = text.split_at_checked(3)?;
        let [letter, ten, one] = *head.as_bytes() else {
            return None;
        };
        let code = Self {
            letter: letter.to_ascii_uppercase(),
            number: (ten.wrapping_sub(b'0'))
                .checked_mul(10)?
                .checked_add(one.wrapping_sub(b'0'))?,
        };
        let fits = letter.is_ascii_alphabetic() && ten.is_ascii_digit() && one.is_ascii_digit();
        fits.then_some((code, rest))
    }
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

/// Whether `range` can be read as a range of codes.
pub fn is_range(range: &str) -> bool {
    places(range).is_some_and(|range| !range.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
