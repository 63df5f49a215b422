//! The functions: their names, parameters and implementations.

mod lists;
mod numbers;
mod strings;

use super::error::EvaluateError;
use super::eval::{Interpreter, Result};
use super::value::Value;

/// A type that a parameter accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Number,
    String,
    Array,
    /// A list that holds only numbers.
    Numbers,
    /// A list that holds only strings.
    Strings,
    Object,
    Reference,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Numbers => "an array of numbers",
            Self::Strings => "an array of strings",
            Self::Object => "an object",
            Self::Reference => "an expression such as &Name",
        }
    }

    fn fits(self, value: Value<'_>) -> bool {
        match (self, value) {
            (Self::Number, Value::Number(_))
            | (Self::String, Value::String(_))
            | (Self::Array, Value::Array(_))
            | (Self::Object, Value::Object(_))
            | (Self::Reference, Value::Reference(_)) => true,
            (Self::Numbers, Value::Array(array)) => {
                let mut items = array.items.iter();
                items.all(|item| matches!(item, Value::Number(_)))
            }
            (Self::Strings, Value::Array(array)) => {
                let mut items = array.items.iter();
                items.all(|item| matches!(item, Value::String(_)))
            }
            _ => false,
        }
    }
}

type Run = for<'a> fn(&Interpreter<'a>, &[Value<'a>]) -> Result<'a>;

/// A function.
pub(super) struct Function {
    name: &'static str,
    /// The types that each argument may have. An empty list accepts any type.
    parameters: &'static [&'static [Kind]],
    /// Whether more arguments of any type may follow the last parameter.
    is_variadic: bool,
    run: Run,
}

impl std::fmt::Debug for Function {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}()", self.name)
    }
}

const fn function(
    name: &'static str,
    parameters: &'static [&'static [Kind]],
    run: Run,
) -> Function {
    Function {
        name,
        parameters,
        is_variadic: false,
        run,
    }
}

const fn variadic(name: &'static str, first: &'static [&'static [Kind]], run: Run) -> Function {
    Function {
        is_variadic: true,
        ..function(name, first, run)
    }
}

const ANY: &[Kind] = &[];
const NUMBER: &[Kind] = &[Kind::Number];
const STRING: &[Kind] = &[Kind::String];
const ARRAY: &[Kind] = &[Kind::Array];
const OBJECT: &[Kind] = &[Kind::Object];
const REFERENCE: &[Kind] = &[Kind::Reference];
const NUMBERS: &[Kind] = &[Kind::Numbers];
const STRINGS: &[Kind] = &[Kind::Strings];
const SORTABLE: &[Kind] = &[Kind::Numbers, Kind::Strings];
const SEQUENCE: &[Kind] = &[Kind::Array, Kind::String];
const SIZED: &[Kind] = &[Kind::String, Kind::Array, Kind::Object];

static FUNCTIONS: [Function; 26] = [
    function("abs", &[NUMBER], numbers::abs),
    function("avg", &[NUMBERS], numbers::avg),
    function("ceil", &[NUMBER], numbers::ceil),
    function("contains", &[SEQUENCE, ANY], lists::contains),
    function("ends_with", &[STRING, STRING], strings::ends_with),
    function("floor", &[NUMBER], numbers::floor),
    function("join", &[STRING, STRINGS], strings::join),
    function("keys", &[OBJECT], lists::keys),
    function("length", &[SIZED], lists::length),
    function("map", &[REFERENCE, ARRAY], lists::map),
    function("max", &[SORTABLE], lists::max),
    function("max_by", &[ARRAY, REFERENCE], lists::max_by),
    variadic("merge", &[OBJECT], lists::merge),
    function("min", &[SORTABLE], lists::min),
    function("min_by", &[ARRAY, REFERENCE], lists::min_by),
    variadic("not_null", &[ANY], lists::not_null),
    function("reverse", &[SEQUENCE], lists::reverse),
    function("sort", &[SORTABLE], lists::sort),
    function("sort_by", &[ARRAY, REFERENCE], lists::sort_by),
    function("starts_with", &[STRING, STRING], strings::starts_with),
    function("sum", &[NUMBERS], numbers::sum),
    function("to_array", &[ANY], lists::to_array),
    function("to_number", &[ANY], numbers::to_number),
    function("to_string", &[ANY], strings::to_string),
    function("type", &[ANY], strings::type_of),
    function("values", &[OBJECT], lists::values),
];

/// Returns the function of this name, if it accepts this number of arguments.
pub(super) fn find(name: &str, arguments: usize) -> std::result::Result<&'static Function, String> {
    let Some(function) = FUNCTIONS.iter().find(|function| function.name == name) else {
        let nearest = FUNCTIONS
            .iter()
            .map(|function| (strsim::jaro_winkler(function.name, name), function.name))
            .filter(|(likeness, _)| *likeness > 0.8)
            .max_by(|(left, _), (right, _)| left.total_cmp(right));
        let hint = nearest.map_or_else(String::new, |(_, name)| format!("; {name}() is near it"));
        return Err(format!("there is no function {name}(){hint}"));
    };
    let wanted = function.parameters.len();
    if arguments == wanted || (function.is_variadic && arguments > wanted) {
        return Ok(function);
    }
    Err(format!(
        "{name}() takes {}{wanted} argument{}, and is given {arguments}",
        if function.is_variadic {
            "at least "
        } else {
            ""
        },
        if wanted == 1 { "" } else { "s" },
    ))
}

impl Function {
    /// Checks the arguments and calls the function.
    pub(super) fn call<'a>(
        &self,
        interpreter: &Interpreter<'a>,
        arguments: &[Value<'a>],
    ) -> Result<'a> {
        let parameters = self.parameters.iter().zip(arguments);
        for (index, (kinds, argument)) in parameters.enumerate() {
            if !kinds.is_empty() && !kinds.iter().any(|kind| kind.fits(*argument)) {
                let wanted: Vec<_> = kinds.iter().map(|kind| kind.name()).collect();
                return Err(EvaluateError::new(format!(
                    "argument {} of {}() must be {}, not {}",
                    index + 1,
                    self.name,
                    wanted.join(" or "),
                    described(*argument),
                )));
            }
        }
        (self.run)(interpreter, arguments)
            .map_err(|error| EvaluateError::new(format!("{}(): {error}", self.name)))
    }
}

/// Returns a value's type for an error message. For a list, this includes its items' types.
fn described(value: Value<'_>) -> String {
    let kind = value.kind();
    let Value::Array(array) = value else {
        return if kind == "null" {
            kind.to_owned()
        } else {
            with_article(kind)
        };
    };
    let mut kinds: Vec<&str> = array.items.iter().map(|item| item.kind()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    if kinds.is_empty() {
        "an array".to_owned()
    } else {
        format!("an array of {}", kinds.join(" and "))
    }
}

fn with_article(kind: &str) -> String {
    let article = if kind.starts_with(['a', 'e', 'o']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {kind}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_of_arguments_are_checked() {
        for (name, arguments, message) in [
            (
                "lenght",
                1,
                "there is no function lenght(); length() is near it",
            ),
            ("xyz", 0, "there is no function xyz()"),
            ("abs", 2, "abs() takes 1 argument, and is given 2"),
            ("join", 1, "join() takes 2 arguments, and is given 1"),
            (
                "merge",
                0,
                "merge() takes at least 1 argument, and is given 0",
            ),
        ] {
            assert_eq!(find(name, arguments).unwrap_err(), message);
        }
        assert!(find("not_null", 5).is_ok());
    }
}
