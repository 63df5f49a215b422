//! The calls that the session takes, and the responses that it returns.

use std::time::Duration;

use bytes::Bytes;
use jiff::Timestamp;
use reqwest::Method;
use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use super::bounds::JSON_DEPTH;
use super::error::{Decode, DecodeProblem, Error};
use super::microversion::Version;
use super::pages::Endless;
use super::retry::Safety;
use super::service::Service;

/// One call of a service's API.
#[derive(Clone, Debug)]
pub struct Call {
    pub(super) operation: &'static str,
    pub(super) service: Service,
    pub(super) method: Method,
    pub(super) segments: Vec<String>,
    pub(super) query: Vec<(String, String)>,
    pub(super) versions: Vec<Version>,
    pub(super) safety: Safety,
    pub(super) secret_fields: &'static [&'static str],
    pub(super) body: Option<Value>,
}

impl Call {
    /// Returns a call that reads. `path` is below the endpoint, `/`-separated and made of fixed
    /// words. Add text from outside with [`Call::below`].
    pub fn get(operation: &'static str, service: Service, path: &str) -> Self {
        Self::new(Method::GET, operation, service, path)
    }

    /// Returns a call that changes something. It is retried only if it certainly did not act.
    pub fn post(operation: &'static str, service: Service, path: &str, body: Value) -> Self {
        Self {
            body: Some(body),
            ..Self::new(Method::POST, operation, service, path)
        }
    }

    /// Returns a call that deletes. It is retried only if it certainly did not act.
    pub fn delete(operation: &'static str, service: Service, path: &str) -> Self {
        Self::new(Method::DELETE, operation, service, path)
    }

    fn new(method: Method, operation: &'static str, service: Service, path: &str) -> Self {
        let safety = if method == Method::GET {
            Safety::Safe
        } else {
            Safety::MayAct
        };
        Self {
            operation,
            service,
            method,
            segments: path.split('/').map(str::to_owned).collect(),
            query: Vec::new(),
            versions: Vec::new(),
            safety,
            secret_fields: &[],
            body: None,
        }
    }

    /// Marks the call as one that only reads, whatever its method.
    #[must_use]
    pub fn only_reads(mut self) -> Self {
        self.safety = Safety::Safe;
        self
    }

    /// Adds one path segment, encoded whatever it holds.
    #[must_use]
    pub fn below(mut self, segment: &str) -> Self {
        self.segments.push(segment.to_owned());
        self
    }

    /// Adds a query parameter.
    #[must_use]
    pub fn query(mut self, name: &str, value: impl Into<String>) -> Self {
        self.query.push((name.to_owned(), value.into()));
        self
    }

    /// Adds query parameters.
    #[must_use]
    pub fn queries(mut self, pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        self.query.extend(pairs);
        self
    }

    /// Adds the lowest microversion that has what the call needs. Further ones are alternatives for
    /// servers without it, in order of preference.
    #[must_use]
    pub fn version(mut self, version: Version) -> Self {
        self.versions.push(version);
        self
    }

    /// Replaces the microversions so far, for a call that needs more than usual.
    #[must_use]
    pub fn only_version(mut self, version: Version) -> Self {
        self.versions = vec![version];
        self
    }

    /// Sets the fields of the body and the response that `--debug` must not show, by name at any
    /// depth.
    #[must_use]
    pub fn secret_fields(mut self, fields: &'static [&'static str]) -> Self {
        self.secret_fields = fields;
        self
    }
}

/// A service's successful response.
#[derive(Clone, Debug)]
pub struct Answer {
    pub(super) operation: &'static str,
    pub(super) service: Service,
    pub(super) url: String,
    pub(super) status: u16,
    pub(super) request_id: Option<String>,
    pub(super) date: Option<Timestamp>,
    pub(super) server: Option<String>,
    pub(super) body: Bytes,
    /// Fields of the body with secret values, by name at any depth.
    pub(super) secret_fields: &'static [&'static str],
}

