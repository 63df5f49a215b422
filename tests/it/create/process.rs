//! `instances create` as a process that is interrupted or killed.
#![cfg(unix)]

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use assert_cmd::cargo::CommandCargoExt as _;
use ostk_sandbox::{Clock, Settings};

use super::{create, ids, records, volumes};
use crate::support::actor::Actor;
use crate::support::run::Home;
use crate::support::sandbox::TestCloud;

fn start(home: &Home, more: &[&str]) -> Child {
    let mut line = vec!["instances", "create", "web", "--image", "cirros-0.6.3"];
    line.extend(["--flavor", "m1.nano", "--network", "none"]);
    line.extend(more);
    Command::cargo_bin("ostk")
        .unwrap()
        .args(line)
        .env_clear()
        .env("HOME", home.path())
        .env("OS_CLOUD", "test")
        .current_dir(home.path())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn until(what: &str, mut done: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(30);
    while !done() {
        assert!(Instant::now() < deadline, "{what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Ends the process with a signal. Returns its exit code and its stderr.
fn end(child: Child, signal: &str) -> (Option<i32>, String) {
    let kill = format!("kill -{signal} {}", child.id());
    let done = Command::new("sh").args(["-c", &kill]).status().unwrap();
    assert!(done.success());
    let output = child.wait_with_output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code(), stderr)
}

#[test]
fn an_interruption_names_volumes_and_the_token_takes_them() {
    let cloud = TestCloud::with(Settings::new(Clock::manual(jiff::Timestamp::now())));
    let home = cloud.home();
    let more = ["--root-volume", "1", "--volume", "size=1"];
    let child = start(&home, &more);
    until("both volumes are asked for", || {
        let all = home.run(["records", "list"]);
        let recorded = |outcome: &crate::support::run::Outcome| {
            let answer: serde_json::Value = serde_json::from_str(&outcome.stdout).ok()?;
            Some(answer["Records"][0]["Volumes"].as_array()?.len())
        };
        recorded(&all) == Some(2)
    });
    let (code, stderr) = end(child, "INT");
    assert_eq!(code, Some(130), "{stderr}");
    let record = &home.run(["records", "list"]).json()["Records"][0];
    let token = record["ClientToken"].as_str().unwrap();
    for volume in record["Volumes"].as_array().unwrap() {
        let said = format!("volume {} was made for 'web'", volume.as_str().unwrap());
        assert!(stderr.contains(&said), "{stderr}");
    }
    assert!(stderr.contains(token), "{stderr}");
    Actor::new(&cloud).settle();
    let made = create(
        &home,
        "web",
        &[&more[..], &["--client-token", token]].concat(),
    );
    assert_eq!(made.code, 0, "{made:?}");
    assert_eq!(volumes(&home), 2);
    assert_eq!(records(&home, "InstanceId"), [ids(&made).remove(0)]);
}

#[test]
fn an_interruption_names_what_was_made_and_what_may_have_been() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    home.run(["whoami"]);
    cloud.fault("POST /servers: delay 20s x1");
    let child = start(&home, &["--count", "2", "--client-token", "t"]);
    until("one is made and one is asked for", || {
        let made = home.run(["records", "list", "--state", "created", "--ids"]);
        made.stdout.lines().count() == 1
    });
    let (code, stderr) = end(child, "INT");
    assert_eq!(code, Some(130), "{stderr}");
    let made = Actor::new(&cloud).ids();
    assert_eq!(made.len(), 1);
    assert!(stderr.contains(&made[0]), "{stderr}");
    let may = "may have been created: --client-token t finds it, or creates it";
    assert!(stderr.contains(may), "{stderr}");
}

#[test]
fn a_killed_process_holds_no_token() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    home.run(["whoami"]);
    cloud.fault("POST /servers: delay 20s x1");
    let child = start(&home, &["--client-token", "t"]);
    until("it is about to be asked for", || {
        let records = home.run(["records", "list"]);
        records.stdout.contains("\"intended\"")
    });
    // A second process waits for the first.
    let second = start(&home, &["--client-token", "t", "--read-timeout", "0.5"]);
    let claims = home.path().join(".local/share/ostk/claims");
    assert_eq!(std::fs::read_dir(&claims).unwrap().count(), 1);
    end(child, "KILL");
    let output = second.wait_with_output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{stderr}");
    assert_eq!(std::fs::read_dir(&claims).unwrap().count(), 0);
    assert_eq!(records(&home, "State"), ["created"]);
}
