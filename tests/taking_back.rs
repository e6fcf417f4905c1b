//! Ctrl+Z takes back the last act, whatever it was, and says which; Ctrl+Y does it again. One order through everything.

use chrono::TimeDelta;
use crossterm::event::{KeyCode, KeyModifiers};
use dialogmote::{
    app::{effect::Effect, input::Input},
    meeting::{Field, ItemField, ItemIndex, ItemStatus, Meeting, MeetingKind, Refusal, Stage},
    text::{NB, Problem},
    ui::{Key, keymap},
};
use proptest::{collection::vec, prelude::*, sample::select};
use ratatui::layout::Size;

use crate::{
    machine::{STAGES, item},
    program::{Program, prepared},
    timing::oslo,
};

const NORMAL: Size = Size::new(120, 50);

/// Where the note of an item stands.
const fn note(item: ItemIndex) -> Field {
    Field::Item(item, ItemField::Note)
}

fn open(stage: Stage) -> Program {
    Program::with(prepared(stage, MeetingKind::Real), NORMAL)
}

/// Something that can be done in the course of the meeting.
struct Step {
    from: Stage,
    act: fn(&mut Program),
    undone: &'static str,
    redone: &'static str,
}

fn sleep_and_leave_out(program: &mut Program) {
    program.sleep(TimeDelta::minutes(20));
    program.choose("trekk fra");
}

