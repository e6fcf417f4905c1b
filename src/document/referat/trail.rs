//! What the archive keeps of the referat itself: its versions with their reasons, and who got them when and how.

use std::{collections::BTreeMap, iter};

use crate::{
    document::{
        block::{Block, Level},
        compose::{heading, paragraph},
        writer::Writer,
    },
    meeting::sending::{Addressee, Sending},
};

impl Writer<'_> {
    pub(super) fn trail(&self) -> Vec<Block> {
        let mut blocks = self.versions();
        blocks.extend(self.sendings());
        blocks
    }

    /// Nothing where there has been but one.
    fn versions(&self) -> Vec<Block> {
        let t = &self.text.referat;
        let replaced = &self.meeting.replaced;
        if replaced.is_empty() {
            return Vec::new();
        }
        let before = replaced
            .iter()
            .map(|version| (self.day(version.approved), version.reason.clone()));
        let now = (self.state(), t.valid_now.to_owned());
        let rows = (1..).zip(before.chain([now]));
        let rows = rows.map(|(number, (approved, why))| vec![format!("{number}"), approved, why]);
        vec![
            heading(Level::One, t.versions),
            Block::Table {
                head: t.versions_head.map(str::to_owned).to_vec(),
                rows: rows.collect(),
            },
        ]
    }

    fn sendings(&self) -> Vec<Block> {
        let t = &self.text.sending;
        let before = self
            .meeting
            .replaced
            .iter()
            .map(|version| &version.sendings);
        let all = before.chain(iter::once(&self.meeting.sendings));
        let rows = (1..).zip(all).flat_map(|(version, sendings)| {
            let of_version = self.sent(sendings);
            of_version.map(move |[who, when, how]| [format!("{version}"), who, when, how].to_vec())
        });
        let mut rows: Vec<Vec<String>> = rows.collect();
        let mut blocks = vec![heading(Level::One, t.document_title)];
        if rows.is_empty() {
            blocks.push(paragraph(t.nothing));
            return blocks;
        }
        let mut head = t.head.map(str::to_owned).to_vec();
        // Where there is one version only, it needs no number.
        if self.meeting.replaced.is_empty() {
            for row in iter::once(&mut head).chain(&mut rows) {
                row.remove(0);
            }
        }
        blocks.push(Block::Table { head, rows });
        blocks
    }

    /// Who got a version, when and how. A day that was not understood is not printed: no words of these go out.
    fn sent<'a>(
        &'a self,
        sendings: &'a BTreeMap<Addressee, Sending>,
    ) -> impl Iterator<Item = [String; 3]> + 'a {
        let t = &self.text.sending;
        let sent = sendings.iter();
        let sent = sent.filter(|(_, sending)| **sending != Sending::default());
        sent.map(move |(to, sending)| {
            let day = sending.on.value.map(|day| self.text.calendar.long(day));
            [
                self.text.addressee(*to, self.meeting),
                day.unwrap_or_else(|| t.no_day.to_owned()),
                (t.channel)(sending.channel).to_owned(),
            ]
        })
    }
}
