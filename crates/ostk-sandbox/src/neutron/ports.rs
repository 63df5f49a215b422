//! `/ports`.

use serde_json::{Value, json};

use super::{NetworkHandler, invalid, kept, plain, required, shown, text};
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::model::{Network, Port, SecurityGroup, Server};
use crate::ports::{self, NewPort, time};
use crate::scheduler;
use crate::store::{Scan, Store, StoreError};

const PORT_KEYS: [&str; 20] = [
    "name",
    "description",
    "network_id",
    "fixed_ips",
    "mac_address",
    "security_groups",
    "device_id",
    "device_owner",
    "admin_state_up",
    "project_id",
    "tenant_id",
    "port_security_enabled",
    "allowed_address_pairs",
    "extra_dhcp_opts",
    "qos_policy_id",
    "binding:vnic_type",
    "binding:host_id",
    "binding:profile",
    "dns_name",
    "tags",
];

/// Ports.
impl NetworkHandler<'_> {
    pub(super) fn ports(&self, rest: &[&str]) -> HandlerResult {
        match (self.method(), rest) {
            ("GET", []) => {
                self.may("reader", "get_port")?;
                let ports = self.candidates()?;
                self.list("port", "ports", ports.iter().map(port_view).collect())
            }
            ("GET", [id]) => {
                self.may("reader", "get_port")?;
                let port = self.find::<Port>("port", id)?;
                Ok(shown(200, "port", &port_view(&port)))
            }
            ("POST", []) => self.create_port(),
            ("PUT", [id]) => self.update_port(id),
            ("DELETE", [id]) => {
                let port = self.find::<Port>("port", id)?;
                self.may("member", "delete_port")?;
                if port.device_owner.starts_with("network:") {
                    return Err(Refusal::new(
                        409,
                        format!(
                            "Port {id} cannot be deleted directly via the port API: has device \
                             owner {}.",
                            port.device_owner
                        ),
                    )
                    .kind("ServicePortInUse"));
                }
                scheduler::free_port(self.store(), &port, self.context.now)?;
                if let Some(mut server) = self.store().get::<Server>(&port.device)? {
                    server.nics.retain(|nic| nic.port != port.id);
                    server.own_ports.retain(|own| *own != port.id);
                    self.store().put(&server, self.context.now)?;
                }
                Ok(Response::empty(204))
            }
            _ => Err(Refusal::unknown_route()),
        }
    }

    /// Returns the distinct values of a parameter.
    fn values(&self, name: &str) -> Vec<&str> {
        let mut values: Vec<&str> = self
            .context
            .request
            .query
            .iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
            .collect();
        values.sort_unstable();
        values.dedup();
        values
    }

    /// Returns the ports that the filters can match, without a scan of all ports if possible.
    fn candidates(&self) -> Result<Vec<Port>, StoreError> {
        let (ids, devices) = (self.values("id"), self.values("device_id"));
        let mut ports = Vec::new();
        if !ids.is_empty() {
            for id in ids {
                ports.extend(self.store().get::<Port>(id)?);
            }
        } else if !devices.is_empty() {
            for device in devices {
                ports.extend(ports::of_server(self.store(), device)?);
            }
        } else {
            return self.own(false);
        }
        ports.retain(|port: &Port| self.owns(&port.project));
        Ok(ports)
    }

    /// Returns the requested security groups, or `None` if the request names none.
    fn groups_for_port(&self, requested: &Value) -> Result<Option<Vec<String>>, Refusal> {
        let Some(asked) = requested["security_groups"].as_array() else {
            return Ok(None);
        };
        let mut groups = Vec::new();
        for group in asked {
            let group = self.find::<SecurityGroup>("security_group", &plain(group))?;
            groups.push(group.id);
        }
        Ok(Some(groups))
    }

    fn create_port(&self) -> HandlerResult {
        let action = "create_port";
        self.may("member", action)?;
        let requested = self.body("port", &PORT_KEYS)?;
        let project = self.owner(&requested, action)?;
        self.admin_only(&requested, action, &["binding:host_id", "binding:profile"])?;
        let (store, now) = (self.store(), self.context.now);
        let network = text(&requested, "network_id")?.ok_or_else(|| required("network_id"))?;
        let network = self.network(&network)?;
        let mac = text(&requested, "mac_address")?;
        if let Some(mac) = &mac {
            check_mac(store, &network, mac)?;
        }
        let fixed = &requested["fixed_ips"][0];
        let subnet = text(fixed, "subnet_id")?;
        if let Some(id) = &subnet {
            let (subnet, _) = self.subnet(id)?;
            if subnet.network != network.id {
                return Err(invalid(&format!(
                    "Failed to create port on network {}, because fixed_ips included invalid \
                     subnet {id}",
                    network.id
                )));
            }
        }
        let address = text(fixed, "ip_address")?;
        let groups = match self.groups_for_port(&requested)? {
            Some(groups) => groups,
            None => ports::default_group(store, &project)?
                .into_iter()
                .map(|group| group.id)
                .collect(),
        };
        self.room(&project, "port")?;
        // An empty list means no address. Without a list, Neutron chooses one.
        let bare = requested["fixed_ips"].as_array().is_some_and(Vec::is_empty);
        let new = NewPort {
            project: &project,
            network: &network,
            subnet: subnet.as_deref(),
            address: address.as_deref(),
            mac: mac.as_deref(),
            name: requested["name"].as_str().unwrap_or_default(),
            groups,
            device: requested["device_id"].as_str().unwrap_or_default(),
            device_owner: requested["device_owner"].as_str().unwrap_or_default(),
        };
        let mut port = if bare {
            ports::make_bare(store, now, new)?
        } else {
            ports::make(store, now, new)?
        };
        if let Some(description) = text(&requested, "description")? {
            port.description = description;
            store.put(&port, now)?;
        }
        let view = port_view(&port);
        let more = ["fixed_ips", "mac_address", "security_groups"];
        kept(&requested, &view, &more)?;
        Ok(shown(201, "port", &view))
    }

    fn update_port(&self, id: &str) -> HandlerResult {
        let mut port = self.find::<Port>("port", id)?;
        self.may("member", "update_port")?;
        let requested = self.body("port", &PORT_KEYS)?;
        let address = &requested["fixed_ips"][0]["ip_address"];
        if !address.is_null() && *address != port.address.as_str() {
            return Err(Refusal::unsimulated(
                "the sandbox cannot give a port another address",
            ));
        }
        if let Some(name) = text(&requested, "name")? {
            port.name = name;
        }
        if let Some(description) = text(&requested, "description")? {
            port.description = description;
        }
        if let Some(device) = text(&requested, "device_id")? {
            port.device = device;
        }
        if let Some(owner) = text(&requested, "device_owner")? {
            port.device_owner = owner;
        }
        let groups = self.groups_for_port(&requested)?;
        let regrouped = groups.is_some();
        if let Some(groups) = groups {
            port.groups = groups;
        }
        port.updated = self.context.now;
        port.revision += 1;
        self.store().put(&port, self.context.now)?;
        if regrouped {
            self.regroup(&port.device)?;
        }
        let view = port_view(&port);
        kept(&requested, &view, &["fixed_ips", "security_groups"])?;
        Ok(shown(200, "port", &view))
    }

    /// Updates the groups of a server: it is in the groups of its ports.
    fn regroup(&self, server: &str) -> Result<(), StoreError> {
        let store = self.store();
        let Some(mut server) = store.get::<Server>(server)? else {
            return Ok(());
        };
        let mut names: Vec<String> = Vec::new();
        for port in ports::of_server(store, &server.id)? {
            for id in &port.groups {
                if let Some(group) = store.get::<SecurityGroup>(id)?
                    && !names.contains(&group.name)
                {
                    names.push(group.name);
                }
            }
        }
        server.groups = names;
        // For Nova this does not change the server.
        store.put(&server, server.updated)
    }
}

