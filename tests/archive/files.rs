//! The folder of meetings and the two files of each, whatever has been done to them.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use dialogmote::{
    archive::{Archive, Earlier, Held, Saved, agenda_file, record},
    meeting::{Meeting, MeetingKind, PhaseText, Series, Stage, Template},
    text::{Cause, Fault, LockHolder, NB, Problem},
};

use super::{archive, at, made, meeting, names, saved};

const MAIN: &str = "26-014_2026-11-17.toml";
const HISTORY: &str = "26-014_2026-11-17.historikk";
const RECOVERY: &str = ".26-014_2026-11-17.toml.siste";
const AGENDA: &str = ".26-014_2026-11-17.toml.agenda";

/// A meeting that was created, and left as a crash leaves it: states 1 in the main file and 2 in its recovery file.
fn crashed(archive: &Archive) -> PathBuf {
    let mut held = archive.create(&meeting("26-014", "en"), at(0)).unwrap();
    held.write_recovery(&meeting("26-014", "to"), saved(2))
        .unwrap();
    let path = held.path().to_owned();
    drop(held);
    path
}

/// Opens the meeting and says what stands in its kladd and which state it is.
#[track_caller]
fn opened(path: &Path) -> (Held, String, u64) {
    let (held, meeting, saved) = Archive::hold(path).unwrap();
    (held, meeting.kladd.clone(), saved.number)
}

#[track_caller]
fn refused(path: &Path) -> Problem {
    let problem = Archive::hold(path).map(drop).unwrap_err();
    assert_eq!(
        Archive::read(path).map(drop).unwrap_err(),
        problem,
        "reading alone says the same"
    );
    problem
}

fn unreadable(file: &Path, fault: Fault) -> Problem {
    Problem::Unreadable {
        file: file.to_owned(),
        fault,
    }
}

#[test]
fn a_new_meeting_is_one_file_named_after_its_code_and_day() {
    let (_folder, archive) = archive();
    let held = archive.create(&meeting("26-014", ""), at(0)).unwrap();
    assert_eq!(
        names(archive.folder()),
        [".26-014_2026-11-17.toml.lock", MAIN]
    );
    held.close();
    assert_eq!(names(archive.folder()), [HISTORY, MAIN]);
}

#[cfg(unix)]
#[test]
fn what_the_program_makes_is_for_the_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, archive) = archive();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    crashed(&archive);
    assert_eq!(mode(archive.folder()), 0o700);
    for name in names(archive.folder()) {
        assert_eq!(mode(&archive.folder().join(&name)), 0o600, "{name}");
    }
    fs::set_permissions(archive.folder(), fs::Permissions::from_mode(0o755)).unwrap();
    Archive::open(archive.folder().to_owned()).unwrap();
    assert_eq!(
        mode(archive.folder()),
        0o755,
        "the choice of its owner stands"
    );
}

#[test]
fn a_meeting_made_on_the_same_day_with_the_same_code_is_not_overwritten() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let taken = Problem::CodeTaken {
        code: "26-014".parse().unwrap(),
        file: path.clone(),
    };
    assert_eq!(
        archive.create(&meeting("26-014", "ny"), at(0)).unwrap_err(),
        taken
    );
    fs::remove_file(&path).unwrap();
    assert_eq!(
        archive.create(&meeting("26-014", "ny"), at(0)).unwrap_err(),
        taken,
        "its newest state is there"
    );
    assert_eq!(opened(&path).1, "to");
}

#[test]
fn after_a_crash_the_newest_state_is_there() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let (held, kladd, number) = opened(&path);
    assert_eq!((kladd.as_str(), number), ("to", 2));
    assert_eq!(held.warning(), None);
    assert!(held.is_from_recovery());
    held.close();
    assert_eq!(
        opened(&path).1,
        "to",
        "closing without a change leaves the only newest state where it is"
    );
}

#[test]
fn the_recovery_file_leaves_the_agenda_to_a_file_that_is_written_once() {
    let (_folder, archive) = archive();
    let mut held = archive.create(&meeting("26-014", "en"), at(0)).unwrap();
    held.write_recovery(&meeting("26-014", "to"), saved(2))
        .unwrap();
    let agenda = archive.folder().join(AGENDA);
    let text = |name| fs::read_to_string(archive.folder().join(name)).unwrap();
    assert!(text(AGENDA).contains("tittel = \"Punkt\""));
    assert!(
        text(MAIN).contains(&text(AGENDA)),
        "and so a file alone will do"
    );
    assert!(!text(RECOVERY).contains("Punkt"), "{}", text(RECOVERY));
    assert!(
        text(RECOVERY).contains("\nformat = 6\n"),
        "who knows nothing of such files must not take it for a damaged one"
    );
    fs::write(&agenda, "rørt").unwrap();
    let state = meeting("26-014", "to");
    held.write_recovery(&state, saved(3)).unwrap();
    assert_eq!(text(AGENDA), "rørt", "it was not written again");
    assert_eq!(
        Archive::read(held.path()).unwrap().1.number,
        3,
        "the other file has it"
    );
}

