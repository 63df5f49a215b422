//! The schema of instances: the same in a list and in full, and at every microversion of the
//! server's response. Pure.

use serde::Serialize;

use super::addresses::Addresses;
use crate::commands::wire::Time;
use crate::openstack::{FlavorFacts, Names, Server};
use crate::output::{Cell, Column, Tabular, Tone};
use crate::records;
use crate::state::{State, power_state_name};
use crate::verbs::asked_keys::Answered;

/// An instance, with AWS's keys for AWS's concepts. Adding a key is a minor change, renaming a key
/// is a breaking one.
#[expect(clippy::struct_field_names, reason = "they are the schema's keys")]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(in crate::commands) struct Instance {
    pub(in crate::commands) instance_id: String,
    pub(in crate::commands) name: String,
    pub(in crate::commands) state: StateView,
    pub(in crate::commands) image_id: Option<String>,
    #[serde(skip_serializing_if = "Answered::is_absent")]
    pub(in crate::commands) image_name: Answered<String>,
    #[serde(skip_serializing_if = "Answered::is_absent")]
    pub(in crate::commands) instance_type: Answered<String>,
    #[serde(skip_serializing_if = "Answered::is_absent")]
    pub(in crate::commands) vcpus: Answered<u32>,
    #[serde(rename = "MemoryMiB", skip_serializing_if = "Answered::is_absent")]
    pub(in crate::commands) memory_mib: Answered<u64>,
    /// The instance type's root disk; 0 where that is as large as the image or the volume.
    #[serde(rename = "DiskGiB", skip_serializing_if = "Answered::is_absent")]
    pub(in crate::commands) disk_gib: Answered<u64>,
    /// `volume` where it booted from one, so that it has no image; else `local`.
    pub(in crate::commands) root_device_type: Option<&'static str>,
    pub(in crate::commands) key_name: Option<String>,
    pub(in crate::commands) launch_time: Time,
    pub(in crate::commands) private_ip_address: Option<String>,
    pub(in crate::commands) public_ip_address: Option<String>,
    pub(in crate::commands) addresses: Vec<AddressView>,
    pub(in crate::commands) security_groups: Vec<GroupView>,
    pub(in crate::commands) block_device_mappings: Vec<DeviceView>,
    pub(in crate::commands) placement: Placement,
    /// Nova's metadata, without ostk's own.
    pub(in crate::commands) tags: Vec<Tag>,
    /// Nova's tags, without ostk's own; null where Nova is too old to tell them.
    pub(in crate::commands) labels: Option<Vec<String>>,
    /// The token by which `instances create` knows what it made.
    pub(in crate::commands) client_token: Option<String>,
    /// Null unless the instance has a fault.
    pub(in crate::commands) state_reason: Option<StateReason>,
    pub(in crate::commands) status: String,
    pub(in crate::commands) task_state: Option<String>,
    pub(in crate::commands) vm_state: Option<String>,
    pub(in crate::commands) power_state: Option<&'static str>,
    pub(in crate::commands) user_id: Option<String>,
    pub(in crate::commands) project_id: Option<String>,
    pub(in crate::commands) description: Option<String>,
    pub(in crate::commands) locked: Option<bool>,
    pub(in crate::commands) config_drive: bool,
    pub(in crate::commands) create_time: Time,
    pub(in crate::commands) update_time: Time,
    /// The flavor's ID, from Nova versions that return nothing else about the flavor.
    #[serde(skip)]
    pub(in crate::commands) flavor_id: Option<String>,
    #[serde(skip)]
    pub(in crate::commands) sorted_addresses: Addresses,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(in crate::commands) struct StateView {
    pub(in crate::commands) name: &'static str,
    pub(in crate::commands) code: Option<u16>,
    #[serde(skip)]
    pub(in crate::commands) state: State,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(in crate::commands) struct AddressView {
    pub(in crate::commands) network_name: String,
    #[serde(skip_serializing_if = "Answered::is_absent")]
    pub(in crate::commands) network_id: Answered<String>,
    /// Null for a floating address, which belongs to another network's subnet.
    #[serde(skip_serializing_if = "Answered::is_absent")]
    pub(in crate::commands) subnet_id: Answered<String>,
    #[serde(skip_serializing_if = "Answered::is_absent")]
    pub(in crate::commands) port_id: Answered<String>,
    pub(in crate::commands) ip_address: String,
    pub(in crate::commands) version: u8,
    pub(in crate::commands) r#type: Option<String>,
    pub(in crate::commands) mac_address: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(in crate::commands) struct GroupView {
    pub(in crate::commands) group_name: String,
    #[serde(skip_serializing_if = "Answered::is_absent")]
    pub(in crate::commands) group_id: Answered<String>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(in crate::commands) struct DeviceView {
    #[serde(skip_serializing_if = "Answered::is_absent")]
    pub(in crate::commands) device_name: Answered<String>,
    pub(in crate::commands) volume_id: String,
    #[serde(skip_serializing_if = "Answered::is_absent")]
    pub(in crate::commands) volume_name: Answered<String>,
    #[serde(skip_serializing_if = "Answered::is_absent")]
    pub(in crate::commands) volume_type: Answered<String>,
    #[serde(rename = "SizeGiB", skip_serializing_if = "Answered::is_absent")]
    pub(in crate::commands) size_gib: Answered<u64>,
    #[serde(skip_serializing_if = "Answered::is_absent")]
    pub(in crate::commands) bootable: Answered<bool>,
    pub(in crate::commands) delete_on_termination: Option<bool>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(in crate::commands) struct Placement {
    pub(in crate::commands) availability_zone: Option<String>,
    pub(in crate::commands) host_id: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(in crate::commands) struct Tag {
    pub(in crate::commands) key: String,
    pub(in crate::commands) value: String,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(in crate::commands) struct StateReason {
    /// Nova's number, as EC2 writes its own: `Server.500`.
    pub(in crate::commands) code: Option<String>,
    pub(in crate::commands) message: Option<String>,
    /// Hidden from all but administrators where the number is 500.
    pub(in crate::commands) details: Option<String>,
    pub(in crate::commands) time: Time,
}

impl Instance {
    /// Nova's server, with those names of its image and its flavor that are known.
    pub(in crate::commands) fn new(server: Server, names: &Names) -> Self {
        let state = State::of(&server.status, server.task_state.as_deref());
        let image_id = server.image_id().map(str::to_owned);
        let flavor_id = server.flavor_id().map(str::to_owned);
        let flavor = server.flavor_facts();
        let booted_from_volume = server.booted_from_volume();
        let time = |text: &Option<String>| text.as_deref().map(Time::parse).unwrap_or_default();
        let created = time(&server.created);
        let launched = time(&server.launched_at);
        let sorted_addresses = Addresses::of(&server);
        let text = |ip: std::net::IpAddr| ip.to_string();
        let private_ip_address = sorted_addresses.private_ip().map(text);
        let public_ip_address = sorted_addresses.public_ip(&server).map(text);
        let (tags, client_token) = tags(server.metadata);
        let mut instance = Self {
            state: StateView {
                name: state.name(),
                code: state.code(),
                state,
            },
            image_name: Answered::Absent,
            image_id,
            instance_type: Answered::Absent,
            vcpus: Answered::Absent,
            memory_mib: Answered::Absent,
            disk_gib: Answered::Absent,
            root_device_type: booted_from_volume
                .map(|volume| if volume { "volume" } else { "local" }),
            key_name: server.key_name,
            // Before the launch, the creation time stands in.
            launch_time: if launched.0.is_some() {
                launched
            } else {
                created
            },
            private_ip_address,
            public_ip_address,
            addresses: addresses(server.addresses),
            security_groups: groups(server.security_groups),
            block_device_mappings: devices(server.volumes_attached),
            placement: Placement {
                availability_zone: server.availability_zone.and_then(not_empty),
                host_id: server.host_id.and_then(not_empty),
            },
            tags,
            labels: server.tags.map(|mut labels| {
                labels.retain(|label| !records::is_own_label(label));
                labels
            }),
            client_token,
            state_reason: server.fault.map(|fault| StateReason {
                code: fault.code.map(|code| format!("Server.{code}")),
                message: fault.message.map(|message| message.trim().to_owned()),
                details: fault.details,
                time: time(&fault.created),
            }),
            status: server.status,
            task_state: server.task_state,
            vm_state: server.vm_state,
            power_state: server.power_state.map(power_state_name),
            user_id: server.user_id,
            project_id: server.tenant_id,
            description: server.description,
            locked: server.locked,
            config_drive: server.config_drive.eq_ignore_ascii_case("true"),
            create_time: created,
            update_time: time(&server.updated),
            instance_id: server.id,
            name: server.name,
            flavor_id,
            sorted_addresses,
        };
        // If a flavor is neither named nor embedded, Nova does not know it.
        if flavor.is_some() || instance.flavor_id.is_none() {
            instance.take_flavor(flavor);
        }
        instance.learn(names);
        instance
    }

    /// Takes what is known by now of its image and its flavor.
    pub(in crate::commands) fn learn(&mut self, names: &Names) {
        match &self.image_id {
            None => self.image_name = Answered::Told(None),
            Some(id) => {
                if let Some(seen) = names.image(id) {
                    self.image_name = Answered::Told(seen.found().cloned());
                }
            }
        }
        let flavor = self.flavor_id.as_deref().and_then(|id| names.flavor(id));
        if let Some(seen) = flavor {
            self.take_flavor(seen.found().cloned());
        }
    }

    fn take_flavor(&mut self, flavor: Option<FlavorFacts>) {
        self.vcpus = Answered::Told(flavor.as_ref().map(|flavor| flavor.vcpus));
        self.memory_mib = Answered::Told(flavor.as_ref().map(|flavor| flavor.memory_mib));
        self.disk_gib = Answered::Told(flavor.as_ref().and_then(|flavor| flavor.disk_gib));
        self.instance_type = Answered::Told(flavor.map(|flavor| flavor.name));
    }

    /// Its public addresses as texts, those that Nova was told to name among them.
    pub(in crate::commands) fn public_addresses(&self) -> impl Iterator<Item = String> {
        self.sorted_addresses.public.iter().map(ToString::to_string)
    }

    /// Its private addresses as texts.
    pub(in crate::commands) fn private_addresses(&self) -> impl Iterator<Item = String> {
        self.sorted_addresses
            .private
            .iter()
            .map(ToString::to_string)
    }
}

/// Returns Nova's metadata as sorted tags, and the client token in it. ostk's own keys are not
/// tags.
fn tags(metadata: Vec<(String, String)>) -> (Vec<Tag>, Option<String>) {
    let mut token = None;
    let mut tags = Vec::with_capacity(metadata.len());
    for (key, value) in metadata {
        if key == records::CLIENT_TOKEN_KEY {
            token = not_empty(value);
        } else if !records::is_own_key(&key) {
            tags.push(Tag { key, value });
        }
    }
    tags.sort_by(|left, right| left.key.cmp(&right.key));
    (tags, token)
}

fn not_empty(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

fn addresses(networks: Vec<(String, Vec<crate::openstack::Address>)>) -> Vec<AddressView> {
    networks
        .into_iter()
        .flat_map(|(network, addresses)| {
            addresses.into_iter().map(move |address| AddressView {
                network_name: network.clone(),
                network_id: Answered::Absent,
                subnet_id: Answered::Absent,
                port_id: Answered::Absent,
                ip_address: address.addr,
                version: address.version,
                r#type: address.kind,
                mac_address: address.mac,
            })
        })
        .collect()
}

/// Returns each group once. Nova names a group once for each port that has it.
fn groups(groups: Vec<crate::openstack::SecurityGroupName>) -> Vec<GroupView> {
    let mut views: Vec<GroupView> = Vec::new();
    for group in groups {
        if !views.iter().any(|view| view.group_name == group.name) {
            views.push(GroupView {
                group_name: group.name,
                group_id: Answered::Absent,
            });
        }
    }
    views
}

fn devices(volumes: Vec<crate::openstack::AttachedVolume>) -> Vec<DeviceView> {
    volumes
        .into_iter()
        .map(|volume| DeviceView {
            device_name: Answered::Absent,
            volume_id: volume.id,
            volume_name: Answered::Absent,
            volume_type: Answered::Absent,
            size_gib: Answered::Absent,
            bootable: Answered::Absent,
            delete_on_termination: volume.delete_on_termination,
        })
        .collect()
}

/// How a state looks on a terminal.
pub(in crate::commands) fn tone(state: State) -> Tone {
    match state {
        State::Running | State::Resized | State::Rescued => Tone::Good,
        State::Error => Tone::Bad,
        State::Unknown => Tone::Plain,
        state if state.is_transitional() => Tone::Busy,
        _ => Tone::Quiet,
    }
}

/// An instance as a row, with the time that its age needs.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(in crate::commands) struct Row {
    pub(in crate::commands) instance: Instance,
    #[serde(skip)]
    pub(in crate::commands) now: jiff::Timestamp,
}

impl Tabular for Row {
    fn columns() -> Vec<Column> {
        vec![
            Column::new("Name"),
            Column::new("Instance ID").priority(3),
            Column::new("State"),
            Column::new("Type").priority(4),
            Column::new("Private IP").priority(1),
            Column::new("Public IP").priority(2),
            Column::new("Image").priority(5),
            Column::new("Age").right().priority(6),
        ]
    }

    fn cells(&self) -> Vec<Cell> {
        let instance = &self.instance;
        vec![
            (&instance.name).into(),
            (&instance.instance_id).into(),
            Cell::toned(instance.state.name, tone(instance.state.state)),
            instance.instance_type.as_ref().into(),
            instance.private_ip_address.as_ref().into(),
            instance.public_ip_address.as_ref().into(),
            instance
                .image_name
                .as_ref()
                .or(instance.image_id.as_ref())
                .into(),
            instance.create_time.age(self.now).into(),
        ]
    }
}

#[cfg(test)]
mod tests;
