//! From what the TOML parser says in English to what the author of a file can do about it.

use toml::de::Error;

use crate::text::SyntaxFault;

/// Words of the parser's messages, the first that fits deciding. Wherever none fits, the fault is told with its line
/// alone: another version of the parser can make sentences less exact, but never wrong lines.
const SIGNS: &[(&str, SyntaxFault)] = &[
    ("unquoted key", SyntaxFault::Key),
    ("duplicate key", SyntaxFault::DoubleKey),
    ("cannot extend", SyntaxFault::DoubleKey),
    ("visible characters", SyntaxFault::ControlCharacter),
    ("printable characters", SyntaxFault::ControlCharacter),
    ("multi-line", SyntaxFault::TripleQuotes),
    ("quote", SyntaxFault::Quotes),
    ("string", SyntaxFault::Quotes),
    ("boolean", SyntaxFault::Quotes),
    ("date", SyntaxFault::Quotes),
    ("time", SyntaxFault::Quotes),
    ("missing value", SyntaxFault::NoValue),
    ("key or value", SyntaxFault::Surplus),
    ("comma", SyntaxFault::Comma),
    ("array", SyntaxFault::Brackets),
    ("table", SyntaxFault::Brackets),
    ("recur", SyntaxFault::Brackets),
    ("no value", SyntaxFault::EqualsSign),
    ("assignment", SyntaxFault::EqualsSign),
    ("`=`", SyntaxFault::EqualsSign),
    ("key-value", SyntaxFault::EqualsSign),
    ("escape", SyntaxFault::Backslash),
    ("unicode", SyntaxFault::Backslash),
    ("digit", SyntaxFault::Number),
    ("number", SyntaxFault::Number),
    ("numeric", SyntaxFault::Number),
    ("integer", SyntaxFault::Number),
    ("float", SyntaxFault::Number),
    ("radix", SyntaxFault::Number),
    ("leading zero", SyntaxFault::Number),
    ("sign", SyntaxFault::Number),
    ("comment", SyntaxFault::ControlCharacter),
    ("carriage return", SyntaxFault::ControlCharacter),
    ("key", SyntaxFault::Key),
];

/// What `error` means to an author. The parser asks for quotes as well where nothing stands at all.
pub(super) fn of(error: &Error) -> SyntaxFault {
    let message = error.message();
    let fault = SIGNS
        .iter()
        .find(|(sign, _)| message.contains(sign))
        .map_or(SyntaxFault::Other, |(_, fault)| *fault);
    let nothing = error.span().is_some_and(|span| span.is_empty());
    if message.contains("must be quoted") && nothing {
        SyntaxFault::NoValue
    } else {
        fault
    }
}
