//! Resources that do not fit together.

use std::collections::HashMap;
use std::net::Ipv4Addr;

use reqwest::Method;
use serde_json::{Value, json};

use super::super::{Work, text};

/// Creates a network, with a subnet if a number is given.
pub(super) fn network(work: &mut Work<'_>, what: &str, subnet: Option<u8>, more: &Value) -> String {
    let mut network = json!({ "name": work.name(what) });
    for (key, value) in more.as_object().into_iter().flatten() {
        network[key] = value.clone();
    }
    let id = work.make("network", "/v2.0/networks", &json!({ "network": network }));
    if let Some(number) = subnet {
        let body = json!({ "subnet": { "network_id": id, "ip_version": 4,
            "cidr": format!("10.78.{number}.0/24"), "enable_dhcp": false } });
        work.make("network", "/v2.0/subnets", &body);
    }
    id
}

pub(super) fn port(work: &mut Work<'_>, network: &str, more: Value) -> String {
    let mut port = more;
    port["network_id"] = json!(network);
    port["name"] = json!(work.name("port"));
    work.make("network", "/v2.0/ports", &json!({ "port": port }))
}

/// Creates a network with one free address. Ports have the others.
pub(super) fn full_network(work: &mut Work<'_>) -> String {
    let id = network(work, "full", None, &json!({}));
    let body = json!({ "subnet": { "network_id": id, "ip_version": 4, "cidr": "10.78.3.0/29",
        "enable_dhcp": false } });
    let subnet = work.make("network", "/v2.0/subnets", &body);
    let path = format!("/v2.0/subnets/{subnet}");
    let shown = work.ask("network", &Method::GET, &path, None);
    let pool = &shown["subnet"]["allocation_pools"][0];
    let number = |key: &str| -> u32 { text(pool, key).parse::<Ipv4Addr>().unwrap().into() };
    for _ in number("start")..number("end") {
        port(work, &id, json!({}));
    }
    id
}

/// Creates an image, with a KiB of data unless it is to stay queued.
pub(super) fn image(work: &mut Work<'_>, what: &str, more: &Value, has_data: bool) -> String {
    let name = work.name(what);
    let mut body = json!({ "name": name, "disk_format": "raw", "container_format": "bare" });
    for (key, value) in more.as_object().into_iter().flatten() {
        body[key] = value.clone();
    }
    let made = work.ask("image", &Method::POST, "/v2/images", Some(&body));
    let id = text(&made, "id");
    work.others
        .push((false, "image", format!("/v2/images/{id}")));
    if has_data {
        work.real.upload(&work.token, &id, 1024);
    }
    name
}

pub(super) fn volume(work: &Work<'_>, what: &str, more: &Value) -> String {
    let mut volume = json!({ "name": work.name(what), "size": 1 });
    for (key, value) in more.as_object().into_iter().flatten() {
        volume[key] = value.clone();
    }
    let body = json!({ "volume": volume });
    let made = work.ask("block-storage", &Method::POST, "/volumes", Some(&body));
    text(&made["volume"], "id")
}

pub(super) fn settled(work: &Work<'_>, path: &str, key: &str, status: &str) {
    work.until(&format!("{path} is {status}"), |work| {
        work.ask("block-storage", &Method::GET, path, None)[key]["status"] == status
    });
}

pub(super) fn snapshot(work: &Work<'_>, what: &str, volume: &str) -> String {
    let body = json!({ "snapshot": { "name": work.name(what), "volume_id": volume } });
    let made = work.ask("block-storage", &Method::POST, "/snapshots", Some(&body));
    let id = text(&made["snapshot"], "id");
    settled(work, &format!("/snapshots/{id}"), "snapshot", "available");
    id
}

/// Creates all resources that the lines name. Returns their IDs or names by key.
pub(super) fn all(work: &mut Work<'_>) -> HashMap<&'static str, String> {
    let real = work.real;
    let image_id = real.id_of(&work.token, "image", "/v2/images", "images", "cirros-0.6.3");
    let disk = volume(work, "disk", &json!({ "imageRef": image_id }));
    let data = volume(work, "data", &json!({}));
    let broken = volume(
        work,
        "broken",
        &json!({ "metadata": { "fake_fail": "create" } }),
    );
    let large = volume(work, "large", &json!({ "size": 2, "imageRef": image_id }));
    let (plain, bare, open) = (
        network(work, "plain", Some(1), &json!({})),
        network(work, "bare", None, &json!({})),
        network(
            work,
            "open",
            Some(2),
            &json!({ "port_security_enabled": false }),
        ),
    );
    let full = full_network(work);
    let taken = json!({ "fixed_ips": [{ "ip_address": "10.78.1.50" }] });
    let free = port(work, &plain, taken);
    let used = port(work, &plain, json!({ "device_id": "somebody" }));
    let none = port(work, &plain, json!({ "fixed_ips": [] }));
    let needy = image(work, "needy", &json!({ "min_ram": 99_999 }), true);
    let on_needy = volume(
        work,
        "on-needy",
        &json!({ "imageRef": work.id_of_image(&needy) }),
    );
    let mut names = HashMap::from([
        ("plain", plain),
        ("bare", bare),
        ("open", open),
        ("full", full),
        ("free", free),
        ("used", used),
        ("none", none),
        ("queued", image(work, "queued", &json!({}), false)),
        ("big", image(work, "big", &json!({ "min_disk": 100 }), true)),
        ("needy", needy),
        ("unknown", uuid::Uuid::new_v4().to_string()),
    ]);
    let off = image(work, "off", &json!({}), true);
    let path = format!("/v2/images/{}/actions/deactivate", work.id_of_image(&off));
    work.ask_as_admin("image", &Method::POST, &path, None);
    names.insert("off", off);
    for id in [&disk, &data, &large, &on_needy] {
        settled(work, &format!("/volumes/{id}"), "volume", "available");
    }
    settled(work, &format!("/volumes/{broken}"), "volume", "error");
    names.insert("of-large", snapshot(work, "of-large", &large));
    names.insert("of-data", snapshot(work, "of-data", &data));
    let held = snapshot(work, "of-disk", &disk);
    let path = format!("/snapshots/{held}/action");
    let body = json!({ "os-reset_status": { "status": "error" } });
    work.ask_as_admin("block-storage", &Method::POST, &path, Some(&body));
    names.extend([
        ("of-disk", held),
        ("disk", disk),
        ("data", data),
        ("broken", broken),
        ("on-needy", on_needy),
    ]);
    names
}
