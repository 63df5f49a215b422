//! `--query`: JMESPath, compiled before anything is sent (<https://jmespath.org/specification.html>).

use std::collections::BTreeSet;

use jmespath::ast::Ast;
use jmespath::{Expression, Variable};
use serde_json::{Map, Number, Value};

/// A compiled query.
pub struct Query(Expression<'static>);

/// A query that can't be compiled, or that can't be applied to an answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("--query: {0}")]
pub struct QueryError(String);

/// How deep an expression may nest: each bracket, and each operator of a chain such as `a.b.c`, is
/// a level of the library's recursion, whose end is a stack overflow.
const DEPTH_LIMIT: usize = 100;

impl std::fmt::Debug for Query {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Query({})", self.0.as_str())
    }
}

impl Query {
    /// Compiles an expression, or says where it is wrong.
    pub fn compile(text: &str) -> Result<Self, QueryError> {
        bound(text)?;
        jmespath::compile(text)
            .map(Self)
            .map_err(|error| QueryError(error.to_string().trim_end().to_owned()))
    }

    /// The names of all keys that the expression reads, at whatever depth. `*` names none, nor do
    /// literals and the keys of what it makes.
    pub fn identifiers(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        collect(self.0.as_ast(), &mut names);
        names
    }

    /// What the expression selects of a value.
    pub fn apply(&self, value: &Value) -> Result<Value, QueryError> {
        let wrong = |error: String| QueryError(error.trim_end().to_owned());
        let found = self
            .0
            .search(value)
            .map_err(|error| wrong(error.to_string()))?;
        Ok(plain(&found))
    }
}

fn collect<'a>(ast: &'a Ast, names: &mut BTreeSet<&'a str>) {
    match ast {
        Ast::Field { name, .. } => {
            names.insert(name);
        }
        Ast::Comparison { lhs, rhs, .. }
        | Ast::Projection { lhs, rhs, .. }
        | Ast::Subexpr { lhs, rhs, .. }
        | Ast::And { lhs, rhs, .. }
        | Ast::Or { lhs, rhs, .. } => {
            collect(lhs, names);
            collect(rhs, names);
        }
        Ast::Condition {
            predicate, then, ..
        } => {
            collect(predicate, names);
            collect(then, names);
        }
        Ast::Expref { ast: node, .. }
        | Ast::Flatten { node, .. }
        | Ast::Not { node, .. }
        | Ast::ObjectValues { node, .. } => collect(node, names),
        Ast::Function { args: nodes, .. }
        | Ast::MultiList {
            elements: nodes, ..
        } => {
            for node in nodes {
                collect(node, names);
            }
        }
        Ast::MultiHash { elements, .. } => {
            for one in elements {
                collect(&one.value, names);
            }
        }
        Ast::Identity { .. } | Ast::Index { .. } | Ast::Literal { .. } | Ast::Slice { .. } => {}
    }
}

fn bound(text: &str) -> Result<(), QueryError> {
    // The operators of the chain at each open bracket; a comma begins a new one.
    let mut chains = vec![0_usize];
    for letter in text.chars() {
        if let Some(chain) = chains.last_mut() {
            match letter {
                ',' => *chain = 0,
                '.' | '|' | '!' | '&' | '[' | '(' | '{' => *chain += 1,
                _ => {}
            }
        }
        match letter {
            '(' | '[' | '{' => chains.push(0),
            ')' | ']' | '}' if chains.len() > 1 => {
                chains.pop();
            }
            _ => {}
        }
        if chains.iter().sum::<usize>() > DEPTH_LIMIT {
            return Err(QueryError(format!(
                "the expression nests more than {DEPTH_LIMIT} levels deep"
            )));
        }
    }
    Ok(())
}

