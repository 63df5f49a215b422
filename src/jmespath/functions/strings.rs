//! Functions that return strings or examine them.

#![expect(
    clippy::unnecessary_wraps,
    reason = "all functions have one type, and some can fail"
)]

use crate::jmespath::error::EvaluateError;
use crate::jmespath::eval::{Interpreter, Result};
use crate::jmespath::value::Value;
use crate::jmespath::write;

/// Returns a function's two string arguments.
fn two<'a>(arguments: &[Value<'a>]) -> Option<(&'a str, &'a str)> {
    match arguments {
        [Value::String(first), Value::String(second)] => Some((first, second)),
        _ => None,
    }
}

pub(super) fn starts_with<'a>(_: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    let found = two(arguments).is_some_and(|(text, prefix)| text.starts_with(prefix));
    Ok(Value::Bool(found))
}

pub(super) fn ends_with<'a>(_: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    let found = two(arguments).is_some_and(|(text, suffix)| text.ends_with(suffix));
    Ok(Value::Bool(found))
}

pub(super) fn join<'a>(interpreter: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    let [Value::String(separator), Value::Array(array)] = arguments else {
        return Ok(Value::Null);
    };
    let texts = array.items.iter().filter_map(|item| match item {
        Value::String(text) => Some(*text),
        _ => None,
    });
    let texts: Vec<&str> = texts.collect();
    let text = texts.join(separator);
    Ok(Value::String(interpreter.arena.text(&text)?))
}

/// Converts a value other than a string to JSON as Python writes it: on one line, in ASCII.
pub(super) fn to_string<'a>(interpreter: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    if let text @ Value::String(_) = arguments[0] {
        return Ok(text);
    }
    let text = write::ascii(arguments[0])?;
    Ok(Value::String(interpreter.arena.text(&text)?))
}

/// Returns the name of a value's type. An expression has no type, as in jmespath.py.
pub(super) fn type_of<'a>(_: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    match arguments[0] {
        Value::Reference(_) => Ok(Value::Null),
        other => Ok(Value::String(other.kind())),
    }
}

/// Returns whether a string is part of another string.
pub(super) fn is_part<'a>(text: &str, search: Value<'a>) -> Result<'a> {
    match search {
        Value::String(search) => Ok(Value::Bool(text.contains(search))),
        other => Err(EvaluateError::new(format!(
            "only a string can be searched for in a string, not {}",
            other.kind()
        ))),
    }
}
