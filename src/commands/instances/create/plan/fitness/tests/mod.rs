//! One table: what is asked for, what is known, and the words of what does not fit.

mod networks;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use std::sync::Arc;

use super::*;
use crate::commands::images::Image;
use crate::commands::instances::create::references::nouns::{Port, Subnet};
use crate::commands::instances::create::spec::VolumeSpec;
use crate::commands::networks::Network;
use crate::commands::security_groups::SecurityGroup;
use crate::commands::volumes::Volume;
use crate::openstack::FlavorFacts;

fn read<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

fn with(mut base: Value, more: &Value) -> Value {
    for (key, value) in more.as_object().into_iter().flatten() {
        base[key] = value.clone();
    }
    base
}

fn image(more: &Value) -> Image {
    let base = json!({ "id": "i", "name": "debian", "status": "active", "size": 1024 });
    read(with(base, more))
}

fn volume(more: &Value) -> Volume {
    let base = json!({ "id": "v", "name": "disk", "status": "available", "size": 1,
        "bootable": "true" });
    read(with(base, more))
}

fn network(more: &Value) -> Network {
    let base = json!({ "id": "n", "name": "private", "subnets": ["s"], "shared": false,
        "router:external": false, "port_security_enabled": true, "project_id": "p" });
    read(with(base, more))
}

fn port(more: &Value) -> Port {
    let base = json!({ "id": "t", "name": "eth", "device_id": "", "network_id": "n",
        "fixed_ips": [{ "ip_address": "10.0.0.9" }] });
    read(with(base, more))
}

fn subnet(cidr: &str, mode: Option<&str>) -> Subnet {
    read(json!({ "id": "s", "network_id": "n", "cidr": cidr, "ipv6_address_mode": mode }))
}

fn group(more: &Value) -> SecurityGroup {
    read(with(
        json!({ "id": "g", "name": "web", "project_id": "p" }),
        more,
    ))
}

fn flavor(memory_mib: u64, disk_gib: u64) -> FlavorFacts {
    FlavorFacts {
        name: "m1.nano".to_owned(),
        vcpus: 1,
        memory_mib,
        disk_gib: Some(disk_gib),
    }
}

/// What is wrong, in one line; each problem with its code's first letter.
fn told(spec: &Spec, facts: &Facts, is_admin: bool) -> String {
    told_with(spec, facts, &Survey::default(), is_admin)
}

fn told_with(spec: &Spec, facts: &Facts, survey: &Survey, is_admin: bool) -> String {
    let caller = Caller {
        project: Some("p"),
        is_admin,
    };
    let all = misfits(spec, facts, survey, caller).into_iter();
    let lines: Vec<String> = all
        .map(|misfit| format!("{} {}", &misfit.code[..1], misfit.message))
        .collect();
    lines.join("; ")
}

#[track_caller]
fn holds(found: &str, words: &str) {
    if words.is_empty() {
        assert_eq!(found, "");
    }
    assert!(found.contains(words), "'{found}' lacks '{words}'");
}

#[test]
#[expect(clippy::too_many_lines, reason = "most of it is a table")]
fn an_image_fits_its_flavor_or_its_volume() {
    let gib = 1_u64 << 30;
    let deep = r#"[{"boot_index": 0, "destination_type": "volume", "source_type": "snapshot"}]"#;
    // Image, the flavor's memory and disk, the root volume, administrator, words.
    let table = [
        (json!({}), 64, 1, None, false, ""),
        (
            json!({ "status": "queued", "size": null }),
            64,
            0,
            None,
            false,
            "I image 'debian' (i) is not active, but queued",
        ),
        (
            json!({ "status": "deactivated" }),
            64,
            1,
            Some(1),
            false,
            "is not active, but deactivated",
        ),
        (
            json!({ "min_ram": 65 }),
            64,
            1,
            None,
            false,
            "memory of 64 MiB is too small",
        ),
        (
            json!({ "min_ram": 65 }),
            64,
            0,
            Some(1),
            true,
            "memory of 64 MiB is too small",
        ),
        (
            json!({ "min_disk": 2 }),
            64,
            1,
            None,
            false,
            "disk of 1 GiB is smaller than the minimum size of 2 GiB",
        ),
        (
            json!({ "size": gib + 1 }),
            64,
            1,
            None,
            false,
            "disk of 1 GiB is too small",
        ),
        (json!({ "size": gib }), 64, 1, None, false, ""),
        (
            json!({}),
            64,
            0,
            None,
            false,
            "U flavor 'm1.nano': only volume-backed servers are allowed",
        ),
        (json!({}), 64, 0, None, true, ""),
        (json!({}), 64, 0, Some(1), false, ""),
        (
            json!({ "min_disk": 3 }),
            64,
            0,
            Some(2),
            false,
            "volume size 2GB cannot be smaller than the image minDisk size 3GB",
        ),
        (
            json!({ "size": gib + 1 }),
            64,
            0,
            Some(1),
            false,
            "size of specified image 2GB is larger than volume size 1GB",
        ),
        (
            json!({ "block_device_mapping": deep, "min_disk": 9, "size": 0 }),
            64,
            0,
            None,
            false,
            "",
        ),
        (
            json!({ "block_device_mapping": "no JSON" }),
            64,
            0,
            None,
            false,
            "only volume-backed",
        ),
    ];
    for (more, memory, disk, root, is_admin, words) in table {
        let spec = Spec {
            root_volume_size: root,
            ..Spec::default()
        };
        let facts = Facts {
            image: Some(Arc::new(image(&more))),
            flavor: Some(flavor(memory, disk)),
            ..Facts::default()
        };
        holds(&told(&spec, &facts, is_admin), words);
    }
}

