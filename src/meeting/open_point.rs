//! What is still missing before the referat can be called whole.

use chrono::NaiveDate;

use super::{
    Contents,
    action_item::ActionItem,
    agenda::ItemIndex,
    choice::{Answer, Called, Check, Party, ReferatCopy, Role, Wish},
    follow_up_plan::FollowUpPlan,
    id::{ActionId, ParticipantId, StepId},
    participant::Participant,
    zone::Zone,
};

/// Something the reviewer should look at. None of them stops an approval; they are shown until dealt with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OpenPoint {
    /// An item was neither gone through nor set aside.
    ItemOpen(ItemIndex),
    /// A participant has no name.
    NameMissing(ParticipantId),
    /// It does not say how a sykmelder took part in a meeting held in several ways: the confirmation has to.
    MannerMissing(ParticipantId),
    /// What somebody wrote about from–to was not understood.
    SpanUnclear(ParticipantId),
    /// A party is to do nothing, and it does not say why.
    NothingToDo(Party),
    /// It does not say what is to be done.
    WhatMissing(ActionId),
    /// Nobody owns an action item.
    OwnerMissing(ActionId),
    /// An action item has no due date, or one that was not understood.
    DueMissing(ActionId),
    /// An action item is due before the meeting.
    DuePast(ActionId),
    /// Nothing is noted of what was concluded.
    NothingConcluded,
    /// There is no goal, neither in words nor as steps.
    GoalMissing,
    /// A step has no understood date or share of work.
    StepUnclear(StepId),
    /// A party has not been asked whether they agree.
    AnswerMissing(ParticipantId),
    /// Somebody sees it differently, and their own words are missing.
    WordsMissing(ParticipantId),
    /// Somebody is to have the referat, and the employee has not agreed to that.
    ConsentMissing(ParticipantId),
    /// It is not settled whether somebody gets the referat.
    CopyUndecided(ParticipantId),
    /// Nobody has said that names and workplace are the right ones and that those who are said to have taken part did.
    PeopleUnconfirmed,
    /// The summary has not been read aloud.
    NotReadBack,
    /// There is no date for the next follow-up, or one that was not understood.
    FollowUpMissing,
    /// The oppfølgingsplan was begun here and is not whole. Of somebody who keeps it elsewhere, it is not asked.
    PlanIncomplete,
}

impl Contents {
    /// Whether somebody of this party owns an action item.
    pub fn has_action(&self, party: Party) -> bool {
        let of_party = |id: &ParticipantId| {
            let owner = self.participant(*id);
            owner.is_some_and(|owner| owner.role == party.role())
        };
        self.actions
            .iter()
            .any(|action| action.owners.iter().any(of_party))
    }

    /// Everything that is still missing, in the order of the referat. The zone tells on which day the meeting was held.
    pub fn open_points(&self, zone: Zone) -> Vec<OpenPoint> {
        let held = self.timeline.started().map(|at| zone.date(at));
        let mut points = Vec::new();
        let closing = self.agenda.phase(self.agenda.closing());
        if closing.is_none_or(|phase| phase.items.iter().all(|item| item.note.trim().is_empty())) {
            points.push(OpenPoint::NothingConcluded);
        }
        if self.goal.text.trim().is_empty() && self.goal.steps.is_empty() {
            points.push(OpenPoint::GoalMissing);
        }
        for step in &self.goal.steps {
            if step.work.value.is_none() || step.from.value.is_none() {
                points.push(OpenPoint::StepUnclear(step.id));
            }
        }
        let parties = [Party::Employee, Party::Employer];
        let idle = parties.into_iter().filter(|party| {
            let unexplained = self.no_action.of(*party).trim().is_empty();
            unexplained && !self.has_action(*party)
        });
        points.extend(idle.map(OpenPoint::NothingToDo));
        points.extend(
            self.actions
                .iter()
                .flat_map(|action| missing_in(action, held)),
        );
        // Of somebody who was not called, nothing more is asked.
        let called = self.participants.iter().filter(|p| p.called == Called::Yes);
        points.extend(called.flat_map(|participant| self.missing_of(participant)));
        let open = self.agenda.items().map(|(index, _)| index);
        let open = open.filter(|index| self.is_untouched(*index));
        points.extend(open.map(OpenPoint::ItemOpen));
        if self.read_back.is_none() {
            points.push(OpenPoint::NotReadBack);
        }
        if self.follow_up.value.is_none() {
            points.push(OpenPoint::FollowUpMissing);
        }
        if self.plan != FollowUpPlan::default() && !self.plan.is_whole() {
            points.push(OpenPoint::PlanIncomplete);
        }
        // Last of all, for what comes before may change it.
        if !self.preparation.ready.contains(&Check::RightPeople) {
            points.push(OpenPoint::PeopleUnconfirmed);
        }
        points
    }

    /// What is missing of somebody who was called.
    fn missing_of(&self, participant: &Participant) -> Vec<OpenPoint> {
        let mut points = Vec::new();
        let id = participant.id;
        if participant.name.trim().is_empty() {
            points.push(OpenPoint::NameMissing(id));
        }
        if participant.attends()
            && participant.role == Role::Sykmelder
            && participant.takes_part(self.arrangement.mode).is_none()
        {
            points.push(OpenPoint::MannerMissing(id));
        }
        if participant.presence.is_unclear() {
            points.push(OpenPoint::SpanUnclear(id));
        }
        match participant.copy {
            // Whom the employee does not want to have it will not get it.
            ReferatCopy::Undecided if participant.consent == Wish::No => {}
            ReferatCopy::Undecided => points.push(OpenPoint::CopyUndecided(id)),
            ReferatCopy::Yes if !participant.gets_referat() => {
                points.push(OpenPoint::ConsentMissing(id));
            }
            ReferatCopy::Yes | ReferatCopy::No => {}
        }
        if participant.attends() {
            match participant.answer {
                Answer::NotAsked if participant.role.is_party() => {
                    points.push(OpenPoint::AnswerMissing(id));
                }
                Answer::Disagrees if participant.words.trim().is_empty() => {
                    points.push(OpenPoint::WordsMissing(id));
                }
                Answer::NotAsked | Answer::Agrees | Answer::Disagrees | Answer::HadLeft => {}
            }
        }
        points
    }
}

/// What is missing in an action item of a meeting that was held on this day.
fn missing_in(action: &ActionItem, held: Option<NaiveDate>) -> Vec<OpenPoint> {
    let mut points = Vec::new();
    if action.what.trim().is_empty() {
        points.push(OpenPoint::WhatMissing(action.id));
    }
    if action.owners.is_empty() {
        points.push(OpenPoint::OwnerMissing(action.id));
    }
    match action.due.value {
        None => points.push(OpenPoint::DueMissing(action.id)),
        Some(due) if held.is_some_and(|held| due.date() < held) => {
            points.push(OpenPoint::DuePast(action.id));
        }
        Some(_) => {}
    }
    points
}
