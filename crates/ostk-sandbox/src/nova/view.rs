//! The JSON of a server at a microversion.

use serde_json::{Map, Value, json};

use super::ComputeHandler;
use crate::clock::{naive, zulu};
use crate::http_types::link;
use crate::ids::fixed_id;
use crate::model::{Flavor, Server};

/// The statuses in which a server has a progress.
const IN_PROGRESS: [&str; 6] = [
    "ACTIVE",
    "BUILD",
    "REBUILD",
    "RESIZE",
    "VERIFY_RESIZE",
    "MIGRATING",
];

/// Returns the ID that stands for a host within a project.
pub(super) fn host_id(project: &str, host: &str) -> String {
    let id = fixed_id(&format!("{project} {host}"));
    format!("{id}{}", &id[..24])
}

pub(super) fn addresses(server: &Server) -> Value {
    let mut networks = Map::new();
    // A test can set the address of its guest.
    let elsewhere = server.metadata.get("sandbox_address");
    for nic in &server.nics {
        let list = networks
            .entry(nic.network_name.clone())
            .or_insert_with(|| json!([]));
        let Some(list) = list.as_array_mut() else {
            continue;
        };
        let mut add = |address: &str, kind: &str| {
            list.push(
                json!({ "version": 4, "addr": address, "OS-EXT-IPS:type": kind,
                              "OS-EXT-IPS-MAC:mac_addr": nic.mac }),
            );
        };
        add(elsewhere.unwrap_or(&nic.address), "fixed");
        if let Some(floating) = &nic.floating {
            add(floating, "floating");
        }
    }
    Value::Object(networks)
}

