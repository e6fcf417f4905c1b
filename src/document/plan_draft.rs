//! A draft of the oppfølgingsplan out of what the meeting has arrived at, so that nothing is typed twice.
//!
//! It says nothing that does not stand in the meeting. The leader reads it through and makes it a plan.

use crate::meeting::{
    ActionItem, Contents, Due, Measure, MeasureState, Party, PlanField, Step, Verdict, Zone,
};

use super::{compose::filled, writer::DocumentWriter};

/// A text for every field of the plan that is empty and of which the meeting has spoken, in the order of the plan.
pub fn draft(meeting: &Contents, zone: Zone) -> Vec<(PlanField, String)> {
    let writer = DocumentWriter::of(meeting, zone);
    let empty = PlanField::REQUIRED.into_iter();
    let empty = empty.filter(|field| filled(meeting.plan.text(*field)).is_none());
    let drafts = empty.map(|field| (field, writer.lines(field).join("\n")));
    drafts.filter(|(_, draft)| !draft.is_empty()).collect()
}

impl DocumentWriter<'_> {
    fn lines(&self, field: PlanField) -> Vec<String> {
        let mut lines = match field {
            PlanField::Tried => Vec::from_iter(self.known_before()),
            PlanField::Ahead => self.agreed(),
            PlanField::Others => self.drafted_measures(Verdict::Considered),
            PlanField::FollowUp => self.followed_up(),
            PlanField::Changes
            | PlanField::Workday
            | PlanField::Can
            | PlanField::Cannot
            | PlanField::NotContributed
            | PlanField::NavHelpWith
            | PlanField::DoctorMessage
            | PlanField::Additional
            | PlanField::Phone
            | PlanField::Email
            | PlanField::Evaluation
            | PlanField::Contributed
            | PlanField::ToNav
            | PlanField::NavHelp
            | PlanField::ToDoctor => Vec::new(),
        };
        let items = self.meeting.agenda.items().map(|(_, item)| item);
        let notes = items.filter(|item| item.plan.contains(&field));
        lines.extend(notes.filter_map(|item| filled(&item.note).map(str::to_owned)));
        lines
    }

    /// What stood in the plan before the meeting: what had been tried by then.
    fn known_before(&self) -> Option<String> {
        filled(&self.meeting.preparation.plan.points).map(str::to_owned)
    }

    /// What is aimed at, how much is worked from when, what is to be used for it, and who does what by when.
    fn agreed(&self) -> Vec<String> {
        let goal = filled(&self.meeting.goal.text);
        let mut lines = Vec::from_iter(goal.map(self.text.plan.goal));
        let steps = self.meeting.goal.steps.iter();
        lines.extend(steps.filter_map(|step| self.drafted_step(step)));
        lines.extend(self.drafted_measures(Verdict::ToBeUsed));
        lines.extend(self.tasks(|action| !self.is_follow_up(action)));
        lines
    }

    /// What the parties do together or every week; else when they meet again. That day has a field of its own, and would
    /// stand here unchanged when it is moved.
    fn followed_up(&self) -> Vec<String> {
        let mut lines = self.tasks(|action| self.is_follow_up(action));
        let next = self.meeting.follow_up.value.filter(|_| lines.is_empty());
        lines.extend(next.map(|day| (self.text.referat.next_on)(&self.text.calendar.long(day))));
        lines
    }

    fn is_follow_up(&self, action: &ActionItem) -> bool {
        let owners = action.owners.iter();
        let owners: Vec<_> = owners
            .filter_map(|id| self.meeting.participant(*id))
            .collect();
        let by = |party: Party| owners.iter().any(|owner| owner.role == party.role());
        matches!(action.due.value, Some(Due::Weekly { .. }))
            || (by(Party::Employee) && by(Party::Employer))
    }

    fn drafted_step(&self, step: &Step) -> Option<String> {
        let from = self.text.calendar.long(step.from.value?);
        let (work, sick_leave) = (step.work.value?, step.sick_leave()?);
        Some((self.text.plan.works)(work, sick_leave, &from))
    }

    /// The measures of which the meeting thought so; never one that names treatment.
    fn drafted_measures(&self, verdict: Verdict) -> Vec<String> {
        let of_it = |measure: &&Measure| {
            measure.verdict == verdict && measure.state != MeasureState::Private
        };
        let measures = self.meeting.agenda.measures.iter().filter(of_it);
        measures
            .map(|m| (self.text.plan.measure)(self.text.printed(&m.title), filled(&m.remark)))
            .collect()
    }

    fn tasks(&self, which: impl Fn(&ActionItem) -> bool) -> Vec<String> {
        let actions = self.meeting.actions.iter();
        let actions = actions.filter(|action| !action.is_blank() && which(action));
        actions.map(|action| self.task(action)).collect()
    }

    fn task(&self, action: &ActionItem) -> String {
        let due = self.due_in(action, |due| self.text.calendar.due(due));
        (self.text.plan.task)(action.what.trim(), &self.owners(action), &due)
    }
}
