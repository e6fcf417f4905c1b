//! The whole program as a pure machine: inputs and the instant in, effects out, and a picture on request.

mod asking;
mod available;
mod choosing;
mod clock;
mod commands;
mod course;
pub mod effect;
mod explaining;
mod guarding;
pub mod input;
mod job;
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
    meeting::{Asking, Change, Event, Meeting, Refusal, RunState, Timestamp, Zone},
    privacy::Watch,
    text::{Problem, Text, date},
    ui::{Overlay, Seconds, StartScreen, Theme, Tone, ViewState},
};

use self::{
    effect::Effect,
    input::{Access, Input},
    job::Job,
    notice::Notice,
    practice::Rehearsal,
    saving::{Saving, in_speed},
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
    shared: Shared,
    screen: Screen,
}

/// What there is whether a meeting is open or not.
struct Shared {
    text: &'static Text,
    setting: Setting,
    overlay: Option<Overlay>,
    /// Whether nothing but the clock on the wall shows.
    covered: bool,
    notice: Option<Notice>,
    clipboard: String,
    /// Sentences of the user's own, to be put in where one writes.
    phrases: Vec<String>,
    /// The privacy guard, once there is one; it watches over the open meeting.
    watch: Option<Watch>,
    seconds: Seconds,
    /// How many times as fast as the clock of the reader that of the meeting runs; only in a practice meeting more than 1.
    speed: u32,
    effects: Vec<Effect>,
    /// What the disk was asked for and has not answered.
    job: Option<Job>,
    /// Since when somebody wants to leave and waits for the disk.
    leaving: Option<Job>,
}

enum Screen {
    Start(StartScreen),
    Open(Box<OpenMeeting>),
}

/// A meeting that is open, with everything around it.
struct OpenMeeting {
    meeting: Meeting,
    view_state: ViewState,
    undo: Undo,
    rehearsal: Rehearsal,
    file: PathBuf,
    access: Access,
    save: Saving,
    /// When the program last had the time; a long silence while time runs means that the machine slept.
    seen: Timestamp,
    /// From when to when the leader was away last, as long as that time can be left out.
    away: Option<(Timestamp, Timestamp)>,
}

/// The open meeting at an instant, to be looked at.
#[derive(Clone, Copy)]
struct Looking<'a> {
    open: &'a OpenMeeting,
    shared: &'a Shared,
    now: Timestamp,
}

/// The open meeting at an instant, to be acted on.
struct Acting<'a> {
    open: &'a mut OpenMeeting,
    shared: &'a mut Shared,
    now: Timestamp,
}

/// A program that was not woken for so long while time runs has slept with its machine: it is woken every minute at least.
const ASLEEP: TimeDelta = TimeDelta::seconds(90);

impl App {
    /// The program before its first input.
    pub fn new(text: &'static Text, setting: Setting, phrases: Vec<String>) -> Self {
        Self {
            shared: Shared {
                text,
                setting,
                overlay: None,
                covered: false,
                notice: None,
                clipboard: String::new(),
                phrases,
                watch: None,
                seconds: Seconds::Shown,
                speed: 1,
                effects: vec![Effect::Title(text.meeting_name.to_owned())],
                job: None,
                leaving: None,
            },
            screen: Screen::Start(StartScreen::default()),
        }
    }

    /// Meets every deadline up to `now`, then deals with `input`. Answers with what is to be carried out, in order.
    pub fn handle(&mut self, input: Input, now: Timestamp) -> Vec<Effect> {
        self.shared.pass_time(now);
        self.act(now, Acting::pass_time);
        self.take_in(input, now);
        self.act(now, Acting::refresh_findings);
        std::mem::take(&mut self.shared.effects)
    }

    fn take_in(&mut self, input: Input, now: Timestamp) {
        match input {
            Input::Key(key) => self.key(key, now),
            Input::Typed(text) => self.typed(&text, now),
            Input::Paste(text) => self.paste(&text, now),
            Input::Resize(size) => self.shared.setting.size = size,
            Input::Tick => {}
            Input::Opened(result) => {
                self.shared.answered_by_disk(|shared| &mut shared.job);
                self.opened(result, now);
            }
            Input::Listed(result) => {
                self.shared.answered_by_disk(|shared| &mut shared.job);
                self.shared.listed(result, now);
            }
            Input::Saver(report) => self.saver_reported(report, now),
            Input::RefugeSaver(report) => self.refuge_reported(report, now),
            Input::Refuge(result) => {
                self.shared.answered_by_disk(|shared| &mut shared.job);
                self.refuge_taken(result, now);
            }
            Input::Claimed(claimed) => {
                self.shared.answered_by_disk(|shared| &mut shared.job);
                self.act(now, |acting| acting.claimed(claimed));
            }
            Input::Settled(leaving, settled) => self.settled(leaving, settled, now),
            Input::Warning(problem) => self.shared.tell_problem(&problem, now),
            Input::Written(kind, result) => {
                self.shared.answered_by_disk(|shared| &mut shared.job);
                self.shared.written(kind, result, now);
            }
            Input::Unable => self.shared.unable(now),
            Input::Guard(result) => self.guarded(result, now),
            Input::WallClock(ahead) => {
                let words = (self.shared.text.notice.wall_clock)(ahead);
                self.shared.say(words, Tone::Note, now);
            }
            Input::Terminate(status) => self.shared.effects.push(Effect::Quit(status)),
        }
    }

