//! A program that is stopped for a while, whose window is pulled about, or that breaks: afterwards all is as it was.

use crate::cases::leader::Leader;
use crate::support::clock::Broken;
use crate::support::pty::{Exit, Signal};
use std::fs;
use std::time::Duration;

/// Keeps the title of the window on the terminal's own stack.
const KEEP_TITLE: &str = "\x1b[22;0t";

/// Takes the title of the window from there again.
const GIVE_TITLE_BACK: &str = "\x1b[23;0t";

const TITLE: &str = "Dialogmøte 1 · sak 26-001";

/// A meeting that began at ten, in its second item, with something written.
fn begun() -> Leader {
    let mut m = Leader::sits_down("2026-11-17T09:58:00+01:00");
    m.makes_a_meeting();
    m.until("10:00");
    m.begins();
    m.next("Presentasjon og roller");
    m.types("Terje: «æøå ÆØÅ», midt i en set");
    m.time.stops_in_the_middle();
    m.until("10:01");
    m
}

/// [`begun`], with nothing said at the foot and nothing that changes on the screen for half a minute.
fn meeting() -> Leader {
    let mut m = begun();
    m.picks("sekunder", "Vis eller skjul sekunder");
    m.sees(&["Sekundene er skjult."]);
    m.until("10:02");
    m.tui.wait_gone("Sekundene er skjult.");
    m.sees(&["Lagret 10:02 ✓"]);
    m
}

/// A screen without the bar of the phases, which grows every now and then.
fn without_bar(styled: &str) -> String {
    let lines = styled.lines().filter(|line| !line.contains('░'));
    lines.collect::<Vec<_>>().join("\n")
}

/// The whole screen, but for what time changes.
fn screen(m: &mut Leader) -> String {
    without_bar(&m.tui.styled())
}

/// Waits until the whole screen is this one.
#[track_caller]
fn sees_again(m: &mut Leader, screen: &str) {
    m.tui
        .wait_styled(screen, |styled| without_bar(styled) == screen);
}

/// How often a text is in what the program has written so far.
fn times(m: &mut Leader, text: &str) -> usize {
    String::from_utf8_lossy(m.tui.output())
        .matches(text)
        .count()
}

/// The screen that the program draws anew in a window that was given another size and this one again.
fn drawn_anew(m: &mut Leader) -> String {
    m.tui.resize(20, 70);
    m.tui.wait("a smaller screen", |screen| {
        !screen.contents().contains("│") && screen.contents().contains("Presentasjon og")
    });
    m.tui.resize(36, 120);
    m.tui
        .wait("the wide screen", |screen| screen.contents().contains("│"));
    screen(m)
}

/// Leaves the program, and finds that the title was kept once for each time that it was given back.
fn leaves(mut m: Leader) {
    m.quits();
    assert_eq!(times(&mut m, KEEP_TITLE), times(&mut m, GIVE_TITLE_BACK));
}

// ── Stopped ─────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_stopped_program_gives_the_terminal_back_and_takes_it_again() {
    let mut m = meeting();
    let before = screen(&mut m);
    m.tui.signal(Signal::TSTP);
    m.tui.wait_stopped();
    m.tui.wait_left_alone();
    assert_eq!(times(&mut m, KEEP_TITLE), 1);
    assert_eq!(times(&mut m, GIVE_TITLE_BACK), 1);

    m.tui
        .is_used_by_a_shell("\x1b]0;skallet\x07$ stty; fg\r\n\x1b[31mdialogmote");
    m.tui.wait_text("$ stty; fg");
    m.tui.signal(Signal::CONT);
    m.tui.wait_raw();
    m.tui.wait_title(TITLE);
    m.tui.wait_text("midt i en set");
    m.tui.wait_gone("stty");
    sees_again(&mut m, &before);
    m.types("ning.");
    m.sees(&["Terje: «æøå ÆØÅ», midt i en setning."]);
    let now = screen(&mut m);
    assert_eq!(drawn_anew(&mut m), now);
    assert_eq!(times(&mut m, KEEP_TITLE), 2);
    leaves(m);
}

