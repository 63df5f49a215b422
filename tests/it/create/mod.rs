//! `instances create` against the sandbox and doubles: lost responses, quotas, journals that cannot
//! be written, old services.

mod old;
mod process;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::actor::Actor;
use crate::support::run::{Home, Outcome};
use crate::support::sandbox::TestCloud;

/// Runs `instances create` for a small instance without a network.
fn create(home: &Home, name: &str, more: &[&str]) -> Outcome {
    let mut line = vec!["instances", "create", name, "--image", "cirros-0.6.3"];
    line.extend(["--flavor", "m1.nano", "--network", "none"]);
    line.extend(more);
    home.run(line)
}

fn ids(outcome: &Outcome) -> Vec<String> {
    let answer: Value = serde_json::from_str(&outcome.stdout).unwrap();
    let all = answer["Instances"].as_array().unwrap();
    all.iter()
        .map(|one| one["InstanceId"].as_str().unwrap().to_owned())
        .collect()
}

fn records(home: &Home, key: &str) -> Vec<Value> {
    let answer = home.run(["records", "list"]).json();
    let all = answer["Records"].as_array().unwrap();
    all.iter().map(|one| one[key].clone()).collect()
}

fn volumes(home: &Home) -> usize {
    let list = home.run(["volumes", "list"]).json();
    list["Volumes"].as_array().unwrap().len()
}

#[test]
fn an_answer_that_is_lost_costs_nothing() {
    for (fault, more) in [
        ("POST /servers: cut-after x1", &[][..]),
        ("POST /servers: truncate x1", &["--root-volume", "1"]),
        (
            "POST /volumes: cut-after x1",
            &["--root-volume", "1", "--volume", "size=2"],
        ),
        ("POST /servers: 503 retry-after=0 x2", &[]),
        ("POST /servers: 429 retry-after=0 x1", &[]),
    ] {
        let cloud = TestCloud::new(0.0);
        let home = cloud.home();
        cloud.fault(fault);
        let outcome = create(&home, "web", more);
        assert_eq!(outcome.code, 0, "{fault}: {outcome:?}");
        assert_eq!(ids(&outcome), Actor::new(&cloud).ids(), "{fault}");
        assert_eq!(records(&home, "InstanceId"), [json!(ids(&outcome)[0])]);
        assert_eq!(records(&home, "State"), ["created"]);
        assert_eq!(volumes(&home), more.len() / 2, "{fault}");
        let told = outcome.stderr.contains("is not known");
        assert_eq!(told, !fault.contains("retry-after"), "{outcome:?}");
    }
}

#[test]
fn a_refusal_leaves_no_volume_and_is_remembered() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    // Nova's own refusal is final.
    cloud.fault("POST /servers: 400 x1");
    let outcome = create(&home, "web", &["--root-volume", "1"]);
    outcome.fails(254, &["instance 'web'"]);
    assert_eq!(volumes(&home), 0);
    assert_eq!(records(&home, "State"), ["failed"]);
    // If one of two volumes fails, the other is deleted, too.
    cloud.fault("POST /volumes: 400 x1");
    create(&home, "db", &["--root-volume", "1"]).fails(254, &["volume 'db-root'"]);
    let outcome = create(
        &home,
        "db",
        &["--root-volume", "1", "--volume", "size=1,type=nope"],
    );
    outcome.fails(254, &["no volume type is named 'nope'"]);
    assert_eq!((volumes(&home), Actor::new(&cloud).ids().len()), (0, 0));
}

#[test]
fn one_token_for_several_is_numbered_through() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let one =
        |name: &str| format!("{{Name: {name}, ImageId: cirros-0.6.3, InstanceType: m1.nano}}");
    home.write(
        "two.yaml",
        &format!("Instances:\n- {}\n- {}\n", one("a"), one("b")),
    );
    let path = home.path().join("two.yaml");
    let line = [
        "instances",
        "create",
        "--from-file",
        path.to_str().unwrap(),
        "--client-token",
        "t",
    ];
    let first = home.run(line);
    assert_eq!(first.code, 0, "{first:?}");
    assert_eq!(records(&home, "ClientIndex"), [1, 2]);
    assert_eq!(ids(&home.run(line)), ids(&first));
    assert_eq!(Actor::new(&cloud).ids().len(), 2);
}

