//! Periods of absence: as the leader writes them down, and as the rules take them.

use chrono::NaiveDate;

use super::{choice::PeriodKind, field::record, id::PeriodId, parsed::Parsed};

impl PeriodKind {
    /// Whether a period of this kind has a degree.
    pub const fn has_degree(self) -> bool {
        match self {
            Self::SickLeave => true,
            Self::SelfCertified
            | Self::Holiday
            | Self::Leave
            | Self::Work
            | Self::TreatmentDays
            | Self::TravelGrant => false,
        }
    }
}

/// How much of the work somebody is on sick leave from, in whole per cent from 1 to 100.
///
/// Nav pays for graded sick leave from 20 %, but aml. § 4-6 speaks of everybody who is wholly *or partly* absent, so that
/// a lower degree counts for the deadlines too; [`Degree::is_below_benefit`] tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Degree(u8);

impl Degree {
    /// Wholly absent.
    pub const FULL: Self = Self(100);

    /// A degree of so many per cent; nothing outside of 1 to 100.
    pub const fn new(percent: u8) -> Option<Self> {
        match percent {
            1..=100 => Some(Self(percent)),
            0 | 101.. => None,
        }
    }

    /// In per cent.
    pub const fn percent(self) -> u8 {
        self.0
    }

    /// Whether nothing is left of the work.
    pub const fn is_full(self) -> bool {
        self.0 == Self::FULL.0
    }

    /// Whether it is lower than any degree Nav pays for (ftrl. § 8-13: at least 20 %); worth a second look.
    pub const fn is_below_benefit(self) -> bool {
        self.0 < 20
    }
}

record! {
    /// One period as the leader types it; every field may still be empty or not understood.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    Period [PeriodField] {
        /// Names it.
        id: PeriodId,
    } with {
        /// What the period is.
        Kind kind: PeriodKind = "slag" inside required,
        /// The degree of sick leave in per cent, 1 to 100; empty means wholly absent. Without meaning for the other kinds.
        Degree degree: Parsed<u8> = "grad" inside,
        /// The first day.
        From from: Parsed<NaiveDate> = "fra" inside done,
        /// The last day, itself included; empty means that it is still going on.
        To to: Parsed<NaiveDate> = "til" inside,
    }
}

/// Why a period is left out of what the rules look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodFault {
    /// Nobody has written when it begins.
    FromMissing,
    /// What was written as the first day is no date.
    FromUnclear,
    /// What was written as the last day is no date.
    ToUnclear,
    /// What was written as the degree is no whole number from 1 to 100.
    DegreeUnclear,
    /// The last day lies before the first.
    Backwards,
}

impl Period {
    /// A period nobody has written in yet.
    pub fn new(id: PeriodId, kind: PeriodKind) -> Self {
        Self {
            id,
            kind,
            ..Self::default()
        }
    }

    /// The period as the rules take it.
    ///
    /// # Errors
    /// What stands in the way, the first day first.
    pub fn interval(&self) -> Result<Interval, PeriodFault> {
        if self.from.is_unclear() {
            return Err(PeriodFault::FromUnclear);
        }
        let from = self.from.value.ok_or(PeriodFault::FromMissing)?;
        if self.to.is_unclear() {
            return Err(PeriodFault::ToUnclear);
        }
        let to = self.to.value;
        if to.is_some_and(|to| to < from) {
            return Err(PeriodFault::Backwards);
        }
        let kind = match self.kind {
            PeriodKind::SickLeave => IntervalKind::Sick(self.understood_degree()?),
            PeriodKind::SelfCertified => IntervalKind::SelfCertified,
            PeriodKind::Holiday => IntervalKind::Holiday,
            PeriodKind::Leave => IntervalKind::Leave,
            PeriodKind::Work => IntervalKind::Work,
            PeriodKind::TreatmentDays => IntervalKind::TreatmentDays,
            PeriodKind::TravelGrant => IntervalKind::TravelGrant,
        };
        Ok(Interval { from, to, kind })
    }

    /// What is wrong with it; one that was added and not written in yet is not wrong.
    pub fn trouble(&self) -> Option<PeriodFault> {
        let blank = |text: &str| text.trim().is_empty();
        let untouched = blank(&self.from.text) && blank(&self.to.text);
        self.interval().err().filter(|_| !untouched)
    }

