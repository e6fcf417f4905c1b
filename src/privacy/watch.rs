//! The guard over a whole meeting, kept up to date: every place from which words reach a document.

use std::collections::HashMap;

use crate::meeting::{
    Contents,
    event::TextPlace,
    follow_up_plan::PlanText,
    printed::{Place, texts},
};

use super::{Finding, Guard, Kind, names::Names};

/// The guard over a meeting. Looks again only at what has changed since: reading everything takes its time, and most of a
/// meeting stays as it was.
pub struct Watch {
    guard: Guard,
    seen: HashMap<Place, Seen>,
    findings: Vec<(Place, Finding)>,
}

/// A text as it was when it was looked at, and everything found in it. Names of participants are among that: they may
/// change without the text.
struct Seen {
    text: String,
    found: Vec<Finding>,
}

impl Watch {
    /// Over a meeting it has not seen yet.
    pub fn new(guard: Guard) -> Self {
        Self {
            guard,
            seen: HashMap::new(),
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
        let mut before = std::mem::take(&mut self.seen);
        self.findings.clear();
        for (place, text) in texts(contents) {
            let unchanged = before.remove(&place).filter(|seen| seen.text == text);
            let seen = unchanged.unwrap_or_else(|| Seen {
                text: text.to_owned(),
                found: self.guard.check(text),
            });
            let found = seen.found.iter();
            let found = found.filter(|f| !names.has(f, text) && !belongs(place, f.kind));
            self.findings.extend(found.map(|f| (place, f.clone())));
            self.seen.insert(place, seen);
        }
    }

    /// Everything that may have to go of the meeting as it was looked at last, in the order of its texts.
    pub fn findings(&self) -> &[(Place, Finding)] {
        &self.findings
    }
}

/// Whether a number or an address is what a place is for: how to reach the one who answers for the plan.
const fn belongs(place: Place, kind: Kind) -> bool {
    matches!(
        (place, kind),
        (
            Place::Text(TextPlace::Plan(PlanText::Phone | PlanText::Email)),
            Kind::Phone | Kind::Email
        )
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        meeting::{
            Kind, Meeting, Timestamp,
            action_item::ActionId,
            agenda::{
                Agenda, Item, ItemIndex, Measure, MeasureState, Phase, PhaseIndex, Standing,
                Verdict,
            },
            event::{Edit, Event, TextPlace},
            participant::{ParticipantId, Role},
            printed::text,
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
        Meeting::new("26-014".parse().unwrap(), Kind::Real, agenda, now()).unwrap()
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
        let found = found(&contents);
        let goal: Vec<_> = found
            .iter()
            .filter(|(place, _)| *place == Place::Text(TextPlace::Goal))
            .collect();
        assert_eq!(goal.len(), 1);
        assert_eq!(goal[0].1.span, 8..11);
    }

    #[test]
    fn a_text_that_did_not_change_is_not_read_again() {
        let mut contents = meeting_full_of_it();
        let mut watch = Watch::new(guard());
        watch.look(&contents);
        let read = |watch: &Watch| watch.seen[&Place::Text(TextPlace::Place)].text.as_ptr();
        let before = read(&watch);
        contents.goal.text.push_str(" er ute");
        watch.look(&contents);
        assert_eq!(read(&watch), before);
        assert_eq!(watch.findings(), found(&contents));
    }

    fn edit() -> impl Strategy<Value = Edit> {
        let note = TextPlace::Note(ItemIndex {
            phase: PhaseIndex(0),
            item: 0,
        });
        let places = [
            note,
            TextPlace::Goal,
            TextPlace::Kladd,
            TextPlace::Remark(0),
            TextPlace::Name(ParticipantId(1)),
            TextPlace::Words(ParticipantId(1)),
            TextPlace::What(ActionId(1)),
            TextPlace::What(ActionId(2)),
        ];
        let texts = ["", "Kreft", "Rus og rus", "kreft, rus\nog kreft"];
        let write = (
            prop::sample::select(places.to_vec()),
            prop::sample::select(texts.to_vec()),
        );
        let verdict = prop::sample::select(vec![Verdict::NotDiscussed, Verdict::ToBeUsed]);
        prop_oneof![
            6 => write.prop_map(|(place, text)| Edit::Text(place, text.to_owned())),
            1 => Just(Edit::AddAction),
            1 => (1..4_u32).prop_map(|id| Edit::RemoveAction(ActionId(id))),
            1 => verdict.prop_map(|verdict| Edit::Verdict(0, verdict)),
            1 => Just(Edit::AddParticipant(Role::Sykmelder)),
            1 => (1..4_u32).prop_map(|id| Edit::RemoveParticipant(ParticipantId(id))),
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
