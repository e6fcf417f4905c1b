//! What more than one document says of a meeting: who leads it, which version it is, what is aimed at, who does what by
//! when, and from when to when somebody was there.

use chrono::{NaiveDate, NaiveTime, Timelike};

use crate::{
    meeting::{
        ActionItem, Contents, Due, Parsed, Participant, Party, Review, Role, Step, Timestamp, Zone,
    },
    text::DocumentText,
};

use super::{
    block::{Block, Level, TextSpan, note},
    compose::{filled, heading, labelled, paragraph},
};

/// Puts a meeting into blocks.
pub(super) struct DocumentWriter<'a> {
    pub meeting: &'a Contents,
    pub zone: Zone,
    pub text: &'a DocumentText,
}

impl<'a> DocumentWriter<'a> {
    /// One that writes in the målform of the meeting.
    pub(super) const fn of(meeting: &'a Contents, zone: Zone) -> Self {
        Self {
            meeting,
            zone,
            text: DocumentText::of(meeting.language),
        }
    }
}

impl DocumentWriter<'_> {
    /// Whether it is approved, and when.
    pub(super) fn state(&self) -> String {
        let t = &self.text.referat;
        match self.meeting.review {
            Review::Approved(at) => (t.approved)(&self.day(at)),
            Review::NotBegun | Review::Begun => t.not_approved.to_owned(),
        }
    }

    /// Which version this is, what it replaces, and why; nothing of the first one.
    pub(super) fn version(&self) -> Option<Block> {
        let t = &self.text.referat;
        let last = self.meeting.replaced.last()?;
        let number = self.meeting.version();
        let replaces = (t.replaces)(number - 1, &self.day(last.approved), &last.reason);
        Some(Block::Paragraph(vec![
            TextSpan::bold((t.version)(number, &self.state())),
            TextSpan::plain(format!(" {replaces}")),
        ]))
    }

    /// Who leads the meeting and signs what comes of it.
    pub(super) fn leader(&self) -> &str {
        let name = self.meeting.name_of(Role::Employer);
        name.unwrap_or(self.text.invitation.no_leader)
    }

    /// Lines of a signature, with the workplace below them where it is known.
    pub(super) fn signed<const N: usize>(&self, lines: [impl Into<String>; N]) -> Block {
        let workplace = filled(&self.meeting.arrangement.workplace).map(str::to_owned);
        let lines: Vec<String> = lines.map(Into::into).into_iter().chain(workplace).collect();
        paragraph(lines.join("\n"))
    }

    /// `17. november 2026`
    pub(super) fn day(&self, at: Timestamp) -> String {
        self.text.calendar.plain(self.zone.date(at))
    }

    /// The goal in words, and how much is worked from when; nothing where there is none.
    pub(super) fn goal(&self) -> Vec<Block> {
        let goal = &self.meeting.goal;
        let mut blocks = note(&goal.text);
        blocks.extend(self.steps(|_| true));
        if !blocks.is_empty() {
            blocks.insert(0, heading(Level::One, self.text.referat.goal));
        }
        blocks
    }

    /// How much is worked from when, of some of the steps.
    pub(super) fn steps(&self, which: impl Fn(&Step) -> bool) -> Option<Block> {
        let steps = self.meeting.goal.steps.iter();
        let rows: Vec<_> = steps
            .filter(|step| which(step))
            .map(|step| self.step(step))
            .collect();
        let head = self.text.referat.steps_head.map(str::to_owned).to_vec();
        (!rows.is_empty()).then_some(Block::Table { head, rows })
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

    /// Who does what by when, of some of the action items, each with its number in the referat.
    pub(super) fn tasks_table(&self, which: impl Fn(&ActionItem) -> bool) -> Option<Block> {
        let actions = (1..).zip(&self.meeting.actions);
        let actions = actions.filter(|(_, action)| which(action));
        let rows: Vec<_> = actions
            .map(|(number, action)| {
                vec![
                    format!("{number}"),
                    action.what.trim().to_owned(),
                    self.owners(action),
                    self.due(action),
                ]
            })
            .collect();
        let head = self.text.referat.actions_head.map(str::to_owned).to_vec();
        (!rows.is_empty()).then_some(Block::Table { head, rows })
    }

    /// The heading of what is agreed, and that nothing is, where nothing is.
    pub(super) fn head_of_tasks(&self) -> Vec<Block> {
        let t = &self.text.referat;
        let nothing = self.meeting.actions.is_empty();
        let nothing = nothing.then(|| paragraph(t.no_actions));
        let heading = heading(Level::One, t.actions);
        [heading].into_iter().chain(nothing).collect()
    }

    /// Why a party has nothing to do, where that has been said: both are to contribute (aml. § 4-6 tredje ledd), so a
    /// reader would ask.
    pub(super) fn idle(&self, party: Party) -> Option<Block> {
        if self.meeting.has_action(party) {
            return None;
        }
        let why = filled(self.meeting.no_action.of(party))?;
        let label = (self.text.sending.no_action)(party);
        Some(Block::Paragraph(labelled(label, why)))
    }

    /// Who is to do it.
    pub(super) fn owners(&self, action: &ActionItem) -> String {
        if action.owners.is_empty() {
            return self.text.referat.no_owner.to_owned();
        }
        let owners = action
            .owners
            .iter()
            .filter_map(|id| self.meeting.participant(*id))
            .map(|owner| self.text.called(owner));
        owners.collect::<Vec<_>>().join(", ")
    }

    /// By when, as it stands under that word.
    pub(super) fn due(&self, action: &ActionItem) -> String {
        self.due_in(action, |due| self.text.calendar.due_plain(due))
    }

    /// By when, in words of one's own where it is known.
    pub(super) fn due_in(&self, action: &ActionItem, words: impl Fn(&Due) -> String) -> String {
        let t = &self.text.referat;
        match (&action.due.value, filled(&action.due.text)) {
            (Some(due), _) => words(due),
            (None, Some(text)) => (t.unclear)(text),
            (None, None) => t.no_due.to_owned(),
        }
    }

    /// When the plan before the meeting was made, and when the sykmelder got it.
    pub(super) fn plan_days(&self) -> Option<Block> {
        let t = &self.text.referat;
        let plan = &self.meeting.preparation.plan;
        let day = |day: &Parsed<NaiveDate>| day.value.map(|day| self.text.calendar.long(day));
        let made = day(&plan.made).map(|day| (t.plan_made)(&day));
        let sent = if made.is_some() && plan.made.value == plan.sent.value {
            Some(t.plan_sent_at_once.to_owned())
        } else {
            day(&plan.sent).map(|day| (t.plan_sent)(&day))
        };
        let days: Vec<String> = made.into_iter().chain(sent).collect();
        (!days.is_empty()).then(|| paragraph(days.join(" ")))
    }

    /// What stood in it.
    pub(super) fn plan_points(&self) -> Vec<Block> {
        let points = filled(&self.meeting.preparation.plan.points);
        points.map(note).unwrap_or_default()
    }

    /// When somebody came and left, each where it was not with the others: a plan that the meeting never reached is no
    /// absence, and nobody was there before it began.
    pub(super) fn there(
        &self,
        participant: &Participant,
    ) -> (Option<NaiveTime>, Option<NaiveTime>) {
        let Some(span) = &participant.presence.value else {
            return (None, None);
        };
        let began = self.meeting.timeline.started().map(|at| self.clock(at));
        let ended = self.meeting.timeline.ended().map(|at| self.clock(at));
        let to = span.to.filter(|to| {
            ended.is_none_or(|ended| *to < ended) && began.is_none_or(|began| *to > began)
        });
        // Whoever left early was there from when to when, even if that is from the beginning.
        let late = |from: &NaiveTime| to.is_some() || began.is_none_or(|began| *from > began);
        let from = span.from.filter(late);
        let from = from.map(|from| began.map_or(from, |began| from.max(began)));
        (from, to)
    }

    /// What the clock on the wall shows: hours and minutes.
    pub(super) fn clock(&self, at: Timestamp) -> NaiveTime {
        let time = self.zone.local(at).time();
        let minute = NaiveTime::from_hms_opt(time.hour(), time.minute(), 0);
        minute.unwrap_or(time)
    }
}
