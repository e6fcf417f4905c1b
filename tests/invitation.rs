//! What goes out before the meeting: everything somebody who is called needs to know, and nothing of the absence.

use dialogmote::{
    document::written,
    meeting::{
        Asking, Called, Contents, DocumentKind, Format, Ground, MeetingKind, MeetingMode, Parsed,
        Participant, ParticipantId, Presence, Question, Role, Wish,
    },
};

use crate::{calendar, golden, timing::oslo};

/// Case 1 of the examples as the leader has prepared it, with all that must not go out.
fn prepared() -> Contents {
    let mut meeting = calendar::prepared();
    meeting.arrangement.workplace = "Skjærvåg Lager AS, avd. Plukk".to_owned();
    meeting.arrangement.place = "møterommet på lageret".to_owned();
    meeting.participants[1].name = "Hanne Lillevik".to_owned();
    for (id, role, name) in [
        (3, Role::SafetyRepresentative, "Odd Rønstad"),
        (4, Role::OccupationalHealth, "Berit Kvalnes"),
        (5, Role::Sykmelder, "Jonas Aaserud"),
    ] {
        let mut participant = Participant::new(ParticipantId(id), role);
        participant.name = name.to_owned();
        meeting.participants.push(participant);
    }
    let from = Some("10:05:00".parse().unwrap());
    meeting.participants[3].presence = Parsed::understood("fra 10.05", Presence { from, to: None });
    meeting.participants[4].called = Called::No;
    meeting.kladd = "HEMMELIG kladd".to_owned();
    meeting.preparation.plan.points = "HEMMELIG plan".to_owned();
    meeting.preparation.exemption.ground = Some(Ground::TooIllNow);
    meeting.preparation.wanted.sykmelder = Wish::Yes;
    meeting.agenda.phases[1].items[0].note = "HEMMELIG notat".to_owned();
    meeting
}

fn told(kind: DocumentKind, format: Format, meeting: &Contents) -> String {
    let written = written(
        kind,
        format,
        meeting,
        oslo(),
        calendar::at("2026-10-20T08:00:00Z"),
    );
    String::from_utf8(written.unwrap()).unwrap()
}

#[test]
fn the_invitation_is_the_one_that_was_reviewed() {
    let meeting = prepared();
    let markdown = told(DocumentKind::Invitation, Format::Markdown, &meeting);
    golden::check("tests/golden/innkalling.md", &markdown);
    let plain = told(DocumentKind::Invitation, Format::Plain, &meeting);
    golden::check("tests/golden/innkalling.txt", &plain);
    assert!(plain.lines().all(|line| line.chars().count() <= 72));
}

#[test]
fn the_questions_are_those_that_were_reviewed() {
    let markdown = told(DocumentKind::Questions, Format::Markdown, &prepared());
    golden::check("tests/golden/sporsmal.md", &markdown);
}

#[test]
fn whoever_joins_by_video_gets_the_link() {
    let mut meeting = prepared();
    meeting.arrangement.place.clear();
    let mut fact = |mode, link: &str, place: &str| {
        meeting.arrangement.mode = mode;
        link.clone_into(&mut meeting.arrangement.video_link);
        place.clone_into(&mut meeting.arrangement.place);
        let invitation = told(DocumentKind::Invitation, Format::Plain, &meeting);
        let facts = invitation
            .lines()
            .skip_while(|line| !line.contains("Sted") && !line.contains("Lenke"));
        let facts: Vec<String> = facts.take(2).map(str::to_owned).collect();
        facts
    };
    let link = "https://moter.example/rom-4";
    assert_eq!(
        fact(MeetingMode::Video, link, "")[0],
        format!("• Lenke til videomøtet: {link}")
    );
    assert_eq!(
        fact(MeetingMode::Video, "", "")[0],
        "• Sted: (lenke mangler)"
    );
    assert_eq!(
        fact(MeetingMode::Hybrid, link, "rom 4"),
        [
            "• Sted: rom 4".to_owned(),
            format!("• Lenke til videomøtet: {link}")
        ]
    );
    assert_eq!(
        fact(MeetingMode::Hybrid, link, "")[0],
        "• Sted: (sted er ikke avtalt)"
    );
}

