//! Files of a meeting that were kept under other names, because something else had to stand in their place.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    file_name::{self, Why},
    generation,
    record::Saved,
};
use crate::{meeting::Meeting, text::Problem};

/// A file that was kept under another name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Where it is.
    pub path: PathBuf,
    /// What a user calls it: "endret-1".
    pub name: String,
    pub(super) why: Why,
    number: u32,
}

impl SetAside {
    /// The meeting in it.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn read(&self) -> Result<(Meeting, Saved), Problem> {
        generation::read(&self.path)
    }
}

/// Those of the meeting at `main`, the last of each kind first.
///
/// # Errors
/// Where the folder cannot be read.
pub(super) fn list(main: &Path) -> Result<Vec<SetAside>, Problem> {
    let folder = main.parent().unwrap_or(Path::new("."));
    let unreadable = |error: std::io::Error| Problem::unreadable(folder, &error);
    let mut list = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path.file_name().unwrap_or_default();
        if let Some((why, number)) = file_name::why_aside(main, name) {
            let name = file_name::name_aside(why, number);
            list.push(SetAside {
                path,
                name,
                why,
                number,
            });
        }
    }
    list.sort_by_key(|one| (one.why.word(), std::cmp::Reverse(one.number)));
    Ok(list)
}
