//! What can be taken back and done again, act by act through the whole meeting.

use crate::{
    meeting::{
        Contents,
        case_code::CaseCode,
        event::{DayPlace, Edit, Event, TextPlace},
        prepare::Prepare,
        printed::Place,
        progress::Progress,
    },
    ui::{
        command::{Command, View},
        desk::Texts,
        slot::Slot,
    },
};

/// The acts of this session that can be taken back, oldest first, and those that were.
#[derive(Debug, Default)]
pub(super) struct Undo {
    done: Vec<Act>,
    undone: Vec<Act>,
    /// While a case code is asked for that an act would put back.
    asked: Option<Way>,
}

/// Through the acts: back, or forth again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Takes back.
    Back,
    /// Does again.
    Forth,
}

impl Way {
    /// The command that goes this way.
    pub const fn command(self) -> Command {
        match self {
            Self::Back => Command::Undo,
            Self::Forth => Command::Redo,
        }
    }

    /// The way from which an act that was crossed on this one is crossed again.
    pub const fn reversed(self) -> Self {
        match self {
            Self::Back => Self::Forth,
            Self::Forth => Self::Back,
        }
    }
}

/// One act, as it is crossed next: with what leads to its other side.
#[derive(Debug)]
pub(super) enum Act {
    /// A group of changes to a text.
    Wrote(Box<Wrote>),
    /// A choice, an addition, a removal, or a step in the course of the meeting.
    Step(Box<Step>),
    /// The meeting was given another case code. On the other side it has this one, if nobody else has it by then.
    Recoded(CaseCode),
}

/// A group of changes to a text; the editor of its place knows which.
#[derive(Debug)]
pub(super) struct Wrote {
    /// The place.
    pub slot: Slot,
    /// Where it was written.
    pub view: View,
    /// What the text on the other side was understood as, where it means something.
    pub understood: Option<Edit>,
}

/// An event that happened, and what leads to its other side.
#[derive(Debug)]
pub(super) struct Step {
    /// What happened.
    pub event: Event,
    /// How far the meeting is on the other side, where the event belongs to its course.
    pub progress: Option<Progress>,
    /// What was chosen, added or removed, changed to the other side.
    pub edits: Vec<Edit>,
    /// The texts that stand on the other side only.
    pub texts: Texts,
    /// Where the edits show.
    pub view: View,
}

/// Acts remembered; beyond that the oldest are forgotten.
const MOST: usize = 1000;

impl Undo {
    /// Something new was done: what was taken back before cannot be done again.
    pub fn record(&mut self, act: Act) {
        self.undone.clear();
        self.asked = None;
        self.put(Way::Back, act);
    }

    /// The act that comes next on this way.
    pub fn next(&self, way: Way) -> Option<&Act> {
        match way {
            Way::Back => self.done.last(),
            Way::Forth => self.undone.last(),
        }
    }

    /// The act that comes next on this way, to be crossed now.
    pub fn take(&mut self, way: Way) -> Option<Act> {
        match way {
            Way::Back => self.done.pop(),
            Way::Forth => self.undone.pop(),
        }
    }

    /// From now on this act comes next on this way.
    pub fn put(&mut self, way: Way, act: Act) {
        let acts = match way {
            Way::Back => &mut self.done,
            Way::Forth => &mut self.undone,
        };
        if acts.len() >= MOST {
            acts.remove(0);
        }
        acts.push(act);
    }

    /// An addition that was dropped at once, with nothing in between, is as if neither had been.
    pub fn forget_passing(&mut self) {
        if let [.., Act::Step(added), Act::Step(dropped)] = self.done.as_slice()
            && let ([back], Event::Edit(edit)) = (added.edits.as_slice(), &dropped.event)
            && back == edit
        {
            self.done.truncate(self.done.len() - 2);
        }
    }

    /// The case code of the next act on this way is asked for.
    pub fn ask(&mut self, way: Way) {
        self.asked = Some(way);
    }

    /// On which way a case code was asked for, if it was; asked no longer.
    pub fn answered(&mut self) -> Option<Way> {
        self.asked.take()
    }
}

/// The edits that take `edit` back, as the meeting stands before it; none for a case code, which has to be asked for.
pub(super) fn inverse(edit: &Edit, meeting: &Contents) -> Vec<Edit> {
    let mut back = Vec::from_iter(inverse_of(edit, meeting));
    if let Edit::RemoveParticipant(id) = edit {
        let owned = meeting.actions.iter();
        let owned = owned.filter(|action| action.owners.contains(id));
        back.extend(owned.map(|action| Edit::Owners(action.id, action.owners.clone())));
    }
    back
}

