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
#[cfg(unix)]
mod window;