/// Every step there is, with the words for it; `{}` is the item that the meeting is at.
fn steps() -> Vec<Step> {
    let step = |from, act, undone, redone| Step {
        from,
        act,
        undone,
        redone,
    };
    vec![
        step(
            Stage::Preparing,
            |p| p.key(KeyCode::F(5)),
            "Angret: start. Møtet har ikke begynt.",
            "Gjort om igjen: møtet er i gang.",
        ),
        step(
            Stage::Running,
            |p| p.ctrl('n'),
            "Angret: neste punkt. Dere er igjen på {}.",
            "Gjort om igjen: dere er på {}.",
        ),
        step(
            Stage::Running,
            |p| p.ctrl('p'),
            "Angret: forrige punkt. Dere er igjen på {}.",
            "Gjort om igjen: dere er på {}.",
        ),
        step(
            Stage::Running,
            |p| {
                p.ctrl('g');
                p.key(KeyCode::Up);
                p.key(KeyCode::Up);
                p.key(KeyCode::Enter);
            },
            "Angret: gå til punkt. Dere er igjen på {}.",
            "Gjort om igjen: dere er på {}.",
        ),
        step(
            Stage::Running,
            |p| p.ctrl('u'),
            "Angret: punktet er aktuelt igjen. Dere er på {}.",
            "Gjort om igjen: punktet er satt til side som ikke aktuelt.",
        ),
        step(
            Stage::Running,
            |p| p.key(KeyCode::F(5)),
            "Angret: pause. Klokka har gått hele tiden.",
            "Gjort om igjen: møtet står i pause.",
        ),
        step(
            Stage::Paused,
            |p| p.key(KeyCode::F(5)),
            "Angret: fortsett. Pausen varer ennå.",
            "Gjort om igjen: møtet går.",
        ),
        step(
            Stage::Running,
            |p| {
                p.ctrl('l');
                p.key(KeyCode::Enter);
            },
            "Angret: lånt tid. Løsning har fått tilbake 3 min.",
            "Gjort om igjen: 3 min lånt fra Løsning.",
        ),
        step(
            Stage::Running,
            |p| {
                p.ctrl('l');
                p.keys("3 min fra Konklusjon");
                p.key(KeyCode::Enter);
                p.ctrl('b');
            },
            "Angret: lånt tid. Konklusjon har fått tilbake 3 min.",
            "Gjort om igjen: 3 min lånt fra Konklusjon.",
        ),
        step(
            Stage::Running,
            |p| {
                p.ctrl('l');
                p.keys("flytt slutten 10");
                p.key(KeyCode::Enter);
            },
            "Angret: mer tid. Slutten er flyttet 10 min tilbake.",
            "Gjort om igjen: slutten er flyttet 10 min.",
        ),
        step(
            Stage::Running,
            |p| {
                p.choose("vi begynte");
                p.keys("09.50");
                p.key(KeyCode::Enter);
            },
            "Angret: møtet begynte 10:00, som før.",
            "Gjort om igjen: møtet begynte 09:50.",
        ),
        step(
            Stage::InReview,
            |p| {
                p.choose("vi sluttet");
                p.keys("10.40");
                p.key(KeyCode::Enter);
            },
            "Angret: møtet sluttet 10:45, som før.",
            "Gjort om igjen: møtet sluttet 10:40.",
        ),
        step(
            Stage::Running,
            sleep_and_leave_out,
            "Angret: tiden du var borte, er regnet med igjen.",
            "Gjort om igjen: tiden du var borte, er trukket fra.",
        ),
        step(
            Stage::Running,
            |p| p.ctrl('o'),
            "Angret: oppsummeringen er ikke lest opp.",
            "Gjort om igjen: oppsummeringen er lest opp.",
        ),
        step(
            Stage::Running,
            |p| {
                p.choose("avslutt møtet");
                p.ctrl('b');
            },
            "Angret: møtet er ikke avsluttet. Klokka har gått hele tiden.",
            "Gjort om igjen: møtet er avsluttet.",
        ),
        step(
            Stage::Paused,
            |p| {
                p.choose("avslutt møtet");
                p.ctrl('b');
            },
            "Angret: møtet er ikke avsluttet. Det står i pause.",
            "Gjort om igjen: møtet er avsluttet.",
        ),
        step(
            Stage::InReview,
            |p| {
                p.choose("ta møtet opp igjen");
                p.ctrl('b');
            },
            "Angret: møtet er avsluttet igjen.",
            "Gjort om igjen: møtet går.",
        ),
        step(
            Stage::InReview,
            |p| {
                p.key(KeyCode::F(3));
                p.ctrl('u');
            },
            "Angret: punktet er aktuelt igjen.",
            "Gjort om igjen: punktet er satt til side som ikke aktuelt.",
        ),
        step(
            Stage::InReview,
            |p| {
                p.choose("godkjenn referatet");
                p.ctrl('b');
            },
            "Angret: referatet er ikke godkjent lenger, og kan endres igjen.",
            "Gjort om igjen: referatet er godkjent.",
        ),
        step(
            Stage::Approved,
            |p| {
                p.choose("endre det");
                p.keys("feil dato");
                p.key(KeyCode::Enter);
            },
            "Angret: referatet er godkjent og låst igjen.",
            "Gjort om igjen: referatet kan endres igjen.",
        ),
    ]
}

/// What was said at the foot is `sentence`, with the item that the meeting is at in place of `{}`.
fn said(program: &mut Program, sentence: &str) {
    let meeting = program.saved();
    let current = meeting.timeline.current();
    let title = current.map_or("", |index| &meeting.agenda.item(index).unwrap().title);
    let sentence = sentence.replace("{}", title);
    assert_eq!(program.foot(), sentence);
}

#[test]
fn every_step_of_the_meeting_is_taken_back_and_done_again_and_the_words_say_which() {
    for (number, step) in steps().into_iter().enumerate() {
        let mut program = open(step.from);
        let before = program.saved().clone();
        program.wait(TimeDelta::seconds(75));
        (step.act)(&mut program);
        let after = program.saved().clone();
        assert_ne!(before, after, "{number}: {}", step.undone);
        for _ in 0..2 {
            program.wait(TimeDelta::seconds(30));
            program.ctrl('z');
            assert_eq!(*program.saved(), before, "{}", step.undone);
            said(&mut program, step.undone);
            program.wait(TimeDelta::seconds(30));
            program.ctrl('y');
            assert_eq!(*program.saved(), after, "{}", step.redone);
            said(&mut program, step.redone);
        }
        press_until_nothing_is_left(&mut program, 'y');
        assert_eq!(*program.saved(), after, "{number}");
    }
}

