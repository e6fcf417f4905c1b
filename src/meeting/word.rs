//! Values that are words in files.

use super::clean::clean_line;

/// A value that is a word in a file. The words are Norwegian, because people read these files and write agendas of
/// their own; they never change, because old files hold them.
pub trait Word: Copy + PartialEq + 'static {
    /// Every value with its word, in the order in which they are offered to a user.
    const WORDS: &'static [(Self, &'static str)];

    /// The word for this value; empty for one that files have no word for.
    fn word(self) -> &'static str {
        let mut all = Self::WORDS.iter();
        all.find(|(value, _)| *value == self)
            .map_or("", |(_, word)| *word)
    }

    /// The value `text` stands for. Blanks around it and the way an å is put together do not matter: some editors save
    /// it as two characters.
    fn from_word(text: &str) -> Option<Self> {
        let text = clean_line(text);
        Self::WORDS
            .iter()
            .find(|(_, word)| *word == text.trim())
            .map(|(value, _)| *value)
    }

    /// The words that can stand here, for telling a user.
    fn words() -> Vec<&'static str> {
        Self::WORDS.iter().map(|(_, word)| *word).collect()
    }
}

/// Gives every value of an enum that stands elsewhere its word. A value without one does not compile.
macro_rules! words {
    ($type:ident { $($value:ident = $word:literal,)+ }) => {
        impl $crate::meeting::word::Word for $type {
            const WORDS: &'static [(Self, &'static str)] = &[$((Self::$value, $word),)+];

            fn word(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)+
                }
            }
        }
    };
}
pub(crate) use words;

/// Declares an enum together with the word for each of its values.
macro_rules! worded {
    (
        $(#[doc = $doc:literal])* $(#[derive($default:ident)])?
        $name:ident { $($(#[$about:meta])* $value:ident = $word:literal,)+ }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash $(, $default)?)]
        pub enum $name { $($(#[$about])* $value,)+ }

        words!($name { $($value = $word,)+ });
    };
}
pub(crate) use worded;
