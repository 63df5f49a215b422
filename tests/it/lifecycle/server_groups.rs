//! Server groups: what ostk creates and shows is what Nova has.

use serde_json::{Value, json};

use super::unique;
use crate::support::real::Real;
use crate::support::run::{Home, Outcome};

/// The server groups of a test, deleted when it ends.
struct Groups<'a> {
    real: &'a Real,
    home: Home,
    prefix: String,
}

impl<'a> Groups<'a> {
    fn new(real: &'a Real) -> Self {
        Self {
            home: real.home(),
            prefix: unique("group"),
            real,
        }
    }

    fn name(&self, what: &str) -> String {
        format!("{}-{what}", self.prefix)
    }

    fn run_as(&self, cloud: &str, words: &[&str]) -> Outcome {
        let mut line = vec!["--cloud", cloud, "server-groups"];
        line.extend(words);
        self.home.run(line)
    }

    fn run(&self, words: &[&str]) -> Outcome {
        self.run_as(&self.real.cloud(), words)
    }

    /// Returns this test's groups from Nova itself. Its list has no links, so one request returns
    /// all.
    fn held(&self) -> Vec<Value> {
        let token = self.real.token(&self.real.cloud(), None);
        let path = "/os-server-groups";
        let mut all = self.real.all(&token, "compute", path, "server_groups");
        all.retain(|group| group["name"].as_str().unwrap().starts_with(&self.prefix));
        all
    }

    /// Returns the names of this test's groups in a list.
    fn listed(&self, words: &[&str]) -> Vec<String> {
        let listed = self.run(&[&["list"], words].concat()).json();
        let mut names = texts(&listed["ServerGroups"], "Name");
        names.retain(|name| name.starts_with(&self.prefix));
        names
    }
}

impl Drop for Groups<'_> {
    fn drop(&mut self) {
        let list = self.run(&["list", "--query", "ServerGroups[].[Name, ServerGroupId]"]);
        let all: Vec<(String, String)> = serde_json::from_str(&list.stdout).unwrap_or_default();
        for (_, id) in all
            .iter()
            .filter(|(name, _)| name.starts_with(&self.prefix))
        {
            self.run(&["delete", id]);
        }
    }
}

fn texts(items: &Value, key: &str) -> Vec<String> {
    let items = items.as_array().unwrap().iter();
    items
        .map(|item| item[key].as_str().unwrap().to_owned())
        .collect()
}

on_both_clouds!(
    server_groups_live_and_die,
    server_groups_are_listed_page_by_page,
    a_dry_run_of_a_server_group_changes_nothing,
);

fn server_groups_live_and_die(real: &Real) {
    let groups = Groups::new(real);
    for policy in [
        "affinity",
        "anti-affinity",
        "soft-affinity",
        "soft-anti-affinity",
    ] {
        let made = groups
            .run(&["create", &groups.name(policy), "--policy", policy])
            .json();
        assert_eq!(made["Policy"], policy);
        assert_eq!(made["Rules"], json!({ "MaxServerPerHost": null }));
        assert_eq!(made["Members"], json!([]));
        let held = groups.held();
        let held = held
            .iter()
            .find(|one| one["id"] == made["ServerGroupId"])
            .unwrap();
        // At 2.37 Nova has a list of policies.
        assert_eq!(held["policies"], json!([policy]));
        assert_eq!(made["ProjectId"], held["project_id"]);
        assert_eq!(made["UserId"], held["user_id"]);
        assert_eq!(made["Name"], held["name"]);
    }
    let narrow = groups.name("narrow");
    let made = groups.run(&[
        "create",
        &narrow,
        "--policy",
        "anti-affinity",
        "--max-server-per-host",
        "2",
    ]);
    let made = made.json();
    assert_eq!(made["Rules"], json!({ "MaxServerPerHost": 2 }));
    let shown = groups.run(&["describe", &narrow]).json();
    assert_eq!(shown["ServerGroups"], json!([made]));
    let id = made["ServerGroupId"].as_str().unwrap();
    let deleted = groups.run(&["delete", &narrow]).json();
    assert_eq!(
        deleted["ServerGroups"],
        json!([{ "ServerGroupId": id, "Name": narrow, "State": "deleted" }])
    );
    assert_eq!(groups.held().len(), 4);
    groups
        .run(&["describe", id])
        .fails(254, &["(InvalidPlacementGroup.Unknown)"]);
    // The journal knows the ID, but nothing knows the name.
    let again = groups.run(&["delete", id]).json();
    assert_eq!(again["ServerGroups"][0]["State"], "deleted");
    groups
        .run(&["delete", &narrow])
        .fails(254, &["(InvalidPlacementGroup.Unknown)"]);
    let ignored = groups.run(&["delete", &narrow, "--ignore-missing"]);
    assert_eq!(ignored.json()["ServerGroups"], json!([]));
    let records = ["records", "list", "--kind", "placement-group"];
    let records = groups
        .home
        .run(["--cloud", &real.cloud()].iter().chain(&records));
    let records = records.json();
    let mine = records["Records"].as_array().unwrap().iter();
    let mut mine = mine.filter(|record| record["ResourceId"] == id);
    assert_eq!(mine.next().unwrap()["State"], "terminated");
}

fn server_groups_are_listed_page_by_page(real: &Real) {
    let groups = Groups::new(real);
    let names: Vec<String> = (0..5)
        .map(|number| groups.name(&number.to_string()))
        .collect();
    for name in &names {
        groups.run(&["create", name, "--policy", "affinity"]).json();
    }
    for size in ["1", "2", "3", "1000"] {
        assert_eq!(groups.listed(&["--page-size", size]), names, "{size}");
    }
    let last = groups.listed(&["--filters", &format!("Name=name,Values={}", names[4])]);
    assert_eq!(last, names[4..]);
    // A token continues after the last item that was shown.
    let mut all = Vec::new();
    let mut token = None::<String>;
    loop {
        let mut words = vec!["list", "--max-items", "2"];
        words.extend(token.iter().flat_map(|token| ["--starting-token", token]));
        let page = groups.run(&words).json();
        all.extend(texts(&page["ServerGroups"], "Name"));
        token = page["NextToken"].as_str().map(str::to_owned);
        if token.is_none() {
            break;
        }
    }
    all.retain(|name| name.starts_with(&groups.prefix));
    assert_eq!(all, names);
    let everybody = groups.run_as(&real.cloud_as("admin"), &["list", "--all-projects"]);
    let everybody = texts(&everybody.json()["ServerGroups"], "Name");
    assert!(names.iter().all(|name| everybody.contains(name)));
}

fn a_dry_run_of_a_server_group_changes_nothing(real: &Real) {
    let groups = Groups::new(real);
    let name = groups.name("apart");
    let create = ["create", &name, "--policy", "anti-affinity"];
    let dry = groups.run(&[&create[..], &["--dry-run"]].concat());
    dry.fails(254, &["DryRunOperation", "CreatePlacementGroup"]);
    assert_eq!(groups.held(), [] as [Value; 0]);
    groups.run(&create).json();
    let dry = groups.run(&["delete", &name, "--dry-run"]);
    dry.fails(254, &["DryRunOperation", "DeletePlacementGroup"]);
    assert_eq!(groups.held().len(), 1);
    let reader = real.cloud_as("reader");
    groups
        .run_as(&reader, &create)
        .fails(254, &["UnauthorizedOperation"]);
}
