//! After the meeting: what is still missing at one side, the referat as it stands at the other.

use chrono::TimeDelta;
use ratatui::{buffer::Buffer, layout::Rect, style::Style, text::Span};

use crate::{
    document::{
        plain::{PlainRole, plain},
        referat,
    },
    meeting::{
        open_point::OpenPoint,
        stage::{Review, Stage},
    },
    ui::{
        layout::{Parts, Room, cut_bottom, cut_top, inset},
        scene::Scene,
        sheet::{Cell, Row, Width},
        slot::Slot,
        widgets::line::{put, put_corner, put_sides, put_text, rule, wrapped},
    },
};

/// The list of open points as places for the cursor.
pub fn rows(scene: &Scene) -> Vec<Row> {
    (0..open_points(scene).len())
        .map(|number| {
            Row::Cells(vec![Cell::new(
                Slot::OpenPoint(number),
                "",
                Width::Grow(20),
            )])
        })
        .collect()
}

/// What is still missing; nothing any more once it is approved.
fn open_points(scene: &Scene) -> Vec<OpenPoint> {
    match scene.meeting.stage() {
        Stage::Approved => Vec::new(),
        Stage::Preparing | Stage::Running | Stage::Paused | Stage::Ended | Stage::InReview => {
            scene.meeting.open_points(scene.zone)
        }
    }
}

/// Where the parts of the review are.
struct Places {
    findings: Rect,
    times: Option<Rect>,
    preview: Rect,
}

/// Columns of findings and times beside the preview.
const BESIDE: u16 = 45;

fn places(scene: &Scene, parts: &Parts) -> Places {
    let body = parts.body;
    match parts.room {
        Room::Wide => {
            let left = Rect {
                width: body.width.saturating_sub(BESIDE + 1),
                ..body
            };
            let right = Rect {
                x: body.x + left.width + 1,
                width: BESIDE,
                ..body
            };
            let lines = u16::try_from(scene.meeting.agenda.phases.len() + 4).unwrap_or(u16::MAX);
            let (times, list) = cut_bottom(right, lines);
            Places {
                findings: inset(list, 1),
                times: Some(inset(times, 1)),
                preview: inset(left, 2),
            }
        }
        Room::Normal | Room::Small | Room::Tiny => {
            let open = u16::try_from(open_points(scene).len()).unwrap_or(u16::MAX);
            let most = (body.height * 2 / 5).max(2);
            let (list, rest) = cut_top(body, open.saturating_add(1).clamp(1, most));
            let (_rule, rest) = cut_top(rest, 1);
            Places {
                findings: inset(list, 2),
                times: None,
                preview: inset(rest, 2),
            }
        }
    }
}

/// Draws the body.
pub fn draw(scene: &Scene, parts: &Parts, buffer: &mut Buffer) {
    let places = places(scene, parts);
    let dim = scene.theme.dim;
    match places.times {
        Some(times) => {
            let column = Rect {
                x: parts.body.x + parts.body.width.saturating_sub(BESIDE + 1),
                width: 1,
                ..parts.body
            };
            for row in 0..column.height {
                put(column, row, Span::styled("│", dim), buffer);
            }
            time_table(scene, times, buffer);
        }
        None => rule(parts.body, places.findings.height, dim, buffer),
    }
    findings(scene, places.findings, buffer);
    preview(scene, places.preview, buffer);
}

