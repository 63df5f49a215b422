//! Counts the free addresses of the networks that new instances are attached to. Counting is pure
//! and apart from the requests.

use std::collections::{BTreeMap, HashSet};
use std::net::Ipv4Addr;

use super::fitness::Caller;
use super::survey::Survey;
use crate::commands::instances::create::references::facts::{Facts, NetworkFact};
use crate::commands::instances::create::references::nouns::{Port, Subnet};
use crate::commands::instances::create::spec::OPERATION;
use crate::commands::networks::Network;
use crate::error::CommandError;
use crate::exit::ExitCode;
use crate::openstack::{Error, Resource as _, Session, list_all, list_call};

/// Larger pools are not counted. Few quotas of ports are large enough to use them up.
const LARGEST: u64 = 4096;

/// How many instances need an address of a network.
#[derive(Debug)]
pub(super) struct AddressNeed<'a> {
    network: &'a Network,
    instances: usize,
}

impl AddressNeed<'_> {
    /// Returns the needs of all networks. `all` has the number of instances of each specification, with
    /// what is known of it. Neutron shows all ports of a network only to the network's project and to
    /// administrators. For other callers a network is left out.
    pub(super) fn of<'a>(
        all: impl Iterator<Item = (usize, &'a Facts, &'a Survey)>,
        caller: Caller<'_>,
    ) -> Vec<AddressNeed<'a>> {
        let mut needs: BTreeMap<&str, AddressNeed<'a>> = BTreeMap::new();
        for (instances, facts, survey) in all {
            let named = facts.networks.iter().filter_map(|fact| match fact {
                NetworkFact::Network(network, None) => Some(&**network),
                NetworkFact::Network(_, Some(_)) | NetworkFact::Port(_) => None,
            });
            let chosen = match survey.choice.as_deref() {
                Some([only]) => Some(only),
                _ => None,
            };
            for network in named.chain(chosen) {
                let shows_all = caller.is_admin || network.project_id.as_deref() == caller.project;
                if shows_all && !network.subnets.is_empty() {
                    let need = needs.entry(network.id()).or_insert(AddressNeed {
                        network,
                        instances: 0,
                    });
                    need.instances += instances;
                }
            }
        }
        needs.into_values().collect()
    }

    /// Returns an error if the network has too few free addresses.
    pub(super) async fn shortage(&self, session: &Session) -> Result<Option<CommandError>, Error> {
        let id = self.network.id();
        let subnets = list_call::<Subnet>().query("network_id", id);
        let Some(pools) = pools(&list_all::<Subnet>(session, subnets).await?) else {
            return Ok(None);
        };
        let ports = list_call::<Port>()
            .query("network_id", id)
            .query("fields", "id")
            .query("fields", "fixed_ips");
        let free = free(&pools, &list_all::<Port>(session, ports).await?);
        if free >= self.instances {
            return Ok(None);
        }
        let message = format!(
            "no fixed IP addresses available for network '{}' ({id}): {} needed, {free} free",
            self.network.name(),
            self.instances
        );
        let code = "InsufficientFreeAddressesInSubnet";
        let error = CommandError::new(ExitCode::Service, code, message).during(OPERATION);
        Ok(Some(error))
    }
}

type Pool = (Ipv4Addr, Ipv4Addr);

/// Returns the pools from which Neutron takes a port's IPv4 address. `None` if there is no IPv4
/// subnet, if the pools are too large to count, or if segments or service types decide as well.
fn pools(subnets: &[Subnet]) -> Option<Vec<Pool>> {
    let is_plain = |subnet: &Subnet| subnet.service_types.is_empty() && subnet.segment_id.is_none();
    if !subnets.iter().all(is_plain) {
        return None;
    }
    let mut pools = Vec::new();
    let mut has_ipv4 = false;
    for subnet in subnets.iter().filter(|subnet| !subnet.cidr.contains(':')) {
        has_ipv4 = true;
        for pool in &subnet.allocation_pools {
            pools.push((pool.start.parse().ok()?, pool.end.parse().ok()?));
        }
    }
    let sizes = pools.iter().map(|(start, end): &Pool| {
        u64::from(u32::from(*end).saturating_sub(u32::from(*start))) + 1
    });
    (has_ipv4 && sizes.sum::<u64>() <= LARGEST).then_some(pools)
}

/// Returns how many addresses of the pools are free.
fn free(pools: &[Pool], ports: &[Port]) -> usize {
    let taken: HashSet<Ipv4Addr> = ports
        .iter()
        .flat_map(|port| &port.fixed_ips)
        .filter_map(|fixed| fixed.ip_address.as_ref()?.parse().ok())
        .collect();
    pools
        .iter()
        .flat_map(|(start, end)| u32::from(*start)..=u32::from(*end))
        .filter(|address| !taken.contains(&Ipv4Addr::from(*address)))
        .count()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn subnets(all: serde_json::Value) -> Vec<Subnet> {
        let mut all = all;
        for subnet in all.as_array_mut().unwrap() {
            subnet["id"] = json!("s");
            subnet["network_id"] = json!("n");
        }
        serde_json::from_value(all).unwrap()
    }

    fn pool(cidr: &str, start: &str, end: &str) -> serde_json::Value {
        json!({ "cidr": cidr, "allocation_pools": [{ "start": start, "end": end }] })
    }

    #[test]
    fn addresses_of_the_pools_are_counted() {
        let small = pool("10.0.0.0/29", "10.0.0.2", "10.0.0.6");
        let second = pool("10.0.1.0/30", "10.0.1.2", "10.0.1.2");
        let six = pool("fd00::/64", "fd00::2", "fd00::ffff");
        let pools = pools(&subnets(json!([small, second, six]))).unwrap();
        let ports: Vec<Port> = serde_json::from_value(json!([
            { "id": "a", "fixed_ips": [{ "ip_address": "10.0.0.2" }, { "ip_address": "fd00::2" }] },
            { "id": "b", "fixed_ips": [{ "ip_address": "10.0.0.1" }] },
            { "id": "c", "fixed_ips": [{ "ip_address": "10.0.1.2" }] },
            { "id": "d", "fixed_ips": [] },
        ]))
        .unwrap();
        assert_eq!(free(&pools, &ports), 4);
        assert_eq!(free(&pools, &[]), 6);
    }

    #[test]
    fn where_more_decides_nothing_is_counted() {
        let mut routed = pool("10.0.0.0/29", "10.0.0.2", "10.0.0.6");
        routed["segment_id"] = json!("x");
        let mut special = pool("10.0.0.0/29", "10.0.0.2", "10.0.0.6");
        special["service_types"] = json!(["network:floatingip"]);
        let odd = pool("10.0.0.0/29", "10.0.0.2", "?");
        for uncounted in [
            json!([]),
            json!([pool("fd00::/64", "fd00::2", "fd00::ffff")]),
            json!([pool("10.0.0.0/8", "10.0.0.2", "10.255.255.254")]),
            json!([routed]),
            json!([special]),
            json!([odd]),
        ] {
            assert_eq!(pools(&subnets(uncounted.clone())), None, "{uncounted}");
        }
        // A subnet without a pool gives none.
        let without = json!([{ "cidr": "10.0.0.0/29", "allocation_pools": [] }]);
        assert_eq!(pools(&subnets(without)), Some(Vec::new()));
    }
}
