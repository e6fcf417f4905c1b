//! The one number, five lines high.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{line::put_text, wrap};
use crate::ui::layout::to_u16;

/// Lines a figure takes.
pub const HEIGHT: u16 = 5;

const PLUS: [&str; 5] = ["      ", "  ██  ", "██████", "  ██  ", "      "];

const DIGITS: [[&str; 5]; 10] = [
    ["██████", "██  ██", "██  ██", "██  ██", "██████"],
    ["  ██  ", "████  ", "  ██  ", "  ██  ", "██████"],
    ["██████", "    ██", "██████", "██    ", "██████"],
    ["██████", "    ██", "██████", "    ██", "██████"],
    ["██  ██", "██  ██", "██████", "    ██", "    ██"],
    ["██████", "██    ", "██████", "    ██", "██████"],
    ["██████", "██    ", "██████", "██  ██", "██████"],
    ["██████", "    ██", "    ██", "    ██", "    ██"],
    ["██████", "██  ██", "██████", "██  ██", "██████"],
    ["██████", "██  ██", "██████", "    ██", "██████"],
];

/// Draws `text` (figures, and + for overtime) large; answers with the columns it took.
pub fn draw(text: &str, area: Rect, style: Style, buffer: &mut Buffer) -> u16 {
    let glyphs: Vec<&[&str; 5]> = text
        .chars()
        .filter_map(|c| match c {
            '+' => Some(&PLUS),
            _ => DIGITS.get(usize::try_from(c.to_digit(10)?).ok()?),
        })
        .collect();
    let mut width = 0;
    for row in 0..HEIGHT {
        let line: Vec<&str> = glyphs
            .iter()
            .filter_map(|glyph| glyph.get(usize::from(row)).copied())
            .collect();
        let line = line.join("  ");
        put_text(area, row, &line, style, buffer);
        width = to_u16(wrap::columns(&line));
    }
    width
}
