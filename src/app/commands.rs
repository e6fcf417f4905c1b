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

use super::{App, Cover, Screen, effect::Effect, undo::Way};

/// Speeds of a practice meeting, one after the other.
const SPEEDS: [u32; 4] = [1, 5, 15, 60];

impl App {
    /// Carries out a command that is available.
    #[expect(clippy::too_many_lines, reason = "one table: what each command does")]
    pub(super) fn run(&mut self, command: Command, now: Timestamp) {
        match command {
            Command::Menu => self.open_menu(now),
            Command::Help => self.overlay = Some(Overlay::Reading(help::reading(self.text))),
            Command::Reminders => self.show_reminders(),
            Command::Cover => self.cover = Cover::On,
            Command::Quit => self.leave(Leaving::Program, now),
            Command::Save => {
                self.submit(now);
                self.effects.push(Effect::Flush);
                self.say(self.text.notice.thanks, Tone::Calm, now);
            }
            Command::SaveElsewhere => self.ask_refuge(),
            Command::ChooseVersion => self.choose_version(),
            Command::Close => self.leave(Leaving::Meeting, now),
            Command::NewMeeting => self.send(Effect::Create(Kind::Real), now),
            Command::Practise => self.send(Effect::Create(Kind::Practice), now),
            Command::OpenMeeting => self.send(Effect::List, now),
            Command::Show(view) => self.show(view, now),
            Command::Begin => self.ask_begin(now),
            Command::Pause => self.event(Event::Pause, self.text.notice.paused, now),
            Command::Resume => self.event(Event::Resume, self.text.notice.resumed, now),
            Command::TakeUpAgain => {
                self.ask(self.text.overlay.take_up_question, Yes::TakeUpAgain);
            }
            Command::NextItem => self.next_item(now),
            Command::PreviousItem => self.previous_item(now),
            Command::SetAside => self.set_aside(now),
            Command::ChooseItem => self.choose_item(now),
            Command::MoreTime => self.choose_time(),
            Command::CorrectStart => self.ask_time(Boundary::Start),
            Command::CorrectEnd => self.ask_time(Boundary::End),
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
                    .map(|o| Slot::Field(ActionField::What.of(o.meeting.next_action())));
                self.add(MeetingEdit::Add(New::Action), View::Actions, slot, now);
            }
            Command::AddParticipant => {
                let slot = self
                    .open()
                    .map(|o| Slot::Field(ParticipantField::Name.of(o.meeting.next_participant())));
                self.add(
                    MeetingEdit::Add(New::Participant(Role::Other)),
                    View::Preparation,
                    slot,
                    now,
                );
            }
            Command::AddPeriod => {
                let slot = self
                    .open()
                    .map(|o| Slot::Field(PeriodField::From.of(o.meeting.next_period())));
                let kind = PeriodKind::SickLeave;
                let edit = MeetingEdit::Add(New::Period(kind));
                self.add(edit, View::Preparation, slot, now);
            }
            Command::AddQuestion => {
                let question = self.open().map(|o| {
                    let agenda = &o.meeting.agenda;
                    (agenda.questioning(), agenda.next_question())
                });
                if let Some((phase, id)) = question {
                    let edit = MeetingEdit::Add(New::Question(phase));
                    let slot = Slot::Field(QuestionField::Own.of(id));
                    self.add(edit, View::Preparation, Some(slot), now);
                }
            }
            Command::ExplainAbsence => self.explain_absence(now),
            Command::ShowDeadlines => self.show_deadlines(now),
            Command::WhatChanged => self.show_changes(),
            Command::Questions => self.choose_question(None),
            Command::Phrases => self.choose_phrase(),
            Command::AddStep => {
                let slot = self
                    .open()
                    .map(|o| Slot::Field(StepField::Work.of(o.meeting.next_step())));
                self.add(MeetingEdit::Add(New::Step), View::Outcome, slot, now);
            }
            Command::Deal(deal) => self.deal(deal, now),
            Command::Remove => self.remove(now),
            Command::MarkReadBack => {
                self.event(Event::MarkReadBack, self.text.notice.read_back, now);
            }
            Command::End => self.ask_end(),
            Command::Approve => {
                if !self.lets_go(Paper::Referat, now) {
                    return;
                }
                let open_points = self
                    .open()
                    .map_or(0, |open| open.meeting.open_points(self.setting.zone).len());
                let words = (self.text.overlay.approve_question)(open_points);
                self.ask(words, Yes::Approve);
            }
            Command::Revise => {
                self.ask_line(Purpose::Revise, self.text.overlay.ask_revise, "");
            }
            Command::FillPlan => self.fill_plan(now),
            Command::PlanFaults => self.show_plan_faults(now),
            Command::PastePlan => {
                if self.lets_go(Paper::Plan, now) {
                    self.choose_form_field(None);
                }
            }
            Command::Preview(paper) => self.preview(paper, now),
            Command::Write(Paper::PlanData) => self.ask_plan_data(now),
            Command::Write(paper) => {
                if self.lets_go(paper, now) {
                    self.ask_file(paper);
                }
            }
            Command::EditCaseCode => self.ask_case_code(),
            Command::NextPlace => self.step_place(1, now),
            Command::PreviousPlace => self.step_place(-1, now),
            Command::Activate => self.activate(now),
            Command::Toggle => self.toggle(now),
            Command::Undo => self.retrace(Way::Back, now),
            Command::Redo => self.retrace(Way::Forth, now),
            Command::Paste => self.write(&Edit::Insert(self.clipboard.clone()), now),
            Command::Edit(edit) => self.write(&edit.into(), now),
        }
    }

    pub(super) fn event(&mut self, event: Event, words: &str, now: Timestamp) {
        if self.happen_in_course(event, now) {
            self.say(words, Tone::Calm, now);
        }
    }

    pub(super) fn change_speed(&mut self, now: Timestamp) {
        if let Screen::Open(open) = &mut self.screen {
            let next = SPEEDS.into_iter().find(|speed| *speed > open.speed);
            open.speed = next.unwrap_or(1);
            let speed = open.speed;
            self.effects.push(Effect::Speed(speed));
            self.say((self.text.notice.speed)(speed), Tone::Calm, now);
        }
    }
}
