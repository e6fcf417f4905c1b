//! What the shell gives before the meeting: invitation, questions, calendar, the list of what is next, own questions.

use std::{fs, io::Read};

use dialogmote::{
    archive::{Archive, own_file},
    meeting::{Meeting, MeetingKind},
};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::{Home, check_refused, stderr, stdout};
use crate::calendar::{at, prepared};

/// A home folder with one meeting that is prepared.
fn home() -> Home {
    let home = Home::empty();
    let meeting = Meeting::try_from(prepared()).unwrap();
    let archive = Archive::open(home.meetings()).unwrap();
    archive
        .create(&meeting, at("2026-10-12T08:00:00Z"))
        .unwrap()
        .close();
    home
}

fn told(home: &Home, arguments: &[&str]) -> String {
    let output = home.run(arguments);
    assert!(
        output.status.success(),
        "{arguments:?}: {}",
        stderr(&output)
    );
    assert_eq!(stderr(&output), "", "{arguments:?}");
    stdout(&output)
}

#[test]
fn every_document_is_printed_and_nothing_else_happens() {
    let home = home();
    let before = home.files();
    let invitation = told(&home, &["innkalling", "26-014"]);
    assert!(invitation.starts_with("# Innkalling til dialogmøte 1\n"));
    assert!(invitation.contains("tirsdag 17. november 2026 (uke 47), kl. 10:00–10:45"));
    let plain = told(&home, &["innkalling", "26-014", "--tekst"]);
    assert!(plain.starts_with("Innkalling til dialogmøte 1\n"));
    assert!(!plain.contains('#') && !plain.contains("**"));
    for flag in ["--sporsmal", "--spørsmål"] {
        let questions = told(&home, &["innkalling", "26-014", flag]);
        assert!(questions.starts_with("# Spørsmål å tenke på før møtet\n"));
    }
    let calendar = told(&home, &["kalender", "26-014"]);
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n"));
    assert!(calendar.contains("\r\nDTSTART:20261117T090000Z\r\n"));
    assert_eq!(home.files(), before);
}

#[test]
fn a_document_has_the_format_that_is_named_or_that_its_file_asks_for() {
    let home = home();
    for (format, start) in [
        ("md", "# Innkalling"),
        ("txt", "Innkalling"),
        ("html", "<!DOCTYPE html>"),
        ("docx", "PK\u{3}\u{4}"),
        ("pdf", "%PDF-1.7"),
    ] {
        let starts = |content: &[u8]| content.starts_with(start.as_bytes());
        // Into a pipe.
        let printed = home.run(&["innkalling", "26-014", "--format", format]);
        assert!(
            printed.status.success() && starts(&printed.stdout),
            "{format}"
        );
        let file = format!("brev.{format}");
        told(&home, &["innkalling", "26-014", "-o", &file]);
        assert!(starts(&fs::read(home.path(&file)).unwrap()), "{format}");
        let file = format!("uten_ending_{format}");
        told(
            &home,
            &["innkalling", "26-014", "-o", &file, "--format", format],
        );
        assert!(starts(&fs::read(home.path(&file)).unwrap()), "{format}");
    }
    let before = home.files();
    let other = ["innkalling", "26-014", "-o", "brev.doc"];
    check_refused(&home, &other, 1, &[".docx", "--format"]);
    let unknown = ["innkalling", "26-014", "--format", "doc"];
    check_refused(&home, &unknown, 2, &["doc", "docx", "pdf"]);
    let both = ["innkalling", "26-014", "--format", "pdf", "--tekst"];
    check_refused(&home, &both, 2, &["--hjelp"]);
    assert_eq!(home.files(), before);
}

#[cfg(unix)]
#[test]
fn word_and_pdf_are_not_poured_into_a_terminal() {
    let home = home();
    for format in ["docx", "pdf"] {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dialogmote"));
        command.args(["innkalling", "26-014", "--format", format]);
        command.env("HOME", home.path(""));
        let terminal = native_pty_system().openpty(PtySize::default()).unwrap();
        let mut program = terminal.slave.spawn_command(command).unwrap();
        drop(terminal.slave);
        let mut shown = Vec::new();
        // Some systems end the reading of a terminal that is gone with an error.
        let _ = terminal
            .master
            .try_clone_reader()
            .unwrap()
            .read_to_end(&mut shown);
        assert_eq!(program.wait().unwrap().exit_code(), 1);
        let shown = String::from_utf8(shown).unwrap();
        assert!(shown.starts_with("Word og PDF kan ikke vises i terminalen."));
    }
}

#[test]
fn no_document_replaces_what_somebody_else_wrote() {
    let home = home();
    for (command, file, says) in [
        ("innkalling", "brev.md", "Innkallingen ligger i"),
        ("kalender", "mote.ics", "Møtet ligger i"),
    ] {
        let write = [command, "26-014", "-o", file];
        assert!(told(&home, &write).contains(says));
        fs::write(home.path(file), "mitt eget\n").unwrap();
        check_refused(&home, &write, 1, &[file, "--overskriv"]);
        let replaced = told(&home, &[&write[..], &["--overskriv"]].concat());
        assert!(replaced.contains(file));
        assert_ne!(fs::read_to_string(home.path(file)).unwrap(), "mitt eget\n");
        check_refused(&home, &[command, "26-099"], 1, &["26-099"]);
        check_refused(&home, &[command], 2, &["MØTE", "mangler"]);
    }
}

