//! The program itself: runs [`dialogmote::main`].

use std::process::ExitCode;

fn main() -> ExitCode {
    dialogmote::main()
}