#[test]
fn a_recovery_file_without_any_agenda_is_refused_in_words_and_waits_for_one() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let agenda = fs::read(archive.folder().join(AGENDA)).unwrap();
    fs::remove_file(&path).unwrap();
    fs::remove_file(archive.folder().join(AGENDA)).unwrap();
    let recovery = archive.folder().join(RECOVERY);
    let fault = Fault::NoAgenda;
    let problem = unreadable(&recovery, fault);
    assert_eq!(refused(&path), problem);
    fs::write(archive.folder().join(AGENDA), b"noe annet").unwrap();
    assert_eq!(refused(&path), problem);
    fs::write(archive.folder().join(AGENDA), agenda).unwrap();
    assert_eq!(opened(&path).1, "to");
}

#[test]
fn a_recovery_file_finds_its_agenda_among_the_earlier_states_and_in_the_program() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let (mut held, _, _) = opened(&path);
    held.write_main(&meeting("26-014", "tre"), saved(3))
        .unwrap();
    held.write_recovery(&meeting("26-014", "fire"), saved(4))
        .unwrap();
    drop(held);
    assert!(!Archive::earlier(&path).unwrap().is_empty());
    fs::remove_file(&path).unwrap();
    fs::remove_file(archive.folder().join(AGENDA)).unwrap();
    assert_eq!(opened(&path).1, "fire");

    let usual = agenda_file::built_in().unwrap();
    let code = "26-015".parse().unwrap();
    let usual = Meeting::new(code, MeetingKind::Real, usual, at(0)).unwrap();
    let mut held = archive.create(&usual, at(0)).unwrap();
    held.write_recovery(&usual, saved(5)).unwrap();
    let path = held.path().to_owned();
    drop(held);
    fs::remove_file(&path).unwrap();
    fs::remove_file(path.with_file_name(".26-015_2026-11-17.toml.agenda")).unwrap();
    assert_eq!(opened(&path).2, 5);
}

/// As an earlier version of the program wrote them: the same texts, but not as this one writes them.
#[test]
fn a_recovery_file_knows_its_agenda_however_it_was_written() {
    let (_folder, archive) = archive();
    let path = archive.folder().join(MAIN);
    let recovery = include_str!("format_6.toml");
    fs::write(archive.folder().join(RECOVERY), recovery).unwrap();
    fs::write(
        archive.folder().join(AGENDA),
        include_str!("format_6_agenda.toml"),
    )
    .unwrap();
    let (mut held, meeting, saved) = Archive::hold(&path).unwrap();
    assert_eq!(meeting.kladd, "ikke et ord er borte");
    let title = meeting.agenda.template.phases[0].title.clone();
    assert_eq!(title, "Vår egen fase");
    held.write_recovery(&meeting, saved).unwrap();
    drop(held);
    assert_eq!(Archive::read(&path).unwrap(), (meeting, saved));
}

#[test]
fn a_file_that_is_set_aside_takes_no_agenda_with_it() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    fs::remove_file(archive.folder().join(AGENDA)).unwrap();
    let damaged = fs::read_to_string(&path).unwrap() + "ukjent = 1\n";
    fs::write(&path, damaged).unwrap();
    for _ in [
        "as it is found",
        "and once more, although nothing was saved",
    ] {
        let (held, kladd, _) = opened(&path);
        assert_eq!(kladd, "to");
        drop(held);
        assert!(!path.exists());
    }
}

#[test]
fn an_agenda_is_found_in_a_file_that_is_damaged_elsewhere() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    fs::remove_file(archive.folder().join(AGENDA)).unwrap();
    let damaged = fs::read_to_string(&path)
        .unwrap()
        .replace("[mote]", "[mote");
    fs::write(&path, damaged).unwrap();
    assert_eq!(opened(&path).1, "to");
}

#[test]
fn where_the_agenda_has_no_place_of_its_own_it_stands_in_the_recovery_file() {
    let (_folder, archive) = archive();
    let mut held = archive.create(&meeting("26-014", "en"), at(0)).unwrap();
    fs::create_dir(archive.folder().join(AGENDA)).unwrap();
    held.write_recovery(&meeting("26-014", "to"), saved(2))
        .unwrap();
    let path = held.path().to_owned();
    drop(held);
    fs::remove_file(&path).unwrap();
    assert_eq!(Archive::read(&path).unwrap().0.kladd, "to");
}

#[test]
fn a_folder_that_comes_back_empty_has_the_agenda_again_with_the_next_state() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let (mut held, meeting, _) = Archive::hold(&path).unwrap();
    held.write_recovery(&meeting, saved(3)).unwrap();
    fs::remove_dir_all(archive.folder()).unwrap();
    fs::create_dir(archive.folder()).unwrap();
    held.write_recovery(&meeting, saved(4)).unwrap();
    drop(held);
    assert_eq!(Archive::read(&path).unwrap().1, saved(4));
}

#[test]
fn where_no_earlier_state_can_be_kept_the_meeting_is_saved_all_the_same() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    fs::write(archive.folder().join(HISTORY), "ingen mappe").unwrap();
    let (mut held, _, _) = opened(&path);
    held.write_main(&meeting("26-014", "tre"), saved(3))
        .unwrap();
    held.close();
    assert_eq!(opened(&path).1, "tre");
}

