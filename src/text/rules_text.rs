//! The sentences about rules: deadlines, holidays, the days of an absence, whether to meet, and who may come.

#![expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]

use chrono::NaiveDate;

use crate::{
    meeting::{Gap, Ground, PeriodFault, PeriodKind, Role, Wish},
    rules::{
        Calling, Case, CopyRule, Counts, Deadline, DeadlineStatus, Holiday, Milestone, Need,
        NextStep, Reason, RuleChange, Whose,
    },
};

/// What is said of rules.
pub struct RulesText {
    pub milestone: fn(Milestone) -> &'static str,
    pub task: fn(Milestone) -> &'static str,
    pub basis: fn(Milestone) -> &'static str,
    pub source: fn(Milestone) -> &'static str,
    pub whose: fn(Whose) -> &'static str,
    pub state: fn(&DeadlineStatus) -> String,
    pub state_short: fn(&DeadlineStatus) -> String,
    pub from_full: fn(&Deadline) -> Option<String>,
    pub holiday: fn(Holiday) -> &'static str,
    pub case: fn(&Case) -> String,
    pub reason: fn(Reason) -> String,
    pub counts: fn(Counts) -> &'static str,
    pub period_kind: fn(PeriodKind) -> &'static str,
    pub unusable: fn(PeriodFault) -> &'static str,
    pub low_degree: &'static str,
    pub need: fn(&Need) -> String,
    pub next_step: fn(NextStep, today: NaiveDate) -> String,
    pub wish: fn(Wish) -> &'static str,
    pub ground: fn(Ground) -> &'static str,
    pub gap: fn(Gap) -> &'static str,
    pub calling: fn(Role, &Calling) -> String,
    pub copy_rule: fn(CopyRule) -> &'static str,
    pub change_was: fn(RuleChange) -> &'static str,
    pub change_now: fn(RuleChange) -> &'static str,
}
