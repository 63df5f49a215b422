//! The errors between ostk and a cloud, as types. Nothing branches on a message's text.

use std::time::Duration;

use thiserror::Error;

use super::bounds::JSON_DEPTH;
use super::microversion::{Range, Version};
use super::pages::MOST_PAGES;
use super::service::Service;
use crate::noun::Noun;

/// Any failure of the client.
#[derive(Debug, Error)]
pub enum Error {
    /// A service responded that it refuses or has failed.
    #[error(transparent)]
    Fault(#[from] Box<Fault>),
    /// No response came, or only a part of one.
    #[error(transparent)]
    Transport(#[from] Box<Transport>),
    /// A response that does not match the API's documentation.
    #[error(transparent)]
    Decode(#[from] Box<Decode>),
    /// No resource has this name or ID.
    #[error("no {} is named '{target}'{scope}", noun.singular)]
    NotFound {
        /// The kind of resource.
        noun: &'static Noun,
        /// The name or ID that was given.
        target: String,
        /// The scope of the search, such as " in project 'demo'"; empty if it is unknown.
        scope: String,
    },
    /// Several resources have this name.
    #[error("{} {} are named '{target}': {}", ids.len(), noun.plural, ids.join(", "))]
    Ambiguous {
        /// The kind of resource.
        noun: &'static Noun,
        /// The name that was given.
        target: String,
        /// The IDs of all resources with this name.
        ids: Vec<String>,
    },
    /// The credentials are incomplete or Keystone refused them.
    #[error(transparent)]
    Auth(#[from] AuthError),
    /// The catalog has no such service.
    #[error(transparent)]
    Catalog(#[from] CatalogError),
    /// The server is too old or too new for the request.
    #[error(
        "this needs {service} API microversion {needs}, and the server speaks {}",
        range.map_or_else(|| "none".to_owned(), |range| range.to_string()),
        service = service.name()
    )]
    Microversion {
        /// The service.
        service: Service,
        /// The lowest version that is enough.
        needs: Version,
        /// The versions that the server has.
        range: Option<Range>,
    },
}

impl Error {
    /// Returns whether the service itself says that no resource has this name or ID. Only this
    /// means that the resource is gone.
    pub fn says_gone(&self, id: &str) -> bool {
        matches!(self, Self::Fault(fault) if fault.missing.as_deref() == Some(id))
    }

    /// Returns whether the response is a 404, either from the service or from something in front of
    /// it.
    pub fn is_404(&self) -> bool {
        matches!(self, Self::Fault(fault) if fault.status == 404)
    }

    /// Returns whether the service hides this from the caller or does not have it: the status is
    /// 403, 404, 405 or 501.
    pub fn is_hidden(&self) -> bool {
        matches!(self, Self::Fault(fault) if matches!(fault.status, 403 | 404 | 405 | 501))
    }

    /// Returns whether the same call may succeed later.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Transport(transport) => transport.kind.may_pass(),
            Self::Decode(_) => true,
            Self::Fault(fault) => fault.status >= 500 || fault.status == 429,
            _ => false,
        }
    }

    /// Returns whether a request with this error may have acted, or may still act: its response was
    /// lost, or something in front of the service responded.
    pub fn may_have_acted(&self) -> bool {
        match self {
            Self::Transport(transport) => transport.may_have_arrived(),
            Self::Decode(_) => true,
            Self::Fault(fault) => fault.status >= 500 && fault.status != 501,
            _ => false,
        }
    }

    /// Returns whether the service itself responded, so that it no longer works on the request.
    /// Something in front of a service gives no request ID.
    pub fn is_final(&self) -> bool {
        match self {
            Self::Fault(fault) => fault.request_id.is_some(),
            Self::Decode(decode) => decode.request_id.is_some(),
            _ => false,
        }
    }
}

/// A service's own error, from any shape of body.
#[derive(Debug, Error)]
#[error("{}", self.text())]
pub struct Fault {
    /// The service that responded.
    pub service: Service,
    /// The operation, in ostk's name for it.
    pub operation: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The service's name for the error (`itemNotFound`, `NetworkNotFound`), if it gave one.
    pub code: Option<String>,
    /// The service's message, without markup.
    pub message: String,
    /// The service's request ID.
    pub request_id: Option<String>,
    /// The number of retries.
    pub retries: u32,
    /// The time that the service asked to wait.
    pub retry_after: Option<Duration>,
    /// The name or ID in the path that the service itself reports as missing. A 404 without it does
    /// not mean that the resource is gone.
    pub missing: Option<String>,
}

impl Fault {
    fn text(&self) -> String {
        if self.message.is_empty() {
            format!("the service answered HTTP {}", self.status)
        } else {
            self.message.clone()
        }
    }
}

/// The reason why there was no response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportKind {
    /// Nothing listens at the address.
    Refused,
    /// No connection within the time-out.
    ConnectTimeout,
    /// No connection for another reason: no such host, no route, or the proxy refused.
    Unreachable,
    /// The TLS handshake failed.
    Tls,
    /// Connected, but no data within the time-out.
    ReadTimeout,
    /// The connection closed before the response was complete.
    Cut,
    /// The response exceeds ostk's size limit.
    TooLarge,
    /// The response came so slowly that it might never end.
    TooSlow,
    /// The response is not HTTP, or its body can't be decompressed.
    Garbled,
    /// Any other reason.
    Other,
}

