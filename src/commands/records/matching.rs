//! Compares a listing of the cloud with the journal. Pure.

use std::collections::{HashMap, HashSet};

use jiff::{SignedDuration, Timestamp};

use crate::commands::wire::Time;
use crate::openstack::Server;
use crate::records::{
    CLIENT_INDEX_KEY, CLIENT_TOKEN_KEY, Kind, RUN_ID_KEY, RecordState, ResourceRecord, Scope,
};
use crate::state::State;

/// The age after which a request without an instance has failed: no process still waits for its
/// response.
const LOST: SignedDuration = SignedDuration::from_mins(15);

/// The result of a comparison. All of its records belong to the place that was listed.
#[derive(Debug, Default)]
pub(super) struct RecordComparison<'a> {
    /// Records with an instance in the listing, and its state.
    pub(super) seen: Vec<(&'a ResourceRecord, State)>,
    /// Records with an instance that is not in the listing. A request by ID must confirm each.
    pub(super) missing: Vec<&'a ResourceRecord>,
    /// Records without an instance ID, and the instance that was created for each.
    pub(super) found: Vec<(&'a ResourceRecord, &'a Server)>,
    /// Old intents without an instance.
    pub(super) lost: Vec<&'a ResourceRecord>,
    /// The number of recent intents without an instance. Their requests may be pending.
    pub(super) young: usize,
    /// Instances that ostk created and that no record has.
    pub(super) unknown: Vec<&'a Server>,
}

/// Compares the records with the listed servers.
pub(super) fn compare<'a>(
    records: &'a [ResourceRecord],
    servers: &'a [Server],
    now: Timestamp,
) -> RecordComparison<'a> {
    let mut comparison = RecordComparison::default();
    let by_id: HashMap<&str, &Server> = servers
        .iter()
        .map(|server| (server.id.as_str(), server))
        .collect();
    let known: HashSet<&str> = records
        .iter()
        .filter_map(|record| record.resource_id.as_deref())
        .collect();
    let mut free = Free::new(servers, &known);
    let (with, without): (Vec<_>, Vec<_>) = records
        .iter()
        .partition(|record| record.resource_id.is_some());
    for record in with {
        let server = record.resource_id.as_deref().and_then(|id| by_id.get(id));
        match server {
            Some(server) => comparison.seen.push((record, state(server))),
            None if record.state != RecordState::Terminated => comparison.missing.push(record),
            None => {}
        }
    }
    // Records with a numbered instance go first. The others take the instances that are left.
    let mut open = Vec::new();
    for record in without {
        match free.numbered(&record.token, record.index) {
            Some(server) => comparison.found.push((record, server)),
            None => open.push(record),
        }
    }
    for record in open {
        if let Some(server) = free.any(&record.token) {
            comparison.found.push((record, server));
        } else if record.state == RecordState::Intended {
            if now.duration_since(record.updated) > LOST {
                comparison.lost.push(record);
            } else {
                comparison.young += 1;
            }
        }
    }
    comparison.unknown = free.rest();
    comparison
}

/// The instances that ostk created and no record has yet, by client token.
struct Free<'a>(HashMap<&'a str, Vec<&'a Server>>);

impl<'a> Free<'a> {
    fn new(servers: &'a [Server], known: &HashSet<&str>) -> Self {
        let mut all: HashMap<&str, Vec<&Server>> = HashMap::new();
        for server in servers {
            if !known.contains(server.id.as_str()) && is_ours(server) {
                all.entry(token(server)).or_default().push(server);
            }
        }
        for list in all.values_mut() {
            list.sort_by(|a, b| order(a).cmp(&order(b)));
        }
        Self(all)
    }

    fn numbered(&mut self, token: &str, index: u32) -> Option<&'a Server> {
        self.take(token, |server| number(server) == Some(index))
    }

    /// Takes an instance without a number.
    fn any(&mut self, token: &str) -> Option<&'a Server> {
        self.take(token, |server| number(server).is_none())
    }

    fn take(&mut self, token: &str, wanted: impl Fn(&Server) -> bool) -> Option<&'a Server> {
        let list = self.0.get_mut(token)?;
        let place = list.iter().position(|server| wanted(server))?;
        Some(list.remove(place))
    }

    fn rest(self) -> Vec<&'a Server> {
        let mut all: Vec<&Server> = self.0.into_values().flatten().collect();
        all.sort_by(|a, b| order(a).cmp(&order(b)));
        all
    }
}

/// Returns a key that sorts servers in the order of creation, as far as it is known. Nova's times
/// are whole seconds. Nova ends the names of servers from one request with -1 to -N.
fn order(server: &Server) -> impl Ord {
    let name = server.name.as_str();
    (
        server.created.as_deref(),
        token(server),
        number(server),
        (name.len(), name),
        server.id.as_str(),
    )
}

fn metadata<'a>(server: &'a Server, key: &str) -> Option<&'a str> {
    server
        .metadata
        .iter()
        .find(|(name, _)| name == key)
        .map(|(_, value)| value.as_str())
        .filter(|value| !value.is_empty())
}

fn is_ours(server: &Server) -> bool {
    metadata(server, CLIENT_TOKEN_KEY).is_some() || metadata(server, RUN_ID_KEY).is_some()
}

/// Returns the client token, or the ID if the user removed the token.
fn token(server: &Server) -> &str {
    metadata(server, CLIENT_TOKEN_KEY).unwrap_or(&server.id)
}

fn number(server: &Server) -> Option<u32> {
    metadata(server, CLIENT_INDEX_KEY)?.parse().ok()
}

