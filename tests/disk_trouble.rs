//! A disk that fails, hangs or goes away in the middle of a meeting: the program lives on, says so, and loses nothing.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use dialogmote::archive::Archive;

use crate::{
    cases::leader::Leader,
    support::{
        disk::{Class, Errno, FakeDisk, What},
        pty::{Exit, Tui},
    },
};

const MAIN: &str = "26-001_2026-11-17.toml";

/// A meeting under way on this disk, with something written that is safe.
fn meeting(disk: &FakeDisk) -> Leader {
    let mut m = Leader::meets_on(disk);
    m.types("Før det gikk galt. ");
    m.until("10:01");
    // Not only beside it: in the file of the meeting itself.
    let main = m.folder().join(MAIN);
    disk.wait("it to be in the file", |_| {
        fs::read_to_string(&main).is_ok_and(|text| text.contains("Før det gikk galt. "))
    });
    m
}

/// The first note of the meeting in a file, whole.
fn note(file: &Path) -> String {
    let (meeting, _) = Archive::read(file).unwrap();
    let (_, item) = meeting.agenda.items().next().unwrap();
    item.note.clone()
}

/// What the newest state on disk says, once it says this.
fn waits_for_note(m: &mut Leader, disk: &FakeDisk, text: &str) {
    m.tui.wait_gone("IKKE LAGRET");
    disk.wait("the note on the disk", |_| {
        note(&m.folder().join(MAIN)).contains(text)
    });
}

/// Breaks the disk, writes on, mends it: nothing that was on the disk is damaged meanwhile, and all is there in the end
/// without anybody asking.
#[track_caller]
fn check(breaks: impl FnOnce(&FakeDisk), why: &str) {
    let disk = FakeDisk::for_folder("møter");
    let mut m = meeting(&disk);
    let main = m.folder().join(MAIN);
    let before = note(&main);

    breaks(&disk);
    m.types("Mens det var galt.");
    m.sees(&["IKKE LAGRET siden 10:0", why]);
    m.next("Presentasjon og roller");
    m.types("Møtet går videre.");
    // Each file is still a whole meeting: an older state or a newer one.
    let now = note(&main);
    assert!(now.starts_with(&before), "{now:?}");

    disk.works();
    waits_for_note(&mut m, &disk, "Før det gikk galt. Mens det var galt.");
    m.quits();
    let (meeting, _) = Archive::read(&main).unwrap();
    let notes: Vec<&str> = meeting
        .agenda
        .items()
        .map(|(_, item)| &*item.note)
        .collect();
    assert_eq!(notes[1], "Møtet går videre.");
}

#[test]
fn a_full_disk_is_told_of_and_waited_for() {
    check(|disk| disk.is_full_after(100), "Disken er full");
}

#[test]
fn a_quota_that_is_used_up_is_told_of_and_waited_for() {
    check(
        |disk| disk.fails(Class::Write, Errno::DQUOT),
        "Kvoten din på disken er brukt opp",
    );
}

#[test]
fn a_disk_that_cannot_write_is_told_of_and_waited_for() {
    check(
        |disk| disk.fails(Class::Write, Errno::IO),
        "Maskinen meldte en feil",
    );
}

#[test]
fn a_disk_that_does_not_keep_what_it_took_is_told_of_and_waited_for() {
    check(
        |disk| disk.fails(Class::Sync, Errno::IO),
        "Maskinen meldte en feil",
    );
}

#[test]
fn a_folder_that_can_only_be_read_is_told_of_and_waited_for() {
    check(
        |disk| disk.fails(Class::Change, Errno::ROFS),
        "Disken kan bare leses",
    );
}

#[test]
fn a_permission_that_is_withdrawn_is_told_of_and_waited_for() {
    check(
        |disk| disk.fails(Class::Change, Errno::ACCESS),
        "Du har ikke tilgang",
    );
}

#[test]
fn a_network_drive_that_is_gone_is_told_of_and_waited_for() {
    check(
        |disk| disk.fails(Class::All, Errno::STALE),
        "Nettverksdisken er borte",
    );
}