impl Answer {
    /// Returns the body as it came.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Returns the service's request ID.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// Returns the server's own time, from its `Date`.
    pub fn date(&self) -> Option<Timestamp> {
        self.date
    }

    /// Returns the name of the program that responded (the header `Server`).
    pub fn server(&self) -> Option<&str> {
        self.server.as_deref()
    }

    /// Returns the body as `T`, or an error that says where it differs.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, Error> {
        decode_hiding(&self.body, self.secret_fields).map_err(|problem| self.broken(problem))
    }

    /// Returns the error for a list that never ends. This response is a page of it.
    pub fn endless(&self, endless: Endless) -> Error {
        self.broken(DecodeProblem::Endless {
            pages: endless.pages,
        })
    }

    pub(super) fn broken(&self, problem: DecodeProblem) -> Error {
        Error::from(Box::new(Decode {
            service: self.service,
            operation: self.operation,
            url: self.url.clone(),
            status: self.status,
            request_id: self.request_id.clone(),
            problem,
        }))
    }
}

/// Reads JSON, or returns what is wrong with it.
pub(super) fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeProblem> {
    decode_hiding(body, &[])
}

/// Reads JSON like `decode`, but keeps the values of some fields out of the error.
fn decode_hiding<T: DeserializeOwned>(
    body: &[u8],
    secret_fields: &[&str],
) -> Result<T, DecodeProblem> {
    let error = match serde_json::from_slice(body) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let start = body.trim_ascii_start();
    if start.is_empty() {
        return Err(DecodeProblem::Empty);
    }
    if start.starts_with(b"<") {
        return Err(DecodeProblem::Html);
    }
    match error.classify() {
        serde_json::error::Category::Eof => Err(DecodeProblem::Truncated),
        serde_json::error::Category::Data => Err(shape::<T>(body, secret_fields)),
        _ if depth(body) > JSON_DEPTH => Err(DecodeProblem::TooDeep),
        _ => Err(DecodeProblem::NotJson(error.to_string())),
    }
}

/// Returns the deepest nesting of objects and arrays.
fn depth(json: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut in_text, mut escaped) = (false, false);
    for byte in json {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Decodes again and records the path, which is too slow for every response.
fn shape<T: DeserializeOwned>(body: &[u8], secret_fields: &[&str]) -> DecodeProblem {
    let mut json = serde_json::Deserializer::from_slice(body);
    match serde_path_to_error::deserialize::<_, T>(&mut json) {
        Ok(_) => DecodeProblem::NotJson("more follows after its end".to_owned()),
        Err(error) => DecodeProblem::Shape {
            path: shortened(error.path().to_string()),
            expected: if secret_fields.is_empty()
                || quotes_no_secret(body, error.path(), secret_fields)
            {
                shortened(error.inner().to_string())
            } else {
                "its value, which may be a secret, is not what it should be".to_owned()
            },
        },
    }
}

/// Returns whether serde's message about the value at a path reveals no secret. It quotes texts,
/// and any text may be a secret in the wrong place.
fn quotes_no_secret(body: &[u8], path: &Path, secret_fields: &[&str]) -> bool {
    let whole: Option<Value> = serde_json::from_slice(body).ok();
    let mut value = whole.as_ref();
    for segment in path {
        value = match segment {
            Segment::Map { key } if secret_fields.contains(&key.as_str()) => return false,
            Segment::Map { key } => value.and_then(|value| value.get(key)),
            Segment::Seq { index } => value.and_then(|value| value.get(index)),
            Segment::Enum { .. } | Segment::Unknown => value,
        };
    }
    value.is_some_and(|value| !value.is_string())
}

/// The longest text of a service that an error quotes.
const LONGEST_QUOTE: usize = 300;

/// Shortens a long text in its middle: serde's message about a value holds that value.
fn shortened(text: String) -> String {
    if text.len() <= LONGEST_QUOTE {
        return text;
    }
    let start = text.floor_char_boundary(LONGEST_QUOTE / 2);
    let end = text.ceil_char_boundary(text.len() - LONGEST_QUOTE / 2);
    format!("{}…{}", &text[..start], &text[end..])
}

/// Returns a header's value as text, unless it is too long.
fn short_header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let value = headers.get(name)?.to_str().ok()?.trim();
    (value.len() <= LONGEST_QUOTE).then_some(value)
}

