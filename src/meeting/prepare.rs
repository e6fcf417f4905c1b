//! Changes to what is made ready before the meeting, and how each is taken back.

use chrono::NaiveDate;

use super::{
    Contents,
    absence::{Period, PeriodId, PeriodKind},
    agenda::PhaseIndex,
    event::Refusal,
    need::{Ground, Side, Wish},
    preparation::{Check, Past, Preparation, Ready, TakeFirst},
    question::{Asking, Origin, Question, QuestionId},
    stage::Stage,
    written::Written,
};

/// A change to what is made ready before the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Prepare {
    /// A new period of absence, given the next free id.
    AddPeriod(PeriodKind),
    /// A period that was removed comes back to this place in the list.
    RestorePeriod(usize, Box<Period>),
    /// Takes a period out.
    RemovePeriod(PeriodId),
    /// What a period is.
    PeriodKind(PeriodId, PeriodKind),
    /// The degree of sick leave in a period, in per cent.
    Degree(PeriodId, Written<u8>),
    /// Whether one of the three wants the meeting.
    Wanted(Side, Wish),
    /// Why the meeting is clearly unnecessary, if it is, and the last day of absence that was known then.
    Ground(Option<Ground>, Option<NaiveDate>),
    /// Who was asked about that, each once.
    Asked(Vec<Side>),
    /// What came of a day for which the meeting was planned.
    Past(Option<Past>),
    /// When the invitation went out, and to which day it called, as both stood before.
    Invited(Written<NaiveDate>, Option<NaiveDate>),
    /// Whether something is ready.
    Ready(Check, Ready),
    /// The items of each phase in another order: the numbers they have now, counted from 0, as they come then.
    ItemOrder(Vec<Vec<usize>>, TakeFirst),
    /// A new question of one's own, given the next free id.
    AddQuestion(PhaseIndex),
    /// A question that was removed comes back to this place among those of its phase.
    RestoreQuestion(PhaseIndex, usize, Box<Question>),
    /// Takes a question of one's own out.
    RemoveQuestion(QuestionId),
    /// How far a question has come.
    Asking(QuestionId, Asking),
}

impl Contents {
    /// Carries out a change to what is made ready.
    ///
    /// # Errors
    /// Where the place does not exist (any more), or the meeting has come too far; then nothing has changed.
    pub(super) fn prepare(&mut self, prepare: Prepare) -> Result<(), Refusal> {
        let next_period = self.next_period();
        let preparation = &mut self.preparation;
        match prepare {
            Prepare::AddPeriod(kind) => preparation.periods.push(Period::new(next_period, kind)),
            Prepare::RestorePeriod(place, period) => {
                if self.period(period.id).is_some() {
                    return Err(Refusal::AlreadyThere);
                }
                let periods = &mut self.preparation.periods;
                periods.insert(place.min(periods.len()), *period);
            }
            Prepare::RemovePeriod(id) => {
                self.period_mut(id)?;
                self.preparation.periods.retain(|p| p.id != id);
            }
            Prepare::PeriodKind(id, kind) => self.period_mut(id)?.kind = kind,
            Prepare::Degree(id, degree) => self.period_mut(id)?.degree = degree,
            Prepare::Wanted(side, wish) => {
                *match side {
                    Side::Employee => &mut preparation.wanted.employee,
                    Side::Employer => &mut preparation.wanted.employer,
                    Side::Sykmelder => &mut preparation.wanted.sykmelder,
                } = wish;
            }
            Prepare::Ground(ground, absence_to) => {
                preparation.exemption.ground = ground;
                preparation.exemption.absence_to = absence_to;
            }
            Prepare::Asked(sides) => preparation.exemption.asked = sides,
            Prepare::Past(past) => preparation.past = past,
            Prepare::Invited(invited, to) => {
                preparation.invited = invited;
                preparation.invited_to = to;
            }
            Prepare::Ready(check, Ready::Yes) => {
                preparation.ready.insert(check);
            }
            Prepare::Ready(check, Ready::No) => {
                preparation.ready.remove(&check);
            }
            Prepare::ItemOrder(order, answer) => self.reorder(&order, answer)?,
            Prepare::AddQuestion(phase) => {
                let question = Question::own(self.agenda.next_question());
                let phase = self.agenda.phase_mut(phase).ok_or(Refusal::NoSuchPlace)?;
                phase.questions.push(question);
            }
            Prepare::RestoreQuestion(phase, place, question) => {
                if self.agenda.question(question.id).is_some() {
                    return Err(Refusal::AlreadyThere);
                }
                let phase = self.agenda.phase_mut(phase).ok_or(Refusal::NoSuchPlace)?;
                let place = place.min(phase.questions.len());
                phase.questions.insert(place, *question);
            }
            Prepare::RemoveQuestion(id) => {
                let question = self.agenda.question(id);
                question
                    .filter(|q| q.origin == Origin::Own)
                    .ok_or(Refusal::NoSuchPlace)?;
                for phase in &mut self.agenda.phases {
                    phase.questions.retain(|q| q.id != id);
                }
            }
            Prepare::Asking(id, asking) => {
                let question = self.agenda.question_mut(id);
                question.ok_or(Refusal::NoSuchPlace)?.asking = asking;
            }
        }
        Ok(())
    }

