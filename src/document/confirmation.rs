//! The confirmation that a sykmelder took part in the meeting: what the doctor's fee is claimed with. It says who, when,
//! how and on whose wish, and who else was there; nothing of what was said, and nothing of the sick leave.

use chrono::{NaiveDateTime, TimeDelta};

use crate::{
    meeting::{Contents, Participant, Role, Wish, Zone},
    text::{date, listed},
};

use super::{
    Unmade,
    block::{Block, Document, Level, ListPoint},
    compose::{filled, heading, labelled, paragraph, practice},
    writer::DocumentWriter,
};

/// The confirmation for everybody who took part as sykmelder.
///
/// # Errors
/// Where nobody did, or the meeting is not over: then nobody knows yet.
pub fn confirmation(meeting: &Contents, zone: Zone) -> Result<Document, Unmade> {
    let writer = DocumentWriter::of(meeting, zone);
    let text = writer.text;
    let local = |at| {
        let day = zone.local(at).date();
        day.and_time(writer.clock(at))
    };
    let timeline = &meeting.timeline;
    let (began, ended) = timeline
        .started()
        .zip(timeline.ended())
        .ok_or(Unmade::NotOver)?;
    let whole = (local(began), local(ended));
    let there = || meeting.participants.iter().filter(|p| p.attends());
    let doctors: Vec<&Participant> = there().filter(|p| p.role == Role::Sykmelder).collect();
    if doctors.is_empty() {
        return Err(Unmade::NoDoctor);
    }
    let t = &text.confirmation;
    let mut blocks = Vec::from_iter(practice(meeting, text));
    blocks.push(paragraph(t.intro));
    let each = doctors.into_iter();
    blocks.extend(each.map(|doctor| Block::List(writer.attended(doctor, whole))));
    blocks.push(heading(Level::One, t.participants));
    let people = there().map(|p| labelled((text.role)(p.role), writer.name(p)));
    blocks.push(Block::List(people.collect()));
    blocks.push(writer.signed([(t.signed_by)(writer.leader())]));
    blocks.push(paragraph(t.signature));
    Ok(Document {
        title: Some(t.title.to_owned()),
        blocks,
    })
}

impl DocumentWriter<'_> {
    /// What is confirmed of one of them, who was there for all of the meeting or for a part of it.
    fn attended(
        &self,
        doctor: &Participant,
        (began, ended): (NaiveDateTime, NaiveDateTime),
    ) -> Vec<ListPoint> {
        let t = &self.text.confirmation;
        let arrangement = &self.meeting.arrangement;
        let time = if doctor.presence.is_unclear() {
            (self.text.referat.unclear)(doctor.presence.text.trim())
        } else {
            let (from, to) = self.there(doctor);
            let from = from.map_or(began, |from| began.date().and_time(from));
            let to = to.map_or(ended, |to| ended.date().and_time(to));
            let minutes = (to - from).max(TimeDelta::zero()).num_minutes();
            (t.from_to)(&date::time(from), &date::time(to), minutes)
        };
        let manner = doctor.takes_part(arrangement.mode);
        let mut lines = vec![
            labelled(t.who, self.name(doctor)),
            labelled(t.day, self.text.calendar.long(began.date())),
            labelled(t.time, time),
            labelled(t.how, manner.map_or(t.to_fill_in, self.text.manner)),
        ];
        let sides: Vec<&str> = doctor
            .wished()
            .who(Wish::Yes)
            .into_iter()
            .map(self.text.side)
            .collect();
        if !sides.is_empty() {
            lines.push(labelled(t.wished, listed(&sides, self.text.referat.and)));
        }
        if let Some(workplace) = filled(&arrangement.workplace) {
            lines.push(labelled(self.text.workplace, workplace));
        }
        lines
    }

    fn name<'a>(&'a self, participant: &'a Participant) -> &'a str {
        filled(&participant.name).unwrap_or(self.text.invitation.no_name)
    }
}
