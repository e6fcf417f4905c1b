//! Reading the word lists of the privacy guard, and putting the user's own words to them.

use super::{
    own_file::Own,
    user_file::{self, Faults, UserTable},
};
use crate::{
    privacy::{AreaWords, Guard, Proposal, WordLists},
    text::LineFault,
};

/// The built-in lists. Their comments explain how words are written, for the user's own as well.
pub const BUILT_IN: &str = include_str!("../../assets/personvern.toml");

const MAX_AREAS: usize = 20;
const MAX_WORDS: usize = 2000;
/// Characters of a word or an expression.
const WORD: usize = 60;
/// Characters of a line to write instead.
const LINE: usize = 200;

const ROOT_KEYS: &[&str] = &[
    "greit", "diagnose", "kode", "ikke", "arbeid", "sted", "tall", "fnr", "icpc", "icd", "omrade",
];
const AREA_KEYS: &[&str] = &[
    "navn",
    "sterk",
    "hint",
    "kan",
    "kan_tilrettelagt",
    "kan_ikke",
    "trenger",
];

/// The guard with the built-in lists and the user's own words.
///
/// # Errors
/// Never, as a test of this module proves; a caller reports the faults all the same, as with any other file.
pub fn guard(own: &Own) -> Result<Guard, Vec<LineFault>> {
    let mut lists = read(BUILT_IN)?;
    lists.own.clone_from(&own.sensitive);
    lists.harmless.extend_from_slice(&own.harmless);
    Ok(Guard::new(&lists))
}

/// The lists that `text` holds.
///
/// # Errors
/// Everything that is wrong, in the order of its lines.
pub fn read(text: &str) -> Result<WordLists, Vec<LineFault>> {
    user_file::read(text, lists)
}

fn lists(root: &UserTable, faults: &mut Faults) -> WordLists {
    root.allow(ROOT_KEYS, faults);
    let areas = root.sections("omrade", "omrade", MAX_AREAS, faults);
    let areas = areas.iter().map(|section| area(section, faults));
    let areas = areas.collect::<Vec<_>>().into_iter().flatten().collect();
    let mut words = |key| root.texts(key, WORD, MAX_WORDS, faults);
    WordLists {
        harmless: words("greit"),
        cues: words("diagnose"),
        code_cues: words("kode"),
        negations: words("ikke"),
        work: words("arbeid"),
        places: words("sted"),
        numbered: words("tall"),
        identity_cues: words("fnr"),
        icpc: words("icpc"),
        icd: words("icd"),
        own: Vec::new(),
        areas,
    }
}

fn area(section: &UserTable, faults: &mut Faults) -> Option<AreaWords> {
    section.allow(AREA_KEYS, faults);
    let area = section.word("navn", faults)?;
    Some(AreaWords {
        area,
        strong: section.texts("sterk", WORD, MAX_WORDS, faults),
        hint: section.texts("hint", WORD, MAX_WORDS, faults),
        proposal: Proposal {
            can: section.text("kan", LINE, faults),
            can_adapted: section.text("kan_tilrettelagt", LINE, faults),
            cannot: section.text("kan_ikke", LINE, faults),
            needs: section.text("trenger", LINE, faults),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privacy::{Area, FindingKind, Pattern, codes::tests::is_range};

    #[test]
    fn the_built_in_lists_have_every_area_once_with_something_to_write_instead() {
        let lists = read(BUILT_IN).unwrap();
        let areas: Vec<Area> = lists.areas.iter().map(|a| a.area).collect();
        let all_but_own = [
            Area::Mental,
            Area::Muscle,
            Area::Nerves,
            Area::Cancer,
            Area::HeartLungs,
            Area::Metabolism,
            Area::Women,
            Area::Infection,
            Area::Treatment,
            Area::Diagnosis,
            Area::Private,
        ];
        assert_eq!(areas, all_but_own);
        for area in &lists.areas {
            assert!(
                !area.strong.is_empty() && !area.hint.is_empty(),
                "{:?}",
                area.area
            );
        }
    }

    #[test]
    fn every_word_of_the_built_in_lists_can_be_read() {
        let lists = read(BUILT_IN).unwrap();
        let areas = lists
            .areas
            .iter()
            .flat_map(|a| a.strong.iter().chain(&a.hint));
        let rest = [
            &lists.harmless,
            &lists.cues,
            &lists.code_cues,
            &lists.negations,
            &lists.work,
            &lists.places,
            &lists.numbered,
            &lists.identity_cues,
        ];
        let mut count = 0;
        for word in areas.chain(rest.into_iter().flatten()) {
            let pattern = Pattern::read(word).unwrap_or_else(|| panic!("{word} is no word"));
            assert!(!pattern.text.contains(['*', '~', '…']), "{word}");
            count += 1;
        }
        assert!(count > 1500, "only {count} words");
        for range in lists.icpc.iter().chain(&lists.icd) {
            assert!(is_range(range), "{range}");
        }
    }

    #[test]
    fn own_words_are_found_and_own_harmless_uses_are_not() {
        let own = Own {
            sensitive: vec!["Solgløtt*".to_owned()],
            harmless: vec!["Kreftlaget".to_owned()],
            ..Own::default()
        };
        let guard = guard(&own).unwrap();
        let found = guard.check("Var på solgløtthuset med kreftlaget. Kreft.");
        let kinds: Vec<FindingKind> = found.iter().map(|f| f.kind).collect();
        assert_eq!(
            kinds,
            [
                FindingKind::Word(Area::Own),
                FindingKind::Word(Area::Cancer)
            ]
        );
    }
}
