//! The journal by its own commands, held against clouds, and written by many processes at once.

use std::process::Command;

use assert_cmd::cargo::CommandCargoExt as _;
use jiff::{SignedDuration, Timestamp};
use ostk::env::Env;
use ostk::records::{
    CLIENT_INDEX_KEY, CLIENT_TOKEN_KEY, Created, InstanceRecord, Intent, Journal, KeypairRecord,
    RUN_ID_KEY, Scope,
};
use reqwest::{Client, Method};
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use crate::support::double::{Double, server, server_id};
use crate::support::run::Home;
use crate::support::sandbox::TestCloud;
use crate::support::server::Reply;

fn journal(home: &Home) -> Journal {
    Journal::open(&Env::for_test(home.path(), [])).unwrap()
}

fn scope(cloud: &str) -> Scope {
    Scope {
        cloud: cloud.to_owned(),
        region: Some("RegionOne".to_owned()),
        project_id: "p-1".to_owned(),
        user_id: "u-1".to_owned(),
    }
}

fn intent(scope: &Scope, token: &str, count: u32) -> Intent {
    Intent {
        scope: scope.clone(),
        token: token.to_owned(),
        run_id: Some("run-7".to_owned()),
        name: "web".to_owned(),
        index: 0,
        count,
        image: Some("debian-13".to_owned()),
        flavor: "m1.nano".to_owned(),
        key_name: Some("mine".to_owned()),
        networks: vec!["private".to_owned()],
        security_groups: vec!["web".to_owned()],
        volumes: vec![],
        at: Timestamp::now(),
    }
}

fn create(journal: &Journal, scope: &Scope, token: &str, ids: &[&str]) {
    let count = u32::try_from(ids.len()).unwrap();
    assert!(journal.intend(&intent(scope, token, count)).unwrap());
    for (index, id) in (0..).zip(ids) {
        let done = Created {
            instance_id: (*id).to_owned(),
            name: format!("web-{id}"),
            state: "pending".to_owned(),
            volumes: vec![format!("volume-of-{id}")],
        };
        journal.complete(scope, token, index, &done).unwrap();
    }
}

fn texts(answer: &Value, list: &str, key: &str) -> Vec<String> {
    let text = |item: &Value| item[key].as_str().unwrap_or("null").to_owned();
    answer[list].as_array().unwrap().iter().map(text).collect()
}

/// A home without any cloud whose journal has a run with an instance that is gone, one that is
/// there and a request without an answer, and another run.
fn home() -> Home {
    let home = Home::new();
    let journal = journal(&home);
    let here = scope("here");
    create(&journal, &here, "t-1", &["i-1", "i-2"]);
    let now = Timestamp::now();
    journal.observe(&here, "i-1", "terminated", now).unwrap();
    journal.observe(&here, "i-2", "running", now).unwrap();
    journal.intend(&intent(&here, "t-2", 1)).unwrap();
    let there = scope("there");
    let mut other = intent(&there, "t-3", 1);
    other.run_id = None;
    journal.intend(&other).unwrap();
    journal.fail(&there, "t-3", 0, "no quota").unwrap();
    home
}

#[test]
fn a_pipeline_finds_what_it_left_behind() {
    let home = home();
    let orphans = ["records", "list", "--orphans", "--run-id", "run-7"];
    let list = |words: &[&str]| home.run(orphans.iter().chain(words));
    assert_eq!(list(&["--ids"]).stdout, "i-2\n");
    let query = ["--query", "Records[].InstanceId", "--output", "text"];
    assert_eq!(list(&query).stdout, "i-2\n");
    let other = home.run(["records", "list", "--orphans", "--run-id", "run-8", "--ids"]);
    assert_eq!((other.code, other.stdout.as_str()), (0, ""));
}

#[test]
fn several_orphans_are_targets_in_either_form() {
    let home = Home::new();
    create(&journal(&home), &scope("here"), "t", &["i-1", "i-2"]);
    let ids = home.run(["records", "list", "--orphans", "--ids"]).stdout;
    assert_eq!(ids, "i-1\ni-2\n");
    let query = "Records[].InstanceId";
    let text = home.run(["records", "list", "--query", query, "-o", "text"]);
    assert_eq!(text.stdout, "i-1\ti-2\n");
    // Both are read back as two targets.
    for targets in [ids, text.stdout] {
        let reader = home_with_journal_of(&home).stdin(&targets);
        let described = reader.run(["records", "describe", "-"]).json();
        assert_eq!(texts(&described, "Records", "InstanceId"), ["i-1", "i-2"]);
    }
}

