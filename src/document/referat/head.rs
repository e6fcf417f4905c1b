//! The head of the referat: when and where the meeting was held, of whose absence, and whether in time.

use crate::{
    document::{
        block::{Block, ListPoint},
        compose::{filled, labelled, paragraph, practice},
        writer::DocumentWriter,
    },
    meeting::{Role, Side, Wish},
    rules::{CaseStatus, DeadlineStatus, Duty, Milestone, Reason, need::duty},
    text::{date, listed},
};

use super::Edition;

impl DocumentWriter<'_> {
    pub(super) fn head(&self, edition: Edition) -> Vec<Block> {
        let t = &self.text.referat;
        let arrangement = &self.meeting.arrangement;
        let mut blocks = Vec::from_iter(practice(self.meeting, self.text));
        blocks.extend(self.version());
        let mut lines = vec![labelled(t.held, self.when())];
        if let Some(place) = filled(&arrangement.place) {
            let form = (self.text.mode)(arrangement.mode);
            lines.push(labelled(self.text.place, format!("{place} ({form})")));
        } else {
            lines.push(labelled(
                self.text.mode_label,
                (self.text.mode)(arrangement.mode),
            ));
        }
        if let Some(link) = filled(&arrangement.video_link) {
            lines.push(labelled(self.text.video_link, link));
        }
        if let Some(workplace) = filled(&arrangement.workplace) {
            lines.push(labelled(self.text.workplace, workplace));
        }
        for (label, role) in [(t.employee, Role::Employee), (t.leader, Role::Employer)] {
            if let Some(name) = self.meeting.name_of(role) {
                lines.push(labelled(label, name));
            }
        }
        if edition == Edition::Archive {
            lines.extend(self.absence());
            if let Some(day) = self.meeting.preparation.invited.value {
                let words = (t.invitation_sent)(&self.text.calendar.long(day));
                lines.push(labelled(t.invitation, words));
            }
            lines.push(labelled(t.case, self.meeting.code.as_str()));
        }
        // Of a later version it stands above.
        if self.meeting.version() == 1 {
            lines.push(labelled(t.state, self.state()));
        }
        blocks.push(Block::List(lines));
        blocks.push(paragraph(t.about_privacy));
        blocks
    }

    /// From when the employee is absent, and whether the meeting was held in time; nothing of a meeting that has not been
    /// held, or of an absence nobody has entered.
    fn absence(&self) -> Vec<ListPoint> {
        let t = &self.text.referat;
        let calendar = self.text.calendar;
        let started = self.meeting.timeline.started();
        let Some(held) = started.map(|at| self.zone.date(at)) else {
            return Vec::new();
        };
        let status = CaseStatus::of(self.meeting, self.zone, held);
        let Some(case) = status.absence.current() else {
            return Vec::new();
        };
        let start = calendar.long(case.start);
        let absence = match status.absence.reason_on(held) {
            Some(Reason::SickPartly(degree)) => (t.absence_graded)(&start, degree.percent()),
            Some(_) | None => (t.absence_from)(&start),
        };
        let mut lines = vec![labelled(t.absence, absence)];
        let deadline = status.deadline(Milestone::Meeting1);
        let wanted = status.facts.wishes.who(Wish::Yes);
        if duty(case, held) == Duty::IfWanted {
            if wanted.is_empty() {
                return lines;
            }
            let names: Vec<String> = wanted.into_iter().map(|side| self.side(side)).collect();
            let words = (t.wanted_by)(&listed(&names, t.and));
            lines.push(labelled(t.deadline, words));
        } else if let Some(deadline) = deadline
            && let DeadlineStatus::Done { late, .. } = deadline.status
        {
            let day = calendar.with_week(deadline.worded());
            let words = match late {
                0 => (t.in_time)(&day),
                late => (t.late)(&day, late),
            };
            let why = filled(&self.meeting.preparation.late_reason).filter(|_| late > 0);
            let words = match why {
                Some(why) => format!("{words} {}", (t.late_because)(why)),
                None => words,
            };
            lines.push(labelled(t.deadline, words));
        }
        lines
    }

    pub(super) fn side(&self, side: Side) -> String {
        (self.text.side)(side).to_owned()
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
            (Some(_), None) => t.going_on.to_owned(),
            (None, _) => match self.meeting.arrangement.date.value {
                Some(planned) => (t.planned_for)(&calendar.long(planned)),
                None => t.not_held.to_owned(),
            },
        }
    }
}
