//! An unfolded task: the places where it is dealt with, and what to know for that.

use crate::{
    meeting::{
        agenda::ItemIndex,
        event::{DayPlace, TextPlace},
        open_point::OpenPoint,
        participant::Role,
        preparation::Check,
        printed::{self, Place},
    },
    privacy::{Finding, Grade, release::stays},
    rules::situation::Situation,
    ui::{
        command::{Command, Deal, View},
        scene::Scene,
        sheet::{Cell, Row, Width},
        slot::{Prepared, Slot},
        task::Task,
    },
};

/// The rows below a task.
pub fn rows(task: Task, scene: &Scene) -> Vec<Row> {
    let mut rows = match task {
        Task::Found(place, _) => found(task, place, scene),
        Task::Point(point) => missing(point, scene),
    };
    rows.push(Row::Gap);
    rows
}

fn found(task: Task, place: Place, scene: &Scene) -> Vec<Row> {
    let mut rows = vec![one(Slot::of(place), "")];
    let Some(finding) = task.finding(scene.findings) else {
        return rows;
    };
    let words = finding.words(printed::text(place, scene.meeting));
    let reason = scene.meeting.reason_to_keep(place, words);
    let kept = stays(finding.grade, reason).is_some();
    let can_be_written = !matches!(place, Place::Question(_));
    if can_be_written {
        rows.push(buttons(
            &[Deal::StrikeWords, Deal::StrikeLine, Deal::ToKladd].map(Command::Deal),
            scene,
        ));
    }
    let keep: &[Command] = match (kept, finding.grade) {
        (true, _) => &[Command::Deal(Deal::KeepNoLonger)],
        (false, Grade::Strong) => &[Command::Deal(Deal::Keep)],
        (false, Grade::Hint) => &[Command::Deal(Deal::LetStand), Command::Deal(Deal::Keep)],
    };
    rows.push(buttons(keep, scene));
    rows.extend(explained(finding, scene).into_iter().map(Row::Remark));
    let proposal = scene.guard.and_then(|guard| guard.proposal(finding.kind));
    let sentences = proposal.map_or(0, |(_, proposal)| proposal.lines().len());
    rows.extend((0..sentences).map(|number| one(Slot::Instead(number), "")));
    rows
}

/// Why it does not belong there, and what to do about it.
fn explained(finding: &Finding, scene: &Scene) -> Vec<String> {
    let t = &scene.text.privacy;
    vec![
        (t.told_by)((t.reason)(finding.kind), (t.why)(finding.why)),
        (t.instead)(finding.kind).to_owned(),
    ]
}

fn missing(point: OpenPoint, scene: &Scene) -> Vec<Row> {
    let t = &scene.text.review;
    let sheet = &scene.text.sheet;
    let text = |place| one(Slot::Text(place), "");
    match point {
        OpenPoint::ItemOpen(item) => vec![
            one(Slot::Standing(item), t.standing),
            one(Slot::Text(TextPlace::Note(item)), t.note),
        ],
        OpenPoint::NameMissing(id) => vec![one(Slot::Text(TextPlace::Name(id)), sheet.name)],
        OpenPoint::MannerMissing(id) => vec![one(Slot::Manner(id), "")],
        OpenPoint::SpanUnclear(id) => vec![one(Slot::Span(id), "")],
        OpenPoint::NothingToDo(party) => vec![
            Row::Remark((t.say_why)((scene.text.paper.sending.no_action)(party))),
            text(TextPlace::NoAction(party)),
            buttons(&[Command::AddAction], scene),
        ],
        OpenPoint::WhatMissing(id) => vec![text(TextPlace::What(id))],
        OpenPoint::OwnerMissing(id) => vec![one(Slot::Owners(id), "")],
        OpenPoint::DueMissing(id) | OpenPoint::DuePast(id) => vec![one(Slot::Due(id), t.due)],
        OpenPoint::NothingConcluded => {
            let item = ItemIndex {
                phase: scene.meeting.agenda.closing(),
                item: 0,
            };
            vec![one(Slot::Text(TextPlace::Note(item)), t.note)]
        }
        OpenPoint::GoalMissing => vec![text(TextPlace::Goal), buttons(&[Command::AddStep], scene)],
        OpenPoint::StepUnclear(id) => vec![
            one(Slot::StepWork(id), sheet.step_work),
            one(Slot::Day(DayPlace::StepFrom(id)), sheet.step_from),
        ],
        OpenPoint::AnswerMissing(id) => vec![
            one(Slot::Answer(id), ""),
            one(Slot::Text(TextPlace::Words(id)), sheet.words),
        ],
        OpenPoint::WordsMissing(id) => {
            vec![one(Slot::Text(TextPlace::Words(id)), sheet.words)]
        }
        OpenPoint::ConsentMissing(id) => vec![
            one(
                Slot::Prepared(Prepared::Consent(id)),
                scene.text.preparation.consent,
            ),
            one(Slot::Copy(id), sheet.copy),
        ],
        OpenPoint::CopyUndecided(id) => {
            let mut rows = vec![one(Slot::Copy(id), "")];
            let party = scene
                .meeting
                .participant(id)
                .is_some_and(|p| p.role.is_party());
            if !party {
                let consent = scene.text.preparation.consent;
                rows.push(one(Slot::Prepared(Prepared::Consent(id)), consent));
            }
            rows
        }
        OpenPoint::NotReadBack => vec![buttons(
            &[Command::Show(View::ReadBack), Command::MarkReadBack],
            scene,
        )],
        OpenPoint::FollowUpMissing => vec![one(Slot::Day(DayPlace::FollowUp), "")],
        OpenPoint::PlanIncomplete => vec![buttons(&[Command::Show(View::Plan)], scene)],
        OpenPoint::PeopleUnconfirmed => people(scene),
    }
}

/// What tells whether this is the right case: a referat about somebody else is the mistake that cannot be mended.
fn people(scene: &Scene) -> Vec<Row> {
    let t = &scene.text.review;
    let today = scene.zone.date(scene.now);
    let situation = Situation::of(scene.meeting, scene.zone, today);
    let start = situation.course.current().map(|case| case.start);
    let start = start.map(|day| scene.text.paper.calendar.long(day));
    let mut employees = scene.meeting.participants.iter();
    let employee = employees.find(|p| p.role == Role::Employee).map(|p| p.id);
    let mut rows = Vec::new();
    if let Some(id) = employee {
        let label = (scene.text.paper.role)(Role::Employee);
        rows.push(one(Slot::Text(TextPlace::Name(id)), label));
    }
    rows.push(one(
        Slot::Text(TextPlace::Workplace),
        scene.text.paper.workplace,
    ));
    rows.push(Row::Remark((t.absent_from)(start.as_deref())));
    let came = scene.meeting.participants.iter().filter(|p| p.attends());
    let came: Vec<String> = came.map(|p| scene.text.paper.called(p)).collect();
    rows.push(Row::Remark((t.came)(&crate::text::listed(
        &came,
        scene.text.paper.referat.and,
    ))));
    let tick = Slot::Prepared(Prepared::Ready(Check::RightPeople));
    rows.push(one(tick, ""));
    rows
}

fn one(slot: Slot, label: &'static str) -> Row {
    Row::Cells(vec![Cell::new(slot, label, Width::Grow(16))])
}

fn buttons(commands: &[Command], scene: &Scene) -> Row {
    let button = |command: &Command| Cell::fitting(*command, scene);
    Row::Cells(commands.iter().map(button).collect())
}
