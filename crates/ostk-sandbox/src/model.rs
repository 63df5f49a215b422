//! The resources of the simulated cloud, in the sandbox's own form and not in any service's JSON.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::store::Record;

/// Implements [`Record`] by naming the fields that a record is looked up by.
macro_rules! record {
    ($type:ident, $kind:literal, $id:ident $(, project: $project:ident)? $(, name: $name:ident)? $(, parent: $parent:ident)? $(, gone: $gone:ident)?) => {
        impl Record for $type {
            const KIND: &'static str = $kind;
            fn id(&self) -> &str { &self.$id }
            $(fn project(&self) -> &str { &self.$project })?
            $(fn name(&self) -> &str { &self.$name })?
            $(fn parent(&self) -> &str { &self.$parent })?
            $(fn gone(&self) -> Option<i64> { self.$gone })?
        }
    };
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Project {
    pub(crate) id: String,
    pub(crate) name: String,
}
record!(Project, "project", id, name: name);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct User {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) password: String,
    /// Project ID to the names of roles there.
    pub(crate) roles: BTreeMap<String, Vec<String>>,
}
record!(User, "user", id, name: name);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Token {
    pub(crate) id: String,
    pub(crate) user: String,
    /// `None` for an unscoped token.
    pub(crate) project_id: Option<String>,
    pub(crate) roles: Vec<String>,
    pub(crate) methods: Vec<String>,
    pub(crate) audit: String,
    pub(crate) issued: i64,
    pub(crate) expires: i64,
    pub(crate) credential: Option<String>,
    /// When it was revoked.
    pub(crate) revoked: Option<i64>,
    /// Whether Keystone has accepted it once since then.
    pub(crate) passed: bool,
}
record!(Token, "token", id);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Credential {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) secret: String,
    pub(crate) user: String,
    pub(crate) project: String,
    pub(crate) roles: Vec<String>,
    pub(crate) description: Option<String>,
    pub(crate) unrestricted: bool,
    pub(crate) expires: Option<i64>,
}
record!(Credential, "credential", id, project: project, name: name, parent: user);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Flavor {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) vcpus: u64,
    pub(crate) ram: u64,
    pub(crate) disk: u64,
    pub(crate) ephemeral: u64,
    pub(crate) swap: u64,
    pub(crate) description: Option<String>,
    pub(crate) extra: BTreeMap<String, String>,
}
record!(Flavor, "flavor", id, name: name);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Image {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) owner: String,
    pub(crate) visibility: String,
    pub(crate) status: String,
    pub(crate) size: Option<u64>,
    pub(crate) min_ram: u64,
    pub(crate) min_disk: u64,
    pub(crate) protected: bool,
    pub(crate) hidden: bool,
    pub(crate) tags: Vec<String>,
    pub(crate) created: i64,
    pub(crate) updated: i64,
    pub(crate) properties: BTreeMap<String, String>,
}
record!(Image, "image", id, project: owner, name: name);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Fault {
    pub(crate) code: u16,
    pub(crate) message: String,
    pub(crate) details: String,
    pub(crate) at: i64,
}