#[test]
fn what_was_written_before_the_stop_is_in_the_meetings_own_file() {
    let mut m = meeting();
    m.types("ning.");
    m.tui.signal(Signal::TSTP);
    m.tui.wait_stopped();
    // By its own pace, the program would have taken a second to get there.
    let file = m.folder().join("26-001_2026-11-17.toml");
    let saved = fs::read_to_string(file).unwrap();
    assert!(saved.contains("midt i en setning."), "{saved}");
    m.tui.signal(Signal::CONT);
    // Before that, it would be the terminal that shows what is typed.
    m.tui.wait_raw();
    m.types(" Slutt.");
    m.tui.signal(Signal::TSTP);
    m.tui.wait_stopped();
    // Whoever stops a program may never let it go on.
    m.tui.kill();
    m.starts_again();
    m.sees(&["Terje: «æøå ÆØÅ», midt i en setning. Slutt."]);
    leaves(m);
}

#[test]
fn a_program_that_is_stopped_unasked_takes_the_terminal_from_the_shell_again() {
    let mut m = meeting();
    let before = screen(&mut m);
    m.tui.signal(Signal::STOP);
    m.tui.wait_stopped();
    // It could give nothing back; the shell leaves the other screen itself, or does not.
    for shell in [
        "\x1b]0;skallet\x07[1]+  Stoppet\r\n$ fg\r\n",
        "\x1b[?1049l\x1b[?2004l$ fg\x1b[44m",
    ] {
        m.tui.is_used_by_a_shell(shell);
        m.tui.wait_text("$ fg");
        m.tui.signal(Signal::CONT);
        m.tui.wait_raw();
        m.tui.wait_gone("$ fg");
        m.tui.wait_text("midt i en set");
        m.tui.wait_title(TITLE);
        sees_again(&mut m, &before);
        m.tui.signal(Signal::STOP);
        m.tui.wait_stopped();
    }
    m.tui.signal(Signal::CONT);
    m.types("ning.");
    m.sees(&["Terje: «æøå ÆØÅ», midt i en setning."]);
    // Pastes still come as pastes: as keys, Ctrl+Q would leave.
    m.tui.paste(" a\u{11}b");
    m.sees(&["midt i en setning. ab"]);
    assert_eq!(times(&mut m, KEEP_TITLE), 1);
    leaves(m);
}

#[test]
fn keys_pressed_while_it_is_stopped_count_once() {
    let mut m = meeting();
    for (signal, word, whole) in [
        (Signal::STOP, "ning.", "midt i en setning."),
        (Signal::TSTP, " Ja.", "midt i en setning. Ja."),
    ] {
        m.tui.signal(signal);
        m.tui.wait_stopped();
        m.tui.keys(word);
        m.tui.signal(Signal::CONT);
        m.sees(&[whole]);
    }
    m.types(" Slutt.");
    m.sees(&["midt i en setning. Ja. Slutt."]);
    leaves(m);
}

#[test]
fn the_window_may_have_another_size_when_it_goes_on() {
    let mut m = meeting();
    for signal in [Signal::STOP, Signal::TSTP] {
        m.tui.signal(signal);
        m.tui.wait_stopped();
        m.tui.resize(30, 100);
        m.tui.signal(Signal::CONT);
        // In the corner that was cut off.
        m.sees(&["midt i en set", "F1 hjelp"]);
        let now = screen(&mut m);
        drawn_anew(&mut m);
        m.tui.resize(30, 100);
        sees_again(&mut m, &now);
        drawn_anew(&mut m);
    }
    leaves(m);
}

#[test]
fn a_pause_of_the_program_is_no_pause_of_the_meeting() {
    for signal in [Signal::TSTP, Signal::STOP] {
        let mut m = begun();
        m.tui.signal(signal);
        m.tui.wait_stopped();
        m.time.pass(Duration::from_secs(60));
        m.tui.signal(Signal::CONT);
        m.sees(&["10:02", "i alt 02:"]);
        assert!(!m.tui.screen().contains("Maskinen sov"));

        m.tui.signal(signal);
        m.tui.wait_stopped();
        m.time.pass(Duration::from_secs(10 * 60));
        m.tui.signal(Signal::CONT);
        m.sees(&["10:12", "Maskinen sov i 10 minutter", "i alt 12:"]);
        m.picks("trekk fra", "Trekk fra tiden du var borte");
        m.sees(&["er trukket fra.", "i alt 02:"]);
        leaves(m);
    }
}

