//! The meeting and its deadlines for a calendar.

use crate::{
    meeting::{Contents, Timestamp, zone::Zone},
    text::Text,
};

/// The calendar file.
pub fn calendar(_meeting: &Contents, _zone: Zone, _text: &Text, _now: Timestamp) -> String {
    String::new()
}
