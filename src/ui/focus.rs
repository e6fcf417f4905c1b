//! The places of a sheet where the cursor can stand, and what each offers. What one does in a field follows from its kind.

use chrono::NaiveDate;

use crate::{
    meeting::{
        Asking, Check, Contents, Edit, ExemptionField, Field, FieldKind, Fixed, Ground, Outcome,
        ParticipantField, ParticipantId, Past, Place, PreparationField, QuestionField, Side,
        TakeFirst, Value, choice,
    },
    rules::{case_status::known_end, time_plan},
    text::{Text, reading},
};

use super::{command::Command, task::Task};

/// A place where the cursor can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FocusTarget {
    /// A field of the meeting.
    Field(Field),
    /// One of the things to make ready.
    Check(Check),
    /// Something to be dealt with in the review.
    Task(Task),
    /// A sentence to put in the place of what was found, by its number counted from 0.
    Instead(usize),
    /// A command.
    Button(Command),
}

/// What one does in a focus target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetKind {
    /// Writes one line.
    Line,
    /// Writes any number of lines.
    Lines,
    /// Chooses one of a few.
    Choice,
    /// Ticks any of a few.
    Ticks,
    /// Ticks the one thing there is.
    Tick,
    /// Presses Enter.
    Button,
    /// Presses Enter on what is told in as many lines as it takes.
    Entry,
}

/// One thing that can be chosen in a focus target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it is called.
    pub label: String,
    /// Whether it is chosen now.
    pub chosen: bool,
    /// What choosing it does.
    pub edit: Edit,
}

impl From<Field> for FocusTarget {
    fn from(field: Field) -> Self {
        Self::Field(field)
    }
}

impl FocusTarget {
    /// Where a place whose words are printed is dealt with; nothing where it stands on no sheet.
    pub const fn of(place: Place) -> Option<Self> {
        match place {
            Place::Field(field) => Some(Self::Field(field)),
            Place::Fixed(Fixed::Question(id)) => {
                Some(Self::Field(Field::Question(id, QuestionField::Asking)))
            }
            Place::Fixed(Fixed::CaseCode) => Some(Self::Button(Command::EditCaseCode)),
            Place::Fixed(
                Fixed::PhaseTitle(_)
                | Fixed::ItemTitle(_)
                | Fixed::MeasureTitle(_)
                | Fixed::Reason(_),
            ) => None,
        }
    }

    /// What one does here.
    pub fn kind(self) -> TargetKind {
        match self {
            Self::Field(Field::Question(_, QuestionField::Asking)) | Self::Check(_) => {
                TargetKind::Tick
            }
            Self::Field(field) => match field.kind() {
                FieldKind::Line
                | FieldKind::Day(_)
                | FieldKind::Time
                | FieldKind::Presence
                | FieldKind::Due
                | FieldKind::Percent
                | FieldKind::Minutes => TargetKind::Line,
                FieldKind::Lines => TargetKind::Lines,
                FieldKind::Choice(_) | FieldKind::Past => TargetKind::Choice,
                FieldKind::People | FieldKind::Sides | FieldKind::Checks => TargetKind::Ticks,
                FieldKind::Noted => TargetKind::Entry,
            },
            Self::Button(_) => TargetKind::Button,
            Self::Task(_) | Self::Instead(_) => TargetKind::Entry,
        }
    }

    /// The field that is written or chosen here, if it is one.
    pub const fn field(self) -> Option<Field> {
        match self {
            Self::Field(field) => Some(field),
            Self::Check(_) => Some(Field::Preparation(PreparationField::Ready)),
            Self::Task(_) | Self::Instead(_) | Self::Button(_) => None,
        }
    }

    /// Whether it is something to be dealt with in the review.
    pub const fn is_task(&self) -> bool {
        matches!(self, Self::Task(_))
    }

    /// Whether letters are text here.
    pub fn is_text(self) -> bool {
        matches!(self.kind(), TargetKind::Line | TargetKind::Lines)
    }

    /// Whether the place this focus target stands for is still in the meeting.
    pub fn exists(self, meeting: &Contents) -> bool {
        self.field()
            .is_none_or(|field| meeting.field_value(field).is_some())
    }

    /// The text that stands here, or nothing where there is none to write or the place is gone.
    pub fn text(self, meeting: &Contents) -> Option<String> {
        let Self::Field(field) = self else {
            return None;
        };
        if let FieldKind::Minutes = field.kind()
            && let Value::Minutes(minutes) = meeting.value(field)?
        {
            return Some(minutes.to_string());
        }
        let typed = meeting.typed(field).filter(|_| self.is_text());
        typed.map(str::to_owned)
    }

    /// The edit that lets `text` stand here, read on the day `today`; nothing where no text stands, or where a number
    /// is demanded and `text` is none.
    pub fn write(self, text: String, today: NaiveDate) -> Option<Edit> {
        let Self::Field(field) = self else {
            return None;
        };
        reading::read(field.kind(), text, today).map(|value| Edit::Set(field, value))
    }

