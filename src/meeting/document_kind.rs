//! The documents that can be made from a meeting, and the formats they can be written in.

use std::path::Path;

/// What can be written about a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// What came of the meeting, for those who took part.
    Referat,
    /// The same for the archive of the enterprise, with what documents the follow-up (aml. § 4-6 femte ledd).
    Archive,
    /// The updated oppfølgingsplan.
    Plan,
    /// The same for an HR system: Nav's `FollowUpPlanDTO` as JSON.
    PlanData,
    /// For the sykmelder: from when to when they took part.
    Confirmation,
    /// The invitation (innkalling).
    Invitation,
    /// The questions the employee gets beforehand.
    Questions,
    /// The meeting and its deadlines for a calendar.
    Calendar,
}

impl DocumentKind {
    /// Whether an identity number stands in it. Of such a document the program keeps nothing: from a digest of it, the
    /// number could be found by trying.
    pub const fn has_number(self) -> bool {
        matches!(self, Self::PlanData)
    }
}

/// How a document is written. A calendar has only one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Markdown.
    Markdown,
    /// Lines of plain text, as for a mail.
    Plain,
    /// One HTML file, for the screen and for printing.
    Html,
    /// For Word.
    Word,
    /// PDF, to be kept.
    Pdf,
}

impl DocumentKind {
    /// Those that come of the meeting, in the order in which they are offered.
    pub const AFTER: [Self; 5] = [
        Self::Referat,
        Self::Plan,
        Self::Confirmation,
        Self::Archive,
        Self::PlanData,
    ];
}

impl Format {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] = [
        Self::Markdown,
        Self::Plain,
        Self::Html,
        Self::Word,
        Self::Pdf,
    ];

    /// How the name of a file of this format ends, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Plain => "txt",
            Self::Html => "html",
            Self::Word => "docx",
            Self::Pdf => "pdf",
        }
    }

    /// The format that has this ending, in small letters or large.
    pub fn of_ending(ending: &str) -> Option<Self> {
        let has_it = |format: &Self| format.ending().eq_ignore_ascii_case(ending);
        Self::ALL.into_iter().find(has_it)
    }

    /// The format that the name of a file asks for: Markdown where it has no ending, nothing where the ending is of another
    /// kind of file.
    pub fn of_file(file: &Path) -> Option<Self> {
        match file.extension() {
            None => Some(Self::Markdown),
            Some(ending) => ending.to_str().and_then(Self::of_ending),
        }
    }

    /// Whether it is text that a terminal can show.
    pub fn is_text(self) -> bool {
        match self {
            Self::Markdown | Self::Plain | Self::Html => true,
            Self::Word | Self::Pdf => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_of_a_file_chooses_the_format() {
        let format = |file: &str| Format::of_file(Path::new(file));
        for known in Format::ALL {
            assert_eq!(
                format(&format!("a.b/26-014.{}", known.ending())),
                Some(known)
            );
        }
        assert_eq!(format("REFERAT.PDF"), Some(Format::Pdf));
        assert_eq!(format("mappe.pdf/referat"), Some(Format::Markdown));
        for other in ["referat.doc", "referat.odt", "møte 4.12", "referat."] {
            assert_eq!(format(other), None, "{other}");
        }
    }
}
