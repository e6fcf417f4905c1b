//! Norwegian identity numbers: whose kind it is, whether the date is one, and whether the check digits fit.
//!
//! Folkeregisterforskriften § 2-2-1: eleven digits, day, month and year, three to tell people apart, two check digits. From
//! 2032 the first check digit may be computed with the remainders 1, 2 and 3 as well as 0.

/// What eleven digits are, where the first six can be a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct IdentityNumber {
    /// Whether it was given to somebody who does not live in Norway for good: the day is 40 higher.
    pub temporary: Temporary,
    /// Which register made it.
    pub register: Register,
    /// Whether the check digits fit.
    pub check: Check,
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
pub enum Check {
    /// By the rule as it always was.
    Fits,
    /// By the rule that holds from 2032.
    Fits2032,
    /// Not: a slip of the finger, or no identity number.
    Fails,
}

/// What eleven digits are; nothing where the first six are no date.
pub fn identify(digits: [u8; 11]) -> Option<IdentityNumber> {
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
    (day <= longest).then(|| IdentityNumber {
        temporary,
        register,
        check: check(digits),
    })
}

fn check(digits: [u8; 11]) -> Check {
    let [first @ .., k1, k2] = digits;
    let sum = |weights: &[u32], digits: &[u8]| -> u32 {
        let products = weights.iter().zip(digits).map(|(w, d)| w * u32::from(*d));
        products.sum()
    };
    let (head, k1_sum) = (&first, sum(&[3, 7, 6, 1, 8, 9, 4, 5, 2], &first));
    let k2_sum = sum(&[5, 4, 3, 2, 7, 6, 5, 4, 3], head) + 2 * u32::from(k1);
    if !(k2_sum + u32::from(k2)).is_multiple_of(11) {
        return Check::Fails;
    }
    // The remainder r that makes k1 right: k1 = r − sum, counted modulo 11.
    match (k1_sum + u32::from(k1)) % 11 {
        0 => Check::Fits,
        1..=3 => Check::Fits2032,
        _ => Check::Fails,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identified(text: &str) -> Option<IdentityNumber> {
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
            assert_eq!(found.check, Check::Fits, "{text}");
        }
    }

    #[test]
    fn the_rule_of_2032_takes_three_more_first_check_digits() {
        let found = ["14837921342", "14837921350", "14837921369", "14837921377"];
        let checks = found.map(|text| identified(text).unwrap().check);
        assert_eq!(
            checks,
            [
                Check::Fits,
                Check::Fits2032,
                Check::Fits2032,
                Check::Fits2032
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
                    assert!(found.is_none_or(|n| n.check != Check::Fits), "{text:?}");
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
}