#[test]
fn volumes_are_free_and_boot() {
    let needs = json!({ "volume_image_metadata": { "min_ram": "128", "min_disk": "4" } });
    // The root's volume, another one, words.
    let table = [
        (json!({}), json!({ "id": "w", "bootable": "false" }), ""),
        (
            json!({ "bootable": "false" }),
            json!({ "id": "w" }),
            "volume 'disk' (v) is not bootable",
        ),
        (
            json!({ "status": "in-use" }),
            json!({ "id": "w" }),
            "status must be available, but the current status is in-use",
        ),
        (
            json!({ "status": "in-use", "multiattach": true }),
            json!({ "id": "w" }),
            "",
        ),
        (
            json!({}),
            json!({ "id": "w", "status": "error" }),
            "currently has a status of: error",
        ),
        (json!({}), json!({}), "volume 'disk' (v) is named twice"),
        (needs, json!({ "id": "w" }), "memory of 64 MiB is too small"),
    ];
    for (root, other, words) in table {
        let facts = Facts {
            boot_volume: Some(Arc::new(volume(&root))),
            volumes: vec![Arc::new(volume(&other))],
            flavor: Some(flavor(64, 0)),
            ..Facts::default()
        };
        holds(&told(&Spec::default(), &facts, false), words);
    }
}

#[test]
fn a_snapshot_boots_and_fits_its_volume() {
    let needs = json!({ "volume_image_metadata": { "min_ram": "128", "min_disk": "4" } });
    // A snapshot of 2 GiB: its status, the root's size, the volume it is of, words.
    let table = [
        ("available", None, json!({}), ""),
        ("available", Some(2), json!({}), ""),
        (
            "available",
            Some(1),
            json!({}),
            "volume size 1GB cannot be smaller than the snapshot size 2GB",
        ),
        (
            "error",
            None,
            json!({}),
            "is error, and the originating snapshot status must be 'available'",
        ),
        (
            "available",
            None,
            json!({ "bootable": "false" }),
            "is not bootable",
        ),
        (
            "available",
            None,
            needs,
            "smaller than the minimum size 4GB",
        ),
    ];
    for (status, size, origin, words) in table {
        let spec = Spec {
            root_volume_size: size,
            ..Spec::default()
        };
        let snapshot = json!({ "id": "x", "name": "daily", "size": 2, "status": status,
            "volume_id": "v" });
        let facts = Facts {
            boot_snapshot: Some(Arc::new(read(snapshot))),
            ..Facts::default()
        };
        let survey = Survey {
            origin: Some(volume(&origin)),
            ..Survey::default()
        };
        holds(&told_with(&spec, &facts, &survey, false), words);
    }
}

#[test]
fn no_volume_has_the_name_of_the_root_device() {
    let spec = Spec {
        volumes: vec![VolumeSpec {
            size: Some(1),
            device_name: Some("/dev/vda".to_owned()),
            ..VolumeSpec::default()
        }],
        ..Spec::default()
    };
    for (more, words) in [
        (json!({}), "the same device name as the root device"),
        (json!({ "root_device_name": "/dev/sda" }), ""),
    ] {
        let facts = Facts {
            image: Some(Arc::new(image(&more))),
            ..Facts::default()
        };
        holds(&told(&spec, &facts, false), words);
    }
}

#[test]
fn groups_and_hosts_are_the_projects() {
    for (more, words) in [
        (json!({}), ""),
        (
            json!({ "project_id": "q" }),
            "unable to find security_group 'web'",
        ),
        (json!({ "project_id": "q", "shared": true }), ""),
        (json!({ "project_id": null }), ""),
    ] {
        let facts = Facts {
            groups: vec![Arc::new(group(&more))],
            ..Facts::default()
        };
        holds(&told(&Spec::default(), &facts, true), words);
    }
    let spec = Spec {
        availability_zone: Some("nova:compute-1".to_owned()),
        ..Spec::default()
    };
    holds(
        &told(&spec, &Facts::default(), false),
        "U --availability-zone",
    );
    holds(&told(&spec, &Facts::default(), true), "");
}

#[test]
fn several_specifications_do_not_share_what_one_instance_has() {
    let facts = |volumes: &[Value], address: Option<&str>| Facts {
        volumes: volumes.iter().map(volume).map(Arc::new).collect(),
        networks: address
            .map(|text| {
                NetworkFact::Network(Arc::new(network(&json!({}))), Some(text.parse().unwrap()))
            })
            .into_iter()
            .collect(),
        ..Facts::default()
    };
    let shown = |all: &[Facts]| -> Vec<String> {
        let all: Vec<&Facts> = all.iter().collect();
        let late = shared(&all).into_iter();
        late.map(|(number, misfit)| format!("{number} {}", misfit.message))
            .collect()
    };
    let one = json!({});
    let open = json!({ "multiattach": true });
    let apart = [
        facts(std::slice::from_ref(&one), Some("10.0.0.5")),
        facts(&[json!({ "id": "w" })], Some("10.0.0.6")),
    ];
    assert!(shown(&apart).is_empty());
    let both = [
        facts(std::slice::from_ref(&open), None),
        facts(&[open], None),
    ];
    assert!(shown(&both).is_empty());
    // Twice in one is that one's own misfit.
    assert!(shown(&[facts(&[one.clone(), one.clone()], None)]).is_empty());
    let same = || facts(std::slice::from_ref(&one), Some("10.0.0.5"));
    let late = shown(&[same(), same()]);
    assert_eq!(late.len(), 2, "{late:?}");
    assert!(
        late[0].starts_with("1 address 10.0.0.5 of network 'private'"),
        "{late:?}"
    );
    assert!(late[1].starts_with("1 volume 'disk' (v)"), "{late:?}");
}
