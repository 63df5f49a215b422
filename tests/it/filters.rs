//! What commands act on: filters of every list, selections for bulk actions, names by tags, and
//! values from files.

use serde_json::{Value, json};

use crate::support::double::Double;
use crate::support::sandbox::TestCloud;
use crate::support::server::Reply;

fn texts(answer: &Value, key: &str, of_each: &str) -> Vec<String> {
    let items = answer[key].as_array().unwrap().iter();
    let mut texts: Vec<String> = items
        .map(|item| item[of_each].as_str().unwrap().to_owned())
        .collect();
    texts.sort();
    texts
}

const CREATE: [&str; 8] = [
    "instances",
    "create",
    "--image",
    "cirros-0.6.3",
    "--flavor",
    "m1.nano",
    "--network",
    "none",
];

#[test]
fn a_selection_that_is_not_understood_acts_on_nothing() {
    let cloud = TestCloud::new(0.0);
    let home = cloud.home();
    home.write("image", "cirros-0.6.3\n");
    home.write("names", r#"[{"Name": "tag:Name", "Values": ["c?"]}]"#);
    let specification =
        "ResourceType = instance, Tags = [{Value='c,i', Key=env}, {Key=Name,Value=c1}]";
    let json = r#"{"Name": "c2", "ImageId": "cirros-0.6.3", "InstanceType": "m1.nano",
        "Networks": ["none"], "TagSpecifications":
        [{"ResourceType": "instance", "Tags": [{"Key": "env", "Value": "c,i"}]}]}"#;
    let from_file = [
        "c3",
        "--tag",
        "Name=c3",
        "--tag",
        "env=c,i",
        "--description",
        "file://~/image",
    ];
    for words in [&["--tag-specifications", specification][..], &from_file] {
        let made = home.run(CREATE.iter().chain(words)).json();
        let made = &made["Instances"][0];
        let tags = made["Tags"].as_array().unwrap();
        assert!(tags.contains(&json!({ "Key": "env", "Value": "c,i" })));
        assert!(tags.iter().all(|tag| tag["Key"] != "Name"), "{tags:?}");
        if words.len() > 2 {
            assert_eq!(made["Description"], "cirros-0.6.3");
        }
    }
    home.run(["instances", "create", "--cli-input-json", json])
        .json();
    let differing = [
        "c4",
        "--tag-specifications",
        "ResourceType=instance,Tags=[{Key=Name,Value=c5}]",
    ];
    home.run(CREATE.iter().chain(&differing))
        .fails(252, &["the name 'c4' and the tag Name 'c5' differ"]);
    let all = || texts(&home.run(["instances", "list"]).json(), "Instances", "Name");
    assert_eq!(all(), ["c1", "c2", "c3"]);

    for filter in [
        "Name=tag:env,Values='c,i',Name=key-name,Values=nosuch",
        "Name=tag:env",
        "Name=tag:env,Values=[]",
        "[]",
        r#"{"Name": "tag:env", "Values": null}"#,
        r#"{"Name": "key-name", "Values": ["nosuch"], "Name": "tag:env", "Values": ["c,i"]}"#,
        "Name=colour,Values=red",
        "file:///nowhere",
    ] {
        home.run(["instances", "delete", "--yes", "--filters", filter])
            .fails(252, &["[ERROR]"]);
    }
    let none = "Name=key-name,Values=nosuch";
    let both = [
        "instances",
        "delete",
        "--yes",
        "--filters",
        r#"Name=tag:env,Values="c,i""#,
        none,
    ];
    assert_eq!(home.run(both).code, 0);
    assert_eq!(all(), ["c1", "c2", "c3"]);

    let listed = |filter: &str| {
        let answer = home.run(["instances", "list", "--filters", filter]).json();
        texts(&answer, "Instances", "Name")
    };
    for (filter, expected) in [
        ("Name=name,Values=[c1,c3]", &["c1", "c3"][..]),
        ("file://names", &["c1", "c2", "c3"]),
        ("Name=tag-value,Values='c,i'", &["c1", "c2", "c3"]),
        ("Name=tag-key,Values=Name", &[]),
        ("Name=instance-state-name,Values=shutting-down", &[]),
    ] {
        assert_eq!(listed(filter), expected, "{filter}");
    }
    let one = [
        "instances",
        "delete",
        "--yes",
        "--filters",
        "Name=tag:Name,Values=c2",
    ];
    assert_eq!(home.run(one).code, 0);
    assert_eq!(all(), ["c1", "c3"]);
}

