//! One meeting and more than one state of it: two programs, files changed or broken from outside, earlier states.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    time::Duration,
};

use dialogmote::archive::{Archive, Earlier, record};

use crate::{
    cases::leader::{Leader, flat},
    support::{
        disk::{Class, Errno, FakeDisk},
        pty::{Exit, Signal, Tui},
    },
};

const MAIN: &str = "26-001_2026-11-17.toml";
const RECOVERY: &str = ".26-001_2026-11-17.toml.siste";

/// A meeting that began at ten, with something written.
fn meeting(text: &str) -> Leader {
    let mut m = Leader::sits_down("2026-11-17T09:58:00+01:00");
    m.makes_a_meeting();
    m.until("10:00");
    m.begins();
    m.types(text);
    m
}

fn main_file(m: &Leader) -> PathBuf {
    m.folder().join(MAIN)
}

/// The first note in the newest state of a meeting.
fn note(file: &Path) -> String {
    let (meeting, _) = Archive::read(file).unwrap();
    meeting.agenda.items().next().unwrap().1.note.clone()
}

/// Waits until the file of the meeting says this.
fn waits_for(m: &mut Leader, text: &str) {
    let file = main_file(m);
    m.tui.wait_files(&m.folder(), "the file to be written", || {
        fs::read_to_string(&file).is_ok_and(|content| content.contains(text))
    });
}

/// A subcommand, without a terminal.
fn run(m: &Leader, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dialogmote"))
        .arg("--mappe")
        .arg(m.folder())
        .args(arguments)
        .env_clear()
        .env("HOME", m.folder())
        .env("TZ", "Europe/Oslo")
        .output()
        .unwrap()
}

#[track_caller]
fn refused(m: &Leader, arguments: &[&str], words: &str) {
    let output = run(m, arguments);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains(words), "{told}");
    assert!(output.stdout.is_empty());
}

// ── Two programs ────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_second_window_is_told_who_has_the_meeting_and_may_read_it() {
    let mut m = meeting("her skriver jeg");
    waits_for(&mut m, "her skriver jeg");
    for named in [false, true] {
        let setup = match named {
            true => m.setup().arg("åpne").arg("26-001"),
            false => m.setup(),
        };
        let mut second = Tui::start(&setup);
        // Where the line breaks depends on how long the name of the folder is.
        second.wait("who has it", |screen| {
            let text = flat(&screen.contents());
            text.contains("er allerede åpent i et annet vindu på denne maskinen (prosess")
                && text.contains("Åpne det bare for å lese?")
        });
        second.keys("<C-b>");
        second.wait_text("BARE LESING. Slik var møtet da det ble lagret 10:00.");
        second.wait_text("her skriver jeg");
        second.keys("og jeg vil også");
        second.wait_text("Her kan ingenting endres.");
        for key in [
            "<C-n>", "<F4>", "<C-t>", "<F2>", "<F12>", "<F7>", "<F3>", "<C-z>", "<F5>",
        ] {
            second.keys(key);
        }
        second.keys("<C-q>");
        assert_eq!(second.wait_exit(), Exit::Code(0));
    }
    m.types(", og her går det videre");
    m.quits();
    m.starts_again();
    m.sees(&["her skriver jeg, og her går det videre"]);
}

#[test]
fn who_does_not_want_to_read_is_back_at_the_start() {
    let mut m = meeting("her skriver jeg");
    waits_for(&mut m, "her skriver jeg");
    let mut second = Tui::start(&m.setup());
    second.wait_text("er allerede åpent");
    second.keys("<Esc>");
    second.wait_gone("er allerede åpent");
    second.wait_text("Nytt møte");
    second.keys("<C-q>");
    assert_eq!(second.wait_exit(), Exit::Code(0));
    m.quits();
}