#[test]
fn steps_and_words_are_taken_back_in_the_order_in_which_they_were_done() {
    let mut program = open(Stage::Preparing);
    let mut states = vec![program.saved().clone()];
    let acts: [fn(&mut Program); 9] = [
        |p| p.key(KeyCode::F(5)),
        |p| p.keys("en"),
        |p| p.ctrl('n'),
        |p| p.keys("to"),
        |p| p.key(KeyCode::F(5)),
        |p| p.keys("tre"),
        |p| p.ctrl('u'),
        |p| {
            p.choose("avslutt møtet");
            p.ctrl('b');
        },
        |p| {
            p.choose("godkjenn referatet");
            p.ctrl('b');
        },
    ];
    for act in acts {
        act(&mut program);
        program.wait(TimeDelta::seconds(20));
        states.push(program.saved().clone());
    }
    for state in states.iter().rev().skip(1) {
        program.ctrl('z');
        program.wait(TimeDelta::seconds(20));
        assert_eq!(program.saved(), state);
    }
    program.ctrl('z');
    assert_eq!(program.foot(), NB.notice.nothing_to_undo);
    for state in states.iter().skip(1) {
        program.ctrl('y');
        program.wait(TimeDelta::seconds(20));
        assert_eq!(program.saved(), state);
    }
}

#[test]
fn words_typed_after_a_pause_are_not_taken_back_with_those_from_before_it() {
    let mut program = open(Stage::Running);
    program.keys("før");
    program.key(KeyCode::F(5));
    program.keys("etter");
    let note = note(item(1, 1));
    program.ctrl('z');
    assert_eq!(program.saved().typed(note), Some("før"));
    assert_eq!(program.saved().stage(), Stage::Paused);
    program.ctrl('z');
    assert_eq!(program.saved().typed(note), Some("før"));
    assert_eq!(program.saved().stage(), Stage::Running);
    program.keys("på");
    program.ctrl('z');
    assert_eq!(program.saved().typed(note), Some("før"));
}

#[test]
fn what_is_typed_after_a_step_was_taken_back_lands_where_the_meeting_is() {
    for key in ['n', 'u', 'p'] {
        let mut program = open(Stage::Running);
        program.ctrl(key);
        program.key(KeyCode::F(6));
        program.ctrl('z');
        program.keys("her");
        let note = note(item(1, 1));
        assert_eq!(program.saved().typed(note), Some("her"));
        assert!(program.shows("Notat til referatet"));
    }
}

#[test]
fn the_screen_follows_a_step_that_is_taken_back_to_where_the_meeting_then_is() {
    let mut program = open(Stage::Preparing);
    program.key(KeyCode::F(5));
    program.ctrl('z');
    assert!(program.shows(NB.sheet.preparation_title));
    program.ctrl('y');
    assert!(program.shows("Notat til referatet"));
    program.choose("avslutt møtet");
    program.ctrl('b');
    assert!(program.shows(NB.sheet.review_title));
    program.ctrl('z');
    assert!(program.shows("Notat til referatet"));
    program.ctrl('y');
    assert!(program.shows(NB.sheet.review_title));
}

#[test]
fn a_step_that_leads_nowhere_is_taken_back_without_leaving_the_sheet() {
    let mut program = open(Stage::Running);
    program.key(KeyCode::F(8));
    program.ctrl('o');
    program.ctrl('z');
    assert!(program.shows(NB.sheet.read_back_title));
}

#[test]
fn time_away_that_was_left_out_is_offered_again_when_that_is_taken_back() {
    let mut program = open(Stage::Running);
    let offered = |program: &mut Program| {
        program.key(KeyCode::Esc);
        program.keys("trekk fra");
        let offered = program.shows("Trekk fra tiden du var borte");
        program.key(KeyCode::Esc);
        offered
    };
    assert!(!offered(&mut program));
    sleep_and_leave_out(&mut program);
    assert!(!offered(&mut program));
    program.ctrl('z');
    assert!(offered(&mut program));
    program.ctrl('y');
    assert!(!offered(&mut program));
}

