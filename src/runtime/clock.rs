//! The only clock of the program: one timeline of instants that never jumps, and what the clock on the wall says of it.

use std::time::Duration;

use chrono::{DateTime, Local, Offset, SubsecRound, TimeDelta, Utc};

use crate::meeting::{Timestamp, Zone};

use super::real;

/// Instants made of the wall clock, read once, and a clock that counts sleep and cannot be set.
#[derive(Debug)]
pub struct Clock {
    /// The instant at `base`.
    anchor: Timestamp,
    base: Duration,
    /// How many times as fast as real time it runs; more than 1 only in a practice meeting.
    speed: u32,
    /// How far the wall clock was ahead of real time since the start when it was last looked at.
    wall_ahead: TimeDelta,
    /// The wall clock and `base` at the start, to tell when somebody sets the wall clock.
    started: (DateTime<Utc>, Duration),
}

/// A wall clock that moved by a minute or more was set by somebody; less than that shows nowhere.
const SET: TimeDelta = TimeDelta::seconds(60);

/// Two clocks read within less than this are read at once.
const HELD_UP: Duration = Duration::from_millis(500);

impl Clock {
    /// A clock that starts at what the wall clock says.
    pub fn start() -> Self {
        let wall = wall();
        let base = elapsed();
        Self {
            anchor: wall,
            base,
            speed: 1,
            wall_ahead: TimeDelta::zero(),
            started: (wall, base),
        }
    }

    /// The present instant, in whole milliseconds.
    pub fn now(&self) -> Timestamp {
        let since = elapsed().saturating_sub(self.base) * self.speed;
        let since = TimeDelta::from_std(since).unwrap_or_default();
        (self.anchor + since).trunc_subsecs(3)
    }

    /// Real time until `deadline`.
    pub fn until(&self, deadline: Timestamp) -> Duration {
        real(deadline - self.now(), self.speed)
    }

    /// From now on the timeline runs so fast, and not before `earliest`: a practice meeting may have run ahead.
    pub fn run(&mut self, speed: u32, earliest: Option<Timestamp>) {
        let now = self.now();
        self.anchor = earliest.map_or(now, |earliest| earliest.max(now));
        self.base = elapsed();
        self.speed = speed.max(1);
    }

    /// Back to the wall clock, after a practice meeting.
    pub fn to_wall(&mut self) {
        *self = Self::start();
    }

    /// How far the wall clock now is ahead of the timeline (below zero: behind), if somebody set it since it was last
    /// looked at.
    pub fn wall_moved(&mut self) -> Option<TimeDelta> {
        let (wall_then, base) = self.started;
        let before = elapsed();
        let wall = wall();
        // Where the program was held up between the two clocks, they cannot be compared this time.
        if elapsed().saturating_sub(before) > HELD_UP {
            return None;
        }
        let since = TimeDelta::from_std(before.saturating_sub(base)).unwrap_or_default();
        let ahead = wall - (wall_then + since);
        let moved = ahead - self.wall_ahead;
        if moved.abs() < SET {
            return None;
        }
        self.wall_ahead = ahead;
        Some(moved)
    }
}

/// The time zone of the machine.
pub fn zone() -> Zone {
    Zone::new(|instant| instant.with_timezone(&Local).offset().fix())
}

/// The wall clock, for what is done without a running program around it.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the place that reads the clock"
)]
pub fn wall() -> Timestamp {
    Utc::now().trunc_subsecs(3)
}

/// Time since an arbitrary start. Counts time the machine slept, never goes backwards.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn elapsed() -> Duration {
    boot_time(rustix::time::ClockId::Boottime)
}

/// On Apple systems this clock counts sleep; `Instant` does not.
#[cfg(target_vendor = "apple")]
fn elapsed() -> Duration {
    boot_time(rustix::time::ClockId::Monotonic)
}

#[cfg(unix)]
fn boot_time(clock: rustix::time::ClockId) -> Duration {
    let time = rustix::time::clock_gettime(clock);
    let seconds = u64::try_from(time.tv_sec).unwrap_or_default();
    let nanos = u32::try_from(time.tv_nsec).unwrap_or_default();
    Duration::new(seconds, nanos)
}

/// On Windows `Instant` counts sleep.
#[cfg(not(unix))]
#[expect(
    clippy::disallowed_methods,
    reason = "this is the place that reads the clock"
)]
fn elapsed() -> Duration {
    use std::{sync::LazyLock, time::Instant};
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}
