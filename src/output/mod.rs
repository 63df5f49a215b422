//! Answers on stdout: formats, queries, tables, and what makes text from outside safe to show.
//! Knows neither commands nor services.

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
use crate::jmespath::{Arena, EvaluateError, Layout, Value, to_value, write_json};
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

/// A list as AWS has it, where there is no token if nothing follows.
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

/// Why an answer could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The stream does not take it.
    #[error("the answer cannot be written: {0}")]
    Io(#[from] io::Error),
    /// The query does not fit the answer.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// The query does not fit the answer, which tells what was done: so all of it was written.
    #[error("--query: {0}; the whole answer was printed instead")]
    Unselected(EvaluateError),
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
    changes: AtomicBool,
    stream: Stream,
}

/// Renders a value as one YAML document, for what goes to stderr.
pub fn yaml_document<T: Serialize>(value: &T) -> Result<String, Error> {
    let arena = Arena::new();
    Ok(yaml::document(to_value(&arena, value)?, false))
}

impl Output {
    /// Answers in this format, or what a query selects of them, to this stream.
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

    /// Marks all further answers as answers about changes. If the query doesn't fit such an answer,
    /// the whole answer is written.
    pub fn tells_changes(&self) {
        self.changes.store(true, Ordering::Relaxed);
    }

    /// Whether the query names a field of this name, so that it has to be asked for.
    pub fn query_names(&self, key: &str) -> bool {
        self.query.as_ref().is_some_and(|query| query.names(key))
    }

    /// Whether this text, a part of a value, is in what [`Output::value`] writes of it.
    pub fn shows<T: Serialize>(&self, value: &T, text: &str) -> bool {
        if self.format == Format::Off {
            return false;
        }
        let arena = Arena::new();
        let Ok(whole) = to_value(&arena, value) else {
            return false;
        };
        // What the query does not fit is written whole.
        let selected = self.select(&arena, whole).unwrap_or(whole);
        let (mut written, mut sought) = (String::new(), String::new());
        write_json(&mut written, selected, Layout::Compact);
        write_json(&mut sought, Value::String(text), Layout::Compact);
        written.contains(sought.trim().trim_matches('"'))
    }

    /// Whether nothing is written at all.
    pub fn is_off(&self) -> bool {
        self.format == Format::Off
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
        self.page(page)?;
        Ok(true)
    }

    /// Writes the same as [`Output::list`], but for people in full: one block an item.
    pub fn detail<T: Serialize>(&self, page: &Page<T>) -> Result<(), Error> {
        if self.is_for_people() {
            let arena = Arena::new();
            let items = page.items.iter().map(|item| to_value(&arena, item));
            let items = items.collect::<Result<Vec<_>, _>>()?;
            return self.write(tree::blocks(&items, self.view()).as_bytes());
        }
        self.page(page)
    }

    /// Writes a list for programs. As text, where it goes on stands on a line at its end.
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
        // The usual case goes from the typed answer straight to the bytes.
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

    /// What the query selects of an answer: all, if there is none.
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
            // An empty object is nothing at all, as in AWS's command line.
            Format::Json if matches!(value, Value::Object(object) if object.entries.is_empty()) => {
            }
            Format::Json => {
                write_json(&mut out, value, Layout::Pretty);
                out = json::finished(out, terminal);
            }
            Format::Yaml => out = yaml::document(value, terminal),
            Format::YamlStream => out = yaml::item(value, terminal),
            Format::Text => text::write(&mut out, value, terminal),
            Format::Table => out = tree::value(value, self.view()),
        }
        self.write(out.as_bytes())
    }

    /// Writes a line of NDJSON, or what a query selects of it, whatever the format.
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
        write_json(&mut out, value, Layout::Compact);
        self.write(json::finished(out, self.is_terminal()).as_bytes())
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
