//! Checks networks, addresses and ports.

use std::collections::HashSet;
use std::net::IpAddr;

use ipnet::IpNet;

use super::{Caller, Misfit, Survey};
use crate::commands::instances::create::references::facts::{Facts, NetworkFact};
use crate::commands::instances::create::references::nouns::Subnet;
use crate::commands::networks::Network;
use crate::openstack::Resource as _;

const CHOOSE: &str = "--network NAME chooses one, 'ostk networks list' shows them";

/// Judges the networks of an instance.
pub(super) fn judge(facts: &Facts, survey: &Survey, caller: Caller<'_>, all: &mut Vec<Misfit>) {
    let grouped = !facts.groups.is_empty();
    judge_choice(survey, grouped, caller, all);
    let (mut ports, mut addresses) = (HashSet::new(), HashSet::new());
    for fact in &facts.networks {
        match fact {
            NetworkFact::Network(network, address) => {
                judge_network(network, grouped, caller, all);
                let Some(address) = address else { continue };
                all.extend(unfit_address(network, *address, survey));
                if !addresses.insert((network.id(), address)) {
                    all.push(Misfit::new(format!(
                        "fixed IP {address} of network '{}' is named twice, and already in use by \
                         the first",
                        network.name()
                    )));
                }
            }
            NetworkFact::Port(port) => {
                let (name, id) = (port.name(), port.id());
                if !ports.insert(id) {
                    all.push(Misfit::new(format!(
                        "port '{name}' ({id}) was specified twice"
                    )));
                }
                if !port.device_id.is_empty() {
                    all.push(Misfit::conflict(format!(
                        "port '{name}' ({id}) is still in use by {}",
                        port.device_id
                    )));
                }
                let needs_none = matches!(port.ip_allocation.as_deref(), Some("deferred" | "none"));
                if port.fixed_ips.is_empty() && !needs_none {
                    all.push(Misfit::new(format!(
                        "port '{name}' ({id}) requires a FixedIP in order to be used"
                    )));
                }
            }
        }
    }
    for network in &survey.port_networks {
        all.extend(closed(network, caller));
    }
}

/// Judges the networks among which Nova would choose.
fn judge_choice(survey: &Survey, grouped: bool, caller: Caller<'_>, all: &mut Vec<Misfit>) {
    let Some(choice) = survey.choice.as_deref() else {
        return;
    };
    match choice {
        [] if survey.makes_networks == Some(false) => all.push(
            Misfit::new(
                "no network is there to choose, and Neutron is unable to automatically allocate a \
                 network for the project",
            )
            .hint("--network none does without"),
        ),
        [] => {}
        [only] => judge_network(only, grouped, caller, all),
        several => {
            let names: Vec<String> = several
                .iter()
                .take(10)
                .map(|network| format!("'{}'", network.name()))
                .collect();
            all.push(
                Misfit::conflict(format!(
                    "multiple possible networks found: {}",
                    names.join(", ")
                ))
                .hint(CHOOSE),
            );
        }
    }
}

/// Nova lets only administrators attach to an external network that is not shared.
fn closed(network: &Network, caller: Caller<'_>) -> Option<Misfit> {
    (network.external && !network.shared && !caller.is_admin).then(|| {
        Misfit::policy(format!(
            "it is not allowed to create an interface on external network '{}' ({})",
            network.name(),
            network.id()
        ))
        .hint("a private network and a floating IP make it reachable from outside")
    })
}

fn judge_network(network: &Network, grouped: bool, caller: Caller<'_>, all: &mut Vec<Misfit>) {
    all.extend(closed(network, caller));
    let (name, id) = (network.name(), network.id());
    if network.subnets.is_empty() {
        all.push(Misfit::new(format!(
            "network '{name}' ({id}) requires a subnet in order to boot instances on"
        )));
    }
    if grouped && network.port_security == Some(false) {
        all.push(Misfit::new(format!(
            "network '{name}' ({id}) requires port_security_enabled in order to apply security \
             groups"
        )));
    }
}

/// Returns why an address can't be had in a network, as far as its subnets and ports are known.
fn unfit_address(network: &Network, address: IpAddr, survey: &Survey) -> Option<Misfit> {
    let name = network.name();
    let is_taken = |(id, taken): &(String, IpAddr)| id == network.id() && *taken == address;
    if survey.taken.iter().any(is_taken) {
        return Some(Misfit::new(format!(
            "fixed IP address {address} of network '{name}' is already in use"
        )));
    }
    let own = |subnet: &&Subnet| subnet.network_id == network.id();
    let subnets: Vec<&Subnet> = survey.subnets.as_ref()?.iter().filter(own).collect();
    if subnets.iter().any(|subnet| takes(subnet, address)) {
        return None;
    }
    let ranges: Vec<&str> = subnets.iter().map(|subnet| subnet.cidr.as_str()).collect();
    Some(Misfit::new(format!(
        "fixed IP {address} is not a valid ip address for network '{name}', whose subnets are: {}",
        ranges.join(", ")
    )))
}

/// Returns whether Neutron gives out this address of a subnet. A range that can't be read takes all.
fn takes(subnet: &Subnet, address: IpAddr) -> bool {
    let Ok(range) = subnet.cidr.parse::<IpNet>() else {
        return true;
    };
    // The last IPv4 address is the broadcast address, except in a range of one or two.
    let has_broadcast = matches!(range, IpNet::V4(_)) && range.prefix_len() < 31;
    let is_edge = address == range.network() || has_broadcast && address == range.broadcast();
    let is_the_guests = matches!(
        subnet.ipv6_address_mode.as_deref(),
        Some("slaac" | "dhcpv6-stateless")
    );
    range.contains(&address) && !is_edge && !is_the_guests
}
