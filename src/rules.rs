//! What law and good practice say of an absence and its meetings, as pure functions of dates and wishes.

pub mod calling;
pub mod case;
pub mod case_status;
pub mod changes;
pub mod checklist;
pub mod dates;
pub mod days;
pub mod deadlines;
pub mod holidays;
pub mod need;
pub mod next_step;
pub mod plan;
pub mod receivers;
pub mod time_plan;

pub use self::{
    calling::{CallRefusal, Calling, CopyRule},
    case::{AbsenceHistory, Case, CaseState},
    case_status::CaseStatus,
    changes::RuleChange,
    checklist::{ChecklistSection, SectionStatus},
    days::{Counts, Reason},
    deadlines::{Deadline, DeadlineStatus, Milestone, Urgency, When, Whose},
    holidays::Holiday,
    need::{Duty, Facts, Need, Reopening},
    next_step::NextStep,
    plan::PlanFault,
    receivers::Receiver,
    time_plan::{There, Visitor},
};

use chrono::{Days, NaiveDate};

/// The day by which the referat should be with the participants: one week after the meeting.
///
/// Good practice from the meeting guide (Dialogmøte 1 – Gjennomføringsguide, phase 4), not law: aml. § 4-6 demands that the
/// follow-up can be documented, not when the referat is sent.
pub fn referat_due(held: NaiveDate) -> NaiveDate {
    held.checked_add_days(Days::new(7)).unwrap_or(held)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_referat_is_due_one_week_after_the_meeting_across_the_turn_of_the_year() {
        let held = NaiveDate::from_ymd_opt(2026, 12, 28).unwrap();
        assert_eq!(
            referat_due(held),
            NaiveDate::from_ymd_opt(2027, 1, 4).unwrap()
        );
    }
}
