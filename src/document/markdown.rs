//! Writes a document as Markdown that reads well as it stands and gives the same text back in any reader.

use super::block::{Block, Document, Level, ListPoint, TextSpan, lines};
use super::plain::display_width;

/// The widest cell, in columns of the screen, that its neighbours in a table are aligned to.
const WIDEST_ALIGNED: usize = 40;

/// Writes the document as Markdown (`CommonMark` with the tables of GitHub).
///
/// The title becomes `#`, so that the headings go from `##` to `####`.
/// No text can turn into markup, whatever it holds. The one exception is wanted: an address that
/// begins with `http://`, `https://` or `ftp://` stands in `<…>` and can be clicked.
pub fn markdown(document: &Document) -> String {
    let document = document.tidy();
    let mut parts = Vec::new();
    if let Some(title) = &document.title {
        parts.push(heading("#", title));
    }
    let mut marker = Bullet::Usual;
    let mut before = None;
    for block in &document.blocks {
        marker = marker.beside(before, block);
        before = Some(block);
        parts.push(write(block, marker));
    }
    if parts.is_empty() {
        return String::new();
    }
    parts.join("\n\n") + "\n"
}

/// Two lists of one kind in a row would be read as one, unless they are marked differently.
#[derive(Clone, Copy)]
enum Bullet {
    Usual,
    Other,
}

impl Bullet {
    fn beside(self, before: Option<&Block>, block: &Block) -> Self {
        match (self, before, block) {
            (Self::Usual, Some(Block::List(_)), Block::List(_))
            | (Self::Usual, Some(Block::Numbered(_)), Block::Numbered(_)) => Self::Other,
            _ => Self::Usual,
        }
    }

    fn bullet(self) -> &'static str {
        match self {
            Self::Usual => "- ",
            Self::Other => "* ",
        }
    }

    fn number(self, number: usize) -> String {
        match self {
            Self::Usual => format!("{number}. "),
            Self::Other => format!("{number}) "),
        }
    }
}

fn write(block: &Block, marker: Bullet) -> String {
    match block {
        Block::Heading { level, text } => heading(heading_mark(*level), text),
        Block::Paragraph(spans) => flow(spans, "", ""),
        Block::List(items) => list(items, |_| marker.bullet().to_owned()),
        Block::Numbered(items) => list(items, |number| marker.number(number)),
        Block::Table { head, rows } => table(head, rows),
        Block::Quote(spans) => flow(spans, "> ", "> "),
    }
}

fn heading_mark(level: Level) -> &'static str {
    match level {
        Level::One => "##",
        Level::Two => "###",
        Level::Three => "####",
    }
}

fn heading(mark: &str, text: &str) -> String {
    let text = inline(text);
    // Number signs that stand alone at the end are taken for decoration.
    let body = text.trim_end_matches('#');
    let signs = text.get(body.len()..).unwrap_or_default();
    let guard = if !signs.is_empty() && (body.is_empty() || body.ends_with(' ')) {
        "\\"
    } else {
        ""
    };
    format!("{mark} {body}{guard}{signs}")
}

fn list(items: &[ListPoint], marker: impl Fn(usize) -> String) -> String {
    let written: Vec<_> = (1..)
        .zip(items)
        .map(|(number, item)| {
            let marker = marker(number);
            flow(item, &marker, &" ".repeat(marker.len()))
        })
        .collect();
    written.join("\n")
}

/// Two spaces end a line: older readers do not know the backslash, and nobody has to look at it.
fn flow(spans: &[TextSpan], first: &str, rest: &str) -> String {
    let written: Vec<_> = lines(spans).iter().map(|spans| line(spans)).collect();
    format!("{first}{}", written.join(&format!("  \n{rest}")))
}

fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let cells = |row: &[String]| row.iter().map(|text| cell(text)).collect::<Vec<_>>();
    let head = cells(head);
    let rows: Vec<_> = rows.iter().map(|row| cells(row)).collect();
    let widths: Vec<_> = (0..head.len())
        .map(|column| {
            std::iter::once(&head)
                .chain(&rows)
                .filter_map(|row| row.get(column))
                .map(|cell| display_width(cell))
                .filter(|width| *width <= WIDEST_ALIGNED)
                .fold("---".len(), usize::max)
        })
        .collect();
    let rule: Vec<_> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let written: Vec<_> = [&head, &rule]
        .into_iter()
        .chain(&rows)
        .map(|row| table_row(row, &widths))
        .collect();
    written.join("\n")
}

fn table_row(cells: &[String], widths: &[usize]) -> String {
    cells
        .iter()
        .zip(widths)
        .fold("|".to_owned(), |row, (cell, width)| {
            let padding = " ".repeat(width.saturating_sub(display_width(cell)));
            format!("{row} {cell}{padding} |")
        })
}

fn cell(text: &str) -> String {
    inline(text).replace('|', "\\|")
}

fn line(spans: &[TextSpan]) -> String {
    let written: String = with_readable_bold(spans)
        .iter()
        .map(|span| match (inline(&span.text), span.bold) {
            (text, true) => format!("**{text}**"),
            (text, false) => text,
        })
        .collect();
    defuse_start(written)
}

/// Readers know `**` by the signs around it. Where they would not, the words matter more than their weight.
fn with_readable_bold(spans: &[TextSpan]) -> Vec<TextSpan> {
    let mut readable: Vec<TextSpan> = Vec::new();
    let mut rest = spans;
    let mut before = None;
    while let [span, after @ ..] = rest {
        let inside = inline(&span.text);
        let next = after.first().and_then(|span| span.text.chars().next());
        let bold = span.bold
            && opens_bold(before, inside.chars().next())
            && closes_bold(inside.chars().next_back(), next);
        match readable.last_mut() {
            Some(last) if !last.bold && !bold => last.text.push_str(&span.text),
            _ => readable.push(TextSpan {
                text: span.text.clone(),
                bold,
            }),
        }
        before = span.text.chars().next_back();
        rest = after;
    }
    readable
}

/// Only few signs may come before, for an address in `<…>` can hold most others, and stars as well.
fn opens_bold(before: Option<char>, first: Option<char>) -> bool {
    before.is_none_or(|before| {
        before.is_whitespace() || "(\"«".contains(before) && first.is_some_and(is_letter)
    })
}

fn closes_bold(last: Option<char>, next: Option<char>) -> bool {
    next.is_none_or(char::is_whitespace) || last.is_some_and(is_letter)
}

/// A backslash before whatever would make the line more than text: a heading, a list, a quote, a rule, a table.
fn defuse_start(line: String) -> String {
    let after_number = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let after_signs = line.trim_start_matches('#');
    let (digits, signs) = (
        line.len() - after_number.len(),
        line.len() - after_signs.len(),
    );
    let numbered = (1..=9).contains(&digits) && opens_item(after_number, &['.', ')']);
    let heading =
        (1..=6).contains(&signs) && (after_signs.is_empty() || after_signs.starts_with(' '));
    let rule = line.chars().all(|sign| "-=:|+ ".contains(sign));
    let danger = if numbered {
        Some(digits)
    } else if heading || rule || line.starts_with('>') || opens_item(&line, &['-', '+']) {
        Some(0)
    } else {
        None
    };
    match danger.and_then(|place| line.split_at_checked(place)) {
        Some((start, end)) => format!("{start}\\{end}"),
        None => line,
    }
}

