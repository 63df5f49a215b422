//! What the simulated cloud has. These are the sandbox's own records, not anyone's JSON.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::store::Record;

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
pub(super) struct Project {
    pub(super) id: String,
    pub(super) name: String,
}
record!(Project, "project", id, name: name);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct User {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) password: String,
    /// Project ID to the names of roles there.
    pub(super) roles: BTreeMap<String, Vec<String>>,
}
record!(User, "user", id, name: name);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Token {
    pub(super) id: String,
    pub(super) user: String,
    /// None, where the token is not scoped.
    pub(super) project_id: Option<String>,
    pub(super) roles: Vec<String>,
    pub(super) methods: Vec<String>,
    pub(super) audit: String,
    pub(super) issued: i64,
    pub(super) expires: i64,
    pub(super) credential: Option<String>,
    /// When it was revoked.
    pub(super) revoked: Option<i64>,
    /// Whether Keystone has let it pass since then.
    pub(super) passed: bool,
}
record!(Token, "token", id);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Credential {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) secret: String,
    pub(super) user: String,
    pub(super) project: String,
    pub(super) roles: Vec<String>,
    pub(super) description: Option<String>,
    pub(super) unrestricted: bool,
    pub(super) expires: Option<i64>,
}
record!(Credential, "credential", id, project: project, name: name, parent: user);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Flavor {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) vcpus: u64,
    pub(super) ram: u64,
    pub(super) disk: u64,
    pub(super) ephemeral: u64,
    pub(super) swap: u64,
    pub(super) description: Option<String>,
    pub(super) extra: BTreeMap<String, String>,
}
record!(Flavor, "flavor", id, name: name);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Image {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) owner: String,
    pub(super) visibility: String,
    pub(super) status: String,
    pub(super) size: Option<u64>,
    pub(super) min_ram: u64,
    pub(super) min_disk: u64,
    pub(super) protected: bool,
    pub(super) hidden: bool,
    pub(super) tags: Vec<String>,
    pub(super) created: i64,
    pub(super) updated: i64,
    pub(super) properties: BTreeMap<String, String>,
}
record!(Image, "image", id, project: owner, name: name);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Fault {
    pub(super) code: u16,
    pub(super) message: String,
    pub(super) details: String,
    pub(super) at: i64,
}

/// A server's place on a network, as Nova's cache of it has it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Nic {
    pub(super) port: String,
    pub(super) network: String,
    pub(super) network_name: String,
    pub(super) mac: String,
    pub(super) address: String,
    pub(super) floating: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Attachment {
    pub(super) id: String,
    pub(super) mapping: String,
    pub(super) volume: String,
    pub(super) device: String,
    pub(super) delete_on_termination: bool,
    pub(super) tag: Option<String>,
    pub(super) at: i64,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[expect(clippy::struct_field_names, reason = "a server group is called so")]
pub(super) struct Server {
    pub(super) id: String,
    pub(super) number: i64,
    pub(super) name: String,
    pub(super) project: String,
    pub(super) user: String,
    pub(super) image: Option<String>,
    pub(super) image_properties: BTreeMap<String, String>,
    pub(super) flavor: Option<Flavor>,
    /// The flavor before a resize that is not yet confirmed.
    pub(super) old_flavor: Option<Flavor>,
    pub(super) key: Option<String>,
    pub(super) metadata: BTreeMap<String, String>,
    pub(super) tags: Vec<String>,
    pub(super) status: String,
    pub(super) task: Option<String>,
    pub(super) vm: String,
    pub(super) power: u8,
    pub(super) created: i64,
    pub(super) updated: i64,
    pub(super) launched: Option<i64>,
    pub(super) terminated: Option<i64>,
    /// Deleted, and shown by `changes-since` alone.
    pub(super) gone: Option<i64>,
    /// Whether a deletion is one of those that `changes-since` misses.
    pub(super) lost: bool,
    pub(super) fault: Option<Fault>,
    /// Who holds the lock: `owner` or `admin`.
    pub(super) locked_by: Option<String>,
    pub(super) locked_reason: Option<String>,
    pub(super) description: Option<String>,
    pub(super) hostname: String,
    pub(super) zone: String,
    pub(super) pinned_zone: Option<String>,
    pub(super) host: Option<String>,
    pub(super) config_drive: bool,
    pub(super) user_data: Option<String>,
    pub(super) groups: Vec<String>,
    pub(super) nics: Vec<Nic>,
    pub(super) attachments: Vec<Attachment>,
    pub(super) reservation: String,
    pub(super) launch_index: u64,
    pub(super) server_groups: Vec<String>,
    pub(super) hints: serde_json::Map<String, serde_json::Value>,
    pub(super) disk_config: String,
    pub(super) access_v4: String,
    pub(super) access_v6: String,
    /// Ports that are the server's own, and go with it.
    pub(super) own_ports: Vec<String>,
    /// When the guest last booted: its log begins there.
    pub(super) booted: Option<i64>,
}
record!(Server, "server", id, project: project, name: name, gone: gone);

#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(clippy::struct_field_names, reason = "Nova calls it so")]
pub(super) struct Event {
    pub(super) event: String,
    pub(super) start: i64,
    pub(super) finish: Option<i64>,
    pub(super) result: Option<String>,
}

/// An entry of `os-instance-actions`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(clippy::struct_field_names, reason = "Nova calls it so")]
pub(super) struct ActionRecord {
    /// Server and request, for one request may make several servers.
    pub(super) id: String,
    pub(super) request: String,
    pub(super) server: String,
    pub(super) action: String,
    pub(super) user: String,
    pub(super) project: String,
    pub(super) start: i64,
    pub(super) updated: i64,
    pub(super) message: Option<String>,
    pub(super) events: Vec<Event>,
}
record!(ActionRecord, "action", id, project: project, parent: server);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Keypair {
    /// User and name.
    pub(super) id: String,
    pub(super) number: i64,
    pub(super) user: String,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) public_key: String,
    pub(super) fingerprint: String,
    pub(super) created: i64,
}
record!(Keypair, "keypair", id, name: name, parent: user);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct ServerGroup {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) project: String,
    pub(super) user: String,
    pub(super) policy: String,
}
record!(ServerGroup, "server_group", id, project: project, name: name);

