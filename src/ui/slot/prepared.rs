//! The places of the preparation where something is chosen, ticked or counted.

use chrono::NaiveDate;

use crate::{
    meeting::{
        Contents,
        absence::{PeriodId, PeriodKind},
        event::Edit,
        need::{Ground, Side, Wish},
        participant::{Called, ParticipantId, Party},
        preparation::{Check, Outcome, Past, Ready, TakeFirst},
        prepare::Prepare,
        question::{Asking, QuestionId},
        written::Written,
    },
    rules::{situation::known_end, time_plan},
    text::Text,
};

use super::{Choice, SlotKind, percent, pick};

/// A place of the preparation that is no text and no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Prepared {
    /// What a period of absence is.
    PeriodKind(PeriodId),
    /// The degree of sick leave in it.
    Degree(PeriodId),
    /// Whether one of the three wants the meeting.
    Wanted(Side),
    /// Why the meeting is clearly unnecessary.
    Ground,
    /// Who was asked about that.
    Asked,
    /// What came of the day for which it was planned.
    Past,
    /// Something to make ready.
    Ready(Check),
    /// Whether the items of somebody who leaves early come first.
    TakeFirst,
    /// Whether a question is to be asked.
    Asking(QuestionId),
    /// Whether somebody is called.
    Called(ParticipantId),
    /// What one of the parties said about having them in the meeting.
    CallWish(ParticipantId, Party),
    /// Whether the employee agrees that they get the referat.
    Consent(ParticipantId),
}

impl Prepared {
    /// What one does here.
    pub const fn kind(self) -> SlotKind {
        match self {
            Self::Degree(_) => SlotKind::Line,
            Self::PeriodKind(_)
            | Self::Wanted(_)
            | Self::Ground
            | Self::Past
            | Self::TakeFirst
            | Self::Called(_)
            | Self::CallWish(..)
            | Self::Consent(_) => SlotKind::Choice,
            Self::Asked => SlotKind::Ticks,
            Self::Ready(_) | Self::Asking(_) => SlotKind::Tick,
        }
    }

    /// Whether the place is still in the meeting.
    pub fn exists(self, meeting: &Contents) -> bool {
        match self {
            Self::PeriodKind(id) | Self::Degree(id) => meeting.period(id).is_some(),
            Self::Asking(id) => meeting.agenda.question(id).is_some(),
            Self::Called(id) | Self::CallWish(id, _) | Self::Consent(id) => {
                meeting.participant(id).is_some()
            }
            Self::Wanted(_)
            | Self::Ground
            | Self::Asked
            | Self::Past
            | Self::Ready(_)
            | Self::TakeFirst => true,
        }
    }

    /// The text that stands here, or nothing where there is none to write or the place is gone.
    pub fn text(self, meeting: &Contents) -> Option<String> {
        let Self::Degree(id) = self else {
            return None;
        };
        Some(meeting.period(id)?.degree.text.clone())
    }

    /// The edit that lets `text` stand here; nothing where no text stands.
    pub fn write(self, text: String) -> Option<Edit> {
        let Self::Degree(id) = self else {
            return None;
        };
        let value = percent(&text);
        let degree = Prepare::Degree(id, Written { text, value });
        Some(Edit::Prepare(degree))
    }

    /// The edit that lets stand here what stands here now, where that is a text with its meaning.
    pub fn understood(self, meeting: &Contents) -> Option<Edit> {
        let Self::Degree(id) = self else {
            return None;
        };
        let degree = meeting.period(id)?.degree.clone();
        Some(Edit::Prepare(Prepare::Degree(id, degree)))
    }

    /// What can be chosen or ticked here on the day `today`; nothing where the place is gone.
    pub fn choices(self, meeting: &Contents, text: &Text, today: NaiveDate) -> Vec<Choice> {
        self.possible(meeting, text, today).unwrap_or_default()
    }

