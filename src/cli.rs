//! The command line: arguments, subcommands, exit statuses. Every word of it is Norwegian.

mod check;
mod command_line;
mod deadlines;
mod documents;
mod earlier;
mod json;
mod list;
mod own;

use std::{
    ffi::OsString,
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{
    ArgMatches,
    error::{ContextKind, ErrorKind},
};
use clap_complete::Shell;
use etcetera::{BaseStrategy, choose_base_strategy};

use crate::{
    archive::{Archive, agenda_file, bounded, guard_file},
    meeting::{DocumentKind, Meeting, MeetingKind, clean::clean},
    privacy::Watch,
    runtime::{self, AgendaSource, Launch, Opening, clock},
    text::{NB, PROGRAM, Problem, Text, problem::place},
};

use self::command_line::{
    AGENDA, CALENDAR, CHECK, COMPLETIONS, CONFIRMATION, DEADLINES, DEMO, FOLDER, INVITATION, LIST,
    MAN, MEETING, NEW, NUMBER, OPEN, OWN_FILE, PLAN, REFERAT, RESTORE, SHELL, SPEED, command_line,
};

/// Something went wrong while doing what was asked for.
const FAILED: u8 = 1;
/// What was asked for could not be understood.
const USAGE: u8 = 2;

/// Why the program ends without having done what was asked for.
struct Stop {
    words: String,
    status: u8,
}

impl Stop {
    fn failed(words: impl Into<String>) -> Self {
        let words = words.into();
        Self {
            words,
            status: FAILED,
        }
    }
}

/// Runs the program with these arguments, the first of which is its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let text = &NB;
    let result = match command_line(text).try_get_matches_from(arguments) {
        Ok(matches) => act(&matches, text),
        Err(error) => answer(&error, text),
    };
    match result {
        Ok(status) => ExitCode::from(status),
        Err(stop) => {
            // Names of files and arguments stand in it, and those may hold anything. Where even that cannot be written,
            // the exit status has to do.
            let _ = writeln!(io::stderr(), "{}", clean(&stop.words));
            ExitCode::from(stop.status)
        }
    }
}

fn act(matches: &ArgMatches, text: &'static Text) -> Result<u8, Stop> {
    match matches.subcommand() {
        None => meet(matches, Opening::Usual, 1, text),
        Some((NEW, sub)) => meet(sub, Opening::New(MeetingKind::Real), 1, text),
        Some((DEMO, sub)) => {
            let speed = sub.get_one(SPEED).copied().unwrap_or(1);
            meet(sub, Opening::New(MeetingKind::Practice), speed, text)
        }
        Some((OPEN, sub)) => {
            let path = find(sub, text)?;
            meet(sub, Opening::File(path), 1, text)
        }
        Some((LIST, sub)) => {
            let archive = Archive::at(folder(sub, text)?);
            let zone = clock::zone();
            let list = list::render(sub, &archive, zone, zone.date(clock::wall()), text);
            print(&list.map_err(Stop::failed)?, text)
        }
        Some((INVITATION, sub)) => documents::invitation(sub, text),
        Some((CALENDAR, sub)) => documents::calendar(sub, text),
        Some((REFERAT, sub)) => documents::referat(sub, text),
        Some((PLAN, sub)) => documents::plan(sub, text),
        Some((CONFIRMATION, sub)) => documents::in_format(sub, DocumentKind::Confirmation, text),
        Some((CHECK, sub)) => check_meeting(sub, text),
        Some((RESTORE, sub)) => restore(sub, text),
        Some((DEADLINES, sub)) => {
            let today = clock::zone().date(clock::wall());
            let deadlines = deadlines::render(sub, today, text);
            print(
                &deadlines.map_err(|words| misunderstood(&words, text))?,
                text,
            )
        }
        Some((OWN_FILE, sub)) => own::show(sub, text),
        Some((COMPLETIONS, sub)) => completions(sub, text),
        Some((MAN, _)) => manual(text),
        Some((_, _)) => Err(Stop::failed(text.cli.not_understood)),
    }
}

/// Starts the terminal interface.
fn meet(
    matches: &ArgMatches,
    opening: Opening,
    speed: u32,
    text: &'static Text,
) -> Result<u8, Stop> {
    let agenda = match matches.get_one::<PathBuf>(AGENDA) {
        Some(file) => own_agenda(file, text)?,
        None => AgendaSource::BuiltIn,
    };
    let (own, warning) = own::load(matches, text)?;
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Err(Stop::failed(text.cli.not_a_terminal));
    }
    let launch = Launch {
        archive: Archive::open(folder(matches, text)?)
            .map_err(|p| Stop::failed((text.problem)(&p)))?,
        agenda,
        own,
        warning,
        opening,
        text,
        speed,
    };
    let ended = runtime::run(launch).map_err(Stop::failed)?;
    if let Some(words) = ended.words {
        // A terminal that is gone has nobody to be told either.
        let _ = print(&format!("{words}\n"), text);
    }
    Ok(ended.status)
}

/// The folder of the meetings; one of the user's data folder unless another was named.
fn folder(matches: &ArgMatches, text: &Text) -> Result<PathBuf, Stop> {
    if let Some(folder) = matches.get_one::<PathBuf>(FOLDER) {
        return Ok(folder.clone());
    }
    let folders = choose_base_strategy().map_err(|_| Stop::failed(text.cli.no_folder))?;
    Ok(folders.data_dir().join(PROGRAM))
}

/// The file of the meeting that was named.
fn find(matches: &ArgMatches, text: &Text) -> Result<PathBuf, Stop> {
    let word: Option<&String> = matches.get_one(MEETING);
    let word = word.map_or("", String::as_str);
    let found = Archive::at(folder(matches, text)?).find(word);
    found.map_err(|problem| Stop::failed((text.problem)(&problem)))
}

