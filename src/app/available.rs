//! Whether a command can be carried out now: keys, hints and menu all ask here.

use crate::{
    meeting::{
        Timestamp,
        agenda::ItemField,
        choice::{Kind, PeriodKind, Role, Standing},
        edit::{Edit as MeetingEdit, New},
        event::Event,
        follow_up_plan::PlanField,
        paper::Paper,
        place::Entry,
        place::Field,
        refusal::Refusal,
        stage::Stage,
    },
    rules::receivers::confirms,
    ui::{
        command::{Command, PlainEdit, View},
        desk::Desk,
        slot::Slot,
    },
};

use super::{App, Looking, input::Access, undo::Way};

impl App {
    /// Whether a command can be carried out now: hints, menu and keys all ask here.
    ///
    /// # Errors
    /// The sentence that says why not.
    pub(super) fn available(&self, command: Command, now: Timestamp) -> Result<(), String> {
        if let Some(look) = self.look(now) {
            return look.available(command);
        }
        let possible = matches!(
            command,
            Command::NewMeeting
                | Command::Practise
                | Command::OpenMeeting
                | Command::Menu
                | Command::Help
                | Command::Cover
                | Command::Quit
        );
        if possible {
            Ok(())
        } else {
            Err(self.shared.text.notice.unknown_key.to_owned())
        }
    }
}

impl Looking<'_> {
    /// Whether a command can be carried out in the open meeting.
    ///
    /// # Errors
    /// The sentence that says why not.
    pub(super) fn available(self, command: Command) -> Result<(), String> {
        let (open, now) = (self.open, self.now);
        let nothing = || Err(self.shared.text.notice.unknown_key.to_owned());
        let refuse = |refusal| {
            Err((self.shared.text.refusal)(
                refusal,
                self.shared.setting.zone,
            ))
        };
        if open.access == Access::ReadOnly && !only_looks(command) {
            return Err(self.shared.text.saving.read_only.to_owned());
        }
        let stage = open.meeting.stage();
        let possible = |event: Event| open.meeting.accepts(&event, now).or_else(&refuse);
        let begun = || match stage {
            Stage::Preparing => refuse(Refusal::NotBegun),
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
            | Command::Paste
            | Command::Edit(_) => Ok(()),
            Command::SaveElsewhere => match open.save.trouble {
                Some(_) => Ok(()),
                None => nothing(),
            },
            Command::ChooseVersion => match open.save.outside {
                Some(_) => Ok(()),
                None => nothing(),
            },
            Command::Undo => open.lets_retrace(Way::Back).or_else(&refuse),
            Command::Redo => open.lets_retrace(Way::Forth).or_else(&refuse),
            Command::NewMeeting | Command::Practise | Command::OpenMeeting => nothing(),
            // Before the meeting, its preparation is what one goes through.
            Command::NextItem | Command::PreviousItem | Command::ChooseItem
                if stage == Stage::Preparing =>
            {
                Ok(())
            }
            Command::Show(View::Conversation)
            | Command::ChooseItem
            | Command::Reminders
            | Command::ToggleKladd => begun(),
            Command::Show(_) => Ok(()),
            Command::Begin => possible(Event::Begin),
            Command::Pause => possible(Event::Pause),
            Command::Resume if over => refuse(Refusal::AlreadyEnded),
            Command::Resume => possible(Event::Resume),
            Command::TakeUpAgain if over => possible(Event::Resume),
            Command::TakeUpAgain => refuse(Refusal::NotEnded),
            Command::NextItem | Command::PreviousItem if over => Ok(()),
            // At the last item, the next step is to end the meeting.
            Command::NextItem => possible(Event::End),
            Command::PreviousItem => possible(Event::Previous),
            Command::SetAside if over => {
                let edit = MeetingEdit::set(
                    ItemField::Standing.of(open.desk.item),
                    Standing::NotRelevant,
                );
                possible(Event::Edit(edit))
            }
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
                Some((from, to)) => possible(Event::LeaveOut { from, to }),
                None => nothing(),
            },
            Command::Speed => match open.meeting.kind {
                Kind::Practice => Ok(()),
                Kind::Real => nothing(),
            },
            Command::AddAction => possible(Event::Edit(MeetingEdit::Add(New::Action))),
            Command::AddParticipant => {
                possible(Event::Edit(MeetingEdit::Add(New::Participant(Role::Other))))
            }
            Command::AddStep => possible(Event::Edit(MeetingEdit::Add(New::Step))),
            Command::AddPeriod => {
                let kind = PeriodKind::SickLeave;
                possible(Event::Edit(MeetingEdit::Add(New::Period(kind))))
            }
            Command::AddQuestion => {
                let phase = open.meeting.agenda.questioning();
                possible(Event::Edit(MeetingEdit::Add(New::Question(phase))))
            }
            Command::ExplainAbsence | Command::ShowDeadlines | Command::WhatChanged => Ok(()),
            Command::Questions if open.meeting.agenda.questions().next().is_none() => nothing(),
            Command::Questions => begun(),
            Command::Phrases => {
                let writes = open.desk.focus.is_some_and(Slot::is_text);
                if writes && !self.shared.phrases.is_empty() {
                    Ok(())
                } else {
                    nothing()
                }
            }
            Command::Write(Paper::Invitation | Paper::Questions | Paper::Calendar) => Ok(()),
            Command::Deal(_) if stage == Stage::Approved => refuse(Refusal::Approved),
            Command::Deal(deal) if self.can_deal(deal) => Ok(()),
            Command::Deal(_) => nothing(),
            Command::FillPlan => {
                let place = Field::Plan(PlanField::Ahead);
                let edit = MeetingEdit::set(place, String::new());
                begun().and_then(|()| possible(Event::Edit(edit)))
            }
            Command::PlanFaults | Command::PastePlan => Ok(()),
            Command::Remove => match removal(&open.desk) {
                Some(entry) => possible(Event::Edit(MeetingEdit::Remove(entry))),
                None => nothing(),
            },
            Command::MarkReadBack => possible(Event::MarkReadBack),
            Command::End => possible(Event::End),
            Command::Approve => possible(Event::Approve),
            Command::Revise => match stage {
                Stage::Approved => Ok(()),
                Stage::Preparing
                | Stage::Running
                | Stage::Paused
                | Stage::Ended
                | Stage::InReview => refuse(Refusal::NotApproved),
            },
            Command::Write(Paper::Confirmation) | Command::Preview(Paper::Confirmation)
                if !confirms(&open.meeting) =>
            {
                nothing()
            }
            Command::Write(_) if over => Ok(()),
            Command::Preview(_) => begun(),
            Command::Write(_) => begun().and_then(|()| refuse(Refusal::NotEnded)),
            Command::EditCaseCode => possible(Event::Edit(MeetingEdit::CaseCode(
                open.meeting.code.clone(),
            ))),
        }
    }
}

