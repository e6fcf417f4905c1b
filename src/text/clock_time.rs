//! Times of day, and times present, read from what people type.

use chrono::{NaiveTime, TimeDelta};

use crate::{
    meeting::Presence,
    text::{
        date,
        due::{in_quoted, quotable},
    },
};

/// Why a text was not read as a time of day or as a time present.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeError {
    /// Not a time of day.
    UnknownTime {
        /// The text as it may be quoted; empty when it is empty, long or not plain words.
        text: String,
    },
    /// Not a time present: no dash, `fra` or `til`, or something that is no time beside it.
    UnknownPresence {
        /// As in [`TimeError::UnknownTime`].
        text: String,
    },
    /// An hour after 23 or a minute after 59.
    NoSuchTime {
        /// As written, 0 to 99.
        hour: u32,
        /// As written, 0 to 99.
        minute: u32,
    },
    /// Somebody leaves before coming, or at the same minute.
    Backwards {
        /// When they come.
        from: NaiveTime,
        /// When they leave.
        to: NaiveTime,
    },
}

impl TimeError {
    /// One or two sentences in bokmål that say what is wrong and what to write instead.
    pub fn in_bokmal(&self) -> String {
        match *self {
            Self::UnknownTime { ref text } => {
                let place = in_quoted(text);
                format!("Fant ikke noe klokkeslett{place}. Skriv for eksempel 10 eller 10:15.")
            }
            Self::UnknownPresence { ref text } => {
                let place = in_quoted(text);
                format!(
                    "Fant ikke noe tidsrom{place}. Skriv for eksempel 8:30–8:50, fra 10:05 eller til 10:30."
                )
            }
            Self::NoSuchTime { hour, minute } => format!(
                "Klokka kan ikke være {hour:02}:{minute:02}. Døgnet går fra 00:00 til 23:59."
            ),
            Self::Backwards { from, to } => format!(
                "Fra {} til {} går baklengs. Skriv det tidligste klokkeslettet først.",
                date::time(from),
                date::time(to)
            ),
        }
    }
}

/// Reads a time of day on the 24-hour clock: `10`, `10.15`, `10:15`, `1015` or `kl. 10.15`.
///
/// # Errors
/// [`TimeError::UnknownTime`] for other text, also `10.5`, which may mean five past as well as half past;
/// [`TimeError::NoSuchTime`] for `25.00` and `10.75`.
pub fn parse_time(text: &str) -> Result<NaiveTime, TimeError> {
    let lower = text.to_lowercase();
    let (hour, minute) = figures(&lower).ok_or_else(|| TimeError::UnknownTime {
        text: quotable(text).to_owned(),
    })?;
    NaiveTime::from_hms_opt(hour, minute, 0).ok_or(TimeError::NoSuchTime { hour, minute })
}

/// Reads when somebody came and left: `8.30–8.50`, `fra 10.05`, `10:05–` or `til 10.30`.
///
/// A time alone is refused, since it may be either. At least one end is given, and they are never backwards.
///
/// # Errors
/// As [`parse_time`] for each time, [`TimeError::UnknownPresence`] for other text, and [`TimeError::Backwards`]
/// unless the first time is before the second: a meeting does not last past midnight.
pub fn parse_presence(text: &str) -> Result<Presence, TimeError> {
    let lower = text.to_lowercase();
    let unknown = || TimeError::UnknownPresence {
        text: quotable(text).to_owned(),
    };
    let (from, to) = ends(&lower).ok_or_else(unknown)?;
    match (end(from, unknown)?, end(to, unknown)?) {
        (None, None) => Err(unknown()),
        (Some(from), Some(to)) if from >= to => Err(TimeError::Backwards { from, to }),
        (from, to) => Ok(Presence { from, to }),
    }
}

/// One end of a presence, left open when nothing is written; what is wrong with it is said of the whole.
fn end(text: &str, unknown: impl Fn() -> TimeError) -> Result<Option<NaiveTime>, TimeError> {
    if text.is_empty() {
        return Ok(None);
    }
    parse_time(text).map(Some).map_err(|error| match error {
        TimeError::UnknownTime { .. } | TimeError::UnknownPresence { .. } => unknown(),
        TimeError::NoSuchTime { .. } | TimeError::Backwards { .. } => error,
    })
}

/// What stands on each side of the dash or of `til`; `fra` alone leaves the second side open.
fn ends(lower: &str) -> Option<(&str, &str)> {
    const DASHES: [char; 4] = ['–', '-', '—', '−'];
    let text = lower.trim();
    let after_from = ["fra", "frå"]
        .into_iter()
        .find_map(|word| after_word(text, word));
    let text = after_from.unwrap_or(text);
    let (from, to) = match (text.split_once(DASHES), after_word(text, "til")) {
        (Some(sides), _) => sides,
        (None, Some(to)) => ("", to),
        (None, None) => match (text.split_once(" til "), after_from) {
            (Some(sides), _) => sides,
            (None, Some(from)) => (from, ""),
            (None, None) => return None,
        },
    };
    // "fra" promises a time: "fra –10" has lost it.
    let broken = after_from.is_some() && from.trim().is_empty();
    (!broken).then(|| (from.trim(), to.trim()))
}

