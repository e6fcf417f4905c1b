//! The state machine of a meeting: every event at every stage as a reviewed table, and what holds after any run of events.

use std::{collections::HashSet, fmt::Write as _, iter::successors, mem::discriminant};

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use dialogmote::{
    archive::agenda_file,
    meeting::{
        Contents, Kind, Meeting, Timestamp,
        absence::{Period, PeriodId, PeriodKind},
        action_item::{ActionId, ActionItem},
        agenda::{ItemIndex, PhaseIndex, Standing, Verdict},
        arrangement::Form,
        due::Due,
        event::{DayPlace, Edit, Event, MAX_MINUTES, Refusal, TextPlace},
        follow_up_plan::{PlanChoice, Said},
        goal::{Step, StepId},
        kept::Kept,
        language::Language,
        need::{Ground, Side, Wish},
        participant::{
            Answer, Attendance, Called, Manner, Participant, ParticipantId, Party, ReferatCopy,
            Role, Span,
        },
        preparation::{Check, Ready, TakeFirst},
        prepare::Prepare,
        printed::Place,
        question::{Asking, Question, QuestionId},
        sending::{Addressee, Channel},
        stage::Stage,
        timeline::{Course, Timeline},
        timing::Signal,
        written::Written,
    },
};
use proptest::{collection::vec, prelude::*, sample::select};

/// So many seconds after 10:00 in Oslo on an ordinary November day.
pub fn at(second: i64) -> Timestamp {
    "2026-11-17T09:00:00Z".parse::<Timestamp>().unwrap() + TimeDelta::seconds(second)
}

/// Every stage, in order.
pub const STAGES: [Stage; 6] = [
    Stage::Preparing,
    Stage::Running,
    Stage::Paused,
    Stage::Ended,
    Stage::InReview,
    Stage::Approved,
];

/// A new meeting with the agenda that is built in.
pub fn fresh() -> Meeting {
    let agenda = agenda_file::built_in().unwrap();
    Meeting::new("26-014".parse().unwrap(), Kind::Real, agenda, at(-600)).unwrap()
}

/// A meeting in which this has happened.
pub fn after(mut meeting: Meeting, events: impl IntoIterator<Item = (Event, i64)>) -> Meeting {
    for (event, second) in events {
        let result = meeting.handle(event.clone(), at(second));
        assert_eq!(result, Ok(()), "{event:?} at {second}");
    }
    meeting
}

/// An item by its place.
pub const fn item(phase: usize, item: usize) -> ItemIndex {
    let phase = PhaseIndex(phase);
    ItemIndex { phase, item }
}

/// A meeting at `stage` with a doctor, an action item and a step; from [`Stage::Running`] on in its second phase.
pub fn at_stage(stage: Stage) -> Meeting {
    let edits = [
        Edit::AddParticipant(Role::Sykmelder),
        Edit::AddAction,
        Edit::ToggleOwner(ActionId(1), ParticipantId(1)),
        Edit::AddStep,
        Edit::Prepare(Prepare::AddQuestion(PhaseIndex(2))),
    ];
    let prepared = after(fresh(), edits.map(|edit| (Event::Edit(edit), -300)));
    let run = [
        (Event::Begin, 0),
        (Event::GoTo(item(1, 1)), 300),
        (Event::End, 2700),
        (Event::BeginReview, 2800),
        (Event::Approve, 2900),
    ];
    let upto = match stage {
        Stage::Preparing => 0,
        Stage::Running | Stage::Paused => 2,
        Stage::Ended => 3,
        Stage::InReview => 4,
        Stage::Approved => 5,
    };
    let meeting = after(prepared, run.into_iter().take(upto));
    let pause = (stage == Stage::Paused).then_some((Event::Pause, 600));
    let meeting = after(meeting, pause);
    assert_eq!(meeting.stage(), stage);
    meeting
}

/// When the events of the table happen: after everything in [`at_stage`].
const NOW: i64 = 3000;

