//! `instances start`, `stop`, `reboot` and `delete`, and the outcomes of their requests.

mod waits;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::actor::Actor;
use crate::support::run::{Home, Outcome};
use crate::support::sandbox::TestCloud;

/// Returns a cloud with so many running instances. All its actions complete at once.
fn cloud(instances: u32) -> (TestCloud, Home) {
    let cloud = TestCloud::new(0.0);
    cloud.sandbox.add_instances(instances).unwrap();
    let home = cloud.home();
    (cloud, home)
}

const FIRST: &str = "instance-00001";
const SECOND: &str = "instance-00002";

fn instances(home: &Home, words: &[&str]) -> Outcome {
    home.run(["instances"].iter().chain(words))
}

/// Returns "PREVIOUS CURRENT" for each instance in an action's output.
fn changes(outcome: &Outcome) -> Vec<String> {
    let answer: Value =
        serde_json::from_str(&outcome.stdout).unwrap_or_else(|_| panic!("{outcome:?}"));
    let (_, list) = answer.as_object().unwrap().iter().next().unwrap();
    let state = |change: &Value, key: &str| change[key]["Name"].as_str().unwrap().to_owned();
    let list = list.as_array().unwrap().iter();
    list.map(|one| {
        format!(
            "{} {}",
            state(one, "PreviousState"),
            state(one, "CurrentState")
        )
    })
    .collect()
}

/// Returns how many requests to a path `--timing` shows.
fn requests(outcome: &Outcome, what: &str) -> usize {
    let lines = outcome.stderr.lines();
    lines.filter(|line| line.contains(what)).count()
}

fn make_fail(actor: &Actor<'_>, id: &str, what: &str) {
    let path = format!("/servers/{id}/metadata");
    let body = json!({ "metadata": { "fake_fail": what } });
    actor.nova(&Method::POST, &path, Some(&body));
}

#[test]
fn each_action_is_followed_to_its_end() {
    let (_cloud, home) = cloud(1);
    let table: [(&[&str], &str, &str); 8] = [
        (&["stop"], "StoppingInstances", "running stopped"),
        (&["start"], "StartingInstances", "stopped running"),
        (&["reboot"], "RebootingInstances", "running running"),
        (
            &["reboot", "--hard"],
            "RebootingInstances",
            "running running",
        ),
        (&["pause"], "PausingInstances", "running paused"),
        (&["unpause"], "UnpausingInstances", "paused running"),
        // As with EC2, an action whose state is already there succeeds.
        (&["start"], "StartingInstances", "running running"),
        (
            &["delete", "--force"],
            "TerminatingInstances",
            "running terminated",
        ),
    ];
    // Without a request there is nothing to wait for.
    let outcome = instances(&home, &["start", FIRST, "--wait", "--timing"]);
    assert_eq!(changes(&outcome), ["running running"]);
    assert_eq!((outcome.code, requests(&outcome, "/servers")), (0, 1));
    for (words, key, expected) in table {
        let rest = [FIRST, "--wait", "--timing"];
        let outcome = instances(&home, &[words, &rest].concat());
        assert_eq!(outcome.json()[key].as_array().unwrap().len(), 1);
        assert_eq!(changes(&outcome), [expected], "{words:?}");
        // An action's entry is fetched only if the state proves nothing.
        let is_reboot = words[0] == "reboot";
        let entries = requests(&outcome, "os-instance-actions");
        assert_eq!(entries, usize::from(is_reboot), "{words:?}");
        let posts = requests(&outcome, "/action");
        assert_eq!(
            posts,
            usize::from(expected != "running running" || is_reboot)
        );
    }
}

