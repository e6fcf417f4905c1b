//! How the window is divided: a pure function of its size, so that keys and drawing agree on where things are.

use ratatui::layout::{Rect, Size};

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

/// The parts of the conversation's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
        let (bar, _) = cut_top(self.bar, 1);
        let body = Rect {
            y: bar.y + bar.height,
            height: self.body.height + self.bar.height - bar.height,
            ..self.body
        };
        Self { bar, body, ..self }
    }
}

/// Divides the body of the conversation.
pub fn conversation(areas: &ScreenAreas) -> Conversation {
    let body = areas.body;
    let none = Rect::new(body.x, body.y, 0, 0);
    match areas.room {
        Room::Wide => {
            let left = Rect {
                width: LEFT,
                ..body
            };
            let right = Rect {
                x: body.x + LEFT + 2,
                width: body.width.saturating_sub(LEFT + 3),
                ..body
            };
            let (figure, rest) = cut_top(left, 7);
            let (kladd, rest) = cut_bottom(rest, 5);
            let (agreed, items) = cut_bottom(rest, (rest.height / 3).clamp(4, 8));
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
            let figure = Rect {
                width: FIGURE,
                ..upper
            };
            let items = Rect {
                x: upper.x + FIGURE,
                width: upper.width.saturating_sub(FIGURE),
                ..upper
            };
            let (_rule, lower) = cut_top(lower, 1);
            let (prompt, note) = cut_top(lower, 3);
            Conversation {
                figure,
                items,
                agreed: none,
                kladd: none,
                prompt,
                note: inset(note, 2),
            }
        }
        Room::Small => {
            // Three lines hold the longest line to say in a window of sixty columns.
            let (prompt, note) = cut_top(body, if body.height >= 10 { 4 } else { 2 });
            Conversation {
                figure: none,
                items: none,
                agreed: none,
                kladd: none,
                prompt,
                note,
            }
        }
        Room::Tiny => Conversation {
            figure: none,
            items: none,
            agreed: none,
            kladd: none,
            prompt: none,
            note: body,
        },
    }
}

/// The window below the clock, where overlays may lie.
pub fn below_clock(size: Size) -> Rect {
    let areas = areas(size);
    let above = areas.top.height + areas.bar.height;
    let area = Rect::new(0, 0, size.width, size.height);
    cut_top(area, above).1
}

/// Where the text area of the conversation is in a window of `size`.
pub fn note_area(size: Size) -> Rect {
    conversation(&areas(size)).note
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
    let height = height.min(area.height);
    let rest = Rect {
        height: area.height - height,
        ..area
    };
    let bottom = Rect {
        y: area.y + rest.height,
        height,
        ..area
    };
    (bottom, rest)
}

/// The area without `columns` at its left and right.
pub fn inset(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width / 2);
    Rect {
        x: area.x + columns,
        width: area.width - 2 * columns,
        ..area
    }
}