/// Whether a command changes nothing, and can be carried out in a meeting that is only looked at.
fn only_looks(command: Command) -> bool {
    matches!(
        command,
        Command::Menu
            | Command::Help
            | Command::Reminders
            | Command::Cover
            | Command::Quit
            | Command::Close
            | Command::ToggleSeconds
            | Command::Show(_)
            | Command::ChooseItem
            | Command::NextItem
            | Command::PreviousItem
            | Command::ToggleKladd
            | Command::NextPlace
            | Command::PreviousPlace
            | Command::Activate
            | Command::Preview(_)
            | Command::Write(_)
            | Command::Questions
            | Command::ExplainAbsence
            | Command::ShowDeadlines
            | Command::WhatChanged
            | Command::PlanFaults
            | Command::PastePlan
            | Command::Edit(
                PlainEdit::Copy | PlainEdit::SelectAll | PlainEdit::Move(_) | PlainEdit::Select(_)
            )
    )
}

/// What Ctrl+D takes out where the cursor stands: what the fields of the view are of.
pub(super) fn removal(desk: &Desk) -> Option<Entry> {
    let entry = desk.focus?.field()?.entry()?;
    let view = match entry {
        Entry::Action(_) => View::Actions,
        Entry::Participant(_) | Entry::Period(_) | Entry::Question(_) => View::Preparation,
        Entry::Step(_) => View::Outcome,
    };
    (desk.view == view).then_some(entry)
}
