//! Taking back what was done, whatever it was, and doing it again: one order through the whole meeting.

use crate::{
    meeting::{
        CaseCode, Change, Edit as MeetingEdit, Event, Field, ItemField, ItemIndex, Refusal, Stage,
        Timestamp,
    },
    text::Problem,
    ui::{EditOutcome, FocusTarget, Purpose, TextEdit, Texts, Tone, View, screens},
};

use super::{
    Acting, Looking, OpenMeeting,
    effect::Effect,
    places::home,
    undo::{UndoEntry, UndoStep, Way, Wrote, place_of},
};

impl OpenMeeting {
    /// Whether text may be written at the cursor.
    pub(super) fn lets_write(&self) -> Result<(), Refusal> {
        let field = self.view_state.focus.and_then(FocusTarget::field);
        field.map_or(Ok(()), |field| self.meeting.permits_writing(field))
    }

    /// Whether entries can be replayed on this way: in an approved meeting, only the approval itself and how it went out.
    pub(super) fn permits_undo_redo(&self, way: Way) -> Result<(), Refusal> {
        let possible = match self.undo.next(way) {
            Some(UndoEntry::Step(step)) => {
                step.change.is_of_progress() || step.change.is_of_sending()
            }
            Some(UndoEntry::Wrote(wrote)) => wrote.target.field().is_some_and(Field::is_of_sending),
            Some(UndoEntry::Recoded(_)) | None => false,
        };
        if self.meeting.stage() == Stage::Approved && !possible {
            return Err(Refusal::Approved);
        }
        Ok(())
    }

    /// Remembers that `event` happened, and what it changed, which shows in `view`.
    pub(super) fn record_step(&mut self, event: Event, change: Change, view: View) {
        let texts = self.view_state.exchange(Texts::default(), &self.meeting);
        let step = UndoStep {
            event,
            change,
            texts,
            view,
        };
        self.record(UndoEntry::Step(Box::new(step)));
    }

    /// Remembers an entry that is no writing; what is written after it is an entry of its own.
    fn record(&mut self, entry: UndoEntry) {
        self.view_state.end_group();
        self.undo.record(entry);
    }

    /// Takes a step back or does it again. Answers with the same step as it is replayed the other way; nothing where it
    /// is no longer possible.
    fn replay(&mut self, step: UndoStep, now: Timestamp) -> Option<UndoStep> {
        let event = Event::PutBack(Box::new(step.change));
        let change = self.meeting.handle(event, now).ok()?;
        if change.is_empty() {
            return None;
        }
        let texts = self.view_state.exchange(step.texts, &self.meeting);
        Some(UndoStep {
            change,
            texts,
            ..step
        })
    }

    /// Time that was left out can be left out once more when that is taken back, and not twice when it is done again.
    fn offer_away(&mut self, event: &Event, way: Way) {
        if let Event::LeaveOut { from, to } = event {
            match way {
                Way::Back => self.away = self.away.or(Some((*from, *to))),
                Way::Forth => {
                    self.away.take_if(|away| *away == (*from, *to));
                }
            }
        }
    }
}

impl Looking<'_> {
    /// What the place of a text is called when it is spoken of from elsewhere.
    fn place_name(self, target: FocusTarget, view: View) -> String {
        let item = match target.field() {
            Some(Field::Item(item, ItemField::Note)) => self.open.meeting.agenda.item(item),
            Some(_) | None => None,
        };
        item.map_or(screens::title(view, self.shared.text), |item| &item.title)
            .to_owned()
    }

    fn words_for(self, event: &Event, way: Way) -> String {
        let words = match way {
            Way::Back => self.shared.text.undone,
            Way::Forth => self.shared.text.redone,
        };
        words(event, &self.open.meeting, self.shared.setting.zone)
    }
}

