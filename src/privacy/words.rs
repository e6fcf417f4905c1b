//! The word lists of the guard as data, and how a word is written down in them.

use super::folded;

/// What a word of the lists is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// Mind, sleep, strength.
    Mental,
    /// Muscles, skeleton, injuries.
    Muscle,
    /// Nerves and head.
    Nerves,
    /// Cancer.
    Cancer,
    /// Heart and lungs.
    HeartLungs,
    /// Metabolism, stomach, kidneys.
    Metabolism,
    /// Pregnancy and what only women have.
    Women,
    /// Skin, infections, eyes, ears.
    Infection,
    /// Examination, treatment, medicine.
    Treatment,
    /// Words that tell that a diagnosis follows.
    Diagnosis,
    /// Home, family, economy, intoxicants: nothing of it concerns the meeting.
    Private,
    /// The user's own words.
    Own,
}

/// What to write instead, in words about the work: examples to start from, each a whole line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposal {
    /// What somebody can do.
    pub can: String,
    /// What they can do if the work is adapted.
    pub can_adapted: String,
    /// What they cannot do.
    pub cannot: String,
    /// What they need.
    pub needs: String,
}

impl Proposal {
    /// All of it, in the order in which it is told.
    pub fn lines(&self) -> [&str; 4] {
        [&self.can, &self.can_adapted, &self.cannot, &self.needs]
    }
}

/// The words of an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaWords {
    /// What all of them are about.
    pub area: Area,
    /// Words that cannot mean anything else.
    pub strong: Vec<String>,
    /// Words that can, or that tell little.
    pub hint: Vec<String>,
    /// What to write instead.
    pub proposal: Proposal,
}

/// Everything the guard is built from. Words are written as [`Pattern::read`] takes them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordLists {
    /// What is looked for.
    pub areas: Vec<AreaWords>,
    /// Uses that silence the words within them.
    pub harmless: Vec<String>,
    /// Words that make a diagnosis of a hint in the same clause.
    pub cues: Vec<String>,
    /// Words that make a diagnosis of a bare code in the same clause.
    pub code_cues: Vec<String>,
    /// Words that make nothing of a word about diagnoses in the same clause: "not", "without".
    pub negations: Vec<String>,
    /// Words before treatment that make it the work of somebody.
    pub work: Vec<String>,
    /// Words before a code that make it the name of a place.
    pub places: Vec<String>,
    /// Words before a number that make it something else than a person's.
    pub numbered: Vec<String>,
    /// Words before a number that make it an identity number, though it does not look like one.
    pub identity_cues: Vec<String>,
    /// Ranges of ICPC-2 codes, as "L01-L20" or "L99".
    pub icpc: Vec<String>,
    /// Ranges of ICD-10 categories, in the same way.
    pub icd: Vec<String>,
    /// What the user wants found too; always strong.
    pub own: Vec<String>,
}

/// What can follow a word of the lists before the word of the text ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The usual endings of Norwegian words.
    Inflected,
    /// Anything.
    Open,
    /// Nothing.
    None,
}

/// Where a word of the lists can begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    /// With a word of the text.
    Word,
    /// Also within one, as the later part of a compound.
    Within,
    /// With a word that is not the first of its sentence.
    NotFirst,
}

/// How a word of the lists is spelt in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// In capitals or not.
    Any,
    /// In capitals only.
    Capitals,
}

/// A word or an expression to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// Folded as the text is.
    pub text: String,
    /// Where it can begin.
    pub beginning: Beginning,
    /// What can follow.
    pub ending: Ending,
    /// How it is spelt.
    pub letters: Letters,
}

impl Pattern {
    /// Reads how a word is written in the lists: `ord` with its usual endings, `ord*` with anything behind, `ord *` with
    /// any word behind, `~ord` also within a compound, `ORD` in capitals only, `…ORD` never first in a sentence. Nothing where no letter is left.
    pub fn read(written: &str) -> Option<Self> {
        let mut core = written.trim();
        let mut beginning = Beginning::Word;
        if let Some(rest) = core.strip_prefix('~') {
            (core, beginning) = (rest, Beginning::Within);
        } else if let Some(rest) = core.strip_prefix('…') {
            (core, beginning) = (rest, Beginning::NotFirst);
        }
        let open = core.strip_suffix('*');
        let core = open.unwrap_or(core).trim_start();
        let mut cased = core.chars().filter(|c| c.is_alphabetic()).peekable();
        cased.peek()?;
        let capitals = core.chars().count() > 1 && cased.all(char::is_uppercase);
        let text = folded::fold(core);
        // The guard walks from word to word, so that is where an expression has to begin.
        if !text.starts_with(char::is_alphanumeric) {
            return None;
        }
        Some(Self {
            text,
            beginning,
            ending: match (open.is_some(), capitals) {
                (true, _) => Ending::Open,
                (false, true) => Ending::None,
                (false, false) => Ending::Inflected,
            },
            letters: if capitals {
                Letters::Capitals
            } else {
                Letters::Any
            },
        })
    }
}

/// What can stand behind a noun, an adjective or a verb without making another word of it, in bokmål and nynorsk.
const INFLECTIONS: [&str; 35] = [
    "", "a", "ane", "anes", "ar", "arane", "arar", "as", "e", "en", "ene", "enes", "ens", "er",
    "erne", "ers", "es", "et", "ets", "ert", "erte", "i", "ne", "nen", "ner", "n", "ns", "r",
    "rne", "re", "s", "st", "t", "te", "ter",
];

/// Whether `rest` is an ending of that kind.
pub fn is_inflection(rest: &str) -> bool {
    rest.len() <= 5 && INFLECTIONS.contains(&rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> (String, Beginning, Ending, Letters) {
        let p = Pattern::read(written).unwrap();
        (p.text, p.beginning, p.ending, p.letters)
    }

    #[test]
    fn every_way_of_writing_a_word_is_read() {
        use Beginning::{NotFirst, Within, Word};
        let any = Letters::Any;
        assert_eq!(
            read("Angst"),
            ("angst".into(), Word, Ending::Inflected, any)
        );
        assert_eq!(read("fobi*"), ("fobi".into(), Word, Ending::Open, any));
        assert_eq!(
            read("~kreft"),
            ("kreft".into(), Within, Ending::Inflected, any)
        );
        assert_eq!(
            read("MS"),
            ("ms".into(), Word, Ending::None, Letters::Capitals)
        );
        assert_eq!(
            read("…ME"),
            ("me".into(), NotFirst, Ending::None, Letters::Capitals)
        );
        assert_eq!(read("MS Teams").3, any);
        assert_eq!(read("vondt i *").0, "vondt i ");
    }

    #[test]
    fn what_has_no_letter_is_no_word() {
        for written in ["", " ", "*", "~", "~*", "12", "--", "…", "-a"] {
            assert_eq!(Pattern::read(written), None, "{written:?}");
        }
    }
}
