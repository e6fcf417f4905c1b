//! Which calls are concerned, what the test has ordered for them, and the log of what was done.

use crate::kernel::{
    AT_FDCWD, O_APPEND, O_CLOEXEC, O_CREAT, O_PATH, O_WRONLY, Word, ask, inode, nap, now, number,
};
use core::ffi::{CStr, c_char, c_int};
use core::sync::atomic::{AtomicBool, Ordering};

/// Kinds of calls that can be ordered to fail, to hang or to be slow; the numbers are those of `disk.rs`.
pub mod class {
    pub const MAKE: usize = 0;
    pub const WRITE: usize = 1;
    pub const SYNC: usize = 2;
    pub const RENAME: usize = 3;
    pub const REMOVE: usize = 4;
    pub const READ: usize = 5;
    pub const LOCK: usize = 6;
}

/// What stands in the log; the numbers are those of `disk/call.rs`.
pub mod kind {
    pub const OPEN: u32 = 1;
    pub const WRITE: u32 = 2;
    pub const TRUNCATE: u32 = 3;
    pub const SYNC_BEGINS: u32 = 4;
    pub const SYNC_ENDS: u32 = 5;
    pub const RENAME: u32 = 6;
    pub const REMOVE: u32 = 7;
    pub const MAKE_FOLDER: u32 = 8;
    pub const REMOVE_FOLDER: u32 = 9;
    pub const LINK: u32 = 10;
    pub const SYMLINK: u32 = 11;
    pub const HANGS: u32 = 12;
}

#[link(name = "c")]
unsafe extern "C" {
    fn getenv(name: *const c_char) -> *const c_char;
}

fn variable(name: &CStr) -> Option<&'static CStr> {
    // SAFETY: the name ends with NUL, and the program does not change its environment.
    unsafe {
        let value = getenv(name.as_ptr());
        (!value.is_null() && *value != 0).then(|| CStr::from_ptr(value))
    }
}

const LONGEST: usize = 4096;

/// A place in the folder that is watched.
pub struct Place {
    bytes: [u8; LONGEST],
    length: usize,
    /// Where the part below the folder begins.
    below: usize,
}

impl Place {
    /// The place of an open file; None where it is elsewhere.
    #[inline(never)]
    pub fn of_file(file: c_int) -> Option<Self> {
        let folder = variable(c"DISK_SHIM_FOLDER")?;
        let mut place = Self::nowhere();
        place.length = link_of(Word::from(file), &mut place.bytes)?;
        place.in_folder(folder)
    }

    /// The place a path leads to, whether something is there or not; None where it is elsewhere.
    #[inline(never)]
    pub fn of_path(folder: c_int, path: *const c_char) -> Option<Self> {
        let watched = variable(c"DISK_SHIM_FOLDER")?;
        if path.is_null() {
            return None;
        }
        // SAFETY: who names a file hands over a text that ends with NUL.
        let mut path = unsafe { CStr::from_ptr(path) }.to_bytes();
        while let [shorter @ .., b'/'] = path
            && !shorter.is_empty()
        {
            path = shorter;
        }
        let cut = path.iter().rposition(|byte| *byte == b'/');
        let (parent, name) = match cut {
            Some(at) => (&path[..=at], &path[at + 1..]),
            None => (&b"."[..], path),
        };
        // The kernel itself says where the folder of the name is: links and dots on the way are its business.
        let (parent, name) = if matches!(name, b"" | b"." | b"..") {
            (path, &b""[..])
        } else {
            (parent, name)
        };
        let mut place = Self::nowhere();
        place.push(parent)?;
        place.push(b"\0")?;
        // SAFETY: the path ends with NUL; what is opened is closed.
        unsafe {
            let flags = Word::from(O_PATH | O_CLOEXEC);
            let path = place.bytes.as_ptr() as Word;
            let opened = ask(number::OPENAT, &[Word::from(folder), path, flags, 0]);
            if opened < 0 {
                return None;
            }
            let length = link_of(opened, &mut place.bytes);
            ask(number::CLOSE, &[opened]);
            place.length = length?;
        }
        if !name.is_empty() {
            if place.bytes[..place.length] != *b"/" {
                place.push(b"/")?;
            }
            place.push(name)?;
        }
        place.in_folder(watched)
    }

    /// Its name, counted from the folder; empty for the folder itself.
    pub fn name(&self) -> &[u8] {
        &self.bytes[self.below..self.length]
    }

    fn nowhere() -> Self {
        Self {
            bytes: [0; LONGEST],
            length: 0,
            below: 0,
        }
    }

    fn push(&mut self, more: &[u8]) -> Option<()> {
        let end = self.length.checked_add(more.len())?;
        self.bytes.get_mut(self.length..end)?.copy_from_slice(more);
        self.length = end;
        Some(())
    }

    fn in_folder(mut self, folder: &CStr) -> Option<Self> {
        let rest = self.bytes[..self.length].strip_prefix(folder.to_bytes())?;
        match rest {
            [] => self.below = self.length,
            [b'/', name @ ..] => self.below = self.length - name.len(),
            _ => return None,
        }
        Some(self)
    }
}

