//! The places of a meeting where the cursor can stand: how each is read, written in and chosen from.

use chrono::NaiveDate;

use crate::{
    meeting::{
        Contents,
        action_item::ActionId,
        agenda::{ItemIndex, PhaseIndex, Standing, Verdict},
        arrangement::Form,
        due::Due,
        event::{DayPlace, Edit, MAX_MINUTES, TextPlace},
        follow_up_plan::{PlanChoice, PlanText, Said},
        goal::StepId,
        language::Language,
        participant::{Answer, Attendance, Manner, ParticipantId, ReferatCopy, Role, Span},
        prepare::Prepare,
        printed::Place,
        sending::{Addressee, Channel},
        written::Written,
    },
    text::{self, Text},
};

use super::{command::Command, task::Task};

mod prepared;

pub use prepared::Prepared;

/// A place where the cursor can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// Free text.
    Text(TextPlace),
    /// A day.
    Day(DayPlace),
    /// When it is to begin.
    MeetingTime,
    /// How it is held.
    Form,
    /// In which målform its documents are written.
    Language,
    /// Minutes set aside for a phase.
    PhaseMinutes(PhaseIndex),
    /// In which role somebody takes part.
    Role(ParticipantId),
    /// Whether they came.
    Attendance(ParticipantId),
    /// How they take part.
    Manner(ParticipantId),
    /// From when to when they were there.
    Span(ParticipantId),
    /// Whether they get the referat.
    Copy(ParticipantId),
    /// What they answered to the summary.
    Answer(ParticipantId),
    /// Who owns an action item.
    Owners(ActionId),
    /// By when.
    Due(ActionId),
    /// Share of work in a step.
    StepWork(StepId),
    /// What the meeting thought of a measure.
    Verdict(usize),
    /// How the documents reached somebody.
    Channel(Addressee),
    /// How far an item has come, after the meeting.
    Standing(ItemIndex),
    /// A yes or no of the oppfølgingsplan.
    PlanChoice(PlanChoice),
    /// Something of the preparation that is chosen, ticked or counted.
    Prepared(Prepared),
    /// Something to be dealt with in the review.
    Task(Task),
    /// A sentence to put in the place of what was found, by its number counted from 0.
    Instead(usize),
    /// A command.
    Button(Command),
}

/// What one does in a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotKind {
    /// Writes one line.
    Line,
    /// Writes any number of lines.
    Lines,
    /// Chooses one of a few.
    Choice,
    /// Ticks any of a few.
    Ticks,
    /// Ticks the one thing there is.
    Tick,
    /// Presses Enter.
    Button,
    /// Presses Enter on what is told in as many lines as it takes.
    Entry,
}

/// One thing that can be chosen in a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it is called.
    pub label: String,
    /// Whether it is chosen now.
    pub chosen: bool,
    /// What choosing it does.
    pub edit: Edit,
}

impl Slot {
    /// Where a place whose words are printed is written in.
    pub const fn of(place: Place) -> Self {
        match place {
            Place::Text(text) => Self::Text(text),
            Place::Question(id) => Self::Prepared(Prepared::Asking(id)),
            Place::MeetingDay => Self::Day(DayPlace::Meeting),
            Place::Span(id) => Self::Span(id),
            Place::StepWork(id) => Self::StepWork(id),
            Place::StepFrom(id) => Self::Day(DayPlace::StepFrom(id)),
            Place::Due(id) => Self::Due(id),
            Place::FollowUp => Self::Day(DayPlace::FollowUp),
            Place::Evaluation => Self::Day(DayPlace::Evaluation),
        }
    }