/// One event of every kind. A new kind does not compile before it has its place here.
fn events() -> impl Iterator<Item = Event> {
    successors(Some(Event::Begin), |event| {
        Some(match event {
            Event::Begin => Event::Next,
            Event::Next => Event::Previous,
            Event::Previous => Event::GoTo(item(2, 0)),
            Event::GoTo(_) => Event::SetAside,
            Event::SetAside => Event::Pause,
            Event::Pause => Event::Resume,
            Event::Resume => borrow(2, 3),
            Event::Borrow { .. } => Event::BorrowFromClosing { minutes: 3 },
            Event::BorrowFromClosing { .. } => Event::Extend { minutes: 5 },
            Event::Extend { .. } => Event::CorrectStart(at(-60)),
            Event::CorrectStart(_) => Event::CorrectEnd(at(2640)),
            Event::CorrectEnd(_) => Event::LeaveOut {
                from: at(310),
                to: at(320),
            },
            Event::LeaveOut { .. } => Event::MarkReadBack,
            Event::MarkReadBack => Event::End,
            Event::End => Event::BeginReview,
            Event::BeginReview => Event::Approve,
            Event::Approve => Event::Revise("feil dato".to_owned()),
            Event::Revise(_) => restore(Stage::Preparing),
            Event::Restore(_) => Event::Edit(Edit::AddAction),
            Event::Edit(_) => return None,
        })
    })
}

/// One edit of every kind, each of something that is there. A new kind does not compile before it has its place here.
fn edits() -> impl Iterator<Item = Edit> {
    const PARTICIPANT: ParticipantId = ParticipantId(3);
    const ACTION: ActionId = ActionId(1);
    const STEP: StepId = StepId(1);
    successors(Some(Edit::CaseCode("26-015".parse().unwrap())), |edit| {
        Some(match edit {
            Edit::CaseCode(_) => note(item(0, 0)),
            Edit::Text(..) => Edit::Day(DayPlace::Meeting, Written::empty()),
            Edit::Day(..) => Edit::Prepare(Prepare::AddPeriod(PeriodKind::Holiday)),
            Edit::Prepare(_) => Edit::MeetingTime(Written::empty()),
            Edit::MeetingTime(_) => Edit::Form(Form::Video),
            Edit::Form(_) => Edit::Language(Language::Nynorsk),
            Edit::Language(_) => Edit::PhaseMinutes(PhaseIndex(0), 10),
            Edit::PhaseMinutes(..) => Edit::AddParticipant(Role::Nav),
            Edit::AddParticipant(_) => restored(9),
            Edit::RestoreParticipant(..) => Edit::RemoveParticipant(PARTICIPANT),
            Edit::RemoveParticipant(_) => Edit::Role(PARTICIPANT, Role::Other),
            Edit::Role(..) => Edit::Called(PARTICIPANT, Called::No),
            Edit::Called(..) => Edit::CallWish(PARTICIPANT, Party::Employer, Wish::Yes),
            Edit::CallWish(..) => Edit::Attendance(PARTICIPANT, Attendance::Absent),
            Edit::Attendance(..) => Edit::Manner(PARTICIPANT, Some(Manner::Video)),
            Edit::Manner(..) => Edit::Span(PARTICIPANT, Written::empty()),
            Edit::Span(..) => Edit::Copy(PARTICIPANT, ReferatCopy::Yes),
            Edit::Copy(..) => Edit::Consent(PARTICIPANT, Wish::Yes),
            Edit::Consent(..) => Edit::Answer(PARTICIPANT, Answer::Agrees),
            Edit::Answer(..) => Edit::AddAction,
            Edit::AddAction => Edit::RestoreAction(0, Box::new(ActionItem::new(ActionId(9)))),
            Edit::RestoreAction(..) => Edit::RemoveAction(ACTION),
            Edit::RemoveAction(_) => Edit::ToggleOwner(ACTION, PARTICIPANT),
            Edit::ToggleOwner(..) => Edit::Owners(ACTION, vec![PARTICIPANT]),
            Edit::Owners(..) => Edit::Due(ACTION, Written::empty()),
            Edit::Due(..) => Edit::AddStep,
            Edit::AddStep => Edit::RestoreStep(0, Box::new(Step::new(StepId(9)))),
            Edit::RestoreStep(..) => Edit::RemoveStep(STEP),
            Edit::RemoveStep(_) => Edit::StepWork(STEP, Written::empty()),
            Edit::StepWork(..) => Edit::PlanChoice(PlanChoice::ToNav, Said::Yes),
            Edit::PlanChoice(..) => Edit::Keep(Box::new(kept("navnet på et kurs"))),
            Edit::Keep(_) => Edit::KeepNoLonger(Place::FollowUp, "kreft".to_owned()),
            Edit::KeepNoLonger(..) => {
                Edit::Channel(Addressee::Participant(PARTICIPANT), Channel::ByHand)
            }
            Edit::Channel(..) => Edit::Verdict(0, Verdict::ToBeUsed),
            Edit::Verdict(..) => Edit::Standing(item(0, 0), Standing::NotRelevant),
            Edit::Standing(..) => return None,
        })
    })
}

