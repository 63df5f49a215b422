//! `reconcile` and `rebuild`.

use jiff::{SignedDuration, Timestamp};
use ostk::records::{
    CLIENT_INDEX_KEY, CLIENT_TOKEN_KEY, Intent, RUN_ID_KEY, ResourceRecord, Scope,
};
use reqwest::{Client, Method};
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use super::{create, intent, journal, scope, texts};
use crate::support::double::{Double, server, server_id};
use crate::support::run::Home;
use crate::support::sandbox::TestCloud;
use crate::support::server::Reply;

/// Sends requests to the sandbox without ostk.
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

    /// Creates a server with the image and the flavor of an existing one.
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

/// Returns the project and the user of a test's cloud.
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
    // The records of another project do not belong to this cloud.
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
    // Only those of the project that a command would use, which is known from an earlier login.
    let mut left = [here.as_str(), lost.as_str()];
    left.sort_unstable();
    assert_eq!(ids, left);
    let again = home.run(["records", "reconcile"]);
    assert!(changes(&again.json()).is_empty());
    let records = journal.by_token(&scope, "lost").unwrap();
    assert_eq!(records[1].resource_id.as_ref(), Some(&lost));
    assert_eq!(records[0].resource_id, None);
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
        // The same number twice, which should not happen. No record is lost.
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
    let records: Vec<ResourceRecord> = journal(&home).by_token(&scope_of(&home), "t").unwrap();
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
fn many_that_make_it_anew_at_once_take_each_instance_in_once() {
    let cloud = TestCloud::new(0.0);
    cloud.sandbox.add_instances(1).unwrap();
    let home = cloud.home();
    let api = Api::new(&cloud);
    for number in 0..10 {
        api.create("web", &marked("t", number));
    }
    let rebuild = || home.run(["records", "rebuild"]).json();
    let added: usize = std::thread::scope(|threads| {
        let all: Vec<_> = (0..8).map(|_| threads.spawn(rebuild)).collect();
        let changes = all.into_iter().map(|one| changes(&one.join().unwrap()));
        changes.flatten().filter(|one| one.0 == "added").count()
    });
    assert_eq!(added, 10);
    let records = journal(&home).by_token(&scope_of(&home), "t").unwrap();
    let indices: Vec<u32> = records.iter().map(|record| record.index).collect();
    assert!(indices.into_iter().eq(0..10));
}

#[test]
fn what_a_list_leaves_out_is_asked_for_and_local_commands_only_log_in() {
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
    // The first command learns the project.
    assert_eq!(double.server.take_log(), ["POST /identity/v3/auth/tokens"]);
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
        ]
    );
}

#[test]
fn the_clean_up_may_be_run_again_and_again() {
    let cloud = TestCloud::new(0.0);
    cloud.sandbox.add_instances(1).unwrap();
    let home = cloud.home();
    let api = Api::new(&cloud);
    let (web, gone) = (
        api.create("web", &json!({})),
        api.create("gone", &json!({})),
    );
    let journal = journal(&home);
    create(&journal, &scope_of(&home), "t", &[&web, &gone]);
    // Records of another cloud, from the same run, do not belong to this cloud.
    create(&journal, &scope("elsewhere"), "t", &["e-1"]);
    api.delete(&gone);
    let orphans = ["records", "list", "--orphans", "--run-id", "run-7", "--ids"];
    let ids = home.run(orphans).stdout;
    assert_eq!(ids, format!("{web}\n{gone}\n"));
    let home = home.stdin(&ids);
    let pipe = ["instances", "delete", "-", "--wait"];
    for _ in 0..2 {
        let outcome = home.run(pipe);
        let states = outcome.json()["TerminatingInstances"].clone();
        let names: Vec<_> = (0..2)
            .map(|at| states[at]["CurrentState"]["Name"].clone())
            .collect();
        assert_eq!(names, ["terminated", "terminated"], "{outcome:?}");
        assert_eq!(home.run(orphans).stdout, "");
    }
    // A home without these records reports an error.
    let other = cloud.home().stdin(&ids);
    assert_eq!(other.run(pipe).code, 1);
    assert_eq!(other.run(pipe.iter().chain(&["--ignore-missing"])).code, 0);
}

