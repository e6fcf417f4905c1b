//! `dialogmote frister`: the deadlines of one absence, as a table or as JSON.

use chrono::{Datelike, NaiveDate};
use clap::{Arg, ArgMatches};
use serde::Serialize;

use crate::{
    document::plain::{broken, columns},
    meeting::{Degree, Interval, IntervalKind},
    rules::{
        AbsenceHistory, Deadline, DeadlineStatus, Facts, Milestone, Need, Urgency, When,
        deadlines::deadlines, need::need,
    },
    text::{Text, date, due},
};

use super::json::{JSON, json, json_flag};

const FROM: &str = "fra";
const UNTIL: &str = "til";
const DEGREE: &str = "grad";

/// Columns of a terminal nobody has widened.
const WIDTH: usize = 80;

/// What the subcommand takes.
pub(super) fn arguments(text: &Text) -> [Arg; 4] {
    let t = &text.cli;
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    [
        option(FROM, "DATO", t.from).required(true),
        option(UNTIL, "DATO", t.until),
        option(DEGREE, "PROSENT", t.degree),
        json_flag(text),
    ]
}

/// The deadlines as they stand on the day `today`, ready to print.
///
/// A date without a year is for `--fra` the last one up to today, and for `--til` the first one from there on.
///
/// # Errors
/// What was not understood, in words.
pub(super) fn render(
    matches: &ArgMatches,
    today: NaiveDate,
    text: &Text,
) -> Result<String, String> {
    let t = &text.cli;
    let word = |name| matches.get_one::<String>(name).map(String::as_str);
    let wrong = |word: &str, error: due::DueError| (t.date_wrong)(word, &(text.due_error)(&error));
    let from = word(FROM).unwrap_or_default();
    let from = due::parse_past_date(from, today).map_err(|error| wrong(from, error))?;
    let to = word(UNTIL)
        .map(|to| due::parse_date(to, from).map_err(|error| wrong(to, error)))
        .transpose()?;
    if to.is_some_and(|to| to < from) {
        return Err(t.until_before_from.to_owned());
    }
    let degree = match word(DEGREE) {
        None => Degree::FULL,
        Some(word) => percent(word).ok_or_else(|| (t.degree_wrong)(word))?,
    };
    let kind = IntervalKind::Sick(degree);
    let absence = AbsenceHistory::new(&[Interval { from, to, kind }], today);
    let facts = Facts::default();
    let deadlines = deadlines(&absence, &facts);
    let need = need(&absence, &facts);
    if matches.get_flag(JSON) {
        let row = DeadlinesRow::new(&absence, degree, to, &need, &deadlines, text);
        return json(&row, text);
    }
    Ok(table(&absence, degree, &need, &deadlines, text))
}

/// `50`, `50%` or `50 %`.
fn percent(word: &str) -> Option<Degree> {
    let figures = word.trim().trim_end_matches('%').trim_end();
    figures.parse().ok().and_then(Degree::new)
}

fn table(
    absence: &AbsenceHistory,
    degree: Degree,
    need: &Need,
    deadlines: &[Deadline],
    text: &Text,
) -> String {
    let t = &text.rules;
    let mut sentences = Vec::new();
    sentences.extend(absence.current().map(|case| (t.case)(case)));
    let today = text.document.calendar.with_week(absence.today);
    sentences.push((text.cli.deadlines_today)(&today));
    sentences.push((t.need)(need));
    if degree.is_below_benefit() {
        sentences.push(t.low_degree.to_owned());
    }
    sentences.extend(deadlines.iter().filter_map(|one| (t.from_full)(one)));
    let fitting = sentences.iter().flat_map(|words| broken(words, WIDTH));
    let mut lines: Vec<String> = fitting.collect();
    lines.push(String::new());

    let mut rows = vec![text.cli.deadlines_head.map(str::to_owned)];
    rows.extend(deadlines.iter().map(|one| row(one, absence.today, text)));
    lines.extend(columns(&rows));

    lines.extend([String::new(), text.cli.deadlines_basis.to_owned()]);
    for Deadline { milestone, .. } in deadlines {
        let name = (t.milestone)(*milestone);
        lines.push(format!("  {name:<17}  {}", (t.basis)(*milestone)));
    }
    lines.push(String::new());
    lines.extend(broken(text.cli.deadlines_note, WIDTH));
    lines.join("\n") + "\n"
}

