//! YAML as AWS's command line writes it, which is the output of ruamel.yaml's safe dumper with
//! libyaml. It has block style, keys in alphabetical order and long text folded at 80 columns. A
//! value that occurs twice is written once, with an anchor. A scalar alone is JSON.
//!
//! The writer is our own, since a terminal needs escapes that no YAML serializer writes.

mod scalar;

use std::collections::{HashMap, HashSet};

use crate::jmespath::{JsonLayout, Number, Object, Value, float_text, write_json};
use scalar::{Style, is_break, is_printable};

/// Renders one document. An empty object renders as nothing.
pub(super) fn document(value: Value<'_>, terminal: bool) -> String {
    match value {
        Value::Object(object) if object.entries.is_empty() => String::new(),
        Value::Object(_) | Value::Array(_) => {
            let mut emitter = Emitter::new(terminal);
            emitter.find_repeated(value);
            emitter.document(value)
        }
        scalar => {
            let mut out = String::new();
            write_json(&mut out, scalar, JsonLayout::Compact);
            out.push('\n');
            if terminal {
                out = super::sanitize::json_for_terminal(&out).into_owned();
            }
            out
        }
    }
}

/// Renders one item of a sequence. Consecutive items form one document.
pub(super) fn item(value: Value<'_>, terminal: bool) -> String {
    let mut emitter = Emitter::new(terminal);
    emitter.find_repeated(value);
    emitter.indent = Some(0);
    emitter.indicator("-", true, true);
    emitter.node(value, false);
    emitter.out.push('\n');
    emitter.out
}

/// The column after which text is folded at the next space.
const WIDTH: usize = 80;
/// The longest key, in bytes, that is written without a question mark.
const LONGEST_KEY: usize = 128;

/// The part of libyaml's emitter that block style needs.
struct Emitter {
    out: String,
    terminal: bool,
    column: usize,
    /// The indentation of a line. None before the first level.
    indent: Option<usize>,
    /// Whether the last character is white space.
    whitespace: bool,
    /// Whether the line so far has only indentation and indicators.
    indention: bool,
    /// Lists and objects by address, with the anchors of those that occur again.
    anchors: HashMap<usize, Option<usize>>,
    /// The number of the last anchor.
    names: usize,
    written: HashSet<usize>,
}

impl Emitter {
    fn new(terminal: bool) -> Self {
        Self {
            out: String::with_capacity(4096),
            terminal,
            column: 0,
            indent: None,
            whitespace: true,
            indention: true,
            anchors: HashMap::new(),
            names: 0,
            written: HashSet::new(),
        }
    }

    fn document(mut self, value: Value<'_>) -> String {
        self.node(value, false);
        self.out.push('\n');
        self.out
    }

    /// Gives an anchor to each value that occurs more than once, in the order of the second
    /// occurrences.
    fn find_repeated(&mut self, value: Value<'_>) {
        let Some(place) = place(value) else {
            return;
        };
        if let Some(name) = self.anchors.get_mut(&place) {
            if name.is_none() {
                self.names += 1;
                *name = Some(self.names);
            }
            return;
        }
        self.anchors.insert(place, None);
        match value {
            Value::Array(array) => {
                for item in array.items {
                    self.find_repeated(*item);
                }
            }
            Value::Object(object) => {
                for (_, value) in sorted(object) {
                    self.find_repeated(value);
                }
            }
            _ => {}
        }
    }

    fn put(&mut self, letter: char) {
        self.out.push(letter);
        self.column += 1;
    }

    fn new_line(&mut self) {
        self.out.push('\n');
        self.column = 0;
    }

    /// Starts a line at the level's indentation, unless the position is there already.
    fn line(&mut self) {
        let indent = self.indent.unwrap_or(0);
        if !self.indention || self.column > indent || (self.column == indent && !self.whitespace) {
            self.new_line();
        }
        while self.column < indent {
            self.put(' ');
        }
        self.whitespace = true;
        self.indention = true;
    }

    fn indicator(&mut self, text: &str, needs_space: bool, is_indention: bool) {
        if needs_space && !self.whitespace {
            self.put(' ');
        }
        for letter in text.chars() {
            self.put(letter);
        }
        self.whitespace = false;
        self.indention = self.indention && is_indention;
    }

    /// Writes a value. `in_mapping` is whether the value belongs to a key.
    fn node(&mut self, value: Value<'_>, in_mapping: bool) {
        if let Some(place) = place(value)
            && let Some(Some(name)) = self.anchors.get(&place)
        {
            let name = *name;
            if !self.written.insert(place) {
                return self.indicator(&format!("*id{name:03}"), true, false);
            }
            self.indicator(&format!("&id{name:03}"), true, false);
        }
        let outer = self.indent;
        match value {
            Value::Array(array) if array.items.is_empty() => self.indicator("[]", true, false),
            Value::Object(object) if object.entries.is_empty() => {
                self.indicator("{}", true, false);
            }
            Value::Array(array) => {
                // A list that belongs to a key is not indented further than the key.
                let step = if in_mapping && !self.indention { 0 } else { 2 };
                self.indent = Some(outer.map_or(0, |indent| indent + step));
                for item in array.items {
                    self.line();
                    self.indicator("-", true, true);
                    self.node(*item, false);
                }
            }
            Value::Object(object) => {
                self.indent = Some(outer.map_or(0, |indent| indent + 2));
                for (key, value) in sorted(object) {
                    self.entry(key, value);
                }
            }
            Value::String(text) => self.string(text, false),
            Value::Null | Value::Reference(_) => self.plain("null", false),
            Value::Bool(true) => self.plain("true", false),
            Value::Bool(false) => self.plain("false", false),
            Value::Number(Number::Float(float)) => self.plain(&float_scalar(float), false),
            Value::Number(number) => self.plain(&number.text(), false),
        }
        self.indent = outer;
    }

