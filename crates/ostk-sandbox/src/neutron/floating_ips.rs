//! `/floatingips`, and the one router between the floating IPs and the ports.

use std::collections::HashSet;
use std::net::Ipv4Addr;

use serde_json::{Value, json};

use super::{NetworkHandler, missing, required, shown, text};
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::ids::{fixed_uuid, uuid};
use crate::model::{FloatingIp, Network, Port};
use crate::ports::{self, time};
use crate::store::{Scan, StoreError};

/// Floating IPs.
impl NetworkHandler<'_> {
    pub(super) fn floating_ips(&self, rest: &[&str]) -> HandlerResult {
        match (self.method(), rest) {
            ("GET", []) => {
                self.may("reader", "get_floatingip")?;
                let mut views = Vec::new();
                for floating in self.own::<FloatingIp>(false)? {
                    views.push(self.floating_view(&floating)?);
                }
                self.list("floatingip", "floatingips", views)
            }
            ("GET", [id]) => {
                self.may("reader", "get_floatingip")?;
                let floating = self.find::<FloatingIp>("floatingip", id)?;
                let view = self.floating_view(&floating)?;
                Ok(shown(200, "floatingip", &view))
            }
            ("POST", []) => self.create_floating(),
            ("PUT", [id]) => {
                let mut floating = self.find::<FloatingIp>("floatingip", id)?;
                self.may("member", "update_floatingip")?;
                let requested = self.body(
                    "floatingip",
                    &[
                        "port_id",
                        "fixed_ip_address",
                        "description",
                        "qos_policy_id",
                        "tags",
                    ],
                )?;
                if let Some(description) = text(&requested, "description")? {
                    floating.description = description;
                }
                if requested.get("port_id").is_some() {
                    self.disassociate(&mut floating)?;
                    if let Some(port) = text(&requested, "port_id")? {
                        self.associate(&mut floating, &port)?;
                    }
                }
                floating.updated = self.context.now;
                floating.revision += 1;
                self.store().put(&floating, self.context.now)?;
                let view = self.floating_view(&floating)?;
                Ok(shown(200, "floatingip", &view))
            }
            ("DELETE", [id]) => {
                let mut floating = self.find::<FloatingIp>("floatingip", id)?;
                self.may("member", "delete_floatingip")?;
                self.disassociate(&mut floating)?;
                self.store().remove::<FloatingIp>(id)?;
                Ok(Response::empty(204))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    fn create_floating(&self) -> HandlerResult {
        let action = "create_floatingip";
        self.may("member", action)?;
        let requested = self.body(
            "floatingip",
            &[
                "floating_network_id",
                "port_id",
                "fixed_ip_address",
                "floating_ip_address",
                "subnet_id",
                "description",
                "project_id",
                "tenant_id",
                "qos_policy_id",
                "dns_domain",
                "dns_name",
                "tags",
            ],
        )?;
        let project = self.owner(&requested, action)?;
        self.admin_only(&requested, action, &["floating_ip_address"])?;
        let network = text(&requested, "floating_network_id")?
            .ok_or_else(|| required("floating_network_id"))?;
        let network = self.network(&network)?;
        if !network.external {
            return Err(Refusal::new(
                400,
                format!(
                    "Bad floatingip request: Network {} is not a valid external network.",
                    network.id
                ),
            )
            .kind("BadRequest"));
        }
        self.room(&project, "floatingip")?;
        let asked = text(&requested, "floating_ip_address")?;
        let mut floating = FloatingIp {
            id: uuid(),
            project,
            address: self.free_address(&network, asked.as_deref())?,
            network: network.id,
            port: None,
            fixed: None,
            description: text(&requested, "description")?.unwrap_or_default(),
            created: self.context.now,
            updated: self.context.now,
            revision: 0,
        };
        if let Some(port) = text(&requested, "port_id")? {
            self.associate(&mut floating, &port)?;
        }
        self.store().put(&floating, self.context.now)?;
        let view = self.floating_view(&floating)?;
        Ok(shown(201, "floatingip", &view))
    }

    /// Returns the requested address, or a free one. Floating IPs use the upper half of a subnet
    /// first, and ports the lower.
    fn free_address(&self, network: &Network, asked: Option<&str>) -> Result<String, Refusal> {
        let store = self.store();
        let floating = store.all::<FloatingIp>(Scan::default())?;
        let ports = store.all::<Port>(Scan::default())?;
        let mut taken: HashSet<String> = floating
            .into_iter()
            .filter(|floating| floating.network == network.id)
            .map(|floating| floating.address)
            .collect();
        taken.extend(
            ports
                .into_iter()
                .filter(|port| port.network == network.id)
                .map(|port| port.address),
        );
        for subnet in ports::subnets(store, &network.id)? {
            if let Some(asked) = asked {
                let fits = asked
                    .parse::<Ipv4Addr>()
                    .is_ok_and(|address| subnet.holds(address));
                if fits && !taken.contains(asked) {
                    return Ok(asked.to_owned());
                }
                continue;
            }
            // The first address belongs to the gateway, and the last to the router.
            let (half, end) = (subnet.size() / 2, subnet.size().saturating_sub(2));
            let found = (half..end)
                .chain(2..half)
                .map(|offset| subnet.address(offset).to_string())
                .find(|address| !taken.contains(address));
            if let Some(found) = found {
                return Ok(found);
            }
        }
        Err(match asked {
            Some(asked) if taken.contains(asked) => Refusal::new(
                409,
                format!(
                    "IP address {asked} already allocated in subnet of {}",
                    network.id
                ),
            )
            .kind("IpAddressAlreadyAllocated"),
            Some(asked) => Refusal::new(
                400,
                format!(
                    "IP address {asked} is not a valid IP for any of the subnets on the specified \
                     network."
                ),
            )
            .kind("InvalidIpForNetwork"),
            None => Refusal::new(
                409,
                format!("No more IP addresses available on network {}.", network.id),
            )
            .kind("IpAddressGenerationFailure"),
        })
    }

    fn associate(&self, floating: &mut FloatingIp, port: &str) -> Result<(), Refusal> {
        let store = self.store();
        let port = self.find::<Port>("port", port)?;
        let network = store.get::<Network>(&port.network)?;
        if network.is_some_and(|network| network.external) {
            return Err(Refusal::new(
                404,
                format!(
                    "External network {} is not reachable from subnet {}. Therefore, cannot \
                     associate Port {} with a Floating IP.",
                    floating.network, port.subnet, port.id
                ),
            )
            .kind("ExternalGatewayForFloatingIPNotFound"));
        }
        let others = store.all::<FloatingIp>(Scan::default())?;
        let has_one = others
            .iter()
            .any(|other| other.id != floating.id && other.port.as_ref() == Some(&port.id));
        if has_one {
            return Err(Refusal::new(
                409,
                format!(
                    "Cannot associate floating IP {} ({}) with port {} using fixed IP {}, as that \
                     fixed IP already has a floating IP on external network {}.",
                    floating.address, floating.id, port.id, port.address, floating.network
                ),
            )
            .kind("FloatingIPPortAlreadyAssociated"));
        }
        ports::set_floating(store, self.context.now, &port, Some(&floating.address))?;
        floating.port = Some(port.id);
        floating.fixed = Some(port.address);
        Ok(())
    }

    fn disassociate(&self, floating: &mut FloatingIp) -> Result<(), StoreError> {
        floating.fixed = None;
        let Some(port) = floating.port.take() else {
            return Ok(());
        };
        match self.store().get::<Port>(&port)? {
            Some(port) => ports::set_floating(self.store(), self.context.now, &port, None),
            None => Ok(()),
        }
    }

    fn floating_view(&self, floating: &FloatingIp) -> Result<Value, StoreError> {
        let port = match &floating.port {
            Some(port) => self.store().get::<Port>(port)?,
            None => None,
        };
        let status = if port.is_some() { "ACTIVE" } else { "DOWN" };
        let router = port.as_ref().map(|_| router_id(&floating.network));
        let details = port.map(|port| {
            json!({ "name": port.name, "network_id": port.network, "mac_address": port.mac,
                    "admin_state_up": true, "status": port.status, "device_id": port.device,
                    "device_owner": port.device_owner })
        });
        Ok(json!({
            "id": floating.id,
            "tenant_id": floating.project,
            "project_id": floating.project,
            "floating_ip_address": floating.address,
            "floating_network_id": floating.network,
            "router_id": router,
            "port_id": floating.port,
            "fixed_ip_address": floating.fixed,
            "status": status,
            "description": floating.description,
            "qos_policy_id": null,
            "port_details": details,
            "tags": [],
            "created_at": time(floating.created),
            "updated_at": time(floating.updated),
            "revision_number": floating.revision,
        }))
    }
}

/// Returns the ID of the router before an external network.
fn router_id(network: &str) -> String {
    fixed_uuid(&format!("router {network}")).to_string()
}

/// The router.
impl NetworkHandler<'_> {
    /// Handles `GET` on routers.
    pub(super) fn routers(&self, rest: &[&str]) -> HandlerResult {
        match rest {
            [] => {
                self.may("reader", "get_router")?;
                let routers = self.router()?.into_iter().collect();
                self.list("router", "routers", routers)
            }
            [id] => {
                self.may("reader", "get_router")?;
                let router = self.router()?.filter(|router| router["id"] == *id);
                let router = router.ok_or_else(|| missing("router", id))?;
                Ok(shown(200, "router", &router))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    /// Returns the external network behind the router.
    pub(super) fn outside(&self) -> Result<Option<Network>, StoreError> {
        let networks = self.store().all::<Network>(Scan {
            ascending: true,
            ..Scan::default()
        })?;
        Ok(networks.into_iter().find(|network| network.external))
    }

    /// Returns the one router, if the caller may see it.
    fn router(&self) -> Result<Option<Value>, StoreError> {
        let Some(network) = self.outside()? else {
            return Ok(None);
        };
        if !self.owns(&network.project) {
            return Ok(None);
        }
        let addresses: Vec<Value> = ports::subnets(self.store(), &network.id)?
            .first()
            .into_iter()
            .map(|subnet| {
                let address = subnet.address(subnet.size().saturating_sub(2));
                json!({ "subnet_id": subnet.id, "ip_address": address.to_string() })
            })
            .collect();
        Ok(Some(json!({
            "id": router_id(&network.id),
            "name": "router",
            "tenant_id": network.project,
            "project_id": network.project,
            "admin_state_up": true,
            "status": "ACTIVE",
            "external_gateway_info": {
                "network_id": network.id,
                "external_fixed_ips": addresses,
                "enable_snat": true,
                "qos_policy_id": null,
            },
            "description": "",
            "availability_zones": [],
            "availability_zone_hints": [],
            "routes": [],
            "flavor_id": null,
            "tags": [],
            "created_at": time(network.created),
            "updated_at": time(network.created),
            "revision_number": 3,
        })))
    }
}
