//! Writing a state of a meeting through to the disk: the part of saving that has to wait, and can do so on a thread of
//! its own.

use std::{io, path::PathBuf};

use super::{
    atomic::{self, Strength},
    file_name::{self, Why},
    history,
    record::Saved,
    seen::Seen,
};

/// A state on its way into the file of its meeting. Made by [`super::Held::prepare`].
#[derive(Debug)]
pub struct Through {
    pub(super) main: PathBuf,
    pub(super) text: String,
    pub(super) saved: Saved,
    /// How the file was when this program last saw it.
    pub(super) seen: Option<Seen>,
    /// As which the state that stands in the file now was saved, where it is to be kept before it is replaced.
    pub(super) before: Option<Saved>,
    /// Whether the new state is to be kept among the earlier ones as well.
    pub(super) after: Keep,
}

/// Whether a state is kept among the earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    Yes,
    No,
}

/// How it went. To be handed to [`super::Held::settle`].
#[derive(Debug)]
pub struct Done {
    pub(super) saved: Saved,
    pub(super) written: io::Result<()>,
    /// What stands in the file since then, if it came to its place.
    pub(super) seen: Option<Seen>,
    /// Where the state is that another program had put into the file.
    pub(super) outside: Option<PathBuf>,
}

impl Done {
    /// Of a job of which nothing is known but that it did not come to its end.
    pub fn broken(saved: Saved) -> Self {
        Self {
            saved,
            written: Err(io::ErrorKind::Other.into()),
            seen: None,
            outside: None,
        }
    }
}

impl Through {
    /// As which the state is saved.
    pub const fn saved(&self) -> Saved {
        self.saved
    }

    /// Writes, and waits until the disk has it.
    pub fn carry_out(self) -> Done {
        let mut outside = None;
        let text = self.text.as_bytes();
        let put = atomic::put(&self.main, text, Strength::AgainstPowerLoss, || {
            self.keep_what_stands_there(&mut outside)
        });
        if put.is_err()
            && let Some(kept) = outside.take()
        {
            // It will be found in its place the next time.
            atomic::put_back(&self.main, &kept);
        }
        let seen = put.is_ok().then(|| Seen::new(text));
        let written = put.and_then(|()| atomic::sync_folder(&self.main));
        if written.is_ok() && self.after == Keep::Yes {
            let _ = history::keep(&self.main, text, self.saved);
        }
        Done {
            saved: self.saved,
            written,
            seen,
            outside,
        }
    }

    fn keep_what_stands_there(&self, outside: &mut Option<PathBuf>) -> io::Result<()> {
        if self.seen.is_some_and(|seen| seen.has_changed(&self.main)) {
            let kept = file_name::aside(&self.main, Why::Changed);
            atomic::set_aside(&self.main, &kept)?;
            *outside = Some(kept);
        } else if let (Some(before), Some(seen)) = (self.before, self.seen) {
            // The file of the meeting comes first: what cannot be kept beside it must not hinder it.
            let _ = history::keep_main(&self.main, before, seen);
        }
        Ok(())
    }
}
