//! `instances watch` and `instances wait`, in a cloud whose clock the test moves, while another
//! user acts there.

mod ending;

use ostk_sandbox::{Clock, Settings};
use serde_json::{Value, json};

use crate::support::actor::Actor;
use crate::support::double::{Double, names, paged, servers};
use crate::support::run::{Home, Running};
use crate::support::sandbox::TestCloud;
use crate::support::server::Reply;

/// Returns a cloud with so many running instances and a clock that stands still.
fn cloud(instances: u32) -> TestCloud {
    let start = "2026-11-24T12:00:00Z".parse().unwrap();
    let cloud = TestCloud::with(Settings::new(Clock::manual(start)));
    cloud.sandbox.add_instances(instances).unwrap();
    cloud
}

/// Starts a watch that polls all the time, and reads its first events until it is synced.
fn watch(home: &Home, words: &[&str]) -> (Running, Vec<Value>) {
    let fixed = ["instances", "watch", "--interval", "0.05", "--for", "60s"];
    let running = home.start(fixed.iter().chain(words));
    let mut first = Vec::new();
    loop {
        let event = running.stdout.json();
        let synced = event["Type"] == "synced";
        first.push(event);
        if synced {
            return (running, first);
        }
    }
}

/// Returns an event as "TYPE PREVIOUS CURRENT".
fn short(event: &Value) -> String {
    let text = |key: &str| event[key].as_str().unwrap_or("-").to_owned();
    format!(
        "{} {} {}",
        text("Type"),
        text("PreviousState"),
        text("CurrentState")
    )
}

fn next(running: &Running) -> String {
    short(&running.stdout.json())
}

#[test]
fn every_step_that_somebody_else_causes_is_told_once_and_in_order() {
    let cloud = cloud(2);
    let home = cloud.home();
    let actor = Actor::new(&cloud);
    let id = actor.ids().remove(0);
    let (running, first) = watch(&home, &[]);
    assert_eq!(first.len(), 3);
    assert_eq!(short(&first[0]), "added - running");
    assert_eq!(first[2]["Count"], 2);
    let table = [
        (json!({ "os-stop": null }), "stopping", "stopped"),
        (json!({ "os-start": null }), "starting", "running"),
        (
            json!({ "reboot": { "type": "SOFT" } }),
            "rebooting",
            "running",
        ),
        (
            json!({ "reboot": { "type": "HARD" } }),
            "rebooting",
            "running",
        ),
        (json!({ "pause": null }), "stopping", "paused"),
    ];
    let mut before = "running";
    for (action, under_way, end) in table {
        actor.act(&id, &action);
        let event = running.stdout.json();
        assert_eq!(short(&event), format!("changed {before} {under_way}"));
        assert_eq!(event["InstanceId"], id.as_str());
        assert!(
            event["Time"]
                .as_str()
                .unwrap()
                .starts_with("2026-11-24T12:")
        );
        actor.settle();
        assert_eq!(next(&running), format!("changed {under_way} {end}"));
        before = end;
    }
    actor.delete(&id);
    assert_eq!(next(&running), "changed paused deleting");
    actor.settle();
    assert_eq!(next(&running), "deleted deleting terminated");
    // New instances appear, and there was no other event in between.
    cloud.sandbox.add_instances(1).unwrap();
    assert_eq!(next(&running), "added - running");
    drop(running.stdout);
}

#[test]
fn every_line_has_the_same_keys() {
    let cloud = cloud(1);
    let home = cloud.home();
    let (running, first) = watch(&home, &[]);
    cloud.fault("GET /servers/detail: 500 x1");
    let error = running.stdout.json();
    assert_eq!(error["Error"]["HttpStatus"], 500);
    let keys =
        |event: &Value| -> Vec<String> { event.as_object().unwrap().keys().cloned().collect() };
    for event in &first {
        assert_eq!(keys(event), keys(&error));
    }
}

#[test]
fn what_goes_wrong_for_a_while_loses_nothing() {
    let cloud = cloud(1);
    let home = cloud.home();
    let actor = Actor::new(&cloud);
    let id = actor.ids().remove(0);
    let (running, _) = watch(&home, &[]);
    // The client itself retries these, without a message.
    cloud.fault("GET /servers/detail: expired-token x1");
    cloud.fault("GET /servers/detail: cut-before x1");
    cloud.fault("GET /servers/detail: truncate x1");
    actor.act(&id, &json!({ "os-stop": null }));
    let mut event = running.stdout.json();
    // Half a response may count as an outage.
    while event["Type"] != "changed" {
        event = running.stdout.json();
    }
    assert_eq!(short(&event), "changed running stopping");
    cloud.fault("GET /servers/detail: 500 x2");
    let mut types = Vec::new();
    while types.len() < 2 {
        let event = running.stdout.json();
        if event["Type"] == "error" {
            assert_eq!(event["Error"]["Code"], "InternalError");
            types.push(event["Error"]["RetryInSeconds"].as_f64().unwrap());
        }
    }
    actor.settle();
    assert_eq!(next(&running), "changed stopping stopped");
    assert_eq!(running.stdout.json()["Type"], "synced");
    let mut told = String::new();
    while !told.contains("answers again") {
        told = running.stderr.next();
    }
}