/// Returns the service's request ID, under either of its names.
pub(super) fn request_id(headers: &HeaderMap) -> Option<String> {
    ["x-openstack-request-id", "x-compute-request-id"]
        .iter()
        .find_map(|name| short_header(headers, name))
        .map(str::to_owned)
}

/// Returns the name of the program that responded.
pub(super) fn server(headers: &HeaderMap) -> Option<String> {
    Some(headers.get("server")?.to_str().ok()?.to_owned())
}

/// Returns the response's `Date`.
pub(super) fn date(headers: &HeaderMap) -> Option<Timestamp> {
    let text = short_header(headers, "date")?;
    Timestamp::try_from(httpdate::parse_http_date(text).ok()?).ok()
}

/// Returns `Retry-After`: seconds, or a date that is compared with the response's own.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = short_header(headers, "retry-after")?;
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = Timestamp::try_from(httpdate::parse_http_date(text).ok()?).ok()?;
    let left = until.duration_since(date(headers)?);
    Some(Duration::try_from(left).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use reqwest::header::{HeaderName, HeaderValue};
    use serde::Deserialize;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| {
                (
                    HeaderName::from_static(name),
                    HeaderValue::from_static(value),
                )
            })
            .collect()
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let date = ("date", "Mon, 23 Nov 2026 10:18:02 GMT");
        let table = [
            ("7", Some(7)),
            ("Mon, 23 Nov 2026 10:18:32 GMT", Some(30)),
            ("Mon, 23 Nov 2026 10:18:00 GMT", Some(0)),
            ("18446744073709551615", Some(u64::MAX)),
            ("18446744073709551616", None),
            ("soon", None),
            ("-1", None),
            ("", None),
        ];
        for (text, seconds) in table {
            let headers = headers(&[date, ("retry-after", text)]);
            assert_eq!(
                retry_after(&headers),
                seconds.map(Duration::from_secs),
                "{text}"
            );
        }
    }

    #[test]
    fn an_error_quotes_no_secret() {
        let told = |secret_fields, body: &'static str| {
            let answer = Answer {
                operation: "CreateKeyPair",
                service: Service::Compute,
                url: "http://nova/".to_owned(),
                status: 200,
                request_id: None,
                date: None,
                server: None,
                body: Bytes::from_static(body.as_bytes()),
                secret_fields,
            };
            let decoded = answer.decode::<std::collections::BTreeMap<String, Vec<u8>>>();
            decoded.unwrap_err().to_string()
        };
        let told_text = told(&[], r#"{"keypair": "PRIVATE"}"#);
        assert!(told_text.contains("PRIVATE"), "{told_text}");
        for (body, path) in [
            (r#"{"keypair": "PRIVATE"}"#, "keypair"),
            (r#"{"a": [], "keypair": [1, "PRIVATE"]}"#, "keypair[1]"),
            (r#"{"private_key": [-5]}"#, "private_key[0]"),
        ] {
            let told_text = told(&["private_key"], body);
            assert!(!told_text.contains("PRIVATE"), "{told_text}");
            assert!(!told_text.contains("-5"), "{told_text}");
            assert!(told_text.contains(&format!("at '{path}'")), "{told_text}");
        }
        let told_text = told(&["private_key"], r#"{"keypair": {"k": "PRIVATE"}}"#);
        assert!(told_text.contains("invalid type: map"), "{told_text}");
        let number = told(&["private_key"], r#"{"keypair": -5}"#);
        assert!(number.contains("invalid type: integer `-5`"), "{number}");
        assert!(!told_text.contains("PRIVATE"), "{told_text}");
    }

    #[test]
    fn a_long_header_is_none() {
        let named = |value: &str| {
            let name = HeaderName::from_static("x-openstack-request-id");
            HeaderMap::from_iter([(name, HeaderValue::from_str(value).unwrap())])
        };
        assert_eq!(request_id(&named("req-1")).as_deref(), Some("req-1"));
        assert_eq!(request_id(&named(&"r".repeat(LONGEST_QUOTE + 1))), None);
    }

    #[test]
    fn depth_is_that_of_objects_and_arrays() {
        #[derive(Debug, PartialEq, Deserialize)]
        struct Nothing {}
        for (json, expected) in [
            ("", 0),
            ("5", 0),
            (r#"{"a": [1, [2]], "b": {}}"#, 3),
            (r#"["[[[[", "\"[[", "\\"]"#, 1),
            ("]]][", 1),
        ] {
            assert_eq!(depth(json.as_bytes()), expected, "{json}");
        }
        let nested = |levels| "[".repeat(levels) + &"]".repeat(levels);
        let read = |levels| decode::<serde_json::Value>(nested(levels).as_bytes());
        assert!(read(JSON_DEPTH).is_ok());
        assert_eq!(read(JSON_DEPTH + 1), Err(DecodeProblem::TooDeep));
        assert_eq!(read(100_000), Err(DecodeProblem::TooDeep));
        // Skipped values cost no stack, however deep they are.
        let skipped = format!(r#"{{"a": {}}}"#, nested(100_000));
        assert_eq!(decode::<Nothing>(skipped.as_bytes()), Ok(Nothing {}));
    }

    #[test]
    fn a_long_value_is_not_told_whole() {
        let body = format!(r#"{{"{0}": "{0}"}}"#, "é".repeat(100_000));
        let DecodeProblem::Shape { path, expected } =
            decode::<std::collections::BTreeMap<String, u8>>(body.as_bytes()).unwrap_err()
        else {
            panic!("another problem");
        };
        assert!(path.len() <= LONGEST_QUOTE + "…".len(), "{path}");
        assert!(
            expected.starts_with("invalid type: string \"é"),
            "{expected}"
        );
        assert!(
            expected.contains("…é") && expected.contains("expected u8"),
            "{expected}"
        );
        assert!(expected.len() <= LONGEST_QUOTE + "…".len());
    }

    #[test]
    fn what_is_wrong_with_a_body_is_told() {
        #[derive(Debug, Deserialize)]
        struct Body {
            #[serde(rename = "servers")]
            _servers: Vec<Item>,
        }
        #[derive(Debug, Deserialize)]
        struct Item {
            #[serde(rename = "id")]
            _id: String,
        }
        let problem = |text: &str| decode::<Body>(text.as_bytes()).unwrap_err();
        assert_eq!(problem(""), DecodeProblem::Empty);
        assert_eq!(problem("\n<html>"), DecodeProblem::Html);
        assert_eq!(problem(r#"{"servers": [{"id""#), DecodeProblem::Truncated);
        assert!(matches!(problem("no json"), DecodeProblem::NotJson(_)));
        assert!(matches!(
            problem(r#"{"servers": []} {}"#),
            DecodeProblem::NotJson(_)
        ));
        assert_eq!(
            problem(r#"{"servers": [{"id": "a"}, {"id": 5}]}"#),
            DecodeProblem::Shape {
                path: "servers[1].id".to_owned(),
                expected: "invalid type: integer `5`, expected a string at line 1 column 34"
                    .to_owned(),
            }
        );
        assert!(matches!(
            problem(r#"{"servers": [{}]}"#),
            DecodeProblem::Shape { path, expected } if path == "servers[0]" && expected.contains("`id`")
        ));
    }
}
