//! The program itself: hands its arguments to [`dialogmote::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    dialogmote::cli::run(std::env::args_os())
}
