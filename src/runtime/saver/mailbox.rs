//! Where the program and the thread that waits for the disk leave what the saver is to deal with.

use std::{
    sync::{
        Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::Sender,
    },
    time::Instant,
};

use crate::{
    archive::{Done, Saved},
    meeting::Meeting,
    text::Problem,
};

/// A state of the meeting on its way to the disk.
#[derive(Debug)]
pub(super) struct MeetingState {
    pub meeting: Meeting,
    pub saved: Saved,
}

/// Where the program leaves work for the saver: one place, in which the newest state replaces the one before.
#[derive(Debug, Default)]
pub(super) struct Mailbox {
    mail: Mutex<Mail>,
    filled: Condvar,
    /// Whether somebody has waited for an answer in vain, and none has come since.
    silent: AtomicBool,
}

#[derive(Debug, Default)]
pub(super) struct Mail {
    pub newest: Option<MeetingState>,
    /// What has come back from the disk.
    pub done: Option<Done>,
    pub requests: Requests,
    /// Whether anybody comes to take it.
    intake: Intake,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Intake {
    #[default]
    Open,
    Shut,
}

impl Mail {
    fn is_empty(&self) -> bool {
        self.newest.is_none() && self.done.is_none() && self.requests.order == Order::None
    }
}

/// What the saver was asked for, and who wants to know how it went.
#[derive(Debug, Default)]
pub(super) struct Requests {
    pub order: Order,
    pub replies: Vec<Sender<Result<(), Problem>>>,
}

/// What the saver is asked for, the weaker before the stronger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Order {
    /// To keep its own pace.
    #[default]
    None,
    /// To write through now.
    Flush,
    /// To write through and stop.
    Finish,
}

impl Mailbox {
    pub(super) fn put(&self, change: impl FnOnce(&mut Mail)) {
        let mut mail = self.lock();
        change(&mut mail);
        if mail.intake == Intake::Shut {
            // Whoever waits for an answer sees that none will come.
            mail.requests = Requests::default();
        }
        self.filled.notify_one();
    }

    /// Nobody takes anything from here any more.
    pub(super) fn shut(&self) {
        self.put(|mail| mail.intake = Intake::Shut);
    }

    /// Waits until there is something to do, but at most until `deadline`, and takes all of it.
    pub(super) fn take(&self, deadline: Option<Instant>) -> Mail {
        let mut mail = self.lock();
        while mail.is_empty() {
            let Some(deadline) = deadline else {
                mail = self
                    .filled
                    .wait(mail)
                    .unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            let wait = deadline.saturating_duration_since(now());
            if wait.is_zero() {
                break;
            }
            let woken = self.filled.wait_timeout(mail, wait);
            mail = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
        std::mem::take(&mut mail)
    }

    /// Whether the last one who waited for an answer did so in vain.
    pub(super) fn is_silent(&self) -> bool {
        self.silent.load(Ordering::Relaxed)
    }

    /// Notes that somebody waited for an answer in vain.
    pub(super) fn falls_silent(&self) {
        self.silent.store(true, Ordering::Relaxed);
    }

    /// Notes that an answer came in time.
    pub(super) fn answers(&self) {
        self.silent.store(false, Ordering::Relaxed);
    }

    fn lock(&self) -> MutexGuard<'_, Mail> {
        // Nothing in the mail can be half done, so a panic elsewhere is no reason to stop saving.
        self.mail.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The saver's own clock. It measures waiting only; what is stored carries the time that was handed in with it.
#[expect(
    clippy::disallowed_methods,
    reason = "waiting for a disk is measured, not shown or stored"
)]
pub(super) fn now() -> Instant {
    Instant::now()
}
