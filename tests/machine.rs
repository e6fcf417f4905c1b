//! The state machine of a meeting: every event at every stage as a reviewed table, and what holds after any run of events.

use std::{
    collections::{BTreeSet, HashSet},
    fmt::Write as _,
    iter::successors,
    mem::discriminant,
};

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use dialogmote::{
    archive::agenda_file,
    meeting::{
        Accepted, ActionField, ActionId, Addressee, ArrangementField, Attendance, Channel, Check,
        Contents, Due, EarlierPlanField, Edit, Event, ExemptionField, Field, FieldKind, FieldName,
        GoalField, Ground, ItemField, ItemIndex, ListEntry, MAX_MINUTES, Manner, MeasureField,
        Meeting, MeetingField, MeetingKind, New, NoActionField, Outcome, Parsed, ParticipantField,
        ParticipantId, Past, PeriodField, PeriodId, PeriodKind, PhaseField, PhaseIndex, Place,
        PlanField, PreparationField, Presence, QuestionField, QuestionId, Refusal, Role, RunState,
        SendingField, Side, Signal, Stage, StepField, StepId, TakeFirst, Timeline, Timestamp,
        Value, WishesField,
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
    Meeting::new(
        "26-014".parse().unwrap(),
        MeetingKind::Real,
        agenda,
        at(-600),
    )
    .unwrap()
}

/// A meeting in which this has happened.
pub fn after(mut meeting: Meeting, events: impl IntoIterator<Item = (Event, i64)>) -> Meeting {
    for (event, second) in events {
        let result = meeting.handle(event.clone(), at(second)).map(drop);
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
        Edit::Add(New::Participant(Role::Sykmelder)),
        Edit::Add(New::Action),
        owners(vec![ParticipantId(1)]),
        Edit::Add(New::Step),
        Edit::Add(New::Question(PhaseIndex(2))),
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
            Event::Revise(_) => put_back(Stage::Preparing),
            Event::PutBack(_) => Event::Edit(Edit::Add(New::Action)),
            Event::Edit(_) => return None,
        })
    })
}

/// One edit of every kind, each of something that is there. A new kind does not compile before it has its place here.
fn edits() -> impl Iterator<Item = Edit> {
    successors(Some(Edit::CaseCode("26-015".parse().unwrap())), |edit| {
        Some(match edit {
            Edit::CaseCode(_) => note(item(0, 0)),
            Edit::Set(..) => Edit::Add(New::Participant(Role::Nav)),
            Edit::Add(_) => Edit::Remove(ListEntry::Participant(ParticipantId(3))),
            Edit::Remove(_) => Edit::Arrange(order([2, 0, 1, 3]), TakeFirst::Accepted),
            Edit::Arrange(..) => Edit::Accept(Box::new(kept("navnet på et kurs"))),
            Edit::Accept(_) => Edit::AcceptNoLonger(FOLLOW_UP, "kreft".to_owned()),
            Edit::AcceptNoLonger(..) => Edit::Together(vec![
                Edit::set(
                    Field::Exemption(ExemptionField::Ground),
                    Some(Ground::BackSoon),
                ),
                Edit::set(Field::Exemption(ExemptionField::AbsenceTo), Some(DAY)),
            ]),
            Edit::Together(_) => return None,
        })
    })
}

/// Something new of every kind.
fn additions() -> impl Iterator<Item = New> {
    successors(Some(New::Participant(Role::Nav)), |new| {
        Some(match new {
            New::Participant(_) => New::Action,
            New::Action => New::Step,
            New::Step => New::Period(PeriodKind::Holiday),
            New::Period(_) => New::Question(PhaseIndex(2)),
            New::Question(_) => return None,
        })
    })
}

/// Something of every kind that is there and can be taken out.
fn removals() -> impl Iterator<Item = ListEntry> {
    successors(Some(ListEntry::Participant(ParticipantId(1))), |entry| {
        Some(match entry {
            ListEntry::Participant(_) => ListEntry::Action(ActionId(1)),
            ListEntry::Action(_) => ListEntry::Step(StepId(1)),
            ListEntry::Step(_) => ListEntry::Period(PeriodId(1)),
            ListEntry::Period(_) => ListEntry::Question(OWN_QUESTION),
            ListEntry::Question(_) => return None,
        })
    })
}

