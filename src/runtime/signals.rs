//! Signals by which the system asks the program to go.

use std::sync::mpsc::Sender;

use super::Message;

/// Starts the thread that passes them on. Must come before the terminal is touched.
#[cfg(unix)]
pub fn listen(sender: &Sender<Message>) {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGTERM},
        iterator::Signals,
    };
    let sender = sender.clone();
    // Where signals cannot be had, the saver's own pace is what protects the text.
    if let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGTERM]) {
        std::thread::spawn(move || {
            for signal in signals.forever() {
                let _ = sender.send(Message::Signal(signal));
            }
        });
    }
}

/// Windows closes a console without a signal this program could hear; the saver's own pace is what protects the text.
#[cfg(not(unix))]
pub fn listen(_sender: &Sender<Message>) {}
