//! What happens in a folder, waited for instead of looked for again and again.

use filedescriptor::{POLLIN, pollfd};
use rustix::fs::inotify::{self, CreateFlags, WatchFlags};
use std::fs;
use std::os::fd::{AsRawFd, OwnedFd};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A folder, in which every change is noticed, and in the folders in it.
pub struct Watch {
    folder: PathBuf,
    changes: OwnedFd,
}

impl Watch {
    /// Notices what happens in this folder from now on.
    pub fn of(folder: &Path) -> Self {
        let watch = Self {
            folder: folder.to_owned(),
            changes: inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK).unwrap(),
        };
        watch.add(folder);
        watch
    }

    /// Asks at once, and again at each change, until the answer is yes; no when that took longer than `patience`.
    pub fn until(&self, patience: Duration, mut fulfilled: impl FnMut() -> bool) -> bool {
        let deadline = Instant::now() + patience;
        loop {
            // Before the question: what happens meanwhile is a reason to ask again.
            self.forget();
            for entry in fs::read_dir(&self.folder).unwrap().flatten() {
                if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                    self.add(&entry.path());
                }
            }
            if fulfilled() {
                return true;
            }
            let mut ready = [pollfd {
                fd: self.changes.as_raw_fd(),
                events: POLLIN,
                revents: 0,
            }];
            let left = deadline.saturating_duration_since(Instant::now());
            if filedescriptor::poll(&mut ready, Some(left)).is_ok_and(|ready| ready == 0) {
                return fulfilled();
            }
        }
    }

    fn add(&self, folder: &Path) {
        let noticed = WatchFlags::CREATE
            | WatchFlags::MODIFY
            | WatchFlags::MOVED_FROM
            | WatchFlags::MOVED_TO
            | WatchFlags::DELETE;
        // Once more of the same one makes no difference.
        inotify::add_watch(&self.changes, folder, noticed).unwrap();
    }

    fn forget(&self) {
        let mut told = [0; 4096];
        while rustix::io::read(&self.changes, &mut told).is_ok_and(|count| count > 0) {}
    }
}
