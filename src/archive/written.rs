//! Documents written for the user: never over a file that somebody else wrote or has changed since.

use std::{io, path::Path};

use crate::text::{Cause, Fault, Problem};

use super::{
    atomic::{self, Strength},
    bounded,
    digest::Digest,
};

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

/// Writes `content` to `path`, and remembers in `folder` that it came from here; without a folder, nowhere.
///
/// # Errors
/// Where somebody else's file is in the way, or the system refuses. Then nothing has changed.
pub fn write(
    path: &Path,
    content: &[u8],
    folder: Option<&Path>,
    existing: Existing,
) -> Result<(), Unwritten> {
    let fail = |cause| {
        Unwritten::Problem(Problem::NotSaved {
            file: path.to_owned(),
            cause,
        })
    };
    // A meeting is never the price of its referat, whatever anybody says yes to.
    if is_meeting(path) {
        return Err(Unwritten::Problem(Problem::IsMeeting(path.to_owned())));
    }
    let in_the_way = match bounded::bytes(path) {
        Err(Fault::System(Cause::Missing)) => false,
        Err(Fault::System(cause)) => return Err(fail(cause)),
        Err(Fault::NotAFile) => return Err(fail(Cause::WrongKind)),
        Ok(old) => old != content && !folder.is_some_and(|folder| is_own(path, &old, folder)),
        // Whatever else it is, it did not come from here.
        Err(_) => true,
    };
    if in_the_way && existing == Existing::OnlyOwn {
        return Err(Unwritten::InTheWay);
    }
    atomic::replace(path, content, Strength::AgainstPowerLoss)
        .map_err(|error| fail((&error).into()))?;
    // Forgetting is safe: next time the program asks before it replaces its own file.
    let _ = folder.map(|folder| remember(path, content, folder));
    Ok(())
}

/// Whether a file of this name could be a meeting, over which nothing is written.
pub fn is_meeting(path: &Path) -> bool {
    let end = path.extension();
    end.is_some_and(|end| end.eq_ignore_ascii_case("toml"))
}

fn is_own(path: &Path, content: &[u8], folder: &Path) -> bool {
    let known = bounded::read(&folder.join(REMEMBERED)).unwrap_or_default();
    known.lines().any(|line| line == entry(path, content))
}

fn remember(path: &Path, content: &[u8], folder: &Path) -> io::Result<()> {
    let file = folder.join(REMEMBERED);
    let known = bounded::read(&file).unwrap_or_default();
    let place = place(path).to_string();
    let others = known.lines().filter(|line| !line.starts_with(&place));
    let mut lines: Vec<&str> = others.collect();
    let new = entry(path, content);
    lines.push(&new);
    let text = lines.join("\n") + "\n";
    atomic::replace(&file, text.as_bytes(), Strength::AgainstCrash)
}

fn entry(path: &Path, content: &[u8]) -> String {
    format!("{} {}", place(path), Digest::of(content))
}

/// What a path is remembered as, so that nothing in it is told.
fn place(path: &Path) -> Digest {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    Digest::of(absolute.as_os_str().as_encoded_bytes())
}
