//! Values as Python's `str` and `repr` render them, which is what AWS's command line prints as text.

use std::fmt::Write as _;

use crate::jmespath::Value;

/// A value as `str` has it: a string as it is, everything else as `repr` has it.
pub(super) fn text(value: Value<'_>) -> String {
    match value {
        Value::String(text) => text.to_owned(),
        other => {
            let mut out = String::new();
            represent(&mut out, other);
            out
        }
    }
}

fn represent(out: &mut String, value: Value<'_>) {
    match value {
        Value::Null | Value::Reference(_) => out.push_str("None"),
        Value::Bool(true) => out.push_str("True"),
        Value::Bool(false) => out.push_str("False"),
        Value::Number(number) => out.push_str(&number.text()),
        Value::String(text) => string(out, text),
        Value::Array(array) => {
            out.push('[');
            for (index, item) in array.items.iter().enumerate() {
                separate(out, index);
                represent(out, *item);
            }
            out.push(']');
        }
        Value::Object(object) => {
            out.push('{');
            for (index, (key, value)) in object.entries.iter().enumerate() {
                separate(out, index);
                string(out, key);
                out.push_str(": ");
                represent(out, *value);
            }
            out.push('}');
        }
    }
}

fn separate(out: &mut String, index: usize) {
    if index > 0 {
        out.push_str(", ");
    }
}

/// In single quotes, unless double ones spare an escape.
fn string(out: &mut String, text: &str) {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    out.push(quote);
    for letter in text.chars() {
        let code = u32::from(letter);
        // A String takes everything that is written to it.
        let _ = match letter {
            '\n' => out.write_str("\\n"),
            '\r' => out.write_str("\\r"),
            '\t' => out.write_str("\\t"),
            '\\' => out.write_str("\\\\"),
            letter if letter == quote => write!(out, "\\{letter}"),
            letter if is_printable(letter) => out.write_char(letter),
            _ if code <= 0xff => write!(out, "\\x{code:02x}"),
            _ if code <= 0xffff => write!(out, "\\u{code:04x}"),
            _ => write!(out, "\\U{code:08x}"),
        };
    }
    out.push(quote);
}

/// Rust's own notion of what a debug output can show is Python's, if the character doesn't begin
/// the text: there a combining one would be escaped.
fn is_printable(letter: char) -> bool {
    if letter.is_ascii() {
        return !letter.is_ascii_control();
    }
    let mut text = String::from("a");
    text.push(letter);
    text.escape_debug().count() == 2
}
