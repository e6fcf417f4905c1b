//! What the sheets of the preparation are put together from.

use crate::{
    meeting::place::Field,
    ui::{
        focus::FocusTarget,
        sheet::{Cell, Row, Width},
    },
};

/// A row with one place.
pub(super) fn row(target: FocusTarget, label: &str, width: Width) -> Row {
    Row::Cells(vec![Cell::new(target, label, width)])
}

/// A field of a fixed width.
pub(super) fn fixed(field: impl Into<Field>, label: &str, width: u16) -> Cell {
    Cell::field(field, label, Width::Fixed(width))
}

/// A day.
pub(super) fn day(field: impl Into<Field>, label: &str) -> Cell {
    Cell::field(field, label, Width::Grow(18))
}
