//! A neutral screen with nothing but the clock on the wall.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    text::Text,
    ui::{
        layout::{cut_left, cut_top, to_u16},
        theme::Theme,
        widgets::{big_figure, line::put_text, wrap},
    },
};

/// Draws it over everything.
pub fn draw(clock: &str, text: &Text, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let hint = text.overlay.cover_key;
    if area.height > big_figure::HEIGHT + 4 && area.width > 40 {
        let (hours, minutes) = clock.split_once(':').unwrap_or((clock, ""));
        let top = (area.height - big_figure::HEIGHT) / 2;
        let left = area.width.saturating_sub(30) / 2;
        let (_, below) = cut_top(area, top);
        let (line, _) = cut_top(below, big_figure::HEIGHT);
        let place = |x: u16| cut_left(line, x).1;
        big_figure::draw(hours, place(left), theme.strong, buffer);
        put_text(place(left + 15), 1, "█", theme.strong, buffer);
        put_text(place(left + 15), 3, "█", theme.strong, buffer);
        big_figure::draw(minutes, place(left + 17), theme.strong, buffer);
    } else {
        put_text(area, area.height / 2, clock, theme.strong, buffer);
    }
    let columns = to_u16(wrap::columns(hint));
    let x = area.width.saturating_sub(columns) / 2;
    let (_, place) = cut_left(area, x);
    let last = area.height.saturating_sub(1);
    put_text(place, last, hint, theme.dim, buffer);
}
