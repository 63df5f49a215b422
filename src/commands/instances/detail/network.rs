//! Neutron's data on instances: their ports with the networks' IDs, and the IDs of their security
//! groups. One list of each, for any number of instances.

use std::collections::{HashMap, HashSet};

use futures_util::future;
use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use serde::Deserialize;

use crate::commands::instances::view::{AddressView, GroupView, Instance};
use crate::commands::security_groups::SecurityGroup;
use crate::commands::wire::null_as_default;
use crate::noun::{Noun, PORT};
use crate::openstack::{ByName, Call, Error, Resource, Service, Session, list_all, list_call};
use crate::verbs::asked_keys::Answered;

/// The number of IDs per request: forty UUIDs make a query of less than 2 kB, which every proxy
/// accepts.
const IDS_A_REQUEST: usize = 40;
/// The number of parallel requests for ports.
const PARALLEL: usize = 4;

/// A port (<https://docs.openstack.org/api-ref/network/v2/#list-ports>).
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Port {
    id: String,
    #[serde(default, deserialize_with = "null_as_default")]
    name: String,
    #[serde(default, deserialize_with = "null_as_default")]
    device_id: String,
    #[serde(default)]
    network_id: Option<String>,
    #[serde(default, deserialize_with = "null_as_default")]
    mac_address: String,
    #[serde(default, deserialize_with = "null_as_default")]
    fixed_ips: Vec<FixedIp>,
    #[serde(default, deserialize_with = "null_as_default")]
    security_groups: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
struct FixedIp {
    #[serde(default)]
    ip_address: String,
    #[serde(default)]
    subnet_id: Option<String>,
}

impl Resource for Port {
    const NOUN: &'static Noun = &PORT;
    const SERVICE: Service = Service::Network;
    const PATH: &'static str = "ports";
    const COLLECTION: &'static str = "ports";
    /// Without a limit, Neutron returns everything at once.
    const PAGE_SIZE: Option<u32> = Some(1_000);
    const MEMBER: Option<&'static str> = Some("port");
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// A security group without its rules.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Group {
    id: String,
    #[serde(default, deserialize_with = "null_as_default")]
    name: String,
    #[serde(default)]
    project_id: Option<String>,
}

impl Resource for Group {
    const NOUN: &'static Noun = SecurityGroup::NOUN;
    const SERVICE: Service = Service::Network;
    const PATH: &'static str = "security-groups";
    const COLLECTION: &'static str = "security_groups";
    const PAGE_SIZE: Option<u32> = Some(1_000);
    const MEMBER: Option<&'static str> = Some("security_group");
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// The data fetched from Neutron so far.
#[derive(Debug, Default)]
pub(super) struct NetworkDetails {
    /// The ports by instance ID.
    ports: HashMap<String, Vec<Port>>,
    /// The IDs of instances with all their ports known.
    known: HashSet<String>,
    /// Whether all ports were listed.
    is_whole: bool,
    groups: Option<Vec<Group>>,
}

impl NetworkDetails {
    /// Fetches the ports of these instances and the security groups in parallel. `asks` says
    /// whether ports and whether groups are shown. Groups need the ports, too.
    pub(super) async fn ask(
        &mut self,
        session: &Session,
        instances: &[&mut Instance],
        asks: (bool, bool),
        more: bool,
    ) -> (Result<(), Error>, Result<(), Error>) {
        let grouped = asks.1
            && self.groups.is_none()
            && instances.iter().any(|one| !one.security_groups.is_empty());
        let (ports, groups) = future::join(
            async {
                if asks.0 || asks.1 {
                    self.ask_ports(session, instances, more).await
                } else {
                    Ok(())
                }
            },
            async {
                if grouped {
                    groups(session).await.map(Some)
                } else {
                    Ok(None)
                }
            },
        )
        .await;
        let groups = groups.map(|groups| {
            if groups.is_some() {
                self.groups = groups;
            }
        });
        (ports, groups)
    }

    /// Fetches the ports of a few instances by ID, or of many instances in one list of all ports.
    async fn ask_ports(
        &mut self,
        session: &Session,
        instances: &[&mut Instance],
        more: bool,
    ) -> Result<(), Error> {
        let unknown: Vec<&Instance> = instances
            .iter()
            .map(|one| &**one)
            .filter(|one| !self.known.contains(&one.instance_id))
            .collect();
        let mut ids: Vec<&str> = unknown.iter().map(|one| one.instance_id.as_str()).collect();
        if !self.is_whole && (more || ids.len() > IDS_A_REQUEST) {
            self.take(list_all::<Port>(session, every_port(&unknown)).await?);
            self.is_whole = true;
        }
        if self.is_whole {
            // The list lacks newer ports, and ports that another project created for these
            // instances.
            ids = unknown
                .iter()
                .filter(|one| {
                    let ports = self.ports_of(&one.instance_id);
                    let mut addresses = one.addresses.iter();
                    addresses.any(|address| port_of(ports, address).is_none())
                })
                .map(|one| one.instance_id.as_str())
                .collect();
        }
        let ports = ports_by_device(session, &ids).await?;
        for id in ids {
            self.ports.remove(id);
        }
        self.take(ports);
        let known = unknown.iter().map(|one| one.instance_id.clone());
        self.known.extend(known);
        Ok(())
    }

    fn take(&mut self, ports: Vec<Port>) {
        for port in ports {
            let device = self.ports.entry(port.device_id.clone()).or_default();
            device.push(port);
        }
    }

    fn ports_of(&self, instance: &str) -> &[Port] {
        self.ports.get(instance).map_or(&[], Vec::as_slice)
    }
}

/// Returns the call that lists all ports. Administrators see the ports of every project, so the
/// list is limited to the instances' project if they share one.
fn every_port(instances: &[&Instance]) -> Call {
    let call = list_call::<Port>().queries(fields(&PORT_FIELDS));
    let project = |one: &&Instance| one.project_id.clone();
    let projects: HashSet<Option<String>> = instances.iter().map(project).collect();
    let mut projects = projects.into_iter();
    match (projects.next().flatten(), projects.next()) {
        (Some(project), None) => call.query("project_id", project),
        _ => call,
    }
}

const PORT_FIELDS: [&str; 7] = [
    "id",
    "name",
    "device_id",
    "network_id",
    "mac_address",
    "fixed_ips",
    "security_groups",
];

fn fields(names: &[&str]) -> impl Iterator<Item = (String, String)> {
    names
        .iter()
        .map(|name| ("fields".to_owned(), (*name).to_owned()))
}

async fn ports_by_device(session: &Session, ids: &[&str]) -> Result<Vec<Port>, Error> {
    let pages: Vec<Vec<Port>> = stream::iter(ids.chunks(IDS_A_REQUEST))
        .map(|chunk| {
            let device = |id: &&str| ("device_id".to_owned(), (*id).to_owned());
            let devices = chunk.iter().map(device);
            let call = list_call::<Port>()
                .queries(devices)
                .queries(fields(&PORT_FIELDS));
            list_all::<Port>(session, call)
        })
        .buffered(PARALLEL)
        .try_collect()
        .await?;
    Ok(pages.into_iter().flatten().collect())
}

async fn groups(session: &Session) -> Result<Vec<Group>, Error> {
    let call = list_call::<Group>().queries(fields(&["id", "name", "project_id"]));
    list_all::<Group>(session, call).await
}

impl NetworkDetails {
    /// Adds the fetched ports and groups to an instance.
    pub(super) fn complete(&self, instance: &mut Instance, asks: (bool, bool)) {
        if !self.known.contains(&instance.instance_id) {
            return;
        }
        let ports = self.ports_of(&instance.instance_id);
        if asks.0 {
            for address in &mut instance.addresses {
                let port = port_of(ports, address);
                address.port_id = Answered::Told(port.map(|port| port.id.clone()));
                address.network_id = Answered::Told(port.and_then(|port| port.network_id.clone()));
                address.subnet_id = Answered::Told(port.and_then(|port| port.subnet(address)));
            }
        }
        if let (true, Some(groups)) = (asks.1, &self.groups) {
            let project = instance.project_id.as_deref();
            for view in &mut instance.security_groups {
                view.group_id = Answered::Told(group_id(groups, ports, view, project));
            }
        }
    }
}

impl Port {
    /// Returns the subnet of one of the port's fixed addresses.
    fn subnet(&self, address: &AddressView) -> Option<String> {
        let mut fixed = self.fixed_ips.iter();
        let fixed = fixed.find(|fixed| fixed.ip_address == address.ip_address)?;
        fixed.subnet_id.clone()
    }
}

/// Returns the ID of the group with this name that one of the ports has, since several groups may
/// share a name. If no port has one, it is the only group of this name in the instance's project.
fn group_id(
    groups: &[Group],
    ports: &[Port],
    view: &GroupView,
    project: Option<&str>,
) -> Option<String> {
    let named = || groups.iter().filter(|group| group.name == view.group_name);
    let on_port = named().find(|group| {
        ports
            .iter()
            .any(|port| port.security_groups.contains(&group.id))
    });
    if let Some(group) = on_port {
        return Some(group.id.clone());
    }
    let mut in_project = named().filter(|group| group.project_id.as_deref() == project);
    let only = in_project.next()?;
    in_project.next().is_none().then(|| only.id.clone())
}

/// Returns the port of an address, found by MAC address. A floating address has the MAC address of
/// its fixed address. Two networks may use the same MAC address, and some clouds report none. Then
/// the fixed address decides.
fn port_of<'a>(ports: &'a [Port], address: &AddressView) -> Option<&'a Port> {
    let is_same = |port: &&Port| {
        let mac = address.mac_address.as_deref();
        mac.is_none_or(|mac| port.mac_address.eq_ignore_ascii_case(mac))
    };
    let same: Vec<&Port> = ports.iter().filter(is_same).collect();
    match same.as_slice() {
        [port] if address.mac_address.is_some() => Some(port),
        several => several.iter().copied().find(|port| {
            port.fixed_ips
                .iter()
                .any(|fixed| fixed.ip_address == address.ip_address)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn port(id: &str, mac: &str, ip: &str) -> Port {
        serde_json::from_value(serde_json::json!({
            "id": id, "mac_address": mac, "fixed_ips": [{ "ip_address": ip }] }))
        .unwrap()
    }

    fn found(ports: &[Port], ip: &str, mac: Option<&str>) -> Option<String> {
        let address = AddressView {
            network_name: "private".to_owned(),
            network_id: Answered::Absent,
            subnet_id: Answered::Absent,
            port_id: Answered::Absent,
            ip_address: ip.to_owned(),
            version: 4,
            r#type: None,
            mac_address: mac.map(str::to_owned),
        };
        port_of(ports, &address).map(|port| port.id.clone())
    }

    #[test]
    fn an_address_belongs_to_the_port_with_its_mac_address() {
        let ports = [
            port("a", "fa:16:3e:00:00:0a", "10.0.0.1"),
            port("b", "fa:16:3e:00:00:0b", "10.0.0.2"),
        ];
        let one = |ip, mac| found(&ports, ip, mac);
        assert_eq!(
            one("203.0.113.1", Some("FA:16:3E:00:00:0A")).as_deref(),
            Some("a")
        );
        assert_eq!(one("10.0.0.9", Some("fa:16:3e:00:00:0c")), None);
        assert_eq!(one("10.0.0.2", None).as_deref(), Some("b"));
        assert_eq!(one("203.0.113.1", None), None);
    }

    #[test]
    fn two_networks_may_use_one_mac_address() {
        let ports = [
            port("a", "fa:16", "10.0.0.1"),
            port("b", "fa:16", "10.1.0.1"),
        ];
        assert_eq!(
            found(&ports, "10.1.0.1", Some("fa:16")).as_deref(),
            Some("b")
        );
        assert_eq!(found(&ports, "203.0.113.1", Some("fa:16")), None);
    }
}