#[test]
fn what_the_practice_people_do_when_the_meeting_begins_is_taken_back_with_it() {
    let mut program = Program::start(NORMAL);
    program.practise();
    let before = program.saved().clone();
    program.key(KeyCode::F(5));
    let after = program.saved().clone();
    assert_ne!(before.participants, after.participants);
    program.ctrl('z');
    assert_eq!(*program.saved(), before);
    program.ctrl('y');
    assert_eq!(*program.saved(), after);
}

#[test]
fn a_case_code_is_taken_back_unless_somebody_else_has_it_by_then() {
    let mut program = open(Stage::Running);
    program.keys("en");
    program.choose("sakskode");
    program.keys("26-099");
    program.key(KeyCode::Enter);
    assert_eq!(program.saved().code.as_str(), "26-099");
    program.ctrl('z');
    assert_eq!(program.saved().code.as_str(), "26-014");
    assert_eq!(program.foot(), "Angret: sakskoden er 26-014 igjen.");
    let told = |effect: &Effect| matches!(effect, Effect::Title(title) if title.contains("26-014"));
    let title = |effect: &&Effect| matches!(effect, Effect::Title(_));
    assert!(program.effects.iter().rfind(title).is_some_and(told));
    program.ctrl('y');
    assert_eq!(program.saved().code.as_str(), "26-099");
    assert_eq!(program.foot(), "Gjort om igjen: sakskoden er 26-099.");

    let file = "26-014_2026-11-17.toml".into();
    let code = "26-014".parse().unwrap();
    let taken = Problem::CodeTaken { code, file };
    program.answer_claims_with(Some(taken));
    program.ctrl('z');
    assert_eq!(program.saved().code.as_str(), "26-099");
    assert!(program.shows("26-014 er "), "{}", program.foot());
    // What came before it is not out of reach.
    program.ctrl('z');
    assert_eq!(program.saved().typed(note(item(1, 1))), Some(""));
}

#[test]
fn an_answer_about_a_code_that_was_typed_closes_the_line_and_is_an_act() {
    let mut program = open(Stage::Running);
    program.choose("sakskode");
    program.input(Input::Claimed(Ok("26-003".parse().unwrap())));
    assert_eq!(program.saved().code.as_str(), "26-003");
    assert!(!program.shows(NB.overlay.ask_case_code));
    program.ctrl('z');
    assert_eq!(program.saved().code.as_str(), "26-014");
}

#[test]
fn choosing_what_is_chosen_already_is_nothing_to_take_back() {
    let mut program = open(Stage::Running);
    program.keys("ord");
    program.key(KeyCode::F(6));
    program.keys("11");
    program.ctrl('z');
    assert_eq!(program.saved().typed(note(item(1, 1))), Some(""));
}

#[test]
fn owners_come_back_in_their_order() {
    let mut program = open(Stage::Running);
    program.ctrl('t');
    program.key(KeyCode::Tab);
    program.keys("123");
    let before = program.saved().actions.clone();
    program.keys("1");
    program.ctrl('z');
    assert_eq!(program.saved().actions, before);
    let words = "Angret: hvem som gjør oppgaven, er som før.";
    assert_eq!(program.foot(), words);
}

#[test]
fn a_text_whose_place_was_taken_by_a_new_one_can_still_be_taken_back_word_by_word() {
    let mut program = open(Stage::Running);
    program.ctrl('t');
    program.keys("en to");
    program.ctrl('d');
    program.ctrl('t');
    program.keys("tre");
    let what = |program: &Program| program.saved().actions.last().unwrap().what.clone();
    for _ in 0..3 {
        program.ctrl('z');
    }
    assert_eq!(what(&program), "en to");
    program.ctrl('z');
    assert_eq!(what(&program), "en ");
    for _ in 0..4 {
        program.ctrl('y');
    }
    assert_eq!(what(&program), "tre");
}

