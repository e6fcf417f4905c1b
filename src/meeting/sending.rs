//! Who was sent the documents, when, and how. Allowed once the referat is approved, and never done by the program itself.

use chrono::NaiveDate;

use super::{choice::Channel, field::record, parsed::Parsed};

record! {
    /// When and how the documents went out to somebody.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    Sending [SendingField] {} with {
        /// On which day.
        On on: Parsed<NaiveDate> = "dag" inside done,
        /// How.
        Channel channel: Channel = "hvordan" inside,
    }
}

/// Nothing has gone out.
pub(super) static NOT_SENT: Sending = Sending {
    on: Parsed::empty(),
    channel: Channel::Unsaid,
};
