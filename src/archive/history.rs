//! Earlier states of a meeting, in a folder of their own beside its file: for when a file is damaged, or something was
//! deleted by mistake and the program has been closed since.

use std::{
    collections::BTreeSet,
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use chrono::{NaiveDateTime, TimeDelta};

use super::{
    atomic::{self, Strength},
    bounded, file_name, generation,
    record::Saved,
    seen::Seen,
};
use crate::{
    meeting::{Meeting, Timestamp},
    text::{Cause, Fault, Problem},
};

/// While a meeting is written, a state is kept this often.
const EVERY: TimeDelta = TimeDelta::minutes(2);

/// States kept whatever their age: the length of a long meeting.
const NEWEST: usize = 30;

/// Days before those of which the last state is kept.
const DAYS: usize = 30;

/// An earlier state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// Its file.
    pub path: PathBuf,
    /// When and as which it was saved.
    pub saved: Saved,
    /// Which of several with that number: somebody may have changed the file by hand.
    copy: u32,
}

impl Earlier {
    /// The meeting as it was then.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn read(&self) -> Result<Meeting, Problem> {
        generation::read(&self.path).map(|(meeting, _)| meeting)
    }

    /// What a user calls it: "117", or "117-2".
    pub fn name(&self) -> String {
        match self.copy {
            FIRST => self.saved.number.to_string(),
            copy => format!("{}-{copy}", self.saved.number),
        }
    }
}

/// The copy of a state that has its number first.
const FIRST: u32 = 1;

/// Whether a state that is saved now is to be kept, where `kept` was the last.
pub(super) fn is_due(kept: Saved, now: Saved) -> bool {
    now.at - kept.at >= EVERY
}

/// The earlier states of the meeting at `main`, newest first.
///
/// # Errors
/// Where the folder cannot be read. Where there is none, there are no states.
pub(super) fn list(main: &Path) -> Result<Vec<Earlier>, Problem> {
    let folder = file_name::history(main);
    earlier_in(&folder).map_err(|error| Problem::unreadable(&folder, &error))
}

/// Keeps what stands in the file of a meeting, which is the state `saved` of it as it was `seen`.
///
/// # Errors
/// As [`keep`], and where the file cannot be read or another program has put something else there since.
pub(super) fn keep_main(main: &Path, saved: Saved, seen: Seen) -> io::Result<()> {
    match bounded::bytes(main) {
        Ok(content) if Seen::new(&content) == seen => keep(main, &content, saved),
        Ok(_) | Err(_) => Err(ErrorKind::InvalidData.into()),
    }
}

/// Keeps `content`, which is the state `saved` of the meeting at `main`, unless it is kept already; then lets go of states
/// beyond the bound. Waits for the disk.
///
/// # Errors
/// Whatever the system refuses. What was kept before stands.
pub(super) fn keep(main: &Path, content: &[u8], saved: Saved) -> io::Result<()> {
    let folder = file_name::history(main);
    for copy in FIRST.. {
        let path = folder.join(name(saved, copy));
        match bounded::bytes(&path) {
            Ok(kept) if kept == content => return Ok(()),
            Err(Fault::System(Cause::Missing)) => {
                atomic::make_private_folder_below(&folder)?;
                atomic::replace(&path, content, Strength::AgainstPowerLoss)?;
                break;
            }
            // Something else has this name.
            Ok(_) | Err(Fault::NotAFile | Fault::TooLarge) => {}
            // No other name in this folder would fare better.
            Err(_) => return Err(ErrorKind::Other.into()),
        }
    }
    for old in beyond_bound(earlier_in(&folder)?) {
        fs::remove_file(old.path)?;
    }
    Ok(())
}

/// The states that are let go of: of `list`, newest first, all but the newest and the last of each day before those.
fn beyond_bound(list: Vec<Earlier>) -> Vec<Earlier> {
    let mut days = BTreeSet::new();
    let mut beyond = Vec::new();
    for earlier in list.into_iter().skip(NEWEST) {
        let day = earlier.saved.at.date_naive();
        if days.len() >= DAYS || !days.insert(day) {
            beyond.push(earlier);
        }
    }
    beyond
}

fn earlier_in(folder: &Path) -> io::Result<Vec<Earlier>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut list = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        if let Some((saved, copy)) = name.and_then(saved_of) {
            list.push(Earlier { path, saved, copy });
        }
    }
    list.sort_by_key(|one| std::cmp::Reverse((one.saved.number, one.saved.at, one.copy)));
    Ok(list)
}

/// How an instant stands in the name of a file: no colons, which Windows does not take.
const INSTANT: &str = "%Y-%m-%dT%H%M%S%.3fZ";

fn name(saved: Saved, copy: u32) -> String {
    let name = format!("{}_{}", saved.number, saved.at.format(INSTANT));
    match copy {
        FIRST => format!("{name}.toml"),
        copy => format!("{name}_{copy}.toml"),
    }
}

/// When and as which the state in the file of this name was saved, and which copy of it that is, if the program named it.
fn saved_of(name: &str) -> Option<(Saved, u32)> {
    let (number, at) = name.strip_suffix(".toml")?.split_once('_')?;
    let (at, copy) = match at.split_once('_') {
        Some((at, copy)) => (at, copy.parse().ok()?),
        None => (at, FIRST),
    };
    let at: Timestamp = NaiveDateTime::parse_from_str(at, INSTANT).ok()?.and_utc();
    let number = number.parse().ok()?;
    Some((Saved { at, number }, copy))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn earlier(number: u64, at: Timestamp) -> Earlier {
        let saved = Saved { at, number };
        Earlier {
            path: PathBuf::from(name(saved, FIRST)),
            saved,
            copy: FIRST,
        }
    }

    fn at(hour: i64) -> Timestamp {
        "2026-11-17T09:02:03.004Z".parse::<Timestamp>().unwrap() + TimeDelta::hours(hour)
    }

    #[test]
    fn a_file_is_known_by_its_name() {
        let saved = Saved {
            at: at(0),
            number: 117,
        };
        assert_eq!(name(saved, FIRST), "117_2026-11-17T090203.004Z.toml");
        assert_eq!(name(saved, 2), "117_2026-11-17T090203.004Z_2.toml");
        for copy in [FIRST, 2] {
            assert_eq!(saved_of(&name(saved, copy)), Some((saved, copy)));
        }
        for other in [
            "notat.toml",
            "117.toml",
            ".117_2026-11-17T090203.004Z.toml.ny",
        ] {
            assert_eq!(saved_of(other), None, "{other}");
        }
    }

    #[test]
    fn the_newest_states_stay_and_the_last_of_each_day_before_them() {
        // One state an hour for 100 days, newest first.
        let all: Vec<Earlier> = (0..2400)
            .rev()
            .map(|hour| earlier(u64::try_from(hour).unwrap(), at(hour)))
            .collect();
        let beyond = beyond_bound(all.clone());
        let stay: Vec<&Earlier> = all.iter().filter(|one| !beyond.contains(one)).collect();
        assert_eq!(stay.len(), NEWEST + DAYS);
        let numbers: Vec<u64> = stay.iter().map(|one| one.saved.number).collect();
        let newest: Vec<u64> = (2370..2400).rev().collect();
        assert_eq!(numbers[..NEWEST], newest);
        let older = &stay[NEWEST..];
        assert!(
            older
                .windows(2)
                .all(|two| { two[0].saved.at.date_naive() > two[1].saved.at.date_naive() })
        );
        assert_eq!(beyond_bound(stay.into_iter().cloned().collect()), []);
    }
}
