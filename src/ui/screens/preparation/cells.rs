//! What the sheets of the preparation are put together from.

use crate::{
    meeting::event::DayPlace,
    ui::{
        sheet::{Cell, Row, Width},
        slot::{Prepared, Slot},
    },
};

/// A row with one place.
pub(super) fn row(slot: Slot, label: &str, width: Width) -> Row {
    Row::Cells(vec![Cell::new(slot, label, width)])
}

/// Something of the preparation.
pub(super) fn prepared(slot: Prepared, label: &str, width: u16) -> Cell {
    Cell::new(Slot::Prepared(slot), label, Width::Fixed(width))
}

/// A day.
pub(super) fn day(place: DayPlace, label: &str) -> Cell {
    Cell::new(Slot::Day(place), label, Width::Grow(18))
}
