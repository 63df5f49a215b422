//! The official compliance suite, and tests of limits and refusals.

use std::fs;
use std::path::Path;

use proptest::prelude::*;

use super::*;

/// Returns the result of an expression for a document, as JSON on one line.
fn search(expression: &str, document: &str) -> Result<String, String> {
    let query = Expression::compile(expression).map_err(|error| error.to_string())?;
    let arena = Arena::new();
    let document = arena
        .literal(&read_json(document).map_err(|error| error.to_string())?)
        .unwrap();
    let found = query
        .search(&arena, document)
        .map_err(|error| error.to_string())?;
    let mut out = String::new();
    write_json(&mut out, found, JsonLayout::Compact);
    Ok(out)
}

/// jmespath.py 1.1 passes the whole suite, so there are no exceptions. Benchmarks in the suite have
/// no expected result, and are left out.
#[test]
fn the_compliance_suite_passes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/jmespath/compliance");
    let (mut passed, mut wrong) = (0, Vec::new());
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let suites: serde_json::Value = serde_json::from_str(&text).unwrap();
        for suite in suites.as_array().unwrap() {
            let given = suite["given"].to_string();
            for case in suite["cases"].as_array().unwrap() {
                let expression = case["expression"].as_str().unwrap();
                let found = search(expression, &given);
                let is_right = match (case.get("result"), &found) {
                    (Some(wanted), Ok(found)) => {
                        serde_json::from_str::<serde_json::Value>(found).unwrap() == *wanted
                    }
                    (None, found) => case.get("error").is_some() == found.is_err(),
                    (Some(_), Err(_)) => false,
                };
                if case.get("bench").is_some() {
                    continue;
                }
                if is_right {
                    passed += 1;
                } else {
                    wrong.push(format!("{expression} on {given}: {found:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(passed > 800, "only {passed} cases were found");
}

#[test]
fn no_expression_overflows_the_stack() {
    let wide = vec!["a.b.c"; 1_000].join(", ");
    let deepest = parser::DEPTH_LIMIT - 2;
    for (expression, is_taken) in [
        ("(".repeat(10_000), false),
        ("!".repeat(10_000), false),
        ("&".repeat(10_000), false),
        ("[".repeat(10_000), false),
        ("a[?".repeat(10_000), false),
        ("a.".repeat(10_000) + "a", false),
        ("a|".repeat(10_000) + "a", false),
        (format!("a{}", "[0]".repeat(10_000)), false),
        (format!("a{}", "[]".repeat(10_000)), false),
        (format!("`{}{}`", "[".repeat(200), "]".repeat(200)), false),
        (format!("`{}`", "[".repeat(10_000)), false),
        (format!("[{}]", "([@]|[@])|".repeat(2_000) + "@"), false),
        (vec!["a"; deepest].join("."), true),
        (format!("a{}", "[]".repeat(deepest / 2)), true),
        (format!("{}a", "!".repeat(deepest)), true),
        (
            format!("{}a{}", "(".repeat(deepest), ")".repeat(deepest)),
            true,
        ),
        (
            format!("{}a{}", "[".repeat(deepest), "]".repeat(deepest)),
            true,
        ),
        (
            format!("{}a{}", "abs(".repeat(deepest), ")".repeat(deepest)),
            true,
        ),
        (
            format!("{}@{}", "map(&[".repeat(60), "], @)".repeat(60)),
            true,
        ),
        (format!("[{wide}]"), true),
    ] {
        let found = Expression::compile(&expression).map(|_| ());
        assert_eq!(found.is_ok(), is_taken, "{expression:.60}: {found:?}");
        if is_taken {
            let _ = search(&expression, "{}");
        }
    }
}

#[test]
fn what_would_fill_the_memory_is_refused() {
    for expression in [
        // The printed result would double each time.
        vec!["[@,@]"; 60].join("|"),
        // The text would double too.
        format!("{}|to_string(@)", vec!["[@,@]"; 60].join("|")),
        // Here the lists themselves grow.
        vec!["[@,@][]"; 50].join("|"),
    ] {
        let error = search(&expression, "[1, 2, 3]").unwrap_err();
        assert!(error.contains("the expression makes more than"), "{error}");
    }
}

#[test]
fn errors_name_the_function_and_the_argument() {
    for (expression, message) in [
        (
            "sum(@)",
            "argument 1 of sum() must be an array of numbers, not an array of number and string",
        ),
        (
            "length(`1`)",
            "argument 1 of length() must be a string or an array or an object, not a number",
        ),
        (
            "sort_by(@, &@)",
            "sort_by(): a number and a string have no order",
        ),
        (
            "sort_by(@, &a)",
            "sort_by(): the expression must give a number or a string, and gives null for item 0",
        ),
        ("'a' < `1`", "a string and a number have no order"),
        ("[::0]", "a slice's step cannot be 0"),
        (
            "[&a]",
            "an expression that begins with '&' is an argument for functions such as sort_by(), and no value",
        ),
        ("floor(`NaN`)", "floor(): nan is no integer"),
    ] {
        assert_eq!(search(expression, "[1, \"a\"]").unwrap_err(), message);
    }
}

#[test]
fn floats_are_written_as_python_writes_them() {
    for (float, text) in [
        (8.0, "8.0"),
        (-0.0, "-0.0"),
        (0.1, "0.1"),
        (1e15, "1000000000000000.0"),
        (1e16, "1e+16"),
        (1.5e300, "1.5e+300"),
        (0.0001, "0.0001"),
        (0.00001, "1e-05"),
        (123_456_789.125, "123456789.125"),
        (5e-324, "5e-324"),
        (f64::MAX, "1.7976931348623157e+308"),
    ] {
        assert_eq!(float_text(float), text);
    }
}

#[test]
fn averages_are_the_nearest_floats() {
    for (document, average) in [
        ("[-9223372036854775808]", "-9.223372036854776e+18"),
        ("[9007199254740993, 9007199254740993]", "9007199254740992.0"),
        (
            "[9007199254740993, 9007199254740994, 0]",
            "6004799503160662.0",
        ),
        (
            "[1267650600228229401496703205377, 2]",
            "6.338253001141147e+29",
        ),
        ("[1, 2]", "1.5"),
    ] {
        assert_eq!(search("avg(@)", document).unwrap(), average, "{document}");
    }
}

#[test]
fn serialized_values_are_what_json_says() {
    #[derive(serde::Serialize)]
    enum Kind {
        Plain,
        Holding(u8),
        Named { a: u8 },
        Pair(u8, u8),
    }
    #[derive(serde::Serialize)]
    struct Everything {
        kinds: Vec<Kind>,
        map: std::collections::BTreeMap<u64, Option<char>>,
        single: f32,
        huge: i128,
        unsigned: u64,
        nan: f64,
        unit: (),
        tuple: (bool, &'static str),
    }
    let value = Everything {
        kinds: vec![
            Kind::Plain,
            Kind::Holding(1),
            Kind::Named { a: 2 },
            Kind::Pair(3, 4),
        ],
        map: [(7, Some('x')), (8, None)].into(),
        single: 0.1,
        huge: i128::MIN,
        unsigned: u64::MAX,
        nan: f64::NAN,
        unit: (),
        tuple: (true, "é"),
    };
    let arena = Arena::new();
    let mut out = String::new();
    write_json(
        &mut out,
        to_value(&arena, &value).unwrap(),
        JsonLayout::Compact,
    );
    assert_eq!(out, serde_json::to_string(&value).unwrap());
}

proptest! {
    #[test]
    fn no_expression_panics(expression in "[a-c@*.,:|&!<>=()\\[\\]{}?`'\"0-2 -]{0,40}") {
        let _ = search(&expression, r#"{"a": [1, {"b": "x"}], "b": {"c": 1.5}, "c": null}"#);
    }

    #[test]
    fn any_float_is_read_back(float in any::<f64>()) {
        prop_assume!(float.is_finite());
        let text = float_text(float);
        prop_assert_eq!(text.parse::<f64>().unwrap().to_bits(), float.to_bits());
    }

    #[test]
    fn sums_and_orders_of_integers_are_exact(items in prop::collection::vec(any::<i64>(), 1..20)) {
        let document = serde_json::to_string(&items).unwrap();
        let total: i128 = items.iter().map(|item| i128::from(*item)).sum();
        prop_assert_eq!(search("sum(@)", &document).unwrap(), total.to_string());
        prop_assert!(search("avg(@)", &document).is_ok());
        let largest = items.iter().max().unwrap();
        prop_assert_eq!(search("max(@)", &document).unwrap(), largest.to_string());
    }
}
