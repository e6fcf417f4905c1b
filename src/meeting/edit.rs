//! What is written down or chosen, and when that is possible. How it is taken back follows from what it changes.

use super::{
    Contents,
    absence::Period,
    accepted::Accepted,
    action_item::{ActionField, ActionItem},
    agenda::{ItemField, MAX_MINUTES, PhaseField, PhaseIndex},
    case_code::CaseCode,
    change::{Change, ChangedPart, Entity},
    choice::{Origin, PeriodKind, Role, TakeFirst},
    goal::Step,
    order::has_twice,
    participant::Participant,
    place::{Field, ListEntry, Place},
    preparation::PreparationField,
    question::Question,
    refusal::Refusal,
    stage::Stage,
    value::Value,
    version::is_reason,
};

/// Something written down or chosen. Allowed until the referat is approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// What the meeting is called on the outside.
    CaseCode(CaseCode),
    /// What stands in a field.
    Set(Field, Value),
    /// Something new, given the next free id.
    Add(New),
    /// Takes something out.
    Remove(ListEntry),
    /// The items of each phase in another order: the numbers they have now, counted from 0, as they come then; and the
    /// answer that led to it.
    Arrange(Vec<Vec<usize>>, TakeFirst),
    /// What the privacy guard found stays, for a reason, or because it is harmless.
    Accept(Box<Accepted>),
    /// It no longer does.
    AcceptNoLonger(Place, String),
    /// All of these or none, as one act.
    Together(Vec<Self>),
}

/// Something of which a meeting has any number, before it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum New {
    /// Somebody in this role.
    Participant(Role),
    /// Something to do.
    Action,
    /// A step towards the goal.
    Step,
    /// A period of absence.
    Period(PeriodKind),
    /// A question of one's own, in this phase.
    Question(PhaseIndex),
}

impl Edit {
    /// Lets `value` stand in a field.
    pub fn set(field: impl Into<Field>, value: impl Into<Value>) -> Self {
        Self::Set(field.into(), value.into())
    }
}

impl Contents {
    /// Whether an edit is possible as far as the meeting has come.
    ///
    /// # Errors
    /// The reason why it is not.
    pub(super) fn permits(&self, edit: &Edit) -> Result<(), Refusal> {
        let approved = self.stage() == Stage::Approved;
        match edit {
            Edit::Set(field, value) => {
                self.permits_writing(*field)?;
                if let Value::Minutes(minutes) = value
                    && !(1..=MAX_MINUTES).contains(minutes)
                {
                    return Err(Refusal::MinutesOutOfRange);
                }
                return self.fits(*field, value);
            }
            Edit::Together(edits) => return edits.iter().try_for_each(|edit| self.permits(edit)),
            _ if approved => return Err(Refusal::Approved),
            Edit::Add(New::Question(phase)) => {
                self.agenda.phase(*phase).ok_or(Refusal::NoSuchPlace)?;
            }
            Edit::Remove(ListEntry::Question(id)) => {
                let question = self.agenda.question(*id);
                let own = question.filter(|question| question.origin() == Origin::Own);
                own.ok_or(Refusal::NoSuchPlace)?;
            }
            Edit::Remove(entry) if !self.has(*entry) => return Err(Refusal::NoSuchPlace),
            // Once the meeting has begun, its timeline names items by their places.
            Edit::Arrange(..) if self.stage() != Stage::Preparing => {
                return Err(Refusal::PlannedBefore);
            }
            Edit::Arrange(order, _) if !self.can_be_ordered(order) => {
                return Err(Refusal::DoesNotFit);
            }
            Edit::Accept(accepted)
                if !accepted.reason.is_empty() && !is_reason(&accepted.reason) =>
            {
                return Err(Refusal::NoReason);
            }
            Edit::CaseCode(_)
            | Edit::Add(_)
            | Edit::Remove(_)
            | Edit::Arrange(..)
            | Edit::Accept(_)
            | Edit::AcceptNoLonger(..) => {}
        }
        Ok(())
    }

    /// Whether anything can be written in a field as far as the meeting has come.
    ///
    /// # Errors
    /// The reason why it cannot.
    pub fn permits_writing(&self, field: Field) -> Result<(), Refusal> {
        let stage = self.stage();
        match (stage, field.is_of_sending()) {
            (Stage::Approved, false) => return Err(Refusal::Approved),
            (Stage::Approved, true) => {}
            (_, true) => return Err(Refusal::NotApproved),
            (_, false) => {}
        }
        self.field_value(field).ok_or(Refusal::NoSuchPlace)?;
        let planned = matches!(field, Field::Phase(_, PhaseField::Planned));
        let is_progress = matches!(field, Field::Item(_, ItemField::Status));
        match stage {
            Stage::Running | Stage::Paused | Stage::Ended | Stage::InReview if planned => {
                Err(Refusal::PlannedBefore)
            }
            Stage::Preparing if is_progress => Err(Refusal::NotBegun),
            // During the meeting, its course decides.
            Stage::Running | Stage::Paused if is_progress => Err(Refusal::NotEnded),
            Stage::Preparing
            | Stage::Running
            | Stage::Paused
            | Stage::Ended
            | Stage::InReview
            | Stage::Approved => Ok(()),
        }
    }

