//! Filters choose the resources whose data, as the services return them, match.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::real::Real;

/// A filter, and whether a service's own resource matches it.
type Case = (&'static str, fn(&Value) -> bool);

const NETWORKS: [Case; 4] = [
    ("Name=external,Values=true", |one| {
        one["router:external"] == true
    }),
    ("Name=shared,Values=false", |one| one["shared"] == false),
    ("Name=name,Values=*p*", |one| has(&one["name"], "p")),
    ("Name=state,Values=ACTIVE", |one| one["status"] == "ACTIVE"),
];
const GROUPS: [Case; 3] = [
    ("Name=group-name,Values=default", |one| {
        one["name"] == "default"
    }),
    ("Name=ip-permission.protocol,Values=icmp,tcp", |one| {
        let rules = one["security_group_rules"].as_array().unwrap();
        rules.iter().any(|rule| {
            rule["direction"] == "ingress"
                && (rule["protocol"] == "icmp" || rule["protocol"] == "tcp")
        })
    }),
    ("Name=description,Values=*group*", |one| {
        has(&one["description"], "group")
    }),
];
const IMAGES: [Case; 4] = [
    ("Name=state,Values=available", |one| {
        one["status"] == "active"
    }),
    ("Name=is-public,Values=true", |one| {
        one["visibility"] == "public"
    }),
    ("Name=name,Values=cirros-0.6.3", |one| {
        one["name"] == "cirros-0.6.3"
    }),
    ("Name=tag-key,Values=*", has_properties),
];
const FLAVORS: [Case; 3] = [
    ("Name=instance-type,Values=m1.*", |one| {
        one["name"].as_str().unwrap().starts_with("m1.")
    }),
    ("Name=vcpu-info.default-vcpus,Values=1", |one| {
        one["vcpus"] == 1
    }),
    ("Name=memory-info.size-in-mib,Values=64,128", |one| {
        one["ram"] == 64 || one["ram"] == 128
    }),
];
const VOLUMES: [Case; 3] = [
    ("Name=status,Values=available", |one| {
        one["status"] == "available"
    }),
    ("Name=size,Values=1", |one| one["size"] == 1),
    ("Name=encrypted,Values=false", |one| {
        one["encrypted"] == false
    }),
];

fn has(text: &Value, part: &str) -> bool {
    text.as_str().is_some_and(|text| text.contains(part))
}

/// Returns whether an image has custom properties.
fn has_properties(image: &Value) -> bool {
    let own = [
        "checksum",
        "container_format",
        "created_at",
        "direct_url",
        "disk_format",
        "file",
        "id",
        "locations",
        "min_disk",
        "min_ram",
        "name",
        "os_distro",
        "os_hash_algo",
        "os_hash_value",
        "os_hidden",
        "owner",
        "protected",
        "schema",
        "self",
        "size",
        "status",
        "stores",
        "tags",
        "updated_at",
        "virtual_size",
        "visibility",
    ];
    let mut entries = image.as_object().unwrap().iter();
    entries.any(|(key, value)| value.is_string() && !own.contains(&key.as_str()))
}

fn ids<'a>(items: impl Iterator<Item = &'a Value>, key: &str) -> BTreeSet<String> {
    items
        .map(|one| one[key].as_str().unwrap().to_owned())
        .collect()
}

fn filters_choose_what_the_services_data_say(real: &Real) {
    let token = real.token(&real.cloud(), None);
    let home = real.home();
    let cloud = real.cloud();
    for (noun, key, id, kind, path, collection, cases) in [
        (
            "networks",
            "Networks",
            "NetworkId",
            "network",
            "/v2.0/networks",
            "networks",
            &NETWORKS[..],
        ),
        (
            "security-groups",
            "SecurityGroups",
            "GroupId",
            "network",
            "/v2.0/security-groups",
            "security_groups",
            &GROUPS,
        ),
        (
            "images",
            "Images",
            "ImageId",
            "image",
            "/v2/images",
            "images",
            &IMAGES,
        ),
        (
            "flavors",
            "InstanceTypes",
            "FlavorId",
            "compute",
            "/flavors/detail",
            "flavors",
            &FLAVORS,
        ),
        (
            "volumes",
            "Volumes",
            "VolumeId",
            "block-storage",
            "/volumes/detail",
            "volumes",
            &VOLUMES,
        ),
    ] {
        for (filter, matches) in cases {
            let words = ["--cloud", &cloud, noun, "list", "--filters", filter];
            let both = || {
                let answer = home.run(words).json();
                let shown = ids(answer[key].as_array().unwrap().iter(), id);
                let all = real.all(&token, kind, path, collection);
                (shown, ids(all.iter().filter(|one| matches(one)), "id"))
            };
            // Other tests may create or delete something between the two responses.
            let (shown, expected) = (0..4)
                .map(|_| both())
                .find(|(shown, expected)| shown == expected)
                .unwrap_or_else(both);
            assert_eq!(shown, expected, "{noun} {filter}");
        }
    }
}

on_both_clouds!(still_sandbox: filters_choose_what_the_services_data_say);
