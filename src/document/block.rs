//! The one model of every document: a title and blocks of text, with no trace of any file format.

/// A finished document, ready for any of the writers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What the document is called; written above everything else.
    pub title: Option<String>,
    /// The content from top to bottom.
    pub blocks: Vec<Block>,
}

/// One piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The name of what follows.
    Heading {
        /// Its place among the headings.
        level: Level,
        /// Its words; a line break counts as a space.
        text: String,
    },
    /// Running text; `\n` in a span starts a new line of the same paragraph.
    Paragraph(Vec<TextSpan>),
    /// Bullets.
    List(Vec<ListPoint>),
    /// Points numbered from one.
    Numbered(Vec<ListPoint>),
    /// Rows under a head; a line break in a cell counts as a space.
    Table {
        /// What the columns are called.
        head: Vec<String>,
        /// The rows, whose cells stand in the order of the head.
        rows: Vec<Vec<String>>,
    },
    /// Somebody's own words; `\n` in a span starts a new line of the same quote.
    Quote(Vec<TextSpan>),
}

/// How deep a heading lies under the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A chapter.
    One,
    /// A part of a chapter.
    Two,
    /// The deepest there is.
    Three,
}

/// How deep each heading of a document lies, from the top down.
///
/// Readers that go by the structure want no step left out on the way down, whatever levels the headings ask for.
#[derive(Debug)]
pub struct Depths {
    title: u16,
    last: u16,
}

impl Depths {
    /// Before the first heading of this tidy document; its title lies at depth one.
    pub fn of(document: &Document) -> Self {
        let title = u16::from(document.title.is_some());
        Self { title, last: title }
    }

    /// The depth of the next heading, one at the top.
    pub fn next(&mut self, level: Level) -> u16 {
        let wanted = match level {
            Level::One => 1,
            Level::Two => 2,
            Level::Three => 3,
        };
        self.last = (self.title + wanted).min(self.last + 1);
        self.last
    }
}

/// One point of a list; `\n` in a span starts a new line of the same point.
pub type ListPoint = Vec<TextSpan>;

/// A run of text in one weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextSpan {
    /// The words as they shall be read: never markup.
    pub text: String,
    /// Whether it stands out, as labels do.
    pub bold: bool,
}

impl TextSpan {
    /// Text in the common weight.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            bold: false,
        }
    }

    /// Text that stands out.
    pub fn bold(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            bold: true,
        }
    }
}

/// Turns a note into paragraphs: every line stays a line, and an empty line starts a new paragraph.
pub fn note(text: &str) -> Vec<Block> {
    paragraphs(text).map(Block::Paragraph).collect()
}

/// Turns somebody's own words into quotes, with the lines kept as [`note`] keeps them.
pub fn quote(text: &str) -> Vec<Block> {
    paragraphs(text).map(Block::Quote).collect()
}

/// Splits the spans of a tidy block into its lines.
pub fn lines(spans: &[TextSpan]) -> Vec<Vec<TextSpan>> {
    let mut lines = Vec::new();
    let mut line = Vec::new();
    for span in spans {
        let mut pieces = span.text.split('\n').peekable();
        while let Some(text) = pieces.next() {
            if !text.is_empty() {
                line.push(TextSpan {
                    text: text.to_owned(),
                    bold: span.bold,
                });
            }
            if pieces.peek().is_some() {
                lines.push(std::mem::take(&mut line));
            }
        }
    }
    lines.push(line);
    lines
}

impl Document {
    /// Returns the document as every writer may rely on it.
    ///
    /// Nothing in it is empty but the cells of a table, whose rows are all equally long.
    /// A run of white space is one sign, never first or last in a line or in a bold span:
    /// `\n` between lines, a no-break space where one was meant, else a space.
    /// Neighbouring spans differ in weight. Headings and cells have one line.
    pub fn tidy(&self) -> Self {
        Self {
            title: self
                .title
                .as_deref()
                .map(tidy_line)
                .filter(|title| !title.is_empty()),
            blocks: self.blocks.iter().filter_map(Block::tidy).collect(),
        }
    }
}

impl Block {
    fn tidy(&self) -> Option<Self> {
        match self {
            Self::Heading { level, text } => {
                let (level, text) = (*level, tidy_line(text));
                (!text.is_empty()).then_some(Self::Heading { level, text })
            }
            Self::Paragraph(spans) => tidy_spans(spans).map(Self::Paragraph),
            Self::List(items) => tidy_items(items).map(Self::List),
            Self::Numbered(items) => tidy_items(items).map(Self::Numbered),
            Self::Table { head, rows } => tidy_table(head, rows),
            Self::Quote(spans) => tidy_spans(spans).map(Self::Quote),
        }
    }
}

