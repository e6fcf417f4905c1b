//! The saver thread: takes the newest state of the open meeting and sees to it that it is on the disk.
//!
//! Each state is stored at once so that it survives the death of this program, and within a second so that it survives
//! the death of the machine. States that come while the disk is busy replace one another; only the newest counts.

use std::{
    path::PathBuf,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use crate::{
    archive::{Held, record::Saved},
    meeting::{Meeting, Timestamp, case_code::CaseCode},
    text::problem::Problem,
};

/// The saver of one open meeting. When dropped, it first stores what it was given last, like [`Saver::finish`].
#[derive(Debug)]
pub struct Saver {
    desk: Arc<Desk>,
    thread: Option<JoinHandle<Result<(), Problem>>>,
}

/// What the saver has to tell. Comes on its own thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// This state, and all before it, survives the death of the machine.
    Saved {
        /// Its number.
        number: u64,
        /// When it was handed in.
        at: Timestamp,
    },
    /// The newest state could not be stored. The saver tries again by itself.
    Failed {
        /// Why.
        problem: Problem,
        /// The oldest state that is not on the disk was handed in then.
        since: Timestamp,
    },
    /// The files of the meeting are called after its new case code.
    Renamed {
        /// The file of the meeting.
        path: PathBuf,
    },
    /// The files keep their name although the case code has changed. All is stored.
    NotRenamed {
        /// Why.
        problem: Problem,
    },
}

/// How long the saver waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// From the first state that the disk may not have, until the disk is waited for.
    pub sync: Duration,
    /// After the first, second, third and every later failure in a row.
    pub retry: [Duration; 4],
}

impl Pace {
    /// The pace of the program.
    pub const USUAL: Self = Self {
        sync: Duration::from_secs(1),
        retry: [
            Duration::from_secs(1),
            Duration::from_secs(2),
            Duration::from_secs(5),
            Duration::from_secs(10),
        ],
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
        let desk = Arc::new(Desk::default());
        let worker = Worker {
            desk: Arc::clone(&desk),
            pace,
            report,
            held,
            unsaved: None,
            failures: 0,
            retry_at: None,
            refused: None,
        };
        let thread = thread::Builder::new().name("lagring".to_owned());
        match thread.spawn(move || worker.run()) {
            Ok(thread) => Ok(Self {
                desk,
                thread: Some(thread),
            }),
            Err(error) => Err(Problem::NotOpened {
                file,
                cause: (&error).into(),
            }),
        }
    }

    /// Hands in the newest state. Its number must be higher than that of any state before it, also on the disk.
    pub fn submit(&self, meeting: Meeting, number: u64, at: Timestamp) {
        let state = State {
            meeting,
            saved: Saved { at, number },
        };
        self.desk.put(|tray| tray.newest = Some(state));
    }

    /// Asks for the newest state to be written through to the disk without delay; returns before that is done.
    pub fn flush(&self) {
        self.desk
            .put(|tray| tray.order = tray.order.max(Order::Flush));
    }

    /// Writes the newest state through to the disk and waits until that is done. The saver goes on.
    ///
    /// # Errors
    /// Where it could not be stored. The saver keeps it and tries again by itself.
    pub fn settle(&self) -> Result<(), Problem> {
        let (reply, answer) = mpsc::channel();
        self.desk.put(|tray| {
            tray.order = tray.order.max(Order::Flush);
            tray.reply = Some(reply);
        });
        answer.recv().unwrap_or(Err(Problem::SavingStopped))
    }

    /// Writes the newest state through to the disk, closes the files and waits until that is done.
    ///
    /// # Errors
    /// Where it could not be stored (tried once more). What was stored before stands.
    pub fn finish(mut self) -> Result<(), Problem> {
        self.stop()
    }

    fn stop(&mut self) -> Result<(), Problem> {
        self.desk.put(|tray| tray.order = Order::Finish);
        let thread = self.thread.take();
        thread.map_or(Ok(()), |thread| {
            thread.join().unwrap_or(Err(Problem::SavingStopped))
        })
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        // Nobody is left to be told; who wants to know calls `finish`.
        let _ = self.stop();
    }
}

/// A state of the meeting on its way to the disk.
#[derive(Debug)]
struct State {
    meeting: Meeting,
    saved: Saved,
}

/// Where the program leaves work for the saver: one place, in which the newest state replaces the one before.
#[derive(Debug, Default)]
struct Desk {
    tray: Mutex<Tray>,
    filled: Condvar,
}

#[derive(Debug, Default)]
struct Tray {
    newest: Option<State>,
    order: Order,
    /// Who wants to know how it went.
    reply: Option<mpsc::Sender<Result<(), Problem>>>,
}

/// What the saver is asked for, the weaker before the stronger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Order {
    /// To keep its own pace.
    #[default]
    None,
    /// To write through now.
    Flush,
    /// To write through and stop.
    Finish,
}