/// Another home with a copy of the journal.
fn home_with_journal_of(home: &Home) -> Home {
    let other = Home::new();
    let name = ".local/share/ostk/records.db";
    let copy = other.write(name, "");
    std::fs::copy(home.path().join(name), copy).unwrap();
    other
}

#[test]
fn records_are_listed_in_one_schema() {
    let home = home();
    let answer = home.run(["records", "list"]).json();
    assert_eq!(
        texts(&answer, "Records", "State"),
        ["terminated", "created", "intended", "failed"]
    );
    let mut record = answer["Records"][1].clone();
    for key in ["CreateTime", "UpdateTime"] {
        let time = record[key].take();
        assert!(time.as_str().unwrap().parse::<Timestamp>().is_ok());
    }
    assert_eq!(
        record,
        json!({ "InstanceId": "i-2", "Name": "web-i-2", "State": "created",
            "InstanceState": "running", "RunId": "run-7", "ClientToken": "t-1", "ClientIndex": 1,
            "ImageId": "debian-13", "InstanceType": "m1.nano", "KeyName": "mine",
            "Networks": ["private"], "SecurityGroups": ["web"], "Volumes": ["volume-of-i-2"],
            "CreateTime": null, "UpdateTime": null, "Cloud": "here", "Region": "RegionOne",
            "ProjectId": "p-1", "UserId": "u-1", "Error": null })
    );
    let states = |words: &[&str]| {
        let all = ["records", "list"];
        texts(
            &home.run(all.iter().chain(words)).json(),
            "Records",
            "State",
        )
    };
    assert_eq!(states(&["--state", "running"]), ["created"]);
    assert_eq!(
        states(&["--state", "failed,Intended"]),
        ["intended", "failed"]
    );
    assert_eq!(states(&["--cloud", "there"]), ["failed"]);
    assert_eq!(states(&["--region", "Mars"]), [""; 0]);
    home.run(["records", "list", "--state", "gone"])
        .fails(252, &["intended", "running"]);
    let table = home.terminal(120).run(["records", "list"]);
    assert!(table.stdout.contains("web-i-2"), "{}", table.stdout);
    assert!(table.stdout.contains("run-7"), "{}", table.stdout);
}

#[test]
fn records_are_described_by_id_name_and_token() {
    let home = home();
    let ids = |target: &str| {
        let answer = home.run(["records", "describe", target]).json();
        texts(&answer, "Records", "InstanceId")
    };
    assert_eq!(ids("i-2"), ["i-2"]);
    assert_eq!(ids("web-i-1"), ["i-1"]);
    assert_eq!(ids("t-1"), ["i-1", "i-2"]);
    home.run(["record", "show", "i-9"])
        .fails(254, &["InvalidRecord.NotFound", "'i-9'", "hint: "]);
    let some = home.run(["records", "describe", "i-2", "i-9"]);
    assert_eq!(some.code, 1, "{some:?}");
    assert!(some.stdout.contains("i-2") && some.stderr.contains("i-9"));
}

#[test]
fn everything_is_exported_a_line_each() {
    let home = home();
    let key = KeypairRecord {
        name: "mine".to_owned(),
        fingerprint: "aa:bb".to_owned(),
        path: Some("/home/me/mine.pem".into()),
        created: Timestamp::now(),
        user: "developer".to_owned(),
    };
    journal(&home)
        .keypair_created(&scope("here"), &key)
        .unwrap();
    let lines = |words: &[&str]| -> Vec<Value> {
        let outcome = home.run(["records", "export"].iter().chain(words));
        assert_eq!(outcome.code, 0, "{outcome:?}");
        let lines = outcome.stdout.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    };
    let all = lines(&["--output", "table"]);
    assert_eq!(all.len(), 5);
    assert_eq!(all[1]["Type"], "instance");
    assert_eq!(all[1]["InstanceId"], "i-2");
    assert_eq!(all[3]["Error"], "no quota");
    assert_eq!(all[4]["Type"], "key-pair");
    assert_eq!(all[4]["KeyFingerprint"], "aa:bb");
    assert_eq!(all[4]["Path"], "/home/me/mine.pem");
    assert_eq!(lines(&["--cloud", "there"]).len(), 1);
    assert_eq!(lines(&["--run-id", "run-7", "--query", "Name"]).len(), 3);
}

