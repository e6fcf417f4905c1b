//! Who was called and took part, on whose wish, and what was planned before.

use chrono::{NaiveDate, NaiveTime};

use crate::{
    document::{
        block::{Block, Level, note},
        compose::{filled, heading, paragraph},
    },
    meeting::{
        need::Wish,
        participant::{Attendance, Called, Participant, ReferatCopy},
        written::Written,
    },
};

use super::Writer;

impl Writer<'_> {
    pub(super) fn participants(&self) -> Vec<Block> {
        let t = &self.text.referat;
        let people = &self.meeting.participants;
        let [name, role, wished, attended, copy] = t.participants_head.map(str::to_owned);
        let mut head = vec![name, role, attended, copy];
        let mut rows: Vec<Vec<String>> = people.iter().map(|p| self.participant(p)).collect();
        // Where nobody's wish is known, there is nothing to document.
        if people.iter().any(|p| !p.wished.who(Wish::Yes).is_empty()) {
            head.insert(2, wished);
            for (row, p) in rows.iter_mut().zip(people) {
                row.insert(2, self.wished_by(p));
            }
        }
        vec![
            heading(Level::One, t.participants),
            Block::Table { head, rows },
        ]
    }

    fn participant(&self, p: &Participant) -> Vec<String> {
        let t = &self.text.referat;
        let attended = match (p.called, p.attendance, self.span(p)) {
            (Called::No, _, _) => t.not_called.to_owned(),
            (Called::Yes, Attendance::Attends, Some(span)) => (t.attended_span)(&span),
            (Called::Yes, Attendance::Attends, None) => t.attended.to_owned(),
            (Called::Yes, Attendance::Absent, _) => t.absent.to_owned(),
        };
        vec![
            filled(&p.name).unwrap_or("–").to_owned(),
            (self.text.role)(p.role).to_owned(),
            attended,
            self.copy(p),
        ]
    }

    fn copy(&self, participant: &Participant) -> String {
        match participant.copy {
            ReferatCopy::Yes if !participant.gets_referat() => {
                self.text.referat.copy_waits.to_owned()
            }
            ReferatCopy::Undecided if participant.consent == Wish::No => {
                (self.text.copy)(ReferatCopy::No).to_owned()
            }
            copy @ (ReferatCopy::Undecided | ReferatCopy::Yes | ReferatCopy::No) => {
                (self.text.copy)(copy).to_owned()
            }
        }
    }

    fn wished_by(&self, participant: &Participant) -> String {
        match participant.wished.who(Wish::Yes).as_slice() {
            [] => "–".to_owned(),
            [side] => self.side(*side),
            _ => self.text.referat.both.to_owned(),
        }
    }

    /// What stood in the oppfølgingsplan, from which the meeting set out.
    pub(super) fn plan(&self) -> Vec<Block> {
        let t = &self.text.referat;
        let plan = &self.meeting.preparation.plan;
        let day = |day: &Written<NaiveDate>| day.value.map(|day| self.text.calendar.long(day));
        let made = day(&plan.made).map(|day| (t.plan_made)(&day));
        let sent = day(&plan.sent).map(|day| (t.plan_sent)(&day));
        let days: Vec<String> = made.into_iter().chain(sent).collect();
        let mut blocks = Vec::new();
        if !days.is_empty() {
            blocks.push(paragraph(days.join(" ")));
        }
        blocks.extend(filled(&plan.points).map(note).unwrap_or_default());
        if !blocks.is_empty() {
            blocks.insert(0, heading(Level::One, t.plan));
        }
        blocks
    }

    /// From when to when somebody was there, if not all the time: a plan that the meeting never reached is no absence.
    fn span(&self, participant: &Participant) -> Option<String> {
        let t = &self.text.referat;
        let Some(span) = &participant.span.value else {
            return filled(&participant.span.text).map(|text| (t.unclear)(text));
        };
        let clock = |at| self.zone.local(at).time();
        let began = self.meeting.timeline.started().map(clock);
        let ended = self.meeting.timeline.ended().map(clock);
        let to = span.to.filter(|to| {
            ended.is_none_or(|ended| *to < ended) && began.is_none_or(|began| *to > began)
        });
        // Whoever left early was there from when to when, even if that is from the beginning.
        let late = |from: &NaiveTime| to.is_some() || began.is_none_or(|began| *from > began);
        let from = span.from.filter(late);
        self.text.span(from, to)
    }
}
