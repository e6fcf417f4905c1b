//! Fields as data: each is declared once, where its record is, and whatever carries fields follows the declarations.
//!
//! Rules and documents read a record by its types (`participant.role`). What only carries a field (the file, undo, the
//! guard, the sheets) goes through [`Record`] and [`super::value::Value`], and knows no field by its name.

use super::value::{FieldKind, FieldValue, Tense};

/// A field as it is declared.
#[derive(Debug, Clone, Copy)]
pub struct Declared {
    /// Its word in the file.
    pub key: &'static str,
    /// What it takes.
    pub kind: FieldKind,
    /// Whether what stands in it can reach a document, and so is read by the guard.
    pub reach: Reach,
    /// Whether it goes out before the meeting too, with what calls people to it.
    pub early: bool,
    /// Whether it stands in every file, and its record cannot be read without it.
    pub required: bool,
}

/// How far what stands in a field can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Into documents: the guard reads it.
    Printed,
    /// No further than this program. Of what is typed in such a field, no document says more than what was understood.
    Inside,
}

/// A field of which it has not been said yet how far it reaches: no declaration ends with this.
#[derive(Debug, Clone, Copy)]
pub struct Undecided(&'static str, FieldKind);

impl Undecided {
    /// Under this word in the file, and of this kind.
    pub const fn new(key: &'static str, kind: FieldKind) -> Self {
        Self(key, kind)
    }

    /// It can reach a document.
    pub const fn printed(self) -> Declared {
        Declared::new(self.0, self.1, Reach::Printed)
    }

    /// It cannot.
    ///
    /// # Panics
    /// When it is compiled, where the field is free text: nothing would keep a document from printing it.
    pub const fn inside(self) -> Declared {
        assert!(!self.1.is_text(), "free text is read by the guard");
        Declared::new(self.0, self.1, Reach::Inside)
    }

    /// It is the leader's own jotting, and no document ever has it.
    pub const fn private(self) -> Declared {
        Declared::new(self.0, self.1, Reach::Inside)
    }
}

impl Declared {
    const fn new(key: &'static str, kind: FieldKind, reach: Reach) -> Self {
        Self {
            key,
            kind,
            reach,
            early: false,
            required: false,
        }
    }

    /// It goes out before the meeting too.
    pub const fn early(self) -> Self {
        Self {
            early: true,
            ..self
        }
    }

    /// It takes any number of lines.
    pub const fn lines(self) -> Self {
        self.of_kind(FieldKind::Lines)
    }

    /// It is a day on which something was done.
    pub const fn done(self) -> Self {
        self.of_kind(FieldKind::Day(Tense::Done))
    }

    /// It is a day that lies ahead.
    pub const fn ahead(self) -> Self {
        self.of_kind(FieldKind::Day(Tense::Ahead))
    }

    /// It is the first day of something that goes on.
    pub const fn onward(self) -> Self {
        self.of_kind(FieldKind::Day(Tense::Onward))
    }

    /// It stands in every file.
    pub const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    const fn of_kind(self, kind: FieldKind) -> Self {
        Self { kind, ..self }
    }
}

/// Names a field of a record.
pub trait FieldName: Copy + 'static {
    /// Every field, in the order of the file.
    const ALL: &'static [Self];

    /// How it is declared.
    fn declared(self) -> Declared;
}

/// A record whose fields are declared.
pub trait Record {
    /// Names its fields.
    type Name: FieldName;

    /// What stands in a field.
    fn field_value(&self, name: Self::Name) -> &dyn FieldValue;

    /// The same, to be written in.
    fn field_value_mut(&mut self, name: Self::Name) -> &mut dyn FieldValue;
}

/// Declares a record. Each field once: its name among the fields, its name in Rust, its type, its word in the file, and
/// then words of [`Undecided`] and [`Declared`]: how far it reaches, and what else there is to say of it. What stands in
/// the first braces belongs to the record but is no field.
macro_rules! record {
    (
        $(#[$doc:meta])* $record:ident [$names:ident] { $($(#[$other_doc:meta])* $other:ident: $other_type:ty,)* }
        with { $($(#[$about:meta])* $name:ident $field:ident: $type:ty = $key:literal $($word:ident)+,)+ }
    ) => {
        $(#[$doc])*
        pub struct $record {
            $($(#[$other_doc])* pub $other: $other_type,)*
            $($(#[$about])* pub $field: $type,)+
        }

        #[doc = concat!("Names a field of [`", stringify!($record), "`].")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $names { $($(#[$about])* $name,)+ }

        impl $crate::meeting::field::FieldName for $names {
            const ALL: &'static [Self] = &[$(Self::$name,)+];

            fn declared(self) -> $crate::meeting::field::Declared {
                use $crate::meeting::{field::{Declared, Undecided}, value::FieldType};
                match self {
                    $(Self::$name => {
                        const DECLARED: Declared = Undecided::new($key, <$type as FieldType>::KIND)$(.$word())+;
                        DECLARED
                    })+
                }
            }
        }

        impl $crate::meeting::field::Record for $record {
            type Name = $names;

            fn field_value(&self, name: $names) -> &dyn $crate::meeting::value::FieldValue {
                match name { $($names::$name => &self.$field,)+ }
            }

            fn field_value_mut(&mut self, name: $names) -> &mut dyn $crate::meeting::value::FieldValue {
                match name { $($names::$name => &mut self.$field,)+ }
            }
        }
    };
}
pub(crate) use record;
