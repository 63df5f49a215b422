//! The sandbox's own commands, and ostk against the sandbox.

mod services;

use ostk_sandbox::{Clock, Settings};
use serde_json::Value;

use crate::support::actor::Actor;
use crate::support::run::Home;
use crate::support::sandbox::{TestCloud, ask};

#[test]
fn it_needs_no_file_and_no_variable_and_lasts() {
    let home = Home::new();
    let list = |words: &[&str]| {
        let all = ["--cloud", "sandbox", "instances", "list"];
        home.run(all.iter().chain(words)).json()
    };
    assert_eq!(list(&[])["Instances"].as_array().unwrap().len(), 0);
    let seeded = home.run(["sandbox", "seed", "--instances", "3"]).json();
    assert_eq!(seeded["Instances"], 3);
    let listed = list(&["--page-size", "2"]);
    assert_eq!(listed["Instances"].as_array().unwrap().len(), 3);
    assert_eq!(listed["Instances"][0]["State"]["Name"], "running");
    let held = || home.run(["sandbox", "status"]).json()["Instances"].clone();
    let seeded = home.run(["sandbox", "seed", "--instances", "2"]).json();
    assert_eq!(seeded["Instances"], 5);
    home.run(["sandbox", "reset", "--dry-run"])
        .fails(254, &["(DryRunOperation)", "ResetSandbox"]);
    home.run(["sandbox", "seed", "--instances", "1", "--dry-run"])
        .fails(254, &["(DryRunOperation)", "SeedSandbox"]);
    assert_eq!(held(), 5);
    let reset = home.run(["sandbox", "reset"]);
    assert_eq!(reset.json()["Instances"], 0);
    assert_eq!(reset.json(), home.run(["sandbox", "status"]).json());
    assert_eq!(
        home.run(["sandbox", "seed", "--instances", "100001"]).code,
        252
    );
    // A dry run makes no sandbox either.
    let untouched = Home::new();
    untouched
        .run(["sandbox", "reset", "--dry-run"])
        .fails(254, &["(DryRunOperation)"]);
    let folder = untouched.path().join(".local/share/ostk");
    assert!(!folder.exists(), "{}", folder.display());
}

#[test]
fn a_fault_that_no_request_can_meet_is_refused() {
    let home = Home::new();
    let serve = |faults: &[&str]| {
        let mut words = vec!["sandbox", "serve", "--in-memory", "--listen", "127.0.0.1:0"];
        for fault in faults {
            words.extend(["--fault", fault]);
        }
        home.run(words)
    };
    serve(&["GET /server: 503"]).fails(252, &["'GET /server: 503' is no fault", "/servers"]);
    serve(&["* /**: 503", "GET /servers: 404"]).fails(
        252,
        &[
            "--fault: 'GET /servers: 404' is no fault",
            "'* /**: 503' first",
        ],
    );
}

#[test]
fn a_file_may_have_a_cloud_of_that_name() {
    let home = Home::new();
    home.write(
        "clouds.yaml",
        "clouds:\n  sandbox:\n    auth:\n      auth_url: http://127.0.0.1:9/v3\n      \
         username: a\n      password: b\n",
    );
    let outcome = home.run(["--cloud", "sandbox", "whoami"]);
    outcome.fails(255, &["127.0.0.1:9"]);
}

#[test]
fn another_host_name_is_refused() {
    let cloud = TestCloud::new(0.0);
    let ask = |host: &str| ask(&cloud, "GET /compute", &format!("Host: {host}\r\n"), "");
    assert!(ask(cloud.address()).starts_with("HTTP/1.1 200"));
    assert!(ask("localhost").starts_with("HTTP/1.1 200"));
    let refused = ask("evil.example");
    assert!(refused.starts_with("HTTP/1.1 403"));
    assert!(refused.contains("sandbox serve --host NAME"), "{refused}");
}

#[test]
fn the_page_of_another_site_is_refused() {
    let cloud = TestCloud::new(0.0);
    let host = cloud.address();
    let ask = |headers: &str| {
        let headers = format!("Host: {host}\r\n{headers}\r\n");
        ask(&cloud, "GET /compute", &headers, "")
    };
    let own = format!("Origin: http://{host}");
    for (headers, status) in [
        (own.as_str(), 200),
        ("Sec-Fetch-Site: same-origin", 200),
        ("Sec-Fetch-Site: none", 200),
        ("Sec-Fetch-Site: cross-site", 403),
        ("Origin: http://evil.example", 403),
        ("Origin: http://localhost:1", 403),
        ("Origin: null", 403),
    ] {
        let answer = ask(headers);
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status}")),
            "{headers}"
        );
    }
}

#[test]
fn half_of_a_truncated_answer_comes() {
    let cloud = TestCloud::new(0.0);
    let headers = format!("Host: {}\r\n", cloud.address());
    let get = || ask(&cloud, "GET /compute", &headers, "");
    let whole = get();
    let (_, body) = whole.split_once("\r\n\r\n").unwrap();
    cloud.fault("GET /**: truncate x1");
    let half = get();
    assert!(half.starts_with("HTTP/1.1 200 OK\r\n"), "{half}");
    let length = format!("content-length: {}\r\n", body.len());
    assert!(half.contains(&length), "{half}");
    let (_, got) = half.split_once("\r\n\r\n").unwrap();
    assert_eq!(got, &body[..body.len() / 2]);
}

/// Returns how many requests that match `what` `--timing` shows.
fn requests(stderr: &str, what: &str) -> usize {
    stderr.lines().filter(|line| line.contains(what)).count()
}

