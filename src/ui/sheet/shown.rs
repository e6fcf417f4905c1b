//! What a slot shows when nobody writes in it, and what is said below it when the cursor stands there.

use chrono::NaiveDate;
use ratatui::style::Style;

use crate::{
    meeting::{
        agenda::MeasureState,
        event::{DayPlace, TextPlace},
        printed,
        stage::Review,
        written::Written,
    },
    privacy::{Grade, release::stays},
    text::{self, date},
    ui::{
        command::Command,
        keymap,
        scene::Scene,
        screens::review,
        slot::{Choice, Prepared, Slot, SlotKind, step, who},
        task::Task,
    },
};

/// What stands for a field nobody has filled in.
const EMPTY: &str = "…";

/// The text of a slot and its look.
pub fn shown(slot: Slot, scene: &Scene) -> (String, Style) {
    let theme = scene.theme;
    let calendar = scene.text.paper.calendar;
    let meeting = scene.meeting;
    match slot {
        Slot::Button(command) => (button(command, scene), theme.accent),
        Slot::Task(task) => shown_task(task, scene),
        Slot::Instead(number) => (
            format!("· {}", review::instead(number, scene).unwrap_or_default()),
            theme.dim,
        ),
        Slot::Prepared(prepared) => shown_prepared(prepared, scene),
        Slot::Day(DayPlace::Evaluation) if meeting.plan.evaluation.text.trim().is_empty() => {
            // What holds as long as nobody has said otherwise.
            let day = meeting.evaluation().map(|day| calendar.with_week(day));
            (day.unwrap_or_else(|| EMPTY.to_owned()), theme.dim)
        }
        Slot::Day(place) => {
            let show = |day: &NaiveDate| match place {
                DayPlace::Meeting
                | DayPlace::FollowUp
                | DayPlace::Evaluation
                | DayPlace::StepFrom(_) => calendar.with_week(*day),
                // Several of them stand side by side.
                DayPlace::PeriodFrom(_)
                | DayPlace::PeriodTo(_)
                | DayPlace::Exempted
                | DayPlace::Review
                | DayPlace::PlanMade
                | DayPlace::PlanSent
                | DayPlace::NavMeeting
                | DayPlace::PlanToNav
                | DayPlace::Invited
                | DayPlace::Sent(_) => calendar.short_year(*day),
            };
            meeting
                .day(place)
                .map_or_else(Default::default, |day| written(day, show, scene))
        }
        Slot::MeetingTime => written(&meeting.arrangement.time, |t| date::time(*t), scene),
        Slot::Due(id) => meeting.action(id).map_or_else(Default::default, |action| {
            written(&action.due, |due| calendar.due_plain(due), scene)
        }),
        Slot::StepWork(id) => step(meeting, id).map_or_else(Default::default, |step| {
            written(&step.work, |work| format!("{work} %"), scene)
        }),
        Slot::Span(id) => meeting.participant(id).map_or_else(Default::default, |p| {
            written(
                &p.span,
                |s| scene.text.paper.span(s.from, s.to).unwrap_or_default(),
                scene,
            )
        }),
        Slot::Owners(id) => {
            let owners = meeting.action(id).map_or(&[][..], |action| &action.owners);
            if owners.is_empty() {
                return (scene.text.sheet.nobody.to_owned(), theme.soon);
            }
            let names: Vec<_> = owners
                .iter()
                .map(|id| who(meeting, *id, scene.text))
                .collect();
            (names.join(", "), theme.text)
        }
        Slot::Manner(_) if chosen(slot, scene).0.is_empty() => {
            (scene.text.sheet.manner_unsaid.to_owned(), theme.dim)
        }
        Slot::Form
        | Slot::Language
        | Slot::Role(_)
        | Slot::Attendance(_)
        | Slot::Manner(_)
        | Slot::Copy(_)
        | Slot::Answer(_)
        | Slot::Channel(_)
        | Slot::Standing(_)
        | Slot::PlanChoice(_)
        | Slot::Verdict(_) => chosen(slot, scene),
        Slot::Text(_) | Slot::PhaseMinutes(_) => {
            let text = slot.text(meeting).unwrap_or_default();
            if text.trim().is_empty() {
                let is_name = matches!(slot, Slot::Text(TextPlace::Name(_)));
                let empty = if is_name {
                    scene.text.sheet.name
                } else {
                    EMPTY
                };
                (empty.to_owned(), theme.dim)
            } else {
                (text, theme.text)
            }
        }
    }
}

