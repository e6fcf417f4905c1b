//! The rules against a model that walks day by day and knows nothing of runs, and holidays against the tables of the church.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use dialogmote::{
    meeting::{Degree, Interval, IntervalKind},
    rules::{
        AbsenceHistory, CaseState, DeadlineStatus, Duty, Facts, Holiday, Milestone, Reason,
        Urgency, When, Whose, case::Extent, dates::Dates, deadlines::deadlines, holidays,
        need::duty,
    },
};
use proptest::prelude::*;

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

/// The full moon before Easter for each golden number from 1 on, as month and day; good from 1900 to 2199.
const FULL_MOONS: [(u32, u32); 19] = [
    (4, 14),
    (4, 3),
    (3, 23),
    (4, 11),
    (3, 31),
    (4, 18),
    (4, 8),
    (3, 28),
    (4, 16),
    (4, 5),
    (3, 25),
    (4, 13),
    (4, 2),
    (3, 22),
    (4, 10),
    (3, 30),
    (4, 17),
    (4, 7),
    (3, 27),
];

/// The Sunday after the full moon.
fn easter_by_table(year: i32) -> NaiveDate {
    let (month, day) = FULL_MOONS[usize::try_from(year % 19).unwrap()];
    let moon = NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let mut days = moon.iter_days().skip(1);
    days.find(|day| day.weekday() == Weekday::Sun).unwrap()
}

/// The days off of a year, one by one.
fn days_off(year: i32) -> Vec<(NaiveDate, Holiday)> {
    let fixed = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let easter = easter_by_table(year);
    vec![
        (fixed(1, 1), Holiday::NewYear),
        (fixed(5, 1), Holiday::LabourDay),
        (fixed(5, 17), Holiday::ConstitutionDay),
        (fixed(12, 25), Holiday::ChristmasDay),
        (fixed(12, 26), Holiday::SecondChristmasDay),
        (easter - Days::new(3), Holiday::MaundyThursday),
        (easter - Days::new(2), Holiday::GoodFriday),
        (easter, Holiday::EasterSunday),
        (easter + Days::new(1), Holiday::EasterMonday),
        (easter + Days::new(39), Holiday::Ascension),
        (easter + Days::new(49), Holiday::WhitSunday),
        (easter + Days::new(50), Holiday::WhitMonday),
    ]
}

#[test]
fn a_hundred_years_of_holidays_are_those_of_the_table() {
    for year in 2000..2100 {
        assert_eq!(holidays::easter(year), Some(easter_by_table(year)));
        let off = days_off(year);
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        for date in first.iter_days().take_while(|date| date.year() == year) {
            let expected = off.iter().find(|(day, _)| *day == date).map(|(_, h)| *h);
            assert_eq!(holidays::holiday(date), expected, "{date}");
            let weekend = [Weekday::Sat, Weekday::Sun].contains(&date.weekday());
            let working = !weekend && expected.is_none();
            assert_eq!(holidays::is_working_day(date), working, "{date}");
        }
    }
}

#[test]
fn every_deadline_of_a_hundred_years_is_planned_for_a_day_before_it_when_people_work() {
    for date in day("2000-01-01").iter_days().take(36_525) {
        let dates = Dates::by(date);
        let (last, advised) = (dates.last_working_day, dates.advised);
        assert!(holidays::is_working_day(last) && holidays::is_working_day(advised));
        assert!(advised <= last && last <= date, "{date}");
        let between = last.iter_days().skip(1).take_while(|day| *day <= date);
        assert!(
            between
                .into_iter()
                .all(|day| !holidays::is_working_day(day))
        );
        // Five days off in a row are the most there are; three weeks the most between a deadline and a good day.
        assert!((date - last).num_days() <= 5, "{date}");
        assert!((date - advised).num_days() <= 17, "{date}");
    }
}