    /// What can be chosen or ticked here on the day `today`; nothing where the place is gone.
    pub fn offers(self, meeting: &Contents, text: &Text, today: NaiveDate) -> Vec<Offer> {
        match self {
            Self::Field(field) => offers(field, meeting, text, today).unwrap_or_default(),
            Self::Check(check) => {
                let ready = &meeting.preparation.ready;
                let mut then = ready.clone();
                if !then.remove(&check) {
                    then.insert(check);
                }
                vec![Offer {
                    label: (text.preparation.check)(check).to_owned(),
                    chosen: ready.contains(&check),
                    edit: Edit::set(PreparationField::Ready, then),
                }]
            }
            Self::Task(_) | Self::Instead(_) | Self::Button(_) => Vec::new(),
        }
    }
}

fn offers(field: Field, meeting: &Contents, text: &Text, today: NaiveDate) -> Option<Vec<Offer>> {
    Some(match (field, meeting.value(field)?) {
        (Field::Exemption(ExemptionField::Ground), Value::Choice(now)) => {
            grounds(now, meeting, text, today)
        }
        (Field::Preparation(PreparationField::TakeFirst), _) => {
            let offer = |answer: TakeFirst, order| Offer {
                label: (text.preparation.take_first)(answer).to_owned(),
                chosen: meeting.preparation.take_first == answer,
                edit: Edit::Arrange(order, answer),
            };
            vec![
                offer(TakeFirst::Accepted, time_plan::visitors_first(meeting)),
                offer(TakeFirst::Declined, meeting.agenda.original_order()),
            ]
        }
        (Field::Question(id, QuestionField::Asking), _) => {
            let question = meeting.agenda.question(id)?;
            let then = if question.is_chosen() {
                Asking::Offered
            } else {
                Asking::Chosen
            };
            vec![Offer {
                label: question.text().to_owned(),
                chosen: question.is_chosen(),
                edit: Edit::set(field, then),
            }]
        }
        (Field::Participant(id, ParticipantField::Manner), Value::Choice(_)) => {
            // The mode of the meeting tells it of whoever has not said.
            let now = meeting
                .participant(id)?
                .takes_part(meeting.arrangement.mode);
            one_of(field, now.map(choice::Choice::from), text)
        }
        (_, Value::Choice(now)) => one_of(field, now, text),
        (_, Value::People(now)) => {
            let offer = |id: ParticipantId| Offer {
                label: text.document.who(id, meeting),
                chosen: now.contains(&id),
                edit: Edit::set(field, toggled(&now, id)),
            };
            meeting.participants.iter().map(|p| offer(p.id)).collect()
        }
        (_, Value::Sides(now)) => {
            let offer = |side: &Side| Offer {
                label: (text.document.side)(*side).to_owned(),
                chosen: now.contains(side),
                edit: Edit::set(field, toggled(&now, *side)),
            };
            Side::ALL.iter().map(offer).collect()
        }
        (_, Value::Past(past)) => {
            let t = &text.preparation;
            let day = meeting.arrangement.date.value?;
            let now = past.filter(|past| past.day == day).map(|past| past.outcome);
            let all = [None, Some(Outcome::NotHeld), Some(Outcome::Held)];
            let offer = |outcome: Option<Outcome>| Offer {
                label: outcome.map_or(t.past_unknown, t.outcome).to_owned(),
                chosen: now == outcome,
                edit: Edit::set(field, outcome.map(|outcome| Past { day, outcome })),
            };
            all.map(offer).to_vec()
        }
        (
            _,
            Value::Text(_)
            | Value::Day(_)
            | Value::Time(_)
            | Value::Presence(_)
            | Value::Due(_)
            | Value::Percent(_)
            | Value::Minutes(_)
            | Value::Checks(_)
            | Value::Noted(_),
        ) => Vec::new(),
    })
}

/// The grounds on which a meeting is clearly unnecessary, or none. Together with one, the end of the absence that is known
/// then is taken down.
fn grounds(
    now: Option<choice::Choice>,
    meeting: &Contents,
    text: &Text,
    today: NaiveDate,
) -> Vec<Offer> {
    let nothing = (None, text.preparation.no_ground);
    let all = Ground::ALL.iter();
    let all = all.map(|ground| (Some(*ground), (text.rules.ground)(*ground)));
    let known = known_end(meeting, today);
    let offer = |(ground, label): (Option<Ground>, &str)| Offer {
        label: label.to_owned(),
        chosen: now == ground.map(choice::Choice::from),
        edit: Edit::Together(vec![
            Edit::set(ExemptionField::Ground, ground),
            Edit::set(ExemptionField::AbsenceTo, ground.and(known)),
        ]),
    };
    std::iter::once(nothing).chain(all).map(offer).collect()
}

/// What can be chosen in a field, with what is chosen `now`.
fn one_of(field: Field, now: Option<choice::Choice>, text: &Text) -> Vec<Offer> {
    let FieldKind::Choice(all) = field.kind() else {
        return Vec::new();
    };
    let offer = |choice: &choice::Choice| Offer {
        label: text.choice(*choice).to_owned(),
        chosen: now == Some(*choice),
        edit: Edit::Set(field, Value::Choice(Some(*choice))),
    };
    all.iter().map(offer).collect()
}

/// The same with `one` at the end, or without it.
fn toggled<T: Copy + PartialEq>(all: &[T], one: T) -> Vec<T> {
    let mut all = all.to_vec();
    if all.contains(&one) {
        all.retain(|other| *other != one);
    } else {
        all.push(one);
    }
    all
}
