//! Whether a document may leave the program.

use crate::meeting::{ArrangementField, Check, Contents, DocumentKind, Field, Fixed, Place};

use super::{Finding, Grade};

/// Why a document is held back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldBack {
    /// So many findings have to go, or to be accepted for a reason.
    Findings(usize),
    /// Nobody has said that this is the right case, with the right people in it.
    People,
}

/// What holds a document back, if anything: strong findings in what it prints that nobody has accepted for a reason, and for
/// those that come of the meeting that nobody has looked at whom they are about.
///
/// Of Nav's own minutes, written by people who do nothing else, some have had to be withdrawn for just these two reasons.
pub fn held_back(
    kind: DocumentKind,
    meeting: &Contents,
    findings: &[(Place, Finding)],
) -> Option<HeldBack> {
    let strong = findings
        .iter()
        .filter(|(place, finding)| {
            let words = finding.words(meeting.text_at(*place));
            finding.grade == Grade::Strong
                && prints(kind, *place)
                && stays(finding.grade, meeting.reason_to_accept(*place, words)).is_none()
        })
        .count();
    if strong > 0 {
        return Some(HeldBack::Findings(strong));
    }
    let unconfirmed = !meeting.preparation.ready.contains(&Check::RightPeople);
    (DocumentKind::AFTER.contains(&kind) && unconfirmed).then_some(HeldBack::People)
}

/// Why something that was found stays, if it does: what may be harmless without a word, all else for a reason.
pub fn stays(grade: Grade, reason: Option<&str>) -> Option<&str> {
    reason.filter(|reason| grade == Grade::Hint || !reason.trim().is_empty())
}

/// Whether what stands at `place` may reach this document. What goes out before the meeting has nothing of what was said
/// there.
fn prints(kind: DocumentKind, place: Place) -> bool {
    match kind {
        DocumentKind::Referat
        | DocumentKind::Archive
        | DocumentKind::Plan
        | DocumentKind::PlanData
        | DocumentKind::Confirmation => true,
        DocumentKind::Invitation | DocumentKind::Questions => match place {
            Place::Field(field) => field.declared().early,
            Place::Fixed(Fixed::CaseCode | Fixed::PhaseTitle(_) | Fixed::Question(_)) => true,
            Place::Fixed(Fixed::ItemTitle(_) | Fixed::MeasureTitle(_) | Fixed::Reason(_)) => false,
        },
        DocumentKind::Calendar => matches!(
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
    use crate::meeting::{GoalField, MeetingField};

    #[test]
    fn what_goes_out_before_the_meeting_prints_nothing_of_what_was_said_there() {
        let before = [DocumentKind::Invitation, DocumentKind::Questions];
        for kind in DocumentKind::AFTER.into_iter().chain(before) {
            let after = DocumentKind::AFTER.contains(&kind);
            assert!(
                prints(
                    kind,
                    Place::Field(Field::Arrangement(ArrangementField::Date))
                ),
                "{kind:?}"
            );
            assert_eq!(
                prints(kind, Place::Field(Field::Meeting(MeetingField::FollowUp))),
                after,
                "{kind:?}"
            );
            assert_eq!(
                prints(kind, Place::Field(Field::Goal(GoalField::Text))),
                after
            );
        }
        assert!(!prints(
            DocumentKind::Calendar,
            Place::Field(Field::Arrangement(ArrangementField::Date))
        ));
    }
}
