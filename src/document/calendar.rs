//! The meeting and its deadlines for a calendar (iCalendar, RFC 5545).
//!
//! A calendar is seen by others: on a shared screen, by a secretary, in a list of free times. Titles are therefore those of
//! any case at work, with the case code; no name, no word of illness, and not the name of this program stands in the file.
//! A place that would tell either is left out.
//! Instants are written in UTC, so that every calendar shows the right time wherever it is opened.

use chrono::{NaiveDate, TimeDelta};
use icalendar::{
    Alarm, Calendar, Class, Component, Event, EventLike, EventStatus, Property, Trigger,
};

use crate::{
    meeting::{Contents, MeetingKind, Timestamp, Zone, clean::clean_line},
    privacy::link,
    rules::{
        CaseStatus, Deadline, DeadlineStatus, Milestone, case_status::called_off,
        dates::days_after, holidays::last_working_day_on_or_before,
    },
    text::DocumentText,
};

/// Characters of a place; a longer one is cut.
const LONGEST_PLACE: usize = 200;
/// How long before the meeting the calendar reminds of it.
const BEFORE_MEETING: TimeDelta = TimeDelta::minutes(15);
/// The hour at which the calendar reminds of a day, on the last working day before it.
const HOUR_OF_ALARM: i64 = 9;

/// The calendar file as of `now`: the meeting where its day and time are known, and the deadlines that lie ahead or are
/// overdue. Nothing where there is neither.
pub fn calendar(meeting: &Contents, zone: Zone, now: Timestamp) -> Option<String> {
    let text = DocumentText::of(meeting.language);
    let writer = CalendarWriter { meeting, text, now };
    let today = zone.date(now);
    let status = CaseStatus::of(meeting, zone, today);
    let days = status.deadlines.iter();
    let days = days.filter_map(|deadline| writer.deadline(deadline, today));
    let events: Vec<Event> = writer.meeting(zone).into_iter().chain(days).collect();
    if events.is_empty() {
        return None;
    }
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", text.entry.product))
        .append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.extend(events);
    Some(calendar.to_string())
}

struct CalendarWriter<'a> {
    meeting: &'a Contents,
    text: &'a DocumentText,
    now: Timestamp,
}