/// A task as a line of the review.
fn shown_task(task: Task, scene: &Scene) -> (String, Style) {
    let theme = scene.theme;
    let t = &scene.text.review;
    if review::is_done(task, scene) {
        return (t.done.to_owned(), theme.good);
    }
    match (task, task.finding(scene.findings)) {
        (Task::Point(point), _) => {
            let words = (scene.text.open_point)(point, scene.meeting);
            ((t.point)(&words), theme.text)
        }
        (Task::Found(place, _), Some(finding)) => {
            let found = finding.words(printed::text(place, scene.meeting));
            let words = found.replace('\n', " ");
            let kind = (scene.text.privacy.kind)(finding.kind);
            match stays(finding.grade, scene.meeting.reason_to_keep(place, found)) {
                Some("") => ((t.stays_for)(&words, t.seen), theme.dim),
                Some(reason) => ((t.stays_for)(&words, reason), theme.dim),
                None => match finding.grade {
                    Grade::Strong => ((t.strong)(&words, &kind), theme.soon),
                    Grade::Hint => ((t.hint)(&words, &kind), theme.text),
                },
            }
        }
        (Task::Found(..), None) => (t.done.to_owned(), theme.good),
    }
}

/// What is said below a task with the cursor: where it is, and how to get at it.
fn task_detail(task: Task, scene: &Scene) -> Vec<(String, Style)> {
    let dim = scene.theme.dim;
    let t = &scene.text.review;
    if scene.desk.task.is_some() {
        return Vec::new();
    }
    let mut lines = Vec::new();
    if let (Task::Found(place, _), Some(finding)) = (task, task.finding(scene.findings)) {
        let (number, line) = finding.line(printed::text(place, scene.meeting));
        let place = (scene.text.privacy.place)(place, scene.meeting);
        lines.push(((scene.text.privacy.line)(&place, number), dim));
        lines.push((format!("«{}»", line.trim()), dim));
    }
    lines.push((t.enter_deals.to_owned(), dim));
    lines
}

/// What can be chosen or ticked at a slot.
fn possible(slot: Slot, scene: &Scene) -> Vec<Choice> {
    let today = scene.zone.date(scene.now);
    slot.choices(scene.meeting, scene.text, today)
}

/// What is chosen at a slot.
fn chosen(slot: Slot, scene: &Scene) -> (String, Style) {
    let choices = possible(slot, scene);
    let chosen = choices.into_iter().find(|choice| choice.chosen);
    (
        chosen.map_or_else(String::new, |c| c.label),
        scene.theme.text,
    )
}

fn shown_prepared(prepared: Prepared, scene: &Scene) -> (String, Style) {
    let slot = Slot::Prepared(prepared);
    match prepared {
        Prepared::Degree(id) => scene
            .meeting
            .period(id)
            .map_or_else(Default::default, |period| {
                if period.kind.has_degree() && period.degree.text.trim().is_empty() {
                    return ("100 %".to_owned(), scene.theme.dim);
                }
                written(&period.degree, |degree| format!("{degree} %"), scene)
            }),
        Prepared::Asked => {
            let choices = possible(slot, scene);
            let asked = choices.into_iter().filter(|choice| choice.chosen);
            let asked: Vec<_> = asked.map(|choice| choice.label).collect();
            if asked.is_empty() {
                return (scene.text.sheet.nobody.to_owned(), scene.theme.soon);
            }
            (asked.join(", "), scene.theme.text)
        }
        Prepared::Ready(_) | Prepared::Asking(_) => {
            let choices = possible(slot, scene);
            let choice = choices.into_iter().next();
            let text = choice.map_or_else(String::new, |choice| {
                let sign = if choice.chosen { "[x]" } else { "[ ]" };
                format!("{sign} {}", choice.label)
            });
            (text, scene.theme.text)
        }
        Prepared::TakeFirst if chosen(slot, scene).0.is_empty() => {
            let answer = scene.meeting.preparation.take_first;
            (
                (scene.text.preparation.take_first)(answer).to_owned(),
                scene.theme.soon,
            )
        }
        Prepared::PeriodKind(_)
        | Prepared::Wanted(_)
        | Prepared::Ground
        | Prepared::Past
        | Prepared::TakeFirst
        | Prepared::Called(_)
        | Prepared::CallWish(..)
        | Prepared::Consent(_) => chosen(slot, scene),
    }
}

fn written<T>(field: &Written<T>, show: impl Fn(&T) -> String, scene: &Scene) -> (String, Style) {
    match &field.value {
        Some(value) => (show(value), scene.theme.text),
        None if field.is_unclear() => (format!("{}\u{a0}?", field.text.trim()), scene.theme.soon),
        None => (EMPTY.to_owned(), scene.theme.dim),
    }
}

