//! The command line as a script or a hurried user meets it: statuses, sentences, and what it leaves alone.

mod before_the_meeting;
mod check;

use std::collections::BTreeSet;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use dialogmote::{
    archive::{Archive, agenda_file},
    meeting::{
        Check, Edit, Event, Meeting, MeetingKind, Participant, ParticipantId, PreparationField,
        Role,
    },
};
use tempfile::TempDir;

use crate::calendar;

/// A home folder with one ended meeting in it, and the program to be run there.
struct Home {
    folder: TempDir,
}

impl Home {
    fn new() -> Self {
        let home = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let now = "2026-11-17T09:00:00Z".parse().unwrap();
        let agenda = agenda_file::built_in().unwrap();
        let code = "26-014".parse().unwrap();
        let mut meeting = Meeting::new(code, MeetingKind::Real, agenda, now).unwrap();
        meeting.handle(Event::Begin, now).unwrap();
        meeting.handle(Event::End, now).unwrap();
        let right = Edit::set(
            PreparationField::Ready,
            BTreeSet::from([Check::RightPeople]),
        );
        meeting.handle(Event::Edit(right), now).unwrap();
        let archive = Archive::open(home.meetings()).unwrap();
        archive.create(&meeting, now).unwrap().close();
        home
    }

    fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn meetings(&self) -> PathBuf {
        self.path(".local/share/dialogmote")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_dialogmote"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", self.folder.path())
            .env("TZ", "Europe/Oslo")
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    /// Every file below the home folder with its content.
    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        fn below(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    files.insert(path.clone(), Vec::new());
                    below(&path, files);
                } else {
                    files.insert(path.clone(), fs::read(&path).unwrap());
                }
            }
        }
        let mut files = BTreeMap::new();
        below(self.folder.path(), &mut files);
        files
    }
}

