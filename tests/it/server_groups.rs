//! `ostk server-groups`: paging by offset, old versions of Nova, and groups that cannot be created.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use crate::support::double::Double;
use crate::support::run::{Home, Outcome};
use crate::support::sandbox::TestCloud;
use crate::support::server::{Reply, Request};

const GROUPS: &str = "/compute/v2.1/os-server-groups";

fn cloud() -> (TestCloud, Home) {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    (cloud, home)
}

fn groups(home: &Home, words: &[&str]) -> Outcome {
    home.run(["server-groups"].iter().chain(words))
}

fn create(home: &Home, name: &str) -> Value {
    groups(home, &["create", name, "--policy", "anti-affinity"]).json()
}

fn names(outcome: &Outcome) -> Vec<String> {
    let listed = outcome.json();
    let items = listed["ServerGroups"].as_array().unwrap().iter();
    items
        .map(|item| item["Name"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_list_without_links_is_paged_by_offset() {
    let (_cloud, home) = cloud();
    let all = ["a", "b", "c", "d", "e"];
    for name in all {
        create(&home, name);
    }
    for size in ["1", "2", "3", "4", "5", "6"] {
        let listed = groups(&home, &["list", "--page-size", size]);
        assert_eq!(names(&listed), all, "{size}");
    }
    let first = groups(&home, &["list", "--max-items", "2"]).json();
    assert_eq!(first["NextToken"], "2");
    let next = [
        "--starting-token",
        "2",
        "--max-items",
        "2",
        "--page-size",
        "3",
    ];
    let next = groups(&home, &[&["list"], &next[..]].concat());
    assert_eq!(names(&next), ["c", "d"]);
    assert_eq!(next.json()["NextToken"], "4");
    let last = groups(
        &home,
        &["list", "--starting-token", "4", "--page-size", "1"],
    );
    assert_eq!(names(&last), ["e"]);
    assert_eq!(last.json()["NextToken"], Value::Null);
    let page = ["list", "--no-paginate", "--page-size", "2"];
    let page = groups(&home, &[&page[..], &["--starting-token", "1"]].concat());
    assert_eq!(names(&page), ["b", "c"]);
    assert_eq!(page.json()["NextToken"], "3");
    // An item that a filter excludes counts, too.
    let filtered = [
        "list",
        "--filters",
        "Name=name,Values=d,e",
        "--max-items",
        "1",
    ];
    let filtered = groups(&home, &filtered).json();
    assert_eq!(filtered["NextToken"], "4");
    let wrong = groups(&home, &["list", "--starting-token", "0f2e1a5c"]);
    wrong.fails(252, &["'0f2e1a5c' is not a token of this list"]);
}

/// Other users delete items of the first pages during a list.
#[test]
fn no_item_is_left_out_while_others_delete() {
    let group = |name: char| {
        let id = format!("0f2e1a5c-6c2e-4a1c-9a3e-{:012}", u32::from(name));
        json!({ "id": id, "name": name, "policy": "affinity", "rules": {}, "members": [] })
    };
    for (after_page, gone) in [(1, "a"), (1, "ab"), (2, "abc"), (1, "abcdef"), (2, "d")] {
        let pages = AtomicUsize::new(0);
        let double = Double::start(move |request| {
            let page = pages.fetch_add(1, Ordering::Relaxed);
            let is_there = |name: &char| page < after_page || !gone.contains(*name);
            let number = |name| {
                request
                    .query(name)
                    .first()
                    .map_or(0, |n| n.parse().unwrap())
            };
            let there = ('a'..='h').filter(is_there).map(group);
            let there: Vec<Value> = there.skip(number("offset")).take(number("limit")).collect();
            (request.path() == GROUPS).then(|| Reply::json(200, &json!({ "server_groups": there })))
        });
        let listed = names(&groups(&double.home(), &["list", "--page-size", "2"])).concat();
        let stay = ('a'..='h').filter(|name| !gone.contains(*name));
        assert!(
            stay.clone().all(|name| listed.contains(name)),
            "{gone}: {listed}"
        );
        assert!(listed.len() <= 8, "{gone}: {listed}");
    }
}

#[test]
fn filters_and_tables_know_policies() {
    let (_cloud, home) = cloud();
    create(&home, "apart");
    groups(&home, &["create", "near", "--policy", "soft-affinity"]).json();
    let narrow = ["create", "narrow", "--policy", "anti-affinity"];
    groups(
        &home,
        &[&narrow[..], &["--max-server-per-host", "3"]].concat(),
    )
    .json();
    for (filter, expected) in [
        ("Name=policy,Values=anti-affinity", &["apart", "narrow"][..]),
        ("Name=strategy,Values=soft-*", &["near"]),
        ("Name=group-name,Values=n*", &["near", "narrow"]),
        ("Name=max-server-per-host,Values=3", &["narrow"]),
    ] {
        let listed = groups(&home, &["list", "--filters", filter]);
        assert_eq!(names(&listed), expected, "{filter}");
    }
    let table = groups(&home, &["list", "-o", "table"]).stdout;
    assert!(table.contains("soft-affinity"), "{table}");
    let unknown = groups(&home, &["list", "--filters", "Name=color,Values=red"]);
    unknown.fails(252, &["not a filter of server groups"]);
}

#[test]
fn a_mistake_is_told_before_anything_is_sent() {
    let (cloud, home) = cloud();
    cloud.fault("* /**: 500");
    let long = "x".repeat(256);
    let table: [(&[&str], &str); 6] = [
        (&["x"], "--policy"),
        (&["x", "--policy", "near"], "near"),
        (&["", "--policy", "affinity"], "not a name"),
        (&[" x", "--policy", "affinity"], "not a name"),
        (&[&long, "--policy", "affinity"], "not a name"),
        (
            &["x", "--policy", "affinity", "--max-server-per-host", "2"],
            "--policy anti-affinity",
        ),
    ];
    for (words, expected) in table {
        groups(&home, &[&["create"], words].concat()).fails(252, &[expected]);
    }
}

#[test]
fn a_lost_answer_and_a_refusal_are_told_and_recorded() {
    let (cloud, home) = cloud();
    cloud.fault("POST /os-server-groups: cut-after x1");
    let lost = groups(&home, &["create", "lost", "--policy", "affinity"]);
    lost.fails(
        255,
        &[
            "whether it was created is not known",
            "server group 'lost': ",
        ],
    );
    assert_eq!(names(&groups(&home, &["list"])), ["lost"]);
    let reader = [
        "--cloud",
        "test-reader",
        "create",
        "x",
        "--policy",
        "affinity",
    ];
    groups(&home, &reader).fails(254, &["UnauthorizedOperation"]);
    cloud.fault("POST /os-server-groups: 403 x1");
    let refused = groups(&home, &["create", "refused", "--policy", "affinity"]);
    refused.fails(254, &["UnauthorizedOperation", "server group 'refused': "]);
    let kind = ["records", "list", "--kind", "placement-group"];
    let records = home.run(kind).json();
    let states: Vec<&Value> = ["lost", "refused"]
        .iter()
        .map(|name| {
            let records = records["Records"].as_array().unwrap();
            let mut own = records.iter().filter(|record| record["Name"] == *name);
            &own.next().unwrap()["State"]
        })
        .collect();
    assert_eq!(states, ["intended", "failed"]);
}

#[test]
fn instances_are_placed_in_a_group_by_its_name() {
    let (_cloud, home) = cloud();
    let group = create(&home, "apart");
    let words = [
        "instances",
        "create",
        "web",
        "--server-group",
        "apart",
        "--wait",
    ];
    let more = ["--image", "cirros-0.6.3", "--flavor", "m1.nano"];
    let made = home.run(words.iter().chain(&more)).json();
    let listed = groups(&home, &["describe", "apart"]).json();
    let shown = &listed["ServerGroups"][0];
    assert_eq!(shown["ServerGroupId"], group["ServerGroupId"]);
    assert_eq!(
        shown["Members"],
        json!([made["Instances"][0]["InstanceId"]])
    );
    let none = ["instances", "create", "web", "--server-group", "near"];
    let none = home.run(none.iter().chain(&more));
    none.fails(254, &["(InvalidPlacementGroup.Unknown)", "RunInstances"]);
}

/// Returns a Nova of this microversion with one server group and a quota of one.
fn old_nova(newest: u32) -> Double {
    let posted = Mutex::new(false);
    Double::start(move |request| {
        if request.path() == "/compute/v2.1/" {
            let document = json!({ "version": { "id": "v2.1", "status": "CURRENT",
                "version": format!("2.{newest}"), "min_version": "2.1", "links": [] } });
            return Some(Reply::json(200, &document));
        }
        if version(request) > newest {
            let message = "This version is not supported by the API.";
            let fault = json!({ "computeFault": { "code": 406, "message": message } });
            return Some(Reply::json(406, &fault));
        }
        let mut group = json!({ "id": "0f2e1a5c-6c2e-4a1c-9a3e-1f2e3d4c5b6a", "name": "near",
            "policies": ["affinity"], "metadata": {}, "members": [] });
        if version(request) >= 13 {
            group["project_id"] = json!("p-1");
        }
        let mut posted = posted.lock().unwrap();
        match (request.method.as_str(), request.path()) {
            ("POST", GROUPS) if *posted => {
                let message = "Quota exceeded, too many server groups.";
                let fault = json!({ "forbidden": { "code": 403, "message": message } });
                Some(Reply::json(403, &fault))
            }
            ("POST", GROUPS) => {
                *posted = true;
                let wanted =
                    json!({ "server_group": { "name": "near", "policies": ["affinity"] } });
                assert_eq!(request.json(), wanted);
                Some(Reply::json(200, &json!({ "server_group": group })))
            }
            ("GET", GROUPS) => Some(Reply::json(200, &json!({ "server_groups": [group] }))),
            ("GET", "/compute/v2.1/limits") => {
                let used = u8::from(*posted);
                let absolute = json!({ "maxServerGroups": 1, "totalServerGroupsUsed": used });
                let limits = json!({ "limits": { "rate": [], "absolute": absolute } });
                Some(Reply::json(200, &limits))
            }
            _ => None,
        }
    })
}

fn version(request: &Request) -> u32 {
    let version = request.header("x-openstack-nova-api-version");
    version.map_or(1, |text| text.split_once('.').unwrap().1.parse().unwrap())
}

#[test]
fn an_old_nova_has_policies_and_no_rules() {
    for (newest, project) in [(63, json!("p-1")), (12, Value::Null)] {
        let double = old_nova(newest);
        let home = double.home();
        let affinity = ["create", "near", "--policy", "affinity"];
        let made = groups(&home, &affinity).json();
        assert_eq!(made["Policy"], "affinity");
        assert_eq!(made["Rules"], Value::Null);
        let listed = groups(&home, &["list"]).json();
        assert_eq!(listed["ServerGroups"][0]["Policy"], "affinity");
        assert_eq!(listed["ServerGroups"][0]["ProjectId"], project);
        let narrow = [
            "create",
            "x",
            "--policy",
            "anti-affinity",
            "--max-server-per-host",
            "2",
        ];
        groups(&home, &narrow).fails(254, &["UnsupportedOperation", "2.64"]);
        // Nova returns a 403 if the quota is used up. A dry run reports this without the request.
        for dry_run in [&["--dry-run"][..], &[]] {
            let words = [&affinity[..], dry_run].concat();
            groups(&home, &words).fails(254, &["ResourceLimitExceeded", "quota of 1 server group"]);
        }
    }
}
