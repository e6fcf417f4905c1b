//! The real program in a pseudo-terminal: keys in, a screen out.

use super::PATIENCE;
use super::keys::{self, Press};
use super::screen::{Emulator, Frames};
use super::window::{Program, Window};
use portable_pty::CommandBuilder;
use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

pub use super::window::Exit;
pub use rustix::process::Signal;
pub use vt100::Screen;

/// How long a program that does not mark its frames must be silent for its frame to count as complete.
const SILENCE: Duration = Duration::from_millis(30);

/// How a program is started; it can be started again with the same one.
#[derive(Clone, Debug)]
pub struct Setup {
    home: PathBuf,
    args: Vec<OsString>,
    env: Vec<(OsString, OsString)>,
    preloaded: Vec<PathBuf>,
    rows: u16,
    cols: u16,
}

impl Setup {
    /// A window of 24 x 80, no arguments, and a directory that is both HOME and the current one.
    pub fn new(home: impl Into<PathBuf>) -> Self {
        Self {
            home: home.into(),
            args: Vec::new(),
            env: Vec::new(),
            preloaded: Vec::new(),
            rows: 24,
            cols: 80,
        }
    }

    /// Adds an argument.
    pub fn arg(mut self, arg: impl Into<OsString>) -> Self {
        self.args.push(arg.into());
        self
    }

    /// Adds a variable to the otherwise fixed environment, or replaces one.
    pub fn env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.env.push((name.into(), value.into()));
        self
    }

    /// Loads a library before all others but those named so far.
    pub fn preload(mut self, library: &Path) -> Self {
        self.preloaded.push(library.to_owned());
        self
    }

    /// The directory that is both HOME and the current one.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// Starts in a window of another size.
    pub fn size(mut self, rows: u16, cols: u16) -> Self {
        (self.rows, self.cols) = (rows, cols);
        self
    }

    fn command(&self) -> CommandBuilder {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dialogmote"));
        command.args(&self.args);
        command.cwd(&self.home);
        command.env_clear();
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        command
    }

    fn environment(&self) -> Vec<(OsString, OsString)> {
        let fixed = [
            ("HOME", self.home.as_os_str()),
            ("TERM", OsStr::new("xterm-256color")),
            ("LANG", OsStr::new("nb_NO.UTF-8")),
            ("TZ", OsStr::new("Europe/Oslo")),
        ];
        let mut all: Vec<(OsString, OsString)> = fixed
            .into_iter()
            .map(|(name, value)| (name.into(), value.into()))
            .chain(self.env.iter().cloned())
            .collect();
        if !self.preloaded.is_empty() {
            let list: Vec<&OsStr> = self.preloaded.iter().map(|path| path.as_os_str()).collect();
            all.push(("LD_PRELOAD".into(), list.join(OsStr::new(":"))));
        }
        all
    }

    /// Runs another program to its end, in the same home folder and with the same disk and clock.
    #[track_caller]
    pub fn runs(&self, program: &str, arguments: &[&OsStr]) {
        let status = Command::new(program)
            .args(arguments)
            .current_dir(&self.home)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .envs(self.environment())
            .status()
            .unwrap();
        assert!(status.success(), "{program} {arguments:?}");
    }

    /// What the program answers without a terminal to these arguments alone, with this on its standard input.
    pub fn answers(&self, arguments: &[impl AsRef<OsStr>], input: &str) -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_dialogmote"))
            .args(arguments)
            .current_dir(&self.home)
            .env_clear()
            .envs(self.environment())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Most ask for nothing, and may have ended already.
        let _ = program.stdin.take().unwrap().write_all(input.as_bytes());
        program.wait_with_output().unwrap()
    }
}

/// A running program and the window it is in. Dropping it kills the program.
pub struct Tui {
    program: Program,
    /// None once it has been closed.
    window: Option<Window>,
    output: Receiver<Vec<u8>>,
    written: Vec<u8>,
    emulator: Emulator,
}

impl Tui {
    /// Starts the program; it has drawn nothing yet.
    pub fn start(setup: &Setup) -> Self {
        let (rows, cols) = (setup.rows, setup.cols);
        let (window, program, output) = Window::open(setup.command(), rows, cols);
        let emulator = Emulator::new(rows, cols);
        Self {
            program,
            window: Some(window),
            output,
            written: Vec::new(),
            emulator,
        }
    }

    /// Waits until the screen, completely drawn, fulfils a condition.
    ///
    /// # Panics
    /// With the screen as it is, when that takes longer than [`PATIENCE`] or the program ends.
    #[track_caller]
    pub fn wait(&mut self, what: &str, fulfilled: impl Fn(&Screen) -> bool) {
        self.wait_emulator(what, |emulator| fulfilled(emulator.screen()));
    }

