//! AWS's syntax on the command line: options that take a list, and another project of the login.

use serde_json::Value;

use crate::support::run::{Home, Outcome};
use crate::support::sandbox::TestCloud;

/// Returns the names of the items in a list or a description.
fn names(answer: &Value, list: &str, name: &str) -> Vec<String> {
    let items = answer[list].as_array().unwrap().iter();
    items
        .map(|item| item[name].as_str().unwrap().to_owned())
        .collect()
}

fn run(home: &Home, line: &str) -> Outcome {
    home.run(line.split_whitespace())
}

/// The command, the list's key, the name's key, and the names.
type Named = (
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
);

const NAMED: [Named; 11] = [
    (
        "flavors list --instance-types m1.tiny m1.nano",
        "InstanceTypes",
        "InstanceType",
        &["m1.tiny", "m1.nano"],
    ),
    (
        "flavors describe --instance-types m1.tiny",
        "InstanceTypes",
        "InstanceType",
        &["m1.tiny"],
    ),
    (
        "images list --image-ids debian-13 cirros-0.6.3",
        "Images",
        "Name",
        &["debian-13", "cirros-0.6.3"],
    ),
    (
        "networks list --vpc-ids private",
        "Networks",
        "Name",
        &["private"],
    ),
    (
        "networks describe --network-ids private public",
        "Networks",
        "Name",
        &["private", "public"],
    ),
    (
        "security-groups list --group-names web --group-names default",
        "SecurityGroups",
        "GroupName",
        &["web", "default"],
    ),
    (
        "security-groups show --group-ids web",
        "SecurityGroups",
        "GroupName",
        &["web"],
    ),
    (
        "instances list --instance-ids instance-00002 instance-00001",
        "Instances",
        "Name",
        &["instance-00002", "instance-00001"],
    ),
    // Filters apply to named instances, too.
    (
        "instances list --instance-ids instance-00002 instance-00001 --name *2",
        "Instances",
        "Name",
        &["instance-00002"],
    ),
    (
        "instances list --state stopped --instance-ids instance-00001",
        "Instances",
        "Name",
        &[],
    ),
    (
        "instances describe --instance-ids instance-00002 instance-00001",
        "Instances",
        "Name",
        &["instance-00002", "instance-00001"],
    ),
];

/// The command, its exit code, and its message.
const REFUSED: [(&str, u8, &str); 10] = [
    (
        "instances list --instance-ids instance-99999",
        254,
        "no instance is named 'instance-99999'",
    ),
    (
        "images list --image-ids nothing",
        254,
        "no image is named 'nothing'",
    ),
    ("keypairs list --key-names nobody", 254, "nobody"),
    ("instances list --instance-ids", 252, "a value is required"),
    (
        "instances delete --instance-ids --yes",
        252,
        "a value is required",
    ),
    (
        "instances stop --instance-ids instance-00001 --state running",
        252,
        "not both",
    ),
    (
        "instances list --instance-ids instance-00001 --sort name",
        252,
        "--sort",
    ),
    (
        "instances list --instance-ids instance-00001 --starting-token x",
        252,
        "--starting-token",
    ),
    (
        "instances create --image i --security-group-ids web default",
        252,
        "NAME is missing",
    ),
    ("instances create a --name b", 252, "--name"),
];

#[test]
fn an_option_that_takes_a_list_takes_several_words_and_never_means_all() {
    let cloud = TestCloud::new(0.0);
    cloud.sandbox.add_instances(3).unwrap();
    let home = cloud.home();
    let (one, two) = ("instance-00001", "instance-00002");
    let ids = run(
        &home,
        "instances list --name instance-00001 --query Instances[].InstanceId --output text",
    );
    let id = ids.stdout.split_whitespace().next().unwrap().to_owned();
    let id_and_name = |verb: &str| format!("instances {verb} --instance-ids {id} {one}");
    for (line, list, name, expected) in NAMED {
        let answer = run(&home, line).json();
        assert_eq!(names(&answer, list, name), expected, "{line}");
    }
    // A name and the ID of the same instance count once. --max-items applies to this list, too.
    let same = run(&home, &id_and_name("list")).json();
    assert_eq!(names(&same, "Instances", "Name"), [one]);
    let first = run(
        &home,
        "instances list --instance-ids instance-00001 instance-00002 --max-items 1",
    );
    assert_eq!(names(&first.json(), "Instances", "Name"), [one]);
    for (line, code, words) in REFUSED {
        run(&home, line).fails(code, &[words]);
    }
    // An unknown name is reported, and the others are shown.
    let partly = run(&home, "instances list --instance-ids instance-00001 nobody");
    assert_eq!(partly.code, 1, "{partly:?}");
    assert!(partly.stderr.contains("'nobody'"), "{partly:?}");
    assert!(
        partly.stdout.contains(one) && !partly.stdout.contains(two),
        "{partly:?}"
    );
}

