//! The whole program without a terminal: inputs in, effects out, pictures into a buffer.

use std::{iter::successors, path::PathBuf};

use chrono::TimeDelta;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use dialogmote::{
    app::{
        App, Setting,
        effect::Effect,
        input::{Access, ExportRefused, Input, Opened, Report, Source},
        practice,
    },
    archive::{Listed, practice_file},
    document::{
        markdown::markdown,
        plain::plain,
        referat::{referat, summary},
    },
    meeting::{
        Check, Contents, DocumentKind, Meeting, MeetingKind, Refusal, Stage, Timestamp,
        clean::{clean, is_unwanted},
    },
    privacy::{Area, AreaWords, Guard, Proposal, WordLists},
    text::{Cause, NB, Problem},
    ui::{Key, Theme, keymap},
};
use proptest::{collection::vec, prelude::*, sample::select};
use ratatui::{Terminal, backend::TestBackend, layout::Size};

use crate::{
    machine::{STAGES, at, at_stage, fresh},
    timing::oslo,
};

/// When the program is started: after everything in [`at_stage`].
const START: i64 = 3000;

const NORMAL: Size = Size::new(120, 50);

/// Stands in every name of a participant.
const NAME: &str = "Navnheimsdotter";

/// Stands in the private jotting.
const SECRET: &str = "hemmeligheten";

/// The program with a clock, a window and hands that do what it asks.
pub struct Program {
    app: App,
    now: Timestamp,
    terminal: Terminal<TestBackend>,
    /// Everything it asked for, in order.
    pub effects: Vec<Effect>,
    /// Why no case code is to be had, if so.
    taken: Option<Problem>,
}

impl Program {
    /// The program on its start screen.
    pub fn start(size: Size) -> Self {
        let setting = Setting {
            zone: oslo(),
            theme: Theme::colour(),
            size,
        };
        let mut program = Self {
            app: App::new(&NB, setting, Vec::new()),
            now: at(START),
            terminal: Terminal::new(TestBackend::new(size.width, size.height)).unwrap(),
            effects: Vec::new(),
            taken: None,
        };
        program.input(Input::Tick);
        program.input(Input::Guard(Ok(Box::new(guard()))));
        program
    }

    /// The program with this meeting open.
    pub fn with(meeting: Meeting, size: Size) -> Self {
        let mut program = Self::start(size);
        program.open(meeting, None);
        program
    }

    fn open(&mut self, meeting: Meeting, saved: Option<Timestamp>) {
        let practice = practice_file::read().unwrap();
        let rehearsal = practice::rehearsal(&meeting, &practice);
        self.input(Input::Opened(Ok(Box::new(Opened {
            meeting,
            number: 0,
            saved,
            rehearsal,
            speed: 1,
            source: Source::File,
            file: PathBuf::from("referat-26-014.md"),
            warning: None,
            outside: None,
            elsewhere: None,
            access: Access::Full,
        }))));
    }

    pub fn input(&mut self, input: Input) {
        let effects = self.app.handle(input, self.now);
        for effect in effects {
            self.effects.push(effect.clone());
            match effect {
                Effect::Create(kind) => self.open(prepared(Stage::Preparing, kind), None),
                Effect::Open(_) => {
                    let away = self.now - TimeDelta::minutes(20);
                    self.open(prepared(Stage::Running, MeetingKind::Real), Some(away));
                }
                Effect::List => self.input(Input::Listed(Ok(listed(self.now)))),
                Effect::Claim(code) => {
                    let answer = self.taken.clone().map_or(Ok(code), Err);
                    self.input(Input::Claimed(answer));
                }
                Effect::Settle(leaving) => self.input(Input::Settled(leaving, Ok(()))),
                Effect::TakeRefuge { .. } => {
                    let file = PathBuf::from("reserve/sak-26-014.toml");
                    self.input(Input::Refuge(Ok(file)));
                }
                Effect::Restore { .. } => {
                    self.open(prepared(Stage::Running, MeetingKind::Real), Some(self.now));
                }
                Effect::Save(snapshot) => {
                    let (number, at) = (snapshot.number, snapshot.at);
                    self.input(Input::Saver(Report::Saved { number, at }));
                }
                Effect::Write { kind, file, .. } => {
                    self.input(Input::Written(kind, Ok(PathBuf::from(file))));
                }
                Effect::Read(_)
                | Effect::Decide { .. }
                | Effect::Flush
                | Effect::LeaveRefuge
                | Effect::Close
                | Effect::Title(_)
                | Effect::Copy(_)
                | Effect::Speed(_)
                | Effect::Quit(_) => {}
            }
        }
    }