/// One change to what is made ready of every kind, each of something that is there.
fn prepares() -> impl Iterator<Item = Prepare> {
    const PERIOD: PeriodId = PeriodId(1);
    const OWN: QuestionId = QuestionId(7);
    let order = |numbers: [usize; 4]| {
        let sizes = [5, 5, 4, 3];
        let mut order: Vec<Vec<usize>> = sizes.map(|size| (0..size).collect()).to_vec();
        order[2] = numbers.to_vec();
        order
    };
    successors(Some(Prepare::AddPeriod(PeriodKind::Holiday)), move |p| {
        Some(match p {
            Prepare::AddPeriod(_) => {
                let period = Period::new(PeriodId(9), PeriodKind::Work);
                Prepare::RestorePeriod(0, Box::new(period))
            }
            Prepare::RestorePeriod(..) => Prepare::RemovePeriod(PERIOD),
            Prepare::RemovePeriod(_) => Prepare::PeriodKind(PERIOD, PeriodKind::Leave),
            Prepare::PeriodKind(..) => Prepare::Degree(PERIOD, Written::understood("50", 50)),
            Prepare::Degree(..) => Prepare::Wanted(Side::Sykmelder, Wish::Yes),
            Prepare::Wanted(..) => Prepare::Ground(Some(Ground::BackSoon), None),
            Prepare::Ground(..) => Prepare::Asked(vec![Side::Employee]),
            Prepare::Asked(_) => Prepare::Past(None),
            Prepare::Past(_) => Prepare::Invited(Written::empty(), None),
            Prepare::Invited(..) => Prepare::Ready(Check::Room, Ready::Yes),
            Prepare::Ready(..) => Prepare::ItemOrder(order([2, 0, 1, 3]), TakeFirst::Accepted),
            Prepare::ItemOrder(..) => Prepare::AddQuestion(PhaseIndex(2)),
            Prepare::AddQuestion(_) => {
                let question = Question::own(QuestionId(9));
                Prepare::RestoreQuestion(PhaseIndex(2), 0, Box::new(question))
            }
            Prepare::RestoreQuestion(..) => Prepare::RemoveQuestion(OWN),
            Prepare::RemoveQuestion(_) => Prepare::Asking(QuestionId(1), Asking::Chosen),
            Prepare::Asking(..) => return None,
        })
    })
}

