//! Tables of a file that is read: every key is asked for, and what was not asked for is a fault. A field the program does
//! not know would be lost when the meeting is saved again.

use std::{
    borrow::Cow,
    cell::{Cell, RefCell},
    ops::Range,
};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
    value::Datetime,
};

use crate::{
    meeting::{
        Choice, Word,
        clean::{clean, clean_line},
    },
    text::Fault,
};

/// A table of the file.
pub(super) struct Section<'t> {
    /// The whole file.
    text: &'t str,
    table: &'t DeTable<'t>,
    /// Where the table stands.
    span: Range<usize>,
    /// Its number among those of its kind, counted from 1.
    pub place: usize,
    asked: RefCell<Vec<KeyName>>,
    /// The first key that has to be there and is not.
    missing: Cell<Option<&'static str>>,
}

/// A key that is asked for.
type KeyName = Cow<'static, str>;

type RawValue<'t> = &'t Spanned<DeValue<'t>>;

impl<'t> Section<'t> {
    /// The outermost table.
    pub(super) fn root(text: &'t str, table: &'t Spanned<DeTable<'t>>) -> Self {
        Self::new(text, table.get_ref(), table.span(), 1)
    }

    fn new(text: &'t str, table: &'t DeTable<'t>, span: Range<usize>, place: usize) -> Self {
        Self {
            text,
            table,
            span,
            place,
            asked: RefCell::new(Vec::new()),
            missing: Cell::new(None),
        }
    }

