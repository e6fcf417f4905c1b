//! Whether contents make a meeting.

use super::{
    Contents, Meeting,
    agenda::{MAX_MINUTES, Phase},
    goal::Step,
    stage::Review,
    timeline::{Happened, Mark},
};

/// Most minutes of a phase with all it borrowed, and the highest id: far beyond any meeting, and safe to count with.
const MOST_MINUTES: u32 = 100_000;
const HIGHEST_ID: u32 = 1_000_000;

/// Why contents do not make a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inconsistent {
    /// The agenda has no phase, or a phase without an item.
    EmptyAgenda,
    /// Two participants, action items, steps, periods or questions have the same id.
    DoubleId,
    /// The timeline names an item that is not on the agenda.
    UnknownItem,
    /// An action item is owned by somebody who is not a participant.
    UnknownOwner,
    /// There is a review of a meeting that has not ended.
    ReviewBeforeEnd,
    /// Something was sent that is not approved.
    SentBeforeApproval,
    /// Minutes, a percentage or an id lie outside of what is possible.
    OutOfRange,
}

impl TryFrom<Contents> for Meeting {
    type Error = Inconsistent;

    fn try_from(contents: Contents) -> Result<Self, Inconsistent> {
        let phases = &contents.agenda.phases;
        if phases.is_empty() || phases.iter().any(|phase| phase.items.is_empty()) {
            return Err(Inconsistent::EmptyAgenda);
        }
        let minutes = |phase: &Phase| {
            let adjusted = phase.planned.checked_add_signed(phase.adjusted);
            phase.planned <= MAX_MINUTES && adjusted.is_some_and(|all| all <= MOST_MINUTES)
        };
        let percent = |step: &Step| step.work.value.is_none_or(|work| work <= 100);
        if !(phases.iter().all(minutes) && contents.goal.steps.iter().all(percent)) {
            return Err(Inconsistent::OutOfRange);
        }
        for mut ids in [
            contents
                .participants
                .iter()
                .map(|p| p.id.0)
                .collect::<Vec<u32>>(),
            contents.actions.iter().map(|a| a.id.0).collect(),
            contents.goal.steps.iter().map(|s| s.id.0).collect(),
            contents
                .preparation
                .periods
                .iter()
                .map(|p| p.id.0)
                .collect(),
            contents.agenda.questions().map(|(_, q)| q.id.0).collect(),
        ] {
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            if ids.len() != count {
                return Err(Inconsistent::DoubleId);
            }
            if ids.last().is_some_and(|highest| *highest > HIGHEST_ID) {
                return Err(Inconsistent::OutOfRange);
            }
        }
        let known = |mark: &Mark| match mark.what {
            Happened::Entered(item) => contents.agenda.item(item).is_some(),
            Happened::Paused | Happened::Resumed | Happened::Ended => true,
        };
        if !contents.timeline.marks().iter().all(known) {
            return Err(Inconsistent::UnknownItem);
        }
        let mut owners = contents.actions.iter().flat_map(|action| &action.owners);
        if !owners.all(|owner| contents.participant(*owner).is_some()) {
            return Err(Inconsistent::UnknownOwner);
        }
        let reviewed = contents.review != Review::NotBegun || !contents.replaced.is_empty();
        if reviewed && contents.timeline.ended().is_none() {
            return Err(Inconsistent::ReviewBeforeEnd);
        }
        let approved = matches!(contents.review, Review::Approved(_));
        if !approved && !contents.sendings.is_empty() {
            return Err(Inconsistent::SentBeforeApproval);
        }
        Ok(Self { contents })
    }
}
