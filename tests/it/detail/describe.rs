//! `instances describe`: Nova's response, joined with Neutron's and Cinder's.

use serde_json::{Value, json};

use crate::support::double::{Double, names, server, server_id, servers, token_body};
use crate::support::server::{Reply, Request};

pub(super) const NETWORK: &str = "0e000000-0000-4000-8000-000000000001";
const OTHER_NETWORK: &str = "0e000000-0000-4000-8000-000000000002";
const BOOT: &str = "0d000000-0000-4000-8000-000000000001";
const DATA: &str = "0d000000-0000-4000-8000-000000000002";

/// Returns an instance with two ports on two networks, a floating address, and two volumes. It
/// booted from one of the volumes.
pub(super) fn full() -> Value {
    let mut one = server(&server_id(1), "web", "ACTIVE");
    let address = |addr: &str, kind: &str, mac: &str| {
        json!({ "version": 4, "addr": addr, "OS-EXT-IPS:type": kind,
                "OS-EXT-IPS-MAC:mac_addr": mac })
    };
    one["addresses"] = json!({
        "private": [
            address("10.0.0.5", "fixed", "fa:16:3e:00:00:01"),
            address("203.0.113.7", "floating", "fa:16:3e:00:00:01")],
        "backend": [address("10.1.0.5", "fixed", "fa:16:3e:00:00:02")] });
    one["image"] = json!("");
    one["key_name"] = json!("dev");
    one["metadata"] = json!({ "env": "ci" });
    one["tags"] = json!(["blue"]);
    one["os-extended-volumes:volumes_attached"] = json!([
        { "id": BOOT, "delete_on_termination": true },
        { "id": DATA, "delete_on_termination": false }]);
    one["security_groups"] = json!([{ "name": "default" }, { "name": "web" }, { "name": "web" }]);
    one
}

pub(super) fn port(id: &str, network: &str, mac: &str, ip: &str, groups: &[&str]) -> Value {
    json!({ "id": id, "name": "", "device_id": server_id(1), "network_id": network,
            "mac_address": mac, "security_groups": groups,
            "fixed_ips": [{ "subnet_id": "s", "ip_address": ip }] })
}

fn volume(id: &str, name: &str, size: u64, bootable: &str, device: &str) -> Value {
    json!({ "id": id, "name": name, "size": size, "bootable": bootable, "status": "in-use",
            "volume_type": "fast", "attachments": [
                { "server_id": server_id(1), "volume_id": id, "device": device }] })
}

fn neutron(request: &Request) -> Option<Reply> {
    match request.path() {
        "/network/v2.0/ports" => Some(Reply::json(
            200,
            &json!({ "ports": [
                port("port-1", NETWORK, "fa:16:3e:00:00:01", "10.0.0.5", &["sg-web", "sg-default"]),
                port("port-2", OTHER_NETWORK, "fa:16:3e:00:00:02", "10.1.0.5", &["sg-default"])] }),
        )),
        // Two groups have the name 'web'. The group on the port is the right one.
        "/network/v2.0/security-groups" => Some(Reply::json(
            200,
            &json!({ "security_groups": [
                { "id": "sg-other", "name": "web", "project_id": "p-1" },
                { "id": "sg-web", "name": "web", "project_id": "p-1" },
                { "id": "sg-default", "name": "default", "project_id": "p-1" }] }),
        )),
        _ => None,
    }
}

fn cinder(request: &Request) -> Option<Reply> {
    let one = |volume: Value| Some(Reply::json(200, &json!({ "volume": volume })));
    match request.path().strip_prefix("/volume/v3/volumes/")? {
        "detail" => Some(Reply::json(
            200,
            &json!({ "volumes": [volume(BOOT, "boot", 10, "true", "/dev/vda")] }),
        )),
        id if id == BOOT => one(volume(BOOT, "boot", 10, "true", "/dev/vda")),
        id if id == DATA => one(volume(DATA, "data", 20, "false", "/dev/vdb")),
        _ => None,
    }
}

fn nova(request: &Request) -> Option<Reply> {
    let path = request.path().strip_prefix("/compute/v2.1/servers/")?;
    match path {
        "detail" => Some(Reply::json(200, &json!({ "servers": [full()] }))),
        _ if path.ends_with("/os-volume_attachments") => Some(Reply::json(
            200,
            &json!({ "volumeAttachments": [
                { "id": BOOT, "volumeId": BOOT, "serverId": server_id(1), "device": "/dev/sda" }] }),
        )),
        _ => Some(Reply::json(200, &json!({ "server": full() }))),
    }
}

pub(super) fn cloud(request: &Request) -> Option<Reply> {
    neutron(request)
        .or_else(|| cinder(request))
        .or_else(|| names(request))
        .or_else(|| nova(request))
}

