//! The one gate for text from outside: keys, pastes, files and arguments come in through `clean`.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// How many marks may follow one another: real writing needs at most four or five, while hundreds would
/// fit in a single cell of the screen.
const MARKS_IN_A_ROW: usize = 8;

/// Text that is safe to keep, show and save, over any number of lines.
///
/// Every kind of line break becomes `\n` and a tab four spaces, letters are composed (NFC), and what
/// [`is_unwanted`] names is left out. Cleaning what is clean already changes nothing.
pub fn clean(text: &str) -> String {
    // Nearly every text is plain letters, and a whole note passes here each time it is opened.
    if text.chars().all(is_plain) {
        text.to_owned()
    } else {
        rewritten(text)
    }
}

/// Whether a character stays as it is whatever stands beside it: Latin letters, signs, dashes and quotes.
fn is_plain(c: char) -> bool {
    matches!(c, '\n' | ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}')
}

fn rewritten(text: &str) -> String {
    let unified = text
        .replace("\r\n", "\n")
        .replace('\t', "    ")
        .replace(is_line_break, "\n");
    let wanted = unified.chars().filter(|&c| c == '\n' || !is_unwanted(c));
    let mut marks = 0;
    wanted
        .nfc()
        .filter(|&c| {
            marks = if is_extender(c) { marks + 1 } else { 0 };
            marks <= MARKS_IN_A_ROW
        })
        .collect()
}

/// [`clean`] for a text that must stay on one line: line breaks between words become one space, those
/// before and after the text (a whole line copied, say) disappear.
pub fn clean_line(text: &str) -> String {
    let cleaned = clean(text);
    let parts: Vec<&str> = cleaned
        .split('\n')
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}

/// Whether a character has no place in a text: it commands the terminal, cannot be seen, or turns the
/// reading order around, so that the text would be another than the one the user reads.
///
/// Zero width joiner (U+200D) and emoji presentation (U+FE0F) are wanted: ordinary emoji are built with
/// them. Line breaks and tabs are unwanted as characters; [`clean`] rewrites them before it asks.
pub fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0e}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffc}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a character leans on the one before it and takes part in its shape.
pub fn is_extender(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{200d}' | '\u{ff9e}' | '\u{ff9f}')
}

/// Word processors and slides break lines with VT, NEL and U+2028; dropping those would glue words.
fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(given: &str, wanted: &str) {
        assert_eq!(clean(given), wanted, "{given:?}");
    }

    #[test]
    fn ordinary_norwegian_text_passes_untouched() {
        check(
            "Blåbærsyltetøy § 4-6 «ja» – 50 % …\n• én",
            "Blåbærsyltetøy § 4-6 «ja» – 50 % …\n• én",
        );
    }

    #[test]
    fn a_plain_character_is_one_that_the_rewriting_would_leave_alone() {
        for c in ('\0'..=char::MAX).filter(|c| is_plain(*c)) {
            for text in [format!("{c}"), format!("a{c}e"), format!("{c}{c}")] {
                assert_eq!(rewritten(&text), text, "{c:?}");
            }
        }
    }

    #[test]
    fn every_kind_of_line_break_becomes_one_line_feed() {
        check(
            "a\r\nb\rc\nd\u{b}e\u{2028}f\u{85}g\r\r\nh",
            "a\nb\nc\nd\ne\nf\ng\n\nh",
        );
    }

    #[test]
    fn a_tab_becomes_four_spaces() {
        check("a\tb", "a    b");
    }

    #[test]
    fn letters_with_loose_marks_are_composed() {
        check("a\u{30a}", "å");
        check("a\u{200b}\u{30a}", "å");
    }

    #[test]
    fn escapes_and_reading_order_tricks_are_taken_out() {
        check(
            "\u{1b}[31mrapport_\u{202e}gnp.exe\u{7}\u{9b}",
            "[31mrapport_gnp.exe",
        );
        check("\u{feff}a\u{ad}b\u{200b}c\u{e0041}", "abc");
    }

    #[test]
    fn emoji_keep_what_holds_them_together() {
        for emoji in [
            "👨‍👩‍👧‍👦",
            "❤\u{fe0f}",
            "🇳🇴",
            "👍🏽",
            "1\u{fe0f}\u{20e3}",
            "👩🏽‍❤\u{fe0f}‍💋‍👨🏽",
        ] {
            check(emoji, emoji);
        }
    }

    #[test]
    fn a_pile_of_marks_is_cut_to_eight() {
        let piled = format!("x{}y", "\u{302}".repeat(500));
        assert_eq!(clean(&piled), format!("x{}y", "\u{302}".repeat(8)));
    }

    #[test]
    fn one_line_takes_breaks_as_spaces_and_drops_those_at_the_ends() {
        assert_eq!(clean_line("\r\nen\r\n\r\nto\tre\n"), "en to    re");
        assert_eq!(clean_line("\n \n"), " ");
        assert_eq!(clean_line("\n\r"), "");
    }

    fn nasty() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            any::<char>().prop_map(String::from),
            proptest::char::range('\u{300}', '\u{330}').prop_map(String::from),
            proptest::char::range('\u{1100}', '\u{11ff}').prop_map(String::from),
            proptest::char::range('\u{1000}', '\u{1040}').prop_map(String::from),
            proptest::char::range('\u{16d60}', '\u{16d6a}').prop_map(String::from),
            proptest::sample::select(vec![
                "a",
                "\r",
                "\n",
                "\r\n",
                "\t",
                "\u{200d}",
                "\u{fe0f}",
                "👩",
                "🇳",
                "🏽",
                "ﾞ",
                "\u{202e}",
                "\u{2028}",
                "が",
                "\u{3099}",
                "\u{1b}",
                "ệ",
                "\u{302}\u{302}\u{302}\u{302}\u{302}\u{302}",
            ])
            .prop_map(String::from),
        ];
        proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        #[test]
        fn cleaning_twice_is_cleaning_once(text in nasty()) {
            let once = clean(&text);
            prop_assert_eq!(&clean(&once), &once);
            let line = clean_line(&text);
            prop_assert_eq!(&clean_line(&line), &line);
            prop_assert_eq!(&clean(&line), &line);
        }

        #[test]
        fn nothing_unwanted_comes_through(text in nasty()) {
            prop_assert!(clean(&text).chars().all(|c| c == '\n' || !is_unwanted(c)));
            prop_assert!(!clean_line(&text).chars().any(is_unwanted));
        }
    }
}
