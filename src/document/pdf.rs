//! Writes a document as PDF to be kept (PDF/A-2a) and to be read by everybody (PDF/UA-1): tagged, with its fonts in it, on A4.

mod breaking;
mod drawing;
mod face;
mod layout;
mod page;
mod sheets;
mod table;

use super::{block::Document, imprint::Imprint};

/// Why there is no PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unprintable;

/// Writes the document as PDF; the title becomes the first heading, and so on down without a step left out.
///
/// Signs that the font lacks are drawn as �, but are themselves for whoever copies or hears the text. The same document and
/// imprint give the same bytes.
///
/// # Errors
/// Where the document cannot keep to the standards.
pub fn pdf(document: &Document, imprint: &Imprint) -> Result<Vec<u8>, Unprintable> {
    let document = document.tied();
    let fonts = face::Fonts::new().ok_or(Unprintable)?;
    let layout = layout::layout(&document, &fonts);
    drawing::draw(layout, &document, imprint, &fonts)
}
