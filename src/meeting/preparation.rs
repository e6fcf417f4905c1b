//! What is settled and made ready before the meeting, besides when and where it is held and who takes part.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    absence::Period,
    need::{ExemptionDraft, Wishes},
    written::Written,
};

/// The work before the meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preparation {
    /// The absence, as it was entered.
    pub periods: Vec<Period>,
    /// Who wants the meeting, where the law leaves that to them.
    pub wanted: Wishes,
    /// Why it is clearly unnecessary, where somebody has found that.
    pub exemption: ExemptionDraft,
    /// What came of the last day on which it was to be held, where it was not led with this program.
    pub past: Option<Past>,
    /// The oppfølgingsplan as it stands before the meeting.
    pub plan: Plan,
    /// Why the meeting is held later than the law asks, where it is.
    pub late_reason: String,
    /// When the invitation went out.
    pub invited: Written<NaiveDate>,
    /// To which day it called: the one that stood when `invited` was written. Taken down by the program, so that it is
    /// noticed when the meeting is moved.
    pub invited_to: Option<NaiveDate>,
    /// What has been made ready.
    pub ready: BTreeSet<Check>,
    /// Whether the items of somebody who leaves early come first.
    pub take_first: TakeFirst,
    /// For each phase the numbers its items had in the agenda, counted from 0, as they stand now; empty where they stand
    /// as in the agenda.
    pub item_origins: Vec<Vec<usize>>,
}

/// What came of a day for which the meeting was planned: planned is not held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Past {
    /// The day.
    pub day: NaiveDate,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a planned meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It was not held, and has to be planned anew.
    NotHeld,
    /// It was held without this program.
    Held,
}

/// The oppfølgingsplan (aml. § 4-6 third paragraph) as far as the meeting builds on it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// When it was made.
    pub made: Written<NaiveDate>,
    /// When the sykmelder got it.
    pub sent: Written<NaiveDate>,
    /// For when Nav has called a meeting, if it has; Nav is to have the plan a week before.
    pub nav_meeting: Written<NaiveDate>,
    /// When Nav got it.
    pub to_nav: Written<NaiveDate>,
    /// What stands in it, as a starting point for the meeting.
    pub points: String,
}

/// Something that only the leader can say is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Check {
    /// The leader has read the oppfølgingsplan.
    PlanRead,
    /// The employee has had the questions and time to think.
    EmployeePrepared,
    /// The room is booked, and nobody hears or looks in.
    Room,
    /// Nothing private shows on the screen others can see.
    Screen,
    /// After the meeting: names, workplace and first day of absence are those of this case, and those who are said to
    /// have taken part did.
    RightPeople,
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

/// Whether something is ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ready {
    /// Not yet.
    #[default]
    No,
    /// It is.
    Yes,
}

/// What the leader said to taking first what somebody has to speak to who leaves early.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TakeFirst {
    /// Not asked, or not answered.
    #[default]
    NotAnswered,
    /// Their items come first in each phase.
    Accepted,
    /// The agenda stays as it is.
    Declined,
}
