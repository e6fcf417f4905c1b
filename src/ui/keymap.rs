//! The one key table. Dispatch, hints, menu, help and the README's key list are all read from it.

use crossterm::event::{KeyCode, KeyModifiers};

use crate::meeting::paper::Paper;

use super::{
    command::{Command, Deal, PlainEdit, View},
    key::Key,
    widgets::editor::Motion,
};

/// A key and what it asks for.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The key.
    pub key: Key,
    /// What it asks for. Where several bindings share a key, the first one accepted at the moment is meant.
    pub command: Command,
}

const fn bind(key: Key, command: Command) -> Binding {
    Binding { key, command }
}

const fn f(number: u8, command: Command) -> Binding {
    bind(Key::plain(KeyCode::F(number)), command)
}

const fn ctrl(letter: char, command: Command) -> Binding {
    bind(Key::ctrl(letter), command)
}

const fn plain(code: KeyCode, edit: PlainEdit) -> Binding {
    bind(Key::plain(code), Command::Edit(edit))
}

const fn held(modifiers: KeyModifiers, code: KeyCode, edit: PlainEdit) -> Binding {
    bind(Key::with(modifiers, code), Command::Edit(edit))
}

const CTRL: KeyModifiers = KeyModifiers::CONTROL;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
const CTRL_SHIFT: KeyModifiers = CTRL.union(SHIFT);

/// Commands with a key, in the order in which help and README list them.
///
/// No key needs `AltGr`, Alt or a dead key on a Norwegian keyboard, and none is one the terminal keeps (Ctrl+I, J, M, H).
pub const COMMANDS: &[Binding] = &[
    bind(Key::plain(KeyCode::Esc), Command::Menu),
    f(1, Command::Help),
    f(2, Command::Show(View::Preparation)),
    f(3, Command::Show(View::Conversation)),
    f(4, Command::Show(View::Actions)),
    f(5, Command::Begin),
    f(5, Command::Pause),
    f(5, Command::Resume),
    f(6, Command::Show(View::Measures)),
    f(7, Command::Show(View::Outcome)),
    f(8, Command::Show(View::ReadBack)),
    f(9, Command::Cover),
    f(12, Command::Show(View::Review)),
    ctrl('n', Command::NextItem),
    ctrl('p', Command::PreviousItem),
    ctrl('g', Command::ChooseItem),
    ctrl('u', Command::SetAside),
    ctrl('l', Command::MoreTime),
    ctrl('t', Command::AddAction),
    ctrl('k', Command::ToggleKladd),
    ctrl('f', Command::Questions),
    ctrl('r', Command::Reminders),
    ctrl('d', Command::Remove),
    ctrl('o', Command::MarkReadBack),
    ctrl('e', Command::Write(Paper::Referat)),
    ctrl('s', Command::Save),
    ctrl('q', Command::Quit),
];

/// The key that says yes to a question: no letter, for letters are text, and bound to nothing else.
pub const CONFIRM: Key = Key::ctrl('b');

/// Keys for moving about a sheet.
pub const SHEET: &[Binding] = &[
    bind(Key::plain(KeyCode::Tab), Command::NextPlace),
    bind(Key::with(SHIFT, KeyCode::Tab), Command::PreviousPlace),
    bind(Key::plain(KeyCode::Enter), Command::Activate),
    bind(Key::plain(KeyCode::Char(' ')), Command::Toggle),
];