/// A server's connection to a network, as Nova's cache holds it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Nic {
    pub(crate) port: String,
    pub(crate) network: String,
    pub(crate) network_name: String,
    pub(crate) mac: String,
    pub(crate) address: String,
    pub(crate) floating: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Attachment {
    pub(crate) id: String,
    pub(crate) mapping: String,
    pub(crate) volume: String,
    pub(crate) device: String,
    pub(crate) delete_on_termination: bool,
    pub(crate) tag: Option<String>,
    pub(crate) at: i64,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[expect(clippy::struct_field_names, reason = "a server group is called so")]
pub(crate) struct Server {
    pub(crate) id: String,
    pub(crate) number: i64,
    pub(crate) name: String,
    pub(crate) project: String,
    pub(crate) user: String,
    pub(crate) image: Option<String>,
    pub(crate) image_properties: BTreeMap<String, String>,
    pub(crate) flavor: Option<Flavor>,
    /// The flavor before a resize that is not yet confirmed.
    pub(crate) old_flavor: Option<Flavor>,
    pub(crate) key: Option<String>,
    pub(crate) metadata: BTreeMap<String, String>,
    pub(crate) tags: Vec<String>,
    pub(crate) status: String,
    pub(crate) task: Option<String>,
    pub(crate) vm: String,
    pub(crate) power: u8,
    pub(crate) created: i64,
    pub(crate) updated: i64,
    pub(crate) launched: Option<i64>,
    pub(crate) terminated: Option<i64>,
    /// Deleted, and shown by `changes-since` alone.
    pub(crate) gone: Option<i64>,
    /// Whether `changes-since` does not show the deletion.
    pub(crate) lost: bool,
    pub(crate) fault: Option<Fault>,
    /// Who holds the lock: `owner` or `admin`.
    pub(crate) locked_by: Option<String>,
    pub(crate) locked_reason: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) hostname: String,
    pub(crate) zone: String,
    pub(crate) pinned_zone: Option<String>,
    pub(crate) host: Option<String>,
    pub(crate) config_drive: bool,
    pub(crate) user_data: Option<String>,
    pub(crate) groups: Vec<String>,
    pub(crate) nics: Vec<Nic>,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) reservation: String,
    pub(crate) launch_index: u64,
    pub(crate) server_groups: Vec<String>,
    pub(crate) hints: serde_json::Map<String, serde_json::Value>,
    pub(crate) disk_config: String,
    pub(crate) access_v4: String,
    pub(crate) access_v6: String,
    /// Ports that Nova made for the server, and deletes with it.
    pub(crate) own_ports: Vec<String>,
    /// When the guest last booted: its log begins there.
    pub(crate) booted: Option<i64>,
}
record!(Server, "server", id, project: project, name: name, gone: gone);

#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(clippy::struct_field_names, reason = "Nova calls it so")]
pub(crate) struct Event {
    pub(crate) event: String,
    pub(crate) start: i64,
    pub(crate) finish: Option<i64>,
    pub(crate) result: Option<String>,
}

/// An entry of `os-instance-actions`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ActionRecord {
    /// Server and request, since one request may make several servers.
    pub(crate) id: String,
    pub(crate) request: String,
    pub(crate) server: String,
    pub(crate) action: String,
    pub(crate) user: String,
    pub(crate) project: String,
    pub(crate) start: i64,
    pub(crate) updated: i64,
    pub(crate) message: Option<String>,
    pub(crate) events: Vec<Event>,
}
record!(ActionRecord, "action", id, project: project, parent: server);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Keypair {
    /// User and name.
    pub(crate) id: String,
    pub(crate) number: i64,
    pub(crate) user: String,
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) public_key: String,
    pub(crate) fingerprint: String,
    pub(crate) created: i64,
}
record!(Keypair, "keypair", id, name: name, parent: user);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ServerGroup {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) project: String,
    pub(crate) user: String,
    pub(crate) policy: String,
    /// Only for anti-affinity.
    pub(crate) max_server_per_host: Option<u64>,
}
record!(ServerGroup, "server_group", id, project: project, name: name);

