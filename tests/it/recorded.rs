//! The sandbox against the real cloud: its responses have the keys, the types and the statuses of
//! the responses in `tests/recorded`. The module `states` compares the states of a server.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use ostk_sandbox::{Clock, Settings};
use serde_json::{Value, json};

use crate::support::actor::Actor;
use crate::support::sandbox::TestCloud;

/// What is compared of a value: its type, and the form of a string.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shape {
    Null,
    Bool,
    Integer,
    Float,
    Text(&'static str),
    List(Option<Box<Shape>>),
    Object(BTreeMap<String, Shape>),
    /// An object whose keys are data.
    Map(Option<Box<Shape>>),
}

/// Objects with custom keys.
const MAPS: [&str; 7] = [
    "addresses",
    "allocations",
    "extra_specs",
    "metadata",
    "properties",
    "scheduler_hints",
    "volume_image_metadata",
];

/// Keys that a server has only in some states, or with some images.
const PASSING: [&str; 3] = ["fault", "progress", "security_groups"];

/// The headers that must be there. Their values are not compared.
const HEADERS: [&str; 8] = [
    "content-type",
    "openstack-api-version",
    "x-openstack-nova-api-version",
    "x-compute-request-id",
    "x-subject-token",
    "location",
    "retry-after",
    "www-authenticate",
];

fn form(text: &str) -> &'static str {
    let pattern: String = text
        .chars()
        .map(|c| match c {
            '0'..='9' => '9',
            other => other,
        })
        .collect();
    match pattern.as_str() {
        "9999-99-99T99:99:99Z" => "time Z",
        "9999-99-99T99:99:99.999999" => "time .ffffff",
        "9999-99-99T99:99:99.999999Z" => "time .ffffffZ",
        "9999-99-99T99:99:99+99:99" => "time +hh:mm",
        "9999-99-99T99:99:99.999999+99:99" => "time .ffffff+hh:mm",
        _ if text.starts_with("<html>") => "page",
        _ if text.starts_with("http://") => "url",
        _ if text.len() == 36 && uuid::Uuid::try_parse(text).is_ok() => "uuid",
        _ => "text",
    }
}

fn shape(key: &str, value: &Value) -> Shape {
    let merged = |values: &mut dyn Iterator<Item = Shape>| values.reduce(merge).map(Box::new);
    match value {
        Value::Null => Shape::Null,
        Value::Bool(_) => Shape::Bool,
        Value::Number(number) if number.is_f64() => Shape::Float,
        Value::Number(_) => Shape::Integer,
        Value::String(text) => Shape::Text(form(text)),
        Value::Array(items) => Shape::List(merged(&mut items.iter().map(|one| shape("", one)))),
        Value::Object(map) if MAPS.contains(&key) => {
            Shape::Map(merged(&mut map.values().map(|one| shape("", one))))
        }
        Value::Object(map) => Shape::Object(
            map.iter()
                .map(|(key, value)| (key.clone(), shape(key, value)))
                .collect(),
        ),
    }
}

/// Merges two shapes. For a null in one, the other's shape counts.
fn merge(left: Shape, right: Shape) -> Shape {
    let both = |left: Option<Box<Shape>>, right: Option<Box<Shape>>| match (left, right) {
        (Some(left), Some(right)) => Some(Box::new(merge(*left, *right))),
        (left, right) => left.or(right),
    };
    match (left, right) {
        (Shape::Null, other) | (other, Shape::Null) => other,
        (Shape::List(left), Shape::List(right)) => Shape::List(both(left, right)),
        (Shape::Map(left), Shape::Map(right)) => Shape::Map(both(left, right)),
        (Shape::Object(mut left), Shape::Object(right)) => {
            for (key, shape) in right {
                let merged = match left.remove(&key) {
                    Some(own) => merge(own, shape),
                    None => shape,
                };
                left.insert(key, merged);
            }
            Shape::Object(left)
        }
        (left, _) => left,
    }
}

/// Finds where two shapes differ, in either direction.
fn differences(path: &str, real: &Shape, sandbox: &Shape, found: &mut Vec<String>) {
    match (real, sandbox) {
        // Null stands for "no value now", of any type.
        (Shape::Null, _) | (_, Shape::Null) => {}
        (Shape::List(real), Shape::List(sandbox)) | (Shape::Map(real), Shape::Map(sandbox)) => {
            if let (Some(real), Some(sandbox)) = (real, sandbox) {
                differences(&format!("{path}[]"), real, sandbox, found);
            }
        }
        (Shape::Object(real), Shape::Object(sandbox)) => {
            let keys: BTreeSet<&String> = real.keys().chain(sandbox.keys()).collect();
            for key in keys {
                let path = format!("{path}.{key}");
                match (real.get(key), sandbox.get(key)) {
                    (Some(real), Some(sandbox)) => differences(&path, real, sandbox, found),
                    (Some(_), None)
                        if !(PASSING.contains(&key.as_str()) && path.contains("[]")) =>
                    {
                        found.push(format!("{path} is missing"));
                    }
                    (None, Some(_))
                        if !(PASSING.contains(&key.as_str()) && path.contains("[]")) =>
                    {
                        found.push(format!("{path} is not in the real answer"));
                    }
                    _ => {}
                }
            }
        }
        (real, sandbox) if real == sandbox => {}
        (real, sandbox) => found.push(format!("{path} is {sandbox:?}, and really {real:?}")),
    }
}

fn load(path: &Path) -> Value {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap()
}

fn headers(exchange: &Value) -> BTreeSet<String> {
    let headers = exchange["response"]["headers"].as_object().unwrap();
    headers
        .keys()
        .map(|name| name.to_lowercase())
        .filter(|name| HEADERS.contains(&name.as_str()))
        .collect()
}

