//! Moving about: from view to view, and from place to place within one.

use crate::{
    meeting::{
        MeetingField, Timestamp, edit::Edit as MeetingEdit, event::Event, place::Entry,
        place::Field, stage::Stage,
    },
    ui::{command::View, scene::Tone, screens, sheet, slot::Slot},
};

use super::{App, Screen, input::Access, undo::Way};

impl App {
    pub(super) fn show(&mut self, view: View, now: Timestamp) {
        self.drop_blank_actions(now);
        self.turn_to(view, now);
    }

    /// Shows a view without clearing up in the one before: what is taken back stays as it was.
    pub(super) fn turn_to(&mut self, view: View, now: Timestamp) {
        self.notice.take_if(|notice| notice.tone != Tone::Alarm);
        if let Screen::Open(open) = &mut self.screen {
            open.desk.view = view;
            open.desk.scroll = 0;
            open.desk.focus = None;
            open.desk.task = None;
            let ended = open.meeting.stage() == Stage::Ended && open.access == Access::Full;
            if view == View::Review && ended {
                self.happen(Event::BeginReview, now);
            }
        }
        self.look_over();
        self.focus_first(now);
    }

    pub(super) fn focus_first(&mut self, now: Timestamp) {
        let slots = self.slots(now);
        let open_section = self
            .with_scene(now, screens::preparation::next_to_do)
            .flatten();
        if let Screen::Open(open) = &mut self.screen {
            let slot = match open.desk.view {
                View::Conversation => Some(open.desk.note()),
                View::Preparation => open_section.or(slots.first().copied()),
                // Above its first field stand buttons.
                View::Plan => slots.iter().copied().find(|slot| slot.is_text()),
                View::Actions
                | View::Measures
                | View::Outcome
                | View::ReadBack
                | View::Review
                | View::Sending => slots.first().copied(),
            };
            open.desk.focus_on(slot, &open.meeting);
        }
    }

    /// An action item in which nothing was written goes away when one leaves the list; not while something can be done
    /// again that may need it.
    fn drop_blank_actions(&mut self, now: Timestamp) {
        let Screen::Open(open) = &mut self.screen else {
            return;
        };
        if open.access == Access::ReadOnly || open.undo.next(Way::Forth).is_some() {
            return;
        }
        let blank = open.meeting.actions.iter();
        let blank: Vec<_> = blank
            .filter(|action| action.is_blank())
            .map(|action| MeetingEdit::Remove(Entry::Action(action.id)))
            .collect();
        let mut dropped = false;
        for edit in blank {
            let event = Event::Edit(edit);
            if let Ok(change) = open.meeting.handle(event.clone(), now) {
                open.record_step(event, change, View::Actions);
                open.undo.forget_passing();
                dropped = true;
            }
        }
        if dropped {
            self.submit(now);
        }
    }

    pub(super) fn rows(&self, now: Timestamp) -> Vec<sheet::Row> {
        self.with_scene(now, screens::rows).unwrap_or_default()
    }

    pub(super) fn slots(&self, now: Timestamp) -> Vec<Slot> {
        sheet::slots(&self.rows(now))
    }

    pub(super) fn step_place(&mut self, step: isize, now: Timestamp) {
        if self.open().map(|open| open.desk.view) == Some(View::Conversation) {
            return self.toggle_kladd(now);
        }
        let slots = self.slots(now);
        if let Screen::Open(open) = &mut self.screen {
            let here = slots.iter().position(|slot| Some(*slot) == open.desk.focus);
            let next = match here {
                Some(here) => (here + slots.len()).saturating_add_signed(step) % slots.len(),
                None => 0,
            };
            open.desk.focus_on(slots.get(next).copied(), &open.meeting);
        }
        self.fold_what_was_left(now);
    }

    pub(super) fn step_row(&mut self, step: isize, now: Timestamp) {
        let rows = self.rows(now);
        if let Screen::Open(open) = &mut self.screen
            && let Some(focus) = open.desk.focus
            && let Some(slot) = sheet::beside(&rows, focus, step)
        {
            open.desk.focus_on(Some(slot), &open.meeting);
        }
        self.fold_what_was_left(now);
    }

    pub(super) fn activate(&mut self, now: Timestamp) {
        match self.open().and_then(|open| open.desk.focus) {
            Some(Slot::Button(command)) => match self.available(command, now) {
                Ok(()) => self.run(command, now),
                Err(reason) => self.say(reason, Tone::Note, now),
            },
            Some(Slot::Task(task)) => self.unfold(task, now),
            Some(Slot::Instead(number)) => self.put_in(number, now),
            Some(_) => self.step_place(1, now),
            None => {}
        }
    }

    pub(super) fn toggle_kladd(&mut self, now: Timestamp) {
        let kladd = Slot::Field(Field::Meeting(MeetingField::Kladd));
        let in_kladd = self
            .open()
            .is_some_and(|open| open.desk.focus == Some(kladd));
        if self.open().map(|open| open.desk.view) != Some(View::Conversation) {
            self.show(View::Conversation, now);
        }
        if let Screen::Open(open) = &mut self.screen {
            let slot = if in_kladd { open.desk.note() } else { kladd };
            open.desk.focus_on(Some(slot), &open.meeting);
        }
    }

    /// Puts the cursor somewhere that exists, if its place is gone: on the slot that now has its number, or the last.
    pub(super) fn refocus(&mut self, place: usize, now: Timestamp) {
        let slots = self.slots(now);
        if let Screen::Open(open) = &mut self.screen
            && open.desk.view != View::Conversation
            && open.desk.focus.is_none_or(|focus| !slots.contains(&focus))
        {
            let slot = slots.get(place).or(slots.last()).copied();
            open.desk.focus_on(slot, &open.meeting);
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