#[test]
fn what_is_acted_on_is_what_is_named_whichever_way() {
    let cloud = TestCloud::new(0.0);
    cloud.sandbox.add_instances(3).unwrap();
    let home = cloud.home();
    let (one, two) = ("instance-00001", "instance-00002");
    let stopped = run(
        &home,
        "instances stop instance-00001 --instance-ids instance-00002 --wait",
    );
    assert_eq!(
        names(&stopped.json(), "StoppingInstances", "Name"),
        [one, two]
    );
    run(
        &home,
        "instances wait stopped --instance-ids instance-00001 instance-00002",
    );
    let state = "instances list --instance-ids instance-00003 --query Instances[].State.Name";
    assert_eq!(run(&home, state).json()[0], "running");

    let made = run(
        &home,
        "instances create --image-id cirros-0.6.3 --instance-type m1.nano --subnet-id private \
         --security-group-ids web default --name web --key-name k --dry-run",
    );
    // Only the key pair is missing: the groups and the name were read.
    made.fails(254, &["'k'"]);
    run(&home, "keypairs create k").json();
    let made = run(
        &home,
        "instances create --image-id cirros-0.6.3 --instance-type m1.nano --subnet-id private \
         --security-groups web default --name web --wait --query \
         Instances[].[Name,SecurityGroups[].GroupName]",
    );
    assert_eq!(made.json()[0][0], "web");
    let mut groups: Vec<String> = serde_json::from_value(made.json()[0][1].clone()).unwrap();
    groups.sort();
    assert_eq!(groups, ["default", "web"]);
    let keys = run(&home, "keypairs list --key-names k --key-names k").json();
    assert_eq!(names(&keys, "KeyPairs", "KeyName"), ["k"]);
    run(&home, "keypairs delete --key-names k").json();
    run(&home, "volumes create v --size 1").json();
    let volumes = run(&home, "volumes list --volume-ids v").json();
    assert_eq!(names(&volumes, "Volumes", "Name"), ["v"]);
    run(&home, "volumes delete --volume-ids v").json();
}

#[test]
fn another_project_of_the_same_login_has_tokens_of_its_own() {
    let cloud = TestCloud::new(0.0);
    cloud.sandbox.add_instances(1).unwrap();
    let home = cloud.home();
    let project = |line: &str| {
        let outcome = run(&home, line);
        let answer = outcome.json();
        (answer["ProjectName"].as_str().unwrap().to_owned(), outcome)
    };
    let own = "--cloud test-admin whoami";
    let other = "--cloud test-admin --project other whoami";
    assert_eq!(project(own).0, "demo");
    let (name, outcome) = project(other);
    assert_eq!(name, "other");
    let id = outcome.json()["ProjectId"].as_str().unwrap().to_owned();
    assert_eq!(project(own).0, "demo");
    assert_eq!(
        project(&format!("{own} --project demo --project {id}")).0,
        "other"
    );
    // Each has its token in the cache by now.
    let again = run(&home, &format!("{other} --timing"));
    assert!(!again.stderr.contains("auth/tokens"), "{}", again.stderr);
    let list = run(&home, "--cloud test-admin --project other instances list").json();
    assert_eq!(list["Instances"].as_array().unwrap().len(), 0);
    run(&home, "--project other whoami").fails(
        253,
        &["refused the credentials of cloud 'test' for project 'other'"],
    );
    run(&home, "--project other records list --all-clouds").fails(252, &["--all-clouds"]);
}