    /// What one does here.
    pub const fn kind(self) -> SlotKind {
        match self {
            Self::Text(
                TextPlace::Note(_)
                | TextPlace::Kladd
                | TextPlace::PlanPoints
                | TextPlace::Words(_)
                | TextPlace::Goal
                | TextPlace::Plan(
                    PlanText::Changes
                    | PlanText::Workday
                    | PlanText::Can
                    | PlanText::Cannot
                    | PlanText::Tried
                    | PlanText::Ahead
                    | PlanText::Others
                    | PlanText::FollowUp
                    | PlanText::NotContributed
                    | PlanText::NavHelpWith
                    | PlanText::DoctorMessage
                    | PlanText::Additional,
                ),
            ) => SlotKind::Lines,
            Self::Text(
                TextPlace::Workplace
                | TextPlace::Place
                | TextPlace::LateReason
                | TextPlace::Question(_)
                | TextPlace::Name(_)
                | TextPlace::What(_)
                | TextPlace::Remark(_)
                | TextPlace::NoAction(_)
                | TextPlace::Plan(PlanText::Phone | PlanText::Email),
            )
            | Self::Day(_)
            | Self::MeetingTime
            | Self::PhaseMinutes(_)
            | Self::Span(_)
            | Self::Due(_)
            | Self::StepWork(_) => SlotKind::Line,
            Self::Form
            | Self::Language
            | Self::Role(_)
            | Self::Attendance(_)
            | Self::Manner(_)
            | Self::Copy(_)
            | Self::Answer(_)
            | Self::Channel(_)
            | Self::Standing(_)
            | Self::PlanChoice(_)
            | Self::Verdict(_) => SlotKind::Choice,
            Self::Owners(_) => SlotKind::Ticks,
            Self::Prepared(prepared) => prepared.kind(),
            Self::Button(_) => SlotKind::Button,
            Self::Task(_) | Self::Instead(_) => SlotKind::Entry,
        }
    }

    /// Whether it is something to be dealt with in the review.
    pub const fn is_task(&self) -> bool {
        matches!(self, Self::Task(_))
    }

    /// Whether it tells how the documents went out.
    pub const fn is_of_sending(self) -> bool {
        matches!(self, Self::Day(DayPlace::Sent(_)) | Self::Channel(_))
    }

    /// Whether letters are text here.
    pub const fn is_text(self) -> bool {
        matches!(self.kind(), SlotKind::Line | SlotKind::Lines)
    }

    /// The place in a document to which what is written here may go.
    pub const fn printed(self) -> Option<Place> {
        Some(match self {
            Self::Text(place) => Place::Text(place),
            Self::Day(DayPlace::Meeting) => Place::MeetingDay,
            Self::Day(DayPlace::StepFrom(id)) => Place::StepFrom(id),
            Self::Day(DayPlace::FollowUp) => Place::FollowUp,
            Self::Day(DayPlace::Evaluation) => Place::Evaluation,
            Self::StepWork(id) => Place::StepWork(id),
            Self::Span(id) => Place::Span(id),
            Self::Due(id) => Place::Due(id),
            Self::Day(
                DayPlace::PeriodFrom(_)
                | DayPlace::PeriodTo(_)
                | DayPlace::Exempted
                | DayPlace::Review
                | DayPlace::PlanMade
                | DayPlace::PlanSent
                | DayPlace::NavMeeting
                | DayPlace::PlanToNav
                | DayPlace::Invited
                | DayPlace::Sent(_),
            )
            | Self::MeetingTime
            | Self::Form
            | Self::Language
            | Self::PhaseMinutes(_)
            | Self::Role(_)
            | Self::Attendance(_)
            | Self::Manner(_)
            | Self::Copy(_)
            | Self::Answer(_)
            | Self::Owners(_)
            | Self::Verdict(_)
            | Self::Prepared(_)
            | Self::Channel(_)
            | Self::Standing(_)
            | Self::PlanChoice(_)
            | Self::Task(_)
            | Self::Instead(_)
            | Self::Button(_) => return None,
        })
    }

