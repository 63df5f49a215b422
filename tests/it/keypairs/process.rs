//! `keypairs create` as a process: umask, a full disk, a reader that has closed its end, Ctrl-C.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use assert_cmd::cargo::CommandCargoExt as _;

use super::{MARK, nothing_left};
use crate::support::not_tried;
use crate::support::run::Home;
use crate::support::sandbox::TestCloud;

/// Returns the binary behind a shell that first runs this setup.
fn wrapped(home: &Home, setup: &str, words: &[&str]) -> Command {
    let ostk = Command::cargo_bin("ostk").unwrap();
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("{setup}; exec \"$0\" \"$@\"")])
        .arg(ostk.get_program())
        .args(words)
        .env_clear()
        .env("HOME", home.path())
        .env("OS_CLOUD", "test")
        .current_dir(home.path())
        .stdin(Stdio::null());
    command
}

#[test]
fn the_file_is_private_under_any_umask() {
    use std::os::unix::fs::PermissionsExt as _;
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    for (name, flag) in [("nova", None), ("local", Some("--local"))] {
        let mut line = vec!["keypairs", "create", name];
        line.extend(flag);
        let output = wrapped(&home, "umask 000", &line).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        let path = home.path().join(format!("{name}.pem"));
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o7777, 0o600, "{name}");
        assert!(fs::read_to_string(path).unwrap().contains(MARK));
    }
}

#[test]
fn a_full_disk_leaves_neither_half_a_file_nor_an_orphan() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    // No file may grow, and a write fails instead of killing the process.
    let full = "trap '' XFSZ; ulimit -f 0";
    for (flags, words) in [
        (&[][..], &["cannot be written", "was deleted again"][..]),
        (&["--local"], &["cannot be written"]),
    ] {
        let mut line = vec!["keypairs", "create", "a"];
        line.extend(flags);
        let output = wrapped(&home, full, &line).output().unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(255), "{stderr}");
        for word in words {
            assert!(stderr.contains(word), "stderr lacks '{word}': {stderr}");
        }
        nothing_left(&home);
    }
}

#[test]
fn a_reader_that_is_gone_costs_the_key_pair_and_is_told() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let line = ["keypairs", "create", "a", "--key-file", "-"];
    let output = wrapped(&home, "exec >/dev/full", &line).output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    if !Path::new("/dev/full").exists() {
        not_tried("there is no /dev/full");
        return;
    }
    assert_eq!(output.status.code(), Some(255), "{stderr}");
    assert!(stderr.contains("was deleted again"), "{stderr}");
    nothing_left(&home);
}

#[test]
fn an_interruption_leaves_no_file_and_names_what_may_be_left() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    home.run(["whoami"]);
    cloud.fault("POST /os-keypairs: delay 20s x1");
    let child = wrapped(&home, ":", &["keypairs", "create", "a b"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let path = home.path().join("a b.pem");
    let mut tries = 0;
    while !path.exists() {
        std::thread::sleep(std::time::Duration::from_millis(20));
        tries += 1;
        assert!(tries < 500, "the file is made before the request");
    }
    std::thread::sleep(std::time::Duration::from_millis(100));
    let kill = format!("kill -INT {}", child.id());
    assert!(
        Command::new("sh")
            .args(["-c", &kill])
            .status()
            .unwrap()
            .success()
    );
    let output = child.wait_with_output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(130), "{stderr}");
    for word in ["interrupted", "'a b' may have been made", "delete 'a b''"] {
        assert!(stderr.contains(word), "stderr lacks '{word}': {stderr}");
    }
    assert!(!path.exists());
}
