//! Which of the files of a meeting holds its newest state.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    agenda_file, bounded,
    file_name::{self, Why},
    record::{self, HEAD_BYTES, RecordReader, Saved},
    seal,
    seen::Seen,
};
use crate::{
    meeting::{CaseCode, Meeting, Template},
    text::{Cause, Fault, Problem},
};

/// The newest state of a meeting that can be read.
#[derive(Debug)]
pub(super) struct Newest {
    /// The meeting.
    pub meeting: Meeting,
    /// When and as which it was saved.
    pub saved: Saved,
    /// What stands in the file of the meeting.
    pub main: Option<Found>,
    /// What stands in the file beside it.
    pub recovery: Option<Found>,
    /// The one of the two that must be kept under another name before anything is written in its place.
    pub aside: Option<Aside>,
}

/// What was found in a file that can be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    /// As which it was saved.
    pub saved: Saved,
    /// What stood in the file when it was read.
    pub seen: Seen,
}

/// A file that is not to be lost, although its place is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Aside {
    /// Which of the two.
    pub file: Which,
    /// Why it cannot stay.
    pub why: Why,
}

/// One of the two files of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// The file of the meeting.
    Main,
    /// The one beside it.
    Recovery,
}

/// Reads the newest state of the meeting whose file is `main`. Changes nothing.
///
/// # Errors
/// Where no state can be read, or one of them is of a later format: then a later version of the program has been at
/// work, and what this one can read is not the whole truth.
pub(super) fn newest(main: &Path) -> Result<Newest, Problem> {
    newest_of_many(main, &mut RecordReader::default())
}

/// The same of one of many meetings, which are all read by one reader.
///
/// # Errors
/// As [`newest`].
pub(super) fn newest_of_many(main: &Path, reader: &mut RecordReader) -> Result<Newest, Problem> {
    let states = (
        state(main, reader),
        state(&file_name::recovery(main), reader),
    );
    for state in [&states.0, &states.1] {
        if let Err(problem) = state
            && problem.is_of_later_version()
        {
            return Err(problem.clone());
        }
    }
    let found =
        |state: &Result<Option<State>, Problem>| Some(state.as_ref().ok()?.as_ref()?.found());
    let (in_main, in_recovery) = (found(&states.0), found(&states.1));
    let aside = |file, why| Some(Aside { file, why });
    let unreadable = |state: &Result<Option<State>, Problem>, file| {
        state
            .as_ref()
            .err()
            .and_then(|_| aside(file, Why::Unreadable))
    };
    let (state, aside) = match states {
        (Ok(Some(main)), Ok(Some(recovery))) => {
            let two = is_another(&main, &recovery);
            let (newer, older) = if main.saved.number > recovery.saved.number
                || (!two && main.saved.number == recovery.saved.number)
            {
                (main, Which::Recovery)
            } else {
                (recovery, Which::Main)
            };
            (
                newer,
                if two {
                    aside(older, Why::Changed)
                } else {
                    None
                },
            )
        }
        (Ok(Some(main)), recovery) => (main, unreadable(&recovery, Which::Recovery)),
        (main, Ok(Some(recovery))) => (recovery, unreadable(&main, Which::Main)),
        (Err(problem), Ok(None) | Err(_)) | (Ok(None), Err(problem)) => return Err(problem),
        (Ok(None), Ok(None)) => return Err(missing(main)),
    };
    let stays =
        |found: Option<Found>, file| found.filter(|_| aside.is_none_or(|aside| aside.file != file));
    Ok(Newest {
        meeting: state.meeting,
        saved: state.saved,
        main: stays(in_main, Which::Main),
        recovery: stays(in_recovery, Which::Recovery),
        aside,
    })
}

/// The case code in the newest state of the meeting whose file is `main`, where one is found. Only the heads of its files
/// are read, unless they leave a doubt: a file may have more written into it than any head has, or be torn further down.
pub(super) fn code(main: &Path) -> Option<CaseCode> {
    let code = |path: PathBuf| match bounded::beginning(&path, HEAD_BYTES) {
        Err(Fault::System(Cause::Missing)) => None,
        beginning => Some(
            beginning
                .ok()
                .and_then(|text| Some(record::head(&text)?.code)),
        ),
    };
    let files = [main.to_owned(), file_name::recovery(main)];
    let codes: Vec<Option<CaseCode>> = files.into_iter().filter_map(code).collect();
    match codes.as_slice() {
        [Some(code)] => Some(code.clone()),
        [Some(one), Some(other)] if one == other => Some(one.clone()),
        _ => Some(newest(main).ok()?.meeting.code.clone()),
    }
}

