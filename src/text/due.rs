//! Deadlines and dates read from what people type, in bokmål and nynorsk.

mod calendar;
mod error;
mod vocabulary;
mod words;

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

use crate::meeting::Due;

use calendar::{Direction, Edge, Unit, Week, WrittenDate, agreeing, last, near, next};
pub use error::DueError;
pub(super) use error::{in_quoted, quotable};
use vocabulary::{
    DAYS_FROM_TODAY, EVERY, FROM, IN, LEADS, LINKS, NEXT, NUMBERS, OTHER_RHYTHMS, Phrases, UNITS,
    WEEK, meaning, month_named, weekday_in_two_letters, weekday_named,
};
use words::{DueToken, Figures};

/// Reads a deadline: `fre`, `om 2 uker`, `uke 50`, `10.12.`, `fra 24.11` or `hver fredag fra 20.11`.
///
/// Where people leave something out, this is what they get:
/// - A weekday alone is the first one after today. On a Friday `fredag` is a week ahead, because today is
///   written `i dag`. `neste fredag` is the Friday of next week, whatever day it is.
/// - A week alone is its Friday, the end of the working week: work due "in week 50" may take all of it. After
///   `fra` it is the Monday instead, or today when that week has already begun.
/// - A day, a weekday or a week without a year is the next one ahead, and today counts as ahead: `29.2` is in the
///   next leap year.
/// - `virkedager` are Monday to Friday. Public holidays are not left out; what day is free is a question of law.
///
/// A past date with its year is taken, since minutes may be written up afterwards.
///
/// # Errors
/// When the text is not a date, contradicts itself or the calendar, or lies before 2000 or more than five years
/// ahead of `today`.
pub fn parse(text: &str, today: NaiveDate) -> Result<Due, DueError> {
    read(text, today, Direction::Ahead, due)
}

/// Reads one date, in all the ways [`parse`] knows except `fra …` and `hver …`.
///
/// # Errors
/// As [`parse`], and [`DueError::NotOneDate`] for what is more than one date.
pub fn parse_date(text: &str, today: NaiveDate) -> Result<NaiveDate, DueError> {
    read(text, today, Direction::Ahead, only_date)
}

/// Reads the day of what has happened: as [`parse_date`], but a weekday alone, or a day without a year, is the last one
/// up to `today`.
///
/// # Errors
/// As [`parse_date`].
pub fn parse_past_date(text: &str, today: NaiveDate) -> Result<NaiveDate, DueError> {
    read(text, today, Direction::Behind, only_date)
}

/// Reads a day that may lie on either side of `today`: as [`parse_date`], but a weekday alone, or a day without a year, is
/// the one nearest to `today`.
///
/// # Errors
/// As [`parse_date`].
pub fn parse_near_date(text: &str, today: NaiveDate) -> Result<NaiveDate, DueError> {
    let ahead = parse_date(text, today)?;
    let behind = parse_past_date(text, today).unwrap_or(ahead);
    let distance = |day: NaiveDate| (day - today).abs();
    Ok(if distance(behind) < distance(ahead) {
        behind
    } else {
        ahead
    })
}

/// What a date is measured against, before a weekday is chosen.
enum Anchor {
    Date(NaiveDate),
    Week(Week),
}

/// The tokens not read yet; a copy of it is a place to come back to.
#[derive(Clone, Copy)]
struct Reader<'a> {
    text: &'a str,
    today: NaiveDate,
    side: Direction,
    rest: Rest<'a>,
}

