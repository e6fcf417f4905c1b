//! What an event has changed, as it stood before: put back, it answers with what stood there then. One way back for
//! whatever is written, chosen, added, removed or taken a step further.

use super::{
    Contents,
    absence::Period,
    accepted::Accepted,
    action_item::{ActionField, ActionItem},
    agenda::PhaseIndex,
    case_code::CaseCode,
    choice::Origin,
    goal::Step,
    id::ParticipantId,
    order::{inverted, is_order, ordered},
    participant::Participant,
    place::{Field, ListEntry},
    progress::Progress,
    question::Question,
    refusal::Refusal,
    value::Value,
};

/// What was changed, as it stood before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// The last one changed first.
    parts: Vec<ChangedPart>,
    /// How far the meeting was, where that was changed.
    progress: Option<Progress>,
}

/// A part of the meeting as it stands, stood, or is to stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ChangedPart {
    /// This stands in a field.
    Value(Field, Value),
    /// This is not there.
    Absent(ListEntry),
    /// This is there, at this place among those of its kind.
    Present(usize, Entity),
    /// The items of each phase stand in this order: the numbers they have now, counted from 0, as they come then.
    Order(Vec<Vec<usize>>),
    /// This is what was found and stays.
    Accepted(Vec<Accepted>),
    /// The meeting is called this.
    Code(CaseCode),
}

/// Something of which a meeting has any number, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Entity {
    Participant(Box<Participant>),
    Action(Box<ActionItem>),
    Step(Box<Step>),
    Period(Box<Period>),
    /// With the phase to which it belongs.
    Question(PhaseIndex, Box<Question>),
}

impl Entity {
    /// What names it.
    pub(super) const fn entry(&self) -> ListEntry {
        match self {
            Self::Participant(participant) => ListEntry::Participant(participant.id),
            Self::Action(action) => ListEntry::Action(action.id),
            Self::Step(step) => ListEntry::Step(step.id),
            Self::Period(period) => ListEntry::Period(period.id),
            Self::Question(_, question) => ListEntry::Question(question.id),
        }
    }
}

impl Change {
    /// Of what was written down, chosen, added or removed: as it stood before, the first one first.
    pub(super) fn of(mut before: Vec<ChangedPart>) -> Self {
        before.reverse();
        Self {
            parts: before,
            progress: None,
        }
    }

    /// Of a step in the course of the meeting; nothing where it led nowhere.
    pub(super) fn of_progress(before: Progress, after: &Progress) -> Self {
        Self {
            parts: Vec::new(),
            progress: Some(before).filter(|before| before != after),
        }
    }

    pub(super) fn into_parts(self) -> (Vec<ChangedPart>, Option<Progress>) {
        (self.parts, self.progress)
    }

    /// Whether nothing was changed.
    pub const fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.progress.is_none()
    }

    /// Whether the meeting came further, or less far.
    pub const fn is_of_progress(&self) -> bool {
        self.progress.is_some()
    }

    /// Whether nothing was changed but how the documents went out.
    pub fn is_of_sending(&self) -> bool {
        let sending = |part: &ChangedPart| matches!(part, ChangedPart::Value(field, _) if field.is_of_sending());
        self.parts.iter().all(sending)
    }

    /// Joins what was changed after this, as one act.
    pub fn and_then(&mut self, later: Self) {
        self.parts.splice(0..0, later.parts);
        if self.progress.is_none() {
            self.progress = later.progress;
        }
    }

    /// Joins what was changed after this in the same fields, or in others: of a field that both have changed, this says how
    /// it stood. However long one types, it does not grow.
    pub fn goes_on_with(&mut self, mut later: Self) {
        later.parts.retain(|part| match part {
            ChangedPart::Value(field, _) => self.fields().all(|known| known != *field),
            ChangedPart::Absent(_)
            | ChangedPart::Present(..)
            | ChangedPart::Order(_)
            | ChangedPart::Accepted(_)
            | ChangedPart::Code(_) => true,
        });
        self.and_then(later);
    }

    /// The same without texts that mean nothing but themselves: their editors know what they were.
    pub fn without_texts(mut self) -> Self {
        self.parts
            .retain(|part| !matches!(part, ChangedPart::Value(_, Value::Text(_))));
        self
    }

    /// Whether to put it back takes just this out.
    pub fn takes_out(&self, entry: ListEntry) -> bool {
        self.progress.is_none() && self.parts == [ChangedPart::Absent(entry)]
    }

    /// What comes back with it, if anything that was removed.
    pub fn brings_back(&self) -> Option<ListEntry> {
        self.parts.iter().find_map(|part| match part {
            ChangedPart::Present(_, entity) => Some(entity.entry()),
            ChangedPart::Value(..)
            | ChangedPart::Absent(_)
            | ChangedPart::Order(_)
            | ChangedPart::Accepted(_)
            | ChangedPart::Code(_) => None,
        })
    }

    /// The fields in which something else will stand.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.parts.iter().filter_map(|part| match part {
            ChangedPart::Value(field, _) => Some(*field),
            ChangedPart::Present(..)
            | ChangedPart::Absent(_)
            | ChangedPart::Order(_)
            | ChangedPart::Accepted(_)
            | ChangedPart::Code(_) => None,
        })
    }
}

