//! Writing, choosing, adding, removing, and taking it back.

use ratatui::layout::Size;

use crate::{
    meeting::{
        Timestamp,
        event::{Edit as MeetingEdit, Event, Refusal, TextPlace},
        stage::Stage,
    },
    ui::{
        command::View,
        layout,
        scene::Tone,
        sheet,
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

    /// Changes or moves in the text at the cursor.
    pub(super) fn write(&mut self, edit: &Edit, now: Timestamp) {
        let extent = self.extent(now);
        let today = self.today(now);
        let Screen::Open(open) = &mut self.screen else {
            return;
        };
        let Some(slot) = open.desk.focus else {
            return;
        };
        let moves = matches!(
            edit,
            Edit::Move(_) | Edit::Select(_) | Edit::SelectAll | Edit::Copy
        );
        if open.meeting.stage() == Stage::Approved && !moves {
            let words = (self.text.refusal)(Refusal::Approved, self.setting.zone);
            return self.say(words, Tone::Note, now);
        }
        let Some((outcome, change)) = open.desk.edit(edit, extent, today) else {
            return;
        };
        let view = open.desk.view;
        match outcome {
            Outcome::Changed => open.undo.wrote(slot, view),
            Outcome::CutOut(text) => {
                open.undo.wrote(slot, view);
                self.effects.push(Effect::Copy(text.clone()));
                self.clipboard = text;
            }
            Outcome::Copied(text) => {
                self.effects.push(Effect::Copy(text.clone()));
                self.clipboard = text;
                self.say(self.text.notice.copied, Tone::Calm, now);
            }
            Outcome::Full => self.say(self.text.notice.note_full, Tone::Alarm, now),
            // At its first and last line a text on a sheet lets go of the cursor.
            Outcome::Unchanged if view != View::Conversation => {
                if *edit == Edit::Move(Motion::Up) {
                    self.step_row(-1, now);
                } else if *edit == Edit::Move(Motion::Down) {
                    self.step_row(1, now);
                }
            }
            Outcome::Unchanged | Outcome::Moved => {}
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
            open.undo.changed(back, view);
        }
        happened
    }

    /// Takes back the last act that can still be taken back, wherever it was done.
    pub(super) fn undo(&mut self, now: Timestamp) {
        if self
            .open()
            .is_some_and(|open| open.meeting.stage() == Stage::Approved)
        {
            let words = (self.text.refusal)(Refusal::Approved, self.setting.zone);
            return self.say(words, Tone::Note, now);
        }
        while let Screen::Open(open) = &mut self.screen {
            let taken_back = match open.undo.last().cloned() {
                None => break,
                Some(Act::Changed(edits, view)) => {
                    open.undo.pop();
                    self.bring_back(edits, view, now)
                }
                Some(Act::Wrote(slot, view)) => {
                    let taken_back = slot.exists(&open.meeting) && self.unwrite(slot, view, now);
                    if let (false, Screen::Open(open)) = (taken_back, &mut self.screen) {
                        open.undo.pop();
                    }
                    taken_back
                }
            };
            if taken_back {
                return;
            }
        }
        self.say(self.text.notice.nothing_to_undo, Tone::Note, now);
    }

    /// Brings back what was there before a choice or a removal. Answers whether anything came back.
    fn bring_back(&mut self, edits: Vec<MeetingEdit>, view: View, now: Timestamp) -> bool {
        let Screen::Open(open) = &mut self.screen else {
            return false;
        };
        let mut brought_back = false;
        for edit in edits {
            brought_back |= open.meeting.handle(Event::Edit(edit), now).is_ok();
        }
        if brought_back {
            open.desk.forget_what_is_gone(&open.meeting);
            let elsewhere = open.desk.view != view;
            self.submit(now);
            if elsewhere {
                self.show(view, now);
            }
            self.refocus(now);
            self.say(self.text.notice.restored, Tone::Calm, now);
        }
        brought_back
    }

    /// Takes back the last of what was written at `slot`, with the cursor there. Answers whether anything was left to
    /// take back.
    fn unwrite(&mut self, slot: Slot, view: View, now: Timestamp) -> bool {
        let Screen::Open(open) = &mut self.screen else {
            return false;
        };
        if open.desk.view != view || open.desk.focus != Some(slot) {
            open.desk.view = view;
            if let Slot::Text(TextPlace::Note(item)) = slot {
                open.desk.item = item;
            }
            open.desk.focus_on(Some(slot), &open.meeting);
        }
        let before = open.desk.editor().map(Editor::text);
        self.write(&Edit::Undo, now);
        self.open()
            .and_then(|open| open.desk.editor())
            .map(Editor::text)
            != before
    }

    pub(super) fn add(
        &mut self,
        edit: MeetingEdit,
        view: View,
        slot: Option<Slot>,
        now: Timestamp,
    ) {
        self.show(view, now);
        if self.edit(edit, now)
            && let Screen::Open(open) = &mut self.screen
        {
            open.desk.focus_on(slot, &open.meeting);
        }
    }

    pub(super) fn remove(&mut self, now: Timestamp) {
        let t = &self.text.notice;
        let Some(edit) = self.open().and_then(|open| removal(&open.desk)) else {
            return;
        };
        let words = match self.open().map(|open| open.desk.view) {
            Some(View::Preparation) => t.removed_participant,
            Some(View::Outcome) => t.removed_step,
            Some(
                View::Conversation | View::Actions | View::Measures | View::ReadBack | View::Review,
            )
            | None => t.removed_action,
        };
        if self.edit(edit, now) {
            self.refocus(now);
            self.say(words, Tone::Note, now);
        }
    }
}