/// Whether another program has put a state into the file of the meeting that is none of ours. An older one of ours may
/// stand there: a slow disk gets it long after the recovery file has a newer one.
fn is_another(main: &State, recovery: &State) -> bool {
    let ours = seal::is_whole(&main.text) && main.saved.number != recovery.saved.number;
    !ours && main.meeting != recovery.meeting
}

/// The meeting in one file, whichever of them it is.
///
/// # Errors
/// Where it is not there or cannot be read.
pub(super) fn read(path: &Path) -> Result<(Meeting, Saved), Problem> {
    match state(path, &mut RecordReader::default())? {
        Some(state) => Ok((state.meeting, state.saved)),
        None => Err(missing(path)),
    }
}

/// The text of a file that holds the same as the recovery file of the meeting at `main`, and needs no other.
///
/// # Errors
/// Where the recovery file is not there or cannot be read, or would be too large to be read again.
pub(super) fn whole_recovery(main: &Path) -> Result<String, Problem> {
    let recovery = file_name::recovery(main);
    let text = bounded::read(&recovery).unwrap_or_default();
    if record::read(&text).is_ok() {
        return Ok(text);
    }
    let (meeting, saved) = read(&recovery)?;
    let whole = record::Writer::default().write(&meeting, saved);
    seal::for_file(&recovery, whole)
}

/// Those of the two files of the meeting at `main` that are there and cannot be read.
pub(super) fn unreadable(main: &Path) -> impl Iterator<Item = Aside> {
    let files = [
        (Which::Main, main.to_owned()),
        (Which::Recovery, file_name::recovery(main)),
    ];
    let broken = files
        .into_iter()
        .filter(|(_, path)| state(path, &mut RecordReader::default()).is_err());
    broken.map(|(file, _)| Aside {
        file,
        why: Why::Unreadable,
    })
}

fn missing(path: &Path) -> Problem {
    Problem::unreadable(path, Fault::System(Cause::Missing))
}

/// What stands in a file.
struct State {
    meeting: Meeting,
    saved: Saved,
    text: String,
}

impl State {
    fn found(&self) -> Found {
        Found {
            saved: self.saved,
            seen: Seen::new(self.text.as_bytes()),
        }
    }
}

/// The state in a file, or nothing where there is no such file.
fn state(path: &Path, reader: &mut RecordReader) -> Result<Option<State>, Problem> {
    let text = match bounded::read(path) {
        Err(Fault::System(Cause::Missing)) => return Ok(None),
        text => text,
    };
    let state = text.and_then(|text| {
        let (meeting, saved) = reader.read(&text, |digest| agenda_of(path, digest))?;
        Ok(Some(State {
            meeting,
            saved,
            text,
        }))
    });
    state.map_err(|fault| Problem::unreadable(path, fault))
}

/// The texts of the agenda with this digest, which a recovery file leaves out. They lie in a file beside it; should that be
/// gone, in the file of the meeting, in its earlier states, and as a rule in the program too.
fn agenda_of(path: &Path, digest: &str) -> Option<Template> {
    // A file that was given a name by hand is the file of a meeting.
    let main = file_name::main_beside(path).unwrap_or_else(|| path.to_owned());
    let earlier = fs::read_dir(file_name::history(&main))
        .into_iter()
        .flatten();
    let earlier = earlier.filter_map(|entry| Some(entry.ok()?.path()));
    let mut sources = [file_name::agenda(&main), main].into_iter().chain(earlier);
    let built_in = || agenda_file::built_in().ok();
    sources
        .find_map(|source| record::agenda_in(&bounded::read(&source).ok()?, digest))
        .or_else(|| built_in().filter(|texts| record::is_agenda(texts, digest)))
}
