//! What has just happened, said once at the foot of the screen.

use chrono::TimeDelta;

use crate::{meeting::Timestamp, ui::Tone};

/// A line at the foot that goes away by itself.
#[derive(Debug, Clone)]
pub(super) struct Notice {
    pub words: String,
    pub tone: Tone,
    /// When it goes; an alarm stays longer.
    pub until: Timestamp,
}

/// Long enough to be read between two glances at the screen.
const SHOWN: TimeDelta = TimeDelta::seconds(12);

impl Notice {
    /// A line said at `now` on a clock that runs `speed` times as fast as the reader.
    pub(super) fn new(words: String, tone: Tone, now: Timestamp, speed: u32) -> Self {
        let shown = SHOWN * i32::try_from(speed).unwrap_or(1);
        let until = match tone {
            Tone::Calm | Tone::Note => now + shown,
            Tone::Alarm => now + shown * 3,
        };
        Self { words, tone, until }
    }
}
