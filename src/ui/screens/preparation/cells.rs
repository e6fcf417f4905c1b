//! What the sheets of the preparation are put together from.

use crate::{
    meeting::place::Field,
    ui::{
        focus::FocusTarget,
        sheet::{SheetCell, SheetRow, Width},
    },
};

/// A row with one place.
pub(super) fn row(target: FocusTarget, label: &str, width: Width) -> SheetRow {
    SheetRow::Cells(vec![SheetCell::new(target, label, width)])
}

/// A field of a fixed width.
pub(super) fn fixed(field: impl Into<Field>, label: &str, width: u16) -> SheetCell {
    SheetCell::field(field, label, Width::Fixed(width))
}

/// A day.
pub(super) fn day(field: impl Into<Field>, label: &str) -> SheetCell {
    SheetCell::field(field, label, Width::Grow(18))
}
