//! The shapes of parameters: fitting a value in shorthand to its shape, and validation.

use serde_json::{Map, Value};

use super::ShorthandError;

/// The shape of a parameter.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A text.
    Text,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A list.
    List(&'static Shape),
    /// An object with only these keys.
    Structure(&'static [ShapeMember]),
}

/// A key of an object.
#[derive(Clone, Copy, Debug)]
pub struct ShapeMember {
    name: &'static str,
    shape: Shape,
    required: bool,
}

impl ShapeMember {
    /// Creates an optional key.
    pub const fn new(name: &'static str, shape: Shape) -> Self {
        Self {
            name,
            shape,
            required: false,
        }
    }

    /// Creates a required key.
    pub const fn required(name: &'static str, shape: Shape) -> Self {
        Self {
            name,
            shape,
            required: true,
        }
    }
}

impl Shape {
    /// Fits a value in shorthand to this shape. A single value becomes a list if the shape is a
    /// list. Texts become integers and booleans.
    pub(super) fn fit(&self, value: &mut Value) -> Result<(), ShorthandError> {
        match (self, &mut *value) {
            (Self::Structure(members), Value::Object(object)) => {
                for member in *members {
                    if let Some(value) = object.get_mut(member.name) {
                        member.shape.fit(value)?;
                    }
                }
            }
            (Self::List(element), Value::Array(items)) => {
                for item in items {
                    element.fit(item)?;
                }
            }
            (Self::List(_), single) => {
                let single = single.take();
                *value = Value::Array(vec![single]);
            }
            (Self::Integer, Value::String(text)) => {
                *value = integer(text).ok_or_else(|| wrong_type("", "a whole number"))?;
            }
            (Self::Boolean, Value::String(text)) => match text.to_lowercase().as_str() {
                "true" => *value = Value::Bool(true),
                "false" => *value = Value::Bool(false),
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }

    /// Checks that a value has this shape.
    pub(super) fn validate(&self, value: &Value) -> Result<(), ShorthandError> {
        self.validate_at("", value)
    }

    fn validate_at(&self, place: &str, value: &Value) -> Result<(), ShorthandError> {
        match (self, value) {
            (Self::Text, Value::String(_)) | (Self::Boolean, Value::Bool(_)) => Ok(()),
            (Self::Integer, Value::Number(number)) if number.is_i64() || number.is_u64() => Ok(()),
            (Self::List(element), Value::Array(items)) => {
                items.iter().enumerate().try_for_each(|(index, item)| {
                    element.validate_at(&format!("{place}[{index}]"), item)
                })
            }
            (Self::Structure(members), Value::Object(object)) => {
                validate_object(place, members, object)
            }
            _ => Err(wrong_type(place, self.name())),
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::Integer => "a whole number",
            Self::Boolean => "true or false",
            Self::List(_) => "a list",
            Self::Structure(_) => "an object",
        }
    }
}

fn validate_object(
    place: &str,
    members: &'static [ShapeMember],
    object: &Map<String, Value>,
) -> Result<(), ShorthandError> {
    for member in members {
        if member.required && !object.contains_key(member.name) {
            return Err(ShorthandError::MissingKey {
                place: prefix(place),
                key: member.name,
            });
        }
    }
    for (key, value) in object {
        let member = members
            .iter()
            .find(|member| member.name == key)
            .ok_or_else(|| ShorthandError::UnknownKey {
                place: prefix(place),
                key: key.clone(),
                known: members.iter().map(|member| member.name).collect(),
            })?;
        let dot = if place.is_empty() { "" } else { "." };
        member
            .shape
            .validate_at(&format!("{place}{dot}{key}"), value)?;
    }
    Ok(())
}

fn prefix(place: &str) -> String {
    if place.is_empty() {
        String::new()
    } else {
        format!("{place}: ")
    }
}

fn wrong_type(place: &str, expected: &'static str) -> ShorthandError {
    ShorthandError::WrongType {
        place: prefix(place),
        expected,
    }
}

/// Reads an integer as Python does: with white space around it, a sign, and `_` between digits.
fn integer(text: &str) -> Option<Value> {
    let text = text.trim_matches(super::is_space);
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let separated = digits
        .split('_')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if !separated {
        return None;
    }
    let number: i64 = text.replace('_', "").parse().ok()?;
    Some(number.into())
}
