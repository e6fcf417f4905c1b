//! What is round the text: what the package says of itself, and the foot of each page.

use std::io;

use chrono::SecondsFormat;

use crate::document::{
    block::{Document, TextSpan},
    imprint::Imprint,
};

use super::{WORDS, Xml, element, part, run, styles, text, value};

/// `docProps/core.xml`.
pub(super) fn core(document: &Document, imprint: &Imprint) -> io::Result<Vec<u8>> {
    let names = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    let attributes = [
        ("xmlns:cp", names),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    part("cp:coreProperties", &attributes, |xml| {
        let title = document.title.as_deref().unwrap_or(imprint.program);
        text(xml, "dc:title", &[], title)?;
        text(xml, "dc:creator", &[], imprint.program)?;
        text(xml, "dc:language", &[], imprint.language)?;
        let made = imprint.made.to_rfc3339_opts(SecondsFormat::Secs, true);
        for name in ["dcterms:created", "dcterms:modified"] {
            text(xml, name, &[("xsi:type", "dcterms:W3CDTF")], &made)?;
        }
        Ok(())
    })
}

/// `docProps/app.xml`.
pub(super) fn app(imprint: &Imprint) -> io::Result<Vec<u8>> {
    let names = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    part("Properties", &[("xmlns", names)], |xml| {
        text(xml, "Application", &[], imprint.program)
    })
}

/// `word/footer1.xml`: the number of the page and of all pages, which Word counts.
pub(super) fn footer([page, of]: [&str; 2]) -> io::Result<Vec<u8>> {
    part("w:ftr", &[WORDS], |xml| {
        element(xml, "w:p", &[], |xml| {
            element(xml, "w:pPr", &[], |xml| {
                value(xml, "w:pStyle", styles::FOOTER)
            })?;
            run(xml, &TextSpan::plain(format!("{page} ")))?;
            number(xml, "PAGE")?;
            run(xml, &TextSpan::plain(format!(" {of} ")))?;
            number(xml, "NUMPAGES")
        })
    })
}

fn number(xml: &mut Xml, of: &str) -> io::Result<()> {
    element(xml, "w:fldSimple", &[("w:instr", of)], |xml| {
        run(xml, &TextSpan::plain("1"))
    })
}
