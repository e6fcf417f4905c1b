//! A library to load before libc: a disk that fails, hangs and remembers, for what lies below one folder.
//!
//! It stands before the calls with which std reads and changes files. `DISK_SHIM_FOLDER` names the folder (its real
//! path), `DISK_SHIM_CONTROL` the file of orders, `DISK_SHIM_LOG` the file of what was done; without the first it does
//! nothing. It stands on its own, without std, and never allocates: a program may write anywhere, even while it is
//! dying. Compiled by `disk.rs`; not a module of the tests.
//!
//! Not seen are memory maps, and changes of rights and times. Copies inside the kernel are refused, so that std reads
//! and writes instead.

#![no_std]

#[path = "disk_shim/guard.rs"]
mod guard;
#[path = "disk_shim/kernel.rs"]
mod kernel;

use core::ffi::{c_char, c_int, c_uint, c_void};
use guard::{Entry, Place, Turn, class, kind, orders, waits};
use kernel::{
    AT_FDCWD, AT_REMOVEDIR, AT_SYMLINK_NOFOLLOW, ENOSYS, O_ACCMODE, O_CLOEXEC, O_CREAT, O_NONBLOCK,
    O_PATH, O_TRUNC, Word, answer, ask, now, number, position,
};

/// Does what is asked, unless the test has ordered otherwise, and writes down how it went.
///
/// # Safety
/// As of the call with this number.
unsafe fn carry_out(
    class: usize,
    kind: u32,
    places: (&Place, Option<&Place>),
    asked: (Word, &[Word]),
) -> Word {
    let mut entry = Entry::new(kind, now());
    entry.first = places.0.name();
    entry.second = places.1.map_or(b"", Place::name);
    let refused = waits(class, places.0);
    let _turn = Turn::take();
    entry.result = match refused {
        // SAFETY: passed on as it came.
        0 => unsafe { ask(asked.0, asked.1) },
        refused => refused,
    };
    entry.write();
    entry.result
}

// ── Names ───────────────────────────────────────────────────────────────────────────────────────────────────────────

unsafe fn opens(folder: c_int, path: *const c_char, flags: c_int, mode: c_uint) -> c_int {
    let arguments = [
        Word::from(folder),
        path as Word,
        Word::from(flags),
        mode as Word,
    ];
    let changes = flags & (O_ACCMODE | O_CREAT | O_TRUNC) != 0;
    let place = Place::of_path(folder, path).filter(|_| flags & O_PATH == 0);
    // SAFETY: passed on as it came.
    let result = match place {
        None => unsafe { ask(number::OPENAT, &arguments) },
        Some(place) if !changes => match waits(class::READ, &place) {
            0 => unsafe { ask(number::OPENAT, &arguments) },
            refused => refused,
        },
        Some(place) => {
            let mut entry = Entry::new(kind::OPEN, now());
            entry.first = place.name();
            entry.number = i64::from(flags);
            let refused = waits(class::MAKE, &place);
            let _turn = Turn::take();
            entry.result = match refused {
                0 => unsafe { ask(number::OPENAT, &arguments) },
                refused => refused,
            };
            let result = entry.result;
            if result >= 0 {
                entry = entry.of(result);
            }
            entry.write();
            result
        }
    };
    answer(result) as c_int
}

unsafe fn renames(
    folders: (c_int, c_int),
    from: *const c_char,
    to: *const c_char,
    flags: c_uint,
) -> c_int {
    let arguments = [
        Word::from(folders.0),
        from as Word,
        Word::from(folders.1),
        to as Word,
        flags as Word,
    ];
    let places = (
        Place::of_path(folders.0, from),
        Place::of_path(folders.1, to),
    );
    // SAFETY: passed on as it came.
    let result = unsafe {
        let asked = (number::RENAMEAT2, &arguments[..]);
        match (&places.0, &places.1) {
            (Some(from), to) => carry_out(class::RENAME, kind::RENAME, (from, to.as_ref()), asked),
            // What comes from elsewhere shows as a name without an origin.
            (None, Some(to)) => carry_out(class::RENAME, kind::RENAME, (to, None), asked),
            (None, None) => ask(asked.0, asked.1),
        }
    };
    answer(result) as c_int
}

