//! How weeks of absence are counted, and the dates a deadline has.

use chrono::{Days, NaiveDate};

use super::holidays::{advised_day_on_or_before, last_working_day_on_or_before};

/// The dates of one deadline. None of them is ever moved forward over a weekend or a public holiday: aml. § 4-6 has no
/// such rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dates {
    /// The last day on which it is in time by the careful count: the last day inside of week N, start + 7·N − 1.
    pub strict: NaiveDate,
    /// The same weekday N weeks later, start + 7·N, as others count; nothing where weeks are not what is counted.
    pub marker: Option<NaiveDate>,
    /// The last working day up to `strict`.
    pub last_working_day: NaiveDate,
    /// The last day up to `strict` on which people can be expected at work.
    pub advised: NaiveDate,
}

impl Dates {
    /// So many weeks of absence, of which `start` is the first day.
    pub fn after_weeks(start: NaiveDate, weeks: u64) -> Self {
        Self {
            marker: Some(days_after(start, weeks * 7)),
            ..Self::by(last_day_of_week(start, weeks))
        }
    }

    /// At the latest on this day.
    pub fn by(strict: NaiveDate) -> Self {
        Self {
            strict,
            marker: None,
            last_working_day: last_working_day_on_or_before(strict),
            advised: advised_day_on_or_before(strict),
        }
    }

    /// The day to propose on the day `today`: the advised one, the last working day where that has passed, nothing where
    /// both have.
    pub fn proposed(&self, today: NaiveDate) -> Option<NaiveDate> {
        [self.advised, self.last_working_day]
            .into_iter()
            .find(|day| *day >= today)
    }
}

/// The last day inside of a week of absence, of which `start` is the first day; the end of the calendar at most.
pub fn last_day_of_week(start: NaiveDate, week: u64) -> NaiveDate {
    days_after(start, (week * 7).saturating_sub(1))
}

/// So many days later; the end of the calendar at most.
pub fn days_after(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days))
        .unwrap_or(NaiveDate::MAX)
}

/// How many days `later` lies after `earlier`; nothing is less than none.
pub fn days_between(earlier: NaiveDate, later: NaiveDate) -> u32 {
    u32::try_from((later - earlier).num_days()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> NaiveDate {
        iso.parse().unwrap()
    }

    #[test]
    fn the_advised_day_is_proposed_until_it_has_passed() {
        let dates = Dates::by(day("2027-03-25"));
        let proposed = |today| dates.proposed(day(today));
        assert_eq!(proposed("2027-03-19"), Some(day("2027-03-19")));
        assert_eq!(proposed("2027-03-20"), Some(day("2027-03-24")));
        assert_eq!(proposed("2027-03-25"), None);
    }

    #[test]
    fn a_deadline_at_the_end_of_the_calendar_stays_there() {
        let dates = Dates::after_weeks(NaiveDate::MAX, 7);
        assert_eq!(dates.strict, NaiveDate::MAX);
        assert_eq!(dates.marker, Some(NaiveDate::MAX));
    }

    #[test]
    fn weeks_cross_a_leap_day_and_a_week_53() {
        let leap = Dates::after_weeks(day("2028-02-01"), 7);
        assert_eq!(leap.strict, day("2028-03-20"));
        let week_53 = Dates::after_weeks(day("2026-11-16"), 7);
        assert_eq!(week_53.strict, day("2027-01-03"));
        assert_eq!(week_53.advised, day("2026-12-18"));
    }
}
