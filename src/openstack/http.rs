//! Sends one request and reads one whole response: connections, TLS, proxies, time-outs and
//! redirects. It doesn't know tokens, services or retries.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::sync::OnceLock;
use std::time::Duration;

use bytes::Bytes;
use reqwest::header::{CONTENT_ENCODING, HeaderMap, HeaderName, HeaderValue};
use reqwest::redirect;
use reqwest::{
    Certificate, Client, ClientBuilder, Identity, Method, NoProxy, Proxy, Response, Url,
};

use super::bounds::{self, Bounds, Stopped};
use super::error::TransportKind;

/// The most redirects that a read follows.
const REDIRECT_LIMIT: usize = 5;

/// The settings for connections.
#[derive(Clone, Debug, Default)]
pub struct HttpSettings {
    /// The longest wait for a connection; `None` means no limit.
    pub connect_timeout: Option<Duration>,
    /// The longest wait between two pieces of a response; `None` means no limit.
    pub read_timeout: Option<Duration>,
    /// PEM certificates to trust instead of the system's.
    pub ca_bundle: Option<Vec<u8>>,
    /// Whether to accept any certificate.
    pub accept_any_certificate: bool,
    /// PEM of the client's own certificate and key.
    pub client_certificate: Option<Vec<u8>>,
    /// The proxies that the environment names.
    pub proxies: Proxies,
}

/// The proxies for each scheme.
#[derive(Clone, Debug, Default)]
pub struct Proxies {
    /// The proxy for `http` URLs.
    pub http: Option<String>,
    /// The proxy for `https` URLs.
    pub https: Option<String>,
    /// The hosts to connect to directly, in the format of `NO_PROXY`.
    pub none: Option<String>,
}

/// A whole request.
pub(super) struct HttpRequest {
    pub(super) method: Method,
    pub(super) url: Url,
    pub(super) headers: HeaderMap,
    pub(super) body: Option<Bytes>,
}

/// A whole response.
#[derive(Debug)]
pub(super) struct HttpAnswer {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

/// The reason why there is no whole response.
#[derive(Debug)]
pub(super) struct HttpFailure {
    pub(super) kind: TransportKind,
    pub(super) cause: String,
}

/// A setting from which no client can be built.
#[derive(Debug, thiserror::Error)]
#[error("{setting}: {problem}")]
pub struct HttpSettingError {
    /// The setting's name.
    pub setting: &'static str,
    /// The problem with its value.
    pub problem: String,
}

/// HTTP clients, built on first use: a plain one for `http`, which never loads a root certificate,
/// and one for `https`.
pub(super) struct Http {
    settings: HttpSettings,
    bounds: Bounds,
    plain: OnceLock<Client>,
    secure: OnceLock<Client>,
}

impl fmt::Debug for Http {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Http")
    }
}

impl Http {
    pub(super) fn new(settings: HttpSettings) -> Self {
        Self {
            settings,
            bounds: Bounds::default(),
            plain: OnceLock::new(),
            secure: OnceLock::new(),
        }
    }

    /// Sends a request and reads the whole response. Reads follow redirects, but never from `https`
    /// to `http`. Secret headers go only to the same host.
    pub(super) async fn send(&self, request: &HttpRequest) -> Result<HttpAnswer, HttpFailure> {
        let mut url = request.url.clone();
        let mut headers = request.headers.clone();
        for _ in 0..=REDIRECT_LIMIT {
            let response = self.start(request, &url, &headers).await?;
            let status = response.status().as_u16();
            let Some(target) = redirect_target(&request.method, &url, status, response.headers())
            else {
                return self.finish(response).await;
            };
            if target.scheme() == "http" && url.scheme() == "https" {
                return Err(HttpFailure {
                    kind: TransportKind::Other,
                    cause: "it redirects from https to http, which ostk does not follow".into(),
                });
            }
            if target.origin() != url.origin() && !is_same_host_upgrade(&url, &target) {
                for name in SENSITIVE {
                    headers.remove(name);
                }
            }
            url = target;
        }
        Err(HttpFailure {
            kind: TransportKind::Other,
            cause: format!("it redirects more than {REDIRECT_LIMIT} times"),
        })
    }