/// Several specifications name the same image and instance type. Each is looked up once, and the
/// output needs no further request for their names.
#[test]
fn what_several_specifications_name_is_looked_up_once() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let one = |name: &str| {
        format!(
            "- {{Name: {name}, ImageId: cirros-0.6.3, InstanceType: m1.nano, Networks: [none]}}\n"
        )
    };
    let all: String = ["a", "b", "c"].map(one).concat();
    home.write("three.yaml", &format!("Instances:\n{all}"));
    let path = home.path().join("three.yaml");
    let line = ["instances", "create", "--timing", "--from-file"];
    let outcome = home.run([line.as_slice(), &[path.to_str().unwrap()]].concat());
    assert_eq!(outcome.code, 0, "{outcome:?}");
    let shown: Value = serde_json::from_str(&outcome.stdout).unwrap();
    for instance in shown["Instances"].as_array().unwrap() {
        assert_eq!(instance["ImageName"], "cirros-0.6.3");
        assert_eq!(instance["InstanceType"], "m1.nano");
    }
    let requests = |what: &str| {
        let lines = outcome.stderr.lines();
        lines.filter(|line| line.contains(what)).count()
    };
    for (what, number) in [
        ("/v2/images?", 1),
        ("/flavors/m1.nano", 1),
        ("/flavors/detail", 1),
        ("POST ", 4),
    ] {
        assert_eq!(requests(what), number, "{what}: {}", outcome.stderr);
    }
}

fn set_quota(cloud: &TestCloud, limits: &Value) {
    let admin = Actor::admin(cloud);
    let path = format!("/os-quota-sets/{}", admin.project());
    admin.nova(&Method::PUT, &path, Some(&json!({ "quota_set": limits })));
}

/// A token stands for one request. The comparison uses what this machine requested, not what
/// another machine has learned about the instance.
#[test]
fn a_token_is_for_the_same_networks_and_groups() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let create = |home: &Home, more: &[&str]| {
        let words = ["instances", "create", "web", "--image", "cirros-0.6.3"];
        let given = ["--flavor", "m1.nano", "--client-token", "t"];
        home.run(words.iter().chain(&given).chain(more))
    };
    let first = ids(&create(
        &home,
        &["--network", "private", "--security-group", "default"],
    ));
    for (more, what) in [
        (
            ["--network", "auto", "--security-group", "default"],
            "another network",
        ),
        (
            ["--network", "private", "--security-group", "web"],
            "another security group",
        ),
    ] {
        create(&home, &more).fails(254, &["IdempotentParameterMismatch", what]);
        create(&home, &[&more[..], &["--dry-run"]].concat())
            .fails(254, &["IdempotentParameterMismatch", what]);
    }
    assert_eq!(Actor::new(&cloud).ids(), first);
    let other = cloud.home();
    assert_eq!(other.run(["records", "rebuild"]).code, 0);
    assert_eq!(ids(&create(&other, &["--network", "auto"])), first);
}

/// The search for one lost response takes the whole time limit. The other instances are still
/// polled.
#[test]
fn a_lost_create_hides_no_other() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    cloud.fault("POST /servers: cut-before x1");
    let limits = [
        "--count",
        "3",
        "--wait",
        "--timeout",
        "1s",
        "--read-timeout",
        "30",
    ];
    let outcome = create(&home, "web", &limits);
    assert_eq!(outcome.code, 124, "{outcome:?}");
    assert_eq!(ids(&outcome).len(), 2);
    assert_eq!(
        outcome.stderr.matches("WaiterTimedOut").count(),
        1,
        "{outcome:?}"
    );
    assert!(!outcome.stderr.contains("still pending"), "{outcome:?}");
}

