//! Which of the files of a meeting holds its newest state.

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use super::{
    bounded, file_name,
    record::{self, Saved},
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
    /// The number of the state in the file of the meeting, if it can be read.
    pub main: Option<u64>,
    /// The number of the state in the file beside it, if it is there and can be read.
    pub twin: Option<u64>,
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
    let keep = |path: &Path, why| Aside {
        path: path.to_owned(),
        why,
    };
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
    let (state, main_number, twin_number, aside) = match states {
        (Ok(Some(in_main)), Ok(Some(in_twin))) => {
            let numbers = (in_main.1.number, in_twin.1.number);
            let (state, aside) = if numbers.0 >= numbers.1 {
                (in_main, Vec::new())
            } else if is_newer(main, &twin) {
                // An older state in a file that was touched later: somebody has edited it by hand.
                (in_twin, vec![keep(main, "endret")])
            } else {
                (in_twin, Vec::new())
            };
            (state, Some(numbers.0), Some(numbers.1), aside)
        }
        (Ok(Some(in_main)), in_twin) => {
            let number = in_main.1.number;
            let aside = in_twin.is_err().then(|| keep(&twin, "uleselig"));
            (in_main, Some(number), None, aside.into_iter().collect())
        }
        (in_main, Ok(Some(in_twin))) => {
            let number = in_twin.1.number;
            let aside = in_main.is_err().then(|| keep(main, "uleselig"));
            (in_twin, None, Some(number), aside.into_iter().collect())
        }
        (Err(problem), Ok(None) | Err(_)) | (Ok(None), Err(problem)) => return Err(problem),
        (Ok(None), Ok(None)) => {
            return Err(Problem::Unreadable {
                file: main.to_owned(),
                fault: Fault::System(ErrorKind::NotFound.into()),
            });
        }
    };
    let (meeting, saved) = state;
    Ok(Newest {
        meeting,
        saved,
        main: main_number,
        twin: twin_number,
        aside,
    })
}

type State = (Meeting, Saved);

/// The state in a file, or nothing where there is no such file.
fn state(path: &Path) -> Result<Option<State>, Problem> {
    let read = match bounded::read(path) {
        Err(Fault::System(Cause::Missing)) => return Ok(None),
        read => read.and_then(|text| record::read(&text)),
    };
    read.map(Some).map_err(|fault| Problem::Unreadable {
        file: path.to_owned(),
        fault,
    })
}

/// Whether `file` was written to after `other` was.
fn is_newer(file: &Path, other: &Path) -> bool {
    let written = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    written(file) > written(other)
}
