//! The picture of the program at an instant. Changes nothing.

use ratatui::{
    Frame,
    layout::{Position, Rect},
};

use crate::{
    meeting::{Signal, Timestamp, Timing},
    privacy::Watch,
    text::problem::place,
    ui::{
        Command, Foot, Overlay, Room, Scene, Tone, keymap,
        layout::{self, cut_bottom},
        overlays::cover,
        screens,
        widgets::line::put_text,
    },
};

use super::{App, Looking, Screen, Shared, input::Access};

impl App {
    /// Draws everything, and puts the terminal's cursor where text is written.
    pub fn view(&self, frame: &mut Frame, now: Timestamp) {
        let area = frame.area();
        let theme = self.shared.setting.theme;
        if area.width < layout::MIN.width || area.height < layout::MIN.height {
            put_text(
                area,
                0,
                self.shared.text.overlay.too_small,
                theme.strong,
                frame.buffer_mut(),
            );
            return;
        }
        if self.shared.covered {
            let clock = self.shared.clock(now);
            cover::draw(&clock, self.shared.text, theme, area, frame.buffer_mut());
            return;
        }
        let foot = self.foot(now);
        let mut cursor = match &self.screen {
            Screen::Start(start) => {
                screens::start::draw(
                    *start,
                    self.shared.text,
                    theme,
                    &foot,
                    area,
                    frame.buffer_mut(),
                );
                None
            }
            Screen::Open(open) => {
                let (shared, buffer) = (&self.shared, frame.buffer_mut());
                let draw = |scene: &Scene| {
                    let areas = screens::areas(scene, area.as_size());
                    screens::draw(scene, &areas, buffer)
                };
                Looking { open, shared, now }.with_foot(&foot, draw)
            }
        };
        if self.shared.overlay.is_some() {
            cursor = self.shared.draw_overlay(area, frame);
        }
        if let Some(position) = cursor {
            frame.set_cursor_position(position);
        }
    }

    fn foot(&self, now: Timestamp) -> Foot {
        let text = self.shared.text;
        let (status, tone) = self.status(now);
        let hint = |command: Command| {
            let key = keymap::key_of(command)?;
            Some((key.label(text), command.name(text)?))
        };
        let hinted = match self.look(now) {
            Some(look) => look.hinted(),
            None => vec![Command::Menu, Command::Quit],
        };
        Foot {
            status,
            tone,
            hints: hinted.into_iter().filter_map(hint).collect(),
            help: hint(Command::Help).unwrap_or_default(),
        }
    }

    /// What stands at the foot: what has just happened, then trouble with the disk, then the save. As long as nothing is
    /// saved, that is told together with everything else.
    fn status(&self, now: Timestamp) -> (String, Tone) {
        let look = self.look(now);
        let trouble = look.and_then(Looking::trouble);
        let first = match (self.shared.said(), trouble, look) {
            (Some((words, _)), Some((_, Tone::Alarm)), Some(look)) => {
                Some((look.unsaved(&words), Tone::Alarm))
            }
            (said, trouble, _) => said.or(trouble),
        };
        let saved = || look.map(Looking::saved_words);
        first.or_else(saved).unwrap_or_default()
    }
}

impl Shared {
    /// Overlays lie at the foot; the clock at the top stays in sight.
    fn draw_overlay(&self, area: Rect, frame: &mut Frame) -> Option<Position> {
        let (text, theme) = (self.text, self.setting.theme);
        let (width, buffer) = (area.width, frame.buffer_mut());
        let below = layout::below_clock(area.as_size());
        let at_foot = |height: u16| cut_bottom(below, height).0;
        match self.overlay.as_ref()? {
            Overlay::Picker(picker) => picker.draw(text, theme, at_foot(picker.height()), buffer),
            Overlay::Question(question) => {
                question.draw(text, theme, at_foot(question.height(width)), buffer);
                None
            }
            Overlay::Ask(ask) => ask.draw(text, theme, at_foot(ask.height(text, width)), buffer),
            Overlay::Number(ask) => ask.draw(text, theme, at_foot(ask.height(text, width)), buffer),
            Overlay::Text(overlay) => {
                overlay.draw(text, theme, below, buffer);
                None
            }
        }
    }

