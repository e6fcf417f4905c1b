//! Keys and commands: which one is meant, whether it can be done, and what it does.

use chrono::{NaiveDate, TimeDelta};
use crossterm::event::KeyCode;
use ratatui::layout::Size;

use crate::{
    meeting::{
        Kind, Timestamp,
        agenda::{ItemIndex, PhaseIndex},
        case_code::CaseCode,
        event::{Edit as MeetingEdit, Event, TextPlace},
        open_point::OpenPoint,
        participant::Role,
        stage::Stage,
    },
    text,
    ui::{
        command::{Command, View},
        desk::Desk,
        key::Key,
        keymap, layout,
        overlays::{
            Overlay,
            ask::{Ask, Purpose},
            help,
            picker::{Entry, Pick, Picker},
            question::{Question, Yes},
        },
        scene::{Seconds, Tone},
        screens, sheet,
        slot::{Slot, SlotKind},
        widgets::editor::{Edit, Motion, Outcome},
    },
};

use super::{
    App, Cover, OpenMeeting, Screen,
    effect::{Effect, Existing},
    undo::{Act, inverse},
};

/// Speeds of a practice meeting, one after the other.
const SPEEDS: [u32; 4] = [1, 5, 15, 60];

impl App {
    pub(super) fn key(&mut self, key: Key, now: Timestamp) {
        if self.cover == Cover::On {
            if key.code == KeyCode::Esc || keymap::commands(key).any(|c| c == Command::Cover) {
                self.cover = Cover::Off;
            }
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
            Some(Overlay::Ask(ask)) => {
                ask.editor.apply(&Edit::Insert(text.to_owned()), LINE);
            }
            Some(Overlay::Question(_) | Overlay::Help { .. }) => {}
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

    fn start_key(&mut self, key: Key, now: Timestamp) {
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

    fn overlay_key(&mut self, key: Key, now: Timestamp) {
        let Some(overlay) = &mut self.overlay else {
            return;
        };
        if key.code == KeyCode::Esc {
            self.overlay = None;
            return;
        }
        match overlay {
            Overlay::Help { scroll } => {
                let most = help::lines(self.text).len();
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
                *scroll = scroll.saturating_add_signed(step).min(most);
            }
            Overlay::Question(question) => {
                let yes = self.text.overlay.yes_key;
                if key.typed().is_some_and(|c| c.to_lowercase().eq([yes])) {
                    let yes = question.yes.clone();
                    self.overlay = None;
                    self.answered(yes, now);
                }
            }
            Overlay::Ask(ask) => match key.code {
                KeyCode::Enter => self.asked(now),
                _ => {
                    ask.fault = None;
                    let edit = match (key.typed(), keymap::in_text(key)) {
                        (Some(c), _) => Some(Edit::Insert(c.to_string())),
                        (None, Some(Command::Paste)) => Some(Edit::Insert(self.clipboard.clone())),
                        (None, Some(Command::Undo)) => Some(Edit::Undo),
                        (None, Some(Command::Redo)) => Some(Edit::Redo),
                        (None, Some(Command::Edit(edit))) => Some(edit.into()),
                        (None, _) => None,
                    };
                    if let Some(edit) = edit {
                        ask.editor.apply(&edit, LINE);
                    }
                }
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

    fn desk_key(&mut self, key: Key, now: Timestamp) {
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
            Some(SlotKind::Choice | SlotKind::Ticks) => self.choice_key(key, now),
            Some(SlotKind::Button) | None => self.reading_key(key, now),
        }
    }

    fn text_key(&mut self, key: Key, now: Timestamp) {
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
        match keymap::in_text(key) {
            Some(command) => self.run(command, now),
            None => {}
        }
    }

    fn choice_key(&mut self, key: Key, now: Timestamp) {
        let Some(open) = self.open() else {
            return;
        };
        let Some(slot) = open.desk.focus else {
            return;
        };
        let choices = slot.choices(&open.meeting, self.text);
        let ticks = slot.kind() == SlotKind::Ticks;
        let digit = key
            .typed()
            .and_then(|c| c.to_digit(10))
            .map(|digit| digit as usize);
        let here = if ticks {
            open.desk.tick
        } else {
            choices.iter().position(|choice| choice.chosen).unwrap_or(0)
        };
        let count = choices.len().max(1);
        let target = match (key.code, digit) {
            (_, Some(number)) if (1..=choices.len()).contains(&number) => Some(number - 1),
            (KeyCode::Char(' '), _) if ticks => Some(here),
            (KeyCode::Char(' ') | KeyCode::Right, _) if !ticks => Some((here + 1) % count),
            (KeyCode::Left, _) if !ticks => Some((here + count - 1) % count),
            (KeyCode::Right, _) => {
                self.move_tick((here + 1) % count);
                return;
            }
            (KeyCode::Left, _) => {
                self.move_tick((here + count - 1) % count);
                return;
            }
            _ => None,
        };
        match target.and_then(|target| choices.into_iter().nth(target)) {
            Some(choice) => {
                self.edit(choice.edit, now);
            }
            None => self.reading_key(key, now),
        }
    }

    fn move_tick(&mut self, tick: usize) {
        if let Screen::Open(open) = &mut self.screen {
            open.desk.tick = tick;
        }
    }

    /// Keys where nothing is written: moving about, pressing buttons, scrolling.
    fn reading_key(&mut self, key: Key, now: Timestamp) {
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

    fn scroll(&mut self, step: isize, now: Timestamp) {
        let size = self.setting.size;
        let most = self.with_scene(now, |scene| match scene.desk.view {
            View::ReadBack => screens::read_back::length(scene, size.width),
            View::Review => screens::review::length(scene, size.width),
            View::Preparation
            | View::Conversation
            | View::Actions
            | View::Measures
            | View::Outcome => 0,
        });
        if let Screen::Open(open) = &mut self.screen {
            let most = most.unwrap_or(0).saturating_sub(1);
            open.desk.scroll = open.desk.scroll.saturating_add_signed(step).min(most);
        }
    }

    /// Whether a command can be carried out now: hints, menu and keys all ask here.
    ///
    /// # Errors
    /// The sentence that says why not.
    pub(super) fn available(&self, command: Command, now: Timestamp) -> Result<(), String> {
        let nothing = || Err(self.text.notice.unknown_key.to_owned());
        let refuse = |refusal| Err((self.text.refusal)(refusal, self.setting.zone));
        let Screen::Open(open) = &self.screen else {
            return match command {
                Command::NewMeeting
                | Command::Practise
                | Command::OpenMeeting
                | Command::Menu
                | Command::Help
                | Command::Cover
                | Command::Quit => Ok(()),
                _ => nothing(),
            };
        };
        let stage = open.meeting.stage();
        let possible = |event: Event| {
            open.meeting
                .accepts(event, now)
                .or_else(|refusal| refuse(refusal))
        };
        let begun = || match stage {
            Stage::Preparing => refuse(crate::meeting::event::Refusal::NotBegun),
            Stage::Running | Stage::Paused | Stage::Ended | Stage::InReview | Stage::Approved => {
                Ok(())
            }
        };
        let over = matches!(stage, Stage::Ended | Stage::InReview | Stage::Approved);
        match command {
            Command::Menu
            | Command::Help
            | Command::Cover
            | Command::Quit
            | Command::Save
            | Command::Close
            | Command::ToggleSeconds
            | Command::NextPlace
            | Command::PreviousPlace
            | Command::Activate
            | Command::Toggle
            | Command::Undo
            | Command::Redo
            | Command::Paste
            | Command::Edit(_) => Ok(()),
            Command::NewMeeting | Command::Practise | Command::OpenMeeting => nothing(),
            Command::Show(View::Conversation) | Command::ChooseItem | Command::ToggleKladd => {
                begun()
            }
            Command::Show(_) => Ok(()),
            Command::Begin => possible(Event::Begin),
            Command::Pause => possible(Event::Pause),
            Command::Resume if over => refuse(crate::meeting::event::Refusal::AlreadyEnded),
            Command::Resume => possible(Event::Resume),
            Command::TakeUpAgain if over => possible(Event::Resume),
            Command::TakeUpAgain => refuse(crate::meeting::event::Refusal::NotEnded),
            Command::NextItem | Command::PreviousItem if over => Ok(()),
            Command::NextItem => match possible(Event::End) {
                // At the last item, the next step is to end the meeting.
                Ok(()) => Ok(()),
                Err(reason) => Err(reason),
            },
            Command::PreviousItem => possible(Event::Previous),
            Command::SetAside => possible(Event::SetAside),
            Command::MoreTime => possible(Event::Extend { minutes: 1 }),
            Command::CorrectStart => {
                let start = open.meeting.timeline.started().unwrap_or(now);
                possible(Event::CorrectStart(start))
            }
            Command::CorrectEnd => {
                let end = open.meeting.timeline.ended().unwrap_or(now);
                possible(Event::CorrectEnd(end))
            }
            Command::LeaveOut => match open.away {
                Some(from) => possible(Event::LeaveOut { from }),
                None => nothing(),
            },
            Command::Speed => match open.meeting.kind {
                Kind::Practice => Ok(()),
                Kind::Real => nothing(),
            },
            Command::AddAction => possible(Event::Edit(MeetingEdit::AddAction)),
            Command::AddParticipant => {
                possible(Event::Edit(MeetingEdit::AddParticipant(Role::Other)))
            }
            Command::AddStep => possible(Event::Edit(MeetingEdit::AddStep)),
            Command::Remove => match removal(&open.desk) {
                Some(edit) => possible(Event::Edit(edit)),
                None => nothing(),
            },
            Command::MarkReadBack => possible(Event::MarkReadBack),
            Command::End => possible(Event::End),
            Command::Approve => possible(Event::Approve),
            Command::Withdraw => possible(Event::WithdrawApproval),
            Command::WriteReferat if over => Ok(()),
            Command::WriteReferat => {
                begun().and_then(|()| refuse(crate::meeting::event::Refusal::NotEnded))
            }
            Command::EditCaseCode => possible(Event::Edit(MeetingEdit::CaseCode(
                open.meeting.code.clone(),
            ))),
        }
    }

    /// Carries out a command that is available.
    pub(super) fn run(&mut self, command: Command, now: Timestamp) {
        match command {
            Command::Menu => self.open_menu(now),
            Command::Help => self.overlay = Some(Overlay::Help { scroll: 0 }),
            Command::Cover => self.cover = Cover::On,
            Command::Quit => self.quit(),
            Command::Save => {
                self.submit(now);
                self.effects.push(Effect::Flush);
                self.say(self.text.notice.thanks, Tone::Calm, now);
            }
            Command::Close => self.close(),
            Command::NewMeeting => self.effects.push(Effect::Create(Kind::Real)),
            Command::Practise => self.effects.push(Effect::Create(Kind::Practice)),
            Command::OpenMeeting => self.effects.push(Effect::List),
            Command::Show(view) => self.show_or_return(view, now),
            Command::Begin => {
                if self.happen(Event::Begin, now) {
                    self.follow_item();
                    self.show(View::Conversation, now);
                    let at = self.clock(now);
                    self.say((self.text.notice.begun)(&at), Tone::Note, now);
                }
            }
            Command::Pause => self.event(Event::Pause, self.text.notice.paused, now),
            Command::Resume => self.event(Event::Resume, self.text.notice.resumed, now),
            Command::TakeUpAgain => {
                self.event(Event::Resume, self.text.notice.resumed, now);
                self.follow_item();
                self.show(View::Conversation, now);
            }
            Command::NextItem => self.next_item(now),
            Command::PreviousItem => self.move_item(Event::Previous, now),
            Command::SetAside => self.move_item(Event::SetAside, now),
            Command::ChooseItem => self.choose_item(),
            Command::MoreTime => self.choose_time(),
            Command::CorrectStart => self.ask_time(Purpose::Start, now),
            Command::CorrectEnd => self.ask_time(Purpose::End, now),
            Command::LeaveOut => self.leave_out(now),
            Command::ToggleSeconds => {
                let t = &self.text.notice;
                let (seconds, words) = match self.seconds {
                    Seconds::Shown => (Seconds::Hidden, t.seconds_off),
                    Seconds::Hidden => (Seconds::Shown, t.seconds_on),
                };
                self.seconds = seconds;
                self.say(words, Tone::Calm, now);
            }
            Command::Speed => self.change_speed(now),
            Command::ToggleKladd => self.toggle_kladd(now),
            Command::AddAction => {
                let slot = self
                    .open()
                    .map(|o| Slot::Text(TextPlace::What(o.meeting.next_action())));
                self.add(MeetingEdit::AddAction, View::Actions, slot, now);
            }
            Command::AddParticipant => {
                let slot = self
                    .open()
                    .map(|o| Slot::Role(o.meeting.next_participant()));
                self.add(
                    MeetingEdit::AddParticipant(Role::Other),
                    View::Preparation,
                    slot,
                    now,
                );
            }
            Command::AddStep => {
                let slot = self.open().map(|o| Slot::StepWork(o.meeting.next_step()));
                self.add(MeetingEdit::AddStep, View::Outcome, slot, now);
            }
            Command::Remove => self.remove(now),
            Command::MarkReadBack => {
                self.event(Event::MarkReadBack, self.text.notice.read_back, now);
            }
            Command::End => self.ask_end(),
            Command::Approve => {
                let open_points = self
                    .open()
                    .map_or(0, |open| open.meeting.open_points().len());
                let words = (self.text.overlay.approve_question)(open_points);
                self.ask(words, Yes::Event(Event::Approve));
            }
            Command::Withdraw => {
                let words = self.text.overlay.withdraw_question;
                self.ask(words, Yes::Event(Event::WithdrawApproval));
            }
            Command::WriteReferat => self.ask_file(),
            Command::EditCaseCode => {
                let code = self
                    .open()
                    .map_or_else(String::new, |o| o.meeting.code.to_string());
                let label = self.text.overlay.ask_case_code;
                self.overlay = Some(Overlay::Ask(Ask::new(Purpose::CaseCode, label, &code)));
            }
            Command::NextPlace => self.step_place(1, now),
            Command::PreviousPlace => self.step_place(-1, now),
            Command::Activate => self.activate(now),
            Command::Toggle => {}
            Command::Undo => self.undo(now),
            Command::Redo => self.write(&Edit::Redo, now),
            Command::Paste => self.write(&Edit::Insert(self.clipboard.clone()), now),
            Command::Edit(edit) => self.write(&edit.into(), now),
        }
    }

    pub(super) fn open(&self) -> Option<&OpenMeeting> {
        match &self.screen {
            Screen::Open(open) => Some(open),
            Screen::Start(_) => None,
        }
    }

    fn clock(&self, at: Timestamp) -> String {
        text::date::time(self.setting.zone.local(at))
    }

    fn today(&self, now: Timestamp) -> NaiveDate {
        self.setting.zone.date(now)
    }

    fn event(&mut self, event: Event, words: &str, now: Timestamp) {
        if self.happen(event, now) {
            self.say(words, Tone::Calm, now);
        }
    }

    // ── Views and places ────────────────────────────────────────────────────────────────────────────────────────────

    /// Shows a view; asked for again, it leads back to the meeting.
    fn show_or_return(&mut self, view: View, now: Timestamp) {
        let here = self.open().map(|open| open.desk.view) == Some(view);
        let back = Command::Show(View::Conversation);
        if here && view != View::Conversation && self.available(back, now).is_ok() {
            self.show(View::Conversation, now);
        } else {
            self.show(view, now);
        }
    }

    pub(super) fn show(&mut self, view: View, now: Timestamp) {
        self.drop_blank_actions(now);
        if let Screen::Open(open) = &mut self.screen {
            open.desk.view = view;
            open.desk.scroll = 0;
            open.desk.focus = None;
            if view == View::Review && open.meeting.stage() == Stage::Ended {
                self.happen(Event::BeginReview, now);
            }
        }
        self.focus_first(now);
    }

    fn focus_first(&mut self, now: Timestamp) {
        let slots = self.slots(now);
        if let Screen::Open(open) = &mut self.screen {
            let slot = match open.desk.view {
                View::Conversation => Some(open.desk.note()),
                View::Preparation
                | View::Actions
                | View::Measures
                | View::Outcome
                | View::ReadBack
                | View::Review => slots.first().copied(),
            };
            open.desk.focus_on(slot, &open.meeting);
        }
    }

    /// An action item in which nothing was written goes away when one leaves the list.
    fn drop_blank_actions(&mut self, now: Timestamp) {
        let blank: Vec<_> = self.open().map_or_else(Vec::new, |open| {
            let blank = open
                .meeting
                .actions
                .iter()
                .filter(|action| action.is_blank());
            blank.map(|action| action.id).collect()
        });
        for id in blank {
            self.happen(Event::Edit(MeetingEdit::RemoveAction(id)), now);
        }
    }

    fn rows(&self, now: Timestamp) -> Vec<sheet::Row> {
        self.with_scene(now, screens::rows).unwrap_or_default()
    }

    fn slots(&self, now: Timestamp) -> Vec<Slot> {
        sheet::slots(&self.rows(now))
    }

    fn step_place(&mut self, step: isize, now: Timestamp) {
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
    }

    fn step_row(&mut self, step: isize, now: Timestamp) {
        let rows = self.rows(now);
        if let Screen::Open(open) = &mut self.screen
            && let Some(focus) = open.desk.focus
            && let Some(slot) = sheet::beside(&rows, focus, step)
        {
            open.desk.focus_on(Some(slot), &open.meeting);
        }
    }

    fn activate(&mut self, now: Timestamp) {
        match self.open().and_then(|open| open.desk.focus) {
            Some(Slot::Button(command)) => match self.available(command, now) {
                Ok(()) => self.run(command, now),
                Err(reason) => self.say(reason, Tone::Note, now),
            },
            Some(Slot::OpenPoint(number)) => {
                let point = self
                    .open()
                    .and_then(|o| o.meeting.open_points().get(number).copied());
                if let Some(point) = point {
                    self.go_to_point(point, now);
                }
            }
            Some(_) => self.step_place(1, now),
            None => {}
        }
    }

    /// To the place where an open point is dealt with.
    fn go_to_point(&mut self, point: OpenPoint, now: Timestamp) {
        let (view, slot) = match point {
            OpenPoint::ItemOpen(item) => {
                self.lay_out(item);
                (View::Conversation, None)
            }
            OpenPoint::NameMissing(id) => {
                (View::Preparation, Some(Slot::Text(TextPlace::Name(id))))
            }
            OpenPoint::SpanUnclear(id) => (View::Preparation, Some(Slot::Span(id))),
            OpenPoint::CopyUndecided(id) => (View::Preparation, Some(Slot::Copy(id))),
            OpenPoint::NoActions => (View::Actions, None),
            OpenPoint::WhatMissing(id) => (View::Actions, Some(Slot::Text(TextPlace::What(id)))),
            OpenPoint::OwnerMissing(id) => (View::Actions, Some(Slot::Owners(id))),
            OpenPoint::DueMissing(id) => (View::Actions, Some(Slot::Due(id))),
            OpenPoint::GoalMissing => (View::Outcome, Some(Slot::Text(TextPlace::Goal))),
            OpenPoint::StepUnclear(id) => (View::Outcome, Some(Slot::StepWork(id))),
            OpenPoint::AnswerMissing(id) => (View::Outcome, Some(Slot::Answer(id))),
            OpenPoint::WordsMissing(id) => (View::Outcome, Some(Slot::Text(TextPlace::Words(id)))),
            OpenPoint::NotReadBack => (View::ReadBack, None),
            OpenPoint::FollowUpMissing => (View::Outcome, Some(Slot::FollowUp)),
        };
        self.show(view, now);
        if let (Screen::Open(open), Some(slot)) = (&mut self.screen, slot) {
            open.desk.focus_on(Some(slot), &open.meeting);
        }
    }

    // ── Writing ─────────────────────────────────────────────────────────────────────────────────────────────────────

    /// The room in which the text at the cursor wraps.
    fn extent(&self, now: Timestamp) -> Size {
        let parts = layout::parts(self.setting.size);
        match self.open().map(|open| (open.desk.view, open.desk.focus)) {
            Some((View::Conversation, _)) => layout::note_area(self.setting.size).as_size(),
            Some((_, Some(slot))) => {
                let width = sheet::text_width(&self.rows(now), slot, parts.body.width);
                Size::new(width, 12)
            }
            Some((_, None)) | None => LINE,
        }
    }

    /// Changes or moves in the text at the cursor.
    fn write(&mut self, edit: &Edit, now: Timestamp) {
        let extent = self.extent(now);
        let today = self.today(now);
        let Screen::Open(open) = &mut self.screen else {
            return;
        };
        let Some(slot) = open.desk.focus else {
            return;
        };
        let moves = matches!(
            edit,
            Edit::Move(_) | Edit::Select(_) | Edit::SelectAll | Edit::Copy
        );
        if open.meeting.stage() == Stage::Approved && !moves {
            let refusal = crate::meeting::event::Refusal::Approved;
            let words = (self.text.refusal)(refusal, self.setting.zone);
            return self.say(words, Tone::Note, now);
        }
        let Some((outcome, change)) = open.desk.edit(edit, extent, today) else {
            return;
        };
        let view = open.desk.view;
        match outcome {
            Outcome::Changed => open.undo.wrote(slot, view),
            Outcome::CutOut(text) => {
                open.undo.wrote(slot, view);
                self.effects.push(Effect::Copy(text.clone()));
                self.clipboard = text;
            }
            Outcome::Copied(text) => {
                self.effects.push(Effect::Copy(text.clone()));
                self.clipboard = text;
                self.say(self.text.notice.copied, Tone::Calm, now);
            }
            Outcome::Full => self.say(self.text.notice.note_full, Tone::Alarm, now),
            // At its first and last line a text on a sheet lets go of the cursor.
            Outcome::Unchanged if view != View::Conversation => match edit {
                Edit::Move(Motion::Up) => self.step_row(-1, now),
                Edit::Move(Motion::Down) => self.step_row(1, now),
                _ => {}
            },
            Outcome::Unchanged | Outcome::Moved => {}
        }
        if let Some(change) = change {
            self.happen(Event::Edit(change), now);
        }
    }

    /// Changes something that is chosen rather than written, and remembers how to take it back.
    pub(super) fn edit(&mut self, edit: MeetingEdit, now: Timestamp) -> bool {
        let Screen::Open(open) = &self.screen else {
            return false;
        };
        let back = inverse(&edit, &open.meeting);
        let view = open.desk.view;
        let happened = self.happen(Event::Edit(edit), now);
        if let (true, Screen::Open(open)) = (happened && !back.is_empty(), &mut self.screen) {
            open.undo.changed(back, view);
        }
        happened
    }

    fn undo(&mut self, now: Timestamp) {
        let Screen::Open(open) = &mut self.screen else {
            return;
        };
        match open.undo.last().cloned() {
            Some(Act::Changed(edits, view)) => {
                open.undo.pop();
                for edit in edits {
                    self.happen(Event::Edit(edit), now);
                }
                if self.open().map(|open| open.desk.view) != Some(view) {
                    self.show(view, now);
                }
                self.refocus(now);
                self.say(self.text.notice.restored, Tone::Calm, now);
            }
            Some(Act::Wrote(slot, view)) => {
                if open.desk.view != view || open.desk.focus != Some(slot) {
                    open.desk.view = view;
                    if let Slot::Text(TextPlace::Note(item)) = slot {
                        open.desk.item = item;
                    }
                    open.desk.focus_on(Some(slot), &open.meeting);
                }
                let before = open
                    .desk
                    .editor()
                    .map(crate::ui::widgets::editor::Editor::text);
                self.write(&Edit::Undo, now);
                let Screen::Open(open) = &mut self.screen else {
                    return;
                };
                let after = open
                    .desk
                    .editor()
                    .map(crate::ui::widgets::editor::Editor::text);
                if before == after {
                    // Nothing left to take back here: on to the act before.
                    open.undo.pop();
                    if open.undo.last().is_some() {
                        self.undo(now);
                    } else {
                        self.say(self.text.notice.nothing_to_undo, Tone::Note, now);
                    }
                }
            }
            None => self.say(self.text.notice.nothing_to_undo, Tone::Note, now),
        }
    }

    /// Puts the cursor somewhere that exists, if its place is gone.
    fn refocus(&mut self, now: Timestamp) {
        let slots = self.slots(now);
        let lost = self.open().is_some_and(|open| {
            open.desk.view != View::Conversation
                && open.desk.focus.is_none_or(|focus| !slots.contains(&focus))
        });
        if lost {
            self.focus_first(now);
        }
    }

    fn add(&mut self, edit: MeetingEdit, view: View, slot: Option<Slot>, now: Timestamp) {
        self.show(view, now);
        if self.edit(edit, now)
            && let Screen::Open(open) = &mut self.screen
        {
            open.desk.focus_on(slot, &open.meeting);
        }
    }

    fn remove(&mut self, now: Timestamp) {
        let t = &self.text.notice;
        let Some(edit) = self.open().and_then(|open| removal(&open.desk)) else {
            return;
        };
        let words = match edit {
            MeetingEdit::RemoveParticipant(_) => t.removed_participant,
            MeetingEdit::RemoveStep(_) => t.removed_step,
            _ => t.removed_action,
        };
        if self.edit(edit, now) {
            self.refocus(now);
            self.say(words, Tone::Note, now);
        }
    }

    // ── The course of the meeting ───────────────────────────────────────────────────────────────────────────────────

    /// Lays the item that the meeting has come to on the desk.
    pub(super) fn follow_item(&mut self) {
        if let Screen::Open(open) = &mut self.screen
            && let Some(item) = open.meeting.timeline.current()
        {
            open.desk.item = item;
        }
    }

    /// Lays an item on the desk; while the meeting is under way, the meeting goes there too.
    fn lay_out(&mut self, item: ItemIndex) {
        if let Screen::Open(open) = &mut self.screen {
            open.desk.item = item;
        }
    }

    fn is_over(&self) -> bool {
        self.open().is_some_and(|open| {
            matches!(
                open.meeting.stage(),
                Stage::Ended | Stage::InReview | Stage::Approved
            )
        })
    }

    fn next_item(&mut self, now: Timestamp) {
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

    fn move_item(&mut self, event: Event, now: Timestamp) {
        if self.is_over() {
            return self.leaf(-1, now);
        }
        if self.happen(event, now) {
            self.follow_item();
            self.show(View::Conversation, now);
        }
    }

    /// After the meeting, one leafs through the notes without the clock.
    fn leaf(&mut self, step: isize, now: Timestamp) {
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

    fn choose_item(&mut self) {
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
    fn choose_time(&mut self) {
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

    fn borrow(&mut self, from: PhaseIndex, minutes: u32, now: Timestamp) {
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
            self.ask(words, Yes::Event(Event::BorrowFromClosing { minutes }));
        } else if self.happen(Event::Borrow { from, minutes }, now) {
            self.say(
                (self.text.notice.borrowed)(minutes, &title),
                Tone::Calm,
                now,
            );
        }
    }

    fn leave_out(&mut self, now: Timestamp) {
        let Some(from) = self.open().and_then(|open| open.away) else {
            return;
        };
        if self.happen(Event::LeaveOut { from }, now) {
            if let Screen::Open(open) = &mut self.screen {
                open.away = None;
            }
            let time = (self.text.clock.duration)(now - from);
            self.say((self.text.notice.left_out)(&time), Tone::Calm, now);
        }
    }

    fn change_speed(&mut self, now: Timestamp) {
        if let Screen::Open(open) = &mut self.screen {
            let next = SPEEDS.into_iter().find(|speed| *speed > open.speed);
            open.speed = next.unwrap_or(1);
            let speed = open.speed;
            self.effects.push(Effect::Speed(speed));
            self.say((self.text.notice.speed)(speed), Tone::Calm, now);
        }
    }

    fn toggle_kladd(&mut self, now: Timestamp) {
        let kladd = Slot::Text(TextPlace::Kladd);
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

    // ── Menus, questions, lines to fill in ──────────────────────────────────────────────────────────────────────────

    fn open_menu(&mut self, now: Timestamp) {
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

    pub(super) fn ask(&mut self, words: impl Into<String>, yes: Yes) {
        let words = words.into();
        self.overlay = Some(Overlay::Question(Question { words, yes }));
    }

    fn ask_end(&mut self) {
        self.ask(self.text.overlay.end_question, Yes::Event(Event::End));
    }

    fn ask_file(&mut self) {
        let file = self.open().map(|open| open.referat.display().to_string());
        let ask = Ask::new(
            Purpose::File,
            self.text.overlay.ask_file,
            &file.unwrap_or_default(),
        );
        self.overlay = Some(Overlay::Ask(ask));
    }

    fn ask_time(&mut self, purpose: Purpose, _now: Timestamp) {
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
        self.overlay = Some(Overlay::Ask(Ask::new(purpose, label, &text)));
    }

    fn picked(&mut self, pick: Pick, now: Timestamp) {
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

    fn answered(&mut self, yes: Yes, now: Timestamp) {
        match yes {
            Yes::Quit => self.effects.push(Effect::Quit(0)),
            Yes::Overwrite(file) => self.write_referat(file, Existing::Replace),
            Yes::Event(event) => {
                let t = &self.text.notice;
                let (words, next) = match &event {
                    Event::End => (t.ended.to_owned(), Some(View::Review)),
                    Event::Approve => (t.approved.to_owned(), Some(View::Review)),
                    Event::WithdrawApproval => (t.withdrawn.to_owned(), Some(View::Review)),
                    Event::BorrowFromClosing { minutes } => {
                        let title = self.open().and_then(|open| {
                            let agenda = &open.meeting.agenda;
                            Some(agenda.phase(agenda.closing())?.title.clone())
                        });
                        ((t.borrowed)(*minutes, &title.unwrap_or_default()), None)
                    }
                    _ => (String::new(), None),
                };
                if self.happen(event, now) {
                    if let Some(view) = next {
                        self.show(view, now);
                    }
                    self.effects.push(Effect::Flush);
                    self.say(words, Tone::Note, now);
                }
            }
        }
    }

    /// The line that was asked for is filled in.
    fn asked(&mut self, now: Timestamp) {
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
    fn correct_time(
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

/// One line, as wide as any window.
const LINE: Size = Size::new(200, 1);

/// What Ctrl+D takes out where the cursor stands.
fn removal(desk: &Desk) -> Option<MeetingEdit> {
    match (desk.view, desk.focus?) {
        (View::Actions, Slot::Text(TextPlace::What(id)) | Slot::Owners(id) | Slot::Due(id)) => {
            Some(MeetingEdit::RemoveAction(id))
        }
        (
            View::Preparation,
            Slot::Text(TextPlace::Name(id))
            | Slot::Role(id)
            | Slot::Attendance(id)
            | Slot::Span(id)
            | Slot::Copy(id),
        ) => Some(MeetingEdit::RemoveParticipant(id)),
        (View::Outcome, Slot::StepWork(id) | Slot::StepFrom(id)) => {
            Some(MeetingEdit::RemoveStep(id))
        }
        _ => None,
    }
}

fn capitalised(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
