//! Keys: which command or which letter is meant, wherever the cursor stands.

use crossterm::event::KeyCode;

use crate::{
    archive::written::Existing,
    meeting::Timestamp,
    text::Text,
    ui::{
        command::{Command, View},
        desk::{Follow, Stray},
        key::Key,
        keymap, layout,
        overlays::{Overlay, ask::Ask, number::State},
        scene::Tone,
        screens,
        slot::{Slot, SlotKind},
        widgets::editor::{Edit, Outcome},
    },
};

use super::{
    App, Cover, Screen,
    writing::{LINE, no_room},
};

impl App {
    pub(super) fn key(&mut self, key: Key, now: Timestamp) {
        if self.cover == Cover::On {
            if key.code == KeyCode::Esc || keymap::commands(key).any(|c| c == Command::Cover) {
                self.cover = Cover::Off;
            }
            return;
        }
        // At once, whatever lies on the screen.
        if keymap::commands(key).any(|c| c == Command::Cover) {
            self.cover = Cover::On;
            return;
        }
        if self.overlay.is_some() {
            self.overlay_key(key, now);
            return;
        }
        match &self.screen {
            Screen::Start(_) => self.start_key(key, now),
            Screen::Open(_) => self.desk_key(key, now),
        }
    }

    pub(super) fn paste(&mut self, text: &str, now: Timestamp) {
        match &mut self.overlay {
            Some(Overlay::Picker(picker)) => picker.type_text(text),
            Some(Overlay::Ask(ask)) => fill_in(ask, &Edit::Insert(text.to_owned()), self.text),
            Some(Overlay::Number(ask)) => ask.put(text, self.text),
            Some(Overlay::Question(_) | Overlay::Reading(_)) => {}
            None if self.cover == Cover::On => {}
            None => self.write(&Edit::Insert(text.to_owned()), now),
        }
    }

    /// Characters in a row: one insertion where text is written, one key press after the other elsewhere.
    pub(super) fn typed(&mut self, text: &str, now: Timestamp) {
        let writes = self.overlay.is_none()
            && self.cover == Cover::Off
            && self
                .open()
                .and_then(|open| open.desk.focus)
                .is_some_and(Slot::is_text);
        if writes {
            self.write(&Edit::Insert(text.to_owned()), now);
        } else {
            for c in text.chars() {
                self.key(Key::plain(KeyCode::Char(c)), now);
            }
        }
    }

    pub(super) fn start_key(&mut self, key: Key, now: Timestamp) {
        if let Some(command) = keymap::commands(key).find(|c| self.available(*c, now).is_ok()) {
            return self.run(command, now);
        }
        let Screen::Start(start) = &mut self.screen else {
            return;
        };
        let number = key
            .typed()
            .and_then(|c| c.to_digit(10))
            .map(|digit| digit as usize);
        match (key.code, number) {
            (KeyCode::Up, _) => *start = start.moved(-1),
            (KeyCode::Down | KeyCode::Tab, _) => *start = start.moved(1),
            (_, Some(number)) if (1..=screens::start::LINES.len()).contains(&number) => {
                start.chosen = number - 1;
                let command = start.command();
                self.run(command, now);
            }
            (KeyCode::Enter, _) => {
                let command = start.command();
                self.run(command, now);
            }
            _ => {}
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "there are more keys than uses for them"
    )]
    pub(super) fn overlay_key(&mut self, key: Key, now: Timestamp) {
        let Some(overlay) = &mut self.overlay else {
            return;
        };
        if key.code == KeyCode::Esc {
            self.overlay = None;
            return;
        }
        match overlay {
            Overlay::Reading(reading) => {
                let step: isize = match key.code {
                    KeyCode::Up => -1,
                    KeyCode::Down => 1,
                    KeyCode::PageUp => -10,
                    KeyCode::PageDown | KeyCode::Char(' ') => 10,
                    KeyCode::F(1) => {
                        self.overlay = None;
                        return;
                    }
                    _ => 0,
                };
                let room = layout::below_clock(self.setting.size);
                reading.scroll(step, room);
            }
            Overlay::Question(question) => {
                if key == keymap::CONFIRM {
                    let yes = question.yes.clone();
                    self.overlay = None;
                    self.answered(yes, now);
                } else if key.typed().is_some() {
                    // Whoever writes on has not answered; what is written lands where it belongs.
                    self.overlay = None;
                    self.key(key, now);
                }
            }
            Overlay::Ask(ask) => match key.code {
                KeyCode::Enter => self.asked(now),
                _ => {
                    ask.fault = None;
                    if let Some(edit) = edit_of(key, &self.clipboard) {
                        fill_in(ask, &edit, self.text);
                    }
                }
            },
            Overlay::Number(ask) => match (key.code, key.typed()) {
                (KeyCode::Enter, _) => self.write_plan_data(Existing::OnlyOwn, now),
                (KeyCode::Backspace, _) => ask.erase(),
                (_, Some(c)) => ask.put(&c.to_string(), self.text),
                _ if key == keymap::CONFIRM && ask.state == State::InTheWay => {
                    self.write_plan_data(Existing::Replace, now);
                }
                _ => {}
            },
            Overlay::Picker(picker) => match (key.code, key.typed()) {
                (KeyCode::Up, _) => picker.step(-1),
                (KeyCode::Down | KeyCode::Tab, _) => picker.step(1),
                (KeyCode::PageUp, _) => picker.step(-10),
                (KeyCode::PageDown, _) => picker.step(10),
                (KeyCode::Backspace, _) => picker.erase(),
                (KeyCode::Enter, _) => {
                    if let Some(pick) = picker.pick() {
                        self.overlay = None;
                        self.picked(pick, now);
                    }
                }
                (_, Some(c)) => picker.type_text(&c.to_string()),
                (_, None) => {
                    // A key of the table works from the menu as well.
                    let command = keymap::commands(key).find(|c| self.available(*c, now).is_ok());
                    if let Some(command) = command {
                        self.overlay = None;
                        self.run(command, now);
                    }
                }
            },
        }
    }

