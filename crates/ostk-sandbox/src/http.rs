//! The sandbox's transport: HTTP on a listening socket, by axum.

use std::collections::HashSet;
use std::convert::Infallible;
use std::io;
use std::net::TcpListener as StdListener;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body as HttpBody, Bytes};
use axum::extract::{Request as HttpRequest, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, DATE, HOST, SERVER};
use axum::http::{HeaderName, HeaderValue, Method, Response as HttpResponse, StatusCode};
use futures_util::{StreamExt as _, stream};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tower_service::Service as _;

use crate::cloud::Sandbox;
use crate::dispatch::Outcome;
use crate::http_types::{Body, Request, Response, segments};

/// The longest body that is read, except for the data of images. Nova's own limit is far below.
const BODY_LIMIT: usize = 4 * 1024 * 1024;

/// The value of the header `Server`. It tells a client that the addresses of servers are made up.
const NAME: HeaderValue = HeaderValue::from_static("ostk-sandbox");

/// What the front needs to know for each request.
#[derive(Clone)]
struct Front {
    sandbox: Sandbox,
    hosts: Arc<HashSet<String>>,
}

/// Marks a response that is replaced by a cut connection.
#[derive(Clone)]
struct Cut;

impl Sandbox {
    /// Serves the cloud on a listener until the future is dropped. `host` is one more name that
    /// requests may use. All other names are refused, so that no web page can reach the cloud by a
    /// name of its own.
    pub async fn listen(self, listener: StdListener, host: Option<&str>) -> io::Result<Infallible> {
        listener.set_nonblocking(true)?;
        let listener = TcpListener::from_std(listener)?;
        let address = listener.local_addr()?;
        let mut hosts: HashSet<String> = ["localhost", "127.0.0.1", "[::1]"]
            .into_iter()
            .map(str::to_owned)
            .collect();
        hosts.extend(host.map(str::to_lowercase));
        hosts.insert(match address.ip() {
            std::net::IpAddr::V4(ip) => ip.to_string(),
            std::net::IpAddr::V6(ip) => format!("[{ip}]"),
        });
        let router = Router::new().fallback(answer).with_state(Front {
            sandbox: self,
            hosts: Arc::new(hosts),
        });
        loop {
            let Ok((stream, _)) = listener.accept().await else {
                // Other connections go on. A process without a free descriptor gets one when a
                // connection ends.
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                continue;
            };
            let _ = stream.set_nodelay(true);
            let router = router.clone();
            tokio::spawn(async move {
                let service = service_fn(move |request| {
                    let mut router = router.clone();
                    async move {
                        let response = match router.call(request).await {
                            Ok(response) => response,
                            Err(never) => match never {},
                        };
                        if response.extensions().get::<Cut>().is_some() {
                            return Err(io::Error::from(io::ErrorKind::ConnectionAborted));
                        }
                        Ok(response)
                    }
                });
                // An error ends the connection, and the client sees that.
                let _ = http1::Builder::new()
                    .timer(TokioTimer::new())
                    .serve_connection(TokioIo::new(stream), service)
                    .await;
            });
        }
    }
}