fn yes() -> bool {
    true
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Network {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) project: String,
    pub(super) external: bool,
    pub(super) shared: bool,
    pub(super) description: String,
    pub(super) created: i64,
    pub(super) updated: i64,
    /// Whether its ports are in security groups.
    #[serde(default = "yes")]
    pub(super) port_security: bool,
}
record!(Network, "network", id, project: project, name: name);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Subnet {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) project: String,
    pub(super) network: String,
    /// The network's number and the prefix's length.
    pub(super) base: u32,
    pub(super) prefix: u8,
    pub(super) created: i64,
    #[serde(default = "yes")]
    pub(super) dhcp: bool,
    #[serde(default)]
    pub(super) name_servers: Vec<String>,
}
record!(Subnet, "subnet", id, project: project, name: name, parent: network);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Port {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) project: String,
    pub(super) network: String,
    /// Empty, as the address is, where it has none.
    pub(super) subnet: String,
    pub(super) mac: String,
    pub(super) address: String,
    pub(super) status: String,
    /// The server; empty where there is none.
    pub(super) device: String,
    pub(super) device_owner: String,
    pub(super) groups: Vec<String>,
    pub(super) description: String,
    pub(super) created: i64,
    pub(super) updated: i64,
    pub(super) revision: u64,
}
record!(Port, "port", id, project: project, name: name, parent: device);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Rule {
    pub(super) id: String,
    pub(super) number: i64,
    pub(super) ethertype: String,
    pub(super) direction: String,
    pub(super) protocol: Option<String>,
    pub(super) port_min: Option<u16>,
    pub(super) port_max: Option<u16>,
    pub(super) remote_prefix: Option<String>,
    pub(super) remote_group: Option<String>,
    pub(super) description: Option<String>,
    pub(super) created: i64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct SecurityGroup {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) project: String,
    pub(super) description: String,
    pub(super) rules: Vec<Rule>,
    pub(super) created: i64,
    pub(super) updated: i64,
}
record!(SecurityGroup, "security_group", id, project: project, name: name);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct FloatingIp {
    pub(super) id: String,
    pub(super) project: String,
    pub(super) network: String,
    pub(super) address: String,
    pub(super) port: Option<String>,
    pub(super) fixed: Option<String>,
    pub(super) description: String,
    pub(super) created: i64,
    pub(super) updated: i64,
    pub(super) revision: u64,
}
record!(FloatingIp, "floating_ip", id, project: project, name: address);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Volume {
    pub(super) id: String,
    pub(super) name: Option<String>,
    pub(super) project: String,
    pub(super) user: String,
    pub(super) size: u64,
    pub(super) status: String,
    pub(super) description: Option<String>,
    pub(super) kind: String,
    pub(super) snapshot: Option<String>,
    pub(super) source: Option<String>,
    pub(super) image: Option<Image>,
    pub(super) bootable: bool,
    pub(super) metadata: BTreeMap<String, String>,
    pub(super) server: Option<String>,
    pub(super) zone: String,
    pub(super) created: i64,
    pub(super) updated: Option<i64>,
}
record!(Volume, "volume", id, project: project);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Snapshot {
    pub(super) id: String,
    pub(super) name: Option<String>,
    pub(super) project: String,
    pub(super) volume: String,
    pub(super) size: u64,
    pub(super) status: String,
    pub(super) description: Option<String>,
    pub(super) metadata: BTreeMap<String, String>,
    pub(super) created: i64,
    pub(super) updated: Option<i64>,
}
record!(Snapshot, "snapshot", id, project: project, parent: volume);

/// A service's limits for a project; what is not here is not limited.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Quota {
    /// Service and project.
    pub(super) id: String,
    pub(super) limits: BTreeMap<String, i64>,
}
record!(Quota, "quota", id);

/// What happens at a time.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum ScheduledStep {
    /// A server comes into its next phase.
    Phase(Phase),
    /// A volume or a snapshot becomes this.
    Volume {
        status: String,
    },
    Snapshot {
        status: String,
    },
    /// An image's upload is done.
    Image,
}

/// A phase of a server's life.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Phase {
    pub(super) status: String,
    pub(super) task: Option<String>,
    pub(super) vm: String,
    pub(super) power: u8,
    /// The request whose action this belongs to.
    pub(super) request: String,
    pub(super) end: Option<PhaseEffect>,
}

/// What else comes about with the last phase of an action.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum PhaseEffect {
    Done,
    Built,
    Booted,
    Resized,
    Reverted,
    Confirmed,
    Offloaded,
    /// The action failed; the server is in error where `fault` is set.
    Failed {
        message: String,
        fault: bool,
    },
    /// No host takes the server. It never was on one, so that nobody gives its volumes back.
    Unplaced {
        message: String,
    },
    /// Deleted, and for a moment still to be seen as such.
    Deleted,
    /// No longer to be seen.
    Gone,
}
