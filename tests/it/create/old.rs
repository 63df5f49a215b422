//! A Nova without tags in a create request, and a Nova where another machine came first.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use super::{create, ids};
use crate::support::double::{Double, names, server, server_id};
use crate::support::run::Home;
use crate::support::server::{Reply, Request};

const SERVERS: &str = "/compute/v2.1/servers";

/// Returns a server that carries a client token.
fn marked(number: usize, created: &str, token: &str, index: u32) -> Value {
    let mut one = server(&server_id(number), "web", "ACTIVE");
    one["created"] = json!(created);
    one["metadata"] = json!({ "ostk_client_token": token, "ostk_client_index": index.to_string() });
    one
}

/// Answers the requests of every create, except those about servers.
fn references(request: &Request) -> Option<Reply> {
    let flavor = json!({ "id": "f-1", "name": "m1.nano", "vcpus": 1, "ram": 64, "disk": 1,
        "swap": "", "OS-FLV-EXT-DATA:ephemeral": 0, "os-flavor-access:is_public": true });
    match request.path() {
        "/image/v2/images" if request.query("name") == ["cirros-0.6.3"] => {
            let image = json!({ "id": "0f000000-0000-4000-8000-000000000001", "status": "active",
                "name": "cirros-0.6.3", "visibility": "public" });
            Some(Reply::json(200, &json!({ "images": [image] })))
        }
        "/compute/v2.1/flavors/f-1" => Some(Reply::json(200, &json!({ "flavor": flavor }))),
        _ => names(request),
    }
}

fn version(request: &Request) -> u32 {
    let version = request.header("x-openstack-nova-api-version");
    version.map_or(1, |text| text.split_once('.').unwrap().1.parse().unwrap())
}

#[test]
fn a_nova_without_tags_is_asked_by_name() {
    let made = Mutex::new(Vec::<Value>::new());
    let double = Double::start(move |request| {
        if request.path() == "/compute/v2.1/" {
            let document = json!({ "version": { "id": "v2.1", "status": "CURRENT",
                "version": "2.38", "min_version": "2.1", "links": [] } });
            return Some(Reply::json(200, &document));
        }
        if request.path().starts_with("/compute") && version(request) > 38 {
            let message = "Version 2.52 is not supported by the API.";
            let fault = json!({ "computeFault": { "code": 406, "message": message } });
            return Some(Reply::json(406, &fault));
        }
        let mut made = made.lock().unwrap();
        match (request.method.as_str(), request.path()) {
            ("POST", SERVERS) => {
                let body = request.json();
                assert!(body["server"].get("tags").is_none(), "{body}");
                let number = made.len() + 1;
                let token = &body["server"]["metadata"]["ostk_client_token"];
                let index = &body["server"]["metadata"]["ostk_client_index"];
                let index = index.as_str().unwrap().parse().unwrap();
                let mut one = marked(
                    number,
                    "2026-11-24T10:00:00Z",
                    token.as_str().unwrap(),
                    index,
                );
                one["name"] = body["server"]["name"].clone();
                made.push(one);
                let answer = json!({ "server": { "id": server_id(number) } });
                Some(Reply::json(202, &answer))
            }
            ("GET", "/compute/v2.1/servers/detail") => {
                assert!(!request.query("name").is_empty(), "{request:?}");
                Some(Reply::json(200, &json!({ "servers": *made })))
            }
            ("GET", path) if path.starts_with(SERVERS) => {
                let id = path.rsplit('/').next().unwrap();
                let one = made.iter().find(|one| one["id"] == id);
                one.map(|one| Reply::json(200, &json!({ "server": one })))
            }
            _ => references(request),
        }
    });
    let home = double.home();
    let first = create(&home, "web", &["--client-token", "t", "--count", "2"]);
    assert_eq!(first.code, 0, "{first:?}");
    // Another machine, with an empty journal.
    let other = double.home();
    let again = create(&other, "web", &["--client-token", "t", "--count", "2"]);
    assert_eq!(ids(&again), ids(&first));
    let mut made = ids(&first);
    made.sort();
    assert_eq!(made, [server_id(1), server_id(2)]);
}

/// Runs a create against a double. At the first search no server has the token; after the create,
/// these servers (number, time) have it. The create's own server is number 5. Returns the outcome,
/// and the requests that changed something.
fn with_twins(twins: &[(usize, &str)]) -> (crate::support::run::Outcome, Vec<String>) {
    let all: Vec<Value> = twins
        .iter()
        .map(|(number, created)| marked(*number, created, "t", 1))
        .collect();
    let looks = AtomicUsize::new(0);
    let double = Double::start(
        move |request| match (request.method.as_str(), request.path()) {
            ("POST", SERVERS) => {
                let answer = json!({ "server": { "id": server_id(5) } });
                Some(Reply::json(202, &answer))
            }
            ("DELETE", path) if path.starts_with(SERVERS) => Some(Reply::text(204, "")),
            ("GET", "/compute/v2.1/servers/detail") => {
                assert_eq!(request.query("tags"), ["ostk:t"]);
                let first = looks.fetch_add(1, Ordering::SeqCst) == 0;
                let servers = if first { &[][..] } else { &all };
                Some(Reply::json(200, &json!({ "servers": servers })))
            }
            ("GET", path) if path.starts_with(SERVERS) => {
                let id = path.rsplit('/').next().unwrap();
                let one = server(id, "web", "ACTIVE");
                Some(Reply::json(200, &json!({ "server": one })))
            }
            _ => references(request),
        },
    );
    let home: Home = double.home();
    let outcome = create(&home, "web", &["--client-token", "t"]);
    let log = double.server.take_log();
    let changes = log.into_iter().filter(|line| !line.starts_with("GET "));
    (
        outcome,
        changes.filter(|line| !line.ends_with("tokens")).collect(),
    )
}

#[test]
fn of_two_machines_at_the_same_moment_the_later_one_gives_way() {
    let post = "POST /compute/v2.1/servers".to_owned();
    let delete = format!("DELETE /compute/v2.1/servers/{}", server_id(5));
    let (alone, changes) = with_twins(&[(5, "2026-11-24T10:00:00Z")]);
    assert_eq!(ids(&alone), [server_id(5)]);
    assert_eq!((alone.stderr.as_str(), changes), ("", vec![post.clone()]));
    let (late, changes) = with_twins(&[(5, "2026-11-24T10:00:01Z"), (7, "2026-11-24T10:00:00Z")]);
    assert_eq!(ids(&late), [server_id(7)]);
    assert_eq!(changes, [post.clone(), delete.clone()]);
    assert!(late.stderr.contains("came first"), "{late:?}");
    // In the same second the IDs decide, in the same way for both machines.
    let same = "2026-11-24T10:00:00Z";
    let (even, changes) = with_twins(&[(5, same), (4, same)]);
    assert_eq!(
        (ids(&even), changes),
        (vec![server_id(4)], vec![post.clone(), delete])
    );
    let (first, changes) = with_twins(&[(5, same), (6, same)]);
    assert_eq!((ids(&first), changes), (vec![server_id(5)], vec![post]));
    assert!(first.stderr.contains(&server_id(6)), "{first:?}");
}