    fn understood_degree(&self) -> Result<Degree, PeriodFault> {
        match self.degree.value {
            Some(percent) => Degree::new(percent).ok_or(PeriodFault::DegreeUnclear),
            None if self.degree.is_unclear() => Err(PeriodFault::DegreeUnclear),
            None => Ok(Degree::FULL),
        }
    }
}

/// The periods that are understood, in the order in which they were written; the others are left out.
pub fn intervals(periods: &[Period]) -> Vec<Interval> {
    periods.iter().flat_map(Period::interval).collect()
}

/// A period that is understood: days in a row of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, itself included; nothing where it is still going on. A last day before the first makes it no day.
    pub to: Option<NaiveDate>,
    /// What the days are.
    pub kind: IntervalKind,
}

/// What the days of an interval are; as [`PeriodKind`], with the degree where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IntervalKind {
    /// On sick leave to this degree.
    Sick(Degree),
    /// Egenmelding.
    SelfCertified,
    /// Ferie.
    Holiday,
    /// Permisjon.
    Leave,
    /// At work.
    Work,
    /// Behandlingsdager.
    TreatmentDays,
    /// Reisetilskudd.
    TravelGrant,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> NaiveDate {
        iso.parse().unwrap()
    }

    fn sick(degree: Parsed<u8>, to: Parsed<NaiveDate>) -> Period {
        Period {
            degree,
            from: Parsed::understood("5.10", day("2026-10-05")),
            to,
            ..Period::new(PeriodId(1), PeriodKind::SickLeave)
        }
    }

    fn unclear<T>(text: &str) -> Parsed<T> {
        Parsed {
            text: text.to_owned(),
            value: None,
        }
    }

    #[test]
    fn a_sick_leave_without_a_degree_is_full_and_without_an_end_goes_on() {
        let found = sick(Parsed::empty(), Parsed::empty()).interval();
        let kind = IntervalKind::Sick(Degree::FULL);
        let from = day("2026-10-05");
        assert_eq!(
            found,
            Ok(Interval {
                from,
                to: None,
                kind
            })
        );
    }

    #[test]
    fn a_degree_is_a_whole_number_from_1_to_100() {
        for percent in 0..=u8::MAX {
            let found = sick(Parsed::understood("", percent), Parsed::empty()).interval();
            match Degree::new(percent) {
                Some(degree) => {
                    assert!((1..=100).contains(&percent));
                    assert_eq!(degree.percent(), percent);
                    assert_eq!(degree.is_full(), percent == 100);
                    assert_eq!(degree.is_below_benefit(), percent < 20);
                    assert_eq!(found.map(|s| s.kind), Ok(IntervalKind::Sick(degree)));
                }
                None => assert_eq!(found, Err(PeriodFault::DegreeUnclear), "{percent}"),
            }
        }
    }

    #[test]
    fn what_is_not_understood_is_left_out_with_a_reason() {
        let before = Parsed::understood("4.10", day("2026-10-04"));
        for (period, why) in [
            (
                Period::new(PeriodId(1), PeriodKind::Work),
                PeriodFault::FromMissing,
            ),
            (
                Period {
                    from: unclear("i fjor"),
                    ..sick(Parsed::empty(), Parsed::empty())
                },
                PeriodFault::FromUnclear,
            ),
            (
                sick(Parsed::empty(), unclear("snart")),
                PeriodFault::ToUnclear,
            ),
            (sick(Parsed::empty(), before), PeriodFault::Backwards),
            (
                sick(unclear("halv"), Parsed::empty()),
                PeriodFault::DegreeUnclear,
            ),
        ] {
            assert_eq!(period.interval(), Err(why));
            assert_eq!(intervals(&[period]), []);
        }
    }

    #[test]
    fn only_a_sick_leave_looks_at_its_degree() {
        for kind in PeriodKind::ALL {
            let period = Period {
                kind,
                ..sick(unclear("halv"), Parsed::empty())
            };
            assert_eq!(period.interval().is_err(), kind.has_degree(), "{kind:?}");
        }
    }
}
