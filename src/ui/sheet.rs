//! A sheet: headings and rows of slots, laid out for a width, with the row of the cursor always in view.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
};

use super::{
    marker::{self, Marker},
    scene::Scene,
    slot::{Slot, SlotKind},
    widgets::{
        editor::{Editor, EditorStyle},
        line::{fit, put, put_corner, put_text, row_ranges, rows, wrapped},
        wrap,
    },
};

mod shown;

pub use shown::{detail, shown};

/// One row of a sheet.
#[derive(Debug, Clone)]
pub enum Row {
    /// A heading, with something at its right.
    Title(&'static str, String),
    /// Places for the cursor, side by side as far as they fit.
    Cells(Vec<Cell>),
    /// A line to read.
    Remark(String),
    /// An empty line.
    Gap,
}

/// A slot with its label.
#[derive(Debug, Clone)]
pub struct Cell {
    /// The place.
    pub slot: Slot,
    /// What it is called, shown before it; may be empty.
    pub label: String,
    /// Columns for what stands in it.
    pub width: Width,
}

/// Columns of a cell, without its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// So many.
    Fixed(u16),
    /// At least so many, and a share of what is left over.
    Grow(u16),
}

impl Cell {
    /// A cell with a label.
    pub fn new(slot: Slot, label: impl Into<String>, width: Width) -> Self {
        Self {
            slot,
            label: label.into(),
            width,
        }
    }

    /// A button, which carries its own name.
    pub fn button(command: super::command::Command) -> Self {
        Self::new(Slot::Button(command), "", Width::Fixed(24))
    }
}

/// Every slot of these rows, in the order of the Tab key.
pub fn slots(rows: &[Row]) -> Vec<Slot> {
    rows.iter()
        .flat_map(|row| match row {
            Row::Cells(cells) => cells.iter().map(|cell| cell.slot).collect(),
            Row::Title(..) | Row::Remark(_) | Row::Gap => Vec::new(),
        })
        .collect()
}

/// The slot in the row above (`-1`) or below (`1`) the one with the cursor, as near to its column as there is one.
pub fn beside(rows: &[Row], focus: Slot, step: isize) -> Option<Slot> {
    let lines: Vec<Vec<Slot>> = rows
        .iter()
        .filter_map(|row| match row {
            Row::Cells(cells) => Some(cells.iter().map(|cell| cell.slot).collect()),
            Row::Title(..) | Row::Remark(_) | Row::Gap => None,
        })
        .collect();
    let here = lines.iter().position(|line| line.contains(&focus))?;
    let column = lines.get(here)?.iter().position(|slot| *slot == focus)?;
    let line = lines.get(here.checked_add_signed(step)?)?;
    line.get(column).or(line.last()).copied()
}

/// The area in which the text of `slot` is written, relative to the sheet; its height is that of the text.
pub fn text_width(rows: &[Row], slot: Slot, width: u16) -> u16 {
    rows.iter()
        .filter_map(|row| match row {
            Row::Cells(cells) => Some(cells),
            Row::Title(..) | Row::Remark(_) | Row::Gap => None,
        })
        .flat_map(|cells| flow(cells, width))
        .find(|placed| placed.cell.slot == slot)
        .map_or(width, |placed| placed.width)
}

const INDENT: u16 = 2;
const BETWEEN: u16 = 2;

/// A cell is no higher than this.
const MOST_LINES: usize = 12;

struct Placed<'a> {
    cell: &'a Cell,
    line: u16,
    x: u16,
    /// Columns of its label; fewer than it has where the window is narrow.
    label: u16,
    /// Columns for what stands in it, without the label.
    width: u16,
}

/// Lays cells side by side, on a new line where one does not fit; the growing ones share what is left of their line.
fn flow(cells: &[Cell], width: u16) -> Vec<Placed<'_>> {
    let least = |cell: &Cell| match cell.width {
        Width::Fixed(columns) | Width::Grow(columns) => label_width(cell).saturating_add(columns),
    };
    // The label may be a name, and a name of any length.
    let behind = |used: u16, needed: u16| used.saturating_add(BETWEEN).saturating_add(needed);
    let mut lines: Vec<Vec<&Cell>> = Vec::new();
    let mut used = 0;
    for cell in cells {
        let needed = least(cell);
        match lines.last_mut() {
            Some(line) if behind(used, needed) <= width.saturating_sub(INDENT) => {
                line.push(cell);
                used = behind(used, needed);
            }
            Some(_) | None => {
                lines.push(vec![cell]);
                used = needed;
            }
        }
    }
    let mut placed = Vec::new();
    for (line, cells) in (0..).zip(lines) {
        let gaps = BETWEEN.saturating_mul(to_u16(cells.len().saturating_sub(1)));
        let taken = cells
            .iter()
            .map(|cell| least(cell))
            .fold(gaps, u16::saturating_add);
        let growing = cells
            .iter()
            .filter(|cell| matches!(cell.width, Width::Grow(_)))
            .count();
        let spare = width.saturating_sub(INDENT + 1).saturating_sub(taken);
        let share = spare.checked_div(to_u16(growing)).unwrap_or_default();
        let mut x = INDENT;
        for cell in cells {
            let columns = match cell.width {
                Width::Fixed(columns) => columns,
                Width::Grow(columns) => columns + share,
            };
            let label = label_width(cell).min(width.saturating_sub(x + columns));
            let columns = columns.min(width.saturating_sub(x + label)).max(1);
            placed.push(Placed {
                cell,
                line,
                x,
                label,
                width: columns,
            });
            x += label + columns + BETWEEN;
        }
    }
    placed
}

