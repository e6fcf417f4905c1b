//! Who does what by when.

use crate::{
    meeting::ActionField,
    ui::{
        command::Command,
        scene::Scene,
        sheet::{SheetCell, SheetRow},
    },
};

/// The sheet.
pub fn rows(scene: &Scene) -> Vec<SheetRow> {
    let t = &scene.text.sheet;
    let mut rows = Vec::new();
    if scene.meeting.actions.is_empty() {
        rows.push(SheetRow::Remark(t.no_actions.to_owned()));
        rows.push(SheetRow::Gap);
    }
    for (number, action) in (1..).zip(&scene.meeting.actions) {
        let id = action.id;
        let what = format!("{number} {}", t.what);
        rows.push(SheetRow::Cells(vec![
            SheetCell::growing(ActionField::What.of(id), what, 26),
            SheetCell::growing(ActionField::Owners.of(id), t.owners, 12),
            SheetCell::growing(ActionField::Due.of(id), t.due, 16),
        ]));
    }
    rows.push(SheetRow::Gap);
    rows.push(SheetRow::button(Command::AddAction));
    rows
}