#[test]
fn an_action_item_that_was_emptied_and_went_away_comes_back() {
    let mut program = open(Stage::Running);
    program.ctrl('t');
    program.keys("ord");
    program.key(KeyCode::F(3));
    let before = program.saved().actions.clone();
    program.key(KeyCode::F(4));
    program.key(KeyCode::Up);
    program.choose("oppgaver");
    for _ in 0..3 {
        program.key(KeyCode::Tab);
    }
    program.press(Key::with(KeyModifiers::CONTROL, KeyCode::Backspace));
    program.key(KeyCode::F(3));
    assert_eq!(program.saved().actions.len(), before.len() - 1);
    program.ctrl('z');
    program.ctrl('z');
    assert_eq!(program.saved().actions, before);
}

#[test]
fn an_action_item_emptied_by_undo_stays_while_its_words_can_come_back() {
    let mut program = open(Stage::Running);
    program.ctrl('t');
    program.keys("ord");
    let before = program.saved().actions.clone();
    program.ctrl('z');
    program.key(KeyCode::F(3));
    program.ctrl('y');
    assert_eq!(program.saved().actions, before);
}

#[test]
fn words_typed_after_another_case_code_are_not_taken_back_with_those_from_before_it() {
    let mut program = open(Stage::Running);
    program.keys("før");
    program.choose("sakskode");
    program.keys("26-099");
    program.key(KeyCode::Enter);
    program.keys("etter");
    program.ctrl('z');
    let note = note(item(1, 1));
    assert_eq!(program.saved().typed(note), Some("før"));
    assert_eq!(program.saved().code.as_str(), "26-099");
}

#[test]
fn a_new_action_item_that_was_left_empty_leaves_nothing_to_take_back() {
    let mut program = open(Stage::Running);
    program.keys("ord");
    program.ctrl('t');
    program.key(KeyCode::F(3));
    program.ctrl('z');
    assert_eq!(program.saved().typed(note(item(1, 1))), Some(""));
}

#[test]
fn minutes_come_back_as_they_were_though_the_text_in_between_was_no_number() {
    let mut program = open(Stage::Preparing);
    let minutes = |p: &Program| p.saved().agenda.phases[0].planned;
    for _ in 0..60 {
        if program.shows("▶ Innledning") {
            break;
        }
        program.key(KeyCode::Tab);
    }
    assert_eq!(minutes(&program), 5);
    program.keys("12 eller så");
    assert_eq!(minutes(&program), 12);
    program.ctrl('a');
    program.keys("9");
    assert_eq!(minutes(&program), 9);
    let mut seen = press_until_nothing_is_left(&mut program, 'z');
    assert!(
        seen.iter()
            .any(|meeting| meeting.agenda.phases[0].planned == 12)
    );
    assert_eq!(minutes(&program), 5);
    seen = press_until_nothing_is_left(&mut program, 'y');
    assert!(
        seen.iter()
            .any(|meeting| meeting.agenda.phases[0].planned == 12)
    );
    assert_eq!(minutes(&program), 9);
}

#[test]
fn a_day_that_is_taken_back_another_day_means_what_it_meant() {
    let mut program = open(Stage::InReview);
    program.key(KeyCode::F(7));
    program.press(Key::with(KeyModifiers::SHIFT, KeyCode::Tab));
    program.keys("fre");
    let before = program.saved().follow_up.clone();
    assert!(before.value.is_some());
    program.key(KeyCode::F(3));
    program.key(KeyCode::F(7));
    program.press(Key::with(KeyModifiers::SHIFT, KeyCode::Tab));
    program.ctrl('a');
    program.keys("10.12");
    program.wait(TimeDelta::days(8));
    program.ctrl('z');
    assert_eq!(program.saved().follow_up, before);
}

#[test]
fn an_arrow_that_leads_to_a_text_written_earlier_is_nothing_to_take_back() {
    let mut program = open(Stage::Preparing);
    program.key(KeyCode::Down);
    program.keys("en to tre fire");
    program.key(KeyCode::Up);
    program.keys("fem");
    program.ctrl('z');
    program.key(KeyCode::Down);
    program.ctrl('y');
    assert!(
        program.foot().contains("Gjort om igjen"),
        "{}",
        program.foot()
    );
}

