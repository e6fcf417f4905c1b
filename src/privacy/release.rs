//! Whether a document may leave the program.

use crate::meeting::{
    Contents,
    arrangement::ArrangementField,
    choice::Check,
    paper::Paper,
    place::{Field, Fixed, Place},
};

use super::{Finding, Grade};

/// Why a document is held back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldBack {
    /// So many findings have to go, or to be kept for a reason.
    Findings(usize),
    /// Nobody has said that this is the right case, with the right people in it.
    People,
}

/// What holds a document back, if anything: strong findings in what it prints that nobody has kept for a reason, and for
/// those that come of the meeting that nobody has looked at whom they are about.
///
/// Of Nav's own minutes, written by people who do nothing else, some have had to be withdrawn for just these two reasons.
pub fn held_back(
    paper: Paper,
    meeting: &Contents,
    findings: &[(Place, Finding)],
) -> Option<HeldBack> {
    let strong = findings
        .iter()
        .filter(|(place, finding)| {
            let words = finding.words(meeting.text_at(*place));
            finding.grade == Grade::Strong
                && prints(paper, *place)
                && stays(finding.grade, meeting.reason_to_keep(*place, words)).is_none()
        })
        .count();
    if strong > 0 {
        return Some(HeldBack::Findings(strong));
    }
    let unconfirmed = !meeting.preparation.ready.contains(&Check::RightPeople);
    (Paper::AFTER.contains(&paper) && unconfirmed).then_some(HeldBack::People)
}

/// Why something that was found stays, if it does: what may be harmless without a word, all else for a reason.
pub fn stays(grade: Grade, reason: Option<&str>) -> Option<&str> {
    reason.filter(|reason| grade == Grade::Hint || !reason.trim().is_empty())
}

/// Whether what stands at `place` may reach this paper. What goes out before the meeting has nothing of what was said there.
fn prints(paper: Paper, place: Place) -> bool {
    match paper {
        Paper::Referat | Paper::Archive | Paper::Plan | Paper::PlanData | Paper::Confirmation => {
            true
        }
        Paper::Invitation | Paper::Questions => match place {
            Place::Field(field) => field.declared().early,
            Place::Fixed(Fixed::CaseCode | Fixed::PhaseTitle(_) | Fixed::Question(_)) => true,
            Place::Fixed(Fixed::ItemTitle(_) | Fixed::MeasureTitle(_) | Fixed::Reason(_)) => false,
        },
        Paper::Calendar => matches!(
            place,
            Place::Field(Field::Arrangement(
                ArrangementField::Place | ArrangementField::VideoLink
            )) | Place::Fixed(Fixed::CaseCode)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::{MeetingField, goal::GoalField};

    #[test]
    fn what_goes_out_before_the_meeting_prints_nothing_of_what_was_said_there() {
        let before = [Paper::Invitation, Paper::Questions];
        for paper in Paper::AFTER.into_iter().chain(before) {
            let after = Paper::AFTER.contains(&paper);
            assert!(
                prints(
                    paper,
                    Place::Field(Field::Arrangement(ArrangementField::Date))
                ),
                "{paper:?}"
            );
            assert_eq!(
                prints(paper, Place::Field(Field::Meeting(MeetingField::FollowUp))),
                after,
                "{paper:?}"
            );
            assert_eq!(
                prints(paper, Place::Field(Field::Goal(GoalField::Text))),
                after
            );
        }
        assert!(!prints(
            Paper::Calendar,
            Place::Field(Field::Arrangement(ArrangementField::Date))
        ));
    }
}
