//! Taking the terminal over and giving it back as it was, also when the program breaks.

use std::{
    cell::RefCell,
    io::{self, Write},
    panic,
    path::Path,
    rc::Rc,
    sync::{Mutex, PoisonError},
    thread,
};

use crossterm::{
    Command,
    clipboard::CopyToClipboard,
    cursor::Show,
    event::{DisableBracketedPaste, EnableBracketedPaste},
    queue,
    style::{Attribute, Print, SetAttribute},
    terminal::{
        BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
        SetTitle, disable_raw_mode, enable_raw_mode, size,
    },
};
use ratatui::{
    Frame, TerminalOptions, Viewport,
    backend::CrosstermBackend,
    layout::{Rect, Size},
};

/// The terminal while the program has it.
pub(super) struct Terminal {
    /// Its viewport is fixed: the size comes with the event that tells of it, so that no frame has to ask.
    ratatui: ratatui::Terminal<CrosstermBackend<Outbox>>,
    outbox: Outbox,
    /// What the window is called, for when somebody else has had it.
    title: String,
    owner: TerminalOwner,
}

/// Whose the terminal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TerminalOwner {
    /// Whoever started the program.
    Shell,
    Program,
}

/// What is to be sent to the terminal, gathered so that a frame goes out whole and in one piece.
#[derive(Debug, Clone, Default)]
struct Outbox(Rc<RefCell<Vec<u8>>>);

impl Write for Outbox {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Nothing goes out before [`Terminal::send`].
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Where the program broke, as file and line of its source: never what it was working with.
static BROKE_AT: Mutex<String> = Mutex::new(String::new());

/// The title on top of the terminal's own stack is what it gets back in the end.
const KEEP_TITLE: Print<&str> = Print("\x1b[22;0t");
const GIVE_TITLE_BACK: Print<&str> = Print("\x1b[23;0t");

impl Terminal {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// Where there is none.
    pub(super) fn enter() -> io::Result<Self> {
        enable_raw_mode()?;
        remember_where_it_breaks();
        let (width, height) = size().unwrap_or((80, 24));
        let options = TerminalOptions {
            viewport: Viewport::Fixed(Rect::new(0, 0, width, height)),
        };
        let outbox = Outbox::default();
        let backend = CrosstermBackend::new(outbox.clone());
        let ratatui = ratatui::Terminal::with_options(backend, options)?;
        let mut terminal = Self {
            ratatui,
            outbox,
            title: String::new(),
            owner: TerminalOwner::Shell,
        };
        terminal.take();
        Ok(terminal)
    }

    /// Goes out with the next frame.
    fn take(&mut self) {
        match self.owner {
            TerminalOwner::Shell => self.queue(KEEP_TITLE),
            // What the terminal keeps of before the program stays as it is: the title, and, by leaving the alternate
            // screen before it is entered, the place of the cursor on the other one.
            TerminalOwner::Program => self.queue(LeaveAlternateScreen),
        }
        self.owner = TerminalOwner::Program;
        self.queue(EnterAlternateScreen);
        self.queue(EnableBracketedPaste);
        self.queue(SetAttribute(Attribute::Reset));
    }

    /// Takes the terminal over again after the program was stopped, whether or not it could give it back before.
    /// Answers with the size the window has now; the frame is to be drawn whole.
    pub(super) fn take_again(&mut self) -> Size {
        // A shell has set the line otherwise meanwhile. crossterm goes by what it did itself, so it must undo that first.
        // This comes before anything is shown: in the background, it is here that the system stops the program again.
        let _ = disable_raw_mode();
        let _ = enable_raw_mode();
        self.take();
        let title = std::mem::take(&mut self.title);
        self.title(&title);
        size().map_or(self.size(), |(width, height)| Size::new(width, height))
    }

    /// Gives the terminal back as it was. It may be gone; then there is nothing to give back to.
    pub(super) fn give_back(&mut self) {
        self.queue(DisableBracketedPaste);
        self.queue(LeaveAlternateScreen);
        self.queue(Show);
        self.queue(GIVE_TITLE_BACK);
        let _ = self.send();
        let _ = disable_raw_mode();
        self.owner = TerminalOwner::Shell;
    }

    /// The size of the window.
    pub(super) fn size(&mut self) -> Size {
        self.ratatui.current_buffer_mut().area.as_size()
    }

    /// The window has a new size; the next frame is drawn whole.
    pub(super) fn resize(&mut self, size: Size) {
        let _ = self
            .ratatui
            .resize(Rect::new(0, 0, size.width, size.height));
    }

    /// Draws a frame that the terminal shows all at once.
    ///
    /// # Errors
    /// Where the terminal is gone.
    pub(super) fn draw(&mut self, view: impl FnOnce(&mut Frame)) -> io::Result<()> {
        self.queue(BeginSynchronizedUpdate);
        self.ratatui.draw(view)?;
        self.queue(EndSynchronizedUpdate);
        self.send()
    }

    /// The title of the window. A terminal without titles ignores it.
    pub(super) fn title(&mut self, title: &str) {
        self.queue(SetTitle(title));
        title.clone_into(&mut self.title);
    }

    /// To the clipboard of the system. A terminal that does not allow it ignores it.
    pub(super) fn copy(&mut self, text: &str) {
        self.queue(CopyToClipboard::to_clipboard_from(text));
    }

    /// Goes out with the next frame.
    fn queue(&mut self, command: impl Command) {
        let _ = queue!(self.ratatui.backend_mut(), command);
    }

    fn send(&mut self) -> io::Result<()> {
        let bytes = self.outbox.0.take();
        let mut out = io::stdout().lock();
        out.write_all(&bytes).and_then(|()| out.flush())
    }
}

/// Keeps the place of a panic of this thread, and nothing else: its message may hold what the user wrote.
fn remember_where_it_breaks() {
    let main = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == main {
            let place = info.location().map(|at| {
                let file = Path::new(at.file()).file_name().unwrap_or_default();
                format!("{}:{}", file.to_string_lossy(), at.line())
            });
            let mut broke_at = BROKE_AT.lock().unwrap_or_else(PoisonError::into_inner);
            *broke_at = place.unwrap_or_default();
        }
    }));
}

/// Where the program broke.
pub(super) fn last_panic() -> String {
    BROKE_AT
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clone()
}