/// The same kinds once more where something about them is wrong, or where they come to the last of something.
fn faulty() -> Vec<(&'static str, Event)> {
    let borrow_closing = |minutes| Event::BorrowFromClosing { minutes };
    let nobody = ParticipantId(7);
    let mut other: Contents = (*fresh()).clone();
    other.agenda.phases.pop();
    let other_agenda = Box::new(other.progress());
    vec![
        ("GoTo: no such item", Event::GoTo(item(1, 99))),
        ("GoTo: the current item", Event::GoTo(item(1, 1))),
        ("Borrow: from the closing phase", borrow(3, 3)),
        ("Borrow: from the current phase", borrow(1, 3)),
        ("Borrow: from an earlier phase", borrow(0, 3)),
        ("Borrow: from no phase", borrow(4, 3)),
        ("Borrow: more than there is", borrow(2, 21)),
        ("Borrow: all there is", borrow(2, 20)),
        ("Borrow: nothing", borrow(2, 0)),
        ("BorrowFromClosing: too much", borrow_closing(11)),
        ("BorrowFromClosing: nothing", borrow_closing(0)),
        ("Extend: nothing", Event::Extend { minutes: 0 }),
        (
            "Extend: over a working day",
            Event::Extend {
                minutes: MAX_MINUTES + 1,
            },
        ),
        (
            "CorrectStart: behind next mark",
            Event::CorrectStart(at(360)),
        ),
        ("CorrectStart: at next mark", Event::CorrectStart(at(300))),
        (
            "CorrectStart: in the future",
            Event::CorrectStart(at(NOW + 1)),
        ),
        (
            "CorrectEnd: before last mark",
            Event::CorrectEnd(at(300 - 60)),
        ),
        ("CorrectEnd: later", Event::CorrectEnd(at(NOW))),
        ("CorrectEnd: in the future", Event::CorrectEnd(at(NOW + 1))),
        (
            "LeaveOut: in the future",
            Event::LeaveOut {
                from: at(310),
                to: at(NOW + 1),
            },
        ),
        ("Restore: in review", restore(Stage::InReview)),
        ("Restore: approved", restore(Stage::Approved)),
        ("Restore: another agenda", Event::Restore(other_agenda)),
        ("Edit Text: no such item", Event::Edit(note(item(9, 0)))),
        (
            "Edit Role: no such participant",
            Event::Edit(Edit::Role(nobody, Role::Nav)),
        ),
        (
            "Edit ToggleOwner: nobody",
            Event::Edit(Edit::ToggleOwner(ActionId(1), nobody)),
        ),
        (
            "Edit Owners: nobody",
            Event::Edit(Edit::Owners(ActionId(1), vec![nobody])),
        ),
        (
            "Edit Owners: somebody twice",
            Event::Edit(Edit::Owners(ActionId(1), vec![ParticipantId(1); 2])),
        ),
        ("Revise: without a reason", Event::Revise(" ".to_owned())),
        ("Revise: too long a reason", Event::Revise("å".repeat(501))),
        (
            "Revise: a reason as long as can be",
            Event::Revise("å".repeat(500)),
        ),
        (
            "Edit Keep: too long a reason",
            Event::Edit(Edit::Keep(Box::new(kept(&"å".repeat(501))))),
        ),
        (
            "Edit Day: when it was sent",
            Event::Edit(Edit::Day(
                DayPlace::Sent(Addressee::Nav),
                Written::understood("17.11", NaiveDate::default()),
            )),
        ),
        (
            "Edit Channel: to nobody",
            Event::Edit(Edit::Channel(Addressee::Participant(nobody), Channel::Mail)),
        ),
        ("Edit RestoreParticipant: there", Event::Edit(restored(1))),
        (
            "Prepare Degree: no such period",
            Event::Edit(Edit::Prepare(Prepare::Degree(
                PeriodId(7),
                Written::empty(),
            ))),
        ),
        (
            "Prepare ItemOrder: too few",
            Event::Edit(Edit::Prepare(Prepare::ItemOrder(
                vec![vec![0]],
                TakeFirst::Accepted,
            ))),
        ),
        (
            "Prepare ItemOrder: one twice",
            Event::Edit(Edit::Prepare(Prepare::ItemOrder(
                vec![
                    vec![0, 0, 2, 3, 4],
                    (0..5).collect(),
                    (0..4).collect(),
                    (0..3).collect(),
                ],
                TakeFirst::Accepted,
            ))),
        ),
        (
            "Prepare RemoveQuestion: bank",
            Event::Edit(Edit::Prepare(Prepare::RemoveQuestion(QuestionId(1)))),
        ),
        (
            "Edit Text: question of the bank",
            Event::Edit(Edit::Text(
                TextPlace::Question(QuestionId(1)),
                "?".to_owned(),
            )),
        ),
        (
            "Edit PhaseMinutes: none",
            Event::Edit(Edit::PhaseMinutes(PhaseIndex(0), 0)),
        ),
    ]
}

