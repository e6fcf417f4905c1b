//! Opening, closing and leaving: what the disk answered, and what is asked of it.

use std::path::Path;

use chrono::TimeDelta;

use crate::{
    archive::{Listed, written::Existing},
    document::{markdown::markdown, referat::referat},
    meeting::{
        Kind, Timestamp,
        agenda::{ItemIndex, PhaseIndex},
        timeline::Course,
    },
    text::problem::{Problem, place},
    ui::{
        desk::Desk,
        overlays::{
            Overlay,
            picker::{Entry, Pick, Picker},
            question::{Leaving, Yes},
        },
        scene::Tone,
        screens::start::Start,
    },
};

use super::{
    App, OpenMeeting, Screen,
    effect::Effect,
    input::{NotOpened, Opened, Source, Unwritten, WayOn},
    places::home,
    saving::Saving,
    undo::Undo,
};

/// Somebody who was away for less than this has not noticed.
const NOTICED: TimeDelta = TimeDelta::seconds(75);

impl App {
    pub(super) fn opened(&mut self, result: Result<Box<Opened>, Box<NotOpened>>, now: Timestamp) {
        let opened = match result {
            Ok(opened) => *opened,
            Err(not_opened) => return self.not_opened(*not_opened, now),
        };
        let meeting = opened.meeting;
        let first = ItemIndex {
            phase: PhaseIndex(0),
            item: 0,
        };
        let item = meeting.timeline.current().unwrap_or(first);
        let view = home(meeting.stage());
        let away = opened.saved.map(|saved| now - saved);
        let away = away.filter(|away| *away > NOTICED);
        let course = meeting.timeline.course();
        let practice = meeting.kind == Kind::Practice && opened.saved.is_none();
        self.screen = Screen::Open(Box::new(OpenMeeting {
            desk: Desk::new(view, item),
            undo: Undo::default(),
            rehearsal: opened.rehearsal,
            speed: opened.speed,
            file: opened.file,
            access: opened.access,
            save: Saving::new(opened.number, opened.saved, opened.outside.clone(), now),
            seen: now,
            away: opened
                .saved
                .filter(|_| away.is_some() && course == Course::Running)
                .map(|saved| (saved, now)),
            meeting,
        }));
        self.overlay = None;
        self.notice = None;
        self.tell_title();
        self.show(view, now);
        let t = &self.text.notice;
        match (away.map(self.text.clock.duration), course) {
            (Some(time), Course::Running) => self.say((t.away)(&time), Tone::Note, now),
            (Some(time), Course::Paused) => self.say((t.away_paused)(&time), Tone::Note, now),
            (None, _) | (Some(_), Course::NotBegun | Course::Ended) => {
                if opened.source == Source::Twin {
                    self.say(t.from_twin, Tone::Note, now);
                } else if practice {
                    self.say(t.practice_opened, Tone::Note, now);
                }
            }
        }
        if let (Source::Restored, Some(at)) = (opened.source, opened.saved) {
            let words = (self.text.saving.restored)(&self.moment(at, now));
            self.say(words, Tone::Note, now);
        }
        match (opened.warning, opened.outside) {
            (Some(problem), _) => self.say((self.text.problem)(&problem), Tone::Alarm, now),
            (None, Some(kept)) => self.changed_outside(kept, now),
            (None, None) => {}
        }
        if let Some(elsewhere) = opened.elsewhere {
            let at = self.moment(elsewhere.at, now);
            let words = (self.text.saving.elsewhere_question)(&place(&elsewhere.source), &at);
            self.ask(words, Yes::TakeOther(elsewhere.source));
        }
        // What is new, or came from the twin, is not yet safe from the death of the machine.
        if opened.saved.is_none() || opened.source == Source::Twin {
            self.submit(now);
        }
    }

    /// Says why a meeting was not opened, and asks whether to do what can be done instead.
    fn not_opened(&mut self, not_opened: NotOpened, now: Timestamp) {
        // What was open before has been closed.
        self.show_start();
        let NotOpened { problem, way_on } = not_opened;
        let why = (self.text.problem)(&problem);
        let t = &self.text.saving;
        match way_on {
            None => self.say(why, Tone::Alarm, now),
            Some(WayOn::Read(file)) => self.ask((t.read_question)(&why), Yes::Read(file)),
            Some(WayOn::Restore { main, source, at }) => {
                let words = (t.restore_question)(&why, &self.moment(at, now));
                self.ask(words, Yes::Restore { main, source });
            }
        }
    }