#[test]
fn the_lock_of_a_program_that_was_killed_keeps_nobody_out() {
    let mut m = meeting("før strømmen gikk");
    waits_for(&mut m, "før strømmen gikk");
    m.tui.kill();
    assert!(
        m.files().contains(&format!(".{MAIN}.lock")),
        "it was left behind"
    );
    m.starts_again();
    m.sees(&["før strømmen gikk", "I RUTE"]);
    m.quits();
    assert!(!m.files().contains(&format!(".{MAIN}.lock")));
}

#[test]
fn a_link_in_the_place_of_the_lock_is_told_of_and_leads_nowhere() {
    let mut m = meeting("her skriver jeg");
    m.quits();
    let lock = m.folder().join(format!(".{MAIN}.lock"));
    let elsewhere = m.folder().with_file_name("et annet sted");
    std::os::unix::fs::symlink(&elsewhere, lock).unwrap();
    m.tui = Tui::start(&m.setup().arg("åpne").arg("26-001"));
    m.sees(&["Noe annet har samme navn", "bare for å lese?"]);
    assert!(!elsewhere.exists());
}

#[test]
fn a_meeting_that_was_only_read_is_left_as_it_was() {
    let mut m = meeting("her skriver jeg");
    waits_for(&mut m, "her skriver jeg");
    m.tui.signal(Signal::STOP);
    let files = || {
        let mut all: Vec<_> = m
            .files()
            .into_iter()
            .map(|name| {
                let path = m.folder().join(&name);
                (name, fs::read(path).ok())
            })
            .collect();
        all.sort();
        all
    };
    let before = files();
    let mut second = Tui::start(&m.setup());
    second.wait_text("bare for å lese?");
    second.keys("<C-b>");
    second.wait_text("BARE LESING");
    second.keys("abc<C-n>def<F9><F9><F4><C-t><C-q>");
    second.wait_exit();
    assert_eq!(files(), before);
    m.tui.signal(Signal::CONT);
}

// ── Changed from outside ────────────────────────────────────────────────────────────────────────────────────────────

/// The file of the meeting as a sync client or an editor leaves it: with other words in it.
fn is_changed_outside(m: &mut Leader) {
    let file = main_file(m);
    waits_for(m, "mitt notat");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("mitt notat", "et annet notat")).unwrap();
    m.types(" går videre");
    m.sees(&["Et annet program har endret"]);
    m.sees(&["Begge utgavene"]);
}

fn other(m: &Leader) -> PathBuf {
    m.folder().join(format!("{MAIN}.endret-1"))
}

#[test]
fn a_file_that_is_changed_outside_is_kept_and_ours_goes_on() {
    let mut m = meeting("mitt notat");
    is_changed_outside(&mut m);
    let kept = fs::read_to_string(other(&m)).unwrap();
    assert!(kept.contains("et annet notat"), "{kept}");
    m.picks("utgaver", "Velg mellom to utgaver av møtet");
    m.sees(&["TO UTGAVER AV MØTET", "Behold det som står her."]);
    m.tui.keys("<Enter>");
    m.tui.wait_gone("TO UTGAVER");
    let decided = m.folder().join(format!("{MAIN}.avgjort-1"));
    m.tui
        .wait_files(&m.folder(), "neither of the two to be deleted", || {
            decided.exists()
        });
    m.quits();
    assert_eq!(note(&main_file(&m)), "mitt notat går videre");
    assert!(!other(&m).exists(), "and nobody is asked once more");
    m.starts_again();
    m.sees(&["mitt notat går videre", "Lagret"]);
    assert!(!m.tui.screen().contains("To utgaver av møtet"));
    m.quits();
}

/// Edits the file of the meeting as `sed -i` does: another file in its place.
fn is_edited(m: &Leader, from: &str, to: &str) {
    let file = main_file(m);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(from), "{text}");
    let edited = file.with_extension("sed");
    fs::write(&edited, text.replace(from, to)).unwrap();
    fs::rename(edited, file).unwrap();
}

