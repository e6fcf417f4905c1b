//! What is written from a meeting without opening it: every document in every format.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
};

use clap::{Arg, ArgAction, ArgMatches, ValueHint, builder::PossibleValuesParser, value_parser};

use crate::{
    archive::written,
    document::{self, plan_data},
    meeting::{DocumentKind, Format, Meeting, clean::clean},
    privacy::{IdentityNumber, release::held_back},
    rules::{PlanFault, plan::faults},
    runtime::{clock, number},
    text::Text,
};

use super::{Stop, folder, json::JSON, print, print_bytes, read, watch};

const OUTPUT: &str = "ut";
const OVERWRITE: &str = "overskriv";
const FORMAT: &str = "format";
const PLAIN: &str = "tekst";
const QUESTIONS: &str = "sporsmal";
const ARCHIVE: &str = "arkiv";

/// To which file, if not to the screen, and whether over another's.
pub(super) fn to_file(text: &Text) -> [Arg; 2] {
    let t = &text.cli;
    [
        Arg::new(OUTPUT)
            .short('o')
            .long(OUTPUT)
            .value_name("FIL")
            .help(t.output)
            .value_hint(ValueHint::FilePath)
            .value_parser(value_parser!(PathBuf)),
        flag(OVERWRITE, t.overwrite).requires(OUTPUT),
    ]
}

/// In which format.
pub(super) fn format(text: &Text) -> Arg {
    format_among(Format::ALL.map(Format::ending), text.cli.format)
}

/// In which format the plan is written, which an HR system takes as data.
pub(super) fn format_of_plan(text: &Text) -> Arg {
    let formats = Format::ALL.into_iter().map(Format::ending);
    format_among(formats.chain([JSON]), text.cli.format_of_plan)
}

fn format_among(names: impl IntoIterator<Item = &'static str>, help: &'static str) -> Arg {
    Arg::new(FORMAT)
        .long(FORMAT)
        .value_name("FORMAT")
        .help(help)
        .hide_possible_values(true)
        .value_parser(PossibleValuesParser::new(names))
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    let flag = Arg::new(name).long(name).help(help);
    flag.action(ArgAction::SetTrue)
}

/// What else the referat takes.
pub(super) fn of_referat(text: &Text) -> Arg {
    flag(ARCHIVE, text.cli.archive)
}

/// What else the invitation takes.
pub(super) fn of_invitation(text: &Text) -> [Arg; 2] {
    let t = &text.cli;
    [
        flag(PLAIN, t.plain).conflicts_with(FORMAT),
        flag(QUESTIONS, t.questions).alias("spørsmål"),
    ]
}

/// The referat for those who took part, or that for the archive.
pub(super) fn referat(matches: &ArgMatches, text: &Text) -> Result<u8, Stop> {
    let kind = if matches.get_flag(ARCHIVE) {
        DocumentKind::Archive
    } else {
        DocumentKind::Referat
    };
    in_format(matches, kind, text)
}

/// The invitation, or the questions that go with it.
pub(super) fn invitation(matches: &ArgMatches, text: &Text) -> Result<u8, Stop> {
    let kind = if matches.get_flag(QUESTIONS) {
        DocumentKind::Questions
    } else {
        DocumentKind::Invitation
    };
    if matches.get_flag(PLAIN) {
        return hand_out(matches, kind, Format::Plain, text);
    }
    in_format(matches, kind, text)
}

/// The meeting and its deadlines for a calendar.
pub(super) fn calendar(matches: &ArgMatches, text: &Text) -> Result<u8, Stop> {
    hand_out(matches, DocumentKind::Calendar, Format::Plain, text)
}

