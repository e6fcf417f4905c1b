//! Breaks a line of text where it is wider than its place.

use crate::document::block::TextSpan;

use super::face::{Fonts, letters};

struct PdfGlyph<'a> {
    text: &'a str,
    bold: bool,
    width: f32,
}

/// Breaks the words into lines of at most `width` points.
///
/// It is broken after spaces only, which stay at the end of their line, so that no words grow together for whoever copies
/// them; a word wider than the line is cut between letters.
pub(super) fn broken(
    words: &[TextSpan],
    fonts: &Fonts,
    size: f32,
    width: f32,
) -> Vec<Vec<TextSpan>> {
    let all: Vec<PdfGlyph<'_>> = words
        .iter()
        .flat_map(|span| {
            let face = fonts.of(span);
            letters(&span.text).map(move |(_, text)| PdfGlyph {
                text,
                bold: span.bold,
                width: face.width(text) * size,
            })
        })
        .collect();
    let mut lines = Vec::new();
    let mut start = 0;
    let mut used = 0.0;
    // Behind the last space of the line, and how wide the line is up to there.
    let mut gap = None;
    for (at, letter) in all.iter().enumerate() {
        let hangs = letter.text == " ";
        // Where it is cut behind a space, the rest can be too wide as well.
        while used + letter.width > width && at > start && !hangs {
            let (cut, before) = gap.take().unwrap_or((at, used));
            lines.push(joined(all.get(start..cut).unwrap_or_default()));
            start = cut;
            used -= before;
        }
        used += letter.width;
        if hangs {
            gap = Some((at + 1, used));
        }
    }
    lines.push(joined(all.get(start..).unwrap_or_default()));
    lines
}

fn joined(letters: &[PdfGlyph<'_>]) -> Vec<TextSpan> {
    let mut spans: Vec<TextSpan> = Vec::new();
    for letter in letters {
        match spans.last_mut() {
            Some(last) if last.bold == letter.bold => last.text.push_str(letter.text),
            _ => spans.push(TextSpan {
                text: letter.text.to_owned(),
                bold: letter.bold,
            }),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn texts(words: &[TextSpan], width: f32) -> Vec<String> {
        let lines = broken(words, &Fonts::new().unwrap(), 10.0, width);
        let text = |line: &Vec<TextSpan>| line.iter().map(|span| span.text.as_str()).collect();
        lines.iter().map(text).collect()
    }

    #[test]
    fn a_line_breaks_behind_a_space_and_a_long_word_between_letters() {
        let words = [
            TextSpan::bold("Frist:"),
            TextSpan::plain(" fredag 4. desember"),
        ];
        assert_eq!(texts(&words, 70.0), ["Frist: fredag 4. ", "desember"]);
        assert_eq!(texts(&words, 1000.0), ["Frist: fredag 4. desember"]);
        let long = [TextSpan::plain("a mmmmmmmm")];
        assert_eq!(texts(&long, 30.0), ["a ", "mmm", "mmm", "mm"]);
        let held = [TextSpan::plain("er 50\u{a0}% nå")];
        assert_eq!(texts(&held, 32.0), ["er ", "50\u{a0}% ", "nå"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_line_is_too_wide(
            text in "([a-zæøå]{0,30}| |渡|🇳🇴|.){0,40}",
            width in 0_f32..200.0,
        ) {
            let fonts = Fonts::new().unwrap();
            let lines = broken(&[TextSpan::plain(&*text)], &fonts, 10.0, width);
            let all: String = lines.iter().flatten().map(|span| span.text.as_str()).collect();
            prop_assert_eq!(all, text);
            for line in lines {
                let letters: String = line.iter().map(|span| span.text.as_str()).collect();
                let seen = TextSpan::plain(letters.trim_end_matches(' '));
                let one = seen.text.graphemes(true).count() <= 1;
                prop_assert!(one || fonts.width(&seen, 10.0) <= width + 0.01, "{:?}", seen);
            }
        }
    }
}