impl Desk {
    fn put(&self, change: impl FnOnce(&mut Tray)) {
        change(&mut self.lock());
        self.filled.notify_one();
    }

    /// Waits until there is something to do, but at most until `deadline`, and takes all of it.
    fn take(&self, deadline: Option<Instant>) -> Tray {
        let mut tray = self.lock();
        while tray.newest.is_none() && tray.order == Order::None {
            let Some(deadline) = deadline else {
                tray = self
                    .filled
                    .wait(tray)
                    .unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            let wait = deadline.saturating_duration_since(now());
            if wait.is_zero() {
                break;
            }
            let woken = self.filled.wait_timeout(tray, wait);
            tray = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
        std::mem::take(&mut tray)
    }

    fn lock(&self) -> MutexGuard<'_, Tray> {
        // Nothing in the tray can be half done, so a panic elsewhere is no reason to stop saving.
        self.tray.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The thread's side.
struct Worker<R> {
    desk: Arc<Desk>,
    pace: Pace,
    report: R,
    held: Held,
    unsaved: Option<Unsaved>,
    /// Failures in a row, and when to try again after the last.
    failures: usize,
    retry_at: Option<Instant>,
    /// The case code the files could not be named after; not tried again for every state.
    refused: Option<CaseCode>,
}

/// The newest state, while it is not written through to the disk.
struct Unsaved {
    state: State,
    /// When the oldest state that is not written through was taken from the desk, by the saver's own clock.
    sync_from: Instant,
    /// When it was handed in.
    since: Timestamp,
}

impl<R: Fn(Report)> Worker<R> {
    fn run(mut self) -> Result<(), Problem> {
        loop {
            let Tray {
                newest,
                order,
                reply,
            } = self.desk.take(self.deadline());
            let stored = newest.map_or(Ok(()), |state| self.accept(state));
            // What cannot be stored the quick way is stored the thorough way at once, unless that failed just now.
            let urgent = order != Order::None || stored.is_err() && self.retry_at.is_none();
            let due = self.deadline().is_some_and(|deadline| deadline <= now());
            let through = if urgent || due {
                self.write_through()
            } else {
                Ok(())
            };
            if let Some(reply) = reply {
                // Whoever asked may have gone by now.
                let _ = reply.send(through.clone());
            }
            if order == Order::Finish {
                self.held.close();
                return through;
            }
        }
    }

    /// When something has to be done although nobody asks.
    fn deadline(&self) -> Option<Instant> {
        let unsaved = self.unsaved.as_ref()?;
        self.retry_at
            .or_else(|| unsaved.sync_from.checked_add(self.pace.sync))
    }

    /// Takes a state over, and stores it so that it survives the death of the program.
    fn accept(&mut self, state: State) -> Result<(), Problem> {
        let stored = self.held.write_twin(&state.meeting, state.saved);
        match &mut self.unsaved {
            Some(unsaved) => unsaved.state = state,
            None => {
                self.unsaved = Some(Unsaved {
                    sync_from: now(),
                    since: state.saved.at,
                    state,
                });
            }
        }
        stored
    }

    /// Writes the newest state through to the disk, and tells how that went.
    fn write_through(&mut self) -> Result<(), Problem> {
        let Some(Unsaved { state, since, .. }) = &self.unsaved else {
            return Ok(());
        };
        if let Err(problem) = self.held.write_main(&state.meeting, state.saved) {
            let last = self.pace.retry.len() - 1;
            let pause = self.pace.retry.get(self.failures.min(last));
            self.retry_at = pause.and_then(|pause| now().checked_add(*pause));
            self.failures = self.failures.saturating_add(1);
            (self.report)(Report::Failed {
                problem: problem.clone(),
                since: *since,
            });
            return Err(problem);
        }
        let Saved { number, at } = state.saved;
        (self.report)(Report::Saved { number, at });
        let meeting = self.unsaved.take().map(|unsaved| unsaved.state.meeting);
        self.failures = 0;
        self.retry_at = None;
        if let Some(meeting) = meeting {
            self.name_after(&meeting);
        }
        Ok(())
    }

    /// Names the files after the case code where that has changed.
    fn name_after(&mut self, meeting: &Meeting) {
        if meeting.code == *self.held.code() {
            self.refused = None;
        } else if self.refused.as_ref() != Some(&meeting.code) {
            let renamed = self.held.rename(meeting);
            self.refused = renamed.is_err().then(|| meeting.code.clone());
            (self.report)(match renamed {
                Ok(()) => Report::Renamed {
                    path: self.held.path().to_owned(),
                },
                Err(problem) => Report::NotRenamed { problem },
            });
        }
    }
}

/// The saver's own clock. It measures waiting only; what is stored carries the time that was handed in with it.
#[expect(
    clippy::disallowed_methods,
    reason = "waiting for a disk is measured, not shown or stored"
)]
fn now() -> Instant {
    Instant::now()
}
