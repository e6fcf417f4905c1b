//! The sentences of the work after the meeting: the oppfølgingsplan, and to whom the documents go.

use crate::meeting::{
    follow_up_plan::{PlanChoice, PlanText, Said},
    paper::Paper,
    participant::{Party, Role},
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
    pub receivers: &'static str,
    pub by: fn(day: &str, days_left: i64) -> String,
    pub approve_first: &'static str,
    pub gets: fn(name: &str, papers: &str) -> String,
    pub paper: fn(Paper) -> &'static str,
    pub with_role: fn(name: &str, role: Role) -> String,
    pub doctor: &'static str,
    pub nav: &'static str,
    pub gone: &'static str,
    pub no_consent: fn(name: &str) -> String,
    pub sent: &'static str,
    pub how: &'static str,
    pub documents: &'static str,
    pub documents_help: &'static str,
    pub trail: &'static str,
    pub trail_head: [&'static str; 5],
    pub no_trail: &'static str,
    pub no_day: &'static str,
    pub channel: fn(Channel) -> &'static str,
    pub no_action: fn(Party) -> &'static str,
}
