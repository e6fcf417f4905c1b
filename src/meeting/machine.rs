//! The state machine: what happens to a meeting at an instant, or why it does not. First it is decided what a step does,
//! with the meeting only looked at; then it is done. To ask whether something is possible is to stop in between.

use super::{
    Meeting, Timestamp,
    agenda::{ItemIndex, MAX_MINUTES, PhaseIndex},
    change::Change,
    choice::ItemStatus,
    edit::Edit,
    event::Event,
    refusal::Refusal,
    stage::{Review, Stage},
    timeline::Happened,
    version::is_reason,
};
use chrono::TimeDelta;

/// What a step in the course of the meeting does.
enum Transition {
    /// The current item, if there is one to leave, gets this status, and another one is taken up.
    Enter(Option<ItemStatus>, ItemIndex),
    /// The current item gets this status; there is nowhere to go from it.
    Leave(ItemStatus),
    /// This is noted on the timeline.
    Note(Happened),
    /// The meeting is over.
    End,
    /// Minutes go to the current phase, from another one where there is one.
    Lend(Option<PhaseIndex>, i32),
    /// The meeting began at another time.
    MoveStart(Timestamp),
    /// The meeting ended at another time.
    MoveEnd(Timestamp),
    /// Time between two instants does not count.
    LeaveOut(Timestamp, Timestamp),
    /// The summary has been read aloud.
    ReadBack,
    /// The work after the meeting has come so far.
    Review(Review),
    /// What was approved then is taken up again.
    Revise(Timestamp),
}

impl Meeting {
    /// Lets `event` happen at `now`. Answers with what it has changed, as that stood before.
    ///
    /// # Errors
    /// The reason why it cannot happen; then nothing has changed.
    pub fn handle(&mut self, event: Event, now: Timestamp) -> Result<Change, Refusal> {
        if let Event::Edit(edit) = event {
            self.contents.permits(&edit)?;
            self.contents.edit(edit)
        } else if let Event::PutBack(change) = event {
            self.put_back(*change)
        } else {
            let step = self.decide(&event, now)?;
            let before = self.progress();
            self.carry_out(step, event, now);
            Ok(Change::of_progress(before, &self.progress()))
        }
    }

    /// Whether `event` could happen at `now`. Nothing is changed; what is more than one thing is tried on a copy.
    ///
    /// # Errors
    /// The reason why it cannot.
    pub fn accepts(&self, event: &Event, now: Timestamp) -> Result<(), Refusal> {
        if let Event::Edit(Edit::Together(_)) | Event::PutBack(_) = event {
            // Its parts are possible one by one, and may still clash.
            self.clone().handle(event.clone(), now).map(drop)
        } else if let Event::Edit(edit) = event {
            self.permits(edit)
        } else {
            self.decide(event, now).map(|_| ())
        }
    }

