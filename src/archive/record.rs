//! The file of a meeting: a text in TOML that a person can read and mend in an editor.
//!
//! Format 2 is format 1 with an end mark, format 3 has what is made ready before the meeting besides, format 4 the work
//! after it, and format 5 the texts of the agenda at its end, apart from what has become of them. A file of an older format
//! is read, and is of format 5 when it is saved again. Format 6 is format 5 without those texts.

mod agenda;
mod fields;
mod former;
mod place;
mod reading;
mod reference;
mod scalar;
mod section;
mod table;
mod writing;

use std::sync::Arc;

use toml::de::DeTable;

pub use self::reading::Head;
use self::section::{Section, line, number};
use crate::{
    archive::{digest::Digest, seal},
    meeting::{Meeting, Template, Timestamp},
    text::Fault,
};

/// When a meeting was saved, and as which state of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// When.
    pub at: Timestamp,
    /// A running number: of two files of one meeting, the one with the higher number is newer, whatever their clocks
    /// say. At most [`i64::MAX`], which is what TOML holds.
    pub number: u64,
}

/// How the file names its format.
const FORMAT_KEY: &str = "format";

/// The number of the format that is written.
const FORMAT: i64 = 5;

/// The number of the same without the texts of the agenda. Whoever knows nothing of that must not take the file for a
/// damaged one.
const FORMAT_WITHOUT_AGENDA: i64 = 6;

/// The number of the last format in which the texts of the agenda stood among what had become of them.
const AGENDA_AMONG_THE_REST: i64 = 4;

/// The number of the format that had an end mark but no preparation.
const WITHOUT_PREPARATION: i64 = 2;

/// The number of the format without an end mark.
const WITHOUT_END: i64 = 1;

/// Stands at the top of every file.
const HEADER: &str = "\
# Et dialogmøte fra programmet dialogmote. Filen inneholder personopplysninger: Del den ikke.
# Lukk møtet i programmet før du endrer noe her for hånd. Ellers må du velge mellom de to utgavene etterpå.
# Retter du en dato eller et klokkeslett, må du også rette feltet under, som viser hva programmet forsto.
# Nederst står linjen [slutt]. Mangler den, er ikke filen hel.
";

/// Stands before the texts of the agenda.
const AGENDA_HEADER: &str = "\
# Resten er agendaen møtet ble laget med. Den følger med, så filen kan leses for alltid.
";

/// The table at the bottom of every file. One that was cut off, as by a machine that died or a copy that stopped halfway,
/// may be sound TOML all the same: without this it is not whole.
const END_MARK: &str = "slutt";

/// How the file names those who are sent something and are no participants.
const TO_DOCTOR: &str = "sykmelder";
const TO_NAV: &str = "nav";

/// Writes the files of a meeting, again and again. What they have in common is made once: the texts of the agenda, and the
/// state that was written last, which may be about to be written into another file.
#[derive(Debug, Default)]
pub struct Writer {
    agenda: Option<(Arc<Template>, AgendaTexts)>,
    state: Option<(Saved, String)>,
}

/// The texts of an agenda as they stand in a file.
#[derive(Debug)]
pub struct AgendaTexts {
    /// A file of its own, or the last part of one.
    pub text: String,
    /// By which a file that leaves the texts out tells which ones they are: that of their tables as they are written.
    pub digest: Digest,
}

impl Writer {
    /// The text of the file that holds `meeting`. Read again, it is the same meeting to the millisecond. No two states have
    /// the same `saved`.
    ///
    /// # Errors
    /// Where a number does not fit in TOML, which no number that the program gives does.
    pub fn write(&mut self, meeting: &Meeting, saved: Saved) -> Result<String, toml::ser::Error> {
        let state = self.state(meeting, saved)?;
        let agenda = &self.agenda(&meeting.agenda.template)?.text;
        let whole = format!("{HEADER}\n{FORMAT_KEY} = {FORMAT}\n{state}\n{agenda}\n[{END_MARK}]\n");
        self.state = Some((saved, state));
        Ok(whole)
    }

    /// The same without the texts of the agenda, which are most of a file and hardly ever change: they have to lie in
    /// another file. Only for files that nobody but the program reads.
    ///
    /// # Errors
    /// As [`Writer::write`].
    pub fn write_without_agenda(
        &mut self,
        meeting: &Meeting,
        saved: Saved,
    ) -> Result<String, toml::ser::Error> {
        let state = self.state(meeting, saved)?;
        let digest = self.agenda(&meeting.agenda.template)?.digest;
        let key = agenda::TEXTS;
        let text = format!(
            "{HEADER}\n{FORMAT_KEY} = {FORMAT_WITHOUT_AGENDA}\n{key} = \"{digest}\"\n{state}\n[{END_MARK}]\n"
        );
        self.state = Some((saved, state));
        Ok(text)
    }

    /// The texts of an agenda.
    ///
    /// # Errors
    /// As [`Writer::write`].
    pub fn agenda(&mut self, template: &Arc<Template>) -> Result<&AgendaTexts, toml::ser::Error> {
        let known = self.agenda.take();
        let made = match known.filter(|(known, _)| Arc::ptr_eq(known, template)) {
            Some(known) => known,
            None => {
                let tables = toml::to_string(&agenda::texts(template))?;
                let digest = Digest::of(tables.as_bytes());
                let text = format!("{AGENDA_HEADER}{tables}");
                (Arc::clone(template), AgendaTexts { text, digest })
            }
        };
        Ok(&self.agenda.insert(made).1)
    }

    /// Everything but the number of the format, the texts of the agenda and the end mark.
    fn state(&mut self, meeting: &Meeting, saved: Saved) -> Result<String, toml::ser::Error> {
        let known = self.state.take().filter(|(known, _)| *known == saved);
        match known {
            Some((_, state)) => Ok(state),
            None => toml::to_string(&writing::tables(meeting, saved)),
        }
    }
}

