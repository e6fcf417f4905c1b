//! What each document says and leaves out, whatever format it is written in.

use chrono::NaiveDate;
use crossterm::event::KeyCode;
use dialogmote::{
    app::effect::Effect,
    document::{Unmade, document, in_format, plain::plain, plan_draft::draft, referat::summary},
    meeting::{
        ActionField, ActionId, Attendance, Called, Contents, DocumentKind, Due, Edit, Event, Field,
        Format, GoalField, ItemField, ItemStatus, Language, Manner, Meeting, MeetingField,
        MeetingKind, MeetingMode, New, NoActionField, OpenPoint, Parsed, Participant,
        ParticipantId, Party, PlanField, Presence, Role, Said, Stage, StepField, StepId,
    },
    text::NB,
};
use ratatui::layout::Size;

use crate::{
    calendar, golden,
    machine::{after, at, at_stage, item},
    program::{Program, prepared},
    timing::oslo,
};

/// The warehouse worker and his leader, who have met.
fn held() -> Meeting {
    let mut contents = calendar::prepared();
    contents.arrangement.workplace = "Skjærvåg Lager AS".to_owned();
    contents.participants[1].name = "Hanne Lillevik".to_owned();
    let meeting = Meeting::try_from(contents).unwrap();
    after(meeting, [(Event::Begin, 0), (Event::End, 2700)])
}

/// The same, and a doctor who was there.
fn with_doctor(mode: MeetingMode) -> Contents {
    let mut contents = (*held()).clone();
    let mut doctor = Participant::new(ParticipantId(3), Role::Sykmelder);
    doctor.name = "Jonas Aaserud".to_owned();
    contents.participants.push(doctor);
    contents.arrangement.mode = mode;
    contents
}

fn edited(meeting: Meeting, edits: impl IntoIterator<Item = Edit>, second: i64) -> Meeting {
    after(
        meeting,
        edits.into_iter().map(|edit| (Event::Edit(edit), second)),
    )
}

fn told(kind: DocumentKind, meeting: &Contents) -> String {
    let document = document(kind, meeting, oslo()).unwrap();
    let written = in_format(&document, Format::Markdown, meeting.language, at(9000)).unwrap();
    String::from_utf8(written).unwrap()
}

/// What is read aloud.
fn read_out(meeting: &Contents) -> String {
    let lines = plain(&summary(meeting, oslo()), 100);
    lines.into_iter().map(|line| line.text + "\n").collect()
}

// ── How somebody took part ──────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn the_confirmation_says_how_the_doctor_took_part() {
    let how = |mode, manner| {
        let mut meeting = with_doctor(mode);
        meeting.participants[2].manner = manner;
        let told = told(DocumentKind::Confirmation, &meeting);
        let line = told
            .lines()
            .find_map(|line| line.strip_prefix("- **Hvordan:** "));
        line.unwrap().to_owned()
    };
    use MeetingMode::{Hybrid, InPerson, Telephone, Video};
    assert_eq!(how(InPerson, None), "i rommet");
    assert_eq!(how(Video, None), "på video");
    assert_eq!(how(Telephone, None), "på telefon");
    assert_eq!(how(InPerson, Some(Manner::Telephone)), "på telefon");
    assert_eq!(how(Hybrid, Some(Manner::Video)), "på video");
    // Left to be filled in by hand.
    assert_eq!(how(Hybrid, None), "…");
}

#[test]
fn how_somebody_took_part_is_told_where_it_is_not_how_the_meeting_was_held() {
    let attended = |mode, manner, span: bool| {
        let mut meeting = with_doctor(mode);
        meeting.participants[2].manner = manner;
        if span {
            let [from, to] = ["10:00:00", "10:20:00"].map(|time| Some(time.parse().unwrap()));
            let span = Presence { from, to };
            meeting.participants[2].presence = Parsed::understood("10–10.20", span);
        }
        let told = told(DocumentKind::Referat, &meeting);
        let row = told
            .lines()
            .find(|line| line.starts_with("| Jonas Aaserud"));
        let cells: Vec<_> = row.unwrap().split('|').map(str::trim).collect();
        cells[3].to_owned()
    };
    use MeetingMode::{Hybrid, InPerson};
    assert_eq!(attended(InPerson, None, false), "ja");
    assert_eq!(attended(InPerson, Some(Manner::InRoom), false), "ja");
    assert_eq!(attended(Hybrid, None, true), "ja, 10:00–10:20");
    let on_video = attended(Hybrid, Some(Manner::Video), true);
    assert_eq!(on_video, "ja, på video, 10:00–10:20");
    let mut meeting = with_doctor(Hybrid);
    meeting.participants[2].manner = Some(Manner::Video);
    let invitation = told(DocumentKind::Invitation, &meeting);
    assert!(
        invitation.contains("Jonas Aaserud (på video, ikke avklart ennå)"),
        "{invitation}"
    );
}

