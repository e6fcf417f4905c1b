//! dialogmote leads the Norwegian *dialogmøte 1* in a terminal. The library is there for the program and its tests alone.
//!
#![doc = include_str!("README.md")]
#![warn(unreachable_pub)]

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

use std::process::ExitCode;

/// The program: hands its arguments to [`cli`].
///
/// Stands here, not in `main.rs`, so that this file can be compiled as a program too. Only then does the compiler see what
/// nothing uses: in a library, all that is `pub` may be of use to somebody else.
pub fn main() -> ExitCode {
    cli::run(std::env::args_os())
}
