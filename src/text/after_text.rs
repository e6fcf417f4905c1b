//! The sentences of the work after the meeting: the oppfølgingsplan, and to whom the documents go.

use crate::meeting::{
    follow_up_plan::{PlanChoice, PlanText, Said},
    participant::Party,
    sending::Channel,
};

/// The oppfølgingsplan, under the names of the form on nav.no.
#[expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]
pub struct FollowUpPlanText {
    pub title: &'static str,
    pub label: fn(PlanText) -> &'static str,
    pub question: fn(PlanChoice) -> &'static str,
    pub said: fn(Said) -> &'static str,
    pub evaluation: &'static str,
}

/// Who gets what.
#[expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]
pub struct SendingText {
    pub title: &'static str,
    pub head: [&'static str; 4],
    pub nothing: &'static str,
    pub doctor: &'static str,
    pub nav: &'static str,
    pub gone: &'static str,
    pub no_day: &'static str,
    pub channel: fn(Channel) -> &'static str,
    pub no_action: fn(Party) -> &'static str,
}
