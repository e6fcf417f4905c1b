//! Who gets which documents, and when and how they went out.

use crate::{
    meeting::{
        event::DayPlace, paper::Paper, participant::ReferatCopy, sending::Addressee, stage::Stage,
    },
    rules::receivers::{receivers, send_by},
    text::listed,
    ui::{
        command::Command,
        scene::Scene,
        sheet::{Cell, Row, Width},
        slot::{Slot, who},
    },
};

/// The sheet.
pub fn rows(scene: &Scene) -> Vec<Row> {
    let t = &scene.text.sending;
    let approved = scene.meeting.stage() == Stage::Approved;
    let today = scene.zone.date(scene.now);
    let by = send_by(scene.meeting, scene.zone);
    let by = by.map(|day| (t.by)(&scene.text.calendar.short(day), (day - today).num_days()));
    let mut rows = vec![Row::Title(t.receivers, by.unwrap_or_default())];
    if !approved {
        rows.push(Row::Remark(t.approve_first.to_owned()));
    }
    for receiver in receivers(scene.meeting) {
        rows.push(Row::Gap);
        let name = called(receiver.to, scene);
        let papers: Vec<&str> = receiver.papers.iter().map(|p| (t.paper)(*p)).collect();
        let papers = listed(&papers, scene.text.referat.and);
        rows.push(Row::Remark((t.gets)(&name, &papers)));
        if approved {
            rows.push(Row::Cells(vec![
                Cell::new(
                    Slot::Day(DayPlace::Sent(receiver.to)),
                    t.sent,
                    Width::Grow(16),
                ),
                Cell::new(Slot::Channel(receiver.to), t.how, Width::Grow(20)),
            ]));
        }
    }
    rows.extend(left_out(scene).into_iter().map(Row::Remark));
    rows.extend([
        Row::Gap,
        Row::Title(t.documents, String::new()),
        Row::Remark(t.documents_help.to_owned()),
    ]);
    let confirms = receivers(scene.meeting)
        .iter()
        .any(|r| r.papers.contains(&Paper::Confirmation));
    for paper in Paper::AFTER {
        if paper == Paper::Confirmation && !confirms {
            continue;
        }
        let mut cells = Vec::new();
        if paper != Paper::PlanData {
            cells.push(Cell::new(
                Slot::Button(Command::Preview(paper)),
                "",
                Width::Fixed(34),
            ));
        }
        cells.push(Cell::new(
            Slot::Button(Command::Write(paper)),
            "",
            Width::Fixed(38),
        ));
        rows.push(Row::Cells(cells));
    }
    rows
}

/// How a receiver is called: with their role, which tells why they get what they get.
fn called(to: Addressee, scene: &Scene) -> String {
    let t = &scene.text.sending;
    match to {
        Addressee::Participant(id) => {
            let name = who(scene.meeting, id, scene.text);
            let participant = scene.meeting.participant(id);
            let role = participant.map_or("", |p| (scene.text.role)(p.role));
            (t.with_role)(&name, role)
        }
        Addressee::Doctor => t.doctor.to_owned(),
        Addressee::Nav => t.nav.to_owned(),
    }
}

/// Those who were to have the referat and do not get it, with why.
fn left_out(scene: &Scene) -> Vec<String> {
    let waiting = scene.meeting.participants.iter();
    let waiting = waiting.filter(|p| p.copy == ReferatCopy::Yes && !p.gets_referat());
    waiting
        .map(|p| (scene.text.sending.no_consent)(&scene.text.called(p)))
        .collect()
}
