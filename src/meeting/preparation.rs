//! What is settled and made ready before the meeting, besides when and where it is held and who takes part.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    absence::Period,
    choice::{Check, TakeFirst},
    field::record,
    need::{ExemptionDraft, Wishes},
    parsed::Parsed,
    value::Past,
};

record! {
    /// The work before the meeting.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    Preparation [PreparationField] {
        /// The absence, as it was entered.
        periods: Vec<Period>,
        /// Who wants the meeting, where the law leaves that to them.
        wanted: Wishes,
        /// Why it is clearly unnecessary, where somebody has found that.
        exemption: ExemptionDraft,
        /// The oppfølgingsplan as it stands before the meeting.
        plan: Plan,
    } with {
        /// What came of the last day on which it was to be held, where it was not led with this program.
        Past past: Option<Past> = "planlagt" inside,
        /// Why the meeting is held later than the law asks, where it is.
        LateReason late_reason: String = "etter_fristen_fordi" printed,
        /// When the invitation went out.
        Invited invited: Parsed<NaiveDate> = "innkalt" inside done,
        /// To which day it called: the one that stood when `invited` was written. Taken down by the program, so that it is
        /// noticed when the meeting is moved.
        InvitedTo invited_to: Option<NaiveDate> = "innkalt_til" inside,
        /// What has been made ready.
        Ready ready: BTreeSet<Check> = "klart" inside,
        /// Whether the items of somebody who leaves early come first.
        TakeFirst take_first: TakeFirst = "ta_forst" inside,
    }
}

record! {
    /// The oppfølgingsplan (aml. § 4-6 third paragraph) as far as the meeting builds on it.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    Plan [EarlierPlanField] {} with {
        /// When it was made.
        Made made: Parsed<NaiveDate> = "plan_laget" inside done,
        /// When the sykmelder got it.
        Sent sent: Parsed<NaiveDate> = "plan_sendt" inside done,
        /// For when Nav has called a meeting, if it has; Nav is to have the plan a week before.
        NavMeeting nav_meeting: Parsed<NaiveDate> = "nav_mote" inside ahead,
        /// When Nav got it.
        ToNav to_nav: Parsed<NaiveDate> = "plan_til_nav" inside done,
        /// What stands in it, as a starting point for the meeting.
        Points points: String = "plan_punkter" printed lines,
    }
}
