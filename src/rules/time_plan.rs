//! The minutes of the meeting as times on the clock, and what is in the way of somebody who cannot stay.

use chrono::{NaiveTime, TimeDelta};

use crate::meeting::{
    Contents,
    agenda::{Phase, PhaseIndex},
    participant::{Participant, ParticipantId, Role},
};

/// A phase with the times at which it is to begin and to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// Which one.
    pub phase: PhaseIndex,
    /// When it is to begin.
    pub from: NaiveTime,
    /// When it is to end.
    pub to: NaiveTime,
}

/// Somebody who leaves before the meeting is to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaver {
    /// Who.
    pub who: ParticipantId,
    /// When.
    pub at: NaiveTime,
    /// Phases that have begun by then, in which something they are to speak to comes behind something else.
    pub behind: Vec<PhaseIndex>,
    /// Phases with something for them that begin only when they have gone.
    pub missed: Vec<PhaseIndex>,
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

/// Everybody who leaves before the meeting is to end, earliest first.
pub fn leavers(meeting: &Contents) -> Vec<Leaver> {
    let plan = planned(meeting);
    let (Some(first), Some(last)) = (plan.first(), plan.last()) else {
        return Vec::new();
    };
    // Counted from the beginning, so that a meeting over midnight has an order.
    let after = |time: NaiveTime| (time - first.from).num_seconds().rem_euclid(86_400);
    let leaves = |p: &Participant| p.leaves_at().filter(|at| after(*at) < after(last.to));
    let leaver = |p: &Participant| {
        let at = leaves(p)?;
        let phases = plan.iter().filter_map(|planned| {
            let phase = meeting.agenda.phase(planned.phase)?;
            let mut items = phase.items.iter();
            let for_them = items.any(|item| item.speakers.contains(&p.role));
            for_them.then_some((planned, phase))
        });
        let (reached, missed): (Vec<_>, Vec<_>) =
            phases.partition(|(planned, _)| after(planned.from) < after(at));
        let behind = reached.into_iter();
        let behind = behind.filter(|(_, phase)| has_behind(phase, p.role));
        Some(Leaver {
            who: p.id,
            at,
            behind: behind.map(|(planned, _)| planned.phase).collect(),
            missed: missed.iter().map(|(planned, _)| planned.phase).collect(),
        })
    };
    let mut leavers: Vec<Leaver> = meeting.participants.iter().filter_map(leaver).collect();
    leavers.sort_by_key(|leaver| after(leaver.at));
    leavers
}

/// The order of items, phase by phase, in which everybody who leaves early speaks first in the phases they reach: the
/// numbers the items have now, counted from 0.
pub fn leavers_first(meeting: &Contents) -> Vec<Vec<usize>> {
    let leavers = leavers(meeting);
    let order = meeting.agenda.phases().map(|(index, phase)| {
        let here = leavers.iter().filter(|l| l.behind.contains(&index));
        let here = here.filter_map(|l| meeting.participant(l.who));
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

/// Whether an item for this role comes behind one that is not.
fn has_behind(phase: &Phase, role: Role) -> bool {
    let mut items = phase.items.iter();
    items.any(|item| !item.speakers.contains(&role))
        && items.any(|item| item.speakers.contains(&role))
}
