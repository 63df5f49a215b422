//! One request out, one whole answer in: connections, TLS, proxies, time-outs and redirects.
//! Knows nothing of tokens, services or retries.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::sync::OnceLock;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::redirect;
use reqwest::{Certificate, Client, ClientBuilder, Identity, Method, NoProxy, Proxy, Url};

use super::error::TransportKind;

/// Answers beyond this are refused: a page of 1,000 servers is about 3 MB.
const BODY_LIMIT: usize = 512 * 1024 * 1024;

/// Redirects that a read follows.
const REDIRECT_LIMIT: usize = 5;

/// How connections are made.
#[derive(Clone, Debug, Default)]
pub struct HttpSettings {
    /// Longest wait for a connection; `None` waits for ever.
    pub connect_timeout: Option<Duration>,
    /// Longest wait between two pieces of an answer; `None` waits for ever.
    pub read_timeout: Option<Duration>,
    /// PEM certificates to trust in place of the system's.
    pub ca_bundle: Option<Vec<u8>>,
    /// Accept any certificate.
    pub accept_any_certificate: bool,
    /// PEM of the client's own certificate and key.
    pub client_certificate: Option<Vec<u8>>,
    /// Proxies, as the environment names them.
    pub proxies: Proxies,
}

/// Proxies for each scheme.
#[derive(Clone, Debug, Default)]
pub struct Proxies {
    /// For `http` URLs.
    pub http: Option<String>,
    /// For `https` URLs.
    pub https: Option<String>,
    /// Hosts that are reached directly, as `NO_PROXY` lists them.
    pub none: Option<String>,
}

/// A request, whole.
pub(super) struct HttpRequest {
    pub(super) method: Method,
    pub(super) url: Url,
    pub(super) headers: HeaderMap,
    pub(super) body: Option<Bytes>,
}

/// An answer, whole.
#[derive(Debug)]
pub(super) struct HttpAnswer {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

/// Why there is no whole answer.
#[derive(Debug)]
pub(super) struct HttpFailure {
    pub(super) kind: TransportKind,
    pub(super) cause: String,
}

/// A setting that no client can be built from.
#[derive(Debug, thiserror::Error)]
#[error("{setting}: {problem}")]
pub struct HttpSettingError {
    /// Which setting.
    pub setting: &'static str,
    /// What is wrong with it.
    pub problem: String,
}

/// Lazily built clients: a plain one for `http`, which never loads a root certificate, and one
/// for `https`.
pub(super) struct Http {
    settings: HttpSettings,
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
            plain: OnceLock::new(),
            secure: OnceLock::new(),
        }
    }

    /// Sends a request and reads the whole answer. Reads follow redirects, with their headers to
    /// the same host alone and never from `https` back to `http`.
    pub(super) async fn send(&self, request: &HttpRequest) -> Result<HttpAnswer, HttpFailure> {
        let mut url = request.url.clone();
        let mut headers = request.headers.clone();
        for _ in 0..=REDIRECT_LIMIT {
            let answer = self.send_once(request, &url, &headers).await?;
            let Some(target) = redirect_target(&request.method, &url, &answer) else {
                return Ok(answer);
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

    async fn send_once(
        &self,
        request: &HttpRequest,
        url: &Url,
        headers: &HeaderMap,
    ) -> Result<HttpAnswer, HttpFailure> {
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
        let mut response = builder.send().await.map_err(|error| failure(&error))?;
        let status = response.status().as_u16();
        let mut headers = std::mem::take(response.headers_mut());
        for name in SENSITIVE {
            if let Some(value) = headers.get_mut(name) {
                value.set_sensitive(true);
            }
        }
        let mut body = BytesMut::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| failure(&error))? {
            if body.len() + chunk.len() > BODY_LIMIT {
                return Err(HttpFailure {
                    kind: TransportKind::TooLarge,
                    cause: format!("more than {} MiB", BODY_LIMIT / 1024 / 1024),
                });
            }
            body.extend_from_slice(&chunk);
        }
        Ok(HttpAnswer {
            status,
            headers,
            body: body.freeze(),
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
    /// Refuses settings that no client can be built from, before anything is sent.
    pub fn check(&self) -> Result<(), HttpSettingError> {
        if self.ca_bundle.is_some() || self.client_certificate.is_some() {
            self.build(true)?;
        }
        self.proxies.check()
    }

    fn build(&self, secure: bool) -> Result<Client, HttpSettingError> {
        // ring, and not the usual aws-lc: that costs each process some 40 ms of CPU. The first
        // call installs it; later ones change nothing.
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
            // Without roots nothing is read from the disk; this client never speaks TLS.
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

/// Headers whose values are secrets, in both directions.
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

/// A header value that is never shown.
pub(super) fn sensitive(text: &str) -> Result<HeaderValue, HttpFailure> {
    let mut value = HeaderValue::from_str(text).map_err(|_| HttpFailure {
        kind: TransportKind::Other,
        cause: "a token or credential holds characters that no header can carry".to_owned(),
    })?;
    value.set_sensitive(true);
    Ok(value)
}

fn redirect_target(method: &Method, url: &Url, answer: &HttpAnswer) -> Option<Url> {
    if *method != Method::GET || !matches!(answer.status, 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let location = answer.headers.get("location")?.to_str().ok()?;
    url.join(location)
        .ok()
        .filter(|target| matches!(target.scheme(), "http" | "https"))
}

/// `http://host/` to `https://host/`, which many clouds' load balancers answer with.
fn is_same_host_upgrade(from: &Url, to: &Url) -> bool {
    from.scheme() == "http" && to.scheme() == "https" && from.host() == to.host()
}

fn failure(error: &reqwest::Error) -> HttpFailure {
    HttpFailure {
        kind: kind(error),
        cause: innermost(error),
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
        // hyper's own words for "closed before the message was complete".
        (false, _) if error.is_request() || error.is_body() || error.is_decode() => {
            TransportKind::Cut
        }
        _ => TransportKind::Other,
    }
}

/// An error, its cause, the cause of that, and so on. An I/O error hides the error that it is made
/// of from its own chain, TLS errors among them.
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

/// A URL as it may be shown: without user and password.
pub(super) fn shown(url: &Url) -> String {
    let mut url = url.clone();
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.to_string()
}

/// Scheme, host and port.
pub(super) fn origin(url: &Url) -> String {
    url.origin().ascii_serialization()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_in_a_url_are_not_shown() {
        let url = Url::parse("https://user:pw@keystone:5000/v3").unwrap();
        assert_eq!(shown(&url), "https://keystone:5000/v3");
        assert_eq!(origin(&url), "https://keystone:5000");
    }

    #[test]
    fn only_reads_follow_redirects() {
        let url = Url::parse("http://keystone/identity").unwrap();
        let answer = HttpAnswer {
            status: 302,
            headers: HeaderMap::from_iter([(
                HeaderName::from_static("location"),
                HeaderValue::from_static("/identity/v3/"),
            )]),
            body: Bytes::new(),
        };
        assert_eq!(
            redirect_target(&Method::GET, &url, &answer).map(String::from),
            Some("http://keystone/identity/v3/".to_owned())
        );
        assert_eq!(redirect_target(&Method::POST, &url, &answer), None);
    }

    #[test]
    fn a_broken_certificate_is_refused_before_anything_is_sent() {
        let settings = HttpSettings {
            ca_bundle: Some(b"no certificate".to_vec()),
            ..HttpSettings::default()
        };
        assert_eq!(settings.check().unwrap_err().setting, "cacert");
    }
}
