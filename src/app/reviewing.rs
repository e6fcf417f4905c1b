//! Dealing with the tasks of the review, where they stand.

use crate::{
    meeting::{
        MeetingField, Timestamp, edit::Edit as MeetingEdit, kept::Kept, paper::Paper, place::Place,
    },
    privacy::{
        Grade,
        release::{HeldBack, held_back, stays},
    },
    ui::{
        command::{Deal, View},
        overlays::ask::Purpose,
        scene::Tone,
        screens::review,
        slot::Slot,
        task::Task,
        widgets::editor::{Edit, MAX_BYTES},
    },
};

use super::{App, Screen};

/// What the guard found where the leader is.
struct Found {
    place: Place,
    /// As they are written.
    words: String,
    /// Where they stand in the text, in bytes.
    span: std::ops::Range<usize>,
    grade: Grade,
}

impl App {
    /// Unfolds a task to the places where it is dealt with, with the cursor in the first; folds it where it is unfolded.
    pub(super) fn unfold(&mut self, task: Task, now: Timestamp) {
        let folded = self.open().map(|open| open.desk.task.map(|(task, _)| task));
        let place = self.slots(now).iter().position(is_task(task));
        if let Screen::Open(open) = &mut self.screen {
            let unfolds = folded.flatten() != Some(task);
            open.desk.task = place.filter(|_| unfolds).map(|place| (task, place));
            if !unfolds {
                return;
            }
        }
        let slots = self.slots(now);
        let here = slots.iter().position(is_task(task));
        let first = here.and_then(|here| slots.get(here + 1)).copied();
        let found = self.found();
        if let (Some(first), Screen::Open(open)) = (first, &mut self.screen) {
            open.desk.focus_on(Some(first), &open.meeting);
            if let Some(found) = found.filter(|found| Slot::of(found.place) == Some(first)) {
                open.desk.select(found.span);
            }
        }
    }

    /// Folds the task whose parts the cursor has left.
    pub(super) fn fold_what_was_left(&mut self, now: Timestamp) {
        let within = self.with_scene(now, |scene| {
            let (task, _) = scene.desk.task?;
            let focus = scene.desk.focus?;
            Some(focus == Slot::Task(task) || review::parts_of(task, scene).contains(&focus))
        });
        if let (Some(Some(false)), Screen::Open(open)) = (within, &mut self.screen) {
            open.desk.task = None;
        }
    }

    /// What was found at the task the leader is at.
    fn found(&self) -> Option<Found> {
        let open = self.open()?;
        let task = open.desk.current_task()?;
        let Task::Found(place, _) = task else {
            return None;
        };
        let finding = task.finding(self.findings())?;
        Some(Found {
            place,
            words: finding.words(open.meeting.text_at(place)).to_owned(),
            span: finding.span.clone(),
            grade: finding.grade,
        })
    }

    /// Whether a finding can be dealt with in this way.
    pub(super) fn can_deal(&self, deal: Deal) -> bool {
        let (Some(found), Some(open)) = (self.found(), self.open()) else {
            return false;
        };
        let reason = open.meeting.reason_to_keep(found.place, &found.words);
        let kept = stays(found.grade, reason).is_some();
        match deal {
            // What was settled elsewhere can only be left out.
            Deal::StrikeWords | Deal::StrikeLine | Deal::ToKladd => {
                matches!(found.place, Place::Field(_))
            }
            Deal::LetStand => !kept && found.grade == Grade::Hint,
            Deal::Keep => !kept,
            Deal::KeepNoLonger => kept,
        }
    }

    /// Deals with what was found where the leader is.
    pub(super) fn deal(&mut self, deal: Deal, now: Timestamp) {
        match deal {
            Deal::StrikeWords => self.strike_words(now),
            Deal::StrikeLine => self.strike_line(now),
            Deal::ToKladd => self.move_to_kladd(now),
            Deal::LetStand => self.keep_for(String::new(), now),
            Deal::Keep => self.ask_line(Purpose::Keep, self.text.review.ask_keep, ""),
            Deal::KeepNoLonger => self.keep_no_longer(now),
        }
    }

    /// Takes out the words that were found.
    fn strike_words(&mut self, now: Timestamp) {
        if let Some(found) = self.found() {
            let text = self.text_at(found.place);
            let span = with_blank(&text, found.span);
            self.strike(found.place, span, now);
        }
    }

    /// Takes out the line in which they stand.
    fn strike_line(&mut self, now: Timestamp) {
        if let Some(found) = self.found() {
            let text = self.text_at(found.place);
            let span = whole_line(&text, found.span.start);
            self.strike(found.place, span, now);
        }
    }

