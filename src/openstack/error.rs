//! What can go wrong between ostk and a cloud, as types. Nothing branches on a message's text.

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
    /// A service answered that it refuses or has failed.
    #[error(transparent)]
    Fault(#[from] Box<Fault>),
    /// No answer came, or not a whole one.
    #[error(transparent)]
    Transport(#[from] Box<Transport>),
    /// An answer that is not what the API's documentation says.
    #[error(transparent)]
    Decode(#[from] Box<Decode>),
    /// Nothing has this name or ID.
    #[error("no {} is named '{target}'{scope}", noun.singular)]
    NotFound {
        /// What was looked for.
        noun: &'static Noun,
        /// The name or ID that was given.
        target: String,
        /// Where it was looked for, such as " in project 'demo'"; empty where that is not known.
        scope: String,
    },
    /// Several resources have this name.
    #[error("{} {} are named '{target}': {}", ids.len(), noun.plural, ids.join(", "))]
    Ambiguous {
        /// What was looked for.
        noun: &'static Noun,
        /// The name that was given.
        target: String,
        /// The IDs of all that have it.
        ids: Vec<String>,
    },
    /// The credentials are incomplete or Keystone refused them.
    #[error(transparent)]
    Auth(#[from] AuthError),
    /// The catalog has no such service.
    #[error(transparent)]
    Catalog(#[from] CatalogError),
    /// The server is too old or too new for what was asked.
    #[error(
        "this needs {service} API microversion {needs}, and the server speaks {}",
        range.map_or_else(|| "none".to_owned(), |range| range.to_string()),
        service = service.name()
    )]
    Microversion {
        /// The service.
        service: Service,
        /// The lowest version that would do.
        needs: Version,
        /// What the server has.
        range: Option<Range>,
    },
}

impl Error {
    /// Whether the service itself says that there is no resource with this name or ID: the only
    /// thing that means that it is gone.
    pub fn says_gone(&self, id: &str) -> bool {
        matches!(self, Self::Fault(fault) if fault.missing.as_deref() == Some(id))
    }

    /// Whether something answered that there is nothing at this address, be it the service or
    /// what stands in front of it.
    pub fn is_404(&self) -> bool {
        matches!(self, Self::Fault(fault) if fault.status == 404)
    }

    /// Whether the service does not show this to the caller, or does not have it: it answers 403,
    /// 404, 405 or 501.
    pub fn is_hidden(&self) -> bool {
        matches!(self, Self::Fault(fault) if matches!(fault.status, 403 | 404 | 405 | 501))
    }

    /// Whether the same call may succeed a while later.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Transport(transport) => transport.kind.may_pass(),
            Self::Decode(_) => true,
            Self::Fault(fault) => fault.status >= 500 || fault.status == 429,
            _ => false,
        }
    }

    /// Whether a request that ended so may have acted, or act yet: its answer was lost, or something
    /// between the service and here spoke in its place.
    pub fn may_have_acted(&self) -> bool {
        match self {
            Self::Transport(transport) => transport.may_have_arrived(),
            Self::Decode(_) => true,
            Self::Fault(fault) => fault.status >= 500 && fault.status != 501,
            _ => false,
        }
    }

    /// Whether the service itself has answered, so that it is at work on the request no more: what
    /// stands in front of a service gives no request ID.
    pub fn is_final(&self) -> bool {
        match self {
            Self::Fault(fault) => fault.request_id.is_some(),
            Self::Decode(decode) => decode.request_id.is_some(),
            _ => false,
        }
    }
}

/// A service's own error, whatever shape its body had.
#[derive(Debug, Error)]
#[error("{}", self.text())]
pub struct Fault {
    /// Who answered.
    pub service: Service,
    /// What was being done, in ostk's name for it.
    pub operation: &'static str,
    /// HTTP status.
    pub status: u16,
    /// The service's name for the error (`itemNotFound`, `NetworkNotFound`), where it gave one.
    pub code: Option<String>,
    /// The service's words, markup removed.
    pub message: String,
    /// The service's request ID.
    pub request_id: Option<String>,
    /// How often the request was sent again.
    pub retries: u32,
    /// How long the service asked to wait.
    pub retry_after: Option<Duration>,
    /// The part of the path, a name or an ID, of which the service itself says that there is no
    /// such resource. A 404 without it means nothing of the kind.
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

/// Why there was no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportKind {
    /// Nothing listens there.
    Refused,
    /// No connection within the time-out.
    ConnectTimeout,
    /// No connection for another reason: no such host, no route, the proxy refused.
    Unreachable,
    /// The TLS handshake failed.
    Tls,
    /// Connected, and then nothing within the time-out.
    ReadTimeout,
    /// The connection ended before the answer did.
    Cut,
    /// The answer was larger than ostk takes.
    TooLarge,
    /// The answer came, but so slowly that it might never end.
    TooSlow,
    /// What came is no HTTP, or a body that can't be unpacked.
    Garbled,
    /// Anything else.
    Other,
}

