//! What the leader has to do next in a case, and by when: one thing, so that a list of meetings can be worked through.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::meeting::{Contents, Stage, Zone};

use super::{
    case_status::CaseStatus,
    dates::days_between,
    deadlines::{Milestone, Urgency},
    need::Need,
    receivers::{all_sent, send_by},
    referat_due,
};

/// The next thing to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep {
    /// Enter the absence, so that the deadlines are known.
    EnterAbsence,
    /// Say what came of the meeting that was planned for this day.
    SayWhatHappened(NaiveDate),
    /// Say whether a sick note that has run out was prolonged.
    SayIfProlonged,
    /// Ask who wants the meeting, where the law leaves that to them.
    AskWhoWants,
    /// Decide anew whether the meeting is to be held, at the latest on this day.
    DecideAgain(NaiveDate),
    /// Make the oppfølgingsplan by this day (aml. § 4-6 tredje ledd).
    MakePlan(NaiveDate),
    /// Send the oppfølgingsplan to the sykmelder by this day; the same duty.
    SendPlan(NaiveDate),
    /// Settle on which day the meeting is, which is to be held by this day where it is known.
    SetDate(Option<NaiveDate>),
    /// Settle at what time on this day the meeting is.
    SetTime(NaiveDate),
    /// Send the invitation to the meeting on this day.
    Invite(NaiveDate),
    /// Hold the meeting on this day.
    Hold(NaiveDate),
    /// Go on with the meeting that is under way.
    GoOn,
    /// Go through the referat, so that it is with the participants by this day.
    Review(NaiveDate),
    /// Send the referat by this day.
    SendReferat(NaiveDate),
    /// Send the plan to Nav by this day, a week before the meeting Nav has called (aml. § 4-6 tredje ledd).
    PlanToNav(NaiveDate),
    /// Follow up on this day.
    FollowUp(NaiveDate),
    /// The day of the follow-up has passed. What came of it is not written down anywhere here.
    FollowUpPassed(NaiveDate),
    /// Look on this day at whether the meeting is still unnecessary.
    LookAgain(NaiveDate),
    /// Nothing for now.
    Nothing,
}

impl NextStep {
    /// The day it is due or takes place.
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::SayWhatHappened(day)
            | Self::DecideAgain(day)
            | Self::MakePlan(day)
            | Self::SendPlan(day)
            | Self::SetTime(day)
            | Self::Invite(day)
            | Self::Hold(day)
            | Self::Review(day)
            | Self::SendReferat(day)
            | Self::PlanToNav(day)
            | Self::FollowUp(day)
            | Self::FollowUpPassed(day)
            | Self::LookAgain(day) => Some(day),
            Self::SetDate(day) => day,
            Self::EnterAbsence
            | Self::SayIfProlonged
            | Self::AskWhoWants
            | Self::GoOn
            | Self::Nothing => None,
        }
    }

    /// Whether its day has passed on the day `today`, and it still has to be done.
    pub fn is_overdue(self, today: NaiveDate) -> bool {
        let tells = matches!(self, Self::FollowUpPassed(_));
        !tells && self.day().is_some_and(|day| day < today)
    }

    /// How much it presses on the day `today`.
    pub fn urgency(self, today: NaiveDate) -> Urgency {
        match (self, self.day()) {
            (Self::GoOn, _) => Urgency::Alarm,
            (Self::Nothing | Self::FollowUpPassed(_), _) => Urgency::Calm,
            (_, Some(day)) if day <= today => Urgency::Alarm,
            (_, Some(day)) if days_between(today, day) <= 7 => Urgency::Soon,
            (_, Some(_)) => Urgency::Calm,
            // What has no day can be done at once.
            (_, None) => Urgency::Soon,
        }
    }

    /// What comes first in a list of steps on the day `today`: what presses most, then what has the first day.
    pub fn order(self, today: NaiveDate) -> (Reverse<Urgency>, NaiveDate) {
        let day = match (self, self.day()) {
            (Self::GoOn, _) => NaiveDate::MIN,
            (Self::Nothing | Self::FollowUpPassed(_), _) => NaiveDate::MAX,
            (_, day) => day.unwrap_or(today),
        };
        (Reverse(self.urgency(today)), day)
    }
}

/// What is to be done next with a meeting on the day `today`. The zone tells on which day it was held.
pub fn next_step(meeting: &Contents, zone: Zone, today: NaiveDate) -> NextStep {
    let status = CaseStatus::of(meeting, zone, today);
    match meeting.stage() {
        Stage::Preparing => before(meeting, &status),
        Stage::Running | Stage::Paused => NextStep::GoOn,
        Stage::Ended | Stage::InReview => NextStep::Review(send_by(meeting, zone).unwrap_or(today)),
        Stage::Approved => {
            let send = send_by(meeting, zone).filter(|_| !all_sent(meeting));
            after(send, meeting, &status)
        }
    }
}