    /// Moves that line to the leader's private jotting.
    fn move_to_kladd(&mut self, now: Timestamp) {
        let Some(found) = self.found() else {
            return;
        };
        let text = self.text_at(found.place);
        let span = whole_line(&text, found.span.start);
        let line = text
            .get(span.clone())
            .unwrap_or_default()
            .trim_matches('\n');
        let kladd = self.open().map_or("", |open| &open.meeting.kladd);
        let kladd = [kladd, line].join(if kladd.is_empty() { "" } else { "\n" });
        let mut rest = text.clone();
        rest.replace_range(span, "");
        let today = self.today(now);
        let edit = Slot::of(found.place).and_then(|slot| slot.write(rest, today));
        let Some(edit) = edit else {
            return;
        };
        if kladd.len() > MAX_BYTES {
            return self.say(self.text.notice.note_full, Tone::Alarm, now);
        }
        // The line is there before it is gone here.
        let edits = vec![MeetingEdit::set(MeetingField::Kladd, kladd), edit];
        if self.edit(MeetingEdit::Together(edits), now) {
            self.dealt_with(self.text.review.moved, now);
        }
    }

    /// What was found stays, for this reason.
    pub(super) fn keep_for(&mut self, reason: String, now: Timestamp) {
        let Some(Found { place, words, .. }) = self.found() else {
            return;
        };
        let kept = Kept {
            place,
            words,
            reason,
        };
        if self.edit(MeetingEdit::Keep(Box::new(kept)), now) {
            self.dealt_with(self.text.review.stays, now);
        }
    }

    /// What was kept is to be dealt with after all: the cursor goes with it to where it is open again.
    fn keep_no_longer(&mut self, now: Timestamp) {
        let task = self.open().and_then(|open| open.desk.current_task());
        if let Some(found) = self.found() {
            let edit = MeetingEdit::KeepNoLonger(found.place, found.words);
            if self.edit(edit, now) {
                self.dealt_with(self.text.review.stays_no_longer, now);
                if let Screen::Open(open) = &mut self.screen {
                    open.desk.focus_on(task.map(Slot::Task), &open.meeting);
                }
            }
        }
    }

    /// Puts a sentence about the work in the place of what was found, to be adapted there.
    pub(super) fn put_in(&mut self, number: usize, now: Timestamp) {
        let sentence = self.with_scene(now, |scene| {
            review::instead(number, scene).map(str::to_owned)
        });
        if let (Some(Some(sentence)), Some(found)) = (sentence, self.found())
            && let (Some(slot), Screen::Open(open)) = (Slot::of(found.place), &mut self.screen)
        {
            open.desk.visit(slot, &open.meeting);
            open.desk.select(found.span);
            self.write(&Edit::Insert(sentence), now);
        }
    }

    /// Unfolds the task that is dealt with at `slot`, where there is one: what was written there has been taken back.
    pub(super) fn unfold_around(&mut self, slot: Slot, now: Timestamp) {
        self.look_over();
        let task = self.with_scene(now, |scene| {
            let tasks = review::tasks(scene);
            let all = tasks.open.into_iter().chain(tasks.kept).enumerate();
            let mut here = all.filter(|(_, task)| review::parts_of(*task, scene).contains(&slot));
            here.next().map(|(place, task)| (task, place))
        });
        if let (Some(Some(task)), Screen::Open(open)) = (task, &mut self.screen) {
            open.desk.task = Some(task);
        }
    }

    fn text_at(&self, place: Place) -> String {
        let open = self.open();
        open.map_or_else(String::new, |open| open.meeting.text_at(place).to_owned())
    }

    /// Takes a part of a text out as its editor would, so that it comes back in the same way.
    fn strike(&mut self, place: Place, span: std::ops::Range<usize>, now: Timestamp) {
        if let (Some(slot), Screen::Open(open)) = (Slot::of(place), &mut self.screen) {
            open.desk.visit(slot, &open.meeting);
            open.desk.select(span);
            self.write(&Edit::Backspace, now);
            self.dealt_with(self.text.review.struck, now);
        }
    }

    /// A task has been dealt with: on to the one that has its place now.
    fn dealt_with(&mut self, words: &str, now: Timestamp) {
        self.look_over();
        let place = self.open().and_then(|open| Some(open.desk.task?.1));
        if let Screen::Open(open) = &mut self.screen {
            open.desk.task = None;
        }
        let slots = self.slots(now);
        let tasks: Vec<Slot> = slots.iter().copied().filter(Slot::is_task).collect();
        let next = place.unwrap_or(0).min(tasks.len().saturating_sub(1));
        let next = tasks.get(next).or(slots.first()).copied();
        if let Screen::Open(open) = &mut self.screen {
            open.desk.focus_on(next, &open.meeting);
        }
        self.say(words, Tone::Note, now);
    }