/// One field of every kind of record. A new kind does not compile before it has its place here.
fn kinds_of_fields() -> impl Iterator<Item = Field> {
    let first = Field::Arrangement(ArrangementField::Workplace);
    successors(Some(first), |field| {
        Some(match field {
            Field::Arrangement(_) => Field::Wanted(WishesField::Employee),
            Field::Wanted(_) => Field::Exemption(ExemptionField::Ground),
            Field::Exemption(_) => Field::Preparation(PreparationField::Past),
            Field::Preparation(_) => Field::EarlierPlan(EarlierPlanField::Made),
            Field::EarlierPlan(_) => Field::Period(PeriodId(1), PeriodField::Kind),
            Field::Period(..) => Field::Participant(ParticipantId(1), ParticipantField::Role),
            Field::Participant(..) => Field::Phase(PhaseIndex(0), PhaseField::Planned),
            Field::Phase(..) => Field::Item(item(0, 0), ItemField::Note),
            Field::Item(..) => Field::Question(OWN_QUESTION, QuestionField::Own),
            Field::Question(..) => Field::Goal(GoalField::Text),
            Field::Goal(_) => Field::Step(StepId(1), StepField::Work),
            Field::Step(..) => Field::Action(ActionId(1), ActionField::What),
            Field::Action(..) => Field::Measure(0, MeasureField::Verdict),
            Field::Measure(..) => Field::Meeting(MeetingField::Language),
            Field::Meeting(_) => Field::NoAction(NoActionField::Employee),
            Field::NoAction(_) => Field::Plan(PlanField::Changes),
            Field::Plan(_) => Field::Sending(Addressee::Nav, SendingField::On),
            Field::Sending(..) => return None,
        })
    })
}

/// Every field of a meeting, of those that are there more than once the first one.
fn fields() -> Vec<Field> {
    let sent = SendingField::ALL.iter();
    let sent = sent.map(|row| Field::Sending(Addressee::Participant(ParticipantId(3)), *row));
    let mut all = at_stage(Stage::Preparing).fields();
    all.extend(sent);
    let mut seen = HashSet::new();
    all.retain(|field| seen.insert(name_of_field(*field)));
    all
}

/// What a field is called, whichever of its kind it is.
fn name_of_field(field: Field) -> String {
    let shown = format!("{field:?}");
    let mut words = shown.split(|c: char| !c.is_alphanumeric());
    let first = words.next().unwrap();
    let last = words.rfind(|word| !word.is_empty()).unwrap();
    format!("{first} {last}")
}

/// Something that can stand in a field and does not yet.
fn something(field: Field) -> Value {
    let time = |hour| NaiveTime::from_hms_opt(hour, 30, 0);
    match field.kind() {
        FieldKind::Line | FieldKind::Lines => "avtalt".into(),
        FieldKind::Day(_) => Parsed::understood("20.11", DAY).into(),
        FieldKind::Time => Parsed::understood("10.30", time(10).unwrap()).into(),
        FieldKind::Presence => Parsed::understood(
            "til 10.30",
            Presence {
                from: None,
                to: time(10),
            },
        )
        .into(),
        FieldKind::Due => Parsed::understood("20.11", Due::By(DAY)).into(),
        FieldKind::Percent => Parsed::understood("50", 50).into(),
        FieldKind::Minutes => 12.into(),
        FieldKind::Choice(all) => {
            let stands = at_stage(Stage::Ended).value(field);
            let mut others = all.iter().map(|choice| Value::Choice(Some(*choice)));
            others
                .rfind(|value| Some(value) != stands.as_ref())
                .unwrap()
        }
        FieldKind::People => vec![ParticipantId(3)].into(),
        FieldKind::Sides => vec![Side::Employee].into(),
        FieldKind::Checks => BTreeSet::from([Check::Room]).into(),
        FieldKind::Past => Some(Past {
            day: DAY,
            outcome: Outcome::NotHeld,
        })
        .into(),
        FieldKind::Noted => Some(DAY).into(),
    }
}

