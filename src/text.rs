//! Every sentence a user sees, in one catalogue per language.
//!
//! A language of the program is one value of [`Text`], and a målform of the documents one of [`DocumentText`]: a missing
//! sentence is a compile error. Sentences with something in them are functions.

pub mod after_text;
pub mod cli_text;
pub mod clock_time;
pub mod command_text;
pub mod date;
pub mod document_text;
pub mod due;
pub mod line_fault;
pub mod nb;
mod nn;
pub mod preparation_text;
pub mod privacy_text;
pub mod problem;
pub mod reading;
pub mod rules_text;
pub mod saving_text;

pub use self::{
    command_text::CommandText,
    document_text::DocumentText,
    line_fault::{LineFault, LineFaultKind, SyntaxFault, Wanted},
    nb::NB,
    problem::{Cause, Contradiction, Fault, LockHolder, Problem},
    saving_text::SavingText,
};

use chrono::TimeDelta;

use crate::meeting::{
    Asking, Attendance, Choice, Contents, DocumentKind, Event, ItemStatus, Language, OpenPoint,
    Refusal, Signal, Stage, Word, Zone, document_kind,
};
use crate::rules::PlanFault;

/// What the program calls itself, to users and to other programs.
pub const PROGRAM: &str = "dialogmote";

/// Everything the program can say, in one language.
#[expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]
pub struct Text {
    pub document: &'static DocumentText,
    pub due_error: fn(&due::DueError) -> String,
    pub time_error: fn(&clock_time::TimeError) -> String,
    pub problem: fn(&problem::Problem) -> String,
    pub why_unsaved: fn(&problem::Problem) -> String,
    pub line_fault: fn(&line_fault::LineFault) -> String,
    pub meeting_name: &'static str,
    pub practice_badge: &'static str,
    pub case: fn(code: &str) -> String,
    pub language: fn(Language) -> &'static str,
    pub attendance: fn(Attendance) -> &'static str,
    pub item_status: fn(ItemStatus) -> &'static str,
    pub stage: fn(Stage) -> &'static str,
    pub refusal: fn(Refusal, Zone) -> String,
    pub open_point: fn(OpenPoint, &Contents) -> String,
    pub undone: fn(&Event, now: &Contents, Zone) -> String,
    pub redone: fn(&Event, now: &Contents, Zone) -> String,
    pub clock: ClockText,
    pub start: StartText,
    pub command: command_text::CommandText,
    pub sheet: SheetText,
    pub preparation: preparation_text::PreparationText,
    pub conversation: ConversationText,
    pub overlay: OverlayText,
    pub saving: saving_text::SavingText,
    pub notice: NoticeText,
    pub rules: rules_text::RulesText,
    pub privacy: privacy_text::PrivacyText,
    pub review: after_text::ReviewText,
    pub plan: after_text::FollowUpPlanText,
    pub sending: after_text::SendingText,
    pub key: command_text::KeyText,
    pub cli: cli_text::CliText,
}

impl DocumentText {
    /// What documents say in this målform.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::Bokmal => &nb::documents::BOKMAL,
            Language::Nynorsk => &nn::NYNORSK,
        }
    }
}

impl Text {
    /// What a choice is called where it can be made.
    pub fn choice(&self, choice: Choice) -> &'static str {
        match choice {
            Choice::Language(language) => (self.language)(language),
            Choice::MeetingMode(mode) => (self.document.mode)(mode),
            Choice::PeriodKind(kind) => (self.rules.period_kind)(kind),
            Choice::Wish(wish) => (self.rules.wish)(wish),
            Choice::Ground(ground) => (self.rules.ground)(ground),
            Choice::TakeFirst(answer) => (self.preparation.take_first)(answer),
            Choice::Role(role) => (self.document.role)(role),
            Choice::Called(called) => (self.preparation.called)(called),
            Choice::Attendance(attendance) => (self.attendance)(attendance),
            Choice::Manner(manner) => (self.document.manner)(manner),
            Choice::ReferatCopy(copy) => (self.document.copy)(copy),
            Choice::Answer(answer) => (self.document.answer)(answer),
            Choice::Said(said) => (self.document.plan.said)(said),
            Choice::Channel(channel) => (self.document.sending.channel)(channel),
            Choice::ItemStatus(status) => (self.item_status)(status),
            Choice::Verdict(verdict) => (self.document.verdict)(verdict),
            Choice::Asking(asking) => asking.word(),
        }
    }

    /// What keeps the plan from an HR system.
    pub fn unfinished(&self, faults: &[PlanFault]) -> String {
        let faults: Vec<_> = faults
            .iter()
            .map(|fault| (self.plan.fault)(*fault))
            .collect();
        (self.plan.unfinished)(&faults.join(", "))
    }
}