/// The updated oppfølgingsplan: a document, or data for an HR system.
pub(super) fn plan(matches: &ArgMatches, text: &Text) -> Result<u8, Stop> {
    let named = matches.get_one::<String>(FORMAT);
    let output = matches.get_one::<PathBuf>(OUTPUT);
    let ending = output.and_then(|output| output.extension());
    let is_data = named.map_or_else(
        || ending.is_some_and(|ending| ending.eq_ignore_ascii_case(JSON)),
        |named| named == JSON,
    );
    if !is_data {
        return in_format(matches, DocumentKind::Plan, text);
    }
    // The number has no business on a screen, nor in what a terminal keeps of it.
    if output.is_none() && io::stdout().is_terminal() {
        return Err(Stop::failed(text.cli.number_not_shown));
    }
    let meeting = releasable(matches, DocumentKind::PlanData, text)?;
    let today = clock::zone().date(clock::wall());
    let unfinished = |faults: Vec<PlanFault>| Err(Stop::failed(text.unfinished(&faults)));
    let faults = faults(&meeting, today);
    if !faults.is_empty() {
        return unfinished(faults);
    }
    let line = number::ask(text.cli.ask_number);
    let line = line.map_err(|_| Stop::failed(text.cli.number_missing))?;
    let number = IdentityNumber::read(line)
        .map_err(|fault| Stop::failed((text.plan.number_fault)(fault)))?;
    match plan_data::plan_data(&meeting, &number, today) {
        Ok(data) => deliver(
            matches,
            DocumentKind::PlanData,
            Format::Plain,
            data.as_bytes(),
            text,
        ),
        Err(faults) => unfinished(faults),
    }
}

/// The document in the format that was asked for, by name or by the ending of the file.
pub(super) fn in_format(matches: &ArgMatches, kind: DocumentKind, text: &Text) -> Result<u8, Stop> {
    let named = matches.get_one::<String>(FORMAT);
    let output = matches.get_one::<PathBuf>(OUTPUT);
    let format = match (named, output) {
        (Some(named), _) => Format::of_ending(named),
        // Refused in any format, and then it is said why.
        (None, Some(output)) if written::is_meeting(output) => Some(Format::Markdown),
        (None, Some(output)) => Format::of_file(output),
        (None, None) => Some(Format::Markdown),
    };
    let format = format.ok_or_else(|| Stop::failed(text.cli.ending_wrong))?;
    if output.is_none() && !format.is_text() && io::stdout().is_terminal() {
        return Err(Stop::failed(text.cli.format_not_shown));
    }
    hand_out(matches, kind, format, text)
}

/// Reads the meeting, and writes the document to the screen or to a file.
fn hand_out(
    matches: &ArgMatches,
    kind: DocumentKind,
    format: Format,
    text: &Text,
) -> Result<u8, Stop> {
    let meeting = releasable(matches, kind, text)?;
    let (zone, now) = (clock::zone(), clock::wall());
    let content = document::written(kind, format, &meeting, zone, now);
    let content = content.map_err(|unmade| Stop::failed(unmade.words(text)))?;
    deliver(matches, kind, format, &content, text)
}

/// The meeting that was named, if nothing in it holds the document back.
fn releasable(matches: &ArgMatches, kind: DocumentKind, text: &Text) -> Result<Meeting, Stop> {
    let meeting = read(matches, text)?;
    let watch = watch(matches, &meeting, text)?;
    match held_back(kind, &meeting, watch.findings()) {
        Some(held) => Err(Stop::failed((text.cli.held_back)(held))),
        None => Ok(meeting),
    }
}

/// To the screen or to a file.
fn deliver(
    matches: &ArgMatches,
    kind: DocumentKind,
    format: Format,
    content: &[u8],
    text: &Text,
) -> Result<u8, Stop> {
    let Some(output) = matches.get_one::<PathBuf>(OUTPUT) else {
        return print_bytes(content, text);
    };
    let existing = if matches.get_flag(OVERWRITE) {
        written::Existing::Replace
    } else {
        written::Existing::OnlyOwn
    };
    let shown = output.display().to_string();
    let folder = folder(matches, text)?;
    let memory = (!kind.has_number()).then_some(folder.as_path());
    match written::write(output, content, memory, existing) {
        Ok(()) => {
            let words = clean(&(text.notice.written)(kind, format, &shown));
            print(&format!("{words}\n"), text)
        }
        Err(written::Unwritten::InTheWay) => Err(Stop::failed((text.cli.in_the_way)(&shown))),
        Err(written::Unwritten::Problem(problem)) => Err(Stop::failed((text.problem)(&problem))),
    }
}
