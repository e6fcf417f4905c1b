//! Documents in nynorsk hold no word that is bokmål only: neither the catalogue they are written from nor what comes of it.

use std::{fs, path::Path};

use dialogmote::{
    archive::agenda_file,
    document::{document, in_format, written},
    meeting::{
        Addressee, Answer, Asking, Attendance, Called, Channel, Contents, DocumentKind, Format,
        ItemStatus, Language, Manner, MeasureState, MeetingKind, MeetingMode as Held, Parsed,
        Participant, ParticipantId, ReferatCopy, Replaced, Review, Role, Sending, Stage, Verdict,
        Wish,
    },
};

use crate::{
    formats::reading,
    machine::{at, at_stage},
    timing::oslo,
};

/// Words that a document might need and that nynorsk does not have, in small letters.
const BOKMAL_ONLY: &str = "
    alene andres ansatt ansatte ansattes ansvarlig arbeidsgiver arbeidsgiveren arbeidsgiverens arbeidsmiljøloven
    arbeidstaker arbeidstakeren arbeidstakerens bare bedriftshelsetjeneste bedriftshelsetjenesten behandler
    behandleren bekreftelse ble blitt brukes deltakelse deltaker deltakere dere deres disse dokumentene en endret enig
    enige enighet ennå erstatter et feltene flere fortsatt fra fravær fremover gjelder gjør gjøre handler hilsen
    hjelpemidler hva hvem hver hverandre hverdag hvert hvilke hvilken hvilket hvis hvor hvordan hvorfor ikke innholdet
    jeg kommer kun legge lenke lørdag løsning løsninger mandag mangler muligheter møteleder navn navnet noe noen nå
    oppfølgingen oppgave oppgaven oppgaver oppsummeringen partene prøves påminnelse rukket saken selv sendes senest
    sies sjekkes skriftlig snakket spørsmålene sted stedet sykdom sykefravær sykefraværet sykepenger sykmelder
    sykmelderen sykmelding sykmeldt tatt taushetsplikt tiden tidligere tillitsvalgt tilskudd tilstede tirsdag trenger
    uenig uenige uenighet uke uken uker uten utføre utføres utgave utgaver vanlig veien veileder vennlig verneombud
    virkelig virkemiddel virkemidler virksomhet være øvelse";

/// The words of a text that are bokmål only, in their order.
pub fn bokmal_in(text: &str) -> Vec<String> {
    let only: Vec<&str> = BOKMAL_ONLY.split_whitespace().collect();
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphabetic());
    words
        .filter(|word| only.contains(word))
        .map(str::to_owned)
        .collect()
}

/// Every text in quotes of a source; what is filled in, in braces, is left out.
fn texts(source: &str) -> String {
    let quoted = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let quoted = quoted.flat_map(|line| line.split('"').skip(1).step_by(2));
    let filled_in = |text: &str| {
        let pieces = text.split('{');
        let pieces = pieces.map(|piece| piece.split_once('}').map_or(piece, |(_, rest)| rest));
        pieces.collect::<Vec<_>>().join(" ")
    };
    quoted.map(filled_in).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_sentence_of_the_catalogue_and_the_agenda_is_nynorsk() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| fs::read_to_string(root.join(file)).unwrap();
    let catalogue = texts(&read("src/text/nn.rs"));
    assert!(catalogue.contains("Vennleg helsing"));
    assert_eq!(bokmal_in(&catalogue), [""; 0]);
    let agenda = agenda_file::read(&read("assets/agenda.nn.toml")).unwrap();
    let mut words: Vec<&str> = Vec::new();
    for phase in &agenda.phases {
        words.push(&phase.title);
        words.extend(phase.bank.iter().map(|(_, question)| &**question));
        for item in &phase.points {
            words.extend([&*item.title, &*item.say]);
            words.extend(item.details.iter().map(String::as_str));
        }
    }
    for measure in &agenda.measures {
        words.extend([&*measure.title, &*measure.about]);
        if let MeasureState::Gone(successor) = &measure.state {
            words.push(successor);
        }
    }
    for words in words {
        assert_eq!(bokmal_in(words), [""; 0], "{words}");
    }
    // The list knows the other one.
    assert!(bokmal_in(&texts(&read("src/text/nb/documents.rs"))).len() > 100);
}

