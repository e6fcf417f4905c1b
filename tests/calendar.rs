//! The calendar file, line by line. That another program reads the same instants from it is shown by `calendar/read.py`.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use dialogmote::{
    archive::agenda_file,
    document::calendar::calendar,
    meeting::{Contents, Meeting, MeetingKind, Outcome, Parsed, Past, Timestamp},
    rules::holidays::is_working_day,
};

use crate::{golden, timing::oslo};

const NOW: &str = "2026-10-20T08:00:00Z";

pub fn at(instant: &str) -> Timestamp {
    instant.parse().unwrap()
}

/// Case 1 of the examples, prepared: absent since 5 October, the meeting on 17 November at 10.
pub fn prepared() -> Contents {
    let agenda = agenda_file::built_in().unwrap();
    let created = at("2026-10-12T07:00:00Z");
    let meeting = Meeting::new(
        "26-014".parse().unwrap(),
        MeetingKind::Real,
        agenda,
        created,
    );
    let mut meeting = Contents::clone(&meeting.unwrap());
    let first = Parsed::understood("5.10", "2026-10-05".parse().unwrap());
    meeting.preparation.periods[0].from = first;
    meeting.arrangement.place = "Møterom 2".to_owned();
    meet(&mut meeting, "2026-11-17", "10:00:00");
    meeting.participants[0].name = "Terje Brekkhus".to_owned();
    meeting.kladd = "fnr og prolaps".to_owned();
    meeting
}

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn meet(meeting: &mut Contents, date: &str, time: &str) {
    meeting.arrangement.date = Parsed::understood(date, date.parse().unwrap());
    meeting.arrangement.time = Parsed::understood(time, time.parse().unwrap());
}

fn lines(meeting: &Contents, now: &str) -> Vec<String> {
    let file = calendar(meeting, oslo(), at(now)).unwrap();
    assert!(file.ends_with("\r\n"));
    let lines: Vec<&str> = file.split("\r\n").collect();
    for line in &lines {
        assert!(line.len() <= 75, "{line}");
        assert!(!line.contains(['\n', '\r']), "{line:?}");
    }
    file.replace("\r\n ", "")
        .lines()
        .map(str::to_owned)
        .collect()
}

fn starts<'a>(lines: &'a [String], key: &str) -> Vec<&'a str> {
    let found = lines.iter().filter_map(|line| line.strip_prefix(key));
    found.collect()
}

#[test]
fn the_meeting_and_the_deadlines_are_entries_that_tell_an_onlooker_nothing() {
    let lines = lines(&prepared(), NOW);
    let titles = starts(&lines, "SUMMARY:");
    assert_eq!(
        titles,
        [
            "Møte\\, sak 26-014",
            "Påminnelse: plan\\, sak 26-014",
            "Frist: plan\\, sak 26-014",
            "Frist: møte\\, sak 26-014",
            "Merkedag 1\\, sak 26-014",
            "Merkedag 2\\, sak 26-014",
        ]
    );
    let days = starts(&lines, "DTSTART;VALUE=DATE:");
    assert_eq!(
        days,
        ["20261028", "20261030", "20261120", "20261127", "20270402"]
    );
    // The last day stands where it is another one.
    assert_eq!(
        starts(&lines, "DESCRIPTION:Siste dag er "),
        [
            "søndag 1. november 2026 (uke 44).",
            "søndag 22. november 2026 (uke 47).",
            "søndag 29. november 2026 (uke 48).",
            "søndag 4. april 2027 (uke 13).",
        ]
    );
    assert_eq!(starts(&lines, "DTSTART:"), ["20261117T090000Z"]);
    assert_eq!(starts(&lines, "DTEND:"), ["20261117T094500Z"]);
    assert_eq!(starts(&lines, "LOCATION:"), ["Møterom 2"]);
    assert_eq!(starts(&lines, "TRANSP:"), ["TRANSPARENT"; 5]);
    assert_eq!(starts(&lines, "CLASS:"), ["PRIVATE"; 6]);
    let alarms = starts(&lines, "TRIGGER;RELATED=START:");
    assert_eq!(alarms, [&["-PT900S"][..], &["-PT54000S"; 5]].concat());
    assert!(
        starts(&lines, "DTSTAMP:")
            .iter()
            .all(|at| *at == "20261020T080000Z")
    );
    let whole = lines.join("\n").to_lowercase();
    for word in [
        "terje", "dialog", "syk", "fravær", "nav", "helse", "prolaps", "aml",
    ] {
        assert!(!whole.contains(word), "{word}: {whole}");
    }
}

