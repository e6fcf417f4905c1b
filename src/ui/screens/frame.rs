//! What stands around every view of an open meeting: title and clock at the top, the bar, status and hints at the foot.

use chrono::{NaiveDate, TimeDelta};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
    widgets::{Block, Borders, Clear, Widget},
};

use crate::{
    meeting::{
        MeetingKind, Participant, RunState, Signal, Timestamp, Timing, timing::whole_minutes_left,
    },
    text::date,
    ui::{
        layout::{Room, ScreenAreas, cut_bottom, cut_right, inset, to_u16},
        scene::{Foot, Scene, Seconds, Tone},
        theme::Theme,
        widgets::{
            line::{put, put_sides, put_text, rule, wrapped},
            time_bar::{self, Leaver},
        },
    },
};

/// Draws what stands above the body.
pub fn draw(scene: &Scene, title: &str, areas: &ScreenAreas, buffer: &mut Buffer) {
    top(scene, title, areas, buffer);
    match areas.room {
        Room::Wide | Room::Normal => {
            let (last, above) = cut_bottom(areas.bar, 1);
            time_bar::draw(scene, &leavers(scene), inset(above, 2), buffer);
            rule(last, 0, scene.theme.dim, buffer);
        }
        Room::Small => {
            let line = clock_line(scene);
            put_text(inset(areas.bar, 1), 0, &line, signal_style(scene), buffer);
        }
        Room::Tiny => {}
    }
}

/// A line down the left edge of `area`.
pub fn divider(area: Rect, style: Style, buffer: &mut Buffer) {
    let line = Block::new().borders(Borders::LEFT).border_style(style);
    line.render(area, buffer);
}

/// The style that goes with the state of the running phase.
pub fn signal_style(scene: &Scene) -> Style {
    let theme = scene.theme;
    match scene.timing.map(Timing::signal) {
        Some(Signal::OnTrack) => theme.good,
        Some(Signal::Ending { .. } | Signal::Up) => theme.soon,
        Some(Signal::Over { .. }) => theme.over,
        Some(Signal::Paused) => theme.chosen,
        Some(Signal::Ended) | None => theme.strong,
    }
}

fn top(scene: &Scene, title: &str, areas: &ScreenAreas, buffer: &mut Buffer) {
    let code = scene.meeting.code.as_str();
    let practice = match scene.meeting.kind {
        MeetingKind::Practice => format!(" · {}", scene.text.practice_badge),
        MeetingKind::Real => String::new(),
    };
    let title = match areas.room {
        Room::Wide | Room::Normal => {
            format!("{title} · {}{practice}", (scene.text.case)(code))
        }
        Room::Small | Room::Tiny => format!("{code}{practice}"),
    };
    let style = match scene.meeting.kind {
        MeetingKind::Practice => scene.theme.soon,
        MeetingKind::Real => scene.theme.strong,
    };
    let margin = match areas.room {
        Room::Wide | Room::Normal => 2,
        Room::Small => 1,
        Room::Tiny => 0,
    };
    let area = inset(areas.top, margin);
    put_sides(
        area,
        0,
        Span::styled(title, style),
        clock(scene, areas.room),
        buffer,
    );
}

/// The wall clock, the state in words, and when the meeting ends. The wall clock shows only while something wakes the
/// program to move it on.
fn clock<'a>(scene: &Scene, room: Room) -> Line<'a> {
    let t = &scene.text.clock;
    let Some(timing) = scene.timing else {
        return planned(scene, room);
    };
    let signal = Span::styled(
        format!(" {} ", (t.signal)(timing.signal())),
        signal_style(scene),
    );
    let now = match timing.run_state {
        RunState::Running => wall(scene, scene.now),
        RunState::Paused => {
            let since = scene.meeting.timeline.last().unwrap_or(scene.now);
            (t.since)(&wall(scene, since))
        }
        RunState::NotBegun | RunState::Ended => String::new(),
    };
    let end = match timing.run_state {
        RunState::Ended => (t.ended)(&wall(scene, timing.expected_end)),
        RunState::NotBegun | RunState::Running | RunState::Paused => match minutes_behind(timing) {
            0 => (t.ends)(&wall(scene, timing.planned_end)),
            behind => {
                let expected = match room {
                    Room::Wide => t.expected,
                    Room::Normal | Room::Small | Room::Tiny => t.expected_short,
                };
                expected(&wall(scene, timing.expected_end), behind)
            }
        },
    };
    let now = Span::styled(now, scene.theme.strong);
    match room {
        Room::Wide | Room::Normal => {
            let end = Span::styled(end, scene.theme.text);
            Line::from(vec![now, Span::raw("  "), signal, Span::raw("  "), end])
        }
        Room::Small => Line::from(vec![now, Span::raw(" "), signal]),
        Room::Tiny => Line::from(signal),
    }
}

