//! The rows of a sheet as screen lines, with what is said below the one with the cursor.

use ratatui::{style::Style, text::Span};

use super::{BETWEEN, INDENT, SheetCell, SheetRow, detail, flow::Placed, height_of, label_style};
use crate::ui::{layout::to_u16, scene::Scene, widgets::line::wrapped};

/// What is drawn on one screen line of the sheet.
pub(super) struct SheetBlock<'a> {
    pub(super) height: u16,
    pub(super) content: Content<'a>,
    pub(super) focused: bool,
}

impl<'a> SheetBlock<'a> {
    /// One line without the cursor.
    fn line(content: Content<'a>) -> Self {
        Self {
            height: 1,
            content,
            focused: false,
        }
    }
}

pub(super) enum Content<'a> {
    /// Something at the left, and something at the right.
    Sides(Span<'a>, Span<'a>),
    Line(String, Style),
    Cells(Vec<Placed<'a>>, Vec<u16>),
    Gap,
}

/// The lines of the rows, for a width.
pub(super) fn blocks<'a>(rows: &'a [SheetRow], scene: &Scene, width: u16) -> Vec<SheetBlock<'a>> {
    let mut blocks = Vec::new();
    let dim = |text: &'a String| Span::styled(text, scene.theme.dim);
    for row in rows {
        match row {
            SheetRow::Gap => blocks.push(SheetBlock::line(Content::Gap)),
            SheetRow::Title(title, aside) => {
                let title = Span::styled(*title, scene.theme.strong);
                blocks.push(SheetBlock::line(Content::Sides(title, dim(aside))));
            }
            SheetRow::Sides(text, aside) => {
                blocks.push(SheetBlock::line(Content::Sides(dim(text), dim(aside))));
            }
            SheetRow::Remark(text) => {
                let columns = usize::from(width.saturating_sub(2 * INDENT));
                let lines = wrapped(text, columns).into_iter();
                let line = |text| SheetBlock::line(Content::Line(text, scene.theme.dim));
                blocks.extend(lines.map(line));
            }
            SheetRow::Cells(_) | SheetRow::Field(..) => {
                if let SheetRow::Field(cell, aside) = row {
                    blocks.extend(name_above(cell, aside, scene, width));
                }
                let placed = row.placed(width);
                let lines = placed.last().map_or(0, |placed| placed.line + 1);
                let mut heights = vec![1; usize::from(lines)];
                for cell in &placed {
                    if let Some(height) = heights.get_mut(usize::from(cell.line)) {
                        *height = (*height).max(height_of(cell, scene));
                    }
                }
                let focus = scene.view_state.focus;
                let focused = placed.iter().any(|p| Some(p.cell.target) == focus);
                blocks.push(SheetBlock {
                    height: heights.iter().sum(),
                    content: Content::Cells(placed, heights),
                    focused,
                });
                if let Some(target) = focus.filter(|_| focused) {
                    let columns = usize::from(width.saturating_sub(2 * INDENT + 2));
                    for (text, style) in detail(target, scene) {
                        for text in wrapped(&text, columns) {
                            let content = Content::Line(format!("  {text}"), style);
                            blocks.push(SheetBlock {
                                focused: true,
                                ..SheetBlock::line(content)
                            });
                        }
                    }
                }
            }
        }
    }
    blocks
}

/// The name of a place that stands above it, with what stands at the right of its first line.
fn name_above<'a>(
    cell: &SheetCell,
    aside: &'a Span,
    scene: &Scene,
    width: u16,
) -> Vec<SheetBlock<'a>> {
    let focused = scene.view_state.focus == Some(cell.target);
    let style = label_style(focused, scene);
    let room = width.saturating_sub(2 * INDENT + BETWEEN + to_u16(aside.width()));
    let lines = wrapped(&cell.label, room.into()).into_iter().enumerate();
    let blocks = lines.map(|(number, text)| {
        let content = match number {
            0 => Content::Sides(Span::styled(text, style), aside.clone()),
            _ => Content::Line(text, style),
        };
        SheetBlock {
            focused,
            ..SheetBlock::line(content)
        }
    });
    blocks.collect()
}
