//! The people of a meeting: their role, whether they came, and whether they agree.

use chrono::NaiveTime;

use super::{
    arrangement::Form,
    need::{Side, Wish},
    written::Written,
};

/// The role in which somebody takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Arbeidstaker: the employee on sick leave. Must take part (aml. § 4-6).
    Employee,
    /// Arbeidsgiver: calls and leads the meeting (aml. § 4-6).
    Employer,
    /// Lege or other clinician who certifies the sick leave; called on the wish of both, or of the employee alone.
    Sykmelder,
    /// Bedriftshelsetjeneste (BHT).
    OccupationalHealth,
    /// Tillitsvalgt, on the employee's wish.
    UnionRepresentative,
    /// Verneombud, on the employee's wish.
    SafetyRepresentative,
    /// An adviser from Nav, on the wish of either side.
    Nav,
    /// Tolk.
    Interpreter,
    /// Anybody else.
    Other,
}

impl Role {
    /// Every role, in the order in which people are listed.
    pub const ALL: [Self; 9] = [
        Self::Employee,
        Self::Employer,
        Self::Sykmelder,
        Self::OccupationalHealth,
        Self::UnionRepresentative,
        Self::SafetyRepresentative,
        Self::Nav,
        Self::Interpreter,
        Self::Other,
    ];

    /// Whether the agreement is between them and somebody else: the employee and the employer.
    pub const fn is_party(self) -> bool {
        matches!(self, Self::Employee | Self::Employer)
    }
}

/// Names one participant of a meeting for as long as it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParticipantId(pub u32);

/// Somebody who takes part or was expected to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Given when added; nobody else in the meeting has it.
    pub id: ParticipantId,
    /// In which role.
    pub role: Role,
    /// As the leader writes it; may be empty.
    pub name: String,
    /// Whether they are called to the meeting.
    pub called: Called,
    /// What the two parties said about having them in the meeting; asked where the role depends on it.
    pub wished: Wished,
    /// Whether they came.
    pub attendance: Attendance,
    /// How they take part, where that has been said.
    pub manner: Option<Manner>,
    /// From when to when, for somebody who is not there all the time. Planned before, real afterwards.
    pub span: Written<Span>,
    /// Whether they are to have the referat.
    pub copy: ReferatCopy,
    /// Whether the employee agrees to that.
    pub consent: Wish,
    /// What they answered when the summary was read out.
    pub answer: Answer,
    /// Their own words to the summary.
    pub words: String,
}

/// Whether somebody is called to the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Called {
    /// They are.
    #[default]
    Yes,
    /// They are not: not wished for, or not possible.
    No,
}

/// What the parties said about having somebody in the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wished {
    /// The employee.
    pub employee: Wish,
    /// The employer.
    pub employer: Wish,
}

/// One of the two whom the meeting is between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Party {
    /// Arbeidstaker.
    Employee,
    /// Arbeidsgiver.
    Employer,
}

impl Party {
    /// The role of those who speak for it.
    pub const fn role(self) -> Role {
        match self {
            Self::Employee => Role::Employee,
            Self::Employer => Role::Employer,
        }
    }
}

impl Wished {
    /// What one of them said.
    pub const fn by(self, party: Party) -> Wish {
        match party {
            Party::Employee => self.employee,
            Party::Employer => self.employer,
        }
    }

    /// Those who said this, the employee first.
    pub fn who(self, wish: Wish) -> Vec<Side> {
        let both = [
            (Side::Employee, self.employee),
            (Side::Employer, self.employer),
        ];
        let found = both.into_iter().filter(|(_, answer)| *answer == wish);
        found.map(|(side, _)| side).collect()
    }
}

/// Whether somebody came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Attendance {
    /// Present, or expected.
    #[default]
    Attends,
    /// Called but did not come.
    Absent,
}

/// How somebody takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// In the room.
    InRoom,
    /// By video.
    Video,
    /// By telephone.
    Telephone,
}

impl Manner {
    /// Every manner, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::InRoom, Self::Video, Self::Telephone];

    /// How everybody takes part in a meeting of this form; nothing where some do one way and some another.
    pub const fn of(form: Form) -> Option<Self> {
        match form {
            Form::InPerson => Some(Self::InRoom),
            Form::Telephone => Some(Self::Telephone),
            Form::Video => Some(Self::Video),
            Form::Hybrid => None,
        }
    }
}

/// From when to when somebody was there, by the clock on the wall. At least one end is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// When they came, if later than the others.
    pub from: Option<NaiveTime>,
    /// When they left or must leave, if earlier than the others.
    pub to: Option<NaiveTime>,
}

/// Whether somebody is to have the referat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReferatCopy {
    /// Not spoken of.
    #[default]
    Undecided,
    /// To have it.
    Yes,
    /// Not to have it.
    No,
}

/// What somebody answered to the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Answer {
    /// Not asked yet.
    #[default]
    NotAsked,
    /// Agrees.
    Agrees,
    /// Sees it differently; their own words belong in the referat.
    Disagrees,
    /// Had left before the summary.
    HadLeft,
}

impl Participant {
    /// Somebody new in `role`. Employee and employer are the parties and get the referat unless decided otherwise.
    pub fn new(id: ParticipantId, role: Role) -> Self {
        let copy = match role {
            Role::Employee | Role::Employer => ReferatCopy::Yes,
            Role::Sykmelder
            | Role::OccupationalHealth
            | Role::UnionRepresentative
            | Role::SafetyRepresentative
            | Role::Nav
            | Role::Interpreter
            | Role::Other => ReferatCopy::Undecided,
        };
        Self {
            id,
            role,
            name: String::new(),
            called: Called::default(),
            wished: Wished::default(),
            attendance: Attendance::default(),
            manner: None,
            span: Written::empty(),
            copy,
            consent: Wish::default(),
            answer: Answer::default(),
            words: String::new(),
        }
    }

    /// Whether this person is in the meeting or expected there, at least partly.
    pub fn attends(&self) -> bool {
        self.called == Called::Yes && self.attendance == Attendance::Attends
    }

    /// How this person takes part in a meeting of this form; nothing where nobody can know.
    pub fn takes_part(&self, form: Form) -> Option<Manner> {
        self.manner.or(Manner::of(form))
    }

    /// How this person takes part, where that is not how a meeting of this form is held.
    pub fn manner_apart(&self, form: Form) -> Option<Manner> {
        self.manner.filter(|own| Manner::of(form) != Some(*own))
    }

    /// Whether this person is to have the referat and may: everybody but the parties needs the employee's consent, for it
    /// tells of one person's work and health (personvernforordningen art. 6 and 9).
    pub fn gets_referat(&self) -> bool {
        self.copy == ReferatCopy::Yes && (self.role.is_party() || self.consent == Wish::Yes)
    }

    /// When this person has to leave by the clock on the wall, if before the others.
    pub fn leaves_at(&self) -> Option<NaiveTime> {
        self.attends().then_some(self.span.value?.to).flatten()
    }
}
