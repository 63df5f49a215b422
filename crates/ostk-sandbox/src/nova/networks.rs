//! The networks and ports of `POST /servers`.

use serde_json::Value;

use super::{ComputeHandler, invalid};
use crate::http_types::Refusal;
use crate::model::{Network, Port, Quota, SecurityGroup};
use crate::ports::{self, NewPort};
use crate::store::Scan;

/// A network of a request: a network for a new port, or an existing port.
pub(super) enum RequestedNetwork {
    New {
        network: Network,
        address: Option<String>,
    },
    Existing(Port),
}

impl ComputeHandler<'_> {
    pub(super) fn networks_for(&self, requested: &Value) -> Result<Vec<RequestedNetwork>, Refusal> {
        let store = self.context.store;
        let own: Vec<Network> = store
            .all::<Network>(Scan {
                ascending: true,
                ..Scan::default()
            })?
            .into_iter()
            // Includes the external networks of the project.
            .filter(|network| network.project == self.caller.project || network.shared)
            .collect();
        let automatic = |asked: bool| match own.as_slice() {
            // The sandbox's Neutron does not create networks automatically.
            [] if asked => Err(Refusal::new(
                400,
                format!(
                    "Unable to automatically allocate a network for project {}",
                    self.caller.project
                ),
            )),
            [] => Ok(Vec::new()),
            [only] => Ok(vec![RequestedNetwork::New {
                network: only.clone(),
                address: None,
            }]),
            _ => Err(Refusal::new(
                409,
                "Multiple possible networks found, use a Network ID to be more specific.",
            )),
        };
        let list = match &requested["networks"] {
            Value::Null => return automatic(false),
            Value::String(word) if word == "auto" && self.minor >= 37 => return automatic(true),
            Value::String(word) if word == "none" && self.minor >= 37 => return Ok(Vec::new()),
            Value::Array(list) => list,
            other => return Err(invalid("networks", other, "is not of type 'array'")),
        };
        let mut requested_networks = Vec::new();
        for given in list {
            if let Some(id) = given["port"].as_str() {
                let port = store
                    .get::<Port>(id)?
                    .filter(|port| port.project == self.caller.project)
                    .ok_or_else(|| {
                        Refusal::new(400, format!("Port id {id} could not be found."))
                    })?;
                let again = |requested: &RequestedNetwork| matches!(requested, RequestedNetwork::Existing(own) if own.id == id);
                if requested_networks.iter().any(again) {
                    return Err(Refusal::new(
                        400,
                        format!(
                            "Port ID '{id}' was specified twice: you cannot attach a port \
                             multiple times."
                        ),
                    ));
                }
                if port.device.is_empty() && port.address.is_empty() {
                    return Err(Refusal::new(
                        400,
                        format!("Port {id} requires a FixedIP in order to be used."),
                    ));
                }
                if !port.device.is_empty() {
                    return Err(Refusal::new(409, format!("Port {id} is still in use.")));
                }
                requested_networks.push(RequestedNetwork::Existing(port));
                continue;
            }
            let id = given["uuid"].as_str().unwrap_or_default();
            let network = store
                .get::<Network>(id)?
                .filter(|network| {
                    network.project == self.caller.project || network.shared || network.external
                })
                .ok_or_else(|| Refusal::new(400, format!("Network {id} could not be found.")))?;
            let address = given["fixed_ip"].as_str();
            if let Some(address) = address
                && let Some(port) = ports::with_address(store, &network, address)?
            {
                return Err(Refusal::new(
                    400,
                    format!(
                        "Fixed IP address {address} is already in use on instance {}.",
                        port.device
                    ),
                ));
            }
            if ports::subnets(store, &network.id)?.is_empty() {
                return Err(Refusal::new(
                    400,
                    format!("Network {id} requires a subnet in order to boot instances on."),
                ));
            }
            requested_networks.push(RequestedNetwork::New {
                network,
                address: address.map(str::to_owned),
            });
        }
        Ok(requested_networks)
    }

    /// Refuses the request if the quota has no room for the ports of so many servers.
    pub(super) fn check_ports(
        &self,
        requested_networks: &[RequestedNetwork],
        number: u64,
    ) -> Result<(), Refusal> {
        let new = requested_networks
            .iter()
            .filter(|requested| matches!(requested, RequestedNetwork::New { .. }));
        let new = i64::try_from(new.count()).unwrap_or(i64::MAX);
        let (store, project) = (self.context.store, &self.caller.project);
        let quota = store.get::<Quota>(&format!("network {project}"))?;
        let limit = quota.and_then(|quota| quota.limits.get("port").copied());
        let limit = limit.filter(|limit| *limit >= 0 && new > 0);
        let Some(limit) = limit else { return Ok(()) };
        let ports = store.all::<Port>(Scan {
            project: Some(project),
            ..Scan::default()
        })?;
        let used = i64::try_from(ports.len()).unwrap_or(i64::MAX);
        let requested = new.saturating_mul(i64::try_from(number).unwrap_or(i64::MAX));
        if used.saturating_add(requested) > limit {
            return Err(Refusal::new(403, "Maximum number of ports exceeded"));
        }
        Ok(())
    }

    /// Makes a server's port, or returns why the build fails on its host.
    pub(super) fn new_port(
        &self,
        server: &str,
        network: &Network,
        address: Option<&str>,
        groups: &[SecurityGroup],
        grouped: bool,
    ) -> Result<Result<Port, Failure>, Refusal> {
        if network.external && !network.shared && !self.caller.is_admin() {
            return Ok(Err(Failure::aborted(
                "Failed to allocate the network(s), not rescheduling.",
            )));
        }
        let has_subnets = !ports::subnets(self.context.store, &network.id)?.is_empty();
        let unfit = if network.port_security {
            !has_subnets
        } else {
            grouped
        };
        if unfit {
            return Ok(Err(Failure::Tried(
                "Network requires port_security_enabled and subnet associated in order to apply \
                 security groups."
                    .to_owned(),
            )));
        }
        let groups = groups.iter().filter(|_| network.port_security);
        let new = NewPort {
            project: &self.caller.project,
            network,
            subnet: None,
            address,
            mac: None,
            name: "",
            groups: groups.map(|group| group.id.clone()).collect(),
            device: server,
            device_owner: "compute:nova",
        };
        let refusal = match ports::make(self.context.store, self.context.now, new) {
            Ok(port) => return Ok(Ok(port)),
            Err(refusal) => refusal,
        };
        let (id, address) = (&network.id, address.unwrap_or_default());
        Ok(Err(match refusal.kind {
            "InvalidIpForNetwork" | "InvalidInput" => Failure::aborted(&format!(
                "Invalid input received: Fixed IP {address} is not a valid ip address for network \
                 {id}."
            )),
            "IpAddressAlreadyAllocated" => {
                Failure::Tried(format!("Fixed IP {address} is already in use."))
            }
            "IpAddressGenerationFailure" => Failure::aborted(&format!(
                "Failed to allocate the network(s) with error No fixed IP addresses available for \
                 network: {id}, not rescheduling."
            )),
            _ => return Err(refusal),
        }))
    }
}

/// Why a build fails on its host.
pub(super) enum Failure {
    /// The build failed on the first host, and Nova does not try another.
    Aborted(String),
    /// The build failed on a second host, too.
    Tried(String),
}

impl Failure {
    pub(super) fn aborted(why: &str) -> Self {
        Self::Aborted(why.to_owned())
    }

    /// Returns the message in the server's fault.
    pub(super) fn fault(&self, server: &str) -> String {
        match self {
            Self::Aborted(why) => format!("Build of instance {server} aborted: {why}"),
            Self::Tried(why) => format!(
                "Exceeded maximum number of retries. Exceeded max scheduling attempts 2 for \
                 instance {server}. Last exception: {why}"
            ),
        }
    }
}
