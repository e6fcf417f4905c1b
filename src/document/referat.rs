//! The referat: what came of the meeting, conclusion first. The private kladd has no way into it.

use chrono::{NaiveDate, NaiveTime};

use crate::{
    meeting::{
        Contents, Kind,
        agenda::{Item, MeasureState, Phase, Standing, Verdict},
        goal::Step,
        need::{Side, Wish},
        participant::{Answer, Attendance, Called, Participant, ReferatCopy, Role},
        question::Asking,
        stage::Review,
        written::Written,
        zone::Zone,
    },
    rules::{
        self,
        days::Reason,
        deadlines::{Milestone, State},
        need::{Duty, duty},
        situation::Situation,
    },
    text::{Text, date},
};

use super::block::{Block, Document, Level, Span, note, quote};

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

fn heading(level: Level, text: &str) -> Block {
    Block::Heading {
        level,
        text: text.to_owned(),
    }
}

fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph(vec![Span::plain(text)])
}

fn labelled(label: &str, text: impl Into<String>) -> Vec<Span> {
    vec![
        Span::bold(format!("{label}:")),
        Span::plain(format!(" {}", text.into())),
    ]
}

fn filled(text: &str) -> Option<&str> {
    let text = text.trim();
    (!text.is_empty()).then_some(text)
}

impl Writer<'_> {
    fn head(&self) -> Vec<Block> {
        let t = &self.text.referat;
        let sheet = &self.text.sheet;
        let arrangement = &self.meeting.arrangement;
        let mut blocks = Vec::new();
        match self.meeting.kind {
            Kind::Practice => blocks.push(Block::Paragraph(vec![Span::bold(t.practice)])),
            Kind::Real => {}
        }
        let state = match self.meeting.review {
            Review::Approved(at) => (t.approved)(&self.text.calendar.plain(self.zone.date(at))),
            Review::NotBegun | Review::Begun => t.not_approved.to_owned(),
        };
        let mut lines = vec![labelled(t.held, self.when())];
        if let Some(place) = filled(&arrangement.place) {
            let form = (self.text.form)(arrangement.form);
            lines.push(labelled(sheet.place, format!("{place} ({form})")));
        } else {
            lines.push(labelled(sheet.form, (self.text.form)(arrangement.form)));
        }
        if let Some(workplace) = filled(&arrangement.workplace) {
            lines.push(labelled(sheet.workplace, workplace));
        }
        for (label, role) in [(t.employee, Role::Employee), (t.leader, Role::Employer)] {
            let mut people = self.meeting.participants.iter().filter(|p| p.role == role);
            if let Some(name) = people.find_map(|p| filled(&p.name)) {
                lines.push(labelled(label, name));
            }
        }
        lines.extend(self.absence());
        lines.push(labelled(t.case, self.meeting.code.as_str()));
        lines.push(labelled(t.state, state));
        blocks.push(Block::List(lines));
        blocks.push(paragraph(t.about_privacy));
        blocks
    }

    /// From when the employee is absent, and whether the meeting was held in time; nothing of a meeting that has not been
    /// held, or of an absence nobody has entered.
    fn absence(&self) -> Vec<Vec<Span>> {
        let t = &self.text.referat;
        let calendar = self.text.calendar;
        let started = self.meeting.timeline.started();
        let Some(held) = started.map(|at| self.zone.date(at)) else {
            return Vec::new();
        };
        let situation = Situation::of(self.meeting, self.zone, held);
        let Some(case) = situation.course.current() else {
            return Vec::new();
        };
        let start = calendar.long(case.start);
        let absence = match situation.course.reason_on(held) {
            Some(Reason::SickPartly(degree)) => (t.absence_graded)(&start, degree.percent()),
            Some(_) | None => (t.absence_from)(&start),
        };
        let mut lines = vec![labelled(t.absence, absence)];
        let deadline = situation.deadline(Milestone::Meeting1);
        let wanted = situation.facts.wishes.who(Wish::Yes);
        if let (Duty::IfWanted, false) = (duty(case, held), wanted.is_empty()) {
            let names: Vec<String> = wanted.into_iter().map(|side| self.side(side)).collect();
            let words = (t.wanted_by)(&listed(&names, t.and));
            lines.push(labelled(t.deadline, words));
        } else if let Some(deadline) = deadline
            && let State::Done { late, .. } = deadline.state
        {
            let day = calendar.with_week(deadline.worded());
            let words = match late {
                0 => (t.in_time)(&day),
                late => (t.late)(&day, late),
            };
            lines.push(labelled(t.deadline, words));
        }
        lines
    }

    fn side(&self, side: Side) -> String {
        (self.text.rules.side)(side).to_owned()
    }

    fn when(&self) -> String {
        let t = &self.text.referat;
        let calendar = self.text.calendar;
        let local = |at| self.zone.local(at);
        match (
            self.meeting.timeline.started().map(local),
            self.meeting.timeline.ended().map(local),
        ) {
            (Some(start), Some(end)) if start.date() == end.date() => (t.when)(
                &calendar.long(start.date()),
                &date::time(start),
                &date::time(end),
                (end - start).num_minutes(),
            ),
            (Some(start), Some(end)) => {
                let moment = |at: chrono::NaiveDateTime| {
                    format!("{} kl. {}", calendar.long(at.date()), date::time(at))
                };
                (t.when_two_days)(&moment(start), &moment(end))
            }
            (Some(_), None) => (self.text.stage)(self.meeting.stage()).to_owned(),
            (None, _) => match self.meeting.arrangement.date.value {
                Some(planned) => (t.planned_for)(&calendar.long(planned)),
                None => t.not_held.to_owned(),
            },
        }
    }

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

    fn participants(&self) -> Vec<Block> {
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
            (self.text.copy)(p.copy).to_owned(),
        ]
    }

    fn wished_by(&self, participant: &Participant) -> String {
        match participant.wished.who(Wish::Yes).as_slice() {
            [] => "–".to_owned(),
            [side] => self.side(*side),
            _ => self.text.referat.both.to_owned(),
        }
    }

    /// What stood in the oppfølgingsplan, from which the meeting set out.
    fn plan(&self) -> Vec<Block> {
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
        let to = span.to.filter(|to| ended.is_none_or(|ended| *to < ended));
        // Whoever left early was there from when to when, even if that is from the beginning.
        let late = |from: &NaiveTime| to.is_some() || began.is_none_or(|began| *from > began);
        let from = span.from.filter(late);
        self.text.span(from, to)
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
            .filter(|p| p.copy == ReferatCopy::Yes)
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

/// "A", "A og B", "A, B og C".
fn listed(names: &[String], and: &str) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}
