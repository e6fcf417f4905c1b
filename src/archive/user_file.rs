//! Files that a user writes: every value is asked for by key, and everything that is wrong is told at once with its line.

mod syntax;

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    meeting::{MAX_MINUTES, Word, clean::clean_line},
    text::{LineFault, LineFaultKind, SyntaxFault, Wanted},
};

/// Kilobytes of the largest file. The built-in word lists have half of that.
const MAX_KILOBYTES: usize = 128;
/// Characters of an id.
const MAX_ID: usize = 40;
/// Characters of what is quoted from the file in a fault.
const MAX_QUOTED: usize = 40;

/// What `text` holds, as `build` takes it from the file's outermost table.
///
/// # Errors
///
/// Everything that is wrong, in the order of its lines. Where lines cannot be read as TOML, what seems to be missing is
/// not told: it may stand on one of them.
pub(super) fn read<T>(
    text: &str,
    build: impl FnOnce(&UserTable, &mut Faults) -> T,
) -> Result<T, Vec<LineFault>> {
    if text.len() > MAX_KILOBYTES * 1024 {
        return Err(vec![LineFault {
            line: 1,
            field: String::new(),
            kind: LineFaultKind::FileTooLarge(MAX_KILOBYTES),
        }]);
    }
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut faults = Faults::new(text);
    for error in &errors {
        faults.note_syntax(error.span(), syntax::of(error));
    }
    let built = build(&UserTable::root(root.get_ref()), &mut faults);
    let faults = faults.into_sorted();
    if faults.is_empty() {
        Ok(built)
    } else {
        Err(faults)
    }
}

/// What is wrong in a file, as far as it has been read.
pub(super) struct Faults {
    /// Where each line begins, in bytes.
    line_starts: Vec<usize>,
    found: Vec<LineFault>,
}

impl Faults {
    /// None yet in `text`.
    fn new(text: &str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            line_starts: std::iter::once(0).chain(breaks).collect(),
            found: Vec::new(),
        }
    }

    /// Something that is not TOML. Without a span the parser gave up at the end of the file.
    fn note_syntax(&mut self, span: Option<Range<usize>>, why: SyntaxFault) {
        let line = span.map_or(self.line_starts.len(), |span| self.line_at(span.start));
        self.note(line, String::new(), LineFaultKind::Syntax(why));
    }

    /// All of them by line. A line that is not TOML has that one fault, for others only follow from it. And what seems
    /// to be missing in such a file is left out: it may stand on such a line.
    fn into_sorted(self) -> Vec<LineFault> {
        let (mut found, others): (Vec<_>, Vec<_>) = self
            .found
            .into_iter()
            .partition(|fault| matches!(fault.kind, LineFaultKind::Syntax(_)));
        found.sort_by_key(|fault| fault.line);
        found.dedup_by_key(|fault| fault.line);
        let broken: Vec<usize> = found.iter().map(|fault| fault.line).collect();
        found.extend(others.into_iter().filter(|fault| {
            broken.is_empty()
                || !(is_absence(&fault.kind) || broken.binary_search(&fault.line).is_ok())
        }));
        found.sort_by_key(|fault| fault.line);
        found
    }

    fn line_at(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    fn line_of<T>(&self, spanned: &Spanned<T>) -> usize {
        self.line_at(spanned.span().start)
    }

    fn note(&mut self, line: usize, field: String, kind: LineFaultKind) {
        self.found.push(LineFault { line, field, kind });
    }
}

const fn is_absence(kind: &LineFaultKind) -> bool {
    matches!(
        kind,
        LineFaultKind::Missing
            | LineFaultKind::NoPhase
            | LineFaultKind::NoItem
            | LineFaultKind::GoneWithoutSuccessor
    )
}

/// A table, its name for users, and the line it begins on.
pub(super) struct UserTable<'t> {
    path: &'static str,
    line: usize,
    table: &'t DeTable<'t>,
}

