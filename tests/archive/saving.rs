//! The saver thread, as the program sees it: what it hands in, what it is told, and what stands on the disk.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, channel},
    time::Duration,
};

use dialogmote::{
    app::input::Report,
    archive::Archive,
    runtime::saver::{Pace, Saver},
    text::{Cause, Problem},
};
use tempfile::TempDir;

use super::{archive, at, meeting, names, saved};

/// Never on its own: only when asked.
const WHEN_ASKED: Pace = Pace {
    sync: HOUR,
    retry: [HOUR; 4],
    patience: MINUTE,
};
/// As fast as it can.
const AT_ONCE: Pace = Pace {
    sync: Duration::ZERO,
    retry: [Duration::from_millis(1); 4],
    patience: MINUTE,
};
const HOUR: Duration = Duration::from_secs(3600);
/// A saver that says nothing for so long has failed.
const MINUTE: Duration = Duration::from_secs(60);

/// A saver at work on a meeting of which state 1 is stored.
struct Fixture {
    _folder: TempDir,
    archive: Archive,
    path: PathBuf,
    saver: Saver,
    reports: Receiver<Report>,
}

fn fixture(pace: Pace) -> Fixture {
    let (folder, archive) = archive();
    let held = archive.create(&meeting("26-014", "1"), at(0)).unwrap();
    let path = held.path().to_owned();
    let (sender, reports) = channel();
    let saver = Saver::start(held, pace, move |report| sender.send(report).unwrap()).unwrap();
    Fixture {
        _folder: folder,
        archive,
        path,
        saver,
        reports,
    }
}

impl Fixture {
    fn submit(&self, number: u64) {
        self.submit_as("26-014", number);
    }

    fn submit_as(&self, code: &str, number: u64) {
        self.saver
            .submit(meeting(code, &number.to_string()), number, saved(number).at);
    }

    /// The next report.
    #[track_caller]
    fn report(&self) -> Report {
        self.reports.recv_timeout(MINUTE).unwrap()
    }

    /// The next report that is not about a failure.
    #[track_caller]
    fn good_report(&self) -> Report {
        loop {
            let report = self.report();
            if !matches!(report, Report::Failed { .. }) {
                return report;
            }
        }
    }
}

fn stored(number: u64) -> Report {
    Report::Saved {
        number,
        at: saved(number).at,
    }
}

/// The number of the state in one file.
#[track_caller]
fn number_in(file: &Path) -> u64 {
    let text = fs::read_to_string(file).unwrap();
    let table: toml::Table = text.parse().unwrap();
    u64::try_from(table["lagring"].as_integer().unwrap()).unwrap()
}

fn recovery(path: &Path) -> PathBuf {
    path.with_file_name(".26-014_2026-11-17.toml.siste")
}

/// What makes every way of storing fail: the folder is gone.
fn without_folder(fixture: &Fixture, work: impl FnOnce()) {
    let aside = fixture.archive.folder().with_extension("borte");
    fs::rename(fixture.archive.folder(), &aside).unwrap();
    work();
    fs::rename(&aside, fixture.archive.folder()).unwrap();
}

#[test]
fn a_state_is_written_through_in_the_end_without_being_asked() {
    let fixture = fixture(AT_ONCE);
    fixture.submit(2);
    assert_eq!(fixture.report(), stored(2));
    assert_eq!(number_in(&fixture.path), 2);
}

#[test]
fn a_state_is_written_through_when_asked() {
    let fixture = fixture(WHEN_ASKED);
    fixture.submit(2);
    fixture.saver.flush();
    assert_eq!(fixture.report(), stored(2));
    assert_eq!(number_in(&fixture.path), 2);
}

#[test]
fn finishing_stores_the_last_state_and_leaves_no_recovery_file() {
    let fixture = fixture(WHEN_ASKED);
    fixture.submit(2);
    fixture.submit(3);
    assert_eq!(fixture.saver.finish(), Ok(()));
    assert_eq!(number_in(&fixture.path), 3);
    assert_eq!(
        names(fixture.archive.folder()),
        ["26-014_2026-11-17.historikk", "26-014_2026-11-17.toml"]
    );
    Archive::hold(&fixture.path).expect("the lock is free again");
}

