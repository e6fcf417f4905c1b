//! The command line as clap knows it; also the source of completions and manual page.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, ValueHint, builder::PossibleValuesParser, value_parser};

use crate::text::{PROGRAM, Text};

use super::{check, deadlines, documents, list};

pub(super) const FOLDER: &str = "mappe";
pub(super) const AGENDA: &str = "agenda";
pub(super) const OWN: &str = "egne";
pub(super) const SPEED: &str = "fart";
pub(super) const MEETING: &str = "møte";
pub(super) const NUMBER: &str = "nummer";
pub(super) const SHELL: &str = "skall";
const HELP: &str = "hjelp";
const VERSION: &str = "versjon";

pub(super) const NEW: &str = "nytt";
pub(super) const OPEN: &str = "åpne";
pub(super) const DEMO: &str = "demo";
pub(super) const LIST: &str = "liste";
pub(super) const INVITATION: &str = "innkalling";
pub(super) const CALENDAR: &str = "kalender";
pub(super) const REFERAT: &str = "referat";
pub(super) const PLAN: &str = "plan";
pub(super) const CONFIRMATION: &str = "bekreftelse";
pub(super) const CHECK: &str = "sjekk";
pub(super) const RESTORE: &str = "gjenopprett";
pub(super) const DEADLINES: &str = "frister";
pub(super) const OWN_FILE: &str = "egne";
pub(super) const COMPLETIONS: &str = "fullføring";
pub(super) const MAN: &str = "man";

/// The shells that can complete what is typed.
const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];

/// Everything that can be asked for.
pub(super) fn command_line(text: &Text) -> Command {
    let t = &text.cli;
    in_our_words(Command::new(PROGRAM), text)
        .version(env!("CARGO_PKG_VERSION"))
        .about(t.about)
        .long_about(t.long_about)
        .after_help(t.after_help)
        .override_usage("dialogmote [VALG] [KOMMANDO]")
        .subcommand_value_name("KOMMANDO")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args(options(text))
        .subcommands(of_meetings(text))
        .subcommands(of_documents(text))
        .subcommands(of_checks(text))
        .subcommands(of_program(text))
}

/// The command with help that is put together in our words.
fn in_our_words(command: Command, text: &Text) -> Command {
    let t = &text.cli;
    let usage = t.usage;
    command
        .help_template(format!(
            "{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"
        ))
        .subcommand_help_heading(t.commands)
        .next_help_heading(t.options)
}

/// A subcommand; `takes` is what stands behind its name in the line of its help that says how it is called.
fn subcommand(name: &'static str, takes: &str, about: &'static str, text: &Text) -> Command {
    let usage = format!("{PROGRAM} {name} {takes}").trim_end().to_owned();
    in_our_words(Command::new(name), text)
        .about(about)
        .override_usage(usage)
}

/// A subcommand about one meeting.
fn about_a_meeting(name: &'static str, about: &'static str, text: &Text) -> Command {
    subcommand(name, "[VALG] <MØTE>", about, text).arg(meeting(text))
}

/// The options of the whole program.
fn options(text: &Text) -> [Arg; 5] {
    let t = &text.cli;
    let path = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .help(help)
            .global(true)
            .value_parser(value_parser!(PathBuf))
    };
    [
        path(FOLDER, "MAPPE", t.folder).value_hint(ValueHint::DirPath),
        path(AGENDA, "FIL", t.agenda).value_hint(ValueHint::FilePath),
        path(OWN, "FIL", t.own_option).value_hint(ValueHint::FilePath),
        Arg::new(HELP)
            .short('h')
            .long(HELP)
            .visible_alias("help")
            .help(t.help)
            .global(true)
            .action(ArgAction::Help),
        Arg::new(VERSION)
            .short('V')
            .long(VERSION)
            .visible_alias("version")
            .help(t.version)
            .action(ArgAction::Version),
    ]
}

/// Meetings to be led and looked through.
fn of_meetings(text: &Text) -> [Command; 4] {
    let t = &text.cli;
    let speed = Arg::new(SPEED)
        .long(SPEED)
        .value_name("TALL")
        .help(t.speed)
        .default_value("1")
        .hide_default_value(true)
        .value_parser(value_parser!(u32).range(1..=60));
    [
        subcommand(NEW, "[VALG]", t.new, text),
        about_a_meeting(OPEN, t.open, text).alias("apne"),
        subcommand(DEMO, "[VALG]", t.demo, text).arg(speed),
        subcommand(LIST, "[VALG]", t.list, text)
            .after_help(t.after_json)
            .args(list::arguments(text)),
    ]
}

/// Documents to be written from a meeting.
fn of_documents(text: &Text) -> [Command; 5] {
    let t = &text.cli;
    [
        about_a_meeting(INVITATION, t.invitation, text)
            .after_help(t.after_documents)
            .arg(documents::format(text))
            .args(documents::of_invitation(text)),
        about_a_meeting(CALENDAR, t.calendar, text).after_help(t.after_calendar),
        about_a_meeting(REFERAT, t.referat, text)
            .after_help(t.after_documents)
            .arg(documents::of_referat(text))
            .arg(documents::format(text)),
        about_a_meeting(PLAN, t.plan, text)
            .after_help(t.after_plan)
            .arg(documents::format_of_plan(text)),
        about_a_meeting(CONFIRMATION, t.confirmation, text)
            .after_help(t.after_documents)
            .arg(documents::format(text)),
    ]
    .map(|kind| kind.args(documents::to_file(text)))
}

/// What is looked into, and fetched back.
fn of_checks(text: &Text) -> [Command; 3] {
    let t = &text.cli;
    let number = Arg::new(NUMBER)
        .value_name("NUMMER")
        .help(t.number)
        .help_heading(t.arguments);
    [
        about_a_meeting(CHECK, t.check, text)
            .after_help(t.after_check)
            .args(check::arguments(text)),
        subcommand(RESTORE, "[VALG] <MØTE> [NUMMER]", t.restore, text)
            .after_help(t.after_restore)
            .args([meeting(text), number]),
        subcommand(DEADLINES, "--fra <DATO> [VALG]", t.deadlines, text)
            .after_help(t.after_json)
            .args(deadlines::arguments(text)),
    ]
}

/// What belongs to the program itself: the user's own file, the shell, the manual page.
fn of_program(text: &Text) -> [Command; 3] {
    let t = &text.cli;
    let shell = Arg::new(SHELL)
        .value_name("SKALL")
        .help(t.shell)
        .help_heading(t.arguments)
        .required(true)
        .hide_possible_values(true)
        .value_parser(PossibleValuesParser::new(SHELLS));
    [
        subcommand(OWN_FILE, "[VALG]", t.own, text),
        subcommand(COMPLETIONS, "<SKALL>", t.completions, text)
            .alias("fullforing")
            .arg(shell),
        subcommand(MAN, "", t.man, text),
    ]
}

/// The meeting that a subcommand is about.
fn meeting(text: &Text) -> Arg {
    let t = &text.cli;
    Arg::new(MEETING)
        .value_name("MØTE")
        .help(t.meeting)
        .help_heading(t.arguments)
        .required(true)
        .value_hint(ValueHint::FilePath)
}
