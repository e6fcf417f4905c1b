//! Writing, choosing, adding and removing.

use ratatui::layout::Size;

use crate::{
    meeting::{Timestamp, change::Change, edit::Edit as MeetingEdit, event::Event, place::Entry},
    text::Text,
    ui::{
        command::View,
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
    input::Access,
    undo::{Act, Wrote},
};

/// One line, as wide as any window.
pub(super) const LINE: Size = Size::new(200, 1);

impl App {
    /// The room in which the text at the cursor wraps.
    pub(super) fn extent(&self, now: Timestamp) -> Size {
        match self.open().map(|open| (open.desk.view, open.desk.focus)) {
            Some((View::Conversation, _)) => layout::note_area(self.setting.size).as_size(),
            Some((_, Some(slot))) => {
                let size = self.setting.size;
                let area = self.with_scene(now, |scene| screens::sheet_area(scene, size));
                let width = area.map_or(size.width, |area| area.width);
                let width = sheet::text_width(&self.rows(now), slot, width);
                Size::new(width, 12)
            }
            Some((_, None)) | None => LINE,
        }
    }

    /// Changes or moves in the text at the cursor, to be taken back group by group.
    pub(super) fn write(&mut self, edit: &Edit, now: Timestamp) {
        let Some((slot, view)) = self
            .open()
            .and_then(|open| Some((open.desk.focus?, open.desk.view)))
        else {
            return;
        };
        let before = self.groups(slot);
        let change = self.change_text(edit, now);
        let began = self.groups(slot) > before;
        if let (true, Screen::Open(open)) = (began, &mut self.screen) {
            open.undo.record(Act::Wrote(Box::new(Wrote {
                slot,
                view,
                understood: change.unwrap_or_default().without_texts(),
            })));
        }
    }

    /// How many groups of changes the text at `slot` has seen; a key may have led the cursor away from it.
    fn groups(&self, slot: Slot) -> usize {
        let editor = self.open().and_then(|open| open.desk.editor_at(slot));
        editor.map_or(0, Editor::groups)
    }

    /// Answers with what that changed in the meeting, as it stood before.
    fn change_text(&mut self, edit: &Edit, now: Timestamp) -> Option<Change> {
        let extent = self.extent(now);
        let today = self.today(now);
        let Screen::Open(open) = &mut self.screen else {
            return None;
        };
        if open.access == Access::ReadOnly && edit.writes() {
            self.say(self.text.saving.read_only, Tone::Note, now);
            return None;
        }
        // Asked before the text is touched: what was written here earlier can still be taken back.
        if let (true, Err(refusal)) = (edit.writes(), open.lets_write()) {
            let words = (self.text.refusal)(refusal, self.setting.zone);
            self.say(words, Tone::Note, now);
            return None;
        }
        let (outcome, change) = open.desk.edit(edit, extent, today)?;
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
        change.and_then(|change| self.happen(Event::Edit(change), now))
    }

    /// Changes something that is chosen rather than written, and remembers how to take it back.
    pub(super) fn edit(&mut self, edit: MeetingEdit, now: Timestamp) -> bool {
        let Some(view) = self.open().map(|open| open.desk.view) else {
            return false;
        };
        let event = Event::Edit(edit);
        let Some(change) = self.happen(event.clone(), now) else {
            return false;
        };
        // What stands there already is no act.
        if let (false, Some(open)) = (change.is_empty(), self.open_mut()) {
            open.record_step(event, change, view);
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
        let Some(entry) = removal(&open.desk) else {
            return;
        };
        let words = match entry {
            Entry::Period(_) => t.removed_period,
            Entry::Question(_) => t.removed_question,
            Entry::Participant(_) => t.removed_participant,
            Entry::Step(_) => t.removed_step,
            Entry::Action(_) => t.removed_action,
        };
        let here = open.desk.focus;
        let place = self.slots(now).iter().position(|slot| Some(*slot) == here);
        if self.edit(MeetingEdit::Remove(entry), now) {
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
