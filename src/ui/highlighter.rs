//! Soft highlights under what does not belong in a document, while it is being written. They interrupt nobody.

use std::ops::Range;

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use crate::{
    meeting::Place,
    privacy::{Finding, Grade, Guard, Names},
};

use super::{focus::FocusTarget, scene::Scene, theme::Theme};

/// A part of a text with its looks.
pub type Highlight = (Range<usize>, Style);

/// Knows what to highlight in a text of the meeting.
pub struct Highlighter<'a> {
    guard: &'a Guard,
    names: Names<'a>,
    theme: Theme,
}

impl<'a> Highlighter<'a> {
    /// For the text at `target`; nothing where it reaches no document, or there is no guard yet.
    pub fn at(target: FocusTarget, scene: &Scene<'a>) -> Option<Self> {
        let FocusTarget::Field(field) = target else {
            return None;
        };
        let guard = scene.guard?;
        scene
            .meeting
            .reaches_document(Place::Field(field))
            .then(|| Self::new(guard, Names::of(&scene.meeting.participants), scene.theme))
    }

    /// For a text of people with these names.
    pub const fn new(guard: &'a Guard, names: Names<'a>, theme: Theme) -> Self {
        Self {
            guard,
            names,
            theme,
        }
    }

    /// What to highlight in `text` and how, by place; no two overlap.
    pub fn highlights(&self, text: &str) -> impl Iterator<Item = Highlight> {
        let found = self.guard.check(text).into_iter();
        let found = found.filter(|finding| !self.names.has(finding, text));
        found.map(|Finding { span, grade, .. }| {
            let style = match grade {
                Grade::Hint => self.theme.hint,
                Grade::Strong => self.theme.unfit,
            };
            (span, style)
        })
    }
}

/// The row of `text` that stands at `range`, in `style` and with those of the highlights that are in it.
pub fn row<'t>(
    text: &'t str,
    range: Range<usize>,
    style: Style,
    highlights: &[Highlight],
) -> Line<'t> {
    let mut parts = Vec::new();
    let mut at = range.start;
    for (marked, looks) in highlights {
        let from = marked.start.clamp(at, range.end);
        let to = marked.end.clamp(from, range.end);
        parts.push((at..from, style));
        parts.push((from..to, style.patch(*looks)));
        at = to;
    }
    parts.push((at..range.end, style));
    let spans = parts.into_iter().map(|(part, style)| {
        let words = text.get(part).unwrap_or_default();
        // A no-break space has done its work when lines are broken.
        Span::styled(words.replace('\u{a0}', " "), style)
    });
    spans.collect()
}
