//! Questions and lines to fill in, what there is to remember at an item, and what an answer does.

use std::path::Path;

use crate::{
    archive::Existing,
    meeting::{CaseCode, DocumentKind, Event, Question as ToAsk, Timestamp, version::is_reason},
    text,
    ui::{Ask, Boundary, Overlay, Purpose, Tone, View, Yes, YesNoQuestion},
};

use super::{
    Acting, App, OpenMeeting, Shared, effect::Effect, open::format_of, reviewing::tells_a_number,
};

impl Shared {
    pub(super) fn ask(&mut self, words: impl Into<String>, yes: Yes) {
        let words = words.into();
        self.overlay = Some(Overlay::Question(YesNoQuestion { words, yes }));
    }

    pub(super) fn ask_line(&mut self, purpose: Purpose, label: &'static str, text: &str) {
        let ask = Ask::new(purpose, label, text);
        self.overlay = Some(Overlay::Ask(Box::new(ask)));
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

    /// The clock time, with the day where that is another than today.
    pub(super) fn moment(&self, at: Timestamp, now: Timestamp) -> String {
        let (day, clock) = (self.setting.zone.date(at), self.clock(at));
        if day == self.today(now) {
            clock
        } else {
            (self.text.clock.on_day)(&self.text.document.calendar.long(day), &clock)
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

impl App {
    /// The question on the screen is answered with yes.
    pub(super) fn answered(&mut self, yes: Yes, now: Timestamp) {
        match yes {
            Yes::Leave(leaving) => self.leave_now(leaving, now),
            Yes::Read(file) => self.shared.send(Effect::Read(file), now),
            Yes::Restore { main, source } => {
                self.shared.send(Effect::Restore { main, source }, now);
            }
            Yes::Overwrite(kind, file) => self.act(now, |acting| {
                acting.write_document(kind, file, Existing::Replace);
            }),
            Yes::TakeOther(source) => self.act(now, |acting| acting.take_other(source)),
            Yes::Begin => self.act(now, Acting::begin),
            Yes::TakeUpAgain => self.act(now, Acting::take_up_again),
            Yes::End => self.act(now, |acting| {
                acting.conclude(Event::End, acting.shared.text.notice.ended);
            }),
            Yes::Approve => self.act(now, |acting| {
                acting.conclude(Event::Approve, acting.shared.text.notice.approved);
            }),
            Yes::BorrowFromClosing(minutes) => {
                self.act(now, |acting| acting.borrow_from_closing(minutes));
            }
        }
    }
}

impl OpenMeeting {
    /// When the meeting began or ended, as it is known now.
    pub(super) fn boundary(&self, boundary: Boundary) -> Option<Timestamp> {
        let timeline = &self.meeting.timeline;
        match boundary {
            Boundary::Start => timeline.started(),
            Boundary::End => timeline.ended(),
        }
    }
}

impl Acting<'_> {
    /// Begins the meeting; asks first, if it was planned for another day.
    pub(super) fn ask_begin(&mut self) {
        let today = self.look().today();
        let planned = self.open.meeting.arrangement.date.value;
        match planned.filter(|planned| *planned != today) {
            Some(planned) => {
                let text = self.shared.text;
                let day = text.document.calendar.long(planned);
                let words = (text.overlay.other_day_question)(&day);
                self.shared.ask(words, Yes::Begin);
            }
            None => self.begin(),
        }
    }

    fn begin(&mut self) {
        if self.happen_in_course(Event::Begin) {
            self.follow_item();
            self.show(View::Conversation);
            let at = self.shared.clock(self.now);
            self.say((self.shared.text.notice.begun)(&at), Tone::Note);
        }
    }

    fn take_up_again(&mut self) {
        if self.happen_in_course(Event::Resume) {
            self.follow_item();
            self.show(View::Conversation);
            self.say(self.shared.text.notice.resumed, Tone::Calm);
        }
    }

    /// Everything there is to remember and to ask at the item that is shown.
    pub(super) fn show_reminders(&mut self) {
        let agenda = &self.open.meeting.agenda;
        let item = self.open.view_state.item;
        let (Some(phase), Some(content)) = (agenda.phase(item.phase), agenda.item(item)) else {
            return;
        };
        let t = &self.shared.text.conversation;
        let mut lines = vec![(t.say)(&content.say), String::new()];
        lines.extend(content.details.iter().map(|detail| format!("· {detail}")));
        let plan = self.open.meeting.starting_points(item.phase);
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
        self.shared.show_text(&content.title, lines);
    }

    pub(super) fn ask_end(&mut self) {
        self.shared
            .ask(self.shared.text.overlay.end_question, Yes::End);
    }

    /// Asks whether the referat is approved, unless something in it has to go first.
    pub(super) fn ask_approval(&mut self) {
        if self.may_export(DocumentKind::Referat) {
            let zone = self.shared.setting.zone;
            let open_points = self.open.meeting.open_points(zone).len();
            let words = (self.shared.text.overlay.approve_question)(open_points);
            self.shared.ask(words, Yes::Approve);
        }
    }

    /// Asks where a document goes, unless something keeps it from being written.
    pub(super) fn ask_to_write(&mut self, kind: DocumentKind) {
        if kind == DocumentKind::PlanData {
            self.ask_plan_data();
        } else if self.may_export(kind) {
            self.ask_file(kind);
        }
    }

    pub(super) fn ask_file(&mut self, kind: DocumentKind) {
        let t = &self.shared.text.overlay;
        let open = &*self.open;
        let mut name = open.file.file_stem().unwrap_or_default().to_owned();
        let version = open.meeting.version();
        if version > 1 && DocumentKind::AFTER.contains(&kind) {
            name.push((t.of_version)(version));
        }
        name.push((t.file_ending)(kind));
        let file = open.file.with_file_name(name).display().to_string();
        self.shared
            .ask_line(Purpose::File(kind), (t.ask_file)(kind), &file);
    }

    pub(super) fn ask_case_code(&mut self) {
        let label = self.shared.text.overlay.ask_case_code;
        let code = self.open.meeting.code.as_str();
        self.shared.ask_line(Purpose::CaseCode, label, code);
    }

    pub(super) fn ask_time(&mut self, boundary: Boundary) {
        let t = &self.shared.text.overlay;
        let label = match boundary {
            Boundary::Start => t.ask_start,
            Boundary::End => t.ask_end,
        };
        let known = self.open.boundary(boundary);
        let text = known.map_or_else(String::new, |at| self.shared.clock(at));
        self.shared.ask_line(Purpose::Time(boundary), label, &text);
    }

    fn borrow_from_closing(&mut self, minutes: u32) {
        let agenda = &self.open.meeting.agenda;
        let title = agenda.phase_title(agenda.closing());
        let words = (self.shared.text.notice.borrowed)(minutes, title);
        self.event(Event::BorrowFromClosing { minutes }, &words);
    }

    /// A step after which the referat is what matters: it is shown, and everything is put on disk.
    fn conclude(&mut self, event: Event, words: &str) {
        if self.happen_in_course(event) {
            self.show(View::Review);
            self.shared.effects.push(Effect::Flush);
            self.say(words, Tone::Note);
        }
    }

    /// The line that was asked for is filled in.
    pub(super) fn asked(&mut self) {
        let Some(Overlay::Ask(ask)) = &self.shared.overlay else {
            return;
        };
        let text = self.shared.text;
        let typed = ask.editor.text().trim().to_owned();
        let result = match ask.purpose {
            Purpose::Time(boundary) => self.correct_time(&typed, boundary),
            _ if self.shared.job.is_some() => Err(text.saving.busy.to_owned()),
            Purpose::File(_) if typed.is_empty() => Err(text.overlay.file_wrong.to_owned()),
            Purpose::File(_) if tells_a_number(file_name(&typed)) => {
                Err(text.overlay.number_in_name.to_owned())
            }
            Purpose::File(DocumentKind::PlanData) if !typed.to_lowercase().ends_with(".json") => {
                Err(text.overlay.json_wrong.to_owned())
            }
            Purpose::File(kind) if format_of(kind, Path::new(&typed)).is_none() => {
                Err(text.overlay.ending_wrong.to_owned())
            }
            Purpose::File(DocumentKind::PlanData) => return self.shared.ask_number(typed),
            Purpose::File(kind) => {
                self.write_document(kind, typed, Existing::OnlyOwn);
                Ok(())
            }
            Purpose::Refuge if typed.is_empty() => Err(text.saving.folder_wrong.to_owned()),
            Purpose::Refuge => {
                // The line stays until it is known whether the folder takes it.
                self.take_refuge(typed);
                return;
            }
            Purpose::Revise => self.revise(typed),
            Purpose::Accept if !is_reason(&typed) => Err(text.review.accept_wrong.to_owned()),
            Purpose::Accept => {
                self.accept_for(typed);
                Ok(())
            }
            Purpose::CaseCode => match typed.parse::<CaseCode>() {
                Ok(code) if code == self.open.meeting.code => Ok(()),
                Ok(code) => {
                    // The line stays until it is known whether the code is free.
                    self.shared.send(Effect::Claim(code), self.now);
                    return;
                }
                Err(_) => Err(text.overlay.case_code_wrong.to_owned()),
            },
        };
        match result {
            Ok(()) => self.shared.overlay = None,
            Err(fault) => {
                if let Some(Overlay::Ask(ask)) = &mut self.shared.overlay {
                    ask.fault = Some(fault);
                }
            }
        }
    }

    /// The approved referat is taken up again, for this reason.
    fn revise(&mut self, reason: String) -> Result<(), String> {
        if self.shared.watch.is_none() {
            // Nothing is printed that nobody has looked at.
            return Err(self.shared.text.review.no_guard_yet.to_owned());
        }
        if let Some(found) = self.shared.unfit(&reason) {
            return Err((self.shared.text.review.unfit_reason)(&found));
        }
        let event = Event::Revise(reason);
        self.look().takes(event.clone())?;
        self.conclude(event, self.shared.text.notice.revised);
        Ok(())
    }

    /// The meeting really began or ended when `typed` says.
    fn correct_time(&mut self, typed: &str, boundary: Boundary) -> Result<(), String> {
        let Some(known) = self.open.boundary(boundary) else {
            return Ok(());
        };
        let at = self.shared.instant_near(typed, known, self.now)?;
        let t = &self.shared.text.notice;
        let moment = self.shared.moment(at, self.now);
        let (event, words) = match boundary {
            Boundary::Start => (Event::CorrectStart(at), (t.start_corrected)(&moment)),
            Boundary::End => (Event::CorrectEnd(at), (t.end_corrected)(&moment)),
        };
        self.look().takes(event.clone())?;
        self.event(event, &words);
        Ok(())
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
