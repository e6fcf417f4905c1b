//! Places in a meeting: the address of every field, and of everything else that is printed.

use super::{
    Contents, MeetingField, NoActionField,
    absence::PeriodField,
    action_item::ActionField,
    agenda::{ItemField, ItemIndex, MeasureField, PhaseField, PhaseIndex},
    arrangement::ArrangementField,
    choice::Origin,
    field::{Declared, FieldName, Record},
    follow_up_plan::PlanField,
    goal::{GoalField, StepField},
    id::{ActionId, Addressee, ParticipantId, PeriodId, QuestionId, StepId},
    need::{ExemptionField, WishesField},
    participant::ParticipantField,
    preparation::{EarlierPlanField, PreparationField},
    question::QuestionField,
    sending::SendingField,
    value::{FieldKind, FieldValue, Value},
};

/// The address of a field: for the cursor, the file, the guard and undo alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Of the meeting itself.
    Meeting(MeetingField),
    /// Of where and how it is held.
    Arrangement(ArrangementField),
    /// Who wants the meeting.
    Wanted(WishesField),
    /// Of why it is clearly unnecessary.
    Exemption(ExemptionField),
    /// Of the oppfølgingsplan as it stands before the meeting.
    EarlierPlan(EarlierPlanField),
    /// Of the rest that is made ready before it.
    Preparation(PreparationField),
    /// Of a period of absence.
    Period(PeriodId, PeriodField),
    /// Of somebody who takes part.
    Participant(ParticipantId, ParticipantField),
    /// Of a phase.
    Phase(PhaseIndex, PhaseField),
    /// Of an item of the agenda.
    Item(ItemIndex, ItemField),
    /// Of a question.
    Question(QuestionId, QuestionField),
    /// Of the goal.
    Goal(GoalField),
    /// Of a step towards the goal.
    Step(StepId, StepField),
    /// Of an action item.
    Action(ActionId, ActionField),
    /// Of a measure, by its number in the catalogue counted from 0.
    Measure(usize, MeasureField),
    /// Why a party has no action item.
    NoAction(NoActionField),
    /// Of the oppfølgingsplan that comes of the meeting.
    Plan(PlanField),
    /// How the documents went out to somebody.
    Sending(Addressee, SendingField),
}

/// Names something of which a meeting has any number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListEntry {
    /// Somebody who takes part.
    Participant(ParticipantId),
    /// Something to do.
    Action(ActionId),
    /// A step towards the goal.
    Step(StepId),
    /// A period of absence.
    Period(PeriodId),
    /// A question written for this meeting.
    Question(QuestionId),
}

/// A place whose words reach a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// What is typed in a field.
    Field(Field),
    /// What was settled elsewhere, and cannot be rewritten where the meeting is read.
    Fixed(Fixed),
}

/// A text that is printed as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fixed {
    /// The case code.
    CaseCode,
    /// The title of a phase.
    PhaseTitle(PhaseIndex),
    /// The title of an item.
    ItemTitle(ItemIndex),
    /// A question that was there when the meeting was made.
    Question(QuestionId),
    /// The name of a measure.
    MeasureTitle(usize),
    /// Why an approved version was changed, by its number counted from 0.
    Reason(usize),
}

/// Lets the name of a field stand for its address, where there is but one of its record.
macro_rules! addresses {
    ($($record:ident($name:ident)),+) => {$(
        impl From<$name> for Field {
            fn from(name: $name) -> Self {
                Self::$record(name)
            }
        }
    )+};
}
addresses!(
    Meeting(MeetingField),
    Arrangement(ArrangementField),
    Wanted(WishesField),
    Exemption(ExemptionField),
    EarlierPlan(EarlierPlanField),
    Preparation(PreparationField),
    Goal(GoalField),
    NoAction(NoActionField),
    Plan(PlanField)
);

/// Makes an address of the name of a field and of which of many.
macro_rules! addresses_of {
    ($($record:ident($id:ty, $name:ident)),+) => {$(
        impl $name {
            /// The field of this one.
            pub const fn of(self, which: $id) -> Field {
                Field::$record(which, self)
            }
        }
    )+};
}
addresses_of!(
    Period(PeriodId, PeriodField),
    Participant(ParticipantId, ParticipantField),
    Phase(PhaseIndex, PhaseField),
    Item(ItemIndex, ItemField),
    Question(QuestionId, QuestionField),
    Step(StepId, StepField),
    Action(ActionId, ActionField),
    Measure(usize, MeasureField),
    Sending(Addressee, SendingField)
);

