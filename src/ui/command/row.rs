//! What stands in a row of the command table.

use crate::{text::CommandText, ui::key::Key};

/// What a command is called.
type Name = fn(&CommandText) -> &'static str;

/// What is known of a command before it is carried out.
#[derive(Debug, Clone, Copy)]
pub struct CommandRow {
    /// What it is called in menu, hints and help; nothing for keys everybody knows from writing.
    pub name: Option<Name>,
    /// The keys that ask for it, the one to be named first.
    pub keys: [Option<Key>; 2],
    /// Where they do.
    pub scope: Scope,
    /// What has to be open for it.
    pub needs: Needs,
    /// Whether the menu offers it while it is possible, in the order of the table. Otherwise its key, or what the cursor
    /// stands on, is the only way to it.
    pub in_menu: bool,
}

/// Where a key asks for a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Wherever one is.
    Anywhere,
    /// On a sheet, where nothing else takes the key.
    Sheet,
    /// In a text.
    Text,
}

/// What has to be open for a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// No meeting: it is a command of the start screen.
    Start,
    /// Nothing: it is possible everywhere.
    Nothing,
    /// A meeting; one that may only be looked at will do, as the command changes nothing in it.
    Meeting,
    /// A meeting that may be changed.
    Changes,
}

impl CommandRow {
    const fn new(needs: Needs, name: Option<Name>) -> Self {
        Self {
            name,
            keys: [None; 2],
            scope: Scope::Anywhere,
            needs,
            in_menu: true,
        }
    }

    /// With this key.
    pub const fn key(mut self, key: Key) -> Self {
        self.keys = match self.keys {
            [None, _] => [Some(key), None],
            [first, _] => [first, Some(key)],
        };
        self
    }

    /// With this key, on a sheet; nobody looks in the menu for what is done there.
    pub const fn on_sheet(mut self, key: Key) -> Self {
        self.scope = Scope::Sheet;
        self.key(key).outside_menu()
    }

    /// With this key, in a text; nobody looks in the menu for what is done there.
    pub const fn in_text(mut self, key: Key) -> Self {
        self.scope = Scope::Text;
        self.key(key).outside_menu()
    }

    /// In the menu all the same.
    pub const fn in_menu(mut self) -> Self {
        self.in_menu = true;
        self
    }

    /// Not in the menu.
    pub const fn outside_menu(mut self) -> Self {
        self.in_menu = false;
        self
    }
}

/// A command of the start screen.
pub(super) const fn starts(name: Name) -> CommandRow {
    CommandRow::new(Needs::Start, Some(name))
}

/// A command that is possible everywhere.
pub(super) const fn anywhere(name: Name) -> CommandRow {
    CommandRow::new(Needs::Nothing, Some(name))
}

/// A command that changes nothing in the open meeting.
pub(super) const fn looks(name: Name) -> CommandRow {
    CommandRow::new(Needs::Meeting, Some(name))
}

/// A command that may change something in the open meeting.
pub(super) const fn changes(name: Name) -> CommandRow {
    CommandRow::new(Needs::Changes, Some(name))
}

/// A movement in a text, which everybody knows.
pub(super) const fn moves() -> CommandRow {
    CommandRow::new(Needs::Meeting, None)
}

/// A change in a text, which everybody knows.
pub(super) const fn writes() -> CommandRow {
    CommandRow::new(Needs::Changes, None)
}
