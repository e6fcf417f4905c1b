//! The saver: takes the newest state of the open meeting and sees to it that it is on the disk.
//!
//! Each state is stored at once so that it survives the death of this program, and within a second so that it survives
//! the death of the machine. The first is quick; the second waits for the disk, on a thread of its own, so that a slow
//! disk holds up nothing. States that come meanwhile replace one another; only the newest counts.

use std::{
    path::PathBuf,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::{Duration, Instant},
};

use crate::{
    archive::{
        Held,
        record::Saved,
        through::{Done, Through},
    },
    meeting::{Meeting, Timestamp, case_code::CaseCode},
    text::problem::Problem,
};

/// The saver of one open meeting. When dropped, it first stores what it was given last, like [`Saver::finish`].
#[derive(Debug)]
pub struct Saver {
    desk: Arc<Desk>,
    patience: Duration,
    file: PathBuf,
    finished: bool,
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
    /// Another program had changed the file of the meeting. The newest state is stored, and the other one kept.
    ChangedOutside {
        /// The file of the meeting.
        file: PathBuf,
        /// Where the other one is.
        kept: PathBuf,
    },
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
        let desk = Arc::new(Desk::default());
        let (waits, jobs) = mpsc::channel();
        let worker = Worker {
            desk: Arc::clone(&desk),
            pace,
            report,
            held,
            waits,
            unsaved: None,
            last: None,
            under_way: None,
            asked: Asked::default(),
            quick: Quick::Stored,
            failures: 0,
            retry_at: None,
            refused: None,
        };
        let for_disk = Arc::clone(&desk);
        let spawn = |name: &str, run: Box<dyn FnOnce() + Send>| {
            let thread = thread::Builder::new().name(name.to_owned());
            thread.spawn(run).map_err(|error| Problem::NotOpened {
                file: file.clone(),
                cause: (&error).into(),
            })
        };
        spawn("disk", Box::new(move || wait_for_disk(&jobs, &for_disk)))?;
        spawn("lagring", Box::new(move || worker.run()))?;
        Ok(Self {
            desk,
            patience: pace.patience,
            file,
            finished: false,
        })
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
            .put(|tray| tray.asked.order = tray.asked.order.max(Order::Flush));
    }

    /// Writes the newest state through to the disk and waits until that is done. The saver goes on.
    ///
    /// # Errors
    /// Where it could not be stored, or the disk does not answer: the saver keeps it and tries again by itself. Where
    /// another program had changed the file: all is stored, and there is something to choose between.
    pub fn settle(&self) -> Result<(), Problem> {
        self.wait_for(Order::Flush)
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
        self.wait_for(Order::Finish)
    }

    fn wait_for(&self, order: Order) -> Result<(), Problem> {
        let (reply, answer) = mpsc::channel();
        self.desk.put(|tray| {
            tray.asked.order = tray.asked.order.max(order);
            tray.asked.replies.push(reply);
        });
        match answer.recv_timeout(self.patience) {
            Ok(result) => result,
            Err(RecvTimeoutError::Timeout) => Err(Problem::DiskSilent {
                file: self.file.clone(),
            }),
            Err(RecvTimeoutError::Disconnected) => Err(Problem::SavingStopped),
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

/// Carries out one job after the other. Ends when no more can come.
fn wait_for_disk(jobs: &Receiver<Through>, desk: &Desk) {
    for job in jobs {
        let done = job.carry_out();
        desk.put(|tray| tray.done = Some(done));
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
    /// What has come back from the disk.
    done: Option<Done>,
    asked: Asked,
}

impl Tray {
    fn is_empty(&self) -> bool {
        self.newest.is_none() && self.done.is_none() && self.asked.order == Order::None
    }
}

/// What the saver was asked for, and who wants to know how it went.
#[derive(Debug, Default)]
struct Asked {
    order: Order,
    replies: Vec<Sender<Result<(), Problem>>>,
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
        while tray.is_empty() {
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
    /// The thread that waits for the disk.
    waits: Sender<Through>,
    unsaved: Option<Unsaved>,
    /// The last state that was written through.
    last: Option<State>,
    under_way: Option<UnderWay>,
    /// What was asked for and is not under way yet.
    asked: Asked,
    /// Whether the newest state is stored in the quick way.
    quick: Quick,
    /// Failures in a row, and when to try again after the last.
    failures: usize,
    retry_at: Option<Instant>,
    /// The case code the files could not be named after; not tried again for every state.
    refused: Option<CaseCode>,
}

/// Whether a state survives the death of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quick {
    Stored,
    Barred,
}

/// The newest state, while it is not written through to the disk.
struct Unsaved {
    state: State,
    /// When the oldest state that is not written through was taken from the desk, by the saver's own clock.
    sync_from: Instant,
    /// When it was handed in.
    since: Timestamp,
}

/// What the disk is working on.
struct UnderWay {
    unsaved: Unsaved,
    asked: Asked,
}

/// Whether the saver has come to its end, and who is to be told how.
enum Next {
    GoOn,
    End(Asked, Result<(), Problem>),
}

impl<R: Fn(Report)> Worker<R> {
    fn run(mut self) {
        let (asked, result) = loop {
            if let Next::End(asked, result) = self.turn() {
                break (asked, result);
            }
        };
        self.held.close();
        asked.answer(&result);
    }

    fn turn(&mut self) -> Next {
        let Tray {
            newest,
            done,
            asked,
        } = self.desk.take(self.deadline());
        self.asked.order = self.asked.order.max(asked.order);
        self.asked.replies.extend(asked.replies);
        if let Some(state) = newest {
            self.accept(state);
        }
        if let Some(done) = done
            && let Next::End(asked, result) = self.settle(done)
        {
            return Next::End(asked, result);
        }
        // What cannot be stored the quick way is stored the thorough way at once, unless that failed just now.
        let exposed = self.quick == Quick::Barred && self.retry_at.is_none();
        let urgent = self.asked.order != Order::None || exposed;
        let due = self.deadline().is_some_and(|deadline| deadline <= now());
        if self.under_way.is_none() && (urgent || due) {
            return self.begin();
        }
        Next::GoOn
    }

    /// When something has to be done although nobody asks.
    fn deadline(&self) -> Option<Instant> {
        let unsaved = self.unsaved.as_ref().filter(|_| self.under_way.is_none())?;
        self.retry_at
            .or_else(|| unsaved.sync_from.checked_add(self.pace.sync))
    }

    /// Takes a state over, and stores it so that it survives the death of the program.
    fn accept(&mut self, state: State) {
        let stored = self.held.write_twin(&state.meeting, state.saved);
        self.quick = match stored {
            Ok(()) => Quick::Stored,
            Err(_) => Quick::Barred,
        };
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
    }

    /// Has the newest state written through to the disk.
    fn begin(&mut self) -> Next {
        let asked = std::mem::take(&mut self.asked);
        let Some(unsaved) = self.unsaved.take().or_else(|| self.overwritten()) else {
            return asked.answered(Ok(()));
        };
        let Unsaved { state, .. } = &unsaved;
        match self.held.prepare(&state.meeting, state.saved) {
            Ok(job) => {
                self.under_way = Some(UnderWay { unsaved, asked });
                // Should that thread be gone, whoever waits for an answer is told that none came.
                let _ = self.waits.send(job);
                Next::GoOn
            }
            Err(problem) => self.failed(problem, UnderWay { unsaved, asked }),
        }
    }

    /// The last state, where another program has put its own in the place of it: then it is nowhere else.
    fn overwritten(&mut self) -> Option<Unsaved> {
        let state = self.last.take_if(|_| self.held.is_changed_outside())?;
        Some(Unsaved {
            sync_from: now(),
            since: state.saved.at,
            state,
        })
    }

    /// Takes in what has come of the job that was under way.
    fn settle(&mut self, done: Done) -> Next {
        let Some(under_way) = self.under_way.take() else {
            return Next::GoOn;
        };
        match self.held.settle(done) {
            Ok(outside) => self.stored(under_way, outside),
            Err(problem) => self.failed(problem, under_way),
        }
    }

    fn failed(&mut self, problem: Problem, under_way: UnderWay) -> Next {
        let last = self.pace.retry.len() - 1;
        let pause = self.pace.retry.get(self.failures.min(last));
        self.retry_at = pause.and_then(|pause| now().checked_add(*pause));
        self.failures = self.failures.saturating_add(1);
        let UnderWay {
            unsaved: old,
            asked,
        } = under_way;
        (self.report)(Report::Failed {
            problem: problem.clone(),
            since: old.since,
        });
        // A state that came meanwhile is newer; what is missing is missing since the older one.
        let state = match self.unsaved.take() {
            Some(newer) => newer.state,
            None => old.state,
        };
        self.unsaved = Some(Unsaved { state, ..old });
        asked.answered(Err(problem))
    }

    fn stored(&mut self, under_way: UnderWay, outside: Option<PathBuf>) -> Next {
        let UnderWay { unsaved, asked } = under_way;
        let Saved { number, at } = unsaved.state.saved;
        self.failures = 0;
        self.retry_at = None;
        if self.unsaved.is_none() {
            self.quick = Quick::Stored;
        }
        (self.report)(Report::Saved { number, at });
        let mut result = Ok(());
        if let Some(kept) = outside {
            let file = self.held.path().to_owned();
            (self.report)(Report::ChangedOutside {
                file: file.clone(),
                kept: kept.clone(),
            });
            result = Err(Problem::ChangedOutside { file, kept });
        }
        self.name_after(&unsaved.state.meeting);
        self.last = Some(unsaved.state);
        asked.answered(result)
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

impl Asked {
    /// Tells those who wait, unless it is the end: they are told when the files are closed.
    fn answered(self, result: Result<(), Problem>) -> Next {
        if self.order == Order::Finish {
            return Next::End(self, result);
        }
        self.answer(&result);
        Next::GoOn
    }

    fn answer(self, result: &Result<(), Problem>) {
        for reply in self.replies {
            // Whoever asked may have gone by now.
            let _ = reply.send(result.clone());
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
