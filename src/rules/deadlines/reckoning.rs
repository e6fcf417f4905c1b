//! How each milestone stands on a day.

use chrono::NaiveDate;

use crate::rules::{
    case::{Case, CaseState},
    dates::{Dates, days_between},
    need::{
        Duty, ExemptionStatus, Facts, WEEKS_TO_MEETING, duty, exemption_status, has_come, held,
        is_back,
    },
};

use super::{DeadlineStatus, Milestone, When, worded};

/// How a milestone stands, with the dates counted from the first day wholly absent where they are others; see
/// [`Deadline`](super::Deadline).
pub(super) fn state(
    milestone: Milestone,
    when: When,
    case: &Case,
    facts: &Facts,
    today: NaiveDate,
) -> (DeadlineStatus, Option<Dates>) {
    match milestone {
        Milestone::Meeting1 => meeting_1(when.date(), case, facts, today),
        Milestone::FollowUpPlan => {
            let done = plan_conveyed(facts, case, today);
            (duty_state(when.date(), done, case, today), None)
        }
        Milestone::PlanToNav => (plan_to_nav(when.date(), case, facts, today), None),
        Milestone::PlanReminder => {
            let done = plan_conveyed(facts, case, today);
            let state = done.map(|on| DeadlineStatus::Done { on, late: 0 });
            (state.unwrap_or_else(|| others(when, case, today)), None)
        }
        Milestone::ActivityRequirement
        | Milestone::MeetingNeed
        | Milestone::NavCandidate
        | Milestone::Meeting2
        | Milestone::BenefitEnd => (others(when, case, today), None),
    }
}

/// A day on which something of this case was done.
fn done(day: Option<NaiveDate>, case: &Case, today: NaiveDate) -> Option<NaiveDate> {
    day.filter(|day| has_come(*day, Some(case), today))
}

/// When the plan was made and with the sykmelder: the law asks for both (aml. § 4-6 tredje ledd). One that was sent has
/// been made, whenever that was.
fn plan_conveyed(facts: &Facts, case: &Case, today: NaiveDate) -> Option<NaiveDate> {
    let sent = done(facts.plan_sent, case, today)?;
    let made = done(facts.plan_made, case, today);
    Some(made.map_or(sent, |made| made.max(sent)))
}

/// Whether somebody was back before it came to `day`, or the whole case is over. A sick note that ran out may have been
/// prolonged.
fn is_over_before(day: NaiveDate, case: &Case) -> bool {
    match case.state {
        CaseState::Ended(_) => true,
        CaseState::Open => case.back_since.is_some() && case.last_sick_day < day,
    }
}

fn duty_state(
    strict: NaiveDate,
    done: Option<NaiveDate>,
    case: &Case,
    today: NaiveDate,
) -> DeadlineStatus {
    match done {
        Some(on) => DeadlineStatus::Done {
            on,
            late: days_between(strict, on),
        },
        None if is_over_before(strict, case) => DeadlineStatus::NotReached,
        None => until(strict, today),
    }
}

fn until(strict: NaiveDate, today: NaiveDate) -> DeadlineStatus {
    match strict.cmp(&today) {
        std::cmp::Ordering::Greater => DeadlineStatus::DueIn(days_between(today, strict)),
        std::cmp::Ordering::Equal => DeadlineStatus::DueToday,
        std::cmp::Ordering::Less => DeadlineStatus::Overdue(days_between(strict, today)),
    }
}

fn meeting_1(
    careful: NaiveDate,
    case: &Case,
    facts: &Facts,
    today: NaiveDate,
) -> (DeadlineStatus, Option<Dates>) {
    let held = held(facts, Some(case), today);
    let duty = duty(case, held.unwrap_or(today));
    let from_full = match duty {
        Duty::Must { since } if since > case.start => {
            Some(Dates::after_weeks(since, WEEKS_TO_MEETING))
        }
        Duty::Must { .. } | Duty::IfWanted => None,
    };
    let worded = worded(careful, from_full);
    let state = match (held, exemption_status(case, facts, today), duty) {
        (Some(on), _, Duty::Must { .. }) => DeadlineStatus::Done {
            on,
            late: days_between(worded, on),
        },
        (Some(on), _, Duty::IfWanted) => DeadlineStatus::Done { on, late: 0 },
        (None, _, _) if is_back(case, duty) => DeadlineStatus::NotReached,
        (None, Some(ExemptionStatus::HoldsUntil(review)), _) => DeadlineStatus::Exempt { review },
        (None, Some(ExemptionStatus::Reopened(_)) | None, Duty::IfWanted) => {
            DeadlineStatus::NoAlarm
        }
        (None, Some(ExemptionStatus::Reopened(_)) | None, Duty::Must { .. }) => {
            if careful < today && today <= worded {
                DeadlineStatus::PastCareful {
                    over: days_between(careful, today),
                    left: days_between(today, worded),
                }
            } else if today <= careful {
                until(careful, today)
            } else {
                until(worded, today)
            }
        }
    };
    (state, from_full)
}

fn plan_to_nav(strict: NaiveDate, case: &Case, facts: &Facts, today: NaiveDate) -> DeadlineStatus {
    let meeting = facts.nav_meeting.filter(|day| *day >= case.start);
    let done = done(facts.plan_sent_to_nav, case, today);
    match (meeting, done) {
        (Some(meeting), None) if meeting < today => {
            DeadlineStatus::Passed(days_between(meeting, today))
        }
        (Some(_), _) | (None, Some(_)) => duty_state(strict, done, case, today),
        (None, None) if is_over_before(strict, case) => DeadlineStatus::NotReached,
        (None, None) => DeadlineStatus::AwaitsNav,
    }
}

fn others(when: When, case: &Case, today: NaiveDate) -> DeadlineStatus {
    let first = when.date();
    let last = match when {
        When::Between { closes, .. } => closes,
        When::By(_) | When::On(_) | When::About(_) => first,
    };
    if is_over_before(first, case) {
        DeadlineStatus::NotReached
    } else if today < first {
        DeadlineStatus::Ahead(days_between(today, first))
    } else if today > last {
        DeadlineStatus::Passed(days_between(last, today))
    } else if first == last {
        DeadlineStatus::Today
    } else {
        DeadlineStatus::OpenFor(days_between(today, last))
    }
}
