//! The checklist of the preparation: every section at every status it can have, and where a case stands.

use chrono::NaiveDate;
use dialogmote::{
    meeting::{
        ArrangementField, Asking, Called, Check, Contents, Edit, Event, ExemptionField, Ground,
        Meeting, MeetingMode, Outcome, Parsed, Participant, ParticipantId, Past, Period, PeriodId,
        PeriodKind, PreparationField, Presence, ReferatCopy, Role, Side, TakeFirst, Wish,
    },
    rules::{
        CaseStatus, ChecklistSection, Milestone, Need, RuleChange, SectionStatus,
        case_status::{called_off, known_end},
        checklist::section_status,
    },
    text::NB,
    ui::FocusTarget,
};

use crate::{calendar, timing::oslo};

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn on(iso: &str) -> Parsed<NaiveDate> {
    Parsed::understood(iso, day(iso))
}

fn status(meeting: &Contents, today: &str) -> CaseStatus {
    CaseStatus::of(meeting, oslo(), day(today))
}

#[track_caller]
fn check(section: ChecklistSection, meeting: &Contents, today: &str, expected: SectionStatus) {
    let found = section_status(section, meeting, &status(meeting, today));
    assert_eq!(found, expected, "{section:?} on {today}");
}

/// Absent since 5 October, meeting on 17 November at ten; nothing else is ready.
fn meeting() -> Contents {
    calendar::prepared()
}

#[test]
fn whether_the_meeting_is_held_is_ready_open_wrong_or_waits() {
    let check = |meeting: &Contents, today, expected| {
        check(ChecklistSection::Need, meeting, today, expected);
    };
    let mut m = meeting();
    check(&m, "2026-11-10", SectionStatus::Done);
    check(&m, "2026-11-18", SectionStatus::Attention);
    let mut none = meeting();
    none.preparation.periods.clear();
    check(&none, "2026-11-10", SectionStatus::Open);

    m.preparation.periods[0].degree = Parsed::understood("50", 50);
    check(&m, "2026-11-10", SectionStatus::Open);
    m.preparation.wanted.sykmelder = Wish::Yes;
    check(&m, "2026-11-10", SectionStatus::Done);
    let wanted = &mut m.preparation.wanted;
    (wanted.employee, wanted.employer, wanted.sykmelder) = (Wish::No, Wish::No, Wish::No);
    check(&m, "2026-11-10", SectionStatus::Waits);

    let mut m = meeting();
    let exemption = &mut m.preparation.exemption;
    exemption.ground = Some(Ground::BackSoon);
    exemption.asked = vec![Side::Employee];
    exemption.asked_on = on("2026-11-05");
    exemption.review = on("2026-11-15");
    check(&m, "2026-11-10", SectionStatus::Waits);
    check(&m, "2026-11-15", SectionStatus::Attention);

    let mut m = meeting();
    m.preparation.periods[0].to = on("2026-11-11");
    check(&m, "2026-11-12", SectionStatus::Attention);
    m.arrangement.date = Parsed::empty();
    check(&m, "2026-11-27", SectionStatus::Waits);

    let mut m = meeting();
    m.preparation.past = Some(Past {
        day: day("2026-11-17"),
        outcome: Outcome::Held,
    });
    check(&m, "2026-11-18", SectionStatus::Done);
}

#[test]
fn people_are_ready_when_all_who_are_called_have_a_name_and_may_come() {
    let check = |meeting: &Contents, expected| {
        check(ChecklistSection::People, meeting, "2026-11-10", expected);
    };
    let mut m = meeting();
    check(&m, SectionStatus::Open);
    m.participants[1].name = "Hanne Lillevik".to_owned();
    check(&m, SectionStatus::Done);
    let mut doctor = Participant::new(ParticipantId(9), Role::Sykmelder);
    doctor.name = "Lise Dahl".to_owned();
    m.participants.push(doctor);
    check(&m, SectionStatus::Open);
    m.participants[2].wished_by_employee = Wish::No;
    m.participants[2].wished_by_employer = Wish::Yes;
    check(&m, SectionStatus::Attention);
    m.participants[2].called = Called::No;
    check(&m, SectionStatus::Done);
}

