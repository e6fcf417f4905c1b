//! Writing, choosing, adding, removing, and taking it back.

use ratatui::layout::Size;

use crate::{
    meeting::{
        Timestamp,
        event::{Edit as MeetingEdit, Event, Refusal, TextPlace},
        stage::Stage,
    },
    text::Text,
    ui::{
        command::{Command, View},
        layout,
        scene::Tone,
        screens, sheet,
        slot::Slot,
        widgets::editor::{Edit, Editor, Motion, Outcome},
    },
};

use super::{
    App, Screen,
    available::removal,
    effect::Effect,
    undo::{Act, inverse},
};

/// One line, as wide as any window.
pub(super) const LINE: Size = Size::new(200, 1);

impl App {
    /// The room in which the text at the cursor wraps.
    pub(super) fn extent(&self, now: Timestamp) -> Size {
        let parts = layout::parts(self.setting.size);
        match self.open().map(|open| (open.desk.view, open.desk.focus)) {
            Some((View::Conversation, _)) => layout::note_area(self.setting.size).as_size(),
            Some((_, Some(slot))) => {
                let width = sheet::text_width(&self.rows(now), slot, parts.body.width);
                Size::new(width, 12)
            }
            Some((_, None)) | None => LINE,
        }
    }

    /// Changes or moves in the text at the cursor, to be taken back group by group.
    pub(super) fn write(&mut self, edit: &Edit, now: Timestamp) {
        let before = self.groups();
        self.change_text(edit, now);
        let began = self.groups() > before;
        if let (true, Screen::Open(open)) = (began, &mut self.screen)
            && let Some(slot) = open.desk.focus
        {
            open.undo.record(Act::Wrote(slot, open.desk.view));
        }
    }

    /// How many groups of changes the text at the cursor has seen.
    fn groups(&self) -> usize {
        let editor = self.open().and_then(|open| open.desk.editor());
        editor.map_or(0, Editor::groups)
    }

    fn change_text(&mut self, edit: &Edit, now: Timestamp) {
        let extent = self.extent(now);
        let today = self.today(now);
        let Screen::Open(open) = &mut self.screen else {
            return;
        };
        if open.meeting.stage() == Stage::Approved && edit.writes() {
            let words = (self.text.refusal)(Refusal::Approved, self.setting.zone);
            return self.say(words, Tone::Note, now);
        }
        let Some((outcome, change)) = open.desk.edit(edit, extent, today) else {
            return;
        };
        let view = open.desk.view;
        match outcome {
            Outcome::CutOut(text) => {
                self.effects.push(Effect::Copy(text.clone()));
                self.clipboard = text;
            }
            Outcome::Copied(text) => {
                self.effects.push(Effect::Copy(text.clone()));
                self.clipboard = text;
                self.say(self.text.notice.copied, Tone::Calm, now);
            }
            Outcome::Full => self.say(no_room(edit, self.text), Tone::Alarm, now),
            Outcome::OnlyBeginning => self.say(self.text.notice.only_beginning, Tone::Alarm, now),
            // At its first and last line a text on a sheet lets go of the cursor.
            Outcome::Unchanged if view != View::Conversation => {
                if *edit == Edit::Move(Motion::Up) {
                    self.step_row(-1, now);
                } else if *edit == Edit::Move(Motion::Down) {
                    self.step_row(1, now);
                }
            }
            Outcome::Changed | Outcome::Unchanged | Outcome::Moved => {}
        }
        if let Some(change) = change
            && !self.happen(Event::Edit(change), now)
            && let Screen::Open(open) = &mut self.screen
        {
            open.desk.take_back(&open.meeting);
        }
    }

    /// Changes something that is chosen rather than written, and remembers how to take it back.
    pub(super) fn edit(&mut self, edit: MeetingEdit, now: Timestamp) -> bool {
        let Screen::Open(open) = &self.screen else {
            return false;
        };
        let back = inverse(&edit, &open.meeting);
        let view = open.desk.view;
        let happened = self.happen(Event::Edit(edit), now);
        if let (true, Screen::Open(open)) = (happened && !back.is_empty(), &mut self.screen) {
            open.undo.record(Act::Changed(back, view));
        }
        happened
    }

    /// Takes back the last act that can still be taken back, wherever it was done, and says so.
    pub(super) fn undo(&mut self, now: Timestamp) {
        if let Err(reason) = self.available(Command::Undo, now) {
            return self.say(reason, Tone::Note, now);
        }
        let t = &self.text.notice;
        while let Some(act) = self.open_mut().and_then(|open| open.undo.pop()) {
            let again = match act {
                Act::Changed(edits, view) => {
                    let again = self.change_back(edits, view, now);
                    again.map(|again| (Act::Changed(again, view), t.undone.to_owned()))
                }
                Act::Wrote(slot, view) => {
                    let changed = self.rewrite(slot, view, &Edit::Undo, now);
                    let words = (t.undone_text)(&self.place_name(slot, view));
                    changed.then_some((Act::Wrote(slot, view), words))
                }
                Act::Course => return self.say(t.course_not_undone, Tone::Note, now),
                Act::SetAside(item) => {
                    let reopened = self.reopen(item, now);
                    reopened.then_some((Act::SetAside(item), t.undone_set_aside.to_owned()))
                }
            };
            if let (Some((again, words)), Screen::Open(open)) = (again, &mut self.screen) {
                open.undo.taken_back(again);
                return self.say(words, Tone::Note, now);
            }
        }
        self.say(t.nothing_to_undo, Tone::Note, now);
    }