    /// Whether the place this slot stands for is still in the meeting.
    pub fn exists(self, meeting: &Contents) -> bool {
        match self {
            Self::Text(place) => meeting.text(place).is_some(),
            Self::Due(id) | Self::Owners(id) => meeting.action(id).is_some(),
            Self::Span(id)
            | Self::Role(id)
            | Self::Attendance(id)
            | Self::Manner(id)
            | Self::Copy(id)
            | Self::Answer(id) => meeting.participant(id).is_some(),
            Self::StepWork(id) => step(meeting, id).is_some(),
            Self::Day(place) => meeting.day(place).is_some(),
            Self::PhaseMinutes(phase) => meeting.agenda.phase(phase).is_some(),
            Self::Verdict(measure) => measure < meeting.agenda.measures.len(),
            Self::Channel(to) => meeting.day(DayPlace::Sent(to)).is_some(),
            Self::Standing(item) => meeting.agenda.item(item).is_some(),
            Self::Prepared(prepared) => prepared.exists(meeting),
            Self::MeetingTime
            | Self::Form
            | Self::Language
            | Self::PlanChoice(_)
            | Self::Task(_)
            | Self::Instead(_)
            | Self::Button(_) => true,
        }
    }

    /// The text that stands here, or nothing where there is none to write or the place is gone.
    pub fn text(self, meeting: &Contents) -> Option<String> {
        Some(match self {
            Self::Text(place) => meeting.text(place)?.to_owned(),
            Self::Day(place) => meeting.day(place)?.text.clone(),
            Self::MeetingTime => meeting.arrangement.time.text.clone(),
            Self::PhaseMinutes(phase) => meeting.agenda.phase(phase)?.planned.to_string(),
            Self::Span(id) => meeting.participant(id)?.span.text.clone(),
            Self::Due(id) => meeting.action(id)?.due.text.clone(),
            Self::StepWork(id) => step(meeting, id)?.work.text.clone(),
            Self::Prepared(prepared) => return prepared.text(meeting),
            Self::Form
            | Self::Language
            | Self::Role(_)
            | Self::Attendance(_)
            | Self::Manner(_)
            | Self::Copy(_)
            | Self::Answer(_)
            | Self::Owners(_)
            | Self::Channel(_)
            | Self::Standing(_)
            | Self::Verdict(_)
            | Self::PlanChoice(_)
            | Self::Task(_)
            | Self::Instead(_)
            | Self::Button(_) => return None,
        })
    }

    /// The edit that lets `text` stand here, read on the day `today`; nothing where no text stands, or where a number
    /// is demanded and `text` is none.
    pub fn write(self, text: String, today: NaiveDate) -> Option<Edit> {
        Some(match self {
            Self::Text(place) => Edit::Text(place, text),
            Self::Day(place) => Edit::Day(place, day(place, text, today)),
            Self::MeetingTime => {
                let value = text::clock_time::parse_time(&text).ok();
                Edit::MeetingTime(Written { text, value })
            }
            Self::PhaseMinutes(phase) => Edit::PhaseMinutes(phase, minutes(&text)?),
            Self::Span(id) => {
                let value = text::clock_time::parse_span(&text).ok();
                let value = value.map(|(from, to)| Span { from, to });
                Edit::Span(id, Written { text, value })
            }
            Self::Due(id) => {
                let value = text::due::parse(&text, today).ok();
                Edit::Due(id, Written { text, value })
            }
            Self::StepWork(id) => {
                let value = percent(&text);
                Edit::StepWork(id, Written { text, value })
            }
            Self::Prepared(prepared) => return prepared.write(text),
            Self::Form
            | Self::Language
            | Self::Role(_)
            | Self::Attendance(_)
            | Self::Manner(_)
            | Self::Copy(_)
            | Self::Answer(_)
            | Self::Owners(_)
            | Self::Channel(_)
            | Self::Standing(_)
            | Self::Verdict(_)
            | Self::PlanChoice(_)
            | Self::Task(_)
            | Self::Instead(_)
            | Self::Button(_) => return None,
        })
    }

