//! Lays the blocks of a document out on sheets, and says how what stands there hangs together.

use std::num::NonZeroU16;

use krilla::tagging::{ListNumbering, Tag};

use crate::document::block::{Block, Depths, Document, ListPoint, TextSpan, lines};

use super::{
    breaking::broken,
    face::{Fonts, drawable, shortened},
    page::{Branch, Heading, PdfPage},
    sheets::{Ink, Leaf, MEASURE, Owner, SIDE, Shade, SheetArea, Sheets},
    table,
};

/// The size of running text, in points.
const BODY: f32 = 10.5;
/// The height of a line, in sizes of its letters.
const LEADING: f32 = 1.4;
const GAP: f32 = 6.0;
/// How much of what a heading names stays on its page: two lines of running text and what parts them from it.
const BELOW_HEADING: f32 = 2.0 * BODY * LEADING + GAP;

/// A laid out document.
pub(super) struct Layout {
    /// What is drawn.
    pub(super) sheets: Sheets,
    /// How it hangs together.
    pub(super) structure: Vec<Branch>,
    /// How many places of the structure hold words.
    pub(super) leaves: usize,
    /// Its headings, from top to bottom.
    pub(super) headings: Vec<Heading>,
}

/// The document on its sheets.
pub(super) fn layout(document: &Document, fonts: &Fonts) -> Layout {
    let mut page = PdfPage::new(fonts);
    let mut structure = Vec::new();
    if let Some(title) = &document.title {
        structure.push(page.heading(1, title, 20.0));
    }
    let mut depths = Depths::of(document);
    for block in &document.blocks {
        structure.push(page.block(block, &mut depths));
    }
    Layout {
        sheets: page.sheets,
        structure,
        leaves: page.leaves,
        headings: page.headings,
    }
}

/// Running text at its place.
struct TextFlow {
    lines: Vec<Vec<TextSpan>>,
    x: f32,
    size: f32,
    leaf: Leaf,
    /// What stands before the first line.
    mark: Option<(Leaf, f32, TextSpan)>,
}