#[test]
fn a_period_that_is_not_understood_wants_attention_and_one_without_a_word_does_not() {
    let today = "2026-11-10";
    let mut m = meeting();
    m.preparation
        .periods
        .push(Period::new(PeriodId(7), PeriodKind::SickLeave));
    check(ChecklistSection::Need, &m, today, SectionStatus::Done);
    m.preparation.periods[1].to = on("2026-11-01");
    check(ChecklistSection::Need, &m, today, SectionStatus::Attention);
    m.preparation.periods.truncate(1);
    m.preparation.periods[0].degree.text = "halv".to_owned();
    check(ChecklistSection::Need, &m, today, SectionStatus::Attention);
}

#[test]
fn people_are_ready_when_it_is_known_who_may_have_the_referat_and_when_they_are_there() {
    let check = |meeting: &Contents, expected| {
        check(ChecklistSection::People, meeting, "2026-11-10", expected);
    };
    let mut m = meeting();
    m.participants[1].name = "Hanne Lillevik".to_owned();
    let mut doctor = Participant::new(ParticipantId(9), Role::Sykmelder);
    doctor.name = "Lise Dahl".to_owned();
    doctor.wished_by_employee = Wish::Yes;
    m.participants.push(doctor);
    check(&m, SectionStatus::Done);
    m.participants[2].copy = ReferatCopy::Yes;
    check(&m, SectionStatus::Open);
    m.participants[2].consent = Wish::No;
    check(&m, SectionStatus::Attention);
    m.participants[2].consent = Wish::Yes;
    check(&m, SectionStatus::Done);
    m.participants[2].presence.text = "en stund".to_owned();
    check(&m, SectionStatus::Open);
    m.participants.remove(2);
    let employee = m.participants[0].clone();
    m.participants.push(employee);
    check(&m, SectionStatus::Open);
    m.participants.truncate(1);
    check(&m, SectionStatus::Open);
}

#[test]
fn a_late_day_that_lies_ahead_and_is_explained_is_ready() {
    let check = |meeting: &Contents, today, expected| {
        check(ChecklistSection::Arrangement, meeting, today, expected);
    };
    let mut m = meeting();
    m.arrangement.date = on("2026-11-25");
    check(&m, "2026-11-10", SectionStatus::Attention);
    m.preparation.late_reason = "Den ansatte er på sykehus.".to_owned();
    check(&m, "2026-11-25", SectionStatus::Done);
}

#[test]
fn the_arrangement_is_ready_with_day_time_and_place_and_late_after_the_last_day() {
    let check = |meeting: &Contents, expected| {
        check(
            ChecklistSection::Arrangement,
            meeting,
            "2026-11-10",
            expected,
        );
    };
    let mut m = meeting();
    check(&m, SectionStatus::Done);
    m.arrangement.place = " ".to_owned();
    for form in MeetingMode::ALL {
        m.arrangement.mode = form;
        let room = matches!(form, MeetingMode::InPerson | MeetingMode::Hybrid);
        check(
            &m,
            if room {
                SectionStatus::Open
            } else {
                SectionStatus::Done
            },
        );
    }
    m.arrangement.mode = MeetingMode::Video;
    m.arrangement.time = Parsed::empty();
    check(&m, SectionStatus::Open);
    m.arrangement.date = on("2026-11-22");
    m.arrangement.time = meeting().arrangement.time;
    check(&m, SectionStatus::Done);
    m.arrangement.date = on("2026-11-23");
    check(&m, SectionStatus::Attention);
    m.preparation.periods[0].degree = Parsed::understood("50", 50);
    check(&m, SectionStatus::Done);
    m.arrangement.date = Parsed::empty();
    check(&m, SectionStatus::Open);
}

