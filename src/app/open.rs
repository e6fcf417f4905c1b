//! Opening, closing and leaving: what the disk answered, and what is asked of it.

use std::path::{Path, PathBuf};

use chrono::TimeDelta;

use crate::{
    archive::{Existing, Listed, written::is_meeting},
    document::{self, Unmade},
    meeting::{DocumentKind, Format, ItemIndex, MeetingKind, PhaseIndex, RunState, Timestamp},
    rules::next_step::next_step,
    text::{Problem, problem::place},
    ui::{Leaving, Pick, PickerLine, StartScreen, Tone, ViewState, Yes},
};

use super::{
    Acting, App, OpenMeeting, Screen, Shared,
    effect::Effect,
    input::{ExportRefused, NotOpened, Opened, Source, WayOn},
    places::home,
    saving::Saving,
    undo::Undo,
};

/// Somebody who was away for less than this has not noticed.
const NOTICED: TimeDelta = TimeDelta::seconds(75);

impl Shared {
    pub(super) fn listed(&mut self, result: Result<Vec<Listed>, Problem>, now: Timestamp) {
        match result {
            Ok(list) => self.choose_meeting(list, now),
            Err(problem) => self.tell_problem(&problem, now),
        }
    }

    fn choose_meeting(&mut self, list: Vec<Listed>, now: Timestamp) {
        let t = &self.text.start;
        if list.is_empty() {
            return self.say(t.no_meetings, Tone::Note, now);
        }
        let zone = self.setting.zone;
        let line = |listed: Listed| {
            let file = listed.path.file_name().unwrap_or_default();
            let (label, aside) = match &listed.meeting {
                Ok(meeting) => {
                    let held = meeting.timeline.started().map(|at| zone.date(at));
                    let planned = meeting.arrangement.date.value;
                    let date = held.or(planned).unwrap_or_else(|| zone.date(listed.at));
                    let date = self.text.document.calendar.short(date);
                    let stage = (self.text.stage)(meeting.stage());
                    let label = (t.listed)(meeting.code.as_str(), &date, stage);
                    let aside = match meeting.kind {
                        MeetingKind::Practice => t.practice.to_owned(),
                        MeetingKind::Real => {
                            let today = zone.date(now);
                            let next = next_step(meeting, zone, today);
                            (self.text.rules.next_step)(next, today)
                        }
                    };
                    (label, aside)
                }
                Err(_) => ((t.unreadable)(&place(Path::new(file))), String::new()),
            };
            let pick = Pick::Meeting(listed.path);
            PickerLine { label, aside, pick }
        };
        let lines = list.into_iter().map(line).collect();
        self.offer(t.choose, lines, 0);
    }

    /// Leaves the meeting or the program, once the disk has answered that it has everything.
    pub(super) fn leave(&mut self, leaving: Leaving, now: Timestamp) {
        self.send_leaving(Effect::Settle(leaving), now);
    }

    pub(super) fn written(
        &mut self,
        kind: DocumentKind,
        result: Result<PathBuf, ExportRefused>,
        now: Timestamp,
    ) {
        match result {
            result if kind == DocumentKind::PlanData => self.plan_data_written(result, now),
            Ok(path) => {
                let format = format_of(kind, &path).unwrap_or(Format::Markdown);
                let words = (self.text.notice.written)(kind, format, &place(&path));
                self.say(words, Tone::Note, now);
            }
            Err(ExportRefused::InTheWay(file)) => {
                let words = (self.text.overlay.overwrite_question)(&file);
                self.ask(words, Yes::Overwrite(kind, file));
            }
            Err(ExportRefused::Problem(problem)) => {
                self.tell_problem(&problem, now);
            }
        }
    }
}