/// "A", "A og B", "A, B og C".
pub fn listed<T: AsRef<str>>(names: &[T], and: &str) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// The words with a capital at their beginning.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// The clocks.
#[expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]
pub struct ClockText {
    pub signal: fn(Signal) -> String,
    pub ends: fn(planned: &str) -> String,
    pub expected: fn(expected: &str, behind_minutes: i64) -> String,
    pub expected_short: fn(expected: &str, behind_minutes: i64) -> String,
    pub ended: fn(at: &str) -> String,
    pub since: fn(at: &str) -> String,
    pub on_day: fn(day: &str, at: &str) -> String,
    pub minutes_left: fn(i64) -> &'static str,
    pub minutes_over: fn(i64) -> &'static str,
    pub left_short: &'static str,
    pub over_short: &'static str,
    pub time_is_up: &'static str,
    pub of_phase: fn(&str) -> String,
    pub next_phase: fn(title: &str, at: &str) -> String,
    pub last_phase: &'static str,
    pub left: fn(&str) -> String,
    pub over: fn(&str) -> String,
    pub total: fn(spent: &str, budget: u32) -> String,
    pub total_short: fn(spent: &str) -> String,
    pub planned_for: fn(when: &str, days_ahead: i64) -> String,
    pub person_until: fn(role: &str, at: &str) -> String,
    pub person_leaves: fn(role: &str, minutes: i64) -> String,
    pub person_leaves_open: fn(role: &str, minutes: i64, items: usize) -> String,
    pub person_gone: fn(role: &str, at: &str) -> String,
    pub duration: fn(TimeDelta) -> String,
}

/// The start screen and the list of meetings.
#[expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]
pub struct StartText {
    pub subtitle: &'static str,
    pub new: &'static str,
    pub practise: &'static str,
    pub open: &'static str,
    pub private: &'static str,
    pub keys: &'static str,
    pub no_meetings: &'static str,
    pub choose: &'static str,
    pub listed: fn(code: &str, date: &str, stage: &str) -> String,
    pub practice: &'static str,
    pub unreadable: fn(file: &str) -> String,
}

/// Labels and remarks of the sheets: preparation, action items, measures, goal and agreement, read-back, review.
#[expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]
pub struct SheetText {
    pub more: &'static str,
    pub preparation_title: &'static str,
    pub actions_title: &'static str,
    pub measures_title: &'static str,
    pub outcome_title: &'static str,
    pub read_back_title: &'static str,
    pub review_title: &'static str,
    pub language: &'static str,
    pub language_help: &'static str,
    pub date: &'static str,
    pub time: &'static str,
    pub name: &'static str,
    pub manner_unsaid: &'static str,
    pub presence: &'static str,
    pub span_help: &'static str,
    pub copy: &'static str,
    pub plan: &'static str,
    pub plan_sum: fn(minutes: u32) -> String,
    pub minutes_wrong: &'static str,
    pub what: &'static str,
    pub owners: &'static str,
    pub nobody: &'static str,
    pub owners_help: &'static str,
    pub due: &'static str,
    pub due_help: &'static str,
    pub date_help: &'static str,
    pub no_actions: &'static str,
    pub goal: &'static str,
    pub goal_text: &'static str,
    pub step_work: &'static str,
    pub step_from: &'static str,
    pub step_shown: fn(work: u8, sick_leave: u8) -> String,
    pub percent_wrong: &'static str,
    pub agreement: &'static str,
    pub words: &'static str,
    pub follow_up: &'static str,
    pub follow_up_label: &'static str,
    pub understood: fn(&str) -> String,
    pub measures_old: &'static str,
    pub measures_new: &'static str,
    pub measure_gone: fn(&str) -> String,
    pub measure_private: &'static str,
    pub remark: &'static str,
    pub read_back_intro: &'static str,
    pub read_back_done: fn(at: &str) -> String,
    pub read_back_not_done: &'static str,
    pub choose_with: &'static str,
}