#[test]
fn only_of_a_doctor_in_a_meeting_held_in_several_ways_it_is_asked_how_they_took_part() {
    let asked = |meeting: &Contents| {
        let points = meeting.open_points(oslo());
        points.contains(&OpenPoint::MannerMissing(ParticipantId(3)))
    };
    let mut meeting = with_doctor(MeetingMode::InPerson);
    assert!(!asked(&meeting));
    meeting.arrangement.mode = MeetingMode::Hybrid;
    assert!(asked(&meeting));
    meeting.participants[2].role = Role::UnionRepresentative;
    assert!(!asked(&meeting));
    meeting.participants[2].role = Role::Sykmelder;
    meeting.participants[2].attendance = Attendance::Absent;
    assert!(!asked(&meeting));
    meeting.participants[2].attendance = Attendance::Attends;
    meeting.participants[2].manner = Some(Manner::InRoom);
    assert!(!asked(&meeting));
}

#[test]
fn there_is_nothing_to_confirm_without_a_doctor_or_before_the_end() {
    let made = |meeting: &Contents| document(DocumentKind::Confirmation, meeting, oslo()).err();
    let mut meeting = with_doctor(MeetingMode::InPerson);
    assert_eq!(made(&meeting), None);
    meeting.participants[2].attendance = Attendance::Absent;
    assert_eq!(made(&meeting), Some(Unmade::NoDoctor));
    meeting.participants[2].attendance = Attendance::Attends;
    meeting.participants[2].called = Called::No;
    assert_eq!(made(&meeting), Some(Unmade::NoDoctor));
    let running = Meeting::try_from(calendar::prepared()).unwrap();
    let running = edited(running, [Edit::Add(New::Participant(Role::Sykmelder))], -60);
    assert_eq!(made(&running), Some(Unmade::NotOver));
    let running = after(running, [(Event::Begin, 0)]);
    assert_eq!(made(&running), Some(Unmade::NotOver));
}

#[test]
fn the_program_offers_no_confirmation_without_a_doctor_and_refuses_one_before_the_end() {
    const BUTTON: &str = "[ les møtebekreftelsen ]";
    let sending = |meeting| {
        let mut program = Program::with(meeting, Size::new(100, 60));
        program.choose("hvem får");
        program
    };
    let came = |attendance| {
        let mut meeting = (*at_stage(Stage::Ended)).clone();
        meeting.participants[2].attendance = attendance;
        let mut program = sending(Meeting::try_from(meeting).unwrap());
        let offered = program.shows(BUTTON);
        program.key(KeyCode::Esc);
        program.keys("møtebekreftelsen");
        (offered, program.shows("Lagre møtebekreftelsen"))
    };
    assert_eq!(came(Attendance::Attends), (true, true));
    assert_eq!(came(Attendance::Absent), (false, false));
    let mut program = sending(prepared(Stage::Running, MeetingKind::Real));
    program.walk_to(BUTTON);
    program.key(KeyCode::Enter);
    assert!(program.shows(NB.notice.not_over));
    // Its neighbour writes it.
    program.key(KeyCode::Tab);
    program.key(KeyCode::Enter);
    assert_eq!(program.foot(), "Møtet er ikke avsluttet ennå.");
    let wrote = |effect: &Effect| matches!(effect, Effect::Write { .. });
    assert!(!program.effects.iter().any(wrote));
}

// ── The plan ────────────────────────────────────────────────────────────────────────────────────────────────────────

