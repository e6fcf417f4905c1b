//! A clock for the real program that a test sets: the program itself has no switch for it.

use super::pty::Setup;
use super::shim::Shim;
use chrono::{DateTime, Utc};
use std::fs;
use std::path::PathBuf;
use std::time::Duration;
use tempfile::TempDir;

/// The variable that names the file of offsets; the shim reads it.
const VARIABLE: &str = "CLOCK_SHIM_OFFSETS";

/// The wall clock and the clock that counts sleep, as programs started with it see them.
///
/// Both run on from where they were set. Timeouts stay real, as `CLOCK_MONOTONIC` is not touched; so to a
/// program that compares the two, a clock moved ahead looks like a machine that has slept.
pub struct FakeClock {
    dir: TempDir,
    /// What the wall clock is ahead of the real one, in nanoseconds.
    wall: i64,
    /// What the clock that counts sleep is ahead of the real one, in nanoseconds.
    boot: i64,
    /// Whether the clock for timeouts fails.
    broken: Broken,
}

/// Whether the clock for timeouts fails where the program's main thread asks for it, upon which that thread panics.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    No,
    Yes,
}

impl FakeClock {
    /// A clock that shows this time now; RFC 3339 with offset.
    pub fn at(time: &str) -> Self {
        let mut clock = Self {
            dir: tempfile::tempdir().unwrap(),
            wall: 0,
            boot: 0,
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
        self.wall = (time.to_utc() - Utc::now()).num_nanoseconds().unwrap();
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
            [self.wall, self.boot, i64::from(self.broken == Broken::Yes)]
                .map(i64::to_ne_bytes)
                .concat(),
        )
        .unwrap();
        fs::rename(next, self.offsets()).unwrap();
    }
}

impl Setup {
    /// Lets the program live by this clock.
    pub fn clock(self, clock: &FakeClock) -> Self {
        self.preload(SHIM.library()).env(VARIABLE, clock.offsets())
    }
}

/// The library that stands before libc's clock.
static SHIM: Shim = Shim::new("clock_shim");
