//! How a file was when this program last read or wrote it, to tell when another program has changed it since.

use std::{
    fs::{self, Metadata},
    path::Path,
    time::{Duration, UNIX_EPOCH},
};

use super::written::digest;

/// A file as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    length: u64,
    /// By the clock of the disk, since 1970.
    modified: Option<Duration>,
    digest: String,
}

impl Seen {
    /// A file with this content. `data` must have been asked for before another program could have changed it: before it
    /// was read, or before it came to its place.
    pub fn new(data: &Metadata, content: &[u8]) -> Self {
        Self {
            length: data.len(),
            modified: modified(data),
            digest: digest(content),
        }
    }

    /// Whether something else stands at `path` now. The same content written once more, as sync clients do, is no
    /// change, and neither is a file that is gone: there is nothing to lose.
    pub fn has_changed(&self, path: &Path) -> bool {
        let Ok(data) = fs::metadata(path) else {
            return false;
        };
        if data.len() == self.length && modified(&data) == self.modified {
            return false;
        }
        fs::read(path).is_ok_and(|content| digest(&content) != self.digest)
    }
}

fn modified(data: &Metadata) -> Option<Duration> {
    data.modified().ok()?.duration_since(UNIX_EPOCH).ok()
}
