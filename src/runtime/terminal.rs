//! Taking the terminal over and giving it back as it was, also when the program breaks.

use std::{
    io::{self, Stdout, Write},
    panic,
    sync::{Mutex, PoisonError},
    thread,
};

use crossterm::{
    clipboard::CopyToClipboard,
    event::{DisableBracketedPaste, EnableBracketedPaste},
    execute, queue,
    terminal::{
        BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
        SetTitle, disable_raw_mode, enable_raw_mode,
    },
};
use ratatui::{Frame, backend::CrosstermBackend};

/// The terminal as the program draws on it.
pub type Terminal = ratatui::Terminal<CrosstermBackend<Stdout>>;

/// Where the program broke, as file and line of its source: never what it was working with.
static BROKE_AT: Mutex<String> = Mutex::new(String::new());

/// Takes the terminal over.
///
/// # Errors
/// Where there is none.
pub fn enter() -> io::Result<Terminal> {
    enable_raw_mode()?;
    let main = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        // Only where it broke: the message of a panic may hold what the user wrote.
        if thread::current().id() == main {
            let place = info
                .location()
                .map(|at| format!("{}:{}", at.file(), at.line()));
            let mut broke_at = BROKE_AT.lock().unwrap_or_else(PoisonError::into_inner);
            *broke_at = place.unwrap_or_default();
        }
    }));
    // The title on top of the terminal's stack is what it gets back in the end.
    print_now("\x1b[22;0t");
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
    Terminal::new(CrosstermBackend::new(io::stdout()))
}

/// Gives the terminal back as it was. It may be gone; then there is nothing to give back to.
pub fn leave(terminal: &mut Terminal) {
    let _ = execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen);
    let _ = terminal.show_cursor();
    print_now("\x1b[23;0t");
    let _ = disable_raw_mode();
}

/// Draws a frame that the terminal shows all at once.
///
/// # Errors
/// Where the terminal is gone.
pub fn draw(terminal: &mut Terminal, view: impl FnOnce(&mut Frame)) -> io::Result<()> {
    queue!(terminal.backend_mut(), BeginSynchronizedUpdate)?;
    terminal.draw(view)?;
    execute!(terminal.backend_mut(), EndSynchronizedUpdate)
}

/// The title of the window. A terminal without titles ignores it.
pub fn title(title: &str) {
    let _ = execute!(io::stdout(), SetTitle(title));
}

/// To the clipboard of the system. A terminal that does not allow it ignores it.
pub fn copy(text: &str) {
    let _ = execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text));
}

/// Where the program broke.
pub fn last_panic() -> String {
    BROKE_AT
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clone()
}

fn print_now(sequence: &str) {
    let mut out = io::stdout();
    let _ = out.write_all(sequence.as_bytes());
    let _ = out.flush();
}
