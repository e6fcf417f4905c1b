//! The course of the meeting: from item to item, and whose minutes are spent.

use crate::{
    meeting::{
        Timestamp,
        agenda::{ItemIndex, PhaseIndex},
        event::Event,
        stage::Stage,
    },
    ui::{command::View, overlays::question::Yes, scene::Tone},
};

use super::{App, Screen};

impl App {
    /// Lays the item that the meeting has come to on the desk.
    pub(super) fn follow_item(&mut self) {
        if let Screen::Open(open) = &mut self.screen
            && let Some(item) = open.meeting.timeline.current()
        {
            open.desk.item = item;
        }
    }

    /// Lays an item on the desk; while the meeting is under way, the meeting goes there too.
    pub(super) fn lay_out(&mut self, item: ItemIndex) {
        if let Screen::Open(open) = &mut self.screen {
            open.desk.item = item;
        }
    }

    pub(super) fn is_over(&self) -> bool {
        self.open().is_some_and(|open| {
            matches!(
                open.meeting.stage(),
                Stage::Ended | Stage::InReview | Stage::Approved
            )
        })
    }

    pub(super) fn next_item(&mut self, now: Timestamp) {
        if self.is_over() {
            return self.leaf(1, now);
        }
        let last = self
            .open()
            .is_some_and(|open| open.meeting.next_item().is_none());
        if last {
            self.ask_end();
        } else {
            self.move_item(Event::Next, now);
        }
    }

    pub(super) fn move_item(&mut self, event: Event, now: Timestamp) {
        if self.is_over() {
            return self.leaf(-1, now);
        }
        if self.happen(event, now) {
            self.follow_item();
            self.show(View::Conversation, now);
        }
    }

    /// After the meeting, one leafs through the notes without the clock.
    pub(super) fn leaf(&mut self, step: isize, now: Timestamp) {
        if let Screen::Open(open) = &mut self.screen {
            let items: Vec<_> = open
                .meeting
                .agenda
                .items()
                .map(|(index, _)| index)
                .collect();
            let here = items
                .iter()
                .position(|index| *index == open.desk.item)
                .unwrap_or(0);
            let next = here
                .saturating_add_signed(step)
                .min(items.len().saturating_sub(1));
            if let Some(item) = items.get(next) {
                open.desk.item = *item;
            }
        }
        self.show(View::Conversation, now);
    }

    pub(super) fn borrow(&mut self, from: PhaseIndex, minutes: u32, now: Timestamp) {
        let Some(open) = self.open() else {
            return;
        };
        let title = open
            .meeting
            .agenda
            .phase(from)
            .map_or_else(String::new, |p| p.title.clone());
        if from == open.meeting.agenda.closing() {
            let words = (self.text.overlay.borrow_closing)(minutes, &title);
            self.ask(words, Yes::BorrowFromClosing(minutes));
        } else if self.happen(Event::Borrow { from, minutes }, now) {
            self.say(
                (self.text.notice.borrowed)(minutes, &title),
                Tone::Calm,
                now,
            );
        }
    }

    pub(super) fn leave_out(&mut self, now: Timestamp) {
        let Some((from, to)) = self.open().and_then(|open| open.away) else {
            return;
        };
        if self.happen(Event::LeaveOut { from, to }, now) {
            if let Screen::Open(open) = &mut self.screen {
                open.away = None;
            }
            let time = (self.text.clock.duration)(to - from);
            self.say((self.text.notice.left_out)(&time), Tone::Calm, now);
        }
    }
}
