//! Norwegian identity numbers: whose kind it is, whether the date is one, and whether the check digits fit.
//!
//! Folkeregisterforskriften § 2-2-1: eleven digits, day, month and year, three to tell people apart, two check digits. From
//! 2032 the first check digit may be computed with the remainders 1, 2 and 3 as well as 0.

/// What eleven digits are, where the first six can be a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct IdentityTraits {
    /// Whether it was given to somebody who does not live in Norway for good: the day is 40 higher.
    pub temporary: Temporary,
    /// Which register made it.
    pub register: Register,
    /// Whether the check digits fit.
    pub check: CheckDigits,
}

/// Whether a number is one of those for a shorter stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Temporary {
    /// Fødselsnummer.
    No,
    /// D-nummer.
    Yes,
}

/// Where a number comes from, which the month tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Register {
    /// Folkeregisteret: a person.
    Population,
    /// The month is 40 higher: H-nummer of a hospital, or invented by Nav for tests.
    Auxiliary,
    /// The month is 80 higher: invented by Skatteetaten for tests.
    Synthetic,
}

/// Whether the check digits fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CheckDigits {
    /// By the rule as it always was.
    Fits,
    /// By the rule that holds from 2032.
    Fits2032,
    /// Not: a slip of the finger, or no identity number.
    Fails,
}

/// What eleven digits are; nothing where the first six are no date.
pub fn identify(digits: [u8; 11]) -> Option<IdentityTraits> {
    let [d1, d2, m1, m2, ..] = digits;
    let (temporary, day) = match d1 * 10 + d2 {
        day @ 1..=31 => (Temporary::No, day),
        day @ 41..=71 => (Temporary::Yes, day - 40),
        _ => return None,
    };
    let (register, month) = match m1 * 10 + m2 {
        month @ 1..=12 => (Register::Population, month),
        month @ 41..=52 => (Register::Auxiliary, month - 40),
        month @ 81..=92 => (Register::Synthetic, month - 80),
        _ => return None,
    };
    // Which century it is does not matter: a 29th of February is let through in any year.
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (day <= longest).then(|| IdentityTraits {
        temporary,
        register,
        check: check(digits),
    })
}

fn check(digits: [u8; 11]) -> CheckDigits {
    let [first @ .., k1, k2] = digits;
    let sum = |weights: &[u32], digits: &[u8]| -> u32 {
        let products = weights.iter().zip(digits).map(|(w, d)| w * u32::from(*d));
        products.sum()
    };
    let (head, k1_sum) = (&first, sum(&[3, 7, 6, 1, 8, 9, 4, 5, 2], &first));
    let k2_sum = sum(&[5, 4, 3, 2, 7, 6, 5, 4, 3], head) + 2 * u32::from(k1);
    if !(k2_sum + u32::from(k2)).is_multiple_of(11) {
        return CheckDigits::Fails;
    }
    // The remainder r that makes k1 right: k1 = r − sum, counted modulo 11.
    match (k1_sum + u32::from(k1)) % 11 {
        0 => CheckDigits::Fits,
        1..=3 => CheckDigits::Fits2032,
        _ => CheckDigits::Fails,
    }
}

/// An identity number that can be somebody's: its date and check digits fit. It is made where a document asks for it,
/// goes nowhere else, and is overwritten when it is let go.
pub struct IdentityNumber([u8; LENGTH]);

/// Why what was written is no identity number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    /// It has not eleven digits.
    Length,
    /// Its date or its check digits do not fit.
    Unreal,
}

impl IdentityNumber {
    /// The number in a line, with or without blanks and points in it. The line is overwritten.
    ///
    /// # Errors
    /// Where it is none.
    pub fn read(line: String) -> Result<Self, NumberFault> {
        let mut typed = Typed::default();
        let refused = line.trim().chars().any(|c| typed.put(c) == Put::Refused);
        overwrite(&mut line.into_bytes());
        if refused {
            return Err(NumberFault::Length);
        }
        typed.number()
    }

    /// Its digits, for the document.
    pub fn digits(&self) -> String {
        self.0
            .iter()
            .map(|digit| char::from(b'0' + digit))
            .collect()
    }
}

impl Drop for IdentityNumber {
    fn drop(&mut self) {
        overwrite(&mut self.0);
    }
}

/// The digits of an identity number while somebody types them; overwritten when they are let go.
#[derive(Default)]
pub struct Typed {
    digits: [u8; LENGTH],
    count: usize,
}

/// What came of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// It was taken, or stands between digits and does not matter.
    Taken,
    /// It is no digit, or one too many.
    Refused,
}

impl Typed {
    /// Takes a character.
    pub fn put(&mut self, c: char) -> Put {
        if matches!(c, ' ' | '\u{a0}' | '.' | '-') {
            return Put::Taken;
        }
        let digit = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
        match (digit, self.digits.get_mut(self.count)) {
            (Some(digit), Some(place)) => {
                *place = digit;
                self.count += 1;
                Put::Taken
            }
            (None, _) | (_, None) => Put::Refused,
        }
    }

