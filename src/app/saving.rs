//! How the meeting on the screen and the one on disk stand to each other, and what is done when they part.

use std::path::{Path, PathBuf};

use chrono::TimeDelta;

use crate::{
    archive::refuge,
    meeting::Timestamp,
    text::problem::{Problem, place},
    ui::{
        overlays::{
            Overlay,
            ask::Purpose,
            picker::{Entry, Pick, Picker},
            question::Leaving,
        },
        scene::Tone,
    },
};

use super::{
    App, Screen,
    effect::{Effect, Snapshot},
    input::Access,
};

/// How the meeting on the screen and the one on disk stand to each other.
pub(super) struct Saving {
    /// Counted up with each change.
    pub number: u64,
    /// When the last change was handed to the disk.
    pub submitted: Timestamp,
    /// The oldest change that was handed to the disk and is not known to be there.
    waiting: Option<Waiting>,
    /// When the last save known to be on disk was made.
    pub at: Option<Timestamp>,
    /// Why it does not go on, and since when.
    pub trouble: Option<(Problem, Timestamp)>,
    /// Where it is saved as well, while there is trouble.
    pub refuge: Option<Refuge>,
    /// Where the state is that another program had put into the file, until the leader has chosen.
    pub outside: Option<PathBuf>,
}

/// A change on its way to the disk.
#[derive(Debug, Clone, Copy)]
struct Waiting {
    /// When it was handed in.
    since: Timestamp,
    /// For how long the program has been awake since then: a disk that slept with its machine is not to blame.
    awake: TimeDelta,
}

impl Waiting {
    fn since(now: Timestamp) -> Self {
        Self {
            since: now,
            awake: TimeDelta::zero(),
        }
    }
}

/// Another folder, in which the meeting is saved as long as its own does not take it.
pub(super) struct Refuge {
    /// The file there.
    pub file: PathBuf,
    /// When the last save known to be there was made; nothing while the other folder does not take it either.
    pub at: Option<Timestamp>,
}

/// While time runs, the file says at least this often that the program is still there.
const HEARTBEAT: TimeDelta = TimeDelta::seconds(60);

/// A disk that has not answered for so long is told of. It is looked at every second.
const SILENT: TimeDelta = TimeDelta::seconds(5);
const LOOK: TimeDelta = TimeDelta::seconds(1);

impl Saving {
    /// Of a meeting whose state `number` was saved at `at`; nothing for a new meeting. Another program's state may lie
    /// `outside`.
    pub fn new(
        number: u64,
        at: Option<Timestamp>,
        outside: Option<PathBuf>,
        now: Timestamp,
    ) -> Self {
        Self {
            number,
            submitted: now,
            waiting: None,
            at,
            trouble: None,
            refuge: None,
            outside,
        }
    }

    /// The file in the other folder, where that alone has everything.
    pub fn only_in_refuge(&self) -> Option<&Path> {
        let refuge = self.refuge.as_ref().filter(|refuge| refuge.at.is_some())?;
        self.trouble.as_ref().map(|_| &*refuge.file)
    }

    /// When to look again whether the disk has answered.
    pub fn next_look(&self, now: Timestamp, speed: u32) -> Option<Timestamp> {
        self.waiting.filter(|_| self.trouble.is_none())?;
        Some(now + in_speed(LOOK, speed))
    }
}

impl App {
    /// Hands the meeting as it now is to the disk.
    pub(super) fn submit(&mut self, now: Timestamp) {
        if let Some(snapshot) = self.snapshot(now) {
            self.effects.push(Effect::Save(Box::new(snapshot)));
        }
    }

    /// The meeting as it now is, as its next state; nothing of one that is only looked at.
    fn snapshot(&mut self, now: Timestamp) -> Option<Snapshot> {
        let open = self.open_mut()?;
        if open.access == Access::ReadOnly {
            return None;
        }
        let save = &mut open.save;
        save.number += 1;
        save.submitted = now;
        save.waiting.get_or_insert(Waiting::since(now));
        Some(Snapshot {
            meeting: open.meeting.clone(),
            number: save.number,
            at: now,
        })
    }

    /// Says that the program is still there, and notices a disk that does not answer. The last time anything came in was
    /// `passed` ago.
    pub(super) fn watch_disk(&mut self, passed: TimeDelta, now: Timestamp) {
        let runs = self.runs();
        let Some(open) = self.open_mut() else {
            return;
        };
        if let Some(waiting) = &mut open.save.waiting {
            if passed <= in_speed(LOOK * 2, open.speed) {
                waiting.awake += passed;
            }
            if waiting.awake >= in_speed(SILENT, open.speed) && open.save.trouble.is_none() {
                let file = open.file.clone();
                open.save.trouble = Some((Problem::DiskSilent { file }, waiting.since));
            }
        }
        if runs && now - open.save.submitted >= in_speed(HEARTBEAT, open.speed) {
            self.submit(now);
        }
    }

