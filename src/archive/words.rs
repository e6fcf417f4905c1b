//! Words for what only files know: in agendas, and in the lists of the privacy guard.

use crate::{
    meeting::{MeasureState, PlanField, Word, word::words},
    privacy::Area,
};

words!(Area {
    Mental = "psykisk",
    Muscle = "muskel og skjelett",
    Nerves = "nerver og hode",
    Cancer = "kreft",
    HeartLungs = "hjerte og lunger",
    Metabolism = "stoffskifte og mage",
    Women = "svangerskap og underliv",
    Infection = "hud, infeksjon og sanser",
    Treatment = "behandling",
    Diagnosis = "diagnose",
    Private = "privatliv",
    Own = "egne ord",
});

/// A field of the oppfølgingsplan for which the note of an item can be raw material: those about the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RawFor(pub PlanField);

impl Word for RawFor {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self(PlanField::Workday), "arbeidsdag"),
        (Self(PlanField::Can), "kan"),
        (Self(PlanField::Cannot), "kan ikke"),
        (Self(PlanField::Tried), "tidligere"),
        (Self(PlanField::Ahead), "fremover"),
        (Self(PlanField::Others), "andre muligheter"),
        (Self(PlanField::FollowUp), "oppfølging"),
    ];
}

/// Which [`MeasureState`] a measure is in, without the text that goes with one of them: in files that text has a key of
/// its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MeasureStatus {
    /// [`MeasureState::InUse`].
    InUse,
    /// [`MeasureState::Private`].
    Private,
    /// [`MeasureState::Gone`].
    Gone,
}

words!(MeasureStatus {
    InUse = "i bruk",
    Private = "privat",
    Gone = "borte",
});

impl From<&MeasureState> for MeasureStatus {
    fn from(state: &MeasureState) -> Self {
        match state {
            MeasureState::InUse => Self::InUse,
            MeasureState::Private => Self::Private,
            MeasureState::Gone(_) => Self::Gone,
        }
    }
}
