//! What a file says beside the text of its document.

use std::borrow::Cow;

use crate::meeting::Timestamp;

/// What stands in a file that is more than its text: what it is written in, on its pages and among its properties.
#[derive(Clone, Copy, Debug)]
pub struct Imprint<'a> {
    /// The language of the text, as programs name it (`nb-NO`).
    pub language: &'a str,
    /// The word before the number of a page, and the one before the number of all pages.
    pub page: [&'a str; 2],
    /// The program that made the file; what a document without a title is called.
    pub program: &'a str,
    /// When the file was made.
    pub made: Timestamp,
}

/// The text with the replacement sign for what no text may hold on its way between programs; XML and HTML forbid it.
pub fn exchangeable(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_no_character) {
        text.replace(is_no_character, "\u{fffd}").into()
    } else {
        text.into()
    }
}

fn is_no_character(sign: char) -> bool {
    let code = u32::from(sign);
    code & 0xfffe == 0xfffe || matches!(sign, '\u{fdd0}'..='\u{fdef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_no_character_is_replaced() {
        let kept = "æ ĐŊ 渡 👩‍🔧 \u{fffd}\u{e000}";
        assert_eq!(exchangeable(kept), kept);
        let text = "a\u{fffe}b\u{ffff}c\u{fdd0}d\u{10ffff}";
        assert_eq!(exchangeable(text), "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}");
    }
}
