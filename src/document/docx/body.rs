//! The text itself: paragraphs, lists and tables, each in its style, on A4.

use std::io;

use unicode_width::UnicodeWidthStr;

use crate::document::{
    block::{Block, Depths, Document, ListPoint, TextSpan, lines},
    columns::{Want, shared},
};

use super::{WORDS, Xml, element, empty, lists, part, run, styles, value};

/// Sides of the page and its margins, in twentieths of a point: A4 with 25 mm at the sides.
const WIDTH: f32 = 11906.0;
const HEIGHT: f32 = 16838.0;
const SIDE: f32 = 1417.0;
const ABOVE: f32 = 1247.0;
const FOOT: f32 = 624.0;

/// About the width of a letter in a table, and of what is empty beside the words of a cell.
const LETTER: f32 = 125.0;
const PADDING: f32 = 240.0;

/// Letters from which a row may be parted between pages: a row that must stay whole is cut off where it fills more than one.
const LONG_ROW: usize = 1500;

/// `word/document.xml`.
pub(super) fn body(document: &Document) -> io::Result<Vec<u8>> {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    part("w:document", &[WORDS, ("xmlns:r", relations)], |xml| {
        element(xml, "w:body", &[], |xml| content(xml, document))
    })
}

fn content(xml: &mut Xml, document: &Document) -> io::Result<()> {
    if let Some(title) = &document.title {
        line(xml, styles::TITLE, title)?;
    }
    let mut depths = Depths::of(document);
    // The first depth below the title is the first heading.
    let above = u16::from(document.title.is_some());
    let mut numbered = lists::FIRST_NUMBERED;
    for block in &document.blocks {
        match block {
            Block::Heading { level, text } => {
                let depth = depths.next(*level).saturating_sub(above);
                line(xml, &styles::heading(depth), text)?;
            }
            Block::Paragraph(spans) => paragraph(xml, styles::BODY, None, spans)?,
            Block::List(items) => list(xml, styles::BULLET, lists::BULLETS, items)?,
            Block::Numbered(items) => {
                list(xml, styles::NUMBER, numbered, items)?;
                numbered += 1;
            }
            Block::Table { head, rows } => table(xml, head, rows)?,
            Block::Quote(spans) => paragraph(xml, styles::QUOTE, None, spans)?,
        }
    }
    element(xml, "w:sectPr", &[], |xml| {
        let foot = [("w:type", "default"), ("r:id", "rId4")];
        empty(xml, "w:footerReference", &foot)?;
        let size = [("w:w", &twips(WIDTH)), ("w:h", &twips(HEIGHT))];
        empty(
            xml,
            "w:pgSz",
            &size.map(|(name, size)| (name, size.as_str())),
        )?;
        let margins = [
            ("w:top", ABOVE),
            ("w:right", SIDE),
            ("w:bottom", ABOVE),
            ("w:left", SIDE),
            ("w:header", FOOT),
            ("w:footer", FOOT),
            ("w:gutter", 0.0),
        ]
        .map(|(name, size)| (name, twips(size)));
        let margins: Vec<_> = margins
            .iter()
            .map(|(name, size)| (*name, size.as_str()))
            .collect();
        empty(xml, "w:pgMar", &margins)
    })
}

fn twips(length: f32) -> String {
    format!("{length:.0}")
}

fn list(xml: &mut Xml, style: &str, list: usize, items: &[ListPoint]) -> io::Result<()> {
    items
        .iter()
        .try_for_each(|item| paragraph(xml, style, Some(list), item))
}

fn line(xml: &mut Xml, style: &str, text: &str) -> io::Result<()> {
    paragraph(xml, style, None, &[TextSpan::plain(text)])
}

fn paragraph(
    xml: &mut Xml,
    style: &str,
    list: Option<usize>,
    spans: &[TextSpan],
) -> io::Result<()> {
    element(xml, "w:p", &[], |xml| {
        element(xml, "w:pPr", &[], |xml| {
            value(xml, "w:pStyle", style)?;
            let Some(list) = list else { return Ok(()) };
            element(xml, "w:numPr", &[], |xml| {
                value(xml, "w:ilvl", "0")?;
                value(xml, "w:numId", &list.to_string())
            })
        })?;
        for (number, line) in lines(spans).iter().enumerate() {
            if number > 0 {
                element(xml, "w:r", &[], |xml| empty(xml, "w:br", &[]))?;
            }
            for span in line.iter().filter(|span| !span.text.is_empty()) {
                run(xml, span)?;
            }
        }
        Ok(())
    })
}

fn table(xml: &mut Xml, head: &[String], rows: &[Vec<String>]) -> io::Result<()> {
    let widths: Vec<String> = widths(head, rows).into_iter().map(twips).collect();
    element(xml, "w:tbl", &[], |xml| {
        element(xml, "w:tblPr", &[], |xml| {
            value(xml, "w:tblStyle", styles::TABLE)?;
            let whole = twips(WIDTH - 2.0 * SIDE);
            empty(xml, "w:tblW", &[("w:w", &whole), ("w:type", "dxa")])?;
            empty(xml, "w:tblLayout", &[("w:type", "fixed")])?;
            let look = [
                ("w:val", "0020"),
                ("w:firstRow", "1"),
                ("w:noHBand", "0"),
                ("w:noVBand", "1"),
            ];
            empty(xml, "w:tblLook", &look)
        })?;
        element(xml, "w:tblGrid", &[], |xml| {
            widths
                .iter()
                .try_for_each(|width| empty(xml, "w:gridCol", &[("w:w", width)]))
        })?;
        row(xml, styles::TABLE_HEAD, head, &widths)?;
        rows.iter()
            .try_for_each(|cells| row(xml, styles::TABLE_TEXT, cells, &widths))
    })?;
    // Without something between, Word makes one table of two.
    line(xml, styles::AFTER_TABLE, "")
}

fn row(xml: &mut Xml, style: &str, cells: &[String], widths: &[String]) -> io::Result<()> {
    element(xml, "w:tr", &[], |xml| {
        let short = cells.iter().all(|cell| cell.len() < LONG_ROW);
        let head = style == styles::TABLE_HEAD;
        if short || head {
            element(xml, "w:trPr", &[], |xml| {
                if short {
                    empty(xml, "w:cantSplit", &[])?;
                }
                if head {
                    empty(xml, "w:tblHeader", &[])?;
                }
                Ok(())
            })?;
        }
        cells.iter().zip(widths).try_for_each(|(cell, width)| {
            element(xml, "w:tc", &[], |xml| {
                element(xml, "w:tcPr", &[], |xml| {
                    empty(xml, "w:tcW", &[("w:w", width), ("w:type", "dxa")])
                })?;
                line(xml, style, cell)
            })
        })
    })
}

fn widths(head: &[String], rows: &[Vec<String>]) -> Vec<f32> {
    let length = |words: &str| PADDING + LETTER * words.width() as f32;
    let wants: Vec<Want> = (0..head.len())
        .map(|column| {
            let cells = std::iter::once(head).chain(rows.iter().map(Vec::as_slice));
            let cells: Vec<&String> = cells.filter_map(|row| row.get(column)).collect();
            let words = cells.iter().flat_map(|cell| cell.split(' '));
            Want {
                least: words.map(length).fold(0.0, f32::max),
                most: cells.iter().map(|cell| length(cell)).fold(0.0, f32::max),
            }
        })
        .collect();
    shared(&wants, WIDTH - 2.0 * SIDE)
}
