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
