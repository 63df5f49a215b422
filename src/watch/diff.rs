//! Compares the known state with Nova's responses. Pure: it knows servers and states, but not how
//! they were requested.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use crate::openstack::Server;
use crate::state::State;

/// How long to remember a deletion, so that it is reported only once.
const REMEMBERED: SignedDuration = SignedDuration::from_mins(10);

/// The result of one poll.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// The servers as they are now, including deleted ones.
    pub servers: Vec<Arc<Server>>,
    /// IDs that Nova no longer knows.
    pub gone: Vec<String>,
    /// Whether the batch holds every server.
    pub whole: bool,
    /// The server's time when it responded.
    pub date: Option<Timestamp>,
    /// The time from which the next poll must ask for changes, so that it misses none.
    pub since: Option<Timestamp>,
}

/// Every instance that is known to exist.
#[derive(Clone, Debug, Default)]
pub struct ServerSnapshot {
    servers: BTreeMap<String, Arc<Server>>,
    /// The deleted instances, and when each was last reported. Nova writes to a deleted server for
    /// some seconds more, so it appears among the changes again.
    gone: HashMap<String, Option<Timestamp>>,
    /// The server's time at the first response.
    begun: Option<Timestamp>,
}

/// A change of an instance.
#[derive(Clone, Debug)]
pub enum Change {
    /// The instance is new.
    Added(Arc<Server>),
    /// The instance was known, and has changed.
    Changed {
        /// The instance before the change.
        before: Arc<Server>,
        /// The instance now.
        now: Arc<Server>,
    },
    /// The instance is gone.
    Deleted {
        /// The instance before. `None` if it came and went between two responses.
        before: Option<Arc<Server>>,
        /// The instance as Nova still shows it, or as it was last seen.
        last: Arc<Server>,
    },
}

/// Returns the state of a server.
pub(super) fn state(server: &Server) -> State {
    State::of(&server.status, server.task_state.as_deref())
}

impl Change {
    /// Returns the instance's ID.
    pub fn id(&self) -> &str {
        &self.server().id
    }

    /// Returns the instance as it is now, or as it was last seen.
    pub fn server(&self) -> &Arc<Server> {
        match self {
            Self::Added(server)
            | Self::Changed { now: server, .. }
            | Self::Deleted { last: server, .. } => server,
        }
    }

    /// Returns the instance before the change.
    pub fn before(&self) -> Option<&Arc<Server>> {
        match self {
            Self::Added(_) => None,
            Self::Changed { before, .. } => Some(before),
            Self::Deleted { before, .. } => before.as_ref(),
        }
    }

    /// Returns the state before the change.
    pub fn previous(&self) -> Option<State> {
        self.before().map(|server| state(server))
    }

    /// Returns the state now.
    pub fn current(&self) -> State {
        match self {
            Self::Deleted { .. } => State::Terminated,
            Self::Added(server) | Self::Changed { now: server, .. } => state(server),
        }
    }

    /// Returns whether the state or the name has changed. A step within one state does not count.
    pub fn is_transition(&self) -> bool {
        match self {
            Self::Added(_) | Self::Deleted { .. } => true,
            Self::Changed { before, now } => state(before) != state(now) || before.name != now.name,
        }
    }
}

impl ServerSnapshot {
    /// Returns the number of instances.
    pub fn len(&self) -> usize {
        self.servers.len()
    }

    /// Returns whether there are no instances.
    pub fn is_empty(&self) -> bool {
        self.servers.is_empty()
    }

    /// Returns the instance with this ID.
    pub fn get(&self, id: &str) -> Option<&Arc<Server>> {
        self.servers.get(id)
    }

    /// Returns every instance, by ID.
    pub fn servers(&self) -> impl Iterator<Item = &Arc<Server>> {
        self.servers.values()
    }

    /// Returns whether any instance is in transition.
    pub(super) fn is_busy(&self) -> bool {
        self.servers
            .values()
            .any(|server| state(server).is_transitional())
    }