impl TransportKind {
    /// Returns whether the same request may succeed a moment later.
    pub(super) fn may_pass(self) -> bool {
        !matches!(self, Self::Tls | Self::TooLarge | Self::Other)
    }

    /// Returns whether the request certainly did not reach the service.
    pub(super) fn surely_unsent(self) -> bool {
        matches!(
            self,
            Self::Refused | Self::ConnectTimeout | Self::Unreachable | Self::Tls
        )
    }
}

/// No response, or only a part of one.
#[derive(Debug, Error)]
#[error("{}", self.text())]
pub struct Transport {
    /// The operation.
    pub operation: &'static str,
    /// The kind of failure.
    pub kind: TransportKind,
    /// Scheme, host and port of the request; no path, no credentials.
    pub origin: String,
    /// The number of retries.
    pub retries: u32,
    /// The innermost cause in words.
    pub cause: String,
}

impl Transport {
    /// Returns whether the service may have received the request, and acted.
    pub fn may_have_arrived(&self) -> bool {
        !self.kind.surely_unsent()
    }

    fn text(&self) -> String {
        let origin = &self.origin;
        match self.kind {
            TransportKind::Refused => format!("nothing listens at {origin} (connection refused)"),
            TransportKind::ConnectTimeout => {
                format!("no connection to {origin} within the time-out")
            }
            TransportKind::Unreachable => format!("cannot connect to {origin}: {}", self.cause),
            TransportKind::Tls => format!("no secure connection to {origin}: {}", self.cause),
            TransportKind::ReadTimeout => format!("no answer from {origin} within the time-out"),
            TransportKind::Cut => {
                format!("{origin} closed the connection in the middle of its answer")
            }
            TransportKind::TooLarge => {
                format!("the answer from {origin} is too large: {}", self.cause)
            }
            TransportKind::TooSlow => {
                format!("the answer from {origin} is too slow: {}", self.cause)
            }
            TransportKind::Garbled => {
                format!("the answer from {origin} is broken: {}", self.cause)
            }
            TransportKind::Other => format!("the request to {origin} failed: {}", self.cause),
        }
    }
}

/// A response that could not be read.
#[derive(Debug, Error)]
#[error("{}", self.text())]
pub struct Decode {
    /// The service that responded.
    pub service: Service,
    /// The operation.
    pub operation: &'static str,
    /// The request's URL, without its query.
    pub url: String,
    /// The response's HTTP status.
    pub status: u16,
    /// The service's request ID.
    pub request_id: Option<String>,
    /// The problem with the response.
    pub problem: DecodeProblem,
}

