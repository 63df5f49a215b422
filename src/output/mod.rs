//! The output on stdout: formats, queries and tables, and making text from outside safe to show.
//! Knows no commands and no services.

mod cell;
pub mod color;
mod format;
mod json;
mod python;
mod query;
pub mod sanitize;
mod table;
mod text;
mod tree;
#[cfg(test)]
mod witness;
mod yaml;

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use serde::{Serialize, Serializer, ser::SerializeMap as _};

pub use cell::{Cell, Column, Tabular, Tone};
pub use format::{Format, UnknownFormat};
pub use query::{Query, QueryError};
pub use table::cut;

use crate::io::Stream;
use crate::jmespath::{Arena, EvaluateError, JsonLayout, Value, to_value, write_json};
use table::{Grid, GridView};

/// A page of a list: the key, the items, and the token of the next page.
#[derive(Debug)]
pub struct Page<T> {
    /// The list's key, such as `Instances`.
    pub key: &'static str,
    /// The items.
    pub items: Vec<T>,
    /// The token of the next page. None if this is the last page.
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

/// A list as AWS writes it: without a token if there is no next page.
struct WithoutNull<'p, T> {
    page: &'p Page<T>,
    token: Option<&'p str>,
}

impl<T: Serialize> Serialize for WithoutNull<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(self.page.key, &self.page.items)?;
        if let Some(token) = self.token {
            map.serialize_entry("NextToken", token)?;
        }
        map.end()
    }
}

