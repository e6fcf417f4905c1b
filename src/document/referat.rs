//! The referat: what came of the meeting, conclusion first. The private kladd has no way into it.

mod head;
mod people;

use chrono::NaiveDate;

use crate::{
    meeting::{
        Contents,
        agenda::{Item, MeasureState, Phase, Standing, Verdict},
        goal::Step,
        participant::{Answer, Participant},
        question::Asking,
        zone::Zone,
    },
    rules,
    text::{Text, date, listed},
};

use super::{
    block::{Block, Document, Level, Span, note, quote},
    compose::{filled, heading, paragraph},
};

/// The whole referat.
pub fn referat(meeting: &Contents, zone: Zone, text: &Text) -> Document {
    let writer = Writer {
        meeting,
        zone,
        text,
    };
    let t = &text.referat;
    let mut blocks = Vec::new();
    blocks.extend(writer.head());
    blocks.push(heading(Level::One, t.conclusion));
    blocks.extend(writer.closing_notes());
    blocks.extend(writer.goal());
    blocks.extend(writer.actions());
    blocks.extend(writer.participants());
    blocks.extend(writer.plan());
    blocks.extend(writer.phases());
    blocks.extend(writer.measures());
    blocks.extend(writer.agreement());
    blocks.extend(writer.next());
    blocks.extend(writer.copies());
    Document {
        title: Some(t.title.to_owned()),
        blocks,
    }
}

/// What is read aloud before everybody leaves: conclusion, goal, who does what by when, next follow-up.
pub fn summary(meeting: &Contents, zone: Zone, text: &Text) -> Document {
    let writer = Writer {
        meeting,
        zone,
        text,
    };
    let mut blocks = vec![heading(Level::One, text.referat.conclusion)];
    blocks.extend(writer.closing_notes());
    blocks.extend(writer.goal());
    blocks.push(heading(Level::One, text.referat.actions));
    if meeting.actions.is_empty() {
        blocks.push(paragraph(text.referat.no_actions));
    } else {
        let spoken = meeting.actions.iter().map(|action| {
            let due = writer.due(action);
            vec![Span::plain(format!(
                "{}: {} – {due}",
                writer.owners(action),
                action.what.trim()
            ))]
        });
        blocks.push(Block::Numbered(spoken.collect()));
    }
    let used = writer.measures_to_use();
    if !used.is_empty() {
        blocks.push(heading(Level::One, text.referat.measures_used));
        blocks.push(Block::List(used));
    }
    blocks.extend(writer.disagreement());
    blocks.extend(writer.next());
    Document {
        title: None,
        blocks,
    }
}

struct Writer<'a> {
    meeting: &'a Contents,
    zone: Zone,
    text: &'a Text,
}