#[test]
fn a_place_that_tells_whom_the_meeting_is_with_or_what_it_is_about_is_left_out() {
    let mut meeting = prepared();
    for (place, stands) in [
        ("Kollegerommet, 2. etasje", true),
        ("Naverløkka 4", true),
        ("Kontoret til fastlege Jonas Aaserud", false),
        ("Hos Brekkhus", false),
        ("TERJE sitt kontor", false),
        ("Legesenteret", false),
        ("NAV Grorud", false),
        ("Sykmeldtes rom", false),
    ] {
        meeting.arrangement.place = place.to_owned();
        let lines = lines(&meeting, NOW);
        let found = starts(&lines, "LOCATION:").len();
        assert_eq!(found, usize::from(stands), "{place}");
    }
}

#[test]
fn a_link_to_the_video_meeting_is_a_place_and_is_never_cut() {
    let mut meeting = prepared();
    meet(&mut meeting, "2026-11-10", "09:30:00");
    meeting.arrangement.place.clear();
    let link = format!("https://moter.example/{}", "a1".repeat(200));
    meeting.arrangement.video_link = link.clone();
    let place = |meeting: &Contents| {
        let lines = lines(meeting, "2026-10-20T08:00:00Z");
        starts(&lines, "LOCATION").join("")
    };
    assert_eq!(place(&meeting), format!(":{link}"));
    meeting.arrangement.place = "Møterom 3".to_owned();
    assert_eq!(place(&meeting), format!(":Møterom 3\\, {link}"));
    meeting.participants[1].name = "Li J. Zoom".to_owned();
    for (link, stands) in [
        ("https://moter.example/terje-brekkhus", false),
        ("https://moter.example/rom%20Brekkhus", false),
        ("https://moter.example/%53ykmeldt", false),
        ("https://zoom.us/j/938?li", true),
        ("zoom.us", true),
    ] {
        meeting.arrangement.video_link = link.to_owned();
        assert_eq!(place(&meeting).ends_with(link), stands, "{link}");
    }
}

#[test]
fn the_whole_file_is_the_one_that_was_reviewed() {
    let file = calendar(&prepared(), oslo(), at(NOW)).unwrap();
    golden::check("tests/golden/kalender.ics", &file);
}

#[test]
fn the_instant_is_right_in_summer_and_winter_and_on_the_night_between() {
    let mut meeting = prepared();
    for (date, time, instant) in [
        ("2026-07-01", "10:00:00", "20260701T080000Z"),
        ("2027-01-12", "10:00:00", "20270112T090000Z"),
        ("2027-03-27", "09:00:00", "20270327T080000Z"),
        // The clock is set forward on Easter Sunday 2027.
        ("2027-03-28", "09:00:00", "20270328T070000Z"),
    ] {
        meet(&mut meeting, date, time);
        assert_eq!(starts(&lines(&meeting, NOW), "DTSTART:"), [instant]);
    }
}

#[test]
fn what_is_done_is_left_out_and_a_meeting_that_was_called_off_is_struck_out() {
    let mut meeting = prepared();
    let made = "2026-10-19".parse().unwrap();
    meeting.preparation.plan.made = Parsed::understood("19.10", made);
    // Made is not sent.
    assert!(lines(&meeting, NOW).contains(&"SUMMARY:Frist: plan\\, sak 26-014".to_owned()));
    meeting.preparation.plan.sent = Parsed::understood("19.10", made);
    let before = lines(&meeting, NOW);
    assert_eq!(starts(&before, "STATUS:").len(), 0);
    meeting.preparation.past = Some(Past {
        day: "2026-11-17".parse().unwrap(),
        outcome: Outcome::NotHeld,
    });
    let lines = lines(&meeting, NOW);
    assert_eq!(
        starts(&lines, "SUMMARY:"),
        [
            "Møte\\, sak 26-014",
            "Frist: møte\\, sak 26-014",
            "Merkedag 1\\, sak 26-014",
            "Merkedag 2\\, sak 26-014",
        ]
    );
    assert_eq!(starts(&lines, "STATUS:"), ["CANCELLED"]);
    assert_eq!(starts(&lines, "UID:")[0], starts(&before, "UID:")[0]);
    // It does not ring.
    assert_eq!(starts(&lines, "TRIGGER;RELATED=START:-PT900S").len(), 0);
}