/// A meeting in which everything has been said that a choice can say, and the leader has written nothing.
fn said(stage: Stage, kind: MeetingKind, turn: usize) -> Contents {
    let day = |iso: &str| Parsed::understood("", iso.parse().unwrap());
    let mut meeting = (*at_stage(stage)).clone();
    meeting.kind = kind;
    meeting.arrangement.mode = Held::ALL[turn % Held::ALL.len()];
    meeting.arrangement.date = day("2026-11-17");
    meeting.preparation.periods[0].from = day("2026-10-05");
    meeting.preparation.periods[0].degree.value = [None, Some(50)][turn % 2];
    meeting.preparation.wanted.sykmelder = Wish::Yes;
    meeting.preparation.plan.made = day("2026-10-29");
    meeting.preparation.plan.sent = day("2026-10-30");
    let answers = [
        Answer::NotAsked,
        Answer::Agrees,
        Answer::Disagrees,
        Answer::HadLeft,
    ];
    let copies = [ReferatCopy::Undecided, ReferatCopy::Yes, ReferatCopy::No];
    let wishes = [Wish::NotAsked, Wish::Yes, Wish::No];
    let others = (10..).zip(Role::ALL.into_iter().skip(2));
    let others = others.map(|(id, role)| Participant::new(ParticipantId(id), role));
    meeting.participants.extend(others);
    for (number, person) in (turn..).zip(&mut meeting.participants) {
        person.answer = answers[number % answers.len()];
        person.copy = copies[number % copies.len()];
        person.consent = wishes[number % wishes.len()];
        person.wished_by_employee = wishes[(number + 1) % wishes.len()];
        person.wished_by_employer = wishes[(number + 2) % wishes.len()];
        person.manner = Manner::ALL.get(number % 4).copied();
        person.called = [Called::Yes, Called::No][usize::from(number % 5 == 4)];
        person.attendance = [Attendance::Attends, Attendance::Absent][usize::from(number % 7 == 6)];
    }
    let verdicts = [
        Verdict::NotDiscussed,
        Verdict::Considered,
        Verdict::NotRelevant,
        Verdict::ToBeUsed,
    ];
    for (number, measure) in (turn..).zip(&mut meeting.agenda.measures) {
        measure.verdict = verdicts[number % verdicts.len()];
    }
    let statuses = [
        ItemStatus::Open,
        ItemStatus::Done,
        ItemStatus::NotRelevant,
        ItemStatus::NotReached,
    ];
    for (number, phase) in (turn..).zip(&mut meeting.agenda.phases) {
        for (number, item) in (number..).zip(&mut phase.items) {
            item.status = statuses[number % statuses.len()];
        }
        for question in &mut phase.questions {
            question.asking = Asking::Asked;
        }
    }
    let people: Vec<_> = meeting.participants.iter().map(|p| p.id).collect();
    for (number, id) in (turn..).zip(people) {
        let sending = Sending {
            on: [day("2026-11-18"), Parsed::empty()][number % 2].clone(),
            channel: Channel::ALL[number % Channel::ALL.len()],
        };
        meeting.sendings.insert(Addressee::Participant(id), sending);
    }
    if let Review::Approved(approved) = meeting.review {
        meeting.replaced.push(Replaced {
            approved,
            reason: String::new(),
            plan: meeting.plan.clone(),
            sendings: meeting.sendings.clone(),
        });
    }
    meeting
}

#[test]
fn no_document_in_nynorsk_holds_a_word_that_is_bokmal_only() {
    let stages = [
        Stage::Preparing,
        Stage::Running,
        Stage::Ended,
        Stage::InReview,
        Stage::Approved,
    ];
    let before = [
        DocumentKind::Invitation,
        DocumentKind::Questions,
        DocumentKind::Calendar,
    ];
    let documents = DocumentKind::AFTER.into_iter().chain(before);
    let mut bokmal = Vec::new();
    for stage in stages {
        for kind in [MeetingKind::Real, MeetingKind::Practice] {
            for turn in 0..12 {
                let mut meeting = said(stage, kind, turn);
                for kind in documents.clone() {
                    let wrote = |meeting: &Contents| {
                        written(kind, Format::Plain, meeting, oslo(), at(4000)).unwrap_or_default()
                    };
                    meeting.language = Language::Bokmal;
                    bokmal.extend(bokmal_in(&String::from_utf8(wrote(&meeting)).unwrap()));
                    meeting.language = Language::Nynorsk;
                    let text = String::from_utf8(wrote(&meeting)).unwrap();
                    assert_eq!(bokmal_in(&text), [""; 0], "{stage:?} {kind:?}\n{text}");
                }
            }
        }
    }
    bokmal.sort();
    bokmal.dedup();
    assert!(bokmal.len() > 50, "{bokmal:?}");
}

#[test]
fn every_form_names_the_language_of_its_text() {
    for (language, name) in [(Language::Bokmal, "nb-NO"), (Language::Nynorsk, "nn-NO")] {
        let mut meeting = said(Stage::Approved, MeetingKind::Real, 0);
        meeting.language = language;
        let referat = document(DocumentKind::Referat, &meeting, oslo()).unwrap();
        let made = |format| in_format(&referat, format, language, at(4000)).unwrap();
        let html = String::from_utf8(made(Format::Html)).unwrap();
        assert!(html.contains(&format!("<html lang=\"{name}\">")));
        let word = reading::parts(&made(Format::Word));
        let styles = word.get("word/styles.xml").unwrap();
        assert!(styles.contains(&format!("<w:lang w:val=\"{name}\"/>")));
        let pdf = made(Format::Pdf);
        let tag = format!("/Lang({name})");
        assert!(pdf.windows(tag.len()).any(|bytes| bytes == tag.as_bytes()));
    }
}
