//! From periods of absence to the sykefraværstilfelle by Nav's 16-day rule.
//!
//! When sixteen days in a row are not sick, the case is over and the next sick day opens a new one; after fifteen or fewer
//! the old one goes on, and its first day governs all deadlines. What a day counts as, [`super::days`] says.
//!
//! This is for one employer. With several, Nav counts a day as worked only where it is for all of them.

use chrono::NaiveDate;

use crate::meeting::Interval;

use super::days::{Counts, Reason, Run, date, in_effect, number, runs};

/// So many days in a row that are not sick end a case.
const DAYS_THAT_END_IT: i64 = 16;

/// Whether somebody is wholly or partly absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extent {
    /// Wholly.
    Full,
    /// Partly.
    Graded,
}

/// A time of absence to one extent. Days of work within it do not end it; a day of the other extent does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CasePhase {
    /// Its first sick day.
    pub from: NaiveDate,
    /// Its last sick day.
    pub to: NaiveDate,
    /// The one that all its sick days have.
    pub extent: Extent,
}

/// Whether a case goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseState {
    /// Sick now, or not long enough back at work: the next sick day belongs to it.
    Open,
    /// Ended on this day, the sixteenth in a row that was not sick.
    Ended(NaiveDate),
}

/// One sykefraværstilfelle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The first sick day; the deadlines count from here.
    pub start: NaiveDate,
    /// The last sick day that is known; after today where a sick note runs on. One that is still going on reaches to
    /// today.
    pub last_sick_day: NaiveDate,
    /// The same day, or nothing where the absence is still going on with no end known.
    pub known_end: Option<NaiveDate>,
    /// The first day up to today on which somebody is known to have worked after the last sick day. That a sick note has
    /// run out does not tell that.
    pub back_since: Option<NaiveDate>,
    /// Sick days up to and with today.
    pub sick_days: u32,
    /// Whether it goes on.
    pub state: CaseState,
    /// Times of full and of graded absence by turns, the first one from `start`; never empty.
    pub phases: Vec<CasePhase>,
}

impl Case {
    /// Whole weeks of absence as Nav counts them: sick days by seven, not the time on the calendar.
    pub const fn weeks(&self) -> u32 {
        self.sick_days / 7
    }

    /// The phase of the last sick day up to and with `date`; before the case, its first.
    pub fn phase_on(&self, date: NaiveDate) -> Option<&CasePhase> {
        let begun = self.phases.iter().rev().find(|phase| phase.from <= date);
        begun.or(self.phases.first())
    }

    /// From when somebody is wholly absent without a graded day since, seen on `date`; nothing where the absence is
    /// graded then.
    pub fn full_since(&self, date: NaiveDate) -> Option<NaiveDate> {
        let phase = self.phase_on(date)?;
        match phase.extent {
            Extent::Full => Some(phase.from),
            Extent::Graded => None,
        }
    }
}

/// Everything known of an absence: what every day counts as, and the cases it makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AbsenceHistory {
    /// The day on which it is looked at.
    pub today: NaiveDate,
    /// All days from the first known to the last one, and on to today where that is later; without a hole.
    pub runs: Vec<Run>,
    /// The cases, the earliest first.
    pub cases: Vec<Case>,
}

impl AbsenceHistory {
    /// What is known of an absence on the day `today`.
    pub fn new(intervals: &[Interval], today: NaiveDate) -> Self {
        let intervals = in_effect(intervals);
        let runs = runs(&intervals, today);
        let mut cases: Vec<Case> = Vec::new();
        let sick = runs
            .iter()
            .filter(|run| run.reason.counts() == Counts::Sick);
        for run in sick {
            match cases.last_mut() {
                Some(case) if number(run.from) - number(case.last_sick_day) <= DAYS_THAT_END_IT => {
                    case.add(run, today);
                }
                Some(_) | None => {
                    let mut case = Case::begin(run);
                    case.add(run, today);
                    cases.push(case);
                }
            }
        }
        for case in &mut cases {
            let last = runs.iter().find(|run| run.to == case.last_sick_day);
            let goes_on = |interval: &Interval| {
                interval.to.is_none()
                    && interval.from.max(today) == case.last_sick_day
                    && last.is_some_and(|run| run.reason.comes_of(interval.kind))
            };
            let ends = !intervals.iter().any(goes_on);
            case.known_end = ends.then_some(case.last_sick_day);
            let after = runs.iter().filter(|run| run.from > case.last_sick_day);
            let mut after = after.take_while(|run| run.reason.counts() != Counts::Sick);
            let back = after.find(|run| run.reason.is_known_work());
            case.back_since = back.map(|run| run.from).filter(|from| *from <= today);
            let sixteenth = date(number(case.last_sick_day) + DAYS_THAT_END_IT);
            if sixteenth <= today {
                case.state = CaseState::Ended(sixteenth);
            }
        }
        Self { today, runs, cases }
    }

