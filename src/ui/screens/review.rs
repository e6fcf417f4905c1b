//! After the meeting: what is to be dealt with at one side, the living referat at the other.

mod parts;
mod preview;

use chrono::TimeDelta;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    meeting::{Review, Stage},
    privacy::FindingKind,
    ui::{
        command::{Command, View},
        focus::FocusTarget,
        layout::{Room, ScreenAreas, cut_right, cut_top, inset},
        scene::Scene,
        sheet::{self, SheetCell, SheetRow, Width},
        task::{Task, Tasks},
        widgets::line::rule,
    },
};

use super::frame;

pub use preview::most_scroll;

/// The sheet: every task, the one that is dealt with unfolded to the places where that is done.
pub fn rows(scene: &Scene) -> Vec<SheetRow> {
    let t = &scene.text.review;
    let stage = scene.meeting.stage();
    let tasks = tasks(scene);
    let left = (t.left)(tasks.open.len());
    let mut rows = match (stage, scene.meeting.review) {
        (Stage::Approved, Review::Approved(at)) => {
            let at = scene.text.document.calendar.long(scene.zone.date(at));
            vec![
                SheetRow::Remark((t.approved)(&at, scene.meeting.version())),
                SheetRow::buttons(&[View::Sending, View::Plan].map(Command::Show), scene),
                SheetRow::buttons(&[Command::Revise], scene),
            ]
        }
        (Stage::Preparing | Stage::Running | Stage::Paused, _) => vec![
            SheetRow::Title(t.title, left),
            SheetRow::Remark(t.not_ended.to_owned()),
        ],
        (Stage::Ended | Stage::InReview | Stage::Approved, _) if tasks.open.is_empty() => vec![
            SheetRow::Title(t.title, left),
            SheetRow::Remark(t.whole.to_owned()),
            SheetRow::buttons(&[Command::Approve], scene),
        ],
        (Stage::Ended | Stage::InReview | Stage::Approved, _) => {
            vec![SheetRow::Title(t.title, left)]
        }
    };
    rows.extend(list(in_place(tasks.open, &tasks.accepted, scene), scene));
    if !tasks.accepted.is_empty() {
        rows.push(SheetRow::Gap);
        rows.push(SheetRow::Title(t.accepted, String::new()));
        rows.extend(list(tasks.accepted, scene));
    }
    rows.extend(strayed(&rows, scene));
    rows.push(SheetRow::Gap);
    if matches!(stage, Stage::Ended | Stage::InReview) {
        let views = [View::Plan, View::Sending].map(Command::Show);
        rows.push(SheetRow::buttons(&views, scene));
    }
    rows.extend(settled(scene).into_iter().map(SheetRow::Remark));
    rows.extend(times(scene));
    rows
}

/// The places where a task is dealt with.
pub fn parts_of(task: Task, scene: &Scene) -> Vec<FocusTarget> {
    sheet::targets(&parts::rows(task, scene))
}

/// Everything there is to deal with; nothing any more once it is approved.
pub fn tasks(scene: &Scene) -> Tasks {
    if scene.meeting.stage() == Stage::Approved {
        return Tasks::default();
    }
    let points = scene.meeting.open_points(scene.zone);
    Tasks::of(scene.meeting, scene.findings, &points)
}

/// Tasks, each on a line.
fn list(tasks: Vec<Task>, scene: &Scene) -> Vec<SheetRow> {
    let mut rows = Vec::new();
    for task in tasks {
        let cell = SheetCell::new(FocusTarget::Task(task), "", Width::Grow(20));
        rows.push(SheetRow::one(cell));
        if scene.view_state.task.is_some_and(|(open, _)| open == task) {
            rows.extend(parts::rows(task, scene));
        }
    }
    rows
}

/// The open tasks with the unfolded one where it was, also when it has been dealt with or has turned into another one:
/// nothing jumps while one writes.
fn in_place(mut open: Vec<Task>, accepted: &[Task], scene: &Scene) -> Vec<Task> {
    if let Some((task, place)) = scene.view_state.task
        && !accepted.contains(&task)
    {
        open.retain(|other| *other != task);
        open.insert(place.min(open.len()), task);
    }
    open
}

/// A sentence about the work, to be put in the place of what was found where the leader is.
pub fn instead<'a>(number: usize, scene: &Scene<'a>) -> Option<&'a str> {
    let finding = scene.view_state.current_task()?.finding(scene.findings)?;
    let (_, proposal) = scene.guard?.proposal(finding.kind)?;
    proposal.lines().get(number).copied()
}

