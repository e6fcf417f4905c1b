//! `dialogmote gjenopprett`: lists the earlier states of a meeting, and brings one back.

use std::path::Path;

use crate::{
    archive::{Archive, Earlier, record::Saved},
    meeting::{Meeting, Timestamp, clean::clean_line},
    runtime::clock,
    text::{Text, date, problem::Problem},
};

/// The earlier states of the meeting at `path`, as lines; `word` is what the user called it.
///
/// # Errors
/// Where they cannot be looked at.
pub fn list(path: &Path, word: &str, text: &Text) -> Result<String, Problem> {
    let t = &text.cli;
    let now = match Archive::read(path) {
        Ok((meeting, Saved { at, .. })) => line(t.earlier_now, at, Ok(meeting), text),
        Err(problem) => format!("{}\n", (text.problem)(&problem)),
    };
    let earlier = Archive::earlier(path)?;
    let Some(newest) = earlier.first() else {
        return Ok(format!("{now}\n{}\n", t.earlier_none));
    };
    let lines: String = earlier
        .iter()
        .map(|Earlier { saved, .. }| saved)
        .zip(earlier.iter().map(Earlier::read))
        .map(|(saved, meeting)| line(&saved.number.to_string(), saved.at, meeting, text))
        .collect();
    let number = newest.saved.number;
    let how = (t.earlier_how)(&clean_line(word), number);
    Ok(format!("{}\n\n{now}{lines}\n{how}\n", t.earlier_head))
}

/// Brings the state of this number back. Answers with what to tell.
///
/// # Errors
/// Where there is no such state, the meeting is open, or the system refuses. Then nothing has changed.
pub fn restore(path: &Path, number: u64, text: &Text) -> Result<String, Problem> {
    let earlier = Archive::earlier(path)?;
    let found = earlier.iter().find(|one| one.saved.number == number);
    let source = found.ok_or_else(|| Problem::NoSuchState {
        file: path.to_owned(),
        number,
    })?;
    let (held, _, Saved { at, .. }) = Archive::restore(path, &source.path)?;
    held.close();
    Ok(format!("{}\n", (text.saving.restored)(&when(at, text))))
}

fn line(name: &str, at: Timestamp, meeting: Result<Meeting, Problem>, text: &Text) -> String {
    let when = when(at, text);
    let Ok(meeting) = meeting else {
        return format!("{name:>6}  {when:<34}  {}\n", text.cli.earlier_unreadable);
    };
    let items = meeting.agenda.items();
    let notes: usize = items.map(|(_, item)| item.note.chars().count()).sum();
    let stage = (text.stage)(meeting.stage());
    let size = (text.cli.earlier_size)(notes, meeting.actions.len());
    format!("{name:>6}  {when:<34}  {stage:<14}  {size}\n")
}

fn when(at: Timestamp, text: &Text) -> String {
    let zone = clock::zone();
    let time = date::time(zone.local(at));
    (text.clock.on_day)(&text.calendar.long(zone.date(at)), &time)
}
