//! The lists: one kind of bullets, and numbers that begin again with every numbered list.

use std::io;

use crate::document::block::{Block, Document};

use super::{WORDS, Xml, element, empty, part, value};

/// The list that all bullets belong to.
pub(super) const BULLETS: usize = 1;

/// The first numbered list; each one after it has the next number.
pub(super) const FIRST_NUMBERED: usize = 2;

/// `word/numbering.xml`.
pub(super) fn numbering(document: &Document) -> io::Result<Vec<u8>> {
    let is_numbered = |block: &&Block| matches!(block, Block::Numbered(_));
    let numbered = document.blocks.iter().filter(is_numbered).count();
    part("w:numbering", &[WORDS], |xml| {
        kind(xml, "0", "bullet", "•")?;
        kind(xml, "1", "decimal", "%1.")?;
        let bullets = BULLETS.to_string();
        element(xml, "w:num", &[("w:numId", &bullets)], |xml| {
            value(xml, "w:abstractNumId", "0")
        })?;
        (FIRST_NUMBERED..)
            .take(numbered)
            .try_for_each(|list| from_one(xml, list))
    })
}

fn kind(xml: &mut Xml, id: &str, format: &str, mark: &str) -> io::Result<()> {
    element(xml, "w:abstractNum", &[("w:abstractNumId", id)], |xml| {
        value(xml, "w:multiLevelType", "singleLevel")?;
        element(xml, "w:lvl", &[("w:ilvl", "0")], |xml| {
            value(xml, "w:start", "1")?;
            value(xml, "w:numFmt", format)?;
            value(xml, "w:lvlText", mark)?;
            value(xml, "w:lvlJc", "left")?;
            element(xml, "w:pPr", &[], |xml| {
                empty(xml, "w:ind", &[("w:left", "425"), ("w:hanging", "425")])
            })
        })
    })
}

fn from_one(xml: &mut Xml, list: usize) -> io::Result<()> {
    element(xml, "w:num", &[("w:numId", &list.to_string())], |xml| {
        value(xml, "w:abstractNumId", "1")?;
        element(xml, "w:lvlOverride", &[("w:ilvl", "0")], |xml| {
            value(xml, "w:startOverride", "1")
        })
    })
}