/// The screen of the running meeting.
#[expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]
pub struct ConversationText {
    pub say: fn(&str) -> String,
    pub note: fn(phase: &str, item: &str) -> String,
    pub kladd: &'static str,
    pub kladd_open: &'static str,
    pub kladd_hidden: fn(lines: usize) -> String,
    pub kladd_empty: &'static str,
    pub agreed: &'static str,
    pub agreed_count: fn(usize) -> String,
    pub no_due: &'static str,
    pub questions: &'static str,
    pub plan_points: &'static str,
    pub questions_title: &'static str,
    pub question_line: fn(Asking, &str) -> String,
    pub nobody_present: &'static str,
    pub practice_says: fn(who: &str, says: &str) -> String,
    pub small_window: &'static str,
}

/// Menus, questions, help, cover.
#[expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]
pub struct OverlayText {
    pub other_day_question: fn(planned: &str) -> String,
    pub take_up_question: &'static str,
    pub time_wrong: &'static str,
    pub menu_title: &'static str,
    pub search: &'static str,
    pub nothing_found: &'static str,
    pub help_title: &'static str,
    pub help_typing: &'static str,
    pub help_close: &'static str,
    pub items_title: &'static str,
    pub time_title: &'static str,
    pub borrow: fn(minutes: u32, from: &str) -> String,
    pub extend: fn(minutes: u32) -> String,
    pub let_it_be: &'static str,
    pub borrow_closing: fn(minutes: u32, phase: &str) -> String,
    pub end_question: &'static str,
    pub approve_question: fn(open: usize) -> String,
    pub ask_revise: &'static str,
    pub revise_help: &'static str,
    pub leave_unsaved: fn(why: &str) -> String,
    pub overwrite_question: fn(file: &str) -> String,
    pub yes: &'static str,
    pub no: &'static str,
    pub ask_start: &'static str,
    pub ask_end: &'static str,
    pub ask_file: fn(DocumentKind) -> &'static str,
    pub file_ending: fn(DocumentKind) -> &'static str,
    pub of_version: fn(usize) -> String,
    pub number_in_name: &'static str,
    pub json_wrong: &'static str,
    pub apply_data: &'static str,
    pub phrases_title: &'static str,
    pub ask_case_code: &'static str,
    pub case_code_wrong: &'static str,
    pub file_wrong: &'static str,
    pub ending_wrong: &'static str,
    pub apply: &'static str,
    pub apply_form: &'static str,
    pub cover_key: &'static str,
    pub too_small: &'static str,
    pub no_terminal: &'static str,
    pub crashed: fn(place: &str) -> String,
    pub lost: fn(why: &str) -> String,
}

/// One line at the foot of the screen.
#[expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]
pub struct NoticeText {
    pub not_written_here: &'static str,
    pub undone_text: fn(place: &str) -> String,
    pub redone_text: fn(place: &str) -> String,
    pub nothing_to_redo: &'static str,
    pub set_aside: &'static str,
    pub back_to_open: &'static str,
    pub paste_too_large: &'static str,
    pub thanks: &'static str,
    pub note_full: &'static str,
    pub only_beginning: &'static str,
    pub away: fn(&str) -> String,
    pub away_paused: fn(&str) -> String,
    pub slept: fn(&str) -> String,
    pub left_out: fn(&str) -> String,
    pub wall_clock: fn(ahead: TimeDelta) -> String,
    pub removed_action: &'static str,
    pub removed_participant: &'static str,
    pub removed_step: &'static str,
    pub removed_period: &'static str,
    pub removed_question: &'static str,
    pub nothing_to_undo: &'static str,
    pub copied: &'static str,
    pub begun: fn(at: &str) -> String,
    pub paused: &'static str,
    pub resumed: &'static str,
    pub ended: &'static str,
    pub approved: &'static str,
    pub revised: &'static str,
    pub borrowed: fn(minutes: u32, from: &str) -> String,
    pub extended: fn(minutes: u32, end: &str) -> String,
    pub start_corrected: fn(at: &str) -> String,
    pub end_corrected: fn(at: &str) -> String,
    pub read_back: &'static str,
    pub written: fn(DocumentKind, document_kind::Format, file: &str) -> String,
    pub not_made: &'static str,
    pub no_calendar: &'static str,
    pub no_doctor: &'static str,
    pub not_over: &'static str,
    pub speed: fn(u32) -> String,
    pub unknown_key: &'static str,
    pub from_recovery: &'static str,
    pub seconds_on: &'static str,
    pub seconds_off: &'static str,
    pub practice_opened: &'static str,
}
