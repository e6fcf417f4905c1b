//! What was taken back or done again, in bokmål: said with the meeting as it then stands.

use crate::{
    meeting::{
        Contents, Timestamp,
        agenda::{PhaseIndex, Standing},
        event::{Edit, Event, TextPlace},
        prepare::Prepare,
        stage::Stage,
        zone::Zone,
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
        Event::BeginReview | Event::Restore(_) => "Angret.".to_owned(),
        Event::Edit(edit) => undone_edit(edit, now),
    }
}

fn undone_edit(edit: &Edit, now: &Contents) -> String {
    match edit {
        Edit::CaseCode(_) => format!("Angret: sakskoden er {} igjen.", now.code),
        Edit::AddParticipant(_) => "Angret: den nye deltakeren er fjernet.".to_owned(),
        Edit::RemoveParticipant(_) => "Angret: deltakeren er tilbake.".to_owned(),
        Edit::AddAction => "Angret: den nye oppgaven er fjernet.".to_owned(),
        Edit::RemoveAction(_) => "Angret: oppgaven er tilbake.".to_owned(),
        Edit::AddStep => "Angret: det nye trinnet er fjernet.".to_owned(),
        Edit::RemoveStep(_) => "Angret: trinnet er tilbake.".to_owned(),
        Edit::Form(_) => "Angret: møteformen er som før.".to_owned(),
        Edit::Language(_) => {
            let language = (NB.language)(now.language);
            format!("Angret: dokumentene er på {language} igjen.")
        }
        Edit::Role(..) => "Angret: rollen er som før.".to_owned(),
        Edit::Attendance(..) => "Angret: hvem som deltar, er som før.".to_owned(),
        Edit::Manner(..) => "Angret: hvordan deltakeren er med, er som før.".to_owned(),
        Edit::Copy(..) => "Angret: hvem som får referatet, er som før.".to_owned(),
        Edit::Answer(..) => "Angret: svaret er som før.".to_owned(),
        Edit::ToggleOwner(..) | Edit::Owners(..) => {
            "Angret: hvem som gjør oppgaven, er som før.".to_owned()
        }
        Edit::Verdict(..) => "Angret: vurderingen av virkemiddelet er som før.".to_owned(),
        Edit::Called(..) => "Angret: hvem som innkalles, er som før.".to_owned(),
        Edit::CallWish(..) => "Angret: hvem som ønsker deltakeren, er som før.".to_owned(),
        Edit::PlanChoice(..) => "Angret: svaret i planen er som før.".to_owned(),
        Edit::Keep(_) => "Angret: funnet er ikke beholdt lenger.".to_owned(),
        Edit::KeepNoLonger(..) => "Angret: funnet er beholdt igjen.".to_owned(),
        Edit::Channel(..) => "Angret: hvordan det ble sendt, er som før.".to_owned(),
        Edit::Consent(..) => "Angret: samtykket er som før.".to_owned(),
        Edit::Prepare(Prepare::AddPeriod(_)) => "Angret: den nye perioden er fjernet.".to_owned(),
        Edit::Prepare(Prepare::RemovePeriod(_)) => "Angret: perioden er tilbake.".to_owned(),
        Edit::Prepare(Prepare::AddQuestion(_)) => {
            "Angret: det nye spørsmålet er fjernet.".to_owned()
        }
        Edit::Prepare(Prepare::RemoveQuestion(_)) => "Angret: spørsmålet er tilbake.".to_owned(),
        Edit::Prepare(prepare) => match prepared(prepare) {
            Some(thing) => format!("Angret: {thing} er som før."),
            None => "Angret.".to_owned(),
        },
        Edit::Standing(_, Standing::NotRelevant) => "Angret: punktet er aktuelt igjen.".to_owned(),
        Edit::Standing(..) => "Angret: punktet står som før.".to_owned(),
        Edit::Text(TextPlace::Plan(_), _) => "Angret: planen er som før.".to_owned(),
        Edit::Text(..)
        | Edit::Day(..)
        | Edit::MeetingTime(_)
        | Edit::PhaseMinutes(..)
        | Edit::RestoreParticipant(..)
        | Edit::Span(..)
        | Edit::RestoreAction(..)
        | Edit::Due(..)
        | Edit::RestoreStep(..)
        | Edit::StepWork(..) => "Angret.".to_owned(),
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
            format!("{minutes} min lånt fra {}", phase(*from, now))
        }
        Event::BorrowFromClosing { minutes } => {
            format!(
                "{minutes} min lånt fra {}",
                phase(now.agenda.closing(), now)
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
        Event::BeginReview | Event::Restore(_) => return "Gjort om igjen.".to_owned(),
        Event::Edit(edit) => return redone_edit(edit, now),
    };
    format!("Gjort om igjen: {what}.")
}

fn redone_edit(edit: &Edit, now: &Contents) -> String {
    let what = match edit {
        Edit::CaseCode(_) => format!("sakskoden er {}", now.code),
        Edit::AddParticipant(_) => "den nye deltakeren er tilbake".to_owned(),
        Edit::RemoveParticipant(_) => "deltakeren er fjernet".to_owned(),
        Edit::AddAction => "den nye oppgaven er tilbake".to_owned(),
        Edit::RemoveAction(_) => "oppgaven er fjernet".to_owned(),
        Edit::AddStep => "det nye trinnet er tilbake".to_owned(),
        Edit::RemoveStep(_) => "trinnet er fjernet".to_owned(),
        Edit::Form(_) => "møteformen er endret".to_owned(),
        Edit::Language(_) => format!("dokumentene er på {}", (NB.language)(now.language)),
        Edit::Role(..) => "rollen er endret".to_owned(),
        Edit::Attendance(..) => "hvem som deltar, er endret".to_owned(),
        Edit::Manner(..) => "hvordan deltakeren er med, er endret".to_owned(),
        Edit::Copy(..) => "hvem som får referatet, er endret".to_owned(),
        Edit::Answer(..) => "svaret er endret".to_owned(),
        Edit::ToggleOwner(..) | Edit::Owners(..) => "hvem som gjør oppgaven, er endret".to_owned(),
        Edit::Verdict(..) => "vurderingen av virkemiddelet er endret".to_owned(),
        Edit::Called(..) => "hvem som innkalles, er endret".to_owned(),
        Edit::CallWish(..) => "hvem som ønsker deltakeren, er endret".to_owned(),
        Edit::PlanChoice(..) => "svaret i planen er endret".to_owned(),
        Edit::Keep(_) => "funnet er beholdt".to_owned(),
        Edit::KeepNoLonger(..) => "funnet er ikke beholdt lenger".to_owned(),
        Edit::Channel(..) => "hvordan det ble sendt, er endret".to_owned(),
        Edit::Consent(..) => "samtykket er endret".to_owned(),
        Edit::Prepare(Prepare::AddPeriod(_)) => "den nye perioden er tilbake".to_owned(),
        Edit::Prepare(Prepare::RemovePeriod(_)) => "perioden er fjernet".to_owned(),
        Edit::Prepare(Prepare::AddQuestion(_)) => "det nye spørsmålet er tilbake".to_owned(),
        Edit::Prepare(Prepare::RemoveQuestion(_)) => "spørsmålet er fjernet".to_owned(),
        Edit::Prepare(prepare) => match prepared(prepare) {
            Some(thing) => format!("{thing} er endret"),
            None => return "Gjort om igjen.".to_owned(),
        },
        Edit::Standing(_, Standing::NotRelevant) => {
            "punktet er satt til side som ikke aktuelt".to_owned()
        }
        Edit::Text(TextPlace::Plan(_), _) => "planen er endret".to_owned(),
        Edit::Standing(_, Standing::Open | Standing::Done | Standing::NotReached)
        | Edit::Text(..)
        | Edit::Day(..)
        | Edit::MeetingTime(_)
        | Edit::PhaseMinutes(..)
        | Edit::RestoreParticipant(..)
        | Edit::Span(..)
        | Edit::RestoreAction(..)
        | Edit::Due(..)
        | Edit::RestoreStep(..)
        | Edit::StepWork(..) => return "Gjort om igjen.".to_owned(),
    };
    format!("Gjort om igjen: {what}.")
}

/// What a choice in the preparation is about; nothing for what comes, goes or is written.
fn prepared(prepare: &Prepare) -> Option<&'static str> {
    Some(match prepare {
        Prepare::PeriodKind(..) => "typen fravær",
        Prepare::Wanted(..) => "svaret på hvem som vil ha møte,",
        Prepare::Ground(..) | Prepare::Asked(_) => "vurderingen av om møtet er unødvendig,",
        Prepare::Past(_) => "svaret om den dagen",
        Prepare::Ready(..) => "avkryssingen",
        Prepare::ItemOrder(..) => "rekkefølgen på punktene",
        Prepare::Asking(..) => "avkryssingen av spørsmålet",
        Prepare::AddPeriod(_)
        | Prepare::RestorePeriod(..)
        | Prepare::RemovePeriod(_)
        | Prepare::Degree(..)
        | Prepare::Invited(..)
        | Prepare::AddQuestion(_)
        | Prepare::RestoreQuestion(..)
        | Prepare::RemoveQuestion(_) => return None,
    })
}

fn returned(from: PhaseIndex, minutes: u32, now: &Contents) -> String {
    let phase = phase(from, now);
    format!("Angret: lånt tid. {phase} har fått tilbake {minutes} min.")
}

/// The title of the item that the meeting is at.
fn item(now: &Contents) -> &str {
    let item = now.timeline.current().and_then(|at| now.agenda.item(at));
    item.map_or("", |item| &item.title)
}

fn phase(index: PhaseIndex, now: &Contents) -> &str {
    now.agenda.phase(index).map_or("", |phase| &phase.title)
}

fn clock(at: Timestamp, zone: Zone) -> String {
    date::time(zone.local(at))
}