/// Whether a period is a sick note or the employee's word in place of one.
fn is_note(interval: &Interval) -> bool {
    match interval.kind {
        IntervalKind::Sick(_)
        | IntervalKind::SelfCertified
        | IntervalKind::TreatmentDays
        | IntervalKind::TravelGrant => true,
        IntervalKind::Holiday | IntervalKind::Leave | IntervalKind::Work => false,
    }
}

/// The last day of a period: the one that is written down; else the day before the next note begins; else today, or its
/// first day where that is still to come.
fn last_day(interval: &Interval, all: &[Interval], today: NaiveDate) -> NaiveDate {
    let later = all.iter().filter(|other| {
        let is_any = other.to.is_none_or(|to| other.from <= to);
        is_note(other) && is_any && other.from > interval.from
    });
    let next = later.map(|other| other.from - Days::new(1)).min();
    let still = today.max(interval.from);
    interval.to.or(next).unwrap_or(still)
}

/// By which period the day goes: work, leave, holiday; else the note that began last, the gravest of one day first.
fn of_day(all: &[Interval], date: NaiveDate, today: NaiveDate) -> Option<IntervalKind> {
    let mut there: Vec<&Interval> = all
        .iter()
        .filter(|interval| interval.from <= date && date <= last_day(interval, all, today))
        .collect();
    for reported in [
        IntervalKind::Work,
        IntervalKind::Leave,
        IntervalKind::Holiday,
    ] {
        if there.iter().any(|interval| interval.kind == reported) {
            return Some(reported);
        }
    }
    let newest = there.iter().map(|interval| interval.from).max()?;
    there.retain(|interval| interval.from == newest);
    let any = |kind| {
        there
            .iter()
            .any(|interval| interval.kind == kind)
            .then_some(kind)
    };
    let graded = (1..100).rev().filter_map(Degree::new);
    any(IntervalKind::Sick(Degree::FULL))
        .or_else(|| any(IntervalKind::SelfCertified))
        .or_else(|| graded.map(IntervalKind::Sick).find_map(any))
        .or_else(|| any(IntervalKind::TravelGrant))
        .or_else(|| any(IntervalKind::TreatmentDays))
}

/// A case as it is found by walking.
#[derive(Debug, PartialEq, Eq)]
struct Walked {
    start: NaiveDate,
    last: NaiveDate,
    sick_days: u32,
    phases: Vec<(Extent, NaiveDate, NaiveDate)>,
    /// The first known day of work after the last sick day, up to today.
    back: Option<NaiveDate>,
    /// The day on which it was over, up to today.
    ended: Option<NaiveDate>,
}

/// Why every day of three years counts as it does, and the cases, day by day.
fn walk(all: &[Interval], today: NaiveDate) -> (Vec<(NaiveDate, Reason)>, Vec<Walked>) {
    let mut reasons = Vec::new();
    let mut cases: Vec<Walked> = Vec::new();
    let mut not_sick = 0;
    let mut worked_since = false;
    for date in day("2025-12-01").iter_days().take(1200) {
        let never = cases.is_empty();
        let off = |before, after_sick, after_work| match (never, worked_since) {
            (true, _) => before,
            (false, false) => after_sick,
            (false, true) => after_work,
        };
        let reason = match of_day(all, date, today) {
            Some(IntervalKind::Sick(Degree::FULL)) => Reason::SickFully,
            Some(IntervalKind::Sick(degree)) => Reason::SickPartly(degree),
            Some(IntervalKind::SelfCertified) => Reason::SelfCertified,
            Some(IntervalKind::Holiday) => off(
                Reason::HolidayBefore,
                Reason::HolidayAfterSick,
                Reason::HolidayAfterWork,
            ),
            Some(IntervalKind::Leave) => off(
                Reason::LeaveBefore,
                Reason::LeaveAfterSick,
                Reason::LeaveAfterWork,
            ),
            Some(IntervalKind::Work) => Reason::Worked,
            Some(IntervalKind::TreatmentDays) => Reason::TreatmentDays,
            Some(IntervalKind::TravelGrant) => Reason::TravelGrant,
            None => Reason::NothingKnown,
        };
        reasons.push((date, reason));
        let extent = match reason {
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
        };
        let holiday = matches!(reason, Reason::HolidayAfterSick | Reason::LeaveAfterSick);
        if extent.is_none() && !holiday {
            worked_since = true;
            not_sick += 1;
            if let (Some(case), true) = (cases.last_mut(), date <= today) {
                let known = matches!(
                    reason,
                    Reason::Worked | Reason::TreatmentDays | Reason::TravelGrant
                );
                case.back = case.back.or(known.then_some(date));
                case.ended = case.ended.or((not_sick == 16).then_some(date));
            }
            continue;
        }
        worked_since = false;
        if cases.is_empty() || not_sick >= 16 {
            cases.push(Walked {
                start: date,
                last: date,
                sick_days: 0,
                phases: Vec::new(),
                back: None,
                ended: None,
            });
        }
        not_sick = 0;
        let case = cases.last_mut().unwrap();
        case.last = date;
        case.back = None;
        case.sick_days += u32::from(date <= today);
        match (extent, case.phases.last_mut()) {
            (Some(extent), Some(last)) if last.0 == extent => last.2 = date,
            (Some(extent), _) => case.phases.push((extent, date, date)),
            (None, last) => last.unwrap().2 = date,
        }
    }
    (reasons, cases)
}

