//! The human view of an instance in full: grouped, with ages. Pure.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::commands::instances::view::Instance;
use crate::commands::wire::Time;

/// Returns the groups of an instance in reading order. Empty values are left out.
pub(in crate::commands::instances) fn grouped(instance: &Instance, now: Timestamp) -> Value {
    let mut out = Map::new();
    let mut put = |key: &str, value: Value| {
        if !is_nothing(&value) {
            out.insert(key.to_owned(), value);
        }
    };
    put("Name", json!(instance.name));
    put("Instance ID", json!(instance.instance_id));
    put("State", state(instance));
    put("Fault", fault(instance, now));
    put("Machine", machine(instance));
    put("Times", times(instance, now));
    put("Addresses", addresses(instance));
    put("Ports", ports(instance));
    put("Security groups", groups(instance));
    put("Volumes", volumes(instance));
    put(
        "Tags",
        instance
            .tags
            .iter()
            .map(|tag| json!({ "Key": tag.key, "Value": tag.value }))
            .collect(),
    );
    put("Labels", json!(instance.labels));
    put("Client token", json!(instance.client_token));
    put(
        "Owner",
        object(&[
            ("User ID", json!(instance.user_id)),
            ("Project ID", json!(instance.project_id)),
        ]),
    );
    Value::Object(out)
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(object) => object.is_empty(),
        Value::String(text) => text.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

fn object(entries: &[(&str, Value)]) -> Value {
    let entries = entries
        .iter()
        .filter(|(_, value)| !is_nothing(value))
        .map(|(key, value)| ((*key).to_owned(), value.clone()));
    Value::Object(entries.collect())
}

fn yes_no(value: Option<bool>) -> Value {
    json!(value.map(|value| if value { "yes" } else { "no" }))
}

fn state(instance: &Instance) -> Value {
    let mut native = vec![format!("status {}", instance.status)];
    if let Some(task) = &instance.task_state {
        native.push(format!("task {task}"));
    }
    if let Some(vm) = &instance.vm_state {
        native.push(format!("vm {vm}"));
    }
    if let Some(power) = instance.power_state {
        native.push(format!("power {power}"));
    }
    json!(format!("{} ({})", instance.state.name, native.join(", ")))
}

fn fault(instance: &Instance, now: Timestamp) -> Value {
    let Some(reason) = &instance.state_reason else {
        return Value::Null;
    };
    object(&[
        ("Message", json!(reason.message)),
        ("Code", json!(reason.code)),
        ("When", json!(when(reason.time, now))),
        ("Details", json!(reason.details)),
    ])
}

fn machine(instance: &Instance) -> Value {
    let image = match (instance.image_name.as_deref(), &instance.image_id) {
        (Some(name), _) => Some(name.to_owned()),
        (None, Some(id)) => Some(id.clone()),
        (None, None) => (instance.root_device_type == Some("volume"))
            .then(|| format!("booted from volume{}", boot_volume(instance))),
    };
    object(&[
        ("Type", json!(size(instance))),
        ("Image", json!(image)),
        ("Key pair", json!(instance.key_name)),
        ("Zone", json!(instance.placement.availability_zone)),
        ("Host ID", json!(instance.placement.host_id)),
        ("Locked", yes_no(instance.locked)),
        ("Config drive", yes_no(Some(instance.config_drive))),
        ("Description", json!(instance.description)),
    ])
}

/// Returns the name or ID of the boot volume with a leading space, if only one volume is bootable.
fn boot_volume(instance: &Instance) -> String {
    let mut bootable = instance
        .block_device_mappings
        .iter()
        .filter(|device| device.bootable.as_ref() == Some(&true));
    match (bootable.next(), bootable.next()) {
        (Some(device), None) => match device.volume_name.as_deref() {
            Some(name) if !name.is_empty() => format!(" {name}"),
            _ => format!(" {}", device.volume_id),
        },
        _ => String::new(),
    }
}

fn size(instance: &Instance) -> Option<String> {
    let mut text = instance.instance_type.as_deref()?.to_owned();
    let parts: Vec<String> = [
        instance.vcpus.as_ref().map(|count| format!("{count} vCPU")),
        instance
            .memory_mib
            .as_ref()
            .map(|size| format!("{size} MiB memory")),
        instance
            .disk_gib
            .as_ref()
            .map(|size| format!("{size} GiB disk")),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !parts.is_empty() {
        text = format!("{text} ({})", parts.join(", "));
    }
    Some(text)
}

/// Returns a time such as "3d ago (2026-11-21T10:17:57Z)".
fn when(time: Time, now: Timestamp) -> Option<String> {
    Some(format!("{} ago ({})", time.age(now)?, time.text()?))
}

fn times(instance: &Instance, now: Timestamp) -> Value {
    // The launch time of a server that was never launched is its creation time.
    let launched =
        (instance.launch_time != instance.create_time).then(|| when(instance.launch_time, now));
    object(&[
        ("Created", json!(when(instance.create_time, now))),
        ("Launched", json!(launched.flatten())),
        ("Updated", json!(when(instance.update_time, now))),
    ])
}

fn addresses(instance: &Instance) -> Value {
    instance
        .addresses
        .iter()
        .map(|address| {
            json!({ "Address": address.ip_address, "Type": address.r#type,
                    "Network": address.network_name, "MAC address": address.mac_address })
        })
        .collect()
}

/// Returns the ports as a group of their own: next to the addresses, the IDs would not fit a usual
/// terminal.
fn ports(instance: &Instance) -> Value {
    let mut ports: Vec<Value> = Vec::new();
    for address in &instance.addresses {
        let Some(id) = address.port_id.as_deref() else {
            continue;
        };
        let port = json!({ "Port ID": id, "MAC address": address.mac_address,
                           "Network": address.network_name });
        if !ports.contains(&port) {
            ports.push(port);
        }
    }
    Value::Array(ports)
}

fn groups(instance: &Instance) -> Value {
    instance
        .security_groups
        .iter()
        .map(|group| json!({ "Name": group.group_name, "Group ID": group.group_id }))
        .collect()
}

fn volumes(instance: &Instance) -> Value {
    instance
        .block_device_mappings
        .iter()
        .map(|device| {
            let end = device
                .delete_on_termination
                .map(|delete| if delete { "deleted" } else { "kept" });
            json!({ "Name": device.volume_name, "Device": device.device_name,
                    "GiB": device.size_gib, "Boots": yes_no(device.bootable.as_ref().copied()),
                    "At the end": end, "VolumeDetails ID": device.volume_id })
        })
        .collect()
}
