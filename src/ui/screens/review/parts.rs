//! An unfolded task: the places where it is dealt with, and what to know for that.

use crate::{
    meeting::{
        ActionField, ArrangementField, Check, Field, GoalField, ItemField, ItemIndex, MeetingField,
        NoActionField, OpenPoint, ParticipantField, Place, Role, StepField,
    },
    privacy::{Finding, Grade, release::stays},
    rules::CaseStatus,
    ui::{
        command::{Command, Deal, View},
        focus::FocusTarget,
        scene::Scene,
        sheet::{SheetCell, SheetRow, Width},
        task::Task,
    },
};

/// The rows below a task.
pub(super) fn rows(task: Task, scene: &Scene) -> Vec<SheetRow> {
    let mut rows = match task {
        Task::Found(place, _) => found(task, place, scene),
        Task::Point(point) => missing(point, scene),
    };
    rows.push(SheetRow::Gap);
    rows
}

fn found(task: Task, place: Place, scene: &Scene) -> Vec<SheetRow> {
    let mut rows = match FocusTarget::of(place) {
        Some(target) => vec![one(target, "")],
        None => vec![SheetRow::Remark(scene.meeting.text_at(place).to_owned())],
    };
    let Some(finding) = task.finding(scene.findings) else {
        return rows;
    };
    let words = finding.words(scene.meeting.text_at(place));
    let reason = scene.meeting.reason_to_accept(place, words);
    let accepted = stays(finding.grade, reason).is_some();
    if matches!(place, Place::Field(_)) {
        rows.push(SheetRow::buttons(
            &[Deal::StrikeWords, Deal::StrikeLine, Deal::ToKladd].map(Command::Deal),
            scene,
        ));
    }
    let keep: &[Command] = match (accepted, finding.grade) {
        (true, _) => &[Command::Deal(Deal::AcceptNoLonger)],
        (false, Grade::Strong) => &[Command::Deal(Deal::Accept)],
        (false, Grade::Hint) => &[Command::Deal(Deal::LetStand), Command::Deal(Deal::Accept)],
    };
    rows.push(SheetRow::buttons(keep, scene));
    rows.extend(explained(finding, scene).into_iter().map(SheetRow::Remark));
    let proposal = scene.guard.and_then(|guard| guard.proposal(finding.kind));
    let sentences = proposal.map_or(0, |(_, proposal)| proposal.lines().len());
    rows.extend((0..sentences).map(|number| one(FocusTarget::Instead(number), "")));
    rows
}

/// Why it does not belong there, and what to do about it.
fn explained(finding: &Finding, scene: &Scene) -> Vec<String> {
    let t = &scene.text.privacy;
    vec![
        (t.told_by)((t.reason)(finding.kind), (t.cause)(finding.cause)),
        (t.instead)(finding.kind).to_owned(),
    ]
}