#[test]
fn a_folder_that_is_removed_and_made_again_gets_the_whole_meeting_and_its_lock() {
    let disk = FakeDisk::for_folder("møter");
    let mut m = meeting(&disk);
    // Gone at once: the program may be making a file in it while it is emptied.
    let going = m.folder().with_extension("borte");
    fs::rename(m.folder(), &going).unwrap();
    fs::remove_dir_all(&going).unwrap();
    m.types("Mens mappen var borte.");
    m.sees(&["IKKE LAGRET siden 10:0", "Mappen eller filen finnes"]);

    fs::create_dir(m.folder()).unwrap();
    waits_for_note(&mut m, &disk, "Før det gikk galt. Mens mappen var borte.");
    let mut second = Tui::start(&m.setup());
    second.wait_text("er allerede åpent");
    m.quits();
}

#[test]
fn a_folder_that_was_moved_away_and_comes_back_keeps_what_it_held() {
    let disk = FakeDisk::for_folder("møter");
    let mut m = meeting(&disk);
    let away = m.folder().with_extension("borte");
    fs::rename(m.folder(), &away).unwrap();
    m.types("Mens mappen var borte.");
    m.sees(&["IKKE LAGRET siden 10:0"]);
    fs::rename(&away, m.folder()).unwrap();
    waits_for_note(&mut m, &disk, "Før det gikk galt. Mens mappen var borte.");
    m.quits();
}

#[test]
fn a_program_killed_while_the_disk_is_slow_has_lost_nothing_that_was_seen() {
    let disk = FakeDisk::for_folder("møter");
    let mut m = meeting(&disk);
    let known = disk.recording().len();
    disk.hangs(Class::Sync);
    m.types("Dette kommer til disken. ");
    disk.wait_hanging(Class::Sync, known);
    // The disk is busy with what came before; this goes past it.
    m.types("Dette kommer mens den er opptatt.");
    disk.wait("the newest state beside it", |calls| {
        let text = "Dette kommer mens den er opptatt.";
        let holds = |data: &[u8]| String::from_utf8_lossy(data).contains(text);
        let mut calls = calls.iter();
        calls.any(|call| matches!(&call.what, What::Write { data, .. } if holds(data)))
    });
    let renamed = |calls: &[crate::support::disk::Call]| {
        let last = calls
            .iter()
            .rev()
            .find(|call| matches!(&call.what, What::Write { .. } | What::Rename { .. }));
        matches!(last.map(|call| &call.what), Some(What::Rename { .. }))
    };
    disk.wait("it to stand in its place", renamed);
    m.tui.kill();
    disk.works();
    let note = note(&m.folder().join(MAIN));
    assert!(
        note.ends_with("Dette kommer mens den er opptatt."),
        "{note}"
    );
    m.starts_again();
    m.sees(&["opptatt.", "I RUTE"]);
}

#[test]
fn a_disk_that_does_not_answer_is_told_of_and_holds_nobody_up() {
    let disk = FakeDisk::for_folder("møter");
    let mut m = meeting(&disk);
    m.time.runs();
    disk.hangs(Class::Change);
    m.types("Ingen svarer.");
    m.sees(&["IKKE LAGRET siden 10:0", "Disken svarer ikke"]);
    m.types(" Og jeg skriver videre.");
    disk.works();
    waits_for_note(&mut m, &disk, "Ingen svarer. Og jeg skriver videre.");

    disk.hangs(Class::Change);
    m.types(" Nå går jeg.");
    m.tui.keys("<C-q>");
    m.sees(&["Det siste du skrev, er IKKE lagret.", "Disken svarer ikke"]);
    m.tui.keys("<C-b>");
    assert_eq!(m.tui.wait_exit(), Exit::Code(1));
    assert_eq!(m.tui.left_on(), [""; 0]);
}

/// Asks for the meeting to be saved in another folder of the home folder too.
fn takes_refuge(m: &mut Leader) -> PathBuf {
    m.sees(&["IKKE LAGRET"]);
    m.picks("annen mappe", "Lagre også i en annen mappe");
    m.sees(&["Lagre også i mappen", "~/dialogmote-reserve"]);
    m.tui.keys("~/reserve<Enter>");
    m.sees(&["Møtet lagres i", "til den vanlige mappen virker igjen."]);
    // What has just happened is read first.
    m.until("10:02");
    m.sees(&["Lagret 10:0", "har ikke virket siden 10:0"]);
    m.folder().with_file_name("reserve")
}

