//! Who was called and took part, on whose wish, and what was planned before.

use crate::{
    document::{
        block::{Block, Level},
        compose::{filled, heading},
        writer::DocumentWriter,
    },
    meeting::{Attendance, Called, Participant, ReferatCopy, Wish},
};

use super::Edition;

impl DocumentWriter<'_> {
    /// Those who were called. The archive tells besides who was not, on whose wish they came, and who gets the referat.
    pub(super) fn participants(&self, edition: Edition) -> Vec<Block> {
        let t = &self.text.referat;
        let [name, role, wished, attended, copy] = t.participants_head.map(str::to_owned);
        let people = &self.meeting.participants;
        // Where nobody's wish is known, there is nothing to document.
        let wishes = people.iter().any(|p| !p.wished().who(Wish::Yes).is_empty());
        let archive = edition == Edition::Archive;
        let columns = |cells: [String; 5]| {
            let shown = [true, true, archive && wishes, true, archive];
            let cells = cells.into_iter().zip(shown);
            cells.filter_map(|(cell, shown)| shown.then_some(cell))
        };
        let rows = people.iter().filter(|p| archive || p.called == Called::Yes);
        let rows = rows.map(|p| columns(self.participant(p)).collect());
        vec![
            heading(Level::One, t.participants),
            Block::Table {
                rows: rows.collect(),
                head: columns([name, role, wished, attended, copy]).collect(),
            },
        ]
    }

    fn participant(&self, p: &Participant) -> [String; 5] {
        let t = &self.text.referat;
        let attended = match (p.called, p.attendance) {
            (Called::No, _) => t.not_called.to_owned(),
            (Called::Yes, Attendance::Attends) => {
                let how = self.text.manner_apart(p, self.meeting.arrangement.mode);
                let apart = [how, self.span(p)].into_iter().flatten();
                let attended = [t.attended.to_owned()].into_iter().chain(apart);
                attended.collect::<Vec<_>>().join(", ")
            }
            (Called::Yes, Attendance::Absent) => t.absent.to_owned(),
        };
        [
            filled(&p.name).unwrap_or("–").to_owned(),
            (self.text.role)(p.role).to_owned(),
            self.wished_by(p),
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
        match participant.wished().who(Wish::Yes).as_slice() {
            [] => "–".to_owned(),
            [side] => self.side(*side),
            _ => self.text.referat.both.to_owned(),
        }
    }

    /// What stood in the oppfølgingsplan, from which the meeting set out.
    pub(super) fn plan(&self, edition: Edition) -> Vec<Block> {
        let mut blocks = match edition {
            Edition::Participants => Vec::new(),
            Edition::Archive => Vec::from_iter(self.plan_days()),
        };
        blocks.extend(self.plan_points());
        if !blocks.is_empty() {
            blocks.insert(0, heading(Level::One, self.text.referat.plan));
        }
        blocks
    }

    /// From when to when somebody was there, if not all the time.
    fn span(&self, participant: &Participant) -> Option<String> {
        if participant.presence.is_unclear() {
            return Some((self.text.referat.unclear)(
                participant.presence.text.trim(),
            ));
        }
        let (from, to) = self.there(participant);
        self.text.presence(from, to)
    }
}
