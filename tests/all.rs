//! The one test program: documents, files, journeys through the real binary, and the shape of the source itself.
#![expect(
    clippy::disallowed_methods,
    reason = "the tests watch the real program, which lives in real time"
)]
#![expect(
    clippy::too_many_lines,
    reason = "a case, a journey or a table is told from beginning to end"
)]

#[cfg(test)]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
use terminal::cases;

#[cfg(test)]
mod archive;
#[cfg(test)]
mod calendar;
#[cfg(test)]
mod checklist;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod formats;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod house;
#[cfg(test)]
mod invitation;
#[cfg(test)]
mod machine;
#[cfg(test)]
mod markdown;
#[cfg(test)]
mod next_step;
#[cfg(test)]
mod nynorsk;
#[cfg(test)]
mod packages;
#[cfg(test)]
mod picture;
#[cfg(test)]
mod plan;
#[cfg(test)]
mod printed;
#[cfg(test)]
mod privacy;
#[cfg(test)]
mod program;
#[cfg(test)]
mod promises;
#[cfg(test)]
mod readme;
#[cfg(test)]
mod receivers;
#[cfg(test)]
mod rules;
#[cfg(test)]
#[cfg(unix)]
mod support;
#[cfg(test)]
mod taking_back;
#[cfg(test)]
mod time_plan;
#[cfg(test)]
mod timing;

/// The real program in a pseudo-terminal, with a clock and a disk of the tests put before those of glibc.
#[cfg(test)]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[path = "."]
mod terminal {
    pub mod cases;
    mod comes_back;
    mod disk;
    mod disk_trouble;
    mod hostile;
    mod journeys;
    mod plan_story;
    mod power_loss;
    mod preparation;
    mod soft_marks;
    mod suspends;
    mod versions;
}
