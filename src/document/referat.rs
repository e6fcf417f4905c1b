//! The referat: what came of the meeting, conclusion first, then whose task what is, then the situation, under the headings
//! of Nav's own referats. The private kladd has no way into it.
//!
//! There are two editions. Everybody who was there gets what they should recognise: what was said, agreed and left open,
//! who was there, and which version it is, with the reason why it replaces another. The enterprise keeps the same and
//! what documents its follow-up besides (aml. § 4-6 femte ledd), which is no business of those who came along: since
//! when and to what degree the employee is absent, whether the meeting was in time and if not, why; who wished whom
//! there, and who was not called; when the plan was made and sent; when the referat is to go out; the case code; all
//! versions with their reasons, and who got them when and how. What the privacy guard found and somebody accepted stands in
//! neither: to list it would be to print it twice.

mod head;
mod people;
mod tasks;
mod trail;

use crate::{
    meeting::{
        Answer, Asking, Contents, Item, ItemStatus, MeasureState, Party, Phase, Role, Said,
        Verdict, Zone,
    },
    rules::receivers::send_by,
    text::{date, listed},
};

use super::{
    block::{Block, Document, Level, TextSpan, note, quote},
    compose::{filled, heading, paragraph},
    writer::DocumentWriter,
};

/// Whom a referat is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edition {
    /// Those who took part.
    Participants,
    /// The enterprise, which has to be able to document its follow-up.
    Archive,
}

/// The referat for those who took part.
pub fn referat(meeting: &Contents, zone: Zone) -> Document {
    edition(Edition::Participants, meeting, zone)
}

/// The referat for the archive of the enterprise.
pub fn archive(meeting: &Contents, zone: Zone) -> Document {
    edition(Edition::Archive, meeting, zone)
}

fn edition(edition: Edition, meeting: &Contents, zone: Zone) -> Document {
    let writer = DocumentWriter::of(meeting, zone);
    let t = &writer.text.referat;
    let mut blocks = writer.head(edition);
    blocks.push(heading(Level::One, t.conclusion));
    blocks.extend(writer.closing_notes());
    blocks.extend(writer.goal());
    blocks.extend(writer.tasks_by_party(edition));
    blocks.extend(writer.participants(edition));
    blocks.extend(writer.plan(edition));
    blocks.extend(writer.phases());
    blocks.extend(writer.measures());
    blocks.extend(writer.agreement());
    blocks.extend(writer.next());
    blocks.extend(writer.copies(edition));
    let title = match edition {
        Edition::Participants => t.title,
        Edition::Archive => {
            blocks.extend(writer.trail());
            t.archive_title
        }
    };
    Document {
        title: Some(title.to_owned()),
        blocks,
    }
}

/// What is read aloud before everybody leaves: conclusion, goal, who does what by when, next follow-up.
pub fn summary(meeting: &Contents, zone: Zone) -> Document {
    let writer = DocumentWriter::of(meeting, zone);
    let mut blocks = vec![heading(Level::One, writer.text.referat.conclusion)];
    blocks.extend(writer.closing_notes());
    blocks.extend(writer.goal());
    let spoken = meeting.actions.iter().map(|action| {
        let due = writer.due(action);
        vec![TextSpan::plain(format!(
            "{}: {} – {due}",
            writer.owners(action),
            action.what.trim()
        ))]
    });
    let spoken: Vec<_> = spoken.collect();
    blocks.extend(writer.head_of_tasks());
    blocks.extend((!spoken.is_empty()).then_some(Block::Numbered(spoken)));
    let parties = [Party::Employee, Party::Employer];
    blocks.extend(parties.into_iter().filter_map(|party| writer.idle(party)));
    let used = writer.measures_to_use();
    if !used.is_empty() {
        blocks.push(heading(Level::One, writer.text.referat.measures_used));
        blocks.push(Block::List(used));
    }
    blocks.extend(writer.disagreement());
    blocks.extend(writer.next());
    Document {
        title: None,
        blocks,
    }
}