    /// What in a text has to go, if anything.
    pub(super) fn unfit(&self, text: &str) -> Option<String> {
        let findings = self.watch.as_ref()?.guard().check(text);
        let mut strong = findings.iter().filter(|f| f.grade == Grade::Strong);
        strong.next().map(|finding| finding.words(text).to_owned())
    }

    /// Whether a document may be written; says what holds it back, and shows where that is dealt with.
    pub(super) fn lets_go(&mut self, paper: Paper, now: Timestamp) -> bool {
        let Some(words) = self.holds_back(paper) else {
            return true;
        };
        self.overlay = None;
        self.show(View::Review, now);
        self.say(words, Tone::Alarm, now);
        false
    }

    /// What is said where something still has to go before anything is made of the notes.
    pub(super) fn findings_left(&mut self) -> Option<String> {
        if self.watch.is_none() {
            return Some(self.text.review.no_guard_yet.to_owned());
        }
        let held = self.held_back(Paper::Plan);
        let findings = held.filter(|held| matches!(held, HeldBack::Findings(_)));
        findings.map(self.text.review.held_back)
    }

    /// What holds a document back, in words.
    pub(super) fn holds_back(&mut self, paper: Paper) -> Option<String> {
        let t = &self.text.review;
        if self.watch.is_none() && paper != Paper::Calendar {
            return Some(t.no_guard_yet.to_owned());
        }
        self.held_back(paper).map(t.held_back)
    }

    fn held_back(&mut self, paper: Paper) -> Option<HeldBack> {
        let (Screen::Open(open), Some(watch)) = (&self.screen, &mut self.watch) else {
            return None;
        };
        watch.look(&open.meeting);
        held_back(paper, &open.meeting, watch.findings())
    }
}

/// Whether something that looks like an identity number stands in the name of a file, however it is parted.
pub(super) fn tells_a_number(name: &str) -> bool {
    let parted = |c: &char| !matches!(c, ' ' | '-' | '.' | '_' | '\u{a0}');
    let name: String = name.chars().filter(parted).collect();
    let mut runs = name.split(|c: char| !c.is_ascii_digit());
    runs.any(|digits| digits.len() == 11)
}

fn is_task(task: Task) -> impl Fn(&Slot) -> bool {
    move |slot| *slot == Slot::Task(task)
}

/// The line of `text` around `at`, with one of the line breaks beside it.
fn whole_line(text: &str, at: usize) -> std::ops::Range<usize> {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let start = before.rfind('\n').map_or(0, |place| place + 1);
    match after.find('\n') {
        Some(end) => start..at + end + 1,
        None => start.saturating_sub(1)..text.len(),
    }
}

/// The words at `span`, with one of the blanks beside them, so that none stands double.
fn with_blank(text: &str, span: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let ends = after.is_empty() || after.starts_with([' ', '\n', '.', ',', ';', ':']);
    match (before.ends_with(' '), after.starts_with(' ')) {
        (true, _) if ends => span.start - 1..span.end,
        (false, true) if before.is_empty() || before.ends_with('\n') => span.start..span.end + 1,
        (true | false, _) => span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_with_one_line_break() {
        for (text, at, left) in [
            ("en\nto\ntre", 3, "en\ntre"),
            ("en\nto\ntre", 0, "to\ntre"),
            ("en\nto\ntre", 7, "en\nto"),
            ("en", 1, ""),
            ("æ\nøå\n", 5, "æ\n"),
        ] {
            let mut rest = text.to_owned();
            rest.replace_range(whole_line(text, at), "");
            assert_eq!(rest, left, "{text:?}");
        }
    }

    #[test]
    fn words_go_with_one_blank() {
        for (text, left) in [
            ("har PROLAPS nå", "har nå"),
            ("PROLAPS nå", "nå"),
            ("har PROLAPS", "har"),
            ("har PROLAPS, sa hun", "har, sa hun"),
            ("(PROLAPS)", "()"),
            ("en\nPROLAPS to", "en\nto"),
        ] {
            let start = text.find("PROLAPS").unwrap();
            let mut rest = text.to_owned();
            rest.replace_range(with_blank(text, start..start + "PROLAPS".len()), "");
            assert_eq!(rest, left, "{text:?}");
        }
    }
}