#[test]
fn each_failure_is_told_with_novas_reason() {
    // The failing step, the action before, the action, its end, and the reason.
    type Row<'a> = (&'a str, &'a [&'a str], &'a [&'a str], &'a str, &'a str);
    let (cloud, home) = cloud(7);
    let actor = Actor::new(&cloud);
    let ids = actor.ids();
    let nova_says = "Nova says that compute_";
    let table: [Row<'_>; 7] = [
        ("power_off", &[], &["stop"], "running running", nova_says),
        (
            "power_on",
            &["stop"],
            &["start"],
            "stopped stopped",
            nova_says,
        ),
        ("pause", &[], &["pause"], "running running", nova_says),
        (
            "unpause",
            &["pause"],
            &["unpause"],
            "paused paused",
            nova_says,
        ),
        (
            "reboot",
            &["stop"],
            &["reboot", "--hard"],
            "stopped error",
            "fake_fail=reboot",
        ),
        (
            "destroy",
            &[],
            &["delete"],
            "running error",
            "fake_fail=destroy",
        ),
        // For Nova this is not a failure.
        ("reboot", &[], &["reboot"], "running running", ""),
    ];
    for (id, (fail, before, action, end, why)) in ids.iter().zip(table) {
        make_fail(&actor, id, fail);
        if !before.is_empty() {
            assert_eq!(
                instances(&home, &[before, &[id, "--wait"]].concat()).code,
                0
            );
        }
        let outcome = instances(&home, &[action, &[id, "--wait"]].concat());
        assert_eq!(outcome.code, u8::from(!why.is_empty()), "{outcome:?}");
        assert_eq!(changes(&outcome), [end], "{action:?}");
        assert!(outcome.stderr.contains(why), "{outcome:?}");
        if !why.is_empty() {
            assert!(outcome.stderr.contains("request id: req-"), "{outcome:?}");
        }
    }
    let words = ["create", "new", "--image", "cirros-0.6.3", "--flavor"];
    let rest = ["m1.nano", "--tag", "fake_fail=spawn", "--wait"];
    let outcome = instances(&home, &[&words[..], &rest].concat());
    assert_eq!(outcome.code, 1);
    assert!(outcome.stderr.contains("fake_fail=spawn"), "{outcome:?}");
    assert!(outcome.stdout.contains("\"error\""), "{outcome:?}");
}

#[test]
fn a_person_is_told_of_trouble_and_of_failures_beside_live_lines() {
    let (cloud, home) = cloud(1);
    let actor = Actor::new(&cloud);
    let id = actor.ids().remove(0);
    make_fail(&actor, &id, "power_off");
    cloud.fault(&format!("GET /servers/{id}: 500 x2"));
    let home = home.terminal(100);
    let running = home.start(["instances", "stop", FIRST, "--wait"]);
    let mut told = String::new();
    while !told.contains("WaiterFailed") {
        told.push_str(&running.stderr.next());
    }
    let trouble = told.find("[WARNING]").unwrap();
    let over = told.find("The cloud answers again").unwrap();
    assert!(
        trouble < over && over < told.find("Nova says that compute_").unwrap(),
        "{told}"
    );
    assert_eq!(running.finish().0, 1);
}

#[test]
fn a_target_that_cannot_be_looked_for_keeps_no_other_from_its_stop() {
    let (cloud, home) = cloud(2);
    let mut ids = Actor::new(&cloud).ids();
    let (one, other) = (ids.remove(0), ids.remove(0));
    cloud.fault(&format!("GET /servers/{one}: 500"));
    let outcome = instances(&home, &["stop", &one, &other]);
    assert_eq!(outcome.code, 1);
    assert_eq!(changes(&outcome), ["running stopping"]);
    assert!(outcome.stderr.contains("InternalError"), "{outcome:?}");
}

#[test]
fn a_refusal_has_the_state_and_what_would_help() {
    let (cloud, home) = cloud(2);
    let actor = Actor::new(&cloud);
    let ids = actor.ids();
    actor.act(&ids[0], &json!({ "pause": null }));
    let words = ["IncorrectInstanceState", "is paused", "unpause it first"];
    instances(&home, &["stop", FIRST]).fails(254, &words);
    instances(&home, &["stop", FIRST, "--dry-run"]).fails(254, &words);
    actor.act(&ids[1], &json!({ "lock": null }));
    let words = ["IncorrectInstanceState", "is running", "it is locked"];
    instances(&home, &["stop", SECOND]).fails(254, &words);
    instances(&home, &["delete", SECOND, "--dry-run"]).fails(254, &words);
    // Administrators may act on locked servers.
    let admin = ["--cloud", "test-admin", "instances", "stop", SECOND];
    home.run(admin.iter().chain(&["--dry-run"]))
        .fails(254, &["DryRunOperation"]);
    assert_eq!(changes(&home.run(admin)), ["running stopping"]);
    // One failed target does not stop the others.
    actor.act(&ids[0], &json!({ "unpause": null }));
    let outcome = instances(&home, &["stop", "nobody", FIRST, "--wait"]);
    assert_eq!(outcome.code, 1);
    assert_eq!(changes(&outcome), ["running stopped"]);
    assert!(outcome.stderr.contains("no instance is named 'nobody'"));
}

