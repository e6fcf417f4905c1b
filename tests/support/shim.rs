//! Libraries that a program loads before libc, so that a test can put something else in the place of the system.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Such a library: a file `NAME.rs` beside this one, with what stands in a folder `NAME`; compiled when the first test asks
/// for it.
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

/// Compiled once: what was made of the same source stays, also for the next run.
fn build(name: &str) -> PathBuf {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support");
    let source = sources.join(format!("{name}.rs"));
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let mut content = DefaultHasher::new();
    fs::read(&source).unwrap().hash(&mut content);
    for part in parts(&sources.join(name)) {
        fs::read(part).unwrap().hash(&mut content);
    }
    let shared = dir.join(format!("{name}-{:016x}.so", content.finish()));
    // Several test programs may run at once: one builds, the others wait.
    let lock = File::create(dir.join(format!("{name}.lock"))).unwrap();
    lock.lock().unwrap();
    if shared.exists() {
        return shared;
    }
    let mine = dir.join(format!("{name}.new"));
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
    // In place whole, or not at all.
    fs::rename(mine, &shared).unwrap();
    shared
}

/// The files that a source has in a folder of its name, in order.
fn parts(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut parts: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    parts.sort();
    parts
}