#[test]
fn another_agenda_takes_the_place_of_the_one_beside_the_recovery_file() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let (mut held, _, _) = opened(&path);
    let mut template = Template::clone(&meeting("26-014", "").agenda.template);
    let mut phase = PhaseText::clone(&template.phases[0]);
    phase.title = "En annen".into();
    template.phases[0] = phase.into();
    let other = Meeting::new(
        "26-014".parse().unwrap(),
        MeetingKind::Real,
        template,
        at(0),
    )
    .unwrap();
    held.write_recovery(&other, saved(3)).unwrap();
    drop(held);
    let is_other = |meeting: &Meeting| meeting.agenda.template.phases[0].title == "En annen";
    assert!(is_other(&Archive::read(&path).unwrap().0));
    fs::remove_file(&path).unwrap();
    assert!(
        is_other(&Archive::read(&path).unwrap().0),
        "without the other file too"
    );
}

#[test]
fn a_recovery_file_of_an_earlier_version_has_the_agenda_in_it_and_opens_alone() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let whole = record::Writer::default().write(&meeting("26-014", "alt"), saved(3));
    fs::write(archive.folder().join(RECOVERY), whole.unwrap()).unwrap();
    fs::remove_file(archive.folder().join(AGENDA)).unwrap();
    fs::remove_file(&path).unwrap();
    assert_eq!(opened(&path).1, "alt");
}

#[test]
fn closing_leaves_one_file_once_it_holds_the_newest_state() {
    let (_folder, archive) = archive();
    let (mut held, _, _) = opened(&crashed(&archive));
    held.write_main(&meeting("26-014", "tre"), saved(3))
        .unwrap();
    assert!(!held.is_from_recovery());
    held.close();
    assert_eq!(names(archive.folder()), [HISTORY, MAIN]);
    assert_eq!(opened(&archive.folder().join(MAIN)).1, "tre");
}

#[test]
fn of_two_files_with_the_same_state_the_one_of_the_meeting_counts() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let (mut held, _, _) = opened(&path);
    held.write_main(&meeting("26-014", "to"), saved(2)).unwrap();
    drop(held);
    let (held, kladd, _) = opened(&path);
    assert_eq!(kladd, "to");
    assert_eq!(held.warning(), None);
    assert!(!held.is_from_recovery());
}

#[test]
fn drafts_that_a_crash_left_behind_are_passed_over_and_cleared_away() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    for draft in [
        ".26-014_2026-11-17.toml.ny",
        ".26-014_2026-11-17.toml.siste.ny",
        ".26-014_2026-11-17.toml.agenda.ny",
    ] {
        fs::write(archive.folder().join(draft), "format = 1\nsaks").unwrap();
    }
    assert_eq!(archive.list().unwrap().len(), 1);
    let (mut held, kladd, _) = opened(&path);
    assert_eq!(kladd, "to");
    held.write_recovery(&meeting("26-014", "tre"), saved(3))
        .unwrap();
    held.write_main(&meeting("26-014", "tre"), saved(3))
        .unwrap();
    held.close();
    assert_eq!(names(archive.folder()), [HISTORY, MAIN]);
}

#[test]
fn a_damaged_file_is_kept_and_the_other_state_is_used() {
    for (damaged, kladd) in [(MAIN, "to"), (RECOVERY, "en")] {
        let (_folder, archive) = archive();
        let path = crashed(&archive);
        let damaged = archive.folder().join(damaged);
        let kept = archive.folder().join(format!("{MAIN}.uleselig-1"));
        fs::write(&damaged, "format = 1\nødelagt").unwrap();

        let (mut held, found, _) = opened(&path);
        assert_eq!(found, kladd);
        let warning = Problem::SetAside {
            file: damaged.clone(),
            kept: kept.clone(),
        };
        assert_eq!(held.warning(), Some(&warning));
        held.write_recovery(&meeting("26-014", "tre"), saved(3))
            .unwrap();
        held.write_main(&meeting("26-014", "tre"), saved(3))
            .unwrap();
        held.close();
        assert_eq!(fs::read_to_string(&kept).unwrap(), "format = 1\nødelagt");
        assert_eq!(opened(&path).1, "tre");
    }
}

#[test]
fn a_second_damaged_file_does_not_take_the_place_of_the_first() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    for (number, content) in [(3, "først"), (4, "så")] {
        fs::write(&path, content).unwrap();
        let (mut held, _, _) = opened(&path);
        held.write_recovery(&meeting("26-014", content), saved(number))
            .unwrap();
    }
    let kept =
        |number| fs::read_to_string(format!("{}.uleselig-{number}", path.display())).unwrap();
    assert_eq!((kept(1).as_str(), kept(2).as_str()), ("først", "så"));
}

/// Changes the words in the file of the meeting, as an editor does. Answers with what stands there now.
fn edit(path: &Path, from: &str) -> String {
    let text = fs::read_to_string(path).unwrap();
    let edited = text.replace(&format!("\"{from}\""), "\"rettet\"");
    assert_ne!(edited, text);
    fs::write(path, &edited).unwrap();
    edited
}

fn modified(path: &Path) -> std::time::SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}

