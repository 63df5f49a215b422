//! `--query`: JMESPath, compiled before any request is sent.

use crate::jmespath::{Arena, CompileError, EvaluateError, Expression, Value};

/// A compiled query.
#[derive(Debug)]
pub struct Query(Expression);

/// The reason why a query failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QueryError {
    /// The query is invalid, and no request was sent.
    #[error("--query: {0}")]
    Wrong(#[from] CompileError),
    /// The query does not fit the answer.
    #[error("--query: {0}")]
    Unfit(#[from] EvaluateError),
}

impl Query {
    /// Compiles an expression. The error holds the position.
    pub fn compile(text: &str) -> Result<Self, QueryError> {
        Ok(Self(Expression::compile(text)?))
    }

    /// Returns the expression's selection of a value.
    pub(super) fn apply<'a>(
        &'a self,
        arena: &'a Arena,
        value: Value<'a>,
    ) -> Result<Value<'a>, QueryError> {
        Ok(self.0.search(arena, value)?)
    }

    /// Returns whether a field of this name occurs anywhere in the expression. `*` names no field.
    pub fn names(&self, key: &str) -> bool {
        self.0.identifiers().contains(key)
    }

    /// Returns the names of all fields in the expression.
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