impl PdfPage<'_> {
    fn block(&mut self, block: &Block, depths: &mut Depths) -> Branch {
        match block {
            Block::Heading { level, text } => {
                let depth = depths.next(*level);
                let size = match depth {
                    0..=2 => 14.0,
                    3 => 12.0,
                    _ => BODY,
                };
                self.heading(depth, text, size)
            }
            Block::Paragraph(spans) => {
                self.sheets.skip(GAP);
                self.paragraph(spans, 0.0).0
            }
            Block::List(items) => self.list(ListNumbering::Disc, items, |_| "•".to_owned()),
            Block::Numbered(items) => {
                self.list(ListNumbering::Decimal, items, |number| format!("{number}."))
            }
            Block::Table { head, rows } => {
                self.sheets.skip(GAP + 2.0);
                table::table(self, head, rows)
            }
            Block::Quote(spans) => self.quote(spans),
        }
    }

    fn heading(&mut self, depth: u16, text: &str, size: f32) -> Branch {
        let text = drawable(text);
        let words = [TextSpan::bold(text.clone())];
        let lines = broken(&words, self.fonts, size, MEASURE);
        self.sheets.skip(size * 0.9);
        self.sheets
            .keep(lines.len() as f32 * size * LEADING + BELOW_HEADING);
        let name = shortened(&text);
        self.headings.push(Heading {
            depth,
            name: name.clone(),
            sheet: self.sheets.number(),
            y: self.sheets.y,
        });
        let leaf = self.leaf();
        self.flow(TextFlow {
            lines,
            x: 0.0,
            size,
            leaf,
            mark: None,
        });
        let level = NonZeroU16::new(depth).unwrap_or(NonZeroU16::MIN);
        Branch::Group(Tag::Hn(level, Some(name)).into(), vec![Branch::Words(leaf)])
    }

    fn paragraph(&mut self, spans: &[TextSpan], x: f32) -> (Branch, Vec<SheetArea>) {
        let lines = self.broken(spans, MEASURE - x);
        let leaf = self.leaf();
        let areas = self.flow(TextFlow {
            lines,
            x,
            size: BODY,
            leaf,
            mark: None,
        });
        let paragraph = Branch::Group(Tag::P.into(), vec![Branch::Words(leaf)]);
        (paragraph, areas)
    }

    fn quote(&mut self, spans: &[TextSpan]) -> Branch {
        const INDENT: f32 = 14.0;
        self.sheets.skip(GAP);
        let (paragraph, areas) = self.paragraph(spans, INDENT);
        for SheetArea { sheet, from, to } in areas {
            let rule = Ink::Rule {
                x: SIDE + 1.0,
                y: from,
                width: 2.0,
                height: to - from,
                shade: Shade::Pale,
            };
            self.sheets.draw_on(sheet, Owner::Decoration, rule);
        }
        Branch::Group(Tag::BlockQuote.into(), vec![paragraph])
    }

    fn list(
        &mut self,
        numbering: ListNumbering,
        items: &[ListPoint],
        mark: impl Fn(usize) -> String,
    ) -> Branch {
        let mark = |number| TextSpan::plain(mark(number));
        let widest = self.fonts.width(&mark(items.len()), BODY);
        let indent = widest.max(6.0) + 10.0;
        self.sheets.skip(GAP);
        let mut points = Vec::new();
        for (number, item) in (1..).zip(items) {
            if number > 1 {
                self.sheets.skip(2.0);
            }
            let lines = self.broken(item, MEASURE - indent);
            let (label, leaf) = (self.leaf(), self.leaf());
            self.flow(TextFlow {
                lines,
                x: indent,
                size: BODY,
                leaf,
                mark: Some((label, 2.0, mark(number))),
            });
            let label = Branch::Group(Tag::Lbl.into(), vec![Branch::Words(label)]);
            let body = Branch::Group(Tag::LBody.into(), vec![Branch::Words(leaf)]);
            points.push(Branch::Group(Tag::LI.into(), vec![label, body]));
        }
        Branch::Group(Tag::L(numbering).into(), points)
    }

    /// The lines of the text, broken where they are too wide. A space ends each but the last, for whoever hears them as one.
    fn broken(&self, spans: &[TextSpan], width: f32) -> Vec<Vec<TextSpan>> {
        let mut broken_lines: Vec<Vec<TextSpan>> = Vec::new();
        for line in lines(spans) {
            if let Some(last) = broken_lines.last_mut().and_then(|line| line.last_mut()) {
                last.text.push(' ');
            }
            let line: Vec<TextSpan> = line
                .iter()
                .map(|span| TextSpan {
                    text: drawable(&span.text),
                    bold: span.bold,
                })
                .collect();
            broken_lines.extend(broken(&line, self.fonts, BODY, width));
        }
        broken_lines
    }

    fn flow(&mut self, flow: TextFlow) -> Vec<SheetArea> {
        let height = flow.size * LEADING;
        let count = flow.lines.len();
        let mut mark = flow.mark;
        let mut areas: Vec<SheetArea> = Vec::new();
        for (number, line) in flow.lines.iter().enumerate() {
            // Neither the first nor the last line of a text stands alone on a sheet.
            let left = count - number;
            let together = if number == 0 || left == 2 {
                left.min(2)
            } else {
                1
            };
            self.sheets.keep(together as f32 * height);
            let (sheet, from) = (self.sheets.number(), self.sheets.y);
            if let Some((leaf, x, words)) = mark.take() {
                self.words(Owner::Text(leaf), SIDE + x, from, flow.size, &[words]);
            }
            self.words(Owner::Text(flow.leaf), SIDE + flow.x, from, flow.size, line);
            self.sheets.y += height;
            let to = self.sheets.y;
            match areas.last_mut() {
                Some(last) if last.sheet == sheet => last.to = to,
                _ => areas.push(SheetArea { sheet, from, to }),
            }
        }
        areas
    }
}