/// The meeting with a goal, a step and two action items.
fn agreed() -> Meeting {
    let by = |day: &str| Parsed::understood(day, Due::By(day.parse().unwrap()));
    let on = |day: &str| Parsed::understood(day, day.parse::<NaiveDate>().unwrap());
    let edits = [
        Edit::set(GoalField::Text, "Full stilling i januar.".to_owned()),
        Edit::Add(New::Step),
        Edit::set(
            StepField::Work.of(StepId(1)),
            Parsed::understood("50 %", 50),
        ),
        Edit::set(StepField::From.of(StepId(1)), on("2026-11-23")),
        Edit::Add(New::Action),
        Edit::set(
            ActionField::What.of(ActionId(1)),
            "Skaffe ståmatte".to_owned(),
        ),
        Edit::set(ActionField::Owners.of(ActionId(1)), vec![ParticipantId(2)]),
        Edit::set(ActionField::Due.of(ActionId(1)), by("2026-11-20")),
        Edit::Add(New::Action),
        Edit::set(
            ActionField::What.of(ActionId(2)),
            "Evaluere planen".to_owned(),
        ),
        Edit::set(
            ActionField::Owners.of(ActionId(2)),
            vec![ParticipantId(1), ParticipantId(2)],
        ),
        Edit::set(ActionField::Due.of(ActionId(2)), by("2026-12-15")),
        Edit::set(MeetingField::FollowUp, on("2026-12-15")),
    ];
    edited(held(), edits, 2800)
}

fn drafted(meeting: Meeting) -> Meeting {
    let drafts = draft(&meeting, oslo());
    let edits = drafts
        .into_iter()
        .map(|(field, text)| Edit::set(Field::Plan(field), text));
    edited(meeting, edits, 2900)
}

const BESIDE: &str = "## Også avtalt i møtet";

#[test]
fn a_plan_that_was_drafted_from_the_meeting_says_nothing_twice() {
    let plan = told(DocumentKind::Plan, &drafted(agreed()));
    assert!(!plan.contains(BESIDE), "{plan}");
    for once in [
        "Mål: Full stilling i januar.",
        "Arbeider 50 % fra mandag 23. november 2026, sykmeldt 50 %.",
        "Skaffe ståmatte",
        "Evaluere planen: ",
    ] {
        assert_eq!(plan.matches(once).count(), 1, "{once}\n{plan}");
    }
}

#[test]
fn what_no_field_tells_stands_behind_them() {
    // Nobody has written a plan.
    let plan = told(DocumentKind::Plan, &agreed());
    let (_, beside) = plan.split_once(BESIDE).unwrap();
    for told in [
        "Full stilling i januar.",
        "| mandag 23. november 2026 | 50 %     | 50 %     |",
        "| 1   | Skaffe ståmatte |",
        "| 2   | Evaluere planen |",
    ] {
        assert!(beside.contains(told), "{told}\n{plan}");
    }
    // A day was changed after the draft was made, and a task came in.
    let monday = "2026-11-23".parse().unwrap();
    let later = [
        Edit::set(
            ActionField::Due.of(ActionId(1)),
            Parsed::understood("man", Due::By(monday)),
        ),
        Edit::Add(New::Action),
        Edit::set(ActionField::What.of(ActionId(3)), "Flytte plukk".to_owned()),
    ];
    let mut meeting = (*edited(drafted(agreed()), later, 3000)).clone();
    meeting.goal.steps[0].from = Parsed::understood("24.11", "2026-11-24".parse().unwrap());
    let plan = told(DocumentKind::Plan, &meeting);
    let (_, beside) = plan.split_once(BESIDE).unwrap();
    assert!(beside.contains("tirsdag 24. november 2026"), "{plan}");
    assert!(beside.contains("| 1   | Skaffe ståmatte |"), "{plan}");
    assert!(beside.contains("| 3   | Flytte plukk"), "{plan}");
    assert!(!beside.contains("Evaluere planen"), "{plan}");
    assert!(!beside.contains("Full stilling"), "{plan}");
    // A longer word tells nothing of it.
    meeting.plan.ahead = "Flytte plukkelista til kollega.".to_owned();
    let plan = told(DocumentKind::Plan, &meeting);
    let (_, beside) = plan.split_once(BESIDE).unwrap();
    assert!(beside.contains("| 3   | Flytte plukk"), "{plan}");
    // Told in other words, it is told.
    meeting.plan.ahead =
        "Full stilling i januar. 50% fra 24.11. Skaffe ståmatte innen 23.11. Flytte plukk."
            .to_owned();
    let plan = told(DocumentKind::Plan, &meeting);
    assert!(!plan.contains(BESIDE), "{plan}");
}

