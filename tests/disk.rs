//! The disk of the tests does what it is told, and sees what the program does; else the tests that use it prove nothing.

use crate::cases::leader::Leader;
use crate::support::disk::{Call, Class, Errno, FakeDisk, What};
use std::time::Duration;

const FOLDER: &str = "møter";

fn failed(call: &Call, errno: Errno) -> bool {
    call.result == Err(errno)
}

#[test]
fn a_disk_that_fails_is_told_of_and_forgiven() {
    let disk = FakeDisk::for_folder(FOLDER);
    let mut m = Leader::meets_on(&disk);
    for (class, errno) in [
        (Class::Make, Errno::ROFS),
        (Class::Write, Errno::NOSPC),
        (Class::Sync, Errno::IO),
        (Class::Rename, Errno::ACCESS),
        (Class::Change, Errno::DQUOT),
        (Class::All, Errno::STALE),
    ] {
        disk.fails(class, errno);
        m.types("ord ");
        m.sees(&["IKKE LAGRET"]);
        disk.wait("the call to fail", |calls| {
            calls.iter().any(|call| failed(call, errno))
        });
        disk.works();
        m.tui.keys("<C-s>");
        m.tui.wait_gone("IKKE LAGRET");
    }
    m.quits();
}

#[test]
fn a_full_disk_takes_what_there_is_room_for_and_then_says_no() {
    let disk = FakeDisk::for_folder(FOLDER);
    let mut m = Leader::meets_on(&disk);
    let known = disk.recording().len();
    disk.is_full_after(1000);
    m.types("for mye");
    m.sees(&["IKKE LAGRET"]);
    let calls = disk.recording();
    let written =
        |call: &Call| matches!(&call.what, What::Write { data, .. } if data.len() == 1000);
    let first = calls.iter().skip(known).position(written).unwrap() + known;
    let next = calls[first + 1..]
        .iter()
        .find(|call| matches!(call.what, What::Write { .. }));
    assert!(
        next.is_some_and(|call| failed(call, Errno::NOSPC)),
        "{next:?}"
    );
    disk.works();
    m.tui.keys("<C-s>");
    m.tui.wait_gone("IKKE LAGRET");
}

#[test]
fn a_disk_that_hangs_is_waited_for_and_remembers_what_was_written_meanwhile() {
    let disk = FakeDisk::for_folder(FOLDER);
    let mut m = Leader::meets_on(&disk);
    let known = disk.recording().len();
    disk.hangs(Class::Sync);
    m.types("før");
    disk.wait_hanging(Class::Sync, known);
    m.types(" og mens disken henger");
    disk.goes_on();
    let calls = disk.wait("the sync to end", |calls| {
        let ended = |call: &Call| matches!(call.what, What::SyncEnds { .. });
        calls.iter().skip(known).any(ended)
    });
    let at = |wanted: fn(&What) -> bool| {
        let mut later = calls.iter().skip(known);
        later.position(|call| wanted(&call.what)).unwrap()
    };
    let begins = at(|what| matches!(what, What::SyncBegins { .. }));
    let hangs = at(|what| matches!(what, What::Hangs { .. }));
    let ends = at(|what| matches!(what, What::SyncEnds { .. }));
    assert!(begins < hangs && hangs < ends, "{begins} {hangs} {ends}");
    m.quits();
}

#[test]
fn a_slow_disk_takes_its_time() {
    const SLOW: Duration = Duration::from_millis(300);
    let disk = FakeDisk::for_folder(FOLDER);
    let mut m = Leader::meets_on(&disk);
    let known = disk.recording().len();
    disk.is_slow(Class::Sync, SLOW);
    m.types("langsomt");
    let calls = disk.wait("two syncs to end", |calls| {
        let ended = |call: &&Call| matches!(call.what, What::SyncEnds { .. });
        calls.iter().skip(known).filter(ended).count() >= 2
    });
    for call in calls.iter().skip(known) {
        if let What::SyncEnds { .. } = call.what {
            assert!(call.ended - call.began >= SLOW, "{call:?}");
        }
    }
}

#[test]
fn a_test_that_ends_lets_a_program_that_hangs_go_on() {
    let disk = FakeDisk::for_folder(FOLDER);
    let mut m = Leader::meets_on(&disk);
    let known = disk.recording().len();
    disk.hangs(Class::Sync);
    m.types("glemt");
    disk.wait_hanging(Class::Sync, known);
    drop(disk);
    m.quits();
}