/// What, the strict date with its week, the other date, the day to plan for, and how it stands.
fn row(deadline: &Deadline, today: NaiveDate, text: &Text) -> [String; 5] {
    const NONE: &str = "–";
    let t = &text.rules;
    let weekday = |date: NaiveDate| {
        let short = text.document.calendar.short(date);
        short.split(' ').next().unwrap_or_default().to_owned()
    };
    let day = |date: NaiveDate| format!("{} {}", weekday(date), date.format("%d.%m."));
    let strict = deadline.when.date();
    let week = text.document.calendar.week(strict);
    let first = format!("{} {} {week}", weekday(strict), date::numeric(strict));
    let other = match deadline.when {
        When::By(dates) => dates.marker.map(day),
        When::Between { closes, .. } => Some((text.document.referat.to)(
            &closes.format("%d.%m.").to_string(),
        )),
        When::On(_) | When::About(_) => None,
    };
    let plan = deadline.plan_for(today).map(day);
    [
        (t.milestone)(deadline.milestone).to_owned(),
        first,
        other.unwrap_or_else(|| NONE.to_owned()),
        plan.unwrap_or_else(|| NONE.to_owned()),
        (t.state_short)(&deadline.status),
    ]
}

/// What `--json` prints. The keys are a promise to scripts: new ones may come, none goes away or changes its meaning.
/// Dates are `2026-11-22`; what does not apply is `null`.
#[derive(Serialize)]
struct DeadlinesRow {
    /// First and last day of absence, and the degree in per cent, as they were given.
    fra: String,
    til: Option<String>,
    grad: u8,
    i_dag: String,
    /// Sick days up to and with today, and whole weeks of them.
    sykedager: u32,
    uker: u32,
    /// Whether dialogmøte 1 is to be held: a word for scripts and a sentence for people.
    mote: &'static str,
    mote_tekst: String,
    frister: Vec<DeadlineRow>,
}

#[derive(Serialize)]
struct DeadlineRow {
    /// A word that stays the same.
    navn: &'static str,
    /// The name as people see it.
    tittel: &'static str,
    /// `arbeidsgiver`, `Nav` or `begge parter`.
    hvem: &'static str,
    /// The strict date, or the first day of a window, with its ISO week and the year the week belongs to.
    frist: String,
    uke: u32,
    ukeaar: i32,
    /// The day after, as some count: so many whole weeks after the first day.
    merke: Option<String>,
    /// The last day of a window.
    lukker: Option<String>,
    siste_virkedag: Option<String>,
    /// The last day up to `frist` on which people can be expected at work.
    tilraadd_dag: Option<String>,
    /// The day to plan for, not yet passed.
    planlegg: Option<String>,
    /// Whether the date is a guess.
    omtrentlig: bool,
    hjemmel: &'static str,
    kilde: &'static str,
    gjelder: &'static str,
    /// A word that stays the same, and the number of days in it where it has one.
    status: &'static str,
    dager: Option<u32>,
    /// Whether it is due today or too late.
    alarm: bool,
    tekst: String,
}

impl DeadlinesRow {
    fn new(
        absence: &AbsenceHistory,
        degree: Degree,
        to: Option<NaiveDate>,
        need: &Need,
        deadlines: &[Deadline],
        text: &Text,
    ) -> Self {
        let case = absence.current();
        Self {
            fra: case.map_or_else(String::new, |case| case.start.to_string()),
            til: to.map(|to| to.to_string()),
            grad: degree.percent(),
            i_dag: absence.today.to_string(),
            sykedager: case.map_or(0, |case| case.sick_days),
            uker: case.map_or(0, |case| case.weeks()),
            mote: word_of_need(need),
            mote_tekst: (text.rules.need)(need),
            frister: deadlines
                .iter()
                .map(|one| DeadlineRow::new(one, absence.today, text))
                .collect(),
        }
    }
}

impl DeadlineRow {
    fn new(deadline: &Deadline, today: NaiveDate, text: &Text) -> Self {
        let t = &text.rules;
        let milestone = deadline.milestone;
        let strict = deadline.when.date();
        let iso = |date: NaiveDate| date.to_string();
        let (dates, closes) = match deadline.when {
            When::By(dates) => (Some(dates), None),
            When::Between { closes, .. } => (None, Some(closes)),
            When::On(_) | When::About(_) => (None, None),
        };
        let (status, dager) = word_of_state(deadline.status);
        Self {
            navn: word_of_milestone(milestone),
            tittel: (t.milestone)(milestone),
            hvem: (t.whose)(milestone.whose()),
            frist: iso(strict),
            uke: strict.iso_week().week(),
            ukeaar: strict.iso_week().year(),
            merke: dates.and_then(|dates| dates.marker).map(iso),
            lukker: closes.map(iso),
            siste_virkedag: dates.map(|dates| iso(dates.last_working_day)),
            tilraadd_dag: dates.map(|dates| iso(dates.advised)),
            planlegg: deadline.plan_for(today).map(iso),
            omtrentlig: matches!(deadline.when, When::About(_))
                || deadline.status == DeadlineStatus::AwaitsNav,
            hjemmel: (t.basis)(milestone),
            kilde: (t.source)(milestone),
            gjelder: (t.task)(milestone),
            status,
            dager,
            alarm: deadline.status.urgency() == Urgency::Alarm,
            tekst: (t.state)(&deadline.status),
        }
    }
}

