//! What the program promises a leader at the keyboard: nothing is chosen by accident, everything can be taken back,
//! nothing is left without a word, and what must be read can be read.

use std::path::PathBuf;

use crossterm::event::KeyCode;
use dialogmote::{
    app::{effect::Effect, input::Input},
    archive::agenda_file,
    document::{plain::plain, referat::referat, written},
    meeting::{
        Agenda, DocumentKind, Event, Format, ItemField, ItemIndex, ItemStatus, Meeting,
        MeetingKind, PhaseIndex, Refusal, Stage, Timestamp,
    },
    text::{Cause, Fault, NB, Problem},
    ui::{Command, Leaving},
};
use ratatui::layout::Size;

use crate::{
    machine::at,
    program::{Program, prepared},
    timing::oslo,
};

const WIDE: Size = Size::new(120, 36);
const USUAL: Size = Size::new(80, 24);
const SMALL: Size = Size::new(60, 16);

/// A running meeting with the built-in agenda, in its first item.
fn running(size: Size) -> Program {
    let agenda = agenda_file::built_in().unwrap();
    let code = "26-014".parse().unwrap();
    let mut meeting = Meeting::new(code, MeetingKind::Real, agenda, at(0)).unwrap();
    meeting.handle(Event::Begin, at(0)).unwrap();
    Program::with(meeting, size)
}

fn item(phase: usize, item: usize) -> ItemIndex {
    ItemIndex {
        phase: PhaseIndex(phase),
        item,
    }
}

fn note(program: &Program, index: ItemIndex) -> String {
    let saved = program.saved();
    saved.typed(ItemField::Note.of(index)).unwrap().to_owned()
}

fn status(program: &Program, index: ItemIndex) -> ItemStatus {
    program.saved().agenda.item(index).unwrap().status
}

