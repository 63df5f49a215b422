//! `text`, as AWS's command line writes it: tab-separated lines for `cut`, `awk` and `read`.
//!
//! An object is a line of its scalars, in the order of their keys. Nested values follow on their
//! own lines, labelled with their key in capitals. The objects of a list share their columns. If a
//! key holds a scalar in any of them, each has a field for it, which may be empty. A list of
//! scalars is one line, or with a label, one line per scalar. An empty list writes nothing.
//!
//! AWS's writer fails for a list that mixes objects with other values. This writer writes both.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::python;
use super::sanitize::for_terminal;
use crate::jmespath::{Object, Value};

/// Appends the lines of `value`. On a terminal, unsafe characters are escaped.
pub(super) fn write(out: &mut String, value: Value<'_>, terminal: bool) {
    Writer { out, terminal }.any(value, None, None);
}

struct Writer<'a> {
    out: &'a mut String,
    terminal: bool,
}

impl Writer<'_> {
    fn any(&mut self, value: Value<'_>, label: Option<&str>, columns: Option<&BTreeSet<&str>>) {
        match value {
            Value::Object(object) => self.object(object, label, columns),
            Value::Array(array) => self.list(array.items, label),
            scalar => {
                self.scalar(scalar);
                self.out.push('\n');
            }
        }
    }

    fn list(&mut self, items: &[Value<'_>], label: Option<&str>) {
        if items.iter().any(|item| matches!(item, Value::Object(_))) {
            let columns = shared_columns(items);
            for item in items {
                self.any(*item, label, Some(&columns));
            }
            return;
        }
        let (nested, scalars): (Vec<_>, Vec<_>) = items.iter().partition(|item| item.is_nested());
        self.scalars(&scalars, label);
        for item in nested {
            self.any(item, label, None);
        }
    }

    fn scalars(&mut self, items: &[Value<'_>], label: Option<&str>) {
        if let Some(label) = label {
            for item in items {
                self.label(label);
                self.out.push('\t');
                self.scalar(*item);
                self.out.push('\n');
            }
        } else if !items.is_empty() {
            for (index, item) in items.iter().enumerate() {
                self.separate(index > 0);
                self.scalar(*item);
            }
            self.out.push('\n');
        }
    }

    fn object(
        &mut self,
        object: &Object<'_>,
        label: Option<&str>,
        columns: Option<&BTreeSet<&str>>,
    ) {
        let own;
        let columns = if let Some(columns) = columns {
            columns
        } else {
            own = scalar_keys(object).collect();
            &own
        };
        if !columns.is_empty() {
            if let Some(label) = label {
                self.label(label);
            }
            for (index, key) in columns.iter().enumerate() {
                self.separate(index > 0 || label.is_some());
                if let Some(value) = object.get(key) {
                    self.scalar(value);
                }
            }
            self.out.push('\n');
        }
        let mut nested: Vec<_> = object
            .entries
            .iter()
            .filter(|(key, _)| !columns.contains(key))
            .collect();
        nested.sort_unstable_by_key(|(key, _)| *key);
        for (key, value) in nested {
            self.any(*value, Some(key), None);
        }
    }

    fn separate(&mut self, needed: bool) {
        if needed {
            self.out.push('\t');
        }
    }

    fn label(&mut self, label: &str) {
        let label = label.to_uppercase();
        let label = self.shown(&label);
        self.out.push_str(&label);
    }

    /// Writes a field as Python's `str` renders it. A list or an object gets here if the same key
    /// holds a scalar in another object of the list.
    fn scalar(&mut self, value: Value<'_>) {
        let text = python::text(value);
        let text = self.shown(&text);
        self.out.push_str(&text);
    }

    fn shown<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.terminal {
            for_terminal(text)
        } else {
            Cow::Borrowed(text)
        }
    }
}

fn scalar_keys<'a>(object: &Object<'a>) -> impl Iterator<Item = &'a str> {
    object
        .entries
        .iter()
        .filter(|(_, value)| !value.is_nested())
        .map(|(key, _)| *key)
}

