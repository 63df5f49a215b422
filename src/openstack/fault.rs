//! Reads error bodies of every shape that OpenStack services and the proxies before them send. The
//! result is a code, if there is one, and a message in plain words.

use serde_json::Value;

/// The longest message that is kept; an error page can be of any size.
const MESSAGE_LIMIT: usize = 2_000;
/// The longest code that is kept.
const CODE_LIMIT: usize = 200;
/// The part of a text that is searched for markup.
const MARKUP_LIMIT: usize = 64 * 1024;

/// The content of an error body.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) code: Option<String>,
    pub(super) message: String,
}

/// Reads an error body. It never fails: an unknown shape has no code and an empty message.
pub(super) fn read(body: &[u8]) -> Words {
    let mut words = match serde_json::from_slice::<Value>(body) {
        Ok(value) => from_json(&value).unwrap_or_default(),
        Err(_) => from_text(body),
    };
    words.message = plain(&words.message, MESSAGE_LIMIT);
    words.code = words.code.map(|code| plain(&code, CODE_LIMIT));
    words
}

fn from_json(value: &Value) -> Option<Words> {
    let object = value.as_object()?;
    // API-SIG (placement): {"errors": [{"title", "detail", "code"?}]}
    if let Some(first) = object
        .get("errors")
        .and_then(Value::as_array)
        .and_then(|errors| errors.first())
    {
        return Some(Words {
            code: text(first, "code").or_else(|| text(first, "title")),
            message: text(first, "detail").or_else(|| text(first, "title"))?,
        });
    }
    // Neutron: {"NeutronError": {"type", "message", "detail"}}, or a bare text
    if let Some(error) = object.get("NeutronError") {
        let message = error
            .as_str()
            .map(str::to_owned)
            .or_else(|| text(error, "message"))?;
        return Some(Words {
            code: text(error, "type"),
            message: join(message, text(error, "detail")),
        });
    }
    // Keystone: {"error": {"code", "title", "message"}}
    if let Some(error) = object.get("error") {
        if let Some(message) = text(error, "message") {
            return Some(Words {
                code: text(error, "title"),
                message,
            });
        }
        // OAuth 2 (RFC 6749, 5.2): {"error": "invalid_grant", "error_description"}
        if let Some(code) = error.as_str() {
            return Some(Words {
                message: text(value, "error_description").unwrap_or_else(|| code.to_owned()),
                code: Some(code.to_owned()),
            });
        }
    }
    // webob: {"code": "404 Not Found", "title", "message": "…<br />"}; Gnocchi puts an object or a
    // text into `description`.
    if object.contains_key("title") || object.contains_key("description") {
        return Some(Words {
            code: text(value, "title"),
            message: text(value, "message")
                .filter(|message| !message.trim().is_empty())
                .or_else(|| text(value, "description"))
                .or_else(|| {
                    value
                        .pointer("/description/cause")
                        .and_then(Value::as_str)
                        .map(str::to_owned)
                })
                .or_else(|| text(value, "title"))?,
        });
    }
    // Nova, Cinder: {"itemNotFound": {"code", "message"}}
    let (name, error) = object.iter().next()?;
    if let Some(message) = text(error, "message") {
        return Some(Words {
            code: Some(name.clone()),
            message,
        });
    }
    text(value, "message").map(|message| Words {
        code: None,
        message,
    })
}

pub(super) fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(str::to_owned)
}

fn join(message: String, detail: Option<String>) -> String {
    match detail {
        Some(detail) if !detail.trim().is_empty() => format!("{message} {detail}"),
        _ => message,
    }
}

/// Reads a text. For a web page, keeps the text after its heading, or its title. Keeps other text
/// as it is.
fn from_text(body: &[u8]) -> Words {
    let text = String::from_utf8_lossy(&body[..body.len().min(MARKUP_LIMIT)]);
    let lower = text.to_ascii_lowercase();
    if !lower.contains("<html") {
        return Words {
            code: None,
            message: text.into_owned(),
        };
    }
    // webob's pages: <h1>404 Not Found</h1> message<br /><br />
    let inside = |open: &str, close: &str| {
        let start = lower.find(open)? + open.len();
        let end = start + lower[start..].find(close)?;
        text.get(start..end).map(str::to_owned)
    };
    let message = inside("</h1>", "</body>")
        .filter(|rest| !plain(rest, MESSAGE_LIMIT).is_empty())
        .or_else(|| inside("<title>", "</title>"))
        .unwrap_or_default();
    Words {
        code: None,
        message,
    }
}