/// The meeting that was named, as it is on disk.
fn read(matches: &ArgMatches, text: &Text) -> Result<Meeting, Stop> {
    let path = find(matches, text)?;
    let (meeting, _) = Archive::read(&path).map_err(|problem| {
        let mut words = (text.problem)(&problem);
        if Archive::newest_earlier(&path).is_some() {
            words = format!("{words} {}", (text.cli.earlier_hint)(&place(&path)));
        }
        Stop::failed(words)
    })?;
    Ok(meeting)
}

/// The privacy guard over a meeting, with the words of the user's own file.
fn watch(matches: &ArgMatches, meeting: &Meeting, text: &Text) -> Result<Watch, Stop> {
    let (own, warning) = own::load(matches, text)?;
    if let Some(problem) = warning {
        let _ = writeln!(io::stderr(), "{}", clean(&(text.problem)(&problem)));
    }
    let guard = guard_file::guard(&own);
    let guard = guard.map_err(|_| Stop::failed((text.problem)(&Problem::BuiltIn)))?;
    let mut watch = Watch::new(guard);
    watch.look(meeting);
    Ok(watch)
}

/// What does not belong in the referat. Ends with [`FAILED`] where something has to go, so that a script can stop there.
fn check_meeting(matches: &ArgMatches, text: &Text) -> Result<u8, Stop> {
    let meeting = read(matches, text)?;
    let watch = watch(matches, &meeting, text)?;
    let checked = check::render(matches, &watch, &meeting, text).map_err(Stop::failed)?;
    print(&checked.words, text)?;
    Ok(if checked.strong { FAILED } else { 0 })
}

fn own_agenda(file: &Path, text: &Text) -> Result<AgendaSource, Stop> {
    let shown = file.display().to_string();
    let unreadable = |_| Stop::failed((text.cli.agenda_unreadable)(&shown));
    let content = bounded::read(file).map_err(unreadable)?;
    let agenda = agenda_file::read(&content).map_err(|faults| {
        let head = (text.cli.agenda_faults)(&shown, faults.len());
        Stop::failed(own::listed(head, &faults, text))
    })?;
    Ok(AgendaSource::Own(Box::new(agenda)))
}

fn restore(matches: &ArgMatches, text: &Text) -> Result<u8, Stop> {
    let path = find(matches, text)?;
    let word: Option<&String> = matches.get_one(MEETING);
    let number: Option<&String> = matches.get_one(NUMBER);
    let words = match number {
        Some(number) => earlier::restore(&path, number, text),
        None => earlier::list(&path, word.map_or("", String::as_str), text),
    };
    print(&words.map_err(|p| Stop::failed((text.problem)(&p)))?, text)
}

fn completions(matches: &ArgMatches, text: &Text) -> Result<u8, Stop> {
    let shell: Option<&String> = matches.get_one(SHELL);
    let shell: Option<Shell> = shell.and_then(|shell| shell.parse().ok());
    let mut script = Vec::new();
    if let Some(shell) = shell {
        clap_complete::generate(shell, &mut command_line(text), PROGRAM, &mut script);
    }
    print(&String::from_utf8_lossy(&script), text)
}

fn manual(text: &Text) -> Result<u8, Stop> {
    let mut page = Vec::new();
    let rendered = clap_mangen::Man::new(command_line(text)).render(&mut page);
    rendered.map_err(|_| Stop::failed(text.cli.output_gone))?;
    // The generator knows its headings in English only.
    let page = String::from_utf8_lossy(&page).into_owned();
    let headings = text.cli.man_headings.iter();
    let page = headings.fold(page, |page, (english, own)| {
        page.replace(&format!(".SH {english}\n"), &format!(".SH {own}\n"))
    });
    print(&page, text)
}

fn print(content: &str, text: &Text) -> Result<u8, Stop> {
    print_bytes(content.as_bytes(), text)
}

fn print_bytes(content: &[u8], text: &Text) -> Result<u8, Stop> {
    let mut out = io::stdout().lock();
    let written = out.write_all(content).and_then(|()| out.flush());
    match written {
        Ok(()) => Ok(0),
        // The reader has seen enough, as with `head`: nothing to complain about.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(0),
        Err(_) => Err(Stop::failed(text.cli.output_gone)),
    }
}

/// Help and version are answers; everything else was not understood, and is said in our own words.
fn answer(error: &clap::Error, text: &Text) -> Result<u8, Stop> {
    let t = &text.cli;
    let context = |kind| {
        error
            .get(kind)
            .map_or_else(String::new, ToString::to_string)
            // The sign of clap for what is to be filled in.
            .replace(['<', '>'], "")
    };
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "clap has more kinds than this command line can cause"
    )]
    let words = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return print(&error.render().to_string(), text);
        }
        ErrorKind::InvalidSubcommand => {
            (t.unknown_command)(&context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => (t.unknown_argument)(&context(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            (t.missing_argument)(&context(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => (t.invalid_value)(
            &context(ContextKind::InvalidValue),
            &context(ContextKind::InvalidArg),
            &context(ContextKind::ValidValue),
        ),
        ErrorKind::MissingRequiredArgument => {
            (t.missing_argument)(&context(ContextKind::InvalidArg))
        }
        ErrorKind::MissingSubcommand => t.missing_command.to_owned(),
        ErrorKind::ArgumentConflict => t.conflict.to_owned(),
        _ => t.not_understood.to_owned(),
    };
    Err(misunderstood(&words, text))
}

fn misunderstood(words: &str, text: &Text) -> Stop {
    Stop {
        words: format!("{words} {}", text.cli.see_help),
        status: USAGE,
    }
}