/// Keys for writing, as everybody knows them from other programs.
pub const WRITING: &[Binding] = &[
    ctrl('z', Command::Undo),
    ctrl('y', Command::Redo),
    ctrl('x', Command::Edit(PlainEdit::Cut)),
    ctrl('c', Command::Edit(PlainEdit::Copy)),
    ctrl('v', Command::Paste),
    ctrl('a', Command::Edit(PlainEdit::SelectAll)),
    held(SHIFT, KeyCode::Right, PlainEdit::Select(Motion::Right)),
    held(SHIFT, KeyCode::Left, PlainEdit::Select(Motion::Left)),
    held(SHIFT, KeyCode::Up, PlainEdit::Select(Motion::Up)),
    held(SHIFT, KeyCode::Down, PlainEdit::Select(Motion::Down)),
    held(SHIFT, KeyCode::Home, PlainEdit::Select(Motion::LineStart)),
    held(SHIFT, KeyCode::End, PlainEdit::Select(Motion::LineEnd)),
    held(
        CTRL_SHIFT,
        KeyCode::Left,
        PlainEdit::Select(Motion::WordLeft),
    ),
    held(
        CTRL_SHIFT,
        KeyCode::Right,
        PlainEdit::Select(Motion::WordRight),
    ),
    held(
        CTRL_SHIFT,
        KeyCode::Home,
        PlainEdit::Select(Motion::TextStart),
    ),
    held(CTRL_SHIFT, KeyCode::End, PlainEdit::Select(Motion::TextEnd)),
    held(CTRL, KeyCode::Left, PlainEdit::Move(Motion::WordLeft)),
    held(CTRL, KeyCode::Right, PlainEdit::Move(Motion::WordRight)),
    held(CTRL, KeyCode::Home, PlainEdit::Move(Motion::TextStart)),
    held(CTRL, KeyCode::End, PlainEdit::Move(Motion::TextEnd)),
    ctrl('w', Command::Edit(PlainEdit::DeleteWordBefore)),
    held(CTRL, KeyCode::Backspace, PlainEdit::DeleteWordBefore),
    held(CTRL, KeyCode::Delete, PlainEdit::DeleteWordAfter),
    plain(KeyCode::Left, PlainEdit::Move(Motion::Left)),
    plain(KeyCode::Right, PlainEdit::Move(Motion::Right)),
    plain(KeyCode::Up, PlainEdit::Move(Motion::Up)),
    plain(KeyCode::Down, PlainEdit::Move(Motion::Down)),
    plain(KeyCode::Home, PlainEdit::Move(Motion::LineStart)),
    plain(KeyCode::End, PlainEdit::Move(Motion::LineEnd)),
    plain(KeyCode::PageUp, PlainEdit::Move(Motion::PageUp)),
    plain(KeyCode::PageDown, PlainEdit::Move(Motion::PageDown)),
    plain(KeyCode::Enter, PlainEdit::Newline),
    plain(KeyCode::Backspace, PlainEdit::Backspace),
    plain(KeyCode::Delete, PlainEdit::Delete),
];

/// Everything the menu offers when it is accepted at the moment, in this order. Commands without a key stand only here.
pub const MENU: &[Command] = &[
    Command::SaveElsewhere,
    Command::ChooseVersion,
    Command::NewMeeting,
    Command::Practise,
    Command::OpenMeeting,
    Command::Begin,
    Command::NextItem,
    Command::PreviousItem,
    Command::ChooseItem,
    Command::SetAside,
    Command::Reminders,
    Command::AddAction,
    Command::Remove,
    Command::AddParticipant,
    Command::AddPeriod,
    Command::AddQuestion,
    Command::ExplainAbsence,
    Command::ShowDeadlines,
    Command::WhatChanged,
    Command::Questions,
    Command::Phrases,
    Command::AddStep,
    Command::ToggleKladd,
    Command::Pause,
    Command::Resume,
    Command::MoreTime,
    Command::CorrectStart,
    Command::CorrectEnd,
    Command::LeaveOut,
    Command::MarkReadBack,
    Command::End,
    Command::Show(View::Preparation),
    Command::Show(View::Conversation),
    Command::Show(View::Actions),
    Command::Show(View::Measures),
    Command::Show(View::Outcome),
    Command::Show(View::ReadBack),
    Command::Show(View::Plan),
    Command::FillPlan,
    Command::PlanFaults,
    Command::PastePlan,
    Command::Show(View::Review),
    Command::Show(View::Sending),
    Command::Deal(Deal::StrikeWords),
    Command::Deal(Deal::StrikeLine),
    Command::Deal(Deal::ToKladd),
    Command::Deal(Deal::LetStand),
    Command::Deal(Deal::Keep),
    Command::Deal(Deal::KeepNoLonger),
    Command::Approve,
    Command::Write(Paper::Referat),
    Command::Write(Paper::Archive),
    Command::Write(Paper::Plan),
    Command::Write(Paper::Confirmation),
    Command::Write(Paper::PlanData),
    Command::Write(Paper::Invitation),
    Command::Write(Paper::Questions),
    Command::Write(Paper::Calendar),
    Command::Revise,
    Command::TakeUpAgain,
    Command::EditCaseCode,
    Command::Undo,
    Command::Redo,
    Command::ToggleSeconds,
    Command::Speed,
    Command::Cover,
    Command::Help,
    Command::Save,
    Command::Close,
    Command::Quit,
];