/// Starts a double without these services in its catalog.
pub(super) fn without(kinds: &'static [&'static str]) -> Double {
    Double::with_keystone(cloud, move |_, base, _| {
        let mut body = token_body(base);
        let catalog = body["token"]["catalog"].as_array_mut().unwrap();
        catalog.retain(|service| !kinds.contains(&service["type"].as_str().unwrap()));
        Reply::json(201, &body).header("X-Subject-Token", "token")
    })
}

/// A cloud that refuses access to volumes and security groups.
pub(super) fn refusing(request: &Request) -> Option<Reply> {
    let forbidden = json!({ "forbidden": { "code": 403, "message": "not for you" } });
    if request.path().contains("/volumes") || request.path().contains("/security-groups") {
        return Some(Reply::json(403, &forbidden));
    }
    cloud(request)
}

#[test]
fn an_instance_is_joined_with_its_ports_groups_and_volumes() {
    let double = Double::start(cloud);
    let answer = double.home().run(["instances", "describe", "web"]).json();
    let instance = &answer["Instances"][0];
    let address = |ip: &str, kind: &str, port: &Value| {
        let mut address = json!({ "IpAddress": ip, "Version": 4, "Type": kind });
        let fields = address.as_object_mut().unwrap();
        fields.extend(port.as_object().unwrap().clone());
        address
    };
    let one = json!({ "NetworkName": "private", "NetworkId": NETWORK, "PortId": "port-1",
                      "SubnetId": "s", "MacAddress": "fa:16:3e:00:00:01" });
    let mut floating = one.clone();
    floating["SubnetId"] = Value::Null;
    let two = json!({ "NetworkName": "backend", "NetworkId": OTHER_NETWORK, "PortId": "port-2",
                      "SubnetId": "s", "MacAddress": "fa:16:3e:00:00:02" });
    assert_eq!(
        instance["Addresses"],
        json!([
            address("10.0.0.5", "fixed", &one),
            address("203.0.113.7", "floating", &floating),
            address("10.1.0.5", "fixed", &two),
        ])
    );
    assert_eq!(
        instance["SecurityGroups"],
        json!([{ "GroupName": "default", "GroupId": "sg-default" },
               { "GroupName": "web", "GroupId": "sg-web" }])
    );
    assert_eq!(
        instance["BlockDeviceMappings"],
        json!([
            { "DeviceName": "/dev/vda", "VolumeId": BOOT, "VolumeName": "boot",
              "VolumeType": "fast", "SizeGiB": 10, "Bootable": true,
              "DeleteOnTermination": true },
            { "DeviceName": "/dev/vdb", "VolumeId": DATA, "VolumeName": "data",
              "VolumeType": "fast", "SizeGiB": 20, "Bootable": false,
              "DeleteOnTermination": false }])
    );
    assert_eq!(instance["RootDeviceType"], "volume");
    assert_eq!(instance["ImageId"], Value::Null);
    assert_eq!(instance["DiskGiB"], 1);
}

#[test]
fn what_the_cloud_lacks_is_left_out_and_said() {
    let double = without(&["network", "block-storage", "image"]);
    let outcome = double.home().run(["instances", "describe", "web"]);
    let instance = &outcome.json()["Instances"][0];
    let has = |pointer: &str| instance.pointer(pointer).is_some();
    for absent in [
        "/Addresses/0/PortId",
        "/SecurityGroups/1/GroupId",
        "/BlockDeviceMappings/0/DeviceName",
        "/BlockDeviceMappings/0/SizeGiB",
    ] {
        assert!(!has(absent), "{absent}: {instance}");
    }
    let device = &instance["BlockDeviceMappings"][0];
    assert_eq!(device["DeleteOnTermination"], true);
    // It booted from a volume, and has no image.
    assert_eq!(instance.get("ImageName"), Some(&Value::Null));
    let warnings: Vec<&str> = outcome.stderr.lines().collect();
    assert_eq!(warnings.len(), 2, "{warnings:?}");
    assert!(warnings[0].contains("NetworkId, SubnetId, PortId, GroupId can't be shown"));
    assert!(warnings[0].contains("has no network service"));
    assert!(warnings[1].contains("has no block-storage service"));
}

#[test]
fn what_a_service_refuses_is_left_out_and_said_unless_it_is_named() {
    let double = Double::start(refusing);
    let outcome = double.home().run(["instances", "describe", &server_id(1)]);
    let instance = &outcome.json()["Instances"][0];
    assert_eq!(instance["Addresses"][0]["PortId"], "port-1");
    assert_eq!(instance["SecurityGroups"][0].get("GroupId"), None);
    assert_eq!(outcome.stderr.matches("not for you").count(), 2);
    let quiet = double
        .home()
        .run(["instances", "describe", "web", "--quiet"]);
    assert_eq!((quiet.code, quiet.stderr.as_str()), (0, ""));
    let query = ["--query", "Instances[].SecurityGroups[].GroupId"];
    let words = ["instances", "describe", "web"].into_iter().chain(query);
    double
        .home()
        .run(words)
        .fails(254, &["not for you", "GroupId"]);
}

