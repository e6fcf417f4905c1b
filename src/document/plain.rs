//! Lays a document out as plain lines of a given width, for the screen and for reading back.

use super::{
    block::{Block, Document, Level, ListPoint, TextSpan, lines},
    ties::untied,
};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands between two columns of a table.
const COLUMN_GAP: &str = "  ";

/// Columns of a line of a mail, so that it reads well wherever it is pasted.
const MAIL_WIDTH: usize = 72;

/// One line of text as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainLine {
    /// The whole line, without a line break; empty between blocks.
    pub text: String,
    /// What the line is part of.
    pub role: PlainRole,
}

/// What a line is part of, so that the screen may style it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlainRole {
    /// The title of the document.
    Title,
    /// A heading.
    Heading(Level),
    /// Running text, points, rows and the empty lines between.
    Body,
    /// The names of a table's columns.
    TableHead,
    /// Somebody's own words.
    Quote,
}

/// What becomes of a word that is wider than a line.
#[derive(Clone, Copy)]
enum LongWord {
    /// It goes on in the next line.
    Cut,
    /// It reaches beyond the line.
    Whole,
}

/// Lays the document out in lines of at most `width` columns of the screen.
///
/// A line goes beyond only where its mark and a single letter already do. A table that does not fit is
/// written as lines of `label: value`.
pub fn plain(document: &Document, width: usize) -> Vec<PlainLine> {
    laid_out(document, width, LongWord::Cut)
}

fn laid_out(document: &Document, width: usize, long_word: LongWord) -> Vec<PlainLine> {
    let document = document.tied();
    let mut page = PlainPage {
        width,
        long_word,
        lines: Vec::new(),
    };
    if let Some(title) = &document.title {
        page.text(PlainRole::Title, "", title);
    }
    for block in &document.blocks {
        page.part_from_last_block();
        page.block(block);
    }
    page.lines
}

/// The document as text for a mail. A word that is wider than a line stands on its own: a link that is cut leads nowhere.
pub fn mail(document: &Document) -> String {
    let lines = laid_out(document, MAIL_WIDTH, LongWord::Whole);
    lines.iter().map(|line| line.text.clone() + "\n").collect()
}

/// The columns a text takes on the screen, letter by letter as a reader sees letters.
pub fn display_width(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

struct PlainPage {
    width: usize,
    long_word: LongWord,
    lines: Vec<PlainLine>,
}

impl PlainPage {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } => self.text(PlainRole::Heading(*level), "", text),
            Block::Paragraph(spans) => self.spans(PlainRole::Body, "", "", spans),
            Block::List(items) => self.items(items, |_| "• ".to_owned()),
            Block::Numbered(items) => self.items(items, |number| format!("{number}. ")),
            Block::Table { head, rows } => self.table(head, rows),
            Block::Quote(spans) => self.spans(PlainRole::Quote, "> ", "> ", spans),
        }
    }

    /// An empty line, except that a heading stays with what it names.
    fn part_from_last_block(&mut self) {
        match self.lines.last().map(|line| line.role) {
            None | Some(PlainRole::Heading(_)) => {}
            Some(PlainRole::Title | PlainRole::Body | PlainRole::TableHead | PlainRole::Quote) => {
                self.push(PlainRole::Body, String::new());
            }
        }
    }

    fn items(&mut self, items: &[ListPoint], mark: impl Fn(usize) -> String) {
        for (number, item) in (1..).zip(items) {
            let mark = mark(number);
            self.spans(PlainRole::Body, &mark, &blank(&mark), item);
        }
    }

    fn table(&mut self, head: &[String], rows: &[Vec<String>]) {
        let all = std::iter::once(head).chain(rows.iter().map(Vec::as_slice));
        let lines = columns(&all.collect::<Vec<_>>());
        if lines.iter().all(|line| display_width(line) <= self.width) {
            for (index, line) in lines.into_iter().enumerate() {
                let role = match index {
                    0 => PlainRole::TableHead,
                    _ => PlainRole::Body,
                };
                self.push(role, line);
            }
        } else {
            self.labelled_rows(head, rows);
        }
    }

    fn labelled_rows(&mut self, head: &[String], rows: &[Vec<String>]) {
        if rows.is_empty() {
            for label in head.iter().filter(|label| !label.is_empty()) {
                self.text(PlainRole::TableHead, "", label);
            }
        }
        for (index, row) in rows.iter().enumerate() {
            if index > 0 {
                self.push(PlainRole::Body, String::new());
            }
            for (label, value) in head.iter().zip(row).filter(|(_, value)| !value.is_empty()) {
                let label = match label.as_str() {
                    "" => String::new(),
                    label => format!("{label}: "),
                };
                self.text(PlainRole::Body, "", &format!("{label}{value}"));
            }
        }
    }

    fn spans(&mut self, role: PlainRole, first: &str, rest: &str, spans: &[TextSpan]) {
        for (index, line) in lines(spans).iter().enumerate() {
            let text: String = line.iter().map(|span| span.text.as_str()).collect();
            self.wrapped(role, if index == 0 { first } else { rest }, rest, &text);
        }
    }

    fn text(&mut self, role: PlainRole, mark: &str, text: &str) {
        self.wrapped(role, mark, mark, text);
    }

    fn wrapped(&mut self, role: PlainRole, first: &str, rest: &str, text: &str) {
        let width = self.width.saturating_sub(display_width(first));
        for (index, line) in wrap(text, width, self.long_word).iter().enumerate() {
            let mark = if index == 0 { first } else { rest };
            self.push(role, format!("{mark}{line}"));
        }
    }

    fn push(&mut self, role: PlainRole, text: String) {
        // A no-break space has done its work when lines are broken; who searches the text types another.
        let text = untied(&text);
        self.lines.push(PlainLine { text, role });
    }
}