fn paragraphs(text: &str) -> impl Iterator<Item = Vec<TextSpan>> {
    let mut lines = text.lines();
    std::iter::from_fn(move || {
        let mut paragraph = lines.by_ref().find(|line| !is_blank(line))?.to_owned();
        for line in lines.by_ref().take_while(|line| !is_blank(line)) {
            paragraph.push('\n');
            paragraph.push_str(line);
        }
        Some(vec![TextSpan::plain(paragraph)])
    })
}

fn is_blank(line: &str) -> bool {
    line.chars().all(|sign| gap(sign).is_some())
}

fn tidy_table(head: &[String], rows: &[Vec<String>]) -> Option<Block> {
    let columns = rows.iter().map(Vec::len).fold(head.len(), usize::max);
    let tidy_row = |row: &[String]| {
        let mut row: Vec<String> = row.iter().map(|cell| tidy_line(cell)).collect();
        row.resize(columns, String::new());
        row
    };
    let says_something = |row: &Vec<String>| row.iter().any(|cell| !cell.is_empty());
    let head = tidy_row(head);
    let rows: Vec<_> = rows
        .iter()
        .map(|row| tidy_row(row))
        .filter(says_something)
        .collect();
    (says_something(&head) || !rows.is_empty()).then_some(Block::Table { head, rows })
}

fn tidy_items(items: &[ListPoint]) -> Option<Vec<ListPoint>> {
    let items: Vec<_> = items.iter().filter_map(|item| tidy_spans(item)).collect();
    (!items.is_empty()).then_some(items)
}

fn tidy_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for span in tidy_spans(&[TextSpan::plain(text)]).into_iter().flatten() {
        line.push_str(&span.text.replace('\n', " "));
    }
    line
}

fn tidy_spans(spans: &[TextSpan]) -> Option<Vec<TextSpan>> {
    let mut tidy: Vec<TextSpan> = Vec::new();
    let mut waiting = None;
    for span in spans {
        for sign in span.text.chars() {
            if let Some(gap) = gap(sign) {
                waiting = Some(wider(waiting, gap));
                continue;
            }
            // A gap at the edge of a bold span belongs to the plain one beside it.
            for (sign, bold) in [
                (
                    waiting.take().filter(|_| !tidy.is_empty()),
                    span.bold && ends_bold(&tidy),
                ),
                (Some(sign), span.bold),
            ] {
                let Some(sign) = sign else { continue };
                match tidy.last_mut() {
                    Some(last) if last.bold == bold => last.text.push(sign),
                    _ => tidy.push(TextSpan {
                        text: sign.into(),
                        bold,
                    }),
                }
            }
        }
    }
    (!tidy.is_empty()).then_some(tidy)
}

fn ends_bold(spans: &[TextSpan]) -> bool {
    spans.last().is_some_and(|span| span.bold)
}

/// What a sign without ink stands for between two words, `None` for a sign that is seen.
fn gap(sign: char) -> Option<char> {
    match sign {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{a0}' | '\u{2007}' | '\u{202f}' => Some(sign),
        // A byte order mark is swallowed by readers when it comes first.
        _ if sign.is_whitespace() || sign.is_control() || sign == '\u{feff}' => Some(' '),
        _ => None,
    }
}

