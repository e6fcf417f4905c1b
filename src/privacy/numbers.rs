//! Numbers in a text that belong to somebody: identity numbers and phone numbers, in the ways people write them.

use std::ops::Range;

use super::identity::{CheckDigits, IdentityTraits, identify};

/// A number that may be somebody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NumberCandidate {
    /// Where it stands in the text that was searched, in bytes.
    pub range: Range<usize>,
    /// What it looks like.
    pub looks: Looks,
}

/// What a number looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Looks {
    /// Eleven digits that begin with a date, written as such numbers are.
    Identity(IdentityTraits),
    /// Eleven digits without a date, in one piece or with the last five apart.
    Eleven,
    /// Eight digits as a phone number is written.
    Phone,
}

/// A run of digits.
struct Group {
    range: Range<usize>,
    /// What stands between it and the one before, if only that: a blank, a point, a hyphen.
    joint: Option<char>,
}

/// Most groups a number is written in: each digit by itself.
const MOST_GROUPS: usize = 11;
const IDENTITY_DIGITS: usize = 11;
const PHONE_DIGITS: usize = 8;
/// A number with so many digits and no date is that of an account, an order or the like where it is written this way.
const ACCOUNT: &[usize] = &[4, 2, 5];
/// Groups in which an identity number with a slip is still known: others are dates beside amounts.
const USUAL: [&[usize]; 5] = [&[11], &[6, 5], &[2, 2, 2, 5], &[6, 3, 2], &[2, 2, 2, 3, 2]];
const PHONES: [&[usize]; 3] = [&[8], &[2, 2, 2, 2], IN_THREES];
/// A phone number that may be the beginning of something longer.
const IN_THREES: &[usize] = &[3, 2, 3];

/// Every such number in `text`, in order; none overlaps another.
pub(super) fn numbers(text: &str) -> Vec<NumberCandidate> {
    let groups = groups(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        let behind = groups.get(at..).unwrap_or_default();
        let taken = identity(text, behind).or_else(|| phone(text, behind));
        at += match taken {
            Some((number, groups)) => {
                found.push(number);
                groups
            }
            None => 1,
        };
    }
    found
}

fn groups(text: &str) -> Vec<Group> {
    let bytes = text.as_bytes();
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if !byte.is_ascii_digit() {
            at += 1;
            continue;
        }
        let behind = bytes.get(at..).unwrap_or_default();
        let length = behind.iter().take_while(|b| b.is_ascii_digit()).count();
        let between = groups.last().and_then(|last| text.get(last.range.end..at));
        groups.push(Group {
            range: at..at + length,
            joint: between.and_then(joint),
        });
        at += length;
    }
    groups
}

/// The sign that joins two groups of one number; blanks around a hyphen or a point count with it.
fn joint(between: &str) -> Option<char> {
    if between.len() > 3 {
        return None;
    }
    let mut signs = between.trim_matches(' ').chars();
    match (signs.next(), signs.next()) {
        (None, _) => Some(' '),
        (Some(sign @ ('.' | '-' | '/')), None) => Some(sign),
        (Some(_), _) => None,
    }
}

/// How many of the first groups have `wanted` digits together, joined by signs that `joins` takes; nothing where a
/// group ends beyond.
fn together(groups: &[Group], wanted: usize, joins: impl Fn(char) -> bool) -> Option<usize> {
    let mut digits = 0;
    for (taken, group) in groups.iter().enumerate().take(MOST_GROUPS) {
        if taken > 0 && !group.joint.is_some_and(&joins) {
            return None;
        }
        digits += group.range.len();
        if digits >= wanted {
            return (digits == wanted).then_some(taken + 1);
        }
    }
    None
}

/// Whether the groups have these lengths.
fn has_lengths(groups: &[Group], lengths: &[usize]) -> bool {
    let own = groups.iter().map(|group| group.range.len());
    own.eq(lengths.iter().copied())
}

fn whole(groups: &[Group]) -> Option<Range<usize>> {
    Some(groups.first()?.range.start..groups.last()?.range.end)
}

fn identity(text: &str, groups: &[Group]) -> Option<(NumberCandidate, usize)> {
    let taken = together(groups, IDENTITY_DIGITS, |_| true)?;
    let groups = groups.get(..taken)?;
    let range = whole(groups)?;
    let mut digits = [0; IDENTITY_DIGITS];
    let written = text.get(range.clone())?.bytes().filter(u8::is_ascii_digit);
    for (digit, byte) in digits.iter_mut().zip(written) {
        *digit = byte - b'0';
    }
    let usual = USUAL.iter().any(|lengths| has_lengths(groups, lengths));
    let looks = match identify(digits) {
        Some(number) => {
            let valid = match number.check {
                CheckDigits::Fits | CheckDigits::Fits2032 => true,
                CheckDigits::Fails => false,
            };
            // A year among the groups makes a date of them, four digits first an account.
            let strange = has_lengths(groups, ACCOUNT)
                || (!usual && groups.iter().any(|group| group.range.len() == 4));
            if strange || !(valid || usual) {
                return None;
            }
            Looks::Identity(number)
        }
        None if usual => Looks::Eleven,
        None => return None,
    };
    Some((NumberCandidate { range, looks }, taken))
}

