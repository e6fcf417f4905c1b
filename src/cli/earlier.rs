//! `dialogmote gjenopprett`: lists the earlier states of a meeting, and brings one back.

use std::path::{Path, PathBuf};

use crate::{
    archive::{Archive, Saved},
    meeting::{Meeting, Timestamp, clean::clean_line},
    runtime::clock,
    text::{Problem, Text, date},
};

/// A state that can be brought back.
struct Restorable {
    name: String,
    path: PathBuf,
    /// When it was saved; of a file that cannot be read that is not always known.
    at: Option<Timestamp>,
    meeting: Option<Meeting>,
}

/// The states that can be brought back: the earlier ones, newest first, and then what was set aside.
///
/// # Errors
/// Where they cannot be looked at.
fn restorables(path: &Path) -> Result<Vec<Restorable>, Problem> {
    let earlier = Archive::earlier(path)?;
    let earlier = earlier.into_iter().map(|one| Restorable {
        name: one.name(),
        at: Some(one.saved.at),
        meeting: one.read().ok(),
        path: one.path,
    });
    let aside = Archive::set_aside(path)?;
    let aside = aside.into_iter().map(|one| {
        let read = one.read().ok();
        Restorable {
            name: one.name,
            path: one.path,
            at: read.as_ref().map(|(_, saved)| saved.at),
            meeting: read.map(|(meeting, _)| meeting),
        }
    });
    Ok(earlier.chain(aside).collect())
}

/// The earlier states of the meeting at `path`, as lines; `word` is what the user called it.
///
/// # Errors
/// Where they cannot be looked at.
pub(super) fn list(path: &Path, word: &str, text: &Text) -> Result<String, Problem> {
    let t = &text.cli;
    let now = match Archive::read(path) {
        Ok((meeting, Saved { at, .. })) => line(t.earlier_now, Some(at), Some(&meeting), text),
        Err(problem) => format!("{}\n", (text.problem)(&problem)),
    };
    let states = restorables(path)?;
    let Some(newest) = states.iter().find(|state| state.meeting.is_some()) else {
        return Ok(format!("{now}\n{}\n", t.earlier_none));
    };
    let how = (t.earlier_how)(&clean_line(word), &newest.name);
    let lines: String = states
        .iter()
        .map(|state| line(&state.name, state.at, state.meeting.as_ref(), text))
        .collect();
    Ok(format!("{}\n\n{now}{lines}\n{how}\n", t.earlier_head))
}

/// Brings the state of this name back. Answers with what to tell.
///
/// # Errors
/// Where there is no such state, the meeting is open, or the system refuses. Then nothing has changed.
pub(super) fn restore(path: &Path, name: &str, text: &Text) -> Result<String, Problem> {
    let mut states = restorables(path)?.into_iter();
    let found = states.find(|state| state.name == name);
    let source = found.ok_or_else(|| Problem::NoSuchState {
        file: path.to_owned(),
        name: name.to_owned(),
    })?;
    let (held, _, Saved { at, .. }) = Archive::restore(path, &source.path)?;
    held.close();
    Ok(format!("{}\n", (text.saving.restored)(&when(at, text))))
}

fn line(name: &str, at: Option<Timestamp>, meeting: Option<&Meeting>, text: &Text) -> String {
    let when = at.map_or_else(String::new, |at| when(at, text));
    let Some(meeting) = meeting else {
        return format!("{name:>10}  {when:<34}  {}\n", text.cli.earlier_unreadable);
    };
    let items = meeting.agenda.items();
    let notes: usize = items.map(|(_, item)| item.note.chars().count()).sum();
    let stage = (text.stage)(meeting.stage());
    let size = (text.cli.earlier_size)(notes, meeting.actions.len());
    format!("{name:>10}  {when:<34}  {stage:<14}  {size}\n")
}

fn when(at: Timestamp, text: &Text) -> String {
    let zone = clock::zone();
    let time = date::time(zone.local(at));
    (text.clock.on_day)(&text.document.calendar.long(zone.date(at)), &time)
}
