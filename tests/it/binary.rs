//! The binary itself: what no in-process test can see.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Command, Stdio};

use assert_cmd::cargo::CommandCargoExt as _;

use crate::support::actor::Actor;
use crate::support::double::{Double, names, paged, servers};
use crate::support::run::Home;
use crate::support::sandbox::TestCloud;

fn ostk(home: &Home) -> Command {
    let mut command = Command::cargo_bin("ostk").unwrap();
    command
        .env_clear()
        .env("HOME", home.path())
        .current_dir(home.path())
        .stdin(Stdio::null());
    command
}

fn cloud(count: usize) -> Double {
    let all = servers(count);
    Double::start(move |request| {
        if request.path() == "/compute/v2.1/servers/detail" {
            return Some(paged(&all, request, 1000));
        }
        names(request)
    })
}

#[test]
fn exit_codes_reach_the_shell() {
    let double = cloud(1);
    let home = double.home();
    let code = |words: &[&str]| ostk(&home).args(words).output().unwrap().status.code();
    assert_eq!(code(&["instances", "list"]), Some(0));
    assert_eq!(code(&["instances", "lst"]), Some(252));
    assert_eq!(code(&["--cloud", "none", "whoami"]), Some(253));
    assert_eq!(code(&["instances", "describe", "nobody"]), Some(254));
    assert_eq!(
        code(&["instances", "list", "--endpoint-url", "http://127.0.0.1:1"]),
        Some(255)
    );
}

#[test]
fn a_reader_that_goes_away_is_a_success() {
    let double = cloud(1000);
    let home = double.home();
    for format in ["json", "yaml", "text", "table"] {
        let mut child = ostk(&home)
            .args(["instances", "list", "-o", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut [0; 10]).unwrap();
        drop(stdout);
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{format}: {output:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{format}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_a_failure() {
    let double = cloud(3);
    let home = double.home();
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = ostk(&home)
        .args(["instances", "list"])
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(255), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("(IOError)"));
    // The output still names what was created.
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let words = [
        "--image",
        "cirros-0.6.3",
        "--flavor",
        "m1.nano",
        "--network",
        "none",
    ];
    let output = ostk(&home)
        .args(["--cloud", "test", "instances", "create", "web"])
        .args(words)
        .stdout(std::fs::File::create("/dev/full").unwrap())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(255), "{output:?}");
    let listed = home.run(["instances", "list"]).json();
    let id = listed["Instances"][0]["InstanceId"].as_str().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains(&format!("created: {id}")), "{told}");
}

#[test]
fn a_whole_run_needs_no_home_and_no_variable() {
    let output = Command::cargo_bin("ostk")
        .unwrap()
        .env_clear()
        .args(["--version"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn completion_scripts_are_printed() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = ostk(&home).args(["completion", shell]).output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert!(
            String::from_utf8_lossy(&output.stdout).contains("instances"),
            "{shell}"
        );
    }
}

/// The signals that end a run, and their exit codes.
#[cfg(unix)]
const SIGNALS: [(&str, i32); 2] = [("-INT", 130), ("-TERM", 143)];

#[cfg(unix)]
fn send(signal: &str, child: &std::process::Child) {
    let sent = Command::new("kill")
        .args([signal, &child.id().to_string()])
        .status();
    assert!(sent.unwrap().success());
}

#[cfg(unix)]
#[test]
fn who_interrupts_a_wait_is_told_what_goes_on() {
    for (signal, code) in SIGNALS {
        interrupted_wait(signal, code);
    }
}

#[cfg(unix)]
fn interrupted_wait(signal: &str, code: i32) {
    let cloud = TestCloud::new(1.0);
    cloud.sandbox.add_instances(2).unwrap();
    cloud.fault("POST /servers/*/action: stuck");
    let home = cloud.home();
    let mut child = ostk(&home)
        .env("OS_CLOUD", "test")
        .args([
            "instances",
            "stop",
            "instance-00001",
            "instance-00002",
            "--wait",
            "--debug",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stderr = BufReader::new(child.stderr.take().unwrap()).lines();
    // At these polls, both actions are in progress.
    let looks = stderr.by_ref().map(Result::unwrap);
    let looks = looks.filter(|line| line.contains("powering-off"));
    assert_eq!(looks.take(4).count(), 4);
    send(signal, &child);
    let told: Vec<String> = stderr.map(Result::unwrap).collect();
    let told = told.join("\n");
    assert_eq!(child.wait().unwrap().code(), Some(code), "{told}");
    let ids = Actor::new(&cloud).ids();
    for (name, id) in ["instance-00001", "instance-00002"].iter().zip(&ids) {
        let words = format!("'{name}' ({id})");
        assert!(told.contains(&words), "{told}");
    }
    assert!(told.contains("still under way"), "{told}");
}

/// A read of standard input blocks the whole run.
#[cfg(unix)]
#[test]
fn an_interrupt_ends_the_reading_of_targets_too() {
    for (signal, code) in SIGNALS {
        interrupted_read(signal, code);
    }
}

#[cfg(unix)]
fn interrupted_read(signal: &str, expected: i32) {
    let home = cloud(1).home();
    let mut child = ostk(&home)
        .args(["instances", "stop", "-", "--debug"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(b"one\n").unwrap();
    let mut stderr = BufReader::new(child.stderr.take().unwrap()).lines();
    // The run has its token. It reads by now, or soon; then it needs another signal.
    assert!(stderr.by_ref().any(|line| line.unwrap().contains("< 201")));
    let code = loop {
        send(signal, &child);
        if let Some(status) = child.try_wait().unwrap() {
            break status.code();
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    };
    drop(stdin);
    assert_eq!(code, Some(expected));
}
