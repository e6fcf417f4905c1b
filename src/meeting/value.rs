//! What can stand in a field, uniform for whatever carries it: the file, undo, the guard, the sheets.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};

use super::{
    choice::{self, Check, Choice, Outcome, Side, for_every_choice},
    due::Due,
    id::ParticipantId,
    parsed::Parsed,
};

/// What a field takes, from which follows how it is written, shown and stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// One line of text.
    Line,
    /// Any number of lines.
    Lines,
    /// A day.
    Day(Tense),
    /// A time of day, by the clock on the wall.
    Time,
    /// From one time of day to another.
    Presence,
    /// By when something is to be done.
    Due,
    /// A whole number of per cent.
    Percent,
    /// Whole minutes.
    Minutes,
    /// One of these.
    Choice(&'static [Choice]),
    /// Any of the participants, in the order in which they were chosen.
    People,
    /// Any of the three whose wish counts, in the order in which they were chosen.
    Sides,
    /// What is ready.
    Checks,
    /// What came of a planned day.
    Past,
    /// A day the program takes down by itself.
    Noted,
}

/// Where a day lies that is written without its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// Something has been done or has begun: a little behind, never ahead.
    Done,
    /// A little behind or ahead.
    Near,
    /// Ahead.
    Ahead,
    /// The first day of something that goes on: "uke 49" is its Monday.
    Onward,
}

/// What stands in a field, or is to stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A day.
    Day(Parsed<NaiveDate>),
    /// A time of day.
    Time(Parsed<NaiveTime>),
    /// From when to when.
    Presence(Parsed<Presence>),
    /// By when.
    Due(Parsed<Due>),
    /// Per cent.
    Percent(Parsed<u8>),
    /// Minutes.
    Minutes(u32),
    /// What is chosen; nothing where nobody has said.
    Choice(Option<Choice>),
    /// Participants.
    People(Vec<ParticipantId>),
    /// Those whose wish counts.
    Sides(Vec<Side>),
    /// What is ready.
    Checks(BTreeSet<Check>),
    /// What came of a planned day.
    Past(Option<Past>),
    /// A day taken down by the program.
    Noted(Option<NaiveDate>),
}

/// From when to when somebody was there, by the clock on the wall. At least one end is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Presence {
    /// When they came, if later than the others.
    pub from: Option<NaiveTime>,
    /// When they left or must leave, if earlier than the others.
    pub to: Option<NaiveTime>,
}

/// What came of a day for which the meeting was planned: planned is not held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Past {
    /// The day.
    pub day: NaiveDate,
    /// What came of it.
    pub outcome: Outcome,
}

/// Something that stands in a field.
pub trait FieldValue {
    /// As it was typed; empty where nothing is typed.
    fn typed(&self) -> &str {
        ""
    }

    /// What stands there.
    fn value(&self) -> Value;

    /// Whether it is what every field of its type begins with.
    fn is_initial(&self) -> bool;

    /// Whether `value` is what stands there.
    fn is(&self, value: &Value) -> bool {
        self.value() == *value
    }

    /// Whether `value` is of the kind that can stand there.
    fn takes(&self, value: &Value) -> bool;

    /// Lets `value` stand there; answers with what stood there before, or with `value` itself where it is of another kind.
    ///
    /// # Errors
    /// Where the field takes another kind of value. Then nothing has changed.
    fn put(&mut self, value: Value) -> Result<Value, Value>;
}

/// A type of which fields can be.
pub trait FieldType: FieldValue {
    /// What such a field takes, as long as its declaration says nothing else.
    const KIND: FieldKind;
}

