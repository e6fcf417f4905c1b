//! What each command does.

use crate::{
    meeting::{
        Timestamp,
        absence::PeriodField,
        action_item::ActionField,
        choice::{Kind, PeriodKind, Role},
        edit::{Edit as MeetingEdit, New},
        event::Event,
        goal::StepField,
        paper::Paper,
        participant::ParticipantField,
        question::QuestionField,
    },
    ui::{
        command::{Command, View},
        overlays::{
            Overlay,
            ask::{Boundary, Purpose},
            help,
            question::{Leaving, Yes},
        },
        scene::{Seconds, Tone},
        slot::Slot,
        widgets::editor::Edit,
    },
};

use super::{Acting, App, Cover, Shared, choosing::menu, effect::Effect, undo::Way};

/// Speeds of a practice meeting, one after the other.
const SPEEDS: [u32; 4] = [1, 5, 15, 60];

impl App {
    /// Carries out a command that is available.
    pub(super) fn run(&mut self, command: Command, now: Timestamp) {
        match self.acting(now) {
            Some(mut acting) => acting.run(command),
            None if command == Command::Menu => {
                let possible = |command: &Command| self.available(*command, now).is_ok();
                let menu = menu(self.shared.text, possible);
                self.shared.overlay = Some(Overlay::Picker(menu));
            }
            None => self.shared.run(command, now),
        }
    }
}

impl Shared {
    /// Carries out a command that needs no open meeting.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "all others need an open meeting"
    )]
    fn run(&mut self, command: Command, now: Timestamp) {
        match command {
            Command::Help => self.overlay = Some(Overlay::Reading(help::reading(self.text))),
            Command::Cover => self.cover = Cover::On,
            Command::Quit => self.leave(Leaving::Program, now),
            Command::NewMeeting => self.send(Effect::Create(Kind::Real), now),
            Command::Practise => self.send(Effect::Create(Kind::Practice), now),
            Command::OpenMeeting => self.send(Effect::List, now),
            _ => {}
        }
    }
}