    /// What stands at a key.
    fn get(&self, key: impl Into<KeyName>) -> Option<RawValue<'t>> {
        let key = key.into();
        let value = self.table.get(key.as_ref());
        self.asked.borrow_mut().push(key);
        value
    }

    /// What `read` makes of the value at a key, if one stands there.
    ///
    /// # Errors
    /// Where `read` makes nothing of it.
    fn read<T>(
        &self,
        key: impl Into<KeyName>,
        read: impl Fn(&'t DeValue<'t>) -> Option<T>,
    ) -> Result<Option<T>, Fault> {
        let Some(value) = self.get(key) else {
            return Ok(None);
        };
        let understood = read(value.get_ref()).ok_or_else(|| self.fault(value.span().start))?;
        Ok(Some(understood))
    }

    /// The value of a key that has to be there.
    ///
    /// # Errors
    /// Where it is not.
    pub(super) fn needed<T>(&self, key: &str, value: Option<T>) -> Result<T, Fault> {
        value.ok_or_else(|| Fault::Missing {
            line: self.line(self.span.start).0,
            field: key.to_owned(),
        })
    }

    /// A text as it stands there; empty where there is none.
    pub(super) fn text(&self, key: &'static str) -> Result<String, Fault> {
        let text = self.read(key, |value| value.as_str().map(clean))?;
        Ok(text.unwrap_or_default())
    }

    /// The same of a key that has to be there.
    pub(super) fn needed_text(&self, key: &'static str) -> Result<String, Fault> {
        let text = self.read(key, |value| value.as_str().map(clean))?;
        self.needed(key, text)
    }

    /// A text of one line; empty where there is none.
    pub(super) fn line_of_text(&self, key: &'static str) -> Result<String, Fault> {
        let text = self.read(key, |value| value.as_str().map(clean_line))?;
        Ok(text.unwrap_or_default())
    }

    /// The same, and nothing where there is none.
    pub(super) fn some_line(&self, key: &'static str) -> Result<Option<String>, Fault> {
        self.read(key, |value| value.as_str().map(clean_line))
    }

    /// The same of a key that has to be there.
    pub(super) fn needed_line(&self, key: &'static str) -> Result<String, Fault> {
        let text = self.some_line(key)?;
        self.needed(key, text)
    }

    /// A whole number that fits.
    pub(super) fn number<T: TryFrom<i64>>(
        &self,
        key: impl Into<KeyName>,
    ) -> Result<Option<T>, Fault> {
        self.read(key, number)
    }

    /// The number by which a table of many is named.
    pub(super) fn own_number(&self) -> Result<u32, Fault> {
        let number = self.number("nr")?;
        self.needed("nr", number)
    }

    /// A day, a time of day or an instant, as `to` takes it.
    pub(super) fn moment<T>(
        &self,
        key: impl Into<KeyName>,
        to: fn(Datetime) -> Option<T>,
    ) -> Result<Option<T>, Fault> {
        self.read(key, |value| value.as_datetime().copied().and_then(to))
    }

    /// What a word stands for.
    pub(super) fn word<T: Word>(&self, key: impl Into<KeyName>) -> Result<Option<T>, Fault> {
        self.read(key, |value| value.as_str().and_then(T::from_word))
    }

    /// What `read` makes of each value of a list; none where there is no list.
    pub(super) fn list<T>(
        &self,
        key: &'static str,
        read: impl Fn(&'t DeValue<'t>) -> Option<T>,
    ) -> Result<Vec<T>, Fault> {
        let one = |value: RawValue<'t>| {
            read(value.get_ref()).ok_or_else(|| self.fault(value.span().start))
        };
        self.values(key)?.into_iter().map(one).collect()
    }

    /// What a word stands for among these.
    pub(super) fn choice(
        &self,
        key: &'static str,
        all: &[Choice],
    ) -> Result<Option<Choice>, Fault> {
        self.read(key, |value| {
            let word = clean_line(value.as_str()?);
            let mut all = all.iter().copied();
            all.find(|choice| choice.word() == word.trim())
        })
    }

    /// What words stand for.
    pub(super) fn words<T: Word>(&self, key: &'static str) -> Result<Vec<T>, Fault> {
        self.list(key, |value| value.as_str().and_then(T::from_word))
    }

    /// The value at a key as it stands, for what can be one thing or another.
    pub(super) fn raw(&self, key: &'static str) -> Result<&'t DeValue<'t>, Fault> {
        let value = self.get(key).map(Spanned::get_ref);
        self.needed(key, value)
    }

    /// The fault of a value that is not understood.
    pub(super) fn wrong(&self, key: &'static str) -> Fault {
        let at = self
            .table
            .get(key)
            .map_or(self.span.start, |value| value.span().start);
        self.fault(at)
    }

    /// What `read` makes of a table, or of an empty one where there is none.
    pub(super) fn table<T: Default>(
        &self,
        key: &'static str,
        read: impl FnOnce(&Self) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        match self.get(key) {
            None => Ok(T::default()),
            Some(value) => self.within(value, 1, read),
        }
    }

    /// What `read` makes of a table that has to be there.
    pub(super) fn needed_table<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(&Self) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let value = self.get(key);
        let value = self.needed(key, value)?;
        self.within(value, 1, read)
    }

    /// What `read` makes of each of many tables.
    pub(super) fn tables<T>(
        &self,
        key: &'static str,
        mut read: impl FnMut(&Self) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let each = (1..).zip(self.values(key)?);
        each.map(|(place, value)| self.within(value, place, &mut read))
            .collect()
    }

    /// Reads a table whole.
    pub(super) fn within<T>(
        &self,
        value: RawValue<'t>,
        place: usize,
        read: impl FnOnce(&Self) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let table = value.get_ref().as_table();
        let table = table.ok_or_else(|| self.fault(value.span().start))?;
        let section = Self::new(self.text, table, value.span(), place);
        let whole = read(&section)?;
        section.end()?;
        Ok(whole)
    }

    /// Every value of a list as it stands, for lists of one thing or another.
    pub(super) fn values(&self, key: &'static str) -> Result<Vec<RawValue<'t>>, Fault> {
        let Some(values) = self.get(key) else {
            return Ok(Vec::new());
        };
        let array = values.get_ref().as_array();
        let array = array.ok_or_else(|| self.fault(values.span().start))?;
        Ok(array.iter().collect())
    }

    /// Notes that a key has to be there and is not. It is told at the end: where its name is misspelt, the line with that
    /// name is of more help than that it is missing.
    pub(super) fn miss(&self, key: &'static str) {
        self.missing.set(self.missing.get().or(Some(key)));
    }

    /// Whether everything that stands here was asked for, and what has to be there is.
    ///
    /// # Errors
    /// Where something was not, or is not.
    pub(super) fn end(&self) -> Result<(), Fault> {
        let asked = self.asked.borrow();
        let known = |key: &str| asked.iter().any(|asked| asked == key);
        let mut strange = self.table.keys().filter(|key| !known(key.get_ref()));
        match strange.next() {
            Some(key) => Err(self.fault(key.span().start)),
            None => match self.missing.get() {
                Some(key) => self.needed(key, None),
                None => Ok(()),
            },
        }
    }

    /// The fault at a place of the file, told by its line and the field with which that line begins.
    fn fault(&self, at: usize) -> Fault {
        let (line, content) = self.line(at);
        Fault::Line {
            line,
            field: field(content),
        }
    }

    fn line(&self, at: usize) -> (usize, &'t str) {
        line(self.text, at)
    }
}

/// A whole number that fits.
pub(super) fn number<T: TryFrom<i64>>(value: &DeValue) -> Option<T> {
    let digits = value.as_integer()?;
    let number = i64::from_str_radix(digits.as_str(), digits.radix()).ok()?;
    T::try_from(number).ok()
}

/// The line of a place in the text, counted from 1, and what stands in it.
pub(super) fn line(text: &str, at: usize) -> (usize, &str) {
    let before = text.get(..at).unwrap_or(text);
    let index = before.matches('\n').count();
    (index + 1, text.lines().nth(index).unwrap_or_default())
}

/// The field a line begins with. Asked only of files whose form is sound: there it cannot be a piece of a note.
fn field(line: &str) -> Option<String> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim();
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    (!key.is_empty() && key.chars().all(plain)).then(|| key.to_owned())
}
