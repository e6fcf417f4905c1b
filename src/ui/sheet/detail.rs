//! What is said below a focus target when the cursor stands there: how it was understood, what can be chosen, what to know.

use ratatui::style::Style;

use super::shown;
use crate::{
    meeting::{
        Degree, ExemptionField, Field, FieldKind, MeasureField, MeasureState, MeetingField, Parsed,
        PeriodField, PlanField, QuestionField, Review, Tense, Value,
    },
    text,
    ui::{
        focus::{FocusTarget, TargetKind},
        scene::Scene,
        task::Task,
    },
};

/// What is said below a task with the cursor: where it is, and how to get at it.
fn task_detail(task: Task, scene: &Scene) -> Vec<(String, Style)> {
    let dim = scene.theme.dim;
    let t = &scene.text.review;
    if scene.view_state.task.is_some() {
        return Vec::new();
    }
    let mut lines = Vec::new();
    if let (Task::Found(place, _), Some(finding)) = (task, task.finding(scene.findings)) {
        let (number, line) = finding.line(scene.meeting.text_at(place));
        let place = (scene.text.privacy.place)(place, scene.meeting);
        lines.push(((scene.text.privacy.line)(&place, number), dim));
        lines.push((format!("«{}»", line.trim()), dim));
    }
    lines.push((t.enter_deals.to_owned(), dim));
    lines
}

/// What is said below a focus target with the cursor in it: how it was understood, what can be chosen, what to know.
pub fn detail(target: FocusTarget, scene: &Scene) -> Vec<(String, Style)> {
    match target {
        FocusTarget::Task(task) => task_detail(task, scene),
        FocusTarget::Instead(_) => {
            vec![(scene.text.review.enter_puts_in.to_owned(), scene.theme.dim)]
        }
        FocusTarget::Field(field) => {
            let mut lines = understood(field, scene);
            let help = help(field, scene).into_iter();
            lines.extend(help.map(|help| (help, scene.theme.dim)));
            lines.extend(warnings(field, scene));
            lines
        }
        FocusTarget::Check(_) | FocusTarget::Button(_) => Vec::new(),
    }
}

/// How what stands in a field was understood, or what can be chosen there.
fn understood(field: Field, scene: &Scene) -> Vec<(String, Style)> {
    let target = FocusTarget::Field(field);
    let theme = scene.theme;
    let sheet = &scene.text.sheet;
    let calendar = scene.text.document.calendar;
    let today = scene.zone.date(scene.now);
    let typed = scene.meeting.typed(field).unwrap_or_default().trim();
    let understood = |text: String| vec![((sheet.understood)(&text), theme.dim)];
    let wrong = |text: String| vec![(text, theme.soon)];
    match scene.meeting.value(field) {
        Some(Value::Day(Parsed {
            value: Some(day), ..
        })) => understood(calendar.with_week(day)),
        Some(Value::Day(_)) if typed.is_empty() => Vec::new(),
        Some(Value::Day(_)) => text::due::parse_date(typed, today).map_or_else(
            |error| wrong((scene.text.due_error)(&error)),
            |_| Vec::new(),
        ),
        Some(Value::Due(_)) if typed.is_empty() => Vec::new(),
        Some(Value::Due(due)) => match due.value {
            Some(due) => understood(calendar.due(&due)),
            None => text::due::parse(typed, today).map_or_else(
                |error| wrong((scene.text.due_error)(&error)),
                |_| Vec::new(),
            ),
        },
        Some(Value::Time(_)) => match text::clock_time::parse_time(typed) {
            Err(error) if !typed.is_empty() => wrong((scene.text.time_error)(&error)),
            Ok(_) | Err(_) => Vec::new(),
        },
        Some(Value::Presence(_)) => match text::clock_time::parse_presence(typed) {
            Err(error) if !typed.is_empty() => wrong((scene.text.time_error)(&error)),
            Ok(there) => understood(
                scene
                    .text
                    .document
                    .presence(there.from, there.to)
                    .unwrap_or_default(),
            ),
            Err(_) => Vec::new(),
        },
        Some(Value::Percent(percent)) => match (field, percent.value) {
            (Field::Step(..), Some(work)) => {
                let rest = 100_u8.saturating_sub(work);
                vec![((sheet.step_shown)(work, rest), theme.dim)]
            }
            (Field::Step(..), None) if !typed.is_empty() => wrong(sheet.percent_wrong.to_owned()),
            (Field::Period(..), None) if !typed.is_empty() => {
                wrong(scene.text.preparation.degree_wrong.to_owned())
            }
            (Field::Period(..), Some(0 | 101..)) => {
                wrong(scene.text.preparation.degree_wrong.to_owned())
            }
            _ => Vec::new(),
        },
        Some(Value::Minutes(_)) => {
            let editor = scene.view_state.editor().map(super::Editor::text);
            match editor {
                Some(text) if target.write(text.clone(), today).is_none() => {
                    wrong(sheet.minutes_wrong.to_owned())
                }
                Some(_) | None => Vec::new(),
            }
        }
        Some(Value::Choice(_)) if target.kind() == TargetKind::Tick => Vec::new(),
        Some(Value::Choice(_) | Value::Past(_) | Value::People(_) | Value::Sides(_)) => {
            choices(target, scene)
        }
        Some(Value::Text(_) | Value::Checks(_) | Value::Noted(_)) | None => Vec::new(),
    }
}

