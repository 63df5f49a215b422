//! Exactly once. Nova has no client tokens, so ostk's goes into what it makes, and whoever is not
//! sure whether something was made looks for it.
//!
//! A look that finds nothing proves nothing as long as the request may still be on its way: in a
//! proxy's queue, or with Nova at work on it. What cannot be seen can be waited for: a request
//! counts as over when whoever sent it has given it up, or is gone, for as long as an answer would
//! have been waited for ([`Session::patience`]). So:
//!
//! - In one process: after an answer that was lost, it is looked for until then, and only then is
//!   the request sent once more.
//! - After a process that was killed: the journal holds when it last waited for an answer, and the
//!   next try with the same client token looks until that request is over.
//! - Of several processes on one machine, each waits for the one before (`records::Claim`).
//! - On another machine, or without a journal, nothing is known of earlier requests: what can be
//!   seen when the second try begins is found. Two that use a token at the same moment each look
//!   once more after they are done. Nova shows a server before it answers, so that at least one of
//!   the two sees both, and gives way or says so.
//! - A volume belongs to one server alone: two requests that name the same new volume cannot both
//!   come to something, whenever they arrive.
//!
//! What can't be excluded is a request that something holds back for longer than `patience`, and
//! lets through in the end. The next look at the token names both instances.

use std::time::Duration;

use tokio::time::Instant;

use crate::openstack::{Call, Error, NameRegex, Pager, Server, Session, Version, list_call};
use crate::records::{CLIENT_INDEX_KEY, CLIENT_TOKEN_KEY, client_tag};
use crate::state::State;
use crate::verbs::context::Notes;

/// How often the same request is sent in all.
const TRIES: u32 = 2;
/// How long to wait between looks: short at first, since what was cut off in the middle is mostly
/// done a moment later.
const FIRST_PAUSE: Duration = Duration::from_millis(300);
const LONGEST_PAUSE: Duration = Duration::from_secs(3);
/// So many looks in a row may fail, each of which was repeated already.
const MOST_FAILURES: u32 = 3;

/// What finds the servers that were made with a client token.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) token: String,
    /// The name, where several have it followed by their numbers.
    name: String,
    several: bool,
}

impl Mark {
    pub(super) fn new(token: &str, name: &str, several: bool) -> Self {
        Self {
            token: token.to_owned(),
            name: name.to_owned(),
            several,
        }
    }

    /// All servers that carry the token: by the tag that was made of it, or, where Nova knows no
    /// tags in a create, by their names. The metadata says whether it is really the token.
    pub(super) async fn carriers(&self, session: &Session) -> Result<Vec<Server>, Error> {
        let by_tag = list_call::<Server>()
            .only_version(TAGS)
            .query("tags", client_tag(&self.token));
        let mut found = match all(session, by_tag).await {
            Err(Error::Microversion { .. }) => {
                let by_name = list_call::<Server>().query("name", self.name_regex());
                all(session, by_name).await?
            }
            result => result?,
        };
        found.retain(|server| metadata(server, CLIENT_TOKEN_KEY) == Some(&self.token));
        found.sort_by(|a, b| age(a).cmp(&age(b)));
        Ok(found)
    }

    fn name_regex(&self) -> String {
        if !self.several {
            return NameRegex::exactly(&self.name);
        }
        let mut regex = NameRegex::default();
        self.name.chars().for_each(|letter| regex.letter(letter));
        regex.any();
        regex.finish()
    }
}

/// Tags are given in a create from here on.
pub(super) const TAGS: Version = Version::new(2, 52);

async fn all(session: &Session, call: Call) -> Result<Vec<Server>, Error> {
    let mut pager = Pager::<Server>::new(session, call, None);
    let mut found = Vec::new();
    while let Some(page) = pager.next().await? {
        found.extend(page.items);
    }
    Ok(found)
}

fn metadata<'a>(server: &'a Server, key: &str) -> Option<&'a str> {
    let pair = server.metadata.iter().find(|(own, _)| own == key);
    pair.map(|(_, value)| value.as_str())
}

