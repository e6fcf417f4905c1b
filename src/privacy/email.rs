//! E-mail addresses in a text.

use std::ops::Range;

/// Longest parts before and behind the at sign (RFC 5321, 4.5.3.1).
const LOCAL: usize = 64;
const DOMAIN: usize = 255;

/// Where addresses stand in `text`, in order; none overlaps another.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = text.get(..at).unwrap_or_default();
        let local: usize = before
            .bytes()
            .rev()
            .take(LOCAL + 1)
            .take_while(|b| is_local(*b))
            .count();
        let behind = text.get(at + 1..).unwrap_or_default();
        let host: usize = behind
            .bytes()
            .take(DOMAIN + 1)
            .take_while(|b| is_host(*b))
            .count();
        let host = behind
            .get(..host)
            .unwrap_or_default()
            .trim_end_matches(['.', '-']);
        let top = host.rsplit_once('.').map_or("", |(_, top)| top);
        let is_top = top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic());
        let apart = found
            .last()
            .is_none_or(|last| last.end <= at - local.min(at));
        if (1..=LOCAL).contains(&local) && is_top && host.len() <= DOMAIN && apart {
            found.push(at - local..at + 1 + host.len());
        }
    }
    found
}

const fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-')
}

const fn is_host(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_without_what_stands_around_them() {
        let text =
            "skriv til kari.nordmann+jobb@bedrift-as.no. eller <a@b.co>, ikke a@b, @b.no, x@y.1";
        let found: Vec<&str> = addresses(text)
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(found, ["kari.nordmann+jobb@bedrift-as.no", "a@b.co"]);
        assert_eq!(addresses("a@b.no@c.no").len(), 1);
        assert_eq!(addresses(&"@".repeat(1000)), []);
    }
}