/// Both states are there after a start: ours on the screen, the other one to be chosen.
fn can_choose(m: &mut Leader, ours: &str, theirs: &str) {
    m.starts_again();
    m.sees(&["Et annet program har endret", ours]);
    m.types("!");
    m.picks("utgaver", "Velg mellom to utgaver av møtet");
    m.tui.keys("<Down><Enter>");
    m.sees(&[theirs]);
    m.quits();
    let chosen = note(&main_file(m));
    assert!(chosen.starts_with(theirs), "{chosen}");
    let earlier = Archive::earlier(&main_file(m)).unwrap();
    let kept = |one: &Earlier| note(&one.path).starts_with(ours);
    assert!(earlier.iter().any(kept), "{earlier:?}");
}

#[test]
fn after_an_edit_and_a_kill_both_states_are_there_though_their_numbers_are_the_same() {
    let mut m = meeting("mitt notat");
    waits_for(&mut m, "mitt notat");
    m.tui.wait_idle();
    is_edited(&m, "mitt notat", "et annet notat");
    m.tui.kill();
    can_choose(&mut m, "mitt notat", "et annet notat");
}

#[test]
fn after_a_kill_and_an_edit_both_states_are_there_though_hardly_any_time_has_passed() {
    let mut m = meeting("mitt notat");
    waits_for(&mut m, "mitt notat");
    m.tui.wait_idle();
    m.types(" går videre");
    let file = main_file(&m);
    m.tui
        .wait_files(&m.folder(), "it to be safe from a kill", || {
            note(&file).ends_with("videre")
        });
    m.tui.kill();
    // Whether or not the newest state had come to the file too.
    is_edited(&m, "mitt notat", "et annet notat");
    can_choose(&mut m, "mitt notat går videre", "et annet notat");
}

#[test]
fn a_choice_that_nobody_made_before_the_program_was_told_to_go_is_offered_at_the_next_start() {
    let mut m = meeting("mitt notat");
    waits_for(&mut m, "mitt notat");
    m.tui.wait_idle();
    is_edited(&m, "mitt notat", "et annet notat");
    m.tui.signal(Signal::TERM);
    assert_eq!(m.tui.wait_exit(), Exit::Code(143));
    let list = m.prints(&["gjenopprett", "26-001"]);
    assert!(list.contains(" endret-1 "), "{list}");
    can_choose(&mut m, "mitt notat", "et annet notat");
}

#[test]
fn what_was_set_aside_is_brought_back_by_its_name() {
    let mut m = meeting("mitt notat");
    is_changed_outside(&mut m);
    m.quits();
    let told = m.prints(&["gjenopprett", "26-001", "endret-1"]);
    assert!(told.contains("Møtet er slik det var da"), "{told}");
    assert_eq!(note(&main_file(&m)), "et annet notat");
    let list = m.prints(&["gjenopprett", "26-001"]);
    assert!(list.contains(" avgjort-1 "), "{list}");
}

#[test]
fn a_running_meeting_whose_file_broke_is_offered_at_the_start() {
    let mut m = meeting("det siste");
    m.quits();
    fs::write(main_file(&m), "ødelagt").unwrap();
    m.starts_again();
    m.sees(&["kan ikke leses", "Hente fram møtet"]);
    m.tui.keys("<C-b>");
    m.sees(&["det siste", "I RUTE"]);
    m.quits();
}

#[test]
fn the_other_state_can_be_chosen_and_ours_is_among_the_earlier_ones() {
    let mut m = meeting("mitt notat");
    is_changed_outside(&mut m);
    m.picks("utgaver", "Velg mellom to utgaver av møtet");
    m.tui.keys("<Down><Enter>");
    m.sees(&["et annet notat"]);
    m.types(" og mer");
    m.quits();
    assert_eq!(note(&main_file(&m)), "et annet notat og mer");
    let earlier = Archive::earlier(&main_file(&m)).unwrap();
    let notes: Vec<String> = earlier.iter().map(|one| note(&one.path)).collect();
    assert!(
        notes.contains(&"mitt notat går videre".to_owned()),
        "{notes:?}"
    );
}

