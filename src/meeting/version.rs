//! Versions of what was approved: an approved referat is changed for a reason only, and the next one says what it replaces.

use std::collections::BTreeMap;

use super::{
    Contents, Timestamp,
    follow_up_plan::FollowUpPlan,
    id::Addressee,
    sending::{NOT_SENT, Sending},
    stage::Review,
};

/// Most characters of a reason for changing or for keeping something.
pub const MOST_OF_A_REASON: usize = 500;

/// A version that was approved, and was taken up again to be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// When it was approved.
    pub approved: Timestamp,
    /// Why it was changed.
    pub reason: String,
    /// The oppfølgingsplan in it.
    pub plan: FollowUpPlan,
    /// Who got it.
    pub sendings: BTreeMap<Addressee, Sending>,
}

/// Whether `reason` says something, and not too much.
pub fn is_reason(reason: &str) -> bool {
    let reason = reason.trim();
    !reason.is_empty() && reason.chars().count() <= MOST_OF_A_REASON
}

impl Contents {
    /// The number of the version that is approved or worked on, counted from 1.
    pub fn version(&self) -> usize {
        self.replaced.len() + 1
    }

    /// When and how the approved version went out to somebody.
    pub fn sending(&self, to: Addressee) -> &Sending {
        self.sendings.get(&to).unwrap_or(&NOT_SENT)
    }

    /// Takes the approved version up again.
    pub(super) fn replace(&mut self, approved: Timestamp, reason: String) {
        let mut plan = self.plan.clone();
        if plan.evaluation.text.trim().is_empty() {
            // It was that of the next follow-up, which may be another one in the next version.
            plan.evaluation = self.follow_up.clone();
        }
        self.replaced.push(Replaced {
            approved,
            reason,
            plan,
            sendings: std::mem::take(&mut self.sendings),
        });
        self.review = Review::Begun;
    }
}
