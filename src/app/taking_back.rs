//! Taking back what was done, whatever it was, and doing it again: one order through the whole meeting.

use chrono::NaiveDate;

use crate::{
    meeting::{
        Timestamp,
        agenda::ItemIndex,
        case_code::CaseCode,
        event::{Edit as MeetingEdit, Event, Refusal, TextPlace},
        progress::Progress,
        stage::Stage,
    },
    text::problem::Problem,
    ui::{
        command::View,
        desk::Texts,
        overlays::ask::Purpose,
        scene::Tone,
        screens,
        slot::Slot,
        widgets::editor::{Edit, Outcome},
    },
};

use super::{
    App, OpenMeeting, Screen,
    effect::Effect,
    places::home,
    undo::{Act, Step, Way, Wrote, inverse, place_of},
};

impl OpenMeeting {
    /// Whether text may be written at the cursor: a dry run of writing what stands there already.
    pub(super) fn lets_write(&self, today: NaiveDate, now: Timestamp) -> Result<(), Refusal> {
        let slot = self.desk.focus;
        let edit = slot.and_then(|slot| slot.write(slot.text(&self.meeting)?, today));
        edit.map_or(Ok(()), |edit| self.meeting.accepts(Event::Edit(edit), now))
    }

    /// Whether acts can be crossed on this way: in an approved meeting, only the approval itself and how it went out.
    pub(super) fn lets_retrace(&self, way: Way) -> Result<(), Refusal> {
        let of_the_course = match self.undo.next(way) {
            Some(Act::Step(step)) => {
                step.progress.is_some() || step.edits.iter().all(MeetingEdit::is_of_sending)
            }
            Some(Act::Wrote(wrote)) => wrote.slot.is_of_sending(),
            Some(Act::Recoded(_)) | None => false,
        };
        if self.meeting.stage() == Stage::Approved && !of_the_course {
            return Err(Refusal::Approved);
        }
        Ok(())
    }

    /// Remembers that `event` happened: from `progress`, where it belongs to the course of the meeting, and taken back
    /// by `edits` that show in `view`.
    pub(super) fn record_step(
        &mut self,
        event: Event,
        progress: Option<Progress>,
        edits: Vec<MeetingEdit>,
        view: View,
    ) {
        let texts = self.desk.exchange(Texts::default(), &self.meeting);
        let step = Step {
            event,
            progress,
            edits,
            texts,
            view,
        };
        self.record(Act::Step(Box::new(step)));
    }

    /// Remembers an act that is no writing; what is written after it is an act of its own.
    fn record(&mut self, act: Act) {
        self.desk.end_group();
        self.undo.record(act);
    }