    /// What a step in the course of the meeting does.
    fn decide(&self, event: &Event, now: Timestamp) -> Result<Transition, Refusal> {
        match event {
            Event::Begin => self.begin(),
            Event::Next => self.leave(ItemStatus::Done),
            Event::SetAside => self.leave(ItemStatus::NotRelevant),
            Event::Previous => {
                self.under_way()?;
                let item = self.previous_item().ok_or(Refusal::NoPreviousItem)?;
                Ok(Transition::Enter(None, item))
            }
            Event::GoTo(item) => {
                self.under_way()?;
                self.agenda.item(*item).ok_or(Refusal::NoSuchPlace)?;
                Ok(Transition::Enter(None, *item))
            }
            Event::Pause if self.stage() == Stage::Paused => Err(Refusal::AlreadyPaused),
            Event::Pause => {
                self.under_way()?;
                Ok(Transition::Note(Happened::Paused))
            }
            Event::Resume => self.resume(),
            Event::Borrow { from, .. } if *from == self.agenda.closing() => {
                self.under_way()?;
                Err(Refusal::ClosingPhaseProtected)
            }
            Event::Borrow { from, minutes } => self.borrow(*from, *minutes, now),
            Event::BorrowFromClosing { minutes } => {
                self.borrow(self.agenda.closing(), *minutes, now)
            }
            Event::Extend { minutes } => {
                self.under_way()?;
                Ok(Transition::Lend(None, in_range(*minutes)?))
            }
            Event::CorrectStart(start) => {
                self.begun()?;
                self.has_come(*start, now)?;
                let may = self.timeline.may_start(*start);
                may.map_err(|latest| Refusal::StartTooLate { latest })?;
                Ok(Transition::MoveStart(*start))
            }
            Event::CorrectEnd(end) => {
                self.begun()?;
                if matches!(self.stage(), Stage::Running | Stage::Paused) {
                    return Err(Refusal::NotEnded);
                }
                self.has_come(*end, now)?;
                let may = self.timeline.may_end(*end);
                may.map_err(|earliest| Refusal::EndTooEarly { earliest })?;
                Ok(Transition::MoveEnd(*end))
            }
            Event::LeaveOut { from, to } => {
                self.begun()?;
                self.has_come(*to, now)?;
                if to <= from || !self.timeline.may_leave_out(*from, *to) {
                    return Err(Refusal::NotAway);
                }
                Ok(Transition::LeaveOut(*from, *to))
            }
            Event::MarkReadBack => self.begun().map(|()| Transition::ReadBack),
            Event::End => self.under_way().map(|()| Transition::End),
            Event::BeginReview => match self.stage() {
                Stage::Preparing => Err(Refusal::NotBegun),
                Stage::Running | Stage::Paused => Err(Refusal::NotEnded),
                Stage::InReview => Err(Refusal::AlreadyInReview),
                Stage::Approved => Err(Refusal::Approved),
                Stage::Ended => Ok(Transition::Review(Review::Begun)),
            },
            Event::Approve => match self.stage() {
                Stage::Preparing => Err(Refusal::NotBegun),
                Stage::Running | Stage::Paused => Err(Refusal::NotEnded),
                Stage::Ended => Err(Refusal::NotInReview),
                Stage::Approved => Err(Refusal::Approved),
                Stage::InReview => Ok(Transition::Review(Review::Approved(now))),
            },
            Event::Revise(reason) => match self.review {
                Review::Approved(_) if !is_reason(reason) => Err(Refusal::NoReason),
                Review::Approved(approved) => Ok(Transition::Revise(approved)),
                Review::NotBegun | Review::Begun => Err(Refusal::NotApproved),
            },
            // No steps in the course of the meeting.
            Event::Edit(_) | Event::PutBack(_) => Err(Refusal::DoesNotFit),
        }
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

    /// Whether the meeting has begun and can still be changed.
    fn begun(&self) -> Result<(), Refusal> {
        match self.stage() {
            Stage::Preparing => Err(Refusal::NotBegun),
            Stage::Approved => Err(Refusal::Approved),
            Stage::Running | Stage::Paused | Stage::Ended | Stage::InReview => Ok(()),
        }
    }

    fn has_come(&self, at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
        if at > self.timeline.clamped(now) {
            return Err(Refusal::InTheFuture);
        }
        Ok(())
    }

    fn begin(&self) -> Result<Transition, Refusal> {
        match self.stage() {
            Stage::Preparing => {}
            Stage::Running | Stage::Paused => return Err(Refusal::AlreadyBegun),
            Stage::Ended | Stage::InReview => return Err(Refusal::AlreadyEnded),
            Stage::Approved => return Err(Refusal::Approved),
        }
        let mut items = self.agenda.items().map(|(index, _)| index);
        let first = items.find(|index| self.is_open(*index));
        Ok(Transition::Enter(None, first.ok_or(Refusal::NoNextItem)?))
    }

    fn leave(&self, status: ItemStatus) -> Result<Transition, Refusal> {
        self.under_way()?;
        match (self.next_item(), status) {
            (Some(next), _) => Ok(Transition::Enter(Some(status), next)),
            // The last item can be set aside, with nowhere to go from it.
            (None, ItemStatus::NotRelevant) => Ok(Transition::Leave(status)),
            (None, ItemStatus::Open | ItemStatus::Done | ItemStatus::NotReached) => {
                Err(Refusal::NoNextItem)
            }
        }
    }

    fn resume(&self) -> Result<Transition, Refusal> {
        match self.stage() {
            Stage::Preparing => Err(Refusal::NotBegun),
            Stage::Running => Err(Refusal::NotPaused),
            Stage::Approved => Err(Refusal::Approved),
            // What was approved, and perhaps sent, is about a meeting that is over.
            Stage::Ended | Stage::InReview if !self.replaced.is_empty() => {
                Err(Refusal::ApprovedBefore)
            }
            Stage::Paused | Stage::Ended | Stage::InReview => {
                Ok(Transition::Note(Happened::Resumed))
            }
        }
    }

    fn borrow(
        &self,
        from: PhaseIndex,
        minutes: u32,
        now: Timestamp,
    ) -> Result<Transition, Refusal> {
        self.under_way()?;
        let current = self.timeline.current().ok_or(Refusal::NotBegun)?.phase;
        if from <= current {
            return Err(Refusal::NotALaterPhase);
        }
        let lender = self.agenda.phase(from).ok_or(Refusal::NoSuchPlace)?;
        let spent = self.timeline.spent(now).by_phase;
        let spent = spent.get(&from).map_or(0, TimeDelta::num_minutes);
        // A minute begun is a minute spent.
        let spent = u32::try_from(spent).unwrap_or(u32::MAX);
        let available = lender.minutes().saturating_sub(spent);
        let minutes = in_range(minutes)?;
        if i64::from(available) < i64::from(minutes) {
            return Err(Refusal::TooFewMinutes { available });
        }
        Ok(Transition::Lend(Some(from), minutes))
    }

    /// Does what was decided.
    fn carry_out(&mut self, step: Transition, event: Event, now: Timestamp) {
        match step {
            Transition::Enter(status, item) => {
                if let Some(status) = status {
                    self.leave_current(status);
                }
                if let Some(entered) = self.contents.agenda.item_mut(item) {
                    entered.status = ItemStatus::Open;
                }
                self.note(Happened::Entered(item), now);
            }
            Transition::Leave(status) => self.leave_current(status),
            Transition::Note(happened) => {
                if happened == Happened::Resumed {
                    self.contents.review = Review::NotBegun;
                }
                self.note(happened, now);
            }
            Transition::End => {
                let current = self.timeline.current();
                if current.is_some_and(|item| self.is_open(item)) {
                    self.leave_current(ItemStatus::Done);
                }
                self.note(Happened::Ended, now);
            }
            Transition::Lend(from, minutes) => {
                if let Some(from) = from {
                    self.adjust(from, -minutes);
                }
                if let Some(current) = self.timeline.current() {
                    self.adjust(current.phase, minutes);
                }
            }
            Transition::MoveStart(start) => self.contents.timeline.move_start(start),
            Transition::MoveEnd(end) => self.contents.timeline.move_end(end),
            Transition::LeaveOut(from, to) => self.contents.timeline.leave_out(from, to),
            Transition::ReadBack => self.contents.read_back = Some(now),
            Transition::Review(review) => self.contents.review = review,
            Transition::Revise(approved) => {
                if let Event::Revise(reason) = event {
                    self.contents.replace(approved, reason);
                }
            }
        }
    }

    fn leave_current(&mut self, status: ItemStatus) {
        let current = self.timeline.current();
        if let Some(item) = current.and_then(|index| self.contents.agenda.item_mut(index)) {
            item.status = status;
        }
    }

    fn note(&mut self, what: Happened, now: Timestamp) {
        self.contents.timeline.record(what, now);
    }

    fn adjust(&mut self, phase: PhaseIndex, minutes: i32) {
        if let Some(phase) = self.contents.agenda.phase_mut(phase) {
            phase.adjusted = phase.adjusted.saturating_add(minutes);
        }
    }

    /// Whether anything can be put back as far as the meeting has come: once the referat is approved, only how it went out
    /// and the approval itself.
    fn permits_putting_back(&self, change: &Change) -> Result<(), Refusal> {
        let locked = self.stage() == Stage::Approved;
        if locked && !change.is_of_sending() {
            return Err(Refusal::Approved);
        }
        Ok(())
    }

    /// Puts back what can be put back; answers with what stood there until now. Some of it may not fit any more, when the
    /// meeting has gone on.
    fn put_back(&mut self, change: Change) -> Result<Change, Refusal> {
        self.permits_putting_back(&change)?;
        let (parts, progress) = change.into_parts();
        let mut before = Vec::new();
        let mut refused = None;
        for part in parts {
            if let Err(refusal) = self.contents.put_if_permitted(part, &mut before) {
                refused = refused.or(Some(refusal));
            }
        }
        self.contents.forget_unsaid_sendings();
        let mut back = Change::of(before);
        if let Some(progress) = progress {
            let here = self.progress();
            match self.restore(progress) {
                Ok(()) => back.and_then(Change::of_progress(here, &self.progress())),
                Err(refusal) => refused = refused.or(Some(refusal)),
            }
        }
        match refused {
            Some(refusal) if back.is_empty() => Err(refusal),
            Some(_) | None => Ok(back),
        }
    }
}

fn in_range(minutes: u32) -> Result<i32, Refusal> {
    i32::try_from(minutes)
        .ok()
        .filter(|_| (1..=MAX_MINUTES).contains(&minutes))
        .ok_or(Refusal::MinutesOutOfRange)
}
