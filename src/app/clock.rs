//! How the clock of the meeting is shown, and how fast that of a practice meeting runs.

use crate::ui::{Seconds, Tone};

use super::{Acting, effect::Effect};

/// Speeds of a practice meeting, one after the other.
const SPEEDS: [u32; 4] = [1, 5, 15, 60];

impl Acting<'_> {
    pub(super) fn toggle_seconds(&mut self) {
        let t = &self.shared.text.notice;
        let (seconds, words) = match self.shared.seconds {
            Seconds::Shown => (Seconds::Hidden, t.seconds_off),
            Seconds::Hidden => (Seconds::Shown, t.seconds_on),
        };
        self.shared.seconds = seconds;
        self.say(words, Tone::Calm);
    }

    pub(super) fn change_speed(&mut self) {
        let before = self.shared.speed;
        let next = SPEEDS.into_iter().find(|speed| *speed > before);
        let speed = next.unwrap_or(1);
        self.shared.speed = speed;
        self.shared.effects.push(Effect::Speed(speed));
        self.say((self.shared.text.notice.speed)(speed), Tone::Calm);
    }
}