/// The older one first. Nova's times are whole seconds, so that IDs decide among equals, the same
/// way for everybody who looks.
pub(super) fn age(server: &Server) -> impl Ord {
    (server.created.clone(), server.id.clone())
}

/// Whether it is on its way out, or gone.
pub(super) fn is_gone(server: &Server) -> bool {
    let state = State::of(&server.status, server.task_state.as_deref());
    matches!(state, State::Deleting | State::Terminated)
}

/// Those of a token's servers that have this number, the oldest first.
pub(super) fn numbered(servers: &[Server], index: u32) -> impl Iterator<Item = &Server> {
    let index = index.to_string();
    servers
        .iter()
        .filter(move |server| metadata(server, CLIENT_INDEX_KEY) == Some(&index))
}

/// The one of them that counts: the oldest that is there to stay, or one that is going.
pub(super) fn pick(servers: &[Server], index: u32) -> Option<&Server> {
    numbered(servers, index)
        .find(|server| !is_gone(server))
        .or_else(|| numbered(servers, index).next())
}

/// Looks for something until it is there or the time has come; the last look is after that.
pub(super) async fn look_until<T>(
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
            // The last look has failed, and there is nothing left to wait for.
            tokio::time::sleep(FIRST_PAUSE).await;
        }
        pause = (pause * 3 / 2).min(LONGEST_PAUSE);
    }
}

/// Says that an answer was lost, and what is done about it.
pub(super) fn tell(notes: &Notes, noun: &str, name: &str, error: &Error, left: Duration) {
    let look = if left.is_zero() {
        "looking whether it is there".to_owned()
    } else {
        format!("looking for it for up to {} s", left.as_secs() + 1)
    };
    notes.note(&format!(
        "Whether {noun} '{name}' was created is not known ({error}): {look}."
    ));
}

/// What came of a request that makes something.
#[derive(Debug)]
pub(super) enum Sent<T> {
    /// It was made.
    Made(T, Doubt),
    /// It was refused, and not made.
    Refused(Error, Doubt),
    /// It is not there, and no request is on its way any more.
    Absent(Error),
    /// Nobody knows: it could not be looked for either.
    Unknown(Error),
}

/// Whether an earlier request may have made it as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    None,
    Earlier,
}

/// Sends a request that makes something, so that it is made once. Where its answer is lost, it is
/// looked for until the request is over, and sent once more if it is not there. `lost` is told
/// that an answer was, and how long it is looked for.
pub(super) async fn send<T>(
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
        // Where the service itself has answered, it is at work no more.
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
        }))
    }

    /// Sends to a cloud in which each request that is cut off arrives after so many seconds, or
    /// never, and is seen from then on. Gives what came of it, the requests, and the seconds.
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
        // Something in front of it: it may still arrive.
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

    fn server(id: &str, created: u32, index: &str, task: Option<&str>) -> Server {
        let mut server = Server::default();
        id.clone_into(&mut server.id);
        "ACTIVE".clone_into(&mut server.status);
        server.created = Some(format!("2026-11-24T12:00:{created:02}Z"));
        server.task_state = task.map(str::to_owned);
        server.metadata = vec![(CLIENT_INDEX_KEY.to_owned(), index.to_owned())];
        server
    }

    #[test]
    fn the_oldest_that_stays_counts() {
        let mut servers = vec![
            server("b", 2, "1", None),
            server("a", 2, "1", None),
            server("c", 1, "1", Some("deleting")),
            server("d", 0, "2", None),
        ];
        servers.sort_by(|a, b| age(a).cmp(&age(b)));
        let picked = |index| pick(&servers, index).map(|server| server.id.as_str());
        assert_eq!(picked(1), Some("a"));
        assert_eq!(picked(2), Some("d"));
        assert_eq!(picked(3), None);
        let going = [server("c", 1, "1", Some("deleting"))];
        assert_eq!(pick(&going, 1).map(|server| server.id.as_str()), Some("c"));
    }
}