#[test]
fn nobody_leaves_without_having_been_told_of_the_other_state() {
    let mut m = meeting("mitt notat");
    let file = main_file(&m);
    waits_for(&mut m, "mitt notat");
    m.tui.wait_idle();
    // Nothing of ours is on its way to the disk any more: what was there is nowhere else.
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("mitt notat", "et annet notat")).unwrap();
    m.tui.keys("<C-q>");
    m.sees(&["Et annet program har endret"]);
    assert_eq!(note(&file), "mitt notat");
    m.quits();
    assert_eq!(note(&file), "mitt notat");
    assert!(
        fs::read_to_string(other(&m))
            .unwrap()
            .contains("et annet notat")
    );
    for earlier in Archive::earlier(&file).unwrap() {
        assert!(!note(&earlier.path).contains("annet"));
    }
}

#[test]
fn a_file_that_is_written_again_unchanged_by_a_sync_client_is_no_other_state() {
    let mut m = meeting("mitt notat");
    let file = main_file(&m);
    waits_for(&mut m, "mitt notat");
    let text = fs::read(&file).unwrap();
    let again = file.with_extension("tmp");
    fs::write(&again, text).unwrap();
    fs::rename(again, &file).unwrap();
    m.types(" går videre");
    waits_for(&mut m, "går videre");
    m.quits();
    assert!(!other(&m).exists());
}

#[test]
fn what_the_disk_took_and_did_not_promise_to_keep_was_changed_by_nobody() {
    let disk = FakeDisk::for_folder("møter");
    let mut m = Leader::meets_on(&disk);
    m.types("mitt notat");
    waits_for(&mut m, "mitt notat");
    m.tui.wait_idle();
    is_edited(&m, "mitt notat", "et annet notat");
    let known = disk.recording().len();
    disk.hangs(Class::Sync);
    m.types(" går videre");
    // The file is waited for; then it comes to its place, and the folder is waited for.
    disk.wait_hanging(Class::Sync, known);
    disk.hangs_only(Class::Rename);
    disk.wait_hanging(Class::Rename, known);
    disk.fails(Class::Sync, Errno::IO);
    disk.goes_on();
    m.sees(&["IKKE LAGRET"]);
    disk.works();
    m.tui.wait_gone("IKKE LAGRET");
    m.sees(&["Et annet program har endret"]);
    m.quits();
    assert_eq!(note(&main_file(&m)), "mitt notat går videre");
    let kept = fs::read_to_string(other(&m)).unwrap();
    assert!(kept.contains("et annet notat"), "{kept}");
    let second = m.folder().join(format!("{MAIN}.endret-2"));
    assert!(!second.exists(), "nobody but us wrote the second one");
}

// ── Broken files ────────────────────────────────────────────────────────────────────────────────────────────────────

/// A meeting that was written and closed, so that there is an earlier state to go back to.
fn closed() -> Leader {
    let mut m = meeting("det siste som ble skrevet");
    m.quits();
    m
}

/// What stands in a file; nothing in what is no file. To read a pipe would be to wait for ever.
fn content(path: &Path) -> Option<Vec<u8>> {
    let plain = fs::symlink_metadata(path).unwrap().is_file();
    plain.then(|| fs::read(path).unwrap())
}