    fn entry(&mut self, key: &str, value: Value<'_>) {
        self.line();
        if key.len() <= LONGEST_KEY && !key.contains(is_break) {
            self.string(key, true);
            self.indicator(":", false, false);
        } else {
            self.indicator("?", true, true);
            self.string(key, false);
            self.line();
            self.indicator(":", true, true);
        }
        self.node(value, true);
    }

    fn string(&mut self, text: &str, is_key: bool) {
        match scalar::style(text, self.terminal) {
            Style::Plain => self.plain(text, is_key),
            Style::Single => self.single_quoted(text, is_key),
            Style::Double => self.double_quoted(text, is_key),
        }
    }

    /// Writes a scalar, with the indentation of its continuation lines.
    fn scalar(&mut self, write: impl FnOnce(&mut Self)) {
        let outer = self.indent;
        self.indent = Some(outer.unwrap_or(0) + 2);
        write(self);
        self.indent = outer;
        self.whitespace = false;
        self.indention = false;
    }

    fn plain(&mut self, text: &str, is_key: bool) {
        self.scalar(|emitter| {
            if !emitter.whitespace {
                emitter.put(' ');
            }
            let mut after_space = false;
            let mut letters = text.chars().peekable();
            while let Some(letter) = letters.next() {
                let is_space = letter == ' ';
                let folds = is_space && !is_key && !after_space && emitter.column > WIDTH;
                if folds && letters.peek() != Some(&' ') {
                    emitter.line();
                } else {
                    emitter.put(letter);
                    emitter.indention &= is_space;
                }
                after_space = is_space;
            }
        });
    }

    fn single_quoted(&mut self, text: &str, is_key: bool) {
        self.scalar(|emitter| {
            emitter.indicator("'", true, false);
            let (mut after_space, mut after_break) = (false, false);
            let mut letters = text.chars().enumerate().peekable();
            while let Some((index, letter)) = letters.next() {
                let next = letters.peek().map(|(_, letter)| *letter);
                if letter == ' ' {
                    let folds = !is_key && !after_space && emitter.column > WIDTH;
                    if folds && index > 0 && next.is_some() && next != Some(' ') {
                        emitter.line();
                    } else {
                        emitter.put(' ');
                    }
                    after_space = true;
                } else if is_break(letter) {
                    if !after_break && letter == '\n' {
                        emitter.new_line();
                    }
                    emitter.out.push(letter);
                    emitter.column = 0;
                    emitter.indention = true;
                    after_break = true;
                } else {
                    if after_break {
                        emitter.line();
                    }
                    if letter == '\'' {
                        emitter.put('\'');
                    }
                    emitter.put(letter);
                    emitter.indention = false;
                    (after_space, after_break) = (false, false);
                }
            }
            if after_break {
                emitter.line();
            }
            emitter.indicator("'", false, false);
        });
    }

    fn double_quoted(&mut self, text: &str, is_key: bool) {
        let terminal = self.terminal;
        self.scalar(|emitter| {
            emitter.indicator("\"", true, false);
            let mut after_space = false;
            let mut letters = text.chars().enumerate().peekable();
            while let Some((index, letter)) = letters.next() {
                let is_plain = is_printable(letter, terminal) && !is_break(letter);
                if !is_plain || matches!(letter, '"' | '\\') {
                    for letter in scalar::escape(letter).chars() {
                        emitter.put(letter);
                    }
                    after_space = false;
                } else if letter == ' ' {
                    let next = letters.peek().map(|(_, letter)| *letter);
                    let folds = !is_key && !after_space && emitter.column > WIDTH;
                    if folds && index > 0 && next.is_some() {
                        emitter.line();
                        if next == Some(' ') {
                            emitter.put('\\');
                        }
                    } else {
                        emitter.put(' ');
                    }
                    after_space = true;
                } else {
                    emitter.put(letter);
                    after_space = false;
                }
            }
            emitter.indicator("\"", false, false);
        });
    }
}

/// Returns the address of a list or an object.
fn place(value: Value<'_>) -> Option<usize> {
    match value {
        Value::Array(array) => Some(std::ptr::from_ref(array).addr()),
        Value::Object(object) => Some(std::ptr::from_ref(object).addr()),
        _ => None,
    }
}

fn sorted<'a>(object: &Object<'a>) -> Vec<(&'a str, Value<'a>)> {
    let mut entries = object.entries.to_vec();
    entries.sort_unstable_by_key(|(key, _)| *key);
    entries
}

fn float_scalar(float: f64) -> String {
    match float_text(float).as_str() {
        text @ ("nan" | "inf") => format!(".{text}"),
        "-inf" => "-.inf".to_owned(),
        text => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
