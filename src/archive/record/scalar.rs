//! Single values as TOML has them: instants, days and times of day.

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, Timelike};
use toml::value::{Date, Datetime, Time};

use crate::meeting::Timestamp;

/// An instant in UTC with milliseconds. What is finer than that is left out.
pub(super) fn from_instant(instant: Timestamp) -> Datetime {
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
pub(super) fn to_instant(value: Datetime) -> Option<Timestamp> {
    let instant = DateTime::parse_from_rfc3339(&value.to_string());
    instant.ok().map(|instant| instant.to_utc())
}

/// A day, unless its year has no form in TOML (before 0 or after 9999). Then only the text of the field is stored, and it
/// counts as not understood when it is read again.
pub(super) fn from_day(day: NaiveDate) -> Option<Datetime> {
    day.to_string().parse().ok()
}

/// The day, where it is one.
pub(super) fn to_day(value: Datetime) -> Option<NaiveDate> {
    value.to_string().parse().ok()
}

/// A time of day to the second.
pub(super) fn from_time(time: NaiveTime) -> Option<Datetime> {
    time.format("%H:%M:%S").to_string().parse().ok()
}

/// The time of day, where it is one. What is finer than a second is left out.
pub(super) fn to_time(value: Datetime) -> Option<NaiveTime> {
    let time: NaiveTime = value.to_string().parse().ok()?;
    time.with_nanosecond(0)
}
