//! What can be taken back and done again, entry by entry through the whole meeting.

use crate::{
    meeting::{CaseCode, Change, Edit, Event, Field, ItemField},
    ui::{Command, FocusTarget, Texts, View, screens},
};

/// The entries of this session that can be taken back, oldest first, and those that were.
#[derive(Debug, Default)]
pub(super) struct Undo {
    done: Vec<UndoEntry>,
    undone: Vec<UndoEntry>,
    /// While a case code is asked for that an entry would put back.
    asked: Option<Way>,
}

/// Through the entries: back, or forth again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Takes back.
    Back,
    /// Does again.
    Forth,
}

impl Way {
    /// The command that goes this way.
    pub(super) const fn command(self) -> Command {
        match self {
            Self::Back => Command::Undo,
            Self::Forth => Command::Redo,
        }
    }

    /// The way from which an entry that was replayed on this one is replayed again.
    pub(super) const fn reversed(self) -> Self {
        match self {
            Self::Back => Self::Forth,
            Self::Forth => Self::Back,
        }
    }
}

/// One entry, as it is replayed next: with what leads to its other side.
#[derive(Debug)]
pub(super) enum UndoEntry {
    /// A group of changes to a text.
    Wrote(Box<Wrote>),
    /// A choice, an addition, a removal, or a step in the course of the meeting.
    Step(Box<UndoStep>),
    /// The meeting was given another case code. On the other side it has this one, if nobody else has it by then.
    Recoded(CaseCode),
}

/// A group of changes to a text; the editor of its place knows which.
#[derive(Debug)]
pub(super) struct Wrote {
    /// The place.
    pub target: FocusTarget,
    /// Where it was written.
    pub view: View,
    /// What the text on the other side was understood as, where it means something.
    pub understood: Change,
}

/// An event that happened, and what leads to its other side.
#[derive(Debug)]
pub(super) struct UndoStep {
    /// What happened.
    pub event: Event,
    /// What it changed, as that stands on the other side.
    pub change: Change,
    /// The texts that stand on the other side only.
    pub texts: Texts,
    /// Where the change shows.
    pub view: View,
}

/// Acts remembered; beyond that the oldest are forgotten.
const MOST: usize = 1000;

impl Undo {
    /// Something new was done: what was taken back before cannot be done again.
    pub(super) fn record(&mut self, entry: UndoEntry) {
        self.undone.clear();
        self.asked = None;
        self.put(Way::Back, entry);
    }

    /// The group of changes to a text that was begun last goes on, and is taken back as a whole.
    pub(super) fn go_on_writing(&mut self, target: FocusTarget, understood: Change) {
        if let Some(UndoEntry::Wrote(wrote)) = self.done.last_mut()
            && wrote.target == target
        {
            wrote.understood.goes_on_with(understood);
        }
    }

    /// The entry that comes next on this way.
    pub(super) fn next(&self, way: Way) -> Option<&UndoEntry> {
        match way {
            Way::Back => self.done.last(),
            Way::Forth => self.undone.last(),
        }
    }

    /// The entry that comes next on this way, to be replayed now.
    pub(super) fn take(&mut self, way: Way) -> Option<UndoEntry> {
        match way {
            Way::Back => self.done.pop(),
            Way::Forth => self.undone.pop(),
        }
    }

    /// From now on this entry comes next on this way.
    pub(super) fn put(&mut self, way: Way, entry: UndoEntry) {
        let entries = match way {
            Way::Back => &mut self.done,
            Way::Forth => &mut self.undone,
        };
        if entries.len() >= MOST {
            entries.remove(0);
        }
        entries.push(entry);
    }

    /// An addition that was dropped at once, with nothing in between, is as if neither had been.
    pub(super) fn forget_passing(&mut self) {
        if let [.., UndoEntry::Step(added), UndoEntry::Step(dropped)] = self.done.as_slice()
            && let Event::Edit(Edit::Remove(entry)) = dropped.event
            && added.change.takes_out(entry)
        {
            self.done.truncate(self.done.len() - 2);
        }
    }

    /// The case code of the next entry on this way is asked for.
    pub(super) fn ask(&mut self, way: Way) {
        self.asked = Some(way);
    }

    /// On which way a case code was asked for, if it was; asked no longer.
    pub(super) fn answered(&mut self) -> Option<Way> {
        self.asked.take()
    }
}

/// Where the cursor belongs when `change` is put back.
pub(super) fn place_of(change: &Change) -> Option<Field> {
    let back = change.brings_back().map(|entry| screens::home(entry).1);
    let note = change.fields().find_map(|field| {
        let Field::Item(item, ItemField::Status) = field else {
            return None;
        };
        Some(Field::Item(item, ItemField::Note))
    });
    back.or(note)
}
