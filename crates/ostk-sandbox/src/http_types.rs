//! A request as the simulated services read it, and a response as they write it.

use axum::body::Bytes;
use axum::http::HeaderMap;
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

/// A request.
pub(crate) struct Request {
    pub(crate) method: String,
    /// The path's segments below the service's own root, decoded, without empty ones.
    pub(crate) path: Vec<String>,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// The length of the body, even if the body is not kept.
    pub(crate) length: u64,
    /// The service's root as the client sees it, such as `http://127.0.0.1:7777/compute`.
    pub(crate) root: String,
    /// Scheme, host and port as the client sees them.
    pub(crate) origin: String,
    pub(crate) id: String,
}

/// Splits a path into decoded segments. Returns `None` if one of them is not UTF-8.
pub(crate) fn segments(path: &str) -> Option<Vec<String>> {
    path.split('/')
        .filter(|segment| !segment.is_empty())
        .map(|segment| {
            percent_decode_str(segment)
                .decode_utf8()
                .ok()
                .map(std::borrow::Cow::into_owned)
        })
        .collect()
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Returns the last value of a parameter.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .rev()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Returns whether the client wants errors as JSON and not as a web page.
    pub(crate) fn wants_json(&self) -> bool {
        self.header("accept")
            .is_some_and(|accept| accept.contains("application/json"))
    }

    /// Returns the body as a JSON object.
    pub(crate) fn object(&self) -> Option<Value> {
        let value: Value = serde_json::from_slice(&self.body).ok()?;
        value.is_object().then_some(value)
    }
}

/// The body of a response.
#[derive(Debug)]
pub(crate) enum Body {
    Nothing,
    Json(Value),
    Page(String),
}

/// A response.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) body: Body,
    pub(crate) headers: Vec<(&'static str, String)>,
}

impl Response {
    pub(crate) fn json(status: u16, value: Value) -> Self {
        Self {
            status,
            body: Body::Json(value),
            headers: Vec::new(),
        }
    }

    pub(crate) fn empty(status: u16) -> Self {
        Self {
            status,
            body: Body::Nothing,
            headers: Vec::new(),
        }
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

/// A service's error, before it has the shape that the service gives it.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) message: String,
    /// Neutron's name for the error.
    pub(crate) kind: &'static str,
    /// Whether the web framework responds in place of the service, with a page or its own JSON.
    pub(crate) page: bool,
    /// The first line of a page that has two.
    pub(crate) lead: &'static str,
    /// Whether a real service would have carried out the request, and the sandbox can't.
    pub(crate) is_unsimulated: bool,
}

impl Refusal {
    pub(crate) fn new(status: u16, message: impl Into<String>) -> Self {
        Self {
            status,
            message: message.into(),
            kind: "HTTPBadRequest",
            page: false,
            lead: "",
            is_unsimulated: false,
        }
    }

    pub(crate) fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    pub(crate) fn page(status: u16, message: impl Into<String>) -> Self {
        Self {
            page: true,
            ..Self::new(status, message)
        }
    }

    /// Refuses what the sandbox does not simulate.
    pub(crate) fn unsimulated(message: impl Into<String>) -> Self {
        Self {
            is_unsimulated: true,
            ..Self::new(501, message)
        }
    }

    /// Refuses a route that no simulated service has.
    pub(crate) fn unknown_route() -> Self {
        Self::unsimulated("the sandbox does not have this route")
    }

    /// Returns the response of the web framework: a page, or JSON if the client takes only that.
    pub(crate) fn framework_page(&self, wants_json: bool) -> Response {
        let title = reason(self.status);
        let (status, message) = (self.status, &self.message);
        if wants_json {
            let text = if self.lead.is_empty() {
                format!("{message}<br /><br />\n\n\n")
            } else {
                format!("{}<br /><br />\n{message}\n\n", self.lead)
            };
            return Response::json(
                status,
                json!({ "message": text, "code": format!("{status} {title}"), "title": title }),
            );
        }
        let text = if self.lead.is_empty() {
            format!("{message}<br /><br />\n\n")
        } else {
            format!("{}<br /><br />\n{message}\n", self.lead)
        };
        let page = format!(
            "<html>\n <head>\n  <title>{status} {title}</title>\n </head>\n <body>\n  \
             <h1>{status} {title}</h1>\n  {text}\n\n </body>\n</html>"
        );
        Response {
            status,
            body: Body::Page(page),
            headers: Vec::new(),
        }
    }
}

pub(crate) type HandlerResult = Result<Response, Refusal>;

/// Returns HTTP's reason phrase of a status.
pub(crate) fn reason(status: u16) -> &'static str {
    axum::http::StatusCode::from_u16(status)
        .ok()
        .and_then(|status| status.canonical_reason())
        .unwrap_or("Error")
}

/// Returns a link as most services write them.
pub(crate) fn link(rel: &str, href: impl Into<String>) -> Value {
    let href: String = href.into();
    json!({ "rel": rel, "href": href })
}