#[test]
fn a_link_wider_than_a_line_of_a_mail_is_not_cut() {
    let mut meeting = prepared();
    let link = format!("https://moter.example/{}", "a1".repeat(99));
    meeting.arrangement.video_link = link.clone();
    assert!(told(DocumentKind::Invitation, Format::Plain, &meeting).contains(&link));
}

#[test]
fn nothing_of_the_absence_goes_out() {
    let meeting = prepared();
    for kind in [DocumentKind::Invitation, DocumentKind::Questions] {
        for format in [Format::Markdown, Format::Plain] {
            let words = told(kind, format, &meeting).to_lowercase();
            for secret in [
                "hemmelig",
                "5. oktober",
                "05.10",
                "%",
                "sykmeld",
                "sykefravær",
                "fravær",
                "alvorlig",
                "plagene",
                "aaserud",
            ] {
                assert!(!words.contains(secret), "{secret}: {words}");
            }
        }
    }
}

#[test]
fn what_is_not_settled_stands_as_a_gap() {
    let mut meeting = prepared();
    meeting.arrangement.date = Parsed::empty();
    meeting.arrangement.time = Parsed::empty();
    meeting.arrangement.place = " ".to_owned();
    meeting.participants[1].name.clear();
    meeting.participants[3].name.clear();
    let words = told(DocumentKind::Invitation, Format::Markdown, &meeting);
    for gap in [
        "**Når:** (dato er ikke avtalt), (klokkeslett er ikke avtalt), 45 min",
        "**Sted:** (sted er ikke avtalt)",
        "**Møteleder:** (navn på møteleder mangler)",
        "**BHT:** (navn mangler) (fra 10:05, ikke avklart ennå)",
        "| Innledning | 5 min  |",
    ] {
        assert!(words.contains(gap), "{gap}: {words}");
    }
    assert!(!words.contains("Klokka"));
    meeting.arrangement.date.text = "en dag i uke 47".to_owned();
    let words = told(DocumentKind::Invitation, Format::Markdown, &meeting);
    assert!(words.contains("**Når:** en dag i uke 47 (ikke avklart)"));
    let words = told(DocumentKind::Questions, Format::Markdown, &meeting);
    assert!(words.contains("dialogmøte 1 en dag i uke 47 (ikke avklart)."));
}

#[test]
fn whom_the_rule_keeps_out_is_not_called_whatever_was_ticked() {
    let mut meeting = prepared();
    let person = &mut meeting.participants[2];
    (person.role, person.name) = (Role::Sykmelder, "Jonas Aaserud".to_owned());
    person.called = Called::Yes;
    person.wished_by_employee = Wish::No;
    person.wished_by_employer = Wish::Yes;
    let words = told(DocumentKind::Invitation, Format::Markdown, &meeting);
    assert!(!words.contains("Aaserud"), "{words}");
    meeting.participants[2].wished_by_employee = Wish::Yes;
    let words = told(DocumentKind::Invitation, Format::Markdown, &meeting);
    assert!(
        words.contains("**Lege/behandler:** Jonas Aaserud"),
        "{words}"
    );
}

#[test]
fn a_practice_meeting_is_marked_on_every_page() {
    let mut meeting = prepared();
    meeting.kind = MeetingKind::Practice;
    for kind in [DocumentKind::Invitation, DocumentKind::Questions] {
        let words = told(kind, Format::Plain, &meeting);
        assert!(words.contains("ØVELSE"), "{words}");
    }
}

#[test]
fn the_chosen_questions_are_sent_and_blank_ones_left_out() {
    let mut meeting = prepared();
    let questions = |meeting: &Contents| {
        let words = told(DocumentKind::Questions, Format::Markdown, meeting);
        let numbered = |line: &&str| line.starts_with(|c: char| c.is_ascii_digit());
        words.lines().filter(numbered).count()
    };
    let bank = meeting.agenda.questions().count();
    let own = Question::own(meeting.agenda.next_question());
    meeting.agenda.phases[2].questions.push(own);
    // An own question is chosen as soon as it is there, but nothing stands in it yet.
    assert_eq!(questions(&meeting), bank);
    meeting.agenda.phases[2].questions[1].asking = Asking::Chosen;
    assert_eq!(questions(&meeting), 1);
    let last = meeting.agenda.phases[2].questions.last_mut().unwrap();
    last.bank = Some("Hvilken vakt passer best?".into());
    assert_eq!(questions(&meeting), 2);
}
