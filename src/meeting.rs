//! The meeting itself: a pure state machine that takes an event and the present instant, and changes or refuses.

pub mod absence;
pub mod action_item;
pub mod agenda;
pub mod arrangement;
pub mod case_code;
pub mod clean;
pub mod due;
mod edit;
pub mod event;
pub mod follow_up_plan;
pub mod goal;
pub mod kept;
pub mod language;
pub mod need;
pub mod open_point;
pub mod paper;
pub mod participant;
pub mod preparation;
pub mod prepare;
pub mod printed;
pub mod progress;
pub mod question;
pub mod sending;
pub mod stage;
pub mod timeline;
pub mod timing;
pub mod version;
pub mod written;
pub mod zone;

use std::{collections::BTreeMap, ops::Deref};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use self::{
    absence::{Period, PeriodId, PeriodKind},
    action_item::{ActionId, ActionItem},
    agenda::{Agenda, ItemIndex, PhaseIndex, Standing},
    arrangement::Arrangement,
    case_code::CaseCode,
    event::{Event, MAX_MINUTES, Refusal},
    follow_up_plan::FollowUpPlan,
    goal::{Goal, StepId},
    kept::Kept,
    language::Language,
    participant::{Participant, ParticipantId, Party, Role},
    preparation::Preparation,
    sending::{Addressee, Sending},
    stage::{Review, Stage},
    timeline::{Happened, Timeline},
    version::Replaced,
    written::Written,
};

/// An instant on the one timeline of the program.
pub type Timestamp = DateTime<Utc>;

/// Most minutes of a phase with all it borrowed, and the highest id: far beyond any meeting, and safe to count with.
const MOST_MINUTES: u32 = 100_000;
const HIGHEST_ID: u32 = 1_000_000;

/// Everything a meeting holds. Read through [`Meeting`]; built whole only when a meeting is made or read from disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// What the meeting is called on the outside.
    pub code: CaseCode,
    /// Whether it is real.
    pub kind: Kind,
    /// In which målform its documents are written.
    pub language: Language,
    /// When it was made.
    pub created: Timestamp,
    /// Where and how it is held.
    pub arrangement: Arrangement,
    /// What is settled and made ready before it.
    pub preparation: Preparation,
    /// Who takes part.
    pub participants: Vec<Participant>,
    /// Who does what by when.
    pub actions: Vec<ActionItem>,
    /// What it aims at.
    pub goal: Goal,
    /// When the parties follow up next.
    pub follow_up: Written<NaiveDate>,
    /// Phases, items with their notes, and measures.
    pub agenda: Agenda,
    /// The leader's private jotting.
    pub kladd: String,
    /// What happened when.
    pub timeline: Timeline,
    /// When the summary was read aloud.
    pub read_back: Option<Timestamp>,
    /// Why there is no action item for a party, where there is none.
    pub no_action: NoAction,
    /// The oppfølgingsplan that comes of the meeting.
    pub plan: FollowUpPlan,
    /// The work after the meeting.
    pub review: Review,
    /// What the privacy guard found and somebody kept for a reason.
    pub kept: Vec<Kept>,
    /// The versions that were approved and have been taken up again, the first one first.
    pub replaced: Vec<Replaced>,
    /// When and how the approved version went out; somebody who is not in it has not got it.
    pub sendings: BTreeMap<Addressee, Sending>,
}

/// Why there is no action item for a party. Empty where there is one, or nobody has said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NoAction {
    /// For the employee.
    pub employee: String,
    /// For the employer.
    pub employer: String,
}

impl NoAction {
    /// Why there is none for this party.
    pub fn of(&self, party: Party) -> &str {
        match party {
            Party::Employee => &self.employee,
            Party::Employer => &self.employer,
        }
    }

    const fn of_mut(&mut self, party: Party) -> &mut String {
        match party {
            Party::Employee => &mut self.employee,
            Party::Employer => &mut self.employer,
        }
    }
}

