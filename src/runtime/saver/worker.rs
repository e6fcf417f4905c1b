//! The saver's thread: what is stored when, and who is told.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, Sender},
    },
    time::Instant,
};

use crate::{
    app::input::Report,
    archive::{Archive, Done, Held, Saved, Through},
    meeting::{CaseCode, Meeting, Timestamp},
    text::Problem,
};

use super::{
    Pace,
    mailbox::{Mail, Mailbox, MeetingState, Order, Requests, now},
};

/// Carries out one job after the other. Ends when no more can come.
pub(super) fn wait_for_disk(jobs: &Receiver<Through>, mailbox: &Mailbox) {
    for job in jobs {
        let saved = job.saved();
        // One that breaks has failed, and is tried again like any other.
        let done = catch_unwind(AssertUnwindSafe(|| job.carry_out()));
        let done = done.unwrap_or_else(|_panic| Done::broken(saved));
        mailbox.put(|mail| mail.done = Some(done));
    }
}

/// The thread's side.
pub(super) struct Worker<R> {
    mailbox: Arc<Mailbox>,
    pace: Pace,
    report: R,
    held: Held,
    /// The thread that waits for the disk.
    waits: Sender<Through>,
    unsaved: Option<Unsaved>,
    /// The last state that was written through.
    last: Option<MeetingState>,
    under_way: Option<UnderWay>,
    /// What was asked for and is not under way yet.
    requests: Requests,
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
    state: MeetingState,
    /// When the oldest state that is not written through was taken from the mailbox, by the saver's own clock.
    sync_from: Instant,
    /// When it was handed in.
    since: Timestamp,
}

/// What the disk is working on.
struct UnderWay {
    unsaved: Unsaved,
    requests: Requests,
}

/// Whether the saver has come to its end, and who is to be told how.
enum Next {
    GoOn,
    End(Requests, Result<(), Problem>),
}

impl<R: Fn(Report)> Worker<R> {
    /// A worker that has nothing to do yet. What has to wait for the disk goes to `waits`, and comes back to the
    /// mailbox.
    pub(super) fn new(
        held: Held,
        pace: Pace,
        report: R,
        mailbox: Arc<Mailbox>,
        waits: Sender<Through>,
    ) -> Self {
        Self {
            mailbox,
            pace,
            report,
            held,
            waits,
            unsaved: None,
            last: None,
            under_way: None,
            requests: Requests::default(),
            quick: Quick::Stored,
            failures: 0,
            retry_at: None,
            refused: None,
        }
    }

    /// Works until it is asked to finish, and closes the files. Should it break, that is told: nobody else would notice.
    pub(super) fn run(mut self) {
        match catch_unwind(AssertUnwindSafe(|| self.work())) {
            Ok((requests, result)) => {
                self.held.close();
                requests.answer(&result);
            }
            Err(_panic) => {
                self.mailbox.shut();
                (self.report)(Report::Stopped);
            }
        }
    }

    fn work(&mut self) -> (Requests, Result<(), Problem>) {
        loop {
            if let Next::End(requests, result) = self.turn() {
                return (requests, result);
            }
        }
    }

    fn turn(&mut self) -> Next {
        let Mail {
            newest,
            done,
            requests,
            ..
        } = self.mailbox.take(self.deadline());
        self.requests.order = self.requests.order.max(requests.order);
        self.requests.replies.extend(requests.replies);
        if let Some(state) = newest {
            self.accept(state);
        }
        if let Some(done) = done
            && let Next::End(requests, result) = self.settle(done)
        {
            return Next::End(requests, result);
        }
        // What cannot be stored the quick way is stored the thorough way at once, unless that failed just now.
        let exposed = self.quick == Quick::Barred && self.retry_at.is_none();
        let urgent = self.requests.order != Order::None || exposed;
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
    fn accept(&mut self, state: MeetingState) {
        let stored = self.held.write_recovery(&state.meeting, state.saved);
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
        let requests = std::mem::take(&mut self.requests);
        let Some(unsaved) = self.unsaved.take().or_else(|| self.overwritten()) else {
            return requests.answered(Ok(()));
        };
        let Unsaved { state, .. } = &unsaved;
        match self.held.prepare(&state.meeting, state.saved) {
            Ok(job) => match self.waits.send(job) {
                Ok(()) => {
                    self.under_way = Some(UnderWay { unsaved, requests });
                    Next::GoOn
                }
                Err(_) => self.failed(Problem::SavingStopped, UnderWay { unsaved, requests }),
            },
            Err(problem) => self.failed(problem, UnderWay { unsaved, requests }),
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
            requests,
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
        requests.answered(Err(problem))
    }

    fn stored(&mut self, under_way: UnderWay, outside: Option<PathBuf>) -> Next {
        let UnderWay { unsaved, requests } = under_way;
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
        requests.answered(result)
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
                    file: self.held.path().to_owned(),
                    outside: Archive::undecided(self.held.path()),
                },
                Err(problem) => Report::NotRenamed(problem),
            });
        }
    }
}

impl Requests {
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
