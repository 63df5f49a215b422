//! YAML, laid out as AWS's command line does: block style, keys in their order.
//!
//! Written here, since a terminal needs escapes that no serializer of YAML makes. Nothing is left
//! to a reader's guess: a string stands without quotes only where every version of YAML reads
//! letters in it; one of several lines is a block, if a block holds it exactly; everything else
//! stands in double quotes.

use std::fmt::Write as _;

use serde_json::{Map, Number, Value};

use super::sanitize::is_treacherous;

/// Renders one document. A scalar alone is written as JSON, as AWS does.
pub(super) fn document(value: &Value, terminal: bool) -> String {
    let mut writer = Writer::new(terminal);
    match value {
        Value::Object(object) if !object.is_empty() => writer.map(object, 0),
        Value::Array(items) if !items.is_empty() => writer.list(items, 0),
        Value::String(text) => {
            writer.quoted(text);
            writer.out.push('\n');
        }
        scalar => writer.scalar_line(scalar, 0),
    }
    writer.out
}

/// Renders one item of a sequence. Items written one after the other make one document.
pub(super) fn item(value: &Value, terminal: bool) -> String {
    let mut writer = Writer::new(terminal);
    writer.list(std::slice::from_ref(value), 0);
    writer.out
}

struct Writer {
    out: String,
    terminal: bool,
}

impl Writer {
    fn new(terminal: bool) -> Self {
        Self {
            out: String::with_capacity(4096),
            terminal,
        }
    }

    /// The first key stands where the writer is; the others are indented.
    fn map(&mut self, object: &Map<String, Value>, indent: usize) {
        for (index, (key, value)) in object.iter().enumerate() {
            if index > 0 {
                self.indent(indent);
            }
            if is_plain(key) {
                self.out.push_str(key);
            } else {
                self.quoted(key);
            }
            self.out.push(':');
            match value {
                Value::Object(object) if !object.is_empty() => {
                    self.out.push('\n');
                    self.indent(indent + 2);
                    self.map(object, indent + 2);
                }
                Value::Array(items) if !items.is_empty() => {
                    self.out.push('\n');
                    self.indent(indent);
                    self.list(items, indent);
                }
                scalar => {
                    self.out.push(' ');
                    self.scalar_line(scalar, indent + 2);
                }
            }
        }
    }

    fn list(&mut self, items: &[Value], indent: usize) {
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.indent(indent);
            }
            self.out.push_str("- ");
            match item {
                Value::Object(object) if !object.is_empty() => self.map(object, indent + 2),
                Value::Array(items) if !items.is_empty() => self.list(items, indent + 2),
                scalar => self.scalar_line(scalar, indent + 2),
            }
        }
    }

    fn indent(&mut self, indent: usize) {
        self.out.extend(std::iter::repeat_n(' ', indent));
    }

    fn scalar_line(&mut self, value: &Value, indent: usize) {
        match value {
            Value::Null => self.out.push_str("null"),
            Value::Bool(value) => self.out.push_str(if *value { "true" } else { "false" }),
            Value::Number(value) => self.number(value),
            Value::String(text) if is_plain(text) => self.out.push_str(text),
            Value::String(text) if self.is_block(text) => return self.block(text, indent),
            Value::String(text) => self.quoted(text),
            Value::Array(_) => self.out.push_str("[]"),
            Value::Object(_) => self.out.push_str("{}"),
        }
        self.out.push('\n');
    }

    /// YAML 1.1 wants a point and a sign in a number with an exponent.
    fn number(&mut self, number: &Number) {
        let text = number.to_string();
        let Some((mantissa, exponent)) = text.split_once('e') else {
            return self.out.push_str(&text);
        };
        self.out.push_str(mantissa);
        if !mantissa.contains('.') {
            self.out.push_str(".0");
        }
        self.out.push('e');
        if !exponent.starts_with(['-', '+']) {
            self.out.push('+');
        }
        self.out.push_str(exponent);
    }

    fn is_block(&self, text: &str) -> bool {
        text.contains('\n')
            && !text.starts_with([' ', '\t', '\n'])
            && text.chars().all(|character| match character {
                '\n' => true,
                '\t' => !self.terminal,
                other => !self.is_escaped(other),
            })
    }

    fn block(&mut self, text: &str, indent: usize) {
        let body = text.strip_suffix('\n').unwrap_or(text);
        self.out.push('|');
        if body.len() == text.len() {
            self.out.push('-');
        } else if body.ends_with('\n') {
            self.out.push('+');
        }
        self.out.push('\n');
        for line in body.split('\n') {
            if !line.is_empty() {
                self.indent(indent);
                self.out.push_str(line);
            }
            self.out.push('\n');
        }
    }

    /// Whether a reader of YAML, or the terminal, needs this character as an escape.
    fn is_escaped(&self, character: char) -> bool {
        character.is_control()
            || matches!(
                character,
                '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'
            )
            || (self.terminal && is_treacherous(character))
    }

    fn quoted(&mut self, text: &str) {
        self.out.push('"');
        for character in text.chars() {
            let code = u32::from(character);
            // A String takes everything that is written to it.
            let _ = match character {
                '"' => write!(self.out, "\\\""),
                '\\' => write!(self.out, "\\\\"),
                '\n' => write!(self.out, "\\n"),
                '\r' => write!(self.out, "\\r"),
                '\t' => write!(self.out, "\\t"),
                _ if !self.is_escaped(character) => self.out.write_char(character),
                _ if code <= 0xff => write!(self.out, "\\x{code:02x}"),
                _ if code <= 0xffff => write!(self.out, "\\u{code:04x}"),
                _ => write!(self.out, "\\U{code:08x}"),
            };
        }
        self.out.push('"');
    }
}