/// A file that was edited by hand beside a recovery file with another state: that one goes on, and the other is kept.
#[track_caller]
fn check_two_states(path: &Path, edited: &str, kladd: &str) {
    let (mut held, found, number) = opened(path);
    assert_eq!(found, kladd);
    let kept = PathBuf::from(format!("{}.endret-1", path.display()));
    let warning = Problem::ChangedOutside {
        file: path.to_owned(),
        kept: kept.clone(),
    };
    assert_eq!(held.warning(), Some(&warning));
    assert!(
        held.is_from_recovery(),
        "it is not in the file of the meeting"
    );
    held.write_main(&meeting("26-014", "tre"), saved(number + 1))
        .unwrap();
    held.close();
    assert_eq!(fs::read_to_string(&kept).unwrap(), edited);
    assert_eq!(Archive::undecided(path), Some(kept));
}

#[test]
fn a_file_edited_by_hand_after_a_crash_is_kept_beside_the_newer_state_whatever_its_time() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let before = modified(&path);
    let edited = edit(&path, "en");
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_modified(before).unwrap();
    check_two_states(&path, &edited, "to");
}

#[test]
fn of_two_states_with_the_same_number_the_leaders_own_goes_on_and_the_other_is_kept() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let (mut held, _, _) = opened(&path);
    held.write_main(&meeting("26-014", "to"), saved(2)).unwrap();
    drop(held);
    let edited = edit(&path, "to");
    check_two_states(&path, &edited, "to");
}

#[test]
fn a_file_edited_by_hand_with_a_higher_number_goes_on_and_the_other_state_is_kept() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let text = fs::read_to_string(&path).unwrap();
    let edited = text.replace("lagring = 0", "lagring = 9");
    fs::write(&path, edited).unwrap();
    let (held, kladd, number) = opened(&path);
    assert_eq!((kladd.as_str(), number), ("en", 9));
    held.close();
    let kept = Archive::undecided(&path).unwrap();
    assert_eq!(Archive::read(&kept).unwrap().0.kladd, "to");
    let alone = fs::read_to_string(&kept).unwrap();
    assert!(record::read(&alone).is_ok(), "it needs no other file");
}

#[test]
fn meetings_that_are_listed_share_the_texts_of_their_agenda() {
    let (_folder, archive) = archive();
    let drawn = "# Resten er agendaen møtet ble laget med. Den følger med, så filen kan leses for alltid.\n\n[slutt]\n";
    for (code, kladd) in [("26-014", "en"), ("26-015", "to"), ("26-016", drawn)] {
        drop(archive.create(&meeting(code, kladd), at(0)).unwrap());
    }
    let list = archive.list().unwrap();
    let texts = |at: usize| &list[at].meeting.as_ref().unwrap().agenda.template;
    assert!(Arc::ptr_eq(texts(0), texts(1)));
    let last = list[2].meeting.as_ref().unwrap();
    assert_eq!(
        last.kladd, drawn,
        "a note that looks like a part of the file is a note"
    );
    assert_eq!(texts(2), texts(0));
}

#[test]
fn what_a_meeting_is_called_is_read_from_the_head_of_its_file() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let other = meeting("26-020", "tre");
    let (mut held, _, _) = opened(&path);
    held.write_recovery(&other, saved(3)).unwrap();
    held.write_main(&other, saved(3)).unwrap();
    drop(held);
    let code = |code: &str| archive.find(code).ok();
    assert_eq!(
        code("26-020"),
        Some(path.clone()),
        "the content counts, not the name"
    );
    assert_eq!(code("26-014"), None);
    fs::remove_file(archive.folder().join(RECOVERY)).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    for by_hand in [
        text.replace('\n', "\r\n"),
        format!("\u{feff}{}", text.replace('\n', "\r\n")),
        // More than any head has.
        format!("# {}\n{text}", "husk ".repeat(2_000)),
    ] {
        fs::write(&path, by_hand).unwrap();
        assert_eq!(code("26-020"), Some(path.clone()));
    }
    // What follows the head is not looked at.
    let (head, rest) = text.split_once("\n[").unwrap();
    fs::write(&path, format!("{head}\n[{}", rest.replace(']', ""))).unwrap();
    assert!(Archive::read(&path).is_err());
    assert_eq!(code("26-020"), Some(path.clone()));
    assert_eq!(code("26-014"), Some(path), "nothing else has the code");
    let next = archive.next_code(Series::Year(2026)).unwrap();
    assert_eq!(next.as_str(), "26-021");
}

#[test]
fn a_file_that_is_torn_below_its_head_does_not_say_what_the_meeting_is_called() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let (mut held, _, _) = opened(&path);
    held.write_recovery(&meeting("26-020", "tre"), saved(3))
        .unwrap();
    drop(held);
    assert_eq!(archive.find("26-020"), Ok(path.clone()));
    let recovery = archive.folder().join(RECOVERY);
    let text = fs::read_to_string(&recovery).unwrap();
    let (torn, _) = text.split_once("[kladd]").unwrap();
    fs::write(&recovery, torn).unwrap();
    assert_eq!(Archive::read(&path).unwrap().0.code.as_str(), "26-014");
    assert_eq!(archive.find("26-014"), Ok(path));
}