/// For when the meeting is planned, and how far that is ahead.
fn planned<'a>(scene: &Scene, room: Room) -> Line<'a> {
    let t = &scene.text.clock;
    let arrangement = &scene.meeting.arrangement;
    let ahead = |day: NaiveDate| (day - scene.zone.date(scene.now)).num_days();
    let day = arrangement.date.value.filter(|day| ahead(*day) >= 0);
    let Some(day) = day.filter(|_| matches!(room, Room::Wide | Room::Normal)) else {
        return Line::default();
    };
    let day_words = scene.text.document.calendar.short(day);
    let time = arrangement.time.value.map(date::time).unwrap_or_default();
    let words = (t.planned_for)(format!("{day_words} {time}").trim_end(), ahead(day));
    Line::from(Span::styled(words, scene.theme.text))
}

/// Minutes the meeting is expected to end after its time (below zero: before), as the clock times shown differ.
fn minutes_behind(timing: &Timing) -> i64 {
    let minute = |at: Timestamp| at.timestamp().div_euclid(60);
    minute(timing.expected_end) - minute(timing.planned_end)
}

fn wall(scene: &Scene, at: Timestamp) -> String {
    date::time(scene.zone.local(at))
}

/// The clocks as one line, for windows without room for more.
pub fn clock_line(scene: &Scene) -> String {
    let Some(timing) = scene.timing else {
        return (scene.text.stage)(scene.meeting.stage()).to_owned();
    };
    let title = scene.meeting.agenda.phase_title(timing.phase);
    match timing.run_state {
        RunState::Ended => (scene.text.stage)(scene.meeting.stage()).to_owned(),
        RunState::NotBegun | RunState::Running | RunState::Paused => {
            let left = phase_words(scene, timing);
            match scene.seconds {
                // Where there is little room, whoever leaves soon matters more than the time in all.
                Seconds::Shown => {
                    let more = leaver_words(scene).map(|(words, _)| words);
                    let more = more.unwrap_or_else(|| total_words(scene, timing));
                    format!("{title}: {left}   {more}")
                }
                Seconds::Hidden => format!("{title}: {left}"),
            }
        }
    }
}

/// "05:32 igjen": the running seconds of the phase, never without their direction.
pub fn phase_words(scene: &Scene, timing: &Timing) -> String {
    let t = &scene.text.clock;
    let left = timing.phase_left();
    if left >= TimeDelta::zero() {
        (t.left)(&stopwatch(round_up(left)))
    } else {
        (t.over)(&stopwatch(-left))
    }
}

/// The running seconds of the phase where there is no room for words: overtime has its sign.
pub fn phase_short(timing: &Timing) -> String {
    let left = timing.phase_left();
    if left >= TimeDelta::zero() {
        stopwatch(round_up(left))
    } else {
        format!("+{}", stopwatch(-left))
    }
}

/// "i alt 12:05", where there is no room for more.
pub fn total_short(scene: &Scene, timing: &Timing) -> String {
    (scene.text.clock.total_short)(&stopwatch(timing.spent.total))
}

/// "i alt 12:05 av 45 min".
pub fn total_words(scene: &Scene, timing: &Timing) -> String {
    let minutes = timing.budget.num_minutes();
    let minutes = u32::try_from(minutes).unwrap_or_default();
    (scene.text.clock.total)(&stopwatch(timing.spent.total), minutes)
}

/// What is left is rounded up to whole seconds, so that it reads 00:00 only when nothing is left.
fn round_up(left: TimeDelta) -> TimeDelta {
    TimeDelta::seconds(left.num_seconds() + i64::from(left.subsec_nanos() > 0))
}

/// mm:ss, with hours as minutes above sixty.
fn stopwatch(time: TimeDelta) -> String {
    let seconds = time.num_seconds().max(0);
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}

/// Everybody who leaves before the end, earliest first, with when.
fn leaving<'a>(scene: &Scene<'a>) -> Vec<(&'a Participant, Timestamp)> {
    let Some(timing) = scene
        .timing
        .filter(|timing| timing.run_state != RunState::Ended)
    else {
        return Vec::new();
    };
    let day = scene.zone.date(timing.started);
    let end = timing.planned_end.max(timing.expected_end);
    let mut leaving: Vec<_> = scene
        .meeting
        .participants
        .iter()
        .filter_map(|p| Some((p, scene.zone.instant(day, p.leaves_at()?))))
        .filter(|(_, at)| *at < end)
        .collect();
    leaving.sort_by_key(|(_, at)| *at);
    leaving
}