    /// Opens a practice meeting as it is made, with all the invented people.
    pub fn practise(&mut self) {
        let mut meeting = fresh();
        let mut contents: Contents = (*meeting).clone();
        contents.kind = MeetingKind::Practice;
        meeting = Meeting::try_from(contents).unwrap();
        practice::fill(
            &mut meeting,
            &practice_file::read().unwrap(),
            oslo(),
            self.now,
        );
        self.open(meeting, None);
    }

    /// From now on, every case code that is asked for is free, or is not to be had for this reason.
    pub fn answer_claims_with(&mut self, taken: Option<Problem>) {
        self.taken = taken;
    }

    pub fn press(&mut self, key: Key) {
        self.input(Input::Key(key));
    }

    pub fn key(&mut self, code: KeyCode) {
        self.press(Key::plain(code));
    }

    pub fn ctrl(&mut self, letter: char) {
        self.press(Key::ctrl(letter));
    }

    /// Each character as a terminal reports it.
    pub fn keys(&mut self, text: &str) {
        for c in text.chars() {
            let modifiers = if c.is_uppercase() {
                KeyModifiers::SHIFT
            } else {
                KeyModifiers::NONE
            };
            let event = KeyEvent::new(KeyCode::Char(c), modifiers);
            self.press(Key::from_event(event).unwrap());
        }
    }

    /// Lets time pass, waking the program whenever it wants to be woken.
    pub fn wait(&mut self, time: TimeDelta) {
        let until = self.now + time;
        while let Some(deadline) = self.app.next_deadline(self.now).filter(|d| *d <= until) {
            assert!(deadline > self.now, "the program would never rest");
            self.now = deadline;
            self.input(Input::Tick);
        }
        self.now = until;
    }

    /// The machine sleeps.
    pub fn sleep(&mut self, time: TimeDelta) {
        self.now += time;
        self.input(Input::Tick);
    }

    /// Runs the nth line of the menu.
    fn menu(&mut self, line: usize) {
        self.key(KeyCode::Esc);
        for _ in 0..line {
            self.key(KeyCode::Down);
        }
        self.key(KeyCode::Enter);
    }

    /// Runs the line of the menu in which these words stand.
    pub fn choose(&mut self, words: &str) {
        self.key(KeyCode::Esc);
        self.keys(words);
        self.key(KeyCode::Enter);
    }

    /// The picture, line by line.
    /// Presses Tab until the line with the cursor's mark has these words.
    #[track_caller]
    pub fn walk_to(&mut self, words: &str) {
        for _ in 0..60 {
            let screen = self.screen();
            if screen
                .iter()
                .any(|line| line.contains('▶') && line.contains(words))
            {
                return;
            }
            self.key(KeyCode::Tab);
        }
        panic!("Tab does not lead to {words:?}");
    }

    pub fn screen(&mut self) -> Vec<String> {
        let (app, now) = (&self.app, self.now);
        self.terminal.draw(|frame| app.view(frame, now)).unwrap();
        let buffer = self.terminal.backend().buffer();
        let width = usize::from(buffer.area.width).max(1);
        let lines = buffer.content.chunks(width);
        lines
            .map(|line| line.iter().map(ratatui::buffer::Cell::symbol).collect())
            .collect()
    }

    /// Whether these words stand on the screen, wherever they break.
    pub fn shows(&mut self, words: &str) -> bool {
        let screen = self.screen().join(" ");
        let screen: Vec<&str> = screen.split_whitespace().collect();
        screen.join(" ").contains(words)
    }

    /// What stands at the foot: the second line from below, or the third in a window with room for a rule.
    pub fn foot(&mut self) -> String {
        let screen = self.screen();
        let line = screen
            .len()
            .checked_sub(2)
            .and_then(|line| screen.get(line));
        line.map_or_else(String::new, |line| line.trim().to_owned())
    }

