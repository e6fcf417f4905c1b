//! dialogmote leads the Norwegian *dialogmøte 1* in a terminal. The library is there for the program and its tests alone.
//!
#![doc = include_str!("README.md")]

pub mod app;
pub mod archive;
pub mod cli;
pub mod document;
pub mod meeting;
pub mod privacy;
pub mod rules;
pub mod runtime;
pub mod text;
pub mod ui;
