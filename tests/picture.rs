//! The pictures of the README are drawn from the real screens, cell by cell.

use std::collections::BTreeSet;

use chrono::{FixedOffset, TimeDelta};
use crossterm::event::KeyCode;
use dialogmote::{
    app::{
        App, Setting,
        input::{Access, Input, Opened, Source},
        practice::Rehearsal,
    },
    archive::{Own, agenda_file, guard_file},
    meeting::{
        ActionField, ActionId, ArrangementField, Asking, Check, EarlierPlanField, Edit, Event,
        Field, ItemField, ItemIndex, Meeting, MeetingKind, New, Parsed, ParticipantField,
        ParticipantId, Party, PeriodField, PeriodId, PhaseIndex, PreparationField, Presence,
        QuestionField, QuestionId, Role, Timestamp, Wish, Zone,
    },
    text::{NB, due},
    ui::{Key, Theme},
};
use ratatui::{
    Terminal,
    backend::TestBackend,
    buffer::Buffer,
    layout::Size,
    style::{Color, Modifier},
};

use crate::golden;

const BACKGROUND: &str = "#1b1f27";
const CELL: (f64, f64) = (8.4, 18.0);
const WIDE: Size = Size::new(120, 36);
const NORMAL: Size = Size::new(80, 24);

/// A meeting in the middle of its second phase, with invented people.
fn meeting(now: Timestamp, zone: Zone) -> Meeting {
    let start = now - TimeDelta::minutes(9);
    let agenda = agenda_file::built_in().unwrap();
    let mut meeting =
        Meeting::new("26-014".parse().unwrap(), MeetingKind::Real, agenda, start).unwrap();
    let at = |minute| start + TimeDelta::minutes(minute);
    let mut event = |event, minute| meeting.handle(event, at(minute)).unwrap();
    let mut edit = |edit| event(Event::Edit(edit), 0);
    let name = |id, name: &str| {
        Edit::set(
            ParticipantField::Name.of(ParticipantId(id)),
            name.to_owned(),
        )
    };
    edit(name(1, "Ola Nilsen"));
    edit(name(2, "Kari Lund"));
    edit(Edit::Add(New::Participant(Role::Sykmelder)));
    edit(name(3, "Ida Moe"));
    let leaves = zone.local(at(30)).time();
    let span = Presence {
        from: None,
        to: Some(leaves),
    };
    edit(Edit::set(
        ParticipantField::Presence.of(ParticipantId(3)),
        Parsed::understood("til 10.30", span),
    ));
    for (number, (what, owner, by)) in [
        ("bestille hev/senk-pult", 2, "10.12"),
        ("prøve 40 %, formiddag, uke 50–51", 1, "7.12"),
    ]
    .into_iter()
    .enumerate()
    {
        let id = ActionId(u32::try_from(number + 1).unwrap());
        edit(Edit::Add(New::Action));
        edit(Edit::set(ActionField::What.of(id), what.to_owned()));
        edit(Edit::set(
            ActionField::Owners.of(id),
            vec![ParticipantId(owner)],
        ));
        let value = due::parse(by, zone.date(now)).unwrap();
        edit(Edit::set(
            ActionField::Due.of(id),
            Parsed::understood(by, value),
        ));
    }
    let note = ItemIndex {
        phase: PhaseIndex(1),
        item: 0,
    };
    edit(Edit::set(
        ItemField::Note.of(note),
        "Klarer rolige oppgaver ved skjerm i 2–3 timer før pause.\n\
         Hjemmekontor to dager i uka har virket godt.\n\
         Støy i åpent landskap er det som stopper mest.\n\
         Vil gjerne prøve 40 % fra uke 50, helst formiddag."
            .to_owned(),
    ));
    event(Event::Begin, 0);
    for _ in 0..5 {
        event(Event::Next, 5);
    }
    meeting
}

