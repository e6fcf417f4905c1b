//! Where a case stands on a day: what the absence is, what the law asks, and what has been done.

use chrono::NaiveDate;

use crate::meeting::{Contents, absence, preparation::Outcome, zone::Zone};

use super::{
    case::Course,
    deadlines::{Deadline, Milestone, deadlines},
    need::{Facts, Need, need},
};

/// Where the case of a meeting stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    /// The absence.
    pub course: Course,
    /// What has been done and decided.
    pub facts: Facts,
    /// Whether the meeting is to be held.
    pub need: Need,
    /// What is due by when; empty where nothing is known of an absence.
    pub deadlines: Vec<Deadline>,
}

impl Situation {
    /// Where the case of `meeting` stands on the day `today`. The zone tells on which day the meeting was held.
    pub fn of(meeting: &Contents, zone: Zone, today: NaiveDate) -> Self {
        let course = Course::new(&absence::stretches(&meeting.preparation.periods), today);
        let facts = facts(meeting, zone);
        Self {
            need: need(&course, &facts),
            deadlines: deadlines(&course, &facts),
            course,
            facts,
        }
    }

    /// How one of the milestones stands.
    pub fn deadline(&self, milestone: Milestone) -> Option<&Deadline> {
        let mut all = self.deadlines.iter();
        all.find(|deadline| deadline.milestone == milestone)
    }
}

fn facts(meeting: &Contents, zone: Zone) -> Facts {
    let preparation = &meeting.preparation;
    let planned = meeting.arrangement.date.value;
    let past = preparation.past.filter(|past| planned == Some(past.day));
    let past = past.map(|past| past.outcome);
    let began = meeting.timeline.started().map(|at| zone.date(at));
    Facts {
        plan_made: preparation.plan.made.value,
        meeting_planned: planned.filter(|_| past.is_none()),
        meeting_held: began.or(planned.filter(|_| past == Some(Outcome::Held))),
        wishes: preparation.wanted,
        exemption: preparation.exemption.complete().ok(),
        nav_meeting: preparation.plan.nav_meeting.value,
        plan_sent_to_nav: preparation.plan.to_nav.value,
    }
}
