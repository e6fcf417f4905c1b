//! What an [`Edit`] does to the contents of a meeting.

use chrono::NaiveDate;

use super::{
    Contents,
    action_item::{ActionId, ActionItem},
    event::{DayPlace, Edit, MAX_MINUTES, Refusal, TextPlace},
    goal::{Step, StepId},
    kept::Kept,
    participant::{Participant, ParticipantId, Party},
    question::{Origin, Question, QuestionId},
    sending::{Addressee, Sending},
    stage::Stage,
    version::is_reason,
    written::Written,
};

impl Contents {
    /// Carries out an edit.
    ///
    /// # Errors
    /// Where the place does not exist (any more); then nothing has changed.
    pub(super) fn edit(&mut self, edit: Edit) -> Result<(), Refusal> {
        match edit {
            Edit::CaseCode(code) => self.code = code,
            Edit::Text(place, text) => *self.text_mut(place)? = text,
            Edit::Day(place, day) => {
                if place == DayPlace::Invited {
                    let to = day.value.and(self.arrangement.date.value);
                    self.preparation.invited_to = to;
                }
                *self.day_mut(place)? = day;
            }
            Edit::Prepare(prepare) => self.prepare(prepare)?,
            Edit::MeetingTime(time) => self.arrangement.time = time,
            Edit::Form(form) => self.arrangement.form = form,
            Edit::Language(language) => self.language = language,
            Edit::PhaseMinutes(phase, minutes) => {
                if self.stage() != Stage::Preparing {
                    return Err(Refusal::PlannedBefore);
                }
                if !(1..=MAX_MINUTES).contains(&minutes) {
                    return Err(Refusal::MinutesOutOfRange);
                }
                let phase = self.agenda.phase_mut(phase).ok_or(Refusal::NoSuchPlace)?;
                phase.planned = minutes;
            }
            Edit::AddParticipant(role) => {
                let participant = Participant::new(self.next_participant(), role);
                self.participants.push(participant);
            }
            Edit::RestoreParticipant(place, participant) => {
                if self.participant(participant.id).is_some() {
                    return Err(Refusal::AlreadyThere);
                }
                let place = place.min(self.participants.len());
                self.participants.insert(place, *participant);
            }
            Edit::RemoveParticipant(id) => {
                self.participant_mut(id)?;
                self.participants.retain(|p| p.id != id);
                for action in &mut self.actions {
                    action.owners.retain(|owner| *owner != id);
                }
            }
            Edit::Role(id, role) => self.participant_mut(id)?.role = role,
            Edit::Called(id, called) => self.participant_mut(id)?.called = called,
            Edit::CallWish(id, Party::Employee, wish) => {
                self.participant_mut(id)?.wished.employee = wish;
            }
            Edit::CallWish(id, Party::Employer, wish) => {
                self.participant_mut(id)?.wished.employer = wish;
            }
            Edit::Attendance(id, attendance) => self.participant_mut(id)?.attendance = attendance,
            Edit::Manner(id, manner) => self.participant_mut(id)?.manner = manner,
            Edit::Span(id, span) => self.participant_mut(id)?.span = span,
            Edit::Copy(id, copy) => self.participant_mut(id)?.copy = copy,
            Edit::Consent(id, consent) => self.participant_mut(id)?.consent = consent,
            Edit::Answer(id, answer) => self.participant_mut(id)?.answer = answer,
            Edit::AddAction => {
                let action = ActionItem::new(self.next_action());
                self.actions.push(action);
            }
            Edit::RestoreAction(place, action) => {
                if self.action(action.id).is_some() {
                    return Err(Refusal::AlreadyThere);
                }
                let mut action = *action;
                action
                    .owners
                    .retain(|owner| self.participant(*owner).is_some());
                let place = place.min(self.actions.len());
                self.actions.insert(place, action);
            }
            Edit::RemoveAction(id) => {
                self.action_mut(id)?;
                self.actions.retain(|a| a.id != id);
            }
            Edit::ToggleOwner(id, owner) => {
                self.participant_mut(owner)?;
                let owners = &mut self.action_mut(id)?.owners;
                if owners.contains(&owner) {
                    owners.retain(|o| *o != owner);
                } else {
                    owners.push(owner);
                }
            }
            Edit::Owners(id, owners) => {
                for (place, owner) in owners.iter().enumerate() {
                    self.participant_mut(*owner)?;
                    if owners.iter().take(place).any(|before| before == owner) {
                        return Err(Refusal::AlreadyThere);
                    }
                }
                self.action_mut(id)?.owners = owners;
            }
            Edit::Due(id, due) => self.action_mut(id)?.due = due,
            Edit::AddStep => {
                let step = Step::new(self.next_step());
                self.goal.steps.push(step);
            }
            Edit::RestoreStep(place, step) => {
                if self.goal.steps.iter().any(|s| s.id == step.id) {
                    return Err(Refusal::AlreadyThere);
                }
                let place = place.min(self.goal.steps.len());
                self.goal.steps.insert(place, *step);
            }
            Edit::RemoveStep(id) => {
                self.step_mut(id)?;
                self.goal.steps.retain(|s| s.id != id);
            }
            Edit::StepWork(id, work) => self.step_mut(id)?.work = work,
            Edit::PlanChoice(choice, said) => self.plan.say(choice, said),
            Edit::Keep(kept) => {
                if !kept.reason.is_empty() && !is_reason(&kept.reason) {
                    return Err(Refusal::NoReason);
                }
                let same = |k: &Kept| k.place == kept.place && k.words == kept.words;
                self.kept.retain(|k| !same(k));
                self.kept.push(*kept);
            }
            Edit::KeepNoLonger(place, words) => {
                self.kept
                    .retain(|k| !(k.place == place && k.words == words));
            }
            Edit::Channel(to, channel) => self.sending_mut(to)?.channel = channel,
            Edit::Verdict(measure, verdict) => {
                let measure = self.agenda.measures.get_mut(measure);
                measure.ok_or(Refusal::NoSuchPlace)?.verdict = verdict;
            }
            Edit::Standing(item, standing) => {
                match self.stage() {
                    Stage::Ended | Stage::InReview => {}
                    Stage::Preparing => return Err(Refusal::NotBegun),
                    Stage::Running | Stage::Paused => return Err(Refusal::NotEnded),
                    Stage::Approved => return Err(Refusal::Approved),
                }
                let item = self.agenda.item_mut(item);
                item.ok_or(Refusal::NoSuchPlace)?.standing = standing;
            }
        }
        // What was taken back is as if it had never been written.
        self.sendings
            .retain(|_, sending| *sending != Sending::default());
        Ok(())
    }

