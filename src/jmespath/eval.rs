//! Evaluates a tree over a value. No part of the value is copied: selected parts are shared, and
//! only new values are allocated.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::ast::{Comparison, Node, Slice};
use super::error::EvaluateError;
use super::value::{Arena, Value};

/// The state of an evaluation.
pub(super) struct Interpreter<'a> {
    pub(super) arena: &'a Arena,
    pub(super) literals: Vec<Value<'a>>,
}

pub(super) type Result<'a> = std::result::Result<Value<'a>, EvaluateError>;

impl<'a> Interpreter<'a> {
    pub(super) fn evaluate(&self, node: &'a Node, value: Value<'a>) -> Result<'a> {
        match node {
            Node::Current => Ok(value),
            Node::Field(name) => Ok(match value {
                Value::Object(object) => object.get(name).unwrap_or(Value::Null),
                _ => Value::Null,
            }),
            Node::Literal(index) => Ok(self.literals[*index]),
            Node::Index { of, at } => {
                let list = self.evaluate(of, value)?;
                Ok(item(list, *at))
            }
            Node::Slice { of, slice } => {
                let list = self.evaluate(of, value)?;
                self.sliced(list, *slice)
            }
            Node::Chain(left, right) => {
                let left = self.evaluate(left, value)?;
                self.evaluate(right, left)
            }
            Node::Flatten(of) => {
                let list = self.evaluate(of, value)?;
                self.flattened(list)
            }
            Node::Projection { of, each } => match self.evaluate(of, value)? {
                Value::Array(array) => self.projected(array.items.iter().copied(), None, each),
                _ => Ok(Value::Null),
            },
            Node::ValueProjection { of, each } => match self.evaluate(of, value)? {
                Value::Object(object) => {
                    let values = object.entries.iter().map(|(_, value)| *value);
                    self.projected(values, None, each)
                }
                _ => Ok(Value::Null),
            },
            Node::Filter {
                of,
                condition,
                each,
            } => match self.evaluate(of, value)? {
                Value::Array(array) => {
                    self.projected(array.items.iter().copied(), Some(condition), each)
                }
                _ => Ok(Value::Null),
            },
            Node::Compare(how, left, right) => {
                let left = self.evaluate(left, value)?;
                let right = self.evaluate(right, value)?;
                compared(*how, left, right)
            }
            Node::Or(left, right) => match self.evaluate(left, value)? {
                left if left.is_false() => self.evaluate(right, value),
                left => Ok(left),
            },
            Node::And(left, right) => match self.evaluate(left, value)? {
                left if left.is_false() => Ok(left),
                _ => self.evaluate(right, value),
            },
            Node::Not(of) => Ok(Value::Bool(self.evaluate(of, value)?.is_false())),
            Node::List(nodes) => self.list(nodes, value),
            Node::Hash(entries) => self.hash(entries, value),
            Node::Call(function, nodes) => {
                let arguments = self.all(nodes, value)?;
                function.call(self, &arguments)
            }
            Node::Reference(node) => self.arena.reference(node),
        }
    }

    fn all(
        &self,
        nodes: &'a [Node],
        value: Value<'a>,
    ) -> std::result::Result<Vec<Value<'a>>, EvaluateError> {
        nodes
            .iter()
            .map(|node| self.evaluate(node, value))
            .collect()
    }

    fn list(&self, nodes: &'a [Node], value: Value<'a>) -> Result<'a> {
        if matches!(value, Value::Null) {
            return Ok(Value::Null);
        }
        self.arena.array(&self.all(nodes, value)?)
    }

    fn hash(&self, nodes: &'a [(String, Node)], value: Value<'a>) -> Result<'a> {
        if matches!(value, Value::Null) {
            return Ok(Value::Null);
        }
        let mut entries = Entries::default();
        for (key, node) in nodes {
            entries.set(key, self.evaluate(node, value)?);
        }
        self.arena.object(&entries.entries)
    }

    fn projected(
        &self,
        items: impl Iterator<Item = Value<'a>>,
        condition: Option<&'a Node>,
        each: &'a Node,
    ) -> Result<'a> {
        let mut found = Vec::new();
        for item in items {
            if let Some(condition) = condition
                && self.evaluate(condition, item)?.is_false()
            {
                continue;
            }
            let value = self.evaluate(each, item)?;
            if !matches!(value, Value::Null) {
                found.push(value);
            }
        }
        self.arena.array(&found)
    }

    fn flattened(&self, list: Value<'a>) -> Result<'a> {
        let Value::Array(array) = list else {
            return Ok(Value::Null);
        };
        let mut found = Vec::with_capacity(array.items.len());
        for item in array.items {
            match item {
                Value::Array(inner) => found.extend_from_slice(inner.items),
                other => found.push(*other),
            }
        }
        self.arena.array(&found)
    }

    fn sliced(&self, list: Value<'a>, slice: Slice) -> Result<'a> {
        let Value::Array(array) = list else {
            return Ok(Value::Null);
        };
        let by = slice.step.unwrap_or(1);
        if by == 0 {
            return Err(EvaluateError::new("a slice's step cannot be 0"));
        }
        let length = i64::try_from(array.items.len()).unwrap_or(i64::MAX);
        // The bounds as in Python: one before the first item and one after the last.
        let (lowest, highest) = if by > 0 {
            (0, length)
        } else {
            (-1, length - 1)
        };
        let bounded = |at: i64| {
            let at = if at < 0 {
                at.saturating_add(length)
            } else {
                at
            };
            at.clamp(lowest, highest)
        };
        let (begin, end) = if by > 0 {
            (lowest, highest)
        } else {
            (highest, lowest)
        };
        let from = slice.start.map_or(begin, bounded);
        let to = slice.stop.map_or(end, bounded);
        let mut found = Vec::new();
        let mut at = from;
        while (by > 0 && at < to) || (by < 0 && at > to) {
            if let Some(item) = usize::try_from(at).ok().and_then(|at| array.items.get(at)) {
                found.push(*item);
            }
            at = at.saturating_add(by);
        }
        self.arena.array(&found)
    }
}

fn item(list: Value<'_>, at: i64) -> Value<'_> {
    let Value::Array(array) = list else {
        return Value::Null;
    };
    let length = i64::try_from(array.items.len()).unwrap_or(i64::MAX);
    let at = if at < 0 {
        at.saturating_add(length)
    } else {
        at
    };
    let found = usize::try_from(at).ok().and_then(|at| array.items.get(at));
    found.copied().unwrap_or(Value::Null)
}

fn compared<'a>(how: Comparison, left: Value<'a>, right: Value<'a>) -> Result<'a> {
    let is = |wanted: fn(Ordering) -> bool| {
        let ordered = |value: Value<'a>| matches!(value, Value::Number(_) | Value::String(_));
        if !ordered(left) || !ordered(right) {
            return Ok(Value::Null);
        }
        let order = order(left, right).map_err(|()| {
            EvaluateError::new(format!(
                "a {} and a {} have no order",
                left.kind(),
                right.kind()
            ))
        })?;
        Ok(Value::Bool(order.is_some_and(wanted)))
    };
    match how {
        Comparison::Equal => Ok(Value::Bool(is_same(left, right))),
        Comparison::NotEqual => Ok(Value::Bool(!is_same(left, right))),
        Comparison::Less => is(Ordering::is_lt),
        Comparison::LessOrEqual => is(Ordering::is_le),
        Comparison::Greater => is(Ordering::is_gt),
        Comparison::GreaterOrEqual => is(Ordering::is_ge),
    }
}

/// Compares two numbers, or two strings by their characters' codes. Returns none if a number is
/// NaN, and an error for other values.
pub(super) fn order(
    left: Value<'_>,
    right: Value<'_>,
) -> std::result::Result<Option<Ordering>, ()> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => Ok(left.compare(right)),
        (Value::String(left), Value::String(right)) => Ok(Some(left.cmp(right))),
        _ => Err(()),
    }
}