fn label_width(cell: &Cell) -> u16 {
    match wrap::columns(&cell.label) {
        0 => 0,
        columns => to_u16(columns).saturating_add(1),
    }
}

fn to_u16(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// What is drawn on one screen line of the sheet.
struct Block<'a> {
    height: u16,
    content: Content<'a>,
    focused: bool,
}

enum Content<'a> {
    Title(&'static str, &'a str),
    Line(String, Style),
    Cells(Vec<Placed<'a>>, Vec<u16>),
    Gap,
}

/// Draws the rows into `area`, scrolled so that the cursor's row shows; answers with the place of the cursor.
pub fn draw(rows: &[Row], scene: &Scene, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let blocks = blocks(rows, scene, area.width);
    let above = |count: usize| -> u16 {
        let heights = blocks.iter().take(count).map(|block| block.height);
        heights.fold(0, u16::saturating_add)
    };
    let first = blocks.iter().position(|block| block.focused).unwrap_or(0);
    let end = blocks
        .iter()
        .rposition(|block| block.focused)
        .map_or(0, |last| last + 1);
    // A third of the window stays below the cursor, as long as there is something there; but the row of the cursor
    // itself is always in sight, however much is said below it.
    let wanted = (above(end) + area.height / 3).min(above(blocks.len()));
    let skip = wanted.saturating_sub(area.height).min(above(first));
    let hidden = (0..blocks.len())
        .find(|count| above(*count) >= skip)
        .unwrap_or(0);
    let mut cursor = None;
    let mut y = 0;
    for block in blocks.iter().skip(hidden) {
        if y >= area.height {
            break;
        }
        match &block.content {
            Content::Title(title, aside) => {
                put_text(inset(area), y, title, scene.theme.strong, buffer);
                let columns = to_u16(wrap::columns(aside));
                let x = area.width.saturating_sub(columns + 2);
                let place = Rect {
                    x: area.x + x,
                    width: columns.min(area.width),
                    ..area
                };
                put_text(place, y, aside, scene.theme.dim, buffer);
            }
            Content::Line(text, style) => put_text(inset(area), y, text, *style, buffer),
            Content::Cells(placed, heights) => {
                for cell in placed {
                    let above: u16 = heights.iter().take(usize::from(cell.line)).sum();
                    let height = heights.get(usize::from(cell.line)).copied().unwrap_or(1);
                    let place = Rect {
                        x: area.x + cell.x.min(area.width),
                        y: area.y + (y + above).min(area.height),
                        width: area.width.saturating_sub(cell.x),
                        height: height.min(area.height.saturating_sub(y + above)),
                    };
                    cursor = draw_cell(cell, scene, place, buffer).or(cursor);
                }
            }
            Content::Gap => {}
        }
        y = y.saturating_add(block.height);
    }
    if above(blocks.len()).saturating_sub(above(hidden)) > area.height {
        put_corner(area, scene.text.sheet.more, scene.theme.accent, buffer);
    }
    cursor
}

