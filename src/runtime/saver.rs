//! The saver: takes the newest state of the open meeting and sees to it that it is on the disk.
//!
//! Each state is stored at once so that it survives the death of this program, and within a second so that it survives
//! the death of the machine. The first is quick; the second waits for the disk, on a thread of its own, so that a slow
//! disk holds up nothing. States that come meanwhile replace one another; only the newest counts.

mod mailbox;
mod worker;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, Receiver, RecvTimeoutError},
    },
    thread,
    time::Duration,
};

use crate::{
    app::input::Report,
    archive::{Held, Saved},
    meeting::{Meeting, Timestamp},
    text::Problem,
};

use self::{
    mailbox::{Mailbox, MeetingState, Order},
    worker::{Worker, wait_for_disk},
};

/// The saver of one open meeting. When dropped, it first stores what it was given last, like [`Saver::finish`].
#[derive(Debug)]
pub struct Saver {
    mailbox: Arc<Mailbox>,
    patience: Duration,
    file: PathBuf,
    finished: bool,
}

/// How long the saver waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// From the first state that the disk may not have, until the disk is waited for.
    pub sync: Duration,
    /// After the first, second, third and every later failure in a row.
    pub retry: [Duration; 4],
    /// How long somebody who wants to leave waits for a disk that does not answer.
    pub patience: Duration,
}

impl Pace {
    /// The pace of the program.
    pub const USUAL: Self = Self {
        // Less than the promised second, of which the disk needs a part.
        sync: Duration::from_millis(700),
        retry: [
            Duration::from_secs(1),
            Duration::from_secs(2),
            Duration::from_secs(5),
            Duration::from_secs(10),
        ],
        patience: Duration::from_secs(5),
    };
}

impl Saver {
    /// Starts a saver for the meeting whose files are `held`.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn start(
        held: Held,
        pace: Pace,
        report: impl Fn(Report) + Send + 'static,
    ) -> Result<Self, Problem> {
        let file = held.path().to_owned();
        let mailbox = Arc::new(Mailbox::default());
        let (waits, jobs) = mpsc::channel();
        let worker = Worker::new(held, pace, report, Arc::clone(&mailbox), waits);
        let for_disk = Arc::clone(&mailbox);
        let spawn = |name: &str, run: Box<dyn FnOnce() + Send>| {
            let thread = thread::Builder::new().name(name.to_owned());
            thread.spawn(run).map_err(|error| Problem::NotOpened {
                file: file.clone(),
                cause: (&error).into(),
            })
        };
        spawn("disk", Box::new(move || wait_for_disk(&jobs, &for_disk)))?;
        spawn("saver", Box::new(move || worker.run()))?;
        Ok(Self {
            mailbox,
            patience: pace.patience,
            file,
            finished: false,
        })
    }

    /// The file of the meeting, as it was called at the start.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Hands in the newest state. Its number must be higher than that of any state before it, also on the disk.
    pub fn submit(&self, meeting: Meeting, number: u64, at: Timestamp) {
        let state = MeetingState {
            meeting,
            saved: Saved { at, number },
        };
        self.mailbox.put(|mail| mail.newest = Some(state));
    }

    /// Asks for the newest state to be written through to the disk without delay; returns before that is done.
    pub fn flush(&self) {
        self.mailbox
            .put(|mail| mail.requests.order = mail.requests.order.max(Order::Flush));
    }

    /// Asks for the newest state to be written through to the disk; the answer waits until that is done. The saver goes on.
    pub fn settle(&self) -> Settling {
        self.ask(Order::Flush)
    }

    /// Writes the newest state through to the disk, closes the files and waits until that is done.
    ///
    /// # Errors
    /// Where it could not be stored (tried once more), or the disk does not answer. What was stored before stands.
    pub fn finish(mut self) -> Result<(), Problem> {
        self.stop()
    }

    fn stop(&mut self) -> Result<(), Problem> {
        self.finished = true;
        self.ask(Order::Finish).wait()
    }

    fn ask(&self, order: Order) -> Settling {
        let (reply, answer) = mpsc::channel();
        self.mailbox.put(|mail| {
            mail.requests.order = mail.requests.order.max(order);
            mail.requests.replies.push(reply);
        });
        Settling {
            mailbox: Arc::clone(&self.mailbox),
            answer,
            patience: self.patience,
            file: self.file.clone(),
            other: None,
        }
    }
}

/// What the saver is going to answer.
#[derive(Debug)]
pub struct Settling {
    mailbox: Arc<Mailbox>,
    answer: Receiver<Result<(), Problem>>,
    patience: Duration,
    file: PathBuf,
    other: Option<Box<Self>>,
}

impl Settling {
    /// As good as this answer is that of a saver that has the same meeting elsewhere.
    pub fn or(self, other: Self) -> Self {
        Self {
            other: Some(Box::new(other)),
            ..self
        }
    }

    /// Waits for it. Who has waited in vain before does not wait so long again.
    ///
    /// # Errors
    /// Where the state could not be stored, or the disk does not answer: the saver keeps it and tries again by itself.
    /// Where another program had changed the file: all is stored, and there is something to choose between.
    pub fn wait(self) -> Result<(), Problem> {
        let patience = if self.mailbox.is_silent() {
            self.patience / 10
        } else {
            self.patience
        };
        let result = match self.answer.recv_timeout(patience) {
            Ok(result) => {
                self.mailbox.answers();
                result
            }
            Err(RecvTimeoutError::Timeout) => {
                self.mailbox.falls_silent();
                Err(Problem::DiskSilent(self.file))
            }
            Err(RecvTimeoutError::Disconnected) => Err(Problem::SavingStopped),
        };
        match (result, self.other) {
            // All is stored, but there is something to choose between, and that is not elsewhere.
            (Err(changed @ Problem::ChangedOutside { .. }), _) => Err(changed),
            (Err(problem), Some(other)) => other.wait().map_err(|_| problem),
            (result, _) => result,
        }
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        if !self.finished {
            // Nobody is left to be told; who wants to know calls `finish`.
            let _ = self.stop();
        }
    }
}
