//! Reading what is typed in a field, whatever it takes.

use chrono::NaiveDate;

use super::{clock_time, due};
use crate::meeting::{Due, FieldKind, MAX_MINUTES, Parsed, Tense, Value};

/// What `text` means in a field of this kind on the day `today`. Nothing where no text can stand, or where a number is
/// demanded and `text` is none.
pub fn read(kind: FieldKind, text: String, today: NaiveDate) -> Option<Value> {
    Some(match kind {
        FieldKind::Line | FieldKind::Lines => Value::Text(text),
        FieldKind::Day(tense) => {
            let value = day(tense, &text, today);
            Value::Day(Parsed { text, value })
        }
        FieldKind::Time => {
            let value = clock_time::parse_time(&text).ok();
            Value::Time(Parsed { text, value })
        }
        FieldKind::Presence => {
            let value = clock_time::parse_presence(&text).ok();
            Value::Presence(Parsed { text, value })
        }
        FieldKind::Due => {
            let value = due::parse(&text, today).ok();
            Value::Due(Parsed { text, value })
        }
        FieldKind::Percent => {
            let value = percent(&text);
            Value::Percent(Parsed { text, value })
        }
        FieldKind::Minutes => Value::Minutes(minutes(&text)?),
        FieldKind::Choice(_)
        | FieldKind::People
        | FieldKind::Sides
        | FieldKind::Checks
        | FieldKind::Past
        | FieldKind::Noted => return None,
    })
}

fn day(tense: Tense, text: &str, today: NaiveDate) -> Option<NaiveDate> {
    match tense {
        // What lies a little behind was not meant for next year; what is not to lie ahead is told so.
        Tense::Done | Tense::Near => due::parse_near_date(text, today).ok(),
        Tense::Ahead => due::parse_date(text, today).ok(),
        Tense::Onward => {
            let from = |text: &str| match due::parse(text, today) {
                Ok(Due::From(day)) => Some(day),
                Ok(Due::By(_) | Due::Weekly { .. }) | Err(_) => None,
            };
            from(text).or_else(|| from(&format!("fra {text}")))
        }
    }
}

/// The minutes of a phase as they are written: a whole number that a phase can have.
pub fn minutes(text: &str) -> Option<u32> {
    let number = text.trim().parse().ok()?;
    (1..=MAX_MINUTES).contains(&number).then_some(number)
}

/// Per cent with or without the sign, 0 to 100.
fn percent(text: &str) -> Option<u8> {
    let number = text.trim().trim_end_matches('%').trim_end();
    number.parse().ok().filter(|percent| *percent <= 100)
}
