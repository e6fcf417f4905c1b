//! Carries out the effects of the program, and brings the answers back as inputs. Nothing here waits for the disk, but
//! at the very end.

use std::{
    path::PathBuf,
    sync::{Arc, mpsc::Sender},
    thread::{self, JoinHandle},
};

use crate::{
    app::{
        App,
        effect::{Effect, Snapshot},
        input::{Input, NotOpened, Opened},
        practice,
    },
    archive::{Archive, Held, Own, guard_file, practice_file},
    meeting::{MeetingKind, RunState, Zone},
    text::Problem,
};

use super::{
    Launch, Message, Opening,
    clock::Clock,
    closing::{SavedAt, closing, finishing},
    jobs::{self, Jobs, OpenedMeeting},
    reporter,
    saver::{Pace, Saver, Settling},
    terminal::Terminal,
};

/// Everything with which effects are carried out.
pub(super) struct Executor {
    pub clock: Clock,
    jobs: Arc<Jobs>,
    opening: Opening,
    speed: u32,
    saver: Option<Saver>,
    /// The saver in another folder, while the meeting's own does not take it.
    refuge: Option<Saver>,
    /// A meeting that was left and is being closed.
    closing: Option<JoinHandle<Result<SavedAt, Problem>>>,
    /// What has become of the last of the meeting, when the program was left.
    pub end: Result<SavedAt, Problem>,
    /// The newest state of the meeting, until the frame that shows it is on the screen.
    waiting: Option<Box<Snapshot>>,
    sender: Sender<Message>,
}

impl Executor {
    pub(super) fn new(launch: Launch, zone: Zone, sender: Sender<Message>) -> Self {
        let jobs = Jobs {
            archive: launch.archive,
            agenda: launch.agenda,
            questions: launch.own.questions,
            language: launch.own.language,
            zone,
        };
        Self {
            clock: Clock::start(),
            jobs: Arc::new(jobs),
            opening: launch.opening,
            speed: launch.speed,
            saver: None,
            refuge: None,
            closing: None,
            end: Ok(SavedAt::InPlace),
            waiting: None,
            sender,
        }
    }

    /// The first input of the program. There is no screen yet, and so it is waited for.
    ///
    /// # Errors
    /// Where the folder cannot be read, or the meeting that was asked for cannot be opened.
    pub(super) fn opening(&mut self) -> Result<Input, Problem> {
        let now = self.clock.now();
        let (opened, usual) = match std::mem::replace(&mut self.opening, Opening::Usual) {
            Opening::New(kind) => (Ok(self.jobs.create(kind, now)?), false),
            Opening::File(path) => (jobs::open(&path), false),
            Opening::Usual => match self.jobs.interrupted(now)? {
                Some(path) => (jobs::open(&path), true),
                None => return Ok(Input::Tick),
            },
        };
        match opened {
            Ok(opened) => Ok(Input::Opened(self.hold(opened))),
            // What can be done instead is asked on the start screen, and there other meetings can be chosen.
            Err(not_opened) if usual || not_opened.way_on.is_some() => {
                Ok(Input::Opened(Err(not_opened)))
            }
            Err(not_opened) => Err(not_opened.problem),
        }
    }

    /// Carries out effects in order, with what follows from them. Answers with the exit status when the program ends.
    pub(super) fn carry_out_all(
        &mut self,
        effects: Vec<Effect>,
        app: &mut App,
        terminal: &mut Terminal,
    ) -> Option<u8> {
        for effect in effects {
            if let Effect::Quit(status) = effect {
                self.end = self.let_go();
                return Some(status);
            }
            if let Some(input) = self.carry_out(effect, terminal) {
                let now = self.clock.now();
                let following = app.handle(input, now);
                if let Some(status) = self.carry_out_all(following, app, terminal) {
                    return Some(status);
                }
            }
        }
        None
    }

    /// Hands the newest state of the meeting to the saver.
    pub(super) fn save_waiting(&mut self) {
        let Some(snapshot) = self.waiting.take() else {
            return;
        };
        if let Some(refuge) = &self.refuge {
            refuge.submit(snapshot.meeting.clone(), snapshot.number, snapshot.at);
        }
        if let Some(saver) = &self.saver {
            saver.submit(snapshot.meeting, snapshot.number, snapshot.at);
        }
    }

