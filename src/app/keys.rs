//! Keys: which command or which letter is meant, wherever the cursor stands.

use crossterm::event::KeyCode;

use crate::{
    archive::Existing,
    meeting::Timestamp,
    text::Text,
    ui::{
        Ask, Command, EditOutcome, FocusTarget, Follow, Key, NumberHint, Offer, Overlay,
        StartScreen, TargetKind, TextEdit, Tone, View, keymap, layout, screens,
    },
};

use super::{
    Acting, App, Looking, Screen,
    writing::{LINE, no_room},
};

impl App {
    pub(super) fn key(&mut self, key: Key, now: Timestamp) {
        if self.shared.covered {
            if key.code == KeyCode::Esc || keymap::commands(key).any(|c| c == Command::Cover) {
                self.shared.covered = false;
            }
            return;
        }
        // At once, whatever lies on the screen.
        if keymap::commands(key).any(|c| c == Command::Cover) {
            self.shared.covered = true;
            return;
        }
        if self.shared.overlay.is_some() {
            self.overlay_key(key, now);
            return;
        }
        match &mut self.screen {
            Screen::Start(start) => {
                let start = start_key(start, key);
                let keys = keymap::commands(key);
                let possible = keys.chain(start).find(|c| self.available(*c, now).is_ok());
                if let Some(command) = possible {
                    self.run(command, now);
                }
            }
            Screen::Open(_) => self.act(now, |acting| acting.view_key(key)),
        }
    }

    pub(super) fn paste(&mut self, text: &str, now: Timestamp) {
        match &mut self.shared.overlay {
            Some(Overlay::Picker(picker)) => picker.type_text(text),
            Some(Overlay::Ask(ask)) => {
                fill_in(ask, &TextEdit::Insert(text.to_owned()), self.shared.text);
            }
            Some(Overlay::Number(ask)) => ask.put(text, self.shared.text),
            Some(Overlay::Question(_) | Overlay::Text(_)) => {}
            None if self.shared.covered => {}
            None => self.act(now, |acting| {
                acting.write(&TextEdit::Insert(text.to_owned()));
            }),
        }
    }

    /// Characters in a row: one insertion where text is written, one key press after the other elsewhere.
    pub(super) fn typed(&mut self, text: &str, now: Timestamp) {
        let writes = self.shared.overlay.is_none()
            && !self.shared.covered
            && self
                .look(now)
                .and_then(|look| look.open.view_state.focus)
                .is_some_and(FocusTarget::is_text);
        if writes {
            self.act(now, |acting| {
                acting.write(&TextEdit::Insert(text.to_owned()));
            });
        } else {
            for c in text.chars() {
                self.key(Key::plain(KeyCode::Char(c)), now);
            }
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "there are more keys than uses for them"
    )]
    pub(super) fn overlay_key(&mut self, key: Key, now: Timestamp) {
        let Some(overlay) = &mut self.shared.overlay else {
            return;
        };
        if key.code == KeyCode::Esc {
            self.shared.overlay = None;
            return;
        }
        match overlay {
            Overlay::Text(overlay) => {
                let step: isize = match key.code {
                    KeyCode::Up => -1,
                    KeyCode::Down => 1,
                    KeyCode::PageUp => -10,
                    KeyCode::PageDown | KeyCode::Char(' ') => 10,
                    KeyCode::F(1) => {
                        self.shared.overlay = None;
                        return;
                    }
                    _ => 0,
                };
                let room = layout::below_clock(self.shared.setting.size);
                overlay.scroll(step, room);
            }
            Overlay::Question(question) => {
                if key == keymap::CONFIRM {
                    let yes = question.yes.clone();
                    self.shared.overlay = None;
                    self.answered(yes, now);
                } else if key.typed().is_some() {
                    // Whoever writes on has not answered; what is written lands where it belongs.
                    self.shared.overlay = None;
                    self.key(key, now);
                }
            }
            Overlay::Ask(ask) => match key.code {
                KeyCode::Enter => match self.acting(now) {
                    Some(mut acting) => acting.asked(),
                    None => self.shared.overlay = None,
                },
                _ => {
                    ask.fault = None;
                    if let Some(edit) = edit_of(key, &self.shared.clipboard) {
                        fill_in(ask, &edit, self.shared.text);
                    }
                }
            },
            Overlay::Number(ask) => match (key.code, key.typed()) {
                (KeyCode::Enter, _) => self.act(now, |acting| {
                    acting.write_plan_data(Existing::OnlyOwn);
                }),
                (KeyCode::Backspace, _) => ask.erase(),
                (_, Some(c)) => ask.put(&c.to_string(), self.shared.text),
                _ if key == keymap::CONFIRM && ask.hint == NumberHint::InTheWay => {
                    self.act(now, |acting| acting.write_plan_data(Existing::Replace));
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
                        self.shared.overlay = None;
                        self.picked(pick, now);
                    }
                }
                (_, Some(c)) => picker.type_text(&c.to_string()),
                (_, None) => {
                    // A key of the table works from the menu as well.
                    let command = keymap::commands(key).find(|c| self.available(*c, now).is_ok());
                    if let Some(command) = command {
                        self.shared.overlay = None;
                        self.run(command, now);
                    }
                }
            },
        }
    }
}