/// Hour and minute as written, at most two figures each.
fn figures(lower: &str) -> Option<(u32, u32)> {
    let text = lower.trim();
    let text = ["klokken", "klokka", "kl"]
        .into_iter()
        .find_map(|word| after_word(text, word))
        .unwrap_or(text);
    let text = text.strip_suffix('.').unwrap_or(text);
    let (hour, minute) = match text.split_once(['.', ':']) {
        Some((hour, minute)) => (hour, minute),
        None if text.len() <= 2 => (text, "00"),
        None => text.split_at_checked(text.len().checked_sub(2)?)?,
    };
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let right = hour.len() <= 2 && minute.len() == 2 && plain(hour) && plain(minute);
    if right {
        Some((hour.parse().ok()?, minute.parse().ok()?))
    } else {
        None
    }
}

/// What follows a word, its point and spaces, if the text starts with it.
fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(word)?;
    Some(rest.strip_prefix('.').unwrap_or(rest).trim_start())
}

/// "10 min siden", "for en time siden": how long ago, up to a day. Nothing where the text says something else.
pub fn parse_ago(text: &str) -> Option<TimeDelta> {
    let lower = text.trim().to_lowercase();
    let words = lower
        .strip_suffix("siden")
        .or(lower.strip_suffix("sidan"))?
        .trim();
    let words = words.strip_prefix("for ").unwrap_or(words).trim();
    let (count, unit) = words.rsplit_once(' ').unwrap_or(("", words));
    let count: i64 = match count.trim() {
        "en" | "ei" | "ett" | "et" | "" => 1,
        number => number.parse().ok()?,
    };
    let minutes = match unit {
        "min" | "min." | "minutt" | "minutter" => 1,
        "kvarter" => 15,
        "halvtime" => 30,
        "time" | "timer" => 60,
        _ => return None,
    };
    let minutes = count.checked_mul(minutes)?;
    (0..=24 * 60)
        .contains(&minutes)
        .then(|| TimeDelta::minutes(minutes))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn clock(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).expect("a real time")
    }

    /// A time as `10:15`, or the name of the error.
    fn time_as_text(text: &str) -> String {
        match parse_time(text) {
            Ok(time) => date::time(time),
            Err(error) => name(&error).to_owned(),
        }
    }

    fn presence_as_text(text: &str) -> String {
        let side = |time: Option<NaiveTime>| time.map(date::time).unwrap_or_default();
        match parse_presence(text) {
            Ok(Presence { from, to }) => format!("{}|{}", side(from), side(to)),
            Err(error) => name(&error).to_owned(),
        }
    }

    fn name(error: &TimeError) -> &'static str {
        match error {
            TimeError::UnknownTime { .. } => "unknown time",
            TimeError::UnknownPresence { .. } => "unknown presence",
            TimeError::NoSuchTime { .. } => "no such time",
            TimeError::Backwards { .. } => "backwards",
        }
    }

    #[test]
    fn a_time_is_read_the_way_people_write_it() {
        for (text, expected) in [
            ("10", "10:00"),
            ("9", "09:00"),
            ("0", "00:00"),
            ("00.00", "00:00"),
            ("23:59", "23:59"),
            ("10.15", "10:15"),
            ("10:15", "10:15"),
            ("1015", "10:15"),
            ("915", "09:15"),
            ("0915", "09:15"),
            ("9.05", "09:05"),
            ("09.05.", "09:05"),
            ("10.", "10:00"),
            ("kl 10.15", "10:15"),
            ("kl. 10:15", "10:15"),
            ("Kl.10.15", "10:15"),
            ("KL 9", "09:00"),
            ("klokka 10", "10:00"),
            ("klokken 1015", "10:15"),
            ("  10.15  ", "10:15"),
        ] {
            assert_eq!(time_as_text(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for (text, expected) in [
            ("", "unknown time"),
            ("kl", "unknown time"),
            ("kl.", "unknown time"),
            (".", "unknown time"),
            ("ti", "unknown time"),
            ("halv elleve", "unknown time"),
            ("10.5", "unknown time"),
            ("10.150", "unknown time"),
            ("10.15.30", "unknown time"),
            ("10-15", "unknown time"),
            ("-10", "unknown time"),
            ("+1.15", "unknown time"),
            ("10 15", "unknown time"),
            (".15", "unknown time"),
            ("10:", "unknown time"),
            ("10115", "unknown time"),
            ("101115", "unknown time"),
            ("9999999999", "unknown time"),
            ("klart 10", "unknown time"),
            ("١٠", "unknown time"),
            ("å", "unknown time"),
            ("1å", "unknown time"),
            ("12å", "unknown time"),
            ("👨‍👩‍👧", "unknown time"),
            ("25.00", "no such time"),
            ("24", "no such time"),
            ("24.00", "no such time"),
            ("10.75", "no such time"),
            ("10:60", "no such time"),
            ("1060", "no such time"),
            ("99", "no such time"),
        ] {
            assert_eq!(time_as_text(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_time_present_is_read_the_way_people_write_it() {
        for (text, expected) in [
            ("08.30–08.50", "08:30|08:50"),
            ("8.30-8.50", "08:30|08:50"),
            ("08:30 – 08:50", "08:30|08:50"),
            ("08:30—08:50", "08:30|08:50"),
            ("0830-0850", "08:30|08:50"),
            ("8-10", "08:00|10:00"),
            ("kl. 8.30–8.50", "08:30|08:50"),
            ("kl 8.30–kl 8.50", "08:30|08:50"),
            ("fra 10.05 til 10.30", "10:05|10:30"),
            ("Fra kl. 10.05 til kl. 10.30.", "10:05|10:30"),
            ("kl 10 til 11", "10:00|11:00"),
            ("10.05 til 10.30", "10:05|10:30"),
            ("fra 10.05", "10:05|"),
            ("frå 10.05", "10:05|"),
            ("fra 10.05–", "10:05|"),
            ("10:05–", "10:05|"),
            ("10:05 -", "10:05|"),
            ("til 10.30", "|10:30"),
            ("TIL KL. 10.30", "|10:30"),
            ("–10.30", "|10:30"),
            ("00.00–23.59", "00:00|23:59"),
        ] {
            assert_eq!(presence_as_text(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_time_present_is_refused() {
        for (text, expected) in [
            ("", "unknown presence"),
            ("–", "unknown presence"),
            ("fra", "unknown presence"),
            ("til", "unknown presence"),
            ("fra til", "unknown presence"),
            ("fra –10", "unknown presence"),
            ("fra til 10", "unknown presence"),
            ("10.05", "unknown presence"),
            ("hele møtet", "unknown presence"),
            ("fra start", "unknown presence"),
            ("8-9-10", "unknown presence"),
            ("8.30–ca 9", "unknown presence"),
            ("til 9 til 10", "unknown presence"),
            ("tilbake 10", "unknown presence"),
            ("25.00–26.00", "no such time"),
            ("fra 10.75", "no such time"),
            ("8–24", "no such time"),
            ("10.30–10.05", "backwards"),
            ("10.15–10.15", "backwards"),
            ("fra 23 til 1", "backwards"),
        ] {
            assert_eq!(presence_as_text(text), expected, "{text:?}");
        }
    }

    #[test]
    fn every_error_says_what_is_wrong() {
        for (error, sentence) in [
            (
                parse_time("xyz").err(),
                "Fant ikke noe klokkeslett i «xyz». Skriv for eksempel 10 eller 10:15.",
            ),
            (
                parse_time("9.75").err(),
                "Klokka kan ikke være 09:75. Døgnet går fra 00:00 til 23:59.",
            ),
            (
                parse_presence("10.05").err(),
                "Fant ikke noe tidsrom i «10.05». Skriv for eksempel 8:30–8:50, fra 10:05 eller til 10:30.",
            ),
            (
                parse_presence("10.30–8.50").err(),
                "Fra 10:30 til 08:50 går baklengs. Skriv det tidligste klokkeslettet først.",
            ),
        ] {
            let error = error.expect("a refusal");
            assert_eq!(error.in_bokmal(), sentence);
        }
    }

    #[test]
    fn the_examples_in_the_sentences_can_be_typed() {
        for time in ["10", "10:15", "23:59"] {
            assert!(parse_time(time).is_ok(), "{time}");
        }
        for presence in ["8:30–8:50", "fra 10:05", "til 10:30"] {
            assert!(parse_presence(presence).is_ok(), "{presence}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in any::<String>(), near in "(kl|fra|til|[0-9.: –-]|å){0,12}") {
            for text in [&text, &near] {
                for error in [parse_time(text).err(), parse_presence(text).err()].into_iter().flatten() {
                    prop_assert!(!error.in_bokmal().is_empty());
                }
            }
        }

        #[test]
        fn a_time_written_by_the_program_reads_back(hour in 0_u32..24, minute in 0_u32..60) {
            let time = clock(hour, minute);
            prop_assert_eq!(parse_time(&date::time(time)), Ok(time));
        }

        #[test]
        fn a_presence_read_never_goes_backwards(text in "[0-9]{1,2}[.:][0-9]{2}–[0-9]{1,2}[.:][0-9]{2}") {
            if let Ok(Presence { from: Some(from), to: Some(to) }) = parse_presence(&text) {
                prop_assert!(from < to);
            }
        }
    }
}
