//! One file for each screen.

pub mod actions;
pub mod conversation;
pub mod frame;
pub mod measures;
pub mod outcome;
pub mod plan;
pub mod preparation;
pub mod read_back;
pub mod review;
pub mod sending;
pub mod start;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect, Size},
    style::Style,
};

use crate::{
    document::{Document, PlainRole, plain::plain},
    meeting::{
        ActionField, Field, ListEntry, ParticipantField, PeriodField, QuestionField, Stage,
        StepField,
    },
    text::Text,
};

use super::{
    command::View,
    layout::{self, ScreenAreas},
    scene::Scene,
    sheet::{self, SheetRow},
    widgets::line::wrapped,
};

/// The rows of the view that is shown; none where it is not a sheet.
pub fn rows(scene: &Scene) -> Vec<SheetRow> {
    match scene.view_state.view {
        View::Preparation => preparation::rows(scene),
        View::Actions => actions::rows(scene),
        View::Measures => measures::rows(scene),
        View::Outcome => outcome::rows(scene),
        View::Plan => plan::rows(scene),
        View::Review => review::rows(scene),
        View::Sending => sending::rows(scene),
        View::Conversation | View::ReadBack => Vec::new(),
    }
}

/// What a view is called.
pub const fn title(view: View, text: &Text) -> &'static str {
    let sheet = &text.sheet;
    match view {
        View::Conversation => text.meeting_name,
        View::Preparation => sheet.preparation_title,
        View::Actions => sheet.actions_title,
        View::Measures => sheet.measures_title,
        View::Outcome => sheet.outcome_title,
        View::ReadBack => sheet.read_back_title,
        View::Plan => text.plan.title,
        View::Review => sheet.review_title,
        View::Sending => text.sending.title,
    }
}

/// The lines of a document on a screen of `width` columns, each in the style of what it is.
fn styled(
    document: &Document,
    width: usize,
    style_of: impl Fn(PlainRole) -> Style,
) -> Vec<(String, Style)> {
    let mut lines = Vec::new();
    for line in plain(document, width) {
        let style = style_of(line.role);
        let rows = wrapped(&line.text, width).into_iter();
        lines.extend(rows.map(|text| (text, style)));
    }
    lines
}

/// Where something in a list stands: its view, and its first field there.
pub const fn home(entry: ListEntry) -> (View, Field) {
    match entry {
        ListEntry::Participant(id) => (View::Preparation, ParticipantField::Name.of(id)),
        ListEntry::Period(id) => (View::Preparation, PeriodField::From.of(id)),
        ListEntry::Question(id) => (View::Preparation, QuestionField::Own.of(id)),
        ListEntry::Action(id) => (View::Actions, ActionField::What.of(id)),
        ListEntry::Step(id) => (View::Outcome, StepField::Work.of(id)),
    }
}

/// The parts of the window for the view that is shown.
pub fn areas(scene: &Scene, size: Size) -> ScreenAreas {
    let areas = layout::areas(size);
    let prepares = scene.meeting.stage() == Stage::Preparing;
    if prepares && scene.view_state.view == View::Preparation {
        areas.without_clock()
    } else {
        areas
    }
}

/// Where the sheet of the view that is shown is.
pub fn sheet_area(scene: &Scene, size: Size) -> Rect {
    let areas = areas(scene, size);
    match scene.view_state.view {
        View::Preparation => preparation::sheet_area(scene, &areas),
        View::Review => review::sheet_area(scene, &areas),
        View::Conversation
        | View::Actions
        | View::Measures
        | View::Outcome
        | View::ReadBack
        | View::Plan
        | View::Sending => areas.body,
    }
}

/// Draws the view that is shown, with everything around it; answers with the place of the cursor.
pub fn draw(scene: &Scene, areas: &ScreenAreas, buffer: &mut Buffer) -> Option<Position> {
    let title = title(scene.view_state.view, scene.text);
    frame::draw(scene, title, areas, buffer);
    let cursor = match scene.view_state.view {
        View::Conversation => conversation::draw(scene, areas, buffer),
        View::ReadBack => {
            read_back::draw(scene, areas, buffer);
            None
        }
        View::Review => review::draw(scene, areas, buffer),
        View::Preparation => preparation::draw(scene, areas, buffer),
        View::Actions | View::Measures | View::Outcome | View::Plan | View::Sending => {
            sheet::draw(&rows(scene), scene, areas.body, buffer)
        }
    };
    // Last, because a long sentence at the foot lies over the body.
    frame::foot(scene.foot, scene.theme, areas, buffer);
    cursor
}
