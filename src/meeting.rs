//! The meeting itself: a pure state machine that takes an event and the present instant, and changes or refuses.

pub mod absence;
pub mod accepted;
pub mod action_item;
pub mod agenda;
pub mod arrangement;
pub mod case_code;
pub mod change;
pub mod choice;
pub mod clean;
pub mod document_kind;
pub mod due;
pub mod edit;
pub mod event;
pub mod field;
pub mod follow_up_plan;
pub mod goal;
pub mod id;
mod machine;
pub mod need;
pub mod open_point;
pub mod order;
pub mod parsed;
pub mod participant;
pub mod place;
pub mod preparation;
mod printed;
pub mod progress;
pub mod question;
pub mod refusal;
pub mod sending;
pub mod stage;
pub mod template;
pub mod timeline;
pub mod timing;
pub mod value;
pub mod version;
pub mod whole;
pub mod word;
pub mod zone;

pub use self::{
    absence::{Degree, Interval, IntervalKind, Period, PeriodFault, PeriodField},
    accepted::Accepted,
    action_item::{ActionField, ActionItem},
    agenda::{
        Agenda, Item, ItemField, ItemIndex, MAX_MINUTES, Measure, MeasureField, Phase, PhaseField,
        PhaseIndex,
    },
    arrangement::{Arrangement, ArrangementField},
    case_code::{CaseCode, Series},
    change::Change,
    choice::{
        Answer, Asking, Attendance, Called, Channel, Check, Choice, Ground, ItemStatus, Language,
        Manner, MeetingKind, MeetingMode, Origin, Outcome, Party, PeriodKind, ReferatCopy, Role,
        Said, Side, TakeFirst, Verdict, Wish,
    },
    document_kind::{DocumentKind, Format},
    due::Due,
    edit::{Edit, New},
    event::Event,
    field::{Declared, FieldName, Reach, Record},
    follow_up_plan::{FollowUpPlan, MOST_CHARACTERS, PlanField},
    goal::{Goal, GoalField, Step, StepField},
    id::{ActionId, Addressee, ParticipantId, PeriodId, QuestionId, StepId},
    need::{Exemption, ExemptionDraft, ExemptionField, Gap, Wishes, WishesField},
    open_point::OpenPoint,
    parsed::Parsed,
    participant::{Participant, ParticipantField, Wished},
    place::{Field, Fixed, ListEntry, Place},
    preparation::{EarlierPlanField, Plan, Preparation, PreparationField},
    question::{Question, QuestionField},
    refusal::Refusal,
    sending::{Sending, SendingField},
    stage::{Review, Stage},
    template::{ItemText, MeasureState, MeasureText, PhaseText, Template},
    timeline::{BrokenTimeline, Happened, Mark, RunState, Timeline},
    timing::{Signal, Timing},
    value::{FieldKind, Past, Presence, Tense, Value},
    version::Replaced,
    whole::Inconsistent,
    word::Word,
    zone::Zone,
};

use std::{collections::BTreeMap, ops::Deref};

use chrono::{DateTime, NaiveDate, Utc};

use self::{field::record, id::next_id};

/// An instant on the one timeline of the program.
pub type Timestamp = DateTime<Utc>;

record! {
    /// Everything a meeting holds. Read through [`Meeting`]; built whole only when a meeting is made or read from disk.
    #[derive(Debug, Clone, PartialEq, Eq)]
    Contents [MeetingField] {
        /// What the meeting is called on the outside.
        code: CaseCode,
        /// Whether it is real.
        kind: MeetingKind,
        /// When it was made.
        created: Timestamp,
        /// Where and how it is held.
        arrangement: Arrangement,
        /// What is settled and made ready before it.
        preparation: Preparation,
        /// Who takes part.
        participants: Vec<Participant>,
        /// Who does what by when.
        actions: Vec<ActionItem>,
        /// What it aims at.
        goal: Goal,
        /// Phases, items with their notes, and measures.
        agenda: Agenda,
        /// What happened when.
        timeline: Timeline,
        /// When the summary was read aloud.
        read_back: Option<Timestamp>,
        /// Why there is no action item for a party, where there is none.
        no_action: NoAction,
        /// The oppfølgingsplan that comes of the meeting.
        plan: FollowUpPlan,
        /// The work after the meeting.
        review: Review,
        /// What the privacy guard found and somebody kept for a reason.
        accepted: Vec<Accepted>,
        /// The versions that were approved and have been taken up again, the first one first.
        replaced: Vec<Replaced>,
        /// When and how the approved version went out; somebody who is not in it has not got it.
        sendings: BTreeMap<Addressee, Sending>,
    } with {
        /// In which målform its documents are written.
        Language language: Language = "malform" inside,
        /// When the parties follow up next.
        FollowUp follow_up: Parsed<NaiveDate> = "oppfolging" printed ahead,
        /// The leader's private jotting.
        Kladd kladd: String = "tekst" private lines,
    }
}