#[test]
fn a_second_version_tells_what_it_replaces_and_what_changed_and_no_old_text() {
    let write = |field, text: &str| Edit::set(Field::Plan(field), text.to_owned());
    let first = [
        write(PlanField::Workday, "Plukk og pakking."),
        write(PlanField::Can, "Varemottak på skjerm."),
        write(PlanField::Cannot, "Plukk, fordi kneet er dårlig."),
        write(PlanField::Tried, "Løftebord i uke 43–44 fungerte."),
        write(PlanField::Others, "Hjemmekontor på fredager."),
        write(
            PlanField::Changes,
            "Varemottak er nytt. Kortere skift er tatt ut.",
        ),
        write(PlanField::Phone, "99999999"),
        Edit::set(PlanField::Contributed, Said::Yes),
        Edit::set(PlanField::ToDoctor, Said::No),
    ];
    let meeting = edited(drafted(agreed()), first, 3000);
    let review = [(Event::BeginReview, 3100), (Event::Approve, 3200)];
    let meeting = after(meeting, review);
    let first = told(DocumentKind::Plan, &meeting);
    assert!(!first.contains("Endret siden utgave"), "{first}");
    let reason = "En opplysning skulle ikke stå der.".to_owned();
    let meeting = after(meeting, [(Event::Revise(reason), 90_000)]);
    let second = [
        write(PlanField::Cannot, "Plukk og løft over 10 kg."),
        write(PlanField::Others, ""),
        write(PlanField::DoctorMessage, "Planen gjelder fra 23. november."),
        write(PlanField::Changes, ""),
        Edit::set(PlanField::ToDoctor, Said::Yes),
        Edit::set(
            PlanField::Evaluation,
            Parsed::understood("18.12", "2026-12-18".parse::<NaiveDate>().unwrap()),
        ),
    ];
    let meeting = edited(meeting, second, 90_100);
    let draft = told(DocumentKind::Archive, &meeting);
    let holds_yet = format!("| {:21} | {:34} |", NB.document.referat.not_approved, "–");
    assert!(draft.contains(&holds_yet), "{draft}");
    let meeting = after(meeting, [(Event::Approve, 90_200)]);
    let second = told(DocumentKind::Plan, &meeting);
    golden::check("tests/golden/plan_utgave_2.md", &second);
    let archive = told(DocumentKind::Archive, &meeting);
    golden::check("tests/golden/arkiv_utgave_2.md", &archive);
    for gone in ["kneet", "Hjemmekontor", "Varemottak er nytt"] {
        assert!(!second.contains(gone), "{gone}\n{second}");
    }
}

#[test]
fn nothing_empty_stands_in_what_is_new() {
    let mut meeting = (*agreed()).clone();
    assert!(!told(DocumentKind::Plan, &meeting).contains("Endret siden"));
    meeting.preparation.plan.points = "Løftebord.".to_owned();
    let plan = told(DocumentKind::Plan, &meeting);
    assert!(!plan.contains("Endret siden"), "{plan}");
    assert!(plan.contains("## Planen før møtet\n\nLøftebord."), "{plan}");
    meeting.plan.changes = "Ståmatte er ny.".to_owned();
    let plan = told(DocumentKind::Plan, &meeting);
    let new = "## Endret siden forrige plan\n\nStåmatte er ny.\n\n## Planen før møtet";
    assert!(plan.contains(new), "{plan}");
}

