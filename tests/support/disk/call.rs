//! The log of a disk: every call that changed something, in order, or tried to.

use std::time::Duration;

use super::{Class, Errno};

/// What was called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// What, and on what. Paths are counted from the folder; the folder itself is "".
    pub what: What,
    /// What it answered: a number of bytes, an open file, 0; or why not.
    pub result: Result<i64, Errno>,
    /// Tells the file from all others that exist at the same time, whatever their names; 0 for calls on names.
    pub inode: u64,
    /// The thread of the program.
    pub thread: u32,
    /// When it was called, and when it was done, by the clock that only goes forwards.
    pub began: Duration,
    pub ended: Duration,
}

/// A call.
#[derive(Clone, PartialEq, Eq)]
pub enum What {
    /// Opened so that it can be changed; with `O_CREAT` it may have been made, with `O_TRUNC` emptied.
    Open {
        path: String,
        flags: i32,
    },
    Write {
        path: String,
        offset: u64,
        /// As much as the system took.
        data: Vec<u8>,
    },
    Truncate {
        path: String,
        length: u64,
    },
    /// What is written from here on is not covered.
    SyncBegins {
        path: String,
    },
    SyncEnds {
        path: String,
    },
    Rename {
        from: String,
        to: String,
    },
    Remove {
        path: String,
    },
    MakeFolder {
        path: String,
    },
    RemoveFolder {
        path: String,
    },
    Link {
        from: String,
        to: String,
    },
    Symlink {
        path: String,
    },
    /// A call of this class hangs because the test has ordered it.
    Hangs {
        class: Class,
        path: String,
    },
}

impl std::fmt::Debug for What {
    /// Of data only how much it is.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Open { path, flags } => write!(f, "open {path:?} (flags {flags:#o})"),
            Self::Write { path, offset, data } => {
                write!(f, "write {} bytes to {path:?} at {offset}", data.len())
            }
            Self::Truncate { path, length } => write!(f, "cut {path:?} to {length} bytes"),
            Self::SyncBegins { path } => write!(f, "begin to sync {path:?}"),
            Self::SyncEnds { path } => write!(f, "end to sync {path:?}"),
            Self::Rename { from, to } => write!(f, "rename {from:?} to {to:?}"),
            Self::Remove { path } => write!(f, "remove {path:?}"),
            Self::MakeFolder { path } => write!(f, "make the folder {path:?}"),
            Self::RemoveFolder { path } => write!(f, "remove the folder {path:?}"),
            Self::Link { from, to } => write!(f, "link {from:?} to {to:?}"),
            Self::Symlink { path } => write!(f, "make the link {path:?}"),
            Self::Hangs { class, path } => write!(f, "{class:?} hangs at {path:?}"),
        }
    }
}

/// The calls in a log. A last one that is only half there is left out: it is being written just now.
pub fn parse(log: &[u8]) -> Vec<Call> {
    let mut calls = Vec::new();
    let mut rest = log;
    while let Some((call, behind)) = next(rest) {
        calls.push(call);
        rest = behind;
    }
    calls
}

/// The size of what stands before the paths and the data; see `Head` in the shim.
const HEAD: usize = 64;

fn next(log: &[u8]) -> Option<(Call, &[u8])> {
    let (head, rest) = log.split_at_checked(HEAD)?;
    let eight = |at: usize| <[u8; 8]>::try_from(&head[at..at + 8]).unwrap();
    let four = |at: usize| u32::from_ne_bytes(head[at..at + 4].try_into().unwrap());
    let length = usize::try_from(u64::from_ne_bytes(eight(0))).unwrap();
    let (body, rest) = rest.split_at_checked(length)?;
    let (first, body) = body.split_at(four(56) as usize);
    let (second, data) = body.split_at(four(60) as usize);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_owned()).unwrap();
    let (path, other) = (text(first), text(second));
    let result = i64::from_ne_bytes(eight(32));
    let number = i64::from_ne_bytes(eight(48));
    let count = || u64::try_from(number).unwrap();
    let what = match four(8) {
        1 => What::Open {
            path,
            flags: i32::try_from(number).unwrap(),
        },
        2 => What::Write {
            path,
            offset: count(),
            data: data.to_owned(),
        },
        3 => What::Truncate {
            path,
            length: count(),
        },
        4 => What::SyncBegins { path },
        5 => What::SyncEnds { path },
        6 => What::Rename {
            from: path,
            to: other,
        },
        7 => What::Remove { path },
        8 => What::MakeFolder { path },
        9 => What::RemoveFolder { path },
        10 => What::Link {
            from: other,
            to: path,
        },
        11 => What::Symlink { path },
        12 => What::Hangs {
            class: Class::numbered(number),
            path,
        },
        unknown => panic!("the log has a call {unknown}"),
    };
    let call = Call {
        what,
        result: if result < 0 {
            Err(Errno::from_raw_os_error(i32::try_from(-result).unwrap()))
        } else {
            Ok(result)
        },
        inode: u64::from_ne_bytes(eight(40)),
        thread: four(12),
        began: Duration::from_nanos(u64::from_ne_bytes(eight(16))),
        ended: Duration::from_nanos(u64::from_ne_bytes(eight(24))),
    };
    Some((call, rest))
}
