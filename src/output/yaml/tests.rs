//! Tests of the YAML writer.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::jmespath::{Arena, to_value};
use crate::output::sanitize::is_treacherous;

fn document(value: &Value, terminal: bool) -> String {
    let arena = Arena::new();
    super::document(to_value(&arena, value).unwrap(), terminal)
}

fn item(value: &Value, terminal: bool) -> String {
    let arena = Arena::new();
    super::item(to_value(&arena, value).unwrap(), terminal)
}

fn parsed(yaml: &str) -> Value {
    // In YAML 1.2, 'yes' and 'on' are strings.
    let options = serde_saphyr::options! { strict_booleans: true };
    serde_saphyr::from_str_with_options(yaml, options)
        .unwrap_or_else(|error| panic!("{error}\n{yaml:?}"))
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
         - InstanceId: 0b2c7e9a-1111-4222-8333-444455556666\n  Labels:\n  - a\n  - '10'\n\
         \x20 Name: web-1\n  Placement: {}\n  State:\n    Code: 16\n    Name: running\n  Tags: []\n\
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
fn several_lines_are_quoted_and_long_ones_folded() {
    let key =
        json!({"KeyMaterial": "-----BEGIN\nabc\n", "Log": "a\n\n b", "Text": "word ".repeat(20)});
    assert_eq!(
        document(&key, false),
        "KeyMaterial: '-----BEGIN\n\n  abc\n\n  '\nLog: \"a\\n\\n b\"\n\
         Text: 'word word word word word word word word word word word word word word word\n\
         \x20 word word word word word '\n"
    );
}

#[test]
fn a_terminal_gets_escapes_for_what_a_pipe_gets_as_it_is() {
    let name = json!({"Name": "a\u{202e}b"});
    assert_eq!(document(&name, false), "Name: a\u{202e}b\n");
    assert_eq!(document(&name, true), "Name: \"a\\u202Eb\"\n");
}

#[test]
fn floats_are_pythons() {
    assert_eq!(
        document(&json!([1e300, 1.5e-7]), false),
        "- 1e+300\n- 1.5e-07\n"
    );
}

fn any_value() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        // Line separators end a line only in YAML 1.1. They are written as libyaml writes them.
        any::<String>().prop_map(|text| Value::from(text.replace(['\u{2028}', '\u{2029}'], ""))),
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
        // An empty object alone renders as nothing.
        let value = json!([value]);
        let yaml = document(&value, terminal);
        prop_assert_eq!(parsed(&yaml), value, "{}", yaml);
    }

    #[test]
    fn nothing_treacherous_reaches_a_terminal(text in any::<String>()) {
        let yaml = document(&json!([text]), true);
        prop_assert!(!yaml.replace('\n', "").contains(is_treacherous), "{yaml:?}");
    }
}
