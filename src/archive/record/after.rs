//! The part of the file about the work after the meeting: the oppfølgingsplan, what was kept, versions, and who was sent
//! what. Its shape, and both ways between it and the core.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    place,
    preparation::named,
    scalar::{Day, Instant, Named},
    to_meeting::{chosen, written},
};
use crate::{
    meeting::{
        Contents,
        agenda::Agenda,
        clean::{clean, clean_line},
        follow_up_plan::{FollowUpPlan, Said},
        kept::Kept,
        participant::ParticipantId,
        sending::{Addressee, Channel, Sending},
        version::Replaced,
    },
    text::problem::Contradiction,
};

/// The oppfølgingsplan.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub endret: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub arbeidsdag: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kan: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kan_ikke: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tidligere: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fremover: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub andre_muligheter: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub oppfolging: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evaluering: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evaluering_tolket: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub medvirket: Option<Named<Said>>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ikke_medvirket_fordi: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub til_nav: Option<Named<Said>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hjelp_fra_nav: Option<Named<Said>>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hjelp_fra_nav_med: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub til_lege: Option<Named<Said>>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub beskjed_til_lege: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tillegg: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub telefon: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub epost: String,
}

/// Words that the privacy guard found and somebody kept.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beholdt {
    pub sted: String,
    pub ord: String,
    pub grunn: String,
}

/// When and how the documents went out to somebody.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sendt {
    pub til: Til,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dag: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dag_tolket: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hvordan: Option<Named<Channel>>,
}

/// To whom: the number (`nr`) of a participant, or a word for somebody who is none.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Til {
    Deltaker(u32),
    Annen(Annen),
}

/// Somebody who is no participant.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Annen {
    Sykmelder,
    Nav,
}

/// A version that was approved and has been taken up again.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Utgave {
    pub godkjent: Instant,
    pub grunn: String,
    #[serde(default, skip_serializing_if = "Plan::is_empty")]
    pub plan: Plan,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sendt: Vec<Sendt>,
}

impl Plan {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl From<&FollowUpPlan> for Plan {
    fn from(plan: &FollowUpPlan) -> Self {
        Self {
            endret: plan.changes.clone(),
            arbeidsdag: plan.workday.clone(),
            kan: plan.can.clone(),
            kan_ikke: plan.cannot.clone(),
            tidligere: plan.tried.clone(),
            fremover: plan.ahead.clone(),
            andre_muligheter: plan.others.clone(),
            oppfolging: plan.follow_up.clone(),
            evaluering: plan.evaluation.text.clone(),
            evaluering_tolket: plan.evaluation.value.and_then(Day::new),
            medvirket: named(plan.contributed),
            ikke_medvirket_fordi: plan.not_contributed.clone(),
            til_nav: named(plan.to_nav),
            hjelp_fra_nav: named(plan.nav_help),
            hjelp_fra_nav_med: plan.nav_help_with.clone(),
            til_lege: named(plan.to_doctor),
            beskjed_til_lege: plan.doctor_message.clone(),
            tillegg: plan.additional.clone(),
            telefon: plan.phone.clone(),
            epost: plan.email.clone(),
        }
    }
}

impl From<Plan> for FollowUpPlan {
    fn from(plan: Plan) -> Self {
        Self {
            changes: clean(&plan.endret),
            workday: clean(&plan.arbeidsdag),
            can: clean(&plan.kan),
            cannot: clean(&plan.kan_ikke),
            tried: clean(&plan.tidligere),
            ahead: clean(&plan.fremover),
            others: clean(&plan.andre_muligheter),
            follow_up: clean(&plan.oppfolging),
            evaluation: written(&plan.evaluering, plan.evaluering_tolket.map(Day::date)),
            contributed: chosen(plan.medvirket),
            not_contributed: clean(&plan.ikke_medvirket_fordi),
            to_nav: chosen(plan.til_nav),
            nav_help: chosen(plan.hjelp_fra_nav),
            nav_help_with: clean(&plan.hjelp_fra_nav_med),
            to_doctor: chosen(plan.til_lege),
            doctor_message: clean(&plan.beskjed_til_lege),
            additional: clean(&plan.tillegg),
            phone: clean_line(&plan.telefon),
            email: clean_line(&plan.epost),
        }
    }
}

/// What was kept and still stands there.
pub fn kept(meeting: &Contents) -> Vec<Beholdt> {
    let kept = meeting.still_kept().map(|kept| Beholdt {
        sted: place::to(&meeting.agenda, kept.place),
        ord: kept.words.clone(),
        grunn: kept.reason.clone(),
    });
    kept.collect()
}

/// The same, back again.
pub fn to_kept(number: usize, beholdt: &Beholdt, agenda: &Agenda) -> Result<Kept, Contradiction> {
    let place = place::from(agenda, &clean_line(&beholdt.sted));
    Ok(Kept {
        place: place.ok_or(Contradiction::KeptPlace(number))?,
        words: clean(&beholdt.ord),
        reason: clean_line(&beholdt.grunn),
    })
}

/// Who was sent what.
pub fn sent(sendings: &BTreeMap<Addressee, Sending>) -> Vec<Sendt> {
    let sent = sendings.iter().map(|(to, sending)| Sendt {
        til: match to {
            Addressee::Participant(ParticipantId(id)) => Til::Deltaker(*id),
            Addressee::Doctor => Til::Annen(Annen::Sykmelder),
            Addressee::Nav => Til::Annen(Annen::Nav),
        },
        dag: sending.on.text.clone(),
        dag_tolket: sending.on.value.and_then(Day::new),
        hvordan: named(sending.channel),
    });
    sent.collect()
}

/// The same, back again.
pub fn to_sendings(sent: Vec<Sendt>) -> BTreeMap<Addressee, Sending> {
    let sendings = sent.into_iter().map(|sendt| {
        let to = match sendt.til {
            Til::Deltaker(id) => Addressee::Participant(ParticipantId(id)),
            Til::Annen(Annen::Sykmelder) => Addressee::Doctor,
            Til::Annen(Annen::Nav) => Addressee::Nav,
        };
        let sending = Sending {
            on: written(&sendt.dag, sendt.dag_tolket.map(Day::date)),
            channel: chosen(sendt.hvordan),
        };
        (to, sending)
    });
    sendings.collect()
}

impl From<&Replaced> for Utgave {
    fn from(replaced: &Replaced) -> Self {
        Self {
            godkjent: Instant(replaced.approved),
            grunn: replaced.reason.clone(),
            plan: (&replaced.plan).into(),
            sendt: sent(&replaced.sendings),
        }
    }
}

impl From<Utgave> for Replaced {
    fn from(utgave: Utgave) -> Self {
        Self {
            approved: utgave.godkjent.0,
            reason: clean_line(&utgave.grunn),
            plan: utgave.plan.into(),
            sendings: to_sendings(utgave.sendt),
        }
    }
}
