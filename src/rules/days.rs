//! What every day of an absence counts as, and why.
//!
//! Every day is a sick day or not. Nothing known of a day means that it was worked, weekends too. Holiday and leave count
//! as sick as long as no day was worked since the last sick day, else as not sick.
//!
//! Which interval a day goes by, where several could hold it:
//!
//! 1. Sick notes of all kinds, egenmelding among them, are written ahead, and a new one takes the place of what was left
//!    of the one before. One that is still going on ends the day before the next note begins; of two notes with a last
//!    day each that both hold a day, the one that begins later counts, and the earlier one again when that has run out.
//!    Of those that begin on the same day the higher counts: full sick leave, self-certification, graded sick leave (the
//!    highest degree), travel grant, treatment days.
//! 2. What somebody did in the meantime was reported later than the note: work comes before leave, leave before holiday,
//!    and holiday before every note. Whichever of them is still going on ends the day before the next note begins, too.
//!
//! The order in which the intervals stand does not matter.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::meeting::{Degree, Interval, IntervalKind};

/// Why a day counts as it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// On full sick leave.
    SickFully,
    /// On graded sick leave, of this degree.
    SickPartly(Degree),
    /// Egenmelding.
    SelfCertified,
    /// Holiday, and no day was worked since the last sick day.
    HolidayAfterSick,
    /// Leave, and no day was worked since the last sick day.
    LeaveAfterSick,
    /// Holiday after a day that was worked.
    HolidayAfterWork,
    /// Leave after a day that was worked.
    LeaveAfterWork,
    /// Holiday before the first sick day there is.
    HolidayBefore,
    /// Leave before the first sick day there is.
    LeaveBefore,
    /// At work.
    Worked,
    /// Sick note for single days of treatment.
    TreatmentDays,
    /// Sick note with a grant for travel.
    TravelGrant,
    /// Nothing is known of the day.
    NothingKnown,
}

/// What a day counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Counts {
    /// A day of the case.
    Sick,
    /// One of the days that can end it.
    NotSick,
    /// Neither.
    Ignored,
}

impl Reason {
    /// What the day counts as.
    pub const fn counts(self) -> Counts {
        match self {
            Self::SickFully
            | Self::SickPartly(_)
            | Self::SelfCertified
            | Self::HolidayAfterSick
            | Self::LeaveAfterSick => Counts::Sick,
            Self::HolidayAfterWork
            | Self::LeaveAfterWork
            | Self::Worked
            | Self::TreatmentDays
            | Self::TravelGrant
            | Self::NothingKnown => Counts::NotSick,
            Self::HolidayBefore | Self::LeaveBefore => Counts::Ignored,
        }
    }

    /// Whether an interval of this kind can be why.
    pub(super) fn comes_of(self, kind: IntervalKind) -> bool {
        match self {
            Self::SickFully => kind == IntervalKind::Sick(Degree::FULL),
            Self::SickPartly(degree) => kind == IntervalKind::Sick(degree),
            Self::SelfCertified => kind == IntervalKind::SelfCertified,
            Self::HolidayAfterSick | Self::HolidayAfterWork | Self::HolidayBefore => {
                kind == IntervalKind::Holiday
            }
            Self::LeaveAfterSick | Self::LeaveAfterWork | Self::LeaveBefore => {
                kind == IntervalKind::Leave
            }
            Self::Worked => kind == IntervalKind::Work,
            Self::TreatmentDays => kind == IntervalKind::TreatmentDays,
            Self::TravelGrant => kind == IntervalKind::TravelGrant,
            Self::NothingKnown => false,
        }
    }

    /// Whether somebody has told that the day was worked.
    pub(super) const fn is_known_work(self) -> bool {
        match self {
            Self::Worked | Self::TreatmentDays | Self::TravelGrant => true,
            Self::SickFully
            | Self::SickPartly(_)
            | Self::SelfCertified
            | Self::HolidayAfterSick
            | Self::LeaveAfterSick
            | Self::HolidayAfterWork
            | Self::LeaveAfterWork
            | Self::HolidayBefore
            | Self::LeaveBefore
            | Self::NothingKnown => false,
        }
    }
}

/// Days in a row that count for the same reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, itself included.
    pub to: NaiveDate,
    /// Why they count as they do.
    pub reason: Reason,
}

/// The intervals as they come to count: what is still going on ends the day before the next sick note begins.
pub(super) fn in_effect(intervals: &[Interval]) -> Vec<Interval> {
    let mut notes: Vec<NaiveDate> = intervals
        .iter()
        .filter(|interval| {
            is_note(interval.kind) && interval.to.is_none_or(|to| interval.from <= to)
        })
        .map(|interval| interval.from)
        .collect();
    notes.sort_unstable();
    let ended = |interval: &Interval| {
        let next = notes.partition_point(|from| *from <= interval.from);
        let next = notes.get(next).and_then(NaiveDate::pred_opt);
        Interval {
            to: interval.to.or(next),
            ..*interval
        }
    };
    intervals.iter().map(ended).collect()
}

/// All days from the first known one to the last, and on to today where that is later, without a hole. An interval that is
/// still going on reaches to today; one that begins later is its first day only. The work grows with the number of
/// intervals, not with that of days.
pub(super) fn runs(in_effect: &[Interval], today: NaiveDate) -> Vec<Run> {
    explained(known(in_effect, number(today)))
}

/// Days in a row that are all of one kind, from `from` up to but without `end`; nothing known where there is no kind.
struct Known {
    from: i64,
    end: i64,
    kind: Option<IntervalKind>,
}

