//! The minutes of a meeting on the clock, and what is in the way of somebody who is there for a part of it only.

use chrono::{NaiveTime, TimeDelta};
use dialogmote::{
    meeting::{
        Attendance, Called, Contents, Edit, Event, Field, Meeting, Parsed, Participant,
        ParticipantId, PhaseIndex, PreparationField, Presence, Role, TakeFirst,
    },
    rules::{
        There, Visitor,
        time_plan::{planned, visitors, visitors_first},
    },
    text::NB,
    ui::FocusTarget,
};
use proptest::prelude::*;

use crate::calendar;

const STATUS: PhaseIndex = PhaseIndex(1);
const SOLUTION: PhaseIndex = PhaseIndex(2);
const WHO: ParticipantId = ParticipantId(9);

fn time(clock: &str) -> NaiveTime {
    format!("{clock}:00").parse().unwrap()
}

fn span(from: &str, to: &str) -> Presence {
    let end = |clock: &str| (!clock.is_empty()).then(|| time(clock));
    Presence {
        from: end(from),
        to: end(to),
    }
}

/// At ten: Innledning to 10:05, Status to 10:15, Løsning to 10:35, Konklusjon to 10:45; with somebody in this role.
fn with(role: Role, from: &str, to: &str) -> Contents {
    let mut meeting = calendar::prepared();
    let mut visitor = Participant::new(WHO, role);
    visitor.presence = Parsed::understood("tid", span(from, to));
    meeting.participants.push(visitor);
    meeting
}

