//! Every key with what it does, drawn from the key table.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    widgets::{Clear, Widget},
};

use crate::{
    text::Text,
    ui::{
        keymap::{COMMANDS, SHEET, WRITING},
        layout::inset,
        theme::Theme,
        widgets::line::put_text,
    },
};

/// Every key with what it does, in the order of the key table; a key that means different things at different times
/// stands once. The README's list is checked against it.
pub fn keys(text: &Text) -> Vec<(String, String)> {
    let mut keys: Vec<(String, String)> = Vec::new();
    for binding in [COMMANDS, SHEET, WRITING].into_iter().flatten() {
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
pub fn lines(text: &Text) -> Vec<String> {
    let mut lines = vec![text.overlay.help_typing.to_owned(), String::new()];
    let keys = keys(text).into_iter();
    lines.extend(keys.map(|(key, name)| format!("{key:<16} {name}")));
    lines
}

/// Draws the list over `area`, scrolled by `scroll` lines but never past its end.
pub fn draw(scroll: usize, text: &Text, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    Clear.render(area, buffer);
    let inner = inset(area, 2);
    put_text(inner, 0, text.overlay.help_title, theme.strong, buffer);
    let last = inner.height.saturating_sub(1);
    let lines = lines(text);
    let room = usize::from(last.saturating_sub(1));
    let most = lines.len().saturating_sub(room);
    for (row, line) in (1..last).zip(lines.iter().skip(scroll.min(most))) {
        put_text(inner, row, line, theme.text, buffer);
    }
    put_text(inner, last, text.overlay.help_close, theme.dim, buffer);
}
