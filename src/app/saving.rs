//! How the meeting on the screen and the one on disk stand to each other, and what is done when they part.

use std::path::{Path, PathBuf};

use chrono::TimeDelta;

use crate::{
    archive::refuge,
    meeting::Timestamp,
    text::{Problem, problem::place},
    ui::{Leaving, Pick, PickerLine, Purpose, Tone},
};

use super::{
    Acting, App, Shared,
    effect::{Effect, Snapshot},
    input::{Access, Report},
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
    pub(super) fn new(
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
    pub(super) fn only_in_refuge(&self) -> Option<&Path> {
        let refuge = self.refuge.as_ref().filter(|refuge| refuge.at.is_some())?;
        self.trouble.as_ref().map(|_| &*refuge.file)
    }

    /// When to look again whether the disk has answered.
    pub(super) fn next_look(&self, now: Timestamp, speed: u32) -> Option<Timestamp> {
        self.waiting.filter(|_| self.trouble.is_none())?;
        Some(now + in_speed(LOOK, speed))
    }
}

impl Shared {
    pub(super) fn ask_refuge(&mut self) {
        let label = self.text.saving.ask_folder;
        self.ask_line(Purpose::Refuge, label, refuge::USUAL);
    }
}

impl App {
    /// The saver of the meeting has told something.
    pub(super) fn saver_reported(&mut self, report: Report, now: Timestamp) {
        match report {
            Report::Saved { number, at } => self.act(now, |acting| acting.saved(number, at)),
            Report::Failed { problem, since } => {
                self.act(now, |acting| acting.save_failed(problem, since));
            }
            Report::Stopped => self.act(now, Acting::saving_stopped),
            Report::Renamed { file, outside } => self.act(now, |acting| {
                acting.open.file = file;
                acting.open.save.outside = outside;
            }),
            Report::NotRenamed(problem) => self.shared.tell_problem(&problem, now),
            Report::ChangedOutside { kept, .. } => {
                self.act(now, |acting| acting.changed_outside(kept));
            }
        }
    }

    /// The saver in the other folder has.
    pub(super) fn refuge_reported(&mut self, report: Report, now: Timestamp) {
        match report {
            Report::Saved { at, .. } => self.act(now, |acting| acting.saved_in_refuge(Some(at))),
            Report::Failed { .. } | Report::Stopped => {
                self.act(now, |acting| acting.saved_in_refuge(None));
            }
            // What the copy is called is nobody's worry.
            Report::Renamed { .. } | Report::NotRenamed(_) => {}
            Report::ChangedOutside { file, kept } => {
                let problem = Problem::ChangedOutside { file, kept };
                self.shared.tell_problem(&problem, now);
            }
        }
    }

    /// Another folder has taken the meeting, or why it has not.
    pub(super) fn refuge_taken(&mut self, result: Result<PathBuf, Problem>, now: Timestamp) {
        match result {
            // Nothing is done where the meeting was left meanwhile.
            Ok(file) => self.act(now, |acting| acting.has_refuge(file)),
            Err(problem) => {
                let words = (self.shared.text.problem)(&problem);
                self.shared.refuse_ask(Purpose::Refuge, words, now);
            }
        }
    }
}

impl Acting<'_> {
    /// Hands the meeting as it now is to the disk.
    pub(super) fn submit(&mut self) {
        if let Some(snapshot) = self.snapshot() {
            self.shared.effects.push(Effect::Save(Box::new(snapshot)));
        }
    }

    /// Saves at once, for whoever asks for it.
    pub(super) fn save(&mut self) {
        self.submit();
        self.shared.effects.push(Effect::Flush);
        self.say(self.shared.text.notice.thanks, Tone::Calm);
    }

    /// The meeting as it now is, as its next state; nothing of one that is only looked at.
    fn snapshot(&mut self) -> Option<Snapshot> {
        let (open, now) = (&mut *self.open, self.now);
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
    pub(super) fn watch_disk(&mut self, passed: TimeDelta) {
        let (open, speed) = (&mut *self.open, self.shared.speed);
        if let Some(waiting) = &mut open.save.waiting {
            if passed <= in_speed(LOOK * 2, speed) {
                waiting.awake += passed;
            }
            if waiting.awake >= in_speed(SILENT, speed) && open.save.trouble.is_none() {
                let file = open.file.clone();
                open.save.trouble = Some((Problem::DiskSilent(file), waiting.since));
            }
        }
        if open.runs() && self.now - open.save.submitted >= in_speed(HEARTBEAT, speed) {
            self.submit();
        }
    }

    /// The disk has everything up to this number.
    fn saved(&mut self, number: u64, at: Timestamp) {
        let now = self.now;
        let save = &mut self.open.save;
        save.at = Some(at);
        save.waiting = (number < save.number).then(|| Waiting::since(now));
        save.trouble = None;
        if let Some(refuge) = save.refuge.take() {
            self.shared.effects.push(Effect::LeaveRefuge);
            let folder = refuge.file.parent().unwrap_or(&refuge.file);
            let words = (self.shared.text.saving.refuge_left)(&place(folder));
            self.say(words, Tone::Note);
        }
    }

    fn save_failed(&mut self, problem: Problem, since: Timestamp) {
        self.open.save.trouble = Some((problem, since));
    }

    fn saving_stopped(&mut self) {
        let save = &mut self.open.save;
        let since = save.waiting.map_or(self.now, |waiting| waiting.since);
        save.trouble = Some((Problem::SavingStopped, since));
    }

    /// The leader wants the meeting saved in this folder too.
    pub(super) fn take_refuge(&mut self, folder: String) {
        if let Some(snapshot) = self.snapshot() {
            let snapshot = Box::new(snapshot);
            // Its own folder gets the same state, for when it takes it again.
            self.shared.effects.push(Effect::Save(snapshot.clone()));
            self.shared
                .send(Effect::TakeRefuge { folder, snapshot }, self.now);
        }
    }

    /// From now on the meeting is saved in this file too.
    fn has_refuge(&mut self, file: PathBuf) {
        self.shared.close_ask(Purpose::Refuge);
        let words = (self.shared.text.saving.refuge_taken)(&place(&file));
        self.say(words, Tone::Note);
        self.open.save.refuge = Some(Refuge { file, at: None });
        // What was written while that folder was made is to be there too.
        self.submit();
    }

    /// The other folder has everything up to a state that was made at `at`. Where it does not take it either, its own
    /// trouble is what is told.
    fn saved_in_refuge(&mut self, at: Option<Timestamp>) {
        if let Some(refuge) = &mut self.open.save.refuge {
            refuge.at = at;
        }
    }

    pub(super) fn changed_outside(&mut self, kept: PathBuf) {
        let problem = Problem::ChangedOutside {
            file: self.open.file.clone(),
            kept: kept.clone(),
        };
        self.open.save.outside = Some(kept);
        self.shared.tell_problem(&problem, self.now);
        // Nobody leaves without having been told. Whoever still wants to after that says so once more.
        self.shared.leaving = None;
    }

    /// Which of the two states of the meeting is to be the one that goes on.
    pub(super) fn choose_version(&mut self) {
        let Some(kept) = self.open.save.outside.clone() else {
            return;
        };
        let t = &self.shared.text.saving;
        let name = place(Path::new(kept.file_name().unwrap_or_default()));
        let lines = vec![
            PickerLine::new((t.keep_mine)(&name), Pick::KeepMine),
            PickerLine::new(t.take_other, Pick::TakeOther(kept)),
        ];
        self.shared.offer(t.choose_version, lines, 0);
    }

    pub(super) fn keep_mine(&mut self) {
        if let Some(against) = self.open.save.outside.take() {
            let main = self.open.file.clone();
            // What was said of the two is no longer so.
            self.shared.notice = None;
            self.shared.effects.push(Effect::Decide { main, against });
        }
    }

    /// The meeting as it is on the screen is left for its state in another file.
    pub(super) fn take_other(&mut self, source: PathBuf) {
        let main = self.open.file.clone();
        self.shared.leave(Leaving::For { main, source }, self.now);
    }
}

/// The time that passes on a clock that runs `speed` times as fast while `time` passes for the disk.
pub(super) fn in_speed(time: TimeDelta, speed: u32) -> TimeDelta {
    time * i32::try_from(speed).unwrap_or(1)
}
