//! AWS's shorthand, `Key=value,Key=[a,b]`, and JSON, which is accepted in its place.
//!
//! The results are those of awscli, and so are the errors. A text becomes a value in three steps:
//! the grammar (`parse`), the conversion to the parameter's shape, and the validation against that
//! shape (`shape`). JSON is only validated. This module is pure: the caller's function reads the
//! files that values name with `@=`.

mod json;
mod parse;
mod shape;

use serde_json::Value;

pub use self::shape::{Shape, ShapeMember};

/// `--filters`.
pub const FILTERS: Shape = Shape::List(&Shape::Structure(&[
    ShapeMember::new("Name", Shape::Text),
    ShapeMember::new("Values", Shape::List(&Shape::Text)),
]));

/// `--tag-specifications`.
pub const TAG_SPECIFICATIONS: Shape = Shape::List(&Shape::Structure(&[
    ShapeMember::new("ResourceType", Shape::Text),
    ShapeMember::new(
        "Tags",
        Shape::List(&Shape::Structure(&[
            ShapeMember::new("Key", Shape::Text),
            ShapeMember::new("Value", Shape::Text),
        ])),
    ),
]));

/// The deepest nesting. A deeper value fits no shape.
const DEEPEST: usize = 32;

/// A parsed argument.
#[derive(Clone, Debug, PartialEq)]
pub struct ParsedArgument {
    /// The value, which has the parameter's shape.
    pub value: Value,
    /// A key that an object holds twice. Inside `{}` and in JSON, awscli uses the last one. A
    /// caller can refuse the argument if that is ambiguous.
    pub repeated: Option<String>,
}

/// The reason why an argument is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShorthandError {
    /// The grammar expects another character.
    #[error("expected '{expected}' at character {at}, found {}", shown(*found))]
    Expected {
        /// The expected character.
        expected: char,
        /// The character found. `None` at the end.
        found: Option<char>,
        /// The position, counted from 1.
        at: usize,
    },
    /// A value can't begin like this.
    #[error("expected a value at character {at}, found {}", shown(*found))]
    NoValue {
        /// The character found. `None` at the end.
        found: Option<char>,
        /// The position, counted from 1.
        at: usize,
    },
    /// A quoted value has no closing quote.
    #[error("the quote at character {at} is not closed")]
    OpenQuote {
        /// The position of the opening quote, counted from 1.
        at: usize,
    },
    /// A key is given twice.
    #[error("the key '{0}' is given twice")]
    Repeated(String),
    /// Lists and objects are nested too deep.
    #[error("it is nested more than {DEEPEST} levels deep")]
    Deep,
    /// A file that a value names can't be read.
    #[error("{0}")]
    File(String),
    /// The text begins like JSON, but is not valid JSON.
    #[error("invalid JSON: {0}")]
    Json(String),
    /// JSON of the wrong kind for the parameter.
    #[error("expected a JSON {expected}")]
    JsonKind {
        /// The kind that the parameter accepts.
        expected: &'static str,
    },
    /// The shape has no such key.
    #[error("{place}unknown key '{key}'; the keys are {}", known.join(", "))]
    UnknownKey {
        /// The position in the value, such as `[0].Tags[1]: `.
        place: String,
        /// The key.
        key: String,
        /// The keys that the shape has.
        known: Vec<&'static str>,
    },
    /// A required key is missing.
    #[error("{place}the key '{key}' is missing")]
    MissingKey {
        /// The position in the value.
        place: String,
        /// The key.
        key: &'static str,
    },
    /// A value has the wrong type.
    #[error("{place}expected {expected}")]
    WrongType {
        /// The position in the value.
        place: String,
        /// The type that the shape has there.
        expected: &'static str,
    },
}

fn shown(letter: Option<char>) -> String {
    letter.map_or_else(|| "the end".to_owned(), |letter| format!("'{letter}'"))
}

/// Returns the content of the file that a value names, or none if it names no file.
pub type ReadFile<'a> = dyn FnMut(&str) -> Result<Option<String>, String> + 'a;

/// Reads one argument of a parameter. For a list parameter, the argument is a list in JSON, or one
/// element in JSON or in shorthand.
pub fn read(
    text: &str,
    shape: &Shape,
    read_file: &mut ReadFile<'_>,
) -> Result<ParsedArgument, ShorthandError> {
    let parsed = match (text.chars().find(|letter| !is_space(*letter)), shape) {
        (Some('{'), Shape::List(_)) => {
            let mut one = json::read(text)?;
            one.value = Value::Array(vec![one.value]);
            one
        }
        (Some('['), Shape::List(_)) | (Some('{'), _) => json::read(text)?,
        (Some('['), _) => return Err(ShorthandError::JsonKind { expected: "object" }),
        _ => {
            let mut one = parse::parse(text, read_file)?;
            if let Shape::List(_) = shape {
                one.value = Value::Array(vec![one.value]);
            }
            shape.fit(&mut one.value)?;
            one
        }
    };
    shape.validate(&parsed.value)?;
    Ok(parsed)
}

/// Returns whether a character is white space in Python, which has four separators more than Rust.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&letter)
}

#[cfg(test)]
mod tests;
