//! What a meeting refuses, and what is missing in it, in bokmål.

use crate::meeting::{Contents, MAX_MINUTES, OpenPoint, ParticipantId, Refusal, Zone};

use super::documents;

/// Why something is not possible.
pub(super) fn refusal(refusal: Refusal, zone: Zone) -> String {
    let clock = |at| zone.local(at).format("%d.%m.%Y kl. %H:%M").to_string();
    match refusal {
        Refusal::NotBegun => "Møtet har ikke begynt. F5 starter det.".to_owned(),
        Refusal::AlreadyBegun => "Møtet er allerede i gang.".to_owned(),
        Refusal::NotPaused => "Møtet står ikke i pause.".to_owned(),
        Refusal::AlreadyPaused => "Møtet står allerede i pause. F5 fortsetter.".to_owned(),
        Refusal::AlreadyEnded => {
            "Møtet er avsluttet. Det kan tas opp igjen fra menyen (Esc).".to_owned()
        }
        Refusal::NotEnded => "Møtet er ikke avsluttet ennå.".to_owned(),
        Refusal::AlreadyInReview => "Referatet er allerede tatt opp til gjennomgang.".to_owned(),
        Refusal::NotInReview => "Åpne gjennomgangen først (F12).".to_owned(),
        Refusal::Approved => {
            "Referatet er godkjent og låst. Fra menyen (Esc) kan det endres, med en grunn."
                .to_owned()
        }
        Refusal::ApprovedBefore => {
            "Det går ikke: En utgave av referatet er godkjent. Skal dere møtes igjen, lager du et nytt møte."
                .to_owned()
        }
        Refusal::NotApproved => "Referatet er ikke godkjent.".to_owned(),
        Refusal::NoReason => "Skriv grunnen, høyst 500 tegn.".to_owned(),
        Refusal::NoNextItem => "Dette er siste punkt. Avslutt møtet fra menyen (Esc).".to_owned(),
        Refusal::NoPreviousItem => "Dette er første punkt.".to_owned(),
        Refusal::NoSuchPlace => "Det finnes ikke lenger.".to_owned(),
        Refusal::ClosingPhaseProtected => {
            "Siste fase låner ikke bort tid uten at du sier ja til det.".to_owned()
        }
        Refusal::NotALaterPhase => "Bare en senere fase kan låne bort tid.".to_owned(),
        Refusal::TooFewMinutes { available } => format!("Fasen har bare {available} min å gi."),
        Refusal::MinutesOutOfRange => format!("Velg mellom 1 og {MAX_MINUTES} minutter."),
        Refusal::StartTooLate { latest } => format!(
            "Møtet kan ikke ha begynt etter {}: da var dere kommet til neste punkt.",
            clock(latest)
        ),
        Refusal::EndTooEarly { earliest } => format!(
            "Møtet kan ikke ha sluttet før {}: da var dere fortsatt i gang.",
            clock(earliest)
        ),
        Refusal::InTheFuture => "Det tidspunktet er ikke kommet ennå.".to_owned(),
        Refusal::NotAway => "I den tiden gikk ikke møtet, eller noe ble gjort.".to_owned(),
        Refusal::PlannedBefore => {
            "Møtet er i gang. Bruk «mer tid» (Ctrl+L) for å flytte minutter.".to_owned()
        }
        Refusal::AlreadyThere => "Det står der allerede.".to_owned(),
        Refusal::DoesNotFit => "Det går ikke lenger: møtet er blitt et annet siden.".to_owned(),
    }
}

/// What is missing.
pub(super) fn open_point(point: OpenPoint, meeting: &Contents) -> String {
    let person = |id: ParticipantId| documents::BOKMAL.who(id, meeting);
    let action = |id| meeting.action_number(id);
    match point {
        OpenPoint::ItemOpen(index) => {
            let title = meeting.agenda.item_title(index);
            format!("Ikke gjennomgått: {title}")
        }
        OpenPoint::NameMissing(id) => format!("{} mangler navn", person(id)),
        OpenPoint::MannerMissing(id) => {
            format!(
                "Hvordan deltok {}: i rommet, på video eller på telefon?",
                person(id)
            )
        }
        OpenPoint::SpanUnclear(id) => format!("Tiden til {} er uklar", person(id)),
        OpenPoint::NothingToDo(party) => {
            let party = (documents::BOKMAL.role)(party.role());
            format!("{party} har ingen oppgave, og det står ikke hvorfor")
        }
        OpenPoint::WhatMissing(id) => format!("Oppgave {} sier ikke hva", action(id)),
        OpenPoint::OwnerMissing(id) => format!("Oppgave {} har ingen ansvarlig", action(id)),
        OpenPoint::DueMissing(id) => format!("Oppgave {} mangler frist", action(id)),
        OpenPoint::DuePast(id) => format!("Oppgave {} har en frist som er gått ut", action(id)),
        OpenPoint::NothingConcluded => "Konklusjonen er tom".to_owned(),
        OpenPoint::GoalMissing => "Mål er ikke satt".to_owned(),
        OpenPoint::StepUnclear(id) => {
            format!("Trinn {} i målet er uklart", meeting.step_number(id))
        }
        OpenPoint::AnswerMissing(id) => format!("{}: enig eller uenig?", person(id)),
        OpenPoint::WordsMissing(id) => format!("{} er uenig: egne ord mangler", person(id)),
        OpenPoint::ConsentMissing(id) => {
            format!("Samtykker den ansatte i at {} får referatet?", person(id))
        }
        OpenPoint::CopyUndecided(id) => format!("Skal {} ha referatet?", person(id)),
        OpenPoint::PeopleUnconfirmed => {
            "Er alt om rett sak? Navn, sted, fraværsdag, deltakere".to_owned()
        }
        OpenPoint::NotReadBack => "Oppsummeringen er ikke lest opp".to_owned(),
        OpenPoint::FollowUpMissing => "Neste oppfølging mangler dato".to_owned(),
        OpenPoint::PlanIncomplete => "Oppfølgingsplanen er ikke ferdig".to_owned(),
    }
}
