//! Documents made from a meeting: what they say, and how it is written. Pure functions.

pub mod block;
pub mod calendar;
mod columns;
mod compose;
pub mod confirmation;
pub mod docx;
pub mod html;
pub mod imprint;
pub mod invitation;
pub mod markdown;
pub mod pdf;
pub mod plain;
pub mod plan;
pub mod plan_data;
pub mod plan_draft;
pub mod referat;
mod ties;
mod writer;

pub use self::{block::Document, plain::PlainRole};

use crate::{
    meeting::{Contents, DocumentKind, Format, Language, Timestamp, Zone},
    text::{DocumentText, PROGRAM, Text},
};

use self::imprint::Imprint;

/// Why there is no document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmade {
    /// There is nothing to put in a calendar.
    Nothing,
    /// The format does not take what is in it.
    Unfit,
    /// No sykmelder took part, so there is nothing to confirm.
    NoDoctor,
    /// The meeting is not over, so nobody can say yet who took part.
    NotOver,
}

impl Unmade {
    /// The same in words.
    pub fn words(self, text: &Text) -> &'static str {
        match self {
            Self::Nothing => text.notice.no_calendar,
            Self::Unfit => text.notice.not_made,
            Self::NoDoctor => text.notice.no_doctor,
            Self::NotOver => text.notice.not_over,
        }
    }
}

/// A document about a meeting as it stands at `now`, ready to be put in a file.
///
/// # Errors
/// Where there is nothing to say, or what is there has no place in that format.
pub fn written(
    kind: DocumentKind,
    format: Format,
    meeting: &Contents,
    zone: Zone,
    now: Timestamp,
) -> Result<Vec<u8>, Unmade> {
    if kind == DocumentKind::Calendar {
        let calendar = calendar::calendar(meeting, zone, now);
        return calendar.map(String::into_bytes).ok_or(Unmade::Nothing);
    }
    let document = document(kind, meeting, zone)?;
    in_format(&document, format, meeting.language, now)
}

/// A document about a meeting as it stands, whatever format it is written in.
///
/// # Errors
/// Where there is nothing to say, or the document is no document but data for a program.
pub fn document(kind: DocumentKind, meeting: &Contents, zone: Zone) -> Result<Document, Unmade> {
    match kind {
        DocumentKind::Referat => Ok(referat::referat(meeting, zone)),
        DocumentKind::Archive => Ok(referat::archive(meeting, zone)),
        DocumentKind::Plan => Ok(plan::plan(meeting, zone)),
        DocumentKind::Confirmation => confirmation::confirmation(meeting, zone),
        DocumentKind::Invitation => Ok(invitation::invitation(meeting, zone)),
        DocumentKind::Questions => Ok(invitation::questions(meeting, zone)),
        DocumentKind::PlanData | DocumentKind::Calendar => Err(Unmade::Nothing),
    }
}

/// A document in one of the formats, with the words of its pages in this målform.
///
/// # Errors
/// Where it has no place in that format.
pub fn in_format(
    document: &Document,
    format: Format,
    language: Language,
    now: Timestamp,
) -> Result<Vec<u8>, Unmade> {
    let text = DocumentText::of(language);
    let imprint = Imprint {
        language: text.page.language,
        page: text.page.number,
        program: PROGRAM,
        made: now,
    };
    match format {
        Format::Markdown => Ok(markdown::markdown(document).into_bytes()),
        Format::Plain => Ok(plain::mail(document).into_bytes()),
        Format::Html => Ok(html::html(document, &imprint).into_bytes()),
        Format::Word => docx::docx(document, &imprint).map_err(|_| Unmade::Unfit),
        Format::Pdf => pdf::pdf(document, &imprint).map_err(|_| Unmade::Unfit),
    }
}
