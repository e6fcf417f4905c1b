//! The oppfølgingsplan: the fields of the form on nav.no, and what an HR system asks for besides.

use ratatui::text::Span;

use crate::{
    meeting::{Contents, Field, ParticipantField, PlanField},
    rules::{PlanFault, plan},
    ui::{
        command::{Command, View},
        focus::FocusTarget,
        scene::Scene,
        sheet::{SheetCell, SheetRow, Width},
    },
};

/// The sheet.
pub fn rows(scene: &Scene) -> Vec<SheetRow> {
    let t = &scene.text.plan;
    let faults = plan::faults(scene.meeting, scene.zone.date(scene.now));
    let left = if faults.is_empty() {
        t.whole.to_owned()
    } else {
        let faults: Vec<_> = faults.iter().map(|fault| (t.fault)(*fault)).collect();
        (t.left)(&faults.join(" · "))
    };
    let buttons = [Command::FillPlan, Command::PlanFaults, Command::PastePlan];
    let mut rows = vec![
        SheetRow::Remark(left),
        SheetRow::buttons(&buttons, scene),
        SheetRow::Gap,
        SheetRow::Title(t.form_part, String::new()),
    ];
    let field = |field| self::field(field, &faults, scene);
    rows.extend(PlanField::FORM.into_iter().filter_map(field));
    rows.extend([
        SheetRow::Gap,
        SheetRow::Title(t.receivers_part, String::new()),
    ]);
    let receivers = [
        PlanField::ToNav,
        PlanField::NavHelp,
        PlanField::NavHelpWith,
        PlanField::ToDoctor,
        PlanField::DoctorMessage,
        PlanField::Additional,
    ];
    rows.extend(receivers.into_iter().filter_map(field));
    rows.extend([
        SheetRow::Gap,
        SheetRow::Title(t.contact_part, String::new()),
        SheetRow::Cells(vec![
            SheetCell::new(contact(scene.meeting), t.contact_name, Width::Grow(20)),
            SheetCell::growing(PlanField::Phone, t.contact_phone, 14),
            SheetCell::growing(PlanField::Email, t.contact_email, 24),
        ]),
        SheetRow::Gap,
        SheetRow::Title(t.changes_part, String::new()),
    ]);
    rows.extend(field(PlanField::Changes));
    rows
}

/// A field under its official name, with what is to be said of it; nothing where it is not asked for.
fn field(field: PlanField, faults: &[PlanFault], scene: &Scene) -> Option<SheetRow> {
    let t = &scene.text.plan;
    let document = &scene.text.document.plan;
    if !plan::is_asked(&scene.meeting.plan, field) {
        return None;
    }
    let (target, label) = (text(field), (document.label)(field));
    let mut faults = faults.iter();
    let fault = faults.find(|fault| place(**fault, scene.meeting) == target);
    let aside = match (fault, field) {
        (Some(PlanFault::TooLong(field, surplus)), _) => {
            let length = plan::length(scene.meeting.plan.text(*field));
            Span::styled((t.length)(length, *surplus), scene.theme.over)
        }
        (Some(PlanFault::EvaluationOutside | PlanFault::HelpWithoutNav), _) => {
            Span::styled(t.wrong, scene.theme.soon)
        }
        (Some(_), _) => Span::styled(t.blank, scene.theme.soon),
        (None, field) if plan::is_limited(field) => {
            let length = plan::length(scene.meeting.plan.text(field));
            Span::styled((t.length)(length, 0), scene.theme.dim)
        }
        (None, _) => Span::raw(""),
    };
    let cell = SheetCell::new(target, label, Width::Grow(1));
    Some(SheetRow::Field(cell, aside))
}

/// Where a fault is mended.
pub fn place(fault: PlanFault, meeting: &Contents) -> FocusTarget {
    match fault {
        PlanFault::Blank(field) | PlanFault::TooLong(field, _) => text(field),
        PlanFault::NoEvaluation | PlanFault::EvaluationOutside => {
            FocusTarget::Field(Field::Plan(PlanField::Evaluation))
        }
        PlanFault::Unsaid(choice) => FocusTarget::Field(Field::Plan(choice)),
        PlanFault::HelpWithoutNav => FocusTarget::Field(Field::Plan(PlanField::ToNav)),
        PlanFault::NoContact => contact(meeting),
    }
}

fn text(field: PlanField) -> FocusTarget {
    FocusTarget::Field(Field::Plan(field))
}

/// Where the name of the contact person stands: it is that of a participant, who has to be there first.
fn contact(meeting: &Contents) -> FocusTarget {
    meeting.contact().map_or(
        FocusTarget::Button(Command::Show(View::Preparation)),
        |contact| FocusTarget::Field(ParticipantField::Name.of(contact.id)),
    )
}
