//! The words of dates and deadlines, bokmål and nynorsk side by side.

use chrono::Weekday;

use super::calendar::Unit;
use crate::text::date::{NB, NN};

/// Phrases with one meaning, the longer before its own beginning.
pub(super) type Phrases = [&'static [&'static str]];

/// From Monday on.
const WEEKDAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// What Sunday is called too.
const SUNDAY: &str = "sundag";

/// Said before a date without changing it.
pub(super) const LEADS: &Phrases = &[
    &["i", "løpet", "av"],
    &["utgangen", "av"],
    &["frist"],
    &["fristen"],
    &["senest"],
    &["seinest"],
    &["seinast"],
    &["innen"],
    &["innan"],
    &["til"],
    &["på"],
    &["førstkommende"],
    &["førstkommande"],
    &["kommende"],
    &["kommande"],
];

/// Said between a weekday and its date or week, or before them.
pub(super) const LINKS: &Phrases = &[&["den"], &["i"]];

pub(super) const FROM: &Phrases = &[
    &["fra", "og", "med"],
    &["frå", "og", "med"],
    &["f", "o", "m"],
    &["fom"],
    &["fra"],
    &["frå"],
];

pub(super) const EVERY: &Phrases = &[&["hver"], &["kvar"]];

pub(super) const OTHER_RHYTHMS: &Phrases = &[
    &["annenhver"],
    &["annankvar"],
    &["daglig"],
    &["dagleg"],
    &["månedlig"],
    &["månadleg"],
];

pub(super) const NEXT: &Phrases = &[&["neste"]];

/// Said before a number of days, weeks or months.
pub(super) const IN: &Phrases = &[&["om"], &["innen"], &["innan"], &["i", "løpet", "av"]];

pub(super) const WEEK: &Phrases = &[&["uke"], &["uka"], &["uken"], &["veke"], &["veka"], &["u"]];

/// Days from today, for the word that follows `i` or is joined to it.
pub(super) const DAYS_FROM_TODAY: &[(&str, i64)] = &[
    ("dag", 0),
    ("morgen", 1),
    ("morgon", 1),
    ("morra", 1),
    ("overmorgen", 2),
    ("overmorgon", 2),
    ("går", -1),
];

pub(super) const NUMBERS: &[(&str, u32)] = &[
    ("en", 1),
    ("én", 1),
    ("et", 1),
    ("ett", 1),
    ("ei", 1),
    ("éi", 1),
    ("ein", 1),
    ("éin", 1),
    ("eit", 1),
    ("eitt", 1),
    ("to", 2),
    ("tre", 3),
    ("fire", 4),
    ("fem", 5),
    ("seks", 6),
    ("sju", 7),
    ("syv", 7),
    ("åtte", 8),
    ("ni", 9),
    ("ti", 10),
    ("elleve", 11),
    ("tolv", 12),
    ("tretten", 13),
    ("fjorten", 14),
    ("femten", 15),
    ("seksten", 16),
    ("sytten", 17),
    ("atten", 18),
    ("nitten", 19),
    ("tjue", 20),
];

pub(super) const UNITS: &[(&str, Unit)] = &[
    ("dag", Unit::Day),
    ("dager", Unit::Day),
    ("dagar", Unit::Day),
    ("virkedag", Unit::WorkingDay),
    ("virkedager", Unit::WorkingDay),
    ("virkedagar", Unit::WorkingDay),
    ("yrkedag", Unit::WorkingDay),
    ("yrkedagar", Unit::WorkingDay),
    ("arbeidsdag", Unit::WorkingDay),
    ("arbeidsdager", Unit::WorkingDay),
    ("arbeidsdagar", Unit::WorkingDay),
    ("uke", Unit::Week),
    ("uker", Unit::Week),
    ("veke", Unit::Week),
    ("veker", Unit::Week),
    ("måned", Unit::Month),
    ("måneder", Unit::Month),
    ("månad", Unit::Month),
    ("månader", Unit::Month),
    ("mnd", Unit::Month),
    ("år", Unit::Year),
];

/// The entry of a table for a word.
pub(super) fn meaning<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    let entry = table.iter().find(|(name, _)| *name == word)?;
    Some(entry.1)
}

/// The weekday with this name, or with a name that begins like this: `fre`, `tirs`, `laurdag`.
pub(super) fn weekday_named(word: &str) -> Option<Weekday> {
    three_letters(word).then(|| weekday_beginning(word))?
}

/// The weekday whose name begins with these two letters: `to`, `ty`. It is one only before a date, for `to` is two and
/// `ti` is ten.
pub(super) fn weekday_in_two_letters(word: &str) -> Option<Weekday> {
    (word.chars().count() == 2).then(|| weekday_beginning(word))?
}

fn weekday_beginning(word: &str) -> Option<Weekday> {
    let names = |day| [NB.weekday(day), NN.weekday(day)];
    let named = |day: &Weekday| names(*day).iter().any(|name| name.starts_with(word));
    let sunday = SUNDAY.starts_with(word).then_some(Weekday::Sun);
    WEEKDAYS.into_iter().find(named).or(sunday)
}

/// The month with this name, from 1; the names are the same in nynorsk.
pub(super) fn month_named(word: &str) -> Option<u32> {
    let month0 = (0..12).find(|month0| abbreviates(word, NB.month(*month0)))?;
    Some(month0 + 1)
}

fn abbreviates(word: &str, name: &str) -> bool {
    three_letters(word) && name.starts_with(word)
}

/// Three letters are needed: two would confuse `to` (two) with `torsdag`.
fn three_letters(word: &str) -> bool {
    word.chars().count() >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_letters_tell_all_weekdays_and_months_apart() {
        let sunday = [(SUNDAY, Weekday::Sun)];
        let names = [&NB, &NN].map(|calendar| WEEKDAYS.map(|day| (calendar.weekday(day), day)));
        for (name, weekday) in names.into_iter().flatten().chain(sunday) {
            let short: String = name.chars().take(3).collect();
            assert_eq!(weekday_named(&short), Some(weekday), "{short}");
            let two: String = name.chars().take(2).collect();
            assert_eq!(weekday_in_two_letters(&two), Some(weekday), "{two}");
            assert_eq!(weekday_named(&two), None, "{two}");
        }
        for month0 in 0..12 {
            let short: String = NB.month(month0).chars().take(3).collect();
            assert_eq!(month_named(&short), Some(month0 + 1), "{short}");
        }
    }
}