/// Where an open file stands, as the kernel knows it.
fn link_of(file: Word, into: &mut [u8; LONGEST]) -> Option<usize> {
    let mut path = *b"/proc/self/fd/0000000000\0";
    let mut rest = u64::try_from(file).ok()?;
    for digit in path[14..24].iter_mut().rev() {
        *digit = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    // Leading noughts are not part of the name: the digits move to the front.
    let first = path[14..23].iter().position(|digit| *digit != b'0');
    path.copy_within(14 + first.unwrap_or(9).., 14);
    // SAFETY: the path ends with NUL, and the kernel writes at most as many bytes as there are.
    let length = unsafe {
        ask(
            number::READLINKAT,
            &[
                Word::from(AT_FDCWD),
                path.as_ptr() as Word,
                into.as_mut_ptr() as Word,
                LONGEST as Word,
            ],
        )
    };
    usize::try_from(length).ok()
}

/// What the test has ordered; the file holds just these bytes.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Orders {
    /// The number of the error for each class of calls; 0 for none.
    errors: [i32; 8],
    /// The classes that hang until it says otherwise, and those that take a while; a bit for each.
    hanging: u32,
    slow: u32,
    /// How long that while is, in nanoseconds.
    delay: u64,
    /// How long a file may grow before a write to it fails.
    room: u64,
}

/// Without a file that holds them, nothing is ordered.
pub fn orders() -> Orders {
    let none = Orders {
        errors: [0; 8],
        hanging: 0,
        slow: 0,
        delay: 0,
        room: 0,
    };
    let Some(path) = variable(c"DISK_SHIM_CONTROL") else {
        return none;
    };
    let mut read = none;
    let (here, size) = (Word::from(AT_FDCWD), size_of::<Orders>() as Word);
    // SAFETY: the path ends with NUL, and the kernel writes at most as many bytes as `read` has.
    unsafe {
        let flags = Word::from(O_CLOEXEC);
        let file = ask(number::OPENAT, &[here, path.as_ptr() as Word, flags, 0]);
        if file < 0 {
            return none;
        }
        let count = ask(number::READ, &[file, &raw mut read as Word, size]);
        ask(number::CLOSE, &[file]);
        if count == size { read } else { none }
    }
}

impl Orders {
    /// How many of the bytes that are to be written at `offset` still find room, before the error comes.
    pub fn fits(&self, offset: u64, count: usize) -> usize {
        if self.errors[class::WRITE] == 0 {
            return count;
        }
        let room = self.room.saturating_sub(offset);
        usize::try_from(room).map_or(count, |room| room.min(count))
    }
}

/// Waits for as long as the test orders. Answers with 0, or with the error it orders.
pub fn waits(class: usize, place: &Place) -> Word {
    const LOOK_AGAIN: u64 = 2_000_000;
    let began = now();
    let mut told = false;
    loop {
        let orders = orders();
        let ordered = |classes: u32| classes >> class & 1 == 1;
        let passed = now() - began;
        if !ordered(orders.hanging) && !(ordered(orders.slow) && passed < orders.delay) {
            return -Word::from(orders.errors[class]);
        }
        if ordered(orders.hanging) && !told {
            let mut hangs = Entry::new(kind::HANGS, began);
            hangs.first = place.name();
            hangs.number = class as i64;
            hangs.write();
            told = true;
        }
        nap(LOOK_AGAIN);
    }
}

/// Holds calls of other threads back, so that the log has them in the order in which they were done.
pub struct Turn;

static TAKEN: AtomicBool = AtomicBool::new(false);

impl Turn {
    pub fn take() -> Self {
        while TAKEN.swap(true, Ordering::Acquire) {
            // SAFETY: no memory is involved.
            unsafe { ask(number::SCHED_YIELD, &[]) };
        }
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        TAKEN.store(false, Ordering::Release);
    }
}

/// A call in the log.
pub struct Entry<'a> {
    kind: u32,
    began: u64,
    pub result: Word,
    pub inode: u64,
    /// An offset, a length, flags, or a class.
    pub number: i64,
    pub first: &'a [u8],
    pub second: &'a [u8],
    pub data: &'a [u8],
}

/// What stands before the two paths and the data; `disk/call.rs` reads it.
#[repr(C)]
struct Head {
    /// Of all that follows.
    length: u64,
    kind: u32,
    thread: u32,
    began: u64,
    ended: u64,
    result: i64,
    inode: u64,
    number: i64,
    first: u32,
    second: u32,
}

impl<'a> Entry<'a> {
    pub fn new(kind: u32, began: u64) -> Self {
        Self {
            kind,
            began,
            result: 0,
            inode: 0,
            number: 0,
            first: b"",
            second: b"",
            data: b"",
        }
    }

    /// Adds the inode of an open file.
    pub fn of(mut self, file: Word) -> Self {
        self.inode = inode(file);
        self
    }

    /// Writes it in one piece, so that threads do not write into each other's.
    pub fn write(&self) {
        let Some(log) = variable(c"DISK_SHIM_LOG") else {
            return;
        };
        let length = self.first.len() + self.second.len() + self.data.len();
        // SAFETY: no memory is involved.
        let thread = unsafe { ask(number::GETTID, &[]) };
        let head = Head {
            length: length as u64,
            kind: self.kind,
            thread: thread as u32,
            began: self.began,
            ended: now(),
            result: self.result,
            inode: self.inode,
            number: self.number,
            first: self.first.len() as u32,
            second: self.second.len() as u32,
        };
        let pieces: [(*const u8, usize); 4] = [
            ((&raw const head).cast(), size_of::<Head>()),
            (self.first.as_ptr(), self.first.len()),
            (self.second.as_ptr(), self.second.len()),
            (self.data.as_ptr(), self.data.len()),
        ];
        // An `iovec` is an address and a length.
        let vectors = pieces.map(|(start, length)| [start as Word, length as Word]);
        let (here, path) = (Word::from(AT_FDCWD), log.as_ptr() as Word);
        let flags = Word::from(O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC);
        // SAFETY: the path ends with NUL, the pieces live until the call returns; what is opened is closed.
        unsafe {
            let file = ask(number::OPENAT, &[here, path, flags, 0o600]);
            if file >= 0 {
                ask(number::WRITEV, &[file, vectors.as_ptr() as Word, 4]);
                ask(number::CLOSE, &[file]);
            }
        }
    }
}
