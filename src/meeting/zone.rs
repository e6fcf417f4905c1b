//! The local time zone as an argument, so that nothing in the core asks the operating system where it is.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::Timestamp;

/// Tells which offset from UTC holds at an instant. The program hands in the machine's zone, a test one of its own.
#[derive(Debug, Clone, Copy)]
pub struct Zone {
    offset_at: fn(Timestamp) -> FixedOffset,
}

impl Zone {
    /// A zone given by its rule.
    pub const fn new(offset_at: fn(Timestamp) -> FixedOffset) -> Self {
        Self { offset_at }
    }

    /// What the clock on the wall shows at `instant`.
    pub fn local(&self, instant: Timestamp) -> NaiveDateTime {
        self.with_offset(instant).naive_local()
    }

    /// The instant together with the offset that holds there.
    pub fn with_offset(&self, instant: Timestamp) -> DateTime<FixedOffset> {
        instant.with_timezone(&(self.offset_at)(instant))
    }

    /// The date in this zone at `instant`.
    pub fn date(&self, instant: Timestamp) -> NaiveDate {
        self.local(instant).date()
    }

    /// The instant at which the wall clock shows `time` on `date`. Where the clock is set back and shows it twice, the
    /// first one; where it is set forward and never shows it, the instant as if the clock had not been touched.
    pub fn instant(&self, date: NaiveDate, time: NaiveTime) -> Timestamp {
        let local = date.and_time(time);
        let as_utc = local.and_utc();
        // Offsets change at most once within a day, so the offsets a day away on either side are the only candidates.
        let before = (self.offset_at)(as_utc - TimeDelta::days(1));
        let after = (self.offset_at)(as_utc + TimeDelta::days(1));
        [before, after]
            .into_iter()
            .map(|offset| as_utc - TimeDelta::seconds(offset.local_minus_utc().into()))
            .find(|candidate| self.local(*candidate) == local)
            .unwrap_or(as_utc - TimeDelta::seconds(before.local_minus_utc().into()))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Central European time by the rule that holds since 1996: from the last Sunday of March, 01:00 UTC, to the last
    /// Sunday of October, 01:00 UTC.
    pub(crate) fn oslo() -> Zone {
        Zone::new(|instant| {
            use chrono::Datelike;
            let change = |month: u32| {
                let last = NaiveDate::from_ymd_opt(instant.year(), month, 31).unwrap();
                let sunday = last - TimeDelta::days(last.weekday().num_days_from_sunday().into());
                sunday.and_hms_opt(1, 0, 0).unwrap().and_utc()
            };
            let hours = if instant >= change(3) && instant < change(10) {
                2
            } else {
                1
            };
            FixedOffset::east_opt(hours * 3600).unwrap()
        })
    }

    fn check(date: (i32, u32, u32), time: (u32, u32), utc: &str) {
        let date = NaiveDate::from_ymd_opt(date.0, date.1, date.2).unwrap();
        let time = NaiveTime::from_hms_opt(time.0, time.1, 0).unwrap();
        assert_eq!(oslo().instant(date, time).to_rfc3339(), utc);
    }

    #[test]
    fn a_wall_clock_time_is_found_on_both_sides_of_the_change_to_summer_time() {
        check((2027, 3, 28), (1, 59), "2027-03-28T00:59:00+00:00");
        check((2027, 3, 28), (3, 0), "2027-03-28T01:00:00+00:00");
        // 02:30 never comes that night: an hour and a half after one o'clock is half past three.
        check((2027, 3, 28), (2, 30), "2027-03-28T01:30:00+00:00");
    }

    #[test]
    fn a_wall_clock_time_that_comes_twice_is_the_first_of_the_two() {
        check((2026, 10, 25), (2, 30), "2026-10-25T00:30:00+00:00");
        check((2026, 10, 25), (3, 30), "2026-10-25T02:30:00+00:00");
    }

    #[test]
    fn an_instant_shows_the_local_date_after_midnight() {
        let late = "2026-11-17T23:30:00Z".parse().unwrap();
        assert_eq!(
            oslo().date(late),
            NaiveDate::from_ymd_opt(2026, 11, 18).unwrap()
        );
    }
}