#[test]
fn another_folder_takes_the_meeting_until_its_own_can_again() {
    let disk = FakeDisk::for_folder("møter");
    let mut m = meeting(&disk);
    disk.fails(Class::Change, Errno::ROFS);
    m.types("Hit, og så dit.");
    m.sees(&[
        "IKKE LAGRET siden 10:0",
        "Esc: lagre også i en annen mappe.",
    ]);
    let refuge = takes_refuge(&mut m);
    assert_eq!(
        note(&refuge.join(MAIN)),
        "Før det gikk galt. Hit, og så dit."
    );
    let mode = fs::metadata(&refuge).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o700);
    m.types(" Og videre.");
    m.tui.wait_files(&refuge, "it to be there too", || {
        note(&refuge.join(MAIN)).ends_with("Og videre.")
    });
    m.tui.kill();
    assert_eq!(
        note(&refuge.join(MAIN)),
        "Før det gikk galt. Hit, og så dit. Og videre."
    );
    // Its own folder knows nothing of it, and was not touched.
    assert_eq!(note(&m.folder().join(MAIN)), "Før det gikk galt. ");
}

#[test]
fn its_own_folder_has_everything_once_it_works_again_and_the_other_is_let_go_of() {
    let disk = FakeDisk::for_folder("møter");
    let mut m = meeting(&disk);
    disk.fails(Class::Change, Errno::ROFS);
    m.types("Hit, og så dit.");
    let refuge = takes_refuge(&mut m);
    disk.works();
    m.sees(&["Møtet lagres i sin egen mappe igjen."]);
    m.types(" Hjemme.");
    waits_for_note(&mut m, &disk, "Hit, og så dit. Hjemme.");
    m.quits();
    let left: Vec<_> = fs::read_dir(refuge)
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert!(
        left.iter()
            .all(|name| !name.to_string_lossy().starts_with('.')),
        "{left:?}"
    );
}

#[test]
fn who_leaves_while_another_folder_has_the_meeting_is_not_asked() {
    let disk = FakeDisk::for_folder("møter");
    let mut m = meeting(&disk);
    disk.fails(Class::Change, Errno::ROFS);
    m.types("Trygt et annet sted.");
    let refuge = takes_refuge(&mut m);
    m.quits();
    assert_eq!(
        note(&refuge.join(MAIN)),
        "Før det gikk galt. Trygt et annet sted."
    );
}

#[test]
fn a_folder_that_cannot_be_made_is_refused_and_the_line_stays() {
    let disk = FakeDisk::for_folder("møter");
    let mut m = meeting(&disk);
    disk.fails(Class::Change, Errno::ROFS);
    m.types("Ikke her.");
    m.sees(&["IKKE LAGRET"]);
    fs::write(m.folder().with_file_name("opptatt"), "en fil").unwrap();
    m.picks("annen mappe", "Lagre også i en annen mappe");
    m.tui.keys("~/opptatt<Enter>");
    m.sees(&["Noe annet har samme navn"]);
    m.tui.keys("<C-a>~/ledig<Enter>");
    m.sees(&["Møtet lagres i"]);
}

#[test]
fn a_second_trouble_in_the_same_meeting_can_use_the_same_folder_again() {
    let disk = FakeDisk::for_folder("møter");
    let mut m = meeting(&disk);
    disk.fails(Class::Change, Errno::ROFS);
    m.types("Den første gangen.");
    let refuge = takes_refuge(&mut m);
    disk.works();
    m.sees(&["Møtet lagres i sin egen mappe igjen."]);
    m.until("10:03");
    disk.fails(Class::Change, Errno::ROFS);
    m.types(" Den andre gangen.");
    m.sees(&["IKKE LAGRET"]);
    m.picks("annen mappe", "Lagre også i en annen mappe");
    m.tui.keys("~/reserve<Enter>");
    m.sees(&["Møtet lagres i"]);
    m.tui.wait_files(&refuge, "it to be there too", || {
        note(&refuge.join(MAIN)).ends_with("Den andre gangen.")
    });
    let before = Archive::earlier(&refuge.join(MAIN)).unwrap();
    let notes: Vec<String> = before.iter().map(|one| note(&one.path)).collect();
    assert!(
        notes
            .iter()
            .any(|note| note.ends_with("Den første gangen.")),
        "{notes:?}"
    );
}