impl Field {
    /// How it is declared.
    pub fn declared(self) -> Declared {
        match self {
            Self::Meeting(name) => name.declared(),
            Self::Arrangement(name) => name.declared(),
            Self::Wanted(name) => name.declared(),
            Self::Exemption(name) => name.declared(),
            Self::EarlierPlan(name) => name.declared(),
            Self::Preparation(name) => name.declared(),
            Self::Period(_, name) => name.declared(),
            Self::Participant(_, name) => name.declared(),
            Self::Phase(_, name) => name.declared(),
            Self::Item(_, name) => name.declared(),
            Self::Question(_, name) => name.declared(),
            Self::Goal(name) => name.declared(),
            Self::Step(_, name) => name.declared(),
            Self::Action(_, name) => name.declared(),
            Self::Measure(_, name) => name.declared(),
            Self::NoAction(name) => name.declared(),
            Self::Plan(name) => name.declared(),
            Self::Sending(_, name) => name.declared(),
        }
    }

    /// What it takes.
    pub fn kind(self) -> FieldKind {
        self.declared().kind
    }

    /// What it is of, where that can be added and removed.
    pub const fn entry(self) -> Option<ListEntry> {
        match self {
            Self::Participant(id, _) => Some(ListEntry::Participant(id)),
            Self::Action(id, _) => Some(ListEntry::Action(id)),
            Self::Step(id, _) => Some(ListEntry::Step(id)),
            Self::Period(id, _) => Some(ListEntry::Period(id)),
            Self::Question(id, QuestionField::Own) => Some(ListEntry::Question(id)),
            Self::Meeting(_)
            | Self::Arrangement(_)
            | Self::Wanted(_)
            | Self::Exemption(_)
            | Self::EarlierPlan(_)
            | Self::Preparation(_)
            | Self::Phase(..)
            | Self::Item(..)
            | Self::Question(_, QuestionField::Asking)
            | Self::Goal(_)
            | Self::Measure(..)
            | Self::NoAction(_)
            | Self::Plan(_)
            | Self::Sending(..) => None,
        }
    }

    /// Whether it tells how the documents went out: the one thing that is written once the referat is approved, and not
    /// before.
    pub const fn is_of_sending(self) -> bool {
        matches!(self, Self::Sending(..))
    }
}

impl Contents {
    /// What stands in a field, or nothing where the field does not exist (any more).
    pub fn field_value(&self, field: Field) -> Option<&dyn FieldValue> {
        Some(match field {
            Field::Meeting(name) => Record::field_value(self, name),
            Field::Arrangement(name) => self.arrangement.field_value(name),
            Field::Wanted(name) => self.preparation.wanted.field_value(name),
            Field::Exemption(name) => self.preparation.exemption.field_value(name),
            Field::EarlierPlan(name) => self.preparation.plan.field_value(name),
            Field::Preparation(name) => self.preparation.field_value(name),
            Field::Period(id, name) => self.period(id)?.field_value(name),
            Field::Participant(id, name) => self.participant(id)?.field_value(name),
            Field::Phase(phase, name) => self.agenda.phase(phase)?.field_value(name),
            Field::Item(item, name) => self.agenda.item(item)?.field_value(name),
            Field::Question(id, name) => {
                let question = self.agenda.question(id)?;
                // Those of the bank stand as they are.
                let exists = name != QuestionField::Own || question.origin() == Origin::Own;
                exists.then(|| question.field_value(name))?
            }
            Field::Goal(name) => self.goal.field_value(name),
            Field::Step(id, name) => self.step(id)?.field_value(name),
            Field::Action(id, name) => self.action(id)?.field_value(name),
            Field::Measure(number, name) => self.agenda.measures.get(number)?.field_value(name),
            Field::NoAction(name) => self.no_action.field_value(name),
            Field::Plan(name) => self.plan.field_value(name),
            Field::Sending(to, name) => {
                let exists = self.is_there(to);
                exists.then(|| self.sending(to).field_value(name))?
            }
        })
    }