impl Acting<'_> {
    /// Carries out a command that is available.
    #[expect(clippy::too_many_lines, reason = "one table: what each command does")]
    pub(super) fn run(&mut self, command: Command) {
        match command {
            Command::Menu => self.open_menu(),
            Command::Help
            | Command::Cover
            | Command::Quit
            | Command::NewMeeting
            | Command::Practise
            | Command::OpenMeeting => self.shared.run(command, self.now),
            Command::Reminders => self.show_reminders(),
            Command::Save => {
                self.submit();
                self.shared.effects.push(Effect::Flush);
                self.say(self.shared.text.notice.thanks, Tone::Calm);
            }
            Command::SaveElsewhere => self.shared.ask_refuge(),
            Command::ChooseVersion => self.choose_version(),
            Command::Close => self.shared.leave(Leaving::Meeting, self.now),
            Command::Show(view) => self.show(view),
            Command::Begin => self.ask_begin(),
            Command::Pause => self.event(Event::Pause, self.shared.text.notice.paused),
            Command::Resume => self.event(Event::Resume, self.shared.text.notice.resumed),
            Command::TakeUpAgain => {
                self.shared
                    .ask(self.shared.text.overlay.take_up_question, Yes::TakeUpAgain);
            }
            Command::NextItem => self.next_item(),
            Command::PreviousItem => self.previous_item(),
            Command::SetAside => self.set_aside(),
            Command::ChooseItem => self.choose_item(),
            Command::MoreTime => self.choose_time(),
            Command::CorrectStart => self.ask_time(Boundary::Start),
            Command::CorrectEnd => self.ask_time(Boundary::End),
            Command::LeaveOut => self.leave_out(),
            Command::ToggleSeconds => {
                let t = &self.shared.text.notice;
                let (seconds, words) = match self.shared.seconds {
                    Seconds::Shown => (Seconds::Hidden, t.seconds_off),
                    Seconds::Hidden => (Seconds::Shown, t.seconds_on),
                };
                self.shared.seconds = seconds;
                self.say(words, Tone::Calm);
            }
            Command::Speed => self.change_speed(),
            Command::ToggleKladd => self.toggle_kladd(),
            Command::AddAction => {
                let slot = Slot::Field(ActionField::What.of(self.open.meeting.next_action()));
                self.add(MeetingEdit::Add(New::Action), View::Actions, slot);
            }
            Command::AddParticipant => {
                let slot =
                    Slot::Field(ParticipantField::Name.of(self.open.meeting.next_participant()));
                self.add(
                    MeetingEdit::Add(New::Participant(Role::Other)),
                    View::Preparation,
                    slot,
                );
            }
            Command::AddPeriod => {
                let slot = Slot::Field(PeriodField::From.of(self.open.meeting.next_period()));
                let kind = PeriodKind::SickLeave;
                let edit = MeetingEdit::Add(New::Period(kind));
                self.add(edit, View::Preparation, slot);
            }
            Command::AddQuestion => {
                let agenda = &self.open.meeting.agenda;
                let edit = MeetingEdit::Add(New::Question(agenda.questioning()));
                let slot = Slot::Field(QuestionField::Own.of(agenda.next_question()));
                self.add(edit, View::Preparation, slot);
            }
            Command::ExplainAbsence => self.explain_absence(),
            Command::ShowDeadlines => self.show_deadlines(),
            Command::WhatChanged => self.shared.show_changes(),
            Command::Questions => self.choose_question(None),
            Command::Phrases => self.shared.choose_phrase(),
            Command::AddStep => {
                let slot = Slot::Field(StepField::Work.of(self.open.meeting.next_step()));
                self.add(MeetingEdit::Add(New::Step), View::Outcome, slot);
            }
            Command::Deal(deal) => self.deal(deal),
            Command::Remove => self.remove(),
            Command::MarkReadBack => {
                self.event(Event::MarkReadBack, self.shared.text.notice.read_back);
            }
            Command::End => self.ask_end(),
            Command::Approve => {
                if !self.lets_go(Paper::Referat) {
                    return;
                }
                let zone = self.shared.setting.zone;
                let open_points = self.open.meeting.open_points(zone).len();
                let words = (self.shared.text.overlay.approve_question)(open_points);
                self.shared.ask(words, Yes::Approve);
            }
            Command::Revise => {
                let label = self.shared.text.overlay.ask_revise;
                self.shared.ask_line(Purpose::Revise, label, "");
            }
            Command::FillPlan => self.fill_plan(),
            Command::PlanFaults => self.show_plan_faults(),
            Command::PastePlan => {
                if self.lets_go(Paper::Plan) {
                    self.choose_form_field(None);
                }
            }
            Command::Preview(paper) => self.preview(paper),
            Command::Write(Paper::PlanData) => self.ask_plan_data(),
            Command::Write(paper) => {
                if self.lets_go(paper) {
                    self.ask_file(paper);
                }
            }
            Command::EditCaseCode => self.ask_case_code(),
            Command::NextPlace => self.step_place(1),
            Command::PreviousPlace => self.step_place(-1),
            Command::Activate => self.activate(),
            Command::Toggle => self.toggle(),
            Command::Undo => self.retrace(Way::Back),
            Command::Redo => self.retrace(Way::Forth),
            Command::Paste => self.write(&Edit::Insert(self.shared.clipboard.clone())),
            Command::Edit(edit) => self.write(&edit.into()),
        }
    }

    pub(super) fn event(&mut self, event: Event, words: &str) {
        if self.happen_in_course(event) {
            self.say(words, Tone::Calm);
        }
    }

    fn change_speed(&mut self) {
        let now_at = self.shared.speed;
        let next = SPEEDS.into_iter().find(|speed| *speed > now_at);
        let speed = next.unwrap_or(1);
        self.shared.speed = speed;
        self.shared.effects.push(Effect::Speed(speed));
        self.say((self.shared.text.notice.speed)(speed), Tone::Calm);
    }
}