    /// The meeting as it was handed to the disk last.
    pub fn saved(&self) -> &Meeting {
        let mut saves = self.effects.iter().filter_map(|effect| {
            if let Effect::Save(snapshot) = effect {
                Some(&snapshot.meeting)
            } else {
                None
            }
        });
        saves.next_back().expect("nothing was saved")
    }
}

/// A guard that knows one word: the whole lists take their time to read.
fn guard() -> Guard {
    Guard::new(&WordLists {
        areas: vec![AreaWords {
            area: Area::Cancer,
            strong: vec!["kreft".to_owned()],
            hint: Vec::new(),
            proposal: Proposal::default(),
        }],
        ..WordLists::default()
    })
}

/// A meeting at `stage` in which everybody has [`NAME`], the jotting holds [`SECRET`], and it is settled whose case it is.
pub fn prepared(stage: Stage, kind: MeetingKind) -> Meeting {
    let mut contents: Contents = (*at_stage(stage)).clone();
    contents.kind = kind;
    contents.preparation.ready.insert(Check::RightPeople);
    contents.kladd = format!("Husk {SECRET} til slutt.");
    for participant in &mut contents.participants {
        participant.name = format!("{NAME} {}", participant.id.0);
    }
    Meeting::try_from(contents).unwrap()
}

fn listed(now: Timestamp) -> Vec<Listed> {
    let meeting = prepared(Stage::Ended, MeetingKind::Real);
    let problem = Problem::NotOpened {
        file: PathBuf::from("sak-26-015.toml"),
        cause: Cause::Forbidden,
    };
    [Ok(Box::new(meeting)), Err(problem)]
        .map(|meeting| Listed {
            path: PathBuf::from("sak-26-014.toml"),
            at: now,
            meeting,
        })
        .into()
}

/// Something done to the program.
#[derive(Debug, Clone)]
enum Act {
    Key(Key),
    Menu(usize),
    Typed(String),
    Paste(String),
    /// The window has another size, and the program is told.
    Resize(Size),
    /// The window has another size, and the program does not know yet.
    Drag(Size),
    Wait(TimeDelta),
    /// The machine sleeps.
    Sleep(TimeDelta),
    Saved,
    SaveFailed,
    NotRenamed,
    ChangedOutside,
    Refuge,
    RefugeFailed,
    Written,
    InTheWay,
    WallClock(TimeDelta),
    Listed,
}

impl Program {
    fn act(&mut self, act: Act) {
        let file = || PathBuf::from("sak-26-014.toml");
        let number = self.effects.len() as u64;
        let cause = Cause::Full;
        let at = self.now;
        match act {
            Act::Key(key) => self.press(key),
            Act::Menu(line) => self.menu(line),
            Act::Typed(text) => self.input(Input::Typed(text)),
            Act::Paste(text) => self.input(Input::Paste(text)),
            Act::Resize(size) => {
                self.terminal.backend_mut().resize(size.width, size.height);
                self.input(Input::Resize(size));
            }
            Act::Drag(size) => self.terminal.backend_mut().resize(size.width, size.height),
            Act::Wait(time) => self.wait(time),
            Act::Sleep(time) => self.sleep(time),
            Act::Saved => self.input(Input::Saver(Report::Saved { number, at })),
            Act::SaveFailed => {
                let problem = Problem::NotSaved {
                    file: file(),
                    cause,
                };
                let since = at;
                self.input(Input::Saver(Report::Failed { problem, since }));
            }
            Act::NotRenamed => {
                let problem = Problem::NotRenamed {
                    file: file(),
                    cause,
                };
                self.input(Input::Saver(Report::NotRenamed(problem)));
            }
            Act::ChangedOutside => self.input(Input::Saver(Report::ChangedOutside {
                file: file(),
                kept: file(),
            })),
            Act::Refuge => self.input(Input::RefugeSaver(Report::Saved { number, at })),
            Act::RefugeFailed => self.input(Input::RefugeSaver(Report::Stopped)),
            Act::Written => self.input(Input::Written(DocumentKind::Referat, Ok(file()))),
            Act::InTheWay => {
                let there = ExportRefused::InTheWay("referat.md".to_owned());
                self.input(Input::Written(DocumentKind::Referat, Err(there)));
            }
            Act::WallClock(ahead) => self.input(Input::WallClock(ahead)),
            Act::Listed => self.input(Input::Listed(Ok(listed(at)))),
        }
    }
}

