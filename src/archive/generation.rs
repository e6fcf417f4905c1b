//! Which of the files of a meeting holds its newest state.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use super::{
    bounded, file_name,
    record::{self, Saved},
    seen::Seen,
};
use crate::{
    meeting::Meeting,
    text::problem::{Cause, Fault, Problem},
};

/// The newest state of a meeting that can be read.
#[derive(Debug)]
pub struct Newest {
    /// The meeting.
    pub meeting: Meeting,
    /// When and as which it was saved.
    pub saved: Saved,
    /// As which the state in the file of the meeting was saved, if it can be read.
    pub main: Option<Saved>,
    /// How the file of the meeting was when it was read.
    pub seen: Option<Seen>,
    /// As which the state in the file beside it was saved, if it is there and can be read.
    pub twin: Option<Saved>,
    /// Files that must be kept under another name before anything is written in their place.
    pub aside: Vec<Aside>,
}

/// A file that is not to be lost, although its place is needed.
#[derive(Debug)]
pub struct Aside {
    /// Where it stands.
    pub path: PathBuf,
    /// What is put at the end of its name.
    pub why: &'static str,
}

/// Reads the newest state of the meeting whose file is `main`. Changes nothing.
///
/// # Errors
/// Where no state can be read, or one of them is of a later format: then a later version of the program has been at
/// work, and what this one can read is not the whole truth.
pub fn newest(main: &Path) -> Result<Newest, Problem> {
    let twin = file_name::twin(main);
    let states = (state(main), state(&twin));
    for state in [&states.0, &states.1] {
        if let Err(
            problem @ Problem::Unreadable {
                fault: Fault::NewerFormat { .. },
                ..
            },
        ) = state
        {
            return Err(problem.clone());
        }
    }
    let main_saved = saved(&states.0);
    let twin_saved = saved(&states.1);
    let seen = match &states.0 {
        Ok(Some(state)) => state.seen.clone(),
        Ok(None) | Err(_) => None,
    };
    let (state, aside) = match states {
        (Ok(Some(in_main)), Ok(Some(in_twin))) => {
            if in_main.saved.number >= in_twin.saved.number {
                (in_main, Vec::new())
            } else if is_edited_after(main, &twin) {
                // An older state in a file that was touched later: somebody has edited it by hand.
                (in_twin, vec![aside(main, "endret")])
            } else {
                (in_twin, Vec::new())
            }
        }
        (Ok(Some(in_main)), in_twin) => {
            let kept = in_twin.is_err().then(|| aside(&twin, "uleselig"));
            (in_main, kept.into_iter().collect())
        }
        (in_main, Ok(Some(in_twin))) => {
            let kept = in_main.is_err().then(|| aside(main, "uleselig"));
            (in_twin, kept.into_iter().collect())
        }
        (Err(problem), Ok(None) | Err(_)) | (Ok(None), Err(problem)) => return Err(problem),
        (Ok(None), Ok(None)) => return Err(missing(main)),
    };
    Ok(Newest {
        meeting: state.meeting,
        saved: state.saved,
        main: main_saved,
        seen,
        twin: twin_saved,
        aside,
    })
}

/// The meeting in one file, whichever of them it is.
///
/// # Errors
/// Where it is not there or cannot be read.
pub fn read(path: &Path) -> Result<(Meeting, Saved), Problem> {
    match state(path)? {
        Some(state) => Ok((state.meeting, state.saved)),
        None => Err(missing(path)),
    }
}

/// Those of `files` that are there and cannot be read, to be kept under other names.
pub fn unreadable<const N: usize>(files: [&Path; N]) -> Vec<Aside> {
    let files = files.into_iter().filter(|file| state(file).is_err());
    files.map(|file| aside(file, "uleselig")).collect()
}

fn aside(path: &Path, why: &'static str) -> Aside {
    Aside {
        path: path.to_owned(),
        why,
    }
}

fn missing(path: &Path) -> Problem {
    Problem::Unreadable {
        file: path.to_owned(),
        fault: Fault::System(Cause::Missing),
    }
}

/// What stands in a file.
struct State {
    meeting: Meeting,
    saved: Saved,
    seen: Option<Seen>,
}

/// The state in a file, or nothing where there is no such file.
fn state(path: &Path) -> Result<Option<State>, Problem> {
    let data = fs::metadata(path).ok();
    let text = match bounded::read(path) {
        Err(Fault::System(Cause::Missing)) => return Ok(None),
        text => text,
    };
    let state = text.and_then(|text| {
        let (meeting, saved) = record::read(&text)?;
        let seen = data.map(|data| Seen::new(&data, text.as_bytes()));
        Ok(Some(State {
            meeting,
            saved,
            seen,
        }))
    });
    state.map_err(|fault| Problem::Unreadable {
        file: path.to_owned(),
        fault,
    })
}

fn saved(state: &Result<Option<State>, Problem>) -> Option<Saved> {
    let state = state.as_ref().ok()?.as_ref()?;
    Some(state.saved)
}

/// A slow disk may get an older state that long after a newer one was written beside it; whoever edits a file by hand
/// needs longer.
const SLOW_DISK: Duration = Duration::from_secs(10);

/// Whether `main` was written to after its `twin` by another hand than the saver's.
fn is_edited_after(main: &Path, twin: &Path) -> bool {
    let written = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    let between = written(main).zip(written(twin));
    let between = between.and_then(|(main, twin)| main.duration_since(twin).ok());
    between.is_some_and(|between| between > SLOW_DISK)
}