/// Types into another folder while the own one fails, and is killed or leaves; then the own folder works again.
fn comes_back_from_refuge(folder: &str, ends: impl FnOnce(&mut Leader)) {
    let disk = FakeDisk::for_folder("møter");
    let mut m = meeting(&disk);
    disk.fails(Class::Change, Errno::ROFS);
    m.types("Trygt et annet sted.");
    m.sees(&["IKKE LAGRET"]);
    m.picks("annen mappe", "Lagre også i en annen mappe");
    m.tui.keys(&format!("<C-a>{folder}<Enter>"));
    m.sees(&["Møtet lagres i"]);
    let refuge = m.folder().with_file_name(&folder[2..]);
    m.tui.wait_files(&refuge, "it to be there", || {
        note(&refuge.join(MAIN)).ends_with("et annet sted.")
    });
    ends(&mut m);
    disk.works();
    m.starts_again();
    m.sees(&["Det finnes en nyere utgave av møtet", "Før det gikk galt."]);
    m.tui.keys("<C-b>");
    m.sees(&["Før det gikk galt. Trygt et annet sted.", "I RUTE"]);
    m.types(" Og hjemme igjen.");
    m.quits();
    m.starts_again();
    m.sees(&["Og hjemme igjen.", "I RUTE"]);
    assert!(!m.tui.screen().contains("en nyere utgave"));
    m.quits();
    let main = m.folder().join(MAIN);
    let earlier = Archive::earlier(&main).unwrap();
    let notes: Vec<String> = earlier.iter().map(|one| note(&one.path)).collect();
    assert!(
        notes.contains(&"Før det gikk galt. ".to_owned()),
        "{notes:?}"
    );
}

#[test]
fn what_another_folder_has_is_offered_after_a_kill() {
    comes_back_from_refuge("~/dialogmote-reserve", |m| m.tui.kill());
}

#[test]
fn what_a_folder_of_ones_own_choice_has_is_offered_too() {
    comes_back_from_refuge("~/minnepinne", |m| m.tui.kill());
}

#[test]
fn who_leaves_while_another_folder_has_the_meeting_is_told_where_it_is() {
    comes_back_from_refuge("~/dialogmote-reserve", |m| {
        m.quits();
        m.sees(&["Det siste av møtet ligger i"]);
    });
}

#[test]
fn a_disk_that_has_no_room_for_locks_takes_meetings_all_the_same() {
    let disk = FakeDisk::for_folder("møter");
    disk.fails(Class::Lock, Errno::NOLCK);
    let mut m = meeting(&disk);
    m.quits();
    assert_eq!(note(&m.folder().join(MAIN)), "Før det gikk galt. ");
}

#[test]
fn a_new_meeting_that_the_disk_does_not_take_leads_to_another_folder() {
    let disk = FakeDisk::for_folder("møter");
    let mut m = Leader::sits_down_on(&disk);
    m.sees(&["Nytt møte"]);
    disk.fails(Class::Write, Errno::NOSPC);
    m.tui.keys("<Enter>");
    m.sees(&["Møtet kan ikke lages i", "Disken er full.", "--mappe"]);
    assert!(m.files().is_empty(), "{:?}", m.files());
    disk.works();
    m.tui.keys("<Enter>");
    m.sees(&["26-001"]);
    m.quits();
}

// ── What is not about the open meeting's own file ───────────────────────────────────────────────────────────────────

#[test]
fn what_has_just_happened_is_told_while_nothing_is_saved() {
    let disk = FakeDisk::for_folder("møter");
    let mut m = meeting(&disk);
    disk.fails(Class::Change, Errno::ROFS);
    m.types("Ikke lagret.");
    m.sees(&["IKKE LAGRET siden 10:0", "Disken kan bare leses"]);
    m.tui.paste(&"for mye ".repeat(9000));
    m.sees(&["IKKE LAGRET siden 10:0", "Det du limte inn, er for stort"]);
}