fn button(command: Command, scene: &Scene) -> String {
    let name = command.name(scene.text).unwrap_or_default();
    keymap::key_of(command).map_or_else(
        || format!("[ {name} ]"),
        |key| format!("[ {name}  {} ]", key.label(scene.text)),
    )
}

/// What is said below a slot with the cursor in it: how it was understood, what can be chosen, what to know.
pub fn detail(slot: Slot, scene: &Scene) -> Vec<(String, Style)> {
    let theme = scene.theme;
    let sheet = &scene.text.sheet;
    let today = scene.zone.date(scene.now);
    let typed = slot.text(scene.meeting).unwrap_or_default();
    let typed = typed.trim();
    let calendar = scene.text.paper.calendar;
    let understood = |text: String| vec![((sheet.understood)(&text), theme.dim)];
    let wrong = |text: String| vec![(text, theme.soon)];
    let day = |value: Option<NaiveDate>| match value {
        Some(date) => understood(calendar.with_week(date)),
        None if typed.is_empty() => vec![(sheet.date_help.to_owned(), theme.dim)],
        None => text::due::parse_date(typed, today).map_or_else(
            |error| wrong((scene.text.due_error)(&error)),
            |_| Vec::new(),
        ),
    };
    match slot {
        Slot::Due(_) if typed.is_empty() => vec![(sheet.due_help.to_owned(), theme.dim)],
        Slot::Due(id) => match scene.meeting.action(id).and_then(|a| a.due.value) {
            Some(due) => understood(calendar.due(&due)),
            None => text::due::parse(typed, today).map_or_else(
                |error| wrong((scene.text.due_error)(&error)),
                |_| Vec::new(),
            ),
        },
        Slot::Day(DayPlace::PeriodTo(_)) if typed.is_empty() => {
            vec![(scene.text.preparation.period_to_help.to_owned(), theme.dim)]
        }
        Slot::Day(DayPlace::Evaluation) if typed.is_empty() => {
            let mut lines = day(None);
            if let Some(next) = scene.meeting.follow_up.value {
                let words = (scene.text.plan.evaluation_help)(&calendar.with_week(next));
                lines.push((words, theme.dim));
            }
            lines
        }
        Slot::Day(place) => {
            let value = scene.meeting.day(place).and_then(|day| day.value);
            let mut lines = match (lies_behind(place), value) {
                (true, None) if typed.is_empty() => {
                    vec![(scene.text.preparation.past_help.to_owned(), theme.dim)]
                }
                (true | false, value) => day(value),
            };
            let approved = match (place, scene.meeting.review) {
                (DayPlace::Sent(_), Review::Approved(at)) => Some(scene.zone.date(at)),
                (_, Review::NotBegun | Review::Begun | Review::Approved(_)) => None,
            };
            if value
                .zip(approved)
                .is_some_and(|(sent, approved)| sent < approved)
            {
                lines.push((scene.text.sending.early.to_owned(), theme.soon));
            }
            if lies_behind(place) && value.is_some_and(|day| day > today) {
                lines.push((scene.text.preparation.not_yet_come.to_owned(), theme.soon));
            }
            lines
        }
        Slot::MeetingTime => match text::clock_time::parse_time(typed) {
            Err(error) if !typed.is_empty() => wrong((scene.text.time_error)(&error)),
            Ok(_) | Err(_) => Vec::new(),
        },
        Slot::Span(_) => match text::clock_time::parse_span(typed) {
            Err(error) if !typed.is_empty() => wrong((scene.text.time_error)(&error)),
            Ok((from, to)) => understood(scene.text.paper.span(from, to).unwrap_or_default()),
            Err(_) => vec![(sheet.span_help.to_owned(), theme.dim)],
        },
        Slot::StepWork(id) => match step(scene.meeting, id).map(|step| (step, step.work.value)) {
            Some((step, Some(work))) => {
                let rest = step.sick_leave().unwrap_or_default();
                vec![((sheet.step_shown)(work, rest), theme.dim)]
            }
            Some((_, None)) if !typed.is_empty() => wrong(sheet.percent_wrong.to_owned()),
            Some((_, None)) | None => Vec::new(),
        },
        Slot::PhaseMinutes(_) => {
            let editor = scene.desk.editor().map(super::Editor::text);
            match editor {
                Some(text) if slot.write(text.clone(), today).is_none() => {
                    wrong(sheet.minutes_wrong.to_owned())
                }
                Some(_) | None => Vec::new(),
            }
        }
        Slot::Verdict(index) => {
            let mut lines = choices(slot, scene);
            if let Some(measure) = scene.meeting.agenda.measures.get(index) {
                lines.push((measure.about.clone(), theme.dim));
                match &measure.state {
                    MeasureState::InUse => {}
                    MeasureState::Private => {
                        lines.push((sheet.measure_private.to_owned(), theme.soon));
                    }
                    MeasureState::Gone(instead) => {
                        lines.push(((sheet.measure_gone)(instead), theme.soon));
                    }
                }
            }
            lines
        }
        Slot::Prepared(Prepared::Degree(id)) => {
            let degree = scene.meeting.period(id).map(|period| &period.degree);
            let preparation = &scene.text.preparation;
            match degree.and_then(|degree| degree.value) {
                None if !typed.is_empty() => wrong(preparation.degree_wrong.to_owned()),
                Some(0 | 101..) => wrong(preparation.degree_wrong.to_owned()),
                Some(_) | None => vec![(preparation.degree_help.to_owned(), theme.dim)],
            }
        }
        Slot::Task(task) => task_detail(task, scene),
        Slot::Instead(_) => vec![(scene.text.review.enter_puts_in.to_owned(), theme.dim)],
        Slot::Text(TextPlace::Question(_)) => {
            vec![(scene.text.preparation.question_help.to_owned(), theme.dim)]
        }
        Slot::Text(TextPlace::Plan(field)) => {
            let help = (scene.text.plan.help)(field);
            help.map(|help| (help.to_owned(), theme.dim))
                .into_iter()
                .collect()
        }
        Slot::PlanChoice(choice) => {
            let mut lines = choices(slot, scene);
            lines.push(((scene.text.plan.choice_help)(choice).to_owned(), theme.dim));
            lines
        }
        Slot::Language => {
            let mut lines = choices(slot, scene);
            lines.push((sheet.language_help.to_owned(), theme.dim));
            lines
        }
        Slot::Prepared(Prepared::Ready(_) | Prepared::Asking(_)) => Vec::new(),
        Slot::Prepared(
            Prepared::PeriodKind(_)
            | Prepared::Wanted(_)
            | Prepared::Ground
            | Prepared::Asked
            | Prepared::Past
            | Prepared::TakeFirst
            | Prepared::Called(_)
            | Prepared::CallWish(..)
            | Prepared::Consent(_),
        )
        | Slot::Form
        | Slot::Role(_)
        | Slot::Attendance(_)
        | Slot::Manner(_)
        | Slot::Copy(_)
        | Slot::Answer(_)
        | Slot::Channel(_)
        | Slot::Standing(_)
        | Slot::Owners(_) => choices(slot, scene),
        Slot::Text(TextPlace::Remark(_) | TextPlace::Name(_) | TextPlace::What(_))
        | Slot::Text(
            TextPlace::Workplace
            | TextPlace::Place
            | TextPlace::Words(_)
            | TextPlace::Goal
            | TextPlace::Note(_)
            | TextPlace::Kladd
            | TextPlace::PlanPoints
            | TextPlace::LateReason
            | TextPlace::NoAction(_),
        )
        | Slot::Button(_) => Vec::new(),
    }
}

