//! How the file names an item of the agenda: by the ids of its phase and its own, "status/arbeidstaker".

use crate::meeting::{Agenda, ItemIndex, PhaseIndex};

/// The name of an item. Where the ids do not lead back to it, because two things share one or an id holds a slash, its
/// place counted from 1 instead, "#2/3": a file must always lead back to the item that was meant.
pub(super) fn to(agenda: &Agenda, index: ItemIndex) -> String {
    let ids = agenda.phase(index.phase).zip(agenda.item(index));
    let ids = ids.map(|(phase, item)| format!("{}/{}", phase.id, item.id));
    ids.filter(|name| from(agenda, name) == Some(index))
        .unwrap_or_else(|| format!("#{}/{}", index.phase.0 + 1, index.item + 1))
}

/// The item with this name, if it is on the agenda.
pub(super) fn from(agenda: &Agenda, name: &str) -> Option<ItemIndex> {
    let Some(place) = name.strip_prefix('#') else {
        let (phase, item) = name.split_once('/')?;
        return agenda.find(phase, item);
    };
    let (phase, item) = place.split_once('/')?;
    let from_zero = |number: &str| number.parse::<usize>().ok()?.checked_sub(1);
    let index = ItemIndex {
        phase: PhaseIndex(from_zero(phase)?),
        item: from_zero(item)?,
    };
    agenda.item(index).map(|_| index)
}
