//! Which errors a wait survives, what ends it, and its time limit.

use ostk_sandbox::{Clock, Settings};
use reqwest::Method;
use serde_json::{Value, json};

use super::{FIRST, SECOND, changes, cloud, instances, requests};
use crate::support::actor::Actor;
use crate::support::sandbox::TestCloud;

#[test]
fn what_goes_wrong_for_a_while_is_told_once_and_survived() {
    let (cloud, home) = cloud(1);
    // The first poll fails. A new watch would take this for a wrong address.
    let id = Actor::new(&cloud).ids().remove(0);
    cloud.fault(&format!("GET /servers/{id}: 500 x2"));
    let outcome = instances(&home, &["stop", FIRST, "--wait"]);
    assert_eq!(changes(&outcome), ["running stopped"]);
    assert_eq!(requests(&outcome, "[WARNING]"), 1, "{outcome:?}");
    assert!(outcome.stderr.contains("answers again"), "{outcome:?}");
}

#[test]
fn what_is_hopeless_ends_a_wait_and_what_was_done_is_told() {
    let (cloud, home) = cloud(1);
    let id = Actor::new(&cloud).ids().remove(0);
    cloud.fault(&format!("GET /servers/{id}: 403"));
    let outcome = instances(&home, &["stop", FIRST, "--wait"]);
    assert_eq!(outcome.code, 254);
    assert!(outcome.stderr.contains("UnauthorizedOperation"));
    assert_eq!(changes(&outcome), ["running stopping"]);
}

#[test]
fn without_entries_the_state_is_all_that_there_is() {
    let (cloud, home) = cloud(1);
    cloud.fault("GET /servers/*/os-instance-actions/*: 403");
    let outcome = instances(&home, &["reboot", FIRST, "--wait"]);
    assert_eq!(changes(&outcome), ["running running"]);
    assert_eq!(requests(&outcome, "can't be read"), 1, "{outcome:?}");
    cloud.sandbox.clear_faults();
    cloud.fault("GET /servers/*/os-instance-actions/*: 404");
    let outcome = instances(&home, &["reboot", FIRST, "--wait"]);
    assert_eq!(changes(&outcome), ["running running"]);
}

/// A 404 that is not Nova's does not mean that an instance is deleted.
#[test]
fn a_proxy_that_knows_no_way_does_not_delete() {
    let (cloud, home) = cloud(2);
    cloud.fault("POST /servers/*/action: stuck x1");
    let ids = Actor::new(&cloud).ids();
    cloud.fault(&format!("GET /servers/{}: 404 x1", ids[0]));
    let words = ["delete", "--force", FIRST, "--wait", "--timeout", "1s"];
    let outcome = instances(&home, &words);
    assert_eq!(outcome.code, 124, "{outcome:?}");
    assert_eq!(changes(&outcome), ["running deleting"]);
    // The same holds if the proxy answers the deletion itself.
    cloud.fault("DELETE /servers/*: 404");
    cloud.fault(&format!("GET /servers/{}: 404", ids[1]));
    instances(&home, &["delete", SECOND, "--wait"]).fails(254, &["is running", SECOND]);
}

#[test]
fn an_answer_that_was_lost_is_looked_for() {
    let (cloud, home) = cloud(1);
    cloud.fault("POST /servers/*/action: cut-after x1");
    let outcome = instances(&home, &["stop", FIRST, "--wait"]);
    assert_eq!(changes(&outcome), ["running stopped"]);
    cloud.fault("POST /servers/*/action: cut-before x1");
    let outcome = instances(&home, &["start", FIRST]);
    outcome.fails(255, &["is stopped", "whether the service did it"]);
}

/// Nova overwrites the task `deleting` while a build is in progress.
#[test]
fn a_deletion_goes_on_though_a_build_writes_over_it() {
    let start = "2026-11-24T12:00:00Z".parse().unwrap();
    let cloud = TestCloud::with(Settings::new(Clock::manual(start)));
    let actor = Actor::new(&cloud);
    let home = cloud.home();
    let words = ["create", "web", "--image", "cirros-0.6.3", "--flavor"];
    instances(&home, &[&words[..], &["m1.nano"]].concat()).json();
    let id = actor.ids().remove(0);
    let is = |status: &str, task: &Value| {
        let shown = actor.nova(&Method::GET, &format!("/servers/{id}"), None);
        let server = &shown["server"];
        server["status"] == status && server["OS-EXT-STS:task_state"] == *task
    };
    let step_to = |status: &str, task: &Value| {
        while !is(status, task) {
            assert!(cloud.sandbox.step().unwrap(), "it is never {status}");
        }
    };
    step_to("BUILD", &json!("block_device_mapping"));
    let running = home.start(["instances", "delete", &id, "--wait", "--debug"]);
    let until = |what: &str| while !running.stderr.next().contains(what) {};
    // Wait for the response, not only for the request: the next step is Nova's.
    until("> DELETE");
    until("< 204");
    step_to("BUILD", &json!("deleting"));
    step_to("ERROR", &Value::Null);
    // The state proves nothing, and the action's entry has no error.
    until("os-instance-actions");
    actor.settle();
    let (code, stderr) = running.finish();
    assert_eq!(code, 0, "{stderr}");
    assert!(!stderr.contains("[ERROR]"), "{stderr}");
}