/// Returns the state that the user sees.
pub(super) fn state(server: &Server) -> State {
    State::of(&server.status, server.task_state.as_deref())
}

/// Returns the record of an instance that was found, as far as the cloud knows the request.
pub(super) fn record_of(server: &Server, scope: &Scope, now: Timestamp) -> ResourceRecord {
    let time = |text: &Option<String>| text.as_deref().and_then(|text| Time::parse(text).0);
    let mut groups: Vec<String> = Vec::new();
    for group in &server.security_groups {
        // Nova lists a group once for each port that has it.
        if !groups.contains(&group.name) {
            groups.push(group.name.clone());
        }
    }
    ResourceRecord {
        kind: Kind::Instance,
        scope: Scope {
            user_id: server
                .user_id
                .clone()
                .unwrap_or_else(|| scope.user_id.clone()),
            ..scope.clone()
        },
        token: token(server).to_owned(),
        index: number(server).unwrap_or_default(),
        run_id: metadata(server, RUN_ID_KEY).map(str::to_owned),
        resource_id: Some(server.id.clone()),
        name: server.name.clone(),
        state: RecordState::Created,
        resource_state: Some(state(server).name().to_owned()),
        image: server.image_id().map(str::to_owned),
        flavor: server
            .flavor_facts()
            .map(|flavor| flavor.name)
            .or_else(|| server.flavor_id().map(str::to_owned)),
        key_name: server.key_name.clone(),
        networks: server
            .addresses
            .iter()
            .map(|(network, _)| network.clone())
            .collect(),
        security_groups: groups,
        volumes: server
            .volumes_attached
            .iter()
            .map(|volume| volume.id.clone())
            .collect(),
        created: time(&server.created).unwrap_or(now),
        updated: time(&server.updated).unwrap_or(now),
        sent: None,
        error: server
            .fault
            .as_ref()
            .and_then(|fault| fault.message.clone()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn now() -> Timestamp {
        "2026-11-24T12:00:00Z".parse().unwrap()
    }

    fn record(token: &str, index: u32, id: Option<&str>, state: RecordState) -> ResourceRecord {
        let server = server("x", "x", &[]);
        ResourceRecord {
            token: token.to_owned(),
            index,
            resource_id: id.map(str::to_owned),
            state,
            updated: now(),
            ..record_of(&server, &Scope::default(), now())
        }
    }

    fn server(id: &str, name: &str, metadata: &[(&str, &str)]) -> Server {
        let metadata: serde_json::Map<_, _> = metadata
            .iter()
            .map(|(key, value)| ((*key).to_owned(), json!(value)))
            .collect();
        serde_json::from_value(json!({ "id": id, "name": name, "status": "ACTIVE",
            "created": "2026-11-24T11:00:00Z", "metadata": metadata }))
        .unwrap()
    }

    #[test]
    fn answers_that_were_lost_are_found_by_token_and_number() {
        let records = [
            record("a", 0, None, RecordState::Intended),
            record("a", 1, None, RecordState::Failed),
            record("b", 0, None, RecordState::Intended),
            record("b", 1, None, RecordState::Intended),
        ];
        let (token, index) = (CLIENT_TOKEN_KEY, CLIENT_INDEX_KEY);
        let servers = [
            server("1", "w", &[(token, "a"), (index, "1")]),
            server("2", "w-10", &[(token, "b")]),
            server("3", "w-9", &[(token, "b")]),
            server("4", "other", &[("token", "a")]),
        ];
        let comparison = compare(&records, &servers, now());
        let mut found: Vec<_> = comparison
            .found
            .iter()
            .map(|(record, server)| (record.token.as_str(), record.index, server.id.as_str()))
            .collect();
        found.sort_unstable();
        assert_eq!(found, [("a", 1, "1"), ("b", 0, "3"), ("b", 1, "2")]);
        assert_eq!((comparison.young, comparison.lost.len()), (1, 0));
        assert!(comparison.unknown.is_empty());
    }

    #[test]
    fn an_instance_stands_for_one_record_alone() {
        let records = [
            record("a", 0, Some("1"), RecordState::Created),
            record("a", 1, None, RecordState::Intended),
        ];
        let servers = [
            server("1", "w", &[(CLIENT_TOKEN_KEY, "a")]),
            server("2", "w", &[(CLIENT_TOKEN_KEY, "c")]),
            server("3", "w", &[(RUN_ID_KEY, "r")]),
        ];
        let comparison = compare(&records, &servers, now());
        assert!(comparison.found.is_empty());
        assert_eq!(comparison.seen.len(), 1);
        let unknown: Vec<_> = comparison.unknown.iter().map(|one| &one.id).collect();
        assert_eq!(unknown, ["3", "2"]);
    }

    #[test]
    fn what_is_not_there_is_asked_for_once_more_and_old_intents_have_failed() {
        let old = "2026-11-24T11:30:00Z".parse().unwrap();
        let records = [
            record("a", 0, Some("1"), RecordState::Created),
            record("b", 0, Some("2"), RecordState::Terminated),
            ResourceRecord {
                updated: old,
                ..record("c", 0, None, RecordState::Intended)
            },
            ResourceRecord {
                updated: old,
                ..record("d", 0, None, RecordState::Failed)
            },
        ];
        let comparison = compare(&records, &[], now());
        let tokens = |records: &[&ResourceRecord]| -> Vec<String> {
            records.iter().map(|one| one.token.clone()).collect()
        };
        assert_eq!(tokens(&comparison.missing), ["a"]);
        assert_eq!(tokens(&comparison.lost), ["c"]);
        assert_eq!(comparison.young, 0);
    }
}