fn check_mac(store: &Store, network: &Network, mac: &str) -> Result<(), Refusal> {
    let pairs: Vec<&str> = mac.split(':').collect();
    let is_pair = |pair: &&str| pair.len() == 2 && u8::from_str_radix(pair, 16).is_ok();
    if pairs.len() != 6 || !pairs.iter().all(is_pair) {
        return Err(Refusal::new(
            400,
            format!("Invalid input for mac_address. Reason: '{mac}' is not a valid MAC address."),
        ));
    }
    let ports = store.all::<Port>(Scan::default())?;
    let is_used = ports
        .iter()
        .any(|port| port.network == network.id && port.mac.eq_ignore_ascii_case(mac));
    if is_used {
        return Err(Refusal::new(
            409,
            format!(
                "Unable to complete operation for network {}. The mac address {mac} is in use.",
                network.id
            ),
        )
        .kind("MacAddressInUse"));
    }
    Ok(())
}

fn port_view(port: &Port) -> Value {
    let fixed_ips = if port.address.is_empty() {
        json!([])
    } else {
        json!([{ "subnet_id": port.subnet, "ip_address": port.address }])
    };
    json!({
        "id": port.id,
        "name": port.name,
        "network_id": port.network,
        "project_id": port.project,
        "mac_address": port.mac,
        "admin_state_up": true,
        "status": port.status,
        "device_id": port.device,
        "device_owner": port.device_owner,
        "fixed_ips": fixed_ips,
        "allowed_address_pairs": [],
        "extra_dhcp_opts": [],
        "security_groups": port.groups,
        "description": port.description,
        "binding:vnic_type": "normal",
        "port_security_enabled": true,
        "qos_policy_id": null,
        "qos_network_policy_id": null,
        "tags": [],
        "created_at": time(port.created),
        "updated_at": time(port.updated),
        "revision_number": port.revision,
        "tenant_id": port.project,
    })
}
