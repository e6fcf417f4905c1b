//! Who gets which documents after the meeting, and by when.

use dialogmote::{
    meeting::{
        Addressee, Called, Contents, DocumentKind, Edit, Event, Meeting, Parsed, Participant,
        ParticipantId, ReferatCopy, Role, Said, SendingField, Wish,
    },
    rules::{
        CaseStatus,
        receivers::{all_sent, receivers, send_by},
    },
};

use crate::{
    machine::{after, at, fresh},
    timing::utc,
};

fn meeting(roles: &[Role]) -> Contents {
    let mut contents = (*fresh()).clone();
    for (id, role) in (3..).zip(roles) {
        let participant = Participant::new(ParticipantId(id), *role);
        contents.participants.push(participant);
    }
    contents
}

fn who(meeting: &Contents) -> Vec<(Addressee, Vec<DocumentKind>)> {
    let all = receivers(meeting).into_iter();
    all.map(|receiver| (receiver.to, receiver.documents))
        .collect()
}

const fn person(id: u32) -> Addressee {
    Addressee::Participant(ParticipantId(id))
}

#[test]
fn the_employee_gets_referat_and_plan_and_the_leader_is_sent_nothing() {
    let both = vec![DocumentKind::Referat, DocumentKind::Plan];
    assert_eq!(who(&meeting(&[])), [(person(1), both)]);
}

#[test]
fn others_get_the_referat_when_they_are_to_and_the_employee_agrees() {
    let mut meeting = meeting(&[Role::UnionRepresentative]);
    assert_eq!(who(&meeting).len(), 1);
    meeting.participants[2].copy = ReferatCopy::Yes;
    assert_eq!(who(&meeting).len(), 1);
    meeting.participants[2].consent = Wish::Yes;
    assert_eq!(who(&meeting)[1], (person(3), vec![DocumentKind::Referat]));
}

#[test]
fn the_doctor_gets_the_plan_and_a_confirmation_of_having_been_there() {
    let mut meeting = meeting(&[Role::Sykmelder]);
    let documents = vec![DocumentKind::Plan, DocumentKind::Confirmation];
    assert_eq!(who(&meeting)[1], (person(3), documents));
    meeting.participants[2].called = Called::No;
    assert_eq!(who(&meeting)[1], (person(3), vec![DocumentKind::Plan]));
    meeting.plan.to_doctor = Said::No;
    assert_eq!(who(&meeting).len(), 1);
}

#[test]
fn doctor_and_nav_get_the_plan_when_it_was_agreed_though_nobody_from_there_is_named() {
    let mut meeting = meeting(&[]);
    meeting.plan.to_doctor = Said::Yes;
    meeting.plan.to_nav = Said::Yes;
    let plan = || vec![DocumentKind::Plan];
    let expected = [(Addressee::Doctor, plan()), (Addressee::Nav, plan())];
    assert_eq!(who(&meeting)[1..], expected);
}

#[test]
fn the_documents_go_out_within_a_week_and_a_new_version_within_a_week_of_its_approval() {
    let mut meeting = after(fresh(), [(Event::Begin, 0)]);
    assert_eq!(send_by(&meeting, utc()), None);
    let day = |text: &str| Some(text.parse().unwrap());
    let events = [
        (Event::End, 60),
        (Event::BeginReview, 61),
        (Event::Approve, 62),
    ];
    meeting = after(meeting, events);
    assert_eq!(send_by(&meeting, utc()), day("2026-11-24"));
    let week = 7 * 24 * 3600;
    let events = [
        (Event::Revise("feil dato".into()), week),
        (Event::Approve, 2 * week),
    ];
    meeting = after(meeting, events);
    assert_eq!(send_by(&meeting, utc()), day("2026-12-08"));
}

#[test]
fn all_is_sent_when_everybody_has_a_day_and_a_new_version_goes_out_anew() {
    let sent = Edit::set(
        SendingField::On.of(person(1)),
        Parsed::understood("i dag", at(0).date_naive()),
    );
    let approved = [
        (Event::Begin, 0),
        (Event::End, 60),
        (Event::BeginReview, 61),
        (Event::Approve, 62),
    ];
    let meeting = after(fresh(), approved);
    assert!(!all_sent(&meeting));
    let meeting: Meeting = after(meeting, [(Event::Edit(sent), 63)]);
    assert!(all_sent(&meeting));
    let meeting = after(meeting, [(Event::Revise("feil dato".into()), 64)]);
    assert!(!all_sent(&meeting));
    assert!(!meeting.replaced[0].sendings.is_empty());
}

#[test]
fn a_plan_that_went_out_after_the_meeting_is_made_and_sent() {
    let mut contents = meeting(&[Role::Sykmelder, Role::Nav]);
    contents.plan.to_nav = Said::Yes;
    let from = "2026-10-05".parse().unwrap();
    contents.preparation.periods[0].from = Parsed::understood("5.10", from);
    let open = Meeting::try_from(contents).unwrap();
    let approved = [
        (Event::Begin, 0),
        (Event::End, 60),
        (Event::BeginReview, 61),
        (Event::Approve, 62),
    ];
    let open = after(open, approved);
    let day = at(0).date_naive();
    let facts = |meeting: &Meeting| CaseStatus::of(meeting, utc(), day).facts;
    assert_eq!(
        (facts(&open).plan_made, facts(&open).plan_sent),
        (None, None)
    );
    let to = |id, day| {
        let sent = Parsed::understood("da", day);
        (
            Event::Edit(Edit::set(SendingField::On.of(person(id)), sent)),
            63,
        )
    };
    let next = day.succ_opt().unwrap();
    let sent = facts(&after(open, [to(1, day), to(3, next), to(4, next)]));
    assert_eq!(sent.plan_made, Some(day));
    assert_eq!(sent.plan_sent, Some(next));
    assert_eq!(sent.plan_sent_to_nav, Some(next));
}
