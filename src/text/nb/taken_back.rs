//! What was taken back or done again, in bokmål: said with the meeting as it then stands.

use crate::{
    meeting::{
        ActionField, ArrangementField, Contents, Edit, Event, ExemptionField, Field, FieldName,
        ItemField, ItemStatus, ListEntry, MeasureField, MeetingField, New, ParticipantField,
        PeriodField, PhaseIndex, PreparationField, QuestionField, SendingField, Stage, Timestamp,
        Value, Zone,
    },
    text::date,
};

use super::NB;

/// What was taken back.
pub(super) fn undone(event: &Event, now: &Contents, zone: Zone) -> String {
    let clock = |at: Option<Timestamp>| at.map_or_else(String::new, |at| clock(at, zone));
    match event {
        Event::Begin => "Angret: start. Møtet har ikke begynt.".to_owned(),
        Event::Next => format!("Angret: neste punkt. Dere er igjen på {}.", item(now)),
        Event::Previous => format!("Angret: forrige punkt. Dere er igjen på {}.", item(now)),
        Event::GoTo(_) => format!("Angret: gå til punkt. Dere er igjen på {}.", item(now)),
        Event::SetAside => format!(
            "Angret: punktet er aktuelt igjen. Dere er på {}.",
            item(now)
        ),
        Event::Pause => "Angret: pause. Klokka har gått hele tiden.".to_owned(),
        Event::Resume => match now.stage() {
            Stage::Ended | Stage::InReview | Stage::Approved => {
                "Angret: møtet er avsluttet igjen.".to_owned()
            }
            Stage::Preparing | Stage::Running | Stage::Paused => {
                "Angret: fortsett. Pausen varer ennå.".to_owned()
            }
        },
        Event::Borrow { from, minutes } => returned(*from, *minutes, now),
        Event::BorrowFromClosing { minutes } => returned(now.agenda.closing(), *minutes, now),
        Event::Extend { minutes } => {
            format!("Angret: mer tid. Slutten er flyttet {minutes} min tilbake.")
        }
        Event::CorrectStart(_) => {
            let at = clock(now.timeline.started());
            format!("Angret: møtet begynte {at}, som før.")
        }
        Event::CorrectEnd(_) => {
            let at = clock(now.timeline.ended());
            format!("Angret: møtet sluttet {at}, som før.")
        }
        Event::LeaveOut { .. } => "Angret: tiden du var borte, er regnet med igjen.".to_owned(),
        Event::MarkReadBack => match now.read_back {
            None => "Angret: oppsummeringen er ikke lest opp.".to_owned(),
            Some(at) => format!(
                "Angret: oppsummeringen ble lest opp {}, som før.",
                self::clock(at, zone)
            ),
        },
        Event::End => match now.stage() {
            Stage::Paused => "Angret: møtet er ikke avsluttet. Det står i pause.".to_owned(),
            Stage::Preparing
            | Stage::Running
            | Stage::Ended
            | Stage::InReview
            | Stage::Approved => {
                "Angret: møtet er ikke avsluttet. Klokka har gått hele tiden.".to_owned()
            }
        },
        Event::Approve => {
            "Angret: referatet er ikke godkjent lenger, og kan endres igjen.".to_owned()
        }
        Event::Revise(_) => "Angret: referatet er godkjent og låst igjen.".to_owned(),
        Event::BeginReview | Event::PutBack(_) => "Angret.".to_owned(),
        Event::Edit(edit) => undone_edit(edit, now),
    }
}