impl Acting<'_> {
    /// The title of the window: the case code, never a name.
    pub(super) fn tell_title(&mut self) {
        let text = self.shared.text;
        let case = (text.case)(self.open.meeting.code.as_str());
        let title = format!("{} · {case}", text.meeting_name);
        self.shared.effects.push(Effect::Title(title));
    }

    /// A document as it stands, to a file.
    pub(super) fn write_document(&mut self, kind: DocumentKind, file: String, existing: Existing) {
        // It may have become another meeting since the file was asked for.
        if !self.may_export(kind) {
            return;
        }
        let format = format_of(kind, Path::new(&file)).unwrap_or(Format::Markdown);
        let zone = self.shared.setting.zone;
        match document::written(kind, format, &self.open.meeting, zone, self.now) {
            Ok(content) => {
                let document = Effect::Write {
                    kind,
                    file,
                    content,
                    existing,
                };
                self.shared.send(document, self.now);
            }
            Err(unmade) => {
                let tone = match unmade {
                    Unmade::Nothing | Unmade::NoDoctor | Unmade::NotOver => Tone::Note,
                    Unmade::Unfit => Tone::Alarm,
                };
                self.say(unmade.words(self.shared.text), tone);
            }
        }
    }
}

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
        let run_state = meeting.timeline.run_state();
        let practice = meeting.kind == MeetingKind::Practice && opened.saved.is_none();
        self.screen = Screen::Open(Box::new(OpenMeeting {
            view_state: ViewState::new(view, item),
            undo: Undo::default(),
            rehearsal: opened.rehearsal,
            file: opened.file,
            access: opened.access,
            save: Saving::new(opened.number, opened.saved, opened.outside.clone(), now),
            seen: now,
            away: opened
                .saved
                .filter(|_| away.is_some() && run_state == RunState::Running)
                .map(|saved| (saved, now)),
            meeting,
        }));
        self.shared.speed = opened.speed;
        self.shared.overlay = None;
        self.shared.notice = None;
        self.act(now, |acting| {
            acting.tell_title();
            acting.show(view);
        });
        let text = self.shared.text;
        let t = &text.notice;
        match (away.map(text.clock.duration), run_state) {
            (Some(time), RunState::Running) => self.shared.say((t.away)(&time), Tone::Note, now),
            (Some(time), RunState::Paused) => {
                self.shared.say((t.away_paused)(&time), Tone::Note, now);
            }
            (None, _) | (Some(_), RunState::NotBegun | RunState::Ended) => {
                if opened.source == Source::Recovery {
                    self.shared.say(t.from_recovery, Tone::Note, now);
                } else if practice {
                    self.shared.say(t.practice_opened, Tone::Note, now);
                }
            }
        }
        if let (Source::Restored, Some(at)) = (opened.source, opened.saved) {
            let words = (text.saving.restored)(&self.shared.moment(at, now));
            self.shared.say(words, Tone::Note, now);
        }
        match (opened.warning, opened.outside) {
            (Some(problem), _) => self.shared.tell_problem(&problem, now),
            (None, Some(kept)) => self.act(now, |acting| acting.changed_outside(kept)),
            (None, None) => {}
        }
        if let Some(elsewhere) = opened.elsewhere {
            let at = self.shared.moment(elsewhere.at, now);
            let words = (text.saving.elsewhere_question)(&place(&elsewhere.source), &at);
            self.shared.ask(words, Yes::TakeOther(elsewhere.source));
        }
        // What is new, or came from the recovery file, is not yet safe from the death of the machine.
        if opened.saved.is_none() || opened.source == Source::Recovery {
            self.act(now, Acting::submit);
        }
    }

    /// Says why a meeting was not opened, and asks whether to do what can be done instead.
    fn not_opened(&mut self, not_opened: NotOpened, now: Timestamp) {
        // What was open before has been closed.
        self.show_start();
        let NotOpened { problem, way_on } = not_opened;
        let why = (self.shared.text.problem)(&problem);
        let t = &self.shared.text.saving;
        match way_on {
            None => self.shared.say(why, Tone::Alarm, now),
            Some(WayOn::Read(file)) => self.shared.ask((t.read_question)(&why), Yes::Read(file)),
            Some(WayOn::Restore { main, source, at }) => {
                let words = (t.restore_question)(&why, &self.shared.moment(at, now));
                self.shared.ask(words, Yes::Restore { main, source });
            }
        }
    }

    /// The disk has everything, or not, and somebody wants to leave.
    pub(super) fn settled(
        &mut self,
        leaving: Leaving,
        settled: Result<(), Problem>,
        now: Timestamp,
    ) {
        if matches!(settled, Err(Problem::ChangedOutside { .. })) {
            // The saver has told of it before, and nobody waits for this answer any more.
            return;
        }
        let is_awaited = self.shared.leaving.is_some();
        self.shared.answered_by_disk(|shared| &mut shared.leaving);
        match settled {
            Ok(()) if is_awaited => self.leave_now(leaving, now),
            // Something was told since, and whoever wanted to leave has not said so once more.
            Ok(()) => {}
            Err(problem) => {
                let words =
                    (self.shared.text.overlay.leave_unsaved)(&(self.shared.text.why_unsaved)(
                        &problem,
                    ));
                self.shared.ask(words, Yes::Leave(leaving));
            }
        }
    }

    /// Leaves without asking the disk again.
    pub(super) fn leave_now(&mut self, leaving: Leaving, now: Timestamp) {
        match leaving {
            Leaving::Program => self.shared.effects.push(Effect::Quit(0)),
            Leaving::Meeting => {
                let refuge = self
                    .look(now)
                    .and_then(|look| look.open.save.only_in_refuge());
                let words =
                    refuge.map(|file| (self.shared.text.saving.left_in_refuge)(&place(file)));
                self.shared.effects.push(Effect::Close);
                self.show_start();
                if let Some(words) = words {
                    self.shared.say(words, Tone::Alarm, now);
                }
            }
            Leaving::For { main, source } => {
                self.shared.effects.push(Effect::Close);
                self.show_start();
                self.shared.send(Effect::Restore { main, source }, now);
            }
        }
    }

    fn show_start(&mut self) {
        self.screen = Screen::Start(StartScreen::default());
        self.shared.notice = None;
        self.shared.speed = 1;
        let title = self.shared.text.meeting_name.to_owned();
        self.shared.effects.push(Effect::Title(title));
    }
}

