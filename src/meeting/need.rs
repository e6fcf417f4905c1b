//! Whether a meeting is wanted, and what was decided when it was found clearly unnecessary.

use chrono::{Days, NaiveDate};

use super::{
    choice::{Ground, Side, Wish},
    field::record,
    parsed::Parsed,
};

record! {
    /// What each of the three answered to one question.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    Wishes [WishesField] {} with {
        /// Of the employee.
        Employee employee: Wish = "arbeidstaker_vil" inside,
        /// Of the employer.
        Employer employer: Wish = "arbeidsgiver_vil" inside,
        /// Of the sykmelder.
        Sykmelder sykmelder: Wish = "sykmelder_vil" inside,
    }
}

impl WishesField {
    /// The answer of one of the three.
    pub const fn of(side: Side) -> Self {
        match side {
            Side::Employee => Self::Employee,
            Side::Employer => Self::Employer,
            Side::Sykmelder => Self::Sykmelder,
        }
    }
}

impl Wishes {
    /// The answer of one of them.
    pub const fn of(&self, side: Side) -> Wish {
        match side {
            Side::Employee => self.employee,
            Side::Employer => self.employer,
            Side::Sykmelder => self.sykmelder,
        }
    }

    /// Those who answered this, in the order in which they are asked.
    pub fn who(&self, wish: Wish) -> Vec<Side> {
        let mut sides = Side::ALL.to_vec();
        sides.retain(|side| self.of(*side) == wish);
        sides
    }
}

record! {
    /// A decision that the meeting is clearly unnecessary for now, as the leader writes it down.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    ExemptionDraft [ExemptionField] {} with {
        /// On which ground.
        Ground ground: Option<Ground> = "unodvendig" inside,
        /// Who was asked, each once.
        Asked asked: Vec<Side> = "spurt" inside,
        /// When they were asked; the day of the decision.
        AskedOn asked_on: Parsed<NaiveDate> = "spurt_dag" inside done,
        /// When it is looked at again.
        Review review: Parsed<NaiveDate> = "vurderes_igjen" inside ahead,
        /// The last known day of absence when it was decided; nothing where no end was known, and then none is passed.
        /// Taken down by the program, so that a prolonged absence is noticed.
        AbsenceTo absence_to: Option<NaiveDate> = "fravar_til_da" inside,
    }
}

/// The longest time until an exemption is looked at again: as long as until Nav's own meeting, dialogmøte 2.
const WEEKS_TO_REVIEW: u64 = 26;

/// What an exemption lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// No ground is chosen.
    Ground,
    /// The employee was not asked; the employer cannot find out without.
    EmployeeNotAsked,
    /// It is not clear when they were asked.
    AskedOn,
    /// They are to be asked on a day that has not come yet.
    AskedOnAhead,
    /// It is not clear when it is looked at again.
    Review,
    /// The review does not lie after the day of the decision.
    ReviewTooEarly,
    /// The review lies more than 26 weeks after the day of the decision.
    ReviewTooLate,
}

/// A whole decision that the meeting is clearly unnecessary for now. It says nothing of a meeting that was held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exemption {
    /// On which ground.
    pub ground: Ground,
    /// Who was asked; the employee is among them.
    pub asked: Vec<Side>,
    /// When they were asked; the day of the decision, which has come.
    pub asked_on: NaiveDate,
    /// When it is looked at again; after `asked_on`, and at most 26 weeks later.
    pub review: NaiveDate,
    /// The last known day of absence when it was decided; nothing where no end was known.
    pub absence_to: Option<NaiveDate>,
}

