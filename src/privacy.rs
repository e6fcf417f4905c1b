//! The privacy guard: what in a text tells more of somebody than the work needs. Pure, and offline by construction.
//!
//! Health information is a special category (personvernforordningen art. 9): an employer may need to know what somebody can
//! do, never the diagnosis. Strong findings are to be removed or accepted for a reason; hints are for a second look.

pub mod codes;
mod email;
mod folded;
pub mod identity;
mod lexicon;
pub mod link;
pub mod names;
mod numbers;
pub mod release;
mod token;
mod trie;
mod typo;
pub mod watch;
pub mod words;

pub use self::{
    codes::CodeSystem,
    identity::{IdentityNumber, IdentityTraits, NumberFault, Put, Register, Temporary, Typed},
    names::Names,
    release::HeldBack,
    watch::Watch,
    words::{Area, AreaWords, Pattern, Proposal, WordLists},
};

use std::{fmt, ops::Range};

use self::{
    codes::{CodeCandidate, CodeSet, Shape},
    folded::Folded,
    identity::CheckDigits,
    lexicon::{Lexicon, Matches, Modifier, Sign, Spelling},
    numbers::Looks,
    token::Token,
};

/// Something in a text that may have to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands in the text, in bytes; both ends lie between characters.
    pub span: Range<usize>,
    /// Which word list or pattern it belongs to.
    pub kind: FindingKind,
    /// How sure that is.
    pub grade: Grade,
    /// What tells.
    pub cause: FindingCause,
}

/// What about somebody a finding gives away, or in which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FindingKind {
    /// A word or an expression.
    Word(Area),
    /// The code of a diagnosis.
    Code(CodeSystem),
    /// An identity number, or eleven digits called one.
    Identity(Option<IdentityTraits>),
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
}

/// How sure a finding is. The stronger is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// It may be harmless: worth a second look.
    Hint,
    /// It does not belong in a document.
    Strong,
}

/// What tells that something is a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FindingCause {
    /// It stands in the word lists.
    Listed,
    /// It is one slip away from a word of the lists.
    Slip,
    /// Words near it tell.
    Told,
    /// It looks like it, and nothing near it tells.
    Looks,
    /// A code with its decimals.
    Decimals,
    /// Its check digits fit.
    CheckDigits,
    /// It has a date, and its check digits do not fit.
    NoCheckDigits,
}

impl Finding {
    /// The words that were found, in the text where they were.
    pub fn words<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.span.clone()).unwrap_or_default()
    }

    /// The line of the text in which they begin, with its number counted from 1.
    pub fn line<'t>(&self, text: &'t str) -> (usize, &'t str) {
        let before = text.get(..self.span.start).unwrap_or_default();
        let number = before.matches('\n').count();
        (number + 1, text.lines().nth(number).unwrap_or_default())
    }
}

/// Finds what does not belong in a document. Made once, asked as often as one likes.
pub struct Guard {
    lexicon: Lexicon,
    icpc: CodeSet,
    icd: CodeSet,
    proposals: Vec<(Area, Proposal)>,
}

impl fmt::Debug for Guard {
    /// Without its thousands of words.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Guard").finish_non_exhaustive()
    }
}

impl Guard {
    /// One that knows these lists. What cannot be read as a word or a code is left out.
    pub fn new(lists: &WordLists) -> Self {
        let proposals = lists.areas.iter().map(|a| (a.area, a.proposal.clone()));
        Self {
            lexicon: Lexicon::new(lists),
            icpc: CodeSet::of(&lists.icpc),
            icd: CodeSet::of(&lists.icd),
            proposals: proposals.collect(),
        }
    }

    /// What to write instead of a finding of this kind, with the area it is about, if that is more than leaving it out.
    pub fn proposal(&self, kind: FindingKind) -> Option<(Area, &Proposal)> {
        let area = match kind {
            FindingKind::Word(area) => area,
            FindingKind::Code(_) => Area::Diagnosis,
            FindingKind::Identity(_) | FindingKind::Phone | FindingKind::Email => return None,
        };
        let mut known = self.proposals.iter().filter(|(known, _)| *known == area);
        known.next().map(|(_, proposal)| (area, proposal))
    }

