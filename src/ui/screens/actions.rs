//! Who does what by when.

use crate::{
    meeting::action_item::ActionField,
    ui::{
        command::Command,
        scene::Scene,
        sheet::{Cell, Row, Width},
    },
};

/// The sheet.
pub fn rows(scene: &Scene) -> Vec<Row> {
    let t = &scene.text.sheet;
    let mut rows = Vec::new();
    if scene.meeting.actions.is_empty() {
        rows.push(Row::Remark(t.no_actions.to_owned()));
        rows.push(Row::Gap);
    }
    for (number, action) in (1..).zip(&scene.meeting.actions) {
        let id = action.id;
        let what = format!("{number} {}", t.what);
        rows.push(Row::Cells(vec![
            Cell::field(ActionField::What.of(id), what, Width::Grow(26)),
            Cell::field(ActionField::Owners.of(id), t.owners, Width::Grow(12)),
            Cell::field(ActionField::Due.of(id), t.due, Width::Grow(16)),
        ]));
    }
    rows.push(Row::Gap);
    rows.push(Row::Cells(vec![Cell::button(Command::AddAction)]));
    rows
}