/// Whether a meeting is real.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// With real people.
    Real,
    /// An invented case to rehearse with; marked as such wherever it shows.
    Practice,
}

/// A dialogmøte 1 with everything in it. Its [`Contents`] can be read by anybody and changed only by [`Meeting::handle`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    contents: Contents,
}

/// Why contents do not make a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inconsistent {
    /// The agenda has no phase, or a phase without an item.
    EmptyAgenda,
    /// Two participants, action items, steps, periods or questions have the same id.
    DoubleId,
    /// The timeline names an item that is not on the agenda.
    UnknownItem,
    /// An action item is owned by somebody who is not a participant.
    UnknownOwner,
    /// There is a review of a meeting that has not ended.
    ReviewBeforeEnd,
    /// Something was sent that is not approved.
    SentBeforeApproval,
    /// Minutes, a percentage or an id lie outside of what is possible.
    OutOfRange,
}

impl Deref for Meeting {
    type Target = Contents;

    fn deref(&self) -> &Contents {
        &self.contents
    }
}

impl TryFrom<Contents> for Meeting {
    type Error = Inconsistent;

    fn try_from(contents: Contents) -> Result<Self, Inconsistent> {
        let phases = &contents.agenda.phases;
        if phases.is_empty() || phases.iter().any(|phase| phase.items.is_empty()) {
            return Err(Inconsistent::EmptyAgenda);
        }
        let minutes = |phase: &agenda::Phase| {
            let adjusted = phase.planned.checked_add_signed(phase.adjusted);
            phase.planned <= MAX_MINUTES && adjusted.is_some_and(|all| all <= MOST_MINUTES)
        };
        let percent = |step: &goal::Step| step.work.value.is_none_or(|work| work <= 100);
        if !(phases.iter().all(minutes) && contents.goal.steps.iter().all(percent)) {
            return Err(Inconsistent::OutOfRange);
        }
        for mut ids in [
            contents
                .participants
                .iter()
                .map(|p| p.id.0)
                .collect::<Vec<u32>>(),
            contents.actions.iter().map(|a| a.id.0).collect(),
            contents.goal.steps.iter().map(|s| s.id.0).collect(),
            contents
                .preparation
                .periods
                .iter()
                .map(|p| p.id.0)
                .collect(),
            contents.agenda.questions().map(|(_, q)| q.id.0).collect(),
        ] {
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            if ids.len() != count {
                return Err(Inconsistent::DoubleId);
            }
            if ids.last().is_some_and(|highest| *highest > HIGHEST_ID) {
                return Err(Inconsistent::OutOfRange);
            }
        }
        let known = |mark: &timeline::Mark| match mark.what {
            Happened::Entered(item) => contents.agenda.item(item).is_some(),
            Happened::Paused | Happened::Resumed | Happened::Ended => true,
        };
        if !contents.timeline.marks().iter().all(known) {
            return Err(Inconsistent::UnknownItem);
        }
        let mut owners = contents.actions.iter().flat_map(|action| &action.owners);
        if !owners.all(|owner| contents.participant(*owner).is_some()) {
            return Err(Inconsistent::UnknownOwner);
        }
        let reviewed = contents.review != Review::NotBegun || !contents.replaced.is_empty();
        if reviewed && contents.timeline.ended().is_none() {
            return Err(Inconsistent::ReviewBeforeEnd);
        }
        let approved = matches!(contents.review, Review::Approved(_));
        if !approved && !contents.sendings.is_empty() {
            return Err(Inconsistent::SentBeforeApproval);
        }
        Ok(Self { contents })
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
        let open = |item: &agenda::Item| item.standing == Standing::Open;
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
        let note = |item: &agenda::Item| item.note.trim().is_empty();
        self.is_open(index) && self.agenda.item(index).is_some_and(note)
    }

