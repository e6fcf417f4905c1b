//! The oppfølgingsplan for HR systems: what Nav's table asks for, held to by the schema in `assets` and by the program.

use chrono::NaiveDate;
use dialogmote::{
    archive::agenda_file,
    document::{plan_data::plan_data, plan_draft::draft},
    meeting::{
        ActionId, ActionItem, Contents, Due, MeasureState, Meeting, MeetingKind, Parsed,
        ParticipantId, PlanField, Record, Said, Step, StepId, Timestamp, Verdict,
    },
    privacy::IdentityNumber,
    rules::plan::faults,
    text::NB,
};
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::timing::utc;

const NUMBER: &str = "14837920044";

/// The names of the interface, in its order.
const NAMES: [&str; 22] = [
    "employeeIdentificationNumber",
    "typicalWorkday",
    "tasksThatCanStillBeDone",
    "tasksThatCanNotBeDone",
    "previousFacilitation",
    "plannedFacilitation",
    "otherFacilitationOptions",
    "followUp",
    "evaluationDate",
    "sendPlanToNav",
    "needsHelpFromNav",
    "needsHelpFromNavDescription",
    "sendPlanToGeneralPractitioner",
    "messageToGeneralPractitioner",
    "additionalInformation",
    "contactPersonFullName",
    "contactPersonPhoneNumber",
    "contactPersonEmail",
    "employeeHasContributedToPlan",
    "employeeHasNotContributedToPlanDescription",
    "lpsName",
    "lpsEmail",
];

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-17")
}

fn on(iso: &str) -> Parsed<NaiveDate> {
    Parsed::understood(iso, day(iso))
}

/// A meeting with two people in it and nothing else.
fn meeting() -> Contents {
    let agenda = agenda_file::built_in().unwrap();
    let made: Timestamp = "2026-11-10T09:00:00Z".parse().unwrap();
    let meeting = Meeting::new("26-014".parse().unwrap(), MeetingKind::Real, agenda, made).unwrap();
    let mut contents = (*meeting).clone();
    contents.participants[0].name = "Terje Brekkhus".to_owned();
    contents.participants[1].name = "Hanne Lillevik".to_owned();
    contents
}

/// The plan of the warehouse worker, for whom nobody asks Nav.
fn whole() -> Contents {
    let mut contents = meeting();
    let plan = &mut contents.plan;
    plan.workday = "Plukk og pakking, truckkjøring, varemottak.".to_owned();
    plan.can =
        " Varemottak på skjerm, truck i økter på 20 min, svinntelling med krakk.\n".to_owned();
    plan.cannot = "Plukk og løft over 10 kg.".to_owned();
    plan.tried = "Løftebord uke 43–44 fungerte.".to_owned();
    plan.ahead = "50 % fra 23. november i varemottak.".to_owned();
    plan.others = "Fast plass i varemottaket.".to_owned();
    plan.follow_up = "Samtale hver tirsdag.".to_owned();
    plan.evaluation = on("2026-12-15");
    plan.contributed = Said::Yes;
    plan.to_nav = Said::No;
    plan.to_doctor = Said::Yes;
    plan.phone = "99 99 99 99".to_owned();
    plan.email = "hanne@example.com".to_owned();
    contents
}

/// The same with help from Nav, and without the employee.
fn with_nav() -> Contents {
    let mut contents = whole();
    let plan = &mut contents.plan;
    plan.to_nav = Said::Yes;
    plan.nav_help = Said::Yes;
    plan.nav_help_with = "Hjelpemidler til varemottaket.".to_owned();
    plan.contributed = Said::No;
    plan.not_contributed = "Vi har ikke fått kontakt.".to_owned();
    plan.doctor_message = "Ring meg gjerne.".to_owned();
    plan.additional = "Ny leder fra januar.".to_owned();
    contents
}

fn number(digits: &str) -> IdentityNumber {
    IdentityNumber::read(digits.to_owned()).unwrap()
}

fn data(contents: &Contents) -> Value {
    let json = plan_data(contents, &number(NUMBER), today()).unwrap();
    serde_json::from_str(&json).unwrap()
}

