//! Values as JMESPath defines them. Values of variable size are stored in an arena. So a value is
//! copied by reference, and a whole answer is freed at once.

use std::cell::Cell;

use bumpalo::Bump;

use super::ast::Node;
use super::error::EvaluateError;
use super::literal::Literal;
use super::number::{self, Number};

/// A value.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// An integer or a float.
    Number(Number<'a>),
    /// A string.
    String(&'a str),
    /// A list.
    Array(&'a Array<'a>),
    /// An object with its keys in order.
    Object(&'a Object<'a>),
    /// An expression as an argument of a function. It can't be printed.
    Reference(&'a Expression<'a>),
}

/// A list. Two lists are the same list if they have the same address.
#[derive(Debug)]
pub struct Array<'a> {
    /// The items.
    pub items: &'a [Value<'a>],
}

/// An object. Two objects are the same object if they have the same address.
#[derive(Debug)]
pub struct Object<'a> {
    /// The keys with their values. Each key occurs once.
    pub entries: &'a [(&'a str, Value<'a>)],
}

/// An expression as a value.
#[derive(Debug)]
pub struct Expression<'a> {
    pub(super) node: &'a Node,
}

impl<'a> Object<'a> {
    /// Returns the value of a key.
    pub fn get(&self, key: &str) -> Option<Value<'a>> {
        let mut entries = self.entries.iter();
        entries
            .find(|(name, _)| *name == key)
            .map(|(_, value)| *value)
    }
}

/// The memory that values are stored in.
#[derive(Debug, Default)]
pub struct Arena {
    bump: Bump,
    bounded: Cell<bool>,
}

/// The memory that an expression may use besides the value that it applies to. It is smaller in
/// unit tests, to spare the machine.
pub(super) const MOST_BYTES: usize = if cfg!(test) { 1 << 26 } else { 1 << 30 };

pub(super) fn too_much() -> EvaluateError {
    EvaluateError::new(format!(
        "the expression makes more than {} MiB",
        MOST_BYTES >> 20
    ))
}

impl Arena {
    /// Creates an empty arena.
    pub fn new() -> Self {
        Self::default()
    }

    /// Limits further allocations. Values that exist already don't count.
    pub(super) fn bound(&self) {
        if !self.bounded.replace(true) {
            let limit = self.bump.allocated_bytes().saturating_add(MOST_BYTES);
            self.bump.set_allocation_limit(Some(limit));
        }
    }

    pub(super) fn array<'a>(&'a self, items: &[Value<'a>]) -> Result<Value<'a>, EvaluateError> {
        let items = self.bump.try_alloc_slice_copy(items);
        let items: &'a [Value<'a>] = items.map_err(|_| too_much())?;
        let array = self.bump.try_alloc(Array { items });
        Ok(Value::Array(array.map_err(|_| too_much())?))
    }

    pub(super) fn object<'a>(
        &'a self,
        entries: &[(&'a str, Value<'a>)],
    ) -> Result<Value<'a>, EvaluateError> {
        let entries = self.bump.try_alloc_slice_copy(entries);
        let entries: &'a [(&'a str, Value<'a>)] = entries.map_err(|_| too_much())?;
        let object = self.bump.try_alloc(Object { entries });
        Ok(Value::Object(object.map_err(|_| too_much())?))
    }

    pub(super) fn text<'a>(&'a self, text: &str) -> Result<&'a str, EvaluateError> {
        let text = self.bump.try_alloc_str(text);
        Ok(text.map_err(|_| too_much())?)
    }

    pub(super) fn reference<'a>(&'a self, node: &'a Node) -> Result<Value<'a>, EvaluateError> {
        let expression = self.bump.try_alloc(Expression { node });
        Ok(Value::Reference(expression.map_err(|_| too_much())?))
    }

    /// Returns a literal as a value.
    pub fn literal<'a>(&'a self, literal: &Literal) -> Result<Value<'a>, EvaluateError> {
        Ok(match literal {
            Literal::Null => Value::Null,
            Literal::Bool(value) => Value::Bool(*value),
            Literal::Int(number) => Value::Number(Number::Int(*number)),
            Literal::Big(digits) => Value::Number(Number::Big(self.text(digits)?)),
            Literal::Float(float) => Value::Number(Number::Float(*float)),
            Literal::String(text) => Value::String(self.text(text)?),
            Literal::Array(items) => {
                let items = items.iter().map(|item| self.literal(item));
                self.array(&items.collect::<Result<Vec<_>, _>>()?)?
            }
            Literal::Object(entries) => {
                let entries = entries
                    .iter()
                    .map(|(key, value)| Ok((self.text(key)?, self.literal(value)?)));
                self.object(&entries.collect::<Result<Vec<_>, EvaluateError>>()?)?
            }
        })
    }

    /// Returns an integer as a value.
    pub(super) fn integer(&self, number: &num_bigint::BigInt) -> Result<Value<'_>, EvaluateError> {
        self.literal(&number::literal(number))
    }
}

