use std::io::Cursor;
use std::path::Path;

use clap::Parser;

use super::*;
use crate::env::Env;
use crate::io::Input;
use crate::verbs::source::Sources;

/// A noun of the tests.
#[derive(Default)]
struct Thing {
    name: String,
    size: u64,
    kind: Option<String>,
    tags: Vec<(String, String)>,
}

impl Filterable for Thing {
    const PLURAL: &'static str = "things";
    const TAGGED: bool = true;
    const FIELDS: &'static [Field<Self>] = &[
        Field::<Self>::new(&["name", "thing-name"], |thing| Texts::one(&thing.name)).asked("name"),
        Field::<Self>::new(&["size"], |thing| Texts::shown(&thing.size)).kind(FieldKind::Number),
        Field::<Self>::new(&["large"], |thing| Texts::shown(&(thing.size > 9)))
            .kind(FieldKind::Boolean),
        Field::<Self>::new(&["kind"], |thing| Texts::maybe(thing.kind.as_deref()))
            .needs(&["Kind.Name"])
            .asked_where("type", |value| value != "odd"),
    ];

    fn tag_pairs(&self) -> Vec<(&str, &str)> {
        let tags = self.tags.iter();
        tags.map(|(key, value)| (key.as_str(), value.as_str()))
            .collect()
    }
}

/// A noun without tags.
struct Plain;

impl Filterable for Plain {
    const PLURAL: &'static str = "plain things";
    const TAGGED: bool = false;
    const FIELDS: &'static [Field<Self>] =
        &[Field::<Self>::new(&["name"], |_| Texts::one("plain"))];
}

#[derive(Parser)]
struct Words {
    #[command(flatten)]
    args: TaggedFilterArgs,
}

fn parse<T: Filterable>(words: &[&str]) -> Result<Filters<T>, CommandError> {
    let env = Env::for_test(Path::new("/"), []);
    let stdin = Input::new(Cursor::new(""), false);
    let words = std::iter::once("test").chain(words.iter().copied());
    let words = Words::try_parse_from(words).unwrap();
    words.args.read(Sources::new(&env, &stdin))
}

fn thing() -> Thing {
    Thing {
        name: "web-1".to_owned(),
        size: 10,
        kind: None,
        tags: vec![("env".to_owned(), "ci".to_owned())],
    }
}

fn matches(words: &[&str]) -> bool {
    parse::<Thing>(words).unwrap().matches(&thing())
}

#[test]
fn values_are_alternatives_and_filters_all_hold() {
    for (words, expected) in [
        (&["--filters", "Name=name,Values=db,web-?"][..], true),
        (&["--filters", "Name=thing-name,Values=[web-1]"], true),
        (&["--filters", "Name=tag:Name,Values=web-1"], true),
        (&["--filters", "Name=tag:Name,Values=ci"], false),
        (&["--filters", "Name=tag:env,Values=ci"], true),
        (&["--filters", "Name=tag:env,Values="], false),
        (&["--filters", "Name=tag-key,Values=e*"], true),
        (&["--filters", "Name=tag-value,Values=ci"], true),
        (&["--filters", "Name=tag-value,Values=env"], false),
        (&["--filters", "Name=size,Values=10"], true),
        (&["--filters", "Name=large,Values=True"], true),
        (&["--filters", "Name=kind,Values=*"], false),
        (
            &["--filters", "Name=size,Values=10", "Name=name,Values=db"],
            false,
        ),
        (
            &["--filters", r#"[{"Name": "name", "Values": ["web-1"]}]"#],
            true,
        ),
        (
            &["--name", "db", "--name", "web-1", "--tag", "env=ci"],
            true,
        ),
        (&["--name", "web-1", "--tag", "env=dev"], false),
        (&["--tag", "Name=web-1"], true),
        // `--tag` is literal, as in `create`; `--filters` has wildcards.
        (&["--tag", "env=c*"], false),
        (&["--tag", "Name=web-?"], false),
        (&["--filters", "Name=tag:env,Values=c*"], true),
        (&[], true),
    ] {
        assert_eq!(matches(words), expected, "{words:?}");
    }
}

/// A filter with an error must not be ignored: fewer filters select more.
#[test]
fn what_is_not_understood_is_refused() {
    for (filter, expected) in [
        (
            "Name=tag:env,Values=ci,Name=size,Values=1",
            "'Name' is given twice",
        ),
        (
            "Name=tag:env,Values=ci Name=size,Values=1",
            "'Values' is given twice",
        ),
        (
            r#"{"Name": "name", "Values": ["a"], "Values": ["b"]}"#,
            "given twice",
        ),
        ("Name=colour,Values=x", "'colour' is not a filter of things"),
        ("Name=tag:,Values=x", "'tag:' is not a filter"),
        ("Name=Name,Values=x", "'Name' is not a filter"),
        ("Name=name", "the filter 'name' has no Values"),
        ("Name=name,Values=[]", "the filter 'name' has no Values"),
        ("Name=,Values=x", "a filter has no Name"),
        ("Values=x", "a filter has no Name"),
        ("[]", "it has no filter"),
        ("{}", "a filter has no Name"),
        (r#"{"Name": null, "Values": ["x"]}"#, "expected a text"),
        (r#"{"Name": "name", "Values": null}"#, "expected a list"),
        ("", "expected '='"),
        ("running", "expected '='"),
        ("Name=size,Values=ten", "takes a number, and 'ten' is none"),
        (
            "Name=large,Values=yes",
            "takes true or false, and 'yes' is none",
        ),
        ("file:///nowhere", "/nowhere cannot be read"),
    ] {
        let error = parse::<Thing>(&["--filters", filter]).err().unwrap();
        assert!(
            error.message.contains(expected),
            "{filter}: {}",
            error.message
        );
        assert_eq!(error.exit, crate::exit::ExitCode::Usage);
    }
    assert!(parse::<Thing>(&["--tag", "env"]).is_err());
    assert!(parse::<Thing>(&["--tag", "=ci"]).is_err());
    let error = parse::<Plain>(&["--filters", "Name=tag:env,Values=x"]);
    let error = error.err().unwrap();
    assert_eq!(error.message, "'tag:env' is not a filter of plain things");
    assert_eq!(error.hints, ["the filters are: name, tag:Name"]);
    assert!(parse::<Plain>(&["--filters", "Name=tag:Name,Values=plain"]).is_ok());
    assert!(Filters::<Thing>::new([("name".to_owned(), Vec::new())]).is_err());
}

#[test]
fn services_are_asked_for_no_less_than_what_matches() {
    let asked = |words: &[&str]| {
        let filters = parse::<Thing>(words).unwrap();
        let query = filters.query().into_iter();
        query
            .map(|(name, value)| format!("{name}={value}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(asked(&["--name", "a,b"]), ["name=a,b"]);
    for words in [
        &["--name", "a*"][..],
        &["--name", ""],
        &["--name", "a", "--name", "b"],
        &["--filters", "Name=kind,Values=odd"],
        &["--filters", "Name=size,Values=1"],
        &["--tag", "env=ci"],
    ] {
        assert!(asked(words).is_empty(), "{words:?}");
    }
    let both = [
        "--filters",
        "Name=name,Values=a",
        "Name=tag:Name,Values=b",
        "Name=kind,Values=c",
    ];
    assert_eq!(asked(&both), ["name=a", "type=c"]);
    let filters = parse::<Thing>(&both).unwrap();
    assert_eq!(filters.needs().collect::<Vec<_>>(), ["Kind.Name"]);
}