impl TransportKind {
    /// Whether the same request may succeed a moment later.
    pub(super) fn may_pass(self) -> bool {
        !matches!(self, Self::Tls | Self::TooLarge | Self::Other)
    }

    /// Whether the request surely did not reach the service.
    pub(super) fn surely_unsent(self) -> bool {
        matches!(
            self,
            Self::Refused | Self::ConnectTimeout | Self::Unreachable | Self::Tls
        )
    }
}

/// No answer, or only a part of one.
#[derive(Debug, Error)]
#[error("{}", self.text())]
pub struct Transport {
    /// What was being done.
    pub operation: &'static str,
    /// What happened.
    pub kind: TransportKind,
    /// Scheme, host and port that were asked; no path, no credentials.
    pub origin: String,
    /// How often the request was sent again.
    pub retries: u32,
    /// The innermost cause in words.
    pub cause: String,
}

impl Transport {
    /// Whether the service may have got the request, and acted.
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

/// An answer that could not be read.
#[derive(Debug, Error)]
#[error("{}", self.text())]
pub struct Decode {
    /// Who answered.
    pub service: Service,
    /// What was being done.
    pub operation: &'static str,
    /// The URL that was asked, without its query.
    pub url: String,
    /// HTTP status of the answer.
    pub status: u16,
    /// The service's request ID.
    pub request_id: Option<String>,
    /// What is wrong with the answer.
    pub problem: DecodeProblem,
}

/// What is wrong with an answer.
#[derive(Debug, PartialEq, Eq)]
pub enum DecodeProblem {
    /// It is a web page: a proxy or a load balancer answered in the service's place.
    Html,
    /// It is empty.
    Empty,
    /// It ends too early.
    Truncated,
    /// It is no JSON.
    NotJson(String),
    /// It is JSON, with more levels of objects and arrays in one another than ostk reads.
    TooDeep,
    /// It is one more page of a list that never ends.
    Endless {
        /// How many pages were fetched.
        pages: u32,
    },
    /// It is JSON, with a field missing or of another type: where, and what was expected.
    Shape {
        /// The field, as a path such as `servers[3].id`.
        path: String,
        /// What serde expected there.
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

/// Why there is no token.
#[derive(Debug, Error)]
pub enum AuthError {
    /// A setting that the way of authentication needs is not there.
    #[error("cloud '{cloud}' has no {setting}, which {method} authentication needs")]
    Missing {
        /// The cloud's name in the configuration.
        cloud: String,
        /// The setting.
        setting: &'static str,
        /// The way of authentication.
        method: &'static str,
    },
    /// Nobody could be asked for a one-time code, or whoever was has interrupted.
    #[error("the one-time code for cloud '{cloud}' could not be read: {source}")]
    Unasked {
        /// The cloud's name in the configuration.
        cloud: String,
        /// Why.
        source: std::io::Error,
    },
    /// A setting has a value that cannot be.
    #[error("cloud '{cloud}': {setting} {problem}")]
    Invalid {
        /// The cloud's name in the configuration.
        cloud: String,
        /// The setting.
        setting: &'static str,
        /// What is wrong with it.
        problem: String,
    },
    /// Keystone, or the OpenID provider, refused the credentials.
    #[error("{}", refused(login, origin, message))]
    Refused {
        /// The cloud, and what the token was to be for, in words.
        login: String,
        /// HTTP status.
        status: u16,
        /// Who refused: scheme, host and port.
        origin: String,
        /// Its words.
        message: String,
        /// Its request ID.
        request_id: Option<String>,
    },
    /// Keystone wants more proofs than the configuration holds.
    #[error("cloud '{cloud}' asks for more than one proof of who you are: {}", missing.join(", "))]
    MoreFactors {
        /// The cloud's name in the configuration.
        cloud: String,
        /// The methods that are still to be given.
        missing: Vec<String>,
    },
    /// There is no Identity v3 API at the address.
    #[error("{url} has no Identity v3 API; it has {found}")]
    NoVersion3 {
        /// The address that was asked.
        url: String,
        /// What is there.
        found: String,
    },
}

impl AuthError {
    /// The same error once more, if it is a refusal of the credentials.
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

/// The catalog lacks what is needed.
#[derive(Debug, Error)]
pub enum CatalogError {
    /// No such service.
    #[error("cloud '{cloud}' has no {} service (its catalog lists: {})", service.name(), list(available))]
    NoService {
        /// The cloud's name in the configuration.
        cloud: String,
        /// The service.
        service: Service,
        /// The types that are there.
        available: Vec<String>,
    },
    /// The service is there, but not in this region or with this interface.
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
        /// The region that was asked for.
        region: Option<String>,
        /// The interface that was asked for.
        interface: String,
        /// What there is, as "interface in region".
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
    /// An endpoint is no URL.
    #[error("the {} endpoint '{url}' is not a URL of http or https", service.name())]
    BadUrl {
        /// The service.
        service: Service,
        /// The text in its place.
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
