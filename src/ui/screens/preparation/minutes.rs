//! The section of the time plan: the minutes, the phases on the clock, and who is not there all the time.

use chrono::NaiveTime;

use crate::{
    meeting::{Field, PhaseField, PhaseIndex, PreparationField, Stage, TakeFirst},
    rules::{There, Visitor, time_plan},
    text::{date, listed},
    ui::{
        focus::FocusTarget,
        scene::Scene,
        sheet::{SheetCell, SheetRow, Width},
    },
};

/// The rows of the section.
pub(super) fn rows(scene: &Scene) -> Vec<SheetRow> {
    let t = &scene.text.preparation;
    let meeting = scene.meeting;
    let phases = meeting.agenda.phases().map(|(index, phase)| {
        let minutes = FocusTarget::Field(PhaseField::Planned.of(index));
        SheetCell::new(minutes, phase.title.clone(), Width::Fixed(4))
    });
    let mut rows = vec![SheetRow::Cells(phases.collect())];
    let plan = time_plan::planned(meeting);
    if plan.is_empty() {
        rows.push(SheetRow::Remark(t.time_unknown.to_owned()));
    }
    for planned in &plan {
        let (from, to) = (date::time(planned.from), date::time(planned.to));
        rows.push(SheetRow::Remark((t.phase_times)(
            meeting.agenda.phase_title(planned.phase),
            &from,
            &to,
        )));
    }
    let visitors = time_plan::visitors(meeting);
    for visitor in &visitors {
        let said = visits(visitor, scene);
        if !said.is_empty() {
            rows.push(SheetRow::Gap);
        }
        rows.extend(said.into_iter().map(SheetRow::Remark));
    }
    let answered = meeting.preparation.take_first != TakeFirst::NotAnswered;
    let ask = answered || visitors.iter().any(|visitor| !visitor.behind.is_empty());
    if ask && meeting.stage() == Stage::Preparing {
        let target = FocusTarget::Field(Field::Preparation(PreparationField::TakeFirst));
        let cell = SheetCell::new(target, t.take_first_label, Width::Fixed(12));
        rows.push(SheetRow::one(cell));
    }
    rows
}

/// What is in the way of somebody who is there for a part of the meeting only.
fn visits(visitor: &Visitor, scene: &Scene) -> Vec<String> {
    let t = &scene.text.preparation;
    let meeting = scene.meeting;
    let name = scene.text.document.who(visitor.who, meeting);
    let presence = visitor.presence;
    let at = |time: Option<NaiveTime>| time.map_or_else(String::new, date::time);
    let list = |phases: &[PhaseIndex]| {
        let titles = phases
            .iter()
            .map(|index| meeting.agenda.phase_title(*index));
        let titles: Vec<_> = titles.collect();
        listed(&titles, scene.text.document.referat.and)
    };
    if visitor.there == There::NotAtAll {
        let presence = scene
            .text
            .document
            .presence(presence.from, presence.to)
            .unwrap_or_default();
        return vec![(t.not_there)(&name, &presence)];
    }
    let mut said = Vec::new();
    if !visitor.over.is_empty() {
        said.push((t.over)(&name, &at(presence.from), &list(&visitor.over)));
    }
    if !visitor.behind.is_empty() {
        said.push((t.behind)(&name, &at(presence.to), &list(&visitor.behind)));
    }
    if !visitor.missed.is_empty() {
        said.push((t.missed)(&name, &at(presence.to), &list(&visitor.missed)));
    }
    if said.is_empty() && !visitor.in_reach.is_empty() {
        let presence = scene
            .text
            .document
            .presence(presence.from, presence.to)
            .unwrap_or_default();
        said.push((t.in_reach)(&name, &presence));
    }
    said
}