#[test]
fn a_meeting_that_cannot_be_read_is_not_passed_over_for_another_with_its_code() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let torn = archive.folder().join("26-014_2026-11-10.toml");
    fs::write(&torn, [0; 100]).unwrap();
    let code = "26-014".parse().unwrap();
    let files = vec![torn, path];
    assert_eq!(
        archive.find("26-014"),
        Err(Problem::SeveralMeetings { code, files })
    );
}

#[test]
fn an_older_state_that_a_slow_disk_got_after_the_newer_one_was_edited_by_nobody() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let main = fs::File::options().write(true).open(&path).unwrap();
    let later = modified(&archive.folder().join(RECOVERY)) + std::time::Duration::from_secs(3600);
    main.set_modified(later).unwrap();
    let (held, kladd, _) = opened(&path);
    assert_eq!(kladd, "to");
    assert_eq!(held.warning(), None);
}

#[test]
fn a_file_edited_by_hand_is_kept_before_an_earlier_state_takes_its_place() {
    let (_folder, archive) = archive();
    let mut held = archive.create(&meeting("26-014", "en"), at(0)).unwrap();
    held.write_main(&meeting("26-014", "to"), saved(2)).unwrap();
    let path = held.path().to_owned();
    held.close();
    edit(&path, "to");
    let first = Archive::earlier(&path).unwrap();
    let (held, _, _) = Archive::restore(&path, &first[0].path).unwrap();
    held.close();
    let earlier = Archive::earlier(&path).unwrap();
    let names: Vec<String> = earlier.iter().map(Earlier::name).collect();
    assert_eq!(names, ["3", "2-2", "2"]);
    assert_eq!(earlier[1].read().unwrap().kladd, "rettet");
    assert_eq!(opened(&path).1, "to");
}

/// Something puts itself in the place of the file of an open meeting: the next state is stored, and it is kept.
#[cfg(unix)]
#[track_caller]
fn check_in_the_way(comes: impl FnOnce(&Path)) -> PathBuf {
    let (folder, archive) = archive();
    let path = crashed(&archive);
    let (mut held, _, _) = opened(&path);
    held.write_main(&meeting("26-014", "tre"), saved(3))
        .unwrap();
    comes(&path);
    assert!(held.is_changed_outside());
    let job = held.prepare(&meeting("26-014", "fire"), saved(4)).unwrap();
    let kept = held.settle(job.carry_out()).unwrap().unwrap();
    assert_eq!(kept, archive.folder().join(format!("{MAIN}.endret-1")));
    held.close();
    assert_eq!(opened(&path).1, "fire");
    let _ = folder.keep();
    kept
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_back_is_not_written_over() {
    use std::os::unix::fs::PermissionsExt;
    let kept = check_in_the_way(|path| {
        fs::write(path, "en annens").unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o000)).unwrap();
    });
    fs::set_permissions(&kept, fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(fs::read_to_string(&kept).unwrap(), "en annens");
    fs::remove_dir_all(kept.parent().unwrap()).unwrap();
}

#[cfg(unix)]
#[test]
fn a_pipe_a_folder_or_a_huge_file_in_the_place_of_an_open_meeting_holds_nobody_up() {
    let pipe = |path: &Path| {
        fs::remove_file(path).unwrap();
        let made = std::process::Command::new("mkfifo").arg(path).status();
        assert!(made.unwrap().success());
    };
    let folder = |path: &Path| {
        fs::remove_file(path).unwrap();
        fs::create_dir(path).unwrap();
    };
    // More than the memory of any machine; nothing of it is on the disk.
    let huge = |path: &Path| {
        let file = fs::File::create(path).unwrap();
        file.set_len(1 << 42).unwrap();
    };
    for comes in [pipe, folder, huge] as [fn(&Path); 3] {
        let kept = check_in_the_way(comes);
        fs::remove_dir_all(kept.parent().unwrap()).unwrap();
    }
}

#[test]
fn a_copy_of_the_same_meeting_from_before_is_taken_over_and_kept() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let ours = meeting("26-014", "ni");
    let held = archive.copy(&ours, saved(9)).unwrap();
    held.close();
    assert_eq!(opened(&path).1, "ni");
    let kept = [(9, "ni"), (2, "to"), (0, "en")];
    assert_eq!(
        earlier(&path),
        kept.map(|(number, kladd)| (number, kladd.to_owned()))
    );
    // One with a higher number does not come before ours either.
    let held = archive.copy(&meeting("26-014", "sju"), saved(7)).unwrap();
    held.close();
    assert_eq!(opened(&path).1, "sju");
}

#[test]
fn a_copy_does_not_take_the_place_of_another_meeting() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let other = made(at(1), "26-014", "annet");
    assert!(matches!(
        archive.copy(&other, saved(9)),
        Err(Problem::CodeTaken { .. })
    ));
    assert_eq!(opened(&path).1, "to");
}

#[test]
fn two_damaged_files_are_refused_and_left_alone() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    fs::write(&path, b"\xff\xfe").unwrap();
    fs::write(archive.folder().join(RECOVERY), "").unwrap();
    assert_eq!(refused(&path), unreadable(&path, Fault::NotText));
    assert_eq!(names(archive.folder()), [AGENDA, RECOVERY, MAIN]);
    assert_eq!(fs::read(&path).unwrap(), b"\xff\xfe");
}