impl Looking<'_> {
    /// What can be chosen at `target`.
    fn offers(self, target: FocusTarget) -> Vec<Offer> {
        target.offers(&self.open.meeting, self.shared.text, self.today())
    }
}

impl Acting<'_> {
    pub(super) fn view_key(&mut self, key: Key) {
        let mut refused = None;
        for command in keymap::commands(key) {
            match self.look().available(command) {
                Ok(()) => return self.run(command),
                Err(reason) => refused = Some(reason),
            }
        }
        if let Some(reason) = refused {
            return self.say(reason, Tone::Note);
        }
        match self.open.view_state.focus.map(FocusTarget::kind) {
            Some(TargetKind::Line | TargetKind::Lines) => self.text_key(key),
            Some(TargetKind::Choice | TargetKind::Ticks | TargetKind::Tick) => self.choice_key(key),
            Some(TargetKind::Button | TargetKind::Entry) | None => self.reading_key(key),
        }
    }

    pub(super) fn text_key(&mut self, key: Key) {
        if let Some(c) = key.typed() {
            return self.write(&TextEdit::Insert(c.to_string()));
        }
        let single = self.open.view_state.focus.map(FocusTarget::kind) == Some(TargetKind::Line);
        match keymap::on_sheet(key) {
            Some(command @ (Command::NextPlace | Command::PreviousPlace)) => {
                return self.run(command);
            }
            Some(Command::Activate) if single => return self.run(Command::NextPlace),
            Some(_) | None => {}
        }
        if let Some(command) = keymap::in_text(key) {
            self.run(command);
        }
    }

    pub(super) fn choice_key(&mut self, key: Key) {
        let Some(target) = self.open.view_state.focus else {
            return;
        };
        // A word begun in the wrong place chooses nothing: not its spaces, not its figures.
        let letter = key.typed().is_some_and(|c| c != ' ' && !c.is_ascii_digit());
        if letter || (self.open.view_state.stray_typing && key.typed().is_some()) {
            self.open.view_state.stray_typing = true;
            return self.say(self.shared.text.notice.not_written_here, Tone::Note);
        }
        self.open.view_state.stray_typing = false;
        let count = self.look().offers(target).len();
        let digit = key.typed().and_then(|c| c.to_digit(10));
        let number = digit
            .map(|digit| digit as usize)
            .filter(|n| (1..=count).contains(n));
        let ticks = target.kind() == TargetKind::Ticks;
        match (key.code, number) {
            (_, Some(number)) => self.choose(number - 1),
            // Where one of a few is chosen, the arrows choose; where any of them, they move.
            (KeyCode::Right, _) if ticks => self.move_tick(1, count),
            (KeyCode::Left, _) if ticks => self.move_tick(count.saturating_sub(1), count),
            (KeyCode::Right, _) => self.choose_beside(1),
            (KeyCode::Left, _) => self.choose_beside(count.saturating_sub(1)),
            (_, None) => self.reading_key(key),
        }
    }

    /// The key for choosing: ticks what the cursor stands on, or takes the next of a few.
    pub(super) fn toggle(&mut self) {
        match self.open.view_state.focus.map(FocusTarget::kind) {
            Some(TargetKind::Ticks) => self.choose(self.open.view_state.tick),
            Some(TargetKind::Tick) => self.choose(0),
            Some(TargetKind::Choice) => self.choose_beside(1),
            Some(TargetKind::Line | TargetKind::Lines | TargetKind::Button | TargetKind::Entry)
            | None => {}
        }
    }

    /// Chooses or ticks what has this number, counted from 0.
    fn choose(&mut self, number: usize) {
        if let Some(target) = self.open.view_state.focus
            && let Some(choice) = self.look().offers(target).into_iter().nth(number)
        {
            self.edit(choice.edit);
        }
    }

    /// Chooses what stands `step` places after what is chosen now, round and round.
    fn choose_beside(&mut self, step: usize) {
        let Some(target) = self.open.view_state.focus else {
            return;
        };
        let choices = self.look().offers(target);
        let here = choices.iter().position(|choice| choice.chosen).unwrap_or(0);
        if let Some(place) = (here + step).checked_rem(choices.len()) {
            self.choose(place);
        }
    }

    fn move_tick(&mut self, step: usize, count: usize) {
        let tick = &mut self.open.view_state.tick;
        *tick = (*tick + step).checked_rem(count).unwrap_or(0);
    }

    /// Keys where nothing is written: moving about, pressing buttons, scrolling.
    pub(super) fn reading_key(&mut self, key: Key) {
        match (key.code, keymap::on_sheet(key), self.open.view_state.view) {
            (KeyCode::Up, _, View::ReadBack) => self.scroll(-1),
            (KeyCode::Down, _, View::ReadBack) => self.scroll(1),
            (KeyCode::PageUp, ..) => self.scroll(-10),
            (KeyCode::PageDown, ..) => self.scroll(10),
            (KeyCode::Home, ..) => self.scroll(isize::MIN),
            (KeyCode::End, ..) => self.scroll(isize::MAX),
            (KeyCode::Up, ..) => self.step_row(-1),
            (KeyCode::Down, ..) => self.step_row(1),
            (_, Some(command), _) => self.run(command),
            (_, None, _) => match keymap::in_text(key) {
                Some(command @ (Command::Undo | Command::Redo)) => self.run(command),
                Some(_) | None => {
                    if key.typed().is_some() {
                        self.say(self.shared.text.notice.unknown_key, Tone::Note);
                    }
                }
            },
        }
    }

    pub(super) fn scroll(&mut self, step: isize) {
        let areas = layout::areas(self.shared.setting.size);
        let (most, above) = self.look().with_scene(|scene| match scene.view_state.view {
            View::ReadBack => {
                let most = screens::read_back::most_scroll(scene, &areas);
                (most, scene.view_state.scroll)
            }
            View::Review => screens::review::most_scroll(scene, &areas),
            View::Preparation
            | View::Conversation
            | View::Actions
            | View::Measures
            | View::Outcome
            | View::Plan
            | View::Sending => (0, 0),
        });
        self.open.view_state.scroll = above.saturating_add_signed(step).min(most);
        self.open.view_state.follow = Follow::Reader;
    }
}

