//! Carries out the effects of the program, and brings the answers back as inputs.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::Sender,
};

use chrono::{Datelike, TimeDelta};

use crate::{
    app::{
        App,
        effect::{Effect, Snapshot},
        input::{Access, Input, NotOpened, Opened, Source, Unwritten, WayOn},
        practice::{self, Rehearsal},
    },
    archive::{
        Archive, Held, Listed, agenda_file, practice_file,
        record::Saved,
        written::{self, Existing},
    },
    meeting::{
        Kind, Meeting, Timestamp,
        agenda::Agenda,
        case_code::{CaseCode, Series},
        stage::Stage,
        timeline::Course,
        zone::Zone,
    },
    text::problem::Problem,
};

use super::{
    AgendaSource, Message, Opening, Start,
    clock::Clock,
    reporter,
    saver::{Pace, Saver},
    terminal::Terminal,
};

/// Files looked at for an interrupted meeting.
const LOOKED_AT: usize = 8;

/// An interrupted meeting older than this is opened from the list, not by itself.
const FRESH: TimeDelta = TimeDelta::hours(12);

/// Everything with which effects are carried out.
pub struct Hands {
    /// The clock.
    pub clock: Clock,
    archive: Archive,
    agenda: AgendaSource,
    /// Questions of the user's own, offered in every new meeting.
    questions: Vec<String>,
    opening: Opening,
    speed: u32,
    zone: Zone,
    saver: Option<Saver>,
    /// The saver in another folder, while the meeting's own does not take it.
    refuge: Option<Saver>,
    /// Why the last of a meeting could not be saved when the system made the program go.
    pub lost: Option<Problem>,
    /// The newest state of the meeting, until the frame that shows it is on the screen.
    waiting: Option<Box<Snapshot>>,
    sender: Sender<Message>,
}

impl Hands {
    pub(super) fn new(start: Start, zone: Zone, sender: Sender<Message>) -> Self {
        Self {
            clock: Clock::start(),
            archive: start.archive,
            agenda: start.agenda,
            questions: start.own.questions,
            opening: start.opening,
            speed: start.speed,
            zone,
            saver: None,
            refuge: None,
            lost: None,
            waiting: None,
            sender,
        }
    }

    /// The first input of the program.
    ///
    /// # Errors
    /// Where the folder cannot be read, or the meeting that was asked for cannot be opened.
    pub fn opening(&mut self) -> Result<Input, Problem> {
        let opened = match std::mem::replace(&mut self.opening, Opening::Usual) {
            Opening::New(kind) => self.new_meeting(kind)?,
            Opening::File(path) => match self.open_meeting(&path) {
                Ok(opened) => opened,
                Err(not_opened) if not_opened.way_on.is_none() => return Err(not_opened.problem),
                // What can be done instead is asked on the start screen.
                Err(not_opened) => return Ok(Input::Opened(Err(not_opened))),
            },
            Opening::Usual => match self.interrupted()? {
                // One that cannot be opened after all is told on the start screen, where others can be chosen.
                Some(path) => return Ok(self.open(&path)),
                None => return Ok(Input::Tick),
            },
        };
        Ok(Input::Opened(Ok(opened)))
    }

    /// The real meeting that was under way when the program was last here, if that was not long ago. Only the newest
    /// files are looked at, so that a full folder does not delay the start.
    fn interrupted(&self) -> Result<Option<PathBuf>, Problem> {
        let now = self.clock.now();
        let under_way = |listed: &Listed| {
            listed.meeting.as_ref().is_ok_and(|meeting| {
                meeting.kind == Kind::Real
                    && matches!(meeting.stage(), Stage::Running | Stage::Paused)
                    && now - listed.at < FRESH
            })
        };
        let newest = self.archive.newest(LOOKED_AT)?;
        Ok(newest.into_iter().find(under_way).map(|listed| listed.path))
    }

