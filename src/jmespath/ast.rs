//! The tree of an expression.

use std::collections::BTreeSet;

use super::functions::Function;

/// One operation of an expression.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// The current value.
    Current,
    /// A field of an object.
    Field(String),
    /// A literal in the expression, by its index.
    Literal(usize),
    /// An item of a list.
    Index {
        of: Box<Node>,
        at: i64,
    },
    /// Some items of a list.
    Slice {
        of: Box<Node>,
        slice: Slice,
    },
    /// Two operations: the second applies to the result of the first.
    Chain(Box<Node>, Box<Node>),
    /// Replaces the lists in a list by their items.
    Flatten(Box<Node>),
    /// An operation on each item of a list. Null results are left out.
    Projection {
        of: Box<Node>,
        each: Box<Node>,
    },
    /// An operation on each value of an object. Null results are left out.
    ValueProjection {
        of: Box<Node>,
        each: Box<Node>,
    },
    /// An operation on each item of a list that meets a condition. Null results are left out.
    Filter {
        of: Box<Node>,
        condition: Box<Node>,
        each: Box<Node>,
    },
    Compare(Comparison, Box<Node>, Box<Node>),
    Or(Box<Node>, Box<Node>),
    And(Box<Node>, Box<Node>),
    Not(Box<Node>),
    /// A new list.
    List(Vec<Node>),
    /// A new object.
    Hash(Vec<(String, Node)>),
    Call(&'static Function, Vec<Node>),
    /// An expression as an argument of a function.
    Reference(Box<Node>),
}

/// The three parts of a slice, as in Python.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Slice {
    pub(super) start: Option<i64>,
    pub(super) stop: Option<i64>,
    pub(super) step: Option<i64>,
}

/// The comparison operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Node {
    /// Adds the name of every field in the tree.
    pub(super) fn identifiers(&self, names: &mut BTreeSet<String>) {
        match self {
            Self::Current | Self::Literal(_) => {}
            Self::Field(name) => {
                names.insert(name.clone());
            }
            Self::Index { of, .. }
            | Self::Slice { of, .. }
            | Self::Flatten(of)
            | Self::Not(of)
            | Self::Reference(of) => of.identifiers(names),
            Self::Chain(left, right)
            | Self::Projection {
                of: left,
                each: right,
            }
            | Self::ValueProjection {
                of: left,
                each: right,
            }
            | Self::Compare(_, left, right)
            | Self::Or(left, right)
            | Self::And(left, right) => {
                left.identifiers(names);
                right.identifiers(names);
            }
            Self::Filter {
                of,
                condition,
                each,
            } => {
                of.identifiers(names);
                condition.identifiers(names);
                each.identifiers(names);
            }
            Self::List(nodes) | Self::Call(_, nodes) => {
                for node in nodes {
                    node.identifiers(names);
                }
            }
            Self::Hash(entries) => {
                for (_, node) in entries {
                    node.identifiers(names);
                }
            }
        }
    }
}
