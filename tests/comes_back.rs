//! A meeting that is interrupted comes back as it was: after a crash, a signal, a closed window, a machine that slept.

use crate::cases::leader::Leader;
use crate::support::pty::{Exit, Signal, Tui};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::{Duration, Instant};

/// A meeting that began at ten, in its first item.
fn meeting() -> Leader {
    let mut m = Leader::sits_down("2026-11-17T09:58:00+01:00");
    m.makes_a_meeting();
    m.until("10:00");
    m.begins();
    m
}

// ── Killed ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/// What is typed last, without waiting for it.
const SENTENCE: &str = "midt i set";

/// Words that can be told apart from one another and from everything else on the screen.
fn word(number: usize) -> String {
    format!("ord{number:04}")
}

/// The number of a word that came back whole.
fn number(word: &str) -> Option<usize> {
    let number = word.strip_prefix("ord").filter(|n| n.len() == 4)?;
    number.parse().ok()
}

/// What stands at the right of the line down a wide window, as one line.
fn note_in(screen: &str) -> String {
    let right = |line: &str| Some(line.split_once('│')?.1.trim().to_owned());
    let lines: Vec<String> = screen.lines().filter_map(right).collect();
    lines.join(" ")
}

/// Types until the program is killed. Answers with how many words had been on the screen for so long.
fn is_killed_while_typing(m: &mut Leader, on_screen: Duration) -> usize {
    let mut seen: Vec<Instant> = Vec::new();
    while seen.first().is_none_or(|at| at.elapsed() < 2 * on_screen) {
        let next = word(seen.len() + 1);
        m.tui.keys(&format!("{next} "));
        m.tui.wait_text(&next);
        seen.push(Instant::now());
    }
    m.tui.keys(SENTENCE);
    let killed = Instant::now();
    m.tui.kill();
    let long_ago = |at: &&Instant| killed.duration_since(**at) >= on_screen;
    seen.iter().filter(long_ago).count()
}

/// Kills the program three times, in three items; what had been on the screen for so long must come back.
fn comes_back_with_what_was(on_screen: Duration) {
    let mut m = meeting();
    let items = ["Presentasjon og roller", "Hensikt og mål", "Taushetsplikt"];
    for (item, minute) in items.into_iter().zip(1..) {
        m.next(item);
        let safe = is_killed_while_typing(&mut m, on_screen);
        assert!(safe > 0, "nothing was on the screen for {on_screen:?}");

        m.starts_again();
        m.sees(&[&format!("· {item}"), "I RUTE"]);
        assert_eq!(m.tui.title(), "Dialogmøte 1 · sak 26-001");
        // The cursor stands behind what came back, so that is where typing goes on.
        m.tui.keys("¤");
        m.tui.wait_text("¤");
        assert!(m.tui.cursor().is_some(), "the cursor stands in the note");
        let note = note_in(&m.tui.screen());
        let (before, _) = note.split_once('¤').unwrap_or_default();
        let last = before.split_whitespace().next_back().unwrap_or_default();
        let of_a_word = "ord".starts_with(last) || last.starts_with("ord");
        assert!(of_a_word || SENTENCE.contains(last), "{note}");
        let numbers: Vec<usize> = before.split_whitespace().filter_map(number).collect();
        let no_gap = numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]);
        let back = numbers.last().copied().unwrap_or_default();
        assert!(no_gap && back >= safe, "{back} of {safe} words: {note}");

        m.until(&format!("10:0{minute}"));
        m.sees(&[&format!("i alt 0{minute}:")]);
    }
}

#[test]
fn killed_in_the_middle_of_a_sentence_it_comes_back_but_for_the_last_half_second() {
    comes_back_with_what_was(Duration::from_millis(500));
}

#[test]
fn the_time_the_program_was_away_is_told_and_can_be_left_out() {
    let mut m = meeting();
    m.until("10:02");
    m.types("før strømmen gikk");
    m.until("10:03");
    m.types(" …");
    m.sees(&["Lagret 10:03 ✓"]);
    m.tui.kill();
    m.time.pass(Duration::from_secs(10 * 60));
    m.starts_again();
    m.sees(&[
        "Møtet går. Du var borte i 10 minutter. Esc: trekk fra tiden du var borte.",
        "før strømmen gikk",
        "i alt 13:",
        "8 MIN OVER",
    ]);
    m.picks("trekk fra", "Trekk fra tiden du var borte");
    m.sees(&["er trukket fra.", "i alt 03:", "2 MIN IGJEN"]);
}

#[test]
fn a_paused_meeting_comes_back_paused() {
    let mut m = meeting();
    m.until("10:03");
    m.sees(&["i alt 03:"]);
    m.tui.keys("<F5>");
    m.sees(&["Pause. F5 fortsetter."]);
    m.until("10:04");
    m.sees(&["Lagret 10:03 ✓"]);
    m.tui.kill();
    m.time.pass(Duration::from_secs(10 * 60));
    m.starts_again();
    m.sees(&[
        "Møtet står i pause. Du var borte i 11 minutter.",
        "PAUSE",
        "i alt 03:",
    ]);
}

#[test]
fn a_machine_that_slept_is_told_of_and_can_be_left_out() {
    let mut m = meeting();
    m.until("10:03");
    m.time.pass(Duration::from_secs(75 * 60));
    m.sees(&[
        "Maskinen sov i 1 time og 15 minutter. Tiden er regnet med. Esc: trekk den fra.",
        "i alt 78:",
    ]);
    m.picks("trekk fra", "Trekk fra tiden du var borte");
    m.sees(&["er trukket fra.", "i alt 03:"]);
}

// ── Asked to go ─────────────────────────────────────────────────────────────────────────────────────────────────────