    /// Once the meeting has begun, its timeline names items by their places.
    fn reorder(&mut self, order: &[Vec<usize>], answer: TakeFirst) -> Result<(), Refusal> {
        if self.stage() != Stage::Preparing {
            return Err(Refusal::PlannedBefore);
        }
        let fits = |(numbers, phase): (&Vec<usize>, &super::agenda::Phase)| {
            let mut sorted = numbers.clone();
            sorted.sort_unstable();
            sorted.into_iter().eq(0..phase.items.len())
        };
        let origins = self.preparation.origins_after(order);
        let phases = &mut self.agenda.phases;
        if order.len() != phases.len() || !order.iter().zip(phases.iter()).all(fits) {
            return Err(Refusal::DoesNotFit);
        }
        for (numbers, phase) in order.iter().zip(phases) {
            let before = std::mem::take(&mut phase.items);
            let item = |number: &usize| before.get(*number).cloned();
            phase.items = numbers.iter().filter_map(item).collect();
        }
        self.preparation.take_first = answer;
        self.preparation.item_origins = origins;
        Ok(())
    }

    pub(super) fn period_mut(&mut self, id: PeriodId) -> Result<&mut Period, Refusal> {
        let mut all = self.preparation.periods.iter_mut();
        all.find(|p| p.id == id).ok_or(Refusal::NoSuchPlace)
    }
}

impl Prepare {
    /// What takes this back, as the meeting stands before it; nothing for a text with its meaning, which its editor
    /// takes back.
    pub fn inverse(&self, meeting: &Contents) -> Option<Self> {
        let preparation = &meeting.preparation;
        Some(match self {
            Self::AddPeriod(_) => Self::RemovePeriod(meeting.next_period()),
            Self::RestorePeriod(_, period) => Self::RemovePeriod(period.id),
            Self::RemovePeriod(id) => {
                let place = preparation.periods.iter().position(|p| p.id == *id)?;
                Self::RestorePeriod(place, Box::new(meeting.period(*id)?.clone()))
            }
            Self::PeriodKind(id, _) => Self::PeriodKind(*id, meeting.period(*id)?.kind),
            Self::Degree(..) | Self::Invited(..) => return None,
            Self::Wanted(side, _) => Self::Wanted(*side, preparation.wanted.of(*side)),
            Self::Ground(..) => {
                let exemption = &preparation.exemption;
                Self::Ground(exemption.ground, exemption.absence_to)
            }
            Self::Asked(_) => Self::Asked(preparation.exemption.asked.clone()),
            Self::Past(_) => Self::Past(preparation.past),
            Self::Ready(check, _) => {
                let ready = preparation.ready.contains(check);
                Self::Ready(*check, if ready { Ready::Yes } else { Ready::No })
            }
            Self::ItemOrder(order, _) => {
                let back = order.iter().map(|numbers| inverted(numbers)).collect();
                Self::ItemOrder(back, preparation.take_first)
            }
            Self::AddQuestion(_) => Self::RemoveQuestion(meeting.agenda.next_question()),
            Self::RestoreQuestion(_, _, question) => Self::RemoveQuestion(question.id),
            Self::RemoveQuestion(id) => {
                let (index, phase) = meeting
                    .agenda
                    .phases()
                    .find(|(_, phase)| phase.questions.iter().any(|q| q.id == *id))?;
                let place = phase.questions.iter().position(|q| q.id == *id)?;
                let question = phase.questions.get(place)?.clone();
                Self::RestoreQuestion(index, place, Box::new(question))
            }
            Self::Asking(id, _) => Self::Asking(*id, meeting.agenda.question(*id)?.asking),
        })
    }
}

impl Contents {
    /// The order of items, phase by phase, in which they stand in the agenda: the numbers they have now, counted from 0.
    pub fn agenda_order(&self) -> Vec<Vec<usize>> {
        let phases = self.agenda.phases();
        let order = phases.map(|(index, phase)| {
            let mut numbers: Vec<usize> = (0..phase.items.len()).collect();
            numbers.sort_by_key(|number| self.preparation.origin(index, *number));
            numbers
        });
        order.collect()
    }
}

impl Preparation {
    /// The number an item had in the agenda.
    fn origin(&self, phase: PhaseIndex, number: usize) -> usize {
        let origins = self.item_origins.get(phase.0);
        let origin = origins.and_then(|numbers| numbers.get(number));
        origin.copied().unwrap_or(number)
    }

    /// The numbers the items have in the agenda once they are in this order.
    fn origins_after(&self, order: &[Vec<usize>]) -> Vec<Vec<usize>> {
        let phases = order.iter().enumerate().map(|(phase, numbers)| {
            let numbers = numbers.iter();
            let origins = numbers.map(|number| self.origin(PhaseIndex(phase), *number));
            origins.collect::<Vec<_>>()
        });
        let origins: Vec<_> = phases.collect();
        let unmoved = origins.iter().all(|numbers| numbers.is_sorted());
        if unmoved { Vec::new() } else { origins }
    }
}

/// The order that puts back what `order` has moved.
fn inverted(order: &[usize]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..order.len()).collect();
    places.sort_by_key(|place| order.get(*place));
    places
}
