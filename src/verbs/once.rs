//! Exactly-once creation. The services have no client tokens, so ostk stores its own in the
//! resources that it creates. After a lost response, ostk looks for the resource with the token.
//!
//! A look that finds nothing proves nothing while the request may still be on its way: in a proxy's
//! queue, or in work at the service. Waiting settles this: a request counts as over after its
//! sender has given up or ended, plus the longest wait for a response ([`Session::patience`]). So:
//!
//! - In one process: after a lost response, ostk looks until then, and only then sends the request
//!   once more ([`send`]).
//! - After a process was killed: the journal holds when it last waited for a response. The next try
//!   with the same client token looks until that request is over ([`time_left`]).
//! - With several processes on one machine, each waits for the one before (`verbs::claim`).
//! - On another machine, or without a journal, earlier requests are unknown: ostk finds what exists
//!   when the second try begins. Two processes that use a token at the same moment each look once
//!   more after they are done. The services show what they create before they respond, so at least
//!   one of the two sees both, and gives way or says so.
//!
//! A request that is held back for longer than `patience`, and then let through, can't be excluded.
//! The next look for the token finds both resources.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;

use super::context::Context;
use super::log::beat;
use super::notes::Notes;
use crate::openstack::{Error, Session};

/// AWS's limit for client tokens.
const TOKEN_LIMIT: usize = 64;

/// Returns what is wrong with a client token, if anything.
pub fn token_problem(token: Option<&str>) -> Option<String> {
    let token = token?;
    let good = !token.is_empty()
        && token.len() <= TOKEN_LIMIT
        && token.bytes().all(|byte| byte.is_ascii_graphic());
    (!good).then(|| format!("a client token has 1 to {TOKEN_LIMIT} printable characters of ASCII"))
}

/// How often the same request is sent in total.
const TRIES: u32 = 2;
/// The time between looks. It is short at first, since a request that was cut off is usually done a
/// moment later.
const FIRST_PAUSE: Duration = Duration::from_millis(300);
const LONGEST_PAUSE: Duration = Duration::from_secs(3);
/// How many looks in a row may fail. Each was already retried.
const MOST_FAILURES: u32 = 3;

/// Looks for a resource until it exists or the time has come. The last look is after that time.
pub async fn look_until<T>(
    until: Instant,
    mut look: impl AsyncFnMut() -> Result<Option<T>, Error>,
) -> Result<Option<T>, Error> {
    let mut pause = FIRST_PAUSE;
    let mut failures = 0;
    loop {
        let last = Instant::now() >= until;
        match look().await {
            Ok(None) if last => return Ok(None),
            Ok(None) => failures = 0,
            Ok(found) => return Ok(found),
            Err(error) if error.may_pass() && failures < MOST_FAILURES => failures += 1,
            Err(error) => return Err(error),
        }
        tokio::time::sleep(pause.min(until.saturating_duration_since(Instant::now()))).await;
        if last {
            // The last look failed, and there is nothing left to wait for.
            tokio::time::sleep(FIRST_PAUSE).await;
        }
        pause = (pause * 3 / 2).min(LONGEST_PAUSE);
    }
}

/// Returns how long an earlier request may still be in progress, and when that time ends. `sent` is
/// when its response was last awaited, from the journal.
pub fn time_left(session: &Session, sent: Timestamp) -> (Duration, Timestamp) {
    let lasts = session.patience().saturating_add(beat(session.patience()));
    let over = SignedDuration::try_from(lasts)
        .ok()
        .and_then(|lasts| sent.checked_add(lasts).ok())
        .unwrap_or(Timestamp::MAX);
    // If the clock was set back, the time must not exceed its maximum.
    let left = Duration::try_from(over.duration_since(session.now()))
        .unwrap_or_default()
        .min(lasts);
    (left, over)
}

/// Tells the user that ostk waits for an earlier request.
pub fn tell_earlier(context: &Context, noun: &str, name: &str, left: Duration) {
    context.notes.note(&format!(
        "An earlier request for '{name}' may still be under way: looking for its {noun} for up to \
         {} s.",
        left.as_secs() + 1
    ));
}

/// Tells the user that a response was lost, and what ostk does about it.
pub fn tell(notes: &Notes, noun: &str, name: &str, error: &Error, left: Duration) {
    let look = if left.is_zero() {
        "looking whether it is there".to_owned()
    } else {
        format!("looking for it for up to {} s", left.as_secs() + 1)
    };
    notes.note(&format!(
        "Whether {noun} '{name}' was created is not known ({error}): {look}."
    ));
}

/// The outcome of a request that creates a resource.
#[derive(Debug)]
pub enum Sent<T> {
    /// The resource was created.
    Made(T, Doubt),
    /// The request was refused, and created nothing.
    Refused(Error, Doubt),
    /// The resource doesn't exist, and no request is on its way.
    Absent(Error),
    /// The outcome is unknown: the look failed as well.
    Unknown(Error),
}

/// Whether an earlier request may have created the resource as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The outcome of every earlier request is known.
    None,
    /// The response to an earlier request was lost.
    Earlier,
}

