//! The table of commands, as far as the open meeting is concerned: when each is possible, and what it does.

use crate::{
    meeting::{Edit as MeetingEdit, Event, MeetingKind, New, PeriodKind, Role, Timestamp},
    ui::{
        Boundary, Command, Leaving, Needs, Overlay, Purpose, TextEdit, View, Yes, overlays::help,
    },
};

use super::{Acting, App, Looking, Shared, effect::Effect, input::Access, undo::Way};

impl App {
    /// Whether a command can be carried out now: hints, menu and keys all ask here.
    ///
    /// # Errors
    /// The sentence that says why not.
    pub(super) fn available(&self, command: Command, now: Timestamp) -> Result<(), String> {
        match (self.look(now), command.row().needs) {
            (Some(look), _) => look.available(command),
            (None, Needs::Start | Needs::Nothing) => Ok(()),
            (None, Needs::Meeting | Needs::Changes) => {
                Err(self.shared.text.notice.unknown_key.to_owned())
            }
        }
    }

    /// Carries out a command that is available.
    pub(super) fn run(&mut self, command: Command, now: Timestamp) {
        match self.acting(now) {
            Some(mut acting) => acting.run(command),
            None if command == Command::Menu => {
                let possible = |command: &Command| self.available(*command, now).is_ok();
                self.shared.overlay = Some(Overlay::Picker(self.shared.menu(possible)));
            }
            None => self.shared.run(command, now),
        }
    }
}

impl Looking<'_> {
    /// Whether a command can be carried out in the open meeting.
    ///
    /// # Errors
    /// The sentence that says why not.
    pub(super) fn available(self, command: Command) -> Result<(), String> {
        match (command.row().needs, self.open.access) {
            (Needs::Changes, Access::ReadOnly) => Err(self.shared.text.saving.read_only.to_owned()),
            (Needs::Start, _) => self.only_if(false),
            (Needs::Nothing | Needs::Meeting | Needs::Changes, _) => self.is_possible(command),
        }
    }
}

/// The table. What needs no meeting does something with what every screen shares; all else is possible where the first
/// column says so, and does what stands in the second. A command without a row does not compile.
///
/// Its name, its key and whether it changes anything stand in the table of `ui::command`.
macro_rules! table {
    (
        $shared:ident, $now:ident: { $($anywhere:pat => $act_anywhere:expr;)* }
        $look:ident, $acting:ident: { $($command:pat => $possible:expr, $act:expr;)* }
    ) => {
        #[expect(unused_variables, reason = "what a command is about matters in one column only")]
        impl Looking<'_> {
            fn is_possible(self, command: Command) -> Result<(), String> {
                let $look = self;
                match command {
                    $($anywhere)|* => Ok(()),
                    $($command => $possible,)*
                }
            }
        }

        #[expect(unused_variables, reason = "commands that need a meeting do nothing without")]
        impl Shared {
            /// Carries out a command that needs no meeting.
            fn run(&mut self, command: Command, now: Timestamp) {
                let ($shared, $now) = (self, now);
                match command {
                    $($anywhere => $act_anywhere,)*
                    $($command => {})*
                }
            }
        }

        impl Acting<'_> {
            /// Carries out a command that is available.
            pub(super) fn run(&mut self, command: Command) {
                let $acting = self;
                match command {
                    $($anywhere)|* => $acting.shared.run(command, $acting.now),
                    $($command => $act,)*
                }
            }
        }
    };
}