fn missing(point: OpenPoint, scene: &Scene) -> Vec<SheetRow> {
    let t = &scene.text.review;
    let sheet = &scene.text.sheet;
    match point {
        OpenPoint::ItemOpen(item) => vec![
            field(ItemField::Status.of(item), t.item_status),
            field(ItemField::Note.of(item), t.note),
        ],
        OpenPoint::NameMissing(id) => vec![field(ParticipantField::Name.of(id), sheet.name)],
        OpenPoint::MannerMissing(id) => vec![field(ParticipantField::Manner.of(id), "")],
        OpenPoint::SpanUnclear(id) => vec![field(ParticipantField::Presence.of(id), "")],
        OpenPoint::NothingToDo(party) => vec![
            SheetRow::Remark((t.say_why)((scene.text.document.sending.no_action)(party))),
            field(NoActionField::of(party), ""),
            SheetRow::buttons(&[Command::AddAction], scene),
        ],
        OpenPoint::WhatMissing(id) => vec![field(ActionField::What.of(id), "")],
        OpenPoint::OwnerMissing(id) => {
            vec![field(ActionField::Owners.of(id), "")]
        }
        OpenPoint::DueMissing(id) | OpenPoint::DuePast(id) => {
            vec![field(ActionField::Due.of(id), t.due)]
        }
        OpenPoint::NothingConcluded => {
            let item = ItemIndex {
                phase: scene.meeting.agenda.closing(),
                item: 0,
            };
            vec![field(ItemField::Note.of(item), t.note)]
        }
        OpenPoint::GoalMissing => vec![
            field(GoalField::Text, ""),
            SheetRow::buttons(&[Command::AddStep], scene),
        ],
        OpenPoint::StepUnclear(id) => vec![
            field(StepField::Work.of(id), sheet.step_work),
            field(StepField::From.of(id), sheet.step_from),
        ],
        OpenPoint::AnswerMissing(id) => vec![
            field(ParticipantField::Answer.of(id), ""),
            field(ParticipantField::Words.of(id), sheet.words),
        ],
        OpenPoint::WordsMissing(id) => {
            vec![field(ParticipantField::Words.of(id), sheet.words)]
        }
        OpenPoint::ConsentMissing(id) => vec![
            field(
                ParticipantField::Consent.of(id),
                scene.text.preparation.consent,
            ),
            field(ParticipantField::Copy.of(id), sheet.copy),
        ],
        OpenPoint::CopyUndecided(id) => {
            let mut rows = vec![field(ParticipantField::Copy.of(id), "")];
            let party = scene
                .meeting
                .participant(id)
                .is_some_and(|p| p.role.is_party());
            if !party {
                let consent = scene.text.preparation.consent;
                rows.push(field(ParticipantField::Consent.of(id), consent));
            }
            rows
        }
        OpenPoint::NotReadBack => vec![SheetRow::buttons(
            &[Command::Show(View::ReadBack), Command::MarkReadBack],
            scene,
        )],
        OpenPoint::FollowUpMissing => {
            vec![field(MeetingField::FollowUp, "")]
        }
        OpenPoint::PlanIncomplete => vec![SheetRow::buttons(&[Command::Show(View::Plan)], scene)],
        OpenPoint::PeopleUnconfirmed => people(scene),
    }
}

/// What tells whether this is the right case: a referat about somebody else is the mistake that cannot be mended.
fn people(scene: &Scene) -> Vec<SheetRow> {
    let t = &scene.text.review;
    let today = scene.zone.date(scene.now);
    let status = CaseStatus::of(scene.meeting, scene.zone, today);
    let start = status.absence.current().map(|case| case.start);
    let start = start.map(|day| scene.text.document.calendar.long(day));
    let mut employees = scene.meeting.participants.iter();
    let employee = employees.find(|p| p.role == Role::Employee).map(|p| p.id);
    let mut rows = Vec::new();
    if let Some(id) = employee {
        let label = (scene.text.document.role)(Role::Employee);
        rows.push(field(ParticipantField::Name.of(id), label));
    }
    rows.push(field(
        ArrangementField::Workplace,
        scene.text.document.workplace,
    ));
    rows.push(SheetRow::Remark((t.absent_from)(start.as_deref())));
    let came = scene.meeting.participants.iter().filter(|p| p.attends());
    let came: Vec<String> = came.map(|p| scene.text.document.called(p)).collect();
    rows.push(SheetRow::Remark((t.came)(&crate::text::listed(
        &came,
        scene.text.document.referat.and,
    ))));
    let tick = FocusTarget::Check(Check::RightPeople);
    rows.push(one(tick, ""));
    rows
}

fn field(field: impl Into<Field>, label: &str) -> SheetRow {
    SheetRow::field(field, label, 16)
}

fn one(target: FocusTarget, label: &'static str) -> SheetRow {
    SheetRow::one(SheetCell::new(target, label, Width::Grow(16)))
}
