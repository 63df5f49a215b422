//! `/subnets`, for IPv4 only.

use std::net::Ipv4Addr;

use serde_json::{Value, json};

use super::{NetworkHandler, denied, flag, invalid, kept, missing, plain, required, shown, text};
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::ids::uuid;
use crate::model::{Network, Port, Subnet};
use crate::ports::{self, time};
use crate::store::Scan;

const SUBNET_KEYS: [&str; 20] = [
    "name",
    "description",
    "network_id",
    "cidr",
    "ip_version",
    "gateway_ip",
    "enable_dhcp",
    "dns_nameservers",
    "allocation_pools",
    "host_routes",
    "project_id",
    "tenant_id",
    "subnetpool_id",
    "use_default_subnetpool",
    "prefixlen",
    "ipv6_address_mode",
    "ipv6_ra_mode",
    "service_types",
    "segment_id",
    "tags",
];

/// Subnets.
impl NetworkHandler<'_> {
    pub(super) fn subnets(&self, rest: &[&str]) -> HandlerResult {
        match (self.method(), rest) {
            ("GET", []) => {
                self.may("reader", "get_subnet")?;
                let mut views = Vec::new();
                let scan = Scan {
                    ascending: true,
                    ..Scan::default()
                };
                for subnet in self.store().all::<Subnet>(scan)? {
                    let network = self.store().get::<Network>(&subnet.network)?;
                    if self.sees_subnet(&subnet, network.as_ref()) {
                        views.push(subnet_view(&subnet, network.as_ref()));
                    }
                }
                self.list("subnet", "subnets", views)
            }
            ("GET", [id]) => {
                self.may("reader", "get_subnet")?;
                let (subnet, network) = self.subnet(id)?;
                let view = subnet_view(&subnet, network.as_ref());
                Ok(shown(200, "subnet", &view))
            }
            ("POST", []) => self.create_subnet(),
            ("PUT", [id]) => {
                let (mut subnet, network) = self.changeable_subnet(id, "update_subnet")?;
                let requested = self.body("subnet", &SUBNET_KEYS)?;
                if let Some(key) = ["network_id", "cidr", "ip_version", "project_id"]
                    .iter()
                    .find(|key| requested.get(**key).is_some())
                {
                    return Err(Refusal::new(
                        400,
                        format!("Cannot update read-only attribute {key}"),
                    ));
                }
                if let Some(name) = text(&requested, "name")? {
                    subnet.name = name;
                }
                if let Some(dhcp) = flag(&requested, "enable_dhcp")? {
                    subnet.dhcp = dhcp;
                }
                if let Some(servers) = requested["dns_nameservers"].as_array() {
                    subnet.name_servers = servers.iter().map(plain).collect();
                }
                self.store().put(&subnet, self.context.now)?;
                let view = subnet_view(&subnet, network.as_ref());
                kept(&requested, &view, &[])?;
                Ok(shown(200, "subnet", &view))
            }
            ("DELETE", [id]) => {
                let (subnet, _) = self.changeable_subnet(id, "delete_subnet")?;
                let store = self.store();
                let ports = store.all::<Port>(Scan::default())?;
                if ports.iter().any(|port| port.subnet == subnet.id) {
                    return Err(Refusal::new(
                        409,
                        format!(
                            "Unable to complete operation on subnet {id}: One or more ports have \
                             an IP allocation from this subnet."
                        ),
                    )
                    .kind("SubnetInUse"));
                }
                store.remove::<Subnet>(&subnet.id)?;
                Ok(Response::empty(204))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    fn sees_subnet(&self, subnet: &Subnet, network: Option<&Network>) -> bool {
        self.owns(&subnet.project) || network.is_some_and(|network| self.sees(network))
    }

    pub(super) fn subnet(&self, id: &str) -> Result<(Subnet, Option<Network>), Refusal> {
        let subnet = self.store().get::<Subnet>(id)?;
        let subnet = subnet.ok_or_else(|| missing("subnet", id))?;
        let network = self.store().get::<Network>(&subnet.network)?;
        if self.sees_subnet(&subnet, network.as_ref()) {
            Ok((subnet, network))
        } else {
            Err(missing("subnet", id))
        }
    }

    fn changeable_subnet(
        &self,
        id: &str,
        action: &str,
    ) -> Result<(Subnet, Option<Network>), Refusal> {
        let found = self.subnet(id)?;
        self.may("member", action)?;
        if self.owns(&found.0.project) {
            Ok(found)
        } else {
            Err(denied(&format!("rule:{action}")))
        }
    }

    fn create_subnet(&self) -> HandlerResult {
        let action = "create_subnet";
        self.may("member", action)?;
        let requested = self.body("subnet", &SUBNET_KEYS)?;
        let project = self.owner(&requested, action)?;
        let network = text(&requested, "network_id")?.ok_or_else(|| required("network_id"))?;
        let version = requested
            .get("ip_version")
            .ok_or_else(|| required("ip_version"))?;
        match plain(version).as_str() {
            "4" => {}
            "6" => return Err(Refusal::unsimulated("the sandbox has no subnets of IPv6")),
            other => {
                return Err(Refusal::new(
                    400,
                    format!("Invalid input for ip_version. Reason: '{other}' is not in [4, 6]."),
                ));
            }
        }
        let network = self.network(&network)?;
        if !self.owns(&network.project) {
            return Err(denied(&format!("rule:{action}")));
        }
        let cidr = text(&requested, "cidr")?
            .ok_or_else(|| invalid("cidr or subnetpool_id must be specified"))?;
        let (base, prefix) = network_number(&cidr)
            .ok_or_else(|| invalid(&format!("{cidr} is not in a CIDR format")))?;
        let masked = base & mask(prefix);
        if base != masked {
            return Err(Refusal::new(
                400,
                format!(
                    "Invalid input for cidr. Reason: '{cidr}' isn't a recognized IP subnet cidr, \
                     '{}/{prefix}' is recommended.",
                    Ipv4Addr::from(masked)
                ),
            ));
        }
        for other in ports::subnets(self.store(), &network.id)? {
            // If two subnets overlap, one contains the other.
            let common = mask(prefix.min(other.prefix));
            if base & common == other.base & common {
                return Err(invalid(&format!(
                    "Requested subnet with cidr: {cidr} for network: {} overlaps with another \
                     subnet",
                    network.id
                )));
            }
        }
        self.room(&project, "subnet")?;
        let subnet = Subnet {
            id: uuid(),
            name: text(&requested, "name")?.unwrap_or_default(),
            project,
            network: network.id.clone(),
            base,
            prefix,
            created: self.context.now,
            dhcp: flag(&requested, "enable_dhcp")?.unwrap_or(true),
            name_servers: requested["dns_nameservers"]
                .as_array()
                .map(|servers| servers.iter().map(plain).collect())
                .unwrap_or_default(),
        };
        self.store().put(&subnet, self.context.now)?;
        let view = subnet_view(&subnet, Some(&network));
        kept(&requested, &view, &["use_default_subnetpool", "prefixlen"])?;
        Ok(shown(201, "subnet", &view))
    }
}

fn mask(prefix: u8) -> u32 {
    u32::MAX
        .checked_shl(32_u32.saturating_sub(u32::from(prefix)))
        .unwrap_or_default()
}

/// Reads an address and a prefix length.
fn network_number(cidr: &str) -> Option<(u32, u8)> {
    let (address, prefix) = cidr.split_once('/')?;
    let address: Ipv4Addr = address.parse().ok()?;
    let prefix: u8 = prefix.parse().ok()?;
    (prefix <= 32).then_some((u32::from(address), prefix))
}

fn subnet_view(subnet: &Subnet, network: Option<&Network>) -> Value {
    let external = network.is_some_and(|network| network.external);
    let (first, count) = subnet.pool();
    let pools: Vec<Value> = (count > 0)
        .then(|| {
            let last = subnet.address(first + count - 1);
            json!({ "start": subnet.address(first).to_string(), "end": last.to_string() })
        })
        .into_iter()
        .collect();
    json!({
        "id": subnet.id,
        "name": subnet.name,
        "project_id": subnet.project,
        "network_id": subnet.network,
        "ip_version": 4,
        "subnetpool_id": null,
        "enable_dhcp": subnet.dhcp,
        "ipv6_ra_mode": null,
        "ipv6_address_mode": null,
        "gateway_ip": subnet.address(1).to_string(),
        "cidr": format!("{}/{}", subnet.address(0), subnet.prefix),
        "allocation_pools": pools,
        "host_routes": [],
        "dns_nameservers": subnet.name_servers,
        "description": "",
        "router:external": external,
        "service_types": [],
        "tags": [],
        "created_at": time(subnet.created),
        "updated_at": time(subnet.created),
        "revision_number": 0,
        "tenant_id": subnet.project,
    })
}
