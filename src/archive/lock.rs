//! The lock of a meeting: a file of its own beside it, held for as long as the meeting is open.
//!
//! The file of the meeting cannot be the lock itself: it is replaced at every save, and whoever came next would lock
//! the new one happily. The system lets go of a lock when the program dies, however it dies.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use crate::text::problem::Cause;

/// A lock that is held; let go when dropped.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    file: File,
}

/// Why a lock was not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotLocked {
    /// Somebody has it.
    Held,
    /// The system refused to make the file or to lock it.
    System(Cause),
}

/// How often to try again when the file disappears between opening and locking.
const ATTEMPTS: usize = 10;

impl Lock {
    /// Takes the lock at `path` without waiting. Where the disk knows no locks (some network disks), the meeting can be
    /// opened all the same, without protection against a second window.
    ///
    /// # Errors
    /// Where somebody else has it, or the system refuses.
    pub fn take(path: PathBuf) -> Result<Self, NotLocked> {
        let system = |error: io::Error| NotLocked::System((&error).into());
        for _ in 0..ATTEMPTS {
            let file = open(&path).map_err(system)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(NotLocked::Held),
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
                Err(TryLockError::Error(error)) => return Err(system(error)),
            }
            if stands_at(&file, &path) {
                return Ok(Self { path, file });
            }
            // The one before us took the file away after we had opened it: what we locked is no lock any more.
        }
        Err(NotLocked::Held)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Only while it is still held and still ours, or another program's lock would be taken away. On Windows that
        // cannot be told, so there the empty file stays.
        if cfg!(unix) && stands_at(&self.file, &self.path) {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Whether `file` is what stands at `path` now.
#[cfg(unix)]
fn stands_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |data: std::fs::Metadata| (data.dev(), data.ino());
    let here = std::fs::symlink_metadata(path).map(identity);
    let ours = file.metadata().map(identity);
    matches!((ours, here), (Ok(ours), Ok(here)) if ours == here)
}

/// Nobody takes lock files away on this system.
#[cfg(not(unix))]
fn stands_at(_: &File, _: &Path) -> bool {
    true
}
