//! The texts of an agenda, as an agenda file describes it.

use std::sync::Arc;

use super::{
    choice::Role,
    follow_up_plan::PlanField,
    id::{QuestionId, next_id},
};

/// The texts of an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template {
    /// In the order in which they are gone through. The last is the closing phase.
    pub phases: Vec<Arc<PhaseText>>,
    /// Measures that may be considered.
    pub measures: Vec<Arc<MeasureText>>,
}

/// What an agenda file says of a phase.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PhaseText {
    /// A short word that stays the same from version to version of an agenda; never shown.
    pub id: String,
    /// Shown to the leader and in the referat.
    pub title: String,
    /// Minutes set aside where nobody plans otherwise.
    pub minutes: u32,
    /// What is gone through.
    pub points: Vec<Arc<ItemText>>,
    /// Questions worth asking in this phase.
    pub bank: Vec<(QuestionId, Arc<str>)>,
}

/// What an agenda file says of an item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemText {
    /// A short word, unique within its phase; never shown.
    pub id: String,
    /// Shown to the leader and as a label in the referat.
    pub title: String,
    /// A line to say aloud.
    pub say: String,
    /// Reminders for the leader.
    pub details: Vec<String>,
    /// Who speaks; empty where it concerns everybody.
    pub speakers: Vec<Role>,
    /// The fields of the oppfølgingsplan for which its note is raw material.
    pub plan: Vec<PlanField>,
}

/// What an agenda file says of a measure (virkemiddel).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureText {
    /// A short word, unique in the catalogue; never shown.
    pub id: String,
    /// The letters of the meeting guide it stands under, for example "a"; empty for newer ones.
    pub letter: String,
    /// The official name.
    pub title: String,
    /// Whether it exists today, and what took its place.
    pub state: MeasureState,
    /// What it is for and who applies, in a line.
    pub about: String,
}

/// Whether a measure can be used today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeasureState {
    /// It can be applied for.
    InUse,
    /// It exists, but names treatment: the employee's own affair, never printed in a document.
    Private,
    /// It is gone; the text says since when and what serves instead.
    Gone(String),
}

impl Template {
    /// Offers these questions too, behind the others of the first phase that has some, else of the one before the closing
    /// phase.
    pub fn offer(&mut self, questions: &[String]) {
        let offering = self.phases.iter().position(|phase| !phase.bank.is_empty());
        let offering = offering.unwrap_or(self.phases.len().saturating_sub(2));
        let all = self.phases.iter().flat_map(|phase| &phase.bank);
        let next = next_id(all.map(|(id, _)| id.0));
        if let Some(phase) = self.phases.get_mut(offering) {
            let new = questions.iter().map(|text| text.as_str().into());
            let bank = &mut Arc::make_mut(phase).bank;
            bank.extend((next..).map(QuestionId).zip(new));
        }
    }
}