/// The case that matters today.
fn current(cases: &[Walked], today: NaiveDate) -> Option<&Walked> {
    let begun = cases.iter().rfind(|case| case.start <= today);
    let coming = cases.iter().find(|case| case.start > today);
    if begun.is_some_and(|case| case.ended.is_none()) {
        begun
    } else {
        coming.or(begun)
    }
}

/// Nothing where the period that holds the last sick day has no end that anybody knows.
fn known_end(case: &Walked, all: &[Interval], today: NaiveDate) -> Option<NaiveDate> {
    let kind = of_day(all, case.last, today);
    let goes_on = all.iter().any(|interval| {
        let later = all.iter().any(|other| {
            let is_any = other.to.is_none_or(|to| other.from <= to);
            is_note(other) && is_any && other.from > interval.from
        });
        interval.to.is_none()
            && !later
            && Some(interval.kind) == kind
            && last_day(interval, all, today) == case.last
    });
    (!goes_on).then_some(case.last)
}

/// The first day wholly absent from which the seven weeks count, where there is a duty.
fn full_since(case: &Walked, today: NaiveDate) -> Option<NaiveDate> {
    let mut since = None;
    for (extent, from, to) in &case.phases {
        let week_7 = *from + Days::new(48);
        if *extent == Extent::Full && *to >= week_7 && today >= week_7 {
            return Some(*from);
        }
        if *from <= today || *from == case.start {
            since = (*extent == Extent::Full).then_some(*from);
        }
    }
    since
}

fn until(day: NaiveDate, today: NaiveDate) -> DeadlineStatus {
    match u32::try_from((day - today).num_days()) {
        Ok(0) => DeadlineStatus::DueToday,
        Ok(left) => DeadlineStatus::DueIn(left),
        Err(_) => DeadlineStatus::Overdue(u32::try_from((today - day).num_days()).unwrap()),
    }
}

/// How plan and meeting stand where nothing has been done.
fn nothing_done(case: &Walked, today: NaiveDate) -> (DeadlineStatus, DeadlineStatus) {
    let plan_by = case.start + Days::new(27);
    let over = case.ended.is_some();
    let plan = if over || (case.back.is_some() && case.last < plan_by) {
        DeadlineStatus::NotReached
    } else {
        until(plan_by, today)
    };
    let since = full_since(case, today);
    let worded = since.map(|since| since + Days::new(48));
    let reached = worded.is_some_and(|worded| case.last >= worded);
    let careful = case.start + Days::new(48);
    let days = |from: NaiveDate, to: NaiveDate| u32::try_from((to - from).num_days()).unwrap();
    let meeting = match worded {
        _ if over || (case.back.is_some() && !reached) => DeadlineStatus::NotReached,
        None => DeadlineStatus::NoAlarm,
        Some(worded) if careful < today && today <= worded => DeadlineStatus::PastCareful {
            over: days(careful, today),
            left: days(today, worded),
        },
        Some(_) if today <= careful => until(careful, today),
        Some(worded) => until(worded, today),
    };
    (plan, meeting)
}