    /// Waits until a text is on the screen.
    #[track_caller]
    pub fn wait_text(&mut self, text: &str) {
        self.wait_emulator(&format!("{text:?}"), |emulator| {
            emulator.text().contains(text)
        });
    }

    /// Waits until a text is no longer on the screen.
    #[track_caller]
    pub fn wait_gone(&mut self, text: &str) {
        self.wait_emulator(&format!("{text:?} to go"), |emulator| {
            !emulator.text().contains(text)
        });
    }

    /// Waits until the screen, as [`Tui::styled`] tells it, fulfils a condition.
    #[track_caller]
    pub fn wait_styled(&mut self, what: &str, fulfilled: impl Fn(&str) -> bool) {
        self.wait_emulator(what, |emulator| fulfilled(&emulator.styled()));
    }

    /// Waits until the files in a folder fulfil a condition. The program must change one of them when they do.
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    #[track_caller]
    pub fn wait_files(&mut self, folder: &Path, what: &str, fulfilled: impl Fn() -> bool) {
        if !super::watch::Watch::of(folder).until(PATIENCE, fulfilled) {
            self.draw_arrived();
            self.give_up(what, RecvTimeoutError::Timeout);
        }
    }

    /// Waits until the window has a title.
    #[track_caller]
    pub fn wait_title(&mut self, title: &str) {
        self.wait_emulator(&format!("the title {title:?}"), |emulator| {
            emulator.title() == title
        });
    }

    #[track_caller]
    fn wait_emulator(&mut self, what: &str, fulfilled: impl Fn(&Emulator) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        self.draw_arrived();
        while self.emulator.frames() == Frames::Open || !fulfilled(&self.emulator) {
            if let Err(why) = self.draw_next(deadline) {
                self.give_up(what, why);
            }
        }
    }

    /// Sends bytes as they are, as a terminal does that does not look at what it pastes.
    #[track_caller]
    pub fn send(&mut self, bytes: &[u8]) {
        self.window().type_in(bytes);
    }

    /// Types keys in the notation of [`keys::parse`].
    #[track_caller]
    pub fn keys(&mut self, notation: &str) {
        let mut together = Vec::new();
        for press in keys::parse(notation) {
            match press {
                Press::Bytes(bytes) => together.extend(bytes),
                Press::Escape => {
                    together.push(b'\x1b');
                    self.send(&together);
                    self.wait_until_read();
                    together.clear();
                }
            }
        }
        self.send(&together);
    }

    /// Pastes a text as terminals do: line breaks as CR, in brackets if the program asked for them.
    #[track_caller]
    pub fn paste(&mut self, text: &str) {
        self.draw_arrived();
        let text = text.replace("\r\n", "\r").replace('\n', "\r");
        if self.emulator.screen().bracketed_paste() {
            self.send(format!("\x1b[200~{text}\x1b[201~").as_bytes());
        } else {
            self.send(text.as_bytes());
        }
    }

    /// Gives the window another size; 0 is possible, as in a window that is being dragged.
    #[track_caller]
    pub fn resize(&mut self, rows: u16, cols: u16) {
        self.draw_arrived();
        self.emulator.resize(rows, cols);
        self.window().resize(rows, cols);
    }

    /// The text of the last complete frame, without spaces at the ends of rows.
    pub fn screen(&mut self) -> String {
        self.complete_frame();
        self.emulator.text()
    }

    /// The text of the last complete frame with its attributes and colours: `{bold fg=4:Agenda}`.
    pub fn styled(&mut self) -> String {
        self.complete_frame();
        self.emulator.styled()
    }

    /// Row and column of the cursor from 0, if it is shown.
    pub fn cursor(&mut self) -> Option<(u16, u16)> {
        self.complete_frame();
        let screen = self.emulator.screen();
        (!screen.hide_cursor()).then(|| screen.cursor_position())
    }

    /// The window title.
    pub fn title(&mut self) -> &str {
        self.draw_arrived();
        self.emulator.title()
    }

    /// How often the bell has rung.
    pub fn bells(&mut self) -> usize {
        self.draw_arrived();
        self.emulator.bells()
    }

    /// All bytes that the program has written to the terminal so far.
    pub fn output(&mut self) -> &[u8] {
        self.draw_arrived();
        &self.written
    }

