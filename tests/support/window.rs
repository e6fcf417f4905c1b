//! A pseudo-terminal, seen from the side of the terminal, and the program in it.

use filedescriptor::{FileDescriptor, POLLIN, pollfd};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{InputModes, LocalModes, OptionalActions, OutputModes, tcgetattr, tcsetattr};
use std::fs::{self, File};
use std::io::{self, PipeReader, PipeWriter, Read, Write};
use std::os::fd::AsRawFd;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// The terminal's end of a pseudo-terminal.
pub struct Window {
    master: Box<dyn MasterPty + Send>,
    /// Not portable-pty's own writer, which types a newline and Ctrl+D when it is dropped.
    keyboard: FileDescriptor,
    reader: JoinHandle<()>,
    stop_reader: PipeWriter,
}

impl Window {
    /// Opens a window and starts a program in it. The output ends when the program has closed the
    /// terminal, which it does at the latest when it ends.
    pub fn open(
        command: CommandBuilder,
        rows: u16,
        cols: u16,
    ) -> (Self, Program, Receiver<Vec<u8>>) {
        let pair = native_pty_system().openpty(size(rows, cols)).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        // Only the program may hold its end, or the output would never end.
        drop(pair.slave);
        let master = pair.master;
        let fd = master.as_raw_fd().unwrap();
        let keyboard = FileDescriptor::dup(&fd).unwrap();
        let screen = FileDescriptor::dup(&fd).unwrap();
        let (stop, stop_reader) = io::pipe().unwrap();
        let (sender, output) = mpsc::channel();
        let reader = thread::spawn(move || read_output(screen, &stop, &sender));
        (
            Self {
                master,
                keyboard,
                reader,
                stop_reader,
            },
            Program::of(child),
            output,
        )
    }

    /// Sends bytes as the keyboard would; waits while the terminal is full.
    pub fn type_in(&mut self, bytes: &[u8]) {
        self.keyboard
            .write_all(bytes)
            .expect("the program still has its terminal");
    }

    /// Gives the window another size, of which the program is told.
    pub fn resize(&self, rows: u16, cols: u16) {
        self.master.resize(size(rows, cols)).unwrap();
    }

    /// Whether each key goes to the program as it is, rather than lines when they are complete.
    pub fn is_raw(&self) -> bool {
        !tcgetattr(&self.keyboard)
            .unwrap()
            .local_modes
            .contains(LocalModes::ICANON)
    }

    /// Sets the line as a shell does while a program of it is stopped: lines when they are complete, and what is typed
    /// shows at once.
    pub fn cook(&self) {
        let mut line = tcgetattr(&self.keyboard).unwrap();
        line.local_modes |= LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG;
        line.input_modes |= InputModes::ICRNL;
        line.output_modes |= OutputModes::OPOST;
        tcsetattr(&self.keyboard, OptionalActions::Now, &line).unwrap();
    }

    /// Shows what another program writes to the same terminal.
    pub fn shows(&self, text: &str) {
        let tty = File::options()
            .write(true)
            .open(self.master.tty_name().unwrap());
        tty.unwrap().write_all(text.as_bytes()).unwrap();
    }

    /// Whether keys lie in the terminal that the program has not taken.
    pub fn has_unread_keys(&self) -> bool {
        // The program's end is opened for this question only: its last closing is the end of the output.
        let program_end = File::open(self.master.tty_name().unwrap());
        // Asked this way, the kernel first delivers what is on its way (n_tty_poll): no key is overlooked.
        program_end.is_ok_and(|tty| {
            let mut tty = [readable(&tty)];
            filedescriptor::poll(&mut tty, Some(Duration::ZERO)).is_ok_and(|ready| ready > 0)
        })
    }

    /// Closes the window: the program gets SIGHUP, and its terminal is gone.
    pub fn close(self) {
        drop(self.stop_reader);
        // The reader has the terminal open, too; the window is closed when nobody has.
        self.reader.join().unwrap();
    }
}

/// Passes on the output until the program has closed the terminal or the window is to be closed.
fn read_output(mut screen: FileDescriptor, stop: &PipeReader, output: &Sender<Vec<u8>>) {
    let mut buffer = [0; 8192];
    loop {
        let mut ready = [readable(&screen), readable(stop)];
        if filedescriptor::poll(&mut ready, None).is_err() || ready[1].revents != 0 {
            return;
        }
        match screen.read(&mut buffer) {
            Ok(n @ 1..) if output.send(buffer[..n].to_vec()).is_ok() => {}
            _ => return,
        }
    }
}

fn readable(file: &impl AsRawFd) -> pollfd {
    pollfd {
        fd: file.as_raw_fd(),
        events: POLLIN,
        revents: 0,
    }
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

/// How a program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exit {
    /// By itself, with this exit code.
    Code(u32),
    /// By a signal that it did not handle; the system's name of it.
    Signal(String),
}

/// A running program; dropping it kills it.
pub struct Program {
    pid: Pid,
    exits: Receiver<Exit>,
    exit: Option<Exit>,
}

impl Program {
    fn of(mut child: Box<dyn Child + Send + Sync>) -> Self {
        let pid = Pid::from_raw(child.process_id().unwrap().try_into().unwrap()).unwrap();
        let (sender, exits) = mpsc::channel();
        // A thread waits for the end, since only a channel can be waited for with a deadline.
        thread::spawn(move || {
            let status = child.wait().unwrap();
            let exit = match status.signal() {
                Some(name) => Exit::Signal(name.to_owned()),
                None => Exit::Code(status.exit_code()),
            };
            // Nobody listens any more if the test is over.
            let _ = sender.send(exit);
        });
        Self {
            pid,
            exits,
            exit: None,
        }
    }

    /// Sends a signal.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).expect("the program is running");
    }

    /// What the system says that the main thread of the program is doing: S if it waits, T if it is stopped.
    pub fn state(&self) -> Option<char> {
        state_in(&self.folder().join("stat"))
    }

    /// Whether no thread of the program has anything to do: then what it shows is stored, too.
    pub fn rests(&self) -> bool {
        let threads = fs::read_dir(self.folder().join("task"));
        let threads = threads.into_iter().flatten().flatten();
        let busy = |thread: PathBuf| matches!(state_in(&thread.join("stat")), Some('R' | 'D'));
        !threads.map(|thread| thread.path()).any(busy)
    }

    /// Where the system tells of the program.
    fn folder(&self) -> PathBuf {
        format!("/proc/{}", self.pid.as_raw_nonzero()).into()
    }

    /// How the program ended, if it does by then.
    pub fn exit_by(&mut self, deadline: Instant) -> Option<Exit> {
        if self.exit.is_none() {
            let patience = deadline.saturating_duration_since(Instant::now());
            self.exit = self.exits.recv_timeout(patience).ok();
        }
        self.exit.clone()
    }
}

/// What the system says there that a thread is doing.
fn state_in(stat: &Path) -> Option<char> {
    let stat = fs::read_to_string(stat).unwrap_or_default();
    // Behind the name of the thread, which may hold anything.
    stat.rsplit_once(") ")?.1.chars().next()
}

impl Drop for Program {
    fn drop(&mut self) {
        if self.exit_by(Instant::now()).is_none() {
            // An error means that it ended just now.
            let _ = kill_process(self.pid, Signal::KILL);
            let _ = self.exits.recv();
        }
    }
}
