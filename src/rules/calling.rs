//! Who may be called to the meeting and on whose wish, and who may have the referat.

use crate::meeting::{Role, Side, Wish, Wished};

/// Whether somebody may be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Calling {
    /// Takes part without anybody's wish: the two parties.
    Party,
    /// May be called, as these wish it.
    Allowed(Vec<Side>),
    /// May not be called.
    Refused(CallRefusal),
    /// Nobody knows yet: these are to be asked first. One yes is enough.
    AskFirst(Vec<Side>),
}

/// By which rule somebody may not be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CallRefusal {
    /// The sykmelder comes on the wish of both, or of the employee alone; the employer alone cannot demand it.
    SykmelderNeedsEmployee,
    /// Tillitsvalgt and verneombud come on the employee's wish only.
    EmployeeChoosesRepresentative,
    /// Others come where at least one of the parties wishes it, and neither does.
    NeitherWishes,
}

/// Whether somebody in `role` may be called.
///
/// Sykmelder: aml. § 4-6 fjerde ledd with Nav's guidance to it. Tillitsvalgt and verneombud: Nav's checklist for dialogmøte 1.
/// BHT, Nav and others: Nav's guidance, the wish of either party; that a called BHT must come was repealed in 2014. For
/// an interpreter there is no rule of its own: as for others, since either party may need one to be understood.
pub fn calling(role: Role, wishes: Wished) -> Calling {
    match role {
        Role::Employee | Role::Employer => Calling::Party,
        Role::Sykmelder => by_employee(wishes, CallRefusal::SykmelderNeedsEmployee),
        Role::UnionRepresentative | Role::SafetyRepresentative => {
            by_employee(wishes, CallRefusal::EmployeeChoosesRepresentative)
        }
        Role::OccupationalHealth | Role::Nav | Role::Interpreter | Role::Other => by_either(wishes),
    }
}

fn by_employee(wishes: Wished, refusal: CallRefusal) -> Calling {
    match wishes.employee {
        Wish::Yes => Calling::Allowed(wishes.who(Wish::Yes)),
        Wish::No => Calling::Refused(refusal),
        Wish::NotAsked => Calling::AskFirst(vec![Side::Employee]),
    }
}

fn by_either(wishes: Wished) -> Calling {
    let (wanted, unasked) = (wishes.who(Wish::Yes), wishes.who(Wish::NotAsked));
    match (wanted.is_empty(), unasked.is_empty()) {
        (false, _) => Calling::Allowed(wanted),
        (true, false) => Calling::AskFirst(unasked),
        (true, true) => Calling::Refused(CallRefusal::NeitherWishes),
    }
}

/// Whether somebody may have the referat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CopyRule {
    /// One of the parties: it is theirs.
    Party,
    /// The employee agrees.
    Consented,
    /// The employee does not agree.
    Refused,
    /// The employee has not been asked.
    AskEmployee,
}

/// Whether somebody in `role` may have the referat, by the employee's consent to just that.
///
/// The referat tells of one person's work and health, so everybody but the parties needs the consent (personvernforordningen
/// art. 6 and 9); Nav too, which is not sent it by rule since 01.07.2014.
pub const fn copy(role: Role, consent: Wish) -> CopyRule {
    match (role.is_party(), consent) {
        (true, _) => CopyRule::Party,
        (false, Wish::Yes) => CopyRule::Consented,
        (false, Wish::No) => CopyRule::Refused,
        (false, Wish::NotAsked) => CopyRule::AskEmployee,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What every role gets for each pair of answers: employee yes, no, not asked by employer yes, no, not asked.
    #[test]
    fn every_pair_of_wishes_has_its_answer_for_every_role() {
        use Side::{Employee, Employer};
        for role in Role::ALL {
            for employee in Wish::ALL {
                for employer in Wish::ALL {
                    let found = calling(role, Wished { employee, employer });
                    let expected = match role {
                        Role::Employee | Role::Employer => Calling::Party,
                        Role::Sykmelder
                        | Role::UnionRepresentative
                        | Role::SafetyRepresentative => match (employee, employer) {
                            (Wish::Yes, Wish::Yes) => Calling::Allowed(vec![Employee, Employer]),
                            (Wish::Yes, Wish::No | Wish::NotAsked) => {
                                Calling::Allowed(vec![Employee])
                            }
                            (Wish::No, _) if role == Role::Sykmelder => {
                                Calling::Refused(CallRefusal::SykmelderNeedsEmployee)
                            }
                            (Wish::No, _) => {
                                Calling::Refused(CallRefusal::EmployeeChoosesRepresentative)
                            }
                            (Wish::NotAsked, _) => Calling::AskFirst(vec![Employee]),
                        },
                        Role::OccupationalHealth | Role::Nav | Role::Interpreter | Role::Other => {
                            match (employee, employer) {
                                (Wish::Yes, Wish::Yes) => {
                                    Calling::Allowed(vec![Employee, Employer])
                                }
                                (Wish::Yes, _) => Calling::Allowed(vec![Employee]),
                                (_, Wish::Yes) => Calling::Allowed(vec![Employer]),
                                (Wish::No, Wish::No) => {
                                    Calling::Refused(CallRefusal::NeitherWishes)
                                }
                                (Wish::No, Wish::NotAsked) => Calling::AskFirst(vec![Employer]),
                                (Wish::NotAsked, Wish::No) => Calling::AskFirst(vec![Employee]),
                                (Wish::NotAsked, Wish::NotAsked) => {
                                    Calling::AskFirst(vec![Employee, Employer])
                                }
                            }
                        }
                    };
                    assert_eq!(found, expected, "{role:?} {employee:?} {employer:?}");
                }
            }
        }
    }

    #[test]
    fn only_the_parties_have_the_referat_without_consent() {
        for role in Role::ALL {
            for consent in Wish::ALL {
                let may = matches!(copy(role, consent), CopyRule::Party | CopyRule::Consented);
                assert_eq!(may, role.is_party() || consent == Wish::Yes);
            }
        }
        assert_eq!(copy(Role::Nav, Wish::NotAsked), CopyRule::AskEmployee);
        assert_eq!(copy(Role::Sykmelder, Wish::No), CopyRule::Refused);
    }
}