    /// The item that [`Event::Next`] leads to: the nearest one still to be gone through after the current one, else the
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
                    && item.standing != Standing::NotRelevant
                    && self.has_speaker(*index)
            })
            .map(|(index, _)| index)
    }
}

/// One above the highest.
fn next_id(ids: impl Iterator<Item = u32>) -> u32 {
    ids.max().map_or(1, |id| id.saturating_add(1))
}

impl Meeting {
    /// A new meeting in preparation, with the two parties that are always there.
    ///
    /// # Errors
    /// [`Inconsistent::EmptyAgenda`] where the agenda has no phase or a phase without an item.
    pub fn new(
        code: CaseCode,
        kind: Kind,
        agenda: Agenda,
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
            follow_up: Written::empty(),
            agenda,
            kladd: String::new(),
            timeline: Timeline::default(),
            read_back: None,
            no_action: NoAction::default(),
            plan: FollowUpPlan::default(),
            review: Review::default(),
            kept: Vec::new(),
            replaced: Vec::new(),
            sendings: BTreeMap::new(),
        })
    }

    /// Lets `event` happen at `now`.
    ///
    /// # Errors
    /// The reason why it cannot happen; then nothing has changed.
    pub fn handle(&mut self, event: Event, now: Timestamp) -> Result<(), Refusal> {
        match event {
            Event::Begin => self.begin(now),
            Event::Next => self.leave_current(Standing::Done, now),
            Event::SetAside => self.leave_current(Standing::NotRelevant, now),
            Event::Previous => {
                self.under_way()?;
                let item = self.previous_item().ok_or(Refusal::NoPreviousItem)?;
                self.enter(item, now)
            }
            Event::GoTo(item) => {
                self.under_way()?;
                self.enter(item, now)
            }
            Event::Pause => self.pause(now),
            Event::Resume => self.resume(now),
            Event::Borrow { from, minutes } => {
                if from == self.agenda.closing() {
                    self.under_way()?;
                    return Err(Refusal::ClosingPhaseProtected);
                }
                self.borrow(from, minutes, now)
            }
            Event::BorrowFromClosing { minutes } => {
                self.borrow(self.agenda.closing(), minutes, now)
            }
            Event::Extend { minutes } => self.extend(minutes),
            Event::CorrectStart(start) => self.correct_start(start, now),
            Event::CorrectEnd(end) => self.correct_end(end, now),
            Event::LeaveOut { from, to } => self.leave_out(from, to, now),
            Event::MarkReadBack => match self.stage() {
                Stage::Preparing => Err(Refusal::NotBegun),
                Stage::Approved => Err(Refusal::Approved),
                Stage::Running | Stage::Paused | Stage::Ended | Stage::InReview => {
                    self.contents.read_back = Some(now);
                    Ok(())
                }
            },
            Event::End => {
                self.under_way()?;
                let current = self.timeline.current();
                if current.is_some_and(|item| self.is_open(item)) {
                    self.finish_current(Standing::Done);
                }
                self.record(Happened::Ended, now);
                Ok(())
            }
            Event::BeginReview => match self.stage() {
                Stage::Preparing => Err(Refusal::NotBegun),
                Stage::Running | Stage::Paused => Err(Refusal::NotEnded),
                Stage::InReview => Err(Refusal::AlreadyInReview),
                Stage::Approved => Err(Refusal::Approved),
                Stage::Ended => {
                    self.contents.review = Review::Begun;
                    Ok(())
                }
            },
            Event::Approve => match self.stage() {
                Stage::Preparing => Err(Refusal::NotBegun),
                Stage::Running | Stage::Paused => Err(Refusal::NotEnded),
                Stage::Ended => Err(Refusal::NotInReview),
                Stage::Approved => Err(Refusal::Approved),
                Stage::InReview => {
                    self.contents.review = Review::Approved(now);
                    Ok(())
                }
            },
            Event::Revise(reason) => match self.review {
                Review::Approved(_) if !version::is_reason(&reason) => Err(Refusal::NoReason),
                Review::Approved(approved) => {
                    self.contents.replace(approved, reason);
                    Ok(())
                }
                Review::NotBegun | Review::Begun => Err(Refusal::NotApproved),
            },
            Event::Restore(progress) => self.restore(*progress),
            Event::Edit(edit) => match self.stage() {
                Stage::Approved if edit.is_of_sending() => self.contents.edit(edit),
                Stage::Approved => Err(Refusal::Approved),
                _ if edit.is_of_sending() => Err(Refusal::NotApproved),
                Stage::Preparing
                | Stage::Running
                | Stage::Paused
                | Stage::Ended
                | Stage::InReview => self.contents.edit(edit),
            },
        }
    }

    /// Whether `event` could happen at `now`: a dry run of [`Meeting::handle`].
    ///
    /// # Errors
    /// The reason why it cannot.
    pub fn accepts(&self, event: Event, now: Timestamp) -> Result<(), Refusal> {
        self.clone().handle(event, now)
    }

    /// Whether the meeting runs or is paused.
    fn under_way(&self) -> Result<(), Refusal> {
        match self.stage() {
            Stage::Preparing => Err(Refusal::NotBegun),
            Stage::Running | Stage::Paused => Ok(()),
            Stage::Ended | Stage::InReview => Err(Refusal::AlreadyEnded),
            Stage::Approved => Err(Refusal::Approved),
        }
    }

    fn record(&mut self, what: Happened, now: Timestamp) {
        self.contents.timeline.record(what, now);
    }

    fn begin(&mut self, now: Timestamp) -> Result<(), Refusal> {
        match self.stage() {
            Stage::Preparing => {}
            Stage::Running | Stage::Paused => return Err(Refusal::AlreadyBegun),
            Stage::Ended | Stage::InReview => return Err(Refusal::AlreadyEnded),
            Stage::Approved => return Err(Refusal::Approved),
        }
        let first = self.agenda.items().map(|(index, _)| index);
        let first = first.into_iter().find(|index| self.is_open(*index));
        self.enter(first.ok_or(Refusal::NoNextItem)?, now)
    }

    fn enter(&mut self, item: ItemIndex, now: Timestamp) -> Result<(), Refusal> {
        let entered = self.contents.agenda.item_mut(item);
        entered.ok_or(Refusal::NoSuchPlace)?.standing = Standing::Open;
        self.record(Happened::Entered(item), now);
        Ok(())
    }

    fn leave_current(&mut self, standing: Standing, now: Timestamp) -> Result<(), Refusal> {
        self.under_way()?;
        match (self.next_item(), standing) {
            (Some(next), _) => {
                self.finish_current(standing);
                self.enter(next, now)
            }
            // The last item can be set aside, with nowhere to go from it.
            (None, Standing::NotRelevant) => {
                self.finish_current(standing);
                Ok(())
            }
            (None, Standing::Open | Standing::Done | Standing::NotReached) => {
                Err(Refusal::NoNextItem)
            }
        }
    }

    fn finish_current(&mut self, standing: Standing) {
        let current = self.timeline.current();
        if let Some(item) = current.and_then(|index| self.contents.agenda.item_mut(index)) {
            item.standing = standing;
        }
    }

    fn pause(&mut self, now: Timestamp) -> Result<(), Refusal> {
        if self.stage() == Stage::Paused {
            return Err(Refusal::AlreadyPaused);
        }
        self.under_way()?;
        self.record(Happened::Paused, now);
        Ok(())
    }

    fn resume(&mut self, now: Timestamp) -> Result<(), Refusal> {
        match self.stage() {
            Stage::Preparing => Err(Refusal::NotBegun),
            Stage::Running => Err(Refusal::NotPaused),
            Stage::Approved => Err(Refusal::Approved),
            // What was approved, and perhaps sent, is about a meeting that is over.
            Stage::Ended | Stage::InReview if !self.replaced.is_empty() => {
                Err(Refusal::ApprovedBefore)
            }
            Stage::Paused | Stage::Ended | Stage::InReview => {
                self.contents.review = Review::NotBegun;
                self.record(Happened::Resumed, now);
                Ok(())
            }
        }
    }

    fn borrow(&mut self, from: PhaseIndex, minutes: u32, now: Timestamp) -> Result<(), Refusal> {
        self.under_way()?;
        let current = self.timeline.current().ok_or(Refusal::NotBegun)?.phase;
        if from <= current {
            return Err(Refusal::NotALaterPhase);
        }
        let budget = self
            .agenda
            .phase(from)
            .ok_or(Refusal::NoSuchPlace)?
            .minutes();
        let spent = self
            .timeline
            .spent(now)
            .by_phase
            .get(&from)
            .map_or(0, TimeDelta::num_minutes);
        // A minute begun is a minute spent.
        let available = budget.saturating_sub(u32::try_from(spent).unwrap_or(u32::MAX));
        let minutes = in_range(minutes)?;
        if i64::from(available) < i64::from(minutes) {
            return Err(Refusal::TooFewMinutes { available });
        }
        self.adjust(from, -minutes);
        self.adjust(current, minutes);
        Ok(())
    }

    fn extend(&mut self, minutes: u32) -> Result<(), Refusal> {
        self.under_way()?;
        let current = self.timeline.current().ok_or(Refusal::NotBegun)?.phase;
        let minutes = in_range(minutes)?;
        self.adjust(current, minutes);
        Ok(())
    }

    fn adjust(&mut self, phase: PhaseIndex, minutes: i32) {
        if let Some(phase) = self.contents.agenda.phase_mut(phase) {
            phase.adjusted = phase.adjusted.saturating_add(minutes);
        }
    }

    fn correct_start(&mut self, start: Timestamp, now: Timestamp) -> Result<(), Refusal> {
        match self.stage() {
            Stage::Preparing => return Err(Refusal::NotBegun),
            Stage::Approved => return Err(Refusal::Approved),
            Stage::Running | Stage::Paused | Stage::Ended | Stage::InReview => {}
        }
        if start > self.timeline.clamped(now) {
            return Err(Refusal::InTheFuture);
        }
        self.contents
            .timeline
            .move_start(start)
            .map_err(|latest| Refusal::StartTooLate { latest })
    }

    fn correct_end(&mut self, end: Timestamp, now: Timestamp) -> Result<(), Refusal> {
        match self.stage() {
            Stage::Preparing => return Err(Refusal::NotBegun),
            Stage::Running | Stage::Paused => return Err(Refusal::NotEnded),
            Stage::Approved => return Err(Refusal::Approved),
            Stage::Ended | Stage::InReview => {}
        }
        if end > self.timeline.clamped(now) {
            return Err(Refusal::InTheFuture);
        }
        self.contents
            .timeline
            .move_end(end)
            .map_err(|earliest| Refusal::EndTooEarly { earliest })
    }

    fn leave_out(&mut self, from: Timestamp, to: Timestamp, now: Timestamp) -> Result<(), Refusal> {
        match self.stage() {
            Stage::Preparing => return Err(Refusal::NotBegun),
            Stage::Approved => return Err(Refusal::Approved),
            Stage::Running | Stage::Paused | Stage::Ended | Stage::InReview => {}
        }
        if to > self.timeline.clamped(now) {
            return Err(Refusal::InTheFuture);
        }
        if to <= from {
            return Err(Refusal::NotAway);
        }
        let left_out = self.contents.timeline.leave_out(from, to);
        left_out.map_err(|_| Refusal::NotAway)
    }
}

fn in_range(minutes: u32) -> Result<i32, Refusal> {
    i32::try_from(minutes)
        .ok()
        .filter(|_| (1..=MAX_MINUTES).contains(&minutes))
        .ok_or(Refusal::MinutesOutOfRange)
}
