//! The fields of a record in the file: both ways follow from how each is declared.
//!
//! A text together with its meaning has two keys or more: what was typed, and behind it what the program understood.

use std::borrow::Cow;

use crate::{
    meeting::{
        Check, Declared, Due, FieldKind, FieldName, Outcome, Parsed, ParticipantId, Past, Presence,
        Record, Side, Value, Word, order::has_twice,
    },
    text::{Contradiction, Fault},
};

use super::{
    scalar::{from_day, from_time, to_day, to_time},
    section::{Section, number},
    table::{Node, Table},
};

/// Puts every field of a record that is not as every record begins.
pub(super) fn put<'a, R: Record>(table: &mut Table<'a>, record: &'a R) {
    for row in R::Name::ALL {
        put_one(table, record, *row);
    }
}

/// Puts one field of a record, if it is not as every record begins.
pub(super) fn put_one<'a, R: Record>(table: &mut Table<'a>, record: &'a R, row: R::Name) {
    let declared = row.declared();
    let key = declared.key;
    let held = record.field_value(row);
    // Minutes begin as the agenda has them.
    let always = declared.required || declared.kind == FieldKind::Minutes;
    if held.is_initial() && !always {
        return;
    }
    table.text(key, held.typed());
    if declared.kind.is_text() {
        return;
    }
    let behind = |what: &str| Cow::<str>::Owned(format!("{key}_{what}"));
    let day = |day: Option<chrono::NaiveDate>| day.and_then(from_day).map(Node::Moment);
    let time = |time: Option<chrono::NaiveTime>| time.and_then(from_time).map(Node::Moment);
    match held.value() {
        Value::Text(_) => {}
        Value::Day(parsed) => table.put_some(behind("tolket"), day(parsed.value)),
        Value::Time(parsed) => table.put_some(behind("tolket"), time(parsed.value)),
        Value::Presence(parsed) => {
            let presence = parsed.value;
            table.put_some(behind("fra"), time(presence.and_then(|there| there.from)));
            table.put_some(behind("til"), time(presence.and_then(|there| there.to)));
        }
        Value::Due(parsed) => match parsed.value {
            None => {}
            Some(Due::By(date)) => table.put_some(behind("senest"), day(Some(date))),
            Some(Due::From(date)) => table.put_some(behind("fra"), day(Some(date))),
            Some(Due::Weekly { from }) => table.put_some(behind("ukentlig_fra"), day(Some(from))),
        },
        Value::Percent(parsed) => {
            let percent = parsed.value.map(|percent| u32::from(percent).into());
            table.put_some(behind("prosent"), percent);
        }
        Value::Minutes(minutes) => table.put(key, minutes.into()),
        Value::Choice(choice) => table.put_some(key, choice.map(|choice| choice.word().into())),
        Value::People(people) => table.list(key, people.into_iter().map(|id| id.0.into())),
        Value::Sides(sides) => table.list(key, sides.into_iter().map(|side| side.word().into())),
        Value::Checks(checks) => {
            table.list(key, checks.into_iter().map(|check| check.word().into()));
        }
        // A day that has no form in TOML takes what came of it along.
        Value::Past(past) => {
            if let Some((past, day)) = past.and_then(|past| Some((past, from_day(past.day)?))) {
                table.put(behind("dag"), Node::Moment(day));
                table.put(behind("ble"), past.outcome.word().into());
            }
        }
        Value::Noted(noted) => table.put_some(key, day(noted)),
    }
}

/// Takes every field of a record that stands in a table; the others are as every record begins.
///
/// # Errors
/// Where something that stands there is not understood, or something that has to be there is missing.
pub(super) fn take<R: Record>(section: &Section, record: &mut R) -> Result<(), Fault> {
    R::Name::ALL
        .iter()
        .try_for_each(|row| take_one(section, record, *row))
}

/// Takes one field of a record.
///
/// # Errors
/// Where what stands there is not understood, or it has to be there and is missing.
pub(super) fn take_one<R: Record>(
    section: &Section,
    record: &mut R,
    row: R::Name,
) -> Result<(), Fault> {
    let declared = row.declared();
    match read(section, declared)? {
        // The value is of the kind that was asked for.
        Some(value) => drop(record.field_value_mut(row).put(value)),
        None if declared.required => section.miss(declared.key),
        None => {}
    }
    Ok(())
}

