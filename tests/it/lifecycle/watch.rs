//! Watches and waits while another user acts on servers. Each operation takes seconds, longer than
//! the interval between two polls, so that no state is missed.

use serde_json::{Value, json};

use super::{often, unique};
use crate::support::real::Real;

on_both_clouds!(still_sandbox:
    every_step_is_told_once_and_in_order,
    waiting_ends_well_badly_or_late,
);

fn every_step_is_told_once_and_in_order(real: &Real) {
    let home = real.home();
    let name = unique("watch");
    let cloud = real.cloud();
    let words = ["--cloud", &cloud, "instances", "watch", "--name", &name];
    let words = words.iter().chain(&["--for", "2m"]).chain(often(real));
    let running = home.start(words);
    assert_eq!(running.stdout.json()["Type"], "synced");
    let next = || {
        let event = running.stdout.json();
        assert_eq!(event["Name"], name.as_str(), "{event}");
        event["CurrentState"].as_str().unwrap().to_owned()
    };
    let through = |states: [&str; 2]| {
        assert_eq!(next(), states[0]);
        real.settle();
        assert_eq!(next(), states[1]);
    };
    let server = real.boot(&name, &json!({ "fake_delay": "4" }));
    through(["pending", "running"]);
    server.act(&json!({ "os-stop": null }));
    through(["stopping", "stopped"]);
    server.act(&json!({ "os-start": null }));
    through(["starting", "running"]);
    server.act(&json!({ "reboot": { "type": "HARD" } }));
    through(["rebooting", "running"]);
    server.delete();
    through(["deleting", "terminated"]);
}

fn waiting_ends_well_badly_or_late(real: &Real) {
    let home = real.home();
    let server = real.boot(&unique("wait"), &json!({ "fake_delay": "4" }));
    let cloud = real.cloud();
    let words = |words: &[&str]| -> Vec<String> {
        let fixed = ["--cloud", &cloud, "instances", "wait"];
        let all = fixed.iter().chain(words).chain(often(real));
        all.map(|word| (*word).to_owned()).collect()
    };
    let wait = |rest: &[&str]| home.run(words(rest));
    // The wait runs during the change.
    let wait_for = |rest: &[&str]| {
        let running = home.start(words(rest));
        while !running.is_over() {
            real.settle();
        }
        // A server that is deleted before the first poll is reported, and is not a failure.
        let (code, told) = running.finish();
        assert_eq!(code, 0, "{rest:?}: {told}");
    };
    assert_eq!(wait(&["exists", &server.id]).code, 0);
    wait_for(&["running", &server.id]);
    wait(&["stopped", &server.id, "--timeout", "1s"]).fails(124, &["is still running"]);
    server.act(&json!({ "os-stop": null }));
    wait_for(&["stopped", &server.id]);
    assert_eq!(server.shown()["status"], "SHUTOFF");
    assert_eq!(server.shown()["OS-EXT-STS:task_state"], Value::Null);
    server.delete();
    wait(&["running", &server.id]).fails(1, &["does not become 'running'"]);
    wait_for(&["terminated", &server.id]);
    assert_eq!(wait(&["terminated", &server.id]).code, 0);
}
