//! The minutes of the meeting as times on the clock, and what is in the way of somebody who is not there all the time.

use chrono::{NaiveTime, TimeDelta};

use crate::meeting::{Contents, Participant, ParticipantId, Phase, PhaseIndex, Presence, Role};

/// A phase with the times at which it is to begin and to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// Where it stands in the agenda.
    pub phase: PhaseIndex,
    /// When it is to begin.
    pub from: NaiveTime,
    /// When it is to end.
    pub to: NaiveTime,
}

/// Somebody who is there for a part of the meeting only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visitor {
    /// They attend; whoever does not come is no visitor.
    pub who: ParticipantId,
    /// From when to when, as it was written.
    pub presence: Presence,
    /// Whether the meeting is under way at any time while they are there.
    pub there: There,
    /// Phases they see the beginning but not the end of, in which something they are to speak to comes behind something
    /// else.
    pub behind: Vec<PhaseIndex>,
    /// Phases with something for them that are over when they come.
    pub over: Vec<PhaseIndex>,
    /// Phases with something for them that begin only when they have gone.
    pub missed: Vec<PhaseIndex>,
    /// Phases with something for them that begin and end while they are there, or in which nothing comes before it.
    pub in_reach: Vec<PhaseIndex>,
}

/// Whether the time somebody has and that of the meeting touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum There {
    /// They do.
    Partly,
    /// They are there before the meeting or after it only.
    NotAtAll,
}

impl Visitor {
    /// Whether something is planned for them while they are not there.
    pub fn misses(&self) -> bool {
        self.there == There::NotAtAll || !self.over.is_empty() || !self.missed.is_empty()
    }
}

/// The phases on the clock; none where it is not known when the meeting is to begin.
pub fn planned(meeting: &Contents) -> Vec<Planned> {
    let Some(mut at) = meeting.arrangement.time.value else {
        return Vec::new();
    };
    let plan = meeting.agenda.phases().map(|(phase, content)| {
        let from = at;
        at += TimeDelta::minutes(content.minutes().into());
        Planned {
            phase,
            from,
            to: at,
        }
    });
    plan.collect()
}

/// Everybody who is there for a part of the meeting only; who goes first comes first.
pub fn visitors(meeting: &Contents) -> Vec<Visitor> {
    let plan = planned(meeting);
    let (Some(first), Some(last)) = (plan.first(), plan.last()) else {
        return Vec::new();
    };
    let clock = DayClock::new(first.from, last.to);
    let visitor = |p: &Participant| {
        let presence = p.presence.value.filter(|_| p.attends())?;
        let comes = presence.from.map_or(0, |from| clock.seconds(from));
        let goes = presence.to.map_or(clock.length, |to| clock.seconds(to));
        if comes <= 0 && goes >= clock.length {
            return None;
        }
        let there = if comes < goes && goes > 0 && comes < clock.length {
            There::Partly
        } else {
            There::NotAtAll
        };
        let mut visitor = Visitor {
            who: p.id,
            presence,
            there,
            behind: Vec::new(),
            over: Vec::new(),
            missed: Vec::new(),
            in_reach: Vec::new(),
        };
        if there == There::NotAtAll {
            return Some((goes, visitor));
        }
        for planned in &plan {
            let phase = meeting.agenda.phase(planned.phase);
            let Some(phase) = phase.filter(|phase| is_for(phase, p.role)) else {
                continue;
            };
            let from = clock.seconds(planned.from);
            let to = from + 60 * i64::from(phase.minutes());
            let behind = has_behind(phase, p.role);
            let place = if from >= goes {
                &mut visitor.missed
            } else if to <= comes {
                &mut visitor.over
            } else if comes <= from && goes < to && behind {
                &mut visitor.behind
            } else if comes <= from && (goes >= to || !behind) {
                &mut visitor.in_reach
            } else {
                // They come in the middle of it: how far it has come by then, nobody knows.
                continue;
            };
            place.push(planned.phase);
        }
        Some((goes, visitor))
    };
    let mut visitors: Vec<_> = meeting.participants.iter().filter_map(visitor).collect();
    visitors.sort_by_key(|(goes, _)| *goes);
    visitors.into_iter().map(|(_, visitor)| visitor).collect()
}

/// The order of items, phase by phase, in which everybody who has to go speaks first in the phases they see the beginning
/// of: the numbers the items have now, counted from 0.
pub fn visitors_first(meeting: &Contents) -> Vec<Vec<usize>> {
    let visitors = visitors(meeting);
    let order = meeting.agenda.phases().map(|(index, phase)| {
        let here = visitors.iter().filter(|v| v.behind.contains(&index));
        let here = here.filter_map(|v| meeting.participant(v.who));
        let roles: Vec<Role> = here.map(|p| p.role).collect();
        let speaks = |role: &Role| roles.contains(role);
        let (first, rest): (Vec<_>, Vec<_>) = (0..)
            .zip(&phase.items)
            .partition(|(_, item)| item.speakers.iter().any(speaks));
        let both = first.into_iter().chain(rest);
        both.map(|(number, _)| number).collect()
    });
    order.collect()
}

/// Times of the day as seconds since the meeting began.
struct DayClock {
    begins: NaiveTime,
    length: i64,
}

impl DayClock {
    fn new(begins: NaiveTime, ends: NaiveTime) -> Self {
        let length = (ends - begins).num_seconds().rem_euclid(DAY);
        Self { begins, length }
    }

    /// A meeting may go on past midnight. What is nearer to the beginning than to the end lies before the beginning.
    fn seconds(&self, time: NaiveTime) -> i64 {
        let after = (time - self.begins).num_seconds().rem_euclid(DAY);
        if after - self.length > DAY - after {
            after - DAY
        } else {
            after
        }
    }
}

/// Seconds.
const DAY: i64 = 86_400;

/// Whether somebody in this role has an item of their own.
fn is_for(phase: &Phase, role: Role) -> bool {
    let mut items = phase.items.iter();
    items.any(|item| item.speakers.contains(&role))
}

/// Whether an item for this role comes behind one that is not.
fn has_behind(phase: &Phase, role: Role) -> bool {
    let mut items = phase.items.iter();
    items.any(|item| !item.speakers.contains(&role))
        && items.any(|item| item.speakers.contains(&role))
}
