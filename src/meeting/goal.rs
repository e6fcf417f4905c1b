//! What the meeting aims at: a goal in words, and the steps of work towards it.

use chrono::NaiveDate;

use super::{field::record, id::StepId, parsed::Parsed};

record! {
    /// The goal the parties agree on.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    Goal [GoalField] {
        /// How much the employee works from when, in the order written down.
        steps: Vec<Step>,
    } with {
        /// In words.
        Text text: String = "tekst" printed lines,
    }
}

record! {
    /// From a date on, so much work.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    Step [StepField] {
        /// Names it.
        id: StepId,
    } with {
        /// Share of the full position that is WORKED, in per cent (0–100). The degree of the sick leave is the rest.
        Work work: Parsed<u8> = "arbeid" printed,
        /// First day of this step.
        From from: Parsed<NaiveDate> = "fra" printed onward,
    }
}

impl Step {
    /// A new step with nothing in it yet.
    pub fn new(id: StepId) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }

    /// The degree of the sick leave that goes with this share of work, in per cent.
    pub fn sick_leave(&self) -> Option<u8> {
        self.work.value.map(|work| 100_u8.saturating_sub(work))
    }
}
