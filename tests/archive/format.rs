//! The file format.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use dialogmote::{
    archive::{
        record::{Saved, read, write},
        words::Word,
    },
    meeting::{
        Inconsistent, Kind, Meeting, Timestamp,
        absence::{PeriodId, PeriodKind},
        action_item::ActionId,
        agenda::{
            Agenda, Item, ItemIndex, Measure, MeasureState, Phase, PhaseIndex, Standing, Verdict,
        },
        due::Due,
        event::{DayPlace, Edit, Event, TextPlace},
        follow_up_plan::{PlanChoice, PlanText, Said},
        goal::StepId,
        kept::Kept,
        language::Language,
        need::{Ground, Side, Wish},
        participant::{
            Answer, Attendance, Called, Manner, ParticipantId, Party, ReferatCopy, Role, Span,
        },
        preparation::{Check, Outcome, Past, Ready, TakeFirst},
        prepare::Prepare,
        printed::Place,
        question::{Asking, Question, QuestionId},
        sending::{Addressee, Channel},
        written::Written,
    },
    text::problem::{Contradiction, Fault},
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back_as_the_same_meeting(
        meeting in any_meeting(),
        number in 0..=i64::MAX as u64,
    ) {
        let saved = Saved { at: meeting.created, number };
        let text = write(&meeting, saved).unwrap();
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

fn item(id: &str, title: &str, speakers: &[Role]) -> Item {
    Item {
        id: id.into(),
        title: title.into(),
        say: String::new(),
        details: Vec::new(),
        speakers: speakers.into(),
        plan: Vec::new(),
        note: String::new(),
        standing: Standing::Open,
    }
}

fn agenda() -> Agenda {
    let opening = Phase {
        id: "apning".into(),
        title: "Åpning".into(),
        planned: 5,
        adjusted: 0,
        items: vec![Item {
            say: "Velkommen. Vi har 45 minutter.".into(),
            details: vec![
                "Presenter alle".into(),
                "Si at «diagnose» ikke er tema".into(),
            ],
            ..item("velkommen", "Velkommen og ramme", &[])
        }],
        questions: Vec::new(),
    };
    let status = Phase {
        id: "status".into(),
        title: "Status".into(),
        planned: 40,
        adjusted: 0,
        items: vec![
            item(
                "arbeidstaker",
                "Arbeidstakeren forteller",
                &[Role::Employee],
            ),
            item(
                "sykmelder",
                "Sykmelderen forteller",
                &[Role::Sykmelder, Role::OccupationalHealth],
            ),
        ],
        questions: vec![Question::offered(QuestionId(1), "Hva får du til i dag?")],
    };
    let measure = |id: &str, letter: &str, title: &str, state| Measure {
        id: id.into(),
        letter: letter.into(),
        title: title.into(),
        state,
        about: "Kort om tiltaket.".into(),
        verdict: Verdict::NotDiscussed,
        remark: String::new(),
    };
    let gone = MeasureState::Gone("Borte siden 2019. Bruk et annet tilskudd.".into());
    Agenda {
        phases: vec![opening, status],
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
    let written = |text: &str, month, of| Written::understood(text, day(month, of));
    let prepare = [
        Prepare::AddPeriod(PeriodKind::SickLeave),
        Prepare::Degree(PeriodId(1), Written::understood("50 %", 50)),
        Prepare::AddPeriod(PeriodKind::Holiday),
        Prepare::Wanted(Side::Employee, Wish::Yes),
        Prepare::Wanted(Side::Employer, Wish::No),
        Prepare::Wanted(Side::Sykmelder, Wish::No),
        Prepare::Ground(Some(Ground::TooIllNow), Some(day(11, 30))),
        Prepare::Asked(vec![Side::Employee, Side::Sykmelder]),
        Prepare::Past(Some(Past {
            day: day(11, 12),
            outcome: Outcome::NotHeld,
        })),
        Prepare::Ready(Check::PlanRead, Ready::Yes),
        Prepare::Ready(Check::Room, Ready::Yes),
        Prepare::AddQuestion(PhaseIndex(1)),
        Prepare::Asking(QuestionId(1), Asking::Asked),
        Prepare::ItemOrder(vec![vec![0], vec![1, 0]], TakeFirst::Accepted),
    ];
    let days = [
        (DayPlace::PeriodFrom(PeriodId(1)), written("5.10", 10, 5)),
        (DayPlace::PeriodTo(PeriodId(1)), written("30/11", 11, 30)),
        (DayPlace::PeriodFrom(PeriodId(2)), written("1.12", 12, 1)),
        (DayPlace::Exempted, written("i går", 11, 9)),
        (DayPlace::Review, written("16.11", 11, 16)),
        (DayPlace::PlanMade, written("29. okt", 10, 29)),
        (DayPlace::PlanSent, written("30. okt", 10, 30)),
        (DayPlace::NavMeeting, written("15.12", 12, 15)),
        (DayPlace::PlanToNav, written("10.11", 11, 10)),
        (DayPlace::Meeting, written("tirsdag 17. november", 11, 17)),
        (DayPlace::Invited, written("man", 11, 9)),
    ];
    let people = [
        Edit::Called(sykmelder, Called::No),
        Edit::CallWish(sykmelder, Party::Employee, Wish::No),
        Edit::CallWish(sykmelder, Party::Employer, Wish::Yes),
        Edit::Consent(sykmelder, Wish::Yes),
        Edit::Text(
            TextPlace::PlanPoints,
            "Pult er bestilt.\nVakter byttes.".into(),
        ),
        Edit::Text(TextPlace::LateReason, "Ferie".into()),
        Edit::Text(TextPlace::Question(QuestionId(2)), "Hva med lørdag?".into()),
    ];
    let edits = prepare.map(Edit::Prepare).into_iter();
    let edits = edits.chain(days.map(|(place, day)| Edit::Day(place, day)));
    held(edits.chain(people).collect())
}

/// The meeting of the examples, held after these further edits.
fn held(further: Vec<Edit>) -> Meeting {
    let created = "2026-11-10T08:15:00Z".parse().unwrap();
    let mut meeting =
        Meeting::new("26-014".parse().unwrap(), Kind::Practice, agenda(), created).unwrap();
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
        Edit::Prepare(Prepare::RemovePeriod(PeriodId(1))),
        Edit::Text(TextPlace::Workplace, "Fjordgløtt barnehage".into()),
        Edit::Text(TextPlace::Place, "Møterom 2".into()),
        Edit::Day(
            DayPlace::Meeting,
            Written::understood("tirsdag 17. november", day(11, 17)),
        ),
        Edit::MeetingTime(Written::understood("kl. 10", time(10, 0))),
        Edit::AddParticipant(Role::Sykmelder),
        Edit::Text(TextPlace::Name(employee), "Kari Prøve".into()),
        Edit::Answer(employee, Answer::Disagrees),
        Edit::Text(TextPlace::Words(employee), "Jeg vil ha\nmer tid.".into()),
        Edit::Attendance(sykmelder, Attendance::Absent),
        Edit::Copy(sykmelder, ReferatCopy::No),
        Edit::Span(
            sykmelder,
            Written::understood(
                "til 10.30",
                Span {
                    from: None,
                    to: Some(time(10, 30)),
                },
            ),
        ),
        Edit::AddAction,
        Edit::Text(TextPlace::What(ActionId(1)), "Bestille pult".into()),
        Edit::ToggleOwner(ActionId(1), ParticipantId(2)),
        Edit::ToggleOwner(ActionId(1), employee),
        Edit::Due(
            ActionId(1),
            Written::understood("innen 1/12", Due::By(day(12, 1))),
        ),
        Edit::AddAction,
        Edit::Due(
            ActionId(2),
            Written::understood("hver mandag", Due::Weekly { from: day(11, 23) }),
        ),
        Edit::AddAction,
        Edit::Due(
            ActionId(3),
            Written::understood("fra 20/11", Due::From(day(11, 20))),
        ),
        Edit::AddAction,
        Edit::Due(
            ActionId(4),
            Written {
                text: "så snart som mulig".into(),
                value: None,
            },
        ),
        Edit::Text(TextPlace::Goal, "Tilbake i full stilling til påske.".into()),
        Edit::AddStep,
        Edit::StepWork(StepId(1), Written::understood("50 %", 50)),
        Edit::Day(
            DayPlace::StepFrom(StepId(1)),
            Written::understood("1. desember", day(12, 1)),
        ),
        Edit::Day(
            DayPlace::FollowUp,
            Written::understood("15/12", day(12, 15)),
        ),
        Edit::Text(TextPlace::Note(status), note.into()),
        Edit::Text(TextPlace::Kladd, "Ring BHT i morgen.".into()),
        Edit::Verdict(0, Verdict::ToBeUsed),
        Edit::Text(TextPlace::Remark(0), "Hev/senk-pult".into()),
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
        let place = DayPlace::Sent(to);
        Edit::Day(place, Written::understood(text, day))
    };
    let first = [
        sent(employee, "i dag", day(11, 17)),
        Edit::Channel(employee, Channel::ByHand),
    ];
    let plan = PlanText::ALL.map(|text| {
        let words = format!("{} i planen", text.word());
        Edit::Text(TextPlace::Plan(text), words)
    });
    let said = PlanChoice::ALL.map(|choice| Edit::PlanChoice(choice, Said::Yes));
    let note = ItemIndex {
        phase: PhaseIndex(1),
        item: 1,
    };
    let keep = |place, words: &str| {
        Edit::Keep(Box::new(Kept {
            place,
            words: words.to_owned(),
            reason: "Navnet på et kurs".to_owned(),
        }))
    };
    let second = plan.into_iter().chain(said).chain([
        Edit::Manner(ParticipantId(1), Some(Manner::Video)),
        Edit::PlanChoice(PlanChoice::NavHelp, Said::No),
        Edit::Day(
            DayPlace::Evaluation,
            Written::understood("15/12", day(12, 15)),
        ),
        Edit::Text(TextPlace::NoAction(Party::Employee), "Er i ferie".into()),
        Edit::Text(TextPlace::NoAction(Party::Employer), "Alt er gjort".into()),
        Edit::Standing(
            ItemIndex {
                phase: PhaseIndex(1),
                item: 0,
            },
            Standing::NotReached,
        ),
        keep(Place::Text(TextPlace::Note(note)), "20 minutter"),
        keep(Place::Text(TextPlace::Plan(PlanText::Can)), "kan"),
        keep(Place::Due(ActionId(1)), "1/12"),
    ]);
    let third = [
        sent(employee, "i morgen", day(11, 18)),
        sent(Addressee::Doctor, "hm", day(11, 19)),
        Edit::Channel(Addressee::Nav, Channel::Portal),
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
    assert_eq!(read(FORMAT_4), Ok((reviewed(), saved)));
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
    let text = write(
        &reviewed(),
        Saved {
            at: at(9),
            number: 117,
        },
    )
    .unwrap();
    assert_eq!(text, FORMAT_4);
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
    let text = FORMAT_4.replacen(before, &format!("{before}{after}"), 1);
    assert_eq!(write(&nynorsk, saved).as_ref(), Ok(&text));
    assert_eq!(read(&text), Ok((nynorsk, saved)));
    let said = text.replacen(after, "malform = \"bokmål\"\n", 1);
    assert_eq!(read(&said), Ok((reviewed(), saved)));
    let unknown = text.replacen(after, "malform = \"samnorsk\"\n", 1);
    assert_eq!(read(&unknown), Err(line(9, "malform")));
}

#[test]
fn what_was_kept_and_has_been_rewritten_since_goes_to_no_file() {
    let meeting = reviewed();
    let saved = Saved {
        at: at(9),
        number: 117,
    };
    let mut contents = (*meeting).clone();
    contents.kept.push(Kept {
        place: Place::FollowUp,
        words: "står ikke der".to_owned(),
        reason: "Navnet på et kurs".to_owned(),
    });
    let longer = Meeting::try_from(contents).unwrap();
    assert_eq!(write(&longer, saved), write(&meeting, saved));
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
        "format = 5\nhelt = \"ukjent\"\n",
        &Fault::NewerFormat { found: 5 },
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
    let agenda = Agenda {
        measures: Vec::new(),
        ..agenda()
    };
    let meeting = Meeting::new("A1".parse().unwrap(), Kind::Real, agenda, created).unwrap();
    let text = write(
        &meeting,
        Saved {
            at: created,
            number: 1,
        },
    )
    .unwrap();
    let (head, _) = text.split_once("[[fase]]").unwrap();
    let expected = "\
format = 4
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
