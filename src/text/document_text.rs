//! What the documents say: their sentences, and the words beside the text of every one of them.
//!
//! A målform is one value of [`DocumentText`], and a document has nothing else to write with: a sentence that is missing in
//! one of them does not compile.

#![expect(
    missing_docs,
    reason = "each sentence is best read where it stands, in the catalogue"
)]

use chrono::NaiveTime;

use crate::meeting::{
    Addressee, Answer, Channel, Contents, DocumentKind, Manner, MeetingMode, Participant,
    ParticipantId, Party, PlanField, ReferatCopy, Role, Said, Side, Verdict,
};

use super::date;

/// Everything the documents can say, in one målform. The screens of a program in the same language use its words too.
pub struct DocumentText {
    pub page: PageText,
    pub calendar: &'static date::Calendar,
    pub role: fn(Role) -> &'static str,
    pub side: fn(Side) -> &'static str,
    pub mode: fn(MeetingMode) -> &'static str,
    pub manner: fn(Manner) -> &'static str,
    pub copy: fn(ReferatCopy) -> &'static str,
    pub answer: fn(Answer) -> &'static str,
    pub verdict: fn(Verdict) -> &'static str,
    pub of_agenda: fn(words: &str) -> Option<&'static str>,
    pub workplace: &'static str,
    pub place: &'static str,
    pub video_link: &'static str,
    pub mode_label: &'static str,
    pub minutes: fn(u32) -> String,
    pub referat: ReferatText,
    pub invitation: InvitationText,
    pub questions: QuestionsText,
    pub plan: PlanFieldsText,
    pub plan_document: PlanDocumentText,
    pub confirmation: ConfirmationText,
    pub sending: SentText,
    pub entry: EntryText,
}

impl DocumentText {
    /// From when to when: "08:30–08:50", "fra 10:05", "til 10:30"; nothing for somebody who was there all the time.
    pub fn presence(&self, from: Option<NaiveTime>, to: Option<NaiveTime>) -> Option<String> {
        match (from.map(date::time), to.map(date::time)) {
            (Some(from), Some(to)) => Some(format!("{from}–{to}")),
            (Some(from), None) => Some((self.referat.from)(&from)),
            (None, Some(to)) => Some((self.referat.to)(&to)),
            (None, None) => None,
        }
    }

    /// A title, a question or the name of a measure as documents print it: those of the built-in agenda in this målform, all
    /// others as somebody has written them.
    pub fn printed<'a>(&self, words: &'a str) -> &'a str {
        (self.of_agenda)(words).unwrap_or(words)
    }

    /// How a participant takes part, where that is not how a meeting of this mode is held.
    pub fn manner_apart(&self, participant: &Participant, mode: MeetingMode) -> Option<String> {
        let manner = participant.manner_apart(mode)?;
        Some((self.manner)(manner).to_owned())
    }

    /// How a participant is called: by name, or by role where there is none.
    pub fn called(&self, participant: &Participant) -> String {
        match participant.name.trim() {
            "" => (self.role)(participant.role).to_owned(),
            name => name.to_owned(),
        }
    }

    /// How the participant with this id is called; nothing where there is none.
    pub fn who(&self, id: ParticipantId, meeting: &Contents) -> String {
        let participant = meeting.participant(id);
        participant.map_or_else(String::new, |p| self.called(p))
    }

    /// How somebody the documents go to is called: with their role, which tells why they get what they get.
    pub fn addressee(&self, to: Addressee, meeting: &Contents) -> String {
        let t = &self.sending;
        match to {
            Addressee::Participant(id) => match meeting.participant(id) {
                Some(p) => self.with_role(&self.called(p), p.role),
                None => t.gone.to_owned(),
            },
            Addressee::Doctor => t.doctor.to_owned(),
            Addressee::Nav => t.nav.to_owned(),
        }
    }

    fn with_role(&self, name: &str, role: Role) -> String {
        let word = (self.role)(role);
        match role {
            _ if name == word => name.to_owned(),
            Role::OccupationalHealth | Role::Nav => format!("{name} ({word})"),
            Role::Employee
            | Role::Employer
            | Role::Sykmelder
            | Role::UnionRepresentative
            | Role::SafetyRepresentative
            | Role::Interpreter
            | Role::Other => format!("{name} ({})", word.to_lowercase()),
        }
    }
}

