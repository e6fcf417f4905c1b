//! The invented case of the practice meeting: who takes part, and what they say at each item of the built-in agenda.

use serde::{Deserialize, Deserializer, de::Error as _};

use crate::meeting::Role;
use crate::meeting::Word;

const FILE: &str = include_str!("../../assets/practice.toml");

/// A case to rehearse with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// The invented enterprise and department.
    #[serde(rename = "arbeidsplass")]
    pub workplace: String,
    /// Where the meeting is held.
    #[serde(rename = "sted")]
    pub place: String,
    /// Days of full absence up to the day of the practice.
    #[serde(rename = "fravar_dager")]
    pub days_absent: u32,
    /// What stands in the oppfølgingsplan.
    #[serde(rename = "plan")]
    pub plan: String,
    /// Who takes part. The employer is played by the user.
    #[serde(rename = "deltaker")]
    pub participants: Vec<PracticeParticipant>,
    /// What they say, in the order in which they say it.
    #[serde(rename = "replikk")]
    pub lines: Vec<PracticeLine>,
}

/// Somebody who takes part in the practice meeting.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PracticeParticipant {
    /// In which role.
    #[serde(rename = "rolle", deserialize_with = "role")]
    pub role: Role,
    /// An invented name, different from all others of the case.
    #[serde(rename = "navn")]
    pub name: String,
    /// Minutes from the beginning of the meeting until they come, if later than the others. Not a time of day: nobody
    /// knows when a user begins to practise.
    #[serde(rename = "fra_minutt")]
    pub from_minute: Option<u32>,
    /// Minutes from the beginning of the meeting until they must leave, if before the others.
    #[serde(rename = "til_minutt")]
    pub to_minute: Option<u32>,
}

/// Something said in the practice meeting.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PracticeLine {
    /// The id of the phase in the built-in agenda.
    #[serde(rename = "fase")]
    pub phase: String,
    /// The id of the item in that phase.
    #[serde(rename = "punkt")]
    pub item: String,
    /// The name of the participant who speaks.
    #[serde(rename = "hvem")]
    pub who: String,
    /// What they say.
    #[serde(rename = "sier")]
    pub says: String,
}

/// The case that is built in.
///
/// # Errors
///
/// Never, as a test of this module proves.
pub fn read() -> Result<Practice, toml::de::Error> {
    toml::from_str(FILE)
}

fn role<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Role, D::Error> {
    let word = String::deserialize(deserializer)?;
    Role::from_word(&word).ok_or_else(|| D::Error::custom(format!("no role is called {word:?}")))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{
        archive::agenda_file,
        meeting::{Agenda, clean::clean_line},
    };

    #[test]
    fn every_line_stands_at_an_item_of_the_built_in_agenda_and_every_item_has_one_to_three() {
        let practice = read().unwrap();
        let agenda = Agenda::from(agenda_file::built_in().unwrap());
        for line in &practice.lines {
            assert!(agenda.find(&line.phase, &line.item).is_some(), "{line:?}");
        }
        for (index, item) in agenda.items() {
            let phase = &agenda.phase(index.phase).unwrap().id;
            let said = practice.lines.iter();
            let said = said.filter(|line| line.phase == *phase && line.item == item.id);
            let count = said.count();
            assert!((1..=3).contains(&count), "{phase}.{}: {count}", item.id);
        }
    }

    #[test]
    fn every_line_is_said_by_a_participant_and_every_participant_says_something() {
        let practice = read().unwrap();
        let speaking: BTreeSet<&str> = practice.lines.iter().map(|l| l.who.as_str()).collect();
        let present: BTreeSet<&str> = practice
            .participants
            .iter()
            .map(|p| p.name.as_str())
            .collect();
        assert_eq!(speaking, present);
        assert_eq!(
            present.len(),
            practice.participants.len(),
            "a name is nobody else's"
        );
    }

    #[test]
    fn the_lines_are_clean_and_short_enough_to_be_said() {
        for line in read().unwrap().lines {
            assert_eq!(clean_line(&line.says), line.says);
            assert!((1..=110).contains(&line.says.chars().count()), "{line:?}");
        }
    }

    #[test]
    fn the_case_has_what_is_hard_about_leading_a_meeting() {
        let practice = read().unwrap();
        let says = |word: &str| {
            practice
                .lines
                .iter()
                .filter(|l| l.says.contains(word))
                .count()
        };
        assert_eq!(
            says("senebetennelse"),
            1,
            "a diagnosis not to be written down"
        );
        assert!(says("ikke enig") > 0, "a disagreement");
        let doctor = practice
            .participants
            .iter()
            .find(|p| p.role == Role::Sykmelder)
            .unwrap();
        assert!(
            doctor.to_minute.is_some_and(|minute| minute < 45),
            "a doctor who must leave"
        );
        for party in [Role::Employee, Role::Employer] {
            assert_eq!(
                practice
                    .participants
                    .iter()
                    .filter(|p| p.role == party)
                    .count(),
                1
            );
        }
    }
}