    /// The same, to be written in. An open meeting is changed by events only.
    pub fn field_value_mut(&mut self, field: Field) -> Option<&mut dyn FieldValue> {
        // What cannot be read cannot be written either.
        self.field_value(field)?;
        Some(match field {
            Field::Meeting(name) => Record::field_value_mut(self, name),
            Field::Arrangement(name) => self.arrangement.field_value_mut(name),
            Field::Wanted(name) => self.preparation.wanted.field_value_mut(name),
            Field::Exemption(name) => self.preparation.exemption.field_value_mut(name),
            Field::EarlierPlan(name) => self.preparation.plan.field_value_mut(name),
            Field::Preparation(name) => self.preparation.field_value_mut(name),
            Field::Period(id, name) => {
                let mut all = self.preparation.periods.iter_mut();
                all.find(|period| period.id == id)?.field_value_mut(name)
            }
            Field::Participant(id, name) => {
                let mut all = self.participants.iter_mut();
                all.find(|participant| participant.id == id)?
                    .field_value_mut(name)
            }
            Field::Phase(phase, name) => self.agenda.phase_mut(phase)?.field_value_mut(name),
            Field::Item(item, name) => self.agenda.item_mut(item)?.field_value_mut(name),
            Field::Question(id, name) => self.agenda.question_mut(id)?.field_value_mut(name),
            Field::Goal(name) => self.goal.field_value_mut(name),
            Field::Step(id, name) => {
                let mut all = self.goal.steps.iter_mut();
                all.find(|step| step.id == id)?.field_value_mut(name)
            }
            Field::Action(id, name) => {
                let mut all = self.actions.iter_mut();
                all.find(|action| action.id == id)?.field_value_mut(name)
            }
            Field::Measure(number, name) => {
                self.agenda.measures.get_mut(number)?.field_value_mut(name)
            }
            Field::NoAction(name) => self.no_action.field_value_mut(name),
            Field::Plan(name) => self.plan.field_value_mut(name),
            Field::Sending(to, name) => self.sendings.entry(to).or_default().field_value_mut(name),
        })
    }

    /// What is typed in a field, or nothing where the field does not exist (any more).
    pub fn typed(&self, field: Field) -> Option<&str> {
        self.field_value(field).map(FieldValue::typed)
    }

    /// The value of a field, or nothing where the field does not exist (any more).
    pub fn value(&self, field: Field) -> Option<Value> {
        self.field_value(field).map(FieldValue::value)
    }

    /// Every field there is, in the order in which a meeting is gone through.
    pub fn fields(&self) -> Vec<Field> {
        fn of<R: FieldName>(field: impl Fn(R) -> Field) -> impl Iterator<Item = Field> {
            R::ALL.iter().map(move |name| field(*name))
        }
        let mut all: Vec<Field> = of(Field::Arrangement).collect();
        all.extend(of(Field::Wanted));
        all.extend(of(Field::Exemption));
        all.extend(of(Field::Preparation));
        all.extend(of(Field::EarlierPlan));
        let periods = self.preparation.periods.iter();
        all.extend(periods.flat_map(|p| of(|name| Field::Period(p.id, name))));
        let participants = self.participants.iter();
        all.extend(participants.flat_map(|p| of(|name| Field::Participant(p.id, name))));
        let phases = self.agenda.phases();
        all.extend(phases.flat_map(|(index, _)| of(move |name| Field::Phase(index, name))));
        let items = self.agenda.items();
        all.extend(items.flat_map(|(index, _)| of(move |name| Field::Item(index, name))));
        let questions = self.agenda.questions();
        all.extend(questions.flat_map(|(_, q)| of(|name| Field::Question(q.id, name))));
        all.extend(of(Field::Goal));
        let steps = self.goal.steps.iter();
        all.extend(steps.flat_map(|s| of(|name| Field::Step(s.id, name))));
        let actions = self.actions.iter();
        all.extend(actions.flat_map(|a| of(|name| Field::Action(a.id, name))));
        let measures = 0..self.agenda.measures.len();
        all.extend(measures.flat_map(|m| of(move |name| Field::Measure(m, name))));
        all.extend(of(Field::Meeting));
        all.extend(of(Field::NoAction));
        all.extend(of(Field::Plan));
        let sendings = self.sendings.keys();
        all.extend(sendings.flat_map(|to| of(|name| Field::Sending(*to, name))));
        all.retain(|field| self.field_value(*field).is_some());
        all
    }

    /// Whether documents can go to somebody: they are still in the meeting, or were never asked to be.
    pub(super) fn is_there(&self, to: Addressee) -> bool {
        match to {
            Addressee::Participant(id) => self.participant(id).is_some(),
            Addressee::Doctor | Addressee::Nav => true,
        }
    }
}
