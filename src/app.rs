//! The whole program as a pure machine: inputs and the instant in, effects out, and a picture on request.

mod asking;
#[expect(
    clippy::too_many_lines,
    reason = "one table: when each command is possible"
)]
mod available;
mod choosing;
mod commands;
mod course;
pub mod effect;
mod errand;
mod explaining;
mod guarding;
pub mod input;
mod keys;
mod notice;
mod open;
mod places;
mod planning;
pub mod practice;
mod reviewing;
mod saving;
mod taking_back;
mod undo;
mod view;
mod writing;

use std::path::PathBuf;

use chrono::{NaiveDate, TimeDelta};
use ratatui::layout::Size;

use crate::{
    archive::Listed,
    meeting::{
        Meeting, Timestamp, change::Change, choice::Asking, event::Event, timeline::Course,
        zone::Zone,
    },
    privacy::watch::Watch,
    text::{Text, date, problem::Problem},
    ui::{
        desk::Desk,
        overlays::Overlay,
        scene::{Seconds, Tone},
        screens::start::Start,
        theme::Theme,
    },
};

use self::{
    effect::Effect,
    errand::Errand,
    input::{Access, Input},
    notice::Notice,
    practice::Rehearsal,
    saving::Saving,
    undo::Undo,
};

/// What the program needs to know once, at its start.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The time zone of the machine.
    pub zone: Zone,
    /// With or without colours.
    pub theme: Theme,
    /// The size of the window.
    pub size: Size,
}

/// The program.
pub struct App {
    text: &'static Text,
    setting: Setting,
    screen: Screen,
    overlay: Option<Overlay>,
    cover: Cover,
    notice: Option<Notice>,
    clipboard: String,
    /// Sentences of the user's own, to be put in where one writes.
    phrases: Vec<String>,
    /// The privacy guard over the open meeting, once there is one.
    watch: Option<Watch>,
    seconds: Seconds,
    effects: Vec<Effect>,
    /// What the disk was asked for and has not answered.
    errand: Option<Errand>,
    /// Since when somebody wants to leave and waits for the disk.
    leaving: Option<Errand>,
}

enum Screen {
    Start(Start),
    Open(Box<OpenMeeting>),
}

/// Whether the screen is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cover {
    Off,
    On,
}

/// A meeting that is open, with everything around it.
struct OpenMeeting {
    meeting: Meeting,
    desk: Desk,
    undo: Undo,
    rehearsal: Rehearsal,
    speed: u32,
    file: PathBuf,
    access: Access,
    save: Saving,
    /// When the program last had the time; a long silence while time runs means that the machine slept.
    seen: Timestamp,
    /// From when to when the leader was away last, as long as that time can be left out.
    away: Option<(Timestamp, Timestamp)>,
}

/// A program that was not woken for so long while time runs has slept with its machine: it is woken every minute at least.
const ASLEEP: TimeDelta = TimeDelta::seconds(90);

impl OpenMeeting {
    /// Whether something was chosen to be asked in the phase on the desk and has not been.
    fn has_questions_left(&self) -> bool {
        let phase = self.meeting.agenda.phase(self.desk.item.phase);
        let mut questions = phase.into_iter().flat_map(|phase| &phase.questions);
        questions.any(|question| question.asking == Asking::Chosen)
    }
}

impl App {
    /// The program before its first input.
    pub fn new(text: &'static Text, setting: Setting, phrases: Vec<String>) -> Self {
        Self {
            text,
            setting,
            screen: Screen::Start(Start::default()),
            overlay: None,
            cover: Cover::Off,
            notice: None,
            clipboard: String::new(),
            phrases,
            watch: None,
            seconds: Seconds::Shown,
            effects: vec![Effect::Title(text.meeting_name.to_owned())],
            errand: None,
            leaving: None,
        }
    }

    /// Meets every deadline up to `now`, then deals with `input`. Answers with what is to be carried out, in order.
    pub fn handle(&mut self, input: Input, now: Timestamp) -> Vec<Effect> {
        self.pass_time(now);
        match input {
            Input::Key(key) => self.key(key, now),
            Input::Typed(text) => self.typed(&text, now),
            Input::Paste(text) => self.paste(&text, now),
            Input::Resize(size) => self.setting.size = size,
            Input::Tick => {}
            Input::Opened(result) => {
                self.answered_by_disk(|app| &mut app.errand);
                self.opened(result, now);
            }
            Input::Listed(result) => {
                self.answered_by_disk(|app| &mut app.errand);
                self.listed(result, now);
            }
            Input::Saved { number, at } => self.saved(number, at, now),
            Input::SaveFailed { problem, since } => self.save_failed(problem, since),
            Input::SavingStopped => self.saving_stopped(now),
            Input::ChangedOutside(kept) => self.changed_outside(kept, now),
            Input::Refuge(result) => {
                self.answered_by_disk(|app| &mut app.errand);
                self.refuge_taken(result, now);
            }
            Input::SavedInRefuge { at } => self.saved_in_refuge(at),
            Input::RefugeFailed => self.refuge_failed(),
            Input::Claimed(claimed) => {
                self.answered_by_disk(|app| &mut app.errand);
                self.claimed(claimed, now);
            }
            Input::Settled(leaving, settled) => {
                self.answered_by_disk(|app| &mut app.leaving);
                self.settled(leaving, settled, now);
            }
            Input::Renamed { file, outside } => {
                if let Screen::Open(open) = &mut self.screen {
                    open.file = file;
                    open.save.outside = outside;
                }
            }
            Input::Warning(problem) => {
                self.say((self.text.problem)(&problem), Tone::Alarm, now);
            }
            Input::Written(paper, result) => {
                self.answered_by_disk(|app| &mut app.errand);
                self.written(paper, result, now);
            }
            Input::Unable => {
                (self.errand, self.leaving) = (None, None);
                self.say(self.text.saving.unable, Tone::Alarm, now);
            }
            Input::Guard(result) => self.guarded(result, now),
            Input::WallClock(ahead) => {
                let words = (self.text.notice.wall_clock)(ahead);
                self.say(words, Tone::Note, now);
            }
            Input::Terminate(status) => self.effects.push(Effect::Quit(status)),
        }
        self.look_over();
        std::mem::take(&mut self.effects)
    }

