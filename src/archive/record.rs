//! The file of a meeting: a text in TOML that a person can read and mend in an editor.
//!
//! Format 2 is format 1 with an end mark, format 3 has what is made ready before the meeting besides, and format 4 the work
//! after it. A file of an older format is read, and is of format 4 when it is saved again.

mod after;
mod from_meeting;
mod place;
mod preparation;
mod reference;
mod scalar;
mod shape;
mod to_meeting;

use serde::Deserialize;
use toml::de::{DeTable, Deserializer};

use self::shape::Record;
use crate::{
    meeting::{Meeting, Timestamp},
    text::problem::Fault,
};

/// When a meeting was saved, and as which state of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// When.
    pub at: Timestamp,
    /// A running number: of two files of one meeting, the one with the higher number is newer, whatever their clocks
    /// say. At most [`i64::MAX`], which is what TOML holds.
    pub number: u64,
}

/// The number of the format that is written.
const FORMAT: u64 = 4;

/// The number of the format that had nothing of the work after the meeting but its approval.
const WITHOUT_AFTER: u64 = 3;

/// The number of the format that had an end mark but no preparation.
const WITHOUT_PREPARATION: u64 = 2;

/// The number of the format without an end mark.
const WITHOUT_END: u64 = 1;

/// Stands at the top of every file.
const HEADER: &str = "\
# Et dialogmøte fra programmet dialogmote. Filen inneholder personopplysninger: Del den ikke.
# Lukk møtet i programmet før du endrer noe her for hånd. Ellers må du velge mellom de to utgavene etterpå.
# Retter du en dato eller et klokkeslett, må du også rette feltet under, som viser hva programmet forsto.
# Nederst står linjen [slutt]. Mangler den, er ikke filen hel.
";

/// The table at the bottom of every file. One that was cut off, as by a machine that died or a copy that stopped halfway,
/// may be sound TOML all the same: without this it is not whole.
const END_MARK: &str = "slutt";

/// The text of the file that holds `meeting`. Read again, it is the same meeting to the millisecond.
///
/// # Errors
/// Where a number does not fit in TOML, which no number that the program gives does.
pub fn write(meeting: &Meeting, saved: Saved) -> Result<String, toml::ser::Error> {
    let body = toml::to_string(&Record::new(meeting, saved))?;
    Ok(format!("{HEADER}\n{body}"))
}

/// The meeting that the text of a file holds.
///
/// # Errors
/// Where the format is another one (seen before anything else is looked at) or something in it is not understood.
/// Nothing is passed over: a field the program does not know would be lost when the meeting is saved again.
pub fn read(text: &str) -> Result<(Meeting, Saved), Fault> {
    let table = DeTable::parse(text).map_err(|error| Fault::Line {
        line: line(text, &error).0,
        field: None,
    })?;
    let format = table.get_ref().get("format").ok_or(Fault::NoFormat)?;
    let format = u64::deserialize(toml::de::ValueDeserializer::from(format.clone()));
    match format.map_err(|_| Fault::NoFormat)? {
        FORMAT | WITHOUT_AFTER | WITHOUT_PREPARATION if !table.get_ref().contains_key(END_MARK) => {
            return Err(Fault::CutOff);
        }
        FORMAT | WITHOUT_AFTER | WITHOUT_PREPARATION | WITHOUT_END => {}
        0 => return Err(Fault::NoFormat),
        found => return Err(Fault::NewerFormat { found }),
    }
    let record = Record::deserialize(Deserializer::from(table)).map_err(|error| {
        let (line, content) = line(text, &error);
        match missing(&error) {
            Some(field) => Fault::Missing { line, field },
            None => Fault::Line {
                line,
                field: field(content),
            },
        }
    })?;
    record.into_meeting().map_err(Fault::Contradiction)
}

/// The line an error is about, counted from 1, and what stands in it.
fn line<'a>(text: &'a str, error: &toml::de::Error) -> (usize, &'a str) {
    let start = error.span().map_or(0, |span| span.start);
    let before = text.get(..start).unwrap_or(text);
    let index = before.matches('\n').count();
    (index + 1, text.lines().nth(index).unwrap_or_default())
}

/// The field that is missing, where that is the error. Serde says so in its message only.
fn missing(error: &toml::de::Error) -> Option<String> {
    let (field, _) = error
        .message()
        .strip_prefix("missing field `")?
        .split_once('`')?;
    Some(field.to_owned())
}

/// The field a line begins with. Asked only of files whose form is sound: there it cannot be a piece of a note.
fn field(line: &str) -> Option<String> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim();
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    (!key.is_empty() && key.chars().all(plain)).then(|| key.to_owned())
}
