//! Links in a text. What a link is made of tells nothing by chance: its digits are no phone number and its letters no code.
//! Its words are read all the same, for somebody may have chosen them.

use std::{borrow::Cow, ops::Range};

use super::{Finding, FindingCause, FindingKind, Grade, words::Area};

/// A word of a link that is no longer may be a piece of its key.
pub const LONGEST_PIECE: usize = 3;

/// What the name of a site ends with: "tlf.nr/98765432" is none.
const TOP_DOMAINS: [&str; 6] = ["com", "eu", "net", "no", "org", "us"];

/// Where links stand in `text`, in order.
pub fn links(text: &str) -> Vec<Range<usize>> {
    let mut links = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        // "(https://…", "lenke:https://…".
        let start = match piece.find("://") {
            Some(colon) => {
                let before = piece.get(..colon).unwrap_or_default();
                let scheme = before.bytes().rev().take_while(u8::is_ascii_alphabetic);
                Some(colon - scheme.count())
            }
            None => piece.find(char::is_alphanumeric).filter(|start| {
                let rest = piece.get(*start..).unwrap_or_default();
                is_site(rest)
            }),
        };
        links.extend(start.map(|start| at + start..at + piece.trim_end().len()));
        at += piece.len();
    }
    links
}

/// Whether a text begins with the name of a site and a path there: "zoom.us/j/93812345678".
fn is_site(text: &str) -> bool {
    let Some((host, _)) = text.split_once('/') else {
        return text.starts_with("www.");
    };
    let is_label = |label: &str| {
        let mut signs = label.bytes();
        !label.is_empty() && signs.all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let top = host.rsplit_once('.').map(|(_, top)| top);
    top.is_some_and(|top| TOP_DOMAINS.contains(&top)) && host.split('.').all(is_label)
}

/// The text with the characters of its links as they are read, where they are written as numbers (RFC 3986, 2.1). It is as
/// long as it was: what a character does not fill is filled with what nobody sees, which the guard passes over.
pub fn readable<'t>(text: &'t str, links: &[Range<usize>]) -> Cow<'t, str> {
    let mut readable = Cow::Borrowed(text);
    for link in links {
        let mut at = link.start;
        while at < link.end {
            let (escaped, length) = escaped(text.get(at..link.end).unwrap_or_default());
            if let Some(escaped) = escaped {
                let unseen = SOFT_HYPHEN.repeat(length / ESCAPE);
                readable
                    .to_mut()
                    .replace_range(at..at + length, &format!("{escaped}{unseen}"));
            }
            at += length;
        }
    }
    readable
}

/// A link as it is read.
pub fn read(link: &str) -> String {
    let whole = 0..link.len();
    readable(link, &[whole]).replace(SOFT_HYPHEN, "")
}

/// As long as an escaped byte is longer than the byte.
const SOFT_HYPHEN: &str = "\u{ad}";
/// The bytes of "%C3".
const ESCAPE: usize = 3;

/// The character that a text begins with the numbers of, and how long those are; else how long its first character is.
fn escaped(text: &str) -> (Option<char>, usize) {
    let byte = |number: usize| {
        let escape = text.get(number * ESCAPE..(number + 1) * ESCAPE)?;
        let digits = escape.strip_prefix('%')?;
        let is_hex = digits.bytes().all(|b| b.is_ascii_hexdigit());
        u8::from_str_radix(digits, 16).ok().filter(|_| is_hex)
    };
    let bytes: Vec<u8> = (0..4).map_while(byte).collect();
    let whole = (1..=bytes.len()).find_map(|length| {
        let character = str::from_utf8(bytes.get(..length)?).ok()?.chars().next()?;
        Some((character, length * ESCAPE))
    });
    match whole {
        Some((character, length)) => (Some(character), length),
        None => (None, text.chars().next().map_or(1, char::len_utf8)),
    }
}

/// Whether a finding in a link is there by chance: `words` are those that were found.
pub fn is_chance(finding: &Finding, words: &str) -> bool {
    match finding.kind {
        FindingKind::Word(Area::Own) | FindingKind::Email => false,
        FindingKind::Word(_) => {
            finding.cause == FindingCause::Slip || words.chars().count() <= LONGEST_PIECE
        }
        FindingKind::Code(_) | FindingKind::Identity(_) | FindingKind::Phone => {
            finding.grade == Grade::Hint
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        links(text).into_iter().map(|link| &text[link]).collect()
    }

    #[test]
    fn a_link_is_found_with_and_without_its_scheme() {
        assert_eq!(
            found("bli med (https://a.no/b?c=1) eller zoom.us/j/938 og www.nav.no."),
            ["https://a.no/b?c=1)", "zoom.us/j/938", "www.nav.no."]
        );
        assert_eq!(found("lenke:https://a.no\nx"), ["https://a.no"]);
        assert_eq!(
            found("og/eller, f.eks./bl.a., 1.2/3 kl. 10.00/11.00 tlf.nr/98765432"),
            [""; 0]
        );
    }

    #[test]
    fn a_character_written_as_a_number_can_be_read() {
        let text = "50%20 https://a.no/x%20Pr%C3%B8ve%%20%2%C3%E2%82%AC";
        let readable = readable(text, &links(text));
        let seen = readable.replace(SOFT_HYPHEN, "");
        assert_eq!(seen, "50%20 https://a.no/x Prøve% %2%C3€");
        assert_eq!(readable.len(), text.len());
    }
}