/// Makes the values of one variant of [`Value`] what can stand in a field.
macro_rules! field_value {
    ($type:ty, $variant:ident, $kind:expr $(, $typed:item)?) => {
        impl FieldValue for $type {
            $($typed)?

            fn value(&self) -> Value {
                Value::$variant(self.clone())
            }

            fn is_initial(&self) -> bool {
                *self == Self::default()
            }

            fn is(&self, value: &Value) -> bool {
                matches!(value, Value::$variant(value) if value == self)
            }

            fn takes(&self, value: &Value) -> bool {
                matches!(value, Value::$variant(_))
            }

            fn put(&mut self, value: Value) -> Result<Value, Value> {
                match value {
                    Value::$variant(value) => {
                        Ok(Value::$variant(std::mem::replace(self, value)))
                    }
                    other => Err(other),
                }
            }
        }

        impl FieldType for $type {
            const KIND: FieldKind = $kind;
        }

        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Self::$variant(value)
            }
        }
    };
}

/// The same for a text together with its meaning.
macro_rules! parsed {
    ($meaning:ty, $variant:ident, $kind:expr) => {
        field_value!(
            Parsed<$meaning>,
            $variant,
            $kind,
            fn typed(&self) -> &str {
                &self.text
            }
        );
    };
}

field_value!(
    String,
    Text,
    FieldKind::Line,
    fn typed(&self) -> &str {
        self
    }
);
parsed!(NaiveDate, Day, FieldKind::Day(Tense::Near));
parsed!(NaiveTime, Time, FieldKind::Time);
parsed!(Presence, Presence, FieldKind::Presence);
parsed!(Due, Due, FieldKind::Due);
parsed!(u8, Percent, FieldKind::Percent);
field_value!(u32, Minutes, FieldKind::Minutes);
field_value!(Vec<ParticipantId>, People, FieldKind::People);
field_value!(Vec<Side>, Sides, FieldKind::Sides);
field_value!(BTreeSet<Check>, Checks, FieldKind::Checks);
field_value!(Option<Past>, Past, FieldKind::Past);
field_value!(Option<NaiveDate>, Noted, FieldKind::Noted);

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// Makes a choice what can stand in a field: one of its values, or one of them where somebody has said.
macro_rules! chosen {
    ($type:ident) => {
        impl FieldValue for choice::$type {
            fn value(&self) -> Value {
                (*self).into()
            }

            fn is_initial(&self) -> bool {
                Self::ALL.first() == Some(self)
            }

            fn takes(&self, value: &Value) -> bool {
                matches!(value, Value::Choice(Some(Choice::$type(_))))
            }

            fn put(&mut self, value: Value) -> Result<Value, Value> {
                match value {
                    Value::Choice(Some(Choice::$type(value))) => {
                        Ok(std::mem::replace(self, value).into())
                    }
                    other => Err(other),
                }
            }
        }

        impl FieldValue for Option<choice::$type> {
            fn value(&self) -> Value {
                (*self).into()
            }

            fn is_initial(&self) -> bool {
                self.is_none()
            }

            fn takes(&self, value: &Value) -> bool {
                matches!(value, Value::Choice(None | Some(Choice::$type(_))))
            }

            fn put(&mut self, value: Value) -> Result<Value, Value> {
                let chosen = match value {
                    Value::Choice(None) => None,
                    Value::Choice(Some(Choice::$type(value))) => Some(value),
                    other => return Err(other),
                };
                Ok(std::mem::replace(self, chosen).into())
            }
        }

        impl FieldType for choice::$type {
            const KIND: FieldKind = FieldKind::Choice(choice::$type::CHOICES);
        }

        impl FieldType for Option<choice::$type> {
            const KIND: FieldKind = FieldKind::Choice(choice::$type::CHOICES);
        }

        impl From<choice::$type> for Value {
            fn from(value: choice::$type) -> Self {
                Self::Choice(Some(value.into()))
            }
        }

        impl From<Option<choice::$type>> for Value {
            fn from(value: Option<choice::$type>) -> Self {
                Self::Choice(value.map(Choice::from))
            }
        }
    };
}
for_every_choice!(chosen);

impl FieldKind {
    /// Whether it is text that means nothing but itself.
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Line | Self::Lines)
    }
}
