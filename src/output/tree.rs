//! Any value, laid out for people: keys and values side by side, nested values indented, lists of
//! objects as tables. Used for `describe`, for answers without columns, and for query results.

use unicode_width::UnicodeWidthStr;

use super::cell::{Cell, Tone};
use super::color::paint;
use super::sanitize::lines_for_terminal;
use super::table::{Grid, GridView};
use crate::jmespath::{JsonLayout, Object, Value, write_json};

/// The indentation of nested values, in columns.
const STEP: usize = 2;

/// Renders any value. Null and an empty list render as nothing.
pub(super) fn value(value: Value<'_>, view: GridView) -> String {
    let mut out = String::new();
    let mut tree = Tree {
        out: &mut out,
        view,
    };
    match value {
        Value::Null => {}
        Value::Array(array) => tree.list(array.items, 0),
        Value::Object(object) => tree.block(object, 0),
        Value::String(text) => tree.lines(text, 0),
        scalar => tree.lines(&compact(scalar), 0),
    }
    out
}

/// Renders one block per item, with an empty line between blocks.
pub(super) fn blocks(items: &[Value<'_>], view: GridView) -> String {
    let mut out = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        out.push_str(&value(*item, view));
    }
    out
}

struct Tree<'a> {
    out: &'a mut String,
    view: GridView,
}

