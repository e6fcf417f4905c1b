//! A sheet: headings and rows of focus targets, laid out for a width, with the row of the cursor always in view.

use ratatui::{
    buffer::Buffer,
    layout::{Offset, Position, Rect},
    style::Style,
    text::{Line, Span},
};

use crate::meeting::Field;

use super::{
    command::Command,
    focus::{FocusTarget, TargetKind},
    highlighter::{self, Highlighter},
    layout::{cut_left, cut_top, to_u16},
    scene::Scene,
    widgets::{
        editor::{Editor, EditorStyle},
        line::{fit, put, put_corner, put_sides, put_text, row_ranges, rows},
        wrap,
    },
};

mod blocks;
mod detail;
mod flow;
mod shown;

use self::{
    blocks::{Content, blocks},
    flow::{Named, Placed, flow},
};
pub use self::{detail::detail, shown::shown};

/// What stands on a sheet from its left to its right; one may take several lines of the screen.
#[derive(Debug, Clone)]
pub enum SheetRow {
    /// A heading, with something at its right.
    Title(&'static str, String),
    /// A line to read, with something at its right.
    Sides(String, String),
    /// Places for the cursor, side by side as far as they fit.
    Cells(Vec<SheetCell>),
    /// One place for the cursor, with its name above it and something at the right of that: a name too long to stand
    /// before it.
    Field(SheetCell, Span<'static>),
    /// A line to read.
    Remark(String),
    /// An empty line.
    Gap,
}

/// A focus target with its label.
#[derive(Debug, Clone)]
pub struct SheetCell {
    /// The place.
    pub target: FocusTarget,
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

impl SheetCell {
    /// A cell with a label.
    pub fn new(target: FocusTarget, label: impl Into<String>, width: Width) -> Self {
        Self {
            target,
            label: label.into(),
            width,
        }
    }

    /// A field of so many columns.
    pub fn fixed(field: impl Into<Field>, label: impl Into<String>, columns: u16) -> Self {
        Self::new(
            FocusTarget::Field(field.into()),
            label,
            Width::Fixed(columns),
        )
    }

    /// A field of at least so many columns.
    pub fn growing(field: impl Into<Field>, label: impl Into<String>, columns: u16) -> Self {
        Self::new(
            FocusTarget::Field(field.into()),
            label,
            Width::Grow(columns),
        )
    }

    /// A day, with what it was understood as.
    pub fn day(field: impl Into<Field>, label: &str) -> Self {
        Self::growing(field, label, 18)
    }

    /// A button as wide as its name.
    pub fn fitting(command: Command, scene: &Scene) -> Self {
        let target = FocusTarget::Button(command);
        let columns = wrap::columns(&shown(target, scene).0);
        Self::new(target, "", Width::Fixed(to_u16(columns)))
    }

    /// A button, which carries its own name.
    pub fn button(command: Command) -> Self {
        Self::new(FocusTarget::Button(command), "", Width::Fixed(24))
    }
}

impl SheetRow {
    /// One place for the cursor.
    pub fn one(cell: SheetCell) -> Self {
        Self::Cells(vec![cell])
    }

    /// One field of at least so many columns.
    pub fn field(field: impl Into<Field>, label: impl Into<String>, columns: u16) -> Self {
        Self::one(SheetCell::growing(field, label, columns))
    }

    /// One button, which carries its own name.
    pub fn button(command: Command) -> Self {
        Self::one(SheetCell::button(command))
    }

    /// Buttons side by side, each as wide as its name.
    pub fn buttons(commands: &[Command], scene: &Scene) -> Self {
        let button = |command: &Command| SheetCell::fitting(*command, scene);
        Self::Cells(commands.iter().map(button).collect())
    }

    /// The places for the cursor in it.
    fn cells(&self) -> &[SheetCell] {
        match self {
            Self::Cells(cells) => cells,
            Self::Field(cell, _) => std::slice::from_ref(cell),
            Self::Title(..) | Self::Sides(..) | Self::Remark(_) | Self::Gap => &[],
        }
    }

    /// The same, laid out for a width.
    fn placed(&self, width: u16) -> Vec<Placed<'_>> {
        let mut placed = flow(self.cells(), width);
        if let (Self::Field(..), [field]) = (self, placed.as_mut_slice()) {
            field.label = 0;
            field.width = width.saturating_sub(2 * INDENT + 1).max(1);
            field.named = Named::Above;
        }
        placed
    }
}

/// Every focus target of these rows, in the order of the Tab key.
pub fn targets(rows: &[SheetRow]) -> Vec<FocusTarget> {
    let cells = rows.iter().flat_map(SheetRow::cells);
    cells.map(|cell| cell.target).collect()
}

/// The focus target in the row above (`-1`) or below (`1`) the one with the cursor, as near to its column as there is one.
pub fn beside(rows: &[SheetRow], focus: FocusTarget, step: isize) -> Option<FocusTarget> {
    let cells = rows
        .iter()
        .map(SheetRow::cells)
        .filter(|cells| !cells.is_empty());
    let lines: Vec<Vec<FocusTarget>> = cells
        .map(|cells| cells.iter().map(|cell| cell.target).collect())
        .collect();
    let here = lines.iter().position(|line| line.contains(&focus))?;
    let column = lines
        .get(here)?
        .iter()
        .position(|target| *target == focus)?;
    let line = lines.get(here.checked_add_signed(step)?)?;
    line.get(column).or(line.last()).copied()
}

/// The area in which the text of `target` is written, relative to the sheet; its height is that of the text.
pub fn text_width(rows: &[SheetRow], target: FocusTarget, width: u16) -> u16 {
    rows.iter()
        .flat_map(|row| row.placed(width))
        .find(|placed| placed.cell.target == target)
        .map_or(width, |placed| placed.width)
}

const INDENT: u16 = 2;
const BETWEEN: u16 = 2;

/// Stands before the place of the cursor.
const MARK: &str = "▶";

/// A cell is no higher than this.
const MOST_LINES: usize = 12;

/// Draws the rows into `area`, scrolled so that the cursor's row shows; answers with the place of the cursor.
pub fn draw(rows: &[SheetRow], scene: &Scene, area: Rect, buffer: &mut Buffer) -> Option<Position> {
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
            Content::Sides(left, right) => {
                put_sides(inset(area), y, left.clone(), right.clone(), buffer);
                if block.focused {
                    put(area, y, Span::styled(MARK, scene.theme.accent), buffer);
                }
            }
            Content::Line(text, style) => put_text(inset(area), y, text, *style, buffer),
            Content::Cells(placed, heights) => {
                for cell in placed {
                    let above: u16 = heights.iter().take(usize::from(cell.line)).sum();
                    let height = heights.get(usize::from(cell.line)).copied().unwrap_or(1);
                    let (_, below) = cut_top(area, y + above);
                    let (line, _) = cut_top(below, height);
                    let (_, place) = cut_left(line, cell.x);
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

fn label_style(focused: bool, scene: &Scene) -> Style {
    if focused {
        scene.theme.strong
    } else {
        scene.theme.dim
    }
}

fn inset(area: Rect) -> Rect {
    super::layout::inset(area, INDENT)
}

fn height_of(placed: &Placed, scene: &Scene) -> u16 {
    let target = placed.cell.target;
    let focused = scene.view_state.focus == Some(target);
    match target.kind() {
        TargetKind::Line | TargetKind::Lines if focused => {
            let text = target.text(scene.meeting).unwrap_or_default();
            // One column less than there is: the cursor behind a full row needs a place.
            let columns = usize::from(placed.width.saturating_sub(1));
            height(&text, columns)
        }
        TargetKind::Line
        | TargetKind::Lines
        | TargetKind::Ticks
        | TargetKind::Tick
        | TargetKind::Entry => {
            let (text, _) = shown(target, scene);
            height(&text, placed.width.into())
        }
        TargetKind::Choice | TargetKind::Button => 1,
    }
}

/// The lines of a text in its cell.
fn height(text: &str, columns: usize) -> u16 {
    to_u16(rows(text, columns).take(MOST_LINES).count().max(1))
}

fn draw_cell(placed: &Placed, scene: &Scene, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let target = placed.cell.target;
    let focused = scene.view_state.focus == Some(target);
    let theme = scene.theme;
    let label = placed.label;
    let (name, _) = cut_left(area, label.saturating_sub(1));
    let style = label_style(focused, scene);
    put_text(name, 0, &placed.cell.label, style, buffer);
    if focused && placed.named == Named::Before && area.x >= 2 {
        let margin = area.offset(Offset::new(-2, 0));
        put(margin, 0, Span::styled(MARK, theme.accent), buffer);
    }
    let (_, rest) = cut_left(area, label);
    let (place, _) = cut_left(rest, placed.width);
    let editor: Option<&Editor> = scene
        .view_state
        .editor()
        .filter(|_| focused && target.is_text());
    if let Some(editor) = editor {
        return draw_editor(editor, scene, place, buffer);
    }
    let (text, style) = shown(target, scene);
    let style = if focused { theme.chosen } else { style };
    match target.kind() {
        TargetKind::Line
        | TargetKind::Lines
        | TargetKind::Ticks
        | TargetKind::Tick
        | TargetKind::Entry => {
            draw_rows(target, &text, style, scene, place, buffer);
        }
        TargetKind::Choice | TargetKind::Button => {
            let text = fit(&text, place.width.into());
            put(place, 0, Line::from(Span::styled(text, style)), buffer);
        }
    }
    None
}

/// Draws the text that is being written; answers with the place of the cursor.
pub fn draw_editor(
    editor: &Editor,
    scene: &Scene,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    let focus = scene.view_state.focus;
    let highlighter = focus.and_then(|target| Highlighter::at(target, scene));
    let style = EditorStyle {
        text: scene.theme.text,
        selection: scene.theme.chosen,
        highlighter: highlighter.as_ref(),
    };
    editor.view(area, buffer, &style)
}

/// As many rows of what stands at `target` as there is room for, with what is marked in them.
fn draw_rows(
    target: FocusTarget,
    text: &str,
    style: Style,
    scene: &Scene,
    place: Rect,
    buffer: &mut Buffer,
) {
    let ranges = row_ranges(text, place.width.into()).take(place.height.into());
    let ranges: Vec<_> = ranges.collect();
    let in_sight = ranges.last().and_then(|last| text.get(..last.end));
    let highlighter = Highlighter::at(target, scene).zip(in_sight);
    let highlights = highlighter.map_or_else(Vec::new, |(highlighter, text)| {
        highlighter.highlights(text).collect()
    });
    for (row, range) in (0..place.height).zip(ranges) {
        put(
            place,
            row,
            highlighter::row(text, range, style, &highlights),
            buffer,
        );
    }
}
