//! `dialogmote liste`: every meeting of the folder with what to do next, as a table or as JSON.

use std::{cmp::Reverse, path::Path};

use chrono::NaiveDate;
use clap::{Arg, ArgMatches};
use serde::Serialize;

use crate::{
    archive::{Archive, Listed},
    document::plain::columns,
    meeting::{Contents, MeetingKind, Stage, Zone},
    rules::{NextStep, Urgency, next_step::next_step},
    text::{Cause, Problem, Text, problem::place},
};

use super::json::{JSON, json, json_flag};

/// What the subcommand takes.
pub(super) fn arguments(text: &Text) -> [Arg; 1] {
    [json_flag(text)]
}

/// The meetings of `archive` as they stand on the day `today`, what presses most first, ready to print. A folder that is
/// not there has no meetings, and is not made.
///
/// # Errors
/// Where the folder cannot be read, in words. A file that cannot be read has its place in the list.
pub(super) fn render(
    matches: &ArgMatches,
    archive: &Archive,
    zone: Zone,
    today: NaiveDate,
    text: &Text,
) -> Result<String, String> {
    let list = match archive.list() {
        Err(Problem::Folder {
            cause: Cause::Missing,
            ..
        }) => Vec::new(),
        list => list.map_err(|problem| (text.problem)(&problem))?,
    };
    let mut lines: Vec<ListLine> = list
        .iter()
        .map(|listed| ListLine::new(listed, zone, today, text))
        .collect();
    lines.sort_by(|one, other| one.order.cmp(&other.order));
    if matches.get_flag(JSON) {
        let rows: Vec<&ListRow> = lines.iter().map(|line| &line.row).collect();
        return json(&rows, text);
    }
    if lines.is_empty() {
        return Ok((text.cli.list_empty)(&place(archive.folder())) + "\n");
    }
    Ok(table(&lines, text))
}

/// The columns of the table are a promise to scripts: two spaces or more between them, dates as `2026-11-22`, and `–` for
/// what is not known.
fn table(lines: &[ListLine], text: &Text) -> String {
    let head = text.cli.list_head.map(str::to_owned);
    let mut rows = vec![head.as_slice()];
    rows.extend(lines.iter().map(|line| line.cells.as_slice()));
    columns(&rows).join("\n") + "\n"
}

/// One file with its place in the list.
struct ListLine {
    /// What is real comes before what is practised.
    order: (bool, Reverse<Urgency>, NaiveDate, String),
    cells: [String; 6],
    row: ListRow,
}

/// What `--json` prints of a file. The keys are a promise to scripts: new ones may come, none goes away or changes its
/// meaning. Dates are `2026-11-22`; what is not known is `null`.
#[derive(Serialize)]
struct ListRow {
    /// The case code; of a file that cannot be read, `null`.
    sakskode: Option<String>,
    fil: String,
    /// Whether it is a practice meeting.
    ovelse: bool,
    /// The day for which it is planned, and the day on which it began.
    planlagt: Option<String>,
    holdt: Option<String>,
    /// How far it has come and what is next: words that stay the same.
    status: &'static str,
    neste: Option<&'static str>,
    /// The day of the next step.
    dag: Option<String>,
    /// Whether that day has passed.
    over_frist: bool,
    /// Whether it is to be done within a week, or at once.
    haster: bool,
    /// The next step for people, or why the file cannot be read.
    tekst: String,
}

impl ListLine {
    fn new(listed: &Listed, zone: Zone, today: NaiveDate, text: &Text) -> Self {
        let name = listed.path.file_name().unwrap_or_default();
        let file = place(Path::new(name));
        match &listed.meeting {
            Ok(meeting) => Self::of(meeting, file, zone, today, text),
            Err(problem) => {
                let t = &text.cli;
                let why = (text.problem)(problem);
                let none = || t.list_none.to_owned();
                Self {
                    order: (false, Reverse(Urgency::Alarm), NaiveDate::MIN, file.clone()),
                    cells: [
                        file.clone(),
                        none(),
                        t.list_unreadable.to_owned(),
                        none(),
                        none(),
                        why.clone(),
                    ],
                    row: ListRow {
                        sakskode: None,
                        fil: file,
                        ovelse: false,
                        planlagt: None,
                        holdt: None,
                        status: "uleselig",
                        neste: None,
                        dag: None,
                        over_frist: false,
                        haster: true,
                        tekst: why,
                    },
                }
            }
        }
    }

    fn of(meeting: &Contents, file: String, zone: Zone, today: NaiveDate, text: &Text) -> Self {
        let t = &text.cli;
        let next = next_step(meeting, zone, today);
        let held = meeting.timeline.started().map(|at| zone.date(at));
        let planned = meeting.arrangement.date.value;
        let (pressing, day) = next.order(today);
        let code = meeting.code.to_string();
        let iso = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let cell = |day| iso(day).unwrap_or_else(|| t.list_none.to_owned());
        let practice = meeting.kind == MeetingKind::Practice;
        let stage = (text.stage)(meeting.stage());
        let stage = if practice {
            format!("{stage} ({})", text.start.practice)
        } else {
            stage.to_owned()
        };
        let words = (text.rules.next_step)(next, today);
        let overdue = next.is_overdue(today);
        let urgency = match (overdue, next.urgency(today)) {
            (true, _) => t.list_overdue,
            (false, Urgency::Alarm) if next == NextStep::GoOn => t.list_now,
            (false, Urgency::Alarm) => t.list_today,
            (false, Urgency::Soon) => t.list_soon,
            (false, Urgency::Calm) => t.list_none,
        };
        Self {
            order: (practice, pressing, day, code.clone()),
            cells: [
                code.clone(),
                cell(held.or(planned)),
                stage,
                cell(next.day()),
                urgency.to_owned(),
                words.clone(),
            ],
            row: ListRow {
                sakskode: Some(code),
                fil: file,
                ovelse: practice,
                planlagt: iso(planned),
                holdt: iso(held),
                status: word_of_stage(meeting.stage()),
                neste: Some(word_of_step(next)),
                dag: iso(next.day()),
                over_frist: overdue,
                haster: next.urgency(today) > Urgency::Calm,
                tekst: words,
            },
        }
    }
}

const fn word_of_stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Preparing => "forberedes",
        Stage::Running => "gaar",
        Stage::Paused => "pause",
        Stage::Ended => "avsluttet",
        Stage::InReview => "gjennomgang",
        Stage::Approved => "godkjent",
    }
}

const fn word_of_step(step: NextStep) -> &'static str {
    match step {
        NextStep::EnterAbsence => "for_inn_fravaer",
        NextStep::SayWhatHappened(_) => "hva_skjedde",
        NextStep::SayIfProlonged => "er_forlenget",
        NextStep::AskWhoWants => "spor_hvem",
        NextStep::DecideAgain(_) => "vurder_igjen",
        NextStep::MakePlan(_) => "lag_plan",
        NextStep::SendPlan(_) => "send_plan",
        NextStep::SetDate(_) => "avtal_dag",
        NextStep::SetTime(_) => "avtal_tid",
        NextStep::Invite(_) => "kall_inn",
        NextStep::Hold(_) => "hold_mote",
        NextStep::GoOn => "fortsett",
        NextStep::Review(_) => "gjennomgaa",
        NextStep::SendReferat(_) => "send_referat",
        NextStep::PlanToNav(_) => "plan_til_nav",
        NextStep::FollowUp(_) => "folg_opp",
        NextStep::FollowUpPassed(_) => "oppfolging_var",
        NextStep::LookAgain(_) => "se_igjen",
        NextStep::Nothing => "ingenting",
    }
}
