use std::io::Cursor;
use std::path::Path;

use clap::Parser;
use serde_json::json;

use super::*;
use crate::env::Env;
use crate::io::Input;
use crate::openstack::FlavorFacts;
use crate::verbs::asked_keys::Answered;

#[derive(Parser)]
struct Words {
    #[command(flatten)]
    args: FilterArgs,
}

fn parse(words: &[&str]) -> Result<InstanceFilters, CommandError> {
    let words = std::iter::once("test").chain(words.iter().copied());
    let env = Env::for_test(Path::new("/"), []);
    let stdin = Input::new(Cursor::new(""), false);
    let words = Words::try_parse_from(words).unwrap();
    words.args.parse(Sources::new(&env, &stdin))
}

fn names() -> Names {
    let now = "2026-11-24T00:00:00Z".parse().unwrap();
    let mut names = Names::default();
    let facts = |name: &str| FlavorFacts {
        name: name.to_owned(),
        vcpus: 1,
        memory_mib: 64,
        disk_gib: Some(1),
    };
    names.learn_flavor("f-1", facts("m1.nano"), now);
    names.learn_flavor("f-2", facts("twice"), now);
    names.learn_flavor("f-3", facts("twice"), now);
    names.learn_image("i-1", Some("cirros".to_owned()), now);
    names
}

fn instance() -> Instance {
    let server = serde_json::from_value(json!({
        "id": "s-1", "name": "web-1", "status": "ACTIVE", "tenant_id": "p-1",
        "OS-EXT-STS:task_state": "powering-off", "OS-EXT-STS:vm_state": "active",
        "OS-EXT-STS:power_state": 1, "image": { "id": "i-1" }, "flavor": { "id": "f-1" },
        "key_name": "mine", "created": "2026-11-23T10:17:57Z", "locked": true,
        "addresses": { "net": [
            { "addr": "10.0.0.5", "version": 4, "OS-EXT-IPS:type": "fixed",
              "OS-EXT-IPS-MAC:mac_addr": "fa:16" },
            { "addr": "203.0.113.9", "version": 4, "OS-EXT-IPS:type": "floating" }] },
        "security_groups": [{ "name": "web" }],
        "metadata": { "env": "ci", "Name": "x", "ostk_client_token": "t-1" },
        "tags": ["blue"], "OS-EXT-AZ:availability_zone": "nova", "hostId": "h-1",
        "os-extended-volumes:volumes_attached": [{ "id": "v-1" }] }))
    .unwrap();
    Instance::new(server, &names())
}

#[test]
fn every_filter_matches_what_it_names_and_nothing_else() {
    for (name, value) in [
        ("instance-state-name", "stopping"),
        ("instance-state-code", "64"),
        ("instance-id", "s-1"),
        ("name", "web-?"),
        ("tag:env", "ci"),
        ("tag:Name", "web-1"),
        ("tag-key", "env"),
        ("tag-value", "ci"),
        ("label", "blue"),
        ("image-id", "i-1"),
        ("image-name", "cirros"),
        ("instance-type", "m1.nano"),
        ("key-name", "mine"),
        ("availability-zone", "nova"),
        ("private-ip-address", "10.0.0.*"),
        ("ip-address", "203.0.113.9"),
        ("network-name", "net"),
        ("instance.group-name", "web"),
        ("group-name", "web"),
        ("status", "ACTIVE"),
        ("task-state", "powering-off"),
        ("vm-state", "active"),
        ("power-state", "running"),
        ("host-id", "h-1"),
        ("root-device-type", "local"),
        ("network-interface.mac-address", "fa:16"),
        ("network-interface.addresses.private-ip-address", "10.0.0.5"),
        ("owner-id", "p-1"),
        ("project-id", "p-1"),
        ("block-device-mapping.volume-id", "v-1"),
        ("launch-time", "2026-11-23T*"),
        ("launch-time", "2026-11-23T10:17:57.000Z"),
        ("client-token", "t-1"),
    ] {
        let matches = |values: &str| {
            let filter = format!("Name={name},Values={values}");
            parse(&["--filters", &filter]).unwrap().matches(&instance())
        };
        assert!(matches(value), "{name}");
        let other = match name {
            "instance-state-name" => "running",
            "instance-state-code" => "16",
            _ => "other",
        };
        assert!(matches(&format!("{other},{value}")), "{name}");
        assert!(!matches(other), "{name}");
    }
    let locked = |value: &str| parse(&["--filters", &format!("Name=locked,Values={value}")]);
    assert!(locked("True").unwrap().matches(&instance()));
    assert!(!locked("false").unwrap().matches(&instance()));
}

#[test]
fn deleting_is_shutting_down() {
    let mut deleting = instance();
    deleting.state.name = "deleting";
    for state in ["deleting", "shutting-down", "Shutting-Down", "shut*"] {
        let filters = parse(&["--state", state]).unwrap();
        assert!(filters.matches(&deleting), "{state}");
        assert!(!filters.matches(&instance()), "{state}");
        assert!(pushed(&filters, &names()).is_empty(), "{state}");
    }
}