/// Every edit with its name: of every kind, and where it is about a field or an entry, of each of them.
fn all_edits() -> Vec<(String, Edit)> {
    let mut all = Vec::new();
    for edit in edits() {
        match edit {
            Edit::Set(..) => all.extend(
                fields()
                    .into_iter()
                    .map(|field| (name_of_field(field), Edit::Set(field, something(field)))),
            ),
            Edit::Add(_) => {
                all.extend(additions().map(|new| (format!("Add {}", name(&new)), Edit::Add(new))));
            }
            Edit::Remove(_) => all.extend(
                removals().map(|entry| (format!("Remove {}", name(&entry)), Edit::Remove(entry))),
            ),
            Edit::CaseCode(_)
            | Edit::Arrange(..)
            | Edit::Accept(_)
            | Edit::AcceptNoLonger(..)
            | Edit::Together(_) => all.push((name(&edit), edit)),
        }
    }
    all
}

/// The same kinds once more where something about them is wrong, or where they come to the last of something.
fn faulty() -> Vec<(&'static str, Event)> {
    let borrow_closing = |minutes| Event::BorrowFromClosing { minutes };
    let nobody = ParticipantId(7);
    let mut other: Contents = (*fresh()).clone();
    other.agenda.phases.pop();
    let other = Meeting::try_from(other).unwrap();
    let (action, bank) = (ActionId(1), QuestionId(1));
    let set = |field, value: Value| Event::Edit(Edit::Set(field, value));
    let exemption = |row, value: Value| Edit::Set(Field::Exemption(row), value);
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
        ("PutBack: in review", put_back(Stage::InReview)),
        ("PutBack: approved", put_back(Stage::Approved)),
        ("PutBack: another agenda", taken_back(&other, Event::Begin)),
        ("Set Note: no such item", Event::Edit(note(item(9, 0)))),
        (
            "Set Role: no such participant",
            set(
                Field::Participant(nobody, ParticipantField::Role),
                Role::Nav.into(),
            ),
        ),
        ("Set Owners: nobody", Event::Edit(owners(vec![nobody]))),
        (
            "Set Owners: somebody twice",
            Event::Edit(owners(vec![ParticipantId(1); 2])),
        ),
        (
            "Set Owners: no such action item",
            set(
                Field::Action(ActionId(7), ActionField::Owners),
                vec![ParticipantId(1)].into(),
            ),
        ),
        (
            "Set Asked: somebody twice",
            Event::Edit(exemption(
                ExemptionField::Asked,
                vec![Side::Employee; 2].into(),
            )),
        ),
        (
            "Set What: no text",
            set(Field::Action(action, ActionField::What), 12.into()),
        ),
        (
            "Set Language: another choice",
            set(
                Field::Meeting(MeetingField::Language),
                Role::Employee.into(),
            ),
        ),
        (
            "Set Language: none",
            set(Field::Meeting(MeetingField::Language), Value::Choice(None)),
        ),
        (
            "Together: one of them impossible",
            Event::Edit(Edit::Together(vec![
                exemption(ExemptionField::AbsenceTo, Some(DAY).into()),
                exemption(ExemptionField::Ground, 12.into()),
            ])),
        ),
        (
            "Together: removed twice",
            Event::Edit(Edit::Together(vec![
                Edit::Remove(ListEntry::Participant(
                    ParticipantId(3)
                ));
                2
            ])),
        ),
        ("Revise: without a reason", Event::Revise(" ".to_owned())),
        ("Revise: too long a reason", Event::Revise("å".repeat(501))),
        (
            "Revise: a reason as long as can be",
            Event::Revise("å".repeat(500)),
        ),
        (
            "Edit Keep: too long a reason",
            Event::Edit(Edit::Accept(Box::new(kept(&"å".repeat(501))))),
        ),
        (
            "Set On: when it was sent",
            set(
                Field::Sending(Addressee::Nav, SendingField::On),
                Parsed::understood("17.11", NaiveDate::default()).into(),
            ),
        ),
        (
            "Set Channel: to nobody",
            set(
                Field::Sending(Addressee::Participant(nobody), SendingField::Channel),
                Channel::Mail.into(),
            ),
        ),
        (
            "PutBack: somebody who is there",
            removed(ListEntry::Participant(ParticipantId(1))),
        ),
        (
            "PutBack: somebody who is not",
            removed(ListEntry::Participant(ParticipantId(5))),
        ),
        (
            "Set Degree: no such period",
            set(
                Field::Period(PeriodId(7), PeriodField::Degree),
                Parsed::<u8>::empty().into(),
            ),
        ),
        (
            "Arrange: too few",
            Event::Edit(Edit::Arrange(vec![vec![0]], TakeFirst::Accepted)),
        ),
        (
            "Arrange: one twice",
            Event::Edit(Edit::Arrange(
                vec![
                    vec![0, 0, 2, 3, 4],
                    (0..5).collect(),
                    (0..4).collect(),
                    (0..3).collect(),
                ],
                TakeFirst::Accepted,
            )),
        ),
        (
            "Remove Question: bank",
            Event::Edit(Edit::Remove(ListEntry::Question(bank))),
        ),
        (
            "Remove Action: no such",
            Event::Edit(Edit::Remove(ListEntry::Action(ActionId(7)))),
        ),
        (
            "Add Question: no such phase",
            Event::Edit(Edit::Add(New::Question(PhaseIndex(9)))),
        ),
        (
            "Set Own: question of the bank",
            set(Field::Question(bank, QuestionField::Own), "?".into()),
        ),
        (
            "Set Planned: none",
            set(Field::Phase(PhaseIndex(0), PhaseField::Planned), 0.into()),
        ),
        (
            "Set Planned: over a working day",
            set(
                Field::Phase(PhaseIndex(0), PhaseField::Planned),
                (MAX_MINUTES + 1).into(),
            ),
        ),
    ]
}

