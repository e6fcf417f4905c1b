//! Meetings on disk: the format, the folder, the saver thread, and what survives when something goes wrong.

mod any_file;
mod any_meeting;
mod files;
mod format;
mod saving;

use std::{fs, path::Path};

use dialogmote::{
    archive::{Archive, Saved},
    meeting::{
        Edit, Event, Field, ItemText, Meeting, MeetingField, MeetingKind, PhaseText, Template,
        Timestamp,
    },
};
use tempfile::TempDir;

/// A folder of meetings that is gone after the test.
fn archive() -> (TempDir, Archive) {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::open(folder.path().join("møter")).unwrap();
    (folder, archive)
}

fn at(second: i64) -> Timestamp {
    "2026-11-17T09:00:00Z".parse::<Timestamp>().unwrap() + chrono::TimeDelta::seconds(second)
}

fn saved(number: u64) -> Saved {
    Saved {
        at: at(i64::try_from(number).unwrap()),
        number,
    }
}

/// A meeting whose private jotting is `kladd`, to tell its states apart.
fn meeting(code: &str, kladd: &str) -> Meeting {
    made(at(0), code, kladd)
}

/// Such a meeting, made at another time.
fn made(created: Timestamp, code: &str, kladd: &str) -> Meeting {
    let point = ItemText {
        id: "punkt".into(),
        title: "Punkt".into(),
        ..ItemText::default()
    };
    let phase = PhaseText {
        id: "fase".into(),
        title: "Fase".into(),
        minutes: 45,
        points: vec![point.into()],
        ..PhaseText::default()
    };
    let agenda = Template {
        phases: vec![phase.into()],
        ..Template::default()
    };
    let mut meeting =
        Meeting::new(code.parse().unwrap(), MeetingKind::Real, agenda, created).unwrap();
    let edit = Edit::set(Field::Meeting(MeetingField::Kladd), kladd);
    meeting.handle(Event::Edit(edit), created).unwrap();
    meeting
}

/// What stands in the folder, by name.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