/// Types, is told to go, and finds all of it again.
fn check(goes: fn(&mut Tui), exit: u32) {
    let mut m = meeting();
    m.next("Presentasjon og roller");
    m.types("Terje: «æøå ÆØÅ», midt i en set");
    goes(&mut m.tui);
    assert_eq!(m.tui.wait_exit(), Exit::Code(exit));

    m.starts_again();
    m.sees(&["· Presentasjon og roller", "I RUTE"]);
    m.types("ning.");
    m.sees(&["Terje: «æøå ÆØÅ», midt i en setning."]);
}

fn leaves_nothing_switched_on(tui: &mut Tui, signal: Signal) {
    tui.signal(signal);
    tui.wait_exit();
    assert_eq!(tui.left_on(), [""; 0]);
}

#[test]
fn a_program_that_is_terminated_loses_nothing() {
    check(|tui| leaves_nothing_switched_on(tui, Signal::TERM), 143);
}

#[test]
fn a_program_that_is_told_to_quit_from_outside_loses_nothing() {
    check(|tui| leaves_nothing_switched_on(tui, Signal::QUIT), 131);
}

#[test]
fn a_program_that_is_told_of_a_hang_up_loses_nothing() {
    check(|tui| leaves_nothing_switched_on(tui, Signal::HUP), 129);
}

#[test]
fn a_window_that_is_closed_loses_nothing() {
    check(Tui::hang_up, 129);
}

// ── The clock on the wall ───────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_wall_clock_that_is_set_is_told_of_and_changes_no_clock_of_the_meeting() {
    let mut m = meeting();
    m.until("10:03");
    m.sees(&["i alt 03:"]);
    m.time.is_set("2026-11-17T09:03:00+01:00");
    m.sees(&["Klokka på maskinen er stilt 1 time tilbake. Møtets klokke går som før."]);
    m.sees(&["10:03", "i alt 03:", "2 MIN IGJEN", "ferdig 10:45"]);
    m.time.is_set("2026-11-17T10:23:30+01:00");
    m.sees(&["Klokka på maskinen er stilt 1 time og 20 minutter fram."]);
    m.sees(&["10:03", "i alt 03:", "2 MIN IGJEN", "ferdig 10:45"]);
}

// ── Whose it is ─────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn files_are_the_users_own_and_named_after_the_case() {
    let mut m = meeting();
    m.types("privat");
    // A file on its way to its place may be gone again.
    let mode = |path: &std::path::Path| Some(fs::metadata(path).ok()?.permissions().mode() & 0o777);
    let check = |m: &Leader| {
        assert_eq!(mode(&m.folder()), Some(0o700));
        let files = m.files();
        assert!(
            files.contains(&"26-001_2026-11-17.toml".to_owned()),
            "{files:?}"
        );
        for file in files {
            // The other one lists where referats were written.
            let named = file.contains("26-001_2026-11-17.") || file == ".skrevet";
            assert!(named, "{file}");
            let mode = mode(&m.folder().join(&file));
            let own = if file.ends_with(".historikk") {
                0o700
            } else {
                0o600
            };
            assert!(mode.is_none_or(|mode| mode == own), "{file}: {mode:?}");
        }
    };
    check(&m);
    m.picks("avslutt møtet", "Avslutt møtet");
    m.tui.keys("<C-b>");
    m.sees(&["Møtet er avsluttet."]);
    m.confirms_people();
    m.tui.keys("<C-e>");
    m.sees(&["Lagre referatet i filen"]);
    m.tui.keys("<Enter>");
    m.sees(&["Referatet ligger i"]);
    check(&m);
    m.quits();
    check(&m);
    assert_eq!(
        m.files(),
        [
            ".skrevet",
            "26-001_2026-11-17.historikk",
            "26-001_2026-11-17.md",
            "26-001_2026-11-17.toml"
        ]
    );
}

#[test]
fn a_case_code_is_taken_back_at_once_though_the_file_may_still_have_it() {
    let mut m = meeting();
    m.picks("sakskode", "Endre sakskode");
    m.sees(&["Sakskode (aldri et navn)"]);
    m.tui.keys("26-009<Enter>");
    m.tui.wait_title("Dialogmøte 1 · sak 26-009");
    // Perhaps faster than the disk.
    m.tui.keys("<C-z>");
    m.sees(&["Angret: sakskoden er 26-001 igjen."]);
    m.quits();
    assert_eq!(
        m.files(),
        ["26-001_2026-11-17.historikk", "26-001_2026-11-17.toml"]
    );
}

// ── Practice ────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_practice_meeting_is_marked_as_one_and_runs_as_fast_as_asked() {
    let mut m = Leader::with("2026-11-17T10:00:00+01:00", |setup| {
        setup.size(36, 120).arg("demo").arg("--fart").arg("60")
    });
    m.sees(&[
        "ØVELSE",
        "Dette er en øvelse. Menneskene er oppdiktet.",
        "laget ons 28. okt",
    ]);
    m.begins();
    m.sees(&["ØVELSE", "Nora Vikse: «"]);
    // Two seconds are two of its minutes.
    m.time.pass(Duration::from_secs(2));
    m.sees(&["i alt 02:"]);
    m.types("øver");
    m.picks("avslutt møtet", "Avslutt møtet");
    m.tui.keys("<C-b>");
    m.sees(&["Møtet er avsluttet.", "ØVELSE"]);
    m.confirms_people();
    m.quits();
    let files = m.files();
    let code = files[0].split('_').next().unwrap();
    assert!(files.iter().all(|file| file.starts_with(code)), "{files:?}");
    let referat = m.prints(&["referat", code]);
    assert!(
        referat.contains("**ØVELSE – oppdiktede mennesker, ikke et virkelig møte.**"),
        "{referat}"
    );
}
