//! The practice meeting: an invented case laid into a fresh meeting by the same events a leader would cause.

use chrono::TimeDelta;

use crate::{
    archive::practice_file::Practice,
    meeting::{
        Meeting, Timestamp,
        event::{Edit, Event, TextPlace},
        participant::Span,
        written::Written,
        zone::Zone,
    },
    text::date,
    ui::scene::SpokenLine,
};

/// Fills `meeting` with the invented people and place. Participants of a role that is there already get their names;
/// whoever comes late or leaves early does so as counted from `now`.
pub fn fill(meeting: &mut Meeting, practice: &Practice, now: Timestamp, zone: Zone) {
    let edit = |meeting: &mut Meeting, edit: Edit| {
        // A fresh meeting in preparation takes every edit of an existing place, and all of these exist.
        let _taken = meeting.handle(Event::Edit(edit), now);
    };
    edit(
        meeting,
        Edit::Text(TextPlace::Workplace, practice.workplace.clone()),
    );
    edit(
        meeting,
        Edit::Text(TextPlace::Place, practice.place.clone()),
    );
    for person in &practice.participants {
        let known = meeting.participants.iter().find(|p| p.role == person.role);
        let id = match known.map(|p| p.id) {
            Some(id) => id,
            None => {
                let id = meeting.next_participant();
                edit(meeting, Edit::AddParticipant(person.role));
                id
            }
        };
        edit(
            meeting,
            Edit::Text(TextPlace::Name(id), person.name.clone()),
        );
        let clock = |minute: u32| zone.local(now + TimeDelta::minutes(minute.into())).time();
        let (from, to) = (person.from_minute.map(clock), person.to_minute.map(clock));
        if from.is_some() || to.is_some() {
            let text = [from, to].map(|time| time.map_or_else(String::new, date::time));
            let text = text.join("–");
            edit(
                meeting,
                Edit::Span(id, Written::understood(text, Span { from, to })),
            );
        }
    }
}

/// What is said to which item of `meeting`.
pub fn lines(meeting: &Meeting, practice: &Practice) -> Vec<SpokenLine> {
    practice
        .lines
        .iter()
        .filter_map(|line| {
            Some(SpokenLine {
                item: meeting.agenda.find(&line.phase, &line.item)?,
                who: line.who.clone(),
                says: line.says.clone(),
            })
        })
        .collect()
}