    /// The text at `place`, or nothing where the place does not exist (any more).
    pub fn text(&self, place: TextPlace) -> Option<&str> {
        let text = match place {
            TextPlace::Workplace => &self.arrangement.workplace,
            TextPlace::Place => &self.arrangement.place,
            TextPlace::Note(item) => &self.agenda.item(item)?.note,
            TextPlace::Kladd => &self.kladd,
            TextPlace::PlanPoints => &self.preparation.plan.points,
            TextPlace::LateReason => &self.preparation.late_reason,
            TextPlace::Question(id) => &self.own_question(id)?.text,
            TextPlace::Name(id) => &self.participant(id)?.name,
            TextPlace::Words(id) => &self.participant(id)?.words,
            TextPlace::What(id) => &self.action(id)?.what,
            TextPlace::Goal => &self.goal.text,
            TextPlace::Remark(measure) => &self.agenda.measures.get(measure)?.remark,
            TextPlace::NoAction(party) => self.no_action.of(party),
            TextPlace::Plan(text) => self.plan.text(text),
        };
        Some(text)
    }

    /// A question whose text belongs to this meeting; those of the bank stand as they are.
    fn own_question(&self, id: QuestionId) -> Option<&Question> {
        let question = self.agenda.question(id)?;
        (question.origin == Origin::Own).then_some(question)
    }

    /// The day at `place`, or nothing where the place does not exist (any more).
    pub fn day(&self, place: DayPlace) -> Option<&Written<NaiveDate>> {
        Some(match place {
            DayPlace::Meeting => &self.arrangement.date,
            DayPlace::PeriodFrom(id) => &self.period(id)?.from,
            DayPlace::PeriodTo(id) => &self.period(id)?.to,
            DayPlace::Exempted => &self.preparation.exemption.asked_on,
            DayPlace::Review => &self.preparation.exemption.review,
            DayPlace::PlanMade => &self.preparation.plan.made,
            DayPlace::PlanSent => &self.preparation.plan.sent,
            DayPlace::NavMeeting => &self.preparation.plan.nav_meeting,
            DayPlace::PlanToNav => &self.preparation.plan.to_nav,
            DayPlace::Invited => &self.preparation.invited,
            DayPlace::StepFrom(id) => &self.goal.steps.iter().find(|s| s.id == id)?.from,
            DayPlace::FollowUp => &self.follow_up,
            DayPlace::Evaluation => &self.plan.evaluation,
            DayPlace::Sent(to) => {
                if !self.is_there(to) {
                    return None;
                }
                &self.sending(to).on
            }
        })
    }