/// Breaks the file of a closed meeting: it is refused in words and left untouched, and the last good state is offered.
#[track_caller]
fn check_broken(breaks: impl FnOnce(&Path), why: &str) {
    let mut m = closed();
    let file = main_file(&m);
    breaks(&file);
    let broken = content(&file);
    refused(&m, &["referat", MAIN], why);
    refused(&m, &["referat", MAIN], "«dialogmote gjenopprett");

    let mut tui = Tui::start(&m.setup().arg("åpne").arg("26-001"));
    tui.wait_text("Hente");
    tui.keys("<Esc>");
    tui.wait_gone("Hente");
    tui.keys("<C-q>");
    assert_eq!(tui.wait_exit(), Exit::Code(0));
    assert_eq!(content(&file), broken, "it is left untouched");

    m.tui = Tui::start(&m.setup().arg("åpne").arg("26-001"));
    m.sees(&["Hente"]);
    m.tui.keys("<C-b>");
    m.sees(&["det siste som ble skrevet"]);
    m.types(" og mer");
    m.quits();
    assert_eq!(note(&file), "det siste som ble skrevet og mer");
    let aside = m.folder().join(format!("{MAIN}.uleselig-1"));
    assert_eq!(content(&aside), broken, "it is kept under another name");
    assert!(fs::symlink_metadata(&aside).is_ok());
}

#[test]
fn a_file_that_was_cut_off_leads_to_the_last_good_state() {
    let cut = |file: &Path| {
        let text = fs::read_to_string(file).unwrap();
        let (before, _) = text.split_once("\n[[agenda.virkemiddel]]").unwrap();
        fs::write(file, before).unwrap();
    };
    check_broken(cut, "er ikke hel: Slutten mangler.");
}

#[test]
fn an_empty_file_leads_to_the_last_good_state() {
    check_broken(
        |file| fs::write(file, "").unwrap(),
        "er ikke et møte fra dialogmote",
    );
}

#[test]
fn a_file_of_garbage_leads_to_the_last_good_state() {
    let garbage: Vec<u8> = (0..100_000_u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    check_broken(
        |file| fs::write(file, garbage).unwrap(),
        "er ikke en tekstfil",
    );
}

#[test]
fn a_file_half_of_which_is_zeros_leads_to_the_last_good_state() {
    let zeros = |file: &Path| {
        let mut bytes = fs::read(file).unwrap();
        let half = bytes.len() / 2;
        bytes[half..].fill(0);
        fs::write(file, bytes).unwrap();
    };
    check_broken(zeros, "Programmet forstår ikke linje");
}

#[test]
fn a_file_of_a_hundred_megabytes_leads_to_the_last_good_state() {
    let grow = |file: &Path| {
        fs::File::options()
            .write(true)
            .open(file)
            .unwrap()
            .set_len(100 << 20)
            .unwrap();
    };
    check_broken(grow, "er for stor til å være et møte");
}

#[test]
fn a_folder_in_the_place_of_a_file_leads_to_the_last_good_state() {
    let folder = |file: &Path| {
        fs::remove_file(file).unwrap();
        fs::create_dir(file).unwrap();
    };
    check_broken(folder, "er ikke en vanlig fil");
}

#[test]
fn a_pipe_in_the_place_of_a_file_leads_to_the_last_good_state() {
    let pipe = |file: &Path| {
        fs::remove_file(file).unwrap();
        let made = Command::new("mkfifo").arg(file).status().unwrap();
        assert!(made.success());
    };
    check_broken(pipe, "er ikke en vanlig fil");
}

#[test]
fn a_pipe_in_the_place_of_what_remembers_referats_holds_nobody_up() {
    let m = closed();
    let referat = m.folder().join("referat.md");
    fs::write(&referat, "en annens").unwrap();
    let pipe = m.folder().join(".skrevet");
    let made = Command::new("mkfifo").arg(pipe).status().unwrap();
    assert!(made.success());
    let output = Command::new("timeout")
        .args(["20", env!("CARGO_BIN_EXE_dialogmote"), "innkalling"])
        .arg(main_file(&m))
        .arg("-o")
        .arg(&referat)
        .arg("--mappe")
        .arg(m.folder())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("finnes fra før"), "{told}");
}

