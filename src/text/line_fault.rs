//! What can be wrong in a file that a user writes, and the sentence that tells its author.

use crate::meeting::MAX_MINUTES;

/// One thing that is wrong in a file that a user writes: an agenda, or own questions, sentences and words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFault {
    /// The line, counted from 1.
    pub line: usize,
    /// What stands there, as keys with dots between them, for example `fase.minutter`; empty where it is the file.
    pub field: String,
    /// What is wrong with it.
    pub kind: LineFaultKind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineFaultKind {
    /// The file is larger than so many kilobytes.
    FileTooLarge(usize),
    /// The line is not TOML.
    Syntax(SyntaxFault),
    /// The key has no meaning here; these have.
    UnknownKey(&'static [&'static str]),
    /// The key has to be there.
    Missing,
    /// The value is of another type.
    WrongType(Wanted),
    /// The word is none of those that can stand here.
    UnknownWord {
        /// What stands there, shortened where it is long.
        found: String,
        /// What could.
        known: Vec<&'static str>,
    },
    /// Not a whole number of minutes from 1 to [`MAX_MINUTES`].
    NotMinutes,
    /// The text has nothing in it.
    Empty,
    /// The text has more than so many characters.
    TooLong(usize),
    /// There are more than so many.
    TooMany(usize),
    /// Something before it has this id already.
    DoubleId(String),
    /// A word to look for has no letter to begin with.
    NoWord,
    /// There is no phase.
    NoPhase,
    /// The phase has no item.
    NoItem,
    /// The measure is gone, and nothing says what serves instead.
    GoneWithoutSuccessor,
    /// The text about what serves instead stands with a measure that is not gone.
    SuccessorWithoutGone,
}

/// The type a value should have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A text.
    Text,
    /// A list of texts.
    Texts,
    /// Tables, each under a heading in double brackets.
    Tables,
}

/// Why a line is not TOML, as far as its author can do something about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyntaxFault {
    /// A value that is neither a number nor a text between straight quotes.
    Quotes,
    /// A text that begins with three quotes and does not end.
    TripleQuotes,
    /// A key that is there already.
    DoubleKey,
    /// A key without a value.
    NoValue,
    /// A key without an equals sign, or with one too many.
    EqualsSign,
    /// More on the line than belongs there.
    Surplus,
    /// A comma missing or one too many.
    Comma,
    /// A bracket missing or one too many.
    Brackets,
    /// A number written in a way TOML does not know.
    Number,
    /// A backslash in a text that means nothing.
    Backslash,
    /// A key with other characters than it can have.
    Key,
    /// A control character or a strange line break.
    ControlCharacter,
    /// Anything else.
    Other,
}

/// The fault as a line in bokmål: where it is and what to do about it.
pub fn nb(fault: &LineFault) -> String {
    let what = sentence(fault);
    if fault.field.is_empty() {
        format!("linje {}: {what}", fault.line)
    } else {
        format!("linje {}, {}: {what}", fault.line, fault.field)
    }
}

fn sentence(fault: &LineFault) -> String {
    match &fault.kind {
        LineFaultKind::FileTooLarge(limit) => format!("filen er for stor, høyst {limit} kB"),
        LineFaultKind::Syntax(why) => syntax(*why).to_owned(),
        LineFaultKind::UnknownKey(known) => {
            format!("finnes ikke. Her kan du bruke {}", either(known))
        }
        LineFaultKind::Missing => "mangler".to_owned(),
        LineFaultKind::WrongType(Wanted::Text) => "må være en tekst i anførselstegn".to_owned(),
        LineFaultKind::WrongType(Wanted::Texts) => {
            "må være en liste med tekster, slik: [\"en\", \"to\"]".to_owned()
        }
        LineFaultKind::WrongType(Wanted::Tables) => {
            format!("må være en overskrift, slik: [[{}]]", fault.field)
        }
        LineFaultKind::UnknownWord { found, known } => {
            format!(
                "«{found}» er ikke et ord jeg kjenner. Skriv {}",
                either(known)
            )
        }
        LineFaultKind::NotMinutes => format!("må være et helt tall fra 1 til {MAX_MINUTES}"),
        LineFaultKind::Empty => {
            "er tom. Skriv noe, eller ta bort linjen hvis feltet ikke må være med".to_owned()
        }
        LineFaultKind::TooLong(limit) => format!("er for lang, høyst {limit} tegn"),
        LineFaultKind::TooMany(limit) => format!("det er for mange, høyst {limit}"),
        LineFaultKind::DoubleId(id) => format!("«{id}» er brukt før. Velg en annen"),
        LineFaultKind::NoWord => {
            "et av ordene har ingen bokstaver, eller begynner ikke med en".to_owned()
        }
        LineFaultKind::NoPhase => "agendaen har ingen fase. Lag minst én med [[fase]]".to_owned(),
        LineFaultKind::NoItem => {
            "fasen har ingen punkter. Lag minst ett med [[fase.punkt]]".to_owned()
        }
        LineFaultKind::GoneWithoutSuccessor => {
            "mangler. Skriv når ordningen forsvant, og hva som finnes nå".to_owned()
        }
        LineFaultKind::SuccessorWithoutGone => {
            "skal bare være med når status er «borte»".to_owned()
        }
    }
}