#[test]
fn an_overdue_deadline_stands_on_its_day_and_does_not_ring() {
    let mut meeting = prepared();
    meeting.arrangement.time = Parsed::empty();
    let lines = lines(&meeting, "2026-11-20T08:00:00Z");
    let days = starts(&lines, "DTSTART;VALUE=DATE:");
    assert_eq!(days, ["20261030", "20261120", "20261127", "20270402"]);
    // The one that is today does not, either.
    assert_eq!(starts(&lines, "TRIGGER").len(), 2);
}

#[test]
fn everything_that_is_due_on_a_day_off_stands_on_a_working_day_and_rings_on_one() {
    let mut meeting = prepared();
    meeting.arrangement.time = Parsed::empty();
    for start in day("2026-10-01").iter_days().take(366) {
        meeting.preparation.periods[0].from = Parsed::understood("fra", start);
        let noon = format!("{start}T11:00:00Z");
        let lines = lines(&meeting, &noon);
        let stands = starts(&lines, "DTSTART;VALUE=DATE:");
        let rings = starts(&lines, "TRIGGER;RELATED=START:-PT");
        assert_eq!((stands.len(), rings.len()), (5, 5), "{start}");
        for (stands, rings) in stands.iter().zip(rings) {
            let stands = NaiveDate::parse_from_str(stands, "%Y%m%d").unwrap();
            let seconds: i64 = rings.trim_end_matches('S').parse().unwrap();
            let rings = stands.and_time(NaiveTime::MIN) - TimeDelta::seconds(seconds);
            assert!(is_working_day(stands), "{start}: {stands}");
            assert!(is_working_day(rings.date()), "{start}: {rings}");
            assert_eq!(rings.time().to_string(), "09:00:00");
        }
    }
}

#[test]
fn without_a_day_and_without_an_absence_there_is_no_file() {
    let mut meeting = prepared();
    meeting.preparation.periods.clear();
    assert!(calendar(&meeting, oslo(), at(NOW)).is_some());
    meeting.arrangement.time = Parsed::empty();
    assert_eq!(calendar(&meeting, oslo(), at(NOW)), None);
}

#[test]
fn the_entries_keep_their_ids_and_grow_in_number() {
    let meeting = prepared();
    let (early, late) = (
        lines(&meeting, NOW),
        lines(&meeting, "2026-10-20T08:00:01Z"),
    );
    assert_eq!(starts(&early, "UID:"), starts(&late, "UID:"));
    let number = |lines: &[String]| starts(lines, "SEQUENCE:")[0].parse::<u32>().unwrap();
    assert!(number(&late) > number(&early));
}

#[test]
fn a_practice_meeting_is_marked_in_every_title() {
    let mut meeting = prepared();
    meeting.kind = MeetingKind::Practice;
    let lines = lines(&meeting, NOW);
    let titles = starts(&lines, "SUMMARY:");
    assert!(titles.iter().all(|title| title.starts_with("ØVELSE: ")));
}

#[test]
fn no_place_breaks_out_of_its_line() {
    let mut meeting = prepared();
    for place in [
        "rom\"\r\nATTENDEE:mailto:a@b.no\r\nX:\"",
        "rom\nEND:VEVENT\nBEGIN:VEVENT",
        "rom\u{2028}X:1\u{85}Y:2\u{b}Z",
        "a;b,c\\n:d",
        &"blåbærsyltetøy ".repeat(60),
        "\u{1f468}\u{200d}\u{1f469}".repeat(99).as_str(),
    ] {
        meeting.arrangement.place = place.to_owned();
        let lines = lines(&meeting, NOW);
        assert_eq!(starts(&lines, "ATTENDEE").len(), 0);
        assert_eq!(starts(&lines, "X:").len(), 0);
        assert_eq!(starts(&lines, "BEGIN:VEVENT").len(), 6);
        assert_eq!(starts(&lines, "LOCATION:").len(), 1);
    }
    meeting.arrangement.place = " \n".to_owned();
    assert_eq!(starts(&lines(&meeting, NOW), "LOCATION").len(), 0);
}
