//! Every key with what it does, drawn from the key table.

use crate::{text::Text, ui::keymap};

use super::text::TextOverlay;

/// Every key with what it does, in the order of the key list; a key that means different things at different times
/// stands once. The README's list is checked against it.
pub fn keys(text: &Text) -> Vec<(String, String)> {
    let mut keys: Vec<(String, String)> = Vec::new();
    for binding in keymap::listed() {
        let Some(name) = binding.command.name(text) else {
            continue;
        };
        let key = binding.key.label(text);
        match keys.last_mut() {
            Some((last, names)) if *last == key => {
                names.push_str(", ");
                names.push_str(name);
            }
            Some(_) | None => keys.push((key, name.to_owned())),
        }
    }
    keys
}

/// The list as it is shown.
pub fn overlay(text: &Text) -> TextOverlay {
    let mut lines = vec![text.overlay.help_typing.to_owned(), String::new()];
    let keys = keys(text).into_iter();
    lines.extend(keys.map(|(key, name)| format!("{key:<16} {name}")));
    TextOverlay::new(text.overlay.help_title, lines)
}
