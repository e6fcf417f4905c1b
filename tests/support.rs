//! What the tests that start the real program share: keys in, a screen out, and a clock to set.

#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub mod clock;
#[cfg(unix)]
mod keys;
#[cfg(unix)]
pub mod pty;
#[cfg(unix)]
mod screen;
#[cfg(unix)]
mod window;
