//! Before the meeting: the checklist at one side, the part of it that is being worked on at the other.

mod minutes;
mod need;
mod overview;
mod sections;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

use crate::{
    meeting::Stage,
    rules::{CaseStatus, ChecklistSection, SectionStatus, checklist::section_status},
    ui::{
        focus::FocusTarget,
        layout::{Room, ScreenAreas, cut_left, cut_top},
        scene::Scene,
        sheet::{self, SheetRow},
        widgets::line::rule,
    },
};

use super::frame;

/// Columns of the checklist beside a sheet.
const BESIDE: u16 = 49;

/// Every section with its rows, one below the other.
pub fn rows(scene: &Scene) -> Vec<SheetRow> {
    let status = status(scene);
    let sections = ChecklistSection::ALL.into_iter().flat_map(|section| {
        let mut rows = sections::rows(section, scene, &status);
        rows.push(SheetRow::Gap);
        rows
    });
    sections.collect()
}

/// The section in which `target` stands.
pub fn section_of(target: FocusTarget, scene: &Scene) -> Option<ChecklistSection> {
    let status = status(scene);
    ChecklistSection::ALL.into_iter().find(|section| {
        let rows = sections::rows(*section, scene, &status);
        sheet::targets(&rows).contains(&target)
    })
}

/// The first focus target of a section.
pub fn first_target(section: ChecklistSection, scene: &Scene) -> Option<FocusTarget> {
    let rows = sections::rows(section, scene, &status(scene));
    sheet::targets(&rows).first().copied()
}

/// Where to go on making ready: the first focus target of the first section in which something is left to do.
pub fn next_to_do(scene: &Scene) -> Option<FocusTarget> {
    let status = status(scene);
    let left = ChecklistSection::ALL.into_iter().find(|section| {
        match section_status(*section, scene.meeting, &status) {
            SectionStatus::Open | SectionStatus::Attention => true,
            SectionStatus::Done | SectionStatus::Waits => false,
        }
    });
    first_target(left?, scene)
}

/// Where the case stands today.
fn status(scene: &Scene) -> CaseStatus {
    CaseStatus::of(scene.meeting, scene.zone, scene.zone.date(scene.now))
}

/// The checklist and the sheet beside or below it; nothing where there is room for the sheet alone. Once the meeting
/// has begun, there is nothing left to make ready.
fn panes(scene: &Scene, areas: &ScreenAreas) -> Option<(Rect, Rect)> {
    if scene.meeting.stage() != Stage::Preparing {
        return None;
    }
    let body = areas.body;
    match areas.room {
        Room::Wide => {
            let (overview, rest) = cut_left(body, BESIDE);
            let (_divider, sheet) = cut_left(rest, 1);
            // Level with the heading of the checklist.
            Some((overview, cut_top(sheet, 1).1))
        }
        Room::Normal => {
            let (overview, rest) = cut_top(body, overview::HEIGHT);
            let (_rule, sheet) = cut_top(rest, 1);
            Some((overview, sheet))
        }
        Room::Small | Room::Tiny => None,
    }
}

/// Where the sheet is.
pub fn sheet_area(scene: &Scene, areas: &ScreenAreas) -> Rect {
    panes(scene, areas).map_or(areas.body, |(_, sheet)| sheet)
}

/// Draws the body; answers with the place of the cursor.
pub fn draw(scene: &Scene, areas: &ScreenAreas, buffer: &mut Buffer) -> Option<Position> {
    let Some((overview, sheet)) = panes(scene, areas) else {
        return sheet::draw(&rows(scene), scene, areas.body, buffer);
    };
    let status = status(scene);
    let here = scene
        .view_state
        .focus
        .and_then(|target| section_of(target, scene));
    let here = here.unwrap_or(ChecklistSection::Need);
    let dim = scene.theme.dim;
    match areas.room {
        Room::Wide => frame::divider(cut_left(areas.body, BESIDE).1, dim, buffer),
        Room::Normal | Room::Small | Room::Tiny => rule(areas.body, overview.height, dim, buffer),
    }
    overview::draw(here, scene, &status, areas.room, overview, buffer);
    let rows = sections::rows(here, scene, &status);
    sheet::draw(&rows, scene, sheet, buffer)
}
