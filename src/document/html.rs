//! Writes a document as one HTML file that looks right on the screen and on A4, and that fetches and runs nothing.

use super::{
    block::{Block, Depths, Document, ListPoint, TextSpan, lines},
    imprint::{Imprint, exchangeable},
    ties::{TextRun, text_runs},
};

/// Even where a text had found a way to be more than text, no browser would fetch or run anything.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE: &str = include_str!("html/style.css");

/// Writes the document as HTML; the title becomes `h1`, and so on down without a step left out.
///
/// Pages are numbered where it is printed.
pub fn html(document: &Document, imprint: &Imprint) -> String {
    let document = document.tied();
    let language = escaped(imprint.language);
    let title = escaped(document.title.as_deref().unwrap_or(imprint.program));
    let program = escaped(imprint.program);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"{program}\">\n<title>{title}</title>\n\
         <style>\n{STYLE}{}</style>\n</head>\n<body>\n<main>\n",
        page_number(imprint.page),
    );
    if let Some(title) = &document.title {
        page.push_str(&element("h1", &words(title)));
    }
    let mut depths = Depths::of(&document);
    for block in &document.blocks {
        page.push_str(&written(block, &mut depths));
    }
    page + "</main>\n</body>\n</html>\n"
}

fn page_number([page, of]: [&str; 2]) -> String {
    let [page, of] = [page, of].map(style_text);
    format!(
        "@page {{ @bottom-right {{ content: \"{page} \" counter(page) \" {of} \" counter(pages); font: 9pt sans-serif; }} }}\n"
    )
}

/// A text between quotation marks in a style sheet, which is closed neither by a mark nor by a tag in it.
fn style_text(text: &str) -> String {
    let letter = |sign: char| {
        if sign.is_alphanumeric() {
            sign.to_string()
        } else {
            format!("\\{:x} ", u32::from(sign))
        }
    };
    text.chars().map(letter).collect()
}

fn written(block: &Block, depths: &mut Depths) -> String {
    match block {
        Block::Heading { level, text } => {
            element(&format!("h{}", depths.next(*level)), &words(text))
        }
        Block::Paragraph(spans) => element("p", &flow(spans)),
        Block::List(items) => list("ul", items),
        Block::Numbered(items) => list("ol", items),
        Block::Table { head, rows } => table(head, rows),
        Block::Quote(spans) => element("blockquote", element("p", &flow(spans)).trim_end()),
    }
}

fn element(name: &str, content: &str) -> String {
    format!("<{name}>{content}</{name}>\n")
}

fn list(name: &str, items: &[ListPoint]) -> String {
    let items: String = items
        .iter()
        .map(|item| element("li", &flow(item)))
        .collect();
    element(name, &format!("\n{items}"))
}

fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let row = |cells: &[String], start: &str, end: &str| {
        let cells = cells
            .iter()
            .map(|cell| format!("<{start}>{}</{end}>", words(cell)));
        element("tr", &cells.collect::<String>())
    };
    let rows: String = rows.iter().map(|cells| row(cells, "td", "td")).collect();
    let mut parts = String::from("\n");
    if head.iter().any(|cell| !cell.is_empty()) {
        let head = row(head, "th scope=\"col\"", "th");
        parts.push_str(&element("thead", &format!("\n{head}")));
    }
    if !rows.is_empty() {
        parts.push_str(&element("tbody", &format!("\n{rows}")));
    }
    element("table", &parts)
}

fn flow(spans: &[TextSpan]) -> String {
    let line = |spans: &Vec<TextSpan>| -> String {
        let spans = spans
            .iter()
            .map(|span| match (words(&span.text), span.bold) {
                (text, true) => format!("<strong>{text}</strong>"),
                (text, false) => text,
            });
        spans.collect()
    };
    let lines: Vec<String> = lines(spans).iter().map(line).collect();
    lines.join("<br>\n")
}

/// Text that stands where lines are broken.
fn words(text: &str) -> String {
    let runs = text_runs(text).into_iter();
    let written = runs.map(|run| match run {
        TextRun::Words(words) => escaped(words),
        TextRun::Number(number) => format!("<span class=\"whole\">{}</span>", escaped(number)),
    });
    written.collect()
}

fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for sign in exchangeable(text).chars() {
        match sign {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\'' => written.push_str("&#39;"),
            sign => written.push(sign),
        }
    }
    written
}