impl ExemptionDraft {
    /// The whole decision, as seen on the day `today`.
    ///
    /// # Errors
    /// Everything it lacks, in the order of the fields; never empty.
    pub fn complete(&self, today: NaiveDate) -> Result<Exemption, Vec<Gap>> {
        let mut gaps = Vec::new();
        if self.ground.is_none() {
            gaps.push(Gap::Ground);
        }
        if !self.asked.contains(&Side::Employee) {
            gaps.push(Gap::EmployeeNotAsked);
        }
        match self.asked_on.value {
            None => gaps.push(Gap::AskedOn),
            Some(day) if day > today => gaps.push(Gap::AskedOnAhead),
            Some(_) => {}
        }
        let latest =
            |asked_on: NaiveDate| asked_on.checked_add_days(Days::new(7 * WEEKS_TO_REVIEW));
        match (self.asked_on.value, self.review.value) {
            (_, None) => gaps.push(Gap::Review),
            (Some(asked_on), Some(review)) if review <= asked_on => gaps.push(Gap::ReviewTooEarly),
            (Some(asked_on), Some(review)) if latest(asked_on).is_some_and(|day| review > day) => {
                gaps.push(Gap::ReviewTooLate);
            }
            (Some(_) | None, Some(_)) => {}
        }
        match (self.ground, self.asked_on.value, self.review.value) {
            (Some(ground), Some(asked_on), Some(review)) if gaps.is_empty() => Ok(Exemption {
                ground,
                asked: self.asked.clone(),
                asked_on,
                review,
                absence_to: self.absence_to,
            }),
            (Some(_) | None, Some(_) | None, Some(_) | None) => Err(gaps),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Parsed<NaiveDate> {
        Parsed::understood(iso, iso.parse().unwrap())
    }

    const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 17).unwrap();

    fn whole() -> ExemptionDraft {
        ExemptionDraft {
            ground: Some(Ground::BackSoon),
            asked: vec![Side::Employee],
            asked_on: day("2026-11-10"),
            review: day("2026-12-01"),
            absence_to: None,
        }
    }

    #[test]
    fn an_exemption_is_whole_when_the_employee_was_asked_and_a_review_is_set() {
        let exemption = whole().complete(TODAY).unwrap();
        assert_eq!(exemption.ground, Ground::BackSoon);
        assert_eq!(exemption.review, "2026-12-01".parse().unwrap());
    }

    #[test]
    fn everything_an_exemption_lacks_is_told_at_once() {
        let all = [
            Gap::Ground,
            Gap::EmployeeNotAsked,
            Gap::AskedOn,
            Gap::Review,
        ];
        assert_eq!(ExemptionDraft::default().complete(TODAY), Err(all.to_vec()));
        let mut draft = whole();
        draft.asked = vec![Side::Sykmelder];
        draft.review = day("2026-11-10");
        let gaps = vec![Gap::EmployeeNotAsked, Gap::ReviewTooEarly];
        assert_eq!(draft.complete(TODAY), Err(gaps));
    }

    #[test]
    fn a_decision_that_has_not_been_made_yet_is_none() {
        let draft = whole();
        let decided = draft.asked_on.value.unwrap();
        assert!(draft.complete(decided).is_ok());
        let before = decided.pred_opt().unwrap();
        assert_eq!(draft.complete(before), Err(vec![Gap::AskedOnAhead]));
    }

    #[test]
    fn an_exemption_is_looked_at_again_within_half_a_year() {
        let mut draft = whole();
        draft.review = day("2027-05-11");
        assert!(draft.complete(TODAY).is_ok());
        for review in ["2027-05-12", "2036-11-10"] {
            draft.review = day(review);
            assert_eq!(draft.complete(TODAY), Err(vec![Gap::ReviewTooLate]));
        }
    }

    #[test]
    fn wishes_are_found_by_answer() {
        let wishes = Wishes {
            employee: Wish::Yes,
            employer: Wish::NotAsked,
            sykmelder: Wish::Yes,
        };
        assert_eq!(wishes.who(Wish::Yes), [Side::Employee, Side::Sykmelder]);
        assert_eq!(wishes.who(Wish::NotAsked), [Side::Employer]);
        assert_eq!(wishes.who(Wish::No), []);
    }
}
