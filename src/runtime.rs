//! What the operating system gives: terminal, threads, clock, signals, disk. Carries out, decides nothing.

mod carry_out;
pub mod clock;
mod closing;
mod jobs;
mod keyboard;
pub mod number;
pub mod saver;
mod signals;
mod terminal;

use std::{
    iter,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    time::Duration,
};

use chrono::TimeDelta;

use crate::{
    app::{
        App, Setting,
        input::{Input, NotOpened, Report},
    },
    archive::{Archive, Held, Own},
    meeting::{MeetingKind, Template},
    text::{Problem, Text, problem::place},
    ui::Theme,
};

use self::{
    carry_out::Executor,
    closing::SavedAt,
    jobs::OpenedMeeting,
    signals::{SignalRequest, Signals},
    terminal::Terminal,
};

/// What arrives in the one inbox.
enum Message {
    /// A key, a paste, a new size; what a saver or a job has to tell that the program can take in as it is.
    Input(Input),
    /// A character by itself; several in a row are dealt with as one.
    Character(char),
    /// The terminal gives no input any more: it is gone.
    InputLost,
    /// From a job: a meeting, or why there is none.
    Opened(Result<Box<OpenedMeeting>, Box<NotOpened>>),
    /// From a job: the files of the open meeting in another folder, or why there are none.
    RefugeMade(Result<Box<Held>, Problem>),
    /// From the system.
    #[cfg_attr(not(unix), expect(dead_code, reason = "there are no signals"))]
    Signal(SignalRequest),
}

impl Message {
    fn opened(meeting: Result<OpenedMeeting, impl Into<Box<NotOpened>>>) -> Self {
        Self::Opened(meeting.map(Box::new).map_err(Into::into))
    }
}

/// How the program is started.
pub struct Launch {
    /// The folder of the meetings.
    pub archive: Archive,
    /// The agenda of new meetings.
    pub agenda: AgendaSource,
    /// The user's own questions and sentences.
    pub own: Own,
    /// What the user should know that does not keep the program from starting.
    pub warning: Option<Problem>,
    /// What lies on the table first.
    pub opening: Opening,
    /// The language.
    pub text: &'static Text,
    /// How fast the clock of a practice meeting runs.
    pub speed: u32,
}

/// Where the agenda of new meetings comes from.
pub enum AgendaSource {
    /// The one that is built in, read when it is needed.
    BuiltIn,
    /// The leader's own.
    Own(Box<Template>),
}

/// What lies on the table first.
pub enum Opening {
    /// The start screen, or the meeting that was interrupted.
    Usual,
    /// A new meeting.
    New(MeetingKind),
    /// The meeting in this file.
    File(PathBuf),
}

/// A terminal that stopped giving input has closed its window; that is what SIGHUP says too.
const HANGUP: u8 = 129;

/// How the program ended.
pub struct Ended {
    /// The exit status.
    pub status: u8,
    /// What is to be told when the terminal is the user's own again.
    pub words: Option<String>,
}

/// Runs the program until it is left.
///
/// # Errors
/// What kept it from starting, from going on, or from saving the last of it, in words.
pub fn run(launch: Launch) -> Result<Ended, String> {
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if plain {
        // Without this, crossterm drops bold and reverse together with the colours; the theme has no colours itself.
        crossterm::style::force_color_output(true);
    }
    let (sender, inbox) = mpsc::channel();
    let text = launch.text;
    let zone = clock::zone();
    let phrases = launch.own.phrases.clone();
    let warning = launch.warning.clone();
    let own = launch.own.clone();
    let mut executor = Executor::new(launch, zone, sender.clone());
    let opening = executor
        .opening()
        .map_err(|problem| (text.problem)(&problem))?;
    let signals = Signals::catch();
    let mut terminal = Terminal::enter().map_err(|_| text.overlay.no_terminal.to_owned())?;
    let theme = if plain {
        Theme::plain()
    } else {
        Theme::colour()
    };
    let size = terminal.size();
    let mut app = App::new(text, Setting { zone, theme, size }, phrases);
    let result = catch_unwind(AssertUnwindSafe(|| {
        if let Some(status) = turn(
            first_inputs(opening, warning),
            &mut app,
            &mut executor,
            &mut terminal,
        ) {
            return status;
        }
        // Only now, with the first frame on the screen, the threads that wait for what comes next.
        signals.listen(&sender);
        keyboard::listen(sender);
        executor.make_guard(own);
        go_round(&mut app, &mut executor, &inbox, &mut terminal)
    }));
    let saved_at = std::mem::replace(&mut executor.end, Ok(SavedAt::InPlace));
    // Everything goes to the disk first; only then the terminal, which may be gone.
    drop(executor);
    terminal.give_back();
    let status = result.map_err(|_panic| (text.overlay.crashed)(&terminal::last_panic()))?;
    let words = match saved_at {
        Ok(SavedAt::InPlace) => None,
        Ok(SavedAt::Elsewhere(file)) => Some((text.saving.left_in_refuge)(&place(&file))),
        Err(problem) => return Err((text.overlay.lost)(&(text.problem)(&problem))),
    };
    Ok(Ended { status, words })
}

/// What the program begins with. What a meeting has to tell that is opened again matters more than a warning.
fn first_inputs(opening: Input, warning: Option<Problem>) -> Vec<Input> {
    let again = matches!(&opening, Input::Opened(Ok(opened)) if opened.saved.is_some());
    let warning = warning.map(Input::Warning).filter(|_| !again);
    std::iter::once(opening).chain(warning).collect()
}

