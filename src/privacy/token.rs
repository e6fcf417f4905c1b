//! The words of a folded text, and which clause each stands in.

use std::ops::Range;

/// A run of letters and digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it stands in the folded text.
    pub range: Range<usize>,
    /// The number of its clause.
    pub clause: usize,
    /// Whether it is the first of its sentence.
    pub first: bool,
}

/// How a stretch between two words divides them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Divides {
    Nothing,
    Clauses,
    Sentences,
}

/// The words of `text`, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut clause = 0;
    let mut divides = Divides::Sentences;
    let mut begun: Option<usize> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() {
            if begun.is_none() {
                begun = Some(at);
                clause += usize::from(divides != Divides::Nothing);
            }
        } else {
            if let Some(start) = begun.take() {
                tokens.push(token(start..at, clause, divides));
                divides = Divides::Nothing;
            }
            let followed = chars
                .peek()
                .is_none_or(|(_, next)| matches!(next, ' ' | '\n'));
            divides = match c {
                '\n' | '!' | '?' => Divides::Sentences,
                '.' if followed => Divides::Sentences,
                ';' | ',' | '–' | '—' | '•' if divides == Divides::Nothing => {
                    Divides::Clauses
                }
                _ => divides,
            };
        }
    }
    if let Some(start) = begun {
        tokens.push(token(start..text.len(), clause, divides));
    }
    tokens
}

fn token(range: Range<usize>, clause: usize, divides: Divides) -> Token {
    Token {
        range,
        clause,
        first: divides == Divides::Sentences,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_end_with_a_comma_and_sentences_with_a_point() {
        let text = "fra legen: f32.1, ms. å nei\nja";
        let found: Vec<_> = tokens(text)
            .into_iter()
            .map(|t| (text[t.range].to_owned(), t.clause, t.first))
            .collect();
        let expected = [
            ("fra", 1, true),
            ("legen", 1, false),
            ("f32", 1, false),
            ("1", 1, false),
            ("ms", 2, false),
            ("å", 3, true),
            ("nei", 3, false),
            ("ja", 4, true),
        ];
        assert_eq!(
            found,
            expected.map(|(word, clause, first)| (word.to_owned(), clause, first))
        );
    }
}
