//! Typed text cut into the words and figures a date is made of.

/// One piece of the text; spaces, commas, brackets and the point or colon after a word are gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DueToken<'a> {
    Word(&'a str),
    Figures(Figures),
    Point,
    Slash,
    Dash,
    /// A sign that somebody wrote a time of day: `kl` or a colon after figures.
    Clock,
    /// Something no date contains.
    Other,
}

/// A run of figures; how many there are tells `26` from `2026` and `010227` from `10227`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Figures {
    pub value: u32,
    pub digits: usize,
}

impl Figures {
    /// The value of one or two figures: a day or a month.
    pub(super) fn small(self) -> Option<u32> {
        (self.digits <= 2).then_some(self.value)
    }

    /// `2026`, or `26` in this century.
    pub(super) fn year(self) -> Option<i32> {
        let value = i32::try_from(self.value).ok()?;
        match self.digits {
            2 => Some(2000 + value),
            4 => Some(value),
            _ => None,
        }
    }

    /// Day, month and year of `101226` and `10122026`.
    pub(super) fn split(self) -> Option<[Self; 3]> {
        let (year_digits, century) = match self.digits {
            6 => (2, 100),
            8 => (4, 10_000),
            _ => return None,
        };
        let part = |value, digits| Self { value, digits };
        Some([
            part(self.value / century / 100, 2),
            part(self.value / century % 100, 2),
            part(self.value % century, year_digits),
        ])
    }
}

const CLOCK_WORDS: [&str; 3] = ["kl", "klokka", "klokken"];

/// More figures than this stand in no date, and the value would not fit.
const MOST_DIGITS: usize = 9;

/// The pieces of a text in lower case, without the points at its end.
pub(super) fn tokens(lower: &str) -> Vec<DueToken<'_>> {
    let mut found = Vec::new();
    let mut rest = lower;
    while let Some(first) = rest.chars().next() {
        let (piece, tail) = rest.split_at(end_of_piece(rest, first));
        found.extend(token(piece, first, found.last().copied()));
        rest = tail;
    }
    while found.last() == Some(&DueToken::Point) {
        found.pop();
    }
    found
}

fn end_of_piece(rest: &str, first: char) -> usize {
    let end_of_run =
        |belongs: fn(char) -> bool| rest.find(|sign| !belongs(sign)).unwrap_or(rest.len());
    if first.is_alphabetic() {
        end_of_run(char::is_alphabetic)
    } else if first.is_ascii_digit() {
        end_of_run(|sign| sign.is_ascii_digit())
    } else {
        first.len_utf8()
    }
}

fn token<'a>(piece: &'a str, first: char, before: Option<DueToken<'a>>) -> Option<DueToken<'a>> {
    let after_word = matches!(before, Some(DueToken::Word(_)));
    let after_figures = matches!(before, Some(DueToken::Figures(_)));
    match first {
        ',' | '(' | ')' => None,
        '.' | ':' if after_word => None,
        '.' => Some(DueToken::Point),
        ':' if after_figures => Some(DueToken::Clock),
        '/' => Some(DueToken::Slash),
        '-' => Some(DueToken::Dash),
        _ if first.is_whitespace() => None,
        _ if first.is_alphabetic() && CLOCK_WORDS.contains(&piece) => Some(DueToken::Clock),
        _ if first.is_alphabetic() => Some(DueToken::Word(piece)),
        _ if first.is_ascii_digit() => Some(figures(piece)),
        _ => Some(DueToken::Other),
    }
}

fn figures(piece: &str) -> DueToken<'_> {
    let digits = piece.len();
    match piece.parse() {
        Ok(value) if digits <= MOST_DIGITS => DueToken::Figures(Figures { value, digits }),
        Ok(_) | Err(_) => DueToken::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lower: &str, expected: &[DueToken<'_>]) {
        assert_eq!(tokens(lower), expected, "{lower:?}");
    }

    fn number(value: u32, digits: usize) -> DueToken<'static> {
        DueToken::Figures(Figures { value, digits })
    }

    #[test]
    fn text_falls_into_words_figures_and_signs() {
        use DueToken::{Clock, Dash, Other, Point, Slash, Word};
        check("", &[]);
        check(" \u{a0}\t...", &[]);
        check("fre.", &[Word("fre")]);
        check("frist: lør", &[Word("frist"), Word("lør")]);
        check("uke50", &[Word("uke"), number(50, 2)]);
        check("10.12.", &[number(10, 2), Point, number(12, 2)]);
        check(
            "(10/1-26)",
            &[number(10, 2), Slash, number(1, 1), Dash, number(26, 2)],
        );
        check("010227", &[number(10_227, 6)]);
        check("9999999999", &[Other]);
        check("kl 10:15", &[Clock, number(10, 2), Clock, number(15, 2)]);
        check("👨‍👩‍👧", &[Other; 5]);
    }
}