#[test]
fn what_other_services_tell_is_asked_of_them() {
    let needs = |name: &str| {
        let words = ["--filters".to_owned(), format!("Name={name},Values=x")];
        let filters = parse(&words.each_ref().map(String::as_str)).unwrap();
        let needs: Vec<_> = filters.needs().filter_map(source_of).collect();
        assert_eq!(needs.len(), filters.needs().count(), "{name}");
        assert_eq!(sources(&filters).is_empty(), needs.is_empty(), "{name}");
        needs
    };
    assert_eq!(needs("group-id"), [DetailSource::Groups]);
    assert_eq!(needs("subnet-id"), [DetailSource::Ports]);
    assert_eq!(needs("vpc-id"), [DetailSource::Ports]);
    assert_eq!(
        needs("block-device-mapping.device-name"),
        [DetailSource::Volumes]
    );
    assert_eq!(needs("image-name"), [DetailSource::Images]);
    assert!(needs("private-ip-address").is_empty());
    let filters = parse(&[
        "--filters",
        "Name=vpc-id,Values=n-1",
        "Name=group-id,Values=g-1",
    ]);
    let filters = filters.unwrap();
    assert!(!filters.matches(&instance()));
    let mut known = instance();
    known.addresses[0].network_id = Answered::Told(Some("n-1".to_owned()));
    known.security_groups[0].group_id = Answered::Told(Some("g-1".to_owned()));
    assert!(filters.matches(&known));
    // ostk's own metadata is not a tag.
    for filter in [
        "Name=tag-key,Values=ostk_*",
        "Name=tag:ostk_client_token,Values=*",
    ] {
        assert!(!parse(&["--filters", filter]).unwrap().matches(&instance()));
    }
}

#[test]
fn several_filters_all_hold() {
    let matches = |words: &[&str]| parse(words).unwrap().matches(&instance());
    assert!(matches(&["--name", "web-*", "--state", "running,Stopping"]));
    assert!(!matches(&["--name", "web-*", "--state", "running"]));
    assert!(matches(&["--tag", "env=ci", "--label", "blue"]));
    assert!(matches(&["--tag", "env=ci", "--tag", "Name=web-1"]));
    assert!(!matches(&["--tag", "env=ci", "--tag", "Name=y"]));
    assert!(matches(&[
        "--filters",
        "Name=name,Values=web-1",
        "Name=label,Values=blue"
    ]));
}

#[test]
fn unknown_filters_states_and_forms_are_refused() {
    let message = |words: &[&str]| parse(words).err().unwrap().message;
    assert_eq!(
        message(&["--filters", "Name=colour,Values=x"]),
        "'colour' is not a filter of instances"
    );
    assert!(message(&["--state", "runing"]).contains("'runing' is no state"));
    assert!(message(&["--tag", "env"]).contains("KEY=VALUE"));
    assert!(parse(&["--filters", "Name=tag:,Values=x"]).is_err());
}

#[test]
fn nova_is_asked_for_no_less_than_what_matches() {
    let pushed = |words: &[&str]| {
        super::pushed(&parse(words).unwrap(), &names())
            .into_iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        pushed(&["--state", "running,stopped"]),
        ["status=ACTIVE", "status=PASSWORD", "status=SHUTOFF"]
    );
    assert!(pushed(&["--state", "running,stopping"]).is_empty());
    assert_eq!(pushed(&["--state", "terminated"]), ["status=SOFT_DELETED"]);
    assert_eq!(pushed(&["--name", "web.*"]), [r"name=^web\..*$"]);
    assert!(pushed(&["--name", "a", "--name", "b"]).is_empty());
    assert_eq!(pushed(&["--label", "a", "--label", "b"]), ["tags-any=a,b"]);
    assert_eq!(pushed(&["--label", "a*"]), ["tags-any=a*"]);
    assert!(pushed(&["--filters", "Name=label,Values=a*"]).is_empty());
    for (filter, expected) in [
        ("Name=image-id,Values=i-1", Some("image=i-1")),
        ("Name=image-id,Values=i-1,i-2", None),
        ("Name=instance-type,Values=m1.nano", Some("flavor=f-1")),
        ("Name=instance-type,Values=twice", None),
        (
            "Name=private-ip-address,Values=10.0.0.5",
            Some("ip=10.0.0.5"),
        ),
        (
            "Name=private-ip-address,Values=fd00::1",
            Some("ip6=fd00::1"),
        ),
        ("Name=private-ip-address,Values=10.*", None),
        ("Name=key-name,Values=mine", None),
    ] {
        let expected: Vec<&str> = expected.into_iter().collect();
        assert_eq!(pushed(&["--filters", filter]), expected, "{filter}");
    }
}
