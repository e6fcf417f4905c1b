//! Dealing with the tasks of the review, where they stand.

use std::ops::Range;

use crate::{
    meeting::{Accepted, DocumentKind, Edit as MeetingEdit, MeetingField, Place},
    privacy::{
        Grade, HeldBack,
        release::{held_back, stays},
    },
    ui::{
        Deal, FocusTarget, MAX_BYTES, Purpose, Scene, Task, TextEdit, Tone, View, screens::review,
    },
};

use super::{Acting, Looking, Shared};

/// What the guard found where the leader is.
struct FindingHere {
    place: Place,
    /// As they are written.
    words: String,
    /// Where they stand in the text, in bytes.
    span: Range<usize>,
    grade: Grade,
}

impl Shared {
    /// What in a text has to go, if anything.
    pub(super) fn unfit(&self, text: &str) -> Option<String> {
        let findings = self.watch.as_ref()?.guard().check(text);
        let mut strong = findings.iter().filter(|f| f.grade == Grade::Strong);
        strong.next().map(|finding| finding.words(text).to_owned())
    }
}

impl Looking<'_> {
    /// What was found at the task the leader is at.
    fn found(self) -> Option<FindingHere> {
        let task = self.open.view_state.current_task()?;
        let Task::Found(place, _) = task else {
            return None;
        };
        let finding = task.finding(self.findings())?;
        Some(FindingHere {
            place,
            words: finding.words(self.open.meeting.text_at(place)).to_owned(),
            span: finding.span.clone(),
            grade: finding.grade,
        })
    }

    /// Whether a finding can be dealt with in this way.
    pub(super) fn can_deal(self, deal: Deal) -> bool {
        let Some(found) = self.found() else {
            return false;
        };
        let reason = self
            .open
            .meeting
            .reason_to_accept(found.place, &found.words);
        let accepted = stays(found.grade, reason).is_some();
        match deal {
            // What was settled elsewhere can only be left out.
            Deal::StrikeWords | Deal::StrikeLine | Deal::ToKladd => {
                matches!(found.place, Place::Field(_))
            }
            Deal::LetStand => !accepted && found.grade == Grade::Hint,
            Deal::Accept => !accepted,
            Deal::AcceptNoLonger => accepted,
        }
    }
}

