//! Answers on stdout: formats, queries, tables, and what makes text from outside safe to show.
//! Knows neither commands nor services.

mod cell;
pub mod color;
mod format;
mod json;
mod query;
pub mod sanitize;
mod table;
mod text;
mod tree;
mod yaml;

use std::io;

use bytes::Bytes;
use serde::{Serialize, Serializer, ser::SerializeMap as _};
use serde_json::Value;

pub use cell::{Cell, Column, Tabular, Tone};
pub use format::{Format, UnknownFormat};
pub use query::{Query, QueryError};
pub use table::cut;

use crate::io::Stream;
use table::{Grid, View};

/// A list as it is shown: its key, its items, and where a further call goes on.
#[derive(Debug)]
pub struct Page<T> {
    /// The list's key, such as `Instances`.
    pub key: &'static str,
    /// What is on it.
    pub items: Vec<T>,
    /// Where a further call goes on; none, if this is the end.
    pub next_token: Option<String>,
}

impl<T: Serialize> Serialize for Page<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry(self.key, &self.items)?;
        map.serialize_entry("NextToken", &self.next_token)?;
        map.end()
    }
}

/// Why an answer could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The stream does not take it.
    #[error("the answer cannot be written: {0}")]
    Io(#[from] io::Error),
    /// The query does not fit the answer.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// The answer has no such form.
    #[error("the answer cannot be written: {0}")]
    Serialize(#[from] serde_json::Error),
}

/// Where answers go, and in which form.
#[derive(Debug)]
pub struct Output {
    format: Format,
    query: Option<Query>,
    color: bool,
    chosen: bool,
    stream: Stream,
}

impl Output {
    /// Answers in this format, or what a query selects of them, to this stream.
    pub fn new(format: Format, query: Option<Query>, color: bool, stream: Stream) -> Self {
        Self {
            format,
            query,
            color,
            chosen: false,
            stream,
        }
    }

    /// The same, with the user's own word for its form.
    #[must_use]
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }

    /// Whether the user has asked for a form: what is plain text otherwise has one then.
    pub fn is_chosen(&self) -> bool {
        self.chosen
    }

    /// Whether the query reads a key of this name.
    pub fn query_names(&self, key: &str) -> bool {
        let query = self.query.as_ref();
        query.is_some_and(|query| query.identifiers().contains(key))
    }

    /// Whether people read it: a table, and nothing selected of it.
    pub fn is_for_people(&self) -> bool {
        self.format == Format::Table && self.query.is_none()
    }

    /// Writes a list. Says whether there was anything for a person to see: an empty table is
    /// nothing at all.
    pub fn list<T: Serialize + Tabular>(&self, page: &Page<T>) -> Result<bool, Error> {
        if self.is_for_people() {
            if page.items.is_empty() {
                return Ok(false);
            }
            let rows = page.items.iter().map(Tabular::cells).collect();
            let mut out = String::new();
            Grid::of(&T::columns(), rows, self.view()).render(&mut out, 0, self.view());
            self.write(out.as_bytes())?;
            return Ok(true);
        }
        self.value(page)?;
        Ok(true)
    }

    /// Writes the same as [`Output::list`], but for people in full: one block an item.
    pub fn detail<T: Serialize>(&self, page: &Page<T>) -> Result<(), Error> {
        if self.is_for_people() {
            let items: Vec<Value> = page
                .items
                .iter()
                .map(serde_json::to_value)
                .collect::<Result<_, _>>()?;
            return self.write(tree::blocks(&items, self.view()).as_bytes());
        }
        self.value(page)
    }

    /// Writes any answer.
    pub fn value<T: Serialize>(&self, value: &T) -> Result<(), Error> {
        // The usual case goes from the typed answer straight to the bytes.
        if self.format == Format::Json && self.query.is_none() {
            return self.write(&json::pretty(value, self.is_terminal())?);
        }
        let mut value = serde_json::to_value(value)?;
        if let Some(query) = &self.query {
            value = query.apply(&value)?;
        }
        let terminal = self.is_terminal();
        match self.format {
            Format::Json => self.write(&json::pretty(&value, terminal)?),
            Format::Yaml => self.write(yaml::document(&value, terminal).as_bytes()),
            Format::YamlStream => self.write(yaml::item(&value, terminal).as_bytes()),
            Format::Text => {
                let mut out = String::new();
                text::write(&mut out, &value, terminal);
                self.write(out.as_bytes())
            }
            Format::Table => self.write(tree::value(&value, self.view()).as_bytes()),
        }
    }

    /// Writes a line of NDJSON, or what a query selects of it, whatever the format.
    pub fn line<T: Serialize>(&self, value: &T) -> Result<(), Error> {
        let mut value = serde_json::to_value(value)?;
        if let Some(query) = &self.query {
            value = query.apply(&value)?;
        }
        self.raw(&[value.to_string().into()])
    }

    /// Writes one event of a stream on a line of its own, at once: compact JSON for programs, and
    /// for people, who did not ask for a form or a query, the line that `line` makes, coloured if
    /// it is told so. An event of which the query selects nothing is left out.
    pub fn event<T: Serialize>(
        &self,
        event: &T,
        line: impl FnOnce(bool) -> String,
    ) -> Result<(), Error> {
        match (self.format, &self.query) {
            (Format::Table, None) => self.write(line(self.color).as_bytes())?,
            (Format::Json, query) => {
                let mut value = serde_json::to_value(event)?;
                if let Some(query) = query {
                    value = query.apply(&value)?;
                }
                if query.is_none() || !value.is_null() {
                    self.write(&json::line(&value, self.is_terminal())?)?;
                }
            }
            (_, None) => self.value(event)?,
            (_, Some(query)) => {
                if !query.apply(&serde_json::to_value(event)?)?.is_null() {
                    self.value(event)?;
                }
            }
        }
        Ok(self.stream.flush()?)
    }

    /// Whether whoever read the answers is known to have gone away.
    pub fn is_unread(&self) -> bool {
        self.stream.is_unread()
    }

    /// Whether tones are shown as colours.
    pub fn is_colored(&self) -> bool {
        self.color
    }

    /// Where all of this is written, for whoever draws on the whole screen.
    pub fn stream(&self) -> Stream {
        self.stream.clone()
    }

    /// Writes text as it is, and at once.
    pub fn text(&self, text: &str) -> Result<(), Error> {
        self.write(text.as_bytes())?;
        Ok(self.stream.flush()?)
    }

    /// Hands what was written to the reader, and says whether that went well.
    pub fn flush(&self) -> Result<(), Error> {
        Ok(self.stream.flush()?)
    }

    /// Whether people are to be shown all of an answer, and nothing of it was selected.
    pub fn is_plain_table(&self) -> bool {
        self.format == Format::Table && self.query.is_none()
    }

    /// Writes what services answered, byte by byte, each on lines of its own.
    pub fn raw(&self, bodies: &[Bytes]) -> Result<(), Error> {
        for body in bodies {
            if self.is_terminal() {
                let text = String::from_utf8_lossy(body);
                self.write(sanitize::lines_for_terminal(&text).as_bytes())?;
            } else {
                self.write(body)?;
            }
            if !body.ends_with(b"\n") {
                self.write(b"\n")?;
            }
        }
        Ok(())
    }

    /// Whether a terminal is at the other end.
    pub fn is_terminal(&self) -> bool {
        self.stream.terminal().is_some()
    }

    fn view(&self) -> View {
        View {
            width: self
                .stream
                .terminal()
                .map(|terminal| usize::from(terminal.width)),
            color: self.color,
        }
    }

    fn write(&self, bytes: &[u8]) -> Result<(), Error> {
        Ok(self.stream.write(bytes)?)
    }
}