#[test]
fn a_day_on_which_it_was_not_held_is_open_and_so_is_its_invitation() {
    let mut m = meeting();
    m.preparation.invited = on("2026-11-10");
    m.preparation.invited_to = Some(day("2026-11-17"));
    for (section, today) in [
        (ChecklistSection::Arrangement, "2026-11-10"),
        (ChecklistSection::Invitation, "2026-11-10"),
    ] {
        check(section, &m, today, SectionStatus::Done);
    }
    m.preparation.past = Some(Past {
        day: day("2026-11-17"),
        outcome: Outcome::NotHeld,
    });
    assert_eq!(called_off(&m), Some(day("2026-11-17")));
    check(
        ChecklistSection::Arrangement,
        &m,
        "2026-11-18",
        SectionStatus::Open,
    );
    check(
        ChecklistSection::Invitation,
        &m,
        "2026-11-18",
        SectionStatus::Open,
    );
    m.arrangement.date = on("2026-11-20");
    assert_eq!(called_off(&m), None);
    check(
        ChecklistSection::Arrangement,
        &m,
        "2026-11-18",
        SectionStatus::Done,
    );
    check(
        ChecklistSection::Invitation,
        &m,
        "2026-11-18",
        SectionStatus::Open,
    );
}

#[test]
fn an_invitation_is_sent_when_its_day_has_come() {
    let mut m = meeting();
    check(
        ChecklistSection::Invitation,
        &m,
        "2026-11-10",
        SectionStatus::Open,
    );
    m.preparation.invited = on("2026-11-11");
    check(
        ChecklistSection::Invitation,
        &m,
        "2026-11-10",
        SectionStatus::Open,
    );
    check(
        ChecklistSection::Invitation,
        &m,
        "2026-11-11",
        SectionStatus::Done,
    );
    m.arrangement.date = on("2026-11-19");
    // Written before a day was settled: it counts.
    check(
        ChecklistSection::Invitation,
        &m,
        "2026-11-11",
        SectionStatus::Done,
    );
    m.preparation.invited_to = Some(day("2026-11-17"));
    check(
        ChecklistSection::Invitation,
        &m,
        "2026-11-11",
        SectionStatus::Open,
    );
}

#[test]
fn the_plan_is_ready_when_it_is_made_sent_and_read() {
    let mut m = meeting();
    check(
        ChecklistSection::Plan,
        &m,
        "2026-11-01",
        SectionStatus::Open,
    );
    check(
        ChecklistSection::Plan,
        &m,
        "2026-11-02",
        SectionStatus::Attention,
    );
    m.preparation.plan.made = on("2026-10-29");
    check(
        ChecklistSection::Plan,
        &m,
        "2026-11-02",
        SectionStatus::Attention,
    );
    m.preparation.plan.sent = on("2026-10-30");
    check(
        ChecklistSection::Plan,
        &m,
        "2026-11-02",
        SectionStatus::Open,
    );
    m.preparation.ready.insert(Check::PlanRead);
    check(
        ChecklistSection::Plan,
        &m,
        "2026-11-02",
        SectionStatus::Done,
    );
    check(
        ChecklistSection::Plan,
        &m,
        "2026-10-29",
        SectionStatus::Open,
    );
    // What was sent has been made.
    m.preparation.plan.made = Parsed::empty();
    check(
        ChecklistSection::Plan,
        &m,
        "2026-11-02",
        SectionStatus::Done,
    );
}

