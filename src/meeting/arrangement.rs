//! Where and how the meeting is held.

use chrono::{NaiveDate, NaiveTime};

use super::{choice::MeetingMode, field::record, parsed::Parsed};

record! {
    /// What is settled before the meeting.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    Arrangement [ArrangementField] {} with {
        /// The enterprise and department.
        Workplace workplace: String = "virksomhet" printed early,
        /// Where the meeting is held; preferably at the workplace.
        Place place: String = "sted" printed early,
        /// The link by which those who are not in the room join.
        VideoLink video_link: String = "videolenke" printed early,
        /// How it is held.
        Mode mode: MeetingMode = "form" inside required,
        /// On which day.
        Date date: Parsed<NaiveDate> = "dato" printed early,
        /// When it is to begin, by the clock on the wall.
        Time time: Parsed<NaiveTime> = "klokkeslett" inside,
    }
}