impl Contents {
    /// Lets a part stand as it is told, and adds to `before` how what that changed stood until now. What stands like that
    /// already is no change.
    ///
    /// # Errors
    /// Where it does not fit the meeting; then nothing has changed.
    pub(super) fn put(
        &mut self,
        part: ChangedPart,
        before: &mut Vec<ChangedPart>,
    ) -> Result<(), Refusal> {
        match part {
            ChangedPart::Value(field, value) => {
                let held = self.field_value_mut(field).ok_or(Refusal::NoSuchPlace)?;
                if !held.is(&value) {
                    let old = held.put(value).map_err(|_| Refusal::DoesNotFit)?;
                    before.push(ChangedPart::Value(field, old));
                }
            }
            ChangedPart::Absent(entry) => {
                if let ListEntry::Participant(id) = entry {
                    self.disown(id, before);
                }
                let (place, entity) = self.take_out(entry).ok_or(Refusal::NoSuchPlace)?;
                before.push(ChangedPart::Present(place, entity));
            }
            ChangedPart::Present(place, entity) => {
                let entry = entity.entry();
                if self.has(entry) {
                    return Err(Refusal::AlreadyThere);
                }
                self.put_in(place, entity)?;
                before.push(ChangedPart::Absent(entry));
            }
            ChangedPart::Order(order) => {
                let back = order
                    .iter()
                    .map(|numbers| inverted(numbers, numbers.len()))
                    .collect();
                self.reorder(&order)?;
                before.push(ChangedPart::Order(back));
            }
            ChangedPart::Accepted(accepted) => {
                if self.accepted != accepted {
                    before.push(ChangedPart::Accepted(std::mem::replace(
                        &mut self.accepted,
                        accepted,
                    )));
                }
            }
            ChangedPart::Code(code) => {
                if self.code != code {
                    before.push(ChangedPart::Code(std::mem::replace(&mut self.code, code)));
                }
            }
        }
        Ok(())
    }

    /// Whether something is there.
    pub fn has(&self, entry: ListEntry) -> bool {
        match entry {
            ListEntry::Participant(id) => self.participant(id).is_some(),
            ListEntry::Action(id) => self.action(id).is_some(),
            ListEntry::Step(id) => self.step(id).is_some(),
            ListEntry::Period(id) => self.period(id).is_some(),
            ListEntry::Question(id) => self.agenda.question(id).is_some(),
        }
    }

    /// Somebody who is no longer there owns no action item.
    fn disown(&mut self, owner: ParticipantId, before: &mut Vec<ChangedPart>) {
        for action in &mut self.actions {
            if action.owners.contains(&owner) {
                let field = Field::Action(action.id, ActionField::Owners);
                before.push(ChangedPart::Value(field, action.owners.clone().into()));
                action.owners.retain(|other| *other != owner);
            }
        }
    }

    fn take_out(&mut self, entry: ListEntry) -> Option<(usize, Entity)> {
        fn out<T>(all: &mut Vec<T>, is: impl Fn(&T) -> bool) -> Option<(usize, Box<T>)> {
            let place = all.iter().position(is)?;
            Some((place, Box::new(all.remove(place))))
        }
        Some(match entry {
            ListEntry::Participant(id) => {
                let (place, participant) = out(&mut self.participants, |p| p.id == id)?;
                (place, Entity::Participant(participant))
            }
            ListEntry::Action(id) => {
                let (place, action) = out(&mut self.actions, |a| a.id == id)?;
                (place, Entity::Action(action))
            }
            ListEntry::Step(id) => {
                let (place, step) = out(&mut self.goal.steps, |s| s.id == id)?;
                (place, Entity::Step(step))
            }
            ListEntry::Period(id) => {
                let (place, period) = out(&mut self.preparation.periods, |p| p.id == id)?;
                (place, Entity::Period(period))
            }
            ListEntry::Question(id) => {
                let mut phases = (0..).map(PhaseIndex).zip(&mut self.agenda.phases);
                phases.find_map(|(phase, content)| {
                    // Those of the bank are part of the agenda.
                    let (place, question) = out(&mut content.questions, |q| {
                        q.id == id && q.origin() == Origin::Own
                    })?;
                    Some((place, Entity::Question(phase, question)))
                })?
            }
        })
    }

    fn put_in(&mut self, place: usize, entity: Entity) -> Result<(), Refusal> {
        fn into<T>(all: &mut Vec<T>, place: usize, one: T) {
            all.insert(place.min(all.len()), one);
        }
        match entity {
            Entity::Participant(participant) => into(&mut self.participants, place, *participant),
            Entity::Action(mut action) => {
                let there = |owner: &ParticipantId| self.participant(*owner).is_some();
                action.owners.retain(there);
                into(&mut self.actions, place, *action);
            }
            Entity::Step(step) => into(&mut self.goal.steps, place, *step),
            Entity::Period(period) => into(&mut self.preparation.periods, place, *period),
            Entity::Question(phase, question) => {
                let phase = self.agenda.phase_mut(phase).ok_or(Refusal::NoSuchPlace)?;
                into(&mut phase.questions, place, *question);
            }
        }
        Ok(())
    }

    /// Whether the items of each phase can stand in this order.
    pub(super) fn can_be_ordered(&self, order: &[Vec<usize>]) -> bool {
        let phases = &self.agenda.phases;
        let mut phases_with_order = order.iter().zip(phases);
        order.len() == phases.len()
            && phases_with_order.all(|(order, phase)| is_order(order, phase.items.len()))
    }

    fn reorder(&mut self, order: &[Vec<usize>]) -> Result<(), Refusal> {
        if !self.can_be_ordered(order) {
            return Err(Refusal::DoesNotFit);
        }
        for (numbers, phase) in order.iter().zip(&mut self.agenda.phases) {
            phase.items = ordered(&phase.items, numbers);
        }
        Ok(())
    }
}
