//! Lets go of a meeting that is left, once all of it is on disk.

use std::path::PathBuf;

use crate::text::Problem;

use super::saver::Saver;

/// Where the last of a meeting is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SavedAt {
    /// In its own file.
    InPlace,
    /// Only in this file in another folder.
    Elsewhere(PathBuf),
}

/// Closes the files of a meeting once they have the last of it.
pub(super) fn closing(
    saver: Option<Saver>,
    refuge: Option<Saver>,
) -> impl FnOnce() -> Result<SavedAt, Problem> + Send + 'static {
    move || {
        let saved = match saver.map_or(Ok(()), Saver::finish) {
            // All is stored, and what the other program had put there is kept.
            Err(Problem::ChangedOutside { .. }) => Ok(()),
            saved => saved,
        };
        let elsewhere = refuge.and_then(|refuge| {
            let file = refuge.file().to_owned();
            refuge.finish().ok().map(|()| SavedAt::Elsewhere(file))
        });
        saved
            .map(|()| SavedAt::InPlace)
            .or_else(|problem| elsewhere.ok_or(problem))
    }
}

/// Closes the files in another folder. What they hold is elsewhere too.
pub(super) fn finishing(refuge: Option<Saver>) -> impl FnOnce() + Send + 'static {
    move || {
        let _ = refuge.map(Saver::finish);
    }
}