    /// Sends a request and returns the response's head; the body is still to come. The read
    /// time-out limits the head as a whole.
    async fn start(
        &self,
        request: &HttpRequest,
        url: &Url,
        headers: &HeaderMap,
    ) -> Result<Response, HttpFailure> {
        let client = self.client(url).map_err(|error| HttpFailure {
            kind: TransportKind::Other,
            cause: error.to_string(),
        })?;
        let mut builder = client
            .request(request.method.clone(), url.clone())
            .headers(headers.clone());
        if let Some(body) = &request.body {
            builder = builder.body(body.clone());
        }
        builder.send().await.map_err(|error| failure(&error))
    }

    /// Reads a body within its bounds, which count the bytes after decompression.
    async fn finish(&self, mut response: Response) -> Result<HttpAnswer, HttpFailure> {
        let status = response.status().as_u16();
        let mut headers = std::mem::take(response.headers_mut());
        for name in SENSITIVE {
            if let Some(value) = headers.get_mut(name) {
                value.set_sensitive(true);
            }
        }
        let mut body = self
            .bounds
            .read(status, self.settings.read_timeout, async || {
                response.chunk().await
            })
            .await
            .map_err(stopped)?;
        if !is_readable(&headers) && !body.is_empty() {
            if (200..300).contains(&status) {
                return Err(HttpFailure {
                    kind: TransportKind::Garbled,
                    cause: "its Content-Encoding is one that ostk did not ask for".to_owned(),
                });
            }
            // A refusal counts even without its message.
            body = Bytes::new();
        }
        Ok(HttpAnswer {
            status,
            headers,
            body,
        })
    }

    fn client(&self, url: &Url) -> Result<&Client, HttpSettingError> {
        let secure = url.scheme() == "https"
            || (url.scheme() == "http"
                && self
                    .settings
                    .proxies
                    .http
                    .as_deref()
                    .is_some_and(|proxy| proxy.starts_with("https")));
        let slot = if secure { &self.secure } else { &self.plain };
        if let Some(client) = slot.get() {
            return Ok(client);
        }
        let client = self.settings.build(secure)?;
        Ok(slot.get_or_init(|| client))
    }
}

impl HttpSettings {
    /// Returns an error if no client can be built from the settings, before any request.
    pub fn check(&self) -> Result<(), HttpSettingError> {
        if self.ca_bundle.is_some() || self.client_certificate.is_some() {
            self.build(true)?;
        }
        self.proxies.check()
    }

    fn build(&self, secure: bool) -> Result<Client, HttpSettingError> {
        // Uses ring instead of the usual aws-lc, which costs each process about 40 ms of CPU. The
        // first call installs it; later calls change nothing.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = ClientBuilder::new()
            .user_agent(concat!("ostk/", env!("CARGO_PKG_VERSION")))
            .redirect(redirect::Policy::none())
            .no_proxy()
            .retry(reqwest::retry::never());
        if let Some(timeout) = self.connect_timeout {
            builder = builder.connect_timeout(timeout);
        }
        if let Some(timeout) = self.read_timeout {
            builder = builder.read_timeout(timeout);
        }
        let no_proxy = self.proxies.none.as_deref().and_then(NoProxy::from_string);
        if let Some(url) = &self.proxies.http {
            let proxy = Proxy::http(url).map_err(|error| bad_proxy("http_proxy", &error))?;
            builder = builder.proxy(proxy.no_proxy(no_proxy.clone()));
        }
        if let Some(url) = &self.proxies.https {
            let proxy = Proxy::https(url).map_err(|error| bad_proxy("https_proxy", &error))?;
            builder = builder.proxy(proxy.no_proxy(no_proxy));
        }
        builder = if secure {
            self.with_tls(builder)?
        } else {
            // Without roots, nothing is read from the disk; this client never speaks TLS.
            builder.tls_certs_only([])
        };
        builder.build().map_err(|error| HttpSettingError {
            setting: "TLS settings",
            problem: innermost(&error),
        })
    }