impl Writer<'_> {
    /// The notes of the closing phase, under the titles of their items where there is more than one.
    fn closing_notes(&self) -> Vec<Block> {
        let Some(phase) = self.meeting.agenda.phase(self.meeting.agenda.closing()) else {
            return Vec::new();
        };
        let blocks = self.items(phase);
        if blocks.is_empty() {
            vec![paragraph(self.text.referat.nothing_noted)]
        } else {
            blocks
        }
    }

    fn goal(&self) -> Vec<Block> {
        let t = &self.text.referat;
        let goal = &self.meeting.goal;
        let mut blocks = Vec::new();
        if filled(&goal.text).is_none() && goal.steps.is_empty() {
            return blocks;
        }
        blocks.push(heading(Level::One, t.goal));
        blocks.extend(note(&goal.text));
        if !goal.steps.is_empty() {
            blocks.push(Block::Table {
                head: t.steps_head.map(str::to_owned).to_vec(),
                rows: goal.steps.iter().map(|step| self.step(step)).collect(),
            });
        }
        blocks
    }

    fn step(&self, step: &Step) -> Vec<String> {
        let t = &self.text.referat;
        let from = step.from.value.map_or_else(
            || (t.unclear)(step.from.text.trim()),
            |from| self.text.calendar.long(from),
        );
        let work = step.work.value.map_or_else(
            || (t.unclear)(step.work.text.trim()),
            |work| format!("{work} %"),
        );
        let rest = step.sick_leave();
        let rest = rest.map_or_else(String::new, |rest| format!("{rest} %"));
        vec![from, work, rest]
    }

    fn actions(&self) -> Vec<Block> {
        let t = &self.text.referat;
        let mut blocks = vec![heading(Level::One, t.actions)];
        if self.meeting.actions.is_empty() {
            blocks.push(paragraph(t.no_actions));
            return blocks;
        }
        let rows = (1..).zip(&self.meeting.actions).map(|(number, action)| {
            vec![
                format!("{number}"),
                action.what.trim().to_owned(),
                self.owners(action),
                self.due(action),
            ]
        });
        blocks.push(Block::Table {
            head: t.actions_head.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        });
        blocks
    }

    fn owners(&self, action: &crate::meeting::action_item::ActionItem) -> String {
        if action.owners.is_empty() {
            return self.text.referat.no_owner.to_owned();
        }
        let owners = action
            .owners
            .iter()
            .filter_map(|id| self.meeting.participant(*id))
            .map(|owner| self.called(owner));
        owners.collect::<Vec<_>>().join(", ")
    }

    fn due(&self, action: &crate::meeting::action_item::ActionItem) -> String {
        let t = &self.text.referat;
        match (&action.due.value, filled(&action.due.text)) {
            (Some(due), _) => self.text.calendar.due_plain(due),
            (None, Some(text)) => (t.unclear)(text),
            (None, None) => t.no_due.to_owned(),
        }
    }

    fn called(&self, participant: &Participant) -> String {
        self.text.called(participant)
    }

    /// The phases before the closing one, whose notes stand first in the referat already.
    fn phases(&self) -> Vec<Block> {
        let closing = self.meeting.agenda.closing();
        let mut blocks = Vec::new();
        for (index, phase) in self.meeting.agenda.phases() {
            if index == closing {
                continue;
            }
            blocks.push(heading(Level::One, &phase.title));
            let items = self.items(phase);
            if items.is_empty() {
                blocks.push(paragraph(self.text.referat.nothing_noted));
            }
            blocks.extend(items);
            let asked = phase.questions.iter().filter(|q| q.asking == Asking::Asked);
            let asked: Vec<_> = asked.map(|q| vec![Span::plain(&q.text)]).collect();
            if !asked.is_empty() {
                blocks.push(heading(Level::Two, self.text.referat.questions_asked));
                blocks.push(Block::List(asked));
            }
        }
        blocks
    }

    /// What was noted under each item. An item without a note is left out, unless it was set aside.
    fn items(&self, phase: &Phase) -> Vec<Block> {
        let mut blocks = Vec::new();
        for item in &phase.items {
            let content = self.item(item);
            if !content.is_empty() {
                blocks.push(heading(Level::Two, &item.title));
                blocks.extend(content);
            }
        }
        blocks
    }

    fn item(&self, item: &Item) -> Vec<Block> {
        match (filled(&item.note), item.standing) {
            (Some(text), _) => note(text),
            (None, Standing::NotRelevant) => vec![paragraph(self.text.referat.not_relevant)],
            (None, Standing::NotReached) => vec![paragraph(self.text.referat.not_reached)],
            (None, Standing::Open | Standing::Done) => Vec::new(),
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
                    measure.title.clone(),
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
    fn measures_to_use(&self) -> Vec<Vec<Span>> {
        let used = self.meeting.agenda.measures.iter().filter(|measure| {
            measure.verdict == Verdict::ToBeUsed && measure.state != MeasureState::Private
        });
        used.map(|measure| match filled(&measure.remark) {
            Some(remark) => vec![Span::plain(format!("{}: {remark}", measure.title))],
            None => vec![Span::plain(measure.title.clone())],
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
                &self.called(participant),
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
                &self.called(participant),
                answer,
            )));
            if let Some(words) = words {
                blocks.extend(quote(words));
            }
        }
        if let Some(at) = self.meeting.read_back {
            blocks.push(paragraph((t.read_back_at)(&date::time(
                self.zone.local(at),
            ))));
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

    fn copies(&self) -> Vec<Block> {
        let t = &self.text.referat;
        let receivers: Vec<String> = self
            .meeting
            .participants
            .iter()
            .filter(|p| p.gets_referat())
            .map(|p| self.called(p))
            .collect();
        let mut lines = vec![if receivers.is_empty() {
            t.copies_nobody.to_owned()
        } else {
            (t.copies_to)(&listed(&receivers, t.and))
        }];
        let held: Option<NaiveDate> = self.meeting.timeline.ended().map(|at| self.zone.date(at));
        if let Some(held) = held {
            let due = rules::referat_due(held);
            lines.push((t.send_by)(&self.text.calendar.with_week(due)));
        }
        lines.extend(t.nav.map(str::to_owned));
        let mut blocks = vec![heading(Level::One, t.copies)];
        blocks.extend(lines.into_iter().map(paragraph));
        blocks
    }
}