#[test]
fn a_note_of_an_item_set_aside_after_the_meeting_is_shown_when_that_is_taken_back() {
    let mut program = open(Stage::InReview);
    program.key(KeyCode::F(3));
    let here = item(1, 1);
    program.ctrl('u');
    program.ctrl('n');
    program.keys("ord");
    program.key(KeyCode::F(12));
    program.ctrl('z');
    program.ctrl('z');
    let status = |p: &Program| p.saved().agenda.item(here).unwrap().status;
    assert_ne!(status(&program), ItemStatus::NotRelevant);
    program.keys("her");
    assert_eq!(program.saved().typed(note(here)), Some("her"));
}

/// Something a leader does.
#[derive(Debug, Clone)]
enum Act {
    Key(Key),
    Text(&'static str),
    Menu(&'static str),
    Wait(i64),
    Sleep,
}

impl Program {
    fn do_act(&mut self, act: &Act) {
        match act {
            Act::Key(key) => self.press(*key),
            Act::Text(text) => self.keys(text),
            Act::Menu(words) => self.choose(words),
            Act::Wait(seconds) => self.wait(TimeDelta::seconds(*seconds)),
            Act::Sleep => self.sleep(TimeDelta::minutes(3)),
        }
    }
}

fn any_act() -> impl Strategy<Value = Act> {
    let steps = vec![
        Key::ctrl('n'),
        Key::ctrl('p'),
        Key::ctrl('u'),
        Key::ctrl('o'),
        Key::ctrl('t'),
        Key::ctrl('d'),
        Key::ctrl('g'),
        Key::ctrl('l'),
        Key::ctrl('k'),
        Key::ctrl('b'),
        Key::ctrl('z'),
        Key::ctrl('z'),
        Key::ctrl('y'),
        Key::plain(KeyCode::F(5)),
    ];
    let writing = vec![
        Key::ctrl('a'),
        Key::ctrl('x'),
        Key::ctrl('v'),
        Key::ctrl('w'),
        Key::plain(KeyCode::Backspace),
        Key::plain(KeyCode::Delete),
        Key::plain(KeyCode::Char(' ')),
    ];
    let moving = vec![
        KeyCode::Tab,
        KeyCode::Tab,
        KeyCode::Enter,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Esc,
        KeyCode::F(2),
        KeyCode::F(3),
        KeyCode::F(4),
        KeyCode::F(6),
        KeyCode::F(7),
        KeyCode::F(8),
        KeyCode::F(12),
    ];
    let menu = keymap::menu().filter_map(|command| command.name(&NB));
    let leaves = [
        NB.command.new_meeting,
        NB.command.practise,
        NB.command.open_meeting,
        NB.command.close,
        NB.command.quit,
        NB.command.undo,
        NB.command.redo,
        NB.command.cover,
        NB.command.help,
    ];
    let menu: Vec<_> = menu.filter(|name| !leaves.contains(name)).collect();
    prop_oneof![
        4 => select(steps).prop_map(Act::Key),
        2 => select(writing).prop_map(Act::Key),
        5 => select(moving).prop_map(|code| Act::Key(Key::plain(code))),
        3 => select(menu).prop_map(Act::Menu),
        4 => select(vec!["ord", "to ord", "1", "2", "3", "12", "fre", "10.30", "50", "9.50", "x"])
            .prop_map(Act::Text),
        2 => (0..100_i64).prop_map(Act::Wait),
        1 => Just(Act::Sleep),
    ]
}

/// Presses Ctrl and a letter, with time passing, until the foot says that there is nothing more for it. Answers with the
/// meeting after each time.
fn press_until_nothing_is_left(program: &mut Program, key: char) -> Vec<Meeting> {
    let locked = (NB.refusal)(Refusal::Approved, oslo());
    let over = [
        NB.notice.nothing_to_undo,
        NB.notice.nothing_to_redo,
        &locked,
    ];
    let mut seen = Vec::new();
    for _ in 0..1000 {
        program.ctrl(key);
        let foot = program.foot();
        if over.contains(&foot.as_str()) {
            return seen;
        }
        let says = ["Angret", "Gjort om igjen"]
            .iter()
            .any(|word| foot.starts_with(word));
        assert!(says, "{foot}");
        seen.push(program.saved().clone());
        program.wait(TimeDelta::seconds(7));
    }
    panic!("there is always more");
}

#[test]
fn what_only_a_later_key_is_understood_as_is_taken_back_with_the_first() {
    for (label, first_key, rest) in [("Innledning", " ", "1"), ("Sendt", "m", "an")] {
        let mut program = open(Stage::Preparing);
        program.walk_to("Dato");
        program.ctrl('a');
        program.keys("17.11");
        program.walk_to(label);
        program.ctrl('a');
        let before = program.saved().clone();
        program.keys(first_key);
        program.keys(rest);
        let after = program.saved().clone();
        assert_ne!(after, before, "{label}");
        program.ctrl('z');
        assert_eq!(program.saved(), &before, "{label}");
        program.ctrl('y');
        assert_eq!(program.saved(), &after, "{label}");
    }
}

#[test]
fn minutes_written_with_blanks_are_taken_back_after_the_cursor_has_left_them() {
    let mut program = open(Stage::Preparing);
    program.walk_to("Innledning");
    let before = program.saved().clone();
    program.keys(" 1");
    let after = program.saved().clone();
    assert_ne!(after, before);
    program.key(KeyCode::Tab);
    program.ctrl('z');
    assert_eq!(program.saved(), &before);
    program.ctrl('y');
    assert_eq!(program.saved(), &after);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn taking_everything_back_gives_the_first_meeting_and_doing_it_all_again_the_last(
        stage in select(&STAGES),
        practice in any::<bool>(),
        acts in vec(any_act(), 1..60),
    ) {
        let mut program = open(stage);
        if practice {
            program = Program::start(NORMAL);
            program.practise();
        }
        let first = program.saved().clone();
        for act in &acts {
            program.do_act(act);
        }
        program.close_overlays();
        press_until_nothing_is_left(&mut program, 'y');
        let last = program.saved().clone();
        let back = press_until_nothing_is_left(&mut program, 'z');
        prop_assert_eq!(program.saved(), &first);
        let forth = press_until_nothing_is_left(&mut program, 'y');
        prop_assert_eq!(program.saved(), &last);
        // And each stop on the way is the same both ways.
        prop_assert_eq!(back.len(), forth.len());
        let on_the_way = back.iter().rev().skip(1);
        for (back, forth) in on_the_way.zip(&forth) {
            prop_assert_eq!(back, forth);
        }
        let back_again = press_until_nothing_is_left(&mut program, 'z');
        prop_assert_eq!(back_again, back);
    }
}

#[test]
fn a_change_to_what_was_approved_and_sent_is_taken_back_with_it_and_made_again() {
    let mut program = open(Stage::Approved);
    program.choose("hvem får");
    program.keys("i dag");
    program.wait(TimeDelta::seconds(7));
    let sent = program.saved().clone();
    assert!(!sent.sendings.is_empty());
    program.choose("endre det");
    program.keys("feil dato");
    program.key(KeyCode::Enter);
    let revised = program.saved().clone();
    assert_eq!((revised.stage(), revised.version()), (Stage::InReview, 2));
    program.ctrl('z');
    assert_eq!(
        program.foot(),
        "Angret: referatet er godkjent og låst igjen."
    );
    assert_eq!(program.saved(), &sent);
    program.ctrl('y');
    assert_eq!(program.saved(), &revised);
    for _ in 0..3 {
        // The step, and the two words of the day.
        program.ctrl('z');
    }
    assert!(program.saved().sendings.is_empty());
    assert_eq!(program.saved().stage(), Stage::Approved);
}
