//! What happened when: marks on one timeline of UTC instants, from which every elapsed time is computed.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::{
    Timestamp,
    agenda::{ItemIndex, PhaseIndex},
};

/// Something that happened at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Never before that of the mark before it.
    pub at: Timestamp,
    /// What every clock of the meeting is reckoned from.
    pub what: Happened,
}

/// What a mark records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happened {
    /// This item was taken up; the first one of a timeline is the start of the meeting.
    Entered(ItemIndex),
    /// The meeting paused.
    Paused,
    /// The meeting went on after a pause, or after it had been ended by mistake.
    Resumed,
    /// The meeting ended.
    Ended,
}

/// Where the timeline stands after its last mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunState {
    /// No mark yet.
    NotBegun,
    /// Time runs.
    Running,
    /// Time stands still until resumed.
    Paused,
    /// Over.
    Ended,
}

/// The marks of a meeting, never going back in time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline {
    marks: Vec<Mark>,
}

/// Time spent, without pauses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spent {
    /// For each phase that was entered.
    pub by_phase: BTreeMap<PhaseIndex, TimeDelta>,
    /// In all.
    pub total: TimeDelta,
}

/// A corrected time is given in whole minutes: what lies behind a mark by less means the mark itself.
const A_MINUTE: TimeDelta = TimeDelta::minutes(1);

/// Why marks do not make a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BrokenTimeline {
    /// A mark lies before the one written above it (the number counts from 0).
    GoesBack(usize),
    /// A mark does not follow from the state before it, such as resuming what was not paused.
    OutOfOrder(usize),
}

impl Timeline {
    /// A timeline from marks that were stored.
    ///
    /// # Errors
    /// Where the marks go back in time or contradict each other.
    pub fn from_marks(marks: Vec<Mark>) -> Result<Self, BrokenTimeline> {
        follow(marks.iter().copied())?;
        Ok(Self { marks })
    }

    /// All marks, oldest first.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Puts a mark at `now`, or at the last mark where the clock has been set back behind it.
    pub(super) fn record(&mut self, what: Happened, now: Timestamp) {
        let at = self.clamped(now);
        self.marks.push(Mark { at, what });
    }

    /// `now`, but never before the last mark.
    pub fn clamped(&self, now: Timestamp) -> Timestamp {
        self.marks.last().map_or(now, |last| now.max(last.at))
    }

    /// Where the meeting stands.
    pub fn run_state(&self) -> RunState {
        let marks = self.marks.iter();
        marks.fold(RunState::NotBegun, |run_state, mark| {
            run_state.after(mark.what).unwrap_or(run_state)
        })
    }

    /// The item taken up last.
    pub fn current(&self) -> Option<ItemIndex> {
        self.marks.iter().rev().find_map(|mark| match mark.what {
            Happened::Entered(item) => Some(item),
            Happened::Paused | Happened::Resumed | Happened::Ended => None,
        })
    }

    /// When the meeting began.
    pub fn started(&self) -> Option<Timestamp> {
        self.marks.first().map(|mark| mark.at)
    }

    /// When it ended, if it has.
    pub fn ended(&self) -> Option<Timestamp> {
        self.marks
            .last()
            .filter(|mark| mark.what == Happened::Ended)
            .map(|mark| mark.at)
    }

    /// When the last mark was put.
    pub fn last(&self) -> Option<Timestamp> {
        self.marks.last().map(|mark| mark.at)
    }

    /// Time spent up to `now`, without pauses.
    pub fn spent(&self, now: Timestamp) -> Spent {
        let now = self.clamped(now);
        let mut spent = Spent::default();
        let mut item: Option<ItemIndex> = None;
        let mut runs_since: Option<Timestamp> = None;
        let close = |item: Option<ItemIndex>, since: Option<Timestamp>, at, spent: &mut Spent| {
            if let (Some(item), Some(since)) = (item, since) {
                let stretch: TimeDelta = at - since;
                *spent.by_phase.entry(item.phase).or_default() += stretch;
                spent.total += stretch;
            }
        };
        for mark in &self.marks {
            close(item, runs_since, mark.at, &mut spent);
            match mark.what {
                Happened::Entered(entered) => {
                    // A paused meeting stays paused while the leader looks at another item.
                    if item.is_none() || runs_since.is_some() {
                        runs_since = Some(mark.at);
                    }
                    item = Some(entered);
                    spent.by_phase.entry(entered.phase).or_default();
                }
                Happened::Paused | Happened::Ended => runs_since = None,
                Happened::Resumed => runs_since = Some(mark.at),
            }
        }
        close(item, runs_since, now, &mut spent);
        spent
    }