#[test]
fn twenty_instances_cost_five_requests() {
    let double = Double::start(|request| match request.path() {
        "/compute/v2.1/servers/detail" => {
            let mut all = servers(30);
            for one in &mut all {
                one["os-extended-volumes:volumes_attached"] =
                    json!([{ "id": format!("volume-of-{}", one["name"].as_str().unwrap()) }]);
            }
            Some(Reply::json(200, &json!({ "servers": all })))
        }
        "/volume/v3/volumes/detail" => {
            let one = |number: usize| {
                let mut one = volume(
                    &format!("volume-of-vm-{number}"),
                    "v",
                    5,
                    "true",
                    "/dev/vdz",
                );
                one["attachments"][0]["server_id"] = json!(server_id(number));
                one
            };
            let all: Vec<Value> = (0..40).map(one).collect();
            Some(Reply::json(200, &json!({ "volumes": all })))
        }
        _ => neutron(request).or_else(|| names(request)),
    });
    let home = double.home();
    let targets: Vec<String> = (0..10)
        .map(|number| format!("vm-{number}"))
        .chain((10..20).map(server_id))
        .collect();
    let mut words = vec!["instances", "describe"];
    words.extend(targets.iter().map(String::as_str));
    let answer = home.run(&words).json();
    let found = answer["Instances"].as_array().unwrap();
    assert_eq!(found.len(), 20);
    assert_eq!(found[3]["Name"], "vm-3");
    for one in found {
        let device = &one["BlockDeviceMappings"][0];
        assert_eq!(device["SizeGiB"], 5);
        assert_eq!(device["DeviceName"], "/dev/vdz");
    }
    let mut log = double.server.take_log();
    log.sort();
    assert_eq!(
        log,
        [
            "GET /compute/v2.1/servers/detail",
            "GET /image/v2/images",
            "GET /network/v2.0/ports",
            "GET /network/v2.0/security-groups",
            "GET /volume/v3/volumes/detail",
            "POST /identity/v3/auth/tokens",
        ]
    );
}

#[test]
fn one_that_is_missing_among_many_is_told_and_the_others_are_shown() {
    let double = Double::start(|request| match request.path() {
        "/compute/v2.1/servers/detail" => {
            let named = request.query("name");
            let all = if named.is_empty() {
                servers(8)
            } else {
                Vec::new()
            };
            Some(Reply::json(200, &json!({ "servers": all })))
        }
        _ => neutron(request).or_else(|| names(request)),
    });
    let words = "instances describe vm-1 vm-2 vm-3 vm-4 gone";
    let outcome = double.home().run(words.split(' '));
    assert_eq!(outcome.code, 1, "{outcome:?}");
    assert!(outcome.stderr.contains("no instance is named 'gone'"));
    let answer: Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(answer["Instances"].as_array().unwrap().len(), 4);
}

#[test]
fn people_see_it_grouped_and_a_name_cannot_move_their_cursor() {
    let double = Double::start(|request| {
        let path = request.path();
        if path.starts_with("/volume") && path.ends_with(DATA) {
            let evil = volume(DATA, "data\u{1b}[2J", 20, "false", "/dev/vdb");
            return Some(Reply::json(200, &json!({ "volume": evil })));
        }
        cloud(request)
    });
    let outcome =
        double
            .home()
            .terminal(80)
            .run(["instances", "describe", "web", "--color", "never"]);
    assert_eq!(outcome.code, 0, "{outcome:?}");
    for line in [
        "State        running (status ACTIVE, vm active, power running)",
        "  Type          m1.nano (1 vCPU, 64 MiB memory, 1 GiB disk)",
        "  Image         booted from volume boot",
        "  10.0.0.5     fixed     private  fa:16:3e:00:00:01",
        "  203.0.113.7  floating  private  fa:16:3e:00:00:01",
        "  port-1   fa:16:3e:00:00:01  private",
        "  web      sg-web",
        "  env  ci",
        "Labels       blue",
    ] {
        assert!(
            outcome.stdout.contains(line),
            "no '{line}' in:\n{}",
            outcome.stdout
        );
    }
    assert!(
        outcome.stdout.contains(r"data\x1b[2J"),
        "{}",
        outcome.stdout
    );
    assert!(outcome.stdout.contains(" ago (2026-11-23T10:17:57Z)"));
    assert!(!outcome.stdout.contains('\u{1b}'));
    assert!(
        outcome
            .stdout
            .lines()
            .all(|line| line.chars().count() <= 80)
    );
}
