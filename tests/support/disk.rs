//! A disk for the real program that a test breaks and mends: it fails, hangs, is slow, and remembers all that was done.
//!
//! ```ignore
//! let disk = FakeDisk::for_folder("møter");
//! let mut m = Leader::with(TIME, |setup| setup.size(36, 120).disk(&disk));
//! disk.fails(Class::Write, Errno::NOSPC); // until `disk.works()`
//! ```

mod call;

use super::PATIENCE;
use super::pty::Setup;
use super::shim::Shim;
use super::watch::Watch;
use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

pub use call::{Call, What};
pub use rustix::io::Errno;

/// A kind of calls. Each may be ordered something of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// To open a file for writing, and to make a file, a folder or a link.
    Make,
    /// To write into a file or cut it.
    Write,
    /// To wait until a file or a folder is on the disk.
    Sync,
    Rename,
    /// To remove a file or a folder.
    Remove,
    /// To open for reading, to read, to ask what a file is, to list a folder.
    Read,
    /// To lock a file.
    Lock,
    /// All that changes the disk: the first five.
    Change,
    /// All but locks.
    All,
}

impl Class {
    const SINGLE: [Self; 7] = [
        Self::Make,
        Self::Write,
        Self::Sync,
        Self::Rename,
        Self::Remove,
        Self::Read,
        Self::Lock,
    ];

    /// The single classes that are meant, by their numbers in the shim.
    fn numbers(self) -> std::ops::Range<usize> {
        if self == Self::Change {
            return 0..5;
        }
        if self == Self::All {
            return 0..6;
        }
        let at = Self::SINGLE.iter().position(|class| *class == self);
        at.unwrap()..at.unwrap() + 1
    }

    fn numbered(number: i64) -> Self {
        Self::SINGLE[usize::try_from(number).unwrap()]
    }

    fn bits(self) -> u32 {
        self.numbers().map(|number| 1 << number).sum()
    }
}

/// What is ordered; the shim reads just these fields, one after the other.
#[derive(Clone, Copy, Default)]
struct Orders {
    errors: [i32; 8],
    hanging: u32,
    slow: u32,
    delay: u64,
    room: u64,
}

impl Orders {
    fn bytes(&self) -> Vec<u8> {
        let mut bytes: Vec<u8> = self.errors.iter().flat_map(|e| e.to_ne_bytes()).collect();
        bytes.extend(self.hanging.to_ne_bytes());
        bytes.extend(self.slow.to_ne_bytes());
        bytes.extend(self.delay.to_ne_bytes());
        bytes.extend(self.room.to_ne_bytes());
        bytes
    }
}

/// The disk under one folder, as programs started with it see it. Orders add up until [`FakeDisk::works`], and reach
/// calls that come later and those that hang. Dropped, it works again: nothing hangs for ever.
pub struct FakeDisk {
    folder: PathBuf,
    room: TempDir,
    orders: RefCell<Orders>,
}

impl FakeDisk {
    /// A disk that works and remembers. A relative path is counted from the home folder of the program.
    pub fn for_folder(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            room: super::room(),
            orders: RefCell::default(),
        }
    }

    /// Calls of this class fail from now on.
    pub fn fails(&self, class: Class, errno: Errno) {
        self.order(|orders| {
            for number in class.numbers() {
                orders.errors[number] = errno.raw_os_error();
            }
        });
    }

    /// No file grows beyond so many bytes: a write goes as far as there is room, the next one fails.
    pub fn is_full_after(&self, bytes: u64) {
        self.order(|orders| orders.room = bytes);
        self.fails(Class::Write, Errno::NOSPC);
    }

    /// Calls of this class wait from now on, until the disk works again. Then they are carried out, or fail if that is
    /// ordered too.
    pub fn hangs(&self, class: Class) {
        self.order(|orders| orders.hanging |= class.bits());
    }

    /// Like [`FakeDisk::hangs`]; calls of all other classes go on.
    pub fn hangs_only(&self, class: Class) {
        self.order(|orders| orders.hanging = class.bits());
    }

    /// Calls of this class take at least so long from now on.
    pub fn is_slow(&self, class: Class, delay: Duration) {
        self.order(|orders| {
            orders.slow |= class.bits();
            orders.delay = u64::try_from(delay.as_nanos()).unwrap();
        });
    }

    /// Nothing hangs any more; what fails or is slow stays so.
    pub fn goes_on(&self) {
        self.order(|orders| orders.hanging = 0);
    }

    /// Nothing fails, hangs or is slow any more.
    pub fn works(&self) {
        self.order(|orders| *orders = Orders::default());
    }

    /// All calls so far that changed something, or tried to.
    pub fn recording(&self) -> Vec<Call> {
        call::parse(&fs::read(self.log()).unwrap_or_default())
    }

    /// Waits until the recording fulfils a condition.
    ///
    /// # Panics
    /// When that takes longer than [`PATIENCE`].
    #[track_caller]
    pub fn wait(&self, what: &str, fulfilled: impl Fn(&[Call]) -> bool) -> Vec<Call> {
        let mut recording = Vec::new();
        let came = Watch::of(self.room.path()).until(PATIENCE, || {
            recording = self.recording();
            fulfilled(&recording)
        });
        assert!(
            came,
            "waiting for {what}: not within {PATIENCE:?}; the last calls were {:#?}",
            &recording[recording.len().saturating_sub(10)..]
        );
        recording
    }

    /// Waits until a call of this class hangs, one that was not among the first `known` calls of the recording.
    #[track_caller]
    pub fn wait_hanging(&self, class: Class, known: usize) {
        self.wait(&format!("{class:?} to hang"), |calls| {
            let hangs = |call: &Call| matches!(call.what, What::Hangs { class: found, .. } if found == class);
            calls.iter().skip(known).any(hangs)
        });
    }

    fn order(&self, change: impl FnOnce(&mut Orders)) {
        change(&mut self.orders.borrow_mut());
        // Replaced whole, since the program may read it at any moment.
        let next = self.room.path().join("next");
        fs::write(&next, self.orders.borrow().bytes()).unwrap();
        fs::rename(next, self.control()).unwrap();
    }

    fn control(&self) -> PathBuf {
        self.room.path().join("control")
    }

    fn log(&self) -> PathBuf {
        self.room.path().join("log")
    }
}

impl Drop for FakeDisk {
    fn drop(&mut self) {
        self.works();
    }
}

impl Setup {
    /// Lets the program have its folder on this disk.
    pub fn disk(self, disk: &FakeDisk) -> Self {
        // The shim compares with real paths; the folder itself may have to be made yet.
        let folder = self.home().join(&disk.folder);
        let real = |path: &Path| fs::canonicalize(path).ok();
        let above = folder.parent().and_then(real);
        let made = above
            .zip(folder.file_name())
            .map(|(at, name)| at.join(name));
        let folder = real(&folder)
            .or(made)
            .expect("the folder above it is there");
        self.preload(SHIM.library())
            .env("DISK_SHIM_FOLDER", folder)
            .env("DISK_SHIM_CONTROL", disk.control())
            .env("DISK_SHIM_LOG", disk.log())
    }
}

/// The library that stands before libc's file calls.
static SHIM: Shim = Shim::new("disk_shim");
