//! Enough of a content to tell it from another.

use std::fmt::{Display, Formatter, Result};

/// What tells a content from another, unless somebody has set out to deceive. It stands in files and so never changes:
/// it is FNV-1a with 64 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest(u64);

impl Digest {
    /// The digest of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mix =
            |digest: u64, byte: &u8| (digest ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        Self(bytes.iter().fold(0xcbf2_9ce4_8422_2325, mix))
    }
}

impl Display for Digest {
    fn fmt(&self, to: &mut Formatter<'_>) -> Result {
        write!(to, "{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_that_stands_in_an_old_file_is_the_same_today() {
        for (content, digest) in [
            ("", "cbf29ce484222325"),
            ("a", "af63dc4c8601ec8c"),
            ("foobar", "85944171f73967e8"),
        ] {
            assert_eq!(Digest::of(content.as_bytes()).to_string(), digest);
        }
    }
}