/// What to know of a field: how it is written, and what it is for.
fn help(field: Field, scene: &Scene) -> Vec<String> {
    let sheet = &scene.text.sheet;
    let preparation = &scene.text.preparation;
    let typed = scene.meeting.typed(field).unwrap_or_default().trim();
    let calendar = scene.text.document.calendar;
    match (field, field.kind()) {
        (Field::Period(_, PeriodField::To), _) if typed.is_empty() => {
            vec![preparation.period_to_help.to_owned()]
        }
        (Field::Plan(PlanField::Evaluation), _) if typed.is_empty() => {
            let mut lines = vec![sheet.date_help.to_owned()];
            if let Some(next) = scene.meeting.follow_up.value {
                lines.push((scene.text.plan.evaluation_help)(&calendar.with_week(next)));
            }
            lines
        }
        (Field::Period(id, PeriodField::Degree), _) => {
            let degree = scene.meeting.period(id).map(|period| &period.degree);
            let is_wrong = degree.is_some_and(|degree| match degree.value {
                Some(percent) => Degree::new(percent).is_none(),
                None => degree.is_unclear(),
            });
            let help = (!is_wrong).then(|| preparation.degree_help.to_owned());
            help.into_iter().collect()
        }
        (Field::Question(_, QuestionField::Own), _) => vec![preparation.question_help.to_owned()],
        (Field::Plan(field), _) if field != PlanField::Evaluation => {
            let help = (scene.text.plan.help)(field);
            help.map(str::to_owned).into_iter().collect()
        }
        (Field::Meeting(MeetingField::Language), _) => vec![sheet.language_help.to_owned()],
        (Field::Measure(number, MeasureField::Verdict), _) => {
            let measure = scene.meeting.agenda.measures.get(number);
            measure
                .map(|measure| measure.about.clone())
                .into_iter()
                .collect()
        }
        (_, FieldKind::Day(Tense::Done)) if typed.is_empty() => {
            vec![preparation.past_help.to_owned()]
        }
        (_, FieldKind::Day(_)) if typed.is_empty() => vec![sheet.date_help.to_owned()],
        (_, FieldKind::Due) if typed.is_empty() => vec![sheet.due_help.to_owned()],
        (_, FieldKind::Presence) if typed.is_empty() => vec![sheet.span_help.to_owned()],
        _ => Vec::new(),
    }
}

/// What gives one pause about what stands in a field.
fn warnings(field: Field, scene: &Scene) -> Vec<(String, Style)> {
    let soon = scene.theme.soon;
    let today = scene.zone.date(scene.now);
    let mut lines = Vec::new();
    if let Some(Value::Day(Parsed {
        value: Some(day), ..
    })) = scene.meeting.value(field)
    {
        let approved = match scene.meeting.review {
            Review::Approved(at) if field.is_of_sending() => Some(scene.zone.date(at)),
            Review::NotBegun | Review::Begun | Review::Approved(_) => None,
        };
        if approved.is_some_and(|approved| day < approved) {
            lines.push((scene.text.sending.early.to_owned(), soon));
        }
        if field.kind() == FieldKind::Day(Tense::Done) && day > today {
            lines.push((scene.text.preparation.not_yet_come.to_owned(), soon));
        }
    }
    if let Field::Measure(number, MeasureField::Verdict) = field {
        let state = scene.meeting.agenda.measures.get(number);
        match state.map(|measure| &measure.state) {
            Some(MeasureState::Private) => {
                lines.push((scene.text.sheet.measure_private.to_owned(), soon));
            }
            Some(MeasureState::Gone(instead)) => {
                lines.push(((scene.text.sheet.measure_gone)(instead), soon));
            }
            Some(MeasureState::InUse) | None => {}
        }
    }
    lines
}

/// Everything that can be chosen, with its number and what is chosen now.
fn choices(target: FocusTarget, scene: &Scene) -> Vec<(String, Style)> {
    let ticks = target.kind() == TargetKind::Ticks;
    let list: Vec<String> = (1..)
        .zip(shown::offers(target, scene))
        .map(|(number, offer)| {
            let sign = match (ticks, offer.chosen) {
                (true, true) => "[x] ",
                (true, false) => "[ ] ",
                (false, true) => "● ",
                (false, false) => "",
            };
            let here = if ticks && number == scene.view_state.tick + 1 {
                "▶"
            } else {
                ""
            };
            format!("{here}{number} {sign}{}", offer.label).replace(' ', "\u{a0}")
        })
        .collect();
    let help = if target == FocusTarget::Field(Field::Exemption(ExemptionField::Asked)) {
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
