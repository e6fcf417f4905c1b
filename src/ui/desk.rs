//! The leader's desk: which part of the meeting lies on it, where the cursor stands, and the text being written.

use std::collections::HashMap;

use chrono::NaiveDate;
use ratatui::layout::Size;

use crate::meeting::{
    Contents,
    agenda::ItemIndex,
    event::{Edit as MeetingEdit, TextPlace},
};

use super::{
    command::View,
    slot::{Slot, SlotKind},
    widgets::editor::{Edit, Editor, Outcome},
};

/// What lies on the desk. Holds no part of the meeting itself, only where one is in it.
#[derive(Debug)]
pub struct Desk {
    /// The part that is shown.
    pub view: View,
    /// The item whose note is open in [`View::Conversation`].
    pub item: ItemIndex,
    /// Where the cursor stands.
    pub focus: Option<Slot>,
    /// Which tick of a [`SlotKind::Ticks`] slot the cursor stands on.
    pub tick: usize,
    /// Lines scrolled away at the top of what is only read.
    pub scroll: usize,
    /// Whether letters are being typed where nothing is written.
    pub stray: Stray,
    /// One editor for each place written in, so that undo goes back to where one was.
    editors: HashMap<Slot, Editor>,
}

/// Whether letters are being typed where nothing is written: then a space or a figure is part of a word, not a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stray {
    /// They are not.
    No,
    /// They are.
    Yes,
}

impl Desk {
    /// A desk that shows `view` with the cursor at `focus`.
    pub fn new(view: View, item: ItemIndex) -> Self {
        Self {
            view,
            item,
            focus: None,
            tick: 0,
            scroll: 0,
            stray: Stray::No,
            editors: HashMap::new(),
        }
    }

    /// Puts the cursor at `slot`.
    pub fn focus_on(&mut self, slot: Option<Slot>, meeting: &Contents) {
        self.focus = slot;
        self.tick = 0;
        self.stray = Stray::No;
        if let Some(slot) = slot {
            self.prepare_editor(slot, meeting);
        }
    }

    /// The note that belongs on the desk.
    pub const fn note(&self) -> Slot {
        Slot::Text(TextPlace::Note(self.item))
    }

    /// The editor at the cursor, if text is written there.
    pub fn editor(&self) -> Option<&Editor> {
        self.editors.get(&self.focus?)
    }

    /// Changes the text at the cursor. Answers with what came of it, and with the edit of the meeting that follows.
    pub fn edit(
        &mut self,
        edit: &Edit,
        extent: Size,
        today: NaiveDate,
    ) -> Option<(Outcome, Option<MeetingEdit>)> {
        self.edit_at(self.focus?, edit, extent, today)
    }

    /// Changes the text at `slot`, if it has been written in.
    pub fn edit_at(
        &mut self,
        slot: Slot,
        edit: &Edit,
        extent: Size,
        today: NaiveDate,
    ) -> Option<(Outcome, Option<MeetingEdit>)> {
        let editor = self.editors.get_mut(&slot)?;
        let outcome = editor.apply(edit, extent);
        let changed = match &outcome {
            Outcome::Changed | Outcome::CutOut(_) => slot.write(editor.text(), today),
            Outcome::Unchanged
            | Outcome::Moved
            | Outcome::Copied(_)
            | Outcome::Full
            | Outcome::OnlyBeginning => None,
        };
        Some((outcome, changed))
    }

    /// Lets go of the texts of places that are no longer in the meeting: a new place of the same id starts afresh.
    pub fn forget_what_is_gone(&mut self, meeting: &Contents) {
        self.editors.retain(|slot, _| slot.exists(meeting));
    }

    /// The text at the cursor stands as it does in the meeting: what was typed was not taken.
    pub fn take_back(&mut self, meeting: &Contents) {
        if let Some(slot) = self.focus {
            self.prepare_editor(slot, meeting);
        }
    }

    /// Makes sure the editor at `slot` shows what stands in the meeting, keeping its undo steps where it does already.
    fn prepare_editor(&mut self, slot: Slot, meeting: &Contents) {
        let Some(text) = slot.text(meeting) else {
            return;
        };
        let current = self.editors.get(&slot);
        if current.is_none_or(|editor| editor.text() != text) {
            let editor = match slot.kind() {
                SlotKind::Lines => Editor::multi_line(&text),
                SlotKind::Line | SlotKind::Choice | SlotKind::Ticks | SlotKind::Button => {
                    Editor::single_line(&text)
                }
            };
            self.editors.insert(slot, editor);
        }
        if let Some(editor) = self.editors.get_mut(&slot) {
            editor.end_group();
            // A number is more often replaced than added to.
            if matches!(slot, Slot::PhaseMinutes(_)) {
                editor.apply(&Edit::SelectAll, Size::new(u16::MAX, 1));
            }
        }
    }
}
