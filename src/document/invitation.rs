//! What goes out before the meeting: the invitation, and the questions the employee gets to think about.
//!
//! Both are read by others than the leader, so they say when, where and what about, and nothing of the absence: no dates or
//! degree of it, no note, no point of the plan, no kladd.

use crate::{
    meeting::{Called, Contents, MeetingMode, Participant, Role, Zone},
    rules::{Calling, calling::calling, time_plan},
    text::date,
};

use super::{
    block::{Block, Document, Level, ListPoint, TextSpan},
    compose::{filled, heading, labelled, paragraph, practice},
    writer::DocumentWriter,
};

/// The invitation. What is not settled stands as a gap in brackets, for the leader to see.
pub fn invitation(meeting: &Contents, zone: Zone) -> Document {
    let writer = DocumentWriter::of(meeting, zone);
    let text = writer.text;
    let t = &text.invitation;
    let mut blocks = Vec::from_iter(practice(meeting, text));
    blocks.push(paragraph(t.intro));
    blocks.push(Block::List(writer.facts()));
    blocks.push(heading(Level::One, t.called));
    blocks.push(Block::List(writer.called()));
    blocks.push(heading(Level::One, t.purpose_title));
    blocks.push(paragraph(t.purpose));
    blocks.push(heading(Level::One, t.phases));
    blocks.push(writer.planned_phases());
    blocks.push(heading(Level::One, t.before));
    blocks.push(points(t.to_do));
    blocks.push(heading(Level::One, t.others_title));
    let tell = (t.tell)(writer.leader());
    blocks.push(paragraph(format!("{} {tell}", t.others)));
    blocks.push(heading(Level::One, t.privacy_title));
    blocks.push(paragraph(t.privacy));
    blocks.push(writer.signed([text.invitation.regards, writer.leader()]));
    Document {
        title: Some(t.title.to_owned()),
        blocks,
    }
}

/// The questions for the employee: those that were chosen, or all that are offered where none was.
pub fn questions(meeting: &Contents, zone: Zone) -> Document {
    let writer = DocumentWriter::of(meeting, zone);
    let text = writer.text;
    let t = &text.questions;
    let mut blocks = Vec::from_iter(practice(meeting, text));
    blocks.push(paragraph((t.hello)(meeting.name_of(Role::Employee))));
    blocks.push(paragraph((t.intro)(&writer.moment())));
    blocks.push(paragraph(t.free));
    let questions = writer.questions();
    if !questions.is_empty() {
        blocks.push(heading(Level::One, t.questions));
        blocks.push(Block::Numbered(questions));
    }
    blocks.push(heading(Level::One, t.own_title));
    blocks.push(paragraph(t.own));
    blocks.push(points(t.room));
    blocks.push(paragraph(t.others));
    blocks.push(writer.signed([text.invitation.regards, writer.leader()]));
    Document {
        title: Some(t.title.to_owned()),
        blocks,
    }
}

fn points<const N: usize>(texts: [&str; N]) -> Block {
    Block::List(texts.map(|text| vec![TextSpan::plain(text)]).to_vec())
}

