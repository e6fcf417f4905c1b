//! The practice meeting: an invented case laid into a fresh meeting by the same events a leader would cause.

use std::collections::BTreeSet;

use chrono::{Days, TimeDelta};

use crate::{
    archive::Practice,
    meeting::{
        ArrangementField, Change, Check, EarlierPlanField, Edit, Event, Field, Meeting,
        MeetingKind, New, Parsed, ParticipantField, ParticipantId, Party, PeriodField,
        PreparationField, Presence, Stage, Timestamp, Wish, Zone,
    },
    text::date,
    ui::SpokenLine,
};

use super::Acting;

/// What the invented people do by themselves.
#[derive(Debug, Clone, Default)]
pub struct Rehearsal {
    /// What they say to which item.
    pub lines: Vec<SpokenLine>,
    /// Who comes late or leaves early.
    pub visits: Vec<Visit>,
}

/// Somebody who is there for a part of the meeting only.
#[derive(Debug, Clone, Copy)]
pub struct Visit {
    who: ParticipantId,
    /// Minutes from the beginning of the meeting until they come.
    from: Option<u32>,
    /// Minutes from the beginning of the meeting until they must leave.
    to: Option<u32>,
}

/// Fills `meeting` with the invented people and place. Participants of a role that is there already get their names.
pub fn fill(meeting: &mut Meeting, practice: &Practice, zone: Zone, now: Timestamp) {
    let edit = |meeting: &mut Meeting, edit: Edit| {
        // A fresh meeting in preparation takes every edit of an existing place, and all of these exist.
        let _taken = meeting.handle(Event::Edit(edit), now);
    };
    edit(
        meeting,
        Edit::set(ArrangementField::Workplace, practice.workplace.clone()),
    );
    edit(
        meeting,
        Edit::set(ArrangementField::Place, practice.place.clone()),
    );
    let today = zone.date(now);
    let day = |ago: u32| {
        let day = today
            .checked_sub_days(Days::new(ago.into()))
            .unwrap_or(today);
        Parsed::understood(date::numeric(day), day)
    };
    let absent = practice.days_absent;
    let periods = meeting.preparation.periods.first().map(|period| period.id);
    let days = [
        periods.map(|id| (Field::Period(id, PeriodField::From), day(absent))),
        Some((Field::EarlierPlan(EarlierPlanField::Made), day(absent / 2))),
        Some((
            Field::Preparation(PreparationField::Invited),
            day(absent / 4),
        )),
        Some((Field::Arrangement(ArrangementField::Date), day(0))),
    ];
    for (place, day) in days.into_iter().flatten() {
        edit(meeting, Edit::set(place, day));
    }
    let time = zone.local(now).time();
    let time = Parsed::understood(date::time(time), time);
    edit(meeting, Edit::set(ArrangementField::Time, time));
    edit(
        meeting,
        Edit::set(EarlierPlanField::Points, practice.plan.trim().to_owned()),
    );
    // That it is the right case is for the leader to say, afterwards.
    let ready = Check::ALL.into_iter();
    let ready: BTreeSet<Check> = ready.filter(|check| *check != Check::RightPeople).collect();
    edit(meeting, Edit::set(PreparationField::Ready, ready));
    for person in &practice.participants {
        let known = meeting.participants.iter().find(|p| p.role == person.role);
        let id = match known.map(|p| p.id) {
            Some(id) => id,
            None => {
                let id = meeting.next_participant();
                edit(meeting, Edit::Add(New::Participant(person.role)));
                id
            }
        };
        edit(
            meeting,
            Edit::set(ParticipantField::Name.of(id), person.name.clone()),
        );
        // Nobody is there against the rule of whose wish it takes.
        edit(
            meeting,
            Edit::set(
                ParticipantField::wished_by(Party::Employee).of(id),
                Wish::Yes,
            ),
        );
    }
}

/// What the invented people will do in `meeting`; nothing in a real one.
pub fn rehearsal(meeting: &Meeting, practice: &Practice) -> Rehearsal {
    if meeting.kind == MeetingKind::Real {
        return Rehearsal::default();
    }
    let lines = practice.lines.iter().filter_map(|line| {
        Some(SpokenLine {
            item: meeting.agenda.find(&line.phase, &line.item)?,
            who: line.who.clone(),
            says: line.says.clone(),
        })
    });
    let visits = practice.participants.iter().filter_map(|person| {
        let part = person.from_minute.is_some() || person.to_minute.is_some();
        let who = meeting.participants.iter().find(|p| p.name == person.name);
        Some(Visit {
            who: who.filter(|_| part)?.id,
            from: person.from_minute,
            to: person.to_minute,
        })
    });
    Rehearsal {
        lines: lines.collect(),
        visits: visits.collect(),
    }
}

impl Acting<'_> {
    /// Now that a practice meeting begins, it is known when the invented people come and go.
    /// Answers with the edits that take it back.
    pub(super) fn arrive_in_practice(&mut self) -> Change {
        let mut changed = Change::default();
        if self.open.meeting.stage() != Stage::Running {
            return changed;
        }
        let visits = self.open.rehearsal.visits.clone();
        for Visit { who, from, to } in visits {
            let clock = |minute: u32| {
                let at = self.now + TimeDelta::minutes(minute.into());
                self.shared.setting.zone.local(at).time()
            };
            let presence = Presence {
                from: from.map(clock),
                to: to.map(clock),
            };
            let text = match (presence.from.map(date::time), presence.to.map(date::time)) {
                (Some(from), Some(to)) => format!("{from}–{to}"),
                (Some(from), None) => (self.shared.text.document.referat.from)(&from),
                (None, Some(to)) => (self.shared.text.document.referat.to)(&to),
                (None, None) => continue,
            };
            let edit = Edit::set(
                ParticipantField::Presence.of(who),
                Parsed::understood(text, presence),
            );
            if let Some(change) = self.apply(Event::Edit(edit)) {
                changed.and_then(change);
            }
        }
        changed
    }
}
