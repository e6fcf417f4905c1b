//! The lock of a meeting: a file of its own beside it, held for as long as the meeting is open.
//!
//! The file of the meeting cannot be the lock itself: it is replaced at every save, and whoever came next would lock
//! the new one happily. The system lets go of a lock when the program dies, however it dies: a lock file that was left
//! behind keeps nobody out.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::bounded;
use crate::text::{Cause, LockHolder};

/// A lock that is held; let go when dropped.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    file: File,
}

/// Why a lock was not given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NotLocked {
    /// Somebody has it; who, where that can be read.
    Held(Option<LockHolder>),
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
    pub(super) fn take(path: PathBuf) -> Result<Self, NotLocked> {
        let system = |error: io::Error| NotLocked::System((&error).into());
        for _ in 0..ATTEMPTS {
            let file = open(&path).map_err(system)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(NotLocked::Held(holder(&path))),
                Err(TryLockError::Error(error)) if is_without_locks(&error) => {}
                Err(TryLockError::Error(error)) => return Err(system(error)),
            }
            if stands_at(&file, &path) {
                // Only for others to read; the lock itself does not depend on it.
                let _ = sign(&file);
                return Ok(Self { path, file });
            }
            // The one before us took the file away after we had opened it: what we locked is no lock any more.
        }
        Err(NotLocked::Held(None))
    }

    /// Takes the lock once more where its file is gone, as when the folder was away and has come back. Answers whether it
    /// was.
    ///
    /// # Errors
    /// Where somebody else has it by now, or the system refuses.
    pub(super) fn renew(&mut self) -> Result<bool, NotLocked> {
        let is_gone = !stands_at(&self.file, &self.path);
        if is_gone {
            *self = Self::take(self.path.clone())?;
        }
        Ok(is_gone)
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

/// What stands in a lock file: whose program has the meeting open.
#[derive(Debug, Serialize, Deserialize)]
struct Signature {
    bruker: String,
    maskin: String,
    prosess: u32,
}

impl Signature {
    fn own() -> Self {
        let user = ["USER", "USERNAME", "LOGNAME"];
        let user = user.into_iter().find_map(|name| std::env::var(name).ok());
        Self {
            bruker: user.unwrap_or_default(),
            maskin: machine(),
            prosess: std::process::id(),
        }
    }
}

fn sign(mut file: &File) -> io::Result<()> {
    let signature = toml::to_string(&Signature::own()).unwrap_or_default();
    file.set_len(0)?;
    file.write_all(signature.as_bytes())
}

/// Who has signed the lock file at `path`. Windows does not let others read a file that is locked.
fn holder(path: &Path) -> Option<LockHolder> {
    let text = bounded::read(path).ok()?;
    let theirs: Signature = toml::from_str(&text).ok()?;
    let own = Signature::own();
    let process = theirs.prosess;
    if theirs.maskin == own.maskin && theirs.bruker == own.bruker {
        return Some(LockHolder::SameUser { process });
    }
    Some(LockHolder::Other {
        user: theirs.bruker,
        machine: theirs.maskin,
        process,
    })
}

#[cfg(unix)]
fn machine() -> String {
    let name = rustix::system::uname();
    name.nodename().to_string_lossy().into_owned()
}

#[cfg(not(unix))]
fn machine() -> String {
    std::env::var("COMPUTERNAME").unwrap_or_default()
}

/// Whether the disk knows no locks, or the machine that has them does not answer for them.
fn is_without_locks(error: &io::Error) -> bool {
    #[cfg(unix)]
    let none_left = error.raw_os_error() == Some(rustix::io::Errno::NOLCK.raw_os_error());
    #[cfg(not(unix))]
    let none_left = false;
    none_left || error.kind() == ErrorKind::Unsupported
}

fn open(path: &Path) -> io::Result<File> {
    // A link would be followed, and the lock would be one of something else.
    if path.is_symlink() {
        return Err(ErrorKind::AlreadyExists.into());
    }
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