    /// Whether the meeting can have begun at `start`: earlier or later, but not behind the next mark.
    ///
    /// # Errors
    /// The latest instant that would be possible.
    pub(super) fn may_start(&self, start: Timestamp) -> Result<(), Timestamp> {
        let latest = self.latest_start(start);
        if start - latest >= A_MINUTE {
            return Err(latest);
        }
        Ok(())
    }

    fn latest_start(&self, start: Timestamp) -> Timestamp {
        self.marks.get(1).map_or(start, |mark| mark.at)
    }

    /// Moves the start to `start`, or as near to it as is possible.
    pub(super) fn move_start(&mut self, start: Timestamp) {
        let latest = self.latest_start(start);
        if let Some(first) = self.marks.first_mut() {
            first.at = start.min(latest);
        }
    }

    /// Whether the meeting can have ended at `end`: earlier or later, but not before the mark that stands ahead of it.
    ///
    /// # Errors
    /// The earliest instant that would be possible.
    pub(super) fn may_end(&self, end: Timestamp) -> Result<(), Timestamp> {
        let earliest = self.earliest_end(end);
        if earliest - end >= A_MINUTE {
            return Err(earliest);
        }
        Ok(())
    }

    fn earliest_end(&self, end: Timestamp) -> Timestamp {
        self.marks.iter().rev().nth(1).map_or(end, |mark| mark.at)
    }

    /// Moves the end to `end`, or as near to it as is possible.
    pub(super) fn move_end(&mut self, end: Timestamp) {
        let earliest = self.earliest_end(end);
        if let Some(last) = self.marks.last_mut() {
            last.at = end.max(earliest);
        }
    }

    /// Whether the meeting ran from `from` to `to` with nothing happening in between.
    pub(super) fn may_leave_out(&self, from: Timestamp, to: Timestamp) -> bool {
        follow(self.without(from, to)).is_ok()
    }

    /// Takes the time between `from` and `to` out of the meeting, as if it had been paused then.
    pub(super) fn leave_out(&mut self, from: Timestamp, to: Timestamp) {
        self.marks = self.without(from, to).collect();
    }

    /// The marks with a pause from `from` to `to` among them.
    fn without(&self, from: Timestamp, to: Timestamp) -> impl Iterator<Item = Mark> {
        let place = self.marks.partition_point(|mark| mark.at <= from);
        let (before, after) = self.marks.split_at(place);
        let pause = [(from, Happened::Paused), (to, Happened::Resumed)];
        let pause = pause.map(|(at, what)| Mark { at, what });
        before
            .iter()
            .copied()
            .chain(pause)
            .chain(after.iter().copied())
    }
}

/// Whether marks make a timeline.
fn follow(marks: impl Iterator<Item = Mark>) -> Result<(), BrokenTimeline> {
    let mut run_state = RunState::NotBegun;
    let mut last = None;
    for (number, mark) in marks.enumerate() {
        if last.is_some_and(|last| mark.at < last) {
            return Err(BrokenTimeline::GoesBack(number));
        }
        run_state = run_state
            .after(mark.what)
            .ok_or(BrokenTimeline::OutOfOrder(number))?;
        last = Some(mark.at);
    }
    Ok(())
}

impl RunState {
    /// Where the timeline stands after a mark; nothing where the mark does not follow.
    const fn after(self, what: Happened) -> Option<Self> {
        match (self, what) {
            (Self::NotBegun | Self::Running, Happened::Entered(_)) => Some(Self::Running),
            (Self::Paused, Happened::Entered(_)) => Some(Self::Paused),
            (Self::Running | Self::Paused, Happened::Ended) => Some(Self::Ended),
            (Self::Running, Happened::Paused) => Some(Self::Paused),
            (Self::Paused | Self::Ended, Happened::Resumed) => Some(Self::Running),
            (Self::NotBegun, Happened::Paused | Happened::Resumed | Happened::Ended)
            | (Self::Running, Happened::Resumed)
            | (Self::Paused, Happened::Paused)
            | (Self::Ended, Happened::Entered(_) | Happened::Paused | Happened::Ended) => None,
        }
    }
}
