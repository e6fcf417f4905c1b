//! What is said of saving.

#![expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]

/// How the meeting on the screen and the one on disk stand to each other.
pub struct SavingText {
    pub saved: fn(at: &str) -> String,
    pub local: &'static str,
    pub not_saved: fn(since: &str, more: &str) -> String,
    pub other_folder: fn(why: &str) -> String,
    pub not_saved_yet: &'static str,
    pub ask_folder: &'static str,
    pub folder_wrong: &'static str,
    pub refuge_taken: fn(file: &str) -> String,
    pub saved_in_refuge: fn(at: &str, file: &str, since: &str) -> String,
    pub refuge_left: fn(folder: &str) -> String,
    pub changed_outside: &'static str,
    pub choose_version: &'static str,
    pub keep_mine: fn(file: &str) -> String,
    pub take_other: &'static str,
    pub elsewhere_question: fn(file: &str, at: &str) -> String,
    pub left_in_refuge: fn(file: &str) -> String,
    pub read_question: fn(why: &str) -> String,
    pub restore_question: fn(why: &str, at: &str) -> String,
    pub restored: fn(at: &str) -> String,
    pub busy: &'static str,
    pub leaving: &'static str,
    pub unable: &'static str,
    pub read_only: &'static str,
    pub read_only_since: fn(at: &str) -> String,
}