    /// The edit that lets stand here what stands here now, where that is a text together with what it was understood as
    /// when it was written: read again, it may mean something else, or nothing yet.
    pub fn understood(self, meeting: &Contents) -> Option<Edit> {
        Some(match self {
            Self::Day(DayPlace::Invited) => {
                let preparation = &meeting.preparation;
                let invited = preparation.invited.clone();
                Edit::Prepare(Prepare::Invited(invited, preparation.invited_to))
            }
            Self::Day(place) => Edit::Day(place, meeting.day(place)?.clone()),
            Self::MeetingTime => Edit::MeetingTime(meeting.arrangement.time.clone()),
            Self::PhaseMinutes(phase) => {
                Edit::PhaseMinutes(phase, meeting.agenda.phase(phase)?.planned)
            }
            Self::Span(id) => Edit::Span(id, meeting.participant(id)?.span.clone()),
            Self::Due(id) => Edit::Due(id, meeting.action(id)?.due.clone()),
            Self::StepWork(id) => Edit::StepWork(id, step(meeting, id)?.work.clone()),
            Self::Prepared(prepared) => return prepared.understood(meeting),
            Self::Text(_)
            | Self::Form
            | Self::Language
            | Self::Role(_)
            | Self::Attendance(_)
            | Self::Manner(_)
            | Self::Copy(_)
            | Self::Answer(_)
            | Self::Owners(_)
            | Self::Channel(_)
            | Self::Standing(_)
            | Self::Verdict(_)
            | Self::PlanChoice(_)
            | Self::Task(_)
            | Self::Instead(_)
            | Self::Button(_) => return None,
        })
    }

    /// What can be chosen or ticked here on the day `today`.
    pub fn choices(self, meeting: &Contents, text: &Text, today: NaiveDate) -> Vec<Choice> {
        match self {
            Self::Form => pick(
                &Form::ALL,
                meeting.arrangement.form,
                |form| (text.paper.form)(form).to_owned(),
                Edit::Form,
            ),
            Self::Language => pick(
                &Language::ALL,
                meeting.language,
                |language| (text.language)(language).to_owned(),
                Edit::Language,
            ),
            Self::Role(id) => meeting.participant(id).map_or_else(Vec::new, |p| {
                pick(
                    &Role::ALL,
                    p.role,
                    |role| (text.paper.role)(role).to_owned(),
                    |role| Edit::Role(id, role),
                )
            }),
            Self::Attendance(id) => meeting.participant(id).map_or_else(Vec::new, |p| {
                let all = [Attendance::Attends, Attendance::Absent];
                let label = |attendance| (text.attendance)(attendance).to_owned();
                pick(&all, p.attendance, label, |a| Edit::Attendance(id, a))
            }),
            Self::Manner(id) => meeting.participant(id).map_or_else(Vec::new, |p| {
                let now = p.takes_part(meeting.arrangement.form);
                let label = |manner| (text.paper.manner)(manner).to_owned();
                let all = Manner::ALL.into_iter();
                let choice = all.map(|manner| Choice {
                    label: label(manner),
                    chosen: now == Some(manner),
                    edit: Edit::Manner(id, Some(manner)),
                });
                choice.collect()
            }),
            Self::Copy(id) => meeting.participant(id).map_or_else(Vec::new, |p| {
                let all = [ReferatCopy::Undecided, ReferatCopy::Yes, ReferatCopy::No];
                let label = |copy| (text.paper.copy)(copy).to_owned();
                pick(&all, p.copy, label, |copy| Edit::Copy(id, copy))
            }),
            Self::Answer(id) => meeting.participant(id).map_or_else(Vec::new, |p| {
                let all = [
                    Answer::NotAsked,
                    Answer::Agrees,
                    Answer::Disagrees,
                    Answer::HadLeft,
                ];
                let label = |answer| (text.paper.answer)(answer).to_owned();
                pick(&all, p.answer, label, |answer| Edit::Answer(id, answer))
            }),
            Self::Verdict(measure) => {
                meeting
                    .agenda
                    .measures
                    .get(measure)
                    .map_or_else(Vec::new, |m| {
                        let all = [
                            Verdict::NotDiscussed,
                            Verdict::Considered,
                            Verdict::NotRelevant,
                            Verdict::ToBeUsed,
                        ];
                        let label = |verdict| (text.paper.verdict)(verdict).to_owned();
                        pick(&all, m.verdict, label, |verdict| {
                            Edit::Verdict(measure, verdict)
                        })
                    })
            }
            Self::Channel(to) => pick(
                &Channel::ALL,
                meeting.sending(to).channel,
                |channel| (text.paper.sending.channel)(channel).to_owned(),
                |channel| Edit::Channel(to, channel),
            ),
            Self::Standing(index) => meeting.agenda.item(index).map_or_else(Vec::new, |item| {
                let all = [
                    Standing::Open,
                    Standing::Done,
                    Standing::NotRelevant,
                    Standing::NotReached,
                ];
                let label = |standing| (text.standing)(standing).to_owned();
                pick(&all, item.standing, label, |standing| {
                    Edit::Standing(index, standing)
                })
            }),
            Self::Owners(id) => {
                let owners = meeting.action(id).map_or(&[][..], |action| &action.owners);
                meeting
                    .participants
                    .iter()
                    .map(|p| Choice {
                        label: who(meeting, p.id, text),
                        chosen: owners.contains(&p.id),
                        edit: Edit::ToggleOwner(id, p.id),
                    })
                    .collect()
            }
            Self::PlanChoice(choice) => pick(
                &Said::ALL,
                meeting.plan.said(choice),
                |said| (text.paper.plan.said)(said).to_owned(),
                |said| Edit::PlanChoice(choice, said),
            ),
            Self::Prepared(prepared) => prepared.choices(meeting, text, today),
            Self::Text(_)
            | Self::Day(_)
            | Self::MeetingTime
            | Self::PhaseMinutes(_)
            | Self::Span(_)
            | Self::Due(_)
            | Self::StepWork(_)
            | Self::Task(_)
            | Self::Instead(_)
            | Self::Button(_) => Vec::new(),
        }
    }
}

