//! A neutral screen with nothing but the clock on the wall.

use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    text::Text,
    ui::{
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
        let place = |x: u16| Rect {
            x: area.x + x,
            y: area.y + top,
            width: area.width - x,
            height: big_figure::HEIGHT,
        };
        big_figure::draw(hours, place(left), theme.strong, buffer);
        put_text(place(left + 15), 1, "█", theme.strong, buffer);
        put_text(place(left + 15), 3, "█", theme.strong, buffer);
        big_figure::draw(minutes, place(left + 17), theme.strong, buffer);
    } else {
        put_text(area, area.height / 2, clock, theme.strong, buffer);
    }
    let columns = u16::try_from(wrap::columns(hint)).unwrap_or(u16::MAX);
    let x = area.width.saturating_sub(columns) / 2;
    let place = Rect {
        x: area.x + x,
        width: area.width - x,
        ..area
    };
    put_text(
        place,
        area.height.saturating_sub(1),
        hint,
        theme.dim,
        buffer,
    );
}
