//! JMESPath as AWS's command line evaluates it, with jmespath.py
//! (<https://jmespath.org/specification.html> and extensions). Bare words between backticks are
//! strings, strings are ordered, objects keep the order of their keys, and numbers are as in
//! Python.
//!
//! One check is earlier: an unknown function and a wrong number of arguments are errors of the
//! expression. jmespath.py reports them when it evaluates the call. The other differences are
//! small. Half a surrogate pair is not a character. A sort has a place for NaN. Floats are added
//! one by one, as in Python before 3.12.

mod ast;
mod error;
mod eval;
mod functions;
mod json;
mod lexer;
mod literal;
mod number;
mod parser;
mod serialize;
#[cfg(test)]
mod tests;
mod value;
mod write;

use std::collections::BTreeSet;

use serde::Serialize;

pub use error::{CompileError, EvaluateError};
pub use json::{ReadError, read as read_json};
pub use literal::Literal;
pub use number::{Number, float_text};
pub use value::{Arena, Array, Object, Value};
pub use write::{JsonLayout, json as write_json};

/// A compiled expression.
#[derive(Debug)]
pub struct Expression {
    root: ast::Node,
    literals: Vec<Literal>,
    identifiers: BTreeSet<String>,
}

impl Expression {
    /// Compiles an expression. The error holds the position.
    pub fn compile(text: &str) -> Result<Self, CompileError> {
        let parsed = parser::parse(text)?;
        let mut identifiers = BTreeSet::new();
        parsed.root.identifiers(&mut identifiers);
        Ok(Self {
            root: parsed.root,
            literals: parsed.literals,
            identifiers,
        })
    }

    /// Returns the names of all fields anywhere in the expression. `*` names no field.
    pub fn identifiers(&self) -> &BTreeSet<String> {
        &self.identifiers
    }

    /// Returns the expression's result for a value. The result can be printed: no part of it is an
    /// expression, and its total size is limited.
    pub fn search<'a>(
        &'a self,
        arena: &'a Arena,
        value: Value<'a>,
    ) -> Result<Value<'a>, EvaluateError> {
        arena.bound();
        let literals = self.literals.iter().map(|literal| arena.literal(literal));
        let interpreter = eval::Interpreter {
            arena,
            literals: literals.collect::<Result<_, _>>()?,
        };
        let found = interpreter.evaluate(&self.root, value)?;
        let mut left = value::MOST_BYTES;
        found.check_printable(&mut left)?;
        Ok(found)
    }
}

/// Converts a serializable value.
pub fn to_value<'a, T: Serialize + ?Sized>(
    arena: &'a Arena,
    value: &T,
) -> Result<Value<'a>, serde_json::Error> {
    serialize::value(arena, value)
}