record! {
    /// Why there is no action item for a party. Empty where there is one, or nobody has said.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    NoAction [NoActionField] {} with {
        /// For the employee.
        Employee employee: String = "ingen_oppgave_arbeidstaker" printed,
        /// For the employer.
        Employer employer: String = "ingen_oppgave_arbeidsgiver" printed,
    }
}

impl NoActionField {
    /// Why there is none for this party.
    pub const fn of(party: Party) -> Self {
        match party {
            Party::Employee => Self::Employee,
            Party::Employer => Self::Employer,
        }
    }
}

impl NoAction {
    /// Why there is none for this party.
    pub fn of(&self, party: Party) -> &str {
        self.field_value(NoActionField::of(party)).typed()
    }
}

/// A dialogmøte 1 with everything in it. Its [`Contents`] can be read by anybody and changed only by [`Meeting::handle`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    contents: Contents,
}

impl Deref for Meeting {
    type Target = Contents;

    fn deref(&self) -> &Contents {
        &self.contents
    }
}

impl Contents {
    /// The participant with this id.
    pub fn participant(&self, id: ParticipantId) -> Option<&Participant> {
        self.participants.iter().find(|p| p.id == id)
    }

    /// The name of the first one in this role who has one.
    pub fn name_of(&self, role: Role) -> Option<&str> {
        let mut people = self.participants.iter().filter(|p| p.role == role);
        people.find_map(|p| Some(p.name.trim()).filter(|name| !name.is_empty()))
    }

    /// The action item with this id.
    pub fn action(&self, id: ActionId) -> Option<&ActionItem> {
        self.actions.iter().find(|a| a.id == id)
    }

    /// The number of an action item in its list, counted from 1; 0 where it is gone.
    pub fn action_number(&self, id: ActionId) -> usize {
        let place = self.actions.iter().position(|a| a.id == id);
        place.map_or(0, |place| place + 1)
    }

    /// The number of a step towards the goal, counted from 1; 0 where it is gone.
    pub fn step_number(&self, id: StepId) -> usize {
        let place = self.goal.steps.iter().position(|s| s.id == id);
        place.map_or(0, |place| place + 1)
    }

    /// The step towards the goal with this id.
    pub fn step(&self, id: StepId) -> Option<&Step> {
        self.goal.steps.iter().find(|s| s.id == id)
    }

    /// The period of absence with this id.
    pub fn period(&self, id: PeriodId) -> Option<&Period> {
        self.preparation.periods.iter().find(|p| p.id == id)
    }

    /// The id the next new period of absence gets.
    pub fn next_period(&self) -> PeriodId {
        PeriodId(next_id(self.preparation.periods.iter().map(|p| p.id.0)))
    }

    /// The id the next new participant gets.
    pub fn next_participant(&self) -> ParticipantId {
        // Nobody takes the place of somebody who was sent something.
        let former = self.replaced.iter().map(|version| &version.sendings);
        let sent = former.chain([&self.sendings]).flat_map(BTreeMap::keys);
        let sent = sent.filter_map(|to| match to {
            Addressee::Participant(id) => Some(id.0),
            Addressee::Doctor | Addressee::Nav => None,
        });
        ParticipantId(next_id(
            self.participants.iter().map(|p| p.id.0).chain(sent),
        ))
    }

    /// The id the next new action item gets.
    pub fn next_action(&self) -> ActionId {
        ActionId(next_id(self.actions.iter().map(|a| a.id.0)))
    }

    /// The id the next new step towards the goal gets.
    pub fn next_step(&self) -> StepId {
        StepId(next_id(self.goal.steps.iter().map(|s| s.id.0)))
    }

    /// Whether somebody who is to speak to an item is there; items for everybody always have somebody.
    pub fn has_speaker(&self, item: ItemIndex) -> bool {
        let Some(item) = self.agenda.item(item) else {
            return false;
        };
        let present = |role: &Role| {
            self.participants
                .iter()
                .any(|p| p.role == *role && p.attends())
        };
        item.speakers.is_empty() || item.speakers.iter().any(present)
    }

