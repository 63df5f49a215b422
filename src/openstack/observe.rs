//! The events of the client, for output such as `--debug` and `--timing`. All events have their
//! secrets redacted.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::HeaderMap;
use serde_json::Value;

use crate::secret::REDACTED;

/// A function that is called for each event, in order.
pub type Observer = Arc<dyn Fn(&TrafficEvent<'_>) + Send + Sync>;

/// An event in the life of a request.
#[derive(Debug)]
pub enum TrafficEvent<'a> {
    /// A request is sent.
    Sending {
        /// The request's number in the run, from 1.
        number: u64,
        /// The HTTP method.
        method: &'a str,
        /// The whole URL.
        url: &'a str,
        /// The headers, with secret values replaced.
        headers: Vec<(&'a str, &'a str)>,
        /// The body, with secret values replaced.
        body: Option<&'a str>,
    },
    /// A whole response came.
    Answered {
        /// The request's number.
        number: u64,
        /// The request's HTTP method.
        method: &'a str,
        /// The request's URL.
        url: &'a str,
        /// The HTTP status.
        status: u16,
        /// The time from the request's first byte to the response's last.
        elapsed: Duration,
        /// The body's length in bytes.
        length: usize,
        /// The service's request ID.
        request_id: Option<&'a str>,
        /// The headers, with secret values replaced.
        headers: Vec<(&'a str, &'a str)>,
        /// The body.
        body: Body<'a>,
    },
    /// No whole response came.
    Failed {
        /// The request's number.
        number: u64,
        /// The request's HTTP method.
        method: &'a str,
        /// The request's URL.
        url: &'a str,
        /// The time until the failure.
        elapsed: Duration,
        /// The cause.
        cause: &'a str,
    },
    /// The request is retried after a pause.
    Pausing {
        /// The length of the pause.
        pause: Duration,
    },
    /// A note for close inspection.
    Note(&'a str),
}

/// A response's body, to be shown.
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

    /// Returns the text to show. If the call says that its response has secret fields, their values
    /// are replaced. If such a body is not JSON, none of it is shown.
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

/// Returns JSON to show, with secret values replaced.
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

/// Returns headers as text, with sensitive values replaced.
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