/// Returns whether Python considers two values equal, except that no number equals a boolean.
fn is_same(left: Value<'_>, right: Value<'_>) -> bool {
    let is_mixed = matches!(
        (left, right),
        (Value::Number(_), Value::Bool(_)) | (Value::Bool(_), Value::Number(_))
    );
    !is_mixed && left.is_equal(right)
}

/// The entries of a new object. A repeated key keeps its place.
#[derive(Default)]
pub(super) struct Entries<'a> {
    pub(super) entries: Vec<(&'a str, Value<'a>)>,
    /// The place of each key, filled once there are many.
    places: HashMap<&'a str, usize>,
}

impl<'a> Entries<'a> {
    /// Up to this number, entries are searched one by one.
    const FEW: usize = 16;

    pub(super) fn set(&mut self, key: &'a str, value: Value<'a>) {
        let place = if self.places.is_empty() {
            self.entries.iter().position(|(name, _)| *name == key)
        } else {
            self.places.get(key).copied()
        };
        if let Some(place) = place {
            self.entries[place].1 = value;
            return;
        }
        self.entries.push((key, value));
        if self.entries.len() == Self::FEW {
            let names = self.entries.iter().enumerate();
            self.places = names.map(|(place, (name, _))| (*name, place)).collect();
        } else if !self.places.is_empty() {
            self.places.insert(key, self.entries.len() - 1);
        }
    }
}
