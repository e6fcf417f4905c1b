//! What is read from the table of commands: which key means what where, the menu, the order of the key list, the hints.

use crossterm::event::KeyCode;

use crate::meeting::DocumentKind;

use super::{
    command::{Command, Scope, View},
    key::Key,
};

/// A key and what it asks for.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// As the terminal reports it.
    pub key: Key,
    /// What it asks for. Where several bindings share a key, the first one accepted at the moment is meant.
    pub command: Command,
}

/// The key that says yes to a question: no letter, for letters are text, and bound to nothing else.
pub const CONFIRM: Key = Key::ctrl('b');

/// The order of the letters in help and manual: first what one needs most during the meeting. A new one comes last.
const LETTERS: &str = "npgultkfrdoesq";

/// The keys of `scope`, in the order of the table.
///
/// No key needs `AltGr`, Alt or a dead key on a Norwegian keyboard, and none is one the terminal keeps (Ctrl+I, J, M, H).
pub fn bindings(scope: Scope) -> impl Iterator<Item = Binding> {
    let rows = Command::ALL.iter().map(|command| (*command, command.row()));
    let rows = rows.filter(move |(_, row)| row.scope == scope);
    rows.flat_map(|(command, row)| {
        let keys = row.keys.into_iter().flatten();
        keys.map(move |key| Binding { key, command })
    })
}

/// Every key, in the order in which help and manual list them.
pub fn listed() -> Vec<Binding> {
    let mut anywhere: Vec<_> = bindings(Scope::Anywhere).collect();
    anywhere.sort_by_key(|binding| place(binding.key));
    let others = [Scope::Sheet, Scope::Text].into_iter().flat_map(bindings);
    anywhere.into_iter().chain(others).collect()
}

/// Esc, the function keys, the letters.
fn place(key: Key) -> (u8, usize) {
    match (key.code, key.code.as_char()) {
        (KeyCode::F(number), _) => (1, number.into()),
        (_, Some(letter)) => (2, LETTERS.find(letter).unwrap_or(LETTERS.len())),
        (_, None) => (0, 0),
    }
}

/// Everything the menu offers when it is accepted at the moment, in this order.
pub fn menu() -> impl Iterator<Item = Command> {
    let all = Command::ALL.iter().copied();
    all.filter(|command| command.row().in_menu)
}

/// Commands bound to `key` outside of text and sheets, in table order.
pub fn commands(key: Key) -> impl Iterator<Item = Command> {
    lookup(Scope::Anywhere, key)
}

/// Commands bound to `key` on a sheet.
pub fn on_sheet(key: Key) -> Option<Command> {
    lookup(Scope::Sheet, key).next()
}

/// What `key` does in a text.
pub fn in_text(key: Key) -> Option<Command> {
    lookup(Scope::Text, key).next()
}

/// The first key of `command`.
pub const fn key_of(command: Command) -> Option<Key> {
    let [first, _] = command.row().keys;
    first
}

fn lookup(scope: Scope, key: Key) -> impl Iterator<Item = Command> {
    bindings(scope)
        .filter(move |binding| binding.key == key)
        .map(|binding| binding.command)
}