    fn carry_out(&mut self, effect: Effect, terminal: &mut Terminal) -> Option<Input> {
        match effect {
            Effect::Create(kind) => {
                let now = self.clock.now();
                self.run(move |jobs| Message::opened(jobs.create(kind, now)))
            }
            Effect::Open(path) => self.run(move |_| Message::opened(jobs::open(&path))),
            Effect::Read(path) => self.run(move |_| Message::opened(jobs::read(&path))),
            Effect::Restore { main, source } => {
                self.run(move |_| Message::opened(jobs::restore(&main, &source)))
            }
            Effect::Decide { main, against } => {
                spawn(move || {
                    // What still has its old name is asked about once more.
                    let _ = Archive::decide(&main, &against);
                });
                None
            }
            Effect::TakeRefuge { folder, snapshot } => self.run(move |_| {
                let held = jobs::take_refuge(&folder, &snapshot);
                Message::RefugeMade(held.map(Box::new))
            }),
            Effect::LeaveRefuge => {
                // The meeting's own folder has everything.
                spawn(finishing(self.refuge.take()));
                None
            }
            Effect::Claim(code) => {
                let settled = self.settling();
                self.run(move |jobs| Message::Input(Input::Claimed(jobs.claim(code, settled))))
            }
            Effect::List => self.run(|jobs| Message::Input(Input::Listed(jobs.list()))),
            Effect::Save(snapshot) => {
                self.waiting = Some(snapshot);
                None
            }
            Effect::Flush => {
                self.save_waiting();
                for saver in [&self.saver, &self.refuge].into_iter().flatten() {
                    saver.flush();
                }
                None
            }
            Effect::Settle(leaving) => {
                let settled = self.settling();
                self.run(move |_| {
                    Message::Input(Input::Settled(
                        leaving,
                        settled.map_or(Ok(()), Settling::wait),
                    ))
                })
            }
            Effect::Close => {
                self.save_waiting();
                // What could not be saved was said before; the leader has chosen to leave it.
                self.closing = spawn(closing(self.saver.take(), self.refuge.take()));
                self.clock.to_wall();
                None
            }
            Effect::Write {
                kind,
                file,
                content,
                existing,
            } => self.run(move |jobs| {
                Message::Input(Input::Written(
                    kind,
                    jobs.write(kind, file, &content, existing),
                ))
            }),
            Effect::Title(title) => {
                terminal.title(&title);
                None
            }
            Effect::Copy(text) => {
                terminal.copy(&text);
                None
            }
            Effect::Speed(speed) => {
                self.clock.run(speed, None);
                None
            }
            Effect::Quit(_) => None,
        }
    }

    /// Runs a job on a thread of its own, once the meeting that was left is closed. The answer comes to the inbox;
    /// where there is no thread to be had, it is here at once.
    fn run(&mut self, job: impl FnOnce(&Jobs) -> Message + Send + 'static) -> Option<Input> {
        let before = self.closing.take();
        let jobs = Arc::clone(&self.jobs);
        let sender = self.sender.clone();
        let started = spawn(move || {
            // How that went was the leader's choice.
            let _ = before.map(JoinHandle::join);
            // When nobody listens any more, the program is on its way out.
            let _ = sender.send(job(&jobs));
        });
        match started {
            Some(_) => None,
            None => Some(Input::Unable),
        }
    }

    /// Makes the privacy guard, aside: that takes longer than the first frame or a key may wait. Without a thread there
    /// is none, and nothing is marked.
    pub(super) fn make_guard(&self, own: Own) {
        let sender = self.sender.clone();
        spawn(move || {
            let guard = guard_file::guard(&own);
            let guard = guard.map(Box::new).map_err(|_| Problem::BuiltIn);
            // When nobody listens any more, the program is on its way out.
            let _ = sender.send(Message::Input(Input::Guard(guard)));
        });
    }

    /// Asks for the last of the open meeting to be put on disk; the answer waits for that.
    fn settling(&mut self) -> Option<Settling> {
        self.save_waiting();
        let settling = self.saver.as_ref()?.settle();
        Some(match &self.refuge {
            Some(refuge) => settling.or(refuge.settle()),
            None => settling,
        })
    }

    /// Waits until the last of the open meeting is on disk, as long as the saver has patience.
    pub(super) fn settle(&mut self) {
        // What the disk does not take now stays in the recovery file, or with the program; the foot of the screen tells.
        let _ = self.settling().map(Settling::wait);
    }

    /// Waits until the last of the open meeting is on disk, and lets go of its file.
    fn let_go(&mut self) -> Result<SavedAt, Problem> {
        self.save_waiting();
        match self.closing.take().map(JoinHandle::join) {
            // No other meeting has been opened since that one was left.
            Some(Ok(closed)) => closed,
            Some(Err(_)) | None => closing(self.saver.take(), self.refuge.take())(),
        }
    }

    /// Has a meeting saved from now on, if it is to be changed.
    pub(super) fn hold(&mut self, found: OpenedMeeting) -> Result<Box<Opened>, Box<NotOpened>> {
        let OpenedMeeting { held, mut opened } = found;
        let Some(held) = held else {
            return Ok(Box::new(opened));
        };
        if opened.meeting.kind == MeetingKind::Practice {
            let timeline = &opened.meeting.timeline;
            let under_way = matches!(timeline.run_state(), RunState::Running | RunState::Paused);
            let last = opened.saved.filter(|_| under_way).or(timeline.last());
            opened.speed = self.speed;
            self.clock.run(self.speed, last);
            if let Ok(case) = practice_file::read() {
                opened.rehearsal = practice::rehearsal(&opened.meeting, &case);
            }
        }
        let saver = Saver::start(held, Pace::USUAL, reporter(&self.sender, Input::Saver));
        self.saver = Some(saver.map_err(|_| Problem::SavingStopped)?);
        Ok(Box::new(opened))
    }

    /// From now on the open meeting is saved here too. Answers with the file.
    pub(super) fn hold_refuge(&mut self, held: Held) -> Result<PathBuf, Problem> {
        let file = held.path().to_owned();
        let report = reporter(&self.sender, Input::RefugeSaver);
        let refuge = Saver::start(held, Pace::USUAL, report)?;
        let unused = match self.saver {
            Some(_) => self.refuge.replace(refuge),
            // The meeting was left meanwhile.
            None => Some(refuge),
        };
        spawn(finishing(unused));
        Ok(file)
    }
}

impl Drop for Executor {
    /// Also when the program breaks, the last state goes to the saver, which stores it as it is dropped in turn.
    fn drop(&mut self) {
        self.save_waiting();
    }
}

/// Starts a thread for something that may have to wait; nothing where the system gives none.
fn spawn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<JoinHandle<T>> {
    let thread = thread::Builder::new().name("job".to_owned());
    thread.spawn(work).ok()
}
