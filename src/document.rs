//! Documents made from a meeting: what they say, and how it is written. Pure functions.

pub mod block;
pub mod calendar;
mod columns;
mod compose;
pub mod docx;
pub mod html;
pub mod imprint;
pub mod invitation;
pub mod markdown;
pub mod pdf;
pub mod plain;
pub mod plan_data;
pub mod plan_draft;
pub mod referat;

use crate::{
    meeting::{
        Contents, Timestamp,
        paper::{Form, Paper},
        zone::Zone,
    },
    text::Text,
};

use self::{block::Document, imprint::Imprint};

/// Why there is no document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmade {
    /// There is nothing to put in a calendar.
    Nothing,
    /// The form does not take what is in it.
    Unfit,
}

/// A document about a meeting as it stands at `now`, ready to be put in a file.
///
/// # Errors
/// Where there is nothing to put in a calendar, or what is there has no place in that form.
pub fn written(
    paper: Paper,
    form: Form,
    meeting: &Contents,
    zone: Zone,
    text: &Text,
    now: Timestamp,
) -> Result<Vec<u8>, Unmade> {
    let document = match paper {
        Paper::Referat | Paper::Archive => referat::referat(meeting, zone, text),
        Paper::Plan | Paper::PlanData | Paper::Confirmation => return Err(Unmade::Nothing),
        Paper::Invitation => invitation::invitation(meeting, text),
        Paper::Questions => invitation::questions(meeting, text),
        Paper::Calendar => {
            let calendar = calendar::calendar(meeting, zone, text, now);
            return calendar.map(String::into_bytes).ok_or(Unmade::Nothing);
        }
    };
    in_form(&document, form, text, now)
}

/// A document in one of the forms.
///
/// # Errors
/// Where it has no place in that form.
pub fn in_form(
    document: &Document,
    form: Form,
    text: &Text,
    now: Timestamp,
) -> Result<Vec<u8>, Unmade> {
    let imprint = Imprint {
        language: text.page.language,
        page: text.page.number,
        program: text.program,
        made: now,
    };
    match form {
        Form::Markdown => Ok(markdown::markdown(document).into_bytes()),
        Form::Plain => Ok(plain::mail(document).into_bytes()),
        Form::Html => Ok(html::html(document, &imprint).into_bytes()),
        Form::Word => docx::docx(document, &imprint).map_err(|_| Unmade::Unfit),
        Form::Pdf => pdf::pdf(document, &imprint).map_err(|_| Unmade::Unfit),
    }
}