table! {
    shared, now: {
        Command::NewMeeting => shared.send(Effect::Create(MeetingKind::Real), now);
        Command::Practise => shared.send(Effect::Create(MeetingKind::Practice), now);
        Command::OpenMeeting => shared.send(Effect::List, now);
        Command::Cover => shared.covered = true;
        Command::Help => shared.overlay = Some(Overlay::Text(help::overlay(shared.text)));
        Command::Quit => shared.leave(Leaving::Program, now);
    }
    look, acting: {
        Command::Menu => Ok(()), acting.open_menu();
        Command::SaveElsewhere => look.only_if(look.open.save.trouble.is_some()),
            acting.shared.ask_refuge();
        Command::ChooseVersion => look.only_if(look.open.save.outside.is_some()),
            acting.choose_version();
        Command::Begin => look.takes(Event::Begin), acting.ask_begin();
        Command::NextItem => look.goes_on(Event::End), acting.next_item();
        Command::PreviousItem => look.goes_on(Event::Previous), acting.previous_item();
        Command::ChooseItem => Ok(()), acting.choose_item();
        Command::SetAside => look.sets_aside(), acting.set_aside();
        Command::Reminders => look.has_begun(), acting.show_reminders();
        Command::AddAction => look.adds(New::Action), acting.add(New::Action);
        Command::Remove => look.removes(), acting.remove();
        Command::AddParticipant => look.adds(New::Participant(Role::Other)),
            acting.add(New::Participant(Role::Other));
        Command::AddPeriod => look.adds(New::Period(PeriodKind::SickLeave)),
            acting.add(New::Period(PeriodKind::SickLeave));
        Command::AddQuestion => look.adds(look.open.own_question()),
            acting.add(acting.open.own_question());
        Command::ExplainAbsence => Ok(()), acting.explain_absence();
        Command::ShowDeadlines => Ok(()), acting.show_deadlines();
        Command::WhatChanged => Ok(()), acting.shared.show_changes();
        Command::Questions => look.asks(), acting.choose_question(None);
        Command::Phrases => look.only_if(look.has_use_for_phrases()), acting.shared.choose_phrase();
        Command::AddStep => look.adds(New::Step), acting.add(New::Step);
        Command::ToggleKladd => look.has_begun(), acting.toggle_kladd();
        Command::Pause => look.takes(Event::Pause),
            acting.event(Event::Pause, acting.shared.text.notice.paused);
        Command::Resume => look.resumes(),
            acting.event(Event::Resume, acting.shared.text.notice.resumed);
        Command::MoreTime => look.takes(Event::Extend { minutes: 1 }), acting.choose_time();
        Command::CorrectStart => look.takes(Event::CorrectStart(look.boundary(Boundary::Start))),
            acting.ask_time(Boundary::Start);
        Command::CorrectEnd => look.takes(Event::CorrectEnd(look.boundary(Boundary::End))),
            acting.ask_time(Boundary::End);
        Command::LeaveOut => look.leaves_out(), acting.leave_out();
        Command::MarkReadBack => look.takes(Event::MarkReadBack),
            acting.event(Event::MarkReadBack, acting.shared.text.notice.read_back);
        Command::End => look.takes(Event::End), acting.ask_end();
        Command::Show(View::Conversation) => look.has_begun(), acting.show(View::Conversation);
        Command::Show(view) => Ok(()), acting.show(view);
        Command::FillPlan => look.fills_plan(), acting.fill_plan();
        Command::PlanFaults => Ok(()), acting.show_plan_faults();
        Command::PastePlan => Ok(()), acting.paste_plan();
        Command::Deal(deal) => look.deals(deal), acting.deal(deal);
        Command::Approve => look.takes(Event::Approve), acting.ask_approval();
        Command::Write(kind) => look.writes(kind), acting.ask_to_write(kind);
        Command::Preview(kind) => look.previews(kind), acting.preview(kind);
        Command::Revise => look.revises(),
            acting.shared.ask_line(Purpose::Revise, acting.shared.text.overlay.ask_revise, "");
        Command::TakeUpAgain => look.is_taken_up(),
            acting.shared.ask(acting.shared.text.overlay.take_up_question, Yes::TakeUpAgain);
        Command::EditCaseCode => look.edits(MeetingEdit::CaseCode(look.open.meeting.code.clone())),
            acting.ask_case_code();
        Command::Undo => look.undo_redo_possible(Way::Back), acting.undo_redo(Way::Back);
        Command::Redo => look.undo_redo_possible(Way::Forth), acting.undo_redo(Way::Forth);
        Command::ToggleSeconds => Ok(()), acting.toggle_seconds();
        Command::Speed => look.only_if(look.open.meeting.kind == MeetingKind::Practice),
            acting.change_speed();
        Command::Save => Ok(()), acting.save();
        Command::Close => Ok(()), acting.shared.leave(Leaving::Meeting, acting.now);
        Command::NextPlace => Ok(()), acting.step_place(1);
        Command::PreviousPlace => Ok(()), acting.step_place(-1);
        Command::Activate => Ok(()), acting.activate();
        Command::Toggle => Ok(()), acting.toggle();
        Command::Paste => Ok(()), acting.write(&TextEdit::Insert(acting.shared.clipboard.clone()));
        Command::Edit(edit) => Ok(()), acting.write(&edit.into());
    }
}