const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();

/// The one of [`at_stage`] that is not of the bank.
const OWN_QUESTION: QuestionId = QuestionId(7);

const FOLLOW_UP: Place = Place::Field(Field::Meeting(MeetingField::FollowUp));

fn kept(reason: &str) -> Accepted {
    Accepted {
        place: FOLLOW_UP,
        words: "kreft".to_owned(),
        reason: reason.to_owned(),
    }
}

/// The items of the third phase in another order.
fn order(numbers: [usize; 4]) -> Vec<Vec<usize>> {
    let mut order: Vec<Vec<usize>> = [5, 5, 4, 3].map(|size| (0..size).collect()).to_vec();
    order[2] = numbers.to_vec();
    order
}

fn owners(owners: Vec<ParticipantId>) -> Edit {
    Edit::set(Field::Action(ActionId(1), ActionField::Owners), owners)
}

fn borrow(from: usize, minutes: u32) -> Event {
    let from = PhaseIndex(from);
    Event::Borrow { from, minutes }
}

/// What an event has changed in a meeting stands again as it stood.
fn taken_back(meeting: &Meeting, event: Event) -> Event {
    let change = meeting.clone().handle(event, at(NOW)).unwrap();
    Event::PutBack(Box::new(change))
}

/// The meeting goes to where [`at_stage`] has it.
fn put_back(stage: Stage) -> Event {
    let leaving = match stage {
        Stage::Preparing => Event::Begin,
        Stage::Running => Event::Pause,
        Stage::Paused => Event::Resume,
        Stage::Ended => Event::BeginReview,
        Stage::InReview => Event::Approve,
        Stage::Approved => Event::Revise("feil dato".to_owned()),
    };
    taken_back(&at_stage(stage), leaving)
}

/// Something that was removed from a meeting with many of everything comes back.
fn removed(entry: ListEntry) -> Event {
    let three_more = |new| [Edit::Add(new), Edit::Add(new), Edit::Add(new)];
    let edits = additions().flat_map(three_more).chain([1, 2, 3].map(|id| {
        let field = Field::Action(ActionId(id), ActionField::Owners);
        Edit::set(field, vec![ParticipantId(id + 1)])
    }));
    let many = after(fresh(), edits.map(|edit| (Event::Edit(edit), -300)));
    taken_back(&many, Event::Edit(Edit::Remove(entry)))
}

