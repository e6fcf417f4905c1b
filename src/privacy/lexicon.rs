//! The word lists as one matcher: what of them stands where in a text.

use std::ops::Range;

use super::{
    Grade,
    folded::Folded,
    token::Token,
    trie::Trie,
    typo::Typos,
    words::{Area, Beginning, Ending, Letters, Pattern, WordLists, is_inflection},
};

/// What a word of the lists is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WordPurpose {
    Sign(Area, Grade),
    Harmless,
    Modifier(Modifier),
}

/// Words that change what stands near them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Modifier {
    /// A diagnosis follows, or went before.
    Cue,
    /// A code nearby is one of a diagnosis.
    CodeCue,
    /// It is said that there is none.
    Negation,
    /// Somebody works there, or as that.
    Work,
    /// A place: what follows is its name.
    Place,
    /// What follows is the number of a thing.
    Numbered,
    /// What follows is an identity number.
    Identity,
}

const MODIFIERS: usize = 7;

impl Modifier {
    const fn number(self) -> usize {
        match self {
            Self::Cue => 0,
            Self::CodeCue => 1,
            Self::Negation => 2,
            Self::Place => 3,
            Self::Numbered => 4,
            Self::Identity => 5,
            Self::Work => 6,
        }
    }
}

/// A word of the lists in a text.
#[derive(Debug, Clone)]
pub(super) struct Sign {
    /// The tokens it takes up.
    pub tokens: Range<usize>,
    /// Where it stands in the folded text, as whole words.
    pub range: Range<usize>,
    /// What it is about.
    pub area: Area,
    /// How sure it is by itself.
    pub grade: Grade,
    /// Whether it is written as in the lists.
    pub spelling: Spelling,
}

/// Whether a word is written as in the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    /// It is.
    AsListed,
    /// There is a slip in it.
    Slip,
}

/// What of the lists stands in a text.
#[derive(Default)]
pub(super) struct Matches {
    /// Words looked for, in order, without those within a harmless use.
    pub signs: Vec<Sign>,
    /// For each modifier the tokens that are one, in order.
    modifiers: [Vec<usize>; MODIFIERS],
}

/// How many words away a modifier works.
const REACH: usize = 8;
/// Letters of an abbreviation that could be any word in a line that shouts.
const ABBREVIATION: usize = 3;

impl Matches {
    /// Whether a modifier stands near a token, in the same clause.
    pub(super) fn near(&self, modifier: Modifier, token: usize, tokens: &[Token]) -> bool {
        let Some(all) = self.modifiers.get(modifier.number()) else {
            return false;
        };
        let clause = tokens.get(token).map(|t| t.clause);
        let split = all.partition_point(|at| *at < token);
        let before = split.checked_sub(1).and_then(|at| all.get(at));
        let behind = all
            .get(split..)
            .unwrap_or_default()
            .iter()
            .find(|at| **at != token);
        [before, behind]
            .into_iter()
            .flatten()
            .any(|at| at.abs_diff(token) <= REACH && tokens.get(*at).map(|t| t.clause) == clause)
    }

    /// Whether a token itself is such a modifier.
    pub(super) fn is(&self, modifier: Modifier, token: usize) -> bool {
        let all = self.modifiers.get(modifier.number());
        all.is_some_and(|all| all.binary_search(&token).is_ok())
    }
}

/// The lists, ready to be looked for.
pub(super) struct Lexicon {
    entries: Vec<(Pattern, WordPurpose)>,
    /// Words by their beginning.
    words: Trie,
    /// Those that also stand within words.
    within: Trie,
    typos: Typos,
}

impl Lexicon {
    /// Of these lists. What cannot be read as a word is left out.
    pub(super) fn new(lists: &WordLists) -> Self {
        let mut lexicon = Self {
            entries: Vec::new(),
            words: Trie::new(),
            within: Trie::new(),
            typos: Typos::new(),
        };
        for area in &lists.areas {
            lexicon.add(&area.strong, WordPurpose::Sign(area.area, Grade::Strong));
            lexicon.add(&area.hint, WordPurpose::Sign(area.area, Grade::Hint));
        }
        lexicon.add(&lists.own, WordPurpose::Sign(Area::Own, Grade::Strong));
        lexicon.add(&lists.harmless, WordPurpose::Harmless);
        for (words, modifier) in [
            (&lists.cues, Modifier::Cue),
            (&lists.code_cues, Modifier::CodeCue),
            (&lists.negations, Modifier::Negation),
            (&lists.work, Modifier::Work),
            (&lists.places, Modifier::Place),
            (&lists.numbered, Modifier::Numbered),
            (&lists.identity_cues, Modifier::Identity),
        ] {
            lexicon.add(words, WordPurpose::Modifier(modifier));
        }
        lexicon
    }

    fn add(&mut self, words: &[String], role: WordPurpose) {
        for pattern in words.iter().filter_map(|word| Pattern::read(word)) {
            let number = self.entries.len();
            self.words.add(&pattern.text, number);
            if pattern.beginning == Beginning::Within {
                self.within.add(&pattern.text, number);
            }
            if let (WordPurpose::Sign(_, Grade::Strong), Letters::Any) = (role, pattern.letters) {
                let open = pattern.ending == Ending::Open;
                self.typos.add(&pattern.text, open, number);
            }
            self.entries.push((pattern, role));
        }
    }

