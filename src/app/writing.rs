//! Writing, choosing, adding, removing, and taking it back.

use ratatui::layout::Size;

use crate::{
    meeting::{
        Timestamp,
        event::{Edit as MeetingEdit, Event, TextPlace},
        stage::Stage,
    },
    ui::{
        command::View,
        layout,
        scene::Tone,
        sheet,
        slot::Slot,
        widgets::editor::{Edit, Motion, Outcome},
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
            let refusal = crate::meeting::event::Refusal::Approved;
            let words = (self.text.refusal)(refusal, self.setting.zone);
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
        if let Some(change) = change {
            self.happen(Event::Edit(change), now);
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

    pub(super) fn undo(&mut self, now: Timestamp) {
        let Screen::Open(open) = &mut self.screen else {
            return;
        };
        match open.undo.last().cloned() {
            Some(Act::Changed(edits, view)) => {
                open.undo.pop();
                for edit in edits {
                    self.happen(Event::Edit(edit), now);
                }
                if self.open().map(|open| open.desk.view) != Some(view) {
                    self.show(view, now);
                }
                self.refocus(now);
                self.say(self.text.notice.restored, Tone::Calm, now);
            }
            Some(Act::Wrote(slot, view)) => {
                if open.desk.view != view || open.desk.focus != Some(slot) {
                    open.desk.view = view;
                    if let Slot::Text(TextPlace::Note(item)) = slot {
                        open.desk.item = item;
                    }
                    open.desk.focus_on(Some(slot), &open.meeting);
                }
                let before = open
                    .desk
                    .editor()
                    .map(crate::ui::widgets::editor::Editor::text);
                self.write(&Edit::Undo, now);
                let Screen::Open(open) = &mut self.screen else {
                    return;
                };
                let after = open
                    .desk
                    .editor()
                    .map(crate::ui::widgets::editor::Editor::text);
                if before == after {
                    // Nothing left to take back here: on to the act before.
                    open.undo.pop();
                    if open.undo.last().is_some() {
                        self.undo(now);
                    } else {
                        self.say(self.text.notice.nothing_to_undo, Tone::Note, now);
                    }
                }
            }
            None => self.say(self.text.notice.nothing_to_undo, Tone::Note, now),
        }
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
