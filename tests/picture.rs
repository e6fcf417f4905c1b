//! The pictures of the README are drawn from the real screens, cell by cell.

use chrono::{FixedOffset, TimeDelta};
use dialogmote::{
    app::{
        App, Setting,
        input::{Access, Input, Opened, Source},
        practice::Rehearsal,
    },
    archive::agenda_file,
    meeting::{
        Kind, Meeting, Timestamp,
        agenda::{ItemIndex, PhaseIndex},
        event::{Edit, Event, TextPlace},
        participant::{ParticipantId, Role, Span},
        written::Written,
        zone::Zone,
    },
    text::{due, nb::NB},
    ui::theme::Theme,
};
use ratatui::{
    Terminal,
    backend::TestBackend,
    buffer::Buffer,
    layout::Size,
    style::{Color, Modifier},
};

use crate::golden;

const CELL: (f64, f64) = (8.4, 18.0);
const SIZE: Size = Size::new(120, 36);

/// A meeting in the middle of its second phase, with invented people.
fn meeting(now: Timestamp, zone: Zone) -> Meeting {
    let start = now - TimeDelta::minutes(9);
    let agenda = agenda_file::built_in().unwrap();
    let mut meeting = Meeting::new("26-014".parse().unwrap(), Kind::Real, agenda, start).unwrap();
    let at = |minute| start + TimeDelta::minutes(minute);
    let mut event = |event, minute| meeting.handle(event, at(minute)).unwrap();
    let mut edit = |edit| event(Event::Edit(edit), 0);
    let name = |id, name: &str| Edit::Text(TextPlace::Name(ParticipantId(id)), name.to_owned());
    edit(name(1, "Ola Nilsen"));
    edit(name(2, "Kari Lund"));
    edit(Edit::AddParticipant(Role::Sykmelder));
    edit(name(3, "Ida Moe"));
    let leaves = zone.local(at(30)).time();
    let span = Span {
        from: None,
        to: Some(leaves),
    };
    edit(Edit::Span(
        ParticipantId(3),
        Written::understood("til 10.30", span),
    ));
    for (number, (what, owner, by)) in [
        ("bestille hev/senk-pult", 2, "10.12"),
        ("prøve 40 %, formiddag, uke 50–51", 1, "7.12"),
    ]
    .into_iter()
    .enumerate()
    {
        let id = dialogmote::meeting::action_item::ActionId(u32::try_from(number + 1).unwrap());
        edit(Edit::AddAction);
        edit(Edit::Text(TextPlace::What(id), what.to_owned()));
        edit(Edit::ToggleOwner(id, ParticipantId(owner)));
        let value = due::parse(by, zone.date(now)).unwrap();
        edit(Edit::Due(id, Written::understood(by, value)));
    }
    let note = ItemIndex {
        phase: PhaseIndex(1),
        item: 0,
    };
    edit(Edit::Text(
        TextPlace::Note(note),
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

fn screen() -> (Buffer, Option<(u16, u16)>) {
    let zone = Zone::new(|_| FixedOffset::east_opt(3600).unwrap());
    let now: Timestamp = "2026-12-03T09:09:20Z".parse().unwrap();
    let setting = Setting {
        zone,
        theme: Theme::colour(),
        size: SIZE,
    };
    let mut app = App::new(&NB, setting);
    let opened = Opened {
        meeting: meeting(now, zone),
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
    let mut terminal = Terminal::new(TestBackend::new(SIZE.width, SIZE.height)).unwrap();
    terminal.draw(|frame| app.view(frame, now)).unwrap();
    let position = terminal.get_cursor_position().unwrap();
    let buffer = terminal.backend().buffer().clone();
    (buffer, Some((position.x, position.y)))
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
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.0} {:.0}\" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"14\">\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#1b1f27\"/>\n",
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
            let fill = colour(cell.fg);
            let (opacity, part) = match cell.symbol() {
                " " if !cell.modifier.contains(Modifier::REVERSED) => continue,
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
    let (buffer, cursor) = screen();
    golden::check("assets/skjerm-mote.svg", &svg(&buffer, cursor));
}