/// Whether a task is none any more.
pub fn is_done(task: Task, scene: &Scene) -> bool {
    let tasks = tasks(scene);
    !tasks.open.contains(&task) && !tasks.accepted.contains(&task)
}

/// A text with the cursor that belongs to none of the rows: what was written there has just been taken back.
fn strayed(rows: &[SheetRow], scene: &Scene) -> Option<SheetRow> {
    let focus = scene.view_state.focus?;
    let strayed =
        focus.is_text() && !sheet::targets(rows).contains(&focus) && focus.exists(scene.meeting);
    strayed.then(|| SheetRow::one(SheetCell::new(focus, "", Width::Grow(20))))
}

/// What is in order, so that nobody need ask.
fn settled(scene: &Scene) -> Vec<String> {
    let t = &scene.text.review;
    let number = |kind| matches!(kind, FindingKind::Identity(_));
    let numbers = scene.findings.iter().any(|(_, f)| number(f.kind));
    let mut lines = Vec::new();
    match scene.guard {
        None => lines.push(t.no_guard_yet.to_owned()),
        Some(_) if scene.findings.is_empty() => lines.push(t.nothing_found.to_owned()),
        Some(_) if !numbers => lines.push(t.no_numbers.to_owned()),
        Some(_) => {}
    }
    if let Some(at) = scene.meeting.read_back {
        let at = crate::text::date::time(scene.zone.local(at));
        lines.push((t.read_back)(&at));
    }
    lines.push(t.kladd_stays.to_owned());
    lines
}

/// Where the parts of the review are.
struct Places {
    tasks: Rect,
    preview: Rect,
}

/// Columns of tasks beside the preview.
const BESIDE: u16 = 46;

fn places(scene: &Scene, areas: &ScreenAreas) -> Places {
    let body = areas.body;
    match areas.room {
        Room::Wide => {
            let (tasks, rest) = cut_right(body, BESIDE);
            let (_divider, left) = cut_right(rest, 1);
            Places {
                tasks,
                preview: inset(left, 2),
            }
        }
        Room::Normal | Room::Small | Room::Tiny => {
            // Whoever deals with something needs room for it; whoever looks through the list, for the referat.
            let share = if scene.view_state.task.is_some() {
                4
            } else {
                3
            };
            let most = (body.height * share / 5).max(2);
            let (tasks, rest) = cut_top(body, most);
            let (_rule, rest) = cut_top(rest, 1);
            Places {
                tasks,
                preview: inset(rest, 2),
            }
        }
    }
}

/// Where the sheet is.
pub fn sheet_area(scene: &Scene, areas: &ScreenAreas) -> Rect {
    places(scene, areas).tasks
}

/// Draws the body; answers with the place of the cursor.
pub fn draw(scene: &Scene, areas: &ScreenAreas, buffer: &mut Buffer) -> Option<Position> {
    let places = places(scene, areas);
    let dim = scene.theme.dim;
    match areas.room {
        Room::Wide => frame::divider(cut_right(areas.body, BESIDE + 1).0, dim, buffer),
        Room::Normal | Room::Small | Room::Tiny => {
            rule(areas.body, places.tasks.height, dim, buffer);
        }
    }
    preview::draw(scene, places.preview, buffer);
    sheet::draw(&rows(scene), scene, places.tasks, buffer)
}

/// Minutes planned and spent, for the leader alone.
fn times(scene: &Scene) -> Vec<SheetRow> {
    let t = &scene.text.review;
    let Some(timing) = scene.timing else {
        return Vec::new();
    };
    let line = |title: &str, planned: u32, spent: i64| {
        SheetRow::Sides(title.to_owned(), format!("{planned:>4}  {spent:>4}"))
    };
    let head = format!("{}  {}", t.planned, t.spent);
    let mut rows = vec![SheetRow::Gap, SheetRow::Title(t.time, head)];
    // Each phase has the minutes by which it moved the whole on, so that they add up to it.
    let mut before = TimeDelta::zero();
    for (index, phase) in scene.meeting.agenda.phases() {
        let after = before + timing.phase_spent(index);
        let minutes = after.num_minutes() - before.num_minutes();
        rows.push(line(&phase.title, phase.planned, minutes));
        before = after;
    }
    let planned = scene.meeting.agenda.phases.iter().map(|p| p.planned).sum();
    let spent = timing.spent.total.num_minutes();
    rows.push(line(t.in_all, planned, spent));
    rows.push(SheetRow::Remark(t.time_note.to_owned()));
    rows
}
