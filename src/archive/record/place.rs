//! How the file names a place whose words are printed: "punkt status/arbeidstaker", "oppgave 3 frist". A field has the name
//! of its table, the number it has there, and its key.

use super::reference;
use crate::meeting::{
    ActionId, Addressee, Agenda, ArrangementField, EarlierPlanField, Field, FieldName, Fixed,
    GoalField, ItemField, MeasureField, MeetingField, NoActionField, ParticipantField,
    ParticipantId, Party, PeriodId, PhaseIndex, Place, PlanField, PreparationField, QuestionField,
    QuestionId, StepId, Word,
};

/// The name of a place.
pub(super) fn to(agenda: &Agenda, place: Place) -> String {
    let field = match place {
        Place::Field(field) => field,
        Place::Fixed(fixed) => return to_fixed(agenda, fixed),
    };
    let table = match field {
        Field::Meeting(_) => "avslutning".to_owned(),
        Field::Arrangement(_) => "mote".to_owned(),
        Field::Wanted(_) | Field::Exemption(_) | Field::EarlierPlan(_) | Field::Preparation(_) => {
            "forberedelse".to_owned()
        }
        Field::Period(PeriodId(id), _) => format!("fravar {id}"),
        Field::Participant(ParticipantId(id), _) => format!("deltaker {id}"),
        Field::Phase(PhaseIndex(number), _) => format!("fase {}", number.saturating_add(1)),
        // It had that name before a field had a key.
        Field::Item(item, ItemField::Note) => {
            return format!("punkt {}", reference::to(agenda, item));
        }
        Field::Item(item, _) => format!("punkt {}", reference::to(agenda, item)),
        Field::Question(QuestionId(id), _) => format!("sporsmal {id}"),
        Field::Goal(_) => "mal".to_owned(),
        Field::Step(StepId(id), _) => format!("trinn {id}"),
        Field::Action(ActionId(id), _) => format!("oppgave {id}"),
        Field::Measure(number, _) => format!("virkemiddel {}", number.saturating_add(1)),
        Field::NoAction(_) => "avslutning".to_owned(),
        Field::Plan(_) => "plan".to_owned(),
        Field::Sending(Addressee::Participant(ParticipantId(id)), _) => format!("sendt {id}"),
        Field::Sending(Addressee::Doctor, _) => format!("sendt {}", super::TO_DOCTOR),
        Field::Sending(Addressee::Nav, _) => format!("sendt {}", super::TO_NAV),
    };
    format!("{table} {}", field.declared().key)
}

fn to_fixed(agenda: &Agenda, fixed: Fixed) -> String {
    match fixed {
        Fixed::CaseCode => "sakskode".to_owned(),
        Fixed::PhaseTitle(PhaseIndex(number)) => format!("fasetittel {}", number.saturating_add(1)),
        Fixed::ItemTitle(item) => format!("punkttittel {}", reference::to(agenda, item)),
        Fixed::Question(QuestionId(id)) => format!("tilbudt {id}"),
        Fixed::MeasureTitle(number) => format!("virkemiddeltittel {}", number.saturating_add(1)),
        Fixed::Reason(number) => format!("utgave {}", number.saturating_add(1)),
    }
}

/// The place with this name, if there is one.
pub(super) fn from(agenda: &Agenda, name: &str) -> Option<Place> {
    let (table, rest) = name.split_once(' ').unwrap_or((name, ""));
    let (id, key) = rest.split_once(' ').unwrap_or((rest, ""));
    let field = match table {
        "avslutning" => row(rest, Field::Meeting).or_else(|| row(rest, Field::NoAction)),
        "mote" => row(rest, Field::Arrangement),
        "forberedelse" => row(rest, Field::Preparation)
            .or_else(|| row(rest, Field::EarlierPlan))
            .or_else(|| row(rest, Field::Wanted))
            .or_else(|| row(rest, Field::Exemption)),
        "mal" => row(rest, Field::Goal),
        "plan" => row(rest, Field::Plan),
        "punkt" => match reference::from(agenda, rest) {
            Some(item) => Some(Field::Item(item, ItemField::Note)),
            None => {
                let (item, key) = rest.rsplit_once(' ')?;
                let item = reference::from(agenda, item)?;
                row(key, |row| Field::Item(item, row))
            }
        },
        "fravar" => row_of(id, key, |id, row| Field::Period(PeriodId(id), row)),
        "fase" => {
            let number = index(id)?;
            row(key, |row| Field::Phase(PhaseIndex(number), row))
        }
        "sendt" => {
            let to = match id {
                super::TO_DOCTOR => Addressee::Doctor,
                super::TO_NAV => Addressee::Nav,
                id => Addressee::Participant(ParticipantId(id.parse().ok()?)),
            };
            row(key, |row| Field::Sending(to, row))
        }
        "deltaker" => row_of(id, key, |id, row| {
            Field::Participant(ParticipantId(id), row)
        }),
        "oppgave" => row_of(id, key, |id, row| Field::Action(ActionId(id), row)),
        "trinn" => row_of(id, key, |id, row| Field::Step(StepId(id), row)),
        "sporsmal" => row_of(id, key, |id, row| Field::Question(QuestionId(id), row)),
        "virkemiddel" if !key.is_empty() => {
            let number = index(id)?;
            row(key, |row| Field::Measure(number, row))
        }
        _ => None,
    };
    let place = field.map(Place::Field);
    place
        .or_else(|| from_fixed(agenda, table, rest).map(Place::Fixed))
        .or_else(|| former(name).map(Place::Field))
}