fn note(item: ItemIndex) -> Edit {
    Edit::set(Field::Item(item, ItemField::Note), "avtalt")
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
        Ok(_) if meeting.stage() == stage => "allowed".to_owned(),
        Ok(_) => format!("-> {:?}", meeting.stage()),
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
    let rows = all_edits().into_iter();
    insta::assert_snapshot!(table(rows.map(|(name, edit)| (name, Event::Edit(edit)))));
}

#[test]
fn every_kind_of_record_has_its_fields_in_the_table() {
    let kinds: HashSet<_> = kinds_of_fields()
        .map(|field| discriminant(&field))
        .collect();
    assert_eq!(kinds.len(), kinds_of_fields().count());
    let shown: HashSet<_> = fields().iter().map(discriminant).collect();
    assert_eq!(shown, kinds);
}

/// Every event, and every edit.
fn happenings() -> impl Iterator<Item = Event> {
    let edits = all_edits().into_iter().map(|(_, edit)| edit);
    events().chain(edits.map(Event::Edit))
}

#[test]
fn whatever_happens_is_taken_back_and_done_again() {
    let faulty = faulty().into_iter().map(|(_, event)| event);
    let happenings: Vec<Event> = happenings().chain(faulty).collect();
    for stage in STAGES {
        let before = at_stage(stage);
        for event in &happenings {
            let mut meeting = before.clone();
            let Ok(change) = meeting.handle(event.clone(), at(NOW)) else {
                assert_eq!(meeting, before, "{event:?}");
                continue;
            };
            let after = meeting.clone();
            assert_eq!(change.is_empty(), after == before, "{event:?}");
            let forth = meeting.handle(Event::PutBack(Box::new(change)), at(NOW + 1));
            assert_eq!(meeting, before, "{event:?} at {stage:?}");
            let back = meeting.handle(Event::PutBack(Box::new(forth.unwrap())), at(NOW + 2));
            assert_eq!(meeting, after, "{event:?} at {stage:?}");
            let forth = meeting.handle(Event::PutBack(Box::new(back.unwrap())), at(NOW + 3));
            assert_eq!(meeting, before, "{event:?} at {stage:?}");
            assert!(forth.is_ok());
        }
    }
}

#[test]
fn one_edit_after_another_is_taken_back_in_the_opposite_order() {
    for stage in STAGES {
        let mut meeting = at_stage(stage);
        let mut states = vec![meeting.clone()];
        let mut changes = Vec::new();
        for (_, edit) in all_edits() {
            if let Ok(change) = meeting.handle(Event::Edit(edit), at(NOW)) {
                changes.push(change);
                states.push(meeting.clone());
            }
        }
        for _ in 0..2 {
            changes.reverse();
            states.reverse();
            for (change, state) in changes.iter_mut().zip(&states[1..]) {
                let put_back = Event::PutBack(Box::new(change.clone()));
                *change = meeting.handle(put_back, at(NOW)).unwrap();
                assert_eq!(&meeting, state, "{change:?} at {stage:?}");
            }
        }
    }
}

#[test]
fn what_could_happen_is_what_happens() {
    let faulty = faulty().into_iter().map(|(_, event)| event);
    let happenings: Vec<Event> = happenings().chain(faulty).collect();
    for stage in STAGES {
        for event in &happenings {
            let mut meeting = at_stage(stage);
            let accepted = meeting.accepts(event, at(NOW));
            let result = meeting.handle(event.clone(), at(NOW)).map(drop);
            assert_eq!(accepted, result, "{event:?} at {stage:?}");
        }
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
    let kinds: HashSet<_> = additions().map(|new| discriminant(&new)).collect();
    assert_eq!(kinds.len(), additions().count());
    let kinds: HashSet<_> = removals().map(|entry| discriminant(&entry)).collect();
    assert_eq!(kinds.len(), removals().count());
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
        1 => any_stage().prop_map(put_back),
        1 => any_removed().prop_map(removed),
        2 => select(taken_back_elsewhere()),
        10 => any_edit().prop_map(Event::Edit),
    ]
}