    fn day_mut(&mut self, place: DayPlace) -> Result<&mut Written<NaiveDate>, Refusal> {
        Ok(match place {
            DayPlace::Meeting => &mut self.arrangement.date,
            DayPlace::PeriodFrom(id) => &mut self.period_mut(id)?.from,
            DayPlace::PeriodTo(id) => &mut self.period_mut(id)?.to,
            DayPlace::Exempted => &mut self.preparation.exemption.asked_on,
            DayPlace::Review => &mut self.preparation.exemption.review,
            DayPlace::PlanMade => &mut self.preparation.plan.made,
            DayPlace::PlanSent => &mut self.preparation.plan.sent,
            DayPlace::NavMeeting => &mut self.preparation.plan.nav_meeting,
            DayPlace::PlanToNav => &mut self.preparation.plan.to_nav,
            DayPlace::Invited => &mut self.preparation.invited,
            DayPlace::StepFrom(id) => &mut self.step_mut(id)?.from,
            DayPlace::FollowUp => &mut self.follow_up,
            DayPlace::Evaluation => &mut self.plan.evaluation,
            DayPlace::Sent(to) => &mut self.sending_mut(to)?.on,
        })
    }

    fn text_mut(&mut self, place: TextPlace) -> Result<&mut String, Refusal> {
        Ok(match place {
            TextPlace::Workplace => &mut self.arrangement.workplace,
            TextPlace::Place => &mut self.arrangement.place,
            TextPlace::Note(item) => {
                let item = self.agenda.item_mut(item);
                &mut item.ok_or(Refusal::NoSuchPlace)?.note
            }
            TextPlace::Kladd => &mut self.kladd,
            TextPlace::PlanPoints => &mut self.preparation.plan.points,
            TextPlace::LateReason => &mut self.preparation.late_reason,
            TextPlace::Question(id) => {
                self.own_question(id).ok_or(Refusal::NoSuchPlace)?;
                let question = self.agenda.question_mut(id);
                &mut question.ok_or(Refusal::NoSuchPlace)?.text
            }
            TextPlace::Name(id) => &mut self.participant_mut(id)?.name,
            TextPlace::Words(id) => &mut self.participant_mut(id)?.words,
            TextPlace::What(id) => &mut self.action_mut(id)?.what,
            TextPlace::Goal => &mut self.goal.text,
            TextPlace::Remark(measure) => {
                let measure = self.agenda.measures.get_mut(measure);
                &mut measure.ok_or(Refusal::NoSuchPlace)?.remark
            }
            TextPlace::NoAction(party) => self.no_action.of_mut(party),
            TextPlace::Plan(text) => self.plan.text_mut(text),
        })
    }

    fn participant_mut(&mut self, id: ParticipantId) -> Result<&mut Participant, Refusal> {
        let mut all = self.participants.iter_mut();
        all.find(|p| p.id == id).ok_or(Refusal::NoSuchPlace)
    }

    /// Whether documents can go to somebody: they are still in the meeting, or were never asked to be.
    fn is_there(&self, to: Addressee) -> bool {
        match to {
            Addressee::Participant(id) => self.participant(id).is_some(),
            Addressee::Doctor | Addressee::Nav => true,
        }
    }

    fn sending_mut(&mut self, to: Addressee) -> Result<&mut Sending, Refusal> {
        if !self.is_there(to) {
            return Err(Refusal::NoSuchPlace);
        }
        Ok(self.sendings.entry(to).or_default())
    }

    fn action_mut(&mut self, id: ActionId) -> Result<&mut ActionItem, Refusal> {
        let mut all = self.actions.iter_mut();
        all.find(|a| a.id == id).ok_or(Refusal::NoSuchPlace)
    }

    fn step_mut(&mut self, id: StepId) -> Result<&mut Step, Refusal> {
        let mut all = self.goal.steps.iter_mut();
        all.find(|s| s.id == id).ok_or(Refusal::NoSuchPlace)
    }
}
