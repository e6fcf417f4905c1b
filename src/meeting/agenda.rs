//! The agenda: phases with their minutes and items, the question bank, and the measures (virkemidler) to consider.
//!
//! The same types serve as template (as an agenda file describes it) and in a meeting, where notes and standings fill up.

use super::{
    next_id,
    participant::Role,
    question::{Question, QuestionId},
};

/// The plan of a meeting, and during the meeting what has come of each item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// In the order in which they are gone through. The last is the closing phase.
    pub phases: Vec<Phase>,
    /// Measures that may be considered.
    pub measures: Vec<Measure>,
}

/// A part of the meeting with a time budget of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// A short word that stays the same from version to version of an agenda; never shown.
    pub id: String,
    /// Shown to the leader and in the referat.
    pub title: String,
    /// Minutes set aside when the meeting was planned.
    pub planned: u32,
    /// Minutes borrowed (above zero) or lent (below) since.
    pub adjusted: i32,
    /// What is gone through.
    pub items: Vec<Item>,
    /// Questions worth asking in this phase.
    pub questions: Vec<Question>,
}

/// One point of a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
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
    /// What is noted for the referat.
    pub note: String,
    /// How far it has come.
    pub standing: Standing,
}

/// How far an item has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// Not gone through yet.
    #[default]
    Open,
    /// Gone through.
    Done,
    /// Set aside by the leader ("ikke aktuelt").
    NotRelevant,
    /// There was no time for it ("ikke rukket"); said after the meeting.
    NotReached,
}

/// A measure (virkemiddel) from the catalogue and what the meeting thought of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
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
    /// What the meeting thought of it.
    pub verdict: Verdict,
    /// In the leader's own words.
    pub remark: String,
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

/// What the meeting thought of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Verdict {
    /// Not spoken of.
    #[default]
    NotDiscussed,
    /// Spoken of, nothing decided.
    Considered,
    /// Spoken of and found not relevant.
    NotRelevant,
    /// To be used.
    ToBeUsed,
}

/// The place of a phase in the agenda, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhaseIndex(pub usize);

/// The place of an item: its phase, and its number there counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemIndex {
    /// The phase it belongs to.
    pub phase: PhaseIndex,
    /// Its number within the phase.
    pub item: usize,
}

impl Agenda {
    /// The phase at `index`, if there is one.
    pub fn phase(&self, index: PhaseIndex) -> Option<&Phase> {
        self.phases.get(index.0)
    }

    /// The item at `index`, if there is one.
    pub fn item(&self, index: ItemIndex) -> Option<&Item> {
        self.phase(index.phase)?.items.get(index.item)
    }

    /// To change the phase at `index`.
    pub fn phase_mut(&mut self, index: PhaseIndex) -> Option<&mut Phase> {
        self.phases.get_mut(index.0)
    }

    /// To change the item at `index`.
    pub fn item_mut(&mut self, index: ItemIndex) -> Option<&mut Item> {
        self.phase_mut(index.phase)?.items.get_mut(index.item)
    }

    /// Every phase with its place.
    pub fn phases(&self) -> impl DoubleEndedIterator<Item = (PhaseIndex, &Phase)> {
        self.phases
            .iter()
            .enumerate()
            .map(|(index, phase)| (PhaseIndex(index), phase))
    }

    /// Every item with its place, in order.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = (ItemIndex, &Item)> {
        self.phases().flat_map(|(phase, content)| {
            content
                .items
                .iter()
                .enumerate()
                .map(move |(item, content)| (ItemIndex { phase, item }, content))
        })
    }

    /// The item with these ids.
    pub fn find(&self, phase: &str, item: &str) -> Option<ItemIndex> {
        self.items()
            .find(|(index, content)| {
                content.id == item && self.phase(index.phase).is_some_and(|p| p.id == phase)
            })
            .map(|(index, _)| index)
    }

    /// Every question with the phase it belongs to, in order.
    pub fn questions(&self) -> impl Iterator<Item = (PhaseIndex, &Question)> {
        self.phases()
            .flat_map(|(phase, content)| content.questions.iter().map(move |q| (phase, q)))
    }

    /// The questions the employee gets to think about: those that were chosen, or all where none was.
    pub fn handed_out(&self) -> impl Iterator<Item = &Question> {
        let written = |question: &&Question| !question.text.trim().is_empty();
        let all = || {
            self.questions()
                .map(|(_, question)| question)
                .filter(written)
        };
        let none = !all().any(Question::is_chosen);
        all().filter(move |question| none || question.is_chosen())
    }

    /// The question with this id.
    pub fn question(&self, id: QuestionId) -> Option<&Question> {
        self.questions().map(|(_, q)| q).find(|q| q.id == id)
    }

    /// To change the question with this id.
    pub fn question_mut(&mut self, id: QuestionId) -> Option<&mut Question> {
        let mut all = self.phases.iter_mut().flat_map(|p| &mut p.questions);
        all.find(|q| q.id == id)
    }

    /// The id the next new question gets.
    pub fn next_question(&self) -> QuestionId {
        QuestionId(next_id(self.questions().map(|(_, q)| q.id.0)))
    }

    /// The phase to which a question written for the meeting belongs: the first for which questions are offered, else
    /// the one before the closing phase.
    pub fn questioning(&self) -> PhaseIndex {
        let offered = self.questions().map(|(phase, _)| phase).next();
        offered.unwrap_or(PhaseIndex(self.closing().0.saturating_sub(1)))
    }

    /// Offers these questions too, behind the others of their phase.
    pub fn offer(&mut self, questions: &[String]) {
        let phase = self.questioning();
        for text in questions {
            let question = Question::offered(self.next_question(), text);
            if let Some(phase) = self.phase_mut(phase) {
                phase.questions.push(question);
            }
        }
    }

    /// The phase that closes the meeting; its minutes are not lent without a plain question.
    pub fn closing(&self) -> PhaseIndex {
        PhaseIndex(self.phases.len().saturating_sub(1))
    }

    /// All minutes set aside, with what was added or given up since.
    pub fn minutes(&self) -> u32 {
        self.phases
            .iter()
            .map(Phase::minutes)
            .fold(0, u32::saturating_add)
    }
}

impl Phase {
    /// The questions to ask: those that were chosen, or all where none was.
    pub fn to_ask(&self) -> Vec<&Question> {
        let all = self.questions.iter().filter(|q| !q.is_blank());
        let chosen: Vec<_> = all.clone().filter(|q| q.is_chosen()).collect();
        if chosen.is_empty() {
            all.collect()
        } else {
            chosen
        }
    }

    /// Minutes this phase has now: as planned, with what it borrowed or lent.
    pub fn minutes(&self) -> u32 {
        self.planned.saturating_add_signed(self.adjusted)
    }
}
