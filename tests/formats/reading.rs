//! Reads HTML and Word back, strictly: whatever the writers never mean to write is a failure.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use quick_xml::{Reader, escape::resolve_predefined_entity, events::Event};
use zip::ZipArchive;

/// Elements that the HTML writer knows, and that are closed again.
const CLOSED: [&str; 20] = [
    "html",
    "head",
    "title",
    "style",
    "body",
    "main",
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "ul",
    "ol",
    "li",
    "blockquote",
    "strong",
    "span",
    "table",
    "thead",
    "tbody",
];
const IN_TABLES: [&str; 3] = ["tr", "th", "td"];
const SINGLE: [&str; 2] = ["meta", "br"];

/// The words of an HTML file from its first to its last, a blank between what stands apart.
pub fn html(file: &str) -> String {
    let body = file.strip_prefix("<!DOCTYPE html>\n").expect("a doctype");
    let mut open: Vec<&str> = Vec::new();
    let mut words = String::new();
    let mut rest = body;
    while !rest.is_empty() {
        if let Some(tag) = rest.strip_prefix('<') {
            let (tag, after) = tag.split_once('>').expect("a tag ends");
            rest = after;
            let name = tag.split(' ').next().unwrap().trim_start_matches('/');
            if !["strong", "span"].contains(&name) {
                words.push(' ');
            }
            if SINGLE.contains(&name) {
                continue;
            }
            assert!(
                CLOSED.contains(&name) || IN_TABLES.contains(&name),
                "<{tag}>"
            );
            if tag.starts_with('/') {
                assert_eq!(open.pop(), Some(name), "{words}");
            } else {
                open.push(name);
            }
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            let (text, after) = rest.split_at(end);
            rest = after;
            if open.contains(&"body") {
                words.push_str(&unescaped(text));
            }
        }
    }
    assert_eq!(open, [""; 0]);
    words
}

fn unescaped(text: &str) -> String {
    let mut pieces = text.split('&');
    let mut words = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(';').expect("a reference ends");
        words.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" => '\'',
            other => panic!("&{other};"),
        });
        words.push_str(rest);
    }
    assert!(!words.contains('\0'));
    words
}

/// The parts of a Word file, every one of them well-formed.
pub fn parts(file: &[u8]) -> BTreeMap<String, String> {
    let mut package = ZipArchive::new(Cursor::new(file)).unwrap();
    (0..package.len())
        .map(|number| {
            let mut part = package.by_index(number).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            let name = part.name().unwrap().into_owned();
            words_of_xml(&text);
            (name, text)
        })
        .collect()
}

/// The words of a Word file, a blank between what stands apart.
pub fn word(file: &[u8]) -> String {
    words_of_xml(parts(file).get("word/document.xml").expect("a text"))
}

/// The text of a part; panics where it is not well-formed or holds a sign that XML forbids.
fn words_of_xml(xml: &str) -> String {
    let forbidden =
        |sign: char| sign < ' ' && !"\t\n\r".contains(sign) || "\u{fffe}\u{ffff}".contains(sign);
    assert!(!xml.contains(forbidden), "{xml:?}");
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut words = String::new();
    let mut depth = 0;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                depth += 1;
                start.attributes().for_each(|attribute| {
                    attribute.unwrap();
                });
            }
            Event::End(end) => {
                depth -= 1;
                if ["w:p", "w:tc"].contains(&end.name().as_ref()) {
                    words.push(' ');
                }
            }
            Event::Empty(empty) => {
                empty.attributes().for_each(|attribute| {
                    attribute.unwrap();
                });
                match empty.name().as_ref() {
                    "w:br" => words.push(' '),
                    "w:noBreakHyphen" => words.push('-'),
                    _ => {}
                }
            }
            Event::Text(text) => words.push_str(&text),
            Event::GeneralRef(name) => {
                words.push_str(resolve_predefined_entity(&name).expect("a known entity"));
            }
            Event::Decl(_) => {}
            Event::Eof => break,
            other @ (Event::CData(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_)) => {
                panic!("{other:?}")
            }
        }
    }
    assert_eq!(depth, 0);
    words
}