    /// The title of the window: the case code, never a name.
    pub(super) fn tell_title(&mut self) {
        let title = self.open().map_or_else(
            || self.text.meeting_name.to_owned(),
            |open| {
                let case = (self.text.case)(open.meeting.code.as_str());
                format!("{} · {case}", self.text.meeting_name)
            },
        );
        self.effects.push(Effect::Title(title));
    }

    /// Leaves the meeting or the program, once the disk has answered that it has everything.
    pub(super) fn leave(&mut self, leaving: Leaving, now: Timestamp) {
        self.send_leaving(Effect::Settle(leaving), now);
    }

    /// The disk has everything, or not, and somebody wants to leave.
    pub(super) fn settled(
        &mut self,
        leaving: Leaving,
        settled: Result<(), Problem>,
        now: Timestamp,
    ) {
        match settled {
            Ok(()) => self.leave_now(leaving, now),
            // Nobody leaves without having been told.
            Err(Problem::ChangedOutside { kept, .. }) => self.changed_outside(kept, now),
            Err(problem) => {
                let words = (self.text.overlay.leave_unsaved)(&(self.text.why_unsaved)(&problem));
                self.ask(words, Yes::Leave(leaving));
            }
        }
    }

    /// Leaves without asking the disk again.
    pub(super) fn leave_now(&mut self, leaving: Leaving, now: Timestamp) {
        match leaving {
            Leaving::Program => self.effects.push(Effect::Quit(0)),
            Leaving::Meeting => {
                let refuge = self.open().and_then(|open| open.save.only_in_refuge());
                let words = refuge.map(|file| (self.text.saving.left_in_refuge)(&place(file)));
                self.effects.push(Effect::Close);
                self.show_start();
                if let Some(words) = words {
                    self.say(words, Tone::Alarm, now);
                }
            }
            Leaving::For { main, source } => {
                self.effects.push(Effect::Close);
                self.show_start();
                self.send(Effect::Restore { main, source }, now);
            }
        }
    }

    fn show_start(&mut self) {
        self.screen = Screen::Start(Start::default());
        self.notice = None;
        self.tell_title();
    }

    pub(super) fn choose_meeting(&mut self, list: Vec<Listed>, now: Timestamp) {
        let t = &self.text.start;
        if list.is_empty() {
            return self.say(t.no_meetings, Tone::Note, now);
        }
        let entries = list
            .into_iter()
            .map(|listed| {
                let file = listed.path.file_name().unwrap_or_default();
                let file = place(Path::new(file));
                let label = match &listed.meeting {
                    Ok(summary) => {
                        let held = summary.started.map(|at| self.setting.zone.date(at));
                        let saved = self.setting.zone.date(listed.at);
                        let date = held.or(summary.date).unwrap_or(saved);
                        let date = self.text.calendar.long(date);
                        (t.listed)(
                            summary.code.as_str(),
                            &date,
                            (self.text.stage)(summary.stage),
                        )
                    }
                    Err(_) => (t.unreadable)(&file),
                };
                let practice = listed
                    .meeting
                    .as_ref()
                    .is_ok_and(|m| m.kind == Kind::Practice);
                let aside = if practice { t.practice } else { "" };
                Entry {
                    label,
                    aside: aside.to_owned(),
                    pick: Pick::Meeting(listed.path),
                }
            })
            .collect();
        self.overlay = Some(Overlay::Picker(Picker::new(t.choose, entries)));
    }

    /// The referat as it stands, to a file.
    pub(super) fn write_referat(&mut self, file: String, existing: Existing, now: Timestamp) {
        if let Some(open) = self.open() {
            let content = markdown(&referat(&open.meeting, self.setting.zone, self.text));
            let document = Effect::WriteReferat {
                file,
                content,
                existing,
            };
            self.send(document, now);
        }
    }

    pub(super) fn written(
        &mut self,
        result: Result<std::path::PathBuf, Unwritten>,
        now: Timestamp,
    ) {
        match result {
            Ok(path) => {
                let words = (self.text.notice.written)(&place(&path));
                self.say(words, Tone::Note, now);
            }
            Err(Unwritten::InTheWay(file)) => {
                let words = (self.text.overlay.overwrite_question)(&file);
                self.ask(words, Yes::Overwrite(file));
            }
            Err(Unwritten::Problem(problem)) => {
                self.say((self.text.problem)(&problem), Tone::Alarm, now);
            }
        }
    }
}
