//! From the tables of a file to the meeting it holds. Every text passes the gate for text from outside.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    FORMAT_KEY, Saved, agenda,
    fields::{take, take_one},
    former, place, reference,
    scalar::to_instant,
    section::{Section, number},
};
use crate::{
    meeting::{
        Accepted, ActionId, ActionItem, Addressee, Agenda, Arrangement, BrokenTimeline, CaseCode,
        Contents, ExemptionDraft, FollowUpPlan, Goal, Happened, Language, Mark, Meeting,
        MeetingField, MeetingKind, NoAction, Parsed, Participant, ParticipantId, Period, PeriodId,
        Plan, Preparation, Record, Replaced, Review, Sending, Step, StepId, Template, Timeline,
        Timestamp, Wishes,
    },
    text::{Contradiction, Fault},
};

/// The meeting, and when and as which it was saved. `texts` has the texts of its agenda, of a file that has them apart.
///
/// # Errors
/// What is not understood, missing, or cannot be together in one meeting.
pub(super) fn meeting(
    file: &Section,
    texts: impl FnOnce(&Section) -> Result<Arc<Template>, Fault>,
) -> Result<(Meeting, Saved), Fault> {
    let Head {
        format,
        code,
        kind,
        created,
        saved,
    } = head(file)?;
    let arrangement = file.needed_table("mote", one::<Arrangement>)?;
    let periods = numbered(file, "fravar", |it: &mut Period, id| it.id = PeriodId(id))?;
    let (preparation, origins) = file.table("forberedelse", preparation)?;
    let participants = numbered(file, "deltaker", |it: &mut Participant, id| {
        it.id = ParticipantId(id);
    })?;
    let actions = numbered(file, "oppgave", |it: &mut ActionItem, id| {
        it.id = ActionId(id);
    })?;
    let goal = file.table("mal", goal)?;
    let plan = file.table("plan", one::<FollowUpPlan>)?;
    let replaced = file.tables("utgave", version)?;
    let sendings = sendings(file)?;
    let agenda = if format <= super::AGENDA_AMONG_THE_REST {
        former::agenda(file, &origins)?
    } else {
        agenda::take_all(file, &origins, texts(file)?)?
    };
    let kept = file.tables("beholdt", |section| accepted(section, &agenda))?;
    let marks = file.tables("hendelse", |section| mark(section, &agenda))?;
    let timeline = Timeline::from_marks(marks).map_err(|broken| match broken {
        BrokenTimeline::GoesBack(number) | BrokenTimeline::OutOfOrder(number) => {
            Fault::Contradiction(Contradiction::Event(number + 1))
        }
    })?;
    let mut contents = Contents {
        code,
        kind,
        language: Language::default(),
        created,
        arrangement,
        preparation: Preparation {
            periods,
            ..preparation
        },
        participants,
        actions,
        goal,
        follow_up: Parsed::empty(),
        no_action: NoAction::default(),
        plan,
        accepted: kept,
        replaced,
        sendings,
        read_back: None,
        review: Review::NotBegun,
        agenda,
        kladd: String::new(),
        timeline,
    };
    take_one(file, &mut contents, MeetingField::Language)?;
    file.table("avslutning", |section| end(section, &mut contents))?;
    file.table("kladd", |section| {
        take_one(section, &mut contents, MeetingField::Kladd)
    })?;
    file.table(super::END_MARK, |_| Ok(()))?;
    file.end()?;
    let meeting = Meeting::try_from(contents).map_err(Contradiction::Whole);
    Ok((meeting.map_err(Fault::Contradiction)?, saved))
}

/// What stands before the first table of a file: all that is asked of many files at once.
#[derive(Debug)]
pub struct Head {
    format: i64,
    /// What the meeting is called on the outside.
    pub code: CaseCode,
    kind: MeetingKind,
    created: Timestamp,
    /// When and as which state it was saved.
    pub saved: Saved,
}

/// # Errors
/// Where something is not understood or missing.
pub(super) fn head(file: &Section) -> Result<Head, Fault> {
    let format = file.number(FORMAT_KEY)?;
    let code = file.needed_line("sakskode")?;
    let kind = file.word("slag")?;
    let created = file.moment("opprettet", to_instant)?;
    let at = file.moment("lagret", to_instant)?;
    let number = file.number("lagring")?;
    Ok(Head {
        format: file.needed(FORMAT_KEY, format)?,
        code: code.parse().map_err(|_| file.wrong("sakskode"))?,
        kind: file.needed("slag", kind)?,
        created: file.needed("opprettet", created)?,
        saved: Saved {
            at: file.needed("lagret", at)?,
            number: file.needed("lagring", number)?,
        },
    })
}

