//! Pieces that several screens are made of.

pub mod big_figure;
pub mod editor;
pub mod line;
pub mod time_bar;
pub mod wrap;
