//! What the built-in agenda calls its phases, items, questions and measures in nynorsk.
//!
//! A meeting keeps the agenda it was made with, as the screens show it. A document in nynorsk looks up what it prints of it
//! here. What somebody has written in an agenda of their own is not found, and stays as it is.
//!
//! The reader of agenda files stands in `archive`, which no text may name; here only the words are taken. That both files
//! are whole and of one shape is tested beside that reader.

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;

const BOKMAL: &str = include_str!("../../../assets/agenda.toml");
const NYNORSK: &str = include_str!("../../../assets/agenda.nn.toml");

/// The words of documents in an agenda file; the reader of such files sees to the rest of it.
#[derive(Default, Deserialize)]
struct AgendaWords {
    fase: Vec<PhaseWords>,
    virkemiddel: Vec<MeasureWords>,
}

#[derive(Deserialize)]
struct PhaseWords {
    tittel: String,
    #[serde(default)]
    sporsmal: Vec<String>,
    punkt: Vec<ItemWords>,
}

#[derive(Deserialize)]
struct ItemWords {
    tittel: String,
}

#[derive(Deserialize)]
struct MeasureWords {
    navn: String,
}

impl AgendaWords {
    /// Every text of it that can be printed, in order.
    fn words(self) -> impl Iterator<Item = String> {
        let phases = self.fase.into_iter().flat_map(|phase| {
            let items = phase.punkt.into_iter().map(|item| item.tittel);
            [phase.tittel]
                .into_iter()
                .chain(phase.sporsmal)
                .chain(items)
        });
        let measures = self.virkemiddel.into_iter().map(|measure| measure.navn);
        phases.chain(measures)
    }
}

/// Bokmål to nynorsk. Both files are part of the program, and a test reads them.
static WORDS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let [bokmal, nynorsk] = [BOKMAL, NYNORSK].map(|file| {
        let agenda: AgendaWords = toml::from_str(file).unwrap_or_default();
        agenda.words()
    });
    bokmal.zip(nynorsk).collect()
});

/// The nynorsk of a text of the built-in agenda; nothing of any other.
pub(super) fn of_agenda(words: &str) -> Option<&'static str> {
    WORDS.get(words.trim()).map(String::as_str)
}