    fn with_tls(&self, mut builder: ClientBuilder) -> Result<ClientBuilder, HttpSettingError> {
        if self.accept_any_certificate {
            builder = builder
                .tls_danger_accept_invalid_certs(true)
                .tls_certs_only([]);
        } else if let Some(pem) = &self.ca_bundle {
            let certificates = Certificate::from_pem_bundle(pem)
                .ok()
                .filter(|certificates| !certificates.is_empty())
                .ok_or_else(|| HttpSettingError {
                    setting: "cacert",
                    problem: "the file holds no PEM certificate".to_owned(),
                })?;
            builder = builder.tls_certs_only(certificates);
        }
        if let Some(pem) = &self.client_certificate {
            let identity = Identity::from_pem(pem).map_err(|_| HttpSettingError {
                setting: "cert and key",
                problem: "they hold no PEM certificate with its private key".to_owned(),
            })?;
            builder = builder.identity(identity);
        }
        Ok(builder)
    }
}

impl Proxies {
    fn check(&self) -> Result<(), HttpSettingError> {
        for (setting, url) in [("http_proxy", &self.http), ("https_proxy", &self.https)] {
            if let Some(url) = url {
                Proxy::all(url).map_err(|error| bad_proxy(setting, &error))?;
            }
        }
        Ok(())
    }
}

fn bad_proxy(setting: &'static str, error: &reqwest::Error) -> HttpSettingError {
    HttpSettingError {
        setting,
        problem: format!("no proxy address ({})", innermost(error)),
    }
}

/// Headers with secret values, in requests and responses.
pub(super) const SENSITIVE: [HeaderName; 8] = [
    HeaderName::from_static("x-auth-token"),
    HeaderName::from_static("x-subject-token"),
    HeaderName::from_static("openstack-auth-receipt"),
    HeaderName::from_static("authorization"),
    HeaderName::from_static("proxy-authorization"),
    HeaderName::from_static("cookie"),
    HeaderName::from_static("set-cookie"),
    HeaderName::from_static("x-service-token"),
];

/// Returns a header value that is never shown.
pub(super) fn sensitive(text: &str) -> Result<HeaderValue, HttpFailure> {
    let mut value = HeaderValue::from_str(text).map_err(|_| HttpFailure {
        kind: TransportKind::Other,
        cause: "a token or credential holds characters that no header can carry".to_owned(),
    })?;
    value.set_sensitive(true);
    Ok(value)
}

