//! AWS's shorthand, `Key=value,Key=[a,b]`, and the JSON that may stand in its place.
//!
//! The values are those that awscli reads, and what it refuses is refused. A text becomes a value
//! in three steps: the grammar (`parse`), the changes that make a value fit its parameter's
//! shape, and the validation against that shape (`shape`). JSON goes to the validation directly.
//! Pure: a file that a value names with `@=` is read by the caller's function.

mod json;
mod parse;
mod shape;

use serde_json::Value;

pub use self::shape::{Member, Shape};

/// `--filters`.
pub const FILTERS: Shape = Shape::List(&Shape::Structure(&[
    Member::new("Name", Shape::Text),
    Member::new("Values", Shape::List(&Shape::Text)),
]));

/// `--tag-specifications`.
pub const TAG_SPECIFICATIONS: Shape = Shape::List(&Shape::Structure(&[
    Member::new("ResourceType", Shape::Text),
    Member::new(
        "Tags",
        Shape::List(&Shape::Structure(&[
            Member::new("Key", Shape::Text),
            Member::new("Value", Shape::Text),
        ])),
    ),
]));

/// Nested deeper, a value fits no shape.
const DEEPEST: usize = 32;

/// What an argument says.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// The value, which has the parameter's shape.
    pub value: Value,
    /// A key that an object has twice. awscli takes the last one inside `{}` and in JSON. A caller
    /// for whom that is ambiguous refuses it.
    pub repeated: Option<String>,
}

/// Why an argument is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShorthandError {
    /// Another character stands there than the grammar has.
    #[error("expected '{expected}' at character {at}, found {}", shown(*found))]
    Expected {
        /// What the grammar has there.
        expected: char,
        /// What stands there; `None` at the end.
        found: Option<char>,
        /// Where, counted from 1.
        at: usize,
    },
    /// A value can't begin like this.
    #[error("expected a value at character {at}, found {}", shown(*found))]
    NoValue {
        /// What stands there; `None` at the end.
        found: Option<char>,
        /// Where, counted from 1.
        at: usize,
    },
    /// A quoted value does not end.
    #[error("the quote at character {at} is not closed")]
    OpenQuote {
        /// Where it begins, counted from 1.
        at: usize,
    },
    /// A key is given for the second time.
    #[error("the key '{0}' is given twice")]
    Repeated(String),
    /// Lists and objects in one another, too many of them.
    #[error("it is nested more than {DEEPEST} levels deep")]
    Deep,
    /// A file that a value names can't be read.
    #[error("{0}")]
    File(String),
    /// It begins as JSON does, and is not JSON.
    #[error("invalid JSON: {0}")]
    Json(String),
    /// JSON of the wrong kind for the parameter.
    #[error("expected a JSON {expected}")]
    JsonKind {
        /// What the parameter takes.
        expected: &'static str,
    },
    /// The shape has no such key.
    #[error("{place}unknown key '{key}'; the keys are {}", known.join(", "))]
    UnknownKey {
        /// Where it is, such as `[0].Tags[1]: `.
        place: String,
        /// The key.
        key: String,
        /// The keys that the shape has.
        known: Vec<&'static str>,
    },
    /// The shape has a key that must be given.
    #[error("{place}the key '{key}' is missing")]
    MissingKey {
        /// Where it is missing.
        place: String,
        /// The key.
        key: &'static str,
    },
    /// A value of another type.
    #[error("{place}expected {expected}")]
    WrongType {
        /// Where it is.
        place: String,
        /// What the shape has there.
        expected: &'static str,
    },
}

fn shown(letter: Option<char>) -> String {
    letter.map_or_else(|| "the end".to_owned(), |letter| format!("'{letter}'"))
}

/// Reads the file that a value names, if it names one.
pub type ReadFile<'a> = dyn FnMut(&str) -> Result<Option<String>, String> + 'a;

/// Reads one argument of a parameter. An argument of a list parameter is a list in JSON, or one
/// element in JSON or in shorthand.
pub fn read(
    text: &str,
    shape: &Shape,
    read_file: &mut ReadFile<'_>,
) -> Result<Parsed, ShorthandError> {
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

/// Python's white space in texts, which Rust's lacks four separators of.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&letter)
}

#[cfg(test)]
mod tests;
