//! The styles, under the names that Word itself has for them, so that its panes, its templates and screen readers know them.

use std::io;

use super::{WORDS, Xml, element, empty, part, value};

pub(super) const TITLE: &str = "Title";
pub(super) const BODY: &str = "BodyText";
pub(super) const BULLET: &str = "ListBullet";
pub(super) const NUMBER: &str = "ListNumber";
pub(super) const QUOTE: &str = "Quote";
pub(super) const TABLE: &str = "TableGrid";
pub(super) const TABLE_HEAD: &str = "TableHead";
pub(super) const TABLE_TEXT: &str = "TableText";
pub(super) const AFTER_TABLE: &str = "AfterTable";
pub(super) const FOOTER: &str = "Footer";

const NORMAL: &str = "Normal";
const GREY: &str = "595959";

/// The style of a heading, one at the top.
pub(super) fn heading(depth: u16) -> String {
    format!("Heading{}", depth.max(1))
}

/// How a paragraph looks. Sizes are in half points, spaces in twentieths of a point.
struct Look<'a> {
    id: &'a str,
    name: &'a str,
    size: Option<&'a str>,
    before: &'a str,
    after: &'a str,
    weight: Weight,
    kind: StyleKind,
}

/// How heavy its letters are.
enum Weight {
    Common,
    Bold,
    Pale,
}

/// What it is on the page.
enum StyleKind {
    /// Text like any other.
    Common,
    /// Stays with what follows; a heading of this depth, from naught.
    Heads(Option<&'static str>),
    /// Indented, with a line at its left.
    Quoted,
    /// At the right.
    Right,
}

const LOOKS: [Look<'_>; 12] = [
    Look {
        id: TITLE,
        name: "Title",
        size: Some("40"),
        before: "0",
        after: "200",
        weight: Weight::Bold,
        kind: StyleKind::Heads(None),
    },
    Look {
        id: "Heading1",
        name: "heading 1",
        size: Some("28"),
        before: "340",
        after: "80",
        weight: Weight::Bold,
        kind: StyleKind::Heads(Some("0")),
    },
    Look {
        id: "Heading2",
        name: "heading 2",
        size: Some("24"),
        before: "240",
        after: "60",
        weight: Weight::Bold,
        kind: StyleKind::Heads(Some("1")),
    },
    Look {
        id: "Heading3",
        name: "heading 3",
        size: Some("22"),
        before: "200",
        after: "40",
        weight: Weight::Bold,
        kind: StyleKind::Heads(Some("2")),
    },
    Look {
        id: BODY,
        name: "Body Text",
        size: None,
        before: "0",
        after: "120",
        weight: Weight::Common,
        kind: StyleKind::Common,
    },
    Look {
        id: BULLET,
        name: "List Bullet",
        size: None,
        before: "0",
        after: "60",
        weight: Weight::Common,
        kind: StyleKind::Common,
    },
    Look {
        id: NUMBER,
        name: "List Number",
        size: None,
        before: "0",
        after: "60",
        weight: Weight::Common,
        kind: StyleKind::Common,
    },
    Look {
        id: QUOTE,
        name: "Quote",
        size: None,
        before: "0",
        after: "120",
        weight: Weight::Common,
        kind: StyleKind::Quoted,
    },
    Look {
        id: TABLE_HEAD,
        name: "Table Head",
        size: Some("20"),
        before: "40",
        after: "40",
        weight: Weight::Bold,
        kind: StyleKind::Heads(None),
    },
    Look {
        id: TABLE_TEXT,
        name: "Table Text",
        size: Some("20"),
        before: "40",
        after: "40",
        weight: Weight::Common,
        kind: StyleKind::Common,
    },
    Look {
        id: AFTER_TABLE,
        name: "After Table",
        size: Some("8"),
        before: "0",
        after: "80",
        weight: Weight::Common,
        kind: StyleKind::Common,
    },
    Look {
        id: FOOTER,
        name: "footer",
        size: Some("18"),
        before: "0",
        after: "0",
        weight: Weight::Pale,
        kind: StyleKind::Right,
    },
];

/// `word/styles.xml`.
pub(super) fn styles(language: &str) -> io::Result<Vec<u8>> {
    part("w:styles", &[WORDS], |xml| {
        element(xml, "w:docDefaults", &[], |xml| defaults(xml, language))?;
        let normal = [
            ("w:type", "paragraph"),
            ("w:default", "1"),
            ("w:styleId", NORMAL),
        ];
        element(xml, "w:style", &normal, |xml| {
            value(xml, "w:name", "Normal")?;
            empty(xml, "w:qFormat", &[])
        })?;
        LOOKS.iter().try_for_each(|look| style(xml, look))?;
        table(xml)
    })
}

fn defaults(xml: &mut Xml, language: &str) -> io::Result<()> {
    element(xml, "w:rPrDefault", &[], |xml| {
        element(xml, "w:rPr", &[], |xml| {
            let fonts = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|of| (of, "Calibri"));
            empty(xml, "w:rFonts", &fonts)?;
            value(xml, "w:sz", "22")?;
            value(xml, "w:szCs", "22")?;
            value(xml, "w:lang", language)
        })
    })?;
    element(xml, "w:pPrDefault", &[], |xml| {
        element(xml, "w:pPr", &[], |xml| {
            let spacing = [("w:after", "0"), ("w:line", "269"), ("w:lineRule", "auto")];
            empty(xml, "w:spacing", &spacing)
        })
    })
}

