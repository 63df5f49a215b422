//! Writes values as Python's `json` module does.

use std::fmt::Write as _;

use super::error::EvaluateError;
use super::number::{self, Number};
use super::value::{MOST_BYTES, Value, too_much};

/// The layout of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonLayout {
    /// On several lines, indented by four spaces.
    Pretty,
    /// On one line, without spaces.
    Compact,
    /// On one line, without spaces, only in ASCII.
    Ascii,
}

/// Appends a value as JSON. NaN and infinite floats, which JSON lacks, are written as in Python.
pub fn json(out: &mut String, value: Value<'_>, layout: JsonLayout) {
    Writer { out, layout }.value(value, 0);
}

/// Returns a number as JSON.
pub(super) fn number_text(number: Number<'_>) -> String {
    match number {
        Number::Float(float) if float.is_nan() => "NaN".to_owned(),
        Number::Float(float) if float.is_infinite() => {
            if float > 0.0 { "Infinity" } else { "-Infinity" }.to_owned()
        }
        Number::Float(float) => number::float_text(float),
        other => other.text(),
    }
}

/// Returns a value as JSON on one line, in ASCII.
pub(super) fn ascii(value: Value<'_>) -> Result<String, EvaluateError> {
    let mut left = MOST_BYTES;
    value.check_printable(&mut left)?;
    let mut out = String::new();
    json(&mut out, value, JsonLayout::Ascii);
    if out.len() > MOST_BYTES {
        return Err(too_much());
    }
    Ok(out)
}

struct Writer<'o> {
    out: &'o mut String,
    layout: JsonLayout,
}

impl Writer<'_> {
    fn value(&mut self, value: Value<'_>, level: usize) {
        match value {
            // An expression never gets here: it is refused before any output.
            Value::Null | Value::Reference(_) => self.out.push_str("null"),
            Value::Bool(true) => self.out.push_str("true"),
            Value::Bool(false) => self.out.push_str("false"),
            Value::Number(number) => self.out.push_str(&number_text(number)),
            Value::String(text) => self.string(text),
            Value::Array(array) if array.items.is_empty() => self.out.push_str("[]"),
            Value::Object(object) if object.entries.is_empty() => self.out.push_str("{}"),
            Value::Array(array) => {
                self.out.push('[');
                for (index, item) in array.items.iter().enumerate() {
                    self.next(index, level + 1);
                    self.value(*item, level + 1);
                }
                self.line(level);
                self.out.push(']');
            }
            Value::Object(object) => {
                self.out.push('{');
                for (index, (key, value)) in object.entries.iter().enumerate() {
                    self.next(index, level + 1);
                    self.string(key);
                    self.out.push(':');
                    if self.layout == JsonLayout::Pretty {
                        self.out.push(' ');
                    }
                    self.value(*value, level + 1);
                }
                self.line(level);
                self.out.push('}');
            }
        }
    }

    fn next(&mut self, index: usize, level: usize) {
        if index > 0 {
            self.out.push(',');
        }
        self.line(level);
    }

    fn line(&mut self, level: usize) {
        if self.layout == JsonLayout::Pretty {
            self.out.push('\n');
            self.out.extend(std::iter::repeat_n("    ", level));
        }
    }

    fn string(&mut self, text: &str) {
        self.out.push('"');
        let mut rest = text;
        while let Some(at) = rest.find(|letter: char| {
            matches!(letter, '"' | '\\' | '\0'..='\x1f')
                || (self.layout == JsonLayout::Ascii && !matches!(letter, ' '..='~'))
        }) {
            let (plain, special) = rest.split_at(at);
            self.out.push_str(plain);
            let mut letters = special.chars();
            if let Some(letter) = letters.next() {
                self.escape(letter);
            }
            rest = letters.as_str();
        }
        self.out.push_str(rest);
        self.out.push('"');
    }

    fn escape(&mut self, letter: char) {
        match letter {
            '"' => self.out.push_str("\\\""),
            '\\' => self.out.push_str("\\\\"),
            '\n' => self.out.push_str("\\n"),
            '\r' => self.out.push_str("\\r"),
            '\t' => self.out.push_str("\\t"),
            '\u{8}' => self.out.push_str("\\b"),
            '\u{c}' => self.out.push_str("\\f"),
            other => {
                for unit in other.encode_utf16(&mut [0; 2]) {
                    // Writing to a String never fails.
                    let _ = write!(self.out, "\\u{unit:04x}");
                }
            }
        }
    }
}
