//! What a leader has to do next, from an empty meeting to one that is followed up.

use chrono::NaiveDate;
use dialogmote::{
    meeting::{
        Contents, Meeting,
        event::Event,
        need::{Ground, Side, Wish},
        preparation::{Outcome, Past},
        written::Written,
    },
    rules::{
        deadlines::Urgency,
        next_step::{NextStep, next_step},
    },
};

use crate::{calendar, timing::oslo};

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn on(iso: &str) -> Written<NaiveDate> {
    Written::understood(iso, day(iso))
}

/// Absent since 5 October 2026 and nothing else: the plan is due by 1 November, the meeting by 22 November.
fn absent() -> Contents {
    let mut meeting = calendar::prepared();
    meeting.arrangement.date = Written::empty();
    meeting.arrangement.time = Written::empty();
    meeting
}

#[track_caller]
fn check(meeting: &Contents, today: &str, step: NextStep) {
    assert_eq!(next_step(meeting, oslo(), day(today)), step, "{today}");
}

#[test]
fn one_step_leads_to_the_next_up_to_the_meeting() {
    let mut meeting = absent();
    let plan = NextStep::MakePlan(day("2026-11-01"));
    let periods = std::mem::take(&mut meeting.preparation.periods);
    check(&meeting, "2026-10-20", NextStep::EnterAbsence);
    meeting.preparation.periods = periods;
    check(&meeting, "2026-10-20", plan);
    check(&meeting, "2026-11-10", plan);
    meeting.preparation.plan.made = on("2026-10-29");
    let by = Some(day("2026-11-22"));
    check(&meeting, "2026-11-10", NextStep::SetDate(by));
    meeting.arrangement.date = on("2026-11-17");
    let held_on = day("2026-11-17");
    check(&meeting, "2026-11-10", NextStep::SetTime(held_on));
    meeting.arrangement.time = Written::understood("10", "10:00:00".parse().unwrap());
    check(&meeting, "2026-11-10", NextStep::Invite(held_on));
    meeting.preparation.invited = on("2026-11-10");
    check(&meeting, "2026-11-10", NextStep::Hold(held_on));
    check(&meeting, "2026-11-17", NextStep::Hold(held_on));
    check(&meeting, "2026-11-18", NextStep::SayWhatHappened(held_on));
}

#[test]
fn on_the_day_of_the_meeting_nothing_comes_before_it() {
    let mut meeting = absent();
    meeting.arrangement.date = on("2026-11-17");
    meeting.arrangement.time = Written::understood("10", "10:00:00".parse().unwrap());
    check(
        &meeting,
        "2026-11-16",
        NextStep::MakePlan(day("2026-11-01")),
    );
    check(&meeting, "2026-11-17", NextStep::Hold(day("2026-11-17")));
}

#[test]
fn what_came_of_the_day_is_answered_before_anything_else() {
    let mut meeting = absent();
    meeting.preparation.plan.made = on("2026-10-29");
    meeting.arrangement.date = on("2026-11-17");
    let past = |outcome| {
        Some(Past {
            day: day("2026-11-17"),
            outcome,
        })
    };
    meeting.preparation.past = past(Outcome::NotHeld);
    check(
        &meeting,
        "2026-11-18",
        NextStep::SetDate(Some(day("2026-11-22"))),
    );
    meeting.preparation.past = past(Outcome::Held);
    check(
        &meeting,
        "2026-11-18",
        NextStep::SendReferat(day("2026-11-24")),
    );
    check(&meeting, "2026-11-25", NextStep::Nothing);
}

#[test]
fn a_graded_absence_asks_who_wants_the_meeting() {
    let mut meeting = absent();
    meeting.preparation.periods[0].degree = Written::understood("50", 50);
    meeting.preparation.plan.made = on("2026-10-29");
    check(&meeting, "2026-11-10", NextStep::AskWhoWants);
    let wanted = &mut meeting.preparation.wanted;
    (wanted.employee, wanted.employer, wanted.sykmelder) = (Wish::No, Wish::No, Wish::No);
    check(&meeting, "2026-11-10", NextStep::Nothing);
    meeting.preparation.wanted.employee = Wish::Yes;
    check(&meeting, "2026-11-10", NextStep::SetDate(None));
}

#[test]
fn an_exemption_is_looked_at_again_on_its_day() {
    let mut meeting = absent();
    meeting.preparation.plan.made = on("2026-10-29");
    let exemption = &mut meeting.preparation.exemption;
    exemption.ground = Some(Ground::BackSoon);
    exemption.asked = vec![Side::Employee];
    exemption.asked_on = on("2026-11-05");
    exemption.review = on("2026-11-15");
    check(
        &meeting,
        "2026-11-10",
        NextStep::LookAgain(day("2026-11-15")),
    );
    check(
        &meeting,
        "2026-11-16",
        NextStep::DecideAgain(day("2026-11-22")),
    );
}

#[test]
fn after_the_meeting_comes_the_referat_and_then_the_follow_up() {
    let mut contents = absent();
    contents.arrangement.date = on("2026-11-17");
    contents.follow_up = on("2026-12-15");
    let mut meeting = Meeting::try_from(contents).unwrap();
    let now = calendar::at("2026-11-17T09:00:00Z");
    meeting.handle(Event::Begin, now).unwrap();
    check(&meeting, "2026-11-17", NextStep::GoOn);
    meeting.handle(Event::End, now).unwrap();
    let by = day("2026-11-24");
    check(&meeting, "2026-11-18", NextStep::Review(by));
    check(&meeting, "2026-11-30", NextStep::Review(by));
    meeting.handle(Event::BeginReview, now).unwrap();
    meeting.handle(Event::Approve, now).unwrap();
    check(&meeting, "2026-11-24", NextStep::SendReferat(by));
    check(
        &meeting,
        "2026-11-25",
        NextStep::FollowUp(day("2026-12-15")),
    );
    check(&meeting, "2026-12-16", NextStep::Nothing);
}

#[test]
fn the_plan_goes_to_nav_a_week_before_the_meeting_nav_has_called() {
    let mut contents = absent();
    contents.preparation.plan.nav_meeting = on("2026-12-10");
    let mut meeting = Meeting::try_from(contents).unwrap();
    let now = calendar::at("2026-11-17T09:00:00Z");
    for event in [Event::Begin, Event::End, Event::BeginReview, Event::Approve] {
        meeting.handle(event, now).unwrap();
    }
    check(
        &meeting,
        "2026-11-25",
        NextStep::PlanToNav(day("2026-12-03")),
    );
}

#[test]
fn what_presses_most_comes_first() {
    let today = day("2026-11-20");
    let steps = [
        NextStep::GoOn,
        NextStep::MakePlan(day("2026-11-01")),
        NextStep::Hold(today),
        NextStep::EnterAbsence,
        NextStep::SendReferat(day("2026-11-24")),
        NextStep::FollowUp(day("2026-12-15")),
        NextStep::Nothing,
    ];
    let mut sorted = steps;
    sorted.reverse();
    sorted.sort_by_key(|step| step.order(today));
    assert_eq!(sorted, steps);
    assert!(steps[1].is_overdue(today) && !steps[2].is_overdue(today));
    assert_eq!(steps[4].urgency(today), Urgency::Soon);
    assert_eq!(steps[5].urgency(today), Urgency::Calm);
}