#[test]
fn only_what_is_finished_is_pruned_unless_all_is() {
    let home = home();
    let prune = |words: &[&str]| home.run(["records", "prune"].iter().chain(words));
    let forgotten = |words: &[&str]| prune(words).json()["Forgotten"].clone();
    let left = || {
        home.run(["records", "list"]).json()["Records"]
            .as_array()
            .unwrap()
            .len()
    };
    prune(&[]).fails(252, &["--older-than"]);
    prune(&["--older-than", "30"]).fails(252, &["30d"]);
    assert_eq!(forgotten(&["--older-than", "1h"]), 0);
    // The times are in milliseconds, and "older" is not "as old".
    std::thread::sleep(std::time::Duration::from_millis(5));
    let dry = prune(&["--older-than", "0s", "--dry-run"]);
    assert_eq!(dry.code, 254, "{dry:?}");
    assert!(dry.stdout.contains("\"Forgotten\": 2"), "{dry:?}");
    assert!(dry.stderr.contains("DryRunOperation"), "{dry:?}");
    assert_eq!(left(), 4);
    assert_eq!(forgotten(&["--older-than", "0s", "--cloud", "there"]), 1);
    assert_eq!(forgotten(&["--older-than", "0s"]), 1);
    assert_eq!(left(), 2);
    assert_eq!(forgotten(&["--older-than", "0s", "--all"]), 2);
    assert_eq!(left(), 0);
}

#[test]
fn a_journal_that_cannot_be_read_is_an_error() {
    let home = home();
    home.write(".local/share/ostk/records.db", &"no database ".repeat(50));
    for words in [["records", "list"], ["records", "export"]] {
        home.run(words).fails(255, &["RecordsError", "records.db"]);
    }
}

/// The sandbox, asked directly.
struct Api {
    runtime: Runtime,
    client: Client,
    compute: String,
    token: String,
}

impl Api {
    fn new(cloud: &TestCloud) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().no_proxy().tls_certs_only([]).build();
        let mut api = Self {
            runtime: Builder::new_current_thread().enable_all().build().unwrap(),
            client: client.unwrap(),
            compute: cloud.url.clone(),
            token: String::new(),
        };
        let body = json!({ "auth": { "identity": { "methods": ["password"], "password": { "user": {
            "name": "developer", "domain": { "name": "Default" }, "password": "secret" } } },
            "scope": { "project": { "name": "demo", "domain": { "name": "Default" } } } } });
        let (token, answer) = api.send(&Method::POST, "/auth/tokens", Some(&body));
        let catalog = answer["token"]["catalog"].as_array().unwrap();
        let compute = catalog.iter().find(|one| one["type"] == "compute").unwrap();
        let url = compute["endpoints"][0]["url"].as_str().unwrap();
        url.clone_into(&mut api.compute);
        api.token = token.unwrap();
        api
    }

    fn send(&self, method: &Method, path: &str, body: Option<&Value>) -> (Option<String>, Value) {
        self.runtime.block_on(async {
            let url = format!("{}{path}", self.compute);
            let mut request = self.client.request(method.clone(), url);
            request = request.header("X-Auth-Token", &self.token);
            if let Some(body) = body {
                request = request.json(body);
            }
            let answer = request.send().await.unwrap();
            let (status, headers) = (answer.status(), answer.headers().clone());
            let text = answer.text().await.unwrap();
            assert!(status.is_success(), "{method} {path}: {status} {text}");
            let token = headers.get("X-Subject-Token");
            (
                token.map(|token| token.to_str().unwrap().to_owned()),
                serde_json::from_str(&text).unwrap_or_default(),
            )
        })
    }

    /// Makes a server of whatever the one that is there is made of.
    fn create(&self, name: &str, metadata: &Value) -> String {
        let (_, listed) = self.send(&Method::GET, "/servers/detail", None);
        let like = &listed["servers"][0];
        let body = json!({ "server": { "name": name, "imageRef": like["image"]["id"],
            "flavorRef": like["flavor"]["id"], "metadata": metadata } });
        let (_, made) = self.send(&Method::POST, "/servers", Some(&body));
        made["server"]["id"].as_str().unwrap().to_owned()
    }

    fn delete(&self, id: &str) {
        self.send(&Method::DELETE, &format!("/servers/{id}"), None);
    }
}

fn marked(token: &str, index: u32) -> Value {
    json!({ CLIENT_TOKEN_KEY: token, CLIENT_INDEX_KEY: index.to_string(), RUN_ID_KEY: "run-7" })
}

