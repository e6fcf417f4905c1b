//! The sentences of the work after the meeting: the oppfølgingsplan, and to whom the documents go.

use crate::{
    meeting::{
        follow_up_plan::{PlanChoice, PlanText, Said},
        participant::Party,
        sending::Channel,
    },
    privacy::identity::NumberFault,
    rules::plan::PlanFault,
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
    pub help: fn(PlanText) -> Option<&'static str>,
    pub choice_help: fn(PlanChoice) -> &'static str,
    pub evaluation_help: fn(day: &str) -> String,
    pub form_part: &'static str,
    pub receivers_part: &'static str,
    pub contact_part: &'static str,
    pub changes_part: &'static str,
    pub contact_name: &'static str,
    pub contact_phone: &'static str,
    pub contact_email: &'static str,
    pub fault: fn(PlanFault) -> String,
    pub left: fn(&str) -> String,
    pub whole: &'static str,
    pub blank: &'static str,
    pub wrong: &'static str,
    pub length: fn(characters: usize, surplus: usize) -> String,
    pub faults_title: &'static str,
    pub filled: fn(fields: usize) -> String,
    pub nothing_to_fill: &'static str,
    pub works: fn(work: u8, from: &str) -> String,
    pub task: fn(what: &str, who: &str, due: &str) -> String,
    pub measure: fn(title: &str, remark: Option<&str>) -> String,
    pub paste_title: &'static str,
    pub copied: fn(characters: usize) -> String,
    pub number: &'static str,
    pub number_help: &'static str,
    pub number_fault: fn(NumberFault) -> &'static str,
    pub number_typed: &'static str,
    pub number_overwrite: fn(file: &str) -> String,
    pub unfinished: fn(faults: &str) -> String,
}

/// Who gets what.
#[expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]
pub struct SendingText {
    pub channel: fn(Channel) -> &'static str,
    pub no_action: fn(Party) -> &'static str,
}