#[test]
fn a_file_of_a_later_version_is_refused_even_where_an_older_state_can_be_read() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    fs::write(&path, "format = 99").unwrap();
    assert_eq!(refused(&path), unreadable(&path, Fault::NewerFormat));
    fs::rename(&path, archive.folder().join(RECOVERY)).unwrap();
    assert_eq!(
        refused(&path),
        unreadable(&archive.folder().join(RECOVERY), Fault::NewerFormat)
    );
}

#[test]
fn what_is_no_file_of_sensible_size_is_not_read() {
    let (_folder, archive) = archive();
    let path = archive.folder().join("x.toml");
    assert_eq!(
        refused(&path),
        unreadable(&path, Fault::System(Cause::Missing))
    );
    fs::create_dir(&path).unwrap();
    assert_eq!(refused(&path), unreadable(&path, Fault::NotAFile));
    fs::remove_dir(&path).unwrap();
    fs::write(&path, vec![b'#'; 4 * 1024 * 1024 + 1]).unwrap();
    assert_eq!(refused(&path), unreadable(&path, Fault::TooLarge));
    fs::write(&path, vec![b'#'; 4 * 1024 * 1024]).unwrap();
    assert_eq!(refused(&path), unreadable(&path, Fault::NoFormat));
    #[cfg(unix)]
    {
        let device = Path::new("/dev/zero");
        assert_eq!(
            Archive::read(device).unwrap_err(),
            unreadable(device, Fault::NotAFile)
        );
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_a_meeting_does_not_hang_the_program() {
    let (_folder, archive) = archive();
    let path = archive.folder().join("x.toml");
    let made = std::process::Command::new("mkfifo")
        .arg(&path)
        .status()
        .unwrap();
    assert!(made.success());
    assert_eq!(refused(&path), unreadable(&path, Fault::NotAFile));
}

#[test]
fn a_meeting_too_large_to_be_read_again_is_not_written() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let (mut held, _, _) = opened(&path);
    let large = meeting("26-014", &"æ".repeat(2 * 1024 * 1024));
    let too_large = Err(Problem::TooLarge(path.clone()));
    assert_eq!(held.write_recovery(&large, saved(3)), too_large);
    assert_eq!(held.write_main(&large, saved(3)), too_large);
    drop(held);
    assert_eq!(opened(&path).1, "to");
}

#[test]
fn an_open_meeting_cannot_be_opened_a_second_time_but_read() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let (held, _, _) = opened(&path);
    let second = Archive::hold(&path).map(drop).unwrap_err();
    assert_eq!(
        second,
        Problem::HeldElsewhere {
            file: path.clone(),
            by: Some(LockHolder::SameUser {
                process: std::process::id()
            }),
        }
    );
    assert_eq!(Archive::read(&path).unwrap().0.kladd, "to");
    drop(held);
    opened(&path);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_meeting_opens_the_meeting_itself() {
    let (folder, archive) = archive();
    let path = crashed(&archive);
    let link = folder.path().join("lenke.toml");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let (mut held, _, _) = opened(&link);
    assert_eq!(held.path(), fs::canonicalize(&path).unwrap());
    held.write_main(&meeting("26-014", "tre"), saved(3))
        .unwrap();
    assert!(link.is_symlink());
    assert_eq!(Archive::read(&path).unwrap().0.kladd, "tre");
}

#[test]
fn another_case_code_moves_the_files_and_the_lock() {
    let (_folder, archive) = archive();
    let (mut held, _, _) = opened(&crashed(&archive));
    let renamed = meeting("26-015", "tre");
    held.write_recovery(&renamed, saved(3)).unwrap();
    held.rename(&renamed).unwrap();
    let path = archive.folder().join("26-015_2026-11-17.toml");
    assert_eq!(held.path(), path);
    let moved = [
        ".26-015_2026-11-17.toml.agenda",
        ".26-015_2026-11-17.toml.lock",
        ".26-015_2026-11-17.toml.siste",
        "26-015_2026-11-17.toml",
    ];
    assert_eq!(names(archive.folder()), moved);
    assert_eq!(
        refused_by_lock(&path),
        Problem::HeldElsewhere {
            file: path.clone(),
            by: Some(LockHolder::SameUser {
                process: std::process::id()
            }),
        }
    );
    drop(held);
    assert_eq!(opened(&path).1, "tre");
}

#[track_caller]
fn refused_by_lock(path: &Path) -> Problem {
    Archive::hold(path).map(drop).unwrap_err()
}

#[test]
fn a_case_code_that_is_taken_moves_nothing() {
    let (_folder, archive) = archive();
    let other = archive.create(&meeting("26-015", "annet"), at(0)).unwrap();
    let (mut held, _, _) = opened(&crashed(&archive));
    let renamed = meeting("26-015", "tre");
    let taken = Problem::CodeTaken {
        code: "26-015".parse().unwrap(),
        file: other.path().to_owned(),
    };
    assert_eq!(
        held.rename(&renamed),
        Err(taken.clone()),
        "while the other is open"
    );
    let path = other.path().to_owned();
    other.close();
    assert_eq!(held.rename(&renamed), Err(taken), "and when it is closed");
    assert_eq!(held.path(), archive.folder().join(MAIN));
    assert_eq!(Archive::read(&path).unwrap().0.kladd, "annet");
}

#[test]
fn the_list_shows_the_last_saved_first_and_what_cannot_be_read() {
    let (_folder, archive) = archive();
    assert_eq!(archive.list(), Ok(Vec::new()));
    assert_eq!(archive.newest(1), Ok(Vec::new()));
    let mut first = archive.create(&meeting("26-001", ""), at(0)).unwrap();
    let second = archive.create(&meeting("26-002", ""), at(0)).unwrap();
    first.write_main(&meeting("26-001", ""), saved(9)).unwrap();
    let broken = archive.folder().join("26-003_2026-11-17.toml");
    fs::write(&broken, "nei").unwrap();
    fs::write(archive.folder().join("notat.txt"), "nei").unwrap();
    let old = fs::File::options().write(true).open(&broken).unwrap();
    old.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();

    let list = archive.list().unwrap();
    let codes: Vec<Option<&str>> = list
        .iter()
        .map(|listed| {
            listed
                .meeting
                .as_ref()
                .ok()
                .map(|meeting| meeting.code.as_str())
        })
        .collect();
    assert_eq!(codes, [Some("26-001"), Some("26-002"), None]);
    assert_eq!(list[0].at, at(9));
    assert_eq!(list[0].meeting.as_ref().unwrap().stage(), Stage::Preparing);
    assert_eq!(
        list[2].meeting,
        Err(unreadable(
            &broken,
            Fault::Line {
                line: 1,
                field: None
            }
        ))
    );
    drop(second);
}

#[test]
fn the_newest_meeting_is_the_one_written_to_last() {
    let (_folder, archive) = archive();
    crashed(&archive);
    let other = archive
        .create(&meeting("26-002", ""), at(0))
        .unwrap()
        .path()
        .to_owned();
    for (seconds, path) in [
        (100, other.clone()),
        (50, archive.folder().join(MAIN)),
        (200, archive.folder().join(RECOVERY)),
    ] {
        let file = fs::File::options().write(true).open(path).unwrap();
        file.set_modified(
            std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(seconds),
        )
        .unwrap();
    }
    let newest = archive.newest(1).unwrap();
    let found: Vec<_> = newest.into_iter().map(|one| (one.path, one.at)).collect();
    assert_eq!(found, [(archive.folder().join(MAIN), at(2))]);
    assert!(archive.newest(9).unwrap().len() > 1);
}

#[test]
fn a_meeting_is_found_by_code_by_file_name_and_by_path() {
    let (folder, archive) = archive();
    let path = crashed(&archive);
    for word in ["26-014", " 26-014 ", MAIN, path.to_str().unwrap()] {
        assert_eq!(archive.find(word), Ok(path.clone()), "{word:?}");
    }
    for word in [
        "26-01",
        "26-0144",
        "",
        "..",
        "/",
        "x.toml",
        folder.path().to_str().unwrap(),
    ] {
        let problem = Problem::NoSuchMeeting {
            word: word.into(),
            folder: archive.folder().to_owned(),
        };
        assert_eq!(archive.find(word), Err(problem), "{word:?}");
    }
}

#[test]
fn a_case_code_with_several_meetings_names_them() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let copy = archive.folder().join("26-014_2027-02-01.toml");
    fs::copy(&path, &copy).unwrap();
    let code = "26-014".parse().unwrap();
    let problem = archive.find("26-014").unwrap_err();
    let Problem::SeveralMeetings {
        code: found,
        mut files,
    } = problem
    else {
        panic!("{problem:?}")
    };
    files.sort();
    assert_eq!((found, files), (code, vec![path, copy]));
}

