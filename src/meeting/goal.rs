//! What the meeting aims at: a goal in words, and the steps of work towards it.

use chrono::NaiveDate;

use super::written::Written;

/// Names one step of the goal for as long as it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepId(pub u32);

/// The goal the parties agree on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Goal {
    /// In words.
    pub text: String,
    /// How much the employee works from when, in the order written down.
    pub steps: Vec<Step>,
}

/// From a date on, so much work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Given when added; no other in the meeting has it.
    pub id: StepId,
    /// Share of the full position that is WORKED, in per cent (0–100). The degree of the sick leave is the rest.
    pub work: Written<u8>,
    /// First day of this step.
    pub from: Written<NaiveDate>,
}

impl Step {
    /// A new step with nothing in it yet.
    pub fn new(id: StepId) -> Self {
        Self {
            id,
            work: Written::empty(),
            from: Written::empty(),
        }
    }

    /// The degree of the sick leave that goes with this share of work, in per cent.
    pub fn sick_leave(&self) -> Option<u8> {
        self.work.value.map(|work| 100_u8.saturating_sub(work))
    }
}
