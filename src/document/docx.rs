//! Writes a document as Word has it (Office Open XML): real styles, lists and table heads, in a package made to the byte.

mod body;
mod lists;
mod properties;
mod styles;

use std::io::{self, Cursor, Write};

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{
    block::{Document, TextSpan},
    imprint::{Imprint, exchangeable},
    ties::{TextRun, text_runs},
};

/// The XML of one part of the package.
type Xml = Writer<Vec<u8>>;

/// The names that the elements of a text begin with.
const WORDS: (&str, &str) = (
    "xmlns:w",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
);

/// The parts that are alike in all packages: what a package holds, what the parts are to one another, and how Word is to
/// open the text.
const CONTENT_TYPES: &[u8] = include_bytes!("docx/content-types.xml");
const OF_PACKAGE: &[u8] = include_bytes!("docx/package.rels.xml");
const OF_TEXT: &[u8] = include_bytes!("docx/document.rels.xml");
const SETTINGS: &[u8] = include_bytes!("docx/settings.xml");

/// Writes the document for Word; the title gets the style Title, the headings Heading 1 to 3.
///
/// The same document and imprint give the same bytes.
///
/// # Errors
/// Where the package would be larger than its format allows.
pub fn docx(document: &Document, imprint: &Imprint) -> io::Result<Vec<u8>> {
    let document = document.tied();
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES.into()),
        ("_rels/.rels", OF_PACKAGE.into()),
        ("docProps/core.xml", properties::core(&document, imprint)?),
        ("docProps/app.xml", properties::app(imprint)?),
        ("word/document.xml", body::body(&document)?),
        ("word/_rels/document.xml.rels", OF_TEXT.into()),
        ("word/styles.xml", styles::styles(imprint.language)),
        ("word/numbering.xml", lists::numbering(&document)?),
        ("word/settings.xml", SETTINGS.into()),
        ("word/footer1.xml", properties::footer(imprint.page)?),
    ];
    // The text of a meeting is small, and a package may hold its parts as they are. They bear the date the format begins with.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        package.start_file(name, options)?;
        package.write_all(&content)?;
    }
    Ok(package.finish()?.into_inner())
}

/// One part: an element that holds whatever `content` writes.
fn part(
    name: &str,
    attributes: &[(&str, &str)],
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new(
        "1.0",
        Some("UTF-8"),
        Some("yes"),
    )))?;
    element(&mut xml, name, attributes, content)?;
    Ok(xml.into_inner())
}

fn element(
    xml: &mut Xml,
    name: &str,
    attributes: &[(&str, &str)],
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    xml.create_element(name)
        .with_attributes(attributes.iter().copied())
        .write_inner_content(content)?;
    Ok(())
}

fn empty(xml: &mut Xml, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    xml.create_element(name)
        .with_attributes(attributes.iter().copied())
        .write_empty()?;
    Ok(())
}

/// An element that says one thing, as most of them do.
fn value(xml: &mut Xml, name: &str, value: &str) -> io::Result<()> {
    empty(xml, name, &[("w:val", value)])
}

fn text(xml: &mut Xml, name: &str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
    xml.create_element(name)
        .with_attributes(attributes.iter().copied())
        .write_text_content(BytesText::new(&exchangeable(text)))?;
    Ok(())
}

/// Words in one weight. White space at their ends counts.
fn run(xml: &mut Xml, words: &TextSpan) -> io::Result<()> {
    element(xml, "w:r", &[], |xml| {
        if words.bold {
            element(xml, "w:rPr", &[], |xml| {
                empty(xml, "w:b", &[])?;
                empty(xml, "w:bCs", &[])
            })?;
        }
        let part =
            |xml: &mut Xml, words: &str| text(xml, "w:t", &[("xml:space", "preserve")], words);
        for run in text_runs(&words.text) {
            match run {
                TextRun::Words(words) => part(xml, words)?,
                TextRun::Number(number) => {
                    for (place, digits) in number.split('-').enumerate() {
                        if place > 0 {
                            empty(xml, "w:noBreakHyphen", &[])?;
                        }
                        part(xml, digits)?;
                    }
                }
            }
        }
        Ok(())
    })
}
