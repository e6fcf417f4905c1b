//! What the leader has to do next in a case, and by when: one thing, so that a list of meetings can be worked through.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::meeting::{Contents, stage::Stage, zone::Zone};

use super::{
    dates::days_between,
    deadlines::{Milestone, State, Urgency},
    need::Need,
    referat_due,
    situation::Situation,
};

/// The next thing to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep {
    /// Enter the absence, so that the deadlines are known.
    EnterAbsence,
    /// Say what came of the meeting that was planned for this day.
    SayWhatHappened(NaiveDate),
    /// Ask who wants the meeting, where the law leaves that to them.
    AskWhoWants,
    /// Decide anew whether the meeting is to be held, at the latest on this day.
    DecideAgain(NaiveDate),
    /// Make the oppfølgingsplan by this day (aml. § 4-6 tredje ledd).
    MakePlan(NaiveDate),
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
            | Self::SetTime(day)
            | Self::Invite(day)
            | Self::Hold(day)
            | Self::Review(day)
            | Self::SendReferat(day)
            | Self::PlanToNav(day)
            | Self::FollowUp(day)
            | Self::LookAgain(day) => Some(day),
            Self::SetDate(day) => day,
            Self::EnterAbsence | Self::AskWhoWants | Self::GoOn | Self::Nothing => None,
        }
    }

    /// Whether its day has passed on the day `today`.
    pub fn is_overdue(self, today: NaiveDate) -> bool {
        self.day().is_some_and(|day| day < today)
    }

    /// How much it presses on the day `today`.
    pub fn urgency(self, today: NaiveDate) -> Urgency {
        match (self, self.day()) {
            (Self::GoOn, _) => Urgency::Alarm,
            (Self::Nothing, _) => Urgency::Calm,
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
            (Self::Nothing, _) => NaiveDate::MAX,
            (_, day) => day.unwrap_or(today),
        };
        (Reverse(self.urgency(today)), day)
    }
}

/// What is to be done next with a meeting on the day `today`. The zone tells on which day it was held.
pub fn next_step(meeting: &Contents, zone: Zone, today: NaiveDate) -> NextStep {
    let situation = Situation::of(meeting, zone, today);
    match meeting.stage() {
        Stage::Preparing => before(meeting, &situation),
        Stage::Running | Stage::Paused => NextStep::GoOn,
        Stage::Ended | Stage::InReview => {
            let held = meeting.timeline.ended().map_or(today, |at| zone.date(at));
            NextStep::Review(referat_due(held))
        }
        Stage::Approved => {
            let held = meeting.timeline.ended().map_or(today, |at| zone.date(at));
            after(held, meeting, &situation)
        }
    }
}

/// The meeting has not begun.
fn before(meeting: &Contents, situation: &Situation) -> NextStep {
    let today = situation.course.today;
    let planned = situation.facts.meeting_planned;
    match situation.need {
        Need::AskWhatHappened { planned } => return NextStep::SayWhatHappened(planned),
        Need::Held { on } => return after(on, meeting, situation),
        Need::BackAtWork { .. } => return NextStep::Nothing,
        Need::NoAbsence if planned.is_none() => return NextStep::EnterAbsence,
        Need::NoAbsence
        | Need::Required
        | Need::Reopened(_)
        | Need::ExemptUntil { .. }
        | Need::Wanted(_)
        | Need::AsksWho(_)
        | Need::NobodyWants => {}
    }
    // On the day itself nothing comes before the meeting.
    if planned == Some(today) && meeting.arrangement.time.value.is_some() {
        return NextStep::Hold(today);
    }
    if let Some(by) = due(Milestone::FollowUpPlan, situation) {
        return NextStep::MakePlan(by);
    }
    let by = due(Milestone::Meeting1, situation);
    match situation.need {
        Need::ExemptUntil { review } => return NextStep::LookAgain(review),
        Need::Reopened(_) if planned.is_none() => {
            return NextStep::DecideAgain(by.unwrap_or(today));
        }
        Need::AsksWho(_) if planned.is_none() => return NextStep::AskWhoWants,
        Need::NobodyWants if planned.is_none() => return NextStep::Nothing,
        Need::NoAbsence
        | Need::Required
        | Need::Reopened(_)
        | Need::Wanted(_)
        | Need::AsksWho(_)
        | Need::NobodyWants
        | Need::BackAtWork { .. }
        | Need::Held { .. }
        | Need::AskWhatHappened { .. } => {}
    }
    let Some(day) = planned else {
        return NextStep::SetDate(by);
    };
    if meeting.arrangement.time.value.is_none() {
        NextStep::SetTime(day)
    } else if meeting.preparation.invited.value.is_none() {
        NextStep::Invite(day)
    } else {
        NextStep::Hold(day)
    }
}

/// The meeting was held. Nobody tells the program that the referat has been sent, so it reminds until it should have been.
fn after(held: NaiveDate, meeting: &Contents, situation: &Situation) -> NextStep {
    let today = situation.course.today;
    let send = Some(referat_due(held)).filter(|by| *by >= today);
    let plan = due(Milestone::PlanToNav, situation);
    let follow_up = meeting.follow_up.value.filter(|day| *day >= today);
    [
        send.map(NextStep::SendReferat),
        plan.map(NextStep::PlanToNav),
        follow_up.map(NextStep::FollowUp),
    ]
    .into_iter()
    .flatten()
    .min_by_key(|step| step.day())
    .unwrap_or(NextStep::Nothing)
}

/// By when the employer still has to see to a milestone; nothing where it is done or nothing is due.
fn due(milestone: Milestone, situation: &Situation) -> Option<NaiveDate> {
    let deadline = situation.deadline(milestone)?;
    match deadline.state {
        State::DueIn(_) | State::DueToday | State::Overdue(_) => Some(deadline.when.date()),
        State::PastCareful { .. } => deadline.from_full.map(|full| full.strict),
        State::Done { .. }
        | State::Exempt { .. }
        | State::NoAlarm
        | State::AwaitsNav
        | State::Ahead(_)
        | State::Today
        | State::OpenFor(_)
        | State::Passed(_)
        | State::NotReached => None,
    }
}