/// The meeting that the text of a file holds.
///
/// # Errors
/// Where the format is another one (seen before anything else is looked at) or something in it is not understood.
/// Nothing is passed over: a field the program does not know would be lost when the meeting is saved again.
pub fn read(text: &str) -> Result<(Meeting, Saved), Fault> {
    read_with(text, |_| None)
}

/// The same of a file that may leave the texts of its agenda to another one: `elsewhere` answers with those of which it is
/// given the digest.
///
/// # Errors
/// As [`read`], and where `elsewhere` has no such texts.
pub fn read_with(
    text: &str,
    elsewhere: impl Fn(&str) -> Option<Template>,
) -> Result<(Meeting, Saved), Fault> {
    understood(text, |file| agenda::texts_of(file, elsewhere))
}

fn understood(
    text: &str,
    texts: impl FnOnce(&Section) -> Result<Arc<Template>, Fault>,
) -> Result<(Meeting, Saved), Fault> {
    let table = DeTable::parse(text).map_err(|error| Fault::Line {
        line: line(text, error.span().map_or(0, |span| span.start)).0,
        field: None,
    })?;
    let has = |key: &str| table.get_ref().contains_key(key);
    let format = table.get_ref().get(FORMAT_KEY);
    match format.and_then(|format| number::<i64>(format.get_ref())) {
        Some(WITHOUT_PREPARATION..=FORMAT_WITHOUT_AGENDA) if !has(END_MARK) => {
            return Err(Fault::CutOff);
        }
        Some(WITHOUT_END..=FORMAT_WITHOUT_AGENDA) => {}
        Some(1..) => return Err(Fault::NewerFormat),
        Some(..=0) | None => return Err(Fault::NoFormat),
    }
    reading::meeting(&Section::root(text, &table), texts)
}

/// Reads the files of many meetings. Most are made of the same few agendas, whose texts are nine tenths of a file: they are
/// understood once, and all meetings share them.
#[derive(Debug, Default)]
pub struct RecordReader {
    agendas: Vec<(String, Arc<Template>)>,
}

impl RecordReader {
    /// More than there are in bokmål, in nynorsk and of one's own. The oldest is forgotten.
    const MOST: usize = 8;

    /// As [`read_with`].
    ///
    /// # Errors
    /// As [`read_with`].
    pub fn read(
        &mut self,
        text: &str,
        elsewhere: impl Fn(&str) -> Option<Template>,
    ) -> Result<(Meeting, Saved), Fault> {
        // Of a file that somebody has changed, nothing is taken for granted.
        let Some((state, agenda)) = parts(text).filter(|_| seal::is_whole(text)) else {
            return read_with(text, elsewhere);
        };
        if self.agendas.iter().all(|(known, _)| known != agenda) {
            self.learn(agenda);
        }
        let known = self.agendas.iter().find(|(known, _)| known == agenda);
        let read = known.and_then(|(_, texts)| {
            let state = format!("{state}\n[{END_MARK}]\n");
            understood(&state, |_| Ok(Arc::clone(texts))).ok()
        });
        // What is wrong with a file is told by its lines.
        read.map_or_else(|| read_with(text, elsewhere), Ok)
    }

    fn learn(&mut self, agenda: &str) {
        if let Some(texts) = agenda_alone(agenda) {
            self.agendas.truncate(Self::MOST - 1);
            self.agendas.insert(0, (agenda.to_owned(), Arc::new(texts)));
        }
    }
}

/// The texts of an agenda that stand in a file, whatever else does, if they have this digest.
pub fn agenda_in(text: &str, digest: &str) -> Option<Template> {
    let tables = parts(text).map(|(_, tables)| tables);
    // An earlier version of the program may have written the same texts otherwise than this one does.
    let as_written = tables.map(|tables| Digest::of(tables.as_bytes()).to_string());
    let known =
        |template: &Template| as_written.as_deref() == Some(digest) || is_agenda(template, digest);
    // The rest of the file may be damaged; and a note in it may look like such tables.
    let mut places = tables.into_iter().chain([text]);
    places.find_map(|place| agenda_alone(place).filter(known))
}

/// What stands in a file before the tables of the texts of its agenda, and those tables, up to the end mark, where there is
/// one.
fn parts(text: &str) -> Option<(&str, &str)> {
    let first = text.find(&format!("\n[[{}.", agenda::TEXTS))? + 1;
    let (before, rest) = text.split_at_checked(first)?;
    let end = rest.rfind(&format!("\n[{END_MARK}]"));
    Some((before, rest.get(..end.unwrap_or(rest.len()))?))
}

/// The texts of an agenda, whatever else stands in a text that is sound TOML.
fn agenda_alone(text: &str) -> Option<Template> {
    let table = DeTable::parse(text).ok()?;
    agenda::in_full(&Section::root(text, &table)).ok()
}

/// Whether these texts of an agenda have this digest.
pub fn is_agenda(template: &Template, digest: &str) -> bool {
    let mut writer = Writer::default();
    let texts = writer.agenda(&Arc::new(template.clone()));
    texts.is_ok_and(|texts| texts.digest.to_string() == digest)
}

/// More than any head is long.
pub const HEAD_BYTES: u64 = 4096;

/// The head of the file of which this is the beginning, if it is that of a meeting. Of the rest nothing is known.
pub fn head(beginning: &str) -> Option<Head> {
    // With the end of its last line, whichever that is.
    let head = beginning.get(..=beginning.find("\n[")?)?;
    let table = DeTable::parse(head).ok()?;
    reading::head(&Section::root(head, &table)).ok()
}
