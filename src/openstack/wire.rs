//! Sends one request until it gets a response: retries, pauses, request IDs, and the events that
//! `--debug` and `--timing` show. It doesn't know tokens.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, Url};
use tokio::time::Instant;

use super::error::{Fault, Transport};
use super::fault;
use super::gone;
use super::hold::Holds;
use super::http::{self, Http, HttpAnswer, HttpFailure, HttpRequest, HttpSettings};
use super::observe::{self, Observer, TrafficEvent};
use super::request;
use super::retry::{self, Outcome, Policy, Safety, SharedBudget, Tried};
use super::service::Service;
use super::trouble::{Trouble, Troubles};

/// The connection to the cloud's services.
pub(super) struct Wire {
    http: Http,
    policy: Policy,
    budget: SharedBudget,
    holds: Holds,
    troubles: Troubles,
    observer: Option<Observer>,
    requests: AtomicU64,
}

impl fmt::Debug for Wire {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Wire")
    }
}

/// A request to send.
pub(super) struct Outgoing {
    pub(super) operation: &'static str,
    pub(super) service: Service,
    pub(super) method: Method,
    pub(super) url: Url,
    pub(super) headers: HeaderMap,
    pub(super) body: Option<OutgoingBody>,
    pub(super) safety: Safety,
    pub(super) secret_fields: &'static [&'static str],
}

/// A body in two forms: to send and to show.
pub(super) struct OutgoingBody {
    pub(super) content_type: &'static str,
    pub(super) sent: Bytes,
    pub(super) shown: String,
}

/// A response with the data for messages about it.
#[derive(Debug)]
pub(super) struct Incoming {
    pub(super) operation: &'static str,
    pub(super) service: Service,
    pub(super) url: Url,
    pub(super) answer: HttpAnswer,
    pub(super) retries: u32,
    pub(super) secret_fields: &'static [&'static str],
}

impl Outgoing {
    pub(super) fn get(operation: &'static str, service: Service, url: Url) -> Self {
        Self {
            operation,
            service,
            method: Method::GET,
            url,
            headers: HeaderMap::new(),
            body: None,
            safety: Safety::Safe,
            secret_fields: &[],
        }
    }
}

impl Incoming {
    pub(super) fn status(&self) -> u16 {
        self.answer.status
    }

    pub(super) fn is_success(&self) -> bool {
        (200..300).contains(&self.answer.status)
    }

    /// Returns the response as a fault.
    pub(super) fn fault(&self) -> Fault {
        let mut words = fault::read(&self.answer.body);
        if let (300..400, Some(location)) = (self.status(), self.answer.headers.get("location")) {
            words.message = format!(
                "the service has moved to '{}', where ostk sends nothing but reads: set the address",
                shown_location(&self.url, location)
            );
        }
        Fault {
            service: self.service,
            operation: self.operation,
            status: self.answer.status,
            code: words.code,
            message: words.message,
            request_id: request::request_id(&self.answer.headers),
            retries: self.retries,
            retry_after: request::retry_after(&self.answer.headers),
            missing: None,
        }
    }

    /// Returns the fault for a call with these path segments below the endpoint.
    pub(super) fn fault_at(&self, path: &[String]) -> Fault {
        let missing = gone::missing(self.service, self.status(), &self.answer.body, path);
        Fault {
            missing,
            ..self.fault()
        }
    }

    pub(super) fn into_answer(self) -> request::Answer {
        let mut url = self.url;
        url.set_query(None);
        request::Answer {
            operation: self.operation,
            service: self.service,
            url: http::shown(&url),
            status: self.answer.status,
            request_id: request::request_id(&self.answer.headers),
            date: request::date(&self.answer.headers),
            server: request::server(&self.answer.headers),
            body: self.answer.body,
            secret_fields: self.secret_fields,
        }
    }
}

impl Wire {
    pub(super) fn new(settings: HttpSettings, policy: Policy, observer: Option<Observer>) -> Self {
        Self {
            http: Http::new(settings),
            budget: SharedBudget::new(&policy),
            policy,
            holds: Holds::default(),
            troubles: Troubles::default(),
            observer,
            requests: AtomicU64::new(0),
        }
    }

    pub(super) fn tell(&self, event: &TrafficEvent<'_>) {
        if let Some(observer) = &self.observer {
            observer(event);
        }
    }

    /// Returns the last trouble without a good response after it.
    pub(super) fn trouble(&self) -> Option<Trouble> {
        self.troubles.last()
    }

