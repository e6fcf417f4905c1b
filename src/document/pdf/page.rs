//! What a document is laid out on: the sheets, and what is known of it so far.

use krilla::tagging::TagKind;

use crate::document::block::TextSpan;

use super::{
    face::Fonts,
    sheets::{Ink, Leaf, Owner, Shade, Sheets},
};

/// From the top of a line to where its letters stand, in sizes.
const BASE: f32 = 1.06;

/// A part of the structure.
pub(super) enum Branch {
    /// Something that is made of other parts.
    Group(TagKind, Vec<Self>),
    /// Words on the sheets.
    Words(Leaf),
}

/// Where a heading stands.
pub(super) struct Heading {
    pub(super) depth: u16,
    pub(super) name: String,
    pub(super) sheet: usize,
    pub(super) y: f32,
}

/// What is written on, with all that is known so far.
pub(super) struct PdfPage<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) sheets: Sheets,
    /// How many places of the structure hold words.
    pub(super) leaves: usize,
    /// The headings so far, from top to bottom.
    pub(super) headings: Vec<Heading>,
}

impl<'a> PdfPage<'a> {
    pub(super) fn new(fonts: &'a Fonts) -> Self {
        Self {
            fonts,
            sheets: Sheets::new(),
            leaves: 0,
            headings: Vec::new(),
        }
    }

    /// A place of the structure for words that are about to be written.
    pub(super) fn leaf(&mut self) -> Leaf {
        self.leaves += 1;
        self.leaves - 1
    }

    /// One line of words whose upper left corner is given.
    pub(super) fn words(&mut self, owner: Owner, x: f32, top: f32, size: f32, line: &[TextSpan]) {
        let mut x = x;
        for span in line {
            let words = Ink::Words {
                x,
                y: top + BASE * size,
                size,
                words: span.clone(),
                shade: Shade::Black,
            };
            self.sheets.draw(owner, words);
            x += self.fonts.width(span, size);
        }
    }
}
