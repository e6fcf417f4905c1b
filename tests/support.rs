//! What the tests that start the real program share: keys in, a screen out, a clock to set, and a disk to break.

#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub mod clock;
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub mod disk;
#[cfg(unix)]
mod keys;
#[cfg(unix)]
pub mod pty;
#[cfg(unix)]
mod screen;
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod shim;
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub mod watch;
#[cfg(unix)]
mod window;

/// How long a test waits for something that is to come, before it fails. No test waits so long for what does not come,
/// so this bounds nothing but a hang: a machine may be as busy as it likes.
#[cfg(unix)]
pub const PATIENCE: std::time::Duration = std::time::Duration::from_secs(600);

/// A folder of its own for a test, in memory where the system offers that: how busy the disk is must not matter.
#[cfg(unix)]
pub fn room() -> tempfile::TempDir {
    let memory = tempfile::tempdir_in("/dev/shm");
    memory.or_else(|_| tempfile::tempdir()).unwrap()
}
