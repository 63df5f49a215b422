//! `--query`: JMESPath, compiled before anything is sent.

use crate::jmespath::{Arena, CompileError, EvaluateError, Expression, Value};

/// A compiled query.
#[derive(Debug)]
pub struct Query(Expression);

/// A query that can't be compiled, or that doesn't fit an answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QueryError {
    /// It is wrong in itself, and nothing was sent.
    #[error("--query: {0}")]
    Wrong(#[from] CompileError),
    /// The answer is not what it expects.
    #[error("--query: {0}")]
    Unfit(#[from] EvaluateError),
}

impl Query {
    /// Compiles an expression, or says where it is wrong.
    pub fn compile(text: &str) -> Result<Self, QueryError> {
        Ok(Self(Expression::compile(text)?))
    }

    /// What the expression selects of a value.
    pub(super) fn apply<'a>(
        &'a self,
        arena: &'a Arena,
        value: Value<'a>,
    ) -> Result<Value<'a>, QueryError> {
        Ok(self.0.search(arena, value)?)
    }

    /// Whether a field of this name occurs anywhere in the expression. `*` names none.
    pub fn names(&self, key: &str) -> bool {
        self.0.identifiers().contains(key)
    }

    /// The names of all fields that occur.
    pub fn identifiers(&self) -> &std::collections::BTreeSet<String> {
        self.0.identifiers()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_expression_is_refused_with_its_place() {
        for (text, message) in [
            (
                "Instances[",
                "--query: expected a number, ':' or '*', found the end (character 11)\nInstances[\n          ^",
            ),
            (
                "Instances[].lenght(@)",
                "--query: there is no function lenght(); length() is near it (character 13)\n\
                 Instances[].lenght(@)\n            ^",
            ),
            (
                "sum(a, b)",
                "--query: sum() takes 1 argument, and is given 2 (character 1)\nsum(a, b)\n^",
            ),
        ] {
            assert_eq!(Query::compile(text).unwrap_err().to_string(), message);
        }
        let far = format!("{}#", "a.".repeat(100));
        let message = Query::compile(&far).unwrap_err().to_string();
        assert!(message.contains("'#'") && message.len() < 250, "{message}");
    }

    #[test]
    fn fields_are_named_wherever_they_occur() {
        let query = Query::compile(
            "Instances[?SecurityGroups[0].GroupName=='a'].{\"Key\": sort_by(Tags, &\"a b\")[*].*}",
        )
        .unwrap();
        let names: Vec<_> = query.identifiers().iter().map(String::as_str).collect();
        assert_eq!(
            names,
            ["GroupName", "Instances", "SecurityGroups", "Tags", "a b"]
        );
        assert!(query.names("Tags") && !query.names("Key"));
    }
}
