//! Where a case stands on a day: what the absence is, what the law asks, and what has been done.

use chrono::NaiveDate;

use crate::meeting::{Contents, Outcome, Past, Role, Zone, absence};

use super::{
    case::AbsenceHistory,
    deadlines::{Deadline, Milestone, deadlines},
    need::{Facts, Need, need},
    receivers::plan_sent,
};

/// Where the case of a meeting stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseStatus {
    /// What every day of the absence counts as, and the cases that makes.
    pub absence: AbsenceHistory,
    /// What has been done and decided.
    pub facts: Facts,
    /// Whether the meeting is to be held.
    pub need: Need,
    /// What is due by when; empty where nothing is known of an absence.
    pub deadlines: Vec<Deadline>,
}

impl CaseStatus {
    /// Where the case of `meeting` stands on the day `today`. The zone tells on which day the meeting was held.
    pub fn of(meeting: &Contents, zone: Zone, today: NaiveDate) -> Self {
        let absence = absence(meeting, today);
        let facts = facts(meeting, zone, today);
        Self {
            need: need(&absence, &facts),
            deadlines: deadlines(&absence, &facts),
            absence,
            facts,
        }
    }

    /// Whether what was written down for this day has happened; what lies ahead is a plan.
    pub fn has_come(&self, day: Option<NaiveDate>) -> bool {
        day.is_some_and(|day| day <= self.absence.today)
    }

    /// Whether everybody has been called to the meeting on the day that stands now. An invitation to a day on which it
    /// was not held, or that has been moved since, calls nobody.
    pub fn is_invited(&self, meeting: &Contents) -> bool {
        let preparation = &meeting.preparation;
        let day = meeting.arrangement.date.value;
        let still = |to: NaiveDate| day == Some(to);
        self.has_come(preparation.invited.value)
            && called_off(meeting).is_none()
            && preparation.invited_to.is_none_or(still)
    }

    /// How one of the milestones stands.
    pub fn deadline(&self, milestone: Milestone) -> Option<&Deadline> {
        let mut all = self.deadlines.iter();
        all.find(|deadline| deadline.milestone == milestone)
    }
}

/// The last day of absence that is known on the day `today`; nothing where the absence goes on, or none is known.
pub fn known_end(meeting: &Contents, today: NaiveDate) -> Option<NaiveDate> {
    absence(meeting, today).current()?.known_end
}

fn absence(meeting: &Contents, today: NaiveDate) -> AbsenceHistory {
    AbsenceHistory::new(&absence::intervals(&meeting.preparation.periods), today)
}

/// The day that stands in the meeting, where it was not held then and no other one has been settled.
pub fn called_off(meeting: &Contents) -> Option<NaiveDate> {
    let Past { day, outcome } = meeting.preparation.past?;
    let stands = meeting.arrangement.date.value == Some(day);
    (stands && outcome == Outcome::NotHeld).then_some(day)
}

fn facts(meeting: &Contents, zone: Zone, today: NaiveDate) -> Facts {
    let preparation = &meeting.preparation;
    let planned = meeting.arrangement.date.value;
    let past = preparation.past.filter(|past| planned == Some(past.day));
    let past = past.map(|past| past.outcome);
    let began = meeting.timeline.started().map(|at| zone.date(at));
    // What went out after the meeting was made and sent too.
    let doctor = plan_sent(meeting, Role::Sykmelder);
    let nav = plan_sent(meeting, Role::Nav);
    let employee = plan_sent(meeting, Role::Employee);
    let out = [doctor, nav, employee].into_iter().flatten().min();
    Facts {
        plan_made: preparation.plan.made.value.or(out),
        plan_sent: preparation.plan.sent.value.or(doctor),
        meeting_planned: planned.filter(|_| past.is_none()),
        meeting_held: began.or(planned.filter(|_| past == Some(Outcome::Held))),
        wishes: preparation.wanted,
        exemption: preparation.exemption.complete(today).ok(),
        nav_meeting: preparation.plan.nav_meeting.value,
        plan_sent_to_nav: preparation.plan.to_nav.value.or(nav),
    }
}
