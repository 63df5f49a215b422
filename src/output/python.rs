//! Values as Python's `str` and `repr` render them. AWS's command line prints these as text.

use std::fmt::Write as _;

use crate::jmespath::Value;

/// Returns a value as `str` renders it: strings unchanged, other values as in `repr`.
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

/// Writes a string in single quotes, or in double quotes if that avoids an escape.
fn string(out: &mut String, text: &str) {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    out.push(quote);
    for letter in text.chars() {
        let code = u32::from(letter);
        // Writing to a String never fails.
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

/// Returns whether Python prints a character without an escape. Rust's debug output has the same
/// rule, except that it escapes a combining character at the start of a text.
fn is_printable(letter: char) -> bool {
    if letter.is_ascii() {
        return !letter.is_ascii_control();
    }
    let mut text = String::from("a");
    text.push(letter);
    text.escape_debug().count() == 2
}
