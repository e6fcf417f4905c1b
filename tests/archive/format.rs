//! The file format.

use std::{collections::BTreeSet, sync::Arc};

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use dialogmote::{
    archive::{
        Saved,
        record::{Writer, read},
    },
    meeting::{
        Accepted, ActionField, ActionId, Addressee, Answer, ArrangementField, Asking, Attendance,
        Called, Channel, Check, Due, EarlierPlanField, Edit, Event, ExemptionField, Field, Fixed,
        GoalField, Ground, Inconsistent, ItemField, ItemIndex, ItemStatus, ItemText, Language,
        ListEntry, Manner, MeasureField, MeasureState, MeasureText, Meeting, MeetingField,
        MeetingKind, New, NoActionField, Outcome, Parsed, ParticipantField, ParticipantId, Party,
        Past, PeriodField, PeriodId, PeriodKind, PhaseIndex, PhaseText, Place, PlanField,
        PreparationField, Presence, QuestionField, QuestionId, ReferatCopy, Role, Said,
        SendingField, Side, StepField, StepId, TakeFirst, Template, Timestamp, Value, Verdict,
        Wish, WishesField,
    },
    text::{Contradiction, Fault},
};
use proptest::prelude::*;

use super::any_meeting::{any_meeting, any_text};

/// A file of format 1 as it was when the format was settled. It is never changed: old files stay readable.
const FORMAT_1: &str = include_str!("format_1.toml");

/// The same meeting in format 2.
const FORMAT_2: &str = include_str!("format_2.toml");

/// The same meeting with everything made ready before it, in format 3.
const FORMAT_3: &str = include_str!("format_3.toml");

/// The same meeting with all the work after it, in format 4.
const FORMAT_4: &str = include_str!("format_4.toml");
const FORMAT_5: &str = include_str!("format_5.toml");

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back_as_the_same_meeting(
        meeting in any_meeting(),
        number in 0..=i64::MAX as u64,
    ) {
        let saved = Saved { at: meeting.created, number };
        let text = Writer::default().write(&meeting, saved).unwrap();
        prop_assert_eq!(read(&text), Ok((meeting, saved)), "{}", text);
    }

    #[test]
    fn any_text_at_all_is_read_or_refused_without_a_panic(text in any_text(), at in any::<prop::sample::Index>()) {
        let _ = read(&text);
        // And in the middle of a real file, where more of the reader is reached.
        let places: Vec<usize> = FORMAT_2.char_indices().map(|(place, _)| place).collect();
        let (before, after) = FORMAT_2.split_at(*at.get(&places));
        let _ = read(&format!("{before}{text}{after}"));
    }
}