    /// Takes a step back or does it again. Answers with the same step as it is crossed the other way; nothing where it
    /// is no longer possible.
    fn cross(&mut self, step: Step, now: Timestamp) -> Option<Step> {
        let mut edits = Vec::new();
        for edit in step.edits {
            let inverse = inverse(&edit, &self.meeting);
            if self.meeting.handle(Event::Edit(edit), now).is_ok() {
                edits.splice(0..0, inverse);
            }
        }
        let here = self.meeting.progress();
        let progress = step.progress.filter(|there| {
            let event = Event::Restore(Box::new(there.clone()));
            self.meeting.handle(event, now).is_ok()
        });
        let progress = progress.map(|_| here);
        if edits.is_empty() && progress.is_none() {
            return None;
        }
        let texts = self.desk.exchange(step.texts, &self.meeting);
        Some(Step {
            progress,
            edits,
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

impl App {
    /// Takes back the last act that can still be taken back, or does the one again that was taken back last, and says so.
    pub(super) fn retrace(&mut self, way: Way, now: Timestamp) {
        if let Err(reason) = self.available(way.command(), now) {
            return self.say(reason, Tone::Note, now);
        }
        while let Some(act) = self.open_mut().and_then(|open| {
            open.lets_retrace(way).ok()?;
            open.undo.take(way)
        }) {
            let crossed = match act {
                Act::Wrote(wrote) => self.rewrite(*wrote, way, now),
                Act::Step(step) => self.step_over(*step, way, now),
                Act::Recoded(code) => return self.ask_for_code(code, way, now),
            };
            if let (Some((act, words)), Some(open)) = (crossed, self.open_mut()) {
                open.undo.put(way.reversed(), act);
                return self.say(words, Tone::Note, now);
            }
        }
        let t = &self.text.notice;
        let words = match way {
            Way::Back => t.nothing_to_undo,
            Way::Forth => t.nothing_to_redo,
        };
        self.say(words, Tone::Note, now);
    }

    /// Crosses a step, and shows what has come of it. Answers with the act for the way back, and with the words.
    fn step_over(&mut self, step: Step, way: Way, now: Timestamp) -> Option<(Act, String)> {
        let open = self.open_mut()?;
        let place = step.edits.iter().find_map(place_of);
        let before = (home(open.meeting.stage()), open.meeting.timeline.current());
        let step = open.cross(step, now)?;
        open.offer_away(&step.event, way);
        let after = (home(open.meeting.stage()), open.meeting.timeline.current());
        let shown = open.desk.view;
        // A step that led somewhere else is followed there; one that did not, such as a pause, shows wherever one is.
        let view = match &step.progress {
            Some(_) if before != after => Some(after.0),
            Some(_) => None,
            None => Some(step.view).filter(|view| *view != shown),
        };
        self.submit(now);
        if step.progress.is_some() && before != after {
            self.follow_item();
        }
        if let Some(Slot::Text(TextPlace::Note(item))) = place {
            self.lay_note(item);
        }
        if let Some(view) = view {
            self.turn_to(view, now);
        }
        if let (Some(slot), Screen::Open(open)) = (place, &mut self.screen) {
            open.desk.focus_on(Some(slot), &open.meeting);
        }
        self.refocus(usize::MAX, now);
        let words = self.words_for(&step.event, way);
        Some((Act::Step(Box::new(step)), words))
    }

    /// Undoes or redoes in a text. Answers with the act for the way back, and with the words; nothing where nothing
    /// changed.
    fn rewrite(&mut self, wrote: Wrote, way: Way, now: Timestamp) -> Option<(Act, String)> {
        let Wrote { slot, view, .. } = wrote;
        let extent = self.extent(now);
        let today = self.today(now);
        if !slot.exists(&self.open()?.meeting) {
            return None;
        }
        if let Slot::Text(TextPlace::Note(item)) = slot {
            self.lay_note(item);
        }
        if self.open()?.desk.view != view {
            self.turn_to(view, now);
        }
        let open = self.open_mut()?;
        if open.desk.focus != Some(slot) {
            open.desk.focus_on(Some(slot), &open.meeting);
        }
        if open.lets_write(today, now).is_err() {
            return None;
        }
        let edit = match way {
            Way::Back => Edit::Undo,
            Way::Forth => Edit::Redo,
        };
        let Some((Outcome::Changed, change)) = open.desk.edit(&edit, extent, today) else {
            return None;
        };
        let understood = slot.understood(&open.meeting);
        if let Some(change) = wrote.understood.or(change) {
            self.happen(Event::Edit(change), now);
        }
        if view == View::Review {
            self.unfold_around(slot, now);
        }
        let place = self.place_name(slot, view);
        let t = &self.text.notice;
        let words = match way {
            Way::Back => (t.undone_text)(&place),
            Way::Forth => (t.redone_text)(&place),
        };
        let wrote = Wrote {
            slot,
            view,
            understood,
        };
        Some((Act::Wrote(Box::new(wrote)), words))
    }

    /// What the place of a text is called when it is spoken of from elsewhere.
    fn place_name(&self, slot: Slot, view: View) -> String {
        let item = match (slot, self.open()) {
            (Slot::Text(TextPlace::Note(item)), Some(open)) => open.meeting.agenda.item(item),
            _ => None,
        };
        item.map_or(screens::title(view, self.text), |item| &item.title)
            .to_owned()
    }

    /// After the meeting, one leafs to the item whose note is changed; while it is under way, its order is followed, and
    /// the item lies there already.
    fn lay_note(&mut self, item: ItemIndex) {
        let over = self.is_leafed_through();
        if let (true, Screen::Open(open)) = (over, &mut self.screen) {
            open.desk.item = item;
        }
    }

    fn words_for(&self, event: &Event, way: Way) -> String {
        let Some(open) = self.open() else {
            return String::new();
        };
        let words = match way {
            Way::Back => self.text.undone,
            Way::Forth => self.text.redone,
        };
        words(event, &open.meeting, self.setting.zone)
    }

    /// A case code that somebody else may have by now is asked for; until the answer, the act stays the next one.
    fn ask_for_code(&mut self, code: CaseCode, way: Way, now: Timestamp) {
        let is_free = self.errand.is_none();
        if let Screen::Open(open) = &mut self.screen {
            open.undo.put(way, Act::Recoded(code.clone()));
            if is_free {
                open.undo.ask(way);
            }
        }
        self.send(Effect::Claim(code), now);
    }

    /// The case code that was asked for is free, or why it is not to be had: it was typed, or an act would put it back.
    pub(super) fn claimed(&mut self, claimed: Result<CaseCode, Problem>, now: Timestamp) {
        let Some(open) = self.open_mut() else {
            return;
        };
        let old = open.meeting.code.clone();
        let way = open.undo.answered();
        match (claimed, way) {
            (Ok(code), Some(way)) => {
                open.undo.take(way);
                open.undo.put(way.reversed(), Act::Recoded(old));
                let edit = MeetingEdit::CaseCode(code);
                self.happen(Event::Edit(edit.clone()), now);
                self.tell_title();
                let words = self.words_for(&Event::Edit(edit), way);
                self.say(words, Tone::Note, now);
            }
            (Ok(code), None) => {
                self.close_ask(Purpose::CaseCode);
                if self.happen(Event::Edit(MeetingEdit::CaseCode(code)), now) {
                    self.tell_title();
                    if let Screen::Open(open) = &mut self.screen {
                        open.record(Act::Recoded(old));
                    }
                }
            }
            (Err(problem), Some(way)) => {
                // It stays as it is; what was done before it can still be taken back.
                open.undo.take(way);
                self.say((self.text.problem)(&problem), Tone::Alarm, now);
            }
            (Err(problem), None) => {
                let words = (self.text.problem)(&problem);
                self.refuse_ask(Purpose::CaseCode, words, now);
            }
        }
    }
}
