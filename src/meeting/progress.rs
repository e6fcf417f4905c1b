//! How far a meeting has come, as a value: taken before a step, it leads back to where the meeting was.

use std::collections::BTreeMap;

use super::{
    Contents, Meeting, Timestamp, agenda::Phase, choice::ItemStatus, id::Addressee,
    refusal::Refusal, sending::Sending, stage::Review, timeline::Timeline, version::Replaced,
};

/// The part of a meeting that its course changes, and nothing that is written or chosen: a few kilobytes at most.
///
/// The timeline is marks, so a meeting that is put back to an earlier one is as if the steps since had not been taken:
/// the time since then counts as it would have counted without them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    timeline: Timeline,
    phases: Vec<PhaseProgress>,
    read_back: Option<Timestamp>,
    review: Review,
    replaced: Vec<Replaced>,
    sendings: BTreeMap<Addressee, Sending>,
}

/// What the course of the meeting has made of a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
struct PhaseProgress {
    adjusted: i32,
    statuses: Vec<ItemStatus>,
}

impl PhaseProgress {
    fn of(phase: &Phase) -> Self {
        Self {
            adjusted: phase.adjusted,
            statuses: phase.items.iter().map(|item| item.status).collect(),
        }
    }
}

impl Progress {
    /// Whether `other` is the same but for the approval of the referat.
    fn differs_only_in_approval(&self, other: &Self) -> bool {
        let open = |progress: &Self| Self {
            review: match progress.review {
                Review::Approved(_) => Review::Begun,
                Review::NotBegun | Review::Begun => progress.review,
            },
            replaced: Vec::new(),
            sendings: BTreeMap::new(),
            ..progress.clone()
        };
        open(self) == open(other)
    }
}

impl Contents {
    /// How far the meeting has come.
    pub fn progress(&self) -> Progress {
        Progress {
            timeline: self.timeline.clone(),
            phases: self.agenda.phases.iter().map(PhaseProgress::of).collect(),
            read_back: self.read_back,
            review: self.review,
            replaced: self.replaced.clone(),
            sendings: self.sendings.clone(),
        }
    }

    /// Lets the meeting be as far as `progress` says. Answers whether the agenda has room for it.
    fn set_progress(&mut self, progress: Progress) -> bool {
        let counts = |phases: &[PhaseProgress]| -> Vec<usize> {
            phases.iter().map(|phase| phase.statuses.len()).collect()
        };
        if counts(&self.progress().phases) != counts(&progress.phases) {
            return false;
        }
        for (phase, progress) in self.agenda.phases.iter_mut().zip(progress.phases) {
            phase.adjusted = progress.adjusted;
            for (item, status) in phase.items.iter_mut().zip(progress.statuses) {
                item.status = status;
            }
        }
        self.timeline = progress.timeline;
        self.read_back = progress.read_back;
        self.review = progress.review;
        self.replaced = progress.replaced;
        self.sendings = progress.sendings;
        true
    }
}

impl Meeting {
    /// Puts the meeting to where `progress` has it. An approval is given and taken back by itself, with nothing else; what
    /// has gone out to somebody stays approved.
    pub(super) fn restore(&mut self, progress: Progress) -> Result<(), Refusal> {
        let approved = |review| matches!(review, Review::Approved(_));
        if approved(self.review) && !progress.differs_only_in_approval(&self.progress()) {
            return Err(Refusal::Approved);
        }
        let revised = progress.replaced.len() > self.replaced.len();
        if approved(self.review) && !revised && !self.sendings.is_empty() {
            return Err(Refusal::Approved);
        }
        if approved(progress.review) && !progress.differs_only_in_approval(&self.progress()) {
            return Err(Refusal::NotInReview);
        }
        let mut contents = self.contents.clone();
        if !contents.set_progress(progress) {
            return Err(Refusal::DoesNotFit);
        }
        *self = Self::try_from(contents).map_err(|_| Refusal::DoesNotFit)?;
        Ok(())
    }
}