fn style(xml: &mut Xml, look: &Look<'_>) -> io::Result<()> {
    let kind = [("w:type", "paragraph"), ("w:styleId", look.id)];
    element(xml, "w:style", &kind, |xml| {
        value(xml, "w:name", look.name)?;
        value(xml, "w:basedOn", NORMAL)?;
        match look.kind {
            StyleKind::Heads(_) => value(xml, "w:next", BODY)?,
            StyleKind::Common | StyleKind::Quoted | StyleKind::Right => {}
        }
        empty(xml, "w:qFormat", &[])?;
        element(xml, "w:pPr", &[], |xml| paragraph(xml, look))?;
        element(xml, "w:rPr", &[], |xml| letters(xml, look))
    })
}

fn paragraph(xml: &mut Xml, look: &Look<'_>) -> io::Result<()> {
    match look.kind {
        StyleKind::Heads(_) => {
            empty(xml, "w:keepNext", &[])?;
            empty(xml, "w:keepLines", &[])?;
        }
        StyleKind::Quoted => element(xml, "w:pBdr", &[], |xml| {
            let line = [
                ("w:val", "single"),
                ("w:sz", "12"),
                ("w:space", "8"),
                ("w:color", "767676"),
            ];
            empty(xml, "w:left", &line)
        })?,
        StyleKind::Common | StyleKind::Right => {}
    }
    let spacing = [("w:before", look.before), ("w:after", look.after)];
    empty(xml, "w:spacing", &spacing)?;
    match look.kind {
        StyleKind::Quoted => empty(xml, "w:ind", &[("w:left", "284")]),
        StyleKind::Right => value(xml, "w:jc", "right"),
        StyleKind::Heads(Some(depth)) => value(xml, "w:outlineLvl", depth),
        StyleKind::Heads(None) | StyleKind::Common => Ok(()),
    }
}

fn letters(xml: &mut Xml, look: &Look<'_>) -> io::Result<()> {
    match look.weight {
        Weight::Bold => {
            empty(xml, "w:b", &[])?;
            empty(xml, "w:bCs", &[])?;
        }
        Weight::Pale => value(xml, "w:color", GREY)?,
        Weight::Common => {}
    }
    if let Some(size) = look.size {
        value(xml, "w:sz", size)?;
        value(xml, "w:szCs", size)?;
    }
    Ok(())
}

fn table(xml: &mut Xml) -> io::Result<()> {
    let kind = [("w:type", "table"), ("w:styleId", TABLE)];
    element(xml, "w:style", &kind, |xml| {
        value(xml, "w:name", "Table Grid")?;
        element(xml, "w:tblPr", &[], |xml| {
            element(xml, "w:tblBorders", &[], |xml| {
                [
                    "w:top",
                    "w:left",
                    "w:bottom",
                    "w:right",
                    "w:insideH",
                    "w:insideV",
                ]
                .iter()
                .try_for_each(|side| {
                    let line = [
                        ("w:val", "single"),
                        ("w:sz", "4"),
                        ("w:space", "0"),
                        ("w:color", "A6A6A6"),
                    ];
                    empty(xml, side, &line)
                })
            })?;
            element(xml, "w:tblCellMar", &[], |xml| {
                empty(xml, "w:left", &[("w:w", "100"), ("w:type", "dxa")])?;
                empty(xml, "w:right", &[("w:w", "100"), ("w:type", "dxa")])
            })
        })
    })
}
