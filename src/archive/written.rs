//! Documents written for the user: never over a file that somebody else wrote or has changed since.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use crate::text::problem::{Cause, Problem};

use super::atomic::{self, Strength};

/// What to do with a file that is already there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// Replace it only if it is as this program wrote it.
    OnlyOwn,
    /// Replace it.
    Replace,
}

/// Why a document was not written.
#[derive(Debug)]
pub enum Unwritten {
    /// There is a file that is not as this program wrote it.
    InTheWay,
    /// The disk did not take it.
    Problem(Problem),
}

/// The file in the folder of meetings that remembers what was written: a digest of each path and of its content.
const REMEMBERED: &str = ".skrevet";

/// Writes `content` to `path`, and remembers in `folder` that it came from here.
///
/// # Errors
/// Where somebody else's file is in the way, or the system refuses. Then nothing has changed.
pub fn write(
    path: &Path,
    content: &[u8],
    folder: &Path,
    existing: Existing,
) -> Result<(), Unwritten> {
    let fail = |error: &io::Error| {
        Unwritten::Problem(Problem::NotSaved {
            file: path.to_owned(),
            cause: Cause::from(error.kind()),
        })
    };
    // A meeting is never the price of its referat, whatever anybody says yes to.
    if is_meeting(path) {
        return Err(Unwritten::Problem(Problem::IsMeeting {
            file: path.to_owned(),
        }));
    }
    // Looking into a pipe or a device would wait for ever.
    if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return Err(Unwritten::Problem(Problem::NotSaved {
            file: path.to_owned(),
            cause: Cause::WrongKind,
        }));
    }
    match (fs::read(path), existing) {
        (Err(error), _) if error.kind() == ErrorKind::NotFound => {}
        (Ok(_), Existing::Replace) => {}
        (Ok(old), Existing::OnlyOwn) if old == content || is_own(path, &old, folder) => {}
        (Ok(_), Existing::OnlyOwn) => return Err(Unwritten::InTheWay),
        (Err(error), _) => return Err(fail(&error)),
    }
    atomic::replace(path, content, Strength::AgainstPowerLoss).map_err(|e| fail(&e))?;
    // Forgetting is safe: next time the program asks before it replaces its own file.
    let _ = remember(path, content, folder);
    Ok(())
}

/// Whether a file of this name could be a meeting, over which nothing is written.
#[must_use]
pub fn is_meeting(path: &Path) -> bool {
    let end = path.extension();
    end.is_some_and(|end| end.eq_ignore_ascii_case("toml"))
}

fn is_own(path: &Path, content: &[u8], folder: &Path) -> bool {
    let known = fs::read_to_string(folder.join(REMEMBERED)).unwrap_or_default();
    known.lines().any(|line| line == entry(path, content))
}

fn remember(path: &Path, content: &[u8], folder: &Path) -> io::Result<()> {
    let file = folder.join(REMEMBERED);
    let known = fs::read_to_string(&file).unwrap_or_default();
    let place = digest(absolute(path).as_os_str().as_encoded_bytes());
    let others = known.lines().filter(|line| !line.starts_with(&place));
    let mut lines: Vec<&str> = others.collect();
    let new = entry(path, content);
    lines.push(&new);
    let text = lines.join("\n") + "\n";
    atomic::replace(&file, text.as_bytes(), Strength::AgainstCrash).map(drop)
}

fn entry(path: &Path, content: &[u8]) -> String {
    let place = digest(absolute(path).as_os_str().as_encoded_bytes());
    format!("{place} {}", digest(content))
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Enough of a content to tell it from another.
pub(super) fn digest(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
