//! When commands are possible: what the table of commands asks of the open meeting.

use crate::{
    meeting::{
        DocumentKind, Edit as MeetingEdit, Event, Field, ItemField, ItemStatus, ListEntry, New,
        PlanField, Refusal, Stage, Timestamp,
    },
    rules::receivers::confirms,
    ui::{Boundary, Deal, FocusTarget, ViewState, screens},
};

use super::{Looking, OpenMeeting, undo::Way};

impl OpenMeeting {
    /// A question of one's own, in the phase that asks them.
    pub(super) fn own_question(&self) -> New {
        New::Question(self.meeting.agenda.questioning())
    }
}

/// Each says whether something can be done now, or in a sentence why not.
impl Looking<'_> {
    fn refuse(self, refusal: Refusal) -> Result<(), String> {
        Err(self.shared.refusal(refusal))
    }

    /// A key for which there is no use now means nothing.
    pub(super) fn only_if(self, possible: bool) -> Result<(), String> {
        if possible {
            Ok(())
        } else {
            Err(self.shared.text.notice.unknown_key.to_owned())
        }
    }

    /// When the meeting began or ended, as it is known now; now where it is not known.
    pub(super) fn boundary(self, boundary: Boundary) -> Timestamp {
        self.open.boundary(boundary).unwrap_or(self.now)
    }

    /// Whether the meeting takes `event`.
    pub(super) fn takes(self, event: Event) -> Result<(), String> {
        let accepted = self.open.meeting.accepts(&event, self.now);
        accepted.or_else(|refusal| self.refuse(refusal))
    }

    pub(super) fn edits(self, edit: MeetingEdit) -> Result<(), String> {
        self.takes(Event::Edit(edit))
    }

    pub(super) fn adds(self, new: New) -> Result<(), String> {
        self.edits(MeetingEdit::Add(new))
    }

    pub(super) fn removes(self) -> Result<(), String> {
        match removal(&self.open.view_state) {
            Some(entry) => self.edits(MeetingEdit::Remove(entry)),
            None => self.only_if(false),
        }
    }

    pub(super) fn undo_redo_possible(self, way: Way) -> Result<(), String> {
        let possible = self.open.permits_undo_redo(way);
        possible.or_else(|refusal| self.refuse(refusal))
    }

    pub(super) fn has_begun(self) -> Result<(), String> {
        if self.open.is_preparing() {
            self.refuse(Refusal::NotBegun)
        } else {
            Ok(())
        }
    }

    /// Before the meeting one goes through its preparation, afterwards through the notes; in between the meeting has to
    /// take `event`. At the last item, the next step is to end it.
    pub(super) fn goes_on(self, event: Event) -> Result<(), String> {
        if self.open.is_preparing() || self.open.is_over() {
            Ok(())
        } else {
            self.takes(event)
        }
    }

    pub(super) fn sets_aside(self) -> Result<(), String> {
        if !self.open.is_over() {
            return self.takes(Event::SetAside);
        }
        let status = ItemField::Status.of(self.open.view_state.item);
        self.edits(MeetingEdit::set(status, ItemStatus::NotRelevant))
    }

    /// Whether a pause can end. A meeting that is over is taken up again instead.
    pub(super) fn resumes(self) -> Result<(), String> {
        if self.open.is_over() {
            self.refuse(Refusal::AlreadyEnded)
        } else {
            self.takes(Event::Resume)
        }
    }

    pub(super) fn is_taken_up(self) -> Result<(), String> {
        if self.open.is_over() {
            self.takes(Event::Resume)
        } else {
            self.refuse(Refusal::NotEnded)
        }
    }

    pub(super) fn leaves_out(self) -> Result<(), String> {
        match self.open.away {
            Some((from, to)) => self.takes(Event::LeaveOut { from, to }),
            None => self.only_if(false),
        }
    }

    /// Whether there is something to ask, and it is time to.
    pub(super) fn asks(self) -> Result<(), String> {
        self.only_if(self.open.meeting.agenda.questions().next().is_some())?;
        self.has_begun()
    }

    pub(super) fn has_use_for_phrases(self) -> bool {
        let writes = self.open.view_state.focus.is_some_and(FocusTarget::is_text);
        writes && !self.shared.phrases.is_empty()
    }

    pub(super) fn fills_plan(self) -> Result<(), String> {
        self.has_begun()?;
        let place = Field::Plan(PlanField::Ahead);
        self.edits(MeetingEdit::set(place, String::new()))
    }

    pub(super) fn deals(self, deal: Deal) -> Result<(), String> {
        if self.open.meeting.stage() == Stage::Approved {
            return self.refuse(Refusal::Approved);
        }
        self.only_if(self.can_deal(deal))
    }

    pub(super) fn revises(self) -> Result<(), String> {
        if self.open.meeting.stage() == Stage::Approved {
            Ok(())
        } else {
            self.refuse(Refusal::NotApproved)
        }
    }

    pub(super) fn writes(self, kind: DocumentKind) -> Result<(), String> {
        self.has_use_for(kind)?;
        let is_for_before = matches!(
            kind,
            DocumentKind::Invitation | DocumentKind::Questions | DocumentKind::Calendar
        );
        if is_for_before || self.open.is_over() {
            return Ok(());
        }
        self.has_begun()?;
        self.refuse(Refusal::NotEnded)
    }

    pub(super) fn previews(self, kind: DocumentKind) -> Result<(), String> {
        self.has_use_for(kind)?;
        self.has_begun()
    }

    fn has_use_for(self, kind: DocumentKind) -> Result<(), String> {
        self.only_if(kind != DocumentKind::Confirmation || confirms(&self.open.meeting))
    }
}

/// What Ctrl+D takes out where the cursor stands: what the fields of the view are of.
pub(super) fn removal(state: &ViewState) -> Option<ListEntry> {
    let entry = state.focus?.field()?.entry()?;
    (state.view == screens::home(entry).0).then_some(entry)
}