#[test]
fn finishing_without_a_change_leaves_the_file_as_it_is() {
    let fixture = fixture(WHEN_ASKED);
    let before = fs::metadata(&fixture.path).unwrap().modified().unwrap();
    assert_eq!(fixture.saver.finish(), Ok(()));
    assert_eq!(
        fs::metadata(&fixture.path).unwrap().modified().unwrap(),
        before
    );
}

#[test]
fn dropping_the_saver_stores_the_last_state_too() {
    let fixture = fixture(WHEN_ASKED);
    fixture.submit(2);
    drop(fixture.saver);
    assert_eq!(number_in(&fixture.path), 2);
}

#[test]
fn states_that_come_while_the_disk_is_busy_give_way_to_the_newest() {
    let (_folder, archive) = archive();
    let held = archive.create(&meeting("26-014", "1"), at(0)).unwrap();
    let (sender, reports) = channel();
    let (go_on, wait) = channel::<()>();
    let slow = move |report| {
        sender.send(report).unwrap();
        let _ = wait.recv();
    };
    let saver = Saver::start(held, AT_ONCE, slow).unwrap();
    let submit = |number| saver.submit(meeting("26-014", ""), number, saved(number).at);
    submit(2);
    assert_eq!(reports.recv().unwrap(), stored(2));
    (3..100).for_each(submit);
    drop(go_on);
    saver.finish().unwrap();
    assert_eq!(reports.iter().collect::<Vec<_>>(), [stored(99)]);
}

#[test]
fn a_state_survives_the_program_although_the_disk_was_not_waited_for() {
    let fixture = fixture(Pace {
        sync: Duration::ZERO,
        ..WHEN_ASKED
    });
    // A folder in the place of the draft: writing through fails, and tells when the state has been taken.
    let draft = fixture.path.with_file_name(".26-014_2026-11-17.toml.ny");
    fs::create_dir(draft).unwrap();
    fixture.submit(2);
    let problem = Problem::NotSaved {
        file: fixture.path.clone(),
        cause: Cause::WrongKind,
    };
    assert_eq!(
        fixture.report(),
        Report::Failed {
            problem: problem.clone(),
            since: at(2)
        }
    );
    assert_eq!(number_in(&recovery(&fixture.path)), 2);
    assert_eq!(fixture.saver.finish(), Err(problem));
    assert_eq!(
        number_in(&recovery(&fixture.path)),
        2,
        "the only place where the newest state stands is kept"
    );
    assert_eq!(Archive::read(&fixture.path).unwrap().1.number, 2);
}

#[test]
fn where_the_quick_way_is_barred_each_state_is_written_through() {
    let fixture = fixture(WHEN_ASKED);
    fs::create_dir(recovery(&fixture.path)).unwrap();
    for number in 2..5 {
        fixture.submit(number);
        assert_eq!(fixture.report(), stored(number));
    }
    assert_eq!(number_in(&fixture.path), 4);
    assert_eq!(fixture.saver.finish(), Ok(()));
}

#[test]
fn after_a_failure_the_newest_state_is_stored_as_soon_as_it_can_be() {
    let fixture = fixture(AT_ONCE);
    without_folder(&fixture, || {
        fixture.submit(2);
        let problem = Problem::NotSaved {
            file: fixture.path.clone(),
            cause: Cause::Missing,
        };
        let failed = Report::Failed {
            problem,
            since: at(2),
        };
        assert_eq!(fixture.report(), failed);
        assert_eq!(fixture.report(), failed, "it tries again by itself");
        fixture.submit(3);
        assert_eq!(
            fixture.report(),
            failed,
            "what is missing since then is still missing"
        );
    });
    assert!(matches!(fixture.good_report(), Report::Saved { .. }));
    fixture.saver.finish().unwrap();
    assert_eq!(number_in(&fixture.path), 3);
}