impl CalendarWriter<'_> {
    fn meeting(&self, zone: Zone) -> Option<Event> {
        let arrangement = &self.meeting.arrangement;
        let start = zone.instant(arrangement.date.value?, arrangement.time.value?);
        // A calendar refuses what has no length.
        let minutes = self.meeting.agenda.minutes().max(1);
        let title = self.title(self.text.entry.meeting);
        let mut event = self.event("mote", &title);
        event
            .starts(start)
            .ends(start + TimeDelta::minutes(minutes.into()));
        if called_off(self.meeting).is_some() {
            // A calendar that has the entry strikes it out.
            event.status(EventStatus::Cancelled);
        } else {
            event.alarm(self.alarm("mote", &title, BEFORE_MEETING));
        }
        let place = tidy(&arrangement.place);
        let place = (!self.tells(&place)).then_some(place);
        // A link that is cut is none.
        let link = clean_line(&arrangement.video_link).trim().to_owned();
        let link = (!self.link_tells(&link)).then_some(link);
        let places = [place, link].into_iter().flatten();
        let places: Vec<String> = places.filter(|place| !place.is_empty()).collect();
        if !places.is_empty() {
            event.location(&places.join(", "));
        }
        Some(event)
    }

    /// Whether an onlooker learns from a place whom the meeting is with or what it is about.
    fn tells(&self, place: &str) -> bool {
        words(place).any(|word| self.is_telling(&word) || self.is_name(&word))
    }

    /// The same of a link. A short name in it is a piece of its key, and the site is named by others.
    fn link_tells(&self, link: &str) -> bool {
        let read = link::read(link);
        let (_, rest) = read.split_once("://").unwrap_or(("", &read));
        let (_, path) = rest.split_once('/').unwrap_or((rest, ""));
        let is_name =
            |word: String| word.chars().count() > link::LONGEST_PIECE && self.is_name(&word);
        words(&read).any(|word| self.is_telling(&word)) || words(path).any(is_name)
    }

    fn is_name(&self, word: &str) -> bool {
        let mut names = self
            .meeting
            .participants
            .iter()
            .flat_map(|p| words(&p.name));
        names.any(|name| name == word)
    }

    fn is_telling(&self, word: &str) -> bool {
        let mut telling = self.text.entry.telling.iter();
        telling.any(|beginning| match beginning.len() {
            // A short one begins many other words.
            ..=3 => word == *beginning,
            _ => word.starts_with(beginning),
        })
    }

    /// A day of its own for what the employer still has to see to, and for the two days that matter most of what others
    /// have to.
    fn deadline(&self, deadline: &Deadline, today: NaiveDate) -> Option<Event> {
        let t = &self.text.entry;
        let (id, what) = match deadline.milestone {
            Milestone::PlanReminder => ("minne", t.reminder),
            Milestone::FollowUpPlan => ("plan", t.plan_due),
            Milestone::Meeting1 => ("frist", t.meeting_due),
            Milestone::PlanToNav => ("sende", t.plan_to_nav),
            Milestone::ActivityRequirement => ("dag-1", t.eight_weeks),
            Milestone::Meeting2 => ("dag-2", t.half_year),
            Milestone::MeetingNeed | Milestone::NavCandidate | Milestone::BenefitEnd => {
                return None;
            }
        };
        let (last, what) = match deadline.status {
            DeadlineStatus::DueIn(_)
            | DeadlineStatus::DueToday
            | DeadlineStatus::Overdue(_)
            | DeadlineStatus::PastCareful { .. } => (deadline.due_by()?, what),
            DeadlineStatus::Exempt { review } => (review, t.review),
            DeadlineStatus::Ahead(_) | DeadlineStatus::Today => (deadline.when.date(), what),
            DeadlineStatus::Done { .. }
            | DeadlineStatus::NoAlarm
            | DeadlineStatus::AwaitsNav
            | DeadlineStatus::OpenFor(_)
            | DeadlineStatus::Passed(_)
            | DeadlineStatus::NotReached => return None,
        };
        let day = day_to_act(deadline, last, today);
        let title = self.title(what);
        let mut event = self.event(id, &title);
        event
            .starts(day)
            .ends(days_after(day, 1))
            .append_property(Property::new("TRANSP", "TRANSPARENT"));
        if day != last {
            event.description(&(t.last_day)(&self.text.calendar.with_week(last)));
        }
        if day > today {
            let before = day.pred_opt().map_or(day, last_working_day_on_or_before);
            let before = (day - before) - TimeDelta::hours(HOUR_OF_ALARM);
            event.alarm(self.alarm(id, &title, before));
        }
        Some(event)
    }

    fn title(&self, what: &str) -> String {
        let t = &self.text.entry;
        let title = (t.title)(what, self.meeting.code.as_str());
        match self.meeting.kind {
            MeetingKind::Practice => (t.practice)(&title),
            MeetingKind::Real => title,
        }
    }

    /// What is known by the same id is replaced when the file is opened again: by when the meeting was made, which never
    /// changes, and a higher number for each second since.
    fn event(&self, id: &str, title: &str) -> Event {
        let since = (self.now - self.meeting.created).num_seconds();
        let mut event = Event::with_uid(&self.uid(id));
        event
            .timestamp(self.now)
            .sequence(u32::try_from(since.max(0)).unwrap_or(0))
            .summary(title)
            .class(Class::Private);
        event
    }

    /// Id and time are given, for what has none gets the time of the machine and a number by chance.
    fn alarm(&self, id: &str, title: &str, before: TimeDelta) -> Alarm {
        let mut alarm = Alarm::display(title, Trigger::before_start(before));
        alarm.uid(&self.uid(&format!("{id}-varsel")));
        alarm.timestamp(self.now);
        alarm
    }

    fn uid(&self, id: &str) -> String {
        format!("{:x}-{id}", self.meeting.created.timestamp_millis())
    }
}

/// The day on which somebody at work can do what has to be done by `last`: the one to plan for, else a working day.
fn day_to_act(deadline: &Deadline, last: NaiveDate, today: NaiveDate) -> NaiveDate {
    let exempt = matches!(deadline.status, DeadlineStatus::Exempt { .. });
    let planned = deadline.plan_for(today).filter(|_| !exempt);
    planned.unwrap_or_else(|| last_working_day_on_or_before(last))
}

/// The words of a text in small letters.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// A text of the user's as a calendar can hold it: one line without control characters, and not too long. The writer of
/// the file passes some of those through, and a reader would take what follows for a line of its own.
fn tidy(text: &str) -> String {
    let line = clean_line(text);
    line.trim().chars().take(LONGEST_PLACE).collect()
}
