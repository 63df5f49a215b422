//! `volumes create` and `delete`, in a cloud where each action completes at once.

use serde_json::json;

use crate::support::actor::Actor;
use crate::support::double::Double;
use crate::support::run::{Home, Outcome};
use crate::support::sandbox::TestCloud;
use crate::support::server::Reply;

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
        let said = "argument 1 of sum() must be an array of numbers, not a string";
        assert!(made.stderr.contains(said), "{made:?}");
    }
    // Errors that need no request are reported before the first one.
    let words = ["create", "c", "--size", "1", "--query", "nosuch(VolumeId)"];
    volumes(&home, &words).fails(252, &["nosuch()", "character 1"]);
    // A list created nothing, so its error does not say that it did.
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
fn a_wait_that_runs_out_of_time_says_what_kept_the_answer() {
    let (cloud, home) = cloud();
    let id = id_of(&volumes(
        &home,
        &["create", "data", "--size", "1", "--wait"],
    ));
    cloud.fault(&format!("GET /volumes/{id}: delay 30"));
    let outcome = volumes(&home, &["delete", "data", "--wait", "--timeout", "1s"]);
    assert_eq!(outcome.code, 124, "{outcome:?}");
    for part in [
        id.as_str(),
        "is not known to be gone yet",
        "had not answered after",
    ] {
        assert!(outcome.stderr.contains(part), "{outcome:?}");
    }
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

/// Cinder deletes volumes only in some statuses, and a dry run says so.
#[test]
fn what_is_not_ready_is_not_deleted() {
    let (cloud, home) = cloud();
    let id = id_of(&volumes(&home, &["create", "data", "--size", "1"]));
    let admin = Actor::admin(&cloud);
    let path = format!("POST /volume/v3/{}/volumes/{id}/action", admin.project());
    for (status, deletable) in [
        ("maintenance", false),
        ("error_deleting", false),
        ("error_restoring", true),
        ("error", true),
    ] {
        let body = json!({ "os-reset_status": { "status": status } });
        assert_eq!(admin.ask(&path, &body).0, 202, "{status}");
        let words: &[&str] = if deletable {
            &["DryRunOperation"]
        } else {
            &["IncorrectState", status]
        };
        volumes(&home, &["delete", &id, "--dry-run"]).fails(254, words);
        if !deletable {
            volumes(&home, &["delete", &id]).fails(254, &["IncorrectState"]);
        }
    }
    assert_eq!(volumes(&home, &["delete", &id]).code, 0);
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

fn id_of(made: &Outcome) -> String {
    made.json()["VolumeId"].as_str().unwrap().to_owned()
}

fn listed(home: &Home) -> Vec<serde_json::Value> {
    volumes(home, &["list"]).json()["Volumes"]
        .as_array()
        .unwrap()
        .clone()
}

#[test]
fn a_volume_is_made_once_whatever_becomes_of_the_answer() {
    for fault in ["POST /volumes: cut-after x1", "POST /volumes: truncate x1"] {
        let (cloud, home) = cloud();
        cloud.fault(fault);
        let words = [
            "--read-timeout",
            "1",
            "create",
            "data",
            "--size",
            "1",
            "--tag",
            "a=b",
        ];
        let made = volumes(&home, &words);
        let id = id_of(&made);
        let all = listed(&home);
        assert_eq!(all.len(), 1, "{fault}");
        assert_eq!(all[0]["VolumeId"], json!(id));
        // ostk's own metadata is shown only as a key of the output, not as a tag.
        assert_eq!(all[0]["Tags"], json!([{ "Key": "a", "Value": "b" }]));
        let token = all[0]["ClientToken"].as_str().unwrap();
        let record = home.run(["records", "describe", token]).json()["Records"][0].clone();
        assert_eq!(record["Type"], "volume");
        assert_eq!(record["ResourceId"], json!(id));
        assert_eq!(
            (&record["State"], &record["ResourceState"]),
            (&json!("created"), &json!("available"))
        );
        assert_eq!(record["InstanceId"], json!(null));
    }
}

#[test]
fn a_second_try_with_the_token_takes_the_first_ones_volume() {
    let (_cloud, home) = cloud();
    let create = |home: &Home, words: &[&str]| {
        volumes(home, &[&["create", "--client-token", "t"], words].concat())
    };
    volumes(&home, &["create", "--size", "1", "--client-token", "a b"])
        .fails(252, &["client token"]);
    let id = id_of(&create(&home, &["data", "--size", "1", "--run-id", "r"]));
    // With this machine's journal, and on another machine.
    let elsewhere = Home::new().variable("OS_CLOUD", "test");
    let clouds = std::fs::read_to_string(home.path().join("clouds.yaml")).unwrap();
    elsewhere.write("clouds.yaml", &clouds);
    for home in [&home, &elsewhere] {
        assert_eq!(id_of(&create(home, &["data", "--size", "1"])), id);
        create(home, &["data", "--size", "2"]).fails(254, &["IdempotentParameterMismatch", "size"]);
    }
    create(&home, &["other", "--size", "1"]).fails(254, &["IdempotentParameterMismatch", "name"]);
    create(&home, &["data", "--size", "1", "--image", "cirros-0.6.3"])
        .fails(254, &["IdempotentParameterMismatch", "image"]);
    assert_eq!(listed(&home).len(), 1);
    let orphans = ["records", "list", "--orphans", "--kind", "volume", "--ids"];
    let ids = home.run(orphans).stdout;
    assert_eq!(ids, format!("{id}\n"));
    assert_eq!(home.run(["records", "list", "--ids"]).stdout, "");
    assert_eq!(volumes(&elsewhere, &["delete", &id, "--wait"]).code, 0);
    create(&home, &["data", "--size", "1"]).fails(254, &["InvalidVolume.NotFound", "deleted"]);
    assert_eq!(home.run(orphans).stdout, "");
}

#[test]
fn what_is_gone_already_is_as_good_as_deleted_where_that_is_known_or_said() {
    let (_cloud, home) = cloud();
    let known = id_of(&volumes(
        &home,
        &["create", "data", "--size", "1", "--wait"],
    ));
    assert_eq!(
        volumes(&home, &["delete", &known, "--wait", "--yes"]).code,
        0
    );
    // The journal knows the volume by its ID only.
    let again = volumes(&home, &["delete", &known]).json();
    let gone = json!({ "VolumeId": known, "Name": "data", "State": "deleted" });
    assert_eq!(again["Volumes"], json!([gone]));
    volumes(&home, &["delete", &known, "--dry-run"]).fails(254, &["DryRunOperation"]);
    volumes(&home, &["delete", "data"]).fails(254, &["InvalidVolume.NotFound"]);
    let unknown = "0f2e1a5c-6c2e-4a1c-9a3e-1f2e3d4c5b6a";
    volumes(&home, &["delete", unknown]).fails(254, &["InvalidVolume.NotFound"]);
    let both = volumes(&home, &["delete", unknown, &known]);
    assert_eq!(both.code, 1, "{both:?}");
    for noun in ["volumes", "keypairs", "instances"] {
        let ignored = home.run([noun, "delete", "nobody", unknown, "--ignore-missing"]);
        assert_eq!(ignored.code, 0, "{ignored:?}");
        assert_eq!(
            ignored.stderr.matches("Nothing to delete").count(),
            2,
            "{ignored:?}"
        );
        let nothing = home.run([noun, "delete", "-"]);
        assert_eq!(nothing.code, 0, "{nothing:?}");
        let answer: serde_json::Value = serde_json::from_str(&nothing.stdout).unwrap();
        let list = answer.as_object().unwrap().values().next().unwrap();
        assert_eq!(*list, json!([]), "{noun}");
        let two = home.run([noun, "delete", "nobody", "nothing"]);
        assert_eq!(two.code, 1, "{two:?}");
        home.run([noun, "delete", "nobody"])
            .fails(254, &["NotFound"]);
    }
}

const PAGE: &str = "<html><body><h1>404 Not Found</h1>nginx</body></html>";

fn page() -> Reply {
    Reply::text(404, PAGE).header("Content-Type", "text/html")
}

#[test]
fn a_proxys_404_makes_nothing_gone() {
    let id = "a6b1ac47-5f80-4104-92dc-551a5c317dd0";
    let deaf = Double::start(|_| Some(page()));
    let home = deaf.home();
    for words in [
        ["volumes", "delete", id],
        ["instances", "delete", id],
        ["keypairs", "delete", "k"],
        ["volumes", "describe", id],
        ["instances", "describe", id],
        ["keypairs", "describe", "k"],
        ["images", "describe", id],
        ["networks", "describe", id],
        ["flavors", "describe", "f"],
        ["security-groups", "describe", id],
        ["instances", "console-log", id],
    ] {
        let outcome = home.run(words);
        outcome.fails(254, &["ServiceUnavailable", "is not the"]);
        assert!(!outcome.stderr.contains("NotFound"), "{outcome:?}");
        assert!(!outcome.stderr.contains("no "), "{outcome:?}");
    }
    for noun in ["volumes", "instances", "keypairs"] {
        let target = if noun == "keypairs" { "k" } else { id };
        let outcome = home.run(
            [noun, "delete", target, "--ignore-missing", "--wait"]
                .into_iter()
                .filter(|word| noun != "keypairs" || *word != "--wait"),
        );
        outcome.fails(254, &["ServiceUnavailable"]);
    }
    // The resource is shown, but its deletion returns the page. So it exists, and the error does
    // not deny it.
    let half = Double::start(move |request| {
        if request.method == "DELETE" {
            return Some(page());
        }
        let body = match request.path().rsplit_once('/')?.1 {
            "k" => json!({ "keypair": { "name": "k", "public_key": "", "fingerprint": "" } }),
            _ if request.path().contains("/volumes/") => {
                json!({ "volume": { "id": id, "name": "v", "status": "available" } })
            }
            _ => json!({ "server": { "id": id, "name": "w", "status": "ACTIVE" } }),
        };
        Some(Reply::json(200, &body))
    });
    let home = half.home();
    for (noun, target) in [("volumes", id), ("instances", id), ("keypairs", "k")] {
        home.run([noun, "delete", target])
            .fails(254, &["ServiceUnavailable"]);
        home.run([noun, "delete", target, "--ignore-missing"])
            .fails(254, &["ServiceUnavailable"]);
    }
}