/// Words that some version of YAML takes for something else than letters.
const WORDS: [&str; 11] = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf",
];

fn is_plain(text: &str) -> bool {
    if is_uuid(text) {
        return true;
    }
    text.starts_with(|first: char| first.is_alphabetic() || first == '/')
        && text.chars().all(|character| {
            character.is_alphanumeric()
                || matches!(character, ' ' | '_' | '-' | '.' | '/' | '@' | '+' | ':')
        })
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// An identifier looks the same whether it starts with a letter or a digit. Eight digits and a
/// dash begin neither a number nor a date.
fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn parsed(yaml: &str) -> Value {
        serde_saphyr::from_str(yaml).unwrap_or_else(|error| panic!("{error}\n{yaml:?}"))
    }

    #[test]
    fn laid_out_as_aws_does() {
        let page = json!({"Instances": [
            {"InstanceId": "0b2c7e9a-1111-4222-8333-444455556666", "Name": "web-1", "Tags": [], "Placement": {},
             "State": {"Code": 16, "Name": "running"}, "Labels": ["a", "10"]},
            {"Name": null},
        ], "NextToken": null});
        assert_eq!(
            document(&page, false),
            "Instances:\n\
             - InstanceId: 0b2c7e9a-1111-4222-8333-444455556666\n  Name: web-1\n  Tags: []\n  Placement: {}\n\
             \x20 State:\n    Code: 16\n    Name: running\n  Labels:\n  - a\n  - \"10\"\n\
             - Name: null\n\
             NextToken: null\n"
        );
    }

    #[test]
    fn scalars_and_empty_values_alone() {
        assert_eq!(document(&json!("foo"), false), "\"foo\"\n");
        assert_eq!(document(&json!(1.5), false), "1.5\n");
        assert_eq!(document(&json!(null), false), "null\n");
        assert_eq!(document(&json!([]), false), "[]\n");
        assert_eq!(document(&json!([["a"], []]), false), "- - a\n- []\n");
    }

    #[test]
    fn items_written_one_by_one_are_one_sequence() {
        let first = json!({"TableNames": ["MyTable"]});
        let second = json!({"TableNames": []});
        let both = item(&first, false) + &item(&second, false);
        assert_eq!(both, "- TableNames:\n  - MyTable\n- TableNames: []\n");
        assert_eq!(parsed(&both), json!([first, second]));
    }

    #[test]
    fn strings_that_look_like_something_else_stay_strings() {
        for text in [
            "yes",
            "No",
            "TRUE",
            "null",
            "~",
            "1e3",
            "0x1f",
            "0o7",
            "017",
            "1_000",
            "12:30:45",
            "2026-11-24",
            "2026-11-24T10:00:00Z",
            ".inf",
            ".NaN",
            "",
            " a",
            "a ",
            "a: b",
            "a #b",
            "#",
            "- a",
            "---",
            "...",
            "[a]",
            "{a}",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a",
            "|",
            ">",
            "'",
            "\"",
            "<<",
            "=",
            "a\nb",
            "a\n",
            "a\n\n",
            "\n",
            "\na",
            " a\nb",
            "a\n b",
            "a\n\n  b\n",
            "a\tb\nc",
            "a\r\nb",
            "\t",
            "\0",
            "\x1b[0m",
            "\x7f",
            "\u{85}",
            "\u{9b}",
            "\u{2028}",
            "\u{feff}",
            "\u{202e}",
            "日本",
            "-",
            "?",
            ":",
            "-1",
            "+1",
            "0b2c7e9a-1111-4222-8333-444455556666",
            "nan",
            "y",
            "a:",
            "key: [1]\n# no\n",
            "\u{e0041}",
        ] {
            for terminal in [false, true] {
                let value = json!({"Value": text, "List": [text], text: {"Next": [[text]]}});
                let yaml = document(&value, terminal);
                assert_eq!(parsed(&yaml), value, "{yaml}");
            }
        }
    }

    #[test]
    fn lines_are_a_block_that_people_can_read() {
        let key = json!({"KeyMaterial": "-----BEGIN\nabc\n", "Log": "a\n\n b"});
        assert_eq!(
            document(&key, false),
            "KeyMaterial: |\n  -----BEGIN\n  abc\nLog: |-\n  a\n\n   b\n"
        );
    }

    #[test]
    fn a_terminal_gets_escapes_for_what_a_pipe_gets_as_it_is() {
        let name = json!({"Name": "a\u{202e}b"});
        assert_eq!(document(&name, false), "Name: \"a\u{202e}b\"\n");
        assert_eq!(document(&name, true), "Name: \"a\\u202eb\"\n");
    }

    #[test]
    fn big_numbers_are_numbers_to_every_reader() {
        assert_eq!(
            document(&json!([1e300, 1.5e-7]), false),
            "- 1.0e+300\n- 1.5e-7\n"
        );
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let scalar = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
            "[ \\n\\t#:a0-9eE.x_~|>-]{0,8}".prop_map(Value::from),
        ];
        scalar.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::hash_map("[ a-z0-9:#\\n]{0,6}", inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(value in any_value(), terminal in any::<bool>()) {
            let yaml = document(&value, terminal);
            prop_assert_eq!(parsed(&yaml), value, "{}", yaml);
        }

        #[test]
        fn nothing_treacherous_reaches_a_terminal(text in any::<String>()) {
            let yaml = document(&json!([text]), true);
            prop_assert!(!yaml.replace('\n', "").contains(is_treacherous), "{yaml:?}");
        }
    }
}
