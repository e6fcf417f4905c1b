//! Single values as TOML has them: instants, days and times of day.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike};
use toml::value::{Date, Datetime, Offset, Time};

use crate::meeting::Timestamp;

/// An instant in UTC with milliseconds. What is finer than that is left out.
pub(super) fn from_instant(instant: Timestamp) -> Datetime {
    // A state has many, and is written at every key. As text they would be put together only to be taken apart again.
    let small = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
    let millis = instant.timestamp_subsec_millis().min(999);
    let (year, month, day) = match u16::try_from(instant.year()) {
        Ok(year @ ..=9999) => (year, small(instant.month()), small(instant.day())),
        // Has no form in TOML. No clock shows such a year; should it, the file stays readable.
        Ok(_) | Err(_) => (9999, 12, 31),
    };
    let date = Date { year, month, day };
    let time = Time {
        hour: small(instant.hour()),
        minute: small(instant.minute()),
        second: Some(small(instant.second())),
        nanosecond: (millis > 0).then(|| millis * 1_000_000),
    };
    Datetime {
        date: Some(date),
        time: Some(time),
        offset: Some(Offset::Z),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_clock_shows_can_be_read_again() {
        for (clock, written) in [
            ("2028-02-29T12:30:00.250Z", "2028-02-29T12:30:00.250Z"),
            ("+12028-02-29T12:30:00Z", "9999-12-31T12:30:00Z"),
            ("-0004-02-29T12:30:00Z", "9999-12-31T12:30:00Z"),
        ] {
            let instant: Timestamp = clock.parse().unwrap();
            let wanted: Timestamp = written.parse().unwrap();
            assert_eq!(to_instant(from_instant(instant)), Some(wanted), "{clock}");
        }
    }
}
