//! A text as the guard compares it: small letters, one way of writing each letter, single blanks. It knows where it came from.

use std::ops::Range;

/// Folded text that knows where in the original each of its characters begins.
pub(super) struct Folded<'a> {
    original: &'a str,
    text: String,
    /// Places in both from which they run side by side, until the next ones.
    together: Vec<Together>,
    /// Where the original goes on if it still runs beside the text.
    next: usize,
}

/// A place in the text, and the one in the original that it comes from.
struct Together {
    text: usize,
    original: usize,
}

/// `text` folded, without knowing where it came from.
pub(super) fn fold(text: &str) -> String {
    Folded::new(text).text
}

impl<'a> Folded<'a> {
    /// Folds `original`. An `å` may be one character or two; Swedish letters and accents are what a Norwegian keyboard
    /// would have given; characters nobody sees are left out.
    pub(super) fn new(original: &'a str) -> Self {
        let mut folded = Self {
            original,
            text: String::with_capacity(original.len()),
            together: Vec::new(),
            next: 0,
        };
        let mut last = '\n';
        for (at, c) in original.char_indices() {
            match c {
                c if c.is_ascii_alphanumeric() => last = c.to_ascii_lowercase(),
                '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => last = '\n',
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => continue,
                '\u{300}'..='\u{36f}' => {
                    let whole = match (last, c) {
                        ('a', '\u{30a}') => 'å',
                        ('a', '\u{308}') => 'æ',
                        ('o', '\u{308}' | '\u{338}') => 'ø',
                        _ => continue,
                    };
                    folded.replace_last(whole);
                    last = whole;
                    continue;
                }
                c if c.is_whitespace() => {
                    if last == ' ' {
                        continue;
                    }
                    last = ' ';
                }
                c => last = letter(c),
            }
            folded.push(last, at);
        }
        folded.come_from(original.len());
        folded
    }

    fn push(&mut self, c: char, at: usize) {
        self.come_from(at);
        self.text.push(c);
        self.next = at + c.len_utf8();
    }

    /// What follows in the text comes from here.
    fn come_from(&mut self, at: usize) {
        if at != self.next {
            self.together.push(Together {
                text: self.text.len(),
                original: at,
            });
        }
    }

    /// Puts `c` in place of the last character, which it grew out of.
    fn replace_last(&mut self, c: char) {
        if let Some(last) = self.text.pop() {
            self.next -= last.len_utf8();
            self.push(c, self.next);
        }
    }

    /// The folded text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where a range of the folded text stands in the original; both ends lie between characters.
    pub(super) fn span(&self, range: &Range<usize>) -> Range<usize> {
        self.origin(range.start)..self.origin(range.end)
    }

    fn origin(&self, at: usize) -> usize {
        let begun = self.together.partition_point(|place| place.text <= at);
        let last = begun
            .checked_sub(1)
            .and_then(|last| self.together.get(last));
        last.map_or(at, |last| last.original + (at - last.text))
    }

    /// What stands in the original at a range of the folded text.
    pub(super) fn original(&self, range: &Range<usize>) -> &'a str {
        self.original.get(self.span(range)).unwrap_or_default()
    }
}

fn letter(c: char) -> char {
    match c {
        'Æ' | 'ä' | 'Ä' => 'æ',
        'Ø' | 'ö' | 'Ö' => 'ø',
        'Å' | '\u{212b}' => 'å',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' => 'e',
        'ó' | 'ò' | 'ô' | 'Ó' | 'Ò' | 'Ô' => 'o',
        'ü' | 'Ü' => 'u',
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2212}' => '-',
        '’' | '‘' | '´' | '`' => '\'',
        c if c.is_ascii() => c,
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_folded_and_found_again() {
        let text = "FÅR \u{a0} på\u{ad}vist  A\u{30a}RSAK";
        let folded = Folded::new(text);
        assert_eq!(folded.text(), "får påvist årsak");
        let at = folded.text().find("påvist").unwrap();
        assert_eq!(folded.original(&(at..at + "påvist".len())), "på\u{ad}vist");
        let at = folded.text().find("årsak").unwrap();
        assert_eq!(folded.original(&(at..at + "årsak".len())), "A\u{30a}RSAK");
    }

    #[test]
    fn what_other_keyboards_write_is_the_same_word() {
        assert_eq!(fold("Hjärt–Öye kafé\r\nENÉ"), "hjært–øye kafe\n\nene");
        assert_eq!(fold("\u{30a}\u{308}"), "");
    }
}