    /// The case that matters today: the one that has begun last, unless it has ended and another one is
    /// known to begin; where none has begun, the first one to come.
    pub fn current(&self) -> Option<&Case> {
        let today = self.today;
        let begun = self.cases.iter().rev().find(|case| case.start <= today);
        let coming = self.cases.iter().find(|case| case.start > today);
        match begun {
            Some(case) if case.state == CaseState::Open => begun,
            Some(_) | None => coming.or(begun),
        }
    }

    /// Why a day counts as it does; nothing for a day outside of what is known.
    pub fn reason_on(&self, date: NaiveDate) -> Option<Reason> {
        let index = self.runs.partition_point(|run| run.to < date);
        let run = self.runs.get(index).filter(|run| run.from <= date);
        run.map(|run| run.reason)
    }
}

impl Case {
    fn begin(first: &Run) -> Self {
        Self {
            start: first.from,
            last_sick_day: first.from,
            known_end: None,
            back_since: None,
            sick_days: 0,
            state: CaseState::Open,
            phases: Vec::new(),
        }
    }

    fn add(&mut self, run: &Run, today: NaiveDate) {
        self.last_sick_day = run.to;
        let so_far = number(run.to.min(today)) - number(run.from) + 1;
        self.sick_days += u32::try_from(so_far).unwrap_or(0);
        match (extent(run.reason), self.phases.last_mut()) {
            (None, None) => {}
            // Holiday and leave go with what was before them.
            (None, Some(phase)) => phase.to = run.to,
            (Some(extent), Some(phase)) if phase.extent == extent => phase.to = run.to,
            (Some(extent), Some(_) | None) => self.phases.push(CasePhase {
                from: run.from,
                to: run.to,
                extent,
            }),
        }
    }
}

