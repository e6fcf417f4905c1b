//! Norwegian public holidays of any year, working days, and which day to plan something for.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A public holiday (lov om helligdager og helligdagsfred § 2; lov om 1. og 17. mai som høgtidsdager). Ordinary Sundays
/// are none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// Skjærtorsdag, three days before Easter Sunday.
    MaundyThursday,
    /// Langfredag.
    GoodFriday,
    /// Første påskedag.
    EasterSunday,
    /// Andre påskedag.
    EasterMonday,
    /// 1 May.
    LabourDay,
    /// 17 May.
    ConstitutionDay,
    /// Kristi himmelfartsdag, 39 days after Easter Sunday.
    Ascension,
    /// Første pinsedag, 49 days after Easter Sunday.
    WhitSunday,
    /// Andre pinsedag.
    WhitMonday,
    /// 25 December.
    ChristmasDay,
    /// 26 December.
    SecondChristmasDay,
}

/// Easter Sunday of a year in the Gregorian calendar, by the formula of Meeus, Jones and Butcher. Nothing for a year
/// that [`NaiveDate`] does not reach.
pub fn easter(year: i32) -> Option<NaiveDate> {
    // The dates of Easter repeat after this many years; so a year before the first has one too.
    let y = year.rem_euclid(5_700_000);
    let golden = y % 19;
    let (century, of_century) = (y / 100, y % 100);
    let corrected = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - corrected + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    let month = u32::try_from(days / 31).ok()?;
    let day = u32::try_from(days % 31 + 1).ok()?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The public holiday on this date. Where two fall together, as 17 May and andre pinsedag in 2027, the one with the
/// fixed date, which is what people call the day.
pub fn holiday(date: NaiveDate) -> Option<Holiday> {
    let fixed = match (date.month(), date.day()) {
        (1, 1) => Some(Holiday::NewYear),
        (5, 1) => Some(Holiday::LabourDay),
        (5, 17) => Some(Holiday::ConstitutionDay),
        (12, 25) => Some(Holiday::ChristmasDay),
        (12, 26) => Some(Holiday::SecondChristmasDay),
        (_, _) => None,
    };
    fixed.or_else(|| match days_after_easter(date)? {
        -3 => Some(Holiday::MaundyThursday),
        -2 => Some(Holiday::GoodFriday),
        0 => Some(Holiday::EasterSunday),
        1 => Some(Holiday::EasterMonday),
        39 => Some(Holiday::Ascension),
        49 => Some(Holiday::WhitSunday),
        50 => Some(Holiday::WhitMonday),
        _ => None,
    })
}

fn days_after_easter(date: NaiveDate) -> Option<i64> {
    Some((date - easter(date.year())?).num_days())
}

/// Whether it is neither Saturday, Sunday nor a public holiday.
pub fn is_working_day(date: NaiveDate) -> bool {
    let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    !weekend && holiday(date).is_none()
}

/// The date itself if it is a working day, else the last working day before it. A deadline is never moved forward.
///
/// The very first date there is, is its own answer.
pub fn last_working_day_on_or_before(date: NaiveDate) -> NaiveDate {
    last(date, is_working_day).unwrap_or(date)
}

/// The last day on or before `date` that is good to hold a meeting on: a working day outside of the two seasons when
/// few are at work, and not a single day squeezed in between days off.
///
/// The seasons, by custom and not by law: Monday to Wednesday of Holy Week, and from the Monday of the week of
/// 24 December to the end of the year. Where 24 December is on a weekend, the week before it is a usual one.
pub fn advised_day_on_or_before(date: NaiveDate) -> NaiveDate {
    let good = |day| is_working_day(day) && !is_in_holiday_season(day) && !is_squeezed_in(day);
    last(date, good).unwrap_or_else(|| last_working_day_on_or_before(date))
}

fn is_in_holiday_season(date: NaiveDate) -> bool {
    let holy_week = days_after_easter(date).is_some_and(|days| (-6..=-4).contains(&days));
    // Monday to Friday, the week that holds 24 December begins at most four days before it.
    let christmas = date.month() == 12
        && match NaiveDate::from_ymd_opt(date.year(), 12, 24).map(|eve| eve.weekday()) {
            None | Some(Weekday::Sat | Weekday::Sun) => date.day() >= 24,
            Some(eve) => date.day() >= 24 - eve.num_days_from_monday(),
        };
    holy_week || christmas
}

/// A working day with a day off on both sides, as the Friday after Kristi himmelfartsdag.
fn is_squeezed_in(date: NaiveDate) -> bool {
    let off = |day: Option<NaiveDate>| day.is_some_and(|day| !is_working_day(day));
    off(date.pred_opt()) && off(date.succ_opt())
}

/// The last day on or before `date` for which `good` holds, as far back as the longest row of bad days could reach.
fn last(date: NaiveDate, good: impl Fn(NaiveDate) -> bool) -> Option<NaiveDate> {
    const FURTHEST: u64 = 31;
    (0..=FURTHEST)
        .map_while(|back| date.checked_sub_days(Days::new(back)))
        .find(|day| good(*day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> NaiveDate {
        iso.parse().unwrap()
    }

    fn find(year: i32, wanted: Holiday) -> Option<NaiveDate> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        first
            .iter_days()
            .take_while(|date| date.year() == year)
            .find(|date| holiday(*date) == Some(wanted))
    }

    #[test]
    fn the_moving_holidays_of_five_years_are_those_of_the_almanac() {
        for (year, easter_day, maundy, easter_monday, ascension, whit_monday) in [
            (2026, "04-05", "04-02", "04-06", "05-14", Some("05-25")),
            (2027, "03-28", "03-25", "03-29", "05-06", None),
            (2028, "04-16", "04-13", "04-17", "05-25", Some("06-05")),
            (2029, "04-01", "03-29", "04-02", "05-10", Some("05-21")),
            (2030, "04-21", "04-18", "04-22", "05-30", Some("06-10")),
        ] {
            let date = |month_day: &str| Some(day(&format!("{year}-{month_day}")));
            assert_eq!(easter(year), date(easter_day));
            assert_eq!(find(year, Holiday::EasterSunday), date(easter_day));
            assert_eq!(find(year, Holiday::MaundyThursday), date(maundy));
            assert_eq!(find(year, Holiday::EasterMonday), date(easter_monday));
            assert_eq!(find(year, Holiday::Ascension), date(ascension));
            assert_eq!(find(year, Holiday::WhitMonday), whit_monday.and_then(date));
        }
    }

    #[test]
    fn a_day_that_is_two_holidays_has_the_name_of_the_fixed_one() {
        assert_eq!(holiday(day("2027-05-17")), Some(Holiday::ConstitutionDay));
        assert_eq!(day("2027-05-17").weekday(), Weekday::Mon);
        assert_eq!(holiday(day("2008-05-01")), Some(Holiday::LabourDay));
        assert_eq!(holiday(day("2026-05-17")), Some(Holiday::ConstitutionDay));
    }

    #[test]
    fn the_earliest_and_the_latest_easter_and_the_ends_of_time_are_found() {
        assert_eq!(easter(1818), Some(day("1818-03-22")));
        assert_eq!(easter(1943), Some(day("1943-04-25")));
        for year in [
            i32::MIN,
            NaiveDate::MIN.year(),
            -1,
            0,
            9999,
            NaiveDate::MAX.year(),
            i32::MAX,
        ] {
            if let Some(sunday) = easter(year) {
                assert_eq!(sunday.weekday(), Weekday::Sun, "{year}");
            }
        }
        for date in [NaiveDate::MIN, NaiveDate::MAX] {
            assert!(last_working_day_on_or_before(date) <= date);
            assert!(advised_day_on_or_before(date) <= date);
        }
    }

    #[track_caller]
    fn check_planning(deadline: &str, last_working_day: &str, advised: &str) {
        let deadline = day(deadline);
        let planned = (
            last_working_day_on_or_before(deadline),
            advised_day_on_or_before(deadline),
        );
        assert_eq!(planned, (day(last_working_day), day(advised)), "{deadline}");
    }

    #[test]
    fn an_ordinary_deadline_on_a_sunday_is_planned_for_the_friday() {
        check_planning("2026-11-22", "2026-11-20", "2026-11-20");
        check_planning("2026-11-18", "2026-11-18", "2026-11-18");
    }

    #[test]
    fn easter_is_planned_for_the_week_before_holy_week() {
        check_planning("2027-03-25", "2027-03-24", "2027-03-19");
        check_planning("2027-03-29", "2027-03-24", "2027-03-19");
        check_planning("2027-03-30", "2027-03-30", "2027-03-30");
        check_planning("2027-03-22", "2027-03-22", "2027-03-19");
    }

    #[test]
    fn christmas_is_planned_for_the_week_before_it() {
        check_planning("2026-12-27", "2026-12-24", "2026-12-18");
        check_planning("2026-12-31", "2026-12-31", "2026-12-18");
        check_planning("2027-01-03", "2026-12-31", "2026-12-18");
        check_planning("2027-01-04", "2027-01-04", "2027-01-04");
        // 24 December on a Sunday: the week before it is a usual one.
        check_planning("2023-12-24", "2023-12-22", "2023-12-22");
        check_planning("2023-12-29", "2023-12-29", "2023-12-22");
        // 2 January on a Friday is squeezed in.
        check_planning("2026-01-02", "2026-01-02", "2025-12-19");
    }

    #[test]
    fn a_single_day_between_days_off_is_not_advised() {
        check_planning("2027-05-07", "2027-05-07", "2027-05-05");
        check_planning("2027-05-17", "2027-05-14", "2027-05-14");
        // Friday 18 May 2029 after Thursday 17 May.
        check_planning("2029-05-18", "2029-05-18", "2029-05-16");
    }

    #[test]
    fn the_leap_day_is_a_day_like_any_other() {
        check_planning("2028-02-29", "2028-02-29", "2028-02-29");
        assert_eq!(holiday(day("2028-02-29")), None);
    }
}