fn kept(reason: &str) -> Kept {
    Kept {
        place: Place::FollowUp,
        words: "kreft".to_owned(),
        reason: reason.to_owned(),
    }
}

fn borrow(from: usize, minutes: u32) -> Event {
    let from = PhaseIndex(from);
    Event::Borrow { from, minutes }
}

/// The meeting goes to where [`at_stage`] has it.
fn restore(stage: Stage) -> Event {
    Event::Restore(Box::new(at_stage(stage).progress()))
}

fn note(item: ItemIndex) -> Edit {
    Edit::Text(TextPlace::Note(item), "avtalt".to_owned())
}

fn restored(id: u32) -> Edit {
    let participant = Participant::new(ParticipantId(id), Role::Interpreter);
    Edit::RestoreParticipant(1, Box::new(participant))
}

/// The name of a variant without what stands in it.
fn name(value: &impl std::fmt::Debug) -> String {
    let shown = format!("{value:?}");
    shown
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// What comes of `event` at `stage`: the new stage, "allowed" where the stage stays, or the reason against it.
fn outcome(event: &Event, stage: Stage) -> String {
    let mut meeting = at_stage(stage);
    match meeting.handle(event.clone(), at(NOW)) {
        Ok(()) if meeting.stage() == stage => "allowed".to_owned(),
        Ok(()) => format!("-> {:?}", meeting.stage()),
        Err(refusal) => format!("! {}", name(&refusal)),
    }
}

fn table(rows: impl IntoIterator<Item = (String, Event)>) -> String {
    let mut table = format!("{:32}", "");
    for stage in STAGES {
        write!(table, "{:24}", format!("{stage:?}")).unwrap();
    }
    for (label, event) in rows {
        table = table.trim_end().to_owned();
        write!(table, "\n{label:32}").unwrap();
        for stage in STAGES {
            write!(table, "{:24}", outcome(&event, stage)).unwrap();
        }
    }
    table.trim_end().to_owned()
}

#[test]
fn every_event_at_every_stage() {
    insta::assert_snapshot!(table(events().map(|event| (name(&event), event))));
}

#[test]
fn every_edit_at_every_stage() {
    let rows = edits().map(|edit| (name(&edit), Event::Edit(edit)));
    insta::assert_snapshot!(table(rows));
}

#[test]
fn every_preparation_at_every_stage() {
    let rows = prepares().map(|prepare| {
        let name = name(&prepare);
        (name, Event::Edit(Edit::Prepare(prepare)))
    });
    insta::assert_snapshot!(table(rows));
}

#[test]
fn every_change_to_what_is_made_ready_is_taken_back() {
    for prepare in prepares() {
        let before = at_stage(Stage::Preparing);
        let Some(back) = prepare.inverse(&before) else {
            let written = matches!(prepare, Prepare::Degree(..) | Prepare::Invited(..));
            assert!(written, "{prepare:?}");
            continue;
        };
        let changed = after(
            before.clone(),
            [(Event::Edit(Edit::Prepare(prepare.clone())), 0)],
        );
        let forth = back.inverse(&changed).unwrap();
        let again = after(changed.clone(), [(Event::Edit(Edit::Prepare(back)), 1)]);
        assert_eq!(again, before, "{prepare:?}");
        let done = after(again, [(Event::Edit(Edit::Prepare(forth)), 2)]);
        assert_eq!(done, changed, "{prepare:?}");
    }
}

#[test]
fn every_event_with_something_wrong_in_it_at_every_stage() {
    let rows = faulty();
    let rows = rows
        .into_iter()
        .map(|(label, event)| (label.to_owned(), event));
    insta::assert_snapshot!(table(rows));
}

#[test]
fn a_meeting_of_which_a_version_was_approved_is_not_taken_up_again() {
    let revise = (Event::Revise("feil dato".to_owned()), NOW);
    let mut meeting = after(at_stage(Stage::Approved), [revise]);
    for (stage, refusal) in [
        (Stage::InReview, Refusal::ApprovedBefore),
        (Stage::Approved, Refusal::Approved),
    ] {
        assert_eq!(meeting.stage(), stage);
        assert_eq!(meeting.handle(Event::Resume, at(NOW)), Err(refusal));
        let whole = Meeting::try_from((*meeting).clone());
        assert_eq!(whole.as_ref(), Ok(&meeting));
        let _ = meeting.handle(Event::Approve, at(NOW));
    }
}

#[test]
fn no_kind_of_event_stands_twice_in_the_table() {
    let kinds: HashSet<_> = events().map(|event| discriminant(&event)).collect();
    assert_eq!(kinds.len(), events().count());
    let kinds: HashSet<_> = edits().map(|edit| discriminant(&edit)).collect();
    assert_eq!(kinds.len(), edits().count());
    let kinds: HashSet<_> = prepares().map(|prepare| discriminant(&prepare)).collect();
    assert_eq!(kinds.len(), prepares().count());
}

/// One event, and how long after the one before it comes; below zero where the clock was set back in between.
pub type Happening = (Event, TimeDelta);

/// A run of events over an hour or two, most of them allowed where they come.
pub fn any_run() -> impl Strategy<Value = Vec<Happening>> {
    let wait = prop_oneof![
        8 => 0..600_000_i64,
        1 => Just(0_i64),
        1 => -300_000..0_i64,
    ];
    let happening = (any_event(), wait.prop_map(TimeDelta::milliseconds));
    vec(happening, 1..40).prop_map(|mut run| {
        run.insert(0, (Event::Begin, TimeDelta::zero()));
        run
    })
}

fn any_event() -> impl Strategy<Value = Event> {
    let place = (0..5_usize, 0..6_usize).prop_map(|(phase, number)| item(phase, number));
    let instant = (-1_200_000..6_000_000_i64).prop_map(|ms| at(0) + TimeDelta::milliseconds(ms));
    let minutes = prop_oneof![4 => 1..12_u32, 1 => select(vec![0, MAX_MINUTES, MAX_MINUTES + 1])];
    prop_oneof![
        1 => Just(Event::Begin),
        8 => Just(Event::Next),
        2 => Just(Event::Previous),
        4 => place.prop_map(Event::GoTo),
        2 => Just(Event::SetAside),
        4 => Just(Event::Pause),
        6 => Just(Event::Resume),
        3 => (0..5_usize, minutes.clone()).prop_map(|(from, minutes)| borrow(from, minutes)),
        1 => minutes.clone().prop_map(|minutes| Event::BorrowFromClosing { minutes }),
        1 => minutes.prop_map(|minutes| Event::Extend { minutes }),
        2 => instant.clone().prop_map(Event::CorrectStart),
        2 => instant.clone().prop_map(Event::CorrectEnd),
        2 => (instant, 0..600_000_i64).prop_map(|(from, away)| Event::LeaveOut {
            from,
            to: from + TimeDelta::milliseconds(away),
        }),
        1 => Just(Event::MarkReadBack),
        1 => Just(Event::End),
        2 => Just(Event::BeginReview),
        1 => Just(Event::Approve),
        1 => "[a-z ]{0,3}".prop_map(Event::Revise),
        1 => any_stage().prop_map(restore),
        10 => any_edit().prop_map(Event::Edit),
    ]
}

fn any_stage() -> impl Strategy<Value = Stage> {
    select(&STAGES)
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let person = (1..6_u32).prop_map(ParticipantId);
    let action = (1..4_u32).prop_map(ActionId);
    let step = (1..4_u32).prop_map(StepId);
    let role = select(&Role::ALL[..]);
    let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    let span = Span {
        from: None,
        to: NaiveTime::from_hms_opt(10, 30, 0),
    };
    let span = Written::understood("til 10.30", span);
    let restored_action = (action.clone(), person.clone()).prop_map(|(id, owner)| ActionItem {
        owners: vec![owner],
        ..ActionItem::new(id)
    });
    prop_oneof![
        select(edits().collect::<Vec<_>>()),
        role.clone().prop_map(Edit::AddParticipant),
        (0..6_usize, person.clone(), role.clone()).prop_map(|(place, id, role)| {
            Edit::RestoreParticipant(place, Box::new(Participant::new(id, role)))
        }),
        person.clone().prop_map(Edit::RemoveParticipant),
        (person.clone(), role).prop_map(|(id, role)| Edit::Role(id, role)),
        person
            .clone()
            .prop_map(move |id| Edit::Span(id, span.clone())),
        person
            .clone()
            .prop_map(|id| Edit::Attendance(id, Attendance::Absent)),
        person
            .clone()
            .prop_map(|id| Edit::Manner(id, Some(Manner::Telephone))),
        Just(Edit::AddAction),
        (0..6_usize, restored_action)
            .prop_map(|(place, action)| Edit::RestoreAction(place, Box::new(action))),
        action.clone().prop_map(Edit::RemoveAction),
        (action.clone(), person.clone()).prop_map(|(id, owner)| Edit::ToggleOwner(id, owner)),
        (action.clone(), vec(person, 0..4)).prop_map(|(id, owners)| Edit::Owners(id, owners)),
        action.prop_map(move |id| Edit::Due(id, Written::understood("20.11", Due::By(day)))),
        Just(Edit::AddStep),
        step.clone().prop_map(Edit::RemoveStep),
        (0..6_usize, step)
            .prop_map(|(place, id)| Edit::RestoreStep(place, Box::new(Step::new(id)))),
    ]
}

/// Lets a run happen to a fresh meeting and shows `look` the meeting before and after each event.
pub fn play(
    run: &[Happening],
    mut look: impl FnMut(&Meeting, &Meeting, &Event, Timestamp) -> Result<(), TestCaseError>,
) -> Result<(Meeting, Timestamp), TestCaseError> {
    let mut meeting = fresh();
    let mut now = at(0);
    for (event, wait) in run {
        now += *wait;
        let before = meeting.clone();
        let accepted = meeting.accepts(event.clone(), now);
        prop_assert_eq!(&meeting, &before, "asking changed something");
        let result = meeting.handle(event.clone(), now);
        prop_assert_eq!(
            accepted,
            result,
            "accepts and handle disagree on {:?}",
            event
        );
        if result.is_err() {
            prop_assert_eq!(
                &meeting,
                &before,
                "{:?} was refused and changed something",
                event
            );
        }
        look(&before, &meeting, event, now)?;
    }
    Ok((meeting, now))
}

/// Whether an event is about what happened earlier.
fn puts_marks_elsewhere(event: &Event) -> bool {
    matches!(
        event,
        Event::CorrectStart(_) | Event::CorrectEnd(_) | Event::LeaveOut { .. } | Event::Restore(_)
    )
}

fn total(meeting: &Meeting, now: Timestamp) -> TimeDelta {
    meeting.timeline.spent(now).total
}

fn later() -> impl Strategy<Value = TimeDelta> {
    (0..7_200_000_i64).prop_map(TimeDelta::milliseconds)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_meeting_put_back_to_before_any_event_of_its_course_is_the_same_again(run in any_run()) {
        play(&run, |before, after, event, now| {
            if matches!(event, Event::Edit(_) | Event::Restore(_)) {
                return Ok(());
            }
            let mut meeting = after.clone();
            let restore = |progress| Event::Restore(Box::new(progress));
            prop_assert_eq!(meeting.handle(restore(before.progress()), now), Ok(()));
            prop_assert_eq!(&meeting, before);
            prop_assert_eq!(meeting.handle(restore(after.progress()), now), Ok(()));
            prop_assert_eq!(&meeting, after);
            Ok(())
        })?;
    }

    #[test]
    fn a_refusal_changes_nothing_and_accepts_agrees_with_handle(run in any_run()) {
        play(&run, |_, _, _, _| Ok(()))?;
    }

    #[test]
    fn any_run_leaves_contents_that_make_a_meeting(run in any_run()) {
        play(&run, |_, meeting, _, _| {
            let contents: Contents = (**meeting).clone();
            let marks = contents.timeline.marks().to_vec();
            prop_assert_eq!(Timeline::from_marks(marks), Ok(contents.timeline.clone()));
            prop_assert_eq!(Meeting::try_from(contents), Ok(meeting.clone()));
            Ok(())
        })?;
    }

    #[test]
    fn marks_never_go_back_in_time_even_if_the_clock_does(run in any_run()) {
        play(&run, |before, meeting, event, now| {
            let marks = meeting.timeline.marks();
            prop_assert!(marks.is_sorted_by_key(|mark| mark.at), "{:?}", event);
            if !puts_marks_elsewhere(event) {
                prop_assert!(marks.starts_with(before.timeline.marks()), "{:?}", event);
                let last = before.timeline.last().max(Some(now));
                prop_assert!(meeting.timeline.last() <= last, "a mark in the future");
            }
            Ok(())
        })?;
    }

    #[test]
    fn the_times_of_the_phases_add_up_to_the_whole(run in any_run(), wait in later()) {
        play(&run, |_, meeting, _, now| {
            let spent = meeting.timeline.spent(now + wait);
            let sum: TimeDelta = spent.by_phase.values().copied().sum();
            prop_assert_eq!(sum, spent.total);
            prop_assert!(spent.by_phase.values().all(|time| *time >= TimeDelta::zero()));
            Ok(())
        })?;
    }

    #[test]
    fn time_never_runs_backwards(run in any_run(), wait in later()) {
        play(&run, |before, meeting, event, now| {
            // Whatever the clock says, what was spent up to the last mark stays spent.
            if let Some(last) = meeting.timeline.last() {
                prop_assert!(total(meeting, now - wait) >= total(meeting, last));
            }
            prop_assert!(total(meeting, now - wait) <= total(meeting, now));
            prop_assert!(total(meeting, now) <= total(meeting, now + wait));
            // No event but a correction takes time away.
            let takes_away = puts_marks_elsewhere(event);
            prop_assert!(takes_away || total(meeting, now) >= total(before, now), "{:?}", event);
            Ok(())
        })?;
    }

    #[test]
    fn time_stands_still_in_a_meeting_that_is_paused_or_over(run in any_run(), wait in later()) {
        play(&run, |_, meeting, _, now| {
            let moved = total(meeting, now + wait) - total(meeting, now);
            match meeting.timeline.course() {
                Course::NotBegun | Course::Paused | Course::Ended => {
                    prop_assert_eq!(moved, TimeDelta::zero());
                }
                Course::Running => {
                    let since = meeting.timeline.clamped(now);
                    let waited = meeting.timeline.clamped(now + wait) - since;
                    prop_assert_eq!(moved, waited);
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn borrowing_keeps_the_minutes_of_the_meeting(run in any_run()) {
        play(&run, |before, meeting, event, _| {
            let (old, new) = (before.agenda.minutes(), meeting.agenda.minutes());
            let added = if let Event::Extend { minutes } = event && meeting != before {
                *minutes
            } else {
                0
            };
            let planned = matches!(event, Event::Edit(Edit::PhaseMinutes(..)) | Event::Restore(_));
            prop_assert!(planned || new == old + added, "{:?}", event);
            Ok(())
        })?;
    }

    #[test]
    fn clocks_do_not_depend_on_how_often_they_are_looked_at(
        run in any_run(),
        looks in vec((0..40_usize, later()), 0..40),
        wait in later(),
    ) {
        let (watched, end) = play(&run, |_, _, _, _| Ok(()))?;
        let mut meeting = fresh();
        let mut now = at(0);
        for (number, (event, pause)) in run.iter().enumerate() {
            // In between, somebody looks at the clocks and tries what is refused.
            for (_, ahead) in looks.iter().filter(|(place, _)| *place == number) {
                let signal = meeting.timing(now + *ahead).map(|timing| timing.signal());
                prop_assert_ne!(signal, Some(Signal::Ending { minutes: 0 }));
                let refused = meeting.handle(Event::GoTo(item(9, 9)), now + *ahead);
                prop_assert!(refused.is_err());
            }
            now += *pause;
            let _either_way = meeting.handle(event.clone(), now);
        }
        prop_assert_eq!(meeting.timing(end + wait), watched.timing(end + wait));
        prop_assert_eq!(meeting, watched);
    }
}