    /// What has just happened, or what is waited for.
    fn said(&self) -> Option<(String, Tone)> {
        let notice = self.notice.as_ref();
        let notice = notice.map(|notice| (notice.words.clone(), notice.tone));
        let waiting = self.waiting_words();
        notice.or(waiting.map(|words| (words.to_owned(), Tone::Note)))
    }
}

impl Looking<'_> {
    /// Lets `look` see the open meeting as it is drawn.
    pub(super) fn with_scene<T>(self, look: impl FnOnce(&Scene) -> T) -> T {
        self.with_foot(&Foot::default(), look)
    }

    fn with_foot<T>(self, foot: &Foot, look: impl FnOnce(&Scene) -> T) -> T {
        let Looking { open, shared, now } = self;
        let timing: Option<Timing> = open.meeting.timing(now);
        look(&Scene {
            meeting: &open.meeting,
            timing: timing.as_ref(),
            now,
            zone: shared.setting.zone,
            text: shared.text,
            theme: shared.setting.theme,
            view_state: &open.view_state,
            seconds: shared.seconds,
            lines: &open.rehearsal.lines,
            guard: shared.watch.as_ref().map(Watch::guard),
            findings: self.findings(),
            foot,
        })
    }

    /// What the foot hints at now.
    fn hinted(self) -> Vec<Command> {
        let hints = keymap::hints(self.open.view_state.view).iter().copied();
        hints
            .filter(|command| *command != Command::MoreTime || self.is_short_of_time())
            .filter(|command| *command != Command::Questions || self.open.has_questions_left())
            .filter(|command| self.available(*command).is_ok())
            .collect()
    }

    /// Whether the phase is near its end or past it: then more time is worth a hint.
    fn is_short_of_time(self) -> bool {
        let timing = self.open.meeting.timing(self.now);
        timing.is_some_and(|timing| match timing.signal() {
            Signal::Ending { .. } | Signal::Up | Signal::Over { .. } => true,
            Signal::OnTrack | Signal::Paused | Signal::Ended => false,
        })
    }

    /// When the meeting was saved, and where.
    fn saved_words(self) -> (String, Tone) {
        let Looking { open, shared, .. } = self;
        let t = &shared.text.saving;
        let saved = open.save.at.map(|at| shared.clock(at));
        if open.access == Access::ReadOnly {
            return ((t.read_only_since)(&saved.unwrap_or_default()), Tone::Note);
        }
        let saved = saved.map_or_else(|| t.not_saved_yet.to_owned(), |at| (t.saved)(&at));
        if open.save.outside.is_some() {
            return (format!("{saved}   {}", t.changed_outside), Tone::Note);
        }
        let small = match Room::of(shared.setting.size) {
            Room::Wide | Room::Normal => t.local,
            Room::Small | Room::Tiny => shared.text.conversation.small_window,
        };
        (format!("{saved}   {small}"), Tone::Calm)
    }

    /// What is told while nothing is saved, with that in front.
    fn unsaved(self, words: &str) -> String {
        let trouble = self.open.save.trouble.as_ref();
        let since = trouble.map(|(_, since)| self.shared.clock(*since));
        (self.shared.text.saving.not_saved)(&since.unwrap_or_default(), words)
    }

    /// Why the meeting is not saved where it should be, and what becomes of it meanwhile.
    fn trouble(self) -> Option<(String, Tone)> {
        let (shared, save) = (self.shared, &self.open.save);
        let t = &shared.text.saving;
        let (problem, since) = save.trouble.as_ref()?;
        let refuge = save.refuge.as_ref();
        Some(match refuge.and_then(|refuge| Some((refuge, refuge.at?))) {
            Some((refuge, at)) => {
                let file = place(&refuge.file);
                let words = (t.saved_in_refuge)(&shared.clock(at), &file, &shared.clock(*since));
                (words, Tone::Note)
            }
            None => {
                let words = (t.other_folder)(&(shared.text.why_unsaved)(problem));
                (self.unsaved(&words), Tone::Alarm)
            }
        })
    }
}