#[test]
fn a_program_that_is_told_to_go_while_it_is_stopped_goes_when_it_can() {
    for signal in [Signal::TSTP, Signal::STOP] {
        let mut m = meeting();
        m.types("ning.");
        m.tui.signal(signal);
        m.tui.wait_stopped();
        m.tui.signal(Signal::TERM);
        m.tui.signal(Signal::CONT);
        assert_eq!(m.tui.wait_exit(), Exit::Code(143));
        assert_eq!(m.tui.left_on(), [""; 0]);
        assert_eq!(times(&mut m, KEEP_TITLE), times(&mut m, GIVE_TITLE_BACK));
        m.starts_again();
        m.sees(&["midt i en setning."]);
    }
}

// ── Pulled about ────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_window_of_one_place_or_none_comes_back_as_it_was() {
    let mut m = meeting();
    let before = screen(&mut m);
    for (rows, cols) in [(1, 1), (0, 0), (0, 120), (36, 0), (1, 120), (36, 1), (2, 2)] {
        m.tui.resize(rows, cols);
        m.tui.keys("x<BS>");
        m.tui.resize(36, 120);
        sees_again(&mut m, &before);
    }
    m.types("ning.");
    m.sees(&["Terje: «æøå ÆØÅ», midt i en setning."]);
    leaves(m);
}

#[test]
fn after_two_hundred_sizes_at_once_the_screen_is_the_one_of_the_last() {
    let mut m = meeting();
    let before = screen(&mut m);
    // Any numbers will do, as long as they are the same each time.
    let mut number: u32 = 20_261_117;
    let mut random = |below: u32| {
        number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        u16::try_from((number >> 8) % below).unwrap()
    };
    for storm in 0..3 {
        for _ in 0..200 {
            m.tui.resize(random(70), random(220));
        }
        // In the middle of another storm, something is typed.
        for c in "ning".chars() {
            m.tui.resize(random(70), random(220));
            m.tui.keys(&c.to_string());
        }
        m.tui.resize(36, 120);
        m.tui.wait_text("midt i en setning");
        m.tui.keys("<BS><BS><BS><BS>");
        sees_again(&mut m, &before);
        assert_eq!(drawn_anew(&mut m), before, "storm {storm}");
    }
    m.time.pass(Duration::from_secs(60));
    m.picks("sekunder", "Vis eller skjul sekunder");
    m.sees(&["10:03", "i alt 03:"]);
    leaves(m);
}

// ── Broken ──────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_program_that_breaks_has_lost_nothing_and_says_so_in_words() {
    let mut m = meeting();
    // In a pause nothing ticks. The program breaks when it next asks how long to wait: while it looks whether the disk has
    // what was typed, or at the latest when the meeting goes on and waits for its next minute.
    m.tui.keys("<F5>");
    m.sees(&["PAUSE", "Pause. F5 fortsetter."]);
    m.time.pass(Duration::from_secs(60));
    m.tui.wait_gone("Pause. F5 fortsetter.");
    m.sees(&["Lagret", "✓"]);
    m.types("¤");
    m.time.is_broken(Broken::Yes);
    m.tui.keys("<F5>");
    assert_eq!(m.tui.wait_exit(), Exit::Code(1));
    assert_eq!(m.tui.left_on(), [""; 0]);
    assert_eq!(times(&mut m, KEEP_TITLE), times(&mut m, GIVE_TITLE_BACK));
    let words = m.tui.screen().replace('\n', "");
    assert!(words.contains("Programmet stoppet av en feil ("), "{words}");
    assert!(words.contains("Det du skrev, er lagret."), "{words}");
    for secret in ["Terje", "midt i", "¤", "panicked", "thread"] {
        assert!(!words.contains(secret), "{words}");
    }

    m.time.is_broken(Broken::No);
    m.starts_again();
    m.sees(&["Terje: «æøå ÆØÅ», midt i en set¤"]);
    leaves(m);
}
