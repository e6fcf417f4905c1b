//! Who gets which documents, and when and how they went out.

use crate::{
    meeting::{DocumentKind, ReferatCopy, SendingField, Stage},
    rules::receivers::{all_sent, confirms, receivers, send_by},
    text::listed,
    ui::{
        command::Command,
        scene::Scene,
        sheet::{SheetCell, SheetRow},
    },
};

/// The sheet.
pub fn rows(scene: &Scene) -> Vec<SheetRow> {
    let t = &scene.text.sending;
    let approved = scene.meeting.stage() == Stage::Approved;
    let today = scene.zone.date(scene.now);
    let by = send_by(scene.meeting, scene.zone);
    let by = by.map(|day| {
        if approved && all_sent(scene.meeting) {
            t.all_sent.to_owned()
        } else {
            (t.by)(
                &scene.text.document.calendar.short(day),
                (day - today).num_days(),
            )
        }
    });
    let mut rows = vec![SheetRow::Title(t.receivers, by.unwrap_or_default())];
    if !approved {
        rows.push(SheetRow::Remark(t.approve_first.to_owned()));
    }
    for receiver in receivers(scene.meeting) {
        rows.push(SheetRow::Gap);
        let name = scene.text.document.addressee(receiver.to, scene.meeting);
        let documents: Vec<&str> = receiver
            .documents
            .iter()
            .map(|p| (scene.text.document.sending.document)(*p))
            .collect();
        let documents = listed(&documents, scene.text.document.referat.and);
        rows.push(SheetRow::Remark((t.gets)(&name, &documents)));
        if approved {
            rows.push(SheetRow::Cells(vec![
                SheetCell::growing(SendingField::On.of(receiver.to), t.sent, 16),
                SheetCell::growing(SendingField::Channel.of(receiver.to), t.how, 20),
            ]));
        }
    }
    rows.extend(left_out(scene).into_iter().map(SheetRow::Remark));
    rows.extend([
        SheetRow::Gap,
        SheetRow::Title(t.documents, String::new()),
        SheetRow::Remark(t.documents_help.to_owned()),
    ]);
    for kind in DocumentKind::AFTER {
        if kind == DocumentKind::Confirmation && !confirms(scene.meeting) {
            continue;
        }
        let mut cells = Vec::new();
        if kind != DocumentKind::PlanData {
            cells.push(SheetCell::fitting(Command::Preview(kind), scene));
        }
        cells.push(SheetCell::fitting(Command::Write(kind), scene));
        rows.push(SheetRow::Cells(cells));
    }
    rows
}

/// Those who were to have the referat and do not get it, with why.
fn left_out(scene: &Scene) -> Vec<String> {
    let waiting = scene.meeting.participants.iter();
    let waiting = waiting.filter(|p| p.copy == ReferatCopy::Yes && !p.gets_referat());
    waiting
        .map(|p| (scene.text.sending.no_consent)(&scene.text.document.called(p)))
        .collect()
}
