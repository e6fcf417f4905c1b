//! Cells side by side, as far as they fit.

use super::{BETWEEN, INDENT, SheetCell, Width};
use crate::ui::{layout::to_u16, widgets::wrap};

/// A cell with its place.
pub(super) struct Placed<'a> {
    pub(super) cell: &'a SheetCell,
    pub(super) line: u16,
    pub(super) x: u16,
    /// Columns of its label; fewer than it has where the window is narrow.
    pub(super) label: u16,
    /// Columns for what stands in it, without the label.
    pub(super) width: u16,
    pub(super) named: Named,
}

/// Where the name of a place stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Before,
    Above,
}

/// Lays cells side by side, on a new line where one does not fit; the growing ones share what is left of their line.
pub(super) fn flow(cells: &[SheetCell], width: u16) -> Vec<Placed<'_>> {
    let least = |cell: &SheetCell| match cell.width {
        Width::Fixed(columns) | Width::Grow(columns) => label_width(cell).saturating_add(columns),
    };
    // The label may be a name, and a name of any length.
    let behind = |used: u16, needed: u16| used.saturating_add(BETWEEN).saturating_add(needed);
    let mut lines: Vec<Vec<&SheetCell>> = Vec::new();
    let mut used = 0;
    for cell in cells {
        let needed = least(cell);
        match lines.last_mut() {
            Some(line) if behind(used, needed) <= width.saturating_sub(INDENT) => {
                line.push(cell);
                used = behind(used, needed);
            }
            Some(_) | None => {
                lines.push(vec![cell]);
                used = needed;
            }
        }
    }
    let mut placed = Vec::new();
    for (line, cells) in (0..).zip(lines) {
        let gaps = BETWEEN.saturating_mul(to_u16(cells.len().saturating_sub(1)));
        let taken = cells
            .iter()
            .map(|cell| least(cell))
            .fold(gaps, u16::saturating_add);
        let growing = cells
            .iter()
            .filter(|cell| matches!(cell.width, Width::Grow(_)))
            .count();
        let spare = width.saturating_sub(INDENT + 1).saturating_sub(taken);
        let share = spare.checked_div(to_u16(growing)).unwrap_or_default();
        let mut x = INDENT;
        for cell in cells {
            let columns = match cell.width {
                Width::Fixed(columns) => columns,
                Width::Grow(columns) => columns + share,
            };
            let label = label_width(cell).min(width.saturating_sub(x + columns));
            let columns = columns.min(width.saturating_sub(x + label)).max(1);
            placed.push(Placed {
                cell,
                line,
                x,
                label,
                width: columns,
                named: Named::Before,
            });
            x += label + columns + BETWEEN;
        }
    }
    placed
}

fn label_width(cell: &SheetCell) -> u16 {
    match wrap::columns(&cell.label) {
        0 => 0,
        columns => to_u16(columns).saturating_add(1),
    }
}