#[test]
fn a_referat_that_the_disk_does_not_answer_for_holds_nobody_up() {
    let disk = FakeDisk::for_folder("møter");
    let mut m = meeting(&disk);
    m.picks("avslutt møtet", "Avslutt møtet");
    m.tui.keys("<C-b>");
    m.sees(&["Møtet er avsluttet."]);
    m.confirms_people();
    m.tui.wait_idle();
    m.time.runs();
    disk.hangs(Class::All);
    m.tui.keys("<C-e>");
    m.sees(&["Lagre referatet i filen"]);
    m.tui.keys("<C-a>~/referat.md<Enter>");
    m.sees(&["Disken svarer ikke ennå."]);
    m.tui.keys("<F4>");
    m.sees(&["Ingen oppgaver ennå."]);
    m.tui.keys("<C-e>");
    m.sees(&["Lagre referatet i filen"]);
    m.tui.keys("<Enter>");
    m.sees(&["Disken svarer ikke ennå."]);
    m.tui.keys("<Esc>");
    disk.works();
    m.sees(&["Referatet ligger i"]);
    m.quits();
}

#[test]
fn who_leaves_while_the_disk_does_not_answer_is_told_at_once() {
    let disk = FakeDisk::for_folder("møter");
    let mut m = meeting(&disk);
    m.time.runs();
    disk.hangs(Class::All);
    m.types("Ingen svarer.");
    m.tui.keys("<C-q>");
    m.sees(&["Programmet venter litt på den"]);
    m.types(" Jeg skriver videre.");
    m.sees(&["er IKKE lagret.", "likevel og miste det?"]);
    m.tui.keys("<Esc>");
    disk.works();
    waits_for_note(&mut m, &disk, "Ingen svarer. Jeg skriver videre.");
    m.quits();
}

#[test]
fn a_list_that_the_disk_does_not_answer_for_holds_nobody_up() {
    let disk = FakeDisk::for_folder("møter");
    let mut m = Leader::sits_down_on(&disk);
    m.makes_a_meeting();
    m.picks("lukk", "Lukk møtet");
    m.sees(&["Nytt møte"]);
    m.tui.wait_idle();
    m.time.runs();
    disk.hangs(Class::All);
    m.tui.keys("3");
    m.sees(&["Disken svarer ikke ennå."]);
    m.tui.keys("<Esc>");
    m.sees(&["MENY"]);
    m.tui.keys("<Esc>");
    m.quits();
}

#[test]
fn another_folder_that_does_not_answer_holds_nobody_up() {
    let disk = FakeDisk::for_folder("reserve");
    let mut m = Leader::meets_on(&disk);
    let away = m.folder().with_extension("borte");
    fs::rename(m.folder(), &away).unwrap();
    m.types("Mens mappen var borte.");
    m.sees(&["IKKE LAGRET"]);
    m.time.runs();
    disk.hangs(Class::All);
    m.picks("annen mappe", "Lagre også i en annen mappe");
    m.tui.keys("~/reserve<Enter>");
    m.sees(&["Disken svarer ikke ennå."]);
    m.tui.keys("<Esc>");
    m.types(" Og videre.");
    disk.works();
    m.sees(&["Møtet lagres i"]);
    let refuge = m.folder().with_file_name("reserve");
    m.tui.wait_files(&refuge, "it to be there", || {
        note(&refuge.join(MAIN)).ends_with("Og videre.")
    });
    fs::rename(&away, m.folder()).unwrap();
}

#[test]
fn a_meeting_in_a_folder_that_can_only_be_read_can_be_read() {
    let disk = FakeDisk::for_folder("møter");
    let mut m = meeting(&disk);
    m.quits();
    disk.fails(Class::Change, Errno::ROFS);
    m.tui = Tui::start(&m.setup().arg("åpne").arg("26-001"));
    m.sees(&["kan ikke åpnes for endring", "lese?"]);
    m.tui.keys("<C-b>");
    m.sees(&["BARE LESING", "Før det gikk galt."]);
    m.tui.keys("x");
    m.sees(&["Her kan ingenting endres."]);
    m.tui.keys("<C-q>");
    assert_eq!(m.tui.wait_exit(), Exit::Code(0));
}
