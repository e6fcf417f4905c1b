//! The sheets of paper, from the top of the first to the bottom of the last, and what is drawn on each.

use crate::document::block::TextSpan;

/// A4, in points.
pub(super) const WIDTH: f32 = 595.28;
/// A4, in points.
pub(super) const HEIGHT: f32 = 841.89;
/// The margin at the left and at the right: 25 mm.
pub(super) const SIDE: f32 = 70.87;
/// How wide the text is.
pub(super) const MEASURE: f32 = WIDTH - 2.0 * SIDE;
/// Where the words of the foot stand.
pub(super) const FOOT: f32 = HEIGHT - 38.0;

const TOP: f32 = 62.0;
const BOTTOM: f32 = HEIGHT - 68.0;

/// Something drawn on a sheet.
pub(super) struct Drawn {
    pub(super) owner: Owner,
    pub(super) ink: Ink,
}

/// What a mark belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// The text, at this place in its structure.
    Text(Leaf),
    /// Decoration, which nobody has to hear of.
    Decoration,
    /// The head of a table once more.
    Repeated,
    /// The foot of the page.
    Foot,
}

/// A place in the structure of the document that holds words.
pub(super) type Leaf = usize;

/// What is drawn; places in points from the upper left corner.
pub(super) enum Ink {
    /// Words, whose letters stand on `y`.
    Words {
        x: f32,
        y: f32,
        size: f32,
        words: TextSpan,
        shade: Shade,
    },
    /// A filled box.
    Rule {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        shade: Shade,
    },
}

/// How dark it is.
#[derive(Clone, Copy)]
pub(super) enum Shade {
    /// The text.
    Black,
    /// What is beside the text, dark enough to be read.
    Grey,
    /// Lines that are only to be felt.
    Pale,
}

/// The sheets written so far; `y` is where the next thing goes on the last of them.
pub(super) struct Sheets {
    pub(super) sheets: Vec<Vec<Drawn>>,
    pub(super) y: f32,
}

/// A part of one sheet from top to bottom.
#[derive(Clone, Copy)]
pub(super) struct SheetArea {
    pub(super) sheet: usize,
    pub(super) from: f32,
    pub(super) to: f32,
}

impl Sheets {
    /// One empty sheet.
    pub(super) fn new() -> Self {
        Self {
            sheets: vec![Vec::new()],
            y: TOP,
        }
    }

    /// The number of the sheet that is written on, from naught.
    pub(super) fn number(&self) -> usize {
        self.sheets.len().saturating_sub(1)
    }

    /// What is left of this sheet.
    pub(super) fn room(&self) -> f32 {
        BOTTOM - self.y
    }

    /// What an empty sheet has room for.
    pub(super) fn whole() -> f32 {
        BOTTOM - TOP
    }

    pub(super) fn is_fresh(&self) -> bool {
        self.y <= TOP
    }

    pub(super) fn turn(&mut self) {
        self.sheets.push(Vec::new());
        self.y = TOP;
    }

    /// Turns the sheet unless there is room for so much.
    pub(super) fn keep(&mut self, height: f32) {
        if height > self.room() && !self.is_fresh() {
            self.turn();
        }
    }

    /// Leaves some paper empty, except at the top of a sheet.
    pub(super) fn skip(&mut self, height: f32) {
        if !self.is_fresh() {
            self.y += height;
        }
    }

    pub(super) fn draw(&mut self, owner: Owner, ink: Ink) {
        let number = self.number();
        self.draw_on(number, owner, ink);
    }

    pub(super) fn draw_on(&mut self, sheet: usize, owner: Owner, ink: Ink) {
        if let Some(sheet) = self.sheets.get_mut(sheet) {
            sheet.push(Drawn { owner, ink });
        }
    }
}