/// How the participant with this id is called; nothing where there is none.
pub fn who(meeting: &Contents, id: ParticipantId, text: &Text) -> String {
    meeting
        .participant(id)
        .map_or_else(String::new, |p| text.paper.called(p))
}

/// The step with this id.
pub fn step(meeting: &Contents, id: StepId) -> Option<&crate::meeting::goal::Step> {
    meeting.goal.steps.iter().find(|step| step.id == id)
}

fn pick<T: Copy + PartialEq>(
    all: &[T],
    now: T,
    label: impl Fn(T) -> String,
    edit: impl Fn(T) -> Edit,
) -> Vec<Choice> {
    all.iter()
        .map(|value| Choice {
            label: label(*value),
            chosen: *value == now,
            edit: edit(*value),
        })
        .collect()
}

fn day(place: DayPlace, text: String, today: NaiveDate) -> Written<NaiveDate> {
    let value = match place {
        DayPlace::StepFrom(_) => return first_day(text, today),
        DayPlace::FollowUp | DayPlace::Evaluation | DayPlace::Review | DayPlace::NavMeeting => {
            text::due::parse_date(&text, today)
        }
        // What lies a little behind was not meant for next year; what is not to lie ahead is told so.
        DayPlace::Meeting
        | DayPlace::PeriodFrom(_)
        | DayPlace::PeriodTo(_)
        | DayPlace::Exempted
        | DayPlace::PlanMade
        | DayPlace::PlanSent
        | DayPlace::PlanToNav
        | DayPlace::Invited
        | DayPlace::Sent(_) => text::due::parse_near_date(&text, today),
    };
    let value = value.ok();
    Written { text, value }
}

/// The first day of something that goes on: "uke 49" is its Monday.
fn first_day(text: String, today: NaiveDate) -> Written<NaiveDate> {
    let from = |text: &str| match text::due::parse(text, today) {
        Ok(Due::From(day)) => Some(day),
        Ok(Due::By(_) | Due::Weekly { .. }) | Err(_) => None,
    };
    let value = from(&text).or_else(|| from(&format!("fra {text}")));
    Written { text, value }
}

/// The minutes of a phase as they are written: a whole number that a phase can have.
pub fn minutes(text: &str) -> Option<u32> {
    let number = text.trim().parse().ok()?;
    (1..=MAX_MINUTES).contains(&number).then_some(number)
}

/// Per cent with or without the sign, 0 to 100.
fn percent(text: &str) -> Option<u8> {
    let number = text.trim().trim_end_matches('%').trim_end();
    number.parse().ok().filter(|percent| *percent <= 100)
}
