//! The part of the file about what is made ready before the meeting: its shape, and both ways between it and the core.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    scalar::{Day, Named},
    to_meeting::{chosen, written},
};
use crate::meeting::{
    absence::{Period, PeriodId, PeriodKind},
    clean::{clean, clean_line},
    need::{ExemptionDraft, Ground, Side, Wish, Wishes},
    preparation::{Check, Outcome, Past, Plan, Preparation, TakeFirst},
    question::{Asking, Origin, Question, QuestionId},
    written::Written,
};
use crate::text::problem::Contradiction;

/// A period of absence.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fravar {
    pub nr: u32,
    pub slag: Named<PeriodKind>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub grad: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grad_prosent: Option<u8>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fra: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fra_tolket: Option<Day>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub til: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub til_tolket: Option<Day>,
}

/// What is made ready before the meeting.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forberedelse {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arbeidstaker_vil: Option<Named<Wish>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arbeidsgiver_vil: Option<Named<Wish>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sykmelder_vil: Option<Named<Wish>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unodvendig: Option<Named<Ground>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spurt: Vec<Named<Side>>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub spurt_dag: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spurt_dag_tolket: Option<Day>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub vurderes_igjen: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vurderes_igjen_tolket: Option<Day>,
    /// The last day of absence that was known when the meeting was found unnecessary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fravar_til_da: Option<Day>,
    /// A day for which the meeting was planned, together with what came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planlagt_dag: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planlagt_ble: Option<Named<Outcome>>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub plan_laget: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_laget_tolket: Option<Day>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub plan_sendt: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_sendt_tolket: Option<Day>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub nav_mote: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nav_mote_tolket: Option<Day>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub plan_til_nav: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_til_nav_tolket: Option<Day>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub plan_punkter: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub etter_fristen_fordi: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub innkalt: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub innkalt_tolket: Option<Day>,
    /// The day to which the invitation called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub innkalt_til: Option<Day>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub klart: Vec<Named<Check>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ta_forst: Option<Named<TakeFirst>>,
    /// The numbers the items had in the agenda, phase by phase, where they have been moved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opprinnelig_rekkefolge: Vec<Vec<usize>>,
}

/// A question of a phase. Files before format 3 hold its text alone.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Sporsmal {
    Tekst(String),
    Helt(Spurt),
}

/// A question with how far it has come.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spurt {
    pub nr: u32,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tekst: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Named<Asking>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opphav: Option<Named<Origin>>,
}