/// All days from the first known one on, with overlaps settled and neighbours of one kind joined.
fn known(intervals: &[Interval], today: i64) -> Vec<Known> {
    // Where intervals begin and end, each with what it does to the set of those that are there.
    let mut changes: BTreeMap<i64, Vec<(Precedence, IntervalKind, IntervalEdge)>> = BTreeMap::new();
    for interval in intervals {
        let from = number(interval.from);
        let to = interval.to.map_or_else(|| today.max(from), number);
        if from <= to {
            let place = precedence(interval.kind, from);
            let mut add = |at, change| {
                let here = changes.entry(at).or_default();
                here.push((place, interval.kind, change));
            };
            add(from, IntervalEdge::Begins);
            add(to + 1, IntervalEdge::Ends);
        }
    }
    if changes.is_empty() {
        return Vec::new();
    }
    // Up to today something is known even where no interval reaches: that nothing was reported.
    changes.entry(today + 1).or_default();
    let mut there: BTreeMap<Precedence, (IntervalKind, usize)> = BTreeMap::new();
    let mut known: Vec<Known> = Vec::new();
    let mut changes = changes.into_iter().peekable();
    while let Some((from, here)) = changes.next() {
        for (place, kind, change) in here {
            let (_, count) = there.entry(place).or_insert((kind, 0));
            match change {
                IntervalEdge::Begins => *count += 1,
                IntervalEdge::Ends => *count = count.saturating_sub(1),
            }
        }
        there.retain(|_, (_, count)| *count > 0);
        let kind = there.last_key_value().map(|(_, (kind, _))| *kind);
        let Some((end, _)) = changes.peek() else {
            break;
        };
        match known.last_mut() {
            Some(last) if last.kind == kind => last.end = *end,
            // Today lies before everything that is known.
            None if kind.is_none() => {}
            Some(_) | None => known.push(Known {
                from,
                end: *end,
                kind,
            }),
        }
    }
    known
}

#[derive(Clone, Copy)]
enum IntervalEdge {
    Begins,
    Ends,
}

/// Work and the like before notes, notes by their first day, and those of one day by kind.
type Precedence = (u8, i64, u8);

/// Which interval a day goes by where several hold it: the highest.
const fn precedence(kind: IntervalKind, from: i64) -> Precedence {
    match kind {
        IntervalKind::Work => (3, 0, 0),
        IntervalKind::Leave => (2, 0, 0),
        IntervalKind::Holiday => (1, 0, 0),
        IntervalKind::Sick(degree) if degree.is_full() => (0, from, 102),
        IntervalKind::SelfCertified => (0, from, 101),
        IntervalKind::Sick(degree) => (0, from, degree.percent() + 1),
        IntervalKind::TravelGrant => (0, from, 1),
        IntervalKind::TreatmentDays => (0, from, 0),
    }
}

/// Whether it comes of a sick note or of the employee's own word in place of one.
const fn is_note(kind: IntervalKind) -> bool {
    match kind {
        IntervalKind::Sick(_)
        | IntervalKind::SelfCertified
        | IntervalKind::TreatmentDays
        | IntervalKind::TravelGrant => true,
        IntervalKind::Holiday | IntervalKind::Leave | IntervalKind::Work => false,
    }
}

/// What the days before one were, as far as holiday and leave ask.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    NeverSick,
    Sick,
    WorkedSince,
}

fn explained(known: Vec<Known>) -> Vec<Run> {
    let mut before = Before::NeverSick;
    let mut runs = Vec::with_capacity(known.len());
    for Known { from, end, kind } in known {
        let reason = match (kind, before) {
            (Some(IntervalKind::Sick(degree)), _) if degree.is_full() => Reason::SickFully,
            (Some(IntervalKind::Sick(degree)), _) => Reason::SickPartly(degree),
            (Some(IntervalKind::SelfCertified), _) => Reason::SelfCertified,
            (Some(IntervalKind::Holiday), Before::NeverSick) => Reason::HolidayBefore,
            (Some(IntervalKind::Holiday), Before::Sick) => Reason::HolidayAfterSick,
            (Some(IntervalKind::Holiday), Before::WorkedSince) => Reason::HolidayAfterWork,
            (Some(IntervalKind::Leave), Before::NeverSick) => Reason::LeaveBefore,
            (Some(IntervalKind::Leave), Before::Sick) => Reason::LeaveAfterSick,
            (Some(IntervalKind::Leave), Before::WorkedSince) => Reason::LeaveAfterWork,
            (Some(IntervalKind::Work), _) => Reason::Worked,
            (Some(IntervalKind::TreatmentDays), _) => Reason::TreatmentDays,
            (Some(IntervalKind::TravelGrant), _) => Reason::TravelGrant,
            (None, _) => Reason::NothingKnown,
        };
        before = match (reason.counts(), before) {
            (Counts::Sick, _) => Before::Sick,
            (Counts::NotSick, Before::Sick | Before::WorkedSince) => Before::WorkedSince,
            (Counts::NotSick | Counts::Ignored, _) => before,
        };
        runs.push(Run {
            from: date(from),
            to: date(end - 1),
            reason,
        });
    }
    runs
}

/// Days counted from the beginning of our era; far from the limits of the type on any date.
pub(super) fn number(date: NaiveDate) -> i64 {
    date.num_days_from_ce().into()
}

/// The date of a day's number, the nearest there is where it lies outside of the calendar.
pub(super) fn date(number: i64) -> NaiveDate {
    let found = i32::try_from(number)
        .ok()
        .and_then(NaiveDate::from_num_days_from_ce_opt);
    let nearest = if number < 0 {
        NaiveDate::MIN
    } else {
        NaiveDate::MAX
    };
    found.unwrap_or(nearest)
}