fn schema() -> Validator {
    let schema = include_str!("../assets/oppfolgingsplan.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let options = jsonschema::draft202012::options();
    options
        .should_validate_formats(true)
        .build(&schema)
        .unwrap()
}

#[test]
fn the_names_and_their_order_are_those_of_the_interface() {
    let json = plan_data(&whole(), &number(NUMBER), today()).unwrap();
    let names: Vec<&str> = json
        .lines()
        .filter_map(|line| line.trim().strip_prefix('"')?.split_once("\": "))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, NAMES);
}

#[test]
fn texts_are_trimmed_and_what_is_not_known_is_null() {
    assert_eq!(
        data(&whole()),
        json!({
            "employeeIdentificationNumber": NUMBER,
            "typicalWorkday": "Plukk og pakking, truckkjøring, varemottak.",
            "tasksThatCanStillBeDone":
                "Varemottak på skjerm, truck i økter på 20 min, svinntelling med krakk.",
            "tasksThatCanNotBeDone": "Plukk og løft over 10 kg.",
            "previousFacilitation": "Løftebord uke 43–44 fungerte.",
            "plannedFacilitation": "50 % fra 23. november i varemottak.",
            "otherFacilitationOptions": "Fast plass i varemottaket.",
            "followUp": "Samtale hver tirsdag.",
            "evaluationDate": "2026-12-15",
            "sendPlanToNav": false,
            "needsHelpFromNav": null,
            "needsHelpFromNavDescription": null,
            "sendPlanToGeneralPractitioner": true,
            "messageToGeneralPractitioner": null,
            "additionalInformation": null,
            "contactPersonFullName": "Hanne Lillevik",
            "contactPersonPhoneNumber": "99 99 99 99",
            "contactPersonEmail": "hanne@example.com",
            "employeeHasContributedToPlan": true,
            "employeeHasNotContributedToPlanDescription": null,
            "lpsName": "dialogmote",
            "lpsEmail": null,
        })
    );
}

#[test]
fn what_is_left_over_from_another_answer_is_not_told() {
    let mut contents = with_nav();
    contents.plan.contributed = Said::Yes;
    contents.plan.nav_help = Said::No;
    contents.plan.to_doctor = Said::No;
    contents.plan.changes = "Ny arbeidstid.".to_owned();
    let data = data(&contents);
    assert!(schema().is_valid(&data));
    for name in [
        "employeeHasNotContributedToPlanDescription",
        "needsHelpFromNavDescription",
        "messageToGeneralPractitioner",
    ] {
        assert_eq!(data[name], Value::Null, "{name}");
    }
    assert!(!data.to_string().contains("Ny arbeidstid"));
}

#[test]
fn a_practice_meeting_says_that_it_is_one() {
    let mut contents = with_nav();
    contents.kind = MeetingKind::Practice;
    let data = data(&contents);
    let told = data["additionalInformation"].as_str().unwrap();
    assert!(told.starts_with("ØVELSE"), "{told}");
    assert!(told.ends_with("Ny leder fra januar."), "{told}");
}

#[test]
fn the_schema_takes_what_the_program_writes_for_every_kind_of_number() {
    let schema = schema();
    for contents in [whole(), with_nav()] {
        for digits in [NUMBER, "61888820220", "14437920061"] {
            let json = plan_data(&contents, &number(digits), today()).unwrap();
            let data = serde_json::from_str(&json).unwrap();
            let errors: Vec<_> = schema.iter_errors(&data).map(|e| e.to_string()).collect();
            assert_eq!(errors, [""; 0]);
        }
    }
}

