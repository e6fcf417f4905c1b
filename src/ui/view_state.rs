//! Where the leader is: which part of the meeting is shown, where the cursor stands, and the text being written.

use std::{collections::HashMap, ops::Range};

use chrono::NaiveDate;
use ratatui::layout::Size;

use crate::meeting::{Contents, Edit as MeetingEdit, Field, FieldKind, ItemField, ItemIndex};

use crate::text::reading;

use super::{
    command::View,
    focus::{FocusTarget, TargetKind},
    task::Task,
    widgets::editor::{EditOutcome, Editor, TextEdit},
};

/// What is shown of the meeting. Holds no part of the meeting itself, only where one is in it.
#[derive(Debug)]
pub struct ViewState {
    /// The part that is shown.
    pub view: View,
    /// The item whose note is open in [`View::Conversation`].
    pub item: ItemIndex,
    /// Where the cursor stands.
    pub focus: Option<FocusTarget>,
    /// Which tick of a [`TargetKind::Ticks`] focus target the cursor stands on.
    pub tick: usize,
    /// Lines scrolled away at the top of what is only read.
    pub scroll: usize,
    /// Which task of the review is unfolded, and which place it had in the list then.
    pub task: Option<(Task, usize)>,
    /// What the referat beside the review shows.
    pub follow: Follow,
    /// Whether letters are being typed where nothing is written: then a space or a figure is part of a word, not a
    /// choice.
    pub stray_typing: bool,
    /// One editor for each place written in, so that undo goes back to where one was.
    editors: HashMap<FocusTarget, Editor>,
}

/// What the referat beside the review shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follow {
    /// What the task with the cursor is about.
    Task,
    /// What somebody scrolled to.
    Reader,
}

/// Texts that were written, with everything that can be undone in them, while their places are gone or hold something
/// else.
#[derive(Debug, Default)]
pub struct Texts(Vec<(FocusTarget, Editor)>);

impl ViewState {
    /// One that shows `view` with the cursor at `focus`.
    pub fn new(view: View, item: ItemIndex) -> Self {
        Self {
            view,
            item,
            focus: None,
            tick: 0,
            scroll: 0,
            task: None,
            follow: Follow::Task,
            stray_typing: false,
            editors: HashMap::new(),
        }
    }

    /// Puts the cursor at `target`.
    pub fn focus_on(&mut self, target: Option<FocusTarget>, meeting: &Contents) {
        self.focus = target;
        self.tick = 0;
        self.stray_typing = false;
        self.follow = Follow::Task;
        if let Some(FocusTarget::Task(task)) = target {
            self.task.take_if(|(open, _)| *open != task);
        }
        if let Some(target) = target {
            self.prepare_editor(target, meeting);
        }
    }

    /// Puts the cursor at a text that is changed and left again at once: what is unfolded stays so.
    pub fn visit(&mut self, target: FocusTarget, meeting: &Contents) {
        self.focus = Some(target);
        self.prepare_editor(target, meeting);
    }

    /// The task the leader is at: the one with the cursor, or the one whose parts it stands in.
    pub fn current_task(&self) -> Option<Task> {
        match self.focus {
            Some(FocusTarget::Task(task)) => Some(task),
            Some(_) | None => self.task.map(|(task, _)| task),
        }
    }

    /// Selects a part of the text at the cursor, in bytes.
    pub fn select(&mut self, part: Range<usize>) {
        if let Some(editor) = self.focus.and_then(|target| self.editors.get_mut(&target)) {
            editor.select(part);
        }
    }

    /// The note of the item that is shown.
    pub const fn note(&self) -> FocusTarget {
        FocusTarget::Field(Field::Item(self.item, ItemField::Note))
    }

    /// The editor at the cursor, if text is written there.
    pub fn editor(&self) -> Option<&Editor> {
        self.editor_at(self.focus?)
    }

    /// The editor at `target`, if text has been written there or was about to be.
    pub fn editor_at(&self, target: FocusTarget) -> Option<&Editor> {
        self.editors.get(&target)
    }

    /// Changes the text at the cursor. Answers with what came of it, and with the edit of the meeting that follows.
    pub fn edit(
        &mut self,
        edit: &TextEdit,
        extent: Size,
        today: NaiveDate,
    ) -> Option<(EditOutcome, Option<MeetingEdit>)> {
        self.edit_at(self.focus?, edit, extent, today)
    }

    /// Changes the text at `target`, if it has been written in.
    pub fn edit_at(
        &mut self,
        target: FocusTarget,
        edit: &TextEdit,
        extent: Size,
        today: NaiveDate,
    ) -> Option<(EditOutcome, Option<MeetingEdit>)> {
        let editor = self.editors.get_mut(&target)?;
        let outcome = editor.apply(edit, extent);
        let changed = match &outcome {
            EditOutcome::Changed | EditOutcome::CutOut(_) => target.write(editor.text(), today),
            EditOutcome::Unchanged
            | EditOutcome::Moved
            | EditOutcome::Copied(_)
            | EditOutcome::Full
            | EditOutcome::OnlyBeginning => None,
        };
        Some((outcome, changed))
    }

    /// Whatever is written next is undone by itself.
    pub fn end_group(&mut self) {
        if let Some(editor) = self.focus.and_then(|target| self.editors.get_mut(&target)) {
            editor.end_group();
        }
    }

    /// Puts `texts` back to their places, and takes away every text that does not stand in the meeting (any more): a new
    /// place of the same id starts afresh. Answers with what had to go, to be put back when the change that made it go
    /// is taken back. What is written next is undone by itself.
    pub fn exchange(&mut self, texts: Texts, meeting: &Contents) -> Texts {
        let mut gone = Vec::new();
        for (target, editor) in texts.0 {
            gone.extend(self.editors.insert(target, editor).map(|old| (target, old)));
        }
        let unfit = self
            .editors
            .extract_if(|target, editor| !fits(*target, editor, meeting));
        gone.extend(unfit);
        if let Some(target) = self.focus {
            self.prepare_editor(target, meeting);
        }
        Texts(gone)
    }

    /// Makes sure the editor at `target` shows what stands in the meeting, keeping its undo steps where it does already.
    fn prepare_editor(&mut self, target: FocusTarget, meeting: &Contents) {
        let Some(text) = target.text(meeting) else {
            return;
        };
        let current = self.editors.get(&target);
        if current.is_none_or(|editor| !fits(target, editor, meeting)) {
            let editor = if target.kind() == TargetKind::Lines {
                Editor::multi_line(&text)
            } else {
                Editor::single_line(&text)
            };
            self.editors.insert(target, editor);
        }
        if let Some(editor) = self.editors.get_mut(&target) {
            editor.end_group();
            // A number is more often replaced than added to.
            if holds_minutes(target) {
                editor.apply(&TextEdit::SelectAll, Size::new(u16::MAX, 1));
            }
        }
    }
}

fn holds_minutes(target: FocusTarget) -> bool {
    target
        .field()
        .is_some_and(|field| field.kind() == FieldKind::Minutes)
}

/// Whether what stands in `editor` is what stands in the meeting. Minutes are their number, however they are written; what is
/// no number stays in their field.
fn fits(target: FocusTarget, editor: &Editor, meeting: &Contents) -> bool {
    let written = editor.text();
    target.text(meeting).is_some_and(|text| {
        let means = reading::minutes(&written);
        let same_number =
            holds_minutes(target) && (means.is_none() || means == reading::minutes(&text));
        same_number || written == text
    })
}
