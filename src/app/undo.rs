//! What can be taken back and done again, act by act through the whole meeting.

use crate::{
    meeting::{
        Contents,
        agenda::ItemIndex,
        event::{Edit, TextPlace},
    },
    ui::{command::View, slot::Slot},
};

/// The acts of this session that can be taken back, oldest first, and those that were.
#[derive(Debug, Default)]
pub(super) struct Undo {
    done: Vec<Act>,
    undone: Vec<Act>,
}

/// One act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Act {
    /// A group of changes to the text here; the editor of the place knows which.
    Wrote(Slot, View),
    /// Something was changed; these edits change it back, and this is the view it shows in.
    Changed(Vec<Edit>, View),
    /// An item was set aside.
    SetAside(ItemIndex),
    /// Something happened in the course of the meeting, which has commands of its own to go back. Undo stops here once
    /// and says so: otherwise it would silently take back something older.
    Course,
}

/// Acts remembered; beyond that the oldest are forgotten.
const MOST: usize = 1000;

impl Undo {
    /// Something new was done: what was taken back before cannot be done again.
    pub fn record(&mut self, act: Act) {
        self.undone.clear();
        // One stop is enough, however many steps the meeting took.
        if !matches!((&act, self.done.last()), (Act::Course, Some(Act::Course))) {
            self.done_again(act);
        }
    }

    /// The last act, to be taken back now.
    pub fn pop(&mut self) -> Option<Act> {
        self.done.pop()
    }

    /// The act taken back last, to be done again now.
    pub fn pop_undone(&mut self) -> Option<Act> {
        self.undone.pop()
    }

    /// An act was taken back; this one does it again.
    pub fn taken_back(&mut self, again: Act) {
        self.undone.push(again);
    }

    /// An act was done again; this one takes it back.
    pub fn done_again(&mut self, back: Act) {
        if self.done.len() >= MOST {
            self.done.remove(0);
        }
        self.done.push(back);
    }
}

/// The edits that take `edit` back, as the meeting stands before it; none for text, which its editor takes back.
pub(super) fn inverse(edit: &Edit, meeting: &Contents) -> Vec<Edit> {
    let mut back = Vec::from_iter(inverse_of(edit, meeting));
    if let Edit::RemoveParticipant(id) = edit {
        // Each action item they owned comes back whole, with its owners in their order.
        let owned = meeting.actions.iter().enumerate();
        let owned = owned.filter(|(_, action)| action.owners.contains(id));
        back.extend(owned.flat_map(|(place, action)| {
            let whole = Edit::RestoreAction(place, Box::new(action.clone()));
            [Edit::RemoveAction(action.id), whole]
        }));
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
        Edit::Standing(item, _) => Edit::Standing(*item, meeting.agenda.item(*item)?.standing),
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
        | Edit::Owners(..)
        | Edit::Due(..)
        | Edit::StepWork(..)
        | Edit::StepFrom(..)
        | Edit::FollowUp(_) => return None,
    })
}
