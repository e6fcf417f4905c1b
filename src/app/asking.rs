//! Questions and lines to fill in, what there is to remember at an item, and what an answer does.

use std::path::Path;

use crate::{
    archive::written::Existing,
    meeting::{
        Timestamp, case_code::CaseCode, event::Event, paper::Paper, question::Question as ToAsk,
        version::is_reason,
    },
    text,
    ui::{
        command::View,
        overlays::{
            Overlay,
            ask::{Ask, Boundary, Purpose},
            question::{Question, Yes},
            reading::Reading,
        },
        scene::Tone,
    },
};

use super::{App, effect::Effect, open::form_of, reviewing::tells_a_number};

impl App {
    pub(super) fn ask(&mut self, words: impl Into<String>, yes: Yes) {
        let words = words.into();
        self.overlay = Some(Overlay::Question(Question { words, yes }));
    }

    /// Begins the meeting; asks first, if it was planned for another day.
    pub(super) fn ask_begin(&mut self, now: Timestamp) {
        let today = self.today(now);
        let planned = self
            .open()
            .and_then(|open| open.meeting.arrangement.date.value);
        match planned.filter(|planned| *planned != today) {
            Some(planned) => {
                let words =
                    (self.text.overlay.other_day_question)(&self.text.paper.calendar.long(planned));
                self.ask(words, Yes::Begin);
            }
            None => self.begin(now),
        }
    }

    fn begin(&mut self, now: Timestamp) {
        if self.happen_in_course(Event::Begin, now) {
            self.follow_item();
            self.show(View::Conversation, now);
            let at = self.clock(now);
            self.say((self.text.notice.begun)(&at), Tone::Note, now);
        }
    }

    /// Everything there is to remember and to ask at the item on the desk.
    pub(super) fn show_reminders(&mut self) {
        let Some(open) = self.open() else {
            return;
        };
        let agenda = &open.meeting.agenda;
        let item = open.desk.item;
        let (Some(phase), Some(content)) = (agenda.phase(item.phase), agenda.item(item)) else {
            return;
        };
        let t = &self.text.conversation;
        let mut lines = vec![(t.say)(&content.say), String::new()];
        lines.extend(content.details.iter().map(|detail| format!("· {detail}")));
        let plan = open.meeting.starting_points(item.phase);
        if !plan.is_empty() {
            lines.extend([String::new(), t.plan_points.to_owned()]);
            lines.extend(plan.into_iter().map(str::to_owned));
        }
        let questions = phase.to_ask();
        if !questions.is_empty() {
            lines.extend([String::new(), t.questions.to_owned()]);
            let line = |question: &&ToAsk| (t.question_line)(question.asking, question.text());
            lines.extend(questions.iter().map(line));
        }
        let reading = Reading::new(&content.title, lines);
        self.overlay = Some(Overlay::Reading(reading));
    }

    pub(super) fn ask_end(&mut self) {
        self.ask(self.text.overlay.end_question, Yes::End);
    }

    pub(super) fn ask_file(&mut self, paper: Paper) {
        let t = &self.text.overlay;
        let file = self.open().map(|open| {
            let name = open.file.file_stem().unwrap_or_default();
            let mut name = name.to_owned();
            let version = open.meeting.version();
            if version > 1 && Paper::AFTER.contains(&paper) {
                name.push((t.of_version)(version));
            }
            name.push((t.file_ending)(paper));
            open.file.with_file_name(name).display().to_string()
        });
        self.ask_line(
            Purpose::File(paper),
            (t.ask_file)(paper),
            &file.unwrap_or_default(),
        );
    }

    pub(super) fn ask_case_code(&mut self) {
        let code = self.open().map(|open| open.meeting.code.to_string());
        let label = self.text.overlay.ask_case_code;
        self.ask_line(Purpose::CaseCode, label, &code.unwrap_or_default());
    }

    pub(super) fn ask_line(&mut self, purpose: Purpose, label: &'static str, text: &str) {
        let ask = Ask::new(purpose, label, text);
        self.overlay = Some(Overlay::Ask(Box::new(ask)));
    }

    pub(super) fn ask_time(&mut self, boundary: Boundary) {
        let t = &self.text.overlay;
        let label = match boundary {
            Boundary::Start => t.ask_start,
            Boundary::End => t.ask_end,
        };
        let known = self.boundary(boundary);
        let text = known.map_or_else(String::new, |at| self.clock(at));
        self.ask_line(Purpose::Time(boundary), label, &text);
    }

