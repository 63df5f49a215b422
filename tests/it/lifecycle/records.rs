//! The journal is corrected from Nova's data, and rebuilt from them.

use std::time::{Duration, Instant};

use jiff::Timestamp;
use ostk::env::Env;
use ostk::records::{
    CLIENT_INDEX_KEY, CLIENT_TOKEN_KEY, Created, Intent, Journal, RUN_ID_KEY, Scope,
};
use reqwest::Method;
use serde_json::{Value, json};

use super::unique;
use crate::support::real::{Real, Token};
use crate::support::run::Home;

/// Servers without a network, deleted when the test ends.
struct Servers<'a> {
    real: &'a Real,
    token: Token,
    ids: Vec<String>,
}

impl<'a> Servers<'a> {
    fn create(real: &'a Real, client_token: &str, count: usize) -> Self {
        let token = real.token(&real.cloud(), None);
        let (image, flavor) = real.smallest(&token);
        let mut servers = Self {
            real,
            token,
            ids: Vec::new(),
        };
        for number in 0..count {
            let body = json!({ "server": { "name": client_token, "imageRef": image,
                "flavorRef": flavor, "networks": "none", "metadata": {
                    CLIENT_TOKEN_KEY: client_token, CLIENT_INDEX_KEY: number.to_string(),
                    RUN_ID_KEY: client_token } } });
            let made = servers.ask(&Method::POST, "/servers", Some(&body));
            let id = made["server"]["id"].as_str().unwrap();
            servers.ids.push(id.to_owned());
        }
        servers
    }

    fn ask(&self, method: &Method, path: &str, body: Option<&Value>) -> Value {
        self.real
            .service(&self.token, "compute", method, path, body)
    }

    fn listed(&self) -> Vec<Value> {
        let mut all = self
            .real
            .all(&self.token, "compute", "/servers/detail", "servers");
        all.retain(|server| self.ids.iter().any(|id| server["id"] == id.as_str()));
        all
    }

    fn wait(&self, done: impl Fn(&[Value]) -> bool) {
        let deadline = Instant::now() + Duration::from_mins(2);
        while !done(&self.listed()) {
            assert!(Instant::now() < deadline, "{:?}", self.listed());
            std::thread::sleep(Duration::from_millis(300));
        }
    }
}

impl Drop for Servers<'_> {
    fn drop(&mut self) {
        for id in &self.ids {
            self.real
                .remove(&self.token, "compute", &format!("/servers/{id}"));
        }
    }
}

fn scope(real: &Real, home: &Home) -> Scope {
    let who = home.run(["--cloud", &real.cloud(), "whoami"]).json();
    let text = |key: &str| who[key].as_str().map(str::to_owned);
    Scope {
        cloud: text("Cloud").unwrap(),
        region: text("Region"),
        project_id: text("ProjectId").unwrap(),
        user_id: text("UserId").unwrap(),
    }
}

/// Returns a run's changes of these instances. Other tests create and delete instances, too.
fn changes(real: &Real, home: &Home, verb: &str, token: &str) -> Vec<(String, String)> {
    let answer = home.run(["--cloud", &real.cloud(), "records", verb]).json();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut all: Vec<_> = answer["Changes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|change| change["ClientToken"] == token)
        .map(|change| (text(&change["Change"]), text(&change["CurrentState"])))
        .collect();
    all.sort();
    all
}

fn pair(kind: &str, state: &str) -> (String, String) {
    (kind.to_owned(), state.to_owned())
}

on_both_clouds!(lost_answers_and_gone_instances_are_found_and_another_machine_knows_them_too,);

fn lost_answers_and_gone_instances_are_found_and_another_machine_knows_them_too(real: &Real) {
    let token = unique("records");
    let home = real.home();
    let scope = scope(real, &home);
    let journal = Journal::open(&Env::for_test(home.path(), [])).unwrap();
    let intent = Intent {
        scope: scope.clone(),
        token: token.clone(),
        run_id: Some(token.clone()),
        name: token.clone(),
        index: 0,
        count: 3,
        image: None,
        flavor: Some("m1.nano".to_owned()),
        key_name: None,
        networks: vec![],
        security_groups: vec![],
        volumes: vec![],
        at: Timestamp::now(),
    };
    assert!(journal.intend(&intent).unwrap());
    let servers = Servers::create(real, &token, 3);
    servers.wait(|all| all.iter().all(|server| server["status"] == "ACTIVE"));
    // The first and the second response arrived, the third was lost.
    for (index, id) in (0..).zip(&servers.ids[..2]) {
        let done = Created {
            resource_id: id.clone(),
            name: token.clone(),
            state: "pending".to_owned(),
            volumes: vec![],
        };
        journal.complete(&scope, &token, index, &done).unwrap();
    }
    let path = format!("/servers/{}", servers.ids[0]);
    servers.ask(&Method::DELETE, &path, None);
    servers.wait(|all| all.len() == 2);
    assert_eq!(
        changes(real, &home, "reconcile", &token),
        [
            pair("changed", "running"),
            pair("found", "running"),
            pair("terminated", "terminated"),
        ]
    );
    assert!(changes(real, &home, "reconcile", &token).is_empty());
    let cloud = real.cloud();
    let orphans = [
        "--cloud",
        &cloud,
        "records",
        "list",
        "--orphans",
        "--ids",
        "--run-id",
        &token,
    ];
    assert_eq!(
        home.run(orphans).stdout,
        format!("{}\n{}\n", servers.ids[1], servers.ids[2])
    );
    let elsewhere = real.home();
    let added = changes(real, &elsewhere, "rebuild", &token);
    assert_eq!(added, [pair("added", "running"), pair("added", "running")]);
    let ids = elsewhere.run(orphans).stdout;
    assert_eq!(ids, format!("{}\n{}\n", servers.ids[1], servers.ids[2]));
}
