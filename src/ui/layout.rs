//! How the window is divided: a pure function of its size, so that keys and drawing agree on where things are.

use ratatui::layout::{Margin, Rect, Size};

/// How much room there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// Two columns and everything.
    Wide,
    /// One column and everything.
    Normal,
    /// The clock as a line, and the text.
    Small,
    /// One line of clock and one of text, or less.
    Tiny,
}

/// The parts of every screen of an open meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScreenAreas {
    /// How much room there is.
    pub room: Room,
    /// Title, state and end.
    pub top: Rect,
    /// The time bar, or the clock as a line.
    pub bar: Rect,
    /// What the view shows.
    pub body: Rect,
    /// Status and hints.
    pub foot: Rect,
}

/// The parts of the conversation's body; those for which there is no room are empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Conversation {
    /// The big figure with its words.
    pub figure: Rect,
    /// The items of the phase.
    pub items: Rect,
    /// Agreed so far.
    pub agreed: Rect,
    /// The private jotting.
    pub kladd: Rect,
    /// What to say, and what the text below is.
    pub prompt: Rect,
    /// The text area.
    pub note: Rect,
}

/// Columns left of the text area in a wide window.
pub const LEFT: u16 = 44;

/// Columns of the big figure with its words, beside the items.
const FIGURE: u16 = 38;

/// Smallest window in which anything can be drawn.
pub const MIN: Size = Size::new(20, 4);

impl Room {
    /// How much room a window of `size` has.
    pub const fn of(size: Size) -> Self {
        if size.width >= 100 && size.height >= 28 {
            Self::Wide
        } else if size.width >= 70 && size.height >= 22 {
            Self::Normal
        } else if size.width >= 36 && size.height >= 10 {
            Self::Small
        } else {
            Self::Tiny
        }
    }
}

/// Divides a window.
pub fn areas(size: Size) -> ScreenAreas {
    let room = Room::of(size);
    let (top, bar, foot) = match room {
        Room::Wide => (1, 5, 3),
        Room::Normal => (1, 4, 3),
        Room::Small => (1, 1, 2),
        Room::Tiny => (1, 0, 1),
    };
    let area = Rect::new(0, 0, size.width, size.height);
    let (top, rest) = cut_top(area, top);
    let (bar, rest) = cut_top(rest, bar);
    let (foot, body) = cut_bottom(rest, foot);
    ScreenAreas {
        room,
        top,
        bar,
        body,
        foot,
    }
}

impl ScreenAreas {
    /// The same parts where no clock runs: of the bar only the rule is left, and the body has its place.
    #[must_use]
    pub fn without_clock(self) -> Self {
        let (bar, rest) = cut_top(self.bar, 1);
        let body = rest.union(self.body);
        Self { bar, body, ..self }
    }
}

/// Divides the body of the conversation.
pub fn conversation(areas: &ScreenAreas) -> Conversation {
    let body = areas.body;
    match areas.room {
        Room::Wide => {
            let (left, right) = cut_left(body, LEFT);
            let (figure, rest) = cut_top(left, 7);
            let (kladd, rest) = cut_bottom(rest, 5);
            let (agreed, items) = cut_bottom(rest, (rest.height / 3).clamp(4, 8));
            let (_divider, right) = cut_left(right, 2);
            let (_margin, right) = cut_right(right, 1);
            let (prompt, note) = cut_top(right, 4);
            Conversation {
                figure,
                items,
                agreed,
                kladd,
                prompt,
                note,
            }
        }
        Room::Normal => {
            let (upper, lower) = cut_top(body, 6);
            let (figure, items) = cut_left(upper, FIGURE);
            let (_rule, lower) = cut_top(lower, 1);
            let (prompt, note) = cut_top(lower, 3);
            Conversation {
                figure,
                items,
                prompt,
                note: inset(note, 2),
                ..Conversation::default()
            }
        }
        Room::Small => {
            // Three lines hold the longest line to say in a window of sixty columns.
            let (prompt, note) = cut_top(body, if body.height >= 10 { 4 } else { 2 });
            Conversation {
                prompt,
                note,
                ..Conversation::default()
            }
        }
        Room::Tiny => Conversation {
            note: body,
            ..Conversation::default()
        },
    }
}

/// The window below the clock, where overlays may lie.
pub fn below_clock(size: Size) -> Rect {
    let areas = areas(size);
    areas.body.union(areas.foot)
}

/// Where the text area of the conversation is in a window of `size`.
pub fn note_area(size: Size) -> Rect {
    conversation(&areas(size)).note
}

/// As many lines or columns as a screen can count.
pub fn to_u16(number: impl TryInto<u16>) -> u16 {
    number.try_into().unwrap_or(u16::MAX)
}

/// The upper `height` lines, and the rest.
pub fn cut_top(area: Rect, height: u16) -> (Rect, Rect) {
    let height = height.min(area.height);
    let rest = Rect {
        y: area.y + height,
        height: area.height - height,
        ..area
    };
    (Rect { height, ..area }, rest)
}

/// The lower `height` lines, and the rest.
pub fn cut_bottom(area: Rect, height: u16) -> (Rect, Rect) {
    let (rest, bottom) = cut_top(area, area.height.saturating_sub(height));
    (bottom, rest)
}

/// The left `width` columns, and the rest.
pub fn cut_left(area: Rect, width: u16) -> (Rect, Rect) {
    let width = width.min(area.width);
    let rest = Rect {
        x: area.x + width,
        width: area.width - width,
        ..area
    };
    (Rect { width, ..area }, rest)
}

/// The right `width` columns, and the rest.
pub fn cut_right(area: Rect, width: u16) -> (Rect, Rect) {
    let (rest, right) = cut_left(area, area.width.saturating_sub(width));
    (right, rest)
}

/// The area without `columns` at its left and right.
pub fn inset(area: Rect, columns: u16) -> Rect {
    area.inner(Margin::new(columns, 0))
}