/// Moves on the start screen. Answers with the command that `key` chooses there, if any.
fn start_key(start: &mut StartScreen, key: Key) -> Option<Command> {
    let number = key.typed().and_then(|c| c.to_digit(10));
    let number = number.map(|digit| digit as usize);
    match (key.code, number) {
        (KeyCode::Up, _) => *start = start.moved(-1),
        (KeyCode::Down | KeyCode::Tab, _) => *start = start.moved(1),
        (_, Some(number)) if (1..=screens::start::LINES.len()).contains(&number) => {
            start.chosen = number - 1;
            return Some(start.command());
        }
        (KeyCode::Enter, _) => return Some(start.command()),
        _ => {}
    }
    None
}

/// Changes or moves in the line that is asked for, and says so where it does not take more.
fn fill_in(ask: &mut Ask, edit: &TextEdit, text: &Text) {
    let outcome = ask.editor.apply(edit, LINE);
    let full = outcome == EditOutcome::Full;
    ask.fault = full.then(|| no_room(edit, text).to_owned());
}

/// What a key does to a line that is asked for.
fn edit_of(key: Key, clipboard: &str) -> Option<TextEdit> {
    match (key.typed(), keymap::in_text(key)) {
        (Some(c), _) => Some(TextEdit::Insert(c.to_string())),
        (None, Some(Command::Paste)) => Some(TextEdit::Insert(clipboard.to_owned())),
        (None, Some(Command::Undo)) => Some(TextEdit::Undo),
        (None, Some(Command::Redo)) => Some(TextEdit::Redo),
        (None, Some(Command::Edit(edit))) => Some(edit.into()),
        (None, _) => None,
    }
}
