//! dialogmote leads the Norwegian *dialogmøte 1* in a terminal: agenda, clocks, notes, who does what by when, and the referat.
//!
//! The rooms, outermost first; a module names only what stands below it:
//! [`cli`], [`runtime`], [`app`], [`archive`], [`ui`], [`document`], [`text`], [`rules`], [`privacy`], [`meeting`].

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