fn shared_columns<'a>(items: &[Value<'a>]) -> BTreeSet<&'a str> {
    items
        .iter()
        .filter_map(|item| match item {
            Value::Object(object) => Some(object),
            _ => None,
        })
        .flat_map(|object| scalar_keys(object))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jmespath::{Arena, to_value};
    use serde_json::json;

    #[expect(clippy::needless_pass_by_value, reason = "reads better in a test")]
    fn text(value: serde_json::Value) -> String {
        shown(&value, false)
    }

    fn shown(value: &serde_json::Value, terminal: bool) -> String {
        let arena = Arena::new();
        let mut out = String::new();
        write(&mut out, to_value(&arena, value).unwrap(), terminal);
        out
    }

    #[test]
    fn scalars_as_python_prints_them() {
        assert_eq!(text(json!("web-1")), "web-1\n");
        assert_eq!(text(json!(null)), "None\n");
        assert_eq!(
            text(json!([true, false, null, 16, 0.5])),
            "True\tFalse\tNone\t16\t0.5\n"
        );
    }

    #[test]
    fn an_object_is_a_line_in_its_keys_order() {
        assert_eq!(text(json!({"b": 2, "a": 1, "C": 3})), "3\t1\t2\n");
    }

    #[test]
    fn a_list_of_lists_is_a_row_each() {
        assert_eq!(text(json!([["1", "2"], ["3", "4"]])), "1\t2\n3\t4\n");
        assert_eq!(text(json!([[[1, 2], [3]], [[4]]])), "1\t2\n3\n4\n");
        assert_eq!(text(json!([1, [2, 3], 4])), "1\t4\n2\t3\n");
    }

    #[test]
    fn empty_lists_are_nothing() {
        assert_eq!(text(json!([])), "");
        assert_eq!(text(json!([[], []])), "");
        assert_eq!(text(json!({"Instances": []})), "");
        assert_eq!(text(json!({})), "");
    }

    #[test]
    fn objects_of_a_list_are_labelled_and_share_their_columns() {
        assert_eq!(
            text(json!({"foo": [{"a": 1, "b": 2, "c": 3}, {"a": 4, "c": 5}, {"a": 6, "d": 7}]})),
            "FOO\t1\t2\t3\t\nFOO\t4\t\t5\t\nFOO\t6\t\t\t7\n"
        );
    }

    #[test]
    fn a_list_of_objects_without_a_key_has_no_label() {
        assert_eq!(
            text(json!([{"Id": "i-1", "Name": null}, {"Id": "i-2"}])),
            "i-1\tNone\ni-2\t\n"
        );
    }

    #[test]
    fn what_is_nested_follows_its_object() {
        assert_eq!(
            text(
                json!({"foo": [{"a": 1, "b": {"y": "y", "z": "z"}}, {"a": 4, "b": {"y": 5, "z": 6}}]})
            ),
            "FOO\t1\nB\ty\tz\nFOO\t4\nB\t5\t6\n"
        );
        assert_eq!(
            text(json!({"Id": "i-1", "Labels": ["a", "b"]})),
            "i-1\nLABELS\ta\nLABELS\tb\n"
        );
    }

    #[test]
    fn nested_lists_do_not_share_columns_with_each_other() {
        assert_eq!(
            text(json!({"bar": [{"foo": [{"a": 1, "c": 3}, {"c": 5}]}, {"foo": [{"b": 6}]}]})),
            "FOO\t1\t3\nFOO\t\t5\nFOO\t6\n"
        );
    }

    #[test]
    fn a_nested_value_in_a_column_of_scalars_is_one_field() {
        assert_eq!(
            text(json!([{"Id": 1, "Reason": null}, {"Id": 2, "Reason": {"Code": 500}}])),
            "1\tNone\n2\t{'Code': 500}\n"
        );
    }

    #[test]
    fn a_pipe_gets_the_bytes_and_a_terminal_escapes() {
        let value = json!({"a\x1b": ["x\ty\n\x1b[2J"]});
        assert_eq!(text(value.clone()), "A\x1b\tx\ty\n\x1b[2J\n");
        assert_eq!(shown(&value, true), "A\\x1b\tx\\ty\\n\\x1b[2J\n");
    }

    #[test]
    fn deep_nesting_is_written() {
        let deep = (0..200).fold(json!("end"), |inner, _| json!([inner]));
        assert_eq!(text(deep), "end\n");
    }
}
