//! What the places of a meeting are called, in bokmål.

use crate::{
    meeting::{
        ActionField, ArrangementField, Contents, EarlierPlanField, Field, Fixed, ItemIndex,
        MeetingField, NoActionField, ParticipantField, ParticipantId, Party, Place, PlanField,
        PreparationField,
    },
    text::capitalised,
};

use super::NB;

/// What a place is called where something is told of it.
pub(super) fn name(place: Place, meeting: &Contents) -> String {
    match place {
        Place::Field(field) => field_name(field, meeting),
        Place::Fixed(Fixed::CaseCode) => "Sakskoden".to_owned(),
        Place::Fixed(Fixed::PhaseTitle(_) | Fixed::ItemTitle(_)) => "Agendaen".to_owned(),
        Place::Fixed(Fixed::MeasureTitle(_)) => "Navnet på virkemiddelet".to_owned(),
        Place::Fixed(Fixed::Question(_)) => "Spørsmål å ta opp".to_owned(),
        Place::Fixed(Fixed::Reason(number)) => {
            format!("Hvorfor utgave {} ble endret", number + 1)
        }
    }
}

fn field_name(field: Field, meeting: &Contents) -> String {
    let t = &NB.sheet;
    let person = |id: ParticipantId| NB.document.who(id, meeting);
    match field {
        Field::Arrangement(ArrangementField::Workplace) => NB.document.workplace.to_owned(),
        Field::Arrangement(ArrangementField::Place) => NB.document.place.to_owned(),
        Field::Arrangement(ArrangementField::VideoLink) => NB.document.video_link.to_owned(),
        Field::Arrangement(ArrangementField::Date) => t.date.to_owned(),
        Field::Preparation(PreparationField::LateReason) => {
            "Hvorfor møtet er etter fristen".to_owned()
        }
        Field::EarlierPlan(EarlierPlanField::Points) => "Fra oppfølgingsplanen".to_owned(),
        Field::Participant(id, ParticipantField::Name) => format!("Navnet til {}", person(id)),
        Field::Participant(id, ParticipantField::Words) => format!("{}, {}", t.words, person(id)),
        Field::Participant(id, ParticipantField::Presence) => format!("Tiden til {}", person(id)),
        Field::Item(index, _) => item(index, meeting),
        Field::Question(..) => "Eget spørsmål".to_owned(),
        Field::Goal(_) => t.goal_text.to_owned(),
        Field::Step(id, _) => {
            format!("Trinn {} i målet", meeting.step_number(id))
        }
        Field::Action(id, row) => {
            let number = meeting.action_number(id);
            match row {
                ActionField::What | ActionField::Owners => format!("Oppgave {number}"),
                ActionField::Due => format!("Fristen for oppgave {number}"),
            }
        }
        Field::Measure(number, _) => {
            let title = meeting.agenda.measures.get(number).map_or("", |m| &m.title);
            format!("{}, {title}", t.remark)
        }
        Field::NoAction(NoActionField::Employee) => no_action(Party::Employee),
        Field::NoAction(NoActionField::Employer) => no_action(Party::Employer),
        Field::Plan(PlanField::Evaluation) => {
            (NB.document.plan.label)(PlanField::Evaluation).to_owned()
        }
        Field::Plan(row) => format!("{}: {}", NB.plan.title, (NB.document.plan.label)(row)),
        Field::Meeting(MeetingField::FollowUp) => "Neste oppfølging".to_owned(),
        // Its word in the file, which is Norwegian too.
        Field::Meeting(_)
        | Field::Arrangement(_)
        | Field::Wanted(_)
        | Field::Exemption(_)
        | Field::EarlierPlan(_)
        | Field::Preparation(_)
        | Field::Period(..)
        | Field::Participant(..)
        | Field::Phase(..)
        | Field::Sending(..) => capitalised(&field.declared().key.replace('_', " ")),
    }
}

fn item(index: ItemIndex, meeting: &Contents) -> String {
    let phase = meeting.agenda.phase_title(index.phase);
    let item = meeting.agenda.item_title(index);
    format!("{phase} · {item}")
}

fn no_action(party: Party) -> String {
    (NB.document.sending.no_action)(party).to_owned()
}