    /// When the meeting began or ended, as it is known now.
    fn boundary(&self, boundary: Boundary) -> Option<Timestamp> {
        let timeline = &self.open()?.meeting.timeline;
        match boundary {
            Boundary::Start => timeline.started(),
            Boundary::End => timeline.ended(),
        }
    }

    pub(super) fn answered(&mut self, yes: Yes, now: Timestamp) {
        match yes {
            Yes::Leave(leaving) => self.leave_now(leaving, now),
            Yes::Overwrite(paper, file) => self.write_paper(paper, file, Existing::Replace, now),
            Yes::Read(file) => self.send(Effect::Read(file), now),
            Yes::Restore { main, source } => {
                self.send(Effect::Restore { main, source }, now);
            }
            Yes::TakeOther(source) => self.take_other(source, now),
            Yes::Begin => self.begin(now),
            Yes::TakeUpAgain => {
                if self.happen_in_course(Event::Resume, now) {
                    self.follow_item();
                    self.show(View::Conversation, now);
                    self.say(self.text.notice.resumed, Tone::Calm, now);
                }
            }
            Yes::End => self.conclude(Event::End, self.text.notice.ended, now),
            Yes::Approve => self.conclude(Event::Approve, self.text.notice.approved, now),
            Yes::BorrowFromClosing(minutes) => {
                let title = self.open().and_then(|open| {
                    let agenda = &open.meeting.agenda;
                    Some(agenda.phase(agenda.closing())?.title.clone())
                });
                let words = (self.text.notice.borrowed)(minutes, &title.unwrap_or_default());
                self.event(Event::BorrowFromClosing { minutes }, &words, now);
            }
        }
    }

    /// A step after which the referat is what matters: it is shown, and everything is put on disk.
    fn conclude(&mut self, event: Event, words: &str, now: Timestamp) {
        if self.happen_in_course(event, now) {
            self.show(View::Review, now);
            self.effects.push(Effect::Flush);
            self.say(words, Tone::Note, now);
        }
    }

    /// The line that was asked for is filled in.
    pub(super) fn asked(&mut self, now: Timestamp) {
        let Some(Overlay::Ask(ask)) = &self.overlay else {
            return;
        };
        let typed = ask.editor.text().trim().to_owned();
        let result = match ask.purpose {
            Purpose::Time(boundary) => self.correct_time(&typed, boundary, now),
            _ if self.errand.is_some() => Err(self.text.saving.busy.to_owned()),
            Purpose::File(_) if typed.is_empty() => Err(self.text.overlay.file_wrong.to_owned()),
            Purpose::File(_) if tells_a_number(file_name(&typed)) => {
                Err(self.text.overlay.number_in_name.to_owned())
            }
            Purpose::File(Paper::PlanData) if !typed.to_lowercase().ends_with(".json") => {
                Err(self.text.overlay.json_wrong.to_owned())
            }
            Purpose::File(paper) if form_of(paper, Path::new(&typed)).is_none() => {
                Err(self.text.overlay.ending_wrong.to_owned())
            }
            Purpose::File(Paper::PlanData) => return self.ask_number(typed),
            Purpose::File(paper) => {
                self.write_paper(paper, typed, Existing::OnlyOwn, now);
                Ok(())
            }
            Purpose::Refuge if typed.is_empty() => Err(self.text.saving.folder_wrong.to_owned()),
            Purpose::Refuge => {
                // The line stays until it is known whether the folder takes it.
                self.take_refuge(typed, now);
                return;
            }
            Purpose::Revise => self.revise(typed, now),
            Purpose::Keep if !is_reason(&typed) => Err(self.text.review.keep_wrong.to_owned()),
            Purpose::Keep => {
                self.keep_for(typed, now);
                Ok(())
            }
            Purpose::CaseCode => match typed.parse::<CaseCode>() {
                Ok(code) if self.open().is_some_and(|open| open.meeting.code == code) => Ok(()),
                Ok(code) => {
                    // The line stays until it is known whether the code is free.
                    self.send(Effect::Claim(code), now);
                    return;
                }
                Err(_) => Err(self.text.overlay.case_code_wrong.to_owned()),
            },
        };
        match result {
            Ok(()) => self.overlay = None,
            Err(fault) => {
                if let Some(Overlay::Ask(ask)) = &mut self.overlay {
                    ask.fault = Some(fault);
                }
            }
        }
    }

