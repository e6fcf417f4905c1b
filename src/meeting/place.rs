//! Places in a meeting: the address of every field, and of everything else that is printed.

use super::{
    Contents, MeetingField, NoActionField,
    absence::PeriodField,
    action_item::ActionField,
    agenda::{ItemField, ItemIndex, MeasureField, PhaseField, PhaseIndex},
    arrangement::ArrangementField,
    choice::Origin,
    field::{Declared, Record, Row},
    follow_up_plan::PlanField,
    goal::{GoalField, StepField},
    id::{ActionId, Addressee, ParticipantId, PeriodId, QuestionId, StepId},
    need::{ExemptionField, WishesField},
    participant::ParticipantField,
    preparation::{EarlierPlanField, PreparationField},
    question::QuestionField,
    sending::SendingField,
    value::{FieldKind, Held, Value},
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
pub enum Entry {
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
    ($($record:ident($row:ident)),+) => {$(
        impl From<$row> for Field {
            fn from(row: $row) -> Self {
                Self::$record(row)
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
    ($($record:ident($id:ty, $row:ident)),+) => {$(
        impl $row {
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
            Self::Meeting(row) => row.declared(),
            Self::Arrangement(row) => row.declared(),
            Self::Wanted(row) => row.declared(),
            Self::Exemption(row) => row.declared(),
            Self::EarlierPlan(row) => row.declared(),
            Self::Preparation(row) => row.declared(),
            Self::Period(_, row) => row.declared(),
            Self::Participant(_, row) => row.declared(),
            Self::Phase(_, row) => row.declared(),
            Self::Item(_, row) => row.declared(),
            Self::Question(_, row) => row.declared(),
            Self::Goal(row) => row.declared(),
            Self::Step(_, row) => row.declared(),
            Self::Action(_, row) => row.declared(),
            Self::Measure(_, row) => row.declared(),
            Self::NoAction(row) => row.declared(),
            Self::Plan(row) => row.declared(),
            Self::Sending(_, row) => row.declared(),
        }
    }

    /// What it takes.
    pub fn kind(self) -> FieldKind {
        self.declared().kind
    }

    /// What it is of, where that can be added and removed.
    pub const fn entry(self) -> Option<Entry> {
        match self {
            Self::Participant(id, _) => Some(Entry::Participant(id)),
            Self::Action(id, _) => Some(Entry::Action(id)),
            Self::Step(id, _) => Some(Entry::Step(id)),
            Self::Period(id, _) => Some(Entry::Period(id)),
            Self::Question(id, QuestionField::Own) => Some(Entry::Question(id)),
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
    pub fn held(&self, field: Field) -> Option<&dyn Held> {
        Some(match field {
            Field::Meeting(row) => Record::held(self, row),
            Field::Arrangement(row) => self.arrangement.held(row),
            Field::Wanted(row) => self.preparation.wanted.held(row),
            Field::Exemption(row) => self.preparation.exemption.held(row),
            Field::EarlierPlan(row) => self.preparation.plan.held(row),
            Field::Preparation(row) => self.preparation.held(row),
            Field::Period(id, row) => self.period(id)?.held(row),
            Field::Participant(id, row) => self.participant(id)?.held(row),
            Field::Phase(phase, row) => self.agenda.phase(phase)?.held(row),
            Field::Item(item, row) => self.agenda.item(item)?.held(row),
            Field::Question(id, row) => {
                let question = self.agenda.question(id)?;
                // Those of the bank stand as they are.
                let exists = row != QuestionField::Own || question.origin() == Origin::Own;
                exists.then(|| question.held(row))?
            }
            Field::Goal(row) => self.goal.held(row),
            Field::Step(id, row) => self.step(id)?.held(row),
            Field::Action(id, row) => self.action(id)?.held(row),
            Field::Measure(number, row) => self.agenda.measures.get(number)?.held(row),
            Field::NoAction(row) => self.no_action.held(row),
            Field::Plan(row) => self.plan.held(row),
            Field::Sending(to, row) => {
                let exists = self.is_there(to);
                exists.then(|| self.sending(to).held(row))?
            }
        })
    }

    /// The same, to be written in. An open meeting is changed by events only.
    pub fn held_mut(&mut self, field: Field) -> Option<&mut dyn Held> {
        // What cannot be read cannot be written either.
        self.held(field)?;
        Some(match field {
            Field::Meeting(row) => Record::held_mut(self, row),
            Field::Arrangement(row) => self.arrangement.held_mut(row),
            Field::Wanted(row) => self.preparation.wanted.held_mut(row),
            Field::Exemption(row) => self.preparation.exemption.held_mut(row),
            Field::EarlierPlan(row) => self.preparation.plan.held_mut(row),
            Field::Preparation(row) => self.preparation.held_mut(row),
            Field::Period(id, row) => {
                let mut all = self.preparation.periods.iter_mut();
                all.find(|period| period.id == id)?.held_mut(row)
            }
            Field::Participant(id, row) => {
                let mut all = self.participants.iter_mut();
                all.find(|participant| participant.id == id)?.held_mut(row)
            }
            Field::Phase(phase, row) => self.agenda.phase_mut(phase)?.held_mut(row),
            Field::Item(item, row) => self.agenda.item_mut(item)?.held_mut(row),
            Field::Question(id, row) => self.agenda.question_mut(id)?.held_mut(row),
            Field::Goal(row) => self.goal.held_mut(row),
            Field::Step(id, row) => {
                let mut all = self.goal.steps.iter_mut();
                all.find(|step| step.id == id)?.held_mut(row)
            }
            Field::Action(id, row) => {
                let mut all = self.actions.iter_mut();
                all.find(|action| action.id == id)?.held_mut(row)
            }
            Field::Measure(number, row) => self.agenda.measures.get_mut(number)?.held_mut(row),
            Field::NoAction(row) => self.no_action.held_mut(row),
            Field::Plan(row) => self.plan.held_mut(row),
            Field::Sending(to, row) => self.sendings.entry(to).or_default().held_mut(row),
        })
    }

    /// What is typed in a field, or nothing where the field does not exist (any more).
    pub fn typed(&self, field: Field) -> Option<&str> {
        self.held(field).map(Held::typed)
    }

    /// The value of a field, or nothing where the field does not exist (any more).
    pub fn value(&self, field: Field) -> Option<Value> {
        self.held(field).map(Held::value)
    }

    /// Every field there is, in the order in which a meeting is gone through.
    pub fn fields(&self) -> Vec<Field> {
        fn of<R: Row>(field: impl Fn(R) -> Field) -> impl Iterator<Item = Field> {
            R::ALL.iter().map(move |row| field(*row))
        }
        let mut all: Vec<Field> = of(Field::Arrangement).collect();
        all.extend(of(Field::Wanted));
        all.extend(of(Field::Exemption));
        all.extend(of(Field::Preparation));
        all.extend(of(Field::EarlierPlan));
        let periods = self.preparation.periods.iter();
        all.extend(periods.flat_map(|p| of(|row| Field::Period(p.id, row))));
        let participants = self.participants.iter();
        all.extend(participants.flat_map(|p| of(|row| Field::Participant(p.id, row))));
        let phases = self.agenda.phases();
        all.extend(phases.flat_map(|(index, _)| of(move |row| Field::Phase(index, row))));
        let items = self.agenda.items();
        all.extend(items.flat_map(|(index, _)| of(move |row| Field::Item(index, row))));
        let questions = self.agenda.questions();
        all.extend(questions.flat_map(|(_, q)| of(|row| Field::Question(q.id, row))));
        all.extend(of(Field::Goal));
        let steps = self.goal.steps.iter();
        all.extend(steps.flat_map(|s| of(|row| Field::Step(s.id, row))));
        let actions = self.actions.iter();
        all.extend(actions.flat_map(|a| of(|row| Field::Action(a.id, row))));
        let measures = 0..self.agenda.measures.len();
        all.extend(measures.flat_map(|m| of(move |row| Field::Measure(m, row))));
        all.extend(of(Field::Meeting));
        all.extend(of(Field::NoAction));
        all.extend(of(Field::Plan));
        let sendings = self.sendings.keys();
        all.extend(sendings.flat_map(|to| of(|row| Field::Sending(*to, row))));
        all.retain(|field| self.held(*field).is_some());
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