fn phone(text: &str, groups: &[Group]) -> Option<(NumberCandidate, usize)> {
    // With the country in front, it is the same number.
    let country = groups
        .first()
        .and_then(|group| text.get(group.range.clone()));
    let abroad = matches!(country, Some("47" | "0047"));
    if let Some(group) = groups
        .first()
        .filter(|group| is_with_country(text, &group.range))
    {
        let range = group.range.clone();
        return Some((
            NumberCandidate {
                range,
                looks: Looks::Phone,
            },
            1,
        ));
    }
    if abroad && let Some((number, taken)) = phone_at(text, groups.get(1..).unwrap_or_default()) {
        let joined = groups.get(1).is_some_and(|group| group.joint == Some(' '));
        return joined.then_some((number, taken + 1));
    }
    phone_at(text, groups)
}

fn phone_at(text: &str, groups: &[Group]) -> Option<(NumberCandidate, usize)> {
    let taken = together(groups, PHONE_DIGITS, |sign| sign == ' ')?;
    let rest = groups.get(taken);
    let groups = groups.get(..taken)?;
    let range = whole(groups)?;
    let written = text.get(range.clone())?;
    // Nine or more digits in threes are an organisation or an amount.
    let goes_on = rest.is_some_and(|group| group.joint == Some(' ') && group.range.len() == 3);
    let fits = PHONES.iter().any(|lengths| has_lengths(groups, lengths))
        && written.starts_with(|c: char| ('2'..='9').contains(&c))
        && !(goes_on && has_lengths(groups, IN_THREES))
        && !is_day(written);
    fits.then_some((
        NumberCandidate {
            range,
            looks: Looks::Phone,
        },
        taken,
    ))
}

/// Whether a number in one piece has "+47" or "0047" in front.
fn is_with_country(text: &str, range: &Range<usize>) -> bool {
    let plus = text
        .get(..range.start)
        .is_some_and(|before| before.ends_with('+'));
    let digits = text.get(range.clone()).unwrap_or_default();
    let country = if plus { "47" } else { "0047" };
    digits
        .strip_prefix(country)
        .is_some_and(|rest| rest.len() == PHONE_DIGITS)
}

/// Whether eight digits in one piece are a day of this or the last century, written as computers do.
fn is_day(written: &str) -> bool {
    let part = |range: Range<usize>| written.get(range).and_then(|part| part.parse::<u16>().ok());
    let day = (part(0..4), part(4..6), part(6..8));
    written.len() == PHONE_DIGITS && matches!(day, (Some(1900..=2099), Some(1..=12), Some(1..=31)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, &'static str)> {
        let name = |looks| match looks {
            Looks::Identity(number) => match number.check {
                CheckDigits::Fits | CheckDigits::Fits2032 => "identity",
                CheckDigits::Fails => "slip",
            },
            Looks::Eleven => "eleven",
            Looks::Phone => "phone",
        };
        let all = numbers(text).into_iter();
        all.map(|number| (&text[number.range], name(number.looks)))
            .collect()
    }

    #[test]
    fn an_identity_number_is_found_in_every_way_of_writing_it() {
        for text in [
            "14837920044",
            "148379 20044",
            "14.83.79-20044",
            "14 83 79 20044",
            "148379-20044",
            "1 4 8 3 7 9 2 0 0 4 4",
            "148379 200 44",
            "148 379 200 44",
        ] {
            assert_eq!(found(text), [(text, "identity")], "{text}");
        }
        assert_eq!(found("14837920045"), [("14837920045", "slip")]);
        assert_eq!(found("12345678901234"), []);
        assert_eq!(found("99991234566"), [("99991234566", "eleven")]);
    }

    #[test]
    fn dates_beside_amounts_are_nobodys() {
        for text in [
            "fra 05.10.2026 100 %",
            "20.11.2026 12345",
            "05.10.2026 - 100",
            "kr 1 234 567 890",
            "314 027 108",
            "8601.11.17947",
            "2026-11-17 10.00",
            "20261117",
            "uke 43-44 20.11 12.11",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn a_phone_number_is_found_in_norwegian_groups() {
        assert_eq!(found("99 99 99 99"), [("99 99 99 99", "phone")]);
        assert_eq!(
            found("ring 41234567 el. 922 34 567"),
            [("41234567", "phone"), ("922 34 567", "phone")]
        );
        assert_eq!(found("+47 412 34 567."), [("412 34 567", "phone")]);
        assert_eq!(found("+4741234567"), [("4741234567", "phone")]);
        assert_eq!(found("4741234567"), []);
        assert_eq!(found("12345678"), []);
        assert_eq!(found("kl 12 99 99 99 99"), [("99 99 99 99", "phone")]);
    }
}