/// Whether it is good to hold a meeting on a day, with the table of holidays.
fn is_good(date: NaiveDate) -> bool {
    let at_work = |date: NaiveDate| {
        let weekend = [Weekday::Sat, Weekday::Sun].contains(&date.weekday());
        !weekend && days_off(date.year()).iter().all(|(off, _)| *off != date)
    };
    let easter = easter_by_table(date.year());
    let holy_week = (4..=6).any(|before| easter - Days::new(before) == date);
    let eve = NaiveDate::from_ymd_opt(date.year(), 12, 24).unwrap();
    let weekend = [Weekday::Sat, Weekday::Sun].contains(&eve.weekday());
    let monday = eve - Days::new(eve.weekday().num_days_from_monday().into());
    let christmas = date >= if weekend { eve } else { monday };
    let alone = !at_work(date - Days::new(1)) && !at_work(date + Days::new(1));
    at_work(date) && !holy_week && !christmas && !alone
}

#[test]
fn the_advised_day_is_the_last_good_one_on_every_day_of_a_hundred_years() {
    let mut good = day("1999-12-01");
    for date in day("1999-12-02").iter_days().take(36_555) {
        if is_good(date) {
            good = date;
        }
        if date.year() >= 2000 {
            assert_eq!(Dates::by(date).advised, good, "{date}");
        }
    }
}

