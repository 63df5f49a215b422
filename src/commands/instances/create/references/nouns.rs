//! Resources that instances refer to and that have no commands here.

use serde::Deserialize;

use crate::commands::wire::null_as_default;
use crate::noun::{Noun, PORT};
use crate::openstack::{ByName, Resource, Service};

/// A port (<https://docs.openstack.org/api-ref/network/v2/#ports>).
#[derive(Debug, Deserialize)]
pub(crate) struct Port {
    id: String,
    #[serde(default)]
    name: String,
    /// The server or router that has the port. Empty if it is free.
    #[serde(default, deserialize_with = "null_as_default")]
    pub(crate) device_id: String,
    #[serde(default)]
    pub(crate) network_id: String,
    #[serde(default)]
    pub(crate) fixed_ips: Vec<FixedIp>,
    /// `deferred` or `none` for a port without an address.
    #[serde(default)]
    pub(crate) ip_allocation: Option<String>,
}

/// An address of a port.
#[derive(Debug, Deserialize)]
pub(crate) struct FixedIp {
    #[serde(default)]
    pub(crate) ip_address: Option<String>,
}

impl Resource for Port {
    const NOUN: &'static Noun = &PORT;
    const SERVICE: Service = Service::Network;
    const PATH: &'static str = "ports";
    const COLLECTION: &'static str = "ports";
    const MEMBER: Option<&'static str> = Some("port");
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

/// A subnet (<https://docs.openstack.org/api-ref/network/v2/#subnets>).
#[derive(Debug, Deserialize)]
pub(crate) struct Subnet {
    id: String,
    #[serde(default)]
    name: String,
    pub(crate) network_id: String,
    #[serde(default)]
    pub(crate) cidr: String,
    /// `slaac` where the guest chooses its address.
    #[serde(default)]
    pub(crate) ipv6_address_mode: Option<String>,
    /// The ranges from which Neutron chooses addresses.
    #[serde(default)]
    pub(crate) allocation_pools: Vec<Pool>,
    /// The `device_owner`s of ports that may use the subnet. Empty for all.
    #[serde(default, deserialize_with = "null_as_default")]
    pub(crate) service_types: Vec<String>,
    /// The subnet's segment in a routed network.
    #[serde(default)]
    pub(crate) segment_id: Option<String>,
}

/// A range of addresses, both ends included.
#[derive(Debug, Deserialize)]
pub(crate) struct Pool {
    pub(crate) start: String,
    pub(crate) end: String,
}

impl Resource for Subnet {
    const NOUN: &'static Noun = &Noun::without_codes("subnet", "subnets", "DescribeSubnets");
    const SERVICE: Service = Service::Network;
    const PATH: &'static str = "subnets";
    const COLLECTION: &'static str = "subnets";
    const MEMBER: Option<&'static str> = Some("subnet");
    const BY_NAME: ByName = ByName::Exact;

    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}