    /// Sends a request, and retries it if that may help and can do no harm. Returns the last
    /// response, whatever its status.
    pub(super) async fn send(&self, outgoing: Outgoing) -> Result<Incoming, Box<Transport>> {
        let mut request = HttpRequest {
            method: outgoing.method,
            url: outgoing.url,
            headers: outgoing.headers,
            body: outgoing.body.as_ref().map(|body| body.sent.clone()),
        };
        let accept = HeaderValue::from_static("application/json");
        request.headers.insert("accept", accept);
        if let Some(body) = &outgoing.body {
            let content_type = HeaderValue::from_static(body.content_type);
            request.headers.insert("content-type", content_type);
        }
        let start = Instant::now();
        let mut attempt = 1;
        let mut sending = self.troubles.sending(http::origin(&request.url));
        loop {
            self.holds.pass(&request.url).await;
            sending.begins();
            let outcome = self
                .send_once(
                    &mut request,
                    outgoing.body.as_ref().map(|body| body.shown.as_str()),
                    outgoing.secret_fields,
                )
                .await;
            let classified = classify(&outcome);
            sending.ends(failure(&outcome, &request.url));
            if let Some(pause) = retry::hold(&self.policy, outgoing.safety, classified) {
                self.holds.set(&request.url, pause);
            }
            let tried = Tried {
                attempts: attempt,
                elapsed: start.elapsed(),
                left: self.budget.left(),
            };
            let jitter = fastrand::f64();
            let pause = retry::pause(&self.policy, outgoing.safety, classified, tried, jitter);
            if let Some(pause) = pause.filter(|_| self.budget.take()) {
                self.tell(&TrafficEvent::Pausing { pause });
                tokio::time::sleep(pause).await;
                attempt += 1;
                continue;
            }
            if !retry::may_repeat(Safety::Safe, classified) {
                self.budget.give_back();
            } else if tried.left == 0 {
                self.tell(&TrafficEvent::Note("all retries of this run are used up"));
            }
            let retries = attempt - 1;
            return match outcome {
                Ok(answer) => Ok(Incoming {
                    operation: outgoing.operation,
                    service: outgoing.service,
                    url: request.url,
                    answer,
                    retries,
                    secret_fields: outgoing.secret_fields,
                }),
                Err(failure) => Err(Box::new(Transport {
                    operation: outgoing.operation,
                    kind: failure.kind,
                    origin: http::origin(&request.url),
                    retries,
                    cause: failure.cause,
                })),
            };
        }
    }

    async fn send_once(
        &self,
        request: &mut HttpRequest,
        shown_body: Option<&str>,
        secret_fields: &'static [&'static str],
    ) -> Result<HttpAnswer, HttpFailure> {
        request.headers.insert(REQUEST_ID, own_request_id());
        let number = self.requests.fetch_add(1, Ordering::Relaxed) + 1;
        if self.observer.is_none() {
            return self.http.send(request).await;
        }
        let url = http::shown(&request.url);
        let method = request.method.as_str();
        self.tell(&TrafficEvent::Sending {
            number,
            method,
            url: &url,
            headers: observe::shown_headers(&request.headers),
            body: shown_body,
        });
        let start = Instant::now();
        let outcome = self.http.send(request).await;
        let elapsed = start.elapsed();
        match &outcome {
            Ok(answer) => self.tell(&TrafficEvent::Answered {
                number,
                method,
                url: &url,
                status: answer.status,
                elapsed,
                length: answer.body.len(),
                request_id: request::request_id(&answer.headers).as_deref(),
                headers: observe::shown_headers(&answer.headers),
                body: observe::Body::new(&answer.body, secret_fields),
            }),
            Err(failure) => self.tell(&TrafficEvent::Failed {
                number,
                method,
                url: &url,
                elapsed,
                cause: &failure.cause,
            }),
        }
        outcome
    }
}

/// Returns a redirect's target to show: without credentials and query, and only if it is not too
/// long.
fn shown_location(from: &Url, location: &HeaderValue) -> String {
    let target = location
        .to_str()
        .ok()
        .filter(|location| location.len() <= 2_000)
        .and_then(|location| from.join(location).ok());
    target.map_or_else(
        || "an address that is none".to_owned(),
        |mut target| {
            target.set_query(None);
            target.set_fragment(None);
            http::shown(&target)
        },
    )
}

const REQUEST_ID: HeaderName = HeaderName::from_static("x-openstack-request-id");

/// Returns ostk's own ID for an attempt, which services log beside theirs.
fn own_request_id() -> HeaderValue {
    let text = format!("req-{}", uuid::Uuid::new_v4());
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("req-none"))
}

