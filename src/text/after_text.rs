//! The sentences of the work after the meeting: the oppfølgingsplan, and to whom the documents go.

#![expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]

use crate::{
    meeting::PlanField,
    privacy::{HeldBack, NumberFault},
    rules::PlanFault,
};

/// The review.
pub struct ReviewText {
    pub title: &'static str,
    pub left: fn(usize) -> String,
    pub whole: &'static str,
    pub approved: fn(at: &str, version: usize) -> String,
    pub not_ended: &'static str,
    pub accepted: &'static str,
    pub done: &'static str,
    pub point: fn(words: &str) -> String,
    pub strong: fn(words: &str, kind: &str) -> String,
    pub hint: fn(words: &str, kind: &str) -> String,
    pub stays_for: fn(words: &str, reason: &str) -> String,
    pub enter_deals: &'static str,
    pub enter_puts_in: &'static str,
    pub item_status: &'static str,
    pub note: &'static str,
    pub due: &'static str,
    pub absent_from: fn(day: Option<&str>) -> String,
    pub came: fn(names: &str) -> String,
    pub say_why: fn(&str) -> String,
    pub ask_accept: &'static str,
    pub accept_wrong: &'static str,
    pub seen: &'static str,
    pub struck: &'static str,
    pub moved: &'static str,
    pub stays: &'static str,
    pub stays_no_longer: &'static str,
    pub held_back: fn(HeldBack) -> String,
    pub unfit_reason: fn(words: &str) -> String,
    pub no_guard_yet: &'static str,
    pub nothing_found: &'static str,
    pub no_numbers: &'static str,
    pub read_back: fn(at: &str) -> String,
    pub kladd_stays: &'static str,
    pub time: &'static str,
    pub time_note: &'static str,
    pub planned: &'static str,
    pub spent: &'static str,
    pub in_all: &'static str,
}

/// The sheet of the oppfølgingsplan; its fields have the names they have on document.
pub struct FollowUpPlanText {
    pub title: &'static str,
    pub help: fn(PlanField) -> Option<&'static str>,
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
pub struct SendingText {
    pub title: &'static str,
    pub receivers: &'static str,
    pub by: fn(day: &str, days_left: i64) -> String,
    pub all_sent: &'static str,
    pub early: &'static str,
    pub approve_first: &'static str,
    pub gets: fn(name: &str, documents: &str) -> String,
    pub no_consent: fn(name: &str) -> String,
    pub sent: &'static str,
    pub how: &'static str,
    pub documents: &'static str,
    pub documents_help: &'static str,
}
