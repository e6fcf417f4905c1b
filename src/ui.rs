//! What is on the screen: the key table, the places a cursor can stand, sheets, screens, overlays. Draws, decides nothing.

pub mod command;
pub mod desk;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod marker;
pub mod overlays;
pub mod scene;
pub mod screens;
#[expect(clippy::too_many_lines, reason = "about to be rewritten")]
pub mod sheet;
#[expect(clippy::too_many_lines, reason = "about to be rewritten")]
pub mod slot;
pub mod task;
pub mod theme;
pub mod widgets;