    /// What stands in a text with these tokens.
    pub(super) fn find(&self, folded: &Folded, tokens: &[Token]) -> Matches {
        let mut found = Matches::default();
        let mut harmless: Vec<Range<usize>> = Vec::new();
        let text = folded.text();
        for (number, token) in tokens.iter().enumerate() {
            let begun = (found.signs.len(), harmless.len());
            let mut take = |start: usize, length: usize, entry: usize| {
                let Some((pattern, role)) = self.entries.get(entry) else {
                    return;
                };
                let hit = Hit {
                    folded,
                    tokens,
                    number,
                    start,
                };
                let Some((taken, range)) = hit.fits(pattern, length) else {
                    return;
                };
                match role {
                    WordPurpose::Sign(area, grade) => found.signs.push(Sign {
                        range: range.start..hit.with_object(pattern, &taken, range.end),
                        tokens: taken,
                        area: *area,
                        grade: *grade,
                        spelling: Spelling::AsListed,
                    }),
                    WordPurpose::Harmless => harmless.push(range),
                    WordPurpose::Modifier(modifier) => {
                        if let Some(all) = found.modifiers.get_mut(modifier.number()) {
                            all.push(taken.end.saturating_sub(1));
                        }
                    }
                }
            };
            let start = token.range.start;
            let behind = text.as_bytes().get(start..).unwrap_or_default();
            self.words
                .walk(behind, |length, entry| take(start, length, entry));
            for start in start + 1..token.range.end {
                let behind = text.as_bytes().get(start..).unwrap_or_default();
                self.within
                    .walk(behind, |length, entry| take(start, length, entry));
            }
            if begun == (found.signs.len(), harmless.len()) {
                found.signs.extend(self.slip(folded, token, number));
            } else {
                // A long word may hold the same one many times.
                let fresh = found.signs.split_off(begun.0);
                found.signs.extend(distinct(fresh));
            }
        }
        for modifiers in &mut found.modifiers {
            modifiers.sort_unstable();
            modifiers.dedup();
        }
        silence(&mut found.signs, harmless);
        found
    }

    fn slip(&self, folded: &Folded, token: &Token, number: usize) -> Option<Sign> {
        let entry = self.typos.meant(folded.text().get(token.range.clone())?)?;
        match self.entries.get(entry)?.1 {
            WordPurpose::Sign(area, grade) => Some(Sign {
                tokens: number..number + 1,
                range: token.range.clone(),
                area,
                grade,
                spelling: Spelling::Slip,
            }),
            WordPurpose::Harmless | WordPurpose::Modifier(_) => None,
        }
    }
}

fn distinct(mut signs: Vec<Sign>) -> Vec<Sign> {
    let key = |sign: &Sign| (sign.range.start, sign.range.end, sign.grade, sign.area);
    signs.sort_by_key(key);
    signs.dedup_by_key(|sign| key(sign));
    signs
}

/// Takes out every sign that lies within a harmless use.
fn silence(signs: &mut Vec<Sign>, mut harmless: Vec<Range<usize>>) {
    harmless.sort_by_key(|range| range.start);
    let mut harmless = harmless.into_iter().peekable();
    let mut reach = 0;
    signs.sort_by_key(|sign| sign.range.start);
    signs.retain(|sign| {
        while let Some(range) = harmless.next_if(|range| range.start <= sign.range.start) {
            reach = reach.max(range.end);
        }
        sign.range.end > reach
    });
}

/// Where in a text a word of the lists was found by its letters.
struct Hit<'a> {
    folded: &'a Folded<'a>,
    tokens: &'a [Token],
    number: usize,
    start: usize,
}

impl Hit<'_> {
    /// The tokens that `pattern` takes up here, and where they stand, if it is really that word.
    fn fits(&self, pattern: &Pattern, length: usize) -> Option<(Range<usize>, Range<usize>)> {
        let end = self.start + length;
        let first = self.tokens.get(self.number)?;
        let behind = self.tokens.get(self.number..)?;
        let last = self.number + behind.iter().take_while(|t| t.range.start < end).count() - 1;
        // A word of the lists may end with a sign; then nothing follows it. With a blank, any word does.
        let whole_end = self.tokens.get(last)?.range.end.max(end);
        let rest = self.folded.text().get(end..whole_end)?;
        let whole_end = whole_end - usize::from(pattern.text.ends_with(' '));
        let ends = match pattern.ending {
            Ending::Open => true,
            Ending::Inflected => is_inflection(rest),
            Ending::None => rest.is_empty(),
        };
        let begins = match pattern.beginning {
            Beginning::Word => self.start == first.range.start,
            Beginning::Within => true,
            Beginning::NotFirst => self.start == first.range.start && !first.first,
        };
        let spelt = match pattern.letters {
            Letters::Any => true,
            Letters::Capitals => self.in_capitals(&(self.start..end), last),
        };
        (ends && begins && spelt).then(|| (self.number..last + 1, first.range.start..whole_end))
    }

    /// The end of an expression with the word it asks for: of "vondt i" that of "vondt i ryggen".
    fn with_object(&self, pattern: &Pattern, taken: &Range<usize>, end: usize) -> usize {
        let object = self
            .tokens
            .get(taken.end)
            .filter(|_| pattern.text.ends_with(' '));
        object
            .filter(|token| token.range.start == end + 1)
            .map_or(end, |token| token.range.end)
    }

    /// Whether an abbreviation stands here in capitals, and not because the whole line does.
    fn in_capitals(&self, range: &Range<usize>, last: usize) -> bool {
        let capitals = |text: &str| text.chars().all(|c| !c.is_lowercase());
        if !capitals(self.folded.original(range)) {
            return false;
        }
        let shouts = |token: Option<&Token>| {
            token.is_some_and(|token| {
                let word = self.folded.original(&token.range);
                token.range.len() > ABBREVIATION + 1
                    && capitals(word)
                    && word.chars().all(char::is_alphabetic)
            })
        };
        let before = self
            .number
            .checked_sub(1)
            .and_then(|at| self.tokens.get(at));
        range.len() > ABBREVIATION || !(shouts(before) && shouts(self.tokens.get(last + 1)))
    }
}
