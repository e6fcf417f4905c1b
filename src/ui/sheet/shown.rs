//! What a focus target shows when nobody writes in it.

use chrono::NaiveDate;
use ratatui::style::Style;

use crate::{
    meeting::{
        Choice, Field, Parsed, ParticipantField, PeriodField, PlanField, PreparationField,
        Presence, QuestionField, Reach, TakeFirst, Value,
    },
    privacy::{Grade, release::stays},
    text::date,
    ui::{
        command::Command,
        focus::{FocusTarget, Offer},
        keymap,
        scene::Scene,
        screens::review,
        task::Task,
    },
};

/// What stands for a field nobody has filled in.
const EMPTY: &str = "…";

/// The text of a focus target and its look.
pub fn shown(target: FocusTarget, scene: &Scene) -> (String, Style) {
    let theme = scene.theme;
    match target {
        FocusTarget::Button(command) => (button(command, scene), theme.accent),
        FocusTarget::Task(task) => shown_task(task, scene),
        FocusTarget::Instead(number) => (
            format!("· {}", review::instead(number, scene).unwrap_or_default()),
            theme.dim,
        ),
        FocusTarget::Check(_) | FocusTarget::Field(Field::Question(_, QuestionField::Asking)) => {
            let offer = offers(target, scene).into_iter().next();
            let text = offer.map_or_else(String::new, |offer| {
                let sign = if offer.chosen { "[x]" } else { "[ ]" };
                format!("{sign} {}", offer.label)
            });
            (text, theme.text)
        }
        FocusTarget::Field(field) => scene
            .meeting
            .value(field)
            .map_or_else(Default::default, |value| shown_value(field, &value, scene)),
    }
}

/// What stands in a field, as its kind is shown.
fn shown_value(field: Field, value: &Value, scene: &Scene) -> (String, Style) {
    let theme = scene.theme;
    let text = scene.text;
    let calendar = text.document.calendar;
    if let Some(standing_in) = shown_while_empty(field, value, scene) {
        return standing_in;
    }
    match value {
        Value::Text(text) => (text.clone(), theme.text),
        Value::Day(day) => {
            // Of those that no document has, several stand side by side.
            let long = field.declared().reach == Reach::Printed;
            let show = |day: &NaiveDate| {
                if long {
                    calendar.with_week(*day)
                } else {
                    calendar.short_year(*day)
                }
            };
            written(day, show, scene)
        }
        Value::Time(time) => written(time, |time| date::time(*time), scene),
        Value::Due(due) => written(due, |due| calendar.due_plain(due), scene),
        Value::Percent(percent) => written(percent, |percent| format!("{percent} %"), scene),
        Value::Presence(presence) => {
            let show = |presence: &Presence| {
                text.document
                    .presence(presence.from, presence.to)
                    .unwrap_or_default()
            };
            written(presence, show, scene)
        }
        Value::Minutes(minutes) => (minutes.to_string(), theme.text),
        Value::Choice(_)
        | Value::Past(_)
        | Value::People(_)
        | Value::Sides(_)
        | Value::Checks(_) => {
            let offers = offers(FocusTarget::Field(field), scene).into_iter();
            let chosen = offers.filter(|offer| offer.chosen).map(|offer| offer.label);
            (chosen.collect::<Vec<_>>().join(", "), theme.text)
        }
        Value::Noted(day) => {
            let day = day.map(|day| calendar.short_year(day));
            (day.unwrap_or_default(), theme.text)
        }
    }
}

/// What stands for a field that nobody has filled in, where that is more than a sign.
fn shown_while_empty(field: Field, value: &Value, scene: &Scene) -> Option<(String, Style)> {
    let theme = scene.theme;
    let meeting = scene.meeting;
    let is_blank = || meeting.typed(field).unwrap_or_default().trim().is_empty();
    match (field, value) {
        (Field::Plan(PlanField::Evaluation), _) if is_blank() => {
            // What holds as long as nobody has said otherwise.
            let day = meeting.evaluation()?;
            Some((scene.text.document.calendar.with_week(day), theme.dim))
        }
        (Field::Period(id, PeriodField::Degree), _) if is_blank() => {
            let has_degree = meeting.period(id)?.kind.has_degree();
            has_degree.then(|| ("100 %".to_owned(), theme.dim))
        }
        (Field::Participant(_, ParticipantField::Name), _) if is_blank() => {
            Some((scene.text.sheet.name.to_owned(), theme.dim))
        }
        (Field::Participant(id, ParticipantField::Manner), _) => {
            let manner = meeting
                .participant(id)?
                .takes_part(meeting.arrangement.mode);
            let unsaid = scene.text.sheet.manner_unsaid;
            manner.is_none().then(|| (unsaid.to_owned(), theme.dim))
        }
        (
            Field::Preparation(PreparationField::TakeFirst),
            Value::Choice(Some(Choice::TakeFirst(answer @ TakeFirst::NotAnswered))),
        ) => {
            let words = (scene.text.preparation.take_first)(*answer);
            Some((words.to_owned(), theme.soon))
        }
        (_, Value::Text(_)) if is_blank() => Some((EMPTY.to_owned(), theme.dim)),
        (_, Value::People(all)) if all.is_empty() => {
            Some((scene.text.sheet.nobody.to_owned(), theme.soon))
        }
        (_, Value::Sides(all)) if all.is_empty() => {
            Some((scene.text.sheet.nobody.to_owned(), theme.soon))
        }
        _ => None,
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
            let found = finding.words(scene.meeting.text_at(place));
            let words = found.replace('\n', " ");
            let kind = (scene.text.privacy.kind)(finding.kind);
            match stays(finding.grade, scene.meeting.reason_to_accept(place, found)) {
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

/// What can be chosen or ticked at a focus target.
pub(super) fn offers(target: FocusTarget, scene: &Scene) -> Vec<Offer> {
    let today = scene.zone.date(scene.now);
    target.offers(scene.meeting, scene.text, today)
}

fn written<T>(field: &Parsed<T>, show: impl Fn(&T) -> String, scene: &Scene) -> (String, Style) {
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
