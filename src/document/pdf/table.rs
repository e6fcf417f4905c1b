//! Tables: columns as wide as their words want, rows that stay whole, and the head again on every sheet.

use krilla::tagging::{TableHeaderScope, Tag, TagKind};

use crate::document::{
    block::TextSpan,
    columns::{Want, shared},
};

use super::{
    breaking::broken,
    face::drawable,
    page::{Branch, PdfPage},
    sheets::{Ink, Leaf, MEASURE, Owner, SIDE, Shade, Sheets},
};

const SIZE: f32 = 9.5;
const LINE: f32 = SIZE * 1.36;
/// Between two columns.
const BESIDE: f32 = 10.0;
/// Above and below the words of a row.
const ROUND: f32 = 3.0;

struct TableCell {
    lines: Vec<Vec<TextSpan>>,
    leaf: Leaf,
}

struct TableRow {
    cells: Vec<TableCell>,
    lines: usize,
}

impl TableRow {
    fn height(&self) -> f32 {
        height(self.lines)
    }
}

fn height(lines: usize) -> f32 {
    lines as f32 * LINE + 2.0 * ROUND
}

/// Lays the table out and says how it hangs together.
pub(super) fn table(page: &mut PdfPage<'_>, head: &[String], rows: &[Vec<String>]) -> Branch {
    let drawn = |row: &[String], span: fn(String) -> TextSpan| -> Vec<TextSpan> {
        row.iter().map(|cell| span(drawable(cell))).collect()
    };
    let head = drawn(head, TextSpan::bold);
    let rows: Vec<Vec<TextSpan>> = rows.iter().map(|row| drawn(row, TextSpan::plain)).collect();
    let columns = columns(page, &head, &rows);
    let head = row(page, &head, &columns);
    let rows: Vec<TableRow> = rows
        .iter()
        .map(|cells| row(page, cells, &columns))
        .collect();
    // A head that fills much of a sheet is not worth having twice.
    let again = Some(&head).filter(|head| head.height() * 3.0 < Sheets::whole());
    let first = rows.first().map_or(0.0, |row| height(row.lines.min(3)));
    page.sheets.keep(head.height() + first);
    place(page, &head, &columns, None);
    rule(page, 1.0, Shade::Grey);
    for row in &rows {
        place(page, row, &columns, again);
        rule(page, 0.5, Shade::Pale);
    }
    let structure = |row: &TableRow, tag: &dyn Fn() -> TagKind| {
        let cell = |cell: &TableCell| Branch::Group(tag(), vec![Branch::Words(cell.leaf)]);
        Branch::Group(Tag::TR.into(), row.cells.iter().map(cell).collect())
    };
    let named = structure(&head, &|| Tag::TH(TableHeaderScope::Column).into());
    let mut parts = vec![Branch::Group(Tag::THead.into(), vec![named])];
    if !rows.is_empty() {
        let rows = rows.iter().map(|row| structure(row, &|| Tag::TD.into()));
        parts.push(Branch::Group(Tag::TBody.into(), rows.collect()));
    }
    Branch::Group(Tag::Table.into(), parts)
}

/// Where each column begins, from the left margin, and how wide it is.
fn columns(page: &PdfPage<'_>, head: &[TextSpan], rows: &[Vec<TextSpan>]) -> Vec<(f32, f32)> {
    let width = |span: &TextSpan| BESIDE + page.fonts.width(span, SIZE);
    let wants: Vec<Want> = (0..head.len())
        .map(|column| {
            let all = std::iter::once(head).chain(rows.iter().map(Vec::as_slice));
            let cells: Vec<&TextSpan> = all.filter_map(|row| row.get(column)).collect();
            let words = cells.iter().flat_map(|cell| {
                let word = |text: &str| TextSpan {
                    text: text.to_owned(),
                    bold: cell.bold,
                };
                cell.text.split(' ').map(word).collect::<Vec<_>>()
            });
            Want {
                least: words.map(|word| width(&word)).fold(0.0, f32::max),
                most: cells.iter().map(|cell| width(cell)).fold(0.0, f32::max),
            }
        })
        .collect();
    let mut x = 0.0;
    shared(&wants, MEASURE)
        .into_iter()
        .map(|width| {
            let column = (x, width);
            x += width;
            column
        })
        .collect()
}

fn row(page: &mut PdfPage<'_>, cells: &[TextSpan], columns: &[(f32, f32)]) -> TableRow {
    let cells: Vec<TableCell> = cells
        .iter()
        .zip(columns)
        .map(|(words, (_, width))| {
            // A hair more, so that a column as wide as its words does not break them.
            let width = width - BESIDE + 0.01;
            let mut lines = broken(std::slice::from_ref(words), page.fonts, SIZE, width);
            // A cell without words would not be in the structure at all.
            if words.text.is_empty() {
                lines = vec![vec![TextSpan::plain(" ")]];
            }
            let leaf = page.leaf();
            TableCell { lines, leaf }
        })
        .collect();
    let lines = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
    TableRow { cells, lines }
}

/// Draws a row. It is parted only where it would not fit on a sheet of its own; the head stands above on each new one.
fn place(page: &mut PdfPage<'_>, row: &TableRow, columns: &[(f32, f32)], head: Option<&TableRow>) {
    let mut done = 0;
    while done < row.lines {
        let left = row.lines - done;
        let fitting = (((page.sheets.room() - 2.0 * ROUND) / LINE).max(0.0)) as usize;
        let above = head.map_or(0.0, TableRow::height);
        let stays_whole = height(left) <= Sheets::whole() - above;
        if fitting < left && (stays_whole || fitting < 2) && !page.sheets.is_fresh() {
            page.sheets.turn();
            if let Some(head) = head {
                lines(page, head, columns, 0, head.lines, Copy::Again);
                rule(page, 1.0, Shade::Grey);
            }
            // Where it does not fit now, it never will.
            let room = page.sheets.room();
            let fitting = ((room - 2.0 * ROUND) / LINE).max(1.0) as usize;
            let count = left.min(fitting);
            lines(page, row, columns, done, count, Copy::First);
            done += count;
            continue;
        }
        let count = left.min(fitting.max(1));
        lines(page, row, columns, done, count, Copy::First);
        done += count;
    }
}

/// Whether a row stands here for the first time.
#[derive(Clone, Copy)]
enum Copy {
    First,
    Again,
}

/// Draws some lines of every cell of a row.
fn lines(
    page: &mut PdfPage<'_>,
    row: &TableRow,
    columns: &[(f32, f32)],
    from: usize,
    count: usize,
    copy: Copy,
) {
    let top = page.sheets.y + ROUND;
    for (cell, (x, _)) in row.cells.iter().zip(columns) {
        let owner = match copy {
            Copy::First => Owner::Text(cell.leaf),
            Copy::Again => Owner::Repeated,
        };
        let shown = cell.lines.iter().skip(from).take(count);
        let mut y = top;
        for line in shown {
            page.words(owner, SIDE + x, y, SIZE, line);
            y += LINE;
        }
    }
    page.sheets.y += height(count);
}

fn rule(page: &mut PdfPage<'_>, thickness: f32, shade: Shade) {
    let rule = Ink::Rule {
        x: SIDE,
        y: page.sheets.y,
        width: MEASURE,
        height: thickness,
        shade,
    };
    page.sheets.draw(Owner::Decoration, rule);
}