    /// The approved referat is taken up again, for this reason.
    fn revise(&mut self, reason: String, now: Timestamp) -> Result<(), String> {
        if self.watch.is_none() {
            // Nothing is printed that nobody has looked at.
            return Err(self.text.review.no_guard_yet.to_owned());
        }
        if let Some(found) = self.unfit(&reason) {
            return Err((self.text.review.unfit_reason)(&found));
        }
        let event = Event::Revise(reason);
        if let Some(Err(refusal)) = self.open().map(|o| o.meeting.accepts(&event, now)) {
            return Err((self.text.refusal)(refusal, self.setting.zone));
        }
        self.conclude(event, self.text.notice.revised, now);
        Ok(())
    }

    /// What was asked for is known: the line goes.
    pub(super) fn close_ask(&mut self, purpose: Purpose) {
        self.overlay.take_if(|overlay| overlay.asks_for(purpose));
    }

    /// What was filled in is not to be had: the line stays to be corrected, if it is still there.
    pub(super) fn refuse_ask(&mut self, purpose: Purpose, words: String, now: Timestamp) {
        match &mut self.overlay {
            Some(Overlay::Ask(ask)) if ask.purpose == purpose => ask.fault = Some(words),
            _ => self.say(words, Tone::Alarm, now),
        }
    }

    /// The meeting really began or ended when `typed` says.
    fn correct_time(
        &mut self,
        typed: &str,
        boundary: Boundary,
        now: Timestamp,
    ) -> Result<(), String> {
        let Some(known) = self.boundary(boundary) else {
            return Ok(());
        };
        let at = self.instant_near(typed, known, now)?;
        let t = &self.text.notice;
        let (event, words) = match boundary {
            Boundary::Start => (
                Event::CorrectStart(at),
                (t.start_corrected)(&self.moment(at, now)),
            ),
            Boundary::End => (
                Event::CorrectEnd(at),
                (t.end_corrected)(&self.moment(at, now)),
            ),
        };
        let accepted = self.open().map(|open| open.meeting.accepts(&event, now));
        if let Some(Err(refusal)) = accepted {
            return Err((self.text.refusal)(refusal, self.setting.zone));
        }
        self.event(event, &words, now);
        Ok(())
    }

    /// The clock time, with the day where that is another than today.
    pub(super) fn moment(&self, at: Timestamp, now: Timestamp) -> String {
        let (day, clock) = (self.setting.zone.date(at), self.clock(at));
        if day == self.today(now) {
            clock
        } else {
            (self.text.clock.on_day)(&self.text.paper.calendar.long(day), &clock)
        }
    }

    /// "10.03", or a date and a time. A time alone belongs to the day on which it lies nearest to `known`.
    fn instant_near(
        &self,
        typed: &str,
        known: Timestamp,
        now: Timestamp,
    ) -> Result<Timestamp, String> {
        let zone = self.setting.zone;
        if let Some(ago) = text::clock_time::parse_ago(typed) {
            return Ok(now - ago);
        }
        let (date, time) = split_date(typed);
        let time = text::clock_time::parse_time(time)
            .map_err(|_| self.text.overlay.time_wrong.to_owned())?;
        if let Some(date) = date {
            // Where the first words are no date, the whole is no time.
            let day = text::due::parse_past_date(date, self.today(now));
            let day = day.map_err(|_| self.text.overlay.time_wrong.to_owned())?;
            return Ok(zone.instant(day, time));
        }
        let day = zone.date(known);
        let near = [day.pred_opt(), Some(day), day.succ_opt()]
            .into_iter()
            .flatten();
        let near = near.map(|day| zone.instant(day, time));
        Ok(near.min_by_key(|at| (*at - known).abs()).unwrap_or(known))
    }
}

/// "17.11 kl. 10.03" as date and time; no date where only a time stands.
fn split_date(typed: &str) -> (Option<&str>, &str) {
    let Some((date, time)) = typed.trim().rsplit_once(char::is_whitespace) else {
        return (None, typed);
    };
    let date = date.trim_end();
    let date = date
        .strip_suffix("kl.")
        .or(date.strip_suffix("kl"))
        .unwrap_or(date)
        .trim_end();
    ((!date.is_empty()).then_some(date), time)
}

/// The last part of a path, which is what the file is called.
fn file_name(typed: &str) -> &str {
    let name = Path::new(typed).file_name();
    name.and_then(|name| name.to_str()).unwrap_or(typed)
}
