//! From what is written to the date: years left out, weeks, and counting forward from today.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::DueError;

const FIRST_YEAR: i32 = 2000;
const MONTHS_AHEAD: Months = Months::new(60);

/// How far to look for a day or week that not every year has: eight years from one leap year to the next around
/// 2100, seven between two years of 53 weeks.
const YEARS_TO_SEARCH: i32 = 8;

/// A day of the calendar as written; without a year it is the next one ahead.
pub(super) struct WrittenDate {
    pub day: u32,
    pub month: u32,
    pub year: Option<i32>,
}

/// An ISO week; without a year it is the next one ahead.
pub(super) struct Week {
    pub number: u32,
    pub year: Option<i32>,
}

/// Which end of a week is meant when no weekday is named.
#[derive(Debug, Clone, Copy)]
pub(super) enum Edge {
    /// Its Monday, or today when the week has begun.
    Start,
    /// Its Friday.
    End,
}

/// At which side of today a day lies whose year or week is not written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Direction {
    /// What is going to happen.
    Ahead,
    /// What has happened.
    Behind,
}

/// A unit to count forward in.
#[derive(Debug, Clone, Copy)]
pub(super) enum Unit {
    Day,
    WorkingDay,
    Week,
    Month,
    Year,
}

impl WrittenDate {
    pub(super) fn date(&self, today: NaiveDate, side: Direction) -> Result<NaiveDate, DueError> {
        let Self { day, month, year } = *self;
        let in_year = |year| NaiveDate::from_ymd_opt(year, month, day);
        let date = match (year, side) {
            (Some(year), Direction::Ahead | Direction::Behind) => in_year(year),
            (None, Direction::Ahead) => first_ahead(today, today.year(), in_year),
            // Leap days are at most eight years apart.
            (None, Direction::Behind) => (today.year() - 8..=today.year())
                .rev()
                .filter_map(in_year)
                .find(|date| *date <= today),
        };
        date.ok_or(DueError::NoSuchDate { day, month, year })
    }
}

impl Week {
    pub(super) fn day(
        &self,
        weekday: Option<Weekday>,
        edge: Edge,
        today: NaiveDate,
    ) -> Result<NaiveDate, DueError> {
        match (weekday, edge) {
            (Some(weekday), Edge::Start | Edge::End) => self.date(weekday, today),
            (None, Edge::End) => self.date(Weekday::Fri, today),
            (None, Edge::Start) => {
                // A week is ahead until its Sunday has passed.
                let sunday = self.date(Weekday::Sun, today)?;
                let monday = sunday
                    .checked_sub_days(Days::new(6))
                    .ok_or(DueError::TooFar)?;
                let running = (monday..=sunday).contains(&today);
                Ok(if running { today } else { monday })
            }
        }
    }

    fn date(&self, weekday: Weekday, today: NaiveDate) -> Result<NaiveDate, DueError> {
        let Self { number, year } = *self;
        let date = match year {
            Some(year) => NaiveDate::from_isoywd_opt(year, number, weekday),
            None => first_ahead(today, today.iso_week().year(), |year| {
                NaiveDate::from_isoywd_opt(year, number, weekday)
            }),
        };
        date.ok_or(DueError::NoSuchWeek { week: number, year })
    }
}

impl Unit {
    /// The day so many units after today; the same day of the month, or the last one of a shorter month.
    pub(super) fn after(self, today: NaiveDate, count: u32) -> Result<NaiveDate, DueError> {
        let date = match self {
            Self::Day => today.checked_add_days(Days::new(count.into())),
            Self::Week => today.checked_add_days(Days::new(u64::from(count) * 7)),
            Self::Month => today.checked_add_months(Months::new(count)),
            Self::Year => count
                .checked_mul(12)
                .and_then(|months| today.checked_add_months(Months::new(months))),
            Self::WorkingDay => working_day_after(today, count),
        };
        date.ok_or(DueError::TooFar)
    }
}

/// The first such weekday after today.
pub(super) fn next(weekday: Weekday, today: NaiveDate) -> Result<NaiveDate, DueError> {
    let mut week = today.iter_days().skip(1).take(7);
    week.find(|date| date.weekday() == weekday)
        .ok_or(DueError::TooFar)
}

/// The last such weekday up to today.
pub(super) fn last(weekday: Weekday, today: NaiveDate) -> Result<NaiveDate, DueError> {
    let mut week = today.iter_days().rev().take(7);
    week.find(|date| date.weekday() == weekday)
        .ok_or(DueError::TooFar)
}

/// The date, if that is the weekday written beside it.
pub(super) fn agreeing(date: NaiveDate, written: Weekday) -> Result<NaiveDate, DueError> {
    if date.weekday() == written {
        Ok(date)
    } else {
        Err(DueError::WeekdayDisagrees { date, written })
    }
}

/// The date, if it lies within the limits; they also catch slips of the finger, such as `10.12.62`.
pub(super) fn near(date: NaiveDate, today: NaiveDate) -> Result<NaiveDate, DueError> {
    let last = today.checked_add_months(MONTHS_AHEAD);
    if date.year() >= FIRST_YEAR && last.is_none_or(|last| date <= last) {
        Ok(date)
    } else {
        Err(DueError::TooFar)
    }
}

/// The first date that is not before today, of those that the years from the given one on have.
fn first_ahead(
    today: NaiveDate,
    year: i32,
    in_year: impl Fn(i32) -> Option<NaiveDate>,
) -> Option<NaiveDate> {
    (0..=YEARS_TO_SEARCH)
        .filter_map(|ahead| in_year(year.checked_add(ahead)?))
        .find(|date| *date >= today)
}

fn working_day_after(today: NaiveDate, count: u32) -> Option<NaiveDate> {
    /// More than the five years that are accepted anyway.
    const DAYS_TO_SEARCH: usize = 6 * 366;
    let Some(between) = count.checked_sub(1) else {
        return Some(today);
    };
    let ahead = today.iter_days().skip(1).take(DAYS_TO_SEARCH);
    ahead
        .filter(|date| date.weekday().num_days_from_monday() < 5)
        .nth(usize::try_from(between).ok()?)
}