/// The screen as one text, so that a sentence is found wherever it breaks.
fn flat(program: &mut Program) -> String {
    let screen = program.screen().join(" ");
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn undo_and_redo_go_back_and_forth_through_everything_in_the_order_it_was_done() {
    let mut program = running(WIDE);
    program.keys("en");
    program.ctrl('n');
    program.keys("to");
    program.ctrl('u');
    program.keys("tre");
    let (first, second, third) = (item(0, 0), item(0, 1), item(0, 2));
    let notes = |p: &Program| [first, second, third].map(|index| note(p, index));
    assert_eq!(notes(&program), ["en", "to", "tre"]);
    assert_eq!(status(&program, second), ItemStatus::NotRelevant);

    program.ctrl('z');
    assert_eq!(notes(&program), ["en", "to", ""]);
    let title = program.saved().agenda.item(third).unwrap().title.clone();
    assert_eq!(program.foot(), (NB.notice.undone_text)(&title));
    program.ctrl('z');
    assert_eq!(status(&program, second), ItemStatus::Open);
    assert!(
        program
            .foot()
            .starts_with("Angret: punktet er aktuelt igjen. Dere er på ")
    );
    assert_eq!(program.saved().timeline.current(), Some(second));
    program.ctrl('z');
    assert_eq!(notes(&program), ["en", "", ""]);
    program.ctrl('z');
    assert_eq!(notes(&program), ["en", "", ""]);
    let title = program.saved().agenda.item(first).unwrap().title.clone();
    assert_eq!(
        program.foot(),
        format!("Angret: neste punkt. Dere er igjen på {title}.")
    );
    assert_eq!(program.saved().timeline.current(), Some(first));
    program.ctrl('z');
    assert_eq!(notes(&program), ["", "", ""]);
    program.ctrl('z');
    assert_eq!(program.foot(), NB.notice.nothing_to_undo);

    for _ in 0..5 {
        program.ctrl('y');
    }
    assert_eq!(notes(&program), ["en", "to", "tre"]);
    assert_eq!(status(&program, second), ItemStatus::NotRelevant);
    assert_eq!(program.saved().timeline.current(), Some(third));
    program.ctrl('y');
    assert_eq!(program.foot(), NB.notice.nothing_to_redo);
}

#[test]
fn what_was_removed_comes_back_with_all_that_belonged_to_it() {
    let mut program = running(WIDE);
    program.ctrl('t');
    program.keys("Bestille pult");
    program.key(KeyCode::Enter);
    program.keys("1");
    let before = program.saved().actions.clone();
    program.key(KeyCode::F(2));
    program.walk_to("Arbeidstaker");
    let participants = program.saved().participants.clone();
    program.ctrl('d');
    assert_eq!(program.saved().participants.len(), 1);
    assert_ne!(program.saved().actions, before, "nobody owns it now");
    program.ctrl('z');
    assert_eq!(program.saved().participants, participants);
    assert_eq!(program.saved().actions, before);
}

#[test]
fn a_word_typed_where_one_chooses_chooses_nothing() {
    let mut program = running(WIDE);
    program.key(KeyCode::F(6));
    let before = program.saved().clone();
    program.keys("Prøve 50 % 4 3 2");
    assert_eq!(*program.saved(), before);
    assert_eq!(program.foot(), NB.notice.not_written_here);
    program.key(KeyCode::Down);
    program.keys("2");
    assert_ne!(
        program.saved().agenda,
        before.agenda,
        "a figure by itself does"
    );
}

#[test]
fn who_writes_on_under_a_question_has_not_answered_it() {
    let mut program = running(WIDE);
    program.choose("avslutt møtet");
    assert!(flat(&mut program).contains(NB.overlay.end_question));
    program.keys("jobber");
    assert_eq!(program.saved().stage(), Stage::Running);
    assert_eq!(note(&program, item(0, 0)), "jobber");
    program.choose("avslutt møtet");
    program.key(KeyCode::Enter);
    assert_eq!(program.saved().stage(), Stage::Running, "nor does Enter");
    program.ctrl('b');
    assert_eq!(program.saved().stage(), Stage::InReview);
}

#[test]
fn nobody_leaves_with_unsaved_words_without_being_asked() {
    let problem = || Problem::NotSaved {
        file: PathBuf::from("26-014.toml"),
        cause: Cause::Full,
    };
    for leaving in [Leaving::Meeting, Leaving::Program] {
        let mut program = running(WIDE);
        program.keys("viktig");
        program.input(Input::Settled(leaving.clone(), Err(problem())));
        assert!(flat(&mut program).contains("IKKE lagret"));
        let left = |p: &Program| {
            p.effects
                .iter()
                .any(|e| matches!(e, Effect::Close | Effect::Quit(_)))
        };
        program.key(KeyCode::Esc);
        assert!(!left(&program), "{leaving:?}");
        program.input(Input::Settled(leaving.clone(), Err(problem())));
        program.ctrl('b');
        assert!(left(&program), "{leaving:?}");
    }
}

#[test]
fn a_case_code_in_use_is_refused_and_the_line_stays_to_be_corrected() {
    let mut program = running(Size::new(40, 12));
    program.choose("sakskode");
    program.keys("26-014");
    program.key(KeyCode::Enter);
    assert!(
        !flat(&mut program).contains(NB.overlay.ask_case_code),
        "its own code is no news"
    );
    program.choose("sakskode");
    let taken = Problem::CodeTaken {
        code: "26-003".parse().unwrap(),
        file: PathBuf::from("26-003_2026-11-17.toml"),
    };
    let words = (NB.problem)(&taken);
    program.input(Input::Claimed(Err(taken)));
    assert!(flat(&mut program).contains(&words), "whole, however long");
    assert_eq!(program.saved().code.as_str(), "26-014");
    program.keys("26-004");
    program.key(KeyCode::Enter);
    assert_eq!(program.saved().code.as_str(), "26-004");
    assert!(!flat(&mut program).contains(NB.overlay.ask_case_code));
}

#[test]
fn a_start_on_another_day_lies_behind_and_is_read_back_with_its_day() {
    let mut program = running(WIDE);
    for (typed, start) in [
        ("16.11 kl. 10.03", "2026-11-16T09:03:00Z"),
        ("24.12 kl. 9.00", "2025-12-24T08:00:00Z"),
        ("man 10.03", "2026-11-16T09:03:00Z"),
    ] {
        program.choose("vi begynte");
        program.keys(typed);
        program.key(KeyCode::Enter);
        let started = program.saved().timeline.started().unwrap();
        assert_eq!(started, start.parse::<Timestamp>().unwrap());
        let day = oslo().date(started);
        assert!(program.foot().contains(&NB.document.calendar.long(day)));
    }
    let before = program.saved().timeline.started();
    program.choose("vi begynte");
    program.keys("i morgen kl. 10.03");
    program.key(KeyCode::Enter);
    assert_eq!(program.saved().timeline.started(), before);
    let words = (NB.refusal)(Refusal::InTheFuture, oslo());
    assert!(flat(&mut program).contains(&words));
}

#[test]
fn who_owned_an_action_first_owns_it_first_again() {
    for owners in ["12", "21"] {
        let mut program = running(WIDE);
        program.ctrl('t');
        program.keys("Bestille pult");
        program.key(KeyCode::Enter);
        program.keys(owners);
        let before = program.saved().actions.clone();
        program.key(KeyCode::F(2));
        program.walk_to("Arbeidstaker");
        program.ctrl('d');
        assert_ne!(program.saved().actions, before);
        program.ctrl('z');
        assert_eq!(program.saved().actions, before);
    }
}

#[test]
fn what_a_new_place_holds_is_not_what_a_removed_one_held() {
    let mut program = running(WIDE);
    program.ctrl('t');
    program.keys("Bestille pult");
    program.ctrl('d');
    program.ctrl('t');
    program.keys("Ringe");
    let words: Vec<_> = program
        .saved()
        .actions
        .iter()
        .map(|action| &action.what)
        .collect();
    assert_eq!(words, ["Ringe"]);
    for _ in 0..3 {
        program.ctrl('z');
    }
    assert!(
        program
            .saved()
            .actions
            .iter()
            .any(|action| action.what == "Bestille pult")
    );
}

#[test]
fn a_notice_of_one_sheet_does_not_follow_to_the_next() {
    let mut program = running(WIDE);
    program.ctrl('t');
    program.keys("Bestille pult");
    program.ctrl('z');
    let words = program.foot();
    program.key(KeyCode::F(6));
    assert_ne!(program.foot(), words);
}

#[test]
fn the_answers_to_a_question_show_in_the_smallest_window() {
    for size in [SMALL, Size::new(40, 10), Size::new(30, 8)] {
        let mut program = running(size);
        let problem = Problem::NotSaved {
            file: PathBuf::from("/home/leder/.local/share/dialogmote/26-014_2026-11-17.toml"),
            cause: Cause::Full,
        };
        program.input(Input::Settled(Leaving::Program, Err(problem)));
        assert!(flat(&mut program).contains("Ctrl+B"), "{size}");
    }
}

#[test]
fn the_meeting_is_started_where_it_has_not_been() {
    let mut program = Program::with(
        prepared(Stage::Preparing, MeetingKind::Real),
        Size::new(120, 60),
    );
    program.key(KeyCode::F(2));
    let begin = Command::Begin.name(&NB).unwrap();
    assert!(flat(&mut program).contains(begin));
    let mut program = running(Size::new(120, 60));
    program.key(KeyCode::F(2));
    assert!(!flat(&mut program).contains(begin));
}

#[test]
fn the_line_to_say_aloud_is_whole_in_every_window() {
    for size in [WIDE, USUAL, SMALL] {
        let mut program = running(size);
        let agenda = Agenda::from(agenda_file::built_in().unwrap());
        for (index, item) in agenda.items() {
            program.ctrl('g');
            program.keys(&item.title);
            program.key(KeyCode::Enter);
            assert_eq!(program.saved().timeline.current(), Some(index));
            let prompt: String = match size {
                // In a wide window, the left column stands beside it.
                WIDE => {
                    let right = |line: String| {
                        line.split_once('│')
                            .map(|(_, right)| right.trim().to_owned())
                    };
                    let lines: Vec<String> =
                        program.screen().into_iter().filter_map(right).collect();
                    lines.join(" ")
                }
                _ => flat(&mut program),
            };
            assert!(prompt.contains(&item.say), "{size:?}: {prompt}");
        }
    }
}

#[test]
fn a_long_text_on_a_sheet_shows_where_it_is_written() {
    for size in [WIDE, USUAL, SMALL, Size::new(40, 12)] {
        let mut program = running(size);
        program.key(KeyCode::F(7));
        for number in 1..=14 {
            program.keys(&format!("linje {number}"));
            program.key(KeyCode::Enter);
        }
        program.keys("sist");
        let screen = flat(&mut program);
        assert!(screen.contains("sist"), "{size:?}: {screen}");
    }
}

#[test]
fn every_problem_with_a_file_is_read_to_its_end_in_a_usual_window() {
    let file = || PathBuf::from("/home/kari/.local/share/dialogmote/26-014_2026-11-17.toml");
    for problem in [
        Problem::NotSaved {
            file: file(),
            cause: Cause::Full,
        },
        Problem::HeldElsewhere {
            file: file(),
            by: None,
        },
        Problem::Unreadable {
            file: file(),
            fault: Fault::NotText,
        },
        Problem::NotOpened {
            file: file(),
            cause: Cause::Forbidden,
        },
    ] {
        let mut program = running(USUAL);
        let words = (NB.problem)(&problem);
        program.input(Input::Opened(Err(problem.into())));
        let end: Vec<&str> = words.rsplit(' ').take(4).collect();
        let end: Vec<&str> = end.into_iter().rev().collect();
        let screen = flat(&mut program);
        assert!(screen.contains(&end.join(" ")), "{words}\n{screen}");
    }
}

#[test]
fn the_end_of_the_referat_can_be_reached_before_it_is_approved() {
    for size in [WIDE, USUAL, SMALL] {
        let mut program = Program::with(prepared(Stage::InReview, MeetingKind::Real), size);
        let document = referat(&prepared(Stage::InReview, MeetingKind::Real), oslo());
        let lines = plain(&document, 400);
        let last = lines
            .iter()
            .rev()
            .find(|line| !line.text.is_empty())
            .unwrap();
        let last_words: Vec<&str> = last.text.rsplit(' ').take(2).collect();
        program.key(KeyCode::End);
        for word in last_words {
            assert!(flat(&mut program).contains(word), "{size:?} {word}");
        }
        program.key(KeyCode::Home);
        assert!(flat(&mut program).contains(NB.document.referat.title));
    }
}

#[test]
fn while_the_meeting_is_under_way_the_screen_and_the_clock_are_at_the_same_item() {
    let mut program = running(WIDE);
    program.keys("først");
    program.ctrl('n');
    program.key(KeyCode::F(12));
    program.key(KeyCode::End);
    for _ in 0..40 {
        program.key(KeyCode::Enter);
        let current = program.saved().timeline.current().unwrap();
        let title = &program.saved().agenda.item(current).unwrap().title.clone();
        let screen = flat(&mut program);
        if screen.contains("Notat til referatet") {
            assert!(screen.contains(title), "{title}: {screen}");
        }
        program.key(KeyCode::F(12));
        program.key(KeyCode::Down);
    }
}

#[test]
fn what_is_read_through_in_the_program_is_what_is_written() {
    let words = |text: &str| {
        let words = text.split_whitespace();
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    for (button, kind) in [
        ("[ les referatet ]", DocumentKind::Referat),
        ("[ les oppfølgingsplanen ]", DocumentKind::Plan),
        ("[ les møtebekreftelsen ]", DocumentKind::Confirmation),
        ("[ les referatet til arkivet ]", DocumentKind::Archive),
    ] {
        // High enough for all of it at once.
        let meeting = prepared(Stage::Approved, MeetingKind::Real);
        let mut program = Program::with(meeting.clone(), Size::new(100, 300));
        program.choose("hvem får");
        program.walk_to(button);
        program.key(KeyCode::Enter);
        let screen = program.screen();
        let title = (NB.document.sending.document)(kind).to_lowercase();
        let first = screen.iter().position(|line| {
            let line = line.trim().to_lowercase();
            line == title
        });
        let last = screen
            .iter()
            .position(|line| line.contains(NB.overlay.help_close));
        let shown = &screen[first.unwrap() + 1..last.unwrap()];
        let written = written(kind, Format::Plain, &meeting, oslo(), at(0)).unwrap();
        let written = String::from_utf8(written).unwrap();
        assert_eq!(words(&shown.join("\n")), words(&written), "{kind:?}");
    }
}
