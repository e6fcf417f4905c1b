//! Single values of the file: instants, days, times of day, case codes and words for choices.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, SecondsFormat, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use toml::value::{Date, Datetime, Time};

use crate::{
    archive::words::Word,
    meeting::{Timestamp, case_code::CaseCode},
};

/// A UTC instant, stored as a date-time of TOML with milliseconds. What is finer than that is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Datetime", into = "Datetime")]
pub struct Instant(pub Timestamp);

/// A day, stored as a date of TOML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Datetime", into = "Datetime")]
pub struct Day(NaiveDate);

/// A time of day, stored as a time of TOML to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Datetime", into = "Datetime")]
pub struct TimeOfDay(pub NaiveTime);

/// A case code, stored as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code(pub CaseCode);

/// A choice, stored as its Norwegian word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named<T>(pub T);

/// The value has the form of TOML but not the meaning this field asks for. The reader says where it stands, in the
/// user's language; this text is for developers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotSuchAValue;

impl fmt::Display for NotSuchAValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a value of this field")
    }
}

impl From<Instant> for Datetime {
    fn from(instant: Instant) -> Self {
        let whole_second = instant.0.timestamp_subsec_millis() == 0;
        let digits = if whole_second {
            SecondsFormat::Secs
        } else {
            SecondsFormat::Millis
        };
        let text = instant.0.to_rfc3339_opts(digits, true);
        // Only a year of five digits has no form in TOML. No clock shows one; should it, the file stays readable.
        text.parse().unwrap_or(Self {
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
}

impl TryFrom<Datetime> for Instant {
    type Error = NotSuchAValue;

    fn try_from(value: Datetime) -> Result<Self, NotSuchAValue> {
        let instant = DateTime::parse_from_rfc3339(&value.to_string());
        instant
            .map(|instant| Self(instant.to_utc()))
            .map_err(|_| NotSuchAValue)
    }
}

impl Day {
    /// The day, unless its year has no form in TOML (before 0 or after 9999). Then only the text of the field is
    /// stored, and it counts as not understood when it is read again.
    pub fn new(date: NaiveDate) -> Option<Self> {
        (0..=9999).contains(&date.year()).then_some(Self(date))
    }

    /// The day as the core knows it.
    pub const fn date(self) -> NaiveDate {
        self.0
    }
}

impl From<Day> for Datetime {
    fn from(day: Day) -> Self {
        let small = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
        let date = Date {
            year: u16::try_from(day.0.year()).unwrap_or(u16::MAX),
            month: small(day.0.month()),
            day: small(day.0.day()),
        };
        Self {
            date: Some(date),
            time: None,
            offset: None,
        }
    }
}

impl TryFrom<Datetime> for Day {
    type Error = NotSuchAValue;

    fn try_from(value: Datetime) -> Result<Self, NotSuchAValue> {
        let Datetime {
            date: Some(date),
            time: None,
            offset: None,
        } = value
        else {
            return Err(NotSuchAValue);
        };
        NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
            .map(Self)
            .ok_or(NotSuchAValue)
    }
}

impl From<TimeOfDay> for Datetime {
    fn from(time: TimeOfDay) -> Self {
        let small = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
        let time = Time {
            hour: small(time.0.hour()),
            minute: small(time.0.minute()),
            second: Some(small(time.0.second())),
            nanosecond: None,
        };
        Self {
            date: None,
            time: Some(time),
            offset: None,
        }
    }
}

impl TryFrom<Datetime> for TimeOfDay {
    type Error = NotSuchAValue;

    fn try_from(value: Datetime) -> Result<Self, NotSuchAValue> {
        let Datetime {
            date: None,
            time: Some(time),
            offset: None,
        } = value
        else {
            return Err(NotSuchAValue);
        };
        let second = time.second.unwrap_or_default();
        NaiveTime::from_hms_opt(time.hour.into(), time.minute.into(), second.into())
            .map(Self)
            .ok_or(NotSuchAValue)
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.0.to_string()
    }
}

impl TryFrom<String> for Code {
    type Error = NotSuchAValue;

    fn try_from(text: String) -> Result<Self, NotSuchAValue> {
        CaseCode::from_str(&text)
            .map(Self)
            .map_err(|_| NotSuchAValue)
    }
}

impl<T: Word> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.word())
    }
}

impl<'de, T: Word> Deserialize<'de> for Named<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        T::from_word(text.trim())
            .map(Self)
            .ok_or_else(|| D::Error::custom(NotSuchAValue))
    }
}
