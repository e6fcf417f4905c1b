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

use crate::document::{block::TextSpan, imprint::exchangeable};

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

    pub(super) fn of(&self, span: &TextSpan) -> &Face {
        if span.bold { &self.bold } else { &self.regular }
    }

    /// How wide the words are, in points.
    pub(super) fn width(&self, span: &TextSpan, size: f32) -> f32 {
        let face = self.of(span);
        let widths = letters(&span.text).map(|(_, letter)| face.width(letter));
        widths.sum::<f32>() * size
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
        for (start, letter) in letters(text) {
            let range = start..start + letter.len();
            for glyph in self.shapes(letter) {
                let width = self.advance(glyph);
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

    /// How wide one letter is, for a size of one.
    pub(super) fn width(&self, letter: &str) -> f32 {
        let shapes = self.shapes(letter);
        shapes.map(|glyph| self.advance(glyph)).sum()
    }

    fn advance(&self, glyph: skrifa::GlyphId) -> f32 {
        self.metrics.advance_width(glyph).unwrap_or_default() / self.per_em
    }

    /// The shapes that one letter, as a reader sees letters, is put together from.
    fn shapes<'a>(&'a self, letter: &'a str) -> impl Iterator<Item = skrifa::GlyphId> + 'a {
        let mut signs = letter.chars();
        let first = signs.next().and_then(|sign| self.letters.map(sign));
        // What leans on a letter that is lacking has nothing to lean on.
        let marks = signs.filter(move |sign| first.is_some() && is_combining_mark(*sign));
        let marks = marks.filter_map(|mark| self.letters.map(mark));
        let first = first.or_else(|| self.letters.map(REPLACEMENT));
        first.into_iter().chain(marks)
    }
}

/// The letters of a text, as a reader sees letters, and where they begin. What is longer than any letter is taken sign by
/// sign, for the text that a shape stands for has a limit in the standard.
pub(super) fn letters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    const LONGEST: usize = 128;
    text.grapheme_indices(true).flat_map(|(start, letter)| {
        let whole = (letter.len() <= LONGEST).then_some((start, letter));
        let signs = letter
            .char_indices()
            .filter(move |_| whole.is_none())
            .filter_map(move |(at, sign)| {
                let sign = letter.get(at..at + sign.len_utf8())?;
                Some((start + at, sign))
            });
        whole.into_iter().chain(signs)
    })
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

/// As much of a name as the properties of a file and the list of its headings have room for.
pub(super) fn shortened(name: &str) -> String {
    const MOST: usize = 200;
    match name.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default()),
        None => name.to_owned(),
    }
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
        let text = "æøåÆØÅ áčđŋšŧž äöü éèêëçñ łśżőű đặạễ «»„“”‘’–—… §°½×€ ≤≥→−≈☐☑✓•\u{a0}\u{202f}\u{fffd} Жук Ωμέγα";
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
        assert_eq!(shapes("x\u{301}"), 2);
        assert_eq!(shapes("a\u{fe0f}"), 1);
        assert_eq!(shapes(&"👩\u{200d}".repeat(4)), 1);
        assert_eq!(shapes(&"👩\u{200d}".repeat(400)), 800);
    }

    #[test]
    fn letters_that_came_apart_are_put_together() {
        assert_eq!(drawable("a\u{30a}\u{e000}\u{ffff}"), "å\u{fffd}\u{fffd}");
    }
}
