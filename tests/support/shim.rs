//! Libraries that a program loads before libc, so that a test can put something else in the place of the system.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Such a library: a file `NAME.rs` beside this one, compiled when the first test asks for it.
pub struct Shim {
    name: &'static str,
    built: OnceLock<PathBuf>,
}

impl Shim {
    /// The library made of `NAME.rs`.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            built: OnceLock::new(),
        }
    }

    /// The library, to be loaded before all others.
    pub fn library(&self) -> &Path {
        self.built.get_or_init(|| build(self.name))
    }
}

fn build(name: &str) -> PathBuf {
    let source = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/support")
        .join(format!("{name}.rs"));
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR"));
    // Several test programs may run at once: each builds its own and puts it in place whole.
    let mine = dir.join(format!("{name}.{}.so", std::process::id()));
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let built = Command::new(rustc)
        .args([
            "--edition=2024",
            "--crate-type=cdylib",
            "-Copt-level=2",
            "-Cpanic=abort",
            // Leaves out what of core would ask for std's way of unwinding.
            "-Clto=fat",
            "-o",
        ])
        .arg(&mine)
        .arg(source)
        .output()
        .unwrap();
    assert!(
        built.status.success(),
        "{}",
        String::from_utf8_lossy(&built.stderr)
    );
    let shared = dir.join(format!("{name}.so"));
    fs::rename(mine, &shared).unwrap();
    shared
}