/// A call on one name; of a link, `place` is where it is made.
unsafe fn names(
    class: usize,
    kind: u32,
    place: Option<Place>,
    origin: Option<&Place>,
    asked: (Word, &[Word]),
) -> c_int {
    // SAFETY: passed on as it came.
    let result = match &place {
        Some(place) => unsafe { carry_out(class, kind, (place, origin), asked) },
        None => unsafe { ask(asked.0, asked.1) },
    };
    answer(result) as c_int
}

unsafe fn unlinks(folder: c_int, path: *const c_char, flags: c_int) -> c_int {
    let kind = if flags & AT_REMOVEDIR == 0 {
        kind::REMOVE
    } else {
        kind::REMOVE_FOLDER
    };
    let arguments = [Word::from(folder), path as Word, Word::from(flags)];
    let place = Place::of_path(folder, path);
    let asked = (number::UNLINKAT, &arguments[..]);
    // SAFETY: passed on as it came.
    unsafe { names(class::REMOVE, kind, place, None, asked) }
}

unsafe fn makes_folder(folder: c_int, path: *const c_char, mode: c_uint) -> c_int {
    let arguments = [Word::from(folder), path as Word, mode as Word];
    let place = Place::of_path(folder, path);
    let asked = (number::MKDIRAT, &arguments[..]);
    // SAFETY: passed on as it came.
    unsafe { names(class::MAKE, kind::MAKE_FOLDER, place, None, asked) }
}

unsafe fn links(
    folders: (c_int, c_int),
    from: *const c_char,
    to: *const c_char,
    flags: c_int,
) -> c_int {
    let arguments = [
        Word::from(folders.0),
        from as Word,
        Word::from(folders.1),
        to as Word,
        Word::from(flags),
    ];
    let origin = Place::of_path(folders.0, from);
    let place = Place::of_path(folders.1, to);
    let asked = (number::LINKAT, &arguments[..]);
    // SAFETY: passed on as it came.
    unsafe { names(class::MAKE, kind::LINK, place, origin.as_ref(), asked) }
}

// ── Content ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/// The place of an open file. The three that every program starts with are not asked for: a signal handler that writes
/// to them may stand on a small stack.
fn watched(file: c_int) -> Option<Place> {
    if file > 2 { Place::of_file(file) } else { None }
}

/// Writes at a place of its own (`at`), or where the file stands.
unsafe fn writes(file: c_int, data: *const c_void, count: usize, at: Option<i64>) -> isize {
    let asked = |count: usize| {
        let number = at.map_or(number::WRITE, |_| number::PWRITE64);
        let at = at.unwrap_or(0) as Word;
        // SAFETY: passed on as it came, at most with fewer bytes.
        unsafe { ask(number, &[Word::from(file), data as Word, count as Word, at]) }
    };
    let Some(place) = watched(file) else {
        return answer(asked(count)) as isize;
    };
    let mut entry = Entry::new(kind::WRITE, now()).of(Word::from(file));
    entry.first = place.name();
    let refused = waits(class::WRITE, &place);
    let _turn = Turn::take();
    let before = at.map_or_else(|| position(Word::from(file)), |at| at as u64);
    let fits = orders().fits(before, count);
    entry.result = match refused {
        0 => asked(count),
        _ if fits > 0 => asked(fits),
        refused => refused,
    };
    if let Ok(written) = usize::try_from(entry.result) {
        // Behind what was written, also where the file was opened to append.
        let offset = at.unwrap_or_else(|| position(Word::from(file)) as i64 - written as i64);
        entry.number = offset;
        // SAFETY: so many bytes were just written from there.
        entry.data = unsafe { core::slice::from_raw_parts(data.cast(), written) };
    }
    entry.write();
    answer(entry.result) as isize
}

unsafe fn truncates(file: c_int, length: i64) -> c_int {
    let arguments = [Word::from(file), length as Word];
    let Some(place) = watched(file) else {
        // SAFETY: no memory is involved.
        return answer(unsafe { ask(number::FTRUNCATE, &arguments) }) as c_int;
    };
    let mut entry = Entry::new(kind::TRUNCATE, now()).of(Word::from(file));
    entry.first = place.name();
    entry.number = length;
    let refused = waits(class::WRITE, &place);
    let _turn = Turn::take();
    entry.result = match refused {
        // SAFETY: no memory is involved.
        0 => unsafe { ask(number::FTRUNCATE, &arguments) },
        refused => refused,
    };
    entry.write();
    answer(entry.result) as c_int
}

