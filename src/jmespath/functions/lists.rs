//! Functions on lists and objects.

#![expect(
    clippy::unnecessary_wraps,
    reason = "all functions have one type, and some can fail"
)]

use std::cmp::Ordering;

use super::strings::is_part;
use crate::jmespath::error::EvaluateError;
use crate::jmespath::eval::{Entries, Interpreter, Result, order};
use crate::jmespath::number::Number;
use crate::jmespath::value::Value;

pub(super) fn contains<'a>(_: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    match (arguments[0], arguments[1]) {
        (Value::String(text), search) => is_part(text, search),
        (list, search) => {
            let mut items = list.items().iter();
            Ok(Value::Bool(items.any(|item| item.is_equal(search))))
        }
    }
}

pub(super) fn length<'a>(_: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    let length = match arguments[0] {
        Value::String(text) => text.chars().count(),
        Value::Object(object) => object.entries.len(),
        list => list.items().len(),
    };
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    Ok(Value::Number(Number::Int(length)))
}

pub(super) fn keys<'a>(interpreter: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    let Value::Object(object) = arguments[0] else {
        return Ok(Value::Null);
    };
    let keys = object.entries.iter().map(|(key, _)| Value::String(key));
    interpreter.arena.array(&keys.collect::<Vec<_>>())
}

pub(super) fn values<'a>(interpreter: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    let Value::Object(object) = arguments[0] else {
        return Ok(Value::Null);
    };
    let values = object.entries.iter().map(|(_, value)| *value);
    interpreter.arena.array(&values.collect::<Vec<_>>())
}

/// Merges objects. jmespath.py checks only the first argument. Python then accepts empty strings
/// and lists as no entries.
pub(super) fn merge<'a>(interpreter: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    let mut entries = Entries::default();
    for (index, argument) in arguments.iter().enumerate() {
        match argument {
            Value::Object(object) => {
                for (key, value) in object.entries {
                    entries.set(key, *value);
                }
            }
            Value::String("") => {}
            Value::Array(array) if array.items.is_empty() => {}
            other => {
                return Err(EvaluateError::new(format!(
                    "argument {} must be an object, not {}",
                    index + 1,
                    other.kind()
                )));
            }
        }
    }
    interpreter.arena.object(&entries.entries)
}

pub(super) fn not_null<'a>(_: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    let mut arguments = arguments.iter();
    let found = arguments.find(|argument| !matches!(argument, Value::Null));
    Ok(found.copied().unwrap_or(Value::Null))
}

pub(super) fn to_array<'a>(interpreter: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    match arguments[0] {
        list @ Value::Array(_) => Ok(list),
        other => interpreter.arena.array(&[other]),
    }
}

pub(super) fn reverse<'a>(interpreter: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    match arguments[0] {
        Value::String(text) => {
            let text: String = text.chars().rev().collect();
            Ok(Value::String(interpreter.arena.text(&text)?))
        }
        list => {
            let items: Vec<_> = list.items().iter().rev().copied().collect();
            interpreter.arena.array(&items)
        }
    }
}

pub(super) fn map<'a>(interpreter: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    let found = applied(interpreter, arguments[0], arguments[1].items())?;
    interpreter.arena.array(&found)
}

/// Returns the expression's result for each item.
fn applied<'a>(
    interpreter: &Interpreter<'a>,
    reference: Value<'a>,
    items: &[Value<'a>],
) -> std::result::Result<Vec<Value<'a>>, EvaluateError> {
    let Value::Reference(expression) = reference else {
        return Ok(Vec::new());
    };
    items
        .iter()
        .map(|item| interpreter.evaluate(expression.node, *item))
        .collect()
}

/// Returns the keys by which items are ordered: numbers or strings, or both if `mixed` is set.
fn sort_keys<'a>(
    interpreter: &Interpreter<'a>,
    arguments: &[Value<'a>],
    mixed: bool,
) -> std::result::Result<Vec<Value<'a>>, EvaluateError> {
    let keys = applied(interpreter, arguments[1], arguments[0].items())?;
    let first = keys.first().map_or("null", |key| key.kind());
    for (index, key) in keys.iter().enumerate() {
        let kind = key.kind();
        if !matches!(key, Value::Number(_) | Value::String(_)) {
            return Err(EvaluateError::new(format!(
                "the expression must give a number or a string, and gives {kind} for item {index}"
            )));
        }
        if kind != first && !mixed {
            return Err(unordered(first, kind));
        }
    }
    Ok(keys)
}

fn unordered(left: &str, right: &str) -> EvaluateError {
    EvaluateError::new(format!("a {left} and a {right} have no order"))
}

pub(super) fn sort<'a>(interpreter: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    let items = arguments[0].items();
    sorted(
        interpreter,
        items.iter().map(|item| (*item, *item)).collect(),
    )
}

pub(super) fn sort_by<'a>(interpreter: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    let items = arguments[0].items();
    if items.is_empty() {
        return Ok(arguments[0]);
    }
    let keys = sort_keys(interpreter, arguments, false)?;
    sorted(
        interpreter,
        std::iter::zip(keys, items.iter().copied()).collect(),
    )
}

/// Returns the second values, sorted by the first. NaN comes last, since a sort needs a place for
/// it. In Python its place is arbitrary.
fn sorted<'a>(interpreter: &Interpreter<'a>, mut pairs: Vec<(Value<'a>, Value<'a>)>) -> Result<'a> {
    let is_nan = |value: &Value<'_>| match value {
        Value::Number(Number::Float(float)) => float.is_nan(),
        _ => false,
    };
    pairs.sort_by(|(left, _), (right, _)| match order(*left, *right) {
        Ok(Some(order)) => order,
        _ => is_nan(left).cmp(&is_nan(right)),
    });
    let items: Vec<_> = pairs.into_iter().map(|(_, item)| item).collect();
    interpreter.arena.array(&items)
}

pub(super) fn max<'a>(_: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    let items = arguments[0].items();
    extreme(items, items, Ordering::Greater)
}

pub(super) fn min<'a>(_: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    let items = arguments[0].items();
    extreme(items, items, Ordering::Less)
}

pub(super) fn max_by<'a>(interpreter: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    let keys = sort_keys(interpreter, arguments, true)?;
    extreme(&keys, arguments[0].items(), Ordering::Greater)
}

pub(super) fn min_by<'a>(interpreter: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    let keys = sort_keys(interpreter, arguments, true)?;
    extreme(&keys, arguments[0].items(), Ordering::Less)
}

/// Returns the first item whose key no other key surpasses, or null if there are no items.
fn extreme<'a>(keys: &[Value<'a>], items: &[Value<'a>], better: Ordering) -> Result<'a> {
    let mut best: Option<(Value<'a>, Value<'a>)> = None;
    for (key, item) in std::iter::zip(keys, items) {
        match best {
            None => best = Some((*key, *item)),
            Some((other, _)) => {
                let order = order(*key, other).map_err(|()| unordered(key.kind(), other.kind()))?;
                if order == Some(better) {
                    best = Some((*key, *item));
                }
            }
        }
    }
    Ok(best.map_or(Value::Null, |(_, item)| item))
}