/// The formatat that a file of this name asks for; a calendar takes any name.
pub(super) fn format_of(kind: DocumentKind, file: &Path) -> Option<Format> {
    match kind {
        DocumentKind::Calendar | DocumentKind::PlanData => Some(Format::Plain),
        DocumentKind::Referat
        | DocumentKind::Archive
        | DocumentKind::Plan
        | DocumentKind::Confirmation
        | DocumentKind::Invitation
        | DocumentKind::Questions => {
            // A meeting is refused in any format, and then it is said why.
            Format::of_file(file).or(is_meeting(file).then_some(Format::Markdown))
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeSet;

    use chrono::{Offset, Utc};
    use ratatui::{Terminal, backend::TestBackend, layout::Size};

    use super::*;
    use crate::{
        app::{
            Setting,
            input::{Access, Input, Report},
            practice::Rehearsal,
        },
        archive::agenda_file,
        meeting::{Check, Edit, Event, Meeting, PreparationField, Zone},
        privacy::{Guard, WordLists},
        text::NB,
        ui::{Editor, Key, Overlay, Theme},
    };

    const WIDTH: u16 = 80;
    const HEIGHT: u16 = 24;

    pub(crate) fn now() -> Timestamp {
        "2026-11-10T09:00:00Z".parse().unwrap()
    }

    fn meeting(kind: MeetingKind) -> Meeting {
        let agenda = agenda_file::built_in().unwrap();
        Meeting::new("26-014".parse().unwrap(), kind, agenda, now()).unwrap()
    }

    pub(crate) fn app() -> App {
        let setting = Setting {
            zone: Zone::new(|_| Utc.fix()),
            theme: Theme::plain(),
            size: Size::new(WIDTH, HEIGHT),
        };
        App::new(&NB, setting, Vec::new())
    }

    pub(crate) fn open(app: &mut App) {
        app.opened(
            Ok(Box::new(Opened {
                meeting: meeting(MeetingKind::Real),
                number: 1,
                saved: Some(now()),
                rehearsal: Rehearsal::default(),
                speed: 1,
                source: Source::File,
                file: "26-014_2026-11-10.toml".into(),
                warning: None,
                outside: None,
                elsewhere: None,
                access: Access::Full,
            })),
            now(),
        );
    }

    pub(crate) fn acting(app: &mut App) -> Acting<'_> {
        app.acting(now()).unwrap()
    }

    pub(crate) fn screen(app: &App) -> String {
        let mut terminal = Terminal::new(TestBackend::new(WIDTH, HEIGHT)).unwrap();
        terminal.draw(|frame| app.view(frame, now())).unwrap();
        terminal.backend().to_string()
    }

    /// There is a guard, which finds nothing, and somebody has said that it is the right case.
    fn lets_documents_go(app: &mut App) {
        let guard = Guard::new(&WordLists::default());
        app.guarded(Ok(Box::new(guard)), now());
        let ready = BTreeSet::from([Check::RightPeople]);
        let edit = Edit::set(PreparationField::Ready, ready);
        assert!(acting(app).apply(Event::Edit(edit)).is_some());
    }

    #[test]
    fn the_list_of_meetings_says_what_is_next() {
        let mut app = app();
        let list = [MeetingKind::Real, MeetingKind::Practice].map(|kind| Listed {
            path: "26-014_2026-11-10.toml".into(),
            at: now(),
            meeting: Ok(Box::new(meeting(kind))),
        });
        app.shared.choose_meeting(list.into(), now());
        let screen = screen(&app);
        let lines: Vec<&str> = screen.lines().filter(|l| l.contains("26-014")).collect();
        assert_eq!(lines.len(), 2, "{screen}");
        assert!(lines[0].contains("tir 10. nov   forberedes"), "{screen}");
        assert!(lines[0].contains("før inn fraværet"), "{screen}");
        assert!(lines[1].contains("øvelse"), "{screen}");
    }

    #[test]
    fn whoever_has_been_told_of_the_other_state_leaves_by_saying_so_once_more() {
        let mut app = app();
        open(&mut app);
        let (file, kept) = (PathBuf::from("26-014.toml"), PathBuf::from("endret-1"));
        let quit = |app: &mut App| {
            app.shared.effects.clear();
            app.handle(Input::Key(Key::ctrl('q')), now())
        };
        let asked = [Effect::Settle(Leaving::Program)];
        assert_eq!(quit(&mut app), asked);
        assert!(quit(&mut app).is_empty(), "the disk is asked once");
        let told = Report::ChangedOutside {
            file: file.clone(),
            kept: kept.clone(),
        };
        app.handle(Input::Saver(told), now());
        let stored = Input::Settled(Leaving::Program, Ok(()));
        assert!(app.handle(stored, now()).is_empty(), "it was not read yet");
        assert_eq!(
            quit(&mut app),
            asked,
            "the answer to the first is on its way"
        );
        let first = Input::Settled(
            Leaving::Program,
            Err(Problem::ChangedOutside { file, kept }),
        );
        assert!(app.handle(first, now()).is_empty());
        let second = Input::Settled(Leaving::Program, Ok(()));
        assert_eq!(app.handle(second, now()), [Effect::Quit(0)]);
    }

    #[test]
    fn the_ending_of_the_file_chooses_the_form() {
        let mut app = app();
        open(&mut app);
        lets_documents_go(&mut app);
        for (file, start) in [
            ("referat", "# Referat"),
            ("referat.md", "# Referat"),
            ("referat.txt", "Referat"),
            ("referat.HTML", "<!DOCTYPE html>"),
            ("referat.docx", "PK"),
            ("referat.pdf", "%PDF"),
        ] {
            app.shared.effects.clear();
            let file = file.to_owned();
            acting(&mut app).write_document(DocumentKind::Referat, file.clone(), Existing::OnlyOwn);
            let [Effect::Write { content, .. }] = app.shared.effects.as_slice() else {
                panic!("{file}: {:?}", app.shared.effects);
            };
            assert!(content.starts_with(start.as_bytes()), "{file}");
            app.shared.job = None;
        }
        app.shared
            .written(DocumentKind::Referat, Ok("referat.pdf".into()), now());
        assert!(screen(&app).contains("Referatet ligger i referat.pdf (PDF)"));
    }

    #[test]
    fn a_file_of_another_kind_is_not_written_and_the_line_says_which_can_be() {
        let mut app = app();
        open(&mut app);
        acting(&mut app).ask_file(DocumentKind::Referat);
        assert!(screen(&app).contains(".html, .docx eller .pdf"));
        let Some(Overlay::Ask(ask)) = &mut app.shared.overlay else {
            panic!("nothing is asked");
        };
        ask.editor = Editor::single_line("referat.doc");
        app.shared.effects.clear();
        acting(&mut app).asked();
        assert_eq!(app.shared.effects, []);
        let screen = screen(&app);
        assert!(screen.contains("referat.doc"), "{screen}");
        assert!(screen.contains("Endingen på filnavnet bestemmer formatet."));
    }

    #[test]
    fn a_calendar_with_nothing_in_it_is_not_written() {
        let mut app = app();
        open(&mut app);
        lets_documents_go(&mut app);
        let write = |app: &mut App, kind| {
            app.shared.effects.clear();
            acting(app).write_document(kind, "fil".to_owned(), Existing::OnlyOwn);
            app.shared.effects.len()
        };
        assert_eq!(write(&mut app, DocumentKind::Invitation), 1);
        assert_eq!(write(&mut app, DocumentKind::Calendar), 0);
        assert!(screen(&app).contains("ingenting å legge i kalenderen"));
    }
}
