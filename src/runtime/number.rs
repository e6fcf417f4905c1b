//! An identity number for the command line: typed without being shown, or read from another program; never an argument,
//! which a shell would remember.

use std::io::{self, BufRead, IsTerminal, Read, Write};

use crossterm::{
    event::{self, Event, KeyCode, KeyModifiers},
    terminal::{disable_raw_mode, enable_raw_mode},
};

use crate::ui::Key;

/// What of a line is read at most.
const MOST: u64 = 64;

/// What is typed after these words, or stands in the first line of the standard input where that is no terminal.
///
/// # Errors
/// Where there is nobody to ask, or whoever was asked would rather not.
pub fn ask(words: &str) -> io::Result<String> {
    if io::stdin().is_terminal() {
        let mut out = io::stderr();
        write!(out, "{words} ")?;
        out.flush()?;
        let typed = typed();
        writeln!(out)?;
        typed
    } else {
        let mut line = String::new();
        let read = io::stdin().lock().take(MOST).read_line(&mut line);
        read?;
        Ok(line)
    }
}

/// The line is set back however the typing ends.
struct Raw;

impl Drop for Raw {
    fn drop(&mut self) {
        let _ = disable_raw_mode();
    }
}

fn typed() -> io::Result<String> {
    enable_raw_mode()?;
    let _raw = Raw;
    let mut typed = String::new();
    loop {
        let Event::Key(event) = event::read()? else {
            continue;
        };
        let Some(key) = Key::from_event(event) else {
            continue;
        };
        match (key.code, key.typed()) {
            (KeyCode::Enter, _) => return Ok(typed),
            (KeyCode::Backspace, _) => drop(typed.pop()),
            (KeyCode::Esc, _) => return Err(io::ErrorKind::Interrupted.into()),
            (KeyCode::Char('c' | 'd'), None) if key.modifiers == KeyModifiers::CONTROL => {
                return Err(io::ErrorKind::Interrupted.into());
            }
            (_, Some(c)) => typed.push(c),
            (_, None) => {}
        }
    }
}