#[test]
fn a_calendar_with_nothing_in_it_is_refused_in_words() {
    let says = ["ingenting å legge i kalenderen", "dato"];
    let home = Home::empty();
    let mut meeting = prepared();
    meeting.preparation.periods.clear();
    meeting.arrangement.date.value = None;
    let meeting = Meeting::try_from(meeting).unwrap();
    let archive = Archive::open(home.meetings()).unwrap();
    archive.create(&meeting, meeting.created).unwrap().close();
    check_refused(&home, &["kalender", "26-014", "-o", "mote.ics"], 1, &says);
}

#[test]
fn the_list_tells_what_is_next_and_how_much_it_presses() {
    let home = home();
    let archive = Archive::open(home.meetings()).unwrap();
    let mut practice = prepared();
    practice.kind = MeetingKind::Practice;
    practice.code = "OV-001".parse().unwrap();
    // Nothing is known of an absence in this one.
    let mut calm = prepared();
    calm.code = "26-015".parse().unwrap();
    calm.preparation.periods.clear();
    calm.arrangement.date.value = None;
    for meeting in [practice, calm] {
        let meeting = Meeting::try_from(meeting).unwrap();
        archive.create(&meeting, meeting.created).unwrap().close();
    }
    fs::write(home.meetings().join("26-016_2026-10-12.toml"), "tull").unwrap();
    let before = home.files();

    let list: serde_json::Value = serde_json::from_str(&told(&home, &["liste", "--json"])).unwrap();
    let list = list.as_array().unwrap();
    let field = |key: &str| list.iter().map(|one| one[key].clone()).collect::<Vec<_>>();
    assert_eq!(
        field("status"),
        ["uleselig", "forberedes", "forberedes", "forberedes"]
    );
    assert_eq!(field("ovelse"), [false, false, false, true]);
    assert_eq!(list[0]["fil"], "26-016_2026-10-12.toml");
    let codes = field("sakskode");
    assert!(codes.contains(&"26-014".into()) && codes.contains(&"26-015".into()));
    let case = list.iter().find(|one| one["sakskode"] == "26-014").unwrap();
    assert_eq!(case["planlagt"], "2026-11-17");
    assert!(case["dag"].is_string() && case["neste"].is_string());
    let calm = list.iter().find(|one| one["sakskode"] == "26-015").unwrap();
    assert_eq!(
        (&calm["neste"], &calm["over_frist"]),
        (&"for_inn_fravaer".into(), &false.into())
    );

    let table = told(&home, &["liste"]);
    let mut rows = table.lines().map(|line| {
        let cells = line.split("  ").filter(|cell| !cell.is_empty());
        cells.map(str::trim).collect::<Vec<_>>()
    });
    let head = rows.next().unwrap();
    assert_eq!(
        head,
        ["Sak", "Møtedato", "Status", "Dag", "Haster", "Neste"]
    );
    let rows: Vec<_> = rows.collect();
    assert!(rows.iter().all(|row| row.len() == 6), "{table}");
    assert_eq!(
        rows[0][..3],
        ["26-016_2026-10-12.toml", "–", "kan ikke leses"]
    );
    assert_eq!(rows[3][2], "forberedes (øvelse)");
    assert_eq!(home.files(), before);
}

#[test]
fn a_list_of_no_meetings_makes_no_folder() {
    let home = Home::empty();
    assert!(told(&home, &["liste"]).starts_with("Ingen møter i "));
    assert_eq!(told(&home, &["liste", "--json"]), "[]\n");
    assert!(home.files().is_empty());
    fs::write(home.path("fil"), "min").unwrap();
    check_refused(&home, &["--mappe", "fil", "liste"], 1, &["fil"]);
}

#[test]
fn the_own_file_is_made_once_and_its_faults_are_told() {
    let home = Home::empty();
    let file = home.path(".config/dialogmote/egne.toml");
    assert!(told(&home, &["egne"]).starts_with("Laget "));
    assert_eq!(fs::read_to_string(&file).unwrap(), own_file::EXAMPLE);
    fs::write(
        &file,
        "sporsmal = [\"En?\", \"To?\"]\nsetning = [\"Vi ser.\"]\nmalform = \"nynorsk\"\n",
    )
    .unwrap();
    let says = told(&home, &["egne"]);
    let wanted = "egne.toml har 2 spørsmål, 1 setning og 0 ord til personvernvakten. \
         Dokumenter om nye møter skrives på nynorsk.\n";
    assert!(says.ends_with(wanted), "{says}");
    fs::write(&file, "sporsmal = \"En?\"\nnoe = 1\n").unwrap();
    check_refused(
        &home,
        &["egne"],
        1,
        &["har 2 feil", "linje 1, sporsmal", "linje 2, noe"],
    );
}

#[test]
fn only_a_named_own_file_keeps_the_program_from_starting() {
    let home = Home::empty();
    fs::create_dir_all(home.path(".config/dialogmote")).unwrap();
    fs::write(home.path(".config/dialogmote/egne.toml"), "tull").unwrap();
    check_refused(&home, &["nytt"], 1, &["terminal"]);
    check_refused(
        &home,
        &["--egne", "ikke.toml", "nytt"],
        1,
        &["ikke.toml", "kan ikke leses"],
    );
    fs::write(home.path("egne.toml"), "setning = [3]\n").unwrap();
    check_refused(
        &home,
        &["--egne", "egne.toml", "nytt"],
        1,
        &["én feil", "linje 1, setning"],
    );
}