fn blank(mark: &str) -> String {
    " ".repeat(display_width(mark))
}

/// Each row as a line, its cells under those of the rows above.
pub fn columns<R: AsRef<[String]>>(rows: &[R]) -> Vec<String> {
    let mut widths: Vec<usize> = Vec::new();
    for row in rows.iter().map(R::as_ref) {
        widths.resize(widths.len().max(row.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = display_width(cell).max(*width);
        }
    }
    let line = |row: &[String]| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| {
            let padding = " ".repeat(width.saturating_sub(display_width(cell)));
            format!("{cell}{padding}")
        });
        let line = cells.collect::<Vec<_>>().join(COLUMN_GAP);
        line.trim_end().to_owned()
    };
    rows.iter().map(|row| line(row.as_ref())).collect()
}

/// A paragraph in lines of at most so many columns; a word that is wider reaches beyond its line.
pub fn broken(paragraph: &str, width: usize) -> Vec<String> {
    wrap(paragraph, width, LongWord::Whole)
}

/// Breaks at spaces only, so that a no-break space holds; where a word wider than the line is cut, it is between letters.
fn wrap(text: &str, width: usize, long_word: LongWord) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split(' ') {
        let wide = display_width(word);
        if !line.is_empty() {
            if used + 1 + wide <= width {
                line.push(' ');
                used += 1;
            } else {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
        }
        for letter in word.graphemes(true) {
            let wide = letter.width();
            let full = !line.is_empty() && used + wide > width;
            if full && matches!(long_word, LongWord::Cut) {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push_str(letter);
            used += wide;
        }
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(row: &[&str]) -> Vec<String> {
        row.iter().map(|cell| (*cell).to_owned()).collect()
    }

    fn check(blocks: Vec<Block>, width: usize, expected: &[&str]) {
        let document = Document {
            title: None,
            blocks,
        };
        let lines = plain(&document, width);
        let text: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(text, expected);
    }

    #[test]
    fn a_line_breaks_at_spaces_and_hangs_under_its_mark() {
        let item = |text: &str| vec![TextSpan::plain(text)];
        let list = Block::List(vec![item("Kari møter opp\ni tide"), item("så")]);
        let marked = ["• Kari møter", "  opp", "  i tide", "• så"];
        check(vec![list], 13, &marked);
        let numbered = Block::Numbered(vec![item("Ring legen nå")]);
        check(vec![numbered], 13, &["1. Ring legen", "   nå"]);
        let quote = Block::Quote(vec![TextSpan::bold("Jeg"), TextSpan::plain(" vil prøve")]);
        check(vec![quote], 10, &["> Jeg vil", "> prøve"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_between_letters() {
        let paragraph = |text: &str| vec![Block::Paragraph(vec![TextSpan::plain(text)])];
        check(paragraph("渡辺渡辺"), 5, &["渡辺", "渡辺"]);
        check(paragraph("🇳🇴🇳🇴 å"), 2, &["🇳🇴", "🇳🇴", "å"]);
        check(
            paragraph("50\u{a0}% stilling"),
            5,
            &["50 %", "still", "ing"],
        );
        check(paragraph("æøå"), 0, &["æ", "ø", "å"]);
    }

    #[test]
    fn a_table_is_aligned_when_it_fits_and_labelled_when_not() {
        let table = || Block::Table {
            head: cells(&["Hva", "Hvem", "Frist"]),
            rows: vec![
                cells(&["Pult 渡", "Åse", "1. mai"]),
                cells(&["Ring", "", "nå"]),
            ],
        };
        let aligned = [
            "Hva      Hvem  Frist",
            "Pult 渡  Åse   1. mai",
            "Ring           nå",
        ];
        check(vec![table()], 21, &aligned);
        let labelled = [
            "Hva: Pult 渡",
            "Hvem: Åse",
            "Frist: 1. mai",
            "",
            "Hva: Ring",
            "Frist: nå",
        ];
        check(vec![table()], 20, &labelled);
        let head_alone = Block::Table {
            head: cells(&["Hva", "", "Hvem"]),
            rows: vec![],
        };
        check(vec![head_alone], 5, &["Hva", "Hvem"]);
    }

    #[test]
    fn a_heading_stays_with_what_it_names() {
        let document = Document {
            title: Some("Referat".into()),
            blocks: vec![
                Block::Heading {
                    level: Level::Two,
                    text: "Avtaler".into(),
                },
                Block::Paragraph(vec![TextSpan::plain("Ingen.")]),
                Block::Quote(vec![TextSpan::plain("Takk.")]),
            ],
        };
        let line = |role, text: &str| PlainLine {
            text: text.into(),
            role,
        };
        let expected = [
            line(PlainRole::Title, "Referat"),
            line(PlainRole::Body, ""),
            line(PlainRole::Heading(Level::Two), "Avtaler"),
            line(PlainRole::Body, "Ingen."),
            line(PlainRole::Body, ""),
            line(PlainRole::Quote, "> Takk."),
        ];
        assert_eq!(plain(&document, 20), expected);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_ink_is_lost(
            text in "([a-zæøå]{0,12}| |\n|\u{a0}|渡|🇳🇴|e\u{301}|.){0,30}",
            width in 0_usize..40,
        ) {
            let document = Document {
                title: Some(text.clone()),
                blocks: vec![
                    Block::Paragraph(vec![TextSpan::plain(text.clone())]),
                    Block::Table { head: vec![text.clone()], rows: vec![] },
                    Block::List(vec![vec![TextSpan::bold(text.clone())]]),
                ],
            };
            let ink = |text: &str| text.split_whitespace().collect::<String>();
            let lines = plain(&document, width);
            for line in &lines {
                // Beside a sign wider than the line may stand what takes no room, and what a list begins with.
                let letters = line.text.trim_start_matches("• ").trim_start();
                let with_room = letters.graphemes(true).filter(|letter| display_width(letter) > 0);
                prop_assert!(
                    display_width(&line.text) <= width || with_room.count() <= 1,
                    "{:?}", line,
                );
            }
            let shown: String = lines.iter().map(|line| ink(&line.text)).collect();
            let Document { title, .. } = document.tidy();
            if let Some(title) = title.map(|title| ink(&title)) {
                prop_assert_eq!(shown, format!("{title}{title}{title}•{title}"));
            }
        }
    }
}
