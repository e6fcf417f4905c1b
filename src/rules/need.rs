//! Whether dialogmøte 1 must be held, may be held, or is clearly unnecessary for now.

use chrono::NaiveDate;

use crate::meeting::{Exemption, Side, Wish, Wishes};

use super::{
    case::{AbsenceHistory, Case, CaseState, Extent},
    dates::last_day_of_week,
};

/// Within so many weeks of full absence dialogmøte 1 is to be held (aml. § 4-6 fjerde ledd).
pub const WEEKS_TO_MEETING: u64 = 7;

/// What has been done and decided so far. A day that has not come yet is a plan and makes nothing done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// When the oppfølgingsplan was made.
    pub plan_made: Option<NaiveDate>,
    /// When the sykmelder got it.
    pub plan_sent: Option<NaiveDate>,
    /// For when dialogmøte 1 is planned.
    pub meeting_planned: Option<NaiveDate>,
    /// When dialogmøte 1 was held.
    pub meeting_held: Option<NaiveDate>,
    /// Who wants dialogmøte 1.
    pub wishes: Wishes,
    /// That dialogmøte 1 was found clearly unnecessary.
    pub exemption: Option<Exemption>,
    /// For when Nav has called a meeting.
    pub nav_meeting: Option<NaiveDate>,
    /// When the plan was sent to Nav before that meeting.
    pub plan_sent_to_nav: Option<NaiveDate>,
}

/// What the law asks about dialogmøte 1 in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duty {
    /// Wholly absent: the employer must hold it unless it is clearly unnecessary.
    Must {
        /// The first day wholly absent, from which the wording of the law counts.
        since: NaiveDate,
    },
    /// Partly absent: held if one of the three finds it useful.
    IfWanted,
}

/// What the law asks about dialogmøte 1, on the day `today`. Seven weeks of full absence make a duty that a graded sick
/// note afterwards does not take away.
pub fn duty(case: &Case, today: NaiveDate) -> Duty {
    let come = case.phases.iter().find(|phase| {
        let end = last_day_of_week(phase.from, WEEKS_TO_MEETING);
        phase.extent == Extent::Full && phase.to >= end && today >= end
    });
    let since = come
        .map(|phase| phase.from)
        .or_else(|| case.full_since(today));
    since.map_or(Duty::IfWanted, |since| Duty::Must { since })
}

/// Why a decision that the meeting is clearly unnecessary does not hold any longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reopening {
    /// The day of the review has come.
    ReviewDue(NaiveDate),
    /// The absence lasts longer than was known when it was decided.
    Prolonged {
        /// The last day as it was known then.
        known_then: NaiveDate,
        /// The last day as it is known now; nothing where it goes on.
        known_now: Option<NaiveDate>,
    },
    /// One of the three wants the meeting.
    Wanted(Side),
}

/// Whether a decision that the meeting is clearly unnecessary still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExemptionStatus {
    /// Until this day.
    HoldsUntil(NaiveDate),
    /// No longer.
    Reopened(Reopening),
}

/// How the exemption in `facts` stands on the day `today`; nothing where there is none of this case. It opens again by
/// itself: with a wish, with a longer absence, and at the latest on the day of its review.
pub fn exemption_status(case: &Case, facts: &Facts, today: NaiveDate) -> Option<ExemptionStatus> {
    let exemption = facts.exemption.as_ref();
    let exemption =
        exemption.filter(|exemption| has_come(exemption.asked_on, Some(case), today))?;
    if let Some(side) = facts.wishes.who(Wish::Yes).first() {
        return Some(ExemptionStatus::Reopened(Reopening::Wanted(*side)));
    }
    // Where no end was known, none can have been passed; one that was entered since is no longer absence.
    let longer = |then: &NaiveDate| case.known_end.is_none_or(|now| now > *then);
    if let Some(known_then) = exemption.absence_to.filter(longer) {
        return Some(ExemptionStatus::Reopened(Reopening::Prolonged {
            known_then,
            known_now: case.known_end,
        }));
    }
    let review = exemption.review;
    Some(if today >= review {
        ExemptionStatus::Reopened(Reopening::ReviewDue(review))
    } else {
        ExemptionStatus::HoldsUntil(review)
    })
}

