//! Dates, times of day, durations and deadlines in words.

use chrono::{Datelike, NaiveDate, TimeDelta, Timelike, Weekday};

use crate::meeting::Due;

/// The words one language needs to write dates.
///
/// A new language is one more constant like [`NB`]. Every word is a field and no field has a default, so a
/// forgotten word does not compile.
#[derive(Debug)]
pub struct Calendar {
    /// From Monday on.
    weekdays: [&'static str; 7],
    /// From Monday on, all three letters so that columns line up.
    weekdays_short: [&'static str; 7],
    months: [&'static str; 12],
    /// All three letters, without the point of an abbreviation.
    months_short: [&'static str; 12],
    /// What follows the number of the day: a point in Norwegian, nothing in English.
    after_day: &'static str,
    week: &'static str,
    by: &'static str,
    from: &'static str,
    every: &'static str,
    and: &'static str,
    hour: Noun,
    minute: Noun,
}

/// A unit in words and as a sign.
#[derive(Debug)]
struct Noun {
    one: &'static str,
    many: &'static str,
}

/// Norwegian bokmål.
pub const NB: Calendar = Calendar {
    weekdays: [
        "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
    ],
    weekdays_short: ["man", "tir", "ons", "tor", "fre", "lør", "søn"],
    months: [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
    months_short: [
        "jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des",
    ],
    after_day: ".",
    week: "uke",
    by: "senest",
    from: "fra",
    every: "hver",
    and: "og",
    hour: Noun {
        one: "time",
        many: "timer",
    },
    minute: Noun {
        one: "minutt",
        many: "minutter",
    },
};

/// Norwegian nynorsk. Its months are those of bokmål.
pub const NN: Calendar = Calendar {
    weekdays: [
        "måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag",
    ],
    weekdays_short: ["mån", "tys", "ons", "tor", "fre", "lau", "søn"],
    months: NB.months,
    months_short: NB.months_short,
    after_day: ".",
    week: "veke",
    by: "seinast",
    from: "frå",
    every: "kvar",
    and: "og",
    hour: Noun {
        one: "time",
        many: "timar",
    },
    minute: Noun {
        one: "minutt",
        many: "minutt",
    },
};

impl Calendar {
    /// `tirsdag 17. november 2026`
    pub fn long(&self, date: NaiveDate) -> String {
        format!("{} {}", self.weekday(date.weekday()), self.plain(date))
    }

    /// `tirsdag 17. november 2026 (uke 47)`
    ///
    /// The week is that of ISO 8601, so 1 January may stand in week 53 of the year before.
    pub fn with_week(&self, date: NaiveDate) -> String {
        format!("{} {}", self.long(date), self.week_in_brackets(date))
    }

    /// `17. november 2026`
    pub fn plain(&self, date: NaiveDate) -> String {
        let (day, after) = (date.day(), self.after_day);
        format!("{day}{after} {} {}", self.month(date.month0()), date.year())
    }

    /// `man 17. nov 2026`: where there is little room, and the year matters.
    pub fn short_year(&self, date: NaiveDate) -> String {
        format!("{} {}", self.short(date), date.year())
    }

    /// `tir 17. nov`, for narrow columns where the year is clear from the rest.
    pub fn short(&self, date: NaiveDate) -> String {
        let weekday = nth(&self.weekdays_short, date.weekday().num_days_from_monday());
        format!("{weekday} {}", self.shortest(date))
    }

    /// `senest fredag 20. november 2026 (uke 47)`, `fra tirsdag 24. november 2026 (uke 48)` or
    /// `hver fredag fra 20. november 2026 (uke 47)`.
    pub fn due(&self, due: &Due) -> String {
        match *due {
            Due::By(date) => format!("{} {}", self.by, self.with_week(date)),
            Due::From(date) => format!("{} {}", self.from, self.with_week(date)),
            Due::Weekly { from } => format!(
                "{} {} {} {} {}",
                self.every,
                self.weekday(from.weekday()),
                self.from,
                self.plain(from),
                self.week_in_brackets(from)
            ),
        }
    }

    /// As [`Calendar::due`] where it stands under the word "deadline": a bare day is the day by which.
    pub fn due_plain(&self, due: &Due) -> String {
        match *due {
            Due::By(date) => self.long(date),
            Due::From(_) | Due::Weekly { .. } => self.due(due),
        }
    }

    /// `fre 20. nov`, `fra tir 24. nov` or `hver fre fra 20. nov`: a deadline is what a bare date means.
    pub fn due_short(&self, due: &Due) -> String {
        match *due {
            Due::By(date) => self.short(date),
            Due::From(date) => format!("{} {}", self.from, self.short(date)),
            Due::Weekly { from } => {
                let weekday = nth(&self.weekdays_short, from.weekday().num_days_from_monday());
                let day = self.shortest(from);
                format!("{} {weekday} {} {day}", self.every, self.from)
            }
        }
    }

    /// `44 minutter`, `1 time` or `1 time og 20 minutter`.
    ///
    /// Minutes begun are not counted, and less than nothing is nothing: a clock set back must not show.
    pub fn duration(&self, duration: TimeDelta) -> String {
        match hours_and_minutes(duration) {
            (0, minutes) => self.minute.counted(minutes),
            (hours, 0) => self.hour.counted(hours),
            (hours, minutes) => format!(
                "{} {} {}",
                self.hour.counted(hours),
                self.and,
                self.minute.counted(minutes)
            ),
        }
    }

    /// The full name of a weekday: `tirsdag`.
    pub fn weekday(&self, weekday: Weekday) -> &'static str {
        nth(&self.weekdays, weekday.num_days_from_monday())
    }

    /// The full name of a month, counted from 0 as chrono's `month0` does: `november` for 10.
    ///
    /// Empty for a number no month has.
    pub fn month(&self, month0: u32) -> &'static str {
        nth(&self.months, month0)
    }

    fn shortest(&self, date: NaiveDate) -> String {
        let month = nth(&self.months_short, date.month0());
        format!("{}{} {month}", date.day(), self.after_day)
    }

    /// `uke 47`, in a column: a week of one figure takes as much room as one of two.
    pub fn week(&self, date: NaiveDate) -> String {
        format!("{} {:>2}", self.week, date.iso_week().week())
    }

    fn week_in_brackets(&self, date: NaiveDate) -> String {
        format!("({} {})", self.week, date.iso_week().week())
    }
}

impl Noun {
    fn counted(&self, count: i64) -> String {
        let word = if count == 1 { self.one } else { self.many };
        format!("{count} {word}")
    }
}

/// `17.11.2026`, the same in every language the program writes.
pub fn numeric(date: NaiveDate) -> String {
    format!("{:02}.{:02}.{}", date.day(), date.month(), date.year())
}

/// `10:15`, the same in every language; seconds are left out, not rounded.
pub fn time(time: impl Timelike + Copy) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn hours_and_minutes(duration: TimeDelta) -> (i64, i64) {
    let minutes = duration.num_minutes().max(0);
    (minutes / 60, minutes % 60)
}

fn nth<const N: usize>(words: &[&'static str; N], index: u32) -> &'static str {
    words.get(index as usize).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::*;

    fn day(iso: &str) -> NaiveDate {
        iso.parse().expect("a date in the table")
    }

    #[test]
    fn a_date_is_written_in_four_lengths() {
        for (iso, with_week, short, in_figures) in [
            (
                "2026-11-17",
                "tirsdag 17. november 2026 (uke 47)",
                "tir 17. nov",
                "17.11.2026",
            ),
            (
                "2027-01-07",
                "torsdag 7. januar 2027 (uke 1)",
                "tor 7. jan",
                "07.01.2027",
            ),
            (
                "2026-05-17",
                "søndag 17. mai 2026 (uke 20)",
                "søn 17. mai",
                "17.05.2026",
            ),
            (
                "2028-02-29",
                "tirsdag 29. februar 2028 (uke 9)",
                "tir 29. feb",
                "29.02.2028",
            ),
        ] {
            let date = day(iso);
            assert_eq!(NB.with_week(date), with_week);
            assert!(with_week.starts_with(&NB.long(date)), "{iso}");
            assert!(NB.long(date).ends_with(&NB.plain(date)), "{iso}");
            assert_eq!(NB.short(date), short);
            assert_eq!(numeric(date), in_figures);
        }
    }

    #[test]
    fn the_week_around_new_year_follows_iso_8601() {
        for (iso, week) in [
            ("2026-12-27", "(uke 52)"),
            ("2026-12-28", "(uke 53)"),
            ("2026-12-31", "(uke 53)"),
            ("2027-01-01", "(uke 53)"),
            ("2027-01-03", "(uke 53)"),
            ("2027-01-04", "(uke 1)"),
            ("2025-12-29", "(uke 1)"),
        ] {
            assert!(NB.with_week(day(iso)).ends_with(week), "{iso}");
        }
    }

    #[test]
    fn every_day_of_a_year_has_all_its_words() {
        for date in day("2026-01-01").iter_days().take(365) {
            let words = NB.long(date);
            assert_eq!(words.split(' ').filter(|word| !word.is_empty()).count(), 4);
            let (weekday, _) = words.split_once(' ').expect("a weekday first");
            let short = NB.short(date);
            let (weekday_short, rest) = short.split_once(' ').expect("a weekday first");
            assert!(weekday.starts_with(weekday_short), "{words} / {short}");
            let (_, month) = rest.split_once(' ').expect("a month last");
            assert!(
                NB.month(date.month0()).starts_with(month),
                "{words} / {short}"
            );
        }
    }

    #[test]
    fn a_deadline_says_which_kind_it_is() {
        for (due, long, short) in [
            (
                Due::By(day("2026-11-20")),
                "senest fredag 20. november 2026 (uke 47)",
                "fre 20. nov",
            ),
            (
                Due::From(day("2026-11-24")),
                "fra tirsdag 24. november 2026 (uke 48)",
                "fra tir 24. nov",
            ),
            (
                Due::Weekly {
                    from: day("2026-11-20"),
                },
                "hver fredag fra 20. november 2026 (uke 47)",
                "hver fre fra 20. nov",
            ),
        ] {
            assert_eq!(NB.due(&due), long);
            assert_eq!(NB.due_short(&due), short);
        }
    }

    #[test]
    fn a_time_of_day_has_two_figures_on_each_side() {
        for (hour, minute, text) in [(10, 15, "10:15"), (8, 5, "08:05"), (0, 0, "00:00")] {
            let clock = NaiveTime::from_hms_opt(hour, minute, 59).expect("a real time");
            assert_eq!(time(clock), text);
            assert_eq!(time(day("2026-11-17").and_time(clock)), text);
        }
    }

    #[test]
    fn a_duration_is_counted_in_whole_minutes() {
        for (seconds, long) in [
            (-90, "0 minutter"),
            (59, "0 minutter"),
            (60, "1 minutt"),
            (44 * 60 + 59, "44 minutter"),
            (3600, "1 time"),
            (3660, "1 time og 1 minutt"),
            (80 * 60, "1 time og 20 minutter"),
            (7200, "2 timer"),
        ] {
            assert_eq!(NB.duration(TimeDelta::seconds(seconds)), long);
        }
    }
}
