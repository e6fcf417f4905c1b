//! The thread that waits for the terminal: keys, pastes, new sizes.

use std::{sync::mpsc::Sender, thread};

use crossterm::event::{self, Event};
use ratatui::layout::Size;

use crate::{app::input::Input, ui::Key};

use super::Message;

/// Starts the thread. It ends with the program, or when the terminal is gone.
pub(super) fn listen(sender: Sender<Message>) {
    thread::spawn(move || {
        loop {
            let message = match event::read() {
                Ok(event) => message_of(event),
                Err(_) => Some(Message::InputLost),
            };
            let lost = matches!(message, Some(Message::InputLost));
            if message.is_some_and(|message| sender.send(message).is_err()) || lost {
                return;
            }
        }
    });
}

fn message_of(event: Event) -> Option<Message> {
    match event {
        Event::Key(event) => {
            let key = Key::from_event(event)?;
            Some(match key.typed() {
                Some(c) => Message::Character(c),
                None => Message::Input(Input::Key(key)),
            })
        }
        Event::Paste(text) => Some(Message::Input(Input::Paste(text))),
        Event::Resize(width, height) => {
            Some(Message::Input(Input::Resize(Size::new(width, height))))
        }
        Event::FocusGained | Event::FocusLost | Event::Mouse(_) => None,
    }
}