fn wider(gap: Option<char>, next: char) -> char {
    match (gap, next) {
        (_, '\n') | (None, _) => next,
        (Some(gap), _) => gap,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ink(text: &str) -> String {
        text.chars().filter(|sign| gap(*sign).is_none()).collect()
    }

    fn check_spans(before: &[TextSpan], after: &[TextSpan]) {
        let tidy = tidy_spans(before).unwrap_or_default();
        assert_eq!(tidy, after, "{before:?}");
    }

    #[test]
    fn white_space_becomes_one_sign_on_the_plain_side() {
        let (plain, bold) = (
            |text: &str| TextSpan::plain(text),
            |text: &str| TextSpan::bold(text),
        );
        check_spans(&[plain(" a \t b  ")], &[plain("a b")]);
        check_spans(&[plain("a \r\n \n b")], &[plain("a\nb")]);
        check_spans(&[plain("50\u{a0}%\u{a0}")], &[plain("50\u{a0}%")]);
        check_spans(
            &[bold(" Frist: "), plain("4.")],
            &[bold("Frist:"), plain(" 4.")],
        );
        check_spans(&[plain("se"), bold("\nher")], &[plain("se\n"), bold("her")]);
        check_spans(&[bold("a"), plain(" "), bold("b")], &[bold("a b")]);
        check_spans(&[bold("a\n"), plain(""), bold("b")], &[bold("a\nb")]);
        check_spans(&[plain("\u{feff}\0a")], &[plain("a")]);
        check_spans(&[plain(" \n\u{a0}"), bold("\t")], &[]);
    }

    #[test]
    fn a_note_keeps_its_lines_and_an_empty_line_parts_paragraphs() {
        let paragraph = |text: &str| Block::Paragraph(vec![TextSpan::plain(text)]);
        let text = "\n \nKari møter.\r\n- Tar med plan\n \t\n\nOla ringer.\n";
        let expected = [
            paragraph("Kari møter.\n- Tar med plan"),
            paragraph("Ola ringer."),
        ];
        assert_eq!(note(text), expected);
        assert_eq!(note(" \n\n"), []);
        let own_words = [Block::Quote(vec![TextSpan::plain("Jeg vil\nprøve.")])];
        assert_eq!(quote("Jeg vil\nprøve."), own_words);
    }

    #[test]
    fn lines_keep_the_weight_of_their_words() {
        let spans = [
            TextSpan::bold("A:"),
            TextSpan::plain(" 1\n"),
            TextSpan::bold("B\nC:"),
            TextSpan::plain(" 2"),
        ];
        let expected = [
            vec![TextSpan::bold("A:"), TextSpan::plain(" 1")],
            vec![TextSpan::bold("B")],
            vec![TextSpan::bold("C:"), TextSpan::plain(" 2")],
        ];
        assert_eq!(lines(&spans), expected);
    }

    #[test]
    fn no_depth_is_left_out_on_the_way_down() {
        let depths = |title: Option<&str>, levels: &[Level]| {
            let title = title.map(str::to_owned);
            let mut depths = Depths::of(&Document {
                title,
                blocks: vec![],
            });
            levels
                .iter()
                .map(|level| depths.next(*level))
                .collect::<Vec<_>>()
        };
        let levels = [
            Level::Three,
            Level::One,
            Level::Two,
            Level::Three,
            Level::One,
        ];
        assert_eq!(depths(Some("Referat"), &levels), [2, 2, 3, 4, 2]);
        assert_eq!(depths(None, &levels), [1, 1, 2, 3, 1]);
    }

    #[test]
    fn what_says_nothing_is_left_out_and_rows_are_equally_long() {
        let cells = |row: &[&str]| {
            row.iter()
                .map(|cell| (*cell).to_owned())
                .collect::<Vec<_>>()
        };
        let document = Document {
            title: Some(" \n".into()),
            blocks: vec![
                Block::Heading {
                    level: Level::One,
                    text: "\u{a0}".into(),
                },
                Block::Paragraph(vec![]),
                Block::List(vec![vec![], vec![TextSpan::plain(" ")]]),
                Block::Numbered(vec![vec![TextSpan::plain("en")], vec![]]),
                Block::Table {
                    head: cells(&[" "]),
                    rows: vec![cells(&["", ""])],
                },
                Block::Table {
                    head: cells(&["Hva"]),
                    rows: vec![cells(&["b", "c\nd"]), vec![], cells(&["e"])],
                },
                Block::Quote(vec![TextSpan::bold("")]),
            ],
        };
        let tidy = Document {
            title: None,
            blocks: vec![
                Block::Numbered(vec![vec![TextSpan::plain("en")]]),
                Block::Table {
                    head: cells(&["Hva", ""]),
                    rows: vec![cells(&["b", "c d"]), cells(&["e", ""])],
                },
            ],
        };
        assert_eq!(document.tidy(), tidy);
        assert_eq!(tidy.tidy(), tidy);
    }

    proptest! {
        #[test]
        fn tidying_loses_no_ink_and_keeps_its_promises(
            texts in prop::collection::vec((".{0,6}|[ a\n\u{a0}]{0,6}", any::<bool>()), 0..5),
        ) {
            let spans: Vec<_> = texts.into_iter().map(|(text, bold)| TextSpan { text, bold }).collect();
            let tidy = tidy_spans(&spans).unwrap_or_default();
            let all = |spans: &[TextSpan]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
            prop_assert_eq!(ink(&all(&tidy)), ink(&all(&spans)));
            prop_assert!(tidy.windows(2).all(|pair| pair[0].bold != pair[1].bold));
            prop_assert!(tidy.iter().all(|span| !span.text.is_empty()));
            prop_assert_eq!(tidy_spans(&tidy).unwrap_or_default(), tidy.clone());
            for line in lines(&tidy).iter().filter(|_| !tidy.is_empty()) {
                let text = all(line);
                prop_assert!(!text.is_empty() && text.trim() == text);
                prop_assert!(!text.contains("  "));
                prop_assert!(line.iter().all(|span| !span.bold || span.text.trim() == span.text));
            }
            let text = all(&spans);
            let mut noted = String::new();
            for block in note(&text) {
                let Block::Paragraph(spans) = block else { panic!("{block:?}") };
                noted.push_str(&all(&spans));
            }
            prop_assert_eq!(ink(&noted), ink(&text));
        }
    }
}
