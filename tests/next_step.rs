//! What a leader has to do next, from an empty meeting to one that is followed up.

use chrono::NaiveDate;
use dialogmote::{
    meeting::{
        Addressee, ArrangementField, Contents, Edit, Event, Field, Ground, Meeting, Outcome,
        Parsed, ParticipantId, Past, Period, PeriodId, PeriodKind, PreparationField, SendingField,
        Side, Wish,
    },
    rules::{NextStep, Urgency, next_step::next_step},
};

use crate::{calendar, timing::oslo};

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn on(iso: &str) -> Parsed<NaiveDate> {
    Parsed::understood(iso, day(iso))
}

/// Absent since 5 October 2026 and nothing else: the plan is due by 1 November, the meeting by 22 November.
fn absent() -> Contents {
    let mut meeting = calendar::prepared();
    meeting.arrangement.date = Parsed::empty();
    meeting.arrangement.time = Parsed::empty();
    meeting
}

/// The plan was made and sent in time.
fn has_plan(meeting: &mut Contents) {
    meeting.preparation.plan.made = on("2026-10-29");
    meeting.preparation.plan.sent = on("2026-10-30");
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
    let send = NextStep::SendPlan(day("2026-11-01"));
    check(&meeting, "2026-10-30", send);
    check(&meeting, "2026-11-10", send);
    meeting.preparation.plan.sent = on("2026-10-30");
    let by = Some(day("2026-11-22"));
    check(&meeting, "2026-11-10", NextStep::SetDate(by));
    meeting.arrangement.date = on("2026-11-17");
    let held_on = day("2026-11-17");
    check(&meeting, "2026-11-10", NextStep::SetTime(held_on));
    meeting.arrangement.time = Parsed::understood("10", "10:00:00".parse().unwrap());
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
    meeting.arrangement.time = Parsed::understood("10", "10:00:00".parse().unwrap());
    check(
        &meeting,
        "2026-11-16",
        NextStep::MakePlan(day("2026-11-01")),
    );
    check(&meeting, "2026-11-17", NextStep::Hold(day("2026-11-17")));
    // A plan that is due after an early meeting waits.
    has_plan(&mut meeting);
    meeting.preparation.plan.sent = Parsed::empty();
    meeting.arrangement.date = on("2026-10-28");
    check(&meeting, "2026-10-20", NextStep::Invite(day("2026-10-28")));
}

#[test]
fn what_came_of_the_day_is_answered_before_anything_else() {
    let mut meeting = absent();
    has_plan(&mut meeting);
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
    // Nobody has written down that it was sent.
    check(
        &meeting,
        "2026-12-25",
        NextStep::SendReferat(day("2026-11-24")),
    );
}

#[test]
fn an_invitation_counts_for_the_day_it_called_to() {
    let mut contents = absent();
    has_plan(&mut contents);
    contents.arrangement.date = on("2026-11-20");
    contents.arrangement.time = Parsed::understood("10", "10:00:00".parse().unwrap());
    let mut meeting = Meeting::try_from(contents).unwrap();
    let now = calendar::at("2026-11-10T09:00:00Z");
    let edit = |meeting: &mut Meeting, edit| meeting.handle(Event::Edit(edit), now).unwrap();
    let invited = |iso| Edit::set(PreparationField::Invited, on(iso));
    edit(&mut meeting, invited("2026-11-10"));
    check(&meeting, "2026-11-11", NextStep::Hold(day("2026-11-20")));
    // Moved before the day came.
    let to = Edit::set(ArrangementField::Date, on("2026-12-02"));
    edit(&mut meeting, to);
    check(&meeting, "2026-11-11", NextStep::Invite(day("2026-12-02")));
    let to = Edit::set(ArrangementField::Date, on("2026-11-20"));
    edit(&mut meeting, to);
    check(&meeting, "2026-11-11", NextStep::Hold(day("2026-11-20")));
    // Not held on the day, then moved, then called anew.
    let past = Past {
        day: day("2026-11-20"),
        outcome: Outcome::NotHeld,
    };
    edit(&mut meeting, Edit::set(PreparationField::Past, Some(past)));
    let by = Some(day("2026-11-22"));
    check(&meeting, "2026-11-21", NextStep::SetDate(by));
    let to = Edit::set(ArrangementField::Date, on("2026-12-02"));
    edit(&mut meeting, to);
    check(&meeting, "2026-11-21", NextStep::Invite(day("2026-12-02")));
    edit(&mut meeting, invited("2026-11-21"));
    check(&meeting, "2026-11-21", NextStep::Hold(day("2026-12-02")));
}