/// A plan with one thing in it that is not so.
type Broken = (&'static str, Value);

#[test]
fn the_schema_refuses_every_rule_that_is_broken_once() {
    let schema = schema();
    let long = "x".repeat(2001);
    let mut broken: Vec<(Contents, Broken)> = Vec::new();
    for name in NAMES {
        // Nothing is a number, and only what may be missing is nothing.
        broken.push((with_nav(), (name, json!(7))));
        let may_be_missing = [
            "otherFacilitationOptions",
            "messageToGeneralPractitioner",
            "additionalInformation",
            "lpsEmail",
        ];
        if !may_be_missing.contains(&name) && name != "needsHelpFromNav" {
            broken.push((with_nav(), (name, Value::Null)));
        }
        if with_nav_text(name) && !may_be_missing.contains(&name) {
            broken.push((with_nav(), (name, json!(" \n"))));
        }
        if with_nav_text(name) {
            broken.push((with_nav(), (name, json!(long))));
        }
    }
    for number in [
        "1483792004",
        "148379200441",
        "1483792004a",
        "148379 20044",
        "",
    ] {
        broken.push((whole(), ("employeeIdentificationNumber", json!(number))));
    }
    for day in ["15.12.2026", "2026-13-15", "2026-02-30", "2026-12-5", ""] {
        broken.push((whole(), ("evaluationDate", json!(day))));
    }
    broken.extend([
        // Help from Nav without the plan, and a reason for what is not so.
        (with_nav(), ("sendPlanToNav", json!(false))),
        (whole(), ("needsHelpFromNav", json!(true))),
        (whole(), ("needsHelpFromNavDescription", json!("Hjelp"))),
        (with_nav(), ("needsHelpFromNav", json!(false))),
        (whole(), ("employeeHasContributedToPlan", json!(false))),
        (with_nav(), ("employeeHasContributedToPlan", json!(true))),
        (
            whole(),
            ("employeeHasNotContributedToPlanDescription", json!("Syk")),
        ),
        (whole(), ("ukjent", json!("noe"))),
    ]);
    for (contents, (name, value)) in broken {
        let mut data = data(&contents);
        assert!(schema.is_valid(&data));
        data[name] = value.clone();
        assert!(!schema.is_valid(&data), "{name}: {value}");
    }
    for name in NAMES {
        let may_be_missing = [
            "otherFacilitationOptions",
            "needsHelpFromNav",
            "needsHelpFromNavDescription",
            "messageToGeneralPractitioner",
            "additionalInformation",
            "employeeHasNotContributedToPlanDescription",
            "lpsEmail",
        ];
        let mut data = data(&whole());
        data.as_object_mut().unwrap().remove(name);
        assert_eq!(
            schema.is_valid(&data),
            may_be_missing.contains(&name),
            "{name}"
        );
    }
}

/// Whether a text stands there in the plan that goes to Nav.
fn with_nav_text(name: &str) -> bool {
    let data = data(&with_nav());
    let other = ["employeeIdentificationNumber", "evaluationDate"];
    data[name].is_string() && !other.contains(&name)
}

fn write(contents: &mut Contents, field: PlanField, text: &str) {
    contents
        .plan
        .field_value_mut(field)
        .put(text.into())
        .unwrap();
}

#[test]
fn the_program_refuses_what_the_schema_would_refuse() {
    let refused = |change: &dyn Fn(&mut Contents)| {
        let mut contents = with_nav();
        change(&mut contents);
        let made = plan_data(&contents, &number(NUMBER), today());
        assert_eq!(made.err(), Some(faults(&contents, today())));
        assert_eq!(faults(&contents, today()).len(), 1);
    };
    for text in PlanField::REQUIRED {
        refused(&|contents| write(contents, text, ""));
        refused(&|contents| write(contents, text, &"x".repeat(2001)));
    }
    refused(&|contents| contents.plan.nav_help_with.clear());
    refused(&|contents| contents.plan.to_nav = Said::No);
    refused(&|contents| contents.plan.to_nav = Said::Unsaid);
    refused(&|contents| contents.plan.to_doctor = Said::Unsaid);
    refused(&|contents| contents.plan.contributed = Said::Unsaid);
    refused(&|contents| contents.plan.not_contributed.clear());
    refused(&|contents| contents.plan.evaluation = Parsed::empty());
    refused(&|contents| contents.plan.evaluation = on("2026-11-17"));
    refused(&|contents| contents.plan.phone.clear());
    refused(&|contents| contents.plan.email.clear());
    refused(&|contents| contents.participants[1].name.clear());
}

#[test]
fn why_there_is_no_plan_is_told_in_words() {
    let mut contents = whole();
    contents.plan.workday.clear();
    contents.plan.can = "x".repeat(2010);
    contents.plan.evaluation = on("2028-01-01");
    assert_eq!(
        NB.unfinished(&faults(&contents, today())),
        "Planen kan ikke lagres til HR-systemet ennå. Gjenstår: en vanlig arbeidsdag, hva som kan gjøres: 10 tegn for \
         mange, dagen for evaluering: må være fra i morgen til om ett år."
    );
}

fn step(id: u32, work: u8, from: &str) -> Step {
    Step {
        id: StepId(id),
        work: Parsed::understood(format!("{work} %"), work),
        from: on(from),
    }
}

fn action(id: u32, what: &str, owners: &[u32], due: Parsed<Due>) -> ActionItem {
    ActionItem {
        id: ActionId(id),
        what: what.to_owned(),
        owners: owners.iter().copied().map(ParticipantId).collect(),
        due,
    }
}

/// What the warehouse worker and his leader have agreed on.
fn agreed() -> Contents {
    let mut contents = meeting();
    contents.preparation.plan.points = "Løftebord uke 43–44.".to_owned();
    for (phase, item, note) in [
        ("status", "arbeidstaker", "Går 20 min, sitter 30."),
        ("status", "arbeidsgiver", " Ståmatte ble ikke levert.\n"),
        ("losning", "forslag", "Varemottak på skjerm."),
        ("losning", "vurdering", "Samir tar plukk."),
        ("losning", "virkemidler", "Krakk først."),
        ("konklusjon", "referat", "Dette er ikke råstoff."),
    ] {
        let item = contents.agenda.find(phase, item).unwrap();
        contents.agenda.item_mut(item).unwrap().note = note.to_owned();
    }
    contents.goal.text = "Full stilling i januar.\n".to_owned();
    contents.goal.steps = vec![
        step(1, 50, "2026-11-23"),
        Step::new(StepId(2)),
        step(3, 100, "2026-12-14"),
    ];
    for measure in &mut contents.agenda.measures {
        measure.verdict = match (measure.id.as_str(), &measure.state) {
            ("hjelpemidler", _) => Verdict::ToBeUsed,
            ("ekspertbistand", _) => Verdict::Considered,
            (_, MeasureState::Private) => Verdict::ToBeUsed,
            _ => Verdict::NotDiscussed,
        };
    }
    let by = |iso| Parsed::understood(iso, Due::By(day(iso)));
    let weekly = Parsed::understood(
        "hver tirsdag",
        Due::Weekly {
            from: day("2026-11-24"),
        },
    );
    contents.actions = vec![
        action(1, "Skaffe ståmatte", &[2], by("2026-11-20")),
        action(2, "Samtale", &[2], weekly),
        action(3, "Gå gjennom planen", &[1, 2], by("2026-12-15")),
        action(4, "Spørre om vakter", &[], Parsed::empty()),
        ActionItem::new(ActionId(5)),
    ];
    contents.follow_up = on("2026-12-15");
    contents
}

#[test]
fn the_draft_says_what_the_meeting_has_arrived_at_and_nothing_else() {
    let hjelpemidler = "Hjelpemidler og tilrettelegging på arbeidsplassen";
    let ahead = format!(
        "Mål: Full stilling i januar.\n\
         Arbeider 50 % fra mandag 23. november 2026, sykmeldt 50 %.\nArbeider 100 % fra mandag 14. desember 2026.\n\
         {hjelpemidler}\n\
         Skaffe ståmatte: Hanne Lillevik, senest fredag 20. november 2026 (uke 47).\n\
         Spørre om vakter: ikke fordelt, frist mangler."
    );
    let wanted: [(PlanField, &str); 5] = [
        (
            PlanField::Can,
            "Går 20 min, sitter 30.\nVaremottak på skjerm.",
        ),
        (
            PlanField::Tried,
            "Løftebord uke 43–44.\nStåmatte ble ikke levert.",
        ),
        (PlanField::Ahead, &ahead),
        (
            PlanField::Others,
            "Tilskudd til ekspertbistand\nKrakk først.",
        ),
        (
            PlanField::FollowUp,
            "Samtale: Hanne Lillevik, hver tirsdag fra 24. november 2026 (uke 48).\n\
             Gå gjennom planen: Terje Brekkhus, Hanne Lillevik, senest tirsdag 15. desember 2026 (uke 51).",
        ),
    ];
    let drafts = draft(&agreed(), utc());
    let drafts: Vec<_> = drafts
        .iter()
        .map(|(field, text)| (*field, text.as_str()))
        .collect();
    assert_eq!(drafts, wanted);
}

#[test]
fn only_what_is_empty_is_drafted() {
    let mut contents = agreed();
    contents.plan.can = "Truck i korte økter.".to_owned();
    contents.plan.tried = " \n".to_owned();
    let drafts = draft(&contents, utc());
    let fields: Vec<_> = drafts.iter().map(|(field, _)| *field).collect();
    assert!(!fields.contains(&PlanField::Can));
    assert!(fields.contains(&PlanField::Tried));
    assert_eq!(draft(&meeting(), utc()), []);
}