#[test]
fn the_next_case_code_is_above_all_in_use_that_year() {
    let (_folder, archive) = archive();
    let next = |year| archive.next_code(Series::Year(year)).unwrap().to_string();
    assert_eq!(next(2026), "26-001");
    drop(archive.create(&meeting("26-014", ""), at(0)).unwrap());
    drop(archive.create(&meeting("A1", ""), at(0)).unwrap());
    assert_eq!(next(2026), "26-015");
    assert_eq!(next(2027), "27-001");
    fs::write(archive.folder().join("26-020_2026-11-17.toml"), "uleselig").unwrap();
    assert_eq!(next(2026), "26-021", "also one whose file cannot be read");
    let practice = archive.next_code(Series::Practice).unwrap();
    assert_eq!(
        practice.as_str(),
        "OV-001",
        "practice uses up no number of a year"
    );
}

#[test]
fn a_folder_that_is_no_folder_is_refused() {
    let (folder, archive) = archive();
    let file = folder.path().join("fil");
    fs::write(&file, "").unwrap();
    let refused = |path: PathBuf| {
        Archive::open(path.clone()).map(drop)
            == Err(Problem::Folder {
                folder: path,
                cause: Cause::WrongKind,
            })
    };
    assert!(refused(file.clone()));
    assert!(refused(file.join("under")));
    fs::remove_dir_all(archive.folder()).unwrap();
    let missing = Problem::Folder {
        folder: archive.folder().to_owned(),
        cause: Cause::Missing,
    };
    assert_eq!(archive.list(), Err(missing));
    let file = archive.folder().join(MAIN);
    let problem = Problem::NotOpened {
        file: file.clone(),
        cause: Cause::Missing,
    };
    assert_eq!(refused_by_lock(&file), problem);
}