#[test]
fn the_time_plan_asks_about_everybody_whose_items_come_too_late() {
    let section = |meeting: &Contents, expected| {
        check(ChecklistSection::TimePlan, meeting, "2026-11-10", expected);
    };
    let visitor = |id, role, to: &str| {
        let mut visitor = Participant::new(ParticipantId(id), role);
        let to = Some(to.parse().unwrap());
        visitor.presence = Parsed::understood("tid", Presence { from: None, to });
        visitor
    };
    let mut m = meeting();
    section(&m, SectionStatus::Done);
    m.participants
        .push(visitor(9, Role::Interpreter, "10:10:00"));
    section(&m, SectionStatus::Done);
    m.participants
        .push(visitor(10, Role::Sykmelder, "10:20:00"));
    section(&m, SectionStatus::Open);
    m.preparation.take_first = TakeFirst::Declined;
    section(&m, SectionStatus::Done);
    // Yes, and then somebody else has to go: it is asked again.
    m.preparation.take_first = TakeFirst::Accepted;
    m.agenda.phases[2].items.swap(0, 2);
    section(&m, SectionStatus::Done);
    m.participants
        .push(visitor(11, Role::OccupationalHealth, "10:12:00"));
    section(&m, SectionStatus::Open);
    m.preparation.take_first = TakeFirst::NotAnswered;
    section(&m, SectionStatus::Attention);
}

#[test]
fn questions_the_employee_and_the_room_are_ready_when_the_leader_says_so() {
    let today = "2026-11-10";
    let mut m = meeting();
    check(ChecklistSection::Questions, &m, today, SectionStatus::Open);
    let (_, question) = m.agenda.questions().next().unwrap();
    let id = question.id;
    m.agenda.question_mut(id).unwrap().asking = Asking::Chosen;
    check(ChecklistSection::Questions, &m, today, SectionStatus::Done);
    let question = m.agenda.question_mut(id).unwrap();
    (question.bank, question.own) = (None, " ".to_owned());
    check(ChecklistSection::Questions, &m, today, SectionStatus::Open);
    check(ChecklistSection::Employee, &m, today, SectionStatus::Open);
    m.preparation.ready.insert(Check::EmployeePrepared);
    check(ChecklistSection::Employee, &m, today, SectionStatus::Done);
    for one in [Check::Room, Check::Screen] {
        check(ChecklistSection::Room, &m, today, SectionStatus::Open);
        m.preparation.ready.insert(one);
    }
    check(ChecklistSection::Room, &m, today, SectionStatus::Done);
}

#[test]
fn a_situation_takes_what_happened_from_the_meeting() {
    let mut m = meeting();
    let at = |m: &Contents| status(m, "2026-11-18");
    assert_eq!(at(&m).facts.meeting_planned, Some(day("2026-11-17")));
    assert_eq!(at(&m).facts.meeting_held, None);
    let past = |outcome| {
        let day = day("2026-11-17");
        Some(Past { day, outcome })
    };
    m.preparation.past = past(Outcome::Held);
    assert_eq!(at(&m).facts.meeting_planned, None);
    assert_eq!(at(&m).facts.meeting_held, Some(day("2026-11-17")));
    m.preparation.past = past(Outcome::NotHeld);
    assert_eq!(at(&m).facts.meeting_held, None);
    // The answer is about the day it was given for.
    m.arrangement.date = on("2026-11-20");
    assert_eq!(at(&m).facts.meeting_planned, Some(day("2026-11-20")));
    m.preparation.plan.sent = on("2026-10-30");
    assert_eq!(at(&m).facts.plan_sent, Some(day("2026-10-30")));

    // Led with the program, it was held when it began.
    let mut m = Meeting::try_from(meeting()).unwrap();
    m.handle(Event::Begin, calendar::at("2026-11-16T23:30:00Z"))
        .unwrap();
    let on = day("2026-11-17");
    assert_eq!(at(&m).need, Need::Held { on });
    assert!(at(&m).deadline(Milestone::Meeting1).is_some());
}

#[test]
fn an_exemption_of_tomorrow_or_of_no_end_counts_for_nothing() {
    let mut m = meeting();
    let exemption = &mut m.preparation.exemption;
    exemption.ground = Some(Ground::TooIllNow);
    exemption.asked = vec![Side::Employee];
    exemption.asked_on = on("2026-11-11");
    exemption.review = on("2026-12-01");
    let need = |m: &Contents, today| status(m, today).need;
    assert_eq!(need(&m, "2026-11-10"), Need::Required);
    let review = day("2026-12-01");
    assert_eq!(need(&m, "2026-11-11"), Need::ExemptUntil { review });
    m.preparation.exemption.review = on("2031-12-01");
    assert_eq!(need(&m, "2026-11-11"), Need::Required);
}