/// Returns a text without markup, on one line, of bounded length.
pub(super) fn plain(markup: &str, limit: usize) -> String {
    let mut out = String::new();
    let mut rest = beginning(markup, MARKUP_LIMIT);
    let mut has_tags = true;
    while let Some(open) = rest.find('<') {
        let (before, tag) = rest.split_at(open);
        out.push_str(before);
        // Only text that looks like a tag is a tag: "size < 5" stays.
        let is_tag = has_tags
            && tag[1..].starts_with(|next: char| next.is_ascii_alphabetic() || next == '/');
        let close = is_tag.then(|| tag.find('>')).flatten();
        // If the rest holds no end of a tag, it holds no further tag: one search is enough.
        has_tags &= !is_tag || close.is_some();
        if let Some(close) = close {
            out.push(' ');
            rest = &tag[close + 1..];
        } else {
            out.push('<');
            rest = &tag[1..];
        }
    }
    out.push_str(rest);
    let out = out
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    let line = out.split_whitespace().collect::<Vec<_>>().join(" ");
    let kept = beginning(&line, limit);
    if kept.len() < line.len() {
        return format!("{kept}…");
    }
    line
}

/// Returns the beginning of a text, at most this many bytes.
fn beginning(text: &str, limit: usize) -> &str {
    &text[..text.floor_char_boundary(limit)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(code: Option<&str>, message: &str) -> Words {
        Words {
            code: code.map(str::to_owned),
            message: message.to_owned(),
        }
    }

    #[test]
    fn every_shape_is_read() {
        let table = [
            (
                r#"{"itemNotFound": {"code": 404, "message": "Instance x could not be found."}}"#,
                words(Some("itemNotFound"), "Instance x could not be found."),
            ),
            (
                r#"{"error": {"code": 401, "title": "Unauthorized", "message": "No."}}"#,
                words(Some("Unauthorized"), "No."),
            ),
            (
                r#"{"NeutronError": {"type": "NetworkNotFound", "message": "Gone.", "detail": ""}}"#,
                words(Some("NetworkNotFound"), "Gone."),
            ),
            (
                r#"{"errors": [{"status": 403, "title": "Forbidden", "detail": "Not\n\n allowed."}]}"#,
                words(Some("Forbidden"), "Not allowed."),
            ),
            (
                r#"{"message": "No image<br /><br />\n\n", "code": "404 Not Found", "title": "Not Found"}"#,
                words(Some("Not Found"), "No image"),
            ),
            (
                r#"{"error": "invalid_grant", "error_description": "Bad password"}"#,
                words(Some("invalid_grant"), "Bad password"),
            ),
            (
                "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1>\n \
                 No image with ID 5<br /><br />\n</body></html>",
                words(None, "No image with ID 5"),
            ),
            (
                "<HTML><TITLE>502 Bad Gateway</TITLE><body></body></HTML>",
                words(None, "502 Bad Gateway"),
            ),
            ("upstream timed out", words(None, "upstream timed out")),
            ("", words(None, "")),
            ("[]", words(None, "")),
            (
                r#"{"badRequest": {"message": "5 &lt; 6 &amp; a < b"}}"#,
                words(Some("badRequest"), "5 < 6 & a < b"),
            ),
        ];
        for (body, expected) in table {
            assert_eq!(read(body.as_bytes()), expected, "{body}");
        }
    }

    #[test]
    fn a_huge_body_gives_bounded_words_in_bounded_time() {
        let long = "é".repeat(500_000);
        let tags = "<a".repeat(500_000);
        for body in [
            long.clone(),
            tags.clone(),
            format!("<html>{tags}"),
            format!("<html><title>{long}"),
            format!(r#"{{"{long}": {{"message": "{long}"}}}}"#),
            format!(r#"{{"itemNotFound": {{"message": "{tags}"}}}}"#),
            format!(r#"{{"errors": [{{"code": "{tags}", "detail": "{long}"}}]}}"#),
            "[".repeat(1_000_000),
            r#"{"a":"#.repeat(200_000),
        ] {
            let words = read(body.as_bytes());
            assert!(words.message.len() <= MESSAGE_LIMIT + "…".len());
            assert!(words.code.unwrap_or_default().len() <= CODE_LIMIT + "…".len());
        }
        assert_eq!(plain("a <b> c < d <e", 100), "a c < d <e");
    }

    #[test]
    fn every_recorded_refusal_has_a_message() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recorded");
        let mut read_files = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let recorded: Value = serde_json::from_str(&text).unwrap();
            let status = recorded.pointer("/response/status").and_then(Value::as_u64);
            if status.is_none_or(|status| status < 400) {
                continue;
            }
            let body = match &recorded["response"]["body"] {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            let words = read(body.as_bytes());
            assert!(!words.message.is_empty(), "{}: {body}", path.display());
            assert!(!words.message.contains("<br"), "{}", path.display());
            read_files += 1;
        }
        assert!(read_files > 50, "only {read_files} recorded refusals");
    }
}