    /// Whether a value can stand in a field.
    fn fits(&self, field: Field, value: &Value) -> Result<(), Refusal> {
        match (field, value) {
            (Field::Action(_, ActionField::Owners), Value::People(owners)) => {
                let there = |owner| self.participant(owner).is_some();
                if !owners.iter().copied().all(there) {
                    Err(Refusal::NoSuchPlace)
                } else if has_twice(owners) {
                    Err(Refusal::AlreadyThere)
                } else {
                    Ok(())
                }
            }
            (_, Value::Sides(sides)) if has_twice(sides) => Err(Refusal::AlreadyThere),
            _ if self
                .field_value(field)
                .is_some_and(|held| !held.takes(value)) =>
            {
                Err(Refusal::DoesNotFit)
            }
            _ => Ok(()),
        }
    }

    /// Carries out an edit that is permitted. Answers with what stood there before.
    ///
    /// # Errors
    /// Where it does not fit the meeting; then nothing has changed.
    pub(super) fn edit(&mut self, edit: Edit) -> Result<Change, Refusal> {
        let mut before = Vec::new();
        let done = self.carry_out(edit, &mut before);
        if done.is_err() {
            for part in before.drain(..).rev() {
                // Each stood like that a moment ago.
                let _stands = self.put(part, &mut Vec::new());
            }
        }
        self.forget_unsaid_sendings();
        done.map(|()| Change::of(before))
    }

    /// Lets a part stand as it stood, where that is possible as far as the meeting has come.
    ///
    /// # Errors
    /// The reason why it is not; then nothing has changed.
    pub(super) fn put_if_permitted(
        &mut self,
        part: ChangedPart,
        before: &mut Vec<ChangedPart>,
    ) -> Result<(), Refusal> {
        match &part {
            ChangedPart::Value(field, value) => {
                self.permits_writing(*field)?;
                self.fits(*field, value)?;
            }
            ChangedPart::Order(_) if self.stage() != Stage::Preparing => {
                return Err(Refusal::PlannedBefore);
            }
            ChangedPart::Absent(_)
            | ChangedPart::Present(..)
            | ChangedPart::Order(_)
            | ChangedPart::Accepted(_)
            | ChangedPart::Code(_) => {}
        }
        self.put(part, before)
    }

    /// What was taken back is as if it had never been written.
    pub(super) fn forget_unsaid_sendings(&mut self) {
        self.sendings
            .retain(|_, sending| *sending != super::sending::Sending::default());
    }

    fn carry_out(&mut self, edit: Edit, before: &mut Vec<ChangedPart>) -> Result<(), Refusal> {
        match edit {
            Edit::CaseCode(code) => self.put(ChangedPart::Code(code), before),
            Edit::Set(field, value) => {
                let invited = Field::Preparation(PreparationField::Invited);
                if let (true, Value::Day(day)) = (field == invited, &value) {
                    let to = day.value.and(self.arrangement.date.value);
                    let field = Field::Preparation(PreparationField::InvitedTo);
                    self.put(ChangedPart::Value(field, to.into()), before)?;
                }
                self.put(ChangedPart::Value(field, value), before)
            }
            Edit::Add(new) => {
                let (place, entity) = self.made(new);
                self.put(ChangedPart::Present(place, entity), before)
            }
            Edit::Remove(entry) => self.put(ChangedPart::Absent(entry), before),
            Edit::Arrange(order, answer) => {
                self.put(ChangedPart::Order(order), before)?;
                let field = Field::Preparation(PreparationField::TakeFirst);
                self.put(ChangedPart::Value(field, answer.into()), before)
            }
            Edit::Accept(accepted) => {
                let mut all = self.accepted.clone();
                all.retain(|other| {
                    !(other.place == accepted.place && other.words == accepted.words)
                });
                all.push(*accepted);
                self.put(ChangedPart::Accepted(all), before)
            }
            Edit::AcceptNoLonger(place, words) => {
                let mut all = self.accepted.clone();
                all.retain(|accepted| !(accepted.place == place && accepted.words == words));
                self.put(ChangedPart::Accepted(all), before)
            }
            Edit::Together(edits) => edits
                .into_iter()
                .try_for_each(|edit| self.carry_out(edit, before)),
        }
    }

    /// What names something new once it is added.
    pub fn coming(&self, new: New) -> ListEntry {
        self.made(new).1.entry()
    }

    /// Something new with nothing in it yet, and its place behind the others of its kind.
    fn made(&self, new: New) -> (usize, Entity) {
        match new {
            New::Participant(role) => {
                let participant = Participant::new(self.next_participant(), role);
                let entity = Entity::Participant(Box::new(participant));
                (self.participants.len(), entity)
            }
            New::Action => {
                let action = ActionItem::new(self.next_action());
                (self.actions.len(), Entity::Action(Box::new(action)))
            }
            New::Step => {
                let step = Step::new(self.next_step());
                (self.goal.steps.len(), Entity::Step(Box::new(step)))
            }
            New::Period(kind) => {
                let period = Period::new(self.next_period(), kind);
                let place = self.preparation.periods.len();
                (place, Entity::Period(Box::new(period)))
            }
            New::Question(phase) => {
                let question = Question::own(self.agenda.next_question());
                let entity = Entity::Question(phase, Box::new(question));
                (usize::MAX, entity)
            }
        }
    }
}