    /// The disk has everything up to this number.
    pub(super) fn saved(&mut self, number: u64, at: Timestamp, now: Timestamp) {
        let Some(open) = self.open_mut() else {
            return;
        };
        let save = &mut open.save;
        save.at = Some(at);
        save.waiting = (number < save.number).then(|| Waiting::since(now));
        save.trouble = None;
        if let Some(refuge) = save.refuge.take() {
            self.effects.push(Effect::LeaveRefuge);
            let folder = refuge.file.parent().unwrap_or(&refuge.file);
            let words = (self.text.saving.refuge_left)(&place(folder));
            self.say(words, Tone::Note, now);
        }
    }

    pub(super) fn save_failed(&mut self, problem: Problem, since: Timestamp) {
        if let Some(open) = self.open_mut() {
            open.save.trouble = Some((problem, since));
        }
    }

    pub(super) fn saving_stopped(&mut self, now: Timestamp) {
        if let Some(open) = self.open_mut() {
            let since = open.save.waiting.map_or(now, |waiting| waiting.since);
            open.save.trouble = Some((Problem::SavingStopped, since));
        }
    }

    pub(super) fn ask_refuge(&mut self) {
        let label = self.text.saving.ask_folder;
        self.ask_line(Purpose::Refuge, label, refuge::USUAL);
    }

    /// The leader wants the meeting saved in this folder too.
    pub(super) fn take_refuge(&mut self, folder: String, now: Timestamp) {
        if let Some(snapshot) = self.snapshot(now) {
            let snapshot = Box::new(snapshot);
            // Its own folder gets the same state, for when it takes it again.
            self.effects.push(Effect::Save(snapshot.clone()));
            self.send(Effect::TakeRefuge { folder, snapshot }, now);
        }
    }

    pub(super) fn refuge_taken(&mut self, result: Result<PathBuf, Problem>, now: Timestamp) {
        match result {
            // The meeting was left meanwhile.
            Ok(_) if self.open().is_none() => {}
            Ok(file) => {
                self.close_ask(Purpose::Refuge);
                let words = (self.text.saving.refuge_taken)(&place(&file));
                self.say(words, Tone::Note, now);
                if let Some(open) = self.open_mut() {
                    open.save.refuge = Some(Refuge { file, at: None });
                }
                // What was written while that folder was made is to be there too.
                self.submit(now);
            }
            Err(problem) => {
                let words = (self.text.problem)(&problem);
                self.refuse_ask(Purpose::Refuge, words, now);
            }
        }
    }

    /// The other folder has everything up to a state that was made at `at`.
    pub(super) fn saved_in_refuge(&mut self, at: Timestamp) {
        if let Some(refuge) = self.open_mut().and_then(|open| open.save.refuge.as_mut()) {
            refuge.at = Some(at);
        }
    }

    /// The other folder does not take it either: then its own trouble is what is told.
    pub(super) fn refuge_failed(&mut self) {
        if let Some(refuge) = self.open_mut().and_then(|open| open.save.refuge.as_mut()) {
            refuge.at = None;
        }
    }

    pub(super) fn changed_outside(&mut self, kept: PathBuf, now: Timestamp) {
        let Some(open) = self.open_mut() else {
            return;
        };
        let problem = Problem::ChangedOutside {
            file: open.file.clone(),
            kept: kept.clone(),
        };
        open.save.outside = Some(kept);
        self.say((self.text.problem)(&problem), Tone::Alarm, now);
    }

    /// Which of the two states of the meeting is to be the one that goes on.
    pub(super) fn choose_version(&mut self) {
        let Some(kept) = self.open().and_then(|open| open.save.outside.clone()) else {
            return;
        };
        let t = &self.text.saving;
        let name = place(Path::new(kept.file_name().unwrap_or_default()));
        let entry = |label, pick| Entry {
            label,
            aside: String::new(),
            pick,
        };
        let entries = vec![
            entry((t.keep_mine)(&name), Pick::KeepMine),
            entry(t.take_other.to_owned(), Pick::TakeOther(kept)),
        ];
        self.overlay = Some(Overlay::Picker(Picker::new(t.choose_version, entries)));
    }

    pub(super) fn keep_mine(&mut self) {
        let open = self.open_mut();
        let decided = open.and_then(|open| Some((open.file.clone(), open.save.outside.take()?)));
        if let Some((main, against)) = decided {
            // What was said of the two is no longer so.
            self.notice = None;
            self.effects.push(Effect::Decide { main, against });
        }
    }

    /// The meeting as it is on the screen is left for its state in another file.
    pub(super) fn take_other(&mut self, source: PathBuf, now: Timestamp) {
        if let Screen::Open(open) = &self.screen {
            let main = open.file.clone();
            self.leave(Leaving::For { main, source }, now);
        }
    }
}

/// The time that passes on a clock that runs `speed` times as fast while `time` passes for the disk.
pub(super) fn in_speed(time: TimeDelta, speed: u32) -> TimeDelta {
    time * i32::try_from(speed).unwrap_or(1)
}
