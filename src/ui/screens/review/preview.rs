//! The referat as it will be printed, with the line of the task one is at in sight.

use ratatui::{
    buffer::Buffer,
    layout::{Offset, Rect},
    style::Style,
    text::Span,
};

use crate::{
    document::{PlainRole, referat},
    meeting::OpenPoint,
    ui::{
        layout::ScreenAreas,
        scene::Scene,
        screens,
        task::Task,
        view_state::Follow,
        widgets::line::{put, put_text},
    },
};

/// Draws it, scrolled by the reader or to the task.
pub(super) fn draw(scene: &Scene, area: Rect, buffer: &mut Buffer) {
    let preview = Preview::of(scene, area);
    let shown = preview.lines.iter().enumerate().skip(preview.above);
    for (row, (number, (text, style))) in (0..area.height).zip(shown) {
        let marked = preview.marked.contains(&number);
        let style = if marked { scene.theme.soon } else { *style };
        put_text(area, row, text, style, buffer);
        if marked && area.x >= 2 {
            let margin = area.offset(Offset::new(-2, 0));
            put(margin, row, Span::styled("▸", scene.theme.soon), buffer);
        }
    }
}

/// How far one can scroll until the end is in sight, and how far it is scrolled now.
pub fn most_scroll(scene: &Scene, areas: &ScreenAreas) -> (usize, usize) {
    let area = super::places(scene, areas).preview;
    let preview = Preview::of(scene, area);
    (preview.most, preview.above)
}

struct Preview {
    lines: Vec<(String, Style)>,
    /// The lines that the task is about.
    marked: std::ops::Range<usize>,
    above: usize,
    most: usize,
}

impl Preview {
    fn of(scene: &Scene, area: Rect) -> Self {
        let lines = lines(scene, area.width);
        let height = usize::from(area.height);
        let most = lines.len().saturating_sub(height);
        let anchor = anchor(scene).unwrap_or_default();
        let marked = find(&lines, &anchor);
        let above = match scene.view_state.follow {
            Follow::Task if !marked.is_empty() => marked.start.saturating_sub(height / 3),
            Follow::Task | Follow::Reader => scene.view_state.scroll,
        };
        Self {
            lines,
            marked,
            above: above.min(most),
            most,
        }
    }
}

fn lines(scene: &Scene, width: u16) -> Vec<(String, Style)> {
    let document = referat::referat(scene.meeting, scene.zone);
    screens::styled(&document, width.max(20).into(), |role| match role {
        PlainRole::Title | PlainRole::Heading(_) | PlainRole::TableHead => scene.theme.strong,
        PlainRole::Body | PlainRole::Quote => scene.theme.text,
    })
}

/// What stands in the referat where the task is to be dealt with, if it stands there at all.
fn anchor(scene: &Scene) -> Option<String> {
    let meeting = scene.meeting;
    match scene.view_state.current_task()? {
        found @ Task::Found(place, _) => {
            let finding = found.finding(scene.findings)?;
            let (_, line) = finding.line(meeting.text_at(place));
            Some(line.to_owned())
        }
        Task::Point(
            OpenPoint::OwnerMissing(id) | OpenPoint::DueMissing(id) | OpenPoint::DuePast(id),
        ) => meeting.action(id).map(|action| action.what.clone()),
        Task::Point(
            OpenPoint::AnswerMissing(id)
            | OpenPoint::WordsMissing(id)
            | OpenPoint::ConsentMissing(id)
            | OpenPoint::CopyUndecided(id)
            | OpenPoint::MannerMissing(id)
            | OpenPoint::SpanUnclear(id),
        ) => meeting.participant(id).map(|p| p.name.clone()),
        Task::Point(_) => None,
    }
}

/// The lines on which `words` stand, however they were broken; none where they do not stand there.
fn find(lines: &[(String, Style)], words: &str) -> std::ops::Range<usize> {
    let wanted: Vec<&str> = words.split_whitespace().collect();
    let all = lines.iter().enumerate();
    let all: Vec<(usize, &str)> = all
        .flat_map(|(number, (line, _))| line.split_whitespace().map(move |word| (number, word)))
        .collect();
    let matches = |window: &&[(usize, &str)]| {
        let words = window.iter().map(|(_, word)| *word);
        words.eq(wanted.iter().copied())
    };
    // No words stand nowhere, and no window is empty.
    let found = all.windows(wanted.len().max(1)).find(matches);
    match found {
        Some([(line, _)]) => *line..line + 1,
        Some([(from, _), .., (to, _)]) => *from..to + 1,
        Some([]) | None => 0..0,
    }
}