fn findings(scene: &Scene, area: Rect, buffer: &mut Buffer) {
    let t = &scene.text.sheet;
    let theme = scene.theme;
    let points = open_points(scene);
    let (title, style) = match (scene.meeting.stage(), scene.meeting.review) {
        (Stage::Preparing | Stage::Running | Stage::Paused, _) => {
            (t.review_not_ended.to_owned(), theme.soon)
        }
        (_, Review::Approved(at)) => {
            let at = scene.text.calendar.long(scene.zone.date(at));
            ((t.review_approved)(&at), theme.good)
        }
        (_, Review::NotBegun | Review::Begun) if points.is_empty() => {
            (t.review_whole.to_owned(), theme.good)
        }
        (_, Review::NotBegun | Review::Begun) => ((t.review_open)(points.len()), theme.strong),
    };
    let title = wrapped(&title, usize::from(area.width));
    let height = u16::try_from(title.len()).unwrap_or(u16::MAX);
    for (row, line) in (0..height).zip(&title) {
        put_text(area, row, line, style, buffer);
    }
    let (_, list) = cut_top(area, height);
    let chosen = points
        .iter()
        .enumerate()
        .position(|(number, _)| scene.desk.focus == Some(Slot::OpenPoint(number)));
    let room = usize::from(list.height);
    let skip = chosen.map_or(0, |chosen| (chosen + 1).saturating_sub(room));
    let shown = points.iter().enumerate().skip(skip);
    for (row, (number, point)) in (0..list.height).zip(shown) {
        let words = (scene.text.open_point)(*point, scene.meeting);
        let here = chosen == Some(number);
        let style = if here { theme.chosen } else { theme.text };
        let sign = if here { "▶" } else { "!" };
        put_text(list, row, &format!("{sign} {words}"), style, buffer);
    }
    if points.len().saturating_sub(skip) > room {
        put_corner(list, scene.text.sheet.more, scene.theme.accent, buffer);
    }
}

/// The referat as it will be printed, scrolled by the desk.
fn preview(scene: &Scene, area: Rect, buffer: &mut Buffer) {
    let lines = lines(scene, area.width);
    let most = lines.len().saturating_sub(usize::from(area.height));
    let shown = lines.iter().skip(scene.desk.scroll.min(most));
    for (row, (text, style)) in (0..area.height).zip(shown) {
        put_text(area, row, text, *style, buffer);
    }
}

/// How far one can scroll until the end of the preview is in sight.
pub fn most_scroll(scene: &Scene, parts: &Parts) -> usize {
    let area = places(scene, parts).preview;
    lines(scene, area.width)
        .len()
        .saturating_sub(usize::from(area.height))
}

fn lines(scene: &Scene, width: u16) -> Vec<(String, Style)> {
    let document = referat::referat(scene.meeting, scene.zone, scene.text);
    let width = usize::from(width.max(20));
    let mut lines = Vec::new();
    for line in plain(&document, width) {
        let style = match line.role {
            PlainRole::Title | PlainRole::Heading(_) | PlainRole::TableHead => scene.theme.strong,
            PlainRole::Body | PlainRole::Quote => scene.theme.text,
        };
        lines.extend(
            wrapped(&line.text, width)
                .into_iter()
                .map(|text| (text, style)),
        );
    }
    lines
}

/// Minutes planned and spent, for the leader alone.
fn time_table(scene: &Scene, area: Rect, buffer: &mut Buffer) {
    let t = &scene.text.sheet;
    let Some(timing) = scene.timing else {
        return;
    };
    let head = format!("{}  {}", t.planned, t.spent);
    let style = scene.theme.strong;
    put_sides(
        area,
        0,
        Span::styled(t.review_time, style),
        Span::styled(head, style),
        buffer,
    );
    let mut row = 1;
    let mut line = |title: &str, planned: u32, spent: i64, row: u16| {
        let figures = format!("{planned:>4}  {spent:>4}");
        let title = Span::styled(format!("  {title}"), scene.theme.text);
        put_sides(
            area,
            row,
            title,
            Span::styled(figures, scene.theme.text),
            buffer,
        );
    };
    // Each phase has the minutes by which it moved the whole on, so that they add up to it.
    let mut before = TimeDelta::zero();
    for (index, phase) in scene.meeting.agenda.phases() {
        let after = before + timing.phase_spent(index);
        let minutes = after.num_minutes() - before.num_minutes();
        line(&phase.title, phase.planned, minutes, row);
        before = after;
        row += 1;
    }
    let planned = scene.meeting.agenda.phases.iter().map(|p| p.planned).sum();
    line(t.in_all, planned, timing.spent.total.num_minutes(), row);
    put_text(area, row + 1, t.review_time_note, scene.theme.dim, buffer);
}