/// What the cloud of a test calls the project and the user.
fn scope_of(home: &Home) -> Scope {
    let who = home.run(["whoami"]).json();
    let text = |key: &str| who[key].as_str().unwrap().to_owned();
    Scope {
        cloud: "test".to_owned(),
        region: Some("RegionOne".to_owned()),
        project_id: text("ProjectId"),
        user_id: text("UserId"),
    }
}

fn changes(answer: &Value) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or("null").to_owned();
    let mut all: Vec<_> = answer["Changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (
                text(&one["Change"]),
                text(&one["InstanceId"]),
                text(&one["CurrentState"]),
            )
        })
        .collect();
    all.sort();
    all
}

fn change(kind: &str, id: &str, state: &str) -> (String, String, String) {
    (kind.to_owned(), id.to_owned(), state.to_owned())
}

#[test]
fn the_journal_is_corrected_by_what_the_cloud_has() {
    let cloud = TestCloud::new(0.0);
    cloud.sandbox.add_instances(1).unwrap();
    let home = cloud.home();
    let scope = scope_of(&home);
    let api = Api::new(&cloud);
    let here = api.create("here", &json!({}));
    let gone = api.create("gone", &json!({}));
    let lost = api.create("lost", &marked("lost", 1));
    api.delete(&gone);
    let journal = journal(&home);
    create(&journal, &scope, "known", &[&here, &gone]);
    assert!(journal.intend(&intent(&scope, "lost", 2)).unwrap());
    let old = Intent {
        at: Timestamp::now() - SignedDuration::from_hours(1),
        ..intent(&scope, "never", 1)
    };
    assert!(journal.intend(&old).unwrap());
    // Another project's records are none of this cloud's business.
    let elsewhere = Scope {
        project_id: "another".to_owned(),
        ..scope.clone()
    };
    create(&journal, &elsewhere, "elsewhere", &["e-1"]);
    let expected = [
        change("changed", &here, "running"),
        change("failed", "null", "failed"),
        change("found", &lost, "running"),
        change("terminated", &gone, "terminated"),
    ];
    let dry = home.run(["records", "reconcile", "--dry-run"]);
    assert_eq!(dry.code, 254, "{dry:?}");
    assert_eq!(
        changes(&serde_json::from_str(&dry.stdout).unwrap()),
        expected
    );
    let outcome = home.run(["records", "reconcile"]);
    assert_eq!(changes(&outcome.json()), expected);
    assert!(outcome.stderr.contains("under way, and were left alone: 1"));
    let ids = home.run(["records", "list", "--orphans", "--run-id", "run-7", "--ids"]);
    let mut ids: Vec<&str> = ids.stdout.lines().collect();
    ids.sort_unstable();
    let mut left = [here.as_str(), lost.as_str(), "e-1"];
    left.sort_unstable();
    assert_eq!(ids, left);
    let again = home.run(["records", "reconcile"]);
    assert!(changes(&again.json()).is_empty());
    let records = journal.by_token(&scope, "lost").unwrap();
    assert_eq!(records[1].instance_id.as_ref(), Some(&lost));
    assert_eq!(records[0].instance_id, None);
}

#[test]
fn another_machine_makes_the_journal_anew() {
    let cloud = TestCloud::new(0.0);
    cloud.sandbox.add_instances(1).unwrap();
    let home = cloud.home();
    let api = Api::new(&cloud);
    let ids = [
        api.create("web-1", &marked("t", 0)),
        api.create("web-2", &marked("t", 1)),
        // The same number twice, as it must not be: nothing is lost over it.
        api.create("web-3", &marked("t", 1)),
    ];
    let reconciled = home.run(["records", "reconcile"]);
    assert!(changes(&reconciled.json()).is_empty());
    assert!(reconciled.stderr.contains("'ostk records rebuild'"));
    let rebuilt = home.run(["records", "rebuild"]).json();
    let mut expected: Vec<_> = ids
        .iter()
        .map(|id| change("added", id, "running"))
        .collect();
    expected.sort();
    assert_eq!(changes(&rebuilt), expected);
    let listed = home.run(["records", "list"]).json();
    let records: Vec<InstanceRecord> = journal(&home).by_token(&scope_of(&home), "t").unwrap();
    let indices: Vec<u32> = records.iter().map(|record| record.index).collect();
    assert_eq!(indices, [0, 1, 2]);
    assert_eq!(texts(&listed, "Records", "RunId"), ["run-7"; 3]);
    assert_eq!(texts(&listed, "Records", "InstanceState"), ["running"; 3]);
    for key in ["ImageId", "InstanceType"] {
        assert_ne!(texts(&listed, "Records", key), ["null"; 3], "{key}");
    }
    let again = home.run(["records", "rebuild"]);
    assert!(changes(&again.json()).is_empty());
}

