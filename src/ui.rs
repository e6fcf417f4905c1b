//! What is on the screen: the key table, the places a cursor can stand, sheets, screens, overlays. Draws, decides nothing.

pub mod command;
pub mod focus;
pub mod highlighter;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod overlays;
pub mod scene;
pub mod screens;
pub mod sheet;
pub mod task;
pub mod theme;
pub mod view_state;
pub mod widgets;

pub use self::{
    command::{Command, Deal, Needs, View},
    focus::{FocusTarget, Offer, TargetKind},
    key::Key,
    layout::Room,
    overlays::{
        Overlay,
        ask::{Ask, Boundary, Purpose},
        number::{AskNumber, NumberHint},
        picker::{Pick, Picker, PickerLine},
        question::{Leaving, Yes, YesNoQuestion},
        text::TextOverlay,
    },
    scene::{Foot, Scene, Seconds, SpokenLine, Tone},
    screens::start::StartScreen,
    task::Task,
    theme::Theme,
    view_state::{Follow, Texts, ViewState},
    widgets::editor::{EditOutcome, Editor, MAX_BYTES, Motion, TextEdit},
};