/// A meeting that is being prepared, with the questions shown.
fn in_preparation(now: Timestamp, zone: Zone) -> Meeting {
    let agenda = agenda_file::built_in().unwrap();
    let mut meeting =
        Meeting::new("26-014".parse().unwrap(), MeetingKind::Real, agenda, now).unwrap();
    let mut edit = |edit| meeting.handle(Event::Edit(edit), now).unwrap();
    let name = |id, name: &str| {
        Edit::set(
            ParticipantField::Name.of(ParticipantId(id)),
            name.to_owned(),
        )
    };
    edit(name(1, "Ola Nilsen"));
    edit(name(2, "Kari Lund"));
    for (id, role, who) in [
        (3, Role::Sykmelder, "Ida Moe"),
        (4, Role::SafetyRepresentative, "Per Dal"),
    ] {
        let id = ParticipantId(id);
        edit(Edit::Add(New::Participant(role)));
        edit(name(id.0, who));
        edit(Edit::set(
            ParticipantField::wished_by(Party::Employee).of(id),
            Wish::Yes,
        ));
    }
    let leaves = zone.local("2026-12-03T09:30:00Z".parse().unwrap()).time();
    let span = Presence {
        from: None,
        to: Some(leaves),
    };
    let span = Parsed::understood("til 10.30", span);
    edit(Edit::set(
        ParticipantField::Presence.of(ParticipantId(3)),
        span,
    ));
    let today = zone.date(now);
    for (place, typed) in [
        (Field::Period(PeriodId(1), PeriodField::From), "19.10"),
        (Field::EarlierPlan(EarlierPlanField::Made), "12.11"),
        (Field::EarlierPlan(EarlierPlanField::Sent), "13.11"),
        (Field::Preparation(PreparationField::Invited), "23.11"),
        (Field::Arrangement(ArrangementField::Date), "3.12"),
    ] {
        let day = due::parse_near_date(typed, today).unwrap();
        edit(Edit::set(place, Parsed::understood(typed, day)));
    }
    let time = chrono::NaiveTime::from_hms_opt(10, 0, 0).unwrap();
    edit(Edit::set(
        ArrangementField::Time,
        Parsed::understood("10", time),
    ));
    edit(Edit::set(ArrangementField::Place, "møterom 2".to_owned()));
    edit(Edit::set(
        PreparationField::Ready,
        BTreeSet::from([Check::PlanRead]),
    ));
    let phase = PhaseIndex(2);
    edit(Edit::Add(New::Question(phase)));
    edit(Edit::set(
        QuestionField::Own.of(QuestionId(7)),
        "Hva skal til for å prøve 40 % fra uke 50?".to_owned(),
    ));
    for id in [1, 2, 5] {
        edit(Edit::set(
            QuestionField::Asking.of(QuestionId(id)),
            Asking::Chosen,
        ));
    }
    meeting
}

/// The meeting when it is over, with something in its notes that does not belong there.
fn in_review(now: Timestamp, zone: Zone) -> Meeting {
    let mut meeting = meeting(now - TimeDelta::minutes(40), zone);
    let mut event = |event| meeting.handle(event, now).unwrap();
    let note = |phase, item, text: &str| {
        let item = ItemIndex {
            phase: PhaseIndex(phase),
            item,
        };
        Event::Edit(Edit::set(ItemField::Note.of(item), text.to_owned()))
    };
    event(note(
        1,
        0,
        "Klarer rolige oppgaver ved skjerm i 2–3 timer før pause.\n\
         Sover dårlig og tar medisin om kvelden.\n\
         Vil gjerne prøve 40 % fra uke 50, helst formiddag.",
    ));
    event(note(2, 0, "Stille sone og hev/senk-pult."));
    event(note(3, 0, "Ola prøver 40 % i uke 50 og 51, formiddag."));
    event(Event::Edit(Edit::Add(New::Action)));
    let action = ActionId(3);
    let what = "flytte plassen til stille sone".to_owned();
    event(Event::Edit(Edit::set(ActionField::What.of(action), what)));
    let owner = ParticipantId(2);
    event(Event::Edit(Edit::set(
        ActionField::Owners.of(action),
        vec![owner],
    )));
    while meeting.next_item().is_some() {
        meeting.handle(Event::Next, now).unwrap();
    }
    for event in [Event::MarkReadBack, Event::End] {
        meeting.handle(event, now).unwrap();
    }
    meeting
}

/// What the program shows of a meeting after these keys.
fn screen(
    meeting: Meeting,
    now: Timestamp,
    size: Size,
    keys: &[Key],
) -> (Buffer, Option<(u16, u16)>) {
    let setting = Setting {
        zone: oslo(),
        theme: Theme::colour(),
        size,
    };
    let mut app = App::new(&NB, setting, Vec::new());
    let opened = Opened {
        meeting,
        number: 1,
        saved: Some(now),
        rehearsal: Rehearsal::default(),
        speed: 1,
        source: Source::File,
        file: "referat.toml".into(),
        warning: None,
        outside: None,
        elsewhere: None,
        access: Access::Full,
    };
    app.handle(Input::Opened(Ok(Box::new(opened))), now);
    let guard = guard_file::guard(&Own::default()).unwrap();
    app.handle(Input::Guard(Ok(Box::new(guard))), now);
    for key in keys {
        app.handle(Input::Key(*key), now);
    }
    let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).unwrap();
    terminal.draw(|frame| app.view(frame, now)).unwrap();
    let cursor = terminal.backend().cursor_visible();
    let position = terminal.get_cursor_position().unwrap();
    let buffer = terminal.backend().buffer().clone();
    (buffer, cursor.then_some((position.x, position.y)))
}