    fn possible(self, meeting: &Contents, text: &Text, today: NaiveDate) -> Option<Vec<Choice>> {
        let t = &text.preparation;
        let rules = &text.rules;
        let preparation = &meeting.preparation;
        let wish = |wish| (rules.wish)(wish).to_owned();
        Some(match self {
            Self::PeriodKind(id) => pick(
                &PeriodKind::ALL,
                meeting.period(id)?.kind,
                |kind| (rules.period_kind)(kind).to_owned(),
                |kind| Edit::Prepare(Prepare::PeriodKind(id, kind)),
            ),
            Self::Wanted(side) => pick(&Wish::ALL, preparation.wanted.of(side), wish, |wish| {
                Edit::Prepare(Prepare::Wanted(side, wish))
            }),
            Self::Ground => {
                let grounds = Ground::ALL.map(Some);
                let all = [&[None], &grounds[..]].concat();
                let known = known_end(meeting, today);
                pick(
                    &all,
                    preparation.exemption.ground,
                    |ground| ground.map_or(t.no_ground, rules.ground).to_owned(),
                    |ground| {
                        let known = ground.and(known);
                        Edit::Prepare(Prepare::Ground(ground, known))
                    },
                )
            }
            Self::Asked => {
                let asked = &preparation.exemption.asked;
                Side::ALL
                    .iter()
                    .map(|side| {
                        let chosen = asked.contains(side);
                        let mut then = asked.clone();
                        if chosen {
                            then.retain(|other| other != side);
                        } else {
                            then.push(*side);
                        }
                        Choice {
                            label: (text.paper.side)(*side).to_owned(),
                            chosen,
                            edit: Edit::Prepare(Prepare::Asked(then)),
                        }
                    })
                    .collect()
            }
            Self::Past => {
                let day = meeting.arrangement.date.value?;
                let past = preparation.past.filter(|past| past.day == day);
                let all = [None, Some(Outcome::NotHeld), Some(Outcome::Held)];
                pick(
                    &all,
                    past.map(|past| past.outcome),
                    |outcome| outcome.map_or(t.past_unknown, t.outcome).to_owned(),
                    |outcome| {
                        let past = outcome.map(|outcome| Past { day, outcome });
                        Edit::Prepare(Prepare::Past(past))
                    },
                )
            }
            Self::Ready(check) => {
                let ready = preparation.ready.contains(&check);
                let then = if ready { Ready::No } else { Ready::Yes };
                let edit = Edit::Prepare(Prepare::Ready(check, then));
                tick((t.check)(check), ready, edit)
            }
            Self::TakeFirst => {
                let all = [TakeFirst::Accepted, TakeFirst::Declined];
                pick(
                    &all,
                    preparation.take_first,
                    |answer| (t.take_first)(answer).to_owned(),
                    |answer| {
                        let order = match answer {
                            TakeFirst::Accepted => time_plan::visitors_first(meeting),
                            TakeFirst::Declined | TakeFirst::NotAnswered => meeting.agenda_order(),
                        };
                        Edit::Prepare(Prepare::ItemOrder(order, answer))
                    },
                )
            }
            Self::Asking(id) => {
                let question = meeting.agenda.question(id)?;
                let then = if question.is_chosen() {
                    Asking::Offered
                } else {
                    Asking::Chosen
                };
                let edit = Edit::Prepare(Prepare::Asking(id, then));
                tick(&question.text, question.is_chosen(), edit)
            }
            Self::Called(id) => pick(
                &[Called::Yes, Called::No],
                meeting.participant(id)?.called,
                |called| (t.called)(called).to_owned(),
                |called| Edit::Called(id, called),
            ),
            Self::CallWish(id, party) => pick(
                &Wish::ALL,
                meeting.participant(id)?.wished.by(party),
                wish,
                |wish| Edit::CallWish(id, party, wish),
            ),
            Self::Consent(id) => pick(&Wish::ALL, meeting.participant(id)?.consent, wish, |wish| {
                Edit::Consent(id, wish)
            }),
            Self::Degree(_) => Vec::new(),
        })
    }
}

fn tick(label: &str, chosen: bool, edit: Edit) -> Vec<Choice> {
    vec![Choice {
        label: label.to_owned(),
        chosen,
        edit,
    }]
}