/// As large as a file may be, and made to cost its reader as much as it can.
#[test]
fn no_file_makes_the_program_ask_for_memory_without_end() {
    let m = closed();
    let file = main_file(&m);
    let whole = fs::read_to_string(&file).unwrap();
    let (head, tail) = whole.split_once("[mote]\n").unwrap();
    let most = 4 * 1024 * 1024 - whole.len() - 100;
    for piece in [
        "[[a]]\n",
        "a.b.c=1\n",
        "{},",
        "[",
        "\"\\u0000\",",
        "x=1\n",
        "[a.b.c.d.e.f.g]\n",
        "'",
    ] {
        let filling = piece.repeat(most / piece.len());
        for hostile in [
            format!("{head}{filling}[mote]\n{tail}"),
            format!("{head}fyll = [{filling}]\n[mote]\n{tail}"),
            format!("{whole}{filling}"),
        ] {
            fs::write(&file, &hostile).unwrap();
            // 1 GiB of addresses, of which the program itself takes a part.
            let output = Command::new("sh")
                .args(["-c", "ulimit -v 1048576; exec \"$0\" referat \"$1\""])
                .arg(env!("CARGO_BIN_EXE_dialogmote"))
                .arg(&file)
                .env_clear()
                .output()
                .unwrap();
            let told = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{piece:?}: {told}");
            assert!(told.contains("Filen er urørt"), "{piece:?}: {told}");
            assert!(fs::read(&file).unwrap() == hostile.as_bytes());
        }
    }
}

#[test]
fn a_file_of_a_later_version_is_refused_and_nothing_else_offered() {
    let m = closed();
    let file = main_file(&m);
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("format = 5", "format = 99")).unwrap();
    refused(
        &m,
        &["referat", "26-001"],
        "er laget av en nyere versjon av dialogmote.",
    );
    refused(&m, &["gjenopprett", "26-001", "1"], "Ingenting er endret.");
    let mut tui = Tui::start(&m.setup().arg("åpne").arg("26-001"));
    tui.wait_text("er laget av en nyere versjon av dialogmote.");
    assert_eq!(tui.wait_exit(), Exit::Code(1));
    assert!(fs::read_to_string(&file).unwrap().contains("format = 99"));
}

#[test]
fn a_file_of_an_earlier_version_is_kept_when_it_is_saved_in_the_new_one() {
    let mut m = closed();
    let file = main_file(&m);
    let old = include_str!("archive/format_1_running.toml");
    fs::write(&file, old).unwrap();
    fs::remove_dir_all(file.with_extension("historikk")).unwrap();

    m.starts_again();
    m.sees(&["det siste som ble skrevet"]);
    m.types(" og mer");
    m.quits();
    assert!(fs::read_to_string(&file).unwrap().contains("format = 5"));
    let earlier = Archive::earlier(&file).unwrap();
    let first = earlier.last().unwrap();
    assert_eq!(fs::read_to_string(&first.path).unwrap(), old);
}

// ── Earlier states ──────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn a_mistake_is_undone_after_the_program_was_closed() {
    let mut m = meeting("viktig for referatet");
    waits_for(&mut m, "viktig for referatet");
    m.until("10:03");
    m.types(".");
    waits_for(&mut m, "viktig for referatet.");
    m.tui.keys("<C-a><Del>");
    m.types("slettet");
    m.quits();
    assert_eq!(note(&main_file(&m)), "slettet");

    let list = m.prints(&["gjenopprett", "26-001"]);
    assert!(
        list.contains("Slik har møtet vært, nyeste først:"),
        "{list}"
    );
    assert!(list.contains(" nå  tirsdag 17. november"), "{list}");
    assert!(list.contains("tegn i notatene, 0 oppgaver"), "{list}");
    let earlier = Archive::earlier(&main_file(&m)).unwrap();
    let good = earlier
        .iter()
        .find(|one| note(&one.path).starts_with("viktig"))
        .unwrap();
    let number = good.saved.number.to_string();
    assert!(
        list.lines()
            .any(|line| line.trim_start().starts_with(&number)),
        "{list}"
    );

    let told = m.prints(&["gjenopprett", "26-001", &number]);
    assert!(
        told.contains("Møtet er slik det var da det ble lagret"),
        "{told}"
    );
    assert!(note(&main_file(&m)).starts_with("viktig for referatet"));
    // And back again: what stood there was kept.
    let list = m.prints(&["gjenopprett", "26-001"]);
    let earlier = Archive::earlier(&main_file(&m)).unwrap();
    let back = earlier
        .iter()
        .find(|one| note(&one.path) == "slettet")
        .unwrap();
    assert!(list.contains(&back.saved.number.to_string()));
    m.prints(&["gjenopprett", "26-001", &back.saved.number.to_string()]);
    assert_eq!(note(&main_file(&m)), "slettet");
}