fn undone_edit(edit: &Edit, now: &Contents) -> String {
    match edit {
        Edit::CaseCode(_) => format!("Angret: sakskoden er {} igjen.", now.code),
        Edit::Add(New::Participant(_)) => "Angret: den nye deltakeren er fjernet.".to_owned(),
        Edit::Add(New::Action) => "Angret: den nye oppgaven er fjernet.".to_owned(),
        Edit::Add(New::Step) => "Angret: det nye trinnet er fjernet.".to_owned(),
        Edit::Add(New::Period(_)) => "Angret: den nye perioden er fjernet.".to_owned(),
        Edit::Add(New::Question(_)) => "Angret: det nye spørsmålet er fjernet.".to_owned(),
        Edit::Remove(entry) => format!("Angret: {} er tilbake.", named(*entry)),
        Edit::Accept(_) => "Angret: funnet er ikke beholdt lenger.".to_owned(),
        Edit::AcceptNoLonger(..) => "Angret: funnet er beholdt igjen.".to_owned(),
        Edit::Arrange(..) => "Angret: rekkefølgen på punktene er som før.".to_owned(),
        Edit::Set(Field::Meeting(MeetingField::Language), _) => {
            let language = (NB.language)(now.language);
            format!("Angret: dokumentene er på {language} igjen.")
        }
        Edit::Set(Field::Item(_, ItemField::Status), value) if is_set_aside(value) => {
            "Angret: punktet er aktuelt igjen.".to_owned()
        }
        Edit::Set(field, _) => match thing(*field) {
            Some(thing) => format!("Angret: {thing} er som før."),
            None => "Angret.".to_owned(),
        },
        Edit::Together(edits) => edits
            .first()
            .map_or_else(|| "Angret.".to_owned(), |edit| undone_edit(edit, now)),
    }
}

/// What was done again.
pub(super) fn redone(event: &Event, now: &Contents, zone: Zone) -> String {
    let what = match event {
        Event::Begin => "møtet er i gang".to_owned(),
        Event::Next | Event::Previous | Event::GoTo(_) => format!("dere er på {}", item(now)),
        Event::SetAside => "punktet er satt til side som ikke aktuelt".to_owned(),
        Event::Pause => "møtet står i pause".to_owned(),
        Event::Resume => "møtet går".to_owned(),
        Event::Borrow { from, minutes } => {
            format!("{minutes} min lånt fra {}", now.agenda.phase_title(*from))
        }
        Event::BorrowFromClosing { minutes } => {
            format!(
                "{minutes} min lånt fra {}",
                now.agenda.phase_title(now.agenda.closing())
            )
        }
        Event::Extend { minutes } => format!("slutten er flyttet {minutes} min"),
        Event::CorrectStart(at) => format!("møtet begynte {}", clock(*at, zone)),
        Event::CorrectEnd(at) => format!("møtet sluttet {}", clock(*at, zone)),
        Event::LeaveOut { .. } => "tiden du var borte, er trukket fra".to_owned(),
        Event::MarkReadBack => "oppsummeringen er lest opp".to_owned(),
        Event::End => "møtet er avsluttet".to_owned(),
        Event::Approve => "referatet er godkjent".to_owned(),
        Event::Revise(_) => "referatet kan endres igjen".to_owned(),
        Event::BeginReview | Event::PutBack(_) => return "Gjort om igjen.".to_owned(),
        Event::Edit(edit) => return redone_edit(edit, now),
    };
    format!("Gjort om igjen: {what}.")
}

fn redone_edit(edit: &Edit, now: &Contents) -> String {
    let what = match edit {
        Edit::CaseCode(_) => format!("sakskoden er {}", now.code),
        Edit::Add(New::Participant(_)) => "den nye deltakeren er tilbake".to_owned(),
        Edit::Add(New::Action) => "den nye oppgaven er tilbake".to_owned(),
        Edit::Add(New::Step) => "det nye trinnet er tilbake".to_owned(),
        Edit::Add(New::Period(_)) => "den nye perioden er tilbake".to_owned(),
        Edit::Add(New::Question(_)) => "det nye spørsmålet er tilbake".to_owned(),
        Edit::Remove(entry) => format!("{} er fjernet", named(*entry)),
        Edit::Accept(_) => "funnet er beholdt".to_owned(),
        Edit::AcceptNoLonger(..) => "funnet er ikke beholdt lenger".to_owned(),
        Edit::Arrange(..) => "rekkefølgen på punktene er endret".to_owned(),
        Edit::Set(Field::Meeting(MeetingField::Language), _) => {
            format!("dokumentene er på {}", (NB.language)(now.language))
        }
        Edit::Set(Field::Item(_, ItemField::Status), value) if is_set_aside(value) => {
            "punktet er satt til side som ikke aktuelt".to_owned()
        }
        Edit::Set(field, _) => match thing(*field) {
            Some(thing) => format!("{thing} er endret"),
            None => return "Gjort om igjen.".to_owned(),
        },
        Edit::Together(edits) => {
            return edits.first().map_or_else(
                || "Gjort om igjen.".to_owned(),
                |edit| redone_edit(edit, now),
            );
        }
    };
    format!("Gjort om igjen: {what}.")
}

