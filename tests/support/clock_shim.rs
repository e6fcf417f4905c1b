//! A library to load before libc: the clocks that a test may set, as a file tells, and one it may break.
//!
//! It stands on its own, without std, and never allocates: a program may ask for the time anywhere.
//! Compiled by `clock.rs`; not a module of the tests.

#![no_std]

use core::{
    ffi::{c_char, c_int, c_long},
    sync::atomic::{AtomicBool, Ordering::Relaxed},
};

const CLOCK_REALTIME: c_int = 0;
const CLOCK_MONOTONIC: c_int = 1;
const CLOCK_REALTIME_COARSE: c_int = 5;
const CLOCK_BOOTTIME: c_int = 7;

#[cfg(target_arch = "x86_64")]
mod number {
    use core::ffi::c_long;
    pub const READ: c_long = 0;
    pub const CLOSE: c_long = 3;
    pub const GETPID: c_long = 39;
    pub const GETTID: c_long = 186;
    pub const CLOCK_GETTIME: c_long = 228;
    pub const OPENAT: c_long = 257;
}

#[cfg(target_arch = "aarch64")]
mod number {
    use core::ffi::c_long;
    pub const OPENAT: c_long = 56;
    pub const CLOSE: c_long = 57;
    pub const READ: c_long = 63;
    pub const CLOCK_GETTIME: c_long = 113;
    pub const GETPID: c_long = 172;
    pub const GETTID: c_long = 178;
}

const AT_FDCWD: c_long = -100;
const O_RDONLY_CLOEXEC: c_long = 0o2_000_000;

#[link(name = "c")]
unsafe extern "C" {
    fn syscall(number: c_long, ...) -> c_long;
    fn getenv(name: *const c_char) -> *const c_char;
}

/// `struct timespec` where all of it is 64 bits wide.
#[repr(C)]
pub struct Timespec {
    seconds: i64,
    nanoseconds: i64,
}

/// Stands in for libc's function of this name.
///
/// # Safety
/// As of libc's: `time` points to a `timespec`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn clock_gettime(clock: c_int, time: *mut Timespec) -> c_int {
    // SAFETY: the arguments are passed on as they came, and `time` was filled if the call went well.
    unsafe {
        if syscall(number::CLOCK_GETTIME, c_long::from(clock), time) != 0 {
            return -1;
        }
        match clock {
            CLOCK_REALTIME | CLOCK_REALTIME_COARSE => {
                let told = offsets();
                tell(&mut *time, told.wall, told.stands);
            }
            CLOCK_BOOTTIME => {
                let told = offsets();
                tell(&mut *time, told.boot, told.stands);
            }
            CLOCK_MONOTONIC if is_main_thread() && offsets().broken != 0 && !BROKE.swap(true, Relaxed) => {
                return -1;
            }
            _ => {}
        }
    }
    0
}

/// The clock breaks once: what follows upon it is to be seen, not what follows upon that.
static BROKE: AtomicBool = AtomicBool::new(false);

fn is_main_thread() -> bool {
    // SAFETY: neither takes an argument or can fail.
    unsafe { syscall(number::GETTID) == syscall(number::GETPID) }
}

/// A clock that stands shows just what the file tells; one that runs is ahead by it.
fn tell(time: &mut Timespec, by: i64, stands: i64) {
    if stands != 0 {
        (time.seconds, time.nanoseconds) = (0, 0);
    }
    let nanoseconds = time.nanoseconds + by % 1_000_000_000;
    time.seconds += by / 1_000_000_000 + nanoseconds.div_euclid(1_000_000_000);
    time.nanoseconds = nanoseconds.rem_euclid(1_000_000_000);
}

/// What the clocks show, or are ahead of the real ones, in nanoseconds; whether the third fails where the main thread
/// asks for it, upon which std panics; whether the first two stand. The file holds just these bytes.
#[repr(C)]
struct Offsets {
    wall: i64,
    boot: i64,
    broken: i64,
    stands: i64,
}

/// Without a file that holds them, all clocks are real.
fn offsets() -> Offsets {
    let real = Offsets {
        wall: 0,
        boot: 0,
        broken: 0,
        stands: 0,
    };
    let mut read = Offsets { ..real };
    // SAFETY: the names end with NUL, and the kernel writes at most as many bytes as `read` has.
    unsafe {
        let path = getenv(c"CLOCK_SHIM_OFFSETS".as_ptr());
        if path.is_null() {
            return real;
        }
        let file = syscall(
            number::OPENAT,
            AT_FDCWD,
            path,
            O_RDONLY_CLOEXEC,
            0 as c_long,
        );
        if file < 0 {
            return real;
        }
        let size = size_of::<Offsets>();
        let count = syscall(number::READ, file, &raw mut read, size);
        syscall(number::CLOSE, file);
        if count == size as c_long { read } else { real }
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
