//! The kernel itself, asked without a detour through the functions that this library stands in for.

use core::ffi::{c_int, c_long};

/// What the kernel takes and answers: a number, an address, or the negative number of an error.
pub type Word = c_long;

#[cfg(target_arch = "x86_64")]
pub mod number {
    use super::Word;
    pub const READ: Word = 0;
    pub const WRITE: Word = 1;
    pub const CLOSE: Word = 3;
    pub const FSTAT: Word = 5;
    pub const LSEEK: Word = 8;
    pub const PREAD64: Word = 17;
    pub const PWRITE64: Word = 18;
    pub const WRITEV: Word = 20;
    pub const SCHED_YIELD: Word = 24;
    pub const NANOSLEEP: Word = 35;
    pub const SENDFILE: Word = 40;
    pub const FLOCK: Word = 73;
    pub const FSYNC: Word = 74;
    pub const FDATASYNC: Word = 75;
    pub const FTRUNCATE: Word = 77;
    pub const GETTID: Word = 186;
    pub const CLOCK_GETTIME: Word = 228;
    pub const OPENAT: Word = 257;
    pub const MKDIRAT: Word = 258;
    pub const NEWFSTATAT: Word = 262;
    pub const UNLINKAT: Word = 263;
    pub const LINKAT: Word = 265;
    pub const SYMLINKAT: Word = 266;
    pub const READLINKAT: Word = 267;
    pub const RENAMEAT2: Word = 316;
    pub const COPY_FILE_RANGE: Word = 326;
    pub const STATX: Word = 332;
}

#[cfg(target_arch = "aarch64")]
pub mod number {
    use super::Word;
    pub const FLOCK: Word = 32;
    pub const MKDIRAT: Word = 34;
    pub const UNLINKAT: Word = 35;
    pub const SYMLINKAT: Word = 36;
    pub const LINKAT: Word = 37;
    pub const FTRUNCATE: Word = 46;
    pub const OPENAT: Word = 56;
    pub const CLOSE: Word = 57;
    pub const LSEEK: Word = 62;
    pub const READ: Word = 63;
    pub const WRITE: Word = 64;
    pub const WRITEV: Word = 66;
    pub const PREAD64: Word = 67;
    pub const PWRITE64: Word = 68;
    pub const SENDFILE: Word = 71;
    pub const READLINKAT: Word = 78;
    pub const NEWFSTATAT: Word = 79;
    pub const FSTAT: Word = 80;
    pub const FSYNC: Word = 82;
    pub const FDATASYNC: Word = 83;
    pub const NANOSLEEP: Word = 101;
    pub const CLOCK_GETTIME: Word = 113;
    pub const SCHED_YIELD: Word = 124;
    pub const GETTID: Word = 178;
    pub const RENAMEAT2: Word = 276;
    pub const COPY_FILE_RANGE: Word = 285;
    pub const STATX: Word = 291;
}

pub const AT_FDCWD: c_int = -100;
pub const AT_REMOVEDIR: c_int = 0x200;
pub const AT_SYMLINK_NOFOLLOW: c_int = 0x100;
pub const O_ACCMODE: c_int = 0o3;
pub const O_WRONLY: c_int = 0o1;
pub const O_CREAT: c_int = 0o100;
pub const O_TRUNC: c_int = 0o1000;
pub const O_APPEND: c_int = 0o2000;
pub const O_NONBLOCK: c_int = 0o4000;
pub const O_CLOEXEC: c_int = 0o2_000_000;
pub const O_PATH: c_int = 0o10_000_000;
pub const ENOSYS: Word = 38;

#[link(name = "c")]
unsafe extern "C" {
    fn syscall(number: c_long, ...) -> c_long;
    fn __errno_location() -> *mut c_int;
}

/// Asks the kernel; answers with the negative number of the error where it refuses, and leaves `errno` as it was.
///
/// # Safety
/// As of the call with this number.
pub unsafe fn ask(number: Word, arguments: &[Word]) -> Word {
    let at = |index: usize| arguments.get(index).copied().unwrap_or(0);
    // SAFETY: the arguments are passed on as they came, and `errno` is this thread's own.
    unsafe {
        let before = *__errno_location();
        let result = syscall(number, at(0), at(1), at(2), at(3), at(4), at(5));
        if result != -1 {
            return result;
        }
        let errno = *__errno_location();
        *__errno_location() = before;
        -Word::from(errno)
    }
}

/// Answers as libc does: -1 and `errno` for an error.
pub fn answer(result: Word) -> Word {
    if result >= 0 {
        return result;
    }
    // SAFETY: `errno` is this thread's own, and error numbers are small.
    unsafe { *__errno_location() = (-result) as c_int };
    -1
}

/// The clock that only goes forwards, in nanoseconds.
pub fn now() -> u64 {
    const CLOCK_MONOTONIC: Word = 1;
    let mut time = [0_u64; 2];
    // SAFETY: a `timespec` is two such numbers.
    unsafe {
        ask(
            number::CLOCK_GETTIME,
            &[CLOCK_MONOTONIC, &raw mut time as Word],
        )
    };
    time[0] * 1_000_000_000 + time[1]
}

/// Waits for so many nanoseconds, less than a second.
pub fn nap(nanoseconds: u64) {
    let time = [0, nanoseconds];
    // SAFETY: a `timespec` is two such numbers.
    unsafe { ask(number::NANOSLEEP, &[&raw const time as Word, 0]) };
}

/// What tells an open file from all others that exist at the same time.
pub fn inode(file: Word) -> u64 {
    // More than a `struct stat` takes.
    let mut stat = [0_u64; 32];
    // SAFETY: the kernel writes a `struct stat`; its second number is the inode's.
    unsafe { ask(number::FSTAT, &[file, &raw mut stat as Word]) };
    stat[1]
}

/// Where the next byte of an open file would be read or written.
pub fn position(file: Word) -> u64 {
    const SEEK_CUR: Word = 1;
    // SAFETY: no memory is involved.
    let at = unsafe { ask(number::LSEEK, &[file, 0, SEEK_CUR]) };
    u64::try_from(at).unwrap_or(0)
}