    /// Takes the last digit back.
    pub fn erase(&mut self) {
        self.count = self.count.saturating_sub(1);
    }

    /// What may be seen of it: the date, and how many digits stand behind it.
    pub fn masked(&self) -> String {
        let mut shown = String::new();
        for (place, digit) in self.digits.iter().take(self.count).enumerate() {
            if place == SHOWN {
                shown.push(' ');
            }
            let seen = if place < SHOWN {
                char::from(b'0' + digit)
            } else {
                '*'
            };
            shown.push(seen);
        }
        shown
    }

    /// The number, if it is one.
    ///
    /// # Errors
    /// Where it is none.
    pub fn number(&self) -> Result<IdentityNumber, NumberFault> {
        if self.count < LENGTH {
            return Err(NumberFault::Length);
        }
        match identify(self.digits).map(|number| number.check) {
            Some(CheckDigits::Fits | CheckDigits::Fits2032) => Ok(IdentityNumber(self.digits)),
            Some(CheckDigits::Fails) | None => Err(NumberFault::Unreal),
        }
    }
}

impl Drop for Typed {
    fn drop(&mut self) {
        overwrite(&mut self.digits);
    }
}

/// What is shown of a number is no secret; the digits may not be told by what is made of them.
impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.masked())
    }
}

/// Digits of an identity number.
const LENGTH: usize = 11;
/// Digits of it that may be seen: the date.
const SHOWN: usize = 6;

fn overwrite(digits: &mut [u8]) {
    digits.fill(0);
    // Or it would be left out, since nobody looks at it any more.
    std::hint::black_box(digits);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identified(text: &str) -> Option<IdentityTraits> {
        let digits: Vec<u8> = text.bytes().map(|b| b - b'0').collect();
        identify(digits.try_into().unwrap())
    }

    #[test]
    fn every_kind_is_told_from_day_and_month() {
        use Register::{Auxiliary, Synthetic};
        for (text, temporary, register) in [
            ("14837920044", Temporary::No, Synthetic),
            ("14437920061", Temporary::No, Auxiliary),
            ("61888820220", Temporary::Yes, Synthetic),
            ("09869220059", Temporary::No, Synthetic),
            ("27818520188", Temporary::No, Synthetic),
        ] {
            let found = identified(text).unwrap();
            assert_eq!(
                (found.temporary, found.register),
                (temporary, register),
                "{text}"
            );
            assert_eq!(found.check, CheckDigits::Fits, "{text}");
        }
    }

    #[test]
    fn the_rule_of_2032_takes_three_more_first_check_digits() {
        let found = ["14837921342", "14837921350", "14837921369", "14837921377"];
        let checks = found.map(|text| identified(text).unwrap().check);
        assert_eq!(
            checks,
            [
                CheckDigits::Fits,
                CheckDigits::Fits2032,
                CheckDigits::Fits2032,
                CheckDigits::Fits2032
            ]
        );
    }

    #[test]
    fn every_digit_counts() {
        let right = "14837920044";
        for at in 0..11 {
            for digit in b'0'..=b'9' {
                let mut text = right.as_bytes().to_vec();
                if text[at] != digit {
                    text[at] = digit;
                    let found = identified(std::str::from_utf8(&text).unwrap());
                    assert!(
                        found.is_none_or(|n| n.check != CheckDigits::Fits),
                        "{text:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn no_date_is_no_identity_number() {
        for text in [
            "99991234566",
            "00018812345",
            "32018812345",
            "31048812345",
            "30028812345",
            "72018812345",
        ] {
            assert_eq!(identified(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_is_read_with_blanks_and_points_and_only_if_it_can_be_somebodys() {
        for text in ["14837920044", "148379 20044", " 14.83.79-20044"] {
            let digits = IdentityNumber::read(text.to_owned()).map(|number| number.digits());
            assert_eq!(digits.as_deref(), Ok("14837920044"), "{text}");
        }
        let fault = |text: &str| IdentityNumber::read(text.to_owned()).err();
        assert_eq!(fault("1483792004"), Some(NumberFault::Length));
        assert_eq!(fault("148379200441"), Some(NumberFault::Length));
        assert_eq!(fault("14837920045"), Some(NumberFault::Unreal));
        assert_eq!(fault("99991234566"), Some(NumberFault::Unreal));
        assert_eq!(fault(""), Some(NumberFault::Length));
    }

    #[test]
    fn of_a_number_only_the_date_is_seen_while_it_is_typed() {
        let mut typed = Typed::default();
        for c in "148379 20".chars() {
            assert_eq!(typed.put(c), Put::Taken);
        }
        assert_eq!(typed.masked(), "148379 **");
        assert_eq!(format!("{typed:?}"), "148379 **");
        assert_eq!(typed.put('x'), Put::Refused);
        typed.erase();
        typed.erase();
        typed.erase();
        assert_eq!(typed.masked(), "14837");
    }
}
