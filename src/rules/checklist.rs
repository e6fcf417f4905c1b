//! What is to be made ready before the meeting, and how far it has come.

use crate::meeting::{
    Contents,
    arrangement::Form,
    participant::{Called, Participant},
    preparation::{Check, TakeFirst},
};

use super::{
    calling::{Calling, calling},
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
        Section::Need => match situation.need {
            Need::Required | Need::Wanted(_) | Need::Held { .. } => Mark::Done,
            Need::AskWhatHappened { .. } | Need::RanOut { .. } | Need::Reopened(_) => {
                Mark::Attention
            }
            Need::NoAbsence | Need::AsksWho(_) => Mark::Open,
            // An exemption is looked at again; it never counts as done.
            Need::ExemptUntil { .. } | Need::BackAtWork { .. } | Need::NobodyWants => Mark::Waits,
        },
        Section::People => {
            let called = || {
                let people = meeting.participants.iter();
                people.filter(|p| p.called == Called::Yes)
            };
            let rule = |p: &Participant| calling(p.role, p.wished);
            let refused = |p: &Participant| matches!(rule(p), Calling::Refused(_));
            let asked = |p: &Participant| !matches!(rule(p), Calling::AskFirst(_));
            let named = |p: &Participant| !p.name.trim().is_empty();
            if called().any(refused) {
                Mark::Attention
            } else if called().all(|p| named(p) && asked(p)) {
                Mark::Done
            } else {
                Mark::Open
            }
        }
        Section::Arrangement => {
            let arrangement = &meeting.arrangement;
            let placed = match arrangement.form {
                Form::InPerson | Form::Hybrid => !arrangement.place.trim().is_empty(),
                Form::Telephone | Form::Video => true,
            };
            match arrangement.date.value {
                Some(_) if called_off(meeting).is_some() => Mark::Open,
                Some(day) if is_late(day, situation) => Mark::Attention,
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
        Section::Questions => done(meeting.agenda.questions().any(|(_, q)| q.is_chosen())),
        Section::Employee => done(ready(Check::EmployeePrepared)),
        Section::Room => done(ready(Check::Room) && ready(Check::Screen)),
    }
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
