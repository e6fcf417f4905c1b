//! What of a meeting is printed: every place from which words reach a document. The kladd is none of them.

use super::{
    Contents,
    action_item::ActionId,
    agenda::{MeasureState, Verdict},
    event::TextPlace,
    follow_up_plan::PlanText,
    goal::StepId,
    participant::{ParticipantId, Party},
    question::{Origin, QuestionId},
};

/// A place in a meeting whose words reach a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// Free text.
    Text(TextPlace),
    /// A question that was there when the meeting was made. It cannot be rewritten, only left out.
    Question(QuestionId),
    /// The day of the meeting: what was not understood is printed as it was written.
    MeetingDay,
    /// From when to when somebody is there, in the same way.
    Span(ParticipantId),
    /// How much is worked in a step towards the goal, in the same way.
    StepWork(StepId),
    /// From when a step towards the goal is taken, in the same way.
    StepFrom(StepId),
    /// When an action item is due, in the same way.
    Due(ActionId),
    /// When the parties follow up next, in the same way.
    FollowUp,
    /// When the oppfølgingsplan is evaluated, in the same way.
    Evaluation,
}

/// Every text of the meeting that reaches a document, with its place, in order.
pub fn texts(contents: &Contents) -> Vec<(Place, &str)> {
    let arrangement = &contents.arrangement;
    let mut texts: Vec<(Place, &str)> = vec![
        (Place::Text(TextPlace::Workplace), &arrangement.workplace),
        (Place::Text(TextPlace::Place), &arrangement.place),
        (Place::MeetingDay, &arrangement.date.text),
        (
            Place::Text(TextPlace::LateReason),
            &contents.preparation.late_reason,
        ),
        (
            Place::Text(TextPlace::PlanPoints),
            &contents.preparation.plan.points,
        ),
    ];
    for participant in &contents.participants {
        let name = Place::Text(TextPlace::Name(participant.id));
        texts.push((name, &participant.name));
        texts.push((Place::Span(participant.id), &participant.span.text));
    }
    for (index, item) in contents.agenda.items() {
        texts.push((Place::Text(TextPlace::Note(index)), &item.note));
    }
    let handed_out: Vec<QuestionId> = contents.agenda.handed_out().map(|q| q.id).collect();
    for (_, question) in contents.agenda.questions() {
        let place = match question.origin {
            Origin::Own => Some(Place::Text(TextPlace::Question(question.id))),
            Origin::Bank if handed_out.contains(&question.id) => Some(Place::Question(question.id)),
            Origin::Bank => None,
        };
        texts.extend(place.map(|place| (place, question.text.as_str())));
    }
    texts.push((Place::Text(TextPlace::Goal), &contents.goal.text));
    for step in &contents.goal.steps {
        texts.push((Place::StepWork(step.id), &step.work.text));
        texts.push((Place::StepFrom(step.id), &step.from.text));
    }
    for action in &contents.actions {
        texts.push((Place::Text(TextPlace::What(action.id)), &action.what));
        texts.push((Place::Due(action.id), &action.due.text));
    }
    for (number, measure) in contents.agenda.measures.iter().enumerate() {
        let printed =
            measure.state != MeasureState::Private && measure.verdict != Verdict::NotDiscussed;
        if printed {
            texts.push((Place::Text(TextPlace::Remark(number)), &measure.remark));
        }
    }
    for participant in &contents.participants {
        texts.push((
            Place::Text(TextPlace::Words(participant.id)),
            &participant.words,
        ));
    }
    texts.push((Place::FollowUp, &contents.follow_up.text));
    for party in [Party::Employee, Party::Employer] {
        let place = Place::Text(TextPlace::NoAction(party));
        texts.push((place, contents.no_action.of(party)));
    }
    for text in PlanText::ALL {
        let place = Place::Text(TextPlace::Plan(text));
        texts.push((place, contents.plan.text(text)));
    }
    texts.push((Place::Evaluation, &contents.plan.evaluation.text));
    texts
}

/// Whether what stands at a place of the meeting reaches a document.
pub fn reaches_document(place: Place, contents: &Contents) -> bool {
    texts(contents).into_iter().any(|(known, _)| known == place)
}

/// What stands at a place of the meeting; nothing where it is not one whose words reach a document.
pub fn text(place: Place, contents: &Contents) -> &str {
    let mut all = texts(contents).into_iter();
    all.find(|(known, _)| *known == place)
        .map_or("", |(_, text)| text)
}