/// Every option can take its value from a file, and an empty value never means all.
#[test]
fn a_list_in_a_file_names_what_it_names() {
    let cloud = TestCloud::new(0.0);
    cloud.sandbox.add_instances(3).unwrap();
    let home = cloud.home();
    let file = |name: &str, text: &str| home.write(name, text);
    file("ids", "[\"instance-00002\"]\n");
    file("none", "[]");
    file("empty", "");
    let ids = [
        "instances",
        "delete",
        "--instance-ids",
        "file://ids",
        "--yes",
    ];
    for wrong in ["file://none", "file://empty", "file://nowhere"] {
        for verb in ["delete", "list"] {
            let words = ["instances", verb, "--instance-ids", wrong];
            home.run(words).fails(252, &["[ERROR]"]);
        }
    }
    assert_eq!(home.run(ids).code, 0);
    let all = home.run(["instances", "list"]).json();
    assert_eq!(all["Instances"].as_array().unwrap().len(), 2);
}

/// A noun's list, the output's key, the key of an ID, a filter, and the IDs that it chooses.
type Case = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
);

const CASES: &[Case] = &[
    (
        "images",
        "Images",
        "ImageId",
        "Name=tag:kind,Values=k1",
        &["i-1", "i-3", "i-5"],
    ),
    (
        "images",
        "Images",
        "ImageId",
        "Name=name,Values=n:2,n:5",
        &["i-2", "i-5"],
    ),
    (
        "images",
        "Images",
        "ImageId",
        "Name=state,Values=pending",
        &[],
    ),
    (
        "networks",
        "Networks",
        "NetworkId",
        "Name=tag:Name,Values=a",
        &["n-1"],
    ),
    (
        "networks",
        "Networks",
        "NetworkId",
        "Name=vpc-id,Values=n-2",
        &["n-2"],
    ),
    (
        "networks",
        "Networks",
        "NetworkId",
        "Name=tag:env,Values=ci",
        &["n-1"],
    ),
    (
        "networks",
        "Networks",
        "NetworkId",
        "Name=label,Values=blue",
        &["n-1"],
    ),
    (
        "networks",
        "Networks",
        "NetworkId",
        "Name=state,Values=available",
        &["n-1"],
    ),
    (
        "networks",
        "Networks",
        "NetworkId",
        "Name=external,Values=false",
        &["n-2"],
    ),
    (
        "security-groups",
        "SecurityGroups",
        "GroupId",
        "Name=group-name,Values=w*",
        &["g-1"],
    ),
    (
        "security-groups",
        "SecurityGroups",
        "GroupId",
        "Name=tag-key,Values=env",
        &["g-1"],
    ),
    (
        "security-groups",
        "SecurityGroups",
        "GroupId",
        "Name=ip-permission.cidr,Values=0.0.0.0/0",
        &["g-1"],
    ),
    (
        "security-groups",
        "SecurityGroups",
        "GroupId",
        "Name=egress.ip-permission.from-port,Values=22",
        &[],
    ),
    (
        "flavors",
        "InstanceTypes",
        "FlavorId",
        "Name=vcpu-info.default-vcpus,Values=8",
        &["2"],
    ),
    (
        "keypairs",
        "KeyPairs",
        "KeyName",
        "Name=fingerprint,Values=aa*",
        &["you"],
    ),
    (
        "volumes",
        "Volumes",
        "VolumeId",
        "Name=tag:env,Values=ci",
        &["v-1"],
    ),
    (
        "volumes",
        "Volumes",
        "VolumeId",
        "Name=attachment.instance-id,Values=s-1",
        &["v-1"],
    ),
    (
        "volumes",
        "Volumes",
        "VolumeId",
        "Name=size,Values=2",
        &["v-2"],
    ),
];

