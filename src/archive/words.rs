//! The one table between the values of enums and the words that stand for them in files.

use crate::meeting::{
    Kind,
    absence::PeriodKind,
    agenda::{MeasureState, Standing, Verdict},
    arrangement::Form,
    clean::clean_line,
    follow_up_plan::{PlanText, Said},
    language::Language,
    need::{Ground, Side, Wish},
    participant::{Answer, Attendance, Called, Manner, Party, ReferatCopy, Role},
    preparation::{Check, Outcome, TakeFirst},
    question::{Asking, Origin},
    sending::Channel,
};
use crate::privacy::words::Area;

/// A value that is a word in a file. The words are Norwegian, because people read these files and write agendas of
/// their own; they never change, because old files hold them.
pub trait Word: Copy + 'static {
    /// Every value with its word, in the order in which they are named to a user.
    const WORDS: &'static [(Self, &'static str)];

    /// The word for this value.
    fn word(self) -> &'static str;

    /// The value `text` stands for. Blanks around it and the way an å is put together do not matter: some editors save
    /// it as two characters.
    fn from_word(text: &str) -> Option<Self> {
        let text = clean_line(text);
        Self::WORDS
            .iter()
            .find(|(_, word)| *word == text.trim())
            .map(|(value, _)| *value)
    }

    /// The words that can stand here, for telling a user.
    fn words() -> Vec<&'static str> {
        Self::WORDS.iter().map(|(_, word)| *word).collect()
    }
}

/// Makes both directions from one list. The match has no `_`, so that a value without a word does not compile.
macro_rules! words {
    ($type:ident { $($value:ident => $word:literal,)+ }) => {
        impl Word for $type {
            const WORDS: &'static [(Self, &'static str)] = &[$((Self::$value, $word),)+];

            fn word(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)+
                }
            }
        }
    };
}

words!(Role {
    Employee => "arbeidstaker",
    Employer => "arbeidsgiver",
    Sykmelder => "sykmelder",
    OccupationalHealth => "bht",
    UnionRepresentative => "tillitsvalgt",
    SafetyRepresentative => "verneombud",
    Nav => "nav",
    Interpreter => "tolk",
    Other => "annen",
});

words!(Area {
    Mental => "psykisk",
    Muscle => "muskel og skjelett",
    Nerves => "nerver og hode",
    Cancer => "kreft",
    HeartLungs => "hjerte og lunger",
    Metabolism => "stoffskifte og mage",
    Women => "svangerskap og underliv",
    Infection => "hud, infeksjon og sanser",
    Treatment => "behandling",
    Diagnosis => "diagnose",
    Private => "privatliv",
    Own => "egne ord",
});

words!(Language {
    Bokmal => "bokmål",
    Nynorsk => "nynorsk",
});

words!(Called {
    Yes => "ja",
    No => "nei",
});

words!(Wish {
    NotAsked => "ikke spurt",
    Yes => "ja",
    No => "nei",
});

words!(Side {
    Employee => "arbeidstaker",
    Employer => "arbeidsgiver",
    Sykmelder => "sykmelder",
});

words!(Ground {
    BackSoon => "snart tilbake",
    AdaptedAndBackSoon => "tilrettelagt og snart tilbake",
    NoReturn => "kan ikke komme tilbake",
    TooIllNow => "for syk nå",
});

words!(PeriodKind {
    SickLeave => "sykmelding",
    SelfCertified => "egenmelding",
    Holiday => "ferie",
    Leave => "permisjon",
    Work => "arbeid",
    TreatmentDays => "behandlingsdager",
    TravelGrant => "reisetilskudd",
});

words!(Outcome {
    NotHeld => "ikke holdt",
    Held => "holdt",
});

words!(Check {
    PlanRead => "plan lest",
    EmployeePrepared => "arbeidstaker forberedt",
    Room => "rom",
    Screen => "skjerm",
    RightPeople => "rette folk",
});

words!(TakeFirst {
    NotAnswered => "ikke svart",
    Accepted => "ja",
    Declined => "nei",
});

words!(Asking {
    Offered => "kan velges",
    Chosen => "valgt",
    Asked => "stilt",
});

words!(Origin {
    Bank => "agenda",
    Own => "eget",
});

words!(Attendance {
    Attends => "deltar",
    Absent => "deltok ikke",
});

words!(Manner {
    InRoom => "i rommet",
    Video => "video",
    Telephone => "telefon",
});

words!(ReferatCopy {
    Undecided => "uavklart",
    Yes => "ja",
    No => "nei",
});

words!(Answer {
    NotAsked => "ikke spurt",
    Agrees => "enig",
    Disagrees => "uenig",
    HadLeft => "hadde gått",
});

words!(Verdict {
    NotDiscussed => "ikke omtalt",
    Considered => "vurdert",
    NotRelevant => "ikke aktuelt",
    ToBeUsed => "skal brukes",
});

