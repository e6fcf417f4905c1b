//! What stood in a file when this program last read or wrote it, to tell when another program has changed it since.

use std::path::Path;

use super::{bounded, digest::Digest};
use crate::text::{Cause, Fault};

/// What stood in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen(Digest);

impl Seen {
    /// This content stood there.
    pub(super) fn new(content: &[u8]) -> Self {
        Self(Digest::of(content))
    }

    /// Whether something else stands at `path` now. The same content written once more, as sync clients do, is no
    /// change, and neither is a file that is gone: there is nothing to lose. What cannot be read back is not known to be
    /// ours.
    pub(super) fn has_changed(self, path: &Path) -> bool {
        match bounded::bytes(path) {
            Ok(content) => Self::new(&content) != self,
            Err(fault) => fault != Fault::System(Cause::Missing),
        }
    }
}