/// Whether dialogmøte 1 is to be held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// Nothing is known of an absence.
    NoAbsence,
    /// The absence was over before it came to a meeting.
    BackAtWork {
        /// Sixteen days have passed since, or somebody is known to have worked after it.
        last_sick_day: NaiveDate,
    },
    /// The absence reaches no further than this day, which has passed, and nobody has told that the employee is back:
    /// the sick note may have been prolonged. All deadlines stand until it is known.
    RanOut {
        /// The day on which what is known runs out.
        last_sick_day: NaiveDate,
    },
    /// It was held.
    Held {
        /// The day on which it began, or the one that somebody said it was held.
        on: NaiveDate,
    },
    /// It was planned for a day that has passed, and nobody has said what came of it.
    AskWhatHappened {
        /// The day that has passed.
        planned: NaiveDate,
    },
    /// Wholly absent: it must be held.
    Required,
    /// Wholly absent, and an earlier decision that it is unnecessary does not hold any longer.
    Reopened(Reopening),
    /// Clearly unnecessary for now; looked at again on this day. It is not done by that.
    ExemptUntil {
        /// The day.
        review: NaiveDate,
    },
    /// Partly absent, and at least one of the three wants it: it is to be held.
    Wanted(Vec<Side>),
    /// Partly absent, and nobody wants it so far: these have not been asked.
    AsksWho(Vec<Side>),
    /// Partly absent, and none of the three wants it.
    NobodyWants,
}

/// Whether dialogmøte 1 is to be held, by what is known of the absence and what has been done.
pub fn need(absence: &AbsenceHistory, facts: &Facts) -> Need {
    let today = absence.today;
    let case = absence.current();
    if let Some(on) = held(facts, case, today) {
        return Need::Held { on };
    }
    if let Some(planned) = facts.meeting_planned
        && planned < today
        && has_come(planned, case, today)
    {
        return Need::AskWhatHappened { planned };
    }
    let Some(case) = case else {
        return Need::NoAbsence;
    };
    let duty = duty(case, today);
    if is_back(case, duty) {
        let last_sick_day = case.last_sick_day;
        return Need::BackAtWork { last_sick_day };
    }
    if case.last_sick_day < today && !has_reached(case, duty) {
        let last_sick_day = case.last_sick_day;
        return Need::RanOut { last_sick_day };
    }
    match (exemption_status(case, facts, today), duty) {
        (Some(ExemptionStatus::HoldsUntil(review)), _) => Need::ExemptUntil { review },
        (Some(ExemptionStatus::Reopened(why)), Duty::Must { .. }) => Need::Reopened(why),
        (None, Duty::Must { .. }) => Need::Required,
        (Some(ExemptionStatus::Reopened(_)) | None, Duty::IfWanted) => {
            let wanted = facts.wishes.who(Wish::Yes);
            let unasked = facts.wishes.who(Wish::NotAsked);
            match (wanted.is_empty(), unasked.is_empty()) {
                (false, _) => Need::Wanted(wanted),
                (true, false) => Need::AsksWho(unasked),
                (true, true) => Need::NobodyWants,
            }
        }
    }
}

/// When the meeting of this case was held, if it was.
pub(super) fn held(facts: &Facts, case: Option<&Case>, today: NaiveDate) -> Option<NaiveDate> {
    let held = facts.meeting_held;
    held.filter(|day| has_come(*day, case, today))
}

/// Whether something that is down for this day has happened in this case: what lies ahead is a plan, and what lies before
/// the case is of another one.
pub(super) fn has_come(day: NaiveDate, case: Option<&Case>, today: NaiveDate) -> bool {
    day <= today && case.is_none_or(|case| day >= case.start)
}

/// Whether somebody came back before the duty to hold the meeting came, or the whole case is over.
pub(super) fn is_back(case: &Case, duty: Duty) -> bool {
    match case.state {
        CaseState::Ended(_) => true,
        CaseState::Open => case.back_since.is_some() && !has_reached(case, duty),
    }
}

