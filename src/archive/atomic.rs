//! Replaces a file whole: whatever happens, either the old content stands there or the new one, never a piece of it.

use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

/// What the new content must survive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// The death of this program. The system writes to the disk when it sees fit.
    AgainstCrash,
    /// The death of the whole machine. Waits for the disk.
    AgainstPowerLoss,
}

/// Puts `data` in the place of what `path` holds. Only the owner may read the file.
///
/// To be called by one thread only, which holds the lock of the meeting: the new content is made ready in a hidden
/// file whose name is fixed, so that a crash leaves at most one of them, which the next call clears away. A link at
/// `path` is replaced, not followed.
///
/// # Errors
/// Whatever the system refuses. Then the old content still stands, or the new one does and may not stay.
pub fn replace(path: &Path, data: &[u8], strength: Strength) -> io::Result<()> {
    put(path, data, strength, || Ok(()))?;
    match strength {
        Strength::AgainstCrash => Ok(()),
        Strength::AgainstPowerLoss => sync_folder(path),
    }
}

/// The first half of [`replace`]: the new content is in its place, but may not stay there when the machine dies. `before`
/// is done at the last moment before the old content goes, and what it cannot do keeps that from going.
///
/// # Errors
/// Whatever the system refuses. Then the old content still stands.
pub fn put(
    path: &Path,
    data: &[u8],
    strength: Strength,
    before: impl FnOnce() -> io::Result<()>,
) -> io::Result<()> {
    let draft = draft_of(path)?;
    let written = write_draft(&draft, data, strength)
        .and_then(|()| before())
        .and_then(|()| rename(&draft, path));
    if written.is_err() {
        // A draft that did not fit on the disk must not keep the room it took.
        let _ = fs::remove_file(&draft);
    }
    written
}

/// Makes a folder, and those above it where they are missing, that only the owner can look into. The rights of a folder
/// that is there already were somebody's choice and stay as they are.
///
/// # Errors
/// Whatever the system refuses.
pub fn make_private_folder(folder: &Path) -> io::Result<()> {
    // A folder one may only read is there all the same.
    if folder.is_dir() {
        return Ok(());
    }
    private_folders().recursive(true).create(folder)
}

/// Makes a folder that only the owner can look into, where it is missing. The one above it must be there: one that went
/// away, as a network drive does, is not made anew in the place where it was.
///
/// # Errors
/// Whatever the system refuses.
pub fn make_private_folder_below(folder: &Path) -> io::Result<()> {
    match private_folders().create(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

fn private_folders() -> fs::DirBuilder {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// Gives a file a new name in the same folder, taking the place of what has that name.
///
/// # Errors
/// Whatever the system refuses. Then nothing has changed.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(windows)]
    for wait in [10, 25, 50, 100, 200] {
        // Virus scanners and sync clients hold a file for some tens of milliseconds (access denied, sharing, lock).
        match fs::rename(from, to) {
            Err(error) if matches!(error.raw_os_error(), Some(5 | 32 | 33)) => {
                std::thread::sleep(std::time::Duration::from_millis(wait));
            }
            done => return done,
        }
    }
    fs::rename(from, to)
}

/// Gives what stands at `from` the name `to` in the same folder, whatever it is and whoever may read it. It keeps its own
/// name too where the disk knows second names, so that there is no moment without it.
///
/// # Errors
/// Whatever the system refuses. Then nothing has changed.
pub fn set_aside(from: &Path, to: &Path) -> io::Result<()> {
    // Of a folder there is never a second name.
    fs::hard_link(from, to).or_else(|_| rename(from, to))
}

/// Undoes [`set_aside`], called with the same names.
pub fn put_back(from: &Path, to: &Path) {
    // Should it not go, it is there under the other name.
    let _ = match fs::symlink_metadata(from) {
        Ok(_) => fs::remove_file(to),
        Err(_) => rename(to, from),
    };
}

/// Makes the names in the folder of `path` survive the death of the machine.
///
/// # Errors
/// Whatever the system refuses, except that it cannot do this at all.
pub fn sync_folder(path: &Path) -> io::Result<()> {
    // Windows has no such thing: a folder cannot be opened as a file.
    if cfg!(windows) {
        return Ok(());
    }
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    match File::open(folder.unwrap_or(Path::new("."))).and_then(|folder| folder.sync_all()) {
        // Some network disks cannot do it and say so.
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::InvalidInput | ErrorKind::Unsupported
            ) =>
        {
            Ok(())
        }
        done => done,
    }
}

/// Removes a file, and the draft of it that a crash may have left.
///
/// # Errors
/// Where the file is not there or the system refuses.
pub fn remove(path: &Path) -> io::Result<()> {
    // As a rule there is none.
    let _ = fs::remove_file(draft_of(path)?);
    fs::remove_file(path)
}

/// The hidden file beside `path` in which its next content is made ready.
fn draft_of(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(ErrorKind::InvalidInput)?;
    let mut draft = OsString::new();
    if !name.as_encoded_bytes().starts_with(b".") {
        draft.push(".");
    }
    draft.push(name);
    draft.push(".ny");
    Ok(path.with_file_name(draft))
}

fn write_draft(draft: &Path, data: &[u8], strength: Strength) -> io::Result<()> {
    match fs::remove_file(draft) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        Ok(()) | Err(_) => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(draft)?;
    file.write_all(data)?;
    match strength {
        Strength::AgainstCrash => Ok(()),
        Strength::AgainstPowerLoss => file.sync_all(),
    }
}
