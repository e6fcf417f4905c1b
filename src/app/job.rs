//! What the disk was asked for and has not answered: one thing at a time, and a word about it when that takes a while.

use chrono::TimeDelta;

use crate::{
    meeting::Timestamp,
    text::SavingText,
    ui::{NumberHint, Overlay, Tone},
};

use super::{Shared, effect::Effect, saving::in_speed};

/// Something the disk was asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Job {
    since: Timestamp,
    what: What,
    /// Whether it was told that the answer takes a while.
    announced: bool,
}

#[derive(Debug, Clone, Copy)]
enum What {
    /// To do something, or to look for something.
    Work,
    /// To have everything, before somebody leaves.
    Leave,
}

/// An answer that takes longer than this is noticed.
const MOMENT: TimeDelta = TimeDelta::milliseconds(400);

impl Job {
    const fn new(what: What, now: Timestamp) -> Self {
        Self {
            since: now,
            what,
            announced: false,
        }
    }

    const fn words(self, text: &SavingText) -> &'static str {
        match self.what {
            What::Work => text.busy,
            What::Leave => text.leaving,
        }
    }
}

impl Shared {
    /// Asks the disk for something, unless it is still busy with what it was asked before.
    pub(super) fn send(&mut self, effect: Effect, now: Timestamp) {
        if self.job.is_some() {
            return self.say(self.text.saving.busy, Tone::Note, now);
        }
        self.job = Some(Job::new(What::Work, now));
        self.effects.push(effect);
    }

    /// Asks the disk for what somebody who wants to leave has to wait for.
    pub(super) fn send_leaving(&mut self, effect: Effect, now: Timestamp) {
        if self.leaving.is_none() {
            self.leaving = Some(Job::new(What::Leave, now));
            self.effects.push(effect);
        }
    }

    /// The answer has come; what was said of waiting for it is no longer so.
    pub(super) fn answered_by_disk(&mut self, job: fn(&mut Self) -> &mut Option<Job>) {
        let words = job(self).take().map(|job| job.words(&self.text.saving));
        self.notice
            .take_if(|notice| words.is_some_and(|words| notice.words == words));
    }

    /// Tells that an answer takes a while.
    pub(super) fn watch_jobs(&mut self, now: Timestamp) {
        let moment = self.moment_long();
        let mut words = None;
        for job in [&mut self.job, &mut self.leaving].into_iter().flatten() {
            if !job.announced && now - job.since >= moment {
                job.announced = true;
                words = Some(job.words(&self.text.saving));
            }
        }
        match (words, &mut self.overlay) {
            // The line that was filled in lies over the foot.
            (Some(words), Some(Overlay::Ask(ask))) => ask.fault = Some(words.to_owned()),
            (Some(words), Some(Overlay::Number(ask))) => {
                ask.hint = NumberHint::Told(words.to_owned());
            }
            (Some(words), _) => self.say(words, Tone::Note, now),
            (None, _) => {}
        }
    }

    /// The disk asks too much of the machine: nothing that was asked for comes.
    pub(super) fn unable(&mut self, now: Timestamp) {
        (self.job, self.leaving) = (None, None);
        self.say(self.text.saving.unable, Tone::Alarm, now);
    }

    /// What is to be said of an answer that has not come.
    pub(super) fn waiting_words(&self) -> Option<&'static str> {
        let mut waiting = [self.leaving, self.job].into_iter().flatten();
        let announced = waiting.find(|job| job.announced)?;
        Some(announced.words(&self.text.saving))
    }

    /// When there is next something to be said of an answer that has not come.
    pub(super) fn next_word(&self) -> Option<Timestamp> {
        let waiting = [self.job, self.leaving].into_iter().flatten();
        let unannounced = waiting.filter(|job| !job.announced);
        unannounced.map(|job| job.since + self.moment_long()).min()
    }

    /// A moment on the clock of the meeting.
    fn moment_long(&self) -> TimeDelta {
        in_speed(MOMENT, self.speed)
    }
}
