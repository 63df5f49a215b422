//! `volumes create` and `delete`, in a cloud in which everything happens at once.

use serde_json::json;

use crate::support::run::{Home, Outcome};
use crate::support::sandbox::TestCloud;

fn cloud() -> (TestCloud, Home) {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    (cloud, home)
}

fn volumes(home: &Home, words: &[&str]) -> Outcome {
    home.run(["volumes"].iter().chain(words))
}

#[test]
fn a_volume_is_made_and_removed_and_both_are_waited_for() {
    let (_cloud, home) = cloud();
    let made = volumes(
        &home,
        &["create", "data", "--size", "2", "--tag", "a=b", "--wait"],
    );
    let made = made.json();
    assert_eq!(made["State"], "available");
    assert_eq!(made["SizeGiB"], 2);
    let id = made["VolumeId"].as_str().unwrap();
    let outcome = volumes(&home, &["delete", "data", "nobody", "--wait"]);
    assert_eq!(outcome.code, 1);
    assert!(outcome.stderr.contains("'nobody'"), "{outcome:?}");
    let told: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(
        told["Volumes"],
        json!([{ "VolumeId": id, "Name": "data", "State": "deleted" }])
    );
    volumes(&home, &["describe", "data"]).fails(254, &["InvalidVolume.NotFound"]);
}

#[test]
fn what_was_made_is_told_flat_and_whole_if_the_query_does_not_fit() {
    let (_cloud, home) = cloud();
    let select = ["--query", "VolumeId", "-o", "text"];
    let made = volumes(
        &home,
        &[&["create", "a", "--size", "1"], &select[..]].concat(),
    );
    assert_eq!(made.stdout.trim_end().len(), 36, "{made:?}");
    for format in ["json", "yaml", "text"] {
        let words = ["create", "b", "--size", "1", "--query", "sum(VolumeId)"];
        let made = volumes(&home, &[&words[..], &["-o", format]].concat());
        assert_eq!(made.code, 255, "{made:?}");
        assert!(made.stdout.contains("__DEFAULT__"), "{made:?}");
        let said = "argument 1 of sum() is a string";
        assert!(made.stderr.contains(said), "{made:?}");
    }
    // Before anything is sent, what can be known then.
    let words = ["create", "c", "--size", "1", "--query", "nosuch(VolumeId)"];
    volumes(&home, &words).fails(252, &["nosuch()", "character 1"]);
    // A list made nothing, and says nothing.
    let listed = volumes(&home, &["list", "--query", "sum(Volumes)"]);
    listed.fails(255, &["sum()"]);
    let count = volumes(&home, &["list", "--query", "length(Volumes)"]);
    assert_eq!(count.stdout, "4\n");
    let quiet = volumes(&home, &["create", "d", "--size", "1", "-o", "off"]);
    assert_eq!((quiet.code, quiet.stdout.as_str()), (0, ""));
}

#[test]
fn what_goes_wrong_for_a_while_ends_no_wait() {
    let (cloud, home) = cloud();
    cloud.fault("GET /volumes/*: 500 x2");
    volumes(&home, &["create", "data", "--size", "1", "--wait"]).json();
    cloud.fault("GET /volumes/*: 403");
    let outcome = volumes(&home, &["create", "more", "--size", "1", "--wait"]);
    outcome.fails(254, &["UnauthorizedOperation", "was made"]);
}

#[test]
fn a_rehearsal_finds_what_cinder_would_refuse() {
    let (_cloud, home) = cloud();
    let create = |words: &[&str]| volumes(&home, &[&["create", "x", "--dry-run"], words].concat());
    create(&["--size", "1"]).fails(254, &["DryRunOperation"]);
    create(&["--size", "1", "--image", "none"]).fails(254, &["InvalidAMIID.NotFound"]);
    let snapshot = "0f2e1a5c-6c2e-4a1c-9a3e-1f2e3d4c5b6a";
    let words = ["--size", "1", "--snapshot", snapshot];
    create(&words).fails(254, &["InvalidSnapshot.NotFound"]);
    volumes(&home, &["delete", "nobody", "--dry-run"]).fails(254, &["InvalidVolume.NotFound"]);
    volumes(&home, &["create", "data", "--size", "1", "--wait"]).json();
    volumes(&home, &["delete", "data", "--dry-run"]).fails(254, &["DryRunOperation"]);
    let outcome = volumes(&home, &["delete", "data", "nobody", "--dry-run"]);
    outcome.fails(254, &["'nobody'"]);
    assert!(!outcome.stderr.contains("DryRunOperation"), "{outcome:?}");
}

#[test]
fn what_is_attached_is_not_deleted() {
    let (_cloud, home) = cloud();
    let words = ["create", "web", "--image", "cirros-0.6.3", "--flavor"];
    let rest = ["m1.nano", "--root-volume", "1", "--wait"];
    let made = home.run(["instances"].iter().chain(&words).chain(&rest));
    let made = made.json();
    let mapping = &made["Instances"][0]["BlockDeviceMappings"][0];
    let id = mapping["VolumeId"].as_str().unwrap();
    for words in [&["delete", id][..], &["delete", id, "--dry-run"]] {
        volumes(&home, words).fails(254, &["VolumeInUse", "delete the instance"]);
    }
}
