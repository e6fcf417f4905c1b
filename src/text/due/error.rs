//! Why a text was not read as a date, and how to say it to the one who typed it.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::text::date::NB;

/// Why a text was not read as a date or a deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DueError {
    /// Nothing in the text was understood as a date, or something was left over.
    Unknown {
        /// The text as it may be quoted; empty when it is empty, long or not plain words.
        text: String,
    },
    /// A day the calendar does not have: 31.11, or 29.2 in a common year.
    NoSuchDate {
        /// As written, 0 to 99.
        day: u32,
        /// As written, 0 to 99.
        month: u32,
        /// With all its figures; `None` when none was written.
        year: Option<i32>,
    },
    /// Week 0 or 54, or week 53 in a year of 52 weeks.
    NoSuchWeek {
        /// As written.
        week: u32,
        /// `None` when none was written.
        year: Option<i32>,
    },
    /// The date falls on another weekday than the one written beside it.
    WeekdayDisagrees {
        /// The date as read.
        date: NaiveDate,
        /// The weekday as written.
        written: Weekday,
    },
    /// The date falls in another ISO week than the one written behind it.
    WeekDisagrees {
        /// The date as read.
        date: NaiveDate,
        /// The week as written.
        written: u32,
    },
    /// Before the year 2000, or more than five years ahead.
    TooFar,
    /// A time of day was written where only a day is wanted.
    TimeOfDay,
    /// Something repeated in another rhythm than once a week on a fixed weekday.
    NotWeekly,
    /// `fra …` or `hver …` in a field that holds one date.
    NotOneDate,
}

impl DueError {
    /// One or two sentences in bokmål that say what is wrong and what to write instead.
    pub fn in_bokmal(&self) -> String {
        match *self {
            Self::Unknown { ref text } => {
                let place = in_quoted(text);
                format!("Fant ingen dato{place}. Skriv for eksempel fre, om 2 uker, uke 50 eller 10.12.")
            }
            Self::NoSuchDate { day, month, year } => {
                let year = year.map(|year| year.to_string()).unwrap_or_default();
                format!("Datoen {day}.{month}.{year} finnes ikke i kalenderen.")
            }
            Self::NoSuchWeek { week, year: None } => {
                format!("Uke {week} finnes ikke. Ukene går fra 1 til 52 eller 53.")
            }
            Self::NoSuchWeek {
                week,
                year: Some(year),
            } => format!("Uke {week} finnes ikke i {year}."),
            Self::WeekdayDisagrees { date, written } => format!(
                "{} er en {}, ikke en {}.",
                NB.plain(date),
                NB.weekday(date.weekday()),
                NB.weekday(written)
            ),
            Self::WeekDisagrees { date, written } => format!(
                "{} er i uke {}, ikke i uke {written}.",
                NB.plain(date),
                date.iso_week().week()
            ),
            Self::TooFar => {
                "Datoen er for langt unna. Velg en dag etter 1999 og høyst fem år fram.".to_owned()
            }
            Self::TimeOfDay => {
                "Her passer bare en dag, ikke et klokkeslett. Skriv for eksempel fre eller 10.12."
                    .to_owned()
            }
            Self::NotWeekly => {
                "Bare en fast ukedag kan gjentas. Skriv for eksempel hver fredag eller hver fredag fra 20.11."
                    .to_owned()
            }
            Self::NotOneDate => {
                "Her passer bare én dato. Skriv den uten «fra» og «hver».".to_owned()
            }
        }
    }
}

/// As much of a typed text as can be repeated in a sentence: all of it or nothing.
///
/// A long text would push the advice out of sight, and control characters or joined emoji could not be trusted to
/// look the way they were typed.
pub(in crate::text) fn quotable(text: &str) -> &str {
    const LONGEST: usize = 40;
    let text = text.trim();
    let plain = |sign: char| {
        sign.is_alphanumeric() || sign.is_ascii_punctuation() || matches!(sign, ' ' | '–')
    };
    if text.chars().all(plain) && text.chars().count() <= LONGEST {
        text
    } else {
        ""
    }
}

/// ` i «text»`, or nothing when there is nothing to quote.
pub(in crate::text) fn in_quoted(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        format!(" i «{text}»")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_says_what_is_wrong() {
        let date = NaiveDate::from_ymd_opt(2026, 12, 15).expect("a real date");
        for (error, sentence) in [
            (
                DueError::Unknown {
                    text: "xyz".to_owned(),
                },
                "Fant ingen dato i «xyz». Skriv for eksempel fre, om 2 uker, uke 50 eller 10.12.",
            ),
            (
                DueError::Unknown {
                    text: String::new(),
                },
                "Fant ingen dato. Skriv for eksempel fre, om 2 uker, uke 50 eller 10.12.",
            ),
            (
                DueError::NoSuchDate {
                    day: 31,
                    month: 11,
                    year: None,
                },
                "Datoen 31.11. finnes ikke i kalenderen.",
            ),
            (
                DueError::NoSuchDate {
                    day: 29,
                    month: 2,
                    year: Some(2027),
                },
                "Datoen 29.2.2027 finnes ikke i kalenderen.",
            ),
            (
                DueError::NoSuchWeek {
                    week: 54,
                    year: None,
                },
                "Uke 54 finnes ikke. Ukene går fra 1 til 52 eller 53.",
            ),
            (
                DueError::NoSuchWeek {
                    week: 53,
                    year: Some(2027),
                },
                "Uke 53 finnes ikke i 2027.",
            ),
            (
                DueError::WeekdayDisagrees {
                    date,
                    written: Weekday::Mon,
                },
                "15. desember 2026 er en tirsdag, ikke en mandag.",
            ),
            (
                DueError::WeekDisagrees { date, written: 50 },
                "15. desember 2026 er i uke 51, ikke i uke 50.",
            ),
        ] {
            assert_eq!(error.in_bokmal(), sentence);
        }
    }

    #[test]
    fn only_short_plain_text_is_quoted() {
        for (text, quoted) in [
            ("  neste år? ", "neste år?"),
            ("til våren – kanskje", "til våren – kanskje"),
            ("\u{1b}[31m", ""),
            ("👨‍👩‍👧", ""),
            ("e\u{301}", ""),
            ("a\nb", ""),
            ("\u{202e}fre", ""),
            (
                "ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø ",
                "ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø",
            ),
            ("ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø ø", ""),
        ] {
            assert_eq!(quotable(text), quoted, "{text:?}");
        }
    }
}