impl DocumentWriter<'_> {
    fn facts(&self) -> Vec<ListPoint> {
        let t = &self.text.invitation;
        let referat = &self.text.referat;
        let arrangement = &self.meeting.arrangement;
        let link = filled(&arrangement.video_link);
        let by_link = link.is_some() && arrangement.mode == MeetingMode::Video;
        let missing = (!by_link).then(|| (t.no_place)(arrangement.mode));
        let moment = format!("{}, {}", self.date(), self.time());
        let mut facts = vec![labelled(t.when, moment)];
        facts.extend(
            filled(&arrangement.place)
                .or(missing)
                .map(|place| labelled(self.text.place, place)),
        );
        facts.extend(link.map(|link| labelled(self.text.video_link, link)));
        facts.push(labelled(t.mode_title, (self.text.mode)(arrangement.mode)));
        if let Some(workplace) = filled(&arrangement.workplace) {
            facts.push(labelled(self.text.workplace, workplace));
        }
        facts.push(labelled(referat.leader, self.leader()));
        facts.push(labelled(referat.case, self.meeting.code.as_str()));
        facts
    }

    fn date(&self) -> String {
        let date = &self.meeting.arrangement.date;
        match (date.value, filled(&date.text)) {
            (Some(day), _) => self.text.calendar.with_week(day),
            (None, Some(words)) => (self.text.referat.unclear)(words),
            (None, None) => self.text.invitation.no_date.to_owned(),
        }
    }

    fn time(&self) -> String {
        let t = &self.text.invitation;
        let minutes = self.meeting.agenda.minutes();
        let plan = time_plan::planned(self.meeting);
        match (plan.first(), plan.last()) {
            (Some(first), Some(last)) => {
                (t.from_to)(&date::time(first.from), &date::time(last.to), minutes)
            }
            (None, _) | (_, None) => (t.no_time)(minutes),
        }
    }

    /// The day and the time as part of a sentence.
    fn moment(&self) -> String {
        let arrangement = &self.meeting.arrangement;
        match (arrangement.date.value, arrangement.time.value) {
            (Some(day), Some(time)) => {
                let day = self.text.calendar.long(day);
                (self.text.questions.at)(&day, &date::time(time))
            }
            (Some(day), None) => self.text.calendar.long(day),
            (None, _) => self.date(),
        }
    }

    fn called(&self) -> Vec<ListPoint> {
        let t = &self.text.invitation;
        let people = self.meeting.participants.iter();
        // Whom the rule of whose wish it takes keeps out is not called, whatever was ticked.
        let people = people
            .filter(|p| p.called == Called::Yes)
            .filter(|p| !matches!(calling(p.role, p.wished()), Calling::Refused(_)));
        let line = |p: &Participant| {
            let name = filled(&p.name).unwrap_or(t.no_name);
            let how = self.text.manner_apart(p, self.meeting.arrangement.mode);
            let asked = !matches!(calling(p.role, p.wished()), Calling::AskFirst(_));
            let not_asked = (!asked).then(|| t.not_asked.to_owned());
            let apart = [how, self.called_span(p), not_asked].into_iter().flatten();
            let apart: Vec<_> = apart.collect();
            let words = if apart.is_empty() {
                name.to_owned()
            } else {
                (t.called_line)(name, &apart.join(", "))
            };
            labelled((self.text.role)(p.role), words)
        };
        people.map(line).collect()
    }

    /// From when to when somebody is called, if not for all of it.
    fn called_span(&self, participant: &Participant) -> Option<String> {
        match (
            &participant.presence.value,
            filled(&participant.presence.text),
        ) {
            (Some(span), _) => self.text.presence(span.from, span.to),
            (None, words) => words.map(|words| (self.text.referat.unclear)(words)),
        }
    }

    /// The phases on the clock, or with their minutes alone where it is not known when the meeting begins.
    fn planned_phases(&self) -> Block {
        let [clock, phase, length] = self.text.invitation.phases_head.map(str::to_owned);
        let plan = time_plan::planned(self.meeting);
        let rows = self.meeting.agenda.phases().map(|(index, content)| {
            let planned = plan.iter().find(|planned| planned.phase == index);
            let times = planned.and_then(|p| self.text.presence(Some(p.from), Some(p.to)));
            let minutes = (self.text.minutes)(content.minutes());
            let rest = [self.text.printed(&content.title).to_owned(), minutes];
            times.into_iter().chain(rest).collect()
        });
        let rows = rows.collect();
        let mut head = vec![clock, phase, length];
        if plan.is_empty() {
            head.remove(0);
        }
        Block::Table { head, rows }
    }

    fn questions(&self) -> Vec<ListPoint> {
        let questions = self.meeting.agenda.handed_out();
        questions
            .map(|q| vec![TextSpan::plain(self.text.printed(q.text().trim()))])
            .collect()
    }
}
