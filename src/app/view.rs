//! The picture of the program at an instant. Changes nothing.

use ratatui::{
    Frame,
    layout::{Position, Rect},
};

use crate::{
    meeting::{
        Timestamp,
        timing::{Signal, Timing},
    },
    privacy::watch::Watch,
    text::{date, problem::place},
    ui::{
        command::Command,
        keymap,
        layout::{self, Room, cut_bottom},
        overlays::{Overlay, cover},
        scene::{Foot, Scene, Tone},
        screens,
        widgets::line::put_text,
    },
};

use super::{App, Cover, Screen, input::Access, saving::Saving};

impl App {
    /// Draws everything, and puts the terminal's cursor where text is written.
    pub fn view(&self, frame: &mut Frame, now: Timestamp) {
        let area = frame.area();
        let theme = self.setting.theme;
        if area.width < layout::MIN.width || area.height < layout::MIN.height {
            put_text(
                area,
                0,
                self.text.overlay.too_small,
                theme.strong,
                frame.buffer_mut(),
            );
            return;
        }
        if self.cover == Cover::On {
            let clock = date::time(self.setting.zone.local(now));
            cover::draw(&clock, self.text, theme, area, frame.buffer_mut());
            return;
        }
        let foot = self.foot(now);
        let mut cursor = match &self.screen {
            Screen::Start(start) => {
                screens::start::draw(*start, self.text, theme, &foot, area, frame.buffer_mut());
                None
            }
            Screen::Open(_) => {
                let buffer = frame.buffer_mut();
                let draw = |scene: &Scene| {
                    let parts = screens::parts(scene, area.as_size());
                    screens::draw(scene, &parts, buffer)
                };
                self.with_foot(&foot, now, draw).flatten()
            }
        };
        if self.overlay.is_some() {
            cursor = self.draw_overlay(area, frame);
        }
        if let Some(position) = cursor {
            frame.set_cursor_position(position);
        }
    }

    /// Overlays lie at the foot; the clock at the top stays in sight.
    fn draw_overlay(&self, area: Rect, frame: &mut Frame) -> Option<Position> {
        let theme = self.setting.theme;
        let buffer = frame.buffer_mut();
        let below = layout::below_clock(area.as_size());
        let at_foot = |height: u16| cut_bottom(below, height).0;
        match self.overlay.as_ref()? {
            Overlay::Picker(picker) => {
                picker.draw(self.text, theme, at_foot(picker.height()), buffer)
            }
            Overlay::Question(question) => {
                question.draw(
                    self.text,
                    theme,
                    at_foot(question.height(area.width)),
                    buffer,
                );
                None
            }
            Overlay::Ask(ask) => ask.draw(
                self.text,
                theme,
                at_foot(ask.height(self.text, area.width)),
                buffer,
            ),
            Overlay::Reading(reading) => {
                reading.draw(self.text, theme, below, buffer);
                None
            }
        }
    }

    /// Lets `look` see the open meeting as it is drawn; nothing where none is open.
    pub(super) fn with_scene<T>(
        &self,
        now: Timestamp,
        look: impl FnOnce(&Scene) -> T,
    ) -> Option<T> {
        self.with_foot(&Foot::default(), now, look)
    }

    fn with_foot<T>(
        &self,
        foot: &Foot,
        now: Timestamp,
        look: impl FnOnce(&Scene) -> T,
    ) -> Option<T> {
        let Screen::Open(open) = &self.screen else {
            return None;
        };
        let timing: Option<Timing> = open.meeting.timing(now);
        Some(look(&Scene {
            meeting: &open.meeting,
            timing: timing.as_ref(),
            now,
            zone: self.setting.zone,
            text: self.text,
            theme: self.setting.theme,
            desk: &open.desk,
            seconds: self.seconds,
            lines: &open.rehearsal.lines,
            guard: self.watch.as_ref().map(Watch::guard),
            findings: self.findings(),
            foot,
        }))
    }

