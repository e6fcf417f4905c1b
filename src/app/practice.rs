//! The practice meeting: an invented case laid into a fresh meeting by the same events a leader would cause.

use chrono::{Days, TimeDelta};

use crate::{
    archive::practice_file::Practice,
    meeting::{
        Kind, Meeting, Timestamp,
        event::{DayPlace, Edit, Event, TextPlace},
        need::Wish,
        participant::{ParticipantId, Party, Span},
        preparation::{Check, Ready},
        prepare::Prepare,
        stage::Stage,
        written::Written,
        zone::Zone,
    },
    text::date,
    ui::scene::SpokenLine,
};

use super::{App, Screen, undo::inverse};

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
    /// Who.
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
        Edit::Text(TextPlace::Workplace, practice.workplace.clone()),
    );
    edit(
        meeting,
        Edit::Text(TextPlace::Place, practice.place.clone()),
    );
    let today = zone.date(now);
    let day = |ago: u32| {
        let day = today
            .checked_sub_days(Days::new(ago.into()))
            .unwrap_or(today);
        Written::understood(date::numeric(day), day)
    };
    let absent = practice.days_absent;
    let periods = meeting.preparation.periods.first().map(|period| period.id);
    let days = [
        periods.map(|id| (DayPlace::PeriodFrom(id), day(absent))),
        Some((DayPlace::PlanMade, day(absent / 2))),
        Some((DayPlace::Invited, day(absent / 4))),
        Some((DayPlace::Meeting, day(0))),
    ];
    for (place, day) in days.into_iter().flatten() {
        edit(meeting, Edit::Day(place, day));
    }
    let time = zone.local(now).time();
    let time = Written::understood(date::time(time), time);
    edit(meeting, Edit::MeetingTime(time));
    edit(
        meeting,
        Edit::Text(TextPlace::PlanPoints, practice.plan.trim().to_owned()),
    );
    for check in Check::ALL {
        // That is for the leader to say, afterwards.
        if check == Check::RightPeople {
            continue;
        }
        edit(meeting, Edit::Prepare(Prepare::Ready(check, Ready::Yes)));
    }
    for person in &practice.participants {
        let known = meeting.participants.iter().find(|p| p.role == person.role);
        let id = match known.map(|p| p.id) {
            Some(id) => id,
            None => {
                let id = meeting.next_participant();
                edit(meeting, Edit::AddParticipant(person.role));
                id
            }
        };
        edit(
            meeting,
            Edit::Text(TextPlace::Name(id), person.name.clone()),
        );
        // Nobody is there against the rule of whose wish it takes.
        edit(meeting, Edit::CallWish(id, Party::Employee, Wish::Yes));
    }
}

/// What the invented people will do in `meeting`; nothing in a real one.
pub fn rehearsal(meeting: &Meeting, practice: &Practice) -> Rehearsal {
    if meeting.kind == Kind::Real {
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

impl App {
    /// Now that a practice meeting begins, it is known when the invented people come and go.
    /// Answers with the edits that take it back.
    pub(super) fn arrive_in_practice(&mut self, now: Timestamp) -> Vec<Edit> {
        let visits = match &self.screen {
            Screen::Open(open) if open.meeting.stage() == Stage::Running => {
                open.rehearsal.visits.clone()
            }
            Screen::Open(_) | Screen::Start(_) => Vec::new(),
        };
        let mut back = Vec::new();
        for Visit { who, from, to } in visits {
            let clock = |minute: u32| {
                let at = now + TimeDelta::minutes(minute.into());
                self.setting.zone.local(at).time()
            };
            let span = Span {
                from: from.map(clock),
                to: to.map(clock),
            };
            let text = match (span.from.map(date::time), span.to.map(date::time)) {
                (Some(from), Some(to)) => format!("{from}–{to}"),
                (Some(from), None) => (self.text.paper.referat.from)(&from),
                (None, Some(to)) => (self.text.paper.referat.to)(&to),
                (None, None) => continue,
            };
            let edit = Edit::Span(who, Written::understood(text, span));
            if let Screen::Open(open) = &self.screen {
                back.extend(inverse(&edit, &open.meeting));
            }
            self.happen(Event::Edit(edit), now);
        }
        back
    }
}
