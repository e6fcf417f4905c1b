//! The rules against a model that walks day by day and knows nothing of runs, and holidays against the tables of the church.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use dialogmote::{
    meeting::absence::{Degree, Stretch, StretchKind},
    rules::{
        case::{CaseState, Course},
        dates::Dates,
        days::Counts,
        deadlines::{Milestone, State, When, deadlines},
        holidays::{self, Holiday},
        need::Facts,
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

/// What the naive model knows of one day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Day {
    Sick,
    Holiday,
    Work,
}

fn of_day(stretches: &[Stretch], date: NaiveDate, today: NaiveDate) -> Option<StretchKind> {
    let holds = |stretch: &&Stretch| {
        let to = stretch.to.unwrap_or_else(|| today.max(stretch.from));
        stretch.from <= date && date <= to
    };
    let there: Vec<StretchKind> = stretches.iter().filter(holds).map(|s| s.kind).collect();
    let first = |wanted: &dyn Fn(StretchKind) -> bool| there.iter().copied().find(|k| wanted(*k));
    let degree = |kind| match kind {
        StretchKind::Sick(degree) => Some(degree),
        StretchKind::SelfCertified
        | StretchKind::Holiday
        | StretchKind::Leave
        | StretchKind::Work
        | StretchKind::TreatmentDays
        | StretchKind::TravelGrant => None,
    };
    first(&|kind| kind == StretchKind::Work)
        .or_else(|| first(&|kind| kind == StretchKind::Leave))
        .or_else(|| first(&|kind| kind == StretchKind::Holiday))
        .or_else(|| first(&|kind| kind == StretchKind::Sick(Degree::FULL)))
        .or_else(|| first(&|kind| kind == StretchKind::SelfCertified))
        .or_else(|| {
            there
                .iter()
                .copied()
                .filter_map(degree)
                .max()
                .map(StretchKind::Sick)
        })
        .or_else(|| there.first().copied())
}

/// First and last sick day and sick days up to today of every case, found by walking.
fn cases_by_walking(stretches: &[Stretch], today: NaiveDate) -> Vec<(NaiveDate, NaiveDate, u32)> {
    let mut cases: Vec<(NaiveDate, NaiveDate, u32)> = Vec::new();
    let mut not_sick = 0;
    let mut worked_since = false;
    for date in day("2025-12-01").iter_days().take(1200) {
        let found = match of_day(stretches, date, today) {
            Some(StretchKind::Sick(_) | StretchKind::SelfCertified) => Day::Sick,
            Some(StretchKind::Holiday | StretchKind::Leave) => Day::Holiday,
            Some(StretchKind::Work | StretchKind::TreatmentDays | StretchKind::TravelGrant)
            | None => Day::Work,
        };
        let sick = match found {
            Day::Sick => true,
            Day::Holiday => !cases.is_empty() && !worked_since,
            Day::Work => false,
        };
        if sick {
            worked_since = false;
            let so_far = u32::from(date <= today);
            match cases.last_mut() {
                Some((_, last, days)) if not_sick < 16 => {
                    *last = date;
                    *days += so_far;
                }
                _ => cases.push((date, date, so_far)),
            }
            not_sick = 0;
        } else {
            worked_since = true;
            not_sick += 1;
        }
    }
    cases
}

prop_compose! {
    fn any_stretch()(
        kind in 0..7,
        percent in 1..=100_u8,
        from in 0..400_u64,
        length in proptest::option::weighted(0.9, -3..40_i64),
    ) -> Stretch {
        let degree = Degree::new(percent).unwrap();
        let kind = match kind {
            0 => StretchKind::Sick(Degree::FULL),
            1 => StretchKind::Sick(degree),
            2 => StretchKind::SelfCertified,
            3 => StretchKind::Holiday,
            4 => StretchKind::Leave,
            5 => StretchKind::Work,
            _ if percent % 2 == 0 => StretchKind::TreatmentDays,
            _ => StretchKind::TravelGrant,
        };
        let from = day("2026-01-01") + Days::new(from);
        let to = length.map(|days| from + chrono::TimeDelta::days(days));
        Stretch { from, to, kind }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_cases_are_those_found_by_walking_day_by_day(
        stretches in proptest::collection::vec(any_stretch(), 0..14),
        today in 0..500_u64,
    ) {
        let today = day("2025-12-15") + Days::new(today);
        let course = Course::new(&stretches, today);
        let found: Vec<_> = course
            .cases
            .iter()
            .map(|case| (case.start, case.last_sick_day, case.sick_days))
            .collect();
        prop_assert_eq!(&found, &cases_by_walking(&stretches, today));
        for case in &course.cases {
            let gone = (today - case.last_sick_day).num_days() >= 16;
            prop_assert_eq!(case.state != CaseState::Open, gone);
            prop_assert!(!case.spells.is_empty());
            prop_assert_eq!(case.spells[0].from, case.start);
            let turns = case.spells.windows(2);
            prop_assert!(turns.into_iter().all(|pair| pair[0].extent != pair[1].extent));
        }
        // Every day has one reason, and the sick ones are those of the cases.
        let runs = course.runs.windows(2);
        prop_assert!(runs.into_iter().all(|pair| pair[0].to.succ_opt() == Some(pair[1].from)));
        let sick: i64 = course
            .runs
            .iter()
            .filter(|run| run.reason.counts() == Counts::Sick)
            .map(|run| (run.to.min(today) - run.from).num_days() + 1)
            .filter(|days| *days > 0)
            .sum();
        let counted: u32 = course.cases.iter().map(|case| case.sick_days).sum();
        prop_assert_eq!(sick, i64::from(counted));
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
    fn deadlines_of_any_absence_are_told_without_harm_and_graded_ones_never_alarm_for_the_meeting(
        stretches in proptest::collection::vec(any_stretch(), 0..8),
        today in 0..500_u64,
    ) {
        let today = day("2025-12-15") + Days::new(today);
        let course = Course::new(&stretches, today);
        let told = deadlines(&course, &Facts::default());
        prop_assert_eq!(told.is_empty(), course.cases.is_empty());
        let full = stretches.iter().any(|stretch| {
            [StretchKind::Sick(Degree::FULL), StretchKind::SelfCertified].contains(&stretch.kind)
        });
        let quiet = |state| matches!(state, State::NoAlarm | State::NotReached);
        for one in told.iter().filter(|one| one.milestone == Milestone::Meeting1) {
            prop_assert!(full || quiet(one.state), "{:?}", one);
        }
    }

    #[test]
    fn no_date_of_the_calendar_is_too_much(
        dates in proptest::collection::vec((any::<i32>(), proptest::option::of(any::<i32>())), 0..6),
        today in any::<i32>(),
    ) {
        let any_day = |number: i32| {
            NaiveDate::from_num_days_from_ce_opt(number / 20).unwrap_or(NaiveDate::MAX)
        };
        let kind = StretchKind::Sick(Degree::FULL);
        let stretches: Vec<_> = dates
            .into_iter()
            .map(|(from, to)| Stretch { from: any_day(from), to: to.map(any_day), kind })
            .collect();
        let course = Course::new(&stretches, any_day(today));
        prop_assert!(course.runs.len() <= 2 * stretches.len() + 1);
        let told = deadlines(&course, &Facts::default());
        prop_assert!(told.len() <= Milestone::ALL.len());
    }
}