/// What the foot of each view hints at, most useful first; the help key is always there besides.
pub const fn hints(view: View) -> &'static [Command] {
    match view {
        View::Preparation => &[
            Command::Menu,
            Command::NextPlace,
            Command::NextItem,
            Command::Begin,
        ],
        View::Conversation => &[
            Command::Menu,
            Command::NextItem,
            Command::MoreTime,
            Command::Questions,
            Command::AddAction,
            Command::Begin,
            Command::ToggleKladd,
            Command::Cover,
        ],
        View::Actions | View::Outcome => &[
            Command::Menu,
            Command::NextPlace,
            Command::AddAction,
            Command::Remove,
            Command::Show(View::Conversation),
        ],
        View::Measures => &[
            Command::Menu,
            Command::NextPlace,
            Command::Toggle,
            Command::Show(View::Conversation),
        ],
        View::ReadBack => &[
            Command::Menu,
            Command::MarkReadBack,
            Command::Show(View::Outcome),
            Command::Show(View::Conversation),
        ],
        View::Plan => &[
            Command::Menu,
            Command::NextPlace,
            Command::Show(View::Review),
            Command::Show(View::Conversation),
        ],
        View::Review => &[
            Command::Menu,
            Command::NextPlace,
            Command::Write(DocumentKind::Referat),
            Command::Show(View::Conversation),
        ],
        View::Sending => &[
            Command::Menu,
            Command::NextPlace,
            Command::Write(DocumentKind::Referat),
            Command::Show(View::Review),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::NB;
    use crossterm::event::KeyModifiers;
    use std::collections::HashSet;

    #[test]
    fn no_key_is_one_that_terminals_or_norwegian_keyboards_keep() {
        assert!(commands(CONFIRM).next().is_none() && in_text(CONFIRM).is_none());
        for binding in listed() {
            assert!(
                !binding.key.modifiers.contains(KeyModifiers::ALT),
                "{binding:?}"
            );
            if binding.key.modifiers == KeyModifiers::CONTROL
                && let KeyCode::Char(c) = binding.key.code
            {
                assert!(!"ijmh[]{}@~^".contains(c), "{binding:?}");
            }
        }
    }

    #[test]
    fn a_key_with_several_commands_is_shared_by_the_stages_of_one_act_only() {
        for binding in bindings(Scope::Anywhere) {
            let shared: Vec<_> = commands(binding.key).collect();
            assert!(
                shared.len() == 1 || shared == [Command::Begin, Command::Pause, Command::Resume],
                "{shared:?}"
            );
        }
        let writing: HashSet<_> = bindings(Scope::Text).map(|binding| binding.key).collect();
        let count = bindings(Scope::Text).count();
        assert_eq!(writing.len(), count, "a writing key stands twice");
        assert!(bindings(Scope::Anywhere).all(|binding| !writing.contains(&binding.key)));
    }

    #[test]
    fn every_key_a_sentence_names_is_in_the_table() {
        let keys = listed().into_iter().map(|binding| binding.key);
        let mut labels: HashSet<String> = keys.map(|key| key.label(&NB)).collect();
        labels.insert(CONFIRM.label(&NB));
        let catalogue = concat!(
            include_str!("../text/nb.rs"),
            include_str!("../text/nb/after.rs"),
            include_str!("../text/nb/meeting.rs"),
            include_str!("../text/nb/overlays.rs"),
            include_str!("../text/nb/preparation.rs"),
            include_str!("../text/nb/saving.rs"),
        );
        let sentences = catalogue.split('"').skip(1).step_by(2);
        let words = sentences
            .flat_map(|sentence| sentence.split(|c: char| !c.is_alphanumeric() && c != '+'));
        let is_f_key = |word: &&str| {
            let number = word.strip_prefix('F');
            number.is_some_and(|number| {
                !number.is_empty() && number.chars().all(|c| c.is_ascii_digit())
            })
        };
        let mut named = 0;
        for word in words.filter(|word| word.starts_with("Ctrl+") || is_f_key(word)) {
            assert!(labels.contains(word), "{word}");
            named += 1;
        }
        assert!(named > 10, "the sentences were not found");
    }

    #[test]
    fn a_sentence_names_the_key_of_what_it_speaks_of() {
        for (sentence, command) in [
            (NB.sheet.no_actions, Command::AddAction),
            (NB.sheet.read_back_not_done, Command::MarkReadBack),
            (NB.sheet.read_back_not_done, Command::Show(View::Outcome)),
            (NB.conversation.kladd_empty, Command::ToggleKladd),
            (NB.overlay.cover_key, Command::Cover),
            (NB.notice.removed_action, Command::Undo),
            (NB.notice.removed_participant, Command::Undo),
            (NB.notice.removed_step, Command::Undo),
            (NB.notice.set_aside, Command::Undo),
            (NB.notice.paused, Command::Resume),
            (NB.notice.approved, Command::Write(DocumentKind::Referat)),
            (NB.notice.practice_opened, Command::Begin),
        ] {
            let key = key_of(command).unwrap().label(&NB);
            assert!(sentence.contains(&key), "{key} in «{sentence}»");
        }
    }

    #[test]
    fn every_command_with_a_key_is_in_the_menu_too() {
        let offered: Vec<_> = menu().collect();
        for binding in bindings(Scope::Anywhere) {
            assert!(
                offered.contains(&binding.command) || binding.command == Command::Menu,
                "{:?}",
                binding.command
            );
        }
    }

    #[test]
    fn everything_the_menu_and_the_hints_offer_has_a_name() {
        let views = [
            View::Preparation,
            View::Conversation,
            View::Actions,
            View::Measures,
            View::Outcome,
            View::ReadBack,
            View::Plan,
            View::Review,
            View::Sending,
        ];
        let hinted = views.into_iter().flat_map(hints).copied();
        for command in menu().chain(hinted) {
            assert!(command.name(&NB).is_some(), "{command:?}");
        }
    }
}
