//! What is to be dealt with in the review: what the guard found, and what is missing.

use crate::{
    meeting::{Contents, OpenPoint, Place},
    privacy::{Finding, Grade, release::stays},
};

/// One thing to deal with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Task {
    /// What the guard found at a place, by its number there counted from 0.
    Found(Place, usize),
    /// Something that is missing.
    Point(OpenPoint),
}

impl Task {
    /// What was found, where this is about a finding that is still there.
    pub fn finding(self, findings: &[(Place, Finding)]) -> Option<&Finding> {
        let Self::Found(place, number) = self else {
            return None;
        };
        let mut here = findings.iter().filter(|(known, _)| *known == place);
        here.nth(number).map(|(_, finding)| finding)
    }
}

/// The tasks of a review.
#[derive(Debug, Default)]
pub struct Tasks {
    /// What is still to be dealt with: what has to go, what is worth a look, what is missing.
    pub open: Vec<Task>,
    /// What was found and stays for a reason.
    pub accepted: Vec<Task>,
}

impl Tasks {
    /// Everything there is to deal with in a meeting.
    pub fn of(meeting: &Contents, findings: &[(Place, Finding)], points: &[OpenPoint]) -> Self {
        let mut strong = Vec::new();
        let mut hints = Vec::new();
        let mut accepted = Vec::new();
        let mut number = 0;
        let mut before = None;
        for (place, finding) in findings {
            number = if before == Some(*place) {
                number + 1
            } else {
                0
            };
            before = Some(*place);
            let task = Task::Found(*place, number);
            let words = finding.words(meeting.text_at(*place));
            let stays = stays(finding.grade, meeting.reason_to_accept(*place, words));
            match (stays, finding.grade) {
                (Some(_), _) => accepted.push(task),
                (None, Grade::Strong) => strong.push(task),
                (None, Grade::Hint) => hints.push(task),
            }
        }
        let points = points.iter().copied().map(Task::Point);
        let open = strong.into_iter().chain(hints).chain(points).collect();
        Self { open, accepted }
    }
}
