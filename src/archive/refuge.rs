//! Another folder, in which a meeting is saved while its own fails, and how what lies there is found again.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{atomic, file_name, generation, record::Saved, resolved};
use crate::meeting::{Meeting, Timestamp};

/// The folder that is offered, as people write it. Here it is looked for what could not be saved elsewhere.
pub const USUAL: &str = "~/dialogmote-reserve";

/// A newer state of a meeting, in another folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// The file of that state.
    pub source: PathBuf,
    /// When it was saved.
    pub at: Timestamp,
}

/// The state in `folder` of the meeting at `main`, if it is newer than `known`, which is the newest there.
pub fn newer(main: &Path, folder: &Path, known: Option<(&Meeting, Saved)>) -> Option<Elsewhere> {
    let there = resolved(&folder.join(main.file_name()?)).ok()?;
    let newest = generation::newest(&there).ok()?;
    let is_newer = known.is_none_or(|(meeting, saved)| {
        is_same(meeting, &newest.meeting) && saved.number < newest.saved.number
    });
    let in_main = newest.main.is_some_and(|main| main.saved == newest.saved);
    let source = if in_main {
        there
    } else {
        file_name::recovery(&there)
    };
    is_newer.then_some(Elsewhere {
        source,
        at: newest.saved.at,
    })
}

/// Whether these are states of one meeting: files tell instants to the millisecond.
pub(super) fn is_same(one: &Meeting, other: &Meeting) -> bool {
    one.created.timestamp_millis() == other.created.timestamp_millis()
}

/// Leaves a link in `folder` that leads to `file`, which is in another one.
///
/// # Errors
/// Whatever the system refuses, and where a file stands there already.
pub fn leave_trace(file: &Path, folder: &Path) -> io::Result<()> {
    let name = file.file_name().unwrap_or_default();
    let link = folder.join(name);
    if link == file {
        return Ok(());
    }
    atomic::make_private_folder(folder)?;
    if link.is_symlink() {
        std::fs::remove_file(&link)?;
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(std::path::absolute(file)?, &link)?;
    Ok(())
}
