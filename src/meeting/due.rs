//! When an action item is to be done.

use chrono::NaiveDate;

/// When an action item is to be done, in whole days of the calendar where the meeting is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// To be done at the latest that day.
    By(NaiveDate),
    /// Starts that day and goes on, with no end agreed.
    From(NaiveDate),
    /// Every week on the weekday of `from`.
    Weekly {
        /// The first time; its weekday is the weekday of all the later ones.
        from: NaiveDate,
    },
}

impl Due {
    /// The day to sort and to remind by: the last day of `By`, the first day of the other two.
    pub fn date(&self) -> NaiveDate {
        match *self {
            Self::By(date) | Self::From(date) | Self::Weekly { from: date } => date,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_date_to_sort_by() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a real date");
        for due in [Due::By(day), Due::From(day), Due::Weekly { from: day }] {
            assert_eq!(due.date(), day, "{due:?}");
        }
    }
}