fn opens_item(line: &str, marks: &[char]) -> bool {
    line.strip_prefix(marks)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Writes one line of words so that they are read as nothing but words.
fn inline(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut before = None;
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let taken = if let Some(address) = leading_address(rest) {
            // GitHub makes a link of it anyway, and would take backslashes into it.
            written.extend(["<", address, ">"]);
            address
        } else if let Some(www) = rest.get(..3).filter(|_| is_bare_site(rest)) {
            written.extend([www, "\\."]);
            rest.get(..4).unwrap_or(www)
        } else {
            if is_markup(
                before,
                sign,
                rest.get(sign.len_utf8()..).unwrap_or_default(),
            ) {
                written.push('\\');
            }
            written.push(sign);
            rest.get(..sign.len_utf8()).unwrap_or(rest)
        };
        before = taken.chars().next_back();
        rest = rest.strip_prefix(taken).unwrap_or_default();
    }
    written
}

/// Whether the sign could be more than itself to some reader, between what stands before and after it.
fn is_markup(before: Option<char>, sign: char, after: &str) -> bool {
    let next = after.chars().next();
    match sign {
        '`' => true,
        '\\' => {
            next.is_none_or(|next| next.is_ascii_punctuation()) || leading_address(after).is_some()
        }
        '*' => before != Some(' ') || next != Some(' '),
        '_' => !before.is_some_and(is_letter) || !next.is_some_and(is_letter),
        // «~50» alone strikes nothing out: it can begin a stretch, and no sign is left to end it.
        '~' => before.is_some_and(|before| before != ' ') || !next.is_some_and(is_letter),
        '$' => next != Some(' '),
        '<' => {
            next.is_some_and(|next| next.is_ascii_alphabetic() || "/!?".contains(next))
                || starts_mail(after)
        }
        '&' => starts_entity(after),
        // GitHub finds the end of a footnote's name with no eye for backslashes.
        '[' => ["^", "!", " ]", "x]", "X]"]
            .iter()
            .any(|start| after.starts_with(start)),
        ']' => matches!(next, Some('(' | ':')),
        _ => false,
    }
}

/// Whether what follows a `<` could make it the start of a mail address.
fn starts_mail(after: &str) -> bool {
    after
        .split(['<', '>', ' '])
        .next()
        .is_some_and(|word| word.contains('@'))
}

/// Whether what follows an ampersand makes it a character reference, known or not.
fn starts_entity(after: &str) -> bool {
    let name = after.strip_prefix('#').unwrap_or(after);
    let end = name.trim_start_matches(|sign: char| sign.is_ascii_alphanumeric());
    end.len() < name.len() && end.starts_with(';')
}

fn is_bare_site(text: &str) -> bool {
    text.get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("www."))
}