    /// Everything in `text` that may have to go, by place. No two overlap: of two the stronger is told, then the longer.
    /// Takes time in proportion to the text.
    pub fn check(&self, text: &str) -> Vec<Finding> {
        let links = link::links(text);
        let readable = link::readable(text, &links);
        let folded = Folded::new(&readable);
        let tokens = token::tokens(folded.text());
        let found = self.lexicon.find(&folded, &tokens);
        let place = ScannedText {
            guard: self,
            folded: &folded,
            tokens: &tokens,
            matches: &found,
        };
        let mut findings = place.words();
        findings.extend(place.codes());
        findings.extend(place.numbers());
        findings.extend(email::addresses(text).into_iter().map(|span| Finding {
            span,
            kind: FindingKind::Email,
            grade: Grade::Hint,
            cause: FindingCause::Looks,
        }));
        findings.retain(|finding| {
            let after = links.partition_point(|link| link.end <= finding.span.start);
            let link = links.get(after);
            let inside = link.is_some_and(|link| link.start < finding.span.end);
            !(inside && link::is_chance(finding, finding.words(text)))
        });
        apart(findings)
    }
}

/// The findings by place, of those that overlap the stronger, then the longer, then the first.
fn apart(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.retain(|finding| !finding.span.is_empty());
    findings.sort_by_key(|f| (f.span.start, std::cmp::Reverse((f.grade, f.span.len()))));
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        let weight = |f: &Finding| (f.grade, f.span.len());
        let clash = kept
            .last()
            .filter(|last| last.span.end > finding.span.start);
        match clash.map(|last| weight(last) >= weight(&finding)) {
            Some(true) => {}
            Some(false) => {
                kept.pop();
                kept.push(finding);
            }
            None => kept.push(finding),
        }
    }
    kept
}

/// A text with what of the lists stands in it.
struct ScannedText<'a> {
    guard: &'a Guard,
    folded: &'a Folded<'a>,
    tokens: &'a [Token],
    matches: &'a Matches,
}

