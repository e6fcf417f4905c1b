//! What stands around every view of an open meeting: title and clock at the top, the bar, status and hints at the foot.

use chrono::TimeDelta;
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use crate::{
    meeting::{
        Kind,
        agenda::Phase,
        participant::Participant,
        timeline::Course,
        timing::{Signal, Timing},
    },
    ui::{
        layout::{Parts, Room, cut_bottom, inset},
        scene::{Foot, Scene, Seconds, Tone},
        slot::who,
        theme::Theme,
        widgets::{
            line::{put, put_sides, put_text, rule},
            time_bar::{self, Leaver},
        },
    },
};

/// Draws everything but the body.
pub fn draw(scene: &Scene, title: &str, parts: &Parts, buffer: &mut Buffer) {
    top(scene, title, parts, buffer);
    let bar = inset(parts.bar, 2);
    match parts.room {
        Room::Wide | Room::Normal => {
            let (last, above) = cut_bottom(bar, 1);
            time_bar::draw(scene, &leavers(scene), above, buffer);
            let across = Rect {
                y: last.y,
                height: last.height,
                ..parts.bar
            };
            rule(across, 0, scene.theme.dim, buffer);
        }
        Room::Small => {
            let line = clock_line(scene);
            put_text(inset(parts.bar, 1), 0, &line, signal_style(scene), buffer);
        }
        Room::Tiny => {}
    }
    foot(scene.foot, scene.theme, parts, buffer);
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

fn top(scene: &Scene, title: &str, parts: &Parts, buffer: &mut Buffer) {
    let code = scene.meeting.code.as_str();
    let practice = match scene.meeting.kind {
        Kind::Practice => format!(" · {}", scene.text.practice_badge),
        Kind::Real => String::new(),
    };
    let title = match parts.room {
        Room::Wide | Room::Normal => {
            format!("{title} · {}{practice}", (scene.text.case)(code))
        }
        Room::Small | Room::Tiny => format!("{code}{practice}"),
    };
    let style = match scene.meeting.kind {
        Kind::Practice => scene.theme.soon,
        Kind::Real => scene.theme.strong,
    };
    let margin = match parts.room {
        Room::Wide | Room::Normal => 2,
        Room::Small => 1,
        Room::Tiny => 0,
    };
    let area = inset(parts.top, margin);
    put_sides(
        area,
        0,
        Span::styled(title, style),
        clock(scene, parts.room),
        buffer,
    );
}

/// The wall clock, the state in words, and when the meeting ends.
fn clock<'a>(scene: &Scene, room: Room) -> Line<'a> {
    let t = &scene.text.clock;
    let now = wall(scene, scene.now);
    let Some(timing) = scene.timing else {
        return Line::from(Span::styled(now, scene.theme.strong));
    };
    let signal = Span::styled(
        format!(" {} ", (t.signal)(timing.signal())),
        signal_style(scene),
    );
    let end = match timing.course {
        Course::Ended => (t.ended)(&wall(scene, timing.expected_end)),
        Course::NotBegun | Course::Running | Course::Paused => match minutes_behind(timing) {
            0 => (t.ends)(&wall(scene, timing.planned_end)),
            behind => (t.expected)(&wall(scene, timing.expected_end), behind),
        },
    };
    match room {
        Room::Wide | Room::Normal => Line::from(vec![
            Span::styled(now, scene.theme.strong),
            Span::raw("  "),
            signal,
            Span::raw("  "),
            Span::styled(end, scene.theme.text),
        ]),
        Room::Small => Line::from(vec![
            Span::styled(now, scene.theme.strong),
            Span::raw(" "),
            signal,
        ]),
        Room::Tiny => Line::from(signal),
    }
}

/// Whole minutes the meeting is expected to end after its time (below zero: before). Less than a minute is none.
fn minutes_behind(timing: &Timing) -> i64 {
    timing.behind().num_minutes()
}

fn wall(scene: &Scene, at: crate::meeting::Timestamp) -> String {
    scene.zone.local(at).format("%H:%M").to_string()
}

/// The clocks as one line, for windows without room for more.
pub fn clock_line(scene: &Scene) -> String {
    let Some(timing) = scene.timing else {
        return (scene.text.stage)(scene.meeting.stage()).to_owned();
    };
    let phase = scene.meeting.agenda.phase(timing.phase);
    let title = phase.map_or("", |phase: &Phase| &phase.title);
    match timing.course {
        Course::Ended => (scene.text.stage)(scene.meeting.stage()).to_owned(),
        Course::NotBegun | Course::Running | Course::Paused => {
            let left = phase_words(scene, timing);
            match scene.seconds {
                Seconds::Shown => format!("{title}: {left}   {}", total_words(scene, timing)),
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

/// Everybody who leaves before the end, with when and what to say of it.
fn leavers(scene: &Scene) -> Vec<Leaver> {
    let Some(timing) = scene.timing.filter(|timing| timing.course != Course::Ended) else {
        return Vec::new();
    };
    scene
        .meeting
        .participants
        .iter()
        .filter_map(|p| {
            let at = leaves_at(p, scene)?;
            (at < timing.planned_end).then(|| Leaver {
                at,
                label: (scene.text.clock.person_until)(&first_name(scene, p), &wall(scene, at)),
            })
        })
        .collect()
}

/// How somebody is called where there is little room: by first name, or by role where there is none.
fn first_name(scene: &Scene, participant: &Participant) -> String {
    let name = who(scene.meeting, participant.id, scene.text);
    name.split_whitespace()
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// The instant at which somebody has to leave, on the day the meeting began.
fn leaves_at(participant: &Participant, scene: &Scene) -> Option<crate::meeting::Timestamp> {
    let date = scene.zone.date(scene.timing?.started);
    Some(scene.zone.instant(date, participant.leaves_at()?))
}

/// A countdown while somebody who leaves early is still there, and a warning while items wait for them.
pub fn leaver_words(scene: &Scene) -> Option<(String, Style)> {
    let timing = scene
        .timing
        .filter(|timing| timing.course != Course::Ended)?;
    let t = &scene.text.clock;
    scene
        .meeting
        .participants
        .iter()
        .filter_map(|p| leaves_at(p, scene).map(|at| (p, at)))
        .filter(|(_, at)| *at < timing.planned_end)
        .min_by_key(|(_, at)| *at)
        .map(|(p, at)| {
            let name = first_name(scene, p);
            let left = at - scene.now;
            if left <= TimeDelta::zero() {
                return ((t.person_gone)(&name, &wall(scene, at)), scene.theme.dim);
            }
            let minutes = crate::meeting::timing::whole_minutes_left(left);
            let waiting = scene
                .meeting
                .agenda
                .items()
                .filter(|(index, item)| {
                    item.speakers.contains(&p.role) && scene.meeting.is_open(*index)
                })
                .count();
            match waiting {
                0 => ((t.person_leaves)(&name, minutes), scene.theme.text),
                _ => {
                    let words = (t.person_leaves_open)(&name, minutes, waiting);
                    let urgent = minutes <= 5;
                    (
                        words,
                        if urgent {
                            scene.theme.over
                        } else {
                            scene.theme.soon
                        },
                    )
                }
            }
        })
}

/// The two lines at the foot: status, then hints with the help key at the right, which is the last to go.
pub fn foot(foot: &Foot, theme: Theme, parts: &Parts, buffer: &mut Buffer) {
    let area = parts.foot;
    let status_style = match foot.tone {
        Tone::Calm => theme.dim,
        Tone::Note => theme.strong,
        Tone::Alarm => theme.over,
    };
    let (rule_row, status_row, hint_row) = match parts.room {
        Room::Wide | Room::Normal => (Some(0), 1, Some(2)),
        Room::Small => (None, 0, Some(1)),
        Room::Tiny => (None, 0, None),
    };
    if let Some(row) = rule_row {
        rule(area, row, theme.dim, buffer);
    }
    let inner = inset(area, if parts.room == Room::Tiny { 0 } else { 2 });
    put_text(inner, status_row, &foot.status, status_style, buffer);
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
    let width = u16::try_from(help.width())
        .unwrap_or(u16::MAX)
        .min(inner.width);
    let place = Rect {
        x: inner.x + inner.width - width,
        width,
        ..inner
    };
    put(place, row, help, buffer);
}