impl<'t> UserTable<'t> {
    /// The file itself.
    const fn root(table: &'t DeTable<'t>) -> Self {
        Self {
            path: "",
            line: 1,
            table,
        }
    }

    /// Whether `key` stands here, with whatever value.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Whether `key` does not stand here, or is an empty list.
    pub(super) fn has_none(&self, key: &str) -> bool {
        self.table.get(key).is_none_or(|value| {
            let list = value.get_ref().as_array();
            list.is_some_and(|list| list.is_empty())
        })
    }

    /// Notes `kind` at `key`, or at the section itself where the key does not stand or is empty.
    pub(super) fn note(&self, key: &str, kind: LineFaultKind, faults: &mut Faults) {
        let line = self.line_of(key, faults).unwrap_or(self.line);
        faults.note(line, self.field(key), kind);
    }

    /// Notes every key that is not among `known`.
    pub(super) fn allow(&self, known: &'static [&'static str], faults: &mut Faults) {
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let line = faults.line_of(key);
                faults.note(
                    line,
                    self.field(&quoted(name)),
                    LineFaultKind::UnknownKey(known),
                );
            }
        }
    }

    /// The id, which none of `taken` may have; it is taken from now on.
    pub(super) fn id(&self, taken: &mut Vec<String>, faults: &mut Faults) -> String {
        let id = self.text("id", MAX_ID, faults);
        if !id.is_empty() && taken.contains(&id) {
            self.note("id", LineFaultKind::DoubleId(id.clone()), faults);
        }
        taken.push(id.clone());
        id
    }

    /// The text at `key`, which has to be there, of at most `limit` characters.
    pub(super) fn text(&self, key: &str, limit: usize, faults: &mut Faults) -> String {
        self.require(key, faults);
        self.optional_text(key, limit, faults).unwrap_or_default()
    }

    /// The text at `key`, of at most `limit` characters, if it is there.
    pub(super) fn optional_text(
        &self,
        key: &str,
        limit: usize,
        faults: &mut Faults,
    ) -> Option<String> {
        self.one_text(key, self.table.get(key)?, limit, faults)
    }

    /// The texts at `key`, at most `count`, each of at most `limit` characters. None where the key is not there.
    pub(super) fn texts(
        &self,
        key: &str,
        limit: usize,
        count: usize,
        faults: &mut Faults,
    ) -> Vec<String> {
        self.list(key, Wanted::Texts, count, faults)
            .filter_map(|value| self.one_text(key, value, limit, faults))
            .collect()
    }

    /// What the word at `key` stands for, which has to be there.
    pub(super) fn word<T: Word>(&self, key: &str, faults: &mut Faults) -> Option<T> {
        self.require(key, faults);
        self.optional_word(key, faults)
    }

    /// What the word at `key` stands for, if it is there.
    pub(super) fn optional_word<T: Word>(&self, key: &str, faults: &mut Faults) -> Option<T> {
        self.one_word(key, self.table.get(key)?, faults)
    }

    /// What the words at `key` stand for, at most `count`. None where the key is not there.
    pub(super) fn words<T: Word>(&self, key: &str, count: usize, faults: &mut Faults) -> Vec<T> {
        self.list(key, Wanted::Texts, count, faults)
            .filter_map(|value| self.one_word(key, value, faults))
            .collect()
    }

    /// The minutes at `key`, which have to be there.
    pub(super) fn minutes(&self, key: &str, faults: &mut Faults) -> u32 {
        self.require(key, faults);
        let Some(value) = self.table.get(key) else {
            return 0;
        };
        let minutes = value
            .get_ref()
            .as_integer()
            .and_then(|number| u32::from_str_radix(number.as_str(), number.radix()).ok())
            .filter(|minutes| (1..=MAX_MINUTES).contains(minutes));
        if minutes.is_none() {
            self.note(key, LineFaultKind::NotMinutes, faults);
        }
        minutes.unwrap_or_default()
    }

    /// The tables at `key`, at most `count`, which users know as `path`. None where the key is not there.
    pub(super) fn sections(
        &self,
        key: &str,
        path: &'static str,
        count: usize,
        faults: &mut Faults,
    ) -> Vec<Self> {
        let mut sections = Vec::new();
        for value in self.list(key, Wanted::Tables, count, faults) {
            let line = self.line_of_value(key, value, faults);
            match value.get_ref().as_table() {
                Some(table) => sections.push(UserTable { path, line, table }),
                None => faults.note(
                    line,
                    path.to_owned(),
                    LineFaultKind::WrongType(Wanted::Tables),
                ),
            }
        }
        sections
    }

    fn require(&self, key: &str, faults: &mut Faults) {
        if !self.has(key) {
            self.note(key, LineFaultKind::Missing, faults);
        }
    }

    /// The values of the list at `key`. What is beyond `count` is not read: one fault says so.
    fn list(
        &self,
        key: &str,
        wanted: Wanted,
        count: usize,
        faults: &mut Faults,
    ) -> impl Iterator<Item = &'t Spanned<DeValue<'t>>> + use<'t> {
        let list = self.table.get(key).map(|value| value.get_ref().as_array());
        match list {
            Some(None) => self.note(key, LineFaultKind::WrongType(wanted), faults),
            Some(Some(list)) => {
                if let Some(surplus) = list.get(count) {
                    let line = self.line_of_value(key, surplus, faults);
                    faults.note(line, self.field(key), LineFaultKind::TooMany(count));
                }
            }
            None => {}
        }
        list.flatten()
            .into_iter()
            .flat_map(|list| list.iter())
            .take(count)
    }

    fn one_text(
        &self,
        key: &str,
        value: &Spanned<DeValue>,
        limit: usize,
        faults: &mut Faults,
    ) -> Option<String> {
        let read = match value.get_ref().as_str() {
            None => Err(LineFaultKind::WrongType(Wanted::Text)),
            Some(text) => {
                let text = clean_line(text).trim().to_owned();
                match text.chars().count() {
                    0 => Err(LineFaultKind::Empty),
                    length if length > limit => Err(LineFaultKind::TooLong(limit)),
                    _ => Ok(text),
                }
            }
        };
        match read {
            Ok(text) => Some(text),
            Err(kind) => {
                let line = self.line_of_value(key, value, faults);
                faults.note(line, self.field(key), kind);
                None
            }
        }
    }

    fn one_word<T: Word>(
        &self,
        key: &str,
        value: &Spanned<DeValue>,
        faults: &mut Faults,
    ) -> Option<T> {
        let text = self.one_text(key, value, usize::MAX, faults)?;
        let word = T::from_word(&text);
        if word.is_none() {
            let kind = LineFaultKind::UnknownWord {
                found: quoted(&text),
                known: T::words(),
            };
            faults.note(
                self.line_of_value(key, value, faults),
                self.field(key),
                kind,
            );
        }
        word
    }

    fn line_of(&self, key: &str, faults: &Faults) -> Option<usize> {
        let (key, _) = self.table.get_key_value(key)?;
        Some(faults.line_of(key))
    }

    /// The line of `value`, which stands at `key` or in a list there. Never before the key: where the parser made up a
    /// value for a broken line, it has no place.
    fn line_of_value(&self, key: &str, value: &Spanned<DeValue>, faults: &Faults) -> usize {
        let own = faults.line_of(value);
        self.line_of(key, faults).map_or(own, |line| line.max(own))
    }

    /// What users call the place of `key` in this section.
    fn field(&self, key: &str) -> String {
        match (self.path, key) {
            ("", key) => key.to_owned(),
            (path, "") => path.to_owned(),
            (path, key) => format!("{path}.{key}"),
        }
    }
}

/// Text of the file as a fault shows it: without line breaks, and short.
fn quoted(text: &str) -> String {
    let text = clean_line(text);
    match text.char_indices().nth(MAX_QUOTED) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