impl<'a> Value<'a> {
    /// Returns JMESPath's name of the type.
    pub(super) fn kind(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(_) => "number",
            Self::String(_) => "string",
            Self::Array(_) => "array",
            Self::Object(_) => "object",
            Self::Reference(_) => "expression",
        }
    }

    /// Returns a list's items. Other values have none.
    pub(super) fn items(self) -> &'a [Value<'a>] {
        match self {
            Self::Array(array) => array.items,
            _ => &[],
        }
    }

    /// Returns whether the value is a list or an object.
    pub fn is_nested(self) -> bool {
        matches!(self, Self::Array(_) | Self::Object(_))
    }

    /// Returns whether the value is false as a condition: null, false and empty values are. Zero is
    /// true.
    pub(super) fn is_false(self) -> bool {
        match self {
            Self::Null | Self::Bool(false) => true,
            Self::String(text) => text.is_empty(),
            Self::Array(array) => array.items.is_empty(),
            Self::Object(object) => object.entries.is_empty(),
            Self::Bool(true) | Self::Number(_) | Self::Reference(_) => false,
        }
    }

    /// Returns whether Python considers two values equal: `true` equals 1, and the order of an
    /// object's keys doesn't count.
    pub(super) fn is_equal(self, other: Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::String(left), Self::String(right)) => left == right,
            (Self::Array(left), Self::Array(right)) => {
                std::ptr::eq(left, right)
                    || (left.items.len() == right.items.len()
                        && std::iter::zip(left.items, right.items)
                            .all(|(left, right)| left.is_equal(*right)))
            }
            (Self::Object(left), Self::Object(right)) => {
                std::ptr::eq(left, right)
                    || (left.entries.len() == right.entries.len()
                        && left.entries.iter().all(|(key, value)| {
                            right.get(key).is_some_and(|other| value.is_equal(other))
                        }))
            }
            (Self::Reference(left), Self::Reference(right)) => std::ptr::eq(left, right),
            (left, right) => match (left.as_number(), right.as_number()) {
                (Some(left), Some(right)) => left.compare(right) == Some(std::cmp::Ordering::Equal),
                _ => false,
            },
        }
    }

    /// Returns the number that Python uses for the value in a comparison.
    fn as_number(self) -> Option<Number<'a>> {
        match self {
            Self::Number(number) => Some(number),
            Self::Bool(value) => Some(Number::Int(value.into())),
            _ => None,
        }
    }

    /// Checks that the whole value can be printed and takes at most `left` bytes. A value that is
    /// stored once may be printed several times, so it counts each time.
    pub(super) fn check_printable(self, left: &mut usize) -> Result<(), EvaluateError> {
        const EACH: usize = 16;
        let mut take = |bytes: usize| match left.checked_sub(bytes.saturating_add(EACH)) {
            Some(rest) => {
                *left = rest;
                Ok(())
            }
            None => Err(too_much()),
        };
        match self {
            Self::Number(Number::Big(text)) | Self::String(text) => take(text.len()),
            Self::Null | Self::Bool(_) | Self::Number(_) => take(0),
            Self::Array(array) => {
                take(0)?;
                array
                    .items
                    .iter()
                    .try_for_each(|item| item.check_printable(left))
            }
            Self::Object(object) => {
                take(0)?;
                object.entries.iter().try_for_each(|(key, value)| {
                    *left = left.checked_sub(key.len()).ok_or_else(too_much)?;
                    value.check_printable(left)
                })
            }
            Self::Reference(_) => Err(EvaluateError::new(
                "an expression that begins with '&' is an argument for functions such as \
                 sort_by(), and no value",
            )),
        }
    }
}
