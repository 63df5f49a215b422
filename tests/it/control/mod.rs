//! `instances start`, `stop`, `reboot` and `delete`, and what becomes of what they ask for.

use ostk::sandbox::{Clock, Settings};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::actor::Actor;
use crate::support::run::{Home, Outcome};
use crate::support::sandbox::TestCloud;

/// A cloud in which everything happens at once, with so many running instances.
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

/// "PREVIOUS CURRENT" of each that an action tells of.
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

/// How many requests to a path `--timing` shows.
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
    let table: [(&[&str], &str, &str); 6] = [
        (&["stop"], "StoppingInstances", "running stopped"),
        (&["start"], "StartingInstances", "stopped running"),
        (&["reboot"], "RebootingInstances", "running running"),
        (
            &["reboot", "--hard"],
            "RebootingInstances",
            "running running",
        ),
        // As EC2's: what is there already is a success.
        (&["start"], "StartingInstances", "running running"),
        (
            &["delete", "--force"],
            "TerminatingInstances",
            "running terminated",
        ),
    ];
    // Where nothing is asked for, nothing is followed.
    let outcome = instances(&home, &["start", FIRST, "--wait", "--timing"]);
    assert_eq!(changes(&outcome), ["running running"]);
    assert_eq!((outcome.code, requests(&outcome, "/servers")), (0, 1));
    for (words, key, expected) in table {
        let rest = [FIRST, "--wait", "--timing"];
        let outcome = instances(&home, &[words, &rest].concat());
        assert_eq!(outcome.json()[key].as_array().unwrap().len(), 1);
        assert_eq!(changes(&outcome), [expected], "{words:?}");
        // Only where the state proves nothing is more asked than that.
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
    // What is made to fail, what comes before, the action, how it ends, and why.
    type Row<'a> = (&'a str, &'a [&'a str], &'a [&'a str], &'a str, &'a str);
    let (cloud, home) = cloud(5);
    let actor = Actor::new(&cloud);
    let ids = actor.ids();
    let nova_says = "Nova says that compute_";
    let table: [Row<'_>; 5] = [
        ("power_off", &[], &["stop"], "running running", nova_says),
        (
            "power_on",
            &["stop"],
            &["start"],
            "stopped stopped",
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
        // To Nova itself this is no failure.
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
    // A lock holds no administrator up.
    let admin = ["--cloud", "test-admin", "instances", "stop", SECOND];
    home.run(admin.iter().chain(&["--dry-run"]))
        .fails(254, &["DryRunOperation"]);
    assert_eq!(changes(&home.run(admin)), ["running stopping"]);
    // One that fails keeps no other from it.
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
fn what_goes_wrong_for_a_while_is_told_once_and_survived() {
    let (cloud, home) = cloud(1);
    // The very first look, which a watch that begins would take for a wrong address.
    let id = Actor::new(&cloud).ids().remove(0);
    cloud.fault(&format!("GET /servers/{id}: 500 x2"));
    let outcome = instances(&home, &["stop", FIRST, "--wait"]);
    assert_eq!(changes(&outcome), ["running stopped"]);
    assert_eq!(requests(&outcome, "[WARNING]"), 1, "{outcome:?}");
    assert!(outcome.stderr.contains("answers again"), "{outcome:?}");
}

#[test]
fn what_is_hopeless_ends_a_wait_and_what_was_done_is_told() {
    let (cloud, home) = cloud(1);
    let id = Actor::new(&cloud).ids().remove(0);
    cloud.fault(&format!("GET /servers/{id}: 403"));
    let outcome = instances(&home, &["stop", FIRST, "--wait"]);
    assert_eq!(outcome.code, 254);
    assert!(outcome.stderr.contains("UnauthorizedOperation"));
    assert_eq!(changes(&outcome), ["running stopping"]);
}

#[test]
fn without_entries_the_state_is_all_that_there_is() {
    let (cloud, home) = cloud(1);
    cloud.fault("GET /servers/*/os-instance-actions/*: 403");
    let outcome = instances(&home, &["reboot", FIRST, "--wait"]);
    assert_eq!(changes(&outcome), ["running running"]);
    assert_eq!(requests(&outcome, "can't be read"), 1, "{outcome:?}");
    cloud.sandbox.clear_faults();
    cloud.fault("GET /servers/*/os-instance-actions/*: 404");
    let outcome = instances(&home, &["reboot", FIRST, "--wait"]);
    assert_eq!(changes(&outcome), ["running running"]);
}

/// An answer of which nobody knows whose it is does not make an instance gone.
#[test]
fn a_proxy_that_knows_no_way_does_not_delete() {
    let (cloud, home) = cloud(2);
    cloud.fault("POST /servers/*/action: stuck x1");
    let ids = Actor::new(&cloud).ids();
    cloud.fault(&format!("GET /servers/{}: 404 x1", ids[0]));
    let words = ["delete", "--force", FIRST, "--wait", "--timeout", "1s"];
    let outcome = instances(&home, &words);
    assert_eq!(outcome.code, 124, "{outcome:?}");
    assert_eq!(changes(&outcome), ["running deleting"]);
    // Nor where it answers the request itself.
    cloud.fault("DELETE /servers/*: 404");
    cloud.fault(&format!("GET /servers/{}: 404", ids[1]));
    instances(&home, &["delete", SECOND, "--wait"]).fails(254, &["is running", SECOND]);
}

#[test]
fn an_answer_that_was_lost_is_looked_for() {
    let (cloud, home) = cloud(1);
    cloud.fault("POST /servers/*/action: cut-after x1");
    let outcome = instances(&home, &["stop", FIRST, "--wait"]);
    assert_eq!(changes(&outcome), ["running stopped"]);
    cloud.fault("POST /servers/*/action: cut-before x1");
    let outcome = instances(&home, &["start", FIRST]);
    outcome.fails(255, &["is stopped", "whether it is done all the same"]);
}

/// Nova writes over the task `deleting` as long as a build goes on.
#[test]
fn a_deletion_goes_on_though_a_build_writes_over_it() {
    let start = "2026-11-24T12:00:00Z".parse().unwrap();
    let cloud = TestCloud::with(Settings::new(Clock::manual(start)));
    let actor = Actor::new(&cloud);
    let home = cloud.home();
    let words = ["create", "web", "--image", "cirros-0.6.3", "--flavor"];
    instances(&home, &[&words[..], &["m1.nano"]].concat()).json();
    let id = actor.ids().remove(0);
    let is = |status: &str, task: &Value| {
        let shown = actor.nova(&Method::GET, &format!("/servers/{id}"), None);
        let server = &shown["server"];
        server["status"] == status && server["OS-EXT-STS:task_state"] == *task
    };
    let step_to = |status: &str, task: &Value| {
        while !is(status, task) {
            assert!(cloud.sandbox.step().unwrap(), "it is never {status}");
        }
    };
    step_to("BUILD", &json!("block_device_mapping"));
    let running = home.start(["instances", "delete", &id, "--wait", "--debug"]);
    let until = |what: &str| while !running.stderr.next().contains(what) {};
    // Its answer, not only the request: the next step is Nova's.
    until("> DELETE");
    until("< 204");
    step_to("BUILD", &json!("deleting"));
    step_to("ERROR", &Value::Null);
    // The state does not tell, and the entry says nothing bad.
    until("os-instance-actions");
    actor.settle();
    let (code, stderr) = running.finish();
    assert_eq!(code, 0, "{stderr}");
    assert!(!stderr.contains("[ERROR]"), "{stderr}");
}

#[test]
fn a_wait_for_nothing_ends_at_once() {
    let (cloud, home) = cloud(0);
    cloud.fault("POST /servers: 400");
    let words = ["create", "web", "--image", "cirros-0.6.3", "--flavor"];
    let rest = ["m1.nano", "--count", "3", "--wait"];
    let outcome = instances(&home, &[&words[..], &rest].concat());
    assert_eq!(outcome.code, 1, "{outcome:?}");
    assert_eq!(requests(&outcome, "[ERROR]"), 3, "{outcome:?}");
    assert!(!outcome.stderr.contains("WaiterTimedOut"), "{outcome:?}");
    let outcome = instances(&home, &["stop", "a", "b", "--wait"]);
    assert_eq!((outcome.code, requests(&outcome, "[ERROR]")), (1, 2));
    let empty = cloud.home().stdin("");
    assert_eq!(instances(&empty, &["delete", "-", "--wait"]).code, 0);
}

/// The look for the targets, what is asked for and the wait are all within the limit, and what
/// kept the answers from coming is named. All at once, since each takes a second or
/// two.
#[test]
fn a_time_limit_bounds_the_requests_too() {
    // What is slow or broken, what is run and for how long, and what is said.
    type Row<'a> = (&'a str, &'a [&'a str], &'a str, &'a [&'a str]);
    let create = [
        "create",
        "new",
        "--image",
        "cirros-0.6.3",
        "--flavor",
        "m1.nano",
    ];
    let lost = "had not answered after";
    let table: [Row<'_>; 6] = [
        (
            "GET /servers/detail: delay 30",
            &["stop", FIRST, "--wait"],
            "1s",
            &["nothing was asked for", lost],
        ),
        (
            "POST /servers/*/action: delay 30",
            &["stop", FIRST, "--wait"],
            "1s",
            &[
                "what was asked for was not answered in 1 s",
                lost,
                "is not known",
            ],
        ),
        (
            "GET /servers/ID: 503",
            &["stop", FIRST, "--wait"],
            "2s",
            &["was last known to be stopping: not 'stopped' after 2 s ("],
        ),
        (
            "GET /servers/detail: delay 30",
            &["wait", "running", FIRST],
            "1s",
            &["could not be looked for in 1 s", lost],
        ),
        (
            "POST /servers: delay 30",
            &[&create[..], &["--wait"]].concat(),
            "1s",
            &[
                "instance 'new' was not created in 1 s",
                lost,
                "may have been created",
                "--client-token",
            ],
        ),
        (
            "POST /servers: stuck",
            &[&create[..], &["--wait"]].concat(),
            "2s",
            &["is still pending", "not 'running' after 2 s"],
        ),
    ];
    let begun = std::time::Instant::now();
    let runs: Vec<_> = table
        .iter()
        .map(|(fault, words, time, said)| {
            let (cloud, home) = cloud(1);
            home.run(["whoami"]);
            let id = Actor::new(&cloud).ids().remove(0);
            cloud.fault(&fault.replace("ID", &id));
            let limit = ["--timeout", *time];
            let words: Vec<_> = ["instances"]
                .iter()
                .chain(*words)
                .chain(&limit)
                .copied()
                .collect();
            (home.start(&words), words, said, cloud, home)
        })
        .collect();
    for (running, words, said, _cloud, _home) in runs {
        let (code, stderr) = running.finish();
        assert_eq!(code, 124, "{words:?}: {stderr}");
        assert!(stderr.contains("(WaiterTimedOut)"), "{stderr}");
        for part in *said {
            assert!(stderr.contains(part), "{words:?} lacks '{part}': {stderr}");
        }
    }
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

#[test]
fn the_configured_time_to_wait_counts_for_every_wait() {
    let (cloud, home) = cloud(2);
    home.run(["whoami"]);
    home.write(".config/ostk/config.toml", "wait_timeout = \"0.5s\"\n");
    let outcome = instances(&home, &["wait", "stopped", FIRST]);
    outcome.fails(124, &["is still running: not 'stopped' after 0.5 s"]);
    cloud.fault("POST /servers/*/action: stuck x1");
    let outcome = instances(&home, &["stop", SECOND, "--wait"]);
    assert_eq!(outcome.code, 124);
    assert!(
        outcome.stderr.contains("is still stopping (powering-off)"),
        "{outcome:?}"
    );
    // Nothing at all is time for one look.
    let now = |words: &[&str]| instances(&home, &[words, &["--timeout", "0"]].concat()).code;
    assert_eq!(now(&["wait", "running", FIRST]), 0);
    assert_eq!(now(&["wait", "stopped", FIRST]), 124);
    assert_eq!(now(&["wait", "exists", "later"]), 124);
    assert_eq!(now(&["wait", "exists", "later", FIRST]), 124);
    assert_eq!(now(&["stop", FIRST, "--wait"]), 0);
}

/// Nova leaves one of many deletions out of its changes: the last ones are asked for by ID.
#[test]
fn many_are_followed_by_the_changes_of_all_and_the_last_by_id() {
    let start = "2026-11-24T12:00:00Z".parse().unwrap();
    let cloud = TestCloud::with(Settings::new(Clock::manual(start)));
    cloud.sandbox.add_instances(30).unwrap();
    let actor = Actor::new(&cloud);
    let home = cloud.home();
    cloud.fault("DELETE /servers/*: lost-deletion x2");
    let fixed = ["instances", "delete", "--wait", "--debug"];
    let ids = actor.ids();
    let running = home.start(fixed.iter().copied().chain(ids.iter().map(String::as_str)));
    // The first look, and one more.
    let mut requests = 0;
    for _ in 0..2 {
        loop {
            let line = running.stderr.next();
            requests += usize::from(line.contains("> GET"));
            if line.contains("> GET") && line.contains("changes-since") {
                break;
            }
        }
    }
    // Each was found by its ID, and none is asked for again.
    assert!((30..50).contains(&requests), "{requests}");
    while !running.is_over() {
        actor.settle();
    }
    let (code, stderr) = running.finish();
    assert_eq!(code, 0, "{stderr}");
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
