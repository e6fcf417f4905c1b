//! The course of the meeting: from item to item, and whose minutes are spent.

use crate::{
    meeting::{
        Asking, Edit as MeetingEdit, Event, ItemField, ItemIndex, ItemStatus, PhaseIndex,
        QuestionField, QuestionId, Stage,
    },
    rules::ChecklistSection,
    ui::{Scene, Tone, View, Yes, screens},
};

use super::{Acting, OpenMeeting, input::Access};

impl OpenMeeting {
    /// Whether the meeting is still being prepared.
    pub(super) fn is_preparing(&self) -> bool {
        self.meeting.stage() == Stage::Preparing
    }

    /// Whether one leafs through the notes without the clock: the meeting is over, or only looked at.
    pub(super) fn is_leafed_through(&self) -> bool {
        self.is_over() || self.access == Access::ReadOnly
    }

    /// Whether the meeting is over, approved or not.
    pub(super) fn is_over(&self) -> bool {
        self.meeting.stage().is_over()
    }
}

impl Acting<'_> {
    /// To the section of the preparation that comes so many places after the one with the cursor.
    fn step_section(&mut self, step: isize) {
        let here = self.look().with_scene(|scene| {
            let target = scene.view_state.focus?;
            screens::preparation::section_of(target, scene)
        });
        let here = ChecklistSection::ALL
            .iter()
            .position(|section| Some(*section) == here);
        let last = ChecklistSection::ALL.len() - 1;
        let next = here.map_or(0, |here| here.saturating_add_signed(step).min(last));
        if let Some(section) = ChecklistSection::ALL.get(next) {
            self.go_to_section(*section);
        }
    }

    /// To a section of the preparation.
    pub(super) fn go_to_section(&mut self, section: ChecklistSection) {
        if self.open.view_state.view != View::Preparation {
            self.show(View::Preparation);
        }
        let first = |scene: &Scene| screens::preparation::first_target(section, scene);
        if let Some(target) = self.look().with_scene(first) {
            self.open.focus_on(Some(target));
        }
    }

    /// A question has been asked, or has not after all.
    pub(super) fn tick_question(&mut self, id: QuestionId) {
        if let Some(question) = self.open.meeting.agenda.question(id) {
            let asking = match question.asking {
                Asking::Asked => Asking::Chosen,
                Asking::Offered | Asking::Chosen => Asking::Asked,
            };
            self.edit(MeetingEdit::set(QuestionField::Asking.of(id), asking));
        }
    }

    /// Shows the item that the meeting has come to.
    pub(super) fn follow_item(&mut self) {
        if let Some(item) = self.open.meeting.timeline.current() {
            self.open.view_state.item = item;
        }
    }

    /// Shows an item; while the meeting is under way, the meeting goes there too. Answers whether it did.
    pub(super) fn go_to(&mut self, item: ItemIndex) -> bool {
        let gone = self.open.is_leafed_through() || self.happen_in_course(Event::GoTo(item));
        if gone {
            self.lay_out(item);
        }
        gone
    }

    /// Lets a step in the course of the meeting happen, and remembers how to take it back. Answers whether it happened.
    pub(super) fn happen_in_course(&mut self, event: Event) -> bool {
        let Some(mut change) = self.apply(event.clone()) else {
            return false;
        };
        if event == Event::Begin {
            change.and_then(self.arrive_in_practice());
        }
        // A step that leaves everything as it was is no act.
        if !change.is_empty() {
            self.open
                .record_step(event, change, self.open.view_state.view);
        }
        true
    }

    /// Lets a step in the course of the meeting happen, and says so.
    pub(super) fn event(&mut self, event: Event, words: &str) {
        if self.happen_in_course(event) {
            self.say(words, Tone::Calm);
        }
    }

    pub(super) fn next_item(&mut self) {
        if self.open.is_preparing() {
            return self.step_section(1);
        }
        if self.open.is_leafed_through() {
            return self.leaf(1);
        }
        let current = self.open.meeting.timeline.current();
        let next = self.open.meeting.next_item();
        if next.is_none() {
            return self.ask_end();
        }
        if self.happen_in_course(Event::Next) {
            self.follow_item();
            self.show(View::Conversation);
            if next < current {
                self.say(self.shared.text.notice.back_to_open, Tone::Note);
            }
        }
    }

    pub(super) fn previous_item(&mut self) {
        if self.open.is_preparing() {
            self.step_section(-1);
        } else if self.open.is_leafed_through() {
            self.leaf(-1);
        } else if self.happen_in_course(Event::Previous) {
            self.follow_item();
            self.show(View::Conversation);
        }
    }

    /// The item that is shown is not relevant: during the meeting that leads on to the next one.
    pub(super) fn set_aside(&mut self) {
        let item = self.open.view_state.item;
        let done = if self.open.is_leafed_through() {
            self.edit(MeetingEdit::set(
                ItemField::Status.of(item),
                ItemStatus::NotRelevant,
            ))
        } else {
            self.happen_in_course(Event::SetAside)
        };
        if done {
            if !self.open.is_leafed_through() {
                self.follow_item();
                self.show(View::Conversation);
            }
            self.say(self.shared.text.notice.set_aside, Tone::Note);
        }
    }

    fn lay_out(&mut self, item: ItemIndex) {
        self.open.view_state.item = item;
        self.show(View::Conversation);
    }

    /// After the meeting, one leafs through the notes without the clock.
    pub(super) fn leaf(&mut self, step: isize) {
        let shown = self.open.view_state.item;
        let items = self.open.meeting.agenda.items().map(|(index, _)| index);
        let items: Vec<_> = items.collect();
        let here = items.iter().position(|index| *index == shown);
        let next = here.unwrap_or(0).saturating_add_signed(step);
        let next = items.get(next.min(items.len().saturating_sub(1)));
        self.lay_out(next.copied().unwrap_or(shown));
    }

    pub(super) fn borrow(&mut self, from: PhaseIndex, minutes: u32) {
        let agenda = &self.open.meeting.agenda;
        let title = agenda.phase_title(from).to_owned();
        if from == agenda.closing() {
            let words = (self.shared.text.overlay.borrow_closing)(minutes, &title);
            self.shared.ask(words, Yes::BorrowFromClosing(minutes));
        } else if self.happen_in_course(Event::Borrow { from, minutes }) {
            self.say(
                (self.shared.text.notice.borrowed)(minutes, &title),
                Tone::Calm,
            );
        }
    }

    pub(super) fn leave_out(&mut self) {
        let Some((from, to)) = self.open.away else {
            return;
        };
        if self.happen_in_course(Event::LeaveOut { from, to }) {
            self.open.away = None;
            let time = (self.shared.text.clock.duration)(to - from);
            self.say((self.shared.text.notice.left_out)(&time), Tone::Calm);
        }
    }
}