#[test]
fn a_quota_is_counted_before_anything_is_made() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    set_quota(&cloud, &json!({ "instances": 3 }));
    let made = || Actor::new(&cloud).ids().len();
    create(&home, "web", &["--count", "4"]).fails(254, &["InstanceLimitExceeded", "0 of 3"]);
    create(&home, "web", &["--count", "4:5"]).fails(254, &["InstanceLimitExceeded"]);
    create(&home, "web", &["--count", "4", "--dry-run"]).fails(254, &["InstanceLimitExceeded"]);
    assert_eq!(made(), 0);
    assert!(records(&home, "Name").is_empty());
    // As many as the quota has room for, which is enough.
    let some = create(&home, "web", &["--count", "2:9", "--client-token", "t"]);
    assert_eq!((some.code, ids(&some).len()), (0, 3), "{some:?}");
    assert!(some.stderr.contains("refuses more: 6"), "{some:?}");
    // Existing instances take no more of the quota.
    let again = create(&home, "web", &["--count", "3:9", "--client-token", "t"]);
    assert_eq!((again.code, ids(&again)), (0, ids(&some)), "{again:?}");
    // Nova's own 403. Only its message says that it is a limit.
    create(&home, "one", &[]).fails(254, &["InstanceLimitExceeded", "3 of 3"]);
    set_quota(&cloud, &json!({ "instances": -1, "cores": 3 }));
    create(&home, "one", &[]).fails(254, &["VcpuLimitExceeded", "3 of 3"]);
    assert_eq!(made(), 3);
}

#[test]
fn a_journal_that_cannot_be_written_is_told_and_keeps_nobody() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let file = ".local/share/ostk/records.db";
    let no_database = "no database ".repeat(50);
    home.write(file, &no_database);
    let outcome = create(&home, "web", &["--client-token", "t"]);
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert!(outcome.stderr.contains("is not recorded"), "{outcome:?}");
    assert_eq!(outcome.stderr.matches("WARNING").count(), 1, "{outcome:?}");
    let kept = std::fs::read_to_string(home.path().join(file)).unwrap();
    assert_eq!(kept, no_database);
    // The cloud still knows the token.
    assert_eq!(
        ids(&create(&home, "web", &["--client-token", "t"])),
        ids(&outcome)
    );
}

#[test]
fn a_journal_of_a_newer_version_is_left_alone() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    create(&home, "old", &[]);
    let path = home.path().join(".local/share/ostk/records.db");
    let file = rusqlite::Connection::open(&path).unwrap();
    file.pragma_update(None, "user_version", 1_000).unwrap();
    drop(file);
    let before = std::fs::read(&path).unwrap();
    let outcome = create(&home, "web", &[]);
    assert_eq!(outcome.code, 0, "{outcome:?}");
    assert!(outcome.stderr.contains("by a newer ostk"), "{outcome:?}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(Actor::new(&cloud).ids().len(), 2);
}

#[test]
fn every_change_that_is_seen_updates_the_journal() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let web = ids(&create(&home, "web", &["--wait"])).remove(0);
    let state = || records(&home, "InstanceState").remove(0);
    assert_eq!(state(), "running");
    assert_eq!(home.run(["instances", "stop", "web", "--wait"]).code, 0);
    assert_eq!(state(), "stopped");
    // Another user acts: lists do not write to the journal, waits do.
    let actor = Actor::new(&cloud);
    actor.act(&web, &json!({ "os-start": null }));
    home.run(["instances", "list"]).json();
    home.run(["instances", "describe", "web"]).json();
    assert_eq!(state(), "stopped");
    assert_eq!(home.run(["instances", "wait", "running", "web"]).code, 0);
    assert_eq!(state(), "running");
    actor.delete(&web);
    home.run(["records", "reconcile"]).json();
    assert_eq!(state(), "terminated");
}

#[test]
fn standard_input_is_read_once_and_a_file_for_all() {
    let cloud = TestCloud::new(0.0);
    let yaml = "Instances:\n- {Name: a, ImageId: cirros-0.6.3, InstanceType: m1.nano}\n\
                - {Name: b, ImageId: cirros-0.6.3, InstanceType: m1.nano}\n";
    let line = ["instances", "create", "--from-file", "-", "--user-data"];
    let home = cloud.home().stdin(yaml);
    home.run(line.iter().chain(&["-"]))
        .fails(252, &["standard input is read once"]);
    home.write("setup.sh", "#!/bin/sh\n");
    let made = home.run(line.iter().chain(&["file://setup.sh"]));
    assert_eq!(ids(&made).len(), 2);
    let data = cloud.home().stdin("#!/bin/sh\n");
    let piped = create(&data, "c", &["--user-data", "-"]);
    let admin = Actor::admin(&cloud);
    for id in ids(&made).into_iter().chain(ids(&piped)) {
        let server = admin.nova(&Method::GET, &format!("/servers/{id}"), None);
        let held = &server["server"]["OS-EXT-SRV-ATTR:user_data"];
        assert_eq!(*held, "IyEvYmluL3NoCg==");
    }
}