    /// Returns the known IDs that a complete response does not have.
    pub(super) fn missing_from(&self, batch: &Batch) -> Vec<String> {
        let there: HashSet<&str> = batch.servers.iter().map(|one| one.id.as_str()).collect();
        self.servers
            .keys()
            .filter(|id| !there.contains(id.as_str()))
            .cloned()
            .collect()
    }

    /// Stores the deletions that a response reports, and forgets old ones.
    pub(super) fn remember_gone(&mut self, batch: &Batch) {
        self.begun = self.begun.or(batch.date);
        if let Some(now) = batch.date {
            let is_recent = |told: Timestamp| now.duration_since(told) < REMEMBERED;
            self.gone.retain(|_, told| told.is_some_and(is_recent));
        }
        let deleted = batch
            .servers
            .iter()
            .filter(|server| state(server) == State::Terminated)
            .map(|server| &server.id);
        let gone = deleted.chain(&batch.gone);
        self.gone.extend(gone.map(|id| (id.clone(), batch.date)));
    }

    /// Applies a change.
    pub fn apply(&mut self, change: &Change) {
        let id = change.id().to_owned();
        match change {
            Change::Added(server) | Change::Changed { now: server, .. } => {
                self.servers.insert(id, Arc::clone(server));
            }
            Change::Deleted { .. } => {
                self.servers.remove(&id);
            }
        }
    }

    /// Forgets an instance.
    pub(super) fn forget(&mut self, id: &str) {
        self.servers.remove(id);
    }

    /// Returns whether to report the deletion of an unknown instance. It was missed, and is not an
    /// old story, only if it was created after this began.
    fn is_news(&self, server: &Server) -> bool {
        let created = server
            .created
            .as_deref()
            .and_then(|text| text.parse::<Timestamp>().ok());
        !self.gone.contains_key(&server.id)
            && matches!((created, self.begun), (Some(created), Some(begun)) if created >= begun)
    }
}

/// Returns the changes in a response, in the order of its servers. If a server appears twice, the
/// last one counts.
pub fn diff(old: &ServerSnapshot, batch: &Batch) -> Vec<Change> {
    let last: HashMap<&str, usize> = batch
        .servers
        .iter()
        .enumerate()
        .map(|(place, server)| (server.id.as_str(), place))
        .collect();
    let mut changes = Vec::new();
    let mut told = HashSet::new();
    for (place, server) in batch.servers.iter().enumerate() {
        if last.get(server.id.as_str()) != Some(&place) {
            continue;
        }
        told.insert(server.id.as_str());
        let mut before = old.get(&server.id).cloned();
        let server = Arc::clone(server);
        if let Some(started) = before
            .as_ref()
            .and_then(|before| unseen_start(before, &server))
        {
            let before = before.replace(Arc::clone(&started));
            changes.extend(before.map(|before| Change::Changed {
                before,
                now: started,
            }));
        }
        if state(&server) == State::Terminated {
            if before.is_some() || old.is_news(&server) {
                changes.push(Change::Deleted {
                    before,
                    last: server,
                });
            }
            continue;
        }
        match before {
            None => changes.push(Change::Added(server)),
            Some(before) if differs(&before, &server) => changes.push(Change::Changed {
                before,
                now: server,
            }),
            Some(_) => {}
        }
    }
    for id in &batch.gone {
        if let Some(before) = old.get(id)
            && told.insert(id)
        {
            changes.push(Change::Deleted {
                before: Some(Arc::clone(before)),
                last: Arc::clone(before),
            });
        }
    }
    changes
}

/// Returns an instance as it must have been while it ran unseen between two responses, however
/// briefly. It was being built before, does something else now, and Nova has recorded its launch.
fn unseen_start(before: &Server, now: &Server) -> Option<Arc<Server>> {
    let started = state(before) == State::Pending
        && before.launched_at.is_none()
        && now.launched_at.is_some()
        && !matches!(state(now), State::Pending | State::Running | State::Error);
    started.then(|| {
        let mut running = now.clone();
        "ACTIVE".clone_into(&mut running.status);
        running.task_state = None;
        running.vm_state = Some("active".to_owned());
        running.power_state = Some(1);
        Arc::new(running)
    })
}

