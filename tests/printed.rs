//! Printed is read: whatever string of a meeting reaches a document is among what the privacy guard is given.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Read},
    sync::Arc,
};

use dialogmote::{
    document::{plain, plan_data::plan_data, referat, written},
    meeting::{
        Agenda, Answer, Asking, Contents, DocumentKind, FieldKind, Format, Language, MeasureState,
        Meeting, MeetingMode, Parsed, Place, PlanField, Question, QuestionId, Record, Replaced,
        Review, Said, Stage, Step, StepId, Template, Value, Verdict,
    },
    privacy::{
        Finding, FindingCause, FindingKind, Grade, HeldBack, IdentityNumber, release::held_back,
    },
};

use crate::{
    machine::{at, at_stage},
    timing::oslo,
};

/// When the documents are made: after everything in [`at_stage`].
const NOW: i64 = 3000;

const DOCUMENTS: [DocumentKind; 7] = [
    DocumentKind::Referat,
    DocumentKind::Archive,
    DocumentKind::Plan,
    DocumentKind::Confirmation,
    DocumentKind::Invitation,
    DocumentKind::Questions,
    DocumentKind::Calendar,
];

/// Words that stand nowhere else, each in one place.
#[derive(Default)]
struct Markers(BTreeMap<String, String>);

impl Markers {
    /// The next one, for a place of this name.
    fn next(&mut self, place: impl Into<String>) -> String {
        let marker = format!("Merke{}q", self.0.len());
        self.0.insert(marker.clone(), place.into());
        marker
    }
}

/// The markers in a text.
fn markers(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let is_marker = |word: &&str| word.starts_with("Merke") && word.ends_with('q');
    words.filter(is_marker).map(str::to_owned).collect()
}

/// The agenda with a marker in each of its texts.
fn marked_agenda(template: &Template, markers: &mut Markers) -> Agenda {
    let mut template = template.clone();
    for phase in &mut template.phases {
        let phase = Arc::make_mut(phase);
        phase.title = markers.next("title of a phase");
        for (_, question) in &mut phase.bank {
            *question = markers.next("question of the bank").into();
        }
        for item in &mut phase.points {
            let item = Arc::make_mut(item);
            item.title = markers.next("title of an item");
            item.say = markers.next("line to say");
            for detail in &mut item.details {
                *detail = markers.next("reminder");
            }
        }
    }
    for measure in &mut template.measures {
        let measure = Arc::make_mut(measure);
        measure.title = markers.next("name of a measure");
        measure.letter = markers.next("letter of a measure");
        measure.about = markers.next("about a measure");
        if let MeasureState::Gone(instead) = &mut measure.state {
            *instead = markers.next("instead of a measure");
        }
    }
    template.into()
}

/// A meeting at `stage` with a marker in every string it has, and every choice made that lets more be printed.
fn marked(stage: Stage, markers: &mut Markers) -> Contents {
    let mut contents: Contents = (*at_stage(stage)).clone();
    let mut agenda = marked_agenda(&contents.agenda.template.clone(), markers);
    for (marked, phase) in agenda.phases.iter_mut().zip(&contents.agenda.phases) {
        for (marked, item) in marked.items.iter_mut().zip(&phase.items) {
            marked.status = item.status;
        }
    }
    agenda.phases[2]
        .questions
        .push(Question::own(QuestionId(90)));
    for question in agenda.phases.iter_mut().flat_map(|p| &mut p.questions) {
        question.asking = Asking::Chosen;
    }
    for (number, measure) in agenda.measures.iter_mut().enumerate() {
        measure.verdict = [Verdict::Considered, Verdict::ToBeUsed][number % 2];
    }
    contents.agenda = agenda;
    contents.goal.steps.push(Step::new(StepId(90)));
    contents.arrangement.mode = MeetingMode::Hybrid;
    for participant in &mut contents.participants {
        participant.answer = Answer::Disagrees;
    }
    for row in PlanField::questions() {
        contents
            .plan
            .field_value_mut(row)
            .put(Said::Yes.into())
            .unwrap();
    }
    contents.plan.contributed = Said::No;
    contents.code = markers.next("case code").parse().unwrap();
    if stage == Stage::InReview || stage == Stage::Approved {
        let mut plan = contents.plan.clone();
        for row in PlanField::texts() {
            let marker = markers.next(format!("{row:?} of a former plan"));
            plan.field_value_mut(row).put(marker.into()).unwrap();
        }
        contents.replaced = vec![Replaced {
            approved: at(2890),
            reason: markers.next("reason of a version"),
            plan,
            sendings: contents.sendings.clone(),
        }];
    }
    for field in contents.fields() {
        let marker = markers.next(format!("{field:?}"));
        if let Some(value) = unclear(field.kind(), marker) {
            contents.field_value_mut(field).unwrap().put(value).unwrap();
        }
    }
    contents
}

