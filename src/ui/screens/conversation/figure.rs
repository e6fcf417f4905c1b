//! The one number of the meeting: the minutes left of the phase, large, with what they are beside them.

use chrono::TimeDelta;
use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use crate::{
    meeting::{PhaseIndex, RunState, Timing, timing::whole_minutes_left},
    text::date,
    ui::{
        layout::{cut_left, cut_top},
        scene::{Scene, Seconds},
        screens::frame,
        widgets::{big_figure, line::put_text, wrap},
    },
};

/// Draws the number, and the words where there is room beside it.
pub(super) fn draw(scene: &Scene, area: Rect, buffer: &mut Buffer) {
    let (_, area) = cut_left(area, 2);
    let (_, area) = cut_top(area, u16::from(area.height > big_figure::HEIGHT));
    let Some(timing) = scene.timing else {
        return;
    };
    let theme = scene.theme;
    if timing.run_state == RunState::Ended {
        let total = frame::total_words(scene, timing);
        put_text(area, 0, &total, theme.strong, buffer);
        return;
    }
    let style = if timing.phase_left() > TimeDelta::zero() {
        theme.strong
    } else {
        Style {
            add_modifier: theme.strong.add_modifier,
            ..theme.soon
        }
    };
    let (number, words) = minutes(scene, timing);
    let used = big_figure::draw(&number, area, style, buffer);
    let (_, beside) = cut_left(area, used + 2);
    let mut put = |row, words: &[String; 2], style| {
        put_text(beside, row, that_fits(words, beside.width), style, buffer);
    };
    put(0, &words, theme.strong);
    put(1, &of_phase(scene, timing), theme.text);
    if scene.seconds == Seconds::Shown {
        let phase = [
            frame::phase_words(scene, timing),
            frame::phase_short(timing),
        ];
        let total = [
            frame::total_words(scene, timing),
            frame::total_short(scene, timing),
        ];
        put(2, &phase, theme.dim);
        put(3, &total, theme.dim);
    }
    put(4, &next_phase(scene, timing), theme.text);
}

/// The minutes left of the phase, or over its time, and what they are, in full and in short.
fn minutes(scene: &Scene, timing: &Timing) -> (String, [String; 2]) {
    let t = &scene.text.clock;
    let left = timing.phase_left();
    let over = (-left).num_minutes();
    let (number, words) = if left > TimeDelta::zero() {
        let minutes = whole_minutes_left(left);
        (
            minutes.to_string(),
            [(t.minutes_left)(minutes), t.left_short],
        )
    } else if over == 0 {
        ("0".to_owned(), [t.time_is_up; 2])
    } else {
        (format!("+{over}"), [(t.minutes_over)(over), t.over_short])
    };
    (number, words.map(str::to_owned))
}

/// The fuller words, if there is room for them.
fn that_fits(words: &[String; 2], width: u16) -> &str {
    let [full, short] = words;
    if wrap::columns(full) <= usize::from(width) {
        full
    } else {
        short
    }
}

/// Of which phase the minutes are; there is nothing shorter to say.
fn of_phase(scene: &Scene, timing: &Timing) -> [String; 2] {
    let title = scene.meeting.agenda.phase_title(timing.phase);
    let words = (scene.text.clock.of_phase)(title);
    [words.clone(), words]
}

/// Which phase comes next and when, in full and in short.
fn next_phase(scene: &Scene, timing: &Timing) -> [String; 2] {
    let t = &scene.text.clock;
    let next = scene.meeting.agenda.phase(PhaseIndex(timing.phase.0 + 1));
    match next {
        None => [t.last_phase.to_owned(), t.last_phase.to_owned()],
        Some(phase) => {
            let at = date::time(scene.zone.local(timing.phase_end()));
            [
                (t.next_phase)(&phase.title, &at),
                format!("{} {at}", phase.title),
            ]
        }
    }
}
