//! `/networks`.

use serde_json::{Value, json};

use super::{NetworkHandler, denied, flag, kept, missing, shown, text};
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::ids::uuid;
use crate::model::{FloatingIp, Network, Port, Subnet};
use crate::ports::{self, time};
use crate::store::{Scan, StoreError};

const NETWORK_KEYS: [&str; 20] = [
    "name",
    "description",
    "admin_state_up",
    "shared",
    "router:external",
    "is_default",
    "mtu",
    "project_id",
    "tenant_id",
    "port_security_enabled",
    "availability_zone_hints",
    "qos_policy_id",
    "vlan_transparent",
    "qinq",
    "provider:network_type",
    "provider:physical_network",
    "provider:segmentation_id",
    "segments",
    "dns_domain",
    "tags",
];

/// Networks.
impl NetworkHandler<'_> {
    pub(super) fn networks(&self, rest: &[&str]) -> HandlerResult {
        match (self.method(), rest) {
            ("GET", []) => {
                self.may("reader", "get_network")?;
                let mut views = Vec::new();
                for network in self.store().all::<Network>(Scan::default())? {
                    if self.sees(&network) {
                        views.push(self.network_view(&network)?);
                    }
                }
                self.list("network", "networks", views)
            }
            ("GET", [id]) => {
                self.may("reader", "get_network")?;
                let view = self.network_view(&self.network(id)?)?;
                Ok(shown(200, "network", &view))
            }
            ("POST", []) => self.create_network(),
            ("PUT", [id]) => {
                let action = "update_network";
                let mut network = self.changeable_network(id, action)?;
                let requested = self.body("network", &NETWORK_KEYS)?;
                self.admin_only(&requested, action, &["shared", "router:external"])?;
                if let Some(name) = text(&requested, "name")? {
                    network.name = name;
                }
                if let Some(description) = text(&requested, "description")? {
                    network.description = description;
                }
                if let Some(shared) = flag(&requested, "shared")? {
                    network.shared = shared;
                }
                if let Some(external) = flag(&requested, "router:external")? {
                    network.external = external;
                }
                if let Some(secure) = flag(&requested, "port_security_enabled")? {
                    network.port_security = secure;
                }
                network.updated = self.context.now;
                self.store().put(&network, self.context.now)?;
                let view = self.network_view(&network)?;
                kept(&requested, &view, &[])?;
                Ok(shown(200, "network", &view))
            }
            ("DELETE", [id]) => self.delete_network(id),
            _ => Err(Refusal::unknown_route()),
        }
    }

    pub(super) fn network(&self, id: &str) -> Result<Network, Refusal> {
        self.store()
            .get::<Network>(id)?
            .filter(|network| self.sees(network))
            .ok_or_else(|| missing("network", id))
    }

    fn changeable_network(&self, id: &str, action: &str) -> Result<Network, Refusal> {
        let network = self.network(id)?;
        self.may("member", action)?;
        if self.owns(&network.project) {
            Ok(network)
        } else {
            Err(denied(&format!("rule:{action}")))
        }
    }

    fn create_network(&self) -> HandlerResult {
        let action = "create_network";
        self.may("member", action)?;
        let requested = self.body("network", &NETWORK_KEYS)?;
        let project = self.owner(&requested, action)?;
        self.admin_only(
            &requested,
            action,
            &[
                "shared",
                "router:external",
                "is_default",
                "provider:network_type",
                "provider:physical_network",
                "provider:segmentation_id",
                "segments",
            ],
        )?;
        let network = Network {
            id: uuid(),
            name: text(&requested, "name")?.unwrap_or_default(),
            external: flag(&requested, "router:external")?.unwrap_or_default(),
            shared: flag(&requested, "shared")?.unwrap_or_default(),
            description: text(&requested, "description")?.unwrap_or_default(),
            created: self.context.now,
            updated: self.context.now,
            port_security: flag(&requested, "port_security_enabled")?.unwrap_or(true),
            project,
        };
        self.room(&network.project, "network")?;
        self.store().put(&network, self.context.now)?;
        let view = self.network_view(&network)?;
        kept(&requested, &view, &["is_default"])?;
        Ok(shown(201, "network", &view))
    }

    fn delete_network(&self, id: &str) -> HandlerResult {
        let network = self.changeable_network(id, "delete_network")?;
        let store = self.store();
        let ports = store.all::<Port>(Scan::default())?;
        let floating = store.all::<FloatingIp>(Scan::default())?;
        let mut used: Vec<String> = ports
            .into_iter()
            .filter(|port| port.network == network.id)
            .map(|port| port.id)
            .collect();
        used.extend(
            floating
                .into_iter()
                .filter(|floating| floating.network == network.id)
                .map(|floating| floating.id),
        );
        if !used.is_empty() {
            return Err(Refusal::new(
                409,
                format!(
                    "Unable to complete operation on network {id}. There are one or more ports \
                     still in use on the network, id for these ports is: {}.",
                    used.join(",")
                ),
            )
            .kind("NetworkInUse"));
        }
        for subnet in ports::subnets(store, &network.id)? {
            store.remove::<Subnet>(&subnet.id)?;
        }
        store.remove::<Network>(&network.id)?;
        Ok(Response::empty(204))
    }

    fn network_view(&self, network: &Network) -> Result<Value, StoreError> {
        let subnets: Vec<String> = ports::subnets(self.store(), &network.id)?
            .into_iter()
            .map(|subnet| subnet.id)
            .collect();
        let mtu = if network.external { 1500 } else { 1450 };
        let revision = 1 + subnets.len() + usize::from(network.updated > network.created);
        let mut view = json!({
            "id": network.id,
            "name": network.name,
            "tenant_id": network.project,
            "project_id": network.project,
            "admin_state_up": true,
            "mtu": mtu,
            "status": "ACTIVE",
            "subnets": subnets,
            "shared": network.shared,
            "availability_zone_hints": [],
            "availability_zones": [],
            "ipv4_address_scope": null,
            "ipv6_address_scope": null,
            "router:external": network.external,
            "qinq": false,
            "vlan_transparent": false,
            "description": network.description,
            "port_security_enabled": network.port_security,
            "qos_policy_id": null,
        });
        if network.external {
            view["is_default"] = json!(false);
        }
        view["tags"] = json!([]);
        view["created_at"] = json!(time(network.created));
        view["updated_at"] = json!(time(network.updated));
        view["revision_number"] = json!(revision);
        Ok(view)
    }
}