/// The library's value as JSON. Its functions calculate with floats alone: a sum of integers is
/// written as the integer that it is.
fn plain(value: &Variable) -> Value {
    match value {
        Variable::Null | Variable::Expref(_) => Value::Null,
        Variable::Bool(value) => Value::Bool(*value),
        Variable::String(text) => Value::String(text.clone()),
        Variable::Number(number) => Value::Number(integral(number)),
        Variable::Array(items) => items.iter().map(|item| plain(item)).collect(),
        Variable::Object(object) => Value::Object(
            object
                .iter()
                .map(|(key, value)| (key.clone(), plain(value)))
                .collect::<Map<_, _>>(),
        ),
    }
}

fn integral(number: &Number) -> Number {
    /// Beyond this a float no longer holds every integer.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match number.as_f64() {
        Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() < EXACT =>
        {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "it is integral and in range"
            )]
            Number::from(float as i64)
        }
        _ => number.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn apply(text: &str) -> Value {
        let value = json!({ "Instances": [
            { "InstanceId": "a", "Name": "web", "Vcpus": 1, "State": { "Name": "running" } },
            { "InstanceId": "b", "Name": "db", "Vcpus": 2, "State": { "Name": "stopped" } }] });
        Query::compile(text).unwrap().apply(&value).unwrap()
    }

    #[test]
    fn awss_usual_queries_work() {
        assert_eq!(apply("Instances[].InstanceId"), json!(["a", "b"]));
        assert_eq!(
            apply("Instances[?State.Name=='running'].{Id: InstanceId, N: Name}"),
            json!([{ "Id": "a", "N": "web" }])
        );
        assert_eq!(
            apply("Instances[].[Name, Vcpus]"),
            json!([["web", 1], ["db", 2]])
        );
        assert_eq!(apply("length(Instances)"), json!(2));
        assert_eq!(apply("sum(Instances[].Vcpus)").to_string(), "3");
        assert_eq!(apply("avg(Instances[].Vcpus)"), json!(1.5));
        assert_eq!(apply("sort_by(Instances, &Name)[0].Name"), json!("db"));
        assert_eq!(apply("Nothing"), Value::Null);
    }

    #[test]
    fn the_keys_that_are_read_are_known() {
        let names = |text: &str| {
            let query = Query::compile(text).unwrap();
            query
                .identifiers()
                .into_iter()
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(names("Instances[].*"), "Instances");
        assert_eq!(
            names("sort_by(A, &B)[?C=='D' && !E].{F: G.\"h i\"}"),
            "A B C E G h i"
        );
        assert_eq!(names("A[*].B | [0] || C[1:2].[D, @]"), "A B C D");
    }

    #[test]
    fn a_broken_expression_is_refused_with_its_place() {
        let message = Query::compile("Instances[").unwrap_err().to_string();
        assert!(message.starts_with("--query: "), "{message}");
        assert!(
            message.contains("Instances[") && message.contains('^'),
            "{message}"
        );
        assert!(
            Query::compile("nosuch(@)")
                .unwrap()
                .apply(&json!(1))
                .is_err()
        );
        assert!(
            Query::compile("sum(@)")
                .unwrap()
                .apply(&json!("text"))
                .is_err()
        );
    }

    #[test]
    fn no_expression_overflows_the_stack() {
        for text in [
            "(".repeat(100_000),
            "!".repeat(100_000),
            "a.".repeat(100_000),
            format!("a{}", "[0]".repeat(100_000)),
        ] {
            assert!(Query::compile(&text).is_err());
        }
        let longest = vec!["a"; DEPTH_LIMIT].join(".");
        assert_eq!(
            Query::compile(&longest).unwrap().apply(&json!({})).unwrap(),
            Value::Null
        );
        let prefix = format!("{}a", "!".repeat(DEPTH_LIMIT));
        assert!(Query::compile(&prefix).unwrap().apply(&json!({})).is_ok());
        let brackets = format!("{}a{}", "(".repeat(DEPTH_LIMIT), ")".repeat(DEPTH_LIMIT));
        assert!(Query::compile(&brackets).unwrap().apply(&json!({})).is_ok());
        let wide = vec!["a.b.c"; 1_000].join(", ");
        assert!(Query::compile(&format!("[{wide}]")).is_ok());
    }
}
