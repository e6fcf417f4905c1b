//! A clock for the real program that a test sets: the program itself has no switch for it.

use super::pty::Setup;
use super::shim::Shim;
use chrono::DateTime;
use rustix::time::{ClockId, Timespec, clock_gettime};
use std::fs;
use std::path::PathBuf;
use std::time::Duration;
use tempfile::TempDir;

/// The variable that names the file of offsets; the shim reads it.
const VARIABLE: &str = "CLOCK_SHIM_OFFSETS";

/// The wall clock and the clock that counts sleep, as programs started with it see them.
///
/// Both stand still until they are moved, however long the machine takes for what is done meanwhile: nothing that a
/// program does by them depends on how fast it is. Timeouts stay real, as `CLOCK_MONOTONIC` is not touched; so to a
/// program that compares the two, a clock moved ahead looks like a machine that has slept.
pub struct FakeClock {
    dir: TempDir,
    /// What the wall clock shows, since 1970; if it runs, what it is ahead of the real one. In nanoseconds.
    wall: i64,
    /// The same of the clock that counts sleep, since any time.
    boot: i64,
    course: Course,
    /// Whether the clock for timeouts fails.
    broken: Broken,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Course {
    Stands,
    Runs,
}

/// Whether the clock for timeouts fails where the program's main thread asks for it, upon which that thread panics.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    No,
    Yes,
}

impl FakeClock {
    /// A clock that shows this time; RFC 3339 with offset.
    pub fn at(time: &str) -> Self {
        let mut clock = Self {
            dir: super::room(),
            wall: 0,
            boot: nanoseconds(clock_gettime(ClockId::Boottime)),
            course: Course::Stands,
            broken: Broken::No,
        };
        clock.set_wall(time);
        clock
    }

    /// Time passes.
    pub fn advance(&mut self, by: Duration) {
        let by = i64::try_from(by.as_nanos()).unwrap();
        self.wall += by;
        self.boot += by;
        self.publish();
    }

    /// Someone sets the wall clock; no time passes. RFC 3339 with offset.
    pub fn set_wall(&mut self, time: &str) {
        let time = DateTime::parse_from_rfc3339(time).unwrap();
        self.wall = time.timestamp_nanos_opt().unwrap();
        if self.course == Course::Runs {
            self.wall -= nanoseconds(clock_gettime(ClockId::Realtime));
        }
        self.publish();
    }

    /// From now on time passes as it really does, beside what is moved.
    pub fn run(&mut self) {
        assert!(self.course == Course::Stands, "it runs already");
        self.course = Course::Runs;
        self.wall -= nanoseconds(clock_gettime(ClockId::Realtime));
        self.boot -= nanoseconds(clock_gettime(ClockId::Boottime));
        self.publish();
    }

    /// The clock for timeouts breaks, or is mended.
    pub fn set_broken(&mut self, broken: Broken) {
        self.broken = broken;
        self.publish();
    }

    fn offsets(&self) -> PathBuf {
        self.dir.path().join("offsets")
    }

    /// Replaces the file whole, since the program may read it at any moment.
    fn publish(&self) {
        let next = self.dir.path().join("next");
        fs::write(
            &next,
            [
                self.wall,
                self.boot,
                i64::from(self.broken == Broken::Yes),
                i64::from(self.course == Course::Stands),
            ]
            .map(i64::to_ne_bytes)
            .concat(),
        )
        .unwrap();
        fs::rename(next, self.offsets()).unwrap();
    }
}

fn nanoseconds(time: Timespec) -> i64 {
    time.tv_sec * 1_000_000_000 + time.tv_nsec
}

impl Setup {
    /// Lets the program live by this clock.
    pub fn clock(self, clock: &FakeClock) -> Self {
        self.preload(SHIM.library()).env(VARIABLE, clock.offsets())
    }
}

/// The library that stands before libc's clock.
static SHIM: Shim = Shim::new("clock_shim");
