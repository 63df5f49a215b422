//! Keys that Nova's list lacks: a list requests them if a query or a filter names them.

use serde_json::{Value, json};

use super::describe::{NETWORK, cloud, port, refusing, without};
use crate::support::double::{Double, names, server_id, servers};
use crate::support::run::Outcome;
use crate::support::server::{Reply, Request};

const LIST: [&str; 2] = ["instances", "list"];

/// Returns the requests other than Keystone's and Nova's list, sorted.
fn asked(double: &Double) -> Vec<String> {
    let mut log = double.server.take_log();
    log.retain(|line| !line.contains("/identity/") && !line.contains("/servers/detail"));
    log.sort();
    log
}

fn list(double: &Double, words: &[&str]) -> Outcome {
    double.home().run(LIST.iter().chain(words))
}

#[test]
fn what_is_named_is_asked_for_and_nothing_else() {
    let double = Double::start(cloud);
    let ports = "GET /network/v2.0/ports";
    let groups = "GET /network/v2.0/security-groups";
    let boot = "GET /volume/v3/volumes/0d000000-0000-4000-8000-000000000001";
    let data = "GET /volume/v3/volumes/0d000000-0000-4000-8000-000000000002";
    let table: [(&str, Value, &[&str]); 8] = [
        ("Instances[].Name", json!(["web"]), &[]),
        ("length(Instances[].*)", json!(1), &[]),
        ("Instances[].ImageName", json!([]), &[]),
        (
            "Instances[].SecurityGroups[].GroupId",
            json!(["sg-default", "sg-web"]),
            &[ports, groups],
        ),
        (
            "Instances[].Addresses[?NetworkId=='none'][]",
            json!([]),
            &[ports],
        ),
        (
            "Instances[].{Subnets: Addresses[].SubnetId}",
            json!([{ "Subnets": ["s", "s"] }]),
            &[ports],
        ),
        (
            "sum(Instances[].BlockDeviceMappings[].SizeGiB)",
            json!(30),
            &[boot, data],
        ),
        (
            "Instances[].[Addresses[0].PortId, BlockDeviceMappings[0].DeviceName]",
            json!([["port-1", "/dev/vda"]]),
            &[ports, boot, data],
        ),
    ];
    for (query, expected, requests) in table {
        assert_eq!(
            list(&double, &["--query", query]).json(),
            expected,
            "{query}"
        );
        assert_eq!(asked(&double), requests, "{query}");
    }
    // `--full` shows the same as describe. A list without it shows none of the keys below.
    let described = double.home().run(["instances", "describe", "web"]).json();
    let _ = asked(&double);
    assert_eq!(
        list(&double, &["--full"]).json()["Instances"],
        described["Instances"]
    );
    assert_eq!(asked(&double), [ports, groups, boot, data]);
    let plain = list(&double, &[]).json();
    let instance = &plain["Instances"][0];
    for absent in [
        "/Addresses/0/NetworkId",
        "/SecurityGroups/0/GroupId",
        "/BlockDeviceMappings/0/VolumeName",
    ] {
        assert_eq!(instance.pointer(absent), None, "{absent}");
    }
    let people = double.home().terminal(80);
    let blocks = people.run(["instances", "list", "--full", "--color", "never"]);
    assert!(blocks.stdout.contains("  web      sg-web"), "{blocks:?}");
    // Raw output is only Nova's response, so no other service gets a request.
    let _ = asked(&double);
    assert_eq!(list(&double, &["--raw", "--full"]).code, 0);
    assert_eq!(asked(&double), [""; 0]);
}

#[test]
fn a_filter_asks_for_what_it_needs() {
    let double = Double::start(cloud);
    let found = |name: &str, value: &str| -> usize {
        let filter = format!("Name={name},Values={value}");
        let answer = list(&double, &["--filters", &filter]).json();
        answer["Instances"].as_array().unwrap().len()
    };
    for (name, value) in [
        ("group-id", "sg-web"),
        ("instance.group-id", "sg-def*"),
        ("network-interface.group-id", "sg-web"),
        ("vpc-id", NETWORK),
        ("network-id", NETWORK),
        ("subnet-id", "s"),
        ("network-interface.network-interface-id", "port-2"),
        ("block-device-mapping.device-name", "/dev/vdb"),
    ] {
        assert_eq!(found(name, value), 1, "{name}");
        assert_eq!(found(name, "other"), 0, "{name}");
    }
    // Another group has the same name.
    assert_eq!(found("group-id", "sg-other"), 0);
    let words = "instances watch --filters Name=vpc-id,Values=x";
    double
        .home()
        .run(words.split(' '))
        .fails(252, &["'vpc-id' is for lists"]);
}

