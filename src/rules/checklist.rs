//! What is to be made ready before the meeting, and how far it has come.

use crate::meeting::{
    Called, Check, Contents, MeetingMode, Participant, ReferatCopy, Role, TakeFirst,
};

use super::{
    calling::{Calling, CopyRule, calling, copy},
    case_status::{CaseStatus, called_off},
    deadlines::{DeadlineStatus, Milestone},
    need::Need,
    time_plan::{self, Visitor},
};

/// A part of the preparation, after Nav's checklist for dialogmøte 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChecklistSection {
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

impl ChecklistSection {
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
pub enum SectionStatus {
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
pub fn section_status(
    section: ChecklistSection,
    meeting: &Contents,
    status: &CaseStatus,
) -> SectionStatus {
    let ready = |check| meeting.preparation.ready.contains(&check);
    match section {
        ChecklistSection::Need if has_trouble(meeting) => SectionStatus::Attention,
        ChecklistSection::Need => match status.need {
            Need::Required | Need::Wanted(_) | Need::Held { .. } => SectionStatus::Done,
            Need::AskWhatHappened { .. } | Need::RanOut { .. } | Need::Reopened(_) => {
                SectionStatus::Attention
            }
            Need::NoAbsence | Need::AsksWho(_) => SectionStatus::Open,
            // An exemption is looked at again; it never counts as done.
            Need::ExemptUntil { .. } | Need::BackAtWork { .. } | Need::NobodyWants => {
                SectionStatus::Waits
            }
        },
        ChecklistSection::People => people(meeting),
        ChecklistSection::Arrangement => {
            let arrangement = &meeting.arrangement;
            let placed = match arrangement.mode {
                MeetingMode::InPerson | MeetingMode::Hybrid => !arrangement.place.trim().is_empty(),
                MeetingMode::Telephone | MeetingMode::Video => true,
            };
            match arrangement.date.value {
                Some(_) if called_off(meeting).is_some() => SectionStatus::Open,
                Some(day) if is_late(day, status) && !is_explained(meeting) => {
                    SectionStatus::Attention
                }
                Some(_) if arrangement.time.value.is_some() && placed => SectionStatus::Done,
                Some(_) | None => SectionStatus::Open,
            }
        }
        ChecklistSection::Invitation => done(status.is_invited(meeting)),
        ChecklistSection::Plan => {
            match status.deadline(Milestone::FollowUpPlan).map(|d| d.status) {
                Some(DeadlineStatus::Overdue(_)) => SectionStatus::Attention,
                Some(_) | None => {
                    // What was sent has been made.
                    let sent = meeting.preparation.plan.sent.value;
                    done(ready(Check::PlanRead) && status.has_come(sent))
                }
            }
        }
        ChecklistSection::TimePlan => {
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
                SectionStatus::Attention
            } else {
                done(asked)
            }
        }
        ChecklistSection::Questions => {
            let mut all = meeting.agenda.questions();
            done(all.any(|(_, q)| q.is_chosen() && !q.is_blank()))
        }
        ChecklistSection::Employee => done(ready(Check::EmployeePrepared)),
        ChecklistSection::Room => done(ready(Check::Room) && ready(Check::Screen)),
    }
}

/// Whether a period of absence is written down in a way that cannot be reckoned with, so that what follows from the others
/// may be wrong.
pub fn has_trouble(meeting: &Contents) -> bool {
    let mut periods = meeting.preparation.periods.iter();
    periods.any(|period| period.trouble().is_some())
}

/// Ready where both parties are there, and for everybody else it is known whether they may come and have the referat.
fn people(meeting: &Contents) -> SectionStatus {
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
    let written = |p: &&Participant| !p.name.trim().is_empty() && !p.presence.is_unclear();
    let count = |role| called.iter().filter(|p| p.role == role).count();
    let parties = count(Role::Employee) == 1 && count(Role::Employer) > 0;
    if called.iter().any(refused) {
        SectionStatus::Attention
    } else {
        done(parties && called.iter().all(|p| !unasked(p) && written(p)))
    }
}

/// Whether the leader has written why the meeting is late; nothing else can be done about it.
fn is_explained(meeting: &Contents) -> bool {
    !meeting.preparation.late_reason.trim().is_empty()
}

const fn done(done: bool) -> SectionStatus {
    if done {
        SectionStatus::Done
    } else {
        SectionStatus::Open
    }
}

/// Whether a meeting on `day` is held later than the law asks, where it asks for it.
fn is_late(day: chrono::NaiveDate, status: &CaseStatus) -> bool {
    let Some(deadline) = status.deadline(Milestone::Meeting1) else {
        return false;
    };
    let asked = match status.need {
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
