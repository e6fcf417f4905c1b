//! Single values as TOML has them: instants, days and times of day.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, SecondsFormat, Timelike};
use toml::value::{Date, Datetime, Time};

use crate::meeting::Timestamp;

/// An instant in UTC with milliseconds. What is finer than that is left out.
pub fn from_instant(instant: Timestamp) -> Datetime {
    let whole_second = instant.timestamp_subsec_millis() == 0;
    let digits = if whole_second {
        SecondsFormat::Secs
    } else {
        SecondsFormat::Millis
    };
    let text = instant.to_rfc3339_opts(digits, true);
    // Only a year of five digits has no form in TOML. No clock shows one; should it, the file stays readable.
    text.parse().unwrap_or(Datetime {
        date: Some(Date {
            year: 9999,
            month: 12,
            day: 31,
        }),
        time: Some(Time {
            hour: 23,
            minute: 59,
            second: Some(59),
            nanosecond: None,
        }),
        offset: Some(toml::value::Offset::Z),
    })
}

/// The instant, where it is one.
pub fn to_instant(value: Datetime) -> Option<Timestamp> {
    let instant = DateTime::parse_from_rfc3339(&value.to_string());
    instant.ok().map(|instant| instant.to_utc())
}

/// A day, unless its year has no form in TOML (before 0 or after 9999). Then only the text of the field is stored, and it
/// counts as not understood when it is read again.
pub fn from_day(day: NaiveDate) -> Option<Datetime> {
    let small = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
    let year = u16::try_from(day.year())
        .ok()
        .filter(|year| *year <= 9999)?;
    Some(Datetime {
        date: Some(Date {
            year,
            month: small(day.month()),
            day: small(day.day()),
        }),
        time: None,
        offset: None,
    })
}

/// The day, where it is one.
pub fn to_day(value: Datetime) -> Option<NaiveDate> {
    let Datetime {
        date: Some(date),
        time: None,
        offset: None,
    } = value
    else {
        return None;
    };
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

/// A time of day to the second.
pub fn from_time(time: NaiveTime) -> Datetime {
    let small = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
    Datetime {
        date: None,
        time: Some(Time {
            hour: small(time.hour()),
            minute: small(time.minute()),
            second: Some(small(time.second())),
            nanosecond: None,
        }),
        offset: None,
    }
}

/// The time of day, where it is one.
pub fn to_time(value: Datetime) -> Option<NaiveTime> {
    let Datetime {
        date: None,
        time: Some(time),
        offset: None,
    } = value
    else {
        return None;
    };
    let second = time.second.unwrap_or_default();
    NaiveTime::from_hms_opt(time.hour.into(), time.minute.into(), second.into())
}