impl Tree<'_> {
    fn block(&mut self, object: &Object<'_>, indent: usize) {
        self.entries(object.entries, indent);
    }

    fn entries(&mut self, entries: &[(&str, Value<'_>)], indent: usize) {
        let width = entries
            .iter()
            .filter(|(_, value)| in_line(*value).is_some())
            .map(|(key, _)| self.view.safe(key).width())
            .max()
            .unwrap_or(0);
        for (key, value) in entries {
            let key = self.view.safe(key);
            self.indent(indent);
            paint(self.out, Tone::Heading, self.view.color, &key);
            if let Some(cell) = in_line(*value) {
                let text = self.view.safe(&cell.text);
                if !text.is_empty() {
                    let padding = width.saturating_sub(key.width()) + STEP;
                    self.indent(padding);
                    paint(self.out, cell.tone, self.view.color, &text);
                }
                self.out.push('\n');
            } else {
                self.out.push('\n');
                self.nested(*value, indent + STEP);
            }
        }
    }

    fn nested(&mut self, value: Value<'_>, indent: usize) {
        match value {
            Value::Object(object) => self.block(object, indent),
            Value::Array(array) => match pairs(array.items) {
                Some(pairs) => self.entries(&pairs, indent),
                None => self.list(array.items, indent),
            },
            Value::String(text) => self.lines(text, indent),
            scalar => self.lines(&compact(scalar), indent),
        }
    }

    fn list(&mut self, items: &[Value<'_>], indent: usize) {
        if items.is_empty() {
            return;
        }
        let view = self.view.narrowed(indent);
        let objects: Vec<_> = items.iter().filter_map(as_object).collect();
        if objects.len() < items.len() {
            let rows = items.iter().map(|item| row(*item)).collect();
            Grid::generic(None, rows, view).render(self.out, indent, view);
            return;
        }
        let grid = objects_grid(&objects, view);
        if grid.fits(view) {
            grid.render(self.out, indent, view);
            return;
        }
        for (index, object) in objects.iter().enumerate() {
            if index > 0 {
                self.out.push('\n');
            }
            self.block(object, indent);
        }
    }

    fn lines(&mut self, text: &str, indent: usize) {
        let text = if self.view.width.is_some() {
            lines_for_terminal(text)
        } else {
            text.into()
        };
        for line in text.strip_suffix('\n').unwrap_or(&text).split('\n') {
            if !line.is_empty() {
                self.indent(indent);
            }
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    fn indent(&mut self, indent: usize) {
        self.out.extend(std::iter::repeat_n(' ', indent));
    }
}

/// Returns the cell for a value that fits on its key's line.
fn in_line(value: Value<'_>) -> Option<Cell> {
    match value {
        Value::String(text) if text.contains('\n') => None,
        Value::Object(object) if !object.entries.is_empty() => None,
        Value::Array(array) if array.items.iter().any(|item| item.is_nested()) => None,
        _ => Some(cell(value)),
    }
}

/// Returns the cell for any value. Nested values are written as JSON.
fn cell(value: Value<'_>) -> Cell {
    match value {
        Value::Null => Cell::none(),
        Value::String(text) => text.into(),
        Value::Array(array) if array.items.is_empty() => Cell::none(),
        Value::Object(object) if object.entries.is_empty() => Cell::none(),
        Value::Array(array) if !array.items.iter().any(|item| item.is_nested()) => {
            let texts: Vec<_> = array.items.iter().map(|item| cell(*item).text).collect();
            texts.join(", ").into()
        }
        other => compact(other).into(),
    }
}

fn compact(value: Value<'_>) -> String {
    let mut out = String::new();
    write_json(&mut out, value, JsonLayout::Compact);
    out
}

/// Returns one row of a list in which not all items are objects.
fn row(item: Value<'_>) -> Vec<Cell> {
    match item {
        Value::Array(array) => array.items.iter().map(|field| cell(*field)).collect(),
        other => vec![cell(other)],
    }
}

fn as_object<'v, 'a>(value: &'v Value<'a>) -> Option<&'v Object<'a>> {
    match value {
        Value::Object(object) => Some(object),
        _ => None,
    }
}

/// Returns lists such as tags, `[{"Key", "Value"}]`, as keys with their values.
fn pairs<'a>(items: &[Value<'a>]) -> Option<Vec<(&'a str, Value<'a>)>> {
    items
        .iter()
        .map(|item| {
            let object = as_object(item).filter(|object| object.entries.len() == 2)?;
            match object.get("Key")? {
                Value::String(key) => Some((key, object.get("Value")?)),
                _ => None,
            }
        })
        .collect()
}

/// Creates a table of objects. Each key is a column, in order of first appearance. Keys of nested
/// objects are columns with dotted titles.
fn objects_grid(objects: &[&Object<'_>], view: GridView) -> Grid {
    let mut titles: indexed::Titles = indexed::Titles::default();
    let mut rows = Vec::with_capacity(objects.len());
    for object in objects {
        let mut row = Vec::new();
        flatten(object, "", &mut titles, &mut row);
        rows.push(row);
    }
    Grid::generic(Some(titles.names), rows, view)
}

fn flatten(object: &Object<'_>, prefix: &str, titles: &mut indexed::Titles, row: &mut Vec<Cell>) {
    for (key, value) in object.entries {
        let title = format!("{prefix}{key}");
        match *value {
            Value::Object(inner) if !inner.entries.is_empty() => {
                flatten(inner, &format!("{title}."), titles, row);
            }
            other => {
                let index = titles.index(title);
                if row.len() <= index {
                    row.resize_with(index + 1, Cell::default);
                }
                row[index] = cell(other);
            }
        }
    }
}

mod indexed {
    use std::collections::HashMap;

    /// Titles in order of arrival, with an index by name.
    #[derive(Default)]
    pub(super) struct Titles {
        pub(super) names: Vec<String>,
        indexes: HashMap<String, usize>,
    }

    impl Titles {
        pub(super) fn index(&mut self, name: String) -> usize {
            if let Some(&index) = self.indexes.get(&name) {
                return index;
            }
            self.names.push(name.clone());
            self.indexes.insert(name, self.names.len() - 1);
            self.names.len() - 1
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jmespath::{Arena, to_value};
    use serde_json::json;

    #[expect(clippy::needless_pass_by_value, reason = "reads better in a test")]
    fn shown(json: serde_json::Value, width: Option<usize>) -> String {
        let arena = Arena::new();
        value(
            to_value(&arena, &json).unwrap(),
            GridView {
                width,
                color: false,
            },
        )
    }

    #[test]
    fn scalars_and_nothing() {
        assert_eq!(shown(json!("web"), None), "web\n");
        assert_eq!(shown(json!(30), None), "30\n");
        assert_eq!(shown(json!(null), None), "");
        assert_eq!(shown(json!([]), None), "");
    }

    #[test]
    fn a_block_aligns_its_values_and_indents_what_is_nested() {
        let server = json!({
            "InstanceId": "i-1", "Name": null, "State": {"Name": "running", "Code": 16},
            "Labels": ["a", "b"], "Empty": [],
            "Tags": [{"Key": "env", "Value": "ci"}, {"Key": "owner", "Value": "me"}],
            "Addresses": [{"IpAddress": "10.0.0.4", "Type": "fixed"}, {"IpAddress": "192.0.2.1", "Type": "floating"}],
        });
        assert_eq!(
            shown(server, Some(80)),
            "InstanceId  i-1\n\
             Name        -\n\
             State\n\
             \x20 Name  running\n\
             \x20 Code  16\n\
             Labels      a, b\n\
             Empty       -\n\
             Tags\n\
             \x20 env    ci\n\
             \x20 owner  me\n\
             Addresses\n\
             \x20 IpAddress  Type\n\
             \x20 10.0.0.4   fixed\n\
             \x20 192.0.2.1  floating\n"
        );
    }

    #[test]
    fn objects_are_a_table_with_dotted_columns_and_gaps() {
        assert_eq!(
            shown(
                json!([{"Id": "a", "State": {"Name": "running"}}, {"Id": "b", "Extra": [{"x": 1}]}]),
                None
            ),
            "Id  State.Name  Extra\na   running\nb               [{\"x\":1}]\n"
        );
    }

    #[test]
    fn a_table_too_wide_for_the_terminal_becomes_blocks() {
        let list = json!([{"Id": "aaaaaaaaaa", "Name": "bbbbbbbbbb"}, {"Id": "c", "Name": "d"}]);
        assert_eq!(
            shown(list, Some(20)),
            "Id    aaaaaaaaaa\nName  bbbbbbbbbb\n\nId    c\nName  d\n"
        );
    }

    #[test]
    fn lists_are_rows() {
        assert_eq!(
            shown(json!([["a", 1], ["bb", null]]), None),
            "a   1\nbb  -\n"
        );
        assert_eq!(shown(json!(["a", "b"]), None), "a\nb\n");
        assert_eq!(shown(json!([1, {"a": 2}]), None), "1\n{\"a\":2}\n");
    }

    #[test]
    fn several_lines_stand_below_their_key() {
        assert_eq!(
            shown(json!({"Log": "a\nb\n", "Id": 1}), None),
            "Log\n  a\n  b\nId  1\n"
        );
    }

    #[test]
    fn a_terminal_sees_escapes_in_keys_and_values() {
        let evil = json!({"k\x1b": "v\u{202e}", "m": "a\n\x1b[2J"});
        assert_eq!(
            shown(evil, Some(80)),
            "k\\x1b  v\\u{202e}\nm\n  a\n  \\x1b[2J\n"
        );
    }

    #[test]
    fn items_are_apart() {
        let view = GridView {
            width: None,
            color: false,
        };
        let arena = Arena::new();
        let one = |number: i32| to_value(&arena, &json!({ "A": number })).unwrap();
        assert_eq!(blocks(&[1, 2].map(one), view), "A  1\n\nA  2\n");
    }
}
