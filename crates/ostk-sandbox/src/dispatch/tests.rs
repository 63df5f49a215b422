use super::*;
use crate::cloud::Settings;
use crate::model::Token;
use crate::{clock::Clock, seed};

fn request(method: &str, path: &[&str], body: &'static str) -> Request {
    Request {
        method: method.to_owned(),
        path: path.iter().map(|segment| (*segment).to_owned()).collect(),
        query: Vec::new(),
        headers: axum::http::HeaderMap::new(),
        body: body.into(),
        length: body.len() as u64,
        root: String::new(),
        origin: String::new(),
        id: String::new(),
    }
}

#[test]
fn tokens_end_with_their_life() {
    let settings = Settings::new(Clock::manual(jiff::Timestamp::now()));
    let sandbox = Sandbox::in_memory(settings).unwrap();
    let body = r#"{ "auth": { "identity": { "methods": ["password"], "password": { "user": {
        "name": "viewer", "password": "secret", "domain": { "id": "default" } } } } } }"#;
    let request = request("POST", &["identity", "v3", "auth", "tokens"], body);
    let log_in = || {
        sandbox.perform(&request, None);
        sandbox.store().count_of::<Token>().unwrap()
    };
    assert_eq!((log_in(), log_in()), (1, 2));
    sandbox.clock().advance(4 * 3_600_000);
    assert_eq!(log_in(), 1);
}

#[test]
fn only_so_many_unknown_routes_are_remembered() {
    let settings = Settings::new(Clock::System(jiff::Timestamp::now));
    let sandbox = Sandbox::in_memory(settings).unwrap();
    let request = request("GET", &[&"é".repeat(1000)], "");
    for _ in 0..1100 {
        assert_eq!(sandbox.perform(&request, None).status, 501);
    }
    let unknown = sandbox.take_unknown_routes();
    assert_eq!(unknown.len(), 1000);
    assert!(unknown[0].chars().count() == 200, "{}", unknown[0]);
}

#[test]
fn what_a_panic_leaves_half_done_is_undone() {
    let settings = Settings::new(Clock::System(jiff::Timestamp::now));
    let sandbox = Sandbox::in_memory(settings).unwrap();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let store = sandbox.store();
        store.begin().unwrap();
        seed::add_instances(&store, 1, 0).unwrap();
        // Without the hook, which would search the whole program for the names of a backtrace.
        std::panic::resume_unwind(Box::new("on purpose"));
    }));
    assert!(panicked.is_err());
    assert_eq!(sandbox.counts().unwrap().instances, 0);
    sandbox.add_instances(2).unwrap();
    assert_eq!(sandbox.counts().unwrap().instances, 2);
}

/// In both directions: a service answers each route of the table, and an answer to a route that is
/// missing from the table is a failure.
#[test]
fn the_table_of_routes_is_what_the_services_answer() {
    let settings = Settings::new(Clock::System(jiff::Timestamp::now));
    let sandbox = Sandbox::in_memory(settings).unwrap();
    let log_in = r#"{ "auth": { "identity": { "methods": ["password"], "password": { "user": {
        "name": "admin", "password": "secret", "domain": { "id": "default" } } } },
        "scope": { "project": { "name": "demo", "domain": { "id": "default" } } } } }"#;
    let log_in = request("POST", &["identity", "v3", "auth", "tokens"], log_in);
    let issued = sandbox.perform(&log_in, None);
    let (_, token) = issued
        .headers
        .iter()
        .find(|(name, _)| *name == "x-subject-token")
        .unwrap();
    let versions = [
        ("identity", Some("v3")),
        ("compute", Some("v2.1")),
        ("image", Some("v2")),
        ("network", Some("v2.0")),
        ("volume", Some("v3")),
        ("metric", Some("v1")),
        ("placement", None),
    ];
    let mut count = 0;
    for ((service, version), (name, routes)) in versions.iter().zip(routes::SERVICES) {
        assert_eq!(*service, name);
        for text in routes {
            let route = routes::Route::read(text);
            for method in &route.methods {
                let is_root = route.path.is_empty() || route.path == ["versions"];
                let version = version.filter(|_| !is_root);
                let mut path = vec![*service];
                path.extend(version);
                // Gnocchi knows few kinds of resources.
                path.extend(route.path.iter().map(|segment| match *segment {
                    "*" if *service == "metric" => "instance",
                    "*" => "an-id",
                    segment => segment,
                }));
                let mut request = request(method, &path, "{}");
                request
                    .headers
                    .insert("x-auth-token", token.parse().unwrap());
                let response = sandbox.perform(&request, None);
                assert_ne!(response.status, 501, "{service} {method} {text}");
                assert_ne!(
                    response.status, 401,
                    "{service} {method} {text}: {response:?}"
                );
                count += 1;
            }
        }
    }
    assert!(count > 150, "only {count} routes");
    let lost = request("GET", &["compute", "v2.1", "nosuch", "route"], "");
    let refused = routes::check_listed(&lost, Response::empty(204)).unwrap_err();
    assert_eq!(refused.status, 500);
    assert!(refused.message.contains("'GET /nosuch/route' of compute"));
    assert!(
        routes::check_listed(
            &request("GET", &["compute", "v2.1", "servers"], ""),
            Response::empty(200)
        )
        .is_ok()
    );
}

#[test]
fn the_place_of_a_request_is_below_version_and_project() {
    let project = "0123456789abcdef0123456789abcdef";
    for (path, service, below) in [
        (vec![], "", vec![]),
        (vec!["compute"], "compute", vec![]),
        (vec!["compute", "v2.1"], "compute", vec![]),
        (
            vec!["compute", "v2.1", "servers"],
            "compute",
            vec!["servers"],
        ),
        (
            vec!["compute", "v2.1", project, "servers"],
            "compute",
            vec!["servers"],
        ),
        (vec!["volume", "v3", project], "volume", vec![]),
        (vec!["placement", "usages"], "placement", vec!["usages"]),
        (
            vec!["metric", "v1", "metric", project],
            "metric",
            vec!["metric", project],
        ),
    ] {
        let request = request("GET", &path, "");
        let below: Vec<String> = below.into_iter().map(str::to_owned).collect();
        assert_eq!(
            routes::locate(&request),
            (service, below.as_slice()),
            "{path:?}"
        );
    }
}
