//! The case code (sakskode): what a meeting is called on the outside, in file names and titles, instead of a name.

use std::{fmt, str::FromStr};

/// One to twenty letters, digits or hyphens. Safe as part of a file name on every system.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseCode(String);

/// Codes that are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Series {
    /// The real meetings of a year: its last two figures, as in `26-014`.
    Year(i32),
    /// Practice meetings, which use up no number of a real one.
    Practice,
}

impl Series {
    fn prefix(self) -> String {
        match self {
            Self::Year(year) => format!("{:02}-", year.rem_euclid(100)),
            Self::Practice => "OV-".to_owned(),
        }
    }
}

/// The text cannot serve as a case code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotACaseCode;

impl CaseCode {
    /// Longest code, in characters.
    pub const MAX: usize = 20;

    /// The running number `number` of a series.
    pub fn numbered(series: Series, number: u32) -> Self {
        Self(format!("{}{number:03}", series.prefix()))
    }

    /// The running number, where the code belongs to `series`.
    pub fn number_in(&self, series: Series) -> Option<u32> {
        self.0.strip_prefix(&series.prefix())?.parse().ok()
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CaseCode {
    type Err = NotACaseCode;

    fn from_str(text: &str) -> Result<Self, NotACaseCode> {
        let text = text.trim();
        let fits = (1..=Self::MAX).contains(&text.chars().count());
        let allowed = |c: char| c.is_alphanumeric() || c == '-';
        if fits && text.chars().all(allowed) && !text.starts_with('-') {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotACaseCode)
        }
    }
}

impl fmt::Display for CaseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_holds_letters_digits_and_hyphens_only() {
        for good in ["26-014", "A1", "sak-ø-7", "x", "12345678901234567890"] {
            assert_eq!(
                good.parse::<CaseCode>().map(|c| c.to_string()),
                Ok(good.into())
            );
        }
        for bad in [
            "",
            " ",
            "a b",
            "../x",
            "a/b",
            "-x",
            "a_b",
            ".",
            "123456789012345678901",
            "a\0",
        ] {
            assert_eq!(bad.parse::<CaseCode>(), Err(NotACaseCode), "{bad:?}");
        }
    }

    #[test]
    fn the_running_number_is_read_back_for_its_own_year_only() {
        let code = CaseCode::numbered(Series::Year(2026), 14);
        assert_eq!(code.as_str(), "26-014");
        assert_eq!(code.number_in(Series::Year(2026)), Some(14));
        assert_eq!(code.number_in(Series::Year(2027)), None);
    }
}