/// The names of the subcommands, as the help lists them.
pub fn subcommands() -> Vec<String> {
    let help = stdout(&Home::empty().run(&["--hjelp"]));
    let (_, list) = help.split_once("Kommandoer:\n").unwrap();
    // What a command does may go on below its name, further in.
    let names: Vec<String> = list
        .lines()
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    assert!(names.len() > 10, "{names:?}");
    names
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The program refuses with this status and a sentence that says these things, and touches nothing.
#[track_caller]
fn check_refused(home: &Home, arguments: &[&str], status: i32, says: &[&str]) {
    let before = home.files();
    let output = home.run(arguments);
    let words = stderr(&output);
    assert_eq!(output.status.code(), Some(status), "{arguments:?}: {words}");
    assert_eq!(stdout(&output), "", "{arguments:?}");
    for part in says {
        assert!(words.contains(part), "{arguments:?}: {words}");
    }
    for english in ["error", "Usage", "os error", "panicked", "No such file"] {
        assert!(!words.contains(english), "{arguments:?}: {words}");
    }
    assert_eq!(home.files(), before, "{arguments:?} touched something");
}

#[test]
fn what_is_not_understood_is_said_with_status_2() {
    let home = Home::new();
    let help = "--hjelp";
    check_refused(&home, &["ukjent"], 2, &["«ukjent»", help]);
    check_refused(&home, &["--ukjent"], 2, &["«--ukjent»", help]);
    check_refused(&home, &["referat"], 2, &["MØTE", "mangler", help]);
    check_refused(&home, &["demo", "--fart", "0"], 2, &["«0»", "1 til 60"]);
    check_refused(&home, &["demo", "--fart", "mye"], 2, &["«mye»", "1 til 60"]);
    check_refused(&home, &["fullføring", "dos"], 2, &["«dos»", "bash"]);
    check_refused(&home, &["referat", "26-014", "--overskriv"], 2, &[help]);
}

#[test]
fn without_a_terminal_the_program_says_so_and_makes_no_folder() {
    let home = Home::empty();
    for arguments in [&[][..], &["nytt"], &["demo"]] {
        check_refused(&home, arguments, 1, &["terminal", "Ingenting er endret"]);
    }
}

#[test]
fn a_meeting_that_is_not_there_is_named_and_no_folder_is_made() {
    check_refused(&Home::empty(), &["referat", "26-099"], 1, &["26-099"]);
    check_refused(&Home::new(), &["åpne", "26-099"], 1, &["26-099"]);
}

#[test]
fn files_that_are_no_meetings_are_left_as_they_are() {
    let home = Home::new();
    fs::write(home.path("tom.toml"), "").unwrap();
    fs::write(home.path("tull.toml"), b"\xff\xfe\x00").unwrap();
    fs::write(home.path("ny.toml"), "format = 99\nannet = 1\n").unwrap();
    fs::write(home.path("halv.toml"), "format = 1\nsakskode = \"26-0").unwrap();
    for (file, says) in [
        ("tom.toml", "urørt"),
        ("tull.toml", "urørt"),
        ("ny.toml", "nyere"),
        ("halv.toml", "linje 2"),
        (".", "."),
    ] {
        check_refused(&home, &["referat", file], 1, &[says]);
    }
    fs::write(home.path("fil"), "min").unwrap();
    check_refused(&home, &["--mappe", "fil", "referat", "26-014"], 1, &["fil"]);
}

#[test]
fn every_fault_of_an_agenda_is_told_at_once_with_its_line() {
    let home = Home::new();
    let agenda = "[[fase]]\nid = \"a\"\ntittel = \"\"\nminutter = 0\n[[fase.punkt]]\nid = \"b\"\n";
    fs::write(home.path("agenda.toml"), agenda).unwrap();
    let says = ["linje 3", "linje 4", "linje 5", "minutter"];
    check_refused(&home, &["--agenda", "agenda.toml"], 1, &says);
    check_refused(&home, &["--agenda", "ikke.toml"], 1, &["ikke.toml"]);
}

#[test]
fn the_referat_is_printed_and_nothing_else_happens() {
    let home = Home::new();
    let before = home.files();
    let output = home.run(&["referat", "26-014"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stdout(&output).starts_with("# Referat fra dialogmøte 1\n"));
    assert_eq!(stderr(&output), "");
    assert_eq!(home.files(), before);
}

#[test]
fn the_referat_never_replaces_what_somebody_else_wrote() {
    let home = Home::new();
    let write = ["referat", "26-014", "-o", "referat.md"];
    let file = home.path("referat.md");
    assert!(home.run(&write).status.success());
    let own = fs::read_to_string(&file).unwrap();
    assert!(home.run(&write).status.success(), "its own file, unchanged");

    fs::write(&file, "# Mitt eget\n").unwrap();
    check_refused(&home, &write, 1, &["referat.md", "--overskriv"]);
    fs::write(&file, format!("{own}\nEn linje til.\n")).unwrap();
    check_refused(&home, &write, 1, &["endret siden", "--overskriv"]);
    let mut replace = write.to_vec();
    replace.push("--overskriv");
    assert!(home.run(&replace).status.success());
    assert_eq!(fs::read_to_string(&file).unwrap(), own);

    check_refused(
        &home,
        &["referat", "26-014", "-o", "finnes/ikke.md"],
        1,
        &["ikke.md"],
    );
    fs::create_dir(home.path("mappe")).unwrap();
    check_refused(&home, &["referat", "26-014", "-o", "mappe"], 1, &["mappe"]);
}

#[test]
fn no_answer_lets_the_referat_replace_a_meeting() {
    let home = Home::new();
    let before = home.files();
    let meeting = before
        .keys()
        .find(|file| file.extension().is_some_and(|e| e == "toml"));
    let meeting = meeting.unwrap().to_str().unwrap();
    let write = ["referat", "26-014", "-o", meeting, "--overskriv"];
    check_refused(&home, &write, 1, &["møtefil", "urørt"]);
    assert_eq!(home.files(), before);
}

#[cfg(unix)]
#[test]
fn a_confirmation_is_refused_where_nobody_can_be_confirmed() {
    let arguments = ["bekreftelse", "26-014", "-o", "bekreftelse.pdf"];
    let no_doctor = "Ingen lege eller behandler står som deltaker i møtet";
    check_refused(&Home::new(), &arguments, 1, &[no_doctor]);
    let home = Home::empty();
    let mut meeting = calendar::prepared();
    let doctor = Participant::new(ParticipantId(3), Role::Sykmelder);
    meeting.participants.push(doctor);
    meeting.preparation.ready.insert(Check::RightPeople);
    let meeting = Meeting::try_from(meeting).unwrap();
    let archive = Archive::open(home.meetings()).unwrap();
    archive.create(&meeting, meeting.created).unwrap().close();
    check_refused(&home, &arguments, 1, &["Møtet er ikke avsluttet ennå"]);
}

#[test]
fn the_written_referat_is_for_the_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    home.run(&["referat", "26-014", "-o", "referat.md"]);
    let mode = fs::metadata(home.path("referat.md")).unwrap().permissions();
    assert_eq!(mode.mode() & 0o777, 0o600);
}

#[test]
fn the_help_of_every_command_is_norwegian() {
    let home = Home::empty();
    let mut all = vec![vec!["--hjelp"]];
    let commands = subcommands();
    all.extend(commands.iter().map(|name| vec![name.as_str(), "--hjelp"]));
    for arguments in all {
        let output = home.run(&arguments);
        assert!(output.status.success(), "{arguments:?}");
        let help = stdout(&output);
        assert!(help.contains("Bruk:"), "{help}");
        let english = [
            "Usage",
            "Options",
            "Commands",
            "Arguments",
            "Print",
            "default",
            "possible",
            "help for",
        ];
        for word in english {
            assert!(!help.contains(word), "{arguments:?} says {word}: {help}");
        }
    }
    let version = home.run(&["--versjon"]);
    assert_eq!(
        stdout(&version),
        format!("dialogmote {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn completions_and_manual_know_every_command() {
    let home = Home::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = stdout(&home.run(&["fullføring", shell]));
        for name in subcommands() {
            assert!(script.contains(&name), "{shell} does not know {name}");
        }
    }
    let page = stdout(&home.run(&["man"]));
    assert!(page.contains(".TH dialogmote"), "{page}");
    assert!(page.contains("referat"));
    for english in [".SH NAME", ".SH SYNOPSIS", ".SH DESCRIPTION", ".SH VERSION"] {
        assert!(!page.contains(english), "{page}");
    }
}

#[test]
fn the_deadlines_are_a_table() {
    let home = Home::empty();
    let output = home.run(&["frister", "--fra", "2026-10-05"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let table = stdout(&output);
    for says in [
        "mandag 5. oktober 2026 (uke 41)",
        "Oppfølgingsplan    søn 01.11.2026 uke 44  man 02.11.",
        "Dialogmøte 1       søn 22.11.2026 uke 47  man 23.11.",
        "Aktivitetskrav     søn 29.11.2026 uke 48  man 30.11.",
        "Melde møtebehov    man 25.01.2027 uke  4  til 04.04.",
        "Nav ser på møte 2  man 01.02.2027 uke  5",
        "Dialogmøte 2       søn 04.04.2027 uke 13  man 05.04.",
        "Maksdato, omtrent  søn 03.10.2027 uke 39",
        "aml. § 4-6 fjerde ledd",
    ] {
        assert!(table.contains(says), "{says} is missing:\n{table}");
    }
    for line in table.lines() {
        assert_eq!(line.trim_end(), line);
    }
    assert_eq!(home.files(), BTreeMap::new());
}

#[test]
fn the_deadlines_are_read_by_scripts() {
    let home = Home::empty();
    let told = |arguments: &[&str]| -> serde_json::Value {
        let output = home.run(arguments);
        assert!(output.status.success(), "{}", stderr(&output));
        serde_json::from_slice(&output.stdout).unwrap()
    };
    // Case 5 of the examples: the deadline is skjærtorsdag.
    let easter = told(&["frister", "--fra", "5.2.2027", "--json"]);
    assert_eq!(easter["fra"], "2027-02-05");
    let meeting = &easter["frister"][2];
    assert_eq!(meeting["navn"], "dialogmote_1");
    assert_eq!(meeting["frist"], "2027-03-25");
    assert_eq!(meeting["uke"], 12);
    assert_eq!(meeting["merke"], "2027-03-26");
    assert_eq!(meeting["siste_virkedag"], "2027-03-24");
    assert_eq!(meeting["tilraadd_dag"], "2027-03-19");
    assert_eq!(meeting["hjemmel"], "aml. § 4-6 fjerde ledd");
    // A week 53 belongs to the year before.
    let week_53 = told(&["frister", "--fra", "2026-11-16", "--json"]);
    let meeting = &week_53["frister"][2];
    assert_eq!(meeting["frist"], "2027-01-03");
    assert_eq!(
        (&meeting["uke"], &meeting["ukeaar"]),
        (&53.into(), &2026.into())
    );
}

#[test]
fn a_graded_absence_has_no_red_alarm_and_an_absence_that_ended_no_deadline() {
    let home = Home::empty();
    let meeting = |arguments: &[&str]| {
        let output = home.run(&[&["frister", "--json", "--fra", "2026-09-21"], arguments].concat());
        let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        (told["mote"].clone(), told["frister"][2].clone())
    };
    for grade in ["50", "50%", "50 %"] {
        let (need, deadline) = meeting(&["--grad", grade]);
        assert_eq!(need, "spor_hvem");
        assert_eq!(deadline["status"], "hvis_onsket");
        assert_eq!(deadline["alarm"], false);
    }
    let (need, deadline) = meeting(&["--til", "25.9"]);
    assert_eq!(need, "tilbake");
    assert_eq!(deadline["status"], "ikke_aktuelt");
}

#[test]
fn deadlines_that_cannot_be_told_are_refused_in_words() {
    let home = Home::new();
    let frister = |more: &[&'static str]| [&["frister"], more].concat();
    check_refused(&home, &frister(&[]), 2, &["--fra", "mangler"]);
    let from = ["--fra", "2026-10-05"];
    for (more, says) in [
        (&["--grad", "0"][..], "1 til 100"),
        (&["--grad", "101"], "1 til 100"),
        (&["--grad", "halv"], "«halv»"),
        (&["--til", "2026-10-04"], "før den første"),
        (&["--til", "snart"], "«snart»"),
    ] {
        check_refused(&home, &frister(&[&from, more].concat()), 2, &[says]);
    }
    for date in ["tull", "2026-02-30", "0000-01-01", "9999-12-31"] {
        check_refused(&home, &frister(&["--fra", date]), 2, &["passer ikke"]);
    }
}
