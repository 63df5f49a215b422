//! Serves the events over a WebSocket, with a page that shows them. It knows JSON and HTTP, but no
//! clouds.
//!
//! A request must have the token and use an intended address. `Host` keeps pages of other names
//! away, because any name can be made to point here. `Origin` keeps away scripts of other sites,
//! because browsers let them open a `WebSocket` to anywhere.

mod door;
mod hub;

use std::io;
use std::net::TcpListener as StdListener;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket, WebSocketUpgrade, close_code};
use axum::extract::{Query, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use serde::Deserialize;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{MissedTickBehavior, interval, timeout};

pub use door::Door;
pub use hub::{Hub, Shown};

const PAGE: &str = include_str!("page.html");
/// The most readers at once.
const READERS: usize = 64;
/// The most bytes of a reader's message. Its content is ignored.
const INCOMING: usize = 4096;

/// The settings of the server.
#[derive(Debug)]
pub struct Front {
    /// The events.
    pub hub: Arc<Hub>,
    /// Decides which requests may enter.
    pub door: Door,
    /// The time between two heartbeats.
    pub heartbeat: Duration,
    /// How long a send to a reader may take before the reader is cut off.
    pub patience: Duration,
}

struct Shared {
    front: Front,
    readers: Arc<Semaphore>,
}

#[derive(Deserialize)]
struct Wish {
    after: Option<u64>,
}

/// Serves until it is dropped.
pub async fn serve(listener: StdListener, front: Front) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = TcpListener::from_std(listener)?;
    let shared = Arc::new(Shared {
        front,
        readers: Arc::new(Semaphore::new(READERS)),
    });
    let router = Router::new()
        .route("/", get(page))
        .route("/events", get(events))
        .layer(middleware::from_fn_with_state(Arc::clone(&shared), guard))
        .with_state(shared);
    axum::serve(listener, router).await
}

/// Lets permitted requests in, and sets headers that keep every response private.
async fn guard(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let token = request.uri().query().and_then(|query| {
        url::form_urlencoded::parse(query.as_bytes())
            .find(|(name, _)| name == "token")
            .map(|(_, value)| value.into_owned())
    });
    let mut response = match shared.front.door.judge(request.headers(), token.as_deref()) {
        Ok(()) => next.run(request).await,
        Err((status, text)) => (status, text).into_response(),
    };
    let headers = response.headers_mut();
    for (name, value) in [
        (CACHE_CONTROL, "no-store"),
        (REFERRER_POLICY, "no-referrer"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !headers.contains_key(CONTENT_SECURITY_POLICY) {
        let none = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");
        headers.insert(CONTENT_SECURITY_POLICY, none);
    }
    response
}

async fn page(headers: HeaderMap) -> Response {
    let nonce = uuid::Uuid::new_v4().simple().to_string();
    // The host was checked, so it holds nothing that could end the directive.
    let host = door::host(&headers).unwrap_or_default();
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; \
         connect-src 'self' ws://{host}; img-src data:; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'"
    );
    let mut response = PAGE.replace("{{nonce}}", &nonce).into_response();
    let headers = response.headers_mut();
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

async fn events(
    State(shared): State<Arc<Shared>>,
    Query(wish): Query<Wish>,
    upgrade: WebSocketUpgrade,
) -> Response {
    let Ok(permit) = Arc::clone(&shared.readers).try_acquire_owned() else {
        return (StatusCode::SERVICE_UNAVAILABLE, "too many listen already\n").into_response();
    };
    upgrade
        .max_message_size(INCOMING)
        .on_upgrade(move |socket| async move {
            let _permit = permit;
            feed(socket, &shared.front, wish.after).await;
        })
}

/// Sends all events to one reader, until it goes away or falls behind.
async fn feed(mut socket: WebSocket, front: &Front, after: Option<u64>) {
    let (first, mut receiver) = front.hub.join(after);
    let mut told = 0;
    for event in first {
        told = event.number;
        if !send(&mut socket, event.text, front.patience).await {
            return;
        }
    }
    let mut heartbeat = interval(front.heartbeat);
    heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    heartbeat.reset();
    loop {
        tokio::select! {
            event = receiver.recv() => match event {
                Ok(event) => {
                    told = event.number;
                    if !send(&mut socket, event.text, front.patience).await {
                        return;
                    }
                }
                Err(RecvError::Lagged(_)) => {
                    let why = (close_code::AGAIN, "too slow: come again");
                    return close(socket, why, front.patience).await;
                }
                Err(RecvError::Closed) => {
                    let why = (close_code::AWAY, "the watch has ended");
                    return close(socket, why, front.patience).await;
                }
            },
            _ = heartbeat.tick() => {
                let text = format!(r#"{{"Type":"heartbeat","Number":{told}}}"#);
                if !send(&mut socket, text.into(), front.patience).await {
                    return;
                }
            }
            said = socket.recv() => if !matches!(said, Some(Ok(_))) {
                return;
            }
        }
    }
}

/// Sends a message. Returns whether the reader took it in time.
async fn send(socket: &mut WebSocket, text: Utf8Bytes, patience: Duration) -> bool {
    matches!(
        timeout(patience, socket.send(Message::Text(text))).await,
        Ok(Ok(()))
    )
}

async fn close(mut socket: WebSocket, (code, reason): (u16, &'static str), patience: Duration) {
    let frame = CloseFrame {
        code,
        reason: reason.into(),
    };
    // A reader that does not read does not read this either.
    let _ = timeout(patience, socket.send(Message::Close(Some(frame)))).await;
}