/// How much somebody is absent; nothing for a day that does not tell.
const fn extent(reason: Reason) -> Option<Extent> {
    match reason {
        Reason::SickFully | Reason::SelfCertified => Some(Extent::Full),
        Reason::SickPartly(_) => Some(Extent::Graded),
        Reason::HolidayAfterSick
        | Reason::LeaveAfterSick
        | Reason::HolidayAfterWork
        | Reason::LeaveAfterWork
        | Reason::HolidayBefore
        | Reason::LeaveBefore
        | Reason::Worked
        | Reason::TreatmentDays
        | Reason::TravelGrant
        | Reason::NothingKnown => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::meeting::{Degree, IntervalKind};

    use super::*;

    fn day(iso: &str) -> NaiveDate {
        iso.parse().unwrap()
    }

    fn sick(percent: u8, from: &str, to: &str) -> Interval {
        let kind = IntervalKind::Sick(Degree::new(percent).unwrap());
        interval(kind, from, to)
    }

    /// `to` may be empty for what goes on.
    fn interval(kind: IntervalKind, from: &str, to: &str) -> Interval {
        let to = (!to.is_empty()).then(|| day(to));
        let from = day(from);
        Interval { from, to, kind }
    }

    fn absence(intervals: &[Interval], today: &str) -> AbsenceHistory {
        AbsenceHistory::new(intervals, day(today))
    }

    #[test]
    fn self_certified_days_belong_to_the_case() {
        // Case 1 of the examples.
        let intervals = [
            interval(IntervalKind::SelfCertified, "2026-10-05", "2026-10-07"),
            sick(100, "2026-10-08", ""),
        ];
        let absence = absence(&intervals, "2026-11-17");
        let case = absence.current().unwrap();
        assert_eq!(case.start, day("2026-10-05"));
        assert_eq!(case.last_sick_day, day("2026-11-17"));
        assert_eq!(case.known_end, None);
        assert_eq!((case.sick_days, case.weeks()), (44, 6));
        assert_eq!(case.state, CaseState::Open);
        assert_eq!(case.full_since(day("2026-11-17")), Some(day("2026-10-05")));
        assert_eq!(
            absence.reason_on(day("2026-10-07")),
            Some(Reason::SelfCertified)
        );
        assert_eq!(
            absence.reason_on(day("2026-10-08")),
            Some(Reason::SickFully)
        );
        assert_eq!(absence.reason_on(day("2026-10-04")), None);
        assert_eq!(absence.reason_on(day("2026-11-18")), None);
    }

    #[track_caller]
    fn check_gap(days: u64, cases: usize) {
        let first = sick(100, "2026-10-05", "2026-10-09");
        let from = day("2026-10-09") + chrono::Days::new(days + 1);
        let second = Interval {
            from,
            to: None,
            kind: IntervalKind::SelfCertified,
        };
        let absence = AbsenceHistory::new(&[second, first], from);
        assert_eq!(absence.cases.len(), cases, "{days} days between");
        let expected = if cases == 1 { first.from } else { from };
        assert_eq!(absence.current().unwrap().start, expected);
    }

    #[test]
    fn a_gap_of_fifteen_days_goes_on_and_one_of_sixteen_begins_anew() {
        check_gap(0, 1);
        check_gap(15, 1);
        check_gap(16, 2);
        check_gap(17, 2);
    }

    #[test]
    fn a_case_ends_on_the_sixteenth_day_that_is_not_sick() {
        let intervals = [sick(100, "2026-10-05", "2026-10-09")];
        let state = |today| absence(&intervals, today).cases[0].state;
        assert_eq!(state("2026-10-24"), CaseState::Open);
        let ended = CaseState::Ended(day("2026-10-25"));
        assert_eq!(state("2026-10-25"), ended);
        assert_eq!(state("2027-10-25"), ended);
    }

    #[test]
    fn holiday_counts_by_what_was_before_it() {
        use IntervalKind::{Holiday, Leave, Work};
        let intervals = [
            interval(Holiday, "2026-06-01", "2026-06-03"),
            sick(100, "2026-06-08", "2026-06-12"),
            interval(Holiday, "2026-06-13", "2026-07-05"),
            interval(Leave, "2026-07-06", "2026-07-06"),
            sick(50, "2026-07-07", "2026-07-07"),
            interval(Work, "2026-07-08", "2026-07-08"),
            interval(Holiday, "2026-07-09", "2026-07-23"),
            sick(100, "2026-07-24", "2026-07-24"),
        ];
        let absence = absence(&intervals, "2026-07-24");
        for (date, reason) in [
            ("2026-06-01", Reason::HolidayBefore),
            ("2026-06-07", Reason::NothingKnown),
            ("2026-06-13", Reason::HolidayAfterSick),
            ("2026-07-05", Reason::HolidayAfterSick),
            ("2026-07-06", Reason::LeaveAfterSick),
            ("2026-07-07", Reason::SickPartly(Degree::new(50).unwrap())),
            ("2026-07-08", Reason::Worked),
            ("2026-07-09", Reason::HolidayAfterWork),
        ] {
            assert_eq!(absence.reason_on(day(date)), Some(reason), "{date}");
        }
        // One day of work and fifteen of holiday are sixteen.
        assert_eq!(absence.cases.len(), 2);
        assert_eq!(absence.cases[0].start, day("2026-06-08"));
        assert_eq!(absence.cases[0].sick_days, 30);
    }

    #[test]
    fn treatment_days_and_a_travel_grant_are_days_at_work() {
        for kind in [IntervalKind::TreatmentDays, IntervalKind::TravelGrant] {
            let intervals = [
                sick(100, "2026-10-05", "2026-10-09"),
                interval(kind, "2026-10-10", ""),
            ];
            let absence = absence(&intervals, "2026-11-09");
            let ended = CaseState::Ended(day("2026-10-25"));
            assert_eq!(absence.cases[0].state, ended, "{kind:?}");
        }
    }

    #[test]
    fn work_reported_within_a_sick_note_wins_and_so_does_a_later_note() {
        let intervals = [
            sick(50, "2026-10-05", "2026-11-15"),
            sick(100, "2026-10-12", "2026-10-18"),
            interval(IntervalKind::Work, "2026-11-09", ""),
        ];
        let mut backwards = intervals;
        backwards.reverse();
        let found = absence(&intervals, "2026-11-20");
        assert_eq!(found, absence(&backwards, "2026-11-20"));
        let case = &found.cases[0];
        assert_eq!(case.last_sick_day, day("2026-11-08"));
        assert_eq!(case.known_end, Some(day("2026-11-08")));
        let phases: Vec<_> = case
            .phases
            .iter()
            .map(|phase| (phase.extent, phase.from))
            .collect();
        assert_eq!(
            phases,
            [
                (Extent::Graded, day("2026-10-05")),
                (Extent::Full, day("2026-10-12")),
                (Extent::Graded, day("2026-10-19")),
            ]
        );
    }

    #[test]
    fn a_new_note_ends_one_that_is_still_going_on() {
        // To half, and back to whole: nobody has written an end to what was before.
        let intervals = [
            sick(100, "2026-10-05", ""),
            sick(50, "2026-11-02", ""),
            sick(100, "2026-11-16", ""),
        ];
        let extents = |today: &str| {
            let absence = absence(&intervals, today);
            assert_eq!(absence.cases.len(), 1, "{today}");
            assert_eq!(absence.cases[0].known_end, None, "{today}");
            let phases = absence.cases[0].phases.iter();
            phases.map(|s| (s.extent, s.from, s.to)).collect::<Vec<_>>()
        };
        let full = (Extent::Full, day("2026-10-05"), day("2026-11-01"));
        let graded = (Extent::Graded, day("2026-11-02"), day("2026-11-15"));
        let again = |to| (Extent::Full, day("2026-11-16"), day(to));
        // What lies ahead is known of, without a hole up to it.
        assert_eq!(extents("2026-10-20"), [full, graded, again("2026-11-16")]);
        assert_eq!(extents("2026-12-01"), [full, graded, again("2026-12-01")]);
    }

    #[test]
    fn a_note_that_was_ended_by_another_does_not_come_back_when_that_runs_out() {
        let intervals = [
            sick(100, "2026-10-05", ""),
            sick(50, "2026-11-02", "2026-11-15"),
        ];
        let absence = absence(&intervals, "2026-11-20");
        let case = &absence.cases[0];
        assert_eq!(case.known_end, Some(day("2026-11-15")));
        assert_eq!(
            absence.reason_on(day("2026-11-16")),
            Some(Reason::NothingKnown)
        );
        assert_eq!(case.back_since, None);
    }

    #[test]
    fn of_two_notes_with_a_last_day_the_later_counts_while_it_lasts_be_it_higher_or_lower() {
        let intervals = [
            sick(100, "2026-10-05", "2026-11-29"),
            sick(40, "2026-10-12", "2026-10-18"),
            interval(IntervalKind::TreatmentDays, "2026-11-02", "2026-11-08"),
        ];
        let absence = absence(&intervals, "2026-11-20");
        for (date, reason) in [
            ("2026-10-11", Reason::SickFully),
            ("2026-10-12", Reason::SickPartly(Degree::new(40).unwrap())),
            ("2026-10-19", Reason::SickFully),
            ("2026-11-02", Reason::TreatmentDays),
            ("2026-11-09", Reason::SickFully),
        ] {
            assert_eq!(absence.reason_on(day(date)), Some(reason), "{date}");
        }
    }

    #[test]
    fn a_new_note_after_work_holiday_or_leave_that_nobody_ended_is_a_new_absence() {
        use IntervalKind::{Holiday, Leave, Work};
        for kind in [Work, Holiday, Leave] {
            let intervals = [
                sick(100, "2026-10-05", "2026-10-11"),
                interval(kind, "2026-10-12", ""),
                sick(100, "2026-11-16", ""),
            ];
            let found = absence(&intervals, "2026-11-20");
            let sick = found.reason_on(day("2026-11-16"));
            assert_eq!(sick, Some(Reason::SickFully), "{kind:?}");
            assert_eq!(found.current().unwrap().last_sick_day, found.today);
        }
    }

    #[test]
    fn holiday_that_is_still_going_on_has_no_known_end() {
        let intervals = [
            sick(100, "2026-10-05", "2026-11-15"),
            interval(IntervalKind::Holiday, "2026-11-16", ""),
        ];
        for today in ["2026-11-16", "2026-11-20"] {
            let absence = absence(&intervals, today);
            assert_eq!(absence.cases[0].last_sick_day, day(today));
            assert_eq!(absence.cases[0].known_end, None);
        }
    }

    #[test]
    fn only_a_day_of_work_that_somebody_told_of_shows_that_one_is_back() {
        let note = sick(100, "2026-10-05", "2026-11-06");
        let back = |after: &[Interval], today| {
            let all = [&[note], after].concat();
            absence(&all, today).cases[0].back_since
        };
        assert_eq!(back(&[], "2026-11-12"), None);
        let holiday = interval(IntervalKind::Holiday, "2026-11-09", "");
        assert_eq!(back(&[holiday], "2026-11-12"), None);
        for kind in [
            IntervalKind::Work,
            IntervalKind::TreatmentDays,
            IntervalKind::TravelGrant,
        ] {
            let work = interval(kind, "2026-11-09", "");
            assert_eq!(back(&[work], "2026-11-08"), None, "{kind:?}");
            assert_eq!(back(&[work], "2026-11-12"), Some(day("2026-11-09")));
        }
    }

    #[test]
    fn full_absence_is_counted_from_the_first_full_day_without_a_graded_one_since() {
        let intervals = [
            sick(50, "2026-10-05", "2026-10-25"),
            sick(100, "2026-10-26", "2026-11-01"),
            interval(IntervalKind::Work, "2026-11-02", "2026-11-04"),
            sick(100, "2026-11-05", ""),
        ];
        let absence = absence(&intervals, "2026-11-20");
        let case = &absence.cases[0];
        assert_eq!(case.full_since(day("2026-10-25")), None);
        for date in ["2026-10-26", "2026-11-03", "2026-11-20"] {
            let since = case.full_since(day(date));
            assert_eq!(since, Some(day("2026-10-26")), "{date}");
        }
    }

    #[test]
    fn what_lies_ahead_counts_no_days_yet() {
        let intervals = [
            sick(100, "2026-10-05", "2026-12-31"),
            sick(100, "2027-06-01", ""),
        ];
        let later = absence(&intervals, "2027-01-20");
        assert_eq!(later.current(), Some(&later.cases[1]));
        let absence = absence(&intervals, "2026-10-11");
        let case = absence.current().unwrap();
        assert_eq!((case.sick_days, case.weeks()), (7, 1));
        assert_eq!(case.last_sick_day, day("2026-12-31"));
        // Nobody has come back yet, whatever is planned.
        assert_eq!(case.state, CaseState::Open);
        assert_eq!(absence.cases[1].sick_days, 0);
        assert_eq!(absence.cases[1].last_sick_day, day("2027-06-01"));
    }

    #[test]
    fn absurd_dates_are_cheap_and_do_no_harm() {
        let kind = IntervalKind::Sick(Degree::FULL);
        let all = |from, to| Interval { from, to, kind };
        let (first, last) = (NaiveDate::MIN, NaiveDate::MAX);
        for intervals in [
            vec![all(first, None)],
            vec![all(first, Some(last))],
            vec![all(last, None)],
            vec![all(last, Some(first))],
            vec![all(first, Some(first)), all(last, Some(last))],
            vec![],
        ] {
            for today in [first, day("0000-01-01"), day("2026-11-17"), last] {
                let absence = AbsenceHistory::new(&intervals, today);
                assert!(absence.cases.len() <= 2);
                assert!(absence.runs.len() <= 3);
                let whole = absence.runs.windows(2);
                assert!(whole.into_iter().all(|pair| pair[0].to < pair[1].from));
            }
        }
        let absence = AbsenceHistory::new(&[all(last, Some(first))], last);
        assert!(absence.runs.is_empty() && absence.cases.is_empty());
    }
}
