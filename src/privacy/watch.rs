//! The guard over a whole meeting, kept up to date: every place from which words reach a document.

use std::collections::HashMap;

use crate::meeting::{Contents, Field, Place, PlanField};

use super::{Finding, FindingKind, Guard, names::Names};

/// The guard over a meeting. Looks again only at what has changed since: reading everything takes its time, and most of a
/// meeting stays as it was.
pub struct Watch {
    guard: Guard,
    checked: HashMap<Place, CheckedText>,
    findings: Vec<(Place, Finding)>,
}

/// A text as it was when it was looked at, and everything found in it. Names of participants are among that: they may
/// change without the text.
struct CheckedText {
    text: String,
    found: Vec<Finding>,
}

impl Watch {
    /// Over a meeting it has not seen yet.
    pub fn new(guard: Guard) -> Self {
        Self {
            guard,
            checked: HashMap::new(),
            findings: Vec::new(),
        }
    }

    /// The guard itself.
    pub const fn guard(&self) -> &Guard {
        &self.guard
    }

    /// Takes in the meeting as it stands. The kladd reaches no document and is not read; a name of a participant is no
    /// finding, wherever it stands.
    pub fn look(&mut self, contents: &Contents) {
        let names = Names::of(&contents.participants);
        let mut before = std::mem::take(&mut self.checked);
        self.findings.clear();
        for (place, text) in contents.printed() {
            let unchanged = before.remove(&place).filter(|checked| checked.text == text);
            let checked = unchanged.unwrap_or_else(|| CheckedText {
                text: text.to_owned(),
                found: self.guard.check(text),
            });
            let found = checked.found.iter();
            let found = found.filter(|f| !names.has(f, text) && !belongs(place, f.kind));
            self.findings.extend(found.map(|f| (place, f.clone())));
            self.checked.insert(place, checked);
        }
    }

    /// Everything that may have to go of the meeting as it was looked at last, in the order of its texts.
    pub fn findings(&self) -> &[(Place, Finding)] {
        &self.findings
    }
}