/// A text of this kind that says nothing but `text`.
fn unclear(kind: FieldKind, text: String) -> Option<Value> {
    fn written<T>(text: String) -> Parsed<T> {
        Parsed { text, value: None }
    }
    match kind {
        FieldKind::Line | FieldKind::Lines => Some(Value::Text(text)),
        FieldKind::Day(_) => Some(Value::Day(written(text))),
        FieldKind::Time => Some(Value::Time(written(text))),
        FieldKind::Presence => Some(Value::Presence(written(text))),
        FieldKind::Due => Some(Value::Due(written(text))),
        FieldKind::Percent => Some(Value::Percent(written(text))),
        FieldKind::Minutes
        | FieldKind::Choice(_)
        | FieldKind::People
        | FieldKind::Sides
        | FieldKind::Checks
        | FieldKind::Past
        | FieldKind::Noted => None,
    }
}

/// Every document of a meeting in every format, as far as one can be made, with the text that can be read out of it.
fn documents(contents: &Contents) -> Vec<(DocumentKind, String)> {
    let mut all = Vec::new();
    for kind in DOCUMENTS {
        for format in Format::ALL {
            let Ok(file) = written(kind, format, contents, oslo(), at(NOW)) else {
                continue;
            };
            all.push((kind, read(format, file)));
        }
    }
    // Read aloud in the meeting, and written to an HR system.
    let summary = plain::mail(&referat::summary(contents, oslo()));
    all.push((DocumentKind::Referat, summary));
    let mut whole = contents.clone();
    whole.plan.evaluation.value = "2026-12-15".parse().ok();
    let number = IdentityNumber::read("14837920044".to_owned()).unwrap();
    let data = plan_data(&whole, &number, oslo().date(at(NOW))).unwrap();
    all.push((DocumentKind::PlanData, data));
    all
}

fn read(format: Format, file: Vec<u8>) -> String {
    match format {
        Format::Markdown | Format::Plain | Format::Html => String::from_utf8(file).unwrap(),
        Format::Word => {
            let mut package = zip::ZipArchive::new(Cursor::new(file)).unwrap();
            let mut text = String::new();
            for number in 0..package.len() {
                let mut part = package.by_index(number).unwrap();
                part.read_to_string(&mut text).unwrap();
            }
            text
        }
        // Its pages are made of glyphs, of the same document as the others; what it says about itself is text.
        Format::Pdf => String::from_utf8_lossy(&file).into_owned(),
    }
}

/// A finding that has to go, in the whole of a text.
fn strong(text: &str) -> Finding {
    Finding {
        span: 0..text.len(),
        grade: Grade::Strong,
        kind: FindingKind::Phone,
        cause: FindingCause::Looks,
    }
}

#[test]
fn whatever_reaches_a_document_is_among_what_the_guard_is_given() {
    let mut printed = BTreeSet::new();
    for stage in [
        Stage::Preparing,
        Stage::Running,
        Stage::InReview,
        Stage::Approved,
    ] {
        for language in Language::ALL {
            let mut all = Markers::default();
            let mut contents = marked(stage, &mut all);
            contents.language = language;
            let given: BTreeMap<String, Place> = contents
                .printed()
                .into_iter()
                .flat_map(|(place, text)| markers(text).into_iter().map(move |m| (m, place)))
                .collect();
            for (kind, text) in documents(&contents) {
                for marker in markers(&text) {
                    let name = &all.0[&marker];
                    let place = given.get(&marker);
                    let place = place.unwrap_or_else(|| panic!("{kind:?} prints: {name}"));
                    printed.insert(name.clone());
                    // What is found there holds the document back.
                    let found = [(*place, strong(contents.text_at(*place)))];
                    let held = held_back(kind, &contents, &found);
                    assert_eq!(held, Some(HeldBack::Findings(1)), "{kind:?}: {name}");
                }
            }
        }
    }
    assert!(printed.len() > 60, "only {printed:#?}");
}

#[test]
fn no_document_prints_the_kladd() {
    for stage in [Stage::Preparing, Stage::Approved] {
        let mut contents = marked(stage, &mut Markers::default());
        contents.kladd = "Merkekladdq".to_owned();
        for (kind, text) in documents(&contents) {
            assert!(!text.contains("Merkekladdq"), "{kind:?}");
        }
    }
}

#[test]
fn every_field_of_a_marked_meeting_makes_a_meeting() {
    for stage in [Stage::Preparing, Stage::Approved] {
        let contents = marked(stage, &mut Markers::default());
        assert_eq!(
            matches!(contents.review, Review::Approved(_)),
            stage == Stage::Approved
        );
        assert!(Meeting::try_from(contents).is_ok());
    }
}