const fn word_of_milestone(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::PlanReminder => "paaminnelse_plan",
        Milestone::FollowUpPlan => "oppfolgingsplan",
        Milestone::Meeting1 => "dialogmote_1",
        Milestone::ActivityRequirement => "aktivitetskrav",
        Milestone::MeetingNeed => "motebehov",
        Milestone::NavCandidate => "nav_kandidat",
        Milestone::PlanToNav => "plan_til_nav",
        Milestone::Meeting2 => "dialogmote_2",
        Milestone::BenefitEnd => "maksdato",
    }
}

const fn word_of_state(state: DeadlineStatus) -> (&'static str, Option<u32>) {
    match state {
        DeadlineStatus::Done { late, .. } => ("gjort", Some(late)),
        DeadlineStatus::Exempt { .. } => ("unntatt", None),
        DeadlineStatus::DueIn(left) => ("igjen", Some(left)),
        DeadlineStatus::DueToday => ("i_dag", Some(0)),
        DeadlineStatus::Overdue(over) => ("over_frist", Some(over)),
        DeadlineStatus::PastCareful { left, .. } => ("haster", Some(left)),
        DeadlineStatus::NoAlarm => ("hvis_onsket", None),
        DeadlineStatus::AwaitsNav => ("venter_paa_nav", None),
        DeadlineStatus::Ahead(left) => ("kommer", Some(left)),
        DeadlineStatus::Today => ("kommer", Some(0)),
        DeadlineStatus::OpenFor(left) => ("aapent", Some(left)),
        DeadlineStatus::Passed(ago) => ("passert", Some(ago)),
        DeadlineStatus::NotReached => ("ikke_aktuelt", None),
    }
}

const fn word_of_need(need: &Need) -> &'static str {
    match need {
        Need::NoAbsence => "ukjent",
        Need::BackAtWork { .. } => "tilbake",
        Need::RanOut { .. } => "gikk_ut",
        Need::Held { .. } => "holdt",
        Need::AskWhatHappened { .. } => "hva_skjedde",
        Need::Required => "skal_holdes",
        Need::Reopened(_) => "vurderes_igjen",
        Need::ExemptUntil { .. } => "unntatt",
        Need::Wanted(_) => "onsket",
        Need::AsksWho(_) => "spor_hvem",
        Need::NobodyWants => "ikke_onsket",
    }
}

#[cfg(test)]
mod tests {
    use crate::text::NB;

    use super::*;

    fn day(iso: &str) -> NaiveDate {
        iso.parse().unwrap()
    }

    fn shown(degree: Degree, from: &str, today: NaiveDate) -> String {
        let kind = IntervalKind::Sick(degree);
        let from = day(from);
        let to = None;
        let absence = AbsenceHistory::new(&[Interval { from, to, kind }], today);
        let facts = Facts::default();
        let need = need(&absence, &facts);
        table(&absence, degree, &need, &deadlines(&absence, &facts), &NB)
    }

    #[test]
    fn the_table_fits_the_terminal_on_every_day_of_two_years() {
        for today in day("2026-09-01").iter_days().take(730) {
            for degree in [Degree::FULL, Degree::new(10).unwrap()] {
                let table = shown(degree, "2026-10-05", today);
                for line in table.lines() {
                    assert!(line.chars().count() <= WIDTH, "{today}: {line}");
                }
            }
        }
    }

    #[test]
    fn the_table_of_case_1_on_the_day_of_its_meeting() {
        let table = shown(Degree::FULL, "2026-10-05", day("2026-11-17"));
        let rows: Vec<&str> = table.lines().skip(4).take(10).collect();
        assert_eq!(
            rows,
            [
                "Hva                Senest                 Merke       Planlegg    Status",
                "Minn om planen     ons 28.10.2026 uke 44  –           –           passert",
                "Oppfølgingsplan    søn 01.11.2026 uke 44  man 02.11.  –           16 dager OVER",
                "Dialogmøte 1       søn 22.11.2026 uke 47  man 23.11.  fre 20.11.  5 dager igjen",
                "Aktivitetskrav     søn 29.11.2026 uke 48  man 30.11.  –           om 12 dager",
                "Melde møtebehov    man 25.01.2027 uke  4  til 04.04.  –           om 69 dager",
                "Nav ser på møte 2  man 01.02.2027 uke  5  –           –           om 76 dager",
                "Plan til Nav       søn 28.03.2027 uke 12  –           fre 19.03.  når Nav kaller",
                "Dialogmøte 2       søn 04.04.2027 uke 13  man 05.04.  –           om 138 dager",
                "Maksdato, omtrent  søn 03.10.2027 uke 39  –           –           om 320 dager",
            ]
        );
    }

    #[test]
    fn a_degree_is_read_with_or_without_its_sign() {
        for (word, percent_read) in [("50", 50), ("50%", 50), (" 50 % ", 50), ("100", 100)] {
            assert_eq!(percent(word), Degree::new(percent_read), "{word}");
        }
        for word in ["", "%", "0", "101", "-5", "halv", "50,5"] {
            assert_eq!(percent(word), None, "{word}");
        }
    }
}