prop_compose! {
    fn any_stretch()(
        kind in 0..7,
        percent in 1..=100_u8,
        from in 0..400_u64,
        length in proptest::option::weighted(0.9, -3..40_i64),
    ) -> Interval {
        let degree = Degree::new(percent).unwrap();
        let kind = match kind {
            0 => IntervalKind::Sick(Degree::FULL),
            1 => IntervalKind::Sick(degree),
            2 => IntervalKind::SelfCertified,
            3 => IntervalKind::Holiday,
            4 => IntervalKind::Leave,
            5 => IntervalKind::Work,
            _ if percent % 2 == 0 => IntervalKind::TreatmentDays,
            _ => IntervalKind::TravelGrant,
        };
        let from = day("2026-01-01") + Days::new(from);
        let to = length.map(|days| from + chrono::TimeDelta::days(days));
        Interval { from, to, kind }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn every_day_and_every_case_are_those_found_by_walking_day_by_day(
        intervals in proptest::collection::vec(any_stretch(), 0..14),
        today in 0..500_u64,
    ) {
        let today = day("2025-12-15") + Days::new(today);
        let absence = AbsenceHistory::new(&intervals, today);
        let (reasons, walked) = walk(&intervals, today);
        let found: Vec<Walked> = absence
            .cases
            .iter()
            .map(|case| Walked {
                start: case.start,
                last: case.last_sick_day,
                sick_days: case.sick_days,
                phases: case.phases.iter().map(|s| (s.extent, s.from, s.to)).collect(),
                back: case.back_since,
                ended: match case.state {
                    CaseState::Open => None,
                    CaseState::Ended(on) => Some(on),
                },
            })
            .collect();
        prop_assert_eq!(&found, &walked);
        // Every day from the first known one on has one reason, and no other day has any.
        let told = |reason: &Reason| *reason != Reason::NothingKnown;
        let first = reasons.iter().find(|(_, reason)| told(reason)).map(|(date, _)| *date);
        let last = reasons.iter().rfind(|(_, reason)| told(reason)).map(|(date, _)| *date);
        let last = last.map(|last| last.max(today));
        for (date, reason) in reasons {
            let known = Some(date) >= first && Some(date) <= last && first.is_some();
            prop_assert_eq!(absence.reason_on(date), known.then_some(reason), "{}", date);
        }
        for (case, walked) in absence.cases.iter().zip(&walked) {
            prop_assert_eq!(case.known_end, known_end(walked, &intervals, today));
            let since = match duty(case, today) {
                Duty::Must { since } => Some(since),
                Duty::IfWanted => None,
            };
            prop_assert_eq!(since, full_since(walked, today));
            for (extent, from, _) in &walked.phases {
                let full = (*extent == Extent::Full).then_some(*from);
                prop_assert_eq!(case.full_since(*from), full);
            }
        }
        prop_assert_eq!(
            absence.current().map(|case| case.start),
            current(&walked, today).map(|case| case.start)
        );
    }

    #[test]
    fn where_nothing_was_done_plan_and_meeting_stand_as_counted_day_by_day(
        intervals in proptest::collection::vec(any_stretch(), 0..8),
        today in 0..500_u64,
    ) {
        let today = day("2025-12-15") + Days::new(today);
        let told = deadlines(&AbsenceHistory::new(&intervals, today), &Facts::default());
        let (_, walked) = walk(&intervals, today);
        let state = |wanted| {
            let mut all = told.iter().filter(|one| one.milestone == wanted);
            all.next().map(|one| one.status)
        };
        let found = state(Milestone::FollowUpPlan).zip(state(Milestone::Meeting1));
        let expected = current(&walked, today).map(|case| nothing_done(case, today));
        prop_assert_eq!(found, expected);
        for one in &told {
            let alarm = matches!(one.status, DeadlineStatus::DueToday | DeadlineStatus::Overdue(_));
            prop_assert_eq!(one.status.urgency() == Urgency::Alarm, alarm);
            prop_assert_eq!(one.due_by().is_some_and(|by| by < today), matches!(
                one.status,
                DeadlineStatus::Overdue(_)
            ));
            // Nav's matters and those of the parties never press.
            prop_assert!(!alarm || one.milestone.whose() == Whose::Employer);
        }
    }

    #[test]
    fn every_start_has_its_dates_by_counting_days_one_by_one(start in 0..36_525_u64) {
        let start = day("2000-01-01") + Days::new(start);
        let nth = |number: usize| start.iter_days().nth(number - 1).unwrap();
        for (milestone, weeks) in [
            (Milestone::FollowUpPlan, 4),
            (Milestone::Meeting1, 7),
            (Milestone::ActivityRequirement, 8),
            (Milestone::Meeting2, 26),
        ] {
            let When::By(dates) = milestone.when(start, None) else {
                panic!("{milestone:?} is a deadline");
            };
            prop_assert_eq!(dates.strict, nth(7 * weeks));
            prop_assert_eq!(dates.marker, Some(nth(7 * weeks + 1)));
            prop_assert_eq!(dates.marker.unwrap().weekday(), start.weekday());
        }
        prop_assert_eq!(Milestone::PlanReminder.when(start, None).date(), nth(24));
    }

    #[test]
    fn no_date_of_the_calendar_is_too_much(
        dates in proptest::collection::vec((any::<i32>(), proptest::option::of(any::<i32>())), 0..6),
        today in any::<i32>(),
    ) {
        let any_day = |number: i32| {
            NaiveDate::from_num_days_from_ce_opt(number / 20).unwrap_or(NaiveDate::MAX)
        };
        let kind = IntervalKind::Sick(Degree::FULL);
        let intervals: Vec<_> = dates
            .into_iter()
            .map(|(from, to)| Interval { from: any_day(from), to: to.map(any_day), kind })
            .collect();
        let absence = AbsenceHistory::new(&intervals, any_day(today));
        prop_assert!(absence.runs.len() <= 2 * intervals.len() + 1);
        let told = deadlines(&absence, &Facts::default());
        prop_assert!(told.len() <= Milestone::ALL.len());
    }
}