async fn answer(State(front): State<Front>, request: HttpRequest) -> HttpResponse<HttpBody> {
    let host = request
        .headers()
        .get(HOST)
        .and_then(|host| host.to_str().ok())
        .map(str::to_lowercase)
        .unwrap_or_default();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host.as_str(),
    };
    if !front.hosts.contains(name) {
        return plain(
            StatusCode::FORBIDDEN,
            "the sandbox does not answer to this name; sandbox serve --host NAME lets it\n",
        );
    }
    if is_foreign(&request, &host) {
        return plain(StatusCode::FORBIDDEN, "another site's page asks\n");
    }
    let origin = format!("http://{host}");
    let (parts, body) = request.into_parts();
    let Some(path) = segments(parts.uri.path()) else {
        return plain(StatusCode::BAD_REQUEST, "the path is no UTF-8\n");
    };
    let (body, length) = if is_upload(&parts.method, &path) {
        match length_of(body).await {
            Ok(length) => (Bytes::new(), length),
            Err(_) => return plain(StatusCode::BAD_REQUEST, "the data end too early\n"),
        }
    } else {
        let Ok(body) = axum::body::to_bytes(body, BODY_LIMIT).await else {
            return plain(StatusCode::PAYLOAD_TOO_LARGE, "the request is too large\n");
        };
        let length = body.len() as u64;
        (body, length)
    };
    let query = url::form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes())
        .into_owned()
        .collect();
    let service = path.first().cloned().unwrap_or_default();
    let request = Request {
        method: parts.method.as_str().to_owned(),
        path,
        query,
        headers: parts.headers,
        body,
        length,
        root: format!("{origin}/{service}"),
        origin,
        id: format!("req-{}", uuid::Uuid::new_v4()),
    };
    let (effect, delay) = front.sandbox.choose_faults(&request);
    if let Some(delay) = delay {
        tokio::time::sleep(delay).await;
    }
    let mut response = match front.sandbox.answer(&request, effect.as_ref()) {
        Outcome::Response(response) => write_response(response, &request, false),
        Outcome::Half(response) => write_response(response, &request, true),
        Outcome::Cut => {
            let mut response = HttpResponse::new(HttpBody::empty());
            response.extensions_mut().insert(Cut);
            response
        }
    };
    response.headers_mut().insert(SERVER, NAME);
    if let Ok(date) = HeaderValue::from_str(&front.sandbox.http_date()) {
        response.headers_mut().insert(DATE, date);
    }
    response
}

/// Returns whether a request uploads the data of an image. The sandbox keeps only their length.
fn is_upload(method: &Method, path: &[String]) -> bool {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    *method == Method::PUT && matches!(path.as_slice(), ["image", _, "images", _, "file"])
}

async fn length_of(body: HttpBody) -> Result<u64, axum::Error> {
    let mut chunks = body.into_data_stream();
    let mut length = 0;
    while let Some(chunk) = chunks.next().await {
        length += chunk?.len() as u64;
    }
    Ok(length)
}

/// Returns whether a browser says that the page of another site sends the request.
fn is_foreign(request: &HttpRequest, host: &str) -> bool {
    let header = |name: &str| request.headers().get(name);
    let is_own = |origin: &HeaderValue| {
        let origin = origin.to_str().unwrap_or_default().to_lowercase();
        let own = origin.split_once("://").map(|(_, own)| own);
        own.is_some_and(|own| own == host)
    };
    header("origin").is_some_and(|origin| !is_own(origin))
        || header("sec-fetch-site").is_some_and(|site| site == "cross-site")
}

fn write_response(response: Response, request: &Request, is_half: bool) -> HttpResponse<HttpBody> {
    let (content_type, text) = match response.body {
        Body::Nothing => (None, String::new()),
        Body::Json(value) => (Some("application/json"), value.to_string()),
        Body::Page(page) => (Some("text/html; charset=UTF-8"), page),
    };
    let length = text.len();
    let body = if is_half {
        half_of(text)
    } else {
        HttpBody::from(text)
    };
    let mut written = HttpResponse::new(body);
    *written.status_mut() =
        StatusCode::from_u16(response.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = written.headers_mut();
    headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    if let Some(content_type) = content_type {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    }
    if let Ok(id) = HeaderValue::from_str(&request.id) {
        headers.insert("x-openstack-request-id", id);
    }
    for (name, value) in response.headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    written
}

/// Returns a body of the first half of a text, and then an error. hyper drops unwritten data when a
/// body fails, so the error waits until hyper has released the half.
fn half_of(text: String) -> HttpBody {
    struct Piece {
        text: String,
        _written: oneshot::Sender<()>,
    }
    impl AsRef<[u8]> for Piece {
        fn as_ref(&self) -> &[u8] {
            &self.text.as_bytes()[..self.text.len() / 2]
        }
    }
    let (written, is_written) = oneshot::channel();
    let piece = Bytes::from_owner(Piece {
        text,
        _written: written,
    });
    let failure = async {
        let _ = is_written.await;
        // If the half is empty, the head has not been written yet.
        tokio::task::yield_now().await;
        Err(io::Error::from(io::ErrorKind::ConnectionAborted))
    };
    HttpBody::from_stream(stream::iter([Ok(piece)]).chain(stream::once(failure)))
}

fn plain(status: StatusCode, text: &'static str) -> HttpResponse<HttpBody> {
    let mut response = HttpResponse::new(HttpBody::from(text));
    *response.status_mut() = status;
    response
}