    /// When the program wants to be woken, if nothing comes in before.
    pub fn next_deadline(&self, now: Timestamp) -> Option<Timestamp> {
        let clock = match &self.screen {
            Screen::Open(open) => open
                .meeting
                .timing(now)
                .and_then(|timing| match self.seconds {
                    // At a higher speed the seconds would fly by: one wake-up a real second is enough.
                    Seconds::Shown if open.speed > 1 => timing
                        .next_second()
                        .map(|_| now + TimeDelta::seconds(open.speed.into())),
                    Seconds::Shown if self.cover == Cover::Off => timing.next_second(),
                    Seconds::Shown | Seconds::Hidden => timing.next_minute(),
                }),
            Screen::Start(_) => None,
        };
        let notice = self.notice.as_ref().map(|notice| notice.until);
        let cover = (self.cover == Cover::On).then(|| next_minute(now));
        let disk = self
            .open()
            .and_then(|open| open.save.next_look(now, open.speed));
        let errand = self.next_word();
        [clock, notice, cover, disk, errand]
            .into_iter()
            .flatten()
            .min()
    }

    /// Whether the meeting's time runs, so that the machine should be watched for sleep.
    fn runs(&self) -> bool {
        match &self.screen {
            Screen::Open(open) => open.meeting.timeline.course() == Course::Running,
            Screen::Start(_) => false,
        }
    }

    fn pass_time(&mut self, now: Timestamp) {
        self.notice.take_if(|notice| notice.until <= now);
        self.watch_errands(now);
        let passed = self
            .open()
            .map(|open| (now - open.seen).max(TimeDelta::zero()));
        if let Some(passed) = passed {
            self.watch_sleep(passed, now);
            self.watch_disk(passed, now);
        }
    }

    /// Notices that the machine has slept while the meeting went on.
    fn watch_sleep(&mut self, passed: TimeDelta, now: Timestamp) {
        let runs = self.runs();
        let Screen::Open(open) = &mut self.screen else {
            return;
        };
        let last_seen = open.seen;
        open.seen = now.max(open.seen);
        if !runs {
            return;
        }
        if passed > ASLEEP * i32::try_from(open.speed).unwrap_or(1) {
            open.away = Some((last_seen, now));
            let words = (self.text.notice.slept)(&(self.text.clock.duration)(passed));
            self.say(words, Tone::Note, now);
        }
    }

    /// Lets something happen to the open meeting, saves it, or says why not. Answers with what it changed, as that stood
    /// before, where it happened.
    fn happen(&mut self, event: Event, now: Timestamp) -> Option<Change> {
        let Screen::Open(open) = &mut self.screen else {
            return None;
        };
        if open.access == Access::ReadOnly {
            self.say(self.text.saving.read_only, Tone::Note, now);
            return None;
        }
        match open.meeting.handle(event, now) {
            Ok(change) => {
                self.submit(now);
                Some(change)
            }
            Err(refusal) => {
                let words = (self.text.refusal)(refusal, self.setting.zone);
                self.say(words, Tone::Note, now);
                None
            }
        }
    }

    fn open_mut(&mut self) -> Option<&mut OpenMeeting> {
        match &mut self.screen {
            Screen::Open(open) => Some(open),
            Screen::Start(_) => None,
        }
    }

    fn open(&self) -> Option<&OpenMeeting> {
        match &self.screen {
            Screen::Open(open) => Some(open),
            Screen::Start(_) => None,
        }
    }

    fn clock(&self, at: Timestamp) -> String {
        date::time(self.setting.zone.local(at))
    }

    fn today(&self, now: Timestamp) -> NaiveDate {
        self.setting.zone.date(now)
    }

    fn say(&mut self, words: impl Into<String>, tone: Tone, now: Timestamp) {
        let speed = self.open().map_or(1, |open| open.speed);
        self.notice = Some(Notice::new(words.into(), tone, now, speed));
    }

    fn listed(&mut self, result: Result<Vec<Listed>, Problem>, now: Timestamp) {
        match result {
            Ok(list) => self.choose_meeting(list, now),
            Err(problem) => self.say((self.text.problem)(&problem), Tone::Alarm, now),
        }
    }
}

fn next_minute(now: Timestamp) -> Timestamp {
    let second = now.timestamp().rem_euclid(60);
    now + TimeDelta::seconds(60 - second)
        - TimeDelta::milliseconds(i64::from(now.timestamp_subsec_millis()))
}