#[test]
fn records_are_those_of_the_place_that_a_command_would_ask() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    let here = scope_of(&home);
    let journal = journal(&home);
    let with = |change: &dyn Fn(&mut Scope)| {
        let mut scope = here.clone();
        change(&mut scope);
        scope
    };
    create(&journal, &here, "t", &["mine"]);
    let region = with(&|scope| scope.region = Some("Mars".to_owned()));
    create(&journal, &region, "t", &["region"]);
    let project = with(&|scope| scope.project_id = "p".to_owned());
    create(&journal, &project, "t", &["project"]);
    let old = with(&|scope| scope.cloud = "old".to_owned());
    create(&journal, &old, "t", &["old"]);
    let ids = |words: &[&str]| {
        let line = ["records", "list", "--ids"];
        home.run(line.iter().chain(words)).stdout.trim().to_owned()
    };
    assert_eq!(ids(&[]), "mine");
    assert_eq!(ids(&["--cloud", "test-admin"]), "");
    assert_eq!(ids(&["--region", "Mars"]), "region");
    // The journal knows a cloud that was removed from clouds.yaml. An unknown cloud is a mistake.
    assert_eq!(ids(&["--cloud", "old"]), "old");
    home.run(["records", "list", "--cloud", "odl"])
        .fails(253, &["'odl'", "--all-clouds"]);
    home.run(["records", "list", "--all-clouds", "--cloud", "test"])
        .fails(252, &["--all-clouds"]);
    home.run(["records", "list", "--all-clouds", "--ids"])
        .fails(252, &["--all-clouds"]);
    let all = home.run(["records", "list", "--all-clouds"]).json();
    assert_eq!(texts(&all, "Records", "InstanceId").len(), 4);
    // If no earlier login tells the project, ostk logs in.
    let admins = with(&|scope| scope.cloud = "test-admin".to_owned());
    create(&journal, &admins, "t", &["admins"]);
    let forget_logins = || std::fs::remove_dir_all(home.path().join(".cache")).unwrap();
    forget_logins();
    assert_eq!(ids(&[]), "mine");
    forget_logins();
    assert_eq!(ids(&["--region", "Mars"]), "region");
    let other = ["--cloud", "test-admin", "--project", "other"];
    assert_eq!(ids(&other), "");
    assert_eq!(ids(&other[..2]), "admins");
    forget_logins();
    let prune = ["records", "prune", "--older-than", "0s", "--all"];
    let pruned = home.run(prune.iter().chain(&other)).json();
    assert_eq!(pruned["Forgotten"], 0);
    // A cloud that does not answer does not tell its project, so no record counts as that
    // project's.
    let dead = with(&|scope| scope.cloud = "dead".to_owned());
    create(&journal, &dead, "t", &["dead"]);
    let clouds = cloud.clouds_yaml("test") + &cloud.clouds_yaml("dead")["clouds:\n".len()..];
    let address = clouds.rfind(cloud.address()).unwrap();
    let first = clouds.find("  dead:").unwrap();
    assert!(first < address);
    let unreachable = clouds[first..].replace(cloud.address(), "127.0.0.1:1");
    home.write("clouds.yaml", &(clouds[..first].to_owned() + &unreachable));
    for line in [
        &["list", "--ids"][..],
        &["prune", "--older-than", "0s", "--all"],
    ] {
        let words = ["--cloud", "dead", "records"];
        home.run(words.iter().chain(line))
            .fails(255, &["127.0.0.1:1", "--all-clouds"]);
    }
    // A command for one cloud forgets only the records of that cloud.
    let prune = [
        "records",
        "prune",
        "--older-than",
        "0s",
        "--all",
        "--cloud",
        "old",
    ];
    assert_eq!(home.run(prune).json()["Forgotten"], 1);
    let none = Home::new();
    for verb in [
        &["list"][..],
        &["export"],
        &["describe", "x"],
        &["prune", "--older-than", "1d"],
    ] {
        let line = ["records"];
        none.run(line.iter().chain(verb))
            .fails(253, &["--all-clouds"]);
    }
}
