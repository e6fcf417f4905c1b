//! What can be chosen: each choice with its values, and the word that stands for each of them in files.

use super::word::{Word, worded, words};

/// Declares choices that can stand in a field, and [`Choice`], which is one of any of them.
macro_rules! choices {
    ($(
        $(#[doc = $doc:literal])* $(#[derive($default:ident)])?
        $name:ident { $($(#[$about:meta])* $value:ident = $word:literal,)+ }
    )+) => {
        $(
            worded!($(#[doc = $doc])* $(#[derive($default)])? $name { $($(#[$about])* $value = $word,)+ });

            impl $name {
                /// Every value, in the order in which they are offered.
                pub const ALL: [Self; { [$(Self::$value,)+].len() }] = [$(Self::$value,)+];

                /// The same, as what can be chosen in a field.
                pub const CHOICES: &'static [Choice] = &[$(Choice::$name(Self::$value),)+];
            }

            impl From<$name> for Choice {
                fn from(value: $name) -> Self {
                    Self::$name(value)
                }
            }
        )+

        /// Something chosen, whatever the field: what a sheet offers and a file names.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Choice {
            $($(#[doc = $doc])* $name($name),)+
        }

        impl Choice {
            /// The word for it in files.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$name(value) => value.word(),)+
                }
            }
        }

        /// Hands every type of choice to a macro.
        macro_rules! for_every_choice {
            ($each:ident) => { $($each!($name);)+ };
        }
        pub(crate) use for_every_choice;
    };
}

choices! {
    /// The målform in which the documents of a meeting are written. What the leader types stays as it was typed.
    #[derive(Default)]
    Language {
        /// Bokmål.
        #[default]
        Bokmal = "bokmål",
        /// Nynorsk.
        Nynorsk = "nynorsk",
    }

    /// How a meeting is held.
    #[derive(Default)]
    MeetingMode {
        /// Everybody in one room.
        #[default]
        InPerson = "fysisk",
        /// By telephone.
        Telephone = "telefon",
        /// By video.
        Video = "video",
        /// Some in the room, some not.
        Hybrid = "hybrid",
    }

    /// What somebody did in a period, as far as the follow-up of an absence asks.
    #[derive(Default)]
    PeriodKind {
        /// Sykmelding, full or graded; the only kind that has a degree.
        #[default]
        SickLeave = "sykmelding",
        /// Egenmelding: whole days, counted as sick from the first one.
        SelfCertified = "egenmelding",
        /// Ferie.
        Holiday = "ferie",
        /// Permisjon.
        Leave = "permisjon",
        /// At work as usual, or work resumed before the sick note ran out.
        Work = "arbeid",
        /// Sykmelding for single days of treatment (behandlingsdager); at work otherwise.
        TreatmentDays = "behandlingsdager",
        /// Sykmelding with a grant for travel (reisetilskudd) instead of absence; at work.
        TravelGrant = "reisetilskudd",
    }

    /// What somebody answered when asked.
    #[derive(Default)]
    Wish {
        /// Not asked yet.
        #[default]
        NotAsked = "ikke spurt",
        /// Wants it.
        Yes = "ja",
        /// Does not want it.
        No = "nei",
    }

    /// Why a meeting is clearly unnecessary (åpenbart unødvendig, aml. § 4-6 fjerde ledd): the four cases of Nav's checklist.
    Ground {
        /// Back in the whole job shortly, and no adaptation is needed for it.
        BackSoon = "snart tilbake",
        /// An adaptation is in place and works, and the whole return is near.
        AdaptedAndBackSoon = "tilrettelagt og snart tilbake",
        /// An illness so serious that there is no return to this work.
        NoReturn = "kan ikke komme tilbake",
        /// An illness so serious that no sensible meeting can be held now; it is held later where possible.
        TooIllNow = "for syk nå",
    }

    /// What the leader said to taking first what somebody has to speak to who leaves early.
    #[derive(Default)]
    TakeFirst {
        /// Not asked, or not answered.
        #[default]
        NotAnswered = "ikke svart",
        /// Their items come first in each phase.
        Accepted = "ja",
        /// The agenda stays as it is.
        Declined = "nei",
    }

    /// The role in which somebody takes part.
    #[derive(Default)]
    Role {
        /// Arbeidstaker: the employee on sick leave. Must take part (aml. § 4-6).
        Employee = "arbeidstaker",
        /// Arbeidsgiver: calls and leads the meeting (aml. § 4-6).
        Employer = "arbeidsgiver",
        /// Lege or other clinician who certifies the sick leave; called on the wish of both, or of the employee alone.
        Sykmelder = "sykmelder",
        /// Bedriftshelsetjeneste (BHT).
        OccupationalHealth = "bht",
        /// Tillitsvalgt, on the employee's wish.
        UnionRepresentative = "tillitsvalgt",
        /// Verneombud, on the employee's wish.
        SafetyRepresentative = "verneombud",
        /// An adviser from Nav, on the wish of either side.
        Nav = "nav",
        /// Tolk.
        Interpreter = "tolk",
        /// Anybody else.
        #[default]
        Other = "annen",
    }

    /// Whether somebody is called to the meeting.
    #[derive(Default)]
    Called {
        /// They are.
        #[default]
        Yes = "ja",
        /// They are not: not wished for, or not possible.
        No = "nei",
    }

    /// Whether somebody came.
    #[derive(Default)]
    Attendance {
        /// Present, or expected.
        #[default]
        Attends = "deltar",
        /// Called but did not come.
        Absent = "deltok ikke",
    }

    /// How somebody takes part.
    Manner {
        /// In the room.
        InRoom = "i rommet",
        /// By video.
        Video = "video",
        /// By telephone.
        Telephone = "telefon",
    }

    /// Whether somebody is to have the referat.
    #[derive(Default)]
    ReferatCopy {
        /// Not spoken of.
        #[default]
        Undecided = "uavklart",
        /// To have it.
        Yes = "ja",
        /// Not to have it.
        No = "nei",
    }

    /// What somebody answered to the summary.
    #[derive(Default)]
    Answer {
        /// Not asked yet.
        #[default]
        NotAsked = "ikke spurt",
        /// Agrees.
        Agrees = "enig",
        /// Sees it differently; their own words belong in the referat.
        Disagrees = "uenig",
        /// Had left before the summary.
        HadLeft = "hadde gått",
    }

    /// Whether something is so.
    #[derive(Default)]
    Said {
        /// Nobody has said.
        #[default]
        Unsaid = "ikke sagt",
        /// It is.
        Yes = "ja",
        /// It is not.
        No = "nei",
    }

    /// How documents reach somebody.
    #[derive(Default)]
    Channel {
        /// Nobody has said.
        #[default]
        Unsaid = "ikke sagt",
        /// Handed over.
        ByHand = "overlevert",
        /// By mail that only the receiver can read.
        EncryptedMail = "kryptert e-post",
        /// By ordinary e-mail.
        Mail = "e-post",
        /// By letter.
        Post = "brev",
        /// Through a system that both are logged in to: nav.no, Altinn, an HR system.
        Portal = "nav.no, altinn eller hr-system",
        /// In another way.
        Other = "annet",
    }

    /// How far an item has come.
    #[derive(Default)]
    ItemStatus {
        /// Not gone through yet.
        #[default]
        Open = "åpent",
        /// Gone through.
        Done = "gjennomgått",
        /// Set aside by the leader ("ikke aktuelt").
        NotRelevant = "ikke aktuelt",
        /// There was no time for it ("ikke rukket"); said after the meeting.
        NotReached = "ikke rukket",
    }

    /// What the meeting thought of a measure.
    #[derive(Default)]
    Verdict {
        /// Not spoken of.
        #[default]
        NotDiscussed = "ikke omtalt",
        /// Spoken of, nothing decided.
        Considered = "vurdert",
        /// Spoken of and found not relevant.
        NotRelevant = "ikke aktuelt",
        /// To be used.
        ToBeUsed = "skal brukes",
    }

    /// How far a question has come.
    #[derive(Default)]
    Asking {
        /// It may be chosen.
        #[default]
        Offered = "kan velges",
        /// It is to be asked in the meeting.
        Chosen = "valgt",
        /// It has been asked.
        Asked = "stilt",
    }
}

worded! {
    /// Whether a meeting is real.
    MeetingKind {
        /// With real people.
        Real = "virkelig",
        /// An invented case to rehearse with; marked as such wherever it shows.
        Practice = "øvelse",
    }
}

worded! {
    /// Somebody whose wish counts.
    ///
    /// In graded absence each of the three can have the meeting held (aml. § 4-6 fjerde ledd); about who is called, only
    /// the two parties decide.
    Side {
        /// Arbeidstaker.
        Employee = "arbeidstaker",
        /// Arbeidsgiver.
        Employer = "arbeidsgiver",
        /// Lege or other clinician who certifies the sick leave.
        Sykmelder = "sykmelder",
    }
}

impl Side {
    /// The three, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Employee, Self::Employer, Self::Sykmelder];
}

worded! {
    /// One of the two whom the meeting is between.
    Party {
        /// Arbeidstaker.
        Employee = "arbeidstaker",
        /// Arbeidsgiver.
        Employer = "arbeidsgiver",
    }
}

worded! {
    /// What came of a planned meeting.
    Outcome {
        /// It was not held, and has to be planned anew.
        NotHeld = "ikke holdt",
        /// It was held without this program.
        Held = "holdt",
    }
}

worded! {
    /// Something that only the leader can say is so.
    Check {
        /// The leader has read the oppfølgingsplan.
        PlanRead = "plan lest",
        /// The employee has had the questions and time to think.
        EmployeePrepared = "arbeidstaker forberedt",
        /// The room is booked, and nobody hears or looks in.
        Room = "rom",
        /// Nothing private shows on the screen others can see.
        Screen = "skjerm",
        /// After the meeting: names, workplace and first day of absence are those of this case, and those who are said to
        /// have taken part did.
        RightPeople = "rette folk",
    }
}

impl Check {
    /// Everything, in the order in which it is offered.
    pub const ALL: [Self; 5] = [
        Self::PlanRead,
        Self::EmployeePrepared,
        Self::Room,
        Self::Screen,
        Self::RightPeople,
    ];
}

worded! {
    /// Where a question comes from.
    #[derive(Default)]
    Origin {
        /// It was there when the meeting was made.
        #[default]
        Bank = "agenda",
        /// It was written for this meeting, and can be rewritten and taken out.
        Own = "eget",
    }
}
