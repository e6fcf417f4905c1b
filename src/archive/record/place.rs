//! How the file names a place whose words are printed: "punkt status/arbeidstaker", "oppgave 3 frist".

use super::reference;
use crate::{
    archive::words::Word,
    meeting::{
        action_item::ActionId,
        agenda::Agenda,
        event::TextPlace,
        follow_up_plan::PlanText,
        goal::StepId,
        participant::{ParticipantId, Party},
        printed::Place,
        question::QuestionId,
    },
};

/// The name of a place.
pub fn to(agenda: &Agenda, place: Place) -> String {
    let party = |party: Party| party.word();
    match place {
        Place::MeetingDay => "dato".to_owned(),
        Place::Question(QuestionId(id)) => format!("tilbudt {id}"),
        Place::Span(ParticipantId(id)) => format!("deltaker {id} tid"),
        Place::StepWork(StepId(id)) => format!("trinn {id} arbeid"),
        Place::StepFrom(StepId(id)) => format!("trinn {id} fra"),
        Place::Due(ActionId(id)) => format!("oppgave {id} frist"),
        Place::FollowUp => "oppfølging".to_owned(),
        Place::Evaluation => "evaluering".to_owned(),
        Place::Text(text) => match text {
            TextPlace::Workplace => "virksomhet".to_owned(),
            TextPlace::Place => "sted".to_owned(),
            TextPlace::Note(item) => format!("punkt {}", reference::to(agenda, item)),
            TextPlace::Kladd => "kladd".to_owned(),
            TextPlace::PlanPoints => "planpunkter".to_owned(),
            TextPlace::LateReason => "etter fristen".to_owned(),
            TextPlace::Question(QuestionId(id)) => format!("spørsmål {id}"),
            TextPlace::Name(ParticipantId(id)) => format!("deltaker {id} navn"),
            TextPlace::Words(ParticipantId(id)) => format!("deltaker {id} ord"),
            TextPlace::What(ActionId(id)) => format!("oppgave {id} hva"),
            TextPlace::Goal => "mål".to_owned(),
            TextPlace::Remark(measure) => format!("virkemiddel {}", measure.saturating_add(1)),
            TextPlace::NoAction(side) => format!("ingen oppgave {}", party(side)),
            TextPlace::Plan(text) => format!("plan {}", text.word()),
        },
    }
}

/// The place with this name, if there is one.
pub fn from(agenda: &Agenda, name: &str) -> Option<Place> {
    let number = |text: &str| text.parse::<u32>().ok();
    let text = |place: TextPlace| Some(Place::Text(place));
    let (kind, rest) = name.split_once(' ').unwrap_or((name, ""));
    let (id, part) = rest.split_once(' ').unwrap_or((rest, ""));
    match (kind, part) {
        ("punkt", _) => text(TextPlace::Note(reference::from(agenda, rest)?)),
        ("plan", _) => text(TextPlace::Plan(PlanText::from_word(rest)?)),
        ("ingen", party) => text(TextPlace::NoAction(Party::from_word(party)?)),
        ("tilbudt", _) => Some(Place::Question(QuestionId(number(id)?))),
        ("dato", _) => Some(Place::MeetingDay),
        ("oppfølging", _) => Some(Place::FollowUp),
        ("evaluering", _) => Some(Place::Evaluation),
        ("virksomhet", _) => text(TextPlace::Workplace),
        ("sted", _) => text(TextPlace::Place),
        ("kladd", _) => text(TextPlace::Kladd),
        ("planpunkter", _) => text(TextPlace::PlanPoints),
        ("etter", _) => text(TextPlace::LateReason),
        ("mål", _) => text(TextPlace::Goal),
        ("spørsmål", _) => text(TextPlace::Question(QuestionId(number(id)?))),
        ("deltaker", "tid") => Some(Place::Span(ParticipantId(number(id)?))),
        ("deltaker", "navn") => text(TextPlace::Name(ParticipantId(number(id)?))),
        ("deltaker", "ord") => text(TextPlace::Words(ParticipantId(number(id)?))),
        ("trinn", "arbeid") => Some(Place::StepWork(StepId(number(id)?))),
        ("trinn", "fra") => Some(Place::StepFrom(StepId(number(id)?))),
        ("oppgave", "frist") => Some(Place::Due(ActionId(number(id)?))),
        ("oppgave", "hva") => text(TextPlace::What(ActionId(number(id)?))),
        ("virkemiddel", _) => {
            let measure = id.parse::<usize>().ok()?.checked_sub(1)?;
            text(TextPlace::Remark(measure))
        }
        _ => None,
    }
}