    fn foot(&self, now: Timestamp) -> Foot {
        let (status, tone) = self.status();
        let hint = |command: Command| {
            let key = keymap::key_of(command)?;
            Some((key.label(self.text), command.name(self.text)?))
        };
        let hints = match &self.screen {
            Screen::Open(open) => keymap::hints(open.desk.view)
                .iter()
                .filter(|command| **command != Command::MoreTime || self.is_short_of_time(now))
                .filter(|command| **command != Command::Questions || open.has_questions_left())
                .filter(|command| self.available(**command, now).is_ok())
                .filter_map(|command| hint(*command))
                .collect(),
            Screen::Start(_) => [Command::Menu, Command::Quit]
                .into_iter()
                .filter_map(hint)
                .collect(),
        };
        Foot {
            status,
            tone,
            hints,
            help: hint(Command::Help).unwrap_or_default(),
        }
    }

    /// Whether the phase is near its end or past it: then more time is worth a hint.
    fn is_short_of_time(&self, now: Timestamp) -> bool {
        let timing = self.open().and_then(|open| open.meeting.timing(now));
        timing.is_some_and(|timing| match timing.signal() {
            Signal::Ending { .. } | Signal::Up | Signal::Over { .. } => true,
            Signal::OnTrack | Signal::Paused | Signal::Ended => false,
        })
    }

    /// What stands at the foot: what has just happened, then trouble with the disk, then the save. As long as nothing is
    /// saved, that is told together with everything else.
    fn status(&self) -> (String, Tone) {
        let trouble = self.open().and_then(|open| self.trouble(&open.save));
        let notice = self.notice.as_ref();
        let notice = notice.map(|notice| (notice.words.clone(), notice.tone));
        let waiting = self.waiting_words();
        let notice = notice.or(waiting.map(|words| (words.to_owned(), Tone::Note)));
        let first = match (notice, trouble) {
            (Some((words, _)), Some((_, Tone::Alarm))) => Some((self.unsaved(&words), Tone::Alarm)),
            (notice, trouble) => notice.or(trouble),
        };
        if let Some(first) = first {
            return first;
        }
        let Screen::Open(open) = &self.screen else {
            return (String::new(), Tone::Calm);
        };
        let t = &self.text.saving;
        let clock = |at: Timestamp| date::time(self.setting.zone.local(at));
        let saved = open.save.at.map(clock);
        if open.access == Access::ReadOnly {
            return ((t.read_only_since)(&saved.unwrap_or_default()), Tone::Note);
        }
        let saved = saved.map_or_else(|| t.not_saved_yet.to_owned(), |at| (t.saved)(&at));
        if open.save.outside.is_some() {
            return (format!("{saved}   {}", t.changed_outside), Tone::Note);
        }
        let small = match Room::of(self.setting.size) {
            Room::Wide | Room::Normal => t.local,
            Room::Small | Room::Tiny => self.text.conversation.small_window,
        };
        (format!("{saved}   {small}"), Tone::Calm)
    }

    /// What is told while nothing is saved, with that in front.
    fn unsaved(&self, words: &str) -> String {
        let trouble = self.open().and_then(|open| open.save.trouble.as_ref());
        let since = trouble.map(|(_, since)| date::time(self.setting.zone.local(*since)));
        (self.text.saving.not_saved)(&since.unwrap_or_default(), words)
    }

    /// Why the meeting is not saved where it should be, and what becomes of it meanwhile.
    fn trouble(&self, save: &Saving) -> Option<(String, Tone)> {
        let t = &self.text.saving;
        let clock = |at: Timestamp| date::time(self.setting.zone.local(at));
        let (problem, since) = save.trouble.as_ref()?;
        let refuge = save.refuge.as_ref();
        Some(match refuge.and_then(|refuge| Some((refuge, refuge.at?))) {
            Some((refuge, at)) => {
                let file = place(&refuge.file);
                let words = (t.saved_in_refuge)(&clock(at), &file, &clock(*since));
                (words, Tone::Note)
            }
            None => {
                let words = (t.other_folder)(&(self.text.why_unsaved)(problem));
                (self.unsaved(&words), Tone::Alarm)
            }
        })
    }
}
