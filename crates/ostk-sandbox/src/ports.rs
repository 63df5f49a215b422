//! Ports and their addresses, for Neutron's own API and for Nova, which makes them for servers.

use std::collections::HashSet;
use std::net::Ipv4Addr;
use std::ops::ControlFlow;

use crate::clock;
use crate::http_types::Refusal;
use crate::ids::uuid;
use crate::model::{Network, Nic, Port, SecurityGroup, Server, Subnet};
use crate::store::{Scan, Store, StoreError};

/// The properties of a new port.
pub(crate) struct NewPort<'a> {
    pub(crate) project: &'a str,
    pub(crate) network: &'a Network,
    /// A subnet of the network, or `None` for any.
    pub(crate) subnet: Option<&'a str>,
    pub(crate) address: Option<&'a str>,
    pub(crate) mac: Option<&'a str>,
    pub(crate) name: &'a str,
    pub(crate) groups: Vec<String>,
    pub(crate) device: &'a str,
    pub(crate) device_owner: &'a str,
}

/// Returns the subnets of a network.
pub(crate) fn subnets(store: &Store, network: &str) -> Result<Vec<Subnet>, StoreError> {
    store.all(Scan {
        parent: Some(network),
        ascending: true,
        ..Scan::default()
    })
}

/// Returns the project's default group.
pub(crate) fn default_group(
    store: &Store,
    project: &str,
) -> Result<Option<SecurityGroup>, StoreError> {
    let groups = store.all::<SecurityGroup>(Scan {
        project: Some(project),
        ascending: true,
        ..Scan::default()
    })?;
    Ok(groups.into_iter().find(|group| group.name == "default"))
}

impl Subnet {
    pub(crate) fn size(&self) -> u32 {
        1_u32
            .checked_shl(32 - u32::from(self.prefix))
            .unwrap_or(u32::MAX)
    }

    pub(crate) fn holds(&self, address: Ipv4Addr) -> bool {
        let number = u32::from(address);
        number > self.base && number - self.base < self.size().saturating_sub(1)
    }

    pub(crate) fn address(&self, offset: u32) -> Ipv4Addr {
        Ipv4Addr::from(self.base.wrapping_add(offset))
    }

    /// Returns the offset of the first address of the pool, and how many it has. The addresses before
    /// it are kept for the gateway and the name server; the last two for the router and broadcast.
    pub(crate) fn pool(&self) -> (u32, u32) {
        let reserved = (self.size() / 4 + 1).min(10);
        (reserved, self.size().saturating_sub(reserved + 2))
    }
}

/// Makes a port with the requested address, or with the next free one.
pub(crate) fn make(store: &Store, now: i64, new: NewPort<'_>) -> Result<Port, Refusal> {
    let mut subnets = subnets(store, &new.network.id)?;
    subnets.retain(|subnet| new.subnet.is_none_or(|id| id == subnet.id));
    let (subnet, address) = match new.address {
        Some(text) => requested(store, new.network, &subnets, text)?,
        None => next(store, new.network, &subnets)?,
    };
    put(store, now, new, &subnet.id, &address.to_string())
}

/// Makes a port without an address.
pub(crate) fn make_bare(store: &Store, now: i64, new: NewPort<'_>) -> Result<Port, Refusal> {
    put(store, now, new, "", "")
}

fn put(
    store: &Store,
    now: i64,
    new: NewPort<'_>,
    subnet: &str,
    address: &str,
) -> Result<Port, Refusal> {
    let number = store.next_number("mac")?;
    let mac = match new.mac {
        Some(mac) => mac.to_lowercase(),
        None => format!(
            "fa:16:3e:{:02x}:{:02x}:{:02x}",
            (number >> 16) & 0xff,
            (number >> 8) & 0xff,
            number & 0xff
        ),
    };
    let port = Port {
        id: uuid(),
        name: new.name.to_owned(),
        project: new.project.to_owned(),
        network: new.network.id.clone(),
        subnet: subnet.to_owned(),
        mac,
        address: address.to_owned(),
        status: "DOWN".to_owned(),
        device: new.device.to_owned(),
        device_owner: new.device_owner.to_owned(),
        groups: new.groups,
        description: String::new(),
        created: now,
        updated: now,
        revision: 1,
    };
    store.put(&port, now)?;
    Ok(port)
}