    /// When the program wants to be woken, if nothing comes in before.
    pub fn next_deadline(&self, now: Timestamp) -> Option<Timestamp> {
        let notice = self.shared.notice.as_ref().map(|notice| notice.until);
        let cover = self.shared.covered.then(|| next_minute(now));
        let job = self.shared.next_word();
        let meeting = self.look(now).and_then(Looking::next_deadline);
        [notice, cover, job, meeting].into_iter().flatten().min()
    }

    /// The open meeting, to be looked at.
    fn look(&self, now: Timestamp) -> Option<Looking<'_>> {
        match &self.screen {
            Screen::Open(open) => Some(Looking {
                open,
                shared: &self.shared,
                now,
            }),
            Screen::Start(_) => None,
        }
    }

    /// The open meeting, to be acted on.
    fn acting(&mut self, now: Timestamp) -> Option<Acting<'_>> {
        match &mut self.screen {
            Screen::Open(open) => Some(Acting {
                open,
                shared: &mut self.shared,
                now,
            }),
            Screen::Start(_) => None,
        }
    }

    /// Does something with the open meeting; nothing where none is open.
    fn act<'a>(&'a mut self, now: Timestamp, act: impl FnOnce(&mut Acting<'a>)) {
        if let Some(mut acting) = self.acting(now) {
            act(&mut acting);
        }
    }
}

impl Shared {
    fn pass_time(&mut self, now: Timestamp) {
        self.notice.take_if(|notice| notice.until <= now);
        self.watch_jobs(now);
    }

    fn say(&mut self, words: impl Into<String>, tone: Tone, now: Timestamp) {
        self.notice = Some(Notice::new(words.into(), tone, now, self.speed));
    }

    fn tell_problem(&mut self, problem: &Problem, now: Timestamp) {
        self.say((self.text.problem)(problem), Tone::Alarm, now);
    }

    /// Why something is not possible, in a sentence.
    fn refusal(&self, refusal: Refusal) -> String {
        (self.text.refusal)(refusal, self.setting.zone)
    }

    fn clock(&self, at: Timestamp) -> String {
        date::time(self.setting.zone.local(at))
    }

    fn today(&self, now: Timestamp) -> NaiveDate {
        self.setting.zone.date(now)
    }

    /// To the clipboard of the program, and of the system where the terminal lets us.
    fn copy(&mut self, text: String) {
        self.effects.push(Effect::Copy(text.clone()));
        self.clipboard = text;
    }
}

impl OpenMeeting {
    /// Whether something was chosen to be asked in the phase that is shown and has not been.
    fn has_questions_left(&self) -> bool {
        let phase = self.meeting.agenda.phase(self.view_state.item.phase);
        let mut questions = phase.into_iter().flat_map(|phase| &phase.questions);
        questions.any(|question| question.asking == Asking::Chosen)
    }

    /// Whether the meeting's time runs, so that the machine should be watched for sleep.
    fn runs(&self) -> bool {
        self.meeting.timeline.run_state() == RunState::Running
    }
}

impl Looking<'_> {
    fn next_deadline(self) -> Option<Timestamp> {
        let (speed, now) = (self.shared.speed, self.now);
        let timing = self.open.meeting.timing(now);
        let clock = timing.and_then(|timing| match self.shared.seconds {
            // At a higher speed the seconds would fly by: one wake-up a real second is enough.
            Seconds::Shown if speed > 1 => timing
                .next_second()
                .map(|_| now + TimeDelta::seconds(speed.into())),
            Seconds::Shown if !self.shared.covered => timing.next_second(),
            Seconds::Shown | Seconds::Hidden => timing.next_minute(),
        });
        let disk = self.open.save.next_look(now, speed);
        clock.into_iter().chain(disk).min()
    }

    fn today(self) -> NaiveDate {
        self.shared.today(self.now)
    }
}

impl Acting<'_> {
    /// The same, to be looked at only.
    fn look(&self) -> Looking<'_> {
        Looking {
            open: self.open,
            shared: self.shared,
            now: self.now,
        }
    }

    fn say(&mut self, words: impl Into<String>, tone: Tone) {
        self.shared.say(words, tone, self.now);
    }

    fn pass_time(&mut self) {
        let passed = (self.now - self.open.seen).max(TimeDelta::zero());
        self.watch_sleep(passed);
        self.watch_disk(passed);
    }

    /// Notices that the machine has slept while the meeting went on.
    fn watch_sleep(&mut self, passed: TimeDelta) {
        let last_seen = self.open.seen;
        self.open.seen = self.now.max(last_seen);
        if self.open.runs() && passed > in_speed(ASLEEP, self.shared.speed) {
            self.open.away = Some((last_seen, self.now));
            let text = self.shared.text;
            let words = (text.notice.slept)(&(text.clock.duration)(passed));
            self.say(words, Tone::Note);
        }
    }

    /// Lets something happen to the meeting, saves it, or says why not. Answers with what it changed, as that stood
    /// before, where it happened.
    fn apply(&mut self, event: Event) -> Option<Change> {
        if self.open.access == Access::ReadOnly {
            self.say(self.shared.text.saving.read_only, Tone::Note);
            return None;
        }
        match self.open.meeting.handle(event, self.now) {
            Ok(change) => {
                self.submit();
                Some(change)
            }
            Err(refusal) => {
                self.say(self.shared.refusal(refusal), Tone::Note);
                None
            }
        }
    }
}

fn next_minute(now: Timestamp) -> Timestamp {
    let second = now.timestamp().rem_euclid(60);
    now + TimeDelta::seconds(60 - second)
        - TimeDelta::milliseconds(i64::from(now.timestamp_subsec_millis()))
}