/// The loop: wait, take in everything that waits, carry out what follows, draw.
fn go_round(
    app: &mut App,
    executor: &mut Executor,
    inbox: &Receiver<Message>,
    terminal: &mut Terminal,
) -> u8 {
    loop {
        let message = match app.next_deadline(executor.clock.now()) {
            Some(deadline) => inbox.recv_timeout(executor.clock.until(deadline)),
            None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        let mut batch = match message {
            Ok(message) => take_in(
                iter::once(message).chain(inbox.try_iter()),
                executor,
                terminal,
            ),
            Err(RecvTimeoutError::Timeout) => Batch::of(Input::Tick),
            Err(RecvTimeoutError::Disconnected) => Batch::of(Input::Terminate(HANGUP)),
        };
        let moved = executor.clock.wall_moved();
        batch.inputs.extend(moved.map(Input::WallClock));
        let mut status = turn(batch.inputs, app, executor, terminal);
        if status.is_none() && batch.then == Then::Stop {
            let inputs = stop(executor, inbox, terminal);
            status = turn(inputs, app, executor, terminal);
        }
        if let Some(status) = status {
            return status;
        }
    }
}

/// Stops the program as the system asked, once all of it is on the disk and the terminal is given back: whoever stops a
/// program may never let it go on. Answers with what came in meanwhile, when it goes on.
fn stop(executor: &mut Executor, inbox: &Receiver<Message>, terminal: &mut Terminal) -> Vec<Input> {
    executor.settle();
    let meanwhile: Vec<Message> = inbox.try_iter().collect();
    let called_off = meanwhile.iter().any(|message| {
        matches!(
            message,
            Message::Signal(SignalRequest::Leave(_) | SignalRequest::GoOn) | Message::InputLost
        )
    });
    let mut inputs = Vec::new();
    if !called_off {
        terminal.give_back();
        signals::stop();
        inputs.push(Input::Resize(terminal.take_again()));
    }
    inputs.extend(take_in(meanwhile, executor, terminal).inputs);
    inputs
}

/// Deals with inputs and draws a frame. What is to be saved is handed over after the frame: the eye comes first.
/// Answers with the exit status when the program ends.
fn turn(
    inputs: Vec<Input>,
    app: &mut App,
    executor: &mut Executor,
    terminal: &mut Terminal,
) -> Option<u8> {
    for input in inputs {
        if let Input::Resize(size) = input {
            terminal.resize(size);
        }
        let effects = app.handle(input, executor.clock.now());
        if let Some(status) = executor.carry_out_all(effects, app, terminal) {
            return Some(status);
        }
    }
    let now = executor.clock.now();
    let drawn = terminal.draw(|frame| app.view(frame, now));
    executor.save_waiting();
    if drawn.is_err() {
        let effects = app.handle(Input::Terminate(HANGUP), now);
        return executor.carry_out_all(effects, app, terminal);
    }
    None
}

/// What came in at once, and what is to be done after it.
struct Batch {
    inputs: Vec<Input>,
    then: Then,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    GoOn,
    Stop,
}

impl Batch {
    fn of(input: Input) -> Self {
        Self {
            inputs: vec![input],
            then: Then::GoOn,
        }
    }
}

/// Takes in messages; characters in a row become one text.
fn take_in(
    messages: impl IntoIterator<Item = Message>,
    executor: &mut Executor,
    terminal: &mut Terminal,
) -> Batch {
    let mut queue = Vec::new();
    let mut typed = String::new();
    let mut then = Then::GoOn;
    for message in messages {
        let input = match message {
            Message::Character(c) => {
                typed.push(c);
                None
            }
            Message::Input(input) => Some(input),
            Message::InputLost => Some(Input::Terminate(HANGUP)),
            Message::Opened(found) => {
                Some(Input::Opened(found.and_then(|found| executor.hold(*found))))
            }
            Message::RefugeMade(held) => Some(Input::Refuge(
                held.and_then(|held| executor.hold_refuge(*held)),
            )),
            Message::Signal(SignalRequest::Leave(status)) => Some(Input::Terminate(status)),
            Message::Signal(SignalRequest::Stop) => {
                then = Then::Stop;
                None
            }
            Message::Signal(SignalRequest::GoOn) => {
                then = Then::GoOn;
                Some(Input::Resize(terminal.take_again()))
            }
        };
        if let Some(input) = input {
            flush(&mut typed, &mut queue);
            queue.push(input);
        }
    }
    flush(&mut typed, &mut queue);
    Batch {
        inputs: queue,
        then,
    }
}

fn flush(typed: &mut String, queue: &mut Vec<Input>) {
    if !typed.is_empty() {
        queue.push(Input::Typed(std::mem::take(typed)));
    }
}

/// The inbox as a saver sees it.
fn reporter(
    sender: &Sender<Message>,
    input: fn(Report) -> Input,
) -> impl Fn(Report) + Send + 'static {
    let sender = sender.clone();
    move |report| {
        // When nobody listens any more, the program is on its way out and asks the saver itself.
        let _ = sender.send(Message::Input(input(report)));
    }
}

/// Real time for a stretch of the timeline that runs `speed` times as fast.
fn real(stretch: TimeDelta, speed: u32) -> Duration {
    stretch.to_std().unwrap_or_default() / speed.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_is_told_after_the_start_screen_is_there() {
        let problem = Problem::OwnLeftOut(PathBuf::from("egne.toml"));
        let inputs = first_inputs(Input::Tick, Some(problem));
        assert!(matches!(inputs[..], [Input::Tick, Input::Warning(_)]));
        assert_eq!(first_inputs(Input::Tick, None).len(), 1);
    }
}
