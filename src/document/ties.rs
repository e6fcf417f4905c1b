//! Norwegian typography: what belongs together is not parted at the end of a line, as `§ 4-6`, `kl. 10.15`, `50 %`,
//! `uke 47` and `17. november`.
//!
//! Forms that are broken into lines by others get no-break spaces. Markdown, in which people search and go on writing,
//! keeps what was typed.

use super::block::{Block, Document, ListPoint, TextSpan};

/// Words and signs that go with the number behind them, in both written forms of Norwegian.
const BEFORE_NUMBER: [&str; 6] = ["§", "§§", "kl.", "nr.", "uke", "veke"];

/// Units that go with the number before them.
const BEHIND_NUMBER: [&str; 3] = ["%", "kg", "min"];

/// Holds words together.
const NO_BREAK: char = '\u{a0}';

/// A run of text to be written in one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextRun<'a> {
    /// Running text.
    Words(&'a str),
    /// The number of a paragraph of a law, `4-6`, which must not be parted behind its hyphen either.
    Number(&'a str),
}

impl Document {
    /// The tidy document, in which spaces hold together what belongs together.
    pub fn tied(&self) -> Self {
        let tidy = self.tidy();
        Self {
            title: tidy.title.as_deref().map(tied),
            blocks: tidy.blocks.iter().map(Block::tied).collect(),
        }
    }
}

impl Block {
    fn tied(&self) -> Self {
        let cells = |row: &Vec<String>| row.iter().map(|cell| tied(cell)).collect();
        match self {
            Self::Heading { level, text } => Self::Heading {
                level: *level,
                text: tied(text),
            },
            Self::Paragraph(spans) => Self::Paragraph(tied_spans(spans)),
            Self::List(items) => Self::List(tied_items(items)),
            Self::Numbered(items) => Self::Numbered(tied_items(items)),
            Self::Table { head, rows } => Self::Table {
                head: cells(head),
                rows: rows.iter().map(cells).collect(),
            },
            Self::Quote(spans) => Self::Quote(tied_spans(spans)),
        }
    }
}

fn tied_items(items: &[ListPoint]) -> Vec<ListPoint> {
    items.iter().map(|item| tied_spans(item)).collect()
}

fn tied_spans(spans: &[TextSpan]) -> Vec<TextSpan> {
    let tied = |span: &TextSpan| TextSpan {
        text: tied(&span.text),
        bold: span.bold,
    };
    spans.iter().map(tied).collect()
}

fn tied(text: &str) -> String {
    let mut tied = String::with_capacity(text.len() + 8);
    let mut before = "";
    for word in text.split_inclusive(' ') {
        if tied.ends_with(' ') && belong_together(before, word) {
            tied.pop();
            tied.push(NO_BREAK);
        }
        tied.push_str(word);
        before = word.trim_end_matches(' ');
    }
    tied
}

/// The text as it was before it was tied.
pub(super) fn untied(text: &str) -> String {
    text.replace(NO_BREAK, " ")
}

/// Whether these words, with a space between them, are to stand on one line.
fn belong_together(before: &str, behind: &str) -> bool {
    let apart = |sign: char| sign.is_whitespace() || "(«/–-".contains(sign);
    let last = before.rsplit(apart).next().unwrap_or(before);
    let begins =
        |wanted: fn(&char) -> bool| behind.chars().next().is_some_and(|sign| wanted(&sign));
    let unit = BEHIND_NUMBER.into_iter().any(|unit| {
        let rest = behind.strip_prefix(unit);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    let named = BEFORE_NUMBER
        .into_iter()
        .any(|word| word.eq_ignore_ascii_case(last));
    (named && begins(char::is_ascii_digit))
        || (unit && last.ends_with(|sign: char| sign.is_ascii_digit()))
        || (is_ordinal(last) && begins(|sign| sign.is_lowercase()))
}

/// Whether it is the number of a day, a floor and the like: `17.`
fn is_ordinal(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|number| {
        matches!(number.len(), 1 | 2) && number.chars().all(|sign| sign.is_ascii_digit())
    })
}

/// The text in runs, for formats in which lines are broken behind hyphens.
pub(super) fn text_runs(text: &str) -> Vec<TextRun<'_>> {
    let mut runs = Vec::new();
    let mut rest = text;
    let is_digit = |sign: char| sign.is_ascii_digit();
    while let Some((before, behind)) = split_behind_sign(rest) {
        let end = behind.find(|sign| !is_digit(sign) && sign != '-');
        let (number, after) = behind.split_at(end.unwrap_or(behind.len()));
        runs.push(TextRun::Words(before));
        runs.push(match number.split_once('-') {
            Some((chapter, paragraph)) if is_number(chapter) && is_number(paragraph) => {
                TextRun::Number(number)
            }
            Some(_) | None => TextRun::Words(number),
        });
        rest = after;
    }
    runs.push(TextRun::Words(rest));
    runs.retain(|run| !matches!(run, TextRun::Words("")));
    runs
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|sign| sign.is_ascii_digit())
}

