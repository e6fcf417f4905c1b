//! The agenda: phases with their minutes and items, the question bank, and the measures (virkemidler) to consider.
//!
//! Its texts are a [`Template`], as an agenda file describes it. Every meeting made of it, and every copy of one, shares
//! them; an [`Agenda`] has beside them what has become of each phase, item, question and measure.

use std::{ops::Deref, sync::Arc};

use super::{
    choice::{ItemStatus, Verdict},
    field::record,
    id::{QuestionId, next_id},
    order::inverted,
    question::Question,
    template::{ItemText, MeasureText, PhaseText, Template},
};

/// Most minutes a phase can have or be given at once: a full working day.
pub const MAX_MINUTES: u32 = 480;

/// The plan of a meeting, and during the meeting what has come of each item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// The texts, in the order of the agenda file.
    pub template: Arc<Template>,
    /// In the order in which they are gone through. The last is the closing phase.
    pub phases: Vec<Phase>,
    /// Measures that may be considered.
    pub measures: Vec<Measure>,
}

record! {
    /// A part of the meeting with a time budget of its own.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    Phase [PhaseField] {
        /// What the agenda says of it.
        text: Arc<PhaseText>,
        /// Minutes borrowed (above zero) or lent (below) since.
        adjusted: i32,
        /// What is gone through.
        items: Vec<Item>,
        /// Questions worth asking in this phase.
        questions: Vec<Question>,
    } with {
        /// Minutes set aside when the meeting was planned.
        Planned planned: u32 = "minutter" inside,
    }
}

record! {
    /// One point of a phase.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    Item [ItemField] {
        /// What the agenda says of it.
        text: Arc<ItemText>,
    } with {
        /// How far it has come.
        Status status: ItemStatus = "status" inside,
        /// What is noted for the referat.
        Note note: String = "notat" printed lines,
    }
}

record! {
    /// A measure (virkemiddel) from the catalogue and what the meeting thought of it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    Measure [MeasureField] {
        /// What the agenda says of it.
        text: Arc<MeasureText>,
    } with {
        /// What the meeting thought of it.
        Verdict verdict: Verdict = "vurdering" inside,
        /// In the leader's own words.
        Remark remark: String = "merknad" printed,
    }
}

impl Deref for Phase {
    type Target = PhaseText;

    fn deref(&self) -> &PhaseText {
        &self.text
    }
}

impl Deref for Item {
    type Target = ItemText;

    fn deref(&self) -> &ItemText {
        &self.text
    }
}

impl Deref for Measure {
    type Target = MeasureText;

    fn deref(&self) -> &MeasureText {
        &self.text
    }
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

    /// The title of the phase at `index`; empty where there is none.
    pub fn phase_title(&self, index: PhaseIndex) -> &str {
        self.phase(index).map_or("", |phase| &phase.title)
    }

    /// The title of the item at `index`; empty where there is none.
    pub fn item_title(&self, index: ItemIndex) -> &str {
        self.item(index).map_or("", |item| &item.title)
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
        let written = |question: &&Question| !question.text().trim().is_empty();
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

    /// For each phase the numbers its items have in the agenda file, counted from 0, in the order in which they stand now.
    pub fn origins(&self) -> Vec<Vec<usize>> {
        let origin = |phase: &Phase, item: &Item| {
            let mut points = phase.points.iter();
            points.position(|point| Arc::ptr_eq(point, &item.text))
        };
        let phases = self.phases.iter().map(|phase| {
            let items = phase.items.iter();
            items.filter_map(|item| origin(phase, item)).collect()
        });
        phases.collect()
    }

    /// The order of items, phase by phase, in which they stand in the agenda file: the numbers they have now, counted from
    /// 0.
    pub fn original_order(&self) -> Vec<Vec<usize>> {
        let origins = self.origins().into_iter();
        origins
            .map(|origins| inverted(&origins, origins.len()))
            .collect()
    }

    /// The phase that closes the meeting; its minutes are not lent without a plain question.
    pub fn closing(&self) -> PhaseIndex {
        PhaseIndex(self.phases.len().saturating_sub(1))
    }

    /// All minutes set aside, with what was added or given up since.
    pub fn minutes(&self) -> u32 {
        let minutes = self.phases.iter().map(Phase::minutes);
        minutes.fold(0, u32::saturating_add)
    }
}

impl From<Template> for Agenda {
    /// As it is before the meeting.
    fn from(template: Template) -> Self {
        Arc::new(template).into()
    }
}

impl From<Arc<Template>> for Agenda {
    /// As it is before the meeting.
    fn from(template: Arc<Template>) -> Self {
        Self {
            phases: template.phases.iter().map(Phase::new).collect(),
            measures: template.measures.iter().map(Measure::new).collect(),
            template,
        }
    }
}

impl Item {
    /// One that nobody has come to yet.
    pub fn new(text: &Arc<ItemText>) -> Self {
        Self {
            text: Arc::clone(text),
            ..Self::default()
        }
    }
}

impl Measure {
    /// One that nobody has spoken of yet.
    pub fn new(text: &Arc<MeasureText>) -> Self {
        Self {
            text: Arc::clone(text),
            verdict: Verdict::default(),
            remark: String::new(),
        }
    }
}

impl Phase {
    /// One that nobody has come to yet.
    pub fn new(text: &Arc<PhaseText>) -> Self {
        let bank = text.bank.iter();
        let questions = bank.map(|(id, text)| Question::offered(*id, Arc::clone(text)));
        Self {
            text: Arc::clone(text),
            planned: text.minutes,
            adjusted: 0,
            items: text.points.iter().map(Item::new).collect(),
            questions: questions.collect(),
        }
    }

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