#[test]
fn a_deletion_that_nova_does_not_tell_is_found() {
    let cloud = cloud(2);
    let home = cloud.home();
    let actor = Actor::new(&cloud);
    let id = actor.ids().remove(0);
    cloud.fault("DELETE /servers/*: lost-deletion x1");
    let (running, _) = watch(&home, &[]);
    actor.delete(&id);
    // No further list of changes shows the deletion. After the clock jumps, as after a suspend, the
    // watch compares everything.
    actor.settle();
    cloud.sandbox.clock().advance(3_600_000);
    let mut event = running.stdout.json();
    while event["Type"] != "deleted" {
        event = running.stdout.json();
    }
    assert_eq!(event["InstanceId"], id.as_str());
    assert_eq!(event["CurrentState"], "terminated");
    assert_eq!(running.stdout.json()["Count"], 1);
}

#[test]
fn filters_choose_and_what_they_chose_is_followed() {
    let cloud = cloud(2);
    let home = cloud.home();
    let actor = Actor::new(&cloud);
    let ids = actor.ids();
    actor.rename(&ids[0], "chosen");
    actor.act(&ids[0], &json!({ "os-stop": null }));
    actor.settle();
    let (running, first) = watch(&home, &["--state", "stopped"]);
    assert_eq!(first.len(), 2);
    assert_eq!(first[0]["Name"], "chosen");
    actor.rename(&ids[1], "other");
    actor.act(&ids[0], &json!({ "os-start": null }));
    let event = running.stdout.json();
    assert_eq!(short(&event), "changed stopped starting");
    actor.settle();
    assert_eq!(next(&running), "changed starting running");
    actor.act(&ids[1], &json!({ "os-stop": null }));
    actor.settle();
    // Whether the watch saw the previous step depends on the time of its poll.
    let event = running.stdout.json();
    assert_eq!(
        (&event["Type"], &event["Name"]),
        (&json!("added"), &json!("other"))
    );
    assert_eq!(event["CurrentState"], "stopped");
}

#[test]
fn targets_alone_are_watched_and_queries_apply_to_each_event() {
    let cloud = cloud(3);
    let home = cloud.home();
    let actor = Actor::new(&cloud);
    let ids = actor.ids();
    actor.rename(&ids[1], "mine");
    let words = [
        "instances",
        "watch",
        "mine",
        "--interval",
        "0.05",
        "--for",
        "60s",
    ];
    let query = ["--query", "CurrentState", "--output", "text"];
    let running = home.start(words.iter().chain(&query));
    assert_eq!(running.stdout.next(), "running");
    actor.act(&ids[0], &json!({ "os-stop": null }));
    actor.act(&ids[1], &json!({ "os-stop": null }));
    assert_eq!(running.stdout.next(), "stopping");
    actor.settle();
    assert_eq!(running.stdout.next(), "stopped");
    actor.delete(&ids[1]);
    assert_eq!(running.stdout.next(), "deleting");
    actor.settle();
    assert_eq!(running.stdout.next(), "terminated");
}

#[test]
fn a_person_sees_lines() {
    let cloud = cloud(1);
    let home = cloud.home().terminal(100);
    let actor = Actor::new(&cloud);
    let id = actor.ids().remove(0);
    actor.rename(&id, "web");
    let running = home.start([
        "instances",
        "watch",
        "--interval",
        "0.05",
        "--color",
        "never",
    ]);
    let line = format!("12:00:00Z  web  running  {id}");
    assert_eq!(running.stdout.next(), line);
    assert!(running.stderr.next().starts_with("Watching 1 instance;"));
    actor.act(&id, &json!({ "os-stop": null }));
    let line = running.stdout.next();
    assert!(
        line.contains("running → stopping  (powering-off)"),
        "{line}"
    );
}

