//! Writing, choosing, adding and removing.

use ratatui::layout::Size;

use crate::{
    meeting::{
        Timestamp,
        event::{Edit as MeetingEdit, Event},
        prepare::Prepare,
    },
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
    undo::{Act, Wrote, inverse},
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
        let understood = self.open().and_then(|o| slot.understood(&o.meeting));
        let before = self.groups(slot);
        self.change_text(edit, now);
        let began = self.groups(slot) > before;
        if let (true, Screen::Open(open)) = (began, &mut self.screen) {
            open.undo.record(Act::Wrote(Box::new(Wrote {
                slot,
                view,
                understood,
            })));
        }
    }

    /// How many groups of changes the text at `slot` has seen; a key may have led the cursor away from it.
    fn groups(&self, slot: Slot) -> usize {
        let editor = self.open().and_then(|open| open.desk.editor_at(slot));
        editor.map_or(0, Editor::groups)
    }

    fn change_text(&mut self, edit: &Edit, now: Timestamp) {
        let extent = self.extent(now);
        let today = self.today(now);
        let Screen::Open(open) = &mut self.screen else {
            return;
        };
        if open.access == Access::ReadOnly && edit.writes() {
            return self.say(self.text.saving.read_only, Tone::Note, now);
        }
        // Asked before the text is touched: what was written here earlier can still be taken back.
        if let (true, Err(refusal)) = (edit.writes(), open.lets_write(today, now)) {
            let words = (self.text.refusal)(refusal, self.setting.zone);
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
        // What stands there already is no act.
        let changes = back.first() != Some(&edit);
        let happened = self.happen(Event::Edit(edit.clone()), now);
        if let (true, Screen::Open(open)) = (happened && changes, &mut self.screen) {
            open.record_step(Event::Edit(edit), None, back, view);
        }
        happened
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
        let Some(edit) = removal(&open.desk) else {
            return;
        };
        let words = if let MeetingEdit::Prepare(Prepare::RemovePeriod(_)) = edit {
            t.removed_period
        } else if let MeetingEdit::Prepare(Prepare::RemoveQuestion(_)) = edit {
            t.removed_question
        } else if let MeetingEdit::RemoveParticipant(_) = edit {
            t.removed_participant
        } else if let MeetingEdit::RemoveStep(_) = edit {
            t.removed_step
        } else {
            t.removed_action
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