#[test]
fn a_rehearsal_tells_of_each_and_changes_nothing() {
    let (cloud, home) = cloud(2);
    let actor = Actor::new(&cloud);
    let ids = actor.ids();
    for words in [
        &["start"][..],
        &["stop"],
        &["reboot"],
        &["reboot", "--hard"],
        &["delete"],
        &["delete", "--force"],
    ] {
        let rest = [FIRST, SECOND, "--dry-run", "--wait", "--timing"];
        let outcome = instances(&home, &[words, &rest].concat());
        outcome.fails(254, &["DryRunOperation"]);
        let sent = requests(&outcome, " POST ") + requests(&outcome, " DELETE ");
        assert_eq!(sent, requests(&outcome, "/auth/tokens"), "{words:?}");
    }
    for id in &ids {
        actor.act(id, &json!({ "pause": null }));
    }
    let outcome = instances(&home, &["stop", FIRST, SECOND, "nobody", "--dry-run"]);
    outcome.fails(254, &[FIRST, SECOND, "'nobody'"]);
}

#[test]
fn pause_and_unpause_are_actions_like_the_others() {
    let (cloud, home) = cloud(2);
    let words = ["pause", "--name", "instance-*"];
    instances(&home, &words).fails(252, &["2 instances; --yes"]);
    let person = cloud.home().typed("n\n");
    instances(&person, &words).fails(1, &["Pause 2 instances? [y/N]"]);
    instances(&home, &["pause", FIRST, "--dry-run"]).fails(254, &["(DryRunOperation)"]);
    let outcome = instances(&home, &[&words[..], &["--yes", "--wait"]].concat());
    assert_eq!(changes(&outcome), ["running paused", "running paused"]);
    let paused = &outcome.json()["PausingInstances"][0]["CurrentState"];
    assert_eq!(*paused, json!({ "Code": 80, "Name": "paused" }));
    instances(&home, &["stop", FIRST]).fails(254, &["IncorrectInstanceState", "unpause it first"]);
    assert_eq!(instances(&home, &["wait", "paused", FIRST]).code, 0);
    let outcome = instances(&home, &["unpause", FIRST]);
    assert_eq!(changes(&outcome), ["paused starting"]);
    assert_eq!(instances(&home, &["stop", FIRST, "--wait"]).code, 0);
    for rehearsal in [&["--dry-run"][..], &[]] {
        let outcome = instances(&home, &[&["unpause", FIRST], rehearsal].concat());
        outcome.fails(
            254,
            &["(IncorrectInstanceState)", "UnpauseInstances", "is stopped"],
        );
    }
}

#[test]
fn what_filters_choose_is_confirmed() {
    let (cloud, home) = cloud(3);
    let actor = Actor::new(&cloud);
    actor.rename(&actor.ids()[0], "other");
    let words = ["stop", "--name", "instance-*"];
    let outcome = instances(&home, &words);
    outcome.fails(252, &["2 instances; --yes", "instance-00003"]);
    outcome.fails(252, &["running"]);
    let person = cloud.home().typed("n\n");
    let outcome = instances(&person, &words);
    outcome.fails(1, &["Stop 2 instances? [y/N]", "Nothing was changed."]);
    assert!(!outcome.stderr.contains("[ERROR]"), "{outcome:?}");
    let person = cloud.home().typed("y\n");
    assert_eq!(instances(&person, &words).code, 0);
    let outcome = instances(&home, &["start", "--name", "instance-*", "--yes"]);
    assert_eq!(changes(&outcome), ["stopped starting", "stopped starting"]);
    let none = instances(&home, &["stop", "--name", "none-*"]);
    assert_eq!(none.json()["StoppingInstances"], json!([]));
    let rehearsal = instances(&home, &["stop", "--name", "instance-*", "--dry-run"]);
    rehearsal.fails(
        254,
        &["instance-00002", "instance-00003", "DryRunOperation"],
    );
    instances(&home, &["stop", "--timing"]).fails(252, &["no instance is named", "0 requests"]);
    instances(&home, &["stop", FIRST, "--state", "running"]).fails(252, &["not both"]);
    let home = cloud
        .home()
        .stdin("other\ninstance-00002\ninstance-00003\n");
    let outcome = instances(&home, &["delete", "-", "--wait", "--parallel", "2"]);
    assert_eq!(changes(&outcome), ["running terminated"; 3]);
    assert!(actor.ids().is_empty());
}

#[test]
fn the_journal_knows_each_state_that_was_seen() {
    let (_cloud, home) = cloud(0);
    let words = ["create", "web", "--image", "cirros-0.6.3", "--flavor"];
    instances(&home, &[&words[..], &["m1.nano"]].concat()).json();
    let state = || {
        let records = home.run(["records", "list"]).json();
        records["Records"][0]["InstanceState"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    instances(&home, &["wait", "running", "web"]);
    assert_eq!(state(), "running");
    for (verb, expected) in [("stop", "stopped"), ("delete", "terminated")] {
        assert_eq!(instances(&home, &[verb, "web", "--wait"]).code, 0);
        assert_eq!(state(), expected, "{verb}");
    }
}
