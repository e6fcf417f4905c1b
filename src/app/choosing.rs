//! Lists to choose from: the menu, items, sections, questions, sentences, minutes; and what a choice does.

use crate::{
    meeting::{Asking, Event, Stage, Timestamp},
    rules::ChecklistSection,
    text::capitalised,
    ui::{Command, Overlay, Pick, Picker, PickerLine, TextEdit, Tone, keymap, screens},
};

use super::{Acting, App, Shared, effect::Effect};

impl App {
    /// What is chosen in the list on the screen.
    pub(super) fn picked(&mut self, pick: Pick, now: Timestamp) {
        match pick {
            Pick::Command(command) => self.run(command, now),
            Pick::Meeting(path) => self.shared.send(Effect::Open(path), now),
            Pick::Item(item) => self.act(now, |acting| {
                acting.go_to(item);
            }),
            Pick::Section(section) => self.act(now, |acting| acting.go_to_section(section)),
            Pick::Question(id, line) => self.act(now, |acting| {
                acting.tick_question(id);
                acting.choose_question(Some(line));
            }),
            Pick::PlanFault(fault) => self.act(now, |acting| acting.go_to_plan_fault(fault)),
            Pick::FormField(field, line) => {
                self.act(now, |acting| acting.copy_form_field(field, line));
            }
            Pick::Phrase(phrase) => self.act(now, |acting| acting.write(&TextEdit::Insert(phrase))),
            Pick::Borrow(from, minutes) => self.act(now, |acting| acting.borrow(from, minutes)),
            Pick::Extend(minutes) => self.act(now, |acting| acting.extend(minutes)),
            Pick::KeepMine => self.act(now, Acting::keep_mine),
            Pick::TakeOther(source) => self.act(now, |acting| acting.take_other(source)),
            Pick::Nothing => {}
        }
    }
}

impl Shared {
    /// What can be done now, to choose from.
    pub(super) fn menu(&self, possible: impl Fn(&Command) -> bool) -> Picker {
        let text = self.text;
        let lines = keymap::menu().filter(possible).filter_map(|command| {
            let key = keymap::key_of(command);
            Some(PickerLine {
                label: capitalised(command.name(text)?),
                aside: key.map_or_else(String::new, |key| key.label(text)),
                pick: Pick::Command(command),
            })
        });
        Picker::new(text.overlay.menu_title, lines.collect(), 0)
    }

    /// Lets one of these lines be chosen.
    pub(super) fn offer(&mut self, title: &'static str, lines: Vec<PickerLine>, chosen: usize) {
        let picker = Picker::new(title, lines, chosen);
        self.overlay = Some(Overlay::Picker(picker));
    }

    pub(super) fn choose_phrase(&mut self) {
        let line = |phrase: &String| PickerLine::new(phrase, Pick::Phrase(phrase.clone()));
        let lines = self.phrases.iter().map(line).collect();
        self.offer(self.text.overlay.phrases_title, lines, 0);
    }
}

impl Acting<'_> {
    pub(super) fn open_menu(&mut self) {
        let look = self.look();
        let menu = look.shared.menu(|command| look.available(*command).is_ok());
        self.shared.overlay = Some(Overlay::Picker(menu));
    }

    /// The sections of the preparation, to go to one.
    fn choose_section(&mut self) {
        let chosen = self.look().with_scene(|scene| {
            let here = scene.view_state.focus;
            let here = here.and_then(|target| screens::preparation::section_of(target, scene));
            ChecklistSection::ALL
                .iter()
                .position(|section| Some(*section) == here)
        });
        let t = &self.shared.text.preparation;
        let line = |section| PickerLine::new((t.section)(section), Pick::Section(section));
        let lines = ChecklistSection::ALL.map(line).to_vec();
        self.shared
            .offer(t.sections_title, lines, chosen.unwrap_or_default());
    }

    /// The questions that were chosen, with the first one that is left; `chosen` is its line where it is known.
    pub(super) fn choose_question(&mut self, chosen: Option<usize>) {
        let open = &*self.open;
        let t = &self.shared.text.conversation;
        let questions = open
            .meeting
            .agenda
            .questions()
            .map(|(_, question)| question);
        let mut questions: Vec<_> = questions.filter(|q| !q.is_blank()).collect();
        // What was chosen before the meeting comes first; the others can be asked all the same.
        questions.sort_by_key(|question| !question.is_chosen());
        let left = questions.iter().position(|q| q.asking != Asking::Asked);
        let lines = questions.iter().enumerate().map(|(line, question)| {
            let label = (t.question_line)(question.asking, question.text());
            PickerLine::new(label, Pick::Question(question.id, line))
        });
        let lines = lines.collect();
        let chosen = chosen.or(left).unwrap_or_default();
        self.shared.offer(t.questions_title, lines, chosen);
    }

    pub(super) fn choose_item(&mut self) {
        let open = &*self.open;
        if open.meeting.stage() == Stage::Preparing {
            return self.choose_section();
        }
        let mut chosen = 0;
        let mut lines = Vec::new();
        for (index, item) in open.meeting.agenda.items() {
            if index == open.view_state.item {
                chosen = lines.len();
            }
            let phase = open.meeting.agenda.phase_title(index.phase);
            let aside = if open.meeting.has_speaker(index) {
                (self.shared.text.item_status)(item.status)
            } else {
                self.shared.text.conversation.nobody_present
            };
            lines.push(PickerLine {
                label: format!("{phase} {} {}", index.item + 1, item.title),
                aside: aside.to_owned(),
                pick: Pick::Item(index),
            });
        }
        let title = self.shared.text.overlay.items_title;
        self.shared.offer(title, lines, chosen);
    }

    /// Borrow from a later phase, the one with most to give first, or move the end, or let it be.
    pub(super) fn choose_time(&mut self) {
        let open = &*self.open;
        let t = &self.shared.text.overlay;
        let Some(current) = open.meeting.timeline.current() else {
            return;
        };
        let closing = open.meeting.agenda.closing();
        let mut later: Vec<_> = open
            .meeting
            .agenda
            .phases()
            .filter(|(index, phase)| *index > current.phase && phase.minutes() > 0)
            .collect();
        later.sort_by_key(|(index, phase)| (*index == closing, std::cmp::Reverse(phase.minutes())));
        let mut lines = Vec::new();
        for (index, phase) in later {
            for minutes in [3, 2, 1] {
                if minutes <= phase.minutes() {
                    let label = (t.borrow)(minutes, &phase.title);
                    lines.push(PickerLine::new(label, Pick::Borrow(index, minutes)));
                }
            }
        }
        for minutes in [5, 10, 15] {
            lines.push(PickerLine::new((t.extend)(minutes), Pick::Extend(minutes)));
        }
        lines.push(PickerLine::new(t.let_it_be, Pick::Nothing));
        self.shared.offer(t.time_title, lines, 0);
    }

    fn extend(&mut self, minutes: u32) {
        if self.happen_in_course(Event::Extend { minutes }) {
            let timing = self.open.meeting.timing(self.now);
            let end = timing.map_or_else(String::new, |t| self.shared.clock(t.planned_end));
            let words = (self.shared.text.notice.extended)(minutes, &end);
            self.say(words, Tone::Calm);
        }
    }
}
