//! Before the meeting: where, when and how, who takes part, and the minutes of each phase.

use crate::{
    meeting::{
        event::{DayPlace, TextPlace},
        stage::Stage,
    },
    ui::{
        command::Command,
        scene::Scene,
        sheet::{Cell, Row, Width},
        slot::Slot,
    },
};

/// The sheet.
pub fn rows(scene: &Scene) -> Vec<Row> {
    let t = &scene.text.sheet;
    let mut rows = vec![
        Row::Title(t.about_meeting, String::new()),
        Row::Cells(vec![
            Cell::new(Slot::Day(DayPlace::Meeting), t.date, Width::Grow(22)),
            Cell::new(Slot::MeetingTime, t.time, Width::Fixed(8)),
            Cell::new(Slot::Form, t.form, Width::Fixed(10)),
        ]),
        Row::Cells(vec![
            Cell::new(
                Slot::Text(TextPlace::Workplace),
                t.workplace,
                Width::Grow(24),
            ),
            Cell::new(Slot::Text(TextPlace::Place), t.place, Width::Grow(20)),
        ]),
        Row::Gap,
        Row::Title(t.participants, String::new()),
    ];
    for participant in &scene.meeting.participants {
        let id = participant.id;
        rows.push(Row::Cells(vec![
            Cell::new(Slot::Text(TextPlace::Name(id)), "", Width::Grow(14)),
            Cell::new(Slot::Role(id), "", Width::Fixed(14)),
            Cell::new(Slot::Attendance(id), "", Width::Fixed(11)),
            Cell::new(Slot::Span(id), t.span, Width::Fixed(12)),
            Cell::new(Slot::Copy(id), t.copy, Width::Fixed(8)),
        ]));
    }
    rows.extend([
        Row::Cells(vec![Cell::button(Command::AddParticipant)]),
        Row::Gap,
        Row::Title(t.plan, (t.plan_sum)(scene.meeting.agenda.minutes())),
        Row::Cells(
            scene
                .meeting
                .agenda
                .phases()
                .map(|(index, phase)| {
                    Cell::new(
                        Slot::PhaseMinutes(index),
                        phase.title.clone(),
                        Width::Fixed(4),
                    )
                })
                .collect(),
        ),
    ]);
    if scene.meeting.stage() == Stage::Preparing {
        rows.push(Row::Gap);
        rows.push(Row::Cells(vec![Cell::button(Command::Begin)]));
    }
    rows
}