    /// Whether an item is still to be gone through: open, and somebody is there who speaks to it.
    pub fn is_open(&self, index: ItemIndex) -> bool {
        let open = |item: &Item| item.status == ItemStatus::Open;
        self.agenda.item(index).is_some_and(open) && self.has_speaker(index)
    }

    /// What stands in the oppfølgingsplan, line by line, for a phase that sets out from it: those before the phase in
    /// which solutions are asked for.
    pub fn starting_points(&self, phase: PhaseIndex) -> Vec<&str> {
        let lines = self.preparation.plan.points.lines();
        let lines = lines.filter(|_| phase < self.agenda.questioning());
        lines.filter(|line| !line.trim().is_empty()).collect()
    }

    /// Whether nothing has come of an item yet: still to be gone through, and nothing noted. What was noted was spoken
    /// of, whether or not it was left with the right key.
    pub fn is_untouched(&self, index: ItemIndex) -> bool {
        let note = |item: &Item| item.note.trim().is_empty();
        self.is_open(index) && self.agenda.item(index).is_some_and(note)
    }

    /// The item that [`event::Event::Next`] leads to: the nearest one still to be gone through after the current one, else the
    /// first one that was passed over.
    pub fn next_item(&self) -> Option<ItemIndex> {
        let current = self.timeline.current()?;
        let mut open = self
            .agenda
            .items()
            .map(|(index, _)| index)
            .filter(|index| *index != current && self.is_open(*index));
        let first = open.next()?;
        std::iter::once(first)
            .chain(open)
            .find(|index| *index > current)
            .or(Some(first))
    }

    /// The item before the current one, leaving out those set aside or without anybody to speak.
    pub fn previous_item(&self) -> Option<ItemIndex> {
        let current = self.timeline.current()?;
        self.agenda
            .items()
            .rev()
            .find(|(index, item)| {
                *index < current
                    && item.status != ItemStatus::NotRelevant
                    && self.has_speaker(*index)
            })
            .map(|(index, _)| index)
    }

    /// When the plan is evaluated: the day that was set for that, else that of the next follow-up.
    pub fn evaluation(&self) -> Option<NaiveDate> {
        let own = &self.plan.evaluation;
        if own.is_unclear() {
            return None;
        }
        own.value.or(self.follow_up.value)
    }

    /// Who answers for the plan: the first one with a name who is there for the employer.
    pub fn contact_person(&self) -> Option<&str> {
        self.name_of(Role::Employer)
    }

    /// The same, who has no name where nobody who is there for the employer has one.
    pub fn contact(&self) -> Option<&Participant> {
        let employers = || {
            self.participants
                .iter()
                .filter(|p| p.role == Role::Employer)
        };
        employers()
            .find(|p| !p.name.trim().is_empty())
            .or_else(|| employers().next())
    }
}

impl Meeting {
    /// A new meeting in preparation, with the two parties that are always there.
    ///
    /// # Errors
    /// [`Inconsistent::EmptyAgenda`] where the agenda has no phase or a phase without an item.
    pub fn new(
        code: CaseCode,
        kind: MeetingKind,
        agenda: impl Into<Agenda>,
        created: Timestamp,
    ) -> Result<Self, Inconsistent> {
        let parties = [Role::Employee, Role::Employer];
        let participants = (1..)
            .zip(parties)
            .map(|(id, role)| Participant::new(ParticipantId(id), role))
            .collect();
        Self::try_from(Contents {
            code,
            kind,
            language: Language::default(),
            created,
            arrangement: Arrangement::default(),
            preparation: Preparation {
                // There is no meeting without an absence; its first day is what the leader is asked for first.
                periods: vec![Period::new(PeriodId(1), PeriodKind::default())],
                ..Preparation::default()
            },
            participants,
            actions: Vec::new(),
            goal: Goal::default(),
            follow_up: Parsed::empty(),
            agenda: agenda.into(),
            kladd: String::new(),
            timeline: Timeline::default(),
            read_back: None,
            no_action: NoAction::default(),
            plan: FollowUpPlan::default(),
            review: Review::default(),
            accepted: Vec::new(),
            replaced: Vec::new(),
            sendings: BTreeMap::new(),
        })
    }
}