#[test]
fn a_wait_for_nothing_ends_at_once() {
    let (cloud, home) = cloud(0);
    cloud.fault("POST /servers: 400");
    let words = ["create", "web", "--image", "cirros-0.6.3", "--flavor"];
    let rest = ["m1.nano", "--count", "3", "--wait"];
    let outcome = instances(&home, &[&words[..], &rest].concat());
    assert_eq!(outcome.code, 1, "{outcome:?}");
    assert_eq!(requests(&outcome, "[ERROR]"), 3, "{outcome:?}");
    assert!(!outcome.stderr.contains("WaiterTimedOut"), "{outcome:?}");
    let outcome = instances(&home, &["stop", "a", "b", "--wait"]);
    assert_eq!((outcome.code, requests(&outcome, "[ERROR]")), (1, 2));
    let empty = cloud.home().stdin("");
    assert_eq!(instances(&empty, &["delete", "-", "--wait"]).code, 0);
}

/// The time limit covers the search for the targets, the requests and the wait. The error names the
/// cause of the delay. The rows run in parallel, since each takes a second or two.
#[test]
fn a_time_limit_bounds_the_requests_too() {
    // The faults, the command, its time limit, and the message.
    type Row<'a> = (&'a str, &'a [&'a str], &'a str, &'a [&'a str]);
    let create = [
        "create",
        "new",
        "--image",
        "cirros-0.6.3",
        "--flavor",
        "m1.nano",
    ];
    let lost = "had not answered after";
    let table: [Row<'_>; 6] = [
        (
            "GET /servers/detail: delay 30",
            &["stop", FIRST, "--wait"],
            "1s",
            &["nothing was asked for", lost],
        ),
        (
            "POST /servers/*/action: delay 30",
            &["stop", FIRST, "--wait"],
            "1s",
            &[
                "what was asked for was not answered in 1 s",
                lost,
                "is not known",
            ],
        ),
        (
            "GET /servers/ID: 503",
            &["stop", FIRST, "--wait"],
            "2s",
            &["was last known to be stopping: not 'stopped' after 2 s ("],
        ),
        (
            "GET /servers/detail: delay 30",
            &["wait", "running", FIRST],
            "1s",
            &["could not be looked for in 1 s", lost],
        ),
        (
            "POST /servers: delay 30",
            &[&create[..], &["--wait"]].concat(),
            "1s",
            &[
                "instance 'new' was not created in 1 s",
                lost,
                "may have been created",
                "--client-token",
            ],
        ),
        (
            "POST /servers: stuck",
            &[&create[..], &["--wait"]].concat(),
            "2s",
            &["is still pending", "not 'running' after 2 s"],
        ),
    ];
    let begun = std::time::Instant::now();
    let runs: Vec<_> = table
        .iter()
        .map(|(fault, words, time, said)| {
            let (cloud, home) = cloud(1);
            home.run(["whoami"]);
            let id = Actor::new(&cloud).ids().remove(0);
            cloud.fault(&fault.replace("ID", &id));
            let limit = ["--timeout", *time];
            let words: Vec<_> = ["instances"]
                .iter()
                .chain(*words)
                .chain(&limit)
                .copied()
                .collect();
            (home.start(&words), words, said, cloud, home)
        })
        .collect();
    for (running, words, said, _cloud, _home) in runs {
        let (code, stderr) = running.finish();
        assert_eq!(code, 124, "{words:?}: {stderr}");
        assert!(stderr.contains("(WaiterTimedOut)"), "{stderr}");
        for part in *said {
            assert!(stderr.contains(part), "{words:?} lacks '{part}': {stderr}");
        }
    }
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

#[test]
fn the_configured_time_to_wait_counts_for_every_wait() {
    let (cloud, home) = cloud(2);
    home.run(["whoami"]);
    home.write(".config/ostk/config.toml", "wait_timeout = \"0.5s\"\n");
    let outcome = instances(&home, &["wait", "stopped", FIRST]);
    outcome.fails(124, &["is still running: not 'stopped' after 0.5 s"]);
    cloud.fault("POST /servers/*/action: stuck x1");
    let outcome = instances(&home, &["stop", SECOND, "--wait"]);
    assert_eq!(outcome.code, 124);
    assert!(
        outcome.stderr.contains("is still stopping (powering-off)"),
        "{outcome:?}"
    );
    // With no time at all there is one poll.
    let now = |words: &[&str]| instances(&home, &[words, &["--timeout", "0"]].concat()).code;
    assert_eq!(now(&["wait", "running", FIRST]), 0);
    assert_eq!(now(&["wait", "stopped", FIRST]), 124);
    assert_eq!(now(&["wait", "exists", "later"]), 124);
    assert_eq!(now(&["wait", "exists", "later", FIRST]), 124);
    assert_eq!(now(&["stop", FIRST, "--wait"]), 0);
}

/// Nova's changes miss some of many deletions. The last servers are fetched by ID.
#[test]
fn many_are_followed_by_the_changes_of_all_and_the_last_by_id() {
    let start = "2026-11-24T12:00:00Z".parse().unwrap();
    let cloud = TestCloud::with(Settings::new(Clock::manual(start)));
    cloud.sandbox.add_instances(30).unwrap();
    let actor = Actor::new(&cloud);
    let home = cloud.home();
    cloud.fault("DELETE /servers/*: lost-deletion x2");
    let fixed = ["instances", "delete", "--wait", "--debug"];
    let ids = actor.ids();
    let running = home.start(fixed.iter().copied().chain(ids.iter().map(String::as_str)));
    // The first poll, and one more.
    let mut requests = 0;
    for _ in 0..2 {
        loop {
            let line = running.stderr.next();
            requests += usize::from(line.contains("> GET"));
            if line.contains("> GET") && line.contains("changes-since") {
                break;
            }
        }
    }
    // Each was found by its ID, and none is fetched again.
    assert!((30..50).contains(&requests), "{requests}");
    while !running.is_over() {
        actor.settle();
    }
    let (code, stderr) = running.finish();
    assert_eq!(code, 0, "{stderr}");
}
