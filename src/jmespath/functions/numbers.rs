//! Numeric functions. As in Python, integers of any size stay exact.

use num_bigint::BigInt;

use crate::jmespath::error::EvaluateError;
use crate::jmespath::eval::{Interpreter, Result};
use crate::jmespath::number::{self, Number};
use crate::jmespath::value::Value;

/// A running total.
enum Total {
    Int(i64),
    Big(BigInt),
    Float(f64),
}

fn float<'a>(float: f64) -> Value<'a> {
    Value::Number(Number::Float(float))
}

fn too_large() -> EvaluateError {
    EvaluateError::new("an integer is too large for a float")
}

/// Converts an integer to a float. As in Python, an infinite result is an error.
fn finite(number: Number<'_>) -> std::result::Result<f64, EvaluateError> {
    let float = number.float();
    if float.is_infinite() && !matches!(number, Number::Float(_)) {
        return Err(too_large());
    }
    Ok(float)
}

/// Returns the sum from left to right. Integers are added exactly until the first float.
fn total(items: &[Value<'_>]) -> std::result::Result<Total, EvaluateError> {
    let mut total = Total::Int(0);
    for item in items {
        let Value::Number(number) = *item else {
            continue;
        };
        total = match (total, number) {
            (Total::Float(total), number) => Total::Float(total + finite(number)?),
            (Total::Int(total), Number::Float(float)) => {
                Total::Float(Number::Int(total).float() + float)
            }
            (Total::Big(total), Number::Float(float)) => {
                let total = total.to_string();
                Total::Float(finite(Number::Big(&total))? + float)
            }
            (Total::Int(total), Number::Int(number)) => match total.checked_add(number) {
                Some(total) => Total::Int(total),
                None => Total::Big(BigInt::from(total) + number),
            },
            (Total::Int(total), number) => Total::Big(number.big() + total),
            (Total::Big(total), number) => Total::Big(total + number.big()),
        };
    }
    Ok(total)
}

pub(super) fn sum<'a>(interpreter: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    match total(arguments[0].items())? {
        Total::Int(total) => Ok(Value::Number(Number::Int(total))),
        Total::Big(total) => interpreter.arena.integer(&total),
        Total::Float(total) => Ok(float(total)),
    }
}

pub(super) fn avg<'a>(_: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    let items = arguments[0].items();
    if items.is_empty() {
        return Ok(Value::Null);
    }
    let total = match total(items)? {
        Total::Float(total) => {
            let count = i64::try_from(items.len()).map_err(|_| too_large())?;
            return Ok(float(total / Number::Int(count).float()));
        }
        Total::Int(total) => total.into(),
        Total::Big(total) => total,
    };
    let quotient = number::quotient(&total, items.len());
    Ok(float(quotient.ok_or_else(too_large)?))
}

pub(super) fn abs<'a>(interpreter: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    match arguments[0] {
        Value::Number(Number::Float(number)) => Ok(float(number.abs())),
        Value::Number(Number::Int(number)) => match number.checked_abs() {
            Some(number) => Ok(Value::Number(Number::Int(number))),
            None => interpreter.arena.integer(&-BigInt::from(number)),
        },
        Value::Number(Number::Big(digits)) => Ok(Value::Number(Number::Big(
            digits.strip_prefix('-').unwrap_or(digits),
        ))),
        other => Ok(other),
    }
}

pub(super) fn ceil<'a>(interpreter: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    rounded(interpreter, arguments[0], f64::ceil)
}

pub(super) fn floor<'a>(interpreter: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    rounded(interpreter, arguments[0], f64::floor)
}

/// Converts a float to an integer. Integers are returned unchanged.
fn rounded<'a>(
    interpreter: &Interpreter<'a>,
    value: Value<'a>,
    round: fn(f64) -> f64,
) -> Result<'a> {
    match value {
        Value::Number(Number::Float(number)) if number.is_finite() => {
            interpreter.arena.integer(&number::whole(round(number)))
        }
        Value::Number(Number::Float(number)) => {
            let text = number::float_text(number);
            Err(EvaluateError::new(format!("{text} is no integer")))
        }
        other => Ok(other),
    }
}

pub(super) fn to_number<'a>(interpreter: &Interpreter<'a>, arguments: &[Value<'a>]) -> Result<'a> {
    match arguments[0] {
        Value::String(text) => match number::read(text) {
            Some(number) => interpreter.arena.literal(&number),
            None => Ok(Value::Null),
        },
        number @ Value::Number(_) => Ok(number),
        _ => Ok(Value::Null),
    }
}
