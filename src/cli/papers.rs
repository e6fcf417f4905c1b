//! What is written from a meeting without opening it: referat, invitation, questions, calendar.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, ValueHint, value_parser};

use crate::{
    archive::written,
    document::{self, Form},
    meeting::{clean::clean, paper::Paper},
    runtime::clock,
    text::Text,
};

use super::{Stop, folder, print, read};

const OUTPUT: &str = "ut";
const OVERWRITE: &str = "overskriv";
const PLAIN: &str = "tekst";
const QUESTIONS: &str = "sporsmal";

/// To which file, if not to the screen, and whether over another's.
pub fn to_file(text: &Text) -> [Arg; 2] {
    let t = &text.cli;
    [
        Arg::new(OUTPUT)
            .short('o')
            .long(OUTPUT)
            .value_name("FIL")
            .help(t.output)
            .value_hint(ValueHint::FilePath)
            .value_parser(value_parser!(PathBuf)),
        Arg::new(OVERWRITE)
            .long(OVERWRITE)
            .help(t.overwrite)
            .requires(OUTPUT)
            .action(ArgAction::SetTrue),
    ]
}

/// What else the invitation takes.
pub fn of_invitation(text: &Text) -> [Arg; 2] {
    let t = &text.cli;
    let flag = |name: &'static str, help: &'static str| {
        let flag = Arg::new(name).long(name).help(help);
        flag.action(ArgAction::SetTrue)
    };
    [
        flag(PLAIN, t.plain),
        flag(QUESTIONS, t.questions).alias("spørsmål"),
    ]
}

/// The invitation, or the questions that go with it.
pub fn invitation(matches: &ArgMatches, text: &Text) -> Result<u8, Stop> {
    let paper = if matches.get_flag(QUESTIONS) {
        Paper::Questions
    } else {
        Paper::Invitation
    };
    let form = if matches.get_flag(PLAIN) {
        Form::Plain
    } else {
        Form::Markdown
    };
    hand_out(matches, paper, form, text)
}

/// Reads the meeting, and writes the paper to the screen or to a file.
pub fn hand_out(matches: &ArgMatches, paper: Paper, form: Form, text: &Text) -> Result<u8, Stop> {
    let meeting = read(matches, text)?;
    let (zone, now) = (clock::zone(), clock::wall());
    let content = document::written(paper, form, &meeting, zone, text, now);
    let content = content.ok_or_else(|| Stop::failed(text.entry.nothing))?;
    let Some(output) = matches.get_one::<PathBuf>(OUTPUT) else {
        return print(&content, text);
    };
    let existing = if matches.get_flag(OVERWRITE) {
        written::Existing::Replace
    } else {
        written::Existing::OnlyOwn
    };
    let shown = output.display().to_string();
    match written::write(output, &content, &folder(matches, text)?, existing) {
        Ok(()) => {
            let words = clean(&(text.notice.written)(paper, &shown));
            print(&format!("{words}\n"), text)
        }
        Err(written::Unwritten::InTheWay) => Err(Stop::failed((text.cli.in_the_way)(&shown))),
        Err(written::Unwritten::Problem(problem)) => Err(Stop::failed((text.problem)(&problem))),
    }
}
