//! The measures (virkemidler) considered: those of the guide with their present state, then the newer ones.

use crate::{
    meeting::{Measure, MeasureField, MeasureState, Verdict},
    ui::{
        scene::Scene,
        sheet::{SheetCell, SheetRow},
        widgets::wrap,
    },
};

/// The sheet.
pub fn rows(scene: &Scene) -> Vec<SheetRow> {
    let t = &scene.text.sheet;
    let label = |measure: &Measure| {
        let letter = if measure.letter.is_empty() {
            "·"
        } else {
            &measure.letter
        };
        let gone = match measure.state {
            MeasureState::Gone(_) => " †",
            MeasureState::InUse | MeasureState::Private => "",
        };
        format!("{letter} {}{gone}", measure.title)
    };
    let measures = &scene.meeting.agenda.measures;
    let widest = measures.iter().map(|m| wrap::columns(&label(m))).max();
    let row = |(index, measure): (usize, &Measure)| {
        let mut label = label(measure);
        // One column for what is chosen, whatever the length of the names.
        let missing = widest.unwrap_or_default() - wrap::columns(&label);
        label.push_str(&" ".repeat(missing));
        let mut cells = vec![SheetCell::fixed(MeasureField::Verdict.of(index), label, 13)];
        if measure.verdict != Verdict::NotDiscussed {
            let remark = MeasureField::Remark.of(index);
            cells.push(SheetCell::growing(remark, t.remark, 16));
        }
        SheetRow::Cells(cells)
    };
    let all = || measures.iter().enumerate();
    let mut rows = vec![SheetRow::Title(t.measures_old, String::new())];
    rows.extend(all().filter(|(_, m)| !m.letter.is_empty()).map(row));
    rows.push(SheetRow::Gap);
    rows.push(SheetRow::Title(t.measures_new, String::new()));
    rows.extend(all().filter(|(_, m)| m.letter.is_empty()).map(row));
    rows
}