#[test]
fn a_meeting_whose_file_was_deleted_is_brought_back() {
    let mut m = closed();
    fs::remove_file(main_file(&m)).unwrap();
    let list = m.prints(&["gjenopprett", "26-001"]);
    assert!(list.contains("finnes ikke"), "{list}");
    let number = Archive::earlier(&main_file(&m)).unwrap()[0]
        .saved
        .number
        .to_string();
    m.prints(&["gjenopprett", "26-001", &number]);
    assert_eq!(note(&main_file(&m)), "det siste som ble skrevet");
    m.starts_again();
    m.sees(&["det siste som ble skrevet", "I RUTE"]);
    // A meeting of which only earlier states are left keeps its case code.
    m.quits();
    fs::remove_file(main_file(&m)).unwrap();
    m.starts_again();
    m.sees(&["Nytt møte"]);
    m.tui.keys("<Enter>");
    m.sees(&["26-002"]);
}

#[test]
fn what_is_not_there_or_open_is_not_brought_back() {
    let mut m = meeting("åpent");
    waits_for(&mut m, "åpent");
    m.until("10:03");
    m.types(" ennå");
    waits_for(&mut m, "åpent ennå");
    let file = main_file(&m);
    m.tui.wait_files(&m.folder(), "an earlier state", || {
        Archive::earlier(&file).is_ok_and(|list| !list.is_empty())
    });
    let number = Archive::earlier(&main_file(&m)).unwrap()[0]
        .saved
        .number
        .to_string();
    refused(&m, &["gjenopprett", "26-001", &number], "er allerede åpent");
    refused(
        &m,
        &["gjenopprett", "26-001", "999999"],
        "ingen tidligere utgave med nummer «999999»",
    );
    refused(&m, &["gjenopprett", "26-009"], "26-009");
    let output = run(&m, &["gjenopprett", "26-001", "sist"]);
    assert_eq!(output.status.code(), Some(1));
    m.quits();
}

#[test]
fn the_earlier_states_are_the_owners_alone_and_bounded() {
    use std::os::unix::fs::PermissionsExt;
    let mut m = meeting("start");
    for word in 1..36 {
        m.time.pass(Duration::from_secs(2 * 60));
        m.types(&format!(" ord{word}"));
        // Not at the pace of the program, which saves its own second.
        m.tui.keys("<C-s>");
        waits_for(&mut m, &format!(" ord{word}"));
    }
    m.quits();
    let folder = main_file(&m).with_extension("historikk");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    let earlier = Archive::earlier(&main_file(&m)).unwrap();
    assert!((30..=31).contains(&earlier.len()), "{}", earlier.len());
    for one in &earlier {
        assert_eq!(mode(&one.path), 0o600);
        one.read().unwrap();
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), earlier.len());
    let newest = earlier[0].read().unwrap();
    let text = fs::read_to_string(main_file(&m)).unwrap();
    assert_eq!(
        newest,
        record::read(&text).unwrap().0,
        "the last state is among them"
    );
    assert!(!m.folder().join(RECOVERY).exists());
}
