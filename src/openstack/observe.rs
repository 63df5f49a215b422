//! What the client does, told to whoever wants to show it (`--debug`, `--timing`). Everything
//! that is told here has its secrets redacted already.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::HeaderMap;
use serde_json::Value;

use crate::secret::REDACTED;

/// Called for each event, in order.
pub type Observer = Arc<dyn Fn(&Event<'_>) + Send + Sync>;

/// A moment in the life of a request.
#[derive(Debug)]
pub enum Event<'a> {
    /// A request goes out.
    Sending {
        /// Counts the requests of a run, from 1.
        number: u64,
        /// HTTP method.
        method: &'a str,
        /// The whole URL.
        url: &'a str,
        /// Headers, secret values replaced.
        headers: Vec<(&'a str, &'a str)>,
        /// The body, secret values replaced.
        body: Option<&'a str>,
    },
    /// A whole answer came.
    Answered {
        /// Which request it answers.
        number: u64,
        /// HTTP method of the request.
        method: &'a str,
        /// URL of the request.
        url: &'a str,
        /// HTTP status.
        status: u16,
        /// From the request's first byte to the answer's last.
        elapsed: Duration,
        /// The body's length in bytes.
        length: usize,
        /// The service's request ID.
        request_id: Option<&'a str>,
        /// Headers, secret values replaced.
        headers: Vec<(&'a str, &'a str)>,
        /// The body.
        body: Body<'a>,
    },
    /// No whole answer came.
    Failed {
        /// Which request failed.
        number: u64,
        /// HTTP method of the request.
        method: &'a str,
        /// URL of the request.
        url: &'a str,
        /// How long it took.
        elapsed: Duration,
        /// Why.
        cause: &'a str,
    },
    /// The request is sent again after a pause.
    Pausing {
        /// How long.
        pause: Duration,
    },
    /// Something worth knowing when one looks closely.
    Note(&'a str),
}

/// An answer's body, to be shown.
#[derive(Clone, Copy, Debug)]
pub struct Body<'a> {
    bytes: &'a [u8],
    secret_fields: &'static [&'static str],
}

impl<'a> Body<'a> {
    pub(super) fn new(bytes: &'a [u8], secret_fields: &'static [&'static str]) -> Self {
        Self {
            bytes,
            secret_fields,
        }
    }

    /// The text to show. Where the call says that its answer has secret fields, they are
    /// replaced, and a body in which they can't be found is not shown at all.
    pub fn shown(&self) -> String {
        if self.secret_fields.is_empty() {
            return String::from_utf8_lossy(self.bytes).into_owned();
        }
        match serde_json::from_slice::<Value>(self.bytes) {
            Ok(mut value) => {
                redact(&mut value, self.secret_fields);
                value.to_string()
            }
            Err(_) => format!("[{} bytes that may hold secrets]", self.bytes.len()),
        }
    }
}

/// JSON as it may be shown.
pub(super) fn shown_json(value: &Value, secret_fields: &[&str]) -> String {
    let mut value = value.clone();
    redact(&mut value, secret_fields);
    value.to_string()
}

fn redact(value: &mut Value, fields: &[&str]) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                if fields.contains(&key.as_str()) {
                    *value = Value::from(REDACTED);
                } else {
                    redact(value, fields);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| redact(item, fields)),
        _ => {}
    }
}

/// Headers as text, those marked as sensitive replaced.
pub(super) fn shown_headers(headers: &HeaderMap) -> Vec<(&str, &str)> {
    headers
        .iter()
        .map(|(name, value)| {
            let value = if value.is_sensitive() {
                REDACTED
            } else {
                value.to_str().unwrap_or("[not text]")
            };
            (name.as_str(), value)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secret_fields_are_redacted_at_any_depth() {
        let body =
            br#"{"keypair": {"name": "k", "private_key": "PEM", "list": [{"private_key": 1}]}}"#;
        assert_eq!(
            Body::new(body, &["private_key"]).shown(),
            r#"{"keypair":{"name":"k","private_key":"[redacted]","list":[{"private_key":"[redacted]"}]}}"#
        );
        assert_eq!(
            Body::new(b"private_key: PEM", &["private_key"]).shown(),
            "[16 bytes that may hold secrets]"
        );
        assert_eq!(Body::new(b"{}", &[]).shown(), "{}");
    }
}