/// Whether the absence lasted until the meeting was to be held.
fn has_reached(case: &Case, duty: Duty) -> bool {
    match duty {
        Duty::Must { since } => case.last_sick_day >= last_day_of_week(since, WEEKS_TO_MEETING),
        Duty::IfWanted => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::meeting::{Degree, Ground, Interval, IntervalKind};

    use super::*;

    fn day(iso: &str) -> NaiveDate {
        iso.parse().unwrap()
    }

    /// `to` may be empty for what goes on.
    fn absent(percent: u8, from: &str, to: &str) -> Interval {
        Interval {
            from: day(from),
            to: (!to.is_empty()).then(|| day(to)),
            kind: IntervalKind::Sick(Degree::new(percent).unwrap()),
        }
    }

    fn asked(intervals: &[Interval], facts: &Facts, today: &str) -> Need {
        need(&AbsenceHistory::new(intervals, day(today)), facts)
    }

    fn exemption(absence_to: Option<NaiveDate>) -> Facts {
        Facts {
            exemption: Some(Exemption {
                ground: Ground::BackSoon,
                asked: vec![Side::Employee],
                asked_on: day("2026-11-10"),
                review: day("2026-12-01"),
                absence_to,
            }),
            ..Facts::default()
        }
    }

    #[test]
    fn full_absence_requires_the_meeting_and_graded_absence_asks_who_wants_it() {
        let facts = Facts::default();
        let full = asked(&[absent(100, "2026-10-05", "")], &facts, "2026-11-10");
        assert_eq!(full, Need::Required);
        let graded = asked(&[absent(50, "2026-10-05", "")], &facts, "2026-11-10");
        assert_eq!(graded, Need::AsksWho(Side::ALL.to_vec()));
        assert_eq!(asked(&[], &facts, "2026-11-10"), Need::NoAbsence);
    }

    #[test]
    fn in_graded_absence_one_wish_is_enough_and_three_refusals_are_an_answer() {
        // Case 2 of the examples.
        let graded = [absent(50, "2026-09-21", "")];
        for side in Side::ALL {
            let mut facts = Facts::default();
            let wish = match side {
                Side::Employee => &mut facts.wishes.employee,
                Side::Employer => &mut facts.wishes.employer,
                Side::Sykmelder => &mut facts.wishes.sykmelder,
            };
            *wish = Wish::Yes;
            let found = asked(&graded, &facts, "2026-10-22");
            assert_eq!(found, Need::Wanted(vec![side]));
        }
        let wishes = Wishes {
            employee: Wish::No,
            employer: Wish::No,
            sykmelder: Wish::NotAsked,
        };
        let mut facts = Facts {
            wishes,
            ..Facts::default()
        };
        let found = asked(&graded, &facts, "2026-10-22");
        assert_eq!(found, Need::AsksWho(vec![Side::Sykmelder]));
        facts.wishes.sykmelder = Wish::No;
        assert_eq!(asked(&graded, &facts, "2026-10-22"), Need::NobodyWants);
    }

    #[test]
    fn an_exemption_holds_until_its_review_and_is_never_done() {
        let full = [absent(100, "2026-10-05", "2026-12-31")];
        let facts = exemption(Some(day("2026-12-31")));
        let review = day("2026-12-01");
        for (today, expected) in [
            ("2026-11-10", Need::ExemptUntil { review }),
            ("2026-11-30", Need::ExemptUntil { review }),
            ("2026-12-01", Need::Reopened(Reopening::ReviewDue(review))),
            ("2026-12-24", Need::Reopened(Reopening::ReviewDue(review))),
        ] {
            assert_eq!(asked(&full, &facts, today), expected, "{today}");
        }
    }

    #[test]
    fn a_longer_absence_or_a_wish_opens_an_exemption_again() {
        let known_then = day("2026-11-20");
        let mut facts = exemption(Some(known_then));
        let same = [absent(100, "2026-10-05", "2026-11-20")];
        let found = asked(&same, &facts, "2026-11-12");
        assert!(matches!(found, Need::ExemptUntil { .. }), "{found:?}");
        for (to, known_now) in [("2026-11-21", Some(day("2026-11-21"))), ("", None)] {
            let longer = [absent(100, "2026-10-05", to)];
            let why = Reopening::Prolonged {
                known_then,
                known_now,
            };
            let found = asked(&longer, &facts, "2026-11-12");
            assert_eq!(found, Need::Reopened(why));
        }
        facts.wishes.employee = Wish::Yes;
        let found = asked(&same, &facts, "2026-11-12");
        let why = Reopening::Wanted(Side::Employee);
        assert_eq!(found, Need::Reopened(why));
    }

    #[test]
    fn an_exemption_of_an_earlier_case_says_nothing() {
        let intervals = [absent(100, "2026-11-11", "")];
        let found = asked(&intervals, &exemption(None), "2026-11-12");
        assert_eq!(found, Need::Required);
    }

    #[test]
    fn planned_is_not_held() {
        let full = [absent(100, "2026-10-05", "")];
        let planned = day("2026-11-17");
        let mut facts = Facts {
            meeting_planned: Some(planned),
            ..Facts::default()
        };
        assert_eq!(asked(&full, &facts, "2026-11-17"), Need::Required);
        let passed = Need::AskWhatHappened { planned };
        assert_eq!(asked(&full, &facts, "2026-11-18"), passed);
        facts.meeting_held = Some(day("2026-11-19"));
        assert_eq!(asked(&full, &facts, "2026-11-18"), passed);
        let on = day("2026-11-19");
        assert_eq!(asked(&full, &facts, "2026-11-19"), Need::Held { on });
    }

    #[test]
    fn seven_weeks_of_full_absence_make_a_duty_that_grading_does_not_take_away() {
        let facts = Facts::default();
        let changed = |last_full, graded| {
            let intervals = [absent(100, "2026-10-05", last_full), absent(50, graded, "")];
            asked(&intervals, &facts, "2026-12-01")
        };
        assert_eq!(changed("2026-11-22", "2026-11-23"), Need::Required);
        let everybody = Need::AsksWho(Side::ALL.to_vec());
        assert_eq!(changed("2026-11-21", "2026-11-22"), everybody);
    }

    fn worked(from: &str) -> Interval {
        Interval {
            from: day(from),
            to: None,
            kind: IntervalKind::Work,
        }
    }

    #[test]
    fn who_is_back_before_the_seven_weeks_needs_no_meeting() {
        let last_sick_day = day("2026-11-13");
        let note = absent(100, "2026-10-05", "2026-11-13");
        let facts = Facts::default();
        let back = Need::BackAtWork { last_sick_day };
        let short = [note, worked("2026-11-16")];
        for today in ["2026-11-16", "2026-11-22", "2026-12-24"] {
            assert_eq!(asked(&short, &facts, today), back, "{today}");
        }
        // After sixteen days nobody has to tell it.
        assert_eq!(asked(&[note], &facts, "2026-11-29"), back);
    }

    #[test]
    fn that_a_sick_note_ran_out_does_not_tell_that_one_is_back() {
        let last_sick_day = day("2026-11-13");
        let facts = Facts::default();
        let ran_out = Need::RanOut { last_sick_day };
        for percent in [50, 100] {
            let short = [absent(percent, "2026-10-05", "2026-11-13")];
            assert_ne!(asked(&short, &facts, "2026-11-13"), ran_out);
            for today in ["2026-11-14", "2026-11-22", "2026-11-28"] {
                assert_eq!(asked(&short, &facts, today), ran_out, "{today}");
            }
        }
        // It is asked before an exemption is looked at, for that may rest on the answer.
        let short = [absent(100, "2026-10-05", "2026-11-13")];
        let exempt = exemption(Some(last_sick_day));
        assert_eq!(asked(&short, &exempt, "2026-11-16"), ran_out);
        // The seven weeks were reached: the meeting is to be held, whatever came later.
        let long = [absent(100, "2026-10-05", "2026-11-22")];
        assert_eq!(asked(&long, &facts, "2026-11-25"), Need::Required);
    }

    #[test]
    fn an_exemption_that_is_still_to_be_decided_is_none() {
        let full = [absent(100, "2026-10-05", "2026-12-31")];
        let facts = exemption(Some(day("2026-12-31")));
        assert_eq!(asked(&full, &facts, "2026-11-09"), Need::Required);
        let found = asked(&full, &facts, "2026-11-10");
        assert!(matches!(found, Need::ExemptUntil { .. }));
    }

    #[test]
    fn where_no_end_was_known_an_exemption_is_not_prolonged_by_an_end() {
        let facts = exemption(None);
        for to in ["", "2026-11-20", "2027-01-31"] {
            let found = asked(&[absent(100, "2026-10-05", to)], &facts, "2026-11-12");
            assert!(matches!(found, Need::ExemptUntil { .. }), "{to}");
        }
    }
}