/// The web address the text begins with, without the punctuation of the sentence around it.
fn leading_address(text: &str) -> Option<&str> {
    let is_scheme = |scheme: &&str| {
        text.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    let scheme = ["http://", "https://", "ftp://"]
        .into_iter()
        .find(is_scheme)?;
    let end = text
        .char_indices()
        .find(|(place, sign)| {
            let after = text.get(place + 1..).unwrap_or_default();
            sign.is_whitespace() || "<>]|".contains(*sign) || (*sign == '&' && starts_entity(after))
        })
        .map_or(text.len(), |(place, _)| place);
    let address = text
        .get(..end)?
        .trim_end_matches(|sign| ".,:;!?)'\"*_~«»".contains(sign));
    Some(if address.len() < scheme.len() {
        text.get(..scheme.len())?
    } else {
        address
    })
}

/// A letter or digit to every reader; later alphabets hold letters that some count as symbols.
fn is_letter(sign: char) -> bool {
    sign.is_alphanumeric() && sign < '\u{2000}'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(text: &str) -> Document {
        Document {
            title: None,
            blocks: vec![Block::Paragraph(vec![TextSpan::plain(text)])],
        }
    }

    fn check(text: &str, written: &str) {
        assert_eq!(markdown(&paragraph(text)), format!("{written}\n"));
    }

    #[test]
    fn everyday_text_is_left_alone() {
        for text in [
            "Sak #12 – 50 %",
            r"C:\Users",
            "snake_case_navn",
            "AT&T",
            "3 > 2 < 4",
            "2 * 3",
            "ca. ~50 %",
            "[ikke avklart]",
            "Hun sa: «Det går bra!»",
            "kari.nordmann@nav.no",
            "a | b",
            "-5 grader",
            "Kl. 10.30–11.15",
            "1.5 time",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn only_what_would_be_markup_gets_a_backslash() {
        check("1. januar", r"1\. januar");
        check("2) ring", r"2\) ring");
        check("Pål *Stjerne*", r"Pål \*Stjerne\*");
        check("- melk", r"\- melk");
        check("# 1", r"\# 1");
        check("> sitat", r"\> sitat");
        check("&aring;", r"\&aring;");
        check("<script>", r"\<script>");
        check("[a](b)", r"[a\](b)");
        check("[^1]: a", r"\[^1\]: a");
        check("www.nav.no", r"www\.nav.no");
        check("se http://nav.no/a_b.", "se <http://nav.no/a_b>.");
        check("(ftp://a.no/b_)", r"(<ftp://a.no/b>\_)");
        check("http://a.no?b=1&amp;c", r"<http://a.no?b=1>\&amp;c");
        check("over\n---", "over  \n\\---");
        check("a | b\n--|--", "a | b  \n\\--|--");
    }

    #[test]
    fn a_whole_document_reads_well_as_it_stands() {
        let words = |row: [&str; 3]| row.map(str::to_owned).to_vec();
        let item = |text: &str| vec![TextSpan::plain(text)];
        let document = Document {
            title: Some("Referat #".into()),
            blocks: vec![
                Block::Paragraph(vec![
                    TextSpan::bold("Dato:"),
                    TextSpan::plain(" 4. desember\n"),
                    TextSpan::bold("Sted:"),
                    TextSpan::plain(" Rom 2"),
                ]),
                Block::Heading {
                    level: Level::One,
                    text: "Avtaler".into(),
                },
                Block::Table {
                    head: words(["Hva", "Hvem", "Frist"]),
                    rows: vec![
                        words(["Hev|senk-pult", "Åse", "1. mai"]),
                        words(["Ringe 渡辺", "", &"lang ".repeat(12)]),
                    ],
                },
                Block::List(vec![item("én\nto"), item("tre")]),
                Block::List(vec![item("ny liste")]),
                Block::Numbered(vec![item("først"), item("så\nsist")]),
                Block::Numbered(vec![item("på nytt")]),
                Block::Quote(vec![TextSpan::plain("Jeg vil\nprøve.")]),
            ],
        };
        let expected = "\
# Referat \\#

**Dato:** 4. desember  
**Sted:** Rom 2

## Avtaler

| Hva            | Hvem | Frist  |
| -------------- | ---- | ------ |
| Hev\\|senk-pult | Åse  | 1. mai |
| Ringe 渡辺     |      | lang lang lang lang lang lang lang lang lang lang lang lang |

- én  
  to
- tre

* ny liste

1. først
2. så  
   sist

1) på nytt

> Jeg vil  
> prøve.
";
        assert_eq!(markdown(&document), expected);
        assert_eq!(markdown(&Document::default()), "");
    }

    #[test]
    fn bold_gives_way_where_readers_would_not_see_it() {
        let check = |spans: &[TextSpan], written: &str| assert_eq!(line(spans), written);
        let (plain, bold) = (
            |text: &str| TextSpan::plain(text),
            |text: &str| TextSpan::bold(text),
        );
        check(&[bold("Frist:"), plain(" nå")], "**Frist:** nå");
        check(&[bold("Frist"), plain(": nå")], "**Frist**: nå");
        check(&[plain("("), bold("Kari"), plain(")")], "(**Kari**)");
        check(&[bold("Frist:"), plain("nå")], "Frist:nå");
        check(&[plain("<3."), bold("a"), plain("@b.no>")], r"\<3.a@b.no>");
        check(&[plain("&"), bold("aring;"), plain("x")], r"\&aring;x");
    }
}
