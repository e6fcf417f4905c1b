//! The sentences of the papers, and the words beside the text of every one of them.

use crate::meeting::arrangement::Form;

/// What stands on the pages of a paper beside its text.
#[expect(
    missing_docs,
    reason = "each word is best read where it stands, in the catalogue"
)]
pub struct PageText {
    pub language: &'static str,
    pub number: [&'static str; 2],
}

/// The referat, in both its editions, and what other papers say in the same words.
#[expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]
pub struct ReferatText {
    pub title: &'static str,
    pub archive_title: &'static str,
    pub practice: &'static str,
    pub version: fn(number: usize, state: &str) -> String,
    pub replaces: fn(number: usize, approved: &str, reason: &str) -> String,
    pub versions: &'static str,
    pub versions_head: [&'static str; 3],
    pub valid_now: &'static str,
    pub case: &'static str,
    pub state: &'static str,
    pub employee: &'static str,
    pub leader: &'static str,
    pub held: &'static str,
    pub when: fn(date: &str, from: &str, to: &str, minutes: i64) -> String,
    pub when_two_days: fn(from: &str, to: &str) -> String,
    pub planned_for: fn(&str) -> String,
    pub not_held: &'static str,
    pub about_privacy: &'static str,
    pub conclusion: &'static str,
    pub nothing_noted: &'static str,
    pub goal: &'static str,
    pub steps_head: [&'static str; 3],
    pub unclear: fn(&str) -> String,
    pub actions: &'static str,
    pub actions_head: [&'static str; 4],
    pub no_actions: &'static str,
    pub no_due: &'static str,
    pub no_owner: &'static str,
    pub participants: &'static str,
    pub participants_head: [&'static str; 5],
    pub both: &'static str,
    pub not_called: &'static str,
    pub absence: &'static str,
    pub absence_from: fn(day: &str) -> String,
    pub absence_graded: fn(day: &str, percent: u8) -> String,
    pub deadline: &'static str,
    pub in_time: fn(day: &str) -> String,
    pub late: fn(day: &str, days: u32) -> String,
    pub wanted_by: fn(who: &str) -> String,
    pub plan: &'static str,
    pub plan_made: fn(day: &str) -> String,
    pub plan_sent: fn(day: &str) -> String,
    pub plan_sent_at_once: &'static str,
    pub questions_asked: &'static str,
    pub attended: &'static str,
    pub absent: &'static str,
    pub from: fn(&str) -> String,
    pub to: fn(&str) -> String,
    pub not_relevant: &'static str,
    pub not_reached: &'static str,
    pub measures: &'static str,
    pub measures_used: &'static str,
    pub measures_head: [&'static str; 3],
    pub agreement: &'static str,
    pub answer_line: fn(who: &str, answer: &str) -> String,
    pub read_back_at: fn(&str) -> String,
    pub read_back_later: fn(day: &str, at: &str) -> String,
    pub next: &'static str,
    pub next_on: fn(&str) -> String,
    pub next_missing: &'static str,
    pub copies: &'static str,
    pub copies_to: fn(&str) -> String,
    pub copy_waits: &'static str,
    pub copies_nobody: &'static str,
    pub late_because: fn(why: &str) -> String,
    pub and: &'static str,
    pub send_by: fn(&str) -> String,
    pub not_to_nav: &'static str,
    pub plan_to_nav: &'static str,
    pub plan_to_nav_when: &'static str,
    pub approved: fn(&str) -> String,
    pub not_approved: &'static str,
}

/// The updated oppfølgingsplan, around the fields of the form.
#[expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]
pub struct PlanPaperText {
    pub title: &'static str,
    pub state: &'static str,
    pub meeting: &'static str,
    pub about_privacy: &'static str,
    pub since: fn(version: usize, approved: &str) -> String,
    pub same: &'static str,
    pub since_head: [&'static str; 2],
    pub new: &'static str,
    pub changed: &'static str,
    pub gone: &'static str,
    pub was: fn(now: &str, before: &str) -> String,
    pub no_day: &'static str,
    pub before: &'static str,
    pub tasks: &'static str,
    pub adaptation: &'static str,
    pub agreed_too: &'static str,
    pub nav_help: &'static str,
    pub contact: &'static str,
    pub contact_name: &'static str,
    pub receivers: &'static str,
    pub empty: &'static str,
}

/// The confirmation that a sykmelder took part.
#[expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]
pub struct ConfirmationText {
    pub title: &'static str,
    pub intro: &'static str,
    pub who: &'static str,
    pub day: &'static str,
    pub time: &'static str,
    pub from_to: fn(from: &str, to: &str, minutes: i64) -> String,
    pub how: &'static str,
    pub to_fill_in: &'static str,
    pub wished: &'static str,
    pub participants: &'static str,
    pub signed_by: fn(leader: &str) -> String,
    pub signature: &'static str,
    pub no_doctor: &'static str,
    pub not_over: &'static str,
}

/// The invitation.
#[expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]
pub struct InvitationText {
    pub title: &'static str,
    pub intro: &'static str,
    pub when: &'static str,
    pub from_to: fn(from: &str, to: &str, minutes: u32) -> String,
    pub no_time: fn(minutes: u32) -> String,
    pub no_date: &'static str,
    pub no_place: fn(Form) -> &'static str,
    pub no_leader: &'static str,
    pub no_name: &'static str,
    pub form: &'static str,
    pub called: &'static str,
    pub not_asked: &'static str,
    pub called_line: fn(name: &str, apart: &str) -> String,
    pub purpose_title: &'static str,
    pub purpose: &'static str,
    pub phases: &'static str,
    pub phases_head: [&'static str; 3],
    pub before: &'static str,
    pub to_do: [&'static str; 3],
    pub others_title: &'static str,
    pub others: &'static str,
    pub tell: fn(leader: &str) -> String,
    pub privacy_title: &'static str,
    pub privacy: &'static str,
    pub regards: &'static str,
}

/// The page of questions that the employee gets beforehand.
#[expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]
pub struct QuestionsText {
    pub title: &'static str,
    pub hello: fn(name: Option<&str>) -> String,
    pub intro: fn(when: &str) -> String,
    pub at: fn(date: &str, time: &str) -> String,
    pub free: &'static str,
    pub questions: &'static str,
    pub own_title: &'static str,
    pub own: &'static str,
    pub room: [&'static str; 3],
    pub others: &'static str,
}

/// What stands in the calendar: for everybody who sees it, so that nothing in it tells what it is about.
#[expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]
pub struct EntryText {
    pub product: &'static str,
    pub meeting: &'static str,
    pub reminder: &'static str,
    pub plan_due: &'static str,
    pub meeting_due: &'static str,
    pub plan_to_nav: &'static str,
    pub eight_weeks: &'static str,
    pub half_year: &'static str,
    pub review: &'static str,
    pub last_day: fn(day: &str) -> String,
    pub title: fn(what: &str, code: &str) -> String,
    pub practice: fn(title: &str) -> String,
    pub nothing: &'static str,
    /// What tells an onlooker what a meeting is about, in small letters: words of three letters, beginnings of others.
    pub telling: &'static [&'static str],
}