const fn syntax(fault: SyntaxFault) -> &'static str {
    match fault {
        SyntaxFault::Quotes => {
            "her må det stå en tekst mellom rette anførselstegn (\"), eller bare et tall"
        }
        SyntaxFault::TripleQuotes => {
            "en tekst som begynner med tre anførselstegn, slutter ikke med tre"
        }
        SyntaxFault::Surplus => "det står noe for mye på slutten av linjen",
        SyntaxFault::DoubleKey => "feltet står her to ganger. Ta bort det ene",
        SyntaxFault::NoValue => "det står ingenting etter likhetstegnet",
        SyntaxFault::EqualsSign => "her må det stå et navn, ett likhetstegn og en verdi",
        SyntaxFault::Comma => "et komma mangler, eller det er ett for mye",
        SyntaxFault::Brackets => "en parentes ([ ] eller { }) mangler, eller det er en for mye",
        SyntaxFault::Number => "tallet er skrevet på en måte jeg ikke forstår. Bruk bare sifre",
        SyntaxFault::Backslash => "skriv \\\\ der du vil ha en omvendt skråstrek",
        SyntaxFault::Key => "navnet foran likhetstegnet kan bare ha a–z, tall, - og _",
        SyntaxFault::ControlCharacter => "her er det et usynlig tegn. Skriv linjen på nytt",
        SyntaxFault::Other => "jeg forstår ikke denne linjen",
    }
}

/// The words as an enumeration that ends with «eller».
fn either(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [most @ .., last] => format!("{} eller {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: usize, field: &str, kind: LineFaultKind, wanted: &str) {
        let fault = LineFault {
            line,
            field: field.to_owned(),
            kind,
        };
        assert_eq!(nb(&fault), wanted);
    }

    #[test]
    fn a_fault_is_told_with_line_field_and_what_to_do() {
        use LineFaultKind::{DoubleId, NoPhase, NotMinutes, Syntax, UnknownKey, UnknownWord};
        check(
            14,
            "fase.minutter",
            NotMinutes,
            "linje 14, fase.minutter: må være et helt tall fra 1 til 480",
        );
        check(
            1,
            "",
            NoPhase,
            "linje 1: agendaen har ingen fase. Lag minst én med [[fase]]",
        );
        check(
            3,
            "fase.tid",
            UnknownKey(&["id", "tittel", "minutter"]),
            "linje 3, fase.tid: finnes ikke. Her kan du bruke id, tittel eller minutter",
        );
        check(
            9,
            "virkemiddel.status",
            UnknownWord {
                found: "gått".into(),
                known: vec!["i bruk", "borte"],
            },
            "linje 9, virkemiddel.status: «gått» er ikke et ord jeg kjenner. Skriv i bruk eller borte",
        );
        check(
            2,
            "fase.id",
            DoubleId("a".into()),
            "linje 2, fase.id: «a» er brukt før. Velg en annen",
        );
        check(
            7,
            "",
            Syntax(SyntaxFault::NoValue),
            "linje 7: det står ingenting etter likhetstegnet",
        );
    }

    #[test]
    fn words_are_listed_with_or_before_the_last() {
        assert_eq!(either(&[]), "");
        assert_eq!(either(&["a"]), "a");
        assert_eq!(either(&["a", "b", "c"]), "a, b eller c");
    }
}