/// What stands in a field; nothing where nothing does.
fn read(section: &Section, declared: Declared) -> Result<Option<Value>, Fault> {
    fn written<T>(
        section: &Section,
        key: &'static str,
        value: Option<T>,
    ) -> Result<Parsed<T>, Fault> {
        let text = section.line_of_text(key)?;
        Ok(Parsed { text, value })
    }
    let key = declared.key;
    let behind = |what: &str| format!("{key}_{what}");
    Ok(Some(match declared.kind {
        FieldKind::Line => Value::Text(section.line_of_text(key)?),
        FieldKind::Lines => Value::Text(section.text(key)?),
        FieldKind::Day(_) => {
            let value = section.moment(behind("tolket"), to_day)?;
            Value::Day(written(section, key, value)?)
        }
        FieldKind::Time => {
            let value = section.moment(behind("tolket"), to_time)?;
            Value::Time(written(section, key, value)?)
        }
        FieldKind::Presence => {
            let from = section.moment(behind("fra"), to_time)?;
            let to = section.moment(behind("til"), to_time)?;
            let value = from.or(to).map(|_| Presence { from, to });
            Value::Presence(written(section, key, value)?)
        }
        FieldKind::Due => {
            let value = due(section, key)?;
            Value::Due(written(section, key, value)?)
        }
        FieldKind::Percent => {
            let value = section.number(behind("prosent"))?;
            Value::Percent(written(section, key, value)?)
        }
        FieldKind::Minutes => return Ok(section.number(key)?.map(Value::Minutes)),
        FieldKind::Choice(all) => {
            let word = section.choice(key, all)?;
            return Ok(word.map(|choice| Value::Choice(Some(choice))));
        }
        FieldKind::People => {
            let people = section.list(key, |value| number(value).map(ParticipantId))?;
            Value::People(people)
        }
        FieldKind::Sides => {
            let sides: Vec<Side> = section.words(key)?;
            if has_twice(&sides) {
                return Err(Fault::Contradiction(Contradiction::AskedTwice));
            }
            Value::Sides(sides)
        }
        FieldKind::Checks => {
            let checks: Vec<Check> = section.words(key)?;
            Value::Checks(checks.into_iter().collect())
        }
        FieldKind::Past => {
            let past = past(section, key)?;
            return Ok(past.map(|past| Value::Past(Some(past))));
        }
        FieldKind::Noted => {
            return Ok(section
                .moment(key, to_day)?
                .map(|day| Value::Noted(Some(day))));
        }
    }))
}

/// By when something is to be done: at most one of three keys tells.
fn due(section: &Section, key: &str) -> Result<Option<Due>, Fault> {
    let day = |what: &str| section.moment(format!("{key}_{what}"), to_day);
    match (day("senest")?, day("fra")?, day("ukentlig_fra")?) {
        (None, None, None) => Ok(None),
        (Some(day), None, None) => Ok(Some(Due::By(day))),
        (None, Some(day), None) => Ok(Some(Due::From(day))),
        (None, None, Some(from)) => Ok(Some(Due::Weekly { from })),
        (Some(_), Some(_), _) | (Some(_), _, Some(_)) | (_, Some(_), Some(_)) => {
            let several = Contradiction::SeveralDues(section.place);
            Err(Fault::Contradiction(several))
        }
    }
}

/// What came of a planned day: both keys tell, or none.
fn past(section: &Section, key: &str) -> Result<Option<Past>, Fault> {
    let day = section.moment(format!("{key}_dag"), to_day)?;
    let outcome: Option<Outcome> = section.word(format!("{key}_ble"))?;
    match (day, outcome) {
        (Some(day), Some(outcome)) => Ok(Some(Past { day, outcome })),
        (None, None) => Ok(None),
        (Some(_), None) | (None, Some(_)) => Err(Fault::Contradiction(Contradiction::HalfPast)),
    }
}
