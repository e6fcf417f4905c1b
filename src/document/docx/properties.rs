//! What is round the text: what the package holds, what it says of itself, how it is opened, and the foot of each page.

use std::io;

use chrono::SecondsFormat;

use crate::document::{
    block::{Document, TextSpan},
    imprint::Imprint,
};

use super::{RELATIONS, WORDS, Xml, element, empty, part, run, styles, text, value};

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "application/vnd.openxmlformats-officedocument";

/// `[Content_Types].xml`.
pub(super) fn types() -> io::Result<Vec<u8>> {
    let names = format!("{PACKAGE}/content-types");
    part("Types", &[("xmlns", &names)], |xml| {
        for (ending, kind) in [
            (
                "rels",
                "application/vnd.openxmlformats-package.relationships+xml",
            ),
            ("xml", "application/xml"),
        ] {
            empty(
                xml,
                "Default",
                &[("Extension", ending), ("ContentType", kind)],
            )?;
        }
        let words = |of: &str| format!("{OFFICE}.wordprocessingml.{of}+xml");
        for (name, kind) in [
            ("/word/document.xml", words("document.main")),
            ("/word/styles.xml", words("styles")),
            ("/word/numbering.xml", words("numbering")),
            ("/word/settings.xml", words("settings")),
            ("/word/footer1.xml", words("footer")),
            (
                "/docProps/core.xml",
                "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
            ),
            (
                "/docProps/app.xml",
                format!("{OFFICE}.extended-properties+xml"),
            ),
        ] {
            empty(
                xml,
                "Override",
                &[("PartName", name), ("ContentType", &kind)],
            )?;
        }
        Ok(())
    })
}

/// `_rels/.rels`.
pub(super) fn package() -> io::Result<Vec<u8>> {
    relations(&[
        (&format!("{RELATIONS}/officeDocument"), "word/document.xml"),
        (
            &format!("{PACKAGE}/relationships/metadata/core-properties"),
            "docProps/core.xml",
        ),
        (
            &format!("{RELATIONS}/extended-properties"),
            "docProps/app.xml",
        ),
    ])
}

/// `word/_rels/document.xml.rels`.
pub(super) fn of_text() -> io::Result<Vec<u8>> {
    relations(&[
        (&format!("{RELATIONS}/styles"), "styles.xml"),
        (&format!("{RELATIONS}/numbering"), "numbering.xml"),
        (&format!("{RELATIONS}/settings"), "settings.xml"),
        (&format!("{RELATIONS}/footer"), "footer1.xml"),
    ])
}

/// Relations with the names rId1, rId2 and so on.
fn relations(targets: &[(&str, &str)]) -> io::Result<Vec<u8>> {
    let names = format!("{PACKAGE}/relationships");
    part("Relationships", &[("xmlns", &names)], |xml| {
        for (number, (kind, target)) in (1..).zip(targets) {
            let id = format!("rId{number}");
            let attributes = [("Id", id.as_str()), ("Type", kind), ("Target", target)];
            empty(xml, "Relationship", &attributes)?;
        }
        Ok(())
    })
}

/// `docProps/core.xml`.
pub(super) fn core(document: &Document, imprint: &Imprint) -> io::Result<Vec<u8>> {
    let names = format!("{PACKAGE}/metadata/core-properties");
    let attributes = [
        ("xmlns:cp", names.as_str()),
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

/// `word/settings.xml`: as of the Word that all later ones are alike.
pub(super) fn settings() -> io::Result<Vec<u8>> {
    part("w:settings", &[WORDS], |xml| {
        value(xml, "w:defaultTabStop", "709")?;
        value(xml, "w:characterSpacingControl", "doNotCompress")?;
        element(xml, "w:compat", &[], |xml| {
            let mode = [
                ("w:name", "compatibilityMode"),
                ("w:uri", "http://schemas.microsoft.com/office/word"),
                ("w:val", "15"),
            ];
            empty(xml, "w:compatSetting", &mode)
        })
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