#[test]
fn a_failure_is_not_repeated_for_every_key() {
    let fixture = fixture(WHEN_ASKED);
    without_folder(&fixture, || {
        fixture.submit(2);
        assert!(matches!(fixture.report(), Report::Failed { .. }));
        (3..100).for_each(|number| fixture.submit(number));
        fixture.saver.flush();
        assert!(
            matches!(fixture.report(), Report::Failed { .. }),
            "asked for, it tries at once"
        );
    });
    fixture.saver.flush();
    assert_eq!(fixture.report(), stored(99));
    assert_eq!(fixture.reports.try_iter().count(), 0);
}

#[test]
fn finishing_tells_that_the_last_state_could_not_be_stored() {
    let fixture = fixture(WHEN_ASKED);
    let Fixture {
        _folder,
        archive,
        path,
        saver,
        reports: _reports,
    } = fixture;
    fs::remove_dir_all(archive.folder()).unwrap();
    saver.submit(meeting("26-014", ""), 2, at(2));
    assert_eq!(
        saver.finish(),
        Err(Problem::NotSaved {
            file: path,
            cause: Cause::Missing
        })
    );
}

#[test]
fn a_new_case_code_renames_the_files() {
    let fixture = fixture(WHEN_ASKED);
    fixture.submit(2);
    fixture.submit_as("26-015", 3);
    fixture.saver.flush();
    assert_eq!(fixture.report(), stored(3));
    let path = fixture.archive.folder().join("26-015_2026-11-17.toml");
    assert_eq!(
        fixture.report(),
        Report::Renamed {
            file: path.clone(),
            outside: None
        }
    );
    fixture.submit_as("26-015", 4);
    fixture.saver.finish().unwrap();
    assert_eq!(number_in(&path), 4);
    assert_eq!(
        names(fixture.archive.folder()),
        ["26-015_2026-11-17.historikk", "26-015_2026-11-17.toml"]
    );
}

#[test]
fn a_case_code_that_is_taken_is_refused_once_and_nothing_is_lost() {
    let fixture = fixture(WHEN_ASKED);
    let other = fixture
        .archive
        .create(&meeting("26-015", "annet"), at(0))
        .unwrap()
        .path()
        .to_owned();
    let problem = Problem::CodeTaken {
        code: "26-015".parse().unwrap(),
        file: other.clone(),
    };
    fixture.submit_as("26-015", 2);
    fixture.saver.flush();
    assert_eq!(fixture.report(), stored(2));
    assert_eq!(fixture.report(), Report::NotRenamed(problem.clone()));
    fixture.submit_as("26-015", 3);
    fixture.saver.flush();
    assert_eq!(
        fixture.report(),
        stored(3),
        "not said again for the same code"
    );
    fixture.submit_as("26-016", 4);
    fixture.saver.flush();
    assert_eq!(fixture.report(), stored(4));
    assert!(
        matches!(fixture.report(), Report::Renamed { .. }),
        "another code is tried"
    );
    fixture.saver.finish().unwrap();
    assert_eq!(Archive::read(&other).unwrap().0.kladd, "annet");
    assert_eq!(
        number_in(&fixture.archive.folder().join("26-016_2026-11-17.toml")),
        4
    );
}

#[test]
fn a_saver_that_breaks_says_so_and_keeps_nobody_waiting() {
    let (_folder, archive) = archive();
    let held = archive.create(&meeting("26-014", "1"), at(0)).unwrap();
    let (sender, reports) = channel();
    let breaks = move |report| {
        let breaks = report != Report::Stopped;
        sender.send(report).unwrap();
        assert!(!breaks, "as it should for this test");
    };
    let saver = Saver::start(held, AT_ONCE, breaks).unwrap();
    saver.submit(meeting("26-014", ""), 2, at(2));
    assert_eq!(reports.recv_timeout(MINUTE).unwrap(), stored(2));
    assert_eq!(reports.recv_timeout(MINUTE).unwrap(), Report::Stopped);
    assert_eq!(saver.settle().wait(), Err(Problem::SavingStopped));
    assert_eq!(saver.finish(), Err(Problem::SavingStopped));
}