/// Returns the reason, in words, why an attempt got no response of the service's own. The statuses
/// 429 and from 500 on also count.
fn failure(outcome: &Result<HttpAnswer, HttpFailure>, url: &Url) -> Option<String> {
    let origin = http::origin(url);
    match outcome {
        Ok(answer) if matches!(answer.status, 429 | 500..) => {
            Some(format!("{origin} answered HTTP {}", answer.status))
        }
        Ok(_) => None,
        Err(failure) => {
            let transport = Transport {
                operation: "",
                kind: failure.kind,
                origin,
                retries: 0,
                cause: failure.cause.clone(),
            };
            Some(transport.to_string())
        }
    }
}

fn classify(outcome: &Result<HttpAnswer, HttpFailure>) -> Outcome {
    match outcome {
        Ok(answer) => Outcome::Answered {
            status: answer.status,
            retry_after: request::retry_after(&answer.headers),
        },
        Err(failure) => Outcome::Failed(failure.kind),
    }
}

/// The longest wait for a connection, unless a flag says otherwise.
pub const DEFAULT_CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// The longest wait between two pieces of a response, unless a flag says otherwise. One process of
/// Nova needs up to 20 s for a page of 1,000 servers.
pub const DEFAULT_READ_TIMEOUT: Duration = Duration::from_mins(1);

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::net::TcpListener;
    use std::sync::mpsc;

    #[tokio::test]
    async fn a_service_that_wants_a_pause_is_left_alone_by_every_request() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = |path: &str| -> Url {
            let address = listener.local_addr().unwrap();
            format!("http://{address}{path}").parse().unwrap()
        };
        let (first, second) = (url("/first"), url("/second"));
        let (came, requests) = mpsc::channel();
        // Each response ends its connection; the thread ends with the test's process.
        std::thread::spawn(move || {
            for (number, stream) in listener.incoming().enumerate() {
                let mut stream = stream.unwrap();
                let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                let line = lines.next().unwrap().unwrap();
                came.send((line, std::time::Instant::now())).unwrap();
                lines.find(|line| line.as_ref().unwrap().is_empty());
                let head = if number == 0 {
                    "HTTP/1.1 429 Too Many\r\nRetry-After: 1"
                } else {
                    "HTTP/1.1 200 OK"
                };
                write!(
                    stream,
                    "{head}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                )
                .unwrap();
            }
        });
        let wire = Wire::new(HttpSettings::default(), Policy::default(), None);
        let send =
            |url: &Url| wire.send(Outgoing::get("ListServers", Service::Compute, url.clone()));
        let waiting = async {
            let end = loop {
                match wire.holds.end(&first) {
                    Some(end) => break end.into_std(),
                    None => tokio::task::yield_now().await,
                }
            };
            send(&second).await.unwrap();
            end
        };
        let (answer, end) = tokio::join!(send(&first), waiting);
        assert_eq!(answer.unwrap().retries, 1);
        assert_eq!(requests.recv().unwrap().0, "GET /first HTTP/1.1");
        for _ in 0..2 {
            let (line, at) = requests.recv().unwrap();
            assert!(at >= end, "{line}");
        }
    }

    #[tokio::test]
    async fn all_requests_of_a_run_share_its_retries() {
        let answer = |status| {
            let head = format!("HTTP/1.1 {status} S\r\nConnection: close\r\nContent-Length: 0");
            format!("{head}\r\n\r\n").into_bytes()
        };
        let url = http::answering([503, 503, 503, 503, 200, 503, 200].map(answer).into());
        let policy = Policy {
            base: Duration::ZERO,
            shared: 2,
            ..Policy::default()
        };
        let wire = Wire::new(HttpSettings::default(), policy, None);
        let mut outcomes = Vec::new();
        for _ in 0..4 {
            let request = Outgoing::get("ListServers", Service::Compute, url.clone());
            let incoming = wire.send(request).await.unwrap();
            outcomes.push((incoming.status(), incoming.retries));
        }
        // The second request has no retries left. The third needs none, and gives one back to the
        // fourth.
        assert_eq!(outcomes, [(503, 2), (503, 0), (200, 0), (200, 1)]);
    }

    #[test]
    fn a_redirects_target_is_shown_without_secrets() {
        let from: Url = "https://nova.example/v2.1".parse().unwrap();
        for (location, shown) in [
            ("/v3?token=x#y", "https://nova.example/v3"),
            (
                "https://user:pw@other.example/a?b",
                "https://other.example/a",
            ),
            ("http://[", "an address that is none"),
        ] {
            let location = HeaderValue::from_static(location);
            assert_eq!(shown_location(&from, &location), shown);
        }
        let long = HeaderValue::from_str(&"x".repeat(3_000)).unwrap();
        assert_eq!(shown_location(&from, &long), "an address that is none");
    }
}