fn redirect_target(method: &Method, url: &Url, status: u16, headers: &HeaderMap) -> Option<Url> {
    if *method != Method::GET || !matches!(status, 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let location = headers.get("location")?.to_str().ok()?;
    url.join(location)
        .ok()
        .filter(|target| matches!(target.scheme(), "http" | "https"))
}

/// Returns whether the body needs no decoding. By now, gzip is already decompressed and removed
/// from the headers.
fn is_readable(headers: &HeaderMap) -> bool {
    headers
        .get_all(CONTENT_ENCODING)
        .iter()
        .all(|encoding| encoding.as_bytes().eq_ignore_ascii_case(b"identity"))
}

fn stopped(stopped: Stopped<reqwest::Error>) -> HttpFailure {
    match stopped {
        Stopped::Failed(error) => failure(&error),
        Stopped::TooLarge { limit } => HttpFailure {
            kind: TransportKind::TooLarge,
            cause: format!("it has more than {}", bounds::size(limit)),
        },
        Stopped::TooSlow { received, within } => HttpFailure {
            kind: TransportKind::TooSlow,
            cause: format!("{} in {} s", bounds::size(received), within.as_secs()),
        },
    }
}

/// Returns whether a redirect leads from `http://host/` to `https://host/`, as on many clouds' load
/// balancers.
fn is_same_host_upgrade(from: &Url, to: &Url) -> bool {
    from.scheme() == "http" && to.scheme() == "https" && from.host() == to.host()
}

fn failure(error: &reqwest::Error) -> HttpFailure {
    let kind = kind(error);
    HttpFailure {
        kind,
        cause: match kind {
            TransportKind::TooLarge => {
                "its head has more than 100 headers, or more than about 400 KiB".to_owned()
            }
            _ => innermost(error),
        },
    }
}

fn kind(error: &reqwest::Error) -> TransportKind {
    let io_kind = causes(error).find_map(|error| {
        error
            .downcast_ref::<io::Error>()
            .map(io::Error::kind)
            .filter(|kind| *kind != io::ErrorKind::Other)
    });
    let tls = causes(error).any(<dyn StdError>::is::<rustls::Error>);
    if tls {
        return TransportKind::Tls;
    }
    let parse = causes(error)
        .filter_map(|error| error.downcast_ref::<hyper::Error>())
        .find(|error| error.is_parse());
    if let Some(parse) = parse {
        return if parse.is_parse_too_large() {
            TransportKind::TooLarge
        } else {
            TransportKind::Garbled
        };
    }
    match (error.is_connect(), io_kind) {
        (true, Some(io::ErrorKind::ConnectionRefused)) => TransportKind::Refused,
        (true, Some(io::ErrorKind::TimedOut)) => TransportKind::ConnectTimeout,
        (true, _) if error.is_timeout() => TransportKind::ConnectTimeout,
        (true, _) => TransportKind::Unreachable,
        (false, _) if error.is_timeout() => TransportKind::ReadTimeout,
        (
            false,
            Some(
                io::ErrorKind::ConnectionReset
                | io::ErrorKind::ConnectionAborted
                | io::ErrorKind::BrokenPipe
                | io::ErrorKind::UnexpectedEof,
            ),
        ) => TransportKind::Cut,
        // Chunks without a length, or invalid gzip.
        (false, Some(io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput)) => {
            TransportKind::Garbled
        }
        // hyper's own words for "closed before the message was complete".
        (false, _) if error.is_request() || error.is_body() || error.is_decode() => {
            TransportKind::Cut
        }
        _ => TransportKind::Other,
    }
}

/// Returns an error, its cause, the cause of that, and so on. An I/O error hides its inner error,
/// such as a TLS error, from its own chain.
fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    let first: Option<&(dyn StdError + 'static)> = Some(error);
    std::iter::successors(first, |error: &&(dyn StdError + 'static)| {
        let wrapped = error
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref)
            .map(|inner| inner as &(dyn StdError + 'static));
        wrapped.or_else(|| (*error).source())
    })
}

fn innermost(error: &reqwest::Error) -> String {
    causes(error)
        .last()
        .map_or_else(String::new, ToString::to_string)
}

/// Returns a URL without user and password, to show it.
pub(super) fn shown(url: &Url) -> String {
    let mut url = url.clone();
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.to_string()
}

/// Returns a URL's scheme, host and port.
pub(super) fn origin(url: &Url) -> String {
    url.origin().ascii_serialization()
}

/// Starts a server that sends the next of these responses to each connection, and then closes it.
#[cfg(test)]
pub(super) fn answering(answers: Vec<Vec<u8>>) -> Url {
    use std::io::{BufRead as _, BufReader, Write as _};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for (answer, stream) in answers.into_iter().zip(listener.incoming()) {
            let mut stream = stream.expect("a connection");
            let mut lines = BufReader::new(stream.try_clone().expect("a copy")).lines();
            lines.find(|line| line.as_ref().is_ok_and(String::is_empty));
            // The client may already have closed the connection.
            let _ = stream.write_all(&answer);
        }
    });
    url.parse().expect("a URL")
}

#[cfg(test)]
mod tests;