#[test]
fn what_a_list_leaves_out_is_asked_for_and_local_commands_send_nothing() {
    let double = Double::start(|request| {
        let shown = format!("/compute/v2.1/servers/{}", server_id(1));
        if request.path() == "/compute/v2.1/servers/detail" {
            return Some(Reply::json(200, &json!({ "servers": [] })));
        }
        let one = server(&server_id(1), "web", "ACTIVE");
        (request.path() == shown).then(|| Reply::json(200, &json!({ "server": one })))
    });
    let home = double.home();
    let (there, gone) = (server_id(1), server_id(2));
    create(&journal(&home), &scope("test"), "t", &[&there, &gone]);
    for words in [
        &["records", "list"][..],
        &["records", "describe", "t"],
        &["records", "export"],
        &["records", "prune", "--older-than", "1d"],
    ] {
        assert_eq!(home.run(words).code, 0, "{words:?}");
    }
    assert_eq!(double.server.take_log(), [""; 0]);
    let outcome = home.run(["records", "reconcile"]);
    assert_eq!(
        changes(&outcome.json()),
        [
            change("changed", &there, "running"),
            change("terminated", &gone, "terminated"),
        ]
    );
    let mut log = double.server.take_log();
    log.sort();
    assert_eq!(
        log,
        [
            "GET /compute/v2.1/servers/5e000000-0000-4000-8000-000000000001",
            "GET /compute/v2.1/servers/5e000000-0000-4000-8000-000000000002",
            "GET /compute/v2.1/servers/detail",
            "POST /identity/v3/auth/tokens",
        ]
    );
}

const HOME: &str = "OSTK_TEST_RECORDS_HOME";
const EACH: u32 = 10;

/// One of the processes of the next test.
#[test]
#[ignore = "it is started by another test"]
fn a_process_that_writes() {
    let Ok(home) = std::env::var(HOME) else {
        return;
    };
    let journal = Journal::open(&Env::for_test(home.as_ref(), [])).unwrap();
    let scope = scope("test");
    let mut won = 0;
    for number in 0..EACH {
        let token = format!("{}-{number}", std::process::id());
        create(&journal, &scope, &token, &[&token]);
        let shared = format!("shared-{number}");
        won += u32::from(journal.intend(&intent(&scope, &shared, 1)).unwrap());
    }
    let mark = format!("won-{}", std::process::id());
    std::fs::write(std::path::Path::new(&home).join(mark), won.to_string()).unwrap();
    // As if it were killed: nothing is closed.
    let last = format!("{}-last", std::process::id());
    assert!(journal.intend(&intent(&scope, &last, 1)).unwrap());
    std::process::abort();
}

#[test]
fn twenty_processes_at_once_lose_nothing() {
    let home = Home::new();
    let binary = std::env::current_exe().unwrap();
    let write = || {
        Command::new(&binary)
            .args(["--exact", "records::a_process_that_writes", "--ignored"])
            .env(HOME, home.path())
            .output()
    };
    let read = || {
        Command::cargo_bin("ostk")
            .unwrap()
            .args(["records", "list", "--orphans", "--ids"])
            .env_clear()
            .env("HOME", home.path())
            .output()
    };
    std::thread::scope(|threads| {
        let readers: Vec<_> = (0..5).map(|_| threads.spawn(read)).collect();
        let writers: Vec<_> = (0..20).map(|_| threads.spawn(write)).collect();
        for writer in writers {
            let output = writer.join().unwrap().unwrap();
            let text = String::from_utf8_lossy(&output.stderr).into_owned()
                + &String::from_utf8_lossy(&output.stdout);
            assert!(!text.contains("panicked"), "{text}");
        }
        for reader in readers {
            let output = reader.join().unwrap().unwrap();
            assert!(output.status.success(), "{output:?}");
        }
    });
    let all = home.run(["records", "list"]).json();
    let states = texts(&all, "Records", "State");
    let count = |state: &str| states.iter().filter(|one| *one == state).count();
    assert_eq!(count("created"), 20 * EACH as usize);
    // The last of each, and those that all wanted and one got.
    assert_eq!(count("intended"), 20 + EACH as usize);
    let won: u32 = std::fs::read_dir(home.path())
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("won-"))
        .map(|entry| std::fs::read_to_string(entry.path()).unwrap())
        .map(|text| text.parse::<u32>().unwrap())
        .sum();
    assert_eq!(won, EACH);
}