/// While nothing changes, the watch writes nothing that a test could check.
#[test]
fn many_targets_are_followed_by_the_changes_of_all() {
    let cloud = cloud(25);
    let home = cloud.home();
    let actor = Actor::new(&cloud);
    let ids = actor.ids();
    let targets: Vec<&str> = ids[..20].iter().map(String::as_str).collect();
    let (running, first) = watch(&home, &targets);
    assert_eq!(first[20]["Count"], 20);
    actor.act(&ids[24], &json!({ "os-stop": null }));
    actor.act(&ids[7], &json!({ "os-stop": null }));
    assert_eq!(running.stdout.json()["InstanceId"], ids[7].as_str());
    for id in &targets {
        if *id != ids[7] {
            actor.act(id, &json!({ "os-stop": null }));
        }
    }
    let words = ["instances", "wait", "stopped", "--interval", "0.05"];
    let waiting = home.start(words.iter().chain(&targets));
    actor.settle();
    assert_eq!(waiting.finish().0, 0);
}

#[test]
fn novas_own_steps_are_shown_if_they_are_asked_for() {
    let cloud = cloud(1);
    let home = cloud.home();
    let actor = Actor::new(&cloud);
    let id = actor.ids().remove(0);
    let (running, _) = watch(&home, &["--steps"]);
    actor.act(&id, &json!({ "reboot": { "type": "SOFT" } }));
    for task in ["rebooting", "reboot_pending", "reboot_started"] {
        let event = running.stdout.json();
        assert_eq!(event["TaskState"], task);
        assert_eq!(event["CurrentState"], "rebooting");
        cloud.sandbox.step().unwrap();
    }
    assert_eq!(next(&running), "changed rebooting running");
}

#[test]
fn a_target_that_is_missing_keeps_no_other_from_being_watched() {
    let cloud = cloud(1);
    let home = cloud.home();
    let id = Actor::new(&cloud).ids().remove(0);
    let words = ["instances", "watch", &id, "nobody", "--until", "running"];
    let outcome = home.run(words);
    assert_eq!(outcome.code, 1);
    assert!(outcome.stderr.contains("'nobody'"), "{}", outcome.stderr);
}

/// No list of changes shows a server that still waits for a host.
#[test]
fn what_no_list_of_changes_has_is_found_by_one_list_of_the_newest() {
    let hidden = servers(40);
    let double = Double::start(move |request| {
        let at = |time: &str, reply: Reply| Some(reply.header("Date", time));
        let none = Reply::json(200, &json!({ "servers": [] }));
        let (early, late) = (
            "Tue, 24 Nov 2026 12:00:00 GMT",
            "Tue, 24 Nov 2026 13:00:00 GMT",
        );
        let is_detail = request.path() == "/compute/v2.1/servers/detail";
        if is_detail && !request.query("changes-since").is_empty() {
            return at(late, none);
        }
        if is_detail && request.query("limit").is_empty() {
            return at(early, none);
        }
        if is_detail || request.path() == "/compute/v2.1/servers" {
            return at(late, paged(&hidden, request, 1000));
        }
        names(request)
    });
    let home = double.home();
    let (running, first) = watch(&home, &[]);
    assert_eq!(first.len(), 1);
    for _ in 0..40 {
        assert_eq!(next(&running), "added - running");
    }
    let requests = double.server.requests();
    let newest = requests.iter().filter(|one| {
        one.query("limit")
            .first()
            .is_some_and(|limit| limit == "40")
    });
    assert_eq!(newest.count(), 1);
    let by_id = requests
        .iter()
        .filter(|one| one.path().starts_with("/compute/v2.1/servers/5e"));
    assert_eq!(by_id.count(), 0);
}

/// Returns the sizes of the responses to polls, from `--timing`.
fn poll_sizes(told: &str) -> Vec<usize> {
    let polls = told.lines().filter(|line| line.contains("changes-since"));
    let size = |line: &str| line.split_whitespace().nth(4).unwrap().parse().unwrap();
    polls.map(size).collect()
}

#[test]
fn a_poll_costs_in_proportion_to_what_has_changed() {
    let cloud = cloud(100);
    let home = cloud.home();
    let actor = Actor::new(&cloud);
    // Long enough for a poll, even on a slow machine.
    let run = || {
        let times = ["0.3", "1", "3", "10", "30"];
        let mut polls = times.iter().map(|time| {
            let words = ["instances", "watch", "--interval", "0.05", "--timing"];
            let outcome = home.run(words.iter().chain(&["--for", time]));
            assert_eq!(outcome.code, 0, "{outcome:?}");
            poll_sizes(&outcome.stderr)
        });
        polls.find(|sizes| !sizes.is_empty()).unwrap()
    };
    // Long after all servers were created.
    cloud.sandbox.clock().advance(600_000);
    let quiet = run();
    assert!(quiet.iter().all(|size| *size < 20), "{quiet:?}");
    for id in &actor.ids()[..10] {
        actor.act(id, &json!({ "os-stop": null }));
    }
    let busy = run();
    assert!(
        busy.iter().all(|size| (10_000..20_000).contains(size)),
        "{busy:?}"
    );
}