impl Forberedelse {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The word for a choice, or nothing where it is the one that everything begins with.
pub fn named<T: Default + PartialEq + Copy>(choice: T) -> Option<Named<T>> {
    (choice != T::default()).then_some(Named(choice))
}

fn day(day: &Written<NaiveDate>) -> (String, Option<Day>) {
    (day.text.clone(), day.value.and_then(Day::new))
}

impl From<&Period> for Fravar {
    fn from(period: &Period) -> Self {
        let (fra, fra_tolket) = day(&period.from);
        let (til, til_tolket) = day(&period.to);
        Self {
            nr: period.id.0,
            slag: Named(period.kind),
            grad: period.degree.text.clone(),
            grad_prosent: period.degree.value,
            fra,
            fra_tolket,
            til,
            til_tolket,
        }
    }
}

impl From<Fravar> for Period {
    fn from(fravar: Fravar) -> Self {
        Self {
            id: PeriodId(fravar.nr),
            kind: fravar.slag.0,
            degree: written(&fravar.grad, fravar.grad_prosent),
            from: written(&fravar.fra, fravar.fra_tolket.map(Day::date)),
            to: written(&fravar.til, fravar.til_tolket.map(Day::date)),
        }
    }
}

impl From<&Preparation> for Forberedelse {
    fn from(preparation: &Preparation) -> Self {
        let Preparation {
            periods: _,
            wanted,
            exemption,
            past,
            plan,
            late_reason,
            invited,
            invited_to,
            ready,
            take_first,
            item_origins,
        } = preparation;
        let (spurt_dag, spurt_dag_tolket) = day(&exemption.asked_on);
        let (vurderes_igjen, vurderes_igjen_tolket) = day(&exemption.review);
        let (plan_laget, plan_laget_tolket) = day(&plan.made);
        let (plan_sendt, plan_sendt_tolket) = day(&plan.sent);
        let (nav_mote, nav_mote_tolket) = day(&plan.nav_meeting);
        let (plan_til_nav, plan_til_nav_tolket) = day(&plan.to_nav);
        let (innkalt, innkalt_tolket) = day(invited);
        // A day that has no form in TOML takes what came of it along.
        let past = past.and_then(|past| Some((Day::new(past.day)?, Named(past.outcome))));
        Self {
            arbeidstaker_vil: named(wanted.employee),
            arbeidsgiver_vil: named(wanted.employer),
            sykmelder_vil: named(wanted.sykmelder),
            unodvendig: exemption.ground.map(Named),
            spurt: exemption.asked.iter().copied().map(Named).collect(),
            spurt_dag,
            spurt_dag_tolket,
            vurderes_igjen,
            vurderes_igjen_tolket,
            fravar_til_da: exemption.absence_to.and_then(Day::new),
            planlagt_dag: past.map(|(day, _)| day),
            planlagt_ble: past.map(|(_, outcome)| outcome),
            plan_laget,
            plan_laget_tolket,
            plan_sendt,
            plan_sendt_tolket,
            nav_mote,
            nav_mote_tolket,
            plan_til_nav,
            plan_til_nav_tolket,
            plan_punkter: plan.points.clone(),
            etter_fristen_fordi: late_reason.clone(),
            innkalt,
            innkalt_tolket,
            innkalt_til: invited_to.and_then(Day::new),
            klart: ready.iter().copied().map(Named).collect(),
            ta_forst: named(*take_first),
            opprinnelig_rekkefolge: item_origins.clone(),
        }
    }
}

impl Forberedelse {
    /// The whole preparation, with the periods of absence that stand beside it in the file.
    ///
    /// # Errors
    /// Where one half of what belongs together is missing, or somebody stands twice among those who were asked.
    pub fn into_preparation(self, periods: Vec<Fravar>) -> Result<Preparation, Contradiction> {
        let past = match (self.planlagt_dag, self.planlagt_ble) {
            (Some(day), Some(outcome)) => Some((day, outcome)),
            (None, None) => None,
            (Some(_), None) | (None, Some(_)) => return Err(Contradiction::HalfPast),
        };
        let asked: Vec<Side> = self.spurt.into_iter().map(|side| side.0).collect();
        let twice = |(place, side): (usize, &Side)| asked.iter().take(place).any(|s| s == side);
        if asked.iter().enumerate().any(twice) {
            return Err(Contradiction::AskedTwice);
        }
        Ok(Preparation {
            periods: periods.into_iter().map(Period::from).collect(),
            wanted: Wishes {
                employee: chosen(self.arbeidstaker_vil),
                employer: chosen(self.arbeidsgiver_vil),
                sykmelder: chosen(self.sykmelder_vil),
            },
            exemption: ExemptionDraft {
                ground: self.unodvendig.map(|ground| ground.0),
                asked,
                asked_on: written(&self.spurt_dag, self.spurt_dag_tolket.map(Day::date)),
                review: written(
                    &self.vurderes_igjen,
                    self.vurderes_igjen_tolket.map(Day::date),
                ),
                absence_to: self.fravar_til_da.map(Day::date),
            },
            past: past.map(|(day, outcome)| Past {
                day: day.date(),
                outcome: outcome.0,
            }),
            plan: Plan {
                made: written(&self.plan_laget, self.plan_laget_tolket.map(Day::date)),
                sent: written(&self.plan_sendt, self.plan_sendt_tolket.map(Day::date)),
                nav_meeting: written(&self.nav_mote, self.nav_mote_tolket.map(Day::date)),
                to_nav: written(&self.plan_til_nav, self.plan_til_nav_tolket.map(Day::date)),
                points: clean(&self.plan_punkter),
            },
            late_reason: clean_line(&self.etter_fristen_fordi),
            invited: written(&self.innkalt, self.innkalt_tolket.map(Day::date)),
            invited_to: self.innkalt_til.map(Day::date),
            ready: self.klart.into_iter().map(|check| check.0).collect(),
            take_first: chosen(self.ta_forst),
            item_origins: self.opprinnelig_rekkefolge,
        })
    }
}

impl From<&Question> for Sporsmal {
    fn from(question: &Question) -> Self {
        Self::Helt(Spurt {
            nr: question.id.0,
            tekst: question.text.clone(),
            status: named(question.asking),
            opphav: named(question.origin),
        })
    }
}

impl Sporsmal {
    /// Its number, if it has one.
    pub fn number(&self) -> Option<u32> {
        match self {
            Self::Tekst(_) => None,
            Self::Helt(spurt) => Some(spurt.nr),
        }
    }

    /// The question; one without a number gets the next one.
    pub fn into_question(self, next: &mut u32) -> Question {
        match self {
            Self::Tekst(text) => {
                let id = QuestionId(*next);
                *next = next.saturating_add(1);
                Question::offered(id, clean_line(&text))
            }
            Self::Helt(spurt) => Question {
                id: QuestionId(spurt.nr),
                text: clean_line(&spurt.tekst),
                asking: chosen(spurt.status),
                origin: chosen(spurt.opphav),
            },
        }
    }
}
