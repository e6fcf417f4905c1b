//! What the archive keeps of the referat itself: its versions with their reasons, and who got them when and how.

use crate::{
    document::{
        block::{Block, Level},
        compose::{heading, paragraph},
        writer::DocumentWriter,
    },
    meeting::{Addressee, Review, Sending},
    rules::{Receiver, receivers::receivers_of},
    text::listed,
};

impl DocumentWriter<'_> {
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
        let now = match self.meeting.review {
            Review::Approved(at) => (self.day(at), t.valid_now.to_owned()),
            Review::NotBegun | Review::Begun => (t.not_approved.to_owned(), "–".to_owned()),
        };
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
        let former = self.meeting.replaced.iter();
        let former = former.map(|version| (&version.plan, &version.sendings));
        let all = former.chain([(&self.meeting.plan, &self.meeting.sendings)]);
        let rows = (1..).zip(all).flat_map(|(version, (plan, sendings))| {
            let receivers = receivers_of(self.meeting, plan);
            let sent = sendings.iter();
            let sent = sent.filter(|(_, sending)| **sending != Sending::default());
            sent.map(move |(to, sending)| self.sent(version, &receivers, *to, sending))
        });
        let mut rows: Vec<Vec<String>> = rows.collect();
        let mut blocks = vec![heading(Level::One, t.trail)];
        if rows.is_empty() {
            blocks.push(paragraph(t.no_trail));
            return blocks;
        }
        let mut head = t.trail_head.map(str::to_owned).to_vec();
        // The only version needs no number.
        if self.meeting.version() == 1 {
            for row in rows.iter_mut().chain([&mut head]) {
                row.remove(0);
            }
        }
        blocks.push(Block::Table { head, rows });
        blocks
    }

    /// Who got what of a version, when and how. A day that was not understood is not printed: these are not texts that
    /// the privacy guard reads.
    fn sent(
        &self,
        version: usize,
        receivers: &[Receiver],
        to: Addressee,
        sending: &Sending,
    ) -> Vec<String> {
        let t = &self.text.sending;
        let receiver = receivers.iter().find(|receiver| receiver.to == to);
        let documents = receiver.map(|receiver| {
            let documents: Vec<_> = receiver
                .documents
                .iter()
                .map(|p| (t.document)(*p))
                .collect();
            listed(&documents, self.text.referat.and)
        });
        let day = sending.on.value.map(|day| self.text.calendar.long(day));
        vec![
            format!("{version}"),
            self.text.addressee(to, self.meeting),
            documents.unwrap_or_else(|| "–".to_owned()),
            day.unwrap_or_else(|| t.no_day.to_owned()),
            (t.channel)(sending.channel).to_owned(),
        ]
    }
}
