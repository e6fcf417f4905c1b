//! The sentences of what goes out before the meeting, and the words beside the text of every paper.

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
    pub not_asked: fn(name: &str) -> String,
    pub called_line: fn(name: &str, span: &str) -> String,
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
