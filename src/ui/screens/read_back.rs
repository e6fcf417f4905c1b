//! The summary, set large and airy, to be read aloud to everybody in the room.

use ratatui::{buffer::Buffer, style::Style};

use crate::{
    document::{PlainRole, referat},
    text::date,
    ui::{
        layout::{ScreenAreas, cut_top, inset},
        scene::Scene,
        widgets::line::put_text,
    },
};

/// Widest line that is read aloud without losing one's place.
const MEASURE: u16 = 72;

/// Draws the body.
pub fn draw(scene: &Scene, areas: &ScreenAreas, buffer: &mut Buffer) {
    let t = &scene.text.sheet;
    let area = inset(areas.body, 2);
    let intro = match scene.meeting.read_back {
        Some(at) => (t.read_back_done)(&date::time(scene.zone.local(at))),
        None => t.read_back_not_done.to_owned(),
    };
    let (head, body) = cut_top(area, HEAD);
    put_text(head, 0, t.read_back_intro, scene.theme.dim, buffer);
    put_text(head, 1, &intro, scene.theme.dim, buffer);
    let lines = lines(scene, body.width);
    let most = lines.len().saturating_sub(usize::from(body.height));
    let shown = lines.iter().skip(scene.view_state.scroll.min(most));
    for (row, (text, style)) in (0..body.height).zip(shown) {
        put_text(body, row, text, *style, buffer);
    }
}

/// Lines above and below the summary.
const HEAD: u16 = 3;

/// How far one can scroll until the end of the summary is in sight.
pub fn most_scroll(scene: &Scene, areas: &ScreenAreas) -> usize {
    let (_, body) = cut_top(inset(areas.body, 2), HEAD);
    lines(scene, body.width)
        .len()
        .saturating_sub(usize::from(body.height))
}

/// Every line of the summary.
fn lines(scene: &Scene, width: u16) -> Vec<(String, Style)> {
    let document = referat::summary(scene.meeting, scene.zone);
    let width = usize::from(width.clamp(20, MEASURE));
    super::styled(&document, width, |role| match role {
        PlainRole::Heading(_) => scene.theme.accent.patch(scene.theme.strong),
        PlainRole::Title | PlainRole::Body | PlainRole::TableHead | PlainRole::Quote => {
            scene.theme.strong
        }
    })
}
