//! Carries out the effects of the program, and brings the answers back as inputs.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::Sender,
};

use chrono::TimeDelta;

use crate::{
    app::{
        App,
        effect::{Effect, Existing, Snapshot},
        input::{Input, Opened, Source, Unwritten},
        practice,
    },
    archive::{Archive, Held, agenda_file, practice_file, record_v1::Saved, written},
    meeting::{Kind, Meeting, Timestamp, agenda::Agenda, timeline::Course, zone::Zone},
    text::problem::Problem,
    ui::scene::SpokenLine,
};

use super::{
    AgendaSource, Message, Opening, Start,
    clock::Clock,
    reporter,
    saver::{Pace, Saver},
    terminal::Terminal,
};

/// An interrupted meeting older than this is opened from the list, not by itself.
const FRESH: TimeDelta = TimeDelta::hours(12);

/// Everything with which effects are carried out.
pub struct Hands {
    /// The clock.
    pub clock: Clock,
    archive: Archive,
    agenda: AgendaSource,
    opening: Opening,
    speed: u32,
    zone: Zone,
    saver: Option<Saver>,
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
            opening: start.opening,
            speed: start.speed,
            zone,
            saver: None,
            waiting: None,
            sender,
        }
    }

    /// The first inputs of the program.
    pub fn opening(&mut self) -> Vec<Input> {
        match std::mem::replace(&mut self.opening, Opening::Usual) {
            Opening::New(kind) => vec![self.create(kind)],
            Opening::File(path) => vec![self.open(&path)],
            Opening::Usual => match self.interrupted() {
                Some(path) => vec![self.open(&path)],
                None => vec![Input::Tick],
            },
        }
    }

    /// The meeting that was under way when the program was last here, if that was not long ago.
    fn interrupted(&self) -> Option<PathBuf> {
        let newest = self.archive.newest().ok()??;
        let summary = newest.meeting.ok()?;
        let under_way = matches!(
            summary.stage,
            crate::meeting::stage::Stage::Running | crate::meeting::stage::Stage::Paused
        );
        let fresh = self.clock.now() - newest.at < FRESH;
        (under_way && fresh).then_some(newest.path)
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
                self.let_go();
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
        if let (Some(saver), Some(snapshot)) = (&self.saver, self.waiting.take()) {
            saver.submit(snapshot.meeting, snapshot.number, snapshot.at);
        }
    }

    fn carry_out(&mut self, effect: Effect, terminal: &mut Terminal) -> Option<Input> {
        match effect {
            Effect::Create(kind) => Some(self.create(kind)),
            Effect::Open(path) => Some(self.open(&path)),
            Effect::List => Some(Input::Listed(self.archive.list())),
            Effect::Save(snapshot) => {
                self.waiting = Some(snapshot);
                None
            }
            Effect::Flush => {
                self.save_waiting();
                if let Some(saver) = &self.saver {
                    saver.flush();
                }
                None
            }
            Effect::Close => {
                self.let_go();
                None
            }
            Effect::WriteReferat {
                file,
                content,
                existing,
            } => Some(Input::Written(self.write(file, &content, existing))),
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

    /// Waits until the last of the open meeting is on disk, and lets go of its file.
    fn let_go(&mut self) {
        self.save_waiting();
        if let Some(saver) = self.saver.take() {
            // What cannot be saved now was said on screen before; the leader has chosen to go.
            let _ = saver.finish();
            self.clock.to_wall();
        }
    }

    fn create(&mut self, kind: Kind) -> Input {
        Input::Opened(self.new_meeting(kind))
    }

    fn new_meeting(&mut self, kind: Kind) -> Result<Box<Opened>, Problem> {
        self.let_go();
        let now = self.clock.now();
        let year = chrono::Datelike::year(&self.zone.date(now));
        let code = self.archive.next_code(year)?;
        let agenda = match (&self.agenda, kind) {
            (AgendaSource::Own(agenda), Kind::Real) => Agenda::clone(agenda),
            (AgendaSource::BuiltIn, _) | (AgendaSource::Own(_), Kind::Practice) => {
                agenda_file::built_in().map_err(|_| Problem::BuiltIn)?
            }
        };
        let mut meeting = Meeting::new(code, kind, agenda, now).map_err(|_| Problem::BuiltIn)?;
        if kind == Kind::Practice {
            let practice = practice_file::read().map_err(|_| Problem::BuiltIn)?;
            practice::fill(&mut meeting, &practice, now, self.zone);
        }
        let held = self.archive.create(&meeting, now)?;
        self.hold(held, meeting, 0, None, Source::File)
    }

    fn open(&mut self, path: &Path) -> Input {
        Input::Opened(self.open_meeting(path))
    }

    fn open_meeting(&mut self, path: &Path) -> Result<Box<Opened>, Problem> {
        self.let_go();
        let (held, meeting, saved) = Archive::hold(path)?;
        let source = if held.is_from_twin() {
            Source::Twin
        } else {
            Source::File
        };
        let Saved { at, number } = saved;
        self.hold(held, meeting, number, Some(at), source)
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
        let lines = match meeting.kind {
            Kind::Practice => self.spoken(&meeting),
            Kind::Real => Vec::new(),
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
        let saver = Saver::start(held, Pace::USUAL, reporter(&self.sender));
        self.saver = Some(saver.map_err(|_| Problem::SavingStopped)?);
        Ok(Box::new(Opened {
            meeting,
            number,
            saved,
            lines,
            speed,
            source,
            file,
            warning,
        }))
    }

    fn spoken(&self, meeting: &Meeting) -> Vec<SpokenLine> {
        practice_file::read().map_or_else(|_| Vec::new(), |case| practice::lines(meeting, &case))
    }

    fn write(&self, file: String, content: &str, existing: Existing) -> Result<PathBuf, Unwritten> {
        let path = in_home(&file);
        let replace = match existing {
            Existing::Replace => written::Existing::Replace,
            Existing::Keep => written::Existing::OnlyOwn,
        };
        match written::write(&path, content, self.archive.folder(), replace) {
            Ok(()) => Ok(path),
            Err(written::Unwritten::InTheWay) => Err(Unwritten::InTheWay(file)),
            Err(written::Unwritten::Problem(problem)) => Err(Unwritten::Problem(problem)),
        }
    }
}

/// A path as people write it: `~/` is the home folder.
fn in_home(file: &str) -> PathBuf {
    file.strip_prefix("~/")
        .and_then(|rest| Some(etcetera::home_dir().ok()?.join(rest)))
        .unwrap_or_else(|| PathBuf::from(file))
}