impl DocumentWriter<'_> {
    /// The notes of the closing phase, under the titles of their items.
    fn closing_notes(&self) -> Vec<Block> {
        let Some(phase) = self.meeting.agenda.phase(self.meeting.agenda.closing()) else {
            return Vec::new();
        };
        let blocks = self.items(Level::Two, phase);
        if blocks.is_empty() {
            vec![paragraph(self.text.referat.nothing_noted)]
        } else {
            blocks
        }
    }

    /// The phases before the closing one, whose notes stand first in the referat already.
    fn phases(&self) -> Vec<Block> {
        let closing = self.meeting.agenda.closing();
        let mut blocks = Vec::new();
        for (index, phase) in self.meeting.agenda.phases() {
            if index == closing {
                continue;
            }
            blocks.push(heading(Level::Two, self.text.printed(&phase.title)));
            let items = self.items(Level::Three, phase);
            if items.is_empty() {
                blocks.push(paragraph(self.text.referat.nothing_noted));
            }
            blocks.extend(items);
            let asked = phase.questions.iter().filter(|q| q.asking == Asking::Asked);
            let asked: Vec<_> = asked
                .map(|q| vec![TextSpan::plain(self.text.printed(q.text()))])
                .collect();
            if !asked.is_empty() {
                blocks.push(heading(Level::Three, self.text.referat.questions_asked));
                blocks.push(Block::List(asked));
            }
        }
        if !blocks.is_empty() {
            blocks.insert(0, heading(Level::One, self.text.referat.situation));
        }
        blocks
    }

    /// What was noted under each item. An item without a note is left out, unless it was set aside or not reached.
    fn items(&self, level: Level, phase: &Phase) -> Vec<Block> {
        let mut blocks = Vec::new();
        for item in &phase.items {
            let content = self.item(item);
            if !content.is_empty() {
                blocks.push(heading(level, self.text.printed(&item.title)));
                blocks.extend(content);
            }
        }
        blocks
    }

    fn item(&self, item: &Item) -> Vec<Block> {
        let t = &self.text.referat;
        let noted = filled(&item.note).map(note).unwrap_or_default();
        match item.status {
            ItemStatus::NotReached => [vec![paragraph(t.not_reached)], noted].concat(),
            ItemStatus::NotRelevant if noted.is_empty() => vec![paragraph(t.not_relevant)],
            ItemStatus::NotRelevant | ItemStatus::Open | ItemStatus::Done => noted,
        }
    }

    /// Measures that were spoken of. Those that name treatment are the employee's own affair and never printed.
    fn measures(&self) -> Vec<Block> {
        let t = &self.text.referat;
        let rows: Vec<Vec<String>> = self
            .meeting
            .agenda
            .measures
            .iter()
            .filter(|measure| measure.state != MeasureState::Private)
            .filter(|measure| measure.verdict != Verdict::NotDiscussed)
            .map(|measure| {
                vec![
                    self.text.printed(&measure.title).to_owned(),
                    (self.text.verdict)(measure.verdict).to_owned(),
                    measure.remark.trim().to_owned(),
                ]
            })
            .collect();
        if rows.is_empty() {
            return Vec::new();
        }
        vec![
            heading(Level::One, t.measures),
            Block::Table {
                head: t.measures_head.map(str::to_owned).to_vec(),
                rows,
            },
        ]
    }

    /// Measures that are to be used, for reading aloud.
    fn measures_to_use(&self) -> Vec<Vec<TextSpan>> {
        let used = self.meeting.agenda.measures.iter().filter(|measure| {
            measure.verdict == Verdict::ToBeUsed && measure.state != MeasureState::Private
        });
        used.map(|measure| {
            let remark = filled(&measure.remark);
            let title = self.text.printed(&measure.title);
            vec![TextSpan::plain((self.text.plan.measure)(title, remark))]
        })
        .collect()
    }

    /// Who sees it differently, in their own words, for reading aloud.
    fn disagreement(&self) -> Vec<Block> {
        let t = &self.text.referat;
        let others = self
            .meeting
            .participants
            .iter()
            .filter(|p| p.answer == Answer::Disagrees);
        let mut blocks = Vec::new();
        for participant in others {
            if blocks.is_empty() {
                blocks.push(heading(Level::One, t.agreement));
            }
            let answer = (self.text.answer)(participant.answer);
            blocks.push(paragraph((t.answer_line)(
                &self.text.called(participant),
                answer,
            )));
            blocks.extend(filled(&participant.words).map(quote).unwrap_or_default());
        }
        blocks
    }

    fn agreement(&self) -> Vec<Block> {
        let t = &self.text.referat;
        let mut blocks = vec![heading(Level::One, t.agreement)];
        for participant in self.meeting.participants.iter().filter(|p| p.attends()) {
            let asked = participant.answer != Answer::NotAsked || participant.role.is_party();
            let words = filled(&participant.words);
            if !asked && words.is_none() {
                continue;
            }
            let answer = (self.text.answer)(participant.answer);
            blocks.push(paragraph((t.answer_line)(
                &self.text.called(participant),
                answer,
            )));
            if let Some(words) = words {
                blocks.extend(quote(words));
            }
        }
        if let Some(at) = self.meeting.read_back {
            let clock = date::time(self.zone.local(at));
            let later = self.meeting.timeline.ended().is_some_and(|end| at > end);
            blocks.push(paragraph(if later {
                let day = self.text.calendar.long(self.zone.date(at));
                (t.read_back_later)(&day, &clock)
            } else {
                (t.read_back_at)(&clock)
            }));
        }
        blocks
    }

    fn next(&self) -> Vec<Block> {
        let t = &self.text.referat;
        let follow_up = &self.meeting.follow_up;
        let line = match (follow_up.value, filled(&follow_up.text)) {
            (Some(date), _) => (t.next_on)(&self.text.calendar.with_week(date)),
            (None, Some(text)) => (t.unclear)(text),
            (None, None) => t.next_missing.to_owned(),
        };
        vec![heading(Level::One, t.next), paragraph(line)]
    }

    /// Who gets the referat, and what Nav gets instead: everybody may know that.
    fn copies(&self, edition: Edition) -> Vec<Block> {
        let t = &self.text.referat;
        let people = self.meeting.participants.iter();
        let receivers: Vec<_> = people.filter(|p| p.gets_referat()).collect();
        let names: Vec<String> = receivers.iter().map(|p| self.text.called(p)).collect();
        let mut lines = vec![if names.is_empty() {
            t.copies_nobody.to_owned()
        } else {
            (t.copies_to)(&listed(&names, t.and))
        }];
        if let (Edition::Archive, Some(day)) = (edition, send_by(self.meeting, self.zone)) {
            let day = self.text.calendar.with_week(day);
            lines.push((t.send_by)(&day));
        }
        if !receivers.iter().any(|p| p.role == Role::Nav) {
            lines.push(t.not_to_nav.to_owned());
        }
        let plan = match self.meeting.plan.to_nav {
            Said::Yes => t.plan_to_nav,
            Said::No | Said::Unsaid => t.plan_to_nav_when,
        };
        lines.push(plan.to_owned());
        let mut blocks = vec![heading(Level::One, t.copies)];
        blocks.extend(lines.into_iter().map(paragraph));
        blocks
    }
}
