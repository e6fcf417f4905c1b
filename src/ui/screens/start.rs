//! The start screen: three lines, and no question before them.

use ratatui::{buffer::Buffer, layout::Rect, text::Span};

use crate::{
    text::Text,
    ui::{
        command::Command,
        layout::{areas, cut_bottom, inset},
        scene::Foot,
        theme::Theme,
        widgets::line::{put, put_text},
    },
};

use super::frame;

/// The three lines, in order.
pub const LINES: [Command; 3] = [Command::NewMeeting, Command::Practise, Command::OpenMeeting];

/// Which line is chosen, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StartScreen {
    /// The chosen line.
    pub chosen: usize,
}

impl StartScreen {
    /// The command of the chosen line.
    pub fn command(self) -> Command {
        LINES
            .get(self.chosen)
            .copied()
            .unwrap_or(Command::NewMeeting)
    }

    /// The line `step` further down, staying within the list.
    pub fn moved(self, step: isize) -> Self {
        let chosen = self.chosen.saturating_add_signed(step).min(LINES.len() - 1);
        Self { chosen }
    }
}

/// Draws the screen.
pub fn draw(
    start: StartScreen,
    text: &Text,
    theme: Theme,
    foot: &Foot,
    area: Rect,
    buffer: &mut Buffer,
) {
    let areas = areas(area.as_size());
    let t = &text.start;
    let (_foot, above) = cut_bottom(area, areas.foot.height);
    let body = inset(above, 4);
    // The title stands a third down in a tall window, at the very top in a low one.
    let top = body.height.saturating_sub(9) / 3;
    put_text(body, top, text.meeting_name, theme.strong, buffer);
    put_text(body, top + 1, t.subtitle, theme.dim, buffer);
    let names = [t.new, t.practise, t.open];
    for ((row, name), number) in (top + 3..).zip(names).zip(0..) {
        let here = number == start.chosen;
        let (sign, style) = if here {
            ("▶", theme.chosen)
        } else {
            (" ", theme.text)
        };
        let line = vec![
            Span::styled(format!("{sign} "), theme.accent),
            Span::styled(format!(" {} {name} ", number + 1), style),
        ];
        put(body, row, line, buffer);
    }
    put_text(body, top + 7, t.keys, theme.dim, buffer);
    put_text(body, top + 8, t.private, theme.dim, buffer);
    frame::foot(foot, theme, &areas, buffer);
}
