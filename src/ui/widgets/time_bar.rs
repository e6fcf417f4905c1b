//! The bar to scale of the whole meeting: its phases, how much of each is spent, and the clock's place on it.

use chrono::TimeDelta;
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use crate::{
    meeting::{ItemIndex, Phase, PhaseIndex, RunState, Timestamp},
    text::date,
    ui::{
        layout::{cut_left, cut_right, to_u16},
        scene::Scene,
    },
};

use super::{
    line::{put, put_text},
    wrap,
};

/// Somebody who leaves early, as a mark on the bar.
#[derive(Debug, Clone)]
pub struct Leaver {
    /// When they must leave.
    pub at: Timestamp,
    /// What the mark says.
    pub label: String,
}

struct Segment {
    x: u16,
    width: u16,
    filled: u16,
    title: String,
    starts: Timestamp,
    runs: bool,
}

impl Segment {
    fn place(&self, area: Rect) -> Rect {
        let (_, rest) = cut_left(area, self.x);
        cut_left(rest, self.width).0
    }
}

/// Draws titles, bar, clock times and marks; what does not fit into the height of `area` is left out from below, except
/// that the marks take the place of the times where only three lines are left.
pub fn draw(scene: &Scene, leavers: &[Leaver], area: Rect, buffer: &mut Buffer) {
    let segments = segments(scene, area.width);
    for segment in &segments {
        let place = segment.place(area);
        let style = if segment.runs {
            scene.theme.strong
        } else {
            scene.theme.dim
        };
        put_text(place, 0, &segment.title, style, buffer);
        let left = segment.width.saturating_sub(segment.filled);
        let bar = Line::from(vec![
            Span::styled("█".repeat(segment.filled.into()), scene.theme.accent),
            Span::styled("░".repeat(left.into()), scene.theme.dim),
        ]);
        put(place, 1, bar, buffer);
    }
    let (times, marks) = if area.height >= 4 {
        (Some(2), 3)
    } else {
        (None, 2)
    };
    if let Some(row) = times {
        draw_times(scene, &segments, area, row, buffer);
    }
    draw_marks(scene, leavers, area, marks, buffer);
}

fn segments(scene: &Scene, width: u16) -> Vec<Segment> {
    let agenda = &scene.meeting.agenda;
    let total = i64::from(agenda.minutes()).max(1);
    let gaps = to_u16(agenda.phases.len().saturating_sub(1));
    let room = i64::from(width.saturating_sub(gaps));
    let started = scene.timing.map_or(scene.now, |timing| timing.started);
    let mut before = 0_i64;
    let mut segments = Vec::new();
    for ((index, phase), gap) in agenda.phases().zip(0_u16..) {
        let minutes = i64::from(phase.minutes());
        let from = before * room / total;
        let to = (before + minutes) * room / total;
        let width = to_u16(to - from);
        let spent = scene
            .timing
            .map_or(TimeDelta::zero(), |timing| timing.phase_spent(index));
        let filled = share(spent, TimeDelta::minutes(minutes), width);
        let runs = scene
            .timing
            .is_some_and(|t| t.phase == index && t.run_state != RunState::Ended);
        segments.push(Segment {
            x: to_u16(from) + gap,
            width,
            filled,
            title: title(scene, index, phase, runs),
            starts: started + TimeDelta::minutes(before),
            runs,
        });
        before += minutes;
    }
    segments
}

/// The number and name of a phase: in capitals while it runs, with a tick once nothing in it is left to go through.
fn title(scene: &Scene, index: PhaseIndex, phase: &Phase, runs: bool) -> String {
    let number = index.0 + 1;
    let items = (0..phase.items.len()).map(|item| ItemIndex { phase: index, item });
    let mut open = items.filter(|item| scene.meeting.is_open(*item));
    match (runs, open.next()) {
        (true, _) => format!("{number} {}", phase.title.to_uppercase()),
        (false, Some(_)) => format!("{number} {}", phase.title),
        (false, None) => format!("{number} ✓ {}", phase.title),
    }
}

/// How many of `width` cells `part` of `whole` fills: none at nothing, all only when it is used up.
fn share(part: TimeDelta, whole: TimeDelta, width: u16) -> u16 {
    let whole = whole.num_seconds();
    if whole <= 0 {
        return 0;
    }
    let cells = part.num_seconds().max(0) * i64::from(width) / whole;
    to_u16(cells).min(width)
}

fn draw_times(scene: &Scene, segments: &[Segment], area: Rect, row: u16, buffer: &mut Buffer) {
    let clock = |at: Timestamp| date::time(scene.zone.local(at));
    if scene.timing.is_none() {
        return;
    }
    for segment in segments {
        if segment.width >= 5 {
            let place = segment.place(area);
            put_text(place, row, &clock(segment.starts), scene.theme.dim, buffer);
        }
    }
    // The end stands at the right edge, where the last segment leaves room for both.
    let end = scene.timing.map(|timing| clock(timing.planned_end));
    if let (Some(end), Some(last)) = (end, segments.last())
        && last.width >= 12
    {
        let (place, _) = cut_right(last.place(area), 5);
        put_text(place, row, &end, scene.theme.dim, buffer);
    }
}

fn draw_marks(scene: &Scene, leavers: &[Leaver], area: Rect, row: u16, buffer: &mut Buffer) {
    let Some(timing) = scene.timing else {
        return;
    };
    let whole = timing.planned_end - timing.started;
    let last = area.width.saturating_sub(1);
    let place_of = |at: Timestamp| share(at - timing.started, whole, last);
    let clock = place_of(timing.now);
    let mut free_from = 0;
    for leaver in leavers {
        let x = place_of(leaver.at);
        if x < free_from {
            // Two marks in one place: the earlier one is the one to mind.
            continue;
        }
        let columns = to_u16(wrap::columns(&leaver.label)) + 2;
        free_from = x + columns + 2;
        // The clock's own mark is not to stand in the middle of a word.
        let label = if (x..x + columns).contains(&clock) {
            ""
        } else {
            &leaver.label
        };
        put_label(area, row, x, label, scene.theme.soon, buffer);
    }
    if timing.run_state != RunState::Ended {
        let (_, now) = cut_left(area, clock);
        put(now, row, Span::styled("▲", scene.theme.strong), buffer);
    }
}

/// A sign at column `x` with its label right of it, or left of it where there is no room.
fn put_label(area: Rect, row: u16, x: u16, label: &str, style: Style, buffer: &mut Buffer) {
    let columns = to_u16(wrap::columns(label)) + 2;
    let (start, text) = if x + columns <= area.width {
        (x, format!("◆ {label}"))
    } else {
        let start = (x + 1).saturating_sub(columns);
        (start, format!("{label} ◆"))
    };
    let (_, place) = cut_left(area, start);
    put_text(place, row, &text, style, buffer);
}
