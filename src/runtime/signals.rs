//! Signals by which the system asks the program to go.

use std::sync::mpsc::Sender;

use super::Message;

/// Signals that no longer kill the program, whether or not somebody listens yet.
#[cfg(unix)]
pub struct Signals(Option<signal_hook::iterator::Signals>);

#[cfg(unix)]
impl Signals {
    /// Must come before the terminal is touched. Where signals cannot be had, the saver's own pace protects the text.
    pub fn catch() -> Self {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        Self(signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM]).ok())
    }

    /// Starts the thread that passes them on, those included that came since they were caught.
    pub fn listen(self, sender: &Sender<Message>) {
        let sender = sender.clone();
        if let Some(mut signals) = self.0 {
            std::thread::spawn(move || {
                for signal in signals.forever() {
                    let _ = sender.send(Message::Signal(signal));
                }
            });
        }
    }
}

/// Windows closes a console without a signal this program could hear; the saver's own pace is what protects the text.
#[cfg(not(unix))]
pub struct Signals;

#[cfg(not(unix))]
impl Signals {
    /// Nothing to catch.
    pub fn catch() -> Self {
        Self
    }

    /// Nothing to pass on.
    pub fn listen(self, _sender: &Sender<Message>) {}
}