    pub(super) fn desk_key(&mut self, key: Key, now: Timestamp) {
        let mut refused = None;
        for command in keymap::commands(key) {
            match self.available(command, now) {
                Ok(()) => return self.run(command, now),
                Err(reason) => refused = Some(reason),
            }
        }
        if let Some(reason) = refused {
            return self.say(reason, Tone::Note, now);
        }
        let Screen::Open(open) = &self.screen else {
            return;
        };
        let kind = open.desk.focus.map(Slot::kind);
        match kind {
            Some(SlotKind::Line | SlotKind::Lines) => self.text_key(key, now),
            Some(SlotKind::Choice | SlotKind::Ticks | SlotKind::Tick) => self.choice_key(key, now),
            Some(SlotKind::Button | SlotKind::Entry) | None => self.reading_key(key, now),
        }
    }

    pub(super) fn text_key(&mut self, key: Key, now: Timestamp) {
        if let Some(c) = key.typed() {
            return self.write(&Edit::Insert(c.to_string()), now);
        }
        let single =
            self.open().and_then(|open| open.desk.focus).map(Slot::kind) == Some(SlotKind::Line);
        match keymap::on_sheet(key) {
            Some(command @ (Command::NextPlace | Command::PreviousPlace)) => {
                return self.run(command, now);
            }
            Some(Command::Activate) if single => return self.run(Command::NextPlace, now),
            Some(_) | None => {}
        }
        if let Some(command) = keymap::in_text(key) {
            self.run(command, now);
        }
    }

    pub(super) fn choice_key(&mut self, key: Key, now: Timestamp) {
        let Some(open) = self.open() else {
            return;
        };
        let Some(slot) = open.desk.focus else {
            return;
        };
        // A word begun in the wrong place chooses nothing: not its spaces, not its figures.
        let letter = key.typed().is_some_and(|c| c != ' ' && !c.is_ascii_digit());
        if letter || (open.desk.stray == Stray::Yes && key.typed().is_some()) {
            self.note_stray(Stray::Yes);
            return self.say(self.text.notice.not_written_here, Tone::Note, now);
        }
        self.note_stray(Stray::No);
        let Some(open) = self.open() else {
            return;
        };
        let count = slot.offers(&open.meeting, self.text, self.today(now)).len();
        let digit = key.typed().and_then(|c| c.to_digit(10));
        let number = digit
            .map(|digit| digit as usize)
            .filter(|n| (1..=count).contains(n));
        let ticks = slot.kind() == SlotKind::Ticks;
        match (key.code, number) {
            (_, Some(number)) => self.choose(number - 1, now),
            // Where one of a few is chosen, the arrows choose; where any of them, they move.
            (KeyCode::Right, _) if ticks => self.move_tick(1, count),
            (KeyCode::Left, _) if ticks => self.move_tick(count.saturating_sub(1), count),
            (KeyCode::Right, _) => self.choose_beside(1, now),
            (KeyCode::Left, _) => self.choose_beside(count.saturating_sub(1), now),
            (_, None) => self.reading_key(key, now),
        }
    }