/// Returns both bodies, without the keys that depend on a server's state if the states differ. A
/// slow machine may see a server in another state than the recorded one.
/// `a_server_that_is_being_built_is_shaped_as_the_real_one` compares these keys without a clock.
fn comparable(real: &Value, sandbox: &Value) -> [Value; 2] {
    const TASK: &str = "OS-EXT-STS:task_state";
    let is_same_state = real["server"].get(TASK) == sandbox["server"].get(TASK);
    [real, sandbox].map(|body| {
        let mut body = body.clone();
        let server = body.get_mut("server").and_then(Value::as_object_mut);
        if !is_same_state && let Some(server) = server {
            server.retain(|key, _| !PASSING.contains(&key.as_str()));
        }
        body
    })
}

#[test]
fn every_answer_is_shaped_as_the_real_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let cloud = TestCloud::new(15.0);
    cloud.sandbox.add_instances(1_001).unwrap();
    let url = cloud.url.trim_end_matches("/identity/v3");
    let output = Command::new("python3")
        .arg(root.join("dev/cloud/record.py"))
        .args(["--sandbox", url])
        .arg(folder.path())
        .output()
        .expect("python3 runs the script that recorded the real cloud");
    let mut count = 0;
    let mut found = Vec::new();
    if !output.status.success() {
        found.push(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    for entry in fs::read_dir(root.join("tests/recorded")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name.starts_with("states-") {
            continue;
        }
        count += 1;
        let real = load(&path);
        let own = folder.path().join(&name);
        if !own.exists() {
            found.push(format!("{name}: the sandbox was not asked for it"));
            continue;
        }
        let sandbox = load(&own);
        let (status, expected) = (&sandbox["response"]["status"], &real["response"]["status"]);
        if status != expected {
            let body = &sandbox["response"]["body"];
            found.push(format!(
                "{name}: status {status}, and really {expected}: {body}"
            ));
            continue;
        }
        let (own_headers, real_headers) = (headers(&sandbox), headers(&real));
        if own_headers != real_headers {
            found.push(format!(
                "{name}: headers {own_headers:?}, and really {real_headers:?}"
            ));
        }
        let mut here = Vec::new();
        let [real, sandbox] = comparable(&real["response"]["body"], &sandbox["response"]["body"]);
        differences("", &shape("", &real), &shape("", &sandbox), &mut here);
        found.extend(here.iter().map(|one| format!("{name}: {one}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(count > 200, "only {count} answers are recorded");
}

/// The same for the one response that depends on the moment, with a clock that stands still.
#[test]
fn a_server_that_is_being_built_is_shaped_as_the_real_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let real = load(&root.join("tests/recorded/compute-server-building-2.1.json"));
    let real = &real["response"]["body"];
    let start = "2026-11-24T12:00:00Z".parse().unwrap();
    let cloud = TestCloud::with(Settings::new(Clock::manual(start)));
    let actor = Actor::new(&cloud);
    let id = |path: &str, key: &str, name: &str| {
        let (_, all) = actor.get(path);
        let mut all = all[key].as_array().unwrap().iter();
        all.find(|one| one["name"] == name).unwrap()["id"].clone()
    };
    let body = json!({ "server": {
        "name": "rec-1",
        "imageRef": id("/image/v2/images", "images", "cirros-0.6.3"),
        "flavorRef": id("/compute/v2.1/flavors", "flavors", "m1.nano"),
        "networks": [{ "uuid": id("/network/v2.0/networks", "networks", "private") }],
        "security_groups": [{ "name": "default" }],
        "metadata": { "role": "recorded" },
    } });
    let (status, made) = actor.ask_at("2.1", "POST /compute/v2.1/servers", &body);
    assert_eq!(status, 202, "{made}");
    let path = format!(
        "GET /compute/v2.1/servers/{}",
        made["server"]["id"].as_str().unwrap()
    );
    let (_, sandbox) = actor.ask_at("2.1", &path, &Value::Null);
    let task = |body: &Value| body["server"]["OS-EXT-STS:task_state"].clone();
    assert_eq!(task(&sandbox), task(real));
    let mut found = Vec::new();
    differences("", &shape("", real), &shape("", &sandbox), &mut found);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_difference_is_found_in_both_directions() {
    let compare = |real: &str, sandbox: &str| {
        let mut found = Vec::new();
        let parse = |text: &str| shape("", &serde_json::from_str(text).unwrap());
        differences("", &parse(real), &parse(sandbox), &mut found);
        found
    };
    assert_eq!(
        compare(r#"{"a": 1, "b": null}"#, r#"{"a": 2, "b": "x"}"#).len(),
        0
    );
    assert_eq!(compare(r#"{"a": 1}"#, "{}"), [".a is missing"]);
    assert_eq!(
        compare("{}", r#"{"a": 1}"#),
        [".a is not in the real answer"]
    );
    assert_eq!(compare(r#"{"a": 1}"#, r#"{"a": "1"}"#).len(), 1);
    assert_eq!(compare(r#"{"a": 1}"#, r#"{"a": 1.5}"#).len(), 1);
    assert_eq!(
        compare(r#"[{"a": [{"b": 1}]}]"#, r#"[{"a": [{}]}]"#),
        ["[].a[].b is missing"]
    );
    let (zulu, naive) = (
        r#"["2026-11-23T10:18:01Z"]"#,
        r#"["2026-11-23T10:18:01.000000"]"#,
    );
    assert_eq!(compare(zulu, naive).len(), 1);
    assert_eq!(
        compare(r#"{"metadata": {"a": "x"}}"#, r#"{"metadata": {"b": "y"}}"#).len(),
        0
    );
}
