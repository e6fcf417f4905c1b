//! The names of the participants, which may be words the guard looks for.

use crate::meeting::Participant;

use super::{Finding, FindingKind};

/// Every word of a participant's name that is written as a name: "Rus" may be one, "rus" is none.
pub struct Names<'a>(Vec<&'a str>);

impl<'a> Names<'a> {
    /// Of those who take part in a meeting.
    pub fn of(participants: &'a [Participant]) -> Self {
        let words = participants.iter().flat_map(|p| p.name.split_whitespace());
        Self(
            words
                .filter(|word| word.starts_with(char::is_uppercase))
                .collect(),
        )
    }

    /// Whether what was found in `text` is one of them.
    pub fn has(&self, finding: &Finding, text: &str) -> bool {
        match finding.kind {
            FindingKind::Word(_) => {
                let word = text.get(finding.span.clone()).unwrap_or_default();
                self.0.contains(&word)
            }
            FindingKind::Code(_)
            | FindingKind::Identity(_)
            | FindingKind::Phone
            | FindingKind::Email => false,
        }
    }
}