/// Marks on the time bar for everybody who leaves before the end.
fn leavers(scene: &Scene) -> Vec<Leaver> {
    let mark = |(p, at): (&Participant, Timestamp)| Leaver {
        at,
        label: (scene.text.clock.person_until)(&first_name(scene, p), &wall(scene, at)),
    };
    leaving(scene).into_iter().map(mark).collect()
}

/// How somebody is called where there is little room: by first name, with a title before it, or by role.
pub fn first_name(scene: &Scene, participant: &Participant) -> String {
    let name = scene.text.document.called(participant);
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    match words.next() {
        Some(second) if first.ends_with('.') => format!("{first} {second}"),
        Some(_) | None => first.to_owned(),
    }
}

/// A countdown to whoever leaves next, and a warning while items wait for them; who left last, when nobody else will.
pub fn leaver_words(scene: &Scene) -> Option<(String, Style)> {
    let t = &scene.text.clock;
    let leaving = leaving(scene);
    let next = leaving.iter().find(|(_, at)| *at > scene.now);
    let (p, at) = next.or(leaving.last())?;
    let name = first_name(scene, p);
    let left = *at - scene.now;
    if left <= TimeDelta::zero() {
        return Some(((t.person_gone)(&name, &wall(scene, *at)), scene.theme.dim));
    }
    let minutes = whole_minutes_left(left);
    let items = scene.meeting.agenda.items();
    let current = scene.meeting.timeline.current();
    // The item that is being gone through still waits, however much is noted already.
    let waits = |index| {
        scene.meeting.is_untouched(index)
            || (scene.meeting.is_open(index) && current == Some(index))
    };
    let waiting = items
        .filter(|(index, item)| item.speakers.contains(&p.role) && waits(*index))
        .count();
    Some(match waiting {
        0 => ((t.person_leaves)(&name, minutes), scene.theme.text),
        _ => {
            let words = (t.person_leaves_open)(&name, minutes, waiting);
            let urgent = minutes <= SOON_GONE;
            let style = if urgent {
                scene.theme.over
            } else {
                scene.theme.soon
            };
            (words, style)
        }
    })
}

/// From here on, items that wait for somebody who leaves are urgent, in minutes.
const SOON_GONE: i64 = 5;

/// The two lines at the foot: status, then hints with the help key at the right, which is the last to go.
pub fn foot(foot: &Foot, theme: Theme, areas: &ScreenAreas, buffer: &mut Buffer) {
    let area = areas.foot;
    let status_style = match foot.tone {
        Tone::Calm => theme.dim,
        Tone::Note => theme.strong,
        Tone::Alarm => theme.over,
    };
    let (rule_row, status_row, hint_row) = match areas.room {
        Room::Wide | Room::Normal => (Some(0), 1, Some(2)),
        Room::Small => (None, 0, Some(1)),
        Room::Tiny => (None, 0, None),
    };
    if let Some(row) = rule_row {
        rule(area, row, theme.dim, buffer);
    }
    let inner = inset(area, if areas.room == Room::Tiny { 0 } else { 2 });
    let margin = inner.x - area.x;
    status(&foot.status, status_style, area, margin, status_row, buffer);
    let Some(row) = hint_row else {
        return;
    };
    let (key, name) = &foot.help;
    let help = Line::from(vec![
        Span::styled(key.clone(), theme.accent),
        Span::styled(format!(" {name}"), theme.text),
    ]);
    let room = usize::from(inner.width).saturating_sub(help.width() + 2);
    let mut spans = Vec::new();
    let mut used = 0;
    for (key, name) in foot.hints.iter().take(4) {
        let columns = key.chars().count() + 1 + name.chars().count() + 3;
        if used + columns > room {
            break;
        }
        used += columns;
        spans.push(Span::styled(key.clone(), theme.accent));
        spans.push(Span::styled(format!(" {name}   "), theme.text));
    }
    put(inner, row, Line::from(spans), buffer);
    let (place, _) = cut_right(inner, to_u16(help.width()));
    put(place, row, help, buffer);
}

/// The status on line `row` of `area`, with a margin at both sides. What is too long for one line grows upwards over
/// what stands above: what happened, what is safe and what to do must all be read.
fn status(words: &str, style: Style, area: Rect, margin: u16, row: u16, buffer: &mut Buffer) {
    let lines = wrapped(words, usize::from(inset(area, margin).width));
    // In a very small window, what is being written matters more.
    let room = area.y / 2;
    let extra = to_u16(lines.len().saturating_sub(1)).min(room);
    let grown = Rect {
        y: area.y + row - extra,
        height: extra + 1,
        ..area
    };
    if extra > 0 {
        Clear.render(grown.intersection(buffer.area), buffer);
    }
    for (row, line) in (0..grown.height).zip(&lines) {
        put_text(inset(grown, margin), row, line, style, buffer);
    }
}
