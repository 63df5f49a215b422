//! The same events over a WebSocket, and a page that shows them. Knows JSON and HTTP, and nothing
//! of clouds.
//!
//! Whoever asks must hold the token and come by an address that was meant: `Host` keeps pages of
//! other names away (a name may be made to point here), and `Origin` the scripts of other sites,
//! which a browser lets open a `WebSocket` to anywhere.

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
/// So many may listen at once.
const READERS: usize = 64;
/// What a reader may say; nothing that it says is used.
const INCOMING: usize = 4096;

/// What is served, to whom, and how often a sign of life is sent.
#[derive(Debug)]
pub struct Front {
    /// The events.
    pub hub: Arc<Hub>,
    /// Who is let in.
    pub door: Door,
    /// The time between two signs of life.
    pub heartbeat: Duration,
    /// A reader that takes nothing for this long is cut off.
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

/// Lets in whoever may, and says of every answer that it is for nobody else.
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
    // The host was checked, so that it holds nothing that would end the directive.
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

/// Tells one reader everything, until it goes away or falls behind.
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

/// Whether the reader took it in time.
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
    // Whoever does not read does not read this either.
    let _ = timeout(patience, socket.send(Message::Close(Some(frame)))).await;
}
