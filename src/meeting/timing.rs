//! The clocks of a meeting: pure functions of its timeline and the present instant.

use chrono::TimeDelta;

use super::{
    Meeting, Timestamp,
    agenda::{ItemIndex, PhaseIndex},
    timeline::{RunState, Spent},
};

/// All clocks at one instant. Durations are exact; rounding for the screen happens in [`whole_minutes_left`] and [`Signal`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timing {
    /// The instant these clocks were read for.
    pub now: Timestamp,
    /// When the meeting began.
    pub started: Timestamp,
    /// When it is to end: the start with all minutes set aside.
    pub planned_end: Timestamp,
    /// When it will end if the rest takes the time set aside for it; the real end once it has ended.
    pub expected_end: Timestamp,
    /// The phase that runs.
    pub phase: PhaseIndex,
    /// Time set aside for it.
    pub phase_budget: TimeDelta,
    /// Time spent in each phase and in all, without pauses.
    pub spent: Spent,
    /// Time set aside for the whole meeting.
    pub budget: TimeDelta,
    /// Whether time runs.
    pub run_state: RunState,
}

/// The state of the running phase, as one word or two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// More than [`SOON`] left.
    OnTrack,
    /// So many minutes left, rounded up; at most [`SOON`].
    Ending {
        /// 1 or 2.
        minutes: i64,
    },
    /// The time is up, less than a minute ago.
    Up,
    /// So many whole minutes over.
    Over {
        /// At least 1.
        minutes: i64,
    },
    /// The meeting is paused.
    Paused,
    /// The meeting has ended.
    Ended,
}

/// From here on a phase is said to be near its end, in minutes.
pub const SOON: i64 = 2;

impl Timing {
    /// Time left of the running phase; below zero when it is over its time.
    pub fn phase_left(&self) -> TimeDelta {
        self.phase_budget - self.phase_spent(self.phase)
    }

    /// Time spent in a phase, without pauses.
    pub fn phase_spent(&self, phase: PhaseIndex) -> TimeDelta {
        self.spent.by_phase.get(&phase).copied().unwrap_or_default()
    }

    /// When the running phase will end if it keeps its time: now, if it is over already.
    pub fn phase_end(&self) -> Timestamp {
        self.now + self.phase_left().max(TimeDelta::zero())
    }

    /// The state of the running phase.
    pub fn signal(&self) -> Signal {
        match self.run_state {
            RunState::Paused => return Signal::Paused,
            RunState::Ended => return Signal::Ended,
            RunState::NotBegun | RunState::Running => {}
        }
        let left = self.phase_left();
        if left <= TimeDelta::zero() {
            match (-left).num_minutes() {
                0 => Signal::Up,
                minutes => Signal::Over { minutes },
            }
        } else {
            match whole_minutes_left(left) {
                minutes if minutes <= SOON => Signal::Ending { minutes },
                _ => Signal::OnTrack,
            }
        }
    }

    /// The next instant at which the seconds of the phase change, or nothing while time stands still. The clocks of the
    /// meeting and of the wall are drawn on the same beat: one wake-up a second is enough for all three.
    pub fn next_second(&self) -> Option<Timestamp> {
        self.next_multiple(TimeDelta::seconds(1), &[self.phase_spent(self.phase)])
    }

    /// The next instant at which something read in whole minutes changes, or nothing while time stands still.
    pub fn next_minute(&self) -> Option<Timestamp> {
        let wall = TimeDelta::milliseconds(self.now.timestamp_millis());
        let clocks = [self.phase_spent(self.phase), self.spent.total, wall];
        self.next_multiple(TimeDelta::minutes(1), &clocks)
    }

    fn next_multiple(&self, unit: TimeDelta, clocks: &[TimeDelta]) -> Option<Timestamp> {
        if self.run_state != RunState::Running {
            return None;
        }
        let unit = unit.num_milliseconds();
        clocks
            .iter()
            .map(|value| unit - value.num_milliseconds().rem_euclid(unit))
            .min()
            .map(|wait| self.now + TimeDelta::milliseconds(wait))
    }
}

/// Minutes left for the eye: rounded up, so that "1" means that there is still something left.
pub fn whole_minutes_left(left: TimeDelta) -> i64 {
    let seconds = left.num_seconds() + i64::from(left.subsec_nanos() > 0);
    (seconds + 59).div_euclid(60).max(0)
}

impl Meeting {
    /// The clocks at `now`, or nothing before the meeting has begun.
    pub fn timing(&self, now: Timestamp) -> Option<Timing> {
        let started = self.timeline.started()?;
        let current = self.timeline.current()?;
        let run_state = self.timeline.run_state();
        let now = self.timeline.clamped(now);
        let now = self.timeline.ended().unwrap_or(now);
        let spent = self.timeline.spent(now);
        let left = |phase: PhaseIndex| -> TimeDelta {
            let used = spent.by_phase.get(&phase).copied().unwrap_or_default();
            (self.budget(phase) - used).max(TimeDelta::zero())
        };
        // What is left of every phase in which something is left to go through, wherever it stands.
        let rest: TimeDelta = self
            .agenda
            .phases()
            .filter(|(phase, content)| {
                let mut items = 0..content.items.len();
                *phase == current.phase
                    || items.any(|item| {
                        self.is_open(ItemIndex {
                            phase: *phase,
                            item,
                        })
                    })
            })
            .map(|(phase, _)| left(phase))
            .sum();
        let budget = TimeDelta::minutes(self.agenda.minutes().into());
        let expected_end = match run_state {
            RunState::Ended => now,
            RunState::NotBegun | RunState::Running | RunState::Paused => now + rest,
        };
        Some(Timing {
            now,
            started,
            planned_end: started + budget,
            expected_end,
            phase: current.phase,
            phase_budget: self.budget(current.phase),
            spent,
            budget,
            run_state,
        })
    }

    fn budget(&self, phase: PhaseIndex) -> TimeDelta {
        let minutes = self
            .agenda
            .phase(phase)
            .map_or(0, super::agenda::Phase::minutes);
        TimeDelta::minutes(minutes.into())
    }
}
