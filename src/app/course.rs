//! The course of the meeting: from item to item, and whose minutes are spent.

use crate::{
    meeting::{
        Timestamp,
        agenda::{ItemField, ItemIndex, PhaseIndex},
        choice::{Asking, Standing},
        edit::Edit as MeetingEdit,
        event::Event,
        id::QuestionId,
        question::QuestionField,
        stage::Stage,
    },
    rules::checklist::Section,
    ui::{command::View, overlays::question::Yes, scene::Tone, screens},
};

use super::{App, Screen, input::Access};

impl App {
    /// Whether the open meeting is still being prepared.
    pub(super) fn is_preparing(&self) -> bool {
        let stage = self.open().map(|open| open.meeting.stage());
        stage == Some(Stage::Preparing)
    }

    /// To the section of the preparation that comes so many places after the one with the cursor.
    fn step_section(&mut self, step: isize, now: Timestamp) {
        let here = self.with_scene(now, |scene| {
            let slot = scene.desk.focus?;
            screens::preparation::section_of(slot, scene)
        });
        let here = here.flatten();
        let here = Section::ALL
            .iter()
            .position(|section| Some(*section) == here);
        let last = Section::ALL.len() - 1;
        let next = here.map_or(0, |here| here.saturating_add_signed(step).min(last));
        if let Some(section) = Section::ALL.get(next) {
            self.go_to_section(*section, now);
        }
    }

    /// To a section of the preparation.
    pub(super) fn go_to_section(&mut self, section: Section, now: Timestamp) {
        if self.open().map(|open| open.desk.view) != Some(View::Preparation) {
            self.show(View::Preparation, now);
        }
        let slot = self.with_scene(now, |scene| {
            screens::preparation::first_slot(section, scene)
        });
        if let (Some(Some(slot)), Screen::Open(open)) = (slot, &mut self.screen) {
            open.desk.focus_on(Some(slot), &open.meeting);
        }
    }

    /// A question has been asked, or has not after all.
    pub(super) fn tick_question(&mut self, id: QuestionId, now: Timestamp) {
        let asking = self.open().and_then(|open| {
            let question = open.meeting.agenda.question(id)?;
            Some(match question.asking {
                Asking::Asked => Asking::Chosen,
                Asking::Offered | Asking::Chosen => Asking::Asked,
            })
        });
        if let Some(asking) = asking {
            self.edit(MeetingEdit::set(QuestionField::Asking.of(id), asking), now);
        }
    }

    /// Lays the item that the meeting has come to on the desk.
    pub(super) fn follow_item(&mut self) {
        if let Screen::Open(open) = &mut self.screen
            && let Some(item) = open.meeting.timeline.current()
        {
            open.desk.item = item;
        }
    }

    /// Lays an item on the desk; while the meeting is under way, the meeting goes there too. Answers whether it did.
    pub(super) fn go_to(&mut self, item: ItemIndex, now: Timestamp) -> bool {
        let gone = self.is_leafed_through() || self.happen_in_course(Event::GoTo(item), now);
        if gone {
            self.lay_out(item, now);
        }
        gone
    }

    /// Lets a step in the course of the meeting happen, and remembers how to take it back. Answers whether it happened.
    pub(super) fn happen_in_course(&mut self, event: Event, now: Timestamp) -> bool {
        let Some(mut change) = self.happen(event.clone(), now) else {
            return false;
        };
        if event == Event::Begin {
            change.and_then(self.arrive_in_practice(now));
        }
        // A step that leaves everything as it was is no act.
        if let (false, Some(open)) = (change.is_empty(), self.open_mut()) {
            let view = open.desk.view;
            open.record_step(event, change, view);
        }
        true
    }

    /// Whether one leafs through the notes without the clock: the meeting is over, or only looked at.
    pub(super) fn is_leafed_through(&self) -> bool {
        self.open().is_some_and(|open| {
            let over = matches!(
                open.meeting.stage(),
                Stage::Ended | Stage::InReview | Stage::Approved
            );
            over || open.access == Access::ReadOnly
        })
    }

    pub(super) fn next_item(&mut self, now: Timestamp) {
        if self.is_preparing() {
            return self.step_section(1, now);
        }
        if self.is_leafed_through() {
            return self.leaf(1, now);
        }
        let Some((next, current)) = self.open().map(|open| {
            let current = open.meeting.timeline.current();
            (open.meeting.next_item(), current)
        }) else {
            return;
        };
        if next.is_none() {
            return self.ask_end();
        }
        if self.happen_in_course(Event::Next, now) {
            self.follow_item();
            self.show(View::Conversation, now);
            if next < current {
                self.say(self.text.notice.back_to_open, Tone::Note, now);
            }
        }
    }

    pub(super) fn previous_item(&mut self, now: Timestamp) {
        if self.is_preparing() {
            self.step_section(-1, now);
        } else if self.is_leafed_through() {
            self.leaf(-1, now);
        } else if self.happen_in_course(Event::Previous, now) {
            self.follow_item();
            self.show(View::Conversation, now);
        }
    }

    /// The item on the desk is not relevant: during the meeting that leads on to the next one.
    pub(super) fn set_aside(&mut self, now: Timestamp) {
        let Some(item) = self.open().map(|open| open.desk.item) else {
            return;
        };
        let done = if self.is_leafed_through() {
            self.edit(
                MeetingEdit::set(ItemField::Standing.of(item), Standing::NotRelevant),
                now,
            )
        } else {
            self.happen_in_course(Event::SetAside, now)
        };
        if done {
            if !self.is_leafed_through() {
                self.follow_item();
                self.show(View::Conversation, now);
            }
            self.say(self.text.notice.set_aside, Tone::Note, now);
        }
    }

    fn lay_out(&mut self, item: ItemIndex, now: Timestamp) {
        if let Screen::Open(open) = &mut self.screen {
            open.desk.item = item;
        }
        self.show(View::Conversation, now);
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
        } else if self.happen_in_course(Event::Borrow { from, minutes }, now) {
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
        if self.happen_in_course(Event::LeaveOut { from, to }, now) {
            if let Screen::Open(open) = &mut self.screen {
                open.away = None;
            }
            let time = (self.text.clock.duration)(to - from);
            self.say((self.text.notice.left_out)(&time), Tone::Calm, now);
        }
    }
}
