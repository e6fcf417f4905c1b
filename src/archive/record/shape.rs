//! The shape of a meeting file: what stands in it, under which Norwegian keys, in which order.
//!
//! These types are the file's own. They change only together with the number of the format; the core is free to.

use serde::{Deserialize, Serialize};

use super::{
    after::{Beholdt, Plan, Sendt, Utgave},
    preparation::{Forberedelse, Fravar, Sporsmal},
    scalar::{Code, Day, Instant, Named, TimeOfDay},
};
use crate::{
    archive::words::MeasureStatus,
    meeting::{
        Kind,
        agenda::{Standing, Verdict},
        arrangement::Form,
        follow_up_plan::PlanText,
        language::Language,
        need::Wish,
        participant::{Answer, Attendance, Called, Manner, ReferatCopy, Role},
    },
};

/// A whole file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    pub format: u64,
    pub sakskode: Code,
    pub slag: Named<Kind>,
    /// Bokmål where it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub malform: Option<Named<Language>>,
    pub opprettet: Instant,
    pub lagret: Instant,
    pub lagring: u64,
    pub mote: Mote,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fravar: Vec<Fravar>,
    #[serde(default, skip_serializing_if = "Forberedelse::is_empty")]
    pub forberedelse: Forberedelse,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deltaker: Vec<Deltaker>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub oppgave: Vec<Oppgave>,
    #[serde(default, skip_serializing_if = "Mal::is_empty")]
    pub mal: Mal,
    #[serde(default, skip_serializing_if = "Avslutning::is_empty")]
    pub avslutning: Avslutning,
    #[serde(default, skip_serializing_if = "Plan::is_empty")]
    pub plan: Plan,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beholdt: Vec<Beholdt>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub utgave: Vec<Utgave>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sendt: Vec<Sendt>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hendelse: Vec<Hendelse>,
    #[serde(default)]
    pub fase: Vec<Fase>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub virkemiddel: Vec<Virkemiddel>,
    #[serde(default, skip_serializing_if = "Kladd::is_empty")]
    pub kladd: Kladd,
    /// The end mark, last of all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slutt: Option<Slutt>,
}

/// The end of the file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slutt {}

/// Where, when and how.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mote {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub virksomhet: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sted: String,
    pub form: Named<Form>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dato: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dato_tolket: Option<Day>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub klokkeslett: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub klokkeslett_tolket: Option<TimeOfDay>,
}

/// Somebody who takes part.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deltaker {
    pub nr: u32,
    pub rolle: Named<Role>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub navn: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub innkalles: Option<Named<Called>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arbeidstaker_vil: Option<Named<Wish>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arbeidsgiver_vil: Option<Named<Wish>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub oppmote: Option<Named<Attendance>>,
    /// How they take part, where that was said: the form of the meeting tells it of everybody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hvordan: Option<Named<Manner>>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tid: String,
    /// What `tid` was understood as, with its ends in the next two. They are left out together with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tid_fra: Option<TimeOfDay>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tid_til: Option<TimeOfDay>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referat: Option<Named<ReferatCopy>>,
    /// Whether the employee agrees to that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samtykke: Option<Named<Wish>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub svar: Option<Named<Answer>>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub egne_ord: String,
}

/// Who does what by when. At most one of the three last is there.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Oppgave {
    pub nr: u32,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hva: String,
    /// The numbers (`nr`) of participants.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hvem: Vec<u32>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub frist: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frist_senest: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frist_fra: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frist_ukentlig_fra: Option<Day>,
}

/// What the meeting aims at.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mal {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tekst: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trinn: Vec<Trinn>,
}

/// From a date on, so much work.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trinn {
    pub nr: u32,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub arbeid: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arbeid_prosent: Option<u8>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fra: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fra_tolket: Option<Day>,
}

/// The end of the meeting and the work after it.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Avslutning {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub oppfolging: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub oppfolging_tolket: Option<Day>,
    /// Why a party has no action item.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ingen_oppgave_arbeidstaker: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ingen_oppgave_arbeidsgiver: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opplest: Option<Instant>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gjennomgang: Option<Gjennomgang>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub godkjent: Option<Instant>,
}

/// How far the work after the meeting has come, where it has not led to an approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gjennomgang {
    #[serde(rename = "begynt")]
    Begynt,
}

/// Something that happened.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hendelse {
    pub kl: Instant,
    pub hva: Hva,
    /// Which item, where one was taken up: the ids of its phase and its own, "status/arbeidstaker".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub punkt: Option<String>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Hva {
    Punkt,
    Pause,
    Fortsatte,
    Slutt,
}

/// A part of the agenda.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fase {
    pub id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tittel: String,
    pub minutter: u32,
    /// Minutes borrowed (above zero) or lent (below).
    #[serde(default, skip_serializing_if = "is_zero")]
    pub justert: i32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sporsmal: Vec<Sporsmal>,
    #[serde(default)]
    pub punkt: Vec<Punkt>,
}

/// A point of a phase.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Punkt {
    pub id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tittel: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub si: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub husk: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hvem: Vec<Named<Role>>,
    /// The fields of the oppfølgingsplan for which the note is raw material.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plan: Vec<Named<PlanText>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Named<Standing>>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notat: String,
}

/// A measure of the catalogue.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Virkemiddel {
    pub id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub bokstav: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tittel: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub om: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tilstand: Option<Named<MeasureStatus>>,
    /// Only where it is gone: since when, and what serves instead.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub avlost: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vurdering: Option<Named<Verdict>>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub merknad: String,
}

/// The leader's private jotting.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kladd {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tekst: String,
}

impl Mal {
    fn is_empty(&self) -> bool {
        self.tekst.is_empty() && self.trinn.is_empty()
    }
}

impl Avslutning {
    fn is_empty(&self) -> bool {
        let Self {
            oppfolging,
            oppfolging_tolket,
            ingen_oppgave_arbeidstaker,
            ingen_oppgave_arbeidsgiver,
            opplest,
            gjennomgang,
            godkjent,
        } = self;
        oppfolging.is_empty()
            && oppfolging_tolket.is_none()
            && ingen_oppgave_arbeidstaker.is_empty()
            && ingen_oppgave_arbeidsgiver.is_empty()
            && opplest.is_none()
            && gjennomgang.is_none()
            && godkjent.is_none()
    }
}

impl Kladd {
    fn is_empty(&self) -> bool {
        self.tekst.is_empty()
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands out references"
)]
fn is_zero(minutes: &i32) -> bool {
    *minutes == 0
}