/// The meeting has not begun.
fn before(meeting: &Contents, status: &CaseStatus) -> NextStep {
    match status.need {
        Need::AskWhatHappened { planned } => return NextStep::SayWhatHappened(planned),
        Need::Held { on } => return held_elsewhere(on, meeting, status),
        Need::NoAbsence
        | Need::BackAtWork { .. }
        | Need::RanOut { .. }
        | Need::Required
        | Need::Reopened(_)
        | Need::ExemptUntil { .. }
        | Need::Wanted(_)
        | Need::AsksWho(_)
        | Need::NobodyWants => {}
    }
    match status.facts.meeting_planned {
        Some(day) => towards(day, meeting, status),
        None => without_a_day(status),
    }
}

/// A day is planned: whatever else is so, people are going to meet, or have to be told that they are not. Only a plan that
/// is due before it comes first.
fn towards(day: NaiveDate, meeting: &Contents, status: &CaseStatus) -> NextStep {
    let timed = meeting.arrangement.time.value.is_some();
    let plan = plan_step(status).filter(|step| step.day() <= Some(day));
    match plan {
        // On the day itself nothing comes before the meeting.
        _ if timed && day == status.absence.today => NextStep::Hold(day),
        Some(plan) => plan,
        None if !timed => NextStep::SetTime(day),
        None if status.is_invited(meeting) => NextStep::Hold(day),
        None => NextStep::Invite(day),
    }
}

/// No day is planned, or the one that was has been called off.
fn without_a_day(status: &CaseStatus) -> NextStep {
    match status.need {
        Need::NoAbsence => return NextStep::EnterAbsence,
        Need::BackAtWork { .. } => return NextStep::Nothing,
        // By the answer everything else may change.
        Need::RanOut { .. } => return NextStep::SayIfProlonged,
        Need::Required
        | Need::Reopened(_)
        | Need::ExemptUntil { .. }
        | Need::Wanted(_)
        | Need::AsksWho(_)
        | Need::NobodyWants
        | Need::Held { .. }
        | Need::AskWhatHappened { .. } => {}
    }
    if let Some(plan) = plan_step(status) {
        return plan;
    }
    let by = due(Milestone::Meeting1, status);
    match status.need {
        Need::ExemptUntil { review } => NextStep::LookAgain(review),
        Need::Reopened(_) => NextStep::DecideAgain(by.unwrap_or(status.absence.today)),
        Need::AsksWho(_) => NextStep::AskWhoWants,
        Need::NobodyWants => NextStep::Nothing,
        Need::NoAbsence
        | Need::Required
        | Need::Wanted(_)
        | Need::BackAtWork { .. }
        | Need::RanOut { .. }
        | Need::Held { .. }
        | Need::AskWhatHappened { .. } => NextStep::SetDate(by),
    }
}

/// The meeting was held, and `send` is the day by which the referat is to go out, where it has not.
fn after(send: Option<NaiveDate>, meeting: &Contents, status: &CaseStatus) -> NextStep {
    let today = status.absence.today;
    let follow_up = meeting.follow_up.value;
    let plan_to_nav = due(Milestone::PlanToNav, status);
    let steps = [
        plan_step(status),
        send.map(NextStep::SendReferat),
        plan_to_nav.map(NextStep::PlanToNav),
        follow_up
            .filter(|day| today <= *day)
            .map(NextStep::FollowUp),
    ];
    let next = steps.into_iter().flatten().min_by_key(|step| step.day());
    let passed = follow_up.map(NextStep::FollowUpPassed);
    next.or(passed).unwrap_or(NextStep::Nothing)
}

/// The meeting was held without this program. Nobody tells it that the referat has been sent, so it reminds until the
/// follow-up, where those who meet will know.
fn held_elsewhere(on: NaiveDate, meeting: &Contents, status: &CaseStatus) -> NextStep {
    let follow_up = meeting.follow_up.value;
    let reminds = follow_up.is_none_or(|day| status.absence.today < day);
    after(reminds.then(|| referat_due(on)), meeting, status)
}

/// What the employer still has to do with the oppfølgingsplan, to which nobody is held who is back.
fn plan_step(status: &CaseStatus) -> Option<NextStep> {
    let back = matches!(status.need, Need::BackAtWork { .. });
    let by = due(Milestone::FollowUpPlan, status).filter(|_| !back)?;
    Some(if status.has_come(status.facts.plan_made) {
        NextStep::SendPlan(by)
    } else {
        NextStep::MakePlan(by)
    })
}

/// By when the employer still has to see to a milestone; nothing where it is done or nothing is due.
fn due(milestone: Milestone, status: &CaseStatus) -> Option<NaiveDate> {
    status.deadline(milestone)?.due_by()
}
