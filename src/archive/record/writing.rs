//! From a meeting to the tables of its file.

use std::borrow::Cow;

use super::{
    Saved, agenda,
    fields::{put, put_one},
    place, reference,
    scalar::from_instant,
    table::{Node, Table},
};
use crate::meeting::{
    Accepted, Addressee, Agenda, Contents, Happened, Mark, MeetingField, MeetingKind,
    ParticipantId, Replaced, Review, Sending, Timestamp, Word,
};

/// Everything but the number of the format, the texts of the agenda and the end mark.
pub(super) fn tables(meeting: &Contents, saved: Saved) -> Table<'_> {
    let mut file = Table::default();
    file.text("sakskode", meeting.code.as_str());
    file.put("slag", <MeetingKind as Word>::word(meeting.kind).into());
    put_one(&mut file, meeting, MeetingField::Language);
    file.put("opprettet", instant(meeting.created));
    file.put("lagret", instant(saved.at));
    let number = i64::try_from(saved.number).unwrap_or(i64::MAX);
    file.put("lagring", Node::Number(number));
    let preparation = &meeting.preparation;
    file.table(
        "mote",
        Table::with(|table| put(table, &meeting.arrangement)),
    );
    file.tables("fravar", &preparation.periods, |period| {
        Table::numbered(period.id.0, |table| put(table, period))
    });
    file.table(
        "forberedelse",
        Table::with(|table| {
            put(table, &preparation.wanted);
            put(table, &preparation.exemption);
            put(table, &preparation.plan);
            put(table, preparation);
            order(table, &meeting.agenda);
        }),
    );
    file.tables("deltaker", &meeting.participants, |participant| {
        Table::numbered(participant.id.0, |table| put(table, participant))
    });
    file.tables("oppgave", &meeting.actions, |action| {
        Table::numbered(action.id.0, |table| put(table, action))
    });
    file.table(
        "mal",
        Table::with(|table| {
            put(table, &meeting.goal);
            table.tables("trinn", &meeting.goal.steps, |step| {
                Table::numbered(step.id.0, |table| put(table, step))
            });
        }),
    );
    file.table("avslutning", Table::with(|table| end(table, meeting)));
    file.table("plan", Table::with(|table| put(table, &meeting.plan)));
    file.tables("beholdt", meeting.still_accepted(), |accepted| {
        self::accepted(accepted, &meeting.agenda)
    });
    file.tables("utgave", &meeting.replaced, version);
    file.tables("sendt", &meeting.sendings, sending);
    file.tables("hendelse", meeting.timeline.marks(), |mark| {
        self::mark(mark, &meeting.agenda)
    });
    agenda::put_state(&mut file, &meeting.agenda);
    file.table(
        "kladd",
        Table::with(|table| put_one(table, meeting, MeetingField::Kladd)),
    );
    file
}

fn instant(at: Timestamp) -> Node<'static> {
    Node::Moment(from_instant(at))
}

/// The numbers the items had in the agenda, phase by phase, where they have been moved.
fn order(table: &mut Table, agenda: &Agenda) {
    let origins = agenda.origins();
    if !origins.iter().all(|numbers| numbers.is_sorted()) {
        let numbers = |numbers: Vec<usize>| {
            let numbers = numbers.into_iter();
            Node::List(
                numbers
                    .filter_map(|n| Some(Node::Number(i64::try_from(n).ok()?)))
                    .collect(),
            )
        };
        table.list("opprinnelig_rekkefolge", origins.into_iter().map(numbers));
    }
}

fn end<'a>(table: &mut Table<'a>, meeting: &'a Contents) {
    put_one(table, meeting, MeetingField::FollowUp);
    put(table, &meeting.no_action);
    table.put_some("opplest", meeting.read_back.map(instant));
    match meeting.review {
        Review::NotBegun => {}
        Review::Begun => table.put("gjennomgang", "begynt".into()),
        Review::Approved(at) => table.put("godkjent", instant(at)),
    }
}

fn accepted<'a>(accepted: &'a Accepted, agenda: &Agenda) -> Table<'a> {
    Table::with(|table| {
        table.put("sted", Node::Text(place::to(agenda, accepted.place).into()));
        table.put("ord", Node::Text(Cow::Borrowed(&accepted.words)));
        table.put("grunn", Node::Text(Cow::Borrowed(&accepted.reason)));
    })
}

fn version(replaced: &Replaced) -> Table<'_> {
    Table::with(|table| {
        table.put("godkjent", instant(replaced.approved));
        table.put("grunn", Node::Text(Cow::Borrowed(&replaced.reason)));
        table.table("plan", Table::with(|table| put(table, &replaced.plan)));
        table.tables("sendt", &replaced.sendings, sending);
    })
}

fn sending<'a>((to, sending): (&Addressee, &'a Sending)) -> Table<'a> {
    Table::with(|table| {
        let to = match to {
            Addressee::Participant(ParticipantId(id)) => (*id).into(),
            Addressee::Doctor => super::TO_DOCTOR.into(),
            Addressee::Nav => super::TO_NAV.into(),
        };
        table.put("til", to);
        put(table, sending);
    })
}

fn mark<'a>(mark: &Mark, agenda: &Agenda) -> Table<'a> {
    Table::with(|table| {
        table.put("kl", instant(mark.at));
        let (word, item) = match mark.what {
            Happened::Entered(item) => ("punkt", Some(item)),
            Happened::Paused => ("pause", None),
            Happened::Resumed => ("fortsatte", None),
            Happened::Ended => ("slutt", None),
        };
        table.put("hva", word.into());
        let item = item.map(|item| Node::Text(reference::to(agenda, item).into()));
        table.put_some("punkt", item);
    })
}