#[test]
fn the_end_that_is_known_is_that_of_the_absence_and_not_of_work_or_a_holiday_to_come() {
    let mut m = meeting();
    let known = |m: &Contents| known_end(m, day("2026-11-10"));
    assert_eq!(known(&m), None);
    m.preparation.periods[0].to = on("2026-11-20");
    assert_eq!(known(&m), Some(day("2026-11-20")));
    for (id, kind) in [(7, PeriodKind::Work), (8, PeriodKind::Holiday)] {
        let mut period = Period::new(PeriodId(id), kind);
        period.from = on("2026-12-21");
        period.to = on("2027-01-03");
        m.preparation.periods.push(period);
        assert_eq!(known(&m), Some(day("2026-11-20")), "{kind:?}");
    }
    m.preparation.periods.clear();
    assert_eq!(known(&m), None);
}

#[test]
fn the_end_known_today_is_taken_down_when_the_ground_is_chosen() {
    let mut m = meeting();
    let chosen = |m: &Contents| {
        let ground = FocusTarget::Field(ExemptionField::Ground.into());
        let offers = ground.offers(m, &NB, day("2026-11-10"));
        offers.into_iter().map(|offer| offer.edit).nth(1)
    };
    let ground = |end: Option<NaiveDate>| {
        Edit::Together(vec![
            Edit::set(ExemptionField::Ground, Some(Ground::BackSoon)),
            Edit::set(ExemptionField::AbsenceTo, end),
        ])
    };
    assert_eq!(chosen(&m), Some(ground(None)));
    m.preparation.periods[0].to = on("2026-11-20");
    let mut holiday = Period::new(PeriodId(7), PeriodKind::Holiday);
    holiday.from = on("2026-12-21");
    holiday.to = on("2027-01-03");
    m.preparation.periods.push(holiday);
    assert_eq!(chosen(&m), Some(ground(Some(day("2026-11-20")))));
}

#[test]
fn to_take_back_the_day_of_an_invitation_takes_back_to_which_day_it_called() {
    let mut m = Meeting::try_from(meeting()).unwrap();
    let now = m.created;
    let edit = |m: &mut Meeting, edit| m.handle(Event::Edit(edit), now).unwrap();
    edit(
        &mut m,
        Edit::set(PreparationField::Invited, on("2026-11-10")),
    );
    edit(&mut m, Edit::set(ArrangementField::Date, on("2026-11-19")));
    let before = m.preparation.clone();
    assert_eq!(before.invited_to, Some(day("2026-11-17")));
    let back = edit(
        &mut m,
        Edit::set(PreparationField::Invited, on("2026-11-12")),
    );
    assert_eq!(m.preparation.invited_to, Some(day("2026-11-19")));
    m.handle(Event::PutBack(Box::new(back)), now).unwrap();
    assert_eq!(m.preparation, before);
    edit(
        &mut m,
        Edit::set(PreparationField::Invited, Parsed::<NaiveDate>::empty()),
    );
    assert_eq!(m.preparation.invited_to, None);
}

#[test]
fn every_change_says_what_it_was_and_what_it_is_and_stands_once() {
    let t = &NB.rules;
    let mut told: Vec<_> = RuleChange::ALL
        .iter()
        .map(|change| [(t.change_was)(*change), (t.change_now)(*change)])
        .collect();
    for [was, now] in &told {
        assert!(was.ends_with('.') && now.ends_with('.') && was != now);
    }
    told.sort_unstable();
    told.dedup();
    assert_eq!(told.len(), RuleChange::ALL.len());
    // What nobody may miss who has the old papers before them.
    let all = told.concat().join(" ");
    for word in [
        "dialogmøte 2",
        "IA-virksomhet",
        "aktivitetskravet",
        "referatet",
        "oppfolging-sykmeldte",
        "samtykker",
    ] {
        assert!(all.contains(word), "{word}");
    }
}
