//! Reads a file that a user or somebody else may have put there, without trusting what stands in its place.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

use crate::text::Fault;

/// More than any meeting or agenda needs. A larger file is not read, and none is written.
pub const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// The text of a file.
///
/// # Errors
/// Where it is not a plain file of sensible size with text in it. Does not wait at a pipe.
pub fn read(path: &Path) -> Result<String, Fault> {
    String::from_utf8(bytes(path)?).map_err(|_| Fault::NotText)
}

/// The beginning of a file, at most `most` bytes of it.
///
/// # Errors
/// Where it is not a plain file. Does not wait at a pipe.
pub fn beginning(path: &Path, most: u64) -> Result<String, Fault> {
    let mut bytes = Vec::new();
    let (file, _) = opened(path)?;
    file.take(most).read_to_end(&mut bytes).map_err(system)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The content of a file, whatever it is.
///
/// # Errors
/// Where it is not a plain file of sensible size. Does not wait at a pipe.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Fault> {
    let (file, size) = opened(path)?;
    // With room for one byte more than there are, the end is found without asking for more and more.
    let room = usize::try_from(size.min(MAX_BYTES) + 1).unwrap_or_default();
    let mut bytes = Vec::with_capacity(room);
    // One byte more than allowed tells a full file from a larger one; the size the system names may be a lie.
    file.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(system)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Fault::TooLarge);
    }
    Ok(bytes)
}

/// A plain file, to be read, and the size the system names.
fn opened(path: &Path) -> Result<(File, u64), Fault> {
    // Asked before opening, because opening a pipe waits for somebody to write into it.
    let about = fs::metadata(path).map_err(system)?;
    if !about.is_file() {
        return Err(Fault::NotAFile);
    }
    Ok((File::open(path).map_err(system)?, about.len()))
}

fn system(error: io::Error) -> Fault {
    Fault::System((&error).into())
}