/// Whether a number or an address is what a place is for: how to reach the one who answers for the plan.
const fn belongs(place: Place, kind: FindingKind) -> bool {
    matches!(
        (place, kind),
        (
            Place::Field(Field::Plan(PlanField::Phone | PlanField::Email)),
            FindingKind::Phone | FindingKind::Email
        )
    )
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        meeting::{
            ActionField, ActionId, Agenda, ArrangementField, EarlierPlanField, Edit, Event, Field,
            GoalField, ItemField, ItemIndex, ListEntry, MeasureField, MeasureState, MeasureText,
            Meeting, MeetingField, MeetingKind, New, ParticipantField, ParticipantId, PhaseIndex,
            PhaseText, Role, Template, Timestamp, Verdict,
        },
        privacy::words::{Area, AreaWords, Proposal, WordLists},
    };
    use proptest::prelude::*;

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

    /// What a fresh look finds.
    fn found(contents: &Contents) -> Vec<(Place, Finding)> {
        let mut watch = Watch::new(guard());
        watch.look(contents);
        watch.findings().to_vec()
    }

    /// A meeting with "kreft" in every text it has.
    fn meeting_full_of_it() -> Contents {
        let mut contents = Contents::clone(&meeting());
        let word = || "kreft".to_owned();
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

    /// A meeting with "kreft" in the note and the remarks.
    fn meeting() -> Meeting {
        let word = || "kreft".to_owned();
        let phase = PhaseText {
            points: vec![Arc::default()],
            ..PhaseText::default()
        };
        let measure = |state| {
            Arc::new(MeasureText {
                id: "a".to_owned(),
                letter: String::new(),
                title: "A".to_owned(),
                state,
                about: String::new(),
            })
        };
        let template = Template {
            phases: vec![Arc::new(phase)],
            measures: vec![
                measure(MeasureState::InUse),
                measure(MeasureState::InUse),
                measure(MeasureState::Private),
            ],
        };
        let mut agenda = Agenda::from(template);
        agenda.phases[0].items[0].note = word();
        let verdicts = [
            Verdict::Considered,
            Verdict::NotDiscussed,
            Verdict::ToBeUsed,
        ];
        for (measure, verdict) in agenda.measures.iter_mut().zip(verdicts) {
            measure.verdict = verdict;
            measure.remark = word();
        }
        Meeting::new("26-014".parse().unwrap(), MeetingKind::Real, agenda, now()).unwrap()
    }

    fn now() -> Timestamp {
        "2026-11-17T09:00:00Z".parse().unwrap()
    }

    #[test]
    fn every_text_that_reaches_a_document_is_read_and_the_kladd_is_not() {
        let contents = meeting_full_of_it();
        let found: Vec<Place> = found(&contents)
            .into_iter()
            .map(|(place, _)| place)
            .collect();
        let note = Field::Item(
            ItemIndex {
                phase: PhaseIndex(0),
                item: 0,
            },
            ItemField::Note,
        );
        let words = |id| Field::Participant(ParticipantId(id), ParticipantField::Words);
        let expected = [
            Place::Field(Field::Arrangement(ArrangementField::Workplace)),
            Place::Field(Field::Arrangement(ArrangementField::Place)),
            Place::Field(Field::Arrangement(ArrangementField::Date)),
            Place::Field(Field::EarlierPlan(EarlierPlanField::Points)),
            Place::Field(words(1)),
            Place::Field(words(2)),
            Place::Field(note),
            Place::Field(Field::Goal(GoalField::Text)),
            Place::Field(Field::Measure(0, MeasureField::Remark)),
            Place::Field(Field::Meeting(MeetingField::FollowUp)),
        ];
        assert_eq!(found, expected);
        assert!(
            expected
                .iter()
                .all(|place| contents.text_at(*place) == "kreft")
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
        let found = found(&contents);
        let goal: Vec<_> = found
            .iter()
            .filter(|(place, _)| *place == Place::Field(Field::Goal(GoalField::Text)))
            .collect();
        assert_eq!(goal.len(), 1);
        assert_eq!(goal[0].1.span, 8..11);
    }

    #[test]
    fn a_text_that_did_not_change_is_not_read_again() {
        let mut contents = meeting_full_of_it();
        let mut watch = Watch::new(guard());
        watch.look(&contents);
        let read = |watch: &Watch| {
            watch.checked[&Place::Field(Field::Arrangement(ArrangementField::Place))]
                .text
                .as_ptr()
        };
        let before = read(&watch);
        contents.goal.text.push_str(" er ute");
        watch.look(&contents);
        assert_eq!(read(&watch), before);
        assert_eq!(watch.findings(), found(&contents));
    }

    fn edit() -> impl Strategy<Value = Edit> {
        let note = Field::Item(
            ItemIndex {
                phase: PhaseIndex(0),
                item: 0,
            },
            ItemField::Note,
        );
        let places = [
            note,
            Field::Goal(GoalField::Text),
            Field::Meeting(MeetingField::Kladd),
            Field::Measure(0, MeasureField::Remark),
            Field::Participant(ParticipantId(1), ParticipantField::Name),
            Field::Participant(ParticipantId(1), ParticipantField::Words),
            Field::Action(ActionId(1), ActionField::What),
            Field::Action(ActionId(2), ActionField::What),
        ];
        let texts = ["", "Kreft", "Rus og rus", "kreft, rus\nog kreft"];
        let write = (
            prop::sample::select(places.to_vec()),
            prop::sample::select(texts.to_vec()),
        );
        let verdict = prop::sample::select(vec![Verdict::NotDiscussed, Verdict::ToBeUsed]);
        prop_oneof![
            6 => write.prop_map(|(place, text)| Edit::set(place, text.to_owned())),
            1 => Just(Edit::Add(New::Action)),
            1 => (1..4_u32).prop_map(|id| Edit::Remove(ListEntry::Action(ActionId(id)))),
            1 => verdict.prop_map(|verdict| Edit::set(MeasureField::Verdict.of(0), verdict)),
            1 => Just(Edit::Add(New::Participant(Role::Sykmelder))),
            1 => (1..4_u32).prop_map(|id| Edit::Remove(ListEntry::Participant(ParticipantId(id)))),
        ]
    }

    proptest! {
        #[test]
        fn whatever_was_edited_a_watch_finds_what_a_fresh_one_finds(
            rounds in prop::collection::vec(prop::collection::vec(edit(), 0..4), 1..12),
        ) {
            let mut meeting = meeting();
            let mut watch = Watch::new(guard());
            for edits in rounds {
                for edit in edits {
                    // What is not there cannot be edited.
                    let _ = meeting.handle(Event::Edit(edit), now());
                }
                watch.look(&meeting);
                prop_assert_eq!(watch.findings(), found(&meeting));
            }
        }
    }
}
