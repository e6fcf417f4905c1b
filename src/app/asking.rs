//! Menus, questions and lines to fill in: what they offer, and what an answer does.

use chrono::TimeDelta;

use crate::{
    meeting::{
        Timestamp,
        case_code::CaseCode,
        event::{Edit as MeetingEdit, Event},
    },
    text,
    ui::{
        command::View,
        keymap,
        overlays::{
            Overlay,
            ask::{Ask, Purpose},
            picker::{Entry, Pick, Picker},
            question::{Question, Yes},
        },
        scene::Tone,
    },
};

use super::{
    App,
    effect::{Effect, Existing},
};

impl App {
    pub(super) fn open_menu(&mut self, now: Timestamp) {
        let entries = keymap::MENU
            .iter()
            .filter(|command| self.available(**command, now).is_ok())
            .filter_map(|command| {
                let key = keymap::key_of(*command);
                Some(Entry {
                    label: capitalised(command.name(self.text)?),
                    aside: key.map_or_else(String::new, |key| key.label(self.text)),
                    pick: Pick::Command(*command),
                })
            })
            .collect();
        self.overlay = Some(Overlay::Picker(Picker::new(
            self.text.overlay.menu_title,
            entries,
        )));
    }

    pub(super) fn choose_item(&mut self) {
        let Some(open) = self.open() else {
            return;
        };
        let mut chosen = 0;
        let mut entries = Vec::new();
        for (index, item) in open.meeting.agenda.items() {
            if index == open.desk.item {
                chosen = entries.len();
            }
            let phase = open
                .meeting
                .agenda
                .phase(index.phase)
                .map_or("", |phase| &phase.title);
            let aside = if open.meeting.has_speaker(index) {
                (self.text.standing)(item.standing)
            } else {
                self.text.conversation.nobody_present
            };
            entries.push(Entry {
                label: format!("{phase} {} {}", index.item + 1, item.title),
                aside: aside.to_owned(),
                pick: Pick::Item(index),
            });
        }
        let picker = Picker::new(self.text.overlay.items_title, entries).at(chosen);
        self.overlay = Some(Overlay::Picker(picker));
    }

    /// Borrow from a later phase, the one with most to give first, or move the end, or let it be.
    pub(super) fn choose_time(&mut self) {
        let Some(open) = self.open() else {
            return;
        };
        let t = &self.text.overlay;
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
        let mut entries = Vec::new();
        for (index, phase) in later {
            for minutes in [3, 2, 1] {
                if minutes <= phase.minutes() {
                    entries.push(Entry {
                        label: (t.borrow)(minutes, &phase.title),
                        aside: String::new(),
                        pick: Pick::Borrow(index, minutes),
                    });
                }
            }
        }
        for minutes in [5, 10, 15] {
            entries.push(Entry {
                label: (t.extend)(minutes),
                aside: String::new(),
                pick: Pick::Extend(minutes),
            });
        }
        entries.push(Entry {
            label: t.let_it_be.to_owned(),
            aside: String::new(),
            pick: Pick::Nothing,
        });
        self.overlay = Some(Overlay::Picker(Picker::new(t.time_title, entries)));
    }

    pub(super) fn ask(&mut self, words: impl Into<String>, yes: Yes) {
        let words = words.into();
        self.overlay = Some(Overlay::Question(Question { words, yes }));
    }

    pub(super) fn ask_end(&mut self) {
        self.ask(self.text.overlay.end_question, Yes::End);
    }

    pub(super) fn ask_file(&mut self) {
        let file = self.open().map(|open| open.referat.display().to_string());
        let ask = Ask::new(
            Purpose::File,
            self.text.overlay.ask_file,
            &file.unwrap_or_default(),
        );
        self.overlay = Some(Overlay::Ask(Box::new(ask)));
    }

    pub(super) fn ask_time(&mut self, purpose: Purpose, _now: Timestamp) {
        let t = &self.text.overlay;
        let Some(open) = self.open() else {
            return;
        };
        let (label, at) = match purpose {
            Purpose::End => (t.ask_end, open.meeting.timeline.ended()),
            Purpose::Start | Purpose::File | Purpose::CaseCode => {
                (t.ask_start, open.meeting.timeline.started())
            }
        };
        let text = at.map_or_else(String::new, |at| self.clock(at));
        self.overlay = Some(Overlay::Ask(Box::new(Ask::new(purpose, label, &text))));
    }

    pub(super) fn picked(&mut self, pick: Pick, now: Timestamp) {
        match pick {
            Pick::Command(command) => self.run(command, now),
            Pick::Item(item) => {
                if self.is_over() || self.happen(Event::GoTo(item), now) {
                    self.lay_out(item);
                    self.show(View::Conversation, now);
                }
            }
            Pick::Borrow(from, minutes) => self.borrow(from, minutes, now),
            Pick::Extend(minutes) => {
                if self.happen(Event::Extend { minutes }, now) {
                    let end = self.open().and_then(|open| open.meeting.timing(now));
                    let end = end.map_or_else(String::new, |t| self.clock(t.planned_end));
                    self.say((self.text.notice.extended)(minutes, &end), Tone::Calm, now);
                }
            }
            Pick::Meeting(path) => self.effects.push(Effect::Open(path)),
            Pick::Nothing => {}
        }
    }