    /// Does again what was taken back last.
    pub(super) fn redo(&mut self, now: Timestamp) {
        if let Err(reason) = self.available(Command::Redo, now) {
            return self.say(reason, Tone::Note, now);
        }
        let t = &self.text.notice;
        while let Some(act) = self.open_mut().and_then(|open| open.undo.pop_undone()) {
            let back = match act {
                Act::Changed(edits, view) => {
                    let back = self.change_back(edits, view, now);
                    back.map(|back| Act::Changed(back, view))
                }
                Act::Wrote(slot, view) => {
                    let changed = self.rewrite(slot, view, &Edit::Redo, now);
                    changed.then_some(Act::Wrote(slot, view))
                }
                // Undo never hands one of these on.
                Act::Course => None,
                Act::SetAside(item) => {
                    let there = self.reopen(item, now);
                    (there && self.put_aside(now)).then_some(Act::SetAside(item))
                }
            };
            if let (Some(back), Screen::Open(open)) = (back, &mut self.screen) {
                open.undo.done_again(back);
                return self.say(t.redone, Tone::Note, now);
            }
        }
        self.say(t.nothing_to_redo, Tone::Note, now);
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

    /// Carries out edits that change something back. Answers with those that change it forth again; nothing where none
    /// was possible any more.
    fn change_back(
        &mut self,
        edits: Vec<MeetingEdit>,
        view: View,
        now: Timestamp,
    ) -> Option<Vec<MeetingEdit>> {
        let open = self.open_mut()?;
        let mut forth = Vec::new();
        let mut place = None;
        for edit in edits {
            let inverse = inverse(&edit, &open.meeting);
            let slot = place_of(&edit);
            if open.meeting.handle(Event::Edit(edit), now).is_ok() {
                forth.splice(0..0, inverse);
                place = place.or(slot);
            }
        }
        if forth.is_empty() {
            return None;
        }
        let elsewhere = open.desk.view != view;
        self.submit(now);
        if elsewhere {
            self.show(view, now);
        }
        if let (Some(slot), Screen::Open(open)) = (place, &mut self.screen) {
            open.desk.focus_on(Some(slot), &open.meeting);
        }
        self.refocus(usize::MAX, now);
        Some(forth)
    }

    /// Undoes or redoes in the text at `slot`. A note of another item is changed where it stands: the meeting does not
    /// move because something is taken back. Answers whether anything changed.
    fn rewrite(&mut self, slot: Slot, view: View, edit: &Edit, now: Timestamp) -> bool {
        let extent = self.extent(now);
        let today = self.today(now);
        let Some(open) = self.open_mut() else {
            return false;
        };
        if !slot.exists(&open.meeting) {
            return false;
        }
        let elsewhere = matches!(slot, Slot::Text(TextPlace::Note(item)) if item != open.desk.item);
        if !elsewhere && (open.desk.view != view || open.desk.focus != Some(slot)) {
            open.desk.view = view;
            open.desk.focus_on(Some(slot), &open.meeting);
        }
        let Some((Outcome::Changed, change)) = open.desk.edit_at(slot, edit, extent, today) else {
            return false;
        };
        if let Some(change) = change {
            self.happen(Event::Edit(change), now);
        }
        true
    }

    pub(super) fn add(
        &mut self,
        edit: MeetingEdit,
        view: View,
        slot: Option<Slot>,
        now: Timestamp,
    ) {
        self.show(view, now);
        // A place that is gone may have had the id that the new one gets.
        if let Screen::Open(open) = &mut self.screen {
            open.desk.forget_what_is_gone(&open.meeting);
        }
        if self.edit(edit, now)
            && let Screen::Open(open) = &mut self.screen
        {
            open.desk.focus_on(slot, &open.meeting);
        }
    }

    pub(super) fn remove(&mut self, now: Timestamp) {
        let t = &self.text.notice;
        let Some(open) = self.open() else {
            return;
        };
        let Some(edit) = removal(&open.desk) else {
            return;
        };
        let words = match open.desk.view {
            View::Preparation => t.removed_participant,
            View::Outcome => t.removed_step,
            View::Conversation | View::Actions | View::Measures | View::ReadBack | View::Review => {
                t.removed_action
            }
        };
        let here = open.desk.focus;
        let place = self.slots(now).iter().position(|slot| Some(*slot) == here);
        if self.edit(edit, now) {
            self.refocus(place.unwrap_or(0), now);
            self.say(words, Tone::Note, now);
        }
    }
}

/// Why what was written is not taken in.
pub(super) fn no_room(edit: &Edit, text: &Text) -> &'static str {
    let pasted = matches!(edit, Edit::Insert(inserted) if inserted.len() > 64);
    if pasted {
        text.notice.paste_too_large
    } else {
        text.notice.note_full
    }
}

/// Where the cursor belongs when something comes back.
fn place_of(edit: &MeetingEdit) -> Option<Slot> {
    if let MeetingEdit::RestoreAction(_, action) = edit {
        Some(Slot::Text(TextPlace::What(action.id)))
    } else if let MeetingEdit::RestoreParticipant(_, participant) = edit {
        Some(Slot::Text(TextPlace::Name(participant.id)))
    } else if let MeetingEdit::RestoreStep(_, step) = edit {
        Some(Slot::StepWork(step.id))
    } else {
        None
    }
}