/// Commands bound to `key` outside of text and sheets, in table order.
pub fn commands(key: Key) -> impl Iterator<Item = Command> {
    lookup(COMMANDS, key)
}

/// Commands bound to `key` on a sheet.
pub fn on_sheet(key: Key) -> Option<Command> {
    lookup(SHEET, key).next()
}

/// What `key` does in a text.
pub fn in_text(key: Key) -> Option<Command> {
    lookup(WRITING, key).next()
}

/// The first key of `command`.
pub fn key_of(command: Command) -> Option<Key> {
    [COMMANDS, SHEET, WRITING]
        .into_iter()
        .flatten()
        .find(|binding| binding.command == command)
        .map(|binding| binding.key)
}

fn lookup(table: &'static [Binding], key: Key) -> impl Iterator<Item = Command> {
    table
        .iter()
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
            Command::Write(Paper::Referat),
            Command::Show(View::Conversation),
        ],
        View::Sending => &[
            Command::Menu,
            Command::NextPlace,
            Command::Write(Paper::Referat),
            Command::Show(View::Review),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::nb::NB;
    use std::collections::HashSet;

    #[test]
    fn no_key_is_one_that_terminals_or_norwegian_keyboards_keep() {
        assert!(commands(CONFIRM).next().is_none() && in_text(CONFIRM).is_none());
        for binding in COMMANDS.iter().chain(SHEET).chain(WRITING) {
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
        for binding in COMMANDS {
            let shared: Vec<_> = commands(binding.key).collect();
            assert!(
                shared.len() == 1 || shared == [Command::Begin, Command::Pause, Command::Resume],
                "{shared:?}"
            );
        }
        let writing: HashSet<_> = WRITING.iter().map(|binding| binding.key).collect();
        assert_eq!(writing.len(), WRITING.len(), "a writing key stands twice");
        assert!(
            COMMANDS
                .iter()
                .all(|binding| !writing.contains(&binding.key))
        );
    }

    #[test]
    fn every_key_a_sentence_names_is_in_the_table() {
        let tables = [COMMANDS, SHEET, WRITING].into_iter().flatten();
        let mut labels: HashSet<String> = tables.map(|binding| binding.key.label(&NB)).collect();
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
            (NB.notice.approved, Command::Write(Paper::Referat)),
            (NB.notice.practice_opened, Command::Begin),
        ] {
            let key = key_of(command).unwrap().label(&NB);
            assert!(sentence.contains(&key), "{key} in «{sentence}»");
        }
    }

    #[test]
    fn every_command_with_a_key_is_in_the_menu_too() {
        for binding in COMMANDS {
            assert!(
                MENU.contains(&binding.command) || binding.command == Command::Menu,
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
        let hinted = views.into_iter().flat_map(hints);
        for command in MENU.iter().chain(hinted) {
            assert!(command.name(&NB).is_some(), "{command:?}");
        }
    }
}
