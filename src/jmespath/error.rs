//! The errors of compiling and evaluating an expression.

use std::fmt;

/// The position of a token, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TextPlace(pub(super) usize);

/// An error in an expression, with its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompileError {
    message: String,
    /// The expression around the error. `column` is the error's place in it.
    excerpt: String,
    column: usize,
    /// The position in the whole expression, in characters, counted from 1.
    position: usize,
}

/// The expression doesn't fit the value that it applies to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct EvaluateError(String);

/// The most characters that are shown on each side of the error.
const AROUND: usize = 60;

impl CompileError {
    pub(super) fn new(text: &str, place: TextPlace, message: impl Into<String>) -> Self {
        let before: Vec<char> = text[..place.0].chars().collect();
        let shown_before = &before[before.len().saturating_sub(AROUND)..];
        let after = text[place.0..].chars().take(AROUND);
        let excerpt = shown_before.iter().copied().chain(after);
        Self {
            message: message.into(),
            excerpt: excerpt
                .map(|letter| if letter.is_control() { ' ' } else { letter })
                .collect(),
            column: shown_before.len(),
            position: before.len() + 1,
        }
    }
}

impl fmt::Display for CompileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} (character {})\n{}\n{:>width$}",
            self.message,
            self.position,
            self.excerpt,
            '^',
            width = self.column + 1
        )
    }
}

impl std::error::Error for CompileError {}

impl EvaluateError {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}