/// Sends a request so that its resource is created once. If the response is lost, looks for the
/// resource until the request is over, and sends the request once more if there is none. Calls
/// `lost` with the error of a lost response and with how long the look lasts.
pub async fn send<T>(
    patience: Duration,
    mut request: impl AsyncFnMut() -> Result<T, Error>,
    mut look: impl AsyncFnMut() -> Result<Option<T>, Error>,
    mut lost: impl FnMut(&Error, Duration),
) -> Sent<T> {
    let mut doubt = Doubt::None;
    let mut tries = 0;
    loop {
        tries += 1;
        let error = match request().await {
            Ok(made) => return Sent::Made(made, doubt),
            Err(error) if error.may_have_acted() => error,
            Err(error) => return Sent::Refused(error, doubt),
        };
        doubt = Doubt::Earlier;
        // After a response of the service itself, the service no longer works on the request.
        let left = if error.is_final() {
            Duration::ZERO
        } else {
            patience
        };
        lost(&error, left);
        match look_until(Instant::now() + left, &mut look).await {
            Ok(Some(made)) if tries == 1 => return Sent::Made(made, Doubt::None),
            Ok(Some(made)) => return Sent::Made(made, doubt),
            Ok(None) if tries < TRIES && !error.is_final() => {}
            Ok(None) => return Sent::Absent(error),
            Err(_) => return Sent::Unknown(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::openstack::{Fault, Service, Transport, TransportKind};

    const PATIENCE: Duration = Duration::from_mins(1);

    fn cut() -> Error {
        Error::Transport(Box::new(Transport {
            operation: "RunInstances",
            kind: TransportKind::Cut,
            origin: "http://h".to_owned(),
            retries: 0,
            cause: String::new(),
        }))
    }

    fn fault(status: u16, request_id: Option<&str>) -> Error {
        Error::Fault(Box::new(Fault {
            service: Service::Compute,
            operation: "RunInstances",
            status,
            code: None,
            message: String::new(),
            request_id: request_id.map(str::to_owned),
            retries: 0,
            retry_after: None,
            missing: None,
        }))
    }

    /// Sends to a cloud where each request that is cut off arrives after so many seconds, or never,
    /// and is visible from then on. Returns the outcome, the number of requests, and the seconds.
    async fn sent_to(arrivals: &[Option<u64>], error: fn() -> Error) -> (Sent<usize>, usize, u64) {
        let start = Instant::now();
        let requests = Cell::new(0);
        let made = Cell::new(Vec::new());
        let outcome = send(
            PATIENCE,
            async || {
                let number = requests.get();
                requests.set(number + 1);
                match arrivals.get(number) {
                    Some(late) => {
                        let mut all = made.take();
                        all.extend(late.map(|late| Instant::now() + Duration::from_secs(late)));
                        made.set(all);
                        Err(error())
                    }
                    None => Ok(number),
                }
            },
            async || {
                let all = made.take();
                let seen = all.iter().position(|at| *at <= Instant::now());
                made.set(all);
                Ok(seen)
            },
            |_, _| {},
        )
        .await;
        (outcome, requests.get(), start.elapsed().as_secs())
    }

    #[tokio::test(start_paused = true)]
    async fn what_arrives_late_is_found_and_not_made_again() {
        for late in [0, 1, 30, 59] {
            let (outcome, requests, seconds) = sent_to(&[Some(late)], cut).await;
            assert!(
                matches!(outcome, Sent::Made(0, Doubt::None)),
                "{late}: {outcome:?}"
            );
            assert_eq!(requests, 1);
            assert!(seconds <= late + 3, "{late}: {seconds}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn what_never_arrives_is_asked_for_once_more_when_it_is_over() {
        let (outcome, requests, seconds) = sent_to(&[None], cut).await;
        assert!(matches!(outcome, Sent::Made(1, Doubt::Earlier)));
        assert_eq!((requests, seconds), (2, 60));
        let (outcome, requests, seconds) = sent_to(&[None, None, None], cut).await;
        assert!(matches!(outcome, Sent::Absent(_)));
        assert_eq!((requests, seconds), (2, 120));
    }

    #[tokio::test(start_paused = true)]
    async fn a_refusal_is_believed_and_so_is_the_service_itself() {
        let refused = || fault(403, Some("req-1"));
        let (outcome, requests, seconds) = sent_to(&[None], refused).await;
        assert!(matches!(outcome, Sent::Refused(_, Doubt::None)));
        assert_eq!((requests, seconds), (1, 0));
        let failed = || fault(500, Some("req-1"));
        let (outcome, requests, seconds) = sent_to(&[None], failed).await;
        assert!(matches!(outcome, Sent::Absent(_)));
        assert_eq!((requests, seconds), (1, 0));
        let (outcome, _, _) = sent_to(&[Some(0)], failed).await;
        assert!(matches!(outcome, Sent::Made(0, Doubt::None)));
        // The response came from a proxy: the request may still arrive.
        let (outcome, requests, seconds) = sent_to(&[None], || fault(504, None)).await;
        assert!(matches!(outcome, Sent::Made(1, Doubt::Earlier)));
        assert_eq!((requests, seconds), (2, 60));
    }

    #[tokio::test(start_paused = true)]
    async fn a_look_that_fails_is_no_look() {
        let looks = Cell::new(0);
        let outcome = send(
            PATIENCE,
            async || Err::<(), _>(cut()),
            async || {
                looks.set(looks.get() + 1);
                Err(fault(503, None))
            },
            |_, _| {},
        )
        .await;
        assert!(matches!(outcome, Sent::Unknown(_)));
        assert_eq!(looks.get(), MOST_FAILURES + 1);
    }
}