impl ScannedText<'_> {
    fn words(&self) -> Vec<Finding> {
        self.matches
            .signs
            .iter()
            .filter_map(|sign| self.word(sign))
            .collect()
    }

    fn word(&self, sign: &Sign) -> Option<Finding> {
        let last = sign.tokens.end.checked_sub(1)?;
        let near = |modifier| {
            let ends = [sign.tokens.start, last];
            ends.into_iter()
                .any(|token| self.matches.near(modifier, token, self.tokens))
        };
        let (grade, cause) = match (sign.area, sign.grade, sign.spelling) {
            (Area::Diagnosis, _, _) if near(Modifier::Negation) => return None,
            (Area::Treatment, _, _) if self.is_work(sign.tokens.start) => return None,
            (_, grade, Spelling::Slip) => (grade, FindingCause::Slip),
            (Area::Treatment | Area::Private | Area::Diagnosis | Area::Own, grade, _)
            | (_, grade @ Grade::Strong, _) => (grade, FindingCause::Listed),
            (_, Grade::Hint, _) if near(Modifier::Cue) => (Grade::Strong, FindingCause::Told),
            (_, Grade::Hint, _) => (Grade::Hint, FindingCause::Listed),
        };
        Some(Finding {
            span: self.folded.span(&sign.range),
            kind: FindingKind::Word(sign.area),
            grade,
            cause,
        })
    }

    /// Whether the word before a token, or the one before that, says that somebody works there.
    fn is_work(&self, token: usize) -> bool {
        let clause = |at: usize| self.tokens.get(at).map(|t| t.clause);
        let before = (1..=2).filter_map(|back| token.checked_sub(back));
        before
            .filter(|at| clause(*at) == clause(token))
            .any(|at| self.matches.is(Modifier::Work, at))
    }

    /// Codes, unless they name a place. A code beside another one is in the same place.
    fn codes(&self) -> Vec<Finding> {
        let text = self.folded.text();
        let mut findings = Vec::new();
        let mut place_before = false;
        for (number, token) in self.tokens.iter().enumerate() {
            let start = token.range.start;
            let read = text.get(start..).and_then(CodeCandidate::at_start);
            let found = read.and_then(|written| {
                let range = start..start + written.length;
                let original = self.folded.original(&range);
                let capital = original.starts_with(|c: char| c.is_ascii_uppercase());
                let told = self.matches.near(Modifier::CodeCue, number, self.tokens);
                let (system, grade, cause) = self.code(&written, capital, told)?;
                Some(Finding {
                    span: self.folded.span(&range),
                    kind: FindingKind::Code(system),
                    grade,
                    cause,
                })
            });
            if read.is_none() {
                // "reol L03, L04 og L20", "rom 2 B06": small words and bare numbers do not end a place.
                let word = text.get(token.range.clone()).unwrap_or_default();
                let goes_on = matches!(word, "og" | "til" | "eller" | "nr")
                    || word.bytes().all(|b| b.is_ascii_digit());
                place_before =
                    self.matches.is(Modifier::Place, number) || (place_before && goes_on);
            }
            findings.extend(found.filter(|_| !place_before));
        }
        findings
    }

    /// Of which system a code is, and how sure that is; nothing where it is none, or too likely something else.
    fn code(
        &self,
        written: &CodeCandidate,
        capital: bool,
        told: bool,
    ) -> Option<(CodeSystem, Grade, FindingCause)> {
        let (icpc, icd) = (
            self.guard.icpc.has(written.code),
            self.guard.icd.has(written.code),
        );
        let strong = |system| (system, Grade::Strong, FindingCause::Told);
        match written.shape {
            Shape::Point | Shape::ApartPoint if icd => {
                Some((CodeSystem::Icd10, Grade::Strong, FindingCause::Decimals))
            }
            Shape::Point | Shape::ApartPoint => None,
            Shape::Bare if capital && icpc && told => Some(strong(CodeSystem::Icpc2)),
            Shape::Bare if capital && icpc => {
                Some((CodeSystem::Icpc2, Grade::Hint, FindingCause::Looks))
            }
            Shape::Apart if capital && icpc && told => Some(strong(CodeSystem::Icpc2)),
            Shape::Bare | Shape::Joined | Shape::Apart if capital && icd && told => {
                Some(strong(CodeSystem::Icd10))
            }
            Shape::Bare | Shape::Joined | Shape::Apart => None,
        }
    }

    fn numbers(&self) -> Vec<Finding> {
        let all = numbers::numbers(self.folded.text()).into_iter();
        all.filter_map(|number| {
            let first = self
                .tokens
                .partition_point(|token| token.range.end <= number.range.start);
            // "ordre 41234567", "ordre nr 41234567".
            let before = |modifier| {
                (1..=2).any(|back| {
                    first
                        .checked_sub(back)
                        .is_some_and(|at| self.matches.is(modifier, at))
                })
            };
            let near = || {
                before(Modifier::Identity)
                    || self.matches.near(Modifier::Identity, first, self.tokens)
            };
            let (kind, grade, cause) = match number.looks {
                Looks::Identity(number) => {
                    let kind = FindingKind::Identity(Some(number));
                    match number.check {
                        CheckDigits::Fits | CheckDigits::Fits2032 => {
                            (kind, Grade::Strong, FindingCause::CheckDigits)
                        }
                        CheckDigits::Fails if near() => (kind, Grade::Strong, FindingCause::Told),
                        CheckDigits::Fails if before(Modifier::Numbered) => return None,
                        CheckDigits::Fails => (kind, Grade::Hint, FindingCause::NoCheckDigits),
                    }
                }
                Looks::Eleven if near() => {
                    (FindingKind::Identity(None), Grade::Hint, FindingCause::Told)
                }
                Looks::Phone if !before(Modifier::Numbered) => {
                    (FindingKind::Phone, Grade::Hint, FindingCause::Looks)
                }
                Looks::Eleven | Looks::Phone => return None,
            };
            Some(Finding {
                span: self.folded.span(&number.range),
                kind,
                grade,
                cause,
            })
        })
        .collect()
    }
}