fn from_fixed(agenda: &Agenda, kind: &str, rest: &str) -> Option<Fixed> {
    Some(match kind {
        "sakskode" => Fixed::CaseCode,
        "fasetittel" => Fixed::PhaseTitle(PhaseIndex(index(rest)?)),
        "punkttittel" => Fixed::ItemTitle(reference::from(agenda, rest)?),
        "tilbudt" => Fixed::Question(QuestionId(rest.parse().ok()?)),
        "virkemiddeltittel" => Fixed::MeasureTitle(index(rest)?),
        "utgave" => Fixed::Reason(index(rest)?),
        _ => return None,
    })
}

/// The field with this key.
fn row<R: FieldName>(key: &str, field: impl Fn(R) -> Field) -> Option<Field> {
    let mut rows = R::ALL.iter();
    rows.find(|row| row.declared().key == key)
        .map(|row| field(*row))
}

/// The field with this key of one of many.
fn row_of<R: FieldName>(id: &str, key: &str, field: impl Fn(u32, R) -> Field) -> Option<Field> {
    let id = id.parse().ok()?;
    row(key, |row| field(id, row))
}

/// A number that files count from 1.
fn index(number: &str) -> Option<usize> {
    number.parse::<usize>().ok()?.checked_sub(1)
}

/// A field by the name it had up to format 4.
fn former(name: &str) -> Option<Field> {
    let (table, rest) = name.split_once(' ').unwrap_or((name, ""));
    let (id, part) = rest.split_once(' ').unwrap_or((rest, ""));
    let number = || id.parse::<u32>().ok();
    Some(match (table, part) {
        ("dato", _) => Field::Arrangement(ArrangementField::Date),
        ("virksomhet", _) => Field::Arrangement(ArrangementField::Workplace),
        ("sted", _) => Field::Arrangement(ArrangementField::Place),
        ("oppfølging", _) => Field::Meeting(MeetingField::FollowUp),
        ("kladd", _) => Field::Meeting(MeetingField::Kladd),
        ("evaluering", _) => Field::Plan(PlanField::Evaluation),
        ("planpunkter", _) => Field::EarlierPlan(EarlierPlanField::Points),
        ("etter", _) => Field::Preparation(PreparationField::LateReason),
        ("mål", _) => Field::Goal(GoalField::Text),
        ("spørsmål", _) => Field::Question(QuestionId(number()?), QuestionField::Own),
        ("deltaker", "ord") => {
            Field::Participant(ParticipantId(number()?), ParticipantField::Words)
        }
        ("virkemiddel", _) => Field::Measure(index(id)?, MeasureField::Remark),
        ("ingen", party) => Field::NoAction(NoActionField::of(Party::from_word(party)?)),
        ("plan", _) => Field::Plan(match rest {
            "kan ikke" => PlanField::Cannot,
            "andre muligheter" => PlanField::Others,
            "oppfølging" => PlanField::FollowUp,
            "ikke medvirket" => PlanField::NotContributed,
            "hjelp fra nav" => PlanField::NavHelpWith,
            "beskjed til lege" => PlanField::DoctorMessage,
            "e-post" => PlanField::Email,
            _ => return None,
        }),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        archive::agenda_file,
        meeting::{Contents, Edit, Event, Meeting, MeetingKind, New, PeriodKind, Role, Sending},
    };

    #[test]
    fn every_field_is_found_by_its_name() {
        let created = "2026-11-10T08:15:00Z".parse().unwrap();
        let agenda = agenda_file::built_in().unwrap();
        let code = "26-014".parse().unwrap();
        let mut meeting = Meeting::new(code, MeetingKind::Real, agenda, created).unwrap();
        for new in [
            New::Participant(Role::Nav),
            New::Action,
            New::Step,
            New::Period(PeriodKind::Holiday),
            New::Question(PhaseIndex(1)),
        ] {
            let added = Event::Edit(Edit::Add(new));
            meeting.handle(added, created).unwrap();
        }
        let mut contents = Contents::clone(&meeting);
        for to in [
            Addressee::Participant(ParticipantId(1)),
            Addressee::Doctor,
            Addressee::Nav,
        ] {
            contents.sendings.insert(to, Sending::default());
        }
        for field in contents.fields() {
            let name = to(&contents.agenda, Place::Field(field));
            let found = from(&contents.agenda, &name);
            assert_eq!(found, Some(Place::Field(field)), "{name}");
        }
    }
}