    /// Carries out effects in order, with what follows from them. Answers with the exit status when the program ends.
    pub fn carry_out_all(
        &mut self,
        effects: Vec<Effect>,
        app: &mut App,
        terminal: &mut Terminal,
    ) -> Option<u8> {
        for effect in effects {
            if let Effect::Quit(status) = effect {
                self.lost = self.let_go().err();
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
    pub fn save_waiting(&mut self) {
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
            Effect::Create(kind) => Some(self.create(kind)),
            Effect::Open(path) => Some(self.open(&path)),
            Effect::Read(path) => Some(Input::Opened(self.read(&path))),
            Effect::Restore { main, source } => Some(match self.settle() {
                Ok(()) => Input::Opened(self.restore(&main, &source)),
                // The meeting that is open stays so, with all that is written in it.
                Err(problem) => Input::Warning(problem),
            }),
            Effect::TakeRefuge { folder, snapshot } => {
                Some(Input::Refuge(self.take_refuge(&folder, *snapshot)))
            }
            Effect::LeaveRefuge => {
                if let Some(refuge) = self.refuge.take() {
                    // The meeting's own folder has everything.
                    let _ = refuge.finish();
                }
                None
            }
            Effect::Claim(code) => Some(Input::Claimed(self.claim(code))),
            Effect::List => Some(Input::Listed(self.archive.list())),
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
            Effect::Settle(leaving) => Some(Input::Settled(leaving, self.settle())),
            Effect::Close => {
                // What could not be saved was said before; the leader has chosen to leave it.
                let _ = self.let_go();
                None
            }
            Effect::Write {
                paper,
                file,
                content,
                existing,
            } => Some(Input::Written(paper, self.write(file, &content, existing))),
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

    /// Whether no meeting of the folder has this case code.
    fn claim(&mut self, code: CaseCode) -> Result<CaseCode, Problem> {
        // A code that the meeting itself had a moment ago is free once its file has the new name. Where the disk does
        // not take it, the old file still says whose the code is.
        let _ = self.settle();
        match self.archive.find(code.as_str()) {
            Err(Problem::NoSuchMeeting { .. }) => Ok(code),
            Ok(file) => Err(Problem::CodeTaken { code, file }),
            Err(problem) => Err(problem),
        }
    }

    /// Waits until the last of the open meeting is on disk.
    ///
    /// # Errors
    /// Where the disk does not take it, or does not answer.
    pub fn settle(&mut self) -> Result<(), Problem> {
        self.save_waiting();
        let settled = self.saver.as_ref().map_or(Ok(()), Saver::settle);
        match &self.refuge {
            Some(refuge) => settled.or_else(|problem| refuge.settle().map_err(|_| problem)),
            None => settled,
        }
    }

    /// Waits until the last of the open meeting is on disk, and lets go of its file.
    fn let_go(&mut self) -> Result<(), Problem> {
        self.save_waiting();
        let saver = self.saver.take();
        let saved = match saver.map_or(Ok(()), Saver::finish) {
            // All is stored, and what the other program had put there is kept.
            Err(Problem::ChangedOutside { .. }) => Ok(()),
            saved => saved,
        };
        let saved = match self.refuge.take() {
            Some(refuge) => {
                let aside = refuge.finish();
                saved.or_else(|problem| aside.map_err(|_| problem))
            }
            None => saved,
        };
        self.clock.to_wall();
        saved
    }

    fn create(&mut self, kind: Kind) -> Input {
        Input::Opened(self.new_meeting(kind).map_err(Box::from))
    }

    fn new_meeting(&mut self, kind: Kind) -> Result<Box<Opened>, Problem> {
        self.let_go()?;
        let now = self.clock.now();
        let series = match kind {
            Kind::Real => Series::Year(self.zone.date(now).year()),
            Kind::Practice => Series::Practice,
        };
        let code = self.archive.next_code(series)?;
        let mut agenda = match (&self.agenda, kind) {
            (AgendaSource::Own(agenda), Kind::Real) => Agenda::clone(agenda),
            (AgendaSource::BuiltIn, _) | (AgendaSource::Own(_), Kind::Practice) => {
                agenda_file::built_in().map_err(|_| Problem::BuiltIn)?
            }
        };
        if kind == Kind::Real {
            agenda.offer(&self.questions);
        }
        let mut meeting = Meeting::new(code, kind, agenda, now).map_err(|_| Problem::BuiltIn)?;
        if kind == Kind::Practice {
            let practice = practice_file::read().map_err(|_| Problem::BuiltIn)?;
            practice::fill(&mut meeting, &practice, self.zone, now);
        }
        let held = self.archive.create(&meeting, now)?;
        self.hold(held, meeting, 0, None, Source::File)
    }

    fn open(&mut self, path: &Path) -> Input {
        Input::Opened(self.open_meeting(path))
    }

    fn open_meeting(&mut self, path: &Path) -> Result<Box<Opened>, Box<NotOpened>> {
        self.let_go()?;
        let (held, meeting, saved) = Archive::hold(path).map_err(|problem| {
            Box::new(NotOpened {
                way_on: way_on(path, &problem),
                problem,
            })
        })?;
        let source = if held.is_from_twin() {
            Source::Twin
        } else {
            Source::File
        };
        let Saved { at, number } = saved;
        Ok(self.hold(held, meeting, number, Some(at), source)?)
    }

    /// The meeting in a file to look at: nothing is held and nothing written.
    fn read(&mut self, path: &Path) -> Result<Box<Opened>, Box<NotOpened>> {
        self.let_go()?;
        let (meeting, Saved { at, number }) = Archive::read(path)?;
        Ok(Box::new(Opened {
            meeting,
            number,
            saved: Some(at),
            rehearsal: Rehearsal::default(),
            speed: 1,
            source: Source::File,
            file: path.to_owned(),
            warning: None,
            access: Access::ReadOnly,
        }))
    }

    fn restore(&mut self, main: &Path, source: &Path) -> Result<Box<Opened>, Box<NotOpened>> {
        self.let_go()?;
        match Archive::restore(main, source) {
            Ok((held, meeting, Saved { at, number })) => {
                Ok(self.hold(held, meeting, number, Some(at), Source::Restored)?)
            }
            // Then the meeting stays as it was, where it can be opened.
            Err(problem) => match self.open_meeting(main) {
                Ok(mut opened) => {
                    opened.warning = Some(problem);
                    Ok(opened)
                }
                Err(_) => Err(problem.into()),
            },
        }
    }

    /// From now on the open meeting is saved in `folder` too. Answers with the file there.
    fn take_refuge(&mut self, folder: &str, snapshot: Snapshot) -> Result<PathBuf, Problem> {
        let archive = Archive::open(in_home(folder))?;
        let held = archive.create(&snapshot.meeting, snapshot.at)?;
        let file = held.path().to_owned();
        let refuge = Saver::start(
            held,
            Pace::USUAL,
            reporter(&self.sender, Message::FromRefuge),
        )?;
        refuge.submit(snapshot.meeting, snapshot.number, snapshot.at);
        // The one before it, if there was one, closes its files.
        self.refuge = Some(refuge);
        Ok(file)
    }

    fn hold(
        &mut self,
        held: Held,
        meeting: Meeting,
        number: u64,
        saved: Option<Timestamp>,
        source: Source,
    ) -> Result<Box<Opened>, Problem> {
        let file = held.path().to_owned();
        let warning = held.warning();
        let rehearsal = match meeting.kind {
            Kind::Practice => practice_file::read()
                .map(|case| practice::rehearsal(&meeting, &case))
                .unwrap_or_default(),
            Kind::Real => Rehearsal::default(),
        };
        let speed = match meeting.kind {
            Kind::Practice => self.speed,
            Kind::Real => 1,
        };
        if meeting.kind == Kind::Practice {
            let course = meeting.timeline.course();
            let under_way = matches!(course, Course::Running | Course::Paused);
            let last = saved.filter(|_| under_way).or(meeting.timeline.last());
            self.clock.run(speed, last);
        }
        let saver = Saver::start(held, Pace::USUAL, reporter(&self.sender, Message::Report));
        self.saver = Some(saver.map_err(|_| Problem::SavingStopped)?);
        Ok(Box::new(Opened {
            meeting,
            number,
            saved,
            rehearsal,
            speed,
            source,
            file,
            warning,
            access: Access::Full,
        }))
    }

    fn write(
        &self,
        file: String,
        content: &[u8],
        existing: Existing,
    ) -> Result<PathBuf, Unwritten> {
        let path = in_home(&file);
        match written::write(&path, content, self.archive.folder(), existing) {
            Ok(()) => Ok(path),
            Err(written::Unwritten::InTheWay) => Err(Unwritten::InTheWay(file)),
            Err(written::Unwritten::Problem(problem)) => Err(Unwritten::Problem(problem)),
        }
    }
}

impl Drop for Hands {
    /// Also when the program breaks, the last state goes to the saver, which stores it as it is dropped in turn.
    fn drop(&mut self) {
        self.save_waiting();
    }
}

/// What can be done with the meeting at `path` where it could not be opened for changes.
fn way_on(path: &Path, problem: &Problem) -> Option<WayOn> {
    if let Problem::Unreadable { fault, .. } = problem {
        let earlier = Archive::newest_earlier(path).filter(|_| fault.is_in_the_file())?;
        return Some(WayOn::Restore {
            main: path.to_owned(),
            source: earlier.path,
            at: earlier.saved.at,
        });
    }
    let held = matches!(
        problem,
        Problem::HeldElsewhere { .. } | Problem::NotOpened { .. }
    );
    (held && Archive::read(path).is_ok()).then(|| WayOn::Read(path.to_owned()))
}

/// A path as people write it: `~/` is the home folder.
fn in_home(file: &str) -> PathBuf {
    file.strip_prefix("~/")
        .and_then(|rest| Some(etcetera::home_dir().ok()?.join(rest)))
        .unwrap_or_else(|| PathBuf::from(file))
}