#[test]
fn each_fault_is_what_its_rule_says() {
    let cloud = TestCloud::new(0.0);
    cloud.sandbox.add_instances(2).unwrap();
    let home = cloud.home();
    let list = || home.run(["instances", "list", "--timing"]);
    assert_eq!(list().json()["Instances"].as_array().unwrap().len(), 2);

    cloud.fault("GET /servers/detail: 503 retry-after=0 x2");
    let outcome = list();
    assert_eq!(outcome.json()["Instances"].as_array().unwrap().len(), 2);
    assert_eq!(requests(&outcome.stderr, "/servers/detail"), 3);

    cloud.fault("GET /servers/detail: cut-before x1");
    assert_eq!(requests(&list().stderr, "/servers/detail"), 2);

    cloud.fault("GET /servers/detail: truncate x1");
    assert_eq!(list().json()["Instances"].as_array().unwrap().len(), 2);

    // After one refusal ostk gets a new token, which works.
    cloud.fault("GET /servers/detail: expired-token x1");
    let outcome = list();
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert_eq!(requests(&outcome.stderr, "/auth/tokens"), 1);

    cloud.fault("GET /servers/detail: 500");
    list().fails(254, &["InternalError"]);
    cloud.sandbox.clear_faults();

    // A stop that never ends, and a deletion that no list of changes shows.
    cloud.fault("POST /servers/*/action: stuck x1");
    let words = [
        "instances",
        "stop",
        "instance-00001",
        "--wait",
        "--timeout",
        "0s",
    ];
    let outcome = home.run(words);
    assert_eq!(outcome.code, 124, "{outcome:?}");
    assert!(outcome.stderr.contains("still stopping"), "{outcome:?}");

    cloud.fault("POST /servers: quota x1");
    let create = || {
        home.run([
            "instances",
            "create",
            "web",
            "--image",
            "cirros-0.6.3",
            "--flavor",
            "m1.nano",
        ])
    };
    create().fails(254, &["Quota exceeded"]);

    // The response is lost after the server was created. ostk finds the server by its token.
    cloud.fault("POST /servers: cut-after x1");
    assert_eq!(create().json()["Instances"].as_array().unwrap().len(), 1);
    let outcome = home.run(["instances", "list", "--name", "web"]);
    assert_eq!(outcome.json()["Instances"].as_array().unwrap().len(), 1);
}

#[test]
fn what_one_process_does_another_sees() {
    let home = Home::new().variable("OSTK_SANDBOX_SPEED", "0");
    home.run(["sandbox", "seed", "--instances", "2"]);
    let ostk = |words: &[&str]| home.run(["--cloud", "sandbox"].iter().chain(words));
    std::thread::scope(|scope| {
        let stops: Vec<_> = ["instance-00001", "instance-00002"]
            .iter()
            .map(|name| scope.spawn(|| ostk(&["instances", "stop", name, "--wait"])))
            .collect();
        for stop in stops {
            assert_eq!(stop.join().unwrap().code, 0);
        }
    });
    let listed = ostk(&["instances", "list", "--query", "Instances[].State.Name"]).json();
    assert_eq!(listed, serde_json::json!(["stopped", "stopped"]));
    let reader = home.run([
        "--cloud",
        "sandbox-reader",
        "instances",
        "delete",
        "instance-00001",
    ]);
    reader.fails(254, &["UnauthorizedOperation"]);
}

#[test]
fn a_server_that_no_host_takes_ends_in_error() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let outcome = home.run([
        "instances",
        "create",
        "huge",
        "--image",
        "cirros-0.6.3",
        "--flavor",
        "m1.unplaceable",
        "--wait",
    ]);
    assert_eq!(outcome.code, 1, "{outcome:?}");
    assert!(
        outcome.stderr.contains("No valid host was found"),
        "{outcome:?}"
    );
    assert!(outcome.stderr.contains("request id: req-"), "{outcome:?}");
}

#[test]
fn a_file_that_cannot_be_used_is_named_with_what_would_help() {
    let all: [&[&str]; 3] = [&["reset"], &["seed", "--instances", "1"], &["status"]];
    for words in all {
        let home = Home::new();
        let run = || home.run(["sandbox"].iter().chain(words));
        let path = home.write(
            ".local/share/ostk/sandbox.db",
            "no database, but long enough to be one",
        );
        let name = path.display().to_string();
        run().fails(255, &[&name, "remove it"]);

        std::fs::remove_file(&path).unwrap();
        assert_eq!(run().code, 0);
        let newer = rusqlite::Connection::open(&path).unwrap();
        newer.pragma_update(None, "user_version", 99).unwrap();
        drop(newer);
        run().fails(255, &[&name, "layout is number 99", "another HOME"]);

        // An error that appears only after the file is open.
        let broken = rusqlite::Connection::open(&path).unwrap();
        broken.pragma_update(None, "user_version", 2).unwrap();
        broken.execute_batch("DROP TABLE resource").unwrap();
        drop(broken);
        let outcome = run();
        outcome.fails(255, &[&name, "no such table"]);
        assert!(!outcome.stderr.contains("remove it"), "{outcome:?}");
    }
}

#[test]
fn the_counts_are_of_the_present() {
    let mut settings = Settings::new(Clock::manual(jiff::Timestamp::now()));
    settings.speed = 1.0;
    let cloud = TestCloud::with(settings);
    cloud.sandbox.add_instances(2).unwrap();
    let developer = Actor::new(&cloud);
    let (_, listed) = developer.get("/compute/v2.1/servers");
    let id = listed["servers"][0]["id"].as_str().unwrap();
    let line = format!("DELETE /compute/v2.1/servers/{id}");
    assert_eq!(developer.ask(&line, &Value::Null).0, 204);
    assert_eq!(cloud.sandbox.counts().unwrap().instances, 2);
    cloud.sandbox.clock().advance(60_000);
    assert_eq!(cloud.sandbox.counts().unwrap().instances, 1);
}