    /// The key for choosing: ticks what the cursor stands on, or takes the next of a few.
    pub(super) fn toggle(&mut self, now: Timestamp) {
        let Some((slot, tick)) = self
            .open()
            .and_then(|open| Some((open.desk.focus?, open.desk.tick)))
        else {
            return;
        };
        match slot.kind() {
            SlotKind::Ticks => self.choose(tick, now),
            SlotKind::Tick => self.choose(0, now),
            SlotKind::Choice => self.choose_beside(1, now),
            SlotKind::Line | SlotKind::Lines | SlotKind::Button | SlotKind::Entry => {}
        }
    }

    /// Chooses or ticks what has this number, counted from 0.
    fn choose(&mut self, number: usize, now: Timestamp) {
        let choice = self.open().and_then(|open| {
            let choices = open
                .desk
                .focus?
                .offers(&open.meeting, self.text, self.today(now));
            choices.into_iter().nth(number)
        });
        if let Some(choice) = choice {
            self.edit(choice.edit, now);
        }
    }

    /// Chooses what stands `step` places after what is chosen now, round and round.
    fn choose_beside(&mut self, step: usize, now: Timestamp) {
        let place = self.open().and_then(|open| {
            let choices = open
                .desk
                .focus?
                .offers(&open.meeting, self.text, self.today(now));
            let here = choices.iter().position(|choice| choice.chosen).unwrap_or(0);
            (here + step).checked_rem(choices.len())
        });
        if let Some(place) = place {
            self.choose(place, now);
        }
    }

    fn note_stray(&mut self, stray: Stray) {
        if let Screen::Open(open) = &mut self.screen {
            open.desk.stray = stray;
        }
    }

    fn move_tick(&mut self, step: usize, count: usize) {
        if let Screen::Open(open) = &mut self.screen {
            open.desk.tick = (open.desk.tick + step).checked_rem(count).unwrap_or(0);
        }
    }

    /// Keys where nothing is written: moving about, pressing buttons, scrolling.
    pub(super) fn reading_key(&mut self, key: Key, now: Timestamp) {
        let view = self.open().map(|open| open.desk.view);
        match (key.code, keymap::on_sheet(key), view) {
            (KeyCode::Up, _, Some(View::ReadBack)) => self.scroll(-1, now),
            (KeyCode::Down, _, Some(View::ReadBack)) => self.scroll(1, now),
            (KeyCode::PageUp, ..) => self.scroll(-10, now),
            (KeyCode::PageDown, ..) => self.scroll(10, now),
            (KeyCode::Home, ..) => self.scroll(isize::MIN, now),
            (KeyCode::End, ..) => self.scroll(isize::MAX, now),
            (KeyCode::Up, ..) => self.step_row(-1, now),
            (KeyCode::Down, ..) => self.step_row(1, now),
            (_, Some(command), _) => self.run(command, now),
            (_, None, _) => match keymap::in_text(key) {
                Some(command @ (Command::Undo | Command::Redo)) => self.run(command, now),
                Some(_) | None => {
                    if key.typed().is_some() {
                        self.say(self.text.notice.unknown_key, Tone::Note, now);
                    }
                }
            },
        }
    }

    pub(super) fn scroll(&mut self, step: isize, now: Timestamp) {
        let parts = layout::parts(self.setting.size);
        let reach = self.with_scene(now, |scene| match scene.desk.view {
            View::ReadBack => {
                let most = screens::read_back::most_scroll(scene, &parts);
                (most, scene.desk.scroll)
            }
            View::Review => screens::review::most_scroll(scene, &parts),
            View::Preparation
            | View::Conversation
            | View::Actions
            | View::Measures
            | View::Outcome
            | View::Plan
            | View::Sending => (0, 0),
        });
        let (most, above) = reach.unwrap_or_default();
        if let Screen::Open(open) = &mut self.screen {
            open.desk.scroll = above.saturating_add_signed(step).min(most);
            open.desk.follow = Follow::Reader;
        }
    }
}

/// Changes or moves in the line that is asked for, and says so where it does not take more.
fn fill_in(ask: &mut Ask, edit: &Edit, text: &Text) {
    let outcome = ask.editor.apply(edit, LINE);
    let full = outcome == Outcome::Full;
    ask.fault = full.then(|| no_room(edit, text).to_owned());
}

/// What a key does to a line that is asked for.
fn edit_of(key: Key, clipboard: &str) -> Option<Edit> {
    match (key.typed(), keymap::in_text(key)) {
        (Some(c), _) => Some(Edit::Insert(c.to_string())),
        (None, Some(Command::Paste)) => Some(Edit::Insert(clipboard.to_owned())),
        (None, Some(Command::Undo)) => Some(Edit::Undo),
        (None, Some(Command::Redo)) => Some(Edit::Redo),
        (None, Some(Command::Edit(edit))) => Some(edit.into()),
        (None, _) => None,
    }
}
