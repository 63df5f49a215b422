//! What Neutron knows of instances: their ports with the networks' IDs, and the IDs of their
//! security groups. One list of each, however many instances there are.

use std::collections::HashMap;

use futures_util::future;
use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use serde::Deserialize;

use crate::commands::instances::view::{AddressView, GroupView, Instance};
use crate::commands::wire::null_as_default;
use crate::openstack::{ByName, Error, Pager, Resource, Service, Session, list_call};

/// IDs to a request: forty UUIDs make a query of less than 2 kB, which every proxy lets pass.
const IDS_A_REQUEST: usize = 40;
/// How many of these requests are under way at once.
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
}

impl Resource for Port {
    const NOUN: &'static str = "port";
    const SERVICE: Service = Service::Network;
    const PATH: &'static str = "ports";
    const COLLECTION: &'static str = "ports";
    const MEMBER: Option<&'static str> = Some("port");
    const OPERATIONS: (&'static str, &'static str) =
        ("DescribeNetworkInterfaces", "DescribeNetworkInterfaces");
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
    const NOUN: &'static str = "security group";
    const SERVICE: Service = Service::Network;
    const PATH: &'static str = "security-groups";
    const COLLECTION: &'static str = "security_groups";
    const MEMBER: Option<&'static str> = Some("security_group");
    const OPERATIONS: (&'static str, &'static str) =
        ("DescribeSecurityGroups", "DescribeSecurityGroups");
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// What Neutron has told.
#[derive(Debug, Default)]
pub(super) struct Network {
    /// By the instance that they belong to.
    ports: HashMap<String, Vec<Port>>,
    groups: Vec<Group>,
}

/// Asks for the ports of these instances and for the security groups, side by side. What can't
/// be had is left out, and why is told.
pub(super) async fn ask(session: &Session, instances: &[Instance]) -> (Network, Vec<String>) {
    let ids: Vec<&str> = instances
        .iter()
        .map(|instance| instance.instance_id.as_str())
        .collect();
    let grouped = instances
        .iter()
        .any(|instance| !instance.security_groups.is_empty());
    let (ports, groups) = future::join(ports(session, &ids), async {
        if grouped {
            groups(session).await
        } else {
            Ok(Vec::new())
        }
    })
    .await;
    let mut network = Network::default();
    let mut warnings = Vec::new();
    let no_service = matches!(&ports, Err(Error::Catalog(_)));
    match ports {
        Ok(ports) => {
            for port in ports {
                let device = network.ports.entry(port.device_id.clone()).or_default();
                device.push(port);
            }
        }
        Err(error) => warnings.push(format!(
            "the IDs of networks, ports and security groups are missing: {error}"
        )),
    }
    match groups {
        Ok(groups) => network.groups = groups,
        Err(_) if no_service => {}
        Err(error) => warnings.push(format!("the IDs of security groups are missing: {error}")),
    }
    (network, warnings)
}

async fn ports(session: &Session, ids: &[&str]) -> Result<Vec<Port>, Error> {
    let pages: Vec<Vec<Port>> = stream::iter(ids.chunks(IDS_A_REQUEST))
        .map(|chunk| {
            let devices = chunk
                .iter()
                .map(|id| ("device_id".to_owned(), (*id).to_owned()));
            let fields = [
                "id",
                "name",
                "device_id",
                "network_id",
                "mac_address",
                "fixed_ips",
                "security_groups",
            ]
            .map(|field| ("fields".to_owned(), field.to_owned()));
            let call = list_call::<Port>().queries(devices).queries(fields);
            all::<Port>(session, call)
        })
        .buffered(PARALLEL)
        .try_collect()
        .await?;
    Ok(pages.into_iter().flatten().collect())
}

async fn groups(session: &Session) -> Result<Vec<Group>, Error> {
    let fields = ["id", "name", "project_id"].map(|field| ("fields".to_owned(), field.to_owned()));
    all::<Group>(session, list_call::<Group>().queries(fields)).await
}

async fn all<T: Resource>(
    session: &Session,
    call: crate::openstack::Call,
) -> Result<Vec<T>, Error> {
    let mut pager = Pager::<T>::new(session, call, None);
    let mut items = Vec::new();
    while let Some(page) = pager.next().await? {
        items.extend(page.items);
    }
    Ok(items)
}

impl Network {
    /// Adds to an instance what it lacks.
    pub(super) fn complete(&self, instance: &mut Instance) {
        let ports = self
            .ports
            .get(&instance.instance_id)
            .map_or(&[][..], Vec::as_slice);
        for address in &mut instance.addresses {
            if let Some(port) = port_of(ports, address) {
                address.port_id = Some(port.id.clone());
                address.network_id.clone_from(&port.network_id);
            }
        }
        for group in &mut instance.security_groups {
            group.group_id = self.group_id(ports, group, instance.project_id.as_deref());
        }
    }

    /// The group of this name that one of the ports has: names may be taken twice. Where no port
    /// tells, the only one of that name in the instance's project.
    fn group_id(&self, ports: &[Port], view: &GroupView, project: Option<&str>) -> Option<String> {
        let named = || {
            self.groups
                .iter()
                .filter(|group| group.name == view.group_name)
        };
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
}

/// The port that an address belongs to: by its MAC address, which a floating address has from
/// the fixed one that it leads to. Two networks may use one MAC address: then the fixed address
/// tells.
fn port_of<'a>(ports: &'a [Port], address: &AddressView) -> Option<&'a Port> {
    let mac = address.mac_address.as_deref()?;
    let same: Vec<&Port> = ports
        .iter()
        .filter(|port| port.mac_address.eq_ignore_ascii_case(mac))
        .collect();
    match same.as_slice() {
        [port] => Some(port),
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
            network_id: None,
            port_id: None,
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
        assert_eq!(one("10.0.0.1", None), None);
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
