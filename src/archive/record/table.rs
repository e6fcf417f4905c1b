//! Tables of a file that is written: keys with their values in the order in which they were put, and nothing that is empty.

use std::borrow::Cow;

use serde::{Serialize, Serializer, ser::SerializeMap};
use toml::value::Datetime;

/// What stands at a key.
#[derive(Debug)]
pub(super) enum Node<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// A number.
    Number(i64),
    /// A day, a time of day, or an instant.
    Moment(Datetime),
    /// Any number of values.
    List(Vec<Self>),
    /// Keys of its own. They stand behind all others.
    Table(Table<'a>),
}

/// Keys with their values.
#[derive(Debug, Default)]
pub(super) struct Table<'a>(Vec<(Cow<'a, str>, Node<'a>)>);

impl<'a> Table<'a> {
    /// A table with what `fill` puts into it.
    pub(super) fn with(fill: impl FnOnce(&mut Self)) -> Self {
        let mut table = Self::default();
        fill(&mut table);
        table
    }

    /// The same, of something that has a number.
    pub(super) fn numbered(number: u32, fill: impl FnOnce(&mut Self)) -> Self {
        Self::with(|table| {
            table.put("nr", number.into());
            fill(table);
        })
    }

    /// Puts a value, whatever it is.
    pub(super) fn put(&mut self, key: impl Into<Cow<'a, str>>, value: Node<'a>) {
        self.0.push((key.into(), value));
    }

    /// Puts a value where there is one.
    pub(super) fn put_some(&mut self, key: impl Into<Cow<'a, str>>, value: Option<Node<'a>>) {
        if let Some(value) = value {
            self.put(key, value);
        }
    }

    /// Puts a text that is not empty.
    pub(super) fn text(&mut self, key: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) {
        let text = text.into();
        if !text.is_empty() {
            self.put(key, Node::Text(text));
        }
    }

    /// Puts a list that is not empty.
    pub(super) fn list(&mut self, key: &'static str, values: impl IntoIterator<Item = Node<'a>>) {
        let values: Vec<_> = values.into_iter().collect();
        if !values.is_empty() {
            self.put(key, Node::List(values));
        }
    }

    /// Puts a table that is not empty.
    pub(super) fn table(&mut self, key: &'static str, table: Self) {
        if !table.0.is_empty() {
            self.put(key, Node::Table(table));
        }
    }

    /// Puts a table for each of many, where there is one.
    pub(super) fn tables<T>(
        &mut self,
        key: &'static str,
        all: impl IntoIterator<Item = T>,
        table: impl Fn(T) -> Self,
    ) {
        let tables = all.into_iter().map(|one| Node::Table(table(one)));
        self.list(key, tables);
    }
}

impl From<&'static str> for Node<'_> {
    fn from(word: &'static str) -> Self {
        Self::Text(Cow::Borrowed(word))
    }
}

impl From<u32> for Node<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Moment(moment) => moment.serialize(serializer),
            Self::List(values) => serializer.collect_seq(values),
            Self::Table(table) => table.serialize(serializer),
        }
    }
}

impl Serialize for Table<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}