/// Returns a cloud with a few resources of every kind.
fn cloud() -> Double {
    let images: Vec<Value> = (0..6)
        .map(|number| {
            json!({ "id": format!("i-{number}"), "name": format!("n:{number}"), "status": "active",
                    "visibility": "public", "tags": [], "kind": format!("k{}", number % 2) })
        })
        .collect();
    Double::start(move |request| {
        let page = |key: &str, items: Value| Some(Reply::json(200, &json!({ key: items })));
        match request.path() {
            "/image/v2/images" => {
                let markers = request.query("marker");
                let from = markers.first().map_or(0, |marker| {
                    marker.trim_start_matches("i-").parse::<usize>().unwrap() + 1
                });
                let some: Vec<&Value> = images.iter().skip(from).take(2).collect();
                let mut body = json!({ "images": some });
                if from + 2 < images.len() {
                    body["next"] = json!(format!("/v2/images?marker=i-{}", from + 1));
                }
                Some(Reply::json(200, &body))
            }
            "/network/v2.0/networks" => page(
                "networks",
                json!([{ "id": "n-1", "name": "a", "status": "ACTIVE", "tags": ["env=ci", "blue"],
                         "router:external": true },
                       { "id": "n-2", "name": "A", "status": "DOWN", "tags": null }]),
            ),
            "/network/v2.0/security-groups" => page(
                "security_groups",
                json!([{ "id": "g-1", "name": "web", "tags": ["env=ci"], "security_group_rules": [
                           { "id": "r", "direction": "ingress", "ethertype": "IPv4",
                             "protocol": "tcp", "port_range_min": 22, "port_range_max": 22 }] },
                       { "id": "g-2", "name": "db" }]),
            ),
            "/compute/v2.1/flavors/detail" => page(
                "flavors",
                json!([{ "id": "1", "name": "small", "vcpus": 1, "ram": 512, "disk": 1 },
                       { "id": "2", "name": "large", "vcpus": 8, "ram": 8192, "disk": 80 }]),
            ),
            "/compute/v2.1/os-keypairs" => page(
                "keypairs",
                json!([{ "keypair": { "name": "me", "fingerprint": "51:19" } },
                       { "keypair": { "name": "you", "fingerprint": "aa:bb" } }]),
            ),
            "/volume/v3/p-1/volumes/detail" | "/volume/v3/volumes/detail" => page(
                "volumes",
                json!([{ "id": "v-1", "name": "", "status": "in-use", "size": 10,
                         "metadata": { "env": "ci" }, "attachments": [{ "server_id": "s-1" }] },
                       { "id": "v-2", "name": "data", "status": "available", "size": 2 }]),
            ),
            _ => None,
        }
    })
}

#[test]
fn every_list_has_filters_and_is_paged_with_them() {
    let double = cloud();
    let home = double.home();
    for (noun, key, id, filter, expected) in CASES {
        let answer = home.run([noun, "list", "--filters", filter]).json();
        assert_eq!(texts(&answer, key, id), *expected, "{noun} {filter}");
        home.run([noun, "list", "--filters", "Name=colour,Values=x"])
            .fails(252, &["'colour' is not a filter of ", "the filters are: "]);
    }
    let first = ["images", "list", "--tag", "kind=k1", "--max-items", "2"];
    let answer = home.run(first).json();
    assert_eq!(texts(&answer, "Images", "ImageId"), ["i-1", "i-3"]);
    let token = answer["NextToken"].as_str().unwrap();
    let answer = home
        .run(first.into_iter().chain(["--starting-token", token]))
        .json();
    assert_eq!(texts(&answer, "Images", "ImageId"), ["i-5"]);
    assert_eq!(answer["NextToken"], Value::Null);
    let words = ["flavors", "list", "--tag", "a=b"];
    home.run(words).fails(252, &["--tag"]);
}