/// What came or went.
const fn named(entry: ListEntry) -> &'static str {
    match entry {
        ListEntry::Participant(_) => "deltakeren",
        ListEntry::Action(_) => "oppgaven",
        ListEntry::Step(_) => "trinnet",
        ListEntry::Period(_) => "perioden",
        ListEntry::Question(_) => "spørsmålet",
    }
}

fn is_set_aside(value: &Value) -> bool {
    *value == ItemStatus::NotRelevant.into()
}

/// What a choice is about, as the beginning of a sentence about it; nothing for what is written.
fn thing(field: Field) -> Option<&'static str> {
    Some(match field {
        Field::Arrangement(ArrangementField::Mode) => "møteformen",
        Field::Wanted(_) => "svaret på hvem som vil ha møte,",
        Field::Exemption(ExemptionField::Ground | ExemptionField::Asked) => {
            "vurderingen av om møtet er unødvendig,"
        }
        Field::Preparation(PreparationField::Past) => "svaret om den dagen",
        Field::Preparation(PreparationField::Ready) => "avkryssingen",
        Field::Period(_, PeriodField::Kind) => "typen fravær",
        Field::Participant(_, field) => match field {
            ParticipantField::Role => "rollen",
            ParticipantField::Called => "hvem som innkalles,",
            ParticipantField::WishedByEmployee | ParticipantField::WishedByEmployer => {
                "hvem som ønsker deltakeren,"
            }
            ParticipantField::Attendance => "hvem som deltar,",
            ParticipantField::Manner => "hvordan deltakeren er med,",
            ParticipantField::Copy => "hvem som får referatet,",
            ParticipantField::Consent => "samtykket",
            ParticipantField::Answer => "svaret",
            ParticipantField::Name | ParticipantField::Presence | ParticipantField::Words => {
                return None;
            }
        },
        Field::Item(_, ItemField::Status) => "punktet",
        Field::Question(_, QuestionField::Asking) => "avkryssingen av spørsmålet",
        Field::Action(_, ActionField::Owners) => "hvem som gjør oppgaven,",
        Field::Measure(_, MeasureField::Verdict) => "vurderingen av virkemiddelet",
        Field::Plan(field) if field.declared().kind.is_text() => "planen",
        Field::Plan(_) => "svaret i planen",
        Field::Sending(_, SendingField::Channel) => "hvordan det ble sendt,",
        Field::Meeting(_)
        | Field::Arrangement(_)
        | Field::Exemption(_)
        | Field::EarlierPlan(_)
        | Field::Preparation(_)
        | Field::Period(..)
        | Field::Phase(..)
        | Field::Item(..)
        | Field::Question(..)
        | Field::Goal(_)
        | Field::Step(..)
        | Field::Action(..)
        | Field::Measure(..)
        | Field::NoAction(_)
        | Field::Sending(..) => return None,
    })
}

fn returned(from: PhaseIndex, minutes: u32, now: &Contents) -> String {
    let phase = now.agenda.phase_title(from);
    format!("Angret: lånt tid. {phase} har fått tilbake {minutes} min.")
}

/// The title of the item that the meeting is at.
fn item(now: &Contents) -> &str {
    let current = now.timeline.current();
    current.map_or("", |index| now.agenda.item_title(index))
}

fn clock(at: Timestamp, zone: Zone) -> String {
    date::time(zone.local(at))
}
