//! Who was sent the documents, when, and how. Allowed once the referat is approved, and never done by the program itself.

use chrono::NaiveDate;

use super::{participant::ParticipantId, written::Written};

/// Somebody the documents go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Addressee {
    /// One of those named in the meeting.
    Participant(ParticipantId),
    /// The sykmelder, where nobody in the meeting is.
    Doctor,
    /// Nav, where nobody in the meeting is from there.
    Nav,
}

/// When and how the documents went out to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sending {
    /// On which day.
    pub on: Written<NaiveDate>,
    /// How.
    pub channel: Channel,
}

/// Nothing has gone out.
pub(super) static NOT_SENT: Sending = Sending {
    on: Written::empty(),
    channel: Channel::Unsaid,
};

/// How documents reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Channel {
    /// Nobody has said.
    #[default]
    Unsaid,
    /// Handed over.
    ByHand,
    /// By mail that only the receiver can read.
    EncryptedMail,
    /// By ordinary e-mail.
    Mail,
    /// By letter.
    Post,
    /// Through a system that both are logged in to: nav.no, Altinn, an HR system.
    Portal,
    /// In another way.
    Other,
}

impl Channel {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Unsaid,
        Self::ByHand,
        Self::EncryptedMail,
        Self::Mail,
        Self::Post,
        Self::Portal,
        Self::Other,
    ];
}