fn any_size() -> impl Strategy<Value = Size> {
    let usual = select(vec![
        (120, 36),
        (80, 24),
        (60, 16),
        (20, 4),
        (36, 10),
        (1, 1),
        (0, 0),
    ]);
    let any = (0..=200_u16, 0..=60_u16);
    prop_oneof![usual, any].prop_map(|(width, height)| Size::new(width, height))
}

/// Text of the worst kind.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = select(vec![
        "a",
        "æøå",
        " ",
        "\n",
        "\r\n",
        "\t",
        "j",
        "1",
        "10.03",
        "fre",
        "om 2 uker",
        "e\u{301}",
        "\u{301}\u{301}\u{301}",
        "\u{200d}",
        "👨\u{200d}👩\u{200d}👧",
        "🇳🇴",
        "🇳",
        "👍🏽",
        "漢字",
        "ﾞ",
        "\u{202e}",
        "\u{1b}[2J",
        "\u{0}",
        "\u{feff}",
        "\u{2028}",
        "| # <script>",
        "ไทย่",
        "नि",
        "한",
        "\u{1100}\u{1161}",
        "i\u{307}",
        "ß",
        "ﬁ",
        "﷽",
    ]);
    prop_oneof![
        4 => vec(pieces, 0..8).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
        1 => (0..3000_usize, select(vec!["ord ", "x", "👍🏽", "\n", "漢"]))
            .prop_map(|(times, piece)| piece.repeat(times)),
    ]
}

fn any_key() -> impl Strategy<Value = Key> {
    let table = keymap::listed().into_iter().map(|binding| binding.key);
    let table: Vec<Key> = table.collect();
    let ordinary = select(vec![
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Char('j'),
        KeyCode::Char(' '),
        KeyCode::Char('2'),
        KeyCode::F(10),
        KeyCode::Insert,
    ]);
    let held = (0..8_u8).prop_map(KeyModifiers::from_bits_truncate);
    prop_oneof![
        4 => select(table),
        4 => ordinary.prop_map(Key::plain),
        1 => any::<char>().prop_map(|c| Key::plain(KeyCode::Char(c))),
        1 => (held, any::<char>()).prop_map(|(held, c)| Key::with(held, KeyCode::Char(c))),
    ]
}

fn any_act() -> impl Strategy<Value = Act> {
    let time = || (0..400_000_i64).prop_map(TimeDelta::milliseconds);
    prop_oneof![
        16 => any_key().prop_map(Act::Key),
        6 => (0..36_usize).prop_map(Act::Menu),
        4 => any_text().prop_map(Act::Typed),
        2 => any_text().prop_map(Act::Paste),
        2 => any_size().prop_map(Act::Resize),
        1 => any_size().prop_map(Act::Drag),
        2 => time().prop_map(Act::Wait),
        1 => time().prop_map(Act::Sleep),
        1 => (-90_000..90_000_i64).prop_map(|ms| Act::WallClock(TimeDelta::milliseconds(ms))),
        2 => select(vec![
            Act::Saved, Act::SaveFailed, Act::NotRenamed, Act::ChangedOutside, Act::Refuge, Act::RefugeFailed, Act::Written, Act::InTheWay, Act::Listed,
        ]),
    ]
}

fn any_stage() -> impl Strategy<Value = Stage> {
    select(&STAGES)
}

fn any_kind() -> impl Strategy<Value = MeetingKind> {
    select(vec![MeetingKind::Real, MeetingKind::Practice])
}

/// Characters as somebody types them, shortcuts of other programs among them.
fn any_typing() -> impl Strategy<Value = String> {
    let characters = prop_oneof![
        4 => select("aeijnqx 0123?:/æøåÆØÅ".chars().collect::<Vec<_>>()),
        1 => select("\u{301}\u{302}\u{200d}👩🏽🇳漢ﾞé§".chars().collect::<Vec<_>>()),
        1 => any::<char>().prop_filter("not typed", |c| !is_unwanted(*c)),
    ];
    vec(characters, 1..60).prop_map(String::from_iter)
}

impl Program {
    /// Closes whatever lies over the meeting, in a window with room for everything.
    pub fn close_overlays(&mut self) {
        self.act(Act::Resize(NORMAL));
        let menu = NB.overlay.menu_title;
        // A cover, and a question beneath it, are closed by the key that opens the menu when nothing is left to close.
        for _ in 0..4 {
            self.key(KeyCode::Esc);
            if self
                .screen()
                .iter()
                .any(|line| line.trim().starts_with(menu))
            {
                break;
            }
        }
        self.key(KeyCode::Esc);
    }
}