#[test]
fn no_sentence_about_a_file_holds_what_was_written_in_it_or_words_of_the_system() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let secret = "hemmelig";
    for (old, new) in [
        ("tekst = \"en\"", "tekst = \"hemmelig"),
        ("tekst = \"en\"", "hemmelig"),
        ("tekst = \"en\"", "tekst = 1 # hemmelig"),
        ("form = \"fysisk\"", "form = \"hemmelig\""),
        ("rolle = \"arbeidstaker\"", "rolle = \"hemmelig = lang\""),
        (
            "rolle = \"arbeidstaker\"",
            "rolle = \"\"\"\nhemmelig = lang\"\"\"",
        ),
    ] {
        fs::remove_file(archive.folder().join(RECOVERY)).ok();
        let sound = fs::read_to_string(&path).unwrap();
        assert!(sound.contains(old));
        fs::write(&path, sound.replacen(old, new, 1)).unwrap();
        let sentence = (NB.problem)(&refused(&path));
        assert!(sentence.contains("linje"), "{sentence}");
        for word in [secret, "error", "expected", "unknown", "invalid", "TOML"] {
            assert!(!sentence.contains(word), "{sentence}");
        }
        fs::write(&path, sound).unwrap();
    }
}

/// The earlier states of a meeting by number, each with its kladd.
fn earlier(path: &Path) -> Vec<(u64, String)> {
    let list = Archive::earlier(path).unwrap();
    let kladd = |one: &Earlier| (one.saved.number, one.read().unwrap().kladd.clone());
    list.iter().map(kladd).collect()
}

#[test]
fn what_stands_in_both_files_is_kept_before_an_earlier_state_takes_their_place() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let other = archive.folder().join("en annens.txt");
    fs::write(
        &other,
        record::Writer::default()
            .write(&meeting("26-014", "tidlig"), saved(0))
            .unwrap(),
    )
    .unwrap();
    let (held, restored, now) = Archive::restore(&path, &other).unwrap();
    assert_eq!(restored.kladd, "tidlig");
    assert_eq!(
        now,
        Saved {
            number: 3,
            ..saved(0)
        }
    );
    held.close();
    assert_eq!(opened(&path).1, "tidlig");
    let kept = [(3, "tidlig"), (2, "to"), (0, "en")];
    assert_eq!(
        earlier(&path),
        kept.map(|(number, kladd)| (number, kladd.to_owned()))
    );
}

#[test]
fn an_earlier_state_that_cannot_be_read_changes_nothing() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let other = archive.folder().join("en annens.txt");
    fs::write(&other, "noe annet").unwrap();
    assert!(Archive::restore(&path, &other).is_err());
    assert!(Archive::restore(&path, &archive.folder().join("borte")).is_err());
    assert_eq!(opened(&path).1, "to");
    assert_eq!(earlier(&path), []);
}

#[test]
fn the_state_that_was_found_is_kept_before_it_is_replaced_and_later_ones_now_and_then() {
    let (_folder, archive) = archive();
    let path = crashed(&archive);
    let (mut held, _, _) = opened(&path);
    let state = |minute: i64, number| Saved {
        at: at(60 * minute),
        number,
    };
    for (minute, number) in [(10, 3), (11, 4), (12, 5), (13, 6), (15, 7)] {
        let kladd = number.to_string();
        held.write_main(&meeting("26-014", &kladd), state(minute, number))
            .unwrap();
    }
    let kept = [(7, "7"), (5, "5"), (0, "en")];
    assert_eq!(
        earlier(&path),
        kept.map(|(number, kladd)| (number, kladd.to_owned()))
    );
}

#[test]
fn a_new_case_code_takes_the_earlier_states_along() {
    let (_folder, archive) = archive();
    let (mut held, _, _) = opened(&crashed(&archive));
    let renamed = meeting("26-015", "tre");
    held.write_main(&renamed, saved(3)).unwrap();
    held.rename(&renamed).unwrap();
    let path = held.path().to_owned();
    held.close();
    assert_eq!(
        names(archive.folder()),
        ["26-015_2026-11-17.historikk", "26-015_2026-11-17.toml"]
    );
    assert_eq!(earlier(&path).len(), 2);
}

#[test]
fn the_case_code_of_a_meeting_of_which_only_earlier_states_are_left_is_not_free() {
    let (_folder, archive) = archive();
    let held = archive.create(&meeting("26-014", "en"), at(0)).unwrap();
    let path = held.path().to_owned();
    held.close();
    fs::remove_file(&path).unwrap();
    assert_eq!(archive.find("26-014").unwrap(), path);
    assert_eq!(
        archive.next_code(Series::Year(2026)).unwrap().as_str(),
        "26-015"
    );
    assert!(archive.create(&meeting("26-014", "ny"), at(0)).is_err());
    assert!(matches!(
        refused(&path),
        Problem::Unreadable {
            fault: Fault::System(Cause::Missing),
            ..
        }
    ));
}
