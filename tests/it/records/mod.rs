//! The journal's own commands, its comparison with clouds, and writes by many processes at once.

mod cloud;
mod processes;

use jiff::Timestamp;
use ostk::env::Env;
use ostk::records::{Created, Intent, Journal, KeypairRecord, Scope};
use serde_json::{Value, json};

use crate::support::run::Home;

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
        flavor: Some("m1.nano".to_owned()),
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
            resource_id: (*id).to_owned(),
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

/// Returns a home that knows two clouds, but cannot reach them.
fn empty_home() -> Home {
    let home = Home::new().variable("OS_CLOUD", "here");
    let auth = "{auth_url: http://192.0.2.1/v3, username: u, password: p, project_id: p-1}";
    let cloud = |name| format!("  {name}: {{auth: {auth}, region_name: RegionOne}}\n");
    let clouds = format!("clouds:\n{}{}", cloud("here"), cloud("there"));
    home.write("clouds.yaml", &clouds);
    home
}

/// Returns such a home with a journal. For one cloud it has a run with a deleted instance, an
/// existing one and a request without a response. For the other cloud it has an instance without a
/// run.
fn home() -> Home {
    let home = empty_home();
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
fn a_file_that_is_no_journal_is_left_alone_and_told() {
    let home = empty_home();
    home.write(".local/share/ostk/records.db", "no database, but a letter");
    home.run(["records", "list"])
        .fails(255, &["(RecordsError)", "records.db", "records rebuild"]);
    let path = home.path().join(".local/share/ostk/records.db");
    let text = std::fs::read_to_string(path).unwrap();
    assert_eq!(text, "no database, but a letter");
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
    let home = empty_home();
    let [one, two] = [
        "5e000000-0000-4000-8000-000000000001",
        "5e000000-0000-4000-8000-000000000002",
    ];
    create(&journal(&home), &scope("here"), "t", &[one, two]);
    let ids = home.run(["records", "list", "--orphans", "--ids"]).stdout;
    assert_eq!(ids, format!("{one}\n{two}\n"));
    let query = "Records[].InstanceId";
    let text = home.run(["records", "list", "--query", query, "-o", "text"]);
    assert_eq!(text.stdout, format!("{one}\t{two}\n"));
    // ostk reads both back as two targets.
    for targets in [ids, text.stdout] {
        let reader = home_with_journal_of(&home).stdin(&targets);
        let described = reader.run(["records", "describe", "-"]).json();
        assert_eq!(texts(&described, "Records", "InstanceId"), [one, two]);
    }
}

/// Returns another home with a copy of the journal.
fn home_with_journal_of(home: &Home) -> Home {
    let other = empty_home();
    let name = ".local/share/ostk/records.db";
    let copy = other.write(name, "");
    std::fs::copy(home.path().join(name), copy).unwrap();
    other
}

#[test]
fn records_are_listed_in_one_schema() {
    let home = home();
    let answer = home.run(["records", "list", "--all-clouds"]).json();
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
        json!({ "Type": "instance", "ResourceId": "i-2", "InstanceId": "i-2", "Name": "web-i-2",
            "State": "created", "InstanceState": "running", "ResourceState": "running", "RunId": "run-7", "ClientToken": "t-1", "ClientIndex": 1,
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
        states(&["--all-clouds", "--state", "failed,Intended"]),
        ["intended", "failed"]
    );
    assert_eq!(states(&["--cloud", "there"]), ["failed"]);
    assert_eq!(states(&["--kind", "volume"]), [""; 0]);
    let elsewhere = home.run(["records", "list", "--region", "Mars"]);
    assert_eq!(texts(&elsewhere.json(), "Records", "State"), [""; 0]);
    assert!(elsewhere.stderr.contains("region 'Mars'") && elsewhere.stderr.contains(": 4."));
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
        run_id: Some("run-7".to_owned()),
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
    let all = lines(&["--output", "table", "--all-clouds"]);
    assert_eq!(all.len(), 5);
    assert_eq!(all[1]["Type"], "instance");
    assert_eq!(all[1]["InstanceId"], "i-2");
    assert_eq!(all[3]["Error"], "no quota");
    assert_eq!(all[4]["Type"], "key-pair");
    assert_eq!(all[4]["KeyFingerprint"], "aa:bb");
    assert_eq!(all[4]["Path"], "/home/me/mine.pem");
    assert_eq!(lines(&[]).len(), 4);
    assert_eq!(lines(&["--cloud", "there"]).len(), 1);
    assert_eq!(lines(&["--run-id", "run-7", "--query", "Name"]).len(), 4);
}

#[test]
fn only_what_is_finished_is_pruned_unless_all_is() {
    let home = home();
    let prune = |words: &[&str]| home.run(["records", "prune"].iter().chain(words));
    let forgotten = |words: &[&str]| prune(words).json()["Forgotten"].clone();
    let left = || {
        home.run(["records", "list", "--all-clouds"]).json()["Records"]
            .as_array()
            .unwrap()
            .len()
    };
    prune(&[]).fails(252, &["--older-than"]);
    prune(&["--older-than", "30"]).fails(252, &["30d"]);
    assert_eq!(forgotten(&["--older-than", "1h", "--all-clouds"]), 0);
    // The times are in milliseconds, and "older" does not include "as old".
    std::thread::sleep(std::time::Duration::from_millis(5));
    let dry = prune(&["--older-than", "0s", "--dry-run", "--all-clouds"]);
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
