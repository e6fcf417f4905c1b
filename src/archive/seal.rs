//! The last line of the file of a meeting, by which the program knows what it has written itself: whoever changes the file
//! by hand breaks the seal, and nobody has to.

use std::path::Path;

use super::{bounded::MAX_BYTES, digest::Digest};
use crate::text::{Cause, Problem};

/// What stands before the digest. To the reader of the format, the line is a comment.
const MARK: &str = "# Kontrollsum: ";

/// A text as it is to stand in `file`, with its seal.
///
/// # Errors
/// Where there is no text, or it would be too large to be read again.
pub(super) fn for_file(
    file: &Path,
    text: Result<String, toml::ser::Error>,
) -> Result<String, Problem> {
    let text = text.map_err(|_| Problem::NotSaved {
        file: file.to_owned(),
        cause: Cause::Other,
    })?;
    let sealed = sealed(text);
    if sealed.len() as u64 > MAX_BYTES {
        return Err(Problem::TooLarge(file.to_owned()));
    }
    Ok(sealed)
}

/// The text with its seal.
fn sealed(mut text: String) -> String {
    let seal = line(&text);
    text.push_str(&seal);
    text
}

/// Whether the program wrote this text, and nobody has changed it since. A file of an earlier version has no seal: it may
/// have been changed.
pub(super) fn is_whole(text: &str) -> bool {
    let end = text.rfind(MARK).unwrap_or_default();
    text.split_at_checked(end)
        .is_some_and(|(before, seal)| seal == line(before))
}

fn line(text: &str) -> String {
    format!("{MARK}{}\n", Digest::of(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_is_broken_by_whatever_changes_the_file() {
        let text = "notat = \"# Kontrollsum: 0\"\n[slutt]\n";
        let whole = sealed(text.to_owned());
        assert!(is_whole(&whole));
        for changed in [
            text.to_owned(),
            whole.replace("notat", "Notat"),
            whole.replace('\n', "\r\n"),
            format!("{whole} "),
            format!(" {whole}"),
            whole.trim_end().to_owned(),
            String::new(),
        ] {
            assert!(!is_whole(&changed), "{changed:?}");
        }
    }
}
