//! The people of a meeting: their role, whether they came, and whether they agree.

use chrono::NaiveTime;

use super::{
    choice::{
        Answer, Attendance, Called, Manner, MeetingMode, Party, ReferatCopy, Role, Side, Wish,
    },
    field::record,
    id::ParticipantId,
    parsed::Parsed,
    value::Presence,
};

record! {
    /// Somebody who takes part or was expected to.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    Participant [ParticipantField] {
        /// Names them.
        id: ParticipantId,
    } with {
        /// In which role.
        Role role: Role = "rolle" inside required,
        /// As the leader writes it; may be empty.
        Name name: String = "navn" printed early,
        /// Whether they are called to the meeting.
        Called called: Called = "innkalles" inside,
        /// Whether the employee wants them in the meeting; asked where the role depends on it.
        WishedByEmployee wished_by_employee: Wish = "arbeidstaker_vil" inside,
        /// Whether the employer does.
        WishedByEmployer wished_by_employer: Wish = "arbeidsgiver_vil" inside,
        /// Whether they came.
        Attendance attendance: Attendance = "oppmote" inside,
        /// How they take part, where that has been said: the mode of the meeting tells it of everybody else.
        Manner manner: Option<Manner> = "hvordan" inside,
        /// From when to when, for somebody who is not there all the time. Planned before, real afterwards.
        Presence presence: Parsed<Presence> = "tid" printed early,
        /// Whether they are to have the referat.
        Copy copy: ReferatCopy = "referat" inside,
        /// Whether the employee agrees to that.
        Consent consent: Wish = "samtykke" inside,
        /// What they answered when the summary was read out.
        Answer answer: Answer = "svar" inside,
        /// Their own words to the summary.
        Words words: String = "egne_ord" printed lines,
    }
}

impl ParticipantField {
    /// What one of the parties said about having somebody in the meeting.
    pub const fn wished_by(party: Party) -> Self {
        match party {
            Party::Employee => Self::WishedByEmployee,
            Party::Employer => Self::WishedByEmployer,
        }
    }
}

impl Role {
    /// Whether the agreement is between them and somebody else: the employee and the employer.
    pub const fn is_party(self) -> bool {
        matches!(self, Self::Employee | Self::Employer)
    }
}

/// What the parties said about having somebody in the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wished {
    /// The employee.
    pub employee: Wish,
    /// The employer.
    pub employer: Wish,
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

impl Manner {
    /// How everybody takes part in a meeting of this mode; nothing where some do one way and some another.
    pub const fn of(mode: MeetingMode) -> Option<Self> {
        match mode {
            MeetingMode::InPerson => Some(Self::InRoom),
            MeetingMode::Telephone => Some(Self::Telephone),
            MeetingMode::Video => Some(Self::Video),
            MeetingMode::Hybrid => None,
        }
    }
}

impl Participant {
    /// Somebody new in `role`. The parties get the referat unless decided otherwise.
    pub fn new(id: ParticipantId, role: Role) -> Self {
        let copy = if role.is_party() {
            ReferatCopy::Yes
        } else {
            ReferatCopy::Undecided
        };
        Self {
            id,
            role,
            copy,
            ..Self::default()
        }
    }

    /// What the two parties said about having this person in the meeting.
    pub const fn wished(&self) -> Wished {
        Wished {
            employee: self.wished_by_employee,
            employer: self.wished_by_employer,
        }
    }

    /// Whether this person is in the meeting or expected there, at least partly.
    pub fn attends(&self) -> bool {
        self.called == Called::Yes && self.attendance == Attendance::Attends
    }

    /// How this person takes part in a meeting of this mode; nothing where nobody can know.
    pub fn takes_part(&self, mode: MeetingMode) -> Option<Manner> {
        self.manner.or(Manner::of(mode))
    }

    /// How this person takes part, where that is not how a meeting of this mode is held.
    pub fn manner_apart(&self, mode: MeetingMode) -> Option<Manner> {
        self.manner.filter(|own| Manner::of(mode) != Some(*own))
    }

    /// Whether this person is to have the referat and may: everybody but the parties needs the employee's consent, for it
    /// tells of one person's work and health (personvernforordningen art. 6 and 9).
    pub fn gets_referat(&self) -> bool {
        self.copy == ReferatCopy::Yes && (self.role.is_party() || self.consent == Wish::Yes)
    }

    /// When this person has to leave by the clock on the wall, if before the others.
    pub fn leaves_at(&self) -> Option<NaiveTime> {
        self.attends().then_some(self.presence.value?.to).flatten()
    }
}