    pub(super) fn answered(&mut self, yes: Yes, now: Timestamp) {
        match yes {
            Yes::Quit => self.effects.push(Effect::Quit(0)),
            Yes::Overwrite(file) => self.write_referat(file, Existing::Replace),
            Yes::End => self.conclude(Event::End, self.text.notice.ended, now),
            Yes::Approve => self.conclude(Event::Approve, self.text.notice.approved, now),
            Yes::Withdraw => {
                self.conclude(Event::WithdrawApproval, self.text.notice.withdrawn, now);
            }
            Yes::BorrowFromClosing(minutes) => {
                let title = self.open().and_then(|open| {
                    let agenda = &open.meeting.agenda;
                    Some(agenda.phase(agenda.closing())?.title.clone())
                });
                let words = (self.text.notice.borrowed)(minutes, &title.unwrap_or_default());
                self.event(Event::BorrowFromClosing { minutes }, &words, now);
            }
        }
    }

    /// A step after which the referat is what matters: it is shown, and everything is put on disk.
    fn conclude(&mut self, event: Event, words: &str, now: Timestamp) {
        if self.happen(event, now) {
            self.show(View::Review, now);
            self.effects.push(Effect::Flush);
            self.say(words, Tone::Note, now);
        }
    }

    /// The line that was asked for is filled in.
    pub(super) fn asked(&mut self, now: Timestamp) {
        let Some(Overlay::Ask(ask)) = &self.overlay else {
            return;
        };
        let typed = ask.editor.text().trim().to_owned();
        let result = match ask.purpose {
            Purpose::Start => self.correct_time(&typed, Purpose::Start, now),
            Purpose::End => self.correct_time(&typed, Purpose::End, now),
            Purpose::File => {
                self.write_referat(typed, Existing::Keep);
                Ok(())
            }
            Purpose::CaseCode => match typed.parse::<CaseCode>() {
                Ok(code) => {
                    self.happen(Event::Edit(MeetingEdit::CaseCode(code)), now);
                    self.tell_title();
                    Ok(())
                }
                Err(_) => Err(self.text.overlay.case_code_wrong.to_owned()),
            },
        };
        match result {
            Ok(()) => self.overlay = None,
            Err(fault) => {
                if let Some(Overlay::Ask(ask)) = &mut self.overlay {
                    ask.fault = Some(fault);
                }
            }
        }
    }

    /// "10.03", or a date and a time: when the meeting really began or ended. A time alone belongs to the day the mark
    /// has now, or to the day before where it would lie ahead.
    pub(super) fn correct_time(
        &mut self,
        typed: &str,
        purpose: Purpose,
        now: Timestamp,
    ) -> Result<(), String> {
        let zone = self.setting.zone;
        let Some(open) = self.open() else {
            return Ok(());
        };
        let timeline = &open.meeting.timeline;
        let known = match purpose {
            Purpose::End => timeline.ended(),
            Purpose::Start | Purpose::File | Purpose::CaseCode => timeline.started(),
        };
        let known = known.unwrap_or(now);
        let (day, time) = match typed.rsplit_once(char::is_whitespace) {
            Some((day, time))
                if !day.trim().eq_ignore_ascii_case("kl")
                    && !day.trim().eq_ignore_ascii_case("kl.") =>
            {
                let day = day
                    .trim_end()
                    .trim_end_matches("kl.")
                    .trim_end_matches("kl");
                let day = text::due::parse_date(day, self.today(now))
                    .map_err(|error| (self.text.due_error)(&error))?;
                (Some(day), time)
            }
            Some(_) | None => (None, typed),
        };
        let time =
            text::clock_time::parse_time(time).map_err(|error| (self.text.time_error)(&error))?;
        let mut at = zone.instant(day.unwrap_or(zone.date(known)), time);
        if day.is_none() && at > now {
            at -= TimeDelta::days(1);
        }
        let t = &self.text.notice;
        let (event, words) = match purpose {
            Purpose::End => (Event::CorrectEnd(at), (t.end_corrected)(&self.clock(at))),
            Purpose::Start | Purpose::File | Purpose::CaseCode => (
                Event::CorrectStart(at),
                (t.start_corrected)(&self.clock(at)),
            ),
        };
        let fault = open.meeting.accepts(event.clone(), now).err();
        match fault {
            Some(refusal) => Err((self.text.refusal)(refusal, zone)),
            None => {
                self.event(event, &words, now);
                Ok(())
            }
        }
    }
}

fn capitalised(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