/// A record of which nothing but its fields stands in the file.
fn one<R: Record + Default>(section: &Section) -> Result<R, Fault> {
    let mut record = R::default();
    take(section, &mut record)?;
    Ok(record)
}

/// Records that stand under one key, each with a number by which `name` names it.
fn numbered<R: Record + Default>(
    file: &Section,
    key: &'static str,
    name: impl Fn(&mut R, u32),
) -> Result<Vec<R>, Fault> {
    file.tables(key, |section| {
        let mut record = one(section)?;
        name(&mut record, section.own_number()?);
        Ok(record)
    })
}

/// With the numbers the items had in the agenda.
fn preparation(section: &Section) -> Result<(Preparation, Vec<Vec<usize>>), Fault> {
    let preparation = Preparation {
        wanted: one::<Wishes>(section)?,
        exemption: one::<ExemptionDraft>(section)?,
        plan: one::<Plan>(section)?,
        ..one(section)?
    };
    let origins = section.list("opprinnelig_rekkefolge", |numbers| {
        let numbers = numbers.as_array()?.iter();
        numbers.map(|one| number(one.get_ref())).collect()
    })?;
    Ok((preparation, origins))
}

fn goal(section: &Section) -> Result<Goal, Fault> {
    Ok(Goal {
        steps: numbered(section, "trinn", |it: &mut Step, id| it.id = StepId(id))?,
        ..one(section)?
    })
}

fn end(section: &Section, contents: &mut Contents) -> Result<(), Fault> {
    take_one(section, contents, MeetingField::FollowUp)?;
    take(section, &mut contents.no_action)?;
    contents.read_back = section.moment("opplest", to_instant)?;
    let begun = section.some_line("gjennomgang")?;
    contents.review = match (section.moment("godkjent", to_instant)?, begun.as_deref()) {
        (Some(at), None | Some("begynt")) => Review::Approved(at),
        (None, Some("begynt")) => Review::Begun,
        (None, None) => Review::NotBegun,
        (_, _) => return Err(section.wrong("gjennomgang")),
    };
    Ok(())
}

fn accepted(section: &Section, agenda: &Agenda) -> Result<Accepted, Fault> {
    let place = section.needed_line("sted")?;
    let place = place::from(agenda, &place);
    let unknown = Contradiction::AcceptedPlace(section.place);
    let words = section.needed_text("ord")?;
    let reason = section.needed_line("grunn")?;
    Ok(Accepted {
        place: place.ok_or(Fault::Contradiction(unknown))?,
        words,
        reason,
    })
}

fn version(section: &Section) -> Result<Replaced, Fault> {
    let approved = section.moment("godkjent", to_instant)?;
    Ok(Replaced {
        approved: section.needed("godkjent", approved)?,
        reason: section.needed_line("grunn")?,
        plan: section.table("plan", one::<FollowUpPlan>)?,
        sendings: sendings(section)?,
    })
}

fn sendings(section: &Section) -> Result<BTreeMap<Addressee, Sending>, Fault> {
    let all = section.tables("sendt", |section| {
        let to = section.raw("til")?;
        let to = match to.as_str() {
            Some(super::TO_DOCTOR) => Some(Addressee::Doctor),
            Some(super::TO_NAV) => Some(Addressee::Nav),
            Some(_) => None,
            None => number(to).map(|id| Addressee::Participant(ParticipantId(id))),
        };
        let to = to.ok_or_else(|| section.wrong("til"))?;
        Ok((to, one::<Sending>(section)?))
    })?;
    Ok(all.into_iter().collect())
}

fn mark(section: &Section, agenda: &Agenda) -> Result<Mark, Fault> {
    let at = section.moment("kl", to_instant)?;
    let at = section.needed("kl", at)?;
    let word = section.needed_line("hva")?;
    let item = section.some_line("punkt")?;
    let unknown = Fault::Contradiction(Contradiction::EventItem(section.place));
    let what = match (word.as_str(), item) {
        ("punkt", item) => {
            let item = item.and_then(|item| reference::from(agenda, &item));
            Happened::Entered(item.ok_or(unknown)?)
        }
        ("pause" | "fortsatte" | "slutt", Some(_)) => return Err(unknown),
        ("pause", None) => Happened::Paused,
        ("fortsatte", None) => Happened::Resumed,
        ("slutt", None) => Happened::Ended,
        (_, _) => return Err(section.wrong("hva")),
    };
    Ok(Mark { at, what })
}