/// What stands on the pages of a document beside its text.
pub struct PageText {
    pub language: &'static str,
    pub number: [&'static str; 2],
}

/// The referat, in both its editions, and what other documents say in the same words.
pub struct ReferatText {
    pub title: &'static str,
    pub archive_title: &'static str,
    pub practice: &'static str,
    pub version: fn(number: usize, state: &str) -> String,
    pub replaces: fn(number: usize, approved: &str, reason: &str) -> String,
    pub versions: &'static str,
    pub versions_head: [&'static str; 3],
    pub valid_now: &'static str,
    pub case: &'static str,
    pub state: &'static str,
    pub employee: &'static str,
    pub leader: &'static str,
    pub held: &'static str,
    pub when: fn(date: &str, from: &str, to: &str, minutes: i64) -> String,
    pub when_two_days: fn(from: &str, to: &str) -> String,
    pub planned_for: fn(&str) -> String,
    pub not_held: &'static str,
    pub going_on: &'static str,
    pub about_privacy: &'static str,
    pub conclusion: &'static str,
    pub situation: &'static str,
    pub nothing_noted: &'static str,
    pub goal: &'static str,
    pub steps_head: [&'static str; 3],
    pub unclear: fn(&str) -> String,
    pub actions: &'static str,
    pub actions_head: [&'static str; 4],
    pub your_task: &'static str,
    pub task_of: fn(Party) -> &'static str,
    pub other_tasks: &'static str,
    pub no_actions: &'static str,
    pub no_due: &'static str,
    pub no_owner: &'static str,
    pub participants: &'static str,
    pub participants_head: [&'static str; 5],
    pub both: &'static str,
    pub not_called: &'static str,
    pub absence: &'static str,
    pub absence_from: fn(day: &str) -> String,
    pub absence_graded: fn(day: &str, percent: u8) -> String,
    pub invitation: &'static str,
    pub invitation_sent: fn(day: &str) -> String,
    pub deadline: &'static str,
    pub in_time: fn(day: &str) -> String,
    pub late: fn(day: &str, days: u32) -> String,
    pub wanted_by: fn(who: &str) -> String,
    pub plan: &'static str,
    pub plan_made: fn(day: &str) -> String,
    pub plan_sent: fn(day: &str) -> String,
    pub plan_sent_at_once: &'static str,
    pub questions_asked: &'static str,
    pub attended: &'static str,
    pub absent: &'static str,
    pub from: fn(&str) -> String,
    pub to: fn(&str) -> String,
    pub not_relevant: &'static str,
    pub not_reached: &'static str,
    pub measures: &'static str,
    pub measures_used: &'static str,
    pub measures_head: [&'static str; 3],
    pub agreement: &'static str,
    pub answer_line: fn(who: &str, answer: &str) -> String,
    pub read_back_at: fn(&str) -> String,
    pub read_back_later: fn(day: &str, at: &str) -> String,
    pub next: &'static str,
    pub next_on: fn(&str) -> String,
    pub next_missing: &'static str,
    pub copies: &'static str,
    pub copies_to: fn(&str) -> String,
    pub copy_waits: &'static str,
    pub copies_nobody: &'static str,
    pub late_because: fn(why: &str) -> String,
    pub and: &'static str,
    pub send_by: fn(&str) -> String,
    pub not_to_nav: &'static str,
    pub plan_to_nav: &'static str,
    pub plan_to_nav_when: &'static str,
    pub approved: fn(&str) -> String,
    pub not_approved: &'static str,
}

/// The updated oppfølgingsplan, around the fields of the form.
pub struct PlanDocumentText {
    pub title: &'static str,
    pub state: &'static str,
    pub meeting: &'static str,
    pub about_privacy: &'static str,
    pub since: fn(version: usize, approved: &str) -> String,
    pub same: &'static str,
    pub since_head: [&'static str; 2],
    pub new: &'static str,
    pub changed: &'static str,
    pub gone: &'static str,
    pub was: fn(now: &str, before: &str) -> String,
    pub no_day: &'static str,
    pub before: &'static str,
    pub tasks: &'static str,
    pub adaptation: &'static str,
    pub agreed_too: &'static str,
    pub nav_help: &'static str,
    pub contact: &'static str,
    pub contact_name: &'static str,
    pub receivers: &'static str,
    pub empty: &'static str,
}

/// The confirmation that a sykmelder took part.
pub struct ConfirmationText {
    pub title: &'static str,
    pub intro: &'static str,
    pub who: &'static str,
    pub day: &'static str,
    pub time: &'static str,
    pub from_to: fn(from: &str, to: &str, minutes: i64) -> String,
    pub how: &'static str,
    pub to_fill_in: &'static str,
    pub wished: &'static str,
    pub participants: &'static str,
    pub signed_by: fn(leader: &str) -> String,
    pub signature: &'static str,
}

/// The fields of the oppfølgingsplan, under the names of the form on nav.no, and what is drafted for them.
pub struct PlanFieldsText {
    pub label: fn(PlanField) -> &'static str,
    pub said: fn(Said) -> &'static str,
    pub goal: fn(goal: &str) -> String,
    pub works: fn(work: u8, sick_leave: u8, from: &str) -> String,
    pub task: fn(what: &str, who: &str, due: &str) -> String,
    pub measure: fn(title: &str, remark: Option<&str>) -> String,
}

/// Who got which documents, when and how.
pub struct SentText {
    pub document: fn(DocumentKind) -> &'static str,
    pub doctor: &'static str,
    pub nav: &'static str,
    pub gone: &'static str,
    pub trail: &'static str,
    pub trail_head: [&'static str; 5],
    pub no_trail: &'static str,
    pub no_day: &'static str,
    pub channel: fn(Channel) -> &'static str,
    pub no_action: fn(Party) -> &'static str,
}

/// The invitation.
pub struct InvitationText {
    pub title: &'static str,
    pub intro: &'static str,
    pub when: &'static str,
    pub from_to: fn(from: &str, to: &str, minutes: u32) -> String,
    pub no_time: fn(minutes: u32) -> String,
    pub no_date: &'static str,
    pub no_place: fn(MeetingMode) -> &'static str,
    pub no_leader: &'static str,
    pub no_name: &'static str,
    pub mode_title: &'static str,
    pub called: &'static str,
    pub not_asked: &'static str,
    pub called_line: fn(name: &str, apart: &str) -> String,
    pub purpose_title: &'static str,
    pub purpose: &'static str,
    pub phases: &'static str,
    pub phases_head: [&'static str; 3],
    pub before: &'static str,
    pub to_do: [&'static str; 3],
    pub others_title: &'static str,
    pub others: &'static str,
    pub tell: fn(leader: &str) -> String,
    pub privacy_title: &'static str,
    pub privacy: &'static str,
    pub regards: &'static str,
}

/// The page of questions that the employee gets beforehand.
pub struct QuestionsText {
    pub title: &'static str,
    pub hello: fn(name: Option<&str>) -> String,
    pub intro: fn(when: &str) -> String,
    pub at: fn(date: &str, time: &str) -> String,
    pub free: &'static str,
    pub questions: &'static str,
    pub own_title: &'static str,
    pub own: &'static str,
    pub room: [&'static str; 3],
    pub others: &'static str,
}

/// What stands in the calendar: for everybody who sees it, so that nothing in it tells what it is about.
pub struct EntryText {
    pub product: &'static str,
    pub meeting: &'static str,
    pub reminder: &'static str,
    pub plan_due: &'static str,
    pub meeting_due: &'static str,
    pub plan_to_nav: &'static str,
    pub eight_weeks: &'static str,
    pub half_year: &'static str,
    pub review: &'static str,
    pub last_day: fn(day: &str) -> String,
    pub title: fn(what: &str, code: &str) -> String,
    pub practice: fn(title: &str) -> String,
    /// What tells an onlooker what a meeting is about, in small letters: words of three letters, beginnings of others.
    pub telling: &'static [&'static str],
}