words!(Standing {
    Open => "åpent",
    Done => "gjennomgått",
    NotRelevant => "ikke aktuelt",
    NotReached => "ikke rukket",
});

words!(Said {
    Unsaid => "ikke sagt",
    Yes => "ja",
    No => "nei",
});

words!(Party {
    Employee => "arbeidstaker",
    Employer => "arbeidsgiver",
});

words!(Channel {
    Unsaid => "ikke sagt",
    ByHand => "overlevert",
    EncryptedMail => "kryptert e-post",
    Mail => "e-post",
    Post => "brev",
    Portal => "nav.no, altinn eller hr-system",
    Other => "annet",
});

words!(PlanText {
    Changes => "endret",
    Workday => "arbeidsdag",
    Can => "kan",
    Cannot => "kan ikke",
    Tried => "tidligere",
    Ahead => "fremover",
    Others => "andre muligheter",
    FollowUp => "oppfølging",
    NotContributed => "ikke medvirket",
    NavHelpWith => "hjelp fra nav",
    DoctorMessage => "beskjed til lege",
    Additional => "tillegg",
    Phone => "telefon",
    Email => "e-post",
});

/// A field of the oppfølgingsplan for which the note of an item can be raw material: those about the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawFor(pub PlanText);

impl Word for RawFor {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self(PlanText::Workday), "arbeidsdag"),
        (Self(PlanText::Can), "kan"),
        (Self(PlanText::Cannot), "kan ikke"),
        (Self(PlanText::Tried), "tidligere"),
        (Self(PlanText::Ahead), "fremover"),
        (Self(PlanText::Others), "andre muligheter"),
        (Self(PlanText::FollowUp), "oppfølging"),
    ];

    fn word(self) -> &'static str {
        self.0.word()
    }
}

words!(Form {
    InPerson => "fysisk",
    Telephone => "telefon",
    Video => "video",
    Hybrid => "hybrid",
});

words!(Kind {
    Real => "virkelig",
    Practice => "øvelse",
});

/// Which [`MeasureState`] a measure is in, without the text that goes with one of them: in files that text has a key of
/// its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasureStatus {
    /// [`MeasureState::InUse`].
    InUse,
    /// [`MeasureState::Private`].
    Private,
    /// [`MeasureState::Gone`].
    Gone,
}

words!(MeasureStatus {
    InUse => "i bruk",
    Private => "privat",
    Gone => "borte",
});

impl From<&MeasureState> for MeasureStatus {
    fn from(state: &MeasureState) -> Self {
        match state {
            MeasureState::InUse => Self::InUse,
            MeasureState::Private => Self::Private,
            MeasureState::Gone(_) => Self::Gone,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use super::*;

    #[track_caller]
    fn check<T: Word + Debug + PartialEq>() {
        let mut words = T::words();
        for &(value, word) in T::WORDS {
            assert_eq!(value.word(), word);
            assert_eq!(T::from_word(word), Some(value), "{word:?}");
            assert_eq!(T::from_word(&format!(" {word}\t")), Some(value), "{word:?}");
            assert_eq!(T::from_word(&word.to_uppercase()), None, "{word:?}");
        }
        words.sort_unstable();
        words.dedup();
        assert_eq!(
            words.len(),
            T::WORDS.len(),
            "a word stands for one value only"
        );
    }

    #[test]
    fn every_value_is_read_back_from_its_word() {
        check::<Role>();
        check::<Called>();
        check::<Wish>();
        check::<Side>();
        check::<Ground>();
        check::<PeriodKind>();
        check::<Outcome>();
        check::<Check>();
        check::<TakeFirst>();
        check::<Asking>();
        check::<Origin>();
        check::<Attendance>();
        check::<Manner>();
        check::<ReferatCopy>();
        check::<Answer>();
        check::<Verdict>();
        check::<Standing>();
        check::<PlanText>();
        check::<RawFor>();
        check::<Form>();
        check::<Kind>();
        check::<MeasureStatus>();
    }

    #[test]
    fn roles_and_forms_stand_in_the_order_in_which_they_are_offered() {
        let roles: Vec<Role> = Role::WORDS.iter().map(|(role, _)| *role).collect();
        assert_eq!(roles, Role::ALL);
        let forms: Vec<Form> = Form::WORDS.iter().map(|(form, _)| *form).collect();
        assert_eq!(forms, Form::ALL);
    }

    #[test]
    fn an_a_with_a_ring_of_its_own_is_the_same_letter() {
        assert_eq!(
            Answer::from_word("hadde ga\u{30a}tt"),
            Some(Answer::HadLeft)
        );
    }

    #[test]
    fn other_words_stand_for_nothing() {
        for text in [
            "",
            " ",
            "lege",
            "arbeidstake",
            "arbeidstaker arbeidsgiver",
            "\u{0}",
            "🙂",
        ] {
            assert_eq!(Role::from_word(text), None, "{text:?}");
        }
    }
}