fn notes(meeting: &Meeting) -> Vec<&str> {
    meeting
        .agenda
        .items()
        .map(|(_, item)| item.note.as_str())
        .collect()
}

/// A guard that finds something in nearly everything that is typed.
fn zealous() -> Guard {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    Guard::new(&WordLists {
        areas: vec![AreaWords {
            area: Area::Private,
            strong: words(&["e*", "x *"]),
            hint: words(&["~a", "i*"]),
            proposal: Proposal::default(),
        }],
        ..WordLists::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn nothing_that_comes_in_makes_the_program_or_its_picture_panic(
        stage in any_stage(),
        kind in any_kind(),
        size in any_size(),
        acts in vec(any_act(), 1..50),
    ) {
        let mut program = Program::start(size);
        program.input(Input::Guard(Ok(Box::new(zealous()))));
        program.screen();
        program.open(prepared(stage, kind), None);
        program.screen();
        for act in acts {
            program.act(act);
            program.screen();
            let deadline = program.app.next_deadline(program.now);
            prop_assert!(deadline.is_none_or(|deadline| deadline > program.now), "it never rests");
        }
    }

    #[test]
    fn what_is_typed_into_the_note_stands_in_the_meeting_and_does_nothing_else(
        text in any_typing(),
        size in any_size(),
        kind in any_kind(),
        at_once in 0..60_usize,
    ) {
        let mut program = Program::with(prepared(Stage::Preparing, kind), size);
        // The meeting begins, and the cursor is in the note from the first second.
        program.key(KeyCode::F(5));
        let begun = program.saved().clone();
        let before = program.effects.len();
        let split = text.char_indices().nth(at_once).map_or(text.len(), |(at, _)| at);
        let (quickly, slowly) = text.split_at(split);
        program.input(Input::Typed(quickly.to_owned()));
        program.keys(slowly);
        let current = begun.timeline.current().unwrap();
        let note = &program.saved().agenda.item(current).unwrap().note;
        prop_assert_eq!(note, &clean(&text));
        let mut expected = (*begun).clone();
        expected.agenda.item_mut(current).unwrap().note.clone_from(note);
        prop_assert_eq!(&**program.saved(), &expected);
        let saves = |effect: &Effect| matches!(effect, Effect::Save(_));
        prop_assert!(program.effects[before..].iter().all(saves));
    }

    #[test]
    fn whatever_came_before_typing_lands_in_the_note_once_the_meeting_is_shown(
        stage in select(vec![Stage::Running, Stage::Paused, Stage::Ended, Stage::InReview]),
        acts in vec(any_act(), 1..30),
    ) {
        let mut program = Program::with(prepared(stage, MeetingKind::Real), NORMAL);
        for act in acts {
            program.act(act);
        }
        program.close_overlays();
        let before = program.effects.len();
        program.ctrl('s');
        prop_assume!(program.effects.len() > before, "no meeting is open any more");
        let stage = program.saved().stage();
        prop_assume!(!matches!(stage, Stage::Preparing | Stage::Approved));
        program.key(KeyCode::F(3));
        program.press(Key::with(KeyModifiers::CONTROL, KeyCode::End));
        program.keys("merkeord");
        let notes = notes(program.saved());
        prop_assert!(notes.iter().any(|note| note.contains("merkeord")), "{:?}", notes);
    }

    #[test]
    fn no_title_says_a_name_and_no_document_the_private_jotting(
        stage in any_stage(),
        kind in any_kind(),
        acts in vec(any_act(), 1..40),
    ) {
        let mut program = Program::with(prepared(stage, kind), NORMAL);
        // Whoever copies a name or the jotting somewhere else wants it there.
        let copies = [Key::ctrl('c'), Key::ctrl('x')];
        let copies = |act: &Act| matches!(act, Act::Key(key) if copies.contains(key));
        for act in acts.into_iter().filter(|act| !copies(act)) {
            program.act(act);
        }
        let meeting = program.saved();
        let documents = [referat(meeting, oslo()), summary(meeting, oslo())];
        for document in documents {
            prop_assert!(!markdown(&document).contains(SECRET));
            prop_assert!(!plain(&document, 72).iter().any(|line| line.text.contains(SECRET)));
        }
        for effect in &program.effects {
            match effect {
                Effect::Title(title) => prop_assert!(!title.contains(NAME), "{}", title),
                Effect::Write { content, .. } => {
                    prop_assert!(!String::from_utf8_lossy(content).contains(SECRET));
                }
                // The plan that is pasted into nav.no says by name who does what.
                Effect::Copy(text) => prop_assert!(!text.contains(SECRET)),
                Effect::Create(_)
                | Effect::Open(_)
                | Effect::Read(_)
                | Effect::Restore { .. }
                | Effect::Decide { .. }
                | Effect::TakeRefuge { .. }
                | Effect::LeaveRefuge
                | Effect::List
                | Effect::Claim(_)
                | Effect::Settle(_)
                | Effect::Save(_)
                | Effect::Flush
                | Effect::Close
                | Effect::Speed(_)
                | Effect::Quit(_) => {}
            }
        }
    }
}

/// Every reason for a refusal. A new one does not compile before it has its place here.
fn refusals() -> impl Iterator<Item = Refusal> {
    let (latest, earliest) = (at(0), at(0));
    successors(Some(Refusal::NotBegun), move |refusal| {
        Some(match refusal {
            Refusal::NotBegun => Refusal::AlreadyBegun,
            Refusal::AlreadyBegun => Refusal::NotPaused,
            Refusal::NotPaused => Refusal::AlreadyPaused,
            Refusal::AlreadyPaused => Refusal::AlreadyEnded,
            Refusal::AlreadyEnded => Refusal::NotEnded,
            Refusal::NotEnded => Refusal::AlreadyInReview,
            Refusal::AlreadyInReview => Refusal::NotInReview,
            Refusal::NotInReview => Refusal::Approved,
            Refusal::Approved => Refusal::ApprovedBefore,
            Refusal::ApprovedBefore => Refusal::NotApproved,
            Refusal::NotApproved => Refusal::NoReason,
            Refusal::NoReason => Refusal::NoNextItem,
            Refusal::NoNextItem => Refusal::NoPreviousItem,
            Refusal::NoPreviousItem => Refusal::NoSuchPlace,
            Refusal::NoSuchPlace => Refusal::ClosingPhaseProtected,
            Refusal::ClosingPhaseProtected => Refusal::NotALaterPhase,
            Refusal::NotALaterPhase => Refusal::TooFewMinutes { available: 0 },
            Refusal::TooFewMinutes { .. } => Refusal::MinutesOutOfRange,
            Refusal::MinutesOutOfRange => Refusal::StartTooLate { latest },
            Refusal::StartTooLate { .. } => Refusal::EndTooEarly { earliest },
            Refusal::EndTooEarly { .. } => Refusal::InTheFuture,
            Refusal::InTheFuture => Refusal::NotAway,
            Refusal::NotAway => Refusal::PlannedBefore,
            Refusal::PlannedBefore => Refusal::AlreadyThere,
            Refusal::AlreadyThere => Refusal::DoesNotFit,
            Refusal::DoesNotFit => return None,
        })
    })
}

/// A meeting at `stage` with this key pressed, in a window with room for the whole menu.
fn looking_at(stage: Stage, kind: MeetingKind, view: u8) -> Program {
    let mut program = Program::with(prepared(stage, kind), Size::new(120, 60));
    program.key(KeyCode::F(view));
    program.act(Act::Sleep(TimeDelta::minutes(2)));
    // Long enough for what was said to be gone, short enough for the sleep to be remembered.
    program.wait(TimeDelta::seconds(20));
    program
}

#[test]
fn the_menu_offers_nothing_that_is_then_refused() {
    // Of sentences with something in them only the beginning is known.
    let beginning = |words: String| {
        let end = words
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(words.len());
        words[..end].to_owned()
    };
    let mut refused: Vec<String> = refusals()
        .map(|refusal| beginning((NB.refusal)(refusal, oslo())))
        .collect();
    refused.push(NB.notice.unknown_key.to_owned());
    let mut offered = 0;
    for stage in STAGES {
        for (view, kind) in [
            (2, MeetingKind::Real),
            (3, MeetingKind::Practice),
            (4, MeetingKind::Real),
            (6, MeetingKind::Real),
            (7, MeetingKind::Practice),
            (8, MeetingKind::Real),
            (12, MeetingKind::Real),
        ] {
            let mut program = looking_at(stage, kind, view);
            program.key(KeyCode::Esc);
            let screen = program.screen();
            let lines = screen
                .iter()
                .skip_while(|line| !line.contains(NB.overlay.menu_title));
            let lines: Vec<&str> = lines
                .skip(1)
                .map(|line| line.trim())
                .filter(|line| !line.is_empty())
                .collect();
            assert!(lines.len() > 10, "{lines:?}");
            for (number, line) in lines.iter().enumerate() {
                let mut program = looking_at(stage, kind, view);
                program.menu(number);
                let foot = program.foot();
                assert!(
                    !refused.iter().any(|words| foot.starts_with(words)),
                    "{stage:?}, F{view}, {line}: {foot}"
                );
                offered += 1;
            }
        }
    }
    assert!(offered > 500, "{offered}");
}

#[test]
fn a_running_meeting_wakes_once_a_second_and_a_paused_one_never() {
    let wakes = |program: &mut Program, time: TimeDelta| {
        let until = program.now + time;
        let mut count = 0;
        while let Some(deadline) = program
            .app
            .next_deadline(program.now)
            .filter(|d| *d <= until)
        {
            program.now = deadline;
            program.input(Input::Tick);
            count += 1;
        }
        program.now = until;
        count
    };
    let minute = TimeDelta::minutes(1);
    let mut program = Program::with(prepared(Stage::Running, MeetingKind::Real), NORMAL);
    assert_eq!(wakes(&mut program, minute), 60);
    program.choose("sekunder");
    wakes(&mut program, minute);
    assert!(
        wakes(&mut program, minute * 10) <= 30,
        "with the seconds hidden"
    );
    program.key(KeyCode::F(5));
    assert_eq!(
        wakes(&mut program, minute),
        1,
        "for what is said about the pause to go"
    );
    for stage in [
        Stage::Preparing,
        Stage::Paused,
        Stage::Ended,
        Stage::Approved,
    ] {
        let mut program = Program::with(prepared(stage, MeetingKind::Real), NORMAL);
        wakes(&mut program, minute);
        assert_eq!(program.app.next_deadline(program.now), None, "{stage:?}");
    }
}

fn spent(program: &Program) -> TimeDelta {
    program.saved().timing(program.now).unwrap().spent.total
}

/// The program with a running meeting, after the machine slept for twenty minutes of it.
fn slept() -> (Program, TimeDelta) {
    let mut program = Program::with(prepared(Stage::Running, MeetingKind::Real), NORMAL);
    let before = spent(&program);
    program.act(Act::Sleep(TimeDelta::minutes(20)));
    (program, before)
}

#[test]
fn time_away_can_be_left_out() {
    let (mut program, before) = slept();
    program.choose("trekk fra");
    assert_eq!(spent(&program), before);
    assert_eq!(program.foot(), "20 minutter er trukket fra.");
}

#[test]
fn time_away_is_left_out_whole_even_after_the_next_item_was_taken_up() {
    let (mut program, before) = slept();
    program.ctrl('n');
    program.choose("trekk fra");
    assert_eq!(spent(&program), before);
}

#[test]
fn only_the_time_away_is_left_out_and_not_the_meeting_that_went_on_after_it() {
    let (mut program, before) = slept();
    program.wait(TimeDelta::minutes(30));
    program.choose("trekk fra");
    assert_eq!(spent(&program), before + TimeDelta::minutes(30));
}

#[test]
fn undo_does_not_lead_to_a_place_where_what_is_typed_is_lost() {
    let mut program = Program::with(prepared(Stage::Running, MeetingKind::Real), NORMAL);
    program.ctrl('t');
    program.keys("x");
    program.key(KeyCode::Backspace);
    // The action item is empty again and goes away with the view.
    program.key(KeyCode::F(3));
    program.ctrl('z');
    program.keys("viktig");
    assert!(format!("{:?}", program.saved()).contains("viktig"));
}

#[test]
fn undo_takes_back_an_approval_and_then_what_came_before_it() {
    let mut program = Program::with(prepared(Stage::InReview, MeetingKind::Real), NORMAL);
    program.key(KeyCode::F(4));
    program.ctrl('d');
    assert_eq!(program.saved().actions.len(), 0);
    program.key(KeyCode::F(12));
    program.choose("godkjenn referatet");
    program.ctrl('b');
    assert_eq!(program.saved().stage(), Stage::Approved);
    program.ctrl('z');
    assert_eq!(program.saved().stage(), Stage::InReview);
    let words = "Angret: referatet er ikke godkjent lenger, og kan endres igjen.";
    assert_eq!(program.foot(), words);
    program.ctrl('z');
    assert_eq!(program.saved().actions.len(), 1);
    program.ctrl('y');
    program.ctrl('y');
    assert_eq!(program.saved().stage(), Stage::Approved);
    assert_eq!(program.saved().actions.len(), 0);
}

#[test]
fn undo_in_a_meeting_that_was_approved_before_it_was_opened_says_that_it_is_locked() {
    let mut program = Program::with(prepared(Stage::Approved, MeetingKind::Real), NORMAL);
    let before = program.saved().clone();
    for key in ['z', 'y'] {
        program.ctrl(key);
        assert_eq!(program.foot(), (NB.refusal)(Refusal::Approved, oslo()));
        assert_eq!(*program.saved(), before);
    }
}

#[test]
fn minutes_that_can_no_longer_be_planned_do_not_stay_in_the_field() {
    let mut program = Program::with(prepared(Stage::Running, MeetingKind::Real), NORMAL);
    program.key(KeyCode::F(2));
    let at_plan = |line: &String| line.contains("▶ Innledning");
    for _ in 0..60 {
        if program.screen().iter().any(at_plan) {
            break;
        }
        program.key(KeyCode::Tab);
    }
    program.keys("9");
    let screen = program.screen();
    let line = screen.iter().find(|line| at_plan(line)).unwrap();
    assert!(line.contains("Innledning 5 "), "{line}");
}

#[test]
fn a_start_typed_too_late_is_refused_and_not_moved_to_yesterday() {
    let mut program = Program::with(prepared(Stage::Running, MeetingKind::Real), NORMAL);
    let started = program.saved().timeline.started();
    // It is 10.50.
    program.choose("vi begynte");
    program.ctrl('a');
    program.keys("12.03");
    program.key(KeyCode::Enter);
    assert_eq!(program.saved().timeline.started(), started);
}

#[test]
fn the_time_that_is_offered_as_the_end_is_accepted() {
    let mut program = Program::with(prepared(Stage::Running, MeetingKind::Real), NORMAL);
    program.wait(TimeDelta::seconds(75));
    program.ctrl('n');
    program.wait(TimeDelta::seconds(20));
    program.choose("avslutt møtet");
    program.ctrl('b');
    program.choose("vi sluttet");
    program.key(KeyCode::Enter);
    let asked = program
        .screen()
        .iter()
        .any(|line| line.contains(NB.overlay.ask_end));
    assert!(!asked, "{:?}", program.foot());
}

#[test]
fn a_new_action_item_does_not_inherit_the_text_of_one_that_was_removed() {
    let mut program = Program::with(prepared(Stage::Running, MeetingKind::Real), NORMAL);
    program.ctrl('t');
    program.keys("noe annet");
    for _ in "noe annet".chars() {
        program.key(KeyCode::Backspace);
    }
    program.ctrl('d');
    program.ctrl('t');
    program.keys("y");
    program.ctrl('z');
    program.ctrl('z');
    let written: Vec<&str> = program
        .saved()
        .actions
        .iter()
        .map(|a| a.what.as_str())
        .collect();
    assert!(!written.contains(&"noe annet"), "{written:?}");
}

#[test]
fn the_cover_comes_at_once_whatever_lies_over_the_meeting() {
    for over in [
        "meny",
        "vi begynte",
        "hjelp",
        "avslutt møtet",
        "gå til punkt",
        "mer tid",
    ] {
        let mut program = Program::with(prepared(Stage::Running, MeetingKind::Real), NORMAL);
        match over {
            "meny" => program.key(KeyCode::Esc),
            words => program.choose(words),
        }
        program.key(KeyCode::F(9));
        let screen = program.screen().join("\n");
        assert!(screen.contains(NB.overlay.cover_key), "{over}");
        assert!(!screen.contains("Innledning"), "{over}");
    }
}