impl Acting<'_> {
    /// Unfolds a task to the places where it is dealt with, with the cursor in the first; folds it where it is unfolded.
    pub(super) fn unfold(&mut self, task: Task) {
        let place = self.look().targets().iter().position(is_task(task));
        let state = &mut self.open.view_state;
        if state.task.is_some_and(|(unfolded, _)| unfolded == task) {
            state.task = None;
            return;
        }
        state.task = place.map(|place| (task, place));
        let targets = self.look().targets();
        let here = targets.iter().position(is_task(task));
        let first = here.and_then(|here| targets.get(here + 1)).copied();
        let found = self.look().found();
        if let Some(first) = first {
            self.open.focus_on(Some(first));
            if let Some(found) = found.filter(|found| FocusTarget::of(found.place) == Some(first)) {
                self.open.view_state.select(found.span);
            }
        }
    }

    /// Folds the task whose parts the cursor has left.
    pub(super) fn fold_what_was_left(&mut self) {
        let within = self.look().with_scene(|scene| {
            let (task, _) = scene.view_state.task?;
            let focus = scene.view_state.focus?;
            Some(focus == FocusTarget::Task(task) || review::parts_of(task, scene).contains(&focus))
        });
        if within == Some(false) {
            self.open.view_state.task = None;
        }
    }

    /// Deals with what was found where the leader is.
    pub(super) fn deal(&mut self, deal: Deal) {
        match deal {
            Deal::StrikeWords => self.strike(with_blank),
            Deal::StrikeLine => self.strike(|text, span| whole_line(text, span.start)),
            Deal::ToKladd => self.move_to_kladd(),
            Deal::LetStand => self.accept_for(String::new()),
            Deal::Accept => {
                let label = self.shared.text.review.ask_accept;
                self.shared.ask_line(Purpose::Accept, label, "");
            }
            Deal::AcceptNoLonger => self.accept_no_longer(),
        }
    }

    /// Takes the words that were found out of their text, with as much around them as `part` says: as the editor there
    /// would, so that it comes back in the same way.
    fn strike(&mut self, part: fn(&str, Range<usize>) -> Range<usize>) {
        if let Some(found) = self.look().found()
            && let Some(target) = FocusTarget::of(found.place)
        {
            let span = part(self.open.meeting.text_at(found.place), found.span);
            self.open.view_state.visit(target, &self.open.meeting);
            self.open.view_state.select(span);
            self.write(&TextEdit::Backspace);
            self.dealt_with(self.shared.text.review.struck);
        }
    }

    /// Moves the line in which they stand to the leader's private jotting.
    fn move_to_kladd(&mut self) {
        let Some(found) = self.look().found() else {
            return;
        };
        let text = self.open.meeting.text_at(found.place).to_owned();
        let span = whole_line(&text, found.span.start);
        let line = text
            .get(span.clone())
            .unwrap_or_default()
            .trim_matches('\n');
        let kladd = &self.open.meeting.kladd;
        let kladd = [kladd.as_str(), line].join(if kladd.is_empty() { "" } else { "\n" });
        let mut rest = text.clone();
        rest.replace_range(span, "");
        let today = self.look().today();
        let edit = FocusTarget::of(found.place).and_then(|target| target.write(rest, today));
        let Some(edit) = edit else {
            return;
        };
        if kladd.len() > MAX_BYTES {
            return self.say(self.shared.text.notice.note_full, Tone::Alarm);
        }
        // The line is there before it is gone here.
        let edits = vec![MeetingEdit::set(MeetingField::Kladd, kladd), edit];
        if self.edit(MeetingEdit::Together(edits)) {
            self.dealt_with(self.shared.text.review.moved);
        }
    }

    /// What was found stays, for this reason.
    pub(super) fn accept_for(&mut self, reason: String) {
        let Some(FindingHere { place, words, .. }) = self.look().found() else {
            return;
        };
        let accepted = Accepted {
            place,
            words,
            reason,
        };
        if self.edit(MeetingEdit::Accept(Box::new(accepted))) {
            self.dealt_with(self.shared.text.review.stays);
        }
    }

    /// What was accepted is to be dealt with after all: the cursor goes with it to where it is open again.
    fn accept_no_longer(&mut self) {
        let task = self.open.view_state.current_task();
        if let Some(found) = self.look().found() {
            let edit = MeetingEdit::AcceptNoLonger(found.place, found.words);
            if self.edit(edit) {
                self.dealt_with(self.shared.text.review.stays_no_longer);
                self.open.focus_on(task.map(FocusTarget::Task));
            }
        }
    }

    /// Puts a sentence about the work in the place of what was found, to be adapted there.
    pub(super) fn put_in(&mut self, number: usize) {
        let instead = |scene: &Scene| review::instead(number, scene).map(str::to_owned);
        if let Some(sentence) = self.look().with_scene(instead)
            && let Some(found) = self.look().found()
            && let Some(target) = FocusTarget::of(found.place)
        {
            self.open.view_state.visit(target, &self.open.meeting);
            self.open.view_state.select(found.span);
            self.write(&TextEdit::Insert(sentence));
        }
    }

    /// Unfolds the task that is dealt with at `target`, where there is one: what was written there has been taken back.
    pub(super) fn unfold_around(&mut self, target: FocusTarget) {
        self.refresh_findings();
        let task = self.look().with_scene(|scene| {
            let tasks = review::tasks(scene);
            let all = tasks.open.into_iter().chain(tasks.accepted).enumerate();
            let mut here = all.filter(|(_, task)| review::parts_of(*task, scene).contains(&target));
            here.next().map(|(place, task)| (task, place))
        });
        if task.is_some() {
            self.open.view_state.task = task;
        }
    }

    /// A task has been dealt with: on to the one that has its place now.
    fn dealt_with(&mut self, words: &str) {
        self.refresh_findings();
        let place = self.open.view_state.task.take().map(|(_, place)| place);
        let targets = self.look().targets();
        let tasks: Vec<FocusTarget> = targets
            .iter()
            .copied()
            .filter(FocusTarget::is_task)
            .collect();
        let next = place.unwrap_or(0).min(tasks.len().saturating_sub(1));
        let next = tasks.get(next).or(targets.first()).copied();
        self.open.focus_on(next);
        self.say(words, Tone::Note);
    }

    /// Whether a document may be written; says what holds it back, and shows where that is dealt with.
    pub(super) fn may_export(&mut self, kind: DocumentKind) -> bool {
        let Some(words) = self.holds_back(kind) else {
            return true;
        };
        self.shared.overlay = None;
        self.show(View::Review);
        self.say(words, Tone::Alarm);
        false
    }

    /// What is said where something still has to go before anything is made of the notes.
    pub(super) fn findings_left(&mut self) -> Option<String> {
        if self.shared.watch.is_none() {
            return Some(self.shared.text.review.no_guard_yet.to_owned());
        }
        let held = self.held_back(DocumentKind::Plan);
        let findings = held.filter(|held| matches!(held, HeldBack::Findings(_)));
        findings.map(self.shared.text.review.held_back)
    }

    /// What holds a document back, in words.
    pub(super) fn holds_back(&mut self, kind: DocumentKind) -> Option<String> {
        let t = &self.shared.text.review;
        if self.shared.watch.is_none() && kind != DocumentKind::Calendar {
            return Some(t.no_guard_yet.to_owned());
        }
        self.held_back(kind).map(t.held_back)
    }

    fn held_back(&mut self, kind: DocumentKind) -> Option<HeldBack> {
        let watch = self.shared.watch.as_mut()?;
        watch.look(&self.open.meeting);
        held_back(kind, &self.open.meeting, watch.findings())
    }
}

/// Whether something that looks like an identity number stands in the name of a file, however it is parted.
pub(super) fn tells_a_number(name: &str) -> bool {
    let parted = |c: &char| !matches!(c, ' ' | '-' | '.' | '_' | '\u{a0}');
    let name: String = name.chars().filter(parted).collect();
    let mut runs = name.split(|c: char| !c.is_ascii_digit());
    runs.any(|digits| digits.len() == 11)
}

fn is_task(task: Task) -> impl Fn(&FocusTarget) -> bool {
    move |target| *target == FocusTarget::Task(task)
}

/// The line of `text` around `at`, with one of the line breaks beside it.
fn whole_line(text: &str, at: usize) -> Range<usize> {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let start = before.rfind('\n').map_or(0, |place| place + 1);
    match after.find('\n') {
        Some(end) => start..at + end + 1,
        None => start.saturating_sub(1)..text.len(),
    }
}

/// The words at `span`, with one of the blanks beside them, so that none stands double.
fn with_blank(text: &str, span: Range<usize>) -> Range<usize> {
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