#[track_caller]
fn the_one(meeting: &Contents) -> Visitor {
    let mut all = visitors(meeting);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[test]
fn the_phases_follow_one_another_on_the_clock() {
    let meeting = calendar::prepared();
    let times: Vec<_> = planned(&meeting)
        .iter()
        .map(|planned| (planned.phase.0, planned.from, planned.to))
        .collect();
    assert_eq!(
        times,
        [
            (0, time("10:00"), time("10:05")),
            (1, time("10:05"), time("10:15")),
            (2, time("10:15"), time("10:35")),
            (3, time("10:35"), time("10:45")),
        ]
    );
    let mut meeting = with(Role::Sykmelder, "", "10:10");
    meeting.arrangement.time = Parsed::empty();
    assert_eq!((planned(&meeting), visitors(&meeting)), (vec![], vec![]));
}

/// What stands in the way of a doctor who is there from and to this time: behind, over, missed, in reach.
#[track_caller]
fn check(from: &str, to: &str, expected: [&[PhaseIndex]; 4]) {
    let visitor = the_one(&with(Role::Sykmelder, from, to));
    assert_eq!(visitor.there, There::Partly, "{from}–{to}");
    let found = [
        &visitor.behind,
        &visitor.over,
        &visitor.missed,
        &visitor.in_reach,
    ];
    assert_eq!(found.map(Vec::as_slice), expected, "{from}–{to}");
    let misses = !visitor.over.is_empty() || !visitor.missed.is_empty();
    assert_eq!(visitor.misses(), misses);
}

#[test]
fn who_goes_early_speaks_first_in_what_they_see_the_beginning_of_and_misses_the_rest() {
    check("", "10:04", [&[], &[], &[STATUS, SOLUTION], &[]]);
    check("", "10:05", [&[], &[], &[STATUS, SOLUTION], &[]]);
    check("", "10:10", [&[STATUS], &[], &[SOLUTION], &[]]);
    check("", "10:15", [&[], &[], &[SOLUTION], &[STATUS]]);
    check("", "10:20", [&[SOLUTION], &[], &[], &[STATUS]]);
    check("", "10:40", [&[], &[], &[], &[STATUS, SOLUTION]]);
}

#[test]
fn who_comes_late_has_missed_what_is_over_and_nothing_is_taken_before_they_come() {
    check("10:03", "", [&[], &[], &[], &[STATUS, SOLUTION]]);
    check("10:10", "", [&[], &[], &[], &[SOLUTION]]);
    check("10:15", "", [&[], &[STATUS], &[], &[SOLUTION]]);
    check("10:20", "", [&[], &[STATUS], &[], &[]]);
    check("10:40", "", [&[], &[STATUS, SOLUTION], &[], &[]]);
    // In the middle of a phase: to take theirs first would be to take it without them.
    check("10:07", "10:12", [&[], &[], &[SOLUTION], &[]]);
    check("10:15", "10:25", [&[SOLUTION], &[STATUS], &[], &[]]);
}

#[test]
fn a_window_beside_the_meeting_is_told() {
    for (from, to) in [
        ("08:00", "09:00"),
        ("", "09:30"),
        ("", "10:00"),
        ("10:45", ""),
        ("11:00", "12:00"),
        ("10:20", "10:10"),
    ] {
        let visitor = the_one(&with(Role::Sykmelder, from, to));
        assert_eq!(visitor.there, There::NotAtAll, "{from}–{to}");
        assert!(visitor.misses());
        assert!(visitor.behind.is_empty() && visitor.in_reach.is_empty());
    }
}

#[test]
fn who_is_there_all_the_time_or_does_not_come_is_no_visitor() {
    for (from, to) in [("09:30", "11:00"), ("10:00", "10:45"), ("", "12:00")] {
        assert_eq!(visitors(&with(Role::Sykmelder, from, to)), []);
    }
    let mut meeting = with(Role::Sykmelder, "", "10:10");
    let last = meeting.participants.len() - 1;
    meeting.participants[last].attendance = Attendance::Absent;
    assert_eq!(visitors(&meeting), []);
    meeting.participants[last].attendance = Attendance::Attends;
    meeting.participants[last].called = Called::No;
    assert_eq!(visitors(&meeting), []);
}

#[test]
fn whose_role_has_no_item_has_nothing_in_the_way() {
    for role in [Role::SafetyRepresentative, Role::Interpreter, Role::Other] {
        let visitor = the_one(&with(role, "10:10", "10:20"));
        assert!(!visitor.misses() && visitor.behind.is_empty() && visitor.in_reach.is_empty());
    }
}

#[test]
fn a_meeting_past_midnight_has_an_order_too() {
    let mut meeting = with(Role::Sykmelder, "", "00:05");
    meeting.arrangement.time = Parsed::understood("23.50", time("23:50"));
    // Status is from 23:55 to 00:05.
    let visitor = the_one(&meeting);
    assert_eq!(visitor.in_reach, [STATUS]);
    assert_eq!(visitor.missed, [SOLUTION]);
}

#[test]
fn visitors_stand_in_the_order_in_which_they_go_and_their_items_come_first() {
    let mut meeting = with(Role::OccupationalHealth, "", "10:12");
    let mut doctor = Participant::new(ParticipantId(10), Role::Sykmelder);
    doctor.presence = Parsed::understood("tid", span("", "10:10"));
    meeting.participants.push(doctor);
    let ids: Vec<_> = visitors(&meeting).iter().map(|v| v.who.0).collect();
    assert_eq!(ids, [10, 9]);
    let order = visitors_first(&meeting);
    assert_eq!(order[1], [2, 3, 0, 1, 4]);
    let others = [0, 2, 3].map(|phase: usize| order[phase].is_sorted());
    assert_eq!(others, [true; 3]);
}

#[test]
fn after_yes_no_puts_the_agenda_back_as_it_was_however_often() {
    let meeting = with(Role::Sykmelder, "", "10:10");
    let own: Vec<String> = ids(&meeting);
    let mut meeting = Meeting::try_from(meeting).unwrap();
    let target = FocusTarget::Field(Field::Preparation(PreparationField::TakeFirst));
    for answer in [
        TakeFirst::Declined,
        TakeFirst::Accepted,
        TakeFirst::Accepted,
        TakeFirst::Declined,
        TakeFirst::Accepted,
    ] {
        let now = meeting.created;
        let offers = target.offers(&meeting, &NB, now.date_naive());
        let label = (NB.preparation.take_first)(answer);
        let offer = offers.into_iter().find(|offer| offer.label == label);
        let edit = offer.unwrap().edit;
        meeting.handle(Event::Edit(edit), now).unwrap();
        assert_eq!(meeting.preparation.take_first, answer);
        let moved = ids(&meeting) != own;
        assert_eq!(moved, answer == TakeFirst::Accepted, "{answer:?}");
        let origins = meeting.agenda.origins();
        assert_eq!(moved, !origins.iter().all(|numbers| numbers.is_sorted()));
    }
}

fn ids(meeting: &Contents) -> Vec<String> {
    let items = meeting.agenda.items();
    items.map(|(_, item)| item.id.clone()).collect()
}

proptest! {
    #[test]
    fn whenever_somebody_is_there_each_phase_is_told_once_and_taking_them_first_leaves_none_behind(
        from in proptest::option::of(0..1440_i64),
        to in proptest::option::of(0..1440_i64),
        role in proptest::sample::select(&Role::ALL[2..]),
    ) {
        let clock = |minute: i64| NaiveTime::MIN + TimeDelta::minutes(minute);
        let mut meeting = with(role, "", "");
        let last = meeting.participants.len() - 1;
        let span = Presence { from: from.map(clock), to: to.map(clock) };
        meeting.participants[last].presence = Parsed::understood("tid", span);
        for visitor in visitors(&meeting) {
            let mut told = [visitor.behind, visitor.over, visitor.missed, visitor.in_reach].concat();
            told.sort();
            let all = told.len();
            told.dedup();
            prop_assert_eq!(told.len(), all);
        }
        let order = visitors_first(&meeting);
        let now = meeting.created;
        let mut meeting = Meeting::try_from(meeting).unwrap();
        let edit = Edit::Arrange(order, TakeFirst::Accepted);
        meeting.handle(Event::Edit(edit), now).unwrap();
        prop_assert!(visitors(&meeting).iter().all(|visitor| visitor.behind.is_empty()));
    }
}