/// Returns whether anything differs that a user may want to know. `updated` changes with everything
/// that Nova itself writes. Addresses and a fault come from elsewhere.
fn differs(one: &Server, other: &Server) -> bool {
    let addresses = |server: &Server| -> Vec<String> {
        let all = server.addresses.iter().flat_map(|(_, all)| all);
        all.map(|address| address.addr.clone()).collect()
    };
    one.status != other.status
        || one.task_state != other.task_state
        || one.vm_state != other.vm_state
        || one.power_state != other.power_state
        || one.name != other.name
        || one.updated != other.updated
        || one.metadata != other.metadata
        || one.tags != other.tags
        || one.locked != other.locked
        || one.fault.is_some() != other.fault.is_some()
        || addresses(one) != addresses(other)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    pub(in crate::watch) const NOON: &str = "2026-11-24T12:00:00Z";

    pub(in crate::watch) fn server(id: &str, status: &str, task: Option<&str>) -> Arc<Server> {
        let body = json!({ "id": id, "name": format!("web-{id}"), "status": status,
            "OS-EXT-STS:task_state": task, "created": NOON, "updated": NOON });
        Arc::new(serde_json::from_value(body).unwrap())
    }

    fn batch(servers: Vec<Arc<Server>>) -> Batch {
        Batch {
            servers,
            date: Some(NOON.parse().unwrap()),
            ..Batch::default()
        }
    }

    /// Applies the changes and returns them as text.
    fn step(snapshot: &mut ServerSnapshot, batch: &Batch) -> Vec<String> {
        let changes = diff(snapshot, batch);
        snapshot.remember_gone(batch);
        changes
            .iter()
            .map(|change| {
                snapshot.apply(change);
                let before = change.previous().map_or("-", State::name);
                format!("{} {before} {}", change.id(), change.current())
            })
            .collect()
    }

    #[test]
    fn a_life_is_told_once() {
        let mut snapshot = ServerSnapshot::default();
        let table = [
            ("BUILD", Some("scheduling"), Some("a - pending")),
            ("BUILD", Some("scheduling"), None),
            ("BUILD", Some("spawning"), Some("a pending pending")),
            ("ACTIVE", None, Some("a pending running")),
            ("ACTIVE", Some("powering-off"), Some("a running stopping")),
            ("ACTIVE", Some("powering-off"), None),
            ("SHUTOFF", None, Some("a stopping stopped")),
            ("SHUTOFF", Some("deleting"), Some("a stopped deleting")),
            ("DELETED", None, Some("a deleting terminated")),
            ("DELETED", None, None),
        ];
        for (status, task, told) in table {
            let told: Vec<&str> = told.into_iter().collect();
            let answer = batch(vec![server("a", status, task)]);
            assert_eq!(step(&mut snapshot, &answer), told, "{status} {task:?}");
        }
        assert!(snapshot.is_empty());
    }

    #[test]
    fn a_step_within_a_state_is_a_change_and_no_transition() {
        let mut snapshot = ServerSnapshot::default();
        step(&mut snapshot, &batch(vec![server("a", "BUILD", None)]));
        let spawning = batch(vec![server("a", "BUILD", Some("spawning"))]);
        assert!(!diff(&snapshot, &spawning)[0].is_transition());
        let active = batch(vec![server("a", "ACTIVE", None)]);
        assert!(diff(&snapshot, &active)[0].is_transition());
    }

    #[test]
    fn old_deletions_are_no_news_and_one_between_two_answers_is() {
        let mut snapshot = ServerSnapshot::default();
        assert!(step(&mut snapshot, &batch(vec![server("a", "DELETED", None)])).is_empty());
        let old = json!({ "id": "b", "status": "DELETED", "created": "2026-11-24T11:59:59Z" });
        let old = Arc::new(serde_json::from_value(old).unwrap());
        assert!(step(&mut snapshot, &batch(vec![old])).is_empty());
        let short = batch(vec![server("c", "DELETED", None)]);
        assert_eq!(step(&mut snapshot, &short), ["c - terminated"]);
        assert!(step(&mut snapshot, &short).is_empty());
        // Nova has written to it once more.
        assert!(step(&mut snapshot, &batch(vec![])).is_empty());
        assert!(step(&mut snapshot, &short).is_empty());
    }

    #[test]
    fn what_ran_between_two_answers_is_told_if_nova_has_noted_it() {
        let launched = |status: &str, task: Option<&str>| {
            let mut server = Server::clone(&server("a", status, task));
            server.launched_at = Some(NOON.to_owned());
            batch(vec![Arc::new(server)])
        };
        let building = batch(vec![server("a", "BUILD", Some("spawning"))]);
        let told = |answer: &Batch| {
            let mut snapshot = ServerSnapshot::default();
            step(&mut snapshot, &building);
            step(&mut snapshot, answer)
        };
        assert_eq!(
            told(&launched("ACTIVE", Some("deleting"))),
            ["a pending running", "a running deleting"]
        );
        assert_eq!(
            told(&launched("DELETED", None)),
            ["a pending running", "a running terminated"]
        );
        assert_eq!(told(&launched("ACTIVE", None)), ["a pending running"]);
        let unbuilt = batch(vec![server("a", "DELETED", None)]);
        assert_eq!(told(&unbuilt), ["a pending terminated"]);
    }

    #[test]
    fn what_has_vanished_is_deleted_and_what_comes_back_is_added() {
        let mut snapshot = ServerSnapshot::default();
        step(&mut snapshot, &batch(vec![server("a", "ACTIVE", None)]));
        let gone = Batch {
            gone: vec!["a".to_owned(), "a".to_owned(), "never known".to_owned()],
            ..Batch::default()
        };
        assert_eq!(step(&mut snapshot, &gone), ["a running terminated"]);
        assert!(step(&mut snapshot, &gone).is_empty());
        let restored = batch(vec![server("a", "SOFT_DELETED", Some("restoring"))]);
        assert_eq!(step(&mut snapshot, &restored), ["a - starting"]);
    }

    #[test]
    fn of_a_server_that_comes_twice_the_last_counts() {
        let mut snapshot = ServerSnapshot::default();
        let twice = batch(vec![
            server("a", "BUILD", None),
            server("a", "ACTIVE", None),
        ]);
        assert_eq!(step(&mut snapshot, &twice), ["a - running"]);
    }

    const STATUSES: [(&str, Option<&str>); 5] = [
        ("BUILD", Some("spawning")),
        ("ACTIVE", None),
        ("ACTIVE", Some("powering-off")),
        ("SHUTOFF", None),
        ("DELETED", None),
    ];

    fn any_servers() -> impl Strategy<Value = Vec<Arc<Server>>> {
        proptest::collection::vec((0..6_u8, 0..STATUSES.len()), 0..8).prop_map(|all| {
            all.into_iter()
                .map(|(id, place)| {
                    let (status, task) = STATUSES[place];
                    server(&id.to_string(), status, task)
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn the_changes_make_the_old_into_the_new(
            before in any_servers(),
            after in any_servers(),
            gone in proptest::collection::vec(0..6_u8, 0..3),
        ) {
            let mut snapshot = ServerSnapshot::default();
            step(&mut snapshot, &batch(before));
            // The expected result, computed in the simplest way.
            let mut expected: BTreeMap<String, State> = snapshot
                .servers()
                .map(|server| (server.id.clone(), state(server)))
                .collect();
            let mut answer = batch(after);
            answer.gone = gone.iter().map(ToString::to_string).collect();
            for id in &answer.gone {
                expected.remove(id);
            }
            for server in &answer.servers {
                expected.insert(server.id.clone(), state(server));
            }
            expected.retain(|_, state| *state != State::Terminated);

            step(&mut snapshot, &answer);
            let found: BTreeMap<String, State> = snapshot
                .servers()
                .map(|server| (server.id.clone(), state(server)))
                .collect();
            prop_assert_eq!(found, expected);
            // The same response again reports no change.
            answer.gone.clear();
            prop_assert!(step(&mut snapshot, &answer).is_empty());
        }
    }
}
