use proptest::prelude::*;
use serde_json::Value;

use super::*;

/// Arguments with awscli's values, or `null` if awscli refuses them. `tests/witness/shorthand`
/// compares them with awscli itself.
const TABLE: &str = include_str!("table.jsonl");

fn read_at(text: &str, shape: &Shape) -> Result<ParsedArgument, ShorthandError> {
    read(text, shape, &mut |value| match value {
        "file://x" => Ok(Some("held".to_owned())),
        _ if value.starts_with("file://") => Err(format!("{value} cannot be read")),
        _ => Ok(None),
    })
}

#[test]
fn values_are_awsclis() {
    let mut count = 0;
    for line in TABLE.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let shape = match case["shape"].as_str().unwrap() {
            "Filters" => FILTERS,
            _ => TAG_SPECIFICATIONS,
        };
        let read = read_at(case["argument"].as_str().unwrap(), &shape);
        let value = read.map_or(Value::Null, |parsed| parsed.value);
        assert_eq!(value, case["value"], "{line}");
        count += 1;
    }
    assert!(count > 70);
}

#[test]
fn errors_say_what_is_wrong_and_where() {
    for (text, expected) in [
        ("", "expected '=' at character 1, found the end"),
        ("Name=a,Values=b,Name=c", "the key 'Name' is given twice"),
        (
            "Name=a,Values=b,",
            "expected a value at character 17, found the end",
        ),
        (
            "Name=a,Values=\"b",
            "the quote at character 15 is not closed",
        ),
        (
            "Name=a,Other=b",
            "[0]: unknown key 'Other'; the keys are Name, Values",
        ),
        ("Name=a,b", "[0].Name: expected a text"),
        (r#"{"Values": "a"}"#, "[0].Values: expected a list"),
        (
            "[]x",
            "invalid JSON: trailing characters at line 1 column 3",
        ),
        ("Name@=file://gone", "file://gone cannot be read"),
    ] {
        let error = read_at(text, &FILTERS).unwrap_err();
        assert_eq!(error.to_string(), expected, "{text}");
    }
    let deep = format!("Name=a,Values={}", "[".repeat(100_000));
    assert_eq!(read_at(&deep, &FILTERS).unwrap_err(), ShorthandError::Deep);
    assert!(read_at(&"[".repeat(100_000), &FILTERS).is_err());
}

#[test]
fn a_file_is_read_where_the_sign_asks_for_it() {
    let values = |text: &str| read_at(text, &FILTERS).unwrap().value[0]["Values"].clone();
    assert_eq!(
        values("Values@=file://x,Name=a"),
        serde_json::json!(["held"])
    );
    assert_eq!(
        values("Values@=[a,file://x]"),
        serde_json::json!(["a", "held"])
    );
    assert_eq!(values("Values=file://x"), serde_json::json!(["file://x"]));
}

#[test]
fn numbers_booleans_and_missing_keys() {
    const SHAPE: Shape = Shape::Structure(&[
        ShapeMember::required("Size", Shape::Integer),
        ShapeMember::new("Keep", Shape::Boolean),
    ]);
    let value = |text: &str| read_at(text, &SHAPE).map(|parsed| parsed.value.to_string());
    assert_eq!(
        value("Size= +1_0 ,Keep=True").unwrap(),
        r#"{"Size":10,"Keep":true}"#
    );
    assert_eq!(value(r#"{"Size": 8}"#).unwrap(), r#"{"Size":8}"#);
    for text in ["Size=a", "Size=1,Keep=yes", r#"{"Size": "8"}"#, "[1]"] {
        assert!(value(text).is_err(), "{text}");
    }
    assert_eq!(
        value("Keep=true").unwrap_err().to_string(),
        "the key 'Size' is missing"
    );
}

#[test]
fn a_key_that_is_repeated_is_noted() {
    let repeated = |text: &str| read_at(text, &TAG_SPECIFICATIONS).unwrap().repeated;
    assert_eq!(repeated("Tags=[{Key=a,Key=b}]").as_deref(), Some("Key"));
    assert_eq!(
        repeated(r#"{"Tags": [], "Tags": []}"#).as_deref(),
        Some("Tags")
    );
    assert_eq!(repeated("Tags=[{Key=a},{Key=b}]"), None);
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(text in r#"[a=,\[\]{}'"\\@ :😀]{0,24}"#) {
        let _ = read_at(&text, &FILTERS);
        let _ = read_at(&format!("Name=name,Values={text}"), &FILTERS);
        let _ = read_at(&format!("Tags=[{{Key={text}}}]"), &TAG_SPECIFICATIONS);
    }
}
