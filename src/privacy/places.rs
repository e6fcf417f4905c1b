//! The guard over a whole meeting: every place from which words reach a document.

use crate::meeting::{
    Contents,
    printed::{Place, texts},
};

use super::{Finding, Guard, Kind};

/// Everything in the meeting that may have to go, in the order of the referat's places. The kladd reaches no document and
/// is not read; a name of a participant is no finding, wherever it stands.
pub fn meeting(guard: &Guard, contents: &Contents) -> Vec<(Place, Finding)> {
    let names = names(contents);
    let mut all = Vec::new();
    for (place, text) in texts(contents) {
        let findings = guard.check(text).into_iter();
        let findings = findings.filter(|finding| match finding.kind {
            Kind::Word(_) => {
                let word = text.get(finding.span.clone()).unwrap_or_default();
                !names.contains(&word)
            }
            Kind::Code(_) | Kind::Identity(_) | Kind::Phone | Kind::Email => true,
        });
        all.extend(findings.map(|finding| (place, finding)));
    }
    all
}

/// Every word of a participant's name that is written as a name: "Rus" may be one, "rus" is none.
fn names(contents: &Contents) -> Vec<&str> {
    let words = contents
        .participants
        .iter()
        .flat_map(|p| p.name.split_whitespace());
    words
        .filter(|word| word.starts_with(char::is_uppercase))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        meeting::{
            Kind, Meeting,
            agenda::{
                Agenda, Item, ItemIndex, Measure, MeasureState, Phase, PhaseIndex, Standing,
                Verdict,
            },
            event::TextPlace,
            participant::{ParticipantId, Role},
            printed::text,
        },
        privacy::words::{Area, AreaWords, Proposal, WordLists},
    };

    fn guard() -> Guard {
        Guard::new(&WordLists {
            areas: vec![AreaWords {
                area: Area::Cancer,
                strong: vec!["kreft".to_owned(), "rus".to_owned()],
                hint: Vec::new(),
                proposal: Proposal::default(),
            }],
            ..WordLists::default()
        })
    }

    /// A meeting with "kreft" in every text it has.
    fn meeting_full_of_it() -> Contents {
        let word = || "kreft".to_owned();
        let item = Item {
            id: "a".to_owned(),
            title: "A".to_owned(),
            say: String::new(),
            details: Vec::new(),
            speakers: Vec::new(),
            plan: Vec::new(),
            note: word(),
            standing: Standing::Open,
        };
        let phase = Phase {
            id: "a".to_owned(),
            title: "A".to_owned(),
            planned: 10,
            adjusted: 0,
            items: vec![item],
            questions: Vec::new(),
        };
        let measure = |state, verdict| Measure {
            id: "a".to_owned(),
            letter: String::new(),
            title: "A".to_owned(),
            state,
            about: String::new(),
            verdict,
            remark: word(),
        };
        let agenda = Agenda {
            phases: vec![phase],
            measures: vec![
                measure(MeasureState::InUse, Verdict::Considered),
                measure(MeasureState::InUse, Verdict::NotDiscussed),
                measure(MeasureState::Private, Verdict::ToBeUsed),
            ],
        };
        let now = "2026-11-17T09:00:00Z".parse().unwrap();
        let meeting = Meeting::new("26-014".parse().unwrap(), Kind::Real, agenda, now).unwrap();
        let mut contents = Contents::clone(&meeting);
        contents.arrangement.workplace = word();
        contents.arrangement.place = word();
        contents.arrangement.date.text = word();
        contents.preparation.plan.points = word();
        contents.goal.text = word();
        contents.follow_up.text = word();
        contents.kladd = word();
        for participant in &mut contents.participants {
            participant.words = word();
        }
        contents
    }

    #[test]
    fn every_text_that_reaches_a_document_is_read_and_the_kladd_is_not() {
        let contents = meeting_full_of_it();
        let found: Vec<Place> = meeting(&guard(), &contents)
            .into_iter()
            .map(|(place, _)| place)
            .collect();
        let note = TextPlace::Note(ItemIndex {
            phase: PhaseIndex(0),
            item: 0,
        });
        let words = |id| TextPlace::Words(ParticipantId(id));
        let expected = [
            Place::Text(TextPlace::Workplace),
            Place::Text(TextPlace::Place),
            Place::MeetingDay,
            Place::Text(TextPlace::PlanPoints),
            Place::Text(note),
            Place::Text(TextPlace::Goal),
            Place::Text(TextPlace::Remark(0)),
            Place::Text(words(1)),
            Place::Text(words(2)),
            Place::FollowUp,
        ];
        assert_eq!(found, expected);
        assert!(
            expected
                .iter()
                .all(|place| text(*place, &contents) == "kreft")
        );
    }

    #[test]
    fn a_name_of_a_participant_is_no_finding() {
        let mut contents = meeting_full_of_it();
        let employee = contents
            .participants
            .iter_mut()
            .find(|p| p.role == Role::Employee);
        employee.unwrap().name = "Anne Rus".to_owned();
        contents.goal.text = "Rus tar rus opp".to_owned();
        let found = meeting(&guard(), &contents);
        let goal: Vec<_> = found
            .iter()
            .filter(|(place, _)| *place == Place::Text(TextPlace::Goal))
            .collect();
        assert_eq!(goal.len(), 1);
        assert_eq!(goal[0].1.span, 8..11);
    }
}
