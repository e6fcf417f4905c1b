//! Signals by which the system asks the program to go, to stop for a while, and to go on.

use std::sync::mpsc::Sender;

use super::Message;

/// What the system asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(
    not(unix),
    expect(dead_code, reason = "there are no signals to ask with")
)]
pub(super) enum SignalRequest {
    /// To go for good, with this exit status.
    Leave(u8),
    /// To stop until it is told to go on.
    Stop,
    /// It was stopped, asked or unasked, and goes on now.
    GoOn,
}

/// Signals that no longer kill or stop the program, whether or not somebody listens yet.
#[cfg(unix)]
pub(super) struct Signals(Option<signal_hook::iterator::Signals>);

#[cfg(unix)]
impl Signals {
    /// Must come before the terminal is touched. Where signals cannot be had, the saver's own pace protects the text.
    pub(super) fn catch() -> Self {
        use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
        let caught = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT];
        Self(signal_hook::iterator::Signals::new(caught).ok())
    }

    /// Starts the thread that passes them on, those included that came since they were caught.
    pub(super) fn listen(self, sender: &Sender<Message>) {
        let sender = sender.clone();
        if let Some(mut signals) = self.0 {
            std::thread::spawn(move || {
                for signal in signals.forever() {
                    let _ = sender.send(Message::Signal(request(signal)));
                }
            });
        }
    }
}

#[cfg(unix)]
fn request(signal: i32) -> SignalRequest {
    use signal_hook::consts::{SIGCONT, SIGTSTP};
    match signal {
        SIGTSTP => SignalRequest::Stop,
        SIGCONT => SignalRequest::GoOn,
        _ => SignalRequest::Leave(u8::try_from(128 + signal).unwrap_or(super::HANGUP)),
    }
}

/// Stops the whole program; returns when it is told to go on.
///
/// By SIGSTOP: SIGTSTP would do nothing in a window that has no shell, nor to a program that catches it.
#[cfg(unix)]
pub(super) fn stop() {
    // Where it cannot be stopped, it goes on at once.
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
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

/// Nobody asks for it.
#[cfg(not(unix))]
pub fn stop() {}