/// Whether a day is one on which something has been done or has begun.
const fn lies_behind(place: DayPlace) -> bool {
    match place {
        DayPlace::PeriodFrom(_)
        | DayPlace::Exempted
        | DayPlace::PlanMade
        | DayPlace::PlanSent
        | DayPlace::PlanToNav
        | DayPlace::Invited
        | DayPlace::Sent(_) => true,
        DayPlace::Meeting
        | DayPlace::PeriodTo(_)
        | DayPlace::Review
        | DayPlace::NavMeeting
        | DayPlace::StepFrom(_)
        | DayPlace::FollowUp
        | DayPlace::Evaluation => false,
    }
}

/// Everything that can be chosen, with its number and what is chosen now.
fn choices(slot: Slot, scene: &Scene) -> Vec<(String, Style)> {
    let ticks = slot.kind() == SlotKind::Ticks;
    let list: Vec<String> = (1..)
        .zip(possible(slot, scene))
        .map(|(number, choice)| {
            let sign = match (ticks, choice.chosen) {
                (true, true) => "[x] ",
                (true, false) => "[ ] ",
                (false, true) => "● ",
                (false, false) => "",
            };
            let here = if ticks && number == scene.desk.tick + 1 {
                "▶"
            } else {
                ""
            };
            format!("{here}{number} {sign}{}", choice.label).replace(' ', "\u{a0}")
        })
        .collect();
    let help = if slot == Slot::Prepared(Prepared::Asked) {
        scene.text.preparation.asked_help
    } else if ticks {
        scene.text.sheet.owners_help
    } else {
        scene.text.sheet.choose_with
    };
    vec![
        (list.join("   "), scene.theme.text),
        (help.to_owned(), scene.theme.dim),
    ]
}
