//! What a screen is drawn from: everything it may look at, nothing it could change.

use crate::{
    meeting::{ItemIndex, Meeting, Place, Timestamp, Timing, Zone},
    privacy::{Finding, Guard},
    text::Text,
};

use super::{theme::Theme, view_state::ViewState};

/// A moment of an open meeting, ready to be drawn.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The open one; drawing changes nothing in it.
    pub meeting: &'a Meeting,
    /// Its clocks now, once it has begun.
    pub timing: Option<&'a Timing>,
    /// The instant that is drawn.
    pub now: Timestamp,
    /// For the clock on the wall.
    pub zone: Zone,
    /// The language.
    pub text: &'static Text,
    /// The looks.
    pub theme: Theme,
    /// Where the leader is.
    pub view_state: &'a ViewState,
    /// Whether the running seconds show.
    pub seconds: Seconds,
    /// What the invented people say, in a practice meeting.
    pub lines: &'a [SpokenLine],
    /// The privacy guard, once it is there.
    pub guard: Option<&'a Guard>,
    /// What it finds in the whole meeting, in the order of its texts; only where the review is shown.
    pub findings: &'a [(Place, Finding)],
    /// The foot of the screen.
    pub foot: &'a Foot,
}

/// Whether the running seconds show beside the whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seconds {
    /// They do.
    Shown,
    /// Nothing moves but once a minute.
    Hidden,
}

/// Something an invented person says in a practice meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenLine {
    /// The item at which it is said.
    pub item: ItemIndex,
    /// The name of the invented person.
    pub who: String,
    /// A sentence or two, for the leader to take down.
    pub says: String,
}

/// The two lines at the foot of the screen.
#[derive(Debug, Clone, Default)]
pub struct Foot {
    /// Whether everything is saved, or what has just happened.
    pub status: String,
    /// How urgent that is.
    pub tone: Tone,
    /// Keys worth knowing here, with what they do.
    pub hints: Vec<(String, &'static str)>,
    /// The key to all others; shown as long as anything is.
    pub help: (String, &'static str),
}

/// How urgent a line at the foot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// All is well.
    #[default]
    Calm,
    /// Worth a look.
    Note,
    /// Something must be done.
    Alarm,
}