impl Acting<'_> {
    /// Takes back the last entry that can still be taken back, or does the one again that was taken back last, and says so.
    pub(super) fn undo_redo(&mut self, way: Way) {
        if let Err(reason) = self.look().available(way.command()) {
            return self.say(reason, Tone::Note);
        }
        while self.open.permits_undo_redo(way).is_ok()
            && let Some(entry) = self.open.undo.take(way)
        {
            let replayed = match entry {
                UndoEntry::Wrote(wrote) => self.rewrite(*wrote, way),
                UndoEntry::Step(step) => self.replay_step(*step, way),
                UndoEntry::Recoded(code) => return self.ask_for_code(code, way),
            };
            if let Some((entry, words)) = replayed {
                self.open.undo.put(way.reversed(), entry);
                return self.say(words, Tone::Note);
            }
        }
        let t = &self.shared.text.notice;
        let words = match way {
            Way::Back => t.nothing_to_undo,
            Way::Forth => t.nothing_to_redo,
        };
        self.say(words, Tone::Note);
    }

    /// Replays a step, and shows what has come of it. Answers with the entry for the way back, and with the words.
    fn replay_step(&mut self, step: UndoStep, way: Way) -> Option<(UndoEntry, String)> {
        let (open, now) = (&mut *self.open, self.now);
        let place = place_of(&step.change);
        let before = (home(open.meeting.stage()), open.meeting.timeline.current());
        let step = open.replay(step, now)?;
        open.offer_away(&step.event, way);
        let after = (home(open.meeting.stage()), open.meeting.timeline.current());
        let shown = open.view_state.view;
        // A step that led somewhere else is followed there; one that did not, such as a pause, shows wherever one is.
        let view = match step.change.is_of_progress() {
            true if before != after => Some(after.0),
            true => None,
            false => Some(step.view).filter(|view| *view != shown),
        };
        self.submit();
        if step.change.is_of_progress() && before != after {
            self.follow_item();
        }
        if let Some(Field::Item(item, ItemField::Note)) = place {
            self.lay_note(item);
        }
        if let Some(view) = view {
            self.turn_to(view);
        }
        if let Some(field) = place {
            self.open.focus_on(Some(FocusTarget::Field(field)));
        }
        self.refocus(usize::MAX);
        let words = self.look().words_for(&step.event, way);
        Some((UndoEntry::Step(Box::new(step)), words))
    }

    /// Undoes or redoes in a text. Answers with the entry for the way back, and with the words; nothing where nothing
    /// changed.
    fn rewrite(&mut self, wrote: Wrote, way: Way) -> Option<(UndoEntry, String)> {
        let Wrote { target, view, .. } = wrote;
        let extent = self.look().extent();
        let today = self.look().today();
        if !target.exists(&self.open.meeting) {
            return None;
        }
        if let FocusTarget::Field(Field::Item(item, ItemField::Note)) = target {
            self.lay_note(item);
        }
        if self.open.view_state.view != view {
            self.turn_to(view);
        }
        let open = &mut *self.open;
        if open.view_state.focus != Some(target) {
            open.focus_on(Some(target));
        }
        if open.lets_write().is_err() {
            return None;
        }
        let edit = match way {
            Way::Back => TextEdit::Undo,
            Way::Forth => TextEdit::Redo,
        };
        let Some((EditOutcome::Changed, change)) = open.view_state.edit(&edit, extent, today)
        else {
            return None;
        };
        let event = if wrote.understood.is_empty() {
            change.map(Event::Edit)
        } else {
            Some(Event::PutBack(Box::new(wrote.understood)))
        };
        let understood = event.and_then(|event| self.apply(event));
        let understood = understood.unwrap_or_default().without_texts();
        if view == View::Review {
            self.unfold_around(target);
        }
        let place = self.look().place_name(target, view);
        let t = &self.shared.text.notice;
        let words = match way {
            Way::Back => (t.undone_text)(&place),
            Way::Forth => (t.redone_text)(&place),
        };
        let wrote = Wrote {
            target,
            view,
            understood,
        };
        Some((UndoEntry::Wrote(Box::new(wrote)), words))
    }

    /// After the meeting, one leafs to the item whose note is changed; while it is under way, its order is followed, and
    /// the item lies there already.
    fn lay_note(&mut self, item: ItemIndex) {
        if self.open.is_leafed_through() {
            self.open.view_state.item = item;
        }
    }

    /// A case code that somebody else may have by now is asked for; until the answer, the entry stays the next one.
    fn ask_for_code(&mut self, code: CaseCode, way: Way) {
        self.open.undo.put(way, UndoEntry::Recoded(code.clone()));
        if self.shared.job.is_none() {
            self.open.undo.ask(way);
        }
        self.shared.send(Effect::Claim(code), self.now);
    }

    /// The case code that was asked for is free, or why it is not to be had: it was typed, or an entry would put it back.
    pub(super) fn claimed(&mut self, claimed: Result<CaseCode, Problem>) {
        let open = &mut *self.open;
        let old = open.meeting.code.clone();
        let way = open.undo.answered();
        match (claimed, way) {
            (Ok(code), Some(way)) => {
                open.undo.take(way);
                open.undo.put(way.reversed(), UndoEntry::Recoded(old));
                let edit = MeetingEdit::CaseCode(code);
                self.apply(Event::Edit(edit.clone()));
                self.tell_title();
                let words = self.look().words_for(&Event::Edit(edit), way);
                self.say(words, Tone::Note);
            }
            (Ok(code), None) => {
                self.shared.close_ask(Purpose::CaseCode);
                let event = Event::Edit(MeetingEdit::CaseCode(code));
                if self.apply(event).is_some() {
                    self.tell_title();
                    self.open.record(UndoEntry::Recoded(old));
                }
            }
            (Err(problem), Some(way)) => {
                // It stays as it is; what was done before it can still be taken back.
                open.undo.take(way);
                self.shared.tell_problem(&problem, self.now);
            }
            (Err(problem), None) => {
                let words = (self.shared.text.problem)(&problem);
                self.shared.refuse_ask(Purpose::CaseCode, words, self.now);
            }
        }
    }
}