/// Others go on meanwhile; what they write between the two entries counts as not covered.
unsafe fn syncs(file: c_int, number: Word) -> c_int {
    let Some(place) = watched(file) else {
        // SAFETY: no memory is involved.
        return answer(unsafe { ask(number, &[Word::from(file)]) }) as c_int;
    };
    let mut begins = Entry::new(kind::SYNC_BEGINS, now()).of(Word::from(file));
    begins.first = place.name();
    {
        let _turn = Turn::take();
        begins.write();
    }
    let mut ends = Entry::new(kind::SYNC_ENDS, now());
    (ends.first, ends.inode) = (begins.first, begins.inode);
    ends.result = match waits(class::SYNC, &place) {
        // SAFETY: no memory is involved.
        0 => unsafe { ask(number, &[Word::from(file)]) },
        refused => refused,
    };
    let _turn = Turn::take();
    ends.write();
    answer(ends.result) as c_int
}

/// A copy inside the kernel would go unseen: who is told that there is no such thing reads and writes instead.
unsafe fn copies(to: c_int, asked: (Word, &[Word])) -> isize {
    let result = match watched(to) {
        Some(_) => -ENOSYS,
        // SAFETY: passed on as it came.
        None => unsafe { ask(asked.0, asked.1) },
    };
    answer(result) as isize
}

/// A call that changes nothing.
unsafe fn looks(class: usize, place: Option<Place>, asked: (Word, &[Word])) -> Word {
    let refused = place.map_or(0, |place| waits(class, &place));
    // SAFETY: passed on as it came.
    answer(match refused {
        0 => unsafe { ask(asked.0, asked.1) },
        refused => refused,
    })
}

/// Functions of libc, each with what stands in for it; arguments that C leaves open come in registers all the same.
macro_rules! stands_in {
    ($($name:ident($($argument:ident: $kind:ty),*) -> $result:ty $body:block)*) => {$(
        /// Stands in for libc's function of this name.
        ///
        /// # Safety
        /// As of libc's.
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn $name($($argument: $kind),*) -> $result {
            // SAFETY: the arguments are passed on as they came.
            #[allow(unused_unsafe, reason = "some bodies are safe")]
            unsafe { $body }
        }
    )*};
}

type Text = *const c_char;