/// The text up to the first sign of a paragraph and its space, and what stands behind.
fn split_behind_sign(text: &str) -> Option<(&str, &str)> {
    let (sign, _) = text.match_indices('§').next()?;
    let behind = text.get(sign..)?.trim_start_matches(['§', ' ', NO_BREAK]);
    Some(text.split_at(text.len() - behind.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_belongs_together_is_held_together_and_nothing_else() {
        for (text, wanted) in [
            (
                "etter arbeidsmiljøloven § 4-6.",
                "etter arbeidsmiljøloven §_4-6.",
            ),
            ("§§ 8-4 og 8-5", "§§_8-4 og 8-5"),
            ("Kl. 10.15, senest kl. 11", "Kl._10.15, senest kl._11"),
            ("(kl. 08:30–08:50) (20 min)", "(kl._08:30–08:50) (20_min)"),
            (
                "30–40 % nå, 12 kg, 5 minutter",
                "30–40_% nå, 12_kg, 5 minutter",
            ),
            ("uke 47 og veke 48, uka 3", "uke_47 og veke_48, uka 3"),
            ("tirsdag 17. november 2026", "tirsdag 17._november 2026"),
            ("i 2. etasje, 1.–3. time", "i 2._etasje, 1.–3._time"),
            ("i uke 48. Odd er med", "i uke_48. Odd er med"),
            ("i 2026. da var", "i 2026. da var"),
            ("en % av, kl. ti", "en % av, kl. ti"),
            ("Nr.", "Nr."),
        ] {
            assert_eq!(tied(text), wanted.replace('_', "\u{a0}"), "{text:?}");
        }
    }

    #[test]
    fn the_number_of_a_law_stands_by_itself() {
        let (words, number) = (TextRun::Words, TextRun::Number);
        for (text, wanted) in [
            (
                "§\u{a0}4-6 (3)",
                vec![words("§\u{a0}"), number("4-6"), words(" (3)")],
            ),
            ("§§ 8-4", vec![words("§§ "), number("8-4")]),
            ("30-40 %", vec![words("30-40 %")]),
            ("§ 4", vec![words("§ "), words("4")]),
            ("§ 4-6-7-", vec![words("§ "), words("4-6-7-")]),
            ("§", vec![words("§")]),
            ("", vec![]),
        ] {
            assert_eq!(text_runs(text), wanted, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn only_spaces_change_and_no_stretch_is_lost(text in "([§0-9a-b%.\n -]|kl\\. |uke ){0,20}") {
            prop_assert_eq!(untied(&tied(&text)), text.clone());
            let all: String = text_runs(&text)
                .into_iter()
                .map(|run| match run {
                    TextRun::Words(text) | TextRun::Number(text) => text,
                })
                .collect();
            prop_assert_eq!(all, text);
        }
    }
}
