//! The two fonts: which shapes the letters of a text have, and how wide they are.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::{
    FontRef, MetadataProvider,
    charmap::Charmap,
    instance::{LocationRef, Size},
    metrics::GlyphMetrics,
};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

use crate::document::{block::Span, imprint::exchangeable};

// `assets/fonts/cut` says where they come from and what is in them.
static REGULAR: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf");
static BOLD: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-Bold.ttf");

/// Drawn in place of what a font lacks.
const REPLACEMENT: char = '\u{fffd}';

/// The common weight and the one that stands out.
pub(super) struct Fonts {
    regular: Face,
    bold: Face,
}

/// One font.
pub(super) struct Face {
    pub(super) font: Font,
    letters: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    per_em: f32,
}

impl Fonts {
    /// Both fonts of the program, unless they cannot be read.
    pub(super) fn new() -> Option<Self> {
        Some(Self {
            regular: Face::new(REGULAR)?,
            bold: Face::new(BOLD)?,
        })
    }

    pub(super) fn of(&self, span: &Span) -> &Face {
        if span.bold { &self.bold } else { &self.regular }
    }

    /// How wide the words are, in points.
    pub(super) fn width(&self, span: &Span, size: f32) -> f32 {
        let glyphs = self.of(span).shaped(&span.text);
        glyphs.iter().map(|glyph| glyph.x_advance * size).sum()
    }
}

impl Face {
    fn new(data: &'static [u8]) -> Option<Self> {
        let font = Font::new(data.into(), 0)?;
        let read = FontRef::new(data).ok()?;
        Some(Self {
            letters: read.charmap(),
            metrics: read.glyph_metrics(Size::unscaled(), LocationRef::default()),
            per_em: font.units_per_em(),
            font,
        })
    }

    /// The shapes of a text in reading order, with the part of the text that each stands for; widths for a size of one.
    pub(super) fn shaped(&self, text: &str) -> Vec<KrillaGlyph> {
        let mut shaped = Vec::new();
        for (start, letter) in text.grapheme_indices(true) {
            let range = start..start + letter.len();
            for glyph in self.shapes(letter) {
                let width = self.metrics.advance_width(glyph).unwrap_or_default() / self.per_em;
                let id = GlyphId::new(glyph.to_u32());
                shaped.push(KrillaGlyph::new(
                    id,
                    width,
                    0.0,
                    0.0,
                    0.0,
                    range.clone(),
                    None,
                ));
            }
        }
        shaped
    }

    /// The shapes that one letter, as a reader sees letters, is put together from.
    fn shapes(&self, letter: &str) -> Vec<skrifa::GlyphId> {
        let mut signs = letter.chars();
        let first = signs.next().and_then(|sign| self.letters.map(sign));
        let Some(first) = first else {
            return self.letters.map(REPLACEMENT).into_iter().collect();
        };
        let marks = signs.filter(|sign| is_combining_mark(*sign));
        let marks = marks.filter_map(|mark| self.letters.map(mark));
        std::iter::once(first).chain(marks).collect()
    }
}

/// The text as it can be drawn: put together where letters and marks came apart, and without what means nothing outside the
/// program that wrote it, which the standards forbid.
pub(super) fn drawable(text: &str) -> String {
    let is_private = |sign: char| matches!(sign, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}');
    exchangeable(text)
        .nfc()
        .map(|sign| if is_private(sign) { REPLACEMENT } else { sign })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(text: &str) -> usize {
        Fonts::new().unwrap().regular.shaped(text).len()
    }

    #[test]
    fn letters_of_norwegian_and_its_neighbours_are_in_both_fonts() {
        let fonts = Fonts::new().unwrap();
        let text = "æøåÆØÅ áčđŋšŧž äöü éèêëçñ łśżőű đặạễ «»„“”‘’–—… §°½×€ ≤≥→−\u{a0}\u{202f}\u{fffd} Жук Ωμέγα";
        for face in [&fonts.regular, &fonts.bold] {
            let lacking: String = text
                .chars()
                .filter(|sign| face.letters.map(*sign).is_none())
                .collect();
            assert_eq!(lacking, "");
        }
    }

    #[test]
    fn what_the_font_lacks_takes_the_place_of_one_letter() {
        assert_eq!(shapes("渡辺"), 2);
        assert_eq!(shapes("👩\u{200d}🔧 🇳🇴"), 3);
        assert_eq!(shapes("e\u{301}"), 2);
        assert_eq!(shapes("a\u{fe0f}"), 1);
    }

    #[test]
    fn letters_that_came_apart_are_put_together() {
        assert_eq!(drawable("a\u{30a}\u{e000}\u{ffff}"), "å\u{fffd}\u{fffd}");
    }
}