impl ComputeHandler<'_> {
    pub(super) fn links(&self, collection: &str, id: &str) -> Value {
        let root = &self.context.request.root;
        json!([
            link("self", format!("{root}/v2.1/{collection}/{id}")),
            link("bookmark", format!("{root}/{collection}/{id}")),
        ])
    }

    pub(super) fn short_view(&self, server: &Server) -> Value {
        json!({ "id": server.id, "name": server.name, "links": self.links("servers", &server.id) })
    }

    fn flavor_of(&self, flavor: &Flavor) -> Value {
        if self.minor < 47 {
            let href = format!("{}/flavors/{}", self.context.request.root, flavor.id);
            return json!({ "id": flavor.id, "links": [link("bookmark", href)] });
        }
        json!({ "vcpus": flavor.vcpus, "ram": flavor.ram, "disk": flavor.disk,
                "ephemeral": flavor.ephemeral, "swap": flavor.swap,
                "original_name": flavor.name, "extra_specs": flavor.extra })
    }

    fn image_of(&self, server: &Server) -> Value {
        let Some(image) = &server.image else {
            return json!("");
        };
        let href = format!("{}/images/{image}", self.context.request.root);
        let mut view = json!({ "id": image, "links": [link("bookmark", href)] });
        if self.minor >= 98 {
            view["properties"] = json!(server.image_properties);
        }
        view
    }

    /// Returns a server with all its fields. `alone` is false in a list.
    #[expect(clippy::too_many_lines, reason = "one line a key, in Nova's order")]
    pub(super) fn server_view(&self, server: &Server, alone: bool) -> Value {
        let minor = self.minor;
        let admin = self.caller.is_admin();
        let mut view = Map::new();
        let mut put = |key: &str, value: Value| {
            view.insert(key.to_owned(), value);
        };
        put("accessIPv4", json!(server.access_v4));
        put("accessIPv6", json!(server.access_v6));
        put("addresses", addresses(server));
        put("created", json!(zulu(server.created)));
        put(
            "flavor",
            server
                .flavor
                .as_ref()
                .map_or(Value::Null, |flavor| self.flavor_of(flavor)),
        );
        let host = server.host.as_deref();
        put(
            "hostId",
            json!(host.map_or_else(String::new, |host| host_id(&server.project, host))),
        );
        put("id", json!(server.id));
        put("image", self.image_of(server));
        put("links", self.links("servers", &server.id));
        put("metadata", json!(server.metadata));
        put("name", json!(server.name));
        put("status", json!(server.status));
        put("tenant_id", json!(server.project));
        put("user_id", json!(server.user));
        put("updated", json!(zulu(server.updated)));
        put("OS-DCF:diskConfig", json!(server.disk_config));
        if let Some(fault) = &server.fault
            && matches!(server.status.as_str(), "ERROR" | "DELETED")
        {
            let mut shown = json!({ "code": fault.code, "created": zulu(fault.at),
                                    "message": fault.message });
            if admin {
                shown["details"] = json!(fault.details);
            }
            put("fault", shown);
        }
        if IN_PROGRESS.contains(&server.status.as_str()) {
            put("progress", json!(0));
        }
        let zone = if host.is_some() { &*server.zone } else { "" };
        put("OS-EXT-AZ:availability_zone", json!(zone));
        put(
            "config_drive",
            json!(if server.config_drive { "True" } else { "" }),
        );
        put("key_name", json!(server.key));
        put("OS-SRV-USG:launched_at", json!(server.launched.map(naive)));
        put(
            "OS-SRV-USG:terminated_at",
            json!(server.terminated.map(naive)),
        );
        // Nova asks Neutron for the groups of the server's ports.
        if !server.nics.is_empty() && !server.groups.is_empty() {
            let groups: Vec<Value> = server
                .groups
                .iter()
                .map(|name| json!({ "name": name }))
                .collect();
            put("security_groups", json!(groups));
        }
        if admin {
            self.put_for_admins(server, &mut put);
        }
        put("OS-EXT-STS:task_state", json!(server.task));
        put("OS-EXT-STS:vm_state", json!(server.vm));
        put("OS-EXT-STS:power_state", json!(server.power));
        let volumes: Vec<Value> = server
            .attachments
            .iter()
            .map(|attachment| {
                let mut volume = json!({ "id": attachment.volume });
                if minor >= 3 {
                    volume["delete_on_termination"] = json!(attachment.delete_on_termination);
                }
                volume
            })
            .collect();
        put("os-extended-volumes:volumes_attached", json!(volumes));
        if minor >= 9 {
            put("locked", json!(server.locked_by.is_some()));
        }
        if minor >= 16 && admin {
            put("host_status", json!(if host.is_some() { "UP" } else { "" }));
        }
        if minor >= 19 {
            put("description", json!(server.description));
        }
        if minor >= 26 {
            put("tags", json!(server.tags));
        }
        if minor >= 63 {
            put("trusted_image_certificates", Value::Null);
        }
        if minor >= 71 && alone {
            put("server_groups", json!(server.server_groups));
        }
        if minor >= 73 {
            put("locked_reason", json!(server.locked_reason));
        }
        if minor >= 90 && !admin {
            put("OS-EXT-SRV-ATTR:hostname", json!(server.hostname));
        }
        if minor >= 96 {
            put("pinned_availability_zone", json!(server.pinned_zone));
        }
        if minor >= 100 {
            // Nova stores each hint as a list.
            let hints = server.hints.iter().map(|(key, value)| {
                let list = match value {
                    Value::Array(_) => value.clone(),
                    one => json!([one]),
                };
                (key.clone(), list)
            });
            put("scheduler_hints", Value::Object(hints.collect()));
        }
        Value::Object(view)
    }

    fn put_for_admins(&self, server: &Server, put: &mut impl FnMut(&str, Value)) {
        put("OS-EXT-SRV-ATTR:host", json!(server.host));
        put(
            "OS-EXT-SRV-ATTR:instance_name",
            json!(format!("instance-{:08x}", server.number)),
        );
        put("OS-EXT-SRV-ATTR:hypervisor_hostname", json!(server.host));
        if self.minor >= 3 {
            put("OS-EXT-SRV-ATTR:hostname", json!(server.hostname));
            put("OS-EXT-SRV-ATTR:kernel_id", json!(""));
            put("OS-EXT-SRV-ATTR:launch_index", json!(server.launch_index));
            put("OS-EXT-SRV-ATTR:ramdisk_id", json!(""));
            put("OS-EXT-SRV-ATTR:reservation_id", json!(server.reservation));
            let root = server.host.as_ref().map(|_| "/dev/sda");
            put("OS-EXT-SRV-ATTR:root_device_name", json!(root));
            put("OS-EXT-SRV-ATTR:user_data", json!(server.user_data));
        }
    }
}