#[test]
fn what_can_not_be_asked_does_not_read_as_none() {
    let double = Double::start(refusing);
    let query = ["--query", "Instances[].SecurityGroups[].GroupId"];
    list(&double, &query).fails(254, &["not for you", "GroupId"]);
    let filter = ["--filters", "Name=group-id,Values=sg-web"];
    list(&double, &filter).fails(254, &["not for you", "GroupId"]);
    // Nothing is deleted if the targets cannot be determined.
    let words = ["instances", "delete", "--yes"].iter().chain(&filter);
    double.home().run(words).fails(254, &["not for you"]);
    assert!(
        !double
            .server
            .take_log()
            .iter()
            .any(|line| line.starts_with("DELETE"))
    );
    let outcome = list(&double, &["--full"]);
    let instance = &outcome.json()["Instances"][0];
    assert_eq!(instance["Addresses"][0]["PortId"], "port-1");
    assert_eq!(instance["SecurityGroups"][0].get("GroupId"), None);
    assert_eq!(
        outcome.stderr.matches("[WARNING]").count(),
        2,
        "{outcome:?}"
    );
    // The services that refuse get no request.
    assert_eq!(
        list(&double, &["--query", "Instances[].Addresses[].PortId"]).code,
        0
    );
    let double = without(&["network", "block-storage"]);
    list(&double, &query).fails(253, &["has no network service", "GroupId"]);
    assert_eq!(list(&double, &[]).stderr, "");
}

/// A hundred instances with one port each. Another project created two of the ports.
fn hundred(request: &Request) -> Option<Reply> {
    let mac = |number: usize| format!("fa:16:3e:00:00:{number:02x}");
    let of = |number: usize| {
        let mut one = port(
            &format!("port-{number}"),
            NETWORK,
            &mac(number),
            "10.0.0.5",
            &[],
        );
        one["device_id"] = json!(server_id(number));
        one
    };
    match request.path() {
        "/compute/v2.1/servers/detail" => {
            let mut all = servers(100);
            for (number, one) in all.iter_mut().enumerate() {
                one["addresses"]["private"][0]["OS-EXT-IPS-MAC:mac_addr"] = json!(mac(number));
            }
            Some(Reply::json(200, &json!({ "servers": all })))
        }
        "/network/v2.0/ports" => {
            let devices = request.query("device_id");
            let ports: Vec<Value> = if devices.is_empty() {
                assert_eq!(request.query("project_id"), ["p-1"]);
                assert_eq!(request.query("limit"), ["1000"]);
                (2..100).map(of).collect()
            } else {
                let asked = |number: &usize| devices.contains(&server_id(*number));
                (0..100).filter(asked).map(of).collect()
            };
            Some(Reply::json(200, &json!({ "ports": ports })))
        }
        _ => names(request),
    }
}

#[test]
fn a_hundred_instances_cost_one_list_and_what_that_lacks() {
    let double = Double::start(hundred);
    let query = ["--query", "Instances[].Addresses[].PortId"];
    let ports = list(&double, &query).json();
    let expected: Vec<String> = (0..100).map(|number| format!("port-{number}")).collect();
    assert_eq!(ports, json!(expected));
    let requests: Vec<Vec<String>> = double
        .server
        .requests()
        .iter()
        .filter(|request| request.path() == "/network/v2.0/ports")
        .map(|request| request.query("device_id"))
        .collect();
    assert_eq!(requests, [vec![], vec![server_id(0), server_id(1)]]);
}

#[test]
fn a_list_of_key_pairs_asks_for_each_where_their_time_is_named() {
    let double = Double::start(|request| match request.path() {
        "/compute/v2.1/os-keypairs" => Some(Reply::json(
            200,
            &json!({ "keypairs": [
                { "keypair": { "name": "a", "fingerprint": "f", "public_key": "k" } },
                { "keypair": { "name": "gone", "fingerprint": "f", "public_key": "k" } }] }),
        )),
        "/compute/v2.1/os-keypairs/a" => Some(Reply::json(
            200,
            &json!({ "keypair": { "name": "a", "fingerprint": "f", "public_key": "k",
                "user_id": "u-1", "created_at": "2026-11-23T10:17:57.000000" } }),
        )),
        _ => None,
    });
    let list = |words: &[&str]| {
        let words = ["keypairs", "list"].iter().chain(words);
        double.home().run(words).json()
    };
    let plain = list(&[]);
    assert_eq!(plain["KeyPairs"][0].get("CreateTime"), None);
    assert_eq!(plain["KeyPairs"][0]["UserId"], "u-1");
    assert_eq!(
        list(&["--query", "KeyPairs[].[KeyName, CreateTime]"]),
        json!([["a", "2026-11-23T10:17:57Z"], ["gone", null]])
    );
    let described = double.home().run(["keypairs", "describe", "a"]).json();
    assert_eq!(list(&["--full"])["KeyPairs"][0], described["KeyPairs"][0]);
}
