//! Moving about: from view to view, and from place to place within one.

use crate::{
    meeting::{Edit as MeetingEdit, Event, Field, ListEntry, MeetingField, Stage},
    ui::{FocusTarget, Tone, View, screens, sheet},
};

use super::{Acting, Looking, OpenMeeting, input::Access, undo::Way};

impl OpenMeeting {
    /// Puts the cursor on a focus target.
    pub(super) fn focus_on(&mut self, target: Option<FocusTarget>) {
        self.view_state.focus_on(target, &self.meeting);
    }
}

impl Looking<'_> {
    pub(super) fn rows(self) -> Vec<sheet::SheetRow> {
        self.with_scene(screens::rows)
    }

    pub(super) fn targets(self) -> Vec<FocusTarget> {
        sheet::targets(&self.rows())
    }
}

impl Acting<'_> {
    pub(super) fn show(&mut self, view: View) {
        self.drop_blank_actions();
        self.turn_to(view);
    }

    /// Shows a view without clearing up in the one before: what is taken back stays as it was.
    pub(super) fn turn_to(&mut self, view: View) {
        self.shared
            .notice
            .take_if(|notice| notice.tone != Tone::Alarm);
        let open = &mut *self.open;
        open.view_state.view = view;
        open.view_state.scroll = 0;
        open.view_state.focus = None;
        open.view_state.task = None;
        let ended = open.meeting.stage() == Stage::Ended && open.access == Access::Full;
        if view == View::Review && ended {
            self.apply(Event::BeginReview);
        }
        self.refresh_findings();
        self.focus_first();
    }

    pub(super) fn focus_first(&mut self) {
        let targets = self.look().targets();
        let open_section = self.look().with_scene(screens::preparation::next_to_do);
        let target = match self.open.view_state.view {
            View::Conversation => Some(self.open.view_state.note()),
            View::Preparation => open_section.or(targets.first().copied()),
            // Above its first field stand buttons.
            View::Plan => targets.iter().copied().find(|target| target.is_text()),
            View::Actions
            | View::Measures
            | View::Outcome
            | View::ReadBack
            | View::Review
            | View::Sending => targets.first().copied(),
        };
        self.open.focus_on(target);
    }

    /// An action item in which nothing was written goes away when one leaves the list; not while something can be done
    /// again that may need it.
    fn drop_blank_actions(&mut self) {
        let open = &mut *self.open;
        if open.access == Access::ReadOnly || open.undo.next(Way::Forth).is_some() {
            return;
        }
        let blank = open.meeting.actions.iter();
        let blank: Vec<_> = blank
            .filter(|action| action.is_blank())
            .map(|action| MeetingEdit::Remove(ListEntry::Action(action.id)))
            .collect();
        let mut dropped = false;
        for edit in blank {
            let event = Event::Edit(edit);
            if let Ok(change) = open.meeting.handle(event.clone(), self.now) {
                open.record_step(event, change, View::Actions);
                open.undo.forget_passing();
                dropped = true;
            }
        }
        if dropped {
            self.submit();
        }
    }

    pub(super) fn step_place(&mut self, step: isize) {
        if self.open.view_state.view == View::Conversation {
            return self.toggle_kladd();
        }
        let targets = self.look().targets();
        let focus = self.open.view_state.focus;
        let next = match targets.iter().position(|target| Some(*target) == focus) {
            Some(here) => (here + targets.len()).saturating_add_signed(step) % targets.len(),
            None => 0,
        };
        self.open.focus_on(targets.get(next).copied());
        self.fold_what_was_left();
    }

    pub(super) fn step_row(&mut self, step: isize) {
        let rows = self.look().rows();
        if let Some(focus) = self.open.view_state.focus
            && let Some(target) = sheet::beside(&rows, focus, step)
        {
            self.open.focus_on(Some(target));
        }
        self.fold_what_was_left();
    }

    pub(super) fn activate(&mut self) {
        match self.open.view_state.focus {
            Some(FocusTarget::Button(command)) => match self.look().available(command) {
                Ok(()) => self.run(command),
                Err(reason) => self.say(reason, Tone::Note),
            },
            Some(FocusTarget::Task(task)) => self.unfold(task),
            Some(FocusTarget::Instead(number)) => self.put_in(number),
            Some(_) => self.step_place(1),
            None => {}
        }
    }

    pub(super) fn toggle_kladd(&mut self) {
        let kladd = FocusTarget::Field(Field::Meeting(MeetingField::Kladd));
        let in_kladd = self.open.view_state.focus == Some(kladd);
        if self.open.view_state.view != View::Conversation {
            self.show(View::Conversation);
        }
        let target = if in_kladd {
            self.open.view_state.note()
        } else {
            kladd
        };
        self.open.focus_on(Some(target));
    }

    /// Puts the cursor somewhere that exists, if its place is gone: on the target that now has its number, or the last.
    pub(super) fn refocus(&mut self, place: usize) {
        let targets = self.look().targets();
        let state = &self.open.view_state;
        let is_gone = state.focus.is_none_or(|focus| !targets.contains(&focus));
        if state.view != View::Conversation && is_gone {
            let target = targets.get(place).or(targets.last()).copied();
            self.open.focus_on(target);
        }
    }
}

/// The view in which one is at home as far as the meeting has come.
pub(super) const fn home(stage: Stage) -> View {
    match stage {
        Stage::Preparing => View::Preparation,
        Stage::Running | Stage::Paused => View::Conversation,
        Stage::Ended | Stage::InReview | Stage::Approved => View::Review,
    }
}
