//! Where and how the meeting is held.

use chrono::{NaiveDate, NaiveTime};

use super::written::Written;

/// What is settled before the meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arrangement {
    /// The enterprise and department.
    pub workplace: String,
    /// Where the meeting is held; preferably at the workplace.
    pub place: String,
    /// How it is held.
    pub form: Form,
    /// On which day.
    pub date: Written<NaiveDate>,
    /// When it is to begin, by the clock on the wall.
    pub time: Written<NaiveTime>,
}

/// How a meeting is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// Everybody in one room.
    #[default]
    InPerson,
    /// By telephone.
    Telephone,
    /// By video.
    Video,
    /// Some in the room, some not.
    Hybrid,
}

impl Form {
    /// Every form, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::InPerson, Self::Telephone, Self::Video, Self::Hybrid];
}