// ── The referat ─────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn what_was_not_reached_and_why_a_party_has_no_task_is_told() {
    let closing = item(3, 0);
    let edits = [
        Edit::set(ItemField::Status.of(item(1, 0)), ItemStatus::NotReached),
        Edit::set(ItemField::Status.of(closing), ItemStatus::NotReached),
        Edit::set(
            NoActionField::of(Party::Employee),
            "han er i ferie til 1. desember".to_owned(),
        ),
    ];
    let meeting = edited(held(), edits, 2800);
    let title = &meeting.agenda.item(item(1, 0)).unwrap().title;
    let referat = told(DocumentKind::Referat, &meeting);
    let not_reached = format!("### {title}\n\nIkke rukket i møtet.");
    assert!(referat.contains(&not_reached), "{referat}");
    let idle = "Arbeidstakeren har ingen oppgave, fordi:** han er i ferie til 1. desember";
    assert!(referat.contains(idle), "{referat}");
    assert!(!referat.contains("Arbeidsgiveren har ingen oppgave"));
    let aloud = read_out(&meeting);
    assert!(aloud.contains("Ikke rukket i møtet."), "{aloud}");
    let idle = "Arbeidstakeren har ingen oppgave, fordi: han er i ferie til 1. desember";
    assert!(aloud.contains(idle), "{aloud}");
}

#[test]
fn those_who_took_part_read_nothing_of_absence_degree_or_case() {
    let mut meeting = with_doctor(MeetingMode::Hybrid);
    let period = &mut meeting.preparation.periods[0];
    period.degree = Parsed::understood("63 %", 63);
    meeting.preparation.late_reason = "Ferien kom i veien".to_owned();
    let plan = &mut meeting.preparation.plan;
    plan.made = Parsed::understood("29.10", "2026-10-29".parse().unwrap());
    plan.sent = Parsed::understood("30.10", "2026-10-30".parse().unwrap());
    meeting.preparation.invited = Parsed::understood("31.10", "2026-10-31".parse().unwrap());
    let secret = [
        "oktober",
        "63",
        "26-014",
        "ravær",
        "frist for møtet",
        "Ferien",
    ];
    for kind in [DocumentKind::Referat, DocumentKind::Confirmation] {
        let told = told(kind, &meeting);
        for secret in secret {
            assert!(!told.contains(secret), "{secret} in {told}");
        }
    }
    // They are there to be told.
    let archive = told(DocumentKind::Archive, &meeting);
    for documented in [
        "5. oktober 2026",
        "63 %",
        "26-014",
        "29. oktober",
        "- **Innkalling:** sendt lørdag 31. oktober 2026",
    ] {
        assert!(archive.contains(documented), "{documented}\n{archive}");
    }
    // A meeting that came too late tells it, and why, to the archive alone.
    meeting.preparation.periods[0].degree = Parsed::understood("100 %", 100);
    meeting.preparation.periods[0].from = Parsed::understood("1.9", "2026-09-01".parse().unwrap());
    let archive = told(DocumentKind::Archive, &meeting);
    assert!(archive.contains("Ferien kom i veien"), "{archive}");
    let referat = told(DocumentKind::Referat, &meeting);
    for secret in ["september", "Ferien", "for sent"] {
        assert!(!referat.contains(secret), "{secret} in {referat}");
    }
}

// ── Whose task what is ──────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn each_finds_their_own_task_under_a_heading_or_why_there_is_none() {
    let mut contents = (*agreed()).clone();
    contents.actions.retain(|action| action.owners.len() == 1);
    contents.no_action.employee = "venter på timeplanen".to_owned();
    let told = |language, kind| {
        let mut contents = contents.clone();
        contents.language = language;
        told(kind, &contents)
    };
    let idle = "### Din oppgave\n\n**Arbeidstakeren har ingen oppgave, fordi:** venter på timeplanen\n\n\
         ### Arbeidsgiverens oppgave\n\n| Nr. | Hva ";
    let referat = told(Language::Bokmal, DocumentKind::Referat);
    assert!(referat.contains(idle), "{referat}");
    assert!(!referat.contains("Felles og andre oppgaver"), "{referat}");
    // The archive speaks to nobody.
    let archive = told(Language::Bokmal, DocumentKind::Archive);
    assert!(archive.contains("### Arbeidstakerens oppgave\n\n**Arb"));
    assert!(!archive.contains("Din oppgave"));
    let nynorsk = told(Language::Nynorsk, DocumentKind::Referat);
    for heading in [
        "### Di oppgåve\n",
        "### Oppgåva til arbeidsgivar\n",
        "## Situasjon og moglegheiter\n",
    ] {
        assert!(nynorsk.contains(heading), "{heading}{nynorsk}");
    }
}
