//! What the rules say of the open meeting, to be read: the days of the absence, the deadlines, what has changed.

use crate::{
    document::{self, plain::plain},
    meeting::DocumentKind,
    rules::{CaseStatus, Deadline, RuleChange, When},
    text,
    ui::{Overlay, TextOverlay, Tone},
};

use super::{Acting, Shared};

impl Shared {
    /// Opens these lines to be read.
    pub(super) fn show_text(&mut self, title: impl Into<String>, lines: Vec<String>) {
        let overlay = TextOverlay::new(title, lines);
        self.overlay = Some(Overlay::Text(overlay));
    }

    /// What a checklist and a guide from other days say, and what is so today.
    pub(super) fn show_changes(&mut self) {
        let t = &self.text.preparation;
        let rules = &self.text.rules;
        let lines = RuleChange::ALL.into_iter().flat_map(|change| {
            let [was, now] = (t.changed)((rules.change_was)(change), (rules.change_now)(change));
            [was, now, String::new()]
        });
        self.show_text(t.changed_title, lines.collect());
    }

    /// When a deadline is, and for when to plan it.
    fn dates(&self, deadline: &Deadline, status: &CaseStatus) -> String {
        let t = &self.text.preparation;
        let day = |day| self.text.document.calendar.with_week(day);
        let when = match deadline.when {
            When::By(dates) => (t.deadline_by)(&day(dates.strict), dates.marker.map(day)),
            When::Between { opens, closes } => (t.deadline_between)(&day(opens), &day(closes)),
            When::On(date) => day(date) + ".",
            When::About(date) => (t.deadline_about)(&day(date)),
        };
        match deadline.plan_for(status.absence.today) {
            Some(plan) => format!("{when} {}", (t.deadline_plan)(&day(plan))),
            None => when,
        }
    }
}

impl Acting<'_> {
    /// Every day of the absence, days of the same kind in a row as one line, with why they count as they do.
    pub(super) fn explain_absence(&mut self) {
        let today = self.look().today();
        let t = &self.shared.text.preparation;
        let rules = &self.shared.text.rules;
        let calendar = self.shared.text.document.calendar;
        let status = CaseStatus::of(&self.open.meeting, self.shared.setting.zone, today);
        let mut lines: Vec<String> = Vec::new();
        for run in &status.absence.runs {
            let count = (run.to - run.from).num_days() + 1;
            let (from, to) = (calendar.plain(run.from), calendar.plain(run.to));
            let days = (t.days)(&from, &to, count);
            let counts = (rules.counts)(run.reason.counts());
            lines.push((t.day_counts)(&days, counts, &(rules.reason)(run.reason)));
        }
        if let Some(case) = status.absence.current() {
            lines.extend([String::new(), (rules.case)(case)]);
        }
        if lines.is_empty() {
            lines.push(t.no_absence.to_owned());
        }
        self.shared.show_text(t.days_title, lines);
    }

    /// Every deadline with its dates, the day to plan for, how it stands and what it rests on.
    pub(super) fn show_deadlines(&mut self) {
        let today = self.look().today();
        let status = CaseStatus::of(&self.open.meeting, self.shared.setting.zone, today);
        let deadlines = status.deadlines.iter();
        let mut lines: Vec<String> = deadlines
            .flat_map(|deadline| {
                let rules = &self.shared.text.rules;
                let name = (rules.milestone)(deadline.milestone);
                let state = (rules.state)(&deadline.status);
                [
                    format!("{name}: {}", (rules.task)(deadline.milestone)),
                    format!("{} {state}", self.shared.dates(deadline, &status)),
                    format!(
                        "{} · {}",
                        (rules.basis)(deadline.milestone),
                        (rules.source)(deadline.milestone)
                    ),
                    String::new(),
                ]
            })
            .collect();
        if lines.is_empty() {
            lines.push(self.shared.text.preparation.no_absence.to_owned());
        }
        let title = self.shared.text.preparation.deadlines_title;
        self.shared.show_text(title, lines);
    }

    /// A document as it will be written.
    pub(super) fn preview(&mut self, kind: DocumentKind) {
        match document::document(kind, &self.open.meeting, self.shared.setting.zone) {
            Ok(document) => {
                let width = usize::from(self.shared.setting.size.width.saturating_sub(4));
                let lines = plain(&document, width).into_iter().map(|line| line.text);
                let title = text::capitalised((self.shared.text.document.sending.document)(kind));
                self.shared.show_text(title, lines.collect());
            }
            Err(unmade) => self.say(unmade.words(self.shared.text), Tone::Note),
        }
    }
}