fn at(minute: i64) -> Timestamp {
    let start: Timestamp = "2026-11-17T09:03:00.125Z".parse().unwrap();
    start + TimeDelta::minutes(minute)
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn item(id: &str, title: &str, speakers: &[Role]) -> ItemText {
    ItemText {
        id: id.into(),
        title: title.into(),
        speakers: speakers.into(),
        ..ItemText::default()
    }
}

fn agenda() -> Template {
    let opening = PhaseText {
        id: "apning".into(),
        title: "Åpning".into(),
        minutes: 5,
        points: vec![Arc::new(ItemText {
            say: "Velkommen. Vi har 45 minutter.".into(),
            details: vec![
                "Presenter alle".into(),
                "Si at «diagnose» ikke er tema".into(),
            ],
            ..item("velkommen", "Velkommen og ramme", &[])
        })],
        bank: Vec::new(),
    };
    let status = PhaseText {
        id: "status".into(),
        title: "Status".into(),
        minutes: 40,
        points: vec![
            Arc::new(item(
                "arbeidstaker",
                "Arbeidstakeren forteller",
                &[Role::Employee],
            )),
            Arc::new(item(
                "sykmelder",
                "Sykmelderen forteller",
                &[Role::Sykmelder, Role::OccupationalHealth],
            )),
        ],
        bank: vec![(QuestionId(1), "Hva får du til i dag?".into())],
    };
    let measure = |id: &str, letter: &str, title: &str, state| {
        Arc::new(MeasureText {
            id: id.into(),
            letter: letter.into(),
            title: title.into(),
            state,
            about: "Kort om tiltaket.".into(),
        })
    };
    let gone = MeasureState::Gone("Borte siden 2019. Bruk et annet tilskudd.".into());
    Template {
        phases: vec![opening.into(), status.into()],
        measures: vec![
            measure("hjelpemidler", "a", "Hjelpemidler", MeasureState::InUse),
            measure(
                "behandling",
                "b",
                "Raskere behandling",
                MeasureState::Private,
            ),
            measure("tilskudd", "c", "Gammelt tilskudd", gone),
        ],
    }
}

/// A meeting with something in every field that formats 1 and 2 have.
fn example() -> Meeting {
    held(Vec::new())
}

/// The same meeting with something in every field of format 3.
fn prepared() -> Meeting {
    let sykmelder = ParticipantId(3);
    let written = |text: &str, month, of| Parsed::understood(text, day(month, of));
    let exemption = |row, value: Value| Edit::set(Field::Exemption(row), value);
    let wanted = |side, wish: Wish| Edit::set(Field::Wanted(WishesField::of(side)), wish);
    let prepare = [
        Edit::Add(New::Period(PeriodKind::SickLeave)),
        Edit::set(
            Field::Period(PeriodId(1), PeriodField::Degree),
            Parsed::understood("50 %", 50),
        ),
        Edit::Add(New::Period(PeriodKind::Holiday)),
        wanted(Side::Employee, Wish::Yes),
        wanted(Side::Employer, Wish::No),
        wanted(Side::Sykmelder, Wish::No),
        Edit::Together(vec![
            exemption(ExemptionField::Ground, Ground::TooIllNow.into()),
            exemption(ExemptionField::AbsenceTo, Some(day(11, 30)).into()),
        ]),
        exemption(
            ExemptionField::Asked,
            vec![Side::Employee, Side::Sykmelder].into(),
        ),
        Edit::set(
            Field::Preparation(PreparationField::Past),
            Some(Past {
                day: day(11, 12),
                outcome: Outcome::NotHeld,
            }),
        ),
        Edit::set(
            Field::Preparation(PreparationField::Ready),
            BTreeSet::from([Check::PlanRead, Check::Room]),
        ),
        Edit::Add(New::Question(PhaseIndex(1))),
        Edit::set(
            Field::Question(QuestionId(1), QuestionField::Asking),
            Asking::Asked,
        ),
        Edit::Arrange(vec![vec![0], vec![1, 0]], TakeFirst::Accepted),
    ];
    let days = [
        (
            Field::Period(PeriodId(1), PeriodField::From),
            written("5.10", 10, 5),
        ),
        (
            Field::Period(PeriodId(1), PeriodField::To),
            written("30/11", 11, 30),
        ),
        (
            Field::Period(PeriodId(2), PeriodField::From),
            written("1.12", 12, 1),
        ),
        (
            Field::Exemption(ExemptionField::AskedOn),
            written("i går", 11, 9),
        ),
        (
            Field::Exemption(ExemptionField::Review),
            written("16.11", 11, 16),
        ),
        (
            Field::EarlierPlan(EarlierPlanField::Made),
            written("29. okt", 10, 29),
        ),
        (
            Field::EarlierPlan(EarlierPlanField::Sent),
            written("30. okt", 10, 30),
        ),
        (
            Field::EarlierPlan(EarlierPlanField::NavMeeting),
            written("15.12", 12, 15),
        ),
        (
            Field::EarlierPlan(EarlierPlanField::ToNav),
            written("10.11", 11, 10),
        ),
        (
            Field::Arrangement(ArrangementField::Date),
            written("tirsdag 17. november", 11, 17),
        ),
        (
            Field::Preparation(PreparationField::Invited),
            written("man", 11, 9),
        ),
    ];
    let people = [
        Edit::set(
            Field::Participant(sykmelder, ParticipantField::Called),
            Called::No,
        ),
        Edit::set(
            Field::Participant(sykmelder, ParticipantField::wished_by(Party::Employee)),
            Wish::No,
        ),
        Edit::set(
            Field::Participant(sykmelder, ParticipantField::wished_by(Party::Employer)),
            Wish::Yes,
        ),
        Edit::set(
            Field::Participant(sykmelder, ParticipantField::Consent),
            Wish::Yes,
        ),
        Edit::set(
            Field::EarlierPlan(EarlierPlanField::Points),
            "Pult er bestilt.\nVakter byttes.",
        ),
        Edit::set(Field::Preparation(PreparationField::LateReason), "Ferie"),
        Edit::set(
            Field::Question(QuestionId(2), QuestionField::Own),
            "Hva med lørdag?",
        ),
    ];
    let edits = prepare.into_iter();
    let edits = edits.chain(days.map(|(place, day)| Edit::set(place, day)));
    held(edits.chain(people).collect())
}

/// The meeting of the examples, held after these further edits.
fn held(further: Vec<Edit>) -> Meeting {
    let created = "2026-11-10T08:15:00Z".parse().unwrap();
    let mut meeting = Meeting::new(
        "26-014".parse().unwrap(),
        MeetingKind::Practice,
        agenda(),
        created,
    )
    .unwrap();
    let employee = ParticipantId(1);
    let sykmelder = ParticipantId(3);
    let status = ItemIndex {
        phase: PhaseIndex(1),
        item: 0,
    };
    let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
    let note = "Kan sitte i 20 minutter om gangen.\n\n- Sa selv: «Det går bedre.» \"Mye\" bedre.\n- C:\\temp";
    let edits = [
        // Before format 3 nothing was known of an absence.
        Edit::Remove(ListEntry::Period(PeriodId(1))),
        Edit::set(
            Field::Arrangement(ArrangementField::Workplace),
            "Fjordgløtt barnehage",
        ),
        Edit::set(Field::Arrangement(ArrangementField::Place), "Møterom 2"),
        Edit::set(
            Field::Arrangement(ArrangementField::Date),
            Parsed::understood("tirsdag 17. november", day(11, 17)),
        ),
        Edit::set(
            Field::Arrangement(ArrangementField::Time),
            Parsed::understood("kl. 10", time(10, 0)),
        ),
        Edit::Add(New::Participant(Role::Sykmelder)),
        Edit::set(
            Field::Participant(employee, ParticipantField::Name),
            "Kari Prøve",
        ),
        Edit::set(
            Field::Participant(employee, ParticipantField::Answer),
            Answer::Disagrees,
        ),
        Edit::set(
            Field::Participant(employee, ParticipantField::Words),
            "Jeg vil ha\nmer tid.",
        ),
        Edit::set(
            Field::Participant(sykmelder, ParticipantField::Attendance),
            Attendance::Absent,
        ),
        Edit::set(
            Field::Participant(sykmelder, ParticipantField::Copy),
            ReferatCopy::No,
        ),
        Edit::set(
            Field::Participant(sykmelder, ParticipantField::Presence),
            Parsed::understood(
                "til 10.30",
                Presence {
                    from: None,
                    to: Some(time(10, 30)),
                },
            ),
        ),
        Edit::Add(New::Action),
        Edit::set(
            Field::Action(ActionId(1), ActionField::What),
            "Bestille pult",
        ),
        Edit::set(
            Field::Action(ActionId(1), ActionField::Owners),
            vec![ParticipantId(2), employee],
        ),
        Edit::set(
            Field::Action(ActionId(1), ActionField::Due),
            Parsed::understood("innen 1/12", Due::By(day(12, 1))),
        ),
        Edit::Add(New::Action),
        Edit::set(
            Field::Action(ActionId(2), ActionField::Due),
            Parsed::understood("hver mandag", Due::Weekly { from: day(11, 23) }),
        ),
        Edit::Add(New::Action),
        Edit::set(
            Field::Action(ActionId(3), ActionField::Due),
            Parsed::understood("fra 20/11", Due::From(day(11, 20))),
        ),
        Edit::Add(New::Action),
        Edit::set(
            Field::Action(ActionId(4), ActionField::Due),
            Parsed::<Due> {
                text: "så snart som mulig".into(),
                value: None,
            },
        ),
        Edit::set(
            Field::Goal(GoalField::Text),
            "Tilbake i full stilling til påske.",
        ),
        Edit::Add(New::Step),
        Edit::set(
            Field::Step(StepId(1), StepField::Work),
            Parsed::understood("50 %", 50),
        ),
        Edit::set(
            Field::Step(StepId(1), StepField::From),
            Parsed::understood("1. desember", day(12, 1)),
        ),
        Edit::set(
            Field::Meeting(MeetingField::FollowUp),
            Parsed::understood("15/12", day(12, 15)),
        ),
        Edit::set(Field::Item(status, ItemField::Note), note),
        Edit::set(Field::Meeting(MeetingField::Kladd), "Ring BHT i morgen."),
        Edit::set(Field::Measure(0, MeasureField::Verdict), Verdict::ToBeUsed),
        Edit::set(Field::Measure(0, MeasureField::Remark), "Hev/senk-pult"),
    ];
    for edit in edits.into_iter().chain(further) {
        meeting.handle(Event::Edit(edit), created).unwrap();
    }
    let events = [
        Event::Begin,
        Event::Next,
        Event::Extend { minutes: 3 },
        Event::Pause,
        Event::Resume,
        Event::End,
        Event::MarkReadBack,
        Event::BeginReview,
        Event::Approve,
    ];
    for (minute, event) in (0..).zip(events) {
        meeting.handle(event, at(minute)).unwrap();
    }
    meeting
}

/// The same meeting, taken up again after it had been approved and sent, and approved once more.
fn reviewed() -> Meeting {
    let mut meeting = prepared();
    let employee = Addressee::Participant(ParticipantId(1));
    let sent = |to, text: &str, day| {
        let place = Field::Sending(to, SendingField::On);
        Edit::set(place, Parsed::understood(text, day))
    };
    let first = [
        sent(employee, "i dag", day(11, 17)),
        Edit::set(
            Field::Sending(employee, SendingField::Channel),
            Channel::ByHand,
        ),
    ];
    let plan = [
        (PlanField::Changes, "endret"),
        (PlanField::Workday, "arbeidsdag"),
        (PlanField::Can, "kan"),
        (PlanField::Cannot, "kan ikke"),
        (PlanField::Tried, "tidligere"),
        (PlanField::Ahead, "fremover"),
        (PlanField::Others, "andre muligheter"),
        (PlanField::FollowUp, "oppfølging"),
        (PlanField::NotContributed, "ikke medvirket"),
        (PlanField::NavHelpWith, "hjelp fra nav"),
        (PlanField::DoctorMessage, "beskjed til lege"),
        (PlanField::Additional, "tillegg"),
        (PlanField::Phone, "telefon"),
        (PlanField::Email, "e-post"),
    ];
    assert!(plan.iter().map(|(field, _)| *field).eq(PlanField::texts()));
    let plan = plan.map(|(field, word)| Edit::set(Field::Plan(field), format!("{word} i planen")));
    let said = PlanField::questions().map(|field| Edit::set(Field::Plan(field), Said::Yes));
    let note = ItemIndex {
        phase: PhaseIndex(1),
        item: 1,
    };
    let keep = |place, words: &str| {
        Edit::Accept(Box::new(Accepted {
            place,
            words: words.to_owned(),
            reason: "Navnet på et kurs".to_owned(),
        }))
    };
    let second = plan.into_iter().chain(said).chain([
        Edit::set(
            Field::Participant(ParticipantId(1), ParticipantField::Manner),
            Some(Manner::Video),
        ),
        Edit::set(Field::Plan(PlanField::NavHelp), Said::No),
        Edit::set(
            Field::Plan(PlanField::Evaluation),
            Parsed::understood("15/12", day(12, 15)),
        ),
        Edit::set(
            Field::NoAction(NoActionField::of(Party::Employee)),
            "Er i ferie",
        ),
        Edit::set(
            Field::NoAction(NoActionField::of(Party::Employer)),
            "Alt er gjort",
        ),
        Edit::set(
            Field::Item(
                ItemIndex {
                    phase: PhaseIndex(1),
                    item: 0,
                },
                ItemField::Status,
            ),
            ItemStatus::NotReached,
        ),
        keep(
            Place::Field(Field::Item(note, ItemField::Note)),
            "20 minutter",
        ),
        keep(Place::Field(Field::Plan(PlanField::Can)), "kan"),
        keep(
            Place::Field(Field::Action(ActionId(1), ActionField::Due)),
            "1/12",
        ),
    ]);
    let third = [
        sent(employee, "i morgen", day(11, 18)),
        sent(Addressee::Doctor, "hm", day(11, 19)),
        Edit::set(
            Field::Sending(Addressee::Nav, SendingField::Channel),
            Channel::Portal,
        ),
    ];
    let events = first
        .into_iter()
        .map(Event::Edit)
        .chain([Event::Revise("Fristen var feil.".into())])
        .chain(second.map(Event::Edit))
        .chain([Event::Approve])
        .chain(third.map(Event::Edit));
    for event in events {
        meeting.handle(event, at(9)).unwrap();
    }
    meeting
}

#[test]
fn a_file_of_any_format_so_far_is_read_as_it_was_meant() {
    let saved = Saved {
        at: at(9),
        number: 117,
    };
    for old in [FORMAT_1, FORMAT_2] {
        assert_eq!(read(old), Ok((example(), saved)));
    }
    assert_eq!(read(FORMAT_3), Ok((prepared(), saved)));
    for newer in [FORMAT_4, FORMAT_5] {
        assert_eq!(read(newer), Ok((reviewed(), saved)));
    }
}

#[test]
fn a_file_that_was_cut_off_anywhere_is_not_taken_for_a_whole_one() {
    let (whole, _) = FORMAT_3.trim_end().rsplit_once(']').unwrap();
    for (place, _) in whole.char_indices() {
        assert!(read(&whole[..place]).is_err(), "{}", &whole[..place]);
    }
    let (before, _) = FORMAT_3.split_once("\n[slutt]").unwrap();
    assert_eq!(read(before), Err(Fault::CutOff));
    let (before, _) = FORMAT_3.split_once("\n[[virkemiddel]]").unwrap();
    assert_eq!(read(before), Err(Fault::CutOff));
}

#[test]
fn a_meeting_is_written_as_it_was_when_the_format_was_settled() {
    let saved = Saved {
        at: at(9),
        number: 117,
    };
    let text = Writer::default().write(&reviewed(), saved).unwrap();
    assert_eq!(text, FORMAT_5);
}

#[test]
fn the_malform_of_the_documents_is_in_the_file_where_it_is_not_bokmal() {
    let saved = Saved {
        at: at(9),
        number: 117,
    };
    let mut contents = (*reviewed()).clone();
    contents.language = Language::Nynorsk;
    let nynorsk = Meeting::try_from(contents).unwrap();
    let [before, after] = ["slag = \"øvelse\"\n", "malform = \"nynorsk\"\n"];
    let with = |text: &str| text.replacen(before, &format!("{before}{after}"), 1);
    let written = Writer::default().write(&reviewed(), saved).unwrap();
    assert_eq!(Writer::default().write(&nynorsk, saved), Ok(with(&written)));
    for old in [FORMAT_4, &written] {
        let text = with(old);
        assert_eq!(read(&text), Ok((nynorsk.clone(), saved)));
        let said = text.replacen(after, "malform = \"bokmål\"\n", 1);
        assert_eq!(read(&said), Ok((reviewed(), saved)));
        let unknown = text.replacen(after, "malform = \"samnorsk\"\n", 1);
        assert_eq!(read(&unknown), Err(line(9, "malform")));
    }
}

#[test]
fn what_was_kept_and_has_been_rewritten_since_goes_to_no_file() {
    let meeting = reviewed();
    let saved = Saved {
        at: at(9),
        number: 117,
    };
    let mut contents = (*meeting).clone();
    contents.accepted.push(Accepted {
        place: Place::Field(Field::Meeting(MeetingField::FollowUp)),
        words: "står ikke der".to_owned(),
        reason: "Navnet på et kurs".to_owned(),
    });
    let longer = Meeting::try_from(contents).unwrap();
    assert_eq!(
        Writer::default().write(&longer, saved),
        Writer::default().write(&meeting, saved)
    );
}

/// Reads the settled file with one thing changed.
#[track_caller]
fn check(old: &str, new: &str, fault: &Fault) {
    assert!(FORMAT_2.contains(old), "{old:?}");
    assert_eq!(
        read(&FORMAT_2.replacen(old, new, 1)).as_ref(),
        Err(fault),
        "{new:?}"
    );
}

fn line(line: usize, field: &str) -> Fault {
    Fault::Line {
        line,
        field: Some(field.into()),
    }
}

#[test]
fn a_later_format_is_refused_before_anything_else_is_looked_at() {
    check(
        "format = 2\n",
        "format = 7\nhelt = \"ukjent\"\n",
        &Fault::NewerFormat,
    );
}

#[test]
fn a_file_without_a_format_is_not_ours() {
    check("format = 2\n", "", &Fault::NoFormat);
    check("format = 2\n", "format = 0\n", &Fault::NoFormat);
    check("format = 2\n", "format = -1\n", &Fault::NoFormat);
    check("format = 2\n", "format = \"1\"\n", &Fault::NoFormat);
    assert_eq!(read(""), Err(Fault::NoFormat));
}

#[test]
fn what_breaks_the_rules_of_toml_is_named_by_its_line_only() {
    check(
        "sted = \"Møterom 2\"",
        "sted = \"Møterom 2",
        &Fault::Line {
            line: 15,
            field: None,
        },
    );
    check(
        "format = 2",
        "format = 2\nformat = 2",
        &Fault::Line {
            line: 7,
            field: None,
        },
    );
}

#[test]
fn what_belongs_together_in_the_preparation_is_not_read_by_halves() {
    for (old, new, why) in [
        (
            "planlagt_ble = \"ikke holdt\"\n",
            "",
            Contradiction::HalfPast,
        ),
        ("planlagt_dag = 2026-11-12\n", "", Contradiction::HalfPast),
        (
            "spurt = [\"arbeidstaker\", \"sykmelder\"]",
            "spurt = [\"arbeidstaker\", \"arbeidstaker\"]",
            Contradiction::AskedTwice,
        ),
    ] {
        assert!(FORMAT_3.contains(old), "{old:?}");
        let changed = FORMAT_3.replacen(old, new, 1);
        assert_eq!(read(&changed), Err(Fault::Contradiction(why)));
    }
}

#[test]
fn a_question_written_by_hand_without_a_number_gets_one_of_its_own() {
    let old = "[[fase.sporsmal]]\nnr = 1\n";
    let (before, after) = FORMAT_3.split_once(old).unwrap();
    let rest = after.split_once("\n[[fase.punkt]]").unwrap().1;
    let by_hand = "sporsmal = [\"Nytt?\", { nr = 1, tekst = \"Gammelt?\" }]\n";
    let text = format!("{}\n{by_hand}\n[[fase.punkt]]{rest}", before.trim_end());
    let (meeting, _) = read(&text).unwrap();
    let ids: Vec<u32> = meeting.agenda.questions().map(|(_, q)| q.id.0).collect();
    assert_eq!(ids, [2, 1]);
}

#[test]
fn a_question_with_the_number_0_keeps_it() {
    let zero = FORMAT_4.replacen("nr = 1\ntekst = \"Hva får", "nr = 0\ntekst = \"Hva får", 1);
    let (meeting, _) = read(&zero).unwrap();
    let ids: Vec<u32> = meeting.agenda.questions().map(|(_, q)| q.id.0).collect();
    assert_eq!(ids, [0, 2]);
    let twice = zero.replacen("nr = 2\ntekst = \"Hva med", "nr = 0\ntekst = \"Hva med", 1);
    let double = Contradiction::Whole(Inconsistent::DoubleId);
    assert_eq!(read(&twice), Err(Fault::Contradiction(double)));
}

#[test]
fn what_was_kept_is_found_by_every_name_that_a_place_has_had() {
    let party = |party| Field::NoAction(NoActionField::of(party));
    let employee = |row| Field::Participant(ParticipantId(1), row);
    let plan = Field::Plan;
    for (name, place) in [
        ("dato", Field::Arrangement(ArrangementField::Date)),
        (
            "virksomhet",
            Field::Arrangement(ArrangementField::Workplace),
        ),
        ("sted", Field::Arrangement(ArrangementField::Place)),
        ("oppfølging", Field::Meeting(MeetingField::FollowUp)),
        ("evaluering", plan(PlanField::Evaluation)),
        ("kladd", Field::Meeting(MeetingField::Kladd)),
        ("planpunkter", Field::EarlierPlan(EarlierPlanField::Points)),
        (
            "etter fristen",
            Field::Preparation(PreparationField::LateReason),
        ),
        (
            "spørsmål 2",
            Field::Question(QuestionId(2), QuestionField::Own),
        ),
        ("mål", Field::Goal(GoalField::Text)),
        ("virkemiddel 1", Field::Measure(0, MeasureField::Remark)),
        ("ingen oppgave arbeidstaker", party(Party::Employee)),
        ("ingen oppgave arbeidsgiver", party(Party::Employer)),
        ("deltaker 1 navn", employee(ParticipantField::Name)),
        ("deltaker 1 tid", employee(ParticipantField::Presence)),
        ("deltaker 1 ord", employee(ParticipantField::Words)),
        ("trinn 1 arbeid", Field::Step(StepId(1), StepField::Work)),
        ("trinn 1 fra", Field::Step(StepId(1), StepField::From)),
        (
            "oppgave 1 hva",
            Field::Action(ActionId(1), ActionField::What),
        ),
        (
            "oppgave 1 frist",
            Field::Action(ActionId(1), ActionField::Due),
        ),
        ("plan endret", plan(PlanField::Changes)),
        ("plan arbeidsdag", plan(PlanField::Workday)),
        ("plan kan", plan(PlanField::Can)),
        ("plan kan ikke", plan(PlanField::Cannot)),
        ("plan tidligere", plan(PlanField::Tried)),
        ("plan fremover", plan(PlanField::Ahead)),
        ("plan andre muligheter", plan(PlanField::Others)),
        ("plan oppfølging", plan(PlanField::FollowUp)),
        ("plan ikke medvirket", plan(PlanField::NotContributed)),
        ("plan hjelp fra nav", plan(PlanField::NavHelpWith)),
        ("plan beskjed til lege", plan(PlanField::DoctorMessage)),
        ("plan tillegg", plan(PlanField::Additional)),
        ("plan telefon", plan(PlanField::Phone)),
        ("plan e-post", plan(PlanField::Email)),
    ] {
        let named = format!("sted = \"{name}\"");
        let text = FORMAT_4.replacen("sted = \"plan kan\"", &named, 1);
        let kept = read(&text).map(|(meeting, _)| meeting.accepted[1].place);
        assert_eq!(kept, Ok(Place::Field(place)), "{name}");
    }
    let text = FORMAT_4.replacen("sted = \"plan kan\"", "sted = \"tilbudt 1\"", 1);
    let kept = read(&text).map(|(meeting, _)| meeting.accepted[1].place);
    assert_eq!(kept, Ok(Place::Fixed(Fixed::Question(QuestionId(1)))));
    let text = FORMAT_4.replacen("sted = \"plan kan\"", "sted = \"plan kanskje\"", 1);
    let unknown = Contradiction::AcceptedPlace(2);
    assert_eq!(read(&text), Err(Fault::Contradiction(unknown)));
}

#[test]
fn what_is_about_nothing_in_the_agenda_or_told_twice_is_refused() {
    let saved = Saved {
        at: at(9),
        number: 117,
    };
    let text = Writer::default().write(&reviewed(), saved).unwrap();
    for (old, new, field) in [
        ("[[fase]]\nnr = 2", "[[fase]]\nnr = 3", "nr"),
        ("[[fase]]\nnr = 2", "[[fase]]\nnr = 0", "nr"),
        (
            "[[fase]]\nnr = 2",
            "[[fase]]\nnr = 2\n[[fase]]\nnr = 2",
            "nr",
        ),
        (
            "[[punkt]]\npunkt = \"status/sykmelder\"",
            "[[punkt]]\npunkt = \"status/nav\"",
            "punkt",
        ),
        (
            "[[punkt]]\npunkt = \"status/arbeidstaker\"",
            "[[punkt]]\npunkt = \"status/sykmelder\"",
            "punkt",
        ),
        ("[[sporsmal]]\nnr = 1", "[[sporsmal]]\nnr = 3", "nr"),
        ("[[sporsmal]]\nnr = 2", "[[sporsmal]]\nnr = 1", "nr"),
        ("nr = 2\nfase = 2", "nr = 2\nfase = 3", "fase"),
        ("[[virkemiddel]]\nnr = 1", "[[virkemiddel]]\nnr = 4", "nr"),
        (
            "[[virkemiddel]]\nnr = 1",
            "[[virkemiddel]]\nnr = 1\n[[virkemiddel]]\nnr = 1",
            "nr",
        ),
    ] {
        assert!(text.contains(old), "{old:?}");
        let changed = text.replacen(old, new, 1);
        let (before, _) = text.split_once(old).unwrap();
        let (head, _) = new.rsplit_once(&format!("{field} = ")).unwrap();
        let wrong = before.matches('\n').count() + head.matches('\n').count() + 1;
        assert_eq!(read(&changed), Err(line(wrong, field)), "{new:?}");
    }
    for order in ["[[0], [1, 1]]", "[[0], [1]]", "[[0]]", "[[0], [1, 0], [0]]"] {
        let changed = text.replacen("[[0], [1, 0]]", order, 1);
        let no_order = Fault::Contradiction(Contradiction::NoOrder);
        assert_eq!(read(&changed), Err(no_order), "{order}");
    }
}

#[test]
fn an_unknown_field_is_refused_because_it_would_be_lost() {
    check("[mote]\n", "[mote]\nrom = \"2\"\n", &line(14, "rom"));
    check("[mal]\n", "[mal]\nandre = 1\n", &line(67, "andre"));
    check(
        "id = \"velkommen\"",
        "id = \"velkommen\"\nnotater = \"x\"",
        &line(111, "notater"),
    );
}

#[test]
fn a_value_of_the_wrong_kind_is_named_by_line_and_field() {
    check(
        "sakskode = \"26-014\"",
        "sakskode = \"26/014\"",
        &line(7, "sakskode"),
    );
    check("form = \"fysisk\"", "form = \"rund\"", &line(16, "form"));
    check(
        "dato_tolket = 2026-11-17",
        "dato_tolket = 10:00:00",
        &line(18, "dato_tolket"),
    );
    check(
        "klokkeslett_tolket = 10:00:00",
        "klokkeslett_tolket = 2026-11-17",
        &line(20, "klokkeslett_tolket"),
    );
    check(
        "opprettet = 2026-11-10T08:15:00Z",
        "opprettet = 2026-11-10",
        &line(9, "opprettet"),
    );
    check("lagring = 117", "lagring = -1", &line(11, "lagring"));
    check(
        "arbeid_prosent = 50",
        "arbeid_prosent = 256",
        &line(72, "arbeid_prosent"),
    );
    check("hva = \"pause\"", "hva = \"kaffe\"", &line(94, "hva"));
    check(
        "tilstand = \"privat\"",
        "tilstand = \"vekk\"",
        &line(152, "tilstand"),
    );
}

#[test]
fn a_field_that_is_missing_is_named() {
    let missing = |line, field: &str| Fault::Missing {
        line,
        field: field.into(),
    };
    check("sakskode = \"26-014\"\n", "", &missing(1, "sakskode"));
    check("rolle = \"arbeidsgiver\"\n", "", &missing(32, "rolle"));
    let misspelt = "role = \"arbeidsgiver\"\n";
    check("rolle = \"arbeidsgiver\"\n", misspelt, &line(34, "role"));
    for field in ["ord", "grunn"] {
        let (before, kept) = FORMAT_4.split_once("[[beholdt]]\n").unwrap();
        let (_, kept) = kept.split_once(field).unwrap();
        let (_, after) = kept.split_once('\n').unwrap();
        let (rest, _) = FORMAT_4.split_once(&format!("{field}{kept}")).unwrap();
        let text = format!("{rest}{after}");
        let line = before.lines().count() + 1;
        assert_eq!(read(&text), Err(missing(line, field)), "{field}");
    }
}

#[test]
fn what_cannot_be_together_is_refused() {
    let check = |old, new, contradiction| check(old, new, &Fault::Contradiction(contradiction));
    check(
        "nr = 2\nrolle",
        "nr = 1\nrolle",
        Contradiction::Whole(Inconsistent::DoubleId),
    );
    check(
        "hvem = [2, 1]",
        "hvem = [2, 9]",
        Contradiction::Whole(Inconsistent::UnknownOwner),
    );
    check("09:04:00.125Z", "08:04:00.125Z", Contradiction::Event(2));
    check(
        "hva = \"pause\"",
        "hva = \"fortsatte\"",
        Contradiction::Event(3),
    );
    check(
        "hva = \"pause\"",
        "hva = \"pause\"\npunkt = \"status/arbeidstaker\"",
        Contradiction::EventItem(3),
    );
    check(
        "punkt = \"apning/velkommen\"",
        "punkt = \"apning/farvel\"",
        Contradiction::EventItem(1),
    );
    check(
        "punkt = \"apning/velkommen\"\n",
        "",
        Contradiction::EventItem(1),
    );
    check(
        "frist_fra = ",
        "frist_senest = 2026-11-19\nfrist_fra = ",
        Contradiction::SeveralDues(3),
    );
    check("tilstand = \"borte\"\n", "", Contradiction::GoneInUse(3));
    let unended = "[[hendelse]]\nkl = 2026-11-17T09:08:00.125Z\nhva = \"slutt\"\n";
    check(
        unended,
        "",
        Contradiction::Whole(Inconsistent::ReviewBeforeEnd),
    );
}

#[test]
fn editors_may_change_line_ends_and_put_a_byte_order_mark_first() {
    let windows = format!("\u{feff}{}", FORMAT_2.replace('\n', "\r\n"));
    assert_eq!(read(&windows), read(FORMAT_2));
}

#[test]
fn a_time_may_be_written_without_seconds_and_an_instant_with_an_offset() {
    let mended = FORMAT_2.replace(
        "klokkeslett_tolket = 10:00:00",
        "klokkeslett_tolket = 10:00",
    );
    let mended = mended.replace(
        "opprettet = 2026-11-10T08:15:00Z",
        "opprettet = 2026-11-10T09:15:00+01:00",
    );
    assert_ne!(mended, FORMAT_2);
    assert_eq!(read(&mended), read(FORMAT_2));
}

#[test]
fn a_new_meeting_makes_a_short_file() {
    let created = at(0);
    let agenda = Template {
        measures: Vec::new(),
        ..agenda()
    };
    let meeting = Meeting::new("A1".parse().unwrap(), MeetingKind::Real, agenda, created).unwrap();
    let text = Writer::default()
        .write(
            &meeting,
            Saved {
                at: created,
                number: 1,
            },
        )
        .unwrap();
    let (head, _) = text.split_once("# Resten").unwrap();
    let expected = "\
format = 5
sakskode = \"A1\"
slag = \"virkelig\"
opprettet = 2026-11-17T09:03:00.125Z
lagret = 2026-11-17T09:03:00.125Z
lagring = 1

[mote]
form = \"fysisk\"

[[fravar]]
nr = 1
slag = \"sykmelding\"

[[deltaker]]
nr = 1
rolle = \"arbeidstaker\"
referat = \"ja\"

[[deltaker]]
nr = 2
rolle = \"arbeidsgiver\"
referat = \"ja\"

";
    assert!(head.ends_with(expected), "{head}");
}

#[test]
fn what_is_nested_without_end_is_refused_and_not_followed_into() {
    let deep = 2_000_000;
    for text in [
        format!("format = 2\na = {}", "[".repeat(deep)),
        format!("format = 2\na = {}", "{a=".repeat(deep)),
        format!("format = 2\na{} = 1\n[slutt]", ".a".repeat(deep)),
        format!("format = 2\n[a{}]\n[slutt]", ".a".repeat(deep)),
        format!("format = 2\n[[a{}]]\n[slutt]", ".a".repeat(deep)),
    ] {
        assert!(read(&text).is_err());
    }
}
