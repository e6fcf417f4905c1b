//! Drawing of single lines that never leave their area.

use std::ops::Range;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};

use super::wrap;

/// Draws spans on line `row` of `area`, counted from 0; cut off at the right edge. Nothing below the area.
///
/// Everything but the text that is being written comes by here, at every key anew. What is plain goes straight into the
/// cells: the same as ratatui makes of it, which looks up every character three times.
pub fn put<'a>(area: Rect, row: u16, spans: impl Into<Line<'a>>, buffer: &mut Buffer) {
    let Some(area) = row_of(area, row, buffer) else {
        return;
    };
    let line = spans.into();
    let is_plain = |span: &Span| span.content.chars().all(wrap::is_plain);
    if line.style == Style::new() && line.alignment.is_none() && line.spans.iter().all(is_plain) {
        put_plain(area, &line.spans, buffer);
    } else {
        line.render(area, buffer);
    }
}

fn put_plain(area: Rect, spans: &[Span], buffer: &mut Buffer) {
    let letters = spans
        .iter()
        .flat_map(|span| span.content.chars().map(|c| (c, span.style)));
    let start = buffer.index_of(area.x, area.y);
    let cells = buffer.content.iter_mut().skip(start);
    for (cell, (c, style)) in cells.take(area.width.into()).zip(letters) {
        cell.set_char(c).set_style(style);
    }
}

/// Draws one text on line `row` of `area`, with … where it does not fit.
pub fn put_text(area: Rect, row: u16, text: &str, style: Style, buffer: &mut Buffer) {
    // A no-break space has done its work when lines are broken; on the screen it is a space like any other.
    let fitted = fit(text, usize::from(area.width)).replace('\u{a0}', " ");
    put(area, row, Span::styled(fitted, style), buffer);
}

/// Draws a text at the left and one at the right of line `row`. The right one stays whole as long as it fits by itself.
pub fn put_sides<'a>(
    area: Rect,
    row: u16,
    left: Span<'a>,
    right: impl Into<Line<'a>>,
    buffer: &mut Buffer,
) {
    let right = right.into();
    let right_width = u16::try_from(right.width()).unwrap_or(u16::MAX);
    let room = area.width.saturating_sub(right_width + 2);
    put_text(
        Rect {
            width: room,
            ..area
        },
        row,
        &left.content,
        left.style,
        buffer,
    );
    let place = Rect {
        x: area.x + area.width.saturating_sub(right_width),
        width: right_width.min(area.width),
        ..area
    };
    put(place, row, right, buffer);
}

/// Draws a text in the lower right corner, over what stands there.
pub fn put_corner(area: Rect, text: &str, style: Style, buffer: &mut Buffer) {
    let row = area.height.saturating_sub(1);
    let text = Span::styled(format!(" {text}"), style);
    put_sides(area, row, Span::raw(""), text, buffer);
}

/// A rule across `area` at line `row`.
pub fn rule(area: Rect, row: u16, style: Style, buffer: &mut Buffer) {
    let line = "─".repeat(area.width.into());
    put(area, row, Span::styled(line, style), buffer);
}

/// `text` cut to `width` columns on whole graphemes, ending in … where something is missing.
pub fn fit(text: &str, width: usize) -> String {
    // No character has more columns than bytes: what is so short needs no counting.
    if text.len() <= width {
        return text.to_owned();
    }
    let mut used = 0;
    // As much as leaves room for the sign.
    let mut end = 0;
    for glyph in wrap::glyphs(text) {
        used += glyph.width;
        if used > width {
            let sign = if width > 0 { "…" } else { "" };
            return format!("{}{sign}", text.get(..end).unwrap_or_default());
        }
        if used < width {
            end = glyph.end();
        }
    }
    text.to_owned()
}

/// `text` wrapped to `width` columns, as owned lines; line breaks in it are kept.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    rows(text, width).map(str::to_owned).collect()
}

/// [`wrapped`] as far as it is asked for: of a text that may be far longer than its place.
pub fn rows(text: &str, width: usize) -> impl Iterator<Item = &str> {
    row_ranges(text, width).map(|range| text.get(range).unwrap_or_default())
}

/// Where [`rows`] stand in their text.
pub fn row_ranges(text: &str, width: usize) -> impl Iterator<Item = Range<usize>> {
    let mut next = 0;
    text.split('\n').flat_map(move |line| {
        let begin = next;
        next += line.len() + 1;
        wrap::wrap(line, width.max(1)).map(move |range| {
            let row = line.get(range.clone()).unwrap_or_default().trim_end();
            let start = begin + range.start;
            start..start + row.len()
        })
    })
}

fn row_of(area: Rect, row: u16, buffer: &Buffer) -> Option<Rect> {
    let line = Rect {
        y: area.y.checked_add(row).filter(|_| row < area.height)?,
        height: 1,
        ..area
    };
    let line = line.intersection(buffer.area);
    (!line.is_empty()).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::{super::wrap::tests::nasty, *};
    use proptest::prelude::*;
    use ratatui::{
        buffer::Cell,
        style::{Color, Modifier},
    };

    fn words() -> impl Strategy<Value = String> {
        prop_oneof!["[ -~æøå\u{a0}«»·…–─█▶✓→]{0,12}", nasty()]
    }

    fn style() -> impl Strategy<Value = Style> {
        let style = Style::new();
        proptest::sample::select(vec![
            style,
            style.fg(Color::Red).add_modifier(Modifier::BOLD),
            style.bg(Color::Blue).remove_modifier(Modifier::REVERSED),
        ])
    }

    proptest! {
        #[test]
        fn any_line_has_the_cells_that_ratatui_gives_it(
            spans in proptest::collection::vec((words(), style()), 0..4),
            (over, x, width) in (style(), 0_u16..30, 0_u16..30),
        ) {
            let place = Rect::new(x, 1, width, 1);
            let spans = spans.iter().map(|(words, style)| Span::styled(words, *style));
            let line = Line::from_iter(spans).style(over);
            let mut expected = Buffer::filled(Rect::new(2, 0, 20, 3), Cell::new("x"));
            expected.set_style(expected.area, Modifier::REVERSED);
            let mut drawn = expected.clone();
            line.clone().render(place.intersection(expected.area), &mut expected);
            put(place, 0, line, &mut drawn);
            prop_assert_eq!(drawn, expected);
        }

        #[test]
        fn what_is_cut_fills_its_place(text in words(), width in 0_usize..20) {
            let cut = fit(&text, width);
            prop_assert_eq!(cut == text, wrap::columns(&text) <= width);
            prop_assert!(wrap::columns(&cut) <= width);
        }
    }
}