fn any_stage() -> impl Strategy<Value = Stage> {
    select(&STAGES)
}

/// What takes back whatever happens, in meetings at every stage.
fn taken_back_elsewhere() -> Vec<Event> {
    let at_every_stage = STAGES.map(|stage| {
        let meeting = at_stage(stage);
        let change = |event| meeting.clone().handle(event, at(NOW)).ok();
        let back = happenings().filter_map(change);
        let back = back.map(|change| Event::PutBack(Box::new(change)));
        back.collect::<Vec<_>>()
    });
    at_every_stage.concat()
}

/// Of what there is when something comes back.
fn any_removed() -> impl Strategy<Value = ListEntry> {
    prop_oneof![
        (1..6_u32).prop_map(|id| ListEntry::Participant(ParticipantId(id))),
        (1..4_u32).prop_map(|id| ListEntry::Action(ActionId(id))),
        (1..4_u32).prop_map(|id| ListEntry::Step(StepId(id))),
        (1..5_u32).prop_map(|id| ListEntry::Period(PeriodId(id))),
        (7..10_u32).prop_map(|id| ListEntry::Question(QuestionId(id))),
    ]
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let person = (1..6_u32).prop_map(ParticipantId);
    let action = (1..4_u32).prop_map(ActionId);
    let of_person = (person.clone(), select(ParticipantField::ALL));
    let of_person = of_person.prop_map(|(id, row)| Field::Participant(id, row));
    let of_action = (action.clone(), select(ActionField::ALL));
    let of_action = of_action.prop_map(|(id, row)| Field::Action(id, row));
    let edits: Vec<Edit> = all_edits().into_iter().map(|(_, edit)| edit).collect();
    prop_oneof![
        4 => select(edits),
        1 => select(&Role::ALL[..]).prop_map(|role| Edit::Add(New::Participant(role))),
        3 => prop_oneof![of_person, of_action].prop_map(|field| Edit::Set(field, something(field))),
        1 => (person.clone(), select(&Role::ALL[..])).prop_map(|(id, role)| {
            Edit::set(Field::Participant(id, ParticipantField::Role), role)
        }),
        1 => person.clone().prop_map(|id| {
            Edit::set(
                Field::Participant(id, ParticipantField::Attendance),
                Attendance::Absent,
            )
        }),
        1 => person.clone().prop_map(|id| {
            Edit::set(
                Field::Participant(id, ParticipantField::Manner),
                Some(Manner::Telephone),
            )
        }),
        1 => Just(Edit::Add(New::Action)),
        1 => (action.clone(), vec(person, 0..4)).prop_map(|(id, owners)| {
            Edit::set(Field::Action(id, ActionField::Owners), owners)
        }),
        1 => Just(Edit::Add(New::Step)),
        3 => any_removed().prop_map(Edit::Remove),
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
        let accepted = meeting.accepts(event, now);
        prop_assert_eq!(&meeting, &before, "asking changed something");
        let result = meeting.handle(event.clone(), now).map(drop);
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
        Event::CorrectStart(_) | Event::CorrectEnd(_) | Event::LeaveOut { .. } | Event::PutBack(_)
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
    fn a_meeting_put_back_to_before_any_event_is_the_same_again(run in any_run()) {
        play(&run, |before, after, event, now| {
            let mut meeting = before.clone();
            let Ok(change) = meeting.handle(event.clone(), now) else {
                return Ok(());
            };
            let put_back = |change| Event::PutBack(Box::new(change));
            let forth = meeting.handle(put_back(change), now);
            prop_assert_eq!(&meeting, before, "{:?}", event);
            let back = meeting.handle(put_back(forth.unwrap()), now);
            prop_assert_eq!(&meeting, after, "{:?}", event);
            prop_assert!(back.is_ok());
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
            match meeting.timeline.run_state() {
                RunState::NotBegun | RunState::Paused | RunState::Ended => {
                    prop_assert_eq!(moved, TimeDelta::zero());
                }
                RunState::Running => {
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
            let planned = matches!(
                event,
                Event::Edit(Edit::Set(Field::Phase(..), _)) | Event::PutBack(_)
            );
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
