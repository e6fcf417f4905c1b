//! Every key with what it does, drawn from the key table.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    widgets::{Clear, Widget},
};

use crate::{
    text::Text,
    ui::{
        keymap::{Binding, COMMANDS, SHEET, WRITING},
        layout::inset,
        theme::Theme,
        widgets::line::put_text,
    },
};

/// The key list as lines of "key – what it does"; also what the README's list is checked against.
pub fn lines(text: &Text) -> Vec<String> {
    let table = |bindings: &'static [Binding]| {
        bindings.iter().filter_map(|binding| {
            let name = binding.command.name(text)?;
            Some(format!("{:<14} {name}", binding.key.label(text)))
        })
    };
    let mut lines = vec![text.overlay.help_typing.to_owned(), String::new()];
    lines.extend(table(COMMANDS));
    lines.push(String::new());
    lines.extend(table(SHEET));
    lines.push(String::new());
    lines.extend(table(WRITING));
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
