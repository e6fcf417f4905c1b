//! What is to be made ready before the meeting, and how far it has come.

use crate::meeting::{
    Contents,
    choice::{Called, Check, MeetingMode, ReferatCopy, Role, TakeFirst},
    participant::Participant,
};

use super::{
    calling::{Calling, CopyRule, calling, copy},
    deadlines::{Milestone, State},
    need::Need,
    situation::{Situation, called_off},
    time_plan::{self, Visitor},
};

/// A part of the preparation, after Nav's checklist for dialogmøte 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// Whether the meeting is to be held.
    Need,
    /// Who takes part, in which role and on whose wish.
    People,
    /// When, where and how.
    Arrangement,
    /// The invitation.
    Invitation,
    /// The oppfølgingsplan.
    Plan,
    /// The minutes, and who cannot stay.
    TimePlan,
    /// What to ask.
    Questions,
    /// Whether the employee has had time to think.
    Employee,
    /// The room and the screen.
    Room,
}

impl Section {
    /// Every section, in the order in which it is gone through.
    pub const ALL: [Self; 9] = [
        Self::Need,
        Self::People,
        Self::Arrangement,
        Self::Invitation,
        Self::Plan,
        Self::TimePlan,
        Self::Questions,
        Self::Employee,
        Self::Room,
    ];
}

/// How far a section has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Ready.
    Done,
    /// To be done.
    Open,
    /// Something is wrong or late.
    Attention,
    /// Nothing to do for now; looked at again later.
    Waits,
}

/// How far a section of the preparation has come.
pub fn mark(section: Section, meeting: &Contents, situation: &Situation) -> Mark {
    let ready = |check| meeting.preparation.ready.contains(&check);
    match section {
        Section::Need if has_trouble(meeting) => Mark::Attention,
        Section::Need => match situation.need {
            Need::Required | Need::Wanted(_) | Need::Held { .. } => Mark::Done,
            Need::AskWhatHappened { .. } | Need::RanOut { .. } | Need::Reopened(_) => {
                Mark::Attention
            }
            Need::NoAbsence | Need::AsksWho(_) => Mark::Open,
            // An exemption is looked at again; it never counts as done.
            Need::ExemptUntil { .. } | Need::BackAtWork { .. } | Need::NobodyWants => Mark::Waits,
        },
        Section::People => people(meeting),
        Section::Arrangement => {
            let arrangement = &meeting.arrangement;
            let placed = match arrangement.mode {
                MeetingMode::InPerson | MeetingMode::Hybrid => !arrangement.place.trim().is_empty(),
                MeetingMode::Telephone | MeetingMode::Video => true,
            };
            match arrangement.date.value {
                Some(_) if called_off(meeting).is_some() => Mark::Open,
                Some(day) if is_late(day, situation) && !is_explained(meeting) => Mark::Attention,
                Some(_) if arrangement.time.value.is_some() && placed => Mark::Done,
                Some(_) | None => Mark::Open,
            }
        }
        Section::Invitation => done(situation.is_invited(meeting)),
        Section::Plan => match situation.deadline(Milestone::FollowUpPlan).map(|d| d.state) {
            Some(State::Overdue(_)) => Mark::Attention,
            Some(_) | None => {
                // What was sent has been made.
                let sent = meeting.preparation.plan.sent.value;
                done(ready(Check::PlanRead) && situation.has_come(sent))
            }
        },
        Section::TimePlan => {
            let visitors = time_plan::visitors(meeting);
            // Somebody who came to it since has not been asked about. Once declined, the agenda stays as it is.
            let asked = match meeting.preparation.take_first {
                TakeFirst::NotAnswered | TakeFirst::Accepted => {
                    visitors.iter().all(|visitor| visitor.behind.is_empty())
                }
                TakeFirst::Declined => true,
            };
            let answered = meeting.preparation.take_first != TakeFirst::NotAnswered;
            if visitors.iter().any(Visitor::misses) && !answered {
                Mark::Attention
            } else {
                done(asked)
            }
        }
        Section::Questions => {
            let mut all = meeting.agenda.questions();
            done(all.any(|(_, q)| q.is_chosen() && !q.is_blank()))
        }
        Section::Employee => done(ready(Check::EmployeePrepared)),
        Section::Room => done(ready(Check::Room) && ready(Check::Screen)),
    }
}

/// Whether a period of absence is written down in a way that cannot be reckoned with, so that what follows from the others
/// may be wrong.
pub fn has_trouble(meeting: &Contents) -> bool {
    let mut periods = meeting.preparation.periods.iter();
    periods.any(|period| period.trouble().is_some())
}

/// Ready where both parties are there, and for everybody else it is known whether they may come and have the referat.
fn people(meeting: &Contents) -> Mark {
    let called: Vec<_> = meeting
        .participants
        .iter()
        .filter(|p| p.called == Called::Yes)
        .collect();
    let rules = |p: &&Participant| (calling(p.role, p.wished()), copy(p.role, p.consent));
    let wants_copy = |p: &&Participant| p.copy == ReferatCopy::Yes;
    let refused = |p: &&Participant| {
        let (calling, copy) = rules(p);
        matches!(calling, Calling::Refused(_)) || (wants_copy(p) && copy == CopyRule::Refused)
    };
    let unasked = |p: &&Participant| {
        let (calling, copy) = rules(p);
        matches!(calling, Calling::AskFirst(_)) || (wants_copy(p) && copy == CopyRule::AskEmployee)
    };
    let written = |p: &&Participant| !p.name.trim().is_empty() && !p.span.is_unclear();
    let count = |role| called.iter().filter(|p| p.role == role).count();
    let parties = count(Role::Employee) == 1 && count(Role::Employer) > 0;
    if called.iter().any(refused) {
        Mark::Attention
    } else {
        done(parties && called.iter().all(|p| !unasked(p) && written(p)))
    }
}

/// Whether the leader has written why the meeting is late; nothing else can be done about it.
fn is_explained(meeting: &Contents) -> bool {
    !meeting.preparation.late_reason.trim().is_empty()
}

const fn done(done: bool) -> Mark {
    if done { Mark::Done } else { Mark::Open }
}

/// Whether a meeting on `day` is held later than the law asks, where it asks for it.
fn is_late(day: chrono::NaiveDate, situation: &Situation) -> bool {
    let Some(deadline) = situation.deadline(Milestone::Meeting1) else {
        return false;
    };
    let asked = match situation.need {
        // In a graded absence nothing is due.
        Need::Required | Need::Reopened(_) | Need::RanOut { .. } => deadline.due_by().is_some(),
        Need::NoAbsence
        | Need::BackAtWork { .. }
        | Need::Held { .. }
        | Need::AskWhatHappened { .. }
        | Need::ExemptUntil { .. }
        | Need::Wanted(_)
        | Need::AsksWho(_)
        | Need::NobodyWants => false,
    };
    asked && day > deadline.worded()
}
