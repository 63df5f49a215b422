//! JMESPath as AWS's command line evaluates it, which is what jmespath.py does
//! (<https://jmespath.org/specification.html> and beyond): bare words between backticks are
//! strings, strings are ordered, objects keep the order of their keys, and numbers are Python's.
//!
//! One thing is done earlier: an unknown function and a wrong number of arguments are errors of the
//! expression, where jmespath.py finds them when it comes to them. What differs beside that is
//! small: half a surrogate pair is no character, the sort of what is no number has a place for it,
//! and floats are added one after the other, as by Python before 3.12.

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
pub use write::{Layout, json as write_json};

/// A compiled expression.
#[derive(Debug)]
pub struct Expression {
    root: ast::Node,
    literals: Vec<Literal>,
    identifiers: BTreeSet<String>,
}

impl Expression {
    /// Compiles an expression, or says where it is wrong.
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

    /// The names of all fields that occur, wherever they do. `*` names none.
    pub fn identifiers(&self) -> &BTreeSet<String> {
        &self.identifiers
    }

    /// What the expression selects of a value, or makes of it. It can be printed: no part of it
    /// is an expression, and all of it together is of a bearable size.
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

/// Makes a value of anything that can be serialized.
pub fn to_value<'a, T: Serialize + ?Sized>(
    arena: &'a Arena,
    value: &T,
) -> Result<Value<'a>, serde_json::Error> {
    serialize::value(arena, value)
}
