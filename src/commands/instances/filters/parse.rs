//! The words of `--filters`: AWS's shorthand, `Name=a,Values=b,c`, and its JSON.

use serde::Deserialize;

use crate::error::CommandError;

/// A filter's name and values.
pub(super) type Named = (String, Vec<String>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JsonFilter {
    #[serde(rename = "Name")]
    name: String,
    #[serde(rename = "Values")]
    values: Vec<String>,
}

/// Reads one argument of `--filters`, which holds one filter in shorthand or several in JSON.
pub(super) fn filters(text: &str) -> Result<Vec<Named>, CommandError> {
    let trimmed = text.trim();
    if trimmed.starts_with(['[', '{']) {
        return json(trimmed);
    }
    shorthand(trimmed).map(|filter| vec![filter])
}

fn wrong(text: &str, why: &str) -> CommandError {
    CommandError::usage(format!("--filters '{text}': {why}"))
        .hint("such as: --filters Name=instance-state-name,Values=running,stopped")
}

fn json(text: &str) -> Result<Vec<Named>, CommandError> {
    let filters: Vec<JsonFilter> = if text.starts_with('[') {
        serde_json::from_str(text)
    } else {
        serde_json::from_str(text).map(|filter| vec![filter])
    }
    .map_err(|error| wrong(text, &error.to_string()))?;
    filters
        .into_iter()
        .map(|filter| checked(text, filter.name, filter.values))
        .collect()
}

fn checked(text: &str, name: String, values: Vec<String>) -> Result<Named, CommandError> {
    if name.is_empty() {
        return Err(wrong(text, "it has no Name"));
    }
    if values.is_empty() {
        return Err(wrong(text, "it has no Values"));
    }
    Ok((name, values))
}

/// `Name=NAME,Values=VALUE[,VALUE…]`. A value may stand in quotes, and a backslash keeps a comma.
fn shorthand(text: &str) -> Result<Named, CommandError> {
    let rest = text
        .strip_prefix("Name=")
        .ok_or_else(|| wrong(text, "it does not begin with Name="))?;
    let (name, values) = rest
        .split_once(",Values=")
        .ok_or_else(|| wrong(text, "it has no ,Values="))?;
    checked(text, unquoted(name).to_owned(), split(text, values)?)
}

fn unquoted(text: &str) -> &str {
    ['"', '\'']
        .iter()
        .find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote))
        .unwrap_or(text)
}

/// Splits at commas that are not quoted and not escaped. Other escapes are left for the pattern.
fn split(text: &str, values: &str) -> Result<Vec<String>, CommandError> {
    let mut all = Vec::new();
    let mut value = String::new();
    let mut letters = values.chars().peekable();
    loop {
        match letters.next() {
            None => {
                all.push(value);
                return Ok(all);
            }
            Some(',') => all.push(std::mem::take(&mut value)),
            Some(quote @ ('"' | '\'')) if value.is_empty() => loop {
                match letters.next() {
                    None => return Err(wrong(text, "a quote is not closed")),
                    Some('\\') if letters.peek() == Some(&quote) => {
                        value.push(quote);
                        letters.next();
                    }
                    Some(letter) if letter == quote => break,
                    Some(letter) => value.push(letter),
                }
            },
            Some('\\') if letters.peek() == Some(&',') => {
                value.push(',');
                letters.next();
            }
            Some(letter) => value.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> (String, Vec<String>) {
        filters(text).unwrap().remove(0)
    }

    fn values(values: &[&str]) -> Vec<String> {
        values.iter().map(|value| (*value).to_owned()).collect()
    }

    #[test]
    fn the_shorthand_is_awss() {
        assert_eq!(
            read("Name=tag:env,Values=ci,dev"),
            ("tag:env".to_owned(), values(&["ci", "dev"]))
        );
        assert_eq!(
            read(r#"Name=name,Values="a,b",c\,d,'e f',"g\"h""#).1,
            values(&["a,b", "c,d", "e f", "g\"h"])
        );
        assert_eq!(read(r"Name=name,Values=a\*b").1, values(&[r"a\*b"]));
        assert_eq!(read("Name=name,Values=").1, values(&[""]));
    }

    #[test]
    fn json_holds_several() {
        let text = r#"[{"Name": "a", "Values": ["x"]}, {"Name": "b", "Values": ["y", "z"]}]"#;
        assert_eq!(filters(text).unwrap().len(), 2);
        assert_eq!(
            read(r#"{"Name": "a", "Values": ["x,y"]}"#).1,
            values(&["x,y"])
        );
    }

    #[test]
    fn what_is_neither_is_refused() {
        for text in [
            "",
            "running",
            "Name=a",
            "Values=a",
            "Name=,Values=a",
            "Name=a,Values=\"b",
            "[]x",
            r#"{"Name": "a"}"#,
            r#"{"Name": "a", "Values": []}"#,
            r#"{"Name": "a", "Values": ["b"], "Other": 1}"#,
        ] {
            assert!(filters(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(text in ".{0,40}") {
            let _ = filters(&text);
            let _ = filters(&format!("Name=name,Values={text}"));
        }
    }
}
