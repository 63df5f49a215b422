//! What the typed calls hand to the session, and what they get back.

use std::time::Duration;

use bytes::Bytes;
use jiff::Timestamp;
use reqwest::Method;
use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::error::{Decode, DecodeProblem, Error};
use super::microversion::Version;
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
    /// A read. `path` is below the endpoint, `/`-separated and made of fixed words; what comes
    /// from outside is added with [`Call::below`].
    pub fn get(operation: &'static str, service: Service, path: &str) -> Self {
        Self::new(Method::GET, operation, service, path)
    }

    /// A change: sent again only where it surely did not act.
    pub fn post(operation: &'static str, service: Service, path: &str, body: Value) -> Self {
        Self {
            body: Some(body),
            ..Self::new(Method::POST, operation, service, path)
        }
    }

    /// A deletion: sent again only where it surely did not act.
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

    /// Says that this only reads, whatever its method.
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

    /// The lowest microversion that holds what the call needs. Several calls of this name what
    /// does instead on a server without it, in order of preference.
    #[must_use]
    pub fn version(mut self, version: Version) -> Self {
        self.versions.push(version);
        self
    }

    /// This microversion in place of those named so far, for a call that needs more than usual.
    #[must_use]
    pub fn only_version(mut self, version: Version) -> Self {
        self.versions = vec![version];
        self
    }

    /// Fields of the body and of the answer, by name at any depth, that `--debug` must not show.
    #[must_use]
    pub fn secret_fields(mut self, fields: &'static [&'static str]) -> Self {
        self.secret_fields = fields;
        self
    }
}

/// A service's answer, whose status says that it went well.
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
}

impl Answer {
    /// The body as it came.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The service's request ID.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The server's own time, from its `Date`.
    pub fn date(&self) -> Option<Timestamp> {
        self.date
    }

    /// The program that answered, as it calls itself (the header `Server`).
    pub fn server(&self) -> Option<&str> {
        self.server.as_deref()
    }

    /// The body as `T`, or an error that says where it differs.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, Error> {
        decode(&self.body).map_err(|problem| self.broken(problem))
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

/// Reads JSON, and says what is wrong with what is none.
pub(super) fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeProblem> {
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
        serde_json::error::Category::Data => Err(shape::<T>(body)),
        _ => Err(DecodeProblem::NotJson(error.to_string())),
    }
}

/// Decodes once more with the path kept, which the usual way is too fast to do.
fn shape<T: DeserializeOwned>(body: &[u8]) -> DecodeProblem {
    let mut json = serde_json::Deserializer::from_slice(body);
    match serde_path_to_error::deserialize::<_, T>(&mut json) {
        Ok(_) => DecodeProblem::NotJson("more follows after its end".to_owned()),
        Err(error) => DecodeProblem::Shape {
            path: error.path().to_string(),
            expected: error.inner().to_string(),
        },
    }
}

/// The service's request ID, under either of its names.
pub(super) fn request_id(headers: &HeaderMap) -> Option<String> {
    ["x-openstack-request-id", "x-compute-request-id"]
        .iter()
        .find_map(|name| headers.get(*name))
        .and_then(|value| value.to_str().ok())
        .map(str::to_owned)
}

/// What the program that answered calls itself.
pub(super) fn server(headers: &HeaderMap) -> Option<String> {
    Some(headers.get("server")?.to_str().ok()?.to_owned())
}

/// The answer's `Date`.
pub(super) fn date(headers: &HeaderMap) -> Option<Timestamp> {
    let text = headers.get("date")?.to_str().ok()?;
    Timestamp::try_from(httpdate::parse_http_date(text).ok()?).ok()
}

/// `Retry-After`: seconds, or a date that is compared with the answer's own.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get("retry-after")?.to_str().ok()?.trim();
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
            ("soon", None),
            ("-1", None),
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