fn inverse_of(edit: &Edit, meeting: &Contents) -> Option<Edit> {
    Some(match edit {
        Edit::Form(_) => Edit::Form(meeting.arrangement.form),
        Edit::Language(_) => Edit::Language(meeting.language),
        Edit::Role(id, _) => Edit::Role(*id, meeting.participant(*id)?.role),
        Edit::Prepare(prepare) => Edit::Prepare(prepare.inverse(meeting)?),
        Edit::Called(id, _) => Edit::Called(*id, meeting.participant(*id)?.called),
        Edit::CallWish(id, party, _) => {
            Edit::CallWish(*id, *party, meeting.participant(*id)?.wished.by(*party))
        }
        Edit::Consent(id, _) => Edit::Consent(*id, meeting.participant(*id)?.consent),
        Edit::Attendance(id, _) => Edit::Attendance(*id, meeting.participant(*id)?.attendance),
        Edit::Manner(id, _) => Edit::Manner(*id, meeting.participant(*id)?.manner),
        Edit::Span(id, _) => Edit::Span(*id, meeting.participant(*id)?.span.clone()),
        Edit::Copy(id, _) => Edit::Copy(*id, meeting.participant(*id)?.copy),
        Edit::Answer(id, _) => Edit::Answer(*id, meeting.participant(*id)?.answer),
        // Owners stand in the order in which they were ticked.
        Edit::ToggleOwner(id, _) | Edit::Owners(id, _) => {
            Edit::Owners(*id, meeting.action(*id)?.owners.clone())
        }
        Edit::Verdict(measure, _) => {
            Edit::Verdict(*measure, meeting.agenda.measures.get(*measure)?.verdict)
        }
        Edit::AddParticipant(_) => Edit::RemoveParticipant(meeting.next_participant()),
        Edit::AddAction => Edit::RemoveAction(meeting.next_action()),
        Edit::AddStep => Edit::RemoveStep(meeting.next_step()),
        Edit::RemoveParticipant(id) => {
            let place = meeting.participants.iter().position(|p| p.id == *id)?;
            let participant = meeting.participant(*id)?.clone();
            Edit::RestoreParticipant(place, Box::new(participant))
        }
        Edit::RemoveAction(id) => {
            let place = meeting.actions.iter().position(|a| a.id == *id)?;
            Edit::RestoreAction(place, Box::new(meeting.action(*id)?.clone()))
        }
        Edit::RemoveStep(id) => {
            let place = meeting.goal.steps.iter().position(|s| s.id == *id)?;
            Edit::RestoreStep(place, Box::new(meeting.goal.steps.get(place)?.clone()))
        }
        Edit::RestoreParticipant(_, participant) => Edit::RemoveParticipant(participant.id),
        Edit::RestoreAction(_, action) => Edit::RemoveAction(action.id),
        Edit::RestoreStep(_, step) => Edit::RemoveStep(step.id),
        Edit::PlanChoice(choice, _) => Edit::PlanChoice(*choice, meeting.plan.said(*choice)),
        Edit::Keep(kept) => kept_before(kept.place, &kept.words, meeting),
        Edit::KeepNoLonger(place, words) => kept_before(*place, words, meeting),
        Edit::Channel(to, _) => Edit::Channel(*to, meeting.sending(*to).channel),
        Edit::Standing(item, _) => Edit::Standing(*item, meeting.agenda.item(*item)?.standing),
        Edit::Text(place, _) => Edit::Text(*place, meeting.text(*place)?.to_owned()),
        Edit::Day(place, _) => Edit::Day(*place, meeting.day(*place)?.clone()),
        Edit::MeetingTime(_) => Edit::MeetingTime(meeting.arrangement.time.clone()),
        Edit::PhaseMinutes(phase, _) => {
            Edit::PhaseMinutes(*phase, meeting.agenda.phase(*phase)?.planned)
        }
        Edit::Due(id, _) => Edit::Due(*id, meeting.action(*id)?.due.clone()),
        Edit::StepWork(id, _) => {
            let mut steps = meeting.goal.steps.iter();
            Edit::StepWork(*id, steps.find(|s| s.id == *id)?.work.clone())
        }
        Edit::CaseCode(_) => return None,
    })
}

/// What leads back to how words stand with the guard now: kept for a reason, or not.
fn kept_before(place: Place, words: &str, meeting: &Contents) -> Edit {
    let before = meeting.kept.iter();
    let mut before = before.filter(|kept| kept.place == place && kept.words == words);
    before.next().map_or_else(
        || Edit::KeepNoLonger(place, words.to_owned()),
        |kept| Edit::Keep(Box::new(kept.clone())),
    )
}

/// Where the cursor belongs when `edit` brings something back.
pub(super) fn place_of(edit: &Edit) -> Option<Slot> {
    if let Edit::RestoreAction(_, action) = edit {
        Some(Slot::Text(TextPlace::What(action.id)))
    } else if let Edit::RestoreParticipant(_, participant) = edit {
        Some(Slot::Text(TextPlace::Name(participant.id)))
    } else if let Edit::RestoreStep(_, step) = edit {
        Some(Slot::StepWork(step.id))
    } else if let Edit::Prepare(Prepare::RestorePeriod(_, period)) = edit {
        Some(Slot::Day(DayPlace::PeriodFrom(period.id)))
    } else if let Edit::Prepare(Prepare::RestoreQuestion(_, _, question)) = edit {
        Some(Slot::Text(TextPlace::Question(question.id)))
    } else if let Edit::Standing(item, _) = edit {
        Some(Slot::Text(TextPlace::Note(*item)))
    } else {
        None
    }
}