/// A problem with a response.
#[derive(Debug, PartialEq, Eq)]
pub enum DecodeProblem {
    /// It is a web page: a proxy or a load balancer responded instead of the service.
    Html,
    /// It is empty.
    Empty,
    /// It ends too early.
    Truncated,
    /// It is not JSON.
    NotJson(String),
    /// It is JSON with deeper nesting of objects and arrays than ostk reads.
    TooDeep,
    /// It is one more page of a list that never ends.
    Endless {
        /// The number of pages that were fetched.
        pages: u32,
    },
    /// It is JSON with a field that is missing or of another type.
    Shape {
        /// The field, as a path such as `servers[3].id`.
        path: String,
        /// The type that serde expected there.
        expected: String,
    },
    /// A header that the API promises is missing.
    MissingHeader(&'static str),
}

impl Decode {
    fn text(&self) -> String {
        let what = match &self.problem {
            DecodeProblem::Html => {
                "a web page instead of JSON: something in between answered in the service's place"
                    .to_owned()
            }
            DecodeProblem::Empty => "an empty answer".to_owned(),
            DecodeProblem::Truncated => "JSON that ends too early".to_owned(),
            DecodeProblem::NotJson(why) => format!("something that is no JSON ({why})"),
            DecodeProblem::TooDeep => {
                format!("JSON that is nested more than {JSON_DEPTH} levels deep")
            }
            DecodeProblem::Endless { pages } => format!(
                "page {pages} of a list that never ends: at most {MOST_PAGES} pages are fetched, and \
                 no two in a row without a new item"
            ),
            DecodeProblem::Shape { path, expected } => {
                format!("JSON that ostk does not understand, at '{path}': {expected}")
            }
            DecodeProblem::MissingHeader(name) => format!("an answer without the header {name}"),
        };
        format!("{} answered HTTP {} with {what}", self.url, self.status)
    }
}

/// The reason why there is no token.
#[derive(Debug, Error)]
pub enum AuthError {
    /// A setting that the authentication method needs is missing.
    #[error("cloud '{cloud}' has no {setting}, which {method} authentication needs")]
    Missing {
        /// The cloud's name in the configuration.
        cloud: String,
        /// The setting.
        setting: &'static str,
        /// The authentication method.
        method: &'static str,
    },
    /// There was no way to ask for a one-time code, or the user interrupted.
    #[error("the one-time code for cloud '{cloud}' could not be read: {source}")]
    Unasked {
        /// The cloud's name in the configuration.
        cloud: String,
        /// The cause.
        source: std::io::Error,
    },
    /// A setting has an invalid value.
    #[error("cloud '{cloud}': {setting} {problem}")]
    Invalid {
        /// The cloud's name in the configuration.
        cloud: String,
        /// The setting.
        setting: &'static str,
        /// The problem with its value.
        problem: String,
    },
    /// Keystone, or the OpenID provider, refused the credentials.
    #[error("{}", refused(login, origin, message))]
    Refused {
        /// The cloud and the token's scope, in words.
        login: String,
        /// The HTTP status.
        status: u16,
        /// Scheme, host and port of the service that refused.
        origin: String,
        /// The service's message.
        message: String,
        /// The service's request ID.
        request_id: Option<String>,
    },
    /// Keystone needs more proofs than the configuration holds.
    #[error("cloud '{cloud}' asks for more than one proof of who you are: {}", missing.join(", "))]
    MoreFactors {
        /// The cloud's name in the configuration.
        cloud: String,
        /// The methods that are still missing.
        missing: Vec<String>,
    },
    /// The address has no Identity v3 API.
    #[error("{url} has no Identity v3 API; it has {found}")]
    NoVersion3 {
        /// The address.
        url: String,
        /// What the address has instead.
        found: String,
    },
}

impl AuthError {
    /// Returns a copy of the error if it is a refusal of the credentials.
    pub(super) fn repeated(&self) -> Option<Self> {
        match self {
            Self::Refused {
                login,
                status,
                origin,
                message,
                request_id,
            } => Some(Self::Refused {
                login: login.clone(),
                status: *status,
                origin: origin.clone(),
                message: message.clone(),
                request_id: request_id.clone(),
            }),
            _ => None,
        }
    }
}

fn refused(login: &str, origin: &str, message: &str) -> String {
    let words = if message.is_empty() {
        String::new()
    } else {
        format!(": {message}")
    };
    format!("{origin} refused the credentials of {login}{words}")
}

/// The catalog lacks something that is needed.
#[derive(Debug, Error)]
pub enum CatalogError {
    /// The catalog has no such service.
    #[error("cloud '{cloud}' has no {} service (its catalog lists: {})", service.name(), list(available))]
    NoService {
        /// The cloud's name in the configuration.
        cloud: String,
        /// The service.
        service: Service,
        /// The service types in the catalog.
        available: Vec<String>,
    },
    /// The service has no endpoint in this region or with this interface.
    #[error(
        "the {} service of cloud '{cloud}' has no {interface} endpoint{} (it has: {})",
        service.name(),
        region.as_ref().map_or_else(String::new, |region| format!(" in region '{region}'")),
        list(available)
    )]
    NoEndpoint {
        /// The cloud's name in the configuration.
        cloud: String,
        /// The service.
        service: Service,
        /// The requested region.
        region: Option<String>,
        /// The requested interface.
        interface: String,
        /// The endpoints that exist, as "interface in region".
        available: Vec<String>,
    },
    /// The token is not scoped, so Keystone gave no catalog.
    #[error(
        "the token for cloud '{cloud}' has no catalog: it is not scoped to a project, domain or the system"
    )]
    Unscoped {
        /// The cloud's name in the configuration.
        cloud: String,
    },
    /// An endpoint is not a URL.
    #[error("the {} endpoint '{url}' is not a URL of http or https", service.name())]
    BadUrl {
        /// The service.
        service: Service,
        /// The endpoint's text.
        url: String,
    },
}

fn list(names: &[String]) -> String {
    if names.is_empty() {
        "nothing".to_owned()
    } else {
        names.join(", ")
    }
}
