//! How a watch and a wait end: as requested, with an error, or without a reader.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use reqwest::Method;
use serde_json::{Value, json};

use super::{cloud, next, short, watch};
use crate::support::actor::Actor;

#[test]
fn what_is_hopeless_ends_it() {
    let cloud = cloud(1);
    let home = cloud.home();
    let (running, _) = watch(&home, &[]);
    cloud.fault("GET /servers/detail: 403");
    let event = running.stdout.json();
    assert_eq!(event["Type"], "error");
    assert_eq!(event["Error"]["RetryInSeconds"], Value::Null);
    let (code, told) = running.finish();
    assert_eq!(code, 254);
    assert!(told.contains("UnauthorizedOperation"), "{told}");
}

#[test]
fn it_ends_when_it_is_told_to() {
    let cloud = cloud(1);
    let home = cloud.home();
    let actor = Actor::new(&cloud);
    let id = actor.ids().remove(0);
    let run = |words: &[&str]| {
        let fixed = ["instances", "watch", "--interval", "0.05"];
        home.run(fixed.iter().chain(words))
    };
    assert_eq!(run(&["--for", "0.2"]).code, 0);
    let late = run(&["--for", "0.2", "--until", "stopped"]);
    assert_eq!(late.code, 124);
    assert!(
        late.stderr
            .contains("is still running: not 'stopped' after 0.2 s"),
        "{}",
        late.stderr
    );
    assert_eq!(run(&["--until", "running"]).code, 0);
    let (running, _) = watch(&home, &[&id, "--until", "stopped"]);
    actor.act(&id, &json!({ "os-stop": null }));
    assert_eq!(next(&running), "changed running stopping");
    actor.settle();
    assert_eq!(running.finish().0, 0);
    assert_eq!(run(&["--until", "runing"]).code, 252);
    assert_eq!(run(&["--for", "soon"]).code, 252);
    assert_eq!(run(&["--raw"]).code, 252);
    assert_eq!(run(&["no-such-instance"]).code, 254);
}

#[test]
fn a_reader_that_goes_away_is_a_success() {
    let cloud = cloud(1);
    let home = cloud.home();
    let actor = Actor::new(&cloud);
    let id = actor.ids().remove(0);
    // Without an end of its own.
    let running = home.start(["instances", "watch", "--interval", "0.05"]);
    while running.stdout.json()["Type"] != "synced" {}
    actor.act(&id, &json!({ "os-stop": null }));
    // The next write finds no reader.
    assert_eq!(running.end(), 0);
}

#[test]
fn a_reader_that_goes_away_is_noticed_though_nothing_happens() {
    let cloud = cloud(1);
    let home = cloud.home();
    let mut process = Command::new(env!("CARGO_BIN_EXE_ostk"))
        .args(["instances", "watch"])
        .current_dir(home.path())
        .env_clear()
        .env("HOME", home.path())
        .env("OS_CLOUD", "test")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut stdout = BufReader::new(process.stdout.take().unwrap());
    stdout.read_line(&mut line).unwrap();
    assert!(line.contains("\"added\""), "{line}");
    drop(stdout);
    assert!(process.wait().unwrap().success());
}

#[test]
fn waiting_ends_well_badly_or_late() {
    let cloud = cloud(3);
    let home = cloud.home();
    let actor = Actor::new(&cloud);
    let ids = actor.ids();
    let wait = |words: &[&str]| {
        let fixed = ["instances", "wait", "--interval", "0.05"];
        home.run(fixed.iter().chain(words))
    };
    let all: Vec<&str> = ids.iter().map(String::as_str).collect();
    assert_eq!(wait(&["running", all[0], all[1]]).code, 0);
    assert_eq!(wait(&["exists", all[0]]).code, 0);
    wait(&["stopped", all[0], "--timeout", "0.2"]).fails(124, &["is still running", all[0]]);
    wait(&["exists", "later", "--timeout", "0.2"]).fails(124, &["no instance 'later' was found"]);
    wait(&["running", "nobody"]).fails(254, &["InvalidInstanceID.NotFound"]);
    wait(&["asleep", all[0]]).fails(252, &["terminated"]);
    assert_eq!(wait(&["terminated", "nobody"]).code, 0);

    actor.act(all[0], &json!({ "os-stop": null }));
    let words = ["instances", "wait", "stopped", all[0], "--interval", "0.05"];
    let waiting = home.start(words);
    actor.settle();
    assert_eq!(waiting.finish().0, 0);

    actor.delete(all[1]);
    wait(&["running", all[0], all[1], "--timeout", "0.2"]).fails(
        1,
        &[
            "is deleting",
            "does not become 'running'",
            "is still stopped",
        ],
    );
    actor.settle();
    assert_eq!(wait(&["terminated", all[1]]).code, 0);
}

#[test]
fn a_stop_that_fails_is_not_waited_for() {
    let cloud = cloud(1);
    let home = cloud.home();
    let actor = Actor::new(&cloud);
    let id = actor.ids().remove(0);
    let path = format!("/servers/{id}/metadata");
    let body = json!({ "metadata": { "fake_fail": "power_off" } });
    actor.nova(&Method::POST, &path, Some(&body));
    let (running, _) = watch(&home, &[&id, "--until", "stopped"]);
    actor.act(&id, &json!({ "os-stop": null }));
    assert_eq!(next(&running), "changed running stopping");
    actor.settle();
    assert_eq!(next(&running), "changed stopping running");
    let (code, told) = running.finish();
    assert_eq!(code, 1);
    assert!(told.contains("was stopping and is running again"), "{told}");
}

#[test]
fn a_failed_deletion_is_told() {
    let cloud = cloud(1);
    let home = cloud.home();
    let actor = Actor::new(&cloud);
    let id = actor.ids().remove(0);
    let path = format!("/servers/{id}/metadata");
    let body = json!({ "metadata": { "fake_fail": "destroy" } });
    actor.nova(&Method::POST, &path, Some(&body));
    actor.delete(&id);
    let (running, first) = watch(&home, &[&id, "--until", "terminated"]);
    assert_eq!(short(&first[0]), "added - deleting");
    actor.settle();
    assert_eq!(next(&running), "changed deleting error");
    let (code, told) = running.finish();
    assert_eq!(code, 1);
    assert!(told.contains("fake_fail=destroy"), "{told}");
}