stands_in! {
    open(path: Text, flags: c_int, mode: c_uint) -> c_int { opens(AT_FDCWD, path, flags, mode) }
    open64(path: Text, flags: c_int, mode: c_uint) -> c_int { opens(AT_FDCWD, path, flags, mode) }
    openat(at: c_int, path: Text, flags: c_int, mode: c_uint) -> c_int { opens(at, path, flags, mode) }
    openat64(at: c_int, path: Text, flags: c_int, mode: c_uint) -> c_int { opens(at, path, flags, mode) }
    creat(path: Text, mode: c_uint) -> c_int {
        opens(AT_FDCWD, path, kernel::O_WRONLY | O_CREAT | O_TRUNC, mode)
    }
    creat64(path: Text, mode: c_uint) -> c_int {
        opens(AT_FDCWD, path, kernel::O_WRONLY | O_CREAT | O_TRUNC, mode)
    }
    rename(from: Text, to: Text) -> c_int { renames((AT_FDCWD, AT_FDCWD), from, to, 0) }
    renameat(a: c_int, from: Text, b: c_int, to: Text) -> c_int { renames((a, b), from, to, 0) }
    renameat2(a: c_int, from: Text, b: c_int, to: Text, flags: c_uint) -> c_int {
        renames((a, b), from, to, flags)
    }
    unlink(path: Text) -> c_int { unlinks(AT_FDCWD, path, 0) }
    unlinkat(at: c_int, path: Text, flags: c_int) -> c_int { unlinks(at, path, flags) }
    rmdir(path: Text) -> c_int { unlinks(AT_FDCWD, path, AT_REMOVEDIR) }
    mkdir(path: Text, mode: c_uint) -> c_int { makes_folder(AT_FDCWD, path, mode) }
    mkdirat(at: c_int, path: Text, mode: c_uint) -> c_int { makes_folder(at, path, mode) }
    link(from: Text, to: Text) -> c_int { links((AT_FDCWD, AT_FDCWD), from, to, 0) }
    linkat(a: c_int, from: Text, b: c_int, to: Text, flags: c_int) -> c_int { links((a, b), from, to, flags) }
    symlink(target: Text, path: Text) -> c_int {
        let asked = [target as Word, Word::from(AT_FDCWD), path as Word];
        let place = Place::of_path(AT_FDCWD, path);
        names(class::MAKE, kind::SYMLINK, place, None, (number::SYMLINKAT, &asked))
    }

    write(file: c_int, data: *const c_void, count: usize) -> isize { writes(file, data, count, None) }
    pwrite(file: c_int, data: *const c_void, count: usize, at: i64) -> isize { writes(file, data, count, Some(at)) }
    pwrite64(file: c_int, data: *const c_void, count: usize, at: i64) -> isize { writes(file, data, count, Some(at)) }
    writev(file: c_int, pieces: *const (*const c_void, usize), count: c_int) -> isize {
        let asked = [Word::from(file), pieces as Word, Word::from(count)];
        if watched(file).is_none() {
            return answer(ask(number::WRITEV, &asked)) as isize;
        }
        // One piece alone is a short write, as the system may make of it too.
        let pieces = core::slice::from_raw_parts(pieces, usize::try_from(count).unwrap_or(0));
        match pieces.iter().find(|piece| piece.1 > 0) {
            Some((data, count)) => writes(file, *data, *count, None),
            None => 0,
        }
    }
    ftruncate(file: c_int, length: i64) -> c_int { truncates(file, length) }
    ftruncate64(file: c_int, length: i64) -> c_int { truncates(file, length) }
    fsync(file: c_int) -> c_int { syncs(file, number::FSYNC) }
    fdatasync(file: c_int) -> c_int { syncs(file, number::FDATASYNC) }
    copy_file_range(from: c_int, a: *mut i64, to: c_int, b: *mut i64, count: usize, flags: c_uint) -> isize {
        let (from, into) = (Word::from(from), Word::from(to));
        let asked = [from, a as Word, into, b as Word, count as Word, flags as Word];
        copies(to, (number::COPY_FILE_RANGE, &asked))
    }
    sendfile(to: c_int, from: c_int, at: *mut i64, count: usize) -> isize {
        let asked = [Word::from(to), Word::from(from), at as Word, count as Word];
        copies(to, (number::SENDFILE, &asked))
    }
    sendfile64(to: c_int, from: c_int, at: *mut i64, count: usize) -> isize {
        let asked = [Word::from(to), Word::from(from), at as Word, count as Word];
        copies(to, (number::SENDFILE, &asked))
    }

    read(file: c_int, data: *mut c_void, count: usize) -> isize {
        let asked = [Word::from(file), data as Word, count as Word];
        looks(class::READ, watched(file), (number::READ, &asked)) as isize
    }
    pread64(file: c_int, data: *mut c_void, count: usize, at: i64) -> isize {
        let asked = [Word::from(file), data as Word, count as Word, at as Word];
        looks(class::READ, watched(file), (number::PREAD64, &asked)) as isize
    }
    statx(at: c_int, path: Text, flags: c_int, mask: c_uint, into: *mut c_void) -> c_int {
        let asked = [Word::from(at), path as Word, Word::from(flags), mask as Word, into as Word];
        let whole = path.is_null() || *path == 0;
        let place = if whole { watched(at) } else { Place::of_path(at, path) };
        looks(class::READ, place, (number::STATX, &asked)) as c_int
    }
    stat64(path: Text, into: *mut c_void) -> c_int {
        let asked = [Word::from(AT_FDCWD), path as Word, into as Word, 0];
        looks(class::READ, Place::of_path(AT_FDCWD, path), (number::NEWFSTATAT, &asked)) as c_int
    }
    lstat64(path: Text, into: *mut c_void) -> c_int {
        let asked = [Word::from(AT_FDCWD), path as Word, into as Word, Word::from(AT_SYMLINK_NOFOLLOW)];
        looks(class::READ, Place::of_path(AT_FDCWD, path), (number::NEWFSTATAT, &asked)) as c_int
    }
    opendir(path: Text) -> *mut c_void {
        let file = opens(AT_FDCWD, path, O_CLOEXEC | O_NONBLOCK, 0);
        if file < 0 { core::ptr::null_mut() } else { fdopendir(file) }
    }
    flock(file: c_int, how: c_int) -> c_int {
        let asked = [Word::from(file), Word::from(how)];
        looks(class::LOCK, watched(file), (number::FLOCK, &asked)) as c_int
    }
}

#[link(name = "c")]
unsafe extern "C" {
    fn fdopendir(file: c_int) -> *mut c_void;
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
