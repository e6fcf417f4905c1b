//! Taking back what was removed, and finding the text that was written in last.

use crate::{
    meeting::{
        Contents,
        event::{Edit, TextPlace},
    },
    ui::{command::View, slot::Slot},
};

/// The acts of this session that can be taken back, oldest first.
#[derive(Debug, Default)]
pub(super) struct Undo {
    acts: Vec<Act>,
}

/// One act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Act {
    /// Something was written here; the editor of the place knows what.
    Wrote(Slot, View),
    /// Something was changed; these edits bring back what was there, and this is the view it shows in.
    Changed(Vec<Edit>, View),
}

/// Acts remembered; beyond that the oldest are forgotten.
const MOST: usize = 500;

impl Undo {
    pub fn wrote(&mut self, slot: Slot, view: View) {
        let act = Act::Wrote(slot, view);
        if self.acts.last() != Some(&act) {
            self.push(act);
        }
    }

    pub fn changed(&mut self, back: Vec<Edit>, view: View) {
        self.push(Act::Changed(back, view));
    }

    pub fn last(&self) -> Option<&Act> {
        self.acts.last()
    }

    pub fn pop(&mut self) -> Option<Act> {
        self.acts.pop()
    }

    fn push(&mut self, act: Act) {
        if self.acts.len() >= MOST {
            self.acts.remove(0);
        }
        self.acts.push(act);
    }
}

/// The edits that take `edit` back, as the meeting stands before it; none for text, which its editor takes back.
pub(super) fn inverse(edit: &Edit, meeting: &Contents) -> Vec<Edit> {
    let mut back = Vec::from_iter(inverse_of(edit, meeting));
    if let Edit::RemoveParticipant(id) = edit {
        let owned = meeting
            .actions
            .iter()
            .filter(|action| action.owners.contains(id));
        back.extend(owned.map(|action| Edit::ToggleOwner(action.id, *id)));
    }
    back
}

fn inverse_of(edit: &Edit, meeting: &Contents) -> Option<Edit> {
    Some(match edit {
        Edit::Form(_) => Edit::Form(meeting.arrangement.form),
        Edit::Role(id, _) => Edit::Role(*id, meeting.participant(*id)?.role),
        Edit::Attendance(id, _) => Edit::Attendance(*id, meeting.participant(*id)?.attendance),
        Edit::Copy(id, _) => Edit::Copy(*id, meeting.participant(*id)?.copy),
        Edit::Answer(id, _) => Edit::Answer(*id, meeting.participant(*id)?.answer),
        Edit::ToggleOwner(id, owner) => Edit::ToggleOwner(*id, *owner),
        Edit::Verdict(measure, _) => {
            Edit::Verdict(*measure, meeting.agenda.measures.get(*measure)?.verdict)
        }
        Edit::AddParticipant(_) => Edit::RemoveParticipant(meeting.next_participant()),
        Edit::AddAction => Edit::RemoveAction(meeting.next_action()),
        Edit::AddStep => Edit::RemoveStep(meeting.next_step()),
        Edit::RemoveParticipant(id) => {
            let place = meeting.participants.iter().position(|p| p.id == *id)?;
            let participant = meeting.participant(*id)?.clone();
            Edit::RestoreParticipant(place, Box::new(participant))
        }
        Edit::RemoveAction(id) => {
            let place = meeting.actions.iter().position(|a| a.id == *id)?;
            Edit::RestoreAction(place, Box::new(meeting.action(*id)?.clone()))
        }
        Edit::RemoveStep(id) => {
            let place = meeting.goal.steps.iter().position(|s| s.id == *id)?;
            Edit::RestoreStep(place, Box::new(meeting.goal.steps.get(place)?.clone()))
        }
        Edit::RestoreParticipant(_, participant) => Edit::RemoveParticipant(participant.id),
        Edit::RestoreAction(_, action) => Edit::RemoveAction(action.id),
        Edit::RestoreStep(_, step) => Edit::RemoveStep(step.id),
        Edit::CaseCode(_)
        | Edit::Text(
            TextPlace::Workplace
            | TextPlace::Place
            | TextPlace::Note(_)
            | TextPlace::Kladd
            | TextPlace::Name(_)
            | TextPlace::Words(_)
            | TextPlace::What(_)
            | TextPlace::Goal
            | TextPlace::Remark(_),
            _,
        )
        | Edit::MeetingDate(_)
        | Edit::MeetingTime(_)
        | Edit::PhaseMinutes(..)
        | Edit::Span(..)
        | Edit::Due(..)
        | Edit::StepWork(..)
        | Edit::StepFrom(..)
        | Edit::FollowUp(_) => return None,
    })
}