fn yes() -> bool {
    true
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Network {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) project: String,
    pub(crate) external: bool,
    pub(crate) shared: bool,
    pub(crate) description: String,
    pub(crate) created: i64,
    pub(crate) updated: i64,
    /// Whether its ports are in security groups.
    #[serde(default = "yes")]
    pub(crate) port_security: bool,
}
record!(Network, "network", id, project: project, name: name);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Subnet {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) project: String,
    pub(crate) network: String,
    /// The network's number and the prefix's length.
    pub(crate) base: u32,
    pub(crate) prefix: u8,
    pub(crate) created: i64,
    #[serde(default = "yes")]
    pub(crate) dhcp: bool,
    #[serde(default)]
    pub(crate) name_servers: Vec<String>,
}
record!(Subnet, "subnet", id, project: project, name: name, parent: network);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Port {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) project: String,
    pub(crate) network: String,
    /// Empty, as the address is, if the port has none.
    pub(crate) subnet: String,
    pub(crate) mac: String,
    pub(crate) address: String,
    pub(crate) status: String,
    /// The server; empty if there is none.
    pub(crate) device: String,
    pub(crate) device_owner: String,
    pub(crate) groups: Vec<String>,
    pub(crate) description: String,
    pub(crate) created: i64,
    pub(crate) updated: i64,
    pub(crate) revision: u64,
}
record!(Port, "port", id, project: project, name: name, parent: device);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Rule {
    pub(crate) id: String,
    pub(crate) number: i64,
    pub(crate) ethertype: String,
    pub(crate) direction: String,
    pub(crate) protocol: Option<String>,
    pub(crate) port_min: Option<u16>,
    pub(crate) port_max: Option<u16>,
    pub(crate) remote_prefix: Option<String>,
    pub(crate) remote_group: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) created: i64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct SecurityGroup {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) project: String,
    pub(crate) description: String,
    pub(crate) rules: Vec<Rule>,
    pub(crate) created: i64,
    pub(crate) updated: i64,
}
record!(SecurityGroup, "security_group", id, project: project, name: name);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct FloatingIp {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) network: String,
    pub(crate) address: String,
    pub(crate) port: Option<String>,
    pub(crate) fixed: Option<String>,
    pub(crate) description: String,
    pub(crate) created: i64,
    pub(crate) updated: i64,
    pub(crate) revision: u64,
}
record!(FloatingIp, "floating_ip", id, project: project, name: address);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Volume {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
    pub(crate) project: String,
    pub(crate) user: String,
    pub(crate) size: u64,
    pub(crate) status: String,
    pub(crate) description: Option<String>,
    pub(crate) kind: String,
    pub(crate) snapshot: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) image: Option<Image>,
    pub(crate) bootable: bool,
    pub(crate) metadata: BTreeMap<String, String>,
    pub(crate) server: Option<String>,
    pub(crate) zone: String,
    pub(crate) created: i64,
    pub(crate) updated: Option<i64>,
}
record!(Volume, "volume", id, project: project);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Snapshot {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
    pub(crate) project: String,
    pub(crate) volume: String,
    pub(crate) size: u64,
    pub(crate) status: String,
    pub(crate) description: Option<String>,
    pub(crate) metadata: BTreeMap<String, String>,
    pub(crate) created: i64,
    pub(crate) updated: Option<i64>,
}
record!(Snapshot, "snapshot", id, project: project, parent: volume);

/// A service's limits for a project. What is missing has no limit.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Quota {
    /// Service and project.
    pub(crate) id: String,
    pub(crate) limits: BTreeMap<String, i64>,
}
record!(Quota, "quota", id);

/// A step that is carried out at a time.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum ScheduledStep {
    /// A server enters its next phase.
    Phase(Phase),
    /// A volume or a snapshot gets this status.
    Volume {
        status: String,
    },
    Snapshot {
        status: String,
    },
    /// An image's upload is done.
    Image,
}

/// A phase of a server's lifecycle.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Phase {
    pub(crate) status: String,
    pub(crate) task: Option<String>,
    pub(crate) vm: String,
    pub(crate) power: u8,
    /// The request whose action this belongs to.
    pub(crate) request: String,
    pub(crate) end: Option<PhaseEffect>,
}

/// What else the last phase of an action changes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum PhaseEffect {
    Done,
    Built,
    Booted,
    Resized,
    Reverted,
    Confirmed,
    Offloaded,
    /// The action failed. With `fault` the server is in error.
    Failed {
        message: String,
        fault: bool,
    },
    /// No host has room for the server. Since it never was on a host, its volumes are not released.
    Unplaced {
        message: String,
    },
    /// Deleted, and for a moment still visible as such.
    Deleted,
    /// No longer visible.
    Gone,
}
