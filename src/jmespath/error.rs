//! What is wrong with an expression, and what went wrong while it was evaluated.

use std::fmt;

/// Where a token begins, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place(pub(super) usize);

/// An expression that can't be compiled: what is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompileError {
    message: String,
    /// The expression around the place, and how far into it the place is.
    excerpt: String,
    column: usize,
    /// Counted from one, in characters of the whole expression.
    position: usize,
}

/// An expression that doesn't fit the value it is applied to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct EvaluateError(String);

/// So many characters of a long expression are shown on each side of the place.
const AROUND: usize = 60;

impl CompileError {
    pub(super) fn new(text: &str, place: Place, message: impl Into<String>) -> Self {
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