/// The reason why an answer could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The stream failed.
    #[error("the answer cannot be written: {0}")]
    Io(#[from] io::Error),
    /// The query does not fit the answer.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// The query does not fit the answer. The answer reports changes, so all of it was written.
    #[error("--query: {0}; the whole answer was printed instead")]
    Unselected(EvaluateError),
    /// The answer can't be serialized.
    #[error("the answer cannot be written: {0}")]
    Serialize(#[from] serde_json::Error),
}

/// The output stream, with the format and the query.
#[derive(Debug)]
pub struct Output {
    format: Format,
    query: Option<Query>,
    color: bool,
    chosen: bool,
    changes: AtomicBool,
    stream: Stream,
}

/// Renders a value as one YAML document, for stderr.
pub fn yaml_document<T: Serialize>(value: &T) -> Result<String, Error> {
    let arena = Arena::new();
    Ok(yaml::document(to_value(&arena, value)?, false))
}

impl Output {
    /// Creates an output that writes answers, or a query's selection of them, to a stream.
    pub fn new(format: Format, query: Option<Query>, color: bool, stream: Stream) -> Self {
        Self {
            format,
            query,
            color,
            chosen: false,
            changes: AtomicBool::new(false),
            stream,
        }
    }

    /// Sets whether the user chose the format.
    #[must_use]
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }

    /// Returns whether the user chose a format. If so, output that is plain text by default uses
    /// it.
    pub fn is_chosen(&self) -> bool {
        self.chosen
    }

    /// Marks all further answers as reports of changes. If the query doesn't fit such an answer,
    /// the whole answer is written.
    pub fn tells_changes(&self) {
        self.changes.store(true, Ordering::Relaxed);
    }

    /// Returns whether the query names a field, so that the field must be requested.
    pub fn query_names(&self, key: &str) -> bool {
        self.query.as_ref().is_some_and(|query| query.names(key))
    }

    /// Returns whether [`Output::value`] writes this text, which is part of the value.
    pub fn shows<T: Serialize>(&self, value: &T, text: &str) -> bool {
        if self.format == Format::Off {
            return false;
        }
        let arena = Arena::new();
        let Ok(whole) = to_value(&arena, value) else {
            return false;
        };
        // If the query doesn't fit, the whole answer is written.
        let selected = self.select(&arena, whole).unwrap_or(whole);
        let (mut written, mut sought) = (String::new(), String::new());
        write_json(&mut written, selected, JsonLayout::Compact);
        write_json(&mut sought, Value::String(text), JsonLayout::Compact);
        written.contains(sought.trim().trim_matches('"'))
    }

    /// Returns whether nothing is written at all.
    pub fn is_off(&self) -> bool {
        self.format == Format::Off
    }

    /// Returns whether the output is a table for people, with no query.
    pub fn is_for_people(&self) -> bool {
        self.format == Format::Table && self.query.is_none()
    }

    /// Writes a list. Returns whether a person sees anything: an empty table writes nothing.
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
        self.page(page)?;
        Ok(true)
    }

    /// Writes a list as [`Output::list`] does, but for people in full: one block per item.
    pub fn detail<T: Serialize>(&self, page: &Page<T>) -> Result<(), Error> {
        if self.is_for_people() {
            let arena = Arena::new();
            let items = page.items.iter().map(|item| to_value(&arena, item));
            let items = items.collect::<Result<Vec<_>, _>>()?;
            return self.write(tree::blocks(&items, self.view()).as_bytes());
        }
        self.page(page)
    }

    /// Writes a list for programs. In the text format, the next page's token is on a line at the
    /// end.
    fn page<T: Serialize>(&self, page: &Page<T>) -> Result<(), Error> {
        if self.format != Format::Text {
            return self.value(page);
        }
        let token = page.next_token.as_deref();
        if self.query.is_some() {
            return self.value(&WithoutNull { page, token });
        }
        self.value(&WithoutNull { page, token: None })?;
        match token {
            Some(token) => self.value(&["NEXTTOKEN", token]),
            None => Ok(()),
        }
    }

    /// Writes any answer.
    pub fn value<T: Serialize>(&self, value: &T) -> Result<(), Error> {
        if self.format == Format::Off && self.query.is_none() {
            return Ok(());
        }
        // The usual case is serialized directly.
        if self.format == Format::Json && self.query.is_none() {
            return self.write(&json::pretty(value, self.is_terminal())?);
        }
        let arena = Arena::new();
        let whole = to_value(&arena, value)?;
        match self.select(&arena, whole) {
            Ok(selected) => self.render(selected),
            Err(QueryError::Unfit(error)) if self.changes.load(Ordering::Relaxed) => {
                self.render(whole)?;
                self.flush()?;
                Err(Error::Unselected(error))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Returns the query's selection of an answer. Without a query, that is the whole answer.
    fn select<'a>(&'a self, arena: &'a Arena, whole: Value<'a>) -> Result<Value<'a>, QueryError> {
        match &self.query {
            Some(query) => query.apply(arena, whole),
            None => Ok(whole),
        }
    }

    fn render(&self, value: Value<'_>) -> Result<(), Error> {
        let terminal = self.is_terminal();
        let mut out = String::new();
        match self.format {
            Format::Off => {}
            // An empty object writes nothing, as in AWS's command line.
            Format::Json if matches!(value, Value::Object(object) if object.entries.is_empty()) => {
            }
            Format::Json => {
                write_json(&mut out, value, JsonLayout::Pretty);
                out = json::finished(out, terminal);
            }
            Format::Yaml => out = yaml::document(value, terminal),
            Format::YamlStream => out = yaml::item(value, terminal),
            Format::Text => text::write(&mut out, value, terminal),
            Format::Table => out = tree::value(value, self.view()),
        }
        self.write(out.as_bytes())
    }

    /// Writes a line of NDJSON, or a query's selection of it, whatever the format.
    pub fn line<T: Serialize>(&self, value: &T) -> Result<(), Error> {
        if self.format == Format::Off {
            return Ok(());
        }
        let arena = Arena::new();
        let selected = self.select(&arena, to_value(&arena, value)?)?;
        self.json_line(selected)
    }

    fn json_line(&self, value: Value<'_>) -> Result<(), Error> {
        let mut out = String::new();
        write_json(&mut out, value, JsonLayout::Compact);
        self.write(json::finished(out, self.is_terminal()).as_bytes())
    }

    /// Writes one event of a stream on its own line, at once. Programs get compact JSON. People,
    /// with no chosen format and no query, get the result of `line`. Its argument is whether to use
    /// colours. An event is left out if the query selects nothing from it.
    pub fn event<T: Serialize>(
        &self,
        event: &T,
        line: impl FnOnce(bool) -> String,
    ) -> Result<(), Error> {
        match (self.format, &self.query) {
            (Format::Off, _) => {}
            (Format::Table, None) => self.write(line(self.color).as_bytes())?,
            (format, query) => {
                let arena = Arena::new();
                let selected = self.select(&arena, to_value(&arena, event)?)?;
                let is_left_out = query.is_some() && matches!(selected, Value::Null);
                if format == Format::Json && !is_left_out {
                    self.json_line(selected)?;
                } else if !is_left_out {
                    self.render(selected)?;
                }
            }
        }
        Ok(self.stream.flush()?)
    }

    /// Returns whether the reader of the output is known to have closed it.
    pub fn is_unread(&self) -> bool {
        self.stream.is_unread()
    }

    /// Returns whether tones are shown as colours.
    pub fn is_colored(&self) -> bool {
        self.color
    }

    /// Returns the stream, for code that draws on the whole screen.
    pub fn stream(&self) -> Stream {
        self.stream.clone()
    }

    /// Writes text unchanged, at once.
    pub fn text(&self, text: &str) -> Result<(), Error> {
        self.write(text.as_bytes())?;
        Ok(self.stream.flush()?)
    }

    /// Flushes the stream, and reports its errors.
    pub fn flush(&self) -> Result<(), Error> {
        Ok(self.stream.flush()?)
    }

    /// Returns whether people see the whole answer as a table, with no query.
    pub fn is_plain_table(&self) -> bool {
        self.format == Format::Table && self.query.is_none()
    }

    /// Writes the responses of services byte by byte, each on its own lines.
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

    /// Returns whether the stream goes to a terminal.
    pub fn is_terminal(&self) -> bool {
        self.stream.terminal().is_some()
    }

    fn view(&self) -> GridView {
        GridView {
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
