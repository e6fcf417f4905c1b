//! The one test program: documents, files, journeys through the real binary, and the shape of the source itself.
#![expect(
    clippy::disallowed_methods,
    reason = "the tests watch the real program, which lives in real time"
)]

#[cfg(test)]
mod archive;
#[cfg(test)]
mod calendar;
#[cfg(test)]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod cases;
#[cfg(test)]
mod checklist;
#[cfg(test)]
mod cli;
#[cfg(test)]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod comes_back;
#[cfg(test)]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod disk;
#[cfg(test)]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod disk_trouble;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod golden;
#[cfg(test)]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod hostile;
#[cfg(test)]
mod house;
#[cfg(test)]
mod invitation;
#[cfg(test)]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod journeys;
#[cfg(test)]
mod machine;
#[cfg(test)]
mod markdown;
#[cfg(test)]
mod next_step;
#[cfg(test)]
mod nynorsk;
#[cfg(test)]
mod papers;
#[cfg(test)]
mod picture;
#[cfg(test)]
mod plan;
#[cfg(test)]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod plan_story;
#[cfg(test)]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod power_loss;
#[cfg(test)]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod preparation;
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
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod soft_marks;
#[cfg(test)]
#[cfg(unix)]
mod support;
#[cfg(test)]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod suspends;
#[cfg(test)]
mod taking_back;
#[cfg(test)]
mod time_plan;
#[cfg(test)]
mod timing;
#[cfg(test)]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod versions;