fn requested<'a>(
    store: &Store,
    network: &Network,
    subnets: &'a [Subnet],
    text: &str,
) -> Result<(&'a Subnet, Ipv4Addr), Refusal> {
    let address: Ipv4Addr = text.parse().map_err(|_| {
        Refusal::new(
            400,
            format!("Invalid input for operation: '{text}' is not a valid IP address."),
        )
        .kind("InvalidInput")
    })?;
    let subnet = subnets
        .iter()
        .find(|subnet| subnet.holds(address))
        .ok_or_else(|| {
            Refusal::new(
                400,
                format!(
                    "IP address {text} is not a valid IP for any of the subnets on the specified \
                     network."
                ),
            )
            .kind("InvalidIpForNetwork")
        })?;
    if taken(store, network)?.contains(text) {
        return Err(Refusal::new(
            409,
            format!(
                "IP address {text} already allocated in subnet {}",
                subnet.id
            ),
        )
        .kind("IpAddressAlreadyAllocated"));
    }
    store.next_number(&claim(network, address))?;
    Ok((subnet, address))
}

/// Returns the port that has an address of a network.
pub(crate) fn with_address(
    store: &Store,
    network: &Network,
    address: &str,
) -> Result<Option<Port>, StoreError> {
    let mut found = None;
    store.scan(Scan::default(), |port: Port| {
        if port.network == network.id && port.address == address {
            found = Some(port);
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    })?;
    Ok(found)
}

/// Returns the name of the counter of requests for an address.
fn claim(network: &Network, address: Ipv4Addr) -> String {
    format!("claim {} {address}", network.id)
}

/// Returns the addresses of a network's ports.
fn taken(store: &Store, network: &Network) -> Result<HashSet<String>, StoreError> {
    let mut taken = HashSet::new();
    store.scan(Scan::default(), |port: Port| {
        if port.network == network.id {
            taken.insert(port.address);
        }
        ControlFlow::Continue(())
    })?;
    Ok(taken)
}

/// Returns the next address of the first subnet that has a free one. A released address is used
/// again only after all others.
fn next<'a>(
    store: &Store,
    network: &Network,
    subnets: &'a [Subnet],
) -> Result<(&'a Subnet, Ipv4Addr), Refusal> {
    let mut known = None;
    for subnet in subnets {
        if let Some(address) = next_of(store, network, subnet, &mut known)? {
            return Ok((subnet, address));
        }
    }
    Err(Refusal::new(
        409,
        format!("No more IP addresses available on network {}.", network.id),
    )
    .kind("IpAddressGenerationFailure"))
}

/// Returns the next address of a subnet. `known` caches the network's addresses.
fn next_of(
    store: &Store,
    network: &Network,
    subnet: &Subnet,
    known: &mut Option<HashSet<String>>,
) -> Result<Option<Ipv4Addr>, StoreError> {
    let (reserved, room) = subnet.pool();
    let room = i64::from(room);
    let counter = format!("address {}", subnet.id);
    let at = |number: i64| {
        let turn = u32::try_from(number.rem_euclid(room)).unwrap_or_default();
        subnet.address(reserved + turn)
    };
    let first = store.last_number(&counter)?;
    // In the first round an address is in use only if it was requested.
    for number in first..room {
        if store.last_number(&claim(network, at(number)))? == 0 {
            store.set_counter(&counter, number + 1)?;
            return Ok(Some(at(number)));
        }
    }
    let taken = match known {
        Some(taken) => taken,
        None => known.insert(taken(store, network)?),
    };
    let start = first.max(room);
    for number in start..start + room {
        if !taken.contains(&at(number).to_string()) {
            store.set_counter(&counter, number + 1)?;
            return Ok(Some(at(number)));
        }
    }
    Ok(None)
}

/// Returns a port as its server sees it.
pub(crate) fn nic(store: &Store, port: &Port) -> Result<Nic, StoreError> {
    let network = store.get::<Network>(&port.network)?;
    Ok(Nic {
        port: port.id.clone(),
        network: port.network.clone(),
        network_name: network.map(|network| network.name).unwrap_or_default(),
        mac: port.mac.clone(),
        address: port.address.clone(),
        floating: None,
    })
}

/// Updates the server's cache of addresses when a port gets or loses a floating IP.
pub(crate) fn set_floating(
    store: &Store,
    now: i64,
    port: &Port,
    address: Option<&str>,
) -> Result<(), StoreError> {
    let Some(mut server) = store.get::<Server>(&port.device)? else {
        return Ok(());
    };
    for nic in &mut server.nics {
        if nic.port == port.id {
            nic.floating = address.map(str::to_owned);
        }
    }
    server.updated = now;
    store.put(&server, now)
}

/// Returns the ports of a server.
pub(crate) fn of_server(store: &Store, server: &str) -> Result<Vec<Port>, StoreError> {
    store.all(Scan {
        parent: Some(server),
        ascending: true,
        ..Scan::default()
    })
}

/// Returns a time as Neutron writes it.
pub(crate) fn time(milliseconds: i64) -> String {
    clock::zulu(milliseconds)
}
