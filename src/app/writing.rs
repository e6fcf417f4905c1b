//! Writing, choosing, adding and removing.

use ratatui::layout::Size;

use crate::{
    meeting::{Change, Edit as MeetingEdit, Event, ListEntry, New},
    text::Text,
    ui::{EditOutcome, Editor, FocusTarget, Motion, TextEdit, Tone, View, layout, screens, sheet},
};

use super::{
    Acting, Looking, OpenMeeting,
    available::removal,
    input::Access,
    undo::{UndoEntry, Wrote},
};

/// One line, as wide as any window.
pub(super) const LINE: Size = Size::new(200, 1);

impl OpenMeeting {
    /// How many groups of changes the text at `target` has seen; a key may have led the cursor away from it.
    fn groups(&self, target: FocusTarget) -> usize {
        let editor = self.view_state.editor_at(target);
        editor.map_or(0, Editor::groups)
    }
}

impl Looking<'_> {
    /// The room in which the text at the cursor wraps.
    pub(super) fn extent(self) -> Size {
        let (state, size) = (&self.open.view_state, self.shared.setting.size);
        match (state.view, state.focus) {
            (View::Conversation, _) => layout::note_area(size).as_size(),
            (_, Some(target)) => {
                let area = self.with_scene(|scene| screens::sheet_area(scene, size));
                Size::new(sheet::text_width(&self.rows(), target, area.width), 12)
            }
            (_, None) => LINE,
        }
    }
}

impl Acting<'_> {
    /// Changes or moves in the text at the cursor, to be taken back group by group.
    pub(super) fn write(&mut self, edit: &TextEdit) {
        let Some(target) = self.open.view_state.focus else {
            return;
        };
        let view = self.open.view_state.view;
        let before = self.open.groups(target);
        let change = self.change_text(edit);
        let understood = change.unwrap_or_default().without_texts();
        if self.open.groups(target) > before {
            self.open.undo.record(UndoEntry::Wrote(Box::new(Wrote {
                target,
                view,
                understood,
            })));
        } else {
            self.open.undo.go_on_writing(target, understood);
        }
    }

    /// Answers with what that changed in the meeting, as it stood before.
    fn change_text(&mut self, edit: &TextEdit) -> Option<Change> {
        let extent = self.look().extent();
        let today = self.look().today();
        let open = &mut *self.open;
        if open.access == Access::ReadOnly && edit.writes() {
            self.say(self.shared.text.saving.read_only, Tone::Note);
            return None;
        }
        // Asked before the text is touched: what was written here earlier can still be taken back.
        if let (true, Err(refusal)) = (edit.writes(), open.lets_write()) {
            self.say(self.shared.refusal(refusal), Tone::Note);
            return None;
        }
        let (outcome, change) = open.view_state.edit(edit, extent, today)?;
        let view = open.view_state.view;
        match outcome {
            EditOutcome::CutOut(text) => self.shared.copy(text),
            EditOutcome::Copied(text) => {
                self.shared.copy(text);
                self.say(self.shared.text.notice.copied, Tone::Calm);
            }
            EditOutcome::Full => self.say(no_room(edit, self.shared.text), Tone::Alarm),
            EditOutcome::OnlyBeginning => {
                self.say(self.shared.text.notice.only_beginning, Tone::Alarm);
            }
            // At its first and last line a text on a sheet lets go of the cursor.
            EditOutcome::Unchanged if view != View::Conversation => {
                if *edit == TextEdit::Move(Motion::Up) {
                    self.step_row(-1);
                } else if *edit == TextEdit::Move(Motion::Down) {
                    self.step_row(1);
                }
            }
            EditOutcome::Changed | EditOutcome::Unchanged | EditOutcome::Moved => {}
        }
        change.and_then(|change| self.apply(Event::Edit(change)))
    }

    /// Changes something that is chosen rather than written, and remembers how to take it back.
    pub(super) fn edit(&mut self, edit: MeetingEdit) -> bool {
        let view = self.open.view_state.view;
        let event = Event::Edit(edit);
        let Some(change) = self.apply(event.clone()) else {
            return false;
        };
        // What stands there already is no act.
        if !change.is_empty() {
            self.open.record_step(event, change, view);
        }
        true
    }

    /// Adds something to a list of the meeting, and puts the cursor into its first field.
    pub(super) fn add(&mut self, new: New) {
        let (view, field) = screens::home(self.open.meeting.coming(new));
        self.show(view);
        if self.edit(MeetingEdit::Add(new)) {
            self.open.focus_on(Some(FocusTarget::Field(field)));
        }
    }

    pub(super) fn remove(&mut self) {
        let t = &self.shared.text.notice;
        let Some(entry) = removal(&self.open.view_state) else {
            return;
        };
        let words = match entry {
            ListEntry::Period(_) => t.removed_period,
            ListEntry::Question(_) => t.removed_question,
            ListEntry::Participant(_) => t.removed_participant,
            ListEntry::Step(_) => t.removed_step,
            ListEntry::Action(_) => t.removed_action,
        };
        let here = self.open.view_state.focus;
        let place = self
            .look()
            .targets()
            .iter()
            .position(|target| Some(*target) == here);
        if self.edit(MeetingEdit::Remove(entry)) {
            self.refocus(place.unwrap_or(0));
            self.say(words, Tone::Note);
        }
    }
}

/// Why what was written is not taken in.
pub(super) fn no_room(edit: &TextEdit, text: &Text) -> &'static str {
    let pasted = matches!(edit, TextEdit::Insert(inserted) if inserted.len() > 64);
    if pasted {
        text.notice.paste_too_large
    } else {
        text.notice.note_full
    }
}