    /// What the program has switched on in the terminal and not off again; empty at a shell prompt.
    pub fn left_on(&mut self) -> Vec<&'static str> {
        self.draw_arrived();
        let mut on = self.emulator.modes_on();
        if self.window().is_raw() {
            on.push("raw mode");
        }
        on
    }

    /// Kills the program as a crash or a power failure would: it is not asked.
    pub fn kill(&mut self) {
        self.signal(Signal::KILL);
        self.wait_exit();
    }

    /// Sends a signal to the program.
    pub fn signal(&mut self, signal: Signal) {
        self.program.signal(signal);
    }

    /// Waits until the program is stopped.
    #[track_caller]
    pub fn wait_stopped(&mut self) {
        self.wait_for("the program to be stopped", |tui| {
            tui.program.state() == Some('T')
        });
    }

    /// Waits until the program waits for something itself, with its last frame complete.
    #[track_caller]
    pub fn wait_idle(&mut self) {
        self.wait_for("the program to wait", |tui| {
            tui.emulator.frames() == Frames::Complete && tui.program.state() == Some('S')
        });
    }

    /// Waits until no thread of the program has anything to do, so that what it shows is stored; or until it is gone.
    pub fn wait_rest(&self) {
        let deadline = Instant::now() + PATIENCE;
        // A thread may wake another that was looked at before.
        while !(self.program.rests() && self.program.rests()) {
            assert!(Instant::now() < deadline, "the program never rests");
            std::thread::yield_now();
        }
    }

    /// Waits until the program has switched everything off that it has switched on in the terminal.
    #[track_caller]
    pub fn wait_left_alone(&mut self) {
        self.wait_for("the terminal to be left alone", |tui| {
            tui.left_on().is_empty()
        });
    }

    /// Waits until each key goes to the program as it is.
    #[track_caller]
    pub fn wait_raw(&mut self) {
        self.wait_for("raw mode", |tui| tui.window().is_raw());
    }

    #[track_caller]
    fn wait_for(&mut self, what: &str, mut fulfilled: impl FnMut(&mut Self) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !fulfilled(self) {
            if Instant::now() > deadline {
                self.give_up(what, RecvTimeoutError::Timeout);
            }
            // A look in between at what it draws; nothing need come.
            let _ = self.draw_next(Instant::now() + Duration::from_millis(1));
        }
    }

    /// A shell takes the terminal while the program is stopped: it sets the line its own way and writes something.
    pub fn is_used_by_a_shell(&mut self, text: &str) {
        self.window().cook();
        self.window().shows(text);
    }

    /// Closes the window: the program gets SIGHUP, and its terminal is gone. The last screen stays readable.
    pub fn hang_up(&mut self) {
        self.window
            .take()
            .expect("the window is closed only once")
            .close();
    }

    /// Waits until the program has ended and all of its output has been drawn.
    ///
    /// # Panics
    /// With the screen as it is, when that takes longer than [`PATIENCE`].
    #[track_caller]
    pub fn wait_exit(&mut self) -> Exit {
        const WHAT: &str = "the end of the program";
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.draw_next(deadline) {
                Ok(()) => {}
                Err(RecvTimeoutError::Disconnected) => break,
                Err(why @ RecvTimeoutError::Timeout) => self.give_up(WHAT, why),
            }
        }
        self.program
            .exit_by(deadline)
            .unwrap_or_else(|| self.give_up(WHAT, RecvTimeoutError::Timeout))
    }

    fn window(&mut self) -> &mut Window {
        self.window.as_mut().expect("the window is open")
    }

    /// Waits until the program has read all that was typed, so that the next key is a key of its own.
    #[track_caller]
    fn wait_until_read(&mut self) {
        self.wait_for("the program to read its keys", |tui| {
            !tui.window().has_unread_keys() || tui.program.exit_by(Instant::now()).is_some()
        });
    }

    /// Draws on until no frame is half drawn. Frames without marks are complete when the program is silent.
    fn complete_frame(&mut self) {
        let deadline = Instant::now() + PATIENCE;
        self.draw_arrived();
        loop {
            let next = match self.emulator.frames() {
                Frames::Complete => return,
                Frames::Open => self.draw_next(deadline),
                Frames::Unmarked => self.draw_next(deadline.min(Instant::now() + SILENCE)),
            };
            if next.is_err() {
                return;
            }
        }
    }

    fn draw_arrived(&mut self) {
        while let Ok(bytes) = self.output.try_recv() {
            self.draw(&bytes);
        }
    }

    fn draw_next(&mut self, deadline: Instant) -> Result<(), RecvTimeoutError> {
        let bytes = self
            .output
            .recv_timeout(deadline.saturating_duration_since(Instant::now()))?;
        self.draw(&bytes);
        Ok(())
    }

    fn draw(&mut self, bytes: &[u8]) {
        self.emulator.feed(bytes);
        self.written.extend_from_slice(bytes);
    }

    #[track_caller]
    fn give_up(&mut self, what: &str, why: RecvTimeoutError) -> ! {
        let why = match why {
            RecvTimeoutError::Timeout => format!("not within {PATIENCE:?}"),
            RecvTimeoutError::Disconnected => {
                match self
                    .program
                    .exit_by(Instant::now() + Duration::from_secs(1))
                {
                    Some(exit) => format!("the program ended: {exit:?}"),
                    None => "the program has closed its terminal".to_owned(),
                }
            }
        };
        let screen = self.emulator.text();
        panic!("waiting for {what}: {why}\n--- the screen ---\n{screen}\n------------------");
    }
}