#[test]
fn an_invitation_that_is_to_go_out_has_not_gone_out() {
    let mut meeting = absent();
    has_plan(&mut meeting);
    meeting.arrangement.date = on("2026-11-20");
    meeting.arrangement.time = Parsed::understood("10", "10:00:00".parse().unwrap());
    meeting.preparation.invited = on("2026-11-12");
    check(&meeting, "2026-11-11", NextStep::Invite(day("2026-11-20")));
    check(&meeting, "2026-11-12", NextStep::Hold(day("2026-11-20")));
}

#[test]
fn a_sick_note_that_ran_out_is_asked_about_and_hides_no_meeting() {
    let mut meeting = absent();
    has_plan(&mut meeting);
    // From 12 October the seven weeks are full on 29 November.
    meeting.preparation.periods[0].from = on("2026-10-12");
    meeting.preparation.periods[0].to = on("2026-11-26");
    check(&meeting, "2026-11-27", NextStep::SayIfProlonged);
    meeting.arrangement.date = on("2026-12-02");
    meeting.arrangement.time = Parsed::understood("10", "10:00:00".parse().unwrap());
    meeting.preparation.invited = on("2026-11-10");
    for today in ["2026-11-27", "2026-12-02"] {
        check(&meeting, today, NextStep::Hold(day("2026-12-02")));
    }
    // Back at work: people are still called to it.
    let mut work = Period::new(PeriodId(9), PeriodKind::Work);
    work.from = on("2026-11-27");
    meeting.preparation.periods.push(work);
    check(&meeting, "2026-11-27", NextStep::Hold(day("2026-12-02")));
    meeting.arrangement.date = Parsed::empty();
    check(&meeting, "2026-11-27", NextStep::Nothing);
}

#[test]
fn a_graded_absence_asks_who_wants_the_meeting() {
    let mut meeting = absent();
    meeting.preparation.periods[0].degree = Parsed::understood("50", 50);
    has_plan(&mut meeting);
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
    has_plan(&mut meeting);
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
    // A day that was planned all the same is no secret.
    meeting.arrangement.date = on("2026-11-13");
    meeting.arrangement.time = Parsed::understood("10", "10:00:00".parse().unwrap());
    check(&meeting, "2026-11-10", NextStep::Invite(day("2026-11-13")));
}

#[test]
fn after_the_meeting_comes_the_referat_and_then_the_follow_up() {
    let mut contents = absent();
    has_plan(&mut contents);
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
    check(&meeting, "2026-12-16", NextStep::SendReferat(by));
    let to = Field::Sending(Addressee::Participant(ParticipantId(1)), SendingField::On);
    let sent = Edit::set(to, Parsed::understood("20.11", day("2026-11-20")));
    meeting.handle(Event::Edit(sent), now).unwrap();
    let follow_up = day("2026-12-15");
    check(&meeting, "2026-12-15", NextStep::FollowUp(follow_up));
    let passed = NextStep::FollowUpPassed(follow_up);
    check(&meeting, "2026-12-16", passed);
    let today = day("2026-12-16");
    assert!(!passed.is_overdue(today) && passed.urgency(today) == Urgency::Calm);
}

#[test]
fn a_plan_that_is_due_stays_due_after_the_meeting() {
    let mut contents = absent();
    contents.arrangement.date = on("2026-11-17");
    let mut meeting = Meeting::try_from(contents.clone()).unwrap();
    let now = calendar::at("2026-11-17T09:00:00Z");
    for event in [Event::Begin, Event::End, Event::BeginReview, Event::Approve] {
        meeting.handle(event, now).unwrap();
    }
    let make = NextStep::MakePlan(day("2026-11-01"));
    check(&meeting, "2026-11-18", make);
    contents.preparation.past = Some(Past {
        day: day("2026-11-17"),
        outcome: Outcome::Held,
    });
    check(&contents, "2026-11-18", make);
}

#[test]
fn the_plan_goes_to_nav_a_week_before_the_meeting_nav_has_called() {
    let mut contents = absent();
    has_plan(&mut contents);
    contents.preparation.plan.nav_meeting = on("2026-12-10");
    contents.follow_up = on("2026-11-25");
    let mut meeting = Meeting::try_from(contents).unwrap();
    let now = calendar::at("2026-11-17T09:00:00Z");
    let to = Field::Sending(Addressee::Participant(ParticipantId(1)), SendingField::On);
    let sent = Edit::set(to, Parsed::understood("20.11", day("2026-11-20")));
    for event in [
        Event::Begin,
        Event::End,
        Event::BeginReview,
        Event::Approve,
        Event::Edit(sent),
    ] {
        meeting.handle(event, now).unwrap();
    }
    check(
        &meeting,
        "2026-11-26",
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