fn oslo() -> Zone {
    Zone::new(|_| FixedOffset::east_opt(3600).unwrap())
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the theme uses five colours"
)]
fn colour(colour: Color) -> &'static str {
    match colour {
        Color::DarkGray => "#8a8f98",
        Color::Cyan => "#5fb3b3",
        Color::Green => "#99c794",
        Color::Yellow => "#fac863",
        Color::Red => "#ec5f67",
        _ => "#e4e6eb",
    }
}

/// The buffer as a picture: blocks as rectangles, all else as letters at their place.
fn svg(buffer: &Buffer, cursor: Option<(u16, u16)>) -> String {
    let (width, height) = CELL;
    let area = buffer.area;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.0} {:.0}\" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"14\">\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{BACKGROUND}\"/>\n",
        f64::from(area.width) * width + 20.0,
        f64::from(area.height) * height + 20.0
    );
    let place = |x: u16, y: u16| (f64::from(x) * width + 10.0, f64::from(y) * height + 10.0);
    if let Some((x, y)) = cursor {
        let (x, y) = place(x, y);
        svg.push_str(&format!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width}\" height=\"{height}\" fill=\"#e4e6eb\"/>\n"
        ));
    }
    for y in 0..area.height {
        for x in 0..area.width {
            let cell = &buffer[(x, y)];
            let (left, top) = place(x, y);
            let mut fill = colour(cell.fg);
            if cell.modifier.contains(Modifier::REVERSED) {
                svg.push_str(&format!(
                    "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{height}\" fill=\"{fill}\"/>\n",
                    width + 0.2
                ));
                fill = BACKGROUND;
            }
            let (opacity, part) = match cell.symbol() {
                " " => continue,
                "█" => ("1", Some((0.0, 1.0))),
                "░" => ("0.3", Some((0.0, 1.0))),
                "─" => ("0.6", Some((0.5, 0.06))),
                _ => ("1", None),
            };
            if let Some((from, share)) = part {
                svg.push_str(&format!(
                    "<rect x=\"{left:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{fill}\" opacity=\"{opacity}\"/>\n",
                    top + from * height,
                    width + 0.2,
                    share * height
                ));
                continue;
            }
            let symbol = cell
                .symbol()
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;");
            let weight = match cell.modifier.contains(Modifier::BOLD) {
                true => " font-weight=\"bold\"",
                false => "",
            };
            svg.push_str(&format!(
                "<text x=\"{left:.1}\" y=\"{:.1}\" fill=\"{fill}\"{weight}>{symbol}</text>\n",
                top + 14.0
            ));
        }
    }
    svg.push_str("</svg>\n");
    svg
}

#[test]
fn the_picture_of_the_meeting_shows_the_screen_as_it_is() {
    let now = "2026-12-03T09:09:20Z".parse().unwrap();
    let (buffer, cursor) = screen(meeting(now, oslo()), now, WIDE, &[]);
    golden::check("assets/skjerm-mote.svg", &svg(&buffer, cursor));
}

#[test]
fn the_pictures_of_the_preparation_show_the_screens_as_they_are() {
    let now = "2026-11-30T13:02:20Z".parse().unwrap();
    for (size, file) in [
        (WIDE, "assets/skjerm-forberedelse.svg"),
        (NORMAL, "assets/skjerm-forberedelse-80x24.svg"),
    ] {
        // Opened, it shows where something is left to do; one section further are the questions.
        let (buffer, cursor) = screen(in_preparation(now, oslo()), now, size, &[Key::ctrl('n')]);
        golden::check(file, &svg(&buffer, cursor));
    }
}

#[test]
fn the_picture_of_the_review_shows_the_screen_as_it_is() {
    let now = "2026-12-03T09:46:20Z".parse().unwrap();
    let unfold = [Key::plain(KeyCode::Enter)];
    let (buffer, cursor) = screen(in_review(now, oslo()), now, WIDE, &unfold);
    golden::check("assets/skjerm-gjennomgang.svg", &svg(&buffer, cursor));
}