fn blocks<'a>(rows: &'a [Row], scene: &Scene, width: u16) -> Vec<Block<'a>> {
    let mut blocks = Vec::new();
    let line = |text: String, style| Block {
        height: 1,
        content: Content::Line(text, style),
        focused: false,
    };
    for row in rows {
        match row {
            Row::Gap => blocks.push(Block {
                height: 1,
                content: Content::Gap,
                focused: false,
            }),
            Row::Title(title, aside) => blocks.push(Block {
                height: 1,
                content: Content::Title(title, aside),
                focused: false,
            }),
            Row::Remark(text) => {
                let columns = usize::from(width.saturating_sub(2 * INDENT));
                blocks.extend(
                    wrapped(text, columns)
                        .into_iter()
                        .map(|t| line(t, scene.theme.dim)),
                );
            }
            Row::Cells(cells) => {
                let placed = flow(cells, width);
                let lines = placed.last().map_or(0, |placed| placed.line + 1);
                let mut heights = vec![1; usize::from(lines)];
                for cell in &placed {
                    if let Some(height) = heights.get_mut(usize::from(cell.line)) {
                        *height = (*height).max(height_of(cell, scene));
                    }
                }
                let focus = scene.desk.focus;
                let focused = placed.iter().any(|p| Some(p.cell.slot) == focus);
                blocks.push(Block {
                    height: heights.iter().sum(),
                    content: Content::Cells(placed, heights),
                    focused,
                });
                if let Some(slot) = focus.filter(|_| focused) {
                    let columns = usize::from(width.saturating_sub(2 * INDENT + 2));
                    for (text, style) in detail(slot, scene) {
                        for text in wrapped(&text, columns) {
                            let mut block = line(format!("  {text}"), style);
                            block.focused = true;
                            blocks.push(block);
                        }
                    }
                }
            }
        }
    }
    blocks
}

fn inset(area: Rect) -> Rect {
    super::layout::inset(area, INDENT)
}

fn height_of(placed: &Placed, scene: &Scene) -> u16 {
    let slot = placed.cell.slot;
    let focused = scene.desk.focus == Some(slot);
    match slot.kind() {
        SlotKind::Line | SlotKind::Lines if focused => {
            let text = slot.text(scene.meeting).unwrap_or_default();
            // One column less than there is: the cursor behind a full row needs a place.
            let columns = usize::from(placed.width.saturating_sub(1));
            height(&text, columns)
        }
        SlotKind::Line | SlotKind::Lines | SlotKind::Ticks | SlotKind::Tick | SlotKind::Entry => {
            let (text, _) = shown(slot, scene);
            height(&text, placed.width.into())
        }
        SlotKind::Choice | SlotKind::Button => 1,
    }
}

/// The lines of a text in its cell.
fn height(text: &str, columns: usize) -> u16 {
    to_u16(rows(text, columns).take(MOST_LINES).count().max(1))
}

fn draw_cell(placed: &Placed, scene: &Scene, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let slot = placed.cell.slot;
    let focused = scene.desk.focus == Some(slot);
    let theme = scene.theme;
    let label = placed.label;
    let label_style = if focused { theme.strong } else { theme.dim };
    let name = Rect {
        width: label.saturating_sub(1).min(area.width),
        ..area
    };
    put_text(name, 0, &placed.cell.label, label_style, buffer);
    if focused && area.x >= 2 {
        let sign = Rect {
            x: area.x - 2,
            width: 1,
            ..area
        };
        put(sign, 0, Span::styled("▶", theme.accent), buffer);
    }
    let place = Rect {
        x: area.x + label.min(area.width),
        width: placed.width.min(area.width.saturating_sub(label)),
        ..area
    };
    let editor: Option<&Editor> = scene.desk.editor().filter(|_| focused && slot.is_text());
    if let Some(editor) = editor {
        let marker = Marker::at(slot, scene);
        let style = EditorStyle {
            text: theme.text,
            selection: theme.chosen,
            marker: marker.as_ref(),
        };
        return editor.view(place, buffer, &style);
    }
    let (text, style) = shown(slot, scene);
    let style = if focused { theme.chosen } else { style };
    match slot.kind() {
        SlotKind::Line | SlotKind::Lines | SlotKind::Ticks | SlotKind::Tick | SlotKind::Entry => {
            draw_rows(slot, &text, style, scene, place, buffer);
        }
        SlotKind::Choice | SlotKind::Button => {
            let text = fit(&text, place.width.into());
            put(place, 0, Line::from(Span::styled(text, style)), buffer);
        }
    }
    None
}

/// As many rows of what stands at `slot` as there is room for, with what is marked in them.
fn draw_rows(
    slot: Slot,
    text: &str,
    style: Style,
    scene: &Scene,
    place: Rect,
    buffer: &mut Buffer,
) {
    let ranges = row_ranges(text, place.width.into()).take(place.height.into());
    let ranges: Vec<_> = ranges.collect();
    let in_sight = ranges.last().and_then(|last| text.get(..last.end));
    let marker = Marker::at(slot, scene).zip(in_sight);
    let marks = marker.map_or_else(Vec::new, |(marker, text)| marker.marks(text).collect());
    for (row, range) in (0..place.height).zip(ranges) {
        put(place, row, marker::row(text, range, style, &marks), buffer);
    }
}