type Rest<'a> = &'a [DueToken<'a>];

fn read<T>(
    text: &str,
    today: NaiveDate,
    side: Direction,
    rule: impl FnOnce(&mut Reader<'_>) -> Result<T, DueError>,
) -> Result<T, DueError> {
    let lower = text.to_lowercase();
    let tokens = words::tokens(&lower);
    if tokens.contains(&DueToken::Clock) {
        return Err(DueError::TimeOfDay);
    }
    let mut reader = Reader {
        text,
        today,
        side,
        rest: &tokens,
    };
    let found = rule(&mut reader)?;
    if reader.rest.is_empty() {
        Ok(found)
    } else {
        Err(reader.unknown())
    }
}

fn due(text: &mut Reader<'_>) -> Result<Due, DueError> {
    text.skip_leads();
    if text.take(OTHER_RHYTHMS) {
        Err(DueError::NotWeekly)
    } else if text.take(EVERY) {
        text.weekly().map(|from| Due::Weekly { from })
    } else if text.take(FROM) {
        text.date(Edge::Start, None).map(Due::From)
    } else {
        text.date(Edge::End, None).map(Due::By)
    }
}

fn only_date(text: &mut Reader<'_>) -> Result<NaiveDate, DueError> {
    text.skip_leads();
    if text.take(OTHER_RHYTHMS) || text.take(EVERY) || text.take(FROM) {
        Err(DueError::NotOneDate)
    } else {
        text.date(Edge::End, None)
    }
}

impl<'a> Reader<'a> {
    /// What follows `hver`: a weekday, and from when; `uke` will do when a date says which weekday.
    fn weekly(&mut self) -> Result<NaiveDate, DueError> {
        let weekday = self.weekday();
        if weekday.is_none() && !self.take(WEEK) {
            return Err(DueError::NotWeekly);
        }
        match (self.take(FROM), weekday) {
            (true, None) => self.date(Edge::Start, None),
            (true, Some(weekday)) => {
                let first = self.date(Edge::Start, Some(weekday))?;
                agreeing(first, weekday)
            }
            (false, Some(weekday)) if self.rest.is_empty() => {
                let first = next(weekday, self.today)?;
                near(first, self.today)
            }
            (false, Some(_) | None) => Err(DueError::NotWeekly),
        }
    }

    /// A date; `usual` is the weekday to take in a week when the text names none itself.
    fn date(&mut self, edge: Edge, usual: Option<Weekday>) -> Result<NaiveDate, DueError> {
        self.skip_leads();
        let named = self.weekday();
        let date = match (self.anchor()?, named) {
            (Some(Anchor::Week(week)), _) => {
                let weekday = named.or_else(|| self.weekday()).or(usual);
                week.day(weekday, edge, self.today)?
            }
            (Some(Anchor::Date(date)), Some(weekday)) => {
                self.confirmed(agreeing(date, weekday)?)?
            }
            (Some(Anchor::Date(date)), None) => self.confirmed(date)?,
            (None, Some(weekday)) => match self.side {
                Direction::Ahead => next(weekday, self.today)?,
                Direction::Behind => last(weekday, self.today)?,
            },
            (None, None) => return Err(self.unknown()),
        };
        near(date, self.today)
    }

    fn anchor(&mut self) -> Result<Option<Anchor>, DueError> {
        if let Some(date) = self.near_today()? {
            return Ok(Some(Anchor::Date(date)));
        }
        // Before "i" is passed over: "i 2 uker" is how long, not when.
        if let Some(date) = self.time_from_now()? {
            return Ok(Some(Anchor::Date(date)));
        }
        while self.take(LINKS) {}
        if let Some(week) = self.next_week()?.or_else(|| self.numbered_week()) {
            return Ok(Some(Anchor::Week(week)));
        }
        let date = self.calendar_date()?;
        Ok(date.map(Anchor::Date))
    }

    /// `i dag`, `imorgen`
    fn near_today(&mut self) -> Result<Option<NaiveDate>, DueError> {
        let (word, rest) = match self.rest {
            [DueToken::Word("i"), DueToken::Word(word), rest @ ..] => (Some(*word), rest),
            [DueToken::Word(joined), rest @ ..] => (joined.strip_prefix('i'), rest),
            _ => return Ok(None),
        };
        let Some(days) = word.and_then(|word| meaning(DAYS_FROM_TODAY, word)) else {
            return Ok(None);
        };
        self.rest = rest;
        let date = self.today.checked_add_signed(TimeDelta::days(days));
        date.map(Some).ok_or(DueError::TooFar)
    }

    /// `neste uke`, or `neste` before a weekday
    fn next_week(&mut self) -> Result<Option<Week>, DueError> {
        let mut ahead = *self;
        if !ahead.take(NEXT) || !(ahead.take(WEEK) || ahead.weekday_and_rest().is_some()) {
            return Ok(None);
        }
        self.rest = ahead.rest;
        let then = self.today.checked_add_days(Days::new(7));
        let week = then.ok_or(DueError::TooFar)?.iso_week();
        Ok(Some(Week {
            number: week.week(),
            year: Some(week.year()),
        }))
    }

    /// `uke 50`, `veke 50 2026`
    fn numbered_week(&mut self) -> Option<Week> {
        let mut ahead = *self;
        let number = ahead.week_number()?;
        let year = match ahead.rest {
            [DueToken::Figures(year), rest @ ..] if year.digits == 4 => {
                ahead.rest = rest;
                year.year()
            }
            _ => None,
        };
        self.rest = ahead.rest;
        Some(Week { number, year })
    }

    /// `om 2 uker`
    fn time_from_now(&mut self) -> Result<Option<NaiveDate>, DueError> {
        let Some((count, unit, rest)) = self.count_and_unit() else {
            return Ok(None);
        };
        self.rest = rest;
        unit.after(self.today, count).map(Some)
    }

    /// Figures do without `om`, since `2 uker` in a field for a deadline is clear; words do not, since `en dag` is
    /// some day.
    fn count_and_unit(&self) -> Option<(u32, Unit, Rest<'a>)> {
        let mut ahead = *self;
        let announced = ahead.take(IN);
        match ahead.rest {
            [DueToken::Figures(count), DueToken::Word(unit), rest @ ..] => {
                Some((count.value, meaning(UNITS, unit)?, rest))
            }
            [DueToken::Word(count), DueToken::Word(unit), rest @ ..] if announced => {
                Some((meaning(NUMBERS, count)?, meaning(UNITS, unit)?, rest))
            }
            _ => None,
        }
    }

    /// `10.12.`, `10/12-26`, `101226`, `2026-12-10`, `10. des`
    fn calendar_date(&mut self) -> Result<Option<NaiveDate>, DueError> {
        let in_words = || day_with_month_name(self.rest);
        let Some((day, rest)) = day_in_figures(self.rest).or_else(in_words) else {
            return Ok(None);
        };
        self.rest = rest;
        day.date(self.today, self.side).map(Some)
    }

    /// A date with the week that may be written behind it, as the program itself does: `(uke 47)`.
    fn confirmed(&mut self, date: NaiveDate) -> Result<NaiveDate, DueError> {
        match self.week_number() {
            Some(written) if written != date.iso_week().week() => {
                Err(DueError::WeekDisagrees { date, written })
            }
            Some(_) | None => Ok(date),
        }
    }

    fn week_number(&mut self) -> Option<u32> {
        let mut ahead = *self;
        match (ahead.take(WEEK), ahead.rest) {
            (true, [DueToken::Figures(number), rest @ ..]) => {
                self.rest = rest;
                Some(number.value)
            }
            _ => None,
        }
    }

    fn weekday(&mut self) -> Option<Weekday> {
        let (weekday, rest) = self.weekday_and_rest()?;
        self.rest = rest;
        Some(weekday)
    }

    fn weekday_and_rest(&self) -> Option<(Weekday, Rest<'a>)> {
        match self.rest {
            [DueToken::Word(word), rest @ ..] => {
                let before_a_date = || {
                    day_in_figures(rest).or_else(|| day_with_month_name(rest))?;
                    weekday_in_two_letters(word)
                };
                Some((weekday_named(word).or_else(before_a_date)?, rest))
            }
            _ => None,
        }
    }

    /// Whether the text went on with one of the phrases, which is then read.
    fn take(&mut self, phrases: &Phrases) -> bool {
        let rest = phrases.iter().find_map(|phrase| {
            let (head, rest) = self.rest.split_at_checked(phrase.len())?;
            let same = head
                .iter()
                .zip(*phrase)
                .all(|(token, word)| *token == DueToken::Word(word));
            same.then_some(rest)
        });
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Passes over `senest`, `innen`, … but stops at `innen to uker`, where the word is needed.
    fn skip_leads(&mut self) {
        while self.count_and_unit().is_none() && self.take(LEADS) {}
    }

    fn unknown(&self) -> DueError {
        DueError::Unknown {
            text: quotable(self.text).to_owned(),
        }
    }
}

fn day_in_figures(tokens: Rest<'_>) -> Option<(WrittenDate, Rest<'_>)> {
    use DueToken::{Dash, Figures, Point, Slash};
    let (day, month, year, rest) = match tokens {
        [Figures(y), Dash, Figures(m), Dash, Figures(d), rest @ ..] if y.digits == 4 => {
            (*d, *m, Some(*y), rest)
        }
        [
            Figures(d),
            Point | Slash,
            Figures(m),
            Point | Slash,
            Figures(y),
            rest @ ..,
        ]
        | [Figures(d), Slash, Figures(m), Dash, Figures(y), rest @ ..] => (*d, *m, Some(*y), rest),
        // All four figures here: "20.11 10" is more likely ten o'clock than the year 2010.
        [Figures(d), Point | Slash, Figures(m), Figures(y), rest @ ..] if y.digits == 4 => {
            (*d, *m, Some(*y), rest)
        }
        [Figures(d), Point | Slash, Figures(m), Point, rest @ ..]
        | [Figures(d), Point | Slash, Figures(m), rest @ ..] => (*d, *m, None, rest),
        [Figures(joined), rest @ ..] => {
            let [day, month, year] = joined.split()?;
            (day, month, Some(year), rest)
        }
        _ => return None,
    };
    day_of(day, month.small()?, year, rest)
}

fn day_with_month_name(tokens: Rest<'_>) -> Option<(WrittenDate, Rest<'_>)> {
    use DueToken::{Figures, Point, Word};
    match tokens {
        [Figures(day), Point, Word(month), Figures(year), rest @ ..]
        | [Figures(day), Word(month), Figures(year), rest @ ..] => {
            day_of(*day, month_named(month)?, Some(*year), rest)
        }
        [Figures(day), Point, Word(month), rest @ ..] | [Figures(day), Word(month), rest @ ..] => {
            day_of(*day, month_named(month)?, None, rest)
        }
        _ => None,
    }
}

fn day_of(
    day: Figures,
    month: u32,
    year: Option<Figures>,
    rest: Rest<'_>,
) -> Option<(WrittenDate, Rest<'_>)> {
    let year = match year {
        Some(year) => Some(year.year()?),
        None => None,
    };
    let day = day.small()?;
    Some((WrittenDate { day, month, year }, rest))
}

#[cfg(test)]
mod tests {
    use chrono::Months;
    use proptest::prelude::*;

    use super::*;
    use crate::text::date::{self, NB, NN};

    /// The day of the meeting in most of the tables, a Tuesday.
    const TUESDAY: &str = "2026-11-17";

    fn day(iso: &str) -> NaiveDate {
        iso.parse().expect("a date in the table")
    }

    /// A deadline as `by 2026-11-20`, or the name of the error.
    fn due_as_text(text: &str, today: &str) -> String {
        match parse(text, day(today)) {
            Ok(Due::By(date)) => format!("by {date}"),
            Ok(Due::From(date)) => format!("from {date}"),
            Ok(Due::Weekly { from }) => format!("weekly {from}"),
            Err(error) => name(&error).to_owned(),
        }
    }

    fn name(error: &DueError) -> &'static str {
        match error {
            DueError::Unknown { .. } => "unknown",
            DueError::NoSuchDate { .. } => "no such date",
            DueError::NoSuchWeek { .. } => "no such week",
            DueError::WeekdayDisagrees { .. } => "weekday disagrees",
            DueError::WeekDisagrees { .. } => "week disagrees",
            DueError::TooFar => "too far",
            DueError::TimeOfDay => "time of day",
            DueError::NotWeekly => "not weekly",
            DueError::NotOneDate => "not one date",
        }
    }

    fn check(today: &str, table: &[(&str, &str)]) {
        for (text, expected) in table {
            assert_eq!(due_as_text(text, today), *expected, "{text:?} on {today}");
        }
    }

    #[test]
    fn a_day_of_what_has_happened_is_the_last_one() {
        for (text, expected) in [
            ("man", "2026-11-16"),
            ("tirsdag", "2026-11-17"),
            ("onsdag", "2026-11-11"),
            ("17.11", "2026-11-17"),
            ("18. nov", "2025-11-18"),
            ("29.2", "2024-02-29"),
            ("16.11.2026", "2026-11-16"),
            ("i dag", "2026-11-17"),
            ("i morgen", "2026-11-18"),
        ] {
            assert_eq!(
                parse_past_date(text, day(TUESDAY)),
                Ok(day(expected)),
                "{text}"
            );
        }
    }

    #[test]
    fn a_deadline_is_read_the_way_people_write_it() {
        check(
            TUESDAY,
            &[
                ("i dag", "by 2026-11-17"),
                ("I DAG.", "by 2026-11-17"),
                ("idag", "by 2026-11-17"),
                ("i morgen", "by 2026-11-18"),
                ("imorgen", "by 2026-11-18"),
                ("i morgon", "by 2026-11-18"),
                ("i overmorgen", "by 2026-11-19"),
                ("i overmorgon", "by 2026-11-19"),
                ("i går", "by 2026-11-16"),
                ("innen i morgen", "by 2026-11-18"),
                ("fre", "by 2026-11-20"),
                ("fre.", "by 2026-11-20"),
                ("Fredag", "by 2026-11-20"),
                ("  på   fredag ", "by 2026-11-20"),
                ("senest fredag", "by 2026-11-20"),
                ("frist: fre", "by 2026-11-20"),
                ("innen tirs", "by 2026-11-24"),
                ("førstkommende fredag", "by 2026-11-20"),
                ("måndag", "by 2026-11-23"),
                ("tysdag", "by 2026-11-24"),
                ("LØRDAG", "by 2026-11-21"),
                ("laurdag", "by 2026-11-21"),
                ("sundag", "by 2026-11-22"),
                ("søndag", "by 2026-11-22"),
                ("mån", "by 2026-11-23"),
                ("tys", "by 2026-11-24"),
                ("lau", "by 2026-11-21"),
                ("neste veke", "by 2026-11-27"),
                ("om 2 veker", "by 2026-12-01"),
                ("søn", "by 2026-11-22"),
                ("neste fredag", "by 2026-11-27"),
                ("neste man", "by 2026-11-23"),
                ("fredag neste uke", "by 2026-11-27"),
                ("onsdag i neste veke", "by 2026-11-25"),
                ("neste uke", "by 2026-11-27"),
                ("neste uke torsdag", "by 2026-11-26"),
                ("om 2 uker", "by 2026-12-01"),
                ("om to uker", "by 2026-12-01"),
                ("om to veker", "by 2026-12-01"),
                ("om en uke", "by 2026-11-24"),
                ("om ei veke", "by 2026-11-24"),
                ("innen to uker", "by 2026-12-01"),
                ("frist innen to uker", "by 2026-12-01"),
                ("i løpet av to uker", "by 2026-12-01"),
                ("innen 2 uker", "by 2026-12-01"),
                ("2 uker", "by 2026-12-01"),
                ("om 3 dager", "by 2026-11-20"),
                ("om fjorten dagar", "by 2026-12-01"),
                ("om fem virkedager", "by 2026-11-24"),
                ("om 3 virkedager", "by 2026-11-20"),
                ("om 4 arbeidsdager", "by 2026-11-23"),
                ("om 0 virkedager", "by 2026-11-17"),
                ("om en måned", "by 2026-12-17"),
                ("om 2 mnd", "by 2027-01-17"),
                ("om 2 mnd.", "by 2027-01-17"),
                ("om tre månader", "by 2027-02-17"),
                ("om et år", "by 2027-11-17"),
                ("uke 50", "by 2026-12-11"),
                ("Uke 50.", "by 2026-12-11"),
                ("uke50", "by 2026-12-11"),
                ("i uke 50", "by 2026-12-11"),
                ("i løpet av uke 50", "by 2026-12-11"),
                ("innen utgangen av uke 50", "by 2026-12-11"),
                ("veke 49", "by 2026-12-04"),
                ("uke 47", "by 2026-11-20"),
                ("uke 46", "by 2027-11-19"),
                ("uke 2 2027", "by 2027-01-15"),
                ("uke 46 2026", "by 2026-11-13"),
                ("fredag uke 49", "by 2026-12-04"),
                ("fre uke 49", "by 2026-12-04"),
                ("tir i uke 49", "by 2026-12-01"),
                ("uke 49 fredag", "by 2026-12-04"),
                ("uke 49, tysdag", "by 2026-12-01"),
                ("mandag uke 47", "by 2027-11-22"),
                ("tirsdag uke 47", "by 2026-11-17"),
            ],
        );
    }

    #[test]
    fn a_date_is_read_in_figures_and_words() {
        check(
            TUESDAY,
            &[
                ("10.12", "by 2026-12-10"),
                ("10.12.", "by 2026-12-10"),
                ("10. 12.", "by 2026-12-10"),
                ("10.12.26", "by 2026-12-10"),
                ("10.12.2026", "by 2026-12-10"),
                ("10.12.2026.", "by 2026-12-10"),
                ("10.12 2026", "by 2026-12-10"),
                ("10/12", "by 2026-12-10"),
                ("10/12-26", "by 2026-12-10"),
                ("10/12/2026", "by 2026-12-10"),
                ("101226", "by 2026-12-10"),
                ("10122026", "by 2026-12-10"),
                ("010227", "by 2027-02-01"),
                ("1.2.27", "by 2027-02-01"),
                ("2026-12-10", "by 2026-12-10"),
                ("den 10.12.", "by 2026-12-10"),
                ("senest den 10.12", "by 2026-12-10"),
                ("10. desember", "by 2026-12-10"),
                ("10 desember", "by 2026-12-10"),
                ("10.desember", "by 2026-12-10"),
                ("10. des 2026", "by 2026-12-10"),
                ("10. des. 2026", "by 2026-12-10"),
                ("10des", "by 2026-12-10"),
                ("3. sept. 27", "by 2027-09-03"),
                ("tirsdag 15. desember", "by 2026-12-15"),
                ("tirsdag den 15. desember", "by 2026-12-15"),
                ("tysdag 15.12", "by 2026-12-15"),
                ("tirsdag, 15.12.2026", "by 2026-12-15"),
                ("fredag 20. november 2026 (uke 47)", "by 2026-11-20"),
                ("20.11. uke 47", "by 2026-11-20"),
                ("to 03.12", "by 2026-12-03"),
                ("ti 01.12", "by 2026-12-01"),
                ("ty 01.12", "by 2026-12-01"),
                ("ty. 1. desember", "by 2026-12-01"),
                ("innen to 3.12", "by 2026-12-03"),
                ("må 07.12", "by 2026-12-07"),
                ("la 5. des", "by 2026-12-05"),
                ("su 06.12.2026", "by 2026-12-06"),
                ("17.11", "by 2026-11-17"),
                ("16.11", "by 2027-11-16"),
                ("16.11.2026", "by 2026-11-16"),
                ("1.1.2000", "by 2000-01-01"),
                ("17.11.2031", "by 2031-11-17"),
                ("29.2", "by 2028-02-29"),
                ("29. februar", "by 2028-02-29"),
            ],
        );
    }

    #[test]
    fn what_goes_on_or_comes_again_is_told_from_a_deadline() {
        check(
            TUESDAY,
            &[
                ("fra 24.11", "from 2026-11-24"),
                ("frå 24.11.", "from 2026-11-24"),
                ("frå ty 24.11", "from 2026-11-24"),
                ("f.o.m. 24.11", "from 2026-11-24"),
                ("F.o.m 24.11", "from 2026-11-24"),
                ("fom 24.11", "from 2026-11-24"),
                ("fra og med tir 24.11", "from 2026-11-24"),
                ("fra i dag", "from 2026-11-17"),
                ("fra den 24. november", "from 2026-11-24"),
                ("fra mandag", "from 2026-11-23"),
                ("fra uke 50", "from 2026-12-07"),
                ("fra onsdag uke 50", "from 2026-12-09"),
                ("fra neste uke", "from 2026-11-23"),
                ("fra uke 47", "from 2026-11-17"),
                ("fra uke 46 2026", "from 2026-11-09"),
                ("hver fredag", "weekly 2026-11-20"),
                ("kvar fredag", "weekly 2026-11-20"),
                ("hver tirs", "weekly 2026-11-24"),
                ("hver fredag fra 20.11", "weekly 2026-11-20"),
                ("kvar fredag frå 20.11.2026", "weekly 2026-11-20"),
                ("hver fredag f.o.m. 27. november", "weekly 2026-11-27"),
                ("hver fredag fra fredag 27.11", "weekly 2026-11-27"),
                ("hver tirsdag fra uke 49", "weekly 2026-12-01"),
                ("hver tirsdag fra neste uke", "weekly 2026-11-24"),
                ("hver tirsdag fra i dag", "weekly 2026-11-17"),
                ("hver uke fra 24.11", "weekly 2026-11-24"),
                ("kvar veke frå måndag", "weekly 2026-11-23"),
            ],
        );
    }

    #[test]
    #[expect(
        clippy::too_many_lines,
        reason = "one table: each text and why it is refused"
    )]
    fn what_is_no_deadline_is_refused() {
        check(
            TUESDAY,
            &[
                ("", "unknown"),
                ("   ", "unknown"),
                (".", "unknown"),
                ("xyz", "unknown"),
                ("fr", "unknown"),
                ("to", "unknown"),
                ("snarest", "unknown"),
                ("senest", "unknown"),
                ("dag", "unknown"),
                ("i", "unknown"),
                ("neste", "unknown"),
                ("neste 10.12", "unknown"),
                ("om", "unknown"),
                ("om noen uker", "unknown"),
                ("om uker", "unknown"),
                ("i 2 uker", "unknown"),
                ("en dag", "unknown"),
                ("om -3 dager", "unknown"),
                ("om 4000000000 år", "unknown"),
                ("om 99999999999999999999 dager", "unknown"),
                ("uke", "unknown"),
                ("uke femti", "unknown"),
                ("uke 50-51", "unknown"),
                ("fredag mandag", "unknown"),
                ("fredag fredag", "unknown"),
                ("20.11 og 27.11", "unknown"),
                ("fra 20.11 til 27.11", "unknown"),
                ("to", "unknown"),
                ("ty", "unknown"),
                ("to uke 49", "unknown"),
                ("hver to", "not weekly"),
                ("10", "unknown"),
                ("10.", "unknown"),
                ("10-12", "unknown"),
                ("10,12", "unknown"),
                ("10 12", "unknown"),
                ("10.12-14", "unknown"),
                ("20.11 10", "unknown"),
                ("fredag 20.11 9", "unknown"),
                ("10.12.026", "unknown"),
                ("100.12", "unknown"),
                ("1012", "unknown"),
                ("10. juleaften", "unknown"),
                ("desember", "unknown"),
                ("fra", "unknown"),
                ("hver fredag fra", "unknown"),
                ("١٠.١٢", "unknown"),
                ("fre 👨‍👩‍👧", "unknown"),
                ("31.11", "no such date"),
                ("30. februar", "no such date"),
                ("29.2.2027", "no such date"),
                ("10.15", "no such date"),
                ("0.12", "no such date"),
                ("10.0", "no such date"),
                ("311126", "no such date"),
                ("2026-13-01", "no such date"),
                ("uke 0", "no such week"),
                ("uke 54", "no such week"),
                ("fredag uke 99", "no such week"),
                ("uke 53 2027", "no such week"),
                ("mandag 15. desember", "weekday disagrees"),
                ("fre 19.11.2026", "weekday disagrees"),
                ("to 20.11", "weekday disagrees"),
                ("fredag i morgen", "weekday disagrees"),
                ("hver fredag fra 19.11", "weekday disagrees"),
                ("hver fredag fra torsdag 19.11", "weekday disagrees"),
                ("20. november 2026 (uke 48)", "week disagrees"),
                ("18.11.2031", "too far"),
                ("10.12.62", "too far"),
                ("31.12.1999", "too far"),
                ("10.12.0026", "too far"),
                ("om 6 år", "too far"),
                ("om 999999999 år", "too far"),
                ("om 999999999 virkedager", "too far"),
                ("om 999999999 uker", "too far"),
                ("kl. 10", "time of day"),
                ("kl10", "time of day"),
                ("fredag kl 10", "time of day"),
                ("10:15", "time of day"),
                ("10.12 klokka 9", "time of day"),
                ("hver", "not weekly"),
                ("hver dag", "not weekly"),
                ("hver uke", "not weekly"),
                ("hver 2. uke", "not weekly"),
                ("hver måned", "not weekly"),
                ("hver fredag 20.11", "not weekly"),
                ("annenhver fredag", "not weekly"),
                ("daglig", "not weekly"),
            ],
        );
    }

    #[test]
    fn a_weekday_is_the_first_one_after_today() {
        for (today, friday, next_friday) in [
            ("2026-11-16", "2026-11-20", "2026-11-27"),
            ("2026-11-17", "2026-11-20", "2026-11-27"),
            ("2026-11-18", "2026-11-20", "2026-11-27"),
            ("2026-11-19", "2026-11-20", "2026-11-27"),
            ("2026-11-20", "2026-11-27", "2026-11-27"),
            ("2026-11-21", "2026-11-27", "2026-11-27"),
            ("2026-11-22", "2026-11-27", "2026-11-27"),
        ] {
            check(
                today,
                &[
                    ("fredag", &format!("by {friday}")),
                    ("hver fredag", &format!("weekly {friday}")),
                    ("neste fredag", &format!("by {next_friday}")),
                    ("neste uke", &format!("by {next_friday}")),
                ],
            );
        }
    }

    #[test]
    fn weeks_and_dates_pass_new_year() {
        check(
            "2026-12-30",
            &[
                ("fre", "by 2027-01-01"),
                ("i overmorgen", "by 2027-01-01"),
                ("2.1", "by 2027-01-02"),
                ("uke 53", "by 2027-01-01"),
                ("søn uke 53", "by 2027-01-03"),
                ("fra uke 53", "from 2026-12-30"),
                ("uke 1", "by 2027-01-08"),
                ("neste uke", "by 2027-01-08"),
                ("fra neste uke", "from 2027-01-04"),
                ("lør 2.1.27 (uke 53)", "by 2027-01-02"),
                ("om en måned", "by 2027-01-30"),
            ],
        );
        check(
            "2027-01-02",
            &[
                ("uke 53", "too far"),
                ("søn uke 53", "by 2027-01-03"),
                ("fra uke 53", "from 2027-01-02"),
                ("uke 53 2026", "by 2027-01-01"),
                ("uke 1", "by 2027-01-08"),
                ("31.12", "by 2027-12-31"),
            ],
        );
        check(
            "2027-12-30",
            &[("uke 52", "by 2027-12-31"), ("uke 53", "too far")],
        );
        check("2028-01-03", &[("uke 53", "by 2032-12-31")]);
        check("2025-12-29", &[("uke 1", "by 2026-01-02")]);
    }

    #[test]
    fn leap_days_and_the_ends_of_months_are_kept() {
        check(
            "2028-02-29",
            &[("29.2", "by 2028-02-29"), ("om et år", "by 2029-02-28")],
        );
        check("2028-03-01", &[("29.2", "by 2032-02-29")]);
        check(
            "2026-02-27",
            &[("29.2", "by 2028-02-29"), ("om 2 dager", "by 2026-03-01")],
        );
        check("2096-03-01", &[("29.2", "too far")]);
        check("2027-01-31", &[("om en måned", "by 2027-02-28")]);
    }

    #[test]
    fn a_field_for_one_date_takes_no_repetition() {
        let date = |text| parse_date(text, day(TUESDAY));
        for (text, expected) in [
            ("fre", "2026-11-20"),
            ("i går", "2026-11-16"),
            ("05.10.2026", "2026-10-05"),
            ("uke 50", "2026-12-11"),
        ] {
            assert_eq!(date(text), Ok(day(expected)), "{text:?}");
        }
        for text in ["fra 24.11", "frist fra 24.11", "hver fredag", "daglig"] {
            assert_eq!(date(text), Err(DueError::NotOneDate), "{text:?}");
        }
        assert_eq!(date("kl 10"), Err(DueError::TimeOfDay));
    }

    #[test]
    fn a_disagreement_names_both_days() {
        let said = |text| parse(text, day(TUESDAY)).map_err(|error| error.in_bokmal());
        for (text, sentence) in [
            (
                "mandag 15. desember",
                "15. desember 2026 er en tirsdag, ikke en mandag.",
            ),
            (
                "xyz",
                "Fant ingen dato i «xyz». Skriv for eksempel fre, om 2 uker, uke 50 eller 10.12.",
            ),
            ("31.11", "Datoen 31.11. finnes ikke i kalenderen."),
        ] {
            assert_eq!(said(text), Err(sentence.to_owned()));
        }
    }

    #[test]
    fn the_examples_in_the_sentences_can_be_typed() {
        for text in [
            "fre",
            "om 2 uker",
            "uke 50",
            "10.12.",
            "hver fredag",
            "hver fredag fra 20.11.",
        ] {
            assert!(parse(text, day(TUESDAY)).is_ok(), "{text}");
        }
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_cliff() {
        let first = NaiveDate::MIN.to_string();
        for text in [
            "i dag",
            "i går",
            "fre",
            "neste uke",
            "fra uke 1",
            "29.2",
            "om 9 år",
            "om 9 virkedager",
            "10.12.2026",
        ] {
            check(&first, &[(text, "too far")]);
        }
        let last = NaiveDate::MAX.to_string();
        for text in [
            "i morgen",
            "fre",
            "neste uke",
            "om 9 år",
            "om 9 virkedager",
            "hver fredag",
        ] {
            check(&last, &[(text, "too far")]);
        }
        check(
            &last,
            &[
                ("29.2", "no such date"),
                ("uke 1", "no such week"),
                ("10.12.2026", "by 2026-12-10"),
            ],
        );
    }

    fn any_today() -> impl Strategy<Value = NaiveDate> {
        let first = day("2000-01-01");
        (0_u64..=36_890).prop_map(move |days| first + Days::new(days))
    }

    /// Texts that come far into the grammar: words it knows, figures and signs in any order.
    fn nearly_a_date() -> impl Strategy<Value = String> {
        let mut words: Vec<&str> = vec![
            ".",
            "-",
            "/",
            ":",
            ",",
            "(",
            ")",
            " ",
            "fre",
            "tirsdag",
            "laurdag",
            "ty",
            "des",
            "mai",
            "10",
            "12",
            "31",
            "29",
            "2",
            "0",
            "53",
            "26",
            "2026",
            "101226",
            "999999999",
            "4000000000",
            "virkedager",
            "å",
            "👩‍👧",
        ];
        words.extend(
            [LEADS, LINKS, FROM, EVERY, NEXT, IN, WEEK, OTHER_RHYTHMS]
                .into_iter()
                .flatten()
                .copied()
                .flatten(),
        );
        words.extend(UNITS.iter().map(|(word, _)| word));
        words.extend(NUMBERS.iter().map(|(word, _)| word));
        words.extend(DAYS_FROM_TODAY.iter().map(|(word, _)| word));
        let parts = (
            prop::sample::select(words),
            prop::sample::select(vec!["", " "]),
        );
        let text = prop::collection::vec(parts.prop_map(|(word, gap)| [word, gap].concat()), 0..8);
        text.prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic_or_leave_the_limits(
            today in any_today(),
            text in prop_oneof![any::<String>(), nearly_a_date()],
        ) {
            let date = parse(&text, today).map(|due| due.date());
            for found in [date, parse_date(&text, today)] {
                match found {
                    Ok(date) => {
                        prop_assert!(date.year() >= 2000);
                        prop_assert!(date <= today + Months::new(60));
                    }
                    Err(error) => prop_assert!(!error.in_bokmal().is_empty()),
                }
            }
        }

        #[test]
        fn what_the_program_writes_reads_back(today in any_today(), ahead in 0_u64..=360) {
            let date = today + Days::new(ahead);
            let words = |calendar: &date::Calendar| {
                [
                    calendar.long(date),
                    calendar.with_week(date),
                    calendar.plain(date),
                    calendar.short(date),
                ]
            };
            let figures = [date::numeric(date), date.to_string()];
            for text in [&NB, &NN].into_iter().flat_map(words).chain(figures) {
                prop_assert_eq!(parse(&text, today), Ok(Due::By(date)), "{}", text);
                prop_assert_eq!(parse_date(&text, today), Ok(date), "{}", text);
            }
            for due in [Due::By(date), Due::From(date), Due::Weekly { from: date }] {
                for calendar in [&NB, &NN] {
                    prop_assert_eq!(parse(&calendar.due(&due), today), Ok(due));
                    prop_assert_eq!(parse(&calendar.due_short(&due), today), Ok(due));
                }
            }
        }

        #[test]
        fn a_past_date_with_its_year_reads_back(today in any_today(), back in 0_u64..=3000) {
            let date = (today - Days::new(back)).max(day("2000-01-01"));
            for due in [Due::By(date), Due::From(date), Due::Weekly { from: date }] {
                prop_assert_eq!(parse(&NB.due(&due), today), Ok(due));
            }
            prop_assert_eq!(parse_date(&date::numeric(date), today), Ok(date));
        }
    }
}
